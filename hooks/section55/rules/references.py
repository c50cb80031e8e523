"""Rules of reference: what a record names must be there, and be one thing."""

import difflib
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.paths import printable
from section55.reading.content import Content, Document
from section55.reading.problems import START, Place
from section55.reading.text import is_reserved
from section55.records import Body, Force, Inspection, Response, Site, earliest, latest
from section55.records.fields import Path, Unknown
from section55.records.keys import SEVERAL, force_of, split_key
from section55.records.partial import whole
from section55.records.response import Answer
from section55.records.vocabulary import Addressee, Status
from section55.rules.answers import items_of, may_be_meant, names_item
from section55.rules.brackets import with_commas
from section55.rules.form.values import COMMAS
from section55.rules.names import name_for
from section55.rules.registry import RULES, Found, found, gone, rule
from section55.rules.reports import published_on

ERROR = Severity.ERROR


@rule("S55-R01", "unknown-inspection", ERROR)
def unknown_inspection(document: Document, content: Content) -> Iterator[Found]:
    """An inspection that a record names must have a record of its own.

    The folder of a response names the inspection it answers; `also_answers` and `follows` name others.
    """
    known = content.of(Inspection)
    match document.record:
        case Response() as response:
            folder = document.name.split("/")[0]
            if folder not in known:
                yield from _unknown(START, folder, known, N_("The folder is named {name}, but no inspection is."))
            for index, name in enumerate(response.also_answers):
                if name not in known:
                    place = document.front.place(("also_answers", index))
                    yield from _unknown(place, name, known, N_("There is no inspection {name}."))
        case Inspection(follows=others):
            for index, name in enumerate(others):
                if name not in known:
                    place = document.front.place(("follows", index))
                    names = _others(known, document.name)
                    yield from _unknown(place, name, names, N_("There is no inspection {name}."))


@rule("S55-R02", "unknown-force", ERROR)
def unknown_force(document: Document, content: Content) -> Iterator[Found]:
    """A force that a record names must have a record of its own.

    The file of a response names its force; a second response to the same report is `<force>-2`.
    """
    known = content.of(Force)
    sentence = N_("There is no force {name}.")
    front = document.front
    match document.record:
        case Response():
            name = document.name.split("/")[1]
            if force_of(name, known) is None:
                yield from _unknown(START, name, known, N_("The file is named {name}, but no force is."))
        case Inspection() as report:
            for path, name in _forces_named(report):
                if name not in known:
                    yield from _unknown(front.place(path), name, known, sentence)
        case Body(force=name) if name not in known:
            yield from _unknown(front.place(("force",)), name, known, sentence)
        case Force(successors=names):
            for index, name in enumerate(names):
                if name not in known:
                    place = front.place(("successors", index))
                    yield from _unknown(place, name, _others(known, document.name), sentence)
        case Site(publishes=tuple(names)):
            for index, name in enumerate(names):
                if name not in known:
                    yield from _unknown(front.place(("publishes", index)), name, known, sentence)


@rule("S55-R03", "unknown-item", ERROR)
def unknown_item(document: Document, content: Content) -> Iterator[Found]:
    """An item that a record names must be one that its inspection holds; `all` and `rest` mean several."""
    front = document.front
    match document.record:
        case Response() as response:
            own = document.name.split("/")[0]
            for voice, key in _keys_of_answers(response):
                if key in Answer.model_fields and not isinstance(front.value((voice, key)), dict):
                    continue  # a fact of an answer that is set in too little, which wrong-value says
                with suppress(Unknown):
                    name, item = split_key(key, own)
                    if name != own and name not in response.also_answers:
                        yield found(
                            front.key((voice, key)),
                            N_("“{key}” names an inspection that this response does not say it answers."),
                            N_("Add it to also_answers, or name an item of {own}."),
                            key=key,
                            own=own,
                        )
                    elif not names_item(item, (items := items_of(content, name))):
                        yield from _unknown_item(front.key((voice, key)), item, [*items, *SEVERAL])
            for index, update in enumerate(response.updates):
                with suppress(Unknown):
                    items = items_of(content, own)
                    if update.item and items is not None and update.item not in items:
                        yield from _unknown_item(front.place(("updates", index, "item")), update.item, items)
        case Inspection(items=items):
            for id_, item in items.items():
                with suppress(Unknown):
                    if item.parent and item.parent not in items:
                        yield from _unknown_item(front.place(("items", id_, "parent")), item.parent, items)
                with suppress(Unknown):
                    if item.continues and not _is_held(content, *split_key(item.continues, document.name)):
                        place = front.place(("items", id_, "continues"))
                        names = list(_all_items(content))
                        yield from _unknown(place, item.continues, names, N_("No inspection holds the item {name}."))


