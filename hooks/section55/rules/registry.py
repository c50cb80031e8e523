"""The registry of rules.

To add a rule:
 1. write a generator function in the module of its kind (`form`, `references`, `dates`, …);
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
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from section55.findings import Finding, Severity
from section55.language import words
from section55.reading.content import Content, Document
from section55.reading.problems import START, Place
from section55.records.fields import Unknown


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


@dataclass(frozen=True)
class Looked:
    """What the rules find in a document that ask nothing but the document, and the codes of those that ask more.

    A find stands with the code of its rule and the line of the file that it is on.
    """

    found: tuple[tuple[str, Found, str], ...]
    open: tuple[str, ...]


class _AsksMore(Exception):
    """A rule asked for more than the document."""


class _NothingElse:
    """In place of the content, where there is nothing but the document."""

    def __getattr__(self, name: str) -> Any:
        raise _AsksMore


def look(document: Document) -> Looked:
    """Asks all rules of a document alone. What they find is the same whatever else there is, so it can be kept."""
    found: list[tuple[str, Found, str]] = []
    open_: list[str] = []
    for rule_ in RULES.values():
        try:
            found += _found(rule_, document, _NothingElse())
        except _AsksMore:
            open_.append(rule_.code)
    return Looked(tuple(found), tuple(open_))


def _found(rule_: Rule, document: Document, content: Any) -> list[tuple[str, Found, str]]:
    """What a rule finds in a document, each with its line."""
    found: list[tuple[str, Found, str]] = []
    # What is not known, in a record in part, breaks no rule that can be told of.
    with suppress(Unknown):
        for each in rule_.check(document, content):
            lines = [] if each.path or each.place == START else document.source.split("\n")
            excerpt = lines[each.place.line - 1] if 0 < each.place.line <= len(lines) else ""
            found.append((rule_.code, each, excerpt))
    return found


@dataclass(frozen=True)
class Examined:
    """What rules find: `findings`, and `allowed`, those that a record allows, each with the record's reason."""

    findings: list[Finding]
    allowed: list[tuple[Finding, str]]


def examine(content: Content, language: str = "en") -> Examined:
    """What the rules find in the documents, by path and place, said in a language."""
    gettext = words(language).gettext
    findings: set[Finding] = set()
    allowed: set[tuple[Finding, str]] = set()
    for document in content.documents:
        looked: Looked = document.looked or look(document)
        stands: bool | None = None
        found = [*looked.found]
        for code in looked.open:
            found += _found(RULES[code], document, content)
        for code, each, excerpt in found:
            rule_ = RULES[code]
            if rule_.while_current:
                if stands is None:
                    stands = _stands(content, document)
                if not stands:
                    continue
            finding = _finding(rule_, document, each, excerpt, gettext)
            allowance = None
            if rule_.allowable:
                with suppress(Unknown):
                    allowance = content.allowances(document).get(code)
            if allowance:
                allowed.add((finding, allowance.reason))
            else:
                findings.add(finding)
    return Examined(sorted(findings), sorted(allowed))


def _stands(content: Content, document: Document) -> bool:
    try:
        return content.stands(document)
    except Unknown:
        return False


def _finding(rule_: Rule, document: Document, each: Found, excerpt: str, gettext: Callable[[str], str]) -> Finding:
    return Finding(
        each.path or document.path,
        *each.place,
        code=rule_.code,
        name=rule_.name,
        severity=rule_.severity,
        message=gettext(each.message).format(**each.facts),
        help=gettext(each.help).format(**each.facts) if each.help else "",
        excerpt=excerpt,
    )
