/* tslint:disable */
/* eslint-disable */
/** The kind of an issue. */
export type IssueCode =
/** The text is not JSON (RFC 8259); the sentence names line and column. */
| "notJson"
/** The text is longer than 1 MiB. */
| "tooLarge"
/** Lists and objects are nested deeper than 32. */
| "tooDeep"
/** There are more entries than the stated limit. */
| "tooMany"
/** The value is of another JSON type than the one needed. */
| "wrongType"
/** The object has a key that the format does not know. */
| "unknownKey"
/** The object has the same key twice. */
| "duplicateKey"
/** The object lacks a key that the format needs. */
| "missingKey"
/** The definition is not of format 1. */
| "wrongFormat"
/** The identifier has characters or a length that identifiers may not have. */
| "invalidId"
/** The version is not of the form major.minor.patch. */
| "invalidVersion"
/** The language is not a BCP 47 tag such as `en` or `pt-BR`. */
| "invalidLanguage"
/** The text is not a point in time of RFC 3339, such as `2026-11-22T09:30:00Z`. */
| "invalidTime"
/** The text is none of the words allowed here. */
| "unknownValue"
/** The text is empty or only white space. */
| "emptyText"
/** The list or object needs at least one entry. */
| "emptyList"
/** The number is outside the range allowed here. */
| "outOfRange"
/** The number must be a whole number. */
| "notWhole"
/** The number must be above the one before it. */
| "notRising"
/** Of two keys that exclude each other both are there. */
| "contradiction"
/** What is said here does not fit the type of the item or the kind of scale. */
| "doesNotFit"
/** Two items, or two entries of one key, have the same linkId. */
| "duplicateItem"
/** Two answer options of one list have the same code, or one is chosen twice. */
| "duplicateOption"
/** Two scales have the same id, or one is in a composite twice. */
| "duplicateScale"
/** Two forms have the same id. */
| "duplicateForm"
/** Two bands of one cut score have the same id. */
| "duplicateBand"
/** Two norms give the same standard score for one scale and group. */
| "duplicateNorm"
/** The figures of change are given twice for one scale. */
| "duplicateChange"
/** No item has this linkId. */
| "unknownItem"
/** No list of answer options has this name. */
| "unknownOptions"
/** No item uses this list of answer options. */
| "unusedOptions"
/** All answer options of an item weigh the same, so that an answer would tell nothing. */
| "nothingToTell"
/** An answer option has no weight, but the item needs a score. */
| "missingWeight"
/** Answers to this item have no score, so that it cannot be in a scale. */
| "notScorable"
/** The numbers do not meet: the limits are not a whole number of steps apart, or have more decimals than declared. */
| "wrongStep"
/** The condition asks about an item that comes later. */
| "laterItem"
/** The conditions of items wait for each other; the sentence names the circle. */
| "cyclicCondition"
/** No scale has this id. */
| "unknownScale"
/** The composite is made of a scale that comes later. */
| "laterScale"
/** The scale does not say which way it points, which change needs. */
| "missingDirection"
/** No norm group has this name. */
| "unknownGroup"
/** No piece of evidence has this name. */
| "unknownEvidence"
/** Nothing names this piece of evidence. */
| "unusedEvidence"
/** The rule is not arithmetic and names no evidence. */
| "missingEvidence"
/** The scale's declared range is not the one that its key and options give. */
| "wrongRange"
/** The scale may be given with answers missing, but its items differ in their lowest or highest item score: a missing answer cannot be taken to be like the others. */
| "mixedRanges"
/** Something that the definition has is without wording in this language. */
| "missingWording"
/** The wording is of something that the definition does not have. */
| "unknownWording"
/** The wording has a placeholder other than `{practitioner}`. */
| "unknownPlaceholder"
/** The response names another instrument. */
| "wrongInstrument"
/** The response was given to another version of the instrument. */
| "wrongVersion"
/** The instrument has no such form. */
| "unknownForm"
/** The instrument has no wording in this language. */
| "noWording"
/** The answer is none of the item's options. */
| "notAnOption"
/** Too few or too many options are chosen. */
| "wrongCount"
/** An option that has to stand alone is chosen with others. */
| "notExclusive"
/** The answer is not a number. */
| "notANumber"
/** The number has too many decimals, or lies between two steps. */
| "offStep"
/** The answer is not a text, or a blank one. */
| "notAText"
/** The text has more characters than allowed. */
| "tooLong"
/** There is no such date, or it is not written as `2026-03-31`, `2026-03` or `2026`. */
| "notADate"
/** The date lacks its day or month. */
| "tooImprecise"
/** The answer is neither `true` nor `false`. */
| "notTrueOrFalse"
/** Consent is required and was not given. */
| "notAgreed"
/** The item is there to be read and takes no answer. */
| "takesNoAnswer"
/** The item is not asked, going by the other answers; its answer counts for nothing. */
| "notAsked"
/** No norm group asks for an attribute of this name. */
| "unknownAttribute"
/** The same item is answered twice. */
| "duplicateAnswer"
/** A required item has no answer. */
| "missingRequired"
/** Answers to this item do not all fit into a byte, and a scale needs them. */
| "notAByte"
/** The byte that is to stand for a missing answer is an answer to an item. */
| "missingIsAnAnswer"
/** The list is not as long as the number of rows asks for. */
| "wrongLength"
/** The bytes are not a compiled definition of this engine's format. */
| "notCompiled";

