"""One response with everything wrong: all of it is found, each thing once, in one run.

And one with all the gaps that the statute leaves, which is published.
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


def test_everything_wrong_in_one_file(lay: Lay, changed: Change) -> None:
    text = """\
---
title: no
signed_by: ""
role: [Commissioner]
capacity: regent
addressed_to: 2023
dated: 2023-02-30
published: 2011-01-02
published: 2023-09-12
deadline_stated: “2023-09-15”
sent_to_inspectors: 2026-01-02
sent_to_minister: 2023-09
chief_oficer: commented
chief_officer_reason: None: were asked for
only_in: fr
status: corrected
superseded_by: nowhere
also_answers:
  - 2020-nothing
  - West Mercia
  - 2019-other
moved_from:
  - west mercia
source:
  url: www.fictional.example
  retreived: 2023-09-04
  changes:
    - 12:30
allow:
  - rule: S55-S99
    reason: There is none.
  - rule: S55-F10
    reson: It stands twice.
answers:
  r1:
    words: I accept it
    action:
      - done
  r9:
    position: noted
    section: nothing
  2023-fictional/r9:
    position: notd
  rest: noted
chief_officer_answers:
  coc1:
    position: *noted
  r8:
    words: I never said this
    position: noted
updates:
  - date: 2062-01-01
    item: r8
    note: The cells are lit.
  - date: 2010-01-01
    note:
  - date: tomorrow
    note: 2023
attachments:
  - file: gwent.pdf
    title: The signed letter #1
  - title: The signed letter
singed_by: Nobody
---

The Rt Hon A. Minister MP
Home Secretary
1 Fictional Street

OFFICIAL-SENSITIVE

## Recommendation 1 {#r1}

#### All of our cells are lit by lamps now

Some of our cells are [here](#cells), and ![](cells.png) shows them.
{#r1}

• The cells of [insert name] are lit.

| Cell | Lit |
| One | Yes |

<script>light()</script>
"""
    content = lay({RESPONSE: text, IN_WELSH: changed(RESPONSE)})
    assert places(found(content)) == [
        (1, 1, "S55-L02"),  # the facts are in the Welsh file too
        (2, 8, "S55-F16"),  # no is no text
        (3, 12, "S55-F19"),  # an empty name
        (4, 7, "S55-F19"),  # a list for a text
        (5, 11, "S55-F15"),  # no such capacity
        (6, 15, "S55-F16"),  # 2023 is no text
        (7, 8, "S55-F17"),  # no such day
        (8, 12, "S55-D03"),  # published before the report
        (9, 1, "S55-F10"),  # published twice
        (10, 18, "S55-D06"),  # 15 September is two days too many, whatever its quotes
        (10, 18, "S55-F20"),  # curly quotes around a date
        (11, 21, "S55-D04"),  # sent tomorrow
        (12, 19, "S55-F18"),  # a month where a day is needed
        (13, 1, "S55-F14"),  # chief_officer, misspelt: it is not told to be missing too
        (14, 27, "S55-F09"),  # a second colon
        (15, 10, "S55-F15"),  # no such language
        (16, 9, "S55-H02"),  # corrected without a word on what
        (17, 16, "S55-R05"),  # no such response
        (19, 5, "S55-R01"),  # no such inspection
        (20, 5, "S55-F19"),  # no id, between two that are
        (21, 5, "S55-R01"),  # no such inspection, and its index is its own
        (23, 5, "S55-H04"),  # no name of a response
        (25, 8, "S55-F19"),  # no address
        (26, 3, "S55-F14"),  # no such key in a source
        (28, 7, "S55-F16"),  # 12:30 is no text
        (30, 11, "S55-R14"),  # no such rule
        (32, 11, "S55-R14"),  # a rule that cannot be allowed
        (33, 5, "S55-F14"),  # reason, misspelt
        (35, 3, "S55-F13"),  # an answer without a position
        (36, 12, "S55-S04"),  # words that do not stand in the text
        (38, 9, "S55-F15"),  # no such action
        (39, 3, "S55-R03"),  # no such item
        (41, 14, "S55-R07"),  # no such section
        (42, 3, "S55-R03"),  # no such item
        (42, 3, "S55-R12"),  # an item that is answered already
        (43, 15, "S55-F15"),  # no such position
        (44, 9, "S55-F19"),  # a text for facts
        (46, 3, "S55-R03"),  # no such item, whatever the answer to it
        (47, 15, "S55-F11"),  # a reference
        (48, 3, "S55-R03"),  # no such item
        (49, 12, "S55-S04"),  # words that do not stand in the text
        (52, 11, "S55-D04"),  # an update to come
        (53, 11, "S55-R03"),  # no such item
        (55, 11, "S55-D03"),  # an update before the report
        (56, 5, "S55-F13"),  # an update without a note
        (57, 11, "S55-F17"),  # no date
        (58, 11, "S55-F16"),  # 2023 is no text
        (60, 11, "S55-R15"),  # no such file
        (61, 30, "S55-F22"),  # a title that is cut
        (62, 5, "S55-F13"),  # an attachment without a file
        (63, 1, "S55-F14"),  # no such key
        (66, 1, "S55-X01"),  # an address that runs together
        (70, 1, "S55-X22"),  # a protective marking
        (74, 1, "S55-X09"),  # a heading that skips a level
        (76, 24, "S55-X16"),  # a link that does not say where it leads
        (76, 30, "S55-X17"),  # nor leads there
        (76, 43, "S55-X14"),  # a picture without words
        (76, 47, "S55-X17"),  # nor with a file
        (77, 3, "S55-R08"),  # an id twice
        (79, 1, "S55-X04"),  # a pasted bullet
        (79, 16, "S55-X23"),  # left to be filled in
        (81, 1, "S55-X12"),  # a table without its line of hyphens
        (84, 1, "S55-X18"),  # a tag that is not published
    ]
    assert check(content).register is None


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
