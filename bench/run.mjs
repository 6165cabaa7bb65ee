// Benchmarks: Rapport and a peer in one run, printed as ratios. Never part of a test: timings depend on the machine.
import { engineBench } from './engine.mjs';
import { firstRadioBench } from './first-radio.mjs';
import { rowsBench } from './rows.mjs';

const row = (cells) => console.log(cells.map((cell, at) => (at ? `${cell}`.padStart(14) : `${cell}`.padEnd(64))).join(''));

console.log('score one response of 12 items, Node (budget: 20 us a call)');
row(['', 'us, median', 'us, best', 'ratio']);
for (const [name, { median, best, ratio }] of engineBench()) row([name, median.toFixed(2), best.toFixed(2), ratio.toFixed(1)]);

console.log('\nscore a million rows of 12 items, 3 scales, 5 % missing (budget: 100 million rows a second in a browser, in place)');
row(['', 'M/s, median', 'M/s, best', 'ratio']);
for (const { name, median, best, ratio } of await rowsBench()) {
  row(median ? [name, median.toFixed(1), best.toFixed(1), ratio.toFixed(1)] : [name]);
}

console.log('\nfirst radio can be pressed, Chromium, 4x slower, 1.6 Mbit/s, 150 ms (budget: 1.3 times hand-written HTML)');
row(['', 'ms, median', 'ms, best', 'ratio', 'blocking ms']);
for (const [name, { median, best, ratio, blocking }] of await firstRadioBench()) {
  row([name, median.toFixed(0), best.toFixed(0), ratio.toFixed(2), blocking.toFixed(0)]);
}
