"""A response's page, as its reader sees it: its facts, its parts, whose words they are, whom to tell of a mistake."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Page, expect
from section55.checking import check
from section55.pages import addresses, site_pages
from section55.pages.documents import shown
from section55.pages.rendering import Renderer
from section55.reading.text import convert

FIXTURES = Path(__file__).parent / "fixtures"
TEMPLATES = Path(__file__).parents[1] / "overrides" / "records"

ABERFICTIONAL = (
    "responses/2023-fictional-custody/aberfictional/",
    "cy/ymatebion/2023-fictional-custody/aberfictional/",
)

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def home(serve: Callable[[Path], str], fictional_site: Path) -> str:
    return serve(fictional_site)


def read(site: Path, address: str) -> html.HtmlElement:
    return html.document_fromstring((site / address / "index.html").read_text("utf-8"))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_its_facts_stand_beside_it_on_a_wide_screen_and_above_it_on_a_narrow_one(open_page: Open, home: str) -> None:
    page = open_page(home + ABERFICTIONAL[0])

    def boxes() -> tuple[dict, dict]:
        return page.locator(".response-facts").bounding_box(), page.locator("#text").bounding_box()

    facts, text = boxes()
    assert facts["x"] + facts["width"] <= text["x"] and facts["y"] < text["y"]
    page.set_viewport_size({"width": 360, "height": 800})
    facts, text = boxes()
    assert facts["y"] + facts["height"] <= text["y"]


@pytest.mark.parametrize(
    ("address", "name"), [(ABERFICTIONAL[0], "Read the response"), (ABERFICTIONAL[1], "Darllenwch yr ymateb")]
)
def test_on_a_narrow_screen_a_link_leads_past_the_facts_to_the_text(
    open_page: Open, home: str, address: str, name: str
) -> None:
    page = open_page(home + address)
    link = page.get_by_role("link", name=name, exact=True)
    expect(link).to_have_count(0)
    page.set_viewport_size({"width": 360, "height": 800})
    link.click()
    assert page.locator("#text").bounding_box()["y"] < 100


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("responses/2020-fictional-panels/mythshire/", "Table"),
        ("cy/ymatebion/2020-fictional-panels/mythshire/", "Tabl"),
    ],
)
def test_a_table_that_can_be_moved_says_what_it_is_in_the_page_s_language(
    open_page: Open, home: str, address: str, name: str
) -> None:
    page = open_page(home + address)
    box = page.locator("#text").get_by_role("group", name=name, exact=True)
    assert box.evaluate("box => [box.tabIndex, box.closest('[lang]').lang, box.firstChild.closest('[lang]').lang]") == [
        0,
        "cy" if address.startswith("cy/") else "en",
        "en",
    ]


def facts(page: html.HtmlElement) -> dict[str, str]:
    (section,) = page.find_class("response-facts")
    return {words(term): words(term.getnext()) for term in section.iter("dt")}


def banner(page: html.HtmlElement) -> str:
    (found,) = page.find_class("banner")
    return words(found)


def test_a_corrected_one_tells_its_latest_correction_beside_that_one_s_day(fictional_site: Path) -> None:
    page = read(fictional_site, "responses/2023-fictional-custody/fictional-city/")
    assert banner(page) == (
        "This response was corrected after it was published. "
        "The latest correction is of 16 August 2023: A fictional name was misspelt."
    )


def test_of_a_removed_document_nothing_is_said_that_its_record_does_not_say(fictional_site: Path) -> None:
    page = read(fictional_site, "responses/2016-fictional-peel/bangor-fictional/")
    assert banner(page).endswith("It named a fictional person who was not meant to be named.")
    assert list(facts(page)) == ["Dated", "Published", "Force", "Languages"]
    assert "The document" not in words(page.find_class("response-facts")[0])
    assert not page.find_class("about-text")


def test_each_text_names_who_signed_it_in_its_own_words(fictional_site: Path) -> None:
    english, welsh = (read(fictional_site, address) for address in ABERFICTIONAL)
    assert facts(english)["Signed by"] == "Sir Ffug ap Dychymyg, Police and Crime Commissioner for Aberfictional"
    assert facts(welsh)["Llofnodwyd gan"] == "Syr Ffug ap Dychymyg, Comisiynydd Heddlu a Throseddu Aberffuglen"
    # What only the other text gives is shown as it is, and marked.
    (addressee,) = welsh.xpath("//dd/span[text()='The Rt Hon Made Up MP, Fictional Secretary']")
    assert addressee.get("lang") == "en"


# Voices


@pytest.mark.parametrize(
    ("address", "labels"),
    [
        (ABERFICTIONAL[0], ["Comments of the chief officer", "Reply to the chief officer"]),
        (ABERFICTIONAL[1], ["Sylwadau’r prif swyddog", "Ateb i’r prif swyddog"]),
        # Its words are in English; what the page says among them is not.
        (
            "cy/ymatebion/2023-fictional-custody/fictional-city/",
            ["Sylwadau’r prif swyddog", "Ateb i’r prif swyddog"],
        ),
    ],
)
def test_three_voices_have_a_label_and_a_shape_each(
    open_page: Open, home: str, address: str, labels: list[str]
) -> None:
    page = open_page(home + address, java_script_enabled=False)
    apart = [page.locator("#text .voice-chief-officer"), page.locator("#text .voice-reply")]
    assert [block.locator(".label").inner_text() for block in apart] == labels
    spoken = "label => label.closest('[lang]').lang"
    assert {block.locator(".label").evaluate(spoken) for block in apart} == {
        "cy" if address.startswith("cy/") else "en"
    }
    borders = [block.evaluate("block => getComputedStyle(block).borderLeftStyle") for block in apart]
    assert len({*borders, "none"}) == 3
    assert page.locator(".voices .voice-key").count() == 3


def test_a_response_in_one_voice_needs_no_key_to_voices(fictional_site: Path) -> None:
    page = read(fictional_site, "responses/2023-fictional-custody/greater-mythshire-2/")
    assert not page.find_class("voices") and not page.find_class("label")


# Parts


@pytest.mark.parametrize(
    ("address", "names"),
    [
        (
            ABERFICTIONAL[0],
            [
                "Comments of the local policing body",
                "Recommendation 1",
                "Recommendation 3a",
                "The other recommendations",
                "The Chief Constable's comments",
                "My reply",
            ],
        ),
        # Headings that the document does not mark, and parts that have no heading.
        (
            "responses/2023-fictional-custody/fictionshire/",
            ["Fictionshire", "Form for fictional responses", "Deadline", "Our answer", "For office use only"],
        ),
        (
            "cy/ymatebion/2023-fictional-custody/fictional-city/",
            ["Sylwadau’r corff plismona lleol", "Argymhelliad 1", "Sylwadau’r prif swyddog", "Ateb i’r prif swyddog"],
        ),
    ],
)
def test_an_outline_leads_to_each_part(open_page: Open, home: str, address: str, names: list[str]) -> None:
    page = open_page(home + address)
    links = page.locator(".outline a")
    assert links.all_inner_texts() == names
    for link in links.all():
        link.click()
        expect(page.locator("#text :target")).to_have_count(1)


def test_an_outline_names_parts_of_one_kind_that_have_no_heading_once() -> None:
    text = convert("A.\n{#comments}\n\n## B {#r1}\n\nC.\n{#comments-2}\n\n## D", "en", ["r1"])
    response = check(FIXTURES / "register").register.responses["2023-fictional-custody/aberfictional"]
    names = [entry.name for entry in shown(response, text, "en").outline]
    assert names == ["Comments of the local policing body", "B", "D"]


def test_a_response_of_few_parts_has_no_outline(fictional_site: Path) -> None:
    assert not read(fictional_site, "responses/2023-fictional-custody/greater-mythshire/").find_class("outline")


@pytest.mark.parametrize("address", ABERFICTIONAL)
def test_each_answer_has_a_link_to_copy_which_the_keyboard_reaches(open_page: Open, home: str, address: str) -> None:
    page = open_page(home + address)
    text = page.locator("#text")
    name = {"responses": "Recommendation 3a", "cy": "Argymhelliad 3a"}[address.split("/")[0]]
    anchor = text.get_by_role("link", name=name, exact=True)
    assert anchor.evaluate("anchor => getComputedStyle(anchor).opacity") == "0"
    anchor.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(anchor).to_be_focused()
    assert anchor.evaluate("anchor => getComputedStyle(anchor).opacity") == "1"
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{home}{address}#r3a")
    links = re.findall(r"^ *- link \"(.+)\"", text.aria_snapshot(), re.MULTILINE)
    names = [link for link in links if link not in text.locator("a:not(.anchor)").all_inner_texts()]
    assert len(names) == len(set(names)) == text.locator(".anchor").count() == 7


def test_links_to_parts_are_no_words_of_the_heading_beside_them(open_page: Open, home: str) -> None:
    page = open_page(home + ABERFICTIONAL[0])
    expect(page.get_by_role("heading", name="Recommendation 3a", exact=True)).to_be_visible()


# What became of it


@pytest.mark.parametrize(
    ("address", "said", "reason"),
    [
        (
            "responses/2023-fictional-custody/greater-mythshire/",
            "This response was superseded by a later one.",
            "A fuller fictional response took its place.",
        ),
        (
            "responses/2024-fictional-revisit/greater-mythshire/",
            "This response was withdrawn.",
            "The body says that this fictional draft was published by mistake.",
        ),
        (
            "cy/ymatebion/2016-fictional-peel/bangor-fictional/",
            "Tynnwyd testun yr ymateb hwn o’r safle.",
            "It named a fictional person who was not meant to be named.",
        ),
    ],
)
def test_one_that_does_not_stand_as_it_was_says_so_with_the_reason(
    fictional_site: Path, address: str, said: str, reason: str
) -> None:
    (banner,) = read(fictional_site, address).find_class("banner")
    first, *more = (words(paragraph) for paragraph in banner.findall("p"))
    assert first.removesuffix(" Read the later response") == said
    assert more == [reason]


def test_one_that_was_removed_without_a_reason_says_that_none_is_recorded(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(FIXTURES / "register", content)
    removed = content / "responses" / "2016-fictional-peel" / "bangor-fictional.en.md"
    removed.write_text(re.sub("status_reason: .*\n", "", removed.read_text("utf-8")), encoding="utf-8")
    register = check(content).register
    address = addresses.of(register.responses["2016-fictional-peel/bangor-fictional"])
    page = next(page for page in site_pages(register) if page.address == address and page.language == "en")
    slots = Renderer(register, TEMPLATES).slots(page, page.make())
    assert banner(html.fromstring(slots["content"])) == (
        "The text of this response was removed. The reason is not recorded here."
    )


def test_a_superseded_response_and_the_one_in_its_place_lead_to_each_other(open_page: Open, home: str) -> None:
    page = open_page(f"{home}responses/2023-fictional-custody/greater-mythshire/")
    page.get_by_role("link", name="Read the later response").click()
    expect(page).to_have_url(re.compile("/greater-mythshire-2/$"))
    page.get_by_role("link", name="the response of 11 August 2023").click()
    expect(page).to_have_url(re.compile("/greater-mythshire/$"))


@pytest.mark.parametrize(
    ("address", "corrected", "since"),
    [
        (
            "responses/2023-fictional-custody/fictional-city/",
            "15 August 2023",
            "24 December 2023 Recommendation 1: All",
        ),
        ("cy/ymatebion/2023-fictional-custody/fictional-city/", "15 Awst 2023", "24 Rhagfyr 2023 Argymhelliad 1: All"),
    ],
)
def test_corrections_and_what_happened_since_are_dated_in_words(
    fictional_site: Path, address: str, corrected: str, since: str
) -> None:
    corrections, updates = read(fictional_site, address).find_class("dated")
    assert words(corrections[0]) == f"{corrected} The statement gave 12 fictional cells; there are 21."
    assert words(updates[0]).startswith(since)


def test_the_signed_original_is_attached(open_page: Open, home: str) -> None:
    page = open_page(f"{home}responses/2023-fictional-custody/fictionshire/")
    attached = page.get_by_role("link", name="The signed fictional form").evaluate("link => link.href")
    assert page.request.get(attached).headers["content-type"] == "application/pdf"


# Citing it, and telling of a mistake


def test_how_to_cite_it_is_ready_in_each_language(addressed_site: Path, fictional_site: Path) -> None:
    assert words(read(addressed_site, ABERFICTIONAL[0]).find_class("citation")[0]) == (
        "Police and Crime Commissioner for Aberfictional, “Response to the inspection of fictional custody suites”, "
        "response to the inspection report “An inspection of fictional custody suites”, 4 September 2023. "
        f"Fictional responses to fictional inspections, https://example.invalid/register/{ABERFICTIONAL[0]}"
    )
    assert words(read(addressed_site, ABERFICTIONAL[1]).find_class("citation")[0]) == (
        "Comisiynydd Heddlu a Throseddu Aberffuglen, “Ymateb i'r arolygiad o ddalfeydd ffuglennol”, ymateb i’r "
        "adroddiad arolygu “Arolygiad o ddalfeydd ffuglennol”, 4 Medi 2023. Ymatebion ffuglennol i arolygiadau "
        f"ffuglennol, https://example.invalid/register/{ABERFICTIONAL[1]}"
    )
    # Where nobody knows the site's address, none is made up.
    assert "http" not in words(read(fictional_site, ABERFICTIONAL[0]).find_class("citation")[0])


@pytest.mark.parametrize(
    ("address", "about"),
    [(ABERFICTIONAL[0], "Problem with the page"), (ABERFICTIONAL[1], "Problem gyda’r dudalen")],
)
def test_a_problem_is_told_with_or_without_an_account_and_the_page_is_named_already(
    addressed_site: Path, address: str, about: str
) -> None:
    issue, letter = read(addressed_site, address).xpath("//footer//*[@class='upkeep'][1]//a/@href")
    assert issue.startswith("https://github.com/fictional-example/register/issues/new?")
    assert letter.startswith("mailto:office@fictional.example?")
    for link, title in ((issue, "title"), (letter, "subject")):
        asked = parse_qs(urlsplit(link).query)
        assert asked[title][0].startswith(about)
        assert asked["body"][0].startswith(f"https://example.invalid/register/{address}")
    assert "content/responses/2023-fictional-custody/aberfictional.en.md" in unquote(issue)


def test_without_a_repository_or_a_contact_there_is_no_way_to_tell_and_that_is_said(
    english_site: Path, fictional_site: Path
) -> None:
    address = "responses/2023-fictional-custody/fictionshire/"
    said = "No contact is given for this site. To reach an office, write to the body whose response it is."
    page = read(english_site, address)
    assert not page.find_class("upkeep")
    assert page.xpath("//footer//p[text()=$said]", said=said)
    assert not read(fictional_site, address).xpath("//footer//p[text()=$said]", said=said)


def test_each_file_that_it_is_made_of_leads_to_its_history(fictional_site: Path) -> None:
    links = read(fictional_site, ABERFICTIONAL[0]).xpath("//footer//a[text()='History']/@href")
    assert links == [
        f"https://github.com/fictional-example/register/commits/main/content/{path}"
        for path in (
            "responses/2023-fictional-custody/aberfictional.cy.md",
            "responses/2023-fictional-custody/aberfictional.en.md",
        )
    ]


def test_the_version_changes_with_the_record_and_with_nothing_else(fictional_site: Path, addressed_site: Path) -> None:
    def version(site: Path, address: str) -> str:
        page = read(site, address)
        (fact,) = [each for each in page.iter("dt") if words(each) in ("Version", "Fersiwn")]
        return words(fact.getnext()).split()[0]

    assert version(fictional_site, ABERFICTIONAL[0]) == version(addressed_site, ABERFICTIONAL[1])
    assert version(fictional_site, "responses/2023-fictional-custody/fictionshire/") != version(
        fictional_site, ABERFICTIONAL[0]
    )
