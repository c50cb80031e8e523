"""What editors read: the JSON Schemas of records, snippets, the settings of VS Code and Codespaces, the extension."""

import json
import re
import typing
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from playwright.sync_api import Browser, Page
from section55.findings import Finding, Severity
from section55.findings import json as findings_as_json
from section55.findings.report import Report
from section55.findings.text import show
from section55.pages.labels import LABELS, label
from section55.reading.content import read_content
from section55.reading.front_matter import FrontMatter, read_front_matter
from section55.reading.models import read_record
from section55.reading.problems import Problem
from section55.records import Response, ResponseText
from section55.records.fields import Day, DayOrMonth, Record
from section55.records.json_schema import FOLDER, as_json, associations, schemas
from section55.records.reference import HEADINGS
from section55.records.schema import FILES, fields, inner_model, model_at
from section55.records.snippets import FILE, snippets

ROOT = Path(__file__).parents[1]
EXTENSION = ROOT / ".vscode/extensions/records"
CONTENTS = [ROOT / "content", *(ROOT / "tests/fixtures" / name for name in ("register", "english-only", "welsh-only"))]

SCHEMAS = schemas(label)
VALIDATORS = {file: Draft7Validator(schema) for file, schema in SCHEMAS.items()}
KINDS = [(path.split("/")[0].removesuffix(".md") + ".json", model) for model, path in FILES.items()]
"""Each kind of record with the schema that it is in."""


class Core(yaml.SafeLoader):
    """Reads as editors do: by YAML 1.2's core schema, which knows no dates and of booleans only true and false."""

    yaml_implicit_resolvers: typing.ClassVar[dict[str, list]] = {}


def _number(loader: yaml.Loader, node: yaml.Node) -> int | float:
    text = node.value
    if text[:2] in ("0x", "0o"):
        return int(text[2:], {"x": 16, "o": 8}[text[1]])
    return float(text) if re.search("[.eE]", text) else int(text)


for _tag, _pattern in {
    "null": "~|null|Null|NULL|",
    "bool": "true|True|TRUE|false|False|FALSE",
    "int": "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
}.items():
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), None)
    if _tag in ("int", "float"):
        Core.add_constructor(f"tag:yaml.org,2002:{_tag}", _number)


def jsonc(path: Path) -> Any:
    """JSON with the comments that VS Code allows in its settings."""
    text = path.read_text(encoding="utf-8")
    return json.loads(re.sub(r'("(?:\\.|[^"\\])*")|//[^\n]*', lambda match: match[1] or "", text))


def front_matter(text: str) -> str:
    return text.split("---\n", 2)[1]


# The files are current.


def test_every_generated_file_is_current() -> None:
    files = {f"{FOLDER}/{file}": schema for file, schema in SCHEMAS.items()} | {FILE: snippets()}
    for file, value in files.items():
        assert (ROOT / file).read_text(encoding="utf-8") == as_json(value), "run python scripts/generate"


def test_there_are_no_other_schemas() -> None:
    assert {path.name for path in (ROOT / FOLDER).iterdir()} == SCHEMAS.keys()


# The schemas say what the models say.


@pytest.mark.parametrize("file", SCHEMAS)
def test_it_is_a_schema(file: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[file])


