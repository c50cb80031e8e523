"""Rules of text: what Markdown would eat, and what a page cannot show or lead to.

What is a matter of judgement is a warning. An error is what would be lost or shown wrongly beyond doubt.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.reading.content import Content, Document
from section55.reading.markup import (
    Block,
    Item,
    Kind,
    Line,
    Link,
    Markup,
    Tag,
    indent_of,
    is_line_of_hyphens,
    looks_like_a_row,
    read_markup,
    rows_of,
)
from section55.reading.pasted import unseen
from section55.reading.problems import Place
from section55.reading.text import _TAGS as SAFE_TAGS
from section55.records import Force, Inspection, InspectionText, OwnPage, Response, ResponseText
from section55.records.fields import Unknown
from section55.rules.disclosure import FILLED_IN_LATER
from section55.rules.form import said_of_unseen
from section55.rules.registry import Found, found, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_WITH_TEXT = (Response, ResponseText, Inspection, InspectionText, OwnPage)
_NOTHING = Markup("")

SHORT_LINE = 60
"""A line of an address or a signature is no longer than this; lines of a wrapped paragraph mostly are."""
VERY_SHORT_LINE = 45
"""No paragraph is wrapped as narrowly as this."""
SHORT_HEADING = 100
"""A heading is no longer than this."""


def _markup(document: Document) -> Markup:
    """The Markdown of a document's text; none where it has no text that is shown, or where nobody knows it begins."""
    if document.model not in _WITH_TEXT or any(document.problems_of("no-front-matter")):
        return _NOTHING
    return read_markup(document.front.body, document.front.body_line)


def _paragraphs(document: Document) -> Iterator[list[Line]]:
    """The lines of each paragraph of a document."""
    return (block.lines for block in _markup(document).blocks if block.kind is Kind.PARAGRAPH)


def _visible(text: str) -> str:
    """A line as it is read: without tags and marks for bold and italics."""
    return _UNSEEN.sub("", text).strip() if "<" in text or "*" in text or "_" in text else text.strip()


def _whole(lines: list[Line]) -> Place:
    """The place of some lines, from the first word to the last."""
    first, last = lines[0].place(), lines[-1].place()
    return Place(first.line, first.column, last.end_line, last.end_column)


_UNSEEN = re.compile(r"<[^<>]*>|[*_]")
_ATTRIBUTES_ALONE = re.compile(r" *\{:?[^{}]*\} *$")
_BREAK = re.compile(r"(?<!\\)(?:\\\\)*\\[ \t]*$|  $|<br */?> *$")
_ENTRY = re.compile(
    r" *(?:\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)|[a-z]\.|[ivx]{1,5}\.|[0-9]{1,2}\.[0-9]{1,2}\.?)[ \t]+\S"
)
_NUMBER_WITH_PART = re.compile(r" *[0-9]+\.[0-9]")
_NUMBERED = re.compile(r" {0,3}[0-9]{1,3}\. +\S")
_HYPHENATED = re.compile(r" {0,3}[-*+] +\S")
_BULLET = re.compile(r"[ \t]*([•·∙●○◦▪■□▫‣⁃➢►➤❖\uf0a7\uf0b7\uf0d8\uf0fc])[ \t\u00a0]*\S")
_DASH_OR_O = re.compile(r"[ \t]*([–—o])[ \t\u00a0]+\S")
_O_AND_TAB = re.compile(r"[ \t]*(o)(?:\t| {2}|\u00a0)[ \t\u00a0]*\S")
_MARK_AND_LETTER = re.compile(r" {0,3}(-|\*(?!.*\*))[^\W\d_]")


@rule("S55-X01", "lines-run-together", WARNING)
def lines_run_together(document: Document, content: Content) -> Iterator[Found]:
    """Lines that must stay lines, as in an address or under a signature, must each end with a backslash.

    Markdown joins the lines of a paragraph into one.
    """
    for lines in _paragraphs(document):
        if len(lines) == 1 or looks_like_a_row(lines[0].text) or _joining(lines):
            continue
        entries = sum(1 for line in lines if _ENTRY.match(line.text)) > 1
        words = [_visible(line.text) for line in lines]
        lost = [
            index
            for index, (line, following) in enumerate(zip(lines, lines[1:], strict=False))
            if not _BREAK.search(line.text)
            and not _ATTRIBUTES_ALONE.match(line.text)
            and (
                (entries and _ENTRY.match(following.text))
                or (_meant_as_lines(index, words) and not _belongs_to_a_list(following.text))
            )
        ]
        if not lost or _is_bold_heading(lines) or any(_bold_headings_within(lines)):
            continue
        first, last = lost[0], lost[-1] + 1
        while first and len(words[first - 1]) <= SHORT_LINE and not _BREAK.search(lines[first - 1].text):
            first -= 1
        run = lines[first : last + 1]
        cells = run[0].text.strip().count("\t") + 1
        if cells > 1 and all("\t" in line.text.strip() for line in run):
            help_ = N_(
                "If they are a table's rows, put | before, between and after their cells, and below the first {head}"
            )
        elif any(_ENTRY.match(line.text) for line in run[1:]):
            help_ = (
                N_("Put an empty line between each two.")
                if _NUMBER_WITH_PART.match(run[1].text)
                else N_(
                    "Put an empty line between each two, or make them a list: 1. with a point and a space after it."
                )
            )
        elif len(run) == 2 and len(words[last]) > SHORT_LINE:
            help_ = N_("Put an empty line between them.")
        else:
            help_ = N_("End each but the last with a backslash: {example}\\")
        yield found(
            _whole(run),
            N_("These {count} lines run together into one."),
            help_,
            count=len(run),
            example=words[first],
            head="|" + " --- |" * cells,
        )


def _meant_as_lines(index: int, words: list[str]) -> bool:
    """Whether a line was ended on purpose: it is short, and the first word of the next would have found room on it."""
    line, following = words[index], words[index + 1]
    if not line or len(line) > SHORT_LINE or line[-1] in '.?!;:…”"':
        return False
    if not following or not (following[0].isupper() or following[0].isdigit() or following[0] == "+"):
        return False
    if index == 0 and len(line) <= VERY_SHORT_LINE:  # such as “Dear Home Secretary,” above a long line
        return True
    above = words[index - 1] if index else ""
    if len(following) > SHORT_LINE or (len(above) > SHORT_LINE and above[-1] not in ".!?:"):
        return False  # it goes on with a sentence
    if max(len(line), len(following)) <= VERY_SHORT_LINE:
        return True
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) <= max(map(len, words))


