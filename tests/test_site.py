"""The built site, as files: every page in every language of the site, whole, linked and valid in its form."""

import posixpath
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

FIXTURES = Path(__file__).parent / "fixtures"

SITES = ("built_site", "fictional_site", "english_site", "welsh_site")


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def pages(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    """The address of each page, from the site's root, and its document; the page for what is not found is left out."""
    for path in sorted(site.rglob("index.html")):
        yield posixpath.join(path.parent.relative_to(site).as_posix(), "").removeprefix("./"), document(path)


def document(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_text(encoding="utf-8"))


# Addresses


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        ("", "cy/"),
        ("responses/", "cy/ymatebion/"),
        ("responses/2023-fictional-custody/aberfictional/", "cy/ymatebion/2023-fictional-custody/aberfictional/"),
        (
            "responses/2023-fictional-custody/greater-mythshire-2/",
            "cy/ymatebion/2023-fictional-custody/greater-mythshire-2/",
        ),
        ("inspections/", "cy/arolygiadau/"),
        ("inspections/2023-fictional-custody/", "cy/arolygiadau/2023-fictional-custody/"),
        ("inspections/2023-fictional-custody/r1/", "cy/arolygiadau/2023-fictional-custody/r1/"),
        ("recommendations/", "cy/argymhellion/"),
        ("forces/", "cy/heddluoedd/"),
        ("forces/fictional-city/", "cy/heddluoedd/fictional-city/"),
        ("search/", "cy/chwilio/"),
        ("topics/", "cy/pynciau/"),
        ("statistics/", "cy/ystadegau/"),
        ("rules/", "cy/rheolau/"),
    ],
)
def test_a_page_stands_at_its_address_in_each_language_and_switches_to_its_twin(
    fictional_site: Path, english: str, welsh: str
) -> None:
    for here, there, language, other in ((english, welsh, "en", "cy"), (welsh, english, "cy", "en")):
        page = document(fictional_site / here / "index.html")
        assert page.get("lang") == language
        (switch,) = page.xpath("//a[contains(@class, 'switch')]")
        assert switch.text == {"en": "English", "cy": "Cymraeg"}[other]
        assert switch.get("lang") == switch.get("hreflang") == other
        assert posixpath.join(posixpath.normpath(posixpath.join(here, switch.get("href"))), "") == (there or "./")
        alternates = {
            link.get("hreflang"): link.get("href") for link in page.xpath("//link[@rel='alternate'][@hreflang]")
        }
        assert alternates.keys() == {"en", "cy"}
        assert alternates[other] == switch.get("href")


def test_with_the_site_s_address_the_list_for_search_engines_names_a_page_s_twin(addressed_site: Path) -> None:
    base = "https://example.invalid/register/"
    entries = html.etree.parse(addressed_site / "sitemap.xml").getroot()
    twins = {
        entry.findtext("{*}loc"): {link.get("hreflang"): link.get("href") for link in entry.iterfind("{*}link")}
        for entry in entries
    }
    for language in ("responses", "cy/ymatebion"):
        assert twins[f"{base}{language}/2023-fictional-custody/aberfictional/"] == {
            "en": f"{base}responses/2023-fictional-custody/aberfictional/",
            "cy": f"{base}cy/ymatebion/2023-fictional-custody/aberfictional/",
        }


def test_with_the_site_s_address_alternates_and_canonical_links_are_whole(
    tmp_path: Path, build_site: Callable[..., Path]
) -> None:
    site = build_site(FIXTURES / "english-only", tmp_path / "site", "https://example.invalid/register/")
    page = document(site / "responses/index.html")
    (canonical,) = page.xpath("//link[@rel='canonical']/@href")
    assert canonical == "https://example.invalid/register/responses/"
    assert "/register/" in (site / "404.html").read_text(encoding="utf-8")
    listed = {element.text for element in html.etree.parse(site / "sitemap.xml").iter("{*}loc")}
    assert listed == {f"https://example.invalid/register/{address}" for address, _ in pages(site)}


def test_without_the_site_s_address_there_is_no_list_of_addresses(built_site: Path) -> None:
    assert not list(built_site.glob("sitemap*"))


def test_addresses_are_lower_case_ascii(site: Path) -> None:
    for address, _ in pages(site):
        assert address.isascii() and address == address.lower() and " " not in address


# Languages


def test_a_site_in_one_language_has_no_page_link_or_switch_of_the_other(english_site: Path, welsh_site: Path) -> None:
    assert not (english_site / "cy").exists()
    for site, language in ((english_site, "en"), (welsh_site, "cy")):
        for address, page in pages(site):
            if language == "cy" and address == "":
                continue  # the root of a site in Welsh leads to its home page
            assert page.get("lang") == language
            assert not page.xpath("//a[contains(@class, 'switch')]"), address
            assert not page.xpath("//link[@hreflang]"), address
    assert not (english_site / "pagefind/cy").exists()


