"""This register's own pages: what was published stays at its address, and opens in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

ADDRESSES = [
    ("responses/2023-terrorist-offenders/gwent/", "cy/ymatebion/2023-terrorist-offenders/gwent/"),
    ("responses/2023-terrorist-offenders/hampshire/", "cy/ymatebion/2023-terrorist-offenders/hampshire/"),
    ("responses/2023-terrorist-offenders/norfolk/", "cy/ymatebion/2023-terrorist-offenders/norfolk/"),
    ("responses/2023-terrorist-offenders/west-mercia/", "cy/ymatebion/2023-terrorist-offenders/west-mercia/"),
    ("responses/2020-prevent/wiltshire/", "cy/ymatebion/2020-prevent/wiltshire/"),
    ("inspections/2023-terrorist-offenders/", "cy/arolygiadau/2023-terrorist-offenders/"),
    ("inspections/2023-terrorist-offenders/r19/", "cy/arolygiadau/2023-terrorist-offenders/r19/"),
    ("inspections/2023-terrorist-offenders/r20/", "cy/arolygiadau/2023-terrorist-offenders/r20/"),
    ("inspections/2023-terrorist-offenders/r21/", "cy/arolygiadau/2023-terrorist-offenders/r21/"),
    ("inspections/2020-prevent/", "cy/arolygiadau/2020-prevent/"),
    ("inspections/2020-prevent/channel-attendance/", "cy/arolygiadau/2020-prevent/channel-attendance/"),
    ("forces/west-mercia/", "cy/heddluoedd/west-mercia/"),
]

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def home(serve: Callable[[Path], str], built_site: Path) -> str:
    return serve(built_site)


@pytest.mark.parametrize(("english", "welsh"), ADDRESSES, ids=[english for english, _ in ADDRESSES])
def test_what_was_published_opens_at_its_address_in_both_languages(
    open_page: Open, home: str, english: str, welsh: str
) -> None:
    page = open_page(home + english)
    page.get_by_role("link", name="Cymraeg", exact=True).click()
    assert page.url == home + welsh
    assert page.locator("html").get_attribute("lang") == "cy"


def test_an_answer_leads_to_the_very_words_in_the_text(open_page: Open, home: str) -> None:
    page = open_page(f"{home}responses/2023-terrorist-offenders/west-mercia/")
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="Recommendation 20", exact=True))
    row.get_by_role("link", name="I am supportive of a focus on improving").click()
    assert page.locator(":target").inner_text().startswith("Recommendation 20:")


def test_the_working_of_the_56_days_is_shown_beside_the_deadline_that_norfolk_states(
    open_page: Open, home: str
) -> None:
    days = open_page(f"{home}responses/2023-terrorist-offenders/norfolk/").locator(".days")
    words = " ".join(days.inner_text().split())
    assert (
        "published on 20 July 2023. That is day 1, so day 56, the last day for publishing a response, is 13 September"
        in words
    )
    assert "states a deadline of 14 September 2023. That is 1 day after the last day counted here." in words


def test_of_forty_three_forces_four_have_answered_and_none_is_accused(open_page: Open, home: str) -> None:
    page = open_page(f"{home}inspections/2023-terrorist-offenders/")
    assert page.get_by_text("21 made, 3 held here").is_visible()
    assert page.get_by_role("heading", name="No response is held here").is_visible()
    assert page.locator("ul.names li").count() == 43 - 4
    assert "overdue" not in page.content() and "waited" not in page.locator("main").inner_text()


def test_no_position_is_told_of_wiltshire_s_commissioner_and_an_accepted_one_of_its_chief_constable(
    open_page: Open, home: str
) -> None:
    page = open_page(f"{home}inspections/2020-prevent/channel-attendance/")
    assert page.locator("#none-stated > #wiltshire").is_visible()
    assert "Accepted" in page.locator("#wiltshire .chief > p").first.inner_text()
