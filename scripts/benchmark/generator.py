"""A national register of made-up responses, of any size, in the form of `content/`: the same number, the same bytes.

Its forces and bodies are the real ones, copied from the register's own; all else is made up and says so: persons named
`Exemplar Bench…`, addresses in `ZZ1`, hosts in `.example`, reports about words that no language has. Lengths, forms,
answers and what is missing are as in the responses held here; what the law asks and a letter lacks is lacking now and
then, so the checks have something to say, and none of it is an error.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from benchmark.dice import Dice
from benchmark.front_matter import document
from benchmark.phrases import BLOCK_POSITIONS, CHIEF, NO_COMMENT, POSITIONS, REST, TOPICS, say, word
from benchmark.records import Force, Inspection, Item, Response
from benchmark.texts import NOTED, inspection_text, long_date, response_text
from benchmark.vocabulary import Prose

RESPONSES_PER_INSPECTION = 40

FIRST_REPORT, LAST_REPORT = date(2014, 1, 14), date(2026, 5, 29)
LAST_DAY = date(2026, 10, 30)
"""Nothing in a register happened after it."""

_ELECTIONS = (date(2012, 11, 15), date(2016, 5, 5), date(2021, 5, 6), date(2024, 5, 2))
_LENGTHS = (
    *((0, 80), (50, 190), (100, 260), (250, 430), (500, 700), (750, 1060), (900, 1570), (950, 2020), (990, 3400)),
    (1000, 6500),
)
"""How long responses are, in words of their own."""


def files(responses: int, content: Path) -> Iterator[tuple[str, str]]:
    """Each file of a register with so many responses: its path from the folder, and its text.

    content: the folder that forces and bodies are copied from.
    """
    yield from _site()
    for folder in ("forces", "bodies"):
        for path in sorted((content / folder).glob("*.md")):
            yield f"{folder}/{path.name}", path.read_text(encoding="utf-8")
    forces = _forces(content / "forces")
    before: tuple[Inspection, set[str]] | None = None
    for number, size in enumerate(_sizes(responses)):
        inspection = _inspection(number, _inspections(responses), forces, before and before[0])
        answering = _answering(inspection, forces, size)
        yield from _inspection_files(inspection, forces, answering)
        for force, which, of in answering:
            yield from _response_files(_response(inspection, force, which, of, before), before)
        before = inspection, {force.slug for force, _, _ in answering}


def write(responses: int, content: Path, folder: Path) -> Iterator[int]:
    """Writes the register into a folder; yields, for each response written, how many there are so far."""
    done = 0
    made: set[str] = set()
    for path, text in files(responses, content):
        place, _, _ = path.rpartition("/")
        if place not in made:
            (folder / place).mkdir(parents=True, exist_ok=True)
            made.add(place)
        (folder / path).write_bytes(text.encode("utf-8"))
        if path.startswith("responses/") and "\nchief_officer:" in text:
            done += 1
            yield done


def _site() -> Iterator[tuple[str, str]]:
    names = {"en": "A benchmark’s register", "cy": "Cofrestr mesur"}
    yield "site.md", document({"name": names, "languages": ["en", "cy"], "publishes": "all", "welsh_reviewed": False})
    said = {
        "en": "Nothing here is real but the names of forces and bodies: a program made it, to measure what it costs.",
        "cy": "Nid oes dim yma'n wir ond enwau heddluoedd a chyrff: rhaglen a'i gwnaeth, i fesur ei gost.",
    }
    for language, text in said.items():
        for name, address in (("home", ""), ("about", {"en": "about", "cy": "ynghylch"}[language])):
            facts = {"title": names[language], **({"address": address} if address else {})}
            yield f"pages/{name}.{language}.md", document(facts, text)


def _forces(folder: Path) -> list[Force]:
    forces = []
    for path in sorted(folder.glob("*.md")):
        facts = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        forces.append(Force(path.stem, facts["area"]["en"], facts["nation"] == "wales"))
    return forces


def _inspections(responses: int) -> int:
    return -(-responses // RESPONSES_PER_INSPECTION)


def _sizes(responses: int) -> Iterator[int]:
    """How many responses each inspection has: about forty, and so many in all."""
    inspections = _inspections(responses)
    ends = [responses * number // inspections for number in range(inspections + 1)]
    even = [end - start for start, end in pairwise(ends)]
    for first, second in zip(even[::2], even[1::2], strict=False):
        moved = min(Dice("size", first, second).below(4), first, second)
        yield first + moved
        yield second - moved
    if inspections % 2:
        yield even[-1]


def _inspection(number: int, count: int, forces: list[Force], before: Inspection | None) -> Inspection:
    dice = Dice("inspection", number)
    span = (LAST_REPORT - FIRST_REPORT).days
    published = FIRST_REPORT + timedelta(days=span * number // count + dice.below(max(1, span // count)))
    topic = dice.pick(list(TOPICS))
    kind = dice.weighted(
        {"thematic": 45, "peel": 20, "custody": 15, "child-protection": 10, "revisit": 5, "letter": 3, "other": 2}
    )
    name = f"{published.year}-{topic}-{Prose('en', 'id', number).name()}-{number}"
    titles = {}
    for language in ("en", "cy"):
        what = Prose(language, name).words(dice.between(3, 9))
        titles[language] = f"{say(TOPICS[topic], language)}: {word('inspection', language).format(what=what)}"
    items = tuple(_items(dice, forces, kind))
    lead = "hmic" if published < date(2017, 7, 19) else "hmicfrs"
    joint = [dice.pick(["hmi-prisons", "hmi-probation", "ofsted", "cqc", "hmcpsi", "estyn"])] if dice.chance(25) else []
    follows = before if before and dice.chance(10) else None
    made = ("recommendations", "causes_of_concern", "areas_for_improvement")
    counts = [sum(item.kind == each for item in items) for each in _KINDS]
    facts: dict[str, Any] = {
        "title": titles["en"],
        **({"also_known_as": [f"The {say(TOPICS[topic], 'en').lower()} report"]} if dice.chance(30) else {}),
        "publishers": [lead, *joint],
        "published": published if dice.chance(97) else f"{published.year}-{published.month:02}",
        "regime": dice.weighted({"section-55": 94, "super-complaint": 4, "state-of-policing": 2}),
        "kind": kind,
        "topics": [topic],
        **({"report_url": f"https://inspectorate.example/{name}"} if dice.chance(70) else {}),
        "forces": dice.weighted({"all": 40, "not-stated": 40, "some": 20}),
        **({"follows": [follows.id]} if follows else {}),
        "items_made": dict(zip(made, counts, strict=True)),
        "items": {item.id: _item_facts(dice, item, published, follows, forces) for item in items},
        "source": "A program made this report up.",
    }
    return Inspection(name, published, titles, facts, items)


_KINDS = {"recommendation": "r", "cause-of-concern": "coc", "area-for-improvement": "afi"}


def _items(dice: Dice, forces: list[Force], kind: str) -> Iterator[Item]:
    """Six to fourteen items, so ten on average, in the report's order."""
    count = dice.between(6, 14)
    numbers = dict.fromkeys(_KINDS, 0)
    parent = ""
    for place in range(count):
        item_kind = "recommendation"
        if kind in ("peel", "custody", "child-protection"):
            item_kind = dice.weighted({"recommendation": 60, "cause-of-concern": 12, "area-for-improvement": 28})
        addressed_to = dice.weighted(
            {
                ("all-forces",): 22,
                ("chief-constables",): 18,
                ("local-policing-bodies",): 6,
                ("npcc",): 18,
                ("college-of-policing",): 12,
                ("home-office",): 8,
                ("ministry-of-justice", "cps"): 6,
                ("Each force’s strategic lead",): 5,
                (): 5,
            }
        ) or tuple(force.slug for force in dice.shuffled(forces)[: dice.between(1, 4)])
        numbers[item_kind] += 1
        number = str(numbers[item_kind])
        id_ = f"{_KINDS[item_kind]}{number}"
        if item_kind == "recommendation" and dice.chance(4):
            id_, number = f"item-without-number-{place}", ""
        elif item_kind == "recommendation" and dice.chance(4):
            id_, number = f"{id_}a", f"{number}a"
        yield Item(id_, item_kind, number, addressed_to, parent if item_kind == "recommendation" else "")
        parent = id_ if item_kind == "cause-of-concern" else parent


