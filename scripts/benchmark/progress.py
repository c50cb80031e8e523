"""What a terminal shows while the benchmark works; elsewhere, nothing."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import click

from benchmark.generator import write


def writing(responses: int, content: Path, folder: Path) -> None:
    """Writes a register into a folder, with a bar."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=responses, label=f"{responses:,} responses", file=sys.stderr, hidden=hidden) as bar:
        for _ in write(responses, content, folder):
            bar.update(1)


class Steps:
    """A bar that moves on with each step; beside it, what the step is and how long it has taken."""

    def __init__(self, count: int, label: str) -> None:
        self.bar = click.progressbar(
            length=count,
            label=label,
            file=sys.stderr,
            show_eta=False,
            show_pos=True,
            item_show_func=lambda item: item,
            update_min_steps=0,
            hidden=not sys.stderr.isatty(),
        )
        self.begun = 0

    def __enter__(self) -> "Steps":
        self.bar.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self.bar.update(self.bar.length - self.bar.pos, "")
        self.bar.__exit__(*error)

    def begin(self, name: str) -> Callable[[], None]:
        """Says that a step begins; gives what to call while it goes on."""
        self.bar.update(min(self.begun, 1), name)
        self.begun += 1
        started = shown = time.monotonic()

        def watch() -> None:
            nonlocal shown
            if (now := time.monotonic()) - shown >= 0.5:
                shown = now
                self.bar.update(0, f"{name}: {now - started:.0f} s")

        return watch
