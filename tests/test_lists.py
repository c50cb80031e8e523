"""What readers find in lists: by year, by report, by topic, and what is recommended to a force with where it stands."""

import shutil
from pathlib import Path

import pytest
from lxml import html
from section55.checking import check
from section55.pages import site_pages
from section55.pages.addressed import responses_to, standing
from section55.pages.addresses import at
from section55.pages.lists import paged
from section55.pages.rendering import Renderer
from section55.register import Force, Register

FIXTURES = Path(__file__).parent / "fixtures"
TEMPLATES = Path(__file__).parents[1] / "overrides" / "records"

CUSTODY = "2023-fictional-custody"
REVISIT = "2024-fictional-revisit"


@pytest.fixture(scope="module")
def register() -> Register:
    return check(FIXTURES / "register").register


def main_of(site: Path, address: str) -> html.HtmlElement:
    (main,) = html.document_fromstring((site / address / "index.html").read_text(encoding="utf-8")).xpath("//main")
    return main


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


# By year


def test_the_index_of_years_leads_to_the_page_on_which_each_begins() -> None:
    years = [2024, 2024, 2023, 2023, 2023, 2020]
    pages = paged(years, at("responses"), "en", "", "", {}, size=2, year_of=int, looked_at=lambda shown: ())
    first, second, third = (page.make().context for page in pages)
    assert first["paging"].years == second["paging"].years == third["paging"].years == ((2024, 1), (2023, 2), (2020, 3))
    assert [first["by_year"], second["by_year"], third["by_year"]] == [
        [(2024, [2024, 2024])],
        [(2023, [2023, 2023])],
        [(2023, [2023]), (2020, [2020])],
    ]


@pytest.mark.parametrize("address", ["responses", "inspections", "recommendations", "cy/ymatebion", "cy/argymhellion"])
def test_a_list_stands_under_its_years_the_latest_first(fictional_site: Path, address: str) -> None:
    main = main_of(fictional_site, address)
    years = [heading.text_content() for heading in main.xpath(".//h2[starts-with(@id, 'y')]")]
    assert len(years) > 2 and years == sorted(years, reverse=True)
    assert main.xpath(".//nav[@class='years']//a/@href") == [f"#y{year}" for year in years]


def test_items_stand_under_their_report_which_says_how_many_it_makes(fictional_site: Path) -> None:
    main = main_of(fictional_site, "recommendations")
    (heading,) = main.xpath(".//h3[a[text()='An inspection of fictional custody suites']]")
    assert "6 made, 4 held here" in words(heading.getnext())
    names = [link.text_content() for link in heading.getnext().getnext().xpath(".//p[@class='entry-title']/a")]
    assert names == [*(f"Recommendation {number}" for number in ("1", "2", "3a", "7.1")), "Area for improvement 1"]


@pytest.mark.parametrize(
    ("address", "said"), [("recommendations", "No answer is held here"), ("cy/argymhellion", "Ni chedwir ateb yma")]
)
def test_no_body_is_counted_where_no_answer_is_held(fictional_site: Path, address: str, said: str) -> None:
    (item,) = main_of(fictional_site, address).xpath(f".//li[p/a[contains(@href, '{REVISIT}/r2/')]]")
    assert said in words(item)
    assert "0" not in words(item.xpath("p[@class='entry-meta']")[0])


def test_a_topic_has_its_reports_with_what_they_recommend(fictional_site: Path) -> None:
    main = main_of(fictional_site, "topics/custody")
    assert [words(each) for each in main.xpath(".//h2")] == [
        "A fictional revisit to two fictional forces",
        "An inspection of fictional custody suites",
    ]
    assert "6 made, 4 held here" in words(main)
    assert "By the end of the year, all fictional forces should light their fictional cells." in words(main)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "Of the 14 recommendations in the reports, this site holds 9."),
        ("cy", "O’r 14 argymhelliad yn yr adroddiadau, mae’r wefan hon yn cadw 9."),
        ("statistics", "14 made, 9 held here"),
        (
            "statistics",
            "How many were made is recorded for 2 of 5 reports: 3 made, 3 held here",
        ),
    ],
)
def test_how_much_of_what_the_reports_make_is_held_is_said_as_far_as_it_is_known(
    fictional_site: Path, address: str, said: str
) -> None:
    assert said in words(main_of(fictional_site, address))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "Of the 10 recommendations in 4 of the 5 reports, this site holds 8; "
            "the number in the others is not recorded.",
        ),
        (
            "cy",
            "O’r 10 argymhelliad mewn 4 o’r 5 adroddiad, mae’r wefan hon yn cadw 8; ni chofnodwyd y nifer yn y lleill.",
        ),
    ],
)
def test_where_a_report_does_not_say_how_much_it_makes_the_home_page_says_so(
    tmp_path: Path, language: str, said: str
) -> None:
    content = tmp_path / "content"
    shutil.copytree(FIXTURES / "register", content)
    report = content / "inspections" / "2020-fictional-panels.en.md"
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace("items_made:\n  recommendations: 4\n", ""), encoding="utf-8")
    register = check(content).register
    home = next(page for page in site_pages(register) if page.section == "home" and page.language == language)
    slots = Renderer(register, TEMPLATES).slots(home, home.make())
    assert said in words(html.fromstring(slots["content"]))


# A force


