"""Rules of the statute: what section 55 asks of a response.

All are warnings: a signed letter is published as it is, and its gaps are shown; a tool that refused it would make it
late.
"""

import re
from collections.abc import Iterator
from contextlib import suppress

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.law import DUTY_BEGAN
from section55.reading.content import Content, Document
from section55.reading.text import CHIEF_OFFICER, Text, own_words
from section55.records import Answer, Force, Inspection, Response, latest
from section55.records.fields import Path, Unknown
from section55.records.keys import SEVERAL, force_of, split_key
from section55.records.partial import whole
from section55.records.vocabulary import ADDRESSEES_IN_EVERY_FORCE, ChiefOfficerComments, ItemKind, Regime, Status
from section55.rules.answers import may_be_meant, names_item
from section55.rules.registry import Found, found, rule
from section55.rules.reports import report_of

WARNING = Severity.WARNING

FEWEST_WORDS = 5
"""Fewer words than these are no explanation."""

_WORD = re.compile(r"[^\W\d_]+")
_NOTING = set("note noted notes noting nodi nodir nodwyd nodaf nodwn noda nodais".split())
_AROUND_NOTING = set(
    "i we it is are was has have been by me us my our office the this that these police and crime fire commissioner pcc"
    " pfcc mayor of in full recommendation recommendations finding findings report content contents duly with"
    " thanks"
    " a ac adroddiad argymhelliad argymhellion canfyddiad canfyddiadau cael chomisiynydd chynnwys comisiynydd cynnwys"
    " diolch ei ein eu fy gan gomisiynydd gyda hargymhelliad hadroddiad heddlu hon hwn hyn llawn mae maer n ni o r rwy"
    " rwyf rydw rydym swyddfa throseddu tân wedi y yn yr".split()
)
"""Words that add nothing to “noted”, in either language."""


@rule("S55-S01", "recommendation-unanswered", WARNING, while_current=True)
def recommendation_unanswered(document: Document, content: Content) -> Iterator[Found]:
    """A response must answer each recommendation of its report that is addressed to its force or body, or to all.

    Source: section 55(5B) of the Police Act 1996: for each recommendation, the action taken or proposed, or why none.
    """
    response = document.record
    if not isinstance(response, Response):
        return
    own, file = document.name.split("/")
    force = force_of(file, content.of(Force))
    answered = {split_key(key, own) for key in whole(response.answers)}
    for name in (own, *response.also_answers):
        with suppress(Unknown):
            report = report_of(name, content)
            if report is None or not _must_explain(report) or any((name, key) in answered for key in SEVERAL):
                continue
            asked = [id_ for id_ in _asked_of(force, report) if (name, id_) not in answered]
            meant = may_be_meant(asked, response.answers, own, content)
            for id_ in asked:
                if id_ not in meant:
                    yield found(
                        document.front.key(("answers",)),
                        N_("No answer names {item} of {inspection}, which is addressed to this force or to all."),
                        N_("If the text answers it, add {item} to answers; if it does not, this warning stands."),
                        item=id_,
                        inspection=name,
                    )


def _asked_of(force: str | None, report: Inspection) -> Iterator[str]:
    """The recommendations of a report that are addressed to a force or its body, or to all."""
    for id_, item in report.items.items():
        with suppress(Unknown):
            addressed = {force, *ADDRESSEES_IN_EVERY_FORCE}.intersection(item.addressed_to)
            if item.kind is ItemKind.RECOMMENDATION and addressed:
                yield id_


@rule("S55-S02", "answer-without-explanation", WARNING, while_current=True)
def answer_without_explanation(document: Document, content: Content) -> Iterator[Found]:
    """An answer of the body must be explained in the text: “noted” alone, or fewer than five words, explain nothing.

    The report's own words, which a response quotes, and the chief officer's are not its explanation.

    Source: section 55(5B) of the Police Act 1996: for each recommendation, the action taken or proposed, or why none.
    """
    if not isinstance(document.record, Response):
        return
    for key, answer in document.record.answers.items():
        with suppress(Unknown):
            yield from _unexplained(document, content, key, answer)


def _unexplained(document: Document, content: Content, key: str, answer: Answer) -> Iterator[Found]:
    """What keeps an answer from being explained."""
    inspection, item = split_key(key, document.name.split("/")[0])
    report = report_of(inspection, content)
    if report is None or not _must_explain(report):
        return
    id_ = answer.section or item
    section = document.text.sections.get(id_)
    if section is None:
        if answer.section or not names_item(item, report.items):
            return  # unknown-section, or unknown-item, says so
        yield found(
            document.front.key(("answers", key)),
            N_("The text has no part that explains the answer to {key}."),
            N_("Mark it as {{#{id}}}, or name in section: the id of the part that explains it."),
            key=key,
            id=id_,
        )
        return
    if section.voice == CHIEF_OFFICER:
        yield found(
            document.front.place(("answers", key, "section")) if answer.section else document.place_of_id(id_),
            N_("The body's answer to {key} is not explained: the part {id} is the chief officer's."),
            N_("Section 55(5B) asks the body; if these are its words, mark them apart from the chief officer's."),
            id=id_,
            key=key,
        )
        return
    said = own_words(section.html)
    if len(said.split()) < FEWEST_WORDS or _only_notes(said):
        yield found(
            document.place_of_id(id_),
            N_("The answer to {key} is not explained: the part {id} says only “{said}”.")
            if said
            else N_("The answer to {key} is not explained: the part {id} holds no words of its own."),
            N_("Section 55(5B) asks for the action taken or proposed, or why there is none."),
            id=id_,
            key=key,
            said=said.rstrip("."),
        )