def _item_facts(
    dice: Dice, item: Item, published: date, follows: Inspection | None, forces: list[Force]
) -> dict[str, Any]:
    facts: dict[str, Any] = {"kind": item.kind}
    if item.number:
        facts["number"] = item.number
    facts["addressed_to"] = list(item.addressed_to)
    if item.parent:
        facts["parent"] = item.parent
    if follows and dice.chance(30):
        facts["continues"] = f"{follows.id}/{dice.pick(follows.items).id}"
    closed = published + timedelta(days=dice.between(200, 1500))
    if closed < LAST_DAY and dice.chance(50):
        how = dice.weighted({"implemented": 75, "superseded": 15, "no-longer-applicable": 7, "withdrawn": 3})
        some = [force.slug for force in dice.shuffled(forces)[: dice.between(1, 12)]]
        facts["closed"] = [{"date": closed, "how": how, **({"forces": some} if dice.chance(50) else {})}]
    return facts


_POSITIONS = {
    **{"accepted": 45, "supported": 20, "noted": 12, "partly-accepted": 8, "not-applicable": 6, "rejected": 4},
    **{"none-stated": 4, "only-noted": 1},
}
"""How often a position is taken on an item."""

Answering = tuple[Force, int, int]
"""A force, which of its responses to a report this is, and how many it has."""


