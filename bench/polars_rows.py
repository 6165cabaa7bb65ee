"""The rows scored with polars, lazily, all threads: `polars_rows.py DEFINITION BYTES`, a line of JSON out."""

import json
import sys
import time

MISSING = 255
ROUNDS = 11


def plan(pl, frame, scales):
    """One expression a scale: the mean of what is there, null where that is too little."""
    means = []
    for scale in scales:
        columns = [pl.col(entry["linkId"]) for entry in scale["key"]]
        scores = [6 - column if entry.get("reverse") else column for column, entry in zip(columns, scale["key"])]
        counts = pl.sum_horizontal(column.is_not_null().cast(pl.UInt8) for column in columns)
        total = pl.sum_horizontal(scores).cast(pl.Float64)
        enough = counts >= scale["missingRule"]["minAnswered"]
        means.append(pl.when(enough).then(total / counts).alias(scale["id"]))
    return frame.lazy().select(means)


def main():
    try:
        import polars as pl
    except ImportError:
        print(json.dumps({"name": "polars: not installed for this Python"}))
        return
    definition, answers = sys.argv[1:]
    with open(definition, encoding="utf-8") as file:
        parts = json.load(file)
    with open(answers, "rb") as file:
        content = file.read()
    rows = len(content) // len(parts["items"])
    columns = {}
    for at, item in enumerate(parts["items"]):
        column = pl.Series(memoryview(content)[at * rows : (at + 1) * rows], dtype=pl.UInt8)
        columns[item["linkId"]] = column.replace(MISSING, None)
    frame = pl.DataFrame(columns)
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        results = plan(pl, frame, parts["scales"]).collect()
        seconds.append(time.perf_counter() - start)
    sums = [results[scale["id"]].sum() for scale in parts["scales"]]
    print(json.dumps({"name": f"polars {pl.__version__}, lazy", "seconds": seconds, "sums": sums}))


main()
