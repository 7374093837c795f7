"""What results can do beside being values. Each class here is the base of the generated class of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    from ._answers import TrendPoint
    from ._plan import Plan
    from ._scorecard import Scorecard

__all__: list[str] = []


class _Beside(Value):
    """A value that was computed together with plans or scorecards, and keeps them beside its fields."""

    __slots__ = ("_beside",)

    _beside: Any

    def _with(self, beside: Any) -> Self:
        object.__setattr__(self, "_beside", beside)
        return self

    def _kept(self) -> Any:
        return getattr(self, "_beside", None)

    def __reduce__(self) -> tuple[Any, ...]:
        make, parts = super().__reduce__()
        return (_together, (make, parts, self._kept()))


def _together(make: Any, parts: Any, beside: Any) -> Any:
    return make(*parts)._with(beside)


class _Comparison(_Beside):
    __slots__ = ()

    @property
    def scorecards(self) -> Mapping[str, Scorecard]:
        """The scorecard of each profile, by the profile's name; empty in a comparison that was read from JSON."""
        from ._value import FrozenDict

        return self._kept() or FrozenDict()

    def _repr_html_(self) -> str:
        from ._html import comparison

        return comparison(self)


class _WhatIf(_Beside):
    __slots__ = ()

    @property
    def before(self) -> Scorecard | None:
        """The scorecard without the edits; ``None`` in an answer that was read from JSON."""
        kept = self._kept()
        return kept[0] if kept else None

    @property
    def after(self) -> Scorecard | None:
        """The scorecard with the edits; ``None`` in an answer that was read from JSON."""
        kept = self._kept()
        return kept[1] if kept else None


class _MergeReport(_Beside):
    __slots__ = ()

    @property
    def plan(self) -> Plan | None:
        """The merged plan; ``None`` where both sides together make no plan, and ``refused`` says why."""
        found: Plan | None = self._kept()
        return found


class _CarryReport(_Beside):
    __slots__ = ()

    @property
    def plan(self) -> Plan | None:
        """The plan with the copies in it; ``None`` in a report that was read from JSON."""
        found: Plan | None = self._kept()
        return found


class _Explanation(_Beside):
    __slots__ = ()

    def to_text(self, language: str = "en") -> str:
        """The explanation in words.

        Args:
            language: ``en`` or ``ar``.

        Raises:
            OkrError: Where there are no words in a language.
            ValueError: In an explanation that was read from JSON: only the scorecard can tell it in words.

        Example:
            >>> print(card.explain("revenue", "progress").to_text())
            progress of `revenue` is ...
        """
        kept = self._kept()
        if kept is None:
            raise ValueError("this explanation was read from JSON; ask the scorecard again to have it in words")
        card, subject = kept
        return card._explained(subject, self.figure, language)[1]  # type: ignore[attr-defined,no-any-return]

    def __str__(self) -> str:
        """The explanation in English."""
        return self.to_text() if self._kept() is not None else repr(self)

    def _repr_html_(self) -> str:
        from ._html import explanation

        return explanation(self)


class _PlanDiff(_Beside):
    __slots__ = ()

    def apply(self, plan: Plan) -> Plan:
        """The plan with every change of the difference made.

        Args:
            plan: A plan that is the same in the places the difference names.

        Raises:
            OkrError: Where it is not.

        Example:
            >>> after = plan.check_in("revenue", on="2026-03-31", value=1_450_000)
            >>> plan.diff(after).apply(plan) == after
            True
        """
        from ._plan import Plan
        from ._verb import call

        return Plan._of(call("plan_diff.apply", plan._core, diff=self).plan)

    def to_text(self) -> str:
        """The difference as a reviewer reads it.

        Raises:
            ValueError: In a difference that was read from JSON: only the two plans can tell it in words.
        """
        text: str | None = self._kept()
        if text is None:
            raise ValueError("this difference was read from JSON; compare the two plans again to have it in words")
        return text

    def __str__(self) -> str:
        """The difference as a reviewer reads it."""
        return self._kept() or repr(self)


class _LintReport(Value):
    __slots__ = ()

    def _repr_html_(self) -> str:
        from ._html import lint

        return lint(self)


class _Agenda(Value):
    __slots__ = ()

    def _repr_html_(self) -> str:
        from ._html import agenda

        return agenda(self)


class _CycleReview(Value):
    __slots__ = ()


class _Trend(Value):
    __slots__ = ()

    def node(self, id: str) -> tuple[TrendPoint, ...]:
        """The points of an objective or a key result, one for each day.

        Raises:
            KeyError: Where there is none of that id.
        """
        for node in self.nodes:  # type: ignore[attr-defined]
            if node.node == id:
                points: tuple[TrendPoint, ...] = node.points
                return points
        raise KeyError(id)
