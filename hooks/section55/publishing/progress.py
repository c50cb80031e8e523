"""What a build says while it works: a line a stage, with counts and seconds."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO


class Quiet:
    """Says nothing. What stages get: call it with how many are done."""

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator["Quiet"]:
        """A stage of the work; `total`: of how many things, where that is known."""
        yield self

    def done(self, more: int = 1) -> None:
        """So many more things are done."""


class Progress(Quiet):
    """Says a line a stage: on a terminal while it runs, elsewhere when it is done."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr
        self.is_live = self.stream.isatty()

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator["Progress"]:
        self.name, self.total, self.count = name, total, 0
        self.began = self.shown = time.monotonic()
        self._show()
        yield self
        seconds = time.monotonic() - self.began
        counted = self.count if total is None else total
        self._write(f"{name}{f' ({counted:,})' if counted else ''}: {seconds:.1f} s", "\n")

    def done(self, more: int = 1) -> None:
        self.count += more
        if time.monotonic() - self.shown > 0.1:
            self._show()

    def _show(self) -> None:
        self.shown = time.monotonic()
        if self.is_live:
            of = f" of {self.total:,}" if self.total else ""
            self._write(f"{self.name}{f': {self.count:,}{of}' if self.count else ''} …", "")

    def _write(self, text: str, end: str) -> None:
        # What stood on a terminal's line is written over, to its end.
        self.stream.write(f"\r{text}\x1b[K{end}" if self.is_live else f"{text}{end}")
        self.stream.flush()
