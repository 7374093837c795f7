"""The parts of a profile.

Made of the JSON Schemas by ``cargo xtask stubs``; not to be edited.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, TypeAlias

from ._profile import _Profile
from ._value import FrozenDict, Number, Value
from ._words import Goalposts, Missing, MultiParent, ObjectiveStatus, PaceStatus, PeriodRule, ProgressRule, RuleSeverity, Weights

__all__ = [
    "AlignRules",
    "Anchors",
    "Bounds",
    "Clamp",
    "Clamps",
    "Condition",
    "GradeBand",
    "Grading",
    "Limit",
    "MixedPool",
    "PaceRow",
    "PeriodCheck",
    "Pool",
    "Profile",
    "Success",
]


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class AlignRules(Value):
    """The alignment rules. None of them ever stops a plan from being read.

    Attributes:
        level: ``Code::AlignLevel``.
        period: ``Code::AlignPeriod``.
        parents: ``Code::AlignParents``.
        depth: ``Code::AlignDepth``.
        fan_out: ``Code::AlignFanOut``.
        orphan: ``Code::AlignOrphan``.
        double_count: ``Code::AlignDoubleCount``.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.AlignRules.from_dict({'level': 'off', 'period': {'rule': 'free', 'severity': 'off'}, 'parents': 'off', 'depth': {'max': 0.5, 'severity': 'off'}, 'fan_out': {'max': 0.5, 'severity': 'off'}, 'orphan': 'off', 'double_count': 'off'})
        >>> okrkit.AlignRules.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"ext": None})

    level: RuleSeverity
    period: PeriodCheck
    parents: RuleSeverity
    depth: Limit
    fan_out: Limit
    orphan: RuleSeverity
    double_count: RuleSeverity
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        level: RuleSeverity | Literal["off", "warning", "error"],
        period: PeriodCheck,
        parents: RuleSeverity | Literal["off", "warning", "error"],
        depth: Limit,
        fan_out: Limit,
        orphan: RuleSeverity | Literal["off", "warning", "error"],
        double_count: RuleSeverity | Literal["off", "warning", "error"],
        *,
        ext: Any = None,
    ) -> None:
        self._fill(level, period, parents, depth, fan_out, orphan, double_count, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Anchors(Value):
    """The scores of the four levels.

    Attributes:
        fail: At the start.
        commit: At what was promised.
        target: At what was aimed at.
        stretch: At the outstanding.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Anchors.from_dict({'fail': 0.5, 'commit': 0.5, 'target': 500000, 'stretch': 0.5})
        >>> okrkit.Anchors.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"ext": None})

    fail: float
    commit: float
    target: float
    stretch: float
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        fail: Number,
        commit: Number,
        target: Number,
        stretch: Number,
        *,
        ext: Any = None,
    ) -> None:
        self._fill(fail, commit, target, stretch, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Bounds(Value):
    """Bounds of a figure, all of which must hold. Figures are compared at nine decimals, so that 0.5 − 0.4 is 0.1.

    Attributes:
        above: Greater than this.
        at_least: This or greater.
        below: Less than this.
        at_most: This or less.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Bounds.from_dict({})
        >>> okrkit.Bounds.from_json(one.to_json()) == one
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
class Clamp(Value):
    """Bounds of a progress figure; ``null`` is none.

    Attributes:
        floor: What is below counts as this.
        cap: What is above counts as this.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Clamp.from_dict({'floor': None, 'cap': None})
        >>> okrkit.Clamp.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"ext": None})

    floor: float | None
    cap: float | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        floor: Number | None,
        cap: Number | None,
        *,
        ext: Any = None,
    ) -> None:
        self._fill(floor, cap, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Clamps(Value):
    """Where progress is clamped. A score is within [0,1] in every profile.

    Attributes:
        shown: The progress of key results, as it is shown.
        member: What a member brings into a roll-up.
        objective: The progress of objectives.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Clamps.from_dict({'shown': {'floor': None, 'cap': None}, 'member': {'floor': None, 'cap': None}, 'objective': {'floor': None, 'cap': None}})
        >>> okrkit.Clamps.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"ext": None})

    shown: Clamp
    member: Clamp
    objective: Clamp
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        shown: Clamp,
        member: Clamp,
        objective: Clamp,
        *,
        ext: Any = None,
    ) -> None:
        self._fill(shown, member, objective, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Condition(Value):
    """What a pace row tests; all that is given must hold. A figure that is not there holds nothing.

    Attributes:
        gap: Expected − progress.
        relative_gap: The gap as a part of what is expected; 0 where nothing is expected yet.
        ratio: Progress / expected; beyond every bound where nothing is expected yet: upwards if progress is 0 or
            more.
        progress: Progress, as shown.
        score: The computed score.
        grade: The grade of the computed score.
        elapsed: The share of the time that has gone.
        confidence: The latest confidence.
        days_since_check_in: Days since the last check-in of any kind.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Condition.from_dict({})
        >>> okrkit.Condition.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict(
        {
            "gap": None,
            "relative_gap": None,
            "ratio": None,
            "progress": None,
            "score": None,
            "grade": None,
            "elapsed": None,
            "confidence": None,
            "days_since_check_in": None,
            "ext": None,
        }
    )

    gap: Bounds | None
    relative_gap: Bounds | None
    ratio: Bounds | None
    progress: Bounds | None
    score: Bounds | None
    grade: Bounds | None
    elapsed: Bounds | None
    confidence: Bounds | None
    days_since_check_in: Bounds | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        *,
        gap: Bounds | None = None,
        relative_gap: Bounds | None = None,
        ratio: Bounds | None = None,
        progress: Bounds | None = None,
        score: Bounds | None = None,
        grade: Bounds | None = None,
        elapsed: Bounds | None = None,
        confidence: Bounds | None = None,
        days_since_check_in: Bounds | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(gap, relative_gap, ratio, progress, score, grade, elapsed, confidence, days_since_check_in, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class GradeBand(Value):
    """One grade band.

    Attributes:
        from_: The least grade of the band.
        band: Its name.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.GradeBand.from_dict({'from': 0.5, 'band': 'green'})
        >>> okrkit.GradeBand.from_json(one.to_json()) == one
        True
    """

    _keys: ClassVar[Mapping[str, str]] = FrozenDict({"from_": "from"})

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"ext": None})

    from_: float
    band: str
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        from_: Number,
        band: str,
        *,
        ext: Any = None,
    ) -> None:
        self._fill(from_, band, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Grading(Value):
    """F14: how scores become grades.

    Attributes:
        decimals: To how many decimals a score is rounded, 0 to 9, half up.
        bands: The bands, rising; a grade belongs to the last one it reaches.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Grading.from_dict({'decimals': 0.5, 'bands': []})
        >>> okrkit.Grading.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"ext": None})

    decimals: float
    bands: tuple[GradeBand, ...]
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        decimals: Number,
        bands: Iterable[GradeBand],
        *,
        ext: Any = None,
    ) -> None:
        self._fill(decimals, bands, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Limit(Value):
    """A rule with a largest number.

    Attributes:
        max: The largest number that is no breach.
        severity: What a breach is.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Limit.from_dict({'max': 0.5, 'severity': 'off'})
        >>> okrkit.Limit.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"ext": None})

    max: float
    severity: RuleSeverity
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        max: Number,
        severity: RuleSeverity | Literal["off", "warning", "error"],
        *,
        ext: Any = None,
    ) -> None:
        self._fill(max, severity, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class MixedPool(Value):
    """The wire form of a mixed pool.

    Attributes:
        own_share: The share of an objective's own key results, in [0,1].
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.MixedPool.from_dict({'own_share': 0.5})
        >>> okrkit.MixedPool.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"ext": None})

    own_share: float
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        own_share: Number,
        *,
        ext: Any = None,
    ) -> None:
        self._fill(own_share, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class PaceRow(Value):
    """One row of the pace table; the first whose condition holds decides.

    Attributes:
        status: The status it gives.
        when: When it holds; the last row has none and always holds.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.PaceRow.from_dict({'status': 'on_track'})
        >>> okrkit.PaceRow.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"when": None, "ext": None})

    status: PaceStatus
    when: Condition | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        status: PaceStatus | Literal["on_track", "behind", "at_risk"],
        *,
        when: Condition | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(status, when, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class PeriodCheck(Value):
    """The rule about dates of children.

    Attributes:
        rule: What is asked for.
        severity: What a breach is.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.PeriodCheck.from_dict({'rule': 'free', 'severity': 'off'})
        >>> okrkit.PeriodCheck.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"ext": None})

    rule: PeriodRule
    severity: RuleSeverity
    ext: Any

    def __init__(
        self,
        rule: PeriodRule | Literal["free", "overlap", "within"],
        severity: RuleSeverity | Literal["off", "warning", "error"],
        *,
        ext: Any = None,
    ) -> None:
        self._fill(rule, severity, ext)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Profile(_Profile):
    """A profile: every choice on which products disagree.

    Attributes:
        okrkit_profile: The version of the profile format.
        id: Its name.
        clamp: Where progress is clamped.
        missing: What becomes of missing data until the member's last day.
        missing_at_close: What becomes of missing data from the day after.
        pool: What an objective's figures are made of.
        weights: Whether weights count.
        multi_parent: What a child of several parents counts in each.
        progress: How a number becomes progress.
        anchors: The scores of the levels.
        goalposts: Which terms a key result is judged by.
        objective_status: Where the status of an objective comes from.
        achieve_running: Whether a node that is complete counts as achieved while it runs.
        success: The scores of success.
        pace: The pace table.
        grade: How grades are made.
        sweet_spot: The grades that show a goal was well set, lowest and highest.
        align: The alignment rules.
        cites: Where its rules are published.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> okrkit.Profile.named("viva").replace(id="ours").achieve_running
        False
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"cites": None, "ext": None})

    okrkit_profile: Literal[1]
    id: str
    clamp: Clamps
    missing: Missing
    missing_at_close: Missing
    pool: Pool
    weights: Weights
    multi_parent: MultiParent
    progress: ProgressRule
    anchors: Anchors
    goalposts: Goalposts
    objective_status: ObjectiveStatus
    achieve_running: bool
    success: Success
    pace: tuple[PaceRow, ...]
    grade: Grading
    sweet_spot: tuple[float, ...]
    align: AlignRules
    cites: str | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        okrkit_profile: Literal[1],
        id: str,
        clamp: Clamps,
        missing: Missing | Literal["exclude", "zero"],
        missing_at_close: Missing | Literal["exclude", "zero"],
        pool: Pool,
        weights: Weights | Literal["use", "ignore"],
        multi_parent: MultiParent | Literal["full", "divide"],
        progress: ProgressRule | Literal["from_start", "ratio"],
        anchors: Anchors,
        goalposts: Goalposts | Literal["in_force", "original"],
        objective_status: ObjectiveStatus | Literal["own", "worst"],
        achieve_running: bool,
        success: Success,
        pace: Iterable[PaceRow],
        grade: Grading,
        sweet_spot: Iterable[Number],
        align: AlignRules,
        *,
        cites: str | None = None,
        ext: Any = None,
    ) -> None:
        self._fill(
            okrkit_profile,
            id,
            clamp,
            missing,
            missing_at_close,
            pool,
            weights,
            multi_parent,
            progress,
            anchors,
            goalposts,
            objective_status,
            achieve_running,
            success,
            pace,
            grade,
            sweet_spot,
            align,
            cites,
            ext,
        )


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Success(Value):
    """The score from which an objective that is over counts as achieved, by ambition; ``null``: it is only closed.

    Attributes:
        committed: Of a promise.
        aspirational: Of a goal one reaches for.
        learning: Of something to be found out.
        ext: Data of your own: any JSON, kept to the letter and never read.

    Example:
        >>> one = okrkit.Success.from_dict({'committed': None, 'aspirational': None, 'learning': None})
        >>> okrkit.Success.from_json(one.to_json()) == one
        True
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"ext": None})

    committed: float | None
    aspirational: float | None
    learning: float | None
    ext: Any

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __init__(
        self,
        committed: Number | None,
        aspirational: Number | None,
        learning: Number | None,
        *,
        ext: Any = None,
    ) -> None:
        self._fill(committed, aspirational, learning, ext)


#: What an objective's figures are made of.
Pool: TypeAlias = Literal["key_results", "children", "pooled"] | MixedPool
