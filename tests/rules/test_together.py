"""Mistakes are told together, each as if it were alone; and none is told for another.

A right response, with every fact that one can have, and two mistakes in it: one of form in a fact, and one of another
kind in another fact. What is found of both is what is found of each. With a mistake of form alone nothing else is
found: rules conclude nothing from what it hides.
"""

import re
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from golden import BASE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from section55.checking import check
from section55.records import Response

INSPECTION = "inspections/2023-fictional.en.md"
RESPONSE = "responses/2023-fictional/fictionshire.en.md"
FACTS = {
    "title": "title: A fictional response",
    "signed_by": "signed_by: A. Person",
    "role": "role: Police and Crime Commissioner",
    "capacity": "capacity: holder",
    "addressed_to": "addressed_to: A fictional minister",
    "dated": "dated: 2023-09-04",
    "published": "published: 2023-09-12",
    "deadline_stated": "deadline_stated: 2023-09-13",
    "sent_to_inspectors": "sent_to_inspectors: 2023-09-05",
    "sent_to_minister": "sent_to_minister: 2023-09-05",
    "chief_officer": "chief_officer: commented",
    "only_in": "only_in: en",
    "only_in_reason": "only_in_reason: There is no Welsh text.",
    "source": "source:\n  url: https://a.example/\n  retrieved: 2024-01-08\n  changes:\n    - The menu is left out.",
    "answers": "answers:\n  r1:\n    position: accepted\n    action: proposed\n    words: I accept this recommendation",
    "chief_officer_answers": "chief_officer_answers:\n  all:\n    position: accepted\n    section: chief-officer",
    "also_answers": "also_answers:\n  - 2024-fictional",
    "status": "status: corrected",
    "status_reason": "status_reason: A date was wrong.",
    "moved_from": "moved_from:\n  - 2023-fictional/mythshire",
    "corrections": "corrections:\n  - date: 2023-10-02\n    note: The date was wrong.",
    "updates": "updates:\n  - date: 2023-11-01\n    item: r1\n    action: taken\n    note: The cells are lit.",
    "attachments": "attachments:\n  - file: letter.pdf\n    title: The signed letter",
    "allow": "allow:\n  - rule: S55-X01\n    reason: The lines are as in the letter.",
}
"""Every fact of the response, by its key, as it is written."""

Change = Callable[[str], str]

OF_ANY: dict[str, Change] = {
    "its value refused": lambda fact: f"{fact.partition(':')[0]}: [[a]]",
    "its key misspelt": lambda fact: fact.replace(":", "x:", 1),
    "twice": lambda fact: f"{fact}\n{fact}",
    "its colon missing": lambda fact: fact.replace(":", "", 1),
    "a tab below": lambda fact: f"{fact}\n\ta: b",
    "a reference": lambda fact: f"{fact.partition(':')[0]}: *a",
    "a bracket not closed": lambda fact: f"{fact.partition(':')[0]}: [a",
    "a quotation mark not closed": lambda fact: f"{fact.partition(':')[0]}: \"a",
}
OF_ITS_LAST_LINE: dict[str, Change] = {
    "refused": lambda fact: f"{fact.rpartition(': ')[0]}: [[a]]",
    "empty": lambda fact: f"{fact.rpartition(': ')[0]}: ''",
    "misspelt": lambda fact: "x: ".join(fact.rpartition(": ")[::2]),
    "a second colon": lambda fact: f"{fact}: a",
    "a word processor's space": lambda fact: ":\N{NO-BREAK SPACE}".join(fact.rsplit(": ", 1)),
}
"""Mistakes of form, each of which turns a fact into a wrong one."""


def mistakes_in(fact: str) -> list[tuple[str, str]]:
    """The names of the mistakes that a fact can have, and the fact with each."""
    changes = OF_ANY | (OF_ITS_LAST_LINE if ": " in fact.rpartition("\n")[2] else {})
    return [(name, change(fact)) for name, change in changes.items()]


FORM = [(key, name, wrong) for key, fact in FACTS.items() for name, wrong in mistakes_in(fact)]

OTHERWISE_WRONG = {
    "published": ("published: 2023-07-19", "S55-D03"),
    "sent_to_inspectors": ("sent_to_inspectors: 2062-09-05", "S55-D04"),
    "sent_to_minister": ("sent_to_minister: 2023-07-01", "S55-D03"),
    "answers": (f"{FACTS['answers']}\n  r9:\n    position: noted", "S55-R03"),
    "also_answers": ("also_answers:\n  - 2024-fictional\n  - 2025-nothing", "S55-R01"),
    "moved_from": ("moved_from:\n  - mythshire", "S55-H04"),
    "updates": (f"{FACTS['updates']}\n  - date: 2062-11-01\n    note: A cell is lit.", "S55-D04"),
    "attachments": (f"{FACTS['attachments']}\n  - file: annex.pdf\n    title: An annex", "S55-R15"),
    "allow": ("allow:\n  - rule: S55-F09\n    reason: It reads well.", "S55-R14"),
    "source": ("source:\n  retrieved: 2062-01-08", "S55-D04"),
    "corrections": ("corrections:\n  - date: 2023-06-02\n    note: The date was wrong.", "S55-D03"),
}
"""Facts that are right in form, and wrong; and what is found."""