def within(schema: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in a schema, itself among them."""
    if isinstance(schema, dict):
        yield schema
    if isinstance(schema, (dict, list)):
        for inner in schema.values() if isinstance(schema, dict) else schema:
            yield from within(inner)


def keys_of(model: type[Record], file: str) -> dict[str, Any]:
    """What a schema says of a model."""
    [found] = [each for each in within(SCHEMAS[file]) if each.get("title") == HEADINGS[model][0]]
    return found


@pytest.mark.parametrize(("file", "model"), KINDS, ids=lambda value: getattr(value, "__name__", None))
def test_every_key_has_its_meaning_and_its_words(file: str, model: type[Record]) -> None:
    said = keys_of(model, file)
    assert said["properties"].keys() == model.model_fields.keys()
    assert said["additionalProperties"] is False
    for facts in fields(model):
        own = said["properties"][facts.key]
        assert own["description"] == facts.meaning
        assert (facts.key in said.get("required", ())) == facts.required
        assert set(facts.words) <= {word for each in within(own) for word in each.get("enum", ())}


@pytest.mark.parametrize("file", SCHEMAS)
def test_every_word_of_a_vocabulary_has_its_label(file: str) -> None:
    labels = [{str(word): text for word, text in vocabulary.items()} for vocabulary in LABELS.values()]
    for each in within(SCHEMAS[file]):
        if "enumDescriptions" in each:
            told = dict(zip(each["enum"], each["enumDescriptions"], strict=True))
            told.pop(None, None)
            assert told in labels
        elif "enum" in each:
            assert {*each["enum"]} <= {"all", "not-stated", "en", "cy", "body", None}  # their key's meaning tells them


# They accept what the reader accepts.


RECORDS = [(folder, path) for folder in CONTENTS for path in sorted(folder.rglob("*.md"))]


@pytest.mark.parametrize(
    ("folder", "path"),
    RECORDS,
    ids=[f"{folder.name}/{path.relative_to(folder).as_posix()}" for folder, path in RECORDS],
)
def test_a_record_is_valid_under_the_one_schema_that_is_for_it(folder: Path, path: Path) -> None:
    name = PurePosixPath("content", path.relative_to(folder))
    for_it = [PurePosixPath(schema).name for schema, pattern in associations().items() if name.match(pattern)]
    assert len(for_it) == 1
    values = yaml.load(front_matter(path.read_text(encoding="utf-8")), Core)
    assert [error.message for error in VALIDATORS[for_it[0]].iter_errors(values)] == []


VALUES = re.split(
    "[|\n]",
    """\
John Campion|no|"no"|true|True|"true"|null||19|"19"|-1|1.5|0x1f|1_000|12:30|2023|"2023"|2023-09|2023-9|2023-09-04
"2023-09-04"|2023-02-29|2024-02-29|2023-02-30|2023-04-31|2023-13-01|2023-00|0000|9999999|4 September 2023|west-mercia
West-Mercia|west--mercia|all|not-stated|en|body|https://example.org/|http://|ftp://x.org|HTTPS://x.org/a?b#c
"https://a b"|W15000002|""|"  "|[]|{}|[a]|[19]|[""]|[null]|[A b]|[en]|[en, de]|{en: A}|{en: 19}|{x: 1}|=
{r1: {position: noted}}|{r1: null}|{r1: {}}|{r1: []}|{R1: {}}|[{}]|[{date: 2023-01-01, note: x}]|1e3|0987|{x: null}""",
)
"""What may stand after a key, right and wrong."""

READER_ALONE = {"1e3", "0987", "true", "{x: null}", "{r1: null}"}
"""What the reader lets pass and a schema refuses, as the docstring of the schemas' module says."""

SCHEMA_ALONE = {
    "needs-quotes": {"no", "1_000", "12:30", "=", *filter(re.compile(r"\d{4}-\d\d-\d\d$").match, VALUES)},
    "not-a-date": {"2023-02-29", "1e3"},
    "not-a-count": {"0x1f", "1e3"},
    "not-a-flag": {"True"},
}
"""What a schema cannot refuse, by the rule that does."""


def least(model: type[Record]) -> dict[str, Any]:
    """A record with nothing but what must be there."""
    types = typing.get_type_hints(model, include_extras=True)
    found: dict[str, Any] = {}
    for facts in fields(model):
        if facts.required:
            annotation = model.model_fields[facts.key].annotation
            inner = inner_model(annotation)
            known = {Day: "2023-01-01", DayOrMonth: "2023-01"}.get(types[facts.key], "x")
            found[facts.key] = facts.example.replace('"', "") or known
            if inner:
                found[facts.key] = [least(inner)] if typing.get_origin(annotation) is tuple else least(inner)
    return found


def with_value(model: type[Record], value: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """For every key of a model and of those within it: the least record that has a value there."""
    for key, info in model.model_fields.items():
        yield key, least(model) | {key: value}
        if inner := inner_model(info.annotation):
            origin = typing.get_origin(info.annotation)
            for path, part in with_value(inner, value):
                held = [part] if origin is tuple else {"r1": part} if origin is dict else part
                yield f"{key}.{path}", least(model) | {key: held}


def as_yaml(value: Any, indent: str = "") -> str:
    """A record as it is written in a file; values stand as they are."""
    if isinstance(value, str):
        return f" {value}\n"
    if isinstance(value, list):
        return "".join(f"\n{indent}-" + as_yaml(each, indent + "  ") for each in value)
    if not value:
        return " {}\n"
    return "\n" * bool(indent) + "".join(f"{indent}{key}:{as_yaml(each, indent + '  ')}" for key, each in value.items())


def read(text: str, model: type[Record]) -> list[Problem]:
    """What the strict reader has against a front matter."""
    front: FrontMatter = read_front_matter(f"---\n{text}---\n")
    return front.problems or read_record(front, model)[1]


@pytest.mark.parametrize(("file", "model"), KINDS, ids=lambda value: getattr(value, "__name__", None))
def test_every_key_takes_the_values_that_the_reader_takes(file: str, model: type[Record]) -> None:
    valid = VALIDATORS[file].is_valid
    assert read(as_yaml(least(model)), model) == [] and valid(yaml.load(as_yaml(least(model)), Core))
    for value in VALUES:
        for path, record in with_value(model, value):
            text = as_yaml(record)
            problems, accepted = read(text, model), valid(yaml.load(text, Core))
            if accepted and problems:
                assert value in SCHEMA_ALONE.get(problems[0].rule, ()), f"only the reader refuses {path}: {value}"
            elif problems == [] and not accepted:
                assert value in READER_ALONE, f"only the schema refuses {path}: {value}"


RESPONSE = "chief_officer: none\n"
TRANSLATION = "words_from: courtesy\n"
REPORT = "title: A\npublished: 2023-07-20\npublishers: hmic\n"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("responses.json", ""),
        ("responses.json", "signed_by: A\n"),
        ("responses.json", "chief_officer: perhaps\n"),
        ("responses.json", "chief_officer:\n"),
        ("responses.json", RESPONSE + "chef: none\n"),
        ("responses.json", RESPONSE + "words_from: courtesy\n"),
        ("responses.json", RESPONSE + "dated: 4 September 2023\n"),
        ("responses.json", RESPONSE + "dated: 2023\n"),
        ("responses.json", RESPONSE + "published: 2023-09\n"),
        ("responses.json", RESPONSE + "published: 2023-06-31\n"),
        ("responses.json", RESPONSE + "source: a letter\n"),
        ("responses.json", RESPONSE + "answers:\n  r1: accepted\n"),
        ("responses.json", RESPONSE + "answers:\n  r1:\n    words: x\n"),
        ("responses.json", RESPONSE + "answers:\n  r1:\n    position: agreed\n"),
        ("responses.json", RESPONSE + "answers:\n  r1:\n    position: noted\n    action: []\n"),
        ("responses.json", RESPONSE + "answers:\n  r1:\n    position: noted\n    action: [taken, later]\n"),
        ("responses.json", RESPONSE + "corrections:\n  date: 2023-09-20\n  note: x\n"),
        ("responses.json", TRANSLATION + "capacity: holder\n"),
        ("inspections.json", "title: A\npublished: 2023-07-20\n"),
        ("inspections.json", "title: A\npublished: 2023-07-20\npublishers: []\n"),
        ("inspections.json", REPORT + "items:\n  R19: {}\n"),
        ("inspections.json", REPORT + "items:\n  r19: {number: 19}\n"),
        ("inspections.json", REPORT + "items_made:\n  recommendations: many\n"),
        ("forces.json", "name: {en: A}\narea: {en: A}\nons_code: W15\nnation: wales\n"),
        ("forces.json", "name: A\narea: {en: A}\nons_code: W15000002\nnation: wales\n"),
        ("bodies.json", "force: gwent\ntype: mayor\nnames: []\n"),
        ("bodies.json", "force: Gwent\ntype: mayor\nnames: [{en: A}]\n"),
        ("bodies.json", "force: gwent\ntype: mayor\nnames: [{en: A}]\nsince: 201\n"),
        ("pages.json", "heading: A\n"),
        ("site.json", "name: {en: A}\nlanguages: [en, fr]\n"),
        ("site.json", "name: {en: A}\nlanguages: [en]\nwelsh_reviewed: partly\n"),
        ("site.json", "name: {en: A}\nlanguages: [en]\npublishes: most\n"),
    ],
)
def test_what_is_wrong_is_not_valid(file: str, text: str) -> None:
    assert not VALIDATORS[file].is_valid(yaml.load(text, Core) or {})


