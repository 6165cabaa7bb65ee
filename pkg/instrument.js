// @ts-check
// What both loaders hand out: the generated classes, with a kind word for use too early and too late.
import * as door from "./dist/rapport.js";

let engine = door;
let loaded = false;

/**
 * Notes that the engine can be used: the wasm, or the one in JavaScript with classes of its own.
 * @param {Pick<typeof door, "Instrument" | "version">} opened
 */
export const loadedNow = (opened = door) => {
  engine = /** @type {typeof door} */ (opened);
  Object.setPrototypeOf(Instrument, engine.Instrument);
  Object.setPrototypeOf(Instrument.prototype, engine.Instrument.prototype);
  loaded = true;
};

/** @param {string} call */
const needsLoaded = (call) => {
  if (!loaded) throw new Error(`the engine is not loaded yet: await ready() before ${call}`);
};

export class Instrument extends door.Instrument {
  #freed = false;

  /** @param {ConstructorParameters<typeof door.Instrument>[0]} definition */
  constructor(definition) {
    needsLoaded("new Instrument()");
    super(definition);
  }

  /** @type {door.Instrument["outline"]} */
  outline(form, language) {
    this.#needsMemory();
    return super.outline(form, language);
  }

  /** @type {door.Instrument["check"]} */
  check(response) {
    this.#needsMemory();
    return super.check(response);
  }

  /** @type {door.Instrument["score"]} */
  score(response) {
    this.#needsMemory();
    return super.score(response);
  }

  /** @type {door.Instrument["change"]} */
  change(scale, first, second) {
    this.#needsMemory();
    return super.change(scale, first, second);
  }

  /** @type {door.Instrument["batch"]} */
  batch(options) {
    this.#needsMemory();
    return super.batch(options);
  }

  free() {
    if (!this.#freed) super.free();
    this.#freed = true;
  }

  #needsMemory() {
    if (this.#freed) throw new Error("the instrument was given back with free(): make a new one");
  }
}

export const version = () => {
  needsLoaded("version()");
  return engine.version();
};
