"""Counts over all that is held, against the slow way of counting them."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from section55.checking import check
from section55.pages.charts import columns
from section55.register import Register
from section55.statistics import VOICES, WEEKS, statistics, week_of

FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.fixture(scope="module")
def register() -> Register:
    return check(FIXTURES / "register").register


def test_every_answer_counts_once_for_each_item_that_it_answers_in_responses_that_stand(register: Register) -> None:
    positions = {voice: Counter() for voice in VOICES}
    actions = {voice: Counter() for voice in VOICES}
    for inspection in register.inspections.values():
        for item in inspection.items.values():
            for answer in item.answers:
                if answer.response.is_current:
                    positions[answer.voice][answer.facts.position] += 1
                    actions[answer.voice].update(answer.facts.action)
    counted = statistics(register)
    assert {voice: +each for voice, each in counted.positions.items()} == positions
    assert {voice: +each for voice, each in counted.actions.items()} == actions
    items = [item for inspection in register.inspections.values() for item in inspection.items.values()]
    assert any(answer.is_block for item in items for answer in item.answers)


def test_every_response_and_report_counts_once(register: Register) -> None:
    counted = statistics(register)
    assert sum(counted.responses.values()) == sum(counted.weeks) + counted.days_unknown == len(register.responses)
    assert sum(counted.reports.values()) == len(register.inspections)
    assert sum(counted.items.values()) == sum(len(each.items) for each in register.inspections.values())


def test_day_56_is_the_last_of_the_eighth_week_and_day_57_the_first_of_the_ninth(register: Register) -> None:
    period = next(each.period for each in register.inspections.values() if each.period)
    assert week_of(period.day_of(period.first)) == 0
    assert week_of(period.day_of(period.last)) == 7
    assert week_of(period.day_of(period.last + timedelta(days=1))) == 8
    assert week_of(10_000) == WEEKS


@pytest.mark.parametrize(
    ("counts", "ticks"),
    [([0], [0, 1]), ([1, 3], [0, 1, 2, 3]), ([9, 10], [0, 5, 10]), ([41], [0, 20, 40, 60]), ([999], [0, 500, 1000])],
)
def test_a_drawing_s_lines_stand_at_round_numbers_and_none_of_its_columns_is_higher(
    counts: list[int], ticks: list[int]
) -> None:
    drawn = columns([("", count, "") for count in counts], 0)
    assert [count for count, _ in drawn.ticks] == ticks
    assert min(column.y for column in drawn.columns) >= drawn.ticks[-1][1]
    assert all(column.y + column.height == pytest.approx(drawn.bottom) for column in drawn.columns)
