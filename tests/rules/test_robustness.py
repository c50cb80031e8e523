"""No input makes a traceback; a finding lies inside its file; and what the check passes, the site renders.

First the inputs that somebody thought of, then those that nobody did: Hypothesis makes bytes, front matter and
mutations of right records. A small sample, always the same, runs each time; `scripts/test --all` runs thousands.
"""

import os
import random
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from golden import BASE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import FileSystemBytecodeCache
from section55.checking import Checked, check
from section55.findings.text import show
from section55.pages import site_pages
from section55.pages.rendering import Renderer
from section55.records import Body, Force, Inspection, InspectionText, OwnPage, Response, ResponseText, Site
from section55.records.schema import FILES, fields, parts

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
TEMPLATES = ROOT / "overrides" / "records"
TODAY = date(2026, 1, 1)

SITE = "site.md"
RESPONSE = "responses/2023-fictional/fictionshire.en.md"
INSPECTION = "inspections/2023-fictional.en.md"
ANOTHER = "responses/2023-fictional/fictionshire-2.en.md"

Lay = Callable[..., Path]
Change = Callable[..., str]

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such thing")


def codes(content: Path) -> list[str]:
    return [finding.code for finding in check(content, "content", today=TODAY).findings]


def said(content: Path) -> str:
    return show(check(content, "content", today=TODAY).findings)


# Files that are too much.


def test_a_file_of_fifty_megabytes_is_not_read(lay: Lay) -> None:
    content = lay({})
    with (content / RESPONSE).open("wb") as file:
        file.truncate(50_000_000)
    assert codes(content) == ["S55-F02"]


LEVELS = 10_000
BOMB = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20))


FRONT_MATTER = {
    "a bomb": (f"a0: &a0 lol\n{BOMB}\n", "S55-F11"),
    "a merge": ("<<: *a\n", "S55-F11"),
    "lists in brackets": (f"title: {'[' * LEVELS}{']' * LEVELS}\n", "S55-F11"),
    "facts in braces": (f"title: {'{a: ' * LEVELS}{'}' * LEVELS}\n", "S55-F11"),
    "lists on a line": (f"title:\n  {'- ' * LEVELS}a\n", "S55-F11"),
    "facts on lines": ("".join(f"{' ' * level}a:\n" for level in range(2_000)), "S55-F11"),
    "keys on a line": (f"{'? ' * LEVELS}a\n", "S55-F11"),
    "brackets without end": (f"title: {'[' * LEVELS}\n", "S55-F11"),
    "a megabyte": (f"title: {'a' * 1_000_000}\n", None),
    "a thousand keys": ("".join(f"a{n}: b\n" for n in range(1_000)), "S55-F14"),
}


@pytest.mark.parametrize("name", FRONT_MATTER)
def test_front_matter_that_is_too_much(lay: Lay, changed: Change, name: str) -> None:
    facts, code = FRONT_MATTER[name]
    text = changed(RESPONSE, ("---\nsigned_by", f"---\n{facts}signed_by"))
    assert set(codes(lay({RESPONSE: text}))) == ({code} if code else set())


TOO_DEEP = {
    "bullets set in": "".join(f"{'    ' * level}- a\n" for level in range(1_000)),
    "numbers set in": "".join(f"{'    ' * level}1. a\n" for level in range(1_000)),
    "bullets on a line": "- " * LEVELS + "a",
    "quotations": ">" * LEVELS + " a",
    "quotations apart": "> " * LEVELS + "a",
    "bullets and quotations": "- > " * LEVELS + "a",
    "brackets": "[" * LEVELS + "a" + "]" * LEVELS,
    "links": "[" * LEVELS + "a" + "](b)" * LEVELS,
    "pictures": "![" * LEVELS + "a",
    "blocks": '<div markdown="1">\n' * LEVELS + "\na\n" + "</div>\n" * LEVELS,
    "sections without end": "<section>" * LEVELS,
    "spans without end": "<span>" * LEVELS + "a",
    "tags without end": "<a " * LEVELS,
    "CDATA": "<![CDATA[" * LEVELS,
    "comments without end": "<!--" * LEVELS,
}


