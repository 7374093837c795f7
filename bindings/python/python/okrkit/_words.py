"""The words: enums whose members are text.

Made of the JSON Schemas by ``cargo xtask stubs``; not to be edited.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "Ambition",
    "Between",
    "Cadence",
    "ChangeFrom",
    "ChildrenRollUp",
    "Combine",
    "DueOn",
    "Goalposts",
    "LinkKind",
    "LintLevel",
    "Missing",
    "MultiParent",
    "ObjectiveStatus",
    "PaceStatus",
    "Period",
    "PeriodRule",
    "ProgressRule",
    "ReadingRule",
    "RuleSeverity",
    "ShareOf",
    "Source",
    "Stage",
    "Status",
    "UnitKind",
    "Visibility",
    "Weekend",
    "Weights",
    "Zone",
]


class Ambition(StrEnum):
    """What success means for an objective.

    Example:
        >>> okrkit.Ambition('aspirational')
        <Ambition.ASPIRATIONAL: 'aspirational'>
    """

    ASPIRATIONAL = "aspirational"
    """A goal one reaches for: most of it is a success."""

    COMMITTED = "committed"
    """A promise: all of it is a success."""

    LEARNING = "learning"
    """Something to be found out: there is no failing."""


class Between(StrEnum):
    """What holds between two points of ``Bands``.

    Example:
        >>> okrkit.Between('linear')
        <Between.LINEAR: 'linear'>
    """

    LINEAR = "linear"
    """The straight line between them."""

    STEP = "step"
    """The score of the last point reached."""


class Cadence(StrEnum):
    """How often something is due: the length of a slot.

    Example:
        >>> okrkit.Cadence('day')
        <Cadence.DAY: 'day'>
    """

    DAY = "day"
    """Every day."""

    WEEK = "week"
    """Every seven days."""

    TWO_WEEKS = "two_weeks"
    """Every fourteen days."""

    MONTH = "month"
    """Every month, from the same day of the month, clipped to the month's end."""

    QUARTER = "quarter"
    """Every three months, likewise."""


class ChangeFrom(StrEnum):
    """Where the way of a ``Change`` begins.

    Example:
        >>> okrkit.ChangeFrom('baseline')
        <ChangeFrom.BASELINE: 'baseline'>
    """

    BASELINE = "baseline"
    """At the baseline: for levels, such as a deal size."""

    ZERO = "zero"
    """At 0: for flows that start anew, such as this quarter's sales."""


class ChildrenRollUp(StrEnum):
    """How a ``Children`` measure takes what contributes to it.

    Example:
        >>> okrkit.ChildrenRollUp('mean')
        <ChildrenRollUp.MEAN: 'mean'>
    """

    MEAN = "mean"
    """The mean of their progress, by link weights (F9)."""

    SUM = "sum"
    """The readings of key results added, then F1. Link weights do not count, but 0 leaves a child out."""

    MIN = "min"
    """The least progress, each within the profile's clamp of members. Link weights likewise."""


class Combine(StrEnum):
    """How the parts of a ``Composite`` make one figure.

    Example:
        >>> okrkit.Combine('mean')
        <Combine.MEAN: 'mean'>
    """

    MEAN = "mean"
    """Their mean."""

    MIN = "min"
    """The weakest."""

    PRODUCT = "product"
    """Their product: each part scales the others."""


class DueOn(StrEnum):
    """On which day of a slot a check-in is due.

    Example:
        >>> okrkit.DueOn('slot_end')
        <DueOn.SLOT_END: 'slot_end'>
    """

    SLOT_END = "slot_end"
    """The last day of the slot."""

    FIRST_WEEKDAY = "first_weekday"
    """The first day of the slot that is no weekend."""

    LAST_WEEKDAY = "last_weekday"
    """The last day of the slot that is no weekend."""

    DAY_OF_MONTH = "day_of_month"
    """The first day of the slot with the number ``day`` in its month, clipped to the month's end."""


class Goalposts(StrEnum):
    """Which terms a key result is judged by.

    Example:
        >>> okrkit.Goalposts('in_force')
        <Goalposts.IN_FORCE: 'in_force'>
    """

    IN_FORCE = "in_force"
    """Those in force on the day."""

    ORIGINAL = "original"
    """Measure, dates and expected path as they were before any amendment."""


