"""The models → FIELDS.md, the reference of all fields for those who write records. Only its frame is typed.

A key's meaning, whether it must be there and its example are the models' own (`schema.py`); what it may hold follows
from its type. `scripts/generate` writes the file.
"""

import json
import re
import typing
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from types import UnionType
from typing import Any, Literal

from section55.records.body import Body
from section55.records.fields import (
    AllOrSome,
    Colour,
    Count,
    Day,
    DayOrMonth,
    Flag,
    LocalText,
    OneOrMore,
    Record,
    Slug,
    Text,
    Url,
    When,
)
from section55.records.force import Force
from section55.records.inspection import Inspection, InspectionText, Item
from section55.records.page import OwnPage
from section55.records.response import Response, ResponseText
from section55.records.schema import FILES, FieldFacts, fields, inner_model, parts
from section55.records.site import Site
from section55.records.vocabulary import Addressee

Label = Callable[[StrEnum], str]
"""What readers of the site are told for a word of a vocabulary."""

HEADINGS: dict[type[Record], tuple[str, str]] = {
    Response: ("A response", "a response’s"),
    ResponseText: ("A response: the file of its other language", "the other language’s"),
    Inspection: ("An inspection", "an inspection’s"),
    InspectionText: ("An inspection: the file of its other language", "the other language’s"),
    Force: ("A force", "a force’s"),
    Body: ("A body", "a body’s"),
    OwnPage: ("A page of the site’s own", "a page’s"),
    Site: ("The site", "the site’s"),
}
"""What each kind of record is called, by itself and before what belongs to it."""

FRAME = """\
<!-- Made from the code by `python scripts/generate`. To change a word here, change it in hooks/section55/records/. -->

# Every field of every record

A record is a text file in the folder `content/`. It begins with its facts, between two lines of three hyphens; its text
comes after them. This page lists the facts that each kind of record can hold.

```markdown
---
signed_by: John Campion
dated: 2023-09-04
chief_officer: not-stated
---

The text, word for word.
```

**How to write a fact**

- One fact a line: its key, a colon, a space, its value. The key is always English and in small letters.
- A key that must be there is marked **yes** below. Leave out every other key that you have nothing to say for.
- An **id** is small letters and digits, with hyphens between words: `west-mercia`, `r19`. The id of a force, a body,
  an inspection or a response is the name of its file, without language and `.md`.
- A **day** is written year, month, day: `2023-09-04`. A month is `2023-09` and a year `2023`, for the keys that may
  hold them. Never write a date more exactly than the source gives it.
- A **text** that begins with a quotation mark, holds a colon followed by a space, or looks like a number, a date, a yes
  or a no, goes in "straight quotes".
- Each entry of a **list** is on a line of its own, set in by two spaces, with a hyphen and a space before it.
- Some keys hold **facts of their own**, each on a line below, set in by two spaces. `answers` holds them under the id
  of each item, and `corrections` holds a list of them:

```markdown
answers:
  r19:
    position: supported
    words: I am supportive of a review
corrections:
  - date: 2023-09-20
    note: The letter gave the wrong number of officers; the right one stands here now.
```

In the names of files `en` is English and `cy` is Welsh. The facts of a response or an inspection stand once, in the
file of its original language: where that is Welsh, the file with the facts ends in `.cy.md`, and the other one in
`.en.md`.
"""

INLINE_WORDS = 7
"""So many words stand in a table's cell; a longer vocabulary is linked to."""

WORDS_HEADING = "Words to choose from"

_TYPES = (
    # A type, what it is called, what several of it are called, an example.
    (AllOrSome, "`all`, `not-stated`, or a list of ids of forces", "", "all"),
    (Slug, "an id", "ids", ""),
    (str, "an id", "ids", ""),
    (Url, "a web address", "web addresses", "https://www.example.org/"),
    (Colour, "a colour, `#` and six digits or letters a to f, in quotes", "", '"#17324d"'),
    (Flag, "`true` or `false`", "", "true"),
    (Count, "a whole number", "whole numbers", "3"),
    (Day, "a day", "days", "2023-09-13"),
    (DayOrMonth, "a day, or a month", "", "2023-09"),
    (When, "a day, a month or a year", "", "2012-11"),
    (Text, "a text", "texts", ""),
    (LocalText, "a text in each language, under `en` and `cy`", "", ""),
)

