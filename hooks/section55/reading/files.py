"""What lies in a folder, and a file's bytes → its text, with what in it is not plain UTF-8."""

import codecs
import os
import re
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from section55.reading.problems import Place, Problem

# Beside the control characters: those that YAML takes for the end of a line and editors do not, and those it refuses.
# The last is what another program put in the place of a character that it could not read.
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ufffd]")
LOST = "\N{REPLACEMENT CHARACTER}"
"""What stands in a text for a character that no text can hold."""
MOST_ODD = 20
"""How many such characters are told of in one file. One with more NULs is no text, and the first is told of."""
MOST_SHOWN = 12
"""How many characters of another encoding are shown."""

_MARK = b"\xef\xbb\xbf"

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
"""The ends of names, in small or capital letters, that this or another program takes for Markdown."""

_OF_A_REPOSITORY = re.compile(
    r"\.[^/]+/|(?:readme|contributing|code_of_conduct|security|licen[cs]e)(?:\.md)?", re.IGNORECASE
)
"""What stands at the root of a folder that is a repository of its own, and is about that: hidden folders, README.md."""

MOST_BYTES = 5_000_000
"""The largest file that is read: a hundred times the longest known response."""


def is_markdown(path: str) -> bool:
    """Whether this or another program would take a file of that name for Markdown."""
    return path.lower().endswith(_MARKDOWN)


def files_below(folder: Path) -> Iterator[tuple[str, list[Problem]]]:
    """Every file below a folder but hidden ones, as its path from there with `/`, and what keeps it from being read.

    A folder of records can be the root of a repository of its own: then a hidden folder at its root, such as .git or
    .github, is the repository's, and so are the few files that say what it is. None of them is given.

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
                if not _OF_A_REPOSITORY.fullmatch(f"{path}/"):
                    folders.append(f"{path}/")
                if is_markdown(path):
                    yield path, [Problem("unreadable-file", facts={"why": "folder"})]
            elif _OF_A_REPOSITORY.fullmatch(path):
                continue
            elif is_markdown(path) or not entry.name.startswith("."):
                yield path, []


def read_bytes(path: Path) -> tuple[bytes, list[Problem]]:
    """What a file holds, or nothing and what keeps it from being read."""
    try:
        status = path.lstat()
        mode = status.st_mode
        if not stat.S_ISREG(mode):  # anything else may have no end, or lead elsewhere
            why = "folder" if stat.S_ISDIR(mode) else "link" if stat.S_ISLNK(mode) else "no-file"
            return b"", [Problem("unreadable-file", facts={"why": why})]
        if status.st_size > MOST_BYTES:
            return b"", [Problem("file-too-large", facts={"limit": MOST_BYTES})]
        with path.open("rb", 0) as file:
            return file.read(), []
    except OSError as error:
        return b"", [_unreadable(error)]


def text_of(data: bytes) -> tuple[str, list[Problem]]:
    """Bytes as text with `\\n` line ends, and what is wrong with them.

    It is read as far as it can be, so that its other mistakes can be told too: what no text can hold stands in it as
    LOST. It is empty where it is no text at all.
    """
    problems: list[Problem] = []
    if data.startswith(_MARK):
        problems.append(Problem("byte-order-mark"))
        data = data.removeprefix(_MARK)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text, problem = _otherwise_encoded(data, error.start)
        problems.append(problem)
    else:
        if encoding := _utf_16(data):  # without a mark each of its bytes can be UTF-8
            text = data.decode(encoding, "replace")
            problems.append(Problem("wrong-encoding", facts={"encoding": "UTF-16"}))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _ODD.search(text):
        return text, problems
    said = any(problem.rule == "wrong-encoding" for problem in problems)  # why something was lost
    odds = (odd for odd in _ODD.finditer(text) if not (said and odd[0] == LOST))
    is_text = text.count("\0") <= MOST_ODD
    for odd in islice(odds, MOST_ODD if is_text else not said):
        rule = "wrong-encoding" if odd[0] == LOST else "control-character"
        problems.append(Problem(rule, _place(text, odd.start()), _facts_of(odd[0])))
    return (_ODD.sub(LOST, text) if is_text else ""), problems


def _otherwise_encoded(data: bytes, start: int) -> tuple[str, Problem]:
    """Text that is not UTF-8, as it seems to be meant, and the problem. start: the first byte that is not."""
    if encoding := _utf_16(data):
        return data.decode(encoding, "replace").removeprefix("\ufeff"), Problem(
            "wrong-encoding", facts={"encoding": "UTF-16"}
        )
    place = _place_of_byte(data, start)
    code = f"{data[start]:02X}"
    others = data.decode("utf-8", "ignore")
    text = data.decode("utf-8", _WINDOWS_1252)
    if not others.isascii() or LOST in text:  # broken UTF-8, or an encoding of which nothing is known
        return data.decode("utf-8", "replace"), Problem("wrong-encoding", place, {"encoding": "", "code": code})
    shown = list(dict.fromkeys(each for each in text if not each.isascii()))
    facts = {"encoding": "Windows-1252", "code": code, "character": shown[0], "all": " ".join(shown[:MOST_SHOWN])}
    return text, Problem("wrong-encoding", place, facts)


def _utf_16(data: bytes) -> str:
    """The kind of UTF-16 that some bytes begin as; empty for none. A record begins with a hyphen."""
    if data.startswith((codecs.BOM_UTF16_LE, b"-\0")):
        return "utf-16-le"
    return "utf-16-be" if data.startswith((codecs.BOM_UTF16_BE, b"\0-")) else ""


_WINDOWS_1252 = "section55-windows-1252"


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """The bytes that are not UTF-8, as Windows-1252 has them."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_WINDOWS_1252, _as_windows_1252)


def _facts_of(odd: str) -> dict[str, str]:
    """The code of a character, and what it would be in Windows-1252, of which it may be a byte that was misread."""
    meant = bytes([ord(odd)]).decode("cp1252", "ignore") if "\x80" <= odd <= "\x9f" else ""
    return {"encoding": "", "code": f"U+{ord(odd):04X}", "character": meant}


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
    return _place(before, len(before))


def _place(text: str, position: int) -> Place:
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    return Place(line, column, line, column + 1)
