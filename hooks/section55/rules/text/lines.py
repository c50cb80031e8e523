"""Rules of lines and characters: what Markdown would join, set apart, or eat."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.reading.content import Content, Document
from section55.reading.markup import Block, Kind, Line, Markup, looks_like_a_row
from section55.reading.pasted import unseen
from section55.rules.form.files import said_of_unseen
from section55.rules.registry import Found, found, rule
from section55.rules.text.common import (
    ATTRIBUTES_ALONE,
    BREAK,
    BULLET,
    HYPHENATED,
    NUMBERED,
    SHORT_LINE,
    TEXT,
    VERY_SHORT_LINE,
    markup_of,
    paragraphs,
    place_of,
    visible,
)
from section55.rules.text.headings import bold_headings_within, is_bold_heading

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_ENTRY = re.compile(
    r" *(?:\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)|[a-z]\.|[ivx]{1,5}\.|[0-9]{1,2}\.[0-9]{1,2}\.?)[ \t]+\S"
)
_NUMBER_WITH_PART = re.compile(r" *[0-9]+\.[0-9]")


@rule("S55-X01", "lines-run-together", WARNING)
def lines_run_together(document: Document, content: Content) -> Iterator[Found]:
    """Lines that must stay lines, as in an address or under a signature, must each end with a backslash.

    Markdown joins the lines of a paragraph into one.
    """
    for lines in paragraphs(document):
        if len(lines) == 1 or looks_like_a_row(lines[0].text) or _joining(lines):
            continue
        entries = sum(1 for line in lines if _ENTRY.match(line.text)) > 1
        words = [visible(line.text) for line in lines]
        lost = [
            index
            for index, (line, following) in enumerate(zip(lines, lines[1:], strict=False))
            if not BREAK.search(line.text)
            and not ATTRIBUTES_ALONE.match(line.text)
            and (
                (entries and _ENTRY.match(following.text))
                or (_meant_as_lines(index, words) and not _belongs_to_a_list(following.text))
            )
        ]
        if not lost or is_bold_heading(lines) or any(bold_headings_within(lines)):
            continue
        first, last = lost[0], lost[-1] + 1
        while first and len(words[first - 1]) <= SHORT_LINE and not BREAK.search(lines[first - 1].text):
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
            place_of(run),
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
    return bool(ATTRIBUTES_ALONE.match(text) or HYPHENATED.match(text) or NUMBERED.match(text) or BULLET.match(text))


@rule("S55-X02", "stray-backslash", WARNING)
def stray_backslash(document: Document, content: Content) -> Iterator[Found]:
    """A backslash that ends a line must have another line of its paragraph below it, and nothing after it.

    Anywhere else it is published as it stands.
    """
    if "\\" not in document.front.body:
        return
    for lines in paragraphs(document):
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


@rule("S55-X07", "set-in-text", WARNING)
def set_in_text(document: Document, content: Content) -> Iterator[Found]:
    """A paragraph must begin at the very beginning of its line, without a tab or spaces before it.

    Markdown takes one that is set in by a tab or four spaces for the code of a program, where no mark has a meaning.
    """
    before: Block | None = None
    for block in markup_of(document).blocks:
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


@rule("S55-X25", "line-joins-quotation", WARNING)
def line_joins_quotation(document: Document, content: Content) -> Iterator[Found]:
    """A line below a quotation must have an empty line above it, unless it begins with `>` too.

    Markdown takes it for more of what is quoted: the body's answer, say, for words of the report.
    """
    if ">" not in document.front.body:
        return
    for block in markup_of(document).blocks:
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
    return next((line for line in lines if not line.offset and not ATTRIBUTES_ALONE.match(line.text)), None)


@rule("S55-X27", "unseen-character", WARNING)
def unseen_character(document: Document, content: Content) -> Iterator[Found]:
    """A text must hold no characters that nobody sees, such as soft hyphens and spaces without width.

    They come along from a word processor or a web page, and keep words from being found: by a search, and as the words
    of an answer.
    """
    if document.model in TEXT and not any(document.problems_of("no-front-matter")):
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
    loose = [stars for stars in _loose_stars(markup_of(document)) if stars.as_shown in document.text.words]
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
                markup_of(document).place(stars.start, stars.start + len(stars.mark)),
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
