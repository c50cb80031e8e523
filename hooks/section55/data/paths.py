"""Where each file of the open data stands, from the site's root. As permanent as the addresses of pages."""

from section55.register import Force, Inspection, Response

ROOT = "api/v1/"

INDEX = f"{ROOT}index.json"
OPENAPI = f"{ROOT}openapi.json"
VOCABULARIES = f"{ROOT}vocabularies.json"
FORCES = f"{ROOT}forces.json"
INSPECTIONS = f"{ROOT}inspections.json"
RESPONSES_CSV = f"{ROOT}responses.csv"
STATISTICS_CSV = f"{ROOT}statistics.csv"


def force(entry: Force) -> str:
    """The file of a force, with its responses."""
    return f"{ROOT}forces/{entry.slug}.json"


def inspection(entry: Inspection) -> str:
    """The file of an inspection, with its items and their answers."""
    return f"{ROOT}inspections/{entry.id}.json"


def inspection_table(entry: Inspection) -> str:
    """The table of all answers to an inspection's items, with the words that explain them."""
    return f"{ROOT}inspections/{entry.id}.csv"


def response(entry: Response) -> str:
    """The file of a response, with its text."""
    return response_named(entry.id)


def response_named(id_: str) -> str:
    """The file of the response that has, or had, an id."""
    return f"{ROOT}responses/{id_}.json"


def responses_of(year: int) -> str:
    """The list of a year's responses. No inspection's folder bears such a name: its id has words after the year."""
    return f"{ROOT}responses/{year}.json"