@rule("S55-R04", "unknown-body", ERROR)
def unknown_body(document: Document, content: Content) -> Iterator[Found]:
    """A body that a record names must have a record of its own; so must the body that answered on a response's day.

    Source: section 55(5) of the Police Act 1996: it is the local policing body that publishes, and section 101(1) says
    who that is.
    """
    match document.record:
        case Body() as body:
            with suppress(Unknown):
                if body.successor and body.successor not in content.of(Body):
                    place = document.front.place(("successor",))
                    others = _others(content.of(Body), document.name)
                    yield from _unknown(place, body.successor, others, N_("There is no body {name}."))
            if document.name.rpartition("-")[0] != body.force:
                yield found(
                    document.front.place(("force",)),
                    N_("The file is named {name}, but the body answers for {force}."),
                    N_("Name it {force}-{year}.md, or correct the force."),
                    name=document.name,
                    force=body.force,
                    year=document.name.rpartition("-")[2],
                )
        case Response() as response:
            folder, _, file = document.name.partition("/")
            force = force_of(file, content.of(Force))
            published = published_on(folder, content)
            own = response.dated or response.published
            when = own or published
            if force is None or when is None or (published and latest(when) < earliest(published)):
                return  # unknown-force, or response-before-report, says so
            bodies = [each for files in content.of(Body).values() for each in files]
            if not any(_may_have_answered(each, force, earliest(when), latest(when)) for each in bodies):
                yield found(
                    document.front.key(("dated",) if response.dated else ("published",)),
                    N_("No body answered for {force} on {when}.")
                    if own
                    else N_("No body answered for {force} on {when}, when the report was published."),
                    N_("Correct the date, or add the body that did, as content/bodies/{force}-<first year>.md.")
                    if own
                    else N_(
                        "Add the body that did, as content/bodies/{force}-<first year>.md; or the date, as dated: …"
                    ),
                    force=force,
                    when=when,
                )


@rule("S55-R05", "unknown-response", ERROR)
def unknown_response(document: Document, content: Content) -> Iterator[Found]:
    """A response that a record names must be one to the same inspection that is held."""
    match document.record:
        case Response(superseded_by=str(name)):
            folder, _, file = document.name.partition("/")
            known = _others(content.responses_to(folder), file)
            if name not in known:
                place = document.front.place(("superseded_by",))
                forces = content.of(Force)
                same = [other for other in known if force_of(other, forces) == force_of(file, forces)]
                yield from _unknown(
                    place,
                    name,
                    same,
                    N_("No other response to this inspection is named {name}."),
                    ""
                    if same
                    else N_("This force has no other: take the line out, or add the later response first.")
                    if known
                    else N_("There is no other: take the line out, or add the later response first."),
                )
        case Inspection(items=items):
            known = list(content.responses_to(document.name))
            for id_, item in items.items():
                with suppress(Unknown):
                    if item.quoted_from and item.quoted_from not in known:
                        place = document.front.place(("items", id_, "quoted_from"))
                        message = N_("No response to this inspection is named {name}.")
                        yield from _unknown(place, item.quoted_from, known, message)


@rule("S55-R06", "unknown-addressee", ERROR)
def unknown_addressee(document: Document, content: Content) -> Iterator[Found]:
    """An item's addressee must be a force, a word from FIELDS.md, or the report's own words with a capital letter."""
    if not isinstance(document.record, Inspection):
        return
    known = [*Addressee, *content.of(Force)]
    for id_, item in document.record.items.items():
        with suppress(Unknown):
            for index, name in enumerate(item.addressed_to):
                path = ("items", id_, "addressed_to", index)
                several = " " in name and all(word in known for word in name.split())
                if several and (right := with_commas(document, path)):
                    message = N_("There is no addressee {name}.")
                    yield found(document.front.place(path), message, COMMAS, name=name, right=right)
                elif name not in known and not name[0].isupper() and (" " not in name or _as_id(name) in known):
                    yield from _unknown(
                        document.front.place(path),
                        name,
                        known,
                        N_("There is no addressee {name}."),
                        N_(
                            "Write the report's own words, with a capital letter: {words}. "
                            "Or a force's id, or one of: {few}."
                        ),
                        words=name.replace("-", " ").capitalize(),
                        few=", ".join(Addressee),
                    )


