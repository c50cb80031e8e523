"""What a record allows, with a reason, and what is not asked of a response that no longer stands."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from golden import CASES, code_of, laid, since
from section55.checking import Checked, check
from section55.rules import RULES

RESPONSE = "responses/2023-fictional/fictionshire.en.md"
IN_WELSH = "responses/2023-fictional/fictionshire.cy.md"
SECOND = "responses/2023-fictional/fictionshire-2.en.md"
REASON = "The office was under water."
LATE = ("published: 2023-09-12", "published: 2023-09-18")
RESPONSES = re.compile(rb"\A---\n(?=(?:.+\n)*chief_officer:)")
"""The first line of a file in which a response has its facts."""
RECORDS = re.compile(rb"\A---\n(?=(?:.+\n)*(?:chief_officer|publishers):)")
"""The same, of a response or an inspection."""

Lay = Callable[..., Path]
Change = Callable[..., str]


def cases(allowable: bool) -> list[Path]:
    """The golden cases of the rules that a record may allow, or of the others."""
    return [case for case in CASES if RULES[code_of(case)].allowable is allowable]


def names(path: Path) -> str:
    return path.name


def with_facts(case: Path, folder: Path, facts: str, into: re.Pattern[bytes] = RECORDS) -> Checked:
    """What is found in a golden case if all its responses, or inspections too, have these facts besides."""
    content = laid(case / "bad", folder)
    for path in filter(Path.is_file, content.glob("[ir]*/**/*.md")):
        path.write_bytes(into.sub(f"---\n{facts}".encode(), path.read_bytes()))
    return check(content, "content", today=date(2026, 1, 1), since=since(case))


@pytest.mark.parametrize("case", cases(allowable=True), ids=names)
def test_what_a_record_allows_is_told_apart_with_its_reason(case: Path, tmp_path: Path) -> None:
    code = code_of(case)
    before = [finding.message for finding in with_facts(case, tmp_path, "").findings if finding.code == code]
    checked = with_facts(case, tmp_path, f"allow:\n  - rule: {code}\n    reason: {REASON}\n")
    allowed = [finding.message for finding, reason in checked.allowed if finding.code == code and reason == REASON]
    left = {finding.path for finding in checked.findings if finding.code == code}
    assert allowed or left
    # Only the site's own pages cannot allow anything.
    assert all(path.startswith("content/pages/") for path in left)
    assert left or sorted(allowed) == sorted(before)


def allows_nothing(case: Path) -> bool:
    """Whether no record of a case has an `allow` of its own, beside which a second one could not stand."""
    return not any(
        "\nallow:" in path.read_text("utf-8", "replace") for path in case.glob("bad/**/*.md") if path.is_file()
    )


@pytest.mark.parametrize("case", list(filter(allows_nothing, cases(allowable=False))), ids=names)
def test_what_stops_a_build_cannot_be_allowed(case: Path, tmp_path: Path) -> None:
    code = code_of(case)
    before = [finding for finding in with_facts(case, tmp_path, "").findings if finding.code == code]
    checked = with_facts(case, tmp_path, f"allow:\n  - rule: {code}\n    reason: {REASON}\n")
    assert len([finding for finding in checked.findings if finding.code == code]) == len(before) > 0
    assert checked.allowed == []
    assert checked.register is None


def test_an_allowance_holds_for_both_files_of_its_record(lay: Lay, changed: Change) -> None:
    allow = "---\nallow:\n  - rule: S55-L04\n    reason: The Welsh letter has no headings.\nsigned_by"
    content = lay(
        {
            RESPONSE: changed(RESPONSE, ("---\nsigned_by", allow)),
            IN_WELSH: "---\nwords_from: body\n---\n\nRwyf yn derbyn yr argymhelliad.\n{#comments}\n",
        }
    )
    checked = check(content, "content")
    assert checked.findings == []
    assert [(finding.path, finding.line, reason) for finding, reason in checked.allowed] == [
        (f"content/{IN_WELSH}", 6, "The Welsh letter has no headings."),
        (f"content/{RESPONSE}", 17, "The Welsh letter has no headings."),
    ]


def test_an_allowance_is_of_one_rule_and_one_record(lay: Lay, changed: Change) -> None:
    allow = "allow:\n  - rule: S55-D07\n    reason: The office was under water.\ndeadline_stated: 2023-09-14\n"
    superseded = "status: superseded\nsuperseded_by: fictionshire-2\n"
    content = lay(
        {
            RESPONSE: changed(RESPONSE, LATE, ("---\nsigned_by", f"---\n{allow}{superseded}signed_by")),
            SECOND: changed(RESPONSE, LATE),
        }
    )
    checked = check(content, "content")
    assert [(finding.path, finding.code) for finding in checked.findings] == [
        (f"content/{SECOND}", "S55-D07"),
        (f"content/{RESPONSE}", "S55-D06"),
    ]
    assert [(finding.path, finding.code) for finding, _ in checked.allowed] == [(f"content/{RESPONSE}", "S55-D07")]


def test_an_allowance_of_what_is_not_found_is_no_finding(lay: Lay, changed: Change) -> None:
    allow = "---\nallow:\n  - rule: S55-D07\n    reason: The office was under water.\nsigned_by"
    checked = check(lay({RESPONSE: changed(RESPONSE, ("---\nsigned_by", allow))}))
    assert (checked.findings, checked.allowed) == ([], [])


def test_an_allowance_without_a_reason_is_one_mistake_and_what_it_is_of_waits(lay: Lay, changed: Change) -> None:
    allow = "---\nallow:\n  - rule: S55-D07\nsigned_by"
    checked = check(lay({RESPONSE: changed(RESPONSE, LATE, ("---\nsigned_by", allow))}))
    assert [finding.code for finding in checked.findings] == ["S55-F13"]
    assert checked.allowed == []


# What is asked only of a response that stands.

OF_WHAT_STANDS = [case for case in cases(allowable=True) if RULES[code_of(case)].while_current]


@pytest.mark.parametrize(
    ("status", "asked"),
    [
        ("status: current\n", True),
        ("status: corrected\ncorrections:\n  - date: 2024-01-01\n    note: The date was wrong.\n", True),
        ("status: superseded\nsuperseded_by: fictionshire-2\n", False),
        ("status: withdrawn\nstatus_reason: It answered another report.\n", False),
        ("status: removed\nstatus_reason: It answered another report.\n", False),
    ],
)
@pytest.mark.parametrize("case", OF_WHAT_STANDS, ids=names)
def test_a_response_that_no_longer_stands_is_asked_less(case: Path, status: str, asked: bool, tmp_path: Path) -> None:
    codes = {finding.code for finding in with_facts(case, tmp_path, status, RESPONSES).findings}
    assert (code_of(case) in codes) is asked


def test_these_are_the_rules_of_what_stands() -> None:
    codes = {code for code, rule in RULES.items() if rule.while_current}
    assert codes >= {"S55-R10", "S55-R13", "S55-S01", "S55-S02", "S55-S03", "S55-S05", "S55-L03"}
    assert codes == {code_of(case) for case in OF_WHAT_STANDS}


@pytest.mark.parametrize("status", ["withdrawn", "removed"])
def test_a_removed_response_needs_no_text_for_its_facts(lay: Lay, changed: Change, status: str) -> None:
    facts, _, _ = changed(
        RESPONSE,
        ("    action: proposed\n", "    action: proposed\n    section: r1\n"),
        ("---\nsigned_by", f"---\nstatus: {status}\nstatus_reason: It was published by mistake.\nsigned_by"),
    ).partition("\n## ")
    codes = [finding.code for finding in check(lay({RESPONSE: facts})).findings]
    assert codes == ([] if status == "removed" else ["S55-S04", "S55-R07"])
