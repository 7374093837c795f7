"""What every value can do."""

import copy
import datetime as dt
import inspect
import json
import pickle
from enum import StrEnum
from typing import Any

import pydantic
import pytest

import okrkit
from okrkit._index import HOME

CLASSES = sorted(name for name in HOME if isinstance(getattr(okrkit, name), type) and issubclass(getattr(okrkit, name), okrkit.Value))
WORDS = sorted(name for name in HOME if isinstance(getattr(okrkit, name), type) and issubclass(getattr(okrkit, name), StrEnum))


def sample(name: str) -> Any:
    """The value in the example of a class."""
    doc = inspect.getdoc(getattr(okrkit, name)) or ""
    line = next(line for line in doc.splitlines() if line.strip().startswith(">>> one = "))
    return eval(line.split("= ", 1)[1], {"okrkit": okrkit})


MADE = [name for name in CLASSES if ">>> one = " in (inspect.getdoc(getattr(okrkit, name)) or "")]


def test_there_are_values_to_test() -> None:
    assert len(MADE) > 150
    assert len(WORDS) > 40


@pytest.mark.parametrize("name", MADE)
def test_a_value_is_frozen_compared_copied_pickled_and_written(name: str) -> None:
    kind, value = getattr(okrkit, name), sample(name)
    assert pickle.loads(pickle.dumps(value)) == value
    assert copy.deepcopy(value) == value
    assert kind.from_dict(value.to_dict()) == value
    assert kind.from_json(value.to_json()) == value
    assert json.loads(value.to_json()) == json.loads(json.dumps(value.to_dict()))
    assert value.replace() == value
    assert value != object()
    for field in kind._fields():
        with pytest.raises(AttributeError):
            setattr(value, field.name, None)
    with pytest.raises(TypeError, match="no field"):
        value.replace(no_such_field=1)
    if kind.__hash__ is not None:
        assert hash(value) == hash(kind.from_dict(value.to_dict()))
    assert repr(value).startswith(f"{name}(")


def test_who_holds_no_number_can_be_a_key_and_who_does_cannot() -> None:
    days: list[str | dt.date] = ["2026-02-14", dt.date(2026, 2, 14)]
    assert len({okrkit.StageChange(day, stage=stage) for day in days for stage in okrkit.Stage}) == 4
    with pytest.raises(TypeError, match="unhashable"):
        hash(okrkit.CheckIn("2026-02-14", value=1))


@pytest.mark.parametrize("name", WORDS)
def test_words_are_text(name: str) -> None:
    for word in getattr(okrkit, name):
        assert word == word.value
        assert json.dumps(word) == json.dumps(word.value)
        assert getattr(okrkit, name)(word.value) is word


def test_replace_checks_and_reads_like_the_constructor() -> None:
    check_in = okrkit.CheckIn("2026-02-14", value=1)
    assert check_in.replace(on=dt.date(2026, 2, 15), value=2).to_dict() == {"on": "2026-02-15", "value": 2.0}
    with pytest.raises(okrkit.OkrError):
        check_in.replace(value="much")


def test_every_problem_of_a_value_is_told_with_its_place() -> None:
    with pytest.raises(okrkit.OkrError) as caught:
        okrkit.KeyResult.from_dict(
            {"id": "k", "measure": {"kind": "metrik"}, "check_ins": [{"on": "2026-02-14"}, {"on": "x", "value": "y"}], "wieght": 1}
        )
    assert {(issue.code, issue.path) for issue in caught.value.issues} == {
        ("document.missing_field", "/title"),
        ("document.unknown_kind", "/measure/kind"),
        ("date.invalid", "/check_ins/1/on"),
        ("document.wrong_type", "/check_ins/1/value"),
        ("document.unknown_field", "/wieght"),
    }
    known = {code.code for code in okrkit.codes()}
    assert {issue.code for issue in caught.value.issues} <= known


def test_what_is_inside_a_value_cannot_be_changed_either() -> None:
    objective = okrkit.Objective("o", "Grow", "q1", tags={"region": "gulf"}, ext={"a": [1, {"b": 2}]})
    assert isinstance(objective.key_results, tuple)
    with pytest.raises(TypeError):
        objective.tags["region"] = "levant"  # type: ignore[index]
    assert objective.ext == {"a": (1, {"b": 2})}
    assert objective.to_dict()["ext"] == {"a": [1, {"b": 2}]}


def test_defaults_are_those_of_the_core() -> None:
    objective = okrkit.Objective("o", "Grow", "q1")
    assert objective.ambition is okrkit.Ambition.ASPIRATIONAL
    assert objective.to_dict() == {"id": "o", "title": "Grow", "cycle": "q1"}
    assert okrkit.Metric(start=0, target=1).reading is okrkit.ReadingRule.LATEST
    assert okrkit.AgendaPolicy().staleness == okrkit.StalenessPolicy()


class Report(pydantic.BaseModel):
    """A model of somebody who uses pydantic."""

    plan: okrkit.Plan
    check_in: okrkit.CheckIn
    status: okrkit.Status


def test_values_are_fields_of_pydantic_models(sales: okrkit.Plan) -> None:
    report = Report.model_validate({"plan": sales.to_dict(), "check_in": {"on": "2026-02-14", "value": 1}, "status": "behind"})
    assert report.plan == sales
    assert report.check_in == okrkit.CheckIn("2026-02-14", value=1)
    assert Report.model_validate_json(report.model_dump_json()) == report
    assert "check_in" in Report.model_json_schema()["properties"]
    with pytest.raises(pydantic.ValidationError, match="/on"):
        Report.model_validate({"plan": sales, "check_in": {"on": "2026-02-30"}, "status": "behind"})


def test_figures_read_on_trust_are_those_that_were_looked_at(sales: okrkit.Plan) -> None:
    # With a score that was set by hand, and amended terms: every field there is.
    card = sales.evaluate("2026-02-15", "viva")
    document = card.to_dict()
    for figures, found, kind in (
        (document["objectives"], card.objectives, okrkit.ObjectiveScore),
        (document["key_results"], card.key_results, okrkit.KeyResultScore),
    ):
        assert list(figures) == list(found)
        for name, plain in figures.items():
            looked_at = kind.from_dict(plain)
            assert found[name] == looked_at == card[name]
            assert repr(found[name]) == repr(looked_at)
            assert [type(part) for part in found[name]._parts()] == [type(part) for part in looked_at._parts()]


def test_progress_of_a_trend_is_told_and_changes_nothing(sales: okrkit.Plan) -> None:
    days = okrkit.trend_days("2026-01-01", "2026-03-31", "day")
    done: list[int] = []
    whole = sales.trend(days)
    assert sales.trend([*reversed(days), str(days[0])], progress=done.append) == whole
    assert done == [28, 28, 28, 6]
    done.clear()
    assert sales.trend([], progress=done.append) == sales.trend([])
    assert done == [0]
    with pytest.raises(okrkit.OkrError, match="2026-13-01"):
        sales.trend(["2026-01-01", "2026-13-01"], progress=done.append)
