// The messages that may cross the frame's edge, and the checks both sides make.
// Each has exactly two keys, so nothing about an answer can ride along.

export type Announcement = "ready" | "finished" | "exit" | "breach";
export type Message<T extends string> = { rapport: 1; type: T };

/** The name of the host element's frame, by which the form knows that there is one to talk to before any handshake. */
export const FRAME_NAME = "rapport-form";

const ANNOUNCEMENTS: readonly string[] = ["ready", "finished", "exit", "breach"];

export function message<T extends string>(type: T): Message<T> {
  return { rapport: 1, type };
}

/** Frame to host page, once: the form is drawn and waits for a port. */
export function isHello(data: unknown): data is Message<"hello"> {
  return typeOf(data) === "hello";
}

/** Frame to host page, in place of the hello: WebAssembly is off here, so the form beside this one is needed. */
export function isPlain(data: unknown): data is Message<"plain"> {
  return typeOf(data) === "plain";
}

/** Host page to frame, once, with a port. */
export function isConnect(data: unknown): data is Message<"connect"> {
  return typeOf(data) === "connect";
}

/** What the frame tells over the port; null for anything not on the list. */
export function readAnnouncement(data: unknown): Announcement | null {
  const type = typeOf(data);
  return type !== null && ANNOUNCEMENTS.includes(type) ? (type as Announcement) : null;
}

function typeOf(data: unknown): string | null {
  if (typeof data !== "object" || data === null || Object.keys(data).length !== 2) return null;
  const { rapport, type } = data as Partial<Message<string>>;
  return rapport === 1 && typeof type === "string" ? type : null;
}
