// The outer script of form.html. Where WebAssembly is off, form-plain.html is loaded in its place: the same form with its
// engine in JavaScript.
import { FRAME_NAME, message } from "../embed/protocol.ts";
import { relay } from "./relay.ts";

const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

// Tried, not looked up: it can be there and yet be refused, by a policy that came with the page.
function runsHere(): boolean {
  try {
    new WebAssembly.Module(EMPTY_MODULE);
    return true;
  } catch {
    return false;
  }
}

if (runsHere()) {
  relay();
} else if (window.name === FRAME_NAME) {
  // The host element takes a second document in its frame for a breach, so it opens a new frame itself.
  parent.postMessage(message("plain"), "*");
} else {
  location.replace(`form-plain.html${location.search}`);
}
