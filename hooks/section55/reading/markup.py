"""A text's Markdown, as its author wrote it → its blocks, tags and links, each with its place.

Python-Markdown's tree carries no line numbers, and what it takes for plain text it does not mark. This goes through the
source once, in document order, and cuts it into blocks where Python-Markdown does, with the extensions that `text.py`
gives it. It follows it in all that letters hold, though not into every corner. It never raises, whatever it reads, and
its cost is linear in the length of the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from markdown.util import BLOCK_LEVEL_ELEMENTS
from section55.reading.problems import Place

CODE_INDENT = 4
"""So many spaces before a block make it code, or part of the list above it. A tab counts for as many as it fills."""

MOST_QUOTATIONS = 6
"""How deep quotations in quotations are followed; letters have one in another at most."""


class Kind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    CODE = "code"
    HTML = "html"
    RULE = "rule"


class Line(NamedTuple):
    """A line of a block: its number in the file, how many characters before it are not its own (`> `), and the rest."""

    number: int
    offset: int
    text: str

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """The place of a stretch of `text`, by default of all of it but the white space around it."""
        if end is None:
            start = len(self.text) - len(self.text.lstrip(" \t")) if not start else start
            end = len(self.text.rstrip())
        end = max(start, end)
        return Place(self.number, self.offset + start + 1, self.number, self.offset + end + 1)


class Item(NamedTuple):
    """An entry of a list: how deep it stands, its number as written (empty for a bullet), where its mark stands."""

    level: int
    number: str
    line: Line
    start: int
    end: int

    @property
    def place(self) -> Place:
        """The place of its mark."""
        return self.line.place(self.start, self.end)


@dataclass
class Block:
    """A block of a text. level: a heading's; underlined: whether a line below makes it a heading; items: a list's."""

    kind: Kind
    lines: list[Line]
    quoted: bool = False
    level: int = 0
    underlined: bool = False
    items: list[Item] = field(default_factory=list)


class Tag(NamedTuple):
    """An HTML tag. name: in small letters; start, end: its place in the source.

    opens_line: whether it stands where one of a block begins a block; is_empty: whether it never holds anything.
    """

    name: str
    closes: bool
    attributes: str
    start: int
    end: int
    opens_line: bool
    is_empty: bool

    @property
    def is_block(self) -> bool:
        """Whether it begins or ends a block, and not something within a line."""
        return self.opens_line and self.name in _BLOCK_LEVEL

    @property
    def has_markdown(self) -> bool:
        """Whether what it holds is Markdown too."""
        return bool(_MARKDOWN.search(self.attributes))


class Link(NamedTuple):
    """A link or picture, written `[text](target)`, with the places of its parts in the source.

    Or `[text][name]`, or `[text]` alone, with a line `[name]: target` elsewhere.
    """

    is_picture: bool
    text: str
    target: str
    start: int
    end: int
    text_start: int
    target_start: int


_BLOCK_LEVEL = frozenset(BLOCK_LEVEL_ELEMENTS)
_EMPTY = frozenset(("br", "hr", "img", "col", "wbr", "input"))
_UNDERLINE = re.compile(r"(=++|-++) *+$")
_ITEM = re.compile(r"([ \t]*)([0-9]+\.|[*+-])[ \t]+")
_QUOTE = re.compile(r" {0,3}> ?")
_PIPES = re.compile(r"\\\\|\\`+|`+|\\\||\|")
_END_BORDER = re.compile(r"(?<!\\)(?:\\\\)*\|$")
_MARKDOWN = re.compile(r"""\smarkdown(?:\s*=\s*(?:["']?(?:1|block|markdown|span)["']?))?(?=[\s/]|$)""")
_TAG = re.compile(  # as Python-Markdown finds one in a line
    r"""<(/?)([a-zA-Z][^\s"'<>@]*+)((?:\s+[^\s"'=<>]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>]++))?+)*+)\s*+/?>"""
)
_LINK = re.compile(
    r"(?<!\\)(!?)\[((?:[^\[\]\\]++|\\.|\[[^\[\]]*\](?:\([^()\n]*\))?)*+)\]"
    r"\(([^()\n]*+(?:\([^()\n]*\)[^()\n]*+)*+)\)",
    re.DOTALL,
)
_DEFINITION = re.compile(  # of the address of a link, further down, under a name
    r"""^[ ]{0,3}\[([^\[\]\n]+)\]:[ ]*\n?[ ]*<?([^\s<>]+)>?[ \t]*"""
    r"""(?:\n?[ \t]*(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$""",
    re.MULTILINE,
)
_REFERENCE = re.compile(r"(?<![\\\]])(!?)\[((?:[^\[\]\\\n]|\\.)*)\](?:[ ]?\[([^\[\]\n]*)\])?(?![(:\[{])")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_TICKS_AND_EMPTY_LINES = re.compile(r"(?<!\\)`+|\n[ \t]*\n")


@dataclass
class Markup:
    """The Markdown of a text. first_line: the line of its file on which it begins."""

    source: str
    first_line: int = 1

    @cached_property
    def blocks(self) -> list[Block]:
        """Its blocks in order; those inside quotations among them."""
        lines = [Line(number, 0, text) for number, text in enumerate(self.source.split("\n"), self.first_line)]
        blocks: list[Block] = []
        _Reader(blocks).read(lines, self._lines_of_html())
        return blocks

    @cached_property
    def tags(self) -> list[Tag]:
        """The HTML tags in it, but for those in comments and in `code`."""
        return list(self._tags()) if "<" in self.source else []

    @cached_property
    def links(self) -> list[Link]:
        """The links and pictures in it."""
        return [*self._links(), *self._references()] if "](" in self.source or "]:" in self.source else []

    def place(self, start: int, end: int) -> Place:
        """The place of a stretch of the source."""
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end) - 1
        return Place(
            self.first_line + first,
            start - self._starts[first] + 1,
            self.first_line + last,
            end - self._starts[last] + 1,
        )

    def around(self, position: int) -> tuple[Block | None, Block | None, Line | None]:
        """The block that a place in the source is in, the block before it, and the place's line; None where none is."""
        return self._blocks_by_line.get(self.place(position, position).line, (None, None, None))

    def is_code(self, position: int) -> bool:
        """Whether a place in the source stands between backticks."""
        index = bisect_right(self._code, (position, len(self.source))) - 1
        return index >= 0 and self._code[index][0] <= position < self._code[index][1]

    def without_comments(self) -> Iterator[tuple[int, int]]:
        """The stretches of the source that are no HTML comment."""
        position = 0
        while (start := self.source.find("<!--", position)) >= 0:
            if (end := self.source.find("-->", start + 4)) < 0:
                break
            yield position, start
            position = end + 3
        yield position, len(self.source)

    @cached_property
    def _blocks_by_line(self) -> dict[int, tuple[Block, Block | None, Line]]:
        return {
            line.number: (block, before, line)
            for before, block in zip([None, *self.blocks], self.blocks, strict=False)
            for line in block.lines
        }

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line of the source begins."""
        starts, position = [0], self.source.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.source.find("\n", position + 1)
        return starts

    @cached_property
    def _code(self) -> list[tuple[int, int]]:
        """The stretches between backticks: a run of them is closed by the next of its length in its paragraph."""
        if "`" not in self.source:
            return []
        found: list[tuple[int, int]] = []
        paragraph: list[re.Match[str]] = []
        for match in _TICKS_AND_EMPTY_LINES.finditer(self.source):
            if match[0].startswith("`"):
                paragraph.append(match)
            else:
                found += _paired(paragraph)
                paragraph = []
        return found + _paired(paragraph)

    def _tags(self) -> Iterator[Tag]:
        source = self.source
        for begin, end in self.without_comments():
            position = source.find("<", begin, end)
            while position >= 0:
                after = position + 1
                match = _TAG.match(source, position, end)
                if match and not (
                    "://" in match[2]  # an address in angle brackets, which becomes a link
                    or source[match.end() - 2] == "\\"
                    or _EMPTY_LINE.search(match[0])
                    or self.is_code(position)
                ):
                    after = match.end()
                    line = source.rfind("\n", 0, position) + 1
                    name = match[2].rstrip("/").lower()
                    yield Tag(
                        name,
                        bool(match[1]),
                        match[3],
                        position,
                        after,
                        position - line <= 3 and not source[line:position].strip(" "),
                        source[after - 2] == "/" or name in _EMPTY,
                    )
                position = source.find("<", after, end)

    def _links(self) -> Iterator[Link]:
        for match in _LINK.finditer(self.source):
            if not _EMPTY_LINE.search(match[2]) and not self.is_code(match.start()):
                yield _link(match)
                if "](" in match[2]:  # a picture as a link's text
                    for inner in _LINK.finditer(self.source, match.start(2), match.end(2)):
                        yield _link(inner)

    def _references(self) -> Iterator[Link]:
        if "]:" not in self.source:
            return
        defined = {_folded(match[1]): match for match in _DEFINITION.finditer(self.source)}
        for match in _REFERENCE.finditer(self.source) if defined else ():
            definition = defined.get(_folded(match[3] or match[2]))
            if definition and not self.is_code(match.start()):
                places = (match.start(), match.end(), match.start(2), definition.start(2))
                yield Link(match[1] == "!", match[2], definition[2], *places)

    def _lines_of_html(self) -> frozenset[int]:
        """The numbers of the lines that are HTML: those of the tags of blocks, and all in blocks without Markdown."""
        lines: set[int] = set()
        raw, depth, since = "", 0, 0
        for tag in self.tags:
            if raw:
                if tag.name == raw:
                    depth += -1 if tag.closes else 1
                if not depth:
                    lines.update(range(since, self.place(tag.end, tag.end).line + 1))
                    raw = ""
            elif tag.is_block:
                since = self.place(tag.start, tag.start).line
                lines.update(range(since, self.place(tag.end, tag.end).line + 1))
                if not (tag.closes or tag.has_markdown or tag.is_empty):
                    raw, depth = tag.name, 1
        if raw:
            lines.update(range(since, self.first_line + len(self._starts)))
        return frozenset(lines)


@lru_cache(maxsize=4)
def read_markup(source: str, first_line: int = 1) -> Markup:
    """The Markdown of a text that begins on a line of its file. The last few are kept: many rules read one text."""
    return Markup(source, first_line)


def is_blank(text: str) -> bool:
    """Whether a line is one that parts blocks: empty, or with plain spaces and tabs alone."""
    return not text.strip(" \t")


def indent_of(line: Line) -> int:
    """How many columns of white space a line begins with."""
    if line.text[:1] not in (" ", "\t"):
        return 0
    white = line.text[: len(line.text) - len(line.text.lstrip(" \t"))]
    if "\t" not in white:
        return len(white)
    return len((" " * line.offset + white).expandtabs(CODE_INDENT)) - line.offset


def rows_of(table: Block) -> Iterator[tuple[Line, list[tuple[int, int]]]]:
    """The rows of a table but that of hyphens, with where in its line each cell's words begin and end.

    As Python-Markdown does it: whether bars stand around a row is taken from the first one.
    """
    border = _has_border(table.lines[0].text)
    for index, line in enumerate(table.lines):
        if index != 1:
            yield line, _cells(line.text, border)


def looks_like_a_row(text: str) -> bool:
    """Whether a line is written as a row of a table: it begins with a bar."""
    return text.lstrip(" ").startswith("|")


def is_line_of_hyphens(text: str) -> bool:
    """Whether a line is what stands below a table's head."""
    return "-" in text and "|" in text and not text.strip("|:- \t")


class _Reader:
    """Cuts lines into blocks. A list goes on over empty lines, for as long as what follows belongs to it."""

    def __init__(self, blocks: list[Block], quotations: int = 0) -> None:
        self.blocks = blocks
        self.quotations = quotations
        self.list: Block | None = None  # the one that what comes next may belong to

    def read(self, lines: Iterable[Line], html: frozenset[int] = frozenset()) -> None:
        """Cuts all of the lines; `html` are the numbers of those that are HTML of their own."""
        group: list[Line] = []
        in_html: Block | None = None
        for line in lines:
            if line.number in html:
                self._cut(group)
                group = []
                if in_html is None:
                    in_html = self._add(Kind.HTML, [])
                in_html.lines.append(line)
                continue
            in_html = None
            if is_blank(line.text):
                self._cut(group)
                group = []
            else:
                group.append(line)
        self._cut(group)

    def _add(self, kind: Kind, lines: list[Line], level: int = 0, underlined: bool = False) -> Block:
        block = Block(kind, lines, self.quotations > 0, level, underlined)
        self.blocks.append(block)
        self.list = block if kind is Kind.LIST else None
        return block

    def _cut(self, group: list[Line], kind: Kind = Kind.HEADING) -> None:
        """Cuts a run of lines without an empty one: at its headings with a `#`, and what is between at its rules."""
        if len(group) == 1 and group[0].text[0].isalpha():
            self._add(Kind.PARAGRAPH, group)  # as nearly all are: nothing else begins with a letter
            return
        begins = _is_heading if kind is Kind.HEADING else _is_rule
        marks = [index for index, line in enumerate(group) if begins(line.text)]
        at, mark = 0, 0
        while at < len(group):
            if indent_of(group[at]) >= CODE_INDENT:
                if self.list:
                    self.list.lines += group[at:]
                    self._add_items(self.list, group[at:])
                    return
                begin, at = at, at + 1
                while at < len(group) and indent_of(group[at]) >= CODE_INDENT:
                    at += 1
                self._add(Kind.CODE, group[begin:at])
                continue
            if _is_table(group, at):
                self._add(Kind.TABLE, group[at:])
                return
            underline = _UNDERLINE.match(group[at + 1].text) if at + 1 < len(group) else None
            if underline and kind is Kind.RULE:
                level = 1 if underline[1].startswith("=") else 2
                self._add(Kind.HEADING, group[at : at + 2], level, underlined=True)
                at += 2
                continue
            while mark < len(marks) and marks[mark] < at:
                mark += 1
            end = marks[mark] if mark < len(marks) else len(group)
            if at < end and kind is Kind.HEADING:
                self._cut(group[at:end], Kind.RULE)
            elif at < end:
                self._cut_rest(group[at:end])
            if end < len(group):
                level = len(group[end].text) - len(group[end].text.lstrip("#"))
                self._add(kind, [group[end]], min(level, 6))
            at = end + 1

    def _cut_rest(self, rest: list[Line]) -> None:
        """Lines that are a list, or a paragraph, a quotation, or one and then the other."""
        if match := _ITEM.match(rest[0].text):
            ordered = match[2].endswith(".")
            if self.list and bool(self.list.items[0].number) == ordered:
                self.list.lines += rest
                self._add_items(self.list, rest, ordered)
            else:
                self._add_items(self._add(Kind.LIST, list(rest)), rest, ordered)
            return
        start = len(rest)
        if self.quotations < MOST_QUOTATIONS:
            start = next((index for index, line in enumerate(rest) if _QUOTE.match(line.text)), start)
        if start:
            self._add(Kind.PARAGRAPH, rest[:start])
        if start < len(rest):
            inner = []
            for line in rest[start:]:
                width = match.end() if (match := _QUOTE.match(line.text)) else 0
                inner.append(Line(line.number, line.offset + width, line.text[width:]))
            _Reader(self.blocks, self.quotations + 1).read(inner)
            self.list = None

    @staticmethod
    def _add_items(list_: Block, lines: list[Line], ordered: bool | None = None) -> None:
        """Adds the items that begin on some lines; `ordered` says of which kind those are that are not set in."""
        for line in lines:
            if match := _ITEM.match(line.text):
                level = indent_of(line) // CODE_INDENT
                number = match[2].removesuffix(".") if match[2].endswith(".") else ""
                if level or ordered is None or bool(number) == ordered:
                    list_.items.append(Item(level, number, line, match.start(2), match.end(2)))


def _is_heading(text: str) -> bool:
    return text.startswith("#")


def _is_rule(text: str) -> bool:
    if text.lstrip(" ")[:1] not in ("-", "_", "*"):
        return False
    marks = text.replace(" ", "")
    return len(marks) >= 3 and not marks.strip(marks[0]) and not text.startswith("    ")


def _is_table(group: list[Line], at: int) -> bool:
    """Whether a table begins at a line of a run: a head, and below it a line of hyphens with as many cells."""
    if at + 1 >= len(group) or "|" not in group[at].text or group[at + 1].text.strip("|:- \t"):
        return False
    border = _has_border(group[at].text)
    columns = len(_cells(group[at].text, border))
    if columns == 1 and not (border and all(_has_border(line.text) for line in group[at + 1 :])):
        return False
    return len(_cells(group[at + 1].text, border)) == columns


def _has_border(text: str) -> bool:
    text = text.strip(" ")
    return text.startswith("|") or bool(_END_BORDER.search(text))


def _cells(text: str, border: bool) -> list[tuple[int, int]]:
    """Where in a row each cell begins and ends, without the spaces around it."""
    start = len(text) - len(text.lstrip(" "))
    end = len(text.rstrip(" "))
    if border:
        if text.startswith("|", start, end):
            start += 1
        if end > start and _END_BORDER.search(text, start, end):
            end -= 1
    marks = list(_PIPES.finditer(text, start, end))
    code = _paired([mark for mark in marks if mark[0].startswith("`")]) if "`" in text else []
    cells, begin, index = [], start, 0
    for mark in marks:
        while index < len(code) and code[index][1] <= mark.start():
            index += 1
        if mark[0] == "|" and not (index < len(code) and code[index][0] <= mark.start()):
            cells.append((begin, mark.start()))
            begin = mark.end()
    cells.append((begin, end))
    return [_trimmed(text, *cell) for cell in cells]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return (start + left, start + len(words.rstrip())) if left < len(words) else (start, start)


def _paired(ticks: list[re.Match[str]]) -> list[tuple[int, int]]:
    """Where code begins and ends: each run of backticks with the next one of its length."""
    waiting: dict[int, list[int]] = {}
    for index in range(len(ticks) - 1, -1, -1):
        waiting.setdefault(len(ticks[index][0]), []).append(index)
    found, index = [], 0
    while index < len(ticks):
        same = waiting[len(ticks[index][0])]
        while same and same[-1] <= index:
            same.pop()
        if same:
            found.append((ticks[index].start(), ticks[same[-1]].end()))
            index = same[-1]
        index += 1
    return found


def _folded(name: str) -> str:
    """The name of a link's address, as it is compared."""
    return " ".join(name.lower().split())


def _link(match: re.Match[str]) -> Link:
    written = match[3].strip()
    start = match.start(3) + len(match[3]) - len(match[3].lstrip())
    if written[-1:] in ('"', "'"):
        title = written.rfind(written[-1], 0, len(written) - 1)
        if title > 0 and written[title - 1].isspace():
            written = written[:title].rstrip()
    if written.startswith("<") and written.endswith(">"):
        written, start = written[1:-1], start + 1
    start = min(start, match.end(3))
    return Link(match[1] == "!", match[2], written, match.start(), match.end(), match.start(2), start)
