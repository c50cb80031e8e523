"""The models → JSON Schemas, by which editors show what a key means, complete keys and words, and underline the rest.

One schema for each place in `content/`, of what YAML 1.2 makes of a front matter, as editors read it: there a date and
a `no` are texts, and a year is a number. It says what the strict reader says, as far as a schema can: not that a `no`
needs its quotes, that a key stands twice or that February 2023 has no 29th day. The other way about, it refuses what
the reader lets pass and nobody writes: an unknown key that holds nothing, an id `true`, a text `0987` without quotes, a
year before 1000, a word or a date with spaces inside its quotes.

Draft 7, since that is what the YAML language server was made for; `errorMessage`, `enumDescriptions` and
`markdownDescription` are its words and VS Code's. `scripts/generate` writes the files.
"""

import json
import re
import typing
from collections.abc import Callable
from enum import StrEnum
from types import UnionType
from typing import Any, Literal

from pydantic.fields import FieldInfo

from section55.records.fields import Colour, Count, Day, DayOrMonth, Flag, OneOrMore, Record, Slug, Text, Url, When
from section55.records.reference import _WORDS_AMONG_TEXTS, HEADINGS
from section55.records.response import Answer
from section55.records.schema import FILES

Label = Callable[[StrEnum], str]
"""What readers of the site are told for a word of a vocabulary."""

Json = dict[str, Any]

FOLDER = ".vscode/schemas"
"""Where the schemas stand in the project."""

_MONTH = "(?:0[1-9]|1[0-2])"
_MONTH_AND_DAY = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))"
)
_YEAR = "(?!0000)[0-9]{4}"

_TEXT: Json = {
    "type": "string",
    "pattern": r"\S",
    "errorMessage": 'A text is wanted here. If it looks like a number, a yes or a no, put it in "straight quotes".',
}
_SLUG: Json = {
    "type": "string",
    "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$",
    "errorMessage": "An id is wanted here: small letters and digits, with hyphens between words, such as west-mercia.",
}
_TYPES: tuple[tuple[Any, Json], ...] = (
    (Text, _TEXT),
    # An id of digits alone is a number to YAML.
    (Slug, _SLUG | {"type": ["string", "integer"], "minimum": 0}),
    (
        Url,
        {
            "type": "string",
            "pattern": r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]\S*$",
            "errorMessage": "A web address is wanted here, which begins with https://.",
        },
    ),
    (
        Colour,
        {
            "type": "string",
            "pattern": "^#[0-9A-Fa-f]{6}$",
            "errorMessage": 'A colour is wanted here, in quotes: "#17324d".',
        },
    ),
    (
        Flag,
        {"type": ["boolean", "string"], "pattern": "^(?:true|false)$", "errorMessage": "Write true or false."},
    ),
    (
        Count,
        {
            "type": ["integer", "string"],
            "minimum": 0,
            "maximum": 999_999,
            "pattern": "^[0-9]{1,6}$",
            "errorMessage": "A whole number is wanted here.",
        },
    ),
    (
        Day,
        {
            "type": "string",
            "pattern": f"^{_YEAR}-{_MONTH_AND_DAY}$",
            "errorMessage": "A day is wanted here: year, month, day, such as 2023-09-04.",
        },
    ),
    (
        DayOrMonth,
        {
            "type": "string",
            "pattern": f"^{_YEAR}-(?:{_MONTH_AND_DAY}|{_MONTH})$",
            "errorMessage": "A day is wanted here, such as 2023-09-04; or a month, such as 2023-09.",
        },
    ),
    (
        When,
        {
            "type": ["string", "integer"],
            "pattern": f"^{_YEAR}(?:-(?:{_MONTH_AND_DAY}|{_MONTH}))?$",
            "minimum": 1000,
            "maximum": 9999,
            "errorMessage": "A day is wanted here, such as 2023-09-04; or a month, or a year.",
        },
    ),
)

_KEYS: dict[type[Record], tuple[str, ...]] = {Answer: ("all", "rest")}
"""Keys that mappings to a model know, besides those that authors choose."""


def schemas(label: Label) -> dict[str, Json]:
    """A schema for each place of records, by the name of its file."""
    return {file: _schema(models, label) for file, (_, models) in _places().items()}


def associations() -> dict[str, str]:
    """Which records each schema is for, as editors are told: the schema's path and a pattern of paths."""
    return {f"./{FOLDER}/{file}": pattern for file, (pattern, _) in _places().items()}


