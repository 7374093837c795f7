"""The words: enums whose members are text.

Made of the JSON Schemas by ``cargo xtask stubs``; not to be edited.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "AgendaKind",
    "AgendaSection",
    "AgendaWhat",
    "Ambition",
    "Better",
    "Between",
    "Cadence",
    "CarryHow",
    "CarryWhich",
    "ChangeFrom",
    "ChangedFigure",
    "ChildrenRollUp",
    "Combine",
    "ComparedFigure",
    "DueOn",
    "Figure",
    "Freshness",
    "Goal",
    "Goalposts",
    "Health",
    "HiddenTeam",
    "HiddenValues",
    "Holds",
    "KpiTrend",
    "Lack",
    "Language",
    "LeftLinkWhy",
    "LeftWhy",
    "LinkKind",
    "LintLevel",
    "Method",
    "Missing",
    "MultiParent",
    "NextStepWhat",
    "ObjectiveStatus",
    "Obstacle",
    "PaceStatus",
    "Period",
    "PeriodRule",
    "Phase",
    "Policy",
    "Predictions",
    "Presence",
    "ProgressRule",
    "ReadingRule",
    "Reason",
    "RuleSeverity",
    "Scale",
    "SeasonModel",
    "SeenBy",
    "ShareOf",
    "SlotStatus",
    "Source",
    "Stage",
    "Status",
    "Taken",
    "TooEasyFor",
    "UnitKind",
    "ValuesKeptWhy",
    "Visibility",
    "Weekend",
    "Weights",
    "Zone",
]


class AgendaKind(StrEnum):
    """Which meeting an agenda is for.

    Example:
        >>> okrkit.AgendaKind('weekly')
        <AgendaKind.WEEKLY: 'weekly'>
    """

    WEEKLY = "weekly"
    """Short and about the last days: wins, what fell behind, old news, blockers, decisions."""

    MONTHLY = "monthly"
    """About where it is going: trend, confidence, targets at risk, alignment."""


class AgendaSection(StrEnum):
    """A part of an agenda. Those of a weekly one come first, in the order in which they are talked about.

    Example:
        >>> okrkit.AgendaSection('wins')
        <AgendaSection.WINS: 'wins'>
    """

    WINS = "wins"
    """What came about."""

    FELL_BEHIND = "fell_behind"
    """What stands worse than before."""

    STALE = "stale"
    """What nobody has said anything of."""

    BLOCKERS = "blockers"
    """What stands in the way."""

    DECISIONS = "decisions"
    """What is to be decided."""

    TREND = "trend"
    """Progress then, now, and as expected."""

    CONFIDENCE = "confidence"
    """Where the owners became more or less sure."""

    AT_RISK = "at_risk"
    """What is likely to be missed."""

    ALIGNMENT = "alignment"
    """What the alignment rules find."""


class AgendaWhat(StrEnum):
    """What an item of an agenda is about; it says what ``from``, ``to``, ``on`` and ``text`` are.

    Example:
        >>> okrkit.AgendaWhat('reached')
        <AgendaWhat.REACHED: 'reached'>
    """

    REACHED = "reached"
    """Progress reached 1: from the progress then to that of now."""

    STATUS_IMPROVED = "status_improved"
    """The status is better: from the one then to that of now."""

    STEP_DONE = "step_done"
    """A step was done: ``to`` is its id, ``text`` the part of a composite it belongs to."""

    STATUS_WORSENED = "status_worsened"
    """The status is worse: from the one then to that of now."""

    NEWS_STALE = "news_stale"
    """The news are stale: ``from`` is the day of the last check-in, ``to`` how many days ago that was."""

    CHECK_IN_OVERDUE = "check_in_overdue"
    """A check-in is overdue, though the news are not stale: ``from`` is the day since which, ``to`` for how many slots."""

    BLOCKER = "blocker"
    """Something stands in the way: ``text`` says what, ``on`` since which check-in."""

    DECISION_DUE = "decision_due"
    """A decision is open: ``text`` says what, ``on`` by when."""

    PROGRESS = "progress"
    """Progress of an objective: from the one then to that of now; ``expected`` is what is expected by now."""

    CONFIDENCE_ROSE = "confidence_rose"
    """The owners are surer: from the confidence then to that of now."""

    CONFIDENCE_FELL = "confidence_fell"
    """The owners are less sure, likewise."""

    STATUS_AT_RISK = "status_at_risk"
    """The status says so: from the progress of now to the score of success."""

    RUN_RATE_LOW = "run_rate_low"
    """At the rate of the last weeks it ends short: from the progress it would end at to the score of success."""

    MISALIGNED = "misaligned"
    """An alignment rule: ``text`` is the message."""


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


class Better(StrEnum):
    """Which way a figure is better.

    Example:
        >>> okrkit.Better('higher')
        <Better.HIGHER: 'higher'>
    """

    HIGHER = "higher"
    """More is better: revenue."""

    LOWER = "lower"
    """Less is better: churn."""


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


class CarryHow(StrEnum):
    """Where a key result that is carried forward starts again.

    Example:
        >>> okrkit.CarryHow('continue')
        <CarryHow.CONTINUE: 'continue'>
    """

    CONTINUE = "continue"
    """From where it is, to the same target: what is achieved is kept, and progress begins at 0. From 60 to 100 at 80 becomes from 80 to 100. Increments, whose sum begins anew with the cycle, are left what is left: 300 of 500 becomes 0 to 200."""

    RESTART = "restart"
    """From the start once more, by the terms last in force: nothing is taken from the cycle that ended."""

    RESIDUAL = "residual"
    """What is left, counted from 0: 30 of 50 deals becomes 20 deals. What is not counted up from 0 is a level, which no new cycle sets back; it goes on as by ``continue``."""


class CarryWhich(StrEnum):
    """What is carried forward.

    Example:
        >>> okrkit.CarryWhich('unfinished')
        <CarryWhich.UNFINISHED: 'unfinished'>
    """

    UNFINISHED = "unfinished"
    """What is not complete: progress below 1, or no progress to tell."""

    FELL_SHORT = "fell_short"
    """What did not succeed by the plan's profile: an aspirational objective at 0.8 is left, though it is not complete."""

    ALL = "all"
    """Everything that was neither drafted nor dropped."""


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


