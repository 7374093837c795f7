from _typeshed import SupportsGetItem
from okrkit._okrkit import TableCore as TableCore2
from okrkit._tables import ArrowStream
from typing import Any, Final, SupportsIndex, final

__all__ = ["VERSION", "PlanCore", "ScorecardCore", "TableCore", "call", "check_as_of", "codes", "day_or_instant", "from_json", "from_tables", "merge_partially", "profile", "profile_names", "schemas", "score_key_results", "score_objectives", "score_partially", "to_json", "to_tables", "verbs"]

VERSION: Final[str]
"""
The version of the package.
"""

@final
class PlanCore:
    """
    A plan of the core.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def evaluate(self, /, as_of: object, profile: object | None = None) -> ScorecardCore:
        """
        The scorecard as of a day by a profile; without one, by the profile the plan names.
        """
    def has(self, /, id: str) -> bool:
        """
        Whether there is an objective or a key result of an id.
        """
    @property
    def id(self, /) -> str: ...
    @property
    def key_result_ids(self, /) -> list[str]: ...
    @property
    def n_key_results(self, /) -> int: ...
    @property
    def n_objectives(self, /) -> int: ...
    def node(self, /, id: str) -> tuple[bool, dict[str, Any]] | None:
        """
        A node by id: whether it is an objective, and the node as plain objects.
        """
    @property
    def objective_ids(self, /) -> list[str]: ...
    @staticmethod
    def of_bytes(text: bytes) -> PlanCore:
        """
        Reads JSON text in UTF-8.
        """
    @staticmethod
    def of_document(document: object) -> PlanCore:
        """
        Reads a document made of plain objects.
        """
    @staticmethod
    def of_text(text: str) -> PlanCore:
        """
        Reads JSON text.
        """
    def part(self, /, name: str) -> Any:
        """
        A part of the document, by the name of its field, as plain objects; without objectives' contents.
        """
    @property
    def profile(self, /) -> str: ...
    def to_dict(self, /) -> dict[str, Any]:
        """
        The document as plain objects.
        """
    def to_json(self, /) -> str:
        """
        The canonical text.
        """

@final
class ScorecardCore:
    """
    A scorecard of the core.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    @property
    def as_of(self, /) -> Any:
        """
        The day as ISO text, or a day and an instant.
        """
    @property
    def ids(self, /) -> list[str]:
        """
        The ids of all nodes, each objective before its key results.
        """
    def key_results(self, /) -> list[tuple[str, dict[str, Any]]]:
        """
        The figures of all key results in the order of the document: their ids, and the figures as plain objects.
        """
    def node(self, /, id: str) -> tuple[bool, dict[str, Any]] | None:
        """
        The figures of a node by id: whether it is an objective, and the figures as plain objects.
        """
    def objectives(self, /) -> list[tuple[str, dict[str, Any]]]:
        """
        The figures of all objectives in the order of the document: their ids, and the figures as plain objects.
        """
    @property
    def plan(self, /) -> PlanCore: ...
    @property
    def profile(self, /) -> dict[str, Any]:
        """
        The profile in full, as plain objects.
        """
    @property
    def profile_id(self, /) -> str: ...
    def to_dict(self, /) -> dict[str, Any]:
        """
        The scorecard as plain objects.
        """
    def to_json(self, /) -> str:
        """
        The scorecard as JSON text.
        """
    def to_table(self, /) -> TableCore:
        """
        The figures as a table.
        """

@final
class TableCore:
    """
    A table, in one or more record batches.
    """
    def __arrow_c_schema__(self, /) -> Any: ...
    def __arrow_c_stream__(self, /, requested_schema: object | None = None) -> Any:
        """
        The table as a stream of Arrow record batches; it may be asked for as often as one likes.
        """
    def __len__(self, /) -> int: ...
    @property
    def column_names(self, /) -> list[str]: ...

def call(verb: str, on: object, arguments: object) -> tuple[Any, dict[str, Any], Any, Any]:
    """
    Calls a verb on a plan, a tuple of plans, a scorecard, or nothing.

    Gives what the answer holds: a plan, scorecards by name, JSON as plain objects, and text; each of them or nothing.
    """

def check_as_of(day: object) -> None:
    """
    Whether something is a day that a scorecard can be asked for; raises where it is not.
    """

def codes() -> list[tuple[str, str, str]]:
    """
    Every code of a problem that the core knows, in the order of its catalogue: code, meaning, help.
    """

def day_or_instant(object: object) -> str:
    """
    The ISO text of a date, a datetime, or what numpy and pandas have for them.

    Raises `OkrError` for what is neither a day nor an instant: `NaT`, and a time of day without a time zone.
    """

def from_json(text: object) -> Any:
    """
    What `json.loads` gives, with the errors of this package.
    """

def from_tables(tables: object, progress: object | None = None) -> PlanCore:
    """
    The plan in tables, by name.
    """

def merge_partially(data: ArrowStream) -> TableCore:
    """
    Adds up partial scores.
    """

def profile(profile: object) -> dict[str, Any]:
    """
    A profile by name or document, in full, as plain objects.
    """

def profile_names() -> list[str]:
    """
    The names of the profiles that okrkit brings.
    """

def schemas() -> dict[str, Any]:
    """
    The JSON Schemas of the documents and of the verbs, by name, as the core's types gave them when the package was built. To have
    the core make them anew would put a third of a megabyte of code into every wheel.
    """

def score_key_results(data: ArrowStream, as_of: object, profile: object, progress: object | None = None) -> TableCore:
    """
    Scores each row of a table alone: as many rows as there are.
    """

def score_objectives(data: ArrowStream, as_of: object, profile: object, group_by: SupportsGetItem[int, str], n_threads: SupportsIndex | None = None, progress: object | None = None) -> dict[str, TableCore2]:
    """
    Scores the key results of a table: one row an objective, and one table more for each column that is grouped by.
    """

def score_partially(data: ArrowStream, as_of: object, profile: object, n_threads: SupportsIndex | None = None, progress: object | None = None) -> TableCore:
    """
    The sums that scores are made of, one row an objective, to be merged with those of other parts of a table.
    """

def to_json(object: object) -> str:
    """
    The JSON text of plain objects, numpy and pandas values, dates and values of this package.

    Raises `OkrError` with every value that JSON cannot say, each with its JSON pointer.
    """

def to_tables(plan: PlanCore) -> dict[str, TableCore2]:
    """
    The tables of a plan, by name.
    """

def verbs() -> Any:
    """
    The table of verbs as plain objects: of each its name, what it works on, its arguments with whether they must be given, and
    what its answer holds.
    """
