// The shapes the form draws from (Outline) and shows at the end (Report).

export interface AnswerOption {
  code: number;
  display: string;
}

export interface Item {
  linkId: string;
  type: string;
  required: boolean;
  text: string;
  options: AnswerOption[];
}

export interface Scale {
  scale: string;
  name: string;
  description: string;
  min: number;
  max: number;
}

export interface InstrumentName {
  id: string;
  version: string;
  digest: string;
  status: string;
}

export interface Outline {
  instrument: InstrumentName;
  form: string;
  language: string;
  title: string;
  instruction: string;
  minutes: number;
  items: Item[];
  scales: Scale[];
}

export interface ScaleScore {
  scale: string;
  value: number | null;
  notScored: string | null;
  min: number;
  max: number;
  answered: number;
  missing: number;
  prorated: boolean;
}

export interface Report {
  instrument: InstrumentName;
  engine: string;
  form: string;
  scores: ScaleScore[];
  interpretations: unknown[];
  issues: unknown[];
  quality: { items: number; answered: number; declined: number; missing: number };
}

/** One instrument as built into the file: the engine's form of it, and what to draw, by form and language. */
export interface BuiltInstrument {
  compiled: string;
  outlines: Record<string, Record<string, Outline>>;
}

/** A code, or null for asked and declined; an item not in the map has no answer. */
export type Answers = Map<string, number | null>;
