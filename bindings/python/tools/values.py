"""Writes the classes of values and the words from the JSON Schemas of the core.

``python tools/values.py`` writes them; with ``--check`` it says whether they are as it would write them.
"""

from __future__ import annotations

import json
import keyword
import re
import sys
import textwrap
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SCHEMAS = HERE.parents[2] / "crates" / "okrkit" / "schema"
PACKAGE = HERE.parent / "python" / "okrkit"

#: Which module each schema's definitions go to; a definition that several share goes to the first.
SOURCES = [("plan-1.json", "_parts"), ("profile-1.json", "_rules"), ("verbs-1.json", "_answers")]

#: What is written by hand, and where.
BY_HAND = {"AsOf": "_as_of", "Issue": "_errors", "Position": "_errors", "Severity": "_errors"}

#: Classes that can do more than values can, and the hand-written base of each.
BASES = {
    "Agenda": "_results",
    "CarryReport": "_results",
    "CatalogDocument": "_catalog",
    "Comparison": "_results",
    "Cycle": "_cycle",
    "CycleReview": "_results",
    "Explanation": "_results",
    "LintReport": "_results",
    "MergeReport": "_results",
    "PlanDiff": "_results",
    "Profile": "_profile",
    "Template": "_catalog",
    "Trend": "_results",
    "WhatIf": "_results",
}

#: What is no class: arguments take what means it, and answers hold it as it is.
PLAIN = {"Aim", "Days", "FieldValue", "PlanDocument", "ProfileOrName", "Schema", "Scorecard", "Subject"}

#: The public names that are written by hand, beside.
OWN = {
    "AsOf": "_as_of",
    "Day": "_value",
    "FrozenDict": "_value",
    "Issue": "_errors",
    "Moment": "_value",
    "Number": "_value",
    "OkrError": "_errors",
    "Plan": "_plan",
    "Position": "_errors",
    "Scorecard": "_scorecard",
    "Value": "_value",
    **dict.fromkeys(
        ["ArrowStream", "ScoredTable", "Table", "merge_partial_scores", "partial_scores", "score_rows", "score_table"], "_tables"
    ),
    **dict.fromkeys(
        ["backtest_history", "codes", "elapsed", "locate", "propose", "rule", "rules", "schemas", "text_in", "trend_days"], "_functions"
    ),
}

#: The names of modules that are written.
MODULES = ["_words", "_parts", "_rules", "_answers"]

HEADER = '"""{title}\n\nMade of the JSON Schemas by ``cargo xtask stubs``; not to be edited.\n"""\n'

TITLES = {
    "_words": "The words: enums whose members are text.",
    "_parts": "The parts of a plan.",
    "_rules": "The parts of a profile.",
    "_answers": "What the verbs answer.",
}

#: What stands for a field in an example, by its name.
SAMPLES: dict[str, Any] = {
    "id": "revenue",
    "title": "Reach 500,000 USD in sales",
    "key_result": "revenue",
    "objective": "grow",
    "node": "grow",
    "cycle": "q1",
    "who": "amal",
    "child": "grow",
    "parent": "lead",
    "starts": "2026-01-01",
    "ends": "2026-03-31",
    "target": 500_000,
    "reason": "a distributor left",
    "what": "hire a second closer",
    "rule": "shape.too_many",
    "band": "green",
}

#: Where a value made of samples would break a rule of the core.
EXAMPLES = {"Profile": ['>>> okrkit.Profile.named("viva").replace(id="ours").achieve_running', "False"]}

Schema = dict[str, Any]


class Types:
    """All definitions of all schemas, and how each is said in Python."""

    def __init__(self) -> None:
        self.defs: dict[str, Schema] = {}
        self.module: dict[str, str] = {}
        for file, module in SOURCES:
            path = SCHEMAS / file
            if not path.exists():
                continue
            schema = json.loads(path.read_text(encoding="utf-8"))
            defs = dict(schema["$defs"])
            if file == "profile-1.json":
                root = {name: value for name, value in schema.items() if name not in {"$defs", "$id", "$schema", "title"}}
                defs["Profile"] = root
            calls = {name_of(verb["arguments"]["$ref"]) for verb in schema.get("verbs", {}).values()}
            for name, definition in defs.items():
                if name in PLAIN or name in calls:
                    continue
                known = self.defs.get(name)
                if known is not None and _core(known) != _core(definition):
                    raise SystemExit(f"{file}: `{name}` is something else in another schema")
                if known is None:
                    self.defs[name] = definition
                    self.module[name] = "_words" if words_of(definition) else module
        self.module.update(BY_HAND)
        # The members of a union that say their kind themselves.
        self.kinds: dict[str, tuple[str, str]] = {}
        for definition in self.defs.values():
            for option in definition.get("oneOf", []):
                tag = tag_of(option)
                reference = option.get("allOf", [{}])[0].get("$ref") if tag else None
                if tag and reference:
                    self.kinds[name_of(reference)] = tag

    def is_class(self, name: str) -> bool:
        definition = self.defs[name]
        return definition.get("type") == "object" and "properties" in definition


