"""The rows scored with numpy, column by column in bytes: `numpy_rows.py DEFINITION BYTES`, a line of JSON out."""

import json
import sys
import time

MISSING = 255
ROUNDS = 11


def scored(np, columns, scales):
    """One array of doubles a scale, NaN where too few are answered."""
    results = []
    for scale in scales:
        totals = np.zeros(columns.shape[1], np.uint8)
        counts = np.zeros(columns.shape[1], np.uint8)
        for entry in scale["key"]:
            answers = columns[int(entry["linkId"]) - 1]
            there = answers != MISSING
            scores = 6 - answers if entry.get("reverse") else answers
            totals += np.where(there, scores, np.uint8(0))
            counts += there
        enough = counts >= scale["missingRule"]["minAnswered"]
        means = np.full(columns.shape[1], np.nan)
        np.divide(totals, counts, out=means, where=enough)
        results.append(means)
    return results


def main():
    try:
        import numpy as np
    except ImportError:
        print(json.dumps({"name": "numpy: not installed for this Python"}))
        return
    definition, answers = sys.argv[1:]
    with open(definition, encoding="utf-8") as file:
        parts = json.load(file)
    columns = np.fromfile(answers, np.uint8).reshape(len(parts["items"]), -1)
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        results = scored(np, columns, parts["scales"])
        seconds.append(time.perf_counter() - start)
    sums = [float(np.nansum(means)) for means in results]
    print(json.dumps({"name": f"numpy {np.__version__}, bytes by column", "seconds": seconds, "sums": sums}))


main()
