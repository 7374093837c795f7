"""Verbs that work on nothing but their arguments."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Literal

from . import _okrkit
from ._verb import call

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ._answers import Backtest, BacktestPolicy, CodeEntry, Proposal, ProposalPolicy, Rule
    from ._errors import Position
    from ._value import Day, Number
    from ._words import Cadence

__all__ = ["backtest_history", "codes", "elapsed", "locate", "propose", "rule", "rules", "schemas", "text_in", "trend_days"]


def propose(
    history: Iterable[Number], *, season_length: int | None = None, policy: ProposalPolicy | Mapping[str, Any] | None = None
) -> Proposal:
    """Quotas for the periods to come, from those that were.

    Args:
        history: The figures of past periods, oldest first: a list, a numpy array, a Series.
        season_length: How many periods make a season; 4 for quarters of a year. Without it there are no seasons.
        policy: What differs from the defaults.

    Raises:
        OkrError: Where a figure is no number.

    Example:
        >>> proposal = okrkit.propose([100, 110, 120, 130, 140, 150, 160, 170])
        >>> [round(quota.target.value) for quota in proposal.quotas][:1]
        [180]
    """
    from ._answers import Proposal

    return Proposal.from_dict(call("propose", history=list(history), season_length=season_length, policy=policy).json)


def backtest_history(
    history: Iterable[Number], *, season_length: int | None = None, policy: BacktestPolicy | Mapping[str, Any] | None = None
) -> Backtest:
    """Proposals held against a history: each period proposed from those before it, and what came.

    Args:
        history: The figures of past periods, oldest first.
        season_length: How many periods make a season.
        policy: What differs from the defaults.

    Example:
        >>> isinstance(okrkit.backtest_history([100, 110, 120, 130, 140, 150, 160, 170]), okrkit.Backtest)
        True
    """
    from ._answers import Backtest

    return Backtest.from_dict(call("backtest_history", history=list(history), season_length=season_length, policy=policy).json)


def elapsed(starts: Day, ends: Day, on: Day) -> float:
    """The share of a period that has gone on a day, from 0 to 1.

    Args:
        starts: The first day.
        ends: The last day.
        on: The day.

    Example:
        >>> okrkit.elapsed("2026-01-01", "2026-04-11", "2026-02-20")
        0.5
    """
    found: float = call("elapsed", starts=starts, ends=ends, on=on).json
    return found


def trend_days(from_: Day, to: Day, every: Cadence | Literal["day", "week", "two_weeks", "month", "quarter"]) -> tuple[dt.date, ...]:
    """Days at a cadence, for ``Plan.trend``.

    Args:
        from_: The first day.
        to: The last day; it is always one of them.
        every: The cadence.

    Example:
        >>> [day.isoformat() for day in okrkit.trend_days("2026-01-01", "2026-01-20", "week")]
        ['2026-01-01', '2026-01-08', '2026-01-15', '2026-01-20']
    """
    return tuple(map(dt.date.fromisoformat, call("trend.days", **{"from": from_}, to=to, every=every).json))


def rules(language: str = "en") -> tuple[Rule, ...]:
    """Every lint rule, with its reason and what to do in a language.

    Args:
        language: ``en`` or ``ar``.

    Example:
        >>> len(okrkit.rules()) > 50
        True
    """
    from ._answers import Rule

    return tuple(map(Rule.from_dict, call("lint.rules", language=language).json))


def rule(id: str, language: str = "en") -> Rule:
    """A lint rule by its id, with its reason and what to do in a language.

    Args:
        id: The id.
        language: ``en`` or ``ar``.

    Raises:
        KeyError: Where there is none.

    Example:
        >>> okrkit.rule("wording.vague").fix
        'say from which value to which, or leave the word out'
        >>> okrkit.rule("wording.vague", "ar").fix
        'قل من أي قيمة إلى أي قيمة، أو احذف الكلمة'
    """
    from ._answers import Rule

    found = call("lint.rule", id=id, language=language).json
    if found is None:
        raise KeyError(id)
    return Rule.from_dict(found)


def codes() -> tuple[CodeEntry, ...]:
    """Every code of a problem, with its meaning and what to do about it.

    Example:
        >>> okrkit.codes()[0].code
        'document.syntax'
    """
    from ._answers import CodeEntry

    return tuple(map(CodeEntry.from_dict, call("code.all").json))


def locate(text: str, pointers: Iterable[str]) -> tuple[Position, ...]:
    """Where JSON pointers lead in a text.

    Args:
        text: JSON.
        pointers: RFC 6901 pointers; one that leads nowhere stands for the nearest place above.

    Example:
        >>> okrkit.locate('{"id": "acme"}', ["/id"])[0].column
        8
    """
    from ._errors import Position

    return tuple(map(Position.from_dict, call("document.locate", text=text, pointers=list(pointers)).json))


def text_in(text: str | Mapping[str, str], language: str) -> str:
    """A text in a language: the text itself, or the one of several that fits best.

    Args:
        text: A title or description, as plans have them.
        language: A language tag such as ``ar``.

    Example:
        >>> okrkit.text_in({"en": "Grow", "ar": "تنمية"}, "ar-EG")
        'تنمية'
    """
    found: str = call("text.get", text=text, language=language).text
    return found


def schemas() -> dict[str, Any]:
    """The JSON Schemas of the documents (``plan``, ``profile``) and of what every verb takes and answers (``verbs``).

    Example:
        >>> okrkit.schemas()["plan"]["$id"]
        'https://okrkit.dev/schema/plan-1.json'
    """
    return _okrkit.schemas()
