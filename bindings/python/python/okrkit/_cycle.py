"""What cycles can do beside being values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._value import Value
from ._verb import call

if TYPE_CHECKING:
    from typing import Self

__all__: list[str] = []


class _Cycle(Value):
    __slots__ = ()

    @classmethod
    def year(cls, year: int) -> Self:
        """A calendar year.

        Example:
            >>> okrkit.Cycle.year(2026).ends
            datetime.date(2026, 12, 31)
        """
        return cls.from_dict(call("cycle.year", year=year).json)

    @classmethod
    def half(cls, year: int, half: int) -> Self:
        """A half of a calendar year, 1 or 2.

        Raises:
            OkrError: Where there is no such half.

        Example:
            >>> okrkit.Cycle.half(2026, 2).starts
            datetime.date(2026, 7, 1)
        """
        return cls.from_dict(call("cycle.half", year=year, half=half).json)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Self:
        """A quarter of a calendar year, 1 to 4.

        Raises:
            OkrError: Where there is no such quarter.

        Example:
            >>> okrkit.Cycle.quarter(2026, 1).ends
            datetime.date(2026, 3, 31)
        """
        return cls.from_dict(call("cycle.quarter", year=year, quarter=quarter).json)

    @classmethod
    def fiscal_year(cls, year: int, first_month: int) -> Self:
        """A fiscal year, by the calendar year in which it ends.

        Args:
            year: The calendar year in which it ends.
            first_month: The month it begins in, 1 to 12.

        Raises:
            OkrError: Where there is no such month.

        Example:
            >>> okrkit.Cycle.fiscal_year(2026, 4).starts
            datetime.date(2025, 4, 1)
        """
        return cls.from_dict(call("cycle.fiscal_year", year=year, first_month=first_month).json)

    @classmethod
    def fiscal_quarter(cls, year: int, first_month: int, quarter: int) -> Self:
        """A quarter of a fiscal year.

        Args:
            year: The calendar year in which the fiscal year ends.
            first_month: The month the fiscal year begins in, 1 to 12.
            quarter: 1 to 4.

        Raises:
            OkrError: Where there is no such month or quarter.

        Example:
            >>> okrkit.Cycle.fiscal_quarter(2026, 4, 1).starts
            datetime.date(2025, 4, 1)
        """
        return cls.from_dict(call("cycle.fiscal_quarter", year=year, first_month=first_month, quarter=quarter).json)
