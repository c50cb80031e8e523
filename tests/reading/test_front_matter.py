"""Front matter is read strictly: what YAML accepts in silence is refused, and every value knows its place."""

from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from read_text import read_text
from section55.reading.files import LOST
from section55.reading.front_matter import MOST_LEVELS, FrontMatter, read_front_matter
from section55.reading.models import read_record
from section55.reading.pasted import UNSEEN
from section55.reading.problems import Place, Problem
from section55.records import Response
from section55.records.fields import Unquoted


def read(facts: str) -> tuple[FrontMatter, list[Problem]]:
    """The front matter with these facts and what a response has against it; the first fact is on line 2."""
    front = read_front_matter(f"---\n{facts}\nchief_officer: not-stated\n---\nText\n")
    return front, front.problems or read_record(front, Response)[1]


def places(problems: list[Problem]) -> list[tuple[str, int, int]]:
    return [(problem.rule, problem.place.line, problem.place.column) for problem in problems]


def cut(text: str, place: Place) -> str:
    """The stretch of a text that a place points at."""
    lines = text.split("\n")[place.line - 1 : place.end_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)


# Where front matter begins and ends.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("no-front-matter", 1, 1)]),
        ("title: a\n", [("no-front-matter", 1, 1)]),
        ("\n---\ntitle: a\n---\n", [("no-front-matter", 1, 1)]),
        (" ---\ntitle: a\n---\n", [("no-front-matter", 1, 1)]),
        ("--\ntitle: a\n--\n", [("no-front-matter", 1, 1)]),
        ("---", [("unclosed-front-matter", 1, 1)]),
        ("---\ntitle: a\n", [("unclosed-front-matter", 1, 1)]),
        ("---\ntitle: a\n --- \nText\n", [("unclosed-front-matter", 1, 1)]),
        ("---\n---\n", []),
        ("---\ntitle: a\n---", []),
        ("---  \ntitle: a\n----\nText\n", []),
    ],
)
def test_it_stands_between_two_lines_of_hyphens(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert places(read_front_matter(text).problems) == expected


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\na: b\n---\nText\n", "\nText\n", 3),
        ("---\na: b\n---\n\n\nText", "Text", 6),
        ("---\na: b\n---", "", 3),
        # A line of hyphens in the text is no third boundary.
        ("---\na: b\n---\nText\n\n---\n\nmore", "\nText\n\n---\n\nmore", 3),
    ],
)
def test_the_text_after_it_knows_its_line(text: str, body: str, line: int) -> None:
    front = read_front_matter(text)
    assert front.body.lstrip("\n") == body.lstrip("\n")
    assert "\n".join(text.split("\n")[front.body_line - 1 :]).endswith(front.body)
    first = next((each for each in front.body.split("\n") if each), None)
    if first is not None:
        assert text.split("\n")[front.body_line - 1 + front.body.split("\n").index(first)] == first


# What is refused, and where.

