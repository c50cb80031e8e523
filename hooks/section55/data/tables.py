"""The tables for a spreadsheet: one row a response, or one row an answer. Each column is described where it stands.

The files follow RFC 4180 and begin with a byte-order mark, without which Excel takes UTF-8 for another encoding and
turns ŵ and curly quotes into others. A text that a spreadsheet would take for a formula gets an apostrophe before it.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from section55 import register as reg
from section55.data.links import Links
from section55.data.responses import by_year
from section55.language import words
from section55.pages import addresses
from section55.pages.labels import label
from section55.reading.text import explanation, plain_words
from section55.records import When
from section55.records.fields import LANGUAGES, LocalText
from section55.records.vocabulary import Action, ItemKind, Position
from section55.statistics import VOICES, WEEK, statistics

Cell = str | int | None

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
"""What a spreadsheet takes for a formula; the last four are the wide forms of the first."""

_RESPONSE = (
    ("response", "The response's id."),
    ("inspection", "The id of the inspection whose report it answers."),
)
_WHOSE = (
    ("force", "The force's id."),
    ("force_name_en", "Its name in English."),
    ("force_name_cy", "Its name in Welsh."),
    ("body", "The id of the body that it is the response of."),
    ("body_name_en", "The name that the body bore on the day, in English."),
    ("body_name_cy", "The same in Welsh."),
)
_DATES = (
    ("dated", "The date on the document: a day, or the month where it gives no day."),
    ("published", "The day on which the response was first public anywhere."),
    ("status", "Where it stands now."),
)
_LINKS = (
    ("link_en", "The English page; from the site's root where the site was built without knowing its own address."),
    ("link_cy", "The Welsh page."),
)

RESPONSES = (
    *_RESPONSE,
    ("inspection_title_en", "The report's title in English."),
    ("inspection_title_cy", "The report's title in Welsh."),
    ("also_answers", "The ids of further inspections that it answers."),
    ("report_published", "The day of the report's publication, or the month where no source gives the day."),
    ("last_day", "Day 56 of the 56 days; empty where it cannot be computed."),
    *_WHOSE,
    *_DATES,
    ("published_on", "Which of the 56 days it was published on; more than 56: after the last day."),
    ("dated_on", "Which of the 56 days the date on the document is; not the statute's question."),
    ("deadline_stated", "The deadline that the document itself states."),
    ("signed_by", "Who signed it."),
    ("role", "The signatory's office, as signed."),
    ("capacity", "Whether the holder of the office signed, a deputy, or one acting in it."),
    ("chief_officer", "Whether the chief officer commented."),
    ("original_language", "The language of the original."),
    ("languages", "The languages that its text exists in."),
    *_LINKS,
)
"""The columns of the table of responses, each with its meaning."""

ANSWERS = (
    *_RESPONSE[:1],
    ("item", "The item's id."),
    ("number", "The item's number as the report prints it."),
    _WHOSE[0],
    *_WHOSE[-2:],
    *_DATES,
    ("voice", "Whose answer it is: body, or chief-officer."),
    ("answers_to", "The item's own id; or all, or rest, where the answer covers several items at once."),
    ("position", "Where the voice stands."),
    ("actions", "What it says of action."),
    ("words", "The phrase of the text that the position rests on, in the language of the original."),
    (
        "explanation_en",
        "The words that explain the answer, in English, without the report's words that they begin by quoting. Empty"
        " for one to several items at once (`all` or `rest` in `answers_to`): they stand once, in the response.",
    ),
    ("explanation_cy", "The same in Welsh."),
)
"""The columns of the table of one inspection's answers. What the table of responses says of one is left to that."""


STATISTICS = (
    ("measure", "What is counted: the responses, reports, items, weeks, positions or actions."),
    ("voice", "Of positions and actions, whose answers are counted: body, or chief-officer."),
    ("of", "The year; the kind of item; the word of the vocabulary; or the first of the seven days, from the report’s"
     " publication as day 1, and for the last row of all later ones. Empty where the day is not known."),
    ("name_en", "The same in English, where it is a word."),
    ("name_cy", "The same in Welsh."),
    ("count", "How many."),
)
"""The columns of the table of counts, each with its meaning."""


