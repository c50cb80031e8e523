"""A page: an address in one language, the records that decide what it shows, and the view that is made of them.

A build makes only the views of pages whose records changed, so a page says what it looks at before it looks at it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from section55.pages.addresses import Address
from section55.register import Inspection, Register, Response


@dataclass(frozen=True)
class Crumb:
    """A step from the home page to a page; `whole` is its title for machines, where a reader is shown less of it."""

    title: str
    address: Address
    language: str | None = None
    whole: str = ""


@dataclass(frozen=True)
class View:
    """What a page shows, before any chrome is put around it.

    title: of its window; template: below `overrides/records/`; context: what the template shows; filters: by which
    search narrows, codes and not labels, since both languages share them; sorts: by which it sorts; searched: the HTML
    that search looks through, None for all that the template makes; edit_paths: of its records, in the repository;
    data: the path of the same as open data, from the site's root.
    """

    title: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    description: str = ""
    title_language: str = ""
    crumbs: tuple[Crumb, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sorts: Mapping[str, str] = field(default_factory=dict)
    searched: str | None = None
    edit_paths: tuple[str, ...] = ()
    data: str = ""


class Indexed(NamedTuple):
    """That search finds a page in the index of its language.

    is_alone: whether the other index has no page for the same, because its text exists in this language only; shard:
    the year by which indexes are divided, 0 for a page that belongs to none.
    """

    is_alone: bool
    shard: int


@dataclass(frozen=True)
class Page:
    """One page in one language.

    address: in both languages, as the switch needs it; make: gives its view; shows: the records that the view looks at,
    None for all of them; at: what else decides it, such as the place in a list; group: that of the pages which look at
    the same records and are best made together; section: which entry of the navigation is its own; indexed: how search
    finds it, None for a page that it does not find.
    """

    address: Address
    language: str
    make: Callable[[], View]
    shows: tuple[Inspection | Response, ...] | None = ()
    at: tuple[object, ...] = ()
    group: str = ""
    section: str = ""
    indexed: Indexed | None = None
    redirects_to: Address | None = None

    @property
    def path(self) -> str:
        """Its own address, from the site's root."""
        return self.address.in_(self.language)


def indexed_in(register: Register, language: str, of_text: Iterable[str], shard: int = 0) -> Indexed | None:
    """How search finds a page in a language, whose record's words exist in the languages `of_text`.

    It stands in the index of its language where its text is in that, or where it has no text of its own: `of_text` is
    empty then.
    """
    languages = set(of_text).intersection(register.languages)
    if languages and language not in languages:
        return None
    return Indexed(bool(languages) and len(languages) < len(register.languages), shard)
