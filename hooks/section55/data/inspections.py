"""The inspections: in a list, and each with its items, every answer to them, and the responses to it."""

from collections import Counter
from collections.abc import Iterable

from section55 import register as reg
from section55.data import paths, responses
from section55.data.links import Links
from section55.data.shapes import (
    AddressedTo,
    AnswerCounts,
    Closure,
    FileLink,
    Inspection,
    InspectionFile,
    InspectionsFile,
    InspectionSummary,
    Item,
    ItemAnswer,
    ItemCounts,
    LocalLists,
    NoResponseHeld,
    Text,
    Texts,
    VoiceCounts,
)
from section55.data.values import allowances, envelope, in_language, partial
from section55.pages import addresses
from section55.reading.text import BODY, CHIEF_OFFICER, plain_words, without_heading
from section55.records import earliest
from section55.records.fields import LANGUAGES
from section55.records.keys import split_key
from section55.records.vocabulary import Action, Addressee, ItemKind, Position


def all_inspections(register: reg.Register, links: Links) -> InspectionsFile:
    """All inspections without their items, the newest first."""
    newest_first = sorted(
        register.inspections.values(), key=lambda each: (earliest(each.facts.published), each.id), reverse=True
    )
    return InspectionsFile(
        **envelope(links), result=tuple(InspectionSummary(**_summary(each, links)) for each in newest_first)
    )


def one(register: reg.Register, inspection: reg.Inspection, links: Links) -> InspectionFile:
    """An inspection with its items, every answer to them, and of which forces no response is held."""
    facts, second_files = inspection.facts, inspection.second_files
    files = {inspection.language: facts, **second_files}
    second = next(iter(second_files.values()), None)
    result = Inspection(
        **_summary(inspection, links),
        also_known_as=LocalLists(
            **{language: files[language].also_known_as if language in files else () for language in LANGUAGES}
        ),
        original_language=inspection.language,
        words_from=second.words_from if second else None,
        report_url=links.local({language: file.report_url for language, file in files.items()}),
        forces_concerned=facts.forces if isinstance(facts.forces, str) else "some",
        forces=() if isinstance(facts.forces, str) else facts.forces,
        follows=facts.follows,
        followed_by=tuple(later.id for later in inspection.followed_by),
        **partial("fieldwork_ended", facts.fieldwork_ended),
        source=links.local({language: file.source for language, file in files.items()}),
        allowances=allowances(facts.allow, inspection.language),
        items=tuple(_item(item, register, links) for item in inspection.items.values()),
        responses=tuple(responses.summary(response, links) for response in inspection.answering),
        no_response_held=tuple(
            NoResponseHeld(force=force.slug, awaited=register.awaited(inspection, force))
            for force in register.without_response(inspection)
        ),
        table=FileLink(
            title="Every answer to its items, with the words that explain it, as a table",
            media_type="text/csv",
            **links.data(paths.inspection_table(inspection)),
        ),
        source_files=links.local({language: f"inspections/{inspection.id}.{language}.md" for language in files}),
    )
    return InspectionFile(**envelope(links), result=result)


def _summary(inspection: reg.Inspection, links: Links) -> dict[str, object]:
    facts = inspection.facts
    return {
        "id": inspection.id,
        "title": links.local(inspection.titles),
        "publishers": facts.publishers,
        **partial("published", facts.published),
        "last_day": inspection.period.last if inspection.period else None,
        "regime": facts.regime,
        "kind": facts.kind,
        "topics": facts.topics,
        "items_made": _item_counts({kind: inspection.made(kind) for kind in ItemKind}),
        "items_held": _item_counts({kind: len(inspection.held(kind)) for kind in ItemKind}),
        "responses_held": len(inspection.answering),
        **links.page(addresses.of(inspection)),
        **links.data(paths.inspection(inspection)),
    }


def _item_counts(counts: dict[ItemKind, int | None]) -> ItemCounts:
    return ItemCounts(
        recommendations=counts[ItemKind.RECOMMENDATION],
        causes_of_concern=counts[ItemKind.CAUSE_OF_CONCERN],
        areas_for_improvement=counts[ItemKind.AREA_FOR_IMPROVEMENT],
    )


def _item(item: reg.Item, register: reg.Register, links: Links) -> Item:
    facts, inspection = item.facts, item.inspection
    return Item(
        id=item.id,
        key=item.key,
        kind=facts.kind,
        number=facts.number,
        addressed_to=tuple(_addressed_to(name, register, inspection.language) for name in facts.addressed_to),
        parent=facts.parent,
        continues="/".join(split_key(facts.continues, inspection.id)) if facts.continues else None,
        quoted_from=f"{inspection.id}/{facts.quoted_from}" if facts.quoted_from else None,
        closed=tuple(
            Closure(
                date=closure.date,
                how=closure.how,
                for_all_forces=not closure.forces,
                forces=closure.forces,
                source=closure.source,
            )
            for closure in facts.closed
        ),
        texts=Texts(**{language: _text(item, language) for language in LANGUAGES}),
        counts=AnswerCounts(body=_counts(item, BODY), chief_officer=_counts(item, CHIEF_OFFICER)),
        answers=tuple(_answer(answer) for answer in item.answers),
        **links.page(addresses.of(item)),
    )


def _addressed_to(name: str, register: reg.Register, language: str) -> AddressedTo:
    is_force, is_group = name in register.forces, name in set(Addressee)
    return AddressedTo(
        force=name if is_force else None,
        group=Addressee(name) if is_group and not is_force else None,
        words=None if is_force or is_group else in_language(name, language),
    )


def _text(item: reg.Item, language: str) -> Text | None:
    section = item.words(language)
    if section is None:
        return None
    html = without_heading(section.html)
    return Text(html=html, words=plain_words(html))


def _counts(item: reg.Item, voice: str) -> VoiceCounts:
    counted = [answer for answer in item.answers if answer.voice == voice and answer.response.is_current]
    return VoiceCounts(
        answers=len(counted),
        positions=_counted(Position, (answer.facts.position for answer in counted)),
        actions=_counted(Action, (action for answer in counted for action in answer.facts.action)),
    )


def _counted(vocabulary: type, given: Iterable[str]) -> dict[str, int]:
    counter = Counter(given)
    return {word: counter[word] for word in vocabulary}


def _answer(answer: reg.ItemAnswer) -> ItemAnswer:
    return ItemAnswer(
        response=answer.response.id,
        voice=answer.voice,
        answers_to=answer.key,
        position=answer.facts.position,
        actions=answer.facts.action,
        section=answer.section_id if responses.marks(answer.response, answer.section_id) else None,
    )
