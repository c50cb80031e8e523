"""Charts that say in words and numbers all that they draw.

Bars are tables whose rows carry a bar beside their number. Columns, for what is counted along a line, are a drawing
with a table behind it, made of the same rows.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

LONGEST = 65
"""The length of the longest bar in hundredths of its cell; the number stands behind it."""

_LEFT, _TOP, _BOTTOM = 8.0, 18.0, 88.0
"""Where columns begin, where the highest ends and where they stand, in hundredths of the drawing; labels are beside."""


class Row(NamedTuple):
    """What is counted. href: where it is found, or empty; css: a class, or empty."""

    name: str
    count: int
    href: str = ""
    css: str = ""


class Bar(NamedTuple):
    """A row of a chart. length: of its bar, in hundredths of the cell; href, css: as of a row."""

    name: str
    count: int
    length: float
    href: str
    css: str


def bars(*charts: Iterable[Row]) -> list[list[Bar]]:
    """The bars of charts that count the same and are seen together: as long as the counts are great, in one scale."""
    rows = [list(chart) for chart in charts]
    greatest = max((row.count for chart in rows for row in chart), default=0) or 1
    return [
        [Bar(row.name, row.count, round(LONGEST * row.count / greatest, 1), row.href, row.css) for row in chart]
        for chart in rows
    ]


class Column(NamedTuple):
    """A column, in hundredths of the drawing; name: what is counted in it; label: what stands below it, or empty."""

    name: str
    count: int
    label: str
    x: float
    y: float
    height: float


class Columns(NamedTuple):
    """A drawing of columns of one width. ticks: each a count and its height; bottom: where the columns stand; mark:
    where a line parts those before it from those after it.
    """

    columns: list[Column]
    width: float
    ticks: list[tuple[int, float]]
    bottom: float
    mark: float


def columns(rows: Sequence[tuple[str, int, str]], marked: int) -> Columns:
    """The columns of some rows, each a name, a count and a label; the line stands before the row `marked`."""
    step = (100 - _LEFT) / len(rows)
    ticks = _ticks(max(count for _, count, _ in rows))

    def y(count: int) -> float:
        return round(_BOTTOM - (_BOTTOM - _TOP) * count / ticks[-1], 2)

    return Columns(
        [
            Column(name, count, label, round(_LEFT + step * place, 2), y(count), round(_BOTTOM - y(count), 2))
            for place, (name, count, label) in enumerate(rows)
        ],
        round(step * 0.84, 2),
        [(count, y(count)) for count in ticks],
        _BOTTOM,
        round(_LEFT + step * marked - step * 0.08, 2),
    )


def _ticks(greatest: int) -> list[int]:
    """Two to five round numbers, the last of them the first that is not below the greatest count."""
    step = next(step for power in range(12) for digit in (1, 2, 5) if (step := digit * 10**power) * 4 >= greatest)
    return list(range(0, -(-max(greatest, 1) // step) * step + 1, step))