class ChangedFigure(StrEnum):
    """A figure of an objective or a key result that edits may change: each that the scorecard has, but for the target and the score by the original terms.

    Example:
        >>> okrkit.ChangedFigure('reading')
        <ChangedFigure.READING: 'reading'>
    """

    READING = "reading"
    """``KeyResultScore::reading``: a number or a word; ``true`` or ``false``; what is no single one of these, such as the steps done, as JSON. Objectives have none."""

    TARGET = "target"
    """``KeyResultScore::target``; objectives have none."""

    OUTCOME = "outcome"
    """Whether ``NodeScore::progress`` is a number, and what it is else."""

    REASON = "reason"
    """Why it is none."""

    PROGRESS = "progress"
    """``NodeScore::progress``; none where there is no number."""

    SCORE = "score"
    """``NodeScore::score``."""

    COMPUTED_SCORE = "computed_score"
    """``NodeScore::computed_score``, where a manual one takes its place."""

    GRADE = "grade"
    """``NodeScore::grade``."""

    BAND = "band"
    """``NodeScore::band``."""

    EXPECTED = "expected"
    """``NodeScore::expected``."""

    GAP = "gap"
    """``NodeScore::gap``."""

    RATIO = "ratio"
    """``NodeScore::ratio``."""

    ELAPSED = "elapsed"
    """``NodeScore::elapsed``."""

    STATUS = "status"
    """``NodeScore::status``."""

    CONFIDENCE = "confidence"
    """``NodeScore::confidence``."""

    NET_CONFIDENCE = "net_confidence"
    """``ObjectiveScore::net_confidence``; key results have none."""

    STAGE = "stage"
    """``NodeScore::stage``."""

    STARTS = "starts"
    """``NodeScore::starts``."""

    ENDS = "ends"
    """``NodeScore::ends``."""

    DAYS_SINCE_CHECK_IN = "days_since_check_in"
    """``NodeScore::days_since_check_in``."""

    SHARE = "share"
    """``KeyResultScore::share``; objectives have none."""

    OWNER_STATUS = "owner_status"
    """``KeyResultScore::owner_status``; objectives have none."""

    ORIGINAL_PROGRESS = "original_progress"
    """``KeyResultScore::original``: the progress by the original terms."""

    GUARDRAILS = "guardrails"
    """``ObjectiveScore::guardrails``: the ids of those out of range, as JSON; none where there is none, and for key results."""


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


