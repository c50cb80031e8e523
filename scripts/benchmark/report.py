"""Figures as tables for people, and as JSON for programs."""

import math
import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from benchmark.comparison import Compared
from benchmark.measuring import STEPS, Figures
from benchmark.processes import Run

_VERSIONS = ("mkdocs", "mkdocs-material", "markdown", "pydantic", "pagefind")


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows in columns: the first column to the left, the others to the right."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return "\n".join(
        "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]).rstrip() for row in rows
    )


def shown(measured: Sequence[Figures], compared: Sequence[tuple[int, Compared | str]] = ()) -> str:
    """All figures: a column for each register, how costs grow between them, and the other tools."""
    parts = [machine_line(), table(list(_rows(measured)))]
    if len(measured) > 1:
        parts.append(table(list(_growth(measured))))
    for figures in measured:
        others = [other for responses, other in compared if responses == figures.responses]
        if tools := [other for other in others if isinstance(other, Compared)]:
            parts.append(table(list(_comparison(figures, tools))))
        parts += [other for other in others if isinstance(other, str)]
    return "\n\n".join(parts)


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
    return f"{cores} cores, {system}; " + ", ".join(f"{name} {number}" for name, number in found.items())


def as_json(measured: Sequence[Figures], compared: Sequence[tuple[int, Compared | str]]) -> dict[str, Any]:
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
    }


def _rows(measured: Sequence[Figures]) -> Iterator[tuple[str, ...]]:
    yield "responses", *(f"{each.responses:,}" for each in measured)
    yield "records (files)", *(f"{each.records:,}" for each in measured)
    for name in STEPS:
        yield f"{name}: seconds", *(f"{each.steps[name].seconds:.1f}" for each in measured)
        yield "  of the processors", *(f"{each.steps[name].cpu_seconds:.1f}" for each in measured)
        yield "  largest process", *(_size(each.steps[name].memory) for each in measured)
        if "build" in name:
            yield "  largest Pagefind", *(_size(each.steps[name].pagefind_memory) for each in measured)
    yield "pages", *(f"{each.site.pages:,}" for each in measured)
    yield "build, cold: ms a page", *(
        f"{each.steps['build, cold'].seconds * 1000 / max(1, each.site.pages):.2f}" for each in measured
    )
    yield "site", *(_size(each.site.bytes) for each in measured)
    for name in ("html", "search", "data", "other"):
        yield f"  {name}", *(_size(getattr(each.site, name)) for each in measured)
    yield "chrome a page", *(_size(each.site.chrome) for each in measured)
    kinds = sorted({kind for each in measured for kind in each.site.largest})
    for kind in kinds:
        yield f"largest page: {kind}", *(
            _size(each.site.largest[kind].bytes if kind in each.site.largest else None) for each in measured
        )


def _steps_up(measured: Sequence[Figures]) -> list[str]:
    return [f"{first.responses:,} → {then.responses:,}" for first, then in zip(measured, measured[1:], strict=False)]


def _growth(measured: Sequence[Figures]) -> Iterator[tuple[str, ...]]:
    """By how much each cost grows for twice the responses: 2.00 is linear."""
    yield "for twice the responses", *_steps_up(measured)
    pairs = list(zip(measured, measured[1:], strict=False))
    figures = {f"{name}: seconds": (lambda each, name=name: each.steps[name].seconds) for name in STEPS}
    figures |= {f"{name}: processors": (lambda each, name=name: each.steps[name].cpu_seconds) for name in STEPS}
    figures |= {"memory": lambda each: each.steps["build, cold"].memory, "site": lambda each: each.site.bytes}
    figures |= {part: (lambda each, part=part: getattr(each.site, part)) for part in ("html", "search", "data")}
    for name, figure in figures.items():
        yield name, *(_doubling(first, then, figure(first), figure(then)) for first, then in pairs)


def _doubling(first: Figures, then: Figures, before: float | None, after: float | None) -> str:
    if not before or not after or first.responses == then.responses:
        return "–"
    power = math.log(after / before) / math.log(then.responses / first.responses)
    return f"{2**power:.2f}"


def _comparison(ours: Figures, others: Sequence[Compared]) -> Iterator[tuple[str, ...]]:
    """A row for this site and for each other tool; in the last two columns how many times as long this site takes."""
    cold = ours.steps["build, cold"]
    yield (f"{ours.responses:,} responses", "seconds", "processors", "pages", "site", "ours ÷ it", "processors")
    yield ("this site, all of it", *_costs([cold]), f"{ours.site.pages:,}", _size(ours.site.bytes), "", "")
    for other in others:
        steps = list(other.steps.values())
        ratios = (
            cold.seconds / max(0.01, sum(step.seconds for step in steps)),
            cold.cpu_seconds / max(0.01, sum(step.cpu_seconds for step in steps)),
        )
        yield (
            other.tool, *_costs(steps), f"{other.pages:,}", _size(other.bytes), *(f"{ratio:.2f}" for ratio in ratios)
        )
        for name, step in other.steps.items() if len(steps) > 1 else ():
            yield (f"  {name}", *_costs([step]), "", "", "", "")


def _costs(steps: Sequence[Run]) -> tuple[str, str]:
    return f"{sum(step.seconds for step in steps):.1f}", f"{sum(step.cpu_seconds for step in steps):.1f}"


def _size(size: int | None) -> str:
    if size is None:
        return "–"
    for unit, limit in (("B", 1000), ("kB", 1000**2), ("MB", 1000**3)):
        if size < limit:
            return f"{size / limit * 1000:,.{0 if unit == 'B' else 1}f} {unit}"
    return f"{size / 1000**3:,.2f} GB"
