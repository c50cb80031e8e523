"""A document's text → the same with what has one answer put right, as far as that is seen to help.

Fixes are proposed by those that know a rule (`form.py`). Whether one is made is decided here, by reading the text again
with it: reading has to get further, or as far with less that is wrong and nothing that was not. So no fix can make a
file worse than it was, and a second run finds nothing more to do.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from section55.fixing.edits import Edit, apart, edited
from section55.fixing.registry import FIXERS
from section55.reading.content import Content, Document
from section55.reading.front_matter import read_front_matter
from section55.reading.models import read_record
from section55.reading.pasted import has_unseen
from section55.reading.text import convert
from section55.records.schema import keys_of
from section55.rules import RULES

MOST_PROBLEMS, MOST_EDITS = 1_000, 200
"""How many are looked at, and tried, in one text. One with more has another format, and is left to a person."""

_STOPS = {
    *("no-front-matter", "unclosed-front-matter"),
    *("yaml-syntax", "yaml-alias", "yaml-tag", "too-deep", "second-document"),
}
"""What keeps facts, if not all of them, from being read."""
_DATES = "S55-F17"
_AT_A_TAG = re.compile(r" ?(</?(?:p|h[1-6]|li|td|th)\b[^>]*>) ?")
_LONE_SPACE = re.compile(r"(?<![\s\\]) $", re.MULTILINE)
_BACKSLASH_AND_SPACE = re.compile(r"\\[ \t]+$", re.MULTILINE)
_IN_TEXT = ("S55-X02", "S55-X27")
"""The rules of a text that have a fix."""


def mended(document: Document, source: str) -> str:
    """`source`, with `\\n` line ends, as the text of a document, mended."""
    now = _Attempt.of(document, source.split("\n"))
    while (better := _better(now)) is not now:
        now = better
    return "\n".join(_tidied(now).lines)


def may_need_mending(document: Document) -> bool:
    """Whether there is anything in a document that was read for `mended` to look at."""
    spaces = _LONE_SPACE.search(document.source) or _BACKSLASH_AND_SPACE.search(document.source)
    return bool(document.problems or spaces or has_unseen(document.source))


@dataclass(frozen=True)
class _Attempt:
    """A text that is tried, and the document that it makes.

    stage: how far reading gets: the first line of the front matter that it cannot read, or past all; wrong: what is
    found there, by rule and line.
    """

    lines: list[str]
    document: Document
    stage: int
    wrong: Counter[tuple[str, int]]

    @classmethod
    def of(cls, original: Document, lines: list[str]) -> "_Attempt":
        """The attempt of giving a document these lines."""
        document = Document(original.path, original.model, original.name, original.language, "\n".join(lines))
        document.front = read_front_matter(document.source, keys_of(document.model) if document.model else ())
        document.problems = list(document.front.problems)
        stops = [each.place.line for each in document.problems if each.rule in _STOPS]
        stage = min(stops, default=len(lines) + 1)
        if document.model and document.front.is_read:
            document.record, problems = read_record(document.front, document.model)
            document.problems += problems
        wrong = Counter((each.rule, each.place.line) for each in document.problems)
        wrong.update(
            (code, each.place.line) for code in _IN_TEXT for each in RULES[code].check(document, Content([document]))
        )
        return cls(lines, document, stage, wrong)

    def with_(self, edits: Sequence[Edit]) -> "_Attempt":
        """The attempt with some edits made."""
        return self.of(self.document, edited(self.lines, edits))

    def is_better_than(self, other: "_Attempt") -> bool:
        """Whether reading gets further; or as far, and less is wrong, and nothing that was not."""
        return self.stage > other.stage or (self.stage == other.stage and self.wrong < other.wrong)

    def edits(self, codes: Sequence[str] = ()) -> list[Edit]:
        """What the fixes propose, in the order of lines, within a line from its end, so that no edit moves the next."""
        if self.wrong.total() > MOST_PROBLEMS:
            return []
        proposed = (
            edit
            for code in codes or FIXERS
            for found in RULES[code].check(self.document, Content([self.document]))
            for edit in FIXERS[code](self.document, found)
        )
        few = list(islice(proposed, MOST_EDITS + 1))
        return sorted(apart(few), key=lambda edit: (edit.line, -edit.column)) if len(few) <= MOST_EDITS else []


def _better(now: _Attempt) -> _Attempt:
    """The text with each edit made that helps; itself where none does."""
    for edit in now.edits():
        then = now.with_([edit])
        if not then.is_better_than(now):
            # A key that is spelt right may bring to light that its date is in another form.
            then = then.with_([other for other in then.edits([_DATES]) if other.line == edit.line])
        if then.is_better_than(now):
            now = then
    return now


def _tidied(now: _Attempt) -> _Attempt:
    """Without single spaces at the ends of lines, where nothing that is read or shown hangs on them.

    Two are a line break. After a backslash one keeps it from being a break: that is a mistake, which has its fix.
    """
    edits = [
        Edit(number, len(line), len(line) + 1, "")
        for number, line in enumerate(now.lines, 1)
        if _LONE_SPACE.search(line)
    ]
    if not edits or now.stage <= len(now.lines):
        return now
    as_it_was = _read_and_shown(now)
    together = now.with_(edits)
    if _read_and_shown(together) == as_it_was:
        return together
    for edit in edits if len(edits) <= MOST_EDITS else ():
        alone = now.with_([edit])
        if _read_and_shown(alone) == as_it_was:
            now = alone
    return now


def _read_and_shown(attempt: _Attempt) -> tuple[object, str]:
    """All that a text comes to: its facts, and its words as they are shown."""
    document = attempt.document
    html = convert(document.front.body, document.language or "en").html
    # Pages show nothing in which white space counts, but for whether there is any.
    return document.front.values, _AT_A_TAG.sub(r"\1", " ".join(html.split()))
