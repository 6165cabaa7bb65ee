"""Two scores of one person (docs/format.md: Change)."""

import math
from fractions import Fraction
from functools import reduce

from answers import step_of
from standards import reaches
from scoring import answers_to, ends, keyed_items, own_ends, raw_score, total


def common_step(steps):
    """The largest number that all of these are whole multiples of."""
    def divisor(left, right):
        shared = left.denominator * right.denominator
        return Fraction(math.gcd(int(left * shared), int(right * shared)), shared)

    return reduce(divisor, steps)


def step_of_item(definition, item, keyed):
    if item["type"] in ("line", "number"):
        step = step_of(item)
    else:
        scores = [raw_score(definition, item, value, Fraction) for value in answers_to(definition, item)]
        step = common_step([score - min(scores) for score in scores if score > min(scores)])
    if "mapTo" in keyed:
        low, high = own_ends(definition, item, Fraction)
        least, most = ends(definition, item, keyed, Fraction)
        step = step * (most - least) / (high - low)
    return step


def step_of_scale(definition, scale):
    """How far apart two scores without gaps stand."""
    if "composite" in scale:
        scales = {each["id"]: each for each in definition["scales"]}
        parts = scale["composite"]
        return common_step([abs(Fraction(p["weight"])) * step_of_scale(definition, scales[p["scale"]]) for p in parts])
    kind, pairs = scale["aggregation"], keyed_items(definition, scale)
    if kind == "count":
        return Fraction(1)
    steps = [step_of_item(definition, *pair) for pair in pairs]
    if kind in ("weightedSum", "weightedMean"):
        weights = [Fraction(keyed["weight"]) for _, keyed in pairs]
        step = common_step([step * weight for step, weight in zip(steps, weights)])
        return step / total(weights, Fraction) if kind == "weightedMean" else step
    step = common_step(steps)
    if kind == "percentOfMaximum":
        both = [ends(definition, *pair, Fraction) for pair in pairs]
        return 100 * step / total((high - low for low, high in both), Fraction)
    return {"sum": step, "mean": step / len(pairs), "meanTimesTen": 10 * step / len(pairs)}[kind]


def least_reliable(definition, scale, error):
    """The smallest number of steps whose index is beyond 1.96; none if the range is narrower."""
    step, widest = step_of_scale(definition, scale), Fraction(scale["range"]["max"]) - Fraction(scale["range"]["min"])
    count = max(1, math.floor(1.96 * error / float(step)) - 1)
    while float(step * count) / error <= 1.96:
        count += 1
    return float(step * count) if step * count <= widest else None


def cut_off(entry, upwards):
    sign = 1.0 if upwards else -1.0
    clinical, functional = [
        (float(entry[name]["mean"]), float(entry[name]["sd"])) if name in entry else None
        for name in ("clinical", "functional")
    ]
    value = {}
    if clinical:
        value["a"] = clinical[0] + sign * (2 * clinical[1])
    if functional:
        value["b"] = functional[0] - sign * (2 * functional[1])
    if len(value) == 2:
        value["c"] = (functional[1] * clinical[0] + clinical[1] * functional[0]) / (functional[1] + clinical[1])
        overlap = value["a"] >= value["b"] if upwards else value["a"] <= value["b"]
        rule = "c" if overlap else "b"
    else:
        rule = next(iter(value), None)
    rule = entry.get("cutOff", rule)
    return {"rule": rule, "value": value[rule]} if rule else None


def compare(definition, scale_id, first, second):
    scale = next(each for each in definition["scales"] if each["id"] == scale_id)
    entry = next((each for each in definition.get("change", []) if each["scale"] == scale_id), None)
    first, second = float(first), float(second)
    found = {"scale": scale_id, "first": first, "second": second, "difference": second - first}
    if entry is None:
        names = ("standardErrorOfDifference", "index", "reliable", "minimumReliableChange", "cutOff", "class")
        return {**found, **dict.fromkeys(names), "reason": "noPublishedError"}
    error = float(entry["sd"]) * math.sqrt(2 * (1 - float(entry["reliability"])))
    index, upwards = (second - first) / error, scale["direction"] == "higherIsBetter"
    reliable, cut = abs(index) > 1.96, cut_off(entry, upwards)
    if not reliable:
        kind = "unchanged"
    elif (index > 0) != upwards:
        kind = "deteriorated"
    else:
        before, after = (first, second) if upwards else (-first, -second)
        line = None if cut is None else cut["value"] if upwards else -cut["value"]
        kind = "recovered" if cut and not reaches(before, line) and reaches(after, line) else "improved"
    return {
        **found,
        "standardErrorOfDifference": error,
        "index": index,
        "reliable": reliable,
        "minimumReliableChange": least_reliable(definition, scale, error),
        "cutOff": cut,
        "class": kind,
        "reason": None,
    }
