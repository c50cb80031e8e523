"""What rules ask of the keys of answers: the items that they name."""

import difflib
from collections.abc import Collection, Iterable, Mapping

from section55.reading.content import Content
from section55.records import Inspection
from section55.records.keys import SEVERAL, split_key


def items_of(content: Content, inspection: str) -> Mapping[str, object] | None:
    """An inspection's items by their ids; None where its record is missing or cannot be read, which other rules say.

    Raises Unknown where that is not known.
    """
    for document in content.of(Inspection).get(inspection, ()):
        if isinstance(document.record, Inspection):
            return document.record.items
    return None


def names_item(item: str, items: Collection[str] | None) -> bool:
    """Whether an item that is named is one of these, or several; where nothing is known of them it may be."""
    return items is None or item in SEVERAL or item in items


def may_be_meant(ids: Collection[str], keys: Iterable[str], own: str, content: Content) -> set[str]:
    """The items, of these, that a key of an answer may mean which names none: one like it, or any if none is.

    own: the inspection of which the keys name items if they name no other.
    """
    meant: set[str] = set()
    for key in keys if ids else ():
        inspection, item = split_key(key, own)
        items = items_of(content, inspection)
        if items is None and inspection != own:
            meant.add(item)
        elif not names_item(item, items):
            near = difflib.get_close_matches(item, [*items, *SEVERAL], 1)
            if not near or near[0] in SEVERAL:
                return set(ids)
            meant.add(near[0])
    return meant.intersection(ids)
