"""The rules of evaluation that the bench's plans need, in plain Python: what somebody would write who has no library.

Metrics with their latest check-in, weights, shares of a roll-up, expected progress on a straight line, gap, ratio, status by the default
profile, grades and bands; with the same figures, to the last bit.
"""

from __future__ import annotations

import datetime as dt
from typing import Any


def nine(value: float) -> float:
    """Rounded to nine decimals, as statuses and grades compare."""
    return round(value * 1e9) / 1e9


def grade(score: float) -> tuple[float, str]:
    """The grade and its band."""
    tenths = (round(min(1.0, max(0.0, score)) * 1e9) + 50_000_000) // 100_000_000 / 10
    return tenths, "green" if tenths >= 0.7 else "yellow" if tenths >= 0.4 else "red"


def figures(progress: float | None, score: float | None, expected: float) -> dict[str, Any]:
    """Everything that follows of progress, score and what is expected."""
    if progress is None or score is None:
        return {
            "progress": None,
            "score": None,
            "grade": None,
            "band": None,
            "expected": expected,
            "gap": None,
            "ratio": None,
            "status": "no_data",
        }
    gap = expected - progress
    if nine(progress) >= 1:
        status = "achieved"
    elif nine(gap) <= 0.1:
        status = "on_track"
    elif nine(gap) <= 0.25:
        status = "behind"
    else:
        status = "at_risk"
    rounded, band = grade(score)
    ratio = progress / expected if expected else None
    return {
        "progress": progress,
        "score": score,
        "grade": rounded,
        "band": band,
        "expected": expected,
        "gap": gap,
        "ratio": ratio,
        "status": status,
    }


def clamped(value: float) -> float:
    """Within 0 and 1."""
    return min(1.0, max(0.0, value))


def evaluate(plan: dict[str, Any], as_of: dt.date) -> dict[str, dict[str, Any]]:
    """The figures of every objective and key result of a plan as `json.loads` gives it."""
    cycles = {cycle["id"]: (dt.date.fromisoformat(cycle["starts"]), dt.date.fromisoformat(cycle["ends"])) for cycle in plan["cycles"]}
    out: dict[str, dict[str, Any]] = {}
    for objective in plan["objectives"]:
        starts, ends = cycles[objective["cycle"]]
        elapsed = clamped((as_of - starts).days / (ends - starts).days)
        members = []
        for key_result in objective["key_results"]:
            reading = None
            latest = None
            for check_in in key_result.get("check_ins", ()):
                on = dt.date.fromisoformat(check_in["on"])
                if on <= as_of and "value" in check_in and (latest is None or on >= latest):
                    latest, reading = on, check_in["value"]
            measure = key_result["measure"]
            progress = None
            if reading is not None:
                progress = (reading - measure["start"]) / (measure["target"] - measure["start"])
            score = None if progress is None else clamped(progress)
            out[key_result["id"]] = figures(progress, score, elapsed)
            if progress is not None and score is not None:
                members.append((key_result.get("weight", 1.0), clamped(progress), score))
        total = sum(weight for weight, _, _ in members)
        if members and total:
            progress = sum(weight / total * member for weight, member, _ in members)
            score = sum(weight / total * member for weight, _, member in members)
            out[objective["id"]] = figures(progress, clamped(score), elapsed)
        else:
            out[objective["id"]] = figures(None, None, elapsed)
    return out


def scores(rows: list[dict[str, Any]]) -> dict[str, float]:
    """The score of each objective of rows of metrics."""
    sums: dict[str, list[float]] = {}
    for row in rows:
        reading = row["reading"]
        if reading is None:
            continue
        score = clamped((reading - row["start"]) / (row["target"] - row["start"]))
        weight = row["weight"]
        found = sums.get(row["objective_id"])
        if found is None:
            sums[row["objective_id"]] = [weight, weight * score]
        else:
            found[0] += weight
            found[1] += weight * score
    return {name: weighted / weight for name, (weight, weighted) in sums.items() if weight}
