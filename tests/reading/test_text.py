"""A text becomes safe HTML, cut into the sections that its ids mark, each in its voice."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from section55.reading.text import (
    BELOW_THE_TITLE,
    Text,
    convert,
    explanation,
    gathered,
    is_reserved,
    own_words,
    plain_words,
    without_heading,
)

ITEMS = ("r1", "r2", "panel-attendance")


def text(source: str) -> Text:
    return convert(source, "en", ITEMS)


def sections(source: str) -> dict[str, str]:
    """The words of each section of a text."""
    return {id_: section.words for id_, section in text(source).sections.items()}


def voices(source: str) -> dict[str, str]:
    """The voice of each section of a text."""
    return {id_: section.voice for id_, section in text(source).sections.items()}


# A section is what an id marks: a heading, a paragraph, a table's cell (then its row), or a <section> block.


def test_a_heading_marks_a_section() -> None:
    assert sections("Before.\n\n## One {#r1}\n\nA.\n\nB.") == {"r1": "One A. B."}


def test_a_paragraph_marks_a_section() -> None:
    assert sections("Before.\n\nA.\n{#comments}\n\nB.") == {"comments": "A. B."}


def test_a_cell_of_a_table_marks_its_row_under_the_heads_of_its_columns() -> None:
    source = "| Asked | Said |\n| --- | --- |\n| A {#r1} | B |\n| C | D {#r2} |\n| E | F |"
    assert sections(source) == {"r1": "Asked Said A B", "r2": "Asked Said C D"}
    assert text(source).sections["r1"].html.count("<tr>") == 2


def test_a_block_marks_exactly_itself() -> None:
    source = 'Before.\n\n<section id="r1" markdown="1">\n\nA.\n\n## Any heading\n\nB.\n\n</section>\n\nAfter.'
    assert sections(source) == {"r1": "A. Any heading B."}


def test_a_text_without_ids_has_no_sections() -> None:
    assert sections("# A\n\nB.\n\n- C") == {}


# It ends at the next item's or reserved id, or at a heading of its own rank.


@pytest.mark.parametrize("id_", ["r2", "panel-attendance", "rest", "all", "reply", "closing", "comments-2"])
@pytest.mark.parametrize("start", ["## One {#r1}\n\nA.", "A.\n{#r1}"], ids=["heading", "paragraph"])
@pytest.mark.parametrize(
    "following",
    ["B.\n{{#{id}}}\n\nC.", "###### B {{#{id}}}\n\nC.", '<section id="{id}" markdown="1">\n\nB.\n\n</section>\n\nC.'],
    ids=["paragraph", "heading", "block"],
)
def test_a_section_ends_at_the_next_items_or_reserved_id(id_: str, start: str, following: str) -> None:
    found = sections(f"{start}\n\n{following.format(id=id_)}")
    assert found["r1"] in ("A.", "One A.")
    assert found[id_].startswith("B")


def test_a_section_ends_at_a_heading_of_its_own_rank_or_a_higher_one() -> None:
    assert sections("## One {#r1}\n\nA.\n\n## Next\n\nB.") == {"r1": "One A."}
    assert sections("# Title\n\n### One {#r1}\n\nA.\n\n## Next\n\nB.") == {"r1": "One A."}
    # A paragraph's rank is below that of every heading.
    assert sections("A.\n{#comments}\n\nB.\n\n###### Next\n\nC.") == {"comments": "A. B."}


def test_a_section_holds_the_headings_below_its_own_rank() -> None:
    source = "## Comments {#comments}\n\nA.\n\n### Below\n\nB.\n\n#### Further below {#note}\n\nC.\n\n## Next\n\nD."
    assert sections(source) == {"comments": "Comments A. Below B. Further below C.", "note": "Further below C."}


def test_an_id_of_no_meaning_ends_what_is_marked_in_the_same_way_only() -> None:
    assert sections("A.\n{#comments}\n\nB.\n{#note}\n\nC.") == {"comments": "A.", "note": "B. C."}
    assert sections("## One {#r1}\n\nA.\n\nB.\n{#note}\n\nC.") == {"r1": "One A. B. C.", "note": "B. C."}


def test_a_block_ends_the_section_before_it_also_for_what_comes_after() -> None:
    source = '## One {#r1}\n\nA.\n\n<section id="notice" markdown="1">\n\nB.\n\n</section>\n\nC.'
    assert sections(source) == {"r1": "One A.", "notice": "B."}


def test_a_block_without_an_id_stays_in_the_section_around_it() -> None:
    source = '## One {#r1}\n\nA.\n\n<section lang="cy" markdown="1">\n\nB.\n\n</section>\n\nC.'
    assert sections(source) == {"r1": "One A. B. C."}
    assert '<section lang="cy">' in text(source).sections["r1"].html


# So a letter's closing and copies never end up inside the answer to its last recommendation.


def test_a_letters_closing_is_no_answer() -> None:
    source = "## Recommendation 2 {#r2}\n\nIt is done.\n\nYours fictionally\n{#closing}\n\nNobody\n\nCopy: the panel"
    assert sections(source) == {
        "r2": "Recommendation 2 It is done.",
        "closing": "Yours fictionally Nobody Copy: the panel",
    }


# The report's words that a response quotes are blockquotes, and not its answer.


def test_an_id_within_a_quotation_marks_no_section() -> None:
    source = "> Forces should light their cells.\n> {#r1}\n\nIt is done.\n{#r2}"
    assert sections(source) == {"r2": "It is done."}


# Reserved ids, repeated as -2.


@pytest.mark.parametrize("id_", ["comments", "chief-officer", "reply", "notice", "office-use", "closing"])
def test_reserved_ids(id_: str) -> None:
    assert is_reserved(id_)
    assert is_reserved(f"{id_}-2")
    assert not is_reserved(f"{id_}s")
    assert not is_reserved(f"a-{id_}")
    assert not is_reserved(f"{id_}-two")


def test_an_id_that_stands_twice_is_told_and_the_first_holds() -> None:
    converted = text("A.\n{#r1}\n\nB.\n{#r1}\n\nC.\n{#r2}")
    assert converted.repeated_ids == ("r1",)
    assert converted.sections["r1"].words == "A."


# Voice follows from where a section sits; text outside {#chief-officer} is the body's.


def test_text_outside_the_chief_officers_part_is_the_bodys() -> None:
    source = "A.\n{#comments}\n\nB.\n{#r1}\n\nC.\n{#closing}"
    assert voices(source) == {"comments": "body", "r1": "body", "closing": "body"}


def test_the_chief_officers_part_ends_at_a_heading_of_its_rank() -> None:
    source = "## Chief Constable {#chief-officer}\n\nA.\n\n### One {#r1}\n\nB.\n\n## Two {#r2}\n\nC."
    assert voices(source) == {"chief-officer": "chief-officer", "r1": "chief-officer", "r2": "body"}


@pytest.mark.parametrize("id_", ["reply", "comments-2", "closing", "notice", "office-use"])
def test_the_chief_officers_part_ends_at_a_reserved_id(id_: str) -> None:
    source = f"A.\n{{#chief-officer}}\n\nB.\n{{#r1}}\n\nC.\n{{#{id_}}}\n\nD.\n{{#r2}}"
    assert voices(source) == {"chief-officer": "chief-officer", "r1": "chief-officer", id_: "body", "r2": "body"}


def test_the_chief_officers_block_is_its_own() -> None:
    source = 'A.\n{#comments}\n\n<section id="chief-officer" markdown="1">\n\nB.\n{#r1}\n\n</section>\n\nC.\n{#r2}'
    assert voices(source) == {"comments": "body", "chief-officer": "chief-officer", "r1": "chief-officer", "r2": "body"}


def test_a_table_in_the_chief_officers_part_is_the_chief_officers() -> None:
    source = "## Chief Constable {#chief-officer}\n\n| A | B |\n| --- | --- |\n| C {#r1} | D |"
    assert voices(source) == {"chief-officer": "chief-officer", "r1": "chief-officer"}


def test_a_passage_in_another_language_does_not_end_the_chief_officers_part() -> None:
    source = (
        "## Chief Constable {#chief-officer}\n\nA.\n\n"
        '<section lang="cy" markdown="1">\n\nB.\n{#r1}\n\n</section>\n\nC.\n{#r2}'
    )
    assert voices(source) == {"chief-officer": "chief-officer", "r1": "chief-officer", "r2": "chief-officer"}


def test_the_chief_officer_may_speak_twice() -> None:
    source = "A.\n{#chief-officer}\n\nB.\n{#reply}\n\nC.\n{#chief-officer-2}"
    assert voices(source) == {"chief-officer": "chief-officer", "reply": "body", "chief-officer-2": "chief-officer"}


def test_the_chief_officers_words_and_the_reply_to_them_are_set_apart_and_no_others() -> None:
    html = text("Before.\n\nA.\n{#chief-officer}\n\nB.\n\nC.\n{#reply}\n\nD.\n{#closing}").html
    assert html == (
        "<p>Before.</p>\n"
        '<div class="voice-chief-officer"><p class="label chief-officer-label"></p>'
        '<p id="chief-officer">A.</p>\n<p>B.</p>\n</div>'
        '<div class="voice-reply"><p class="label reply-label"></p><p id="reply">C.</p>\n</div>'
        '<p id="closing">D.</p>'
    )


def test_a_heading_of_the_documents_own_stands_below_the_label_of_whose_words_follow() -> None:
    html = text("## My reply {#reply}\n\nA.\n\n## Annex\n\nB.").html
    apart = '<div class="voice-reply"><p class="label reply-label"></p><h3 id="reply">My reply</h3>\n<p>A.</p>\n</div>'
    assert html == f"{apart}<h3>Annex</h3>\n<p>B.</p>"


def test_the_chief_officers_block_is_set_apart_as_it_stands() -> None:
    source = '<section id="chief-officer" class="b" markdown="1">\n\nA.\n\n</section>\n\nC.\n{#notice}'
    html = (
        '<section class="b voice-chief-officer" id="chief-officer">\n'
        '<p class="label chief-officer-label"></p><p>A.</p>\n</section>\n<p id="notice">C.</p>'
    )
    assert text(source).html == html
    assert text(source.replace(' class="b"', "")).html == html.replace("b voice", "voice")
    assert "voice-" not in text(source.replace("chief-officer", "comments")).html
    assert (
        '<section class="voice-reply" id="reply">' in text('<section id="reply" markdown="1">\n\nA.\n\n</section>').html
    )


# Letters keep their form.


def test_the_lines_of_an_address_stay_lines() -> None:
    assert text("Nobody\\\n1 Fictional Street\\\nAberfictional").html == (
        "<p>Nobody<br>\n1 Fictional Street<br>\nAberfictional</p>"
    )
    assert text("Nobody  \nAberfictional").html == "<p>Nobody<br>\nAberfictional</p>"


def test_a_numbered_list_keeps_its_numbers() -> None:
    assert text("3. a\n4. b").html == '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'


def test_lists_of_two_kinds_stay_two() -> None:
    assert text("- a\n- b\n\n1. c").html == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n</ol>"


def test_a_passage_keeps_its_language() -> None:
    assert text('Say <span lang="cy">diolch</span>.').html == '<p>Say <span lang="cy">diolch</span>.</p>'
    assert text("Diolch.\n{lang=cy}").html == '<p lang="cy">Diolch.</p>'


def test_headings_stand_below_the_pages_own_and_keep_their_distances() -> None:
    assert text("# A\n\n## B\n\n#### C").html == "<h3>A</h3>\n<h4>B</h4>\n<h6>C</h6>"
    assert text("#### A\n\n##### B").html == "<h3>A</h3>\n<h4>B</h4>"
    assert text("# A\n\n##### B\n\n###### C").html == "<h3>A</h3>\n<h6>B</h6>\n<h6>C</h6>"


def test_a_table_says_what_heads_a_column_and_can_be_scrolled_from_the_keyboard() -> None:
    assert text("| A |\n| --- |\n| B |").html == (
        '<div class="scroll" tabindex="0"><table>\n<thead>\n<tr>\n<th scope="col">A</th>\n</tr>\n</thead>\n'
        "<tbody>\n<tr>\n<td>B</td>\n</tr>\n</tbody>\n</table></div>"
    )


def test_a_described_signature_gets_a_place_for_the_pages_label() -> None:
    assert text("A scribble\n{.signature}").html == (
        '<p class="signature"><span class="label signature-label"></span>A scribble</p>'
    )


def test_the_label_stands_before_all_of_the_description() -> None:
    assert text("A *red* scribble\n{.signature}").html == (
        '<p class="signature"><span class="label signature-label"></span>A <em>red</em> scribble</p>'
    )
    assert text("*Red* scribble\n{.signature}").html == (
        '<p class="signature"><span class="label signature-label"></span><em>Red</em> scribble</p>'
    )


def test_an_empty_text_is_empty() -> None:
    assert convert(" \n\n", "cy") == Text("cy")


# Nothing that runs, and nothing from elsewhere.


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("a <script>alert(1)</script> b", "<p>a  b</p>"),
        ("<script>alert(1)</script>\n\nb", "<p>b</p>"),
        ("<style>p { color: red }</style>\n\nb", "<p>b</p>"),
        ("<iframe src='https://fictional.example'></iframe>\n\nb", "<p>b</p>"),
        ("[a](javascript:alert(1))", "<p><a>a</a></p>"),
        ("[a](JaVaScRiPt:alert(1))", "<p><a>a</a></p>"),
        ("<a href='java&#115;cript:alert(1)'>a</a>", "<p><a>a</a></p>"),
        ("[a](data:text/html,b)", "<p><a>a</a></p>"),
        ("[a](https://fictional.example/)", '<p><a href="https://fictional.example/">a</a></p>'),
        ("[a](mailto:nobody@fictional.example)", '<p><a href="mailto:nobody@fictional.example">a</a></p>'),
        ('<p onclick="alert(1)">a</p>', "<p>a</p>"),
        ('<p style="color: red">a</p>', "<p>a</p>"),
        ("a\n{onclick=alert(1) style=color:red #r1}", '<p id="r1">a</p>'),
        ('<section id="r1" onload="a" markdown="1">\n\nb\n\n</section>', '<section id="r1">\n<p>b</p>\n</section>'),
        ("a <!-- b --> c", "<p>a  c</p>"),
        ("&lt;script&gt;", "<p>&lt;script&gt;</p>"),
        # A picture lies beside the record; one from elsewhere would tell its host of every reader.
        ("![a](b.png)", '<p><img alt="a" src="b.png"></p>'),
        ("![a](https://fictional.example/b.png)", '<p><img alt="a"></p>'),
        ("![a](//fictional.example/b.png)", '<p><img alt="a"></p>'),
        ("a <img src='/\\fictional.example/b.png'>", "<p>a <img></p>"),
        ("a <img src=' HTTP://fictional.example/b.png'>", "<p>a <img></p>"),
        ("a <img src='ht\ntps://fictional.example/b.png'>", "<p>a <img></p>"),
        ("a <img src='/\n/fictional.example/b.png'>", "<p>a <img></p>"),
        ("a <img src=b.png onerror=alert(1)>", '<p>a <img src="b.png"></p>'),
    ],
)
def test_what_is_left_of_markup(source: str, html: str) -> None:
    assert text(source).html.strip() == html


def address(value: str | None) -> str:
    """An address as a browser reads it: without white space at its ends, without line breaks and tabs anywhere."""
    return re.sub(r"[\t\n\r]", "", (value or "").strip()).lower()


class Seen(HTMLParser):
    """The tags, attributes and addresses of some HTML, as a browser meets them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str | None] = []
        self.links: list[str] = []
        self.pictures: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [address(value) for name, value in attrs if name == "href"]
        self.pictures += [address(value) for name, value in attrs if name == "src"]


