"""Charts: tables whose rows carry a bar beside their number, so that what is drawn and what is read cannot differ."""

from collections.abc import Iterable
from typing import NamedTuple

LONGEST = 80
"""The length of the longest bar in hundredths of its cell; the number stands behind it."""


class Bar(NamedTuple):
    """A row of a chart. length: of its bar, in hundredths of the cell; href: of what is counted in it, or empty."""

    name: str
    count: int
    length: float
    href: str = ""
    css: str = ""


def bars(rows: Iterable[tuple[str, int, str, str]]) -> list[Bar]:
    """The bars of some rows, each a name, a count, a link and a class: as long as the counts are great."""
    rows = list(rows)
    greatest = max((count for _, count, *_ in rows), default=0) or 1
    return [Bar(name, count, round(LONGEST * count / greatest, 1), href, css) for name, count, href, css in rows]