/** Who fills in a form, and from whose point of view. */
export type FormName = "client" | "therapist" | "observer" | "guess" | "guide";
/** What the answers are about. */
export type Referent = "therapist" | "program" | "both";
/** What may be done with an instrument, and how sure its key is. */
export type Status = "open" | "key" | "keyUnconfirmed";
/** How a wording came to be. */
export type Origin = "original" | "translated" | "reviewed";
/** What kind of answer an item takes. */
export type ItemType = "likert" | "line" | "number" | "choice" | "choices" | "text" | "date" | "consent" | "info";
/** The least precise date that will do. */
export type Precision = "day" | "month" | "year";
/** How an answer is compared (FHIR `enableWhen.operator`). */
export type Operator = "exists" | "=" | "!=" | ">" | "<" | ">=" | "<=";
/** Which way a scale points. */
export type Direction = "higherIsBetter" | "higherIsWorse";
/** How item scores become a raw score. */
export type Aggregation = "sum" | "mean" | "weightedSum" | "weightedMean" | "percentOfMaximum" | "count" | "meanTimesTen";
/** How the people behind a number answered. */
export type Medium = "paper" | "screen" | "interview" | "mixed" | "notStated";
/** How sure a number is. */
export type Confidence = "twoSources" | "oneSource" | "derived";
/** A score set against a norm group. */
export type StandardScore = "z" | "t" | "percentile";
/** What a reliability was computed from. */
export type ReliabilityKind = "retest" | "internalConsistency";
/** Which cut-off of Jacobson and Truax (1991). */
export type CutOffRule = "a" | "b" | "c";
/** Why a scale has no score. */
export type NotScored = "tooFewAnswered" | "invalidAnswer" | "notAsked" | "partNotScored";
/** One answer: a code, a number, words, a date, agreement, or codes; `null` for asked and declined. */
export type Answer = number | string | boolean | (number | string)[] | null;

/** The answers to one instrument, filled in once. */
export interface Response {
    instrument: string;
    version?: string;
    form: FormName;
    language?: string;
    /** By name, what norm groups are found by. */
    attributes?: Record<string, string>;
    /** By linkId. */
    answers: Record<string, Answer>;
    startedAt?: string;
    finishedAt?: string;
    /** Milliseconds spent on each item, by linkId. */
    times?: Record<string, number>;
}

/** Which definition a report or outline comes from. */
export interface InstrumentStamp {
    id: string;
    version: string;
    /** SHA-256 of the definition's canonical text (RFC 8785), 64 hexadecimal digits. */
    digest: string;
    status: Status;
}

/** Where a number that is not arithmetic comes from, and how sure it is. */
export interface Evidence {
    citation: string;
    doi: string | null;
    /** Whose answers the number comes from. */
    population: string;
    medium: Medium;
    confidence: Confidence;
}

/** Something wrong with a definition or an answer, for a programmer; sentences for people go by `code`. */
export interface Issue {
    severity: "fatal" | "error" | "warning" | "information";
    code: IssueCode;
    /** Where, as a JSON Pointer (RFC 6901). */
    expression: string;
    /** One sentence for a programmer. */
    diagnostics: string;
}

/** All that a form needs to draw itself. Texts may hold `{practitioner}`, for the practitioner's noun. */
export interface Outline {
    instrument: InstrumentStamp;
    form: FormName;
    referent: Referent;
    /** A BCP 47 tag. */
    language: string;
    origin: Origin;
    title: string;
    /** What to do, before the first item. */
    instruction: string;
    minutes: number;
    /** In the order in which they are asked; which are asked depends on the answers: see `check`. */
    items: OutlineItem[];
    /** In the order in which they are reported. */
    scales: OutlineScale[];
    /** The norm groups by id, with their names. */
    normGroups: Record<string, string>;
}