def test_a_force_that_came_of_a_merger_leads_to_what_was_before_and_back(fictional_site: Path) -> None:
    for address, term, name, other in (
        ("forces/greater-mythshire", "Took the place of", "Mythshire Constabulary", "../mythshire/"),
        ("forces/mythshire", "Succeeded by", "Greater Mythshire Police", "../greater-mythshire/"),
        ("cy/heddluoedd/greater-mythshire", "Cymerodd le", "Mythshire Constabulary", "../mythshire/"),
    ):
        (link,) = main_of(fictional_site, address).xpath(f".//dt[text()='{term}']/following-sibling::dd//a")
        assert (words(link), link.get("href")) == (name, other)
    assert "First day1 April 2023" in words(main_of(fictional_site, "forces/greater-mythshire"))


def test_who_answers_for_a_force_now_stands_before_who_did(fictional_site: Path) -> None:
    main = main_of(fictional_site, "forces/fictionshire")
    headings = [words(each) for each in main.xpath(".//section[1]/*[self::h3 or self::h4]")]
    assert headings == ["Now", "Mayor of Fictionshire", "Before", "Fictionshire Police and Crime Commissioner"]


def test_a_force_s_responses_say_whose_they_are_and_on_which_day(fictional_site: Path) -> None:
    said = words(main_of(fictional_site, "forces/fictionshire"))
    assert "Mayor of Fictionshire Published 18 September 2023 (day 61, after the 56 days)" in said
    assert "late" not in said.replace("latest", "").replace("later", "").split()


def stands(register: Register, force: Force) -> dict[str, tuple[bool, bool]]:
    """By item addressed to a force: whether it is open for want of an answer, and whether since action is proposed."""
    by_inspection = responses_to(force)
    each = (standing(item, force, by_inspection) for item in register.addressed(force))
    return {one.item.key: (one.is_unanswered, one.is_proposed) for one in each}


def test_open_is_what_has_no_answer_here_or_proposes_action_without_anything_later(register: Register) -> None:
    open_ = stands(register, register.forces["aberfictional"])
    assert open_[f"{REVISIT}/r2"] == (True, False)
    assert open_[f"{REVISIT}/coc1"] == (False, True)
    # Action is proposed in it, and the inspectorate has closed it.
    assert open_[f"{CUSTODY}/r1"] == (False, False)


def test_an_answer_in_a_response_that_was_withdrawn_is_none(register: Register) -> None:
    force = register.forces["greater-mythshire"]
    (withdrawn,) = [response for response in force.responses if response.facts.status == "withdrawn"]
    answered = {item.key for item in withdrawn.inspection.items.values() if list(withdrawn.answers_to(item))}
    open_ = stands(register, force)
    assert answered & open_.keys()
    assert all(open_[key] == (True, False) for key in answered & open_.keys())


@pytest.mark.parametrize("address", ["forces", "cy/heddluoedd"])
def test_the_list_of_forces_tells_who_answers_for_each_and_how_many_responses_are_held(
    fictional_site: Path, register: Register, address: str
) -> None:
    language = "cy" if address.startswith("cy/") else "en"
    rows = main_of(fictional_site, address).xpath(".//tbody/tr")
    assert len(rows) == len(register.forces)
    for row in rows:
        slug = row.xpath(".//a/@href")[0].strip("/")
        force = register.forces[slug]
        now = [body for body in force.bodies if not body.facts.until] or force.bodies[-1:]
        assert all(body.facts.names[-1].best(language)[0] in words(row) for body in now)
        assert row.xpath("string(td[last()]/text())") == str(len(force.responses))


@pytest.mark.parametrize("address", ["forces/{}/recommendations", "cy/heddluoedd/{}/argymhellion"])
def test_all_that_is_addressed_to_a_force_is_in_its_list_once(
    fictional_site: Path, register: Register, address: str
) -> None:
    for force in register.forces.values():
        here = fictional_site / address.format(force.slug)
        items = register.addressed(force)
        if not items:
            assert not here.exists()
            continue
        links = main_of(fictional_site, address.format(force.slug)).xpath(".//tbody/tr/th[@scope='row']/a/@href")
        ends = ["/".join(link.partition("#")[0].rstrip("/").split("/")[-2:]) for link in links]
        assert ends == [item.key for item in items]


def test_a_row_tells_the_position_the_action_and_the_closure(fictional_site: Path) -> None:
    rows = main_of(fictional_site, "forces/aberfictional/recommendations").xpath(".//tbody/tr[th[@scope='row']]")
    told = {tuple(row.xpath("./th/a/@href"))[0].split("inspections/")[1]: words(row.find("td")) for row in rows}
    r1 = told[f"{CUSTODY}/r1/#aberfictional"]
    assert r1 == "AcceptedAction taken; action proposedClosed as implemented, 1 May 2024"
    assert told[f"{REVISIT}/r2/"] == "No answer is held here"


def test_what_a_report_says_to_all_forces_it_says_to_those_that_it_concerns(register: Register) -> None:
    mythshire = register.forces["mythshire"]
    assert mythshire.facts.until is not None
    for item in register.addressed(mythshire):
        assert mythshire.existed(item.inspection.facts.published), item.key
    for force in register.forces.values():
        for item in register.addressed(force):
            concerned = item.inspection.facts.forces
            assert isinstance(concerned, str) or force.slug in (*concerned, *item.facts.addressed_to), item.key
