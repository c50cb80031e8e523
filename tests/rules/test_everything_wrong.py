"""One response with everything wrong: all of it is found, each thing once, in one run.

Values of the wrong form keep a record from being read, and then nothing else can be asked of it; so there are three.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from section55.checking import check
from section55.findings import Finding, Severity

SITE = "site.md"
FORCE = "forces/fictionshire.md"
BODY = "bodies/fictionshire-2012.md"
INSPECTION = "inspections/2023-fictional.en.md"
RESPONSE = "responses/2023-fictional/fictionshire.en.md"
IN_WELSH = "responses/2023-fictional/fictionshire.cy.md"
SECOND = "responses/2023-fictional/fictionshire-2.en.md"

Lay = Callable[..., Path]
Change = Callable[..., str]


def found(content: Path, path: str = RESPONSE) -> list[Finding]:
    findings = check(content, "content", today=date(2026, 1, 1)).findings
    return [finding for finding in findings if finding.path == f"content/{path}"]


def places(findings: list[Finding]) -> list[tuple[int, int, str]]:
    return [(finding.line, finding.column, finding.code) for finding in findings]


def test_every_value_wrong(lay: Lay) -> None:
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
deadline_stated: “2023-09-14”
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
attachments:
  - file:
    title: The signed letter
singed_by: Nobody
---
"""
    assert places(found(lay({RESPONSE: text}))) == [
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
        (11, 18, "S55-F20"),  # curly quotes around a date
        (13, 8, "S55-F19"),  # no address
        (14, 3, "S55-F14"),  # no such key in a source
        (16, 7, "S55-F16"),  # 12:30 is no text
        (18, 3, "S55-F13"),  # an answer without a position
        (21, 9, "S55-F15"),  # no such action
        (22, 9, "S55-F19"),  # a text for facts
        (24, 5, "S55-F13"),  # a correction without a date
        (25, 10, "S55-F19"),  # facts for a list
        (27, 5, "S55-F13"),  # an attachment whose file has no value
        (29, 1, "S55-F14"),  # no such key
    ]


def test_every_reference_and_date_wrong(lay: Lay, changed: Change) -> None:
    text = """\
---
dated: 2011-01-01
published: 2011-01-02
sent_to_minister: 2026-01-02
chief_officer: not-stated
status: corrected
also_answers:
  - 2020-nothing
superseded_by: nowhere
moved_from:
  - west mercia
allow:
  - rule: S55-S99
    reason: There is none.
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
  - date: 2062-01-01
    item: r8
    note: The cells are lit.
---

All of our cells are lit by lamps now.
{#r1}

Some of our cells are painted.
{#r1}
"""
    content = lay({RESPONSE: text, IN_WELSH: changed(RESPONSE)})
    errors = [finding for finding in found(content) if finding.severity is Severity.ERROR]
    assert places(errors) == [
        (1, 1, "S55-L02"),  # the facts are in the Welsh file too
        (2, 1, "S55-R04"),  # no body on its day
        (2, 8, "S55-D03"),  # dated before the report
        (3, 12, "S55-D03"),  # published before the report
        (4, 19, "S55-D04"),  # sent tomorrow
        (6, 9, "S55-H02"),  # corrected without a word on what
        (8, 5, "S55-R01"),  # no such inspection
        (9, 16, "S55-R05"),  # no such response
        (11, 5, "S55-H04"),  # no name of a response
        (13, 11, "S55-R14"),  # no such rule
        (16, 3, "S55-R03"),  # no such item
        (18, 14, "S55-R07"),  # no such section
        (19, 3, "S55-R03"),  # no such item
        (19, 3, "S55-R12"),  # an item that is answered already
        (21, 3, "S55-R03"),  # an inspection that it does not say it answers
        (24, 3, "S55-R03"),  # no such item
        (27, 11, "S55-D04"),  # an update to come
        (28, 11, "S55-R03"),  # no such item
        (36, 3, "S55-R08"),  # an id twice
    ]


def test_every_gap_that_the_statute_leaves_is_a_warning_and_the_letter_is_published(lay: Lay, changed: Change) -> None:
    items = "".join(f'  r{n}:\n    number: "{n}"\n    addressed_to: [fictionshire]\n' for n in range(2, 7))
    words = "".join(
        f"\n## Recommendation {n} {{#r{n}}}\n\n> Fictionshire should paint cell {n}.\n" for n in range(2, 7)
    )
    text = """\
---
dated: 2023-09-20
published: 2023-09-21
deadline_stated: 2023-09-14
chief_officer: not-stated
answers:
  r2:
    position: noted
  r3:
    position: accepted
  r4:
    position: accepted
    words: I accept it gladly
  r5:
    position: accepted
---

## Recommendation 2 {#r2}

> Fictionshire should paint cell 2.

Noted by the commissioner.

## Recommendation 3 {#r3}

We agree.

## Recommendation 4 {#r4}

I accept it, and all of the cells are painted.

## Recommendation 6 {#r6}

This cell was painted in 2019, and is still as new.
"""
    second = changed(RESPONSE, ("published: 2023-09-12", "published: 2023-09-12\nstatus: superseded"))
    content = lay(
        {
            FORCE: changed(FORCE, ("nation: england", "nation: wales")),
            INSPECTION: changed(INSPECTION, ("items:\n", f"items:\n{items}")) + words,
            RESPONSE: text,
            SECOND: second,
        }
    )
    findings = found(content)
    assert places(findings) == [
        (1, 1, "S55-L03"),  # no Welsh text, and no word on why
        (3, 12, "S55-D07"),  # published after the last day
        (4, 18, "S55-D06"),  # 14 September is one day too many
        (5, 16, "S55-S03"),  # no word on the chief officer's comments
        (6, 1, "S55-S01"),  # r1, to all forces, is not answered
        (6, 1, "S55-S01"),  # nor is r6, to this one, though the text has a part for it
        (13, 12, "S55-S04"),  # words that do not stand in the text
        (14, 3, "S55-S02"),  # no part explains r5
        (18, 23, "S55-S02"),  # r2 is only noted
        (24, 23, "S55-S02"),  # r3 has two words
        (32, 23, "S55-R10"),  # no answer names r6
    ]
    assert {finding.severity for finding in findings} == {Severity.WARNING}
    assert places(found(content, SECOND)) == [(6, 9, "S55-H03")]  # superseded, and by which is not said
    assert check(content).register is not None
