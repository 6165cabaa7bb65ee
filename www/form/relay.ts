// The outer document's part: the only way out of the sealed form.
import { isConnect, message, type Announcement } from "../embed/protocol.ts";
import type { FromForm, Open, SaveKind } from "./channel.ts";
import { outerSentences } from "./messages/outer.ts";
import { exitOnEscape } from "./app/leaving.ts";
import { readSettings } from "./settings.ts";

const NEUTRAL_PAGE = "https://www.wikipedia.org/";
const MAX_CONTENT = 256 * 1024;
const FILES: Record<SaveKind, { name: string; type: string }> = {
  text: { name: "private-form.txt", type: "text/plain" },
  data: { name: "private-form.json", type: "application/json" },
};

const standalone = parent === window;
const settings = readSettings(location.search);
const channel = new MessageChannel();
const form = channel.port1;
let host: MessagePort | null = null;
let loads = 0;
let greeted = false;
let ready = false;
let finished = false;

export function relay(): void {
  // Listening on the document, in the capture phase: this script stands before
  // the frame, so the first load can never be missed.
  document.addEventListener("load", (event) => {
    if (!(event.target instanceof HTMLIFrameElement)) return;
    loads += 1;
    if (loads === 1) open(event.target);
    else breach();
  }, true);

  window.addEventListener("message", (event) => {
    const port = event.ports[0];
    if (standalone || host || event.source !== parent || !isConnect(event.data) || !port) return;
    host = port;
    if (ready) tell("ready");
  });

  form.onmessage = (event: MessageEvent<FromForm>) => {
    const data = event.data;
    switch (data?.type) {
      case "ready":
      case "fault":
        if (!greeted && !standalone) parent.postMessage(message("hello"), "*");
        greeted = true;
        // Nothing to fill in after a fault, but the way out stays open.
        ready ||= data.type === "ready";
        return;
      case "finished":
        // Once, so that nothing can be counted out to the page around.
        if (!finished) tell("finished");
        finished = true;
        return;
      case "save":
        // A file only after the person pressed something, never by the form's own doing.
        if (navigator.userActivation?.isActive !== false) save(data.kind, data.content);
        return;
      case "exit":
        exit();
    }
  };

  exitOnEscape(exit);
}

function exit(): void {
  close(outerSentences(settings.language).closed);
  tell("exit");
  if (standalone) location.replace(NEUTRAL_PAGE);
}

function open(frame: HTMLIFrameElement): void {
  const first: Open = { rapport: 1, type: "open", settings, standalone };
  // The inner document has no origin to name; the port goes to that one window.
  frame.contentWindow?.postMessage(first, "*", [channel.port2]);
}

function tell(what: Announcement): void {
  host?.postMessage(message(what));
}

/** The form was replaced by something else: nothing in there can be trusted. */
function breach(): void {
  close(outerSentences(settings.language).breach);
  tell("breach");
}

function close(sentence: string): void {
  form.close();
  const line = document.createElement("p");
  line.textContent = sentence;
  document.body.replaceChildren(line);
}

function save(kind: SaveKind, content: string): void {
  if (!Object.hasOwn(FILES, kind) || typeof content !== "string" || content.length > MAX_CONTENT) return;
  const file = FILES[kind];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: file.type }));
  link.download = file.name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
