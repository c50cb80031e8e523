"""Every way to break a rule, the place where it is found, and the valid twin.

A case is a minimal content folder with some of its files replaced; places count from 1, and the first fact that a
case adds to a record stands on line 2; what a whole file lacks is found on line 1. The sentences are held to the letter
by the golden folders (`test_golden.py`).
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from section55.checking import check
from section55.findings import Finding, Severity
from section55.reading.content import read_content
from section55.reading.files import MOST_BYTES
from section55.rules import RULES, examine

ERROR, WARNING = Severity.ERROR, Severity.WARNING

SITE = "site.md"
FORCE = "forces/aberfictional.md"
BODY = "bodies/aberfictional-2012.md"
INSPECTION = "inspections/2023-fictional.en.md"
WELSH_INSPECTION = "inspections/2023-fictional.cy.md"
RESPONSE = "responses/2023-fictional/aberfictional.en.md"
SECOND = "responses/2023-fictional/aberfictional-2.en.md"
WELSH_RESPONSE = "responses/2023-fictional/aberfictional.cy.md"


def site(facts: str = "", languages: str = "en") -> str:
    return f"---\n{facts}name:\n  en: Fictional responses\nlanguages: [{languages}]\n---\n"


def force(facts: str = "", nation: str = "england", code: str = "E23999999") -> str:
    return (
        f"---\n{facts}name:\n  en: Fictional Police\narea:\n  en: Fictional\nons_code: {code}\nnation: {nation}\n---\n"
    )


def body(facts: str = "", force: str = "aberfictional") -> str:
    return (
        f"---\n{facts}force: {force}\ntype: police-and-crime-commissioner\nnames:\n"
        "  - en: Commissioner for Aberfictional\n---\n"
    )


def inspection(facts: str = "", items: str = "", published: str = "2023-07-20", text: str = "") -> str:
    """`items` are lines below `items:`, beside r1; `text` comes after the words of r1."""
    return (
        f"---\n{facts}items:\n  r1:\n    kind: recommendation\n{items}"
        f"title: A fictional report\npublishers: hmicfrs\npublished: {published}\n---\n"
        f"\n## Recommendation 1 {{#r1}}\n\n> Cells should be lit.\n{text}"
    )


def response(
    facts: str = "", text: str = "\nI accept it, and it will be done.\n", reason: str = "He is content"
) -> str:
    return f"---\n{facts}chief_officer: none\nchief_officer_reason: {reason}\n---\n{text}\n{reason}.\n"


def answer(key: str = "r1", facts: str = "") -> str:
    """The facts of one answer; they take up three lines, and those in `facts`."""
    return f"answers:\n  {key}:\n    position: noted\n{facts}"


VALID: dict[str, str] = {
    SITE: site(),
    FORCE: force(),
    BODY: body(),
    INSPECTION: inspection(),
    RESPONSE: response(),
}

Files = dict[str, str | bytes | None]
"""What stands in a folder: a file's text or bytes by its path; None for a folder of that name."""


@dataclass(frozen=True)
class Case:
    """What breaks a rule, where that is found, and the valid twin.

    at: each finding as `path:line:column`: all that is found where the rule warns, all errors where it is one;
    today: the day of the check; published: the files that were published before.
    """

    code: str
    bad: Files
    at: list[str]
    good: Files
    today: date | None = None
    published: frozenset[str] | None = None


