"""A matrix of one report: a row for each response, a column for each item, the body's position where they meet.

There are hundreds of matrices with a thousand cells each, so a row's cells are written here and not by a template.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup, escape

from section55.language import words
from section55.pages import addresses
from section55.pages.labels import label
from section55.reading.text import BODY
from section55.records.vocabulary import ItemKind, Position
from section55.register import Inspection, Item, Response

WORDS_UP_TO = 4
"""The number of columns up to which there is room for words; beyond it the shapes stand alone, and the words are heard."""


class Matrix(NamedTuple):
    """columns: the items by runs of one kind; rows: each response with its cells; positions: those that occur."""

    columns: list[tuple[ItemKind, list[Item]]]
    rows: list[tuple[Response, Markup]]
    positions: list[Position]
    has_words: bool


def matrix(inspection: Inspection, responses: Iterable[Response], language: str) -> Matrix:
    """The matrix of an inspection's items and of some responses to it."""
    _ = words(language).gettext
    items = list(inspection.items.values())
    here = addresses.of(inspection).in_(language)
    hrefs = {item.id: addresses.between(here, addresses.of(item).in_(language)) for item in items}
    labels = {position: escape(_(label(position))) for position in Position}
    alone, none = escape(_("The chief officer’s answer alone")), escape(_("No answer"))
    marks: dict[str, dict[str, tuple[str, str]]] = {}
    positions = set()
    for item in items:
        for answer in item.answers:
            own = marks.setdefault(answer.response.id, {})
            if answer.voice == BODY:
                position = answer.facts.position
                positions.add(position)
                own[item.id] = (position, labels[position])
            else:
                own.setdefault(item.id, ("chief-officer", alone))

    def cells(response: Response) -> Markup:
        own = marks.get(response.id, {})
        return Markup(
            "".join(
                f'<td><a class="position-{own[item.id][0]}" href="{hrefs[item.id]}#{response.file}">{own[item.id][1]}</a></td>'
                if item.id in own
                else f"<td><small>{none}</small></td>"
                for item in items
            )
        )

    return Matrix(
        [(kind, list(run)) for kind, run in groupby(items, key=lambda item: item.facts.kind)],
        [(response, cells(response)) for response in responses],
        [position for position in Position if position in positions],
        len(items) <= WORDS_UP_TO,
    )
