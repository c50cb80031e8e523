"""Rules of dates."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.law import Period, period
from section55.reading.content import Content, Document
from section55.records import Body, Force, Inspection, Response, ResponseText, When, earliest, latest
from section55.records.fields import Path, Unknown
from section55.rules.registry import Found, found, rule
from section55.rules.reports import published_on, report_of

ERROR = Severity.ERROR

Dates = dict[Path, When]

_DATED, _PUBLISHED = ("dated",), ("published",)
_SENT = (("sent_to_inspectors",), ("sent_to_minister",))


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
    """A response must not be dated, published, sent, corrected or updated before its report was published.

    Source: section 55(5A) of the Police Act 1996: the 56 days begin with the day on which the report is published.
    """
    if not isinstance(document.record, (Response, ResponseText)):
        return
    published = published_on(document.name.split("/")[0], content)
    dates = dict(_of_response(document.record))
    for path in _too_early(dates, published):
        yield found(
            document.front.place(path),
            N_("“{key}” is {when}, but the report was published on {published}."),
            N_("Correct the date; in January the year is often the old one."),
            key=_key(path),
            when=dates[path],
            published=published,
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
                key=_key(path),
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
        if content.today and published and published > content.today:
            return  # date-in-the-future says so
        if published and published > days.last:
            yield found(
                document.front.place(("published",)),
                N_("It was published on day {day}, after the 56 days; the last day was {last}."),
                N_("Nothing needs to be done if the date is right."),
                day=days.day_of(published),
                last=days.last,
            )


@rule("S55-D08", "year-likely-a-slip", Severity.WARNING)
def year_likely_a_slip(document: Document, content: Content) -> Iterator[Found]:
    """A date early in a year must not be a year away from the dates around it.

    In January the old year is often written. The year after it is proposed where no other date excludes that.
    """
    record = document.record
    if not isinstance(record, Response):
        return
    report = published_on(document.name.split("/")[0], content)
    dates = dict(_of_response(record))
    days = {path: when for path in (_DATED, _PUBLISHED) if isinstance(when := dates.get(path), date)}
    wrong = _cannot_be(dates, report, content.today)
    for path, when in days.items():
        if when.month > 2 or path in wrong:
            continue
        meant = when.replace(year=when.year + 1, day=min(when.day, 28))
        if _cannot_be(dates | {path: meant}, report, content.today) - wrong:
            continue
        for other_path, other in days.items():
            if other_path != path and (other - when).days > 300 and abs((other - meant).days) < 70:
                yield found(
                    document.front.place(path),
                    N_("“{key}” is {when}, a year before “{other_key}”, {other}."),
                    N_("Did you mean {year}?"),
                    key=_key(path),
                    when=when,
                    other_key=_key(other_path),
                    other=other,
                    year=meant.year,
                )


@rule("S55-D09", "before-the-response", ERROR)
def before_the_response(document: Document, content: Content) -> Iterator[Found]:
    """What follows a response must not be dated before it.

    A copy cannot go out before the document's own date. Corrections and updates come after the response was published,
    or where no source gives that day, after its own date.

    Source: section 55(6) of the Police Act 1996: a copy goes to the inspectors of constabulary and to the Secretary of
    State.
    """
    if not isinstance(document.record, Response):
        return
    dates = dict(_of_response(document.record))
    too_early = set(_too_early(dates, published_on(document.name.split("/")[0], content)))
    for path, own in _out_of_order(dates):
        if path in too_early or (content.today and earliest(dates[own]) > content.today):
            continue  # response-before-report, or date-in-the-future, says so
        yield found(
            document.front.place(path),
            N_("“{key}” is {when}, but the response was published on {bound}.")
            if own == _PUBLISHED
            else N_("“{key}” is {when}, but the response is dated {bound}."),
            N_("Correct one of the two."),
            key=_key(path),
            when=dates[path],
            bound=dates[own],
        )


@rule("S55-D10", "published-before-its-date", Severity.WARNING)
def published_before_its_date(document: Document, content: Content) -> Iterator[Found]:
    """A response must not have been published before the date on it.

    The 56 days are judged on the day of publication: a slip there, or two dates that changed places, would look right.
    """
    if not isinstance(document.record, Response):
        return
    dates = dict(_of_response(document.record))
    report = published_on(document.name.split("/")[0], content)
    if _DATED not in dates or _PUBLISHED not in dates or not {_DATED, _PUBLISHED}.isdisjoint(_too_early(dates, report)):
        return  # response-before-report says so
    dated, published = dates[_DATED], dates[_PUBLISHED]
    if content.today and earliest(dated) > content.today:
        return  # date-in-the-future says so
    if latest(published) < earliest(dated):
        yield found(
            document.front.place(_PUBLISHED),
            N_("“published” is {published}, before the date on the document, “dated”, {dated}."),
            N_("If one is a slip, or the two have changed places, correct it; if both are right, leave them."),
            published=published,
            dated=dated,
        )


def _key(path: Path) -> str:
    """How a date is named to a person: an entry of a list goes by the name of that."""
    return ".".join(part for part in path if isinstance(part, str))


def _of_response(record: Response | ResponseText) -> Iterator[tuple[Path, When]]:
    """The dates of what was done with a response, with their paths, as far as they are known."""
    for path in (_DATED, _PUBLISHED, *_SENT):
        with suppress(Unknown):
            if when := getattr(record, path[0], None):
                yield path, when
    for key in ("corrections", "updates"):
        with suppress(Unknown):
            for index, entry in enumerate(getattr(record, key, ())):
                with suppress(Unknown):
                    yield (key, index, "date"), entry.date


def _happened(document: Document) -> Iterator[tuple[Path, When]]:
    """The dates in a record of what has happened, with their paths, as far as they are known."""
    record = document.record
    if isinstance(record, (Response, ResponseText)):
        yield from _of_response(record)
        with suppress(Unknown):
            if record.source.retrieved:
                yield ("source", "retrieved"), record.source.retrieved
    if isinstance(record, Inspection):
        for key in ("published", "fieldwork_ended"):
            with suppress(Unknown):
                if when := getattr(record, key):
                    yield (key,), when
        for id_, item in record.items.items():
            with suppress(Unknown):
                for index, closure in enumerate(item.closed):
                    with suppress(Unknown):
                        yield ("items", id_, "closed", index, "date"), closure.date


def _too_early(dates: Dates, report: When | None) -> Iterator[Path]:
    """The dates of a response that are before its report."""
    return (path for path, when in dates.items() if report and latest(when) < earliest(report))


def _out_of_order(dates: Dates) -> Iterator[tuple[Path, Path]]:
    """The dates of what follows a response that are before its own, each with that."""
    for path, when in dates.items():
        if path in (_DATED, _PUBLISHED):
            continue
        own = _DATED if path in _SENT or _PUBLISHED not in dates else _PUBLISHED
        if own in dates and latest(when) < earliest(dates[own]):
            yield path, own


def _cannot_be(dates: Dates, report: When | None, today: date | None) -> set[Path]:
    """The dates of a response that the others, its report's or today's exclude."""
    wrong = {*_too_early(dates, report), *(path for path, _ in _out_of_order(dates))}
    if today:
        wrong |= {path for path, when in dates.items() if earliest(when) > today}
    if _DATED in dates and _PUBLISHED in dates and latest(dates[_PUBLISHED]) < earliest(dates[_DATED]):
        wrong |= {_DATED, _PUBLISHED}
    return wrong


def _period(document: Document, content: Content) -> Iterator[Period]:
    """The 56 days of the report that a response answers, if it has them and its date can be right."""
    if isinstance(document.record, Response):
        name = document.name.split("/")[0]
        report = report_of(name, content)
        if report and published_on(name, content) and (days := period(report)):
            yield days
