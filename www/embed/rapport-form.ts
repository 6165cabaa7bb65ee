// <rapport-form>: puts the sealed form on a host page, in a frame the page's scripts cannot look into.
import { type Announcement, FRAME_NAME, isHello, isPlain, message, readAnnouncement } from "./protocol.ts";

declare global {
  interface HTMLElementTagNameMap {
    "rapport-form": RapportForm;
  }
  interface HTMLElementEventMap {
    "rapport-ready": CustomEvent<null>;
    "rapport-finished": CustomEvent<null>;
    "rapport-exit": CustomEvent<null>;
    "rapport-breach": CustomEvent<null>;
  }
}

const EXIT = "https://www.wikipedia.org/";
const HEIGHT = 640;
const LEAST_HEIGHT = 320;
const PATIENCE = 15_000;
const LEAVING = 5000;
const SETTINGS = ["instrument", "form", "language", "practitioner"];
// The frame needs none of these, so it may ask for none of them.
const REFUSED = [
  "camera", "microphone", "geolocation", "payment", "display-capture", "clipboard-read",
  "publickey-credentials-get", "publickey-credentials-create", "identity-credentials-get",
];

// form.html lies beside this script. A module has no currentScript, so its tag is looked for by name.
const script = (document.currentScript as HTMLScriptElement | null)?.src
  || document.querySelector<HTMLScriptElement>('script[src*="rapport-form"]')?.src
  || document.baseURI;

// Attributes are read once, when the element joins the page. A later change waits until the element is taken
// out and put back, which starts a fresh form: rebuilding at once would throw answers away without a word.
export class RapportForm extends HTMLElement {
  #close = (): void => {};
  #note?: HTMLElement;

  connectedCallback(): void {
    this.#close();
    this.#note?.remove();
    const address = formAddress(this);
    if (address) this.#open(address);
    else this.#say("The private form could not be found.");
  }

  #open(address: URL): void {
    const frame = privateFrame(this, address);
    let port: MessagePort | undefined;
    let loads = 0;

    const close = (this.#close = () => {
      clearTimeout(timer);
      removeEventListener("message", hear);
      port?.close();
      frame.remove();
    });

    const breach = () => {
      close();
      this.#say("This form was closed because something tried to change it. Please do not answer it on this page.");
      this.#announce("breach");
    };

    const exit = () => {
      close();
      this.#say("This form is closed.");
      if (this.#announce("exit")) leave(this.getAttribute("exit"));
      else this.#note?.focus();
    };

    const hear = (event: MessageEvent) => {
      if (port || event.source !== frame.contentWindow || event.origin !== "null") return;
      if (isPlain(event.data)) {
        close();
        return this.#open(new URL(`form-plain.html${address.search}`, address));
      }
      if (!isHello(event.data)) return;
      clearTimeout(timer);
      this.#note?.remove();
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = ({ data }) => {
        const type = readAnnouncement(data);
        if (type === "breach") breach();
        else if (type === "exit") exit();
        else if (type) this.#announce(type);
      };
      // An opaque origin cannot be named, hence "*". The message holds nothing but the port.
      frame.contentWindow!.postMessage(message("connect"), "*", [channel.port2]);
    };

    // The frame stays: on a slow line a late form is still a form.
    const timer = setTimeout(() => this.#say("The private form has not opened here. ", address), PATIENCE);

    // The form never navigates, so a second document in the frame is not ours.
    frame.addEventListener("load", () => {
      if (++loads > 1) breach();
    });
    addEventListener("message", hear);
    this.prepend(frame);
    this.#say("Opening the private form.");
  }

  disconnectedCallback(): void {
    this.#close();
  }

  // moveBefore() keeps the frame alive, and with it the answers.
  connectedMoveCallback(): void {}

  #announce(type: Announcement): boolean {
    return this.dispatchEvent(
      new CustomEvent(`rapport-${type}`, { bubbles: true, cancelable: type === "exit" }),
    );
  }

  #say(sentence: string, address?: URL): void {
    this.#note?.remove();
    const note = (this.#note = document.createElement("p"));
    note.lang = "en";
    note.setAttribute("role", "status");
    note.tabIndex = -1;
    note.textContent = sentence;
    if (address) {
      const link = document.createElement("a");
      link.href = address.href;
      link.rel = "noreferrer";
      link.target = "_blank";
      link.textContent = "Open it on its own page";
      note.append(link);
    }
    this.prepend(note);
  }
}

function formAddress(element: Element): URL | null {
  const address = webAddress(element.getAttribute("src") || new URL("form.html", script).href, /^(https?|file):$/);
  for (const name of SETTINGS) {
    const value = element.getAttribute(name);
    if (value) address?.searchParams.set(name, value);
  }
  return address;
}

function webAddress(text: string, protocol: RegExp): URL | null {
  try {
    const address = new URL(text, document.baseURI);
    return protocol.test(address.protocol) ? address : null;
  } catch {
    return null;
  }
}

function privateFrame(element: Element, address: URL): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts allow-downloads allow-modals");
  frame.allow = REFUSED.map((feature) => `${feature} 'none'`).join("; ");
  frame.referrerPolicy = "no-referrer";
  frame.name = FRAME_NAME;
  frame.title = element.getAttribute("label") || "Private form";
  frame.style.display = "block";
  frame.style.width = "100%";
  const height = element.getAttribute("height") ?? "";
  frame.style.height = `${/^\d+$/.test(height) ? Math.max(Number(height), LEAST_HEIGHT) : HEIGHT}px`;
  frame.style.border = "0";
  frame.src = address.href;
  return frame;
}

// The page says where the person has been, so it is hidden while the next one loads, and the next one is not told.
function leave(exit: string | null): void {
  const page = document.documentElement;
  page.style.display = "none";
  const show = (): void => void page.style.removeProperty("display");
  addEventListener("pagehide", show, { once: true });
  // A page that could not be left must not stay white.
  setTimeout(show, LEAVING);
  const quiet = document.createElement("meta");
  quiet.name = "referrer";
  quiet.content = "no-referrer";
  document.head.append(quiet);
  location.replace((webAddress(exit || EXIT, /^https?:$/) ?? EXIT).toString());
}
