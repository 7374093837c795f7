"""A day, and what was known by an instant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ._value import Day, FrozenDict, Moment, Value

__all__ = ["AsOf"]


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class AsOf(Value):
    """The day something is computed for, as it was known at an instant.

    Where everything in the plan counts as known, a date does in its place.

    Attributes:
        on: The day. What is dated later does not count.
        known: What was recorded after this instant does not count; a fact that does not say when is known from 00:00 UTC of its day.

    Example:
        >>> okrkit.AsOf("2026-02-14", known="2026-02-20T18:00:00Z").on
        datetime.date(2026, 2, 14)
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"known": None})

    on: dt.date
    known: dt.datetime | None

    def __init__(self, on: Day, *, known: Moment | None = None) -> None:
        self._fill(on, known)
