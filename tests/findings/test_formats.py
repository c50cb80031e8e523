"""Findings for programs: JSON, GitHub's workflow commands and summary, SARIF."""

import json as stdlib_json
import os
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from repository import commit
from section55.findings import Finding, Report, RuleText, Severity, github, json, sarif
from section55.language import words
from section55.pages.rules import as_told
from section55.rules import RULES

Make = Callable[..., Finding]


def docs(code: str) -> str:
    return f"https://example.org/rules/{code.lower()}/"


# JSON


def test_json_is_the_count_and_the_findings_every_key_always(finding: Make) -> None:
    report = Report([finding(), finding(help="", severity=Severity.WARNING)], 7, [(finding(), "allowed")], docs)
    whole = {
        "code": "S55-F17",
        "name": "not-a-date",
        "severity": "error",
        "path": "content/responses/2023-fictional/fictionshire.en.md",
        "line": 5,
        "column": 8,
        "end_line": 5,
        "end_column": 24,
        "message": "“dated” is not a date.",
        "help": "Write it as year-month-day.",
        "docs": "https://example.org/rules/s55-f17/",
    }
    told = stdlib_json.loads(json.show(report))
    assert told == {"checked": 7, "findings": [whole, whole | {"help": "", "severity": "warning"}]}
    assert list(told["findings"][0]) == list(whole)


def test_json_of_nothing_is_an_empty_list() -> None:
    assert stdlib_json.loads(json.show(Report([], 0))) == {"checked": 0, "findings": []}


@given(st.text(), st.text())
def test_json_gives_back_any_text_as_it_is(message: str, path: str) -> None:
    finding = Finding(path, 1, 1, 1, 1, "S55-F01", "name", Severity.ERROR, message)
    (told,) = stdlib_json.loads(json.show(Report([finding], 1)))["findings"]
    assert (told["message"], told["path"], told["docs"]) == (message, path, "")


