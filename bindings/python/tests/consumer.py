"""What somebody writes who uses the package, for type checkers. Lines that say wrong hold a mistake that has to be found."""

import datetime as dt
from collections.abc import Mapping
from typing import assert_type

import numpy as np
import polars as pl

import okrkit

plan = okrkit.Plan.read("plan.json")
card = plan.evaluate(dt.date(2026, 2, 15), profile="viva")
assert_type(plan, okrkit.Plan)
assert_type(card, okrkit.Scorecard)
assert_type(card["grow"].score, float | None)
assert_type(card["grow"].status, okrkit.Status)
assert_type(card.objectives, Mapping[str, okrkit.ObjectiveScore])
assert_type(card.as_of, dt.date | okrkit.AsOf)
assert_type(plan.objectives[0].key_results[0].check_ins, tuple[okrkit.CheckIn, ...])
assert_type(plan.lint("2026-02-15").findings, tuple[okrkit.Finding, ...])
assert_type(plan.forecast("revenue", "2026-02-15").projections[0].progress.value, float | None)
assert_type(okrkit.score_table(pl.DataFrame(), "2026-02-15").to_polars(), pl.DataFrame)
assert_type(okrkit.Cycle.quarter(2026, 1), okrkit.Cycle)
assert_type(okrkit.catalog.sales("ar").template("grow-revenue").instantiate("q1"), okrkit.Objective)

check_in = okrkit.CheckIn("2026-02-15", value=np.float64(3), source="api")
assert_type(check_in.on, dt.date)
assert_type(check_in.replace(value=4), okrkit.CheckIn)
plan.apply([okrkit.EditCheckIn("revenue", check_in), {"kind": "set_title", "title": "ACME"}])
plan.evaluate(okrkit.AsOf("2026-02-15", known="2026-02-15T09:00:00Z"), okrkit.Profile.named("viva"))

match plan.objectives[0].key_results[0].measure:
    case okrkit.Metric(start=start, target=target):
        assert_type(start, float | None)
        assert_type(target, float)
    case okrkit.Milestones(steps=steps):
        assert_type(steps, tuple[okrkit.Step, ...])

try:
    okrkit.Plan.read({})
except okrkit.OkrError as error:
    assert_type(error.issues[0].code, str)

plan.evaluate()  # wrong: no day
plan.evaluate(20260215)  # wrong: a number is no day
plan.evaluate("2026-02-15", profile=3)  # wrong: a number is no profile
card["grow"].scoer  # wrong: no such figure
card["grow"].score + 1  # wrong: there may be none
card["grow"].score = 1.0  # wrong: frozen
plan.title = "ACME"  # wrong: immutable
okrkit.CheckIn("2026-02-15", valeu=3)  # wrong: no such field
okrkit.CheckIn("2026-02-15", value="3")  # wrong: text is no number
okrkit.CheckIn("2026-02-15", source="phone")  # wrong: no such word
okrkit.score_table([1, 2, 3], "2026-02-15")  # wrong: a list is no table
plan.agenda("daily", "2026-02-15")  # wrong: no such meeting
plan.diff(card)  # wrong: a scorecard is no plan
okrkit.Plan()  # fine for checkers; refused when it runs
