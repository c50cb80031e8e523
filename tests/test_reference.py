"""FIELDS.md, the reference of all fields: current, whole, and a page whose links lead somewhere."""

import importlib.machinery
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import environment
import pytest
from section55.pages.labels import LABELS, label
from section55.records.fields import LocalText, Record
from section55.records.reference import HEADINGS, reference
from section55.records.schema import FILES, fields, parts

ROOT = Path(__file__).parents[1]

MODELS = {model: kind for kind in FILES for model in (kind, *parts(kind)) if model is not LocalText}


@pytest.fixture(scope="module")
def page() -> str:
    return reference(label)


@pytest.fixture
def generate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The command `scripts/generate`, for a checkout elsewhere."""
    loader = importlib.machinery.SourceFileLoader("generate", str(ROOT / "scripts" / "generate"))
    command = importlib.util.module_from_spec(importlib.util.spec_from_loader("generate", loader))
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    loader.exec_module(command)
    monkeypatch.setattr(environment, "enter", lambda: None)
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    return command


def rows(page: str, columns: int) -> list[tuple[str, ...]]:
    """The cells of each row that begins with a key, of its tables of five columns, or with a word, of those of two."""
    lines = [line for line in page.split("\n") if line.startswith("| `")]
    found = [tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]) for line in lines]
    assert {len(row) for row in found} == {2, 5}
    return [row for row in found if len(row) == columns]


def test_it_is_current(page: str) -> None:
    assert (ROOT / "FIELDS.md").read_text(encoding="utf-8") == page, "run python scripts/generate"


def test_every_kind_of_record_is_there_with_its_file(page: str) -> None:
    assert HEADINGS.keys() == FILES.keys()
    for model, file in FILES.items():
        assert f"\n## {HEADINGS[model][0]}\n" in page
        assert f"`content/{file}`" in page


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_there_with_its_meaning(page: str, model: type[Record]) -> None:
    meanings = {(key, text.replace("\\|", "|"), required == "**yes**") for key, text, required, *_ in rows(page, 5)}
    for facts in fields(model):
        assert facts.meaning, f"{model.__name__}.{facts.key} has no meaning"
        assert (f"`{facts.key}`", facts.meaning, facts.required) in meanings


def test_what_a_key_may_be_is_always_said(page: str) -> None:
    described = rows(page, 5)
    assert len(described) == sum(len(model.model_fields) for model in MODELS)
    for key, meaning, required, may_be, _example in described:
        assert meaning and required and may_be, key


@pytest.mark.parametrize(
    ("key", "may_be", "example"),
    [
        ("signed_by", "a text", "`John Campion`"),
        ("dated", "a day, or a month", "`2023-09-04`"),
        ("capacity", "`holder`, `deputy` or `acting`", "`deputy`"),  # no example is what leaving it out would say
        ("action", "`taken`, `proposed`, `none` or `not-stated`; or a list of several", "`proposed`"),
        ("publishers", "one of [these words](#publisher); or a list of several", "`- hmi-probation`<br>`- hmicfrs`"),
        ("topics", "a list of [these words](#topic)", "`- counter-terrorism`"),
        ("number", "a text", '`"19"`'),
        ("welsh_reviewed", "`true` or `false`", "`true`"),
        ("area", "a text in each language, under `en` and `cy`", "`en: Gwent`<br>`cy: Gwent`"),
        ("corrections", "a list of [facts of their own](#in-a-responses-corrections)", ""),
    ],
)
def test_types_are_said_in_words(page: str, key: str, may_be: str, example: str) -> None:
    assert (f"`{key}`", may_be, example) in {(row[0], row[3], row[4]) for row in rows(page, 5)}


def test_every_word_of_a_vocabulary_is_there_with_its_label(page: str) -> None:
    assert set(rows(page, 2)) == {(f"`{word}`", text) for labels in LABELS.values() for word, text in labels.items()}


def test_every_link_leads_to_a_heading(page: str) -> None:
    headings = re.findall(r"^#+ (.*)$", page, re.MULTILINE)
    anchors = [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]
    assert len(set(anchors)) == len(anchors)
    assert set(re.findall(r"\]\(#([^)]*)\)", page)) <= set(anchors)


def test_the_command_writes_it_and_checks_it(
    generate: ModuleType, tmp_path: Path, page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert generate.main(["--check"]) == 1
    assert "FIELDS.md is not current: run python scripts/generate" in capsys.readouterr().err
    assert not (tmp_path / "FIELDS.md").exists()
    assert generate.main([]) == 0
    assert (tmp_path / "FIELDS.md").read_bytes() == page.encode("utf-8")
    assert generate.main(["--check"]) == 0
    (tmp_path / "FIELDS.md").write_text("changed by hand", encoding="utf-8")
    assert generate.main(["--check"]) == 1
