// Builds everything the demo serves: the sealed form, the host element, the site and the engine's browser files.
// Run from the root of the repository, after the Rust build.
import { build } from "esbuild";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { airlock } from "./airlock.mjs";

const GLUE = resolve("target/rapport/form/rapport_form.js");
const PLAIN = resolve("target/rapport/form/rapport_form_plain.js");
const WASM = resolve("target/rapport/form/rapport_form_bg.wasm");
const INSTRUMENTS = resolve("target/rapport/instruments");
const SITE = resolve("dist/site");

for (const needed of [GLUE, PLAIN, WASM, INSTRUMENTS, "www/form", "www/embed/define.ts", "www/site"]) {
  if (!existsSync(needed)) {
    console.error(`missing: ${needed}\nRun \`cargo xtask build\` from the root of the repository.`);
    process.exit(1);
  }
}

rmSync(SITE, { recursive: true, force: true });
mkdirSync(SITE, { recursive: true });

const [innerScript, innerPlain, outerScript, outerPlain, innerStyle, outerStyle, element] = await Promise.all([
  bundle("www/form/main.ts", "www/form/packed-engine.ts"),
  bundle("www/form/main.ts", "www/form/plain-engine.ts"),
  bundle("www/form/outer.ts"),
  bundle("www/form/outer-plain.ts"),
  bundle("www/form/form.css"),
  bundle("www/form/outer.css"),
  bundle("www/embed/define.ts"),
]);

const data = instruments();
const engine = letters(readFileSync(WASM));
const shared = { innerStyle, outerStyle, data };
writeFileSync(join(SITE, "form.html"), airlock({ ...shared, innerScript, outerScript, engine }));
writeFileSync(join(SITE, "form-plain.html"), airlock({ ...shared, innerScript: innerPlain, outerScript: outerPlain }));
writeParts({ "inner.js": innerScript, "inner-plain.js": innerPlain, "inner.css": innerStyle, "outer.js": outerScript, "outer.css": outerStyle, "data.json": data, "engine.txt": engine });
writeFileSync(join(SITE, "rapport-form.js"), `${element}\n`);
cpSync("www/site", SITE, { recursive: true, filter: (path) => !path.endsWith(".mjs") });
copyEngine(join(SITE, "engine"));
cpSync("pkg/dist/instruments", join(SITE, "instruments"), { recursive: true });

/**
 * Bytes as text, one letter a byte, the lower eight bits of its code; what HTML would read as something else is moved
 * up by 256. Unlike base64 it leaves a server's compression the patterns that it lives by.
 */
function letters(bytes) {
  const moved = [0x00, 0x0d, ...Buffer.from("<&\"")];
  return Array.from(bytes, (byte) => String.fromCharCode(moved.includes(byte) ? byte + 256 : byte)).join("");
}

/** The parts of the form by themselves, for the size report. */
function writeParts(parts) {
  mkdirSync("dist/parts", { recursive: true });
  for (const [name, text] of Object.entries(parts)) writeFileSync(join("dist/parts", name), text);
}

/** One classic script or one style sheet as text. */
async function bundle(entry, engine = "") {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    // The floor is set by color-mix() and :has(), which degrade to plainer looks; the script runs on es2020.
    target: ["es2020"],
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    alias: { "engine-glue": GLUE, "engine-in-javascript": PLAIN, ...(engine && { engine: resolve(engine) }) },
  });
  return outputFiles[0].text.trim();
}

function instruments() {
  const files = readdirSync(INSTRUMENTS).filter((name) => name.endsWith(".json")).sort();
  if (files.length === 0) throw new Error(`no instrument in ${INSTRUMENTS}`);
  return JSON.stringify(files.map((name) => JSON.parse(readFileSync(join(INSTRUMENTS, name), "utf8"))));
}

function copyEngine(target) {
  if (!existsSync("pkg/dist")) return;
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync("pkg")) if (name.endsWith(".js")) cpSync(join("pkg", name), join(target, name));
  cpSync("pkg/dist", join(target, "dist"), { recursive: true });
}
