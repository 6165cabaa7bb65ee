// How long until the first radio button can be pressed, against a form of the same items written by hand in HTML.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const ROUNDS = 7;
const { items, answerOptions, wordings } = JSON.parse(readFileSync('instruments/alliance/definition.json', 'utf8'));
const { forms, options } = wordings.en;

const byHand = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>By hand</title><style>body{font:100%/1.5 system-ui;max-width:42rem;margin:auto;padding:1rem}label{display:block;padding:.75rem}</style>
<h1>How we work together</h1><form>${items.map(({ linkId }) => `<fieldset><legend>${forms.client.items[linkId]}</legend>${answerOptions.frequency
  .map(({ code }) => `<label><input type="radio" name="i${linkId}" value="${code}"> ${options.frequency[code]}</label>`).join('')}</fieldset>`).join('')}
<button>Done</button></form></html>`;
const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title>${body}</html>`;
const PAGES = {
  '/by-hand.html': byHand,
  '/tag.html': page('<script src="rapport-form.js"></script><rapport-form instrument="alliance"></rapport-form>'),
  '/frame.html': page('<iframe src="form.html" sandbox="allow-scripts allow-downloads allow-modals" width="100%" height="640"></iframe>'),
};
const CASES = { 'hand-written HTML': '/by-hand.html', 'form.html by itself': '/form.html', 'in a frame': '/frame.html', 'by the tag': '/tag.html' };
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

function serve() {
  const packed = new Map();
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://here').pathname;
    if (path === '/favicon.ico') return response.writeHead(204).end();
    if (!packed.has(path)) packed.set(path, brotliCompressSync(PAGES[path] ?? readFileSync(join('dist/site', path))));
    response.writeHead(200, { 'Content-Type': TYPES[extname(path)], 'Content-Encoding': 'br', 'Cache-Control': 'no-store' });
    return response.end(packed.get(path));
  });
  return new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(server)); });
}

// Runs in every frame: presses Start when it comes, and tells when a radio has been laid out.
function watch() {
  let blocking = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => { blocking += Math.max(0, duration - 50); })).observe({ type: 'longtask', buffered: true });
  const look = () => {
    document.querySelector('[data-action="start"]')?.click();
    const radio = document.querySelector('input[type="radio"]');
    if (radio && radio.getBoundingClientRect().height > 0) console.log(`radio ${performance.timeOrigin + performance.now()} ${blocking}`);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function once(browser, url) {
  const context = await browser.newContext({ viewport: { width: 375, height: 740 } });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await tab.addInitScript(watch);
  const told = new Promise((resolve) => {
    tab.on('console', (message) => { if (message.text().startsWith('radio ')) resolve(message.text().split(' ').slice(1).map(Number)); });
  });
  const start = Date.now();
  await tab.goto(url, { waitUntil: 'commit' });
  const [at, blocking] = await told;
  await context.close();
  return { time: at - start, blocking };
}

export async function firstRadioBench() {
  const server = await serve();
  // One process for page and frame, so that both are slowed down.
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
    '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-features=IsolateSandboxedIframes'] });
  const runs = Object.fromEntries(Object.keys(CASES).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, path] of Object.entries(CASES)) runs[name].push(await once(browser, `http://127.0.0.1:${server.address().port}${path}`));
  }
  await browser.close();
  server.close();
  const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  const peer = middle(runs['hand-written HTML'].map(({ time }) => time));
  return Object.entries(runs).map(([name, list]) => {
    const times = list.map(({ time }) => time);
    const median = middle(times);
    return [name, { median, best: Math.min(...times), ratio: median / peer, blocking: middle(list.map(({ blocking }) => blocking)) }];
  });
}
