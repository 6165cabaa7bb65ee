"""Item scores, scales and composites (docs/format.md: Scales, How a score comes about).

Every formula is computed twice: `number` is float, the doubles of the contract, or Fraction, which is exact.
"""

import math
from fractions import Fraction
from itertools import combinations

from answers import option_of, options_of

AVERAGES = ("mean", "weightedMean", "meanTimesTen", "percentOfMaximum")
CLOSE = Fraction(1, 10**12)


def total(values, number):
    """Added one by one from 0 on; sum() may compensate in later Pythons."""
    added = number(0)
    for value in values:
        added += value
    return added


def raw_score(definition, item, value, number):
    if item["type"] in ("line", "number"):
        return number(value)
    options = options_of(definition, item)
    if item["type"] == "choices":
        chosen = [option for option in options if any(option_of([option], code) for code in value)]
        return total((number(option["weight"]) for option in chosen), number)
    return number(option_of(options, value)["weight"])


def answers_to(definition, item):
    """Enough answers to reach the lowest and the highest item score."""
    if item["type"] == "line":
        return [0, 100]
    if item["type"] == "number":
        return [item["min"], item["max"]]
    options = [option for option in options_of(definition, item) if not option.get("notApplicable")]
    codes = [option["code"] for option in options]
    if item["type"] != "choices":
        return codes
    together = [option["code"] for option in options if not option.get("exclusive")]
    fewest, most = item.get("min", 1), item.get("max", len(options_of(definition, item)))
    found = [[option["code"]] for option in options if option.get("exclusive") and fewest <= 1]
    for count in range(fewest, min(most, len(together)) + 1):
        found += [list(some) for some in combinations(together, count)]
    return found


def own_ends(definition, item, number):
    scores = [raw_score(definition, item, value, number) for value in answers_to(definition, item)]
    return min(scores), max(scores)


def ends(definition, item, keyed, number):
    if "mapTo" in keyed:
        return number(keyed["mapTo"]["min"]), number(keyed["mapTo"]["max"])
    return own_ends(definition, item, number)


def item_score(definition, item, keyed, value, number):
    score = raw_score(definition, item, value, number)
    if "mapTo" in keyed:
        low, high = own_ends(definition, item, number)
        least, most = ends(definition, item, keyed, number)
        score = least + (score - low) * (most - least) / (high - low)
    if keyed.get("reverse"):
        low, high = ends(definition, item, keyed, number)
        score = low + high - score
    return score


def keyed_items(definition, scale):
    """(item, entry of the key), in the instrument's order."""
    key = {keyed["linkId"]: keyed for keyed in scale["key"]}
    return [(item, key[item["linkId"]]) for item in definition["items"] if item["linkId"] in key]


def most_missing(scale):
    rule = scale["missingRule"]
    return rule["maxMissing"] if "maxMissing" in rule else len(scale["key"]) - rule["minAnswered"]


def same_range(definition, pairs):
    return len({ends(definition, *pair, Fraction) for pair in pairs}) == 1


def is_left_out(keyed, states):
    return states[keyed["linkId"]].kind == "notAsked" and "whenNotAsked" not in keyed


def reason_for_none(definition, scale, pairs, states):
    kinds = [states[keyed["linkId"]].kind for _, keyed in pairs]
    left_out = [keyed for _, keyed in pairs if is_left_out(keyed, states)]
    averaged = scale["aggregation"] in AVERAGES and same_range(definition, pairs)
    if left_out and (not averaged or len(left_out) == len(pairs)):
        return "notAsked"
    if "invalid" in kinds:
        return "invalidAnswer"
    counted = sum(kind in ("answered", "notAsked") for kind in kinds) - len(left_out)
    missing = len(pairs) - len(left_out) - counted
    return "tooFewAnswered" if missing > most_missing(scale) or counted == 0 else None


def rounded(mean, rule):
    """To a whole number; a half away from zero, or to the even one."""
    if rule == "roundHalfToEven":
        return round(mean)
    whole = math.floor(abs(mean))
    whole += abs(mean) - whole >= Fraction(1, 2)
    return whole if mean >= 0 else -whole


