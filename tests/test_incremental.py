"""A build that finds what the last one left gives the same bytes as one that finds nothing, whatever came between."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.exceptions import MkDocsException
from sampling import at_length
from section55.checking import check
from section55.pages import site_pages
from section55.pages.rendering import Renderer
from section55.publishing import Leavings
from section55.register import Inspection, Register, Response
from section55.search import searched

ROOT = Path(__file__).parents[1]
FIXTURE = ROOT / "tests" / "fixtures" / "register"
TEMPLATES = ROOT / "overrides" / "records"

Build = Callable[..., Path]


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def assert_same(one: Path, other: Path) -> None:
    """Asserts that two sites hold the same; the difference is told by names, not by bytes."""
    ones, others = files(one), files(other)
    assert sorted(ones) == sorted(others)
    assert [path for path in ones if ones[path] != others[path]] == []


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(FIXTURE, tmp_path / "content")


def test_a_site_that_names_no_repository_links_to_the_one_that_it_is_published_from(
    build_site: Build, content: Path, tmp_path: Path
) -> None:
    named, response = "https://github.com/fictional-example/register", "responses/2023-fictional-custody/aberfictional"
    published_from = "https://github.com/another-example/register"

    def links(site: Path) -> tuple[bool, bool]:
        page = (site / response / "index.html").read_text("utf-8")
        data = (site / "api/v1/index.json").read_text("utf-8")
        edits = (f"{each}/edit/main/content/{response}.en.md" for each in (named, published_from))
        return tuple(edit in page and edit.partition("/edit")[0] in data for edit in edits)

    site = build_site(content, tmp_path / "site", repository=published_from)
    assert links(site) == (True, False)
    replace("site.md", f"repository: {named}\n", "")(content)
    assert links(build_site(content, site, repository=published_from)) == (False, True)
    assert links(build_site(content, site)) == (False, False)
    assert_same(build_site(content, tmp_path / "anew"), site)


# What can happen between two builds


def replace(path: str, old: str, new: str) -> Callable[[Path], None]:
    """An edit that replaces some words in a file; it does nothing where they are not there any more."""

    def edit(content: Path) -> None:
        file = content / path
        if file.exists():
            file.write_text(file.read_text("utf-8").replace(old, new), "utf-8", newline="\n")

    return edit


def append(path: str, text: str) -> Callable[[Path], None]:
    def edit(content: Path) -> None:
        file = content / path
        if file.exists():
            file.write_text(f"{file.read_text('utf-8')}\n{text}\n", "utf-8", newline="\n")

    return edit


def remove(path: str) -> Callable[[Path], None]:
    return lambda content: (content / path).unlink(missing_ok=True)


def restore(path: str) -> Callable[[Path], None]:
    def edit(content: Path) -> None:
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(FIXTURE / path, content / path)

    return edit


def copy(path: str, to: str) -> Callable[[Path], None]:
    def edit(content: Path) -> None:
        if (content / path).exists():
            shutil.copyfile(content / path, content / to)

    return edit


def rename(path: str, to: str) -> Callable[[Path], None]:
    def edit(content: Path) -> None:
        if (content / path).exists():
            os.replace(content / path, content / to)

    return edit


CUSTODY = "responses/2023-fictional-custody/"
EDITS: dict[str, Callable[[Path], None]] = {
    "a response's text": append(f"{CUSTODY}fictionshire.en.md", "A sentence that was added."),
    "a translation's text": append(f"{CUSTODY}aberfictional.cy.md", "Brawddeg a ychwanegwyd."),
    "a response's signature": replace(f"{CUSTODY}fictionshire.en.md", "signed_by: ", "signed_by: Another "),
    "a response is gone": remove(f"{CUSTODY}fictionshire.en.md"),
    "it is there again": restore(f"{CUSTODY}fictionshire.en.md"),
    "a second response": copy(f"{CUSTODY}fictional-city.en.md", f"{CUSTODY}fictional-city-2.en.md"),
    "that goes": remove(f"{CUSTODY}fictional-city-2.en.md"),
    "a response under another name": rename(f"{CUSTODY}fictional-city.en.md", f"{CUSTODY}fictional-city-3.en.md"),
    "and under its own": rename(f"{CUSTODY}fictional-city-3.en.md", f"{CUSTODY}fictional-city.en.md"),
    "a report's title": replace("inspections/2023-fictional-custody.en.md", "title: An", "title: Another"),
    "a recommendation's words": replace("inspections/2023-fictional-custody.en.md", "all fictional", "most fictional"),
    "a report that follows": replace("inspections/2024-fictional-revisit.en.md", "title: ", "title: Yet "),
    "the site's name": replace("site.md", "fictional", "made-up"),
    "a force's chief officer": replace("forces/fictionshire.md", "chief-constable", "commissioner-of-police"),
    "a body's name": replace("bodies/fictionshire-2012.md", "Police and Crime", "Crime and Police"),
    "a body publishes here": replace(
        "bodies/fictionshire-2012.md", "type: ", "publishes_here_since: 2012-12-01\ntype: "
    ),
    "an own page": replace("pages/home.en.md", "title: ", "title: A "),
    "a mistake": replace(f"{CUSTODY}aberfictional.en.md", "chief_officer:", "chief_oficer:"),
    "its cure": replace(f"{CUSTODY}aberfictional.en.md", "chief_oficer:", "chief_officer:"),
}

FEW = settings(
    max_examples=4, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)
MANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def holds_after(build_site: Build, folder: Path, edits: list[str]) -> None:
    """Builds after each edit; asserts at last that the site is what a first build makes of right content."""
    content = shutil.copytree(FIXTURE, folder / "content")
    build_site(content, folder / "site")
    for name in edits:
        EDITS[name](content)
        before = files(folder / "site")
        try:
            build_site(content, folder / "site")
        except MkDocsException:  # refused, and the site stays as it was
            assert files(folder / "site") == before
    try:
        build_site(content, folder / "new/site")
    except MkDocsException:
        return
    assert_same(folder / "site", folder / "new/site")


@FEW
@given(edits=st.lists(st.sampled_from(list(EDITS)), min_size=2, max_size=5))
def test_an_incremental_build_equals_a_clean_one(
    build_site: Build, tmp_path_factory: pytest.TempPathFactory, edits: list[str]
) -> None:
    holds_after(build_site, tmp_path_factory.mktemp("edits"), edits)


@pytest.mark.long
@MANY
@given(edits=st.lists(st.sampled_from(list(EDITS)), min_size=1, max_size=8))
def test_an_incremental_build_equals_a_clean_one_after_any_edits(
    build_site: Build, tmp_path_factory: pytest.TempPathFactory, edits: list[str]
) -> None:
    holds_after(build_site, tmp_path_factory.mktemp("edits"), edits)


@pytest.mark.long
@pytest.mark.parametrize("name", EDITS)
def test_each_edit_alone(build_site: Build, tmp_path: Path, name: str) -> None:
    holds_after(build_site, tmp_path, [name])


def test_what_did_not_change_is_not_made_again(build_site: Build, content: Path, tmp_path: Path) -> None:
    site = build_site(content, tmp_path / "site")
    made = {path: path.stat().st_ino for path in site.rglob("*.html")}
    EDITS["a response's text"](content)
    build_site(content, site)
    again = {path.relative_to(site).as_posix() for path, number in made.items() if path.stat().st_ino != number}
    assert "responses/2023-fictional-custody/fictionshire/index.html" in again
    assert "cy/ymatebion/2023-fictional-custody/fictionshire/index.html" in again
    assert "responses/2023-fictional-custody/aberfictional/index.html" not in again
    assert not {path for path in again if path.startswith(("rules/", "inspections/2024-", "topics/"))}
    assert len(again) < len(made) / 3


# What the site is made with


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("overrides/records/response.html", "{", "<!-- a change -->{"),
        ("hooks/pages.py", '"assets/images/favicon.png", ', ""),
        *at_length(
            [
                ("overrides/main.html", "</body>", "<!-- a change --></body>"),
                ("hooks/section55/language/cy.po", 'msgstr "Ymatebion"', 'msgstr "Atebion"'),
                ("hooks/section55/pages/lists.py", "PAGE_SIZE = 50", "PAGE_SIZE = 2"),
                ("mkdocs.yml", "  - assets/site.css\n", "  - assets/site.css\n  - assets/search.css\n"),
            ]
        ),
    ],
)
def test_a_change_of_a_template_the_catalogue_or_the_program_reaches_every_page(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    project = tmp_path / "project"
    for folder in ("hooks", "overrides"):
        shutil.copytree(ROOT / folder, project / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(FIXTURE, project / "content")

    def build(output: Path) -> Path:
        command = ("-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(output))
        environment = os.environ | {"PYTHONPATH": "hooks", "NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore"}
        subprocess.run([sys.executable, *command], cwd=project, env=environment, check=True)
        return output

    build(tmp_path / "site")
    before = files(tmp_path / "site")
    text = (project / file).read_text("utf-8")
    assert old in text
    (project / file).write_text(text.replace(old, new, 1), "utf-8", newline="\n")
    assert_same(build(tmp_path / "site"), build(tmp_path / "new/site"))
    assert files(tmp_path / "site") != before


# Builds that are cut off


class Killed(BaseException):
    """In place of the end of a process."""


@pytest.mark.parametrize("after", [0, 7, *at_length([1, 40])])
def test_a_build_that_is_killed_while_it_switches_is_finished_by_the_next(
    build_site: Build, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    site = build_site(content, tmp_path / "site")
    for name in ("a response's text", "a report's title", "a response under another name", "an own page"):
        EDITS[name](content)
    moves = 0
    move = os.replace

    def move_some(source: object, target: object) -> None:
        nonlocal moves
        if str(tmp_path / "site") in str(target):
            if moves == after:
                raise Killed
            moves += 1
        move(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", move_some)
        with pytest.raises(Killed):
            build_site(content, site)
    assert_same(build_site(content, site), build_site(content, tmp_path / "new/site"))


def test_a_build_that_is_killed_before_it_switches_leaves_the_site_as_it_was(
    build_site: Build, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = build_site(content, tmp_path / "site")
    before = files(site)
    EDITS["a report's title"](content)

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(Leavings, "switch", killed)
        with pytest.raises(Killed):
            build_site(content, site)
    assert files(site) == before
    assert_same(build_site(content, site), build_site(content, tmp_path / "new/site"))


def test_pages_can_be_shown_before_search_is_made_and_a_build_that_is_killed_then_is_finished_by_the_next(
    build_site: Build, content: Path, tmp_path: Path
) -> None:
    site = build_site(content, tmp_path / "site")
    indexes = files(site / "pagefind")
    EDITS["a response's text"](content)
    new = build_site(content, tmp_path / "new/site")

    def killed() -> None:
        raise Killed

    with pytest.raises(Killed):
        build_site(content, site, when_shown=killed)
    address = "responses/2023-fictional-custody/fictionshire/index.html"
    assert (site / address).read_bytes() == (new / address).read_bytes()
    assert files(site / "pagefind") == indexes != files(new / "pagefind")
    assert_same(build_site(content, site), new)

    EDITS["a report's title"](content)
    shown: list[bool] = []
    build_site(content, site, when_shown=lambda: shown.append(True))
    assert shown == [True]
    assert_same(site, build_site(content, tmp_path / "newer/site"))


LEAVINGS = ["made.json", "texts.sqlite", "switch.json", "templates"]
DAMAGES = [b"", b"{", b"SQLite format 3\0 and no more", None]
OFTEN = [("made.json", b"{"), ("texts.sqlite", b""), ("switch.json", None), ("templates", DAMAGES[2])]
"""Of all pairs those that are tried each time: every file, and every damage."""


@pytest.mark.parametrize(
    ("file", "damage"),
    [*OFTEN, *at_length(pair for pair in product(LEAVINGS, DAMAGES) if pair not in OFTEN)],
)
def test_leavings_that_cannot_be_used_are_as_good_as_none(
    build_site: Build, content: Path, tmp_path: Path, file: str, damage: bytes | None
) -> None:
    site = build_site(content, tmp_path / "site")
    path = Leavings(site).folder / file
    for each in [*path.iterdir()] if path.is_dir() else [path]:
        if damage is None:
            each.unlink(missing_ok=True)
        else:
            each.write_bytes(damage)
    EDITS["a response's text"](content)
    assert_same(build_site(content, site), build_site(content, tmp_path / "new/site"))


def test_a_page_that_somebody_removed_or_added_is_put_right(build_site: Build, content: Path, tmp_path: Path) -> None:
    site = build_site(content, tmp_path / "site")
    (site / "responses/index.html").unlink()
    (site / "stray").mkdir()
    (site / "stray/index.html").write_text("a stray page", "utf-8")
    assert_same(build_site(content, site), build_site(content, tmp_path / "new/site"))
    assert not (site / "stray").exists()


# Reproducible builds


@pytest.mark.parametrize(
    "variables", [{"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}, {"LC_ALL": "C", "LANG": "C"}]
)
def test_the_same_content_gives_the_same_bytes_anywhere(
    fictional_site: Path, tmp_path: Path, variables: dict[str, str]
) -> None:
    content = tmp_path / "content"
    for path in sorted(FIXTURE.rglob("*"), reverse=True):  # in another order, at another time, at another place
        if path.is_file():
            copy = content / path.relative_to(FIXTURE)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
            os.utime(copy, (0, 0))
    subprocess.run(
        [sys.executable, str(ROOT / "scripts/build"), "--content", str(content), "--output", str(tmp_path / "site")],
        cwd=tmp_path,
        env=os.environ | variables,
        check=True,
        capture_output=True,
    )
    assert_same(tmp_path / "site", fictional_site)


# What a page looks at


SEEN_FROM_OUTSIDE = {
    Inspection: {"id"},
    Response: {"id", "file", "inspection", "force", "number"},
}
"""What is known of a record without its files: where it stands."""


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[tuple[object, str]]]:
    """The records that are looked at, each with the attribute that was asked for."""
    seen: set[tuple[object, str]] = set()
    for model in SEEN_FROM_OUTSIDE:
        ask = object.__getattribute__

        def asked(self: object, name: str, ask: Callable = ask) -> object:
            if not name.startswith("__"):
                seen.add((self, name))
            return ask(self, name)

        monkeypatch.setattr(model, "__getattribute__", asked, raising=False)
    yield seen


def register_of(content: Path) -> Register:
    register = check(content).register
    assert register is not None
    return register


def test_a_page_looks_at_nothing_but_the_records_that_it_says_it_shows(looks: set[tuple[object, str]]) -> None:
    register = register_of(FIXTURE)
    renderer = Renderer(register, TEMPLATES)
    pages = list(site_pages(register))
    for page in pages:
        if page.shows is None or page.section == "rules":
            continue
        looks.clear()
        view = page.make()
        slots = renderer.slots(page, view)
        if page.indexed:
            searched(page, view, slots["content"], register.languages, f"{page.language}/2023")
        shown = set(page.shows)
        beside = {(type(record).__name__, record.id, name) for record, name in looks if record not in shown} - {
            (type(record).__name__, record.id, name)
            for record, name in looks
            if name in SEEN_FROM_OUTSIDE[type(record)]
        }
        assert not beside, page.path
        for record, name in list(looks):
            if name == "answering":  # how many they are decides what is shown, even of those that are not looked at
                assert set(record.answering) <= shown or len(record.answering) in page.at, page.path
