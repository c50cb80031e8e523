"""Pages on paper, printed by Chromium to PDF and read back: a letter that can be posted."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

BASE = "https://example.invalid/register/"

PRINTED = [
    "responses/2023-fictional-custody/aberfictional/",
    "cy/ymatebion/2023-fictional-custody/aberfictional/",
    "responses/2020-fictional-panels/mythshire/",
    "inspections/2023-fictional-custody/",
    "cy/arolygiadau/2023-fictional-custody/",
    "inspections/2023-fictional-custody/r1/",
    "cy/arolygiadau/2023-fictional-custody/r1/",
    "forces/aberfictional/",
]
"""A response as a letter in each language and as a table, an inspection, an item and a force."""

Open = Callable[..., Page]
Print = Callable[..., list[str]]


@pytest.fixture(scope="session")
def home(serve: Callable[[Path], str], addressed_site: Path) -> str:
    return serve(addressed_site)


@pytest.fixture
def printed(open_page: Open, home: str) -> Print:
    """Prints an address to PDF; gives the words of each sheet, as they follow each other on it."""

    def sheets(address: str, **options: object) -> list[str]:
        pdf = open_page(home + address, **options).pdf(prefer_css_page_size=True)
        return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(pdf)).pages]

    return sheets


@pytest.mark.parametrize("address", PRINTED)
def test_every_sheet_is_numbered_and_the_last_says_where_it_is_from_and_whose_site_it_is_not(
    printed: Print, address: str
) -> None:
    sheets = printed(address)
    assert all(re.search(rf"{n} / {len(sheets)}\b", sheet) for n, sheet in enumerate(sheets, 1))
    # A long address may be parted between two lines.
    assert f"{BASE}{address}" in sheets[-1].replace(" ", "")
    not_the_inspectorates = {
        True: "Nid safle’r arolygiaeth yw hwn",
        False: "This is not the inspectorate’s site",
    }
    assert not_the_inspectorates[address.startswith("cy/")] in sheets[-1]


@pytest.mark.parametrize("address", PRINTED)
def test_nothing_is_printed_that_only_a_screen_can_use(printed: Print, address: str) -> None:
    whole = " ".join(printed(address))
    for useless in (
        *("Skip to the content", "Cymraeg", "Open data", "Report a problem", "History", "In this response"),
        *("CSV", "JSON"),
        *("Neidio i’r cynnwys", "English", "Data agored", "Rhowch wybod am broblem", "Hanes", "Yn yr ymateb hwn"),
    ):
        assert useless not in whole


def test_a_response_is_printed_with_its_facts_its_whole_text_and_its_version(printed: Print) -> None:
    whole = " ".join(printed(PRINTED[0]))
    order = [
        "Fictional responses to fictional inspections",
        "Police and Crime Commissioner for Aberfictional",
        "to the inspection report An inspection of fictional custody suites",
        "Dear Fictional Secretary,",
        "Half of the cells are lit; the others will be lit by Christmas.",
        "3. the third reason comes first;",
        "Comments of the chief officer",
        "and will see to it that it is done",
        "Reply to the chief officer",
        "Description of the signature: A scribble in invisible ink",
        "Dated 4 September 2023",
        "day 56 of 56",
        "What this response answers to the report’s items",
        "A copy is current for as long as this page shows the same code.",
    ]
    places = [whole.find(words) for words in order]
    assert -1 not in places, [words for words, place in zip(order, places, strict=True) if place < 0]
    assert places == sorted(places)


def test_a_letter_begins_on_the_first_sheet(printed: Print) -> None:
    assert "Dear Fictional Secretary," in printed(PRINTED[0])[0]


@pytest.mark.parametrize(
    ("address", "version"),
    [(PRINTED[5], "Version"), (PRINTED[6], "Fersiwn")],
)
def test_an_item_is_printed_with_the_version_of_its_records(printed: Print, address: str, version: str) -> None:
    assert re.search(rf"{version} [0-9a-f]{{12}}\b", printed(address)[0])


def test_what_is_for_paper_alone_is_not_seen_on_a_screen(open_page: Open, home: str) -> None:
    for address in PRINTED:
        page = open_page(f"{home}{address}")
        assert not any(each.is_visible() for each in page.locator(".printed-only").all())


def test_a_list_of_forces_stands_in_columns(open_page: Open, serve: Callable[[Path], str], built_site: Path) -> None:
    address = f"{serve(built_site)}inspections/2023-terrorist-offenders/r20/"
    page = open_page(address, viewport={"width": 660, "height": 900})
    page.emulate_media(media="print")
    assert len({each.bounding_box()["x"] for each in page.locator(".names li").all()}) == 4


def test_a_link_out_of_the_site_is_printed_with_its_address(printed: Print) -> None:
    inspection, response = (
        " ".join(printed(address)) for address in ("inspections/2023-fictional-custody/", PRINTED[0])
    )
    assert "Read the report on its publisher’s site (https://inspectorate.example/2023/fictional-custody)" in inspection
    # Where the link's words are its address, once is enough.
    assert response.count("https://aberfictional.example/responses/custody") == 1


def test_a_table_keeps_to_the_sheet_and_a_heading_to_what_it_heads(open_page: Open, home: str) -> None:
    page = open_page(f"{home}responses/2020-fictional-panels/mythshire/", viewport={"width": 660, "height": 900})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("#text .scroll").first.evaluate("box => getComputedStyle(box).overflowX") == "visible"
    for heading in page.locator("#content :is(h1, h2, h3, h4)").all():
        assert heading.evaluate("each => getComputedStyle(each).breakAfter") == "avoid"
    for row in page.locator("tr").all():
        assert row.evaluate("each => getComputedStyle(each).breakInside") == "avoid"


def test_a_matrix_of_many_items_keeps_its_dates_on_the_sheet(
    open_page: Open, serve: Callable[[Path], str], many_items_site: Path
) -> None:
    address = f"{serve(many_items_site)}inspections/2022-of-19-items/"
    page = open_page(address, viewport={"width": 660, "height": 900})
    page.emulate_media(media="print")
    for cell in page.locator(".matrix td:last-child").all():
        box = cell.bounding_box()
        assert box["x"] + box["width"] <= 660
        assert cell.evaluate("each => each.scrollWidth <= each.clientWidth")


def test_a_matrix_of_forty_items_is_printed_whole_on_a_sheet_that_lies_on_its_side(
    open_page: Open, serve: Callable[[Path], str], many_items_site: Path
) -> None:
    for address in ("inspections/2022-of-40-items/", "cy/arolygiadau/2022-of-40-items/"):
        pdf = open_page(serve(many_items_site) + address).pdf(prefer_css_page_size=True)
        sheets = PdfReader(io.BytesIO(pdf)).pages
        sheet = next(each for each in sheets if each.mediabox.width > each.mediabox.height)
        assert sheets[0].mediabox.width < sheets[0].mediabox.height
        words = " ".join(sheet.extract_text().split())
        assert re.search(" ".join(map(str, [*range(8, 41)])), words)
        for whole in ("“Fictional officers should attend each of their…”", "2022", "56)"):
            assert whole in words
        assert words.count("●") == 1 + 6 * 40


def test_what_is_read_in_the_dark_is_printed_black_on_white(open_page: Open, home: str) -> None:
    page = open_page(home + PRINTED[0], color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.locator("#text p").first.evaluate(
        "each => [getComputedStyle(each).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
