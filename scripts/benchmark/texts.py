"""The Markdown of generated records: items' words, and responses in the forms that the real ones have."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from benchmark.dice import Dice
from benchmark.phrases import (
    ADDRESSEES,
    BLOCK_POSITIONS,
    CHIEF,
    KINDS,
    MONTHS,
    NO_COMMENT,
    POSITIONS,
    REST,
    say,
    word,
)
from benchmark.records import Inspection, Item, Response
from benchmark.vocabulary import Prose

NOTED = ("Noted", "Nodwyd")
"""All that a poor answer says."""


def long_date(day: date, language: str) -> str:
    """A date as a letter has it."""
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def inspection_text(inspection: Inspection, language: str) -> str:
    """An inspection's text: each item's words under its heading."""
    blocks = []
    for item in inspection.items:
        blocks += [f"## {item_name(item, language)} {{#{item.id}}}", quoted(item_words(inspection, item, language))]
    return "\n\n".join(blocks)


def item_name(item: Item, language: str) -> str:
    """What a heading calls an item."""
    return f"{say(KINDS[item.kind], language)} {item.number}".rstrip()


@lru_cache(maxsize=1024)
def item_words(inspection: Inspection, item: Item, language: str) -> str:
    """What the report says in an item, a list of points sometimes among it."""
    prose = Prose(language, inspection.id, item.id)
    whom = say(ADDRESSEES.get(item.addressed_to[0], (item.addressed_to[0],) * 2), language)
    if prose.dice.chance(40):
        month = MONTHS[language][prose.dice.below(12)]
        opening = word("by", language).format(when=f"{month} {inspection.published.year + 1}", whom=whom)
    else:
        opening = word("should", language).format(whom=whom)
    text = f"{opening[0].upper()}{opening[1:]} {prose.words(prose.dice.between(18, 50))}"
    return f"{text}:\n\n{prose.points(3)}" if prose.dice.chance(10) else f"{text}."


def quoted(text: str) -> str:
    """Words of a report, as a response quotes them."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def response_text(response: Response, language: str) -> str:
    """The text of a response in a language: the same parts in both, each in words of its own."""
    if response.facts.get("status") == "removed":
        return ""
    return "\n\n".join(_LAYOUTS[response.layout](_Writer(response, language)))


class _Writer:
    """Writes one response in one language, part by part; `share` is how many of its words a part may have."""

    def __init__(self, response: Response, language: str) -> None:
        self.response = response
        self.language = language
        self.prose = Prose(language, response.inspection.id, response.file)
        self.dice = Dice("structure", response.inspection.id, response.file)  # the same in both languages

    def say(self, name: str) -> str:
        return word(name, self.language)

    def share(self, percent: int, parts: int = 1) -> int:
        return self.response.length * percent // (100 * max(1, parts))

    def lines(self, *lines: str) -> str:
        return "\\\n".join(line for line in lines if line)

    def letterhead(self) -> list[str]:
        number = self.dice.between(1, 199)
        town = self.prose.name().capitalize()
        office, street = self.say("office"), f"{number} {self.say('street')}"
        if self.response.force.is_welsh and self.language == "en":
            office = f'<span lang="cy">{word("office", "cy")}</span> | {office}'
            street = f'<span lang="cy">{number} {word("street", "cy")}</span> | {street}'
        sender = self.lines(office, street, town, f"ZZ{number} {number % 9}ZZ")
        receiver = self.lines(self.say("minister"), self.say("minister_office"), f"2 {self.say('street')}", "ZZ1 1ZZ")
        dated = [long_date(self.response.day, self.language)] if self.response.day else []
        return [sender, receiver, *dated, self.say("dear"), f"# {self.response.inspection.titles[self.language]}"]

    def comments(self, length: int, heading: str = "") -> list[str]:
        """The body's comments, with its position on all items, and with why the chief officer made none."""
        block = self.response.block if not self.response.items else ""
        phrases = [say(BLOCK_POSITIONS[block], self.language)] if block in BLOCK_POSITIONS else []
        if self.response.chief_officer == "none":
            phrases.append(say(NO_COMMENT, self.language))
        opening = "".join(f"{phrase}. " for phrase in phrases).strip()
        first, *others = self.prose.paragraphs(length, opening)
        return [heading, first, *others] if heading else [f"{first}\n{{#comments}}", *others]

    def answer(self, position: str, length: int) -> list[str]:
        """The explanation of a position on an item."""
        if position == "only-noted":
            return [f"{say(NOTED, self.language)}."]
        phrase = say(POSITIONS[position], self.language) if position in POSITIONS else ""
        return self.prose.paragraphs(length, f"{phrase}." if phrase else "")

    def rest(self, length: int) -> list[str]:
        return self.prose.paragraphs(length, f"{say(REST, self.language)}.")

    def chief_officer(self, length: int, level: str = "##") -> list[str]:
        """The chief officer's comments under a heading, or in a part that has none; and sometimes a reply."""
        if self.response.chief_officer != "commented":
            return []
        said = self.prose.paragraphs(length, f"{say(CHIEF, self.language)}.")
        reply = [f"{level} {self.say('reply')} {{#reply}}", self.prose.paragraph()] if self.dice.chance(40) else []
        if self.dice.chance(30):
            return ['<section id="chief-officer" markdown="1">', *said, "</section>", *reply]
        return [f"{level} {self.say('chief')} {{#chief-officer}}", *said, *reply]

    def closing(self) -> list[str]:
        signed, role = self.response.signed_by, self.say(self.response.role)
        notice = []
        if self.response.force.is_welsh:
            notice = ['<section id="notice" markdown="1">', self.say("notice"), "</section>"]
        copies = [self.lines(self.say("cc"), self.say("inspectors"))] if self.dice.chance(40) else []
        return [
            *notice,
            f"{self.say('yours')}\n{{#closing}}",
            f"{self.say('signature')}\n{{.signature}}",
            self.lines(signed, role),
            *copies,
        ]


