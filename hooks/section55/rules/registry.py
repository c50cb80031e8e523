"""The registry of rules.

To add a rule:
 1. write a generator function in the module of its kind (`form/values`, `text/links`, `dates`, …);
 2. decorate it with `@rule(code, name, severity)`: the next free code of its kind, a name in plain words;
 3. state the rule in its docstring: first what must be, then why, and last its source in law, if any, after “Source: ”;
 4. yield `found(place, sentence, help, **facts)` for each thing that breaks it; never print, never stop;
 5. give it a case and a valid twin in the tests, and its words in `language/cy.po`;
 6. run `scripts/test`.

A record may be one in part: asked for a fact that is not known it raises `Unknown`, which ends the rule in silence.
Where a rule looks at several things, `suppress(Unknown)` goes around each.
"""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from section55.findings import Severity
from section55.reading.content import Content, Document
from section55.reading.problems import START, Place


@dataclass(frozen=True)
class Found:
    """A thing that breaks a rule: where, and the sentences that say so, with the facts that fill them.

    place: START where it is the file as a whole, such as its name: none of its lines is shown then;
    path: that of a file which is not there, where the thing is its absence; None where it is in the document.
    """

    place: Place
    message: str
    help: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    path: str | None = None


Check = Callable[[Document, Content], Iterator[Found]]


@dataclass(frozen=True)
class Rule:
    """A rule: `check` yields what breaks it in one document.

    allowable: whether a record may say in `allow`, with a reason, that the rule need not hold for it; while_current:
    whether it asks only responses that stand, and not withdrawn, superseded or removed ones.
    """

    code: str
    name: str
    severity: Severity
    check: Check
    allowable: bool
    while_current: bool

    @property
    def statement(self) -> str:
        """What must be: the first sentence of the rule's docstring."""
        return self.paragraphs[0]

    @property
    def paragraphs(self) -> list[str]:
        """The docstring's paragraphs, each on one line."""
        return [" ".join(part.split()) for part in inspect.getdoc(self.check).split("\n\n")]


RULES: dict[str, Rule] = {}
"""All rules by code."""


def rule(
    code: str, name: str, severity: Severity, *, allowable: bool | None = None, while_current: bool = False
) -> Callable[[Check], Check]:
    """Enters a function in the registry. Without a word on it, warnings are allowable and errors are not."""

    def enter(check: Check) -> Check:
        if code in RULES or any(other.name == name for other in RULES.values()):
            raise ValueError(f"there is a rule {code} or one named {name} already")
        if not check.__doc__:
            raise ValueError(f"rule {code} has no docstring to state it")
        may = severity is Severity.WARNING if allowable is None else allowable
        RULES[code] = Rule(code, name, severity, check, may, while_current)
        return check

    return enter


def found(place: Place, message: str, help: str = "", /, **facts: Any) -> Found:
    """A thing that breaks a rule, in the document; `message` and `help` name the facts in braces."""
    return Found(place, message, help, facts)


def gone(path: str, message: str, help: str = "", /, **facts: Any) -> Found:
    """A file that should be there and is not; `message` and `help` name the facts in braces."""
    return Found(START, message, help, facts, path)
