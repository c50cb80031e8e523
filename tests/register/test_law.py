"""The 56 days of section 55(5A), and what section 55(5B) asks of an explanation."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from section55.law import DUTY_BEGAN, Period, period, states_action
from section55.records import Inspection, Month, Year, earliest, latest
from section55.records.dates import parse
from section55.records.vocabulary import Action, Regime

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def report(published: str, regime: str = "section-55") -> Inspection:
    return Inspection.model_validate(
        {"title": "A fictional report", "publishers": "hmicfrs", "published": published, "regime": regime}
    )


# “… before the end of the period of 56 days beginning with the day on which the report is published.”


@pytest.mark.parametrize(
    ("published", "last"),
    [
        (date(2023, 7, 20), date(2023, 9, 13)),
        # Over the end of a year, with and without a 29 February.
        (date(2023, 12, 31), date(2024, 2, 24)),
        (date(2024, 1, 31), date(2024, 3, 26)),
        (date(2023, 1, 31), date(2023, 3, 27)),
        (date(2024, 2, 29), date(2024, 4, 24)),
    ],
)
def test_the_last_day(published: date, last: date) -> None:
    assert Period(published).last == last


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2023, 7, 19), 0),
        (date(2023, 7, 20), 1),
        (date(2023, 7, 21), 2),
        (date(2023, 8, 31), 43),
        (date(2023, 9, 13), 56),
        (date(2023, 9, 14), 57),
        (date(2023, 9, 18), 61),
    ],
)
def test_the_day_of_publication_is_the_first(day: date, number: int) -> None:
    assert Period(date(2023, 7, 20)).day_of(day) == number


@given(first=DAYS)
def test_the_last_day_is_the_56th(first: date) -> None:
    days = Period(first)
    assert days.last == first + timedelta(days=55)
    assert days.day_of(first) == 1
    assert days.day_of(days.last) == 56


@given(first=DAYS, day=DAYS)
def test_each_day_has_the_number_after_that_of_the_day_before(first: date, day: date) -> None:
    days = Period(first)
    assert days.day_of(day + timedelta(days=1)) == days.day_of(day) + 1
    assert (days.day_of(day) <= 56) == (day <= days.last)


# Which reports have the 56 days.


@pytest.mark.parametrize(
    ("published", "regime", "first"),
    [
        ("2023-07-20", "section-55", date(2023, 7, 20)),
        ("2017-04-01", "section-55", date(2017, 4, 1)),
        # Before the duty.
        ("2017-03-31", "section-55", None),
        ("2016-02-18", "section-55", None),
        # The day is not known.
        ("2020-03", "section-55", None),
        # Not a report under section 55.
        ("2023-07-20", "super-complaint", None),
        ("2023-07-20", "state-of-policing", None),
        ("2023-07-20", "other", None),
    ],
)
def test_which_reports_have_the_56_days(published: str, regime: str, first: date | None) -> None:
    days = period(report(published, regime))
    assert (days and days.first) == first


@given(published=DAYS, regime=st.sampled_from(list(Regime)))
def test_only_a_report_under_section_55_since_the_duty_began_has_a_last_day(published: date, regime: Regime) -> None:
    has_one = period(report(published.isoformat(), regime)) is not None
    assert has_one == (regime is Regime.SECTION_55 and published >= DUTY_BEGAN)


# The explanation of section 55(5B): action taken, proposed, or none and why.


@pytest.mark.parametrize(
    ("actions", "stated"),
    [
        ([Action.TAKEN], True),
        ([Action.PROPOSED], True),
        ([Action.NONE], True),
        ([Action.NOT_STATED], False),
        ([], False),
        ([Action.NOT_STATED, Action.TAKEN], True),
    ],
)
def test_what_states_action(actions: list[Action], stated: bool) -> None:
    assert states_action(actions) is stated


# Dates are no more exact than their source.


@pytest.mark.parametrize(
    ("text", "when", "first", "last"),
    [
        ("2023-09-04", date(2023, 9, 4), date(2023, 9, 4), date(2023, 9, 4)),
        ("2023-09", Month(2023, 9), date(2023, 9, 1), date(2023, 9, 30)),
        ("2024-02", Month(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        ("2100-02", Month(2100, 2), date(2100, 2, 1), date(2100, 2, 28)),
        ("2023-12", Month(2023, 12), date(2023, 12, 1), date(2023, 12, 31)),
        ("1839", Year(1839), date(1839, 1, 1), date(1839, 12, 31)),
    ],
)
def test_a_date_and_what_it_can_mean(text: str, when: object, first: date, last: date) -> None:
    assert parse(text) == when
    assert str(when) == text
    assert (earliest(when), latest(when)) == (first, last)


@given(text=st.dates().map(str) | st.from_regex(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", fullmatch=True) | st.text())
def test_a_date_comes_back_as_it_was_written_or_is_refused(text: str) -> None:
    try:
        when = parse(text)
    except ValueError:
        return
    assert str(when) == text
    assert earliest(when) <= latest(when)
