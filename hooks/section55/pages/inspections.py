"""The list of inspections, and each inspection."""

from collections.abc import Iterator
from functools import partial
from textwrap import shorten

from markupsafe import Markup, escape

from section55.data import paths
from section55.language import long_date, sort_key, words
from section55.pages import addresses
from section55.pages.labels import label
from section55.pages.lists import paged
from section55.pages.matrix import matrix
from section55.pages.page import Crumb, Page, View, indexed_in
from section55.reading.text import plain_words, without_heading
from section55.records import earliest
from section55.records.vocabulary import ItemKind
from section55.register import Force, Inspection, Item, Register


def pages(register: Register, language: str) -> Iterator[Page]:
    """The list's pages, and a page for each inspection."""
    _ = words(language).gettext
    entries = newest_first(register)
    yield from paged(
        entries,
        addresses.at("inspections"),
        language,
        _("Inspections"),
        "inspections.html",
        {"data": paths.INSPECTIONS},
        year_of=lambda inspection: inspection.facts.published.year,
        section="inspections",
        description=_("Police inspection reports and the responses to them."),
    )
    for inspection in entries:
        yield Page(
            addresses.of(inspection),
            language,
            partial(_inspection, register, inspection, language),
            shows=(inspection, *inspection.answering, *inspection.follows, *inspection.followed_by),
            group=inspection.id,
            section="inspections",
            indexed=indexed_in(register, language, inspection.titles, int(inspection.id[:4])),
        )


def newest_first(register: Register) -> list[Inspection]:
    """All inspections, the latest published first."""
    return sorted(
        register.inspections.values(), key=lambda each: (earliest(each.facts.published), each.id), reverse=True
    )


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


def item_name_marked(item: Item, language: str) -> Markup:
    """The same as HTML, the item's own words marked where they are not in the page's language."""
    if item.facts.number:
        return escape(item_name(item, language))
    kind = escape(words(language).gettext(label(item.facts.kind)))
    opening, opening_language = item_opening(item, language)
    return Markup(f"{kind} “{marked(opening, opening_language, language)}”") if opening else kind


def marked(text: str, text_language: str, language: str) -> Markup:
    """A text as HTML, marked where it is not in the page's language."""
    escaped = escape(text)
    return Markup(f'<span lang="{text_language}">{escaped}</span>') if text_language != language else escaped


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


def crumb(inspection: Inspection, language: str) -> Crumb:
    """The step to an inspection: its report by the day, since its long title stands just below, in the page's head."""
    _ = words(language).gettext
    day = long_date(inspection.facts.published, language)
    return Crumb(
        _("Report of %(day)s") % {"day": day}, addresses.of(inspection), whole=title_of(inspection, language)[0]
    )


def _inspection(register: Register, inspection: Inspection, language: str) -> View:
    _ = words(language).gettext
    title, title_language = title_of(inspection, language)
    without = by_area(register.without_response(inspection), language)
    awaited = [force for force in without if register.awaited(inspection, force)]
    responses = sorted(inspection.answering, key=lambda each: (by_area_key(each.force, language), each.id))
    return View(
        title,
        "inspection.html",
        {
            "inspection": inspection,
            "kinds": [kind for kind in ItemKind if inspection.held(kind) or inspection.made(kind)],
            "responses": responses,
            "matrix": matrix(inspection, responses, language),
            "table": paths.inspection_table(inspection),
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
