"""Problems, as exceptions with data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ._value import FrozenDict, Value

__all__ = ["Issue", "OkrError", "Position"]


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Position(Value):
    """A place in a text.

    Attributes:
        line: The line, from 1.
        column: The column in characters, from 1.
        offset: The byte, from 0.

    Example:
        >>> okrkit.Position(line=1, column=3, offset=2).column
        3
    """

    line: int
    column: int
    offset: int

    def __init__(self, line: int, column: int, offset: int) -> None:
        self._fill(line, column, offset)


@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)
class Issue(Value):
    """One problem of a document or an argument.

    Attributes:
        code: The stable name of the kind of problem, such as ``link.loop``. Once published it is never renamed.
        path: Where it is, as a JSON pointer (RFC 6901); empty for the whole document.
        message: What is wrong, in one line.
        help: What to do about it, in one line.
        severity: ``error`` or ``warning``.
        nodes: Ids of the objectives and key results it is about.
        position: Where in the text it is, where there was a text.

    Example:
        >>> try:
        ...     okrkit.Plan.read('{"okrkit": 1, "id": "acme", "cycles": []}')
        ... except okrkit.OkrError as error:
        ...     issue = error.issues[0]
        >>> issue.code, issue.path
        ('document.missing_field', '/objectives')
    """

    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({"severity": "error", "nodes": (), "position": None})

    code: str
    path: str
    message: str
    help: str
    severity: str
    nodes: tuple[str, ...]
    position: Position | None

    def __init__(
        self,
        code: str,
        path: str,
        message: str,
        help: str,
        *,
        severity: str = "error",
        nodes: Iterable[str] = (),
        position: Position | None = None,
    ) -> None:
        self._fill(code, path, message, help, severity, nodes, position)

    def __str__(self) -> str:
        """The problem in one line."""
        place = f" (at {self.path})" if self.path else ""
        return f"{self.severity}[{self.code}]: {self.message}{place}"


class OkrError(ValueError):
    """Everything that is wrong with a document or an argument, at once.

    Attributes:
        issues: The problems, in order; at least one.
        more: How many were found beyond those, where there were too many to tell.

    Example:
        >>> try:
        ...     okrkit.Plan.read({"okrkit": 1, "id": "", "cycles": [], "objectives": []})
        ... except okrkit.OkrError as error:
        ...     print(error)
        error[id.invalid]: the id is empty (at /id)
    """

    issues: tuple[Issue, ...]
    more: int

    def __init__(self, issues: Iterable[Issue], more: int = 0) -> None:
        self.issues = tuple(issues)
        self.more = more
        super().__init__(self.issues, more)

    @classmethod
    def from_list(cls, issues: Iterable[Mapping[str, Any]], more: int = 0) -> OkrError:
        """The exception of problems as plain objects."""
        return cls([Issue.from_dict(issue) for issue in issues], more)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the problems, in order."""
        return tuple(issue.code for issue in self.issues)

    def __str__(self) -> str:
        """Every problem on a line of its own."""
        lines = [str(issue) for issue in self.issues]
        if self.more:
            lines.append(f"and {self.more} more")
        return "\n".join(lines)
