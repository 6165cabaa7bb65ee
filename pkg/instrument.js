// @ts-check
// What both loaders hand out: the generated classes, with a kind word for use before the engine is loaded.
import * as door from "./dist/rapport.js";

let loaded = false;

/** Notes that the engine can be used. */
export const loadedNow = () => {
  loaded = true;
};

/** @param {string} call */
const needsLoaded = (call) => {
  if (!loaded) throw new Error(`the engine is not loaded yet: await ready() before ${call}`);
};

export class Instrument extends door.Instrument {
  /** @param {ConstructorParameters<typeof door.Instrument>[0]} definition */
  constructor(definition) {
    needsLoaded("new Instrument()");
    super(definition);
  }
}

export const version = () => {
  needsLoaded("version()");
  return door.version();
};
