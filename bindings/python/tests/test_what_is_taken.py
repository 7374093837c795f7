"""Days and numbers as analysts have them in their hands."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

import okrkit
from okrkit._okrkit import to_json
from small import document, with_check_in

NOON = dt.datetime(2026, 2, 14, 12, 0)
UTC = dt.UTC

DAYS = [
    dt.date(2026, 2, 14),
    "2026-02-14",
    dt.datetime(2026, 2, 14),
    pd.Timestamp("2026-02-14"),
    np.datetime64("2026-02-14"),
    np.datetime64("2026-02-14", "ns"),
]


@pytest.mark.parametrize("day", DAYS, ids=repr)
def test_a_day_is_a_date_or_iso_text_or_a_midnight(day: Any) -> None:
    card = okrkit.Plan.read(document()).evaluate(day)
    assert card.as_of == dt.date(2026, 2, 14)
    assert okrkit.Plan.read(with_check_in(on=day, value=1)) == okrkit.Plan.read(with_check_in(on="2026-02-14", value=1))
    assert okrkit.CheckIn(day, value=1).on == dt.date(2026, 2, 14)


NO_DAYS = [NOON, pd.Timestamp(NOON), np.datetime64("2026-02-14T12:00"), pd.NaT, np.datetime64("NaT"), "2026-02-30", "14.02.2026"]


@pytest.mark.parametrize("day", NO_DAYS, ids=repr)
def test_a_time_of_day_and_no_time_at_all_are_refused_as_days(day: Any) -> None:
    plan = okrkit.Plan.read(document())
    with pytest.raises(okrkit.OkrError) as caught:
        plan.evaluate(day)
    assert [(issue.code, issue.path) for issue in caught.value.issues] == [("date.invalid", "/as_of")]
    with pytest.raises(okrkit.OkrError) as caught:
        okrkit.Plan.read(with_check_in(on=day, value=1))
    assert ("date.invalid", "/objectives/0/key_results/0/check_ins/1/on") in {(issue.code, issue.path) for issue in caught.value.issues}
    with pytest.raises(okrkit.OkrError) as caught:
        okrkit.CheckIn(day, value=1)
    assert [(issue.code, issue.path) for issue in caught.value.issues] == [("date.invalid", "/on")]


@pytest.mark.parametrize("day", [None, 20260214, 1.5, b"2026-02-14", object()], ids=repr)
def test_what_is_no_day_at_all_is_a_type_error(day: Any) -> None:
    with pytest.raises(TypeError, match="as_of"):
        okrkit.Plan.read(document()).evaluate(day)


def test_what_was_known_goes_with_the_day() -> None:
    plan = okrkit.Plan.read(with_check_in(on="2026-02-10", value=250_000, recorded="2026-02-20T08:00:00Z"))
    as_of = okrkit.AsOf("2026-02-14", known=dt.datetime(2026, 2, 14, 9, tzinfo=UTC))
    assert plan.evaluate("2026-02-14").to_dict()["objectives"]["grow"]["score"] == 0.5
    ways: list[Any] = [as_of, {"on": "2026-02-14", "known": "2026-02-14T09:00:00Z"}]
    for known in ways:
        assert plan.evaluate(known).to_dict()["objectives"]["grow"]["score"] == 0.24


NUMBERS = [
    200_000,
    200_000.0,
    Decimal("200000"),
    Fraction(400_000, 2),
    np.int64(200_000),
    np.float32(200_000),
    np.float64(200_000),
    np.uint32(200_000),
    pd.Series([200_000]).iloc[0],
    pa.scalar(200_000),
    pa.scalar(200_000.0),
]


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: f"{type(number).__module__}.{type(number).__name__}")
def test_a_number_is_what_means_one(number: Any) -> None:
    plan = okrkit.Plan.read(with_check_in(on="2026-02-14", value=number))
    assert plan.evaluate("2026-02-14").to_dict()["objectives"]["grow"]["score"] == 0.4
    if not isinstance(number, pa.Scalar):
        assert okrkit.CheckIn("2026-02-14", value=number).value == 200_000


NO_NUMBERS = [float("nan"), float("inf"), np.float64("nan"), Decimal("NaN"), pd.NA, "200000", True, 10**400, object()]


@pytest.mark.parametrize("number", NO_NUMBERS, ids=lambda number: f"{type(number).__name__} {str(number)[:8]}")
def test_what_means_no_number_is_refused(number: Any) -> None:
    with pytest.raises(okrkit.OkrError) as caught:
        okrkit.Plan.read(with_check_in(on="2026-02-14", value=number))
    (issue,) = caught.value.issues
    assert issue.path == "/objectives/0/key_results/0/check_ins/1/value"
    assert issue.code in {"number.range", "document.wrong_type"}
    with pytest.raises(okrkit.OkrError) as caught:
        okrkit.CheckIn("2026-02-14", value=number)
    assert [issue.path for issue in caught.value.issues] == ["/value"]


def test_lists_are_what_holds_items_in_order() -> None:
    for steps in (["a", "b"], ("a", "b"), np.array(["a", "b"]), pd.Series(["a", "b"]), pa.array(["a", "b"])):
        text = to_json({"steps_done": steps})
        assert text == '{"steps_done":["a","b"]}'


def test_what_cannot_be_said_in_json_is_told_with_its_place() -> None:
    itself: dict[str, Any] = {}
    itself["itself"] = itself
    for wrong in ({"set": {1, 2}}, {"object": object()}, {1: "one"}, {"half": "\ud800"}, {"bytes": b"x"}, itself):
        with pytest.raises(okrkit.OkrError):
            okrkit.Plan.read(document(ext=wrong))
    with pytest.raises(okrkit.OkrError) as caught:
        okrkit.Plan.read(document(ext={"a/b": [object(), {"c": float("nan")}]}))
    assert {issue.path for issue in caught.value.issues} == {"/ext/a~1b/0", "/ext/a~1b/1/c"}


@pytest.mark.parametrize("garbage", ["", "{", "[]", "null", b"\xff", {}, {"okrkit": 1}, {"okrkit": 99}, "{}" * 3], ids=repr)
def test_nothing_panics(garbage: Any) -> None:
    with pytest.raises((okrkit.OkrError, FileNotFoundError)):
        okrkit.Plan.read(garbage)
