"""What the verbs answer.

Made of the JSON Schemas by ``cargo xtask stubs``; not to be edited.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, TypeAlias

from ._as_of import AsOf
from ._catalog import _CatalogDocument, _Template
from ._errors import Issue
from ._parts import (
    Amendment,
    CheckIn,
    Cycle,
    Decision,
    KeyResult,
    Kpi,
    KpiReading,
    Link,
    LintSettings,
    ManualScore,
    Objective,
    StageChange,
    Team,
    Text,
)
from ._results import _Agenda, _CarryReport, _Comparison, _CycleReview, _Explanation, _LintReport, _MergeReport, _PlanDiff, _Trend, _WhatIf
from ._value import Day, FrozenDict, Number, Value
from ._words import (
    AgendaSection,
    AgendaWhat,
    Ambition,
    Better,
    CarryHow,
    CarryWhich,
    ChangedFigure,
    ComparedFigure,
    Figure,
    Freshness,
    Goal,
    Health,
    HiddenTeam,
    HiddenValues,
    Holds,
    KpiTrend,
    Lack,
    LeftWhy,
    LintLevel,
    Method,
    Obstacle,
    Phase,
    Policy,
    Predictions,
    Presence,
    Reason,
    Scale,
    SeasonModel,
    SeenBy,
    Stage,
    Status,
    Taken,
    TooEasyFor,
    Zone,
)

__all__ = [
    "Agenda",
    "AgendaItem",
    "AgendaPolicy",
    "Alone",
    "AmbitionReview",
    "Ask",
    "Backtest",
    "BacktestCase",
    "BacktestPolicy",
    "BandCount",
    "Calibration",
    "CalibrationPolicy",
    "Carried",
    "CarryPolicy",
    "CarryReport",
    "CatalogDocument",
    "Cause",
    "CauseEdit",
    "CauseMember",
    "CauseShares",
    "Chance",
    "CodeEntry",
    "Comparison",
    "ConfidenceBin",
    "Conflict",
    "CycleReview",
    "Difference",
    "Discipline",
    "DisciplineRate",
    "Edit",
    "EditAddCycle",
    "EditAddDecision",
    "EditAddKeyResult",
    "EditAddKpi",
    "EditAddObjective",
    "EditAddTeam",
    "EditAmend",
    "EditChangeCycle",
    "EditChangeKeyResult",
    "EditChangeKpi",
    "EditChangeObjective",
    "EditChangeTeam",
    "EditCheckIn",
    "EditDecide",
    "EditLink",
    "EditReadKpi",
    "EditRemoveCycle",
    "EditRemoveKeyResult",
    "EditRemoveKpi",
    "EditRemoveObjective",
    "EditRemoveTeam",
    "EditSetDescription",
    "EditSetExt",
    "EditSetLint",
    "EditSetProfile",
    "EditSetScore",
    "EditSetStage",
    "EditSetTitle",
    "EditUnlink",
    "Estimate",
    "EstimateNoData",
    "EstimateValue",
    "Explanation",
    "ExplanationStep",
    "FigureChange",
    "FinalGrade",
    "Finding",
    "Forecast",
    "ForecastPolicy",
    "Forecasts",
    "GroupScore",
    "Held",
    "Ignored",
    "Interval",
    "KeyResultScore",
    "KpiStatus",
    "LeftBehind",
    "LeftLink",
    "Lesson",
    "LintPolicy",
    "LintReport",
    "MergeReport",
    "MovedGoalposts",
    "NextStep",
    "NodeChange",
    "NodeScore",
    "NodeTrend",
    "ObjectiveForecast",
    "ObjectiveProjection",
    "ObjectiveScore",
    "Of",
    "OfCycle",
    "OfKeyResult",
    "OfKpi",
    "OfLink",
    "OfLinkLink",
    "OfObjective",
    "OfTeam",
    "Original",
    "Owed",
    "OwedCheckIn",
    "PastReading",
    "PlanChange",
    "PlanChangeAdded",
    "PlanChangeAddedAdded",
    "PlanChangeEntryAdded",
    "PlanChangeEntryAddedEntryAdded",
    "PlanChangeEntryRemoved",
    "PlanChangeEntryRemovedEntryRemoved",
    "PlanChangeField",
    "PlanChangeFieldField",
    "PlanChangeMoved",
    "PlanChangeMovedMoved",
    "PlanChangeRemoved",
    "PlanChangeRemovedRemoved",
    "PlanDiff",
    "Projection",
    "Proposal",
    "ProposalPolicy",
    "Quota",
    "Reading",
    "RedactionPolicy",
    "Refused",
    "Required",
    "RequiredPolicy",
    "RequiredRate",
    "ReviewPolicy",
    "Route",
    "RouteImpossible",
    "RoutePossible",
    "Rule",
    "Sensitivity",
    "Slot",
    "Smoothing",
    "Staleness",
    "StalenessPolicy",
    "StepValue",
    "Template",
    "TooEasy",
    "Trend",
    "TrendPoint",
    "ValuesKept",
    "Viewer",
    "WhatIf",
]


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Agenda(_Agenda):
    """What a meeting has to talk about, section by section.

    Attributes:
        kind: Which meeting.
        since: The day it is compared with: that of the meeting before.
        as_of: The day of the meeting.
        items: In the order of the sections, within one in that of the document (decisions by the day they are due).

    Example:
        >>> one = okrkit.Agenda.from_dict({'kind': 'weekly', 'since': '2026-02-14', 'as_of': '2026-02-14', 'items': []})
        >>> okrkit.Agenda.from_json(one.to_json()) == one
        True
    """

    kind: Any
    since: dt.date
    as_of: dt.date | AsOf
    items: tuple[AgendaItem, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        kind: Any,
        since: Day,
        as_of: Day | AsOf,
        items: Iterable[AgendaItem],
    ) -> None:
        self._fill(kind, since, as_of, items)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class AgendaItem(Value):
    """One thing to talk about.

    Attributes:
        section: Where it belongs.
        what: What it is about.
        node: The id of the objective or key result.
        from_: What was before; see ``AgendaWhat``.
        to: What is now.
        expected: For progress: what is expected by now.
        on: The day it is about, where there is one.
        text: Words of the plan, or of a finding.
        people: Who is to speak about it: who decides or who said so, else the owners.

    Example:
        >>> one = okrkit.AgendaItem.from_dict({'section': 'wins', 'what': 'reached', 'node': 'grow', 'from': None, 'to': None, 'expected': None, 'on': None, 'text': None, 'people': []})
        >>> okrkit.AgendaItem.from_json(one.to_json()) == one
        True
    """

    _keys: ClassVar[Mapping[str, str]] = FrozenDict({"from_": "from"})

    section: AgendaSection
    what: AgendaWhat
    node: str
    from_: StepValue
    to: StepValue
    expected: float | None
    on: dt.date | None
    text: str | None
    people: tuple[str, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        section: AgendaSection
        | Literal["wins", "fell_behind", "stale", "blockers", "decisions", "trend", "confidence", "at_risk", "alignment"],
        what: AgendaWhat
        | Literal[
            "reached",
            "status_improved",
            "step_done",
            "status_worsened",
            "news_stale",
            "check_in_overdue",
            "blocker",
            "decision_due",
            "progress",
            "confidence_rose",
            "confidence_fell",
            "status_at_risk",
            "run_rate_low",
            "misaligned",
        ],
        node: str,
        from_: Number | str | None,
        to: Number | str | None,
        expected: Number | None,
        on: Day | None,
        text: str | None,
        people: Iterable[str],
    ) -> None:
        self._fill(section, what, node, from_, to, expected, on, text, people)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class AgendaPolicy(Value):
    """What goes on an agenda.

    Attributes:
        weekly_days: How many days back the last weekly meeting was. 7 by default.
        monthly_days: How many days back the last monthly meeting was. 28 by default, so that both fall on one day
            of the week.
        decision_days: How many days ahead decisions are told. 7 by default.
        confidence_move: The least move of a confidence that is told. 0.2 by default: a step of 0.1 is often no more
            than a mood.
        run_rate_at_least: The least part of the score of success that a run rate has to lead to. 1 by default.
        staleness: When news are stale.

    Example:
        >>> one = okrkit.AgendaPolicy.from_dict({})
        >>> okrkit.AgendaPolicy.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {
            "weekly_days": 7.0,
            "monthly_days": 28.0,
            "decision_days": 7.0,
            "confidence_move": 0.2,
            "run_rate_at_least": 1.0,
            "staleness": {"ageing_after_slots": 1.0, "stale_after_slots": 2.0, "slot_days": 14.0},
        }
    )

    weekly_days: float
    monthly_days: float
    decision_days: float
    confidence_move: float
    run_rate_at_least: float
    staleness: StalenessPolicy

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        weekly_days: Number = 7.0,
        monthly_days: Number = 28.0,
        decision_days: Number = 7.0,
        confidence_move: Number = 0.2,
        run_rate_at_least: Number = 1.0,
        staleness: StalenessPolicy | None = None,
    ) -> None:
        self._fill(weekly_days, monthly_days, decision_days, confidence_move, run_rate_at_least, staleness)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Alone(Value):
    """The way of one key result alone.

    Attributes:
        key_result: The id of the key result.
        route: Its way.

    Example:
        >>> one = okrkit.Alone.from_dict({'key_result': 'revenue', 'route': {'outcome': 'possible', 'asks': [], 'gives': 0.5}})
        >>> okrkit.Alone.from_json(one.to_json()) == one
        True
    """

    key_result: str
    route: Route

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        key_result: str,
        route: Route,
    ) -> None:
        self._fill(key_result, route)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class AmbitionReview(Value):
    """How objectives of one ambition ended.

    Attributes:
        ambition: The ambition.
        n: How many objectives have it.
        succeeded: How many succeeded.
        fell_short: How many did not.
        success_rate: succeeded / (succeeded + fell short), in [0,1]. None where none was judged.

    Example:
        >>> one = okrkit.AmbitionReview.from_dict({'ambition': 'aspirational', 'n': 1, 'succeeded': 1, 'fell_short': 1, 'success_rate': None})
        >>> okrkit.AmbitionReview.from_json(one.to_json()) == one
        True
    """

    ambition: Ambition
    n: int
    succeeded: int
    fell_short: int
    success_rate: float | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        ambition: Ambition | Literal["aspirational", "committed", "learning"],
        n: int,
        succeeded: int,
        fell_short: int,
        success_rate: Number | None,
    ) -> None:
        self._fill(ambition, n, succeeded, fell_short, success_rate)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Ask(Value):
    """What a key result has to reach.

    Attributes:
        key_result: The id of the key result.
        from_: Its score today; ``null`` where it has no data.
        to: The score it gets to, in [0,1]; of progress within 0 and 1 that is the progress.
        reading: The reading it gets to, where the reading is a number.
        check_in: A check-in of the day that brings it there: the value (of a sum: what is to be added), that it is
            done, the steps, the zone, the event.
        times: How many such check-ins it takes: 1, or the number of events.

    Example:
        >>> one = okrkit.Ask.from_dict({'key_result': 'revenue', 'from': None, 'to': 0.5, 'reading': None, 'check_in': {'on': '2026-02-14'}, 'times': 0.5})
        >>> okrkit.Ask.from_json(one.to_json()) == one
        True
    """

    _keys: ClassVar[Mapping[str, str]] = FrozenDict({"from_": "from"})

    key_result: str
    from_: float | None
    to: float
    reading: float | None
    check_in: CheckIn
    times: float

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        key_result: str,
        from_: Number | None,
        to: Number,
        reading: Number | None,
        check_in: CheckIn,
        times: Number,
    ) -> None:
        self._fill(key_result, from_, to, reading, check_in, times)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Backtest(Value):
    """How good a method has been.

    Attributes:
        n: How many forecasts there are to go by.
        mean_absolute_error: The mean absolute error: Σ|forecast − actual| / n.
        bias: Σ(forecast − actual) / n: above 0 it promised too much.
        coverage: The share of cases with an interval in which what came was within it; to be held against the
            policy's coverage.
        cases: Each of them, in the order of the document and of time.

    Example:
        >>> one = okrkit.Backtest.from_dict({'n': 1, 'mean_absolute_error': {'outcome': 'value', 'value': 0.5}, 'bias': {'outcome': 'value', 'value': 0.5}, 'coverage': {'outcome': 'value', 'value': 0.5}, 'cases': []})
        >>> okrkit.Backtest.from_json(one.to_json()) == one
        True
    """

    n: int
    mean_absolute_error: Estimate
    bias: Estimate
    coverage: Estimate
    cases: tuple[BacktestCase, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        n: int,
        mean_absolute_error: Estimate,
        bias: Estimate,
        coverage: Estimate,
        cases: Iterable[BacktestCase],
    ) -> None:
        self._fill(n, mean_absolute_error, bias, coverage, cases)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class BacktestCase(Value):
    """One forecast that was made again, and what came.

    Attributes:
        key_result: The id of the key result; ``None`` in a history.
        on: The day it was made from; ``None`` in a history.
        n_known: How many days with a figure, or periods, were known.
        forecast: What was forecast: progress of a key result, the figure of a history.
        actual: What came, on the same scale.
        is_within: Whether it came within the interval. ``None`` for a method without one.

    Example:
        >>> one = okrkit.BacktestCase.from_dict({'key_result': None, 'on': None, 'n_known': 1, 'forecast': 0.5, 'actual': 0.5, 'is_within': None})
        >>> okrkit.BacktestCase.from_json(one.to_json()) == one
        True
    """

    key_result: str | None
    on: dt.date | None
    n_known: int
    forecast: float
    actual: float
    is_within: bool | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        key_result: str | None,
        on: Day | None,
        n_known: int,
        forecast: Number,
        actual: Number,
        is_within: bool | None,
    ) -> None:
        self._fill(key_result, on, n_known, forecast, actual, is_within)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class BacktestPolicy(Value):
    """From where forecasts are made again.

    Attributes:
        origins: Of a key result: at which shares of its time a forecast is made, each in [0,1]; a quarter, a half
            and three quarters. At most 1,000; those beyond, or outside of 0 to 1, make no case.
        latest: Of a history: how many of its latest periods are forecast, each from those before it; 40. At most
            1,000.
        forecast: How key results are forecast.
        proposal: How a history is carried on.

    Example:
        >>> one = okrkit.BacktestPolicy.from_dict({})
        >>> okrkit.BacktestPolicy.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {
            "origins": [0.25, 0.5, 0.75],
            "latest": 40,
            "forecast": {
                "last_k": 4,
                "min_observations": 3,
                "theil_sen_latest": 200,
                "coverage": 0.8,
                "horizon_days": 366,
                "tolerance": 1e-09,
            },
            "proposal": {"better": "higher", "coverage": 0.8, "ahead": 1, "richest": "season", "grid": 10, "floor": None},
        }
    )

    origins: tuple[float, ...]
    latest: int
    forecast: ForecastPolicy
    proposal: ProposalPolicy

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        origins: Iterable[Number] = (0.25, 0.5, 0.75),
        latest: int = 40,
        forecast: ForecastPolicy | None = None,
        proposal: ProposalPolicy | None = None,
    ) -> None:
        self._fill(origins, latest, forecast, proposal)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class BandCount(Value):
    """How many nodes ended in a band.

    Attributes:
        band: The band; none for those without a grade.
        objectives: How many objectives.
        key_results: How many of their key results.

    Example:
        >>> one = okrkit.BandCount.from_dict({'band': None, 'objectives': 1, 'key_results': 1})
        >>> okrkit.BandCount.from_json(one.to_json()) == one
        True
    """

    band: str | None
    objectives: int
    key_results: int

    def __init__(
        self,
        band: str | None,
        objectives: int,
        key_results: int,
    ) -> None:
        self._fill(band, objectives, key_results)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Calibration(Value):
    """How warranted confidence was.

    Attributes:
        n: How many confidences were held against an outcome.
        n_key_results: Of how many key results.
        brier: The Brier score, Σ(confidence − outcome)²/n with outcome 1 or 0: 0 at best, 0.25 for always saying
            0.5 (Brier 1950).
        mean_confidence: The mean confidence.
        hit_rate: The share that was achieved, each confidence counting once. Below the mean confidence people were
            too sure.
        bins: By confidence, rising.

    Example:
        >>> one = okrkit.Calibration.from_dict({'n': 1, 'n_key_results': 1, 'brier': {'outcome': 'value', 'value': 0.5}, 'mean_confidence': {'outcome': 'value', 'value': 0.5}, 'hit_rate': {'outcome': 'value', 'value': 0.5}, 'bins': []})
        >>> okrkit.Calibration.from_json(one.to_json()) == one
        True
    """

    n: int
    n_key_results: int
    brier: Estimate
    mean_confidence: Estimate
    hit_rate: Estimate
    bins: tuple[ConfidenceBin, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        n: int,
        n_key_results: int,
        brier: Estimate,
        mean_confidence: Estimate,
        hit_rate: Estimate,
        bins: Iterable[ConfidenceBin],
    ) -> None:
        self._fill(n, n_key_results, brier, mean_confidence, hit_rate, bins)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class CalibrationPolicy(Value):
    """How confidences are held against outcomes.

    Attributes:
        predictions: Which confidences count; each.
        n_bins: How many bins of equal width there are between 0 and 1; 10. At least 1, at most 1,000.

    Example:
        >>> one = okrkit.CalibrationPolicy.from_dict({})
        >>> okrkit.CalibrationPolicy.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"predictions": "each", "n_bins": 10})

    predictions: Predictions
    n_bins: int

    def __init__(
        self,
        *,
        predictions: Predictions | Literal["each", "first", "last"] = "each",
        n_bins: int = 10,
    ) -> None:
        self._fill(predictions, n_bins)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Carried(Value):
    """A node and the one that goes on from it.

    Attributes:
        from_: The id in the cycle that ended.
        to: The id in the next one.

    Example:
        >>> one = okrkit.Carried.from_dict({'from': 'from', 'to': 'to'})
        >>> okrkit.Carried.from_json(one.to_json()) == one
        True
    """

    _keys: ClassVar[Mapping[str, str]] = FrozenDict({"from_": "from"})

    from_: str
    to: str

    def __init__(
        self,
        from_: str,
        to: str,
    ) -> None:
        self._fill(from_, to)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class CarryPolicy(Value):
    """How a cycle is carried forward.

    Attributes:
        how: Where key results start again. ``continue`` by default.
        which: Which objectives and key results go on. ``unfinished`` by default.

    Example:
        >>> one = okrkit.CarryPolicy.from_dict({})
        >>> okrkit.CarryPolicy.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"how": "continue", "which": "unfinished"})

    how: CarryHow
    which: CarryWhich

    def __init__(
        self,
        *,
        how: CarryHow | Literal["continue", "restart", "residual"] = "continue",
        which: CarryWhich | Literal["unfinished", "fell_short", "all"] = "unfinished",
    ) -> None:
        self._fill(how, which)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class CarryReport(_CarryReport):
    """What was carried forward, beside the plan.

    Attributes:
        copied: What was copied: each objective before its key results, in the order of the document.
        left: What was left behind, likewise.
        left_links: The links upwards that what was copied had and its copies have not, in the order of the
            document.

    Example:
        >>> one = okrkit.CarryReport.from_dict({'copied': [], 'left': [], 'left_links': []})
        >>> okrkit.CarryReport.from_json(one.to_json()) == one
        True
    """

    copied: tuple[Carried, ...]
    left: tuple[LeftBehind, ...]
    left_links: tuple[LeftLink, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        copied: Iterable[Carried],
        left: Iterable[LeftBehind],
        left_links: Iterable[LeftLink],
    ) -> None:
        self._fill(copied, left, left_links)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class CatalogDocument(_CatalogDocument):
    """A catalogue as it is written. ``Catalog`` is the checked form.

    Attributes:
        okrkit_catalog: The version of the format.
        id: The id of the catalogue.
        title: For people.
        objectives: The templates.
        description: For people, at length.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.CatalogDocument.from_dict({'okrkit_catalog': 1, 'id': 'revenue', 'title': 'Reach 500,000 USD in sales', 'objectives': []})
        >>> okrkit.CatalogDocument.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"description": None, "ext": None})

    okrkit_catalog: Literal[1]
    id: str
    title: Text
    objectives: tuple[Template, ...]
    description: Text | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        okrkit_catalog: Literal[1],
        id: str,
        title: Text,
        objectives: Iterable[Template],
        *,
        description: Text | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(okrkit_catalog, id, title, objectives, description, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class CauseEdit(Value):
    """An edit that names the node, its objective as a whole, its cycle, or a link by which something contributes to it.

    Attributes:
        edit: Its place among the edits, from 0.

    Example:
        >>> one = okrkit.CauseEdit.from_dict({'kind': 'edit', 'edit': 1})
        >>> okrkit.CauseEdit.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["edit"]] = "edit"

    node: ClassVar[None] = None

    objective: ClassVar[None] = None

    edit: int

    def __init__(
        self,
        edit: int,
    ) -> None:
        self._fill(edit)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class CauseMember(Value):
    """A member of its roll-up that moved, or that came or went; of an objective also a key result of its own by whose check-in the days since the last one are others.

    Attributes:
        node: The id of the member, which has causes of its own.

    Example:
        >>> one = okrkit.CauseMember.from_dict({'kind': 'member', 'node': 'grow'})
        >>> okrkit.CauseMember.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["member"]] = "member"

    edit: ClassVar[None] = None

    objective: ClassVar[None] = None

    node: str

    def __init__(
        self,
        node: str,
    ) -> None:
        self._fill(node)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class CauseShares(Value):
    """The whole was divided anew, so that the share changed.

    Attributes:
        objective: The id of the objective, which has causes of its own.

    Example:
        >>> one = okrkit.CauseShares.from_dict({'kind': 'shares', 'objective': 'grow'})
        >>> okrkit.CauseShares.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["shares"]] = "shares"

    edit: ClassVar[None] = None

    node: ClassVar[None] = None

    objective: str

    def __init__(
        self,
        objective: str,
    ) -> None:
        self._fill(objective)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Chance(Value):
    """How likely a goal is.

    Attributes:
        goal: Which goal.
        reading: The reading nearest to today's that reaches it. ``None`` where none does.
        probability: How likely the reading at the end reaches it, in [0,1], by the predictive distribution of least
            squares: Student's t with the degrees of freedom of the ``Interval`` around the line, Q((reading −
            line)/standard error).

    Example:
        >>> one = okrkit.Chance.from_dict({'goal': 'commit', 'reading': None, 'probability': {'outcome': 'value', 'value': 0.5}})
        >>> okrkit.Chance.from_json(one.to_json()) == one
        True
    """

    goal: Goal
    reading: float | None
    probability: Estimate

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        goal: Goal | Literal["commit", "target", "stretch", "success"],
        reading: Number | None,
        probability: Estimate,
    ) -> None:
        self._fill(goal, reading, probability)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class CodeEntry(Value):
    """A code of the catalogue.

    Attributes:
        code: The code as it is written.
        meaning: What it means, in one line.
        help: What to do about it, in one line.

    Example:
        >>> one = okrkit.CodeEntry.from_dict({'code': 'code', 'meaning': 'meaning', 'help': 'help'})
        >>> okrkit.CodeEntry.from_json(one.to_json()) == one
        True
    """

    code: str
    meaning: str
    help: str

    def __init__(
        self,
        code: str,
        meaning: str,
        help: str,
    ) -> None:
        self._fill(code, meaning, help)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Comparison(_Comparison):
    """A plan by several profiles, side by side.

    Attributes:
        profiles: The names of the profiles, in the order given. A name that was there before gets a number:
            ``ours``, ``ours#2``.
        differences: Every figure that is not the same by every profile: each objective before its key results.
        plan: The id of the plan; absent without any profile.
        as_of: The day something is computed for, and optionally an instant: facts recorded later do not exist.

    Example:
        >>> one = okrkit.Comparison.from_dict({'profiles': [], 'differences': []})
        >>> okrkit.Comparison.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"plan": None, "as_of": None})

    profiles: tuple[str, ...]
    differences: tuple[Difference, ...]
    plan: str | None
    as_of: dt.date | AsOf | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        profiles: Iterable[str],
        differences: Iterable[Difference],
        *,
        plan: str | None = None,
        as_of: Day | AsOf | None = None,
    ) -> None:
        self._fill(profiles, differences, plan, as_of)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class ConfidenceBin(Value):
    """The confidences within a range, and what became of them.

    Attributes:
        from_: From which confidence on.
        to: Up to which, without it; the last bin holds 1 too.
        n: How many there were.
        mean_confidence: Their mean.
        hit_rate: The share of them whose key result was achieved. Well calibrated, it is near the mean.

    Example:
        >>> one = okrkit.ConfidenceBin.from_dict({'from': 0.5, 'to': 0.5, 'n': 1, 'mean_confidence': {'outcome': 'value', 'value': 0.5}, 'hit_rate': {'outcome': 'value', 'value': 0.5}})
        >>> okrkit.ConfidenceBin.from_json(one.to_json()) == one
        True
    """

    _keys: ClassVar[Mapping[str, str]] = FrozenDict({"from_": "from"})

    from_: float
    to: float
    n: int
    mean_confidence: Estimate
    hit_rate: Estimate

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        from_: Number,
        to: Number,
        n: int,
        mean_confidence: Estimate,
        hit_rate: Estimate,
    ) -> None:
        self._fill(from_, to, n, mean_confidence, hit_rate)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Conflict(Value):
    """Something that both sides changed, and not alike.

    Attributes:
        of: What it is about.
        field: Which field, as a JSON pointer from there with ids in the place of numbers; empty where it is about
            the thing as a whole. ``/objective`` is the objective a key result stands in, and the name of a list its
            order. ``/check_ins/ID`` is a check-in, or what the sides put in its place; of an entry without an id,
            that is ``/check_ins/DAY``.
        taken: What stands in the merged plan. ``Taken::Both`` belongs to a problem of a refused one, and the values
            are what each side did that has to do with it.
        base: What stood there before; absent where nothing did.
        ours: What our side has; absent where it has nothing there, or no longer.
        theirs: What their side has; absent likewise.

    Example:
        >>> one = okrkit.Conflict.from_dict({'of': 'plan', 'field': 'field', 'taken': 'ours'})
        >>> okrkit.Conflict.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"base": None, "ours": None, "theirs": None})

    of: Of
    field: str
    taken: Taken
    base: Any
    ours: Any
    theirs: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        of: Of,
        field: str,
        taken: Taken | Literal["ours", "theirs", "base", "both"],
        *,
        base: Any = None,
        ours: Any = None,
        theirs: Any = None,
    ) -> None:
        self._fill(of, field, taken, base, ours, theirs)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class CycleReview(_CycleReview):
    """What came of a cycle.

    Attributes:
        cycle: The id of the cycle.
        as_of: The day it is looked at.
        is_over: Whether its last day is over. Until then all of this is how it stands, not how it ended.
        total: The figures over its objectives.
        grades: Each objective followed by its key results, in the order of the document. Drafts and what was
            dropped are left out.
        by_ambition: For each ambition that occurs.
        bands: For each band of the profile, from the lowest, and for what has no grade.
        wins: Objectives and key results to celebrate: those that succeeded, in the order of the document.
        next_steps: What each node that fell short asks for.
        goalposts: Where amendments moved what is judged by.
        too_easy: For whom every result was easy, cycle after cycle.
        learned: What was learned.
        without_learned: The ids of objectives of which nobody wrote down what was learned.

    Example:
        >>> one = okrkit.CycleReview.from_dict({'cycle': 'q1', 'as_of': '2026-02-14', 'is_over': True, 'total': {'n': 1, 'progress': None, 'score': None, 'grade': None, 'band': None, 'expected': None, 'confidence': None, 'status': {}, 'net_confidence': None}, 'grades': [], 'by_ambition': [], 'bands': [], 'wins': [], 'next_steps': [], 'goalposts': [], 'too_easy': [], 'learned': [], 'without_learned': []})
        >>> okrkit.CycleReview.from_json(one.to_json()) == one
        True
    """

    cycle: str
    as_of: dt.date | AsOf
    is_over: bool
    total: GroupScore
    grades: tuple[FinalGrade, ...]
    by_ambition: tuple[AmbitionReview, ...]
    bands: tuple[BandCount, ...]
    wins: tuple[str, ...]
    next_steps: tuple[NextStep, ...]
    goalposts: tuple[MovedGoalposts, ...]
    too_easy: tuple[TooEasy, ...]
    learned: tuple[Lesson, ...]
    without_learned: tuple[str, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        cycle: str,
        as_of: Day | AsOf,
        is_over: bool,
        total: GroupScore,
        grades: Iterable[FinalGrade],
        by_ambition: Iterable[AmbitionReview],
        bands: Iterable[BandCount],
        wins: Iterable[str],
        next_steps: Iterable[NextStep],
        goalposts: Iterable[MovedGoalposts],
        too_easy: Iterable[TooEasy],
        learned: Iterable[Lesson],
        without_learned: Iterable[str],
    ) -> None:
        self._fill(
            cycle, as_of, is_over, total, grades, by_ambition, bands, wins, next_steps, goalposts, too_easy, learned, without_learned
        )


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Difference(Value):
    """A figure of a node that is not the same by every profile.

    Attributes:
        node: The id of the objective or key result.
        figure: Which figure.
        values: What it is by each profile, those that agree included.
        because: For each profile that differs from the first: the fields that made it so, in the order of
            ``Policy::ALL``. Never empty.

    Example:
        >>> one = okrkit.Difference.from_dict({'node': 'grow', 'figure': 'progress', 'values': {}, 'because': {}})
        >>> okrkit.Difference.from_json(one.to_json()) == one
        True
    """

    node: str
    figure: ComparedFigure
    values: Mapping[str, StepValue]
    because: Mapping[str, tuple[Policy, ...]]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        node: str,
        figure: ComparedFigure | Literal["progress", "score", "grade", "band", "expected", "status"],
        values: Mapping[str, Number | str | None],
        because: Mapping[
            str,
            Iterable[
                Policy
                | Literal[
                    "clamp.shown",
                    "clamp.member",
                    "clamp.objective",
                    "missing",
                    "missing_at_close",
                    "pool",
                    "weights",
                    "multi_parent",
                    "progress",
                    "anchors",
                    "goalposts",
                    "objective_status",
                    "achieve_running",
                    "success",
                    "pace",
                    "grade",
                ]
            ],
        ],
    ) -> None:
        self._fill(node, figure, values, because)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Discipline(Value):
    """How check-ins were kept to, by everybody.

    Attributes:
        total: Over all key results.
        by_person: Of each person: the key results they own, and those without owners of objectives they own. One of
            several owners counts whole for each.
        by_team: Of each team, by id: the key results of its own objectives.
        by_key_result: Of each key result that has slots, by id.

    Example:
        >>> one = okrkit.Discipline.from_dict({'total': {'on_time': 1, 'late': 1, 'missed': 1, 'rate': None}, 'by_person': {}, 'by_team': {}, 'by_key_result': {}})
        >>> okrkit.Discipline.from_json(one.to_json()) == one
        True
    """

    total: DisciplineRate
    by_person: Mapping[str, DisciplineRate]
    by_team: Mapping[str, DisciplineRate]
    by_key_result: Mapping[str, DisciplineRate]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        total: DisciplineRate,
        by_person: Mapping[str, DisciplineRate],
        by_team: Mapping[str, DisciplineRate],
        by_key_result: Mapping[str, DisciplineRate],
    ) -> None:
        self._fill(total, by_person, by_team, by_key_result)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class DisciplineRate(Value):
    """How check-ins were kept to.

    Attributes:
        on_time: How many slots were served in time.
        late: How many within the days of grace.
        missed: How many not at all.
        rate: on time / (on time + late + missed), in [0,1]. None where no slot has come to an end.

    Example:
        >>> one = okrkit.DisciplineRate.from_dict({'on_time': 1, 'late': 1, 'missed': 1, 'rate': None})
        >>> okrkit.DisciplineRate.from_json(one.to_json()) == one
        True
    """

    on_time: int
    late: int
    missed: int
    rate: float | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        on_time: int,
        late: int,
        missed: int,
        rate: Number | None,
    ) -> None:
        self._fill(on_time, late, missed, rate)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditAddCycle(Value):
    """Adds a cycle.

    Attributes:
        cycle: A span of days in which objectives are pursued.

    Example:
        >>> one = okrkit.EditAddCycle.from_dict({'kind': 'add_cycle', 'cycle': {'id': 'revenue', 'starts': '2026-01-01', 'ends': '2026-03-31'}})
        >>> okrkit.EditAddCycle.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["add_cycle"]] = "add_cycle"

    cycle: Cycle

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        cycle: Cycle,
    ) -> None:
        self._fill(cycle)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditAddDecision(Value):
    """Adds something to be decided about an objective, which is named by its id.

    Attributes:
        objective:
        decision: Something to be decided.

    Example:
        >>> one = okrkit.EditAddDecision.from_dict({'kind': 'add_decision', 'objective': 'grow', 'decision': {'what': 'hire a second closer', 'due': '2026-02-14'}})
        >>> okrkit.EditAddDecision.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["add_decision"]] = "add_decision"

    objective: str
    decision: Decision

    def __init__(
        self,
        objective: str,
        decision: Decision,
    ) -> None:
        self._fill(objective, decision)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditAddKeyResult(Value):
    """Adds a key result to an objective, which is named by its id.

    Attributes:
        objective:
        key_result: A result by which an objective is measured.

    Example:
        >>> one = okrkit.EditAddKeyResult.from_dict({'kind': 'add_key_result', 'objective': 'grow', 'key_result': {'id': 'revenue', 'title': 'Reach 500,000 USD in sales', 'measure': {'kind': 'metric', 'target': 500000}}})
        >>> okrkit.EditAddKeyResult.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["add_key_result"]] = "add_key_result"

    objective: str
    key_result: KeyResult

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        objective: str,
        key_result: KeyResult,
    ) -> None:
        self._fill(objective, key_result)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditAddKpi(Value):
    """Adds a KPI.

    Attributes:
        kpi: A key performance indicator: watched in every cycle and never scored.

    Example:
        >>> one = okrkit.EditAddKpi.from_dict({'kind': 'add_kpi', 'kpi': {'id': 'revenue', 'title': 'Reach 500,000 USD in sales', 'healthy': {}}})
        >>> okrkit.EditAddKpi.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["add_kpi"]] = "add_kpi"

    kpi: Kpi

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        kpi: Kpi,
    ) -> None:
        self._fill(kpi)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditAddObjective(Value):
    """Adds an objective, with its key results.

    Attributes:
        objective: What is to be brought about, in words; how far it is, its key results say.

    Example:
        >>> one = okrkit.EditAddObjective.from_dict({'kind': 'add_objective', 'objective': {'id': 'revenue', 'title': 'Reach 500,000 USD in sales', 'cycle': 'q1'}})
        >>> okrkit.EditAddObjective.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["add_objective"]] = "add_objective"

    objective: Objective

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        objective: Objective,
    ) -> None:
        self._fill(objective)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditAddTeam(Value):
    """Adds a team.

    Attributes:
        team: A team. It stands above those whose parent it is, and above theirs.

    Example:
        >>> one = okrkit.EditAddTeam.from_dict({'kind': 'add_team', 'team': {'id': 'revenue', 'title': 'Reach 500,000 USD in sales'}})
        >>> okrkit.EditAddTeam.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["add_team"]] = "add_team"

    team: Team

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        team: Team,
    ) -> None:
        self._fill(team)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditAmend(Value):
    """Changes the terms of a key result, which is named by its id, from a day on.

    Attributes:
        key_result:
        amendment: A change of the terms in mid-cycle. Days before it are judged as they were; the original terms
            stay beside it.

    Example:
        >>> one = okrkit.EditAmend.from_dict({'kind': 'amend', 'key_result': 'revenue', 'amendment': {'on': '2026-02-14', 'reason': 'a distributor left', 'set': {}}})
        >>> okrkit.EditAmend.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["amend"]] = "amend"

    key_result: str
    amendment: Amendment

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        key_result: str,
        amendment: Amendment,
    ) -> None:
        self._fill(key_result, amendment)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditChangeCycle(Value):
    """Puts a cycle in the place of the one with its id.

    Attributes:
        cycle: A span of days in which objectives are pursued.

    Example:
        >>> one = okrkit.EditChangeCycle.from_dict({'kind': 'change_cycle', 'cycle': {'id': 'revenue', 'starts': '2026-01-01', 'ends': '2026-03-31'}})
        >>> okrkit.EditChangeCycle.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["change_cycle"]] = "change_cycle"

    cycle: Cycle

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        cycle: Cycle,
    ) -> None:
        self._fill(cycle)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditChangeKeyResult(Value):
    """Puts a key result in the place of the one with its id.

    Attributes:
        key_result: A result by which an objective is measured.

    Example:
        >>> one = okrkit.EditChangeKeyResult.from_dict({'kind': 'change_key_result', 'key_result': {'id': 'revenue', 'title': 'Reach 500,000 USD in sales', 'measure': {'kind': 'metric', 'target': 500000}}})
        >>> okrkit.EditChangeKeyResult.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["change_key_result"]] = "change_key_result"

    key_result: KeyResult

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        key_result: KeyResult,
    ) -> None:
        self._fill(key_result)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditChangeKpi(Value):
    """Puts a KPI in the place of the one with its id.

    Attributes:
        kpi: A key performance indicator: watched in every cycle and never scored.

    Example:
        >>> one = okrkit.EditChangeKpi.from_dict({'kind': 'change_kpi', 'kpi': {'id': 'revenue', 'title': 'Reach 500,000 USD in sales', 'healthy': {}}})
        >>> okrkit.EditChangeKpi.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["change_kpi"]] = "change_kpi"

    kpi: Kpi

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        kpi: Kpi,
    ) -> None:
        self._fill(kpi)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditChangeObjective(Value):
    """Puts an objective, with its key results, in the place of the one with its id.

    Attributes:
        objective: What is to be brought about, in words; how far it is, its key results say.

    Example:
        >>> one = okrkit.EditChangeObjective.from_dict({'kind': 'change_objective', 'objective': {'id': 'revenue', 'title': 'Reach 500,000 USD in sales', 'cycle': 'q1'}})
        >>> okrkit.EditChangeObjective.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["change_objective"]] = "change_objective"

    objective: Objective

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        objective: Objective,
    ) -> None:
        self._fill(objective)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditChangeTeam(Value):
    """Puts a team in the place of the one with its id.

    Attributes:
        team: A team. It stands above those whose parent it is, and above theirs.

    Example:
        >>> one = okrkit.EditChangeTeam.from_dict({'kind': 'change_team', 'team': {'id': 'revenue', 'title': 'Reach 500,000 USD in sales'}})
        >>> okrkit.EditChangeTeam.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["change_team"]] = "change_team"

    team: Team

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        team: Team,
    ) -> None:
        self._fill(team)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditCheckIn(Value):
    """Checks in, for a key result that is named by its id.

    Attributes:
        key_result:
        check_in: What was known of a key result on a day. It carries the figures that its measure takes, any of the
            rest, or a note alone.

    Example:
        >>> one = okrkit.EditCheckIn.from_dict({'kind': 'check_in', 'key_result': 'revenue', 'check_in': {'on': '2026-02-14'}})
        >>> okrkit.EditCheckIn.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["check_in"]] = "check_in"

    key_result: str
    check_in: CheckIn

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        key_result: str,
        check_in: CheckIn,
    ) -> None:
        self._fill(key_result, check_in)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditDecide(Value):
    """Says that something was decided about an objective, which is named by its id: of the decisions of these words (``what``) the first that is open.

    Attributes:
        objective:
        what:
        on:
        outcome:

    Example:
        >>> one = okrkit.EditDecide.from_dict({'kind': 'decide', 'objective': 'grow', 'what': 'hire a second closer', 'on': '2026-02-14'})
        >>> okrkit.EditDecide.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"outcome": None})

    kind: ClassVar[Literal["decide"]] = "decide"

    objective: str
    what: str
    on: dt.date
    outcome: str | None

    def __init__(
        self,
        objective: str,
        what: str,
        on: Day,
        *,
        outcome: str | None = None,
    ) -> None:
        self._fill(objective, what, on, outcome)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditLink(Value):
    """Adds a link.

    Attributes:
        link: A link from an objective or key result up to another.

    Example:
        >>> one = okrkit.EditLink.from_dict({'kind': 'link', 'link': {'child': 'grow', 'parent': 'lead'}})
        >>> okrkit.EditLink.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["link"]] = "link"

    link: Link

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        link: Link,
    ) -> None:
        self._fill(link)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditReadKpi(Value):
    """Adds a reading of a KPI, which is named by its id.

    Attributes:
        kpi:
        reading: What a key performance indicator was on a day.

    Example:
        >>> one = okrkit.EditReadKpi.from_dict({'kind': 'read_kpi', 'kpi': 'kpi', 'reading': {'on': '2026-02-14', 'value': 0.5}})
        >>> okrkit.EditReadKpi.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["read_kpi"]] = "read_kpi"

    kpi: str
    reading: KpiReading

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        kpi: str,
        reading: KpiReading,
    ) -> None:
        self._fill(kpi, reading)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditRemoveCycle(Value):
    """Removes a cycle, by id.

    Attributes:
        cycle:

    Example:
        >>> one = okrkit.EditRemoveCycle.from_dict({'kind': 'remove_cycle', 'cycle': 'q1'})
        >>> okrkit.EditRemoveCycle.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["remove_cycle"]] = "remove_cycle"

    cycle: str

    def __init__(
        self,
        cycle: str,
    ) -> None:
        self._fill(cycle)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditRemoveKeyResult(Value):
    """Removes a key result by id, and every link that ends at it.

    Attributes:
        key_result:

    Example:
        >>> one = okrkit.EditRemoveKeyResult.from_dict({'kind': 'remove_key_result', 'key_result': 'revenue'})
        >>> okrkit.EditRemoveKeyResult.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["remove_key_result"]] = "remove_key_result"

    key_result: str

    def __init__(
        self,
        key_result: str,
    ) -> None:
        self._fill(key_result)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditRemoveKpi(Value):
    """Removes a KPI, by id.

    Attributes:
        kpi:

    Example:
        >>> one = okrkit.EditRemoveKpi.from_dict({'kind': 'remove_kpi', 'kpi': 'kpi'})
        >>> okrkit.EditRemoveKpi.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["remove_kpi"]] = "remove_kpi"

    kpi: str

    def __init__(
        self,
        kpi: str,
    ) -> None:
        self._fill(kpi)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditRemoveObjective(Value):
    """Removes an objective by id, its key results and every link that ends at one of them.

    Attributes:
        objective:

    Example:
        >>> one = okrkit.EditRemoveObjective.from_dict({'kind': 'remove_objective', 'objective': 'grow'})
        >>> okrkit.EditRemoveObjective.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["remove_objective"]] = "remove_objective"

    objective: str

    def __init__(
        self,
        objective: str,
    ) -> None:
        self._fill(objective)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditRemoveTeam(Value):
    """Removes a team, by id.

    Attributes:
        team:

    Example:
        >>> one = okrkit.EditRemoveTeam.from_dict({'kind': 'remove_team', 'team': 'team'})
        >>> okrkit.EditRemoveTeam.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["remove_team"]] = "remove_team"

    team: str

    def __init__(
        self,
        team: str,
    ) -> None:
        self._fill(team)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditSetDescription(Value):
    """Sets the plan's description; without one it has none.

    Attributes:
        description: Text, in one language or in several: ``"Grow"`` or ``{"en": "Grow", "ar": "تنمية"}``.

    Example:
        >>> one = okrkit.EditSetDescription.from_dict({'kind': 'set_description'})
        >>> okrkit.EditSetDescription.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"description": None})

    kind: ClassVar[Literal["set_description"]] = "set_description"

    description: Text | None

    def __init__(
        self,
        *,
        description: Text | None = None,
    ) -> None:
        self._fill(description)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditSetExt(Value):
    """Sets the plan's data of your own; without it there is none.

    Attributes:
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.EditSetExt.from_dict({'kind': 'set_ext'})
        >>> okrkit.EditSetExt.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"ext": None})

    kind: ClassVar[Literal["set_ext"]] = "set_ext"

    ext: Any

    def __init__(
        self,
        *,
        ext: Any = None,
    ) -> None:
        self._fill(ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditSetLint(Value):
    """Sets how the plan wants to be linted; without it as every plan is.

    Attributes:
        lint: How a plan wants to be linted.

    Example:
        >>> one = okrkit.EditSetLint.from_dict({'kind': 'set_lint'})
        >>> okrkit.EditSetLint.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"lint": None})

    kind: ClassVar[Literal["set_lint"]] = "set_lint"

    lint: LintSettings | None

    def __init__(
        self,
        *,
        lint: LintSettings | None = None,
    ) -> None:
        self._fill(lint)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditSetProfile(Value):
    """Sets the profile the plan is meant to be judged by; without one the default.

    Attributes:
        profile:

    Example:
        >>> one = okrkit.EditSetProfile.from_dict({'kind': 'set_profile'})
        >>> okrkit.EditSetProfile.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"profile": None})

    kind: ClassVar[Literal["set_profile"]] = "set_profile"

    profile: str | None

    def __init__(
        self,
        *,
        profile: str | None = None,
    ) -> None:
        self._fill(profile)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditSetScore(Value):
    """Sets the score of an objective or key result, which is named by its id, by hand from a day on.

    Attributes:
        node:
        score: A score set by hand. From its day on it takes the place of the computed one, which stays beside it.

    Example:
        >>> one = okrkit.EditSetScore.from_dict({'kind': 'set_score', 'node': 'grow', 'score': {'on': '2026-02-14', 'value': 0.5}})
        >>> okrkit.EditSetScore.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["set_score"]] = "set_score"

    node: str
    score: ManualScore

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        node: str,
        score: ManualScore,
    ) -> None:
        self._fill(node, score)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditSetStage(Value):
    """Changes the stage of an objective or key result, which is named by its id, from a day on.

    Attributes:
        node:
        change: A dated change of stage.

    Example:
        >>> one = okrkit.EditSetStage.from_dict({'kind': 'set_stage', 'node': 'grow', 'change': {'on': '2026-02-14'}})
        >>> okrkit.EditSetStage.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["set_stage"]] = "set_stage"

    node: str
    change: StageChange

    def __init__(
        self,
        node: str,
        change: StageChange,
    ) -> None:
        self._fill(node, change)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditSetTitle(Value):
    """Sets the plan's title; without one it has none.

    Attributes:
        title: Text, in one language or in several: ``"Grow"`` or ``{"en": "Grow", "ar": "تنمية"}``.

    Example:
        >>> one = okrkit.EditSetTitle.from_dict({'kind': 'set_title'})
        >>> okrkit.EditSetTitle.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"title": None})

    kind: ClassVar[Literal["set_title"]] = "set_title"

    title: Text | None

    def __init__(
        self,
        *,
        title: Text | None = None,
    ) -> None:
        self._fill(title)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EditUnlink(Value):
    """Removes the link between two, which are named by their ids.

    Attributes:
        child:
        parent:

    Example:
        >>> one = okrkit.EditUnlink.from_dict({'kind': 'unlink', 'child': 'grow', 'parent': 'lead'})
        >>> okrkit.EditUnlink.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    kind: ClassVar[Literal["unlink"]] = "unlink"

    child: str
    parent: str

    def __init__(
        self,
        child: str,
        parent: str,
    ) -> None:
        self._fill(child, parent)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EstimateNoData(Value):
    """There is nothing to compute it from.

    Attributes:
        reason: Why.

    Example:
        >>> one = okrkit.EstimateNoData.from_dict({'outcome': 'no_data', 'reason': 'no_check_ins'})
        >>> okrkit.EstimateNoData.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "outcome"

    outcome: ClassVar[Literal["no_data"]] = "no_data"

    value: ClassVar[None] = None

    reason: Lack

    def __init__(
        self,
        reason: Lack
        | Literal[
            "no_check_ins",
            "too_few_observations",
            "start",
            "baseline",
            "no_members",
            "no_distance",
            "target_zero",
            "overflow",
            "not_scored",
            "not_numeric",
            "members",
            "no_goal",
            "not_started",
            "over",
            "no_time_gone",
            "no_time_left",
            "no_interval",
            "steps",
            "never",
            "beyond_horizon",
        ],
    ) -> None:
        self._fill(reason)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class EstimateValue(Value):
    """A finite number.

    Attributes:
        value: The number.

    Example:
        >>> one = okrkit.EstimateValue.from_dict({'outcome': 'value', 'value': 0.5})
        >>> okrkit.EstimateValue.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "outcome"

    outcome: ClassVar[Literal["value"]] = "value"

    reason: ClassVar[None] = None

    value: float

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        value: Number,
    ) -> None:
        self._fill(value)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Explanation(_Explanation):
    """Why a figure is what it is.

    Attributes:
        figure: Which figure.
        step: The step that came to it; the steps below led there.

    Example:
        >>> one = okrkit.Explanation.from_dict({'figure': 'progress', 'step': {'step': 'progress', 'value': None}})
        >>> okrkit.Explanation.from_json(one.to_json()) == one
        True
    """

    figure: Figure
    step: ExplanationStep

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        figure: Figure | Literal["progress", "score", "grade", "expected", "status"],
        step: ExplanationStep,
    ) -> None:
        self._fill(figure, step)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class ExplanationStep(Value):
    """One step towards a figure.

    Attributes:
        step: What the step says.
        value: What a step came to: a number; a word, text or day; null for nothing.
        formula: The number of the formula, such as F9.
        policy: The field of the profile that was applied, such as clamp.member.
        inputs: What went in, by name.
        steps: What led here.

    Example:
        >>> one = okrkit.ExplanationStep.from_dict({'step': 'progress', 'value': None})
        >>> okrkit.ExplanationStep.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"formula": None, "policy": None, "inputs": None, "steps": None})

    step: Literal[
        "progress",
        "no_figure",
        "no_expected",
        "metric",
        "ratio",
        "change_target",
        "threshold",
        "threshold_share",
        "judged",
        "batch",
        "slot",
        "slot_gap",
        "exact",
        "bands",
        "levels",
        "zone",
        "milestones",
        "done",
        "events",
        "event",
        "composite",
        "part",
        "no_part",
        "children_sum",
        "children_min",
        "child",
        "addend",
        "observed",
        "reading",
        "check_in",
        "left_out",
        "amended",
        "changed",
        "original",
        "original_terms",
        "clamped",
        "score",
        "no_score",
        "from_progress",
        "manual",
        "manual_ignored",
        "computed",
        "roll_up",
        "mixed",
        "member",
        "divided_weight",
        "missing_excluded",
        "missing_zero",
        "excluded",
        "no_members",
        "expected",
        "expected_line",
        "expected_time",
        "expected_levels",
        "expected_anchor",
        "expected_steps",
        "step_due",
        "expected_path",
        "elapsed",
        "grade",
        "band",
        "status",
        "by_stage",
        "before_start",
        "over_by_success",
        "over_without_success",
        "kept",
        "broken",
        "worst_member",
        "member_status",
        "achieved_running",
        "pace_row",
        "pace_test",
        "gap",
        "withheld",
        "guardrail",
        "group_status",
        "count",
    ]
    value: StepValue
    formula: str | None
    policy: str | None
    inputs: Mapping[str, StepValue] | None
    steps: tuple[ExplanationStep, ...] | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        step: Literal[
            "progress",
            "no_figure",
            "no_expected",
            "metric",
            "ratio",
            "change_target",
            "threshold",
            "threshold_share",
            "judged",
            "batch",
            "slot",
            "slot_gap",
            "exact",
            "bands",
            "levels",
            "zone",
            "milestones",
            "done",
            "events",
            "event",
            "composite",
            "part",
            "no_part",
            "children_sum",
            "children_min",
            "child",
            "addend",
            "observed",
            "reading",
            "check_in",
            "left_out",
            "amended",
            "changed",
            "original",
            "original_terms",
            "clamped",
            "score",
            "no_score",
            "from_progress",
            "manual",
            "manual_ignored",
            "computed",
            "roll_up",
            "mixed",
            "member",
            "divided_weight",
            "missing_excluded",
            "missing_zero",
            "excluded",
            "no_members",
            "expected",
            "expected_line",
            "expected_time",
            "expected_levels",
            "expected_anchor",
            "expected_steps",
            "step_due",
            "expected_path",
            "elapsed",
            "grade",
            "band",
            "status",
            "by_stage",
            "before_start",
            "over_by_success",
            "over_without_success",
            "kept",
            "broken",
            "worst_member",
            "member_status",
            "achieved_running",
            "pace_row",
            "pace_test",
            "gap",
            "withheld",
            "guardrail",
            "group_status",
            "count",
        ],
        value: Number | str | None,
        *,
        formula: str | None = None,
        policy: str | None = None,
        inputs: Mapping[str, Number | str | None] | None = None,
        steps: Iterable[ExplanationStep] | None = None,
    ) -> None:
        self._fill(step, value, formula, policy, inputs, steps)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class FigureChange(Value):
    """A figure before and after.

    Attributes:
        figure: Which figure.
        before: What it was; ``null`` where there was none.
        after: What it would be.

    Example:
        >>> one = okrkit.FigureChange.from_dict({'figure': 'reading', 'before': None, 'after': None})
        >>> okrkit.FigureChange.from_json(one.to_json()) == one
        True
    """

    figure: ChangedFigure
    before: StepValue
    after: StepValue

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        figure: ChangedFigure
        | Literal[
            "reading",
            "target",
            "outcome",
            "reason",
            "progress",
            "score",
            "computed_score",
            "grade",
            "band",
            "expected",
            "gap",
            "ratio",
            "elapsed",
            "status",
            "confidence",
            "net_confidence",
            "stage",
            "starts",
            "ends",
            "days_since_check_in",
            "share",
            "owner_status",
            "original_progress",
            "guardrails",
        ],
        before: Number | str | None,
        after: Number | str | None,
    ) -> None:
        self._fill(figure, before, after)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class FinalGrade(Value):
    """What a node ends with.

    Attributes:
        node: The id of the objective or key result.
        objective: The objective of a key result; none for an objective.
        ambition: What success meant.
        score: The score, the manual one where there is one.
        grade: F14.
        band: The band of the grade.
        status: The status on the day.
        success: Whether the score reaches what success asks of its ambition. None without a score, and where the
            profile asks nothing (by default of learning goals).
        people: Its owners; those of the objective for a key result without any.

    Example:
        >>> one = okrkit.FinalGrade.from_dict({'node': 'grow', 'objective': None, 'ambition': 'aspirational', 'score': None, 'grade': None, 'band': None, 'status': 'not_started', 'success': None, 'people': []})
        >>> okrkit.FinalGrade.from_json(one.to_json()) == one
        True
    """

    node: str
    objective: str | None
    ambition: Ambition
    score: float | None
    grade: float | None
    band: str | None
    status: Status
    success: bool | None
    people: tuple[str, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        node: str,
        objective: str | None,
        ambition: Ambition | Literal["aspirational", "committed", "learning"],
        score: Number | None,
        grade: Number | None,
        band: str | None,
        status: Status
        | Literal["not_started", "no_data", "not_scored", "on_track", "behind", "at_risk", "achieved", "missed", "closed", "dropped"],
        success: bool | None,
        people: Iterable[str],
    ) -> None:
        self._fill(node, objective, ambition, score, grade, band, status, success, people)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Finding(Value):
    """Something that is unwise in a plan.

    Attributes:
        rule: The id of the rule.
        level: How seriously it is taken in this plan; never ``off``.
        path: RFC 6901 JSON pointer to the place in the document, or to where an absent member would be.
        nodes: The ids it is about, the first the one it is found at: objectives, key results, teams, cycles, KPIs.
            None where something is accepted everywhere and found nowhere.
        message: One line that says what is unwise here.
        fix: What to do about it.

    Example:
        >>> one = okrkit.Finding.from_dict({'rule': 'shape.too_many', 'level': 'off', 'path': 'path', 'nodes': [], 'message': 'message', 'fix': 'fix'})
        >>> okrkit.Finding.from_json(one.to_json()) == one
        True
    """

    rule: str
    level: LintLevel
    path: str
    nodes: tuple[str, ...]
    message: str
    fix: str

    def __init__(
        self,
        rule: str,
        level: LintLevel | Literal["off", "note", "warning", "error"],
        path: str,
        nodes: Iterable[str],
        message: str,
        fix: str,
    ) -> None:
        self._fill(rule, level, path, nodes, message, fix)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Forecast(Value):
    """Where a key result is going.

    Attributes:
        key_result: The id of the key result.
        as_of: The day asked about.
        starts: Its first day.
        ends: Its last day, which is forecast.
        phase: Where in its period it is.
        scale: What scale readings are on.
        reading: The reading of the day, on that scale.
        progress: The progress of the day, as the scorecard shows it. Sales departments say attainment: 70,000 of
            90,000 is 0.7778.
        elapsed: F11: the share of its time that has gone.
        pace: progress / elapsed: 1 is just in time. Worked: 0.7778 with 0.7527 of the time gone is 1.0333.
        n_observations: On how many days there was a figure. 0 for the mean or the least of others, which are not
            carried on by themselves.
        projections: What each method says, in the order of ``Method::ALL``.
        interval: Around the reading of least squares.
        no_interval: Why there is no interval. ``None`` where there is one.
        chances: How likely each goal is. Empty where the measure has none that a number could reach; of the mean or
            the least of others each is ``no_data``, for it is their progress that would have to be foreseen
            together.
        required: How fast it has to go to reach the target.

    Example:
        >>> one = okrkit.Forecast.from_dict({'key_result': 'revenue', 'as_of': '2026-02-14', 'starts': '2026-01-01', 'ends': '2026-03-31', 'phase': 'running', 'scale': 'reading', 'reading': {'outcome': 'value', 'value': 0.5}, 'progress': {'outcome': 'value', 'value': 0.5}, 'elapsed': 0.5, 'pace': {'outcome': 'value', 'value': 0.5}, 'n_observations': 1, 'projections': [], 'interval': None, 'no_interval': None, 'chances': [], 'required': {'remaining': {'outcome': 'value', 'value': 0.5}, 'days_left': 1, 'per_day': {'outcome': 'value', 'value': 0.5}, 'per_week': {'outcome': 'value', 'value': 0.5}}})
        >>> okrkit.Forecast.from_json(one.to_json()) == one
        True
    """

    key_result: str
    as_of: dt.date | AsOf
    starts: dt.date
    ends: dt.date
    phase: Phase
    scale: Scale
    reading: Estimate
    progress: Estimate
    elapsed: float
    pace: Estimate
    n_observations: int
    projections: tuple[Projection, ...]
    interval: Interval | None
    no_interval: Lack | None
    chances: tuple[Chance, ...]
    required: RequiredRate

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        key_result: str,
        as_of: Day | AsOf,
        starts: Day,
        ends: Day,
        phase: Phase | Literal["running", "not_started", "over"],
        scale: Scale | Literal["reading", "progress"],
        reading: Estimate,
        progress: Estimate,
        elapsed: Number,
        pace: Estimate,
        n_observations: int,
        projections: Iterable[Projection],
        interval: Interval | None,
        no_interval: Lack
        | Literal[
            "no_check_ins",
            "too_few_observations",
            "start",
            "baseline",
            "no_members",
            "no_distance",
            "target_zero",
            "overflow",
            "not_scored",
            "not_numeric",
            "members",
            "no_goal",
            "not_started",
            "over",
            "no_time_gone",
            "no_time_left",
            "no_interval",
            "steps",
            "never",
            "beyond_horizon",
        ]
        | None,
        chances: Iterable[Chance],
        required: RequiredRate,
    ) -> None:
        self._fill(
            key_result,
            as_of,
            starts,
            ends,
            phase,
            scale,
            reading,
            progress,
            elapsed,
            pace,
            n_observations,
            projections,
            interval,
            no_interval,
            chances,
            required,
        )


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class ForecastPolicy(Value):
    """What a forecast may be made to do otherwise.

    A policy that is read by ``call``, as Python and JavaScript do it, is refused where a number is out of its
    range. In Rust any number may stand here, and one that is beyond counts as the nearest that is not.

    Attributes:
        last_k: How many days with a figure ``last_k`` looks back on, at least 2; 4.
        min_observations: How many days with a figure ``least_squares`` and ``theil_sen`` need, at least 3; 3.
            Through two points there is always a line, and nothing left to tell how good it is.
        theil_sen_latest: Of how many days with a figure, counted from the latest, ``theil_sen`` compares each pair;
            200, which makes 19,900 pairs. At least 3, at most 1,000.
        coverage: How often the interval is to hold what comes, in [0,1]; 0.8. What holds always has no ends: at 1
            there is no interval.
        horizon_days: How many days ahead it is looked for the day on which the target is reached; 366. No more than
            the calendar has, 3,652,058.
        tolerance: By which part of the larger two figures may differ and still be the same, in [0,1]; 1e-9. It
            keeps the last bits of a sum from deciding whether a target is reached.

    Example:
        >>> one = okrkit.ForecastPolicy.from_dict({})
        >>> okrkit.ForecastPolicy.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {"last_k": 4, "min_observations": 3, "theil_sen_latest": 200, "coverage": 0.8, "horizon_days": 366, "tolerance": 1e-09}
    )

    last_k: int
    min_observations: int
    theil_sen_latest: int
    coverage: float
    horizon_days: int
    tolerance: float

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        last_k: int = 4,
        min_observations: int = 3,
        theil_sen_latest: int = 200,
        coverage: Number = 0.8,
        horizon_days: int = 366,
        tolerance: Number = 1e-09,
    ) -> None:
        self._fill(last_k, min_observations, theil_sen_latest, coverage, horizon_days, tolerance)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Forecasts(Value):
    """The forecasts of a whole plan.

    Attributes:
        objectives: Of each objective, in the order of the document.
        key_results: Of each key result, in the order of the document.

    Example:
        >>> one = okrkit.Forecasts.from_dict({'objectives': [], 'key_results': []})
        >>> okrkit.Forecasts.from_json(one.to_json()) == one
        True
    """

    objectives: tuple[ObjectiveForecast, ...]
    key_results: tuple[Forecast, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        objectives: Iterable[ObjectiveForecast],
        key_results: Iterable[Forecast],
    ) -> None:
        self._fill(objectives, key_results)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class GroupScore(Value):
    """The figures of a group. Every objective that is active or closed counts once, whatever its size.

    Attributes:
        n: How many objectives are in it.
        progress: The mean progress of those with a figure; missing ones by the profile, as in a roll-up.
        score: The mean score, likewise.
        grade: F14 of the score.
        band: The band of the grade.
        expected: The mean of what is expected of those that entered the progress.
        confidence: The mean confidence of those that have one.
        status: How many have each status.
        net_confidence: Share on track or achieved − share at risk, of those with a verdict; in [−1,1].

    Example:
        >>> one = okrkit.GroupScore.from_dict({'n': 1, 'progress': None, 'score': None, 'grade': None, 'band': None, 'expected': None, 'confidence': None, 'status': {}, 'net_confidence': None})
        >>> okrkit.GroupScore.from_json(one.to_json()) == one
        True
    """

    n: int
    progress: float | None
    score: float | None
    grade: float | None
    band: str | None
    expected: float | None
    confidence: float | None
    status: Mapping[str, int]
    net_confidence: float | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        n: int,
        progress: Number | None,
        score: Number | None,
        grade: Number | None,
        band: str | None,
        expected: Number | None,
        confidence: Number | None,
        status: Mapping[str, int],
        net_confidence: Number | None,
    ) -> None:
        self._fill(n, progress, score, grade, band, expected, confidence, status, net_confidence)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Held(Value):
    """A member that stays as it is.

    Attributes:
        node: The id of the key result or objective.
        score: Its score; ``no_data`` where it has none and does not enter.
        why: Why it stays.

    Example:
        >>> one = okrkit.Held.from_dict({'node': 'grow', 'score': {'outcome': 'value', 'value': 0.5}, 'why': 'manual_score'})
        >>> okrkit.Held.from_json(one.to_json()) == one
        True
    """

    node: str
    score: Estimate
    why: Holds

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        node: str,
        score: Estimate,
        why: Holds
        | Literal[
            "manual_score",
            "closed",
            "not_started",
            "objective",
            "rolled_up",
            "entangled",
            "start",
            "baseline",
            "undefined",
            "not_invertible",
        ],
    ) -> None:
        self._fill(node, score, why)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Ignored(Value):
    """A finding that the plan accepts.

    Attributes:
        finding: What was found.
        reason: Why it is accepted, in the words of the plan.

    Example:
        >>> one = okrkit.Ignored.from_dict({'finding': {'rule': 'shape.too_many', 'level': 'off', 'path': 'path', 'nodes': [], 'message': 'message', 'fix': 'fix'}, 'reason': 'a distributor left'})
        >>> okrkit.Ignored.from_json(one.to_json()) == one
        True
    """

    finding: Finding
    reason: str

    def __init__(
        self,
        finding: Finding,
        reason: str,
    ) -> None:
        self._fill(finding, reason)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Interval(Value):
    """Between which readings the last day's is likely to be.

    Of readings of their own it is that of a line of least squares, n readings yᵢ on the days xᵢ, for the day x:

    Of running sums (``"reading": "sum"``, events, milestones, and what adds up such) it is that of their
    increments: n increments xᵢ over dᵢ days, T days in all, for h days after the last of them:

    (random walk with drift: Hyndman and Athanasopoulos, *Forecasting: Principles and Practice*, 3rd ed., table 5.2,
    where each increment takes a day). A sum is told anew on each day with a figure; of events every day up to the
    one asked about is an increment, 0 where nothing happened. Worked: 10, 12, 8 and 10 in four weeks, 40 in T = 28
    days: residuals 0, 2, −2, 0, so s² = (4 + 4)/7/3 = 0.381; 28 days later 80 ± 1.638·√(0.381·(28 + 28)) = 80 ±
    7.6.

    Attributes:
        coverage: How often it is to hold, in [0,1].
        low: The lower end, on the scale of the forecast.
        high: The upper end.
        standard_error: Half the width in units of t.
        degrees_of_freedom: Of Student's t.

    Example:
        >>> one = okrkit.Interval.from_dict({'coverage': 0.5, 'low': 0.5, 'high': 0.5, 'standard_error': 0.5, 'degrees_of_freedom': 1})
        >>> okrkit.Interval.from_json(one.to_json()) == one
        True
    """

    coverage: float
    low: float
    high: float
    standard_error: float
    degrees_of_freedom: int

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        coverage: Number,
        low: Number,
        high: Number,
        standard_error: Number,
        degrees_of_freedom: int,
    ) -> None:
        self._fill(coverage, low, high, standard_error, degrees_of_freedom)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class KeyResultScore(Value):
    """The figures of a key result: those of a ``NodeScore``, to which it derefs, and its own.

    Attributes:
        outcome: Whether progress is a number, and if not, what kind of none it is.
        reason:
        progress: How far it is. It may lie beyond 0 and 1 where the profile does not clamp it.
        score: The score, in [0,1]: the manual one where there is one.
        grade: F14: the grade of the score.
        band: The band of the grade.
        expected: F12: the progress that is expected on the day.
        gap: Expected − progress.
        ratio: Progress / expected; none where nothing is expected yet.
        elapsed: F11: the share of its time that has gone.
        status: F13.
        confidence: How likely success is in the owners' eyes: the latest of a key result, F9 of the members' for an
            objective.
        stage: The stage on the day.
        starts: Its first day.
        ends: Its last day.
        days_since_check_in: Days since the last check-in of any kind; for an objective the freshest of its key
            results.
        reading: What the check-ins amount to, on the measure's own scale.
        target: The target in force, on the measure's own scale, where the measure has one.
        share: F8: its resulting part of its objective's progress; 0 where it did not enter.
        owner_status: The owner's own call, from the latest check-in that has one.
        computed_score: The computed score, where a manual one takes its place.
        original: What the original terms would give, where amendments of the measure are in force.

    Example:
        >>> one = okrkit.KeyResultScore.from_dict({'outcome': 'value', 'reason': None, 'progress': None, 'score': None, 'grade': None, 'band': None, 'expected': 0.5, 'gap': None, 'ratio': None, 'elapsed': 0.5, 'status': 'not_started', 'confidence': None, 'stage': 'active', 'starts': '2026-01-01', 'ends': '2026-03-31', 'days_since_check_in': None, 'reading': None, 'target': None, 'share': 0.5, 'owner_status': None})
        >>> okrkit.KeyResultScore.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"computed_score": None, "original": None})

    outcome: Literal["value", "no_data", "undefined", "not_scored"]
    reason: Reason | None
    progress: float | None
    score: float | None
    grade: float | None
    band: str | None
    expected: float
    gap: float | None
    ratio: float | None
    elapsed: float
    status: Status
    confidence: float | None
    stage: Stage
    starts: dt.date
    ends: dt.date
    days_since_check_in: int | None
    reading: Reading | None
    target: float | None
    share: float
    owner_status: Status | None
    computed_score: float | None
    original: Original | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        outcome: Literal["value", "no_data", "undefined", "not_scored"],
        reason: Reason | Literal["no_check_ins", "start", "baseline", "no_members", "no_distance", "target_zero", "overflow"] | None,
        progress: Number | None,
        score: Number | None,
        grade: Number | None,
        band: str | None,
        expected: Number,
        gap: Number | None,
        ratio: Number | None,
        elapsed: Number,
        status: Status
        | Literal["not_started", "no_data", "not_scored", "on_track", "behind", "at_risk", "achieved", "missed", "closed", "dropped"],
        confidence: Number | None,
        stage: Stage | Literal["active", "draft", "closed", "dropped"],
        starts: Day,
        ends: Day,
        days_since_check_in: int | None,
        reading: Number | bool | Iterable[str] | Zone | Literal["fail", "commit", "target", "stretch"] | Mapping[str, Any | None] | None,
        target: Number | None,
        share: Number,
        owner_status: Status
        | Literal["not_started", "no_data", "not_scored", "on_track", "behind", "at_risk", "achieved", "missed", "closed", "dropped"]
        | None,
        *,
        computed_score: Number | None = None,
        original: Original | None = None,
    ) -> None:
        self._fill(
            outcome,
            reason,
            progress,
            score,
            grade,
            band,
            expected,
            gap,
            ratio,
            elapsed,
            status,
            confidence,
            stage,
            starts,
            ends,
            days_since_check_in,
            reading,
            target,
            share,
            owner_status,
            computed_score,
            original,
        )


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class KpiStatus(Value):
    """How an indicator stands on a day, by its latest reading that is known.

    Attributes:
        kpi: The id of the indicator.
        health: How it stands; without a reading by the day ``no_data``.
        reading: The latest reading, on the indicator's own scale. Of two of a day, the later in the list.
        read_on: The day it is of.
        since: The day of the first reading since which it is so without a break.
        trend: Where it goes, from the reading of the day before; none where there was none before.
        change: The latest reading less the one before, on the indicator's own scale.
        days_since_reading: How many days ago it was read, 0 or more.

    Example:
        >>> one = okrkit.KpiStatus.from_dict({'kpi': 'kpi', 'health': 'no_data', 'reading': None, 'read_on': None, 'since': None, 'trend': None, 'change': None, 'days_since_reading': None})
        >>> okrkit.KpiStatus.from_json(one.to_json()) == one
        True
    """

    kpi: str
    health: Health
    reading: float | None
    read_on: dt.date | None
    since: dt.date | None
    trend: KpiTrend | None
    change: float | None
    days_since_reading: int | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        kpi: str,
        health: Health | Literal["no_data", "healthy", "out_of_range"],
        reading: Number | None,
        read_on: Day | None,
        since: Day | None,
        trend: KpiTrend | Literal["steady", "rising", "falling"] | None,
        change: Number | None,
        days_since_reading: int | None,
    ) -> None:
        self._fill(kpi, health, reading, read_on, since, trend, change, days_since_reading)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class LeftBehind(Value):
    """A node that does not go on.

    Attributes:
        id: The id.
        why: Why.

    Example:
        >>> one = okrkit.LeftBehind.from_dict({'id': 'revenue', 'why': 'reached'})
        >>> okrkit.LeftBehind.from_json(one.to_json()) == one
        True
    """

    id: str
    why: LeftWhy

    def __init__(
        self,
        id: str,
        why: LeftWhy | Literal["reached", "succeeded", "dropped", "draft", "already_carried", "nothing_left", "objective_left"],
    ) -> None:
        self._fill(id, why)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class LeftLink(Value):
    """A link of something that goes on, which its copy does not have.

    Attributes:
        child: The id of the child, in the cycle that ended.
        parent: The id of the parent.
        why: Why.

    Example:
        >>> one = okrkit.LeftLink.from_dict({'child': 'grow', 'parent': 'lead', 'why': 'parent_left'})
        >>> okrkit.LeftLink.from_json(one.to_json()) == one
        True
    """

    child: str
    parent: str
    why: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        child: str,
        parent: str,
        why: Any,
    ) -> None:
        self._fill(child, parent, why)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Lesson(Value):
    """What a team learned.

    Attributes:
        objective: The id of the objective.
        learned: In the words of the plan.

    Example:
        >>> one = okrkit.Lesson.from_dict({'objective': 'grow', 'learned': 'Reach 500,000 USD in sales'})
        >>> okrkit.Lesson.from_json(one.to_json()) == one
        True
    """

    objective: str
    learned: Text

    def __init__(
        self,
        objective: str,
        learned: Text,
    ) -> None:
        self._fill(objective, learned)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class LintPolicy(Value):
    """Every limit that a rule goes by, with its default.

    Shares are on the scale 0–1, days are whole. A limit that no plan reaches turns a rule off; so does its level in
    the plan.

    Attributes:
        fewest_objectives: The fewest objectives of a team in a cycle: 3 (Doerr, Google re:Work: three to five).
        most_objectives: The most objectives of a team in a cycle: 5.
        fewest_key_results: The fewest key results of an objective: 2.
        most_key_results: The most key results of an objective: 5.
        committed_key_results: How many key results of a committed objective must enter its score: 2.
        same_ambition_from: From how many objectives of a team and cycle on it is odd if all have the same ambition:
            3.
        largest_share: The largest part that one key result may have of its objective: 0.8.
        objective_title_chars: How long the title of an objective may be, in Unicode scalars: 90.
        key_result_title_chars: How long the title of a key result may be, in Unicode scalars: 120.
        first_year: The first number that is taken for a year in the title of an objective: 1900.
        last_year: The last number that is taken for a year: 2199.
        year_words: Words after which such a number is a year. It is one too where a cycle of the plan reaches into
            that year.
        number_words: Words that are numbers.
        activity_words: Verbs of doing something: what somebody is busy with. In any language; case, accents and
            vowel signs do not matter.
        output_words: Verbs of making something: what is there afterwards, not what it is good for.
        vague_words: Words that say better and not how much.
        rising_words: Words after which a number should rise.
        falling_words: Words after which a number should fall.
        joining_words: Words after which another verb may follow in a title.
        most_owned: The most key results that one person may own at a time: 6.
        first_reading_days: Until how many days after the start a first reading at the target means that it was
            there already: 7.
        kept_days: For how many days a threshold must have been kept to count as no news: 45.
        kept_check_ins: By how many check-ins at least: 4.
        one_kind_from: From how many key results of an objective on it is odd if all are of one kind: 3.
        only_done_from: From how many key results of an objective on it is odd if all of them are work that gets
            done: 2.
        guardrail_days: How old the latest reading of a guardrail may be, in days: 31.
        staleness: From when on a key result is stale, as ``staleness`` has it.
        first_check_in_days: How many days after the start the first check-in is due: 7.
        close_days: How many days after its end an objective may still be open: 14.
        blocker_days: How long the same blocker may be reported, in days: 14.
        late_from: The share of the time from which an easier target is a late one: 2/3.
        most_lowered: How often a target may be made easier: 1.
        early_until: The share of the time within which a target that is reached was no stretch: 1/3.
        full_from: From how many ended aspirational objectives of a team on it is telling that all scored in full:
            3.
        full_score: The score from which an objective scored in full: 1.
        jump_back: How far progress may fall from one check-in to the next: 0.3.
        manual_distance: How far a score set by hand may lie from the computed one: 0.2.
        high_confidence: The confidence from which somebody is confident: 0.7.
        low_confidence: The confidence up to which somebody is not: 0.3.
        ahead: How far progress must be beyond what is expected to count as ahead: 0.1.
        same_confidence: How many times in a row the same confidence is no judgement any more: 5.

    Example:
        >>> one = okrkit.LintPolicy.from_dict({})
        >>> okrkit.LintPolicy.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {
            "fewest_objectives": 3,
            "most_objectives": 5,
            "fewest_key_results": 2,
            "most_key_results": 5,
            "committed_key_results": 2,
            "same_ambition_from": 3,
            "largest_share": 0.8,
            "objective_title_chars": 90,
            "key_result_title_chars": 120,
            "first_year": 1900,
            "last_year": 2199,
            "year_words": [
                "in",
                "by",
                "year",
                "since",
                "until",
                "till",
                "before",
                "after",
                "during",
                "fy",
                "end",
                "عام",
                "سنة",
                "في",
                "نهاية",
                "منذ",
                "حتى",
                "قبل",
                "بعد",
                "خلال",
            ],
            "number_words": [
                "ten",
                "eleven",
                "twelve",
                "fifteen",
                "twenty",
                "thirty",
                "forty",
                "fifty",
                "sixty",
                "seventy",
                "eighty",
                "ninety",
                "hundred",
                "thousand",
                "million",
                "billion",
                "dozen",
                "عشرة",
                "عشر",
                "عشرين",
                "عشرون",
                "ثلاثين",
                "ثلاثون",
                "أربعين",
                "أربعون",
                "خمسين",
                "خمسون",
                "ستين",
                "ستون",
                "سبعين",
                "سبعون",
                "ثمانين",
                "ثمانون",
                "تسعين",
                "تسعون",
                "مئة",
                "مائة",
                "مئتين",
                "مئتان",
                "مئات",
                "ألف",
                "ألفين",
                "ألفان",
                "آلاف",
                "مليون",
                "ملايين",
                "مليار",
            ],
            "activity_words": [
                "help",
                "support",
                "assist",
                "participate",
                "attend",
                "analyse",
                "analyze",
                "explore",
                "discuss",
                "review",
                "research",
                "investigate",
                "consult",
                "monitor",
                "coordinate",
                "collaborate",
                "cooperate",
                "work on",
                "work with",
                "focus on",
                "look into",
                "continue",
                "try",
                "prepare",
                "study",
                "evaluate",
                "contribute",
                "communicate",
                "مساعدة",
                "دعم",
                "مشاركة",
                "حضور",
                "تحليل",
                "دراسة",
                "مناقشة",
                "مراجعة",
                "بحث",
                "متابعة",
                "تنسيق",
                "تعاون",
                "استكشاف",
                "تقييم",
                "استمرار",
                "التركيز على",
                "العمل على",
            ],
            "output_words": [
                "launch",
                "build",
                "create",
                "develop",
                "implement",
                "ship",
                "release",
                "publish",
                "deliver",
                "roll out",
                "introduce",
                "deploy",
                "design",
                "write",
                "produce",
                "set up",
                "install",
                "organise",
                "organize",
                "host",
                "hold",
                "run",
                "train",
                "complete",
                "finish",
                "adopt",
                "migrate",
                "document",
                "إطلاق",
                "بناء",
                "إنشاء",
                "تطوير",
                "تنفيذ",
                "نشر",
                "تسليم",
                "إدخال",
                "تصميم",
                "كتابة",
                "إنتاج",
                "تنظيم",
                "عقد",
                "تدريب",
                "إعداد",
                "اعتماد",
                "تشغيل",
                "إكمال",
                "إرساء",
                "توثيق",
            ],
            "vague_words": [
                "improve",
                "better",
                "enhance",
                "optimise",
                "optimize",
                "strengthen",
                "boost",
                "significantly",
                "substantially",
                "effective",
                "efficient",
                "more",
                "less",
                "great",
                "world class",
                "seamless",
                "as much as possible",
                "تحسين",
                "أفضل",
                "تعزيز",
                "أكثر",
                "أقل",
                "ملحوظ",
                "فعال",
                "متميز",
                "بشكل كبير",
                "قدر الإمكان",
            ],
            "rising_words": ["increase", "raise", "grow", "lift", "double", "triple", "زيادة", "رفع", "تنمية", "مضاعفة"],
            "falling_words": [
                "reduce",
                "cut",
                "lower",
                "decrease",
                "shorten",
                "halve",
                "shrink",
                "خفض",
                "تخفيض",
                "تقليل",
                "تقليص",
                "تقصير",
            ],
            "joining_words": ["and", "then", "to", "by", "while", "ثم", "أو"],
            "most_owned": 6,
            "first_reading_days": 7,
            "kept_days": 45,
            "kept_check_ins": 4,
            "one_kind_from": 3,
            "only_done_from": 2,
            "guardrail_days": 31,
            "staleness": {"ageing_after_slots": 1.0, "stale_after_slots": 2.0, "slot_days": 14.0},
            "first_check_in_days": 7,
            "close_days": 14,
            "blocker_days": 14,
            "late_from": 0.6666666666666666,
            "most_lowered": 1,
            "early_until": 0.3333333333333333,
            "full_from": 3,
            "full_score": 1.0,
            "jump_back": 0.3,
            "manual_distance": 0.2,
            "high_confidence": 0.7,
            "low_confidence": 0.3,
            "ahead": 0.1,
            "same_confidence": 5,
        }
    )

    fewest_objectives: int
    most_objectives: int
    fewest_key_results: int
    most_key_results: int
    committed_key_results: int
    same_ambition_from: int
    largest_share: float
    objective_title_chars: int
    key_result_title_chars: int
    first_year: int
    last_year: int
    year_words: tuple[str, ...]
    number_words: tuple[str, ...]
    activity_words: tuple[str, ...]
    output_words: tuple[str, ...]
    vague_words: tuple[str, ...]
    rising_words: tuple[str, ...]
    falling_words: tuple[str, ...]
    joining_words: tuple[str, ...]
    most_owned: int
    first_reading_days: int
    kept_days: int
    kept_check_ins: int
    one_kind_from: int
    only_done_from: int
    guardrail_days: int
    staleness: StalenessPolicy
    first_check_in_days: int
    close_days: int
    blocker_days: int
    late_from: float
    most_lowered: int
    early_until: float
    full_from: int
    full_score: float
    jump_back: float
    manual_distance: float
    high_confidence: float
    low_confidence: float
    ahead: float
    same_confidence: int

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        fewest_objectives: int = 3,
        most_objectives: int = 5,
        fewest_key_results: int = 2,
        most_key_results: int = 5,
        committed_key_results: int = 2,
        same_ambition_from: int = 3,
        largest_share: Number = 0.8,
        objective_title_chars: int = 90,
        key_result_title_chars: int = 120,
        first_year: int = 1900,
        last_year: int = 2199,
        year_words: Iterable[str] = (
            "in",
            "by",
            "year",
            "since",
            "until",
            "till",
            "before",
            "after",
            "during",
            "fy",
            "end",
            "عام",
            "سنة",
            "في",
            "نهاية",
            "منذ",
            "حتى",
            "قبل",
            "بعد",
            "خلال",
        ),
        number_words: Iterable[str] = (
            "ten",
            "eleven",
            "twelve",
            "fifteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
            "hundred",
            "thousand",
            "million",
            "billion",
            "dozen",
            "عشرة",
            "عشر",
            "عشرين",
            "عشرون",
            "ثلاثين",
            "ثلاثون",
            "أربعين",
            "أربعون",
            "خمسين",
            "خمسون",
            "ستين",
            "ستون",
            "سبعين",
            "سبعون",
            "ثمانين",
            "ثمانون",
            "تسعين",
            "تسعون",
            "مئة",
            "مائة",
            "مئتين",
            "مئتان",
            "مئات",
            "ألف",
            "ألفين",
            "ألفان",
            "آلاف",
            "مليون",
            "ملايين",
            "مليار",
        ),
        activity_words: Iterable[str] = (
            "help",
            "support",
            "assist",
            "participate",
            "attend",
            "analyse",
            "analyze",
            "explore",
            "discuss",
            "review",
            "research",
            "investigate",
            "consult",
            "monitor",
            "coordinate",
            "collaborate",
            "cooperate",
            "work on",
            "work with",
            "focus on",
            "look into",
            "continue",
            "try",
            "prepare",
            "study",
            "evaluate",
            "contribute",
            "communicate",
            "مساعدة",
            "دعم",
            "مشاركة",
            "حضور",
            "تحليل",
            "دراسة",
            "مناقشة",
            "مراجعة",
            "بحث",
            "متابعة",
            "تنسيق",
            "تعاون",
            "استكشاف",
            "تقييم",
            "استمرار",
            "التركيز على",
            "العمل على",
        ),
        output_words: Iterable[str] = (
            "launch",
            "build",
            "create",
            "develop",
            "implement",
            "ship",
            "release",
            "publish",
            "deliver",
            "roll out",
            "introduce",
            "deploy",
            "design",
            "write",
            "produce",
            "set up",
            "install",
            "organise",
            "organize",
            "host",
            "hold",
            "run",
            "train",
            "complete",
            "finish",
            "adopt",
            "migrate",
            "document",
            "إطلاق",
            "بناء",
            "إنشاء",
            "تطوير",
            "تنفيذ",
            "نشر",
            "تسليم",
            "إدخال",
            "تصميم",
            "كتابة",
            "إنتاج",
            "تنظيم",
            "عقد",
            "تدريب",
            "إعداد",
            "اعتماد",
            "تشغيل",
            "إكمال",
            "إرساء",
            "توثيق",
        ),
        vague_words: Iterable[str] = (
            "improve",
            "better",
            "enhance",
            "optimise",
            "optimize",
            "strengthen",
            "boost",
            "significantly",
            "substantially",
            "effective",
            "efficient",
            "more",
            "less",
            "great",
            "world class",
            "seamless",
            "as much as possible",
            "تحسين",
            "أفضل",
            "تعزيز",
            "أكثر",
            "أقل",
            "ملحوظ",
            "فعال",
            "متميز",
            "بشكل كبير",
            "قدر الإمكان",
        ),
        rising_words: Iterable[str] = ("increase", "raise", "grow", "lift", "double", "triple", "زيادة", "رفع", "تنمية", "مضاعفة"),
        falling_words: Iterable[str] = (
            "reduce",
            "cut",
            "lower",
            "decrease",
            "shorten",
            "halve",
            "shrink",
            "خفض",
            "تخفيض",
            "تقليل",
            "تقليص",
            "تقصير",
        ),
        joining_words: Iterable[str] = ("and", "then", "to", "by", "while", "ثم", "أو"),
        most_owned: int = 6,
        first_reading_days: int = 7,
        kept_days: int = 45,
        kept_check_ins: int = 4,
        one_kind_from: int = 3,
        only_done_from: int = 2,
        guardrail_days: int = 31,
        staleness: StalenessPolicy | None = None,
        first_check_in_days: int = 7,
        close_days: int = 14,
        blocker_days: int = 14,
        late_from: Number = 0.6666666666666666,
        most_lowered: int = 1,
        early_until: Number = 0.3333333333333333,
        full_from: int = 3,
        full_score: Number = 1.0,
        jump_back: Number = 0.3,
        manual_distance: Number = 0.2,
        high_confidence: Number = 0.7,
        low_confidence: Number = 0.3,
        ahead: Number = 0.1,
        same_confidence: int = 5,
    ) -> None:
        self._fill(
            fewest_objectives,
            most_objectives,
            fewest_key_results,
            most_key_results,
            committed_key_results,
            same_ambition_from,
            largest_share,
            objective_title_chars,
            key_result_title_chars,
            first_year,
            last_year,
            year_words,
            number_words,
            activity_words,
            output_words,
            vague_words,
            rising_words,
            falling_words,
            joining_words,
            most_owned,
            first_reading_days,
            kept_days,
            kept_check_ins,
            one_kind_from,
            only_done_from,
            guardrail_days,
            staleness,
            first_check_in_days,
            close_days,
            blocker_days,
            late_from,
            most_lowered,
            early_until,
            full_from,
            full_score,
            jump_back,
            manual_distance,
            high_confidence,
            low_confidence,
            ahead,
            same_confidence,
        )


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class LintReport(_LintReport):
    """All that the rules find.

    Attributes:
        findings: What is to be looked at: rule by rule in the order of ``rules``, within a rule in the order of the
            document.
        ignored: What the plan accepts, likewise.

    Example:
        >>> one = okrkit.LintReport.from_dict({'findings': [], 'ignored': []})
        >>> okrkit.LintReport.from_json(one.to_json()) == one
        True
    """

    findings: tuple[Finding, ...]
    ignored: tuple[Ignored, ...]

    def __init__(
        self,
        findings: Iterable[Finding],
        ignored: Iterable[Ignored],
    ) -> None:
        self._fill(findings, ignored)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class MergeReport(_MergeReport):
    """What came of a merge, beside the plan.

    Attributes:
        conflicts: What both sides changed, and not alike. Everything else is merged without a loss.
        refused: Why there is no plan: each side is valid, and both together are not. ``null`` where there is one.

    Example:
        >>> one = okrkit.MergeReport.from_dict({'conflicts': [], 'refused': None})
        >>> okrkit.MergeReport.from_json(one.to_json()) == one
        True
    """

    conflicts: tuple[Conflict, ...]
    refused: Refused | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        conflicts: Iterable[Conflict],
        refused: Refused | None,
    ) -> None:
        self._fill(conflicts, refused)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class MovedGoalposts(Value):
    """A node whose score depends on which terms count.

    Attributes:
        node: The id of the key result, or of an objective with such a one below it.
        n_amendments: How many amendments are in force; 0 for an objective.
        amended_on: The day of the last of them.
        reason: Why, in the words of the last of them.
        original_target: The target as it was written.
        target: The target in force.
        original_score: The computed score by the original terms.
        score: The computed score by the terms in force.

    Example:
        >>> one = okrkit.MovedGoalposts.from_dict({'node': 'grow', 'n_amendments': 1, 'amended_on': None, 'reason': None, 'original_target': None, 'target': None, 'original_score': None, 'score': None})
        >>> okrkit.MovedGoalposts.from_json(one.to_json()) == one
        True
    """

    node: str
    n_amendments: int
    amended_on: dt.date | None
    reason: str | None
    original_target: float | None
    target: float | None
    original_score: float | None
    score: float | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        node: str,
        n_amendments: int,
        amended_on: Day | None,
        reason: str | None,
        original_target: Number | None,
        target: Number | None,
        original_score: Number | None,
        score: Number | None,
    ) -> None:
        self._fill(node, n_amendments, amended_on, reason, original_target, target, original_score, score)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class NextStep(Value):
    """What one node asks for.

    Attributes:
        node: The id of the objective or key result.
        what: What it asks for.
        score: Its score.
        success: The score that success asks for.
        discipline: Of a key result with slots: the share of check-ins that came in time.
        blocker: What stands in the way, in the words of the last check-in.
        people: Who is asked.

    Example:
        >>> one = okrkit.NextStep.from_dict({'node': 'grow', 'what': 'measure', 'score': None, 'success': None, 'discipline': None, 'blocker': None, 'people': []})
        >>> okrkit.NextStep.from_json(one.to_json()) == one
        True
    """

    node: str
    what: Any
    score: float | None
    success: float | None
    discipline: float | None
    blocker: str | None
    people: tuple[str, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        node: str,
        what: Any,
        score: Number | None,
        success: Number | None,
        discipline: Number | None,
        blocker: str | None,
        people: Iterable[str],
    ) -> None:
        self._fill(node, what, score, success, discipline, blocker, people)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class NodeChange(Value):
    """A node whose figures would not be the same.

    Attributes:
        node: The id of the objective or key result.
        presence: Whether it is there before and after.
        figures: The figures that differ, to the last bit, in the order of ``ChangedFigure::ALL``. Of what the
            original terms give, that is the progress alone; their target and score are on the scorecards.
        because: What made them differ: edits in their order, then members in that of the roll-up, then shares.

    Example:
        >>> one = okrkit.NodeChange.from_dict({'node': 'grow', 'presence': 'kept', 'figures': [], 'because': []})
        >>> okrkit.NodeChange.from_json(one.to_json()) == one
        True
    """

    node: str
    presence: Presence
    figures: tuple[FigureChange, ...]
    because: tuple[Cause, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        node: str,
        presence: Presence | Literal["kept", "added", "removed"],
        figures: Iterable[FigureChange],
        because: Iterable[Cause],
    ) -> None:
        self._fill(node, presence, figures, because)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class NodeScore(Value):
    """The figures that objectives and key results have in common.

    Everything is on the scale 0–1 unless it says otherwise.

    Attributes:
        outcome: Whether progress is a number, and if not, what kind of none it is.
        reason:
        progress: How far it is. It may lie beyond 0 and 1 where the profile does not clamp it.
        score: The score, in [0,1]: the manual one where there is one.
        grade: F14: the grade of the score.
        band: The band of the grade.
        expected: F12: the progress that is expected on the day.
        gap: Expected − progress.
        ratio: Progress / expected; none where nothing is expected yet.
        elapsed: F11: the share of its time that has gone.
        status: F13.
        confidence: How likely success is in the owners' eyes: the latest of a key result, F9 of the members' for an
            objective.
        stage: The stage on the day.
        starts: Its first day.
        ends: Its last day.
        days_since_check_in: Days since the last check-in of any kind; for an objective the freshest of its key
            results.
        computed_score: The computed score, where a manual one takes its place.

    Example:
        >>> one = okrkit.NodeScore.from_dict({'outcome': 'value', 'reason': None, 'progress': None, 'score': None, 'grade': None, 'band': None, 'expected': 0.5, 'gap': None, 'ratio': None, 'elapsed': 0.5, 'status': 'not_started', 'confidence': None, 'stage': 'active', 'starts': '2026-01-01', 'ends': '2026-03-31', 'days_since_check_in': None})
        >>> okrkit.NodeScore.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"computed_score": None})

    outcome: Literal["value", "no_data", "undefined", "not_scored"]
    reason: Reason | None
    progress: float | None
    score: float | None
    grade: float | None
    band: str | None
    expected: float
    gap: float | None
    ratio: float | None
    elapsed: float
    status: Status
    confidence: float | None
    stage: Stage
    starts: dt.date
    ends: dt.date
    days_since_check_in: int | None
    computed_score: float | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        outcome: Literal["value", "no_data", "undefined", "not_scored"],
        reason: Reason | Literal["no_check_ins", "start", "baseline", "no_members", "no_distance", "target_zero", "overflow"] | None,
        progress: Number | None,
        score: Number | None,
        grade: Number | None,
        band: str | None,
        expected: Number,
        gap: Number | None,
        ratio: Number | None,
        elapsed: Number,
        status: Status
        | Literal["not_started", "no_data", "not_scored", "on_track", "behind", "at_risk", "achieved", "missed", "closed", "dropped"],
        confidence: Number | None,
        stage: Stage | Literal["active", "draft", "closed", "dropped"],
        starts: Day,
        ends: Day,
        days_since_check_in: int | None,
        *,
        computed_score: Number | None = None,
    ) -> None:
        self._fill(
            outcome,
            reason,
            progress,
            score,
            grade,
            band,
            expected,
            gap,
            ratio,
            elapsed,
            status,
            confidence,
            stage,
            starts,
            ends,
            days_since_check_in,
            computed_score,
        )


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class NodeTrend(Value):
    """One node on every day.

    Attributes:
        node: The id of the objective or key result.
        points: One point a day, in their order.

    Example:
        >>> one = okrkit.NodeTrend.from_dict({'node': 'grow', 'points': []})
        >>> okrkit.NodeTrend.from_json(one.to_json()) == one
        True
    """

    node: str
    points: tuple[TrendPoint, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        node: str,
        points: Iterable[TrendPoint],
    ) -> None:
        self._fill(node, points)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class ObjectiveForecast(Value):
    """Where an objective is going.

    Attributes:
        objective: The id of the objective.
        as_of: The day asked about.
        progress: The progress of the day, as the scorecard shows it.
        projections: What each method says, in the order of ``Method::ALL``.

    Example:
        >>> one = okrkit.ObjectiveForecast.from_dict({'objective': 'grow', 'as_of': '2026-02-14', 'progress': {'outcome': 'value', 'value': 0.5}, 'projections': []})
        >>> okrkit.ObjectiveForecast.from_json(one.to_json()) == one
        True
    """

    objective: str
    as_of: dt.date | AsOf
    progress: Estimate
    projections: tuple[ObjectiveProjection, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        objective: str,
        as_of: Day | AsOf,
        progress: Estimate,
        projections: Iterable[ObjectiveProjection],
    ) -> None:
        self._fill(objective, as_of, progress, projections)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class ObjectiveProjection(Value):
    """What a method says of an objective at the end of its members' periods.

    Attributes:
        method: The method.
        progress: The projected progress of the members, rolled up by the profile. Where the method carries none of
            them on it is ``no_data``, with ``over`` where all are over and else ``members``: that all stays as it
            is today is no forecast.
        score: The score likewise, manual ones included, in [0,1]. One that is set by hand on the objective itself
            stays in any case.
        is_success: Whether the score without manual ones reaches the profile's success for the ambition. ``None``
            where either is missing.
        held: Members, by id, that the method has no number for and that stand where they are today, in the order of
            the roll-up: key results and, where children enter the pool, objectives.

    Example:
        >>> one = okrkit.ObjectiveProjection.from_dict({'method': 'run_rate', 'progress': {'outcome': 'value', 'value': 0.5}, 'score': {'outcome': 'value', 'value': 0.5}, 'is_success': None, 'held': []})
        >>> okrkit.ObjectiveProjection.from_json(one.to_json()) == one
        True
    """

    method: Method
    progress: Estimate
    score: Estimate
    is_success: bool | None
    held: tuple[str, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        method: Method | Literal["run_rate", "last_k", "least_squares", "theil_sen"],
        progress: Estimate,
        score: Estimate,
        is_success: bool | None,
        held: Iterable[str],
    ) -> None:
        self._fill(method, progress, score, is_success, held)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class ObjectiveScore(Value):
    """The figures of an objective: those of a ``NodeScore``, to which it derefs, and its own.

    Attributes:
        outcome: Whether progress is a number, and if not, what kind of none it is.
        reason:
        progress: How far it is. It may lie beyond 0 and 1 where the profile does not clamp it.
        score: The score, in [0,1]: the manual one where there is one.
        grade: F14: the grade of the score.
        band: The band of the grade.
        expected: F12: the progress that is expected on the day.
        gap: Expected − progress.
        ratio: Progress / expected; none where nothing is expected yet.
        elapsed: F11: the share of its time that has gone.
        status: F13.
        confidence: How likely success is in the owners' eyes: the latest of a key result, F9 of the members' for an
            objective.
        stage: The stage on the day.
        starts: Its first day.
        ends: Its last day.
        days_since_check_in: Days since the last check-in of any kind; for an objective the freshest of its key
            results.
        net_confidence: Share of the members on track or achieved − share at risk, of those with a verdict; in
            [−1,1].
        computed_score: The computed score, where a manual one takes its place.
        guardrails: The KPIs among its guardrails that are out of range on the day, by id: it is not achieved while
            there is any.

    Example:
        >>> one = okrkit.ObjectiveScore.from_dict({'outcome': 'value', 'reason': None, 'progress': None, 'score': None, 'grade': None, 'band': None, 'expected': 0.5, 'gap': None, 'ratio': None, 'elapsed': 0.5, 'status': 'not_started', 'confidence': None, 'stage': 'active', 'starts': '2026-01-01', 'ends': '2026-03-31', 'days_since_check_in': None, 'net_confidence': None})
        >>> okrkit.ObjectiveScore.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"computed_score": None, "guardrails": None})

    outcome: Literal["value", "no_data", "undefined", "not_scored"]
    reason: Reason | None
    progress: float | None
    score: float | None
    grade: float | None
    band: str | None
    expected: float
    gap: float | None
    ratio: float | None
    elapsed: float
    status: Status
    confidence: float | None
    stage: Stage
    starts: dt.date
    ends: dt.date
    days_since_check_in: int | None
    net_confidence: float | None
    computed_score: float | None
    guardrails: tuple[str, ...] | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        outcome: Literal["value", "no_data", "undefined", "not_scored"],
        reason: Reason | Literal["no_check_ins", "start", "baseline", "no_members", "no_distance", "target_zero", "overflow"] | None,
        progress: Number | None,
        score: Number | None,
        grade: Number | None,
        band: str | None,
        expected: Number,
        gap: Number | None,
        ratio: Number | None,
        elapsed: Number,
        status: Status
        | Literal["not_started", "no_data", "not_scored", "on_track", "behind", "at_risk", "achieved", "missed", "closed", "dropped"],
        confidence: Number | None,
        stage: Stage | Literal["active", "draft", "closed", "dropped"],
        starts: Day,
        ends: Day,
        days_since_check_in: int | None,
        net_confidence: Number | None,
        *,
        computed_score: Number | None = None,
        guardrails: Iterable[str] | None = None,
    ) -> None:
        self._fill(
            outcome,
            reason,
            progress,
            score,
            grade,
            band,
            expected,
            gap,
            ratio,
            elapsed,
            status,
            confidence,
            stage,
            starts,
            ends,
            days_since_check_in,
            net_confidence,
            computed_score,
            guardrails,
        )


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class OfCycle(Value):
    """The cycle with this id.

    Attributes:
        cycle:

    Example:
        >>> one = okrkit.OfCycle.from_dict({'cycle': 'q1'})
        >>> okrkit.OfCycle.from_json(one.to_json()) == one
        True
    """

    cycle: str

    def __init__(
        self,
        cycle: str,
    ) -> None:
        self._fill(cycle)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class OfKeyResult(Value):
    """The key result with this id.

    Attributes:
        key_result:

    Example:
        >>> one = okrkit.OfKeyResult.from_dict({'key_result': 'revenue'})
        >>> okrkit.OfKeyResult.from_json(one.to_json()) == one
        True
    """

    key_result: str

    def __init__(
        self,
        key_result: str,
    ) -> None:
        self._fill(key_result)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class OfKpi(Value):
    """The KPI with this id.

    Attributes:
        kpi:

    Example:
        >>> one = okrkit.OfKpi.from_dict({'kpi': 'kpi'})
        >>> okrkit.OfKpi.from_json(one.to_json()) == one
        True
    """

    kpi: str

    def __init__(
        self,
        kpi: str,
    ) -> None:
        self._fill(kpi)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class OfLink(Value):
    """The link between two.

    Attributes:
        link:

    Example:
        >>> one = okrkit.OfLink.from_dict({'link': {'child': 'grow', 'parent': 'lead'}})
        >>> okrkit.OfLink.from_json(one.to_json()) == one
        True
    """

    link: OfLinkLink

    def __init__(
        self,
        link: OfLinkLink,
    ) -> None:
        self._fill(link)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class OfLinkLink(Value):
    """OfLinkLink.

    Attributes:
        child: The id of the child.
        parent: The id of the parent.

    Example:
        >>> one = okrkit.OfLinkLink.from_dict({'child': 'grow', 'parent': 'lead'})
        >>> okrkit.OfLinkLink.from_json(one.to_json()) == one
        True
    """

    child: str
    parent: str

    def __init__(
        self,
        child: str,
        parent: str,
    ) -> None:
        self._fill(child, parent)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class OfObjective(Value):
    """The objective with this id, its key results aside.

    Attributes:
        objective:

    Example:
        >>> one = okrkit.OfObjective.from_dict({'objective': 'grow'})
        >>> okrkit.OfObjective.from_json(one.to_json()) == one
        True
    """

    objective: str

    def __init__(
        self,
        objective: str,
    ) -> None:
        self._fill(objective)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class OfTeam(Value):
    """The team with this id.

    Attributes:
        team:

    Example:
        >>> one = okrkit.OfTeam.from_dict({'team': 'team'})
        >>> okrkit.OfTeam.from_json(one.to_json()) == one
        True
    """

    team: str

    def __init__(
        self,
        team: str,
    ) -> None:
        self._fill(team)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Original(Value):
    """What a key result would be by its original terms.

    Attributes:
        target: The target before any amendment.
        progress: The progress towards it.
        score: The score.

    Example:
        >>> one = okrkit.Original.from_dict({'target': None, 'progress': None, 'score': None})
        >>> okrkit.Original.from_json(one.to_json()) == one
        True
    """

    target: float | None
    progress: float | None
    score: float | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        target: Number | None,
        progress: Number | None,
        score: Number | None,
    ) -> None:
        self._fill(target, progress, score)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Owed(Value):
    """The check-ins that are owed on a day.

    Attributes:
        check_ins: Key result by key result, in the order of the document.
        by_person: The ids of the key results that each person owes a check-in of.
        by_team: Likewise by the id of the team.
        of_nobody: Those that nobody is named for.

    Example:
        >>> one = okrkit.Owed.from_dict({'check_ins': [], 'by_person': {}, 'by_team': {}, 'of_nobody': []})
        >>> okrkit.Owed.from_json(one.to_json()) == one
        True
    """

    check_ins: tuple[OwedCheckIn, ...]
    by_person: Mapping[str, tuple[str, ...]]
    by_team: Mapping[str, tuple[str, ...]]
    of_nobody: tuple[str, ...]

    def __init__(
        self,
        check_ins: Iterable[OwedCheckIn],
        by_person: Mapping[str, Iterable[str]],
        by_team: Mapping[str, Iterable[str]],
        of_nobody: Iterable[str],
    ) -> None:
        self._fill(check_ins, by_person, by_team, of_nobody)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class OwedCheckIn(Value):
    """A key result that wants a check-in.

    Attributes:
        key_result: The id of the key result.
        objective: The id of its objective.
        team: The id of the objective's team.
        people: The owners of the key result, else of the objective; empty where nobody is named.
        since: The day by which the first check-in of those that are owed was due, or will be.
        days_overdue: For how many days it has been due; 0 where that day is still to come, or is the day itself.
        n_slots: How many slots in a row have none, the one that runs included.
        last_served_on: The day of the check-in that served a slot last.

    Example:
        >>> one = okrkit.OwedCheckIn.from_dict({'key_result': 'revenue', 'objective': 'grow', 'team': None, 'people': [], 'since': '2026-02-14', 'days_overdue': 1, 'n_slots': 1, 'last_served_on': None})
        >>> okrkit.OwedCheckIn.from_json(one.to_json()) == one
        True
    """

    key_result: str
    objective: str
    team: str | None
    people: tuple[str, ...]
    since: dt.date
    days_overdue: int
    n_slots: int
    last_served_on: dt.date | None

    def __init__(
        self,
        key_result: str,
        objective: str,
        team: str | None,
        people: Iterable[str],
        since: Day,
        days_overdue: int,
        n_slots: int,
        last_served_on: Day | None,
    ) -> None:
        self._fill(key_result, objective, team, people, since, days_overdue, n_slots, last_served_on)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class PastReading(Value):
    """What a key result came to.

    Attributes:
        key_result: The id of the key result.
        ends: Its last day.
        reading: The reading on that day.

    Example:
        >>> one = okrkit.PastReading.from_dict({'key_result': 'revenue', 'ends': '2026-03-31', 'reading': {'outcome': 'value', 'value': 0.5}})
        >>> okrkit.PastReading.from_json(one.to_json()) == one
        True
    """

    key_result: str
    ends: dt.date
    reading: Estimate

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        key_result: str,
        ends: Day,
        reading: Estimate,
    ) -> None:
        self._fill(key_result, ends, reading)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class PlanChangeAdded(Value):
    """Something is there now. Key results of a new objective are changes of their own.

    Attributes:
        added:

    Example:
        >>> one = okrkit.PlanChangeAdded.from_dict({'added': {'of': 'plan', 'at': 1, 'value': {}}})
        >>> okrkit.PlanChangeAdded.from_json(one.to_json()) == one
        True
    """

    added: PlanChangeAddedAdded

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        added: PlanChangeAddedAdded,
    ) -> None:
        self._fill(added)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class PlanChangeAddedAdded(Value):
    """PlanChangeAddedAdded.

    Attributes:
        of: What it is.
        at: Its place in the list.
        value: As it is written.
        objective: Of a key result: the id of its objective.

    Example:
        >>> one = okrkit.PlanChangeAddedAdded.from_dict({'of': 'plan', 'at': 1, 'value': {}})
        >>> okrkit.PlanChangeAddedAdded.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"objective": None})

    of: Of
    at: int
    value: Any
    objective: str | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        of: Of,
        at: int,
        value: Any,
        *,
        objective: str | None = None,
    ) -> None:
        self._fill(of, at, value, objective)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class PlanChangeEntryAdded(Value):
    """A dated entry is there now: a check-in, an amendment, a change of stage, a manual score, a reading, a decision, or an accepted finding. One that was changed is removed and added.

    Attributes:
        entry_added:

    Example:
        >>> one = okrkit.PlanChangeEntryAdded.from_dict({'entry_added': {'of': 'plan', 'field': 'field', 'at': 1, 'entry': {}}})
        >>> okrkit.PlanChangeEntryAdded.from_json(one.to_json()) == one
        True
    """

    entry_added: PlanChangeEntryAddedEntryAdded

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        entry_added: PlanChangeEntryAddedEntryAdded,
    ) -> None:
        self._fill(entry_added)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class PlanChangeEntryAddedEntryAdded(Value):
    """PlanChangeEntryAddedEntryAdded.

    Attributes:
        of: What it is an entry of.
        field: In which list: a JSON pointer from there, such as ``/check_ins``.
        at: Its place in the list.
        entry: As it is written.

    Example:
        >>> one = okrkit.PlanChangeEntryAddedEntryAdded.from_dict({'of': 'plan', 'field': 'field', 'at': 1, 'entry': {}})
        >>> okrkit.PlanChangeEntryAddedEntryAdded.from_json(one.to_json()) == one
        True
    """

    of: Of
    field: str
    at: int
    entry: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        of: Of,
        field: str,
        at: int,
        entry: Any,
    ) -> None:
        self._fill(of, field, at, entry)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class PlanChangeEntryRemoved(Value):
    """A dated entry is gone.

    Attributes:
        entry_removed:

    Example:
        >>> one = okrkit.PlanChangeEntryRemoved.from_dict({'entry_removed': {'of': 'plan', 'field': 'field', 'at': 1, 'entry': {}}})
        >>> okrkit.PlanChangeEntryRemoved.from_json(one.to_json()) == one
        True
    """

    entry_removed: PlanChangeEntryRemovedEntryRemoved

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        entry_removed: PlanChangeEntryRemovedEntryRemoved,
    ) -> None:
        self._fill(entry_removed)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class PlanChangeEntryRemovedEntryRemoved(Value):
    """PlanChangeEntryRemovedEntryRemoved.

    Attributes:
        of: What it was an entry of.
        field: In which list.
        at: The place it had in the list.
        entry: As it was written.

    Example:
        >>> one = okrkit.PlanChangeEntryRemovedEntryRemoved.from_dict({'of': 'plan', 'field': 'field', 'at': 1, 'entry': {}})
        >>> okrkit.PlanChangeEntryRemovedEntryRemoved.from_json(one.to_json()) == one
        True
    """

    of: Of
    field: str
    at: int
    entry: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        of: Of,
        field: str,
        at: int,
        entry: Any,
    ) -> None:
        self._fill(of, field, at, entry)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class PlanChangeField(Value):
    """A field has another value.

    Attributes:
        field:

    Example:
        >>> one = okrkit.PlanChangeField.from_dict({'field': {'of': 'plan', 'field': 'field'}})
        >>> okrkit.PlanChangeField.from_json(one.to_json()) == one
        True
    """

    field: PlanChangeFieldField

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        field: PlanChangeFieldField,
    ) -> None:
        self._fill(field)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class PlanChangeFieldField(Value):
    """PlanChangeFieldField.

    Attributes:
        of: What it is a field of.
        field: Which: a JSON pointer from there, such as ``/measure/target``.
        before: What stood there; absent where nothing did.
        after: What stands there; absent where nothing does.

    Example:
        >>> one = okrkit.PlanChangeFieldField.from_dict({'of': 'plan', 'field': 'field'})
        >>> okrkit.PlanChangeFieldField.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"before": None, "after": None})

    of: Of
    field: str
    before: Any
    after: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        of: Of,
        field: str,
        *,
        before: Any = None,
        after: Any = None,
    ) -> None:
        self._fill(of, field, before, after)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class PlanChangeMoved(Value):
    """Something stands elsewhere: in another objective, or at another place among those that stayed.

    Attributes:
        moved:

    Example:
        >>> one = okrkit.PlanChangeMoved.from_dict({'moved': {'of': 'plan', 'at': 1}})
        >>> okrkit.PlanChangeMoved.from_json(one.to_json()) == one
        True
    """

    moved: PlanChangeMovedMoved

    def __init__(
        self,
        moved: PlanChangeMovedMoved,
    ) -> None:
        self._fill(moved)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class PlanChangeMovedMoved(Value):
    """PlanChangeMovedMoved.

    Attributes:
        of: What it is.
        at: Its place in the list.
        from_: Of a key result: the id of the objective it was of.
        to: Of a key result: the id of the objective it is of.

    Example:
        >>> one = okrkit.PlanChangeMovedMoved.from_dict({'of': 'plan', 'at': 1})
        >>> okrkit.PlanChangeMovedMoved.from_json(one.to_json()) == one
        True
    """

    _keys: ClassVar[Mapping[str, str]] = FrozenDict({"from_": "from"})

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"from_": None, "to": None})

    of: Of
    at: int
    from_: str | None
    to: str | None

    def __init__(
        self,
        of: Of,
        at: int,
        *,
        from_: str | None = None,
        to: str | None = None,
    ) -> None:
        self._fill(of, at, from_, to)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class PlanChangeRemoved(Value):
    """Something is gone. Key results of an objective that is gone are changes of their own.

    Attributes:
        removed:

    Example:
        >>> one = okrkit.PlanChangeRemoved.from_dict({'removed': {'of': 'plan', 'at': 1, 'value': {}}})
        >>> okrkit.PlanChangeRemoved.from_json(one.to_json()) == one
        True
    """

    removed: PlanChangeRemovedRemoved

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        removed: PlanChangeRemovedRemoved,
    ) -> None:
        self._fill(removed)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class PlanChangeRemovedRemoved(Value):
    """PlanChangeRemovedRemoved.

    Attributes:
        of: What it was.
        at: The place it had in the list.
        value: As it was written.
        objective: Of a key result: the id of its objective.

    Example:
        >>> one = okrkit.PlanChangeRemovedRemoved.from_dict({'of': 'plan', 'at': 1, 'value': {}})
        >>> okrkit.PlanChangeRemovedRemoved.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"objective": None})

    of: Of
    at: int
    value: Any
    objective: str | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        of: Of,
        at: int,
        value: Any,
        *,
        objective: str | None = None,
    ) -> None:
        self._fill(of, at, value, objective)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class PlanDiff(_PlanDiff):
    """What changed between two plans.

    Its ``Display`` is for reviewers; ``apply`` makes the second plan of the first.

    Attributes:
        changes: The changes: of the plan itself, its cycles, teams and KPIs; objective by objective in the order
            they have now, each before its key results; objectives that are gone; links.

    Example:
        >>> one = okrkit.PlanDiff.from_dict({'changes': []})
        >>> okrkit.PlanDiff.from_json(one.to_json()) == one
        True
    """

    changes: tuple[PlanChange, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        changes: Iterable[PlanChange],
    ) -> None:
        self._fill(changes)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Projection(Value):
    """What a method says of the end of the period.

    Attributes:
        method: The method.
        reading: The reading on the last day.
        progress: The progress of that reading, within the profile's clamp for what is shown.
        per_day: By how much the reading moves each day.
        reached_on: The day on which the target is reached, if it goes on like that. Today where the reading of the
            day reaches it, whatever the line says, or where the line does and nothing was checked in today; never
            before tomorrow where something was and does not. It may lie after the last day.
        not_reached: Why there is no such day: ``never``, ``beyond_horizon``, nothing to be reached, or the method
            has no line. ``None`` where there is one.

    Example:
        >>> one = okrkit.Projection.from_dict({'method': 'run_rate', 'reading': {'outcome': 'value', 'value': 0.5}, 'progress': {'outcome': 'value', 'value': 0.5}, 'per_day': {'outcome': 'value', 'value': 0.5}, 'reached_on': None, 'not_reached': None})
        >>> okrkit.Projection.from_json(one.to_json()) == one
        True
    """

    method: Method
    reading: Estimate
    progress: Estimate
    per_day: Estimate
    reached_on: dt.date | None
    not_reached: Lack | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        method: Method | Literal["run_rate", "last_k", "least_squares", "theil_sen"],
        reading: Estimate,
        progress: Estimate,
        per_day: Estimate,
        reached_on: Day | None,
        not_reached: Lack
        | Literal[
            "no_check_ins",
            "too_few_observations",
            "start",
            "baseline",
            "no_members",
            "no_distance",
            "target_zero",
            "overflow",
            "not_scored",
            "not_numeric",
            "members",
            "no_goal",
            "not_started",
            "over",
            "no_time_gone",
            "no_time_left",
            "no_interval",
            "steps",
            "never",
            "beyond_horizon",
        ]
        | None,
    ) -> None:
        self._fill(method, reading, progress, per_day, reached_on, not_reached)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Proposal(Value):
    """Quotas proposed from a history.

    Attributes:
        n_history: How many past periods it goes by.
        model: The model that was used. ``None`` where the history is too short for any.
        smoothing: How fast its parts follow the data.
        degrees_of_freedom: Errors − parameters: what Student's t has for the interval.
        quotas: One for each period ahead.

    Example:
        >>> one = okrkit.Proposal.from_dict({'n_history': 1, 'model': None, 'smoothing': None, 'degrees_of_freedom': 1, 'quotas': []})
        >>> okrkit.Proposal.from_json(one.to_json()) == one
        True
    """

    n_history: int
    model: SeasonModel | None
    smoothing: Smoothing | None
    degrees_of_freedom: int
    quotas: tuple[Quota, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        n_history: int,
        model: SeasonModel | Literal["level", "trend", "season"] | None,
        smoothing: Smoothing | None,
        degrees_of_freedom: int,
        quotas: Iterable[Quota],
    ) -> None:
        self._fill(n_history, model, smoothing, degrees_of_freedom, quotas)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class ProposalPolicy(Value):
    """How quotas are proposed.

    A policy that is read by ``call`` is refused where a number is out of its range. In Rust any number may stand
    here, and one that is beyond counts as the nearest that is not.

    Attributes:
        better: Which way is better; higher.
        coverage: How often what comes is to lie between commit and stretch, in [0,1]; 0.8, so that commit is missed
            one time in ten. At 1 there is neither: what holds always has no ends.
        ahead: For how many periods ahead quotas are proposed; 1. At most 1,000.
        richest: The richest model to be used; ``season``. A history that is too short for it gets a simpler one.
        grid: How many steps the grid of the smoothing parameters has between 0 and 1; 10. At least 1, at most 50.
        floor: What no quota is below. Without it 0 where no figure of the history is below 0, since sales, deals
            and shares are never negative, and nothing where one is. A floor that is low enough, such as −1e300, is
            none.

    Example:
        >>> one = okrkit.ProposalPolicy.from_dict({})
        >>> okrkit.ProposalPolicy.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {"better": "higher", "coverage": 0.8, "ahead": 1, "richest": "season", "grid": 10, "floor": None}
    )

    better: Better
    coverage: float
    ahead: int
    richest: SeasonModel
    grid: int
    floor: float | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        better: Better | Literal["higher", "lower"] = "higher",
        coverage: Number = 0.8,
        ahead: int = 1,
        richest: SeasonModel | Literal["level", "trend", "season"] = "season",
        grid: int = 10,
        floor: Number | None = None,
    ) -> None:
        self._fill(better, coverage, ahead, richest, grid, floor)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Quota(Value):
    """Quotas for one period.

    Attributes:
        ahead: How many periods ahead, 1 being the next.
        commit: What can be promised: the end of the interval on the worse side.
        target: What is to be expected: the forecast.
        stretch: What would be outstanding: the end of the interval on the better side.
        standard_error: The standard error of the forecast.

    Example:
        >>> one = okrkit.Quota.from_dict({'ahead': 1, 'commit': {'outcome': 'value', 'value': 0.5}, 'target': {'outcome': 'value', 'value': 0.5}, 'stretch': {'outcome': 'value', 'value': 0.5}, 'standard_error': {'outcome': 'value', 'value': 0.5}})
        >>> okrkit.Quota.from_json(one.to_json()) == one
        True
    """

    ahead: int
    commit: Estimate
    target: Estimate
    stretch: Estimate
    standard_error: Estimate

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        ahead: int,
        commit: Estimate,
        target: Estimate,
        stretch: Estimate,
        standard_error: Estimate,
    ) -> None:
        self._fill(ahead, commit, target, stretch, standard_error)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class RedactionPolicy(Value):
    """How a plan is redacted.

    Attributes:
        placeholder: What stands in the place of titles, and with a number behind it of ids: ``hidden`` gives
            ``hidden-1``. One that makes no id is passed over for ``hidden``.
        team: Whether the team of a hidden objective is told.
        owners: Who counts as an owner.
        values: Whether hidden numbers stay.
        profile: The named profile by which visible figures are to stay what they are; without it the one that the
            plan names, and ``default`` where that is one of your own. What counts of it is how numbers become
            progress: its ``progress``, ``anchors`` and ``goalposts``.
        most_days: For how many days, at most, the progress or the expected progress of one hidden key result is
            worked out, each as often as it became known anew; 1,830, which are five years.

    Example:
        >>> one = okrkit.RedactionPolicy.from_dict({})
        >>> okrkit.RedactionPolicy.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {"placeholder": "hidden", "team": "removed", "owners": "all_owners", "values": "progress", "profile": None, "most_days": 1830}
    )

    placeholder: str
    team: HiddenTeam
    owners: SeenBy
    values: HiddenValues
    profile: str | None
    most_days: int

    def __init__(
        self,
        *,
        placeholder: str = "hidden",
        team: HiddenTeam | Literal["removed", "kept"] = "removed",
        owners: SeenBy | Literal["all_owners", "owners_of_objective"] = "all_owners",
        values: HiddenValues | Literal["progress", "kept"] = "progress",
        profile: str | None = None,
        most_days: int = 1830,
    ) -> None:
        self._fill(placeholder, team, owners, values, profile, most_days)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Refused(Value):
    """A merged document that is no plan.

    Attributes:
        document: The document, to be mended.
        issues: What is wrong with it.

    Example:
        >>> one = okrkit.Refused.from_dict({'document': {}, 'issues': []})
        >>> okrkit.Refused.from_json(one.to_json()) == one
        True
    """

    document: Any
    issues: tuple[Issue, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        document: Any,
        issues: Iterable[Issue],
    ) -> None:
        self._fill(document, issues)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Required(Value):
    """What must still be reached for an objective to have a score.

    Attributes:
        objective: The id of the objective.
        as_of: The day on which it is to be reached.
        score: The score wanted.
        now: The score today.
        alike: Everybody to the same progress, those beyond it staying where they are.
        least_effort: With the least progress in all: first to whom the greatest share belongs, each as far as it
            goes.
        alone: One key result alone, for each that can be moved.
        held: Members that stay as they are, and why.

    Example:
        >>> one = okrkit.Required.from_dict({'objective': 'grow', 'as_of': '2026-02-14', 'score': 0.5, 'now': {'outcome': 'value', 'value': 0.5}, 'alike': {'outcome': 'possible', 'asks': [], 'gives': 0.5}, 'least_effort': {'outcome': 'possible', 'asks': [], 'gives': 0.5}, 'alone': [], 'held': []})
        >>> okrkit.Required.from_json(one.to_json()) == one
        True
    """

    objective: str
    as_of: dt.date | AsOf
    score: float
    now: Estimate
    alike: Route
    least_effort: Route
    alone: tuple[Alone, ...]
    held: tuple[Held, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        objective: str,
        as_of: Day | AsOf,
        score: Number,
        now: Estimate,
        alike: Route,
        least_effort: Route,
        alone: Iterable[Alone],
        held: Iterable[Held],
    ) -> None:
        self._fill(objective, as_of, score, now, alike, least_effort, alone, held)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class RequiredPolicy(Value):
    """How near a search for readings goes.

    A policy that is read by ``call``, as Python and JavaScript do it, is refused where a number is out of its
    range. In Rust any number may stand here; one out of its range counts as the end of it that is nearer, and what
    is none as 0.

    Attributes:
        same: Scores nearer than this are one, in [0, 0.001]; 1e-12. Status compares at nine decimals, and three
            more leave room for what is computed between.
        near: How near the score that a check-in gives has to be to the one it was asked for, in [0, 0.001]; 1e-10.
            What no double brings so near is refused for its precision.

    Example:
        >>> one = okrkit.RequiredPolicy.from_dict({})
        >>> okrkit.RequiredPolicy.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"same": 1e-12, "near": 1e-10})

    same: float
    near: float

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        same: Number = 1e-12,
        near: Number = 1e-10,
    ) -> None:
        self._fill(same, near)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class RequiredRate(Value):
    """How fast it has to go from today to reach the target on the last day.

    Attributes:
        remaining: What the reading still has to move: down where negative, 0 where the target is reached. Before
            the first check-in it is the whole way, from the start of the measure or from 0 where increments are
            added.
        days_left: Days from the day asked about to the last one; before it begins, from the first one.
        per_day: remaining / days left. 0 where the target is reached, ``no_time_left`` on the last day.
        per_week: The same for seven days. Worked: (500,000 − 210,000) over 42 days is 48,333.33 a week.

    Example:
        >>> one = okrkit.RequiredRate.from_dict({'remaining': {'outcome': 'value', 'value': 0.5}, 'days_left': 1, 'per_day': {'outcome': 'value', 'value': 0.5}, 'per_week': {'outcome': 'value', 'value': 0.5}})
        >>> okrkit.RequiredRate.from_json(one.to_json()) == one
        True
    """

    remaining: Estimate
    days_left: int
    per_day: Estimate
    per_week: Estimate

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        remaining: Estimate,
        days_left: int,
        per_day: Estimate,
        per_week: Estimate,
    ) -> None:
        self._fill(remaining, days_left, per_day, per_week)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class ReviewPolicy(Value):
    """How a cycle is looked back on.

    Attributes:
        near: How far short of success a score may be and ask only to be finished. 0.1 by default.
        far: Below this score a goal or the way to it is to be thought over. 0.3 by default, below which Google's
            guide sees no real progress.
        discipline_at_least: The rate of check-ins in time below which nobody can tell what a low grade means. 0.5
            by default.
        easy_score: The score from which a key result counts as easy. 1 by default.
        easy_cycles: For how many cycles in a row every result has to be easy to be told. 3 by default.
        cycle_gap_days: How many days may lie between two cycles in a row. 7 by default.
        cycle_length_tolerance: By what part of its length a cycle may be longer or shorter than the one before.
            0.25 by default, so that a year is no predecessor of a quarter.

    Example:
        >>> one = okrkit.ReviewPolicy.from_dict({})
        >>> okrkit.ReviewPolicy.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {
            "near": 0.1,
            "far": 0.3,
            "discipline_at_least": 0.5,
            "easy_score": 1.0,
            "easy_cycles": 3.0,
            "cycle_gap_days": 7.0,
            "cycle_length_tolerance": 0.25,
        }
    )

    near: float
    far: float
    discipline_at_least: float
    easy_score: float
    easy_cycles: float
    cycle_gap_days: float
    cycle_length_tolerance: float

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        near: Number = 0.1,
        far: Number = 0.3,
        discipline_at_least: Number = 0.5,
        easy_score: Number = 1.0,
        easy_cycles: Number = 3.0,
        cycle_gap_days: Number = 7.0,
        cycle_length_tolerance: Number = 0.25,
    ) -> None:
        self._fill(near, far, discipline_at_least, easy_score, easy_cycles, cycle_gap_days, cycle_length_tolerance)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class RouteImpossible(Value):
    """It cannot.

    Attributes:
        why: Why.
        at_most: The highest score on this way, where there is one.

    Example:
        >>> one = okrkit.RouteImpossible.from_dict({'outcome': 'impossible', 'why': 'not_enough', 'at_most': {'outcome': 'value', 'value': 0.5}})
        >>> okrkit.RouteImpossible.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "outcome"

    outcome: ClassVar[Literal["impossible"]] = "impossible"

    asks: ClassVar[None] = None

    gives: ClassVar[None] = None

    why: Obstacle
    at_most: Estimate

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        why: Obstacle | Literal["not_enough", "nothing_to_move", "manual_score", "out_of_range", "precision"],
        at_most: Estimate,
    ) -> None:
        self._fill(why, at_most)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class RoutePossible(Value):
    """It can be reached.

    Attributes:
        asks: What has to be reached, in the order of the roll-up; who is not named stays. Empty where the score is
            there already.
        gives: The score that gives: the one wanted, or more where steps and levels leave nothing between.

    Example:
        >>> one = okrkit.RoutePossible.from_dict({'outcome': 'possible', 'asks': [], 'gives': 0.5})
        >>> okrkit.RoutePossible.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "outcome"

    outcome: ClassVar[Literal["possible"]] = "possible"

    why: ClassVar[None] = None

    at_most: ClassVar[None] = None

    asks: tuple[Ask, ...]
    gives: float

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        asks: Iterable[Ask],
        gives: Number,
    ) -> None:
        self._fill(asks, gives)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Rule(Value):
    """A rule, with what people want to know of it.

    Attributes:
        id: The stable id, ``family.rule``. Once published it is never renamed.
        level: The level it has where the plan does not set another.
        why: Why it is there, in a sentence or two.
        fix: What to do about a finding, in one line.
        source: Where the advice comes from, if it is somebody's in particular.
        bad: What it finds: changes of the example plan (``docs/lint-plan.json``), JSON pointer → value, ``null`` to
            take away, and ``as_of`` where it is another day than the example's.
        good: The same done well: it finds nothing.

    Example:
        >>> one = okrkit.Rule.from_dict({'id': 'revenue', 'level': 'off', 'why': 'why', 'fix': 'fix', 'source': None, 'bad': 'bad', 'good': 'good'})
        >>> okrkit.Rule.from_json(one.to_json()) == one
        True
    """

    id: str
    level: LintLevel
    why: str
    fix: str
    source: str | None
    bad: str
    good: str

    def __init__(
        self,
        id: str,
        level: LintLevel | Literal["off", "note", "warning", "error"],
        why: str,
        fix: str,
        source: str | None,
        bad: str,
        good: str,
    ) -> None:
        self._fill(id, level, why, fix, source, bad, good)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Sensitivity(Value):
    """How much an objective's score moves with a key result.

    Attributes:
        key_result: The id of the key result.
        share: What part of the score it makes, in [0,1].
        per_unit: By how much the score moves for one unit of the reading, on the measure's own scale; below 0 where
            less is better. 0 where a clamp or a manual score keeps it from moving. ``no_data`` with ``steps`` where
            the score moves in steps.

    Example:
        >>> one = okrkit.Sensitivity.from_dict({'key_result': 'revenue', 'share': 0.5, 'per_unit': {'outcome': 'value', 'value': 0.5}})
        >>> okrkit.Sensitivity.from_json(one.to_json()) == one
        True
    """

    key_result: str
    share: float
    per_unit: Estimate

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        key_result: str,
        share: Number,
        per_unit: Estimate,
    ) -> None:
        self._fill(key_result, share, per_unit)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Slot(Value):
    """One length of the cadence, in which one check-in is due.

    Attributes:
        starts: Its first day.
        ends: Its last day, clipped to the cycle.
        due: The day by which the check-in is due.
        status: How that stands.
        served_on: The day of the check-in that serves it, where one does.

    Example:
        >>> one = okrkit.Slot.from_dict({'starts': '2026-01-01', 'ends': '2026-03-31', 'due': '2026-02-14', 'status': 'on_time', 'served_on': None})
        >>> okrkit.Slot.from_json(one.to_json()) == one
        True
    """

    starts: dt.date
    ends: dt.date
    due: dt.date
    status: Any
    served_on: dt.date | None

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        starts: Day,
        ends: Day,
        due: Day,
        status: Any,
        served_on: Day | None,
    ) -> None:
        self._fill(starts, ends, due, status, served_on)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Smoothing(Value):
    """How fast each part follows the data: α, β* and γ, each in [0,1]; 0 for a part the model has not.

    Attributes:
        level: α: of the level.
        trend: β*: of the trend, as a part of α.
        season: γ: of the season.

    Example:
        >>> one = okrkit.Smoothing.from_dict({'level': 0.5, 'trend': 0.5, 'season': 0.5})
        >>> okrkit.Smoothing.from_json(one.to_json()) == one
        True
    """

    level: float
    trend: float
    season: float

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        level: Number,
        trend: Number,
        season: Number,
    ) -> None:
        self._fill(level, trend, season)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Staleness(Value):
    """How old the news of a key result are.

    Attributes:
        key_result: The id of the key result.
        people: Its owners, else those of its objective.
        last_check_in: The day of the last check-in of any kind.
        days: Days since then; without a check-in since the key result's first day.
        slot_days: How many days a slot has: the length of the one that runs.
        freshness: What the policy calls that.

    Example:
        >>> one = okrkit.Staleness.from_dict({'key_result': 'revenue', 'people': [], 'last_check_in': None, 'days': 1, 'slot_days': 1, 'freshness': 'fresh'})
        >>> okrkit.Staleness.from_json(one.to_json()) == one
        True
    """

    key_result: str
    people: tuple[str, ...]
    last_check_in: dt.date | None
    days: int
    slot_days: int
    freshness: Freshness

    def __init__(
        self,
        key_result: str,
        people: Iterable[str],
        last_check_in: Day | None,
        days: int,
        slot_days: int,
        freshness: Freshness | Literal["fresh", "ageing", "stale"],
    ) -> None:
        self._fill(key_result, people, last_check_in, days, slot_days, freshness)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class StalenessPolicy(Value):
    """From when on a key result is called ageing or stale.

    Attributes:
        ageing_after_slots: Ageing where the last check-in is more than so many slots old. 1 by default.
        stale_after_slots: Stale where it is more than so many slots old. 2 by default.
        slot_days: How many days stand for a slot where no cadence is set. 14 by default.

    Example:
        >>> one = okrkit.StalenessPolicy.from_dict({})
        >>> okrkit.StalenessPolicy.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"ageing_after_slots": 1.0, "stale_after_slots": 2.0, "slot_days": 14.0})

    ageing_after_slots: float
    stale_after_slots: float
    slot_days: float

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        ageing_after_slots: Number = 1.0,
        stale_after_slots: Number = 2.0,
        slot_days: Number = 14.0,
    ) -> None:
        self._fill(ageing_after_slots, stale_after_slots, slot_days)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Template(_Template):
    """An objective of no cycle and no team, with key results that have nothing checked in.

    It is plain data: change it as you like. It is checked again when it becomes part of a plan.

    Attributes:
        id: The id, in one namespace with the key results of the whole catalogue.
        title: For people.
        description: For people, at length.
        category: ``revenue``, ``customer``, ``product``, ``process``, ``team``, or any other word.
        ambition: What success means.
        tags: Words to group by.
        key_results: How it is measured.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Template.from_dict({'id': 'revenue', 'title': 'Reach 500,000 USD in sales'})
        >>> okrkit.Template.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {"description": None, "category": None, "ambition": "aspirational", "tags": {}, "key_results": [], "ext": None}
    )

    id: str
    title: Text
    description: Text | None
    category: str | None
    ambition: Ambition
    tags: Mapping[str, str]
    key_results: tuple[KeyResult, ...]
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        id: str,
        title: Text,
        *,
        description: Text | None = None,
        category: str | None = None,
        ambition: Ambition | Literal["aspirational", "committed", "learning"] = "aspirational",
        tags: Mapping[str, str] = FrozenDict(),
        key_results: Iterable[KeyResult] = (),
        ext: Any = None,
    ) -> None:
        self._fill(id, title, description, category, ambition, tags, key_results, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class TooEasy(Value):
    """Somebody whose every result was easy, cycle after cycle.

    Attributes:
        whom: A person or a team.
        name: Who, or the id of the team.
        cycles: The ids of the cycles, from the latest back.
        n_key_results: How many key results that were.

    Example:
        >>> one = okrkit.TooEasy.from_dict({'whom': 'person', 'name': 'name', 'cycles': [], 'n_key_results': 1})
        >>> okrkit.TooEasy.from_json(one.to_json()) == one
        True
    """

    whom: TooEasyFor
    name: str
    cycles: tuple[str, ...]
    n_key_results: int

    def __init__(
        self,
        whom: TooEasyFor | Literal["person", "team"],
        name: str,
        cycles: Iterable[str],
        n_key_results: int,
    ) -> None:
        self._fill(whom, name, cycles, n_key_results)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Trend(_Trend):
    """A plan on every day.

    Attributes:
        days: The days, rising, each once.
        nodes: Every objective followed by its key results, in the order of the document.

    Example:
        >>> one = okrkit.Trend.from_dict({'days': [], 'nodes': []})
        >>> okrkit.Trend.from_json(one.to_json()) == one
        True
    """

    days: tuple[dt.date, ...]
    nodes: tuple[NodeTrend, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        days: Iterable[Day],
        nodes: Iterable[NodeTrend],
    ) -> None:
        self._fill(days, nodes)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class TrendPoint(Value):
    """A node on a day. The figures are those of ``evaluate``, to the last bit.

    Attributes:
        on: The day.
        reading: Of a key result: what the check-ins amount to, where that is a number. For ``sum`` it is
            cumulative, as a burn-up needs.
        expected_reading: What that was to be: the expected path, else start + (target − start) × the share of time
            gone. None for a measure without such a line: thresholds, bands, zones, milestones, done, composites,
            means of children, and what is only watched.
        target: The target in force, so that a chart shows where it was moved.
        progress: Progress.
        reason: Why there is no progress.
        score: The score, in [0,1].
        expected: The progress that is expected.
        status: The status.

    Example:
        >>> one = okrkit.TrendPoint.from_dict({'on': '2026-02-14', 'reading': None, 'expected_reading': None, 'target': None, 'progress': None, 'reason': None, 'score': None, 'expected': 0.5, 'status': 'not_started'})
        >>> okrkit.TrendPoint.from_json(one.to_json()) == one
        True
    """

    on: dt.date
    reading: float | None
    expected_reading: float | None
    target: float | None
    progress: float | None
    reason: Reason | None
    score: float | None
    expected: float
    status: Status

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        on: Day,
        reading: Number | None,
        expected_reading: Number | None,
        target: Number | None,
        progress: Number | None,
        reason: Reason | Literal["no_check_ins", "start", "baseline", "no_members", "no_distance", "target_zero", "overflow"] | None,
        score: Number | None,
        expected: Number,
        status: Status
        | Literal["not_started", "no_data", "not_scored", "on_track", "behind", "at_risk", "achieved", "missed", "closed", "dropped"],
    ) -> None:
        self._fill(on, reading, expected_reading, target, progress, reason, score, expected, status)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class ValuesKept(Value):
    """A hidden key result whose numbers stand in the redacted plan.

    Attributes:
        key_result: Its id, as it is without redaction.
        why: Why.

    Example:
        >>> one = okrkit.ValuesKept.from_dict({'key_result': 'revenue', 'why': 'policy'})
        >>> okrkit.ValuesKept.from_json(one.to_json()) == one
        True
    """

    key_result: str
    why: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        key_result: str,
        why: Any,
    ) -> None:
        self._fill(key_result, why)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Viewer(Value):
    """Somebody who looks at a plan, as owners are named, and the ids of their teams. Without either anybody.

    Attributes:
        who:
        teams:

    Example:
        >>> one = okrkit.Viewer.from_dict({})
        >>> okrkit.Viewer.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"who": None, "teams": None})

    who: str | None
    teams: tuple[str, ...] | None

    def __init__(
        self,
        *,
        who: str | None = None,
        teams: Iterable[str] | None = None,
    ) -> None:
        self._fill(who, teams)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class WhatIf(_WhatIf):
    """A plan before and after some edits.

    Attributes:
        changes: Every node whose figures differ: objective by objective in the order of the document after, each
            before its key results; then what is gone, in the order of the document before.

    Example:
        >>> one = okrkit.WhatIf.from_dict({'changes': []})
        >>> okrkit.WhatIf.from_json(one.to_json()) == one
        True
    """

    changes: tuple[NodeChange, ...]

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        changes: Iterable[NodeChange],
    ) -> None:
        self._fill(changes)


