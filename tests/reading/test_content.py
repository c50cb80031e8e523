"""A content folder becomes documents: each file is what its path says, and of two languages one has the facts."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from section55.findings.text import show
from section55.reading.content import Content, read_content
from section55.reading.documents import Document
from section55.records import Body, Force, Inspection, InspectionText, OwnPage, Response, ResponseText, Site
from section55.records.fields import Record
from section55.rules import examine

FIXTURES = Path(__file__).parents[1] / "fixtures"

RESPONSE = "---\nchief_officer: not-stated\n---\n"
TRANSLATION = "---\nwords_from: body\n---\n"
INSPECTION = "---\ntitle: A fictional report\npublishers: hmicfrs\npublished: 2023-07-20\n---\n"


def read(folder: Path, files: dict[str, str | bytes]) -> Content:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_content(folder)


def only(content: Content) -> Document:
    [document] = content.documents
    return document


# What a path says.


@pytest.mark.parametrize(
    ("path", "model", "name", "language"),
    [
        ("site.md", Site, "site", None),
        ("forces/west-mercia.md", Force, "west-mercia", None),
        ("bodies/west-mercia-2012.md", Body, "west-mercia-2012", None),
        ("inspections/2023-fictional.en.md", Inspection, "2023-fictional", "en"),
        ("inspections/2023-fictional.cy.md", Inspection, "2023-fictional", "cy"),
        ("responses/2023-fictional/gwent-2.cy.md", Response, "2023-fictional/gwent-2", "cy"),
        ("pages/about.en.md", OwnPage, "about", "en"),
    ],
)
def test_a_path_says_what_a_file_is(
    tmp_path: Path, path: str, model: type[Record], name: str, language: str | None
) -> None:
    document = only(read(tmp_path, {path: "---\n---\n"}))
    assert (document.model, document.name, document.language) == (model, name, language)
    assert document.path == f"content/{path}"


@pytest.mark.parametrize(
    "path",
    [
        "gwent.md",
        "sites.md",
        "forces/Gwent.md",
        "forces/gwent.en.md",
        "forces/dyfed_powys.md",
        "forces/wales/gwent.md",
        "bodies/gwent.md",
        "bodies/gwent-12.md",
        "inspections/fictional.en.md",
        "inspections/2023-fictional.md",
        "inspections/2023-fictional.fr.md",
        "responses/gwent.en.md",
        "responses/fictional/gwent.en.md",
        "responses/2023-fictional/gwent.md",
        "responses/2023-fictional/-gwent.en.md",
        "pages/about.md",
    ],
)
def test_a_file_with_any_other_path_is_out_of_place(tmp_path: Path, path: str) -> None:
    document = only(read(tmp_path, {path: RESPONSE}))
    assert document.model is None
    assert [problem.rule for problem in document.problems] == ["file-out-of-place"]


def test_files_of_other_kinds_are_not_read(tmp_path: Path) -> None:
    assert read(tmp_path, {"responses/2023-fictional/letter.pdf": b"%PDF", "notes.txt": "a"}).documents == []


def test_files_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    names = ["forces/b.md", "forces/a.md", "forces/a-b.md", "bodies/z-2012.md"]
    assert [document.path for document in read(tmp_path, dict.fromkeys(names, "---\n---\n")).documents] == [
        "content/bodies/z-2012.md",
        "content/forces/a-b.md",
        "content/forces/a.md",
        "content/forces/b.md",
    ]


# Of a record's two files, one has the facts.


@pytest.mark.parametrize(
    ("english", "welsh", "models"),
    [
        (RESPONSE, TRANSLATION, (Response, ResponseText)),
        (TRANSLATION, RESPONSE, (ResponseText, Response)),
        (RESPONSE, RESPONSE, (Response, Response)),
        # Neither has the key that only the facts have: the one that could be a translation is taken for it.
        ("---\nsigned_by: Nobody\n---\n", TRANSLATION, (Response, ResponseText)),
        (TRANSLATION, TRANSLATION, (ResponseText, ResponseText)),
    ],
)
def test_the_file_without_the_facts_is_that_of_the_other_language(
    tmp_path: Path, english: str, welsh: str, models: tuple[type[Record], ...]
) -> None:
    content = read(tmp_path, {"responses/2023-fictional/a.en.md": english, "responses/2023-fictional/a.cy.md": welsh})
    by_language = {document.language: document.model for document in content.documents}
    assert (by_language["en"], by_language["cy"]) == models
    assert len(content.of(Response)["2023-fictional/a"]) == 2


def test_an_inspections_other_file_is_told_by_its_publishers(tmp_path: Path) -> None:
    welsh = "---\ntitle: Adroddiad ffuglennol\nwords_from: publisher\n---\n"
    content = read(tmp_path, {"inspections/2023-a.en.md": INSPECTION, "inspections/2023-a.cy.md": welsh})
    assert {document.language: document.model for document in content.documents} == {
        "en": Inspection,
        "cy": InspectionText,
    }


# A record and its text.


def test_a_text_is_cut_at_the_items_of_every_inspection_that_it_answers(tmp_path: Path) -> None:
    items = "items:\n  r1:\n    kind: recommendation\n"
    content = read(
        tmp_path,
        {
            "inspections/2023-a.en.md": INSPECTION.replace("published:", f"{items}published:"),
            "inspections/2023-b.en.md": INSPECTION.replace("published:", f"{items.replace('r1', 'r2')}published:"),
            "responses/2023-a/c.en.md": RESPONSE.replace("---\n", "---\nalso_answers:\n  - 2023-b\n", 1)
            + "## All {#comments}\n\nA.\n\nB.\n{#r1}\n\nC.\n\nD.\n{#r2}\n",
        },
    )
    [document] = content.of(Response)["2023-a/c"]
    assert {id_: section.words for id_, section in document.text.sections.items()} == {
        "comments": "All A.",
        "r1": "B. C.",
        "r2": "D.",
    }


def test_a_broken_file_has_no_record_and_keeps_its_place_among_its_kind(tmp_path: Path) -> None:
    content = read(tmp_path, {"forces/gwent.md": "---\nname\n---\n"})
    assert list(content.of(Force)) == ["gwent"]
    assert only(content).record is None


def test_a_file_from_windows_has_the_record_and_the_places_of_one_from_elsewhere(tmp_path: Path) -> None:
    for folder in ("unix", "windows"):
        (tmp_path / folder).mkdir()
    file = "responses/2023-fictional/a.en.md"
    text = "---\nchief_officer: not-stated\ndated: 2023-02-30\n---\n\nA.\n{#r1}\n\nB.\n{#r1}\n"
    unix = only(read(tmp_path / "unix", {file: text}))
    windows = only(read(tmp_path / "windows", {file: text.replace("\n", "\r\n")}))
    assert unix.problems == windows.problems != []
    assert unix.text == windows.text
    assert unix.place_of_id("r1", 2) == windows.place_of_id("r1", 2)


@pytest.mark.parametrize(
    ("body", "occurrence", "line", "column"),
    [
        ("## A {#r1}", 1, 4, 8),
        ("A.\n{#r1}", 1, 5, 3),
        ('<section id="r1" markdown="1">', 1, 4, 14),
        ("<section id='r1' markdown='1'>", 1, 4, 14),
        ("<section id=r1 markdown>", 1, 4, 13),
        ("| A {.b #r1} |", 1, 4, 10),
        ("A {lang=cy #r1}", 1, 4, 13),
        ("A {id=r1}", 1, 4, 7),
        # Neither the id's beginning, nor words, nor a link is what gives a part the id.
        ("## A {#r1-a}\n\n## B {#r12}\n\n## C {#r1}", 1, 8, 8),
        ("Room #r1 and [a link](#r1).\n\n## A {#r1}", 1, 6, 8),
        # The second of two; the text's beginning where there is none.
        ("## A {#r1}\n\nB.\n{#r1}", 2, 7, 3),
        ("| A {#r1} | B {#r1} |", 2, 4, 17),
        ("A.", 1, 3, 1),
    ],
)
def test_the_place_of_an_id(tmp_path: Path, body: str, occurrence: int, line: int, column: int) -> None:
    document = only(read(tmp_path, {"responses/2023-a/b.en.md": RESPONSE + body}))
    place = document.place_of_id("r1", occurrence)
    assert (place.line, place.column) == (line, column)


# Anything at all.


FACTS = st.lists(
    st.sampled_from(
        ["---\n", "\n", "  ", "title", "source", "answers", "items", "published", "chief_officer", "name", "en"]
        + [": ", ":\n", "- ", "[", "]", "{", "}", ", ", '"', "'", "|\n", "&a ", "*a", "!!str ", "? ", "#", "no"]
        + ["r1", "12:30", "2023-02-30", "2023-07-20", "~", "<<", "all", "\t", "{#r1}", "😀", "\x00"]
        + ['<section id="r1" markdown="1">']
    )
    | st.text(max_size=3),
    max_size=40,
).map("".join)
FILES = st.sampled_from(
    ["site.md", "forces/a.md", "bodies/a-2012.md", "inspections/2023-b.en.md", "inspections/2023-b.cy.md"]
    + ["responses/2023-b/a.en.md", "responses/2023-b/a.cy.md", "pages/a.en.md", "anywhere.md"]
)
BYTES = st.binary() | (st.text() | FACTS | FACTS.map("---\n{}\n---\nA.\n".format)).map(str.encode)
SPOILERS = ["", "\n", " ", ":", "-", '"', "'", "[", "{", "}", "#", "\t", "😀", "\x00"]


@settings(deadline=None)
@given(files=st.dictionaries(FILES, BYTES, min_size=1, max_size=3))
def test_no_folder_raises_and_every_finding_lies_inside_its_file(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]
) -> None:
    content = read(tmp_path_factory.mktemp("content"), dict(files))
    found = examine(content).findings
    assert show(found).count("  --> ") == len(found)
    for finding in found:
        data = files[finding.path.removeprefix("content/")]
        lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= finding.line <= len(lines)
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1


@settings(deadline=None)
@given(data=st.data())
def test_a_record_spoilt_anywhere_does_not_raise(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """One character of a right record is replaced; what comes of it is findings, or nothing."""
    folder = FIXTURES / "register"
    name = data.draw(st.sampled_from(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))))
    text = (folder / name).read_text(encoding="utf-8")
    at = data.draw(st.integers(0, len(text) - 1))
    spoilt = text[:at] + data.draw(st.sampled_from(SPOILERS)) + text[at + 1 :]
    content = read(tmp_path_factory.mktemp("content"), {name: spoilt})
    for finding in examine(content).findings:
        assert 1 <= finding.line <= spoilt.count("\n") + 1
