"""Files whose bytes git would not keep as they are, each with the whole output that says what is wrong with them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from section55.checking import check
from section55.findings.text import show
from section55.reading.files import MOST_BYTES

RESPONSE = "responses/2023-fictional/fictionshire.en.md"
NAMED_SIAN = ("signed_by: A. Person", "signed_by: Siân Person")

Change = Callable[..., str]


@dataclass(frozen=True)
class Case:
    """bad and good: a response's bytes, made from that of `golden/base/`; says: the output for the bad ones."""

    code: str
    bad: Callable[[Change], bytes]
    says: str
    good: Callable[[Change], bytes]


CASES = [
    Case(
        "S55-F02",  # A record must be smaller than five million bytes.
        lambda changed: changed(RESPONSE).encode() + b"a" * MOST_BYTES,
        f"error[S55-F02]: This file is larger than 5,000,000 bytes.\n  --> content/{RESPONSE}:1:1\n"
        "  = Keep the text alone here, and add scans or pictures as files beside it.\n",
        lambda changed: changed(RESPONSE).encode() + b"a" * 5_000,
    ),
    Case(
        "S55-F03",  # A file must be plain UTF-8 text.
        lambda changed: changed(RESPONSE, ("I agree", "“Siân’s” £3: I agree")).encode("cp1252"),
        "error[S55-F03]: From here on this file is not UTF-8 text, but seems to be Windows-1252: this is “\n"
        f"  --> content/{RESPONSE}:20:1\n   |\n20 | “Siân’s” £3: I agree with the commissioner.\n   | ^\n"
        "  = Save it again with the encoding UTF-8 (in Notepad: “Save as”, then “Encoding”), "
        "and see that it holds these: “ â ’ ” £\n",
        lambda changed: changed(RESPONSE, ("I agree", "“Siân’s” £3: I agree")).encode(),
    ),
    *(
        Case(
            "S55-F03",
            lambda changed, encoding=encoding: changed(RESPONSE, ("I agree", "“I agree”")).encode(encoding),
            "error[S55-F03]: This file is UTF-16 text, which some programs call Unicode, and not UTF-8.\n"
            f"  --> content/{RESPONSE}:1:1\n"
            "  = Save it again with the encoding UTF-8 (in Notepad: “Save as”, then “Encoding”), and upload that.\n",
            lambda changed: changed(RESPONSE).encode(),
        )
        for encoding in ("utf-16", "utf-16-le", "utf-16-be")
    ),
    Case(
        "S55-F03",  # broken among right letters, so that no other encoding is likely
        lambda changed: changed(RESPONSE, NAMED_SIAN).encode() + b"tw\xc5\n",
        f"error[S55-F03]: From here on this file is not UTF-8 text: the byte C5 is no character.\n"
        f"  --> content/{RESPONSE}:21:3\n   |\n21 | tw�\n   |   ^\n"
        "  = Save it again with the encoding UTF-8 (in Notepad: “Save as”, then “Encoding”), and upload that.\n",
        lambda changed: changed(RESPONSE, NAMED_SIAN).encode() + "tŵr\n".encode(),
    ),
    Case(
        "S55-F03",
        lambda changed: changed(RESPONSE, ("A. Person", "Si�n Person")).encode(),
        "error[S55-F03]: A character was lost here when a program did not know the encoding (U+FFFD).\n"
        f"  --> content/{RESPONSE}:2:14\n  |\n2 | signed_by: Si�n Person\n  |              ^\n"
        "  = Look in the original which one it was, and type it here.\n",
        lambda changed: changed(RESPONSE, NAMED_SIAN).encode(),
    ),
    Case(
        "S55-F04",  # A file must begin with its text, not with an invisible byte-order mark.
        lambda changed: changed(RESPONSE).encode("utf-8-sig"),
        f"error[S55-F04]: This file begins with an invisible mark (a byte-order mark).\n  --> content/{RESPONSE}:1:1\n"
        "  = Save it again as “UTF-8”, not as “UTF-8 with BOM”, and upload that.\n",
        lambda changed: changed(RESPONSE).encode(),
    ),
    Case(
        "S55-F05",  # A file must hold no invisible control characters.
        lambda changed: changed(RESPONSE, ("A. Person", "A. Per\0son")).encode(),
        f"error[S55-F05]: There is an invisible control character here (U+0000).\n  --> content/{RESPONSE}:2:18\n"
        "  |\n2 | signed_by: A. Per�son\n  |                  ^\n"
        "  = Delete it; typing the word again is the surest way.\n",
        lambda changed: changed(RESPONSE, ("A. Person", "A.\tPerson")).encode(),
    ),
    Case(
        "S55-F05",
        lambda changed: changed(RESPONSE, ("I agree", "We\u0092ve seen it.\vI agree")).encode(),
        "error[S55-F05]: There is an invisible control character here (U+0092), which Windows-1252 has for ’\n"
        f"  --> content/{RESPONSE}:20:3\n   |\n20 | We�ve seen it.�I agree with the commissioner.\n   |   ^\n"
        "  = Type ’ in its place.\n\n"
        "error[S55-F05]: A line break of a word processor stands here (U+000B), which is none in this text.\n"
        f"  --> content/{RESPONSE}:20:15\n   |\n20 | We�ve seen it.�I agree with the commissioner.\n"
        "   |               ^\n"
        "  = Delete it, and begin a new line; "
        "if the lines above and below are to stay lines, end the one above with \\\n",
        lambda changed: changed(RESPONSE, ("I agree", "We’ve seen it.\\\nI agree")).encode(),
    ),
    Case(
        "S55-F05",  # in no text are so many
        lambda changed: b"\0" * 5_000,
        f"error[S55-F05]: There is an invisible control character here (U+0000).\n  --> content/{RESPONSE}:1:1\n"
        "  = Delete it; typing the word again is the surest way.\n",
        lambda changed: changed(RESPONSE).encode(),
    ),
]


