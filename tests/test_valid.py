"""Pages are valid HTML: they parse without an error, and elements stand where HTML lets them.

Parsing is html5lib's, which follows the standard's own parser. What that does not look at is asked below.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

SITES = ("built_site", "fictional_site", "english_site", "welsh_site")

_PHRASING = set(
    "a abbr b bdi br button cite code data del desc dfn em i img input ins kbd label line link mark meta noscript"
    " option q rect s samp script select small span strong sub sup svg template text textarea time title u var"
    " wbr".split()
)
_HEADINGS = {f"h{rank}" for rank in range(1, 7)}
_HOLD_PHRASING = {*_HEADINGS, *"p span b strong em i q cite small label time code button".split()}
_CHILDREN = {
    "ul": {"li", "script", "template"},
    "ol": {"li", "script", "template"},
    "dl": {"div", "dt", "dd"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
}
_INTERACTIVE = {"a", "button", "input", "select", "textarea", "label"}


def faults(html: str) -> Iterator[str]:
    """What is wrong with a page."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(html)
    for (line, _column), code, facts in parser.errors:
        yield f"line {line}: {code} {facts}"
    parents = {child: parent for parent in root.iter() for child in parent}
    for template in root.iter("template"):  # a script fills it in
        template[:] = []
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    ids = [each.get("id") for each in elements if each.get("id") is not None]
    yield from (f"the id {id_!r} stands twice" for id_ in sorted({id_ for id_ in ids if ids.count(id_) > 1}))
    for each in elements:
        tag = each.tag.rpartition("}")[2]
        inside = [inner for inner in each.iter() if inner is not each and isinstance(inner.tag, str)]
        if allowed := _CHILDREN.get(tag):
            own = [child.tag for child in each if isinstance(child.tag, str)]
            yield from (f"<{child}> in <{tag}>" for child in own if child not in allowed)
        if tag in _HOLD_PHRASING:
            yield from (f"<{i.tag}> in <{tag}>" for i in inside if i.tag.rpartition("}")[2] not in _PHRASING)
        if tag in ("a", "button"):
            yield from (f"<{i.tag}> in <{tag}>" for i in inside if i.tag in _INTERACTIVE)
        for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "form", "headers"):
            named = (each.get(attribute) or "").split()
            yield from (f"{attribute}={id_} leads nowhere" for id_ in named if id_ not in ids)
        is_field = tag in ("input", "select", "textarea") and each.get("type") != "hidden"
        if is_field and not _label(each, elements, parents):
            yield f"<{tag} name={each.get('name')}> has no label"
        if tag in ("a", "button", "summary", *_HEADINGS) and not _name(each):
            yield f"<{tag}> has no words"
        if tag == "img" and each.get("alt") is None:
            yield "<img> has no alt"
        if each.get("lang") not in (None, "en", "cy"):
            yield f"lang={each.get('lang')}"
        if tag == "table":
            yield from _faults_of_table(each)


def _name(element: Element) -> str:
    pictures = " ".join(inner.get("alt") or "" for inner in element.iter("img"))
    labelled = element.get("aria-labelledby")  # which leads somewhere: that is asked above
    return (element.get("aria-label") or labelled or "".join(element.itertext()) or pictures).strip()


def _label(field: Element, elements: list[Element], parents: dict[Element, Element]) -> bool:
    if field.get("aria-label") or field.get("aria-labelledby"):
        return True
    around = field
    while around in parents:
        around = parents[around]
        if around.tag == "label":
            return True
    return any(each.tag == "label" and each.get("for") == field.get("id") for each in elements if field.get("id"))


def _faults_of_table(table: Element) -> Iterator[str]:
    if (caption := table.find("caption")) is not None and not _name(caption):
        yield "<caption> has no words"
    rows = [[cell for cell in row if cell.tag in ("th", "td")] for row in table.iter("tr")]
    widths = {sum(int(cell.get("colspan") or 1) for cell in row) for row in rows}
    if len(widths) > 1 and not any(cell.get("rowspan") for row in rows for cell in row):
        yield f"rows of {sorted(widths)} cells in one table"
    if not table.findall(".//thead/tr/th"):
        yield "<table> has no head"


KINDS = """
index responses/index responses/2023-fictional-custody/aberfictional/index
responses/2023-fictional-custody/fictionshire/index responses/2016-fictional-peel/fictional-city/index
inspections/index inspections/2023-fictional-custody/index inspections/2023-fictional-custody/r1/index
recommendations/index forces/index forces/aberfictional/index forces/aberfictional/recommendations/index
search/index topics/index topics/custody/index statistics/index rules/index rules/s55-s01/index about/index 404
cy/index cy/ymatebion/index cy/ymatebion/2023-fictional-custody/aberfictional/index
cy/ymatebion/2023-fictional-custody/fictionshire/index cy/arolygiadau/index
cy/arolygiadau/2023-fictional-custody/index cy/arolygiadau/2023-fictional-custody/r1/index cy/argymhellion/index
cy/heddluoedd/index cy/heddluoedd/aberfictional/index cy/heddluoedd/aberfictional/argymhellion/index cy/chwilio/index
cy/pynciau/index cy/pynciau/custody/index cy/ystadegau/index cy/rheolau/index cy/ynghylch/index
""".split()
"""A page of each kind, in English and Welsh."""


@pytest.mark.parametrize("path", KINDS)
def test_a_page_of_each_kind_is_valid(fictional_site: Path, path: str) -> None:
    assert list(faults((fictional_site / f"{path}.html").read_text(encoding="utf-8"))) == []


def test_a_page_of_an_addressed_site_is_valid(addressed_site: Path) -> None:
    for path in ("index", "statistics/index", "responses/2023-fictional-custody/aberfictional/index", "404"):
        assert list(faults((addressed_site / f"{path}.html").read_text(encoding="utf-8"))) == [], path


@pytest.mark.long
@pytest.mark.parametrize("name", SITES)
def test_every_page_is_valid(request: pytest.FixtureRequest, name: str) -> None:
    site = request.getfixturevalue(name)
    wrong = {
        path.relative_to(site).as_posix(): found
        for path in sorted(site.rglob("*.html"))
        if (found := list(faults(path.read_text(encoding="utf-8"))))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<p>One<p>Two</b>", "unexpected-end-tag"),
        ("<ul><p>No entry</p></ul>", "<p> in <ul>"),
        ("<a href=a>out <span><button>in</button></span></a>", "<button> in <a>"),
        ("<h2><div>block</div></h2>", "<div> in <h2>"),
        ("<p id=a>1<p id=a>2", "the id 'a' stands twice"),
        ("<input name=q>", "<input name=q> has no label"),
        ("<h2> </h2>", "<h2> has no words"),
        ("<div aria-labelledby=none>text</div>", "aria-labelledby=none leads nowhere"),
        ("<table><thead><tr><th>a<th>b<tbody><tr><td>c</table>", "rows of [1, 2] cells in one table"),
    ],
)
def test_a_fault_is_found(html: str, fault: str) -> None:
    page = f"<!doctype html><html lang=en><head><title>t</title></head><body>{html}</body></html>"
    assert any(fault in each for each in faults(page)), list(faults(page))
