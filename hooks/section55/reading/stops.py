"""What YAML cannot read of a front matter → the rest, so that the other facts can be judged in the same run.

A fact is taken out only where YAML, which had come to it, and the lines agree on where it stands. A quotation mark that
is never closed makes them disagree: then only what stands above is certain.
"""

import re
from collections.abc import Iterator, Sequence

from section55.records.fields import Path

_KEY = re.compile(r" *(?:- +)*(?P<key>[^\s#,\[\]{}][^:]*:)(?=\s|$)")
"""The beginning of a fact, to its colon; before it the hyphens of the entries that it begins."""


def without(text: str, at: int, begun: Sequence[tuple[Path, int, int]]) -> tuple[str, set[Path]] | None:
    """The text without the fact that ends the reading on line `at`, and what is lost; None where nothing is certain.

    Lost is the fact, and with it whatever its lines name, which may belong beside it; and the whole, (), where nobody
    can tell what is. begun: the facts that reading had come to, the outermost first: their paths, and the lines and
    columns of their keys. Lines and columns count from 0.
    """
    lines = text.split("\n")
    if not 0 <= at < len(lines):
        return None
    for path, line, column in reversed(begun):
        if at in (own := _own_lines(lines, line, column)):
            lost = {path, *((*path[:-1], name) for name in _names(lines[line + 1 : own.stop]))}
            lines[line] = _KEY.match(lines[line])[0]
            lines[line + 1 : own.stop] = [""] * (len(own) - 1)
            return "\n".join(lines), lost
    if not _KEY.match(lines[at]):  # its colon is missing, say
        end = _end(lines, at, len(lines[at]) - len(lines[at].lstrip(" ")))
        lines[at:end] = [""] * (end - at)
    elif begun:
        del lines[begun[0][1] :]
    elif not any(map(_KEY.match, lines[:at])):
        lines[:at] = [""] * at
    else:
        return None
    return "\n".join(lines), {()}


def _names(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if key := _KEY.match(line):
            yield key["key"].rstrip(": ")


def _own_lines(lines: Sequence[str], first: int, column: int) -> range:
    """The lines of the fact whose key stands there; none where others stand before it on its line."""
    key = _KEY.match(lines[first])
    if not key or key.start("key") != column:
        return range(0)
    return range(first, _end(lines, first, column))


def _end(lines: Sequence[str], first: int, column: int) -> int:
    """Where what begins on a line, in that column, ends: at the next line that is not set in further."""
    return next((at for at in range(first + 1, len(lines)) if not _belongs(lines[at], column)), len(lines))


def _belongs(line: str, column: int) -> bool:
    """Whether a line below a key in that column is set in further; a list may begin right below the key."""
    words = line.lstrip(" ")
    indent = len(line) - len(words)
    return not words or words[0] in "\t#" or indent > column or (indent == column and words[0] == "-")