/** One item to draw. */
export interface OutlineItem {
    linkId: string;
    type: ItemType;
    required: boolean;
    text: string;
    /** In order; empty for an item without options. */
    options: OutlineOption[];
    /** How many options may be chosen (`choices`). */
    chosen: { min: number; max: number } | null;
    /** What stands at the two ends (`line`). */
    ends: { low: string; high: string } | null;
    /** Which numbers it takes (`line`, `number`); `step` counts from `min`. */
    limits: { min: number; max: number; step: number | null; decimals: number } | null;
    /** How many characters it takes (`text`). */
    maxLength: number | null;
    /** The least precise date that will do (`date`). */
    precision: Precision | null;
}

/** One option to draw. */
export interface OutlineOption {
    /** What is written down when it is chosen. */
    code: number | string;
    display: string;
    /** Whether it has to stand alone (`choices`). */
    exclusive: boolean;
}

/** A scale's name for people, and the range of its score. */
export interface OutlineScale {
    scale: string;
    name: string;
    description: string;
    min: number;
    max: number;
    /** Its bands by id, with their names. */
    bands: Record<string, string>;
}

/** What is known about each answer of a response. */
export interface Checked {
    /** One entry for each item, in the instrument's order. */
    items: CheckedItem[];
    /** What was wrong with the answers; empty when nothing was. */
    issues: Issue[];
}

/** One item's answer. */
export interface CheckedItem {
    linkId: string;
    /** `declined`: asked, and `null`. `notAsked`: not to be shown. `invalid`: not to be used. `shown`: takes no answer. */
    state: "answered" | "declined" | "notApplicable" | "missing" | "notAsked" | "invalid" | "shown";
}

/** The report of one filled-in form. */
export interface Report {
    instrument: InstrumentStamp;
    /** The version of the engine that scored. */
    engine: string;
    form: FormName;
    /** One entry for each scale, in the instrument's order. */
    scores: Score[];
    /** What the scores mean against cited norms and cut scores. */
    interpretations: Interpretation[];
    /** Items whose answer the instrument's authors want looked at: a place to look, never an alarm. */
    criticalItems: { linkId: string; evidence: Evidence }[];
    /** What was wrong with the answers. */
    issues: Issue[];
    quality: Quality;
}

/** One scale's score. */
export interface Score {
    scale: string;
    /** The raw score, unrounded, or `null`. */
    value: number | null;
    /** Why there is no score; `null` exactly when there is one. */
    notScored: NotScored | null;
    /** The lowest raw score that can be reached. */
    min: number;
    /** The highest. */
    max: number;
    /** How many of the scale's items have an item score. */
    answered: number;
    /** How many were asked and have none. */
    missing: number;
    /** How many were not asked. */
    notAsked: number;
    /** Whether the score is given although answers are missing. */
    prorated: boolean;
}

/** Where a score stands in a norm group, or between cut scores. */
export type Interpretation =
| {
    kind: "standard";
    scale: string;
    group: string;
    standard: StandardScore;
    /** `null` when the group's table does not have the score. */
    value: number | null;
    limit: "below" | "above" | "clamped" | "outsideTable" | "betweenRows" | null;
    evidence: Evidence;
}
| {
    kind: "band";
    scale: string;
    /** `null` for a score below the first cut. */
    band: string | null;
    /** The band's lower cut, which belongs to it. */
    from: number | null;
    /** The next cut, which does not. */
    below: number | null;
    evidence: Evidence;
};

/** How a form was answered; nothing of it says that somebody did not care. Items of type `info` are not counted. */
export interface Quality {
    items: number;
    asked: number;
    answered: number;
    declined: number;
    notApplicable: number;
    missing: number;
    notAsked: number;
    /** Of the items asked, 0 to 1. */
    shareMissing: number | null;
    /** The most `likert` items in a row with the same answer, before reverse scoring. */
    longestRun: number;
    averageRun: number | null;
    /** The standard deviation (n - 1) of the `likert` answers, before reverse scoring. */
    intraIndividualSd: number | null;
    secondsPerItem: { median: number; mean: number } | null;
    /** Only with five scales or more. */
    evenOdd: number | null;
    /** What cannot be told apart from answers that are simply so. */
    notes: ("sameAnswer" | "allHighest")[];
}

