"""An oracle for the engine: written from docs/format.md alone, without a look at the engine.

python3 tests/reference/oracle.py write   writes what is expected: worked cases, comparisons, rows, provenance
python3 tests/reference/oracle.py check   recomputes all of it; exits 1 if a committed file differs

Python 3.11, standard library only. It takes some minutes, nearly all of them for the rows.
"""

import hashlib
import platform
import sys
from pathlib import Path

from change import compare
from examples import disagreements
from notation import digest, load, load_text, pretty
from report import expect
from rows import digests
from sound import check

DATE, BLOCK, ROWS = "2026-11-23", 10_000, 1_000_000
ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "tests/reference"
# Every row of the short forms, random ones of the others, by their seeds.
SEEDS = {
    "tests/cases/short-eight": None,
    "tests/cases/tenths": None,
    "instruments/alliance": 20261101,
    "tests/cases/composites": 20261102,
    "tests/cases/conditions": 20261103,
    "tests/cases/decimal-weights": 20261104,
    "tests/cases/five-scales": 20261105,
    "tests/cases/long-forty-five": 20261106,
    "tests/cases/mapped": 20261107,
    "tests/cases/percent-count-ten": 20261108,
    "tests/cases/replaced": 20261109,
    "tests/cases/sum-with-gaps": 20261110,
    "tests/cases/ten-not-applicable": 20261111,
    "tests/cases/weighted": 20261112,
    "tests/cases/runs": 20261113,
    "tests/cases/five-of-six": 20261114,
}


def definitions():
    """By folder, in a fixed order."""
    folders = [path.parent for parent in ("instruments", "tests/cases") for path in ROOT.glob(f"{parent}/*/definition.json")]
    return {folder.relative_to(ROOT).as_posix(): load(folder / "definition.json") for folder in sorted(folders)}


def cases(folder, definition):
    for path in sorted((ROOT / folder / "cases").glob("*.json")):
        case = load(path)  # the response and the sum by hand are a person's; only what is expected is ours
        response = case["response"]
        parts = {"shows": case["shows"], "response": response, "expected": expect(definition, response)}
        yield path, pretty({**parts, "byHand": case["byHand"]}) + "\n"


def comparisons(all_definitions):
    path, found = HERE / "change.json", []
    for case in load(path):
        of = all_definitions[case["definition"].removesuffix("/definition.json")]
        asked = {name: case[name] for name in ("definition", "scale", "first", "second")}
        found.append({**asked, "expected": compare(of, case["scale"], case["first"], case["second"])})
    yield path, pretty(found) + "\n"


def twice(all_definitions):
    """An item answered twice stands in a text only, so these responses are texts."""
    path, found = HERE / "answered-twice.json", []
    for case in load(path):
        of = all_definitions[case["definition"].removesuffix("/definition.json")]
        asked = {name: case[name] for name in ("definition", "text")}
        found.append({**asked, "expected": expect(of, load_text(case["text"], twice_allowed=True))})
    yield path, pretty(found) + "\n"


def many(all_definitions):
    found = []
    for folder, seed in SEEDS.items():
        name = f"{folder}/definition.json"
        kind = "all" if seed is None else "random"
        rows, hashes = digests(all_definitions[folder], kind, seed, ROWS, BLOCK)
        file = hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
        made = {"definition": name, "sha256": file, "kind": kind, "seed": seed, "rows": rows, "block": BLOCK}
        found.append({**made, "digests": hashes})
    yield HERE / "rows.json", pretty(found) + "\n"


def provenance(all_definitions, python):
    made = []
    for folder, definition in all_definitions.items():
        count = len(list((ROOT / folder / "cases").glob("*.json")))
        name = f"{folder}/definition.json"
        made.append({
            "definition": name,
            "version": definition["version"],
            "sha256": digest(definition),
            "cases": f"{count} in {folder}/cases",
            "rows": None if folder not in SEEDS else "all" if SEEDS[folder] is None else f"random, seed {SEEDS[folder]}",
        })
    by = "tests/reference/oracle.py, written from docs/format.md, not from the engine"
    yield HERE / "provenance.json", pretty({"by": by, "python": python, "date": DATE, "made": made}) + "\n"


def files(python):
    """Every file that the oracle answers for, with the text that it must have."""
    all_definitions = definitions()
    for folder, definition in all_definitions.items():
        check(definition)
        yield from cases(folder, definition)
    yield from comparisons(all_definitions)
    yield from twice(all_definitions)
    yield from provenance(all_definitions, python)
    yield from many(all_definitions)


def main():
    if sys.argv[1:] not in (["write"], ["check"]):
        sys.exit("usage: oracle.py write | check")
    writing = sys.argv[1] == "write"
    python = platform.python_version() if writing else load(HERE / "provenance.json")["python"]
    wrong = list(disagreements((ROOT / "docs/format.md").read_text("utf-8")))
    for each in wrong:
        print(each)
    different = False
    for path, text in files(python):
        if not path.exists() or path.read_bytes() != text.encode("utf-8"):
            different = True
            print("written" if writing else "differs", path.relative_to(ROOT).as_posix())
            if writing:
                path.write_bytes(text.encode("utf-8"))
    sys.exit(1 if wrong or different and not writing else 0)


if __name__ == "__main__":
    main()
