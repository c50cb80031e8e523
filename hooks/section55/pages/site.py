"""The pages that are no record's: home, search, the site's own texts, and the page for what is not found."""

from collections.abc import Iterator
from functools import partial

from section55.language import words
from section55.pages import addresses
from section55.pages.addresses import PREFIX, Address
from section55.pages.inspections import newest_first
from section55.pages.page import Page, View, indexed_in
from section55.reading.content import Document
from section55.records import OwnPage
from section55.records.vocabulary import ItemKind
from section55.register import Register
from section55.statistics import made_and_held

HOME = "home"
"""The own page that is the site's home: its text opens it, above what the register shows."""

LATEST = 5
"""How many of the latest responses the home page shows."""


def pages(register: Register, language: str) -> Iterator[Page]:
    """Home, search and the site's own pages."""
    _ = words(language).gettext
    own = register.pages.get(HOME, {})
    latest, inspections = register.newest_responses[:LATEST], newest_first(register)[:LATEST]
    made = made_and_held(register.inspections.values(), ItemKind.RECOMMENDATION)
    counts = {
        "responses": len(register.responses),
        "inspections": len(register.inspections),
        "items": sum(len(inspection.items) for inspection in register.inspections.values()),
        "forces": len(register.forces),
    }

    def home() -> View:
        text = own.get(language)
        return View(
            text.record.title if text else str(register.site.name.get(language)),
            "home.html",
            {"own": text, "latest": latest, "inspections": inspections, "counts": counts, "made": made},
            description=(text.record.description if text else "") or "",
            edit_paths=tuple(document.in_repository for document in own.values()),
        )

    yield Page(
        addresses.HOME,
        language,
        home,
        shows=(*latest, *(response.inspection for response in latest), *inspections),
        at=(*counts.values(), *made, *(len(inspection.answering) for inspection in inspections)),
        section="home",
    )
    if "en" not in register.languages:
        # The root is the English home page's address; in a site without English it leads to the Welsh one.
        name = str(register.site.name.get(language))
        yield Page(
            Address("", ""),
            language,
            lambda: View(name, "redirect.html", {"target": addresses.HOME, "words": _("Home")}),
            redirects_to=addresses.HOME,
        )
    yield Page(
        addresses.at("search"),
        language,
        lambda: View(
            _("Search"),
            "search.html",
            description=_("Search the responses, recommendations and reports that are held here."),
        ),
        section="search",
    )
    for name, documents in register.pages.items():
        if name != HOME:
            document = documents.get(language) or next(iter(documents.values()))
            yield Page(
                own_address(name, documents),
                language,
                partial(_own, document, documents, language),
                section=name,
                indexed=indexed_in(register, language, documents),
            )


def own_address(name: str, documents: dict[str, Document]) -> Address:
    """The address of one of the site's own pages: each language's file gives its last part."""

    def last(language: str) -> str:
        document = documents.get(language)
        address = document.record.address if document and isinstance(document.record, OwnPage) else None
        return address or name

    return Address(f"{PREFIX['en']}{last('en')}/", f"{PREFIX['cy']}{last('cy')}/")


def _own(document: Document, documents: dict[str, Document], language: str) -> View:
    return View(
        document.record.title,
        "own.html",
        {"own": document},
        description=document.record.description or "",
        title_language=document.language or language,
        filters={"kind": ("page",)},
        searched=document.text.html,
        edit_paths=tuple(each.in_repository for each in documents.values()),
    )
