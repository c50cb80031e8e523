"""The blocks, tags and links of a text's Markdown are found where they stand, and as Python-Markdown takes them."""

import re
import sys
from collections.abc import Callable
from itertools import groupby
from types import FrameType
from xml.etree.ElementTree import Element

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from section55.reading.markup import Kind, Markup, rows_of
from section55.reading.problems import Place


def kinds(source: str) -> list[str]:
    """The kind of each block, a heading's with its level; neighbours of a kind are one."""
    return [
        kind
        for kind, _ in groupby(
            f"{block.kind}{block.level}" if block.kind is Kind.HEADING else str(block.kind)
            for block in Markup(source).blocks
        )
    ]


def under(source: str, place: Place) -> str:
    """The characters that a caret would be under."""
    assert place.line == place.end_line
    return source.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1]


# Blocks.


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("A letter.\nIts second line.", ["paragraph"]),
        ("# One\n\n###### Six\n\n#No space", ["heading1", "heading6", "heading1"]),
        ("One\n===\nTwo\n---\n", ["heading1", "heading2"]),
        ("A.\n\n---\n\n* * *\n\nB.", ["paragraph", "rule", "paragraph"]),
        ("A.\n***\nB.", ["paragraph", "rule", "paragraph"]),
        ("A.\n## Two\nB.", ["paragraph", "heading2", "paragraph"]),
        ("- a\n- b\n\n- c", ["list"]),
        ("1. a\n\n    More of it.\n\n2. b", ["list"]),
        ("A:\n- a\n- b", ["paragraph"]),
        ("2023. A year.", ["list"]),
        ("3) No list.", ["paragraph"]),
        ("    Set in.\n\n\tSet in.", ["code"]),
        ("A.\n    Set in.", ["paragraph"]),
        ("> A.\n>\n> - b\n\nC.", ["paragraph", "list", "paragraph"]),
        ("> > ## A\nlazy", ["heading2", "paragraph"]),
        ("| a | b |\n| - | - |\n| c | d |", ["table"]),
        ("## Head\na | b\n- | -\nc | d", ["heading2", "table"]),
        ("| a |\n| - |\n| c |", ["table"]),
        ("| a | b |\n| c | d |", ["paragraph"]),
        ("A.\n| a | b |\n| - | - |", ["paragraph"]),
        ('<section id="r1" markdown="1">\n\nA.\n\n</section>\n\nB.', ["html", "paragraph", "html", "paragraph"]),
        ("<div>\n\n    <p>A.</p>\n\n</div>\n\nB.", ["html", "paragraph"]),
        ("<div>\n\nNever closed.", ["html"]),
        ("A <span>line</span> with tags.", ["paragraph"]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_blocks(source: str, expected: list[str]) -> None:
    assert kinds(source) == expected


LINES = (
    *("", "", "", "Text", "More text.", " Text", "A\\", "1) a", "\\# a", "{#r1}"),
    *("# A", "## A", "####### A", "#A", "===", "---", "***", "- - -", "   ---", "_ _ _"),
    *("- a", "* b", "+ c", "1. a", "22. b", "  - a", "    - a", "   1. x", "-", "- ", "1."),
    *("    set in", "\tset in", "        deep"),
    *("> q", "> - q", "> # A", "  > q", "> | a | b |", "> |---|---|"),
    *("| a | b |", "|---|---|", "| c |", "a | b", "--- | ---"),
)


def tree_kinds(source: str) -> list[str]:
    """What `kinds` says, from Python-Markdown's own tree."""
    converter = markdown.Markdown(extensions=["attr_list", "md_in_html", "sane_lists", "tables"])
    lines = source.split("\n")
    for preprocessor in converter.preprocessors:
        lines = preprocessor.run(lines)
    names = {"p": "paragraph", "ul": "list", "ol": "list", "pre": "code", "hr": "rule"}

    def walk(parent: Element) -> list[str]:
        found = []
        for element in parent:
            if element.tag == "blockquote":
                found += walk(element)
            elif heading := re.fullmatch("h([1-6])", element.tag):
                found.append(f"heading{heading[1]}")
            else:
                found.append(names.get(element.tag, element.tag))
        return found

    return [kind for kind, _ in groupby(walk(converter.parser.parseDocument(lines).getroot()))]


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(LINES), max_size=8).map("\n".join))
def test_blocks_are_those_of_python_markdown(source: str) -> None:
    assert kinds(source) == tree_kinds(source)


def test_a_line_knows_its_place_in_the_file() -> None:
    [quoted, own] = Markup("\n>  A letter. \n\nB.", first_line=10).blocks
    assert quoted.quoted and not own.quoted
    assert quoted.lines[0].place() == Place(11, 4, 11, 13)
    assert quoted.lines[0].place(1, 2) == Place(11, 4, 11, 5)
    assert own.lines[0].place() == Place(13, 1, 13, 3)


def test_the_entries_of_a_list() -> None:
    source = "19. a\n    - b\n\n    1. c\n\n20. d\n- e"
    [block] = Markup(source).blocks
    assert [(item.level, item.number, under(source, item.place)) for item in block.items] == [
        (0, "19", "19."),
        (1, "", "-"),
        (1, "1", "1."),
        (0, "20", "20."),
    ]
    assert [line.number for line in block.lines] == [1, 2, 4, 6, 7]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| c | d |", ["c", "d"]),
        (" c | d ", ["c", "d"]),
        ("|c||d|", ["c", "", "d"]),
        ("| c \\| c | `d | d` |", ["c \\| c", "`d | d`"]),
        ("| c | `d | d |", ["c", "`d", "d"]),
        ("c", ["c"]),
        ("|", [""]),
    ],
)
def test_the_cells_of_a_row(row: str, expected: list[str]) -> None:
    [table] = Markup(f"| a | b |\n| - | - |\n{row}").blocks
    _head, (line, cells) = rows_of(table)
    assert [line.text[start:end] for start, end in cells] == expected


