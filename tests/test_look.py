"""How an office makes a site its own without a template: its logo and colours, in `content/site.md`."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from section55.pages.colours import stylesheet
from section55.records import Colours
from section55.rules.site import BESIDE, LEAST, contrast

ROOT = Path(__file__).parents[1]
STYLES = (ROOT / "overrides/assets/site.css").read_text(encoding="utf-8")
LIGHT, DARK = STYLES.split("@media (prefers-color-scheme: dark)")[:2]

Open = Callable[..., Page]


def properties(block: str) -> dict[str, str]:
    """The colours of a block of a stylesheet; `#fff` is `#ffffff`."""
    found = re.findall(r"(--[\w-]+): (#[0-9a-f]{3,6});", block)
    return {name: "#" + "".join(c * 2 for c in value[1:]) if len(value) == 4 else value for name, value in found}


def test_colours_are_held_against_what_the_stylesheet_sets_them_beside() -> None:
    light, dark = properties(LIGHT), properties(DARK)
    assert BESIDE == {
        "head": (light["--head-ink"],),
        "link": (light["--paper"], light["--paper-soft"]),
        "link_dark": (dark["--paper"], dark["--paper-soft"]),
    }


def test_the_colours_that_a_site_comes_with_satisfy_the_rule() -> None:
    light, dark = properties(LIGHT), properties(DARK)
    own = {"head": [light["--head"], dark["--head"]], "link": [light["--link"]], "link_dark": [dark["--link"]]}
    for name, colours in own.items():
        for colour in colours:
            assert min(contrast(colour, other) for other in BESIDE[name]) >= LEAST, (name, colour)


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54)]
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


def test_no_colour_chosen_makes_no_stylesheet(built_site: Path) -> None:
    assert stylesheet(Colours()) == ""
    assert not (built_site / "assets/colours.css").exists()


@pytest.mark.parametrize(("scheme", "link"), [("light", "rgb(107, 42, 134)"), ("dark", "rgb(217, 179, 236)")])
def test_the_chosen_colours_and_the_logo_are_on_every_page(
    open_page: Open, serve: Callable[[Path], str], fictional_site: Path, scheme: str, link: str
) -> None:
    for address in ("statistics/", "cy/ystadegau/", "responses/2023-fictional-custody/aberfictional/"):
        page = open_page(serve(fictional_site) + address, color_scheme=scheme)
        head = page.locator(".site-head").evaluate("each => getComputedStyle(each).backgroundColor")
        assert head == "rgb(74, 29, 94)"
        assert page.locator("main a").first.evaluate("each => getComputedStyle(each).color") == link
        assert page.locator(".site-name img").evaluate("each => each.complete && each.naturalWidth > 0")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_where_colours_are_forced_the_logo_keeps_the_ground_that_it_is_drawn_for(
    open_page: Open, serve: Callable[[Path], str], fictional_site: Path, scheme: str
) -> None:
    page = open_page(f"{serve(fictional_site)}statistics/", forced_colors="active", color_scheme=scheme)
    expect(page.locator(".site-name img")).to_have_css("background-color", "rgb(74, 29, 94)")


def test_paper_keeps_its_own_colours(open_page: Open, serve: Callable[[Path], str], fictional_site: Path) -> None:
    page = open_page(f"{serve(fictional_site)}statistics/")
    page.emulate_media(media="print")
    expect(page.locator("main a").first).to_have_css("color", "rgb(0, 0, 0)")
