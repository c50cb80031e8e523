"""Guards of the site's folder: before a build, that nothing else is lost; after it, that it holds the pages."""

from collections.abc import Iterable
from pathlib import Path

from section55.pages.page import Page

NOT_PAGES = {"404.html"}
"""HTML of the site that is no page of the register."""


def holds_something_else(site: Path) -> bool:
    """Whether a folder holds files and is no site: a build would empty it. A site that was left half-made is one."""
    if not site.is_dir() or not any(site.iterdir()):
        return False
    return not any((site / mark).is_file() for mark in ("404.html", "assets/site.css"))


def missing_and_stray(files: Iterable[str], pages: Iterable[Page]) -> tuple[list[str], list[str]]:
    """The pages' files that a site lacks, and the HTML files it has that are no page's; paths from its root."""
    expected = {f"{page.path}index.html" for page in pages} | NOT_PAGES
    there = {path for path in files if path.endswith(".html")}
    return sorted(expected - there), sorted(there - expected)
