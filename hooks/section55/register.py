"""All records, linked and indexed, and what is derived from them.

An entry joins a record with those that it belongs to; nothing here is typed by anybody: who answered what, which body
answered for a force on a day, of whom no response is held, and how the 56 days came out.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from section55 import law, records
from section55.digests import digest
from section55.reading.content import Content, Document
from section55.reading.text import BODY, CHIEF_OFFICER, Section, Text
from section55.records import When, earliest, latest
from section55.records.fields import LANGUAGES, LocalText
from section55.records.keys import force_of, split_key
from section55.records.vocabulary import ADDRESSEES_IN_EVERY_FORCE, ItemKind, Status

T = TypeVar("T")


class Texts(Mapping[str, Text]):
    """The texts of a record by language, each of them read when it is asked for."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = _by_language({str(each.language): each for each in documents})

    def __getitem__(self, language: str) -> Text:
        return self._documents[language].text

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)


@dataclass(eq=False)
class Force:
    """A force with the bodies that have answered for it, the oldest first, and its responses, the newest first."""

    slug: str
    facts: records.Force
    path: str
    bodies: list["Body"] = field(default_factory=list)
    responses: list["Response"] = field(default_factory=list)

    @property
    def is_welsh(self) -> bool:
        """Whether it is a force of Wales."""
        return self.facts.nation == "wales"

    def existed(self, when: When) -> bool:
        """Whether there was this force on a day, or on some day of a month or year."""
        since, until = self.facts.since, self.facts.until
        return (since is None or earliest(since) <= latest(when)) and (until is None or earliest(when) <= latest(until))


@dataclass(eq=False)
class Body:
    """A local policing body and its force."""

    id: str
    facts: records.Body
    force: Force
    path: str

    def name_on(self, day: date | None) -> records.BodyName:
        """The name that it bore on a day; its present one for None."""
        borne = [name for name in self.facts.names if not (day and name.since) or earliest(name.since) <= day]
        return (borne or list(self.facts.names[:1]))[-1]


@dataclass(eq=False)
class Item:
    """A recommendation or other item of an inspection."""

    id: str
    facts: records.Item
    inspection: "Inspection"

    @property
    def key(self) -> str:
        """`<inspection>/<item>`, the end of its address."""
        return f"{self.inspection.id}/{self.id}"

    def words(self, language: str) -> Section | None:
        """The item's words in a language, where they are held in it."""
        text = self.inspection.texts.get(language)
        return text.sections.get(self.id) if text else None

    @cached_property
    def answers(self) -> list["ItemAnswer"]:
        """What each response answers to it, the body's answer before the chief officer's."""
        return [answer for response in self.inspection.answering for answer in response.answers_to(self)]


@dataclass(eq=False)
class Inspection:
    """An inspection with its items in the report's order and the responses to it by force."""

    id: str
    facts: records.Inspection
    language: str
    path: str
    titles: dict[str, str]
    texts: Mapping[str, Text]
    second_files: dict[str, records.InspectionText]
    digest: str = ""
    """Of all that its files hold; the same holds for a response's."""
    items: dict[str, Item] = field(default_factory=dict)
    responses: list["Response"] = field(default_factory=list)
    answering: list["Response"] = field(default_factory=list)
    """Its own responses and those that live at another inspection and answer it too."""
    follows: list["Inspection"] = field(default_factory=list)
    followed_by: list["Inspection"] = field(default_factory=list)

    @cached_property
    def period(self) -> law.Period | None:
        """The 56 days, where the law sets them and the day of publication is known."""
        return law.period(self.facts)

    def made(self, kind: ItemKind) -> int | None:
        """How many items of a kind the report makes, where that is known."""
        made = self.facts.items_made
        return {
            ItemKind.RECOMMENDATION: made.recommendations,
            ItemKind.CAUSE_OF_CONCERN: made.causes_of_concern,
            ItemKind.AREA_FOR_IMPROVEMENT: made.areas_for_improvement,
        }[kind]

    def held(self, kind: ItemKind) -> list[Item]:
        """The items of a kind that are held here."""
        return [item for item in self.items.values() if item.facts.kind is kind]