_WORDS_AMONG_TEXTS: dict[tuple[type[Record], str], type[StrEnum]] = {(Item, "addressed_to"): Addressee}
"""Fields of texts that know a vocabulary too."""

_IN_FILE_NAMES = {
    "<inspection>": "2023-terrorist-offenders",
    "<year>-<words>": "2023-terrorist-offenders",
    "<force>": "gwent",
    "<first year>": "2012",
    "<name>": "about",
}
"""An example of each part of a file's name."""


def reference(label: Label) -> str:
    """The whole page, in Markdown."""
    return FRAME + "".join(_kinds()) + "".join(_vocabularies(label))


def _kinds() -> Iterator[str]:
    """What each kind of record can hold, and the contents before them."""
    yield "\n**On this page**\n\n"
    yield from (f"- {_link(title)}\n" for title in (*(title for title, _ in HEADINGS.values()), WORDS_HEADING))
    shown: dict[type[Record], str] = {}
    for model, file in FILES.items():
        title, possessive = HEADINGS[model]
        headings = {
            part: f"In {possessive} {_and(_holders(model, part))}" for part in parts(model) if part is not LocalText
        }
        new = {part: heading for part, heading in headings.items() if part not in shown}
        shown |= new
        yield f"\n## {title}\n\n{_sentence(model)}\n\nIts file: {_file(file)}\n\n"
        yield from _table(model, shown)
        for part, heading in new.items():
            yield f"\n### {heading}\n\n{_sentence(part)}\n\n"
            yield from _table(part, shown)


def _file(pattern: str) -> str:
    """Where a record stands, and an example of it."""
    example = pattern
    for part, instance in _IN_FILE_NAMES.items():
        example = example.replace(part, instance)
    return f"`content/{pattern}`" + (f", such as `content/{example}`" if example != pattern else "")


def _holders(model: type[Record], part: type[Record]) -> list[str]:
    """The keys, of a model or of those within it, that hold a part."""
    return [
        key
        for holder in (model, *parts(model))
        for key, info in holder.model_fields.items()
        if inner_model(info.annotation) is part
    ]


def _table(model: type[Record], shown: dict[type[Record], str]) -> Iterator[str]:
    yield "| Key | Meaning | Required? | What it may be | Example |\n|---|---|---|---|---|\n"
    types = typing.get_type_hints(model, include_extras=True)
    for facts in fields(model):
        may_be = _may_be(types[facts.key], shown)
        if vocabulary := _WORDS_AMONG_TEXTS.get((model, facts.key)):
            may_be += f", or {_link(_words_heading(vocabulary), 'these words')}"
        cells = (f"`{facts.key}`", facts.meaning, _required(facts), may_be, _example(facts, types[facts.key]))
        # A bar would end the cell, within code too.
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"


def _required(facts: FieldFacts) -> str:
    if facts.required:
        return "**yes**"
    return f"no; left out, it is `{facts.default}`" if facts.default else "no"


def _may_be(type_: Any, shown: dict[type[Record], str]) -> str:
    """What a field of a type may hold, as a person says it."""
    for known, one, _, _ in _TYPES:
        if type_ == known:
            return one
    origin, inner = typing.get_origin(type_), typing.get_args(type_)
    if origin is typing.Annotated:
        if OneOrMore in inner:
            return f"{_may_be(typing.get_args(inner[0])[0], shown)}; or a list of several"
        return _may_be(inner[0], shown)
    if origin in (typing.Union, UnionType):
        return _may_be(next(part for part in inner if part is not type(None)), shown)
    if origin is tuple:
        return f"a list of {_several(inner[0], shown)}"
    if origin is dict:
        return f"under each id, {_may_be(inner[1], shown)}"
    if words := _words(type_):
        return _or(words) if len(words) <= INLINE_WORDS else f"one of {_link(_words_heading(type_), 'these words')}"
    return _link(shown[type_], "facts of their own")