#: What made the figures of a node change.
Cause: TypeAlias = CauseEdit | CauseMember | CauseShares


#: One change of a plan, by its kind.
Edit: TypeAlias = (
    EditSetTitle
    | EditSetDescription
    | EditSetProfile
    | EditSetLint
    | EditSetExt
    | EditAddCycle
    | EditChangeCycle
    | EditRemoveCycle
    | EditAddTeam
    | EditChangeTeam
    | EditRemoveTeam
    | EditAddKpi
    | EditChangeKpi
    | EditRemoveKpi
    | EditReadKpi
    | EditAddObjective
    | EditChangeObjective
    | EditRemoveObjective
    | EditAddDecision
    | EditDecide
    | EditAddKeyResult
    | EditChangeKeyResult
    | EditRemoveKeyResult
    | EditCheckIn
    | EditAmend
    | EditSetStage
    | EditSetScore
    | EditLink
    | EditUnlink
)


#: A computed figure, or why there is none. Never a made-up number.
Estimate: TypeAlias = EstimateValue | EstimateNoData


#: What a change is of.
Of: TypeAlias = Literal["plan"] | OfCycle | OfTeam | OfKpi | OfObjective | OfKeyResult | OfLink


#: One change. Places in lists are counted from 0: where something was taken out, in the list as it was before all changes; where it was put in, in the list as it is after them.
PlanChange: TypeAlias = (
    PlanChangeAdded | PlanChangeRemoved | PlanChangeMoved | PlanChangeField | PlanChangeEntryAdded | PlanChangeEntryRemoved
)


#: What the check-ins up to a day amount to, in the measure's own terms.
Reading: TypeAlias = float | bool | tuple[str, ...] | Zone | Mapping[str, Any | None]


#: A way to a score.
Route: TypeAlias = RoutePossible | RouteImpossible


#: What a step came to: a number; a word, text or day; null for nothing.
StepValue: TypeAlias = float | str | None