CASES = [
    # S55-F: form.
    Case(
        "S55-F01",  # A file must be one that can be opened and read.
        {"forces/glan.md": None},
        ["forces/glan.md:1:1"],
        {"forces/glan.md": force()},
    ),
    Case(
        "S55-F02",  # A record must be smaller than five million bytes.
        {RESPONSE: response(text="a" * MOST_BYTES)},
        [f"{RESPONSE}:1:1"],
        {RESPONSE: response(text="a")},
    ),
    Case(
        "S55-F03",  # A file must be plain UTF-8 text.
        {RESPONSE: response("signed_by: Siân\n").encode("latin-1")},
        [f"{RESPONSE}:2:14"],
        {RESPONSE: response("signed_by: Siân\n").encode("utf-8")},
    ),
    Case(
        "S55-F04",  # A file must begin with its text, not with an invisible byte-order mark.
        {RESPONSE: response().encode("utf-8-sig")},
        [f"{RESPONSE}:1:1"],
        {RESPONSE: response().encode("utf-8")},
    ),
    Case(
        "S55-F05",  # A file must hold no invisible control characters.
        {RESPONSE: response("signed_by: Si\x00ân\n")},
        [f"{RESPONSE}:2:14"],
        {RESPONSE: response("signed_by: Siân\n")},
    ),
    Case(
        "S55-F06",  # A record must lie in the folder of its kind, under a name that says what it is.
        {"responses/aberfictional.en.md": response()},
        ["responses/aberfictional.en.md:1:1"],
        {"responses/2023-fictional/aberfictional-2.en.md": response()},
    ),
    Case(
        "S55-F07",  # A record must begin with its front matter.
        {RESPONSE: "I accept it.\n"},
        [f"{RESPONSE}:1:1"],
        {RESPONSE: "---\nchief_officer: not-stated\n---\nI accept it.\n"},
    ),
    Case(
        "S55-F08",  # A record's front matter must end with a line of three hyphens.
        {RESPONSE: "---\nchief_officer: not-stated\n\nI accept it.\n"},
        [f"{RESPONSE}:1:1"],
        {RESPONSE: "---\nchief_officer: not-stated\n---\n\nI accept it.\n"},
    ),
    # S55-F09: the front matter must be YAML.
    Case(
        "S55-F09",
        {RESPONSE: response("source:\n\tfile: a.txt\n")},
        [f"{RESPONSE}:3:1"],
        {RESPONSE: response("source:\n  file: a.txt\n")},
    ),
    Case(
        "S55-F09",
        {RESPONSE: response("title: @fictional\n")},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response('title: "@fictional"\n')},
    ),
    Case(
        "S55-F09",
        {RESPONSE: response("title: An inspection: a follow-up\n")},
        [f"{RESPONSE}:2:21"],
        {RESPONSE: response('title: "An inspection: a follow-up"\n')},
    ),
    Case(
        "S55-F09",
        {RESPONSE: response("title\n")},
        [f"{RESPONSE}:2:1"],
        {RESPONSE: response("title:\n")},
    ),
    Case(
        "S55-F09",
        {RESPONSE: response("role: a\ndated:2023-09-04\n")},
        [f"{RESPONSE}:3:6"],
        {RESPONSE: response("role: a\ndated: 2023-09-04\n")},
    ),
    Case(
        "S55-F09",
        {RESPONSE: response('title: "Half a title\nrole: Commissioner\n')},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response('title: "Half a title"\nrole: Commissioner\n')},
    ),
    Case(
        "S55-F09",
        {RESPONSE: response("updates:\n  - date: 2024-01-01\n  note: a\n")},
        [f"{RESPONSE}:4:3"],
        {RESPONSE: response("updates:\n  - date: 2024-01-01\n    note: a\n")},
    ),
    Case(
        "S55-F09",
        {RESPONSE: response("title: a\n  role: b\n")},
        [f"{RESPONSE}:3:1"],
        {RESPONSE: response("title: a\nrole: b\n")},
    ),
    Case(
        "S55-F09",
        {RESPONSE: response("source:\n    file: a.txt\n  retrieved: 2024-01-01\n")},
        [f"{RESPONSE}:4:3"],
        {RESPONSE: response("source:\n    file: a.txt\n    retrieved: 2024-01-01\n")},
    ),
    Case(
        "S55-F09",
        {RESPONSE: response('title: "A "fictional" title"\n')},
        [f"{RESPONSE}:2:12"],
        {RESPONSE: response('title: "A \\"fictional\\" title"\n')},
    ),
    Case(
        "S55-F09",
        {RESPONSE: response("source: {file: a.txt\ntitle: b\n")},
        [f"{RESPONSE}:2:9"],
        {RESPONSE: response("source: {file: a.txt}\ntitle: b\n")},
    ),
    Case(
        "S55-F09",
        {RESPONSE: response("title: - a\n")},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response("title: -a\n")},
    ),
    Case(
        "S55-F10",  # A key must stand once.
        {RESPONSE: response("title: a\nrole: b\ntitle: c\n")},
        [f"{RESPONSE}:4:1"],
        {RESPONSE: response("title: a\nrole: b\n")},
    ),
    # S55-F11: the front matter must be plain facts, lists and text.
    Case(
        "S55-F11",
        {RESPONSE: response("title: *a\n")},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response('title: "*a"\n')},
    ),
    Case(
        "S55-F11",
        {RESPONSE: response("title: !a b\n")},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response("title: a!\n")},
    ),
    Case(
        "S55-F11",
        {RESPONSE: response(f"title: {'[' * 12}{']' * 12}\n")},
        [f"{RESPONSE}:2:19"],
        {RESPONSE: response("title: a\n")},
    ),
    Case(
        "S55-F11",
        {RESPONSE: "---\n--- {chief_officer: not-stated}\n---\n"},
        [f"{RESPONSE}:2:1"],
        {RESPONSE: "---\n{chief_officer: not-stated}\n---\n"},
    ),
    Case(
        "S55-F11",
        {RESPONSE: response("? [title]\n: a\n")},
        [f"{RESPONSE}:2:3"],
        {RESPONSE: response("? title\n: a\n")},
    ),
    Case(
        "S55-F12",  # The front matter must be facts, each with its key.
        {RESPONSE: "---\nnot stated\n---\n"},
        [f"{RESPONSE}:2:1"],
        {RESPONSE: "---\nchief_officer: not-stated\n---\n"},
    ),
    # S55-F13: a record must have the facts without which it cannot be published rightly.
    Case(
        "S55-F13",
        {RESPONSE: "---\nsigned_by: Nobody\n---\n"},
        [f"{RESPONSE}:1:1"],
        {RESPONSE: "---\nsigned_by: Nobody\nchief_officer: none\n---\n"},
    ),
    Case(
        "S55-F13",
        {RESPONSE: "---\nsigned_by: Nobody\nchief_officer:\n---\n"},
        [f"{RESPONSE}:3:1"],
        {RESPONSE: "---\nsigned_by:\nchief_officer: none\n---\n"},
    ),
    Case(
        "S55-F13",
        {RESPONSE: response("answers:\n  r1:\n    action: none\n")},
        [f"{RESPONSE}:3:3"],
        {RESPONSE: response("answers:\n  r1:\n    position: noted\n")},
    ),
    Case(
        "S55-F13",
        {RESPONSE: response("corrections:\n  - date: 2024-01-01\n    note:\n")},
        [f"{RESPONSE}:4:5"],
        {RESPONSE: response("corrections:\n  - date: 2024-01-01\n    note: a\n")},
    ),
    # S55-F14: a key must be one that records of this kind have.
    Case(
        "S55-F14",
        {RESPONSE: response("singed_by: Nobody\n")},
        [f"{RESPONSE}:2:1"],
        {RESPONSE: response("signed_by: Nobody\n")},
    ),
    Case(
        "S55-F14",
        {INSPECTION: inspection(items="    adressed_to: [npcc]\n")},
        [f"{INSPECTION}:5:5"],
        {INSPECTION: inspection(items="    addressed_to: [npcc]\n")},
    ),
    # S55-F15: a value with a fixed set of words must be one of them.
    Case(
        "S55-F15",
        {RESPONSE: response("status: Withdrawn\n")},
        [f"{RESPONSE}:2:9"],
        {RESPONSE: response("status: withdrawn\n")},
    ),
    Case(
        "S55-F15",
        {SITE: site("publishes: everything\n")},
        [f"{SITE}:2:12"],
        {SITE: site("publishes: all\n")},
    ),
    Case(
        "S55-F15",
        {RESPONSE: response("answers:\n  r1:\n    position: [noted]\n")},
        [f"{RESPONSE}:4:15"],
        {RESPONSE: response("answers:\n  r1:\n    position: noted\n")},
    ),
    # S55-F16: a text that YAML would read as a number, a date, or yes or no must stand in quotes.
    Case(
        "S55-F16",
        {INSPECTION: inspection(items="    number: 7.10\n")},
        [f"{INSPECTION}:5:13"],
        {INSPECTION: inspection(items='    number: "7.10"\n')},
    ),
    Case(
        "S55-F16",
        {RESPONSE: response("title: No\n")},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response("title: 'No'\n")},
    ),
    Case(
        "S55-F16",
        {RESPONSE: response("title: 12:30\n")},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response('title: "12:30"\n')},
    ),
    Case(
        "S55-F16",
        {RESPONSE: response("title: 2023-09-04\n")},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response("title: 2023-09-04 to 2023-09-05\n")},
    ),
    Case(
        "S55-F16",
        {RESPONSE: response("title: =\n")},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response('title: "="\n')},
    ),
    # S55-F17: a date must be one that exists, written year-month-day.
    Case(
        "S55-F17",
        {RESPONSE: response("dated: 2024-02-30\n")},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response("dated: 2024-02-29\n")},
    ),
    Case(
        "S55-F17",
        {RESPONSE: response("dated: 2023-13\n")},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response("dated: 2023-12\n")},
    ),
    Case(
        "S55-F17",
        {RESPONSE: response("dated: 4 September 2023\n")},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response("dated: 2023-09-04\n")},
    ),
    Case(
        "S55-F17",
        {RESPONSE: response("dated: [2023-09-04]\n")},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response("dated: '2023-09-04'\n")},
    ),
    # S55-F18: a date must be as exact as its field needs.
    Case(
        "S55-F18",
        {RESPONSE: response("published: 2023-09\n")},
        [f"{RESPONSE}:2:12"],
        {RESPONSE: response("dated: 2023-09\n")},
    ),
    Case(
        "S55-F18",
        {INSPECTION: inspection(published="2023")},
        [f"{INSPECTION}:7:12"],
        {INSPECTION: inspection(published="2023-07")},
    ),
    # S55-F19: a value must be of the kind that its field holds.
    Case(
        "S55-F19",
        {RESPONSE: response('title: ""\n')},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response("title:\n")},
    ),
    Case(
        "S55-F19",
        {RESPONSE: response("title:\n  - a\n")},
        [f"{RESPONSE}:3:3"],
        {RESPONSE: response("title:\n  a\n")},
    ),
    Case(
        "S55-F19",
        {INSPECTION: inspection("also_known_as: Another title\n")},
        [f"{INSPECTION}:2:16"],
        {INSPECTION: inspection("also_known_as:\n  - Another title\n")},
    ),
    Case(
        "S55-F19",
        {RESPONSE: response("source: a.txt\n")},
        [f"{RESPONSE}:2:9"],
        {RESPONSE: response("source:\n  file: a.txt\n")},
    ),
    Case(
        "S55-F19",
        {SITE: site("welsh_reviewed: yes\n")},
        [f"{SITE}:2:17"],
        {SITE: site("welsh_reviewed: true\n")},
    ),
    Case(
        "S55-F19",
        {INSPECTION: inspection("items_made:\n  recommendations: 1.5\n")},
        [f"{INSPECTION}:3:20"],
        {INSPECTION: inspection("items_made:\n  recommendations: 15\n")},
    ),
    Case(
        "S55-F19",
        {INSPECTION: inspection(items="  R1:\n    kind: recommendation\n")},
        [f"{INSPECTION}:5:3"],
        {INSPECTION: inspection(items="  r2:\n    kind: recommendation\n", text="\n## Two {#r2}\n")},
    ),
    Case(
        "S55-F19",
        {BODY: body(force="Aberfictional")},
        [f"{BODY}:2:8"],
        {BODY: body(force="aberfictional")},
    ),
    Case(
        "S55-F19",
        {BODY: body("website: www.aberfictional.example\n")},
        [f"{BODY}:2:10"],
        {BODY: body("website: https://www.aberfictional.example\n")},
    ),
    Case(
        "S55-F19",
        {FORCE: force(code="W1599999")},
        [f"{FORCE}:6:11"],
        {FORCE: force(code="W15999999")},
    ),
    Case(
        "S55-F19",
        {SITE: site(languages="")},
        [f"{SITE}:4:12"],
        {SITE: site(languages="en")},
    ),
    # S55-F20: the quotes around a value, and the spaces before it, must be plain ones.
    Case(
        "S55-F20",
        {RESPONSE: response("title: “A fictional title”\n")},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response('title: "A “fictional” title"\n')},
    ),
    Case(
        "S55-F20",
        {RESPONSE: response("title: \N{NO-BREAK SPACE}A fictional title\n")},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response("title: A\N{NO-BREAK SPACE}fictional title\n")},
    ),
    # S55-R: references. S55-R01: an inspection that a record names must have a record of its own.
    Case(
        "S55-R01",
        {"responses/2023-fictoinal/aberfictional.en.md": response()},
        ["responses/2023-fictoinal/aberfictional.en.md:1:1"],
        {"responses/2023-fictional/aberfictional-2.en.md": response()},
    ),
    Case(
        "S55-R01",
        {RESPONSE: response("also_answers:\n  - 2020-nothing\n")},
        [f"{RESPONSE}:3:5"],
        {
            RESPONSE: response("also_answers:\n  - 2020-other\n"),
            "inspections/2020-other.en.md": inspection(published="2020-01"),
        },
    ),
    Case(
        "S55-R01",
        {INSPECTION: inspection("follows:\n  - 2020-nothing\n")},
        [f"{INSPECTION}:3:5"],
        {
            INSPECTION: inspection("follows:\n  - 2020-other\n"),
            "inspections/2020-other.en.md": inspection(published="2020-01"),
        },
    ),
    # S55-R02: a force that a record names must have a record of its own.
    Case(
        "S55-R02",
        {"responses/2023-fictional/aberfictoinal.en.md": response()},
        ["responses/2023-fictional/aberfictoinal.en.md:1:1"],
        {"responses/2023-fictional/aberfictional-2.en.md": response()},
    ),
    Case(
        "S55-R02",
        {"responses/2023-fictional/aberfictional-1.en.md": response()},
        ["responses/2023-fictional/aberfictional-1.en.md:1:1"],
        {"responses/2023-fictional/aberfictional-10.en.md": response()},
    ),
    Case(
        "S55-R02",
        {INSPECTION: inspection("forces: [aberfictional, nowhere]\n")},
        [f"{INSPECTION}:2:25"],
        {INSPECTION: inspection("forces: [aberfictional]\n")},
    ),
    Case(
        "S55-R02",
        {
            INSPECTION: inspection(
                items="    closed:\n      - date: 2024-01-01\n        how: withdrawn\n        forces: [nowhere]\n"
            )
        },
        [f"{INSPECTION}:8:18"],
        {INSPECTION: inspection(items="    closed:\n      - date: 2024-01-01\n        how: withdrawn\n")},
    ),
    Case(
        "S55-R02",
        {"bodies/nowhere-2012.md": body(force="nowhere")},
        ["bodies/nowhere-2012.md:2:8"],
        {"bodies/nowhere-2012.md": body(force="nowhere"), "forces/nowhere.md": force()},
    ),
    Case(
        "S55-R02",
        {FORCE: force("successors:\n  - nowhere\n")},
        [f"{FORCE}:3:5"],
        {FORCE: force("successors:\n  - nowhere\n"), "forces/nowhere.md": force()},
    ),
    Case(
        "S55-R02",
        {SITE: site("publishes:\n  - nowhere\n")},
        [f"{SITE}:3:5"],
        {SITE: site("publishes:\n  - aberfictional\n")},
    ),
    # S55-R03: an item that a record names must be one that its inspection holds.
    Case(
        "S55-R03",
        {RESPONSE: response("answers:\n  r9:\n    position: noted\n")},
        [f"{RESPONSE}:3:3"],
        {
            RESPONSE: response(
                "answers:\n  r1:\n    position: noted\n  rest:\n    position: noted\n  all:\n    position: noted\n"
            )
        },
    ),
    Case(
        "S55-R03",
        {RESPONSE: response("chief_officer_answers:\n  2023-fictional/r9:\n    position: noted\n")},
        [f"{RESPONSE}:3:3"],
        {RESPONSE: response("chief_officer_answers:\n  2023-fictional/r1:\n    position: noted\n")},
    ),
    Case(
        "S55-R03",
        {
            RESPONSE: response("answers:\n  2020-other/r1:\n    position: noted\n"),
            "inspections/2020-other.en.md": inspection(published="2020-01"),
        },
        [f"{RESPONSE}:3:3"],
        {
            RESPONSE: response("also_answers: [2020-other]\nanswers:\n  2020-other/r1:\n    position: noted\n"),
            "inspections/2020-other.en.md": inspection(published="2020-01"),
        },
    ),
    Case(
        "S55-R03",
        {RESPONSE: response("updates:\n  - date: 2024-01-01\n    item: r9\n    note: a\n")},
        [f"{RESPONSE}:4:11"],
        {RESPONSE: response("updates:\n  - date: 2024-01-01\n    item: r1\n    note: a\n")},
    ),
    Case(
        "S55-R03",
        {INSPECTION: inspection(items="    parent: coc1\n")},
        [f"{INSPECTION}:5:13"],
        {
            INSPECTION: inspection(
                items="    parent: coc1\n  coc1:\n    kind: cause-of-concern\n", text="\n## Concern {#coc1}\n"
            )
        },
    ),
    Case(
        "S55-R03",
        {
            INSPECTION: inspection(items="    continues: 2020-other/r9\n"),
            "inspections/2020-other.en.md": inspection(published="2020-01"),
        },
        [f"{INSPECTION}:5:16"],
        {
            INSPECTION: inspection(items="    continues: 2020-other/r1\n"),
            "inspections/2020-other.en.md": inspection(published="2020-01"),
        },
    ),
    Case(
        "S55-R03",
        {INSPECTION: inspection(items="    continues: 2020-nothing/r1\n")},
        [f"{INSPECTION}:5:16"],
        {INSPECTION: inspection()},
    ),
    # S55-R04: a body that a record names must have a record of its own, and every response a body on its day.
    Case(
        "S55-R04",
        {BODY: body("successor: aberfictional-2028\n")},
        [f"{BODY}:2:12"],
        {BODY: body("successor: aberfictional-2028\n"), "bodies/aberfictional-2028.md": body()},
    ),
    Case(
        "S55-R04",
        {"bodies/nowhere-2012.md": body(), "forces/nowhere.md": force()},
        ["bodies/nowhere-2012.md:2:8"],
        {"bodies/nowhere-2012.md": body(force="nowhere"), "forces/nowhere.md": force()},
    ),
    Case(
        "S55-R04",
        {"bodies/aberfictional-north-2012.md": body(), "forces/aberfictional-north.md": force()},
        ["bodies/aberfictional-north-2012.md:2:8"],
        {
            "bodies/aberfictional-north-2012.md": body(force="aberfictional-north"),
            "forces/aberfictional-north.md": force(),
        },
    ),
    Case(
        "S55-R04",
        {BODY: body("until: 2023-09-03\n"), RESPONSE: response("dated: 2023-09-04\n")},
        [f"{RESPONSE}:2:1"],
        {BODY: body("until: 2023-09-04\n"), RESPONSE: response("dated: 2023-09-04\n")},
    ),
    Case(
        "S55-R04",  # without a date of its own, on the day of the report
        {BODY: body("since: 2023-07-21\n")},
        [f"{RESPONSE}:1:1"],
        {BODY: body("since: 2023-07\n")},
    ),
    # S55-R05: a response that a record names must be one to the same inspection that is held.
    Case(
        "S55-R05",
        {RESPONSE: response("superseded_by: aberfictional-2\n")},
        [f"{RESPONSE}:2:16"],
        {
            RESPONSE: response("superseded_by: aberfictional-2\n"),
            "responses/2023-fictional/aberfictional-2.en.md": response(),
        },
    ),
    Case(
        "S55-R05",
        {RESPONSE: response("superseded_by: aberfictional\n")},
        [f"{RESPONSE}:2:16"],
        {RESPONSE: response()},
    ),
    Case(
        "S55-R05",
        {INSPECTION: inspection(items="    quoted_from: nowhere\n")},
        [f"{INSPECTION}:5:18"],
        {INSPECTION: inspection(items="    quoted_from: aberfictional\n")},
    ),
    Case(
        "S55-R06",  # An item's addressee must be a force, a word of the vocabulary, or the report's own words.
        {INSPECTION: inspection(items="    addressed_to: [all-force]\n")},
        [f"{INSPECTION}:5:20"],
        {
            INSPECTION: inspection(
                items="    addressed_to: [all-forces, aberfictional, Nobody, the fictional minister]\n"
            )
        },
    ),
    Case(
        "S55-R07",  # A section that an answer names must be marked in the text.
        {RESPONSE: response("answers:\n  r1:\n    position: noted\n    section: comments\n")},
        [f"{RESPONSE}:5:14"],
        {RESPONSE: response(answer(facts="    section: comments\n"), text="\nNoted.\n{#comments}\n")},
    ),
    Case(
        "S55-R08",  # An id must mark one part of a text.
        {RESPONSE: response(text="\n## Recommendation 1 {#r1}\n\nI accept it.\n{#r1}\n")},
        [f"{RESPONSE}:9:3"],
        {RESPONSE: response(text="\n## Recommendation 1 {#r1}\n\nI accept it.\n{#closing}\n")},
    ),
    Case(
        "S55-R09",  # An inspection's item must have its words in the text, under its id.
        {INSPECTION: inspection(items="  r2:\n    kind: recommendation\n")},
        [f"{INSPECTION}:5:3"],
        {
            INSPECTION: inspection(
                items="  r2:\n    kind: recommendation\n", text="\n## Recommendation 2 {#r2}\n\n> b\n"
            )
        },
    ),
    Case(
        "S55-R10",  # A part of a response that is marked as an item's must be named by an answer.
        {RESPONSE: response(text="\nI accept it, and it will be done.\n{#r1}\n")},
        [f"{RESPONSE}:7:3"],
        {RESPONSE: response(answer(), text="\nI accept it, and it will be done.\n{#r1}\n")},
    ),
    Case(
        "S55-R11",  # A content folder must name its site in each of its languages.
        {SITE: site(languages="en, cy")},
        [f"{SITE}:2:1"],
        {SITE: "---\nname:\n  en: Fictional responses\n  cy: Ymatebion ffuglennol\nlanguages: [en, cy]\n---\n"},
    ),
    Case(
        "S55-R12",  # A voice must answer an item once.
        {RESPONSE: response("answers:\n  r1:\n    position: noted\n  2023-fictional/r1:\n    position: accepted\n")},
        [f"{RESPONSE}:5:3"],
        {RESPONSE: response("answers:\n  2023-fictional/r1:\n    position: accepted\n  all:\n    position: noted\n")},
    ),
    Case(
        "S55-R13",  # Of two responses for one force to one report, one must supersede the other.
        {SECOND: response()},
        [f"{SECOND}:1:1"],
        {SECOND: response(), RESPONSE: response("status: superseded\nsuperseded_by: aberfictional-2\n")},
    ),
    # S55-R14: a rule that a record allows must be one that there is, and that may be allowed.
    Case(
        "S55-R14",
        {RESPONSE: response("allow:\n  - rule: S55-S99\n    reason: a\n")},
        [f"{RESPONSE}:3:11"],
        {RESPONSE: response("allow:\n  - rule: S55-S01\n    reason: a\n")},
    ),
    Case(
        "S55-R14",
        {INSPECTION: inspection("allow:\n  - rule: S55-R09\n    reason: a\n")},
        [f"{INSPECTION}:3:11"],
        {INSPECTION: inspection("allow:\n  - rule: S55-L04\n    reason: a\n")},
    ),
    # S55-D: dates. S55-D01: a force or body must not end before it begins.
    Case(
        "S55-D01",
        {FORCE: force("since: 2024-01-02\nuntil: 2024-01-01\n")},
        [f"{FORCE}:3:8"],
        {FORCE: force("since: 2024-01-01\nuntil: 2024-01-01\n")},
    ),
    Case(
        "S55-D01",
        {"bodies/aberfictional-2024.md": body("since: 2024-02\nuntil: 2024-01\n")},
        ["bodies/aberfictional-2024.md:3:8"],
        {"bodies/aberfictional-2024.md": body("since: 2024-02\nuntil: 2024\n")},
    ),
    Case(
        "S55-D02",  # An inspection's name must begin with the year in which its report was published.
        {INSPECTION: inspection(published="2022-07")},
        [f"{INSPECTION}:7:12"],
        {INSPECTION: inspection(published="2023-01")},
    ),
    # S55-D03: a response must not be dated, or published, before the report that it answers was published.
    Case(
        "S55-D03",
        {RESPONSE: response("dated: 2023-07-19\n")},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response("dated: 2023-07-20\n")},
    ),
    Case(
        "S55-D03",
        {RESPONSE: response("published: 2022-09-04\n")},
        [f"{RESPONSE}:2:12"],
        {RESPONSE: response("dated: 2023-07\npublished: 2023-09-04\n")},
    ),
    Case(
        "S55-D04",  # What has happened must not be dated after today.
        {RESPONSE: response("updates:\n  - date: 2024-01-02\n    note: a\n")},
        [f"{RESPONSE}:3:11"],
        {RESPONSE: response("updates:\n  - date: 2024-01-01\n    note: a\n")},
        today=date(2024, 1, 1),
    ),
    Case(
        "S55-D04",
        {RESPONSE: response("dated: 2023-09\nsent_to_minister: 2023-08-31\n")},
        [f"{RESPONSE}:2:8"],
        {RESPONSE: response("dated: 2023-08\nsent_to_minister: 2023-08-31\n")},
        today=date(2023, 8, 31),
    ),
    Case(
        "S55-D05",  # A report must not be published before its fieldwork ended.
        {INSPECTION: inspection("fieldwork_ended: 2023-08\n")},
        [f"{INSPECTION}:8:12"],
        {INSPECTION: inspection("fieldwork_ended: 2023-07\n")},
    ),
    Case(
        "S55-D06",  # A deadline that a response states must be the last of the 56 days.
        {RESPONSE: response("deadline_stated: 2023-09-14\n")},
        [f"{RESPONSE}:2:18"],
        {RESPONSE: response("deadline_stated: 2023-09-13\n")},
    ),
    Case(
        "S55-D06",  # Of a month no last day is computed, and so none is held against it.
        {RESPONSE: response("deadline_stated: 2023-09-15\n"), INSPECTION: inspection(published="2023-07-21")},
        [f"{RESPONSE}:2:18"],
        {RESPONSE: response("deadline_stated: 2023-09-15\n"), INSPECTION: inspection(published="2023-07")},
    ),
    Case(
        "S55-D07",  # A response must be published within the 56 days.
        {RESPONSE: response("published: 2023-09-18\n")},
        [f"{RESPONSE}:2:12"],
        {RESPONSE: response("dated: 2023-09-18\npublished: 2023-09-13\n")},
    ),
    Case(
        "S55-D08",  # A date early in a year must not be a year away from the dates around it.
        {
            RESPONSE: response("dated: 2024-01-08\npublished: 2025-01-10\n"),
            INSPECTION: inspection("regime: other\n"),
        },
        [f"{RESPONSE}:2:8"],
        {
            RESPONSE: response("dated: 2025-01-08\npublished: 2025-01-10\n"),
            INSPECTION: inspection("regime: other\n"),
        },
    ),
    # S55-L: the two languages of a record.
    Case(
        "S55-L01",  # A fact must stand once, in the file of the record's original language.
        {WELSH_RESPONSE: "---\nwords_from: body\nsigned_by: Neb\n---\n"},
        [f"{WELSH_RESPONSE}:3:1"],
        {WELSH_RESPONSE: "---\nwords_from: body\n---\n", RESPONSE: response("signed_by: Neb\n")},
    ),
    Case(
        "S55-L01",
        {WELSH_INSPECTION: "---\nregime: other\ntitle: Adroddiad\nwords_from: publisher\n---\n"},
        [f"{WELSH_INSPECTION}:2:1"],
        {WELSH_INSPECTION: "---\ntitle: Adroddiad\nwords_from: publisher\n---\n"},
    ),
    # S55-L02: the facts of a record must stand in one of its files.
    Case(
        "S55-L02",
        {WELSH_RESPONSE: response()},
        [f"{RESPONSE}:1:1"],
        {WELSH_RESPONSE: "---\nwords_from: body\n---\n"},
    ),
    Case(
        "S55-L02",
        {WELSH_INSPECTION: inspection()},
        [f"{INSPECTION}:1:1"],
        {WELSH_INSPECTION: "---\ntitle: Adroddiad ffuglennol\nwords_from: publisher\n---\n"},
    ),
    Case(
        "S55-L02",
        {RESPONSE: "---\nwords_from: body\n---\n"},
        [f"{RESPONSE}:1:1"],
        {RESPONSE: "---\nwords_from: body\n---\n", WELSH_RESPONSE: response()},
    ),
    # S55-L03: a response of a body in Wales must be there in both languages, or say in which one it exists and why.
    Case(
        "S55-L03",
        {FORCE: force(nation="wales")},
        [f"{RESPONSE}:1:1"],
        {FORCE: force(nation="wales"), WELSH_RESPONSE: "---\nwords_from: body\n---\n"},
    ),
    Case(
        "S55-L03",
        {FORCE: force(nation="wales"), RESPONSE: response("only_in: cy\n")},
        [f"{RESPONSE}:2:10"],
        {FORCE: force(nation="wales"), RESPONSE: response("only_in: en\nonly_in_reason: a\n")},
    ),
    Case(
        "S55-L03",
        {FORCE: force(nation="wales"), RESPONSE: response("only_in: en\n")},
        [f"{RESPONSE}:2:10"],
        {FORCE: force(nation="england"), RESPONSE: response()},
    ),
    Case(
        "S55-L04",  # The texts of a record in both languages must mark the same parts.
        {WELSH_RESPONSE: "---\nwords_from: body\n---\n\nYn gywir\n{#closing}\n"},
        [f"{WELSH_RESPONSE}:6:3"],
        {
            WELSH_RESPONSE: "---\nwords_from: body\n---\n\nYn gywir\n{#closing}\n",
            RESPONSE: response(text="\nYours\n{#closing}\n"),
        },
    ),
    # S55-S: what section 55 asks. S55-S01: each recommendation that is addressed to the body must be answered.
    Case(
        "S55-S01",
        {INSPECTION: inspection(items="    addressed_to: [all-forces]\n")},
        [f"{RESPONSE}:1:1"],
        {
            INSPECTION: inspection(items="    addressed_to: [all-forces]\n"),
            RESPONSE: response(answer(), text="\nI accept it, and it will be done.\n{#r1}\n"),
        },
    ),
    Case(
        "S55-S01",
        {INSPECTION: inspection(items="    addressed_to: [aberfictional]\n")},
        [f"{RESPONSE}:1:1"],
        {INSPECTION: inspection(items="    addressed_to: [home-office]\n")},
    ),
    *(
        Case(
            "S55-S01",  # An answer to all, or to the rest, answers it too.
            {INSPECTION: inspection(items="    addressed_to: [local-policing-bodies]\n")},
            [f"{RESPONSE}:1:1"],
            {
                INSPECTION: inspection(items="    addressed_to: [local-policing-bodies]\n"),
                RESPONSE: response(
                    answer(key, "    section: comments\n"), text="\nAll of it will be done.\n{#comments}\n"
                ),
            },
        )
        for key in ("all", "rest")
    ),
    # S55-S02: an answer of the body must be explained in the text.
    Case(
        "S55-S02",
        {RESPONSE: response(answer(), text="\nNoted.\n{#r1}\n\n## End\n")},
        [f"{RESPONSE}:10:3"],
        {RESPONSE: response(answer(), text="\nNoted; the cells are lit.\n{#r1}\n\n## End\n")},
    ),
    Case(
        "S55-S02",
        {RESPONSE: response(answer(), text="\nI have noted this recommendation.\n{#r1}\n\n## End\n")},
        [f"{RESPONSE}:10:3"],
        {RESPONSE: response(answer(), text="\nI have noted this, and lit the cells.\n{#r1}\n\n## End\n")},
    ),
    Case(
        "S55-S02",  # The report's own words are no explanation.
        {RESPONSE: response(answer(), text="\n## One {#r1}\n\n> All forces should light all cells.\n\n## End\n")},
        [f"{RESPONSE}:9:10"],
        {RESPONSE: response(answer(), text="\n## One {#r1}\n\nAll our cells are lit now.\n\n## End\n")},
    ),
    Case(
        "S55-S02",
        {RESPONSE: response(answer())},
        [f"{RESPONSE}:3:3"],
        {RESPONSE: response(answer(facts="    section: comments\n"), text="\nAll our cells are lit.\n{#comments}\n")},
    ),
    Case(
        "S55-S03",  # A response must say whether the chief officer commented.
        {RESPONSE: "---\nchief_officer: not-stated\n---\n"},
        [f"{RESPONSE}:2:16"],
        {RESPONSE: response()},
    ),
    # S55-S04: the words that a position, or the chief officer's silence, rests on must stand in the text.
    Case(
        "S55-S04",
        {
            RESPONSE: response(
                answer(facts="    words: I accept them\n"), text="\nI accept it, and it will be done.\n{#r1}\n"
            )
        },
        [f"{RESPONSE}:5:12"],
        {
            RESPONSE: response(
                answer(facts="    words: I accept it\n"), text="\nI *accept*\nit, and it will be done.\n{#r1}\n"
            )
        },
    ),
    Case(
        "S55-S04",
        {RESPONSE: "---\nchief_officer: none\nchief_officer_reason: He is away\n---\n\nHe is far away.\n"},
        [f"{RESPONSE}:3:23"],
        {RESPONSE: "---\nchief_officer: none\nchief_officer_reason: He is away\n---\n\nHe is away today.\n"},
    ),
    # S55-S05: what the facts say of the chief officer's comments must be so in the text.
    Case(
        "S55-S05",
        {RESPONSE: "---\nchief_officer: commented\n---\n\nHe agrees.\n"},
        [f"{RESPONSE}:2:16"],
        {RESPONSE: "---\nchief_officer: commented\n---\n\nI agree.\n{#chief-officer}\n"},
    ),
    Case(
        "S55-S05",
        {RESPONSE: response(text="\nI agree.\n{#chief-officer}\n")},
        [f"{RESPONSE}:7:3"],
        {RESPONSE: response(text="\nHe agrees.\n{#notice}\n")},
    ),
    Case(
        "S55-S05",
        {RESPONSE: response("chief_officer_answers:\n  r1:\n    position: accepted\n")},
        [f"{RESPONSE}:2:1"],
        {
            RESPONSE: "---\nchief_officer: commented\nchief_officer_answers:\n  r1:\n    position: accepted\n---\n"
            "\nI agree.\n{#chief-officer}\n"
        },
    ),
    Case(
        "S55-S05",
        {RESPONSE: "---\nchief_officer: none\n---\n"},
        [f"{RESPONSE}:2:16"],
        {RESPONSE: response()},
    ),
    # S55-H: history. S55-H01: what was published must keep its address.
    Case(
        "S55-H01",
        {},
        [f"{SECOND}:1:1"],
        {RESPONSE: response("moved_from: [2023-fictional/aberfictional-2]\n")},
        published=frozenset({SECOND, RESPONSE, SITE, "pages/about.en.md"}),
    ),
    Case(
        "S55-H01",
        {},
        ["inspections/2020-other.cy.md:1:1"],
        {"inspections/2020-other.en.md": inspection(published="2020-01")},
        published=frozenset({"inspections/2020-other.cy.md", "inspections/2020-other.en.md"}),
    ),
    Case(
        "S55-H02",  # A corrected response must say what was corrected, and when.
        {RESPONSE: response("status: corrected\n")},
        [f"{RESPONSE}:2:9"],
        {RESPONSE: response("status: corrected\ncorrections:\n  - date: 2024-01-01\n    note: a\n")},
    ),
    # S55-H03: a response that no longer stands must say why, or which one stands in its place.
    Case(
        "S55-H03",
        {RESPONSE: response("status: superseded\n")},
        [f"{RESPONSE}:2:9"],
        {RESPONSE: response("status: superseded\nsuperseded_by: aberfictional-2\n"), SECOND: response()},
    ),
    Case(
        "S55-H03",
        {RESPONSE: response("status: withdrawn\n")},
        [f"{RESPONSE}:2:9"],
        {RESPONSE: response("status: withdrawn\nstatus_reason: a\n")},
    ),
    # S55-H04: a former name of a response must be one, and not that of a response that is there.
    Case(
        "S55-H04",
        {RESPONSE: response("moved_from: [aberfictional]\n")},
        [f"{RESPONSE}:2:14"],
        {RESPONSE: response("moved_from: [2020-fictional/aberfictional]\n")},
    ),
    Case(
        "S55-H04",
        {RESPONSE: response("moved_from: [2023-fictional/aberfictional]\n")},
        [f"{RESPONSE}:2:14"],
        {RESPONSE: response("moved_from: [2023-fictional/aberfictional-2]\n")},
    ),
    Case(
        "S55-H04",
        {
            RESPONSE: response("moved_from: [2020-fictional/glan]\nsuperseded_by: aberfictional-2\n"),
            SECOND: response("moved_from: [2020-fictional/glan]\n"),
        },
        [f"{SECOND}:2:14"],
        {
            RESPONSE: response("moved_from: [2020-fictional/glan]\n"),
            SECOND: response("moved_from: [2020-fictional/glan-2]\n"),
        },
    ),
]


