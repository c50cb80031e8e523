"""What a command says while it works: a line a stage, with counts and seconds."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

_PAUSE = 0.1
"""Seconds between two looks of a terminal's line."""


class Quiet:
    """Says nothing."""

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator["Quiet"]:
        """A stage of the work; `total`: of how many things, where that is known. Tell it what is `done`."""
        yield self

    def done(self, more: int = 1) -> None:
        """So many more things are done."""


class Progress(Quiet):
    """Says what is done: on a terminal while it is, elsewhere when a stage ends. stays: whether it is left to read."""

    def __init__(self, stream: TextIO | None = None, *, stays: bool = True) -> None:
        self.stream = stream or sys.stderr
        self.is_live = self.stream.isatty()
        self.stays = stays

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator["Progress"]:
        self.name, self.total, self.count = name, total, 0
        began = time.monotonic()
        self._show()
        try:
            yield self
        except BaseException:
            self._write("", "")
            raise
        seconds = time.monotonic() - began
        if self.stays:
            counted = f" ({self.count:,})" if self.count else ""
            self._write(f"{name}{counted}: {seconds:.1f} s", "\n")
        else:
            self._write("", "")

    def done(self, more: int = 1) -> None:
        self.count += more
        if time.monotonic() - self.shown > _PAUSE:
            self._show()

    def _show(self) -> None:
        self.shown = time.monotonic()
        if self.is_live:
            of = f" of {self.total:,}" if self.total else ""
            self._write(f"{self.name}{f': {self.count:,}{of}' if self.count else ''} …", "")

    def _write(self, text: str, end: str) -> None:
        if self.is_live:  # over what stands on the line, to its end
            self.stream.write(f"\r{text}\x1b[K{end}")
        elif text and self.stays:
            self.stream.write(f"{text}{end}")
        self.stream.flush()
