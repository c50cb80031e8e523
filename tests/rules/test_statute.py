"""What counts as an explanation of an answer (section 55(5B)), and as words that stand in the text: tables."""

from collections.abc import Callable
from pathlib import Path

import pytest
from section55.checking import check

INSPECTION = "inspections/2023-fictional.en.md"
RESPONSE = "responses/2023-fictional/fictionshire.en.md"
SAID = "I accept this recommendation. All cells will be lit by March."
WORDS = "    words: I accept this recommendation\n"
QUOTED = "> All forces should light their cells."

Lay = Callable[..., Path]
Change = Callable[..., str]


def codes(content: Path) -> list[str]:
    return [finding.code for finding in check(content).findings]


@pytest.mark.parametrize(
    ("said", "explains"),
    [
        # Too few words, whatever they are.
        ("Noted.", False),
        ("Agreed and accepted in full.", True),
        ("I accept this gladly.", False),
        # Only “noted”, in however many words.
        ("The commissioner notes this recommendation.", False),
        ("The recommendation has been noted by the Police and Crime Commissioner.", False),
        ("I have duly noted the contents of this report, with thanks.", False),
        ("We note the contents of this recommendation in full.", False),
        ("Nodir yr argymhelliad hwn yn llawn gan y Comisiynydd.", False),
        ("Mae’r Comisiynydd Heddlu, Tân a Throseddu yn nodi’r argymhelliad hwn, gyda diolch.", False),
        # Noted, and more.
        ("Noted: the force lit its cells in 2019.", True),
        ("I note this recommendation, which is for the Home Office.", True),
        ("We have taken note and will act by March.", True),
        ("Nodir yr argymhelliad hwn: goleuwyd y celloedd yn 2019.", True),
        # The report's words are not the body's.
        (QUOTED, False),
        (f"{QUOTED}\n\nNoted.", False),
        (f"{QUOTED}\n\nAll of our cells are lit.", True),
        ("", False),
    ],
)
def test_what_explains_an_answer(lay: Lay, changed: Change, said: str, explains: bool) -> None:
    assert codes(lay({RESPONSE: changed(RESPONSE, (WORDS, ""), (SAID, said))})) == ([] if explains else ["S55-S02"])


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        ("published: 2023-07-20\n", True),
        ("published: 2023-07\n", True),
        ("published: 2023-07-20\nregime: section-55\n", True),
        ("published: 2023-07-20\nregime: super-complaint\n", False),
        ("published: 2023-07-20\nregime: state-of-policing\n", False),
        ("published: 2023-07-20\nregime: other\n", False),
    ],
)
def test_the_statute_is_asked_of_its_own_reports_alone(lay: Lay, changed: Change, facts: str, asked: bool) -> None:
    content = lay(
        {
            INSPECTION: changed(INSPECTION, ("published: 2023-07-20\n", facts)),
            RESPONSE: "---\ndated: 2023-09-04\nchief_officer: not-stated\nanswers:\n  r1:\n    position: noted\n---\n",
        }
    )
    assert codes(content) == (["S55-S03", "S55-S02"] if asked else [])


def test_no_explanation_is_asked_before_the_duty_began(lay: Lay, changed: Change) -> None:
    content = lay(
        {
            INSPECTION: None,
            RESPONSE: None,
            "inspections/2017-early.en.md": changed(INSPECTION, ("2023-07-20", "2017-03-31")),
            "inspections/2017-late.en.md": changed(INSPECTION, ("2023-07-20", "2017-04-01")),
            "responses/2017-early/fictionshire.en.md": "---\nchief_officer: not-stated\n---\n",
            "responses/2017-late/fictionshire.en.md": "---\nchief_officer: not-stated\n---\n",
        }
    )
    assert [(finding.path.split("/")[-2], finding.code) for finding in check(content).findings] == [
        ("2017-early", "S55-S03"),
        ("2017-late", "S55-S01"),
        ("2017-late", "S55-S03"),
    ]


@pytest.mark.parametrize(
    ("addressed_to", "asked"),
    [
        ("all-forces", True),
        ("chief-constables", True),
        ("local-policing-bodies", True),
        ("fictionshire", True),
        ("home-office, fictionshire", True),
        ("home-office", False),
        ("npcc", False),
        ("The fictional minister", False),
        ("", False),
    ],
)
def test_whose_answer_is_asked_for(lay: Lay, changed: Change, addressed_to: str, asked: bool) -> None:
    report = changed(INSPECTION, ("addressed_to:\n      - all-forces", f"addressed_to: [{addressed_to}]"))
    text = changed(RESPONSE, ("answers:\n  r1:\n    position: accepted\n" + WORDS + "    action: proposed\n", ""))
    content = lay({INSPECTION: report, RESPONSE: text.replace(" {#r1}", "")})
    assert codes(content) == (["S55-S01"] if asked else [])


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("I accept this recommendation", True),
        ("Gladly I accept this recommendation, all of it", True),
        ("I *accept* **this** recommendation", True),
        ("I accept\nthis  recommendation", True),
        ("I accept [this recommendation](https://www.fictionshire.example/r1)", True),
        ("I accept this\N{NO-BREAK SPACE}recommendation", True),
        ("I accept these recommendations", False),
        ("i accept this recommendation", False),
        ("I accept this\n\n- recommendation", True),
    ],
)
def test_when_words_stand_in_the_text(lay: Lay, changed: Change, text: str, stands: bool) -> None:
    said = f"{text}. It will be done by March, in all of our cells."
    found = codes(lay({RESPONSE: changed(RESPONSE, (SAID, said))}))
    assert ("S55-S04" in found) is not stands
