"""What rules of text share: the parts of a text, and how its lines may begin and end."""

import re
from collections.abc import Iterator

from section55.reading.content import Document
from section55.reading.markup import Kind, Line, Link, Markup, Tag, read_markup
from section55.reading.problems import Place
from section55.records import Inspection, InspectionText, OwnPage, Response, ResponseText

TEXT = (Response, ResponseText, Inspection, InspectionText, OwnPage)
"""What has a text that is shown."""
_NOTHING = Markup("")

SHORT_LINE = 60
"""A line of an address or a signature is no longer than this; lines of a wrapped paragraph mostly are."""
VERY_SHORT_LINE = 45
"""No paragraph is wrapped as narrowly as this."""
SHORT_HEADING = 100
"""A heading is no longer than this."""

ATTRIBUTES_ALONE = re.compile(r" *\{:?[^{}]*\} *$")
BREAK = re.compile(r"(?<!\\)(?:\\\\)*\\[ \t]*$|  $|<br */?> *$")
NUMBERED = re.compile(r" {0,3}[0-9]{1,3}\. +\S")
HYPHENATED = re.compile(r" {0,3}[-*+] +\S")
BULLET = re.compile(r"[ \t]*([•·∙●○◦▪■□▫‣⁃➢►➤❖\uf0a7\uf0b7\uf0d8\uf0fc])[ \t\u00a0]*\S")
TAGS_AND_MARKS = re.compile(r"<[^<>]*>|[*_]")


def markup_of(document: Document) -> Markup:
    """The Markdown of a document's text; none where it has no text that is shown, or where nobody knows it begins."""
    if document.model not in TEXT or any(document.problems_of("no-front-matter")):
        return _NOTHING
    return read_markup(document.front.body, document.front.body_line)


def paragraphs(document: Document) -> Iterator[list[Line]]:
    """The lines of each paragraph of a document."""
    return (block.lines for block in markup_of(document).blocks if block.kind is Kind.PARAGRAPH)


def visible(text: str) -> str:
    """A line as it is read: without tags and marks for bold and italics."""
    return TAGS_AND_MARKS.sub("", text).strip() if "<" in text or "*" in text or "_" in text else text.strip()


def place_of(lines: list[Line]) -> Place:
    """The place of some lines, from the first word to the last."""
    first, last = lines[0].place(), lines[-1].place()
    return Place(first.line, first.column, last.end_line, last.end_column)


def tags(document: Document, name: str) -> Iterator[tuple[Markup, Tag]]:
    """The opening tags of a name in a document's text."""
    if "<" in document.front.body:
        markup = markup_of(document)
        for tag in markup.tags:
            if tag.name == name and not tag.closes:
                yield markup, tag


def links(document: Document, *, pictures: bool) -> Iterator[tuple[Markup, Link]]:
    """The links, or pictures, that a document's text has in Markdown, in whichever of its forms."""
    if "](" in document.front.body or "]:" in document.front.body:
        markup = markup_of(document)
        for link in markup.links:
            if link.is_picture is pictures:
                yield markup, link
