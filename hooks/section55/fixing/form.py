"""Fixes of form: one right way to write what is clearly meant."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from section55.fixing.edits import Edit
from section55.fixing.registry import fixes
from section55.language.written_dates import iso
from section55.reading.content import Document
from section55.reading.pasted import UNSEEN
from section55.reading.problems import Place
from section55.records.schema import model_at
from section55.rules.registry import Found

NEAR, APART = 0.85, 0.1
"""How near a known key must be: `signed_bye` to signed_by, but not `signed`, which may as well mean a date.

And by how much nearer than any other: `publisher` is publishers, but `publishe` may be that or published.
"""

_INDENTATION = re.compile(r"[ \t]*\t[ \t]*")
_PAIRS = {"“": "”", "„": "”", "‘": "’", "«": "»"}
_DOUBLE = re.compile("[“”„«»‘]")
_UNSEEN = re.compile(f"[{UNSEEN}]+")
_KEEPS_FROM_MARKDOWN = re.compile(
    rf"^\s*[{UNSEEN}][\s{UNSEEN}]*[^\w\s{UNSEEN}“‘(]|^\s*[{UNSEEN}][\s{UNSEEN}]*\d"  # at the start of a line
    rf"|[*_`\[\]<>\\!&#|{{}}][{UNSEEN}]|[{UNSEEN}][*_`\[\]<>\\!&#|{{}}]"
)


@fixes("S55-F09")
def tab_in_indentation(document: Document, found: Found) -> Iterator[Edit]:
    """Spaces for the tabs before a fact, on this line and the lines right below that begin so too."""
    lines = document.source.split("\n")
    width = _width_of_a_tab(lines, found.place.line)
    for number in range(found.place.line, document.front.body_line):
        tabs = _INDENTATION.match(lines[number - 1])
        if not tabs or (number == found.place.line and found.place.column > tabs.end()):
            return
        yield Edit(number, 1, tabs.end() + 1, tabs[0].replace("\t", " " * width))


def _width_of_a_tab(lines: list[str], number: int) -> int:
    """How many spaces each tab before a line is: so many that it lines up with the line above, or is set in by two."""
    above = lines[number - 2]
    meant = len(above) - len(above.lstrip(" ")) + (2 if above.rstrip().endswith(":") else 0)
    before = _INDENTATION.match(lines[number - 1])
    tabs, spaces = (before[0].count("\t"), before[0].count(" ")) if before else (1, 0)
    width, rest = divmod(meant - spaces, tabs)
    return width if width > 1 and not rest else 2


@fixes("S55-F20")
def word_processor_characters(document: Document, found: Found) -> Iterator[Edit]:
    """Straight quotes around the value; a plain space for each non-breaking one."""
    pasted = _at(document, found.place)
    if not pasted.strip("\u00a0\u202f"):
        yield _instead(found.place, " " * len(pasted))
    elif pasted[-1] == _PAIRS.get(pasted[0]) and not _DOUBLE.search(pasted[1:-1]):
        yield _instead(found.place, _quoted(pasted[1:-1]))


@fixes("S55-F14")
def misspelt_key(document: Document, found: Found) -> Iterator[Edit]:
    """The one key that records of this kind have, that this one lacks, and that is spelt nearly so."""
    path = found.facts["path"]
    model = model_at(found.facts["model"], path[:-1])
    there = document.front.value(path[:-1])
    if not model or not isinstance(there, dict):
        return
    lacking = [key for key in model.model_fields if key not in there]
    typed = re.sub(r"[\s-]+", "_", str(path[-1]).strip().lower())
    near = sorted(((SequenceMatcher(None, typed, key).ratio(), key) for key in lacking), reverse=True)
    if near and near[0][0] >= NEAR and (len(near) == 1 or near[0][0] - near[1][0] >= APART):
        yield _instead(found.place, near[0][1])


@fixes("S55-F16")
def needs_quotes(document: Document, found: Found) -> Iterator[Edit]:
    """Straight quotes around what YAML would take for a number, a date, or yes or no."""
    yield _instead(found.place, _quoted(_at(document, found.place)))


@fixes("S55-F17")
def date_in_another_form(document: Document, found: Found) -> Iterator[Edit]:
    """The same date as year-month-day."""
    typed = _at(document, found.place)
    if len(typed) > 1 and typed[0] == typed[-1] and typed[0] in "\"'":
        typed = typed[1:-1]
    if date := iso(typed):
        yield _instead(found.place, date)


@fixes("S55-X02")
def space_after_backslash(document: Document, found: Found) -> Iterator[Edit]:
    """The backslash without the spaces after it, where another line of its paragraph follows."""
    line = document.source.split("\n")[found.place.line - 1]
    if line.rstrip() != line:
        yield Edit(found.place.line, found.place.end_column, len(line) + 1, "")


@fixes("S55-F05")
def unseen_in_facts(document: Document, found: Found) -> Iterator[Edit]:
    """The line without its characters of no width: facts are read as if they were not there."""
    if "codes" in found.facts:
        yield from _seen(document, found.place.line)


@fixes("S55-X27")
def unseen_in_text(document: Document, found: Found) -> Iterator[Edit]:
    """The line without its characters of no width, unless one keeps the character beside it from being Markdown."""
    line = document.source.split("\n")[found.place.line - 1]
    if not _KEEPS_FROM_MARKDOWN.search(line):
        yield from _seen(document, found.place.line)


def _seen(document: Document, number: int) -> Iterator[Edit]:
    line = document.source.split("\n")[number - 1]
    there = _UNSEEN.search(line)
    if there:
        end = max(line.rfind(each) for each in UNSEEN) + 1
        yield Edit(number, there.start() + 1, end + 1, _UNSEEN.sub("", line[there.start() : end]))


def _at(document: Document, place: Place) -> str:
    """What stands at a place of one line; empty for a longer one."""
    if place.line != place.end_line:
        return ""
    return document.source.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1]


def _instead(place: Place, text: str) -> Edit:
    return Edit(place.line, place.column, place.end_column, text)


def _quoted(text: str) -> str:
    """Text in straight quotes, double ones if it can be."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"

