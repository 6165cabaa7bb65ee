"""What is expected of one response, in the order of a report."""

from answers import read
from quality import quality
from scoring import scores
from standards import critical, interpretations


def expect(definition, response):
    states, issues = read(definition, response)
    scored = scores(definition, states)
    return {
        "scores": scored,
        "issues": issues,
        "quality": quality(definition, response, states),
        "interpretations": interpretations(definition, scored, response.get("attributes", {})),
        "criticalItems": critical(definition, response["answers"]),
    }
