"""The days of a shard's pages, in a file of its own beside Pagefind's.

Pagefind orders what it finds in several shards by how well it matches and by nothing else, and does not say where it
found it. So a reader is given the names of each shard's results, by day, the newest first.
"""

import json
import re
from collections.abc import Mapping
from operator import itemgetter
from pathlib import Path

from section55.search import files

NAME = "dates.json"
_ORDER = re.compile('<meta name="order" content="([^"]*)">')


def write_dates(documents: Mapping[str, str], bundle: Path) -> None:
    """Writes the days of an index's pages, those without one last, under "". `documents`: what it was made of, by path.

    Raises `ValueError` for a page whose document does not tell its place.
    """
    ordered = []
    for path in (bundle / "fragment").iterdir():
        address = json.loads(files.read(path))["url"].strip("/")
        found = _ORDER.search(documents[f"{address}/index.html".removeprefix("/")])
        if found is None:
            raise ValueError(f"the page at {address} says nothing of its place")
        ordered.append((found[1], address, path.stem.partition("_")[2]))
    by_day: dict[str, list[str]] = {}
    for order, _address, name in sorted(sorted(ordered, key=itemgetter(1)), key=itemgetter(0), reverse=True):
        by_day.setdefault(order.partition(" ")[0], []).append(name)
    (bundle / NAME).write_text(json.dumps(by_day, separators=(",", ":")), encoding="utf-8", newline="\n")