def _core(definition: Schema) -> object:
    """What must be the same of a definition in several schemas. Documents may leave out what answers always have, and say more."""
    return sorted(definition.get("properties", {})) or [word for word, _ in words_of(definition)]


def name_of(reference: str) -> str:
    return reference.rsplit("/", 1)[1]


def words_of(definition: Schema) -> list[tuple[str, str]]:
    """The words of an enumeration, each with its meaning; none where it is something else."""
    if definition.get("type") == "string" and "enum" in definition:
        return [(word, "") for word in definition["enum"]]
    if definition.get("type") == "string" and "const" in definition:
        return [(definition["const"], definition.get("description", ""))]
    found = []
    for option in definition.get("oneOf", []):
        if option.get("type") == "string" and "const" in option:
            found.append((option["const"], option.get("description", "")))
        elif option.get("type") == "string" and "enum" in option:
            found += [(word, option.get("description", "")) for word in option["enum"]]
        else:
            return []
    return found


def tag_of(option: Schema) -> tuple[str, str] | None:
    """The member by which an option of a union is known, and its value."""
    for name, member in option.get("properties", {}).items():
        if "const" in member and name in option.get("required", []):
            return name, member["const"]
    return None


def prose(text: str) -> str:
    """Rustdoc as a Python docstring says it."""
    text = re.sub(r"```.*?```", "", text, flags=re.S)
    text = re.sub(r"\[`([\w:]+)`\](\([^)]*\))?", lambda found: f"``{found[1].replace('::', '.')}``", text)
    text = re.sub(r"(?<!`)`([^`\n]+)`(?!`)", r"``\1``", text)
    text = re.sub(r"\\([\[\]])", r"\1", text)
    text = re.sub(r"\n{3,}", "\n\n", text)
    return text.strip()


def one_line(text: str) -> str:
    return " ".join(prose(text).split())


def field_name(name: str) -> str:
    return name + "_" if keyword.iskeyword(name) else name


class Hint:
    """A type as it is read, and as it is taken."""

    def __init__(self, given: str, taken: str | None = None, *, hashable: bool = True, uses: frozenset[str] = frozenset()) -> None:
        self.given = given
        self.taken = taken or given
        self.hashable = hashable
        self.uses = uses


def union(hints: list[Hint]) -> Hint:
    given = list(dict.fromkeys(hint.given for hint in hints))
    taken = list(dict.fromkeys(hint.taken for hint in hints))
    return Hint(
        " | ".join(given),
        " | ".join(taken),
        hashable=all(hint.hashable for hint in hints),
        uses=frozenset().union(*(hint.uses for hint in hints)),
    )


