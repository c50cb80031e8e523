"""Counts over all that is held, computed and never typed."""

from collections import Counter
from collections.abc import Iterator

from section55.language import words
from section55.law import DAYS
from section55.pages import addresses
from section55.pages.page import Page, View
from section55.reading.text import BODY, CHIEF_OFFICER
from section55.records.vocabulary import Action, Position
from section55.register import Register

DAY_RANGES = ((1, 28), (29, DAYS), (DAYS + 1, 84), (85, None))
"""Ranges of days in which publications are counted, inclusive; the second ends with the last day."""


def pages(register: Register, language: str) -> Iterator[Page]:
    """The page of counts."""
    yield Page(
        addresses.at("statistics"), language, lambda: _statistics(register, language), shows=None, section="statistics"
    )


def _statistics(register: Register, language: str) -> View:
    _ = words(language).gettext
    responses = list(register.responses.values())
    published_on = [day for response in responses if (day := response.days.published_on) is not None]
    return View(
        _("Statistics"),
        "statistics.html",
        {
            "inspections": len(register.inspections),
            "items": sum(len(inspection.items) for inspection in register.inspections.values()),
            "responses": len(responses),
            "forces_with_responses": sum(1 for force in register.forces.values() if force.responses),
            "forces": len(register.forces),
            "years": sorted(Counter(response.sort_day.year for response in responses).items(), reverse=True),
            "days": [
                (first, last, sum(1 for day in published_on if first <= day and (last is None or day <= last)))
                for first, last in DAY_RANGES
            ],
            "days_unknown": len(responses) - len(published_on),
            "positions": _counts(register, "position", Position),
            "actions": _counts(register, "action", Action),
        },
        description=_("Counts of the responses, recommendations and reports that are held here."),
    )


def _counts(register: Register, key: str, vocabulary: type) -> list[tuple[str, int, int]]:
    """How often each word of a vocabulary is answered to an item, by the body and by the chief officer, in what stands."""
    counted: dict[str, Counter] = {BODY: Counter(), CHIEF_OFFICER: Counter()}
    for inspection in register.inspections.values():
        for item in inspection.items.values():
            for answer in item.answers:
                if not answer.response.is_current:
                    continue
                value = getattr(answer.facts, key)
                counted[answer.voice].update(value if isinstance(value, tuple) else (value,))
    return [(word, counted[BODY][word], counted[CHIEF_OFFICER][word]) for word in vocabulary]
