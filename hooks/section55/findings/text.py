"""Findings as text for a terminal: the sentence, the place, the author's line with carets under it, what is right."""

import unicodedata
from collections.abc import Iterable

from section55.findings.finding import Finding, Severity


def show(findings: Iterable[Finding]) -> str:
    """All findings, one paragraph each; empty for none."""
    return "\n".join(_one(finding) for finding in findings)


def summary(findings: Iterable[Finding], checked: int) -> str:
    """The closing line: how many files were checked, and what was found."""
    severities = [finding.severity for finding in findings]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    return f"{_count(checked, 'file')} checked: {_count(errors, 'error')}, {_count(warnings, 'warning')}."


def _one(finding: Finding) -> str:
    lines = [
        f"{finding.severity}[{finding.code}]: {finding.message}",
        f"  --> {finding.path}:{finding.line}:{finding.column}",
    ]
    if finding.excerpt:
        number = str(finding.line)
        gutter = " " * len(number)
        excerpt, caret, width = _clipped(finding)
        lines += [f"{gutter} |", f"{number} | {excerpt}", f"{gutter} | {' ' * caret}{'^' * width}"]
    if finding.help:
        lines.append(f"  = {finding.help}")
    return "\n".join(lines) + "\n"


MOST_COLUMNS = 100


def _clipped(finding: Finding) -> tuple[str, int, int]:
    """The author's line, cut to a terminal's width around the place, with the caret's offset and width in columns."""
    line = finding.excerpt.replace("\t", " ")
    start = min(finding.column - 1, len(line))
    end = finding.end_column - 1 if finding.end_line == finding.line else len(line)
    end = max(start + 1, min(end, len(line)))
    left = max(0, start - MOST_COLUMNS // 2) if len(line) > MOST_COLUMNS else 0
    right = left + MOST_COLUMNS
    shown = line[left:right]
    lead = "…" if left else ""
    tail = "…" if right < len(line) else ""
    before, under = line[left:start], line[start : min(end, right)]
    return f"{lead}{shown}{tail}", len(lead) + _columns(before), max(1, _columns(under))


def _columns(text: str) -> int:
    """How many columns a terminal gives the text: two for wide characters, none for combining ones."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