def as_json(value: Any) -> str:
    """What `scripts/generate` writes."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _places() -> dict[str, tuple[str, list[type[Record]]]]:
    """For each schema's file: the pattern of its records' paths, and the models that they may have."""
    places: dict[str, tuple[str, list[type[Record]]]] = {}
    for model, path in FILES.items():
        pattern = "content/" + re.sub(r"<[^>]+>(?:-<[^>]+>)*(?:\.(?:en|cy))?", "*", path)
        places.setdefault(re.split("[/.]", path)[0] + ".json", (pattern, []))[1].append(model)
    return places


def _schema(models: list[type[Record]], label: Label) -> Json:
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": "Made from the code by `python scripts/generate`. To change it, change hooks/section55/records/.",
    }
    records = [{"title": HEADINGS[model][0]} | _object(model, label) for model in models]
    return head | (records[0] if len(records) == 1 else {"anyOf": records})


def _object(model: type[Record], label: Label) -> Json:
    types = typing.get_type_hints(model, include_extras=True)
    required = [key for key, info in model.model_fields.items() if info.is_required()]
    return {
        **_described(model.__doc__),
        "type": "object",
        "properties": {key: _field(model, key, info, types[key], label) for key, info in model.model_fields.items()},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _field(model: type[Record], key: str, info: FieldInfo, type_: Any, label: Label) -> Json:
    value = _value(type_, label, _WORDS_AMONG_TEXTS.get((model, key)))
    for constraint in info.metadata:
        if (shortest := getattr(constraint, "min_length", None)) is not None:
            for each in (value, *value.get("anyOf", ())):
                if each.get("type") == "array":
                    each["minItems"] = shortest
        if pattern := getattr(constraint, "pattern", None):
            value = _without(value, "errorMessage") | {"pattern": pattern}
    if not info.is_required():
        value = _or_nothing(value)
    return {**_described(info.description), **_default(info), **_examples(info), **_without(value, "description")}


def _value(type_: Any, label: Label, words_among: type[StrEnum] | None = None) -> Json:
    """The schema of a type of fields; `words_among`: the words that its texts may be too."""
    for known, schema in _TYPES:
        if type_ == known:
            return {"anyOf": [_words(words_among, label), dict(schema)]} if words_among else dict(schema)
    origin, inner = typing.get_origin(type_), typing.get_args(type_)
    if origin is typing.Annotated:
        value = _value(inner[0], label, words_among)
        return {"anyOf": [value["items"], value]} if OneOrMore in inner else value
    if origin in (typing.Union, UnionType):
        choices = [_value(part, label, words_among) for part in inner if part is not type(None)]
        return choices[0] if len(choices) == 1 else {"anyOf": choices}
    if origin is tuple:
        return {"type": "array", "items": _value(inner[0], label, words_among)}
    if origin is dict:
        names, value = inner[0], _or_nothing(_value(inner[1], label))
        return {
            "type": "object",
            **({"propertyNames": _without(_SLUG, "type")} if names == Slug else {}),
            **({"properties": {key: value for key in keys}} if (keys := _KEYS.get(inner[1])) else {}),
            "additionalProperties": value,
        }
    if isinstance(type_, type) and issubclass(type_, Record):
        return _object(type_, label)
    return _words(type_, label)


def _words(vocabulary: Any, label: Label) -> Json:
    """The words of a vocabulary with what readers are told for them, or of a choice."""
    if typing.get_origin(vocabulary) is Literal:
        return {"type": "string", "enum": list(typing.get_args(vocabulary))}
    return {
        "type": "string",
        "enum": [str(word) for word in vocabulary],
        "enumDescriptions": [label(word) for word in vocabulary],
    }


def _or_nothing(value: Json) -> Json:
    """The same, or nothing: an empty key is one that was left out."""
    if "anyOf" in value:
        return value | {"anyOf": [*value["anyOf"], {"type": "null"}]}
    types = value["type"] if isinstance(value["type"], list) else [value["type"]]
    nothing: Json = {"type": [*types, "null"]}
    if "enum" in value:
        nothing["enum"] = [*value["enum"], None]
    if "enumDescriptions" in value:
        nothing["enumDescriptions"] = [*value["enumDescriptions"], "Nothing: as if the key were left out"]
    return value | nothing


def _described(text: str | None) -> Json:
    """A meaning; said again as Markdown where it has something to render."""
    words = " ".join((text or "").split())
    return {"description": words, **({"markdownDescription": words} if "`" in words else {})}


def _default(info: FieldInfo) -> Json:
    value = info.default
    if isinstance(value, tuple):
        value = value[0] if len(value) == 1 else None
    if info.is_required() or not isinstance(value, (str, bool)):
        return {}
    return {"default": value if isinstance(value, bool) else str(value)}


def _examples(info: FieldInfo) -> Json:
    """The models' examples; one that stands in quotes there has them in the file, and not in its value."""
    values = [json.loads(it) if isinstance(it, str) and it.startswith('"') else it for it in info.examples or ()]
    return {"examples": values} if values else {}


def _without(value: Json, *keys: str) -> Json:
    return {key: it for key, it in value.items() if key not in keys}
