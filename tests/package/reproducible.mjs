// Builds all once more into an empty cargo target and compares every byte with what is in pkg/dist and dist.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BUILT = ["pkg/dist", "dist/site"];

const files = (folder) =>
  readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
const digests = () =>
  new Map(BUILT.flatMap(files).map((file) => [file, createHash("sha256").update(readFileSync(file)).digest("hex")]));

const before = digests();
const target = mkdtempSync(join(tmpdir(), "rapport-target-"));
const xtask = process.env.RAPPORT_XTASK;
if (!xtask) throw new Error("this is run by `cargo xtask test`, which says where it is itself");
try {
  execFileSync(xtask, ["build"], { env: { ...process.env, CARGO_TARGET_DIR: target }, stdio: ["ignore", "ignore", "inherit"] });
} finally {
  rmSync(target, { recursive: true, force: true });
}
const after = digests();
const differing = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
if (differing.length > 0) {
  console.error(`two builds differ in:\n  ${differing.join("\n  ")}`);
  process.exit(1);
}
console.log(`${before.size} files are the same in both builds`);
