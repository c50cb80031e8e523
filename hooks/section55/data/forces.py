"""The forces, and the bodies that have answered for them."""

from section55 import register as reg
from section55.data import paths, responses
from section55.data.links import Links
from section55.data.shapes import Body, BodyName, Force, ForceFile, ForcesFile, ForceWithResponses
from section55.data.values import envelope, local, partial
from section55.pages import addresses


def all_forces(register: reg.Register, links: Links) -> ForcesFile:
    """All forces, without their responses."""
    forces = sorted(register.forces.values(), key=lambda each: each.slug)
    return ForcesFile(**envelope(links), result=tuple(Force(**_facts(force, links)) for force in forces))


def one(force: reg.Force, links: Links) -> ForceFile:
    """A force, with its responses."""
    summaries = tuple(responses.summary(response, links) for response in force.responses)
    return ForceFile(**envelope(links), result=ForceWithResponses(**_facts(force, links), responses=summaries))


def _facts(force: reg.Force, links: Links) -> dict[str, object]:
    facts = force.facts
    return {
        "id": force.slug,
        "name": local(facts.name),
        "area": local(facts.area),
        "ons_code": facts.ons_code,
        "nation": facts.nation,
        "chief_officer": facts.chief_officer,
        **partial("since", facts.since),
        **partial("until", facts.until),
        "successors": facts.successors,
        "also_known_as": facts.also_known_as,
        "doubts": facts.doubts,
        "bodies": tuple(_body(body) for body in force.bodies),
        "responses_held": len(force.responses),
        "source_file": f"forces/{force.slug}.md",
        **links.page(addresses.of(force)),
        **links.data(paths.force(force)),
    }


def _body(body: reg.Body) -> Body:
    facts = body.facts
    return Body(
        id=body.id,
        force=body.force.slug,
        type=facts.type,
        names=tuple(
            BodyName(en=name.en, cy=name.cy, **partial("since", name.since), source=name.source) for name in facts.names
        ),
        **partial("since", facts.since),
        **partial("until", facts.until),
        successor=facts.successor,
        website=facts.website,
        publishes_here_since=facts.publishes_here_since,
        doubts=facts.doubts,
        source_file=f"bodies/{body.id}.md",
    )
