"""A check tells all problems of all files in one run, and gives a register where no error is among them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from section55.checking import check
from section55.findings import Severity

SITE = "site.md"
FORCE = "forces/fictionshire.md"
BODY = "bodies/fictionshire-2012.md"
INSPECTION = "inspections/2023-fictional.en.md"
RESPONSE = "responses/2023-fictional/fictionshire.en.md"

Lay = Callable[..., Path]
Change = Callable[..., str]


def test_the_problems_of_all_files_come_by_path_and_place(lay: Lay, changed: Change) -> None:
    content = lay(
        {
            SITE: changed(SITE, ("languages:", "welsh_reviewed: no\nlanguages:")),
            FORCE: changed(FORCE, ("nation: england", "since: 2024-01-02\nuntil: 2024-01-01\nnation: england")),
            BODY: b"\xff",
            INSPECTION: changed(INSPECTION, ("published:", "regime: none\nkind: none\npublished:")),
            RESPONSE: changed(RESPONSE, ("signed_by: A. Person", "signed_by: 'A. Person")),
            "pages/about.en.md": "About",
            "notes.md": "",
        }
    )
    findings = check(content, "content").findings
    assert [(each.path.removeprefix("content/"), each.line, each.column, each.code) for each in findings] == [
        (BODY, 1, 1, "S55-F03"),
        (BODY, 1, 1, "S55-F07"),
        (FORCE, 8, 8, "S55-D01"),
        (INSPECTION, 5, 9, "S55-F15"),
        (INSPECTION, 6, 7, "S55-F15"),
        ("notes.md", 1, 1, "S55-F06"),
        ("pages/about.en.md", 1, 1, "S55-F07"),
        (RESPONSE, 2, 12, "S55-F09"),
        (SITE, 4, 17, "S55-F19"),
    ]


def test_a_broken_record_is_no_missing_one(lay: Lay) -> None:
    """What refers to a file that is there but not right is not wrong itself."""
    content = lay({FORCE: "---\n---\n", INSPECTION: "---\ntitle: no\nitems: none\n---\n", BODY: "---\n---\n"})
    findings = check(content, "content").findings
    assert {each.path.removeprefix("content/") for each in findings} == {FORCE, INSPECTION, BODY}


def test_an_error_leaves_no_register_and_a_warning_does(lay: Lay, changed: Change) -> None:
    late = check(lay({RESPONSE: changed(RESPONSE, ("published: 2023-09-12", "published: 2023-09-18"))}))
    assert [finding.severity for finding in late.findings] == [Severity.WARNING]
    assert late.errors == []
    assert late.register is not None
    broken = check(lay({RESPONSE: "---\n"}))
    assert broken.errors == broken.findings != []
    assert broken.register is None


def test_a_finding_quotes_its_line_and_marks_what_is_wrong_in_it(lay: Lay, changed: Change) -> None:
    text = changed(RESPONSE, ("A. Person", "😀"), ("dated: 2023-09-04", "dated: 2023-02-30 # a Thursday"))
    [finding] = check(lay({RESPONSE: text})).findings
    assert finding.excerpt == "dated: 2023-02-30 # a Thursday"
    assert finding.excerpt[finding.column - 1 : finding.end_column - 1] == "2023-02-30"
    assert (finding.line, finding.end_line) == (4, 4)


def test_today_enters_only_where_it_is_given(lay: Lay, changed: Change) -> None:
    content = lay({RESPONSE: changed(RESPONSE, ("dated: 2023-09-04", "dated: 2023-09-05"))})
    assert check(content).findings == []
    assert [each.code for each in check(content, today=date(2023, 9, 4)).findings] == ["S55-D04", "S55-D04"]


def test_a_folder_that_is_none_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"^There is no folder here\.$"):
        check(tmp_path / "nothing", "here")
    with pytest.raises(FileNotFoundError, match=r"^here holds no site\.md, which says what this site is\.$"):
        check(tmp_path, "here")
