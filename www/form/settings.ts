// Settings come in the form's own address. One that was left out has a default; one that makes no sense stays as
// it is, so that the form can say that it has no such thing, and shows nothing else in its place.
import type { Settings } from "./channel.ts";

const WORD = /^[a-z0-9-]{1,40}$/;

export function readSettings(search: string): Settings {
  const query = new URLSearchParams(search);
  const word = (key: string): string | null => {
    const value = query.get(key)?.trim().toLowerCase();
    return value ? (WORD.test(value) ? value : "unknown") : null;
  };
  return {
    instrument: word("instrument"),
    form: word("form") ?? "client",
    language: word("language") ?? "en",
    practitioner: word("practitioner") ?? "therapist",
  };
}
