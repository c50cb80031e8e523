"""Topics: inspections on one subject, across reports."""

from collections.abc import Iterator

from section55.language import sort_key, words
from section55.pages import addresses
from section55.pages.inspections import newest_first
from section55.pages.labels import label
from section55.pages.lists import paged
from section55.pages.page import Crumb, Page, View
from section55.records.vocabulary import Topic
from section55.register import Inspection, Register

REPORTS = 10
"""How many reports a page of a topic holds, each with its items' words."""


def pages(register: Register, language: str) -> Iterator[Page]:
    """The list of the topics that inspections carry, and each topic's pages."""
    _ = words(language).gettext
    by_topic: dict[Topic, list[Inspection]] = {}
    for inspection in newest_first(register):
        for topic in inspection.facts.topics:
            by_topic.setdefault(topic, []).append(inspection)
    topics = sorted(by_topic.items(), key=lambda each: sort_key(_(label(each[0])), language))
    yield Page(
        addresses.at("topics"),
        language,
        lambda: View(
            _("Topics"),
            "topics.html",
            {"topics": topics},
            description=_("Police inspection reports by what they are about."),
        ),
        shows=tuple(dict.fromkeys(inspection for _topic, inspections in topics for inspection in inspections)),
        section="inspections",
    )
    for topic, inspections in topics:
        yield from paged(
            inspections,
            addresses.at("topics", topic),
            language,
            _(label(topic)),
            "topic.html",
            {"reports": len(inspections), "items": sum(len(each.items) for each in inspections)},
            size=REPORTS,
            at=(sum(len(each.items) for each in inspections),),
            section="inspections",
            description=_("Police inspection reports on the topic “%(topic)s”, and what they recommend.")
            % {"topic": _(label(topic))},
            crumbs=(Crumb(_("Topics"), addresses.at("topics")),),
        )
