"""The shapes of the open data's files, for which the descriptions in `openapi.json` are made from the docstrings here.

Every key is always there: `null` says that a thing is not known, or does not exist. A key has one type throughout.
No field has a default, so that none can be forgotten. Dates are ISO 8601. Codes are the words of the vocabularies.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from section55.records.fields import Language
from section55.records.vocabulary import (
    Action,
    Addressee,
    BodyType,
    Capacity,
    ChiefOfficerComments,
    ChiefOfficerTitle,
    Closing,
    InspectionKind,
    ItemKind,
    Nation,
    Position,
    Publisher,
    Regime,
    Status,
    Topic,
    WordsFrom,
)

SCHEMA_VERSION = "1.0"
"""The first number is that of the address, `v1`, and changes where a key goes or changes its meaning; then the files of
the earlier version stay where they are. The second grows where a key is added."""

PartialDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", examples=["2023-07-20", "2020-03"])]
Precision = Literal["day", "month", "year"]
Voice = Literal["body", "chief-officer"]
Count = Annotated[int, Field(ge=0)]
Uri = Annotated[str, Field(json_schema_extra={"format": "uri"})]


class Shape(BaseModel):
    """What every shape shares."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


# What is used throughout


class Local(Shape):
    """A text, or a link, in each language; `null` where it does not exist in that language."""

    en: str | None
    """In English."""
    cy: str | None
    """In Welsh."""


class LocalLists(Shape):
    """Texts in each language; empty where there are none."""

    en: tuple[str, ...]
    """In English."""
    cy: tuple[str, ...]
    """In Welsh."""


class Linked(Shape):
    """A thing that has a page. A path starts at the site's root, without a leading slash."""

    id: str
    """Its id."""
    path: Local
    """Its page in each language of the site."""
    url: Local
    """The same as a whole address; `null` where the site was built without knowing its own."""


class WithData(Linked):
    """A thing that has a page and a file of its own."""

    data_path: str
    """Its file."""
    data_url: Uri | None
    """The same as a whole address."""


class FileLink(Shape):
    """A file of the data."""

    title: str
    """What it holds; in English."""
    media_type: str
    """Its media type."""
    data_path: str
    """Where it stands, from the site's root."""
    data_url: Uri | None
    """The same as a whole address."""


class Text(Shape):
    """A text in one language."""

    html: str
    """As HTML without scripts or styles. Relative links in it start at the page that shows it.

    What stands in an element of the class `voice-chief-officer` is the chief officer's, and in one of the class
    `voice-reply` the body's reply to that; the empty paragraph of the class `label` in it is for a page's words. A
    paragraph of the class `signature` describes a signature.
    """
    words: str
    """Its words alone, with single spaces between them."""


class Texts(Shape):
    """A text in each language; `null` where it does not exist in that language."""

    en: Text | None
    """In English."""
    cy: Text | None
    """In Welsh."""


# Forces and bodies


class BodyName(Shape):
    """A name of a body."""

    en: str | None
    """In English."""
    cy: str | None
    """In Welsh, as the body itself spells it."""
    since: PartialDate | None
    """From when it bore it; `null` for the first name, and where no source says."""
    since_precision: Precision | None
    """How exact that is."""
    source: str | None
    """Where the spelling is found."""


class Body(Shape):
    """A local policing body (section 101(1) of the Police Act 1996)."""

    id: str
    """Its id, which holds no title: bodies change theirs."""
    force: str
    """The id of the force that it answers for."""
    type: BodyType
    """What sort of body it is."""
    names: tuple[BodyName, ...]
    """Its names, the first first."""
    since: PartialDate | None
    """When it began to answer for the force."""
    since_precision: Precision | None
    """How exact that is."""
    until: PartialDate | None
    """When it ceased to."""
    until_precision: Precision | None
    """How exact that is."""
    successor: str | None
    """The id of the body that came after it."""
    website: Uri | None
    """Its own site."""
    publishes_here_since: date | None
    """From when it publishes every response on this site; where `null`, nothing is ever awaited of it here."""
    doubts: tuple[str, ...]
    """What is uncertain in its record; in English."""
    source_file: str
    """Its file among the site's records, from the folder of records."""


