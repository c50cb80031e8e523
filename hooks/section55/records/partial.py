"""A record in part: what the good values make where a model refuses others.

A field of which the value is refused is not known: asking for it raises `Unknown`, and so does asking a list or mapping
of which a part is not known whether it lacks something. What is known can be asked as of any record. So whatever reads
records concludes nothing from what a mistake hides, without looking for it; rules stop there (`rules.registry`).
"""

import difflib
import re
import typing
from collections.abc import Collection, Mapping
from contextlib import suppress
from functools import cache
from types import UnionType
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from section55.records.fields import Path, Record, Unknown
from section55.records.schema import inner_model

R = TypeVar("R", bound=Record)
C = TypeVar("C", bound=Collection)


class _PartOfList(tuple):
    """The entries that are known of a list."""

    def __contains__(self, entry: object) -> bool:
        return super().__contains__(entry) or _not_known()


class _PartOfMapping(dict):
    """The entries that are known of a mapping."""

    def __contains__(self, key: object) -> bool:
        return super().__contains__(key) or _not_known()

    def __missing__(self, key: object) -> Any:
        _not_known()

    def get(self, key: Any, default: Any = None) -> Any:
        return self[key]


def whole(entries: C) -> C:
    """The entries of a list or mapping, of which something is asked that all of them decide.

    Raises Unknown where some are not known.
    """
    if isinstance(entries, (_PartOfList, _PartOfMapping)):
        _not_known()
    return entries


def meant_by(key: str, fields: Collection[str]) -> list[str]:
    """The fields that a key which is none of them may be a misspelling of."""
    return difflib.get_close_matches(re.sub(r"[\s-]+", "_", key.strip().lower()), fields, len(fields) or 1)


def record_in_part(model: type[R], values: Mapping[str, Any], lost: Collection[Path] = ()) -> tuple[R, set[Path]]:
    """The record that the good ones of some values make, and the paths of the entries that are dropped from lists.

    lost: the paths of values that could not be read, and of mappings that may hold more than could be read.
    """
    part = _Part(lost)
    return part.record(model, values, ()), part.dropped


class _Part:
    def __init__(self, lost: Collection[Path]) -> None:
        self.lost = lost
        self.around_lost = {path[:depth] for path in lost for depth in range(len(path) + 1)}
        self.dropped: set[Path] = set()

    def record(self, model: type[R], values: Any, path: Path) -> R:
        """Of values that are no mapping nothing is known."""
        values = values if isinstance(values, Mapping) else None
        known, unknown = {}, set()
        lacking = model.model_fields.keys() - (values or {}).keys()
        if values is None or path in self.lost:
            unknown |= lacking
        else:
            unknown |= {
                name for name in lacking if model.model_fields[name].is_required() or (*path, name) in self.lost
            }
            for key in values.keys() - model.model_fields.keys():
                unknown.update(meant_by(key, lacking))
        for name in model.model_fields.keys() - lacking:
            try:
                known[name] = self._value(model, name, values[name], (*path, name))
            except Unknown:
                unknown.add(name)
        record = model.model_construct(**known)
        for name in unknown:
            record.__dict__.pop(name, None)
        return record

    def _value(self, model: type[Record], name: str, value: Any, path: Path) -> Any:
        """The value of a field, whole or in part. Raises Unknown."""
        adapter = _adapter(model, name)
        if path not in self.around_lost:
            with suppress(ValidationError):
                return adapter.validate_python(value)
        annotation = model.model_fields[name].annotation
        inner = inner_model(annotation)
        if inner and annotation is inner and isinstance(value, Mapping):
            return self.record(inner, value, path)
        if inner and typing.get_origin(annotation) is dict and isinstance(value, Mapping):
            return self._mapping(TypeAdapter(typing.get_args(annotation)[0]), inner, value, path)
        if _is_of_lists(annotation) and isinstance(value, list):
            if inner:
                return tuple(self.record(inner, entry, (*path, index)) for index, entry in enumerate(value))
            return self._list(adapter, value, path)
        return _not_known()

    def _mapping(self, keys: TypeAdapter, inner: type[Record], values: Mapping[str, Any], path: Path) -> dict[str, Any]:
        """A mapping with keys that authors choose, without those that are refused."""
        known = {}
        for key, value in values.items():
            with suppress(ValidationError):
                known[keys.validate_python(key)] = self.record(inner, value, (*path, key))
        return _PartOfMapping(known) if len(known) < len(values) or path in self.lost else known

    def _list(self, adapter: TypeAdapter, values: list[Any], path: Path) -> tuple[Any, ...]:
        """A list of texts or words without those that are refused."""
        known: list[Any] = []
        for index, entry in enumerate(values):
            try:
                known += adapter.validate_python([entry])
            except ValidationError:
                self.dropped.add((*path, index))
        return _PartOfList(known)


def _is_of_lists(annotation: Any) -> bool:
    """Whether a type takes lists, maybe beside words."""
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    return origin is tuple or (origin in (typing.Annotated, typing.Union, UnionType) and any(map(_is_of_lists, parts)))


@cache
def _adapter(model: type[Record], name: str) -> TypeAdapter:
    """What validates one field of a model."""
    return TypeAdapter(model.model_fields[name].rebuild_annotation())


def _not_known() -> typing.NoReturn:
    raise Unknown
