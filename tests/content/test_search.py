"""Search over this register's own documents, from the search pages of both languages."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from search_page import PATHS, RESPONSES, facet, hit, hits

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def register(serve: Callable[[Path], str], built_site: Path) -> str:
    """This register's own site."""
    return serve(built_site)


@pytest.mark.parametrize("language", PATHS)
@pytest.mark.parametrize(
    ("words", "response"),
    [
        ("Llantarnam", "2023-terrorist-offenders/gwent/"),
        ("surveillance", "2023-terrorist-offenders/hampshire/"),
        ("disparity", "2023-terrorist-offenders/west-mercia/"),  # which has "disparities"
        ("overwhelmed", "2023-terrorist-offenders/norfolk/"),
        ("Salisbury", "2020-prevent/wiltshire/"),
    ],
)
def test_a_word_of_each_document_finds_it_from_either_language(
    open_page: Open, register: str, language: str, words: str, response: str
) -> None:
    page = open_page(f"{register}{PATHS[language]}?q={words}")
    found = hit(page, RESPONSES[language] + response)
    expect(hits(page)).to_have_count(1)
    expect(found).to_have_count(1)
    expect(found.locator("mark").first).to_be_visible()
    if language == "cy":
        assert found.locator(".passage").get_attribute("lang") == "en"
        assert "yn Saesneg yn unig" in found.inner_text()
    found.locator("a").click()
    expect(page).to_have_url(f"{register}{RESPONSES[language]}{response}")
    page.go_back()
    expect(found).to_have_count(1)


@pytest.mark.parametrize("language", PATHS)
def test_the_home_page_s_search_leads_to_what_it_asks_for(open_page: Open, register: str, language: str) -> None:
    page = open_page(register + PATHS[language].split("/")[0].replace("search", "") + ("/" if language == "cy" else ""))
    page.locator("main input[name=q]").fill("Salisbury")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{register}{PATHS[language]}?q=Salisbury")
    expect(hit(page, f"{RESPONSES[language]}2020-prevent/wiltshire/")).to_have_count(1)


def test_the_name_of_a_body_in_the_reader_s_language_finds_a_text_in_the_other(open_page: Open, register: str) -> None:
    page = open_page(f"{register}{PATHS['cy']}?q=Throsedd+Gwent&kind=response")
    expect(hit(page, "cy/ymatebion/2023-terrorist-offenders/gwent/")).to_have_count(1)


@pytest.mark.parametrize("language", PATHS)
@pytest.mark.parametrize("words", ["Throsedd Gwent", "trosedd gwent", "Nhrosedd  Went", '"heddlu a throsedd"'])
def test_a_welsh_name_of_an_english_text_is_found_in_each_of_its_mutations(
    open_page: Open, register: str, language: str, words: str
) -> None:
    page = open_page(f"{register}{PATHS[language]}?q={words}&kind=response")
    expect(hit(page, f"{RESPONSES[language]}2023-terrorist-offenders/gwent/")).to_have_count(1)


@pytest.mark.parametrize("words", ["argymhelliad 20 norfolk", "comisiynydd norfolk", "Ymatebion Norfolk"])
def test_what_a_welsh_page_says_of_an_english_text_finds_it_from_there(
    open_page: Open, register: str, words: str
) -> None:
    page = open_page(f"{register}{PATHS['cy']}?q={words}&kind=response")
    expect(hit(page, "cy/ymatebion/2023-terrorist-offenders/norfolk/")).to_have_count(1)
    expect(hits(page)).to_have_count(1)


@pytest.mark.parametrize(("language", "words"), [("en", "commissioner"), ("cy", "comisiynydd")])
def test_a_word_of_every_force_s_page_finds_what_tells_more_before_these_pages(
    open_page: Open, register: str, language: str, words: str
) -> None:
    page = open_page(f"{register}{PATHS[language]}?q={words}")
    expect(page.locator("#filters")).to_be_visible()  # which comes with all results
    places = [each.get_attribute("href") for each in page.locator("#hits .entry-title a").all()]
    is_force = ["/forces/" in place or "/heddluoedd/" in place for place in places]
    assert is_force == sorted(is_force) and set(is_force) == {False, True}


