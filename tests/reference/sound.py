"""What a definition has to hold for its reference values to mean anything (docs/format.md: Scales)."""

from fractions import Fraction

from answers import options_of
from scoring import CLOSE, aggregate, ends, keyed_items, most_missing, same_range, total


def reach(definition, scale, done):
    """The lowest and the highest score, exactly."""
    if "composite" in scale:
        both = [[done[part["scale"]][end] * Fraction(part["weight"]) for end in (0, 1)] for part in scale["composite"]]
        return total((min(pair) for pair in both), Fraction), total((max(pair) for pair in both), Fraction)
    pairs = keyed_items(definition, scale)
    found = []
    for end in (0, 1):
        scores = {keyed["linkId"]: ends(definition, item, keyed, Fraction)[end] for item, keyed in pairs}
        found.append(aggregate(definition, scale, pairs, scores, Fraction))
    return tuple(found)


def evidence_named(value):
    if isinstance(value, dict):
        named = {value["evidence"]} if isinstance(value.get("evidence"), str) else set()
        return named.union(*map(evidence_named, value.values()))
    return set().union(*map(evidence_named, value)) if isinstance(value, list) else set()


def faults(definition):
    items, done = {item["linkId"]: item for item in definition["items"]}, {}
    if len(items) < len(definition["items"]):
        yield "a linkId is given twice"
    if evidence_named(definition) != set(definition.get("evidence", {})):
        yield "evidence that is not named, or named and not there"
    used = {item["answerOptions"] for item in definition["items"] if "answerOptions" in item}
    if used != set(definition.get("answerOptions", {})):
        yield "options that are not used, or used and not there"
    for item in definition["items"]:
        for each in item.get("enableWhen", []):
            if list(items).index(each["question"]) >= list(items).index(item["linkId"]):
                yield f"{item['linkId']} hangs on a later item"
        if len(item.get("enableWhen", [])) > 1 and "enableBehavior" not in item:
            yield f"{item['linkId']} has no enableBehavior"
        if item["type"] == "likert" and len({o.get("weight") for o in options_of(definition, item)}) < 2:
            yield f"{item['linkId']} tells nothing"
    for scale in definition.get("scales", []):
        name, stated = scale["id"], [Fraction(scale["range"][end]) for end in ("min", "max")]
        done[name] = reach(definition, scale, done)
        size = max(map(abs, done[name]))
        if any(abs(left - right) > CLOSE * size for left, right in zip(done[name], stated)):
            yield f"{name}: the key reaches {done[name]}, the range says otherwise"
        if "composite" in scale:
            continue
        pairs = keyed_items(definition, scale)
        if len(pairs) != len(scale["key"]):
            yield f"{name}: an item is not there, or twice"
        if most_missing(scale) > 0 and not (same_range(definition, pairs) and "evidence" in scale["missingRule"]):
            yield f"{name}: answers may be missing, but the ranges differ or there is no evidence"
        for item, keyed in pairs:
            low, high = ends(definition, item, keyed, Fraction)
            if not low <= Fraction(keyed.get("whenNotAsked", low)) <= high:
                yield f"{name}: {keyed['linkId']} has a value outside its range when it is not asked"


def check(definition):
    found = list(faults(definition))
    if found:
        raise ValueError(f"{definition['id']}: " + "; ".join(found))
