"""Lists, paged, so that no page grows with the number of records."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from section55.language import words
from section55.pages.addresses import Address
from section55.pages.page import Indexed, Page, View
from section55.register import Inspection, Item, Response

PAGE_SIZE = 50
"""How many entries a page of a list holds."""


@dataclass(frozen=True)
class Paging:
    """Where a page of a list stands: `number` of `count` pages, entries `first` to `last` of `total`.

    years: where the list is by years, each with the number of the page that it begins on.
    """

    address: Address
    number: int
    count: int
    first: int
    last: int
    total: int
    years: tuple[tuple[int, int], ...] = ()

    @property
    def shown(self) -> list[int | None]:
        """The numbers that links are shown for: the ends and those around this one; None for a gap."""
        near = {1, self.count, *range(max(1, self.number - 2), min(self.count, self.number + 2) + 1)}
        result: list[int | None] = []
        for number in sorted(near):
            if result and number - (result[-1] or 0) > 1:
                result.append(None)
            result.append(number)
        return result


def paged(
    entries: Sequence[Any],
    address: Address,
    language: str,
    title: str,
    template: str,
    context: Mapping[str, Any],
    *,
    size: int = PAGE_SIZE,
    year_of: Callable[[Any], int] | None = None,
    looked_at: Callable[[Sequence[Any]], tuple[Inspection | Response, ...]] | None = None,
    first_shows: tuple[Inspection | Response, ...] = (),
    at: tuple[object, ...] = (),
    section: str = "",
    group: str = "",
    indexed: Indexed | None = None,
    **view: Any,
) -> Iterator[Page]:
    """The pages of a list: its template finds the entries of each as `entries` and its place as `paging`.

    size: how many entries a page holds; year_of: the year of an entry, where the list is by years: the template finds
    the entries of a page under their years as `by_year`; looked_at: the records that the rows for some entries look at,
    where those are not the usual ones; first_shows: the records that the first page looks at beside its rows; at: what
    else decides the pages; indexed: how search finds the first page: the further ones hold nothing but links.
    """
    looked_at = looked_at or _looked_at
    count = max(1, -(-len(entries) // size))
    years: dict[int, int] = {}
    if year_of:
        for place, entry in enumerate(entries):
            years.setdefault(year_of(entry), place // size + 1)
    for number in range(1, count + 1):
        start = (number - 1) * size
        shown = entries[start : start + size]
        first, last = start + 1 if shown else 0, start + len(shown)
        paging = Paging(address, number, count, first, last, len(entries), tuple(years.items()))
        if year_of:
            context = {**context, "by_year": [(year, list(own)) for year, own in groupby(shown, year_of)]}
        yield Page(
            address.page(number),
            language,
            partial(_view, shown, paging, title, template, context, language, view),
            shows=tuple(dict.fromkeys((*looked_at(shown), *(first_shows if number == 1 else ())))),
            at=(
                *(*at, number, count, len(entries), paging.years),
                *(len(entry.answering) for entry in shown if isinstance(entry, Inspection)),
            ),
            group=group or f"{address.en}{number // 20}",
            section=section,
            indexed=indexed if number == 1 else None,
        )


def _view(
    shown: Sequence[Any],
    paging: Paging,
    title: str,
    template: str,
    context: Mapping[str, Any],
    language: str,
    view: Mapping[str, Any],
) -> View:
    _ = words(language).gettext
    # A window's title tells a list's pages apart (WCAG 2.4.2); their heading is the list's.
    window = title if paging.number == 1 else _("%(title)s, page %(number)d of %(count)d") % {
        "title": title, "number": paging.number, "count": paging.count
    }
    return View(window, template, {**context, "heading": title, "entries": shown, "paging": paging}, **view)


def _looked_at(shown: Sequence[Any]) -> tuple[Inspection | Response, ...]:
    return tuple(dict.fromkeys(record for entry in shown for record in _records(entry)))


def _records(entry: Response | Inspection | Item) -> Iterator[Inspection | Response]:
    """The records that a row for an entry looks at; of an inspection's responses it tells the number alone."""
    match entry:
        case Response():
            yield from (entry, entry.inspection)
        case Inspection():
            yield entry
        case Item():
            yield from (entry.inspection, *entry.inspection.answering)