@pytest.mark.parametrize(
    ("language", "words", "address"),
    [
        ("en", "recommendation 20", "inspections/2023-terrorist-offenders/r20/"),
        ("cy", "argymhelliad 20", "cy/arolygiadau/2023-terrorist-offenders/r20/"),
    ],
)
def test_what_is_found_by_its_title_alone_shows_the_beginning_of_its_text(
    open_page: Open, register: str, language: str, words: str, address: str
) -> None:
    page = open_page(f"{register}{PATHS[language]}?q={words}&kind=item")
    passage = hit(page, address).locator(".passage")
    expect(passage).to_have_text(re.compile("^The senior national coordinator should work with .* …$"))
    expect(passage.locator("mark")).to_have_count(0)


@pytest.mark.parametrize(
    ("language", "words", "address"),
    [
        ("en", "recommendation 21 terrorist", "inspections/2023-terrorist-offenders/r21/"),
        ("cy", "argymhelliad 21 terrorist", "cy/arolygiadau/2023-terrorist-offenders/r21/"),
    ],
)
def test_an_item_that_is_named_is_found_before_the_responses_that_repeat_its_words(
    open_page: Open, register: str, language: str, words: str, address: str
) -> None:
    page = open_page(f"{register}{PATHS[language]}?q={words}")
    expect(hits(page).first.locator("a")).to_have_attribute("href", re.compile(f"/{address}$"))


@pytest.mark.parametrize(("language", "words"), [("en", "recommendation 20"), ("cy", "argymhelliad 20")])
def test_a_number_is_found_as_a_whole_and_shown_as_it_is_written(
    open_page: Open, register: str, language: str, words: str
) -> None:
    page = open_page(f"{register}{PATHS[language]}?q={words}&kind=item")
    expect(hits(page)).to_have_count(1)  # and not those of 2023, nor of a report of 20 July
    expect(hits(page).locator("a")).to_have_text(re.compile(" 20$"))


@pytest.mark.parametrize(("language", "address"), [("en", "forces/norfolk/"), ("cy", "cy/heddluoedd/norfolk/")])
def test_the_name_of_an_area_finds_its_force_first(
    open_page: Open, register: str, language: str, address: str
) -> None:
    page = open_page(f"{register}{PATHS[language]}?q=norfolk")
    expect(hits(page).first.locator("a")).to_have_attribute("href", re.compile(f"/{address}$"))