# GitHub: annotations


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands as the runner reads them: name, properties, data."""
    found = []
    for line in text.splitlines():
        match = re.fullmatch(r"::([a-z]+) ([^:]*)::(.*)", line)
        assert match, line
        properties = dict(part.split("=", 1) for part in match[2].split(","))
        found.append((match[1], {key: _unescaped(value) for key, value in properties.items()}, _unescaped(match[3])))
    return found


def _unescaped(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_an_annotation_has_the_sentence_for_title_and_the_line_for_body(finding: Make) -> None:
    ((command, properties, body),) = commands(github.annotations(Report([finding()], 1, read_more=docs)))
    assert command == "error"
    assert properties == {
        "file": "content/responses/2023-fictional/fictionshire.en.md",
        "line": "5",
        "endLine": "5",
        "col": "8",
        "endColumn": "23",  # the last character, not the one after it
        "title": "“dated” is not a date.",
    }
    assert body.splitlines() == [
        "error[S55-F17]",
        "  --> content/responses/2023-fictional/fictionshire.en.md:5:8",
        "  |",
        "5 | dated: 4 September 2023",
        "  |        ^^^^^^^^^^^^^^^^",
        "  = Write it as year-month-day.",
        "  = Read more: https://example.org/rules/s55-f17/",
    ]


def test_annotations_are_escaped_as_the_runner_s_toolkit_does(finding: Make) -> None:
    sly = "100%: a, b\r\n::warning::c"
    text = github.annotations(Report([finding(message=sly, excerpt=sly, help=sly, path=f"content/{sly}.md")], 1))
    assert len(text.splitlines()) == 1
    assert "title=100%25%3A a%2C b %3A%3Awarning%3A%3Ac::" in text
    ((_, properties, body),) = commands(text)
    assert properties["title"] == "100%: a, b ::warning::c"
    assert "100%: a, b" in body
    assert properties["file"] == f"content/{sly}.md"


def test_a_place_of_several_lines_has_no_columns_which_the_runner_would_refuse(finding: Make) -> None:
    ((_, properties, _),) = commands(github.annotations(Report([finding(end_line=7)], 1)))
    assert (properties["line"], properties["endLine"]) == ("5", "7")
    assert "col" not in properties and "endColumn" not in properties


def test_what_a_proposal_changed_comes_first_since_ten_of_a_level_are_shown(finding: Make) -> None:
    findings = [finding(path=f"content/{name}.md") for name in "abcd"]
    told = commands(github.annotations(Report(findings, 4), changed={"content/c.md", "content/d.md"}))
    assert [properties["file"][8] for _, properties, _ in told] == ["c", "d", "a", "b"]


def test_a_warning_is_a_warning(finding: Make) -> None:
    ((command, _, body),) = commands(github.annotations(Report([finding(severity=Severity.WARNING)], 1)))
    assert command == "warning" and body.startswith("warning[S55-F17]")


def test_the_log_holds_no_command_that_a_record_put_there() -> None:
    assert "##[" not in github.harmless("5 | ##[add-mask]the\n")


def test_changed_files_are_those_that_differ_from_a_commit(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    for name in ("same", "other", "gone", "ŵyn"):
        (content / f"{name}.md").write_text(name, "utf-8")
    (tmp_path / "outside.md").write_text("", "utf-8")
    commit(tmp_path, "Publish")
    for name in ("other", "ŵyn"):
        (content / f"{name}.md").write_text("changed", "utf-8")
    (content / "gone.md").unlink()
    (tmp_path / "outside.md").write_text("changed", "utf-8")
    assert github.changed_files(content, "HEAD") == {"other.md", "gone.md", "ŵyn.md"}
    assert github.changed_files(content, "no-such-commit") == frozenset()


# GitHub: the summary


def test_the_summary_is_the_whole_table_errors_first(finding: Make) -> None:
    findings = [finding(severity=Severity.WARNING, code="S55-D06", path="content/a.md"), finding(path="content/b.md")]
    text = github.step_summary(
        Report(findings, 3, [(finding(path="content/c.md"), "It *is* so.")], docs), lambda each: f"https://example.org/{each.line}"
    )
    assert text.splitlines() == [
        r"### 3 files checked\: 1 error\, 1 warning\.",
        "",
        "| Rule | Where | What is wrong | What would be right |",
        "|---|---|---|---|",
        r"| error [S55\-F17](<https://example.org/rules/s55-f17/>) | [content\/b\.md\:5\:8](<https://example.org/5>) "
        r"| “dated” is not a date\. | Write it as year\-month\-day\. |",
        r"| warning [S55\-D06](<https://example.org/rules/s55-d06/>) | [content\/a\.md\:5\:8](<https://example.org/5>) "
        r"| “dated” is not a date\. | Write it as year\-month\-day\. |",
        "",
        r"- Allowed: S55\-F17 in content\/c\.md, because “It \*is\* so\.”",
    ]


def test_what_a_record_holds_is_no_markup_in_the_summary(finding: Make) -> None:
    sly = "a | b\n\n# c <img src=x> [d](e) `f` www.example.org http://example.org _g_ ~h~ \\|"
    (row,) = [line for line in github.step_summary(Report([finding(message=sly)], 1)).splitlines() if "S55" in line]
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", row)  # without what is escaped
    assert bare.count("|") == 5
    assert not set(bare) & set("#<>[]`*_~\\.:/")


def test_a_summary_that_would_be_too_long_for_github_says_how_many_are_missing(finding: Make) -> None:
    report = Report([finding(line=line, message="ŵ" * 400) for line in range(1, 5_001)], 1, [(finding(), "why")])
    text = github.step_summary(report)
    assert len(text.encode()) < 1024 * 1024
    rows = text.count("\n| error")
    assert text.endswith(
        f"{5_000 - rows:,}".replace(",", r"\,") + r" more have no room here\; the log of this step has all of them\."
        "\n"
    )
    assert github.step_summary(report, most_bytes=0).count("\n| error") == 0


def test_a_line_of_a_record_is_shown_as_it_was_written() -> None:
    address = github.blob("https://github.com", "o/r", "abc", "content/a b#c.md", 3)
    assert address == "https://github.com/o/r/blob/abc/content/a%20b%23c.md?plain=1#L3"


# SARIF

# The OASIS schema of SARIF 2.1.0; sarif-2.1.0.md says where it is from, and under which licence.
SCHEMA = Draft202012Validator(
    stdlib_json.loads(Path(__file__).with_name("sarif-2.1.0.json").read_text(encoding="utf-8")),
    format_checker=FormatChecker(),
)
ALL = [as_told(rule, "en", docs) for rule in RULES.values()]


def valid(text: str) -> dict:
    log = stdlib_json.loads(text)
    assert [f"{error.json_path}: {error.message}" for error in SCHEMA.iter_errors(log)] == []
    return log["runs"][0]


def test_sarif_follows_its_schema_and_says_where_what_and_by_which_rule(finding: Make) -> None:
    run = valid(sarif.show(Report([finding()], 1, read_more=docs), ALL))
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "S55-F17"
    assert result["level"] == "error"
    assert result["message"]["text"] == "“dated” is not a date. Write it as year-month-day."
    (location,) = result["locations"]
    assert (
        location["physicalLocation"]["artifactLocation"]["uri"] == "content/responses/2023-fictional/fictionshire.en.md"
    )
    assert location["physicalLocation"]["region"] == {
        "startLine": 5,
        "startColumn": 8,
        "endLine": 5,
        "endColumn": 24,
        "snippet": {"text": "4 September 2023"},
    }


def test_sarif_tells_every_rule() -> None:
    told = valid(sarif.show(Report([], 1), ALL))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in told] == list(RULES)
    for rule in told:
        assert rule["helpUri"] == docs(rule["id"])
        assert rule["defaultConfiguration"]["level"] == RULES[rule["id"]].severity
        assert rule["shortDescription"]["text"] == RULES[rule["id"]].statement
        assert all(paragraph in rule["help"]["text"] for paragraph in RULES[rule["id"]].paragraphs)


def test_sarif_without_a_site_has_no_address_of_help() -> None:
    rules = [
        RuleText("S55-F17", "not-a-date", Severity.ERROR, ["A date must be one."], read_more="scripts/check --explain")
    ]
    (rule,) = valid(sarif.show(Report([], 1), rules))["tool"]["driver"]["rules"]
    assert "helpUri" not in rule


def test_sarif_holds_what_is_allowed_as_suppressed_with_the_reason(finding: Make) -> None:
    (result,) = valid(sarif.show(Report([], 1, [(finding(), "The letter says so.")]), ALL))["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "The letter says so."}]


def test_sarif_in_welsh_says_that_it_is() -> None:
    run = valid(sarif.show(Report([], 1, words=words("cy")), [as_told(rule, "cy") for rule in RULES.values()], "cy"))
    assert run["language"] == "cy"


@given(
    path=st.text(min_size=1).map(lambda text: text.lstrip("/")),
    message=st.text(min_size=1),
    line=st.integers(1, 10**6),
    column=st.integers(1, 10**6),
    width=st.integers(0, 10**6),
)
def test_any_finding_makes_valid_sarif(path: str, message: str, line: int, column: int, width: int) -> None:
    finding = Finding(
        f"content/{path}", line, column, line, column + width, "S55-F17", "name", Severity.ERROR, message, "", message
    )
    (result,) = with_its_rule(finding)
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii() and " " not in uri


def with_its_rule(finding: Finding) -> list[dict]:
    """The results of one finding, in a log that tells its own rule alone."""
    rule = next(rule for rule in ALL if rule.code == finding.code)
    return valid(sarif.show(Report([finding], 1), [rule]))["results"]


def test_a_name_of_any_bytes_is_percent_encoded(finding: Make) -> None:
    path = os.fsdecode(b"content/a b:\xff%.md")
    (result,) = with_its_rule(finding(path=path))
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "content/a%20b%3A%FF%25.md"
    assert unquote(uri, errors="surrogateescape") == path
