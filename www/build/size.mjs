// The bytes that go over the wire, each against its budget in size.json; exits 1 when one is over.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const gzip = (bytes) => gzipSync(bytes, { level: 9 }).length;

const { budgets, parts } = JSON.parse(readFileSync("size.json", "utf8"));
const row = (name, raw, gz, br, most, verdict) =>
  console.log([name.padEnd(34), ...[raw, gz, br, most].map((cell) => `${cell}`.padStart(9)), `  ${verdict}`].join("").trimEnd());

let over = 0;
row("", "raw", "gzip", "brotli", "budget", "");
for (const [name, { files, most }] of Object.entries(budgets)) {
  const contents = files.map((file) => readFileSync(file));
  const sum = (measure) => contents.reduce((total, content) => total + measure(content), 0);
  const bytes = sum(brotli);
  if (bytes > most) over += 1;
  row(name, sum((content) => content.length), sum(gzip), bytes, most, bytes > most ? "OVER" : "ok");
}
console.log("\nparts of form.html, each compressed alone");
for (const [name, file] of Object.entries(parts)) {
  const content = readFileSync(file);
  row(name, content.length, gzip(content), brotli(content), "", "");
}
if (over > 0) {
  console.error(`\n${over} over budget`);
  process.exit(1);
}