def test_the_root_of_a_site_in_welsh_leads_to_its_home_page(welsh_site: Path) -> None:
    root = (welsh_site / "index.html").read_text(encoding="utf-8")
    assert 'href="cy/"' in root


def test_every_welsh_page_says_that_its_interface_awaits_review(fictional_site: Path) -> None:
    for address, page in pages(fictional_site):
        assert bool(page.xpath("//*[contains(@class, 'review')]")) == address.startswith("cy/"), address


# Every page


def test_every_page_says_whose_site_it_is_not(site: Path) -> None:
    for address, page in pages(site):
        assert page.xpath("//footer//p"), address


def test_a_page_has_a_title_of_its_own_one_heading_of_the_first_rank_and_none_skipped(site: Path) -> None:
    titles: dict[tuple[str, str], str] = {}
    for address, page in pages(site):
        (title,) = page.xpath("//title/text()")
        ranks = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert ranks.count(1) == 1 and ranks[0] == 1, address
        skipped = [(above, below) for above, below in zip(ranks, ranks[1:], strict=False) if below > above + 1]
        assert not skipped, address
        key = (page.get("lang"), title)
        if not is_redirect(page):
            assert key not in titles, f"{address} and {titles.get(key)} are both titled {title}"
            titles[key] = address


def test_ids_are_unique_on_a_page(site: Path) -> None:
    for address, page in pages(site):
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), (address, sorted(id_ for id_ in set(ids) if ids.count(id_) > 1))


def test_every_link_leads_to_a_page_and_part_that_exist(site: Path) -> None:
    known = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    anchors = {address: set(page.xpath("//@id")) for address, page in pages(site)}
    broken = []
    for address, page in pages(site):
        for target in page.xpath("//a/@href | //link/@href | //script/@src | //img/@src"):
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            path = posixpath.normpath(posixpath.join("/", address, unquote(parts.path) or "."))[1:]
            if parts.path.endswith("/") or not parts.path or parts.path in (".", ".."):
                path = posixpath.join(path if path != "." else "", "")
                path = "" if path == "/" else path
                there = f"{path}index.html" in known and (not parts.fragment or parts.fragment in anchors[path])
            else:
                there = path in known
            if not there:
                broken.append((address, target))
    assert broken == []


def test_a_page_asks_nothing_of_another_host_and_runs_no_inline_script(site: Path) -> None:
    for address, page in pages(site):
        for asked in page.xpath("//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='icon']/@href"):
            assert not urlsplit(asked).netloc, (address, asked)
        assert not page.xpath("//script[not(@src)][not(contains(@type, 'json'))]"), address
        assert not page.xpath("//@onclick | //@onload | //*[@style]"), address


def is_redirect(page: html.HtmlElement) -> bool:
    return bool(page.xpath("//meta[@http-equiv='refresh']"))


def test_beside_each_table_of_what_records_hold_is_its_data_to_download(site: Path) -> None:
    seen = 0
    for address, page in pages(site):
        # Not a body's own text, nor the site's own pages.
        for table in page.xpath("//main//table[not(ancestor::*[@id='text' or contains(@class, 'prose')])]"):
            (beside,) = table.xpath("(ancestor::section[1] | ancestor::article)[last()]")
            links = beside.xpath(".//a[contains(@href, '/api/v1/')]/@href")
            if not links:  # a nation's forces, all of which are one file
                links = page.xpath("//article/p/a[contains(@href, '/api/v1/')]/@href")
            assert links, address
            for link in links:
                assert (site / address / link).resolve().is_file(), (address, link)
            seen += 1
    assert seen


# A recommendation


