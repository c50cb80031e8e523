"""The responses: by year without their texts, and each with all that is known of it."""

from urllib.parse import quote

from section55 import register as reg
from section55.data import paths
from section55.data.links import Links
from section55.data.shapes import (
    Answer,
    Attachment,
    Correction,
    Days,
    Response,
    ResponseFile,
    ResponsesFile,
    ResponseSummary,
    ResponseText,
    ResponseTexts,
    Section,
    Source,
    Update,
)
from section55.data.values import allowances, envelope, in_language, local, partial
from section55.pages import addresses
from section55.reading.text import BODY, CHIEF_OFFICER
from section55.records.fields import LANGUAGES
from section55.records.keys import split_key
from section55.records.vocabulary import WordsFrom


def by_year(register: reg.Register) -> dict[int, list[reg.Response]]:
    """The responses of each year, of years and of responses the latest first."""
    years: dict[int, list[reg.Response]] = {}
    for response in register.newest_responses:
        years.setdefault(response.sort_day.year, []).append(response)
    return years


def of_year(entries: list[reg.Response], links: Links) -> ResponsesFile:
    """The list of a year's responses."""
    return ResponsesFile(**envelope(links), result=tuple(summary(response, links) for response in entries))


def one(response: reg.Response, links: Links) -> ResponseFile:
    """A response, with its text. Of a removed one neither its text is there nor what is taken from it."""
    facts, language, held = response.facts, response.language, response.is_held
    result = Response(
        **_summary(response, links),
        signed_by=facts.signed_by,
        role=local(response.role),
        capacity=facts.capacity if facts.signed_by else None,
        addressed_to=local(response.addressed_to),
        deadline_stated=facts.deadline_stated,
        sent_to_inspectors=facts.sent_to_inspectors,
        sent_to_minister=facts.sent_to_minister,
        days=_days(response),
        chief_officer=facts.chief_officer,
        chief_officer_reason=in_language(facts.chief_officer_reason if held else None, language),
        only_in=facts.only_in,
        only_in_reason=in_language(facts.only_in_reason, language),
        status_reason=in_language(facts.status_reason, language),
        superseded_by=f"{response.inspection.id}/{facts.superseded_by}" if facts.superseded_by else None,
        answers=_answers(response) if held else (),
        moved_from=facts.moved_from,
        corrections=tuple(
            Correction(date=correction.date, note=in_language(correction.note, language))
            for correction in facts.corrections
        ),
        updates=tuple(
            Update(date=update.date, item=update.item, action=update.action, note=in_language(update.note, language))
            for update in facts.updates
        ),
        attachments=_attachments(response, links) if held else (),
        allowances=allowances(facts.allow, language),
        texts=ResponseTexts(
            **{each: _text(response, each) if held and each in response.texts else None for each in LANGUAGES}
        ),
        source_files=links.local({each: f"responses/{response.id}.{each}.md" for each in response.texts}),
    )
    return ResponseFile(**envelope(links), result=result)


def summary(response: reg.Response, links: Links) -> ResponseSummary:
    """A response without its text, for lists."""
    return ResponseSummary(**_summary(response, links))


def marks(response: reg.Response, section: str) -> bool:
    """Whether a text of a response marks a part with an id."""
    return any(section in text.sections for text in response.texts.values())


def _summary(response: reg.Response, links: Links) -> dict[str, object]:
    return {
        "id": response.id,
        "inspection": response.inspection.id,
        "inspection_title": links.local(response.inspection.titles),
        "also_answers": response.facts.also_answers,
        "force": response.force.slug,
        "force_name": local(response.force.facts.name),
        "body": response.body.id,
        "body_name": local(response.body_name),
        **partial("dated", response.facts.dated),
        "published": response.facts.published,
        "status": response.facts.status,
        "original_language": response.language,
        "languages": tuple(response.texts),
        **links.page(addresses.of(response)),
        **links.data(paths.response(response)),
    }


def _days(response: reg.Response) -> Days:
    days, stated = response.days, response.facts.deadline_stated
    return Days(
        first_day=days.period.first if days.period else None,
        last_day=days.period.last if days.period else None,
        published_on=days.published_on,
        dated_on=days.dated_on,
        deadline_stated_on=days.period.day_of(stated) if days.period and stated else None,
    )


def _answers(response: reg.Response) -> tuple[Answer, ...]:
    covered: dict[tuple[str, str, str], list[str]] = {}
    for inspection in (response.inspection, *response.also_answers):
        for item in inspection.items.values():
            for answer in response.answers_to(item):
                covered.setdefault((answer.voice, inspection.id, answer.key), []).append(item.id)
    answers = []
    for voice, given in ((BODY, response.facts.answers), (CHIEF_OFFICER, response.facts.chief_officer_answers)):
        for typed, answer in given.items():
            inspection_id, key = split_key(typed, response.inspection.id)
            section = answer.section or key
            answers.append(
                Answer(
                    voice=voice,
                    inspection=inspection_id,
                    answers_to=key,
                    items=tuple(covered.get((voice, inspection_id, key), ())),
                    position=answer.position,
                    words=in_language(answer.words, response.language),
                    actions=answer.action,
                    section=section if marks(response, section) else None,
                )
            )
    return tuple(answers)


def _attachments(response: reg.Response, links: Links) -> tuple[Attachment, ...]:
    attachments = []
    for attachment in response.facts.attachments:
        path = quote(f"responses/{response.inspection.id}/{attachment.file}")
        attachments.append(
            Attachment(
                title=in_language(attachment.title, response.language),
                language=attachment.language or response.language,
                path=path,
                url=links.whole(path),
            )
        )
    return tuple(attachments)


def _text(response: reg.Response, language: str) -> ResponseText:
    text = response.texts[language]
    second = response.second_files.get(language)
    both_original = response.facts.words_from is not None
    source = (second or response.facts).source
    return ResponseText(
        html=text.html,
        title=(second or response.facts).title,
        signed_by=response.signed_by.best(language)[0] or None,
        words_from=second.words_from if second else WordsFrom.BODY,
        is_original=second is None or (both_original and second.words_from is WordsFrom.BODY),
        published=(second or response.facts).published,
        source=Source(url=source.url, file=source.file, retrieved=source.retrieved, changes=source.changes),
        sections=tuple(
            Section(id=section.id, voice=section.voice) for section in text.sections.values()
        ),
    )
