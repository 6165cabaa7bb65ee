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
