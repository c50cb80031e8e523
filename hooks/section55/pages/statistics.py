"""The page of counts over all that is held, with a chart of each."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from section55.data import paths
from section55.language import words
from section55.law import DAYS
from section55.pages import addresses
from section55.pages.charts import Bar, Row, bars, columns
from section55.pages.labels import label
from section55.pages.page import Page, View
from section55.records.vocabulary import Action, ItemKind, Position
from section55.register import Register
from section55.statistics import VOICES, WEEK, WEEKS, statistics

_EVERY = 4
"""Which weeks bear a label below their column: there is no room for all on a telephone."""


def pages(register: Register, language: str) -> Iterator[Page]:
    """The page of counts."""
    yield Page(
        addresses.at("statistics"), language, lambda: _statistics(register, language), shows=None, section="statistics"
    )


def _statistics(register: Register, language: str) -> View:
    _ = words(language).gettext
    counted = statistics(register)
    answers = bars(
        *(_by_word(Position, counted.positions[voice], language) for voice in VOICES),
        *(_by_word(Action, counted.actions[voice], language) for voice in VOICES),
    )
    return View(
        _("Statistics"),
        "statistics.html",
        {
            "reports": len(register.inspections),
            "responses": len(register.responses),
            "kinds": [kind for kind in ItemKind if counted.items[kind] or counted.made[kind][0]],
            "items": counted.items,
            "made": counted.made,
            "forces_with_responses": sum(1 for force in register.forces.values() if force.responses),
            "forces": len(register.forces),
            "responses_by_year": _by_year(counted.responses),
            "reports_by_year": _by_year(counted.reports),
            "weeks": columns(_weeks(counted.weeks, language), DAYS // WEEK) if any(counted.weeks) else None,
            "in_time": sum(counted.weeks[: DAYS // WEEK]),
            "later": sum(counted.weeks[DAYS // WEEK :]),
            "days_unknown": counted.days_unknown,
            "positions": answers[: len(VOICES)],
            "actions": answers[len(VOICES) :],
            "tables": (paths.STATISTICS_CSV, paths.RESPONSES_CSV),
            "start": paths.INDEX,
            "described": paths.OPENAPI,
        },
        description=_("Counts of the responses, recommendations and reports that are held here."),
    )


def _by_year(counter: Counter[int]) -> list[Bar]:
    """Every year from the latest to the first, those without a count too."""
    years = range(min(counter, default=0), max(counter, default=-1) + 1)
    (chart,) = bars(Row(str(year), counter[year]) for year in reversed(years))
    return chart


def _by_word(vocabulary: type[StrEnum], counter: Counter, language: str) -> Iterator[Row]:
    """Every word of a vocabulary, those that nobody says too; none where nothing is counted."""
    _ = words(language).gettext
    for word in vocabulary if counter else ():
        yield Row(_(label(word)), counter[word], css=f"position position-{word}" if vocabulary is Position else "")


def _weeks(weeks: list[int], language: str) -> list[tuple[str, int, str]]:
    _ = words(language).gettext
    rows = []
    for place, count in enumerate(weeks):
        first, last = place * WEEK + 1, (place + 1) * WEEK
        name = _("%(first)d to %(last)d") if place < WEEKS else _("%(first)d or later")
        label_below = str(last) if place < WEEKS and not (place + 1) % _EVERY else ""
        rows.append((name % {"first": first, "last": last}, count, label_below))
    return rows