class Force(WithData):
    """A police force of England or Wales, and who answers for it."""

    id: str
    """Its id, which is its slug at data.police.uk."""
    name: Local
    """What it calls itself."""
    area: Local
    """The short name of its area."""
    ons_code: str
    """The Office for National Statistics' code of its area."""
    nation: Nation
    """Where it is."""
    chief_officer: ChiefOfficerTitle
    """What its chief officer is called."""
    since: PartialDate | None
    """When it began, where that matters."""
    since_precision: Precision | None
    """How exact that is."""
    until: PartialDate | None
    """Its last day."""
    until_precision: Precision | None
    """How exact that is."""
    successors: tuple[str, ...]
    """The ids of the forces that police its area since."""
    also_known_as: tuple[str, ...]
    """Other names that documents use."""
    doubts: tuple[str, ...]
    """What is uncertain in its record; in English."""
    bodies: tuple[Body, ...]
    """The bodies that have answered for it, the earliest first."""
    responses_held: Count
    """How many responses of its bodies are held here; removed ones count, since their facts are held."""
    source_file: str
    """Its file among the site's records, from the folder of records."""


# Responses


class ResponseSummary(WithData):
    """A response, without its text."""

    id: str = Field(examples=["2023-terrorist-offenders/gwent"])
    """`<inspection>/<force>`; of a second response to the same report `<inspection>/<force>-2`."""
    inspection: str
    """The id of the inspection whose report it answers."""
    inspection_title: Local
    """The report's title."""
    also_answers: tuple[str, ...]
    """The ids of further inspections that it answers."""
    force: str
    """The id of the force concerned."""
    force_name: Local
    """The force's name."""
    body: str
    """The id of the body that it is the response of."""
    body_name: Local
    """The name that the body bore on the day."""
    dated: PartialDate | None
    """The date on the document; `null` where it has none."""
    dated_precision: Precision | None
    """How exact that is."""
    published: date | None
    """When it was first public anywhere; `null` where no source gives it."""
    status: Status
    """Where it stands now. Of a removed one the text, and all that quotes it, is gone."""
    original_language: Language
    """The language of the original; the first of two originals' where both are."""
    languages: tuple[Language, ...]
    """The languages that its text exists in."""


class Days(Shape):
    """The 56 days (section 55(5A) of the Police Act 1996), of which the day of the report's publication is day 1.

    All are `null` where the report is not under section 55, is from before April 2017, or its day is not known.
    """

    first_day: date | None
    """Day 1."""
    last_day: date | None
    """Day 56, the last for publishing a response."""
    published_on: int | None
    """Which day the response was published on: the statute's question. More than 56: after the last day."""
    dated_on: int | None
    """Which day the date on the document is: not the statute's question."""
    deadline_stated_on: int | None
    """Which day the deadline is that the document itself states."""


class Answer(Shape):
    """What one voice says to one item, or to several at once."""

    voice: Voice
    """Whose answer it is. The statute's test looks at the body's alone; a force's action is never counted as its."""
    inspection: str
    """The id of the inspection whose items it answers."""
    answers_to: str = Field(examples=["r19", "all", "rest"])
    """An item's id; `all` items; or the `rest`, those without an answer of their own."""
    items: tuple[str, ...]
    """The ids of the items held here for which it is the answer: for each, the most specific one is."""
    position: Position
    """Where the voice stands, in its own words."""
    words: Local
    """The phrase of the text that the position rests on."""
    actions: tuple[Action, ...]
    """What it says of action (section 55(5B))."""
    section: str | None
    """The id, among the sections of the text, of the part that explains it; `null` where the text marks none."""


class Section(Shape):
    """A part of a text that is marked with an id: the answer to an item, or another part such as `comments`."""

    id: str
    """Its id, which is also that of an element of the HTML."""
    voice: Voice
    """Whose voice it is."""


class Source(Shape):
    """Where a text was taken from."""

    url: Uri | None
    """The address of the document on the web."""
    file: str | None
    """The name of the file."""
    retrieved: date | None
    """When it was taken."""
    changes: tuple[str, ...]
    """What was done to its form; the words are the document's own."""


