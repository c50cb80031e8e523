"""A finding: one thing in one place that breaks one rule."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the build; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Finding:
    """What breaks a rule. Lines and columns count from 1; `end_column` is the one after the last character.

    message: one sentence that names the field; help: what would be right; excerpt: the author's own line.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    code: str
    name: str
    severity: Severity
    message: str
    help: str = ""
    excerpt: str = ""
