"""Scorecards."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt
    from typing import Any, ClassVar

    from ._okrkit import ScorecardCore
    from ._plan import Plan
    from ._rules import Profile

__all__ = ["Scorecard"]


class Scorecard:
    """Every figure of a plan as of a day, by a profile.

    It keeps the plan and the profile it was computed from. It is immutable, and can be compared, pickled and copied.

    Example:
        >>> card = plan.evaluate("2026-02-15")
        >>> card.plan == plan
        True
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
    def as_of(self) -> dt.date:
        """The day it was computed for."""
        import datetime as dt

        as_of = self._core.as_of
        return dt.date.fromisoformat(as_of if isinstance(as_of, str) else as_of["on"])

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
        return f"<okrkit.Scorecard of {core.plan.id!r} as of {self.as_of} by {core.profile_id!r}>"

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
