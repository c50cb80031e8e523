"""A guard after the build: the site holds the register's pages, all of them and no other."""

from collections.abc import Iterable
from pathlib import Path

from section55.pages.page import Page

NOT_PAGES = {"404.html"}
"""HTML of the site that is no page of the register."""


def missing_and_stray(site: Path, pages: Iterable[Page]) -> tuple[list[str], list[str]]:
    """The pages' files that the site lacks, and the HTML files it has that are no page's; paths from its root."""
    expected = {f"{page.path}index.html" for page in pages} | NOT_PAGES
    there = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    return sorted(expected - there), sorted(there - expected)
