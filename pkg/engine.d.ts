// The package entry `./engine`: the generated API, and when it may be used.
export { Instrument, version } from "./dist/rapport.js";
export type {
  Aggregation, Answer, Batch, BatchOptions, BatchScores, Change, Checked, CheckedItem, Confidence, CutOffRule,
  Definition, Direction, Evidence, FormName, InstrumentStamp, Interpretation, Issue, IssueCode, ItemDefinition,
  ItemType, Medium, NormDefinition, NotScored, Operator, Origin, Outline, OutlineItem, OutlineOption, OutlineScale,
  Precision, Quality, RapportError, Referent, ReliabilityKind, Report, Response, ScaleDefinition, Score,
  StandardScore, Status, WordingDefinition,
} from "./dist/rapport.js";

/**
 * Loads the engine; resolves when it can be used, at once when it already can. In Node the import has loaded it.
 * Where WebAssembly is off, the same engine in JavaScript is loaded, whatever the source.
 *
 * @param source where the wasm is, when it is not beside the package's own files: an address, bytes or a module
 */
export function ready(source?: string | URL | BufferSource | WebAssembly.Module): Promise<void>;
