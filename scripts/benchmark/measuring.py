"""Checking, building and serving a register by the project's own commands."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmark.processes import Run, python, run
from benchmark.serving import saved_to_shown
from benchmark.site import Site, measure_site

ROOT = Path(__file__).parents[2]

CHECK_COLD, CHECK_CHANGED = "check, cold", "check, one response changed"
BUILD_COLD, BUILD_CHANGED = "build, cold", "build, one response changed"
BUILD_SAME = "build, nothing changed"
STEPS = (CHECK_COLD, BUILD_COLD, CHECK_CHANGED, BUILD_CHANGED, BUILD_SAME)
"""What is measured of a register, in this order. Cold: nothing is there that an earlier command left."""

SERVE = "serve, from saving to the fresh page"
"""What is measured if it is asked for; the processors' seconds are not, since the server is waiting all the while."""


@dataclass(frozen=True)
class Figures:
    """What one register cost: its size, each step, and the site that came of it."""

    responses: int
    records: int
    content_bytes: int
    steps: dict[str, Run]
    site: Site


def measure(
    responses: int,
    content: Path,
    folder: Path,
    step: Callable[[str], Callable[[], None]],
    *,
    serves: bool = False,
) -> Figures:
    """Measures a register that stands in `content`; `step` is told what begins and gives what to call meanwhile.

    folder: empty, or not there; all that commands leave for the next ones is in it. serves: whether to measure `serve`.
    """
    records = [path for path in content.rglob("*.md")]
    content_bytes = sum(path.stat().st_size for path in records)
    folder.mkdir(parents=True, exist_ok=True)
    site = folder / "site"
    check = python(ROOT / "scripts/check", "--content", content, "--texts", folder / "checked.sqlite")
    build = python(ROOT / "scripts/build", "--quiet", "--content", content, "--output", site)
    steps = {CHECK_COLD: run(check, ROOT, step(CHECK_COLD)), BUILD_COLD: run(build, ROOT, step(BUILD_COLD))}
    measured = measure_site(site, step("looking at the site"))
    change_one(content)
    for name, command in ((CHECK_CHANGED, check), (BUILD_CHANGED, build), (BUILD_SAME, build)):
        steps[name] = run(command, ROOT, step(name))
    shutil.rmtree(folder)
    if serves:
        steps[SERVE] = saved_to_shown(ROOT / "scripts/serve", content, change_one, step(SERVE))
    return Figures(responses, len(records), content_bytes, steps, measured)


ADDED = "This sentence was added to see what one change costs."


def change_one(content: Path) -> Path:
    """Adds a sentence to one response whose text is shown, in the middle of all; gives its file."""
    files = sorted(content.glob("responses/*/*.en.md"))
    from_the_middle = files[len(files) // 2 :] + files
    changed = next(path for path in from_the_middle if "\nstatus:" not in path.read_text(encoding="utf-8"))
    with changed.open("a", encoding="utf-8", newline="\n") as file:
        file.write(f"\n{ADDED}\n")
    return changed
