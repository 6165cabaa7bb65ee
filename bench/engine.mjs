// The engine's score against a scorer of a few lines that checks nothing, and against writing and reading the JSON alone.
import { readFileSync } from 'node:fs';
import { Instrument } from '../pkg/engine.node.js';
import { Instrument as PlainInstrument } from '../pkg/dist/rapport_plain.js';

const definition = JSON.parse(readFileSync('instruments/alliance/definition.json', 'utf8'));
const answers = Object.fromEntries(definition.items.map(({ linkId }, at) => [linkId, (at % 5) + 1]));
const response = { instrument: 'alliance', form: 'client', answers };

function bareScorer({ answers }) {
  return definition.scales.map(({ id, key }) => {
    const scores = key.filter(({ linkId }) => answers[linkId] != null).map(({ linkId, reverse }) => (reverse ? 6 - answers[linkId] : answers[linkId]));
    return { scale: id, value: scores.reduce((sum, score) => sum + score, 0) / scores.length };
  });
}

function time(call) {
  const rounds = [];
  for (let round = 0; round < 21; round += 1) {
    const start = performance.now();
    for (let times = 0; times < 2000; times += 1) call();
    rounds.push((performance.now() - start) / 2);
  }
  rounds.sort((a, b) => a - b);
  return { median: rounds[10], best: rounds[0] };
}

export function engineBench() {
  const instrument = new Instrument(definition);
  const plain = new PlainInstrument(definition);
  const text = JSON.stringify(response);
  const report = JSON.stringify(instrument.score(response));
  const bare = time(() => bareScorer(response));
  const timed = [
    ['a scorer that checks nothing', bare],
    ['JSON alone: the response written, a report read', time(() => [JSON.stringify(response), JSON.parse(report)])],
    ['Rapport, response as object', time(() => instrument.score(response))],
    ['Rapport, response as text', time(() => instrument.score(text))],
    ['Rapport without WebAssembly, response as object', time(() => plain.score(response))],
  ];
  return timed.map(([name, result]) => [name, { ...result, ratio: result.median / bare.median }]);
}
