"""Every word of the source documents stands on its published page, in its order, and no other does.

`source-documents/` holds the five as they were received. White space and the marks of Markdown and HTML are no words;
what else differs is listed with each document, with the reason, and an entry that no longer applies fails.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import lxml.html
import pytest
from lxml.html import HtmlElement

SOURCES = Path(__file__).parent / "source-documents"


@dataclass(frozen=True)
class Document:
    """A source document, the response that publishes it, and where the two differ."""

    file: str
    """Its name in `source-documents/`."""
    response: str
    """The response: `<inspection>/<force>`."""
    left_out: tuple[tuple[str, str], ...] = ()
    """Words of the source that the page leaves out, and why."""
    added: tuple[tuple[str, str], ...] = ()
    """Classes of the elements with words that the page adds, and why."""


DOCUMENTS = (
    Document(
        file="gwent-2023.txt",
        response="2023-terrorist-offenders/gwent",
        added=(("label", "says whose words follow, or that they describe the picture of a signature"),),
    ),
    Document(file="hampshire-2023.txt", response="2023-terrorist-offenders/hampshire"),
    Document(file="norfolk-2023.txt", response="2023-terrorist-offenders/norfolk"),
    Document(
        file="west-mercia-2023.txt",
        response="2023-terrorist-offenders/west-mercia",
        left_out=(("Accessibility Settings Skip to main content", "the menu of the web page that held the letter"),),
    ),
    Document(
        file="wiltshire-2020.txt",
        response="2020-prevent/wiltshire",
        added=(("label", "says that the words after it are the chief constable's"),),
    ),
)

MARKS = re.compile(
    r"""
      ^\#{1,6}[ ]                # a heading
    | ^-[ ]                      # an item of a list
    | \*\*                       # bold
    | </?p>                      # a paragraph in a cell of a table
    """,
    re.MULTILINE | re.VERBOSE,
)
LINK = re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)")
INLINE = {"a", "abbr", "b", "cite", "code", "em", "i", "q", "small", "span", "strong", "sub", "sup"}


def printed_words(source: str) -> list[str]:
    """The words of a source document, without its marks; of a link, its words alone."""
    return MARKS.sub(" ", LINK.sub(r"\1", source)).split()


def shown_words(element: HtmlElement) -> list[str]:
    """The words that a reader of `element` sees. A block or a line's end parts words; an inline element does not."""

    def text(node: HtmlElement) -> str:
        if not isinstance(node.tag, str):  # a comment
            return ""
        inside = (node.text or "") + "".join(text(child) + (child.tail or "") for child in node)
        return inside if node.tag in INLINE else f" {inside} "

    return text(element).split()


def without(words: list[str], passage: str) -> list[str]:
    """`words` without `passage`, which must occur in them exactly once."""
    part = passage.split()
    starts = [at for at in range(len(words)) if words[at : at + len(part)] == part]
    assert len(starts) == 1, f"“{passage}” is listed as left out and occurs {len(starts)} times in the source"
    return words[: starts[0]] + words[starts[0] + len(part) :]


def differences(printed: list[str], shown: list[str]) -> list[str]:
    """Where the two differ, each with the words before it."""
    return [
        f"after “{' '.join(printed[max(0, i - 5) : i])}”: "
        f"the source prints “{' '.join(printed[i:j])}”, the page shows “{' '.join(shown[k:m])}”"
        for tag, i, j, k, m in SequenceMatcher(None, printed, shown, autojunk=False).get_opcodes()
        if tag != "equal"
    ]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.response)
def test_the_page_shows_the_words_of_the_document(document: Document, built_site: Path) -> None:
    printed = printed_words((SOURCES / document.file).read_text(encoding="utf-8"))
    for passage, _why in document.left_out:
        printed = without(printed, passage)

    page = built_site / "responses" / document.response / "index.html"
    text = lxml.html.fromstring(page.read_text(encoding="utf-8")).get_element_by_id("text")
    for class_name, _why in document.added:
        elements = text.find_class(class_name)
        assert elements, f"class “{class_name}” is listed as added and is not on the page"
        for element in elements:
            element.drop_tree()

    assert differences(printed, shown_words(text)) == []


def test_every_source_document_is_held_against_its_page() -> None:
    assert {document.file for document in DOCUMENTS} == {path.name for path in SOURCES.glob("*.txt")}


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("## **Key Findings**", "Key Findings"),
        ("- Response forwarded\n- Response published", "Response forwarded Response published"),
        ("in Welsh - this will not", "in Welsh - this will not"),
        ("Tel | Email", "Tel | Email"),
        ("[Management of offenders](#)", "Management of offenders"),
        ("a [sic] b (c)", "a [sic] b (c)"),
        ("<p>One.</p> <p>Two.</p>\t<p>Three.</p>", "One. Two. Three."),
        ("London\N{NO-BREAK SPACE} SW1P", "London SW1P"),
    ],
)
def test_marks_are_no_words(source: str, words: str) -> None:
    assert printed_words(source) == words.split()


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>One<br>two</p><p>three</p>", "One two three"),
        ('<p><span lang="cy">Gwe</span>: fore<em>most</em></p>', "Gwe: foremost"),
        ("<table><tr><td>a</td><td>b<br><br>c</td></tr></table>", "a b c"),
        ("<ul><li>a</li><li>b<!-- c --></li></ul>", "a b"),
    ],
)
def test_blocks_and_line_ends_part_words(html: str, words: str) -> None:
    assert shown_words(lxml.html.fromstring(f"<div>{html}</div>")) == words.split()


def test_a_changed_word_is_found() -> None:
    assert differences("a b c d".split(), "a b x d".split()) == [
        "after “a b”: the source prints “c”, the page shows “x”"
    ]