/** How one person's score changed. */
export interface Change {
    scale: string;
    first: number;
    second: number;
    difference: number;
    standardErrorOfDifference: number | null;
    /** The difference in standard errors. */
    index: number | null;
    reliable: boolean | null;
    /** The smallest difference of two scores without gaps that is reliable. */
    minimumReliableChange: number | null;
    cutOff: { rule: CutOffRule; value: number; evidence: Evidence[] } | null;
    class: "recovered" | "improved" | "unchanged" | "deteriorated" | null;
    /** Why there is no class. */
    reason: "noPublishedError" | null;
    reliabilityKind: ReliabilityKind | null;
    evidence: Evidence | null;
}

/** How many responses lie in memory. */
export interface BatchOptions {
    /** `columns`: all answers to the first item, then all to the second; `rows`: one response after the other. */
    layout: "columns" | "rows";
    /** The byte for no answer, -128 to 255 (-1 and 255 are the same byte); 255 if it is left out. */
    missing?: number;
}

/** The scores of many responses, by scale, in the order of the rows. */
export interface BatchScores {
    rows: number;
    /** The raw scores, unrounded; NaN where there is none. */
    scores: Record<string, Float64Array>;
    /** 0 scored, 1 scored with answers missing; not scored: 2 `tooFewAnswered`, 3 `invalidAnswer`, 4 `notAsked`, 5 `partNotScored`. */
    status: Record<string, Uint8Array>;
}

/** An instrument's definition, format 1 (`docs/format.md`). */
export interface Definition {
    format: 1;
    id: string;
    version: string;
    status: Status;
    licence: { holder: string; allows: string; ask: string };
    construct: { measures: string; sources: { citation: string; doi?: string; supports: string }[] };
    evidence?: Record<string, { citation: string; doi?: string; population: string; medium: Medium; confidence: Confidence }>;
    answerOptions?: Record<string, { code: number | string; weight?: number; notApplicable?: boolean; exclusive?: boolean }[]>;
    items: ItemDefinition[];
    scales?: ScaleDefinition[];
    normGroups?: Record<string, Record<string, string>>;
    norms?: NormDefinition[];
    cutScores?: { scale: string; evidence: string; bands: { id: string; from: number }[] }[];
    change?: {
        scale: string;
        sd: number;
        reliability: number;
        reliabilityKind: ReliabilityKind;
        evidence: string;
        clinical?: { mean: number; sd: number; evidence: string };
        functional?: { mean: number; sd: number; evidence: string };
        cutOff?: CutOffRule;
    }[];
    criticalItems?: { linkId: string; operator: Operator; answer: number | string | boolean; evidence: string }[];
    forms: { id: FormName; referent: Referent }[];
    wordings: Record<string, WordingDefinition>;
}

/** An item of a definition: what every item has, and what its type has. */
export type ItemDefinition = {
    linkId: string;
    enableWhen?: { question: string; operator: Operator; answer: number | string | boolean }[];
    enableBehavior?: "all" | "any";
} & (
| { type: "likert" | "choice"; answerOptions: string; required?: boolean }
| { type: "choices"; answerOptions: string; min?: number; max?: number; required?: boolean }
| { type: "line" | "consent"; required?: boolean }
| { type: "number"; min: number; max: number; step?: number; decimals?: number; required?: boolean }
| { type: "text"; maxLength: number; required?: boolean }
| { type: "date"; precision?: Precision; required?: boolean }
| { type: "info" }
);

/** A scale of a definition: items by a key, or earlier scales. */
export type ScaleDefinition = { id: string; direction?: Direction; range: { min: number; max: number } } & (
| {
    key: { linkId: string; reverse?: boolean; weight?: number; mapTo?: { min: number; max: number }; whenNotAsked?: number }[];
    aggregation: Aggregation;
    countFrom?: number;
    missingRule: {
        minAnswered?: number;
        maxMissing?: number;
        replacement?: "roundHalfAwayFromZero" | "roundHalfToEven";
        evidence?: string;
    };
}
| { composite: { scale: string; weight: number }[] }
);

/** A norm of a definition: mean and SD, or a table. */
export type NormDefinition = { scale: string; group: string; evidence: string } & (
| { linear: { mean: number; sd: number; gives: StandardScore[] } }
| {
    table: {
        gives: StandardScore;
        rows: { score: number; value: number }[];
        between: "exact" | "step" | "linear";
        outside: "none" | "clamp";
    };
}
);

/** What an instrument says to people in one language. */
export interface WordingDefinition {
    origin: Origin;
    title: string;
    minutes: number;
    options?: Record<string, Record<string, string>>;
    scales?: Record<string, { name: string; description: string }>;
    ends?: Record<string, { low: string; high: string }>;
    bands?: Record<string, Record<string, string>>;
    normGroups?: Record<string, string>;
    forms: Record<string, { instruction: string; items: Record<string, string> }>;
}

