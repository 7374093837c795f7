"""The parts of a plan.

Made of the JSON Schemas by ``cargo xtask stubs``; not to be edited.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, TypeAlias

from ._cycle import _Cycle
from ._value import Day, FrozenDict, Moment, Number, Value
from ._words import (
    Ambition,
    Between,
    Cadence,
    ChangeFrom,
    ChildrenRollUp,
    Combine,
    LintLevel,
    Period,
    ReadingRule,
    ShareOf,
    Source,
    Stage,
    Status,
    Visibility,
    Weekend,
    Zone,
)

__all__ = [
    "Amendment",
    "AmendmentSet",
    "Bands",
    "Change",
    "CheckIn",
    "Children",
    "Composite",
    "Cycle",
    "Decision",
    "Done",
    "Due",
    "Events",
    "Exact",
    "Figures",
    "Healthy",
    "Judge",
    "JudgeShare",
    "KeyResult",
    "Kpi",
    "KpiReading",
    "Levels",
    "Link",
    "LintIgnore",
    "LintSettings",
    "ManualScore",
    "Measure",
    "MeasureFields",
    "Metric",
    "Milestones",
    "Objective",
    "Observe",
    "Owner",
    "PathPoint",
    "Point",
    "StageChange",
    "Step",
    "Team",
    "Text",
    "Threshold",
    "Unit",
    "Zones",
]


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Amendment(Value):
    """A change of the terms in mid-cycle. Days before it are judged as they were; the original terms stay beside it.

    Attributes:
        on: From which day on. Of two on a day, the later in the list.
        reason: Why.
        set: What changes.
        by: Who decided.
        recorded: When it became known; without it at 00:00 UTC of ``on``.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Amendment.from_dict({'on': '2026-02-14', 'reason': 'a distributor left', 'set': {}})
        >>> okrkit.Amendment.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"by": None, "recorded": None, "ext": None})

    on: dt.date
    reason: str
    set: AmendmentSet
    by: str | None
    recorded: dt.datetime | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        on: Day,
        reason: str,
        set: AmendmentSet,
        *,
        by: str | None = None,
        recorded: Moment | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(on, reason, set, by, recorded, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class AmendmentSet(Value):
    """What an amendment sets.

    Attributes:
        weight: ``KeyResult::weight``. It takes a share away.
        share: ``KeyResult::share``. It takes a weight away.
        starts: ``KeyResult::starts``.
        ends: ``KeyResult::ends``.
        expected_path: ``KeyResult::expected_path``.
        measure: Fields of the measure to replace. The kind may not change.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.AmendmentSet.from_dict({})
        >>> okrkit.AmendmentSet.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {"weight": None, "share": None, "starts": None, "ends": None, "expected_path": None, "measure": None, "ext": None}
    )

    weight: float | None
    share: float | None
    starts: dt.date | None
    ends: dt.date | None
    expected_path: tuple[PathPoint, ...] | None
    measure: MeasureFields | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        weight: Number | None = None,
        share: Number | None = None,
        starts: Day | None = None,
        ends: Day | None = None,
        expected_path: Iterable[PathPoint] | None = None,
        measure: MeasureFields | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(weight, share, starts, ends, expected_path, measure, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Bands(Value):
    """F5: a score drawn by hand over the values: linear between the points, or in steps, flat outside.

    Progress and score are the same figure.

    Worked: [[0,1], [10, 0]] at 2.5 is 0.75; in steps [[0,1], [5, 0.5], [7, 0]] at 6 is 0.5.

    Attributes:
        points: The points, values rising, scores in [0,1].
        between: What holds between them.
        unit: The unit of the values.
        reading: What the values amount to.
        ext: Data of your own.

    Example:
        >>> one = okrkit.Bands.from_dict({'kind': 'bands', 'points': []})
        >>> okrkit.Bands.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"between": "linear", "unit": None, "reading": "latest", "ext": None})

    kind: ClassVar[Literal["bands"]] = "bands"

    points: tuple[Point, ...]
    between: Between
    unit: Unit | None
    reading: ReadingRule
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        points: Iterable[Sequence[Number]],
        *,
        between: Between | Literal["linear", "step"] = "linear",
        unit: Unit | None = None,
        reading: ReadingRule | Literal["latest", "sum", "mean", "max", "min"] = "latest",
        ext: Any = None,
    ) -> None:
        self._fill(points, between, unit, reading, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Change(Value):
    """F2: a number to be moved against a baseline.

    The target is t = b(1 + percent/100) or b + amount, the start b (or 0), and progress F1 between them.

    Worked: +10 % of 200 is 220, so 210 is (210 − 200)/(220 − 200) = 0.5. Ten percent of a baseline 0 is
    ``undefined`` (``no_distance``): there is no way to go.

    Attributes:
        baseline: What it is compared with. ``null`` (or absent): not known yet, progress is ``no_data`` with reason
            ``baseline``.
        percent: By how many per cent of the baseline: 10 means +10 %. One of ``percent`` and ``amount``.
        amount: By how much, on the metric's own scale. One of ``percent`` and ``amount``.
        from_: Where the way begins; without it at 0 when the reading is ``sum``, else at the baseline.
        unit: The unit of the baseline and of the check-ins.
        reading: What the values amount to.
        ext: Data of your own.

    Example:
        >>> one = okrkit.Change.from_dict({'kind': 'change'})
        >>> okrkit.Change.from_json(one.to_json()) == one
        True
    """

    _keys: ClassVar[Mapping[str, str]] = FrozenDict({"from_": "from"})

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {"baseline": None, "percent": None, "amount": None, "from_": None, "unit": None, "reading": "latest", "ext": None}
    )

    kind: ClassVar[Literal["change"]] = "change"

    baseline: float | None
    percent: float | None
    amount: float | None
    from_: Any
    unit: Unit | None
    reading: ReadingRule
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        baseline: Number | None = None,
        percent: Number | None = None,
        amount: Number | None = None,
        from_: Any = None,
        unit: Unit | None = None,
        reading: ReadingRule | Literal["latest", "sum", "mean", "max", "min"] = "latest",
        ext: Any = None,
    ) -> None:
        self._fill(baseline, percent, amount, from_, unit, reading, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class CheckIn(Value):
    """What was known of a key result on a day.

    It carries the figures that its measure takes, any of the rest, or a note alone.

    Attributes:
        on: The day it is of.
        value: A number on the measure's own scale (85 means 85 %).
        done: Whether it is done.
        steps_done: Ids of steps done since.
        steps_undone: Ids of steps that turned out not to be done.
        zone: The zone it is in.
        event: That one event took place.
        met: Of a batch: how many met the threshold.
        of: Of a batch: how many there were.
        parts: The figures of the parts of a composite.
        confidence: How likely success is in the owner's eyes, in [0,1].
        note: In words.
        by: Who checked in.
        source: Where it comes from.
        status: The owner's own call. It is shown as ``owner_status`` and never used.
        id: Names the check-in, so that a later one can correct it.
        replaces: The ``id`` of a check-in that stands earlier in the list, and that this one takes the place of.
        void: With ``replaces``: withdraws the earlier one and puts nothing in its place.
        blocker: What stands in the way, until a later check-in.
        recorded: When it became known; without it at 00:00 UTC of ``on``.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.CheckIn.from_dict({'on': '2026-02-14'})
        >>> okrkit.CheckIn.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {
            "value": None,
            "done": None,
            "steps_done": None,
            "steps_undone": None,
            "zone": None,
            "event": False,
            "met": None,
            "of": None,
            "parts": {},
            "confidence": None,
            "note": None,
            "by": None,
            "source": "manual",
            "status": None,
            "id": None,
            "replaces": None,
            "void": False,
            "blocker": None,
            "recorded": None,
            "ext": None,
        }
    )

    on: dt.date
    value: float | None
    done: bool | None
    steps_done: tuple[str, ...] | None
    steps_undone: tuple[str, ...] | None
    zone: Zone | None
    event: bool
    met: float | None
    of: float | None
    parts: Mapping[str, Figures]
    confidence: float | None
    note: str | None
    by: str | None
    source: Source
    status: Status | None
    id: str | None
    replaces: str | None
    void: bool
    blocker: str | None
    recorded: dt.datetime | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        on: Day,
        *,
        value: Number | None = None,
        done: bool | None = None,
        steps_done: Iterable[str] | None = None,
        steps_undone: Iterable[str] | None = None,
        zone: Zone | Literal["fail", "commit", "target", "stretch"] | None = None,
        event: bool = False,
        met: Number | None = None,
        of: Number | None = None,
        parts: Mapping[str, Figures] = FrozenDict(),
        confidence: Number | None = None,
        note: str | None = None,
        by: str | None = None,
        source: Source | Literal["manual", "api", "import"] = "manual",
        status: Status
        | Literal["not_started", "no_data", "not_scored", "on_track", "behind", "at_risk", "achieved", "missed", "closed", "dropped"]
        | None = None,
        id: str | None = None,
        replaces: str | None = None,
        void: bool = False,
        blocker: str | None = None,
        recorded: Moment | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(
            on,
            value,
            done,
            steps_done,
            steps_undone,
            zone,
            event,
            met,
            of,
            parts,
            confidence,
            note,
            by,
            source,
            status,
            id,
            replaces,
            void,
            blocker,
            recorded,
            ext,
        )


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Children(Value):
    """What contributing links bring to a key result, instead of check-ins of its own.

    Worked: children at 29 of 30, 30 of 30 and 20 of 40: added 79 of 100 = 0.79; averaged (0.967 + 1 + 0.5)/3 =
    0.822.

    Attributes:
        roll_up: How they roll up.
        start: For ``sum``, required: where the sum began.
        target: For ``sum``, required: where it shall be.
        unit: For ``sum``: the unit, the same as each child's.
        ext: Data of your own.

    Example:
        >>> one = okrkit.Children.from_dict({'kind': 'children'})
        >>> okrkit.Children.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"roll_up": "mean", "start": None, "target": None, "unit": None, "ext": None})

    kind: ClassVar[Literal["children"]] = "children"

    roll_up: Any
    start: float | None
    target: float | None
    unit: Unit | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        roll_up: Any = "mean",
        start: Number | None = None,
        target: Number | None = None,
        unit: Unit | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(roll_up, start, target, unit, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Composite(Value):
    """Several measures that make one result together, such as a system launched *and* used.

    Each part's progress is clamped to [0,1], then combined; a part without data leaves the whole without.

    Worked: launched (1) and adopted by 45 of 90 (0.5): the mean is 0.75, the weaker part 0.5, the product 0.5.

    Attributes:
        parts: The parts by name, at least one; none of them composite, children or observe.
        combine: How they combine.
        ext: Data of your own.

    Example:
        >>> one = okrkit.Composite.from_dict({'kind': 'composite', 'parts': {}, 'combine': 'mean'})
        >>> okrkit.Composite.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"ext": None})

    kind: ClassVar[Literal["composite"]] = "composite"

    parts: Mapping[str, Measure]
    combine: Combine
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        parts: Mapping[str, Measure],
        combine: Combine | Literal["mean", "min", "product"],
        *,
        ext: Any = None,
    ) -> None:
        self._fill(parts, combine, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Cycle(_Cycle):
    """A span of days in which objectives are pursued.

    Attributes:
        id: The id; cycles have a namespace of their own.
        starts: The first day.
        ends: The last day.
        title: For people.
        description: For people, at length.
        parent: The cycle this one is a part of.
        check_in_every: How often key results of this cycle are checked in, from its first day.
        check_in_due: When in a slot that is due; without it on its last day.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Cycle.from_dict({'id': 'revenue', 'starts': '2026-01-01', 'ends': '2026-03-31'})
        >>> okrkit.Cycle.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {"title": None, "description": None, "parent": None, "check_in_every": None, "check_in_due": None, "ext": None}
    )

    id: str
    starts: dt.date
    ends: dt.date
    title: Text | None
    description: Text | None
    parent: str | None
    check_in_every: Cadence | None
    check_in_due: Due | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        id: str,
        starts: Day,
        ends: Day,
        *,
        title: Text | None = None,
        description: Text | None = None,
        parent: str | None = None,
        check_in_every: Cadence | Literal["day", "week", "two_weeks", "month", "quarter"] | None = None,
        check_in_due: Due | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(id, starts, ends, title, description, parent, check_in_every, check_in_due, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Decision(Value):
    """Something to be decided.

    Attributes:
        what: What is to be decided.
        due: The day by which it is due.
        by: Who decides.
        decided: The day on which it was decided. Without it the decision is open.
        outcome: What was decided.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Decision.from_dict({'what': 'hire a second closer', 'due': '2026-02-14'})
        >>> okrkit.Decision.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"by": None, "decided": None, "outcome": None, "ext": None})

    what: str
    due: dt.date
    by: str | None
    decided: dt.date | None
    outcome: str | None
    ext: Any

    def __init__(
        self,
        what: str,
        due: Day,
        *,
        by: str | None = None,
        decided: Day | None = None,
        outcome: str | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(what, due, by, decided, outcome, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Done(Value):
    """Done (1) or not (0), by the latest check-in that says.

    Attributes:
        ext: Data of your own.

    Example:
        >>> one = okrkit.Done.from_dict({'kind': 'done'})
        >>> okrkit.Done.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"ext": None})

    kind: ClassVar[Literal["done"]] = "done"

    ext: Any

    def __init__(
        self,
        *,
        ext: Any = None,
    ) -> None:
        self._fill(ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Due(Value):
    """When the check-in of a slot is due.

    Attributes:
        on: On which day of the slot.
        day: With ``day_of_month``: which, 1 to 31.
        weekend: What first and last weekdays leave out.
        grace_days: For how many days after it is due a check-in still counts for the slot, as late. Whole, 0 or
            more.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Due.from_dict({})
        >>> okrkit.Due.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {"on": "slot_end", "day": None, "weekend": "saturday_sunday", "grace_days": 0.0, "ext": None}
    )

    on: Any
    day: float | None
    weekend: Weekend
    grace_days: float
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        on: Any = "slot_end",
        day: Number | None = None,
        weekend: Weekend | Literal["saturday_sunday", "friday_saturday"] = "saturday_sunday",
        grace_days: Number = 0.0,
        ext: Any = None,
    ) -> None:
        self._fill(on, day, weekend, grace_days, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Events(Value):
    """F7: occurrences: Σ/count.

    Each check-in with ``value`` or ``event`` is one, worth 1; where ``each_at_least`` is given, 1 when its value
    reaches it, else 0, or ``value/each_at_least`` within 0 and 1 when ``partial``.

    Worked: 5 webinars of 200 attendees, held with 250, 180 and 200: (1 + 0 + 1)/5 = 0.4; partly counted (1 + 0.9 +
    1)/5 = 0.58.

    Attributes:
        count: How many there shall be, above 0.
        each_at_least: What each must reach to count, above 0.
        partial: Whether one that falls short counts in part.
        unit: The unit of the values.
        reading: Allowed as on every measure that takes values; the reading of events is always the worth that
            counted.
        ext: Data of your own.

    Example:
        >>> one = okrkit.Events.from_dict({'kind': 'events', 'count': 0.5})
        >>> okrkit.Events.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {"each_at_least": None, "partial": False, "unit": None, "reading": "latest", "ext": None}
    )

    kind: ClassVar[Literal["events"]] = "events"

    count: float
    each_at_least: float | None
    partial: bool
    unit: Unit | None
    reading: ReadingRule
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        count: Number,
        *,
        each_at_least: Number | None = None,
        partial: bool = False,
        unit: Unit | None = None,
        reading: ReadingRule | Literal["latest", "sum", "mean", "max", "min"] = "latest",
        ext: Any = None,
    ) -> None:
        self._fill(count, each_at_least, partial, unit, reading, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Exact(Value):
    """F4: a number to be hit, where more is as wrong as less: 1 within the tolerance, else max(0, 1 − |c − t|/|t − s|).

    Worked: exactly 5 from 0, at 6: 1 − 1/5 = 0.8; at 10: 0.

    Attributes:
        start: Where it began; the distance from here to the target is where progress is 0 on either side.
        target: What is to be hit.
        tolerance: How far off still counts as hit, 0 or more.
        unit: The unit of the numbers.
        reading: What the values amount to.
        ext: Data of your own.

    Example:
        >>> one = okrkit.Exact.from_dict({'kind': 'exact', 'start': 0.5, 'target': 500000})
        >>> okrkit.Exact.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"tolerance": 0.0, "unit": None, "reading": "latest", "ext": None})

    kind: ClassVar[Literal["exact"]] = "exact"

    start: float
    target: float
    tolerance: float
    unit: Unit | None
    reading: ReadingRule
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        start: Number,
        target: Number,
        *,
        tolerance: Number = 0.0,
        unit: Unit | None = None,
        reading: ReadingRule | Literal["latest", "sum", "mean", "max", "min"] = "latest",
        ext: Any = None,
    ) -> None:
        self._fill(start, target, tolerance, unit, reading, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Figures(Value):
    """The figures of one part of a composite, within a check-in.

    Attributes:
        value: ``CheckIn::value``.
        done: ``CheckIn::done``.
        steps_done: ``CheckIn::steps_done``.
        steps_undone: ``CheckIn::steps_undone``.
        zone: ``CheckIn::zone``.
        event: ``CheckIn::event``.
        met: ``CheckIn::met``.
        of: ``CheckIn::of``.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Figures.from_dict({})
        >>> okrkit.Figures.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {
            "value": None,
            "done": None,
            "steps_done": None,
            "steps_undone": None,
            "zone": None,
            "event": False,
            "met": None,
            "of": None,
            "ext": None,
        }
    )

    value: float | None
    done: bool | None
    steps_done: tuple[str, ...] | None
    steps_undone: tuple[str, ...] | None
    zone: Zone | None
    event: bool
    met: float | None
    of: float | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        value: Number | None = None,
        done: bool | None = None,
        steps_done: Iterable[str] | None = None,
        steps_undone: Iterable[str] | None = None,
        zone: Zone | Literal["fail", "commit", "target", "stretch"] | None = None,
        event: bool = False,
        met: Number | None = None,
        of: Number | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(value, done, steps_done, steps_undone, zone, event, met, of, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Healthy(Value):
    """The range in which an indicator is healthy: one bound or two.

    Attributes:
        above: Healthy where the reading is greater.
        at_least: Healthy where the reading is greater or equal.
        below: Healthy where the reading is less.
        at_most: Healthy where the reading is less or equal.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Healthy.from_dict({})
        >>> okrkit.Healthy.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"above": None, "at_least": None, "below": None, "at_most": None, "ext": None})

    above: float | None
    at_least: float | None
    below: float | None
    at_most: float | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        above: Number | None = None,
        at_least: Number | None = None,
        below: Number | None = None,
        at_most: Number | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(above, at_least, below, at_most, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class JudgeShare(Value):
    """A share of check-ins, or of slots judged by their latest check-in.

    Attributes:
        share_of: What the share is taken of.
        every: The length of a slot; without it the cycle's ``check_in_every``.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.JudgeShare.from_dict({'share_of': 'check_ins'})
        >>> okrkit.JudgeShare.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"every": None, "ext": None})

    share_of: ShareOf
    every: Cadence | None
    ext: Any

    def __init__(
        self,
        share_of: ShareOf | Literal["check_ins", "observed", "up_to_latest", "planned"],
        *,
        every: Cadence | Literal["day", "week", "two_weeks", "month", "quarter"] | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(share_of, every, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class KeyResult(Value):
    """A result by which an objective is measured.

    Attributes:
        id: The id, in one namespace with the objectives.
        title: For people.
        measure: How it is measured.
        description: For people, at length.
        owners: Who is responsible.
        weight: Its part of the objective, in proportion; 1 if neither weight nor share is given, 0 to leave it out.
        share: Instead of a weight: its part of the objective, kept as it is, in [0,1].
        starts: Its first day, if not the objective's.
        ends: Its last day, if not the objective's.
        expected_path: What is expected when, if not the straight line. Days rise; linear between, flat outside.
        stage: What held before the first of ``stages``; without those, what holds.
        stages: Its dated changes of stage.
        check_ins: What was checked in, in the order it was entered.
        amendments: Changes of its terms.
        manual_scores: Scores set by hand.
        check_in_every: How often it is checked in; else as the team of its objective says, then the cycle.
        check_in_due: When in a slot that is due; else likewise.
        continued_from: The key result of an earlier cycle that it goes on from, by id; it need not be in the plan
            any more.
        kpi: The KPI it was made of, by id.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.KeyResult.from_dict({'id': 'revenue', 'title': 'Reach 500,000 USD in sales', 'measure': {'kind': 'metric', 'target': 500000}})
        >>> okrkit.KeyResult.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {
            "description": None,
            "owners": [],
            "weight": None,
            "share": None,
            "starts": None,
            "ends": None,
            "expected_path": [],
            "stage": None,
            "stages": [],
            "check_ins": [],
            "amendments": [],
            "manual_scores": [],
            "check_in_every": None,
            "check_in_due": None,
            "continued_from": None,
            "kpi": None,
            "ext": None,
        }
    )

    id: str
    title: Text
    measure: Measure
    description: Text | None
    owners: tuple[Owner, ...]
    weight: float | None
    share: float | None
    starts: dt.date | None
    ends: dt.date | None
    expected_path: tuple[PathPoint, ...]
    stage: Stage | None
    stages: tuple[StageChange, ...]
    check_ins: tuple[CheckIn, ...]
    amendments: tuple[Amendment, ...]
    manual_scores: tuple[ManualScore, ...]
    check_in_every: Cadence | None
    check_in_due: Due | None
    continued_from: str | None
    kpi: str | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        id: str,
        title: Text,
        measure: Measure,
        *,
        description: Text | None = None,
        owners: Iterable[Owner] = (),
        weight: Number | None = None,
        share: Number | None = None,
        starts: Day | None = None,
        ends: Day | None = None,
        expected_path: Iterable[PathPoint] = (),
        stage: Stage | Literal["active", "draft", "closed", "dropped"] | None = None,
        stages: Iterable[StageChange] = (),
        check_ins: Iterable[CheckIn] = (),
        amendments: Iterable[Amendment] = (),
        manual_scores: Iterable[ManualScore] = (),
        check_in_every: Cadence | Literal["day", "week", "two_weeks", "month", "quarter"] | None = None,
        check_in_due: Due | None = None,
        continued_from: str | None = None,
        kpi: str | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(
            id,
            title,
            measure,
            description,
            owners,
            weight,
            share,
            starts,
            ends,
            expected_path,
            stage,
            stages,
            check_ins,
            amendments,
            manual_scores,
            check_in_every,
            check_in_due,
            continued_from,
            kpi,
            ext,
        )


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Kpi(Value):
    """A key performance indicator: watched in every cycle and never scored.

    Attributes:
        id: The id; KPIs have a namespace of their own.
        title: For people.
        healthy: Where it should be.
        description: For people, at length.
        team: The team it belongs to.
        owners: Who watches it.
        unit: The unit of its readings and of its range.
        readings: What it was, in the order it was entered.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Kpi.from_dict({'id': 'revenue', 'title': 'Reach 500,000 USD in sales', 'healthy': {}})
        >>> okrkit.Kpi.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {"description": None, "team": None, "owners": [], "unit": None, "readings": [], "ext": None}
    )

    id: str
    title: Text
    healthy: Healthy
    description: Text | None
    team: str | None
    owners: tuple[Owner, ...]
    unit: Unit | None
    readings: tuple[KpiReading, ...]
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        id: str,
        title: Text,
        healthy: Healthy,
        *,
        description: Text | None = None,
        team: str | None = None,
        owners: Iterable[Owner] = (),
        unit: Unit | None = None,
        readings: Iterable[KpiReading] = (),
        ext: Any = None,
    ) -> None:
        self._fill(id, title, healthy, description, team, owners, unit, readings, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class KpiReading(Value):
    """What a key performance indicator was on a day.

    Attributes:
        on: The day.
        value: On the indicator's own scale.
        note: In words.
        by: Who took it.
        source: Where it comes from.
        recorded: When it became known; without it at 00:00 UTC of ``on``.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.KpiReading.from_dict({'on': '2026-02-14', 'value': 0.5})
        >>> okrkit.KpiReading.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"note": None, "by": None, "source": "manual", "recorded": None, "ext": None})

    on: dt.date
    value: float
    note: str | None
    by: str | None
    source: Source
    recorded: dt.datetime | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        on: Day,
        value: Number,
        *,
        note: str | None = None,
        by: str | None = None,
        source: Source | Literal["manual", "api", "import"] = "manual",
        recorded: Moment | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(on, value, note, by, source, recorded, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Levels(Value):
    """F5: a number against levels, read off the profile's anchors (0 at the start, 0.3 at commit, 0.7 at target, 1 at stretch by default), linear between, flat outside. Progress and score are the same figure.

    Worked: levels 0/2/6/10 at 4: half way from 0.3 to 0.7 = 0.5. Falling levels work the same: 100/80/60/50 at 70
    is 0.5.

    Attributes:
        start: Where it began: the anchor ``fail``.
        commit: What is promised. At least one of ``commit``, ``target``, ``stretch``.
        target: What is aimed at.
        stretch: What would be outstanding.
        unit: The unit of the numbers.
        reading: What the values amount to.
        ext: Data of your own.

    Example:
        >>> one = okrkit.Levels.from_dict({'kind': 'levels', 'start': 0.5})
        >>> okrkit.Levels.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {"commit": None, "target": None, "stretch": None, "unit": None, "reading": "latest", "ext": None}
    )

    kind: ClassVar[Literal["levels"]] = "levels"

    start: float
    commit: float | None
    target: float | None
    stretch: float | None
    unit: Unit | None
    reading: ReadingRule
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        start: Number,
        *,
        commit: Number | None = None,
        target: Number | None = None,
        stretch: Number | None = None,
        unit: Unit | None = None,
        reading: ReadingRule | Literal["latest", "sum", "mean", "max", "min"] = "latest",
        ext: Any = None,
    ) -> None:
        self._fill(start, commit, target, stretch, unit, reading, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Link(Value):
    """A link from an objective or key result up to another.

    Attributes:
        child: The id of the objective or key result below.
        parent: The id of the objective or key result above.
        kind: What the link does.
        weight: Its part among the contributions to the parent, in proportion; 1 if not given, 0 to leave it out.
        starts: Its first day; without it there is none.
        ends: Its last day; without it there is none.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Link.from_dict({'child': 'grow', 'parent': 'lead'})
        >>> okrkit.Link.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"kind": "contributes", "weight": None, "starts": None, "ends": None, "ext": None})

    child: str
    parent: str
    kind: Any
    weight: float | None
    starts: dt.date | None
    ends: dt.date | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        child: str,
        parent: str,
        *,
        kind: Any = "contributes",
        weight: Number | None = None,
        starts: Day | None = None,
        ends: Day | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(child, parent, kind, weight, starts, ends, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class LintIgnore(Value):
    """A finding that is known and accepted.

    Attributes:
        rule: The rule, by its id.
        reason: Why.
        node: The objective, key result, team, cycle or KPI it is accepted for, by id; without it everywhere.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.LintIgnore.from_dict({'rule': 'shape.too_many', 'reason': 'a distributor left'})
        >>> okrkit.LintIgnore.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"node": None, "ext": None})

    rule: str
    reason: str
    node: str | None
    ext: Any

    def __init__(
        self,
        rule: str,
        reason: str,
        *,
        node: str | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(rule, reason, node, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class LintSettings(Value):
    """How a plan wants to be linted.

    Attributes:
        levels: Rules, by id, with the level they have in this plan.
        ignore: What is accepted.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.LintSettings.from_dict({})
        >>> okrkit.LintSettings.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"levels": {}, "ignore": [], "ext": None})

    levels: Mapping[str, LintLevel]
    ignore: tuple[LintIgnore, ...]
    ext: Any

    def __init__(
        self,
        *,
        levels: Mapping[str, LintLevel | Literal["off", "note", "warning", "error"]] = FrozenDict(),
        ignore: Iterable[LintIgnore] = (),
        ext: Any = None,
    ) -> None:
        self._fill(levels, ignore, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class ManualScore(Value):
    """A score set by hand. From its day on it takes the place of the computed one, which stays beside it.

    Attributes:
        on: From which day on.
        value: The score, in [0,1].
        reason: Why.
        by: Who said so.
        recorded: When it became known; without it at 00:00 UTC of ``on``.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.ManualScore.from_dict({'on': '2026-02-14', 'value': 0.5})
        >>> okrkit.ManualScore.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"reason": None, "by": None, "recorded": None, "ext": None})

    on: dt.date
    value: float
    reason: str | None
    by: str | None
    recorded: dt.datetime | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        on: Day,
        value: Number,
        *,
        reason: str | None = None,
        by: str | None = None,
        recorded: Moment | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(on, value, reason, by, recorded, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class MeasureFields(Value):
    """Fields of a measure. As the ``measure`` of an amendment it holds those to be replaced; the kind stays.

    Giving ``percent`` takes ``amount`` away, and the other way round; every other field replaces the one of its own
    name.

    Attributes:
        kind: The kind, if it is repeated.
        start: ``Metric::start``, ``Exact::start``, ``Levels::start``, ``Children::start``.
        target: ``Metric::target``, ``Exact::target``, ``Levels::target``, ``Children::target``.
        baseline: ``Change::baseline``.
        percent: ``Change::percent``.
        amount: ``Change::amount``.
        from_: ``Change::from``.
        above: ``Threshold::above``.
        at_least: ``Threshold::at_least``.
        below: ``Threshold::below``.
        at_most: ``Threshold::at_most``.
        judge: ``Threshold::judge``.
        tolerance: ``Exact::tolerance``.
        points: ``Bands::points``.
        between: ``Bands::between``.
        commit: ``Levels::commit``.
        stretch: ``Levels::stretch``.
        steps: ``Milestones::steps``.
        count: ``Events::count``.
        each_at_least: ``Events::each_at_least``.
        partial: ``Events::partial``.
        parts: ``Composite::parts``.
        combine: ``Composite::combine``.
        roll_up: ``Children::roll_up``.
        unit: The unit of the numbers.
        reading: What the values amount to.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.MeasureFields.from_dict({})
        >>> okrkit.MeasureFields.from_json(one.to_json()) == one
        True
    """

    _keys: ClassVar[Mapping[str, str]] = FrozenDict({"from_": "from"})

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {
            "kind": None,
            "start": None,
            "target": None,
            "baseline": None,
            "percent": None,
            "amount": None,
            "from_": None,
            "above": None,
            "at_least": None,
            "below": None,
            "at_most": None,
            "judge": None,
            "tolerance": None,
            "points": None,
            "between": None,
            "commit": None,
            "stretch": None,
            "steps": None,
            "count": None,
            "each_at_least": None,
            "partial": None,
            "parts": None,
            "combine": None,
            "roll_up": None,
            "unit": None,
            "reading": None,
            "ext": None,
        }
    )

    kind: str | None
    start: float | None
    target: float | None
    baseline: float | None
    percent: float | None
    amount: float | None
    from_: ChangeFrom | None
    above: float | None
    at_least: float | None
    below: float | None
    at_most: float | None
    judge: Judge | None
    tolerance: float | None
    points: tuple[Point, ...] | None
    between: Between | None
    commit: float | None
    stretch: float | None
    steps: tuple[Step, ...] | None
    count: float | None
    each_at_least: float | None
    partial: bool | None
    parts: Mapping[str, Measure] | None
    combine: Combine | None
    roll_up: ChildrenRollUp | None
    unit: Unit | None
    reading: ReadingRule | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        kind: str | None = None,
        start: Number | None = None,
        target: Number | None = None,
        baseline: Number | None = None,
        percent: Number | None = None,
        amount: Number | None = None,
        from_: ChangeFrom | Literal["baseline", "zero"] | None = None,
        above: Number | None = None,
        at_least: Number | None = None,
        below: Number | None = None,
        at_most: Number | None = None,
        judge: Judge | None = None,
        tolerance: Number | None = None,
        points: Iterable[Sequence[Number]] | None = None,
        between: Between | Literal["linear", "step"] | None = None,
        commit: Number | None = None,
        stretch: Number | None = None,
        steps: Iterable[Step] | None = None,
        count: Number | None = None,
        each_at_least: Number | None = None,
        partial: bool | None = None,
        parts: Mapping[str, Measure] | None = None,
        combine: Combine | Literal["mean", "min", "product"] | None = None,
        roll_up: ChildrenRollUp | Literal["mean", "sum", "min"] | None = None,
        unit: Unit | None = None,
        reading: ReadingRule | Literal["latest", "sum", "mean", "max", "min"] | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(
            kind,
            start,
            target,
            baseline,
            percent,
            amount,
            from_,
            above,
            at_least,
            below,
            at_most,
            judge,
            tolerance,
            points,
            between,
            commit,
            stretch,
            steps,
            count,
            each_at_least,
            partial,
            parts,
            combine,
            roll_up,
            unit,
            reading,
            ext,
        )


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Metric(Value):
    """F1: a number on its way from a start to a target, up or down: progress (c − s)/(t − s).

    Worked: from 100 to 60 at 80 is (80 − 100)/(60 − 100) = 0.5; at 110 it is −0.25.

    Attributes:
        target: Where it shall be.
        start: Where it began, on the metric's own scale. ``null`` (or absent): not known yet, progress is
            ``no_data`` with reason ``start``.
        unit: The unit of both, and of the check-ins.
        reading: What the values amount to.
        ext: Data of your own.

    Example:
        >>> one = okrkit.Metric.from_dict({'kind': 'metric', 'target': 500000})
        >>> okrkit.Metric.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"start": None, "unit": None, "reading": "latest", "ext": None})

    kind: ClassVar[Literal["metric"]] = "metric"

    target: float
    start: float | None
    unit: Unit | None
    reading: ReadingRule
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        target: Number,
        *,
        start: Number | None = None,
        unit: Unit | None = None,
        reading: ReadingRule | Literal["latest", "sum", "mean", "max", "min"] = "latest",
        ext: Any = None,
    ) -> None:
        self._fill(target, start, unit, reading, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Milestones(Value):
    """F6: weighted steps: Σw of the steps done / Σw.

    ``steps_done`` add up over the check-ins; ``steps_undone`` take back.

    Worked: weights 1, 1 and 2, with the first two done: 2/4 = 0.5.

    Attributes:
        steps: The steps, at least one, with a sum of weights above 0.
        ext: Data of your own.

    Example:
        >>> one = okrkit.Milestones.from_dict({'kind': 'milestones', 'steps': []})
        >>> okrkit.Milestones.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"ext": None})

    kind: ClassVar[Literal["milestones"]] = "milestones"

    steps: tuple[Step, ...]
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        steps: Iterable[Step],
        *,
        ext: Any = None,
    ) -> None:
        self._fill(steps, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Objective(Value):
    """What is to be brought about, in words; how far it is, its key results say.

    Attributes:
        id: The id, in one namespace with the key results.
        title: For people.
        cycle: The cycle it belongs to.
        description: For people, at length.
        team: The team it belongs to.
        owners: Who is responsible.
        category: ``revenue``, ``customer``, ``product``, ``process``, ``team``, or any other word.
        ambition: What success means.
        tags: Words to group by.
        starts: Its first day, if not the cycle's.
        ends: Its last day, if not the cycle's.
        stage: What held before the first of ``stages``; without those, what holds.
        stages: Its dated changes of stage.
        learned: What the team learned from it.
        manual_scores: Scores set by hand.
        visibility: Who sees it.
        guardrails: KPIs, by id, without whose health it is not achieved.
        decisions: What is to be decided about it.
        continued_from: The objective of an earlier cycle that it goes on from, by id; it need not be in the plan
            any more.
        key_results: How it is measured.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Objective.from_dict({'id': 'revenue', 'title': 'Reach 500,000 USD in sales', 'cycle': 'q1'})
        >>> okrkit.Objective.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {
            "description": None,
            "team": None,
            "owners": [],
            "category": None,
            "ambition": "aspirational",
            "tags": {},
            "starts": None,
            "ends": None,
            "stage": None,
            "stages": [],
            "learned": None,
            "manual_scores": [],
            "visibility": "public",
            "guardrails": [],
            "decisions": [],
            "continued_from": None,
            "key_results": [],
            "ext": None,
        }
    )

    id: str
    title: Text
    cycle: str
    description: Text | None
    team: str | None
    owners: tuple[Owner, ...]
    category: str | None
    ambition: Ambition
    tags: Mapping[str, str]
    starts: dt.date | None
    ends: dt.date | None
    stage: Stage | None
    stages: tuple[StageChange, ...]
    learned: Text | None
    manual_scores: tuple[ManualScore, ...]
    visibility: Visibility
    guardrails: tuple[str, ...]
    decisions: tuple[Decision, ...]
    continued_from: str | None
    key_results: tuple[KeyResult, ...]
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        id: str,
        title: Text,
        cycle: str,
        *,
        description: Text | None = None,
        team: str | None = None,
        owners: Iterable[Owner] = (),
        category: str | None = None,
        ambition: Ambition | Literal["aspirational", "committed", "learning"] = "aspirational",
        tags: Mapping[str, str] = FrozenDict(),
        starts: Day | None = None,
        ends: Day | None = None,
        stage: Stage | Literal["active", "draft", "closed", "dropped"] | None = None,
        stages: Iterable[StageChange] = (),
        learned: Text | None = None,
        manual_scores: Iterable[ManualScore] = (),
        visibility: Visibility | Literal["public", "team", "private"] = "public",
        guardrails: Iterable[str] = (),
        decisions: Iterable[Decision] = (),
        continued_from: str | None = None,
        key_results: Iterable[KeyResult] = (),
        ext: Any = None,
    ) -> None:
        self._fill(
            id,
            title,
            cycle,
            description,
            team,
            owners,
            category,
            ambition,
            tags,
            starts,
            ends,
            stage,
            stages,
            learned,
            manual_scores,
            visibility,
            guardrails,
            decisions,
            continued_from,
            key_results,
            ext,
        )


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Observe(Value):
    """A number that is watched and never scored: outcome and status are ``not_scored``, and it enters no roll-up.

    Attributes:
        unit: The unit of the numbers.
        reading: What the values amount to.
        ext: Data of your own.

    Example:
        >>> one = okrkit.Observe.from_dict({'kind': 'observe'})
        >>> okrkit.Observe.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"unit": None, "reading": "latest", "ext": None})

    kind: ClassVar[Literal["observe"]] = "observe"

    unit: Unit | None
    reading: ReadingRule
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        unit: Unit | None = None,
        reading: ReadingRule | Literal["latest", "sum", "mean", "max", "min"] = "latest",
        ext: Any = None,
    ) -> None:
        self._fill(unit, reading, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Owner(Value):
    """Somebody responsible.

    Attributes:
        who: Who it is, in your own terms; compared code point by code point.
        share: Their part of the responsibility, in [0,1].
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Owner.from_dict({'who': 'amal'})
        >>> okrkit.Owner.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"share": None, "ext": None})

    who: str
    share: float | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        who: str,
        *,
        share: Number | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(who, share, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class PathPoint(Value):
    """What a reading is expected to be on a day.

    Attributes:
        on: The day.
        value: On the measure's own scale.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.PathPoint.from_dict({'on': '2026-02-14', 'value': 0.5})
        >>> okrkit.PathPoint.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"ext": None})

    on: dt.date
    value: float
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        on: Day,
        value: Number,
        *,
        ext: Any = None,
    ) -> None:
        self._fill(on, value, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class StageChange(Value):
    """A dated change of stage.

    Attributes:
        on: From which day on.
        stage: The stage from then on.
        reason: Why.
        by: Who said so.
        recorded: When it became known; without it at 00:00 UTC of ``on``.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.StageChange.from_dict({'on': '2026-02-14'})
        >>> okrkit.StageChange.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"stage": "active", "reason": None, "by": None, "recorded": None, "ext": None})

    on: dt.date
    stage: Stage
    reason: str | None
    by: str | None
    recorded: dt.datetime | None
    ext: Any

    def __init__(
        self,
        on: Day,
        *,
        stage: Stage | Literal["active", "draft", "closed", "dropped"] = "active",
        reason: str | None = None,
        by: str | None = None,
        recorded: Moment | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(on, stage, reason, by, recorded, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Step(Value):
    """One step of ``Milestones``.

    Attributes:
        id: Names the step in ``steps_done``. One step of a measure each.
        title: What is done then.
        weight: Its part of the whole, in proportion; 1 if not given.
        ends: The last day for it.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Step.from_dict({'id': 'revenue'})
        >>> okrkit.Step.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"title": "", "weight": None, "ends": None, "ext": None})

    id: str
    title: Text
    weight: float | None
    ends: dt.date | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        id: str,
        *,
        title: Text = "",
        weight: Number | None = None,
        ends: Day | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(id, title, weight, ends, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Team(Value):
    """A team. It stands above those whose parent it is, and above theirs.

    Attributes:
        id: The id; teams have a namespace of their own.
        title: For people.
        description: For people, at length.
        parent: The team above.
        level: A label such as ``company``; it has no meaning here.
        check_in_every: How often its key results are checked in; else as the nearest team above that says so, then
            the cycle.
        check_in_due: When in a slot that is due; else likewise.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Team.from_dict({'id': 'revenue', 'title': 'Reach 500,000 USD in sales'})
        >>> okrkit.Team.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {"description": None, "parent": None, "level": None, "check_in_every": None, "check_in_due": None, "ext": None}
    )

    id: str
    title: Text
    description: Text | None
    parent: str | None
    level: str | None
    check_in_every: Cadence | None
    check_in_due: Due | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        id: str,
        title: Text,
        *,
        description: Text | None = None,
        parent: str | None = None,
        level: str | None = None,
        check_in_every: Cadence | Literal["day", "week", "two_weeks", "month", "quarter"] | None = None,
        check_in_due: Due | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(id, title, description, parent, level, check_in_every, check_in_due, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Threshold(Value):
    """F3: a number to be kept within one or two bounds.

    Judged by its latest reading it is met (1) or not (0), and its status is on track or the worst there is: pace
    has no meaning for it. Judged by a share it is met / counted.

    Worked: at most 24 hours, with readings of 40 and 3 hours, judged by ``check_ins``: 1/2 = 0.5; 40 met of a batch
    of 42: 40/42 = 0.952; 9 of 13 planned weeks met: 9/13 = 0.692.

    Attributes:
        above: Met where the reading is greater.
        at_least: Met where the reading is greater or equal.
        below: Met where the reading is less.
        at_most: Met where the reading is less or equal.
        judge: How it is judged.
        unit: The unit of the bounds and of the check-ins.
        reading: What the values amount to.
        ext: Data of your own.

    Example:
        >>> one = okrkit.Threshold.from_dict({'kind': 'threshold'})
        >>> okrkit.Threshold.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {"above": None, "at_least": None, "below": None, "at_most": None, "judge": "latest", "unit": None, "reading": "latest", "ext": None}
    )

    kind: ClassVar[Literal["threshold"]] = "threshold"

    above: float | None
    at_least: float | None
    below: float | None
    at_most: float | None
    judge: Judge
    unit: Unit | None
    reading: ReadingRule
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        above: Number | None = None,
        at_least: Number | None = None,
        below: Number | None = None,
        at_most: Number | None = None,
        judge: Judge = "latest",
        unit: Unit | None = None,
        reading: ReadingRule | Literal["latest", "sum", "mean", "max", "min"] = "latest",
        ext: Any = None,
    ) -> None:
        self._fill(above, at_least, below, at_most, judge, unit, reading, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Unit(Value):
    """The unit of a measure's numbers. Two are the same when they are exactly equal; nothing is ever converted.

    Attributes:
        kind: The kind.
        code: The ISO 4217 code of a currency, e.g. ``USD``. Required there, allowed nowhere else.
        of: What is counted (any text, ``count``), or ``minute``, ``hour``, ``day``, ``week``, ``month``
            (``duration``, required there).
        per: The period of a rate.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Unit.from_dict({'kind': 'number'})
        >>> okrkit.Unit.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"code": None, "of": None, "per": None, "ext": None})

    kind: Any
    code: str | None
    of: str | None
    per: Period | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        kind: Any,
        *,
        code: str | None = None,
        of: str | None = None,
        per: Period | Literal["day", "week", "month", "quarter", "year"] | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(kind, code, of, per, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Zones(Value):
    """A level named by the owner, worth the profile's anchor (0, 0.3, 0.7, 1 by default).

    Progress and score are the same figure.

    Attributes:
        ext: Data of your own.

    Example:
        >>> one = okrkit.Zones.from_dict({'kind': 'zones'})
        >>> okrkit.Zones.from_json(one.to_json()) == one
        True
    """

    _tag: ClassVar[str | None] = "kind"

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"ext": None})

    kind: ClassVar[Literal["zones"]] = "zones"

    ext: Any

    def __init__(
        self,
        *,
        ext: Any = None,
    ) -> None:
        self._fill(ext)


#: How a threshold is judged.
Judge: TypeAlias = Literal["latest"] | JudgeShare


#: The measure of a key result.
Measure: TypeAlias = (
    Metric | Change | Threshold | Exact | Bands | Levels | Zones | Milestones | Done | Events | Composite | Children | Observe
)


#: A value and its score: [value, score].
Point: TypeAlias = tuple[float, float]


#: Text, in one language or in several: ``"Grow"`` or ``{"en": "Grow", "ar": "تنمية"}``.
Text: TypeAlias = str | Mapping[str, str]
