"""The built site in Chromium, served under a sub-path as GitHub Pages serves a project's."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Page, expect
from sampling import at_length
from section55.records.vocabulary import Position
from section55.rules.site import contrast

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
    ("forces/aberfictional/recommendations/", "cy/heddluoedd/aberfictional/argymhellion/"),
    ("search/", "cy/chwilio/"),
    ("topics/", "cy/pynciau/"),
    ("topics/custody/", "cy/pynciau/custody/"),
    ("statistics/", "cy/ystadegau/"),
    ("rules/", "cy/rheolau/"),
    ("rules/s55-f24/", "cy/rheolau/s55-f24/"),
    ("about/", "cy/ynghylch/"),
]
"""A page of each kind, in English and Welsh."""

ALL_KINDS = [*KINDS, ("404.html", "404.html")]
"""These and the page for what is not found, which is one for both languages."""

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def home(serve: Callable[[Path], str], addressed_site: Path) -> str:
    return serve(addressed_site)


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


SCHEMES = ("light", "dark")
WIDTHS = (320, 640, 1280, 1920)

WAYS = [(language, scheme, width) for language in (0, 1) for scheme in SCHEMES for width in WIDTHS]
"""All ways to look at a page."""


def sample(place: int) -> list[tuple[int, str, int]]:
    """Two of the ways, in another language and scheme each; with the place of the kind all of them have their turn."""
    light = SCHEMES[place % 2], SCHEMES[(place + 1) % 2]
    return [(language, light[language], WIDTHS[(place // 2 + language) % len(WIDTHS)]) for language in (0, 1)]


@pytest.mark.parametrize("place", range(len(ALL_KINDS)), ids=[english or "home" for english, _ in ALL_KINDS])
def test_axe_finds_nothing_and_nothing_is_beside_the_screen(open_page: Open, home: str, place: int) -> None:
    look_at(open_page, home, place, sample(place))


def test_the_sample_has_every_language_scheme_and_width() -> None:
    assert {way for place in range(len(ALL_KINDS)) for way in sample(place)} == set(WAYS)


@pytest.mark.long
@pytest.mark.parametrize("place", range(len(ALL_KINDS)), ids=[english or "home" for english, _ in ALL_KINDS])
def test_axe_finds_nothing_in_any_language_scheme_and_width(open_page: Open, home: str, place: int) -> None:
    look_at(open_page, home, place, WAYS)


def look_at(open_page: Open, home: str, place: int, ways: list[tuple[int, str, int]]) -> None:
    for language, scheme, width in ways:
        way = (ALL_KINDS[place][language], scheme, width)
        page = open_page(
            home + ALL_KINDS[place][language], color_scheme=scheme, viewport={"width": width, "height": 900}
        )
        assert fits(page), way
        found = Axe().run(page).response["violations"]
        told = [(each["id"], node["target"], node["failureSummary"]) for each in found for node in each["nodes"]]
        assert told == [], way


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [320, *at_length([360, 1024])])
def test_text_twice_as_large_stays_on_the_screen(open_page: Open, home: str, width: int) -> None:
    page = open_page(home, viewport={"width": width, "height": 768})
    for addresses in [*ALL_KINDS, ("search/?q=custody", "cy/chwilio/?q=ddalfa")]:
        for address in addresses:
            page.goto(home + address)
            if "?" in address:
                expect(page.locator("#order")).to_be_visible()
            size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
            before = page.evaluate(size)
            page.add_style_tag(content="html { font-size: 250% !important }")
            assert page.evaluate(size) == pytest.approx(2 * before)
            assert fits(page), address


@pytest.mark.parametrize(("width", "size"), [(360, 125), (1280, 250)])
def test_the_answers_of_a_response_are_read_down_where_four_columns_do_not_fit(
    open_page: Open, home: str, width: int, size: int
) -> None:
    for address in KINDS[2]:
        page = open_page(home + address, viewport={"width": width, "height": 800})
        page.add_style_tag(content=f"html {{ font-size: {size}% !important }}")
        table = page.locator("table.answers")
        cells = [each.bounding_box() for each in table.get_by_role("row").nth(2).locator("> *").all()]
        assert len(cells) == 4
        assert all(above["y"] + above["height"] <= below["y"] for above, below in zip(cells, cells[1:], strict=False))
        box = page.locator(".scroll:has(> .answers)")
        assert box.evaluate("each => each.scrollWidth <= each.clientWidth")
        for each in ("caption", ".voice-row th"):
            assert table.locator(each).first.evaluate("each => each.scrollWidth <= each.clientWidth")


LEAST = 0.001
"""What moves less is a line that has come in part, and the space at its end."""


@pytest.mark.parametrize(("language", "width"), [(0, 1280), (1, 360), *at_length([(0, 360), (1, 1280)])])
def test_nothing_moves_while_a_page_loads_however_slowly_it_comes(
    open_page: Open, home: str, language: int, width: int
) -> None:
    page = slowed(open_page(home, viewport={"width": width, "height": 3000}), 40_000)
    for addresses in ALL_KINDS:
        page.goto(home + addresses[language], wait_until="load")
        assert moved(page) < LEAST, addresses[language]


def slowed(page: Page, bytes_a_second: int) -> Page:
    """The page, which is loaded at no more than this from now on."""
    slowly = {"offline": False, "latency": 0, "downloadThroughput": bytes_a_second, "uploadThroughput": -1}
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", slowly)
    return page


def moved(page: Page) -> float:
    """How much of the page has moved since it began to load."""
    return page.evaluate(
        """() => new Promise(done => {
          let sum = 0
          new PerformanceObserver(list => list.getEntries().forEach(each => { sum += each.value }))
            .observe({ type: "layout-shift", buffered: true })
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 50)))
        })"""
    )


def test_a_page_reads_the_same_without_javascript(open_page: Open, home: str) -> None:
    with_script, without = open_page(home), open_page(home, java_script_enabled=False)
    for english, _welsh in ALL_KINDS:
        if english == "search/":
            continue
        for page in (with_script, without):
            page.goto(home + english)
        assert without.locator("main").inner_text() == with_script.locator("main").inner_text(), english
        assert without.locator("main a").count() == with_script.locator("main a").count(), english


def test_forced_colours_keep_what_a_chart_tells_apart(open_page: Open, home: str) -> None:
    page = open_page(f"{home}statistics/", forced_colors="active")
    before, after = page.locator(".drawn rect:not(.after)").first, page.locator(".drawn rect.after").first
    fill = "each => getComputedStyle(each).fill"
    assert before.evaluate(fill) != after.evaluate(fill)
    assert page.locator(".chart svg").first.evaluate("each => getComputedStyle(each).color") == before.evaluate(fill)


def test_the_first_stop_of_the_keyboard_skips_to_the_content(open_page: Open, home: str) -> None:
    page = open_page(f"{home}responses/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")


@pytest.mark.parametrize("addresses", KINDS, ids=[english or "home" for english, _ in KINDS])
def test_a_key_leads_to_the_search_of_each_page_and_a_single_character_does_not(
    open_page: Open, home: str, addresses: tuple[str, str]
) -> None:
    for address in addresses:
        page = open_page(home + address)
        field = page.locator("input[name=q]")
        expect(field).to_have_count(1)
        for key in ("k", "/", "s"):
            page.keyboard.press(key)
        expect(field).not_to_be_focused()
        page.keyboard.press("Control+k")
        expect(field).to_be_focused()


@pytest.mark.parametrize(("address", "search"), [("forces/", "search/"), ("cy/heddluoedd/", "cy/chwilio/")])
@pytest.mark.parametrize("has_script", [True, False])
def test_the_search_of_a_page_s_head_leads_to_the_search_page_of_its_language(
    open_page: Open, home: str, address: str, search: str, has_script: bool
) -> None:
    page = open_page(home + address, java_script_enabled=has_script)
    page.get_by_role("searchbox").fill("grateful")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{home}{search}?q=grateful")


SITE = {
    "en": ("Fictional responses to fictional inspections", "About this fictional site"),
    "cy": ("Ymatebion ffuglennol i arolygiadau ffuglennol", "Ynghylch y wefan ffuglennol hon"),
}
NOT_FOUND = {
    "en": ("Page not found", "", "Search", "search/", "Responses", "responses/"),
    "cy": ("Heb ddod o hyd i’r dudalen", "cy/", "Chwilio", "cy/chwilio/", "Ymatebion", "cy/ymatebion/"),
}


@pytest.mark.parametrize("language", NOT_FOUND)
def test_an_address_without_a_page_is_told_so_in_both_languages_alike(
    language: str, open_page: Open, home: str
) -> None:
    title, home_page, search, search_page, section, section_page = NOT_FOUND[language]
    not_found, page = f"{home}404.html", open_page(f"{home}404.html", java_script_enabled=False)
    name, about = SITE[language]
    heading = page.get_by_role("heading", name=title, level=1)
    links = (
        (page.get_by_role("banner").get_by_role("link", name=name), home_page),
        (page.get_by_role("navigation").get_by_role("link", name=section), section_page),
        (heading.locator("..").get_by_role("link").first, home_page),
    )
    foot = page.get_by_role("contentinfo").get_by_role("link", name=about)
    for each in (heading, foot, *(link for link, _ in links)):
        assert each.evaluate("each => each.closest('[lang]').lang") == language
    for link, address in links:
        link.click()
        assert page.url == home + address
        page.goto(not_found)
    page.get_by_role("search", name=search).get_by_role("searchbox").fill("grateful")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{home}{search_page}?q=grateful")


def test_a_site_of_one_language_tells_in_that_alone_that_there_is_no_page(welsh_site: Path, english_site: Path) -> None:
    for site, language, title in ((welsh_site, "cy", NOT_FOUND["cy"][0]), (english_site, "en", NOT_FOUND["en"][0])):
        page = html.document_fromstring((site / "404.html").read_text("utf-8"))
        assert page.get("lang") == language
        assert [heading.text for heading in page.iter("h1")] == [title]
        assert len(page.xpath("//form")) == len(page.xpath("//nav")) == 1


@pytest.mark.parametrize("address", ["statistics/", "cy/ystadegau/"])
def test_the_head_keeps_its_margin_on_the_narrowest_screen(open_page: Open, home: str, address: str) -> None:
    page = open_page(home + address, viewport={"width": 320, "height": 800})
    name, form = (page.locator(each).bounding_box() for each in (".site-name", ".find"))
    assert form["x"] + form["width"] <= 320 - form["x"]
    assert name["x"] == form["x"]


def test_short_lists_of_links_stand_in_a_line(open_page: Open, home: str) -> None:
    page = open_page(f"{home}search/", java_script_enabled=False)
    links = page.locator(".banner .lists a").all()
    assert len(links) == 4 and len({each.bounding_box()["y"] for each in links}) == 1
    page = open_page(f"{home}responses/")
    page.evaluate(
        """() => document.querySelector("main article").insertAdjacentHTML("beforeend",
            "<nav class=paging><ul><li><a href=#>1</a></li><li>…</li><li><span>5</span></li></ul></nav>")"""
    )
    lefts = [each.bounding_box()["x"] for each in page.locator(".paging li").all()]
    assert lefts == sorted(set(lefts))


def test_a_response_s_outline_is_folded_where_it_would_stand_before_the_letter(open_page: Open, home: str) -> None:
    address = f"{home}responses/2023-fictional-custody/aberfictional/"
    wide = open_page(address, java_script_enabled=False)
    links = wide.get_by_role("navigation", name="In this response").get_by_role("link")
    assert links.count() >= 4
    expect(links.first).to_be_visible()
    expect(wide.locator(".outline summary")).to_be_hidden()
    narrow = open_page(address, java_script_enabled=False, viewport={"width": 360, "height": 800})
    links = narrow.get_by_role("navigation", name="In this response").get_by_role("link")
    expect(links).to_have_count(0)
    narrow.locator(".outline summary").click()
    expect(links.first).to_be_visible()


# Answers side by side


def shown(page: Page) -> set[str]:
    """The ids of the answers that are shown."""
    return {each.get_attribute("id") for each in page.locator(".group > article:visible").all()}


def choose(page: Page, filter_: str, choice: str) -> None:
    page.locator(f".filters [data-name={filter_}]").get_by_role("link", name=choice, exact=True).click()


def test_answers_are_filtered_by_position_and_nation_on_the_page(open_page: Open, home: str) -> None:
    page = open_page(f"{home}inspections/2023-fictional-custody/r1/")
    everybody = shown(page)
    assert everybody == {
        "aberfictional",
        "bangor-fictional",
        "fictional-city",
        "fictionshire",
        "greater-mythshire",
        "greater-mythshire-2",
    }
    choose(page, "nation", "Wales")
    assert shown(page) == {"aberfictional", "bangor-fictional"}
    expect(page.get_by_role("heading", name="In responses that no longer stand")).to_be_hidden()
    choose(page, "position", "Accepted")
    assert shown(page) == {"aberfictional"}
    choose(page, "position", "In responses that no longer stand")
    assert shown(page) == set()
    expect(page.get_by_text("No answer matches both choices.")).to_be_visible()
    choose(page, "nation", "England")
    assert shown(page) == {"greater-mythshire"}
    expect(page.get_by_text("No answer matches both choices.")).to_be_hidden()
    choose(page, "nation", "Both")
    choose(page, "position", "All")
    assert shown(page) == everybody


@pytest.mark.parametrize(
    ("address", "nation", "all_", "accepted"),
    [
        ("inspections/2023-fictional-custody/r1/", "Wales", "All", "Accepted"),
        ("cy/arolygiadau/2023-fictional-custody/r1/", "Cymru", "Pob un", "Derbyniwyd"),
    ],
)
def test_without_javascript_each_filter_is_a_link_that_can_be_sent(
    open_page: Open, home: str, address: str, nation: str, all_: str, accepted: str
) -> None:
    page = open_page(home + address, java_script_enabled=False)
    everybody = shown(page)
    choose(page, "nation", nation)
    assert page.url == f"{home}{address}#wales"
    assert shown(page) == {"aberfictional", "bangor-fictional"}
    choose(page, "position", accepted)
    assert page.url == f"{home}{address}#accepted"
    assert shown(page) == {"aberfictional", "fictional-city", "fictionshire", "greater-mythshire-2"}
    choose(page, "position", all_)
    assert shown(page) == everybody
    for scripted in (True, False):
        sent = open_page(f"{home}{address}#wales", java_script_enabled=scripted)
        assert shown(sent) == {"aberfictional", "bangor-fictional"}
        sent = open_page(f"{home}{address}#england", java_script_enabled=scripted)
        assert shown(sent) == everybody - {"aberfictional", "bangor-fictional"}


def test_a_position_of_the_chart_shows_its_answers_whatever_was_chosen_before(open_page: Open, home: str) -> None:
    address = f"{home}inspections/2023-fictional-custody/r1/"
    page = open_page(address)
    choose(page, "position", "Accepted")
    page.locator(".chart").get_by_role("link", name="Supported").click()
    assert shown(page) == {"bangor-fictional"}
    expect(page.get_by_role("heading", name="Supported", level=3)).to_be_in_viewport()
    assert page.url == f"{address}?position=supported#supported"
    choose(page, "nation", "England")
    assert page.url == f"{address}?position=supported&nation=england#supported"
    expect(page.get_by_text("No answer matches both choices.")).to_be_visible()


def marked(page: Page) -> list[str]:
    """The choices of the filters that are seen to hold."""
    bold = "each => getComputedStyle(each).fontWeight === '700'"
    return [each.inner_text() for each in page.locator(".filters a").all() if each.evaluate(bold)]


@pytest.mark.parametrize("scripted", [True, False], ids=["with-javascript", "without"])
def test_each_row_of_filters_marks_the_choice_that_holds(open_page: Open, home: str, scripted: bool) -> None:
    for hash_, choices in (
        ("", ["All", "Both"]),
        ("#supported", ["Supported", "Both"]),
        ("#wales", ["All", "Wales"]),
        ("#aberfictional", ["All", "Both"]),
    ):
        page = open_page(f"{home}inspections/2023-fictional-custody/r1/{hash_}", java_script_enabled=scripted)
        assert marked(page) == choices


def test_every_group_of_answers_has_a_filter_and_every_filter_works(open_page: Open, home: str) -> None:
    for scripted in (True, False):
        for item in ("2023-fictional-custody/r1", "2023-fictional-custody/r3a", "2024-fictional-revisit/r1"):
            page = open_page(f"{home}inspections/{item}/", java_script_enabled=scripted)
            groups = [each.get_attribute("id") for each in page.locator(".group").all()]
            links = page.locator(".filters [data-name=position] a").all()
            if links:
                assert [each.get_attribute("href") for each in links] == ["#answers", *(f"#{id_}" for id_ in groups)]
            for link, id_ in zip(links[1:], groups, strict=bool(links)):
                link.click()
                assert [each.get_attribute("id") for each in page.locator(".group:visible").all()] == [id_]
                page.locator("body").click(position={"x": 1, "y": 1})
                assert marked(page) == [link.inner_text(), "Both"]


def test_where_no_filter_is_offered_a_link_to_a_group_hides_nothing(open_page: Open, home: str) -> None:
    page = open_page(f"{home}inspections/2023-fictional-custody/r1/#accepted", java_script_enabled=False)
    assert page.locator(".group:visible").count() == 1
    page.evaluate("document.querySelector('.filters').remove()")
    assert page.locator(".group:visible").count() == 3


def test_what_was_filtered_by_is_in_the_address_that_a_reader_sends(open_page: Open, home: str) -> None:
    address = f"{home}inspections/2023-fictional-custody/r1/"
    page = open_page(address)
    choose(page, "position", "Accepted")
    choose(page, "nation", "Wales")
    assert page.url == f"{address}?position=accepted&nation=wales#accepted"
    sent = open_page(page.url)
    assert shown(sent) == shown(page) == {"aberfictional"}
    expect(sent.locator("[aria-current=true]").filter(has_text="Wales")).to_be_visible()
    choose(sent, "position", "All")
    assert sent.url == f"{address}?nation=wales#wales"
    choose(sent, "nation", "Both")
    assert sent.url == address


def test_a_filter_that_a_reader_sends_holds_where_there_is_no_javascript(open_page: Open, home: str) -> None:
    page = open_page(f"{home}inspections/2023-fictional-custody/r1/")
    for filter_, choice in (("position", "Supported"), ("position", "All"), ("nation", "Wales")):
        choose(page, filter_, choice)
        sent = open_page(page.url, java_script_enabled=False)
        assert shown(sent) == shown(page)
        assert marked(sent) == marked(page)


def test_the_switch_keeps_the_filters(open_page: Open, home: str) -> None:
    page = open_page(f"{home}inspections/2023-fictional-custody/r1/?nation=wales")
    choose(page, "position", "Accepted")
    page.get_by_role("link", name="Cymraeg", exact=True).click()
    assert page.url == f"{home}cy/arolygiadau/2023-fictional-custody/r1/?nation=wales&position=accepted#accepted"
    assert shown(page) == {"aberfictional"}
    choose(page, "nation", "Y ddwy")
    choose(page, "position", "Pob un")
    page.get_by_role("link", name="English", exact=True).click()
    assert page.url == f"{home}inspections/2023-fictional-custody/r1/"


@pytest.mark.parametrize("query", ["position=of-nobody", "position=accepted%22%5D&other=1", "position", "nation=noted"])
def test_an_address_that_asks_for_what_is_no_filter_shows_all_answers(open_page: Open, home: str, query: str) -> None:
    address = f"{home}inspections/2023-fictional-custody/r1/"
    assert shown(open_page(f"{address}?{query}")) == shown(open_page(address))


@pytest.mark.parametrize(
    "chosen",
    [
        "?nation=wales#answers",
        "?position=accepted",
        "?position=accepted&nation=wales#accepted",
        "?compare=aberfictional,bangor-fictional",
        "?compare=aberfictional,bangor-fictional#side-by-side",
        "?compare=aberfictional,of-nobody#side-by-side",
    ],
)
def test_what_an_address_chooses_moves_nothing_while_the_page_loads(open_page: Open, home: str, chosen: str) -> None:
    page = slowed(open_page(home, viewport={"width": 1280, "height": 3000}), 20_000)
    page.goto(f"{home}inspections/2023-fictional-custody/r1/{chosen}", wait_until="load")
    assert moved(page) < LEAST
    assert page.locator("#side-by-side").is_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_where_a_body_stands_is_in_sight_wherever_a_link_or_the_keyboard_leads(
    open_page: Open, home: str, width: int
) -> None:
    page = open_page(
        f"{home}inspections/2023-fictional-custody/r1/#greater-mythshire-2", viewport={"width": width, "height": 500}
    )
    heading = page.get_by_role("heading", name="Accepted", level=3)
    expect(heading).to_be_in_viewport(ratio=1)
    body = page.locator("#greater-mythshire-2 h4")
    below = heading.bounding_box()["y"] + heading.bounding_box()["height"]
    assert body.bounding_box()["y"] >= below
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= below


@pytest.mark.parametrize(("width", "size"), [(320, 125), (320, 250), (1280, 125), (1280, 250)])
def test_no_heading_that_stays_in_sight_hides_what_the_keyboard_leads_back_to(
    open_page: Open, home: str, width: int, size: int
) -> None:
    page = open_page(
        f"{home}cy/arolygiadau/2023-fictional-custody/r1/", viewport={"width": width, "height": 600}
    )
    page.add_style_tag(content=f"html {{ font-size: {size}% !important }}")
    page.locator(".group a").last.focus()
    for _ in range(page.locator(".group :is(a:visible, input)").count() - 1):
        page.keyboard.press("Shift+Tab")
        seen = page.evaluate(
            """() => {
              const { left, top } = document.activeElement.getBoundingClientRect();
              return document.activeElement.contains(document.elementFromPoint(left + 3, top + 3));
            }"""
        )
        assert seen, page.evaluate("document.activeElement.outerHTML")


@pytest.mark.parametrize("scripted", [True, False], ids=["with-javascript", "without"])
def test_two_bodies_are_set_beside_each_other_with_the_keyboard_alone(
    open_page: Open, home: str, scripted: bool
) -> None:
    page = open_page(f"{home}inspections/2023-fictional-custody/r1/", java_script_enabled=scripted)
    everybody = shown(page)
    expect(page.get_by_role("link", name="Side by side")).to_have_count(0)
    to_compare = page.get_by_role("group", name="Compare")
    for body in ("Aberfictional", "Bangor Fictional"):
        to_compare.get_by_role("checkbox", name=f"Compare: {body}", exact=True).focus()
        page.keyboard.press("Space")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("link", name="Side by side").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    assert shown(page) == {"aberfictional", "bangor-fictional"}
    left, right = (page.locator(f"#{id_}").bounding_box() for id_ in ("aberfictional", "bangor-fictional"))
    assert left["y"] == right["y"] and left["x"] + left["width"] <= right["x"]
    for position, body in (("Accepted", left), ("Supported", right)):
        assert page.get_by_role("heading", name=position, level=3).bounding_box()["x"] == body["x"]
    expect(page.get_by_role("heading", name="In responses that no longer stand")).to_be_hidden()
    expect(page.get_by_role("heading", name="Recommendation 1: answers side by side")).to_be_in_viewport()
    page.get_by_role("link", name="Show all answers").click()
    assert shown(page) == everybody
    expect(page.get_by_role("heading", name="Recommendation 1: answers side by side")).to_be_hidden()


def test_all_answers_are_shown_behind_a_comparison_whatever_was_chosen_before(open_page: Open, home: str) -> None:
    page = open_page(f"{home}inspections/2023-fictional-custody/r1/")
    everybody = shown(page)
    page = open_page(f"{page.url}?position=accepted&compare=aberfictional,fictionshire#side-by-side")
    page.get_by_role("link", name="Show all answers").click()
    assert shown(page) == everybody


def test_the_way_to_a_comparison_stands_behind_the_answers_too(open_page: Open, home: str) -> None:
    page = open_page(f"{home}inspections/2023-fictional-custody/r1/")
    page.get_by_role("checkbox").last.check()
    link = page.get_by_role("link", name="Side by side").last
    link.focus()
    page.keyboard.press("Enter")
    assert len(shown(page)) == 1


def test_a_comparison_is_in_the_address_that_a_reader_sends_in_either_language(open_page: Open, home: str) -> None:
    address = "arolygiadau/2023-fictional-custody/r1/"
    page = open_page(f"{home}inspections/2023-fictional-custody/r1/?nation=wales")
    for body in ("Aberfictional", "Bangor Fictional"):
        page.get_by_role("checkbox", name=f"Compare: {body}").check()
    page.get_by_role("link", name="Side by side").first.click()
    chosen = "?nation=wales&compare=aberfictional,bangor-fictional"
    assert page.url.endswith(f"/r1/{chosen}#side-by-side")
    page.get_by_role("link", name="Cymraeg", exact=True).click()
    assert page.url == f"{home}cy/{address}{chosen}#side-by-side"
    sent = open_page(page.url)
    assert shown(sent) == {"aberfictional", "bangor-fictional"}
    for id_ in ("aberfictional", "bangor-fictional"):
        sent.locator(f"#{id_}").get_by_role("checkbox").uncheck()
    assert sent.url == f"{home}cy/{address}?nation=wales#side-by-side"


def test_a_comparison_goes_along_to_the_items_before_and_behind(open_page: Open, home: str) -> None:
    report = f"{home}inspections/2023-fictional-custody"
    page = open_page(f"{report}/r1/?nation=wales&compare=aberfictional,fictional-city#side-by-side")
    page.locator("[rel=next]").click()
    assert page.url == f"{report}/r2/?compare=aberfictional,fictional-city#side-by-side"
    page.locator("[rel=prev]").click()
    assert page.url == f"{report}/r1/?compare=aberfictional,fictional-city#side-by-side"
    assert shown(page) == {"aberfictional", "fictional-city"}
    for id_ in ("aberfictional", "fictional-city"):
        page.locator(f"#{id_}").get_by_role("checkbox").uncheck()
    page.locator("[rel=next]").click()
    assert page.url == f"{report}/r2/"


def test_who_has_no_answer_to_set_beside_the_others_is_not_passed_over(open_page: Open, home: str) -> None:
    address = f"{home}inspections/2023-fictional-custody/r1/"
    told = "At least one of the bodies chosen has no answer to this item here."
    for compared, is_told in (("aberfictional,of-nobody", True), ("of-nobody", True), ("aberfictional", False)):
        page = open_page(f"{address}?compare={compared}#side-by-side")
        expect(page.get_by_text(told)).to_be_visible(visible=is_told)
        assert shown(page) == set(compared.split(",")) - {"of-nobody"}
        page.emulate_media(media="print")
        expect(page.get_by_text(told)).to_be_visible(visible=is_told)
    page = open_page(f"{address}?compare=aberfictional,of-nobody")
    page.locator("#fictionshire").get_by_role("checkbox").check()
    expect(page.get_by_text(told)).to_be_hidden()
    assert page.url == f"{address}?compare=aberfictional,fictionshire"


@pytest.mark.parametrize("compared", ["aberfictional,aberfictional", "aberfictional,", ",aberfictional"])
def test_what_is_no_name_or_twice_the_same_in_a_comparison_is_nobody_who_is_missing(
    open_page: Open, home: str, compared: str
) -> None:
    page = open_page(f"{home}inspections/2023-fictional-custody/r1/?compare={compared}#side-by-side")
    assert shown(page) == {"aberfictional"}
    expect(page.get_by_text("At least one of the bodies chosen")).to_be_hidden()


def test_a_comparison_of_nobody_shows_all(open_page: Open, home: str) -> None:
    address = f"{home}inspections/2023-fictional-custody/r1/"
    assert shown(open_page(f"{address}?compare=#side-by-side")) == shown(open_page(address))


@pytest.mark.parametrize("scripted", [True, False], ids=["with-javascript", "without"])
def test_many_answers_under_a_heading_have_a_list_that_leads_to_each(
    open_page: Open, serve: Callable[[Path], str], many_items_site: Path, scripted: bool
) -> None:
    item = f"{serve(many_items_site)}inspections/2022-of-40-items/r1/"
    page = open_page(item, java_script_enabled=scripted)
    listed = page.get_by_role("list", name="Whose answers these are").get_by_role("link")
    answers = page.locator("#accepted > article").all()
    assert [each.get_attribute("href") for each in listed.all()] == [f"#{each.get_attribute('id')}" for each in answers]
    assert len(answers) == 6
    choose(page, "nation", "Wales")
    expect(listed).to_have_text(["Aberfictional", "Bangor Fictional"])
    listed.last.click()
    expect(page.locator("#bangor-fictional")).to_be_in_viewport()


def test_few_answers_under_a_heading_have_no_such_list(open_page: Open, home: str) -> None:
    page = open_page(f"{home}inspections/2023-fictional-custody/r1/")
    assert page.get_by_role("list", name="Whose answers these are").count() == 0


def test_an_item_of_one_position_and_nation_can_be_compared_too(
    open_page: Open, serve: Callable[[Path], str], many_items_site: Path
) -> None:
    page = open_page(f"{serve(many_items_site)}inspections/2022-of-19-items/r1/?compare=aberfictional,of-nobody")
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(1)
    assert page.locator(".filters").count() == 0


def test_bodies_that_stand_alike_share_a_heading_and_all_are_abreast(open_page: Open, home: str) -> None:
    page = open_page(f"{home}inspections/2023-fictional-custody/r1/", viewport={"width": 1280, "height": 900})
    bodies = ("aberfictional", "fictionshire", "bangor-fictional")
    for id_ in bodies:
        page.locator(f"#{id_}").get_by_role("checkbox").check()
    page.locator("#accepted").get_by_role("link", name="Side by side").click()
    boxes = [page.locator(f"#{id_}").bounding_box() for id_ in bodies]
    assert len({box["y"] for box in boxes}) == 1
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"] <= boxes[2]["x"] - boxes[1]["width"]
    accepted = page.get_by_role("heading", name="Accepted", level=3).bounding_box()
    assert accepted["x"] == boxes[0]["x"]
    assert accepted["x"] + accepted["width"] == pytest.approx(boxes[1]["x"] + boxes[1]["width"], abs=1)


def test_a_comparison_is_under_each_other_on_a_phone(open_page: Open, home: str) -> None:
    page = open_page(
        f"{home}inspections/2023-fictional-custody/r1/", viewport={"width": 320, "height": 800}
    )
    for body in ("Aberfictional", "Fictionshire"):
        page.get_by_role("checkbox", name=body).check()
    page.locator("#accepted").get_by_role("link", name="Side by side").click()
    above, below = (page.locator(f"#{id_}").bounding_box() for id_ in ("aberfictional", "fictionshire"))
    assert above["x"] == below["x"] and above["y"] + above["height"] <= below["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_mark_of_the_matrix_leads_to_the_answer(open_page: Open, home: str) -> None:
    page = open_page(f"{home}inspections/2023-fictional-custody/")
    row = page.get_by_role("row", name="Aberfictional")
    row.get_by_role("link", name="Rejected").click()
    assert page.url == f"{home}inspections/2023-fictional-custody/r3a/#aberfictional"
    expect(page.locator("#aberfictional")).to_be_in_viewport()


def test_the_matrix_keeps_its_headers_while_a_narrow_screen_scrolls_it_by_keyboard(open_page: Open, home: str) -> None:
    page = open_page(f"{home}inspections/2023-fictional-custody/", viewport={"width": 320, "height": 500})
    region = page.get_by_role("region", name="Where each body stands on each item")
    expect(page.get_by_text("move it sideways")).to_be_visible()
    caption = page.locator(".matrix caption").bounding_box()
    assert caption["x"] + caption["width"] <= 320
    assert region.evaluate("box => box.scrollHeight === box.clientHeight")
    date = region.get_by_role("cell", name="Published").first
    lines = "cell => cell.clientHeight / parseFloat(getComputedStyle(cell).lineHeight)"
    assert len(date.inner_text()) > 20 and date.evaluate(lines) < 4
    header = region.get_by_role("rowheader", name="Aberfictional")
    region.focus()
    before = header.bounding_box()["x"]
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.matrix-scroll').scrollLeft > 0")
    assert header.bounding_box()["x"] == before


def test_a_matrix_that_fits_a_wide_screen_is_in_no_box_though_an_item_has_no_number(
    open_page: Open, serve: Callable[[Path], str], many_items_site: Path
) -> None:
    for address in ("2022-of-19-items", "2022-of-40-items", "2020-fictional-panels"):
        page = open_page(f"{serve(many_items_site)}inspections/{address}/")
        scrolls = page.locator(".matrix-scroll").evaluate("each => getComputedStyle(each).overflowX")
        assert scrolls == ("auto" if address == "2022-of-40-items" else "visible")
        assert fits(page)


@pytest.mark.parametrize(
    ("address", "word"),
    [("inspections/2023-fictional-custody/", "Noted"), ("cy/arolygiadau/2023-fictional-custody/", "Nodwyd")],
)
def test_a_matrix_of_five_columns_shows_words_and_is_as_wide_as_its_page(
    open_page: Open, home: str, address: str, word: str
) -> None:
    page = open_page(home + address)
    cell = page.locator(".matrix td a.position-noted").first
    assert cell.evaluate(f"each => each.scrollWidth <= each.clientWidth && each.innerText === '{word}'")
    table, main = page.locator(".matrix").bounding_box(), page.locator("#responses").bounding_box()
    assert table["x"] + table["width"] <= main["x"] + main["width"]


def test_no_two_marks_of_a_matrix_have_the_same_shape(
    open_page: Open, serve: Callable[[Path], str], many_items_site: Path
) -> None:
    page = open_page(f"{serve(many_items_site)}inspections/2022-of-40-items/")
    shapes = page.evaluate(
        """positions => positions.map(position => {
            const mark = document.querySelector(".legend b");
            mark.className = `position-${position}`;
            return getComputedStyle(mark, "::before").content;
        })""",
        [*map(str, Position), "chief-officer"],
    )
    none = page.locator(".legend .none").evaluate("each => getComputedStyle(each, '::before').content")
    assert len({*shapes, none, "none"}) == len(shapes) + 2


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_mark_of_no_answer_is_as_plain_as_text_must_be(open_page: Open, home: str, scheme: str) -> None:
    page = open_page(f"{home}inspections/2023-fictional-custody/", color_scheme=scheme)
    colour, opacity, ground = page.evaluate(
        """() => {
          const { color, opacity } = getComputedStyle(document.querySelector(".matrix small"));
          return [color, Number(opacity), getComputedStyle(document.querySelector(".matrix thead th")).backgroundColor];
        }"""
    )
    ink, paper = ([int(part) for part in re.findall(r"\d+", each)] for each in (colour, ground))
    seen = [round(opacity * over + (1 - opacity) * under) for over, under in zip(ink, paper, strict=True)]
    assert contrast(*("#" + "".join(f"{part:02x}" for part in each) for each in (seen, paper))) >= 4.5
