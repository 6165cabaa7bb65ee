// A million made-up responses to 12 items with codes 1 to 5, one in twenty missing, and the instrument: three scales of
// four items, two of them reverse-keyed, a mean if at least two are answered. Written to files, so that all read the same.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROWS = 1_000_000;
export const ITEMS = 12;
export const MISSING = 255;

const scale = (id, first) => ({
  id,
  key: [0, 1, 2, 3].map((at) => ({ linkId: `${first + at}`, ...([4, 10].includes(first + at) && { reverse: true }) })),
  aggregation: 'mean',
  missingRule: { minAnswered: 2, evidence: 'half' },
  range: { min: 1, max: 5 },
});

export const DEFINITION = {
  format: 1, id: 'rows', version: '1.0.0', status: 'key',
  licence: { holder: 'Nobody', allows: 'Everything', ask: 'Nobody' },
  construct: { measures: 'Nothing: for measuring speed.', sources: [{ citation: 'None.', supports: 'Nothing.' }] },
  evidence: { half: { citation: 'A convention of this benchmark.', population: 'Nobody.', medium: 'notStated', confidence: 'derived' } },
  answerOptions: { five: [1, 2, 3, 4, 5].map((code) => ({ code, weight: code })) },
  items: Array.from({ length: ITEMS }, (_, at) => ({ linkId: `${at + 1}`, type: 'likert', answerOptions: 'five' })),
  scales: [scale('first', 1), scale('second', 5), scale('third', 9)],
  forms: [{ id: 'client', referent: 'therapist' }],
  wordings: {},
};

/** The answers, column by column (Marsaglia's xorshift of 32 bits). */
export function madeUpColumns() {
  let state = 20_261_122;
  return Uint8Array.from({ length: ROWS * ITEMS }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const drawn = state >>> 0;
    return drawn % 20 === 0 ? MISSING : 1 + ((drawn >>> 8) % 5);
  });
}

/** The same, row by row. */
export function turned(columns) {
  return Uint8Array.from(columns, (_, at) => columns[(at % ITEMS) * ROWS + Math.floor(at / ITEMS)]);
}

/** Writes both for the peers, and gives the files' names. */
export function written(columns) {
  const folder = 'target/rapport/bench';
  mkdirSync(folder, { recursive: true });
  const [definition, answers] = ['rows.json', 'rows.bin'].map((name) => join(folder, name));
  writeFileSync(definition, JSON.stringify(DEFINITION));
  writeFileSync(answers, columns);
  return [definition, answers];
}
