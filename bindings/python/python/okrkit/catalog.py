"""Catalogues of objectives to start from.

Example:
    >>> from okrkit import catalog
    >>> [template.id for template in catalog.sales("ar").objectives][:2]
    ['grow-revenue', 'keep-customers']
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING, Any

from ._verb import call

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._answers import CatalogDocument

__all__ = ["read", "sales"]


def sales(language: str | None = None) -> CatalogDocument:
    """The fifteen objectives of sales teams, with three key results each.

    Args:
        language: ``en`` or ``ar``: titles are then text in that language. Without it they are text by language.

    Example:
        >>> catalog = okrkit.catalog.sales("ar")
        >>> len(catalog.objectives), sum(len(template.key_results) for template in catalog.objectives)
        (15, 45)
    """
    from ._answers import CatalogDocument

    document = call("catalog.sales").json
    return CatalogDocument.from_dict(document if language is None else _in(document, language))


def read(source: str | bytes | Mapping[str, Any] | PathLike[str]) -> CatalogDocument:
    """Reads a catalogue of your own.

    Args:
        source: JSON text, bytes, a document as plain objects, or a path (``pathlib.Path``).

    Raises:
        OkrError: With every problem of the document at once.

    Example:
        >>> sales = okrkit.catalog.sales()
        >>> okrkit.catalog.read(sales.to_dict()) == sales
        True
    """
    from . import _okrkit
    from ._answers import CatalogDocument

    if isinstance(source, PathLike):
        from pathlib import Path

        source = Path(source).read_bytes()
    text = source.decode("utf-8") if isinstance(source, bytes) else source if isinstance(source, str) else _okrkit.to_json(source)
    return CatalogDocument.from_dict(call("catalog.read", text=text).json)


def _in(document: Any, language: str) -> Any:
    """A document with its texts in one language."""
    if isinstance(document, list):
        return [_in(item, language) for item in document]
    if not isinstance(document, dict):
        return document
    return {
        name: call("text.get", text=member, language=language).text
        if name in {"title", "description"} and isinstance(member, dict)
        else _in(member, language)
        for name, member in document.items()
    }
