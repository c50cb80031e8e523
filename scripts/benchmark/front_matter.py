"""Facts → front matter, in the block style that staff write."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

_PLAIN = re.compile(r"[A-Za-zÀ-ž][^\n]*")
_OTHERWISE_READ = re.compile(r"(?i:yes|no|on|off|true|false|null|y|n)")


def document(facts: Mapping[str, Any], body: str = "") -> str:
    """A record's file: its facts between two lines of hyphens, and its text."""
    front = "\n".join(("---", *_mapping(facts, ""), "---"))
    return f"{front}\n\n{body}\n" if body else f"{front}\n"


def _mapping(facts: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in facts.items():
        if isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _mapping(value, indent + "  ")
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield f"{indent}{key}:"
            yield from _list(value, indent + "  ")
        else:
            yield f"{indent}{key}: {_scalar(value)}"


def _list(values: Sequence[Any], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping):
            first, *others = _mapping(value, indent + "  ")
            yield f"{indent}- {first.lstrip()}"
            yield from others
        else:
            yield f"{indent}- {_scalar(value)}"


def _scalar(value: Any) -> str:
    """A value as YAML takes it for what it is: dates and numbers bare, texts in quotes where they need them."""
    if isinstance(value, (date, bool, int)):
        return str(value).lower()
    if _PLAIN.fullmatch(value) and not _OTHERWISE_READ.fullmatch(value) and ": " not in value and " #" not in value:
        return value if value[-1] not in ": " else json.dumps(value, ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False)