def write(folder: Path, files: Files) -> Path:
    for name, text in (VALID | files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.mkdir()
        else:
            path.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def examined(folder: Path, files: Files, case: Case, language: str = "en") -> list[Finding]:
    content = read_content(write(folder, files), "content")
    content.today = case.today
    content.published_files = case.published
    return examine(content, RULES.values(), language).findings


def errors(folder: Path, files: Files) -> list[Finding]:
    return check(write(folder, files), "content").errors


def places(findings: list[Finding]) -> list[str]:
    return [f"{each.path.removeprefix('content/')}:{each.line}:{each.column}" for each in findings]


def of_the_rule(case: Case, findings: list[Finding]) -> list[Finding]:
    """All findings where the rule warns; else the errors, whatever a record made for one error lacks besides."""
    return [each for each in findings if RULES[case.code].severity is WARNING or each.severity is ERROR]


def ids(case: Case) -> str:
    return case.code


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_what_breaks_a_rule_is_found_where_it_stands(case: Case, tmp_path: Path) -> None:
    findings = of_the_rule(case, examined(tmp_path, case.bad, case))
    assert places(findings) == case.at
    assert {(each.code, each.name, each.severity) for each in findings} == {
        (case.code, RULES[case.code].name, RULES[case.code].severity)
    }


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_its_valid_twin_is_clean(case: Case, tmp_path: Path) -> None:
    assert of_the_rule(case, examined(tmp_path, case.good, case)) == []


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_it_is_found_in_the_same_places_whatever_language_says_it(case: Case, tmp_path: Path) -> None:
    in_english = examined(tmp_path / "en", case.bad, case)
    in_welsh = examined(tmp_path / "cy", case.bad, case, "cy")
    assert sorted((each.path, each.line, each.column, each.code) for each in in_welsh) == sorted(
        (each.path, each.line, each.column, each.code) for each in in_english
    )


def test_every_rule_has_a_case() -> None:
    assert {case.code for case in CASES} == set(RULES)


def test_the_content_that_the_cases_change_is_valid(tmp_path: Path) -> None:
    checked = check(write(tmp_path, {}), "content")
    assert checked.findings == []
    assert checked.register is not None


# What a finding shows beside its sentence.


def test_a_finding_quotes_its_line_and_marks_what_is_wrong_in_it(tmp_path: Path) -> None:
    [finding] = errors(tmp_path, {RESPONSE: response("role: 😀\ndated: 2024-02-30 # a Friday\n")})
    assert finding.excerpt == "dated: 2024-02-30 # a Friday"
    assert finding.excerpt[finding.column - 1 : finding.end_column - 1] == "2024-02-30"
    assert (finding.line, finding.end_line) == (3, 3)


# All problems in one run.


def test_one_record_with_every_value_wrong(tmp_path: Path) -> None:
    text = """\
---
title: no
signed_by: ""
role: [Commissioner]
capacity: regent
addressed_to: 2023
dated: 2023-02-30
published: 2023-09
superseded_by: West Mercia
also_answers: 2020-other
source:
  url: www.fictional.example
  retreived: 2023-09-04
  changes:
    - 12:30
answers:
  r1:
    words: I accept it
    action:
      - done
  rest: noted
corrections:
  - note: a
updates: {}
singed_by: Nobody
---
"""
    assert [(each.line, each.column, each.code) for each in errors(tmp_path, {RESPONSE: text})] == [
        (1, 1, "S55-F13"),  # chief_officer is missing
        (2, 8, "S55-F16"),  # no is no text
        (3, 12, "S55-F19"),  # an empty name
        (4, 7, "S55-F19"),  # a list for a text
        (5, 11, "S55-F15"),  # no such capacity
        (6, 15, "S55-F16"),  # 2023 is no text
        (7, 8, "S55-F17"),  # no such day
        (8, 12, "S55-F18"),  # a month where a day is needed
        (9, 16, "S55-F19"),  # no id
        (10, 15, "S55-F19"),  # a text for a list
        (12, 8, "S55-F19"),  # no address
        (13, 3, "S55-F14"),  # no such key in a source
        (15, 7, "S55-F16"),  # 12:30 is no text
        (17, 3, "S55-F13"),  # an answer without a position
        (20, 9, "S55-F15"),  # no such action
        (21, 9, "S55-F19"),  # a text for facts
        (23, 5, "S55-F13"),  # a correction without a date
        (24, 10, "S55-F19"),  # facts for a list
        (25, 1, "S55-F14"),  # no such key
    ]


def test_one_record_with_every_reference_wrong(tmp_path: Path) -> None:
    text = """\
---
dated: 2011-01-01
published: 2011-01-02
chief_officer: not-stated
also_answers:
  - 2020-nothing
superseded_by: nowhere
moved_from:
  - west mercia
allow:
  - rule: S55-S99
    reason: a
answers:
  r9:
    position: noted
    section: nothing
  2023-fictional/r9:
    position: noted
  2019-other/r1:
    position: noted
chief_officer_answers:
  coc1:
    position: noted
updates:
  - date: 2024-01-01
    item: r8
    note: a
---

A.
{#r1}

B.
{#r1}
"""
    files: Files = {RESPONSE: text, WELSH_RESPONSE: response(), BODY: body("since: 2012-11\n")}
    assert [
        (each.line, each.column, each.code) for each in errors(tmp_path, files) if each.path == f"content/{RESPONSE}"
    ] == [
        (1, 1, "S55-L02"),  # facts in both files
        (2, 1, "S55-R04"),  # no body on its day
        (2, 8, "S55-D03"),  # dated before the report
        (3, 12, "S55-D03"),  # published before the report
        (6, 5, "S55-R01"),  # no such inspection
        (7, 16, "S55-R05"),  # no such response
        (9, 5, "S55-H04"),  # no name of a response
        (11, 11, "S55-R14"),  # no such rule
        (14, 3, "S55-R03"),  # no such item
        (16, 14, "S55-R07"),  # no such section
        (17, 3, "S55-R03"),  # no such item
        (17, 3, "S55-R12"),  # an item that is answered already
        (19, 3, "S55-R03"),  # an inspection that it does not say it answers
        (22, 3, "S55-R03"),  # no such item
        (26, 11, "S55-R03"),  # no such item
        (34, 3, "S55-R08"),  # an id twice
    ]


def test_a_body_may_have_two_references_wrong(tmp_path: Path) -> None:
    files: Files = {"bodies/glan-2012.md": body("successor: glan-2028\n"), "forces/glan.md": force()}
    assert places(errors(tmp_path, files)) == ["bodies/glan-2012.md:2:12", "bodies/glan-2012.md:3:8"]


def test_a_section_that_is_not_there_is_said_once(tmp_path: Path) -> None:
    files: Files = {RESPONSE: response(answer(facts="    section: comments\n"))}
    assert [each.code for each in check(write(tmp_path, files)).findings] == ["S55-R07"]


def test_the_problems_of_all_files_come_in_one_run_by_path_and_place(tmp_path: Path) -> None:
    files: Files = {
        SITE: site("welsh_reviewed: no\n"),
        FORCE: force("since: 2024-01-02\nuntil: 2024-01-01\n"),
        BODY: b"\xff",
        INSPECTION: inspection("follows: [2020-nothing]\nregime: none\n"),
        RESPONSE: response("title: 'a\n"),
        "pages/about.en.md": "About",
        "notes.md": "",
    }
    findings = errors(tmp_path, files)
    assert [(each.path.removeprefix("content/"), each.line, each.column, each.code) for each in findings] == [
        (BODY, 1, 1, "S55-F03"),
        (FORCE, 3, 8, "S55-D01"),
        (INSPECTION, 3, 9, "S55-F15"),
        ("notes.md", 1, 1, "S55-F06"),
        ("pages/about.en.md", 1, 1, "S55-F07"),
        (RESPONSE, 2, 8, "S55-F09"),
        (SITE, 2, 17, "S55-F19"),
    ]


def test_a_broken_record_is_no_missing_one(tmp_path: Path) -> None:
    """What refers to a file that is there but not right is not wrong itself."""
    findings = errors(tmp_path, {FORCE: "---\n---\n", INSPECTION: "---\ntitle: no\n---\n", BODY: "---\n---\n"})
    assert {each.path.removeprefix("content/") for each in findings} == {FORCE, INSPECTION, BODY}


def test_an_error_leaves_no_register_and_a_clean_folder_has_one(tmp_path: Path) -> None:
    broken = check(write(tmp_path / "a", {RESPONSE: "---\n"}))
    assert broken.register is None
    assert broken.errors == broken.findings
    assert all(finding.severity is Severity.ERROR for finding in broken.errors)
    assert check(write(tmp_path / "b", {})).register is not None


def test_a_folder_that_is_none_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"^There is no folder here\.$"):
        check(tmp_path / "nothing", "here")
    with pytest.raises(FileNotFoundError, match=r"^here holds no site\.md, which says what this site is\.$"):
        check(tmp_path, "here")


