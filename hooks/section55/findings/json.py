"""Findings as JSON, for programs: one object, every key always there, one type a key."""

import json

from section55.findings.finding import Finding
from section55.findings.report import Report


def show(report: Report) -> str:
    """The report as JSON. `help` and `docs` are empty where there is nothing to say; columns count characters."""
    told = {"checked": report.checked, "findings": [_one(finding, report) for finding in report.findings]}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _one(finding: Finding, report: Report) -> dict[str, str | int]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "message": finding.message,
        "help": finding.help,
        "docs": report.where_to_read(finding.code),
    }