def _as_id(name: str) -> str:
    """A name in several words as an id would be written."""
    return "-".join(name.lower().split())


@rule("S55-R07", "unknown-section", ERROR)
def unknown_section(document: Document, content: Content) -> Iterator[Found]:
    """A section that an answer names must be marked in the text."""
    if not isinstance(document.record, Response):
        return
    sections = document.text.sections
    if document.record.status is Status.REMOVED:
        return  # and its text with it
    for voice, key in _keys_of_answers(document.record):
        with suppress(Unknown):
            section = getattr(document.record, voice)[key].section
            if section and section not in sections:
                yield from _unknown(
                    document.front.place((voice, key, "section")),
                    section,
                    sections,
                    N_("The text marks no part as {name}."),
                    N_("Put {{#{name}}} at the end of the heading above the explanation, or write one of: {known}.")
                    if sections
                    else N_("Put {{#{name}}} at the end of the heading above the explanation."),
                )


@rule("S55-R08", "id-twice", ERROR)
def id_twice(document: Document, content: Content) -> Iterator[Found]:
    """An id must mark one part of a text: a link to it could not tell which of two is meant."""
    for id_ in document.text.repeated_ids:
        yield found(
            document.place_of_id(id_, 2),
            N_("“{id}” marks a second part of this text."),
            N_("A second part of its kind is {id}-2.")
            if is_reserved(id_)
            else N_("Give this part another id, or none."),
            id=id_,
        )


@rule("S55-R09", "item-without-words", ERROR)
def item_without_words(document: Document, content: Content) -> Iterator[Found]:
    """An inspection's item must have its words in the text, under its id, in the file of the report's own language."""
    if isinstance(document.record, Inspection):
        for id_ in document.record.items:
            if id_ not in document.text.sections:
                yield found(
                    document.front.key(("items", id_)),
                    N_("The text has no part marked {id}."),
                    N_("Add a heading such as ## Recommendation {{#{id}}} and below it the item's words, after >."),
                    id=id_,
                )


@rule("S55-R10", "item-not-named", Severity.WARNING, while_current=True)
def item_not_named(document: Document, content: Content) -> Iterator[Found]:
    """A part of a response that is marked as an item's must be named by an answer: else the item's page lacks it.

    Source: section 55(5B) of the Police Act 1996: for each recommendation, the action taken or proposed, or why none.
    """
    if not isinstance(document.record, Response):
        return
    own = document.name.split("/")[0]
    response = document.record
    items = {id_ for name in (own, *response.also_answers) for id_ in items_of(content, name) or ()}
    answers = [*whole(response.answers).items(), *whole(response.chief_officer_answers).items()]
    named = {id_ for key, answer in answers for id_ in (split_key(key, own)[1], answer.section)}
    marked = [id_ for id_ in document.text.sections if id_ in items and id_ not in named]
    meant = may_be_meant(marked, (key for key, _ in answers), own, content)
    for id_ in marked:
        if id_ not in meant:
            yield found(
                document.place_of_id(id_),
                N_("The text marks a part as {id}, but no answer names it."),
                N_("Add {id} to answers, with its position; if this is only the report's text, take the mark out."),
                id=id_,
            )


@rule("S55-R11", "site-missing", ERROR)
def site_missing(document: Document, content: Content) -> Iterator[Found]:
    """A content folder must say what site it is, in site.md, and name the site in each of its languages."""
    if isinstance(document.record, Site):
        for language in document.record.languages:
            with suppress(Unknown):
                if not document.record.name.get(language):
                    yield found(
                        document.front.key(("name",)),
                        N_("The site has pages in “{language}” but no name in it."),
                        N_("Below name, add a line that is set in by two spaces: {language}: …"),
                        language=language,
                    )


def _forces_named(report: Inspection) -> Iterator[tuple[Path, str]]:
    """The forces that an inspection's record names, with their paths."""
    with suppress(Unknown):
        for index, name in enumerate(report.forces if isinstance(report.forces, tuple) else ()):
            yield ("forces", index), name
    for id_, item in report.items.items():
        with suppress(Unknown):
            for number, closure in enumerate(item.closed):
                with suppress(Unknown):
                    for index, name in enumerate(closure.forces):
                        yield ("items", id_, "closed", number, "forces", index), name


def _keys_of_answers(response: Response) -> Iterator[tuple[str, str]]:
    """The keys of a response's answers, each with the field that it stands in."""
    for voice in ("answers", "chief_officer_answers"):
        with suppress(Unknown):
            for key in getattr(response, voice):
                yield voice, key


