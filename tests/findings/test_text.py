"""What a message looks like in a terminal."""

import io
import re
import time
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from section55.findings import Finding, Report, Severity
from section55.findings.report import MOST_CHARACTERS
from section55.findings.terminal import COLOURED, PLAIN, ink_for
from section55.findings.text import MOST_COLUMNS, show, show_report
from section55.language import words

Make = Callable[..., Finding]


def marked(text: str) -> str:
    """The characters of the author's line that stand above the carets; every one of them is one column wide."""
    lines = text.splitlines()
    carets = next(line for line in lines if line.strip(" |^") == "" and "^" in line)
    line = lines[lines.index(carets) - 1]
    return line[carets.index("^") : carets.rindex("^") + 1]


def test_a_message_is_a_sentence_a_place_the_line_what_is_right_and_where_it_is_told(finding: Make) -> None:
    assert show([finding()], read_more=lambda code: f"https://example.org/rules/{code.lower()}/") == (
        "error[S55-F17]: “dated” is not a date.\n"
        "  --> content/responses/2023-fictional/fictionshire.en.md:5:8\n"
        "  |\n"
        "5 | dated: 4 September 2023\n"
        "  |        ^^^^^^^^^^^^^^^^\n"
        "  = Write it as year-month-day.\n"
        "  = Read more: https://example.org/rules/s55-f17/\n"
    )


def test_where_a_rule_is_told_is_said_with_its_first_finding_alone(finding: Make) -> None:
    findings = [finding(), finding(line=6), finding(code="S55-F18"), finding(line=7), finding(code="S55-F18", line=9)]
    text = show(findings, read_more=lambda code: f"the page of {code}")
    assert text.count("Read more: the page of S55-F17") == 1
    assert text.count("Read more: the page of S55-F18") == 1
    assert [("Read more" in paragraph) for paragraph in text.split("\n\n")] == [True, False, True, False, False]


def test_a_finding_without_a_line_or_help_is_its_sentence_and_place(finding: Make) -> None:
    assert show([finding(excerpt="", help="", line=1, column=1)]) == (
        "error[S55-F17]: “dated” is not a date.\n  --> content/responses/2023-fictional/fictionshire.en.md:1:1\n"
    )


def test_the_gutter_is_as_wide_as_the_number(finding: Make) -> None:
    lines = show([finding(line=1234, end_line=1234)]).splitlines()
    assert lines[2:5] == ["     |", "1234 | dated: 4 September 2023", "     |        ^^^^^^^^^^^^^^^^"]


@pytest.mark.parametrize(
    ("line", "start", "end", "above_the_carets"),
    [
        ("role: Mayor", 7, 12, "Mayor"),
        ("role: Mayor", 7, 7, "M"),  # a place without width is its character
        ("\tall:", 1, 2, " "),  # a tab is shown as one space
        ("signed_by: Siân Ŵyn", 12, 16, "Siân"),
        ("x" * 300 + "HERE" + "y" * 300, 301, 305, "HERE"),  # cut on both sides
        ("HERE" + "y" * 300, 1, 5, "HERE"),
        ("x" * 300 + "HERE", 301, 305, "HERE"),
    ],
)
def test_carets_stand_under_the_very_characters(
    finding: Make, line: str, start: int, end: int, above_the_carets: str
) -> None:
    text = show([finding(excerpt=line, column=start, end_column=end)])
    assert marked(text) == above_the_carets
    assert max(len(each) for each in text.splitlines()[2:5]) <= MOST_COLUMNS + len("5 | ……")


def test_wide_letters_take_two_columns_and_combining_ones_none(finding: Make) -> None:
    line = "e\N{COMBINING ACUTE ACCENT} 東京: no"
    carets = show([finding(excerpt=line, column=8, end_column=10)]).splitlines()[4]
    assert carets == "  | " + " " * len("é XXXX: ") + "^^"


def test_a_place_of_several_lines_is_marked_to_the_end_of_its_first(finding: Make) -> None:
    assert marked(show([finding(end_line=7, end_column=3)])) == "4 September 2023"


