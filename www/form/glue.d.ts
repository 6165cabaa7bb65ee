// The engine's generated modules, as the form uses them; the build says where each is.
declare module "engine-glue" {
  export default function init(options: { module_or_path: BufferSource }): Promise<unknown>;
  export { Administration } from "engine-in-javascript";
}

declare module "engine-in-javascript" {
  export class Administration {
    constructor(compiled: Uint8Array);
    answer(linkId: string, answer: number | string | boolean | (number | string)[]): void;
    decline(linkId: string): void;
    report(form: string): unknown;
    free(): void;
  }
}

// www/form/packed-engine.ts or www/form/plain-engine.ts.
declare module "engine" {
  export function loadEngine(): Promise<void>;
  export { Administration } from "engine-in-javascript";
}