REFUSED = [
    # A key that stands twice, at any depth; also three times, in quotes, and where the values agree.
    ("title: a\nrole: b\ntitle: c", [("duplicate-key", 4, 1)]),
    ("title: a\ntitle: a\ntitle: a", [("duplicate-key", 3, 1), ("duplicate-key", 4, 1)]),
    ("title: a\n'title': b", [("duplicate-key", 3, 1)]),
    ("source:\n  file: a\n  file: b", [("duplicate-key", 4, 3)]),
    ("source: {file: a, file: b}", [("duplicate-key", 2, 19)]),
    ("corrections:\n  - date: 2024-01-01\n    note: a\n    note: b", [("duplicate-key", 5, 5)]),
    # What YAML reads as something else than text, where a text is wanted.
    ("title: no", [("needs-quotes", 2, 8)]),
    ("title: Yes", [("needs-quotes", 2, 8)]),
    ("title: ON", [("needs-quotes", 2, 8)]),
    ("title: false", [("needs-quotes", 2, 8)]),
    ("title: 12:30", [("needs-quotes", 2, 8)]),
    ("title: 7.10", [("needs-quotes", 2, 8)]),
    ("title: 2023", [("needs-quotes", 2, 8)]),
    ("title: 1_000", [("needs-quotes", 2, 8)]),
    ("title: 0x1F", [("needs-quotes", 2, 8)]),
    ("title: .inf", [("needs-quotes", 2, 8)]),
    ("title: 2023-09-04", [("needs-quotes", 2, 8)]),
    ("title: 2023-09-04 12:30:00", [("needs-quotes", 2, 8)]),
    ("title: <<", [("needs-quotes", 2, 8)]),
    ("title: =", [("needs-quotes", 2, 8)]),
    ("source:\n  changes:\n    - 'a'\n    - no", [("needs-quotes", 5, 7)]),
    # Dates that do not exist, or are not written year-month-day.
    ("dated: 2023-02-30", [("not-a-date", 2, 8)]),
    ('dated: "2023-02-30"', [("not-a-date", 2, 8)]),
    ("dated: 2023-02-29", [("not-a-date", 2, 8)]),
    ("dated: 2023-13", [("not-a-date", 2, 8)]),
    ("dated: 2023-00-10", [("not-a-date", 2, 8)]),
    ("dated: 2023-04-00", [("not-a-date", 2, 8)]),
    ("dated: 0000-01-01", [("not-a-date", 2, 8)]),
    ("dated: 2023-9-4", [("not-a-date", 2, 8)]),
    ("dated: 04/09/2023", [("not-a-date", 2, 8)]),
    ("dated: 4 September 2023", [("not-a-date", 2, 8)]),
    ("dated: 2023-09-04T00:00:00Z", [("not-a-date", 2, 8)]),
    ("dated: ２０２３-09-04", [("not-a-date", 2, 8)]),
    ("dated: yes", [("not-a-date", 2, 8)]),
    ("dated: []", [("not-a-date", 2, 8)]),
    # Dates that are less exact than their field needs.
    ("dated: 2023", [("day-needed", 2, 8)]),
    ("published: 2023-09", [("day-needed", 2, 12)]),
    ("published: 2023", [("day-needed", 2, 12)]),
    # References, types, merge keys and further documents: YAML's, and not used here.
    ("title: &a b\nrole: *a", [("yaml-alias", 2, 8), ("yaml-alias", 3, 7)]),
    ("title: *a", [("yaml-alias", 2, 8)]),
    ("title: *", [("yaml-syntax", 2, 8)]),
    ("title: !!str no", [("yaml-tag", 2, 8)]),
    ("title: ! a", [("yaml-tag", 2, 8)]),
    ("source: !local {file: a}", [("yaml-tag", 2, 9)]),
    ("<<: {title: a}", [("unknown-key", 2, 1)]),
    ("source:\n  <<:\n    file: a", [("unknown-key", 3, 3)]),
    ("title: a\n...\nrole: b", [("yaml-syntax", 4, 1)]),
    ("--- {title: a}", [("second-document", 2, 1)]),
    # Keys that are no words.
    ("? [a, b]\n: c", [("key-not-text", 2, 3)]),
    ("? {a: b}\n: c", [("key-not-text", 2, 3)]),
    ("~: a", [("key-not-text", 2, 1)]),
    # A list for a mapping, a mapping for a list, either for a text.
    ("source: [a]", [("mapping-wanted", 2, 9)]),
    ("source:\n  - a", [("mapping-wanted", 3, 3)]),
    ("source: a", [("mapping-wanted", 2, 9)]),
    ("answers:\n  - r1", [("mapping-wanted", 3, 3)]),
    ("answers:\n  r1: accepted", [("mapping-wanted", 3, 7)]),
    ("also_answers: 2023-fictional", [("list-wanted", 2, 15)]),
    ("also_answers: {a: b}", [("list-wanted", 2, 15)]),
    ("corrections:\n  date: 2024-01-01\n  note: a", [("list-wanted", 3, 3)]),
    ("title: [a]", [("text-wanted", 2, 8)]),
    ("title: {a: b}", [("text-wanted", 2, 8)]),
    ("also_answers:\n  - [a]", [("text-wanted", 3, 5)]),
    ("also_answers:\n  -\n  - a", [("text-wanted", 3, 4)]),
    # Empty values: of a text in quotes, of a fact that must be there.
    ('title: ""', [("empty-value", 2, 8)]),
    ("title: '  '", [("empty-value", 2, 8)]),
    ("answers:\n  r1:\n    position:", [("missing-key", 4, 5)]),
    ("answers:\n  r1:\n    action: none", [("missing-key", 3, 3)]),
    ("corrections:\n  - date: 2024-01-01", [("missing-key", 3, 5)]),
    ("answers:\n  r1:\n    position: noted\n    action: []", [("too-few", 5, 13)]),
    # Words that are not in the field's vocabulary.
    ("status: curent", [("unknown-word", 2, 9)]),
    ("status: [current]", [("unknown-word", 2, 9)]),
    ("answers:\n  r1:\n    position: noted\n    action:\n      - taken\n      - done", [("unknown-word", 7, 9)]),
    # Keys that records of the kind do not have.
    ("tilte: a", [("unknown-key", 2, 1)]),
    ("source:\n  fiel: a", [("unknown-key", 3, 3)]),
    ("corrections:\n  - date: 2024-01-01\n    note: a\n    by: b", [("unknown-key", 5, 5)]),
    # Ids and addresses on the web.
    ("superseded_by: West Mercia", [("not-an-id", 2, 16)]),
    ("superseded_by: -a", [("not-an-id", 2, 16)]),
    ("source:\n  url: www.fictional.example", [("not-a-web-address", 3, 8)]),
    ("source:\n  url: ftp://fictional.example", [("not-a-web-address", 3, 8)]),
    ("source:\n  url: https://fictional.example/a b", [("not-a-web-address", 3, 8)]),
    ("source:\n  url: https://[fictional", [("not-a-web-address", 3, 8)]),
    # What is no YAML: a tab, a second colon, a quote or bracket without its fellow, a line out of line.
    ("\ttitle: a", [("yaml-syntax", 2, 1)]),
    ("source:\n\tfile: a", [("yaml-syntax", 3, 1)]),
    ("title: An inspection: a follow-up", [("yaml-syntax", 2, 21)]),
    ("title: @fictional", [("yaml-syntax", 2, 8)]),
    ("title: - a", [("yaml-syntax", 2, 8)]),
    ('role: a\ntitle: "a\nsigned_by: b', [("yaml-syntax", 3, 8)]),
    ("role: a\ntitle: 'a\nsigned_by: b", [("yaml-syntax", 3, 8)]),
    ("role: a\nalso_answers: [a, b\nsigned_by: b", [("yaml-syntax", 3, 15)]),
    ("role: a\nsource: {file: a\nsigned_by: b", [("yaml-syntax", 3, 9)]),
    ("title: a\n  role: b", [("yaml-syntax", 3, 7)]),
    ("title: a\n role: b", [("yaml-syntax", 3, 6)]),
    ("title a\nrole: b", [("yaml-syntax", 3, 5)]),
    # Several at once.
    (
        "title: no\ndated: 2023-02-30\nsource:\n  fiel: a\n  url: a",
        [("unknown-key", 5, 3), ("not-a-date", 3, 8), ("needs-quotes", 2, 8), ("not-a-web-address", 6, 8)],
    ),
    ("title: a\ntitle: b\nrole: c\nrole: d", [("duplicate-key", 3, 1), ("duplicate-key", 5, 1)]),
    # A place counts characters, also those outside the Basic Multilingual Plane.
    ("source: {file: 😀𝕏, changes: [no]}", [("needs-quotes", 2, 30)]),
    ("source: {file: ŷ́, url: 😀}", [("not-a-web-address", 2, 25)]),
    ("'😀': a\ntitle: 😀: a", [("yaml-syntax", 3, 9)]),
]


