"""Every rule with what breaks it, the whole output that says so, and a valid twin that stays silent.

A case is a folder `golden/<code>-<name>[-<n>]/`:

- `bad/`: the files of a content folder that differ from `golden/base/`, which is small, valid and silent;
- `expected.txt`: what `scripts/check` prints of `bad/`, whole, on 1 January 2026;
- `good/`: the valid twin, again as it differs from `base/`; nothing is found in it;
- `published/`, for rules of history: what besides `base/` was published before.

Two files in `bad/` or `good/` are no part of the content: `REMOVED` lists paths that are taken away, one a line,
`LENGTHENED` paths and the number of bytes that they are filled up to.

To add a case, write `bad/` and `good/`, then

    scripts/test tests/rules --rewrite-golden

which writes every `expected.txt` anew. `git diff` shows what changed: read each sentence, and look what its carets
stand under, before you commit it. What git would not keep as it is (line ends, links) has its test in `test_bytes.py`
and `test_robustness.py`.
"""

import re
from datetime import date
from pathlib import Path

import pytest
from golden import BASE, CASES, code_of, laid, since
from section55.checking import Checked, check
from section55.findings.text import show
from section55.language import catalogue
from section55.rules import RULES

TODAY = date(2026, 1, 1)


def checked(folder: Path, overlay: Path, language: str = "en") -> Checked:
    """What is found in `base/` with the files of a case's `bad/` or `good/` laid over it."""
    folder.mkdir(exist_ok=True)
    content = laid(overlay, folder)
    return check(content, "content", today=TODAY, since=since(overlay.parent), language=language)


def names(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("case", CASES, ids=names)
def test_what_breaks_a_rule_is_said_to_the_letter(case: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    said = show(checked(tmp_path, case / "bad").findings)
    expected = case / "expected.txt"
    if request.config.getoption("--rewrite-golden", False):
        expected.write_text(said, encoding="utf-8", newline="\n")
    assert said == expected.read_text(encoding="utf-8")
    assert f"[{code_of(case)}]" in said


@pytest.mark.parametrize("case", CASES, ids=names)
def test_its_valid_twin_is_silent(case: Path, tmp_path: Path) -> None:
    good = checked(tmp_path, case / "good")
    assert show(good.findings) == ""
    assert good.register is not None


@pytest.mark.parametrize("case", CASES, ids=names)
def test_it_is_found_in_the_same_places_whatever_language_says_it(case: Path, tmp_path: Path) -> None:
    def places(language: str) -> list[tuple[str, str, int, int]]:
        findings = checked(tmp_path / language, case / "bad", language=language).findings
        return sorted((each.code, each.path, each.line, each.column) for each in findings)

    assert places("cy") == places("en")


@pytest.mark.parametrize("case", CASES, ids=names)
def test_in_welsh_no_words_of_ours_stay_english(case: Path, tmp_path: Path) -> None:
    """What both languages say in the same three words on end or more was typed by the author, or stays English."""
    in_english, in_welsh = (checked(tmp_path / language, case / "bad", language=language) for language in ("en", "cy"))
    typed = " ".join(words for each in in_english.content.documents for words in (each.path, each.source))
    ours = {
        run
        for finding in in_english.findings
        for told in (finding.message, finding.help)
        for run in runs_of_words(told)
        if run not in typed
    }
    said_in_welsh = {told for finding in in_welsh.findings for told in (finding.message, finding.help)}
    assert ours.isdisjoint(run for told in said_in_welsh for run in runs_of_words(told))
    assert said_in_welsh.isdisjoint(message.id for message in catalogue.read_welsh() if message.id != message.string)


def runs_of_words(told: str) -> set[str]:
    """Every three words on end in a sentence."""
    return {match[1] for match in re.finditer(r"(?=\b([^\W\d_]+ [^\W\d_]+ [^\W\d_]+)\b)", told)}


def test_the_content_that_the_cases_change_is_valid_and_silent(tmp_path: Path) -> None:
    base = checked(tmp_path, BASE)
    assert (base.findings, base.allowed) == ([], [])
    assert base.register is not None


def test_every_rule_has_a_case_and_every_case_its_rule() -> None:
    assert {code_of(case) for case in CASES} == set(RULES)


@pytest.mark.parametrize("case", CASES, ids=names)
def test_a_case_is_named_for_its_rule(case: Path) -> None:
    code = code_of(case)
    assert re.fullmatch(rf"{code}-{RULES[code].name}(-[2-9]|-[1-9][0-9]+)?", case.name)
    assert {path.name for path in case.iterdir()} - {"published"} == {"bad", "expected.txt", "good"}


@pytest.mark.parametrize("code", RULES)
def test_a_rule_states_what_must_be(code: str) -> None:
    rule = RULES[code]
    assert re.fullmatch(r"S55-[A-Z][0-9]{2}", code)
    assert rule.code == code
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert re.search(r"\bmust\b", rule.statement)
    assert rule.statement.endswith((".", ":"))


_LAWS = re.compile(r"\b(?:Act|Measure|Regulations|GDPR|WCAG|Standards|Classifications)\b|section \d", re.IGNORECASE)


@pytest.mark.parametrize("code", RULES)
def test_a_source_in_law_has_a_paragraph_of_its_own_the_last(code: str) -> None:
    *before, last = RULES[code].paragraphs
    assert [each for each in before if each.startswith("Source") or _LAWS.search(each)] == []
    assert last.startswith("Source: ") == bool(_LAWS.search(last))
    assert last.startswith("Source: ") or not code.startswith("S55-S")
