"""okrkit for Python beside what else one would take: run by run in turn, medians, and ratios of the same run.

    python benches/python/bench.py            all
    python benches/python/bench.py --small    a hundredth of the size, to see that it works

It needs okrkit built for release, pyarrow, polars and duckdb. Results are compared before anything is timed.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import duckdb
import okrkit
import polars as pl
import pyarrow as pa
from plain import all_figures, evaluate, scores

DAY = dt.date(2026, 2, 14)
SMALL = "--small" in sys.argv


def in_turn(ways: dict[str, Callable[[], Any]], runs: int) -> dict[str, tuple[float, float]]:
    """The median time of each way in seconds, by the clock and of all processors together; the ways take turns, so that what else the
    machine does hits all alike.
    """
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for _ in range(runs):
        for name, way in ways.items():
            begin, work = time.perf_counter(), processors()
            way()
            times[name].append((time.perf_counter() - begin, processors() - work))
    return {
        name: (statistics.median(wall for wall, _ in found), statistics.median(work for _, work in found)) for name, found in times.items()
    }


def processors() -> float:
    """What all processors did for this program and those it waited for, in seconds."""
    used = os.times()
    return time.process_time() + used.children_user + used.children_system


def told(title: str, medians: dict[str, tuple[float, float]], base: str) -> None:
    """Prints medians, and how many times the base each took: by the clock, and of all processors together."""
    print(f"\n{title}")
    for name, (wall, work) in medians.items():
        of_base = f"{wall / medians[base][0]:8.2f} x {work / max(1e-9, medians[base][1]):8.2f} x"
        print(f"  {name:<52} {1e3 * wall:10.2f} ms {1e3 * work:10.2f} ms of work {of_base}")


def table(n: int) -> pa.Table:
    """Shuffled metrics of some 0.2 n objectives with ids of text; one reading in twenty is missing."""
    rng = random.Random(7)
    ids = [f"objective-{rng.randrange(n // 5):07d}" for _ in range(n)]
    readings = [rng.random() if rng.random() > 0.05 else None for _ in range(n)]
    return pa.table(
        {
            "objective_id": ids,
            "start": [0.0] * n,
            "target": [1.0 + rng.random() for _ in range(n)],
            "reading": pa.array(readings, pa.float64()),
            "weight": [0.5 + rng.random() for _ in range(n)],
            "confidence": [rng.random() for _ in range(n)],
            "starts": pa.array([dt.date(2026, 1, 1)] * n, pa.date32()),
            "ends": pa.array([dt.date(2026, 3, 31)] * n, pa.date32()),
        }
    )


def tables() -> None:
    """Scores of a million key results."""
    n = 10_000 if SMALL else 1_000_000
    dated = table(n)
    arrow = dated.select(["objective_id", "start", "target", "reading", "weight"])
    coded = arrow.set_column(0, "objective_id", arrow["objective_id"].dictionary_encode())
    frame = pl.from_arrow(arrow)
    assert isinstance(frame, pl.DataFrame)
    rows = arrow.to_pylist()
    duckdb.execute("set threads to 2")
    duckdb.register("rows", arrow)
    score = ((pl.col("reading") - pl.col("start")) / (pl.col("target") - pl.col("start"))).clip(0, 1)
    weight = pl.when(score.is_not_null()).then(pl.col("weight"))
    expression = ((score * weight).sum() / weight.sum()).alias("score")
    sql = """select objective_id, sum(weight * score) / sum(weight) filter (score is not null) as score from (
        select objective_id, weight, greatest(0, least(1, (reading - start) / (target - start))) as score from rows
    ) group by objective_id"""
    # `greatest` of DuckDB passes over null, so a missing reading is kept apart.
    sql = sql.replace("from rows", "from rows where reading is not null")
    ways: dict[str, Callable[[], Any]] = {
        "okrkit, scores alone (partial_scores)": lambda: okrkit.partial_scores(arrow, DAY),
        "okrkit, scores alone, ids in a dictionary": lambda: okrkit.partial_scores(coded, DAY),
        "okrkit, all figures (score_table)": lambda: okrkit.score_table(arrow, DAY),
        "polars, eager": lambda: frame.group_by("objective_id").agg(expression),
        "polars, lazy": lambda: frame.lazy().group_by("objective_id").agg(expression).collect(),
        "DuckDB": lambda: duckdb.sql(sql).to_arrow_table(),
    }
    wanted = scores(rows)
    found = ways["okrkit, scores alone (partial_scores)"]().to_pyarrow().to_pydict()
    ours = {name: value for name, value in zip(found["objective_id"], found["score"], strict=True) if value is not None}
    theirs = [
        dict(frame.group_by("objective_id").agg(expression).drop_nulls().iter_rows()),
        dict(zip(*[column.to_pylist() for column in duckdb.sql(sql).to_arrow_table().columns], strict=True)),
    ]
    for other in theirs:
        assert ours.keys() == wanted.keys() == {name for name, value in other.items() if value == value}
        assert all(abs(ours[name] - wanted[name]) < 1e-9 and abs(other[name] - wanted[name]) < 1e-9 for name in wanted)
    assert ways["okrkit, scores alone, ids in a dictionary"]().to_pyarrow().to_pydict() == found
    ways["plain Python, a loop over dicts"] = lambda: scores(rows)
    medians = in_turn(ways, 7)
    told(
        f"{n:,} key results of {len(wanted):,} objectives with text ids, shuffled: scores", medians, "okrkit, scores alone (partial_scores)"
    )
    rows = dated.to_pylist()
    same(okrkit.score_table(dated, DAY).to_pyarrow().to_pylist(), all_figures(rows, DAY))
    medians = in_turn(
        {
            "okrkit, all figures (score_table)": lambda: okrkit.score_table(dated, DAY),
            "plain Python, a loop over dicts": lambda: all_figures(rows, DAY),
        },
        5,
    )
    told("the same key results with dates and confidence: all 19 figures of objectives", medians, "okrkit, all figures (score_table)")


def same(found: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> None:
    """Sees that all rows have the same fields, and that these hold the same, but for the last bits of numbers."""
    assert len(found) == len(wanted)
    for one, other in zip(found, wanted, strict=True):
        assert one.keys() == other.keys(), one.keys() ^ other.keys()
        for name, value in one.items():
            like = other[name]
            close = isinstance(value, float) and like is not None and abs(value - like) < 1e-12
            assert close or value == like, (name, value, like)


def document(n: int) -> dict[str, Any]:
    """A plan of n metrics with six check-ins each, five to an objective."""
    rng = random.Random(7)
    objectives = []
    for at in range(n // 5):
        key_results = []
        for within in range(5):
            days = sorted(rng.randrange(60) for _ in range(6))
            check_ins = [
                {"on": str(dt.date(2026, 1, 1) + dt.timedelta(day)), "value": rng.randrange(100), "confidence": rng.random()}
                for day in days
            ]
            measure = {"kind": "metric", "start": 0, "target": 50 + rng.randrange(100)}
            key_result = {"id": f"k{at}-{within}", "title": "t", "measure": measure, "weight": 1 + rng.random(), "check_ins": check_ins}
            key_results.append(key_result)
        objectives.append({"id": f"o{at}", "title": "t", "cycle": "q1", "key_results": key_results})
    return {"okrkit": 1, "id": "p", "cycles": [{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}], "objectives": objectives}


def every_score(card: okrkit.Scorecard) -> float:
    """Reads the score of every node from its object."""
    nodes = [*card.objectives.values(), *card.key_results.values()]
    return sum(found.score or 0 for found in nodes)


def plans() -> None:
    """A scorecard of a plan of a thousand key results."""
    plan = document(1000)
    read = okrkit.Plan.read(plan)
    objectives, key_results = evaluate(plan, DAY)
    card = read.evaluate(DAY).to_dict()
    for found, wanted in ((card["objectives"], objectives), (card["key_results"], key_results)):
        assert list(found) == list(wanted)
        iso = [figures | {"starts": str(figures["starts"]), "ends": str(figures["ends"])} for figures in wanted.values()]
        same(list(found.values()), iso)
    text = json.dumps(plan)
    runs = 5 if SMALL else 51
    # The two alone: what else takes its turn, such as reading a megabyte of text, would push the plan out of the caches of one of them.
    for name, day in (("in the middle of its check-ins", DAY), ("after its last check-in", dt.date(2026, 3, 2))):
        ways: dict[str, Callable[[], Any]] = {
            "okrkit, evaluate": lambda day=day: read.evaluate(day),
            "plain Python, the same rules": lambda day=day: evaluate(plan, day),
        }
        told(f"a plan of 1,000 key results with 6 check-ins each, {name}", in_turn(ways, runs), "okrkit, evaluate")
    medians = in_turn(
        {
            "okrkit, evaluate": lambda: read.evaluate(DAY),
            "okrkit, evaluate and read a score": lambda: read.evaluate(DAY)["o7"].score,
            "okrkit, evaluate and to_polars": lambda: read.evaluate(DAY).to_polars(),
            "okrkit, evaluate and read every score": lambda: every_score(read.evaluate(DAY)),
            "okrkit, read the text": lambda: okrkit.Plan.read(text),
            "json.loads of the text, which checks nothing": lambda: json.loads(text),
        },
        runs,
    )
    told("what is done with it", medians, "okrkit, evaluate")


def imports() -> None:
    """What an import costs."""
    nothing, ours = "pass", "import okrkit; okrkit.Plan, okrkit.OkrError"
    run = lambda code: lambda: subprocess.run([sys.executable, "-c", code], check=True)
    medians = in_turn({"python -c pass": run(nothing), "python -c 'import okrkit; okrkit.Plan'": run(ours)}, 3 if SMALL else 15)
    told("import", medians, "python -c pass")


if __name__ == "__main__":
    imports()
    plans()
    tables()
