"""A content folder → all documents in it, of which those that did not change are not read again."""

import pickle
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from section55.digests import digest
from section55.paths import printable
from section55.reading.documents import (
    Document,
    Items,
    Raw,
    items_of,
    pickled,
    read_files,
    record_of,
    second_of,
    unpickled,
)
from section55.reading.files import files_below, is_markdown, read_bytes
from section55.reading.store import PARTS, Parts, Store
from section55.records import Allowance, Inspection, Response
from section55.records.fields import Record, Unknown
from section55.records.vocabulary import Status
from section55.workers import shared_out


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
                if document.model and issubclass(document.model, (model, *second_of(model))):
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

    def named_formerly(self, name: str) -> list[str]:
        """The responses that give a name as a former one of theirs, as far as that is known."""
        if self._by_former_name is None:
            self._by_former_name = {}
            for own, files in self.of(Response).items():
                with suppress(Unknown):
                    records = [file.record for file in files if isinstance(file.record, Response)]
                    for former in {name for record in records for name in record.moved_from}:
                        self._by_former_name.setdefault(former, []).append(own)
        return self._by_former_name.get(name, [])

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
            if document.model in (model, *second_of(model)):
                return self.of(model)[document.name]
        return [document]

    _by_model: dict[type[Record], dict[str, list[Document]]] = field(default_factory=dict, repr=False)
    _by_inspection: dict[str, dict[str, list[Document]]] | None = field(default=None, repr=False)
    _by_former_name: dict[str, list[str]] | None = field(default=None, repr=False)


def read_content(
    folder: Path,
    shown_as: str = "content",
    store: Store | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> Content:
    """Reads every Markdown file below `folder`. Nothing is raised.

    shown_as: what messages call the folder; store: where what was read before is kept; progress: told how many files
    are read.
    """
    # In an order that no file system changes.
    files = sorted(files_below(folder), key=lambda file: file[0])
    records: dict[tuple[type[Record] | None, str], list[Raw]] = {}
    for path, problems in files:
        if not problems and is_markdown(path):
            data, problems = read_bytes(folder / path)
            records.setdefault(record_of(path), []).append(Raw(path, data, tuple(problems)))
        elif problems:
            records.setdefault(record_of(path), []).append(Raw(path, b"", tuple(problems)))
    reader = _Reader(store, progress)
    inspections = [files for (model, _), files in records.items() if model is Inspection]
    others = [files for (model, _), files in records.items() if model is not Inspection]
    documents = reader.read(inspections, {})
    documents += reader.read(others, items_of(documents))
    if store:
        store.forget_all_but(reader.keys)
    documents.sort(key=lambda document: document.file)
    for document in documents:
        document.path = f"{shown_as}/{printable(document.file)}".rstrip("/")
    return Content(
        documents, frozenset(path for path, problems in files if not problems and not is_markdown(path))
    )


_BATCH = 16
"""How many records are read in one go."""


@dataclass
class _Reader:
    """Reads records, on all processors, but those that are kept."""

    store: Store | None
    progress: Callable[[int], None]
    keys: set[str] = field(default_factory=set)

    def read(self, records: Sequence[Sequence[Raw]], items: Items) -> list[Document]:
        """The documents of records, each given by its files."""
        keys = [digest(*(part for file in files for part in file)) for files in records]
        self.keys.update(keys)
        kept = self.store.facts(keys) if self.store else {}
        documents: list[Document] = []
        new: list[tuple[str, Sequence[Raw]]] = []
        for key, files in zip(keys, records, strict=True):
            found = unpickled(key, kept[key], self.store, items) if key in kept else None
            if found is None:
                new.append((key, files))
            else:
                documents += found
        self.progress(len(documents))
        batches = [new[start : start + _BATCH] for start in range(0, len(new), _BATCH)]
        if self.store is None or not batches:
            for files in (files for _, files in new):
                documents += read_files(files, items)
            return documents

        def read(batch: Sequence[tuple[str, Sequence[Raw]]]) -> list[tuple[str, Parts]]:
            return [(key, pickled(read_files(files, items), items)) for key, files in batch]

        for _, parts in shared_out(read, batches):
            is_kept = self.store.keep(parts)
            for key, each in parts:
                found = unpickled(key, each[0], self.store if is_kept else _Kept(each), items)
                assert found is not None
                documents += found
                self.progress(len(found))
        return documents


@dataclass
class _Kept:
    """In place of a store that cannot be written: the parts of one record."""

    parts: Parts

    def part(self, key: str, part: str) -> object:
        return pickle.loads(self.parts[PARTS.index(part)])
