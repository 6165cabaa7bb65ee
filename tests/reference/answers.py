"""What a response says of each item, and the issues (docs/format.md: Items, Conditions, A response)."""

import calendar
import re
from fractions import Fraction
from typing import NamedTuple

from notation import Twice, is_number

NEEDS_AN_ANSWER = "missingRequired"
# An answer with this issue can be read all the same: somebody did not agree.
READABLE = {"notAgreed"}
WARNINGS = {"notAsked", "unknownAttribute"}
PRECISIONS = ["year", "month", "day"]


class State(NamedTuple):
    kind: str  # answered, notApplicable, declined, missing, invalid, notAsked
    value: object = None


def escaped(name):
    return name.replace("~", "~0").replace("/", "~1")


def issue(code, place, name):
    severity = "warning" if code in WARNINGS else "error"
    return {"severity": severity, "code": code, "expression": f"/{place}/{escaped(name)}"}


def options_of(definition, item):
    return definition["answerOptions"][item["answerOptions"]]


def same(left, right):
    if is_number(left) and is_number(right):
        return left == right
    return type(left) is type(right) and left == right


def option_of(options, code):
    return next((option for option in options if same(option["code"], code)), None)


def date_parts(text):
    """(2026, 3, 31), (2026, 3) or (2026,); None if there is no such day, month or year."""
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text):
        return None
    parts = tuple(map(int, text.split("-")))
    if parts[0] < 1 or len(parts) > 1 and not 1 <= parts[1] <= 12:
        return None
    if len(parts) > 2 and not 1 <= parts[2] <= calendar.monthrange(parts[0], parts[1])[1]:
        return None
    return parts


def step_of(item):
    if item["type"] == "line":
        return Fraction(1)
    return Fraction(item.get("step", Fraction(1, 10 ** item.get("decimals", 0))))


def fault_in_number(item, value):
    if not is_number(value):
        return "notANumber"
    low, high = (0, 100) if item["type"] == "line" else (item["min"], item["max"])
    if not low <= value <= high:
        return "outOfRange"
    too_fine = (Fraction(value) * 10 ** item.get("decimals", 0)).denominator != 1
    between = "step" in item and (Fraction(value - low) / step_of(item)).denominator != 1
    return "offStep" if too_fine or between else None


def fault_in_choices(options, item, value):
    if not isinstance(value, list) or any(option_of(options, code) is None for code in value):
        return "notAnOption"
    if not item.get("min", 1) <= len(value) <= item.get("max", len(options)):
        return "wrongCount"
    if len(value) > 1 and any(option_of(options, code).get("exclusive") for code in value):
        return "notExclusive"
    return "duplicateOption" if len({str(code) for code in value}) < len(value) else None


def fault(definition, item, value):
    """The code of what is wrong with an answer, or None."""
    kind = item["type"]
    if kind in ("likert", "choice"):
        return None if option_of(options_of(definition, item), value) else "notAnOption"
    if kind == "choices":
        return fault_in_choices(options_of(definition, item), item, value)
    if kind in ("line", "number"):
        return fault_in_number(item, value)
    if kind == "text":
        if not isinstance(value, str) or not value.strip():
            return "notAText"
        return "tooLong" if len(value) > item["maxLength"] else None
    if kind == "date":
        parts = date_parts(value)
        if parts is None:
            return "notADate"
        return "tooImprecise" if len(parts) <= PRECISIONS.index(item.get("precision", "day")) else None
    if not isinstance(value, bool):
        return "notTrueOrFalse"
    return "notAgreed" if item.get("required") and not value else None


def compared(kind, left, right):
    """-1, 0, 1, or None if it cannot be told."""
    if kind == "date":
        left, right = date_parts(left), date_parts(right)
        shared = min(len(left), len(right))
        if left[:shared] == right[:shared]:
            return 0 if len(left) == len(right) else None
    return (left > right) - (left < right)


def equal(kind, left, right):
    return compared(kind, left, right) == 0 if kind == "date" else same(left, right)


def holds(kind, operator, answer, values):
    """Is the condition true of these answers to a question of this type? An empty list is no answer."""
    if operator == "exists":
        return bool(values) == answer
    if operator in ("=", "!="):
        return any(equal(kind, value, answer) for value in values) == (operator == "=")
    orders = {">": (1,), "<": (-1,), ">=": (0, 1), "<=": (-1, 0)}[operator]
    return any(compared(kind, value, answer) in orders for value in values)


def values_of(state):
    if state.kind not in ("answered", "notApplicable"):
        return []
    return state.value if isinstance(state.value, list) else [state.value]


def is_asked(item, types, states):
    """True, False, or None when nobody knows."""
    found = set()
    for each in item.get("enableWhen", []):
        state, kind = states[each["question"]], types[each["question"]]
        unknown = state.kind == "invalid"
        found.add(None if unknown else holds(kind, each["operator"], each["answer"], values_of(state)))
    decisive = item.get("enableBehavior") == "any"
    if not found or decisive in found:
        return decisive if found else True
    return None if None in found else not decisive


def kind_of_answer(definition, item, value):
    if "answerOptions" in item:
        codes = value if isinstance(value, list) else [value]
        if any(option_of(options_of(definition, item), code).get("notApplicable") for code in codes):
            return "notApplicable"
    return "answered"


def read(definition, response):
    """The state of each item, by linkId in the instrument's order, and the issues."""
    answers, states, issues = response["answers"], {}, []
    types = {item["linkId"]: item["type"] for item in definition["items"]}
    for item in definition["items"]:
        link_id = item["linkId"]
        value, asked = answers.get(link_id), is_asked(item, types, states)
        given = value is not None

        if item["type"] == "info":
            if given:
                issues.append(issue("takesNoAnswer", "answers", link_id))
            continue
        if asked is False:
            if given:
                issues.append(issue("notAsked", "answers", link_id))
            states[link_id] = State("notAsked")
            continue
        if given:
            code = "duplicateAnswer" if isinstance(value, Twice) else fault(definition, item, value)
        else:
            code = NEEDS_AN_ANSWER if item.get("required") and asked else None
        if code:
            issues.append(issue(code, "answers", link_id))

        if asked is None or given and code and code not in READABLE:
            states[link_id] = State("invalid")
        elif given:
            states[link_id] = State(kind_of_answer(definition, item, value), value)
        else:
            states[link_id] = State("declined" if link_id in answers else "missing")

    def in_order(names):
        return sorted(names, key=lambda name: name.encode("utf-8"))

    issues += [issue("unknownItem", "answers", name) for name in in_order(set(answers) - set(types))]
    used = {name for group in definition.get("normGroups", {}).values() for name in group}
    unused = in_order(set(response.get("attributes", {})) - used)
    return states, issues + [issue("unknownAttribute", "attributes", name) for name in unused]