@pytest.mark.parametrize("name", TOO_DEEP)
def test_a_text_that_is_nested_too_deep(lay: Lay, changed: Change, name: str) -> None:
    assert set(codes(lay({RESPONSE: f"{changed(RESPONSE)}\n{TOO_DEEP[name]}\n"}))) == {"S55-F21"}


MUCH = {
    "emphasis without end": "*a **b " * LEVELS,
    "emphasis in emphasis": "*a _b " * 1_000 + "x" + "_ *" * 1_000,
    "stars": "*" * LEVELS + "a",
    "backticks": "`" * LEVELS + "a",
    "backslashes": "\\" * LEVELS,
    "entities": "&#" * LEVELS,
    "less than": "<" * LEVELS,
    "attributes": "# a {" + "#a .b " * LEVELS + "}",
    "empty lines": "\n" * 100_000 + "a",
    "a rule": "- " * LEVELS,
    "a wide table": "|" + "a|" * 1_000 + "\n|" + "-|" * 1_000 + "\n|" + "b|" * 1_000,
    "one id": "a\n{#comments}\n\n" * 1_000,
    "pictures": "![a](b.png) " * 2_000,
    "references": "[a][b] " * 2_000,
    "paragraphs without end": "<p>a" * 1_000,
}


@pytest.mark.parametrize("name", MUCH)
def test_a_text_that_is_merely_much_is_checked_to_its_end(lay: Lay, changed: Change, name: str) -> None:
    holds(lay({RESPONSE: f"{changed(RESPONSE)}\n{MUCH[name]}\n"}))


def test_the_depth_that_is_allowed_is_converted(lay: Lay, changed: Change) -> None:
    lists = "".join(f"{'    ' * level}- The cells of wing {level} are lit\n" for level in range(49))
    checked = check(lay({RESPONSE: f"{changed(RESPONSE)}\n{lists}\n"}))
    assert checked.errors == []
    assert "wing 48" in next(each.text.words for each in checked.content.documents if each.path.endswith(RESPONSE))


# Things that are no files, or not for long.

SECRET = "---\nname:\n  en: A secret\n---\nA secret\n"


@pytest.fixture
def link(tmp_path: Path) -> Callable[[str, str], Path]:
    """Makes a link in the content folder, to a path from the folder around it; skips where none can be made."""
    (tmp_path / "secret.md").write_text(SECRET, encoding="utf-8")
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "mythshire.md").write_text(SECRET, encoding="utf-8")

    def make(name: str, target: str) -> Path:
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            path.symlink_to(tmp_path / target)
        except OSError:
            pytest.skip("this system lets nobody make links")
        return path

    return make


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("forces/mythshire.md", "secret.md"),
        ("forces/mythshire.md", "nothing.md"),
        ("forces/mythshire.md", "content/forces/fictionshire.md"),
        ("forces/mythshire.md", "content/forces/mythshire.md"),
        ("notes.md", "secret.md"),
        ("responses/2023-fictional/letter.pdf", "secret.md"),
        ("responses/2023-mythical", "secrets"),
        ("responses/2023-fictional/again", "content"),
    ],
    ids=["out", "nowhere", "within", "itself", "no record", "attachment", "folder", "loop"],
)
def test_a_link_is_not_followed(lay: Lay, link: Callable[[str, str], Path], name: str, target: str) -> None:
    content = lay({})
    link(name, target)
    assert said(content) == (
        "error[S55-F01]: This is a link to another place, and links are not followed.\n"
        f"  --> content/{name}:1:1\n  = Put the file itself here.\n"
    )
    assert all("secret" not in each.source for each in check(content).content.documents)


def test_a_folder_with_the_name_of_a_file(lay: Lay, changed: Change) -> None:
    content = lay({f"{ANOTHER}/letter.en.md": changed(RESPONSE)})
    assert said(content) == (
        f"error[S55-F01]: This is a folder, though its name is a file's.\n  --> content/{ANOTHER}:1:1\n"
        "  = Give the folder another name.\n\n"
        f"error[S55-F06]: No record belongs under the name {ANOTHER}/letter.en.md.\n"
        f"  --> content/{ANOTHER}/letter.en.md:1:1\n"
        "  = Name it responses/2023-fictional/letter.en.md: "
        "in the folder of its inspection, for its force, and its language, .en or .cy.\n"
    )