# What a record allows, and what it is not asked.

LATE = "published: 2023-09-18\n"
ALLOWED = "allow:\n  - rule: S55-D07\n    reason: The office was under water.\n"


def test_a_warning_that_a_record_allows_is_told_apart_with_its_reason(tmp_path: Path) -> None:
    checked = check(write(tmp_path, {RESPONSE: response(ALLOWED + LATE)}))
    assert checked.findings == []
    assert [(finding.code, finding.line, reason) for finding, reason in checked.allowed] == [
        ("S55-D07", 5, "The office was under water.")
    ]


def test_an_allowance_is_of_one_rule_and_one_record(tmp_path: Path) -> None:
    files: Files = {
        RESPONSE: response(
            ALLOWED + LATE + "deadline_stated: 2023-09-14\nstatus: superseded\nsuperseded_by: aberfictional-2\n"
        ),
        SECOND: response(LATE),
    }
    assert [(each.path.rpartition("/")[2], each.code) for each in check(write(tmp_path, files)).findings] == [
        ("aberfictional-2.en.md", "S55-D07"),
        ("aberfictional.en.md", "S55-D06"),
    ]


def test_what_stops_a_build_cannot_be_allowed(tmp_path: Path) -> None:
    wrong = "allow:\n  - rule: S55-D03\n    reason: a\ndated: 2023-07-19\n"
    checked = check(write(tmp_path, {RESPONSE: response(wrong)}))
    assert [finding.code for finding in checked.findings] == ["S55-R14", "S55-D03"]
    assert checked.allowed == []


