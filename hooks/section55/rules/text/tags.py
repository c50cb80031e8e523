"""Rules of HTML tags: which are left out, and which are not closed."""

from collections import Counter
from collections.abc import Iterator

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.reading.content import Content, Document
from section55.reading.markup import Tag
from section55.reading.text import _TAGS as SAFE_TAGS
from section55.rules.disclosure import FILLED_IN_LATER
from section55.rules.registry import Found, found, rule
from section55.rules.text.common import markup_of

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_HTML_NAMES = frozenset(
    """
    a abbr acronym address article aside audio b base basefont bdi bdo big body button canvas center cite code col
    colgroup data datalist dd del details dfn dialog dir dl dt embed fieldset figcaption figure font footer form frame
    frameset head header hgroup html i iframe input ins kbd label legend link main map mark marquee math menu meta meter
    nav nobr noscript object optgroup option output param picture pre progress q rp rt ruby s samp script search select
    small source strike style summary svg template textarea tfoot time title track tt u var video wbr
    """.split()
)
_INSTEAD = {
    "b": N_("For bold, write **words**."),
    "i": N_("For italics, write *words*."),
    "u": N_("Leave it out: underlined words look like links."),
    "del": N_("Delete it with the words that are struck out, if nobody is to read them."),
    "s": N_("Delete it with the words that are struck out, if nobody is to read them."),
    "strike": N_("Delete it with the words that are struck out, if nobody is to read them."),
    "ins": N_("Delete it, and leave the words."),
}


@rule("S55-X18", "tag-left-out", ERROR)
def tag_left_out(document: Document, content: Content) -> Iterator[Found]:
    """HTML in a text must be of the few tags that a letter needs, and words must not stand in angle brackets.

    Other tags are left out, lest a page run or load what its author did not mean; and any word in angle brackets is
    taken for one.
    """
    if "<" not in document.front.body:
        return
    markup = markup_of(document)
    said: set[str] = set()
    for tag in markup.tags:
        if tag.closes or tag.name in SAFE_TAGS or tag.name in said:
            continue
        said.add(tag.name)
        place = markup.place(tag.start, tag.end)
        if tag.name in _HTML_NAMES or ":" in tag.name:
            yield found(
                place,
                N_("<{name}> is not among the few HTML tags that are published, and would be left out."),
                _INSTEAD.get(tag.name, N_("Delete it, here and wherever else it stands.")),
                name=tag.name,
            )
        elif FILLED_IN_LATER.fullmatch(markup.source[tag.start : tag.end]):
            yield found(
                place,
                N_("What stands in these angle brackets would be left out: it is taken for HTML."),
                N_("It looks like a place that was still to be filled in: put in what belongs there."),
            )
        elif tag.name.startswith("www."):
            yield found(
                place,
                N_("What stands in these angle brackets would be left out: it is taken for HTML."),
                N_("Write https:// before the address: <https://{address}>"),
                address=markup.source[tag.start + 1 : tag.end - 1],
            )
        else:
            yield found(
                place,
                N_("What stands in these angle brackets would be left out: it is taken for HTML."),
                N_("Write &lt; for the first bracket: &lt;{words}"),
                words=" ".join(markup.source[tag.start + 1 : tag.end].split()),
            )


@rule("S55-X19", "tag-not-closed", ERROR)
def tag_not_closed(document: Document, content: Content) -> Iterator[Found]:
    """A block that is opened with an HTML tag, such as `<section>`, must be closed again.

    All that follows would belong to it: the rest of a letter, say, would be shown as the chief officer's words.
    """
    if "<" not in document.front.body:
        return
    markup = markup_of(document)
    is_open: list[Tag] = []
    names_open: Counter[str] = Counter()
    never_closed: list[Tag] = []
    raw: list[Tag] = []  # within a block without Markdown in it only its own tags count
    for tag in markup.tags:
        if raw:
            if tag.name == raw[0].name and tag.closes:
                raw.pop()
            elif tag.name == raw[0].name and not tag.is_empty:
                raw.append(tag)
        elif tag.is_empty or tag.name not in SAFE_TAGS:
            continue
        elif tag.closes and names_open[tag.name]:
            while (last := is_open.pop()).name != tag.name:
                never_closed.append(last)
                names_open[last.name] -= 1
            names_open[tag.name] -= 1
        elif tag.closes and tag.is_block:
            yield found(
                markup.place(tag.start, tag.end),
                N_("This closes a <{name}> that was never opened."),
                N_("Delete it, or open the <{name}> where it begins."),
                name=tag.name,
            )
        elif tag.is_block and not tag.closes:
            if tag.has_markdown:
                is_open.append(tag)
                names_open[tag.name] += 1
            else:
                raw.append(tag)
    for tag in (*never_closed, *is_open, *raw[:1]):
        yield found(
            markup.place(tag.start, tag.end),
            N_("This <{name}> is never closed, so that all that follows belongs to it."),
            N_("Put the line </{name}> where it ends, with an empty line above."),
            name=tag.name,
        )
