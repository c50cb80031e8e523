"""`scripts/serve`, as somebody who writes a record sees it: the page, the search, a mistake, its cure."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[1]
PATIENCE = 90
"""Seconds after which a test gives up; nothing is measured by them."""


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """What a shell starts in the background ignores Ctrl-C, and hands that on to what it starts itself."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(ROOT / "tests/fixtures/register", tmp_path / "content")


class Served:
    """A running `scripts/serve`: its address, what it has said, and the folder that it has for temporary files."""

    def __init__(self, content: Path, log: Path, temporary: Path, root: Path = ROOT) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/"
        self.log = log
        self.temporary = temporary
        temporary.mkdir()
        with log.open("w", encoding="utf-8") as output:
            self.process = subprocess.Popen(
                [sys.executable, str(root / "scripts/serve"), "--content", str(content), "--port", str(port)],
                cwd=root,
                env=os.environ | {"PYTHONWARNINGS": "ignore", "TMPDIR": str(temporary)},
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def until(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not true():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < end, self.said()
            time.sleep(0.2)

    def holds(self, path: str, words: str) -> bool:
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return words in answer.read().decode("utf-8")
        except OSError:
            return False

    def stop(self, how: int = signal.SIGINT) -> None:
        """Ends it; nothing may be left of what it made."""
        assert list(self.temporary.iterdir())
        self.process.send_signal(how)
        assert self.process.wait(PATIENCE) in (0, 130), self.said()
        assert "Traceback" not in self.said()
        assert list(self.temporary.iterdir()) == []


@pytest.fixture
def served(content: Path, tmp_path: Path) -> Iterator[Served]:
    served = Served(content, tmp_path / "log", tmp_path / "temporary")
    served.until(lambda: served.holds("responses/", "</html>"))
    yield served
    if served.process.poll() is None:
        served.stop()


def response_of(content: Path) -> tuple[Path, str]:
    """A response of the fictional register: its file, and its page's address."""
    path = content / "responses/2023-fictional-custody/fictionshire.en.md"
    return path, "responses/2023-fictional-custody/fictionshire/"


def test_what_is_saved_is_shown_and_a_mistake_leaves_what_was_there(content: Path, served: Served) -> None:
    path, address = response_of(content)
    text = path.read_text("utf-8")
    path.write_text(f"{text}\nA sentence that was added.\n", "utf-8")
    served.until(lambda: served.holds(address, "A sentence that was added."))

    path.write_text(text.replace("chief_officer:", "chief_oficer:", 1), "utf-8")
    served.until(lambda: "chief_oficer" in served.said())
    assert served.holds(address, "A sentence that was added.")

    path.write_text(f"{text}\nA sentence in its place.\n", "utf-8")
    served.until(lambda: served.holds(address, "A sentence in its place."))


def test_what_is_saved_twice_in_a_moment_is_shown_and_found(
    content: Path, served: Served, open_page: Callable[..., Page]
) -> None:
    path, address = response_of(content)
    text = path.read_text("utf-8")
    path.write_text(f"{text}\nA sentence that was added.\n", "utf-8")
    served.until(lambda: served.holds(address, "A sentence that was added."))
    path.write_text(f"{text}\nA zither was added.\n", "utf-8")  # while search is made of the first
    served.until(lambda: served.holds(address, "A zither was added."))
    served.until(lambda: served.said().rstrip().split("\n")[-1].startswith("The site is in "))
    page = open_page(f"{served.address}search/?q=zither")
    expect(page.locator("#hits > li").first).to_contain_text("zither", timeout=PATIENCE * 1000)


def test_a_change_of_the_program_holds_though_the_next_build_stands_by(content: Path, tmp_path: Path) -> None:
    project = checkout(tmp_path / "project")
    served = Served(content, tmp_path / "log", tmp_path / "temporary", project)
    served.until(lambda: served.holds("responses/", "</html>"))
    path, address = response_of(content)
    path.write_text(f"{path.read_text('utf-8')}\nA sentence that was added.\n", "utf-8")
    served.until(lambda: served.holds(address, "A sentence that was added."))
    assert not served.holds("responses/page/2/", "</html>")

    lists = project / "hooks/section55/pages/lists.py"
    lists.write_text(lists.read_text("utf-8").replace("PAGE_SIZE = 50", "PAGE_SIZE = 2", 1), "utf-8")
    served.until(lambda: served.holds("responses/page/2/", "</html>"))
    served.stop()


def checkout(project: Path) -> Path:
    """A copy of the program, with a `.venv` of its own that leads to the packages of the one that runs."""
    for folder in ("hooks", "overrides", "scripts"):
        shutil.copytree(ROOT / folder, project / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (ROOT / "mkdocs.yml", *ROOT.glob("requirements*")):
        shutil.copy(path, project)
    here, there = ROOT / ".venv", project / ".venv"
    packages = next(here.glob("lib/python3*/site-packages"))
    (there / packages.relative_to(here)).mkdir(parents=True)
    (there / "bin").symlink_to(here / "bin")
    for name in ("pyvenv.cfg", "installed.json"):
        shutil.copy(here / name, there)
    for path in packages.iterdir():
        if path.name != "section55.pth":  # which leads to the program
            (there / path.relative_to(here)).symlink_to(path)
    return project


def test_search_works_from_it(content: Path, served: Served, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{served.address}search/?q=fictional")
    expect(page.locator("main").get_by_role("link", name="Fiction").first).to_be_visible(timeout=PATIENCE * 1000)


def test_leaves_nothing_when_its_terminal_is_closed(served: Served) -> None:
    served.stop(signal.SIGHUP)
