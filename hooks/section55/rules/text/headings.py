"""Rules of headings: those that a paste lost, and those that would come of nothing."""

import re
from collections.abc import Iterator

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.reading.content import Content, Document
from section55.reading.markup import Block, Kind, Line
from section55.reading.problems import Place
from section55.rules.registry import Found, found, rule
from section55.rules.text.common import (
    ATTRIBUTES_ALONE,
    BREAK,
    BULLET,
    HYPHENATED,
    NUMBERED,
    SHORT_HEADING,
    SHORT_LINE,
    markup_of,
    visible,
)

ERROR, WARNING = Severity.ERROR, Severity.WARNING

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
    blocks = markup_of(document).blocks
    for index, block in enumerate(blocks):
        if block.kind is not Kind.PARAGRAPH:
            continue
        if _ENDS_A_LETTER.match(block.lines[0].text) or "{#closing" in block.lines[-1].text:
            return
        alone = len(block.lines) == 1 or (len(block.lines) == 2 and ATTRIBUTES_ALONE.match(block.lines[1].text))
        if (words := _bold(block.lines[0])) and (alone and index + 1 < len(blocks) or is_bold_heading(block.lines)):
            yield found(
                block.lines[0].place(),
                N_("This line in bold looks like a heading, and is none."),
                N_("If it is one, write it without asterisks, with an empty line above and below: ## {words}"),
                words=words,
            )
        for line in bold_headings_within(block.lines):
            yield found(
                line.place(),
                N_("This line in bold looks like a heading, and is none."),
                N_("If it is one, write it without asterisks, with an empty line above and below: ## {words}"),
                words=_bold(line),
            )


def bold_headings_within(lines: list[Line]) -> Iterator[Line]:
    """The lines of a paragraph, after its first, that are wholly in bold and come after the end of a sentence."""
    for above, line in zip(lines, lines[1:], strict=False):
        if visible(above.text).endswith((".", "?", "!")) and not BREAK.search(line.text) and _bold(line):
            yield line


def _bold(line: Line) -> str:
    """The words of a line that is wholly in bold and may be a heading."""
    text = line.text.lstrip(" ")
    if not text.startswith(("**", "__")) or len(text) > SHORT_HEADING or not (match := _BOLD.match(text)):
        return ""
    words = match[2].strip("*_ ")
    return "" if not words or words[-1] in ".?!;,…" or _NO_HEADING.match(words) else words


def is_bold_heading(lines: list[Line]) -> bool:
    """Whether a paragraph begins with a heading in bold: a long line, a sentence or a list comes below it.

    Below a name in bold come the short lines of an address or an office.
    """
    if len(lines) == 1 or not _bold(lines[0]) or BREAK.search(lines[0].text):
        return False
    below = lines[1].text
    return (
        len(below) > SHORT_LINE
        or visible(lines[-1].text).endswith((".", "?", "!"))
        or bool(HYPHENATED.match(below) or NUMBERED.match(below) or BULLET.match(below))
    )


@rule("S55-X09", "heading-level-skipped", WARNING)
def heading_level_skipped(document: Document, content: Content) -> Iterator[Found]:
    """A heading must be one level below the heading that it belongs under, and not more.

    Those who read the page by its headings would look for the one between.
    """
    headings = [
        block
        for block in markup_of(document).blocks
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
    for block in markup_of(document).blocks:
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
    for block in markup_of(document).blocks:
        if block.underlined:
            yield found(
                _marks(block),
                N_("This line makes the one above it a heading."),
                N_("If it is none, put an empty line between; if it is one, write ## before it and delete this line."),
            )
