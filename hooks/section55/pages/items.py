"""Each recommendation or other item of a report, with every answer to it side by side."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from textwrap import shorten
from typing import NamedTuple

from markupsafe import Markup

from section55.data import paths
from section55.digests import digest
from section55.language import words
from section55.pages import addresses
from section55.pages.answers import Writer
from section55.pages.charts import Row, bars
from section55.pages.inspections import by_area, by_area_key, crumb, item_name, newest_first, title_of
from section55.pages.labels import label
from section55.pages.page import Crumb, Page, View, indexed_in
from section55.reading.text import BODY, CHIEF_OFFICER, plain_words, without_heading
from section55.records import Update, earliest
from section55.records.vocabulary import Action, Position
from section55.register import Item, ItemAnswer, Register, Response

LISTED = 6
"""How many answers under one heading have a list of their bodies before them, which leads to each."""


class Entry(NamedTuple):
    """What one response answers to an item, by voice, and what has happened since; at least one voice answers."""

    response: Response
    body: ItemAnswer | None
    chief_officer: ItemAnswer | None
    since: tuple[Update, ...]


class Group(NamedTuple):
    """Entries under a heading, as they are written; `id` is its place on the page.

    listed: the responses that a list before the entries leads to; none where they are few.
    """

    id: str
    title: str
    entries: list[Markup]
    listed: list[Response]


def pages(register: Register, language: str) -> Iterator[Page]:
    """A page for each item."""
    for inspection in newest_first(register):
        for item in inspection.items.values():
            continued = _continued(register, item)
            in_languages = [each for each in inspection.texts if item.words(each)]
            answering = (inspection, *inspection.answering)
            yield Page(
                addresses.of(item),
                language,
                partial(_item, register, item, language),
                shows=(*answering, continued.inspection) if continued else answering,
                group=inspection.id,
                section="recommendations",
                indexed=indexed_in(register, language, in_languages, int(inspection.id[:4])),
            )


def _item(register: Register, item: Item, language: str) -> View:
    _ = words(language).gettext
    inspection = item.inspection
    title, _title_language = title_of(inspection, language)
    name = item_name(item, language)
    entries = _entries(item, language)
    answered = {entry.response.id for entry in entries}
    without = by_area(register.without_response(inspection), language)
    awaited = [force for force in without if register.awaited(inspection, force)]
    siblings = list(inspection.items.values())
    place = siblings.index(item)
    words_held = item.words(language) or item.words(inspection.language)
    return View(
        f"{name}: {title}",
        "item.html",
        {
            "item": item,
            "inspection": inspection,
            "groups": _groups(entries, Writer(item, language, len(entries) > 1), language),
            "several": len(entries) > 1,
            "charts": bars(_positions(entries, language), _actions(entries, language)),
            "nations": {entry.response.force.facts.nation for entry in entries},
            "unanswering": sorted(
                (each for each in inspection.answering if each.id not in answered and each.is_held),
                key=lambda each: (by_area_key(each.force, language), each.id),
            ),
            "awaited": awaited,
            "without": [force for force in without if force not in awaited],
            "parent": inspection.items.get(item.facts.parent) if item.facts.parent else None,
            "children": [other for other in siblings if other.facts.parent == item.id],
            "previous": siblings[place - 1] if place else None,
            "next": siblings[place + 1] if place + 1 < len(siblings) else None,
            "continues": _continued(register, item),
            "closed": [
                (closure, by_area([register.forces[slug] for slug in closure.forces], language))
                for closure in item.facts.closed
            ],
            "table": paths.inspection_table(inspection),
            "version": digest(*(record.digest for record in (inspection, *inspection.answering)))[:12],
        },
        description=shorten(plain_words(without_heading(words_held.html)), 150, placeholder="…")
        if words_held
        else _("%(item)s of “%(inspection)s”, and what each local policing body answers.")
        % {"item": name, "inspection": title},
        crumbs=(Crumb(_("Inspections"), addresses.at("inspections")), crumb(inspection, language)),
        filters={
            "kind": ("item",),
            "inspection": (inspection.id,),
            "item": (item.key,),
            "topic": tuple(map(str, inspection.facts.topics)),
            "year": (str(inspection.facts.published.year),),
        },
        sorts={"date": earliest(inspection.facts.published).isoformat()},
        searched=without_heading(words_held.html) if words_held else "",
        edit_paths=(inspection.path,),
        data=paths.inspection(inspection),
    )


def _entries(item: Item, language: str) -> list[Entry]:
    """An entry for each response that answers an item, by area."""
    voices: dict[str, dict[str, ItemAnswer]] = {}
    for answer in item.answers:
        voices.setdefault(answer.response.id, {})[answer.voice] = answer
    entries = []
    for by_voice in voices.values():
        response = next(iter(by_voice.values())).response
        own = response.inspection is item.inspection
        since = tuple(update for update in response.facts.updates if own and update.item == item.id)
        entries.append(Entry(response, by_voice.get(BODY), by_voice.get(CHIEF_OFFICER), since))
    return sorted(entries, key=lambda each: (by_area_key(each.response.force, language), each.response.id))


def _groups(entries: list[Entry], writer: Writer, language: str) -> list[Group]:
    """The entries by what the bodies' answers in responses that stand take as position; then the other entries."""
    _ = words(language).gettext
    titles = {
        **{str(position): _(label(position)) for position in Position},
        "chief-officer-alone": _("The chief officer’s answer alone"),
        "no-longer-standing": _("In responses that no longer stand"),
    }
    groups = {id_: Group(id_, title, [], []) for id_, title in titles.items()}
    for entry in entries:
        if not entry.response.is_current:
            id_ = "no-longer-standing"
        else:
            id_ = str(entry.body.facts.position) if entry.body else "chief-officer-alone"
        groups[id_].listed.append(entry.response)
        groups[id_].entries.append(writer.write(*entry))
    return [
        group if len(group.entries) >= LISTED else group._replace(listed=[])
        for group in groups.values()
        if group.entries
    ]


def _counted(entries: list[Entry]) -> list[ItemAnswer]:
    """The answers that counts are of: the bodies', in responses that stand."""
    return [entry.body for entry in entries if entry.body and entry.response.is_current]


def _positions(entries: list[Entry], language: str) -> Iterator[Row]:
    _ = words(language).gettext
    counter = Counter(answer.facts.position for answer in _counted(entries))
    for position in Position:
        if counter[position]:
            yield Row(_(label(position)), counter[position], f"#{position}", f"position position-{position}")


def _actions(entries: list[Entry], language: str) -> Iterator[Row]:
    """Every limb of the statutory test, those that nobody states too: that is what the law asks about."""
    _ = words(language).gettext
    counter = Counter(action for answer in _counted(entries) for action in answer.facts.action)
    for action in Action if counter else ():
        yield Row(_(label(action)), counter[action])


def _continued(register: Register, item: Item) -> Item | None:
    if not item.facts.continues:
        return None
    name, _, id_ = item.facts.continues.rpartition("/")
    return register.inspections[name or item.inspection.id].items[id_]
