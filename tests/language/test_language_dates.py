import datetime
from typing import NamedTuple

import pytest
from section55.language import long_date, number


class Month(NamedTuple):
    year: int
    month: int


class Year(NamedTuple):
    year: int


@pytest.mark.parametrize(
    ("value", "english", "welsh"),
    [
        # The days of the sources.
        (datetime.date(2023, 9, 13), "13 September 2023", "13 Medi 2023"),
        (datetime.date(2023, 7, 20), "20 July 2023", "20 Gorffennaf 2023"),
        (datetime.datetime(2023, 9, 4, 12), "4 September 2023", "4 Medi 2023"),
        # A source that gives the month alone, or the year.
        (Month(2020, 3), "March 2020", "Mawrth 2020"),
        (Year(2020), "2020", "2020"),
    ],
)
def test_a_date_in_words(value, english, welsh):
    assert long_date(value, "en") == english
    assert long_date(value, "cy") == welsh


def test_the_welsh_months():
    months = [long_date(Month(2024, month), "cy").removesuffix(" 2024") for month in range(1, 13)]
    assert months == (
        "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split()
    )


def test_numbers_are_grouped():
    assert number(12345, "en") == number(12345, "cy") == "12,345"


def test_there_is_no_third_language():
    with pytest.raises(KeyError):
        long_date(datetime.date(2023, 9, 13), "fr")