class ResponseText(Shape):
    """The text of a response in one language."""

    html: str
    """As HTML without scripts or styles, as in the `Text` of an item."""
    title: str | None
    """The document's own title."""
    signed_by: str | None
    """Who signed it, as this text writes the name where it writes it in its own way."""
    words_from: WordsFrom
    """Whose words they are."""
    is_original: bool
    """Whether it is an original; a translation otherwise."""
    published: date | None
    """When it was first public in this language."""
    source: Source
    """Where it was taken from."""
    sections: tuple[Section, ...]
    """Its marked parts, in their order. One can lie within another."""


class ResponseTexts(Shape):
    """The text of a response in each language; `null` where it does not exist in it, or was removed."""

    en: ResponseText | None
    """In English."""
    cy: ResponseText | None
    """In Welsh."""


class Correction(Shape):
    """A mistake put right after publication."""

    date: date
    """When."""
    note: Local
    """What was wrong and what stands now."""


class Update(Shape):
    """What happened after the response was published."""

    date: date
    """When."""
    item: str | None
    """The id of the item that it concerns; `null`: the response as a whole."""
    action: Action | None
    """The action that the body now states."""
    note: Local
    """What happened."""


class Attachment(Shape):
    """A file that belongs to a response."""

    title: Local
    """What it is."""
    language: Language
    """The language that it is in."""
    path: str
    """Where it stands, from the site's root."""
    url: Uri | None
    """The same as a whole address."""


class Allowance(Shape):
    """A rule that need not hold for a record."""

    rule: str
    """The rule's code."""
    reason: Local
    """Why."""


class Response(ResponseSummary):
    """A response, with all that is known of it and its text."""

    signed_by: str | None
    """Who signed it, as the text of its original language writes the name."""
    role: Local
    """The signatory's office, as signed."""
    capacity: Capacity | None
    """Whether the holder of the office signed, a deputy, or one acting in it."""
    addressed_to: Local
    """To whom it is addressed."""
    deadline_stated: date | None
    """The deadline that the document itself states."""
    sent_to_inspectors: date | None
    """When a copy went to the inspectors of constabulary (section 55(6))."""
    sent_to_minister: date | None
    """When a copy went to the Secretary of State (section 55(6))."""
    days: Days
    """How the 56 days came out; computed."""
    chief_officer: ChiefOfficerComments
    """Whether the chief officer commented."""
    chief_officer_reason: Local
    """Why the chief officer did not, in the document's words."""
    only_in: Language | None
    """Of a body in Wales: the one language that the document exists in."""
    only_in_reason: Local
    """Why it exists in that language alone."""
    status_reason: Local
    """Why it is no longer current."""
    superseded_by: str | None
    """The id of the response that takes its place."""
    answers: tuple[Answer, ...]
    """The body's answers, then the chief officer's."""
    moved_from: tuple[str, ...]
    """Its former ids. This same file stands at the address of each."""
    corrections: tuple[Correction, ...]
    """Mistakes put right after publication."""
    updates: tuple[Update, ...]
    """What happened since."""
    attachments: tuple[Attachment, ...]
    """Files that belong to it."""
    allowances: tuple[Allowance, ...]
    """Rules that need not hold for its record."""
    texts: ResponseTexts
    """Its text in each language."""
    source_files: Local
    """Its files among the site's records, from the folder of records."""


# Inspections


class ItemCounts(Shape):
    """How many items of each kind; `null` where that is not known."""

    recommendations: Count | None
    """Recommendations."""
    causes_of_concern: Count | None
    """Causes of concern."""
    areas_for_improvement: Count | None
    """Areas for improvement."""


class InspectionSummary(WithData):
    """An inspection's report, without its items."""

    id: str = Field(examples=["2023-terrorist-offenders"])
    """Its id: the year of the report, and words."""
    title: Local
    """The report's title."""
    publishers: tuple[Publisher, ...] = Field(min_length=1)
    """Who published it; the first leads, and more than one makes it joint."""
    published: PartialDate
    """When it was published: a day, or the month where no source gives the day."""
    published_precision: Precision
    """How exact that is."""
    last_day: date | None
    """Day 56, the last for publishing a response; `null` where none can be computed."""
    regime: Regime
    """Under what it was published."""
    kind: InspectionKind
    """What sort of inspection it was."""
    topics: tuple[Topic, ...]
    """What it is about."""
    items_made: ItemCounts
    """How many items the report makes."""
    items_held: ItemCounts
    """How many of them are held here."""
    responses_held: Count
    """How many responses to it are held here; removed ones count, since their facts are held."""


