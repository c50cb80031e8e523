"""Counts over all that is held, computed and never typed; each in one pass over the responses."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from section55.law import DAYS
from section55.reading.text import BODY, CHIEF_OFFICER
from section55.records import Answer
from section55.records.keys import split_key
from section55.records.vocabulary import Action, ItemKind, Position
from section55.register import Inspection, Register, Response

WEEK = 7
WEEKS = 2 * DAYS // WEEK
"""So many weeks from a report's publication are told apart; what was published later is counted in one."""

VOICES = (BODY, CHIEF_OFFICER)


@dataclass
class Statistics:
    """What a register holds, in numbers.

    reports, responses: by year; weeks: the responses published in each week from their report's publication, the last
    for all that came later; week `DAYS // WEEK` ends with the last day; days_unknown: responses of which that cannot be
    said; positions, actions: by voice, in responses that stand, one for each item that is answered; answers: as many,
    and those of responses that stand no more; items: held here; made: by kind of item, how many the reports make of
    which that is known, how many of these are held, and how many reports that are.
    """

    reports: Counter[int] = field(default_factory=Counter)
    responses: Counter[int] = field(default_factory=Counter)
    weeks: list[int] = field(default_factory=lambda: [0] * (WEEKS + 1))
    days_unknown: int = 0
    positions: dict[str, Counter[Position]] = field(default_factory=lambda: {voice: Counter() for voice in VOICES})
    actions: dict[str, Counter[Action]] = field(default_factory=lambda: {voice: Counter() for voice in VOICES})
    answers: int = 0
    items: Counter[ItemKind] = field(default_factory=Counter)
    made: dict[ItemKind, tuple[int, int, int]] = field(default_factory=dict)


def made_and_held(inspections: Iterable[Inspection], kind: ItemKind) -> tuple[int, int, int]:
    """How many items of a kind some reports make of which that is known, how many are held, and of how many reports."""
    known = [
        (made, len(inspection.held(kind))) for inspection in inspections if (made := inspection.made(kind)) is not None
    ]
    return sum(made for made, _ in known), sum(held for _, held in known), len(known)


def week_of(day: int) -> int:
    """The place in `weeks` of a day from 1; a day before the report's publication counts to the first week."""
    return min(max(day - 1, 0) // WEEK, WEEKS)


@lru_cache(maxsize=1)  # two pages and two files of one build ask for them
def statistics(register: Register) -> Statistics:
    """The counts of a register."""
    counted = Statistics()
    for inspection in register.inspections.values():
        counted.reports[inspection.facts.published.year] += 1
        for item in inspection.items.values():
            counted.items[item.facts.kind] += 1
    counted.made |= {kind: made_and_held(register.inspections.values(), kind) for kind in ItemKind}
    for response in register.responses.values():
        counted.responses[response.sort_day.year] += 1
        day = response.days.published_on
        if day is None:
            counted.days_unknown += 1
        else:
            counted.weeks[week_of(day)] += 1
        for voice, position, actions, items in _answers(response) if response.is_held else ():
            counted.answers += items
            if response.is_current:
                counted.positions[voice][position] += items
                for action in actions:
                    counted.actions[voice][action] += items
    return counted


def _answers(response: Response) -> Iterator[tuple[str, Position, tuple[Action, ...], int]]:
    """Each answer: its voice, what it says, and how many items it answers.

    That is `Response.answers_to` over all items, without asking for each: `rest` answers those that have none of their
    own, and `all` those where there is no `rest` either.
    """
    for voice, answers in ((BODY, response.facts.answers), (CHIEF_OFFICER, response.facts.chief_officer_answers)):
        if not answers:
            continue
        by_inspection: dict[str, dict[str, Answer]] = {}
        for key, answer in answers.items():
            inspection, id_ = split_key(key, response.inspection.id)
            by_inspection.setdefault(inspection, {})[id_] = answer
        for inspection in (response.inspection, *response.also_answers):
            yield from _counted(voice, by_inspection.get(inspection.id, {}), inspection)


def _counted(
    voice: str, answers: dict[str, Answer], inspection: Inspection
) -> Iterator[tuple[str, Position, tuple[Action, ...], int]]:
    others = len(inspection.items)
    for id_, answer in answers.items():
        if id_ in inspection.items:
            others -= 1
            yield voice, answer.position, answer.action, 1
    if block := answers.get("rest") or answers.get("all"):
        yield voice, block.position, block.action, others
