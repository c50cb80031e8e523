"""The register as open data: JSON and CSV files below `api/v1/`, and an OpenAPI description of them.

The shapes of the files are the models in `shapes.py`: what is written is dumped from them, and the description is made
from them, so neither can say what the other does not. To add a file: give it a shape, yield it here, and describe its
path in `openapi.py`; a test fails until both are there.
"""

from collections.abc import Callable, Iterator
from functools import partial

from section55.data import forces, index, inspections, openapi, paths, responses, tables, vocabularies
from section55.data.links import Links
from section55.data.shapes import File as Shape
from section55.digests import digest
from section55.publishing import File, Output
from section55.publishing.outputs import SITE
from section55.register import Register


def outputs(register: Register, site_url: str = "", ground: str = "") -> Iterator[Output]:
    """Every file of the open data. `site_url` is where the site stands on the web, empty where that is not known;
    `ground`: the digest of what every file is made with.
    """
    links = Links(register.languages, site_url)

    def output(path: str, make: Callable[[], Shape | bytes], *shown: object, group: str = "") -> Output:
        return Output(path, digest(ground, *shown), partial(_file, path, make), group)

    inspected = [inspection.digest for inspection in register.inspections.values()]
    everything = digest(*inspected, *(response.digest for response in register.responses.values()))
    yield output(paths.INDEX, partial(index.index, register, links), everything)
    yield output(paths.VOCABULARIES, partial(vocabularies.vocabularies, links))
    yield output(
        paths.FORCES, partial(forces.all_forces, register, links), *(len(f.responses) for f in register.forces.values())
    )
    for force in register.forces.values():
        answered = ((response.digest, response.inspection.digest) for response in force.responses)
        yield output(paths.force(force), partial(forces.one, force, links), *answered)
    counts = (len(inspection.answering) for inspection in register.inspections.values())
    yield output(paths.INSPECTIONS, partial(inspections.all_inspections, register, links), *inspected, *counts)
    for inspection in register.inspections.values():
        shown = (*inspection.answering, *inspection.followed_by)
        yield output(
            paths.inspection(inspection),
            partial(inspections.one, register, inspection, links),
            *(record.digest for record in (inspection, *shown)),
            group=inspection.id,
        )
        yield output(
            paths.inspection_table(inspection),
            partial(tables.answers_csv, inspection),
            *(record.digest for record in (inspection, *inspection.answering)),
            group=inspection.id,
        )
    for year, entries in responses.by_year(register).items():
        yield output(
            paths.responses_of(year),
            partial(responses.of_year, entries, links),
            *((response.digest, response.inspection.digest) for response in entries),
        )
    for response in register.responses.values():
        shown = (response, response.inspection, *response.also_answers)
        # A file of data cannot send a reader on, as a page can: what moved is found at its former addresses too.
        for path in (paths.response(response), *map(paths.response_named, response.facts.moved_from)):
            yield output(
                path,
                partial(responses.one, response, links),
                *(record.digest for record in shown),
                group=response.inspection.id,
            )
    yield output(paths.RESPONSES_CSV, partial(tables.responses_csv, register, links), everything)
    yield output(paths.STATISTICS_CSV, partial(tables.statistics_csv, register), everything)
    yield output(paths.OPENAPI, partial(openapi.description, register, links))


def _file(path: str, make: Callable[[], Shape | bytes]) -> tuple[File]:
    made = make()
    content = made if isinstance(made, bytes) else f"{made.model_dump_json()}\n".encode()
    return (File(f"{SITE}/{path}", content),)
