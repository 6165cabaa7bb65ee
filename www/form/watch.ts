// Counts what the browser did on the form's behalf since it loaded: requests made, attempts refused.

/** Probes go to the device itself, to low ports that nothing answers on. */
export const PROBE_HOST = "127.0.0.1:";

export interface Violation {
  directive: string;
  uri: string;
}

const requests: string[] = [];
const listeners = new Set<(violation: Violation) => void>();
let observer: PerformanceObserver | null = null;
let refused = 0;
let probing = true;

export function startWatching(): void {
  document.addEventListener("securitypolicyviolation", (event) => {
    const violation = { directive: event.effectiveDirective, uri: event.blockedURI };
    listeners.forEach((listen) => listen(violation));
    if (!isProbe(violation)) refused += 1;
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

/** Requests since the form loaded; null where the browser does not let it count. */
export function requestCount(): number | null {
  if (!observer) return null;
  note(observer.takeRecords());
  return requests.length;
}

/** Attempts refused by the browser, the form's own checks not counted. */
export function refusedCount(): number {
  return refused;
}

// Some engines list a request that was refused before it began. The form's own
// checks were each confirmed as refused or shown as a warning, so they are left out here.
function note(entries: PerformanceEntryList): void {
  for (const entry of entries) if (!entry.name.includes(PROBE_HOST)) requests.push(entry.name);
}

// Some refusals name no address ("wss", "eval"): while the checks run, those are the form's own.
function isProbe({ uri }: Violation): boolean {
  return uri.includes(PROBE_HOST) || (probing && !uri.includes("/"));
}