def test_ten_thousand_findings_on_one_line_of_a_file_are_shown_in_moments(finding: Make) -> None:
    line = "no, " * 1_000_000
    began = time.monotonic()
    text = show(finding(excerpt=line, column=400 * n + 1, end_column=400 * n + 3) for n in range(10_000))
    assert time.monotonic() - began < 60
    assert text.count("…") > 10_000


def test_a_narrow_terminal_gets_a_shorter_line(finding: Make) -> None:
    text = show([finding(excerpt="x" * 300, column=150, end_column=160)], columns=50)
    assert max(len(line) for line in text.splitlines()[2:5]) <= 50
    assert marked(text) == "x" * 10


def test_what_a_record_holds_steers_no_terminal(finding: Make) -> None:
    # "\x1b[2J" clears the screen; U+202E turns the writing round; a line end would make a line of its own.
    sly = "a\x1b[2Jb\u202ec\r\n::error::d\u2028e"
    text = show([finding(message=sly, help=sly, excerpt=sly, path=f"content/{sly}.md")])
    assert len(text.splitlines()) == 6
    assert not [each for each in text if each != "\n" and unicodedata.category(each) in ("Cc", "Cf", "Zl", "Zp")]
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())


def test_a_sentence_that_quotes_a_long_value_is_cut(finding: Make) -> None:
    (head, *_) = show([finding(message="x" * 1_000_000)]).splitlines()
    assert len(head) < MOST_CHARACTERS + 30


@given(line=st.text(), column=st.integers(1, 200), width=st.integers(0, 200), columns=st.integers(1, 200))
def test_any_line_and_place_can_be_shown(line: str, column: int, width: int, columns: int) -> None:
    shown = Finding("x.md", 3, column, 3, column + width, "S55-F01", "name", Severity.WARNING, "Sentence.", "", line)
    text = show([shown], columns=columns)
    assert len(text.split("\n")) in (3, 6)
    assert "^" in text or not line


# The whole report


def test_allowed_rules_come_after_the_findings_each_once_and_the_count_is_last(finding: Make) -> None:
    warning = finding(severity=Severity.WARNING, code="S55-D06", path="content/a.md")
    report = Report(
        [finding()],
        1_234,
        [
            (warning, "The letter says so."),
            (finding(code="S55-D06", path="content/a.md", line=9), "The letter says so."),
        ],
    )
    assert show_report(report).splitlines()[-4:] == [
        "",
        "Allowed: S55-D06 in content/a.md, because “The letter says so.”",
        "",
        "1,234 files checked: 1 error, 0 warnings.",
    ]


def test_nothing_found_is_one_line() -> None:
    assert show_report(Report([], 1)) == "1 file checked: 0 errors, 0 warnings."


def test_in_welsh_all_of_it_goes_through_the_catalogue(finding: Make) -> None:
    """Whatever is said, but for the finding's own sentences, is asked of the catalogue."""

    class Marked(type(words("en"))):  # type: ignore[misc]
        def gettext(self, message: str) -> str:
            return f"<{message}>"

        def ngettext(self, one: str, many: str, number: int) -> str:
            return f"<{many}>"

    report = Report([finding()], 1, [(finding(), "why")], lambda code: "the page", Marked())
    text = show_report(report)
    assert text.startswith("<error>[S55-F17]: “dated”")
    assert "= <Read more: the page>\n" in text
    assert "<Allowed: S55-F17 in content/responses/2023-fictional/fictionshire.en.md, because “why”>\n" in text
    assert text.endswith("<<1 files checked>: <1 errors>, <0 warnings>.>")


# Colours


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "coloured"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": ""}, True),  # set to nothing is not set (https://no-color.org)
        (Terminal(), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {"TERM": "xterm"}, False),
    ],
)
def test_colours_are_for_terminals_whose_users_want_them(
    stream: io.StringIO, environment: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.name", "posix")
    assert ink_for(stream, environment) is (COLOURED if coloured else PLAIN)


def test_without_its_colours_a_message_says_the_same(finding: Make) -> None:
    findings = [finding(), finding(severity=Severity.WARNING)]
    assert re.sub("\033\\[[0-9;]*m", "", show(findings, ink=COLOURED)) == show(findings)
