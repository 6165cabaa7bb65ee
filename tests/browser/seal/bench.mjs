// Tries the attacks in a browser and says how each door was reached.
import { openDoor } from '../servers.mjs';
import { attacks } from './attacks.mjs';

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// How long no door may hear anything before we believe that nothing more is coming. This is the measuring
// window of a negative, not a timing: doors stay open until the whole run is over, so late callers count too.
const still = 1200;
const stillAfterOne = 500;
const patience = 2500;

// target: { url, where, ready }; ready: what must be drawn before the document gets a real click
// control: wait longer for what is expected, because here nothing arriving would be the fault
export async function tryAttacks(browser, target, { control = false, only = () => true } = {}) {
  const tried = [];
  for (const attack of attacks.filter(only)) tried.push({ ...attack, door: await openDoor() });
  await browser.fresh();

  const together = tried.filter((attack) => !attack.leaves);
  if (together.length > 0) {
    await arrive(browser, target);
    await attempt(browser, target, together);
    await stillness(together, still);
    await browser.open('about:blank'); // some attacks wait for the page to go
    await stillness(together, stillAfterOne);
  }
  const waiting = tried.filter((attack) => attack.leaves);
  const worker = async () => {
    let tab = null;
    for (let attack = waiting.shift(); attack; attack = waiting.shift()) {
      // on the open page an attack may still be navigating when the next one comes: a new tab for each
      if (control) await tab?.leave();
      if (control || !tab) tab = await browser.tab();
      await arrive(tab, target);
      await attempt(tab, target, [attack]);
      await (control ? arrival(attack) : stillness([attack], stillAfterOne));
    }
  };
  await Promise.all(Array.from({ length: browser.tabs }, worker));

  const heard = new Map(tried.map(({ name, door }) => [name, door.heard]));
  await browser.fresh();
  for (const { door } of tried) await door.close();
  return heard;
}

async function arrive(browser, { url, where, ready }) {
  await browser.open(url);
  await browser.waitFor(where, ready);
  await browser.touch();
}

// One call into the document runs them all; an attack that throws there has simply failed.
async function attempt(browser, { where }, list) {
  const source = `async (doors) => {
    const runs = [${list.map((attack) => attack.run).join(',\n')}];
    for (let i = 0; i < runs.length; i += 1) {
      try { await Promise.race([runs[i](doors[i]), new Promise((resolve) => setTimeout(resolve, 200))]); } catch {}
    }
  }`;
  // the document may leave under our feet: then there is no answer, and none is needed
  await Promise.race([browser.evaluate(where, source, list.map(({ door }) => door.address)).catch(() => null), pause(20000)]);
}

function calls(list) {
  return list.reduce((sum, { door }) => sum + door.count, 0);
}

async function stillness(list, milliseconds) {
  for (let before = -1, now = calls(list); now !== before; before = now, now = calls(list)) await pause(milliseconds);
}

async function arrival({ door }) {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline && !['request', 'datagram'].includes(door.heard)) await pause(50);
}