class AddressedTo(Shape):
    """To whom an item is addressed: exactly one of the three is not `null`."""

    force: str | None
    """A force's id."""
    group: Addressee | None
    """A word of the vocabulary."""
    words: Local | None
    """The report's own words."""


class Closure(Shape):
    """The inspectorate's closing of an item."""

    date: date
    """When the inspectorate closed it."""
    how: Closing
    """As what."""
    for_all_forces: bool
    """Whether it is closed for all forces."""
    forces: tuple[str, ...]
    """The ids of the forces for which it is, where it is not for all."""
    source: str | None
    """Where that is found."""


class ItemAnswer(Shape):
    """One voice's answer to an item. Of its response, `responses` says more."""

    response: str
    """The response's id."""
    voice: Voice
    """Whose answer it is."""
    answers_to: str
    """The item's own id; or `all` or `rest` where the answer covers several items at once."""
    position: Position
    """Where the voice stands."""
    actions: tuple[Action, ...]
    """What it says of action."""
    section: str | None
    """The id of the part of the response's page that explains it; `null` where the text marks none."""


class VoiceCounts(Shape):
    """How many answers of one voice state what. An answer that states two actions counts for each."""

    answers: Count
    """How many answers there are."""
    positions: dict[Position, Count]
    """How many of each position; every one is listed."""
    actions: dict[Action, Count]
    """How many of each action; every one is listed."""


class AnswerCounts(Shape):
    """Counts of the answers in responses that stand: those withdrawn, superseded or removed are not counted."""

    body: VoiceCounts
    """The bodies' answers."""
    chief_officer: VoiceCounts
    """The chief officers'."""


class Item(Linked):
    """A recommendation, cause of concern or area for improvement."""

    id: str
    """Its id within its inspection."""
    key: str = Field(examples=["2023-terrorist-offenders/r19"])
    """`<inspection>/<item>`."""
    kind: ItemKind
    """What the report calls it."""
    number: str | None
    """Its number as the report prints it; `null` where it prints none."""
    addressed_to: tuple[AddressedTo, ...]
    """To whom it is addressed."""
    parent: str | None
    """The id of the item of this report that it belongs under."""
    continues: str | None
    """The key of the item of an earlier report that it carries on."""
    quoted_from: str | None
    """The id of the response from which its words are taken, where they are not from the report itself."""
    closed: tuple[Closure, ...]
    """Where the inspectorate closed it."""
    texts: Texts
    """Its words in each language, without its heading."""
    counts: AnswerCounts
    """Counts of the answers to it."""
    answers: tuple[ItemAnswer, ...]
    """Every answer to it."""


class NoResponseHeld(Shape):
    """A force of which no response to the report is held here: its body may have published one elsewhere."""

    force: str
    """The force's id."""
    awaited: bool
    """Whether its body publishes every response here, since before the last day, so that one is awaited here."""


class Inspection(InspectionSummary):
    """An inspection's report with its items, their answers and the responses to it."""

    also_known_as: LocalLists
    """Other titles under which it is cited."""
    original_language: Language
    """The language of the file that holds its facts."""
    words_from: WordsFrom | None
    """Whose words those of the other language are; `null` where there is no other."""
    report_url: Local
    """Where the report stands on the web; `null` where no source gives it."""
    forces_concerned: Literal["all", "some", "not-stated"]
    """Which forces it concerns."""
    forces: tuple[str, ...]
    """The ids of the forces that it concerns, where it is some."""
    follows: tuple[str, ...]
    """The ids of earlier inspections that it follows up."""
    followed_by: tuple[str, ...]
    """The ids of later inspections that follow it up."""
    fieldwork_ended: PartialDate | None
    """When the inspectors' fieldwork ended."""
    fieldwork_ended_precision: Precision | None
    """How exact that is."""
    source: Local
    """Where its facts and words were taken from."""
    allowances: tuple[Allowance, ...]
    """Rules that need not hold for its record."""
    items: tuple[Item, ...]
    """The items held here, in the report's order."""
    responses: tuple[ResponseSummary, ...]
    """The responses to it, those that live at another inspection and answer it too among them; the newest first."""
    no_response_held: tuple[NoResponseHeld, ...]
    """The forces that it may concern and of which no response is held here. That says nothing against anybody."""
    table: FileLink
    """Every answer to its items, with the words that explain it, as a table."""
    source_files: Local
    """Its files among the site's records, from the folder of records."""


