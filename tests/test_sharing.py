"""What pages say of themselves to other sites: titles, pictures, and data in the words of schema.org."""

import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import schema_org
from lxml import html
from PIL import Image
from playwright.sync_api import Page
from section55.pages.sharing import drawn

BASE = "https://example.invalid/register/"
CUSTODY = "inspections/2023-fictional-custody"
RESPONSE = "responses/2023-fictional-custody/aberfictional/"

Open = Callable[..., Page]


def pages(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    for path in sorted(site.rglob("index.html")):
        page = html.document_fromstring(path.read_text("utf-8"))
        if not page.xpath("//meta[@http-equiv='refresh']"):
            yield path.relative_to(site).as_posix().removesuffix("index.html"), page


def said(page: html.HtmlElement, name: str) -> str:
    (content,) = page.xpath(f"//meta[@property='{name}' or @name='{name}']/@content")
    return content


def data(page: html.HtmlElement) -> list[dict]:
    """What a page says in the words of schema.org; nothing for a page that says nothing."""
    scripts = page.xpath("//script[@type='application/ld+json']/text()")
    assert len(scripts) <= 1
    graph = [json.loads(script) for script in scripts]
    return [node for each in graph for node in each["@graph"]]


def read(site: Path, address: str) -> html.HtmlElement:
    return html.document_fromstring((site / address / "index.html").read_text("utf-8"))


# Titles and descriptions


def test_every_page_has_the_same_title_for_others(addressed_site: Path) -> None:
    for address, page in pages(addressed_site):
        title = said(page, "og:title")
        assert page.findtext(".//title").removesuffix(f" – {said(page, 'og:site_name')}") == title, address


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_response_is_described_in_each_language(addressed_site: Path, language: str) -> None:
    address, description = {
        "en": (RESPONSE, "Response to a police inspection report, word for word. Published 13 September 2023"),
        "cy": (
            f"cy/{RESPONSE.replace('responses', 'ymatebion')}",
            "Ymateb i adroddiad arolygu’r heddlu, air am air. Cyhoeddwyd 13 Medi 2023",
        ),
    }[language]
    page = read(addressed_site, address)
    assert said(page, "description") == said(page, "og:description")
    assert said(page, "og:description") == description


@pytest.mark.parametrize(
    ("address", "begins"),
    [
        (f"{CUSTODY}/r1/", "By the end of the year, all"),
        ("cy/arolygiadau/2023-fictional-custody/r1/", "Erbyn diwedd y flwyddyn, dylai"),
    ],
)
def test_an_item_is_described_by_its_own_words(addressed_site: Path, address: str, begins: str) -> None:
    assert said(read(addressed_site, address), "description").startswith(begins)


@pytest.mark.parametrize(
    ("address", "steps"),
    [
        (f"{CUSTODY}/r1/", ["Home", "Inspections", "Report of 20 July 2023"]),
        (RESPONSE, ["Home", "Responses", "Report of 20 July 2023"]),
        ("cy/arolygiadau/2023-fictional-custody/r1/", ["Hafan", "Arolygiadau", "Adroddiad 20 Gorffennaf 2023"]),
    ],
)
def test_the_way_to_a_page_leads_through_its_inspection(addressed_site: Path, address: str, steps: list[str]) -> None:
    page = read(addressed_site, address)
    assert [link.text_content() for link in page.xpath("//nav[@class='crumbs']//a")] == steps
    _, crumbs = data(page)
    title = page.xpath("string(//p[@class='lead']/a)")
    assert [step["name"] for step in crumbs["itemListElement"]] == [*steps[:-1], title]


def test_a_page_names_its_whole_address(addressed_site: Path) -> None:
    for address, page in pages(addressed_site):
        assert page.xpath("//link[@rel='canonical'][@property='og:url']/@href") == [f"{BASE}{address}"]


# Pictures


@pytest.mark.parametrize(
    ("address", "picture"),
    [
        ("", "en/site.png"),
        ("cy/", "cy/site.png"),
        ("responses/", "en/site.png"),
        (f"{CUSTODY}/", f"en/{CUSTODY}.png"),
        (f"{CUSTODY}/r1/", f"en/{CUSTODY}.png"),
        (RESPONSE, f"en/{CUSTODY}.png"),
        ("forces/aberfictional/", "en/forces/aberfictional.png"),
        ("cy/heddluoedd/aberfictional/", "cy/forces/aberfictional.png"),
    ],
)
def test_a_page_is_shown_with_the_picture_of_what_it_is_about(addressed_site: Path, address: str, picture: str) -> None:
    assert said(read(addressed_site, address), "og:image") == f"{BASE}assets/shared/{picture}"
    assert said(read(addressed_site, address), "twitter:card") == "summary_large_image"


def test_every_picture_that_a_page_names_is_there_is_small_and_is_described(addressed_site: Path) -> None:
    named = set()
    for _, page in pages(addressed_site):
        named.add(said(page, "og:image"))
        assert said(page, "og:image:alt")
    made = {path for path in (addressed_site / "assets/shared").rglob("*") if path.is_file()}
    assert {f"{BASE}{path.relative_to(addressed_site).as_posix()}" for path in made} == named
    for path in made:
        assert path.stat().st_size < 30_000, path
        with Image.open(path) as picture:
            assert (picture.format, picture.size) == ("PNG", (1200, 630))


def test_the_letters_of_welsh_are_in_the_pictures_font() -> None:
    missing = drawn("", "\ue000", "")
    for letter in "âêîôûŵŷÂÊÎÔÛŴŶáéíóúẃýàèìòùẁỳäëïöüẅÿ’“”–…":
        assert drawn("", letter, "") != missing, letter


def test_a_long_title_is_drawn_in_smaller_letters_and_the_longest_is_cut() -> None:
    def ink(title: str) -> tuple[int, int, int, int]:
        with Image.open(io.BytesIO(drawn("Site", title, "Below"))) as picture:
            return picture.convert("L").point([0] * 64 + [255] * 192).getbbox()

    for words in (1, 20, 400):
        left, top, right, bottom = ink("inspection " * words)
        assert 80 <= left and top >= 60 and right <= 1200 - 80 and bottom <= 570


def test_a_site_whose_address_nobody_knows_has_no_pictures_and_names_none(fictional_site: Path) -> None:
    assert not (fictional_site / "assets/shared").exists()
    page = read(fictional_site, RESPONSE)
    assert not page.xpath("//meta[@property='og:image']")
    assert said(page, "twitter:card") == "summary"
    assert "BreadcrumbList" not in {node["@type"] for node in data(page)}


# Data


def modelled(value: object, name: str = "") -> object:
    """A value of JSON-LD as the vocabulary's own models have it. Raises ValueError for what the vocabulary has not."""
    match value:
        case dict():
            if value.keys() == {"@id"}:
                return schema_org.Thing.model_validate(value)  # which another page says more of
            model = getattr(schema_org, value["@type"], None)
            if not model:
                raise ValueError(f"there is no type {value['@type']}")
            return model.model_validate({each: modelled(value[each], each) for each in value})
        case list():
            return [modelled(each, name) for each in value]
        case str() if name.startswith("date"):
            return date.fromisoformat(value)
    return value


def test_what_pages_say_is_valid_by_the_vocabulary_of_schema_org(addressed_site: Path, fictional_site: Path) -> None:
    kinds = set()
    for site in (addressed_site, fictional_site):
        for address, page in pages(site):
            for node in data(page):
                kinds.add(node["@type"])
                try:
                    modelled(node)
                except ValueError as error:
                    raise AssertionError(f"{address}: {error}") from error
    assert kinds == {"BreadcrumbList", "CreativeWork", "DigitalDocument", "GovernmentOrganization", "Report", "WebSite"}


def test_the_vocabulary_refuses_what_is_not_in_it() -> None:
    for wrong in (
        {"name": 3},
        {"nmae": "A"},
        {"datePublished": "2020-05"},
        {"author": {"@type": "Nobody", "name": "A"}},
        {"author": {"@type": "Report", "name": "A"}},
    ):
        with pytest.raises(ValueError):
            modelled({"@type": "DigitalDocument", **wrong})


def test_a_response_says_who_answered_what_and_when(addressed_site: Path) -> None:
    document, crumbs = data(read(addressed_site, RESPONSE))
    assert document == {
        "@type": "DigitalDocument",
        "name": "Response to the inspection of fictional custody suites",
        "inLanguage": ["en", "cy"],
        "author": {
            "@type": "GovernmentOrganization",
            "name": "Police and Crime Commissioner for Aberfictional",
            "url": "https://aberfictional.example/",
        },
        "dateCreated": "2023-09-04",
        "datePublished": "2023-09-13",
        "about": {"@type": "Report", "@id": f"{BASE}{CUSTODY}/"},
        "isBasedOn": "https://aberfictional.example/responses/custody",
        "url": f"{BASE}{RESPONSE}",
    }
    assert [(step["name"], step["item"]["@id"]) for step in crumbs["itemListElement"]] == [
        ("Home", BASE),
        ("Responses", f"{BASE}responses/"),
        ("An inspection of fictional custody suites", f"{BASE}{CUSTODY}/"),
    ]


def test_an_inspection_says_who_published_its_report_and_when(addressed_site: Path) -> None:
    report, _ = data(read(addressed_site, CUSTODY))
    assert report == {
        "@type": "Report",
        "@id": f"{BASE}{CUSTODY}/",
        "name": "An inspection of fictional custody suites",
        "datePublished": "2023-07-20",
        "publisher": [
            {"@type": "Organization", "name": "HM Inspectorate of Prisons"},
            {"@type": "Organization", "name": "HM Inspectorate of Constabulary and Fire & Rescue Services"},
        ],
        "url": "https://inspectorate.example/2023/fictional-custody",
    }


def test_what_no_source_gives_is_not_said(addressed_site: Path) -> None:
    document, _ = data(read(addressed_site, "responses/2020-fictional-panels/mythshire/"))
    assert not {"datePublished", "dateCreated", "isBasedOn"} & document.keys()  # dated to the month alone
    removed, _ = data(read(addressed_site, "responses/2016-fictional-peel/bangor-fictional/"))
    assert removed["creativeWorkStatus"] == "Removed"
    assert "A fictional response that was removed" not in json.dumps(removed)


def test_addresses_are_whole_or_left_out(addressed_site: Path, fictional_site: Path) -> None:
    def links(value: object) -> Iterator[str]:
        match value:
            case dict():
                for name, each in value.items():
                    if name in ("url", "@id", "mainEntityOfPage", "isBasedOn"):
                        yield each
                    else:
                        yield from links(each)
            case list():
                for each in value:
                    yield from links(each)

    for site in (addressed_site, fictional_site):
        for address, page in pages(site):
            for link in links(data(page)):
                assert urlsplit(link).scheme == "https", (address, link)


def test_the_data_is_no_script_to_a_strict_content_security_policy(
    open_page: Open, serve: Callable[[Path], str], addressed_site: Path, tmp_path: Path
) -> None:
    source = (addressed_site / RESPONSE / "index.html").read_text("utf-8")
    allowed = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
    policy = f'<meta http-equiv="Content-Security-Policy" content="{allowed}">'
    (tmp_path / RESPONSE).mkdir(parents=True)
    (tmp_path / RESPONSE / "index.html").write_text(source.replace("<head>", f"<head>{policy}", 1), "utf-8")
    for part in ("assets", "logo.svg"):
        (tmp_path / part).symlink_to(addressed_site / part)
    page = open_page(f"{serve(tmp_path)}{RESPONSE}")  # which fails for a word on the console
    assert page.locator("script[type='application/ld+json']").count() == 1
