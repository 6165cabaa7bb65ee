"""The examples of docs/format.md, held against the oracle."""

import re

from change import compare
from notation import is_number, load_text
from report import expect
from sound import check


def agrees(shown, found):
    """Is all that is shown there? More may be."""
    if isinstance(shown, dict):
        return isinstance(found, dict) and all(key in found and agrees(shown[key], found[key]) for key in shown)
    if isinstance(shown, list):
        return isinstance(found, list) and len(shown) == len(found) and all(map(agrees, shown, found))
    if is_number(shown) and is_number(found):
        return abs(float(shown) - found) <= 1e-12 * abs(found)
    return shown == found


def disagreements(text):
    first = definition = response = found = None
    for kind, body in re.findall(r"```json (\w+)\n(.*?)```", text, re.S):
        shown = load_text(body)
        if kind == "definition":
            first = definition = shown
            check(definition)
        elif kind == "change":
            definition = {**first, **shown}
            check(definition)
        elif kind == "response":
            response = shown
        elif kind == "comparison":
            found = compare(definition, shown["scale"], shown["first"], shown["second"])
        else:
            if kind == "report":
                found = expect(definition, response)
            if not agrees(shown, found):
                yield f"docs/format.md: {body.strip()[:100]} ... but {str(found)[:300]}"
