// What passes between the sealed form and the relay around it.

/** From the page's address; every value already fits the pattern. */
export interface Settings {
  instrument: string | null;
  form: string;
  language: string;
  practitioner: string;
}

export interface Open {
  rapport: 1;
  type: "open";
  settings: Settings;
  standalone: boolean;
}

export type SaveKind = "text" | "data";

export type FromForm =
  | { type: "ready" | "fault" | "finished" | "exit" }
  | { type: "save"; kind: SaveKind; content: string };
