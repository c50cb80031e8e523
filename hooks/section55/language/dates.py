"""Dates in words, as Unicode CLDR has them for each language: "13 September 2023", "13 Medi 2023"."""

import datetime
from typing import Protocol

from babel.dates import format_date

from section55.language.languages import LOCALES, Language


class MonthLike(Protocol):
    """A month, where a source gives no day. `datetime.date` has these too, and a `day` besides."""

    @property
    def year(self) -> int: ...

    @property
    def month(self) -> int: ...


def long_date(value: MonthLike, language: Language) -> str:
    """`value` as a sentence holds it, to the precision that it has: "13 Medi 2023", or "Mawrth 2020" for a month.

    A date in digits follows any Welsh preposition unchanged ("erbyn 13 Medi 2023"); a month takes "mis" before it
    ("ym mis Mawrth 2020"), so that no name of a month has to mutate.
    """
    if hasattr(value, "day"):
        return format_date(value, "long", LOCALES[language])
    return format_date(datetime.date(value.year, value.month, 1), "MMMM y", LOCALES[language])
