"""What rules ask of the report that a response answers."""

from section55.reading.content import Content
from section55.records import Inspection, When, earliest


def report_of(name: str, content: Content) -> Inspection | None:
    """The facts of an inspection; None where they are missing or cannot be read, which other rules say."""
    files = content.of(Inspection).get(name, ())
    return next((each.record for each in files if isinstance(each.record, Inspection)), None)


def published_on(name: str, content: Content) -> When | None:
    """When an inspection's report was published; None without its facts, or where the date cannot be right.

    Other rules say so. Raises Unknown where it is not known.
    """
    report = report_of(name, content)
    if report is None or int(name[:4]) != report.published.year:
        return None
    return None if content.today and earliest(report.published) > content.today else report.published
