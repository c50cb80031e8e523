"""What the search page calls the codes that it filters by: a file a language, and one for each inspection's items.

An index holds codes, the same in both languages. A label is `[code, label]`, with the label's language as a third where
that is not the page's; an item's goes on with its first words and, where that is not the page's, their language.
Items are many, and their file is read when their inspection is chosen.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from section55.digests import digest
from section55.language import BEGINNINGS, sort_key, words
from section55.language import other as other_language
from section55.language.catalogue import N_
from section55.pages import addresses
from section55.pages.inspections import by_area, item_opening, newest_first, title_of
from section55.pages.labels import label
from section55.pages.page import Page
from section55.publishing import File, Output
from section55.publishing.outputs import SITE
from section55.records.fields import LANGUAGES
from section55.records.vocabulary import ItemKind, Nation, Position, Status
from section55.register import Inspection, Register
from section55.search.shards import Shards
from section55.search.welsh import NAMES

FOLDER = "assets/search"

KINDS = {
    "response": (N_("Responses"), N_("Response")),
    "item": (N_("Recommendations"), N_("Recommendation")),
    "inspection": (N_("Inspections"), N_("Inspection")),
    "force": (N_("Forces"), N_("Force")),
    "page": (N_("Pages about this site"), N_("About this site")),
}
"""Kinds of page: as a filter, and as what one result is."""


def outputs(register: Register, pages: Iterable[Page], shards: Shards, ground: str) -> Iterator[Output]:
    """The files of each of the site's languages."""
    alone = [page for page in pages if page.indexed and page.indexed.is_alone]
    names = {
        language: tuple(dict.fromkeys(name for (of, _), name in shards.items() if of == language))
        for language in LANGUAGES
    }
    for language in register.languages:
        # Every inspection's and force's name is in it, and it is soon made.
        value = _labels(register, [page for page in alone if page.language != language], names, language)
        content = _as_json(value)
        yield Output(f"{FOLDER}/{language}.json", digest(content), partial(_file, f"{language}.json", content))
        for inspection in register.inspections.values():
            name = f"{language}/{inspection.id}.json"
            yield Output(
                f"{FOLDER}/{name}",
                digest(ground, inspection.digest),
                partial(_items, name, inspection, language),
                inspection.id,
            )


def _labels(
    register: Register, alone: list[Page], shards: Mapping[str, tuple[str, ...]], language: str
) -> dict[str, Any]:
    _ = words(language).gettext
    topics = {topic for inspection in register.inspections.values() for topic in inspection.facts.topics}
    kinds = {code: _(one) for code, (_many, one) in KINDS.items()} | {str(kind): _(label(kind)) for kind in ItemKind}
    other = other_language(language)
    return {
        # The indexes, those with the latest reports first: of this language, and of the other, where some texts exist
        # in that alone; and what the addresses of such pages become here.
        "indexes": {language: shards[language][::-1], other: shards[other][::-1] if alone else ()},
        "addresses": _addresses(alone, language),
        # How a Welsh word begins and what its key begins with; and with what the key of a name begins among English.
        "beginnings": BEGINNINGS,
        "names": NAMES,
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
            "topic": sorted(
                ((str(topic), _(label(topic))) for topic in topics), key=lambda each: sort_key(each[1], language)
            ),
            "nation": [(str(nation), _(label(nation))) for nation in Nation],
            "position": [(str(position), _(label(position))) for position in Position],
        },
    }


def _addresses(alone: list[Page], language: str) -> dict[str, str]:
    """How an address in the other language begins → how the same page's begins in this one."""
    if not alone:
        return {}
    sections = [addresses.at("responses"), addresses.at("inspections")]
    own_pages = [page.address for page in alone if not page.group]
    return {each.in_(other_language(language)): each.in_(language) for each in (*sections, *own_pages)}


def _items(name: str, inspection: Inspection, language: str) -> tuple[File]:
    """The items of an inspection, in the report's order: kind and number, and first words."""
    _ = words(language).gettext
    result = []
    for item in inspection.items.values():
        opening, opening_language = item_opening(item, language)
        called = " ".join(filter(None, (_(label(item.facts.kind)), item.facts.number)))
        own = ("", *_marked(opening, opening_language, language)) if opening else ()
        result.append((item.key, called, *own))
    return _file(name, _as_json(result))


def _marked(text: str, text_language: str, language: str) -> tuple[str, ...]:
    return (text,) if text_language == language else (text, text_language)


def _file(name: str, content: bytes) -> tuple[File]:
    return (File(f"{SITE}/{FOLDER}/{name}", content),)


def _as_json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