def _is_held(content: Content, inspection: str, item: str) -> bool:
    items = items_of(content, inspection)
    return items is not None and item in items


def _all_items(content: Content) -> Iterator[str]:
    """The items of all inspections, as other inspections name them."""
    for inspection in content.of(Inspection):
        with suppress(Unknown):
            for id_ in items_of(content, inspection) or ():
                yield f"{inspection}/{id_}"


def _folder_and_file(path: str) -> tuple[str, str]:
    """The folder of a path, with its last slash, and the file's name."""
    folder, slash, file = path.rpartition("/")
    return f"{folder}{slash}", file


def _attached(document: Document) -> Iterator[str]:
    """The files that a response gives as attached. Raises Unknown where some are not known."""
    if not isinstance(document.record, Response):
        raise Unknown
    for attachment in document.record.attachments:
        yield attachment.file


def _may_have_answered(body: Document, force: str, first: date, last: date) -> bool:
    """Whether a body answered for a force on some day from `first` to `last`, or may have, as far as is known."""
    if isinstance(body.record, Body):
        with suppress(Unknown):
            return body.record.force == force and body.record.answered_between(first, last)
    return body.name.rpartition("-")[0] == force


def _others(names: Iterable[str], own: str) -> list[str]:
    """The names but for a record's own, which no record means when it names another."""
    return [name for name in names if name != own]


def _unknown(
    place: Place, name: str, known: Iterable[str], message: str, otherwise: str = "", /, **facts: str
) -> Iterator[Found]:
    """Says that there is nothing of a name, and what is nearest; else `otherwise`, or all that there are, if few."""
    known = [str(each) for each in known]
    near = difflib.get_close_matches(name, known, 1, 0.6)
    yield _not_known(place, name, known, near[0] if near else "", message, otherwise, **facts)


def _unknown_item(place: Place, name: str, items: Iterable[str]) -> Iterator[Found]:
    """Says that an inspection has no item of a name. One of another number is not near, however alike it looks."""
    items = list(items)
    numbers = _numbers(name)
    same = (
        [id_ for id_ in items if _numbers(id_) == numbers and (name[0].isdecimal() or name[0].lower() == id_[0])]
        if numbers
        else difflib.get_close_matches(name, items, 1)
    )
    swapped = [id_ for id_ in items if sorted(id_) == sorted(name.lower())]
    near = same if len(same) == 1 else swapped if len(swapped) == 1 else [""]
    yield _not_known(place, name, items, near[0], N_("The inspection has no item {name}."))


def _numbers(id_: str) -> list[int]:
    return [int(number) for number in re.findall("[0-9]+", id_)]


def _not_known(
    place: Place, name: str, known: list[str], near: str, message: str, otherwise: str = "", /, **facts: str
) -> Found:
    if near:
        help_ = N_("Did you mean {near}?")
    elif otherwise:
        help_ = otherwise
    elif known and len(known) <= 12:
        help_ = N_("There are: {known}.")
    else:
        help_ = N_("Correct the name, or add the record that it names.")
    return found(place, message, help_, name=name, near=near, known=", ".join(known), **facts)


@rule("S55-R12", "answered-twice", ERROR)
def answered_twice(document: Document, content: Content) -> Iterator[Found]:
    """A voice must answer an item once."""
    if not isinstance(document.record, Response):
        return
    own = document.name.split("/")[0]
    seen: dict[tuple[str, tuple[str, str]], str] = {}
    for voice, key in _keys_of_answers(document.record):
        first = seen.setdefault((voice, split_key(key, own)), key)
        if first != key:
            yield found(
                document.front.key((voice, key)),
                N_("“{key}” and “{first}” are the same item."),
                N_("Keep the one that is right."),
                key=key,
                first=first,
            )


@rule("S55-R13", "two-responses", Severity.WARNING, while_current=True)
def two_responses(document: Document, content: Content) -> Iterator[Found]:
    """Of two responses for one force to one report, one must supersede the other.

    Where both stand, a record allows this rule and says why.
    """
    if not isinstance(document.record, Response):
        return
    folder, _, file = document.name.partition("/")
    forces = content.of(Force)
    force = force_of(file, forces)
    for other, files in content.responses_to(folder).items():
        if other >= file or force is None or force_of(other, forces) != force:
            continue
        with suppress(Unknown):
            if any(isinstance(each.record, Response) and content.stands(each) for each in files):
                yield found(
                    START,
                    N_("{other} is a response of the same force to the same report, and neither supersedes the other."),
                    N_(
                        "Give the earlier one status: superseded and superseded_by: {file}; "
                        "or allow this with a reason."
                    ),
                    other=other,
                    file=file,
                )


