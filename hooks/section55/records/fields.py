"""The types of fields. Each refuses what its field cannot hold, under a name that a message is made from.

A reader hands every scalar over as text. One that stands without quotes and that YAML would read as something else
than text (a number, a date, a yes or no) comes as `Unquoted`: the field's type decides whether that is what it wants.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, PlainValidator, Tag, WithJsonSchema
from pydantic_core import PydanticCustomError

from section55.records import dates

Language = Literal["en", "cy"]
LANGUAGES: tuple[Language, ...] = ("en", "cy")

Path = tuple[str | int, ...]
"""Where a value stands in a record: the keys and indexes that lead to it."""


class Unquoted(str):
    """A scalar without quotes that YAML does not read as text. `read_as` says what YAML takes it for."""

    read_as: str

    def __new__(cls, text: str, read_as: str) -> "Unquoted":
        value = super().__new__(cls, text)
        value.read_as = read_as
        return value

    def __getnewargs__(self) -> tuple[str, str]:
        return str(self), self.read_as


class Unknown(Exception):
    """Raised where a record in part (`records.partial`) is asked for what its file did not tell rightly."""


class Record(BaseModel):
    """What every model shares: unknown keys are refused, values do not change, fields explain themselves.

    A field that is not known, in a record in part, raises Unknown.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True, populate_by_name=True, arbitrary_types_allowed=True
    )

    def __getattr__(self, name: str) -> Any:
        """Called where a record lacks an attribute, as one that is whole never lacks its fields."""
        if name in type(self).model_fields:
            raise Unknown(name)
        return super().__getattr__(name)


def _text(value: Any) -> Any:
    if isinstance(value, Unquoted):
        raise PydanticCustomError("needs_quotes", "{text} needs quotes", {"text": str(value), "read_as": value.read_as})
    if isinstance(value, str):
        if not value.strip():
            raise PydanticCustomError("empty", "is empty")
        return value.strip()
    return value


def _word(value: Any) -> Any:
    """A word of a vocabulary needs no quotes, whatever YAML would take it for: what it may be is known."""
    return str(value).strip() if isinstance(value, str) else value


def _when(value: Any) -> Any:
    if not isinstance(value, str):
        if isinstance(value, (date, dates.Month, dates.Year)):
            return value
        raise PydanticCustomError("not_a_date", "is not a date", {"text": "", "why": ""})
    try:
        when = dates.parse(value.strip())
    except dates.NotADate as error:
        raise PydanticCustomError("not_a_date", "is not a date", {"text": str(value), "why": error.why}) from error
    return when


def _day(value: Any) -> Any:
    try:
        when = _when(value)
    except PydanticCustomError as error:
        raise PydanticCustomError(error.type, "is not a day", {**(error.context or {}), "of_a_day": True}) from error
    if not isinstance(when, date):
        raise PydanticCustomError("day_needed", "{text} has no day", {"text": str(value)})
    return when


def _day_or_month(value: Any) -> Any:
    when = _when(value)
    if isinstance(when, dates.Year):
        raise PydanticCustomError("month_needed", "{text} has no month", {"text": str(value)})
    return when


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("not_a_flag", "is neither true nor false", {"text": str(value)})


def _count(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,6}", value):
        return int(value)
    raise PydanticCustomError("not_a_count", "is not a whole number", {"text": str(value)})


def _slug(value: Any) -> Any:
    value = _word(value)
    if isinstance(value, str) and not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", value):
        raise PydanticCustomError("not_a_slug", "{text} is not an id", {"text": value})
    return value


def _address(value: Any) -> Any:
    value = _text(value)
    if isinstance(value, str):
        try:
            parts = urlsplit(value)
        except ValueError:
            parts = None
        if not parts or parts.scheme not in ("https", "http") or not parts.netloc or re.search(r"\s", value):
            raise PydanticCustomError("not_a_url", "{text} is not a web address", {"text": value})
    return value


def _one_or_more(value: Any) -> Any:
    return value if isinstance(value, (list, tuple)) else [value]


Text = Annotated[str, BeforeValidator(_text)]
Slug = Annotated[str, BeforeValidator(_slug)]
Url = Annotated[str, BeforeValidator(_address), WithJsonSchema({"type": "string", "format": "uri"})]
Colour = Annotated[str, BeforeValidator(_text), Field(pattern="^#[0-9A-Fa-f]{6}$")]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0})]
Day = Annotated[
    date, PlainValidator(_day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
]
DayOrMonth = Annotated[
    date | dates.Month,
    PlainValidator(_day_or_month),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"}),
]
When = Annotated[
    date | dates.Month | dates.Year,
    PlainValidator(_when),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
Word = BeforeValidator(_word)
OneOrMore = BeforeValidator(_one_or_more)

AllOrSome = Annotated[
    Annotated[Literal["all", "not-stated"], Word, Tag("word")] | Annotated[tuple[Slug, ...], Tag("list")],
    Discriminator(lambda value: "list" if isinstance(value, (list, tuple)) else "word"),
]
"""`all`, `not-stated`, or a list of forces."""

AllOrList = Annotated[
    Annotated[Literal["all"], Word, Tag("word")] | Annotated[tuple[Slug, ...], Tag("list")],
    Discriminator(lambda value: "list" if isinstance(value, (list, tuple)) else "word"),
]
"""`all`, or a list of forces."""


class LocalText(Record):
    """A short text in each language that has it."""

    en: Text | None = None
    """In English."""
    cy: Text | None = None
    """In Welsh."""

    def get(self, language: str) -> str | None:
        """The text in `language`, or None where there is none."""
        return self.en if language == "en" else self.cy

    def best(self, language: str) -> tuple[str, str]:
        """The text and the language that it is in: `language` where there is one, else the other.

        Both are empty strings where the record has no text at all.
        """
        for candidate in (language, *(other for other in LANGUAGES if other != language)):
            if text := self.get(candidate):
                return text, candidate
        return "", ""


def without_nulls(value: Any) -> Any:
    """`value` without the keys of mappings that hold nothing: an empty key is one that was left out."""
    if isinstance(value, Mapping):
        return {key: without_nulls(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [without_nulls(inner) for inner in value]
    return value
