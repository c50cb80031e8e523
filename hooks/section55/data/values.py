"""What several files of the data say in the same way."""

from datetime import date

from section55 import records
from section55.data.links import Links
from section55.data.shapes import SCHEMA_VERSION, Allowance, Local
from section55.language import words
from section55.records import Month, When, Year
from section55.records.fields import LocalText


def envelope(links: Links) -> dict[str, object]:
    """The keys that go around the content of every file."""
    # Said by the footer of every page too, so that the catalogue has its Welsh.
    notes = {
        language: words(language).gettext("This is not the inspectorate’s site, and what it holds is not all there is.")
        for language in links.languages
    }
    return {"schema_version": SCHEMA_VERSION, "notes": links.local(notes)}


def partial(key: str, when: When | None) -> dict[str, str | None]:
    """A date under its key, never more exact than its source, and beside it how exact it is."""
    precision = {date: "day", Month: "month", Year: "year", type(None): None}[type(when)]
    return {key: None if when is None else str(when), f"{key}_precision": precision}


def local(text: LocalText) -> Local:
    """A record's text by language."""
    return Local(en=text.en, cy=text.cy)


def in_language(text: str | None, language: str) -> Local:
    """A text that exists in one language."""
    return Links.local({language: text})


def allowances(allow: tuple[records.Allowance, ...], language: str) -> tuple[Allowance, ...]:
    """The rules that need not hold for a record; the reasons are in the language of its file."""
    return tuple(Allowance(rule=each.rule, reason=in_language(each.reason, language)) for each in allow)
