"""The register → what each page shows. Rendered by templates of their own, which know nothing of MkDocs."""

from collections.abc import Iterator

from section55.pages import forces, inspections, items, recommendations, responses, rules, site, statistics, topics
from section55.pages.page import Page
from section55.register import Register

KINDS = (site, responses, inspections, items, recommendations, forces, topics, statistics, rules)
"""The modules that make pages, each with a function `pages(register, language)`."""


def site_pages(register: Register) -> Iterator[Page]:
    """Every page of the site, in each of its languages."""
    for language in register.languages:
        for kind in KINDS:
            yield from kind.pages(register, language)
