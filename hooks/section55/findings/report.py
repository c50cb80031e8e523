"""What a check has to tell, in one language, for any of the formats."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from gettext import NullTranslations

from section55.findings.finding import Finding, Severity

ENGLISH = NullTranslations()
"""The words of the sources, which are English."""

MOST_CHARACTERS = 500
"""How much of a sentence is shown to people: a value that it quotes can have any length."""

_INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@dataclass(frozen=True)
class Report:
    """What was found and allowed, among how many files.

    allowed: findings that a record allows, with its reasons; read_more: from a rule's code to where it is told whole,
    an address or a command; words: the language of what is said around the findings, whose own sentences are in it.
    """

    findings: Sequence[Finding]
    checked: int
    allowed: Sequence[tuple[Finding, str]] = ()
    read_more: Callable[[str], str] | None = None
    words: NullTranslations = field(default=ENGLISH)

    def where_to_read(self, code: str) -> str:
        """Where the rule is told whole; empty where the report does not know."""
        return self.read_more(code) if self.read_more else ""


@dataclass(frozen=True)
class RuleText:
    """A rule as it is told to people, in one language. `paragraphs`: the first states it, the rest say why."""

    code: str
    name: str
    severity: Severity
    paragraphs: Sequence[str]
    allowable: bool = False
    fixable: bool = False
    read_more: str = ""


def level(severity: Severity, words: NullTranslations = ENGLISH) -> str:
    """What a severity is called."""
    return words.gettext("error") if severity is Severity.ERROR else words.gettext("warning")


def summary(findings: Sequence[Finding], checked: int, words: NullTranslations = ENGLISH) -> str:
    """The closing line: how many files were checked, and what was found."""
    severities = [finding.severity for finding in findings]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    return words.gettext("{files}: {errors}, {warnings}.").format(
        files=words.ngettext("{number} file checked", "{number} files checked", checked).format(number=f"{checked:,}"),
        errors=words.ngettext("{number} error", "{number} errors", errors).format(number=f"{errors:,}"),
        warnings=words.ngettext("{number} warning", "{number} warnings", warnings).format(number=f"{warnings:,}"),
    )


def allowances(allowed: Sequence[tuple[Finding, str]]) -> list[tuple[str, str, str]]:
    """The rules that records allow, each once: code, path, reason."""
    return sorted({(finding.code, finding.path, reason) for finding, reason in allowed})


def visible(text: str) -> str:
    """Text that a terminal or page shows as it stands: what would steer it, or is invisible, has a sign in its place.

    A record is not trusted: its values and names may hold control codes, or marks that turn the writing round.
    """
    if text.isprintable():
        return text
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(each) in _INVISIBLE else each for each in text)


def sentence(text: str) -> str:
    """A sentence on one line, of a length that can be read."""
    text = visible(re.sub(r"[\t\r\n]+", " ", text[: MOST_CHARACTERS + 1]))
    return text if len(text) <= MOST_CHARACTERS else f"{text[:MOST_CHARACTERS]}…"
