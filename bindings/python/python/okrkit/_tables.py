"""Tables in and out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from . import _okrkit
from ._value import FrozenDict

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from ._okrkit import TableCore
    from ._rules import Profile
    from ._value import Day

__all__ = ["ArrowStream", "ScoredTable", "Table", "merge_partial_scores", "partial_scores", "score_rows", "score_table"]


class ArrowStream(Protocol):
    """A table of any library that speaks Arrow: pandas, polars, pyarrow, DuckDB, DataFusion, PySpark and others."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The table as a stream of Arrow record batches (the Arrow PyCapsule interface)."""


class Table:
    """A table that speaks Arrow: hand it to pandas, polars, pyarrow, DuckDB or whatever you work with; nothing is copied for that.

    Example:
        >>> table = card.to_table()
        >>> table.column_names[:2], len(table)
        (('node', 'id'), 64)
        >>> table.to_polars().shape
        (64, 29)
    """

    __slots__ = ("_core",)

    _core: TableCore

    def __init__(self) -> None:
        raise TypeError("a table is an answer, not made: see `score_table`, `Plan.to_tables`, `Scorecard.to_table`")

    @classmethod
    def _of(cls, core: Any) -> Any:
        table = object.__new__(cls)
        object.__setattr__(table, "_core", core)
        return table

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(f"a table is immutable: cannot set {name!r}")

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The table as a stream of Arrow record batches; it may be asked for as often as one likes."""
        return self._core.__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> Any:
        """The schema of the table."""
        return self._core.__arrow_c_schema__()

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self._core.column_names)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._core)

    def to_pyarrow(self) -> pyarrow.Table:
        """The table as a ``pyarrow.Table``, without a copy."""
        import pyarrow as pa

        return pa.table(self)

    def to_polars(self) -> polars.DataFrame:
        """The table as a ``polars.DataFrame``, without a copy where polars has the type."""
        import polars as pl

        return pl.DataFrame(self)

    def to_pandas(self) -> pandas.DataFrame:
        """The table as a ``pandas.DataFrame``; words become categories, days ``datetime.date``. It needs pyarrow."""
        return self.to_pyarrow().to_pandas()

    def __repr__(self) -> str:
        return f"<okrkit.{type(self).__name__}: {len(self)} rows of {', '.join(self.column_names)}>"


class ScoredTable(Table):
    """The figures of objectives, and those of the groups that were asked for.

    Attributes:
        groups: A table for each column that was grouped by.
    """

    __slots__ = ("groups",)

    groups: Mapping[str, Table]


def score_table(
    data: ArrowStream,
    as_of: Day,
    profile: str | Profile | Mapping[str, Any] = "default",
    *,
    group_by: str | Iterable[str] = (),
    n_threads: int | None = None,
    progress: Callable[[int], object] | None = None,
) -> ScoredTable:
    """Scores a table of key results: a row for each objective, by the rules of ``Plan.evaluate``.

    Columns are found by their names; none but ``objective_id`` is required, null says nothing is known, and others are left alone.

    ==================================================  =======================================  ========================================
    column                                              type                                     meaning
    ==================================================  =======================================  ========================================
    ``objective_id``                                    text, dictionary of texts, whole number  its objective; never null
    ``kind``                                            text or dictionary of texts              the kind of measure; ``metric`` where null
    ``start``, ``target``, ``baseline``, ``percent`` …  any number, decimal or boolean           the fields of the measure, by their names
    ``reading``                                         any number or boolean                    its reading; null: no check-in
    ``progress``                                        any number                               computed elsewhere, if at all
    ``weight``                                          any number                               a proportion; 1 where null
    ``starts``, ``ends``                                date, or text ``YYYY-MM-DD``             without dates nothing is expected
    ``confidence``                                      any number                               from 0 to 1
    ``stage``, ``objective_stage``, ``ambition``        text or dictionary of texts              as in plans
    ==================================================  =======================================  ========================================

    Args:
        data: Anything with ``__arrow_c_stream__``: a DataFrame of pandas or polars, a table, dataset reader or batches of pyarrow, a
            relation of DuckDB, a DataFrame of DataFusion or Spark. It is read batch by batch and may be larger than memory.
        as_of: The day.
        profile: The name of a profile, a ``Profile``, or its document.
        group_by: Columns to group objectives by in the same call; ``.groups`` then holds a table for each.
        n_threads: How many threads work; as many as the machine has unless given. Other Python threads go on meanwhile.
        progress: Called with the number of rows of each batch that is done, such as ``tqdm(total=n).update``.

    Raises:
        OkrError: With every bad row; the path of an issue is ``/rows/17/target``, rows counted from 0.
        TypeError: Where ``data`` is no table.

    Example:
        >>> import polars as pl
        >>> key_results = pl.DataFrame({
        ...     "objective_id": ["grow", "grow", "keep"], "region": ["gulf", "gulf", "levant"],
        ...     "start": [0.0, 0.0, 6.0], "target": [500_000.0, 50.0, 4.0], "reading": [240_000.0, None, 5.0]})
        >>> scored = okrkit.score_table(key_results, "2026-02-14", group_by="region")
        >>> scored.to_polars()["score"].to_list()
        [0.48, 0.5]
        >>> scored.groups["region"].to_polars()["region"].to_list()
        ['gulf', 'levant']
    """
    columns = [group_by] if isinstance(group_by, str) else list(group_by)
    tables = _okrkit.score_objectives(data, as_of, profile, columns, n_threads, progress)
    scored: ScoredTable = ScoredTable._of(tables[""])
    object.__setattr__(scored, "groups", FrozenDict({column: Table._of(tables[column]) for column in columns}))
    return scored


def score_rows(
    data: ArrowStream,
    as_of: Day,
    profile: str | Profile | Mapping[str, Any] = "default",
    *,
    progress: Callable[[int], object] | None = None,
) -> Table:
    """Scores each key result of a table alone: a row for each row, in their order.

    Args:
        data: As in ``score_table``.
        as_of: The day.
        profile: The name of a profile, a ``Profile``, or its document.
        progress: Called with the number of rows of each batch that is done.

    Raises:
        OkrError: With every bad row.
        TypeError: Where ``data`` is no table.

    Example:
        >>> import pyarrow as pa
        >>> rows = pa.table({"objective_id": ["grow"], "start": [0], "target": [50], "reading": [21]})
        >>> okrkit.score_rows(rows, "2026-02-14").to_pyarrow()["score"].to_pylist()
        [0.42]
    """
    table: Table = Table._of(_okrkit.score_key_results(data, as_of, profile, progress))
    return table


def partial_scores(
    data: ArrowStream,
    as_of: Day,
    profile: str | Profile | Mapping[str, Any] = "default",
    *,
    n_threads: int | None = None,
    progress: Callable[[int], object] | None = None,
) -> Table:
    """The sums that scores are made of, for a part of a table that is spread over files or machines.

    Args:
        data: As in ``score_table``.
        as_of: The day.
        profile: The name of a profile, a ``Profile``, or its document.
        n_threads: How many threads work.
        progress: Called with the number of rows of each batch that is done.

    Returns:
        A row for each objective of the part: ``objective_id``, ``weight`` (the sum of the weights of members with a figure),
        ``weighted`` (the sum of weight × score), ``n`` (how many those are), ``score``. Sums of several parts add up: the score
        of the whole is Σ ``weighted`` / Σ ``weight``.

    Raises:
        OkrError: With every bad row.
        TypeError: Where ``data`` is no table.

    Example:
        >>> import pyarrow as pa
        >>> part = pa.table({"objective_id": ["grow"] * 2, "start": [0, 0], "target": [50, 10], "reading": [20, 5], "weight": [1, 3]})
        >>> okrkit.partial_scores(part, "2026-02-14").to_pyarrow().to_pylist()
        [{'objective_id': 'grow', 'weight': 4.0, 'weighted': 1.9, 'n': 2, 'score': 0.475}]
    """
    table: Table = Table._of(_okrkit.score_partially(data, as_of, profile, n_threads, progress))
    return table


def merge_partial_scores(data: ArrowStream) -> Table:
    """Adds up partial scores.

    Args:
        data: The rows of several answers of ``partial_scores``, one below the other.

    Raises:
        OkrError: Where a column is missing or of another type.
        TypeError: Where ``data`` is no table.

    Example:
        >>> import pyarrow as pa
        >>> part = pa.table({"objective_id": ["grow"], "start": [0], "target": [50], "reading": [20]})
        >>> twice = pa.concat_tables([okrkit.partial_scores(part, "2026-02-14").to_pyarrow()] * 2)
        >>> okrkit.merge_partial_scores(twice).to_pyarrow()["n"].to_pylist()
        [2]
    """
    table: Table = Table._of(_okrkit.merge_partially(data))
    return table
