"""What a reader reports: the rule that a file breaks, and the place. The sentence is the rule's business."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Place(NamedTuple):
    """A stretch of a file: lines and columns count from 1, in characters; the end is the column after the last one."""

    line: int
    column: int
    end_line: int
    end_column: int

    def lower(self, lines: int) -> "Place":
        """The place so many lines below."""
        return Place(self.line + lines, self.column, self.end_line + lines, self.end_column)


START = Place(1, 1, 1, 1)


@dataclass(frozen=True)
class Problem:
    """Something that keeps a file from being read rightly: the name of the rule it breaks, where, and what is there."""

    rule: str
    place: Place = START
    facts: Mapping[str, Any] = field(default_factory=dict)