def rows_of(table: html.HtmlElement) -> list[tuple[str, list[html.HtmlElement]]]:
    """Each row of a table's body: the words of its header, and its cells."""
    return [(text_of(row.find("th")), row.findall("td")) for row in table.xpath("tbody/tr")]


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize(
    ("address", "positions", "actions"),
    [
        (
            "inspections/2023-fictional-custody/r1/",
            {"Accepted": 4, "Supported": 1},
            {"Action taken": 2, "Action proposed": 4, "No action, with the reason": 0, "Action not stated": 0},
        ),
        (
            "cy/arolygiadau/2023-fictional-custody/r3a/",
            {"Gwrthodwyd": 1, "Cefnogwyd": 1, "Nodwyd": 1, "Ddim yn gymwys": 1},
            {"Camau a gymerwyd": 0, "Camau arfaethedig": 1, "Dim camau, gyda’r rheswm": 1, "Ni nodwyd camau": 2},
        ),
    ],
)
def test_the_charts_count_the_bodies_answers_in_responses_that_stand(
    fictional_site: Path, address: str, positions: dict[str, int], actions: dict[str, int]
) -> None:
    page = document(fictional_site / address / "index.html")
    charts = page.xpath("//table[@class='chart']")
    assert [{name: int(text_of(cell)) for name, (cell,) in rows_of(chart)} for chart in charts] == [positions, actions]
    # A position's number is that of the answers below its heading, to which its name leads.
    for row in charts[0].xpath("tbody/tr"):
        (link,) = row.xpath("th/a")
        group = page.get_element_by_id(link.get("href").removeprefix("#"))
        assert text_of(group.find("h3")) == text_of(link)
        assert len(group.findall("article")) == int(text_of(row.find("td")))


def test_a_bar_is_as_long_as_its_number_is_great_among_all_charts_of_a_page_that_count_the_same(site: Path) -> None:
    for address, page in pages(site):
        lengths: dict[str, set[tuple[int, float]]] = {}
        for chart in page.xpath("//table[@class='chart']"):
            counted = text_of(chart.xpath("thead//th[last()]")[0])
            for _, (cell,) in rows_of(chart):
                count, bar = int(text_of(cell)), cell.find("svg")
                assert (bar is None) == (count == 0), address
                if bar is not None:
                    lengths.setdefault(counted, set()).add((count, float(bar.get("width").removesuffix("%"))))
        for bars in lengths.values():
            greatest, longest = max(bars)
            for count, length in bars:
                assert length / longest == pytest.approx(count / greatest, abs=0.01), address


def test_an_item_s_page_gathers_each_answer_once_with_its_explanation_and_no_more_of_the_report_s_words(
    fictional_site: Path,
) -> None:
    page = document(fictional_site / "inspections/2023-fictional-custody/r1/index.html")
    answer = page.get_element_by_id("aberfictional")
    assert text_of(answer.find(".//h4")) == "Police and Crime Commissioner for Aberfictional"
    assert text_of(answer.getparent().find("h3")) == "Accepted"
    assert text_of(answer.find("p")) == "Action taken; action proposed"
    (chief_officer,) = answer.xpath("div[@class='chief']")
    assert text_of(chief_officer.find("h5")) == "Chief Constable"
    assert text_of(chief_officer.find("p")) == "Supported Action proposed"
    response = "../../../responses/2023-fictional-custody/aberfictional/"
    assert [each.get("href") for each in answer.iter("a")] == [f"{response}#r1", f"{response}#chief-officer"]
    said = [text_of(each) for each in answer.xpath(".//*[@class='prose']")]
    assert said == [
        "I accept this fictional recommendation. Half of the cells are lit; the others will be lit by Christmas.",
        "I support the lighting of fictional cells, and will see to it that it is done.",
    ]
    (compared,) = page.find_class("back")  # which repeats what is recommended above the answers that are compared
    compared.drop_tree()
    words = text_of(page)
    for once in (*said, "By the end of the year, all fictional forces should light their fictional cells."):
        assert words.count(once) == 1
    assert text_of(page.get_element_by_id("fictional-city")).endswith(
        "Since then, 24 December 2023: All fictional cells are lit. Action taken"
    )


def test_an_answer_to_several_items_is_linked_and_not_copied(fictional_site: Path) -> None:
    page = document(fictional_site / "inspections/2023-fictional-custody/r2/index.html")
    _tick, title, _stands, said = page.get_element_by_id("aberfictional")
    assert text_of(said) == "To all other items: I note the other recommendations"
    assert title.find(".//a").get("href") == "../../../responses/2023-fictional-custody/aberfictional/#rest"


def test_an_answer_in_a_response_that_no_longer_stands_says_itself_where_that_stood(fictional_site: Path) -> None:
    page = document(fictional_site / "inspections/2023-fictional-custody/r1/index.html")
    answer = page.get_element_by_id("greater-mythshire")
    assert text_of(answer.getparent().find("h3")) == "In responses that no longer stand"
    assert text_of(answer.find("p")) == "Noted Action not stated"


def test_an_addressee_in_the_report_s_own_words_is_marked_on_a_page_of_the_other_language(fictional_site: Path) -> None:
    for folder, marks in (("cy/arolygiadau", ["en"]), ("inspections", [])):
        page = document(fictional_site / folder / "2021-fictional-super-complaint/r1/index.html")
        (facts,) = page.xpath("//dl[@class='facts'][div]")
        assert "The fictional minister of forms" in text_of(facts)
        assert facts.xpath(".//span[.='The fictional minister of forms']/@lang") == marks


