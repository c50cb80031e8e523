"""Dates in the forms in which letters have them."""

import re
from datetime import date

from section55.language.languages import LOCALES

_MONTHS = {
    name.casefold().rstrip("."): number
    for locale in LOCALES.values()
    for width in ("wide", "abbreviated")
    for number, name in locale.months["format"][width].items()
} | {name[:3].casefold(): number for number, name in LOCALES["en"].months["format"]["wide"].items()}

_WORD = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|af|ail|ydd|ed|fed|eg)?"
_YEAR = r"(?P<year>[0-9]{4})"
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+|dydd\s+(?:llun|mawrth|mercher|iau|gwener|sadwrn|sul),?\s+)?"
)
_FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?(?P<word>{_WORD})\.?,?\s+{_YEAR}",  # 4 September 2023, Monday 4th of Sept. 2023
        rf"(?P<word>{_WORD})\.?\s+{_DAY},?\s+{_YEAR}",  # September 4, 2023
        rf"(?P<word>{_WORD})\.?,?\s+{_YEAR}",  # September 2023
        rf"{_YEAR}[-/.](?P<month>[0-9]{{1,2}})[-/.](?P<day>[0-9]{{1,2}})",  # 2023-9-4, 2023/09/04
    )
]
_FIGURES = re.compile(rf"(?P<one>[0-9]{{1,2}})(?P<mark>[-/.])(?P<two>[0-9]{{1,2}})(?P=mark){_YEAR}")


def iso(text: str) -> str | None:
    """The date as year-month-day, or year-month where it names no day; None where it is none, or could be another."""
    read = readings(text)
    return read[0] if len(read) == 1 else None


def readings(text: str) -> list[str]:
    """The dates that a text can mean, as year-month-day, or year-month where it names no day.

    04/09/2023 can mean two. In Britain it is 4 September; but what pastes it, a spreadsheet or a mail program set up
    for America, may have meant 9 April, and a wrong day in the record of a statutory period would look right. Figures
    have one reading where the other is no date: 13/09/2023, 09/13/2023, 09/09/2023. The British one comes first.
    """
    text = " ".join(text.split())
    if figures := _FIGURES.fullmatch(text):
        year, one, two = (int(figures[name]) for name in ("year", "one", "two"))
        read = (_exists(year, month, of_month) for month, of_month in ((two, one), (one, two)))
        return list(dict.fromkeys(filter(None, read)))
    for form in _FORMS:
        if match := form.fullmatch(text):
            parts = match.groupdict()
            month = _MONTHS[parts["word"].casefold()] if "word" in parts else int(parts["month"])
            if "day" not in parts:
                return [f"{parts['year']}-{month:02}"]
            day = _exists(int(parts["year"]), month, int(parts["day"]))
            return [day] if day else []
    return []


def _exists(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