def test_a_file_that_vanishes_while_it_is_read(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    lstat = Path.lstat

    def vanish(path: Path) -> os.stat_result:
        if path.as_posix().endswith(RESPONSE):
            path.unlink()
        return lstat(path)

    content = lay({})
    monkeypatch.setattr(Path, "lstat", vanish)
    assert said(content) == (
        f"error[S55-F01]: This was here, and is gone.\n  --> content/{RESPONSE}:1:1\n"
        "  = It was moved or deleted during the check; check again.\n"
    )


def test_a_file_that_may_not_be_read(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulated: an administrator reads everything."""
    open_ = Path.open

    def refuse(path: Path, *arguments: str) -> object:
        if path.as_posix().endswith(RESPONSE):
            raise PermissionError(13, "Permission denied")
        return open_(path, *arguments)

    content = lay({})
    monkeypatch.setattr(Path, "open", refuse)
    assert said(content) == (
        "error[S55-F01]: This cannot be read: the computer does not permit it.\n"
        f"  --> content/{RESPONSE}:1:1\n  = Ask whoever put it here for the right to read it.\n"
    )


def test_a_folder_that_may_not_be_looked_into(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(path: os.PathLike[str]) -> object:
        if Path(path).name == "responses":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    content = lay({})
    monkeypatch.setattr(os, "scandir", refuse)
    assert said(content).startswith(
        "error[S55-F01]: This cannot be read: the computer does not permit it.\n  --> content/responses:1:1\n"
    )


def test_a_disk_that_fails(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> os.stat_result:
        raise OSError(5, "Input/output error")

    content = lay({})
    monkeypatch.setattr(Path, "lstat", fail)
    assert "error[S55-F01]: This cannot be read; the computer says “Input/output error”.\n" in said(content)


def test_a_folder_can_be_the_root_of_a_repository(lay: Lay) -> None:
    of_git = (".git/config", ".git/objects/1f/2e", ".github/workflows/check.yml", ".github/README.md")
    its_own = (*of_git, "README.md", "LICENSE")
    content = lay(dict.fromkeys(its_own, b"#"))
    assert said(content) == ""


def test_what_lies_deeper_is_no_repository_s(lay: Lay) -> None:
    content = lay({"responses/.2023-fictional/letter.en.md": b"#", "responses/LICENSE": b"#"})
    assert codes(content) == ["S55-F06", "S55-R16"]


@pytest.mark.parametrize(
    "facts",
    ["signed_by: no", "signed_by: 'A. Person", "signed_by: A. Person\nsigned_by: A. Person"],
    ids=["a wrong value", "no YAML", "a key twice"],
)
def test_what_belongs_to_a_record_that_is_not_right_is_no_stray(lay: Lay, changed: Change, facts: str) -> None:
    attachments = "attachments:\n  - file: signed.pdf\n    title: The signed letter\n"
    content = lay(
        {
            RESPONSE: changed(RESPONSE, ("signed_by: A. Person", f"{attachments}{facts}")),
            "responses/2023-fictional/signed.pdf": b"%PDF",
            "responses/2023-fictional/other.pdf": b"%PDF",
        }
    )
    findings = check(content, "content").findings
    assert [each.path for each in findings if each.code == "S55-R16"] == ["content/responses/2023-fictional/other.pdf"]


def test_what_an_unreadable_record_attaches_nobody_knows(lay: Lay) -> None:
    content = lay({RESPONSE: b"\xff", "responses/2023-fictional/signed.pdf": b"%PDF"})
    assert codes(content) == ["S55-F03", "S55-F07"]


@on_unix
def test_a_pipe_is_not_waited_for(lay: Lay) -> None:
    content = lay({RESPONSE: None})
    os.mkfifo(content / RESPONSE)
    assert said(content) == (
        f"error[S55-F01]: This is no file, though its name is a file's.\n  --> content/{RESPONSE}:1:1\n"
        "  = Take it away.\n"
    )


# Names.


@pytest.mark.parametrize(
    "name",
    [
        "forces/mythshire.MD",
        "forces/Mythshire.md",
        "forces/mythshire.markdown",
        "forces/myth shire.md",
        "forces/sir-fôn.md",
        "forces/.md",
        "forces/.mythshire.md",
        "forces/mythshire.md.md",
        "forces/mythshire.en.md",
        "forces/mythshire-.md",
        "forces/{name}.md",
        "responses/2023-fictional/fictionshire.EN.md",
        "NOTES.md",
        "responses/README.md",
    ],
)
def test_a_name_that_is_no_records(lay: Lay, changed: Change, name: str) -> None:
    content = lay({name: changed("forces/fictionshire.md")})
    assert said(content).startswith(
        f"error[S55-F06]: No record belongs under the name {name}.\n  --> content/{name}:1:1\n"
    )
    assert codes(content) == ["S55-F06"]


@on_unix
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"a\nb.md", r"a\nb.md"),
        (b"\x1b[31ma.md", r"\x1b[31ma.md"),
        ("a\N{RIGHT-TO-LEFT OVERRIDE}b.md".encode(), r"a\u202eb.md"),
        (b"\xff.md", r"\udcff.md"),
        (b"::error::a.md", "::error::a.md"),
    ],
)
def test_a_name_that_no_screen_could_show(lay: Lay, name: bytes, shown: str) -> None:
    content = lay({})
    try:
        (content / os.fsdecode(name)).write_bytes(b"a")
    except OSError:
        pytest.skip("this file system refuses such a name itself")
    output = said(content)
    assert output.startswith(f"error[S55-F06]: No record belongs under the name {shown}.\n  --> content/{shown}:1:1\n")
    output.encode()


@on_unix
@pytest.mark.parametrize(("name", "shown"), [(b"a\nb.pdf", r"a\nb.pdf"), (b"\xff.pdf", r"\udcff.pdf")])
def test_the_name_of_another_file_that_no_screen_could_show(lay: Lay, name: bytes, shown: str) -> None:
    content = lay({})
    try:
        (content / os.fsdecode(name)).write_bytes(b"a")
    except OSError:
        pytest.skip("this file system refuses such a name itself")
    output = said(content)
    assert f"[S55-R16]: No record is named {shown}, and" in output
    assert f"--> content/{shown}:1:1\n" in output
    output.encode()


def test_a_line_of_the_facts_that_holds_nothing_but_a_no_break_space(lay: Lay, changed: Change) -> None:
    name = "bodies/fictionshire-2012.md"
    second, third = changed(name).split("\n")[1:3]
    finding, *_ = holds(lay({name: changed(name, (f"{second}\n{third}", f"{second}\n\u00a0"))})).findings
    assert (finding.code, finding.line, finding.column, finding.end_column) == ("S55-F09", 3, 1, 2)


def test_content_without_records_is_a_site_without_records(tmp_path: Path, changed: Change) -> None:
    (tmp_path / SITE).write_text(changed(SITE), encoding="utf-8")
    assert holds(tmp_path).register is not None


# Inputs that nobody thought of.

SAMPLE = settings(
    max_examples=40, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)
THOUSANDS = settings(max_examples=3_000, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """Where templates are kept once they are compiled."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Right content folders, by name, for tests that change a file and put it back."""
    kept = {}
    for source in (BASE, FIXTURES / "english-only", FIXTURES / "register"):
        content = kept[source.name] = tmp_path_factory.mktemp("folders") / "content"
        for path in source.rglob("*.md"):
            copy = content / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    return kept


def holds(content: Path, compiled: FileSystemBytecodeCache | None = None) -> Checked:
    """Asserts what is true of any content: places lie inside files, all can be shown, and what passes is rendered."""
    checked = check(content, "content", today=TODAY)
    read = {document.path: document.source for document in checked.content.documents}  # some not as UTF-8
    for finding in (*checked.findings, *(finding for finding, _ in checked.allowed)):
        path = content.parent / finding.path.replace("content", content.name, 1)
        text = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
        text = read.get(finding.path, text)
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= finding.line <= finding.end_line <= len(lines), finding
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1, finding
        assert 1 <= finding.end_column <= len(lines[finding.end_line - 1]) + 1, finding
        assert (finding.line, finding.column) <= (finding.end_line, finding.end_column), finding
    show(checked.findings).encode()
    if checked.register is None:
        assert checked.errors
        return checked
    assert not any(document.problems for document in checked.content.documents)
    renderer = Renderer(checked.register, TEMPLATES)
    for environment in renderer.environments.values():
        environment.bytecode_cache = compiled
    for page in site_pages(checked.register):
        if page.section != "rules":  # which show no record
            renderer.render(page, page.make()).encode()
    return checked


def holds_with(content: Path, name: str, data: bytes | None, compiled: FileSystemBytecodeCache) -> None:
    """The same of a content folder in which one file holds other bytes, or is gone; puts it back."""
    path = content / name
    path.parent.mkdir(exist_ok=True)
    before = path.read_bytes() if path.exists() else None
    try:
        path.unlink() if data is None else path.write_bytes(data)
        holds(content, compiled)
    finally:
        path.unlink(missing_ok=True) if before is None else path.write_bytes(before)


NAMES = st.sampled_from(
    [SITE, "forces/fictionshire.md", "bodies/fictionshire-2012.md", INSPECTION, "inspections/2023-fictional.cy.md"]
    + [RESPONSE, "responses/2023-fictional/fictionshire.cy.md", ANOTHER, "pages/home.en.md", "pages/a.cy.md", "b.md"]
)
"""Paths of every kind of record, in `golden/base/` and beside it."""

WORDS = st.sampled_from(
    ["", " ", "a", "r1", "r2", "all", "rest", "no", "12:30", "7.10", "~", "2023", "2023-07", "2023-07-20", "2023-02-30"]
    + ["2012-01-01", "9999-12-31", "0001-01-01", "0000", "fictionshire", "fictionshire-2", "2023-fictional"]
    + ["2023-fictional/r1", "commented", "none", "not-stated", "accepted", "noted", "removed", "superseded"]
    + ["withdrawn", "corrected", "body", "en", "cy", "wales", "section-55", "other", "recommendation"]
    + ["https://a.example/", "http://[", "https://", "mailto:a@b.example", "I accept this recommendation", "hmicfrs"]
    + ["S55-D07", "S55-F09", "{name}", "%s", "{#r1}", "<b>", "javascript:a", "../../a", "ŵ", "😀", "\N{NO-BREAK SPACE}"]
    + ["“a”", "\u202e", "a\nb", "# a", "- a", "@a", "*a", "&a", "!a", "'a", '"a', "[a", "{a", "a: b", "true"]
    + ["E23999998", "proposed", "cause-of-concern"]
)
MODELS = (Response, ResponseText, Inspection, InspectionText, Force, Body, OwnPage, Site)
KEYS = st.sampled_from(
    sorted({field.key for model in MODELS for each in (model, *parts(model)) for field in fields(each)} | {"r1", "all"})
)
"""Every key that any record has, and two ids."""

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | WORDS | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | WORDS, inner, max_size=4),
    max_leaves=8,
)
FACTS = st.dictionaries(KEYS | st.text(max_size=8), VALUES, max_size=8)
MARKDOWN = st.lists(
    st.sampled_from(
        ["# a", "## Recommendation 1 {#r1}", "{#r1}", "{#chief-officer}", "{#comments}", "{: #a .b }", "a\\\nb"]
        + ["> a", "> > a", "- a", "    - a", "1. a", "7. a", "• a", "\ta", "| a | b |", "|---|---|", "|{#r1}| b |"]
        + ["[here](#r1)", "[a](../b/)", "[a]: b", "[a][a]", "![](a.png)", "![a](https://b.example/c.png)", "<!-- a -->"]
        + ['<section id="r1" markdown="1">', "</section>", '<span lang="cy">', "</span>", "<div>", "<script>", "<br>"]
        + ["**a**", "*a", "__a__", "`a`", "a@b.example", "https://a.example/", "01999 123456", "OFFICIAL-SENSITIVE"]
        + ["[insert name]", "XX", "DRAFT", "&amp;", "&", "<", "😀", "ŵ", "Noted.", "a: b", "---", "===", "***"]
        + ["a  \nb", "a\N{SOFT HYPHEN}b"]
    )
    | st.text(max_size=12),
    max_size=12,
)


