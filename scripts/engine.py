"""What `scripts/build` and `scripts/serve` share: MkDocs called from Python, and its words put plainly."""

import logging
import signal
import sys
from pathlib import Path

from environment import ROOT

CONFIG = ROOT / "mkdocs.yml"


def folder(path: str) -> str:
    """A folder given on the command line, made absolute: MkDocs takes relative ones to be beside mkdocs.yml."""
    return str(Path(path).absolute())


def end_in_order() -> None:
    """Have a closed terminal, and whoever ends this process, do as Ctrl-C: no process and no folder of it is left."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)


def ending() -> None:
    """Have nobody end a process that ends by itself now: Python would tell where it was interrupted."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)


OF_ITSELF = ("Cleaning site directory", "Building documentation to directory", "Documentation built in")
"""What MkDocs says of the folder that it builds into, which is not the site, and of a part of the work."""


def show_log(quiet: bool = False) -> None:
    """Show what MkDocs, the theme and the hooks report, as it comes, on standard error; `quiet`: only what is wrong."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Plain())
    handler.addFilter(lambda record: not record.getMessage().startswith(OF_ITSELF))
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.WARNING if quiet else logging.INFO)
    log.propagate = False
    log.addHandler(handler)


def refused(error: Exception) -> int:
    """Close a run that MkDocs gave up; the exit code. What an Abort is about has been logged before it."""
    if not isinstance(error, SystemExit):
        print(error, file=sys.stderr)
    print("The site was not built: what is listed above has to be mended first.", file=sys.stderr)
    return 1


class Plain(logging.Formatter):
    """The message alone, its level in front where it matters and is not said. Unwrapped: a caret keeps its place."""

    def format(self, record: logging.LogRecord) -> str:
        message, level = super().format(record), record.levelname.lower()
        if "\n" in message and message.split("\n")[0].endswith(": "):  # a finding, below the name of its hook
            message = message.partition("\n")[2] + "\n"
        return message if record.levelno <= logging.INFO or message.startswith(level) else f"{level}: {message}"
