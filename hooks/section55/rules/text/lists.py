"""Rules of lists: what is pasted for one and is none, and numbers and levels that would be lost."""

import re
from collections.abc import Iterator
from itertools import pairwise

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.reading.content import Content, Document
from section55.reading.markup import Block, Item, Kind, Line, indent_of
from section55.rules.registry import Found, found, rule
from section55.rules.text.common import BREAK, BULLET, HYPHENATED, NUMBERED, markup_of, paragraphs

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_DASH_OR_O = re.compile(r"[ \t]*([–—o])[ \t\u00a0]+\S")
_O_AND_TAB = re.compile(r"[ \t]*(o)(?:\t| {2}|\u00a0)[ \t\u00a0]*\S")
_MARK_AND_LETTER = re.compile(r" {0,3}(-|\*(?!.*\*))[^\W\d_]")


@rule("S55-X03", "numbers-change", WARNING)
def numbers_change(document: Document, content: Content) -> Iterator[Found]:
    """The numbers of a list must follow one another, and a sentence must not begin with a number and a point.

    Markdown takes such a line for an entry of a list, keeps the list's first number, and counts on from it.
    """
    for block in markup_of(document).blocks:
        if block.kind is not Kind.LIST:
            continue
        for items in _numbered(block):
            numbers = [item.number for item in items]
            if len(numbers[0]) > 3:
                yield found(
                    items[0].place,
                    N_("This line begins with a number and a point, and so it becomes a list."),
                    N_("If it is no list, write {number}\\."),
                    number=numbers[0],
                )
                continue
            if len(items) > 1 and len(set(numbers)) == 1:
                continue  # who writes 1. each time leaves the counting to Markdown
            changed = [
                (item, shown)
                for index, item in enumerate(items)
                if item.number != (shown := str(int(numbers[0]) + index))
            ]
            if changed:
                first, shown = changed[0]
                yield found(
                    first.place,
                    N_("The number {number} is published as {shown}.")
                    if len(changed) == 1
                    else N_("These numbers are published as others: {all}."),
                    N_("If the number is right, write {number}\\. with an empty line above it.")
                    if len(changed) == 1
                    else N_(
                        "Put a backslash before the point of each that is right, "
                        "with an empty line above it: {number}\\."
                    ),
                    number=first.number,
                    shown=shown,
                    all=", ".join(f"{item.number} → {shown}" for item, shown in changed),
                )


def _numbered(block: Block) -> Iterator[list[Item]]:
    """The entries of a list that are counted together."""
    counted: dict[int, list[Item]] = {}
    for item in block.items:
        for level in [level for level in counted if level > item.level or (level == item.level and not item.number)]:
            yield counted.pop(level)
        if item.number:
            counted.setdefault(item.level, []).append(item)
    yield from counted.values()


@rule("S55-X04", "pasted-bullet", WARNING)
def pasted_bullet(document: Document, content: Content) -> Iterator[Found]:
    """The entries of a list must begin with a hyphen and a space, not with a dot pasted from a word processor.

    Markdown takes no other mark for one: the entries run together, and nobody who listens to the page hears a list.

    Source: WCAG 2.2, success criterion 1.3.1, under the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
    Accessibility Regulations 2018.
    """
    blocks = markup_of(document).blocks
    goes_on = False
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        mark = _bullet(block, following) if block.kind is Kind.PARAGRAPH else None
        if mark and not goes_on:
            line, match = mark
            yield found(
                line.place(match.start(1), match.end(1)),
                N_("“{bullet}” does not make this line an entry of a list."),
                N_("Begin each entry with - and a space instead, with an empty line above the first."),
                bullet=match[1] if match[1].isprintable() else f"U+{ord(match[1]):04X}",
            )
        # Of dashes two make a list, and the second one may be the last.
        goes_on = mark is not None or (
            goes_on and block.kind is Kind.PARAGRAPH and bool(_DASH_OR_O.match(block.lines[0].text))
        )


def _bullet(block: Block, following: Block | None) -> tuple[Line, re.Match[str]] | None:
    """The first pasted bullet of a paragraph."""
    lines = block.lines
    for line in lines:
        if match := BULLET.match(line.text):
            return line, match
    first = lines[0]
    if match := _O_AND_TAB.match(first.text):
        return first, match
    for line, after in pairwise(lines):
        if (match := _MARK_AND_LETTER.match(line.text)) and (second := _MARK_AND_LETTER.match(after.text)):
            if second[1] == match[1]:
                return line, match
    for pattern in (_DASH_OR_O, _MARK_AND_LETTER):
        # A dash, or the Welsh word “o”, can begin a line of a sentence: two such lines on end make a list.
        if match := pattern.match(first.text):
            below = lines[1:2] or (following.lines[:1] if following and following.kind is Kind.PARAGRAPH else [])
            if below and (second := pattern.match(below[0].text)) and second[1] == match[1]:
                return first, match
    return None


@rule("S55-X05", "list-without-empty-line", WARNING)
def list_without_empty_line(document: Document, content: Content) -> Iterator[Found]:
    """A list must have an empty line above it; without one its entries run on in the sentence before it.

    Source: WCAG 2.2, success criterion 1.3.1, under the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
    Accessibility Regulations 2018.
    """
    for lines in paragraphs(document):
        for pattern in (HYPHENATED, NUMBERED) if len(lines) > 1 else ():
            entries = [index for index, line in enumerate(lines) if index and pattern.match(line.text)]
            if not entries:
                continue
            above = lines[entries[0] - 1].text
            if (len(entries) > 1 or above.rstrip().endswith(":")) and not BREAK.search(above):
                yield found(
                    lines[entries[0]].place(),
                    N_("The list that begins here runs on in the sentence above it."),
                    N_("Put an empty line above it."),
                )
                break


@rule("S55-X06", "list-level-lost", WARNING)
def list_level_lost(document: Document, content: Content) -> Iterator[Found]:
    """An entry that belongs below another entry of a list must be set in by four spaces.

    Source: WCAG 2.2, success criterion 1.3.1, under the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
    Accessibility Regulations 2018.
    """
    for block in markup_of(document).blocks:
        if block.kind is not Kind.LIST:
            continue
        base = indent_of(block.items[0].line)
        of_items = {item.line.number for item in block.items}
        set_in = (item.place for item in block.items if item.level == 0 and indent_of(item.line) >= base + 2)
        other = (
            line.place()
            for line in block.lines
            if line.number not in of_items and (HYPHENATED.match(line.text) or NUMBERED.match(line.text))
        )
        if place := next(set_in, None):
            yield found(
                place,
                N_("This entry is published beside the one above it, and not below it: it is set in too little."),
                N_("Put four spaces before it."),
            )
        elif place := next(other, None):
            yield found(
                place,
                N_("This entry runs on in the one above it."),
                N_("If it belongs below that one, put four spaces before it; if not, an empty line above it."),
            )
