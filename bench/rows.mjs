// Rows scored a second: Rapport in four builds beside plain JavaScript, numpy and polars, one after the other.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chromiumRows } from './rows-browser.mjs';
import { DEFINITION, ITEMS, MISSING, ROWS, madeUpColumns, turned, written } from './rows-data.mjs';

const ROUNDS = 21;

function timed(name, rows, call) {
  const seconds = [];
  let sums;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const scores = call();
    seconds.push((performance.now() - start) / 1000);
    sums ??= scores && scores.map((list) => list.reduce((sum, score) => (Number.isNaN(score) ? sum : sum + score), 0));
  }
  return { name, rows, seconds, sums };
}

/** One scale into a typed array: the fastest of the ways tried by hand. */
function meansByHand(columns, items, reversed, minAnswered) {
  const [rows, missing] = [ROWS, MISSING];
  const scores = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let total = 0;
    let count = 0;
    for (let at = 0; at < items.length; at += 1) {
      const answer = columns[items[at] * rows + row];
      if (answer !== missing) {
        total += reversed[at] ? 6 - answer : answer;
        count += 1;
      }
    }
    scores[row] = count >= minAnswered ? total / count : NaN;
  }
  return scores;
}

function plainJavaScript(columns) {
  return DEFINITION.scales.map(({ key, missingRule }) => {
    const items = Uint8Array.from(key, ({ linkId }) => linkId - 1);
    const reversed = Uint8Array.from(key, ({ reverse }) => (reverse ? 1 : 0));
    return meansByHand(columns, items, reversed, missingRule.minAnswered);
  });
}

async function wasm(what, file, columns, rows) {
  const door = await import(`../pkg/dist/rapport.js?${file}`);
  door.initSync({ module: readFileSync(new URL(`../pkg/dist/${file}`, import.meta.url)) });
  const instrument = new door.Instrument(JSON.stringify(DEFINITION));
  const results = [];
  for (const [layout, answers] of Object.entries({ columns, rows })) {
    const batch = instrument.batch({ layout });
    const block = batch.blockRows;
    const { input } = batch;
    const step = layout === 'columns' ? ROWS : block * ITEMS;
    for (let at = 0; at * block < input.length; at += 1) input.set(answers.subarray(at * step, at * step + block), at * block);
    if (layout === 'rows') input.set(answers.subarray(0, block * ITEMS));
    const blocks = Math.floor(ROWS / block);
    results.push(
      timed(`${what}, ${layout}, in place`, blocks * block, () => { for (let at = 0; at < blocks; at += 1) batch.run(block); }),
      timed(`${what}, ${layout}, arrays in and out`, ROWS, () => Object.values(batch.score(answers).scores)),
    );
  }
  return results;
}

/** What a peer's script prints: a line of JSON for each way; nothing where the peer is not there. */
function outside(name, program, args, env = {}) {
  try {
    const lines = execFileSync(program, args, { encoding: 'utf8', env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    return lines.trim().split('\n').map((line) => ({ rows: ROWS, ...JSON.parse(line) }));
  } catch (fault) {
    return [{ name: `${name}: could not be run (${fault.code ?? `status ${fault.status}`})` }];
  }
}

export async function rowsBench() {
  const columns = madeUpColumns();
  const files = written(columns);
  const python = process.env.RAPPORT_PYTHON ?? 'python3';
  const results = [
    timed('plain JavaScript, typed arrays, Node', ROWS, () => plainJavaScript(columns)),
    ...outside('numpy', python, ['bench/numpy_rows.py', ...files]),
    ...outside('polars', python, ['bench/polars_rows.py', ...files]),
    ...(await wasm('Rapport, wasm with SIMD, Node', 'rapport_simd_bg.wasm', columns, turned(columns))),
    ...(await wasm('Rapport, wasm without SIMD, Node', 'rapport_bg.wasm', columns, turned(columns))),
    ...(await chromiumRows(columns)),
    ...outside('native', 'cargo', ['bench', '--quiet', '--locked', '-p', 'rapport', '--bench', 'rows', '--', ...files], { CARGO_PROFILE_BENCH_OPT_LEVEL: '3' }),
  ];
  const [peer] = results;
  for (const { name, sums } of results) {
    if (sums?.some((sum, scale) => Math.abs(sum - peer.sums[scale]) > 1e-3)) throw new Error(`${name} has other scores: ${sums}, not ${peer.sums}`);
  }
  const speeds = results.map(({ name, rows, seconds }) => {
    if (!seconds) return { name };
    const sorted = [...seconds].sort((a, b) => a - b);
    const speed = (time) => rows / 1e6 / time;
    return { name, median: speed(sorted[Math.floor(sorted.length / 2)]), best: speed(sorted[0]) };
  });
  return speeds.map((speed) => ({ ...speed, ratio: speed.median / speeds[0].median }));
}
