"""How long `scripts/serve` takes from saving a record to the fresh page: what somebody who writes it waits for."""

import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmark.processes import CommandFailed, Peaks, Run, python

_INTERVAL = 0.1
"""Seconds between two looks at the page."""
_PATIENCE = 3600
"""Seconds after which a page is given up."""
_SAVES, _PAUSE = 3, 5.0
"""How many times a response is saved, of which the usual one counts, and the seconds of thought before each."""


def saved_to_shown(
    command: Path, content: Path, change: Callable[[Path], Path], watch: Callable[[], None] = lambda: None
) -> Run:
    """Serves a folder of records, has one changed again and again, and waits each time until its page is another.

    change: changes a response's file in English and gives it. The seconds are the median. Raises `CommandFailed` where
    the server ends before that, or takes an hour.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [str(part) for part in python(command, "--content", content, "--port", port)],
            cwd=command.parents[1],
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
        peaks = Peaks(process.pid)

        def wait_until(is_so: Callable[[], bool]) -> None:
            end = time.monotonic() + _PATIENCE
            while not is_so():
                if process.poll() is not None or time.monotonic() > end:
                    said.seek(0)
                    last = said.read().decode("utf-8", "replace").splitlines()[-20:]
                    raise CommandFailed("\n".join([f"{command.name} did not show the page:", *last]))
                peaks.look()
                watch()
                time.sleep(_INTERVAL)

        def save() -> float:
            time.sleep(_PAUSE)
            changed = change(content)
            saved = time.monotonic()
            name = changed.relative_to(content).as_posix().removesuffix(".en.md")
            address = f"http://127.0.0.1:{port}/{name}/"
            text = changed.read_text(encoding="utf-8")
            added = text.rstrip().rpartition("\n")[2]
            wait_until(lambda: _page(address).count(added) >= text.count(added))
            return time.monotonic() - saved

        try:
            wait_until(lambda: bool(_page(f"http://127.0.0.1:{port}/")))
            seconds = median(save() for _ in range(_SAVES))
            peaks.look()
        finally:
            process.terminate()  # not as Ctrl-C does, which shells have what runs in the background ignore
            process.wait()
    return Run(round(seconds, 2), None, peaks.memory, peaks.pagefind_memory)


def _page(address: str) -> str:
    """A page, empty while the server does not have it."""
    try:
        with urllib.request.urlopen(address, timeout=600) as answer:
            return answer.read().decode("utf-8")
    except OSError:
        return ""