class Writer:
    """Makes Python of definitions."""

    def __init__(self, types: Types) -> None:
        self.types = types
        self.hashable: dict[str, bool] = {}
        #: Objects without a name of their own, by the name they get.
        self.inner: dict[str, Schema] = {}
        #: Of such an object that is an option of a union: the others.
        self.siblings: dict[str, list[str]] = {}

    def hint(self, schema: Schema, within: str) -> Hint:
        if "allOf" in schema and len(schema["allOf"]) == 1 and "properties" not in schema:
            return self.hint(schema["allOf"][0], within)
        if "$ref" in schema:
            name = name_of(schema["$ref"])
            # An alias that holds itself would be looked up for ever.
            return (
                Hint("Any", hashable=False)
                if name == within and name not in self.inner and not self.is_object(name)
                else self.reference(name)
            )
        for several in ("anyOf", "oneOf"):
            if several in schema:
                return self.options(schema[several], within)
        if "const" in schema:
            return Hint(f"Literal[{schema['const']!r}]")
        kind = schema.get("type")
        if isinstance(kind, list):
            return union([self.hint({**schema, "type": one}, within) for one in kind])
        if kind == "null":
            return Hint("None")
        if "enum" in schema:
            words = ", ".join(repr(word) for word in schema["enum"])
            return Hint(f"Literal[{words}]")
        if kind == "string":
            match schema.get("format"):
                case "date":
                    return Hint("dt.date", "Day")
                case "date-time":
                    return Hint("dt.datetime", "Moment")
            return Hint("str")
        if kind == "number":
            return Hint("float", "Number", hashable=False)
        if kind == "integer":
            return Hint("int")
        if kind == "boolean":
            return Hint("bool")
        if kind == "array":
            return self.array(schema, within)
        if kind == "object":
            return self.object(schema, within)
        return Hint("Any", hashable=False)

    def options(self, options: list[Schema], within: str) -> Hint:
        hints = []
        names = [self.option_name(option, within) for option in options]
        for option, name in zip(options, names, strict=True):
            if name:
                self.inner[name] = option
        self.siblings.update({name: [other for other in names if other] for name in names if name})
        for option, name in zip(options, names, strict=True):
            if name:
                hints.append(self.reference(name))
            elif "allOf" in option:
                hints.append(self.reference(name_of(option["allOf"][0]["$ref"])))
            else:
                hints.append(self.hint(option, within))
        return union(hints)

    def option_name(self, option: Schema, within: str) -> str | None:
        """What an option of a union is called that has no name of its own: by its kind, or by its only member."""
        tag = tag_of(option)
        if "allOf" in option or "properties" not in option:
            return None
        if tag:
            return within + "".join(part_.title() for part_ in re.split(r"[_.]", str(tag[1])))
        (only, *more) = option["properties"]
        return within + part(only) if not more or len(option.get("required", [])) == 1 else within

    def array(self, schema: Schema, within: str) -> Hint:
        if "prefixItems" in schema:
            items = [self.hint(item, within) for item in schema["prefixItems"]]
            given = f"tuple[{', '.join(item.given for item in items)}]"
            taken = union(items).taken
            return Hint(given, f"Sequence[{taken}]", hashable=union(items).hashable, uses=union(items).uses)
        item = self.hint(schema.get("items", {}), within)
        return Hint(f"tuple[{item.given}, ...]", f"Iterable[{item.taken}]", hashable=item.hashable, uses=item.uses)

    def object(self, schema: Schema, within: str) -> Hint:
        if "properties" in schema:
            self.inner[within] = schema
            return self.reference(within)
        member = schema.get("additionalProperties")
        item = self.hint(member, within) if isinstance(member, dict) else Hint("Any", hashable=False)
        return Hint(f"Mapping[str, {item.given}]", f"Mapping[str, {item.taken}]", hashable=item.hashable, uses=item.uses)

    def definition(self, name: str) -> Schema:
        return self.inner.get(name) or self.types.defs[name]

    def is_object(self, name: str) -> bool:
        return name in self.types.defs and self.types.is_class(name)

    def reference(self, name: str) -> Hint:
        if name in PLAIN:
            return Hint("Any", hashable=False)
        if name == "Severity":
            return Hint("str")
        if name == "AsOf":
            return Hint("dt.date | AsOf", "Day | AsOf", uses=frozenset({name}))
        definition = self.definition(name)
        uses = frozenset({name})
        words = words_of(definition)
        if words:
            return Hint(name, f"{name} | Literal[{', '.join(repr(word) for word, _ in words)}]", uses=uses)
        if name == "Ext" or (definition.get("type") is None and not {"oneOf", "anyOf", "$ref", "enum", "const"} & definition.keys()):
            return Hint("Any", hashable=False)
        if name in self.inner or name in BY_HAND or self.types.is_class(name):
            return Hint(name, hashable=self.is_hashable(name), uses=uses)
        if name == "Nullable" or definition.get("type") in ("number", "integer", "string", "boolean"):
            return self.hint(definition, name)
        hint = self.hint(definition, name)
        return Hint(name, hint.taken if hint.taken != hint.given else name, hashable=hint.hashable, uses=uses | hint.uses)

    def is_hashable(self, name: str) -> bool:
        if name in BY_HAND:
            return True
        if name not in self.hashable:
            # A value that holds itself is as hashable as the rest of it.
            self.hashable[name] = True
            fields = self.definition(name).get("properties", {})
            hints = [self.hint(field, name + part(field_)) for field_, field in fields.items() if field_ != "ext"]
            self.hashable[name] = all(hint.hashable for hint in hints)
        return self.hashable[name]

    def is_alias(self, name: str) -> bool:
        hint = self.reference(name)
        return hint.given == name and name not in self.inner and not words_of(self.definition(name)) and not self.types.is_class(name)

    # -- text ---------------------------------------------------------------------------------------------------------------

    def enum(self, name: str) -> str:
        definition = self.definition(name)
        lines = [f"class {name}(StrEnum):", *docstring(definition, [], [f">>> okrkit.{name}({words_of(definition)[0][0]!r})"], None)]
        word = words_of(definition)[0][0]
        lines[-1:-1] = [f"        <{name}.{constant(word)}: {word!r}>"]
        for word, meaning in words_of(definition):
            lines += ["", f"    {constant(word)} = {word!r}"]
            if meaning:
                lines.append(f'    """{one_line(meaning)}"""')
        return "\n".join(lines)

    def alias(self, name: str) -> str:
        definition = self.definition(name)
        lines = [f"#: {one_line(definition.get('description', name))}"]
        lines.append(f"{name}: TypeAlias = {self.hint(definition, name).given}")
        return "\n".join(lines)

    def record(self, name: str) -> str:
        definition = self.definition(name)
        required = set(definition.get("required", []))
        tag = self.types.kinds.get(name) or (tag_of(definition) if name in self.inner else None)
        fields = [(key, field) for key, field in definition.get("properties", {}).items() if not tag or key != tag[0]]
        fields.sort(key=lambda item: item[0] not in required)
        hints = {key: self.hint(field, name + part(key)) for key, field in fields}
        defaults = {key: default_of(field, hints[key]) for key, field in fields if key not in required}
        attributes = [(field_name(key), field.get("description") or self.meaning(field)) for key, field in fields]
        base = f"_{name}" if name in BASES else "Value"
        lines = ["@dataclass(frozen=True, slots=True, init=False, repr=False, eq=False)", f"class {name}({base}):"]
        lines += docstring(definition, attributes, self.example(name), name)
        keys = {field_name(key): key for key, _ in fields if field_name(key) != key}
        if keys:
            lines += ["", f"    _keys: ClassVar[Mapping[str, str]] = FrozenDict({keys!r})"]
        if tag:
            lines += ["", f"    _tag: ClassVar[str | None] = {tag[0]!r}"]
        if defaults:
            inside = ", ".join(f"{field_name(key)!r}: {value!r}" for key, value in defaults.items())
            lines += ["", f"    _defaults: ClassVar[Mapping[str, Any]] = FrozenDict({{{inside}}})"]
        if tag:
            lines += ["", f"    {tag[0]}: ClassVar[Literal[{tag[1]!r}]] = {tag[1]!r}"]
        lines += self.absent(name, {key for key, _ in fields})
        lines.append("")
        for key, _ in fields:
            given = hints[key].given
            if key not in required and defaults[key] is None and "None" not in given.split(" | ") and given != "Any":
                given += " | None"
            lines.append(f"    {field_name(key)}: {given}")
        if not self.is_hashable(name):
            lines += ["", "    __hash__: ClassVar[None] = None  # type: ignore[assignment]"]
        lines += ["", *self.init(fields, hints, required, defaults)]
        return "\n".join(lines)

    def absent(self, name: str, fields: set[str]) -> list[str]:
        """What only the other options of a union have: here it is nothing, so that it can be asked for without a look at the kind."""
        siblings = self.siblings.get(name, [])
        if not 1 < len(siblings) < 6:
            return []
        others = {
            key: None for sibling in siblings for key, member in self.definition(sibling)["properties"].items() if "const" not in member
        }
        return [f"\n    {field_name(key)}: ClassVar[None] = None" for key in others if key not in fields]

    def meaning(self, field: Schema) -> str:
        if "$ref" in field:
            return str(self.definition(name_of(field["$ref"])).get("description", "")).split("\n\n")[0]
        return ""

    def init(self, fields: list[tuple[str, Schema]], hints: dict[str, Hint], required: set[str], defaults: dict[str, Any]) -> list[str]:
        if not fields:
            return ["    def __init__(self) -> None:", "        self._fill()"]
        lines = ["    def __init__(", "        self,"]
        marked = False
        for key, _ in fields:
            taken = hints[key].taken
            if key in required:
                lines.append(f"        {field_name(key)}: {taken},")
                continue
            if not marked:
                lines.append("        *,")
                marked = True
            value = defaults[key]
            if isinstance(value, dict) and value:
                # What holds where nothing is given; a value of a class that may stand further below.
                value = None
            if isinstance(value, list):
                value = tuple(value)
            if value is None and "None" not in taken.split(" | ") and taken != "Any":
                taken += " | None"
            shown = "FrozenDict()" if value == {} else repr(value)
            lines.append(f"        {field_name(key)}: {taken} = {shown},")
        lines.append("    ) -> None:")
        lines.append(f"        self._fill({', '.join(field_name(key) for key, _ in fields)})")
        return lines

    # -- examples -----------------------------------------------------------------------------------------------------------

    def example(self, name: str) -> list[str]:
        if name in EXAMPLES:
            return EXAMPLES[name]
        sample = self.sample_of(name, 0)
        return [f">>> one = okrkit.{name}.from_dict({sample!r})", ">>> okrkit." + f"{name}.from_json(one.to_json()) == one", "True"]

    def sample_of(self, name: str, depth: int) -> Any:
        definition = self.definition(name)
        words = words_of(definition)
        if words:
            return words[0][0]
        tag = self.types.kinds.get(name) or (tag_of(definition) if name in self.inner else None)
        if "properties" not in definition:
            return self.sample(definition, name, "", depth)
        sample = {tag[0]: tag[1]} if tag else {}
        for key in definition.get("required", []):
            if tag and key == tag[0]:
                continue
            sample[key] = self.sample(definition["properties"][key], name + part(key), key, depth + 1)
        return sample

    def sample(self, schema: Schema, within: str, key: str, depth: int) -> Any:
        if "allOf" in schema and len(schema["allOf"]) == 1 and "properties" not in schema:
            return self.sample(schema["allOf"][0], within, key, depth)
        if "$ref" in schema:
            name = name_of(schema["$ref"])
            if name in PLAIN:
                return {}
            if name == "Severity":
                return "error"
            if name == "AsOf":
                return "2026-02-14"
            if name == "Text":
                return SAMPLES["title"]
            return {} if name == "Ext" else self.sample_of(name, depth)
        if "const" in schema:
            return schema["const"]
        for several in ("anyOf", "oneOf"):
            if several in schema:
                if any(option.get("type") == "null" for option in schema[several]):
                    return None
                option = schema[several][0]
                if tag_of(option) and "allOf" in option:
                    return self.sample_of(name_of(option["allOf"][0]["$ref"]), depth)
                inner = self.option_name(option, within)
                if inner:
                    self.hint(schema, within)
                    return self.sample_of(inner, depth)
                return self.sample(option, within, key, depth)
        if "enum" in schema:
            return schema["enum"][0]
        kind = schema.get("type")
        if isinstance(kind, list):
            return None if "null" in kind else self.sample({**schema, "type": kind[0]}, within, key, depth)
        if kind == "string":
            if schema.get("format") == "date":
                return SAMPLES.get(key, "2026-02-14") if key in {"starts", "ends"} else "2026-02-14"
            if schema.get("format") == "date-time":
                return "2026-02-14T09:00:00Z"
            return SAMPLES.get(key, key or "revenue")
        if kind == "number":
            return SAMPLES.get(key, schema.get("minimum", 0.5)) if not isinstance(SAMPLES.get(key), str) else 0.5
        if kind == "integer":
            return 1
        if kind == "boolean":
            return True
        if kind == "array":
            if "prefixItems" in schema:
                return [self.sample(item, within, key, depth + 1) for item in schema["prefixItems"]]
            if schema.get("minItems") and depth < 6:
                return [self.sample(schema["items"], within, "", depth + 1) for _ in range(schema["minItems"])]
            return []
        if kind == "object" and "properties" in schema:
            self.inner.setdefault(within, schema)
            return self.sample_of(within, depth)
        return {}


