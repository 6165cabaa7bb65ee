"""An oracle for the scores: written from docs/format.md alone, without a look at the engine.

python3 tests/reference/oracle.py write   writes what is expected: worked cases, samples, provenance
python3 tests/reference/oracle.py check   recomputes all of it; exits 1 if a committed file differs

Python 3.11, standard library only. All arithmetic is exact (Fraction); a score becomes a double once, at the end.
"""

import hashlib
import json
import platform
import random
import sys
from fractions import Fraction
from pathlib import Path

SEED, DATE = 20261122, "2026-11-22"
ROOT = Path(__file__).resolve().parents[2]
SAMPLES = {"instruments/alliance": 5000, "tests/cases/sum-with-gaps": 2000, "tests/cases/decimal-weights": 2000}


# Scoring

def weights_of(definition):
    """linkId -> {code: weight}"""
    lists = {
        name: {option["code"]: Fraction(option["weight"]) for option in options}
        for name, options in definition["answerOptions"].items()
    }
    return {item["linkId"]: lists[item["answerOptions"]] for item in definition["items"]}


def is_option(value, options):
    return isinstance(value, (int, Fraction)) and not isinstance(value, bool) and value in options


def combine(scale, item_scores):
    mean = sum(item_scores) / Fraction(len(item_scores))
    return mean if scale["aggregation"] == "mean" else mean * len(scale["key"])


def reachable(scale, weights):
    """The lowest and the highest score with every item of the key answered; reversing an item keeps its two ends."""
    lists = [weights[keyed["linkId"]].values() for keyed in scale["key"]]
    return combine(scale, [min(each) for each in lists]), combine(scale, [max(each) for each in lists])


def score(scale, weights, answers):
    low, high = reachable(scale, weights)
    if (low, high) != (scale["range"]["min"], scale["range"]["max"]):
        raise ValueError(f"scale {scale['id']}: the key reaches {low} to {high}, the range says otherwise")
    ends_of = {(min(weights[keyed["linkId"]].values()), max(weights[keyed["linkId"]].values())) for keyed in scale["key"]}
    if len(ends_of) > 1 and scale["missingRule"]["minAnswered"] < len(scale["key"]):
        raise ValueError(f"scale {scale['id']}: answers may be missing, but the items' ranges differ")
    item_scores, invalid = [], False
    for keyed in scale["key"]:
        options, value = weights[keyed["linkId"]], answers.get(keyed["linkId"])
        if is_option(value, options):
            ends = min(options.values()) + max(options.values())
            item_scores.append(ends - options[value] if keyed.get("reverse") else options[value])
        elif value is not None:
            invalid = True
    answered, missing = len(item_scores), len(scale["key"]) - len(item_scores)
    too_few = answered < scale["missingRule"]["minAnswered"]
    reason = "invalidAnswer" if invalid else "tooFewAnswered" if too_few else None
    return {
        "scale": scale["id"],
        "value": None if reason else combine(scale, item_scores),
        "notScored": reason,
        "min": low,
        "max": high,
        "answered": answered,
        "missing": missing,
        "prorated": reason is None and missing > 0,
    }


def issues_of(definition, weights, answers):
    """In the items' order, then the unknown items by linkId: the order of the answers decides nothing."""
    found = []
    required = {item["linkId"] for item in definition["items"] if item.get("required")}
    for link_id, options in weights.items():
        value = answers.get(link_id)
        if value is not None and not is_option(value, options):
            found.append(("notAnOption", link_id))
        elif value is None and link_id in required:
            found.append(("missingRequired", link_id))
    unknown = sorted((key for key in answers if key not in weights), key=lambda key: key.encode("utf-8"))
    found += [("unknownItem", link_id) for link_id in unknown]
    return [
        {"code": code, "expression": "/answers/" + link_id.replace("~", "~0").replace("/", "~1")}
        for code, link_id in found
    ]


def expect(definition, answers):
    weights = weights_of(definition)
    answered = sum(is_option(answers.get(link_id), options) for link_id, options in weights.items())
    declined = sum(link_id in answers and answers[link_id] is None for link_id in weights)
    missing = len(weights) - answered - declined  # an invalid answer is in here
    return {
        "scores": [score(scale, weights, answers) for scale in definition["scales"]],
        "issues": issues_of(definition, weights, answers),
        "quality": {"items": len(weights), "answered": answered, "declined": declined, "missing": missing},
    }


# JSON

def load(path):
    def once(pairs):
        if len(dict(pairs)) < len(pairs):
            raise ValueError(f"{path.name}: a key is given twice")
        return dict(pairs)

    return json.loads(path.read_text("utf-8"), parse_float=Fraction, object_pairs_hook=once)


