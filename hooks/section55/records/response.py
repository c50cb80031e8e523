"""A local policing body's response to a report (section 55(5) to (6) of the Police Act 1996)."""

from typing import Annotated, Literal

from pydantic import Field

from section55.records.allowance import Allowance
from section55.records.fields import Day, DayOrMonth, Language, OneOrMore, Record, Slug, Text, Url, Word
from section55.records.vocabulary import Action, Capacity, ChiefOfficerComments, Position, Status, WordsFrom


class Answer(Record):
    """What one voice says to one item, or to `all` of them, or to the `rest`."""

    position: Annotated[Position, Word] = Field(examples=["supported"])
    """Where it stands, in its own words and not in ours: `accepted` where it says that it accepts, `supported` where it
    welcomes or supports without accepting it as its own to do, `noted` where it takes note and no more, `none-stated`
    where it takes no position."""
    words: Text | None = Field(None, examples=["I am supportive of a review"])
    """The phrase that the position rests on, exactly as in the text."""
    action: Annotated[
        tuple[Annotated[Action, Word], ...], OneOrMore
    ] = Field((Action.NOT_STATED,), min_length=1, examples=["proposed"])
    """What it says of action: taken, proposed, none (and why), or not stated; several where several are stated."""
    section: Slug | None = Field(None, examples=["comments"])
    """The id in the text under which the explanation stands; left out, the item's own id."""


class Source(Record):
    """Where a text was taken from."""

    url: Url | None = None
    """The address of the document, where it was on the web."""
    file: Text | None = Field(None, examples=["response-letter.docx"])
    """The file's name, where it was a file."""
    retrieved: Day | None = None
    """When it was taken."""
    changes: tuple[Text, ...] = Field((), examples=[["The menu of the web page is left out."]])
    """What was marked up, left out or described, in a sentence each; the words themselves never change."""


class Correction(Record):
    """A mistake put right after publication."""

    date: Day
    """The day of the correction."""
    note: Text
    """What was wrong and what stands now, in a sentence."""


class Update(Record):
    """What happened after the response was published."""

    date: Day
    """The day on which it happened."""
    item: Slug | None = None
    """The item that it concerns; left out, the response as a whole."""
    action: Annotated[Action, Word] | None = None
    """The action that the body now states."""
    note: Text
    """What happened, in a sentence."""


class Attachment(Record):
    """A file that belongs to the response, such as the signed letter. It lies beside the response's file."""

    file: Text = Field(examples=["gwent-signed.pdf"])
    """The file's name."""
    title: Text
    """What it is."""
    language: Annotated[Language, Word] | None = None
    """The language it is in, where it is not the text's."""


class ResponseText(Record):
    """A response's file of its other language: only what belongs to that language."""

    title: Text | None = None
    """The document's own title, where it has one."""
    words_from: Annotated[WordsFrom, Word] = Field(examples=["body"])
    """Whose words they are: `body` for an original or the body's own translation, `publisher` for one that the report's
    publisher made, `courtesy` for a translation that binds nobody."""
    signed_by: Text | None = Field(None, examples=["Syr Ffug ap Dychymyg"])
    """Who signed it, where this text writes the name in another way."""
    role: Text | None = Field(None, examples=["Comisiynydd Heddlu a Throseddu Aberffuglen"])
    """The signatory's office, as this text gives it."""
    addressed_to: Text | None = Field(None, examples=["Y Gwir Anrh. Neb o Gwbl AS, yr Ysgrifennydd Cartref"])
    """To whom it is addressed, as this text gives it."""
    published: Day | None = None
    """When the text was first public in this language."""
    source: Source = Source()
    """Where this text was taken from."""


class Response(Record):
    """A response. Its path says inspection and force; its body follows from force and date."""

    title: Text | None = None
    """The document's own title, where it has one."""
    signed_by: Text | None = Field(None, examples=["John Campion"])
    """Who signed it: the name."""
    role: Text | None = Field(None, examples=["Police and Crime Commissioner"])
    """The signatory's office, as signed."""
    capacity: Annotated[Capacity, Word] = Capacity.HOLDER
    """Whether the holder of the office signed, a deputy, or one acting in the office."""
    addressed_to: Text | None = Field(None, examples=["The Rt Hon Suella Braverman KC MP, Home Secretary"])
    """To whom it is addressed, where it is a letter."""
    dated: DayOrMonth | None = Field(None, examples=["2023-09-04"])
    """The date on the document; leave out where it has none."""
    published: Day | None = Field(None, examples=["2023-09-12"])
    """When it was first public anywhere: the 56 days are judged on this alone. Leave out where no source gives it."""
    deadline_stated: Day | None = Field(None, examples=["2023-09-14"])
    """The deadline that the document itself states, where it does."""
    sent_to_inspectors: Day | None = None
    """When a copy went to the inspectors of constabulary (section 55(6))."""
    sent_to_minister: Day | None = None
    """When a copy went to the Secretary of State (section 55(6))."""
    chief_officer: Annotated[ChiefOfficerComments, Word] = Field(examples=["commented"])
    """Whether the chief officer commented: `commented`, `none`, or `not-stated` where the document does not say."""
    chief_officer_reason: Text | None = None
    """Why the chief officer did not, in the document's words."""
    words_from: Annotated[Literal["body"], Word] | None = None
    """`body` where the texts of both languages are originals; otherwise left out."""
    only_in: Annotated[Language, Word] | None = Field(None, examples=["en"])
    """For a body in Wales: the one language that the document exists in."""
    only_in_reason: Text | None = Field(
        None, examples=["The letter was written in English; no Welsh version was made."]
    )
    """Why it exists in one language alone."""
    source: Source = Source()
    """Where this text was taken from."""
    answers: dict[str, Answer] = {}
    """The body's answers, each under an item's id, `all` or `rest`; of these the most specific holds."""
    chief_officer_answers: dict[str, Answer] = {}
    """The chief officer's answers, in the same form. The statute's test looks at the body's alone."""
    also_answers: tuple[Slug, ...] = Field((), examples=[["2020-prevent"]])
    """Further inspections that this document answers; its answers' keys are then `<inspection>/<item>`."""
    status: Annotated[Status, Word] = Status.CURRENT
    """Where it stands now. `removed` keeps a page that says so, without the text."""
    status_reason: Text | None = Field(None, examples=["It answered another report by mistake."])
    """Why it is no longer current, in a sentence."""
    superseded_by: Slug | None = Field(None, examples=["gwent-2"])
    """The response to the same report that takes its place: the name of its file, without language and `.md`."""
    moved_from: tuple[Text, ...] = Field((), examples=[["2023-terrorist-offenders/gwent"]])
    """Former names of this response, `<inspection>/<force>`: their addresses lead to this one."""
    corrections: tuple[Correction, ...] = ()
    """Mistakes put right after publication."""
    updates: tuple[Update, ...] = ()
    """What happened after publication, each with its day: that an action was completed, say."""
    attachments: tuple[Attachment, ...] = ()
    """Files that belong to it."""
    allow: tuple[Allowance, ...] = ()
    """Rules that need not hold for it, and why."""