def _belongs_to_a_list(text: str) -> bool:
    return bool(
        _ATTRIBUTES_ALONE.match(text) or _HYPHENATED.match(text) or _NUMBERED.match(text) or _BULLET.match(text)
    )


@rule("S55-X02", "stray-backslash", WARNING)
def stray_backslash(document: Document, content: Content) -> Iterator[Found]:
    """A backslash that ends a line must have another line of its paragraph below it, and nothing after it.

    Anywhere else it is published as it stands.
    """
    if "\\" not in document.front.body:
        return
    for lines in _paragraphs(document):
        for line in lines:
            words = line.text.rstrip()
            if not words.endswith("\\") or words.endswith("\\\\"):
                continue
            place = line.place(len(words) - 1, len(words))
            if line is lines[-1]:
                yield found(
                    place,
                    N_("This backslash is published, since no line follows it."),
                    N_("Delete it: the last line of an address needs none."),
                )
            elif words != line.text:
                yield found(
                    place,
                    N_("This backslash is published, and ends no line, since there is a space after it."),
                    N_("Delete the space after it."),
                )


@rule("S55-X03", "numbers-change", WARNING)
def numbers_change(document: Document, content: Content) -> Iterator[Found]:
    """The numbers of a list must follow one another, and a sentence must not begin with a number and a point.

    Markdown takes such a line for an entry of a list, keeps the list's first number, and counts on from it.
    """
    for block in _markup(document).blocks:
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
    blocks = _markup(document).blocks
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
        if match := _BULLET.match(line.text):
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
    for lines in _paragraphs(document):
        for pattern in (_HYPHENATED, _NUMBERED) if len(lines) > 1 else ():
            entries = [index for index, line in enumerate(lines) if index and pattern.match(line.text)]
            if not entries:
                continue
            above = lines[entries[0] - 1].text
            if (len(entries) > 1 or above.rstrip().endswith(":")) and not _BREAK.search(above):
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
    for block in _markup(document).blocks:
        if block.kind is not Kind.LIST:
            continue
        base = indent_of(block.items[0].line)
        of_items = {item.line.number for item in block.items}
        set_in = (item.place for item in block.items if item.level == 0 and indent_of(item.line) >= base + 2)
        other = (
            line.place()
            for line in block.lines
            if line.number not in of_items and (_HYPHENATED.match(line.text) or _NUMBERED.match(line.text))
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


@rule("S55-X07", "set-in-text", WARNING)
def set_in_text(document: Document, content: Content) -> Iterator[Found]:
    """A paragraph must begin at the very beginning of its line, without a tab or spaces before it.

    Markdown takes one that is set in by a tab or four spaces for the code of a program, where no mark has a meaning.
    """
    before: Block | None = None
    for block in _markup(document).blocks:
        if block.kind is Kind.CODE and (before is None or before.kind is not Kind.CODE):
            line = block.lines[0]
            white = len(line.text) - len(line.text.lstrip(" \t"))
            yield found(
                line.place(0, white),
                N_("The tab before this line makes it the code of a program.")
                if "\t" in line.text[:white]
                else N_("The spaces before this line make it the code of a program."),
                N_("Delete what stands before the first word, here and on the lines below that are set in like it."),
            )
        before = block


_BOLD = re.compile(r"(\*\*\*?|__)(?=\S)((?:(?!\*\*|__).)+)(?<=\S)\1:?(?: *\{:?[^{}]*\})? *$")
_NO_HEADING = re.compile(r"(?:dear|yours|cc|copy|annwyl|yr? eiddoch|yn gywir|copi)\b", re.IGNORECASE)
_ENDS_A_LETTER = re.compile(r"\W*(?:yours (?:sincerely|faithfully|truly)|yr? eiddoch|yn gywir)\b", re.IGNORECASE)


@rule("S55-X08", "bold-for-heading", WARNING)
def bold_for_heading(document: Document, content: Content) -> Iterator[Found]:
    """A heading must be written as one, with `##`, and not as a line in bold.

    Bold type only looks like a heading: it is missing where readers jump from heading to heading, and marks no part.

    Source: WCAG 2.2, success criterion 1.3.1, under the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
    Accessibility Regulations 2018.
    """
    if "**" not in document.front.body and "__" not in document.front.body:
        return
    blocks = _markup(document).blocks
    for index, block in enumerate(blocks):
        if block.kind is not Kind.PARAGRAPH:
            continue
        if _ENDS_A_LETTER.match(block.lines[0].text) or "{#closing" in block.lines[-1].text:
            return
        alone = len(block.lines) == 1 or (len(block.lines) == 2 and _ATTRIBUTES_ALONE.match(block.lines[1].text))
        if (words := _bold(block.lines[0])) and (alone and index + 1 < len(blocks) or _is_bold_heading(block.lines)):
            yield found(
                block.lines[0].place(),
                N_("This line in bold looks like a heading, and is none."),
                N_("If it is one, write it without asterisks, with an empty line above and below: ## {words}"),
                words=words,
            )
        for line in _bold_headings_within(block.lines):
            yield found(
                line.place(),
                N_("This line in bold looks like a heading, and is none."),
                N_("If it is one, write it without asterisks, with an empty line above and below: ## {words}"),
                words=_bold(line),
            )


def _bold_headings_within(lines: list[Line]) -> Iterator[Line]:
    """The lines of a paragraph, after its first, that are wholly in bold and come after the end of a sentence."""
    for above, line in zip(lines, lines[1:], strict=False):
        if _visible(above.text).endswith((".", "?", "!")) and not _BREAK.search(line.text) and _bold(line):
            yield line


def _bold(line: Line) -> str:
    """The words of a line that is wholly in bold and may be a heading."""
    text = line.text.lstrip(" ")
    if not text.startswith(("**", "__")) or len(text) > SHORT_HEADING or not (match := _BOLD.match(text)):
        return ""
    words = match[2].strip("*_ ")
    return "" if not words or words[-1] in ".?!;,…" or _NO_HEADING.match(words) else words


def _is_bold_heading(lines: list[Line]) -> bool:
    """Whether a paragraph begins with a heading in bold: a long line, a sentence or a list comes below it.

    Below a name in bold come the short lines of an address or an office.
    """
    if len(lines) == 1 or not _bold(lines[0]) or _BREAK.search(lines[0].text):
        return False
    below = lines[1].text
    return (
        len(below) > SHORT_LINE
        or _visible(lines[-1].text).endswith((".", "?", "!"))
        or bool(_HYPHENATED.match(below) or _NUMBERED.match(below) or _BULLET.match(below))
    )


@rule("S55-X09", "heading-level-skipped", WARNING)
def heading_level_skipped(document: Document, content: Content) -> Iterator[Found]:
    """A heading must be one level below the heading that it belongs under, and not more.

    Those who read the page by its headings would look for the one between.
    """
    headings = [
        block
        for block in _markup(document).blocks
        if block.kind is Kind.HEADING and not block.quoted and not _lacks_space(block)
    ]
    if not headings:
        return
    highest = min(block.level for block in headings)
    before = 0
    for block in headings:
        if not before and block.level > highest:
            yield found(
                _marks(block),
                N_("The first heading is {marks}, and one above it in rank, {highest}, comes later."),
                N_("Write {highest} here, or more # there."),
                marks="#" * block.level,
                highest="#" * highest,
            )
        elif before and block.level > before + 1:
            yield found(
                _marks(block),
                N_("This heading skips a level: {marks} comes below {before}."),
                N_("Write {right} here."),
                marks="#" * block.level,
                before="#" * before,
                right="#" * (before + 1),
            )
        before = block.level


def _marks(heading: Block) -> Place:
    """The place of what makes a line a heading."""
    return heading.lines[1].place() if heading.underlined else heading.lines[0].place(0, heading.level)


@rule("S55-X10", "heading-without-space", WARNING)
def heading_without_space(document: Document, content: Content) -> Iterator[Found]:
    """A heading must have a space after its `#`, and a line that begins with `#` must be a heading."""
    for block in _markup(document).blocks:
        if block.kind is Kind.HEADING and _lacks_space(block):
            yield found(
                _marks(block),
                N_("This line begins with #, and so it becomes a heading."),
                N_("If it is a heading, put a space after the #; if it is none, write \\# instead."),
            )


def _lacks_space(heading: Block) -> bool:
    """Whether a heading has no space after its `#`, so that it may be none."""
    words = "" if heading.underlined else heading.lines[0].text[heading.level :]
    return bool(words) and not words[0].isspace()


@rule("S55-X11", "line-below-makes-heading", WARNING)
def line_below_makes_heading(document: Document, content: Content) -> Iterator[Found]:
    """A line of hyphens, or of equals signs, must have an empty line above it.

    Without one it makes the line above it a heading.

    Source: WCAG 2.2, success criterion 1.3.1, under the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
    Accessibility Regulations 2018.
    """
    for block in _markup(document).blocks:
        if block.underlined:
            yield found(
                _marks(block),
                N_("This line makes the one above it a heading."),
                N_("If it is none, put an empty line between; if it is one, write ## before it and delete this line."),
            )


@rule("S55-X12", "table-without-head", ERROR, allowable=True)
def table_without_head(document: Document, content: Content) -> Iterator[Found]:
    """A table must have a head that says what each column holds, and below it a line of hyphens.

    Without the line of hyphens the rows are published as one line with bars in it; without a head nobody who listens
    to the page knows what a cell is about.

    Source: WCAG 2.2, success criterion 1.3.1, under the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
    Accessibility Regulations 2018.
    """
    if "|" not in document.front.body:
        return
    before: Block | None = None
    for block in _markup(document).blocks:
        if block.kind is Kind.TABLE:
            _line, cells = next(rows_of(block))
            if all(start == end for start, end in cells):
                yield found(
                    block.lines[0].place(),
                    N_("The head of this table is empty."),
                    N_("Write in each of its cells what the column holds."),
                )
        elif block.kind is Kind.PARAGRAPH:
            yield from _no_table(block.lines, before)
        before = block


def _no_table(lines: list[Line], before: Block | None) -> Iterator[Found]:
    """What keeps rows in a paragraph from being a table."""
    row = next(
        (index for index, line in enumerate(lines) if looks_like_a_row(line.text) and line.text.count("|") > 1), None
    )
    hyphens = next((index for index, line in enumerate(lines) if is_line_of_hyphens(line.text)), None)
    if row is None and hyphens is None:
        return
    if before and before.kind is Kind.TABLE and row == 0 and hyphens is None:
        yield found(
            lines[0].place(),
            N_("An empty line parts this row from the table above it."),
            N_("Take the empty line out."),
        )
    elif hyphens is None:
        line = lines[row or 0]
        columns = max(1, line.text.strip(" ").strip("|").count("|") + 1)
        yield found(
            line.place(),
            N_("This is no table: the line of hyphens below its head is missing."),
            N_("Below the row that says what each column holds, put the line {hyphens}"),
            hyphens="|" + " --- |" * columns,
        )
    elif hyphens == 0:
        yield found(
            lines[0].place(),
            N_("This table has no head above its line of hyphens."),
            N_("Above it, put a row that says what each column holds."),
        )
    elif hyphens == 1:
        yield found(
            lines[1].place(),
            N_("This is no table: its line of hyphens has not as many cells as its head."),
            N_("Give the line of hyphens a --- for each cell of the head."),
        )
    else:
        yield found(
            lines[hyphens - 1].place(),
            N_("The table that begins here runs on in the sentence above it."),
            N_("Put an empty line above it."),
        )


@rule("S55-X13", "row-without-its-cells", ERROR)
def row_without_its_cells(document: Document, content: Content) -> Iterator[Found]:
    """A row of a table must have as many cells as its head.

    What stands in a cell too many is not published, and with one too few words come to stand in the wrong column.
    """
    if "|" not in document.front.body:
        return
    for block in _markup(document).blocks:
        if block.kind is not Kind.TABLE:
            continue
        rows = rows_of(block)
        columns = len(next(rows)[1])
        for line, cells in rows:
            more = [cell for cell in cells[columns:] if cell[0] < cell[1]]
            if more:
                yield found(
                    line.place(more[0][0], more[-1][1]),
                    N_("This row has {cells} cells, but its table's head {columns}: “{lost}” would be left out."),
                    N_("For a bar that belongs to the words, write \\|; else give the head another cell."),
                    cells=len(cells),
                    columns=columns,
                    lost=line.text[more[0][0] : more[-1][1]],
                )
            elif len(cells) < columns and "|" in line.text:
                yield found(
                    line.place(),
                    N_("Of the {columns} cells that its table's head has, this row has {cells}."),
                    N_("Put in the bars that are missing: an empty cell is | and a space."),
                    cells=len(cells),
                    columns=columns,
                )
            elif len(cells) < columns and not _ATTRIBUTES_ALONE.match(line.text):
                yield found(
                    line.place(),
                    N_("This line is taken for a row of the table above it."),
                    N_("If it is none, put an empty line above it."),
                )


_ATTRIBUTE = r"""\s{name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>]+))"""
_ALT = re.compile(r"\salt(?=[\s=/]|$)", re.IGNORECASE)
_SRC = re.compile(_ATTRIBUTE.format(name="src"), re.IGNORECASE)
_HREF = re.compile(_ATTRIBUTE.format(name="href"), re.IGNORECASE)
_DATA = re.compile(r"\s*data:", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)


def _tags(document: Document, name: str) -> Iterator[tuple[Markup, Tag]]:
    """The opening tags of a name in a document's text."""
    if "<" in document.front.body:
        markup = _markup(document)
        for tag in markup.tags:
            if tag.name == name and not tag.closes:
                yield markup, tag


def _links(document: Document, *, pictures: bool) -> Iterator[tuple[Markup, Link]]:
    """The links, or pictures, that a document's text has in Markdown, in whichever of its forms."""
    if "](" in document.front.body or "]:" in document.front.body:
        markup = _markup(document)
        for link in markup.links:
            if link.is_picture is pictures:
                yield markup, link


@rule("S55-X14", "picture-without-words", ERROR, allowable=True)
def picture_without_words(document: Document, content: Content) -> Iterator[Found]:
    """A picture must have words that say what it shows, for those who do not see it.

    Source: WCAG 2.2, success criterion 1.1.1, under the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
    Accessibility Regulations 2018.
    """
    message = N_("This picture has no words that say what it shows.")
    for markup, picture in _links(document, pictures=True):
        if not picture.text.strip():
            yield found(
                markup.place(picture.start, picture.end),
                message,
                N_("Write them between the square brackets: ![A map of the force's area]({target})"),
                target=picture.target,
            )
    for markup, tag in _tags(document, "img"):
        if not _ALT.search(tag.attributes):
            yield found(
                markup.place(tag.start, tag.end), message, N_('Add them as alt="…"; for mere ornament, as alt="".')
            )


@rule("S55-X15", "picture-from-elsewhere", ERROR)
def picture_from_elsewhere(document: Document, content: Content) -> Iterator[Found]:
    """A picture must not lie on another site.

    A page asks nothing of any other host, which would learn who reads it; such a picture is left out.
    """
    message = N_("This picture lies on another site, and would be left out.")
    in_the_text = N_("This picture is written into the text itself, and would be left out.")
    help_ = N_("Leave it out, or put its file beside this one and list it under attachments:.")
    for markup, picture in _links(document, pictures=True):
        if _ELSEWHERE.match(picture.target):
            place = markup.place(picture.target_start, picture.target_start + len(picture.target))
            yield found(place, in_the_text if _DATA.match(picture.target) else message, help_)
    for markup, tag in _tags(document, "img"):
        source = next(filter(None, match.groups()), "") if (match := _SRC.search(tag.attributes)) else ""
        if _ELSEWHERE.match(source):
            yield found(markup.place(tag.start, tag.end), in_the_text if _DATA.match(source) else message, help_)


_NO_LINK_TEXT = frozenset(
    (
        *("here", "click here", "press here", "see here", "this", "this link", "link", "click", "read more", "more"),
        *("yma", "cliciwch yma", "pwyswch yma", "gweler yma", "y ddolen hon", "dolen", "darllen mwy", "darllenwch fwy"),
        *("mwy", "rhagor", "hwn", "hon"),
    )
)
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+", re.IGNORECASE)


@rule("S55-X16", "link-without-words", WARNING)
def link_without_words(document: Document, content: Content) -> Iterator[Found]:
    """The words of a link must say where it leads, without the sentence around it.

    Many readers go through a page from link to link: “here”, “yma” or an address tells them nothing.

    Source: WCAG 2.2, success criterion 2.4.4, under the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
    Accessibility Regulations 2018.
    """
    for markup, link in _links(document, pictures=False):
        words = _UNSEEN.sub("", link.text).strip(" \t\n.,:;!>›»→")
        place = markup.place(link.text_start, link.text_start + len(link.text))
        if not words:
            yield found(
                markup.place(link.start, link.end),
                N_("This link has no words."),
                N_("Write between the square brackets where it leads."),
            )
        elif " ".join(words.lower().split()) in _NO_LINK_TEXT:
            yield found(
                place,
                N_("“{words}” does not say where the link leads."),
                N_("Put the brackets around the words that do, as in: see [the inspectors' report]({target})"),
                words=words,
                target=link.target,
            )
        elif _ADDRESS.fullmatch(words):
            yield found(
                place,
                N_("An address does not say where the link leads."),
                N_("Write words instead, as in [the inspectors' report](…); if the letter has it, write <{target}>."),
                target=link.target,
            )


_ABOUT_AN_ADDRESS = (
    r"[0-9*]+\]|(?i:(?:last\ )?(?:accessed|viewed|retrieved|checked)\b|(?:cyrchwyd|gwelwyd|darllenwyd)\b)"
)
"""What stands behind an address in brackets of its own, as in a list of sources: a note's number, when it was read."""
_WEB = r"(?:https?://|mailto:|www\.)"
_IN_PIECES = re.compile(
    rf"""(?<![\]\\])(?:
      \[(?P<words>[^\[\]\n]{{1,300}})\][ \t]+\((?P<target>{_WEB}[^\s()]+)\)
    | \((?P<target_first>{_WEB}[^\s()]+)\)[ \t]*\[(?!{_ABOUT_AN_ADDRESS})(?P<words_last>[^\[\]\n]{{1,300}})\](?![(\[])
    | \((?P<words_round>[^()\[\]\n]{{1,300}})\)\[(?P<target_square>{_WEB}[^\s\[\]]+)\](?![(\[])
    )""",
    re.VERBOSE,
)


@rule("S55-X26", "link-in-pieces", WARNING)
def link_in_pieces(document: Document, content: Content) -> Iterator[Found]:
    """A link must be its words in square brackets and, with no space between, its address in round ones.

    In another order, in each other's brackets, or with a space between them, both are published with their brackets,
    and lead nowhere.
    """
    if "[" not in document.front.body:
        return
    markup = _markup(document)
    for match in _IN_PIECES.finditer(markup.source):
        if not markup.is_code(match.start()):
            yield found(
                markup.place(match.start(), match.end()),
                N_("This is no link, and is published with its brackets."),
                N_("Write [{words}]({target})"),
                words=match["words"] or match["words_last"] or match["words_round"],
                target=match["target"] or match["target_first"] or match["target_square"],
            )


_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SCHEMES = ("https", "http", "mailto", "tel")
_HOST = re.compile(r"(?:www\.|(?:[a-z0-9-]+\.)+(?:uk|org|com|net|eu|int|wales|cymru)(?![\w.-]))", re.IGNORECASE)
_FILE = re.compile(r"\.([a-z][a-z0-9]{1,4})$", re.IGNORECASE)
_FILES = frozenset(
    (
        *("pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp", "eml", "msg", "zip"),
        *("png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "tif", "tiff", "mp3", "mp4"),
    )
)
"""The ends of names of files that offices keep."""
_OF_THE_SITE = ("api", "assets")
"""The folders, at the site's root, of files that the site makes itself."""
# The parts of addresses that are words: pages/addresses.py gives them out, and is not to be known here.
_EN = ("responses", "inspections", "recommendations", "forces", "search", "topics", "statistics", "rules")
_SECTIONS = {
    "en": {word: word for word in _EN},
    "cy": {
        "ymatebion": "responses",
        "arolygiadau": "inspections",
        "argymhellion": "recommendations",
        "heddluoedd": "forces",
        "chwilio": "search",
        "pynciau": "topics",
        "ystadegau": "statistics",
        "rheolau": "rules",
    },
}


@rule("S55-X17", "link-to-nowhere", ERROR, allowable=True)
def link_to_nowhere(document: Document, content: Content) -> Iterator[Found]:
    """A link must lead somewhere: to a whole address, to a part of the same text, or to a page that this site has.

    So must a picture to its file, which lies beside the record's own and is among its attachments.
    """
    targets = [
        (markup.place(link.target_start, link.target_start + max(1, len(link.target))), link.target)
        for markup, link in _links(document, pictures=False)
    ]
    for markup, tag in _tags(document, "a"):
        if match := _HREF.search(tag.attributes):
            targets.append((markup.place(tag.start, tag.end), match[1] or match[2] or match[3] or ""))
    ids: set[str] | None = None
    for place, target in targets:
        if target.startswith("#") and len(target) > 1:
            ids = set(_IDS.findall(document.text.html)) if ids is None else ids
            if target[1:] not in ids:
                yield found(
                    place,
                    N_("The link leads to a part of this text, {target}, that is not there."),
                    N_("Mark the part, as in ## Heading {{{target}}}, or take the link out and leave its words."),
                    target=target,
                )
            continue
        with suppress(Unknown):
            if said := _wrong_with(target, document, content):
                yield found(place, *said, target=target, right=_beside(target, document))
    pictures = [
        (markup.place(picture.target_start, picture.target_start + max(1, len(picture.target))), picture.target)
        for markup, picture in _links(document, pictures=True)
    ]
    for markup, tag in _tags(document, "img"):
        match = _SRC.search(tag.attributes)
        pictures.append((markup.place(tag.start, tag.end), next(filter(None, match.groups()), "") if match else ""))
    for place, target in pictures:
        path = _resolved(unquote(re.split(r"[?#]", target, maxsplit=1)[0]), document)
        if not target:
            yield found(place, N_("This picture names no file."), _BESIDE, right=_beside(target, document))
        elif not _ELSEWHERE.match(target) and "/".join(path or ()) not in content.other_files:
            yield found(
                place,
                N_("This site has no picture {target}, as seen from the page of this record."),
                _BESIDE,
                target=target,
                right=_beside(target, document),
            )


_IDS = re.compile(r'\bid="([^"]+)"')
_BESIDE = N_("Put its file beside this one, list it under attachments:, and write {right}")


def _beside(target: str, document: Document) -> str:
    """How a document's text leads to a file of the target's name that lies beside the document's own."""
    page = "/".join(_resolved("", document) or ())
    folder = "pages" if document.model is OwnPage else posixpath.dirname(f"responses/{document.name}")
    return posixpath.relpath(f"{folder}/{posixpath.basename(target) or '…'}", page or ".")


def _wrong_with(target: str, document: Document, content: Content) -> tuple[str, str] | None:
    """What keeps a link from leading anywhere, and what to write."""
    if target in ("", "#"):
        return (
            N_("This link leads nowhere."),
            N_("Write the whole address, from https:// on, or take the link out and leave its words."),
        )
    if scheme := _SCHEME.match(target):
        if scheme[1].lower() in ("http", "https") and not re.match(r"https?://[^/\s]", target, re.IGNORECASE):
            return N_("“{target}” is not a whole address."), N_("Write the whole address, from https:// on.")
        if scheme[1].lower() not in _SCHEMES:
            return (
                N_("The address of this link would be left out, since it is none on the web: {target}"),
                N_("Write an address on the web, from https:// on, or take the link out and leave its words."),
            )
        return None
    if target.startswith(("//", "\\\\")):
        return None
    if re.fullmatch(r"[^\s/@]+@[^\s/@]+", target):
        return N_("This link lacks mailto: before the e-mail address."), N_("Write mailto:{target}")
    if _HOST.match(target):
        return N_("This link lacks https:// before its address."), N_("Write https://{target}")
    path = re.split(r"[?#]", target, maxsplit=1)[0]
    if file := _FILE.search(path.rstrip("/")):
        if file[1].lower() == "md":
            return (
                N_("{target} is a record's file, and no page of the site."),
                N_("Open the page, and copy its whole address, from https:// on."),
            )
        there = _resolved(unquote(path), document) or [""]
        if file[1].lower() in _FILES and there[0] not in _OF_THE_SITE and "/".join(there) not in content.other_files:
            return (
                N_("This site has no file {target}, as seen from the page of this record."),
                _BESIDE
                if document.model in (Response, ResponseText)
                else N_("Write the whole address, from https:// on."),
            )
        return None  # of files that the site makes itself nothing is known here
    if path and not _is_page(_resolved(path, document), content):
        return (
            N_("This site has no page {target}, as seen from the page of this record."),
            N_("Open the page that you mean, and copy its whole address, from https:// on."),
        )
    return None


def _resolved(path: str, document: Document) -> list[str] | None:
    """The parts of the address that a relative one means on the page of a document; None for one above the site."""
    language = document.language or "en"
    words = {word: own for own, word in _SECTIONS[language].items()}
    parts: list[str] = []
    if not path.startswith("/"):
        parts = ["cy"] if language == "cy" else []
        if document.model is OwnPage:
            parts += [getattr(document.record, "address", None) or document.name] if document.name != "home" else []
        else:
            section = "responses" if document.model in (Response, ResponseText) else "inspections"
            parts += [words[section], *document.name.split("/")]
    for part in path.split("/"):
        if part == ".." and not parts:
            return None
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return parts


def _is_page(parts: list[str] | None, content: Content) -> bool:
    """Whether the records make a page at an address. Of pages that no record makes only the first part is known."""
    if parts is None:
        return False
    language = "cy" if parts[:1] == ["cy"] else "en"
    match parts[1:] if language == "cy" else parts:
        case [] | ["api", *_]:
            return True
        case [word] if word not in _SECTIONS[language]:
            return any(
                word == (getattr(each.record, "address", None) or name)
                for name, files in content.of(OwnPage).items()
                for each in files
            )
        case [word, *rest] if word in _SECTIONS[language]:
            section = _SECTIONS[language][word]
            match rest:
                case [] | [_, _, _, *_]:
                    return not rest
                case ["page" | "tudalen", number]:
                    return number.isdecimal()
                case [name] if section == "inspections":
                    return name in content.of(Inspection)
                case [name, item] if section == "inspections":
                    return any(
                        item in each.record.items
                        for each in content.of(Inspection).get(name, ())
                        if isinstance(each.record, Inspection)
                    )
                case [name, file] if section == "responses":
                    return f"{name}/{file}" in content.of(Response) or _leads_on(name, file, content)
                case [name] if section == "forces":
                    return name in content.of(Force)
                case _:
                    return section not in ("responses", "inspections", "forces")
    return False


def _leads_on(inspection: str, file: str, content: Content) -> bool:
    """Whether an address is one from which a response is found elsewhere."""
    return any(
        f"{inspection}/{file}" in each.record.moved_from
        or (inspection in each.record.also_answers and name.endswith(f"/{file}"))
        for name, files in content.of(Response).items()
        for each in files
        if isinstance(each.record, Response)
    )


_HTML_NAMES = frozenset(
    """
    a abbr acronym address article aside audio b base basefont bdi bdo big body button canvas center cite code col
    colgroup data datalist dd del details dfn dialog dir dl dt embed fieldset figcaption figure font footer form frame
    frameset head header hgroup html i iframe input ins kbd label legend link main map mark marquee math menu meta meter
    nav nobr noscript object optgroup option output param picture pre progress q rp rt ruby s samp script search select
    small source strike style summary svg template textarea tfoot time title track tt u var video wbr
    """.split()
)
_INSTEAD = {
    "b": N_("For bold, write **words**."),
    "i": N_("For italics, write *words*."),
    "u": N_("Leave it out: underlined words look like links."),
    "del": N_("Delete it with the words that are struck out, if nobody is to read them."),
    "s": N_("Delete it with the words that are struck out, if nobody is to read them."),
    "strike": N_("Delete it with the words that are struck out, if nobody is to read them."),
    "ins": N_("Delete it, and leave the words."),
}


@rule("S55-X18", "tag-left-out", ERROR)
def tag_left_out(document: Document, content: Content) -> Iterator[Found]:
    """HTML in a text must be of the few tags that a letter needs, and words must not stand in angle brackets.

    Other tags are left out, lest a page run or load what its author did not mean; and any word in angle brackets is
    taken for one.
    """
    if "<" not in document.front.body:
        return
    markup = _markup(document)
    said: set[str] = set()
    for tag in markup.tags:
        if tag.closes or tag.name in SAFE_TAGS or tag.name in said:
            continue
        said.add(tag.name)
        place = markup.place(tag.start, tag.end)
        if tag.name in _HTML_NAMES or ":" in tag.name:
            yield found(
                place,
                N_("<{name}> is not among the few HTML tags that are published, and would be left out."),
                _INSTEAD.get(tag.name, N_("Delete it, here and wherever else it stands.")),
                name=tag.name,
            )
        elif FILLED_IN_LATER.fullmatch(markup.source[tag.start : tag.end]):
            yield found(
                place,
                N_("What stands in these angle brackets would be left out: it is taken for HTML."),
                N_("It looks like a place that was still to be filled in: put in what belongs there."),
            )
        elif tag.name.startswith("www."):
            yield found(
                place,
                N_("What stands in these angle brackets would be left out: it is taken for HTML."),
                N_("Write https:// before the address: <https://{address}>"),
                address=markup.source[tag.start + 1 : tag.end - 1],
            )
        else:
            yield found(
                place,
                N_("What stands in these angle brackets would be left out: it is taken for HTML."),
                N_("Write &lt; for the first bracket: &lt;{words}"),
                words=" ".join(markup.source[tag.start + 1 : tag.end].split()),
            )


@rule("S55-X19", "tag-not-closed", ERROR)
def tag_not_closed(document: Document, content: Content) -> Iterator[Found]:
    """A block that is opened with an HTML tag, such as `<section>`, must be closed again.

    All that follows would belong to it: the rest of a letter, say, would be shown as the chief officer's words.
    """
    if "<" not in document.front.body:
        return
    markup = _markup(document)
    is_open: list[Tag] = []
    names_open: Counter[str] = Counter()
    never_closed: list[Tag] = []
    raw: list[Tag] = []  # within a block without Markdown in it only its own tags count
    for tag in markup.tags:
        if raw:
            if tag.name == raw[0].name and tag.closes:
                raw.pop()
            elif tag.name == raw[0].name and not tag.is_empty:
                raw.append(tag)
        elif tag.is_empty or tag.name not in SAFE_TAGS:
            continue
        elif tag.closes and names_open[tag.name]:
            while (last := is_open.pop()).name != tag.name:
                never_closed.append(last)
                names_open[last.name] -= 1
            names_open[tag.name] -= 1
        elif tag.closes and tag.is_block:
            yield found(
                markup.place(tag.start, tag.end),
                N_("This closes a <{name}> that was never opened."),
                N_("Delete it, or open the <{name}> where it begins."),
                name=tag.name,
            )
        elif tag.is_block and not tag.closes:
            if tag.has_markdown:
                is_open.append(tag)
                names_open[tag.name] += 1
            else:
                raw.append(tag)
    for tag in (*never_closed, *is_open, *raw[:1]):
        yield found(
            markup.place(tag.start, tag.end),
            N_("This <{name}> is never closed, so that all that follows belongs to it."),
            N_("Put the line </{name}> where it ends, with an empty line above."),
            name=tag.name,
        )


@rule("S55-X20", "section-not-read", ERROR)
def section_not_read(document: Document, content: Content) -> Iterator[Found]:
    """A `<section>` must begin a line, and must say `markdown="1"`.

    Else its id marks nothing, and what stands in it is published with its asterisks and braces.
    """
    for markup, tag in _tags(document, "section"):
        written = markup.source[tag.start : tag.end]
        place = markup.place(tag.start, tag.end)
        if not tag.opens_line:
            yield found(
                place,
                N_("This <section> does not begin its line, and so it marks nothing."),
                N_("Put it on a line of its own, with an empty line above and below."),
            )
        elif not tag.has_markdown:
            yield found(
                place,
                N_('This <section> lacks markdown="1", and so the words in it lose their form and their marks.'),
                N_("Write {right}"),
                right=f'{written[:-1].rstrip("/ ")} markdown="1">',
            )


_MARK = re.compile(r"\{(?<!\\\{):?[ ]*(?:[#.][^\s{}]|[a-z-]+=)[^{}\n]*\}")
_ID_OF_MARK = re.compile(r"#([^\s{}]+)")
# Without the #, with a space after it or within, or never closed.
_ALMOST_A_MARK = re.compile(
    r"\{(?<!\\\{)(?:(?: ?| ?# )([A-Za-z][\w-]*) ?\}| ?#([A-Za-z]+ [0-9]+[a-z]?) ?\}| ?#([A-Za-z][\w-]*+)(?![^{}\n]*\}))"
)
_WHITE_SPACE = re.compile(r"\s*")
_BRACES = re.compile(r"\{[^{}]*\}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@rule("S55-X21", "mark-without-effect", ERROR)
def mark_without_effect(document: Document, content: Content) -> Iterator[Found]:
    """A mark in braces, such as `{#r19}`, must stand where it marks something.

    That is at the end of a heading's line, after a space; on a line of its own right below a paragraph; or at the end
    of a cell of a table. Anywhere else it is published as text, or marks nothing, and the answer is not found.
    """
    if "{" not in document.front.body:
        return
    markup = _markup(document)
    marks = [match for match in _MARK.finditer(markup.source) if not markup.is_code(match.start())]
    published = Counter(_BRACES.findall(document.text.words))
    for match in _published_as_text(marks, markup, published):
        yield found(
            markup.place(match.start(), match.end()),
            N_("{mark} marks nothing here, and would be published as it stands."),
            _where_to_put(match, markup),
            mark=match[0],
        )
    if document.model is OwnPage:
        return
    targets = {link.target for link in markup.links}
    for match in marks:
        id_ = _ID_OF_MARK.search(match[0])
        if not id_ or published[_folded(match)]:
            continue
        if not _SLUG.fullmatch(id_[1]):
            yield found(
                markup.place(match.start() + id_.start(1), match.start() + id_.end(1)),
                N_("“{id}” cannot be an id."),
                N_("Ids are small letters and digits, with hyphens between words, such as r19 or chief-officer."),
                id=id_[1],
            )
        elif id_[1] not in document.text.sections and id_[0] not in targets:
            yield found(
                markup.place(match.start(), match.end()),
                N_("{mark} marks no part of the text here."),
                _what_to_mark(match, markup),
                mark=match[0],
            )
    for match in _ALMOST_A_MARK.finditer(markup.source):
        if not published[_folded(match)] and not markup.is_code(match.start()):
            yield found(
                markup.place(match.start(), match.end()),
                N_("This is not how a part is marked, and so nothing is."),
                N_("Write {{#{id}}}"),
                id=(match[1] or match[2] or match[3]).lower().replace(" ", ""),
            )


def _folded(match: re.Match[str]) -> str:
    """A mark as it is among the words of a text, where it stayed one."""
    return " ".join(match[0].split())


def _published_as_text(marks: list[re.Match[str]], markup: Markup, published: Counter[str]) -> Iterator[re.Match[str]]:
    """The marks that stayed text. What is published says how many did, and where they stand which."""
    left = published.copy()
    written = Counter(map(_folded, marks))
    for match in marks:
        mark = _folded(match)
        if left[mark] and (written[mark] <= left[mark] or _where_to_put(match, markup) != _ANYWHERE):
            left[mark] -= 1
            yield match
        written[mark] -= 1


_ANYWHERE = N_("Put it at the end of a heading, or on a line of its own right below a paragraph.")


def _where_to_put(match: re.Match[str], markup: Markup) -> str:
    """What to do with a mark that stayed text."""
    block, above, line = markup.around(match.start())
    if not block or not line:
        return _ANYWHERE
    start = markup.place(match.start(), match.end()).column - 1 - line.offset
    words_before = _white_space_from(line.text, 0) < start
    words_after = _white_space_from(line.text, start + len(match[0])) < len(line.text)
    match block.kind:
        case Kind.HEADING if line.text[start - 1 : start] != " ":
            return N_("Put a space before the brace.")
        case Kind.TABLE:
            return N_("To mark a row, put it at the end of one of its cells, after a space.")
        case Kind.PARAGRAPH if words_before:
            return N_("Put it on a line of its own, right below the paragraph.")
        case Kind.PARAGRAPH if words_after:
            return N_("Put it on a line of its own, right below the paragraph that it marks.")
        case Kind.PARAGRAPH if line is not block.lines[0] and line is not block.lines[-1]:
            return N_("Put an empty line below it: it marks the paragraph that ends with it.")
        case Kind.PARAGRAPH if line is block.lines[0] and above and above.kind is Kind.HEADING:
            return N_("Put it at the end of the heading's own line, after a space.")
        case Kind.PARAGRAPH if line is block.lines[0] and above and above.kind is Kind.PARAGRAPH:
            return N_("Take out the empty line above it: it must stand right below the paragraph that it marks.")
    return _ANYWHERE


def _white_space_from(text: str, start: int) -> int:
    """Where the white space ends that begins at a place in a line."""
    match = _WHITE_SPACE.match(text, start)
    return match.end() if match else start


def _what_to_mark(match: re.Match[str], markup: Markup) -> str:
    """What can carry a mark instead of that which cannot."""
    block, _above, _line = markup.around(match.start())
    if block and block.kind is Kind.LIST:
        return N_("A list cannot carry a mark: mark the paragraph above it, or put the list into a <section>.")
    if block and block.quoted:
        return N_("What is quoted cannot carry a mark: mark the heading above it, or the answer below it.")
    if block and block.kind is Kind.TABLE:
        return N_("A table's head cannot carry a mark: put it into a cell of the row that it marks.")
    return _ANYWHERE


@rule("S55-X25", "line-joins-quotation", WARNING)
def line_joins_quotation(document: Document, content: Content) -> Iterator[Found]:
    """A line below a quotation must have an empty line above it, unless it begins with `>` too.

    Markdown takes it for more of what is quoted: the body's answer, say, for words of the report.
    """
    if ">" not in document.front.body:
        return
    for block in _markup(document).blocks:
        if block.quoted and (joining := _joining(block.lines)):
            yield found(
                joining.place(),
                N_("This line runs on in the quotation above it."),
                N_("Put an empty line above it; if it belongs to the quotation, begin it with > and a space."),
            )


def _joining(lines: list[Line]) -> Line | None:
    """The first line that has no `>` before it, of a paragraph that begins with one."""
    if not lines[0].offset:
        return None
    return next((line for line in lines if not line.offset and not _ATTRIBUTES_ALONE.match(line.text)), None)


@rule("S55-X27", "unseen-character", WARNING)
def unseen_character(document: Document, content: Content) -> Iterator[Found]:
    """A text must hold no characters that nobody sees, such as soft hyphens and spaces without width.

    They come along from a word processor or a web page, and keep words from being found: by a search, and as the words
    of an answer.
    """
    if document.model in _WITH_TEXT and not any(document.problems_of("no-front-matter")):
        for problem in unseen(document.front.body, document.front.body_line):
            yield found(problem.place, *said_of_unseen(problem), **problem.facts)


_STARS = re.compile(r"(?<![*\\])(?:\\\\)*(?P<stars>\*{1,3})(?!\*)")
_NOTE_OF_TWO_STARS = re.compile(r"^[ >]*\*\*[ \t](?!.*\*\*)", re.MULTILINE)


@rule("S55-X28", "stars-shown", WARNING)
def stars_shown(document: Document, content: Content) -> Iterator[Found]:
    """Stars that make words bold or italic must stand right before the first and right behind the last of them.

    Both must stand in one paragraph. Else the page shows the stars, and nothing is bold or italic.
    """
    if "*" not in document.front.body or "*" not in document.text.words:
        return
    loose = [stars for stars in _loose_stars(_markup(document)) if stars.as_shown in document.text.words]
    # Stars behind a word, and further down stars that begin a line, are a note's.
    several = [stars for stars in loose if len(stars.mark) > 1]
    first_closing = min((stars.start for stars in several if not stars.opens), default=len(document.front.body))
    first_opening = min((stars.start for stars in several if stars.opens), default=len(document.front.body))
    last_note = max((stars.start for stars in several if stars.opens and stars.begins_line), default=-1)
    last_note = max((last_note, *(match.start() for match in _NOTE_OF_TWO_STARS.finditer(document.front.body))))
    parts: set[object] = set()
    for stars in loose:
        if stars.part in parts:
            continue
        if len(stars.mark) == 1:
            is_meant = not stars.opens or stars.begins_line or not stars.after_space
        elif stars.opens:
            is_meant = stars.begins_line and first_closing < stars.start
        else:  # three may stand for a bad word
            is_meant = first_opening < stars.start or stars.start < last_note or len(stars.mark) > 2
        if not is_meant:
            parts.add(stars.part)
            yield found(
                _markup(document).place(stars.start, stars.start + len(stars.mark)),
                N_("{stars} opens here and closes nowhere in this paragraph, and so the page shows it.")
                if stars.opens
                else N_("{stars} closes here and opens nowhere in this paragraph, and so the page shows it."),
                N_("Put {stars} right behind the last word that it is for, with no space between; or delete it.")
                if stars.opens
                else N_("Put {stars} right before the first word that it is for, with no space between; or delete it."),
                stars=stars.mark,
            )


class _Stars(NamedTuple):
    """Stars that have no others to pair with in their part: a paragraph, an entry of a list or a cell.

    as_shown: with the character beside them.
    """

    mark: str
    start: int
    opens: bool
    begins_line: bool
    after_space: bool
    part: object
    as_shown: str


def _loose_stars(markup: Markup) -> list[_Stars]:
    """Stars beside a word that make nothing bold or italic. Those with white space, or words, on both sides are not."""
    waiting: dict[object, list[_Stars]] = {}
    for match in _STARS.finditer(markup.source):
        start, end = match.span("stars")
        before, after = markup.source[start - 1 : start] or "\n", markup.source[end : end + 1] or "\n"
        block, _above, line = markup.around(start)
        if not block or not line or block.kind in (Kind.CODE, Kind.HTML, Kind.RULE) or markup.is_code(start):
            continue
        column = markup.place(start, start).column - 1 - line.offset
        if (before.isspace() and after.isspace()) or (before.isalnum() and after.isalnum()):
            continue
        part = _part_of_block(block, line, column)
        opens = after.isalnum() or after in "“‘\"'("
        there = waiting.setdefault(part, [])
        same = next((index for index, each in enumerate(there) if each.mark == match["stars"]), None)
        if same is not None:
            del there[same:]
            continue
        if not before.isalnum() if opens else not before.isspace():
            shown = match["stars"] + after if opens else before + match["stars"]
            begins_line = not line.text[:column].strip()
            there.append(_Stars(match["stars"], start, opens, begins_line, before.isspace(), part, shown))
    return sorted((each for part in waiting.values() for each in part), key=lambda stars: stars.start)


def _part_of_block(block: Block, line: Line, column: int) -> object:
    """What in a block a mark at a place has to be closed in: a cell of a table, an entry of a list, all of another."""
    match block.kind:
        case Kind.TABLE:
            return line.number, line.text.count("|", 0, column)
        case Kind.LIST:
            return id(block), max(
                (item.line.number for item in block.items if item.line.number <= line.number), default=0
            )
        case _:
            return id(block)
