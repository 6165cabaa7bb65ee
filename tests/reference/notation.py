"""How the oracle reads and writes JSON, and the digest of a definition."""

import hashlib
import json
import math
from fractions import Fraction


class Twice:
    """The value of a key that an object has twice."""


def load_text(text, twice_allowed=False):
    """Numbers stay as they are written: whole ones int, others Fraction."""
    def once(pairs):
        found = {}
        for key, value in pairs:
            found[key] = Twice() if key in found else value
        if not twice_allowed and len(found) < len(pairs):
            raise ValueError("a key is given twice")
        return found

    return json.loads(text, parse_float=Fraction, object_pairs_hook=once)


def load(path):
    return load_text(path.read_text("utf-8"))


def is_number(value):
    return isinstance(value, (int, float, Fraction)) and not isinstance(value, bool)


def scalar(value):
    """A string, true, false, null or a number; a whole number as 4, not as 4.0."""
    if isinstance(value, Fraction):
        value = int(value) if value.denominator == 1 else float(value)
    if isinstance(value, float):
        if not math.isfinite(value) or (value == 0 and math.copysign(1, value) < 0):
            raise ValueError(f"{value} is not to be written")
        value = int(value) if value.is_integer() and abs(value) < 2**53 else value
    return json.dumps(value, ensure_ascii=False)


def canonical(value):
    """RFC 8785. Python and JavaScript print the same digits for the numbers that are let through here."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(scalar(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if is_number(value) and (abs(value) >= 2**53 or 0 < abs(value) < Fraction(1, 1000)):
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