@pytest.mark.parametrize(
    ("status", "asked"),
    [
        ("status: current\n", True),
        ("status: corrected\ncorrections:\n  - date: 2024-01-01\n    note: a\n", True),
        ("status: superseded\nsuperseded_by: aberfictional-2\n", False),
        ("status: withdrawn\nstatus_reason: a\n", False),
        ("status: removed\nstatus_reason: a\n", False),
    ],
)
def test_a_response_that_no_longer_stands_is_not_asked_what_the_statute_asks(
    tmp_path: Path, status: str, asked: bool
) -> None:
    text = f"---\n{status}chief_officer: not-stated\n---\n"
    files: Files = {RESPONSE: text, SECOND: response("status: superseded\nsuperseded_by: aberfictional\n")}
    assert ("S55-S03" in {each.code for each in check(write(tmp_path, files)).findings}) == asked


def test_the_day_and_the_last_commit_enter_only_where_they_are_given(tmp_path: Path) -> None:
    files: Files = {RESPONSE: response("updates:\n  - date: 2024-01-02\n    note: a\n")}
    assert check(write(tmp_path, files)).findings == []
    assert [each.code for each in check(tmp_path, today=date(2024, 1, 1)).findings] == ["S55-D04"]


# The registry.


def test_codes_and_names_have_one_form() -> None:
    for code, rule in RULES.items():
        assert rule.code == code
        assert rule.name == rule.name.lower().strip("-")
        assert rule.statement.endswith((".", ":"))
        assert " must " in rule.statement
    assert len({rule.name for rule in RULES.values()}) == len(RULES)
