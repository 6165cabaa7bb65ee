// Fault: said plainly, with what can be done.
import type { Messages } from "../../messages/index.ts";
import { button, el, heading } from "../draw.ts";
import type { Drawn } from "../shell.ts";

export type Fault = "engineMissing" | "unknownInstrument" | "engineFault";

export function faultScreen({ fault }: Messages, what: Fault, back?: () => void): Drawn {
  const title = heading(fault.title);
  return {
    content: [title, el("p", { class: "lead", role: "alert", "data-fault": what }, fault[what])],
    actions: back ? [button("back", fault.toReview, back, { class: "main" })] : [],
    focus: title,
    said: "",
  };
}
