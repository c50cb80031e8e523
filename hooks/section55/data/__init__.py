"""The register as open data: JSON and CSV files below `api/v1/`, and an OpenAPI description of them.

The shapes of the files are the models in `shapes.py`: what is written is dumped from them, and the description is made
from them, so neither can say what the other does not. To add a file: give it a shape, yield it here, and describe its
path in `openapi.py`; a test fails until both are there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from section55.data import forces, index, inspections, openapi, paths, responses, tables, vocabularies
from section55.data.links import Links
from section55.data.shapes import File
from section55.register import Register


@dataclass(frozen=True)
class DataFile:
    """A file to be written: its path from the site's root, and its bytes."""

    path: str
    content: bytes


def data_files(register: Register, site_url: str = "") -> Iterator[DataFile]:
    """Every file of the open data, one at a time. `site_url` is where the site stands on the web; empty: not known."""
    links = Links(register.languages, site_url)
    yield _json(paths.INDEX, index.index(register, links))
    yield _json(paths.VOCABULARIES, vocabularies.vocabularies(links))
    yield _json(paths.FORCES, forces.all_forces(register, links))
    for force in register.forces.values():
        yield _json(paths.force(force), forces.one(force, links))
    yield _json(paths.INSPECTIONS, inspections.all_inspections(register, links))
    for inspection in register.inspections.values():
        yield _json(paths.inspection(inspection), inspections.one(register, inspection, links))
    for year, entries in responses.by_year(register).items():
        yield _json(paths.responses_of(year), responses.of_year(entries, links))
    for response in register.responses.values():
        file = _json(paths.response(response), responses.one(response, links))
        yield file
        # A file of data cannot send a reader on, as a page can: what moved is found at its former addresses too.
        yield from (DataFile(paths.response_named(name), file.content) for name in response.facts.moved_from)
    yield DataFile(paths.RESPONSES_CSV, tables.as_csv(tables.RESPONSES, tables.responses(register, links)))
    yield DataFile(paths.ANSWERS_CSV, tables.as_csv(tables.ANSWERS, tables.answers(register, links)))
    yield DataFile(paths.OPENAPI, openapi.description(register, links))


def _json(path: str, file: File) -> DataFile:
    return DataFile(path, (file.model_dump_json(indent=1) + "\n").encode("utf-8"))
