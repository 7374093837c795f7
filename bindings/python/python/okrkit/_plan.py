"""Plans."""

from __future__ import annotations

from . import _okrkit
from ._okrkit import PlanCore
from ._scorecard import Scorecard
from ._verb import call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from os import PathLike
    from typing import Any, ClassVar, Literal, TypeAlias

    from ._answers import (
        Agenda,
        AgendaPolicy,
        Backtest,
        BacktestPolicy,
        Calibration,
        CalibrationPolicy,
        CarryPolicy,
        CarryReport,
        Comparison,
        CycleReview,
        Discipline,
        Edit,
        Forecast,
        ForecastPolicy,
        Forecasts,
        KpiStatus,
        LintPolicy,
        LintReport,
        MergeReport,
        ObjectiveForecast,
        Owed,
        PastReading,
        PlanDiff,
        RedactionPolicy,
        Required,
        RequiredPolicy,
        ReviewPolicy,
        Sensitivity,
        Slot,
        Staleness,
        StalenessPolicy,
        Trend,
        ValuesKept,
        Viewer,
        WhatIf,
    )
    from ._as_of import AsOf
    from ._errors import Issue
    from ._parts import CheckIn, Cycle, Healthy, KeyResult, Kpi, Link, LintSettings, Objective, Team, Text
    from ._rules import Profile
    from ._tables import ArrowStream, Table
    from ._value import Day, Number
    from ._words import AgendaKind, Method

    _Profile: TypeAlias = str | Profile | Mapping[str, Any]

__all__ = ["Plan"]

#: So many days of a trend are computed before progress is told.
_DAYS = 28


def _rising(days: list[Day]) -> list[Day]:
    """Days in their order, each once; none where one of them is not plainly a day."""
    import datetime as dt

    each: set[Day] = set()
    for on in days:
        if type(on) is not dt.date:
            try:
                # The core takes no other way of writing a day, and says so.
                if not isinstance(on, str) or dt.date.fromisoformat(on).isoformat() != on:
                    return []
            except ValueError:
                return []
        each.add(str(on))
    return sorted(each, key=str)