class ComparedFigure(StrEnum):
    """A figure that profiles are compared by.

    Example:
        >>> okrkit.ComparedFigure('progress')
        <ComparedFigure.PROGRESS: 'progress'>
    """

    PROGRESS = "progress"
    """``NodeScore::progress``; none where there is no number."""

    SCORE = "score"
    """``NodeScore::score``."""

    GRADE = "grade"
    """``NodeScore::grade``."""

    BAND = "band"
    """``NodeScore::band``."""

    EXPECTED = "expected"
    """``NodeScore::expected``."""

    STATUS = "status"
    """``NodeScore::status``."""


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


class Figure(StrEnum):
    """A figure that can be explained.

    Example:
        >>> okrkit.Figure('progress')
        <Figure.PROGRESS: 'progress'>
    """

    PROGRESS = "progress"
    """How far it is."""

    SCORE = "score"
    """The score, manual ones included."""

    GRADE = "grade"
    """The grade of the score, and its band."""

    EXPECTED = "expected"
    """The progress expected on the day."""

    STATUS = "status"
    """The status. Of a group: how many have which."""


class Freshness(StrEnum):
    """How old the news of a key result are.

    Example:
        >>> okrkit.Freshness('fresh')
        <Freshness.FRESH: 'fresh'>
    """

    FRESH = "fresh"
    """As new as its cadence asks."""

    AGEING = "ageing"
    """Older than a slot or so."""

    STALE = "stale"
    """Older than anybody should go by."""


class Goal(StrEnum):
    """Something to be reached by the end.

    Example:
        >>> okrkit.Goal('commit')
        <Goal.COMMIT: 'commit'>
    """

    COMMIT = "commit"
    """What is promised, of levels."""

    TARGET = "target"
    """What is aimed at: progress 1, or the level of that name. Bands have none."""

    STRETCH = "stretch"
    """What would be outstanding, of levels."""

    SUCCESS = "success"
    """The score from which the profile says achieved, by the ambition of the objective; learning has none."""


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


class Health(StrEnum):
    """How an indicator stands.

    Example:
        >>> okrkit.Health('no_data')
        <Health.NO_DATA: 'no_data'>
    """

    NO_DATA = "no_data"
    """Nothing was read by the day."""

    HEALTHY = "healthy"
    """The latest reading is within its range."""

    OUT_OF_RANGE = "out_of_range"
    """The latest reading is not."""


class HiddenTeam(StrEnum):
    """Whether the team of a hidden objective is told.

    Example:
        >>> okrkit.HiddenTeam('removed')
        <HiddenTeam.REMOVED: 'removed'>
    """

    REMOVED = "removed"
    """It is not: figures grouped by team leave the objective out."""

    KEPT = "kept"
    """It is, so that figures grouped by team stay what they are."""


class HiddenValues(StrEnum):
    """What becomes of the numbers of a hidden key result.

    Example:
        >>> okrkit.HiddenValues('progress')
        <HiddenValues.PROGRESS: 'progress'>
    """

    PROGRESS = "progress"
    """It becomes a metric from 0 to 1, and what was checked in becomes progress."""

    KEPT = "kept"
    """They stay, so that visible figures are the same by any profile whatever, and by any ``forecast``."""


class Holds(StrEnum):
    """Why a member stays as it is.

    Example:
        >>> okrkit.Holds('manual_score')
        <Holds.MANUAL_SCORE: 'manual_score'>
    """

    MANUAL_SCORE = "manual_score"
    """Its score is set by hand."""

    CLOSED = "closed"
    """It takes no check-ins on the day: it or its objective is closed or dropped."""

    NOT_STARTED = "not_started"
    """Its first day is after the day asked about: ask as of a day of its own."""

    OBJECTIVE = "objective"
    """It is an objective: its own key results move it."""

    ROLLED_UP = "rolled_up"
    """It is made of what contributes to it."""

    ENTANGLED = "entangled"
    """It moves another member too, so what it brings is not its own share alone."""

    START = "start"
    """The start is not known."""

    BASELINE = "baseline"
    """The baseline is not known."""

    UNDEFINED = "undefined"
    """It has no figure that a check-in could mend."""

    NOT_INVERTIBLE = "not_invertible"
    """It is a share of check-ins or slots, or a composite: no single check-in brings a given progress."""


class KpiTrend(StrEnum):
    """Where an indicator goes.

    Example:
        >>> okrkit.KpiTrend('steady')
        <KpiTrend.STEADY: 'steady'>
    """

    STEADY = "steady"
    """The latest reading is the same as the one before."""

    RISING = "rising"
    """It is greater."""

    FALLING = "falling"
    """It is less."""