class LinkKind(StrEnum):
    """What a link does.

    Example:
        >>> okrkit.LinkKind('contributes')
        <LinkKind.CONTRIBUTES: 'contributes'>
    """

    CONTRIBUTES = "contributes"
    """The child moves the parent, where a measure or a profile says so."""

    SUPPORTS = "supports"
    """It shows alignment and moves nothing."""


class LintLevel(StrEnum):
    """How seriously a lint rule is taken.

    Example:
        >>> okrkit.LintLevel('off')
        <LintLevel.OFF: 'off'>
    """

    OFF = "off"
    """It is not asked."""

    NOTE = "note"
    """Worth knowing."""

    WARNING = "warning"
    """Worth mending."""

    ERROR = "error"
    """Not to be left as it is."""


class Missing(StrEnum):
    """What the roll-up makes of a member without a figure.

    Example:
        >>> okrkit.Missing('exclude')
        <Missing.EXCLUDE: 'exclude'>
    """

    EXCLUDE = "exclude"
    """It is left out, and the others share its part."""

    ZERO = "zero"
    """It counts as 0."""


class MultiParent(StrEnum):
    """What a child of several parents counts in each, as a weight: where readings are added or the least is taken weights do not count, and the child counts whole in each.

    Example:
        >>> okrkit.MultiParent('full')
        <MultiParent.FULL: 'full'>
    """

    FULL = "full"
    """Its full link weight."""

    DIVIDE = "divide"
    """Link weight × link weight / the sum of its contributing link weights."""


class ObjectiveStatus(StrEnum):
    """Where the status of an objective comes from.

    Example:
        >>> okrkit.ObjectiveStatus('own')
        <ObjectiveStatus.OWN: 'own'>
    """

    OWN = "own"
    """From its own figures."""

    WORST = "worst"
    """The worst of its members, in the order ``missed``, ``at_risk``, ``behind``, ``no_data``, ``not_started``, ``on_track``, ``closed``, ``achieved``."""


class PaceStatus(StrEnum):
    """What a pace row may say.

    Example:
        >>> okrkit.PaceStatus('on_track')
        <PaceStatus.ON_TRACK: 'on_track'>
    """

    ON_TRACK = "on_track"
    """As expected or better."""

    BEHIND = "behind"
    """Less than expected."""

    AT_RISK = "at_risk"
    """Much less than expected."""


class Period(StrEnum):
    """The period of a rate, as in calls per week.

    Example:
        >>> okrkit.Period('day')
        <Period.DAY: 'day'>
    """

    DAY = "day"
    """A day."""

    WEEK = "week"
    """A week."""

    MONTH = "month"
    """A month."""

    QUARTER = "quarter"
    """A quarter."""

    YEAR = "year"
    """A year."""


class PeriodRule(StrEnum):
    """How the dates of a child must lie to its parent's.

    Example:
        >>> okrkit.PeriodRule('free')
        <PeriodRule.FREE: 'free'>
    """

    FREE = "free"
    """Any way."""

    OVERLAP = "overlap"
    """They share a day."""

    WITHIN = "within"
    """The child's lie within the parent's."""


class ProgressRule(StrEnum):
    """How a number becomes progress.

    Example:
        >>> okrkit.ProgressRule('from_start')
        <ProgressRule.FROM_START: 'from_start'>
    """

    FROM_START = "from_start"
    """F1: (c − s)/(t − s)."""

    RATIO = "ratio"
    """c/t for ``metric``, ``change`` and ``children`` sum, the start ignored. What is expected stays the share of the time gone (F12), so that work which begins near its target looks ahead of its pace: the rule of the products that have it."""


class ReadingRule(StrEnum):
    """What the values of a key result amount to on a day.

    Example:
        >>> okrkit.ReadingRule('latest')
        <ReadingRule.LATEST: 'latest'>
    """

    LATEST = "latest"
    """The value of the latest check-in: for levels, such as a rate. Of two on a day, the later in the list."""

    SUM = "sum"
    """All values added: for increments, such as sales per week."""

    MEAN = "mean"
    """Their mean."""

    MAX = "max"
    """The largest."""

    MIN = "min"
    """The smallest."""


class RuleSeverity(StrEnum):
    """What a breach of an alignment rule is.

    Example:
        >>> okrkit.RuleSeverity('off')
        <RuleSeverity.OFF: 'off'>
    """

    OFF = "off"
    """Not looked for."""

    WARNING = "warning"
    """A ``Severity.Warning``."""

    ERROR = "error"
    """A ``Severity.Error``."""


