"""What pages leave out that HTML does not need: bytes that no reader sees."""

import html5lib
import pytest
from section55.pages.chrome import Shell
from section55.pages.templates import terse


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ('<p class="lead">', "<p class=lead>"),
        ('<a href="../" lang="cy">', "<a href=../ lang=cy>"),
        ('<p class="small on-screen">', '<p class="small on-screen">'),
        ('<img alt="">', '<img alt="">'),
        ('<a href="?q=1">', '<a href="?q=1">'),
        ('<a href="{{ link(home) }}" class="bare">', '<a href="{{ link(home) }}" class=bare>'),
        ('<li{% if a == "b" %} class="c"{% endif %}>', '<li{% if a == "b" %} class="c"{% endif %}>'),
        ('{% set lead = "a" %}He said x="y".', '{% set lead = "a" %}He said x="y".'),
    ],
)
def test_a_template_leaves_out_quotes_that_are_not_needed_and_nothing_else(written: str, left: str) -> None:
    assert terse(written) == left


@pytest.mark.parametrize(
    ("content", "left"),
    [
        ("<dl><dt>Dated</dt><dd>Today</dd></dl>", "<dl><dt>Dated<dd>Today</dl>"),
        ("<ul>\n<li>One</li>\n<li><p>Two</p></li></ul>", "<ul>\n<li>One\n<li><p>Two</ul>"),
        ("<div><p>One</p>\n<p>Two</p></div>", "<div><p>One\n<p>Two</div>"),
        ("<p>One</p> and <b>more</b>", "<p>One</p> and <b>more</b>"),
        ("<a><p>One</p></a>", "<a><p>One</p></a>"),
        (
            "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><p>c</p></td></tr></tbody></table>",
            "<table><thead><tr><th>a<tbody><tr><td><p>c</table>",
        ),
        ("<template><li>One</li></template>", "<template><li>One</li></template>"),
    ],
)
def test_a_page_leaves_out_end_tags_that_are_read_all_the_same(content: str, left: str) -> None:
    page = Shell(("<!doctype html><title>A</title>", "content", "")).around({"content": content})
    assert page == f"<!doctype html><title>A</title>{left}"
    assert read(page) == read(f"<!doctype html><title>A</title>{content}")


def read(html: str) -> str:
    """What a browser makes of HTML, but for the space between blocks."""
    return "".join(html5lib.serialize(html5lib.parse(html), omit_optional_tags=False).split())
