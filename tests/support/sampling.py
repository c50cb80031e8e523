"""Cases of which the short run has a sample."""

from collections.abc import Iterable

import pytest


def at_length(cases: Iterable[object]) -> list:
    """Cases that are tried with `--all` alone; a tuple is several arguments."""
    return [
        pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.long) for case in cases
    ]
