"""Findings: what is wrong or lacking in a record, and how it is shown."""

from section55.findings.finding import Finding, Severity
from section55.findings.report import Report, RuleText

__all__ = ["Finding", "Report", "RuleText", "Severity"]