def _letter(write: _Writer) -> list[str]:
    """A letter that takes the items one by one, each under a heading, with the report's words before its own."""
    response, blocks = write.response, [*write.letterhead(), *write.comments(write.share(18))]
    parts = len(response.items) + bool(response.block)
    for item, position in response.items:
        blocks += [
            f"## {item_name(item, write.language)}: {{#{item.id}}}",
            quoted(item_words(response.inspection, item, write.language)),
            *write.answer(position, write.share(55, parts)),
        ]
    if response.block:
        blocks += [f"## {write.say('others')} {{#rest}}", *write.rest(write.share(30, parts))]
    return [*blocks, *write.chief_officer(write.share(15)), *write.closing()]


def _block(write: _Writer) -> list[str]:
    """A letter that takes all items at once."""
    blocks = [*write.letterhead(), *write.comments(write.share(75)), *write.chief_officer(write.share(20), "#")]
    return [*blocks, *write.closing()]


def _form(write: _Writer) -> list[str]:
    """An office's own form, which quotes the items and comments on them together."""
    response, say_ = write.response, write.say
    published = response.inspection.published
    blocks = [f"## {say_('response')}", f"### {say_('form_title')}", response.inspection.titles[write.language]]
    for name, value in (
        ("form_published", long_date(published, write.language)),
        ("form_forces", response.force.area),
        ("form_link", response.inspection.titles[write.language]),
        ("form_deadline", long_date(response.facts.get("deadline_stated", published), write.language)),
    ):
        blocks += [f"### {say_(name)}", value]
    blocks += [f"### {say_('findings')}", *write.prose.paragraphs(write.share(40)), f"## {say_('table_item')}"]
    for item, _ in response.items:
        words = quoted(item_words(response.inspection, item, write.language))
        blocks += [f"### {item_name(item, write.language)}:", words]
    first, *others = write.comments(write.share(45), f"## {say_('comments')} {{#comments}}")
    said = [first, *write.answer(response.items[0][1] if response.items else "", 1), *others]
    office = [f"- {say_(name)}" for name in ("form_portal", "form_panel", "form_website")]
    chief = write.chief_officer(write.share(15))
    return [*blocks, *said, *chief, f"### {say_('form_office')} {{#office-use}}", "\n".join(office)]


def _table(write: _Writer) -> list[str]:
    """Comments under headings, and a table with a row for each item; the chief officer's where there are comments."""
    response = write.response
    blocks = [f"## {write.say('response')}", f"### {response.inspection.titles[write.language]}"]
    blocks += write.comments(write.share(45), f"#### {write.say('comments')} {{#comments}}")
    parts = len(response.items) + bool(response.block)
    rows = [f"| {write.say('table_item')} | {write.say('table_answer')} |", "| --- | --- |"]
    for item, position in response.items:
        asked = " ".join(item_words(response.inspection, item, write.language).split())
        rows.append(f"| {asked} {{#{item.id}}} | {_cell(write.answer(position, write.share(40, parts)))} |")
    if response.block:
        rows.append(f"| {write.say('table_rest')} {{#rest}} | {_cell(write.rest(write.share(20, parts)))} |")
    if response.chief_officer == "commented":
        said = write.prose.paragraphs(write.share(10), f"{say(CHIEF, write.language)}.")
        blocks += [f"### {write.say('chief')} {{#chief-officer}}", *said]
    return [*blocks, "\n".join(rows), f"{write.lines(write.say('cc'), write.say('inspectors'))}\n{{#closing}}"]


def _cell(blocks: list[str]) -> str:
    return "<br><br>".join(" ".join(block.split()) for block in blocks)


def _statement(write: _Writer) -> list[str]:
    """A short statement for the web, without a letter's form."""
    response = write.response
    blocks = [f"# {response.inspection.titles[write.language]}", f"{write.say('office')}, {response.force.area}"]
    blocks += [*write.comments(write.share(90)), *write.chief_officer(write.share(10))]
    return [*blocks, f"{write.lines(response.signed_by, write.say(response.role))}\n{{#closing}}"]


_LAYOUTS: dict[str, Callable[[_Writer], list[str]]] = {
    "letter": _letter,
    "block": _block,
    "form": _form,
    "table": _table,
    "statement": _statement,
}
