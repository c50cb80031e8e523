"""A text as a page shows it: what the page says in it, a link beside each marked part, and its outline."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from textwrap import shorten

from markupsafe import Markup, escape

from section55.language import words
from section55.language.catalogue import N_
from section55.pages.inspections import item_name
from section55.reading.text import CHIEF_OFFICER, REPLY, Section, Text, plain_words
from section55.register import Response

SHORTEST_OUTLINE = 3
"""How many parts a text has at least for an outline to help."""

_LABELS = {
    '<span class="label signature-label">': N_("Description of the signature:"),
    f'<p class="label {CHIEF_OFFICER}-label">': N_("Comments of the chief officer"),
    f'<p class="label {REPLY}-label">': N_("Reply to the chief officer"),
}
"""By an empty element of a text, which the reader puts there: what is said in it."""

_TABLE_BOX = '<div class="scroll" tabindex="0"'
"""How the box begins in which the reader puts a table; it can be focused, so a page says what it is."""

_RESERVED = {
    "comments": N_("Comments of the local policing body"),
    CHIEF_OFFICER: _LABELS[f'<p class="label {CHIEF_OFFICER}-label">'],
    REPLY: _LABELS[f'<p class="label {REPLY}-label">'],
    "notice": N_("Notice"),
    "office-use": N_("For office use"),
    "closing": N_("Closing words"),
    "all": N_("All items"),
    "rest": N_("All other items"),
}
"""What the parts are called that mean the same in every response, where no heading of the text names them."""

_NOT_OUTLINED = re.compile(rf"closing|(?:{'|'.join(_RESERVED)})-\d+")
"""The parts without a heading that an outline leaves out: further ones of a kind bear the name of the first."""

_QUOTATION = re.compile(r"(<blockquote\b.*?</blockquote>)", re.DOTALL)
_ATTRIBUTES = r'(?:[^">]|"[^"]*")*'
_PART = re.compile(
    rf"<(?P<rank>h[1-6])\b(?P<of_heading>{_ATTRIBUTES})>(?P<words>.*?)</(?P=rank)>"
    rf"|<(?:p|section|td|th)(?=\s)(?P<of_block>{_ATTRIBUTES})>",
    re.DOTALL,
)
_ID = re.compile(r'\sid="([^"]*)"')


@dataclass(frozen=True)
class Entry:
    """A line of an outline: the part's id, its name, the language of that, and how deep it stands, from 0."""

    id: str
    name: str
    language: str
    depth: int


@dataclass(frozen=True)
class Shown:
    """A text as a page shows it. outline: empty where it would help nobody; parts: what is set apart in it."""

    html: Markup
    outline: tuple[Entry, ...]
    parts: tuple[str, ...]


def labelled(html: str, text_language: str, language: str) -> str:
    """A text's HTML with what a page in `language` says in it, in the page's language."""
    gettext = words(language).gettext
    lang = f' lang="{language}"' if language != text_language else ""
    if _TABLE_BOX in html:
        name = escape(gettext("Table"))
        own = f' lang="{text_language}"' if lang else ""
        box = f'{_TABLE_BOX} role="group" aria-label="{name}"{lang}><table{own}>'
        html = html.replace(f"{_TABLE_BOX}><table>", box)
    if 'class="label ' in html:
        for begin, said in _LABELS.items():
            end = f"</{begin[1 : begin.index(' ')]}>"
            space = " " if end == "</span>" else ""
            html = html.replace(f"{begin}{end}", f"{begin[:-1]}{lang}>{escape(gettext(said))}{space}{end}")
    return html


def shown(response: Response, text: Text, language: str) -> Shown:
    """A response's text on a page in `language`."""
    gettext = words(language).gettext
    entries: list[Entry] = []
    ranks: list[int] = []
    given: set[str] = set()
    top = min((int(rank) for rank in re.findall(r"<h([1-6])\b", text.html)), default=0)

    def part(match: re.Match[str]) -> str:
        """The part with a link beside it; what the outline says of it is noted."""
        whole, rank = match[0], match["rank"]
        found = _ID.search(match["of_heading"] or match["of_block"] or "")
        id_ = found[1] if found else ""
        if rank:
            name, name_language = plain_words(match["words"]), text.language
            if not id_:
                ids = (f"part-{number}" for number in count(len(entries) + 1))
                id_ = next(id_ for id_ in ids if id_ not in given and f'id="{id_}"' not in text.html)
                given.add(id_)
                whole = f'<{rank} id="{id_}"{whole[len(rank) + 1 :]}'
            ranks.append(int(rank[1]))
            entries.append(Entry(id_, name, name_language, min(2, ranks[-1] - top)))
        elif id_ in text.sections:
            name, name_language = _name_of(text.sections[id_], response, text.language, language, gettext)
            if not _NOT_OUTLINED.fullmatch(id_):
                entries.append(Entry(id_, name, name_language, 1 if ranks else 0))
        if id_ not in text.sections:
            return whole
        if rank:
            anchor = f'<a class="anchor" href="#{id_}" aria-labelledby="{id_}"></a>'
            return f'<div class="marked">{whole}{anchor}</div>'
        lang = f' lang="{name_language}"' if name_language != text.language else ""
        return f'{whole}<a class="anchor" href="#{id_}" aria-label="{escape(name)}"{lang}></a>'

    pieces = _QUOTATION.split(labelled(text.html, text.language, language))
    html = "".join(piece if place % 2 else _PART.sub(part, piece) for place, piece in enumerate(pieces))
    outline = tuple(entries) if len(entries) >= SHORTEST_OUTLINE else ()
    return Shown(Markup(html), outline, tuple(_parts(text.html)))


def _parts(html: str) -> Iterator[str]:
    for part in (CHIEF_OFFICER, REPLY):
        if f"voice-{part}" in html:
            yield part


def _name_of(
    section: Section, response: Response, text_language: str, language: str, gettext: Callable[[str], str]
) -> tuple[str, str]:
    """What a part without a heading is called, and the language of that."""
    for inspection in (response.inspection, *response.also_answers):
        if section.id in inspection.items:
            return item_name(inspection.items[section.id], language), language
    name, _, number = section.id.rpartition("-") if section.id[-1].isdigit() else (section.id, "", "")
    if said := _RESERVED.get(name):
        return gettext(said) + (f" ({number})" if number else ""), language
    return shorten(section.words, 48, placeholder="…"), text_language
