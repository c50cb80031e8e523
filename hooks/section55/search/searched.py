"""What Pagefind reads of a page: its text without anything around it, what it is filtered by, what a result shows.

It is not the page itself: a page has words that many others have too, and would be found for each of them.
"""

import re
from collections.abc import Iterator, Sequence

from markupsafe import escape

from section55.language import long_date, words
from section55.language import other as other_language
from section55.pages.inspections import item_name, title_of
from section55.pages.labels import label
from section55.pages.page import Page, View
from section55.records.vocabulary import Status
from section55.search import welsh
from section55.search.labels import KINDS

TRANSLATED = ("translated", "yes")
"""The filter that marks a page which stands in both indexes, each with the text of its language."""

CODES = ("every", "item", "status")
"""Metas that are no words of a reader's language."""

DAYS = ("published", "dated")
"""How the names of metas begin that are days."""

EVERY_PAGE = ("every", "ω")
"""A word that every page has and nobody looks for: asked for no word, Pagefind loads the whole index."""

WHOLE = "χ"
"""What stands behind each number, in search.js too: Pagefind takes a word for the beginning of others, so that 20 would
find 2023. A letter, since it passes over signs; search.js leaves it out of what it shows."""

_NUMBER = re.compile(r"<[^>]*>|&#?\w+;|(?<!\w)[0-9]+(?!\w)")


def searched(page: Page, view: View, html: str, languages: Sequence[str], shard: str) -> str:
    """The document that stands in the index for a page.

    html: the page's content; languages: the site's; shard: the part of the index that it belongs to.
    """
    assert page.indexed is not None
    text = view.searched if view.searched is not None else html
    text = whole_numbers(text)
    metas = {name: _with_whole_numbers(name, value) for name, value in _metas(page, view, languages).items()}
    if page.language != "cy":
        if page.indexed.is_alone and len(languages) > 1:
            metas["names"] = welsh.name_keys(" ".join(_named_in_welsh(view)))
    else:
        text = welsh.keyed_html(text)
        metas = {name: value if name in CODES else welsh.keyed(value) for name, value in metas.items()}
    lines = [
        f'<!doctype html><html lang="{page.language}"><head>',
        *(
            _meta("filter", name, value)
            for name, value in _filters(page, view, languages)
        ),
        *(_meta("meta", name, value) for name, value in metas.items()),
    ]
    lines += [_meta("filter", "shard", shard), f'<meta name="order" content="{escape(_order(view))}">']
    return "\n".join([*lines, f"</head><body data-pagefind-body>{text}</body></html>"])


def whole_numbers(html: str) -> str:
    """HTML, or text, with `WHOLE` behind each number that stands by itself."""
    return _NUMBER.sub(lambda found: found[0] + WHOLE if found[0].isdecimal() else found[0], html)


def _with_whole_numbers(name: str, value: str) -> str:
    """A meta's value; a day's stay as they are, or 20 would find all items of a report of 20 July."""
    return value if name.startswith(DAYS) else whole_numbers(value)


def _meta(kind: str, name: str, value: str) -> str:
    return f'<meta data-pagefind-{kind}="{name}[content]" content="{escape(value)}">'


def _filters(page: Page, view: View, languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    assert page.indexed is not None
    for name, values in view.filters.items():
        for value in values:
            yield name, value
    if len(languages) > 1 and not page.indexed.is_alone:
        yield TRANSLATED


def _metas(page: Page, view: View, languages: Sequence[str]) -> dict[str, str]:
    """What a result shows, searched with the text; a name that ends in `-en` or `-cy` says its language."""
    assert page.indexed is not None
    metas: dict[str, str] = dict([EVERY_PAGE])
    # A page that is alone is shown by the search page of the other language too, and found by its name in that.
    alone = page.indexed.is_alone
    for each in (page.language, other_language(page.language)) if alone and len(languages) > 1 else (page.language,):
        for name, text, language in _said_of(view, each):
            metas.setdefault(f"{name}-{language}", text)
    if response := view.context.get("response"):
        if response.facts.signed_by and response.is_held:
            metas["signed"] = response.facts.signed_by
        if response.facts.status is not Status.CURRENT:
            metas["status"] = str(response.facts.status)
    elif item := view.context.get("item"):
        metas["item"] = str(item.facts.kind)
    return metas


def _named_in_welsh(view: View) -> Iterator[str]:
    """What a Welsh page calls a page whose text exists in English alone: by these words it is found there too."""
    _ = words("cy").gettext
    yield from (_with_whole_numbers(name, text) for name, text, _language in _said_of(view, "cy"))
    for kind in view.filters.get("kind", ()):
        yield from map(_, KINDS[kind])
    if response := view.context.get("response"):
        yield _(label(response.body.facts.type))
        items = response.inspection.items.values()
        yield from (whole_numbers(item_name(item, "cy")) for item in items if any(response.answers_to(item)))


def _order(view: View) -> str:
    """By date; on one day by report, and of one report responses, the report, its items; all for a descending order.

    Pagefind does not read it: `dates.py` does.
    """
    if "date" not in view.sorts:
        return ""
    inspection, item = view.context["inspection"], view.context.get("item")
    place = 1 + list(inspection.items).index(item.id) if item else 0
    rank = 9999 if "response" in view.context else 9998 - place
    return f"{view.sorts['date']} {inspection.id} {rank:04}"


def _said_of(view: View, language: str) -> Iterator[tuple[str, str, str]]:
    """What a result says of a page in a language: the name of each part, its text, and the language of the text."""
    response, item, inspection = (view.context.get(name) for name in ("response", "item", "inspection"))
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
        yield "title", view.title, view.title_language or language
    if inspection:
        yield "published", long_date(inspection.facts.published, language), language
