// The cases that every runner shares: worked cases with expected scores, and faults with expected codes.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const json = (file) => JSON.parse(readFileSync(file, "utf8"));
const jsonFiles = (folder) => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
  if (files.length === 0) throw new Error(`${folder} has no JSON file`);
  return files;
};

const foldersIn = (room) =>
  readdirSync(room, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join(room, name)).sort();

/** Every instrument with worked cases. */
export const workedCases = () =>
  ["instruments", "tests/cases"].flatMap(foldersIn).map((folder) => ({
    name: folder,
    definition: json(join(folder, "definition.json")),
    cases: jsonFiles(join(folder, "cases")).map((file) => ({ file, ...json(join(folder, "cases", file)) })),
  }));

/** The faulty definitions and responses, each with the issues it must get. */
export const rejects = () => {
  const folder = "tests/rejects";
  const list = (kind) => {
    const expected = json(join(folder, `${kind}.json`));
    return jsonFiles(join(folder, kind)).map((file) => {
      const name = file.replace(/\.json$/, "");
      return { name, text: readFileSync(join(folder, kind, file), "utf8"), expected: expected[name] };
    });
  };
  return { definitions: list("definitions"), responses: list("responses"), sound: json(join(folder, "sound.json")) };
};