def record(facts: dict[str, object], blocks: list[str], joint: str) -> bytes:
    """A file with these facts, as PyYAML writes them, and this text."""
    written = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False)
    return f"---\n{written}---\n{joint.join(['', *blocks])}\n".encode("utf-8", "replace")


RECORDS = st.builds(record, FACTS, MARKDOWN, st.sampled_from(["\n", "\n\n"]))
BYTES = st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))


@SAMPLE
@given(name=NAMES, data=BYTES)
def test_any_bytes(folders: dict[str, Path], compiled: FileSystemBytecodeCache, name: str, data: bytes) -> None:
    holds_with(folders["base"], name, data, compiled)


@SAMPLE
@given(name=NAMES, data=RECORDS)
def test_any_record(folders: dict[str, Path], compiled: FileSystemBytecodeCache, name: str, data: bytes) -> None:
    holds_with(folders["base"], name, data, compiled)


@SAMPLE
@given(blocks=MARKDOWN, joint=st.sampled_from(["\n", "\n\n"]), of_report=st.booleans())
def test_any_text(
    folders: dict[str, Path], compiled: FileSystemBytecodeCache, blocks: list[str], joint: str, of_report: bool
) -> None:
    name = INSPECTION if of_report else RESPONSE
    text = (folders["base"] / name).read_text(encoding="utf-8")
    holds_with(folders["base"], name, f"{text}{joint}{joint.join(blocks)}\n".encode("utf-8", "replace"), compiled)


