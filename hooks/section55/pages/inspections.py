"""The list of inspections, each inspection, and each of its items with every answer to it."""

from collections.abc import Iterator
from functools import partial
from textwrap import shorten

from section55.data import paths
from section55.language import sort_key, words
from section55.pages import addresses
from section55.pages.labels import label
from section55.pages.lists import paged
from section55.pages.page import Crumb, Page, View, indexed_in
from section55.reading.text import plain_words, without_heading
from section55.records import earliest
from section55.records.vocabulary import ItemKind
from section55.register import Force, Inspection, Item, Register


def pages(register: Register, language: str) -> Iterator[Page]:
    """The list's pages, a page for each inspection and one for each item."""
    _ = words(language).gettext
    entries = newest_first(register)
    yield from paged(
        entries,
        addresses.at("inspections"),
        language,
        _("Inspections"),
        "inspections.html",
        {},
        section="inspections",
        description=_("Police inspection reports and the responses to them."),
    )
    for inspection in entries:
        year = int(inspection.id[:4])
        answering = (inspection, *inspection.answering)
        yield Page(
            addresses.of(inspection),
            language,
            partial(_inspection, register, inspection, language),
            shows=(*answering, *inspection.follows, *inspection.followed_by),
            group=inspection.id,
            section="inspections",
            indexed=indexed_in(register, language, inspection.titles, year),
        )
        for item in inspection.items.values():
            continued = _continued(register, item)
            in_languages = [each for each in inspection.texts if item.words(each)]
            yield Page(
                addresses.of(item),
                language,
                partial(_item, register, item, language),
                shows=(*answering, continued.inspection) if continued else answering,
                group=inspection.id,
                section="recommendations",
                indexed=indexed_in(register, language, in_languages, year),
            )


def newest_first(register: Register) -> list[Inspection]:
    """All inspections, the latest published first."""
    return sorted(register.inspections.values(), key=lambda each: (earliest(each.facts.published), each.id), reverse=True)


def by_area_key(force: Force, language: str) -> object:
    """The key by which a force stands among others on a page: its area in the alphabet of the page's language."""
    if own := force.facts.sort_key.get(language):
        return sort_key(own, language)
    area, area_language = force.facts.area.best(language)
    # The two letters of an English `Ch` are not the one letter that they are in Welsh.
    return sort_key(area if area_language == language else "|".join(area), language)


def by_area(forces: list[Force], language: str) -> list[Force]:
    """Forces by the names of their areas, in the alphabet of the page's language."""
    return sorted(forces, key=lambda force: by_area_key(force, language))


def item_name(item: Item, language: str) -> str:
    """What an item is called: its kind and its number, or its first words where its report prints no number."""
    kind = words(language).gettext(label(item.facts.kind))
    if item.facts.number:
        return f"{kind} {item.facts.number}"
    opening, _language = item_opening(item, language)
    return f"{kind} “{opening}”" if opening else kind


def item_opening(item: Item, language: str) -> tuple[str, str]:
    """The first words of an item, and the language that they are in."""
    for candidate in (language, item.inspection.language):
        if section := item.words(candidate):
            return shorten(plain_words(without_heading(section.html)), 48, placeholder="…"), candidate
    return "", language


def title_of(inspection: Inspection, language: str) -> tuple[str, str]:
    """An inspection's title and the language that it is in: the page's where the title exists in it."""
    for candidate in (language, inspection.language):
        if candidate in inspection.titles:
            return inspection.titles[candidate], candidate
    raise AssertionError("an inspection has a title in its own language")


def _inspection(register: Register, inspection: Inspection, language: str) -> View:
    _ = words(language).gettext
    title, title_language = title_of(inspection, language)
    without = by_area(register.without_response(inspection), language)
    awaited = [force for force in without if register.awaited(inspection, force)]
    return View(
        title,
        "inspection.html",
        {
            "inspection": inspection,
            "kinds": [kind for kind in ItemKind if inspection.held(kind) or inspection.made(kind)],
            "responses": sorted(
                inspection.answering, key=lambda each: (by_area_key(each.force, language), each.id)
            ),
            "awaited": awaited,
            "without": [force for force in without if force not in awaited],
            "forces": by_area([register.forces[name] for name in inspection.facts.forces], language)
            if isinstance(inspection.facts.forces, tuple)
            else [],
        },
        description=_("Responses held here to the inspection report “%(inspection)s”.") % {"inspection": title},
        title_language=title_language,
        crumbs=(Crumb(_("Inspections"), addresses.at("inspections")),),
        filters={
            "kind": ("inspection",),
            "inspection": (inspection.id,),
            "topic": tuple(map(str, inspection.facts.topics)),
            "year": (str(inspection.facts.published.year),),
        },
        sorts={"date": earliest(inspection.facts.published).isoformat()},
        edit_paths=(inspection.path,),
        data=paths.inspection(inspection),
    )


def _item(register: Register, item: Item, language: str) -> View:
    _ = words(language).gettext
    inspection = item.inspection
    title, title_language = title_of(inspection, language)
    name = item_name(item, language)
    bodies: dict[str, list] = {}
    for answer in sorted(item.answers, key=lambda each: (by_area_key(each.response.force, language), each.response.id)):
        bodies.setdefault(answer.response.id, []).append(answer)
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
            "name": name,
            "answers": list(bodies.values()),
            "unanswering": [
                response
                for response in inspection.answering
                if response.id not in bodies and response.is_held
            ],
            "awaited": awaited,
            "without": [force for force in without if force not in awaited],
            "parent": inspection.items.get(item.facts.parent) if item.facts.parent else None,
            "children": [other for other in siblings if other.facts.parent == item.id],
            "previous": siblings[place - 1] if place else None,
            "next": siblings[place + 1] if place + 1 < len(siblings) else None,
            "continues": _continued(register, item),
            "forces": register.forces,
        },
        description=_("%(item)s of “%(inspection)s”, and what each local policing body answers.")
        % {"item": name, "inspection": title},
        crumbs=(
            Crumb(_("Inspections"), addresses.at("inspections")),
            Crumb(title, addresses.of(inspection), title_language),
        ),
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


def _continued(register: Register, item: Item) -> Item | None:
    if not item.facts.continues:
        return None
    name, _, id_ = item.facts.continues.rpartition("/")
    return register.inspections[name or item.inspection.id].items[id_]
