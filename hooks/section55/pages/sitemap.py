"""The list of pages for search engines (sitemaps.org), which is made only where the site's own address is known.

MkDocs's own gives each page today's date as its last change, and the same commit must give the same bytes.
"""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from section55.digests import digest
from section55.pages.page import Page
from section55.publishing import File, Output
from section55.publishing.outputs import SITE

PATH = "sitemap.xml"
_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
"""


def sitemap(pages: Iterable[Page], languages: Iterable[str], site_url: str) -> Output:
    """Each page's address and, in a site of two languages, those of it and of its twin."""
    languages, base = tuple(languages), escape(site_url.rstrip("/") + "/", {'"': "&quot;"})
    content = "".join(
        (_HEAD, *(_entry(page, languages, base) for page in pages if not page.redirects_to), "</urlset>\n")
    ).encode("utf-8")
    return Output(PATH, digest(content), lambda: (File(f"{SITE}/{PATH}", content),))


def _entry(page: Page, languages: tuple[str, ...], base: str) -> str:
    """An entry; addresses have no sign that XML takes for its own."""
    twins = [
        f'<xhtml:link rel="alternate" hreflang="{each}" href="{base}{page.address.in_(each)}"/>'
        for each in (languages if len(languages) > 1 else ())
    ]
    return f"<url><loc>{base}{page.path}</loc>{''.join(twins)}</url>\n"
