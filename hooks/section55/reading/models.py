"""Values → a record, and what the models refuse as problems with their places."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from typing import Any, TypeVar

from pydantic import ValidationError
from section55.reading.front_matter import FrontMatter
from section55.reading.problems import Problem
from section55.records.fields import Path, Record, without_nulls
from section55.records.partial import meant_by, record_in_part

R = TypeVar("R", bound=Record)

_RULES = {
    "missing": "missing-key",
    "extra_forbidden": "unknown-key",
    "needs_quotes": "needs-quotes",
    "empty": "empty-value",
    "not_a_date": "not-a-date",
    "day_needed": "day-needed",
    "month_needed": "day-needed",
    "not_a_flag": "not-a-flag",
    "not_a_count": "not-a-count",
    "not_a_slug": "not-an-id",
    "not_a_url": "not-a-web-address",
    "enum": "unknown-word",
    "literal_error": "unknown-word",
    "string_type": "text-wanted",
    "tuple_type": "list-wanted",
    "list_type": "list-wanted",
    "dict_type": "mapping-wanted",
    "model_type": "mapping-wanted",
    "model_attributes_type": "mapping-wanted",
    "string_pattern_mismatch": "wrong-form",
    "too_short": "too-few",
}


def read_record(front: FrontMatter, model: type[R]) -> tuple[R, list[Problem]]:
    """The record that the values make, and every problem that the model has with them.

    With a problem, or of a front matter that could not be read whole, it is a record in part; and where that drops
    entries from a list, the places in `front` are then those of the entries that are left.
    """
    values = without_nulls(front.values)
    problems: list[Problem] = []
    lost = front.lost | _not_set_in(front, model)
    try:
        record = model.model_validate(values)
        if not lost:
            return record, []
    except ValidationError as error:
        problems += _problems(error, front, model)
    for path in front.lost & front.keys.keys():
        _put(values, path, _LOST)
    record, dropped = record_in_part(model, values, lost)
    front.drop(dropped)
    return record, problems


def _not_set_in(front: FrontMatter, model: type[Record]) -> set[Path]:
    """The facts without a value right above a key that no such record has: what that holds may be theirs."""
    keys = [path for path in front.keys if len(path) == 1]
    return {above for above, key in pairwise(keys) if front.value(above) is None and key[0] not in model.model_fields}


def _problems(error: ValidationError, front: FrontMatter, model: type[Record]) -> Iterator[Problem]:
    details = error.errors(include_url=False)
    around = {detail["loc"][:depth] for detail in details for depth in range(len(detail["loc"]))}
    misspelt = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    for detail in details:
        path = _path(detail["loc"], front)
        rule = _RULES.get(detail["type"], "wrong-value")
        if rule == "too-few" and detail["loc"] in around:
            continue  # its entries are wrong, which makes it too short: one problem, not two
        facts: dict[str, Any] = {
            "field": _dotted(path),
            "key": str(path[-1]) if path else "",
            "value": detail["input"] if isinstance(detail["input"], str) else None,
            "why": detail["msg"],
            "model": model,
            "path": path,
            "type": detail["type"],
            **detail.get("ctx", {}),
        }
        if rule == "missing-key":
            key = str(detail["loc"][-1])
            mapping = _path(detail["loc"][:-1], front)
            whole = (*mapping, key)
            if {mapping, whole} & front.lost or any(
                loc[:-1] == detail["loc"][:-1] and meant_by(str(loc[-1]), [key]) for loc in misspelt
            ):
                continue  # it may well be there
            facts |= {"key": key, "field": _dotted(whole), "present": whole in front.keys}
            # Where the key stands but holds nothing, point at it; else at the mapping that lacks it.
            yield Problem(rule, front.keys.get(whole) or front.key(mapping), facts)
        elif rule == "unknown-key" or detail["loc"][-1] == "[key]":  # the key is wrong, not what stands under it
            yield Problem(rule, front.key(path), facts)
        else:
            yield Problem(rule, front.place(path), facts)


_LOST = object()
"""A value that could not be read: one that no field takes."""


def _put(values: Any, path: Path, value: object) -> None:
    """Puts a value at a path; nowhere, where that leads through what was read past."""
    with suppress(LookupError, TypeError):
        for part in path[:-1]:
            values = values[part]
        values[path[-1]] = value


def _path(loc: tuple[str | int, ...], front: FrontMatter) -> Path:
    """Pydantic's location without what it adds of its own (the names of a union's branches, `[key]`)."""
    path: Path = ()
    for part in loc:
        if (*path, part) in front.places or (*path, part) in front.keys:
            path = (*path, part)
    return path


def _dotted(path: Path) -> str:
    while path and isinstance(path[-1], int):
        path = path[:-1]  # an entry goes by the name of its list: which one it is, its place says
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
