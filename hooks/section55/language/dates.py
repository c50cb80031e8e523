"""Dates in words, as Unicode CLDR has them for each language: "13 September 2023", "13 Medi 2023"."""

import datetime
import functools
from typing import Protocol

from babel.dates import format_date

from section55.language.languages import LOCALES, Language


class YearLike(Protocol):
    """A year, with a `month` where the source gives one, and a `day` where it gives that: `datetime.date` has all."""

    @property
    def year(self) -> int: ...


@functools.lru_cache(1 << 16)
def long_date(value: YearLike, language: Language) -> str:
    """`value` as a sentence holds it, to the precision that it has: "13 Medi 2023", "Mawrth 2020" for a month, "2020".

    A date in digits follows any Welsh preposition unchanged ("erbyn 13 Medi 2023"); a month takes "mis" before it
    ("ym mis Mawrth 2020"), so that no name of a month has to mutate.
    """
    if hasattr(value, "day"):
        return format_date(value, "long", LOCALES[language])
    if hasattr(value, "month"):
        return format_date(datetime.date(value.year, value.month, 1), "MMMM y", LOCALES[language])
    return str(value.year)
