// A person filling in the form, and the two sets of answers they give. The only file that knows how the form is drawn.
import { readFileSync } from 'node:fs';

const definition = JSON.parse(readFileSync(new URL('../../instruments/alliance/definition.json', import.meta.url), 'utf8'));
const wording = definition.wordings.en;
export const items = Object.values(wording.forms.client.items);
export const options = Object.values(wording.options.frequency);

// Worked out by hand from the definition. Items 7 and 10 count the other way round (6 minus the answer).
export const warm = {
  answers: [5, 4, 3, 5, 4, 2, 1, 3, 4, 2, 5, 4],
  //  goals 1 4 8 10': 5+5+3+4 = 17; tasks 2 5 7' 11: 4+4+5+5 = 18; bond 3 6 9 12: 3+2+4+4 = 13; together 48 of 12;
  //  4.25, 4.5, 3.25, 4
  scores: { goals: '4.25', tasks: '4.5', bond: '3.25', total: '4.0' },
};
export const cool = {
  answers: [1, 2, 1, 1, 2, 5, 5, 2, 1, 4, 1, 2],
  //  goals 1+1+2+2 = 6; tasks 2+2+1+1 = 6; bond 1+5+1+2 = 9; together 21 of 12:
  //  1.5, 1.5, 2.25, 1.75
  scores: { goals: '1.5', tasks: '1.5', bond: '2.25', total: '1.75' },
};

const screen = (name) => `form[data-screen="${name}"]`;
const action = (name) => `[data-action="${name}"]`;

export class Person {
  constructor(browser, where = 'inner') { Object.assign(this, { browser, where }); }

  sees(name) { return this.browser.waitFor(this.where, screen(name)); }
  press(name) { return this.browser.click(this.where, action(name)); }
  read(fn, ...args) { return this.browser.evaluate(this.where, fn, ...args); }
  text() { return this.read(() => document.body.innerText); }

  async arrive(url) {
    await this.browser.open(url);
    await this.sees('start');
  }

  async start() {
    // Chromium drops what is pressed in a frame that has only just come to its place; nobody presses so soon.
    await new Promise((done) => setTimeout(done, 700));
    await this.press('start');
    await this.sees('item');
  }

  // waits until the item with this number is drawn
  onItem(number) {
    return this.browser.waitFor(this.where, (n) => document.querySelector('form').dataset.screen === 'item'
      && parseInt(document.querySelector('.place').textContent, 10) === n, number);
  }

  choose(code) { return this.browser.click(this.where, `label.choice:nth-of-type(${code})`); }
  chosen() { return this.read(() => [...document.querySelectorAll('input[type=radio]')].findIndex((radio) => radio.checked) + 1); }

  // answers: a code, 'decline', or null for going on without one
  async answer(answers, from = 1) {
    for (const [at, code] of answers.entries()) {
      await this.onItem(from + at);
      if (code === 'decline') await this.browser.click(this.where, 'label.decline');
      else if (code !== null) await this.choose(code);
      await this.press('next');
    }
  }

  async toResult(answers) {
    await this.start();
    await this.answer(answers);
    await this.sees('review');
    await this.press('finish');
    await this.sees('result');
  }

  async toKeep(answers) {
    await this.toResult(answers);
    await this.press('keep');
    await this.sees('keep');
  }

  // the first number in each scale's sentence, as shown; null where no number is given
  scores() {
    return this.read(() => Object.fromEntries([...document.querySelectorAll('li[data-scale]')].map((scale) => {
      const number = /: (\d\.\d+), /.exec(scale.textContent);
      return [scale.dataset.scale, number && number[1]];
    })));
  }
}
