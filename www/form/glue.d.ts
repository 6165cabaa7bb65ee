// The engine's generated glue, as the form uses it; the build says where it is.
declare module "engine-glue" {
  export default function init(options: { module_or_path: BufferSource }): Promise<unknown>;

  export class Administration {
    constructor(compiled: Uint8Array);
    answer(linkId: string, code: number): void;
    decline(linkId: string): void;
    report(form: string): unknown;
    free(): void;
  }
}
