"""How the verbs of the core are called."""

from __future__ import annotations

from typing import Any, NamedTuple

from . import _okrkit

__all__ = ["Answer", "call"]


class Answer(NamedTuple):
    """What a verb answers; which of these it fills, the table of verbs says."""

    plan: Any
    scorecards: dict[str, Any]
    json: Any
    text: Any


def call(verb: str, on: Any = None, /, **arguments: Any) -> Answer:
    """Calls a verb. Arguments that are ``None`` are not given."""
    given = {name: argument for name, argument in arguments.items() if argument is not None}
    return Answer(*_okrkit.call(verb, on, given))
