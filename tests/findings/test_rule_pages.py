"""The pages of the rules on the site: made from their docstrings, in both languages."""

import posixpath
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Page
from section55.findings import Severity
from section55.language import words
from section55.pages.rules import KINDS, by_kind, kind_of, where_to_read
from section55.rules import RULES

PLACES = {"en": "rules", "cy": "cy/rheolau"}


def page(site: Path, language: str, code: str = "") -> html.HtmlElement:
    return html.fromstring((site / PLACES[language] / code.lower() / "index.html").read_text(encoding="utf-8"))


def told(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("language", PLACES)
def test_every_rule_has_a_page_that_tells_it_whole(fictional_site: Path, language: str) -> None:
    say = words(language).gettext
    for rule in RULES.values():
        main = told(page(fictional_site, language, rule.code).xpath("//main")[0])
        assert f"{rule.code} {rule.name}" in main
        assert say(KINDS[kind_of(rule)]) in main
        assert say("Error" if rule.severity is Severity.ERROR else "Warning") in main
        for paragraph in rule.paragraphs:
            assert " ".join(say(paragraph).replace("`", "").split()) in main
        assert (f"allow: - rule: {rule.code} reason: " in main) == rule.allowable


@pytest.mark.parametrize("language", PLACES)
def test_the_list_leads_to_each_under_the_name_of_its_kind(fictional_site: Path, language: str) -> None:
    listed = page(fictional_site, language)
    found: dict[str, list[str]] = {}
    for section in listed.xpath("//main//section"):
        found[told(section.find("h2"))] = [
            posixpath.basename(link.rstrip("/")) for link in section.xpath(".//li//a/@href")
        ]
    say = words(language).gettext
    assert found == {say(name): [rule.code.lower() for rule in rules] for name, rules in by_kind().items()}
    for code in RULES:  # where links led before each rule had a page
        assert listed.xpath(f"//*[@id='{code}']")


def test_every_rule_is_of_a_kind_that_has_a_name_and_every_kind_has_rules() -> None:
    assert {kind_of(rule) for rule in RULES.values()} == KINDS.keys()
    assert {rule.code for rules in by_kind().values() for rule in rules} == set(RULES)


def test_a_record_that_allows_a_rule_leads_to_its_page(fictional_site: Path) -> None:
    here = "responses/2023-fictional-custody/fictionshire/"
    (link,) = html.fromstring((fictional_site / here / "index.html").read_text(encoding="utf-8")).xpath(
        "//a[text()='S55-D06']/@href"
    )
    assert posixpath.normpath(posixpath.join(here, link)) == "rules/s55-d06"


def test_a_message_leads_to_the_page_where_the_site_s_address_is_known_and_else_to_the_command() -> None:
    assert where_to_read("S55-D03", "en", "https://example.org/a") == "https://example.org/a/rules/s55-d03/"
    assert where_to_read("S55-D03", "cy", "https://example.org/a/") == "https://example.org/a/cy/rheolau/s55-d03/"
    assert where_to_read("S55-D03", "cy") == "scripts/check --explain S55-D03 --lang cy"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    open_page: Callable[..., Page], serve: Callable[[Path], str], fictional_site: Path, scheme: str
) -> None:
    home = serve(fictional_site)
    for address in ("rules/s55-d06/", "cy/rheolau/s55-f17/"):
        shown = open_page(f"{home}{address}", color_scheme=scheme, viewport={"width": 320, "height": 900})
        found = Axe().run(shown).response["violations"]
        assert [(each["id"], node["target"]) for each in found for node in each["nodes"]] == [], address
        assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
