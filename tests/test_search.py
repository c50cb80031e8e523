"""Search: the indexes as files, and the search page in Chromium, in both languages."""

import json
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement
from playwright.sync_api import Browser, Page, Route, expect
from sampling import at_length
from search_page import PATHS, RESPONSES, choose, facet, hit, hits
from section55.publishing import Leavings
from section55.publishing.outputs import SEARCHED
from section55.search import shards
from section55.search.index import SHARED, IndexingFailed, shared, write_index
from section55.search.welsh import keyed, keyed_html, restored
from welsh_words import NOT_ONE_WORD, ONE_WORD, rows

FIXTURES = Path(__file__).parent / "fixtures"

ASSETS = Path(__file__).parents[1] / "overrides" / "assets"

Open = Callable[..., Page]
Serve = Callable[[Path], str]


@pytest.fixture(scope="session")
def fictional(serve: Callable[[Path], str], fictional_site: Path) -> str:
    """The fictional register's site, which has a text of every language or two."""
    return serve(fictional_site)


def documents(site: Path) -> Iterator[tuple[str, str, HtmlElement]]:
    """What Pagefind reads: each page's language, address, and the document that stands for it."""
    root = Leavings(site).folder / SEARCHED
    for path in root.rglob("index.html"):
        language, _shard, *address = path.relative_to(root).parent.parts
        yield language, "/".join(address), html.document_fromstring(path.read_text(encoding="utf-8"))


def told(document: HtmlElement, kind: str) -> dict[str, list[str]]:
    """The filters or metas of a document."""
    values: dict[str, list[str]] = {}
    for meta in document.xpath(f"//meta[@data-pagefind-{kind}]"):
        values.setdefault(meta.get(f"data-pagefind-{kind}").partition("[")[0], []).append(meta.get("content"))
    return values


# Files


def test_an_index_is_made_for_each_language_of_the_site_with_only_what_a_page_loads(
    fictional_site: Path, english_site: Path, welsh_site: Path
) -> None:
    for site, languages in ((fictional_site, {"en", "cy"}), (english_site, {"en"}), (welsh_site, {"cy"})):
        assert {path.name for path in (site / "pagefind").iterdir()} == {*SHARED, *languages}
        for language in languages:
            for bundle in (site / "pagefind" / language).iterdir():
                names = {path.name.split(".")[0] for path in bundle.iterdir()}
                of_pagefind = {"pagefind", "pagefind-worker", "pagefind-entry", "filter", "fragment", "index"}
                assert names == {*of_pagefind, "dates"}
                entry = json.loads((bundle / "pagefind-entry.json").read_text("utf-8"))
                assert list(entry["languages"]) == [language]


