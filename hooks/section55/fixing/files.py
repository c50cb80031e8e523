"""Files put right: read as bytes, changed where a fix says so and nowhere else, written whole or not at all."""

import difflib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path

from section55.findings.report import ENGLISH, visible
from section55.findings.terminal import PLAIN, Ink
from section55.fixing.edits import joined, split
from section55.fixing.mending import may_need_mending, mended
from section55.language.catalogue import N_
from section55.reading.content import Content, Document
from section55.reading.files import MOST_BYTES, text_of

_MARK = b"\xef\xbb\xbf"
_CHANGED = N_("it has changed meanwhile")


@dataclass(frozen=True)
class Fixed:
    """A file that can be put right: what it holds, and what it would. `shown_as` is its path as people are told it."""

    path: Path
    shown_as: str
    before: bytes
    after: bytes

    def diff(self, ink: Ink = PLAIN) -> str:
        """What would change, as a unified diff without the ends of lines, which never do.

        On the lines that change, white space that looks like plain spaces, or like nothing, has a sign in its place.
        """
        before, after = (split(data.decode("utf-8", "replace"))[0] for data in (self.before, self.after))
        lines = difflib.unified_diff(before, after, self.shown_as, self.shown_as, lineterm="")
        paint = {"+": ink.added, "-": ink.removed, "@": ink.faint}
        shown = (line if number < 2 or line[0] not in "+-" else _with_signs(line) for number, line in enumerate(lines))
        return "".join(f"{paint.get(line[0], str)(visible(line.replace(chr(9), '    ')))}\n" for line in shown)

    def refused(self, error: OSError, words: NullTranslations = ENGLISH) -> str:
        """That it could not be written."""
        why = words.gettext(_CHANGED) if error.strerror == _CHANGED else error.strerror or type(error).__name__
        return words.gettext("{path} could not be written: {why}.").format(path=visible(self.shown_as), why=why)

    def write(self) -> None:
        """Puts the new bytes in place of the old ones at once. Raises OSError, and then the file is as it was."""
        if self.path.read_bytes() != self.before:
            raise OSError(0, _CHANGED)
        descriptor, name = tempfile.mkstemp(prefix=f".{self.path.name}.", dir=self.path.parent)
        try:
            with open(descriptor, "wb") as file:
                file.write(self.after)
            shutil.copymode(self.path, name)
            os.replace(name, self.path)
        except BaseException:
            os.unlink(name)
            raise


def _with_signs(line: str) -> str:
    for unseen, sign in (("\t", "→   "), ("\u00a0", "⍽"), ("\u202f", "⍽")):
        line = line.replace(unseen, sign)
    bare = line.rstrip(" ")
    return bare + "·" * (len(line) - len(bare))


def put_right_in(files: int, words: NullTranslations = ENGLISH) -> str:
    """In how many files something was put right."""
    if not files:
        return words.gettext("Nothing here can be put right without you.")
    return words.ngettext(
        "Put right in {number} file, as shown above. What is left:",
        "Put right in {number} files, as shown above. What is left:",
        files,
    ).format(number=f"{files:,}")


def fix(
    content: Content, folder: Path, shown_as: str, is_wanted: Callable[[str], bool] = lambda path: True
) -> Iterator[Fixed]:
    """The files of `folder` that can be put right. Nothing is written here.

    content: what was read there, under the name `shown_as`; is_wanted: says it of a document's path.
    """
    for document in content.documents:
        path = folder / document.path.removeprefix(f"{shown_as}/")
        if (
            document.model is None
            or not is_wanted(document.path)
            or path.is_symlink()
            or not may_need_mending(document)
        ):
            continue
        try:
            before = path.read_bytes() if path.stat().st_size <= MOST_BYTES else b""
        except OSError:
            continue  # the check says so
        after = fixed(document, before)
        if after != before:
            yield Fixed(path, document.path, before, after)


def fixed(document: Document, data: bytes) -> bytes:
    """The bytes of a document's file with what has one answer put right."""
    while data.startswith(_MARK):
        data = data.removeprefix(_MARK)
    source = _as_read(data)
    if not source:
        return data
    _, ends = split(data.decode("utf-8"))
    return joined(mended(document, source).split("\n"), ends).encode("utf-8")


def _as_read(data: bytes) -> str:
    """The text that the reader makes of the bytes; empty where it refuses them."""
    text, problems = text_of(data)
    return "" if problems else text
