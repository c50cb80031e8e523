"""A page: an address in one language and what it shows, before any chrome is put around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from section55.pages.addresses import Address


@dataclass(frozen=True)
class Crumb:
    """A step from the home page to a page."""

    title: str
    address: Address
    language: str | None = None


@dataclass(frozen=True)
class Page:
    """One page in one language.

    address: in both languages, as the switch needs it; title: of its window; template: below `overrides/records/`;
    context: what the template shows; section: which entry of the navigation is its own; filters: by which search
    narrows, codes and not labels, since both languages share them; indexed: whether search finds it; data: the path of
    the same as open data, from the site's root.
    """

    address: Address
    language: str
    title: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    description: str = ""
    section: str = ""
    title_language: str = ""
    crumbs: tuple[Crumb, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sorts: Mapping[str, str] = field(default_factory=dict)
    indexed: bool = False
    redirects_to: Address | None = None
    languages: tuple[str, ...] = ()
    edit_paths: tuple[str, ...] = ()
    data: str = ""

    @property
    def path(self) -> str:
        """Its own address, from the site's root."""
        return self.address.in_(self.language)
