"""What `scripts/check --fix` puts right, what it leaves alone, and that it never makes a file worse."""

import os
import re
import shutil
import string
from pathlib import Path

import pytest
from golden import BASE, CASES
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from section55.checking import check
from section55.findings.terminal import COLOURED
from section55.fixing import FIXERS, Edit, files, fix, fixed
from section55.fixing.edits import apart, edited, joined, split
from section55.language.written_dates import iso
from section55.reading.content import Document
from section55.reading.files import text_of
from section55.reading.front_matter import read_front_matter
from section55.reading.models import read_record
from section55.reading.pasted import UNSEEN
from section55.records import Inspection, Response
from section55.rules import RULES

FIXTURES = Path(__file__).parent / "fixtures"


def document() -> Document:
    """A response of which nothing but its place is known."""
    return Document("content/responses/2023-x/y.en.md", Response, "2023-x/y", "en")


def mended(text: str) -> str:
    """A response's text after `--fix`."""
    return fixed(document(), text.encode()).decode()


def response(facts: str, text: str = "") -> str:
    return f"---\n{facts}chief_officer: none\n---\n{text}"


# What has one answer

ONE_ANSWER = [
    # S55-F04: a byte-order mark.
    ("\ufeff" + response(""), response("")),
    ("\ufeff\ufeff" + response(""), response("")),
    # S55-F09: tabs before a fact.
    (response("source:\n\tfile: a.txt\n"), response("source:\n  file: a.txt\n")),
    (
        response("source:\n\tfile: a.txt\n\tchanges:\n\t\t- None.\n"),
        response("source:\n  file: a.txt\n  changes:\n    - None.\n"),
    ),
    (response("source:\n    file: a.txt\n\tchanges: []\n"), response("source:\n    file: a.txt\n    changes: []\n")),
    (
        response("answers:\n  r1:\n\tposition: noted\n    action: none\n"),
        response("answers:\n  r1:\n    position: noted\n    action: none\n"),
    ),
    (response("source:\n  file: a.txt\n\tchanges: []\n"), response("source:\n  file: a.txt\n  changes: []\n")),
    # S55-F14: a misspelt key with one near neighbour.
    (response("signed_bye: Siân\n"), response("signed_by: Siân\n")),
    (response("Signed by: Siân\n"), response("signed_by: Siân\n")),
    (response("signed-by: Siân\n"), response("signed_by: Siân\n")),
    (response("answers:\n  r1:\n    positon: noted\n"), response("answers:\n  r1:\n    position: noted\n")),
    ("---\nchief_oficer: none\n---\n", "---\nchief_officer: none\n---\n"),
    # S55-F16: a text that YAML would take for something else.
    (response("signed_by: no\n"), response('signed_by: "no"\n')),
    (response("role: 12:30\n"), response('role: "12:30"\n')),
    (response("title: 2023\n"), response('title: "2023"\n')),
    (response("title: 2023-09-04\n"), response('title: "2023-09-04"\n')),
    (response("source:\n  changes:\n    - 7.10\n"), response('source:\n  changes:\n    - "7.10"\n')),
    # S55-F17: a date in another form.
    (response("dated: 4 September 2023\n"), response("dated: 2023-09-04\n")),
    (response('dated: "4 September 2023" # as printed\n'), response("dated: 2023-09-04 # as printed\n")),
    # S55-F20: what a word processor puts.
    (response("signed_by: “Siân”\n"), response('signed_by: "Siân"\n')),
    (response("signed_by: ‘Siân O’Wyn’\n"), response('signed_by: "Siân O’Wyn"\n')),
    (response('signed_by: “Siân "Wyn"”\n'), response("signed_by: 'Siân \"Wyn\"'\n")),
    (response("signed_by:\u00a0Siân\n"), response("signed_by: Siân\n")),
    (response("source:\n\u00a0\u00a0file: a.txt\n"), response("source:\n  file: a.txt\n")),
    # S55-X02: a space that keeps a backslash from ending a line.
    (response("", "1 Street\\ \nSome Town\\  \nTown\n"), response("", "1 Street\\\nSome Town\\\nTown\n")),
    # S55-F05: characters that nobody sees in facts, or before their lines of hyphens.
    ("\u200b" + response("sign\u00aded_by: Siân\u2060 Wyn\u200b\n"), response("signed_by: Siân Wyn\n")),
    (response("title: a \u200b b\u200b\n"), response("title: a  b\n")),
    # S55-X27: characters that nobody sees in a text.
    (
        response("", "\ufeffI ac\u00adcept it\u200b, and 30\u2060%.\n\n---\u200b\n"),
        response("", "I accept it, and 30%.\n\n---\n"),
    ),
    (
        response("dated: \u200e2023-09-04\n", "Ring \u202d01632 960 001\u202c.\n"),
        response("dated: 2023-09-04\n", "Ring 01632 960 001.\n"),
    ),
    # A space at the end of a line that is no line break.
    (response("role: Mayor \n", "A line \nand \nmore.\n \n"), response("role: Mayor\n", "A line\nand\nmore.\n\n")),
    # One mistake behind another.
    (response("Dated: 4 September 2023\n"), response("dated: 2023-09-04\n")),
    (response("dated: “4 Medi 2023”\n"), response("dated: 2023-09-04\n")),
    (
        "\ufeff" + response("source:\n\tfille: a.txt\nrole: no\nsigned_bye:\u00a0Siân\n"),
        response('source:\n  file: a.txt\nrole: "no"\nsigned_by: Siân\n'),
    ),
]