@dataclass(frozen=True)
class ItemAnswer:
    """One voice's answer to one item. key: the answer's, the item's id, or `all` or `rest` for several items."""

    response: "Response"
    item: Item
    voice: str
    key: str
    facts: records.Answer
    section_id: str

    @property
    def is_block(self) -> bool:
        """Whether the answer covers more items than this one."""
        return self.key in ("all", "rest")

    def section(self, language: str) -> tuple[Section, str] | None:
        """The explanation and its language: in `language` where the response has that text, else in the other."""
        return self.response.section(self.section_id, language)


@dataclass(eq=False)
class Response:
    """A response with its inspection, force and body, and its texts by language."""

    id: str
    facts: records.Response
    language: str
    paths: dict[str, str]
    inspection: Inspection
    force: Force
    body: Body
    texts: Mapping[str, Text]
    second_files: dict[str, records.ResponseText]
    digest: str = ""
    also_answers: list[Inspection] = field(default_factory=list)
    supersedes: list["Response"] = field(default_factory=list)
    """The earlier responses that say of themselves that this one takes their place."""

    @property
    def file(self) -> str:
        """The last part of its address: its force, or its force and a number."""
        return self.id.split("/")[1]

    @property
    def number(self) -> int:
        """Which of its force's responses to the report it is: 1, or the number that its file is named with."""
        return int(self.file.removeprefix(f"{self.force.slug}-")) if self.file != self.force.slug else 1

    @property
    def is_held(self) -> bool:
        """Whether its text is shown: a removed response keeps a page that says so, without the text."""
        return self.facts.status is not Status.REMOVED

    @property
    def is_current(self) -> bool:
        """Whether it stands: corrected ones do; withdrawn, superseded and removed ones do not."""
        return self.facts.status in (Status.CURRENT, Status.CORRECTED)

    @property
    def when(self) -> When | None:
        """Its own date: of publication where that is known, else that on the document."""
        return self.facts.published or self.facts.dated

    @property
    def sort_day(self) -> date:
        """The day by which lists are sorted; the report's where the response has no date."""
        return earliest(self.when or self.inspection.facts.published)

    @property
    def body_name(self) -> records.BodyName:
        """The name that its body bore on the day."""
        return self.body.name_on(earliest(self.facts.dated or self.facts.published or self.inspection.facts.published))

    @property
    def signed_by(self) -> LocalText:
        """Who signed it, in the words of each text that gives them."""
        return self._in_each_text("signed_by")

    @property
    def role(self) -> LocalText:
        """The signatory's office, in the words of each text that gives them."""
        return self._in_each_text("role")

    @property
    def addressed_to(self) -> LocalText:
        """To whom it is addressed, in the words of each text that gives them."""
        return self._in_each_text("addressed_to")

    def _in_each_text(self, fact: str) -> LocalText:
        files = {self.language: self.facts, **self.second_files}
        return LocalText(**{language: getattr(file, fact) for language, file in files.items()})

    @property
    def is_translated(self) -> bool:
        """Whether its text exists in more than one language."""
        return len(self.texts) > 1

    def text(self, language: str) -> Text:
        """Its text in `language`, or in the other where it has none in that."""
        return self.texts.get(language) or self.texts[self.language]

    def section(self, id_: str, language: str) -> tuple[Section, str] | None:
        """A part of its text by id, and the language that it is in; None where no text marks it."""
        text = self.text(language)
        if id_ not in text.sections:
            text = self.texts[self.language]
        return (text.sections[id_], text.language) if id_ in text.sections else None

    def answers_to(self, item: Item) -> Iterator[ItemAnswer]:
        """Its answers to an item, one a voice at most: a specific one wins over `rest`, and that over `all`."""
        if not self.is_held:
            return
        for voice, answers in self._answers.items():
            for key in (item.id, "rest", "all"):
                if answer := answers.get((item.inspection.id, key)):
                    yield ItemAnswer(self, item, voice, key, answer, answer.section or key)
                    break

    @cached_property
    def _answers(self) -> dict[str, dict[tuple[str, str], records.Answer]]:
        """What each voice answers, the body's first, by inspection and key."""
        return {
            voice: {split_key(key, self.inspection.id): answer for key, answer in answers.items()}
            for voice, answers in ((BODY, self.facts.answers), (CHIEF_OFFICER, self.facts.chief_officer_answers))
        }

    @cached_property
    def days(self) -> "Days":
        """How the 56 days came out."""
        return Days(self.inspection.period, self.facts.published, self.facts.dated)


