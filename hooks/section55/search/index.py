"""Pagefind's indexes of what it reads of each page, one a language and shard, and its program, which they share."""

import json
import os
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryFile

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


def write_index(documents: Mapping[str, str], bundle: Path, language: str) -> None:
    """Writes the index of documents, HTML by path, into a folder. Raises `IndexingFailed`."""
    try:
        for name, content in _made_of(documents).items():
            path = bundle / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except (ValueError, OSError) as error:
        raise IndexingFailed(f"Pagefind made no index of the pages in “{language}”: {error}.") from error
    try:
        order_filters(bundle)
        write_dates(documents, bundle)
        if language == "cy":
            restore(bundle)
        _leave_to_the_program(bundle)
    except (ValueError, OSError) as error:
        raise IndexingFailed(f"Pagefind's index of the pages in “{language}” is not as expected: {error}.") from error


def shared() -> dict[str, bytes]:
    """The files that all indexes share, by name. Raises `IndexingFailed`."""
    try:
        made = _made_of({"index.html": '<html lang="cy"><body>a</body></html>'})
        return {name: made[name] for name in SHARED}
    except (ValueError, OSError, KeyError) as error:
        raise IndexingFailed(f"Pagefind gave nothing to search with: {error}.") from error


def _made_of(documents: Mapping[str, str]) -> dict[str, bytes]:
    """The files of Pagefind's index, by path. Raises `ValueError` with what it says, or `IndexingFailed`.

    Its program numbers pages as they come: given a folder, in the order in which the disk lists them. So it is told one
    after another, by its service, whose Python interface waits for ever if the program dies.
    """
    program = get_executable()
    if program is None:
        raise IndexingFailed("Pagefind is not installed, so there is no search.")
    # Its threads wait for each other more than they work; the processors are shared out by index.
    one_thread = os.environ | {"TOKIO_WORKER_THREADS": "1", "RAYON_NUM_THREADS": "1"}
    pipe = subprocess.PIPE
    with TemporaryFile() as said:
        try:
            process = subprocess.Popen([program, "--service"], stdin=pipe, stdout=pipe, stderr=said, env=one_thread)
        except OSError as error:
            raise IndexingFailed(f"Pagefind could not be started, so there is no search: {error}.") from error
        with process:
            try:
                index = _answer(process, "NewIndex", config={"exclude_selectors": NOT_TEXT})["index_id"]
                for path, html in documents.items():
                    _answer(process, "AddFile", index_id=index, file_path=path, file_contents=html)
                files = _answer(process, "GetFiles", index_id=index)["files"]
            except (EOFError, BrokenPipeError):
                said.seek(0)
                told = " ".join(said.read(1000).decode("utf-8", "replace").split())
                raise ValueError(told or "its program ended early") from None
            finally:
                process.kill()
    return {file["path"]: b64decode(file["content"]) for file in files}


def _answer(process: subprocess.Popen[bytes], request: str, **what: object) -> dict:
    """What Pagefind's service answers to a request: both are JSON in base64 with a comma behind it.

    Raises `EOFError` or `BrokenPipeError` where it has ended, `ValueError` for what it cannot do.
    """
    assert process.stdin and process.stdout
    asked = json.dumps({"message_id": 1, "payload": {"type": request, **what}})
    process.stdin.write(b64encode(asked.encode("utf-8")) + b",")
    process.stdin.flush()
    answer = bytearray()
    while not answer.endswith(b","):
        if not (part := process.stdout.read1()):
            raise EOFError
        answer += part
    payload = json.loads(b64decode(answer[:-1]))["payload"]
    if payload["type"] == "Error":
        raise ValueError(payload["message"])
    return payload


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
