// The first code of the sealed form: try what must be refused, then drop every means of reaching out.
// It is part of the same script as the form, so no page runs the form without it.
import { dropCapabilities } from "./drop.ts";
import { lookForPeers, tryEverything, type Probe } from "./proof.ts";
import { endOfProbes, startWatching } from "./watch.ts";

startWatching();

// A policy stays in force when its element goes; what is not there cannot be
// copied or turned into something else (a meta element into a redirect).
document.currentScript?.remove();
for (const meta of document.querySelectorAll("meta")) meta.remove();

const hadPeers = "RTCPeerConnection" in window;
const tried = tryEverything();
dropCapabilities();

export const probes: Probe[] = [...tried, lookForPeers(hadPeers)];

// A refusal may be told twice, the second time a little later.
Promise.all(probes.map(({ outcome }) => outcome)).then(() => setTimeout(endOfProbes, 1000), endOfProbes);
