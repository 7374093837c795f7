"""What catalogues and templates can do. Each class here is the base of the generated class of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    from ._answers import Template
    from ._parts import Cycle, KeyResult, Objective, Team
    from ._plan import Plan
    from ._value import Number

__all__: list[str] = []


def _key_results(found: Any) -> tuple[KeyResult, ...]:
    from ._parts import KeyResult

    return tuple(map(KeyResult.from_dict, found))


class _CatalogDocument(Value):
    __slots__ = ()

    def template(self, id: str) -> Template:
        """A template by its id.

        Raises:
            KeyError: Where there is none.

        Example:
            >>> okrkit.catalog.sales().template("grow-revenue").category
            'revenue'
        """
        from ._answers import Template
        from ._verb import call

        found = call("catalog.template", catalog=self, template=id).json
        if found is None:
            raise KeyError(id)
        return Template.from_dict(found)

    def baselines(self) -> tuple[KeyResult, ...]:
        """The key results that need a start or a baseline before they can be measured.

        Example:
            >>> len(okrkit.catalog.sales().baselines()) > 0
            True
        """
        from ._verb import call

        return _key_results(call("catalog.baselines", catalog=self).json)

    def with_baseline(self, key_result: str, baseline: Number) -> Self:
        """The catalogue with a start or baseline filled in.

        Args:
            key_result: The id of one of ``baselines()``.
            baseline: Where it begins, on the measure's own scale.

        Raises:
            OkrError: Where there is no such key result, or it takes none.
        """
        from ._verb import call

        return self.from_dict(call("catalog.with_baseline", catalog=self, key_result=key_result, baseline=baseline).json)

    def plan(self, id: str, cycle: Cycle | Mapping[str, Any], *, team: Team | Mapping[str, Any] | None = None) -> Plan:
        """A plan of all templates.

        Args:
            id: The id of the plan.
            cycle: The cycle all objectives are of.
            team: The team they are of, if any.

        Raises:
            OkrError: With every problem of the plan that it would be.

        Example:
            >>> q1 = okrkit.Cycle("q1", "2026-01-01", "2026-03-31")
            >>> okrkit.catalog.sales().plan("acme", q1)
            <okrkit.Plan 'acme': 15 objectives, 45 key results>
        """
        from ._plan import Plan
        from ._verb import call

        return Plan._of(call("catalog.plan", catalog=self, id=id, cycle=cycle, team=team).plan)


class _Template(Value):
    __slots__ = ()

    def instantiate(self, cycle: str, *, team: str | None = None) -> Objective:
        """An objective made of the template.

        Args:
            cycle: The id of its cycle.
            team: The id of its team, if any.

        Example:
            >>> okrkit.catalog.sales().template("grow-revenue").instantiate("q1").cycle
            'q1'
        """
        from ._parts import Objective
        from ._verb import call

        alone = {"okrkit_catalog": 1, "id": "one", "title": "one", "objectives": [self]}
        return Objective.from_dict(call("template.instantiate", catalog=alone, template=self.id, cycle=cycle, team=team).json)  # type: ignore[attr-defined]
