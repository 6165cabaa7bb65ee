// Counts what the browser did on the form's behalf since it loaded: requests made, attempts refused.

/** Probes go to the device itself, to low ports that nothing answers on. */
export const PROBE_HOST = "127.0.0.1:";

export interface Violation {
  directive: string;
  uri: string;
}

// Exactly the addresses of the form's own checks: nothing else may hide behind them.
const PROBE = /^(https|wss):\/\/127\.0\.0\.1:[2-8]\/?$/;
// Both documents' policies refuse, and each tells.
const TOLD_TWICE_WITHIN = 100;

const listed: string[] = [];
const refusals: { key: string; at: number }[] = [];
const refusedAddresses = new Set<string>();
const listeners = new Set<(violation: Violation) => void>();
let observer: PerformanceObserver | null = null;
let probing = true;

export function startWatching(): void {
  document.addEventListener("securitypolicyviolation", (event) => {
    const violation = { directive: event.effectiveDirective, uri: event.blockedURI };
    listeners.forEach((listen) => listen(violation));
    refusedAddresses.add(violation.uri);
    if (!isProbe(violation)) count(`${violation.directive} ${violation.uri}`, event.timeStamp);
  });
  try {
    observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: "resource", buffered: true });
  } catch {
    observer = null;
  }
}

export function onViolation(listen: (violation: Violation) => void): void {
  listeners.add(listen);
}

/** From now on every refusal counts. */
export function endOfProbes(): void {
  probing = false;
}

/** Requests that the browser lists since the form loaded; null where it does not let the form count. */
export function requestCount(): number | null {
  if (!observer) return null;
  note(observer.takeRecords());
  // Some engines list a request that was refused before it began; it counts as refused, below.
  return listed.filter((address) => !refusedAddresses.has(address) && !PROBE.test(address)).length;
}

/** Attempts refused by the browser, the form's own checks not counted. */
export function refusedCount(): number {
  return refusals.length;
}

function count(key: string, at: number): void {
  if (!refusals.some((earlier) => earlier.key === key && at - earlier.at < TOLD_TWICE_WITHIN)) refusals.push({ key, at });
}

function note(entries: PerformanceEntryList): void {
  for (const entry of entries) listed.push(entry.name);
}

// Some refusals name no address ("wss", "eval"): while the checks run, those are the form's own.
function isProbe({ uri }: Violation): boolean {
  return probing && (PROBE.test(uri) || !uri.includes("/"));
}
