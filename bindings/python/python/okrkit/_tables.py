"""Tables in and out."""

from __future__ import annotations

from typing import Any, Protocol

__all__ = ["ArrowStream"]


class ArrowStream(Protocol):
    """A table of any library that speaks Arrow: pandas, polars, pyarrow, DuckDB, DataFusion, PySpark and others."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The table as a stream of Arrow record batches (the Arrow PyCapsule interface)."""
