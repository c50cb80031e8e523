"""What a file's bytes must be: plain UTF-8 text, whatever its line ends."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from section55.reading.files import MOST_BYTES, read_text


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
    ("data", "rule", "line", "column"),
    [
        # Not UTF-8: Latin-1, Windows-1252, UTF-16, a sequence cut short.
        ("---\ntitle: café\n".encode("latin-1"), "wrong-encoding", 2, 11),
        ("---\ntitle: “a”\n".encode("cp1252"), "wrong-encoding", 2, 8),
        ("---\n".encode("utf-16"), "wrong-encoding", 1, 1),
        ("---\r\ntitle: tŷ".encode()[:-1], "wrong-encoding", 2, 9),
        # A place counts characters, not bytes.
        ("😀ŵ".encode() + b"\xff", "wrong-encoding", 1, 3),
        # Characters that nobody sees.
        (b"---\ntitle: a\x00b\n", "control-character", 2, 9),
        (b"\n\n\x0c", "control-character", 3, 1),
        ("a\r\n😀\x1b".encode(), "control-character", 2, 2),
        ("a\x80".encode(), "control-character", 1, 2),
        # Characters that end a line for YAML alone, and those that YAML refuses.
        ("a\x85b".encode(), "control-character", 1, 2),
        ("a\N{LINE SEPARATOR}b".encode(), "control-character", 1, 2),
        ("a\N{PARAGRAPH SEPARATOR}b".encode(), "control-character", 1, 2),
        ("ab\N{ZERO WIDTH NO-BREAK SPACE}".encode(), "control-character", 1, 3),
        ("\uffff".encode(), "control-character", 1, 1),
    ],
)
def test_what_is_no_plain_text_is_refused_where_it_stands(
    tmp_path: Path, data: bytes, rule: str, line: int, column: int
) -> None:
    assert read(tmp_path, data) == ("", [(rule, line, column)])


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
def test_any_bytes_are_read_or_refused_at_a_place_inside_them(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    text, problems = read(tmp_path_factory.getbasetemp(), data)
    if not problems:
        assert text.encode() == data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        return
    [(_, line, column)] = problems
    lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert text == ""
    assert 1 <= line <= len(lines)
    assert 1 <= column <= len(lines[line - 1]) + 1
