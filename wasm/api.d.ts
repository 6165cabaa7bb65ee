/* tslint:disable */
/* eslint-disable */
/** A scale's name for people, and the range of its score. */
export interface OutlineScale {
    /** The scale's id. */
    scale: string;
    /** Its name. */
    name: string;
    /** What it is about, in a sentence. */
    description: string;
    /** The lowest score that can be reached. */
    min: number;
    /** The highest. */
    max: number;
}

/** All that a form needs to draw itself. Texts may hold `{practitioner}`, for the practitioner's noun. */
export interface Outline {
    /** Which definition it comes from. */
    instrument: InstrumentStamp;
    /** The form. */
    form: FormName;
    /** What the answers are about. */
    referent: Referent;
    /** The language, a BCP 47 tag. */
    language: string;
    /** How the wording came to be. */
    origin: Origin;
    /** The title. */
    title: string;
    /** What to do, before the first item. */
    instruction: string;
    /** How long it takes, in minutes. */
    minutes: number;
    /** The items, in the order in which they are asked. */
    items: OutlineItem[];
    /** The scales, in the order in which they are reported. */
    scales: OutlineScale[];
}

/** How much of the form was answered. */
export interface Quality {
    /** How many items the form has. */
    items: number;
    /** How many have a usable answer. */
    answered: number;
    /** How many were declined. */
    declined: number;
    /** How many have no answer, or one that the item does not take. */
    missing: number;
}

/** One item to draw. */
export interface OutlineItem {
    /** Under which the answer is given. */
    linkId: string;
    /** What kind of answer it takes. */
    type: ItemType;
    /** Whether an answer has to be given. */
    required: boolean;
    /** The item's text. */
    text: string;
    /** Its options, in order. */
    options: OutlineOption[];
}

/** One item's answer. */
export interface CheckedItem {
    /** The item. */
    linkId: string;
    /** `declined` is asked and declined (`null`), `invalid` an answer that the item does not take. */
    state: "answered" | "declined" | "missing" | "invalid";
}

/** One option to draw. */
export interface OutlineOption {
    /** What is written down when it is chosen. */
    code: number;
    /** What is shown. */
    display: string;
}

/** One scale's score. */
export interface Score {
    /** The scale's id. */
    scale: string;
    /** The raw score, unrounded, or `null`. */
    value: number | null;
    /** Why there is no score; `null` exactly when there is one. */
    notScored: NotScored | null;
    /** The lowest raw score that can be reached. */
    min: number;
    /** The highest. */
    max: number;
    /** How many of the scale's items have a usable answer. */
    answered: number;
    /** How many have none. */
    missing: number;
    /** Whether the score is given although answers are missing. */
    prorated: boolean;
}

/** Something wrong with a definition or an answer, for a programmer; sentences for people go by `code`. */
export interface Issue {
    /** How much it matters. */
    severity: "fatal" | "error" | "warning" | "information";
    /** The kind of finding. */
    code: IssueCode;
    /** Where, as a JSON Pointer (RFC 6901). */
    expression: string;
    /** One sentence for a programmer. */
    diagnostics: string;
}

/** The report of one filled-in form. */
export interface Report {
    /** Which instrument it was, to the byte. */
    instrument: InstrumentStamp;
    /** The version of the engine that scored. */
    engine: string;
    /** The form that was filled in. */
    form: FormName;
    /** One entry for each scale, in the instrument's order. */
    scores: Score[];
    /** What a score means against a cited norm or cut score; empty for an instrument that has none. */
    interpretations: never[];
    /** What was wrong with the answers. */
    issues: Issue[];
    /** How much of the form was answered. */
    quality: Quality;
}

/** What is known about each answer of a response. */
export interface Checked {
    /** One entry for each item, in the instrument's order. */
    items: CheckedItem[];
    /** What was wrong with the answers; empty when nothing was. */
    issues: Issue[];
}

/** Which definition a report or outline comes from. */
export interface InstrumentStamp {
    /** The instrument's id. */
    id: string;
    /** The definition's version. */
    version: string;
    /** SHA-256 of the definition's canonical text (RFC 8785), 64 hexadecimal digits. */
    digest: string;
    /** What may be done with it, and how sure its key is. */
    status: Status;
}

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
/** Two items, or two entries of one key, have the same linkId. */
| "duplicateItem"
/** Two answer options of one list have the same code. */
| "duplicateOption"
/** Two scales have the same id. */
| "duplicateScale"
/** Two forms have the same id. */
| "duplicateForm"
/** No item has this linkId. */
| "unknownItem"
/** No list of answer options has this name. */
| "unknownOptions"
/** No item uses this list of answer options. */
| "unusedOptions"
/** All answer options of an item weigh the same, so that an answer would tell nothing. */
| "nothingToTell"
/** The scale's declared range is not the one that its key and options give. */
| "wrongRange"
/** The scale may be given with answers missing, but its items differ in their lowest or highest weight: a missing answer cannot be taken to be like the others. */
| "mixedRanges"
/** A title, item, option, scale or form has no wording in this language. */
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
/** The same item is answered twice. */
| "duplicateAnswer"
/** A required item has no answer. */
| "missingRequired"
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
export type ItemType = "likert";
/** Why a scale has no score. */
export type NotScored = "tooFewAnswered" | "invalidAnswer";

/** The answers to one instrument, filled in once. */
export interface Response {
    instrument: string;
    version?: string;
    form: FormName;
    language?: string;
    /** By linkId: the code of the chosen option, or `null` for asked and declined. */
    answers: Record<string, number | null>;
    startedAt?: string;
    finishedAt?: string;
    /** Milliseconds spent on each item, by linkId. */
    times?: Record<string, number>;
}

/** An instrument's definition, format 1. */
export interface Definition {
    format: 1;
    id: string;
    version: string;
    status: Status;
    licence: { holder: string; allows: string; ask: string };
    construct: { measures: string; sources: { citation: string; doi?: string; supports: string }[] };
    answerOptions: Record<string, { code: number; weight: number }[]>;
    items: { linkId: string; type: ItemType; answerOptions: string; required?: boolean }[];
    scales: {
        id: string;
        key: { linkId: string; reverse?: boolean }[];
        aggregation: "sum" | "mean";
        missingRule: { minAnswered: number };
        range: { min: number; max: number };
    }[];
    forms: { id: FormName; referent: Referent }[];
    wordings: Record<string, {
        origin: Origin;
        title: string;
        minutes: number;
        options: Record<string, Record<string, string>>;
        scales: Record<string, { name: string; description: string }>;
        forms: Record<string, { instruction: string; items: Record<string, string> }>;
    }>;
}

/**
 * What is thrown for a definition, response or outline that will not do: the first fault's `code` and `path`
 * (a JSON Pointer), and all faults. Use before `ready()` or after `free()` throws a plain `Error`.
 */
export interface RapportError extends Error {
    name: "DefinitionError" | "ResponseError" | "OutlineError";
    code: IssueCode;
    path: string;
    issues: Issue[];
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
     * Checks every answer: which are there, declined, missing or not an option.
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
