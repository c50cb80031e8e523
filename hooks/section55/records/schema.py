"""What the models say of their own fields: which keys stand where, examples, and the reference for staff."""

import json
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Literal

from pydantic.fields import FieldInfo

from section55.records.body import Body
from section55.records.fields import Record
from section55.records.force import Force
from section55.records.inspection import Inspection, InspectionText
from section55.records.page import OwnPage
from section55.records.response import Response, ResponseText
from section55.records.site import Site

FILES: dict[type[Record], str] = {
    Response: "responses/<inspection>/<force>.en.md",
    ResponseText: "responses/<inspection>/<force>.cy.md",
    Inspection: "inspections/<year>-<words>.en.md",
    InspectionText: "inspections/<year>-<words>.cy.md",
    Force: "forces/<force>.md",
    Body: "bodies/<force>-<first year>.md",
    OwnPage: "pages/<name>.en.md",
    Site: "site.md",
}
"""Every kind of record and where in `content/` it stands; the second file of a record is that of its other language."""


@dataclass(frozen=True)
class FieldFacts:
    """A field as the reference tells it. `words` are those it may hold, where it has a vocabulary.

    is_list: whether it may hold several values, each on a line of its own.
    """

    key: str
    meaning: str
    required: bool
    words: tuple[str, ...]
    default: str
    example: str
    is_list: bool


def inner_model(annotation: Any) -> type[Record] | None:
    """The model that an annotation holds, through lists, mappings and unions; None where it holds none."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for part in typing.get_args(annotation):
        if found := inner_model(part):
            return found
    return None


def model_at(model: type[Record], path: tuple[str | int, ...]) -> type[Record] | None:
    """The model of the mapping at a path of keys and indexes in a record; None where no model rules there."""
    current: type[Record] | None = model
    for part in path:
        if current and isinstance(part, str) and part in current.model_fields:
            current = inner_model(current.model_fields[part].annotation)
        # An index, or a key that authors choose (an item's id): the same model still.
    return current


def fields(model: type[Record]) -> Iterator[FieldFacts]:
    """The fields of a model, in the order in which it gives them."""
    for key, info in model.model_fields.items():
        yield FieldFacts(
            key=key,
            meaning=" ".join((info.description or "").split()),
            required=info.is_required(),
            words=_words(info.annotation),
            default=_default(info),
            example=_example_of(info),
            is_list=_is_list(info.annotation),
        )


def chosen_by_authors(model: type[Record], path: tuple[str | int, ...]) -> bool:
    """Whether the key at the end of a path is one that authors choose, such as an item's id, and no field's."""
    holder = model_at(model, path[:-2])
    name = path[-2] if len(path) > 1 else None
    return bool(
        holder and name in holder.model_fields and typing.get_origin(holder.model_fields[name].annotation) is dict
    )


def field_at(model: type[Record], path: tuple[str | int, ...]) -> FieldFacts | None:
    """The field at a path of keys and indexes in a record; None where the model has none there."""
    holder = model_at(model, path[:-1])
    return next((each for each in fields(holder) if each.key == path[-1]), None) if holder else None


def example(model: type[Record], key: str) -> str:
    """An example of the value of a field that a model or one of those within it has; empty where none is given."""
    queue, seen = [model], set()
    while queue:
        current = queue.pop(0)
        if current in seen:
            continue
        seen.add(current)
        if key in current.model_fields:
            return _example_of(current.model_fields[key]) or "…"
        queue += [inner for info in current.model_fields.values() if (inner := inner_model(info.annotation))]
    return "…"


def parts(model: type[Record]) -> list[type[Record]]:
    """The models within a model, each once, in the order in which they are met."""
    found: list[type[Record]] = []
    for info in model.model_fields.values():
        inner = inner_model(info.annotation)
        if inner and inner not in found:
            found += [inner, *(part for part in parts(inner) if part not in found)]
    return list(dict.fromkeys(found))


@cache
def keys_of(model: type[Record]) -> frozenset[str]:
    """The keys of all fields in records of a kind, those of the other language's file too."""
    second = {Response: ResponseText, Inspection: InspectionText}.get(model)
    return frozenset(
        key for each in filter(None, (model, second)) for part in (each, *parts(each)) for key in part.model_fields
    )


def _words(annotation: Any) -> tuple[str, ...]:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return tuple(str(word) for word in annotation)
    if typing.get_origin(annotation) is Literal:
        return tuple(str(word) for word in typing.get_args(annotation))
    if typing.get_origin(annotation) in (typing.Union, UnionType, tuple, typing.Annotated):
        return tuple(word for part in typing.get_args(annotation) for word in _words(part))
    return ()


def _is_list(annotation: Any) -> bool:
    if typing.get_origin(annotation) in (typing.Union, UnionType, typing.Annotated):
        return any(_is_list(part) for part in typing.get_args(annotation))
    return typing.get_origin(annotation) is tuple


def _default(info: FieldInfo) -> str:
    value = info.default
    if info.is_required() or value is None or value == () or value == {} or isinstance(value, Record):
        return ""
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _example_of(info: FieldInfo) -> str:
    if not info.examples:
        words = _words(info.annotation)
        return words[0] if words and info.is_required() else ""
    value = info.examples[0]
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
