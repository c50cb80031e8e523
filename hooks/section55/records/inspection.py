"""An inspection's report and what it puts forward. The items' words stand in the file's text, each under its id."""

from typing import Annotated

from pydantic import Field

from section55.records.allowance import Allowance
from section55.records.fields import AllOrSome, Count, Day, DayOrMonth, OneOrMore, Record, Slug, Text, Url, Word
from section55.records.vocabulary import Closing, InspectionKind, ItemKind, Publisher, Regime, Topic, WordsFrom


class Closure(Record):
    """The inspectorate's closing of an item, for all forces or for some."""

    date: Day
    """The day on which the inspectorate closed it."""
    how: Annotated[Closing, Word]
    """What the inspectorate closed it as."""
    forces: tuple[Slug, ...] = ()
    """For which forces; left out, for all."""
    source: Text | None = None
    """Where that is found."""


class Item(Record):
    """A recommendation, cause of concern or area for improvement. Its key is its id and the end of its address."""

    kind: Annotated[ItemKind, Word] = ItemKind.RECOMMENDATION
    """What the report calls it."""
    number: Text | None = Field(None, examples=['"19"', '"3a"', '"7.1"'])
    """Its number as the report prints it, in quotes; left out where it prints none."""
    addressed_to: tuple[Text, ...] = Field((), examples=[["senior-national-coordinator", "all-forces", "gwent"]])
    """To whom: forces' ids, words of the vocabulary of addressees, or the report's own words (with a capital
    letter)."""
    parent: Slug | None = Field(None, examples=["coc1"])
    """The item that it belongs under, as a recommendation under a cause of concern."""
    continues: Text | None = Field(None, examples=["2020-prevent/r3"])
    """The item of an earlier report that it repeats or carries on."""
    quoted_from: Slug | None = Field(None, examples=["norfolk"])
    """The response from which its words are taken, where the report itself is not the source."""
    closed: tuple[Closure, ...] = ()
    """Where the inspectorate closed it."""


class ItemsMade(Record):
    """How many items the report makes, held here or not. Left out: not known."""

    recommendations: Count | None = None
    """Recommendations."""
    causes_of_concern: Count | None = None
    """Causes of concern."""
    areas_for_improvement: Count | None = None
    """Areas for improvement."""


class Inspection(Record):
    """An inspection's report. Its file is named `<year>-<words>.<language>`, its year that of publication."""

    title: Text = Field(examples=["An inspection of the police’s contribution to the Prevent programme"])
    """The report's title, as it prints it."""
    also_known_as: tuple[Text, ...] = ()
    """Other titles under which offices cite it."""
    publishers: Annotated[
        tuple[Annotated[Publisher, Word], ...], OneOrMore
    ] = Field(min_length=1, examples=[["hmi-probation", "hmicfrs"]])
    """Who published it; the first leads, and more than one makes it joint."""
    published: DayOrMonth = Field(examples=["2023-07-20", "2020-03"])
    """The day of publication, day 1 of the 56; or the month alone where no source gives the day."""
    regime: Annotated[Regime, Word] = Regime.SECTION_55
    """Under what it was published; only a section 55 report has a last day for responses."""
    kind: Annotated[InspectionKind, Word] = InspectionKind.THEMATIC
    """What sort of inspection it was."""
    topics: tuple[Annotated[Topic, Word], ...] = Field((), examples=[["counter-terrorism"]])
    """What it is about, across reports."""
    report_url: Url | None = None
    """Where the report stands on the web, in this file's language; left out or `null` where no source gives it."""
    forces: AllOrSome = "not-stated"
    """Which forces it concerns: `all`, a list, or `not-stated`."""
    follows: tuple[Slug, ...] = Field((), examples=[["2020-prevent"]])
    """Earlier inspections that it follows up."""
    items_made: ItemsMade = ItemsMade()
    """How many items the report makes; the site says “21 made, 3 held here”."""
    items: dict[Slug, Item] = {}
    """The items held here, each under its id: `r19`, `r3a`, `coc1`, `afi2`, or words where the report has no number."""
    fieldwork_ended: DayOrMonth | None = Field(None, examples=["2023-02"])
    """When the inspectors' fieldwork ended, where a source says so."""
    source: Text | None = None
    """Where these facts and words were taken from."""
    allow: tuple[Allowance, ...] = ()
    """Rules that need not hold for it, and why."""


class InspectionText(Record):
    """An inspection's file of its other language: only what belongs to that language."""

    title: Text
    """As the publisher gives it in this language."""
    also_known_as: tuple[Text, ...] = ()
    """Other titles in this language."""
    words_from: Annotated[WordsFrom, Word] = Field(examples=["publisher"])
    """Who wrote the words of this language."""
    report_url: Url | None = None
    """Where the report stands on the web in this language."""
    source: Text | None = None
    """Where this text was taken from."""
