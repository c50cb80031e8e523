"""Asking all rules of a record, where what they find depends on the record and on what is near it, and can be kept.

Near a record are the reports that it names and the few records that every one belongs to: forces, bodies, the site. A
rule that asks for more, such as the other responses to a report, or the names of all reports because one is unknown, is
left open, and asked each time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from section55.digests import digest
from section55.reading.content import Content, Document
from section55.reading.documents import second_of
from section55.reading.problems import START
from section55.records import Body, Force, Inspection, OwnPage, Response, ResponseText, Site
from section55.records.fields import Record, Unknown
from section55.rules.registry import RULES, Found, Rule

_EVERYWHERE: tuple[type[Record], ...] = (Site, Force, Body, OwnPage)


@dataclass(frozen=True)
class Looked:
    """What rules find in a document, each with its rule's code and its line of the file; codes of rules left open."""

    found: tuple[tuple[str, Found, str], ...]
    open: tuple[str, ...]


class _AsksMore(Exception):
    """A rule asked for more than what is near."""


class _Near(dict[str, list[Document]]):
    """The documents of a kind that are near, by name; whoever asks for others, or for all, asks more."""

    def __missing__(self, name: str) -> Any:
        raise _AsksMore

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or self.__missing__(str(name))

    def get(self, name: str, default: Any = None) -> Any:
        return self[name]

    def _all(self, *_: object) -> Any:
        raise _AsksMore

    __iter__ = __len__ = keys = values = items = __or__ = __eq__ = _all


class _Nearby:
    """In place of the content, where rules see what is near a record and nothing more."""

    def __init__(self, content: Content, name: str, reports: Iterable[str]) -> None:
        self._content = content
        self.today = content.today
        self._near = {
            Response: _Near({name: documents} if (documents := content.of(Response).get(name)) else {}),
            Inspection: _Near({each: content.of(Inspection)[each] for each in reports}),
        }

    def of(self, model: type[Record]) -> Mapping[str, list[Document]]:
        """The documents of a kind, as `Content.of`."""
        return self._content.of(model) if model in _EVERYWHERE else self._near[model]

    def stands(self, document: Document) -> bool:
        """As `Content.stands`."""
        return self._content.stands(document)

    def __getattr__(self, name: str) -> Any:
        raise _AsksMore


def records(content: Content) -> Iterator[list[Document]]:
    """The documents of each record: one a language."""
    by_record: dict[tuple[object, str], list[Document]] = {}
    for document in content.documents:
        originals = (model for model in (Response, Inspection) if document.model in second_of(model))
        original = next(originals, document.model)
        by_record.setdefault((original, document.name), []).append(document)
    yield from by_record.values()


def ground(content: Content) -> str:
    """The digest of the records that are near every one."""
    near_all = (each for model in _EVERYWHERE for documents in content.of(model).values() for each in documents)
    return digest(*(each.digest + each.file for each in near_all))


def key(documents: Sequence[Document], content: Content, ground: str) -> str:
    """The digest of all that decides what rules find in a record, but for those left open."""
    near = [each for name in _reports(documents, content) for each in content.of(Inspection)[name]]
    return digest(ground, content.today, *(part for each in (*documents, *near) for part in (each.file, each.digest)))


def look(documents: Sequence[Document], content: Content) -> list[Looked]:
    """Asks all rules of a record's documents."""
    nearby = _Nearby(content, documents[0].name, _reports(documents, content))
    looked = []
    for document in documents:
        found: list[tuple[str, Found, str]] = []
        open_: list[str] = []
        for rule in RULES.values():
            try:
                found += ask(rule, document, nearby)
            except _AsksMore:
                open_.append(rule.code)
        looked.append(Looked(tuple(found), tuple(open_)))
    return looked


def ask(rule: Rule, document: Document, content: Any) -> list[tuple[str, Found, str]]:
    """What a rule finds in a document, each with its code and the line that it is on."""
    found: list[tuple[str, Found, str]] = []
    # What is not known, in a record in part, breaks no rule that can be told of.
    try:
        for each in rule.check(document, content):
            lines = [] if each.path or each.place == START else document.source.split("\n")
            excerpt = lines[each.place.line - 1] if 0 < each.place.line <= len(lines) else ""
            found.append((rule.code, each, excerpt))
    except Unknown:
        pass
    return found


def _reports(documents: Iterable[Document], content: Content) -> list[str]:
    """The reports that a record names, of those that there are."""
    names: dict[str, None] = {}
    for document in documents:
        match document.record:
            case Response() | ResponseText():
                names[document.name.partition("/")[0]] = None
                if isinstance(document.record, Response):
                    with suppress(Unknown):
                        names |= dict.fromkeys(document.record.also_answers)
            case _ if document.model is not None and issubclass(document.model, (Inspection, *second_of(Inspection))):
                names[document.name] = None
    return [name for name in names if name in content.of(Inspection)]
