"""Figures as tables for people, and as JSON for programs."""

import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from benchmark.comparison import Compared
from benchmark.growth import FIGURES, doublings
from benchmark.measuring import BUILD_COLD, SERVE, STEPS, Figures
from benchmark.processes import Run
from benchmark.targets import Target, of, targets
from benchmark.units import ratio, seconds, size

_VERSIONS = ("mkdocs", "mkdocs-material", "markdown", "pydantic", "pagefind", "hugo")

Others = Sequence[tuple[int, Compared | str]]
"""What other tools cost, or why one is not compared, each with the size of the register."""


def table(rows: Sequence[Sequence[str]], left: int = 1) -> str:
    """Rows in columns: the first `left` of them to the left, the others to the right."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place < left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def shown(measured: Sequence[Figures], compared: Others = ()) -> str:
    """All figures: a column for each register, how costs grow between them, the other tools, and what is reached."""
    parts = [machine_line(), table(list(_rows(measured)))]
    if len(measured) > 1:
        parts.append(table(list(_growth(measured))))
    for figures in measured:
        others = [other for responses, other in compared if responses == figures.responses]
        if tools := [other for other in others if isinstance(other, Compared)]:
            parts.append(table(list(_comparison(figures, tools))))
        parts += [other for other in others if isinstance(other, str)]
    head = (f"at {of(measured).responses:,} responses", "must be", "is", "")
    rows = [(each.what, each.limit, each.figure, each.verdict) for each in _targets(measured, compared)]
    return "\n\n".join([*parts, table([head, *rows], left=4)])


def _targets(measured: Sequence[Figures], compared: Others) -> Iterator[Target]:
    others = (other for responses, other in compared if responses == of(measured).responses)
    return targets(measured, [other for other in others if isinstance(other, Compared)])


def machine() -> dict[str, Any]:
    """What was measured on, and with what: figures of another machine are no comparison."""
    found: dict[str, Any] = {
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    }
    for package in _VERSIONS:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = None
    return found


def machine_line() -> str:
    """The same in a line."""
    found = machine()
    cores, system = found.pop("cores"), found.pop("system")
    return f"{cores} cores, {system}; " + ", ".join(f"{name} {number}" for name, number in found.items() if number)


def as_json(measured: Sequence[Figures], compared: Others) -> dict[str, Any]:
    """All figures, in seconds and bytes."""
    return {
        "machine": machine(),
        "registers": [
            asdict(each) | {"site": asdict(each.site) | {"bytes": each.site.bytes}} for each in measured
        ],
        "growth": [dict(zip(("figure", *_steps_up(measured)), row, strict=True)) for row in _growth(measured)][1:],
        "compared": [
            {"responses": responses, "told": other}
            if isinstance(other, str)
            else {"responses": responses} | asdict(other) | {"seconds": other.seconds}
            for responses, other in compared
        ],
        "targets": [
            {"responses": of(measured).responses} | asdict(each) for each in _targets(measured, compared)
        ],
    }


def _rows(measured: Sequence[Figures]) -> Iterator[tuple[str, ...]]:
    yield "responses", *(f"{each.responses:,}" for each in measured)
    yield "records (files)", *(f"{each.records:,}" for each in measured)
    yield "  in bytes", *(size(each.content_bytes) for each in measured)
    for name in (*STEPS, SERVE):
        steps = [each.steps.get(name) for each in measured]
        if not any(steps):
            continue
        yield f"{name}: seconds", *(seconds(step and step.seconds) for step in steps)
        if name != SERVE:
            yield "  of the processors", *(seconds(step and step.cpu_seconds) for step in steps)
        yield "  largest process", *(size(step and step.memory) for step in steps)
        if any(step and step.pagefind_memory for step in steps):
            yield "  largest Pagefind", *(size(step and step.pagefind_memory) for step in steps)
    yield "pages", *(f"{each.site.pages:,}" for each in measured)
    yield "  ms a page, build, cold", *(
        f"{each.steps[BUILD_COLD].seconds * 1000 / max(1, each.site.pages):.2f}" for each in measured
    )
    yield "  that are lists", *(f"{each.site.lists:,}" for each in measured)
    yield "files", *(f"{each.site.files:,}" for each in measured)
    yield "site", *(size(each.site.bytes) for each in measured)
    for name in ("html", "search", "data", "other"):
        yield f"  {name}", *(size(getattr(each.site, name)) for each in measured)
    yield "chrome a page", *(size(each.site.chrome) for each in measured)
    yield "  of any page, at most", *(size(each.site.most_chrome) for each in measured)
    for kind in sorted({kind for each in measured for kind in each.site.largest}):
        yield f"largest page: {kind}", *(
            size(each.site.largest[kind].bytes if kind in each.site.largest else None) for each in measured
        )
    for kind in sorted({kind for each in measured for kind in each.site.heavy}):
        yield f"pages over 200 kB: {kind}", *(f"{each.site.heavy.get(kind, 0):,}" for each in measured)
    yield "most responses on a list page", *(f"{each.site.most_listed:,}" for each in measured)
    for called, which in (("usual", "usual_visit"), ("longest", "longest_visit")):
        visits = [getattr(each.site, which) for each in measured]
        yield f"{called} response, compressed, first visit", *(size(visit and visit.first) for visit in visits)
        yield "  second visit", *(size(visit and visit.second) for visit in visits)


def _steps_up(measured: Sequence[Figures]) -> list[str]:
    return [f"{first.responses:,} → {then.responses:,}" for first, then in zip(measured, measured[1:], strict=False)]


def _growth(measured: Sequence[Figures]) -> Iterator[tuple[str, ...]]:
    """By how much each cost grows for twice the responses: 2.00 is linear."""
    yield "for twice the responses", *_steps_up(measured)
    for name in FIGURES:
        yield name, *map(ratio, doublings(measured, name))


def _comparison(ours: Figures, others: Sequence[Compared]) -> Iterator[tuple[str, ...]]:
    """A row for this site and for each other tool; in the last two columns how many times as long this site takes."""
    cold = ours.steps[BUILD_COLD]
    yield (f"{ours.responses:,} responses", "seconds", "processors", "pages", "site", "ours ÷ it", "processors")
    yield ("this site, all of it", *_costs([cold]), f"{ours.site.pages:,}", size(ours.site.bytes), "", "")
    for other in others:
        steps = list(other.steps.values())
        ratios = (
            cold.seconds / max(0.01, sum(step.seconds for step in steps)),
            (cold.cpu_seconds or 0) / max(0.01, sum(step.cpu_seconds or 0 for step in steps)),
        )
        yield (other.tool, *_costs(steps), f"{other.pages:,}", size(other.bytes), *map(ratio, ratios))
        for name, step in other.steps.items() if len(steps) > 1 else ():
            yield (f"  {name}", *_costs([step]), "", "", "", "")


def _costs(steps: Sequence[Run]) -> tuple[str, str]:
    return seconds(sum(step.seconds for step in steps)), seconds(sum(step.cpu_seconds or 0 for step in steps))
