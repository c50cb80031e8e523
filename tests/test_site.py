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
        alternates = {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@rel='alternate'][@hreflang]")}
        assert alternates.keys() == {"en", "cy"}
        assert alternates[other] == switch.get("href")


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
