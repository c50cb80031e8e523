"""Findings for GitHub Actions: annotations on the author's own lines, and the whole table in the job's summary."""

import re
import subprocess
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from urllib.parse import quote

from section55.findings.finding import Finding, Severity
from section55.findings.report import Report, allowances, level, sentence, summary, visible
from section55.findings.text import snippet

MOST_BYTES = 1_000_000
"""How long a summary may grow: GitHub refuses one of more than 1,024 KiB, all of it."""

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_LEGACY_COMMAND = "##["


def annotations(report: Report, changed: Collection[str] = (), rename: Callable[[str], str] = str) -> str:
    """Commands to the runner, one a line. Those of `changed` paths come first: only some ten of a level are shown.

    rename: from a finding's path to the one that the repository knows.
    """
    told: set[str] = set()
    lines = []
    for finding in sorted(report.findings, key=lambda finding: finding.path not in changed):
        more = report.where_to_read(finding.code) if finding.code not in told else ""
        told.add(finding.code)
        # The runner drops the columns of a place that is longer than a line. It counts the last one in.
        columns = (
            {"col": finding.column, "endColumn": max(finding.column, finding.end_column - 1)}
            if finding.line == finding.end_line
            else {}
        )
        properties = {
            "file": rename(finding.path),
            "line": finding.line,
            "endLine": finding.end_line,
            **columns,
            "title": sentence(finding.message),
        }
        body = [f"{level(finding.severity, report.words)}[{finding.code}]", *snippet(finding, report.words, more)]
        said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
        command = "error" if finding.severity is Severity.ERROR else "warning"
        lines.append(f"::{command} {said}::{_data(chr(10).join(body))}\n")
    return "".join(lines)


def changed_files(folder: Path, commit: str) -> frozenset[str]:
    """The files below `folder` that differ from a commit, as paths from it; none where git cannot tell."""
    options = ["--name-only", "-z", "--no-renames", "--relative", "--end-of-options"]
    command = ["git", "-C", str(folder), "diff", *options, commit]
    try:
        listed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", errors="surrogateescape")
    except (OSError, subprocess.CalledProcessError):
        return frozenset()
    return frozenset(path for path in listed.stdout.split("\0") if path)


def harmless(text: str) -> str:
    """Text for the log, of which the runner takes no part for a command: it knows two forms, one anywhere in a line."""
    return text.replace(_LEGACY_COMMAND, "##\N{ZERO WIDTH SPACE}[")


def step_summary(
    report: Report, link: Callable[[Finding], str] | None = None, most_bytes: int = MOST_BYTES
) -> str:
    """All findings as a Markdown table, errors first, as far as `most_bytes` hold them.

    link: leads to a line on the web.
    """
    gettext = report.words.gettext
    head = f"### {_markdown(summary(report.findings, report.checked, report.words))}\n\n"
    titles = (gettext("Rule"), gettext("Where"), gettext("What is wrong"), gettext("What would be right"))
    table = f"| {' | '.join(_markdown(title) for title in titles)} |\n|---|---|---|---|\n" if report.findings else ""
    allowed = "".join(
        "\n- "
        + gettext("Allowed: {code} in {path}, because “{reason}”").format(
            code=_markdown(code), path=_markdown(visible(path)), reason=_markdown(sentence(reason))
        )
        for code, path, reason in allowances(report.allowed)
    )
    rows = list(_rows(report, link))
    room = most_bytes - len((head + table).encode(errors="replace")) - 300  # for the sentence on what has no room
    kept = 0
    for row in [*rows, allowed]:
        room -= len(row.encode(errors="replace"))
        if room < 0:
            break
        kept += 1
    text = head + table + "".join(rows[:kept]) + (f"{allowed}\n" if allowed and kept > len(rows) else "")
    if kept <= len(rows) and (missing := len(rows) - kept):
        more = report.words.ngettext(
            "{number} more has no room here; the log of this step has all of them.",
            "{number} more have no room here; the log of this step has all of them.",
            missing,
        )
        text += f"\n{_markdown(more.format(number=f'{missing:,}'))}\n"
    return text


def _rows(report: Report, link: Callable[[Finding], str] | None) -> Iterator[str]:
    for finding in sorted(report.findings, key=lambda finding: finding.severity is not Severity.ERROR):
        more = report.where_to_read(finding.code)
        code = (
            f"{_markdown(level(finding.severity, report.words))} {_linked(finding.code, more if ':' in more else '')}"
        )
        place = f"{visible(finding.path)}:{finding.line}:{finding.column}"
        where = _linked(place, link(finding) if link else "")
        yield f"| {code} | {where} | {_markdown(sentence(finding.message))} | {_markdown(sentence(finding.help))} |\n"


def blob(server: str, repository: str, commit: str, path: str, line: int) -> str:
    """The address at which GitHub shows a line of a file as it was written, not as a page."""
    return f"{server}/{repository}/blob/{commit}/{quote(path, errors='replace')}?plain=1#L{line}"


def _linked(text: str, address: str) -> str:
    return f"[{_markdown(text)}](<{address}>)" if address else _markdown(text)


def _markdown(text: str) -> str:
    """Text that Markdown takes for nothing else: every mark of punctuation that could mean something is escaped."""
    return _PUNCTUATION.sub(r"\\\1", text)


def _data(text: str) -> str:
    """A command's data, escaped as the runner's toolkit does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A command's property, escaped as the runner's toolkit does."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