class Lack(StrEnum):
    """Why there is no estimate.

    Example:
        >>> okrkit.Lack('no_check_ins')
        <Lack.NO_CHECK_INS: 'no_check_ins'>
    """

    NO_CHECK_INS = "no_check_ins"
    """Nothing was checked in that the measure reads."""

    TOO_FEW_OBSERVATIONS = "too_few_observations"
    """Fewer days with a figure than the method needs."""

    START = "start"
    """The start, where the course begins, is not known, or the measure has none."""

    BASELINE = "baseline"
    """The baseline is not known yet."""

    NO_MEMBERS = "no_members"
    """Nothing enters the roll-up."""

    NO_DISTANCE = "no_distance"
    """Start and target are the same, so there is no way between them."""

    TARGET_ZERO = "target_zero"
    """The target is 0, and the profile divides by it."""

    OVERFLOW = "overflow"
    """A number is beyond the range of doubles, or is none."""

    NOT_SCORED = "not_scored"
    """The node is measured and never scored."""

    NOT_NUMERIC = "not_numeric"
    """The reading is no number that moves along a line: done or not, zones, composites, shares of a threshold."""

    MEMBERS = "members"
    """It is made of members, and there is none for some of those, or it can only be told of each."""

    NO_GOAL = "no_goal"
    """The measure has no such goal."""

    NOT_STARTED = "not_started"
    """It has not begun: the day is before the first one, or it is a draft."""

    OVER = "over"
    """It is over: the day is after the last one, or it is closed or dropped."""

    NO_TIME_GONE = "no_time_gone"
    """No time has gone yet to divide by."""

    NO_TIME_LEFT = "no_time_left"
    """No time is left."""

    NO_INTERVAL = "no_interval"
    """There is no interval: the method has none, or it is to hold always, and so has no ends."""

    STEPS = "steps"
    """The figure changes in steps, or not at all, so it has no slope."""

    NEVER = "never"
    """It does not move, or away from the target."""

    BEYOND_HORIZON = "beyond_horizon"
    """The target is reached, but after the horizon of the policy."""


class Language(StrEnum):
    """A language that explanations can be put into.

    Example:
        >>> okrkit.Language('en')
        <Language.EN: 'en'>
    """

    EN = "en"
    """English."""

    AR = "ar"
    """Arabic, to be set from right to left."""


class LeftLinkWhy(StrEnum):
    """Why a link is left behind.

    Example:
        >>> okrkit.LeftLinkWhy('parent_left')
        <LeftLinkWhy.PARENT_LEFT: 'parent_left'>
    """

    PARENT_LEFT = "parent_left"
    """Its parent is of the same cycle, and does not go on."""

    PARENT_CHANGED = "parent_changed"
    """Its parent went on before, and that copy cannot take the link: it has a measure of its own now, or the child is linked to it already."""

    PARENT_ENDED = "parent_ended"
    """The cycle of its parent ends before the next one begins."""

    LINK_ENDED = "link_ended"
    """The link itself ends before the next cycle begins."""


class LeftWhy(StrEnum):
    """Why something is left behind.

    Example:
        >>> okrkit.LeftWhy('reached')
        <LeftWhy.REACHED: 'reached'>
    """

    REACHED = "reached"
    """It is complete."""

    SUCCEEDED = "succeeded"
    """It succeeded by the plan's profile."""

    DROPPED = "dropped"
    """It was given up."""

    DRAFT = "draft"
    """It never began."""

    ALREADY_CARRIED = "already_carried"
    """It goes on in the next cycle already."""

    NOTHING_LEFT = "nothing_left"
    """An objective of whose key results none goes on."""

    OBJECTIVE_LEFT = "objective_left"
    """A key result that would go on, of an objective that does not: carry it on by hand where it is needed."""


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


class Method(StrEnum):
    """How a line is drawn through what was observed.

    Example:
        >>> okrkit.Method('run_rate')
        <Method.RUN_RATE: 'run_rate'>
    """

    RUN_RATE = "run_rate"
    """At the rate so far: from the start through today's reading, (reading − start) / elapsed. It needs a start, one figure and a day that has gone. A sum starts at 0."""

    LAST_K = "last_k"
    """At the rate of the last k days with a figure: through the first and the last of them. It needs k."""

    LEAST_SQUARES = "least_squares"
    """The line with the least sum of squared distances. It needs three days with a figure. Of a running sum the increments are fitted and not the sums: from what it is, at Σ increments / days (see ``Interval``."""

    THEIL_SEN = "theil_sen"
    """The median of the slopes between all pairs, through the median of what remains (Theil 1950, Sen 1968): a single outlier does not move it. It needs three days with a figure."""


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