def part(key: str) -> str:
    return "".join(word.title() for word in key.split("_"))


def constant(word: str) -> str:
    name = re.sub(r"\W", "_", word).upper()
    return name if not name[0].isdigit() else "_" + name


def default_of(field: Schema, hint: Hint) -> Any:
    return field.get("default")


def docstring(definition: Schema, attributes: list[tuple[str, str]], example: list[str], name: str | None) -> list[str]:
    text = prose(definition.get("description", "")) or f"{name}."
    first, _, rest = text.partition("\n\n")
    head, *more = textwrap.wrap(first, 110)
    if more:
        # The first line of a docstring stands alone: it ends with the first sentence, or where it must.
        sentence, _, after = " ".join(first.split()).partition(". ")
        head, tail = (sentence + ".", after) if after and len(sentence) < 115 else (" ".join(first.split()), "")
        rest = (tail + "\n\n" + rest).strip()
    lines = [f'    """{head}']
    for paragraph in rest.split("\n\n") if rest else []:
        lines += ["", *textwrap.wrap(paragraph, 116, initial_indent="    ", subsequent_indent="    ")]
    if attributes:
        lines += ["", "    Attributes:"]
        for attribute, meaning in attributes:
            lines += textwrap.wrap(f"{attribute}: {one_line(meaning)}", 116, initial_indent=" " * 8, subsequent_indent=" " * 12)
    if example:
        lines += ["", "    Example:"]
        for line in example:
            lines.append(f"        {line}")
    lines.append('    """')
    return [line.replace("\\", "\\\\") for line in lines]


