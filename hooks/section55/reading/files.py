"""What lies in a folder, and a file's bytes → its text; refused where they are not plain UTF-8."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from section55.reading.problems import Place, Problem

# Beside the control characters: those that YAML takes for the end of a line and editors do not, and those it refuses.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

_MARK = b"\xef\xbb\xbf"

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
"""The ends of names, in small or capital letters, that this or another program takes for Markdown."""

MOST_BYTES = 5_000_000
"""The largest file that is read: a hundred times the longest known response."""


def is_markdown(path: str) -> bool:
    """Whether this or another program would take a file of that name for Markdown."""
    return path.lower().endswith(_MARKDOWN)


def files_below(folder: Path) -> Iterator[tuple[str, list[Problem]]]:
    """Every file below a folder but hidden ones, as its path from there with `/`, and what keeps it from being read.

    Links are not followed, wherever they lead: each is given as a problem, and so is a folder that cannot be looked
    into.
    """
    folders = [""]
    while folders:
        inside = folders.pop()
        try:
            entries = list(os.scandir(folder / inside))
        except OSError as error:
            yield inside, [_unreadable(error)]
            continue
        for entry in entries:
            path = f"{inside}{entry.name}"
            if entry.is_symlink() or getattr(entry, "is_junction", bool)():
                yield path, [Problem("unreadable-file", facts={"why": "link"})]
            elif entry.is_dir(follow_symlinks=False):
                folders.append(f"{path}/")
                if is_markdown(path):
                    yield path, [Problem("unreadable-file", facts={"why": "folder"})]
            elif is_markdown(path) or not entry.name.startswith("."):
                yield path, []


def read_text(path: Path) -> tuple[str, list[Problem]]:
    """The file's text with `\\n` line ends, and what is wrong with its bytes.

    It is empty where nobody can tell what it is.
    """
    try:
        mode = path.lstat().st_mode
        if not stat.S_ISREG(mode):  # anything else may have no end, or lead elsewhere
            why = "folder" if stat.S_ISDIR(mode) else "link" if stat.S_ISLNK(mode) else "no-file"
            return "", [Problem("unreadable-file", facts={"why": why})]
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return "", [_unreadable(error)]
    if len(data) > MOST_BYTES:
        return "", [Problem("file-too-large", facts={"limit": MOST_BYTES})]
    problems: list[Problem] = []
    if data.startswith(_MARK):
        problems.append(Problem("byte-order-mark"))
        data = data.removeprefix(_MARK)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [*problems, Problem("wrong-encoding", _place_of_byte(data, error.start))]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if odd := _CONTROL.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        column = odd.start() - text.rfind("\n", 0, odd.start())
        place = Place(line, column, line, column + 1)
        return "", [*problems, Problem("control-character", place, {"code": f"U+{ord(odd[0]):04X}"})]
    return text, problems


def _unreadable(error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        why = "gone"
    elif isinstance(error, PermissionError):
        why = "forbidden"
    else:
        why = "error"
    return Problem("unreadable-file", facts={"why": why, "error": error.strerror or type(error).__name__})


def _place_of_byte(data: bytes, offset: int) -> Place:
    before = data[:offset].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Place(line, column, line, column + 1)