class NextStepWhat(StrEnum):
    """What a node that fell short asks for; the first that fits.

    Example:
        >>> okrkit.NextStepWhat('measure')
        <NextStepWhat.MEASURE: 'measure'>
    """

    MEASURE = "measure"
    """There is no figure: find a measure and a start, or do without the goal."""

    POST_MORTEM = "post_mortem"
    """A promise was not kept, and that is looked into whatever the score: find out why, and say so to those who relied on it."""

    UNBLOCK = "unblock"
    """The last check-in names something in the way: remove it before promising more."""

    CHECK_IN = "check_in"
    """Fewer check-ins came in time than one can judge by: look at it more often."""

    FINISH = "finish"
    """It is nearly there: carry it forward and finish it."""

    RETHINK = "rethink"
    """There was no real progress: ask whether it is worth it, and whether this is the way."""

    LEARN = "learn"
    """It has no score of success, as what is done to learn has not, and did not get far: write down what was learned, and what to try instead."""

    RESIZE = "resize"
    """It moved and fell short: carry it forward with a target of the right size, or with more time for it."""


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


class Obstacle(StrEnum):
    """Why a score cannot be reached.

    Example:
        >>> okrkit.Obstacle('not_enough')
        <Obstacle.NOT_ENOUGH: 'not_enough'>
    """

    NOT_ENOUGH = "not_enough"
    """Not even with everything that can be moved as high as it goes."""

    NOTHING_TO_MOVE = "nothing_to_move"
    """No member can be moved."""

    MANUAL_SCORE = "manual_score"
    """The objective's score is set by hand."""

    OUT_OF_RANGE = "out_of_range"
    """A score is a number within 0 and 1."""

    PRECISION = "precision"
    """No double that could be checked in comes near enough."""


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


class Phase(StrEnum):
    """Where in its period a key result is.

    Example:
        >>> okrkit.Phase('running')
        <Phase.RUNNING: 'running'>
    """

    RUNNING = "running"
    """From the first day to the last."""

    NOT_STARTED = "not_started"
    """Before the first day, or a draft."""

    OVER = "over"
    """After the last day, or closed or dropped: what it came to is no forecast."""


class Policy(StrEnum):
    """A field of a profile that can move a figure, by its place in the document.

    Example:
        >>> okrkit.Policy('clamp.shown')
        <Policy.CLAMP_SHOWN: 'clamp.shown'>
    """

    CLAMP_SHOWN = "clamp.shown"
    """How the progress of key results is clamped as it is shown."""

    CLAMP_MEMBER = "clamp.member"
    """How members are clamped in a roll-up."""

    CLAMP_OBJECTIVE = "clamp.objective"
    """How the progress of objectives is clamped."""

    MISSING = "missing"
    """``Profile::missing``."""

    MISSING_AT_CLOSE = "missing_at_close"
    """``Profile::missing_at_close``."""

    POOL = "pool"
    """``Profile::pool``."""

    WEIGHTS = "weights"
    """``Profile::weights``."""

    MULTI_PARENT = "multi_parent"
    """``Profile::multi_parent``."""

    PROGRESS = "progress"
    """``Profile::progress``."""

    ANCHORS = "anchors"
    """``Profile::anchors``."""

    GOALPOSTS = "goalposts"
    """``Profile::goalposts``."""

    OBJECTIVE_STATUS = "objective_status"
    """``Profile::objective_status``."""

    ACHIEVE_RUNNING = "achieve_running"
    """``Profile::achieve_running``."""

    SUCCESS = "success"
    """``Profile::success``."""

    PACE = "pace"
    """``Profile::pace``."""

    GRADE = "grade"
    """``Profile::grade``."""


class Predictions(StrEnum):
    """Which of the confidences checked in for a key result are held against its outcome.

    Example:
        >>> okrkit.Predictions('each')
        <Predictions.EACH: 'each'>
    """

    EACH = "each"
    """Every one."""

    FIRST = "first"
    """The first one, which says most of foresight."""

    LAST = "last"
    """The last one."""


class Presence(StrEnum):
    """Where a node is found.

    Example:
        >>> okrkit.Presence('kept')
        <Presence.KEPT: 'kept'>
    """

    KEPT = "kept"
    """Before and after."""

    ADDED = "added"
    """Only after."""

    REMOVED = "removed"
    """Only before."""


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