class ForceWithResponses(Force):
    """A force, with the responses that are held of its bodies."""

    responses: tuple[ResponseSummary, ...]
    """Its responses, the newest first."""


# The index and the vocabularies


class Contact(Shape):
    """How to reach those who run the site."""

    name: Local
    """Who runs it."""
    email: str | None
    """Their address."""
    phone: str | None
    """Their number."""
    url: Uri | None
    """A page with more ways to reach them."""


class Site(Shape):
    """What the site is."""

    name: Local
    """Its name."""
    path: Local
    """Its home page in each of its languages."""
    url: Local
    """The same as a whole address."""
    languages: tuple[Language, ...] = Field(min_length=1)
    """The languages that it has pages in."""
    publishes_all_forces: bool
    """Whether it publishes the responses of the bodies of all forces."""
    publishes: tuple[str, ...]
    """The ids of the forces whose bodies' responses it publishes."""
    contact: Contact
    """How to reach those who run it."""
    repository: Uri | None
    """Where its files can be edited."""
    welsh_reviewed: bool
    """Whether a Welsh speaker has reviewed its own Welsh words, the labels of the vocabularies among them."""


class Counts(Shape):
    """How much is held."""

    forces: Count
    """Forces."""
    bodies: Count
    """Bodies."""
    inspections: Count
    """Inspections."""
    items: Count
    """Items of inspections."""
    responses: Count
    """Responses."""
    answers: Count
    """Answers, one for each response, item and voice: the rows of the inspections' tables."""


class YearOfResponses(Shape):
    """A year's list of responses."""

    year: int
    """The year of publication; where that is not known that of the document, or else of the report."""
    responses: Count
    """How many there are."""
    data_path: str
    """The file."""
    data_url: Uri | None
    """The same as a whole address."""


class Index(Shape):
    """What there is, and where."""

    site: Site
    """What the site is."""
    counts: Counts
    """How much is held."""
    files: tuple[FileLink, ...]
    """The files that there is one of."""
    responses_by_year: tuple[YearOfResponses, ...]
    """The lists of responses, the latest year first."""


class VocabularyWord(Shape):
    """A word of a vocabulary."""

    code: str
    """As it stands in the data."""
    label: Local
    """What readers of the site are told for it."""


class Vocabulary(Shape):
    """The words that a key chooses from."""

    name: str
    """Its name in `openapi.json`."""
    words: tuple[VocabularyWord, ...]
    """All its words."""


# Files


class File(Shape):
    """What goes around the content of every file."""

    schema_version: str = Field(pattern=r"^1\.\d+$", examples=[SCHEMA_VERSION])
    """The version of the shapes. Within version 1 keys may be added; none goes or changes its meaning."""
    notes: Local
    """What a reader of the data has to know."""


class IndexFile(File):
    """What there is, and where: the file to start at."""

    result: Index


class VocabulariesFile(File):
    """The words that keys choose from, with their labels."""

    result: tuple[Vocabulary, ...]


class ForcesFile(File):
    """All forces with their bodies, by id."""

    result: tuple[Force, ...]


class ForceFile(File):
    """One force with its responses."""

    result: ForceWithResponses


class InspectionsFile(File):
    """All inspections, the newest first."""

    result: tuple[InspectionSummary, ...]


class InspectionFile(File):
    """One inspection with its items, their answers and the responses to it."""

    result: Inspection


class ResponsesFile(File):
    """A year's responses, the newest first."""

    result: tuple[ResponseSummary, ...]


class ResponseFile(File):
    """One response with its text."""

    result: Response
