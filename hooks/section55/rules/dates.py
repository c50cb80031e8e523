"""Rules of dates."""

from collections.abc import Iterator

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.reading.content import Content, Document
from section55.records import Body, Force, Inspection, Response, earliest, latest
from section55.rules.registry import Found, found, rule

ERROR = Severity.ERROR


@rule("S55-D01", "ends-before-it-begins", ERROR)
def ends_before_it_begins(document: Document, content: Content) -> Iterator[Found]:
    """A force or body must not end before it begins."""
    record = document.record
    if isinstance(record, (Force, Body)) and record.since and record.until:
        if latest(record.until) < earliest(record.since):
            yield found(
                document.front.place(("until",)),
                N_("It ends on {until}, before it begins on {since}."),
                N_("Correct one of the two."),
                until=record.until,
                since=record.since,
            )


@rule("S55-D02", "year-not-published", ERROR)
def year_not_published(document: Document, content: Content) -> Iterator[Found]:
    """An inspection's name must begin with the year in which its report was published: it is part of its address."""
    if isinstance(document.record, Inspection) and int(document.name[:4]) != document.record.published.year:
        yield found(
            document.front.place(("published",)),
            N_("The file is named {name}, but the report was published in {year}."),
            N_("Correct the date, or name the file {year}-{words}."),
            name=document.name,
            year=document.record.published.year,
            words=document.name[5:],
        )


@rule("S55-D03", "response-before-report", ERROR)
def response_before_report(document: Document, content: Content) -> Iterator[Found]:
    """A response must not be dated, or published, before the report that it answers was published."""
    if not isinstance(document.record, Response):
        return
    for inspection in content.of(Inspection).get(document.name.split("/")[0], ()):
        if not isinstance(inspection.record, Inspection):
            continue
        for key in ("dated", "published"):
            when = getattr(document.record, key)
            if when and latest(when) < earliest(inspection.record.published):
                yield found(
                    document.front.place((key,)),
                    N_("“{key}” is {when}, but the report was published on {published}."),
                    N_("Correct the date; in January the year is often the old one."),
                    key=key,
                    when=when,
                    published=inspection.record.published,
                )
