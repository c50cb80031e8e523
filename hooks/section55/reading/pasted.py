"""Characters of a word processor where YAML wants plain ones: around a value its quotes, before it a space.

And those of no width, which nobody sees, wherever they stand.
"""

import re
from collections.abc import Iterator

from section55.reading.files import LOST
from section55.reading.problems import Place, Problem

_QUOTES = re.compile(r"^[ ]*(?:- )?[\w-]+:[ ]+([“‘„«].*[”’“»])\s*$")
_SPACES = (
    re.compile(r"^[\s\u00a0\u202f]*?([\u00a0\u202f]+)\s*(?:- |[\w-]+:)"),
    re.compile(r"^[ ]*(?:- )?[\w-]+:[ ]*([\u00a0\u202f]+)"),
    re.compile(r"^[ ]*-([\u00a0\u202f]+)"),
)
_ANY = re.compile("[\u00a0\u202f“‘„«]")

UNSEEN = "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""A soft hyphen, a zero-width space, a word joiner, a byte-order mark, and the marks of direction that come along with
dates and telephone numbers. Characters that join letters have a meaning, and are none of these."""
_UNSEEN = re.compile(f"[{UNSEEN}]")
_NOT_READ = re.compile(f"[{UNSEEN}{LOST}]")
_BOUNDARY = re.compile(rf"^[{UNSEEN}]*-[-{UNSEEN}]*[ \t]*$", re.MULTILINE)


def plain(yaml_text: str) -> tuple[str, list[Problem]]:
    """The facts with plain quotes and spaces in the places of a word processor's, and these. No other place changes."""
    if not _ANY.search(yaml_text):
        return yaml_text, []
    lines = yaml_text.split("\n")
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if not (match := next(filter(None, (pattern.match(line) for pattern in (_QUOTES, *_SPACES))), None)):
            continue
        kind = "quotes" if match.re is _QUOTES else "space"
        place = Place(number, match.start(1) + 1, number, match.end(1) + 1)
        problems.append(Problem("word-processor-characters", place, {"kind": kind}))
        lines[number - 1] = f"{line[: match.start(1)]}{_plain(match[1], kind)}{line[match.end(1) :]}"
    return "\n".join(lines), problems


def _plain(pasted: str, kind: str) -> str:
    if kind == "space":
        return " " * len(pasted)
    mark = next((mark for mark in "\"'" if mark not in pasted and (mark == "'" or "\\" not in pasted)), None)
    return f"{mark}{pasted[1:-1]}{mark}" if mark else pasted


def has_unseen(text: str) -> bool:
    """Whether there is a character of no width in a text."""
    return any(each in text for each in UNSEEN)


def unseen(text: str, first_line: int = 1) -> Iterator[Problem]:
    """The lines of a text with characters of no width: each with the place of the first, how many, and their codes."""
    for number, line in enumerate(text.split("\n"), first_line) if has_unseen(text) else ():
        if there := list(_UNSEEN.finditer(line)):
            codes = ", ".join(dict.fromkeys(f"U+{ord(each[0]):04X}" for each in there))
            place = Place(number, there[0].start() + 1, number, there[0].end() + 1)
            yield Problem("unseen-character", place, {"count": len(there), "codes": codes})


def with_plain_hyphens(text: str) -> str:
    """A file's text in which nothing unseen stands in a line of hyphens."""
    return _BOUNDARY.sub(lambda line: _UNSEEN.sub("", line[0]), text) if has_unseen(text) else text


def seen(yaml_text: str) -> tuple[str, dict[int, list[int]]]:
    """The facts without what nobody sees and what was lost; by line, from 0, the columns at which that stood."""
    columns: dict[int, list[int]] = {}
    if not (has_unseen(yaml_text) or LOST in yaml_text):
        return yaml_text, columns
    lines = yaml_text.split("\n")
    for number, line in enumerate(lines):
        if there := [each.start() for each in _NOT_READ.finditer(line)]:
            columns[number] = there
            lines[number] = _NOT_READ.sub("", line)
    return "\n".join(lines), columns