@pytest.mark.parametrize(("before", "after"), ONE_ANSWER)
def test_what_has_one_answer_is_put_right(before: str, after: str) -> None:
    assert mended(before) == after


@pytest.mark.parametrize(("before", "after"), ONE_ANSWER)
def test_what_was_put_right_is_right(before: str, after: str) -> None:
    front = read_front_matter(after)
    assert front.problems == []
    assert read_record(front, Response)[1] == []


@pytest.mark.parametrize(("before", "after"), ONE_ANSWER)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_stay_as_they_are(before: str, after: str, end: str) -> None:
    assert mended(before.replace("\n", end)) == after.replace("\n", end)


def test_every_fix_has_its_case_and_its_rule() -> None:
    assert FIXERS.keys() <= RULES.keys()
    found = set()
    for before, _ in ONE_ANSWER:
        spoilt = document()
        spoilt.source = before
        spoilt.front = read_front_matter(before)
        spoilt.problems = spoilt.front.problems or read_record(spoilt.front, Response)[1]
        found |= {code for code in FIXERS if list(RULES[code].check(spoilt, None))}  # type: ignore[arg-type]
    assert found == FIXERS.keys()


# What is left alone

LEFT_ALONE = {
    "two spaces are a line break": response("", "1 Street  \nTown\n"),
    "a backslash and a space that end a paragraph are two mistakes": response("", "1 Street\\ \n\nTown\n"),
    "a space after a backslash in code": response("", "    1 Street\\ \n    Town\n"),
    "three spaces": response("", "a   \n"),
    "what joins the parts of a picture, or keeps letters apart": response("", "👩\u200d🚒 and auf\u200clage\n"),
    "what nobody sees keeps a line from being a list": response("", "\u200b1. a\n"),
    "what nobody sees keeps stars from making italics": response("", "5 *\u200ba* 3\n"),
    "a space at the end of a block of text in a fact is part of it": response("title: |\n  a \n  b\n"),
    "no known key is near": response("xyzzy: 1\n"),
    "`signed` may mean who or when": response("signed: Siân\n"),
    "the key that is near is there already": response("signed_by: a\nsigned_bye: b\n"),
    "the key that is near does not take the value": response("Dated: in the autumn\n"),
    "in two readings this is a date": response("dated: 04/09/2023\n"),
    "there is no such day": response("dated: 31 June 2023\n"),
    "a month, where a day is needed": response("published: September 2023\n"),
    "a number of two digits for the year": response("dated: 4 September 23\n"),
    "two pairs of quotes are not around the value": response("title: “a” and “b”\n"),
    "quotes that are no pair": response("title: “a»\n"),
    "a key without a value": response("signed_bye:\n"),
    "a tab that parts key and value": response("signed_by:\tSiân\n"),
    "an empty file": "",
    "no front matter": "Dear Sir,\n",
    "front matter that never ends": "---\nsigned_bye: Siân\n",
    "a key twice": response("role: a\nrole: b\n"),
}


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_what_has_no_answer_or_two_is_left_alone(text: str) -> None:
    assert mended(text) == text


