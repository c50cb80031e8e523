"""All recommendations and other items, across reports."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from section55.data import paths
from section55.language import words
from section55.pages import addresses
from section55.pages.inspections import newest_first
from section55.pages.lists import paged
from section55.pages.page import Page
from section55.register import Inspection, Item, Register


def pages(register: Register, language: str) -> Iterator[Page]:
    """The list's pages: the items of the latest report first, in the report's order."""
    _ = words(language).gettext
    items = [item for inspection in newest_first(register) for item in inspection.items.values()]
    yield from paged(
        items,
        addresses.at("recommendations"),
        language,
        _("Recommendations"),
        "recommendations.html",
        {"by_report": _by_report},
        year_of=lambda item: item.inspection.facts.published.year,
        section="recommendations",
        description=_("Recommendations of police inspection reports, and who has answered them."),
    )


def _by_report(items: Iterable[Item]) -> list[tuple[Inspection, str, list[Item]]]:
    """Items by their reports, each with the path of the table of all answers to it."""
    by_report = groupby(items, lambda item: item.inspection)
    return [(inspection, paths.inspection_table(inspection), list(own)) for inspection, own in by_report]
