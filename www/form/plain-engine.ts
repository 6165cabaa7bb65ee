// The engine of form-plain.html: JavaScript, awake as soon as it is read.
export { Administration } from "engine-in-javascript";

export async function loadEngine(): Promise<void> {}
