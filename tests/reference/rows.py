"""Many rows of answers and the digests of their scores (tests/reference/README.md says how they are made)."""

import hashlib
import struct
from fractions import Fraction
from itertools import product
from operator import itemgetter

from answers import options_of, read, step_of
from scoring import composite_of, item_score, keyed_items, value_of

REASONS = ["tooFewAnswered", "invalidAnswer", "notAsked", "partNotScored"]
MISSING = object()
SUMMED = ("sum", "mean", "meanTimesTen", "percentOfMaximum", "count")


def candidates(definition, item):
    kind, options = item["type"], []
    if kind in ("likert", "choice", "choices"):
        codes = [option["code"] for option in options_of(definition, item)]
        options = [[code] for code in codes] if kind == "choices" else codes
    elif kind in ("line", "number"):
        low, high = (0, 100) if kind == "line" else (item["min"], item["max"])
        step = step_of(item)
        options = [low + step * index for index in range(int((Fraction(high) - low) / step) + 1)]
    elif kind == "consent":
        options = [False, True]
    else:
        options = ["a"] if kind == "text" else ["2026-11-23"]
    return [MISSING, *options]


def xorshift(seed):
    state = seed
    while True:
        state ^= state << 13 & 0xFFFFFFFF
        state ^= state >> 17
        state ^= state << 5 & 0xFFFFFFFF
        yield state


def random_rows(counts, seed, rows):
    draw = xorshift(seed).__next__
    for _ in range(rows):
        yield tuple([draw() % count for count in counts])


def encoded(value, reason):
    return struct.pack("<d", value) if reason is None else b"\xff" * 7 + bytes([REASONS.index(reason) + 1])


class Plain:
    """A scale with a key. What a row has in common with an earlier one is not computed again."""

    def __init__(self, definition, scale, items, lists):
        self.definition, self.scale, self.items, self.lists, self.known = definition, scale, items, lists, {}
        places = {item["linkId"]: place for place, item in enumerate(items)}
        needed = {keyed["linkId"] for keyed in scale["key"]}
        for item in reversed(items):  # a question stands before what hangs on it
            if item["linkId"] in needed:
                needed |= {each["question"] for each in item.get("enableWhen", [])}
        self.places = sorted(places[name] for name in needed)
        self.pick = itemgetter(*self.places) if len(self.places) > 1 else lambda row: (row[self.places[0]],)
        conditional = any("enableWhen" in items[place] for place in self.places)
        self.tables = self.sums() if scale["aggregation"] in SUMMED and not conditional else None

    def sums(self):
        """By place and candidate, what the item adds: its score, or 1 to a count; 1 in the imaginary part if it is missing.

        Two rows with the same sum and as many missing have the same score, to the bit: the formulas take nothing else.
        """
        tables = []
        for place, (item, keyed) in zip(self.places, keyed_items(self.definition, self.scale), strict=True):
            table = []
            for value in self.lists[place]:
                answers = {} if value is MISSING else {item["linkId"]: value}
                state = read(self.definition, {"answers": answers})[0][item["linkId"]]
                if state.kind == "answered":
                    score = item_score(self.definition, item, keyed, value, float)
                    if self.scale["aggregation"] == "count":
                        score = float(score >= float(self.scale["countFrom"]))
                    table.append(complex(score, 0))
                elif state.kind in ("missing", "notApplicable"):
                    table.append(1j)
                else:
                    return None  # an answer that cannot be used: rows are remembered whole
            tables.append(table)
        return tables

    def bits(self, row, _):
        mine = self.pick(row)
        if self.tables:
            key = 0j
            for table, candidate in zip(self.tables, mine):
                key += table[candidate]
        else:
            key = mine
        known = self.known.get(key)
        if known is None:
            given = zip(self.items, self.lists, row)
            answers = {item["linkId"]: values[candidate] for item, values, candidate in given if candidate}
            states, _ = read(self.definition, {"answers": answers})
            known = self.known[key] = encoded(*value_of(self.definition, self.scale, states))
        return known


class Composite:
    def __init__(self, scale, order):
        self.scale, self.known = scale, {}
        self.parts = [order.index(part["scale"]) for part in scale["composite"]]

    def bits(self, _, earlier):
        key = tuple([earlier[part] for part in self.parts])
        known = self.known.get(key)
        if known is None:
            done = {}
            for part, bits in zip(self.scale["composite"], key):
                value = None if bits[:7] == b"\xff" * 7 else struct.unpack("<d", bits)[0]
                done[part["scale"]] = {"value": value}
            known = self.known[key] = encoded(*composite_of(self.scale, done))
        return known


def digests(definition, kind, seed, rows, block):
    """One SHA-256 for each block of rows."""
    items = [item for item in definition["items"] if item["type"] != "info"]
    lists = [candidates(definition, item) for item in items]
    counts, order = [len(values) for values in lists], [scale["id"] for scale in definition["scales"]]
    scales = [
        Composite(scale, order) if "composite" in scale else Plain(definition, scale, items, lists)
        for scale in definition["scales"]
    ]
    source = product(*map(range, counts)) if kind == "all" else random_rows(counts, seed, rows)
    found, done, hashed = [], 0, hashlib.sha256()
    for row in source:
        bits = []
        for scale in scales:
            bits.append(scale.bits(row, bits))
        hashed.update(b"".join(bits))
        done += 1
        if done % block == 0:
            found.append(hashed.hexdigest())
            hashed = hashlib.sha256()
    return done, found + [hashed.hexdigest()] * (done % block > 0)
