"""A record's Markdown → its text: safe HTML, cut into the sections that ids mark, each in its voice.

A section is what an id marks: a heading, a paragraph, a table's cell (then its row), or a `<section>` block. It ends
at the next id that opens a section, or at a heading of its own rank; a `<section>` is exactly itself.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from xml.etree.ElementTree import Element, SubElement

import markdown
import nh3
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import SubstituteTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

RESERVED = ("comments", "chief-officer", "reply", "notice", "office-use", "closing")
"""Ids that mean the same in every response; a second of a kind is `comments-2`."""

BODY, CHIEF_OFFICER = "body", "chief-officer"
"""The voices that a section can be in."""
REPLY = "reply"
"""What the body replies to the chief officer: its own voice, and the third thing that section 55(5) has it publish."""

TOP_LEVEL = 3
"""The level of a text's highest heading: below the page's own title and the title of the part that holds the text."""
BELOW_THE_TITLE = 2
"""The level of the highest heading of a text that is its page."""

_RESERVED = re.compile(rf"({'|'.join(RESERVED)})(-[0-9]+)?")
_HEADING = re.compile(r"h([1-6])")
_FIRST_HEADING = re.compile(r"\A\s*<h([1-6])\b[^>]*>.*?</h\1>", re.DOTALL)
_INNERMOST_QUOTE = re.compile(r"<blockquote\b[^>]*>(?:(?!<blockquote\b).)*?</blockquote>", re.DOTALL)
_WITHOUT_QUOTE = r"(?:(?!</?blockquote\b).)"
_QUOTE = rf"<blockquote\b[^>]*>(?:{_WITHOUT_QUOTE}|<blockquote\b[^>]*>{_WITHOUT_QUOTE}*</blockquote>)*</blockquote>"
_FIRST_QUOTES = re.compile(rf"\A(?:\s*{_QUOTE})+", re.DOTALL)
_VOICE_LABEL = f'<p class="label {CHIEF_OFFICER}-label"></p>'
_PARAGRAPH_RANK = 7
_PARAGRAPH = re.compile(r"""[^\W\d_][^\n|]*+(?:\n(?:[^\W\d_]|[{“‘"'(£])[^\n|]*+)*+""")
"""Lines that begin as no other block's do, and no row of a table among them."""
_INLINE = re.compile(r"[`\\\[<&*_\x02]|  \n")
"""What all inline markup has in it: without one of these, a piece of text is only words."""
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:=\"[^\"]*\")?)*)\s*>")
_INSIDE = r'[^">]*(?:"[^"]*"[^">]*)*'  # of a tag: an attribute's value may hold a >
_PARTING_TAG = re.compile(rf"<(?:/?(?:p|li|h[1-6]|td|th|tr|blockquote|div|section|caption)|br)\b{_INSIDE}>")
_ANY_TAG = re.compile(rf"<{_INSIDE}>")
_TAGS = {
    *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "section", "div", "span"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "em", "strong", "sub", "sup", "a", "img", "abbr"),
}
_ATTRIBUTES = {
    "*": {"id", "lang", "class"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "div": {"tabindex"},
    "abbr": {"title"},
}


@dataclass(frozen=True)
class Section:
    """A part of a text that an id marks: its HTML as it stands there, its words, and whose voice it is."""

    id: str
    voice: str
    html: str
    words: str


@dataclass(frozen=True)
class Text:
    """A text in one language: its whole HTML and words, its sections by id, and the ids that it uses twice."""

    language: str
    html: str = ""
    words: str = ""
    sections: dict[str, Section] = field(default_factory=dict)
    repeated_ids: tuple[str, ...] = ()

    def voices(self) -> frozenset[str]:
        """The voices that its marked sections speak in."""
        return frozenset(section.voice for section in self.sections.values())


def is_reserved(id_: str) -> bool:
    """Whether the id is one that means the same in every response."""
    return bool(_RESERVED.fullmatch(id_))


def convert(source: str, language: str, items: Iterable[str] = (), top_level: int = TOP_LEVEL) -> Text:
    """A text from Markdown. `items` are the ids that mark answers to, or words of, an inspection's items."""
    if not source.strip():
        return Text(language)
    converter, cut = _converter()
    cut.begin(frozenset(items), top_level)
    converter.reset()
    try:
        # A converter takes the square of the time for many empty lines, of which one means the same.
        whole = converter.convert(re.sub(r"\n{3,}", "\n\n", source))
    except BaseException:
        _converter.cache_clear()  # it may be in the middle of something
        raise

    def render(elements: list[Element]) -> str:
        root = Element("div")
        root.extend(elements)
        html = converter.serializer(root)
        for postprocessor in converter.postprocessors:
            html = postprocessor.run(html)
        return _clean(html.strip().removeprefix("<div>").removesuffix("</div>").strip())

    sections = {}
    for found in cut.found:
        if found.id not in sections:
            html = render(found.elements)
            sections[found.id] = Section(found.id, found.voice, html, plain_words(html))
    html = _clean(whole)
    return Text(language, html, plain_words(html), sections, tuple(sorted(cut.repeated)))


@cache
def _converter() -> tuple[markdown.Markdown, "_Cut"]:
    """The converter of this process: making one takes a fifth of the time of a text."""
    cut = _Cut()
    converter = markdown.Markdown(
        extensions=["attr_list", "md_in_html", "sane_lists", "tables", cut],
        extension_configs={"tables": {"use_align_attribute": True}},
        output_format="html",
    )
    return converter, cut


def plain_words(html: str) -> str:
    """The words of some HTML, white space folded; blocks and line breaks part words."""
    text = _ANY_TAG.sub("", _PARTING_TAG.sub(" ", html))
    for entity, character in (("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(entity, character)
    return " ".join(text.split())


def without_heading(html: str) -> str:
    """A section's HTML without the heading that marks it, for a page that gives it a heading of its own."""
    return _FIRST_HEADING.sub("", html, count=1).strip()


def explanation(html: str) -> str:
    """What a section says itself: its HTML without its heading and the report's words that it begins by quoting.

    What it quotes further on stays, since its own words may lean on it. A section that does nothing but quote is whole.
    Whose voice it is in is left to be said by what it is shown in.
    """
    left = without_heading(html.replace(_VOICE_LABEL, ""))
    return _FIRST_QUOTES.sub("", left, count=1).strip() or left


def own_words(html: str) -> str:
    """The words of a section that are its author's: without its heading, and the report's words that it quotes."""
    left = without_heading(html)
    while (less := _INNERMOST_QUOTE.sub(" ", left)) != left:
        left = less
    return plain_words(left)


def gathered(html: str, prefix: str, top_level: int, whole: str = "") -> str:
    """A section's HTML for a page where several are gathered: headings from `top_level`, ids behind `prefix`.

    A link to a part of the text that is not in the section leads to `whole`, the page of the whole text.
    """
    if not any(each in html for each in ("<h", ' id="', ' href="#')):
        return html  # as most are
    ids = set(re.findall(r'\sid="([^"]*)"', html))
    levels = [int(match[1]) for match in re.finditer(r"<h([1-6])\b", html)]
    shift = top_level - min(levels) if levels else 0

    def tag(match: re.Match[str]) -> str:
        close, name, attributes = match.groups()
        if heading := _HEADING.fullmatch(name):
            name = f"h{min(6, int(heading[1]) + shift)}"
        if prefix and attributes:
            attributes = re.sub(r'( id=")', rf"\g<1>{prefix}", attributes)
            attributes = re.sub(
                r'( href=")#([^"]*)',
                lambda link: f"{link[1]}{f'#{prefix}' if link[2] in ids else f'{whole}#'}{link[2]}",
                attributes,
            )
        return f"<{close}{name}{attributes}>"

    return _TAG.sub(tag, html)


def _clean(html: str) -> str:
    """HTML without anything that could run, load from elsewhere or break out of its place."""
    return _CLEANER.clean(html)


def _without_pictures_from_elsewhere(tag: str, attribute: str, value: str) -> str | None:
    if attribute != "src":
        return value
    # A scheme, or two slashes of either kind; browsers pass over white space, wherever in them it stands.
    elsewhere = re.match(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", "".join(value.split()), re.IGNORECASE)
    return None if elsewhere else value


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    attribute_filter=_without_pictures_from_elsewhere,
    link_rel=None,
    url_schemes={"https", "http", "mailto", "tel"},
)
"""Made once: to make one takes as long as to clean a section."""


@dataclass
class _Found:
    """A section as it is found: its id, the rank of what marks it (a heading's level), its voice, its elements."""

    id: str
    rank: int
    voice: str
    elements: list[Element] = field(default_factory=list)


class _Cut(Extension):
    """Python-Markdown's extension: line breaks as in CommonMark, levelled headings, and the sections of the tree."""

    def __init__(self) -> None:
        super().__init__()
        self.begin(frozenset(), TOP_LEVEL)

    def begin(self, items: frozenset[str], top_level: int) -> None:
        """Makes ready for a text."""
        self.items = items
        self.top_level = top_level
        self.found: list[_Found] = []
        self.repeated: set[str] = set()

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (the library's name)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash-break", 185)
        md.parser.blockprocessors.register(_PlainParagraph(md.parser), "plain", 200)  # before all others
        md.treeprocessors.register(_PlainWords(md), "plain", 30)  # before "inline"
        # After every other treeprocessor: ids and attributes are on the elements by then.
        md.treeprocessors.register(_CutTree(md, self), "sections", -10)


# Most of a letter is plain paragraphs of plain words. What these two see to be so, Python-Markdown does not search for
# each kind of block and of inline markup: that was half of its time. What they make is what it would have made.


class _PlainParagraph(ParagraphProcessor):
    def test(self, parent: Element, block: str) -> bool:
        return bool(_PARAGRAPH.fullmatch(block)) and not self.parser.state.isstate("list")


class _PlainWords(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not _INLINE.search(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not _INLINE.search(element.tail):
                element.tail = AtomicString(element.tail)


class _CutTree(Treeprocessor):
    def __init__(self, md: markdown.Markdown, cut: _Cut) -> None:
        super().__init__(md)
        self.cut = cut

    def run(self, root: Element) -> None:
        _level_headings(root, self.cut.top_level)
        _finish_tables(root)
        _label_signatures(root)
        ids = Counter(id_ for element in root.iter() if (id_ := element.get("id")))
        self.cut.repeated = {id_ for id_, number in ids.items() if number > 1}
        finder = _Finder(self.cut.items)
        finder.walk(root, BODY)
        self.cut.found = finder.found
        for apart, run in finder.runs:
            _wrap(root, apart, run)


def _level_headings(root: Element, top_level: int) -> None:
    headings = [(element, int(match[1])) for element in root.iter() if (match := _HEADING.fullmatch(str(element.tag)))]
    if headings:
        shift = top_level - min(level for _, level in headings)
        for element, level in headings:
            element.tag = f"h{min(6, level + shift)}"


def _finish_tables(root: Element) -> None:
    """Column headings say that they are; a wide table scrolls in a box that the keyboard reaches."""
    for parent in list(root.iter()):
        for index, child in enumerate(parent):
            if child.tag != "table":
                continue
            for cell in child.iterfind("./thead/tr/th"):
                cell.set("scope", "col")
            box = Element("div", {"class": "scroll", "tabindex": "0"})
            box.append(child)
            box.tail, child.tail = child.tail, None
            parent[index] = box


def _label_signatures(root: Element) -> None:
    """A description of a signature is no sentence of the letter: a label, which the page words, goes before it."""
    for element in root.iter("p"):
        if "signature" in (element.get("class") or "").split():
            label = Element("span", {"class": "label signature-label"})
            label.tail, element.text = element.text, None
            element.insert(0, label)


class _Finder:
    """Walks a tree of blocks and notes the sections, and the runs of blocks to set apart, each with what it is."""

    def __init__(self, items: frozenset[str]) -> None:
        self.items = items | {"all", "rest"}
        self.found: list[_Found] = []
        self.runs: list[tuple[str, list[Element]]] = []

    def walk(self, parent: Element, voice: str) -> None:
        """`voice` is that of what holds `parent`'s children."""
        still_open: list[_Found] = []
        region: _Found | None = None  # the reserved part that the walk is in, which gives the voice
        run: list[Element] = []
        for element in parent:
            tag, id_ = str(element.tag), element.get("id")
            heading = _HEADING.fullmatch(tag)
            rank = int(heading[1]) if heading else _PARAGRAPH_RANK
            if heading or (id_ and tag != "section"):
                still_open = [section for section in still_open if section.rank < rank]
            if region and ((heading and rank <= region.rank) or (id_ and is_reserved(id_))):
                region = None
            if tag == "section" and id_:
                inside = _voice_of(id_, region.voice if region else voice)
                still_open = []
                self.found.append(_Found(id_, 0, inside, [element]))
                if region:
                    run.append(element)
                self.walk(element, inside)
                if not region and (apart := _apart(id_, inside, voice)):
                    element.set("class", f"{element.get('class') or ''} voice-{apart}".strip())
                    element.insert(0, _voice_label(apart))
                continue
            if id_:
                if id_ in self.items or is_reserved(id_):
                    still_open = []
                if is_reserved(id_):
                    region = _Found(id_, rank, _voice_of(id_, voice))
                    run = []
                    if apart := _apart(id_, region.voice, voice):
                        self.runs.append((apart, run))
                section = _Found(id_, rank, region.voice if region else voice)
                self.found.append(section)
                still_open.append(section)
            for section in still_open:
                section.elements.append(element)
            if region:
                run.append(element)
            if tag == "section":  # without an id it marks nothing but, say, a language, and stays where it stands
                self.walk(element, region.voice if region else voice)
            else:
                self._rows(element, region.voice if region else voice)

    def _rows(self, block: Element, voice: str) -> None:
        """A cell's id marks its row: shown alone, it keeps its table's head."""
        for table in block.iter("table"):
            for row in table.iterfind("./tbody/tr"):
                for cell in row:
                    if id_ := cell.get("id"):
                        alone = Element("table")
                        alone.extend(table.findall("./thead"))
                        body = SubElement(alone, "tbody")
                        body.append(row)
                        box = Element("div", {"class": "scroll", "tabindex": "0"})
                        box.append(alone)
                        self.found.append(_Found(id_, _PARAGRAPH_RANK, voice, [box]))


def _voice_label(apart: str) -> Element:
    """A place for the page to say whose words follow."""
    return Element("p", {"class": f"label {apart}-label"})


def _apart(id_: str, voice: str, outer: str) -> str | None:
    """As what a part stands apart from the text around it: another's voice, or the body's reply to that."""
    if voice != outer:
        return voice
    return REPLY if outer == BODY and id_.split("-")[0] == REPLY and is_reserved(id_) else None


def _voice_of(id_: str | None, outer: str) -> str:
    return CHIEF_OFFICER if id_ and id_.split("-")[:2] == ["chief", "officer"] and is_reserved(id_) else outer


def _wrap(root: Element, apart: str, run: list[Element]) -> None:
    """Puts a run of blocks, wherever in the tree it stands, into a box of its own."""
    for parent in root.iter():
        children = list(parent)
        if run[0] in children:
            box = Element("div", {"class": f"voice-{apart}"})
            parent.insert(children.index(run[0]), box)
            box.append(_voice_label(apart))
            for element in run:
                parent.remove(element)
                box.append(element)
            return
