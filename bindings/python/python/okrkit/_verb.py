"""How the verbs of the core are called."""

from __future__ import annotations

from . import _okrkit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["Answer", "call"]


class Answer:
    """What a verb answers; which of these it fills, the table of verbs says."""

    __slots__ = ("json", "plan", "scorecards", "text")

    plan: Any
    scorecards: dict[str, Any]
    json: Any
    text: Any

    def __init__(self, plan: Any, scorecards: dict[str, Any], json: Any, text: Any) -> None:
        self.plan, self.scorecards, self.json, self.text = plan, scorecards, json, text


def call(verb: str, on: Any = None, /, **arguments: Any) -> Answer:
    """Calls a verb. Arguments that are ``None`` are not given."""
    given = {name: argument for name, argument in arguments.items() if argument is not None}
    return Answer(*_okrkit.call(verb, on, given))
