"""Pagefind's indexes of what it reads of each page: one a language and shard."""

import json
import os
import subprocess
from importlib.metadata import version
from pathlib import Path

from pagefind.service import get_executable

from section55.search.dates import NAME, write_dates
from section55.search.order import order_filters
from section55.search.welsh import restore

NOT_TEXT = (
    # Of a page that is searched as it stands: what it says of itself, in words that many pages share.
    ".page-head",  # the title is told apart, and weighs more
    "dt",
    ".part > h2",
    ".part > h3",
    ".part > p",
    # Lists of other pages, each of which is found by itself.
    ".entries",
    ".names",
    ".siblings",
    ".paging",
)
"""Selectors of what is not in the index."""

PROGRAM = f"pagefind {version('pagefind')} {NOT_TEXT}"
"""What decides an index beside the texts in it."""


class IndexingFailed(Exception):
    """Pagefind made no index; the message says why, in a sentence."""


def write_index(folder: Path, bundle: Path, language: str) -> None:
    """Writes the index of the documents in a folder. Raises `IndexingFailed`.

    By a process of Pagefind's program, whose Python interface waits for ever if that dies.
    """
    try:
        program = get_executable()
        if program is None:
            raise FileNotFoundError("its program is not installed")
        done = subprocess.run(
            [
                *(program, "--silent", "--site", folder.resolve(), "--output-path", bundle.resolve()),
                *("--exclude-selectors", ", ".join(NOT_TEXT)),
            ],
            cwd=folder,  # where there is no configuration of Pagefind's
            # Its threads wait for each other more than they work; the processors are shared out by index.
            env=os.environ | {"TOKIO_WORKER_THREADS": "1", "RAYON_NUM_THREADS": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise IndexingFailed(f"Pagefind could not be started, so there is no search: {error}.") from error
    if done.returncode or not (bundle / "pagefind-entry.json").exists():
        told = " ".join((done.stderr or done.stdout).split()) or f"it ended with code {done.returncode}"
        raise IndexingFailed(f"Pagefind made no index of the pages in “{language}”: {told[:300]}")
    try:
        order_filters(bundle)
        write_dates(folder, bundle)
        if language == "cy":
            restore(bundle)
    except (ValueError, OSError) as error:
        raise IndexingFailed(f"Pagefind's index of the pages in “{language}” is not as expected: {error}.") from error
    _leave_out_what_no_page_loads(bundle)


def _leave_out_what_no_page_loads(bundle: Path) -> None:
    """Removes Pagefind's own interfaces, which each bundle brings, and what takes words apart in other languages."""
    (index,) = json.loads((bundle / "pagefind-entry.json").read_text(encoding="utf-8"))["languages"].values()
    loaded = {
        *("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", NAME),
        *(f"pagefind.{index['hash']}.pf_meta", f"wasm.{index['wasm'] or 'unknown'}.pagefind"),
    }
    for path in bundle.iterdir():
        if path.is_file() and path.name not in loaded:
            path.unlink()
