"""A change of a stretch of one line, and lines with their own ends."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_END = re.compile(r"(\r\n|\r|\n)")


class Edit(NamedTuple):
    """What stands in a line from a column up to another, both counted from 1, becomes `text`, which has no line end."""

    line: int
    column: int
    end_column: int
    text: str


def apart(edits: Iterable[Edit]) -> list[Edit]:
    """The edits in the order of their places; of two that touch, only the one that came first."""
    kept: list[Edit] = []
    for edit in edits:
        if all(
            edit.line != other.line or edit.end_column < other.column or other.end_column < edit.column
            for other in kept
        ):
            kept.append(edit)
    return sorted(kept)


def edited(lines: Sequence[str], edits: Iterable[Edit]) -> list[str]:
    """The lines with the edits made, which stand apart."""
    result = list(lines)
    for edit in sorted(edits, reverse=True):
        line = result[edit.line - 1]
        result[edit.line - 1] = f"{line[: edit.column - 1]}{edit.text}{line[edit.end_column - 1 :]}"
    return result


def split(text: str) -> tuple[list[str], list[str]]:
    """The lines of a text, and the end of each as it is: `\\n`, `\\r\\n`, `\\r`, or none after the last."""
    parts = _END.split(text)
    return parts[::2], [*parts[1::2], ""]


def joined(lines: Sequence[str], ends: Sequence[str]) -> str:
    """The text of lines and their ends."""
    return "".join(f"{line}{end}" for line, end in zip(lines, ends, strict=True))
