"""What all values of the package have in common: frozen, compared by what they hold, and the same in Python and in JSON."""

from __future__ import annotations

import datetime as dt
import enum
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, Literal, SupportsFloat, SupportsIndex, TypeAlias, TypeVar, Union

from . import _okrkit

if typing.TYPE_CHECKING:
    from typing import Self

__all__ = ["Day", "FrozenDict", "Moment", "Number", "Value"]

#: A day: a date, or its ISO text ``2026-03-31``. A ``datetime`` counts where it is midnight without a time zone.
Day: TypeAlias = dt.date | str
#: An instant: a ``datetime`` with a time zone, or RFC 3339 text ``2026-03-31T09:00:00Z``.
Moment: TypeAlias = dt.datetime | str
#: A finite number: int, float, ``Decimal``, a numpy or pandas scalar.
Number: TypeAlias = SupportsFloat | SupportsIndex

_K = TypeVar("_K")
_V = TypeVar("_V", covariant=True)
_T = TypeVar("_T")


class FrozenDict(dict[_K, _V]):  # type: ignore[type-var,unused-ignore]
    """A dict that cannot be changed, and can be hashed where what it holds can.

    Example:
        >>> region = okrkit.FrozenDict(region="gulf")
        >>> region["region"]
        'gulf'
        >>> region["region"] = "levant"
        Traceback (most recent call last):
        ...
        TypeError: this mapping is part of a frozen value
    """

    __slots__ = ()

    if not typing.TYPE_CHECKING:

        def _refuse(self, *_, **__):
            raise TypeError("this mapping is part of a frozen value")

        def _refuse_all(self):
            self._refuse()

        __setitem__ = __delitem__ = __ior__ = pop = setdefault = update = _refuse
        clear = popitem = _refuse_all

    def __hash__(self) -> int:  # type: ignore[override]
        """Hashes the items, in no order."""
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (dict(self),))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: object) -> Self:
        return self


def _frozen(value: Any) -> Any:
    """Plain JSON with its lists and dicts frozen."""
    if isinstance(value, Mapping):
        return FrozenDict((name, _frozen(member)) for name, member in value.items())
    if isinstance(value, (list, tuple)):
        return tuple(map(_frozen, value))
    return value


