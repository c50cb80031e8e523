"""The list of forces, and each force: who answers for it, and its responses."""

from collections.abc import Iterator

from section55.data import paths
from section55.language import words
from section55.pages import addresses
from section55.pages.inspections import by_area
from section55.pages.lists import paged
from section55.pages.page import Crumb, Page, View, indexed_in
from section55.records.vocabulary import Nation
from section55.register import Force, Register

MOST_ADDRESSED = 50
"""How many of the items addressed to a force its page shows."""


def pages(register: Register, language: str) -> Iterator[Page]:
    """The list, by the alphabet of the page's language, and the pages of each force: its responses are paged."""
    _ = words(language).gettext
    shown = by_area(list(register.forces.values()), language)
    yield Page(
        addresses.at("forces"),
        language,
        lambda: View(
            _("Forces"),
            "forces.html",
            {
                "nations": [
                    (nation, [force for force in shown if force.facts.nation is nation])
                    for nation in (Nation.WALES, Nation.ENGLAND)
                ]
            },
            description=_("The police forces of England and Wales and the bodies that answer for them."),
        ),
        at=tuple(len(force.responses) for force in shown),
        section="forces",
    )
    for force in shown:
        yield from _force(register, force, language)


def _force(register: Register, force: Force, language: str) -> Iterator[Page]:
    _ = words(language).gettext
    name, title_language = force.facts.name.best(language)
    addressed = register.addressed(force)
    yield from paged(
        force.responses,
        addresses.of(force),
        language,
        name,
        "force.html",
        {
            "force": force,
            "bodies": list(reversed(force.bodies)),
            "successors": [register.forces[slug] for slug in force.facts.successors],
            "addressed": addressed[:MOST_ADDRESSED],
            "addressed_in_all": len(addressed),
        },
        first_shows=tuple(dict.fromkeys(item.inspection for item in addressed[:MOST_ADDRESSED])),
        at=(len(addressed),),
        section="forces",
        title_language=title_language,
        description=_("Responses held here of those who answer for %(force)s.") % {"force": name},
        crumbs=(Crumb(_("Forces"), addresses.at("forces")),),
        filters={"kind": ("force",), "force": (force.slug,), "nation": (str(force.facts.nation),)},
        indexed=indexed_in(register, language, ()),
        edit_paths=(force.path,),
        data=paths.force(force),
    )
