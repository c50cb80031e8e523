"""The built site in Chromium, served under a sub-path as GitHub Pages serves a project's."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

FIXTURES = Path(__file__).parent / "fixtures"

KINDS = [
    ("", "cy/"),
    ("responses/", "cy/ymatebion/"),
    ("responses/2023-fictional-custody/aberfictional/", "cy/ymatebion/2023-fictional-custody/aberfictional/"),
    ("responses/2023-fictional-custody/fictionshire/", "cy/ymatebion/2023-fictional-custody/fictionshire/"),
    ("responses/2016-fictional-peel/fictional-city/", "cy/ymatebion/2016-fictional-peel/fictional-city/"),
    ("inspections/", "cy/arolygiadau/"),
    ("inspections/2023-fictional-custody/", "cy/arolygiadau/2023-fictional-custody/"),
    ("inspections/2023-fictional-custody/r1/", "cy/arolygiadau/2023-fictional-custody/r1/"),
    ("recommendations/", "cy/argymhellion/"),
    ("forces/", "cy/heddluoedd/"),
    ("forces/aberfictional/", "cy/heddluoedd/aberfictional/"),
    ("search/", "cy/chwilio/"),
    ("topics/", "cy/pynciau/"),
    ("topics/custody/", "cy/pynciau/custody/"),
    ("statistics/", "cy/ystadegau/"),
    ("rules/", "cy/rheolau/"),
    ("about/", "cy/ynghylch/"),
]
"""A page of each kind, in English and Welsh."""

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def home(serve: Callable[[Path], str], fictional_site: Path) -> str:
    return serve(fictional_site)


@pytest.mark.parametrize(("english", "welsh"), KINDS, ids=[english or "home" for english, _ in KINDS])
def test_a_page_opens_in_both_languages_and_its_switch_leads_to_the_same_page(
    open_page: Open, home: str, english: str, welsh: str
) -> None:
    page = open_page(home + english)
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Cymraeg", exact=True).click()
    assert page.url == home + welsh
    assert page.locator("html").get_attribute("lang") == "cy"
    page.get_by_role("link", name="English", exact=True).click()
    assert page.url == home + english


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("addresses", KINDS, ids=[english or "home" for english, _ in KINDS])
def test_axe_finds_nothing(open_page: Open, home: str, addresses: tuple[str, str], scheme: str) -> None:
    for address in addresses:
        page = open_page(home + address, color_scheme=scheme)
        found = Axe().run(page).response["violations"]
        told = [(each["id"], node["target"], node["failureSummary"]) for each in found for node in each["nodes"]]
        assert told == [], address


@pytest.mark.parametrize("width", [320, 768, 1920])
def test_a_page_never_scrolls_sideways(open_page: Open, home: str, width: int) -> None:
    page = open_page(home, viewport={"width": width, "height": 900})
    for addresses in KINDS:
        for address in addresses:
            page.goto(home + address)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (address, width)


def test_a_page_reads_the_same_without_javascript(open_page: Open, home: str) -> None:
    address = f"{home}responses/2023-fictional-custody/aberfictional/"
    with_script = open_page(address).locator("main").inner_text()
    assert open_page(address, java_script_enabled=False).locator("main").inner_text() == with_script


def test_the_first_stop_of_the_keyboard_skips_to_the_content(open_page: Open, home: str) -> None:
    page = open_page(f"{home}responses/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")


def test_an_address_without_a_page_is_told_so_in_both_languages(
    open_page: Open, home: str, serve: Callable[[Path], str], build_site: Callable[..., Path], tmp_path: Path
) -> None:
    # Such a page is served at any depth, so its links are made from the address that the site is built for.
    site = build_site(FIXTURES / "register", tmp_path / "site", f"https://example.invalid{urlsplit(home).path}")
    page = open_page(f"{serve(site)}404.html")
    for language, title, home_page in (("en", "Page not found", ""), ("cy", "Heb ddod o hyd i’r dudalen", "cy/")):
        section = page.locator(f"section[lang={language}]")
        assert section.get_by_role("heading").inner_text() == title
        section.get_by_role("link").first.click()
        assert page.url == serve(site) + home_page
        page.go_back()