def write(types: Types) -> dict[str, str]:
    """The text of every module."""
    writer = Writer(types)
    for name in types.defs:
        writer.reference(name)
    for name in types.defs:
        if types.is_class(name):
            writer.is_hashable(name)
            writer.example(name)
    home = dict(types.module)
    for name in writer.inner:
        home.setdefault(name, next(types.module[owner] for owner in sorted(types.module, key=len, reverse=True) if name.startswith(owner)))
    names: dict[str, list[str]] = {module: [] for module in MODULES}
    for name, module in home.items():
        if module in names and not (writer.reference(name).given == "Any" or writer.reference(name).given != name):
            names[module].append(name)
    texts = {}
    for module in MODULES:
        bodies: list[str] = []
        uses: set[str] = set()
        for name in order(names[module], writer):
            if module == "_words":
                bodies.append(writer.enum(name))
                continue
            bodies.append(writer.alias(name) if writer.is_alias(name) else writer.record(name))
            uses |= writer.reference(name).uses
            for key, field in writer.definition(name).get("properties", {}).items():
                uses |= writer.hint(field, name + part(key)).uses
        imports = imports_of(module, uses, home, names)
        exported = ", ".join(repr(name) for name in sorted(names[module]))
        body = "\n\n\n".join(bodies)
        head = HEADER.format(title=TITLES[module])
        texts[module] = f"{head}\nfrom __future__ import annotations\n\n{imports}\n__all__ = [{exported}]\n\n\n{body}\n"
    index = ["#: In which module of the package each generated name is.", "HOME = {"]
    for module in MODULES:
        index += [f"    {name!r}: {module!r}," for name in sorted(names[module])]
    index += [f"    {name!r}: {module!r}," for name, module in sorted(OWN.items())]
    index.append("}")
    texts["_index"] = '"""Where every generated class is. Made by ``cargo xtask stubs``; not to be edited."""\n\n' + "\n".join(index) + "\n"
    return texts


