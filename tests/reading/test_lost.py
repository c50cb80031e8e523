"""What cannot be read of a front matter costs the fact in which it stands, and no other."""

import pytest
from section55.reading.front_matter import FrontMatter, read_front_matter
from section55.reading.models import read_record
from section55.records import Response
from section55.records.fields import Unknown
from section55.records.partial import whole


def read(facts: str) -> tuple[FrontMatter, Response, list[tuple[str, int]]]:
    """The front matter, the record, and what is wrong, with its lines; the first fact is on line 2."""
    front = read_front_matter(f"---\n{facts}\n---\nText\n")
    record, problems = read_record(front, Response)
    return front, record, sorted((each.rule, each.place.line) for each in (*front.problems, *problems))


def known(record: Response) -> set[str]:
    """The fields that a record knows and that are not as they are in one without facts."""
    found = set()
    for name, field in Response.model_fields.items():
        try:
            value = getattr(record, name)
        except Unknown:
            continue
        if field.is_required() or value != field.default:
            found.add(name)
    return found


@pytest.mark.parametrize(
    ("facts", "problems", "left"),
    [
        ("title: a: b\nchief_officer: none", [("yaml-syntax", 2)], {"chief_officer"}),
        ("role: c\ntitle: @a\nchief_officer: none", [("yaml-syntax", 3)], {"role", "chief_officer"}),
        ("title: *a\nrole: &c d\nchief_officer: none", [("yaml-alias", 2), ("yaml-alias", 3)], {"chief_officer"}),
        ('title: "a\nrole: c\nchief_officer: none', [("yaml-syntax", 2)], {"role", "chief_officer"}),
        ("also_answers: [a\nchief_officer: none", [("yaml-syntax", 2)], {"chief_officer"}),
        # A line that is no fact goes with what belongs to it; nobody knows which fact was meant.
        ("role: c\ntitle a\nchief_officer: none", [("yaml-syntax", 3)], {"role", "chief_officer"}),
        ("title a\nrole: c", [("yaml-syntax", 3)], {"role"}),
        ("role: c\nsource\n  file: a\ntitle: d", [("yaml-syntax", 3)], {"role", "title"}),
        # A quotation mark that closes somewhere below: only what stands above is certain.
        ('role: c\ntitle: "a\nsigned_by: "b"\nchief_officer: none', [("yaml-syntax", 4)], {"role"}),
        # Several stops, and what follows each.
        (
            "title: a: b\nrole: c\nsigned_by: d: e\nchief_officer: none",
            [("yaml-syntax", 2), ("yaml-syntax", 4)],
            {"role", "chief_officer"},
        ),
    ],
)
def test_the_other_facts_are_read(facts: str, problems: list[tuple[str, int]], left: set[str]) -> None:
    _, record, found = read(facts)
    assert found == problems  # and none that would say that what is lost is missing
    assert known(record) == left


def test_within_a_fact_with_facts_of_its_own_only_one_of_these_is_lost() -> None:
    facts = (
        "chief_officer: none\nanswers:\n  r1:\n    position: noted\n    words: He said: no\n  r2:\n    position: noted"
    )
    _, record, problems = read(facts)
    assert problems == [("yaml-syntax", 6)]
    assert list(whole(record.answers)) == ["r1", "r2"]
    assert record.answers["r1"].position == "noted"
    with pytest.raises(Unknown):
        _ = record.answers["r1"].words


def test_what_is_out_of_line_may_belong_elsewhere() -> None:
    _, record, problems = read("chief_officer: none\ndated: 2023-09-04\n  published: 2023-09-12\ntitle: a")
    assert problems == [("yaml-syntax", 4)]
    assert known(record) == {"chief_officer", "title"}
    for name in ("dated", "published"):
        with pytest.raises(Unknown):
            getattr(record, name)
    assert record.signed_by is None


def test_of_a_key_that_stands_twice_the_first_value_holds_and_lists_and_mappings_are_one() -> None:
    facts = (
        "chief_officer: none\nchief_officer: commented\nanswers:\n  r1:\n    position: noted\nalso_answers:\n  - a\n"
    )
    facts += "answers:\n  r1:\n    position: rejected\n    section: x\n  r2:\n    position: noted\nalso_answers:\n  - b"
    front, record, problems = read(facts)
    assert problems == [("duplicate-key", 3), ("duplicate-key", 9), ("duplicate-key", 15)]
    assert record.chief_officer == "none"
    assert {key: (answer.position, answer.section) for key, answer in record.answers.items()} == {
        "r1": ("noted", "x"),
        "r2": ("noted", None),
    }
    assert record.also_answers == ("a", "b")
    assert front.place(("chief_officer",)).line == 2
    assert front.place(("also_answers", 1)).line == 16


def test_an_entry_that_is_refused_is_dropped_and_those_after_it_keep_their_places() -> None:
    front, record, problems = read("chief_officer: none\nalso_answers:\n  - a\n  - B c\n  - d\n  - E\n  - f")
    assert problems == [("not-an-id", 5), ("not-an-id", 7)]
    assert tuple(record.also_answers) == ("a", "d", "f")
    assert [front.place(("also_answers", index)).line for index in range(3)] == [4, 6, 8]
    assert "a" in record.also_answers
    for ask in (lambda: "g" in record.also_answers, lambda: whole(record.also_answers)):
        with pytest.raises(Unknown):
            ask()


def test_what_a_misspelt_key_may_mean_is_not_known_and_not_missing() -> None:
    _, record, problems = read("chief_oficer: none\nCorrections:\n  - date: 2023-09-04\n    note: a\ncolour: red")
    assert problems == [("unknown-key", 2), ("unknown-key", 3), ("unknown-key", 6)]
    for name in ("chief_officer", "corrections"):
        with pytest.raises(Unknown):
            getattr(record, name)
    assert record.updates == ()


def test_an_answer_that_is_no_mapping_is_an_answer_of_which_nothing_is_known() -> None:
    _, record, problems = read("chief_officer: none\nanswers:\n  r1: noted\n  r2:\n    words: a")
    assert problems == [("mapping-wanted", 4), ("missing-key", 5)]
    assert list(whole(record.answers)) == ["r1", "r2"]
    with pytest.raises(Unknown):
        _ = record.answers["r1"].section
    assert record.answers["r2"].words == "a"
    with pytest.raises(Unknown):
        _ = record.answers["r2"].position