def test_bars_around_a_row_are_those_of_the_head() -> None:
    [table] = Markup("a | b\n- | -\n| c |").blocks
    _head, (line, cells) = rows_of(table)
    assert [line.text[start:end] for start, end in cells] == ["", "c", ""]


# Tags.


def test_tags() -> None:
    source = (
        '<section id="r1" markdown>\nA<br/>b <Name of one> 1 < 2 <5 <https://a.example> <a@b.example>\n'
        "`<b>` <!-- <i> --> <u\ntitle='>'>\n</section> <never"
    )
    assert [(tag.name, tag.closes, source[tag.start : tag.end]) for tag in Markup(source).tags] == [
        ("section", False, '<section id="r1" markdown>'),
        ("br", False, "<br/>"),
        ("name", False, "<Name of one>"),
        ("u", False, "<u\ntitle='>'>"),
        ("section", True, "</section>"),
    ]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<section markdown="1">', True),
        ("<section markdown id=a>", True),
        ("<section id='a' markdown=block>", True),
        ('<section id="a">', False),
        ('<section markdown="0">', False),
        ('<section class="markdown">', False),
    ],
)
def test_whether_a_tag_holds_markdown(tag: str, expected: bool) -> None:
    assert Markup(tag).tags[0].has_markdown is expected


def test_a_tag_of_a_block_begins_a_line() -> None:
    tags = Markup("   <div>\n    <div>\nA <div>\n<span>").tags
    assert [tag.is_block for tag in tags] == [True, False, False, False]


# Links.


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[a](https://b.example/c_(d))", [(False, "a", "https://b.example/c_(d)")]),
        ('[a](b "A title")', [(False, "a", "b")]),
        ("[a]( <b c> )", [(False, "a", "b c")]),
        ("[a\nb](#)", [(False, "a\nb", "#")]),
        ("![](b.png)", [(True, "", "b.png")]),
        ("[![a](b.png)](c)", [(False, "![a](b.png)", "c"), (True, "a", "b.png")]),
        ("[a [b] c](d) [e]()", [(False, "a [b] c", "d"), (False, "e", "")]),
        ("[a] (b) \\[c](d) `[e](f)` [g]: h", []),
        ("[a\n\nb](c)", []),
        # An address that stands elsewhere, under a name.
        ("[a][b]\n\n[b]: c", [(False, "a", "c")]),
        ("[a b][] ![A  b]\n\n[a b]: <c> 'd'", [(False, "a b", "c"), (True, "A  b", "c")]),
        ("![][b]\n\n  [B]:\n  c.png", [(True, "", "c.png")]),
        ("[a] \\[b] `[b]` [b](d)\n\n[b]: c", [(False, "b", "d")]),
        ("A [note].\n\n[note]: see below", []),
    ],
)
def test_links(source: str, expected: list[tuple[bool, str, str]]) -> None:
    found = Markup(source).links
    assert [(link.is_picture, link.text, link.target) for link in found] == expected
    for link in found:
        assert source[link.text_start :].startswith(link.text)
        assert source[link.target_start :].startswith(link.target)


def test_the_place_of_a_stretch_of_the_source() -> None:
    markup = Markup("ab\n\ncd", first_line=7)
    assert markup.place(1, 2) == Place(7, 2, 7, 3)
    assert markup.place(4, 6) == Place(9, 1, 9, 3)
    assert markup.place(1, 5) == Place(7, 2, 9, 2)


# Whatever it reads.


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(alphabet="a1 \t\n\\`*_{}[]()#+-.!|<>/=\"':&é\u2003🎉", max_size=60))
def test_nothing_is_raised_and_every_place_is_inside(source: str) -> None:
    markup = Markup(source)
    lines = source.split("\n")
    for block in markup.blocks:
        for line in block.lines:
            assert lines[line.number - 1][line.offset :] == line.text
            place = line.place()
            assert 1 <= place.column <= place.end_column <= len(lines[place.line - 1]) + 1
    for tag in markup.tags:
        assert source[tag.start] == "<" and source[tag.end - 1] == ">"
    for link in markup.links:
        assert source[link.target_start :].startswith(link.target)


@pytest.mark.parametrize(
    "part",
    [
        *("# a\n", "***\n", "a\n===\n", "> ", "> a\n\n", "- a\n", "    - a\n", "1. a\n\n", "\ta\n\n", "| a |\n", "|"),
        *("<a ", '<a b="', "<div>\n", '<p markdown="1">\n\n', "</p>\n", "<!--", "<!-- -->", "`", "` ``", "\\", "\\`"),
        *("[", "[a", "[a]: b\n", "[a]:", "[[a]", "[a](", "[a](b", "[a](b)", "![", "](", "((", '[a](b "'),
    ],
)
def test_its_cost_is_linear(part: str) -> None:
    """Ten times the text takes some ten times as many lines of Python; a search that goes over it again never ends."""

    def read(length: int) -> None:
        markup = Markup(part * (length // len(part)))
        _ = markup.blocks, markup.tags, markup.links

    def lines_run(length: int) -> int:
        run = 0

        def count(frame: FrameType, event: str, argument: object) -> Callable:
            nonlocal run
            run += event == "line"
            return count

        tracing = sys.gettrace()
        sys.settrace(count)
        try:
            read(length)
        finally:
            sys.settrace(tracing)
        return run

    assert lines_run(10_000) < 15 * lines_run(1_000)
    read(200_000)
