// The same in Chromium, as a page loads the package: in place, and with arrays in and out.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { chromium } from 'playwright-core';
import { DEFINITION, ROWS } from './rows-data.mjs';

const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html' };

function serve(columns) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://here').pathname;
    const content = { '/': '<!doctype html><title>Rows</title>', '/rows.bin': columns }[path];
    try {
      response.writeHead(200, { 'Content-Type': TYPES[extname(path) || '.html'] ?? 'application/octet-stream' });
      response.end(content ?? readFileSync(`pkg${path}`));
    } catch {
      response.end();
    }
  });
  return new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(server)); });
}

async function inThePage([definition, rows, rounds]) {
  const { Instrument, ready } = await import('/engine.js');
  const columns = new Uint8Array(await (await fetch('/rows.bin')).arrayBuffer());
  await ready();
  const batch = new Instrument(definition).batch({ layout: 'columns' });
  const { blockRows: block, input, items } = batch;
  items.forEach((_, at) => input.set(columns.subarray(at * rows, at * rows + block), at * block));
  const blocks = Math.floor(rows / block);
  const time = (call) => Array.from({ length: rounds }, () => {
    const start = performance.now();
    call();
    return (performance.now() - start) / 1000;
  });
  return [
    { name: 'in place', rows: blocks * block, seconds: time(() => { for (let at = 0; at < blocks; at += 1) batch.run(block); }) },
    { name: 'arrays in and out', rows, seconds: time(() => batch.score(columns)) },
  ];
}

export async function chromiumRows(columns) {
  const server = await serve(columns);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'] });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const results = await page.evaluate(inThePage, [DEFINITION, ROWS, 21]);
  await browser.close();
  server.close();
  return results.map((result) => ({ ...result, name: `Rapport, wasm as loaded, Chromium, columns, ${result.name}` }));
}