def aggregate(definition, scale, pairs, scores, number):
    """`pairs` are the items left to count, `scores` theirs by linkId: a missing one has none."""
    kind, counted = scale["aggregation"], [pair for pair in pairs if pair[1]["linkId"] in scores]
    k, n, m = len(scale["key"]), len(pairs), len(counted)
    values = [scores[keyed["linkId"]] for _, keyed in counted]

    if kind in ("weightedSum", "weightedMean"):
        weight_of = [number(keyed["weight"]) for _, keyed in counted]
        w, weights = total((x * y for x, y in zip(values, weight_of)), number), total(weight_of, number)
        if kind == "weightedMean":
            return w / weights
        every = total((number(keyed["weight"]) for _, keyed in pairs), number)
        return w * every / weights if m < n else w

    if kind == "count":
        c = number(sum(value >= number(scale["countFrom"]) for value in values))
        return c * k / m if m < n else c

    s, rule = total(values, number), scale["missingRule"].get("replacement")
    if rule and m < n:
        s, m = s + (n - m) * number(rounded(s / m, rule)), n
    if kind == "mean":
        return s / m
    if kind == "meanTimesTen":
        return s * 10 / m
    if kind == "sum":
        return s * k / m if m < n else s
    t = s * n / m if m < n else s
    both = [ends(definition, *pair, number) for pair in pairs]
    low, high = total((low for low, _ in both), number), total((high for _, high in both), number)
    return 100 * (t - low) / (high - low)


def scores_of_items(definition, pairs, states, number):
    found = {}
    for item, keyed in pairs:
        state = states[keyed["linkId"]]
        if state.kind == "answered":
            found[keyed["linkId"]] = item_score(definition, item, keyed, state.value, number)
        elif state.kind == "notAsked":
            found[keyed["linkId"]] = number(keyed["whenNotAsked"])
    return found


def within(scale, value, number):
    return max(number(scale["range"]["min"]), min(number(scale["range"]["max"]), value))


def close_to(value, exact, scale):
    """The double and the exact value, held against the largest number in sight."""
    size = max(abs(exact), abs(Fraction(scale["range"]["min"])), abs(Fraction(scale["range"]["max"])))
    if abs(Fraction(value) - exact) > CLOSE * size:
        raise ValueError(f"scale {scale['id']}: {value} is not {exact}")
    return value


def value_of(definition, scale, states):
    pairs = keyed_items(definition, scale)
    reason = reason_for_none(definition, scale, pairs, states)
    if reason:
        return None, reason
    left = [pair for pair in pairs if not is_left_out(pair[1], states)]
    found = {}
    for number in (float, Fraction):
        scores = scores_of_items(definition, left, states, number)
        found[number] = aggregate(definition, scale, left, scores, number)
    close_to(found[float], found[Fraction], scale)
    return within(scale, found[float], float), None


def composite_of(scale, done):
    parts = [(done[part["scale"]]["value"], part["weight"]) for part in scale["composite"]]
    if any(value is None for value, _ in parts):
        return None, "partNotScored"
    value = total((value * float(weight) for value, weight in parts), float)
    exact = total((Fraction(value) * Fraction(weight) for value, weight in parts), Fraction)
    return within(scale, close_to(value, exact, scale), float), None


def counts_of(scale, states, done):
    if "composite" in scale:
        parts = [done[part["scale"]] for part in scale["composite"]]
        counts = {name: sum(part[name] for part in parts) for name in ("answered", "missing", "notAsked")}
        return counts, any(part["prorated"] for part in parts)
    kinds = [states[keyed["linkId"]].kind for keyed in scale["key"]]
    answered, not_asked = kinds.count("answered"), kinds.count("notAsked")
    missing = len(kinds) - answered - not_asked
    return {"answered": answered, "missing": missing, "notAsked": not_asked}, missing > 0


def scores(definition, states):
    done = {}
    for scale in definition.get("scales", []):
        if "composite" in scale:
            value, reason = composite_of(scale, done)
        else:
            value, reason = value_of(definition, scale, states)
        counts, prorated = counts_of(scale, states, done)
        done[scale["id"]] = {
            "scale": scale["id"],
            "value": value,
            "notScored": reason,
            "min": scale["range"]["min"],
            "max": scale["range"]["max"],
            **counts,
            "prorated": prorated and reason is None,
        }
    return list(done.values())
