"""How pydantic v2 reads, writes and describes the values of this package. Imported only where pydantic asks."""

from __future__ import annotations

from typing import Any

from pydantic_core import core_schema


def schema_of(kind: Any) -> Any:
    """The schema of a class with `from_dict` and `to_dict`.

    It takes an instance, plain objects, or JSON where a JSON document is validated, and is written as plain objects. A problem is
    told as an error of pydantic, with the JSON pointers of okrkit.
    """

    def read(value: Any) -> Any:
        return value if isinstance(value, kind) else kind.from_dict(value)

    return core_schema.no_info_plain_validator_function(
        read,
        serialization=core_schema.plain_serializer_function_ser_schema(lambda value: value.to_dict(), when_used="always"),
        metadata={"pydantic_js_functions": [lambda _schema, _handler: {"type": "object", "title": kind.__name__}]},
    )
