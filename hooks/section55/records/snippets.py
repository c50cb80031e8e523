"""The models → snippets for VS Code: what a new file or a new answer begins with, to be filled in from tab to tab.

Which keys a snippet has is typed here; that they exist, and the words that they choose from, is the models' own.
Nothing is filled in that only the document can say: of words to choose from, the one that claims least comes first.
`scripts/generate` writes the file.
"""

import typing
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from section55.records.fields import Record
from section55.records.response import Answer, Response, ResponseText
from section55.records.schema import FieldFacts, fields, inner_model
from section55.records.vocabulary import NOTHING_STATED

FILE = ".vscode/records.code-snippets"
"""Where they stand in the project."""

Keys = Sequence["str | tuple[str, Keys]"]
"""The keys that a snippet has; with one that holds facts of its own, those facts' keys."""

_SOURCE: Keys = ("url", "file", "retrieved")
_ANSWER: Keys = ("position", "words", "action")
_RESPONSE: Keys = (
    "signed_by",
    "role",
    "addressed_to",
    "dated",
    "published",
    "chief_officer",
    ("source", _SOURCE),
    ("answers", _ANSWER),
)
_RESPONSE_TEXT: Keys = ("title", "words_from", "published", ("source", _SOURCE))

_CLAIM_LEAST = (*NOTHING_STATED, "courtesy")
_AN_ITEM = "r1"


def snippets() -> dict[str, Any]:
    """Every snippet under its name, as VS Code reads them."""
    response, other, answer = _Body(), _Body(), _Body()
    return {
        "A response": _snippet(
            "response",
            "What a new response begins with",
            ["---", *response.facts(Response, _RESPONSE), "---", "", *response.heading(), "", "$0"],
        ),
        "A response in its other language": _snippet(
            "response-other-language",
            "What the file of a response’s other language begins with",
            ["---", *other.facts(ResponseText, _RESPONSE_TEXT), "---", "", "$0"],
        ),
        "An answer": _snippet(
            "answer", "An answer to one more item, below answers", [*answer.under_an_id(Answer, _ANSWER)]
        ),
    }


def _snippet(prefix: str, description: str, body: list[str]) -> dict[str, Any]:
    return {"scope": "markdown", "prefix": prefix, "description": description, "body": body}


class _Body:
    """The lines of a snippet; each place to fill in is the next stop of the tab key."""

    def __init__(self) -> None:
        self._stops = count(1)
        self._item = 0

    def facts(self, model: type[Record], keys: Keys, indent: str = "") -> Iterator[str]:
        """Keys of a model, each with a place for its value."""
        known = {facts.key: facts for facts in fields(model)}
        named = [key if isinstance(key, str) else key[0] for key in keys]
        if missing := {key for key, facts in known.items() if facts.required} - set(named):
            raise ValueError(f"a snippet of {model.__name__} lacks {missing}")
        for name, key in zip(named, keys, strict=True):
            if isinstance(key, str):
                yield f"{indent}{name}: {self._place(known[name])}"
                continue
            yield f"{indent}{name}:"
            inner = inner_model(model.model_fields[name].annotation)
            assert inner, f"{name} holds no facts of its own"
            under_ids = typing.get_origin(model.model_fields[name].annotation) is dict
            yield from (self.under_an_id if under_ids else self.facts)(inner, key[1], indent + "  ")

    def under_an_id(self, model: type[Record], keys: Keys, indent: str = "") -> Iterator[str]:
        """Keys of a model under the id of an item, which is a place too."""
        self._item = next(self._stops)
        yield f"{indent}${{{self._item}:{_AN_ITEM}}}:"
        yield from self.facts(model, keys, indent + "  ")

    def heading(self) -> Iterator[str]:
        """A heading marked with the id of the item."""
        yield f"## ${next(self._stops)} {{#${self._item}}}"

    def _place(self, facts: FieldFacts) -> str:
        words = sorted(facts.words, key=lambda word: word not in _CLAIM_LEAST)
        return f"${{{next(self._stops)}|{','.join(words)}|}}" if words else f"${next(self._stops)}"
