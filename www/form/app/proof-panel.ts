// Draws the proof: a plain line for each group, green only when every way in it was refused.
import type { Messages } from "../messages/index.ts";
import type { App } from "./app.ts";
import { worst, type Group, type Outcome, type Probe } from "../proof.ts";
import { el, shape } from "./draw.ts";

interface Tried {
  probe: Probe;
  outcome: Outcome;
}

const GROUPS: Group[] = ["send", "direct", "store", "around", "code"];

const MARKS: Record<Outcome, string> = {
  blocked: "M5 10.5l3.5 3.5L15.5 6.5",
  absent: "M5 10.5l3.5 3.5L15.5 6.5",
  removed: "M5 10.5l3.5 3.5L15.5 6.5",
  unproven: "M6 10h8",
  open: "M6 6l8 8M14 6l-8 8",
};

export function proofPanel({ messages, probes, verdict }: App): HTMLElement {
  const { proof } = messages;
  const panel = el("section", { class: "proof", "data-proof": "checking", "aria-label": proof.title },
    el("p", { class: "verdict" }, proof.checking));
  const all = Promise.all(probes.map(async (probe): Promise<Tried> => ({ probe, outcome: await probe.outcome })));
  void verdict.then((outcome) => {
    // A warning does not wait for the checks that are still running.
    if (outcome === "open") warn(panel, messages);
    return all.then((tried) => fillPanel(panel, messages, tried));
  });
  return panel;
}

function warn(panel: HTMLElement, { proof }: Messages): void {
  panel.dataset.proof = "open";
  panel.replaceChildren(el("p", { class: "verdict", role: "alert" }, mark("open"), el("span", {}, proof.warning)));
}

function fillPanel(panel: HTMLElement, messages: Messages, tried: Tried[]): void {
  const { proof } = messages;
  const overall = worst(tried.map(({ outcome }) => outcome));
  const verdict = overall === "open" ? proof.warning : overall === "unproven" ? proof.partly(tried.filter(({ outcome }) => outcome === "unproven").length) : proof.sealed;
  panel.dataset.proof = overall;
  panel.replaceChildren(
    el("p", { class: "verdict", role: overall === "open" ? "alert" : false }, mark(overall), el("span", {}, verdict)),
    el("p", { class: "how" }, proof.title),
    el("ul", { class: "checks", role: "list" }, ...GROUPS.map((group) => row(messages, group, tried.filter(({ probe }) => probe.group === group)))),
    el("details", {},
      el("summary", {}, proof.details),
      el("p", {}, proof.method),
      el("ul", {}, ...tried.map(({ probe, outcome }) =>
        el("li", { "data-way": probe.way, "data-outcome": outcome }, `${proof.ways[probe.way]}: ${proof.outcomes[outcome]}`))),
      el("p", {}, proof.limits)),
  );
}

function row({ proof }: Messages, group: Group, tried: Tried[]): HTMLElement {
  const outcome = worst(tried.map((one) => one.outcome));
  const blocked = tried.filter((one) => one.outcome === "blocked").length;
  const said: Record<Outcome, string> = {
    blocked: proof.blocked(blocked),
    removed: proof.removed,
    absent: proof.absent,
    unproven: proof.unproven,
    open: proof.open,
  };
  return el("li", { "data-group": group, "data-outcome": outcome },
    mark(outcome), el("span", {}, `${proof.rows[group]}: `, el("strong", {}, said[outcome])));
}

function mark(outcome: Outcome): SVGElement {
  return shape("svg", { class: "mark", "aria-hidden": "true", viewBox: "0 0 20 20", width: "20", height: "20" },
    shape("circle", { cx: "10", cy: "10", r: "9" }), shape("path", { d: MARKS[outcome] }));
}