def as_csv(columns: Iterable[tuple[str, str]], rows: Iterable[tuple[Cell, ...]]) -> bytes:
    """A table with a header row, as CSV."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(name for name, _ in columns)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def responses_csv(register: reg.Register, links: Links) -> bytes:
    """The table of responses."""
    return as_csv(RESPONSES, responses(register, links))


def answers_csv(inspection: reg.Inspection) -> bytes:
    """The table of the answers to one inspection's items."""
    return as_csv(ANSWERS, answers(inspection))


def statistics_csv(register: reg.Register) -> bytes:
    """The table of counts."""
    return as_csv(STATISTICS, counts(register))


def responses(register: reg.Register, links: Links) -> Iterator[tuple[Cell, ...]]:
    """A row for each response, the newest first."""
    for response in (response for entries in by_year(register).values() for response in entries):
        facts, inspection, days = response.facts, response.inspection, response.days
        yield (
            response.id,
            inspection.id,
            inspection.titles.get("en"),
            inspection.titles.get("cy"),
            _several(facts.also_answers),
            str(inspection.facts.published),
            _day(days.period.last if days.period else None),
            *_whose(response),
            *_dates(response),
            days.published_on,
            days.dated_on,
            _day(facts.deadline_stated),
            facts.signed_by,
            facts.role,
            facts.capacity,
            facts.chief_officer,
            response.language,
            _several(response.texts),
            *_links(links.page(addresses.of(response))),
        )


def answers(inspection: reg.Inspection) -> Iterator[tuple[Cell, ...]]:
    """A row for each response, item and voice, by item in the report's order."""
    for item in inspection.items.values():
        for answer in item.answers:
            response = answer.response
            yield (
                response.id,
                item.id,
                item.facts.number,
                response.force.slug,
                *_local(response.body_name),
                *_dates(response),
                answer.voice,
                answer.key,
                answer.facts.position,
                _several(answer.facts.action),
                answer.facts.words,
                *(_explanation(answer, language) for language in LANGUAGES),
            )


def counts(register: reg.Register) -> Iterator[tuple[Cell, ...]]:
    """A row for each count of the page of statistics."""
    counted = statistics(register)

    def row(measure: str, of: Cell, count: int, voice: str = "") -> tuple[Cell, ...]:
        names = [words(each).gettext(label(of)) if isinstance(of, StrEnum) else None for each in LANGUAGES]
        return (measure, voice, of, *names, count)

    for measure, years in (("responses", counted.responses), ("reports", counted.reports)):
        yield from (row(measure, year, years[year]) for year in sorted(years))
    yield from (row("items", kind, counted.items[kind]) for kind in ItemKind)
    yield from (row("weeks", place * WEEK + 1, count) for place, count in enumerate(counted.weeks))
    yield row("weeks", None, counted.days_unknown)
    for voice in VOICES:
        yield from (row("positions", word, counted.positions[voice][word], voice) for word in Position)
        yield from (row("actions", word, counted.actions[voice][word], voice) for word in Action)


def _explanation(answer: reg.ItemAnswer, language: str) -> Cell:
    text = answer.response.texts.get(language)
    if answer.is_block or text is None or answer.section_id not in text.sections:
        return None
    return plain_words(explanation(text.sections[answer.section_id].html))


def _whose(response: reg.Response) -> tuple[Cell, ...]:
    return (
        response.force.slug,
        *_local(response.force.facts.name),
        response.body.id,
        *_local(response.body_name),
    )


def _dates(response: reg.Response) -> tuple[Cell, ...]:
    return _day(response.facts.dated), _day(response.facts.published), response.facts.status


def _links(page: dict) -> tuple[Cell, ...]:
    path, url = page["path"], page["url"]
    return url.en or path.en, url.cy or path.cy


def _local(text: LocalText) -> tuple[Cell, ...]:
    return text.en, text.cy


def _day(when: When | None) -> Cell:
    return None if when is None else str(when)


def _several(values: Iterable[str]) -> Cell:
    return "; ".join(values)


def _cell(value: Cell) -> Cell:
    """A value as a cell holds it: on one line, and never what a spreadsheet would take for a formula."""
    if not isinstance(value, str):
        return value
    text = " ".join(value.split())
    return f"'{text}" if _FORMULA.match(text) else text
