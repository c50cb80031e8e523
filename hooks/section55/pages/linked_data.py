"""What a page says of itself to machines, in the words of schema.org (JSON-LD): only what it says to readers too."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from section55.language import words
from section55.pages import addresses
from section55.pages.inspections import item_name, title_of
from section55.pages.labels import label
from section55.pages.page import Page, View
from section55.records import Site
from section55.records.fields import LocalText
from section55.records.vocabulary import Status
from section55.register import Force, Inspection, Item, Response

Node = dict[str, Any]


def linked_data(page: Page, view: View, site: Site, site_url: str) -> str:
    """JSON that can stand in a `<script>`; empty where there is nothing to say. `site_url` ends in `/`, or is empty."""
    graph = [node for node in (_subject(page, view, site, site_url), _crumbs(page, view, site_url)) if node]
    if not graph:
        return ""
    data = json.dumps(
        {"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":")
    )
    return data.replace("<", "\\u003c")  # or a word of a record could end the script


def _subject(page: Page, view: View, site: Site, site_url: str) -> Node | None:
    gettext = words(page.language).gettext
    where = f"{site_url}{page.path}" if site_url else ""
    context = view.context
    if response := context.get("response"):
        return _response(response, view, page.language, where, site_url, gettext)
    if item := context.get("item"):
        return _item(item, page.language, where, site_url)
    if inspection := context.get("inspection"):
        return _report(inspection, page.language, gettext, where)
    if force := context.get("force"):
        return _force(force, page.language, where)
    if page.address == addresses.HOME:
        return _told({"@type": "WebSite", "name": _best(site.name, page.language)}, inLanguage=page.language, url=where)
    return None


def _told(node: Node, **properties: Any) -> Node:
    """A node with those of the properties that have a value."""
    return node | {name: value for name, value in properties.items() if value}


def _best(names: LocalText, language: str) -> str:
    return names.best(language)[0]


def _day(when: object) -> str | None:
    return when.isoformat() if isinstance(when, date) else None


def _report(inspection: Inspection, language: str, gettext: Callable[[str], str], where: str = "") -> Node:
    second = inspection.second_files.get(language)
    return _told(
        {"@type": "Report", "name": title_of(inspection, language)[0]},
        **{"@id": where},
        datePublished=_day(inspection.facts.published),
        publisher=[{"@type": "Organization", "name": gettext(label(each))} for each in inspection.facts.publishers],
        url=(second.report_url if second else None) or inspection.facts.report_url,
    )


def _elsewhere(inspection: Inspection, language: str, site_url: str) -> Node:
    """A report of which its own page says more: by that page's address, or by its title where nobody knows that."""
    if site_url:
        return {"@type": "Report", "@id": f"{site_url}{addresses.of(inspection).in_(language)}"}
    return {"@type": "Report", "name": title_of(inspection, language)[0]}


def _item(item: Item, language: str, where: str, site_url: str) -> Node:
    return _told(
        {"@type": "CreativeWork", "name": item_name(item, language)},
        isPartOf=_elsewhere(item.inspection, language, site_url),
        mainEntityOfPage=where,
    )


def _force(force: Force, language: str, where: str) -> Node:
    code = {"@type": "PropertyValue", "propertyID": "ONS", "value": force.facts.ons_code}
    return _told(
        {"@type": "GovernmentOrganization", "name": _best(force.facts.name, language)},
        alternateName=list(force.facts.also_known_as),
        areaServed={"@type": "AdministrativeArea", "name": _best(force.facts.area, language), "identifier": code},
        mainEntityOfPage=where,
    )


def _response(
    response: Response, view: View, language: str, where: str, site_url: str, gettext: Callable[[str], str]
) -> Node:
    facts = response.facts
    second = response.second_files.get(response.text(language).language)
    body = _told(
        {"@type": "GovernmentOrganization", "name": _best(response.body_name, language)},
        url=response.body.facts.website,
    )
    reports = [_elsewhere(each, language, site_url) for each in (response.inspection, *response.also_answers)]
    return _told(
        {"@type": "DigitalDocument", "name": (view.context["cited"][0] if response.is_held else "") or view.title},
        inLanguage=list(response.texts) if response.is_held else None,
        author=body,
        dateCreated=_day(facts.dated),
        datePublished=_day(facts.published),
        dateModified=max((_day(each.date) for each in facts.corrections), default=None),
        about=reports if len(reports) > 1 else reports[0],
        isBasedOn=(second or facts).source.url if response.is_held else None,
        creativeWorkStatus=gettext(label(facts.status)) if facts.status is not Status.CURRENT else None,
        url=where,
    )


def _crumbs(page: Page, view: View, site_url: str) -> Node | None:
    """The way from the home page to this one, as the links at its head show it, with whole titles."""
    if not view.crumbs or not site_url:
        return None
    steps = [
        (words(page.language).gettext("Home"), addresses.HOME),
        *((crumb.whole or crumb.title, crumb.address) for crumb in view.crumbs),
    ]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "name": name,
                "item": {"@id": f"{site_url}{address.in_(page.language)}"},
            }
            for place, (name, address) in enumerate(steps, 1)
        ],
    }
