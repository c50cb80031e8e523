"""Pagefind's indexes over the built site, one a language, in `pagefind/<language>/`."""

import json
import shutil
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pagefind.service import get_executable

from section55.search.entries import Entry
from section55.search.order import order_filters

NOT_TEXT = (
    # What a page says of itself around its text, in words that many pages share: it would be found on each of them.
    ".page-head",  # the title is told apart, and weighs more
    ".response-facts",
    ".item .facts",
    "dt",
    ".working",
    ".answers",
    ".language-note",
    ".about-text",
    ".part > h2",
    ".part > p",
    # Lists of other pages, each of which is found by itself.
    ".entries",
    ".names",
    ".siblings",
    ".paging",
)
"""Selectors of what is on a page and not in the index."""


class IndexingFailed(Exception):
    """Pagefind made no index; the message says why, in a sentence."""


def write_indexes(site: Path, entries: Iterable[Entry]) -> None:
    """Writes the index of each language that has entries, side by side. Raises `IndexingFailed`."""
    folders: dict[str, set[str]] = {}
    for entry in entries:
        folders.setdefault(entry.language, set()).add(entry.page.path.partition("/")[0])
    shutil.rmtree(site / "pagefind", ignore_errors=True)
    with ThreadPoolExecutor() as threads:
        list(threads.map(lambda each: _write_index(site, *each), folders.items()))


def _write_index(site: Path, language: str, folders: set[str]) -> None:
    """Writes one index: a process of Pagefind's program, whose Python interface waits for ever if that dies."""
    bundle = site.resolve() / "pagefind" / language
    try:
        program = get_executable()
        if program is None:
            raise FileNotFoundError("its program is not installed")
        done = subprocess.run(
            [
                *(program, "--silent", "--site", site.resolve(), "--output-path", bundle),
                *("--glob", f"{{{','.join(f'{folder}/**/*.html' for folder in sorted(folders))}}}"),
                *("--exclude-selectors", ", ".join(NOT_TEXT)),
            ],
            cwd=site,  # where there is no configuration of Pagefind's
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
    except (ValueError, OSError) as error:
        raise IndexingFailed(f"Pagefind's index of the pages in “{language}” is not as expected: {error}.") from error
    _leave_out_what_no_page_loads(bundle)


def _leave_out_what_no_page_loads(bundle: Path) -> None:
    """Removes Pagefind's own interfaces, which each bundle brings, and what takes words apart in other languages."""
    (index,) = json.loads((bundle / "pagefind-entry.json").read_text(encoding="utf-8"))["languages"].values()
    loaded = {
        *("pagefind.js", "pagefind-worker.js", "pagefind-entry.json"),
        *(f"pagefind.{index['hash']}.pf_meta", f"wasm.{index['wasm'] or 'unknown'}.pagefind"),
    }
    for path in bundle.iterdir():
        if path.is_file() and path.name not in loaded:
            path.unlink()