def test_a_key_near_to_two_is_left_alone() -> None:
    report = Document("content/inspections/2023-x.en.md", Inspection, "2023-x", "en")
    either = b"---\ntitle: A report\npublishe: 2023-07-20\n---\n"
    assert fixed(report, either) == either
    only_one = either.replace(b"title:", b"publishers: hmicfrs\ntitle:")
    assert fixed(report, only_one) == only_one.replace(b"publishe:", b"published:")


def test_a_key_is_not_put_right_to_hold_what_is_wrong_there() -> None:
    wrong = response("signed_bye: no\n")  # a name, or whether it was signed?
    assert mended(wrong) == wrong


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe-\x00", b"---\nsigned_bye: \xe2n\n---\n", b"---\nsigned_bye: a\x00\n---\n"]
)
def test_bytes_that_are_not_read_are_left_alone(data: bytes) -> None:
    assert fixed(document(), data) == data


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("4 September 2023", "2023-09-04"),
        ("4th September 2023", "2023-09-04"),
        ("4th of September, 2023", "2023-09-04"),
        ("Monday 4 September 2023", "2023-09-04"),
        ("Monday, 4 September 2023", "2023-09-04"),
        ("04 SEPT 2023", "2023-09-04"),
        ("4 Sep. 2023", "2023-09-04"),
        ("September 4, 2023", "2023-09-04"),
        ("September 2023", "2023-09"),
        ("31 Mai 2023", "2023-05-31"),  # Welsh
        ("4 Medi 2023", "2023-09-04"),
        ("dydd Llun 4 Medi 2023", "2023-09-04"),
        ("4\u00a0September\u00a02023", "2023-09-04"),
        ("2023-9-4", "2023-09-04"),
        ("2023/09/04", "2023-09-04"),
        ("13/09/2023", "2023-09-13"),
        ("13.9.2023", "2023-09-13"),
        ("09/13/2023", "2023-09-13"),
        ("09/09/2023", "2023-09-09"),
        ("04/09/2023", None),  # 4 September in Britain, 9 April to a program set up for America
        ("4-9-2023", None),
        ("13/13/2023", None),
        ("29 February 2023", None),
        ("4 September", None),
        ("4 September 23", None),
        ("4 Brumaire 2023", None),
        ("2023", None),
        ("٤ September 2023", None),
        ("4 September 0000", None),
        ("2023-09-04T10:00", None),
        ("between 4 September 2023 and now", None),
        ("", None),
    ],
)
def test_a_date_is_taken_where_it_can_be_no_other(typed: str, date: str | None) -> None:
    assert iso(typed) == date


# Never worse

PRETTY = st.sampled_from(
    [
        text_of(path.read_bytes())[0]
        for content in (*sorted(FIXTURES.iterdir()), *(case / "bad" for case in CASES))
        for path in sorted(content.glob("responses/*/*.md"))
        if path.is_file()
    ]
)
PIECES = st.sampled_from(
    [
        "\t",
        "\u00a0",
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        ": ",
        "- ",
        "\n",
        "\r\n",
        "\r",
        " ",
        "  ",
        " \n",
        "\\ \n",
        "#",
        "---\n",
    ]
    + ["no", "12:30", "signed_bye: ", "Dated: 4 September 2023\n", "04/09/2023", "[", "{", "|\n", ">\n", "&a ", "*a"]
    + ["!x ", "\ufeff", "\u200b", "ŵ"]
)


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """A record with a few things put in, or taken out, anywhere."""
    text = draw(PRETTY)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        text = (
            text[:start] + draw(st.one_of(PIECES, st.just(""))) + text[start + draw(st.sampled_from([0, 0, 1, 2, 5])) :]
        )
    return text


def reading(text: str) -> tuple[int, set[tuple[str, int]]]:
    """How far reading gets, and what is wrong there: rules and lines."""
    front = read_front_matter(re.sub(r"\r\n?", "\n", text))
    if front.problems:
        return 0, {(each.rule, each.place.line) for each in front.problems}
    problems = read_record(front, Response)[1]
    return (1 if problems else 2), {(each.rule, each.place.line) for each in problems}


