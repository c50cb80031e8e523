"""The description of the data (OpenAPI 3.1), made from the shapes: what it says of a key is what is written."""

import json
from collections.abc import Iterable

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from section55.data import paths, shapes, tables
from section55.data.links import Links
from section55.pages.labels import LABELS
from section55.register import Register

ABOUT = """\
The responses that local policing bodies in England and Wales publish to inspection reports, as static files.

**Whose words.** The words of a response belong to the body that published it, and those of a report to its
publishers. This description gives no permission to use them: see the terms on which their owners publish them.

**What it is not.** This is not the inspectorates' data, and what it holds is not all there is. Where no response is
held here, its body may have published one elsewhere.

**Keys.** Every key is always there; `null` says that a thing is not known or does not exist. A key has one type.
Within version 1 keys may be added; none goes or changes its meaning.

**Dates** are ISO 8601. Where a source gives a month or a year alone, so does the data (`2020-03`), and the key beside
it that ends in `_precision` says so.

**Languages.** What exists in English, Welsh or both is an object with `en` and `cy`. A site without Welsh pages has
`null` for their paths and for the labels of the vocabularies.

**Links.** A `path` or `data_path` starts at the site's root, without a leading slash; `url` and `data_url` are the
same as whole addresses, or `null` where the site was built without knowing its own.

**Nothing says when a file was made**: the same records give the same bytes.

**Tables** (CSV) are UTF-8 with a byte-order mark (in Python: `utf-8-sig`), with a header row, commas and CRLF line ends
as in RFC 4180. Several values in a cell stand with `; ` between them. An empty cell is `null`. A text that begins with
`=`, `+`, `-` or `@` has an apostrophe before it, so that no spreadsheet takes it for a formula.
"""

_TAGS = (
    ("start", "What there is"),
    ("forces", "Forces and bodies"),
    ("inspections", "Inspections and their items"),
    ("responses", "Responses and their answers"),
)

_PARAMETERS = {
    "force": ("The force's id.", "gwent", None),
    "inspection": ("The inspection's id.", "2023-terrorist-offenders", None),
    "year": ("A year that the index lists.", 2023, {"type": "integer"}),
    "file": ("The force's id; of a second response to the same report with `-2` after it.", "gwent", None),
}

JSON_PATHS = (
    (paths.INDEX, "getIndex", "start", shapes.IndexFile),
    (paths.VOCABULARIES, "getVocabularies", "start", shapes.VocabulariesFile),
    (paths.FORCES, "listForces", "forces", shapes.ForcesFile),
    (f"{paths.ROOT}forces/{{force}}.json", "getForce", "forces", shapes.ForceFile),
    (paths.INSPECTIONS, "listInspections", "inspections", shapes.InspectionsFile),
    (f"{paths.ROOT}inspections/{{inspection}}.json", "getInspection", "inspections", shapes.InspectionFile),
    (f"{paths.ROOT}responses/{{year}}.json", "listResponses", "responses", shapes.ResponsesFile),
    (f"{paths.ROOT}responses/{{inspection}}/{{file}}.json", "getResponse", "responses", shapes.ResponseFile),
)
"""Each path of JSON: its operation, its tag, and the shape of its file."""

CSV_PATHS = (
    (paths.RESPONSES_CSV, "downloadResponses", "All responses, one a row, the newest first.", tables.RESPONSES),
    (
        f"{paths.ROOT}inspections/{{inspection}}.csv",
        "downloadInspectionAnswers",
        "All answers to one inspection's items, with the words that explain them.",
        tables.ANSWERS,
    ),
    (paths.STATISTICS_CSV, "downloadStatistics", "The counts over all that is held, one a row.", tables.STATISTICS),
)
"""Each path of CSV: its operation, what its rows are, and its columns."""

_COMPONENTS = "#/components/schemas/"


def description(register: Register, links: Links) -> bytes:
    """The whole description, as JSON."""
    document = {
        "openapi": "3.1.0",
        "info": {
            "title": register.site.name.best(register.languages[0])[0],
            "version": shapes.SCHEMA_VERSION,
            "description": ABOUT,
        },
        # Relative to where this description stands; without a slash at its end, since every path begins with one.
        "servers": [{"url": (links.whole(paths.ROOT) or "../v1/").rstrip("/")}],
        "tags": [{"name": name, "description": text} for name, text in _TAGS],
        "paths": dict(sorted([*map(_json_path, JSON_PATHS), *map(_csv_path, CSV_PATHS)])),
        "components": {"schemas": _schemas()},
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


class _WithoutTitles(GenerateJsonSchema):
    """Leaves out the titles that Pydantic makes from keys, which say nothing that the keys do not."""

    def field_title_should_be_set(self, schema: object) -> bool:
        return False


def _schemas() -> dict[str, object]:
    _, definitions = models_json_schema(
        [(shape, "serialization") for *_, shape in JSON_PATHS],
        ref_template=f"{_COMPONENTS}{{model}}",
        schema_generator=_WithoutTitles,
    )
    schemas = definitions["$defs"]
    # A vocabulary's docstring speaks to those who write the records; its labels are in vocabularies.json.
    for vocabulary in LABELS:
        if vocabulary.__name__ in schemas:
            schemas[vocabulary.__name__]["description"] = "A word of this vocabulary; vocabularies.json has the labels."
    return schemas


def _json_path(row: tuple) -> tuple[str, object]:
    path, operation, tag, shape = row
    content = {"application/json": {"schema": {"$ref": f"{_COMPONENTS}{shape.__name__}"}}}
    return _path(path, operation, tag, " ".join(shape.__doc__.split()), content)


def _csv_path(row: tuple) -> tuple[str, object]:
    path, operation, summary, columns = row
    schema = {"type": "string", "description": _columns(columns)}
    return _path(path, operation, "responses", summary, {"text/csv; charset=utf-8": {"schema": schema}})


def _path(path: str, operation: str, tag: str, summary: str, content: object) -> tuple[str, object]:
    path = "/" + path.removeprefix(paths.ROOT)
    parameters = [_parameter(name) for name in _PARAMETERS if f"{{{name}}}" in path]
    answers = {"200": {"description": "The file.", "content": content}}
    if parameters:
        answers["404"] = {"description": "There is no such file."}
    get = {"operationId": operation, "tags": [tag], "summary": summary, "parameters": parameters, "responses": answers}
    return path, {"get": get}


def _parameter(name: str) -> dict[str, object]:
    text, example, schema = _PARAMETERS[name]
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": text,
        "schema": schema or {"type": "string"},
        "example": example,
    }


def _columns(columns: Iterable[tuple[str, str]]) -> str:
    return "The columns:\n\n" + "\n".join(f"- `{name}`: {meaning}" for name, meaning in columns)
