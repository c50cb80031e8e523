"""The search page as its tests speak of it."""

from playwright.sync_api import Locator, Page

PATHS = {"en": "search/", "cy": "cy/chwilio/"}
RESPONSES = {"en": "responses/", "cy": "cy/ymatebion/"}


def hits(page: Page) -> Locator:
    return page.locator("#hits > li")


def hit(page: Page, address: str) -> Locator:
    """The results that lead to an address, from the site's root."""
    return hits(page).filter(has=page.locator(f"a[href$='/{address}']"))


def facet(page: Page, title: str) -> Locator:
    """A facet's choices, unfolded."""
    facet = page.locator("details.facet").filter(has=page.get_by_text(title, exact=True))
    if facet.get_attribute("open") is None:
        facet.locator("summary").click()
    return facet


def choose(page: Page, title: str, label: str) -> int:
    """Ticks a choice by its label; gives the number that stood beside it."""
    row = facet(page, title).locator("label").filter(has=page.get_by_text(label, exact=True))
    number = int(row.locator(".count").inner_text().strip("()"))
    row.click()
    return number
