"""What a file's bytes must be: plain UTF-8 text, whatever its line ends."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read_text import read_text
from section55.reading.files import MOST_BYTES


def read(folder: Path, data: bytes) -> tuple[str, list[tuple[str, int, int]]]:
    """The text of a file with these bytes, and each problem's rule, line and column."""
    path = folder / "file.md"
    path.write_bytes(data)
    text, problems = read_text(path)
    return text, [(problem.rule, problem.place.line, problem.place.column) for problem in problems]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("tŷ – 😀\n".encode(), "tŷ – 😀\n"),
        (b"a\tb\n", "a\tb\n"),
        # Every line end is one line end.
        (b"a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\N{NO-BREAK SPACE}b".encode(), "a\N{NO-BREAK SPACE}b"),
    ],
)
def test_a_text_in_utf_8_is_read(tmp_path: Path, data: bytes, text: str) -> None:
    assert read(tmp_path, data) == (text, [])


@pytest.mark.parametrize(
    ("data", "text", "rule", "line", "column"),
    [
        # Not UTF-8: Latin-1, Windows-1252, UTF-16 with and without its mark. It is read as it is meant.
        ("---\ntitle: café\n".encode("latin-1"), "---\ntitle: café\n", "wrong-encoding", 2, 11),
        ("---\ntitle: “a”\n".encode("cp1252"), "---\ntitle: “a”\n", "wrong-encoding", 2, 8),
        ("---\nŵ\n".encode("utf-16"), "---\nŵ\n", "wrong-encoding", 1, 1),
        ("---\n”\n".encode("utf-16-le"), "---\n”\n", "wrong-encoding", 1, 1),
        ("---\n".encode("utf-16-be"), "---\n", "wrong-encoding", 1, 1),
        # A place counts characters, not bytes. Among letters in UTF-8 what is none may be anything.
        ("😀ŵ".encode() + b"\xff", "😀ŵ�", "wrong-encoding", 1, 3),
        ("a�b".encode(), "a�b", "wrong-encoding", 1, 2),
        # Characters that nobody sees.
        (b"---\ntitle: a\x00b\n", "---\ntitle: a�b\n", "control-character", 2, 9),
        (b"\n\n\x0c", "\n\n�", "control-character", 3, 1),
        ("a\r\n😀\x1b".encode(), "a\n😀�", "control-character", 2, 2),
        ("a\x80".encode(), "a�", "control-character", 1, 2),
        # Characters that end a line for YAML alone, and those that YAML refuses.
        ("a\x85b".encode(), "a�b", "control-character", 1, 2),
        ("a\N{LINE SEPARATOR}b".encode(), "a�b", "control-character", 1, 2),
        ("a\N{PARAGRAPH SEPARATOR}b".encode(), "a�b", "control-character", 1, 2),
        ("\uffff".encode(), "�", "control-character", 1, 1),
        # What is no text at all.
        (b"a" + b"\0" * 100, "", "control-character", 1, 2),
    ],
)
def test_what_is_no_plain_text_is_told_where_it_stands_and_the_rest_is_read(
    tmp_path: Path, data: bytes, text: str, rule: str, line: int, column: int
) -> None:
    assert read(tmp_path, data) == (text, [(rule, line, column)])


def test_behind_a_mark_that_does_not_belong_the_text_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbf---\ntitle: a\n") == ("---\ntitle: a\n", [("byte-order-mark", 1, 1)])


def test_a_file_may_be_as_large_as_the_limit_and_no_larger(tmp_path: Path) -> None:
    assert read(tmp_path, b"a" * MOST_BYTES) == ("a" * MOST_BYTES, [])
    assert read(tmp_path, b"a" * (MOST_BYTES + 1)) == ("", [("file-too-large", 1, 1)])


def test_what_cannot_be_opened_is_a_problem_and_no_exception(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing.md"):
        text, problems = read_text(path)
        assert text == ""
        assert [problem.rule for problem in problems] == ["unreadable-file"]
        assert problems[0].facts["why"]


@settings(deadline=None)
@given(data=st.binary() | st.text().map(str.encode))
def test_any_bytes_are_read_and_what_is_wrong_has_a_place_inside_them(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    text, problems = read(tmp_path_factory.getbasetemp(), data)
    if not problems:
        assert text.encode() == data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        return
    lines = text.split("\n") if text else re.split("\r\n?|\n", data.decode("utf-8", "replace"))
    for _, line, column in problems:
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
    assert not any(unicodedata.category(each) in ("Cc", "Zl", "Zp") and each not in "\t\n" for each in text)
