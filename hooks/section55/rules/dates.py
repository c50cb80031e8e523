"""Rules of dates."""

from collections.abc import Iterator
from datetime import date

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.law import Period, period
from section55.reading.content import Content, Document
from section55.records import Body, Force, Inspection, Response, ResponseText, When, earliest, latest
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
    """A response must not be dated, or published, before the report that it answers was published.

    Source: section 55(5A) of the Police Act 1996: the 56 days begin with the day on which the report is published.
    """
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


@rule("S55-D04", "date-in-the-future", ERROR)
def date_in_the_future(document: Document, content: Content) -> Iterator[Found]:
    """What has happened must not be dated after today. The day is that of the check; a build does not ask for it."""
    if content.today is None:
        return
    for path, when in _happened(document):
        if earliest(when) > content.today:
            yield found(
                document.front.place(path),
                N_("“{key}” is {when}, which is after today, {today}."),
                N_("Correct the date."),
                key=path[-1],
                when=when,
                today=content.today,
            )


@rule("S55-D05", "published-before-fieldwork-ended", ERROR)
def published_before_fieldwork_ended(document: Document, content: Content) -> Iterator[Found]:
    """A report must not be published before its fieldwork ended."""
    record = document.record
    if isinstance(record, Inspection) and record.fieldwork_ended:
        if latest(record.published) < earliest(record.fieldwork_ended):
            yield found(
                document.front.place(("published",)),
                N_("The report was published on {published}, but its fieldwork ended on {ended}."),
                N_("Correct one of the two."),
                published=record.published,
                ended=record.fieldwork_ended,
            )


@rule("S55-D06", "deadline-differs", Severity.WARNING)
def deadline_differs(document: Document, content: Content) -> Iterator[Found]:
    """A deadline that a response states must be the last of the 56 days.

    The day of publication is day 1, so the last day is publication plus 55. Many offices count one day too many; the
    document's own date is kept and shown.

    Source: section 55(5A) of the Police Act 1996: the 56 days begin with the day on which the report is published.
    """
    for days in _period(document, content):
        stated = document.record.deadline_stated
        if stated and stated != days.last:
            yield found(
                document.front.place(("deadline_stated",)),
                N_("The deadline stated is {stated}, but the last of the 56 days is {last}: {first} is day 1."),
                N_(
                    "If the document says so, leave it: the page shows both. "
                    "If it is a slip of the pen here, correct it."
                ),
                stated=stated,
                last=days.last,
                first=days.first,
            )


@rule("S55-D07", "published-after-last-day", Severity.WARNING)
def published_after_last_day(document: Document, content: Content) -> Iterator[Found]:
    """A response must be published within the 56 days.

    The page says on which day it was, and no more.

    Source: section 55(5A) of the Police Act 1996: the 56 days begin with the day on which the report is published.
    """
    for days in _period(document, content):
        published = document.record.published
        if published and published > days.last:
            yield found(
                document.front.place(("published",)),
                N_("It was published on day {day} of 56; the last day was {last}."),
                N_("Nothing needs to be done if the date is right."),
                day=days.day_of(published),
                last=days.last,
            )


@rule("S55-D08", "year-likely-a-slip", Severity.WARNING)
def year_likely_a_slip(document: Document, content: Content) -> Iterator[Found]:
    """A date early in a year must not be a year away from the dates around it.

    In January the old year is often written.
    """
    record = document.record
    if not isinstance(record, Response):
        return
    dates = [(key, when) for key in ("dated", "published") if isinstance(when := getattr(record, key), date)]
    for key, when in dates:
        if when.month > 2:
            continue
        for other_key, other in dates:
            meant = when.replace(year=when.year + 1, day=min(when.day, 28))
            if other_key != key and (other - when).days > 300 and abs((other - meant).days) < 70:
                yield found(
                    document.front.place((key,)),
                    N_("“{key}” is {when}, a year before “{other_key}”, {other}."),
                    N_("Did you mean {year}?"),
                    key=key,
                    when=when,
                    other_key=other_key,
                    other=other,
                    year=when.year + 1,
                )


def _happened(document: Document) -> Iterator[tuple[tuple[str | int, ...], When]]:
    """The dates in a record of what has happened, with their paths."""
    record = document.record
    if isinstance(record, (Response, ResponseText, Inspection)):
        for key in ("dated", "published", "sent_to_inspectors", "sent_to_minister", "fieldwork_ended"):
            if when := getattr(record, key, None):
                yield (key,), when
        for key in ("corrections", "updates"):
            for index, entry in enumerate(getattr(record, key, ())):
                yield (key, index, "date"), entry.date
    if isinstance(record, (Response, ResponseText)) and record.source.retrieved:
        yield ("source", "retrieved"), record.source.retrieved
    if isinstance(record, Inspection):
        for id_, item in record.items.items():
            for index, closure in enumerate(item.closed):
                yield ("items", id_, "closed", index, "date"), closure.date


def _period(document: Document, content: Content) -> Iterator[Period]:
    """The 56 days of the report that a response answers, if it has them."""
    if isinstance(document.record, Response):
        for report in content.of(Inspection).get(document.name.split("/")[0], ()):
            if isinstance(report.record, Inspection) and (days := period(report.record)):
                yield days
