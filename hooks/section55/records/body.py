"""A local policing body: who answers for a force (section 101(1) of the Police Act 1996), and for how long."""

from datetime import date
from typing import Annotated

from pydantic import Field

from section55.records.dates import earliest, latest
from section55.records.fields import Day, LocalText, Record, Slug, Text, Url, When, Word
from section55.records.vocabulary import BodyType


class BodyName(LocalText):
    """A name of a body and from when it bore it.

    Each Welsh body spells its own title, so no name follows a template.
    """

    en: Text | None = Field(None, examples=["Police and Crime Commissioner for Gwent"])
    """In English."""
    cy: Text | None = Field(None, examples=["Comisiynydd yr Heddlu a Throsedd Gwent"])
    """In Welsh, as the body itself spells it; left out where no source gives it."""
    since: When | None = None
    """From when; left out for the first name and where no source gives it."""
    source: Text | None = None
    """Where this spelling is found."""


class Body(Record):
    """A local policing body. Its file is named `<force>-<first year>`, without a title, since titles change."""

    force: Slug = Field(examples=["gwent"])
    """The force that it answers for."""
    type: Annotated[BodyType, Word] = Field(examples=["police-and-crime-commissioner"])
    """What sort of body it is."""
    names: tuple[BodyName, ...] = Field(min_length=1)
    """Its names, the oldest first. A response shows the name that its body bore on the day."""
    since: When | None = Field(None, examples=["2012-11"])
    """When it began to answer for the force, as exactly as a source says."""
    until: When | None = None
    """When it ceased to."""
    successor: Slug | None = None
    """The body that came after it: the name of its file, without `.md`."""
    website: Url | None = None
    """Its own site."""
    publishes_here_since: Day | None = None
    """From when it publishes every response here; before that day, or without one, nothing is ever “awaited”."""
    doubts: tuple[Text, ...] = ()
    """What is uncertain in this record, in a sentence each; the force's page shows it."""

    def answered_between(self, first: date, last: date) -> bool:
        """Whether it answered for its force on some day from `first` to `last`."""
        return (self.since is None or earliest(self.since) <= last) and (
            self.until is None or first <= latest(self.until)
        )