# Snippets.


def filled_in(body: list[str]) -> str:
    """A snippet after nothing but presses of the tab key."""
    text = "\n".join(body)
    text = re.sub(r"\$\{\d+\|([^,|]*)[^}]*\}", r"\1", text)
    items = dict(re.findall(r"\$\{(\d+):([^}]*)\}", text))
    text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)
    return re.sub(r"\$(\d+)", lambda match: items.get(match[1], ""), text)


@pytest.mark.parametrize(
    ("name", "model"), [("A response", Response), ("A response in its other language", ResponseText)]
)
def test_a_snippet_makes_a_record(name: str, model: type[Record]) -> None:
    text = filled_in(snippets()[name]["body"])
    assert read(front_matter(text), model) == []
    assert VALIDATORS["responses.json"].is_valid(yaml.load(front_matter(text), Core))


def test_a_snippet_claims_nothing_that_only_the_document_can_say() -> None:
    text = filled_in(snippets()["A response"]["body"])
    values = read_front_matter(text).values
    assert {key: value for key, value in values.items() if isinstance(value, str)} == {"chief_officer": "not-stated"}
    assert values["answers"] == {"r1": {"position": "none-stated", "words": None, "action": "not-stated"}}
    assert text.endswith("##  {#r1}\n\n")


def test_an_answer_stands_below_answers() -> None:
    text = RESPONSE + "answers:\n  " + "\n  ".join(filled_in(snippets()["An answer"]["body"]).split("\n")) + "\n"
    assert read(text, Response) == []


