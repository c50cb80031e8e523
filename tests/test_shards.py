"""Which texts stand in one index, by the years of their reports."""

import pytest
from section55.pages.addresses import at
from section55.pages.page import Indexed, Page
from section55.search import shards


@pytest.mark.parametrize(
    ("texts", "first_years"),
    [
        ({2020: 4, 2021: 4, 2022: 1}, [2020, 2022]),  # enough, and the next one begins another
        ({2020: 7, 2021: 9}, [2020, 2021]),  # together they would be far too many
        ({2020: 3, 2021: 12}, [2020]),  # so few do not stand alone
        ({2020: 7, 2021: 4}, [2020]),
        ({2020: 20, 2021: 20}, [2020, 2021]),
        ({0: 3}, [0]),
    ],
)
def test_years_stand_together_until_there_are_enough(
    monkeypatch: pytest.MonkeyPatch, texts: dict[int, int], first_years: list[int]
) -> None:
    monkeypatch.setattr(shards, "ENOUGH", 8)
    pages = [
        Page(at("responses", f"{year}-{number}"), "en", make=lambda: None, indexed=Indexed(False, year))
        for year, count in texts.items()
        for number in range(count)
    ]
    named = shards.shards(pages)
    assert list(dict.fromkeys(named.values())) == [f"en/{year}" for year in first_years]
    assert named["en", 0] == f"en/{first_years[-1]}"  # what belongs to no year stands with the last ones
