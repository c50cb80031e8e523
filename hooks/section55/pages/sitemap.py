"""The list of pages for search engines (sitemaps.org), which is made only where the site's own address is known.

MkDocs's own gives each page today's date as its last change, and the same commit must give the same bytes.
"""

from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from section55.pages.page import Page

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def write_sitemap(site: Path, pages: Iterable[Page], languages: Iterable[str], site_url: str) -> None:
    """Writes `sitemap.xml`: each page's address and, in a site of two languages, that of its twin."""
    languages = tuple(languages)
    base = site_url.rstrip("/") + "/"
    ElementTree.register_namespace("", _SITEMAP)
    ElementTree.register_namespace("xhtml", _XHTML)
    root = ElementTree.Element(f"{{{_SITEMAP}}}urlset")
    for page in pages:
        if page.redirects_to:
            continue
        entry = ElementTree.SubElement(root, f"{{{_SITEMAP}}}url")
        ElementTree.SubElement(entry, f"{{{_SITEMAP}}}loc").text = base + page.path
        for language in languages if len(languages) > 1 else ():
            href = base + page.address.in_(language)
            ElementTree.SubElement(entry, f"{{{_XHTML}}}link", {"rel": "alternate", "hreflang": language, "href": href})
    ElementTree.indent(root)
    ElementTree.ElementTree(root).write(site / "sitemap.xml", encoding="utf-8", xml_declaration=True)
