// What the form remembers: in memory only, and gone when wiped.
import type { Answers, Report } from "./model.ts";

export type ScreenName = "start" | "item" | "review" | "result" | "keep" | "fault";

export interface State {
  screen: ScreenName;
  /** Index of the item on screen. */
  at: number;
  /** The item was opened from the review, so its button leads back there. */
  changing: boolean;
  answers: Answers;
  report: Report | null;
  finishedAt: string | null;
}

export function emptyState(): State {
  return { screen: "start", at: 0, changing: false, answers: new Map(), report: null, finishedAt: null };
}

export function wipe(state: State): void {
  state.answers.clear();
  Object.assign(state, emptyState());
}
