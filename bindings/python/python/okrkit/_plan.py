"""Plans."""

from __future__ import annotations

from ._okrkit import PlanCore
from ._scorecard import Scorecard

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike
    from typing import Any, ClassVar

    from ._as_of import AsOf
    from ._parts import Cycle, KeyResult, Kpi, Link, Objective, Team, Text
    from ._rules import Profile
    from ._value import Day


__all__ = ["Plan"]


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
            >>> plan.key_result("pipeline").measure
            Children(roll_up=<ChildrenRollUp.SUM: 'sum'>, start=0.0, target=...)
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

    def __len__(self) -> int:
        """How many objectives there are."""
        return self._core.n_objectives

    # -- what is asked of it ------------------------------------------------------------------------------------------------

    def evaluate(self, as_of: Day | AsOf, profile: str | Profile | Mapping[str, Any] | None = None) -> Scorecard:
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

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from ._pydantic import schema_of

        return schema_of(cls)