def _several(type_: Any, shown: dict[type[Record], str]) -> str:
    """What the entries of a list may be."""
    for known, _, several, _ in _TYPES:
        if type_ == known:
            return several
    if typing.get_origin(type_) is typing.Annotated:
        return _several(typing.get_args(type_)[0], shown)
    if words := _words(type_):
        return f"{_or(words)}" if len(words) <= INLINE_WORDS else _link(_words_heading(type_), "these words")
    return _link(shown[type_], "facts of their own")


def _words(type_: Any) -> tuple[str, ...]:
    """The words of a vocabulary or a choice; none of another type."""
    if typing.get_origin(type_) is Literal:
        return typing.get_args(type_)
    return tuple(type_) if isinstance(type_, type) and issubclass(type_, StrEnum) else ()


def _example(facts: FieldFacts, type_: Any) -> str:
    """An example of a value as the file has it: of the field, or else of its type."""
    text = facts.example or _example_of(type_, facts.default)
    value = json.loads(text) if text[:1] in ("[", "{") else text
    match value:
        case list():
            lines = [f"- {entry}" for entry in value]
        case dict():
            lines = [f"{key}: {entry}" for key, entry in value.items()]
        case _:
            lines = [value] if value else []
    return "<br>".join(f"`{line}`" for line in lines)


def _example_of(type_: Any, default: str) -> str:
    """An example of a type; of words the first that leaving the key out would not say."""
    for known, *_, example in _TYPES:
        if type_ == known:
            return example
    if words := _words(type_):
        return next((word for word in words if word != default), "")
    if typing.get_origin(type_) in (typing.Union, UnionType, typing.Annotated):
        return _example_of(typing.get_args(type_)[0], default)
    return ""


def _vocabularies(label: Label) -> Iterator[str]:
    """Every vocabulary with the meaning of its words, in the order in which the tables need them."""
    yield f"\n## {WORDS_HEADING}\n"
    keys: dict[type[StrEnum], dict[str, None]] = {}
    for model in dict.fromkeys(each for kind in FILES for each in (kind, *parts(kind))):
        for key, type_ in typing.get_type_hints(model, include_extras=True).items():
            for vocabulary in (*_vocabularies_in(type_), *filter(None, [_WORDS_AMONG_TEXTS.get((model, key))])):
                keys.setdefault(vocabulary, {})[key] = None
    for vocabulary, its_keys in keys.items():
        yield f"\n### {_words_heading(vocabulary)}\n\nFor {_and(its_keys)}.\n\n"
        yield "| Word | What readers are told |\n|---|---|\n"
        yield from (f"| `{word}` | {label(word)} |\n" for word in vocabulary)


def _vocabularies_in(type_: Any) -> Iterator[type[StrEnum]]:
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        yield type_
    for part in typing.get_args(type_):
        yield from _vocabularies_in(part)


def _words_heading(vocabulary: type[StrEnum]) -> str:
    """Its name as words: `BodyType` is “Body type”."""
    return " ".join(re.findall("[A-Z][a-z]+", vocabulary.__name__)).capitalize()


def _sentence(model: type[Record]) -> str:
    return " ".join((model.__doc__ or "").split())


def _link(heading: str, text: str = "") -> str:
    """A link to a heading of the page, as GitHub makes their anchors."""
    anchor = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
    return f"[{text or heading}](#{anchor})"


def _or(words: Iterable[str]) -> str:
    *first, last = (f"`{word}`" for word in words)
    return f"{', '.join(first)} or {last}" if first else last


def _and(keys: Iterable[str]) -> str:
    *first, last = (f"`{key}`" for key in keys)
    return f"{', '.join(first)} and {last}" if first else last
