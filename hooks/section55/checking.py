"""A content folder → what is wrong with it, and the register where nothing is."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from section55.findings import Finding, Severity
from section55.reading.content import Content, read_content
from section55.register import Register
from section55.records import Site
from section55.rules import RULES, findings


@dataclass(frozen=True)
class Checked:
    """What a check found in how many files; `register` is None where there is an error."""

    content: Content
    findings: list[Finding]
    register: Register | None

    @property
    def errors(self) -> list[Finding]:
        """The findings that stop a build."""
        return [finding for finding in self.findings if finding.severity is Severity.ERROR]


def check(folder: Path, shown_as: str | None = None) -> Checked:
    """Reads and checks a content folder; `shown_as` is what messages call it, by default its path as given.

    Raises FileNotFoundError, with a sentence, where it is no folder or says nothing of its site.
    """
    if not folder.is_dir():
        raise FileNotFoundError(f"There is no folder {shown_as or folder}.")
    content = read_content(folder, shown_as or folder.as_posix())
    if not content.of(Site):
        raise FileNotFoundError(f"{shown_as or folder} holds no site.md, which says what this site is.")
    found = findings(content, RULES.values())
    register = None if _has_errors(found) else Register(content)
    return Checked(content, found, register)


def _has_errors(found: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in found)
