"""A record's files → its documents: the facts of each validated against their model, its text converted."""

import pickle
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from section55.digests import digest
from section55.paths import printable
from section55.reading.files import text_of
from section55.reading.front_matter import FrontMatter, read_front_matter
from section55.reading.models import read_record
from section55.reading.nesting import too_deep
from section55.reading.problems import Place, Problem
from section55.reading.store import Parts, Store
from section55.reading.text import BELOW_THE_TITLE, TOP_LEVEL, Text, convert
from section55.records import (
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
from section55.records.schema import keys_of

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


class Raw(NamedTuple):
    """A file as it lies in the folder: its path from there, what it holds, and what keeps it from being read."""

    path: str
    data: bytes = b""
    problems: tuple[Problem, ...] = ()


@dataclass
class Document:
    """One file of `content/`.

    path: as shown to people; model: what it should be, None where its place says nothing; name: the record's key, such
    as `2023-terrorist-offenders/gwent`; record: None where no facts can be read, and in part (`records.partial`) where
    some are not right; file: its path from the folder; digest: of what it holds.

    A document that was read before has its source, front matter and text where they were kept, and loads them when they
    are asked for.
    """

    path: str
    model: type[Record] | None
    name: str
    language: str | None
    source: str = field(default_factory=str)
    front: FrontMatter = field(default_factory=FrontMatter)
    record: Record | None = None
    problems: list[Problem] = field(default_factory=list)
    converted: Text | None = field(default_factory=lambda: Text("en"))
    file: str = ""
    digest: str = ""

    def __getattr__(self, name: str) -> Any:
        """Called for what the document lacks: a part that was kept apart."""
        load = self.__dict__.get("_load")
        part = {"source": "source", "front": "source", "converted": "text"}.get(name)
        if load is None or part is None:
            raise AttributeError(name)
        self.__dict__.update(load(part))
        return self.__dict__[name]

    @property
    def in_repository(self) -> str:
        """Its path in the repository, which is the same wherever a command runs."""
        return f"{CONTENT}/{self.file}"

    @property
    def text(self) -> Text:
        """The text of its body. Raises Unknown where that cannot be read."""
        if self.converted is None:
            raise Unknown("text")
        return self.converted

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


def record_of(path: str) -> tuple[type[Record] | None, str]:
    """The kind of record that a file belongs to by its path from the folder, and the record's name; else its path."""
    model, name, _language = _placed(path)
    return model, name


def _placed(path: str) -> tuple[type[Record] | None, str, str | None]:
    """The kind, name and language of a record by the path of its file; the path as name where it says nothing."""
    for model, pattern in _PATHS:
        if match := pattern.fullmatch(path):
            return model, match["name"], match.groupdict().get("language")
    return None, path, None


def second_of(model: type[Record]) -> tuple[type[Record], ...]:
    """The model of the other language's file of a record, where that has one."""
    return (_OTHER_LANGUAGE[model][0],) if model in _OTHER_LANGUAGE else ()


Items = Mapping[str, Sequence[str]]
"""The ids of the items of inspections."""


def read_files(files: Iterable[Raw], items: Items) -> list[Document]:
    """The documents of a record's files, one a language; an inspection's items are those that it names itself."""
    documents = [_open(file) for file in files]
    _tell_languages_apart(documents)
    for document in documents:
        _read_record(document)
    if any(document.model is Inspection for document in documents):
        items = items_of(documents)
    for document in documents:
        if document.converted is not None:
            _read_body(document, items)
    return documents


def items_of(documents: Iterable[Document]) -> dict[str, list[str]]:
    """The ids of the items that the inspections among some documents name, as far as they are known."""
    items: dict[str, list[str]] = {}
    for document in documents:
        if isinstance(document.record, Inspection):
            with suppress(Unknown):
                items[document.name] = list(document.record.items)
    return items


def pickled(documents: Sequence[Document], items: Items) -> Parts:
    """The documents of a record in parts, as they are kept; `items`: those that they were read with."""
    facts, sources, texts = [], [], []
    for document in documents:
        state = dict(document.__dict__)
        sources.append({"source": state.pop("source"), "front": state.pop("front")})
        texts.append({"converted": state.pop("converted")})
        facts.append(state)
    asked = digest(*sorted((name, tuple(items.get(name, ()))) for name in _inspections(documents)))
    return tuple(pickle.dumps(each, pickle.HIGHEST_PROTOCOL) for each in ((asked, facts), sources, texts))


def unpickled(key: str, facts: bytes, store: Store, items: Items) -> list[Document] | None:
    """The documents of a record that was kept; None where they were read with other items than these."""
    asked, states = pickle.loads(facts)
    documents = []
    for number, state in enumerate(states):
        document = object.__new__(Document)
        document.__dict__.update(state)
        document.__dict__["_load"] = lambda part, number=number: store.part(key, part)[number]
        documents.append(document)
    if asked != digest(*sorted((name, tuple(items.get(name, ()))) for name in _inspections(documents))):
        return None
    return documents


def _inspections(documents: Iterable[Document]) -> set[str]:
    """The inspections whose items decide how some documents are read."""
    names = set()
    for document in documents:
        match document.record:
            case Response() | ResponseText():
                names.add(document.name.partition("/")[0])
        if isinstance(document.record, Response):
            with suppress(Unknown):
                names.update(document.record.also_answers)
    return names


def _open(file: Raw) -> Document:
    document = Document("", *_placed(file.path), problems=[*file.problems], file=file.path, digest=digest(file.data))
    if not file.problems and document.model is None:
        document.problems = [Problem("file-out-of-place", facts={"path": printable(file.path)})]
    elif not file.problems:
        document.source, document.problems = text_of(file.data)
    if document.problems and not document.source:
        return document
    document.front = read_front_matter(document.source, keys_of(document.model) if document.model else ())
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
