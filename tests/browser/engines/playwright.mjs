// Driver for Chromium (DevTools protocol) and Firefox ESR (BiDi), both through playwright-core.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, firefox, selectors } from 'playwright-core';
import { axeCall, axeSource } from './axe.mjs';
import { clickable, drawn, place, poll } from './poll.mjs';

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

// A selector engine runs in a world of its own, so axe meets the real document with unlocked interfaces
// and the form's own world stays as sealed as it is. The answer comes back as the error's text.
const axeEngine = `({
  query() { return null; },
  queryAll() {
    const held = globalThis;
    if (held.axeTurn !== document.documentElement.dataset.axeTurn) {
      held.axeTurn = document.documentElement.dataset.axeTurn;
      held.axeResult = null;
      if (!held.axe) { ${axeSource} }
      ${axeCall}.then((result) => { held.axeResult = { result }; }, (error) => { held.axeResult = { error: String(error) }; });
    }
    if (held.axeResult) throw new Error('axe<<' + JSON.stringify(held.axeResult) + '>>axe');
    return [];
  },
})`;
let registered = false;

export async function launchPlaywright(name, options) {
  if (!registered) await selectors.register('axe', axeEngine, { contentScript: true });
  registered = true;
  const files = mkdtempSync(join(tmpdir(), 'rapport-'));
  const launched = name === 'chromium'
    ? await chromium.launch({ executablePath: '/usr/bin/chromium', args: [...quiet, ...(options.noWasm ? ['--js-flags=--jitless'] : [])], downloadsPath: files })
    : await firefox.launch({
      channel: 'moz-firefox', executablePath: '/usr/bin/firefox-esr', downloadsPath: files,
      firefoxUserPrefs: {
        'layout.css.prefers-color-scheme.content-override': options.dark ? 0 : 1,
        'browser.display.document_color_use': options.forcedColors ? 2 : 0,
        'dom.disable_open_during_load': true,
        'javascript.options.wasm': !options.noWasm,
      },
    });
  return new PlaywrightDriver(name, launched, files, options);
}

class PlaywrightDriver {
  constructor(name, browser, files, options) {
    Object.assign(this, { name, browser, files, options, tabs: 4, saved: [], turn: 0 });
  }

  // a new person at the machine: no storage, one blank page
  async fresh() {
    await this.context?.close();
    const chosen = this.name === 'chromium'
      ? { colorScheme: this.options.dark ? 'dark' : 'light', forcedColors: this.options.forcedColors ? 'active' : 'none' } : {};
    this.context = await this.browser.newContext({ viewport: { width: 1000, height: 900 }, ...chosen });
    this.saved = [];
    this.page = await this.context.newPage();
    this.page.on('download', (download) => this.saved.push(download));
    for (const file of readdirSync(this.files)) rmSync(join(this.files, file), { recursive: true });
  }

  async open(url) {
    if (!this.page) await this.fresh();
    await this.page.goto(url, { waitUntil: 'load' });
  }

  // another page of the same person; several may work side by side
  async tab() {
    const tab = Object.create(this);
    tab.page = await this.context.newPage();
    return tab;
  }

  leave() { return this.page.close(); }

  reload() { return this.page.reload(); }
  back() { return this.page.goBack().catch(() => null); }
  size(width, height) { return this.page.setViewportSize({ width, height }); }
  screenshot(file) { return this.page.screenshot({ path: file }); }
  press(key) { return this.page.keyboard.press(key); }
  type(text) { return this.page.keyboard.type(text); }
  url() { return this.page.url(); }
  windows() { return this.context.pages().length; }
  async closed() { return this.page.isClosed(); }

  // null when that frame is not there
  find(where) {
    const [kind, nth] = place(where);
    if (kind === 'page') return this.page.mainFrame();
    const inner = walk(this.page.mainFrame()).filter((frame) => frame.url() === 'about:srcdoc')[nth];
    return (kind === 'inner' ? inner : inner?.parentFrame()) ?? null;
  }

  frame(where) {
    return poll(() => this.find(where), `the ${where} document`);
  }

  async has(where) { return this.find(where) !== null; }

  async evaluate(where, fn, ...args) {
    const call = new Function('list', `return (${fn})(...list)`);
    return (await this.frame(where)).evaluate(call, args);
  }

  waitFor(where, what, ...args) {
    const [fn, list] = typeof what === 'string' ? [drawn, [what]] : [what, args];
    return poll(() => this.evaluate(where, fn, ...list), `${typeof what === 'string' ? what : list.join(' ') || what} in ${where}`);
  }

  // a real mouse click; playwright's own would take a second in Firefox's nested frames
  async click(where, css) {
    let [x, y] = await this.waitFor(where, clickable, css);
    for (let frame = await this.frame(where); frame.parentFrame(); frame = frame.parentFrame()) {
      const [left, top] = await frame.parentFrame().evaluate(corner, frame.parentFrame().childFrames().indexOf(frame));
      x += left;
      y += top;
    }
    const { width, height } = this.page.viewportSize();
    if (x > width || y > height) throw new Error(`${css} in ${where} is outside the window`);
    await this.page.mouse.click(x, y);
  }

  // a real click in the middle of the page, whatever is there
  touch() { return this.page.mouse.click(480, 300); }

  // print or forced colours for the open page; false where the engine cannot
  async media(wanted) {
    if (this.name !== 'chromium') return false;
    await this.page.emulateMedia({ media: wanted.print ? 'print' : null, forcedColors: wanted.forcedColors ? 'active' : 'none' });
    return true;
  }

  pdf() { return this.page.pdf(); }

  async axe(where) {
    const frame = await this.frame(where);
    await this.evaluate(where, (turn) => { document.documentElement.dataset.axeTurn = turn; }, String(this.turn += 1));
    const text = await frame.waitForSelector('axe=now', { timeout: 30000 }).then(() => '', (error) => error.message);
    await this.evaluate(where, () => { delete document.documentElement.dataset.axeTurn; });
    const found = /axe<<(.*)>>axe/s.exec(text);
    if (!found) throw new Error(`axe gave no answer: ${text}`);
    const { result, error } = JSON.parse(found[1]);
    if (error) throw new Error(error);
    return result;
  }

  // [{ name, text }] once `count` files are complete; Firefox writes them but tells playwright nothing
  async downloads(count) {
    if (this.name === 'chromium') {
      await poll(() => this.saved.length >= count, `${count} saved files`);
      return Promise.all(this.saved.map(async (one) => ({ name: one.suggestedFilename(), text: readFileSync(await one.path(), 'utf8') })));
    }
    const names = await poll(() => complete(this.files, count), `${count} saved files`);
    return names.map((name) => ({ name, text: readFileSync(join(this.files, name), 'utf8') }));
  }

  async close() {
    await this.browser.close();
    rmSync(this.files, { recursive: true, force: true });
  }
}

function corner(nth) {
  const { left, top } = document.querySelectorAll('iframe')[nth].getBoundingClientRect();
  return [left, top];
}

function walk(frame) {
  return [frame, ...frame.childFrames().flatMap(walk)];
}

function complete(folder, count) {
  const names = readdirSync(folder);
  const done = names.filter((name) => !name.endsWith('.part') && readFileSync(join(folder, name)).length > 0);
  return done.length >= count && done.length === names.length && done;
}