def code(case: Case) -> str:
    return case.code


@pytest.mark.parametrize("case", CASES, ids=code)
def test_what_breaks_a_rule_is_said_to_the_letter(
    case: Case, lay: Callable[..., Path], changed: Change
) -> None:
    assert show(check(lay({RESPONSE: case.bad(changed)}), "content").findings) == case.says


@pytest.mark.parametrize("case", CASES, ids=code)
def test_its_valid_twin_is_silent(case: Case, lay: Callable[..., Path], changed: Change) -> None:
    assert show(check(lay({RESPONSE: case.good(changed)}), "content").findings) == ""


UNREADABLE: list[Callable[[str], bytes]] = [
    lambda text: f"{text}“Siân”\n".encode("cp1252"),
    lambda text: text.encode("utf-16"),
    lambda text: text.encode() + b"\xff\n",
    lambda text: f"{text}\0\f\v".encode(),
    lambda text: text.replace("signed", "si\N{SOFT HYPHEN}gned").encode(),
    lambda text: text.replace("2023-02-30", "2023-0\0002-30").encode(),
    lambda text: text.replace("---", "\N{ZERO WIDTH SPACE}---").encode(),
]


@pytest.mark.parametrize("spoilt", UNREADABLE)
def test_behind_what_cannot_be_read_other_mistakes_are_told(
    spoilt: Callable[[str], bytes], lay: Callable[..., Path], changed: Change
) -> None:
    data = spoilt(changed(RESPONSE, ("dated: 2023-09-04", "dated: 2023-02-30")))
    said = {(each.code, each.line) for each in check(lay({RESPONSE: data}), "content").findings}
    assert ("S55-F17", 4) in said
    assert {code for code, _ in said} - {"S55-F17"} in ({"S55-F03"}, {"S55-F05"})


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_any_line_ends_are_right(line_end: str, lay: Callable[..., Path], changed: Change) -> None:
    content = lay({RESPONSE: changed(RESPONSE).replace("\n", line_end).encode()})
    assert show(check(content, "content").findings) == ""


def test_places_are_the_same_whatever_the_line_ends(lay: Callable[..., Path], changed: Change) -> None:
    wrong = changed(RESPONSE, ("dated: 2023-09-04", "dated: 2023-02-30"), ("position: accepted", "position: yes"))
    unix = check(lay({RESPONSE: wrong.encode()}), "content").findings
    windows = check(lay({RESPONSE: wrong.replace("\n", "\r\n").encode()}), "content").findings
    assert unix == windows != []
