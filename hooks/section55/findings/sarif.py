"""Findings as SARIF 2.1.0 (OASIS), which code scanning and editors read."""

import json
import os
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote_from_bytes

from section55.findings.finding import Finding
from section55.findings.report import Report, RuleText

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def show(report: Report, rules: Sequence[RuleText], language: str = "en") -> str:
    """The report as SARIF. What records allow is in it too, as suppressed, with their reasons."""
    index = {rule.code: number for number, rule in enumerate(rules)}
    results = [_result(finding, index) for finding in report.findings]
    results += [
        _result(finding, index) | {"suppressions": [{"kind": "inSource", "justification": reason}]}
        for finding, reason in report.allowed
    ]
    run = {
        "tool": {"driver": {"name": "section55", "rules": [_rule(rule) for rule in rules]}},
        "language": {"en": "en-GB"}.get(language, language),
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: RuleText) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.paragraphs[0]},
        "fullDescription": {"text": " ".join(rule.paragraphs)},
        "help": {"text": "\n\n".join([*rule.paragraphs, *filter(None, [rule.read_more])])},
        "defaultConfiguration": {"level": str(rule.severity)},
    }
    if rule.read_more.startswith(("https://", "http://")):
        told["helpUri"] = rule.read_more
    return told


def _result(finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    if finding.excerpt and finding.line == finding.end_line:
        region["snippet"] = {"text": finding.excerpt[finding.column - 1 : finding.end_column - 1]}
    return {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": str(finding.severity),
        "message": {"text": f"{finding.message} {finding.help}".strip()},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(finding.path)}, "region": region}}],
    }


def _uri(path: str) -> str:
    """A path as a reference that is relative where the path is; a name may hold any byte."""
    whole = PurePath(path)
    return whole.as_uri() if whole.is_absolute() else quote_from_bytes(os.fsencode(whole.as_posix()))
