// Puts the airlock together: two documents in one file, each under a policy that names its scripts and styles by hash.
import { createHash } from "node:crypto";

const NO_SCRIPT = "This private form needs JavaScript, and it is switched off here. You can switch it on for this page, "
  + "or ask for the form on paper. Nothing has been sent.";

/**
 * @param {{ innerScript: string, innerStyle: string, outerScript: string, outerStyle: string, data: string, engine?: string }} parts
 *   `engine` is the packed wasm; without one, the inner script holds the engine, and no wasm may run
 * @returns {string} the whole of a form's file
 */
export function airlock({ innerScript, innerStyle, outerScript, outerStyle, data, engine }) {
  for (const text of [innerScript, outerScript, innerStyle, outerStyle]) refuseUnsafe(text);
  const head = `<meta http-equiv="x-dns-prefetch-control" content="off"><meta name="referrer" content="no-referrer">`
    + `<meta name="google" content="notranslate"><meta name="viewport" content="width=device-width,initial-scale=1">`
    + `<meta name="color-scheme" content="light dark"><title>Private form</title>`;

  const wasm = engine ? " 'wasm-unsafe-eval'" : "";
  const inner = page(policy([innerScript], [innerStyle], wasm), head, innerStyle, [
    `<script type="application/json" id="data">${data.replaceAll("<", "\\u003c")}</script>`,
    ...(engine ? [`<script type="text/plain" id="engine">${engine}</script>`] : []),
    `<script>${innerScript}</script>`,
  ]);
  // The inner document lives under the outer policy as well, so that one names all four.
  // The relay stands before the frame: it is listening when the frame first loads.
  return page(policy([outerScript, innerScript], [outerStyle, innerStyle], wasm), head, outerStyle, [
    `<noscript><p>${NO_SCRIPT}</p></noscript>`,
    `<script>${outerScript}</script>`,
    `<iframe title="Private form" sandbox="allow-scripts allow-modals" srcdoc="${attribute(inner)}"></iframe>`,
  ]);
}

function page(contentPolicy, head, style, body) {
  return `<!doctype html><html lang="en" translate="no"><head><meta charset="utf-8">`
    + `<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">${head}<style>${style}</style></head>`
    + `<body>${body.join("")}</body></html>\n`;
}

function policy(scripts, styles, wasm) {
  return [
    "default-src 'none'",
    `script-src ${scripts.map(hash).join(" ")}${wasm}`,
    `style-src ${styles.map(hash).join(" ")}`,
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function attribute(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}

// A text that ended its own element early, or that the parser would change, would no longer fit its hash.
function refuseUnsafe(text) {
  if (/<\/(script|style)|<!--|\r|\0/i.test(text)) throw new Error("a script or style holds text that HTML would read differently");
}
