"""Findings: what is wrong or lacking in a record, and how it is shown."""

from section55.findings.finding import Finding, Severity

__all__ = ["Finding", "Severity"]
