"""Rules of marks: ids that a section or an answer needs, and that mark nothing."""

import re
from collections import Counter
from collections.abc import Iterator

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.reading.content import Content, Document
from section55.reading.markup import Kind, Markup
from section55.records import OwnPage
from section55.rules.registry import Found, found, rule
from section55.rules.text.common import markup_of, tags

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@rule("S55-X20", "section-not-read", ERROR)
def section_not_read(document: Document, content: Content) -> Iterator[Found]:
    """A `<section>` must begin a line, and must say `markdown="1"`.

    Else its id marks nothing, and what stands in it is published with its asterisks and braces.
    """
    for markup, tag in tags(document, "section"):
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
    markup = markup_of(document)
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