@dataclass(frozen=True)
class Days:
    """Days of the 56 that a response is known by; each is None where its date, or the period, is not known."""

    period: law.Period | None
    published: date | None
    dated: When | None

    @property
    def published_on(self) -> int | None:
        """On which day it was published: the statute's question."""
        return self.period.day_of(self.published) if self.period and self.published else None

    @property
    def dated_on(self) -> int | None:
        """Which day its own date is, where that is exact: not the statute's question."""
        return self.period.day_of(self.dated) if self.period and isinstance(self.dated, date) else None


class Register:
    """All records of a content folder that has no error."""

    def __init__(self, content: Content) -> None:
        self.site: records.Site = next(iter(content.of(records.Site).values()))[0].record
        self.documents = len(content.documents)
        self.forces = {
            name: Force(name, document.record, document.in_repository)
            for name, (document, *_) in content.of(records.Force).items()
        }
        self.bodies = {
            name: Body(name, document.record, self.forces[document.record.force], document.in_repository)
            for name, (document, *_) in content.of(records.Body).items()
        }
        for body in sorted(self.bodies.values(), key=lambda body: _since(body.facts.since, body.id)):
            body.force.bodies.append(body)
        self.inspections = {name: _inspection(name, files) for name, files in content.of(records.Inspection).items()}
        for inspection in self.inspections.values():
            inspection.follows = [self.inspections[name] for name in inspection.facts.follows]
            for earlier in inspection.follows:
                earlier.followed_by.append(inspection)
        self.responses = {name: self._response(name, files) for name, files in content.of(records.Response).items()}
        self.newest_responses = sorted(
            self.responses.values(), key=lambda each: (each.sort_day, each.id), reverse=True
        )
        for response in self.newest_responses:
            response.force.responses.append(response)
            response.inspection.responses.append(response)
            for inspection in (response.inspection, *response.also_answers):
                inspection.answering.append(response)
            if later := self.responses.get(f"{response.inspection.id}/{response.facts.superseded_by}"):
                later.supersedes.append(response)
        self.pages: dict[str, dict[str, Document]] = {
            name: {str(document.language): document for document in files}
            for name, files in content.of(records.OwnPage).items()
        }

        self.ground = _digest(
            file
            for model in (records.Site, records.Force, records.Body, records.OwnPage)
            for files in content.of(model).values()
            for file in files
        )
        """The digest of all records but inspections and responses: few, seldom changed, and seen on every page."""

    def is_kept_in(self, repository: str) -> None:
        """Takes this address for the repository's, where `site.md` names none."""
        if repository and not self.site.repository:
            self.site = self.site.model_copy(update={"repository": repository})
            self.ground = digest(self.ground, repository)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the site has pages in."""
        return self.site.languages

    @cached_property
    def published_forces(self) -> list[Force]:
        """The forces whose bodies' responses this site publishes."""
        publishes = self.site.publishes
        return list(self.forces.values()) if isinstance(publishes, str) else [self.forces[name] for name in publishes]

    def without_response(self, inspection: Inspection) -> list[Force]:
        """The forces, of those this site publishes and the report concerns, of which no response to it is held."""
        answered = {response.force.slug for response in inspection.answering}
        concerned = inspection.facts.forces
        return [
            force
            for force in self.published_forces
            if force.slug not in answered
            and (isinstance(concerned, str) or force.slug in concerned)
            and force.existed(inspection.facts.published)
        ]

    def body_on(self, force: Force, first: date, last: date) -> Body | None:
        """The body that answered for a force on some day from `first` to `last`, the latest of several."""
        return next((body for body in reversed(force.bodies) if body.facts.answered_between(first, last)), None)

    def awaited(self, inspection: Inspection, force: Force) -> bool:
        """Whether a response is awaited: the report has a last day, and the body publishes here, since before it."""
        if not inspection.period:
            return False
        body = self.body_on(force, inspection.period.first, inspection.period.last)
        since = body.facts.publishes_here_since if body else None
        return since is not None and since <= inspection.period.last

    def addressed(self, force: Force) -> list[Item]:
        """The items held here that are addressed to a force, by name or with all, those of the latest report first.

        What a report says to all forces it says to those that it concerns, and that there were on its day.
        """
        return self._addressed[force.slug]

    @cached_property
    def _addressed(self) -> dict[str, list[Item]]:
        addressed: dict[str, list[Item]] = {slug: [] for slug in self.forces}
        for inspection in sorted(
            self.inspections.values(), key=lambda each: (earliest(each.facts.published), each.id), reverse=True
        ):
            concerned = inspection.facts.forces
            every = [
                force.slug
                for force in self.forces.values()
                if (isinstance(concerned, str) or force.slug in concerned) and force.existed(inspection.facts.published)
            ]
            for item in inspection.items.values():
                to = item.facts.addressed_to
                with_all = every if ADDRESSEES_IN_EVERY_FORCE.intersection(to) else ()
                for slug in dict.fromkeys((*with_all, *(name for name in to if name in addressed))):
                    addressed[slug].append(item)
        return addressed

    def _response(self, name: str, files: list[Document]) -> Response:
        document = next(each for each in files if isinstance(each.record, records.Response))
        facts: records.Response = document.record
        inspection = self.inspections[name.split("/")[0]]
        force = self.forces[force_of(name.split("/")[1], self.forces)]
        when = facts.dated or facts.published or inspection.facts.published
        body = self.body_on(force, earliest(when), latest(when))
        return Response(
            name,
            facts,
            str(document.language),
            {str(each.language): each.in_repository for each in files},
            inspection,
            force,
            body,
            Texts(files),
            {str(each.language): each.record for each in files if isinstance(each.record, records.ResponseText)},
            _digest(files),
            [self.inspections[other] for other in facts.also_answers],
        )


def _inspection(name: str, files: list[Document]) -> Inspection:
    document = next(each for each in files if isinstance(each.record, records.Inspection))
    facts: records.Inspection = document.record
    inspection = Inspection(
        name,
        facts,
        str(document.language),
        document.in_repository,
        _by_language({str(each.language): each.record.title for each in files}),
        Texts(files),
        {str(each.language): each.record for each in files if isinstance(each.record, records.InspectionText)},
        _digest(files),
    )
    inspection.items = {id_: Item(id_, item, inspection) for id_, item in facts.items.items()}
    return inspection


def _digest(files: Iterable[Document]) -> str:
    hashed = hashlib.blake2b(digest_size=16)
    for file in files:
        hashed.update(f"{file.file}\0{file.digest}\0".encode())
    return hashed.hexdigest()


def _by_language(values: dict[str, T]) -> dict[str, T]:
    return {language: values[language] for language in LANGUAGES if language in values}


def _since(when: When | None, id_: str) -> tuple[date, str]:
    return (earliest(when) if when else date.min, id_)