/**
 * What is thrown for a definition, response, outline, comparison or batch that will not do: the first fault's `code` and
 * `path` (a JSON Pointer), and all faults. Use before `ready()` or after `free()` throws a plain `Error`.
 */
export interface RapportError extends Error {
    name: "DefinitionError" | "ResponseError" | "OutlineError" | "ComparisonError" | "BatchError";
    code: IssueCode;
    path: string;
    issues: Issue[];
}



/**
 * A plan for scoring many responses to one instrument; made by `Instrument.batch`. Each score has the same bits as
 * `Instrument.score` gives for that row alone.
 */
export class Batch {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Scores the first `rows` rows of `input`, 0 to `blockRows`, without copying. The lists that come back are the
     * engine's own memory: copy what is to outlast the next call.
     *
     * @example
     * batch.input.set(someRows);
     * const { scores, status } = batch.run(someRows.length / batch.items.length);
     *
     * @throws RapportError `BatchError` for a number of rows that there is no room for
     */
    run(rows: number): BatchScores;
    /**
     * Scores all rows; `answers` may be of any length, it is copied block by block. If `rows` is left out, there are
     * as many as the bytes make.
     *
     * @example
     * const batch = instrument.batch({ layout: "rows" });
     * const { rows, scores, status } = batch.score(new Uint8Array([4, 5, 3, 255, 1, 2, 4, 4, 5, 2, 3, 3]));
     * const bond = status.bond[0] <= 1 ? scores.bond[0] : null;
     *
     * @throws RapportError `BatchError` when `answers` is no list of bytes, or not of whole rows
     */
    score(answers: Uint8Array | Int8Array, rows?: number): BatchScores;
    /** How many rows `input` has room for. */
    readonly blockRows: number;
    /**
     * The engine's own memory for a block's answers, to be filled before `run`. In columns, the column of a block of
     * `rows` rows starts every `rows` bytes. Get it anew for each block: memory that has grown is elsewhere.
     */
    readonly input: Uint8Array;
    /** The linkIds of the items that have a byte in a row, in order; items of type `info` have none. */
    readonly items: string[];
    /** The ids of the scales, in the instrument's order. */
    readonly scales: string[];
}

/**
 * A questionnaire that can be drawn, checked and scored.
 *
 * @example
 * const instrument = new Instrument(definition);
 * const report = instrument.score({ instrument: "alliance", form: "client", answers: { "1": 4, "2": null } });
 */
export class Instrument {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * A plan for scoring many responses at once: one byte an answer in, a column of numbers for each scale out.
     *
     * A byte is the answer as a signed number, -128 to 127: an option's code, a place on a line, a whole number; 0 or 1
     * for a consent. `missing` is the byte for no answer, 255 if it is left out.
     *
     * @example
     * const batch = instrument.batch({ layout: "columns", missing: 0 });
     * const { scores, status } = batch.score(answers);
     *
     * @throws RapportError `BatchError` when a scale needs an item whose answers do not all fit into a byte, when
     * `missing` is an answer, or for options that are none
     */
    batch(options: BatchOptions): Batch;
    /**
     * Compares two scores of one person on one scale (Jacobson & Truax 1991).
     *
     * @example
     * instrument.change("bond", 3.5, 4.25).class; // null where nobody has published the scale's error
     *
     * @throws RapportError `ComparisonError` for a scale that is not there, or a number that is no score of it
     */
    change(scale: string, first: number, second: number): Change;
    /**
     * Checks every answer: which items are asked, and which are answered, declined, missing or of no use.
     *
     * @example
     * instrument.check(response).items.filter((item) => item.state === "missing");
     *
     * @throws RapportError `ResponseError` when the response has the wrong shape or is another instrument's
     */
    check(response: Response | string): Checked;
    /**
     * Reads a definition: an object, or its JSON text.
     *
     * @throws RapportError `DefinitionError`, with every fault in `issues`
     */
    constructor(definition: Definition | string);
    /**
     * All that a form needs to draw itself in one language; nothing of the scoring key.
     *
     * @example
     * instrument.outline("client", "en").items.map((item) => item.text);
     *
     * @throws RapportError `OutlineError` when the instrument has no such form or wording
     */
    outline(form: FormName, language: string): Outline;
    /**
     * Scores a response. Each score is a number, unrounded, or `null` with the reason in `notScored`.
     *
     * @throws RapportError `ResponseError` when the response has the wrong shape or is another instrument's
     */
    score(response: Response | string): Report;
}

/** The engine's version, as every report carries it. */
export function version(): string;
