"""A matrix of one report: a row for each response, a column for each item, the body's position where they meet.

There are hundreds of matrices with a thousand cells each, so a row's cells are written here and not by a template.
"""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup, escape

from section55.language import words
from section55.pages import addresses
from section55.pages.labels import label
from section55.reading.text import BODY
from section55.records.vocabulary import ItemKind, Position
from section55.register import Inspection, Item, Response

WORDS_UP_TO = 5
"""The number of columns up to which there is room for words; beyond it shapes are seen alone, and the words heard."""

FITS_UP_TO = 20
"""The number of columns up to which a wide screen shows them all, and an upright sheet."""

WORDS_TAKE = 2
KIND_TAKES = 4
"""The room, in columns, of an item's heading where it is words, which stand on end, and of the name of a kind."""

ALONE = "chief-officer"
"""The mark where the chief officer answers and the body does not."""


class Matrix(NamedTuple):
    """columns: the items by kind; rows: each response with its cells; legend: the marks that occur, each with what it
    says; has_words: whether the cells show it; fits: whether a wide screen and an upright sheet show all columns.
    """

    columns: list[tuple[ItemKind, list[Item]]]
    rows: list[tuple[Response, Markup]]
    legend: list[tuple[str, str]]
    has_words: bool
    fits: bool


def matrix(inspection: Inspection, responses: Iterable[Response], language: str) -> Matrix:
    """The matrix of an inspection's items and of some responses to it."""
    _ = words(language).gettext
    columns = [(kind, held) for kind in ItemKind if (held := inspection.held(kind))]
    items = [item for _kind, held in columns for item in held]
    here = addresses.of(inspection).in_(language)
    hrefs = {item.id: addresses.between(here, addresses.of(item).in_(language)) for item in items}
    said = {str(position): _(label(position)) for position in Position}
    said[ALONE] = _("The chief officer’s answer alone")
    escaped = {mark: escape(text) for mark, text in said.items()}
    none = escape(_("No answer"))
    marks: dict[str, dict[str, str]] = {}
    for item in items:
        for answer in item.answers:
            own = marks.setdefault(answer.response.id, {})
            if answer.voice == BODY:
                own[item.id] = str(answer.facts.position)
            else:
                own.setdefault(item.id, ALONE)
    occurring = {mark for own in marks.values() for mark in own.values()}

    def cells(response: Response) -> Markup:
        own = marks.get(response.id, {})
        return Markup(
            "".join(
                f'<td><a class="position-{mark}" href="{hrefs[item.id]}#{response.file}">{escaped[mark]}</a></td>'
                if (mark := own.get(item.id))
                else f"<td><small>{none}</small></td>"
                for item in items
            )
        )

    return Matrix(
        columns,
        [(response, cells(response)) for response in responses],
        [(mark, text) for mark, text in said.items() if mark in occurring],
        len(items) <= WORDS_UP_TO,
        sum(max(KIND_TAKES, sum(1 if item.facts.number else WORDS_TAKE for item in held)) for _kind, held in columns)
        <= FITS_UP_TO,
    )
