// The languages of the interface. A language is added by filling every key of Messages.
import { en } from "./en.ts";

export type Messages = typeof en;

const LANGUAGES: Record<string, Messages> = { en };
const RIGHT_TO_LEFT = ["ar", "fa", "he", "ur"];

export function messagesFor(language: string): Messages {
  return (Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined) ?? en;
}

export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr";
}