@pytest.mark.parametrize(("facts", "expected"), REFUSED)
def test_what_is_refused(facts: str, expected: list[tuple[str, int, int]]) -> None:
    _, problems = read(facts)
    assert sorted(places(problems)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\n- a\n- b\n---\n", [("not-a-mapping", 2, 1)]),
        ("---\na sentence\n---\n", [("not-a-mapping", 2, 1)]),
        ("---\n2023\n---\n", [("not-a-mapping", 2, 1)]),
    ],
)
def test_the_whole_must_be_facts_with_keys(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert places(read_front_matter(text).problems) == expected


def test_lists_and_facts_nest_no_deeper_than_the_limit() -> None:
    def nested(levels: int) -> str:
        return f"---\na: {'[' * (levels - 1)}b{']' * (levels - 1)}\n---\n"

    assert read_front_matter(nested(MOST_LEVELS - 1)).problems == []
    assert places(read_front_matter(nested(MOST_LEVELS + 1)).problems) == [("too-deep", 2, 3 + MOST_LEVELS)]
    # Far deeper than Python could recurse.
    assert places(read_front_matter(nested(100_000)).problems) == [("too-deep", 2, 3 + MOST_LEVELS)]


# What is accepted, and what it is.


@pytest.mark.parametrize(
    ("facts", "value"),
    [
        ("title: A fictional title", "A fictional title"),
        ('title: "no"', "no"),
        ("title: 'no'", "no"),
        ('title: "12:30"', "12:30"),
        ('title: "7.10"', "7.10"),
        ("title: 'a: b # c'", "a: b # c"),
        ("title: a # not b", "a"),
        ("title: |\n  a\n  b", "a\nb"),
        ("title: >-\n  a\n  b", "a b"),
        ("title: |\n  no", "no"),
        ("title: a\n  b", "a b"),
        ("title: 10 fictional forces", "10 fictional forces"),
        ("title: n", "n"),
        ("title: ŵ 😀", "ŵ 😀"),
        ("title:", None),
        ("title: ~", None),
        ("title: null", None),
    ],
)
def test_a_text_is_what_its_author_wrote(facts: str, value: str | None) -> None:
    front, problems = read(facts)
    assert problems == []
    record, _ = read_record(front, Response)
    assert record is not None
    assert record.title == value


@pytest.mark.parametrize("date", ["2023-09-04", '"2023-09-04"', "'2023-09-04'", " 2023-09-04 # signed"])
def test_a_date_needs_no_quotes_and_may_have_them(date: str) -> None:
    front, problems = read(f"dated: {date}")
    assert problems == []
    record, _ = read_record(front, Response)
    assert str(record.dated) == "2023-09-04"


def test_a_word_of_a_vocabulary_needs_no_quotes() -> None:
    front, problems = read("answers:\n  r1:\n    position: noted\n    action: none\n  2023:\n    position: noted")
    assert problems == []
    record, _ = read_record(front, Response)
    assert list(record.answers) == ["r1", "2023"]


def test_what_yaml_would_not_read_as_text_keeps_its_letters() -> None:
    front = read_front_matter("---\na: 012\nb: 1_0\nc: No\nd: 12:30\ne: 2023-02-30\n---\n")
    assert front.values == {"a": "012", "b": "1_0", "c": "No", "d": "12:30", "e": "2023-02-30"}
    assert {key: value.read_as for key, value in front.values.items() if isinstance(value, Unquoted)} == {
        "a": "number",
        "b": "number",
        "c": "yes-or-no",
        "d": "time",
        "e": "date",
    }


def test_a_value_that_is_missing_has_the_place_of_what_would_hold_it() -> None:
    front = read_front_matter("---\nsource:\n  file: a\n---\n")
    assert front.place(("source", "url")) == front.place(("source",))
    assert front.place(("title",)) == front.place(())
    assert cut("---\nsource:\n  file: a\n---\n", front.key(("source", "file"))) == "file"


# Any facts at all.

LEAVES = st.text(st.characters(codec="utf-8", exclude_characters=UNSEEN + LOST)) | st.sampled_from(
    ["no", "12:30", "7.10", "2023-09-04", "~", "", "<<", "---", "- a", "a: b", "#", "😀"]
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(LEAVES, inner, max_size=4),
    max_leaves=12,
)
FACTS = st.dictionaries(LEAVES, VALUES, min_size=1, max_size=4)


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [leaf for index, inner in enumerate(value) for leaf in leaves(inner, (*path, index))]
    return [(path, value)]


def deep(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inner is None else 1 + max(map(deep, inner), default=0)


@settings(deadline=None)
@given(
    facts=FACTS.filter(lambda facts: deep(facts) <= MOST_LEVELS),
    flow=st.booleans(),
    width=st.sampled_from([20, 10**6]),
)
@example(facts={"😀": ["😀", {"😀": "😀"}]}, flow=True, width=10**6)
def test_facts_in_quotes_come_back_as_they_were_with_the_places_of_their_texts(
    facts: dict[str, Any], flow: bool, width: int
) -> None:
    written = yaml.safe_dump(facts, default_style='"', default_flow_style=flow, allow_unicode=True, width=width)
    text = f"---\n{written}---\nText\n"
    front = read_front_matter(text)
    assert front.problems == []
    assert front.values == facts
    for path, value in leaves(facts):
        assert yaml.safe_load(cut(text, front.places[path])) == value
        if isinstance(path[-1], str):
            assert yaml.safe_load(cut(text, front.keys[path])) == path[-1]


SOUP = st.lists(
    st.sampled_from(
        ["---\n", "\n", "  ", "title", "source", "answers", ": ", ":\n", "- ", "[", "]", "{", "}", ", ", '"', "'"]
        + ["|\n", ">", "&a ", "*a", "!!str ", "? ", "#", "no", "12:30", "2023-02-30", "~", "<<", "\t", "%", "@"]
        + ["...\n", "😀", "\\"]
    )
    | st.text(max_size=3),
    max_size=40,
).map("".join)


@settings(deadline=None)
@given(text=st.text() | SOUP | SOUP.map("---\n{}\n---\n".format))
@example(text="---\ntitle: &\n---\n")
def test_no_text_raises_and_every_place_lies_inside_it(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "soup.md"
    path.write_bytes(text.encode())
    text, _ = read_text(path)  # which refuses the characters that no line can hold
    front = read_front_matter(text)
    problems = front.problems or read_record(front, Response)[1]
    lines = text.split("\n")
    for place in [*front.places.values(), *front.keys.values(), *(problem.place for problem in problems)]:
        assert 1 <= place.line <= place.end_line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        # What is wrong at a line's end takes in that end.
        assert 1 <= place.end_column <= len(lines[place.end_line - 1]) + 2
        assert (place.line, place.column) <= (place.end_line, place.end_column)
