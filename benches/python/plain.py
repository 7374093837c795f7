"""The rules of evaluation that the benches need, in plain Python: what somebody would write who has no library.

Plans of metrics with weights, confidences and check-ins by the default profile, and rows of metrics, with every field that okrkit gives:
progress, score, grade, band, expected progress, gap, ratio, status, confidence, shares, days since the last check-in.
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


def clamped(value: float) -> float:
    """Within 0 and 1."""
    return min(1.0, max(0.0, value))


def status_of(progress: float | None, score: float | None, expected: float, as_of: dt.date, starts: dt.date, ends: dt.date) -> str:
    """The status of a node that is active."""
    if as_of < starts:
        return "not_started"
    if progress is None or score is None:
        return "no_data"
    if as_of > ends:
        return "achieved" if nine(score) >= 0.7 else "missed"
    if nine(progress) >= 1:
        return "achieved"
    gap = nine(expected - progress)
    return "on_track" if gap <= 0.1 else "behind" if gap <= 0.25 else "at_risk"


def node(
    progress: float | None,
    score: float | None,
    reason: str,
    expected: float,
    elapsed: float,
    confidence: float | None,
    as_of: dt.date,
    starts: dt.date,
    ends: dt.date,
    days_since: int | None,
) -> dict[str, Any]:
    """Everything that follows of the progress of a node, its score and what is expected."""
    rounded, band = (None, None) if score is None else grade(score)
    return {
        "outcome": "no_data" if progress is None else "value",
        "reason": reason if progress is None else None,
        "progress": progress,
        "score": score,
        "grade": rounded,
        "band": band,
        "expected": expected,
        "gap": None if progress is None else expected - progress,
        "ratio": None if progress is None or not expected else progress / expected,
        "elapsed": elapsed,
        "status": status_of(progress, score, expected, as_of, starts, ends),
        "confidence": confidence,
        "stage": "active",
        "starts": starts,
        "ends": ends,
        "days_since_check_in": days_since,
    }


def net_confidence(statuses: list[str]) -> float | None:
    """The share that is well less the share at risk, of those with a verdict."""
    verdicts = [status for status in statuses if status not in {"no_data", "not_started"}]
    if not verdicts:
        return None
    good = sum(status in {"on_track", "achieved"} for status in verdicts)
    return (good - verdicts.count("at_risk")) / len(verdicts)


def mean(members: list[tuple[float, float | None]]) -> float | None:
    """The mean by weight of those that have a figure, by shares as evaluation makes it."""
    there = [(weight, figure) for weight, figure in members if figure is not None]
    total = sum(weight for weight, _ in there)
    return sum(weight / total * figure for weight, figure in there) if there else None


def evaluate(plan: dict[str, Any], as_of: dt.date) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    """The figures of every objective and of every key result of a plan as `json.loads` gives it."""
    cycles = {cycle["id"]: (dt.date.fromisoformat(cycle["starts"]), dt.date.fromisoformat(cycle["ends"])) for cycle in plan["cycles"]}
    objectives: dict[str, dict[str, Any]] = {}
    key_results: dict[str, dict[str, Any]] = {}
    for objective in plan["objectives"]:
        starts, ends = cycles[objective["cycle"]]
        elapsed = clamped((as_of - starts).days / (ends - starts).days)
        own = []
        for key_result in objective["key_results"]:
            reading = confidence = latest = None
            for check_in in key_result.get("check_ins", ()):
                on = dt.date.fromisoformat(check_in["on"])
                if on > as_of or (latest is not None and on < latest):
                    continue
                latest = on
                reading = check_in.get("value", reading)
                confidence = check_in.get("confidence", confidence)
            measure = key_result["measure"]
            progress = score = None
            if reading is not None:
                progress = (reading - measure["start"]) / (measure["target"] - measure["start"])
                score = clamped(progress)
            days_since = None if latest is None else (as_of - latest).days
            found = node(progress, score, "no_check_ins", elapsed, elapsed, confidence, as_of, starts, ends, days_since)
            found["reading"] = reading
            found["target"] = measure["target"]
            found["share"] = 0.0
            found["owner_status"] = None
            key_results[key_result["id"]] = found
            own.append((key_result.get("weight", 1.0), found))
        members = [(weight, found) for weight, found in own if weight > 0]
        total = sum(weight for weight, found in members if found["score"] is not None)
        for weight, found in members:
            if found["score"] is not None:
                found["share"] = weight / total
        progress = mean([(weight, None if found["progress"] is None else clamped(found["progress"])) for weight, found in members])
        score = mean([(weight, found["score"]) for weight, found in members])
        expected = mean([(weight, None if found["progress"] is None else found["expected"]) for weight, found in members])
        confidence = mean([(weight, found["confidence"]) for weight, found in members])
        days = [found["days_since_check_in"] for _, found in own if found["days_since_check_in"] is not None]
        out = node(
            progress,
            None if score is None else clamped(score),
            "no_members",
            elapsed if expected is None else expected,
            elapsed,
            None if confidence is None else clamped(confidence),
            as_of,
            starts,
            ends,
            min(days, default=None),
        )
        out["net_confidence"] = net_confidence([found["status"] for _, found in members])
        objectives[objective["id"]] = out
    return objectives, key_results


def all_figures(rows: list[dict[str, Any]], as_of: dt.date) -> list[dict[str, Any]]:
    """Every figure of the objectives of rows of metrics with dates and confidence, in the order of appearance."""
    sums: dict[str, list[Any]] = {}
    for row in rows:
        starts, ends, weight, reading, confidence = row["starts"], row["ends"], row["weight"], row["reading"], row["confidence"]
        elapsed = clamped((as_of - starts).days / (ends - starts).days)
        progress = score = None
        if reading is not None:
            progress = (reading - row["start"]) / (row["target"] - row["start"])
            score = clamped(progress)
        status = status_of(progress, score, elapsed, as_of, starts, ends)
        found = sums.get(row["objective_id"])
        if found is None:
            found = sums[row["objective_id"]] = [0, 0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, starts, ends, []]
        found[0] += 1
        found[8] = min(found[8], starts)
        found[9] = max(found[9], ends)
        if weight <= 0:
            continue
        found[10].append(status)
        if score is not None and progress is not None:
            found[1] += 1
            found[2] += weight
            found[3] += weight * clamped(progress)
            found[4] += weight * score
            found[5] += weight * elapsed
        if confidence is not None:
            found[6] += weight
            found[7] += weight * confidence
    out = []
    for name, (n_rows, n, weight, progress, score, expected, of_confident, confidence, starts, ends, statuses) in sums.items():
        elapsed = clamped((as_of - starts).days / (ends - starts).days)
        figures = node(
            progress / weight if weight else None,
            clamped(score / weight) if weight else None,
            "no_members",
            expected / weight if weight else elapsed,
            elapsed,
            clamped(confidence / of_confident) if of_confident else None,
            as_of,
            starts,
            ends,
            None,
        )
        del figures["stage"], figures["days_since_check_in"]
        more = {"objective_id": name, "n_key_results": n_rows, "n": n, "weight": weight, "net_confidence": net_confidence(statuses)}
        out.append(figures | more)
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