@settings(deadline=None)
@given(st.one_of(spoilt(), st.text(), st.lists(PIECES).map("".join).map(response)))
def test_a_second_run_finds_nothing_more_to_do(text: str) -> None:
    once = mended(text)
    assert mended(once) == once


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_put_right_or_left(data: bytes) -> None:
    once = fixed(document(), data)
    assert fixed(document(), once) == once


@settings(deadline=None)
@given(spoilt())
def test_no_fix_brings_about_a_new_mistake(text: str) -> None:
    before, after = reading(text.lstrip("\ufeff")), reading(mended(text))
    assert after[0] >= before[0]
    if after[0] == before[0] > 0:
        assert after[1] <= before[1]


@settings(deadline=None)
@given(spoilt())
def test_lines_and_their_ends_stay_and_no_other_line_is_touched(text: str) -> None:
    after = mended(text)
    lines, ends = split(text.lstrip("\ufeff"))
    new_lines, new_ends = split(after)
    assert new_ends == ends
    assert len(new_lines) == len(lines)
    body = read_front_matter(re.sub(r"\r\n?", "\n", after)).body_line
    for number, (old, new) in enumerate(zip(lines, new_lines, strict=True), 1):
        if old != new and (number >= body or body == 1):
            # Below the facts nothing but a lone space goes, and what nobody sees.
            assert re.sub(f"[{UNSEEN}]", "", old) in (new, f"{new} ")


FACTS = {
    "signed_by": "Siân Ŵyn",
    "role": "Police and Crime Commissioner",
    "dated": "2023-09-04",
    "published": "2023-09-12",
    "chief_officer": "none",
}


@settings(deadline=None)
@given(data=st.data(), key=st.sampled_from(sorted(FACTS)))
def test_a_slip_of_the_kinds_that_are_known_is_undone(data: st.DataObject, key: str) -> None:
    """A valid record with one slip has, when put right, the same facts again."""

    def written(facts: dict[str, str]) -> str:
        return "---\n" + "".join(f"{key}: {value}\n" for key, value in facts.items()) + "---\n\nText.\n"

    right = written(FACTS)
    value = FACTS[key]
    slips = [
        f"\ufeff{right}",
        right.replace(f"{key}: ", f"{key}:\u00a0"),
        right.replace(value, f"“{value}”"),
        right.replace(value, f"{value} "),
    ]
    if key in ("dated", "published"):
        day = int(value[-2:])
        slips += [right.replace(value, f"{day} September 2023"), right.replace(value, f"{day}fed Medi 2023")]
    letter = data.draw(st.integers(0, len(key)))
    extra = data.draw(st.sampled_from(string.ascii_lowercase))
    slips.append(right.replace(f"{key}:", f"{key[:letter]}{extra}{key[letter:]}:"))
    slip = data.draw(st.sampled_from(slips))
    assume(slip != right)
    record, problems = read_record(read_front_matter(mended(slip)), Response)
    assert problems == []
    assert record == read_record(read_front_matter(right), Response)[0]


@settings(deadline=None)
@given(text=PRETTY, data=st.data())
def test_lone_spaces_at_the_ends_of_lines_leave_no_trace(text: str, data: st.DataObject) -> None:
    assume(not read_front_matter(text).problems)
    lines = text.split("\n")
    for number in data.draw(st.sets(st.integers(0, len(lines) - 1))):
        if not lines[number].endswith((" ", "\\", ">")):  # behind a tag that closes nothing a space is shown
            lines[number] += " "
    assert mended("\n".join(lines)) == mended(text)


def _valid_folders() -> list[Path]:
    return sorted(path for path in FIXTURES.iterdir() if (path / "site.md").exists()) + [BASE]


@pytest.mark.parametrize("folder", _valid_folders(), ids=lambda path: path.name)
def test_a_clean_file_is_never_changed(folder: Path) -> None:
    content = check(folder, "content").content
    assert list(fix(content, folder, "content")) == []


# Files


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(FIXTURES / "english-only", tmp_path / "content")


def spoil(content: Path) -> Path:
    """Puts a slip into the one response; gives its file."""
    (path,) = content.glob("responses/*/*.md")
    path.write_bytes(
        path.read_bytes().replace(b"role: Police and Crime Commissioner", b"role: no").replace(b"\n", b"\r\n")
    )
    return path