class Plan:
    """A valid plan: cycles, teams, objectives with key results, and links between them.

    It is immutable; what changes a plan gives another one and shares what is the same. It can be compared, pickled and copied.
    Iterating gives the objectives, ``plan["id"]`` an objective or a key result, ``"id" in plan`` whether there is one.

    Example:
        >>> plan = okrkit.Plan.read("sales.json")
        >>> plan.id, len(plan)
        ('cedar-trading', 16)
        >>> plan["regional-leader"].ambition
        <Ambition.ASPIRATIONAL: 'aspirational'>
    """

    __slots__ = ("__weakref__", "_core")

    _core: PlanCore

    def __init__(self) -> None:
        raise TypeError("a plan is read, not made: `Plan.read(path, text, bytes or dict)`")

    @classmethod
    def _of(cls, core: PlanCore) -> Plan:
        plan = object.__new__(cls)
        object.__setattr__(plan, "_core", core)
        return plan

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(f"a plan is immutable: cannot set {name!r}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a plan is immutable: cannot delete {name!r}")

    @classmethod
    def read(cls, source: str | bytes | PathLike[str] | Mapping[str, Any]) -> Plan:
        """Reads a plan.

        Args:
            source: A path; JSON text (what begins with ``{`` or holds a line break is text) or UTF-8 bytes; or a document as plain
                objects, in which dates, numpy and pandas scalars and values of this package may stand for what they mean.

        Raises:
            OkrError: With every problem of the document at once.
            OSError: Where the file cannot be read.

        Example:
            >>> okrkit.Plan.read('{"okrkit": 1, "id": "acme", "cycles": [], "objectives": []}')
            <okrkit.Plan 'acme': 0 objectives, 0 key results>
        """
        if isinstance(source, (bytes, bytearray, memoryview)):
            return cls._of(PlanCore.of_bytes(bytes(source)))
        if isinstance(source, str) and (source.lstrip()[:1] in {"{", "["} or "\n" in source):
            return cls._of(PlanCore.of_text(source))
        from os import PathLike

        if not isinstance(source, (str, PathLike)):
            return cls._of(PlanCore.of_document(source))
        with open(source, "rb") as file:  # noqa: PTH123 - pathlib takes 10 ms to import
            return cls._of(PlanCore.of_bytes(file.read()))

    @classmethod
    def from_json(cls, text: str | bytes) -> Plan:
        """Reads a plan from JSON text, or bytes in UTF-8.

        Raises:
            OkrError: With every problem of the document at once.

        Example:
            >>> okrkit.Plan.from_json(plan.to_json()) == plan
            True
        """
        return cls._of(PlanCore.of_text(text) if isinstance(text, str) else PlanCore.of_bytes(text))

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Plan:
        """Reads a plan from a document of plain objects.

        Raises:
            OkrError: With every problem of the document at once.

        Example:
            >>> okrkit.Plan.from_dict(plan.to_dict()) == plan
            True
        """
        return cls._of(PlanCore.of_document(document))

    def to_json(self) -> str:
        """The canonical text: the same plan, the same bytes.

        Example:
            >>> plan.to_json().splitlines()[1]
            '  "okrkit": 1,'
        """
        return self._core.to_json()

    def to_dict(self) -> dict[str, Any]:
        """The document as plain objects.

        Example:
            >>> plan.to_dict()["id"]
            'cedar-trading'
        """
        return self._core.to_dict()

    def to_tables(self) -> dict[str, Table]:
        """The plan as tables: ``plan``, ``cycles``, ``teams``, ``objectives``, ``key_results``, ``check_ins`` and ``links``.

        The column ``document`` of each holds the thing as JSON, in full, and is what ``from_tables`` reads where it is there;
        without it the other columns count.

        Example:
            >>> tables = plan.to_tables()
            >>> len(tables["key_results"])
            48
            >>> okrkit.Plan.from_tables(tables) == plan
            True
        """
        from ._tables import Table

        return {name: Table._of(core) for name, core in _okrkit.to_tables(self._core).items()}

    @classmethod
    def from_tables(cls, tables: Mapping[str, ArrowStream], *, progress: Callable[[int], object] | None = None) -> Plan:
        """The plan in tables.

        Args:
            tables: Tables of any library that speaks Arrow, by the names that ``to_tables`` gives; those that are not there are empty.
            progress: Called with the number of rows of each batch that is read, such as ``tqdm(total=n).update``.

        Raises:
            OkrError: With every problem of the plan that they make; a row that belongs to nothing by its number
                (``/check_ins/rows/17/key_result_id``).
            TypeError: Where one is no table.

        Example:
            >>> import polars as pl
            >>> okrkit.Plan.from_tables({name: pl.DataFrame(table) for name, table in plan.to_tables().items()}) == plan
            True
        """
        return cls._of(_okrkit.from_tables(dict(tables), progress))

    # -- what it holds ------------------------------------------------------------------------------------------------------

    @property
    def id(self) -> str:
        """The id."""
        return self._core.id

    @property
    def title(self) -> Text | None:
        """For people: text, or text by language."""
        title: Text | None = self._core.part("title")
        return title

    @property
    def description(self) -> Text | None:
        """For people, at length."""
        description: Text | None = self._core.part("description")
        return description

    @property
    def lint_settings(self) -> LintSettings | None:
        """How it wants to be linted."""
        from ._parts import LintSettings

        found = self._core.part("lint")
        return None if found is None else LintSettings.from_dict(found)

    @property
    def profile(self) -> str:
        """The name of the profile it is meant to be judged by; ``default`` where it names none."""
        return self._core.profile

    @property
    def cycles(self) -> tuple[Cycle, ...]:
        """The cycles, in the order of the document."""
        from ._parts import Cycle

        return tuple(map(Cycle.from_dict, self._core.part("cycles")))

    @property
    def teams(self) -> tuple[Team, ...]:
        """The teams, in the order of the document."""
        from ._parts import Team

        return tuple(map(Team.from_dict, self._core.part("teams")))

    @property
    def kpis(self) -> tuple[Kpi, ...]:
        """The indicators that are watched and never scored, in the order of the document."""
        from ._parts import Kpi

        return tuple(map(Kpi.from_dict, self._core.part("kpis")))

    @property
    def links(self) -> tuple[Link, ...]:
        """The links between objectives and key results, in the order of the document."""
        from ._parts import Link

        return tuple(map(Link.from_dict, self._core.part("links")))

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """The objectives with their key results, in the order of the document."""
        from ._parts import Objective

        return tuple(map(Objective.from_dict, self._core.part("objectives")))

    @property
    def key_results(self) -> tuple[KeyResult, ...]:
        """The key results of all objectives, in the order of the document."""
        return tuple(key_result for objective in self.objectives for key_result in objective.key_results)

    def objective(self, id: str) -> Objective | None:
        """An objective as it is written, by its id; ``None`` where there is none.

        Example:
            >>> plan.objective("regional-leader").cycle
            'fy26'
        """
        from ._parts import Objective

        found = self._core.node(id)
        return Objective.from_dict(found[1]) if found and found[0] else None

    def key_result(self, id: str) -> KeyResult | None:
        """A key result as it is written, by its id; ``None`` where there is none.

        Example:
            >>> plan.key_result("deals").measure.target
            50.0
        """
        from ._parts import KeyResult

        found = self._core.node(id)
        return KeyResult.from_dict(found[1]) if found and not found[0] else None

    def __getitem__(self, id: str) -> Objective | KeyResult:
        """An objective or a key result by its id."""
        from ._parts import KeyResult, Objective

        found = self._core.node(id)
        if found is None:
            raise KeyError(id)
        is_objective, document = found
        return Objective.from_dict(document) if is_objective else KeyResult.from_dict(document)

    def __contains__(self, id: object) -> bool:
        """Whether there is an objective or a key result of an id."""
        return isinstance(id, str) and self._core.has(id)

    def kpi(self, id: str) -> Kpi | None:
        """An indicator by its id; ``None`` where there is none.

        Example:
            >>> plan.kpi("discount").healthy
            Healthy(at_most=12.0)
        """
        return next((kpi for kpi in self.kpis if kpi.id == id), None)

    def __iter__(self) -> Iterator[Objective]:
        """The objectives, in the order of the document."""
        return iter(self.objectives)

    def __len__(self) -> int:
        """How many objectives there are."""
        return self._core.n_objectives

    # -- what is asked of it ------------------------------------------------------------------------------------------------

    def evaluate(self, as_of: Day | AsOf, profile: _Profile | None = None) -> Scorecard:
        """The scorecard as of a day.

        Args:
            as_of: The day: a ``datetime.date`` or ISO text; or ``AsOf(on, known)`` to leave out what became known later.
            profile: The name of a profile, a ``Profile``, or its document. Without it, the one the plan names.

        Raises:
            OkrError: Where ``as_of`` is no day or there is no such profile.

        Example:
            >>> plan.evaluate("2026-02-15", profile="viva")
            <okrkit.Scorecard of 'cedar-trading' as of 2026-02-15 by 'viva'>
        """
        return Scorecard._of(self._core.evaluate(as_of, profile))

    def findings(self, as_of: Day | AsOf, profile: _Profile | None = None) -> tuple[Issue, ...]:
        """What the alignment rules of a profile find.

        Args:
            as_of: The day.
            profile: A profile; without it the one the plan names.

        Example:
            >>> [finding.code for finding in plan.findings("2026-02-15", "workfront")][:1]
            ['align.level']
        """
        from ._errors import Issue

        return tuple(map(Issue.from_dict, call("findings", self._core, as_of=as_of, profile=profile).json))

    def compare(self, profiles: Iterable[_Profile], as_of: Day | AsOf) -> Comparison:
        """The plan by several profiles side by side, with the field of a profile that made each difference.

        Args:
            profiles: Names, ``Profile`` values or documents.
            as_of: The day.

        Example:
            >>> comparison = plan.compare(["default", "viva"], "2026-02-15")
            >>> comparison.profiles, len(comparison.scorecards)
            (('default', 'viva'), 2)
            >>> comparison.differences[0].values
            {'default': 'on_track', 'viva': 'behind'}
        """
        from ._answers import Comparison
        from ._value import FrozenDict

        answer = call("compare", self._core, profiles=list(profiles), as_of=as_of)
        cards = FrozenDict({name: Scorecard._of(card) for name, card in answer.scorecards.items()})
        return Comparison.from_dict(answer.json)._with(cards)

    def trend(self, days: Iterable[Day], profile: _Profile | None = None, *, progress: Callable[[int], object] | None = None) -> Trend:
        """The scorecard as a series over days, computed in one pass.

        Args:
            days: The days, rising; ``okrkit.trend_days(from_, to, every)`` gives them at a cadence.
            profile: A profile; without it the one the plan names.
            progress: Called with the number of days that were done since it was called before, such as ``tqdm(total=n).update``.

        Example:
            >>> trend = plan.trend(["2026-01-31", "2026-02-15"])
            >>> [round(point.progress, 3) for point in trend.node("revenue")]
            [0.25, 0.387]
        """
        from ._answers import Trend

        def of(some: list[Day]) -> dict[str, Any]:
            found: dict[str, Any] = call("trend", self._core, days=some, profile=profile).json
            return found

        days = list(days)
        each = _rising(days)
        if progress is None or not each:
            # What is no day is refused as it stands.
            trend = Trend.from_dict(of(days))
            if progress is not None:
                progress(len(days))
            return trend
        whole: dict[str, Any] = {"days": [], "nodes": []}
        for begin in range(0, len(each), _DAYS):
            some = each[begin : begin + _DAYS]
            found = of(some)
            whole["days"].extend(found["days"])
            whole["nodes"] = whole["nodes"] or [{**node, "points": []} for node in found["nodes"]]
            for node, more in zip(whole["nodes"], found["nodes"], strict=True):
                node["points"].extend(more["points"])
            progress(len(some))
        return Trend.from_dict(whole)

    def lint(
        self, as_of: Day | AsOf, profile: _Profile | None = None, *, policy: LintPolicy | Mapping[str, Any] | None = None
    ) -> LintReport:
        """What is unwise in how the plan's goals are written and kept, and what of it the plan accepts.

        Args:
            as_of: The day.
            profile: A profile; without it the one the plan names.
            policy: Limits that differ from the defaults.

        Example:
            >>> report = plan.lint("2026-02-15")
            >>> all(finding.fix for finding in report.findings)
            True
        """
        from ._answers import LintReport

        return LintReport.from_dict(call("lint_report", self._core, as_of=as_of, profile=profile, policy=policy).json)

    def lint_text(
        self, text: str, as_of: Day | AsOf, profile: _Profile | None = None, *, policy: LintPolicy | Mapping[str, Any] | None = None
    ) -> str:
        """The findings of ``lint`` with line and column in the text of the plan.

        Args:
            text: The text the plan was read from.
            as_of: The day.
            profile: A profile; without it the one the plan names.
            policy: Limits that differ from the defaults.

        Example:
            >>> text = plan.to_json()
            >>> isinstance(plan.lint_text(text, "2026-02-15"), str)
            True
        """
        found: str = call("lint.to_text", self._core, text=text, as_of=as_of, profile=profile, policy=policy).text
        return found

    def lint_sarif(
        self,
        text: str,
        as_of: Day | AsOf,
        profile: _Profile | None = None,
        *,
        uri: str = "plan.json",
        policy: LintPolicy | Mapping[str, Any] | None = None,
    ) -> str:
        """The findings of ``lint`` as a SARIF 2.1.0 log, which code hosts show beside the text.

        Args:
            text: The text the plan was read from.
            as_of: The day.
            profile: A profile; without it the one the plan names.
            uri: Where the text is.
            policy: Limits that differ from the defaults.

        Example:
            >>> '"2.1.0"' in plan.lint_sarif(plan.to_json(), "2026-02-15")
            True
        """
        found: str = call("lint.to_sarif", self._core, uri=uri, text=text, as_of=as_of, profile=profile, policy=policy).text
        return found

    # -- changes ------------------------------------------------------------------------------------------------------------

    def apply(self, edits: Iterable[Edit | Mapping[str, Any]]) -> Plan:
        """The plan with edits applied in order, all or none.

        Args:
            edits: ``EditAddObjective(…)``, ``EditAmend(…)`` and so on, or their documents.

        Raises:
            OkrError: With every problem the edits would make; the plan stays as it is.

        Example:
            >>> plan.apply([okrkit.EditSetTitle(title="Next quarter")]).title
            'Next quarter'
        """
        return Plan._of(call("plan.apply", self._core, edits=list(edits)).plan)

    def check_in(
        self,
        key_result: str,
        check_in: CheckIn | Mapping[str, Any] | None = None,
        *,
        on: Day | None = None,
        value: Number | None = None,
        done: bool | None = None,
        confidence: Number | None = None,
        note: str | None = None,
        by: str | None = None,
    ) -> Plan:
        """The plan with one more check-in. It costs the same in a plan of any size.

        Args:
            key_result: The id of the key result.
            check_in: The check-in; or its usual fields by name:
            on: The day it is of.
            value: A number on the measure's own scale (85 means 85 %).
            done: Whether it is done.
            confidence: How likely success is, from 0 to 1.
            note: In words.
            by: Who checked in.

        Raises:
            OkrError: Where there is no such key result, or its measure takes no such figure.

        Example:
            >>> after = plan.check_in("revenue", on="2026-03-31", value=1_450_000, by="amal")
            >>> len(after.key_result("revenue").check_ins) - len(plan.key_result("revenue").check_ins)
            1
        """
        fields = {"on": on, "value": value, "done": done, "confidence": confidence, "note": note, "by": by}
        given = {name: field for name, field in fields.items() if field is not None}
        if check_in is None:
            return self.apply([{"kind": "check_in", "key_result": key_result, "check_in": given}])
        if given:
            raise TypeError("a check-in is given whole or by its fields, not both")
        return self.apply([{"kind": "check_in", "key_result": key_result, "check_in": check_in}])

    def check_in_all(self, rows: ArrowStream | Iterable[Mapping[str, Any]]) -> Plan:
        """The plan with check-ins from a table, all or none.

        Args:
            rows: A table of any library that speaks Arrow (pandas, polars, pyarrow, DuckDB …), or mappings. ``key_result`` is the id of
                the key result; every other column is a field of ``CheckIn``: ``on``, ``value``, ``done``, ``confidence`` … Cells
                without a value are left out.

        Raises:
            OkrError: With every problem of every row; the path begins with ``/rows/`` and the number of the row, from 0.

        Example:
            >>> rows = [{"key_result": "revenue", "on": "2026-03-31", "value": 1_450_000},
            ...         {"key_result": "revenue", "on": "2026-02-30", "value": 1}]
            >>> plan.check_in_all(rows[:1]) == plan.check_in("revenue", on="2026-03-31", value=1_450_000)
            True
            >>> try:
            ...     plan.check_in_all(rows)
            ... except okrkit.OkrError as error:
            ...     print(error.issues[0].path, error.issues[0].code)
            /rows/1/on date.invalid
        """
        from ._check_ins import check_in_all

        return check_in_all(self, rows)

    def promote(
        self,
        kpi: str,
        objective: str,
        key_result: str,
        aim: Literal["healthy"] | Mapping[str, Any] | Number,
        as_of: Day | AsOf,
        *,
        title: Text | None = None,
        weight: Number | None = None,
    ) -> Plan:
        """The plan with a key result made of an indicator.

        Args:
            kpi: The id of the indicator.
            objective: The id of the objective that gets the key result.
            key_result: The id of the key result.
            aim: ``"healthy"`` for its healthy range, or a target on its own scale.
            as_of: The day: readings up to it become check-ins.
            title: The title; without it the indicator's.
            weight: The weight.

        Raises:
            OkrError: Where one of them is not there, or the plan would not be valid.

        Example:
            >>> plan.promote("discount", "grow-revenue", "discount-kept", "healthy", "2026-02-15").key_result("discount-kept").kpi
            'discount'
        """
        from numbers import Real

        aim = {"target": aim} if isinstance(aim, Real) or hasattr(aim, "__float__") else aim
        return Plan._of(
            call(
                "promote",
                self._core,
                kpi=kpi,
                objective=objective,
                key_result=key_result,
                aim=aim,
                as_of=as_of,
                title=title,
                weight=weight,
            ).plan
        )

    def demote(self, key_result: str, *, kpi: str | None = None, healthy: Healthy | Mapping[str, Any] | None = None) -> Plan:
        """The plan with an indicator in the place of a key result.

        Args:
            key_result: The id of the key result.
            kpi: The id of the indicator; without it that of the key result.
            healthy: The range in which it is healthy.

        Raises:
            OkrError: Where there is no such key result, or the plan would not be valid.

        Example:
            >>> "net-promoter-score" in [kpi.id for kpi in plan.demote("net-promoter-score", healthy={"at_least": 40}).kpis]
            True
        """
        return Plan._of(call("demote", self._core, key_result=key_result, kpi=kpi, healthy=healthy).plan)

    def redact(self, viewer: Viewer | Mapping[str, Any], *, policy: RedactionPolicy | Mapping[str, Any] | None = None) -> Plan:
        """The plan as somebody may have it: every word they may not see taken out, every visible figure as it was.

        Args:
            viewer: Who looks: a name and teams.
            policy: What differs from the defaults.

        Example:
            >>> seen = plan.redact(okrkit.Viewer(who="amal", teams=["sales"]))
            >>> seen.evaluate("2026-02-15").total.score == card.total.score
            True
        """
        return Plan._of(call("redact", self._core, viewer=viewer, policy=policy).plan)

    def is_visible(
        self, objective: str, viewer: Viewer | Mapping[str, Any], *, policy: RedactionPolicy | Mapping[str, Any] | None = None
    ) -> bool | None:
        """Whether somebody sees an objective; ``None`` where there is none of that id.

        Args:
            objective: The id of the objective.
            viewer: Who looks: a name and teams.
            policy: What differs from the defaults.

        Example:
            >>> plan.is_visible("grow-revenue", okrkit.Viewer(who="amal", teams=["sales"]))
            True
        """
        seen: bool | None = call("visibility.is_visible", self._core, objective=objective, viewer=viewer, policy=policy).json
        return seen

    def values_kept(
        self, viewer: Viewer | Mapping[str, Any], *, policy: RedactionPolicy | Mapping[str, Any] | None = None
    ) -> tuple[ValuesKept, ...]:
        """The hidden key results whose numbers ``redact`` has to leave for visible figures to stay what they are.

        Args:
            viewer: Who looks: a name and teams.
            policy: What differs from the defaults.

        Example:
            >>> plan.values_kept(okrkit.Viewer(who="amal", teams=["sales"]))
            ()
        """
        from ._answers import ValuesKept

        return tuple(map(ValuesKept.from_dict, call("values_kept", self._core, viewer=viewer, policy=policy).json))

    # -- other plans --------------------------------------------------------------------------------------------------------

    def diff(self, after: Plan) -> PlanDiff:
        """What changed from this plan to another.

        Args:
            after: The later plan.

        Example:
            >>> print(plan.diff(plan.check_in("revenue", on="2026-03-31", value=1_450_000)))
            ~ key result `revenue`
                + check_ins: on 2026-03-31, value 1450000
            <BLANKLINE>
        """
        from ._answers import PlanDiff

        cores = (self._core, after._core)
        return PlanDiff.from_dict(call("diff", cores).json)._with(call("plan_diff.to_string", cores).text)

    def merge(self, ours: Plan, theirs: Plan) -> MergeReport:
        """One plan of two that both came of this one.

        Args:
            ours: The one.
            theirs: The other.

        Returns:
            The merged plan as ``.plan``; what both sides changed, and not alike, as ``.conflicts``.

        Example:
            >>> ours = plan.check_in("revenue", on="2026-03-31", value=1_450_000)
            >>> theirs = plan.apply([okrkit.EditSetTitle(title="Cedar")])
            >>> merged = plan.merge(ours, theirs)
            >>> merged.plan.title, len(merged.conflicts)
            ('Cedar', 0)
        """
        from ._answers import MergeReport

        answer = call("merge", (self._core, ours._core, theirs._core))
        return MergeReport.from_dict(answer.json)._with(None if answer.plan is None else Plan._of(answer.plan))

    # -- ahead --------------------------------------------------------------------------------------------------------------

    def forecast(
        self,
        key_result: str,
        as_of: Day | AsOf,
        profile: _Profile | None = None,
        *,
        policy: ForecastPolicy | Mapping[str, Any] | None = None,
    ) -> Forecast:
        """Where a key result is going: projections, an interval, chances, and the rate that is still required.

        Args:
            key_result: The id of the key result.
            as_of: The day.
            profile: A profile; without it the one the plan names.
            policy: What differs from the defaults.

        Raises:
            KeyError: Where there is no key result of that id.

        Example:
            >>> forecast = plan.forecast("revenue", "2026-02-15")
            >>> [projection.method.value for projection in forecast.projections][:2]
            ['run_rate', 'last_k']
        """
        from ._answers import Forecast

        found = call("forecast", self._core, key_result=key_result, as_of=as_of, profile=profile, policy=policy).json
        return Forecast.from_dict(_there(found, key_result))

    def forecast_objective(
        self,
        objective: str,
        as_of: Day | AsOf,
        profile: _Profile | None = None,
        *,
        policy: ForecastPolicy | Mapping[str, Any] | None = None,
    ) -> ObjectiveForecast:
        """Where an objective is going: the projections of what enters it, rolled up.

        Args:
            objective: The id of the objective.
            as_of: The day.
            profile: A profile; without it the one the plan names.
            policy: What differs from the defaults.

        Raises:
            KeyError: Where there is no objective of that id.

        Example:
            >>> plan.forecast_objective("grow-revenue", "2026-02-15").objective
            'grow-revenue'
        """
        from ._answers import ObjectiveForecast

        found = call("forecast_objective", self._core, objective=objective, as_of=as_of, profile=profile, policy=policy).json
        return ObjectiveForecast.from_dict(_there(found, objective))

    def forecast_all(
        self, as_of: Day | AsOf, profile: _Profile | None = None, *, policy: ForecastPolicy | Mapping[str, Any] | None = None
    ) -> Forecasts:
        """Where every objective and key result is going.

        Args:
            as_of: The day.
            profile: A profile; without it the one the plan names.
            policy: What differs from the defaults.

        Example:
            >>> len(plan.forecast_all("2026-02-15").key_results)
            48
        """
        from ._answers import Forecasts

        return Forecasts.from_dict(call("forecast_all", self._core, as_of=as_of, profile=profile, policy=policy).json)

    def past_readings(self, key_result: str, as_of: Day | AsOf, profile: _Profile | None = None) -> tuple[PastReading, ...]:
        """What a key result came to in earlier cycles, oldest first.

        Args:
            key_result: The id of the key result.
            as_of: The day.
            profile: A profile; without it the one the plan names.

        Example:
            >>> plan.past_readings("revenue", "2026-02-15")
            ()
        """
        from ._answers import PastReading

        found = call("past_readings", self._core, key_result=key_result, as_of=as_of, profile=profile).json
        return tuple(map(PastReading.from_dict, found))

    def backtest(
        self,
        as_of: Day | AsOf,
        method: Method | Literal["run_rate", "last_k", "least_squares", "theil_sen"],
        profile: _Profile | None = None,
        *,
        cycles: Iterable[str] | None = None,
        policy: BacktestPolicy | Mapping[str, Any] | None = None,
    ) -> Backtest:
        """A method of forecasting held against what came.

        Args:
            as_of: The day up to which is looked back.
            method: The method.
            profile: A profile; without it the one the plan names.
            cycles: The ids of the cycles that count; without them all.
            policy: What differs from the defaults.

        Example:
            >>> isinstance(plan.backtest("2026-04-30", "run_rate"), okrkit.Backtest)
            True
        """
        from ._answers import Backtest

        chosen = None if cycles is None else list(cycles)
        found = call("backtest", self._core, as_of=as_of, method=method, profile=profile, cycles=chosen, policy=policy).json
        return Backtest.from_dict(found)

    def calibration(
        self,
        as_of: Day | AsOf,
        profile: _Profile | None = None,
        *,
        cycles: Iterable[str] | None = None,
        policy: CalibrationPolicy | Mapping[str, Any] | None = None,
    ) -> Calibration:
        """Whether confidence was warranted: confidences held against what came of it.

        Args:
            as_of: The day up to which is looked back.
            profile: A profile; without it the one the plan names.
            cycles: The ids of the cycles that count; without them all.
            policy: What differs from the defaults.

        Example:
            >>> isinstance(plan.calibration("2026-04-30"), okrkit.Calibration)
            True
        """
        from ._answers import Calibration

        chosen = None if cycles is None else list(cycles)
        return Calibration.from_dict(call("calibration", self._core, as_of=as_of, profile=profile, cycles=chosen, policy=policy).json)

    def what_if(self, edits: Iterable[Edit | Mapping[str, Any]], as_of: Day | AsOf, profile: _Profile | None = None) -> WhatIf:
        """Edits tried out: what would change, and why.

        Args:
            edits: As ``apply`` takes them.
            as_of: The day.
            profile: A profile; without it the one the plan names.

        Raises:
            OkrError: Where the edits would make no valid plan.

        Example:
            >>> check_in = okrkit.EditCheckIn(key_result="revenue", check_in=okrkit.CheckIn("2026-02-15", value=1_450_000))
            >>> tried = plan.what_if([check_in], "2026-02-15")
            >>> [change.node for change in tried.changes][:2]
            ['regional-leader', 'annual-revenue']
            >>> tried.before["revenue"].reading, tried.after["revenue"].reading
            (193500.0, 1643500.0)
        """
        from ._answers import WhatIf

        answer = call("what_if", self._core, edits=list(edits), as_of=as_of, profile=profile)
        cards = tuple(Scorecard._of(answer.scorecards[name]) for name in ("before", "after"))
        return WhatIf.from_dict(answer.json)._with(cards)

    def required(
        self,
        objective: str,
        score: Number,
        as_of: Day | AsOf,
        profile: _Profile | None = None,
        *,
        policy: RequiredPolicy | Mapping[str, Any] | None = None,
    ) -> Required:
        """What key results must still reach for their objective to have a score.

        Args:
            objective: The id of the objective.
            score: The score wanted, from 0 to 1.
            as_of: The day.
            profile: A profile; without it the one the plan names.
            policy: How near a search for readings goes.

        Raises:
            KeyError: Where there is no objective of that id.

        Example:
            >>> plan.required("grow-revenue", 0.7, "2026-02-15").objective
            'grow-revenue'
        """
        from ._answers import Required

        found = call("required", self._core, objective=objective, score=score, as_of=as_of, profile=profile, policy=policy).json
        return Required.from_dict(_there(found, objective))

    def sensitivity(self, objective: str, as_of: Day | AsOf, profile: _Profile | None = None) -> tuple[Sensitivity, ...]:
        """How much the score of an objective moves with each reading.

        Args:
            objective: The id of the objective.
            as_of: The day.
            profile: A profile; without it the one the plan names.

        Raises:
            KeyError: Where there is no objective of that id.

        Example:
            >>> plan.sensitivity("grow-revenue", "2026-02-15")[0].key_result
            'revenue'
        """
        from ._answers import Sensitivity

        found = call("sensitivity", self._core, objective=objective, as_of=as_of, profile=profile).json
        return tuple(map(Sensitivity.from_dict, _there(found, objective)))

    def kpi_status(self, kpi: str, as_of: Day | AsOf) -> KpiStatus:
        """How an indicator stands.

        Args:
            kpi: The id of the indicator.
            as_of: The day.

        Raises:
            KeyError: Where there is no indicator of that id.

        Example:
            >>> plan.kpi_status("discount", "2026-02-15").health
            <Health.HEALTHY: 'healthy'>
        """
        from ._answers import KpiStatus

        return KpiStatus.from_dict(_there(call("kpi_status", self._core, kpi=kpi, as_of=as_of).json, kpi))

    def kpi_statuses(self, as_of: Day | AsOf) -> tuple[KpiStatus, ...]:
        """How every indicator stands.

        Args:
            as_of: The day.

        Example:
            >>> [status.kpi for status in plan.kpi_statuses("2026-02-15")]
            ['discount', 'payment-days']
        """
        from ._answers import KpiStatus

        return tuple(map(KpiStatus.from_dict, call("kpis", self._core, as_of=as_of).json))

    # -- the rhythm ---------------------------------------------------------------------------------------------------------

    def agenda(
        self,
        kind: AgendaKind | Literal["weekly", "monthly"],
        as_of: Day | AsOf,
        profile: _Profile | None = None,
        *,
        policy: AgendaPolicy | Mapping[str, Any] | None = None,
    ) -> Agenda:
        """What a meeting has to talk about.

        Args:
            kind: ``weekly`` or ``monthly``.
            as_of: The day of the meeting.
            profile: A profile; without it the one the plan names.
            policy: What differs from the defaults.

        Example:
            >>> plan.agenda("weekly", "2026-02-15").since
            datetime.date(2026, 2, 8)
        """
        from ._answers import Agenda

        return Agenda.from_dict(call("agenda", self._core, kind=kind, as_of=as_of, profile=profile, policy=policy).json)

    def check_in_slots(self, key_result: str, as_of: Day | AsOf) -> tuple[Slot, ...]:
        """The slots in which a key result was to be checked in, and how each went.

        Args:
            key_result: The id of the key result.
            as_of: The day.

        Raises:
            KeyError: Where there is no key result of that id.

        Example:
            >>> len(plan.check_in_slots("revenue", "2026-02-15"))
            13
        """
        from ._answers import Slot

        return tuple(map(Slot.from_dict, _there(call("check_in_slots", self._core, key_result=key_result, as_of=as_of).json, key_result)))

    def discipline(self, as_of: Day | AsOf) -> Discipline:
        """What share of check-ins came in time.

        Args:
            as_of: The day.

        Example:
            >>> isinstance(plan.discipline("2026-02-15"), okrkit.Discipline)
            True
        """
        from ._answers import Discipline

        return Discipline.from_dict(call("discipline", self._core, as_of=as_of).json)

    def owed(self, as_of: Day | AsOf) -> Owed:
        """Who owes which check-in.

        Args:
            as_of: The day.

        Example:
            >>> isinstance(plan.owed("2026-02-15"), okrkit.Owed)
            True
        """
        from ._answers import Owed

        return Owed.from_dict(call("owed", self._core, as_of=as_of).json)

    def staleness(self, as_of: Day | AsOf, *, policy: StalenessPolicy | Mapping[str, Any] | None = None) -> tuple[Staleness, ...]:
        """How old the news of key results are.

        Args:
            as_of: The day.
            policy: What differs from the defaults.

        Example:
            >>> {news.freshness.value for news in plan.staleness("2026-02-15")} <= {"fresh", "ageing", "stale", "no_data"}
            True
        """
        from ._answers import Staleness

        return tuple(map(Staleness.from_dict, call("staleness", self._core, as_of=as_of, policy=policy).json))

    def close(
        self,
        cycle: str,
        as_of: Day | AsOf,
        profile: _Profile | None = None,
        *,
        policy: ReviewPolicy | Mapping[str, Any] | None = None,
    ) -> CycleReview:
        """What came of a cycle: final grades, success, next steps, moved goalposts, lessons.

        Args:
            cycle: The id of the cycle.
            as_of: The day of the review.
            profile: A profile; without it the one the plan names.
            policy: What differs from the defaults.

        Raises:
            KeyError: Where there is no cycle of that id.

        Example:
            >>> plan.close("q1", "2026-04-05").cycle
            'q1'
        """
        from ._answers import CycleReview

        found = call("close", self._core, cycle=cycle, as_of=as_of, profile=profile, policy=policy).json
        return CycleReview.from_dict(_there(found, cycle))

    def carry_forward(self, from_: str, to: str, *, policy: CarryPolicy | Mapping[str, Any] | None = None) -> CarryReport:
        """What goes on from one cycle, copied into another.

        Args:
            from_: The id of the cycle that ends.
            to: The id of the cycle that begins.
            policy: What differs from the defaults.

        Returns:
            The plan with the copies as ``.plan``, what was copied as ``.copied``, what was left behind and why as ``.left``.

        Raises:
            OkrError: Where there is no such cycle.

        Example:
            >>> ahead = plan.apply([okrkit.EditAddCycle(cycle=okrkit.Cycle("q2", "2026-04-01", "2026-06-30"))])
            >>> report = ahead.carry_forward("q1", "q2")
            >>> len(report.plan) - len(ahead) > 0
            True
        """
        from ._answers import CarryReport

        answer = call("carry_forward", self._core, **{"from": from_}, to=to, policy=policy)
        return CarryReport.from_dict(answer.json)._with(Plan._of(answer.plan))

    # -- as a value ---------------------------------------------------------------------------------------------------------

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Plan):
            return NotImplemented
        return self._core == other._core

    #: A plan holds floats, which make no good keys.
    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        core = self._core
        return f"<okrkit.Plan {core.id!r}: {core.n_objectives} objectives, {core.n_key_results} key results>"

    def __reduce__(self) -> tuple[Any, ...]:
        return (Plan.from_json, (self.to_json(),))

    def __copy__(self) -> Plan:
        return self

    def __deepcopy__(self, _: object) -> Plan:
        return self

    def _repr_html_(self) -> str:
        from ._html import plan

        return plan(self)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from ._pydantic import schema_of

        return schema_of(cls)


def _there(found: Any, id: str) -> Any:
    """What was found; a `KeyError` where nothing was."""
    if found is None:
        raise KeyError(id)
    return found
