"""What goes around every page: its sections, the switch to the other language, and the footer, in the page's language.

All pages of one language, depth and section have the same around them but for a few slots. So the engine's templates
make one shell for all of them, which holds a mark in the place of each slot; `Shell.around` puts the page's own there.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from section55.language import words
from section55.pages import addresses
from section55.pages.addresses import Address
from section55.pages.page import Page
from section55.pages.site import HOME, own_address
from section55.register import Register

SLOTS = ("head", "switch", "content", "upkeep")
"""What of a page is its own: what its `<head>` says, the switch to its twin, its content, the ways to its keepers."""

_MARK = "<!--section55:{}-->"
_MARKS = re.compile(_MARK.format(f"({'|'.join(SLOTS)})"))


class ShellKey(NamedTuple):
    """What pages have in common that have the same around them; `depth`: how many folders they are below the root."""

    language: str
    depth: int
    section: str


@dataclass(frozen=True)
class Shell:
    """What is around some pages: pieces of HTML, with the name of a slot between any two."""

    parts: tuple[str, ...]

    @staticmethod
    def of(html: str) -> "Shell":
        """A shell from what the engine's templates made. Raises ValueError where a slot is not there once."""
        parts = tuple(_MARKS.split(re.sub(r"\s*\n\s*", "\n", html)))
        if sorted(parts[1::2]) != sorted(SLOTS):
            raise ValueError(f"the templates put {list(parts[1::2])} around a page, and not each of {list(SLOTS)} once")
        return Shell(parts)

    def around(self, slots: Mapping[str, str]) -> str:
        """The whole page."""
        return "".join(slots[part] if place % 2 else part for place, part in enumerate(self.parts))


@dataclass(frozen=True)
class Link:
    """A link of the chrome: relative, with its text and whether it is to the page itself or its section."""

    text: str
    href: str
    current: bool = False


@dataclass(frozen=True)
class Around:
    """What Material's templates put around pages.

    search: where the search in the head leads, None where the page's content has one; rules: what of the foot is for
    staff; slots: the marks where the page's own goes, empty for the page for what is not found; root: the way to the
    site's root.
    """

    language: str
    site_name: str
    logo: str
    home: Link
    sections: tuple[Link, ...]
    search: Link | None
    footer: tuple[Link, ...]
    rules: Link
    contact: Any
    welsh_awaits_review: bool
    gettext: Callable[[str], str]
    root: str
    slots: Mapping[str, str]


class Chrome:
    """Makes what goes around the pages of one register; `site_url` is where the site stands, or empty."""

    def __init__(self, register: Register, site_url: str) -> None:
        self.register = register
        self.site_url = site_url.rstrip("/") + "/" if site_url else ""

    def around(self, key: ShellKey) -> Around:
        """What is around the pages of a key."""
        return self._around(key, "../" * key.depth, {slot: _MARK.format(slot) for slot in SLOTS})

    def around_not_found(self) -> tuple[Around, ...]:
        """What is around the page for what is not found, in each language, which it has side by side.

        It is served at any depth, so its links start at the host's root; it is no page of the register, so it has no
        slots.
        """
        return tuple(
            self._around(ShellKey(language, 0, ""), self.base, dict.fromkeys(SLOTS, ""))
            for language in self.register.languages
        )

    def _around(self, key: ShellKey, root: str, slots: Mapping[str, str]) -> Around:
        language, _depth, section = key
        gettext = words(language).gettext

        def link(text: str, to: Address | str, name: str = "") -> Link:
            there = to if isinstance(to, str) else to.in_(language)
            return Link(text, f"{root}{there}" or "./", bool(name) and name == section)

        site = self.register.site
        return Around(
            language=language,
            site_name=site.name.best(language)[0],
            logo=site.logo or "",
            home=link(gettext("Home"), addresses.HOME, "home"),
            sections=(
                link(gettext("Responses"), addresses.at("responses"), "responses"),
                link(gettext("Inspections"), addresses.at("inspections"), "inspections"),
                link(gettext("Recommendations"), addresses.at("recommendations"), "recommendations"),
                link(gettext("Forces"), addresses.at("forces"), "forces"),
                link(gettext("Search"), addresses.at("search"), "search"),
            ),
            search=None if section in ("home", "search") else link(gettext("Search"), addresses.at("search")),
            footer=(
                *(
                    link(document.record.title, own_address(name, documents), name)
                    for name, documents in self.register.pages.items()
                    if name != HOME and (document := documents.get(language) or next(iter(documents.values())))
                ),
                link(gettext("Topics"), addresses.at("topics")),
                link(gettext("Statistics"), addresses.at("statistics"), "statistics"),
                link(gettext("Open data"), f"{addresses.at('statistics').in_(language)}#data"),
            ),
            rules=link(gettext("Rules"), addresses.at("rules"), "rules"),
            contact=site.contact,
            welsh_awaits_review=language == "cy" and not site.welsh_reviewed,
            gettext=gettext,
            root=root,
            slots=slots,
        )

    @property
    def base(self) -> str:
        """The path at which the site stands on its host, for links that cannot be relative."""
        path = self.site_url.split("://", 1)[-1]
        return f"/{path.partition('/')[2]}" if "/" in path else "/"


def shell_key(page: Page) -> ShellKey:
    """The key of the shell that goes around a page."""
    return ShellKey(page.language, page.path.count("/"), page.section)
