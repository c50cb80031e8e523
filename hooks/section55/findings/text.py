"""Findings as text for a terminal: the sentence, the place, the author's line with carets under it, what is right."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from gettext import NullTranslations

from section55.findings.finding import Finding, Severity
from section55.findings.report import ENGLISH, Report, allowances, level, sentence, summary, visible
from section55.findings.terminal import PLAIN, Ink

__all__ = ["show", "show_each", "show_report", "snippet", "summary"]

MOST_COLUMNS = 100
"""How much of an author's line is shown, where nothing says how wide the terminal is."""


def show_report(report: Report, ink: Ink = PLAIN, columns: int = MOST_COLUMNS) -> str:
    """A whole report: its findings, what records allow, and the closing line."""
    allowed = [
        report.words.gettext("Allowed: {code} in {path}, because “{reason}”").format(
            code=code, path=visible(path), reason=sentence(reason)
        )
        for code, path, reason in allowances(report.allowed)
    ]
    parts = [
        show(report.findings, report.words, report.read_more, ink, columns),
        "".join(f"{line}\n" for line in allowed),
        summary(report.findings, report.checked, report.words),
    ]
    return "\n".join(part for part in parts if part)


def show(
    findings: Iterable[Finding],
    words: NullTranslations = ENGLISH,
    read_more: Callable[[str], str] | None = None,
    ink: Ink = PLAIN,
    columns: int = MOST_COLUMNS,
) -> str:
    """All findings, one paragraph each; empty for none."""
    return "\n".join(show_each(findings, words, read_more, ink, columns))


def show_each(
    findings: Iterable[Finding],
    words: NullTranslations = ENGLISH,
    read_more: Callable[[str], str] | None = None,
    ink: Ink = PLAIN,
    columns: int = MOST_COLUMNS,
) -> Iterator[str]:
    """The paragraphs, one by one. Where to read more of a rule is said with its first finding alone."""
    told: set[str] = set()
    for finding in findings:
        more = read_more(finding.code) if read_more and finding.code not in told else ""
        told.add(finding.code)
        colour = ink.error if finding.severity is Severity.ERROR else ink.warning
        head = f"{colour(f'{level(finding.severity, words)}[{finding.code}]')}: {ink.bold(sentence(finding.message))}"
        yield "\n".join([head, *snippet(finding, words, more, ink, columns)]) + "\n"


def snippet(
    finding: Finding,
    words: NullTranslations = ENGLISH,
    more: str = "",
    ink: Ink = PLAIN,
    columns: int = MOST_COLUMNS,
) -> list[str]:
    """The lines below the sentence: the place, the author's line with carets, what would be right, where it is told."""
    lines = [f"  {ink.faint('-->')} {visible(finding.path)}:{finding.line}:{finding.column}"]
    number = str(finding.line)
    if finding.excerpt:
        colour = ink.error if finding.severity is Severity.ERROR else ink.warning
        gutter, bar = " " * len(number), ink.faint("|")
        excerpt, before, width = _clipped(finding, max(20, min(MOST_COLUMNS, columns - len(number) - 5)))
        lines += [
            f"{gutter} {bar}",
            f"{ink.faint(number)} {bar} {excerpt}",
            f"{gutter} {bar} {' ' * before}{colour('^' * width)}",
        ]
    if finding.help:
        lines.append(f"  {ink.faint('=')} {sentence(finding.help)}")
    if more:
        told = words.gettext("Read more: {where}").format(where=more)
        lines.append(f"  {ink.faint('=')} {told}")
    return lines


def _clipped(finding: Finding, most: int) -> tuple[str, int, int]:
    """The author's line, cut to `most` columns around the place, with the caret's offset and width in columns."""
    whole = finding.excerpt
    start = min(finding.column - 1, len(whole))
    end = finding.end_column - 1 if finding.end_line == finding.line else len(whole)
    end = max(start + 1, min(end, len(whole)))
    # A line can be as long as a file: only what may be shown of it is looked at, which is as many letters as columns,
    # and some that take none.
    first = max(0, start - 2 * most)
    line = visible(whole[first : start + 2 * most].replace("\t", " "))
    start, end = start - first, end - first
    left, right = 0, len(line)
    if first or len(whole) > first + len(line) or _columns(line) > most:
        left = start
        while left > 0 and _columns(line[left - 1 : start]) <= most // 2:
            left -= 1
        right = left
        while right < len(line) and _columns(line[left : right + 1]) <= most:
            right += 1
    lead, tail = "…" * (first + left > 0), "…" * (first + right < len(whole))
    return (
        f"{lead}{line[left:right]}{tail}",
        len(lead) + _columns(line[left:start]),
        max(1, _columns(line[start : min(end, right)])),
    )


def _columns(text: str) -> int:
    """How many columns a terminal gives the text: two for wide characters, none for those that combine with others."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.category(character) in ("Mn", "Me")
        else 2
        if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in text
    )