@rule("S55-S03", "chief-officer-not-mentioned", WARNING, while_current=True)
def chief_officer_not_mentioned(document: Document, content: Content) -> Iterator[Found]:
    """A response must say whether the chief officer commented.

    Source: section 55(4) of the Police Act 1996: the body must invite the chief officer's comments; and 55(5)(b): it
    must publish those that are submitted.
    """
    record = document.record
    if not isinstance(record, Response) or record.chief_officer is not ChiefOfficerComments.NOT_STATED:
        return
    report = report_of(document.name.split("/")[0], content)
    if report is None or report.regime is not Regime.SECTION_55:
        return
    if not record.chief_officer_answers and CHIEF_OFFICER not in document.text.voices():  # else voice-missing says so
        yield found(
            document.front.place(("chief_officer",)),
            N_("The response does not say whether the chief officer commented."),
            N_(
                "If the document does say, write commented, or none with the chief_officer_reason that it gives; "
                "if it does not, this warning stands."
            ),
        )


@rule("S55-S04", "words-not-in-text", WARNING)
def words_not_in_text(document: Document, content: Content) -> Iterator[Found]:
    """The words that a position, or the chief officer's silence, rests on must stand in the text as they are given.

    Source: section 55(5) of the Police Act 1996: what is published is the body's own comments, and the chief officer's.
    """
    record = document.record
    if not isinstance(record, Response) or record.status is Status.REMOVED:
        return
    for path, words in _quoted(record):
        if words and not _occurs(words, document.text):
            yield found(
                document.front.place(path),
                N_("These words do not stand in the text: “{words}”."),
                N_("Copy them from the text, to the letter."),
                words=words,
            )


@rule("S55-S05", "voice-missing", WARNING, while_current=True)
def voice_missing(document: Document, content: Content) -> Iterator[Found]:
    """What the facts say of the chief officer's comments must be so in the text.

    They are kept apart from the body's own.

    Source: section 55(5)(b) of the Police Act 1996: the comments that a chief officer submits are published.
    """
    record = document.record
    if not isinstance(record, Response):
        return
    with suppress(Unknown):
        if record.chief_officer is ChiefOfficerComments.NONE and not record.chief_officer_reason:
            yield found(
                document.front.place(("chief_officer",)),
                N_("The chief officer did not comment, and no reason is given."),
                N_("If the document gives one, add it as chief_officer_reason, in its words."),
            )
    has_voice = CHIEF_OFFICER in document.text.voices()
    if record.chief_officer is ChiefOfficerComments.COMMENTED and not has_voice:
        yield found(
            document.front.place(("chief_officer",)),
            N_("The chief officer commented, but no part of the text is marked as those comments."),
            N_("Mark the heading above them as {{#chief-officer}}."),
        )
    elif record.chief_officer is not ChiefOfficerComments.COMMENTED and has_voice:
        yield found(
            document.place_of_id("chief-officer"),
            N_("The text has the chief officer's comments, but chief_officer is {value}."),
            N_("Write chief_officer: commented"),
            value=record.chief_officer,
        )
    elif record.chief_officer is not ChiefOfficerComments.COMMENTED and record.chief_officer_answers:
        yield found(
            document.front.key(("chief_officer_answers",)),
            N_("The chief officer's answers are given, but chief_officer is {value}."),
            N_("Write chief_officer: commented"),
            value=record.chief_officer,
        )


def _quoted(response: Response) -> Iterator[tuple[Path, str | None]]:
    """What a response's facts quote from its text, with the paths."""
    for voice in ("answers", "chief_officer_answers"):
        with suppress(Unknown):
            for key, answer in getattr(response, voice).items():
                with suppress(Unknown):
                    yield (voice, key, "words"), answer.words
    yield ("chief_officer_reason",), response.chief_officer_reason


def _must_explain(report: Inspection) -> bool:
    """Whether section 55(5B) asks for an explanation of each answer: of a section 55 report since April 2017."""
    return report.regime is Regime.SECTION_55 and latest(report.published) >= DUTY_BEGAN


def _only_notes(said: str) -> bool:
    notes = False
    for word in _WORD.finditer(said.casefold()):
        if word[0] not in _AROUND_NOTING and word[0] not in _NOTING:
            return False
        notes = notes or word[0] in _NOTING
    return notes


def _occurs(words: str, text: Text) -> bool:
    return " ".join(words.split()) in text.words
