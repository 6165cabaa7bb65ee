// Rows of answers made as the reference makes them, and the digests of their scores (tests/reference/README.md).

const REASONS = ["tooFewAnswered", "invalidAnswer", "notAsked", "partNotScored"];

/** What may stand as an answer to an item: nothing first. */
function candidates(definition, item) {
  const codes = (definition.answerOptions?.[item.answerOptions] ?? []).map(({ code }) => code);
  const unit = 10 ** (item.decimals ?? 0);
  const step = Math.round((item.step ?? 1 / unit) * unit);
  const numbers = (from, to) => {
    const count = Math.floor((Math.round(to * unit) - Math.round(from * unit)) / step) + 1;
    return Array.from({ length: count }, (_, index) => (Math.round(from * unit) + index * step) / unit);
  };
  const given = {
    likert: () => codes,
    choice: () => codes,
    choices: () => codes.map((code) => [code]),
    line: () => numbers(0, 100),
    number: () => numbers(item.min, item.max),
    text: () => ["a"],
    date: () => ["2026-11-23"],
    consent: () => [false, true],
  };
  return [undefined, ...given[item.type]()];
}

/** The digests of the first blocks of a definition's rows, as an engine scores them. */
export async function digests(Instrument, definition, { kind, seed, block }, blocks) {
  const instrument = new Instrument(definition);
  const items = definition.items.filter(({ type }) => type !== "info");
  const lists = items.map((item) => candidates(definition, item));
  const counter = lists.map(() => 0);
  let state = seed;
  const draw = (count) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % count;
  };
  const found = [];
  for (let done = 0; done < blocks; done += 1) {
    const bytes = new DataView(new ArrayBuffer(block * definition.scales.length * 8));
    let at = 0;
    for (let row = 0; row < block; row += 1) {
      const answers = {};
      items.forEach(({ linkId }, place) => {
        const answer = lists[place][kind === "all" ? counter[place] : draw(lists[place].length)];
        if (answer !== undefined) answers[linkId] = answer;
      });
      for (const { value, notScored } of instrument.score({ instrument: definition.id, form: definition.forms[0].id, answers }).scores) {
        if (value === null) bytes.setBigUint64(at, (BigInt(REASONS.indexOf(notScored) + 1) << 56n) | 0xffffffffffffffn, true);
        else bytes.setFloat64(at, value, true);
        at += 8;
      }
      for (let place = counter.length - 1; place >= 0; place -= 1) {
        counter[place] = (counter[place] + 1) % lists[place].length;
        if (counter[place] > 0) break;
      }
    }
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    found.push(Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(""));
  }
  instrument.free();
  return found;
}