# VS Code and Codespaces.


def test_the_settings_name_every_schema() -> None:
    assert jsonc(ROOT / ".vscode/settings.json")["yaml.schemas"] == associations()


def test_the_scripts_are_known_as_python() -> None:
    [pattern] = jsonc(ROOT / ".vscode/settings.json")["files.associations"]
    known = set(re.findall(r"\{(.*)\}", pattern)[0].split(","))
    assert {path.name for path in (ROOT / "scripts").iterdir() if path.is_file() and not path.suffix} <= known


@pytest.mark.parametrize("task", jsonc(ROOT / ".vscode/tasks.json")["tasks"], ids=lambda task: task["label"])
def test_a_task_runs_a_command_and_finds_what_it_says(task: dict[str, Any]) -> None:
    assert (ROOT / task["args"][0]).is_file()
    matcher = task["problemMatcher"]
    assert f'const NAME = "{matcher["owner"]}"' in (EXTENSION / "extension.js").read_text(encoding="utf-8")
    finding = Finding("content/a b.md", 3, 7, 3, 9, "S55-F15", "x", Severity.ERROR, "It cannot be.", "So.", "key: no")
    lines = iter(show([finding]).splitlines())
    found: dict[str, str] = {}
    for pattern in matcher["pattern"]:
        match = re.search(pattern.pop("regexp"), next(lines))
        assert match
        found |= {key: match[group] for key, group in pattern.items()}
    assert found == {
        "severity": "error",
        "code": "S55-F15",
        "message": "It cannot be.",
        "file": "content/a b.md",
        "line": "3",
        "column": "7",
    }


def test_a_codespace_is_set_up_by_a_command() -> None:
    container = jsonc(ROOT / ".devcontainer/devcontainer.json")
    assert container["postCreateCommand"].startswith("python scripts/check ")
    assert container["image"].startswith("python:3.")
    assert container["portsAttributes"].keys() == {str(port) for port in container["forwardPorts"]}


def test_nothing_is_asked_of_a_marketplace() -> None:
    assert jsonc(ROOT / ".vscode/extensions.json")["recommendations"] == []


def test_the_extension_is_one() -> None:
    manifest = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    assert (EXTENSION / manifest["main"]).is_file()
    assert "dependencies" not in manifest  # there would be nobody to install them


def test_the_extension_reads_what_the_check_writes() -> None:
    finding = Finding("content/a.md", 3, 7, 3, 9, "S55-F15", "x", Severity.ERROR, "It cannot be.")
    written = json.loads(findings_as_json.show(Report([finding], 1)))["findings"][0]
    source = (EXTENSION / "extension.js").read_text(encoding="utf-8")
    [used] = re.findall(r"function diagnostic\(\{ (.*?) \}\)", source)
    assert {*used.split(", "), "path"} <= written.keys()


