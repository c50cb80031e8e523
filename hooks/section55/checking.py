"""A content folder → what is wrong with it, and the register where nothing is."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from section55.findings import Finding, Severity
from section55.program import program
from section55.progress import Quiet
from section55.reading.content import Content, read_content
from section55.reading.history import files_at
from section55.reading.store import Store
from section55.records import Site
from section55.register import Register
from section55.rules import examine


@dataclass(frozen=True)
class Checked:
    """What a check found; `allowed` is what records allow, with their reasons; `register` is None with an error."""

    content: Content
    findings: list[Finding]
    allowed: list[tuple[Finding, str]]
    register: Register | None

    @property
    def errors(self) -> list[Finding]:
        """The findings that stop a build."""
        return [finding for finding in self.findings if finding.severity is Severity.ERROR]


def check(
    folder: Path,
    shown_as: str | None = None,
    *,
    today: date | None = None,
    since: str | None = None,
    language: str = "en",
    texts: Path | None = None,
    progress: Quiet | None = None,
) -> Checked:
    """Reads and checks a content folder; `shown_as` is what messages call it, by default its path as given.

    today: the day that dates are held against; since: the commit (any name git knows) of which the files count as
    published. Neither enters a build. texts: the file in which what was read before is kept; progress: told what is
    done. Raises FileNotFoundError, with a sentence, where the folder is none or says nothing of its site.
    """
    if not folder.is_dir():
        raise FileNotFoundError(f"There is no folder {shown_as or folder}.")
    progress = progress or Quiet()
    store = Store(texts, program()) if texts else None
    with progress.stage("Reading the records"):
        content = read_content(folder, shown_as or folder.as_posix(), store, progress.done)
    content.today = today
    content.published_files = files_at(folder, since) if since else None
    if not content.of(Site):
        raise FileNotFoundError(f"{shown_as or folder} holds no site.md, which says what this site is.")
    with progress.stage("Holding them against the rules"):
        examined = examine(content, language, store, progress.done)
    has_errors = any(finding.severity is Severity.ERROR for finding in examined.findings)
    is_whole = not any(document.problems for document in content.documents)  # nothing in part is ever linked
    register = Register(content) if is_whole and not has_errors else None
    return Checked(content, examined.findings, examined.allowed, register)
