// The sealed form's script. The prologue comes first, always.
import { probes } from "./prologue.ts";
import { openForm } from "./app/app.ts";
import type { Open } from "./channel.ts";

// The first message from the document around this one brings the settings and the only way out.
const listen = (event: MessageEvent<Open>): void => {
  const door = event.ports[0];
  if (event.source !== parent || !door || event.data?.type !== "open") return;
  removeEventListener("message", listen);
  openForm(event.data.settings, door, probes);
};
addEventListener("message", listen);
