"""The rules themselves as text: all of them in short, or one of them whole."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from gettext import NullTranslations

from section55.findings.finding import Severity
from section55.findings.report import ENGLISH, RuleText, level, sentence
from section55.findings.terminal import PLAIN, Ink

WIDTH = 100


def listed(
    groups: Mapping[str, Iterable[RuleText]],
    words: NullTranslations = ENGLISH,
    ink: Ink = PLAIN,
    columns: int = WIDTH,
) -> str:
    """All rules, under the headings of their kinds: code, severity, name, statement."""
    wide = max(len(level(severity, words)) for severity in Severity)
    parts = []
    for heading, rules in groups.items():
        lines = [ink.bold(heading), ""]
        for rule in rules:
            colour = ink.error if rule.severity is Severity.ERROR else ink.warning
            said = level(rule.severity, words)
            lines.append(f"{rule.code}  {colour(said)}{' ' * (wide - len(said))}  {rule.name}")
            lines.append(_wrapped(rule.paragraphs[0], columns, "         "))
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def explained(rule: RuleText, words: NullTranslations = ENGLISH, ink: Ink = PLAIN, columns: int = WIDTH) -> str:
    """One rule, whole: what must be, why, and whether a record may allow it."""
    colour = ink.error if rule.severity is Severity.ERROR else ink.warning
    paragraphs = [*rule.paragraphs, weight(rule, words), *filter(None, [may_be_fixed(rule, words)])]
    paragraphs.append(may_be_allowed(words) if rule.allowable else may_not_be_allowed(words))
    parts = [f"{ink.bold(rule.code)} {rule.name} ({colour(level(rule.severity, words))})"]
    parts += [_wrapped(paragraph, columns) for paragraph in paragraphs]
    if rule.allowable:
        parts.append(textwrap.indent(allowance(rule.code, words), "    ").rstrip())
    return "\n\n".join(parts) + "\n"


def weight(rule: RuleText, words: NullTranslations = ENGLISH) -> str:
    """What its severity means for who breaks it."""
    if rule.severity is Severity.ERROR:
        return words.gettext("As long as it is there, nothing of the change is published.")
    return words.gettext("What it says is worth a look, and keeps nothing from being published.")


def may_be_fixed(rule: RuleText, words: NullTranslations = ENGLISH) -> str:
    """That a command mends it, where one does."""
    return words.gettext("Where there is one answer, scripts/check --fix puts it right.") if rule.fixable else ""


def may_be_allowed(words: NullTranslations = ENGLISH) -> str:
    """Before the lines with which a record allows a rule."""
    return words.gettext(
        "A record for which this need not hold says so in its front matter, with the reason, which its page shows:"
    )


def may_not_be_allowed(words: NullTranslations = ENGLISH) -> str:
    """Of a rule that no record can allow."""
    return words.gettext("It holds for every record: none can allow it.")


def allowance(code: str, words: NullTranslations = ENGLISH) -> str:
    """The lines of front matter that allow a rule."""
    reason = words.gettext("Why, in a sentence")
    return f"allow:\n  - rule: {code}\n    reason: {reason}\n"


def unknown(code: str, rules: Sequence[RuleText], words: NullTranslations = ENGLISH) -> str:
    """That there is no such rule, and which one may be meant."""
    by_spelling = {spelling: rule for rule in rules for spelling in (rule.code, rule.name)}
    near = get_close_matches(code.upper(), by_spelling, 1) or get_close_matches(code.lower(), by_spelling, 1)
    said = words.gettext("there is no rule {code}").format(code=sentence(code))
    if not near:
        return said + "; " + words.gettext("--rules lists them")
    rule = by_spelling[near[0]]
    return said + "; " + words.gettext("did you mean {near}?").format(near=f"{rule.code}, {rule.name}")


def _wrapped(paragraph: str, columns: int, indent: str = "") -> str:
    return textwrap.fill(
        paragraph,
        max(20, min(WIDTH, columns - 1)),
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