HEADINGS = {f"h{level}" for level in range(1, 7)}
RUNS = {"script", "style", "iframe", "object", "embed", "svg", "math", "form", "input", "button", "link", "meta"}
SOUP = st.lists(
    st.sampled_from(
        ['<section id="r1" markdown="1">', "<section lang=cy markdown>", "</section>", "<div markdown='1'>"]
        + ["</div>", "<script>", "</script>", "alert(1)", "<style>", "</style>", "<svg/onload=x>", "<math>"]
        + ["<iframe srcdoc='x'>", "<img src=x onerror=alert(1)>", "<form><input autofocus onfocus=x>"]
        + ["<a href='java\tscript:x'>", "</a>", "<p markdown=1>", "</p>", "<table><tr><td markdown=1>", "<b"]
        + ["<img src='ht\ntps://b.example'>", "<!--", "-->", "<![CDATA[", "]]>", "<?php", "?>"]
        + ["[a](javascript:alert(1))", "[x]: javascript:a", "[a](//b.example)", "![a](//b.example)"]
        + ["java&#115;cript:", "{onclick=x}", "{#r1}", "{: #r2 style=x }", "# H {#chief-officer}", "## "]
        + ["| a | b |\n|-|-|\n| c {#r1} | d |\n", "> ", "- ", "3. ", "    ", "\\\n", "**", "_", "`", "[", "]("]
        + [")", "![", "&", "<", ">", '"', "'", "&#x6a;", "\n", "\n\n", "ŵ", "😀", "href=", "src=", "style="]
    )
    | st.text(max_size=4),
    max_size=40,
).map("".join)