def test_an_item_s_page_says_which_responses_are_silent_awaited_or_not_held(fictional_site: Path) -> None:
    page = document(fictional_site / "inspections/2023-fictional-custody/r2/index.html")
    names = {text_of(each.getprevious()): text_of(each) for each in page.xpath("//h3/following-sibling::ul")}
    assert names["Responses that state no answer to it"] == "Mayor of Fictionshire"
    assert "Their responses are due by 13 September 2023." in " ".join(names)


# An inspection


@pytest.mark.parametrize(
    ("address", "cells"),
    [
        (
            "inspections/2023-fictional-custody/",
            {
                ("Aberfictional", "Recommendation 1"): ("Accepted", "r1/#aberfictional"),
                ("Aberfictional", "Recommendation 3a"): ("Rejected", "r3a/#aberfictional"),
                ("Fictionshire", "Recommendation 2"): ("No answer", None),
                ("Fictionshire", "Area for improvement 1"): ("Accepted", "afi1/#fictionshire"),
                ("Greater Mythshire Superseded", "Recommendation 1"): ("Noted", "r1/#greater-mythshire"),
                ("Greater Mythshire", "Recommendation 1"): ("Accepted", "r1/#greater-mythshire-2"),
                ("Aberfictional", "Date"): ("Published 13 September 2023 (day 56 of 56)", None),
                ("Fictionshire", "Date"): ("Published 18 September 2023 (day 61, after the 56 days)", None),
                ("Bangor Fictional", "Date"): ("Dated 30 August 2023 (day 42)", None),
            },
        ),
        (
            "cy/arolygiadau/2023-fictional-custody/",
            {
                ("Aberffuglen", "Argymhelliad 3a"): ("Gwrthodwyd", "r3a/#aberfictional"),
                ("Fictionshire", "Argymhelliad 2"): ("Dim ateb", None),
            },
        ),
    ],
)
def test_the_matrix_says_by_its_headers_where_each_body_stands(
    fictional_site: Path, address: str, cells: dict[tuple[str, str], tuple[str, str | None]]
) -> None:
    page = document(fictional_site / address / "index.html")
    (table,) = page.xpath("//table[contains(@class, 'matrix')]")
    assert table.find("caption") is not None
    *groups, columns = table.xpath("thead/tr")
    assert {header.get("scope") for header in columns} == {"col"}
    assert sum(int(header.get("colspan")) for header in groups[0].xpath("th[@scope='colgroup']")) == len(columns) - 2
    names = [text_of(header) for header in columns][1:]
    said = {}
    for row in table.xpath("tbody/tr"):
        header, *data = row
        assert header.get("scope") == "row" and len(data) == len(names)
        for name, cell in zip(names, data, strict=True):
            said[text_of(header), name] = (text_of(cell), next(iter(cell.xpath("a/@href")), None))
    assert {key: said[key] for key in cells} == cells


def test_an_inspection_says_how_its_last_day_is_counted(fictional_site: Path) -> None:
    for address, working in (
        ("inspections/", "20 July 2023 is day 1, so day 56 is 13 September 2023."),
        ("cy/arolygiadau/", "diwrnod 1 yw 20 Gorffennaf 2023, felly diwrnod 56 yw 13 Medi 2023."),
    ):
        page = document(fictional_site / address / "2023-fictional-custody/index.html")
        assert working in text_of(page)
        (later,) = page.xpath("//dd[a[contains(@href, '2024-fictional-revisit')]]")
        assert "2024" in text_of(later)


def test_beside_the_answers_is_a_table_of_them_to_download(fictional_site: Path) -> None:
    for address in ("inspections/2023-fictional-custody/", "inspections/2023-fictional-custody/r1/"):
        page = document(fictional_site / address / "index.html")
        (link,) = page.xpath("//a[contains(@href, '.csv')]/@href")
        assert (fictional_site / address / link).resolve() == (
            fictional_site / "api/v1/inspections/2023-fictional-custody.csv"
        ).resolve()


def test_beside_the_forces_is_their_data_to_download(fictional_site: Path) -> None:
    said = {"forces": "All forces as data (JSON)", "cy/heddluoedd": "Pob heddlu ar ffurf data (JSON)"}
    for address, words in said.items():
        (link,) = document(fictional_site / address / "index.html").xpath(f"//main//a[.='{words}']/@href")
        assert (fictional_site / address / link).resolve() == (fictional_site / "api/v1/forces.json").resolve()
