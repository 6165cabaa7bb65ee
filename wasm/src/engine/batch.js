// Typed arrays in and out of the engine's memory; whatever they throw is caught by the caller (`batch.rs`).

const kindOf = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;

/** The same memory as plain bytes; undefined for what is no list of bytes. Throws when the memory has gone elsewhere. */
export const bytesOf = (answers) =>
  ["Uint8Array", "Int8Array"].includes(kindOf.call(answers)) ? new Uint8Array(answers.buffer, answers.byteOffset, answers.length) : undefined;

const byScale = (scales, listOf) => Object.fromEntries(scales.map((scale, place) => [scale, listOf(place)]));

/** Places for the results of so many rows. */
export const placesFor = (scales, rows) => ({
  rows,
  scores: byScale(scales, () => new Float64Array(rows)),
  status: byScale(scales, () => new Uint8Array(rows)),
});

/** The results of so many rows where the engine has written them. */
export const viewsOf = (memory, scales, rows, scoresAt, statusAt) => ({
  rows,
  scores: byScale(scales, (place) => new Float64Array(memory.buffer, scoresAt + 8 * place * rows, rows)),
  status: byScale(scales, (place) => new Uint8Array(memory.buffer, statusAt + place * rows, rows)),
});

/** So many bytes of the engine's memory. */
export const bytesAt = (memory, at, length) => new Uint8Array(memory.buffer, at, length);

/** Copies a block of `length` rows from `start` on into the engine's memory. `step`: from one item's column to the next; 0 for rows. */
export const fill = (input, bytes, items, start, length, step) => {
  if (step === 0) input.set(bytes.subarray(start * items, (start + length) * items));
  for (let item = 0; step > 0 && item < items; item += 1) {
    input.set(bytes.subarray(item * step + start, item * step + start + length), item * length);
  }
};

/** Copies a block's results to their places. */
export const keep = (places, block, start) => {
  for (const kind of ["scores", "status"]) {
    for (const [scale, results] of Object.entries(block[kind])) places[kind][scale].set(results, start);
  }
};