SAMPLE = settings(
    max_examples=60, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A right content folder with the response, another inspection, and a file that belongs to the response."""
    content = tmp_path_factory.mktemp("together") / "content"
    shutil.copytree(BASE, content)
    report = (BASE / "inspections/2023-fictional.en.md").read_text(encoding="utf-8")
    for old, new in (("2023-07-20", "2024-01-20"), ("r1", "r2"), ("all-forces", "The fictional minister")):
        report = report.replace(old, new)
    (content / "inspections/2024-fictional.en.md").write_text(report, encoding="utf-8")
    (content / "responses/2023-fictional/letter.pdf").write_bytes(b"")
    return content


def found(folder: Path, facts: dict[str, str]) -> Counter[tuple[str, int, str]]:
    """What is found of a response with these facts: codes, columns, and the lines as they are written."""
    _, _, text = (BASE / RESPONSE).read_text(encoding="utf-8").split("---\n", 2)
    written = "\n".join(facts.values())
    (folder / RESPONSE).write_text(f"---\n{written}\n---\n{text}", encoding="utf-8")
    findings = check(folder, "content", today=date(2026, 1, 1)).findings
    return Counter((finding.code, finding.column, finding.excerpt) for finding in findings)


def test_the_response_is_right_and_has_every_fact(folder: Path) -> None:
    assert found(folder, FACTS) == Counter()
    # Of these a response has some only without others.
    assert set(FACTS) == set(Response.model_fields) - {"words_from", "chief_officer_reason", "superseded_by"}


@pytest.mark.parametrize("key", FACTS)
def test_a_mistake_of_form_brings_no_finding_of_another_kind(folder: Path, key: str) -> None:
    for fact, name, wrong in FORM:
        if fact == key:
            codes = {code for code, _, _ in found(folder, FACTS | {key: wrong})}
            assert codes, name
            assert all(code.startswith("S55-F") for code in codes), name


@pytest.mark.parametrize("name", ["site.md", "forces/fictionshire.md", "bodies/fictionshire-2012.md", INSPECTION])
def test_nor_does_it_in_what_refers_to_its_record(tmp_path: Path, name: str) -> None:
    content = tmp_path / "content"
    shutil.copytree(BASE, content)
    _, written, text = (BASE / name).read_text(encoding="utf-8").split("---\n", 2)
    facts = re.split(r"\n(?! )", written.rstrip("\n"))
    for index, fact in enumerate(facts):
        for mistake, wrong in mistakes_in(fact):
            changed = "\n".join([*facts[:index], wrong, *facts[index + 1 :]])
            (content / name).write_text(f"---\n{changed}\n---\n{text}", encoding="utf-8")
            findings = check(content, "content", today=date(2026, 1, 1)).findings
            assert findings, (fact, mistake)
            assert all(each.code.startswith("S55-F") and each.path.endswith(name) for each in findings), (fact, mistake)


@pytest.mark.parametrize("key", OTHERWISE_WRONG)
def test_a_fact_that_is_right_in_form_and_wrong_is_one_finding(folder: Path, key: str) -> None:
    wrong, code = OTHERWISE_WRONG[key]
    assert [each for each, _, _ in found(folder, FACTS | {key: wrong}).elements()] == [code]


def holds_of_both(folder: Path, form: tuple[str, str, str], other: str) -> None:
    key, _, wrong = form
    if key == other:
        return
    wrong_otherwise = {other: OTHERWISE_WRONG[other][0]}
    both = found(folder, FACTS | {key: wrong} | wrong_otherwise)
    assert both == found(folder, FACTS | {key: wrong}) + found(folder, FACTS | wrong_otherwise)


@SAMPLE
@given(form=st.sampled_from(FORM), other=st.sampled_from(sorted(OTHERWISE_WRONG)))
def test_two_mistakes_are_found_as_each_is_alone(folder: Path, form: tuple[str, str, str], other: str) -> None:
    holds_of_both(folder, form, other)


@pytest.mark.long
@pytest.mark.parametrize("other", OTHERWISE_WRONG)
def test_any_two_mistakes_are_found_as_each_is_alone(folder: Path, other: str) -> None:
    for form in FORM:
        holds_of_both(folder, form, other)
