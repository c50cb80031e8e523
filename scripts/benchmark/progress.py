"""What a terminal shows while the benchmark works; elsewhere, nothing."""

import sys
from pathlib import Path

import click

from benchmark.generator import write


def writing(responses: int, content: Path, folder: Path) -> None:
    """Writes a register into a folder, with a bar."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=responses, label=f"{responses:,} responses", file=sys.stderr, hidden=hidden) as bar:
        for _ in write(responses, content, folder):
            bar.update(1)
