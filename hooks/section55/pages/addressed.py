"""What is recommended to one force, by name or with all forces, and where each of it stands by the records held here.

The list has a row for every such item and force, some hundred thousand in a register of all forces: its rows are
written here and not by a template.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup, escape

from section55.data import paths
from section55.language import long_date, words
from section55.pages import addresses
from section55.pages.inspections import item_name_marked, item_opening, marked, title_of
from section55.pages.labels import label, limbs, within
from section55.pages.lists import paged
from section55.pages.page import Crumb, Page
from section55.reading.text import BODY
from section55.records import Update
from section55.records.inspection import Closure
from section55.records.vocabulary import Action
from section55.register import Force, Inspection, Item, ItemAnswer, Register, Response

Called = Callable[[Item], tuple[Markup, Markup]]

ROWS = 100
"""How many items a page of the list holds."""


class Standing(NamedTuple):
    """Where an item stands for a force. answer: the body's or, where it gives none, the chief officer's, in the latest
    response that stands; update: the latest that this response records of the item; closure: the inspectorate's.
    """

    item: Item
    answer: ItemAnswer | None
    update: Update | None
    closure: Closure | None

    @property
    def is_unanswered(self) -> bool:
        """Whether it is open because no answer is held here."""
        return not self.answer and not self.closure

    @property
    def is_proposed(self) -> bool:
        """Whether it is open because action is proposed in it, of which nothing later is recorded."""
        if not self.answer or self.update or self.closure:
            return False
        return Action.PROPOSED in self.answer.facts.action


def responses_to(force: Force) -> dict[str, list[Response]]:
    """A force's responses that stand, the latest first, by each inspection that they answer."""
    by_inspection: dict[str, list[Response]] = {}
    for response in force.responses:
        if response.is_current:
            for inspection in (response.inspection, *response.also_answers):
                by_inspection.setdefault(inspection.id, []).append(response)
    return by_inspection


def looked_at(items: Iterable[Item], by_inspection: dict[str, list[Response]]) -> tuple[Inspection | Response, ...]:
    """The records that decide where some items stand."""
    inspections = dict.fromkeys(item.inspection for item in items)
    return tuple(
        dict.fromkeys(record for each in inspections for record in (each, *by_inspection.get(each.id, ())))
    )


def standing(item: Item, force: Force, by_inspection: dict[str, list[Response]]) -> Standing:
    """Where an item stands for a force."""
    closure = next((each for each in item.facts.closed if not each.forces or force.slug in each.forces), None)
    for response in by_inspection.get(item.inspection.id, ()):
        # The body's comes before the chief officer's.
        if answer := next(response.answers_to(item), None):
            own = response.inspection is item.inspection
            updates = [update for update in response.facts.updates if own and update.item == item.id]
            return Standing(item, answer, max(updates, key=lambda each: each.date, default=None), closure)
    return Standing(item, None, None, closure)


def pages(register: Register, force: Force, called: Called, language: str) -> Iterator[Page]:
    """The pages of the list of all that is recommended to a force; none where that is nothing.

    called: `name_and_opening`, which remembers what it said for one force's list and says it again for the next.
    """
    _ = words(language).gettext
    items = register.addressed(force)
    if not items:
        return
    name, name_language = force.facts.name.best(language)
    by_inspection = responses_to(force)
    yield from paged(
        items,
        addresses.addressed_to(force),
        language,
        _("Recommendations addressed to %(force)s") % {"force": name},
        "addressed.html",
        {"force": force, "table": partial(_table, force, by_inspection, called, language)},
        size=ROWS,
        looked_at=partial(looked_at, by_inspection=by_inspection),
        section="forces",
        description=_("Everything held here that inspection reports recommend to %(force)s, and where it stands.")
        % {"force": name},
        crumbs=(Crumb(_("Forces"), addresses.at("forces")), Crumb(name, addresses.of(force), name_language)),
    )


def name_and_opening(item: Item, language: str) -> tuple[Markup, Markup]:
    """What a row calls an item, and its first words where that does not hold them."""
    opening, opening_language = item_opening(item, language)
    if not item.facts.number or not opening:
        return item_name_marked(item, language), Markup()
    return item_name_marked(item, language), Markup(f" <small>{marked(opening, opening_language, language)}</small>")


def _table(
    force: Force,
    by_inspection: dict[str, list[Response]],
    called: Called,
    language: str,
    items: list[Item],
    here: str,
) -> Markup:
    """The bodies of a table: one for each report, with a row for each item."""
    _ = words(language).gettext
    csv = escape(_("Every answer to it (CSV)"))
    none, since = escape(_("No answer is held here")), escape(_("Since then"))
    chief = escape(_(label(force.facts.chief_officer)))
    parts: list[str] = []
    for inspection, own in groupby(items, key=lambda item: item.inspection):
        title = marked(*title_of(inspection, language), language)
        href = addresses.between(here, addresses.of(inspection).in_(language))
        day = escape(long_date(inspection.facts.published, language))
        table = addresses.between(here, paths.inspection_table(inspection))
        parts.append(
            f'<tbody><tr class="voice-row"><th colspan="2" scope="rowgroup"><a href="{href}">{title}</a>'
            f', {day} <a class="on-screen" href="{table}">{csv}</a></th></tr>'
        )
        for item in own:
            stands = standing(item, force, by_inspection)
            anchor, said, later = "", none, []
            if answer := stands.answer:
                anchor, position = f"#{answer.response.file}", answer.facts.position
                action = escape(limbs(answer.facts.action, _))
                who = "" if answer.voice == BODY else f" ({chief})"
                stated = f'<b class="position-{position}">{escape(_(label(position)))}</b>'
                said = f"{stated}{who}<br>{action}"
            if update := stands.update:
                what = f": {escape(within(_(label(update.action))))}" if update.action else ""
                later.append(f"{since}, {escape(long_date(update.date, language))}{what}")
            if closure := stands.closure:
                later.append(f"{escape(_(label(closure.how)))}, {escape(long_date(closure.date, language))}")
            name, opening = called(item)
            parts.append(
                f'<tr><th scope="row"><a href="{href}{item.id}/{anchor}">{name}</a>{opening}</th>'
                f"<td>{'<br>'.join((said, *later))}</td></tr>"
            )
        parts.append("</tbody>")
    return Markup("".join(parts))
