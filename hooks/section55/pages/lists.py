"""Lists, paged, so that no page grows with the number of records."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from section55.language import words
from section55.pages.addresses import Address
from section55.pages.page import Page

PAGE_SIZE = 50
"""How many entries a page of a list holds."""


@dataclass(frozen=True)
class Paging:
    """Where a page of a list stands: `number` of `count` pages, entries `first` to `last` of `total`."""

    address: Address
    number: int
    count: int
    first: int
    last: int
    total: int

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
    entries: Sequence[Any], address: Address, language: str, title: str, template: str, context: Mapping[str, Any], **page: Any
) -> Iterator[Page]:
    """The pages of a list: its template finds the entries of each as `entries` and its place as `paging`."""
    _ = words(language).gettext
    count = max(1, -(-len(entries) // PAGE_SIZE))
    for number in range(1, count + 1):
        start = (number - 1) * PAGE_SIZE
        shown = entries[start : start + PAGE_SIZE]
        paging = Paging(address, number, count, start + 1 if shown else 0, start + len(shown), len(entries))
        # A window's title tells a list's pages apart (WCAG 2.4.2); their heading is the list's.
        window = title if number == 1 else _("%(title)s, page %(number)d of %(count)d") % {
            "title": title, "number": number, "count": count
        }
        yield Page(
            address.page(number),
            language,
            window,
            template,
            {**context, "heading": title, "entries": shown, "paging": paging},
            **page,
        )