def all_fixes(content: Path, **options: object) -> list[files.Fixed]:
    return list(fix(check(content, "content").content, content, "content", **options))  # type: ignore[arg-type]


def test_nothing_is_written_until_it_is_asked_for_and_then_the_whole_file_at_once(content: Path) -> None:
    path = spoil(content)
    path.chmod(0o640)
    before = path.read_bytes()
    (one,) = all_fixes(content)
    assert path.read_bytes() == before
    one.write()
    assert path.read_bytes() == before.replace(b"role: no\r\n", b'role: "no"\r\n') != before
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o640


def test_the_change_is_shown_as_a_diff(content: Path) -> None:
    path = spoil(content)
    (one,) = all_fixes(content)
    name = f"content/{path.relative_to(content).as_posix()}"
    assert one.diff().splitlines() == [
        f"--- {name}",
        f"+++ {name}",
        "@@ -1,6 +1,6 @@",
        " ---",
        " signed_by: Mx Made Up",
        "-role: no",
        '+role: "no"',
        " dated: 2023-09-01",
        " chief_officer: not-stated",
        " answers:",
    ]
    assert "\033[32m" in one.diff(COLOURED) and "\r" not in one.diff()


def test_what_nobody_sees_has_a_sign_in_the_diff(content: Path) -> None:
    (path,) = content.glob("responses/*/*.md")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("signed_by: Mx Made Up\n", "signed_by:\u00a0Mx Made Up \nsource:\n\tfile: a.txt\n"), "utf-8"
    )
    (one,) = all_fixes(content)
    assert [line for line in one.diff().splitlines()[3:] if line[0] in "+-"] == [
        "-signed_by:⍽Mx Made Up·",
        "+signed_by: Mx Made Up",
        "-→   file: a.txt",
        "+  file: a.txt",
    ]


def test_a_file_that_changed_meanwhile_is_left_as_it_is(content: Path) -> None:
    path = spoil(content)
    (one,) = all_fixes(content)
    path.write_text("somebody else's", "utf-8")
    with pytest.raises(OSError) as refusal:
        one.write()
    assert path.read_text("utf-8") == "somebody else's"
    assert one.refused(refusal.value) == f"{one.shown_as} could not be written: it has changed meanwhile."


def test_a_write_that_fails_leaves_the_file_and_no_other(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = spoil(content)
    before = path.read_bytes()
    (one,) = all_fixes(content)

    def full(source: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        one.write()
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_only_what_is_wanted_is_put_right(content: Path) -> None:
    spoil(content)
    assert all_fixes(content, is_wanted=lambda path: "forces" in path) == []


def test_a_file_that_is_gone_or_no_file_is_passed_over(content: Path) -> None:
    path = spoil(content)
    read = check(content, "content").content
    path.unlink()
    assert list(fix(read, content, "content")) == []
    path.mkdir()
    assert list(fix(read, content, "content")) == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_not_followed(content: Path, tmp_path: Path) -> None:
    path = spoil(content)
    outside = tmp_path / "outside.md"
    path.rename(outside)
    path.symlink_to(outside)
    assert all_fixes(content) == []


@pytest.mark.parametrize(
    "facts",
    [
        "source:\n  changes:\n" + "    - no\n" * 5_000,
        "".join(f"signed_by{n}: Siân\n" for n in range(50_000)),
        "\u00a0a: b\n" * 50_000,
        "source:\n" + "\ta: b\n" * 50_000,
    ],
    ids=["quotes", "keys", "spaces", "tabs"],
)
def test_a_text_with_very_many_slips_is_left_to_a_person(facts: str) -> None:
    text = response(facts)
    assert mended(text) == text


# Edits


def test_of_edits_that_touch_the_first_is_kept() -> None:
    a, b, c = Edit(1, 1, 4, "x"), Edit(1, 4, 6, "y"), Edit(2, 1, 2, "z")
    assert apart([a, b, c]) == [a, c]
    assert edited(["abcdef", "gh"], [a, c]) == ["xdef", "zh"]


@settings(deadline=None)
@given(st.text(alphabet="ab\r\n"))
def test_lines_and_ends_make_the_text_again(text: str) -> None:
    assert joined(*split(text)) == text