@settings(deadline=None)
@given(source=SOUP)
@example(source='<a href="https://a.example/" onclick="b">c</a>')
def test_no_markup_runs_or_loads_from_elsewhere(source: str) -> None:
    converted = text(source)
    shown = [converted.html, *(section.html for section in converted.sections.values())]
    for html in [*shown, *(gathered(html, "a-", 4) for html in shown)]:
        seen = Seen(html)
        assert not seen.tags & RUNS
        assert not {name for name in seen.attributes if name.startswith("on") or name in ("style", "srcdoc", "srcset")}
        for link in seen.links:
            scheme = re.match(r"[a-z][a-z0-9+.-]*(?=:)", link)
            assert not scheme or scheme[0] in ("https", "http", "mailto", "tel")
        for picture in seen.pictures:
            assert not re.match(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", picture)


# What is seen to be plain is not searched for markup, and comes out as if it were.


LETTER = st.lists(
    st.sampled_from(
        ["Dear Minister,", "We accept it", " a|b", "| -", "\n", "\n\n", "  \n", "\\\n", "{#r1}", "\n{: .a }", "\n==="]
        + ["\n---", "# ", "> ", "- ", "* ", "1. ", "2023. ", "    ", "\t", "“So”", "(a)", "£5", "**", "_", "*", "`"]
        + ["[a](#b)", "[a]: /b", "&amp;", "<b>", "</b>", '<div markdown="1">', "</div>", "<!-- a -->", "![a](b)"]
        + ["\x02", "\u00a0", "\u2028", "\x0b", "ŵ"]
    ),
    max_size=30,
).map("".join)


@settings(deadline=None)
@given(source=LETTER | SOUP)
def test_plain_words_come_out_as_if_they_had_been_searched_for_markup(source: str) -> None:
    quick = text(source)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("section55.reading.text._PARAGRAPH", re.compile("(?!)"))
        patch.setattr("section55.reading.text._INLINE", re.compile(""))
        assert quick == text(source)


# Gathered on a recommendation's page, a section's headings are re-levelled and its ids prefixed.


@pytest.mark.parametrize(
    ("html", "prefix", "top_level", "expected"),
    [
        ('<h3 id="r1">A</h3><h4>B</h4>', "gwent-", 4, '<h4 id="gwent-r1">A</h4><h5>B</h5>'),
        ("<h4>A</h4><h6>B</h6>", "", 2, "<h2>A</h2><h4>B</h4>"),
        ("<h3>A</h3><h4>B</h4>", "a-", 6, "<h6>A</h6><h6>B</h6>"),
        ('<p id="comments">A</p>', "a-", 4, '<p id="a-comments">A</p>'),
        ('<p lang="cy" id="r1" class="b">A</p>', "a-", 4, '<p lang="cy" id="a-r1" class="b">A</p>'),
        # A link within the section follows; one to another part leads to the whole text; one to elsewhere stays.
        (
            '<p id="r1">A</p><a href="#r1">A</a><a href="#r2">B</a><a href="https://a.example/#r1">C</a>',
            "a-",
            4,
            '<p id="a-r1">A</p><a href="#a-r1">A</a><a href="whole/#r2">B</a><a href="https://a.example/#r1">C</a>',
        ),
        # Words are left alone.
        ('<p>id="r1" &lt;h1 id="a"&gt;</p>', "a-", 4, '<p>id="r1" &lt;h1 id="a"&gt;</p>'),
    ],
)
def test_a_gathered_section(html: str, prefix: str, top_level: int, expected: str) -> None:
    assert gathered(html, prefix, top_level, "whole/") == expected


@settings(deadline=None)
@given(source=SOUP, top_level=st.integers(2, 6))
def test_a_gathered_section_keeps_its_words_and_gives_every_id_its_prefix(source: str, top_level: int) -> None:
    html = text(source).html
    result = gathered(html, "a--", top_level)
    assert plain_words(result) == plain_words(html)
    assert Seen(result).ids == [f"a--{id_}" for id_ in Seen(html).ids]
    assert Seen(result).tags - HEADINGS == Seen(html).tags - HEADINGS
    assert {f"h{level}" for level in range(1, top_level)} & Seen(result).tags == set()


# The words of some HTML.


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One<br>two</p><p>three</p>", "One two three"),
        ("<p>fore<em>most</em></p>", "foremost"),
        ('<p><span lang="cy">Gwe</span>: a</p>', "Gwe: a"),
        ("<table><tr><th>a</th><td>b</td></tr></table>", "a b"),
        ("<ul><li>a</li><li>b</li></ul>", "a b"),
        ("<h3>a</h3>b<blockquote>c</blockquote>d", "a b c d"),
        ("<p>a &lt;b&gt; &amp;lt; &quot;c&quot;</p>", 'a <b> &lt; "c"'),
        ("<p>a&nbsp;b\u00a0 c\n\td</p>", "a b c d"),
        ('<p title="a > b">c</p>', "c"),
        ("", ""),
    ],
)
def test_words(html: str, expected: str) -> None:
    assert plain_words(html) == expected