class _Problems:
    """What is wrong with the parts of a value, with where each stands."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.found: list[dict[str, str]] = []

    def add(self, code: str, message: str, *more: str) -> None:
        path = "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in (*self.path, *more))
        self.found.append({"code": code, "path": path, "message": message, "severity": "error", "help": _help(code)})

    def within(self, part: str, read: Callable[[Any, _Problems], _T], value: Any) -> _T:
        self.path.append(part)
        try:
            return read(value, self)
        finally:
            self.path.pop()

    def end(self) -> None:
        if self.found:
            from ._errors import OkrError

            raise OkrError.from_list(self.found, 0)


def _help(code: str) -> str:
    return next((help_ for known, _, help_ in _okrkit.codes() if known == code), "")


_Reader = Callable[[Any, _Problems], Any]


def _shown(value: object) -> str:
    return f"`{type(value).__name__}`"


def _text(value: Any, problems: _Problems) -> Any:
    if isinstance(value, str):
        return str(value)
    problems.add("document.wrong_type", f"expected text, found {_shown(value)}")
    return None


def _truth(value: Any, problems: _Problems) -> Any:
    if isinstance(value, bool):
        return value
    if type(value).__name__ in {"bool", "bool_"} and hasattr(value, "item"):
        return bool(value)
    problems.add("document.wrong_type", f"expected true or false, found {_shown(value)}")
    return None


def _number(value: Any, problems: _Problems) -> Any:
    if isinstance(value, (str, bool, bytes)) or not (hasattr(value, "__float__") or hasattr(value, "__index__")):
        problems.add("document.wrong_type", f"expected a number, found {_shown(value)}")
        return None
    try:
        number = float(value)
    except (OverflowError, TypeError, ValueError):
        problems.add("number.range", "a number is finite")
        return None
    if number - number != 0:
        problems.add("number.range", "a number is finite; leave the field out where nothing is known")
    return number


def _whole(value: Any, problems: _Problems) -> Any:
    number = _number(value, problems)
    if number is None:
        return None
    if number != int(number):
        problems.add("number.range", "a whole number is expected")
    return int(value)


def _day(value: Any, problems: _Problems) -> Any:
    if type(value) is dt.date:
        return value
    try:
        return dt.date.fromisoformat(_iso(value, 10))
    except (ValueError, TypeError) as error:
        problems.add("date.invalid", _why(value, error, "a calendar date `YYYY-MM-DD`"))
        return None


def _moment(value: Any, problems: _Problems) -> Any:
    try:
        moment = value if type(value) is dt.datetime else dt.datetime.fromisoformat(_iso(value, None))
        if moment.tzinfo is None:
            raise ValueError
        return moment.astimezone(dt.UTC)
    except (ValueError, TypeError) as error:
        problems.add("date.invalid", _why(value, error, "an RFC 3339 instant such as `2026-03-31T09:00:00Z`"))
        return None


def _iso(value: Any, length: int | None) -> str:
    """The ISO text of what is a day or an instant; the compiled half knows which objects are."""
    text = value if isinstance(value, str) else _okrkit.day_or_instant(value)
    if length is not None and len(text) != length:
        raise ValueError
    return text


def _why(value: Any, error: Exception, wanted: str) -> str:
    issues = getattr(error, "issues", ())
    if issues:
        return str(issues[0].message)
    return f"expected {wanted}, found `{value}`" if isinstance(value, str) else f"expected {wanted}, found {_shown(value)}"


def _anything(value: Any, _: _Problems) -> Any:
    return _frozen(value)


def _items(read: _Reader) -> _Reader:
    def items(value: Any, problems: _Problems) -> Any:
        if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
            problems.add("document.wrong_type", f"expected a list, found {_shown(value)}")
            return ()
        return tuple([problems.within(str(at), read, item) for at, item in enumerate(value)])

    return items


def _row(reads: tuple[_Reader, ...]) -> _Reader:
    def row(value: Any, problems: _Problems) -> Any:
        if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
            problems.add("document.wrong_type", f"expected a list, found {_shown(value)}")
            return ()
        items = tuple(value)
        if len(items) != len(reads):
            problems.add("document.wrong_type", f"expected a list of {len(reads)}, found one of {len(items)}")
            return items
        return tuple([problems.within(str(at), read, item) for at, (read, item) in enumerate(zip(reads, items, strict=True))])

    return row


def _members(read: _Reader) -> _Reader:
    def members(value: Any, problems: _Problems) -> Any:
        if not isinstance(value, Mapping):
            problems.add("document.wrong_type", f"expected names and values, found {_shown(value)}")
            return FrozenDict()
        return FrozenDict((str(name), problems.within(str(name), read, member)) for name, member in value.items())

    return members


def _word(words: type[enum.Enum]) -> _Reader:
    def word(value: Any, problems: _Problems) -> Any:
        try:
            return words(value)
        except ValueError:
            known = ", ".join(f"`{known.value}`" for known in words)
            problems.add("document.unknown_word", f"`{value}` is none of {known}")
            return None

    return word


def _one_word(known: tuple[Any, ...]) -> _Reader:
    def word(value: Any, problems: _Problems) -> Any:
        if value in known:
            return value
        problems.add("document.unknown_word", f"`{value}` is none of " + ", ".join(f"`{word}`" for word in known))
        return None

    return word


def _nested(kind: type[Value]) -> _Reader:
    def nested(value: Any, problems: _Problems) -> Any:
        return value if isinstance(value, kind) else kind._read(value, problems)

    return nested


def _tagged(kinds: tuple[type[Value], ...], tag: str) -> _Reader:
    by_tag = {getattr(kind, tag): kind for kind in kinds}

    def tagged(value: Any, problems: _Problems) -> Any:
        if isinstance(value, kinds):
            return value
        if not isinstance(value, Mapping):
            problems.add("document.wrong_type", f"expected an object with `{tag}`, found {_shown(value)}")
            return None
        kind = by_tag.get(value.get(tag))
        if kind is None:
            known = ", ".join(f"`{known}`" for known in by_tag)
            problems.add("document.unknown_kind", f"`{value.get(tag)}` is none of {known}", tag)
            return None
        return kind._read(value, problems)

    return tagged


def _or_none(read: _Reader) -> _Reader:
    return lambda value, problems: None if value is None else read(value, problems)


def _either(readers: list[tuple[Any, _Reader]]) -> _Reader:
    """The reader of a union: what fits without a problem, the first of it."""

    def either(value: Any, problems: _Problems) -> Any:
        first: _Problems | None = None
        for _, read in readers:
            attempt = _Problems()
            attempt.path = problems.path
            found = read(value, attempt)
            if not attempt.found:
                return found
            first = first or attempt
        problems.found.extend(first.found if first else [])
        return None

    return either


_LEAVES: dict[Any, _Reader] = {
    str: _text,
    bool: _truth,
    float: _number,
    int: _whole,
    dt.date: _day,
    dt.datetime: _moment,
    Any: _anything,
}


def _reader(hint: Any) -> _Reader:
    """How a value of an annotated type is read from JSON, or from what stands for it in Python."""
    if hint in _LEAVES:
        return _LEAVES[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return _items(_reader(arguments[0]))
        return _row(tuple(_reader(argument) for argument in arguments))
    if origin is Mapping:
        return _members(_reader(arguments[1]))
    if origin is Literal:
        return _one_word(arguments)
    if origin in {Union, types.UnionType}:
        read = _union(tuple(argument for argument in arguments if argument is not type(None)))
        return _or_none(read) if type(None) in arguments else read
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return _word(hint)
    if isinstance(hint, type) and issubclass(hint, Value):
        return _nested(hint)
    raise TypeError(f"no reader for {hint!r}")


def _union(options: tuple[Any, ...]) -> _Reader:
    if len(options) == 1:
        return _reader(options[0])
    kinds = tuple(option for option in options if isinstance(option, type) and issubclass(option, Value))
    tag = getattr(kinds[0], "_tag", None) if kinds else None
    if kinds and tag and len(kinds) > 1:
        tagged = _tagged(kinds, tag)
        rest = [(option, _reader(option)) for option in options if option not in kinds]
        return _either([*rest, (kinds, tagged)]) if rest else tagged
    return _either([(option, _reader(option)) for option in options])


class _Field(typing.NamedTuple):
    name: str
    key: str
    is_required: bool
    is_nullable: bool
    default: Any
    read: _Reader


def _is_nullable(hint: Any) -> bool:
    return hint is Any or type(None) in typing.get_args(hint)


class Value:
    """The base of all values: frozen, compared by what they hold, picklable, and the same in Python and in JSON.

    What is handed over is taken for what it means (ISO text for a date, a numpy scalar for a number, a dict for a value, a word
    for a member of an enum), and ``OkrError`` tells everything that does not fit at once.
    """

    __slots__ = ()

    #: The names of fields in JSON where they differ from those in Python.
    _keys: ClassVar[Mapping[str, str]] = FrozenDict()
    #: The name and value of the member that tells a kind, where there is one.
    _tag: ClassVar[str | None] = None
    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict()

    @classmethod
    def _fields(cls) -> tuple[_Field, ...]:
        found: tuple[_Field, ...] | None = _FIELDS.get(cls)
        if found is None:
            hints = typing.get_type_hints(cls)
            names = [name for name in cls.__annotations__ if typing.get_origin(hints[name]) is not ClassVar]
            found = tuple(_field(cls, name, hints[name]) for name in names)
            _FIELDS[cls] = found
        return found

    def _fill(self, *given: Any) -> None:
        problems = _Problems()
        for field, value in zip(self._fields(), given, strict=True):
            object.__setattr__(self, field.name, _read_field(field, value, problems))
        problems.end()

    @classmethod
    def _read(cls, document: Any, problems: _Problems) -> Self | None:
        if not isinstance(document, Mapping):
            problems.add("document.wrong_type", f"expected an object, found {_shown(document)}")
            return None
        before = len(problems.found)
        fields = cls._fields()
        known = {field.key for field in fields}
        for name in document:
            if name not in known and name != cls._tag:
                problems.add("document.unknown_field", f"unknown field `{name}` in {cls.__name__}", str(name))
        value = object.__new__(cls)
        for field in fields:
            if field.key in document:
                found = _read_field(field, document[field.key], problems)
            elif field.is_required:
                problems.add("document.missing_field", f"field `{field.key}` is missing", field.key)
                found = None
            else:
                found = field.default
            object.__setattr__(value, field.name, found)
        return value if len(problems.found) == before else None

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash((type(self).__name__, self._parts()))

    def _parts(self) -> tuple[Any, ...]:
        return tuple([getattr(self, field.name) for field in self._fields()])

    def __repr__(self) -> str:
        parts = []
        for field in self._fields():
            value = getattr(self, field.name)
            if field.is_required or value != field.default:
                parts.append(f"{field.name}={value!r}")
        return f"{type(self).__name__}({', '.join(parts)})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (_restored, (type(self), self._parts()))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: object) -> Self:
        return self

    def replace(self, **changes: Any) -> Self:
        """The same value with some fields changed.

        Args:
            changes: New values of fields, by name.

        Raises:
            OkrError: Where a new value does not fit its field.
            TypeError: Where there is no field of a name.
        """
        fields = self._fields()
        unknown = changes.keys() - {field.name for field in fields}
        if unknown:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(map(repr, sorted(unknown)))}")
        value = object.__new__(type(self))
        value._fill(*[changes.get(field.name, getattr(self, field.name)) for field in fields])
        return value

    def __replace__(self, /, **changes: Any) -> Self:
        return self.replace(**changes)

    def to_dict(self) -> dict[str, Any]:
        """The value as plain objects, as JSON has them; what holds its default is left out."""
        out: dict[str, Any] = {}
        tag = self._tag
        if tag is not None:
            out[tag] = _plain(getattr(self, tag))
        for field in self._fields():
            value = getattr(self, field.name)
            if field.is_required or value != field.default:
                out[field.key] = _plain(value)
        return out

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Self:
        """The value in plain objects.

        Args:
            document: What ``to_dict`` gives, or ``json.loads`` of the same.

        Raises:
            OkrError: With everything that does not fit, each with its JSON pointer.
        """
        problems = _Problems()
        found = cls._read(document, problems)
        problems.end()
        assert found is not None
        return found

    @classmethod
    def _trusted(cls, document: Mapping[str, Any]) -> Self:
        """The value in plain objects that the core wrote: read without looking for what is wrong with them."""
        value = object.__new__(cls)
        get = document.get
        for put, key, absent, null, take in _TRUSTING.get(cls) or _trusting(cls):
            found = get(key, _ABSENT)
            if found is _ABSENT:
                found = absent
            elif found is None:
                found = null
            elif take is not None:
                found = take(found)
            put(value, found)
        return value

    def to_json(self) -> str:
        """The value as JSON text."""
        return _okrkit.to_json(self.to_dict())

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """The value in JSON text.

        Args:
            text: JSON, as text or in UTF-8.

        Raises:
            OkrError: With everything that does not fit; ``document.syntax`` where the text is not JSON.
        """
        return cls.from_dict(_okrkit.from_json(text))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from ._pydantic import schema_of

        return schema_of(cls)


_FIELDS: dict[type[Value], tuple[_Field, ...]] = {}

#: What stands for a member that is not there.
_ABSENT: Any = object()

#: How a field of a value is filled from what the core wrote: what puts it, its name in JSON, what it is where it is absent and where
#: it is null, and how it is taken, or ``None`` where it is taken as it stands.
_Trusting = tuple[Callable[[Any, Any], None], str, Any, Any, Callable[[Any], Any] | None]
_TRUSTING: dict[type[Value], tuple[_Trusting, ...]] = {}


def _trusting(kind: type[Value]) -> tuple[_Trusting, ...]:
    hints = typing.get_type_hints(kind)
    found: list[_Trusting] = []
    for field in kind._fields():
        null = None if field.is_nullable or field.is_required else field.default
        found.append((getattr(kind, field.name).__set__, field.key, field.default, null, _taker(hints[field.name], field.read)))
    _TRUSTING[kind] = tuple(found)
    return _TRUSTING[kind]


def _taker(hint: Any, read: _Reader) -> Callable[[Any], Any] | None:
    """How what the core wrote becomes a value of an annotated type; by the reader of what anybody wrote where it takes looking."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {Union, types.UnionType}:
        options = [argument for argument in arguments if argument is not type(None)]
        if len(options) == 1:
            return _taker(options[0], read)
    if hint in {str, bool, int} or origin is Literal:
        return None
    if hint is float:
        return float
    if hint is dt.date:
        return dt.date.fromisoformat
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return {word.value: word for word in hint}.__getitem__
    if isinstance(hint, type) and issubclass(hint, Value):
        return hint._trusted
    if float in arguments:
        # One of several, and mostly it.
        return lambda value: value if type(value) is float else read(value, _Problems())
    return lambda value: read(value, _Problems())


def _field(kind: type[Value], name: str, hint: Any) -> _Field:
    read = _reader(hint)
    default = kind._defaults.get(name)
    if default is not None:
        default = read(default, _Problems())
    return _Field(name, kind._keys.get(name, name), name not in kind._defaults, _is_nullable(hint), default, read)


def _read_field(field: _Field, value: Any, problems: _Problems) -> Any:
    if value is None:
        if field.is_nullable:
            return None
        if not field.is_required:
            return field.default
    return problems.within(field.key, field.read, value)


def _restored(kind: type[Value], parts: tuple[Any, ...]) -> Value:
    value = object.__new__(kind)
    for field, part in zip(kind._fields(), parts, strict=True):
        object.__setattr__(value, field.name, part)
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, Value):
        return value.to_dict()
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {name: _plain(member) for name, member in value.items()}
    if isinstance(value, dt.datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, dt.date):
        return value.isoformat()
    return value
