"""What search is told of a page besides its text: by what it is filtered and sorted, and what a result shows of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from section55.language import long_date
from section55.language import other as other_language
from section55.pages.inspections import item_name, title_of
from section55.pages.page import Page
from section55.records.vocabulary import Status

TRANSLATED = ("translated", "yes")
"""The filter that marks a page which stands in both indexes, each with the text of its language."""

EVERY_PAGE = ("every", "ω")
"""A word that every page has and nobody looks for: asked for no word, Pagefind loads the whole index."""


@dataclass(frozen=True)
class Entry:
    """A page that stands in the index of its language.

    is_alone: whether the other index has no page for the same, because its text exists in this language only.
    metas: what a result shows, searched with the text; a name that ends in `-en` or `-cy` says its language.
    sort: what it is sorted by, by date; empty for a page that has no date.
    """

    page: Page
    is_alone: bool
    filters: tuple[tuple[str, str], ...]
    metas: tuple[tuple[str, str], ...]
    sort: str

    @property
    def language(self) -> str:
        """The language of the page, and so of its index."""
        return self.page.language


def entries(pages: Iterable[Page], languages: Sequence[str]) -> dict[str, Entry]:
    """The entry of each page that search finds, by the page's path; `languages` are the site's."""
    by_address = {(page.address, page.language): page for page in pages}
    found = {}
    for page in by_address.values():
        twin = by_address.get((page.address, other_language(page.language))) if len(languages) > 1 else None
        if _stands_in_index(page, languages):
            found[page.path] = _entry(page, twin, twin is not None and not _stands_in_index(twin, languages))
    return found


def _stands_in_index(page: Page, languages: Sequence[str]) -> bool:
    """Whether the index of its language holds the page: its text is in that language, or it has none of its own."""
    if not page.indexed:
        return False
    if (paging := page.context.get("paging")) and paging.number > 1:
        return False  # the further pages of a list, which hold nothing but links
    text_languages = _text_languages(page).intersection(languages)
    return not text_languages or page.language in text_languages


def _text_languages(page: Page) -> set[str]:
    """The languages in which the record's words exist; empty for a page that is the site's own words."""
    context = page.context
    match page.filters.get("kind"):
        case ("response",) if context["response"].is_held:
            return set(context["response"].texts)
        case ("item",):
            return {language for language in context["inspection"].texts if context["item"].words(language)}
        case ("inspection",):
            return set(context["inspection"].titles)
    return set()


def _entry(page: Page, twin: Page | None, is_alone: bool) -> Entry:
    filters = [(name, value) for name, values in page.filters.items() for value in values]
    if twin and not is_alone:
        filters.append(TRANSLATED)
    metas: dict[str, str] = dict((EVERY_PAGE, *page.sorts.items()))
    # A page that is alone is shown by the search page of the other language too, and found by its name in that.
    for each in (page, twin) if twin and is_alone else (page,):
        for name, text, language in _said_of(each):
            metas.setdefault(f"{name}-{language}", text)
    if response := page.context.get("response"):
        if response.facts.signed_by and response.is_held:
            metas["signed"] = response.facts.signed_by
        if response.facts.status is not Status.CURRENT:
            metas["status"] = str(response.facts.status)
    elif item := page.context.get("item"):
        metas["item"] = str(item.facts.kind)
    return Entry(page, is_alone, tuple(filters), tuple(metas.items()), _sort(page))


def _sort(page: Page) -> str:
    """By date; on one day by report, and of one report responses, the report, its items; all for a descending order."""
    if "date" not in page.sorts:
        return ""
    inspection, item = page.context["inspection"], page.context.get("item")
    place = 1 + list(inspection.items).index(item.id) if item else 0
    rank = 9999 if "response" in page.context else 9998 - place
    return f"{page.sorts['date']} {inspection.id} {rank:04}"


def _said_of(page: Page) -> Iterator[tuple[str, str, str]]:
    """What a result says of a page: the name of each part, its text, and the language that the text is in."""
    language = page.language
    response, item, inspection = (page.context.get(name) for name in ("response", "item", "inspection"))
    if response:
        yield "title", *response.body_name.best(language)
        yield "report", *title_of(response.inspection, language)
        if response.facts.published:
            yield "published", long_date(response.facts.published, language), language
        elif response.facts.dated:
            yield "dated", long_date(response.facts.dated, language), language
        return
    if item:
        yield "title", item_name(item, language), language
        yield "report", *title_of(inspection, language)
    else:
        yield "title", page.title, page.title_language or language
    if inspection:
        yield "published", long_date(inspection.facts.published, language), language
