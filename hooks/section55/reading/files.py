"""A file's bytes → its text, refused where they are not plain UTF-8."""

import re
from pathlib import Path

from section55.reading.problems import Place, Problem

# Beside the control characters: those that YAML takes for the end of a line and editors do not, and those it refuses.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

MOST_BYTES = 5_000_000
"""The largest file that is read: a hundred times the longest known response."""


def read_text(path: Path) -> tuple[str, list[Problem]]:
    """The file's text with `\\n` line ends, and what is wrong with its bytes; then the text is empty."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return "", [Problem("file-too-large", facts={"limit": MOST_BYTES})]
        data = path.read_bytes()
    except OSError as error:
        return "", [Problem("unreadable-file", facts={"why": error.strerror or type(error).__name__})]
    if data.startswith(b"\xef\xbb\xbf"):
        return "", [Problem("byte-order-mark")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [Problem("wrong-encoding", _place_of_byte(data, error.start))]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if odd := _CONTROL.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        column = odd.start() - text.rfind("\n", 0, odd.start())
        place = Place(line, column, line, column + 1)
        return "", [Problem("control-character", place, {"code": f"U+{ord(odd[0]):04X}"})]
    return text, []


def _place_of_byte(data: bytes, offset: int) -> Place:
    before = data[:offset].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Place(line, column, line, column + 1)
