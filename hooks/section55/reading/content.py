"""A content folder → its documents: each file read, validated against its model, its text converted."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from section55.paths import printable
from section55.reading.files import files_below, is_markdown, read_text
from section55.reading.front_matter import FrontMatter, read_front_matter
from section55.reading.models import read_record
from section55.reading.nesting import too_deep
from section55.reading.problems import Place, Problem
from section55.reading.text import BELOW_THE_TITLE, TOP_LEVEL, Text, convert
from section55.records import (
    Allowance,
    Body,
    Force,
    Inspection,
    InspectionText,
    OwnPage,
    Response,
    ResponseText,
    Site,
)
from section55.records.fields import LANGUAGES, Record, Unknown
from section55.records.partial import meant_by
from section55.records.vocabulary import Status

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_LANGUAGE = rf"\.(?P<language>{'|'.join(LANGUAGES)})"
_PATHS: tuple[tuple[type[Record], re.Pattern[str]], ...] = (
    (Site, re.compile(r"(?P<name>site)\.md")),
    (Force, re.compile(rf"forces/(?P<name>{_SLUG})\.md")),
    (Body, re.compile(rf"bodies/(?P<name>{_SLUG}-[0-9]{{4}})\.md")),
    (Inspection, re.compile(rf"inspections/(?P<name>[0-9]{{4}}-{_SLUG}){_LANGUAGE}\.md")),
    (Response, re.compile(rf"responses/(?P<name>[0-9]{{4}}-{_SLUG}/{_SLUG}){_LANGUAGE}\.md")),
    (OwnPage, re.compile(rf"pages/(?P<name>{_SLUG}){_LANGUAGE}\.md")),
)
"""Where each kind of record stands, and what its path says."""

_OTHER_LANGUAGE: dict[type[Record], tuple[type[Record], str]] = {
    Inspection: (InspectionText, "publishers"),
    Response: (ResponseText, "chief_officer"),
}
"""For records in two files: the model of the second, and the key that only the file with the facts has."""

CONTENT = "content"
"""The folder of the records in the repository, whatever folder is read."""


@dataclass
class Document:
    """One file of `content/`.

    path: as shown to people, and so from where they stand; model: what it should be, None where its place says nothing;
    name: the record's key, such as `2023-terrorist-offenders/gwent`; record: None where no facts can be read, and in part
    (`records.partial`) where some are not right; relative: its path from the content folder.
    """

    path: str
    model: type[Record] | None
    name: str
    language: str | None
    source: str = ""
    front: FrontMatter = field(default_factory=FrontMatter)
    record: Record | None = None
    problems: list[Problem] = field(default_factory=list)
    converted: Text | None = field(default_factory=lambda: Text("en"))
    relative: str = ""

    @property
    def in_repository(self) -> str:
        """Its path in the repository, which is the same wherever a command runs."""
        return f"{CONTENT}/{self.relative}"

    @property
    def text(self) -> Text:
        """The text of its body. Raises Unknown where that cannot be read."""
        if self.converted is None:
            raise Unknown("text")
        return self.converted

    @cached_property
    def digest(self) -> str:
        """What its file holds, as a digest; with its place, all that a record is made of."""
        return hashlib.blake2b(self.source.encode(), digest_size=16, person=b"document").hexdigest()

    def problems_of(self, rule: str) -> Iterator[Problem]:
        """Its problems that break the rule of that name."""
        return (problem for problem in self.problems if problem.rule == rule)

    def place_of_id(self, id_: str, occurrence: int = 1) -> Place:
        """Where the text gives a part the id, for the first time or a later one; its start where it does not."""
        pattern = re.compile(rf"""(?:\{{[^}}\n]*#|\bid=["']?)({re.escape(id_)})(?![\w-])""")
        for index, line in enumerate(self.front.body.split("\n")):
            for match in pattern.finditer(line):
                occurrence -= 1
                if not occurrence:
                    line_number = self.front.body_line + index
                    return Place(line_number, match.start(1) + 1, line_number, match.end(1) + 1)
        return Place(self.front.body_line, 1, self.front.body_line, 1)


@dataclass
class Content:
    """All documents of a content folder, in the order of their paths.

    other_files: the paths, from the folder, of files that are no Markdown; today: the day that dates are held against;
    published_files: the paths, from the folder, of the files that were published before. Both are None in a build, of
    which neither is an input.
    """

    documents: list[Document]
    other_files: frozenset[str] = frozenset()
    today: date | None = None
    published_files: frozenset[str] | None = None

    def of(self, model: type[Record]) -> dict[str, list[Document]]:
        """The documents of a kind by name, each with one file a language; those that are not right among them."""
        if model not in self._by_model:
            found: dict[str, list[Document]] = {}
            for document in self.documents:
                if document.model and issubclass(document.model, (model, *_second(model))):
                    found.setdefault(document.name, []).append(document)
            self._by_model[model] = found
        return self._by_model[model]

    def responses_to(self, inspection: str) -> dict[str, list[Document]]:
        """The documents of the responses that live at an inspection, by the last part of their names."""
        if self._by_inspection is None:
            self._by_inspection = {}
            for name, files in self.of(Response).items():
                folder, _, file = name.partition("/")
                self._by_inspection.setdefault(folder, {})[file] = files
        return self._by_inspection.get(inspection, {})

    def allowances(self, document: Document) -> dict[str, Allowance]:
        """What a document's record allows, by the codes of the rules; it holds for all its files.

        Raises Unknown where some of it is not known.
        """
        return {
            allowance.rule: allowance
            for each in self._same_record(document)
            for allowance in getattr(each.record, "allow", ())
        }

    def stands(self, document: Document) -> bool:
        """Whether a document belongs to a record that stands: not to a withdrawn, superseded or removed response.

        Raises Unknown where its status is not known.
        """
        return all(
            each.record.status in (Status.CURRENT, Status.CORRECTED)
            for each in self._same_record(document)
            if isinstance(each.record, Response)
        )

    def _same_record(self, document: Document) -> list[Document]:
        """The files of the record that a document belongs to, itself among them."""
        for model in (Response, Inspection):
            if document.model in (model, *_second(model)):
                return self.of(model)[document.name]
        return [document]

    _by_model: dict[type[Record], dict[str, list[Document]]] = field(default_factory=dict, repr=False)
    _by_inspection: dict[str, dict[str, list[Document]]] | None = field(default=None, repr=False)


def read_content(folder: Path, shown_as: str = CONTENT) -> Content:
    """Reads every Markdown file below `folder`; `shown_as` is what messages call that folder. Nothing is raised."""
    # In an order that no file system changes.
    files = sorted(files_below(folder), key=lambda file: file[0])
    documents = [
        _open(folder, relative, problems, shown_as) for relative, problems in files if problems or is_markdown(relative)
    ]
    _tell_languages_apart(documents)
    for document in documents:
        _read_record(document)
    items: dict[str, Iterable[str]] = {}
    for document in documents:
        if isinstance(document.record, Inspection):
            with suppress(Unknown):
                items[document.name] = document.record.items.keys()
    for document in documents:
        if document.converted is not None:
            _read_body(document, items)
    others = frozenset(relative for relative, problems in files if not problems and not is_markdown(relative))
    return Content(documents, others)


def _open(folder: Path, relative: str, problems: list[Problem], shown_as: str) -> Document:
    shown = printable(relative)
    document = Document(f"{shown_as}/{shown}".rstrip("/"), None, relative, None, problems=problems, relative=relative)
    for model, pattern in _PATHS:
        if match := pattern.fullmatch(relative):
            document.model = model
            document.name = match["name"]
            document.language = match.groupdict().get("language")
    if not problems and document.model is None:
        document.problems = [Problem("file-out-of-place", facts={"path": shown})]
    elif not problems:
        document.source, document.problems = read_text(folder / relative)
    if document.problems and not document.source:
        return document
    document.front = read_front_matter(document.source)
    document.problems += document.front.problems
    if place := too_deep(document.front.body, document.front.body_line):
        _without_text(document, place)
    return document


def _without_text(document: Document, place: Place) -> None:
    """Takes the text from a document in which it is nested too deep, so that no other rule is asked of it."""
    document.problems.append(Problem("text-too-deep", place))
    document.front.body = ""
    document.converted = None


def _tell_languages_apart(documents: Iterable[Document]) -> None:
    """Of a record's two files, the one without its facts is the file of the other language."""
    groups: dict[tuple[type[Record], str], list[Document]] = {}
    for document in documents:
        if document.model in _OTHER_LANGUAGE:
            groups.setdefault((document.model, document.name), []).append(document)
    for (model, _), group in groups.items():
        second, key = _OTHER_LANGUAGE[model]
        with_facts = [document for document in group if key in document.front.values]
        for document in group:
            keys = document.front.values.keys()
            if with_facts and document not in with_facts and ("words_from" in keys or not _may_hold(key, document)):
                document.model = second
            elif not with_facts and "words_from" in keys <= second.model_fields.keys():
                document.model = second


def _may_hold(key: str, document: Document) -> bool:
    """Whether a document without a key may mean to have it: where its facts are not all read, or one is misspelt."""
    front = document.front
    return () in front.lost or (key,) in front.lost or any(meant_by(each, [key]) for each in front.values)


def _read_record(document: Document) -> None:
    if document.model and document.front.is_read:
        document.record, problems = read_record(document.front, document.model)
        document.problems += problems


def _read_body(document: Document, items: dict[str, Iterable[str]]) -> None:
    record = document.record
    language = document.language or "en"
    match record:
        case Response() | ResponseText():
            ids = set(items.get(document.name.split("/")[0], ()))
            if isinstance(record, Response):
                with suppress(Unknown):
                    for other in record.also_answers:
                        ids.update(items.get(other, ()))
        case Inspection() | InspectionText():
            ids = set(items.get(document.name, ()))
        case _:
            ids = set()
    top_level = BELOW_THE_TITLE if document.model is OwnPage else TOP_LEVEL
    try:
        document.converted = convert(document.front.body, language, ids, top_level)
    except RecursionError:  # what is nested in a way that nobody thought of
        _without_text(document, Place(document.front.body_line, 1, document.front.body_line, 1))


def _second(model: type[Record]) -> tuple[type[Record], ...]:
    return (_OTHER_LANGUAGE[model][0],) if model in _OTHER_LANGUAGE else ()