@rule("S55-R14", "unknown-rule", ERROR)
def unknown_rule(document: Document, content: Content) -> Iterator[Found]:
    """A rule that a record allows must be one that there is, and that may be allowed.

    What keeps a file from being read or linked rightly cannot be allowed.
    """
    for index, allowance in enumerate(getattr(document.record, "allow", ())):
        place = document.front.place(("allow", index, "rule"))
        with suppress(Unknown):
            if allowance.rule not in RULES:
                yield found(
                    place,
                    N_("There is no rule {name}."),
                    N_("A rule's code stands in brackets at the start of its message."),
                    name=allowance.rule,
                )
            elif not RULES[allowance.rule].allowable:
                yield found(place, N_("{name} cannot be allowed."), N_("Put right what it says."), name=allowance.rule)


@rule("S55-R15", "attachment-missing", ERROR)
def attachment_missing(document: Document, content: Content) -> Iterator[Found]:
    """A file that a response gives as attached must lie beside the response's own."""
    if not isinstance(document.record, Response):
        return
    folder = f"responses/{document.name.split('/')[0]}/"
    for index, attachment in enumerate(document.record.attachments):
        with suppress(Unknown):
            if f"{folder}{attachment.file}" not in content.other_files:
                others = sorted(path for path in content.other_files if path.startswith(folder))
                beside = [printable(path.removeprefix(folder)) for path in others]
                place = document.front.place(("attachments", index, "file"))
                yield from _unknown(
                    place,
                    attachment.file,
                    beside,
                    N_("There is no file {name} beside this one."),
                    "" if beside else N_("Put it into the folder of this file, or correct its name, capitals and all."),
                )


@rule("S55-R16", "file-of-no-record", ERROR)
def file_of_no_record(document: Document, content: Content) -> Iterator[Found]:
    """A file must be a record, or one that a response gives as attached, or belong to the site's own pages.

    Any other would go online as it is, unread and unchecked: a letter in another form, or a record whose name does not
    end in `.md`. Where the folder of records is a repository of its own, README.md, LICENSE and hidden folders at its
    root are the repository's, and may stand.
    """
    if not isinstance(document.record, Site):
        return
    attached: set[str] = set()
    unsure = ["pages/"]
    with suppress(Unknown):
        attached.update(filter(None, [document.record.logo]))
    for name, files in content.of(Response).items():
        folder = f"responses/{name.split('/')[0]}/"
        for each in files:
            try:
                if each.model is Response:
                    attached.update(f"{folder}{file}" for file in _attached(each))
            except Unknown:  # other rules say why
                unsure.append(folder)
    misnamed = {_folder_and_file(path) for path in attached - content.other_files}
    for path in sorted(content.other_files - attached):
        folder, file = _folder_and_file(path)
        if difflib.get_close_matches(file, [name for other, name in misnamed if other == folder], 1):
            continue  # attachment-missing says so
        if folder.startswith(tuple(unsure)):
            continue
        yield gone(
            f"{document.path.removesuffix('site.md')}{printable(path)}",
            N_("No record is named {path}, and no response gives it as attached."),
            N_("If it is a record, name it {right}.")
            if (right := name_for(path)) and re.search(r"\.(?:md|markdown)\.|\.txt$", path, re.IGNORECASE)
            else N_(
                "If it belongs to a response, write in that one's facts, below attachments:, "
                "- file: {file} and its title; if not, keep it outside this folder."
            ),
            path=printable(path),
            file=printable(file),
            right=printable(right),
        )


@rule("S55-R17", "force-not-published-here", Severity.WARNING)
def force_not_published_here(document: Document, content: Content) -> Iterator[Found]:
    """A response must be of a force whose responses the site publishes, as `publishes` in site.md says."""
    if not isinstance(document.record, Response):
        return
    force = force_of(document.name.split("/")[1], content.of(Force))
    for (site,) in content.of(Site).values():
        if force and isinstance(site.record, Site) and isinstance(site.record.publishes, tuple):
            if force not in site.record.publishes:
                yield found(
                    START,
                    N_("This is a response of {force}, and site.md says that the site publishes others alone."),
                    N_("Add {force} to publishes in site.md, or take this file away."),
                    force=force,
                )
