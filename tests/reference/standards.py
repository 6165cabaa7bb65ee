"""Norms, bands and critical items (docs/format.md: Norms, cut scores, critical items)."""

import math
from fractions import Fraction

from answers import fault, holds
from scoring import CLOSE


def at(score, written):
    """A score that misses a written number by a last bit is that number."""
    return abs(score - written) <= 1e-9 * max(abs(written), 1)


def reaches(score, cut):
    return score >= cut or at(score, cut)


def normal(z):
    """The share of the standard normal distribution below z."""
    return 0.5 * math.erfc(-z / math.sqrt(2))


def percentile_within(value):
    if value < 1:
        return 1, "below"
    return (99, "above") if value > 99 else (value, None)


def of_linear(linear, score):
    z = (score - float(linear["mean"])) / float(linear["sd"])
    exact = (Fraction(score) - Fraction(linear["mean"])) / Fraction(linear["sd"])
    if abs(Fraction(z) - exact) > CLOSE * max(1, abs(exact)):
        raise ValueError(f"z {z} is not {exact}")
    for standard in linear["gives"]:
        if standard == "percentile":
            value, limit = percentile_within(100 * normal(z))
        else:
            value, limit = z if standard == "z" else 50 + 10 * z, None
        yield standard, value, limit


def of_table(table, score):
    rows = [(float(row["score"]), float(row["value"])) for row in table["rows"]]
    limit = None
    on = next((value for row, value in rows if at(score, row)), None)
    if on is not None:
        value = on
    elif score < rows[0][0] or score > rows[-1][0]:
        if table["outside"] == "none":
            return None, "outsideTable"
        value, limit = rows[0][1] if score < rows[0][0] else rows[-1][1], "clamped"
    else:
        below = max(index for index, row in enumerate(rows) if row[0] <= score)
        here, value = rows[below]
        if table["between"] == "exact":
            return None, "betweenRows"
        if table["between"] == "linear":
            there, other = rows[below + 1]
            value = value + (score - here) * (other - value) / (there - here)
    if table["gives"] == "percentile":
        value, end = percentile_within(value)
        limit = limit or end
    return value, limit


def band_of(cut, score):
    bands = cut["bands"]
    reached = [band for band in bands if reaches(score, float(band["from"]))]
    above = bands[len(reached) :]
    return {
        "kind": "band",
        "scale": cut["scale"],
        "band": reached[-1]["id"] if reached else None,
        "from": reached[-1]["from"] if reached else None,
        "below": above[0]["from"] if above else None,
    }


def interpretations(definition, scores, attributes):
    """Of the scales that have a score: the norms in their order, then the bands."""
    values, found = {each["scale"]: each["value"] for each in scores}, []
    for norm in definition.get("norms", []):
        needed, score = definition["normGroups"][norm["group"]], values[norm["scale"]]
        if score is None or any(attributes.get(name) != text for name, text in needed.items()):
            continue
        if "linear" in norm:
            results = of_linear(norm["linear"], score)
        else:
            results = [(norm["table"]["gives"], *of_table(norm["table"], score))]
        for standard, value, limit in results:
            about = {"kind": "standard", "scale": norm["scale"], "group": norm["group"], "standard": standard}
            found.append({**about, "value": value, "limit": limit})
    cuts = [cut for cut in definition.get("cutScores", []) if values[cut["scale"]] is not None]
    return found + [band_of(cut, values[cut["scale"]]) for cut in cuts]


def critical(definition, answers):
    """Of what was answered, whether or not the item is asked by the other answers."""
    items, found = {item["linkId"]: item for item in definition["items"]}, []
    for each in definition.get("criticalItems", []):
        item, value = items[each["linkId"]], answers.get(each["linkId"])
        if value is None or fault(definition, item, value) not in (None, "notAgreed"):
            continue
        values = value if isinstance(value, list) else [value]
        if holds(item["type"], each["operator"], each["answer"], values):
            found.append({"linkId": each["linkId"]})
    return found