# What the extension says of a place, in the browser that the tests have.


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    source = (EXTENSION / "front-matter.js").read_text(encoding="utf-8")
    page.evaluate(f"() => {{ const module = {{}}; {source}; window.frontMatter = module.exports; }}")
    page.evaluate("schemas => { window.schemas = schemas; }", SCHEMAS)
    yield page
    page.close()


@pytest.fixture
def hover(page: Page) -> Callable[..., dict[str, Any] | None]:
    def hover(file: str, text: str, line: int, column: int) -> dict[str, Any] | None:
        ask = "([file, text, ...at]) => frontMatter.hover(schemas[file], text.split('\\n'), ...at)"
        return page.evaluate(ask, [file, text, line, column])

    return hover


@pytest.fixture
def complete(page: Page) -> Callable[[str, str], list[dict[str, Any]]]:
    def complete(file: str, text: str) -> list[dict[str, Any]]:
        """What is offered where the text has a ▮."""
        before = text.split("▮")[0]
        at = [before.count("\n"), len(before) - before.rfind("\n") - 1]
        ask = "([file, text, ...at]) => frontMatter.complete(schemas[file], text.split('\\n'), ...at)"
        return page.evaluate(ask, [file, text.replace("▮", ""), *at])

    return complete


def test_every_key_of_every_record_shows_its_meaning(page: Page) -> None:
    checked = 0
    for folder in CONTENTS:
        for document in read_content(folder).documents:
            file = next(file for file, model in KINDS if model is document.model)
            asked, wanted = [], []
            for path, place in document.front.keys.items():
                holder = model_at(document.model, path[:-1])
                flow = "{" in document.source.split("\n")[place.line - 1][: place.column]
                if holder and path[-1] in holder.model_fields and not flow:
                    asked.append([place.line - 1, place.column])
                    wanted.append((path[-1], holder.model_fields[path[-1]].description))
            shown = page.evaluate(
                "([file, text, asked]) => asked.map(at => frontMatter.hover(schemas[file], text.split('\\n'), ...at))",
                [file, document.source, asked],
            )
            for (line, column), (key, meaning), found in zip(asked, wanted, shown, strict=True):
                assert found, f"{document.path}:{line + 1}: nothing on {key}"
                assert found["text"].startswith(f"**{key}**")
                assert " ".join(meaning.split()) in found["text"]
                assert (found["from"], found["to"]) == (column - 1, column - 1 + len(key))
                checked += 1
    assert checked > 1000


def test_a_hover_tells_what_may_stand_there(hover: Callable[..., Any]) -> None:
    text = "---\nchief_officer: none\ncapacity: deputy\n---\n"
    assert hover("responses.json", text, 1, 3)["text"] == (
        "**chief_officer** (must be there)\n\n"
        "Whether the chief officer commented: `commented`, `none`, or `not-stated` where the document does not say.\n\n"
        "- `commented`: Commented; the comments are in the text below\n"
        "- `none`: Did not comment\n"
        "- `not-stated`: The response does not say"
    )
    assert hover("responses.json", text, 2, 3)["text"].endswith("Left out, it is `holder`.")
    assert hover("responses.json", text, 2, 12) == {"text": "**deputy**: Signed by a deputy", "from": 10, "to": 16}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("chief_officer: none\n", 0, 3),  # no front matter
        ("---\nchief_officer: none\n---\ntitle: x\n", 3, 2),  # the letter's own words
        ("---\nanswers:\n  r19:\n    position: noted\n---\n", 2, 3),  # an id that the author chose
        ("---\nanswers:\n  r19:\n    signed_by: x\n---\n", 3, 6),  # a key of elsewhere
        ("---\n  # title: x\n---\n", 1, 6),
        ("---\n\n---\n", 1, 0),
    ],
)
def test_nothing_is_said_of_what_no_schema_knows(hover: Callable[..., Any], text: str, line: int, column: int) -> None:
    assert hover("responses.json", text, line, column) is None


def test_a_file_of_the_other_language_is_told_as_one(hover: Callable[..., Any]) -> None:
    text = "---\nwords_from: courtesy\nsource:\n  file: x\n---\n"
    assert "binds nobody" in hover("responses.json", text, 1, 3)["text"]
    text = "---\nchief_officer: none\nwords_from: body\n---\n"
    assert "binds nobody" not in hover("responses.json", text, 2, 3)["text"]


