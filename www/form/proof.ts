// What the browser refuses here and now, found out by trying each thing once.
import { onViolation, PROBE_HOST } from "./watch.ts";

/**
 * blocked: the browser said it refused. open: it went through.
 * unproven: no answer either way. absent: this browser has no such thing. removed: the form took it away.
 */
export type Outcome = "blocked" | "open" | "unproven" | "absent" | "removed";
export type Group = "send" | "direct" | "store" | "around" | "code";
export type Way =
  | "fetch" | "xhr" | "socket" | "stream" | "beacon" | "image"
  | "peer" | "local" | "database" | "cookie" | "parent" | "eval";

export interface Probe {
  group: Group;
  way: Way;
  outcome: Promise<Outcome>;
}

// A failure with no refusal beside it means the request had been let out;
// the refusal may be told a little later than the failure.
const GRACE = 1500;
const PATIENCE = 5000;

/** Runs before anything is dropped, so the originals need never be kept. */
export function tryEverything(): Probe[] {
  return [...network(), ...storage(), { group: "around", way: "parent", outcome: touch(() => parent.document) }, code()];
}

/** Runs after the drop: looks whether the means of a direct connection are gone. */
export function lookForPeers(hadPeers: boolean): Probe {
  const names = ["RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection", "RTCIceTransport", "WebTransport"];
  const left = names.some((name) => (window as unknown as Record<string, unknown>)[name] !== undefined);
  return { group: "direct", way: "peer", outcome: Promise.resolve(left ? "open" : hadPeers ? "removed" : "absent") };
}

type Fail = () => void;

// One port a way: the refusal names the address, and so the way. All are low
// ports of the device itself, outside the lists that browsers refuse by number.
function network(): Probe[] {
  const connect = (way: Way, port: number, scheme: string, start: (url: string, fail: Fail) => unknown): Probe =>
    ({ group: "send", way, outcome: attempt(port, scheme, ["connect-src"], (fail) => start(`${scheme}://${PROBE_HOST}${port}/`, fail)) });
  return [
    connect("fetch", 2, "https", (url, fail) => fetch(url, { mode: "no-cors" }).then(fail, fail)),
    connect("xhr", 3, "https", (url, fail) => {
      const request = new XMLHttpRequest();
      request.onloadend = fail;
      request.open("GET", url);
      request.send();
    }),
    connect("socket", 4, "wss", (url, fail) => {
      new WebSocket(url).onclose = fail;
    }),
    connect("stream", 5, "https", (url, fail) => {
      const source = new EventSource(url);
      source.onerror = () => {
        source.close();
        fail();
      };
    }),
    connect("beacon", 6, "https", (url) => navigator.sendBeacon(url)),
    {
      group: "send",
      way: "image",
      outcome: attempt(8, "https", ["img-src", "default-src"], (fail) => {
        const image = new Image();
        image.onload = image.onerror = fail;
        image.src = `https://${PROBE_HOST}8/`;
      }),
    },
  ];
}

function attempt(port: number, scheme: string, directives: string[], start: (fail: Fail) => unknown): Promise<Outcome> {
  return new Promise((settle) => {
    onViolation(({ directive, uri }) => {
      // Of an address that is not http(s), an engine may tell the scheme alone.
      const mine = uri.includes(PROBE_HOST + port) || uri === scheme;
      if (mine && directives.includes(directive)) settle("blocked");
    });
    setTimeout(settle, PATIENCE, "unproven");
    try {
      start(() => setTimeout(settle, GRACE, "open"));
    } catch (error) {
      // Firefox throws first and tells of the refusal afterwards.
      if (isRefusal(error)) settle("blocked");
      else setTimeout(settle, GRACE, "unproven");
    }
  });
}

function storage(): Probe[] {
  return [
    { group: "store", way: "local", outcome: touch(() => localStorage.length) },
    { group: "store", way: "database", outcome: database() },
    { group: "store", way: "cookie", outcome: touch(cookie) },
  ];
}

/** WebKit refuses the reading, not the writing. */
function cookie(): string | null {
  document.cookie = "rapport=1; max-age=1";
  return document.cookie.includes("rapport") ? "kept" : null;
}

async function touch(reach: () => unknown): Promise<Outcome> {
  try {
    const reached = reach();
    return reached === null || reached === undefined ? "absent" : "open";
  } catch (error) {
    return isRefusal(error) ? "blocked" : "unproven";
  }
}

function database(): Promise<Outcome> {
  return new Promise((settle) => {
    setTimeout(settle, PATIENCE, "unproven");
    try {
      const databases = indexedDB;
      if (!databases) return settle("absent");
      const request = databases.open("rapport");
      request.onsuccess = () => {
        request.result.close();
        databases.deleteDatabase("rapport");
        settle("open");
      };
      request.onerror = () => settle(isRefusal(request.error) ? "blocked" : "unproven");
    } catch (error) {
      settle(isRefusal(error) ? "blocked" : "unproven");
    }
  });
}

/** Turning text into running code. */
function code(): Probe {
  let outcome: Outcome = "open";
  try {
    new Function("return 1")();
  } catch (error) {
    outcome = error instanceof EvalError || error instanceof TypeError ? "blocked" : "unproven";
  }
  return { group: "code", way: "eval", outcome: Promise.resolve(outcome) };
}

function isRefusal(error: unknown): boolean {
  return error instanceof DOMException && error.name === "SecurityError";
}

/** What all of them come to: one that got through is enough at once; else when the last has answered. */
export function verdictOf(probes: Probe[]): Promise<Outcome> {
  const outcomes = probes.map(({ outcome }) => outcome);
  const open = new Promise<Outcome>((settle) => {
    for (const outcome of outcomes) void outcome.then((one) => one === "open" && settle("open"));
  });
  return Promise.race([open, Promise.all(outcomes).then(worst)]);
}

/** One way that got through makes the whole open; one without an answer makes it unproven. */
export function worst(outcomes: Outcome[]): Outcome {
  const order: Outcome[] = ["open", "unproven", "blocked", "removed"];
  return order.find((outcome) => outcomes.includes(outcome)) ?? "absent";
}
