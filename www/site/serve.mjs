// Serves dist/site on this machine only, with the headers recommended in docs/embedding.md.
import { createServer } from "node:http";
import { readFile, realpath } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import process from "node:process";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".ts": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

const FORMS = ["form.html", "form-plain.html"];
const FORM_HEADERS = {
  "Connection-Allowlist": "()",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Access-Control-Allow-Origin": "*",
  "Referrer-Policy": "no-referrer",
};

// The other pages run under a strict policy, as a careful practice would set it: the form must live with that.
const PAGE_HEADERS = {
  "Content-Security-Policy":
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:; object-src 'none'; "
    + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
};

/**
 * Starts the server. Port 0 takes a free one; `headers: false` leaves out all but the type and the caching.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ port = 8080, headers = true, root = new URL("../../dist/site/", import.meta.url) } = {}) {
  const folder = await realpath(fileURLToPath(root));
  const server = createServer((request, response) => {
    answer(request, response, folder, headers).catch(() => refuse(response, 500));
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function answer(request, response, folder, headers) {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
  const file = await find(request.url, folder);
  if (!file) return refuse(response, 404);
  const body = await readFile(file).catch(() => null);
  if (!body) return refuse(response, 404);
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  const own = FORMS.includes(relative(folder, file)) ? FORM_HEADERS : extname(file) === ".html" ? PAGE_HEADERS : {};
  response.writeHead(200, {
    "Content-Type": type,
    "Content-Length": body.length,
    "Cache-Control": "no-cache",
    ...(headers && { "X-Content-Type-Options": "nosniff", ...own }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

// The real path decides, so neither dots nor links lead out of the folder.
async function find(address, folder) {
  try {
    const path = decodeURIComponent(new URL(address, "http://site.invalid").pathname);
    const file = await realpath(join(folder, path.endsWith("/") ? `${path}index.html` : path));
    return file.startsWith(folder + sep) ? file : null;
  } catch {
    return null;
  }
}

function refuse(response, status) {
  if (response.headersSent) return response.destroy();
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end({ 404: "There is no such page here.\n", 405: "This server only reads.\n" }[status] ?? "Something went wrong.\n");
}

async function main() {
  const port = Number(process.argv[2] ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error("the port must be a number from 0 to 65535");
  const { url } = await serve({ port });
  console.log(`The site is open at ${url} (stop it with Ctrl+C).`);
}

if (process.argv[1] && (await realpath(process.argv[1])) === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    const told = {
      EADDRINUSE: "That port is taken. Give another one, such as 8081.",
      EACCES: "That port is not allowed. Give one above 1023.",
      ENOENT: "dist/site is not there yet. Build it first with `cargo xtask build`.",
    };
    console.error(told[error.code] ?? error.message);
    process.exitCode = 1;
  });
}
