"""What is derived from the records: who answered what, for whom, on which day, and of whom nothing is held.

The records are those of the fictional register in `tests/fixtures/register`, or are made here.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest
from section55 import law, records
from section55.checking import check
from section55.reading.text import convert
from section55.records import Month
from section55.records.vocabulary import ItemKind
from section55.register import Body, Days, Force, Inspection, Item, Register, Response

FIXTURES = Path(__file__).parents[1] / "fixtures"

CUSTODY = "2023-fictional-custody"
PANELS = "2020-fictional-panels"
PEEL = "2016-fictional-peel"
REVISIT = "2024-fictional-revisit"
SUPER_COMPLAINT = "2021-fictional-super-complaint"


def load(folder: Path) -> Register:
    checked = check(folder)
    assert checked.errors == []
    assert checked.register is not None
    return checked.register


@pytest.fixture(scope="module")
def register() -> Register:
    return load(FIXTURES / "register")


def item(register: Register, key: str) -> Item:
    inspection, id_ = key.split("/")
    return register.inspections[inspection].items[id_]


def slugs(forces: list[Force]) -> list[str]:
    return [force.slug for force in forces]


@pytest.mark.parametrize(
    ("name", "languages", "forces"),
    [
        ("english-only", ("en",), ["fictionshire"]),
        ("welsh-only", ("cy",), ["aberfictional"]),
    ],
)
def test_a_site_of_one_office_in_one_language(name: str, languages: tuple[str, ...], forces: list[str]) -> None:
    register = load(FIXTURES / name)
    assert register.languages == languages
    assert slugs(register.published_forces) == forces
    for response in register.responses.values():
        assert tuple(response.texts) == languages


# Which body answered for a force on a day.


@pytest.mark.parametrize(
    ("force", "first", "last", "body"),
    [
        ("fictionshire", date(2012, 11, 21), date(2012, 11, 21), None),
        ("fictionshire", date(2012, 11, 22), date(2012, 11, 22), "fictionshire-2012"),
        ("fictionshire", date(2021, 5, 9), date(2021, 5, 9), "fictionshire-2012"),
        ("fictionshire", date(2021, 5, 10), date(2021, 5, 10), "fictionshire-2021"),
        ("fictionshire", date(2026, 1, 1), date(2026, 1, 1), "fictionshire-2021"),
        # Of two in the same month, the later.
        ("fictionshire", date(2021, 5, 1), date(2021, 5, 31), "fictionshire-2021"),
        # Since a month: since its first day.
        ("mythshire", date(2012, 10, 31), date(2012, 10, 31), None),
        ("mythshire", date(2012, 11, 1), date(2012, 11, 1), "mythshire-2012"),
        ("mythshire", date(2023, 4, 1), date(2023, 4, 1), None),
        # No source says since when: always.
        ("fictional-city", date(1066, 10, 14), date(1066, 10, 14), "fictional-city-1839"),
    ],
)
def test_the_body_on_a_day(register: Register, force: str, first: date, last: date, body: str | None) -> None:
    found = register.body_on(register.forces[force], first, last)
    assert (found and found.id) == body


def test_a_forces_bodies_stand_in_the_order_of_their_time(register: Register) -> None:
    assert [body.id for body in register.forces["fictionshire"].bodies] == ["fictionshire-2012", "fictionshire-2021"]


@pytest.mark.parametrize(
    ("response", "body", "name"),
    [
        # By its date.
        (f"{PANELS}/aberfictional", "aberfictional-2012", "Police and Crime Commissioner for Aberfictional"),
        (f"{CUSTODY}/aberfictional", "aberfictional-2012", "Police and Crime Commissioner for Aberfictional"),
        (
            f"{REVISIT}/aberfictional",
            "aberfictional-2012",
            "Police and Crime Commissioner for Aberfictional and the Isles",
        ),
        # A month is a date as well.
        (f"{PANELS}/mythshire", "mythshire-2012", "Police and Crime Commissioner for Mythshire"),
        # By the day of publication, where it has no date.
        (f"{CUSTODY}/fictionshire", "fictionshire-2021", "Mayor of Fictionshire"),
        (f"{SUPER_COMPLAINT}/fictionshire", "fictionshire-2021", "Mayor of Fictionshire"),
    ],
)
def test_a_response_has_the_body_of_its_day_under_the_name_of_its_day(
    register: Register, response: str, body: str, name: str
) -> None:
    found = register.responses[response]
    assert found.body.id == body
    assert found.body_name.en == name


NAMES = [
    {"en": "First"},
    {"en": "Second", "since": "2015-06"},
    {"en": "Third", "since": "2020-01-15"},
]


@pytest.mark.parametrize(
    ("names", "day", "name"),
    [
        (NAMES, date(2012, 1, 1), "First"),
        (NAMES, date(2015, 5, 31), "First"),
        (NAMES, date(2015, 6, 1), "Second"),
        (NAMES, date(2020, 1, 14), "Second"),
        (NAMES, date(2020, 1, 15), "Third"),
        (NAMES, None, "Third"),
        # Before the first name that is known: that.
        (NAMES[1:], date(2012, 1, 1), "Second"),
    ],
)
def test_the_name_on_a_day(names: list[dict[str, str]], day: date | None, name: str) -> None:
    facts = records.Body.model_validate(
        {"force": "aberfictional", "type": "police-and-crime-commissioner", "names": names}
    )
    assert Body("aberfictional-2012", facts, None, "").name_on(day).en == name


def test_the_forces_of_wales(register: Register) -> None:
    assert slugs([force for force in register.forces.values() if force.is_welsh]) == [
        "aberfictional",
        "bangor-fictional",
    ]


# What each voice answers to an item.


def answers(item: Item) -> list[tuple[str, str, str, str, str]]:
    return [
        (answer.response.id, answer.voice, answer.key, str(answer.facts.position), answer.section_id)
        for answer in item.answers
    ]


def test_the_answers_to_an_item_come_newest_first_and_the_bodys_before_the_chief_officers(register: Register) -> None:
    assert answers(item(register, f"{CUSTODY}/r1")) == [
        (f"{CUSTODY}/fictionshire", "body", "r1", "accepted", "our-answer"),
        (f"{CUSTODY}/aberfictional", "body", "r1", "accepted", "r1"),
        (f"{CUSTODY}/aberfictional", "chief-officer", "r1", "supported", "chief-officer"),
        (f"{CUSTODY}/greater-mythshire-2", "body", "r1", "accepted", "r1"),
        (f"{CUSTODY}/bangor-fictional", "body", "all", "supported", "comments"),
        (f"{CUSTODY}/greater-mythshire", "body", "all", "noted", "comments"),
        (f"{CUSTODY}/fictional-city", "body", "r1", "accepted", "r1"),
        (f"{CUSTODY}/fictional-city", "chief-officer", "r1", "accepted", "chief-officer"),
    ]


def test_an_answer_to_the_rest_covers_every_item_without_one_of_its_own(register: Register) -> None:
    for id_ in ("r2", "r7-1", "afi1"):
        assert (f"{CUSTODY}/aberfictional", "body", "rest", "noted", "rest") in answers(
            item(register, f"{CUSTODY}/{id_}")
        )


def test_an_item_that_a_response_does_not_answer_has_no_answer_of_it(register: Register) -> None:
    assert f"{CUSTODY}/fictionshire" not in {answer[0] for answer in answers(item(register, f"{CUSTODY}/r2"))}


def test_voices_answer_apart(register: Register) -> None:
    assert answers(item(register, f"{PANELS}/panel-attendance")) == [
        # A response to two reports answers each under the other's name.
        (f"{SUPER_COMPLAINT}/fictionshire", "body", "rest", "not-applicable", "panels"),
        (f"{PANELS}/aberfictional", "body", "all", "noted", "comments"),
        (f"{PANELS}/mythshire", "body", "all", "none-stated", "comments"),
        (f"{PANELS}/mythshire", "chief-officer", "panel-attendance", "accepted", "panel-attendance"),
    ]


def test_a_response_to_two_reports_answers_each_with_its_own_keys(register: Register) -> None:
    assert answers(item(register, f"{SUPER_COMPLAINT}/r1")) == [
        (f"{SUPER_COMPLAINT}/fictionshire", "body", "r1", "accepted", "forms")
    ]


def made(answered: dict[str, list[str]], status: str = "current") -> tuple[Response, dict[str, Inspection]]:
    """A response to 2023-a that also answers 2024-b, with these keys for each voice; both reports make r1 and r2."""
    inspections = {}
    for name in ("2023-a", "2024-b"):
        facts = records.Inspection.model_validate(
            {
                "title": "A fictional report",
                "publishers": "hmicfrs",
                "published": f"{name[:4]}-01-01",
                "items": {"r1": {}, "r2": {}},
            }
        )
        inspection = Inspection(name, facts, "en", "", {}, {}, {})
        inspection.items = {id_: Item(id_, each, inspection) for id_, each in facts.items.items()}
        inspections[name] = inspection
    facts = records.Response.model_validate(
        {
            "chief_officer": "commented",
            "status": status,
            "also_answers": ["2024-b"],
            **{voice: {key: {"position": "noted"} for key in keys} for voice, keys in answered.items()},
        }
    )
    texts = {
        "en": convert("A.\n{#r1}\n\nB.\n{#comments}", "en", {"r1", "r2"}),
        "cy": convert("C.\n{#r1}", "cy", {"r1", "r2"}),
    }
    response = Response("2023-a/c", facts, "en", {}, inspections["2023-a"], None, None, texts, {})
    return response, inspections


@pytest.mark.parametrize(
    ("keys", "answered"),
    [
        # A specific answer wins over the rest, and that over all; in whatever order they are written.
        (["r1", "rest", "all"], {"2023-a/r1": "r1", "2023-a/r2": "rest"}),
        (["all", "rest", "r1"], {"2023-a/r1": "r1", "2023-a/r2": "rest"}),
        (["all", "r1"], {"2023-a/r1": "r1", "2023-a/r2": "all"}),
        (["all", "rest"], {"2023-a/r1": "rest", "2023-a/r2": "rest"}),
        (["all"], {"2023-a/r1": "all", "2023-a/r2": "all"}),
        (["r2"], {"2023-a/r2": "r2"}),
        ([], {}),
        # A key without an inspection is of the response's own; one with another's is of that alone.
        (["2023-a/r1"], {"2023-a/r1": "r1"}),
        (["2024-b/r1"], {"2024-b/r1": "r1"}),
        (["2024-b/all", "r1"], {"2023-a/r1": "r1", "2024-b/r1": "all", "2024-b/r2": "all"}),
        (
            ["2023-a/rest", "2024-b/rest", "2024-b/r2"],
            {"2023-a/r1": "rest", "2023-a/r2": "rest", "2024-b/r1": "rest", "2024-b/r2": "r2"},
        ),
    ],
)
@pytest.mark.parametrize(("field", "voice"), [("answers", "body"), ("chief_officer_answers", "chief-officer")])
def test_which_of_several_answers_holds(keys: list[str], answered: dict[str, str], field: str, voice: str) -> None:
    response, inspections = made({field: keys})
    found = [
        (each.item.key, each.voice, each.key)
        for inspection in inspections.values()
        for item in inspection.items.values()
        for each in response.answers_to(item)
    ]
    assert found == [(key, voice, of) for key, of in answered.items()]


def test_one_voices_specific_answer_does_not_hide_the_others_general_one() -> None:
    response, inspections = made({"answers": ["all"], "chief_officer_answers": ["r1", "rest"]})
    assert [
        (item.id, each.voice, each.key, each.is_block)
        for item in inspections["2023-a"].items.values()
        for each in response.answers_to(item)
    ] == [
        ("r1", "body", "all", True),
        ("r1", "chief-officer", "r1", False),
        ("r2", "body", "all", True),
        ("r2", "chief-officer", "rest", True),
    ]


@pytest.mark.parametrize(
    ("status", "answered"),
    [("current", True), ("corrected", True), ("superseded", True), ("withdrawn", True), ("removed", False)],
)
def test_a_removed_response_answers_nothing(status: str, answered: bool) -> None:
    response, inspections = made({"answers": ["r1"]}, status)
    assert bool(list(response.answers_to(inspections["2023-a"].items["r1"]))) == answered


def test_a_removed_response_stays_in_the_lists(register: Register) -> None:
    removed = register.responses[f"{PEEL}/bangor-fictional"]
    assert removed in register.inspections[PEEL].responses
    assert removed in register.forces["bangor-fictional"].responses


# The explanation, in the reader's language where there is one.


@pytest.mark.parametrize(
    ("id_", "language", "words", "shown_in"),
    [
        ("r1", "en", "A.", "en"),
        ("r1", "cy", "C.", "cy"),
        # What the translation does not mark stands in the original.
        ("comments", "cy", "B.", "en"),
    ],
)
def test_a_section_in_a_language(id_: str, language: str, words: str, shown_in: str) -> None:
    response, _ = made({})
    section, language = response.section(id_, language)
    assert (section.words, language) == (words, shown_in)


def test_a_section_that_no_text_marks_is_none() -> None:
    response, _ = made({})
    assert response.section("reply", "en") is None


@pytest.mark.parametrize(
    ("response", "original", "languages"),
    [
        (f"{CUSTODY}/aberfictional", "en", ("en", "cy")),
        (f"{CUSTODY}/bangor-fictional", "cy", ("cy",)),
        (f"{CUSTODY}/fictionshire", "en", ("en",)),
        # The facts stand in the Welsh file; both texts are originals.
        (f"{REVISIT}/aberfictional", "cy", ("en", "cy")),
    ],
)
def test_the_languages_of_a_response(
    register: Register, response: str, original: str, languages: tuple[str, ...]
) -> None:
    found = register.responses[response]
    assert found.language == original
    assert tuple(found.texts) == languages
    assert found.is_translated == (len(languages) == 2)
    for language in ("en", "cy"):
        assert found.text(language).language == (language if language in languages else original)


# How the 56 days came out.


@pytest.mark.parametrize(
    ("response", "published_on", "dated_on"),
    [
        (f"{CUSTODY}/aberfictional", 56, 47),
        (f"{CUSTODY}/fictionshire", 61, None),
        # Dated, and not known when it was published.
        (f"{CUSTODY}/bangor-fictional", None, 42),
        (f"{REVISIT}/aberfictional", 56, 34),
        # A report without a last day: of which only the month is known, before the duty, not under section 55.
        (f"{PANELS}/aberfictional", None, None),
        (f"{PEEL}/fictional-city", None, None),
        (f"{SUPER_COMPLAINT}/fictionshire", None, None),
    ],
)
def test_the_days_of_a_response(
    register: Register, response: str, published_on: int | None, dated_on: int | None
) -> None:
    days = register.responses[response].days
    assert (days.published_on, days.dated_on) == (published_on, dated_on)


def test_a_month_is_no_day_of_the_56() -> None:
    assert Days(law.Period(date(2023, 7, 20)), None, Month(2023, 9)).dated_on is None


# Of whom no response is held, and whose is awaited.


@pytest.mark.parametrize(
    ("inspection", "forces"),
    [
        # All forces of the day: Mythshire had ended.
        (CUSTODY, ["nowhere"]),
        # A report of some forces; the bodies of others are not asked.
        (REVISIT, ["bangor-fictional"]),
        # A response that was removed was held; its page says so.
        (PEEL, []),
        # Not stated which forces: all of the month. Fictionshire answers it in a response to another report.
        (PANELS, ["bangor-fictional", "fictional-city", "nowhere"]),
        (SUPER_COMPLAINT, ["aberfictional", "bangor-fictional", "fictional-city", "mythshire", "nowhere"]),
    ],
)
def test_of_which_forces_no_response_is_held(register: Register, inspection: str, forces: list[str]) -> None:
    assert slugs(register.without_response(register.inspections[inspection])) == forces


def changed(folder: Path, changes: dict[str, tuple[str, str]]) -> Register:
    """The fictional register with a stretch of some files replaced."""
    shutil.copytree(FIXTURES / "register", folder, dirs_exist_ok=True)
    for name, (before, after) in changes.items():
        text = (folder / name).read_text(encoding="utf-8")
        assert before in text
        (folder / name).write_text(text.replace(before, after), encoding="utf-8")
    return load(folder)


def test_a_site_asks_only_for_the_forces_whose_responses_it_publishes(tmp_path: Path) -> None:
    register = changed(tmp_path, {"site.md": ("publishes: all", "publishes:\n  - fictional-city\n  - fictionshire")})
    assert slugs(register.published_forces) == ["fictional-city", "fictionshire"]
    assert slugs(register.without_response(register.inspections[PANELS])) == ["fictional-city"]
    assert register.without_response(register.inspections[CUSTODY]) == []


@pytest.mark.parametrize(
    ("until", "asked"), [("2020-02-29", False), ("2020-03-01", True), ("2020-03", True), ("2020-04-01", True)]
)
def test_a_force_is_asked_where_it_was_there_on_some_day_of_the_reports_month(
    tmp_path: Path, until: str, asked: bool
) -> None:
    register = changed(tmp_path, {"forces/nowhere.md": ("nation: england", f"nation: england\nuntil: {until}")})
    assert ("nowhere" in slugs(register.without_response(register.inspections[PANELS]))) == asked


@pytest.mark.parametrize(("since", "asked"), [("2023-07-20", True), ("2023-07-21", False), ("2023-07", True)])
def test_a_force_is_asked_where_it_had_begun_when_the_report_was_published(
    tmp_path: Path, since: str, asked: bool
) -> None:
    register = changed(tmp_path, {"forces/nowhere.md": ("nation: england", f"nation: england\nsince: {since}")})
    assert ("nowhere" in slugs(register.without_response(register.inspections[CUSTODY]))) == asked


@pytest.mark.parametrize(
    ("inspection", "force", "awaited"),
    [
        # It has published here since the report's last day.
        (CUSTODY, "nowhere", True),
        (CUSTODY, "aberfictional", True),
        # Since the day after.
        (CUSTODY, "fictionshire", False),
        (CUSTODY, "greater-mythshire", False),
        (REVISIT, "greater-mythshire", True),
        # It does not say that it publishes here.
        (CUSTODY, "bangor-fictional", False),
        (CUSTODY, "fictional-city", False),
        # The report has no last day, though the body publishes here.
        (PANELS, "nowhere", False),
        (SUPER_COMPLAINT, "nowhere", False),
        (PEEL, "aberfictional", False),
        # No body answered for the force any more.
        (CUSTODY, "mythshire", False),
    ],
)
def test_whose_response_is_awaited(register: Register, inspection: str, force: str, awaited: bool) -> None:
    assert register.awaited(register.inspections[inspection], register.forces[force]) is awaited


# Where a response stands now.


@pytest.mark.parametrize(
    ("response", "current", "held"),
    [
        (f"{CUSTODY}/aberfictional", True, True),
        (f"{CUSTODY}/fictional-city", True, True),  # corrected
        (f"{CUSTODY}/greater-mythshire", False, True),  # superseded
        (f"{CUSTODY}/greater-mythshire-2", True, True),
        (f"{REVISIT}/greater-mythshire", False, True),  # withdrawn
        (f"{PEEL}/bangor-fictional", False, False),  # removed
    ],
)
def test_where_a_response_stands(register: Register, response: str, current: bool, held: bool) -> None:
    found = register.responses[response]
    assert (found.is_current, found.is_held) == (current, held)


def test_a_second_response_to_a_report_is_of_the_same_force(register: Register) -> None:
    second = register.responses[f"{CUSTODY}/greater-mythshire-2"]
    assert (second.force.slug, second.file, second.number) == ("greater-mythshire", "greater-mythshire-2", 2)
    assert register.responses[f"{CUSTODY}/greater-mythshire"].number == 1


# Lists and links.


def test_a_forces_responses_stand_newest_first(register: Register) -> None:
    assert [response.id for response in register.forces["aberfictional"].responses] == [
        f"{REVISIT}/aberfictional",
        f"{CUSTODY}/aberfictional",
        f"{PANELS}/aberfictional",
    ]


def test_a_response_to_two_reports_lives_at_the_first_and_answers_both(register: Register) -> None:
    response = register.responses[f"{SUPER_COMPLAINT}/fictionshire"]
    panels, complaint = register.inspections[PANELS], register.inspections[SUPER_COMPLAINT]
    assert response.also_answers == [panels]
    assert response in complaint.responses and response in complaint.answering
    assert response not in panels.responses and response in panels.answering


def test_an_inspection_that_follows_another_is_linked_both_ways(register: Register) -> None:
    custody, revisit = register.inspections[CUSTODY], register.inspections[REVISIT]
    assert (revisit.follows, revisit.followed_by) == ([custody], [])
    assert (custody.follows, custody.followed_by) == ([], [revisit])


def test_the_words_of_an_item_are_held_per_language(register: Register) -> None:
    r1 = item(register, f"{CUSTODY}/r1")
    assert r1.words("en").words.startswith("Recommendation 1 By the end of the year")
    assert r1.words("cy").words.startswith("Argymhelliad 1 Erbyn diwedd y flwyddyn")
    assert register.inspections[CUSTODY].second_files["cy"].words_from == "publisher"
    assert item(register, f"{SUPER_COMPLAINT}/r1").words("cy") is None


@pytest.mark.parametrize(
    ("inspection", "kind", "made", "held"),
    [
        (CUSTODY, ItemKind.RECOMMENDATION, 6, ["r1", "r2", "r3a", "r7-1"]),
        (CUSTODY, ItemKind.AREA_FOR_IMPROVEMENT, 1, ["afi1"]),
        (CUSTODY, ItemKind.CAUSE_OF_CONCERN, None, []),
        (REVISIT, ItemKind.CAUSE_OF_CONCERN, 1, ["coc1"]),
        (PEEL, ItemKind.RECOMMENDATION, 0, []),
    ],
)
def test_how_many_items_a_report_makes_and_which_are_held(
    register: Register, inspection: str, kind: ItemKind, made: int | None, held: list[str]
) -> None:
    found = register.inspections[inspection]
    assert found.made(kind) == made
    assert [item.id for item in found.held(kind)] == held


def test_what_is_addressed_to_a_force_by_name_or_with_all(register: Register) -> None:
    def addressed(force: str) -> list[str]:
        return [item.key for item in register.addressed(register.forces[force])]

    with_all = [f"{CUSTODY}/r1", f"{CUSTODY}/r2", f"{SUPER_COMPLAINT}/r1", f"{PANELS}/panel-attendance"]
    assert addressed("nowhere") == with_all
    assert addressed("fictionshire") == [*with_all[:2], f"{CUSTODY}/afi1", *with_all[2:]]
    assert addressed("aberfictional") == [
        *(f"{REVISIT}/coc1", f"{REVISIT}/r1", f"{REVISIT}/r2"),
        *(*with_all[:2], f"{CUSTODY}/r3a", *with_all[2:]),
    ]
