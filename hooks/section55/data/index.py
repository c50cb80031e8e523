"""What there is, and where: the file to start at."""

from section55 import register as reg
from section55.data import paths, responses
from section55.data.links import Links
from section55.data.shapes import Contact, Counts, FileLink, Index, IndexFile, Site, YearOfResponses
from section55.data.values import envelope, local
from section55.pages import addresses
from section55.statistics import statistics

JSON, CSV = "application/json", "text/csv"

FILES = (
    (paths.INDEX, JSON, "This list"),
    (paths.OPENAPI, JSON, "The description of every file and key (OpenAPI 3.1)"),
    (paths.VOCABULARIES, JSON, "The words that keys choose from, with their labels"),
    (paths.FORCES, JSON, "All forces with their bodies"),
    (paths.INSPECTIONS, JSON, "All inspections"),
    (paths.RESPONSES_CSV, CSV, "All responses, without their texts, as a table"),
    (paths.STATISTICS_CSV, CSV, "The counts over all that is held, as a table"),
)
"""The files of which there is one: path, media type, what it holds."""


def index(register: reg.Register, links: Links) -> IndexFile:
    """What the site is, how much it holds, and the files."""
    counted = statistics(register)
    result = Index(
        site=_site(register, links),
        counts=Counts(
            forces=len(register.forces),
            bodies=len(register.bodies),
            inspections=len(register.inspections),
            items=counted.items.total(),
            responses=len(register.responses),
            answers=counted.answers,
        ),
        files=tuple(
            FileLink(title=title, media_type=media_type, **links.data(path)) for path, media_type, title in FILES
        ),
        responses_by_year=tuple(
            YearOfResponses(year=year, responses=len(entries), **links.data(paths.responses_of(year)))
            for year, entries in responses.by_year(register).items()
        ),
    )
    return IndexFile(**envelope(links), result=result)


def _site(register: reg.Register, links: Links) -> Site:
    site = register.site
    return Site(
        name=local(site.name),
        languages=site.languages,
        publishes_all_forces=isinstance(site.publishes, str),
        publishes=tuple(force.slug for force in register.published_forces),
        contact=Contact(
            name=local(site.contact.name),
            email=site.contact.email,
            phone=site.contact.phone,
            url=site.contact.url,
        ),
        repository=site.repository,
        welsh_reviewed=site.welsh_reviewed,
        **links.page(addresses.HOME),
    )
