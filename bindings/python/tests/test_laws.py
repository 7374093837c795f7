"""Random documents, through Python and straight through the core, give the same to the last bit."""

import datetime as dt
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import okrkit

ROOT = Path(__file__).resolve().parents[3]
DAYS = st.dates(dt.date(2025, 12, 20), dt.date(2026, 4, 20))
NUMBERS = st.floats(-1e6, 1e6, allow_nan=False) | st.integers(-1000, 1000)
NAMES = st.text("abcdefghijklmnop-أبت", min_size=1, max_size=8)


@st.composite
def key_results(draw: st.DrawFn, name: str) -> dict[str, Any]:
    """A key result with a measure of some kind, and check-ins that suit it."""
    kind = draw(st.sampled_from(["metric", "change", "threshold", "bands", "levels", "done", "events", "exact"]))
    start = draw(st.integers(-100, 100))
    target = start + draw(st.integers(1, 500)) * draw(st.sampled_from([1, -1]))
    measures: dict[str, dict[str, Any]] = {
        "metric": {"start": start, "target": target, "reading": draw(st.sampled_from(["latest", "sum", "mean", "max", "min"]))},
        "change": {"baseline": draw(st.none() | st.integers(1, 100)), "percent": draw(st.integers(1, 90))},
        "threshold": {"at_least": start},
        "bands": {"points": [[start, 0], [start + 10, 0.5], [start + 20, 1]]},
        "levels": {"start": start, "commit": start + 5, "target": start + 7, "stretch": start + 30},
        "done": {},
        "events": {"count": draw(st.integers(1, 9))},
        "exact": {"start": start, "target": target},
    }
    figure = {"done": ("done", st.booleans()), "events": ("event", st.just(value=True))}.get(kind, ("value", NUMBERS))
    check_ins = []
    for on in draw(st.lists(DAYS, max_size=4)):
        check_in: dict[str, Any] = {"on": on, figure[0]: draw(figure[1])}
        if draw(st.booleans()):
            check_in["confidence"] = draw(st.floats(0, 1))
        check_ins.append(check_in)
    out: dict[str, Any] = {"id": name, "title": draw(NAMES), "measure": {"kind": kind, **measures[kind]}, "check_ins": check_ins}
    if draw(st.booleans()):
        out["weight"] = draw(st.floats(0, 100))
    return out


@st.composite
def plans(draw: st.DrawFn) -> dict[str, Any]:
    """A valid plan."""
    objectives = []
    for at in range(draw(st.integers(1, 4))):
        n = draw(st.integers(0, 3))
        objectives.append(
            {
                "id": f"o{at}",
                "title": draw(NAMES),
                "cycle": "q1",
                "ambition": draw(st.sampled_from(list(okrkit.Ambition))),
                "key_results": [draw(key_results(f"o{at}-k{within}")) for within in range(n)],
            }
        )
    links = [{"child": f"o{at}", "parent": "o0"} for at in range(1, len(objectives)) if draw(st.booleans())]
    return {
        "okrkit": 1,
        "id": "random",
        "cycles": [{"id": "q1", "starts": dt.date(2026, 1, 1), "ends": dt.date(2026, 3, 31)}],
        "objectives": objectives,
        "links": links,
    }


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=plans(), as_of=DAYS, profile=st.sampled_from(okrkit.Profile.names()))
def test_typed_figures_are_those_of_the_text(document: dict[str, Any], as_of: dt.date, profile: str) -> None:
    plan = okrkit.Plan.read(document)
    assert okrkit.Plan.read(plan.to_json()) == plan
    assert okrkit.Plan.from_dict(plan.to_dict()) == plan
    assert okrkit.Plan.from_tables(plan.to_tables()) == plan
    assert okrkit.Plan.read({**document, "objectives": [okrkit.Objective.from_dict(o) for o in document["objectives"]]}) == plan
    card = plan.evaluate(as_of, profile)
    whole = json.loads(card.to_json())
    for name in card:
        score = card[name]
        figures = whole["objectives"].get(name) or whole["key_results"][name]
        for field in ("progress", "score", "grade", "expected", "gap", "ratio", "elapsed", "confidence"):
            found, wanted = getattr(score, field), figures[field]
            assert (found is None and wanted is None) or float(found).hex() == float(wanted).hex()


@settings(max_examples=100, deadline=None)
@given(
    junk=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9) | st.sampled_from(["okrkit", "id", "cycles"]), inner)
        ),
        max_leaves=12,
    )
)
def test_junk_is_refused_and_nothing_panics(junk: Any) -> None:
    for read in (okrkit.Plan.from_dict, okrkit.CheckIn.from_dict, okrkit.Profile.from_dict):
        with pytest.raises((okrkit.OkrError, TypeError)):
            read(junk)


def test_the_example_scores_in_python_as_in_rust_to_the_last_bit(sales_path: Path, tmp_path: Path) -> None:
    """Rust's own runner compares every number of the scorecards that Python wrote, without any tolerance."""
    plan = okrkit.Plan.read(sales_path)
    cases = []
    for profile in okrkit.Profile.names():
        for as_of in ("2025-12-31", "2026-02-15", "2026-03-31", "2026-05-01"):
            card = plan.evaluate(as_of, profile)
            expect = {}
            for name in card:
                for field in ("progress", "score", "expected", "gap", "ratio", "confidence", "grade"):
                    room = "objectives" if name in card.objectives else "key_results"
                    expect[f"/{room}/{name}/{field}"] = getattr(card[name], field)
            cases.append(
                {
                    "name": f"{profile} {as_of}",
                    "plan": plan.to_dict(),
                    "profile": profile,
                    "as_of": as_of,
                    "expect": expect,
                    "tolerance": 0,
                }
            )
    file = tmp_path / "python.json"
    file.write_text(json.dumps({"suite": "python", "cases": cases}), encoding="utf-8")
    command = ["cargo", "run", "--quiet", "--locked", "--package", "okrkit-testing", "--bin", "conformance", "--", str(file)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert ran.stdout.splitlines()[-1] == f"{16 * 4} passed, 0 failed", ran.stdout[:2000]