def _answering(inspection: Inspection, forces: list[Force], size: int) -> list[Answering]:
    """Who answers an inspection, by force; a second response now and then."""
    dice = Dice("answering", inspection.id)
    second = max(size - len(forces), sum(dice.chance(2) for _ in range(size)))
    second = min(second, size // 2)
    order = dice.shuffled(forces)
    found = [(force, 1, 1 + (place < second)) for place, force in enumerate(order[: size - second])]
    found += [(force, 2, 2) for force in order[:second]]
    return sorted(found, key=lambda each: (each[0].slug, each[1]))


def _inspection_files(
    inspection: Inspection, forces: list[Force], answering: list[Answering]
) -> Iterator[tuple[str, str]]:
    facts = dict(inspection.facts)
    if facts["forces"] == "some":
        facts["forces"] = sorted({force.slug for force, _, _ in answering})
    yield f"inspections/{inspection.id}.en.md", document(facts, inspection_text(inspection, "en"))
    if Dice("translated", inspection.id).chance(25):
        second = {"title": inspection.titles["cy"], "words_from": "publisher"}
        yield f"inspections/{inspection.id}.cy.md", document(second, inspection_text(inspection, "cy"))


def _response(
    inspection: Inspection, force: Force, number: int, of: int, before: tuple[Inspection, set[str]] | None
) -> Response:
    dice = Dice("response", inspection.id, force.slug, number)
    original, languages, only = _languages(dice, force)
    dated, published = _days(dice, inspection, number)
    held = dated if dice.chance(88) else None
    chief_officer = dice.weighted({"commented": 45, "none": 12, "not-stated": 43})
    status = "superseded" if number < of and not _both_stand(inspection, force) else ""
    status = status or dice.weighted({"current": 983, "corrected": 12, "withdrawn": 3, "removed": 2})
    if status == "removed":
        chief_officer = "not-stated"
    layout = dice.weighted({"letter": 40, "block": 25, "table": 14, "form": 13, "statement": 8})
    concerned = [item for item in inspection.items if item.concerns(force.slug)]
    items: tuple[tuple[Item, str], ...] = ()
    block = ""
    if layout in ("letter", "table", "form") and concerned:
        if len(concerned) > 1 and dice.chance(3):
            concerned.pop()  # the letter forgets one
        items = tuple((item, dice.weighted(_POSITIONS)) for item in concerned)
        if layout != "form" and len(concerned) < len(inspection.items) and dice.chance(60):
            block = "rest"
    else:
        layout = layout if layout in ("block", "statement") else "block"
        block = dice.weighted({**dict.fromkeys(BLOCK_POSITIONS, 22), "none-stated": 12})
    titles = inspection.titles
    is_letter = layout in ("letter", "block")
    signed = is_letter or dice.chance(50)
    deputy = dice.chance(6)
    role = "deputy" if deputy else "role"
    facts: dict[str, Any] = {
        **({} if is_letter else {"title": f"{word('response', original)}: {titles[original]}"}),
        **({"signed_by": person(force, dated), "role": word(role, original)} if signed else {}),
        **({"capacity": "deputy"} if signed and deputy else {}),
        **({"addressed_to": f"{word('minister', original)}, {word('minister_office', original)}"} if is_letter else {}),
        **({"dated": held if dice.chance(98) else f"{held.year}-{held.month:02}"} if held else {}),
        **({"published": published} if dice.chance(65) else {}),
        **_deadline(dice, inspection, layout),
        **({"sent_to_inspectors": published, "sent_to_minister": published} if dice.chance(20) else {}),
        "chief_officer": chief_officer,
        **({"chief_officer_reason": say(NO_COMMENT, original)} if chief_officer == "none" and dice.chance(85) else {}),
        **only,
        "source": _source(dice, inspection, force, published, original),
    }
    response = Response(
        inspection,
        force,
        number,
        layout,
        languages,
        dice.spread(_LENGTHS),
        facts,
        person(force, dated),
        role,
        held,
        items,
        block,
        chief_officer,
        _second_file(dice, titles, languages, is_letter, published),
    )
    if status != "removed":
        facts |= _answers(dice, response, before)
    both = of == 2 and number == 2 and _both_stand(inspection, force)
    facts |= _history(dice, response, status, published, both)
    return response


def person(force: Force, day: date) -> str:
    """Who holds the office of a force's body on a day: nobody, by a name that no one has."""
    term = sum(day >= election for election in _ELECTIONS)
    first = Dice("person", force.slug, term).pick(["Exemplar", "Specimen", "Placeholder", "Sampler", "Enghraifft"])
    return f"{first} Bench{Prose('en', 'person', force.slug, term).name()}"


def _languages(dice: Dice, force: Force) -> tuple[str, tuple[str, ...], dict[str, str]]:
    """The original language of a response, its languages, and what it says of there being one."""
    if not force.is_welsh:
        return "en", ("en",), {}
    held = dice.weighted({"en cy": 54, "cy en": 26, "en": 12, "cy": 4, "en unsaid": 4})
    original = held[:2]
    if " " not in held:
        reason = {
            "en": "The source holds this letter in English alone.",
            "cy": "Yn Gymraeg yn unig y mae'r llythyr hwn yn y ffynhonnell.",
        }[original]
        return original, (original,), {"only_in": original, "only_in_reason": reason}
    if held == "en unsaid":
        return original, ("en",), {}
    return original, tuple(held.split()), {"words_from": "body"} if dice.chance(15) else {}


def _days(dice: Dice, inspection: Inspection, number: int) -> tuple[date, date]:
    """The day on a response's document, and that of its publication."""
    dated = inspection.published + timedelta(days=dice.spread(((0, 3), (200, 30), (800, 54), (930, 58), (1000, 90))))
    dated += timedelta(days=dice.between(20, 90) * (number - 1))
    dated = min(dated, LAST_DAY - timedelta(days=30))
    return dated, dated + timedelta(days=dice.spread(((0, 0), (600, 3), (950, 12), (1000, 25))))


def _deadline(dice: Dice, inspection: Inspection, layout: str) -> dict[str, date]:
    """The deadline that a form states, or a letter now and then: a day too late as often as not."""
    if isinstance(inspection.facts["published"], str) or not dice.chance(90 if layout == "form" else 5):
        return {}
    return {"deadline_stated": inspection.published + timedelta(days=55 + dice.chance(50))}


def _source(dice: Dice, inspection: Inspection, force: Force, published: date, language: str) -> dict[str, Any]:
    retrieved = min(published + timedelta(days=dice.between(1, 400)), LAST_DAY)
    changes = {
        "en": [
            "The line that names the report is marked up as a heading.",
            "The lines of the address, of the signature and of the copies are joined into a block each.",
            "The report's words are marked up as quotations.",
            "The bold type of the headings is left out.",
        ],
        "cy": [
            "Mae'r llinell sy'n enwi'r adroddiad wedi'i nodi fel pennawd.",
            "Mae llinellau'r cyfeiriad wedi'u huno'n floc.",
            "Mae geiriau'r adroddiad wedi'u nodi fel dyfyniadau.",
        ],
    }[language]
    where: dict[str, Any] = {"file": f"{force.slug}-{inspection.published.year}.docx"}
    if dice.chance(60):
        where = {"url": f"https://{force.slug}.example/{inspection.id}", "retrieved": retrieved}
    return {**where, "changes": changes[: dice.between(1, len(changes))]}


def _second_file(
    dice: Dice, titles: Mapping[str, str], languages: tuple[str, ...], is_letter: bool, published: date
) -> dict[str, Any]:
    if len(languages) == 1:
        return {}
    other = languages[1]
    return {
        **({} if is_letter else {"title": f"{word('response', other)}: {titles[other]}"}),
        "words_from": dice.weighted({"body": 85, "courtesy": 15}),
        **({"published": min(published + timedelta(days=dice.below(20)), LAST_DAY)} if dice.chance(60) else {}),
    }


def _answers(dice: Dice, response: Response, before: tuple[Inspection, set[str]] | None) -> dict[str, Any]:
    """The answers of both voices, as front matter has them."""
    language = response.languages[0]
    in_table = response.layout == "table" and response.chief_officer == "commented"
    given: dict[str, dict[str, Any]] = {}
    for place, (item, position) in enumerate(response.items):
        only_noted = position == "only-noted"
        at_once = response.layout == "form"
        phrase = say(NOTED if only_noted else POSITIONS.get(position, ("", "")), language)
        stands = not at_once or position == response.items[0][1]
        given[item.id] = {
            "position": "noted" if only_noted else position,
            **({"words": phrase} if phrase and stands and (place == 0 or dice.chance(90)) else {}),
            "action": _action(dice),
            **({"section": "comments"} if at_once else {}),
        }
    if response.items and response.block:
        given["rest"] = {"position": "noted", "words": say(REST, language), "action": "not-stated"}
    elif response.block:
        phrase = say(BLOCK_POSITIONS.get(response.block, ("", "")), language)
        given["all"] = {
            "position": response.block,
            **({"words": phrase} if phrase else {}),
            "action": _action(dice),
            "section": "comments",
        }
    commented = {"all": {"position": "supported", "words": say(CHIEF, language), "section": "chief-officer"}}
    facts: dict[str, Any] = {"answers": given}
    if in_table:
        facts["answers"] = {"all": {"position": "none-stated", "action": "not-stated", "section": "comments"}}
        commented = given
    if response.chief_officer == "commented" and (in_table or dice.chance(80)):
        facts["chief_officer_answers"] = commented
    if before and response.number == 1 and response.force.slug not in before[1] and dice.chance(15):
        facts["also_answers"] = [before[0].id]
        facts["answers"][f"{before[0].id}/all"] = {"position": "noted", "section": "comments"}
    return facts


def _action(dice: Dice) -> str | list[str]:
    several = ["taken", "proposed"]
    action = dice.weighted({"proposed": 35, "taken": 25, "not-stated": 22, "several": 12, "none": 6})
    return several if action == "several" else action


def _both_stand(inspection: Inspection, force: Force) -> bool:
    return Dice("both", inspection.id, force.slug).chance(15)


def _history(dice: Dice, response: Response, status: str, published: date, both: bool) -> dict[str, Any]:
    """What became of a response after it was published."""
    facts: dict[str, Any] = {"status": status} if status != "current" else {}
    later = min(published + timedelta(days=dice.between(3, 200)), LAST_DAY)
    language = response.languages[0]
    if status == "superseded":
        facts["superseded_by"] = f"{response.force.slug}-2"
        facts["status_reason"] = {"en": "A fuller one took its place.", "cy": "Daeth un llawnach yn ei le."}[language]
    elif status == "corrected":
        note = {"en": "A figure was wrong; the right one stands now.", "cy": "Roedd ffigur yn anghywir."}[language]
        facts["corrections"] = [{"date": later, "note": note}]
    elif status in ("withdrawn", "removed") and dice.chance(85):
        reasons = {"en": "It was published by mistake.", "cy": "Fe'i cyhoeddwyd trwy gamgymeriad."}
        facts["status_reason"] = reasons[language]
    if status == "current" and response.items and dice.chance(5):
        note = Prose(language, "update", response.inspection.id, response.file).sentence()
        facts["updates"] = [{"date": later, "item": response.items[0][0].id, "action": "taken", "note": note}]
    if dice.chance(1) and status == "current":
        facts["moved_from"] = [f"{response.inspection.id}-draft/{response.file}"]
    if both:
        reason = {"en": "Two offices of the area answered.", "cy": "Atebodd dwy swyddfa yn yr ardal."}[language]
        facts["allow"] = [{"rule": "S55-R13", "reason": reason}]
    elif response.chief_officer == "not-stated" and status == "current" and dice.chance(2):
        reason = f"Asked on {long_date(later, 'en')}; no reply." if language == "en" else "Gofynnwyd; ni chafwyd ateb."
        facts["allow"] = [{"rule": "S55-S03", "reason": reason}]
    return facts


def _response_files(
    response: Response, before: tuple[Inspection, set[str]] | None
) -> Iterator[tuple[str, str]]:
    place = f"responses/{response.inspection.id}/{response.file}"
    original, *others = response.languages
    yield f"{place}.{original}.md", document(response.facts, response_text(response, original))
    for other in others:
        yield f"{place}.{other}.md", document(response.second, response_text(response, other))
