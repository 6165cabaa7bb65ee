// Driver for WebKitGTK through WebKitWebDriver, on a virtual display of its own.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axeCall, axeSource } from './axe.mjs';
import { clickable, drawn, place, poll } from './poll.mjs';

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const keys = { Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Escape: '\uE00C', ' ': ' ', Space: ' ', PageDown: '\uE00F',
  End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015' };

// how long one command may take before the browser counts as gone
const patience = 40000;

const axeBesideTheForm = axeSource.replace(/\bwindow\.NamedNodeMap\b/g, 'document.body.attributes.constructor')
  .replace(/\bwindow\.ElementInternals\b/g, '(class {})');

export async function launchWebDriver(options) {
  const home = mkdtempSync(join(tmpdir(), 'rapport-'));
  const files = join(home, 'files');
  mkdirSync(join(home, '.config', 'gtk-3.0'), { recursive: true });
  mkdirSync(files);
  writeFileSync(join(home, '.config', 'user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/files"\n');
  writeFileSync(join(home, '.config', 'gtk-3.0', 'settings.ini'),
    `[Settings]\ngtk-application-prefer-dark-theme=${options.dark ? 1 : 0}\n`);
  const screen = await started('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = await new Promise((resolve, reject) => {
    screen.stdio[3].once('data', (data) => resolve(String(data).trim()));
    screen.once('exit', () => reject(new Error('Xvfb did not start')));
  });
  const environment = { ...process.env, DISPLAY: `:${display}`, HOME: home, XDG_CONFIG_HOME: join(home, '.config') };
  if (options.dark) environment.GTK_THEME = 'Adwaita:dark';
  if (options.noWasm) environment.JSC_useWasm = 'false';
  const browser = new WebDriver({ home, files, screen, environment });
  await browser.fresh().catch(async (error) => { await browser.close(); throw error; });
  return browser;
}

class WebDriver {
  constructor(parts) {
    Object.assign(this, parts, { name: 'webkit', tabs: 1, session: null });
  }

  async ask(method, path, body) {
    const answer = await fetch(this.address + path, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(patience) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path.slice(-30)}: ${value.error} ${value.message}`);
    return value;
  }

  do(method, path, body) { return this.ask(method, `/session/${this.session}${path}`, body); }

  // A new person at the machine: a new driver and browser process with no storage. A browser that dies while it
  // starts leaves its driver waiting for ever (seen once in some hundred starts), so a start has a second go.
  async fresh() {
    await this.stop();
    await this.start().catch(async () => { await this.stop(); await this.start(); });
    for (const file of readdirSync(this.files)) rmSync(join(this.files, file));
    await this.size(1000, 900);
  }

  async start() {
    const port = await freePort();
    this.address = `http://127.0.0.1:${port}`;
    this.driver = await started('WebKitWebDriver', [`--port=${port}`], { env: this.environment, stdio: 'ignore' });
    await poll(() => this.ask('GET', '/status'), 'WebKitWebDriver');
    const made = await this.ask('POST', '/session', { capabilities: { alwaysMatch: {} } });
    this.session = made.sessionId;
  }

  async stop() {
    if (this.session) await this.do('DELETE', '').catch(() => null);
    this.session = null;
    this.driver?.kill();
  }

  // one window at a time here: a page that a test opened beside it goes with its browser
  async tab() {
    if (await this.windows() > 1) await this.fresh();
    return this;
  }

  async leave() {}

  open(url) { return this.do('POST', '/url', { url }); }
  async reload() { await this.top(); await this.do('POST', '/refresh', {}); }
  async back() { await this.top(); await this.do('POST', '/back', {}); }
  async url() { await this.top(); return this.do('GET', '/url'); }
  async windows() { return (await this.do('GET', '/window/handles')).length; }
  async media() { return false; }
  pdf() { return null; }
  top() { return this.do('POST', '/frame', { id: null }); }

  // the window has a toolbar: ask for a size, look, and ask again for what was short
  async size(width, height) {
    await this.do('POST', '/window/rect', { width, height });
    const [wide, high] = await this.run('return [innerWidth, innerHeight]');
    if (wide !== width || high !== height) await this.do('POST', '/window/rect', { width: 2 * width - wide, height: 2 * height - high });
  }

  async screenshot(file) {
    await this.top();
    writeFileSync(file, Buffer.from(await this.do('GET', '/screenshot'), 'base64'));
  }

  run(script, args = []) { return this.do('POST', '/execute/sync', { script, args }); }

  // switches to the wanted document; false when it is not there
  async go(where) {
    const [kind, nth] = place(where);
    await this.top();
    if (kind === 'page') return true;
    let left = nth;
    const visit = async (path) => {
      const frames = await this.run('return [...document.querySelectorAll("iframe")].map((f) => [f, f.hasAttribute("srcdoc")])');
      for (const [frame, srcdoc] of frames) {
        if (srcdoc && left === 0) {
          if (kind === 'inner') await this.do('POST', '/frame', { id: frame });
          return true;
        }
        if (srcdoc) left -= 1;
        else if (path.length < 3) {
          await this.do('POST', '/frame', { id: frame });
          if (await visit([...path, frame])) return true;
          await this.do('POST', '/frame/parent', {});
        }
      }
      return false;
    };
    return visit([]);
  }

  has(where) { return this.go(where); }

  async evaluate(where, fn, ...args) {
    await poll(() => this.go(where), `the ${where} document`);
    return this.runHere(fn, args);
  }

  // the function's value or promise, in the document last gone to
  async runHere(fn, args) {
    const [good, value] = await this.do('POST', '/execute/async', { args, script: `
      const args = [...arguments], done = args.pop();
      (async () => (${fn})(...args))().then((value) => done([true, value]), (error) => done([false, String(error)]));` });
    if (!good) throw new Error(value);
    return value ?? undefined;
  }

  waitFor(where, what, ...args) {
    const [fn, list] = typeof what === 'string' ? [drawn, [what]] : [what, args];
    return poll(() => this.evaluate(where, fn, ...list), `${typeof what === 'string' ? what : list.join(' ') || what} in ${where}`);
  }

  async click(where, css) {
    await this.waitFor(where, clickable, css);
    const element = await this.do('POST', '/element', { using: 'css selector', value: css });
    await this.do('POST', `/element/${element[elementKey]}/click`, {});
  }

  // a real click in the middle of the page, whatever is there
  async touch() {
    await this.top();
    const actions = [{ type: 'pointerMove', x: 480, y: 300 }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    await this.do('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  // 'Shift+Tab' holds Shift
  async press(chord) {
    const names = chord.split('+').map((name) => keys[name] ?? name);
    const actions = [...names.map((value) => ({ type: 'keyDown', value })), ...names.reverse().map((value) => ({ type: 'keyUp', value }))];
    await this.do('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async type(text) { for (const letter of text) await this.press(letter); }

  // There is no second world here: axe runs beside the form, with stand-ins for what the form has dropped.
  async axe(where) {
    await poll(() => this.go(where), `the ${where} document`);
    return this.runHere(`async () => {
      const make = document.createElement;
      // axe draws letters to find fonts made of pictures; here every letter looks the same, so it finds none
      const letters = { canvas: {}, measureText: (text) => ({ width: 9 * text.length }), clearRect() {}, fillText() {},
        getImageData: (x, y, w, h) => ({ data: new Uint8ClampedArray(4 * w * h).fill(1) }) };
      Object.defineProperty(document, 'createElement', { configurable: true, value(...args) {
        try { return make.apply(document, args); } catch { return Object.assign(make.call(document, 'span'), { getContext: () => letters }); }
      } });
      try { ${axeBesideTheForm}; return await ${axeCall}; } finally { delete document.createElement; }
    }`, []);
  }

  // [{ name, text }] once `count` files are complete
  async downloads(count) {
    const names = await poll(() => {
      const done = readdirSync(this.files).filter((name) => !name.endsWith('.wkdownload'));
      return done.length >= count && done.every((name) => readFileSync(join(this.files, name)).length > 0) && done;
    }, `${count} saved files`);
    return names.map((name) => ({ name, text: readFileSync(join(this.files, name), 'utf8') }));
  }

  async close() {
    await this.stop();
    this.screen.kill();
    rmSync(this.home, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function started(command, args, options) {
  const child = spawn(command, args, options);
  await new Promise((resolve, reject) => { child.once('spawn', resolve); child.once('error', reject); });
  return child;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