class ShareOf(StrEnum):
    """What the share of a ``Threshold`` is taken of.

    Example:
        >>> okrkit.ShareOf('check_ins')
        <ShareOf.CHECK_INS: 'check_ins'>
    """

    CHECK_INS = "check_ins"
    """Every check-in on its own, and batches by ``met`` of ``of``."""

    OBSERVED = "observed"
    """The slots with a check-in."""

    UP_TO_LATEST = "up_to_latest"
    """The slots up to the latest check-in; gaps count as unmet."""

    PLANNED = "planned"
    """All slots of the cycle; gaps count as unmet."""


class Source(StrEnum):
    """Where a check-in comes from.

    Example:
        >>> okrkit.Source('manual')
        <Source.MANUAL: 'manual'>
    """

    MANUAL = "manual"
    """Somebody typed it."""

    API = "api"
    """Another system sent it."""

    IMPORT = "import"
    """It was read from a file."""


class Stage(StrEnum):
    """Where an objective or key result is in its life.

    Example:
        >>> okrkit.Stage('active')
        <Stage.ACTIVE: 'active'>
    """

    ACTIVE = "active"
    """Running."""

    DRAFT = "draft"
    """Being drawn up; it counts for nothing yet."""

    CLOSED = "closed"
    """Ended; its figures stand."""

    DROPPED = "dropped"
    """Given up; it counts for nothing any more."""


class Status(StrEnum):
    """How a node stands, and what an owner may say of it.

    Example:
        >>> okrkit.Status('not_started')
        <Status.NOT_STARTED: 'not_started'>
    """

    NOT_STARTED = "not_started"
    """Drawn up, or before its first day."""

    NO_DATA = "no_data"
    """There is no figure to judge."""

    NOT_SCORED = "not_scored"
    """Measured and never judged."""

    ON_TRACK = "on_track"
    """As expected or better."""

    BEHIND = "behind"
    """Less than expected."""

    AT_RISK = "at_risk"
    """Much less than expected."""

    ACHIEVED = "achieved"
    """It is there, or ended with success."""

    MISSED = "missed"
    """It ended without success."""

    CLOSED = "closed"
    """A learning goal that has ended."""

    DROPPED = "dropped"
    """It was given up."""


class UnitKind(StrEnum):
    """The kind of a ``Unit``.

    Example:
        >>> okrkit.UnitKind('number')
        <UnitKind.NUMBER: 'number'>
    """

    NUMBER = "number"
    """A bare number."""

    PERCENT = "percent"
    """Per cent, on its own scale: 85 means 85 %."""

    POINTS = "points"
    """Points of a score, e.g. a net promoter score."""

    CURRENCY = "currency"
    """Money, with the currency in ``code``."""

    DURATION = "duration"
    """Time, in the unit named by ``of``."""

    COUNT = "count"
    """Things counted, named by ``of``."""


class Visibility(StrEnum):
    """Who sees an objective and its key results.

    Example:
        >>> okrkit.Visibility('public')
        <Visibility.PUBLIC: 'public'>
    """

    PUBLIC = "public"
    """Everybody."""

    TEAM = "team"
    """Its team, the teams below it, and its owners."""

    PRIVATE = "private"
    """Its owners."""


class Weekend(StrEnum):
    """The two days on which nobody is expected to check in.

    Example:
        >>> okrkit.Weekend('saturday_sunday')
        <Weekend.SATURDAY_SUNDAY: 'saturday_sunday'>
    """

    SATURDAY_SUNDAY = "saturday_sunday"
    """Saturday and Sunday."""

    FRIDAY_SATURDAY = "friday_saturday"
    """Friday and Saturday."""


class Weights(StrEnum):
    """Whether weights and shares count.

    Example:
        >>> okrkit.Weights('use')
        <Weights.USE: 'use'>
    """

    USE = "use"
    """They do."""

    IGNORE = "ignore"
    """Each above 0 counts as 1."""


class Zone(StrEnum):
    """A level named by the owner.

    Example:
        >>> okrkit.Zone('fail')
        <Zone.FAIL: 'fail'>
    """

    FAIL = "fail"
    """Below what was promised."""

    COMMIT = "commit"
    """What was promised."""

    TARGET = "target"
    """What was aimed at."""

    STRETCH = "stretch"
    """Outstanding."""
