"""Findings as the tests of their formats need them."""

from collections.abc import Callable

import pytest
from section55.findings import Finding, Severity

LINE = "dated: 4 September 2023"


def _finding(**changes: object) -> Finding:
    facts: dict[str, object] = {
        "path": "content/responses/2023-fictional/fictionshire.en.md",
        "line": 5,
        "column": 8,
        "end_line": 5,
        "end_column": 24,
        "code": "S55-F17",
        "name": "not-a-date",
        "severity": Severity.ERROR,
        "message": "“dated” is not a date.",
        "help": "Write it as year-month-day.",
        "excerpt": LINE,
    }
    return Finding(**(facts | changes))  # type: ignore[arg-type]


@pytest.fixture
def finding() -> Callable[..., Finding]:
    """Makes a finding: a date in another form on line 5, but for the facts that are given."""
    return _finding
