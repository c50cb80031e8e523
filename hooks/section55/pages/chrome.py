"""What goes around every page: its sections, the switch to the other language, and the footer, in the page's language."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from section55.language import OWN_NAMES, words
from section55.pages import addresses
from section55.pages.addresses import Address
from section55.pages.page import Page
from section55.pages.site import HOME, own_address
from section55.register import Register


@dataclass(frozen=True)
class Link:
    """A link of the chrome: relative, with its text and whether it is to the page itself or its section."""

    text: str
    href: str
    current: bool = False
    language: str | None = None


@dataclass(frozen=True)
class Around:
    """The chrome of one page, for Material's templates.

    here: the page's address from the root; alternates: the absolute or relative address of the page by language;
    switch: the link to the same page in the other language, None where the site has one language.
    """

    language: str
    here: str
    site_name: str
    home: Link
    sections: tuple[Link, ...]
    footer: tuple[Link, ...]
    switch: Link | None
    alternates: tuple[tuple[str, str], ...]
    canonical: str
    contact: Any
    edit_links: tuple[Link, ...]
    welsh_awaits_review: bool
    redirects_to: str | None
    gettext: Callable[[str], str]
    root: str
    data: str | None
    in_each_language: tuple[tuple[str, Callable[[str], str], str, str], ...]


class Chrome:
    """Makes what goes around the pages of one register; `site_url` is where the site stands, or empty."""

    def __init__(self, register: Register, site_url: str) -> None:
        self.register = register
        self.site_url = site_url.rstrip("/") + "/" if site_url else ""

    def around(self, page: Page | None) -> Around:
        """The chrome of a page; for None, that of the page for what is not found, which can stand anywhere."""
        language = page.language if page else self.register.languages[0]
        gettext = words(language).gettext
        here = page.path if page else ""
        address = page.address if page else addresses.HOME
        section = page.section if page else ""

        def link(text: str, to: Address, name: str = "", in_: str | None = None) -> Link:
            there = to.in_(in_ or language)
            # The page for what is not found is served at any depth, so its links start at the site's root.
            href = addresses.between(here, there) if page else f"{self.base}{there}"
            return Link(text, href, bool(name) and name == section, in_)

        other = next((other for other in self.register.languages if other != language), None)
        site = self.register.site
        return Around(
            language=language,
            here=here,
            site_name=site.name.best(language)[0],
            home=link(gettext("Home"), addresses.HOME, "home"),
            sections=(
                link(gettext("Responses"), addresses.at("responses"), "responses"),
                link(gettext("Inspections"), addresses.at("inspections"), "inspections"),
                link(gettext("Recommendations"), addresses.at("recommendations"), "recommendations"),
                link(gettext("Forces"), addresses.at("forces"), "forces"),
                link(gettext("Search"), addresses.at("search"), "search"),
            ),
            footer=(
                *(
                    link(document.record.title, own_address(name, documents), name)
                    for name, documents in self.register.pages.items()
                    if name != HOME and (document := documents.get(language) or next(iter(documents.values())))
                ),
                link(gettext("Topics"), addresses.at("topics")),
                link(gettext("Statistics"), addresses.at("statistics"), "statistics"),
                link(gettext("Rules"), addresses.at("rules"), "rules"),
                link(gettext("Open data"), Address("api/v1/index.json", "api/v1/index.json")),
            ),
            switch=link(OWN_NAMES[other], address, in_=other) if other else None,
            alternates=tuple((each, self._absolute(here, address.in_(each))) for each in self.register.languages)
            if page and other
            else (),
            canonical=f"{self.site_url}{here}" if page and self.site_url else "",
            contact=site.contact,
            edit_links=tuple(
                Link(path, f"{site.repository}/edit/{site.branch}/{path}") for path in (page.edit_paths if page else ())
            )
            if site.repository
            else (),
            welsh_awaits_review=language == "cy" and not site.welsh_reviewed,
            redirects_to=addresses.between(here, page.redirects_to.in_(language)) if page and page.redirects_to else None,
            gettext=gettext,
            in_each_language=tuple(
                (
                    each,
                    words(each).gettext,
                    f"{self.base}{addresses.HOME.in_(each)}",
                    f"{self.base}{addresses.at('search').in_(each)}",
                )
                for each in self.register.languages
            ),
            data=addresses.between(here, page.data) if page and page.data else None,
            root="../" * here.count("/") if page else self.base,
        )

    @property
    def base(self) -> str:
        """The path at which the site stands on its host, for links that cannot be relative."""
        path = self.site_url.split("://", 1)[-1]
        return f"/{path.partition('/')[2]}" if "/" in path else "/"

    def _absolute(self, here: str, there: str) -> str:
        return f"{self.site_url}{there}" if self.site_url else addresses.between(here, there)