@pytest.mark.parametrize(
    ("file", "text", "some", "none_of"),
    [
        ("responses.json", "▮", ["chief_officer", "title", "signed_by"], ["position"]),
        ("responses.json", "signed_by: A\nro▮\nchief_officer: none", ["role"], ["signed_by", "chief_officer"]),
        ("responses.json", "chief_officer: ▮", ["commented", "none", "not-stated"], ["null"]),
        ("responses.json", "capacity: de▮", ["deputy", "holder"], ["null", "None"]),
        ("responses.json", "answers:\n  ▮", ["all", "rest"], ["title", "position"]),
        (
            "responses.json",
            "answers:\n  all:\n    ▮\n    words: x\n  r1:\n    section: x",
            ["position", "section"],
            ["words"],
        ),
        ("responses.json", "answers:\n  r1:\n    position: ▮", ["partly-accepted"], []),
        ("responses.json", "answers:\n  r1:\n    action:\n      - ▮", ["taken", "proposed"], ["position"]),
        ("responses.json", "answers:\n  r1:\n    action:\n    - ▮", ["taken", "proposed"], []),
        ("responses.json", "corrections:\n  - ▮", ["date", "note"], ["title"]),
        (
            "responses.json",
            "updates:\n  - date: 2023-01-01\n    note: x\n  - date: 2023-01-02\n    ▮",
            ["note"],
            ["date"],
        ),
        ("responses.json", "updates:\n- date: 2023-01-01\n  ▮\n- note: x", ["note", "action"], ["date"]),
        ("responses.json", "updates:\n  - date: 2023-01-01\n  ▮", ["note", "action"], ["date", "signed_by"]),
        ("responses.json", "updates:\n- date: 2023-01-01\n▮", ["signed_by"], ["note"]),
        ("responses.json", "words_from: body\nsource:\n  ▮", ["url", "retrieved"], []),
        ("inspections.json", "publishers:\n  - ▮", ["hmicfrs"], []),
        ("inspections.json", "forces: ▮", ["all", "not-stated"], []),
        ("inspections.json", "items:\n  r19:\n    addressed_to:\n      - ▮", ["npcc"], []),
        ("site.json", "welsh_reviewed: ▮", ["true", "false"], []),
        ("site.json", "languages:\n  - ▮", ["en", "cy"], []),
    ],
)
def test_keys_and_words_are_offered(
    complete: Callable[..., Any], file: str, text: str, some: list[str], none_of: list[str]
) -> None:
    offered = [each["label"] for each in complete(file, f"---\n{text}\n---\n")]
    assert len(set(offered)) == len(offered)
    assert set(some) <= set(offered)
    assert not set(none_of) & set(offered)


@pytest.mark.parametrize(
    "text",
    [
        "▮",
        "---\nsigned_by: ▮\n",
        "---\nsigned_by: A b▮\n",
        "---\ntitle: A\n  ▮\n",
        "---\ntitle: A\n---\n▮\n",
        "---\na b: ▮\n",
    ],
)
def test_nothing_is_offered_where_there_is_nothing_to_choose(complete: Callable[..., Any], text: str) -> None:
    assert complete("responses.json", text) == []


def test_what_must_be_there_is_offered_first(complete: Callable[..., Any]) -> None:
    assert complete("responses.json", "---\n▮\n---\n")[0]["label"] == "chief_officer"


@pytest.mark.parametrize(
    ("text", "label", "insert", "column"),
    [
        ("si▮", "signed_by", "signed_by: ", 0),
        ("▮", "source", "source:\n  ", 0),
        ("▮", "corrections", "corrections:\n  - ", 0),
        ("answers:\n  ▮", "all", "all:\n    ", 2),
        ("answers:\n  r1:\n    ac▮", "action", "action: ", 4),
        ("answers:\n  r1:\n    position: no▮", "noted", "noted", 14),
        ("corrections:\n  - da▮", "date", "date: ", 4),
        ("corrections:\n  - date: 2023-01-01\n  no▮", "note", "  note: ", 2),
    ],
)
def test_what_is_offered_goes_in_with_what_comes_after_it(
    complete: Callable[..., Any], text: str, label: str, insert: str, column: int
) -> None:
    [offered] = [each for each in complete("responses.json", f"---\n{text}\n---\n") if each["label"] == label]
    assert (offered["insert"], offered["from"]) == (insert, column)
