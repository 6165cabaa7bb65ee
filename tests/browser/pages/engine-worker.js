// Scores in a worker: the page sends a definition and responses, the worker answers with reports.
import { Instrument, ready } from '/engine/engine.js';

self.onmessage = async ({ data: { definition, responses } }) => {
  await ready();
  const instrument = new Instrument(definition);
  self.postMessage(responses.map((response) => instrument.score(response)));
};
