"""The list of forces, and each force: who answers for it, and its responses."""

from collections.abc import Iterator
from functools import cache, partial

from markupsafe import Markup, escape

from section55.data import paths
from section55.language import words
from section55.pages import addressed, addresses
from section55.pages.addressed import looked_at, responses_to, standing
from section55.pages.inspections import by_area, marked
from section55.pages.labels import label
from section55.pages.lists import paged
from section55.pages.page import Crumb, Page, View, indexed_in
from section55.records.vocabulary import Nation
from section55.register import Body, Force, Item, Register, Response

OPEN_SHOWN = 10
"""How many of the open items of a kind a force's page shows; all of them are in the list of what is addressed to it."""


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
                ],
                "answering": lambda force: _now(force) or force.bodies[-1:],
                "data": paths.FORCES,
            },
            description=_("The police forces of England and Wales and the bodies that answer for them."),
        ),
        at=tuple(len(force.responses) for force in shown),
        section="forces",
    )
    called = cache(partial(addressed.name_and_opening, language=language))
    for force in shown:
        yield from _force(register, force, language)
        yield from addressed.pages(register, force, called, language)


def _force(register: Register, force: Force, language: str) -> Iterator[Page]:
    _ = words(language).gettext
    name, title_language = force.facts.name.best(language)
    items, by_inspection = register.addressed(force), responses_to(force)
    description = _("Responses held here of those who answer for %(force)s.") % {"force": name}
    yield from paged(
        force.responses,
        addresses.of(force),
        language,
        name,
        "force.html",
        {
            "force": force,
            "now": _now(force),
            "before": [body for body in reversed(force.bodies) if body.facts.until],
            "predecessors": [other for other in register.forces.values() if force.slug in other.facts.successors],
            "successors": [register.forces[slug] for slug in force.facts.successors],
            "open": partial(_open, items, force, by_inspection),
            "addressed": len(items),
            "addressed_to": addresses.addressed_to(force),
            "table": paths.RESPONSES_CSV,
        },
        first_shows=looked_at(items, by_inspection),
        at=(len(items),),
        section="forces",
        title_language=title_language,
        description=description,
        crumbs=(Crumb(_("Forces"), addresses.at("forces")),),
        filters={"kind": ("force",), "force": (force.slug,), "nation": (str(force.facts.nation),)},
        searched=_searched(force, description, language),
        indexed=indexed_in(register, language, ()),
        edit_paths=(force.path,),
        data=paths.force(force),
    )


def _now(force: Force) -> list[Body]:
    """Who answers for a force now, the latest first; nobody for one that is no more."""
    return [body for body in reversed(force.bodies) if not body.facts.until]


def _searched(force: Force, description: str, language: str) -> str:
    """What search looks through and shows, in sentences: what the page is, and all names by which it is looked for."""
    _ = words(language).gettext
    area, nation = marked(*force.facts.area.best(language), language), escape(_(label(force.facts.nation)))
    now = [body.facts.names[-1] for body in _now(force)]
    borne = [name for body in reversed(force.bodies) for name in reversed(body.facts.names)]
    named = (
        (_("Area"), [Markup(f"{area}, {nation}")]),
        (_("Who answers for it"), [marked(*name.best(language), language) for name in now]),
        (_("Before"), [marked(*name.best(language), language) for name in borne if name not in now]),
        (_("Also known as"), [marked(name, "en", language) for name in force.facts.also_known_as]),
    )
    told = [f"{escape(what)}: {'; '.join(names)}." for what, names in named if names]
    return f"<p>{' '.join([escape(description), *told])}</p>"


def _open(
    items: list[Item], force: Force, by_inspection: dict[str, list[Response]]
) -> list[tuple[str, int, list[Item]]]:
    """What is open by the records held here: why, of how many items, and the first of these; and no reason of none."""
    stand = [standing(item, force, by_inspection) for item in items]
    each = (
        ("unanswered", [one.item for one in stand if one.is_unanswered]),
        ("proposed", [one.item for one in stand if one.is_proposed]),
    )
    return [(why, len(open_), open_[:OPEN_SHOWN]) for why, open_ in each if open_]
