"""What `scripts/build` and `scripts/serve` share: MkDocs called from Python, and its words put plainly."""

import logging
import sys
from pathlib import Path

from environment import ROOT

CONFIG = ROOT / "mkdocs.yml"


def folder(path: str) -> str:
    """A folder given on the command line, made absolute: MkDocs takes relative ones to be beside mkdocs.yml."""
    return str(Path(path).absolute())


def show_log() -> None:
    """Show what MkDocs, the theme and the hooks report, as it comes, on standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Plain())
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.INFO)
    log.propagate = False
    log.addHandler(handler)


class Plain(logging.Formatter):
    """The message alone, its level in front where it matters and is not said. Unwrapped: a caret keeps its place."""

    def format(self, record: logging.LogRecord) -> str:
        message, level = super().format(record), record.levelname.lower()
        return message if record.levelno <= logging.INFO or message.startswith(level) else f"{level}: {message}"
