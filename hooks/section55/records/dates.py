"""Dates as sources give them: a day, a month or a year, and never more exact than the source."""

import calendar
import re
from datetime import date
from typing import NamedTuple


class Month(NamedTuple):
    """A month of a year, where a source gives no day."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


class Year(NamedTuple):
    """A year, where a source gives no month."""

    year: int

    def __str__(self) -> str:
        return f"{self.year:04}"


When = date | Month | Year


class NotADate(ValueError):
    """Why a text is no date. why: `form`, `year`, `month` or `day`, for what of it cannot be."""

    def __init__(self, why: str) -> None:
        super().__init__(f"not a date: {why}")
        self.why = why


_WHEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def parse(text: str) -> When:
    """`2023-09-04`, `2023-09` or `2023` (ISO 8601) as a date, Month or Year.

    Raises NotADate for any other form and for days that do not exist.
    """
    match = _WHEN.fullmatch(text)
    if not match:
        raise NotADate("form")
    year, month, day = (int(part) if part else None for part in match.groups())
    if not 1 <= year:
        raise NotADate("year")
    if month is None:
        return Year(year)
    if not 1 <= month <= 12:
        raise NotADate("month")
    if day is None:
        return Month(year, month)
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise NotADate("day")
    return date(year, month, day)


def earliest(when: When) -> date:
    """The first day that `when` can mean."""
    match when:
        case date():
            return when
        case Month(year, month):
            return date(year, month, 1)
        case Year(year):
            return date(year, 1, 1)


def latest(when: When) -> date:
    """The last day that `when` can mean."""
    match when:
        case date():
            return when
        case Month(year, month):
            return date(year, month, calendar.monthrange(year, month)[1])
        case Year(year):
            return date(year, 12, 31)
