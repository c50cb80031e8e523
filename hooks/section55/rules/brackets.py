"""Lists in brackets whose entries no comma parts, such as `[r1 r2]`: YAML takes them for one entry."""

import re

from section55.reading.content import Document
from section55.records.fields import Path


def with_commas(document: Document, path: Path) -> str:
    """The list in brackets, on one line, of which the value at `path` is an entry, with commas between all its words.

    Empty where that is no such list, or where the value is one word.
    """
    if not path or not isinstance(path[-1], int) or not (place := document.front.places.get(path[:-1])):
        return ""
    line = document.source.split("\n")[place.line - 1]
    written = line[place.column - 1 : place.end_column - 1]
    if place.line != place.end_line or not re.fullmatch(r"\[[^\[\]{}\"'#]*\]", written):
        return ""
    inside = written.strip("[], ")
    words = re.split(r"[,\s]+", inside)
    return f"[{', '.join(words)}]" if len(words) > inside.count(",") + 1 else ""
