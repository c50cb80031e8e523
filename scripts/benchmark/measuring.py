"""Checking and building a register by the project's own commands, and what its site holds."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from section55.pages.addresses import WORDS

from benchmark.processes import Run, python, run

ROOT = Path(__file__).parents[2]

STEPS = ("check, cold", "build, cold", "build, one response changed", "check again")
"""What is measured of a register, in this order."""


@dataclass(frozen=True)
class Largest:
    """The largest page of a kind: its bytes, and its path from the site's root."""

    bytes: int
    path: str


@dataclass
class Site:
    """What a site holds, in bytes: its pages, the search index and labels, the open data, and the rest.

    chrome: how much of an average page is the same on others: all but its `<article>`; largest: by kind of page.
    """

    pages: int = 0
    files: int = 0
    html: int = 0
    search: int = 0
    data: int = 0
    other: int = 0
    chrome: int = 0
    largest: dict[str, Largest] = field(default_factory=dict)

    @property
    def bytes(self) -> int:
        """All that is to be hosted."""
        return self.html + self.search + self.data + self.other


@dataclass(frozen=True)
class Figures:
    """What one register cost: its size, each step, and the site that came of it."""

    responses: int
    records: int
    content_bytes: int
    steps: dict[str, Run]
    site: Site


def measure(responses: int, content: Path, output: Path, step: Callable[[str], Callable[[], None]]) -> Figures:
    """Measures a register that stands in `content`; `step` is told what begins and gives what to call meanwhile.

    What a command leaves for the next one it leaves in or beside `output`, which has nothing before each cold step.
    """
    records = [path for path in content.rglob("*.md")]
    content_bytes = sum(path.stat().st_size for path in records)
    check = python(ROOT / "scripts/check", "--content", content)
    build = python(ROOT / "scripts/build", "--content", content, "--output", output)
    steps: dict[str, Run] = {}
    for name, command in zip(STEPS, (check, build, build, check), strict=True):
        if "cold" in name:
            shutil.rmtree(output.parent, ignore_errors=True)
            output.parent.mkdir(parents=True)
        if "changed" in name:
            change_one(content)
        steps[name] = run(command, ROOT, step(name))
        if name == "build, cold":
            site = measure_site(output, step("looking at the site"))
    return Figures(responses, len(records), content_bytes, steps, site)


def change_one(content: Path) -> Path:
    """Adds a sentence to one response, in the middle of all; gives its file."""
    files = sorted(content.glob("responses/*/*.en.md"))
    changed = files[len(files) // 2]
    with changed.open("a", encoding="utf-8", newline="\n") as file:
        file.write("\nThis sentence was added to see what one change costs.\n")
    return changed


def measure_site(site: Path, watch: Callable[[], None] = lambda: None) -> Site:
    """Weighs a built site."""
    result = Site()
    chrome = 0
    for path in site.rglob("*"):
        if not path.is_file():
            continue
        name, size = path.relative_to(site).as_posix(), path.stat().st_size
        result.files += 1
        watch()
        if name.startswith(("pagefind/", "assets/search/")):
            result.search += size
        elif name.startswith("api/"):
            result.data += size
        elif name.endswith(".html"):
            result.pages += 1
            result.html += size
            chrome += size - _article_size(path.read_bytes())
            kind = kind_of(name.removesuffix("index.html"))
            if size > result.largest.get(kind, Largest(0, "")).bytes:
                result.largest[kind] = Largest(size, name)
        else:
            result.other += size
    result.chrome = chrome // max(1, result.pages)
    return result


def _article_size(page: bytes) -> int:
    start, end = page.find(b"<article"), page.rfind(b"</article>")
    return end - start if 0 <= start < end else 0


_ENGLISH = {welsh: english for english, welsh in WORDS.items()}


def kind_of(path: str) -> str:
    """What kind of page stands at an address from the site's root, in either language: `list`, or what it is about."""
    parts = [_ENGLISH.get(part, part) for part in path.removeprefix("cy/").split("/") if part]
    if re.search(r"/page/\d+$", "/" + "/".join(parts)):
        return "list"
    match parts:
        case ["responses" | "inspections" | "recommendations" | "forces"] | ["forces" | "topics", *_]:
            return "list"
        case ["responses", _, _]:
            return "response"
        case ["inspections", _]:
            return "inspection"
        case ["inspections", _, _]:
            return "item"
    return "other"
