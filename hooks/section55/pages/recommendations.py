"""All recommendations and other items, across reports."""

from collections.abc import Iterator

from section55.language import words
from section55.pages import addresses
from section55.pages.inspections import newest_first
from section55.pages.lists import paged
from section55.pages.page import Page
from section55.register import Register


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
        {},
        section="recommendations",
        description=_("Recommendations of police inspection reports, and who has answered them."),
    )
