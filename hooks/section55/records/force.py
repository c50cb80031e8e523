"""A force: a police area and who polices it. Who answers for it to the inspectors is a body (`body.py`)."""

from typing import Annotated

from pydantic import Field

from section55.records.fields import LocalText, Record, Slug, Text, When, Word
from section55.records.vocabulary import ChiefOfficerTitle, Nation


class Force(Record):
    """A territorial police force of England or Wales. Its file's name is its slug at data.police.uk."""

    name: LocalText = Field(examples=[{"en": "Gwent Police", "cy": "Heddlu Gwent"}])
    """What the force calls itself, in each language that it has a name in."""
    area: LocalText = Field(examples=[{"en": "Gwent", "cy": "Gwent"}])
    """The short name of its area, by which lists are sorted."""
    sort_key: LocalText = LocalText()
    """How to sort the area where its letters mislead; `|` parts two letters that are not one (Welsh `Ban|gor`)."""
    ons_code: Text = Field(examples=["W15000002"], pattern=r"^[EW]\d{8}$")
    """The Office for National Statistics' code of the police force area."""
    nation: Annotated[Nation, Word] = Field(examples=["wales"])
    """Where it is; the Welsh language standards bind the bodies of Wales."""
    chief_officer: Annotated[ChiefOfficerTitle, Word] = ChiefOfficerTitle.CHIEF_CONSTABLE
    """What its chief officer is called."""
    since: When | None = Field(None, examples=["1967-04-01"])
    """When it began, where that matters: after a merger."""
    until: When | None = Field(None, examples=["2028-03-31"])
    """Its last day, once it has had one."""
    successors: tuple[Slug, ...] = ()
    """The forces that police its area after its last day."""
    also_known_as: tuple[Text, ...] = Field((), examples=[["Hampshire Constabulary"]])
    """Other names that documents and other sites use."""
    doubts: tuple[Text, ...] = ()
    """What is uncertain in this record, in a sentence each; the force's page shows it."""