class Reason(StrEnum):
    """Why a node has no figure.

    Example:
        >>> okrkit.Reason('no_check_ins')
        <Reason.NO_CHECK_INS: 'no_check_ins'>
    """

    NO_CHECK_INS = "no_check_ins"
    """Nothing was checked in that the measure reads."""

    START = "start"
    """The start is not known yet."""

    BASELINE = "baseline"
    """The baseline is not known yet."""

    NO_MEMBERS = "no_members"
    """Nothing enters the roll-up."""

    NO_DISTANCE = "no_distance"
    """Start and target are the same, so there is no way between them to measure."""

    TARGET_ZERO = "target_zero"
    """The target is 0, and the profile divides by it."""

    OVERFLOW = "overflow"
    """The figure is beyond the range of doubles."""


class RuleSeverity(StrEnum):
    """What a breach of an alignment rule is.

    Example:
        >>> okrkit.RuleSeverity('off')
        <RuleSeverity.OFF: 'off'>
    """

    OFF = "off"
    """Not looked for."""

    WARNING = "warning"
    """A ``Severity::Warning``."""

    ERROR = "error"
    """A ``Severity::Error``."""


class Scale(StrEnum):
    """What scale the readings of a forecast are on.

    Example:
        >>> okrkit.Scale('reading')
        <Scale.READING: 'reading'>
    """

    READING = "reading"
    """The measure's own."""

    PROGRESS = "progress"
    """Progress: milestones, whose readings are no numbers."""


class SeasonModel(StrEnum):
    """What smoothing follows.

    Example:
        >>> okrkit.SeasonModel('level')
        <SeasonModel.LEVEL: 'level'>
    """

    LEVEL = "level"
    """A level alone: simple exponential smoothing."""

    TREND = "trend"
    """A level with a trend: Holt."""

    SEASON = "season"
    """A level, a trend and a season that is added: Holt–Winters."""


class SeenBy(StrEnum):
    """Whose objective a private one is.

    Example:
        >>> okrkit.SeenBy('all_owners')
        <SeenBy.ALL_OWNERS: 'all_owners'>
    """

    ALL_OWNERS = "all_owners"
    """Of its owners and of the owners of its key results, who have to check in."""

    OWNERS_OF_OBJECTIVE = "owners_of_objective"
    """Of its own owners alone."""


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


class SlotStatus(StrEnum):
    """How it stands with the check-in of a slot.

    Example:
        >>> okrkit.SlotStatus('on_time')
        <SlotStatus.ON_TIME: 'on_time'>
    """

    ON_TIME = "on_time"
    """It came by the day it was due."""

    LATE = "late"
    """It came within the days of grace."""

    MISSED = "missed"
    """It did not come, and would not count for the slot any more."""

    PENDING = "pending"
    """It has not come, and would still count."""

    FUTURE = "future"
    """The slot has not begun."""


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


class Taken(StrEnum):
    """What a merge took where the sides are in conflict.

    Example:
        >>> okrkit.Taken('ours')
        <Taken.OURS: 'ours'>
    """

    OURS = "ours"
    """What our side has."""

    THEIRS = "theirs"
    """What their side has."""

    BASE = "base"
    """What stood there before both."""

    BOTH = "both"
    """Both: nothing was decided, and together they make no plan."""


class TooEasyFor(StrEnum):
    """Who had it easy.

    Example:
        >>> okrkit.TooEasyFor('person')
        <TooEasyFor.PERSON: 'person'>
    """

    PERSON = "person"
    """A person: the key results they own."""

    TEAM = "team"
    """A team: the key results of its own objectives."""


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


class ValuesKeptWhy(StrEnum):
    """Why the numbers of a hidden key result stay.

    Example:
        >>> okrkit.ValuesKeptWhy('policy')
        <ValuesKeptWhy.POLICY: 'policy'>
    """

    POLICY = "policy"
    """The policy keeps them."""

    ADDED = "added"
    """Its readings are added to those of others, or it adds those of others."""

    AMENDED = "amended"
    """An amendment changes whether it is kept or broken, or what is expected of it and became known on another day."""

    CLOSED = "closed"
    """Its progress changes on a day on which it takes no check-ins."""

    TOO_MANY_DAYS = "too_many_days"
    """There are more days to be written than the policy allows."""

    UNDEFINED = "undefined"
    """A figure of it is undefined."""


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
