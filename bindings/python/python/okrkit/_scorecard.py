"""Scorecards."""

from __future__ import annotations

from ._verb import call

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping
    from typing import Any, ClassVar, Literal

    import pandas
    import polars
    import pyarrow

    from ._answers import Explanation, GroupScore, KeyResultScore, ObjectiveScore
    from ._as_of import AsOf
    from ._errors import Issue
    from ._okrkit import ScorecardCore
    from ._plan import Plan
    from ._rules import Profile
    from ._tables import Table
    from ._words import Figure

__all__ = ["Scorecard"]


class Scorecard:
    """Every figure of a plan as of a day, by a profile.

    It keeps the plan and the profile it was computed from. It is immutable, and can be compared, pickled and copied.

    Iterating gives the ids of its objectives and key results, each objective before its key results; ``card["id"]`` gives the figures
    of one, ``"id" in card`` says whether there is one.

    Example:
        >>> card = plan.evaluate("2026-02-15")
        >>> card["grow-revenue"].grade, card["grow-revenue"].status
        (0.4, <Status.BEHIND: 'behind'>)
        >>> card["revenue"].reading
        193500.0
    """

    __slots__ = ("__weakref__", "_core")

    _core: ScorecardCore

    def __init__(self) -> None:
        raise TypeError("a scorecard is computed, not made: `plan.evaluate(as_of=…)`")

    @classmethod
    def _of(cls, core: ScorecardCore) -> Scorecard:
        card = object.__new__(cls)
        object.__setattr__(card, "_core", core)
        return card

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(f"a scorecard is immutable: cannot set {name!r}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a scorecard is immutable: cannot delete {name!r}")

    @property
    def plan(self) -> Plan:
        """The plan it was computed from."""
        from ._plan import Plan

        return Plan._of(self._core.plan)

    @property
    def profile(self) -> Profile:
        """The profile it was computed by, in full."""
        from ._rules import Profile

        return Profile.from_dict(self._core.profile)

    @property
    def as_of(self) -> dt.date | AsOf:
        """The day it was computed for, and what was known where that was asked."""
        as_of = self._core.as_of
        if isinstance(as_of, str):
            import datetime as dt

            return dt.date.fromisoformat(as_of)
        from ._as_of import AsOf

        return AsOf.from_dict(as_of)

    # -- tables -------------------------------------------------------------------------------------------------------------

    def to_table(self) -> Table:
        """The figures as a table: a row for each node, each objective before its key results.

        Columns: ``node`` (objective or key_result), ``id``, ``title``, ``objective`` (its objective, itself for one),
        ``cycle``, ``team``, ``owners`` (a list), ``category``, then the figures by their names. ``reading`` holds numbers; what reads as
        something else is null there.
        """
        from ._tables import Table

        table: Table = Table._of(self._core.to_table())
        return table

    def to_pandas(self) -> pandas.DataFrame:
        """``to_table`` as a ``pandas.DataFrame``. It needs pyarrow.

        Example:
            >>> frame = card.to_pandas()
            >>> frame[frame["node"] == "objective"]["score"].round(3).tolist()[:2]
            [0.136, 0.362]
        """
        return self.to_table().to_pandas()

    def to_polars(self) -> polars.DataFrame:
        """``to_table`` as a ``polars.DataFrame``.

        Example:
            >>> card.to_polars().filter(node="objective").height
            16
        """
        return self.to_table().to_polars()

    def to_pyarrow(self) -> pyarrow.Table:
        """``to_table`` as a ``pyarrow.Table``.

        Example:
            >>> card.to_pyarrow().num_rows
            64
        """
        return self.to_table().to_pyarrow()

    # -- figures ------------------------------------------------------------------------------------------------------------

    def __getitem__(self, id: str) -> ObjectiveScore | KeyResultScore:
        """The figures of an objective or a key result by its id."""
        from ._answers import KeyResultScore, ObjectiveScore

        found = self._core.node(id)
        if found is None:
            raise KeyError(id)
        is_objective, figures = found
        return ObjectiveScore._trusted(figures) if is_objective else KeyResultScore._trusted(figures)

    def __contains__(self, id: object) -> bool:
        """Whether there are figures of an id."""
        return id in self.plan

    def __iter__(self) -> Iterator[str]:
        """The ids of all objectives and key results, each objective before its key results."""
        return iter(self._core.ids)

    def __len__(self) -> int:
        """How many objectives and key results there are."""
        return len(self._core.ids)

    def objective(self, id: str) -> ObjectiveScore | None:
        """The figures of an objective; ``None`` where there is none.

        Example:
            >>> card.objective("grow-revenue").net_confidence
            0.0
        """
        from ._answers import ObjectiveScore

        found = self._core.node(id)
        return ObjectiveScore._trusted(found[1]) if found and found[0] else None

    def key_result(self, id: str) -> KeyResultScore | None:
        """The figures of a key result; ``None`` where there is none.

        Example:
            >>> card.key_result("revenue").target
            500000.0
        """
        from ._answers import KeyResultScore

        found = self._core.node(id)
        return KeyResultScore._trusted(found[1]) if found and not found[0] else None

    @property
    def objectives(self) -> Mapping[str, ObjectiveScore]:
        """The figures of all objectives by id, in the order of the document."""
        from ._answers import ObjectiveScore
        from ._value import FrozenDict

        return FrozenDict({name: ObjectiveScore._trusted(figures) for name, figures in self._core.objectives()})

    @property
    def key_results(self) -> Mapping[str, KeyResultScore]:
        """The figures of all key results by id, in the order of the document."""
        from ._answers import KeyResultScore
        from ._value import FrozenDict

        return FrozenDict({name: KeyResultScore._trusted(figures) for name, figures in self._core.key_results()})

    @property
    def total(self) -> GroupScore:
        """The figures over all objectives."""
        from ._answers import GroupScore

        return GroupScore.from_dict(call("scorecard.total", self._core).json)

    def group_by(self, by: str) -> Mapping[str, GroupScore]:
        """The figures of groups of objectives, by the group's name.

        Args:
            by: ``team``, ``team_tree`` (with the teams below), ``owner``, ``cycle``, ``category``, or a tag; ``tag:NAME`` where a tag is
                called like one of these.

        Returns:
            The groups in the order of the document; none where no objective has such a tag.

        Example:
            >>> card.group_by("team")["gulf"].n
            2
        """
        from ._answers import GroupScore
        from ._value import FrozenDict

        found = call("scorecard.group_by", self._core, by=by).json
        return FrozenDict({name: GroupScore.from_dict(figures) for name, figures in found.items()})

    @property
    def group_bys(self) -> tuple[str, ...]:
        """What objectives can be grouped by, the plan's tags included."""
        return tuple(call("scorecard.group_bys", self._core).json)

    @property
    def findings(self) -> tuple[Issue, ...]:
        """What the alignment rules of the profile find on the day."""
        from ._errors import Issue

        return tuple(map(Issue.from_dict, call("scorecard.findings", self._core).json))

    def explain(
        self,
        subject: str | Mapping[str, str],
        figure: Figure | Literal["progress", "score", "grade", "expected", "status"] = "score",
    ) -> Explanation:
        """Why a figure is what it is, as a tree of steps.

        Args:
            subject: The id of an objective or key result; or a group as ``{"by": "team", "of": "gulf"}``, ``{"by": "total"}``.
            figure: Which figure.

        Returns:
            The steps; ``print`` shows them in words, ``.to_text("ar")`` gives those in Arabic.

        Raises:
            KeyError: Where there is no such subject.
            OkrError: Where there is no such figure.

        Example:
            >>> print(card.explain("deals"))
            score of `deals` is ...
        """
        return self._explained(subject, figure, None)[0]

    def _explained(self, subject: Any, figure: Any, language: str | None) -> tuple[Explanation, str]:
        from ._answers import Explanation

        answer = call("explain", self._core, subject=subject, figure=figure, language=language)
        if answer.json is None:
            raise KeyError(subject)
        return Explanation.from_dict(answer.json)._with((self, subject)), answer.text

    def to_json(self) -> str:
        """The scorecard as JSON text.

        Example:
            >>> card.to_json().splitlines()[1]
            '  "okrkit_scorecard": 1,'
        """
        return self._core.to_json()

    def to_dict(self) -> dict[str, Any]:
        """The scorecard as plain objects.

        Example:
            >>> card.to_dict()["as_of"]
            '2026-02-15'
        """
        return self._core.to_dict()

    # -- as a value ---------------------------------------------------------------------------------------------------------

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Scorecard):
            return NotImplemented
        return self._core == other._core

    #: A scorecard holds floats, which make no good keys.
    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        core = self._core
        as_of = core.as_of
        day = as_of if isinstance(as_of, str) else f"{as_of['on']} as known at {as_of['known']}"
        return f"<okrkit.Scorecard of {core.plan.id!r} as of {day} by {core.profile_id!r}>"

    def _repr_html_(self) -> str:
        from ._html import scorecard

        return scorecard(self)

    def __reduce__(self) -> tuple[Any, ...]:
        core = self._core
        return (_evaluated, (self.plan, core.as_of, core.profile))

    def __copy__(self) -> Scorecard:
        return self

    def __deepcopy__(self, _: object) -> Scorecard:
        return self


def _evaluated(plan: Plan, as_of: Any, profile: Any) -> Scorecard:
    """Computed again: the same input gives the same bits, on every machine."""
    return plan.evaluate(as_of, profile)
