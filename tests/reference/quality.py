"""What can be told from the answers themselves (docs/format.md: Quality)."""

import math
from fractions import Fraction
from statistics import median

from scoring import ends, item_score, keyed_items, own_ends, raw_score, total


def root(value):
    return math.sqrt(float(value))


def mean(values):
    return total(values, Fraction) / len(values)


def deviations(values):
    return [value - mean(values) for value in values]


def products(left, right):
    return total((x * y for x, y in zip(left, right)), Fraction)


def runs(definition, states):
    """The weights of answered likert items, in runs of the same; a missing one stands between two runs."""
    found, last = [], None
    for item in definition["items"]:
        if item["type"] != "likert" or states[item["linkId"]].kind == "notAsked":
            continue
        state = states[item["linkId"]]
        weight = raw_score(definition, item, state.value, Fraction) if state.kind == "answered" else None
        if weight is not None and weight == last:
            found[-1].append(weight)
        elif weight is not None:
            found.append([weight])
        last = weight
    return found


def spread(definition, states, weights):
    items = [item for item in definition["items"] if item["type"] == "likert"]
    answered = [item for item in items if states[item["linkId"]].kind == "answered"]
    if len(weights) < 2 or len({own_ends(definition, item, Fraction) for item in answered}) > 1:
        return None
    apart = deviations(weights)
    return root(products(apart, apart) / (len(weights) - 1))


def seconds(response, states):
    times = [time for name, time in response.get("times", {}).items() if name in states and states[name].kind == "answered"]
    if not times:
        return None
    return {"median": float(Fraction(median(map(Fraction, times))) / 1000), "mean": float(mean(times) / 1000)}


def halves(definition, scale, states):
    """The mean of the odd and of the even items that are answered; None if a half has none."""
    scores = [
        item_score(definition, item, keyed, states[keyed["linkId"]].value, Fraction)
        if states[keyed["linkId"]].kind == "answered"
        else None
        for item, keyed in keyed_items(definition, scale)
    ]
    odd, even = [[score for score in scores[start::2] if score is not None] for start in (0, 1)]
    return (mean(odd), mean(even)) if odd and even else None


def even_odd(definition, states):
    plain = [scale for scale in definition.get("scales", []) if "key" in scale]
    items = {scale["id"]: {keyed["linkId"] for keyed in scale["key"]} for scale in plain}

    def holds_another(scale):
        return any(items[other] <= items[scale["id"]] for other in items if other != scale["id"])

    used = [scale for scale in plain if len(scale["key"]) >= 2 and not holds_another(scale)]
    pairs = [pair for pair in (halves(definition, scale, states) for scale in used) if pair]
    if len(pairs) < 5:
        return None
    odd, even = (deviations([pair[side] for pair in pairs]) for side in (0, 1))
    variances = products(odd, odd) * products(even, even)
    if variances == 0:
        return None
    shared = products(odd, even)
    if shared * shared == variances:
        return 1.0 if shared > 0 else -1.0
    r = float(shared) / root(variances)
    return max(-1.0, 2 * r / (1 + r))


def is_all_highest(definition, states):
    scales = definition.get("scales", [])
    if any(scale.get("direction") == "higherIsWorse" for scale in scales):
        return False
    held = {}
    for scale in scales:
        for keyed in scale.get("key", []):
            held.setdefault(keyed["linkId"], keyed)
    count = 0
    for item in definition["items"]:
        state, keyed = states.get(item["linkId"]), held.get(item["linkId"])
        if item["type"] != "likert" or keyed is None or state.kind == "notAsked":
            continue
        if state.kind != "answered":
            return False
        highest = ends(definition, item, keyed, Fraction)[1]
        if item_score(definition, item, keyed, state.value, Fraction) != highest:
            return False
        count += 1
    return count >= 4


def notes(definition, states, weights):
    kinds = [states[item["linkId"]].kind for item in definition["items"] if item["type"] == "likert"]
    asked = [kind for kind in kinds if kind != "notAsked"]
    same = len(asked) >= 4 and set(asked) == {"answered"} and len(set(weights)) == 1
    return ["sameAnswer"] * same + ["allHighest"] * is_all_highest(definition, states)


def quality(definition, response, states):
    kinds = [state.kind for state in states.values()]
    asked = len(kinds) - kinds.count("notAsked")
    found = runs(definition, states)
    weights = [weight for run in found for weight in run]
    return {
        "items": len(kinds),
        "asked": asked,
        "answered": kinds.count("answered"),
        "declined": kinds.count("declined"),
        "notApplicable": kinds.count("notApplicable"),
        "missing": kinds.count("missing") + kinds.count("invalid"),
        "notAsked": kinds.count("notAsked"),
        "shareMissing": (asked - kinds.count("answered")) / asked if asked else None,
        "longestRun": max(map(len, found), default=0),
        "averageRun": len(weights) / len(found) if found else None,
        "intraIndividualSd": spread(definition, states, weights),
        "secondsPerItem": seconds(response, states),
        "evenOdd": even_odd(definition, states),
        "notes": notes(definition, states, weights),
    }