@pytest.mark.parametrize("name", ["built_site", "fictional_site", "english_site", "welsh_site"])
def test_each_code_that_pages_are_filtered_by_has_a_label_in_each_language(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(name)
    pages = [(language, told(document, "filter"), told(document, "meta")) for language, _, document in documents(site)]
    assert pages
    for language in {language for language, *_ in pages}:
        labels = json.loads((site / f"assets/search/{language}.json").read_text("utf-8"))
        known = {name: {entry[0] for entry in entries} for name, entries in labels["labels"].items()}
        known["item"] = {
            item[0]
            for inspection in known["inspection"]
            for item in json.loads((site / f"assets/search/{language}/{inspection}.json").read_text("utf-8"))
        }
        for _, filters, said in pages:
            for facet_name, codes in filters.items():
                if facet_name not in ("year", "translated", "shard"):
                    assert set(codes) <= known[facet_name]
            assert said.get("item", filters["kind"])[0] in labels["kinds"]
            assert said.get("status", ["current"])[0] in labels["statuses"]


def test_a_text_stands_in_the_index_of_its_language_alone(fictional_site: Path) -> None:
    held = {(language, address): document for language, address, document in documents(fictional_site)}
    for name, languages in (
        ("aberfictional", {"en", "cy"}),
        ("bangor-fictional", {"cy"}),
        ("fictional-city", {"en"}),
    ):
        for language, folder in RESPONSES.items():
            document = held.get((language, f"{folder}2023-fictional-custody/{name}"))
            assert (document is not None) == (language in languages), (name, language)
            if document is not None:
                assert ("translated" in told(document, "filter")) == (len(languages) == 2)


def test_a_page_without_text_of_its_own_stands_in_neither_index(fictional_site: Path) -> None:
    held = {address for _, address, _ in documents(fictional_site)}
    assert not held & {"", "responses", "inspections", "search", "rules", "statistics"}


@pytest.mark.parametrize(
    ("program", "reason"),
    [(sys.executable, "made no index of the pages in “en”"), ("not-there", "could not be started")],
)
def test_a_failure_of_pagefind_is_told_in_a_sentence(
    program: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", program)
    with pytest.raises(IndexingFailed, match=reason):
        write_index({}, tmp_path / "bundle", "en")


# English: stems

ENGLISH_FORMS = """
    interval intervals interfere interfered interfering internal international interviewed skis skies sky dying lying
    news inning outing earring herring evening proceed exceed succeed generously community communism university
    universal emergency emergent organisation organised organic lateral later paste past arsenic biologist psychologist
    policies policing police officers constable's constable’s inspectorates' custodial detained detention
    vulnerability vulnerable disproportionately conditional nationally effectiveness hopefulness agreed agreeing owed
    using used reviewed reviewing commissioner's happily early only singly ugly idly gently atlas cosmos bias howe
"""


def test_an_english_word_is_asked_for_as_the_index_has_it(browser: Browser, serve: Serve, tmp_path: Path) -> None:
    """Each word of a page finds it, whatever its ending, by its stem alone."""
    words = ENGLISH_FORMS.split()
    order = '<meta name="order" content="">'
    documents = {
        f"{number}/index.html": f'<html lang="en"><head>{order}</head><body>{word}</body></html>'
        for number, word in enumerate(words)
    }
    site = tmp_path / "site"
    write_index(documents, site / "pagefind" / "en" / "2016", "en")
    for name, content in shared().items():
        (site / "pagefind" / name).write_bytes(content)
    shutil.copy(ASSETS / "english-stemmer.js", site)
    (site / "index.html").write_text('<html lang="en"><title>-</title></html>', "utf-8")
    page = browser.new_page()
    page.goto(serve(site))
    found = page.evaluate(
        """async (words) => {
            const { createInstance } = await import("./pagefind/pagefind.js");
            const { stem } = await import("./english-stemmer.js");
            const pagefind = createInstance({ basePath: new URL("pagefind/en/2016/", location).href, baseUrl: "/" });
            const found = {};
            for (const word of words) {
                const { results } = await pagefind.search(stem(word.toLowerCase().replace(/['’]/g, "")));
                const pages = await Promise.all(results.map((result) => result.data()));
                found[word] = pages.map(({ url }) => words[Number(url.split("/").at(-2))]);
            }
            return found;
        }""",
        words,
    )
    page.close()
    assert [word for word in words if word not in found[word]] == []
    assert {"police", "policing", "policies"} >= set(found["policing"]) > {"policing"}
    assert found["evening"] == ["evening"]


# Welsh: a word and its mutations


@given(st.text())
def test_what_an_index_is_told_of_a_welsh_text_is_set_right_again(text: str) -> None:
    assert restored(keyed(text)) == text


def test_words_between_tags_are_told_by_their_keys_and_tags_as_they_are() -> None:
    markup = '<p id="gwent">Nghymru &amp; <a href="/cy/gwent/">Dyfed</a></p>'
    assert keyed_html(markup) == '<p id="gwent">`^/)+`ymru &amp; <a href="/cy/gwent/">`^%`|tyfed</a></p>'


@pytest.fixture(scope="session")
def welsh_words(
    serve: Callable[[Path], str], build_site: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> str:
    """The fictional register's site with pages in Welsh alone: of radicals, of mutations, of words that are no kin."""
    content = tmp_path_factory.mktemp("welsh") / "content"
    shutil.copytree(FIXTURES / "register", content)
    radicals, mutated = zip(*((row[0], " ".join(row[1:])) for row in rows(ONE_WORD)), strict=True)
    ours, others = zip(*rows(NOT_ONE_WORD), strict=True)
    for name, text in (("radicals", radicals), ("mutated", mutated), ("ours", ours), ("others", others)):
        front_matter = f"---\ntitle: Q{name}\naddress: q{name}\n---\n"
        (content / "pages" / f"{name}.cy.md").write_text(f"{front_matter}\n{' '.join(text)}\n", encoding="utf-8")
    return serve(build_site(content, content.parent / "site"))


def ask(page: Page, words: str) -> None:
    """Asks for words on a search page that is open, and waits for what comes of it."""
    page.locator("#q").fill(words)
    page.evaluate("document.querySelector('#found').textContent = ''")
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_have_text(re.compile(r"\d|hyd i ddim|Nothing"))


def names(page: Page) -> set[str]:
    """The own pages among the results."""
    found = (re.search(r"/q?(radicals|mutated|ours|others)/$", address) for address in addresses(page))
    return {match[1] for match in found if match}


def test_each_form_of_a_welsh_word_finds_all_and_each_is_marked_as_it_is_written(
    open_page: Open, welsh_words: str
) -> None:
    page = open_page(f"{welsh_words}{PATHS['cy']}?kind=page")
    wrong = []
    for radical, *mutated in rows(ONE_WORD):
        for form in (radical, *mutated):
            ask(page, form)
            marks = set(page.locator("mark").all_inner_texts())
            if not {radical, *mutated} <= marks or "radicals" not in names(page):
                wrong.append((form, marks))
    assert wrong == []


def test_welsh_words_that_are_no_kin_do_not_find_each_other(open_page: Open, welsh_words: str) -> None:
    page = open_page(f"{welsh_words}{PATHS['cy']}?kind=page")
    wrong = []
    for ours, other in rows(NOT_ONE_WORD):
        ask(page, ours)
        wrong += [(ours, other)] if "others" in names(page) or "ours" not in names(page) else []
        ask(page, other)
        wrong += [(other, ours)] if "others" not in names(page) else []
    assert wrong == []


@pytest.mark.parametrize("language", PATHS)
@pytest.mark.parametrize(
    "words",
    [
        "nghomisi",  # while it is typed
        "cymru comisiynydd",
        '"cymru cynllun"',  # of which the text has "Gymru … gynllun": in its order
        "GYNLLUN  Gymru!",
        "gwyl",  # without its accent
    ],
)
def test_welsh_is_found_from_either_language_while_typing_and_in_phrases(
    open_page: Open, welsh_words: str, language: str, words: str
) -> None:
    page = open_page(f"{welsh_words}{PATHS[language]}?kind=page")
    ask(page, words)
    assert "radicals" in names(page)
    assert ("in Welsh only" in page.locator("#hits").inner_text()) == (language == "en")
    ask(page, '"cynllun cymru"')
    assert names(page) == set()


# Languages


@pytest.mark.parametrize(
    ("language", "words", "passage"),
    [("en", "grateful", "I am grateful for this fictional"), ("cy", "ddiolchgar", "Rwy'n ddiolchgar am yr adroddiad")],
)
def test_a_response_in_both_languages_is_found_once_in_the_reader_s(
    open_page: Open, fictional: str, language: str, words: str, passage: str
) -> None:
    page = open_page(f"{fictional}{PATHS[language]}?q={words}")
    found = hit(page, f"{RESPONSES[language]}2023-fictional-custody/aberfictional/")
    expect(hits(page)).to_have_count(1)
    expect(found.locator(".passage")).to_contain_text(passage)
    assert found.locator(".passage").get_attribute("lang") is None
    assert " only" not in found.inner_text() and "yn unig" not in found.inner_text()


def test_a_name_finds_a_response_in_both_languages_once(open_page: Open, fictional: str) -> None:
    for language, path in PATHS.items():
        page = open_page(f"{fictional}{path}?q=Dychymyg&kind=response&inspection=2023-fictional-custody")
        expect(hit(page, f"{RESPONSES[language]}2023-fictional-custody/aberfictional/")).to_have_count(1)
        expect(hits(page)).to_have_count(1)


def test_a_text_in_welsh_alone_is_found_from_the_english_page_and_says_so(open_page: Open, fictional: str) -> None:
    page = open_page(f"{fictional}{PATHS['en']}?q=gofyn+waith")
    found = hit(page, "responses/2023-fictional-custody/bangor-fictional/")
    expect(hits(page)).to_have_count(1)
    expect(found.locator(".entry-meta")).to_have_text("Response · Dated 30 August 2023 · in Welsh only")
    assert found.locator(".passage").get_attribute("lang") == "cy"
    assert found.locator("a").get_attribute("lang") is None  # the body's English name is known


def test_texts_that_an_english_reader_cannot_read_stand_after_those_that_they_can(
    open_page: Open, fictional: str
) -> None:
    page = open_page(f"{fictional}{PATHS['en']}?q=police&kind=response")
    expect(hits(page)).to_have_count(8)
    in_welsh_only = ["in Welsh only" in each for each in hits(page).all_inner_texts()]
    assert any(in_welsh_only) and in_welsh_only == sorted(in_welsh_only)


# Shards: the latest reports first, the others when they are there


@pytest.fixture(scope="session")
def divided(
    serve: Callable[[Path], str], build_site: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> str:
    """The fictional register's site, its indexes divided as those of a large register are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "ENOUGH", 8)
        site = build_site(FIXTURES / "register", tmp_path_factory.mktemp("divided") / "site")
    assert len(list((site / "pagefind" / "en").iterdir())) == 3
    return serve(site)


@contextmanager
def only_the_latest(page: Page) -> Iterator[None]:
    """Has everything wait that is asked of older shards and of the other language's, until it is left."""
    waiting: list[Route] | None = []

    def answer(route: Route) -> None:
        if waiting is None:
            route.continue_()
        else:
            waiting.append(route)

    page.route(re.compile(r"/pagefind/(cy/|en/20(?!24))"), answer)
    yield
    held, waiting = waiting, None
    for route in held:
        route.continue_()


def addresses(page: Page) -> list[str]:
    return [link.get_attribute("href") or "" for link in hits(page).locator("a").all()]


def test_what_the_latest_reports_have_is_shown_while_the_others_are_on_their_way(
    open_page: Open, divided: str
) -> None:
    page = open_page(f"{divided}rules/")
    with only_the_latest(page):
        page.goto(f"{divided}{PATHS['en']}?q=fictional")
        expect(page.locator("#so-far")).to_have_text(
            re.compile(r"^\d+ pages? found so far, in reports since 2024\. The others are still being searched…$")
        )
        expect(page.get_by_role("status")).to_have_text("Searching…")  # which alone is read out
        assert addresses(page)
        assert not page.locator("#filters").is_visible()
    expect(page.locator("#so-far")).to_be_hidden()
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ pages found$"))
    expect(page.locator("#filters")).to_be_visible()


@pytest.mark.parametrize("sort", ["", "&sort=date"])
@pytest.mark.parametrize("words", ["report", "custody suite", *at_length(["fictional", "Mythshire"])])
def test_in_the_end_all_stand_in_their_order_whatever_was_shown_first(
    open_page: Open, divided: str, fictional: str, words: str, sort: str
) -> None:
    found = {}
    for site in (divided, fictional):
        page = open_page(f"{site}{PATHS['en']}?q={words}{sort}")
        expect(page.get_by_role("status")).to_have_text(re.compile("found$"))
        while page.locator("#more").is_visible():
            before = hits(page).count()
            page.locator("#more").click()
            expect(hits(page).nth(before)).to_be_visible()
        found[site] = [address.removeprefix(site) for address in addresses(page)]
        assert len(set(found[site])) == len(found[site])
    assert sorted(found[divided]) == sorted(found[fictional])
    if sort:
        dated = [address for address in found[divided] if re.search("/20", address)]
        assert dated == [address for address in found[fictional] if re.search("/20", address)]


def test_rows_that_the_reader_is_at_do_not_move_and_can_be_put_in_order(open_page: Open, divided: str) -> None:
    page = open_page(f"{divided}rules/")
    with only_the_latest(page):
        page.goto(f"{divided}{PATHS['en']}?q=form")
        expect(page.locator("#so-far")).to_be_visible()
        before = addresses(page)
        hits(page).locator("a").first.focus()
    expect(page.get_by_role("status")).to_have_text(re.compile("found$"))
    assert addresses(page)[: len(before)] == before
    assert len(addresses(page)) > len(before)
    page.get_by_role("button", name="Put all in order").click()
    expect(page.locator("#reorder")).to_be_hidden()
    again = open_page(f"{divided}{PATHS['en']}?q=form")
    expect(again.get_by_role("status")).to_have_text(re.compile("found$"))
    assert addresses(page) == addresses(again)
    assert addresses(page) != before
    expect(hits(page).locator("a").first).to_be_focused()


@pytest.mark.parametrize("words", ["grateful", "gofyn waith", *at_length(["ddiolchgar", "draft keys"])])
def test_a_shard_that_lacks_a_word_adds_nothing_for_the_others(
    open_page: Open, divided: str, fictional: str, words: str
) -> None:
    said = []
    for site in (divided, fictional):
        for path in PATHS.values():
            page = open_page(f"{site}{path}?q={words}")
            expect(page.get_by_role("status")).to_have_text(re.compile(r"\d|Nothing|dim$"))
            said.append(page.get_by_role("status").inner_text())
    assert said[:2] == said[2:]


# Filters


def test_filters_narrow_count_and_stand_in_the_address(open_page: Open, fictional: str) -> None:
    page = open_page(f"{fictional}{PATHS['en']}?q=fictional")
    expect(page.locator("#filters")).to_be_visible()
    all_found = page.locator("#found").inner_text()
    number = choose(page, "Kind of page", "Responses")
    expect(page.locator("#found")).to_have_text(f"{number} pages found")
    number = choose(page, "Inspection", "An inspection of fictional custody suites")
    expect(page.locator("#found")).to_have_text(f"{number} pages found")
    number = choose(page, "Position", "Rejected")
    expect(page.locator("#found")).to_have_text(re.compile(rf"^{number} pages? found$"))
    expect(hit(page, "responses/2023-fictional-custody/aberfictional/")).to_have_count(1)
    asked = "?q=fictional&kind=response&inspection=2023-fictional-custody&position=rejected"
    expect(page).to_have_url(f"{fictional}{PATHS['en']}{asked}")
    page.reload()
    expect(page.locator("#found")).to_have_text(re.compile(rf"^{number} pages? found$"))
    expect(facet(page, "Position").get_by_role("checkbox", checked=True)).to_have_count(1)
    page.locator(".filters .clear").click()
    expect(page.locator("#found")).to_have_text(all_found)
    expect(page).to_have_url(f"{fictional}{PATHS['en']}?q=fictional")
    assert page.evaluate("document.activeElement.name") == "q"


def test_values_of_one_facet_add_up_and_their_counts_are_those_beside_the_other_filters(
    open_page: Open, fictional: str
) -> None:
    page = open_page(f"{fictional}{PATHS['en']}?kind=response")
    expect(page.locator("#filters")).to_be_visible()
    first = choose(page, "Year", "2023")
    expect(page.locator("#found")).to_have_text(f"{first} pages found")
    second = choose(page, "Year", "2024")
    expect(page.locator("#found")).to_have_text(f"{first + second} pages found")


def test_a_nation_and_a_topic_can_be_chosen(open_page: Open, fictional: str) -> None:
    page = open_page(f"{fictional}{PATHS['cy']}?kind=response")
    expect(page.locator("#filters")).to_be_visible()
    number = choose(page, "Gwlad", "Cymru")
    expect(page).to_have_url(re.compile("nation=wales"))
    assert number and all(re.search("aberfictional|bangor", address) for address in addresses(page)[:number])
    choose(page, "Pwnc", "Y ddalfa")
    expect(page).to_have_url(re.compile("topic=custody&nation=wales"))
    expect(page.locator("#found")).not_to_have_text("")


def test_filters_that_are_folded_are_not_loaded(open_page: Open, fictional: str) -> None:
    page = open_page(f"{fictional}rules/", viewport={"width": 360, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{fictional}{PATHS['en']}?q=grateful")
    expect(page.locator("#filters > summary")).to_be_visible()
    number = sum("pf_filter" in url for url in asked)
    page.locator("#filters > summary").click()
    expect(page.locator("details.facet .count").first).to_be_visible()
    assert sum("pf_filter" in url for url in asked) > number


@pytest.mark.parametrize("language", PATHS)
def test_one_program_asks_the_indexes_of_both_languages(open_page: Open, fictional: str, language: str) -> None:
    page = open_page(f"{fictional}rules/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("?")[0]))
    page.goto(f"{fictional}{PATHS[language]}")
    expect(hits(page)).not_to_have_count(0)
    for name in (*SHARED, "pagefind-worker.js"):
        assert len({url for url in asked if url.endswith(f"/{name}")}) == 1
    assert {url.split("/pagefind/")[1][:2] for url in asked if url.endswith("entry.json")} == {"en", "cy"}


def test_an_inspection_s_items_can_be_chosen_with_it_and_go_with_it(open_page: Open, fictional: str) -> None:
    page = open_page(f"{fictional}{PATHS['en']}")
    expect(page.locator("#filters")).to_be_visible()
    assert not page.locator("[data-facet=item]").is_visible()
    choose(page, "Inspection", "An inspection of fictional custody suites")
    expect(page.locator("[data-facet=item]")).to_be_visible()
    number = choose(page, "Recommendation", "Recommendation 1 – By the end of the year, all fictional forces…")
    expect(page.locator("#found")).to_have_text(f"{number} pages found")
    expect(hit(page, "inspections/2023-fictional-custody/r1/")).to_have_count(1)
    choose(page, "Inspection", "An inspection of fictional custody suites")
    expect(page).to_have_url(f"{fictional}{PATHS['en']}")
    expect(page.locator("[data-facet=item]")).to_be_hidden()


def test_a_filter_can_be_ticked_with_the_keyboard_and_keeps_the_focus(open_page: Open, fictional: str) -> None:
    page = open_page(f"{fictional}{PATHS['en']}?q=fictional")
    expect(page.locator("[data-facet=kind] li").nth(1)).to_be_visible()
    page.locator("#q").focus()
    for _ in range(4):  # the button, the facet, its first two choices
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("details.facet input:checked")).to_have_count(1)
    expect(page).to_have_url(re.compile("&kind="))
    assert page.evaluate("document.activeElement.checked") is True


# What is found


def test_the_newest_can_stand_first_among_what_is_found(open_page: Open, fictional: str) -> None:
    page = open_page(f"{fictional}{PATHS['en']}?q=fictional&kind=response")
    expect(hits(page).first).to_be_visible()
    page.get_by_label("Order").select_option("date")
    expect(page).to_have_url(re.compile("sort=date"))
    expect(hits(page).first.locator("a")).to_have_attribute("href", re.compile("2024-fictional-revisit/"))
    years = [re.search(r"/(\d{4})-", link.get_attribute("href") or "")[1] for link in hits(page).locator("a").all()]
    assert years == sorted(years, reverse=True)


@pytest.mark.parametrize(
    "words",
    [
        "xylophone",
        "fictional xylophone",  # of a word that it does not have, Pagefind makes nothing
        "ficxyz",  # … or the longest beginning that it has
    ],
)
@pytest.mark.parametrize("language", PATHS)
def test_nothing_is_found_that_lacks_a_word_and_what_to_try_is_said(
    open_page: Open, fictional: str, language: str, words: str
) -> None:
    page = open_page(f"{fictional}{PATHS[language]}?q={words.replace(' ', '+')}&kind=response")
    expect(page.locator("#nothing")).to_be_visible()
    expect(hits(page)).to_have_count(0)
    expect(page.locator("#nothing .same-search")).to_have_attribute("href", re.compile(r"\?q="))
    page.locator("#nothing .clear").click()
    expect(page).to_have_url(re.compile(r"\?q=[a-z+]+$"))


def test_where_nothing_is_found_no_place_is_kept_for_filters(open_page: Open, fictional: str) -> None:
    page = open_page(f"{fictional}{PATHS['en']}?q=xylophone")
    expect(page.locator("#nothing")).to_be_visible()
    assert page.locator("#nothing").bounding_box()["x"] == page.locator("#search").bounding_box()["x"]


def test_a_report_is_shown_with_what_it_is_about_and_not_with_what_the_site_holds(
    open_page: Open, fictional: str
) -> None:
    page = open_page(f"{fictional}{PATHS['en']}?q=custody&kind=inspection")
    passage = hit(page, "inspections/2023-fictional-custody/").locator(".passage")
    expect(passage).to_contain_text("The fictional custody report")
    for words in ("held here", "publisher’s site", "day 56"):
        expect(passage).not_to_contain_text(words)


@pytest.mark.parametrize(
    ("language", "address", "passage"),
    [
        (
            "en",
            "forces/fictionshire/",
            "Responses held here of those who answer for Fictionshire Constabulary. Area: Fictionshire, England.",
        ),
        (
            "cy",
            "cy/heddluoedd/fictionshire/",
            "gan y rhai sy’n ateb dros Fictionshire Constabulary. Ardal: Fictionshire, Lloegr.",
        ),
    ],
)
def test_a_force_is_shown_in_sentences_and_without_codes(
    open_page: Open, fictional: str, language: str, address: str, passage: str
) -> None:
    page = open_page(f"{fictional}{PATHS[language]}?q=fictionshire&kind=force")
    found = hit(page, address).locator(".passage")
    expect(found).to_contain_text(passage)
    expect(found).not_to_contain_text("E239")


def test_a_response_that_does_not_stand_says_so(open_page: Open, fictional: str) -> None:
    page = open_page(f"{fictional}{PATHS['en']}?q=draft+keys&kind=response")
    expect(hits(page).locator(".entry-meta")).to_have_text("Response · Withdrawn · Published 18 March 2024")


# The page


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
@pytest.mark.parametrize("asked", ["", "?q=fictional&force=aberfictional", "?q=xylophone"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    open_page: Open, fictional: str, asked: str, width: int, scheme: str
) -> None:
    for path in PATHS.values():
        page = open_page(fictional + path + asked, viewport={"width": width, "height": 900}, color_scheme=scheme)
        expect(page.locator("#nothing" if "xylophone" in asked else "#filters")).to_be_visible()
        if width == 320 and "xylophone" not in asked:
            page.locator("#filters > summary").click()
        found = Axe().run(page).response["violations"]
        broken = [(each["id"], node["target"], node["failureSummary"]) for each in found for node in each["nodes"]]
        assert broken == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_a_search_that_cannot_be_loaded_says_so_and_is_tried_again(browser: Browser, fictional: str) -> None:
    context = browser.new_context()  # whose console may speak
    page = context.new_page()
    page.route("**/assets/search/en.json", lambda route: route.abort())
    page.goto(f"{fictional}{PATHS['en']}?q=grateful")
    expect(page.locator("#failed").get_by_role("link", name="Responses")).to_be_visible()
    page.unroute("**/assets/search/en.json")
    page.get_by_role("button", name="Search").click()
    expect(hits(page)).to_have_count(1)
    expect(page.locator("#failed")).to_be_hidden()
    context.close()


def test_the_search_runs_under_a_policy_that_allows_only_this_site(open_page: Open, fictional: str) -> None:
    page = open_page(f"{fictional}{PATHS['en']}")

    def with_policy(route: Route) -> None:
        policy = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'"
        response = route.fetch()
        route.fulfill(response=response, headers=response.headers | {"content-security-policy": policy})

    page.route("**/search/**", with_policy)
    page.goto(f"{fictional}{PATHS['en']}?q=grateful")
    expect(hits(page)).to_have_count(1)
