// Settings come in the form's own address; a value that does not fit the pattern is ignored.
import type { Settings } from "./channel.ts";

const WORD = /^[a-z0-9-]{1,40}$/;

export function readSettings(search: string): Settings {
  const query = new URLSearchParams(search);
  const word = (key: string): string | null => {
    const value = query.get(key);
    return value !== null && WORD.test(value) ? value : null;
  };
  return {
    instrument: word("instrument"),
    form: word("form") ?? "client",
    language: word("language") ?? "en",
    practitioner: word("practitioner") ?? "therapist",
  };
}