def scalar(value):
    """A string, true, false, null or a number; a whole number as 4, not as 4.0."""
    if isinstance(value, Fraction):
        value = int(value) if value.denominator == 1 else float(value)
    return json.dumps(value, ensure_ascii=False)


def canonical(value):
    """RFC 8785. Python and JavaScript print the same digits for the numbers that are let through here."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(scalar(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, (int, Fraction)) and (abs(value) >= 2**53 or 0 < abs(value) < Fraction(1, 1000)):
        raise ValueError(f"{value}: JavaScript may print this number in another way")
    return scalar(value)


def digest(definition):
    return hashlib.sha256(canonical(definition).encode("utf-8")).hexdigest()


def pretty(value, indent=""):
    """Two spaces; a list or an object without another one in it stays in one line if it fits."""
    if not value or not isinstance(value, (dict, list)):
        return scalar(value)
    inner = indent + "  "
    if isinstance(value, dict):
        begin, end, children = "{ ", " }", list(value.values())
        parts = [scalar(key) + ": " + pretty(child, inner) for key, child in value.items()]
    else:
        begin, end, children = "[", "]", value
        parts = [pretty(child, inner) for child in value]
    line = begin + ", ".join(parts) + end
    if len(indent + line) <= 160 and not any(child and isinstance(child, (dict, list)) for child in children):
        return line
    return begin.strip() + "\n" + ",\n".join(inner + part for part in parts) + "\n" + indent + end.strip()


# Files

def draw(weights, rng):
    """One random response as cells. Only rng.random() is used: its numbers are the same in every Python."""
    def one_of(choices):
        return list(choices)[int(rng.random() * len(choices))]

    cells = {link_id: str(one_of(options)) for link_id, options in weights.items()}
    if rng.random() < 1 / 3:
        return cells
    most = len(cells) if rng.random() < 0.1 else len(cells) // 2
    for _ in range(one_of(range(1, most + 1))):
        cells[one_of(cells)] = "d" if rng.random() < 0.3 else ""
    if rng.random() < 0.15:
        cells[one_of(cells)] = "x"
    return cells


def sample(definition, rows):
    weights, rng = weights_of(definition), random.Random(SEED)
    lines = [[*weights, *("score:" + scale["id"] for scale in definition["scales"])]]
    for _ in range(rows):
        cells = draw(weights, rng)
        answers = {key: {"d": None, "x": 9}[cell] if cell in "dx" else int(cell) for key, cell in cells.items() if cell}
        scores = expect(definition, answers)["scores"]
        lines.append([*cells.values(), *(each["notScored"] or repr(float(each["value"])) for each in scores)])
    return "".join(",".join(line) + "\n" for line in lines)


def files(python):
    """Every file that the oracle answers for, with the text that it must have."""
    made = []
    for folder, rows in SAMPLES.items():
        definition = load(ROOT / folder / "definition.json")
        cases = sorted((ROOT / folder / "cases").glob("*.json"))
        for path in cases:  # the response and the sum by hand are a person's; only what is expected is ours
            case = load(path)
            response, expected = case["response"], expect(definition, case["response"]["answers"])
            parts = {"shows": case["shows"], "response": response, "expected": expected, "byHand": case["byHand"]}
            yield path, pretty(parts) + "\n"
        name = f"tests/reference/{definition['id']}-sample.csv"
        yield ROOT / name, sample(definition, rows)
        made.append({
            "definition": f"{folder}/definition.json",
            "version": definition["version"],
            "sha256": digest(definition),
            "cases": f"{len(cases)} in {folder}/cases",
            "sample": f"{rows} rows in {name}",
        })
    by = "tests/reference/oracle.py, written from docs/format.md, not from the engine"
    provenance = {"by": by, "python": python, "seed": SEED, "date": DATE, "made": made}
    yield ROOT / "tests/reference/provenance.json", pretty(provenance) + "\n"


def main():
    if sys.argv[1:] not in (["write"], ["check"]):
        sys.exit("usage: oracle.py write | check")
    writing = sys.argv[1] == "write"
    python = platform.python_version() if writing else load(ROOT / "tests/reference/provenance.json")["python"]
    different = False
    for path, text in files(python):
        if not path.exists() or path.read_bytes() != text.encode("utf-8"):
            different = True
            print("written" if writing else "differs", path.relative_to(ROOT).as_posix())
            if writing:
                path.write_bytes(text.encode("utf-8"))
    sys.exit(1 if different and not writing else 0)


if __name__ == "__main__":
    main()
