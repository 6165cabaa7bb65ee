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