def stop_at(page: Page, address: str) -> None:
    """Goes through a page with the Tab key until a link to an address has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.href ?? ''").endswith(address):
            expect(page.locator(":focus")).to_be_in_viewport()
            return
    raise AssertionError(f"the keyboard finds no way to {address}")


def test_by_keyboard_alone_from_home_to_what_norfolk_said_to_recommendation_20_in_welsh(
    open_page: Open, register: str
) -> None:
    page = open_page(register)
    stop_at(page, "/cy/")
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    page.wait_for_load_state()  # or nobody listens to the key yet
    page.keyboard.press("Control+k")
    page.keyboard.type("Norfolk argymhelliad 20")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{register}{PATHS['cy']}?q=Norfolk+argymhelliad+20")
    answer = hit(page, "cy/ymatebion/2023-terrorist-offenders/norfolk/")
    expect(answer).to_contain_text("yn Saesneg yn unig")
    page.keyboard.press("Control+k")
    stop_at(page, "/cy/ymatebion/2023-terrorist-offenders/norfolk/")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{register}cy/ymatebion/2023-terrorist-offenders/norfolk/")
    stop_at(page, "/cy/arolygiadau/2023-terrorist-offenders/r20/")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Argymhelliad 20")
    stop_at(page, "/cy/ymatebion/2023-terrorist-offenders/norfolk/#comments")


def test_the_switch_keeps_the_search(open_page: Open, register: str) -> None:
    page = open_page(f"{register}{PATHS['en']}?q=probation&force=gwent")
    expect(hits(page)).to_have_count(1)
    page.get_by_role("link", name="Cymraeg", exact=True).click()
    expect(page).to_have_url(f"{register}{PATHS['cy']}?q=probation&force=gwent")
    expect(hit(page, "cy/ymatebion/2023-terrorist-offenders/gwent/")).to_have_count(1)
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(f"{register}{PATHS['en']}?q=probation&force=gwent")


def test_an_index_that_holds_nothing_more_for_the_reader_is_not_asked_for(
    open_page: Open, serve: Callable[[Path], str], built_site: Path, english_site: Path
) -> None:
    for site in (built_site, english_site):  # neither holds a text in Welsh alone
        page = open_page(serve(site) + PATHS["en"])
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.reload()
        expect(hits(page).first).to_be_visible()
        assert any("/pagefind/en/" in url for url in asked)
        assert not any("/pagefind/cy/" in url for url in asked)


def test_what_an_address_chose_stands_first_among_its_facet_s_values(open_page: Open, register: str) -> None:
    page = open_page(f"{register}{PATHS['en']}?force=wiltshire&force=no-such-force")
    expect(hits(page).first).to_be_visible()
    labels = facet(page, "Force").locator("label")
    expect(labels.nth(0)).to_have_text("Wiltshire (2)")
    expect(labels.nth(1)).to_have_text("no-such-force (0)")
    expect(labels.nth(2)).to_have_text("Avon and Somerset (1)")


def test_the_search_follows_the_typing_and_says_how_many_it_found(open_page: Open, register: str) -> None:
    page = open_page(f"{register}{PATHS['en']}")
    page.locator("#q").press_sequentially("Salisbury")
    expect(page.get_by_role("status")).to_have_text("1 page found")
    expect(page).to_have_url(f"{register}{PATHS['en']}?q=Salisbury")
    assert page.evaluate("document.activeElement.name") == "q"


def test_without_words_all_pages_can_be_browsed_the_newest_first(open_page: Open, register: str) -> None:
    for path in PATHS.values():
        page = open_page(register + path)
        expect(hits(page)).to_have_count(10)
        assert "2023-terrorist-offenders/west-mercia/" in (hits(page).first.locator("a").get_attribute("href") or "")
        total = int(re.search(r"\d+", page.locator("#found").inner_text())[0])
        while (shown := hits(page).count()) < total:
            page.locator("#more").click()
            expect(hits(page)).to_have_count(min(shown + 10, total))
            focused = page.evaluate("[...document.querySelectorAll('#hits a')].indexOf(document.activeElement)")
            assert focused == shown
        assert not page.locator("#more").is_visible()
        links = [link.get_attribute("href") for link in hits(page).locator("a").all()]
        assert len(set(links)) == total
        assert all(link.startswith(register + ("cy/" if "cy" in path else "")) for link in links)


@pytest.mark.parametrize("words", ["counter-terrorism", "counter terrorism", "Counter–Terrorism"])
def test_a_hyphen_does_not_matter(open_page: Open, register: str, words: str) -> None:
    page = open_page(f"{register}{PATHS['en']}?q={words}&kind=inspection")
    expect(hits(page)).to_have_count(2)  # one writes it with a hyphen, and one without


def test_quotation_marks_ask_for_words_in_their_order(open_page: Open, register: str) -> None:
    page = open_page(f'{register}{PATHS["en"]}?q="multi-agency working between prisons"')
    expect(hits(page)).to_have_count(1)
    expect(hit(page, "responses/2023-terrorist-offenders/hampshire/")).to_have_count(1)


def test_accents_and_case_do_not_matter(open_page: Open, register: str) -> None:
    for words in ("cwmbran", "CWMBRÂN"):
        page = open_page(f"{register}{PATHS['en']}?q={words}")
        expect(hit(page, "responses/2023-terrorist-offenders/gwent/")).to_have_count(1)


@pytest.mark.parametrize(("language", "sentence"), [("en", "Search needs JavaScript"), ("cy", "JavaScript")])
def test_without_javascript_the_page_says_what_it_needs_and_leads_to_the_lists(
    open_page: Open, register: str, language: str, sentence: str
) -> None:
    page = open_page(f"{register}{PATHS[language]}?q=Salisbury", java_script_enabled=False)
    said = page.locator("noscript")
    assert sentence in said.inner_text()
    said.get_by_role("link").first.click()
    expect(page).to_have_url(register + RESPONSES[language])


def test_an_item_among_the_filters_marks_its_words_where_they_are_in_the_other_language(
    open_page: Open, register: str
) -> None:
    for language, lang in (("cy", "en"), ("en", None)):
        page = open_page(f"{register}{PATHS[language]}?inspection=2023-terrorist-offenders")
        label = page.locator("[data-facet=item] .label").first
        expect(label).to_contain_text(" – The senior national coordinator should")
        assert label.locator("span").get_attribute("lang") == lang
