"""Rules of the two languages of a record."""

from collections.abc import Iterator
from contextlib import suppress

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.reading.content import Content, Document
from section55.reading.markup import Kind, read_markup
from section55.reading.problems import START
from section55.records import Force, Inspection, InspectionText, Response, ResponseText
from section55.records.fields import LANGUAGES, Unknown
from section55.records.keys import force_of
from section55.records.vocabulary import Nation
from section55.rules.registry import Found, found, rule

_NO_TEXT_IN = {
    "en": N_("The body answers for a force in Wales, and this response has no English text."),
    "cy": N_("The body answers for a force in Wales, and this response has no Welsh text."),
}
_FACTS = {ResponseText: Response, InspectionText: Inspection}


@rule("S55-L01", "fact-in-second-file", Severity.ERROR)
def fact_in_second_file(document: Document, content: Content) -> Iterator[Found]:
    """A fact must stand once, in the file of the record's original language.

    The file of the other language holds its title and text, where these come from, and in that language's words who
    signed a response and to whom it is addressed.
    """
    for problem in document.problems_of("unknown-key"):
        original = _FACTS.get(problem.facts["model"])
        if original and len(problem.facts["path"]) == 1 and problem.facts["key"] in original.model_fields:
            yield found(
                problem.place,
                N_("“{key}” is a fact of the whole record, and this is the file of its second language."),
                N_("Take the line out here; it belongs in the file of the original language."),
                key=problem.facts["key"],
            )


@rule("S55-L02", "original-unclear", Severity.ERROR)
def original_unclear(document: Document, content: Content) -> Iterator[Found]:
    """The facts of a record must stand in one of its files: that of its original language.

    The file of the other language holds its title and text, and says in `words_from` whose words they are.
    """
    if document.model is None or not document.front.values:
        return
    for second, original in _FACTS.items():
        files = content.of(original).get(document.name, []) if document.model in (second, original) else []
        facts = [each for each in files if each.model is original and each.front.values]
        claiming = [each for each in facts if () not in each.front.lost]
        if document in claiming[1:]:
            yield found(
                START,
                N_("Both this file and {other} give the facts of this record."),
                N_(
                    "Keep the facts in the file of the original language; "
                    "in the other keep the title, words_from and the text."
                ),
                other=claiming[0].path,
            )
        elif document.model is second and not any(each.model is original for each in files):
            yield found(
                START,
                N_("No file gives the facts of this record."),
                N_("Add the file of the original language, with all its facts; if this is it, {key} is missing."),
                key={ResponseText: "chief_officer", InspectionText: "publishers"}[second],
            )


@rule("S55-L03", "welsh-text-missing", Severity.WARNING, while_current=True)
def welsh_text_missing(document: Document, content: Content) -> Iterator[Found]:
    """A response of a body in Wales must be there in Welsh and English, or say in which one it exists and why.

    Source: the Welsh Language Standards, under the Welsh Language (Wales) Measure 2011: Welsh is treated no less
    favourably than English.
    """
    record = document.record
    if not isinstance(record, Response):
        return
    force = force_of(document.name.split("/")[1], content.of(Force))
    facts = next((each.record for each in content.of(Force).get(force or "", ())), None)
    if not isinstance(facts, Force):
        return
    held = {each.language for each in content.of(Response)[document.name]}
    missing = [language for language in LANGUAGES if language not in held]
    if record.only_in:
        if record.only_in in missing or not missing:
            yield found(
                document.front.place(("only_in",)),
                N_("only_in is {only}, but the files of this response are in: {held}."),
                N_("Correct it, or take the line out if there are both."),
                only=record.only_in,
                held=", ".join(sorted(str(language) for language in held)),
            )
        elif not record.only_in_reason:
            yield found(
                document.front.place(("only_in",)),
                N_("only_in gives no reason."),
                N_("Add only_in_reason: and a sentence that says why there is one language."),
            )
    elif facts.nation is Nation.WALES and missing:
        yield found(
            START,
            _NO_TEXT_IN[missing[0]],
            N_("Add the file {file}, or only_in: {other} with only_in_reason."),
            file=f"{document.name.split('/')[1]}.{missing[0]}.md",
            other=document.language,
        )


@rule("S55-L04", "languages-differ", Severity.WARNING)
def languages_differ(document: Document, content: Content) -> Iterator[Found]:
    """The texts of a record in both languages must mark the same parts, and have as many headings.

    Source: the Welsh Language Standards, under the Welsh Language (Wales) Measure 2011: Welsh is treated no less
    favourably than English.
    """
    for second, original in _FACTS.items():
        if document.model not in (second, original) or document.record is None:
            continue
        for other in content.of(original).get(document.name, ()):
            if other is document or other.record is None:
                continue
            with suppress(Unknown):
                lacking = [id_ for id_ in document.text.sections if id_ not in other.text.sections]
                if lacking:
                    yield found(
                        document.place_of_id(lacking[0]),
                        N_("“{id}” marks a part here, and none in {other}.")
                        if len(lacking) == 1
                        else N_("These mark parts here, and none in {other}: {ids}."),
                        N_("Mark the same part there, or take the mark out here.")
                        if len(lacking) == 1
                        else N_("Mark the same parts there, or take the marks out here."),
                        id=lacking[0],
                        ids=", ".join(lacking),
                        other=other.path,
                    )
                elif set(other.text.sections) <= set(document.text.sections):  # else that is said there
                    yield from _more_headings(document, other)


def _more_headings(document: Document, other: Document) -> Iterator[Found]:
    """Says that a text has more headings than the other: which one that lacks, their words do not tell."""
    here, there = _headings(document), _headings(other)
    if here > there:
        yield found(
            START,
            N_("There are more headings here ({here}) than in {other} ({there})."),
            N_(
                "Write ## before each line there that is a heading here; "
                "if the document has none there, allow this with a reason."
            ),
            here=here,
            there=there,
            other=other.path,
        )


def _headings(document: Document) -> int:
    """How many headings a text has, without those that it quotes."""
    blocks = read_markup(document.front.body, document.front.body_line).blocks
    return sum(block.kind is Kind.HEADING and not block.quoted for block in blocks)