def order(names: list[str], writer: Writer) -> list[str]:
    """Names by the alphabet, aliases last: they are looked up as text."""
    return sorted(names, key=lambda name: (writer.is_alias(name), name))


def imports_of(module: str, uses: set[str], home: dict[str, str], names: dict[str, list[str]]) -> str:
    if module == "_words":
        return "from enum import StrEnum\n"
    lines = [
        "import datetime as dt",
        "from collections.abc import Iterable, Mapping, Sequence",
        "from dataclasses import dataclass",
        "from typing import Any, ClassVar, Literal, TypeAlias",
        "",
    ]
    lines.append("from ._value import Day, FrozenDict, Moment, Number, Value")
    for name in names[module]:
        if name in BASES:
            lines.append(f"from .{BASES[name]} import _{name}")
    others: dict[str, list[str]] = {}
    for name in uses:
        where = home.get(name)
        if where and where != module and (where not in names or name in names[where]):
            others.setdefault(where, []).append(name)
    for where in sorted(others):
        lines.append(f"from .{where} import {', '.join(sorted(others[where]))}")
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Writes or checks the modules."""
    import subprocess
    import tempfile

    check = "--check" in arguments
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for module, text in write(Types()).items():
            made = Path(folder) / f"{module}.py"
            made.write_text(text, encoding="utf-8")
            config = ["--config", str(HERE.parent / "pyproject.toml")]
            subprocess.run(
                [sys.executable, "-m", "ruff", "check", "--quiet", *config, "--select", "I,F401,UP", "--fix", str(made)], check=True
            )
            subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", *config, str(made)], check=True)
            new = made.read_text(encoding="utf-8")
            file = PACKAGE / f"{module}.py"
            if not check:
                file.write_text(new, encoding="utf-8")
                print(f"wrote {file.name}")
            elif file.exists() and file.read_text(encoding="utf-8") == new:
                print(f"{file.name} is up to date")
            else:
                print(f"{file.name} is missing or out of date: run `cargo xtask stubs`")
                wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
