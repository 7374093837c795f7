"""Everything the core offers is here, and here it is what the core says."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import okrkit
from okrkit import _okrkit

ROOT = Path(__file__).resolve().parents[3]

#: Where a verb of the core is, where it is not a method of `Plan` or a function by its own name.
ELSEWHERE = {
    "write": "Plan.to_json",
    "plan.to_document": "Plan.to_dict",
    "scorecard.node": "Scorecard.__getitem__",
    "scorecard.to_json": "Scorecard.to_json",
    "explain": "Scorecard.explain",
    "trend.days": "trend_days",
    # `plan.kpis` are the indicators that are written in the plan.
    "kpis": "Plan.kpi_statuses",
    "lint_report": "Plan.lint",
    "lint.to_text": "Plan.lint_text",
    "lint.to_sarif": "Plan.lint_sarif",
    "lint.rules": "rules",
    "lint.rule": "rule",
    "visibility.is_visible": "Plan.is_visible",
    "plan_diff.to_string": "PlanDiff.to_text",
    "plan_diff.apply": "PlanDiff.apply",
    "catalog.sales": "catalog.sales",
    "catalog.read": "catalog.read",
    "catalog.template": "CatalogDocument.template",
    "catalog.baselines": "CatalogDocument.baselines",
    "catalog.with_baseline": "CatalogDocument.with_baseline",
    "catalog.plan": "CatalogDocument.plan",
    "template.instantiate": "Template.instantiate",
    "document.locate": "locate",
    "text.get": "text_in",
    "code.all": "codes",
}
TYPES = {"plan": "Plan", "scorecard": "Scorecard", "profile": "Profile", "cycle": "Cycle"}


def place(verb: str) -> Any:
    """What offers a verb; an `AttributeError` where nothing does."""
    path = ELSEWHERE.get(verb)
    if path is None:
        room, _, name = verb.rpartition(".")
        path = f"{TYPES[room]}.{name}" if room else f"Plan.{name}" if hasattr(okrkit.Plan, name) else name
    found: Any = okrkit
    for part in path.split("."):
        found = getattr(found, part)
    return found


def test_every_verb_of_the_core_is_offered_with_every_argument() -> None:
    verbs = _okrkit.verbs()
    assert len(verbs) > 70
    known = {verb["name"] for verb in verbs}
    assert set(ELSEWHERE) <= known, "a verb is gone"
    renamed = {"from": "from_", "catalog": "self", "profile": "self"}
    for verb in verbs:
        found = place(verb["name"])
        if verb["name"] in ELSEWHERE or isinstance(found, property) or verb["name"].split(".")[0] in {"scorecard", "profile", "plan"}:
            assert inspect.getdoc(found if not isinstance(found, property) else found.fget), verb["name"]
            continue
        parameters = inspect.signature(found).parameters
        for argument, _ in verb["arguments"]:
            names = {argument, renamed.get(argument, argument)}
            assert names & set(parameters) or argument in {"text"}, f"{verb['name']} lacks {argument}"


def test_every_code_is_the_one_of_the_core() -> None:
    source = (ROOT / "crates/okrkit/src/issue/code.rs").read_text(encoding="utf-8")
    codes = okrkit.codes()
    assert len(codes) > 60
    assert all(f'"{code.code}"' in source for code in codes)
    assert [code for code, _, _ in _okrkit.codes()] == [code.code for code in codes]


def test_every_profile_and_measure_is_the_one_of_the_core() -> None:
    folder = ROOT / "crates/okrkit/src/profile/named"
    assert sorted(okrkit.Profile.names()) == sorted(file.stem for file in folder.glob("*.json"))
    kinds = {kind.kind for kind in okrkit.Measure.__args__}
    schema = okrkit.schemas()
    plan = next(schema[name] for name in schema if name.startswith("plan"))
    assert kinds == {option["properties"]["kind"]["const"] for option in plan["$defs"]["Measure"]["oneOf"]}
    assert len(kinds) == 13


def test_words_of_the_core_are_those_of_python() -> None:
    defs = next(schema for name, schema in okrkit.schemas().items() if name.startswith("plan"))["$defs"]
    checked = 0
    for name, definition in defs.items():
        words = [option["const"] for option in definition.get("oneOf", []) if option.get("type") == "string"]
        if words:
            assert [word.value for word in getattr(okrkit, name)] == words
            checked += 1
    assert checked > 10


def test_what_is_not_there_is_a_key_error_and_what_is_wrong_an_okr_error(sales: okrkit.Plan) -> None:
    day = "2026-02-15"
    card = sales.evaluate(day)
    absent: list[Callable[[], object]] = [
        lambda: sales.forecast("no-such", day),
        lambda: sales.required("no-such", 0.7, day),
        lambda: sales.sensitivity("no-such", day),
        lambda: sales.close("no-such", day),
        lambda: sales.kpi_status("no-such", day),
        lambda: sales.check_in_slots("no-such", day),
        lambda: card["no-such"],
        lambda: card.explain("no-such"),
        lambda: okrkit.rule("no-such"),
    ]
    for ask in absent:
        try:
            ask()
        except KeyError as error:
            assert "no-such" in str(error)
        else:
            raise AssertionError("nothing was raised")
    wrong: list[Callable[[], object]] = [
        lambda: sales.apply([{"kind": "check_in"}]),
        lambda: sales.compare(["vivva"], day),
        lambda: sales.agenda("daily", day),  # type: ignore[arg-type]
        lambda: sales.carry_forward("no-such", "q1"),
        lambda: sales.evaluate(day, "vivva"),
        lambda: sales.lint(day, policy={"no_such": 1}),
        lambda: sales.forecast("revenue", day, policy={"coverage": 80}),
        lambda: sales.forecast("revenue", day, policy=okrkit.ForecastPolicy(last_k=0)),
    ]
    for at, ask in enumerate(wrong):
        try:
            ask()
        except okrkit.OkrError as error:
            assert error.issues
        else:
            raise AssertionError(f"nothing was raised by the {at}th")


def test_a_backtest_may_be_of_some_cycles(sales: okrkit.Plan) -> None:
    whole = sales.backtest("2026-04-30", "run_rate")
    quarter = sales.backtest("2026-04-30", "run_rate", cycles=["q1"])
    assert sales.backtest("2026-04-30", "run_rate", cycles=["no-such"]).n == 0
    assert 0 < quarter.n <= whole.n


def test_a_scorecard_answers_alike_in_all_its_ways(sales: okrkit.Plan) -> None:
    card = sales.evaluate("2026-02-15", "viva")
    whole = card.to_dict()
    assert list(card) == [node for o in sales.objectives for node in (o.id, *(k.id for k in o.key_results))]
    for name, score in card.objectives.items():
        assert score == card[name] == card.objective(name) == okrkit.ObjectiveScore.from_dict(whole["objectives"][name])
    for name, figures in card.key_results.items():
        assert figures == card[name] == card.key_result(name) == okrkit.KeyResultScore.from_dict(whole["key_results"][name])
    assert card.total == okrkit.GroupScore.from_dict(whole["total"])
    for by in card.group_bys:
        assert {name: group.to_dict() for name, group in card.group_by(by).items()} == {
            name: okrkit.GroupScore.from_dict(group).to_dict() for name, group in whole["groups"].get(by, {}).items()
        } or by == "team_tree"
