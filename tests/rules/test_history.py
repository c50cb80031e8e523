"""What was published at a commit keeps its address: rule S55-H01, on a real repository."""

from collections.abc import Callable
from pathlib import Path

import pytest
from repository import commit
from section55.checking import check
from section55.findings.text import show

RESPONSE = "responses/2023-fictional/fictionshire.en.md"
IN_WELSH = "responses/2023-fictional/fictionshire.cy.md"
MOVED = "responses/2023-fictional/fictionshire-2.en.md"
INSPECTION = "inspections/2023-fictional.en.md"
WELSH = """\
---
title: Ymateb
words_from: body
---

## Argymhelliad 1 {#r1}

Rwyf yn derbyn yr argymhelliad hwn.

## Sylwadau’r prif gwnstabl {#chief-officer}

Rwyf yn cytuno.
"""

Lay = Callable[..., Path]
Change = Callable[..., str]


@pytest.fixture
def published(lay: Lay) -> Path:
    """A content folder whose files, a Welsh text among them, are in the last commit of a repository around it."""
    content = lay({IN_WELSH: WELSH})
    commit(content.parent, "Publish")
    return content


def said(content: Path, since: str | None = "HEAD") -> str:
    return show(check(content, "content", since=since).findings)


def test_a_response_that_is_gone_is_said_once_at_its_former_path(published: Path) -> None:
    (published / RESPONSE).unlink()
    (published / IN_WELSH).unlink()
    assert said(published) == (
        "error[S55-H01]: 2023-fictional/fictionshire was published and is gone.\n"
        f"  --> content/{IN_WELSH}:1:1\n"
        "  = Make the file again as its history shows it, and write status: withdrawn, or removed without its text; "
        "if it moved, write in the new one's facts moved_from: and below it - 2023-fictional/fictionshire\n"
    )


def test_the_day_is_that_of_a_commit_and_without_one_nothing_is_asked(published: Path) -> None:
    (published / RESPONSE).unlink()
    (published / IN_WELSH).unlink()
    commit(published.parent, "Delete")
    assert said(published, "HEAD") == ""
    assert "2023-fictional/fictionshire was published and is gone" in said(published, "HEAD~1")
    assert said(published, None) == ""


def test_an_inspection_that_is_gone(published: Path) -> None:
    (published / INSPECTION).unlink()
    assert "[S55-H01]: 2023-fictional was published and is gone." in said(published)


def test_a_response_that_moved_says_so(published: Path, changed: Change) -> None:
    (published / RESPONSE).unlink()
    (published / IN_WELSH).unlink()
    (published / MOVED).write_text(changed(RESPONSE), encoding="utf-8")
    assert said(published) == (
        "error[S55-H01]: 2023-fictional/fictionshire was published and is gone.\n"
        f"  --> content/{IN_WELSH}:1:1\n"
        "  = If 2023-fictional/fictionshire-2 is its new name, "
        "write in that one's facts moved_from: and below it - 2023-fictional/fictionshire\n"
    )
    moved = changed(RESPONSE, ("---\nsigned_by", "---\nmoved_from:\n  - 2023-fictional/fictionshire\nsigned_by"))
    (published / MOVED).write_text(moved, encoding="utf-8")
    assert said(published) == ""


@pytest.mark.parametrize("status", ["withdrawn", "removed"])
def test_a_response_that_no_longer_stands_keeps_its_file(published: Path, changed: Change, status: str) -> None:
    facts = f"---\nstatus: {status}\nstatus_reason: It answered another report.\nsigned_by"
    (published / RESPONSE).write_text(changed(RESPONSE, ("---\nsigned_by", facts)), encoding="utf-8")
    assert "[S55-H01]" not in said(published)


def test_one_of_two_languages_may_go_and_files_of_other_kinds(published: Path) -> None:
    (published / IN_WELSH).unlink()
    assert said(published) == ""


def test_what_is_new_was_never_published(published: Path, changed: Change) -> None:
    older = changed(INSPECTION, ("2023-07-20", "2020-01-20"))
    (published / "inspections/2020-older.en.md").write_text(older, encoding="utf-8")
    assert said(published) == ""
