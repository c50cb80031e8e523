"""What the search page calls the codes that it filters by: a file a language, and one for each inspection's items.

An index holds codes, the same in both languages. A label is `[code, label]`, with the label's language as a third where
that is not the page's. Items are many, and their file is read when their inspection is chosen.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from section55.language import other as other_language
from section55.language import words
from section55.language.catalogue import N_
from section55.pages import addresses
from section55.pages.inspections import by_area, item_name, item_opening, newest_first, title_of
from section55.pages.labels import label
from section55.records.vocabulary import ItemKind, Position, Status
from section55.register import Inspection, Register
from section55.search.entries import Entry

FOLDER = "assets/search"

KINDS = {
    "response": (N_("Responses"), N_("Response")),
    "item": (N_("Recommendations"), N_("Recommendation")),
    "inspection": (N_("Inspections"), N_("Inspection")),
    "force": (N_("Forces"), N_("Force")),
    "page": (N_("Pages about this site"), N_("About this site")),
}
"""Kinds of page: as a filter, and as what one result is."""


def write_labels(site: Path, register: Register, entries: Iterable[Entry]) -> None:
    """Writes the files of each of the site's languages."""
    entries = list(entries)
    for language in register.languages:
        folder = site / FOLDER
        _write(folder / f"{language}.json", _labels(register, entries, language))
        for inspection in register.inspections.values():
            _write(folder / language / f"{inspection.id}.json", _items(inspection, language))


def _labels(register: Register, entries: list[Entry], language: str) -> dict[str, Any]:
    _ = words(language).gettext
    alone = [entry for entry in entries if entry.is_alone and entry.language != language]
    kinds = {code: _(one) for code, (_many, one) in KINDS.items()} | {str(kind): _(label(kind)) for kind in ItemKind}
    return {
        # The other language, where some texts exist in that alone; and what the addresses of such pages become here.
        "other": other_language(language) if alone else None,
        "addresses": _addresses(alone, language),
        "kinds": kinds,
        "statuses": {str(status): _(label(status)) for status in Status},
        "labels": {
            "kind": [(code, _(many)) for code, (many, _one) in KINDS.items()],
            "inspection": [
                (inspection.id, *_marked(*title_of(inspection, language), language))
                for inspection in newest_first(register)
            ],
            "force": [
                (force.slug, *_marked(*force.facts.area.best(language), language))
                for force in by_area(list(register.forces.values()), language)
            ],
            "position": [(str(position), _(label(position))) for position in Position],
        },
    }


def _addresses(alone: list[Entry], language: str) -> dict[str, str]:
    """How an address in the other language begins → how the same page's begins in this one."""
    if not alone:
        return {}
    sections = [addresses.at("responses"), addresses.at("inspections")]
    own_pages = [entry.page.address for entry in alone if entry.page.filters.get("kind") == ("page",)]
    return {each.in_(other_language(language)): each.in_(language) for each in (*sections, *own_pages)}


def _items(inspection: Inspection, language: str) -> list[tuple[str, ...]]:
    """The items of an inspection, in the report's order: name, number and first words."""
    result = []
    for item in inspection.items.values():
        opening, _opening_language = item_opening(item, language)
        name = item_name(item, language)
        result.append((item.key, f"{name} – {opening}" if opening and item.facts.number else name))
    return result


def _marked(text: str, text_language: str, language: str) -> tuple[str, ...]:
    return (text,) if text_language == language else (text, text_language)


def _write(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8", newline="\n")