def mutated(text: str, chance: random.Random, words: Callable[[], str]) -> str:
    """A text with one thing changed in it: a line, a value, an indentation, a character, or its end."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    line = lines[at]
    match chance.randrange(10):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, line)
        case 2:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], line
        case 3:
            lines[at] = " " * chance.randrange(1, 5) + line
        case 4:
            lines[at] = line.lstrip()
        case 5 | 6:
            key, colon, _ = line.partition(": ")
            lines[at] = f"{key}{colon}{words()}" if colon else words()
        case 7:
            column = chance.randrange(len(line) + 1)
            lines[at] = line[:column] + words() + line[column + 1 :]
        case 8:
            lines.insert(at, words())
        case 9:
            lines = lines[:at]
    return "\n".join(lines)


def holds_mutated(folders: dict[str, Path], compiled: FileSystemBytecodeCache, data: st.DataObject) -> None:
    content = folders[data.draw(st.sampled_from(sorted(folders)))]
    names = sorted(path.relative_to(content).as_posix() for path in content.rglob("*.md"))
    name = data.draw(st.sampled_from([each for each in names if each != SITE] * 3 + [SITE]))
    if name != SITE and not data.draw(st.integers(0, 15)):
        return holds_with(content, name, None, compiled)
    text = (content / name).read_text(encoding="utf-8")
    chance = data.draw(st.randoms(use_true_random=False))
    changed = mutated(text, chance, lambda: data.draw(WORDS | MARKDOWN.map("\n".join)))
    return holds_with(content, name, changed.encode("utf-8", "replace"), compiled)


@SAMPLE
@given(data=st.data())
def test_a_right_record_with_one_mutation(
    folders: dict[str, Path], compiled: FileSystemBytecodeCache, data: st.DataObject
) -> None:
    holds_mutated(folders, compiled, data)


@pytest.mark.long
@THOUSANDS
@given(name=NAMES, data=BYTES | RECORDS)
def test_thousands_of_files(
    folders: dict[str, Path], compiled: FileSystemBytecodeCache, name: str, data: bytes
) -> None:
    holds_with(folders["base"], name, data, compiled)


@pytest.mark.long
@THOUSANDS
@given(data=st.data())
def test_thousands_of_mutations(
    folders: dict[str, Path], compiled: FileSystemBytecodeCache, data: st.DataObject
) -> None:
    holds_mutated(folders, compiled, data)


def test_every_kind_of_record_is_among_them() -> None:
    assert set(MODELS) == set(FILES)