# A section under a heading that its page gives it.


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h4 id="r1">A <em>b</em></h4>\n<p>C</p>', "<p>C</p>"),
        ("<p>A</p>\n<h4>B</h4>", "<p>A</p>\n<h4>B</h4>"),
        ("<h4>A</h4>\n<h5>B</h5>", "<h5>B</h5>"),
    ],
)
def test_a_section_without_the_heading_that_marks_it(html: str, expected: str) -> None:
    assert without_heading(html) == expected


def test_an_authors_own_words_are_neither_the_heading_nor_a_quotation() -> None:
    html = text("## One {#r1}\n\n> Cells should be lit.\n>\n> > Soon.\n\nThey *are* lit.\n\n> Really?").html
    assert own_words(html) == "They are lit."


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("## One {#r1}\n\n> Cells should be lit.\n>\n> > Soon.\n\nThey *are* lit.", "They are lit."),
        ("## One {#r1}\n\n> Cells should be lit.\n\n<!-- -->\n\n> By June.\n\nThey are.", "They are."),
        # What it quotes on its way is part of what it says.
        ("## One {#r1}\n\nYou wrote:\n\n> Light cells.\n\nThey are lit.", "You wrote: Light cells. They are lit."),
        # An answer that says no more than the report stays what it is.
        ("## One {#r1}\n\n> Cells should be lit.", "Cells should be lit."),
        ('<section id="chief-officer" markdown="1">\n\nThey are lit.\n\n</section>', "They are lit."),
    ],
)
def test_an_explanation_begins_after_the_heading_and_the_report_s_words(source: str, words: str) -> None:
    (section,) = text(source).sections.values()
    shown = explanation(section.html)
    assert plain_words(shown) == words and 'class="label' not in shown


def test_the_text_of_a_page_of_its_own_has_no_part_above_it() -> None:
    assert convert("# A\n\n## B", "en", (), BELOW_THE_TITLE).html == "<h2>A</h2>\n<h3>B</h3>"


def test_an_item_s_block_within_the_chief_officer_s_part_is_in_that_voice() -> None:
    text = convert(
        '## Comments of the Chief Constable {#chief-officer}\n\n<section id="r1" markdown="1">\n\nDone.\n\n'
        "</section>\n\nAnd more.\n\n## Ours {#comments}\n\nWe agree.\n",
        "en",
        {"r1"},
    )
    assert [(section.id, section.voice) for section in text.sections.values()] == [
        ("chief-officer", "chief-officer"),
        ("r1", "chief-officer"),
        ("comments", "body"),
    ]


def test_the_words_of_a_quotation_within_a_quotation_are_nobody_s_own() -> None:
    assert (
        own_words("<blockquote><p>A</p><blockquote><p>B</p></blockquote><p>C</p></blockquote><p>Ours.</p>") == "Ours."
    )
