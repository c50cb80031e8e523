"""Pagefind's indexes of what it reads of each page, one a language and shard, and its program, which they share."""

import json
import os
import subprocess
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

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

ROOT = "pagefind/"
"""Where Pagefind's files stand, from the site's root."""

SHARED = ("pagefind.js", "wasm.unknown.pagefind")
"""What all indexes share: the program, and the part of it that takes words as they are, whatever their language.

`search.js` gives it keys of Welsh words and stems of English ones. Pagefind's own part for English would take stems,
and a reader would load the program once a language, since one program has one such part.
"""

_WASM = "/../../../wasm.unknown"
"""How an index, two folders below, says so: Pagefind puts this between `wasm.` and `.pagefind` in an address."""

VERSION = f"pagefind {version('pagefind')} {NOT_TEXT} {_WASM}"
"""What decides an index beside the texts in it."""


class IndexingFailed(Exception):
    """Pagefind made no index; the message says why, in a sentence."""


def write_index(folder: Path, bundle: Path, language: str) -> None:
    """Writes the index of the documents in a folder. Raises `IndexingFailed`."""
    _run(folder, bundle, language)
    try:
        order_filters(bundle)
        write_dates(folder, bundle)
        if language == "cy":
            restore(bundle)
        _leave_to_the_program(bundle)
    except (ValueError, OSError) as error:
        raise IndexingFailed(f"Pagefind's index of the pages in “{language}” is not as expected: {error}.") from error


def shared() -> Iterator[tuple[str, bytes]]:
    """The names and bytes of the files that all indexes share. Raises `IndexingFailed`."""
    with TemporaryDirectory() as folder:
        documents, bundle = Path(folder, "documents"), Path(folder, "bundle")
        documents.mkdir()
        (documents / "index.html").write_text('<html lang="cy"><body>a</body></html>', encoding="utf-8")
        _run(documents, bundle, "cy")
        for name in SHARED:
            yield name, (bundle / name).read_bytes()


def _run(folder: Path, bundle: Path, language: str) -> None:
    """Has a process of Pagefind's program make an index; its Python interface waits for ever if that dies."""
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


def _leave_to_the_program(bundle: Path) -> None:
    """Has an index use the program that all share, and removes its own and the interfaces that no page loads."""
    entry_path = bundle / "pagefind-entry.json"
    entry = json.loads(entry_path.read_text(encoding="utf-8"))
    (index,) = entry["languages"].values()
    index["wasm"] = _WASM
    entry_path.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8", newline="\n")
    loaded = {"pagefind-worker.js", "pagefind-entry.json", f"pagefind.{index['hash']}.pf_meta", NAME}
    for path in bundle.iterdir():
        if path.is_file() and path.name not in loaded:
            path.unlink()
