"""The browser of the tests: Chromium, or another of its family, as this machine already has it.

Playwright's own download of a browser is not relied on: many offices' networks refuse it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

COMMANDS = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "microsoft-edge")
PLACES = {
    "darwin": [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ],
    "win32": [
        "Chromium/Application/chrome.exe",
        "Google/Chrome/Application/chrome.exe",
        "Microsoft/Edge/Application/msedge.exe",
    ],
}
PROGRAM_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


def chromium() -> str:
    """The path of the browser, installed first where that takes nobody's permission; empty if there is none.

    The environment's CHROMIUM, where set, is the answer.
    """
    if "CHROMIUM" in os.environ:
        return shutil.which(os.environ["CHROMIUM"]) or ""
    found = next(candidates(), "")
    if not found and can_install():
        install()
        found = next(candidates(), "")
    return found


def candidates() -> Iterator[str]:
    """The browsers on this machine, the preferred one first."""
    yield from filter(None, map(shutil.which, COMMANDS))
    for place in PLACES.get(sys.platform, []):
        parents = filter(None, map(os.environ.get, PROGRAM_FOLDERS)) if sys.platform == "win32" else ["/"]
        yield from (str(path) for parent in parents if (path := Path(parent, place)).is_file())


def can_install() -> bool:
    """Whether this is root on Debian itself, as in a container. Ubuntu's package of that name only points to a snap."""
    release = Path("/etc/os-release")
    return (
        hasattr(os, "geteuid")
        and os.geteuid() == 0
        and shutil.which("apt-get") is not None
        and release.is_file()
        and "ID=debian" in release.read_text(encoding="utf-8").splitlines()
    )


def install() -> None:
    """Install Debian's package, saying so."""
    print("Installing Chromium for the tests.", file=sys.stderr, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", "--quiet=2", *step], env=environment, stdout=subprocess.DEVNULL, check=False)
