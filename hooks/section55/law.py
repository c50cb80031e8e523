"""The 56 days and the statutory test of section 55 of the Police Act 1996."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from section55.records import Inspection
from section55.records.vocabulary import Action, Regime

DAYS = 56
"""The period of section 55(5A): it begins with the day of publication, which is day 1."""

DUTY_BEGAN = date(2017, 4, 1)
"""Section 37 of the Policing and Crime Act 2017, which set the 56 days, is in force from April 2017."""


@dataclass(frozen=True)
class Period:
    """The 56 days of one report, from its first day, that of publication, to its last."""

    first: date
    length: int = DAYS

    @property
    def last(self) -> date:
        """The last day: publication + 55, since publication is day 1 (section 55(5A))."""
        return self.first + timedelta(days=self.length - 1)

    def day_of(self, day: date) -> int:
        """Which day of the period a date is: 1 is publication's, 57 the first one after the last."""
        return (day - self.first).days + 1


def period(inspection: Inspection) -> Period | None:
    """The 56 days of a report; None where its day is not known, or from before the duty, or not under section 55."""
    published = inspection.published
    if inspection.regime is not Regime.SECTION_55 or not isinstance(published, date) or published < DUTY_BEGAN:
        return None
    return Period(published)


def states_action(actions: Iterable[Action]) -> bool:
    """Whether an answer states what section 55(5B) asks for: action taken, proposed, or none and why."""
    return any(action is not Action.NOT_STATED for action in actions)
