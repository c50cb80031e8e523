"""What a national register must reach, and whether the figures do.

They are meant for 10,000 responses on two cores; growth from 1,000 to 20,000.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmark.comparison import HUGO, MKDOCS, Compared
from benchmark.growth import doublings
from benchmark.measuring import BUILD_CHANGED, BUILD_COLD, CHECK_CHANGED, CHECK_COLD, SERVE, Figures
from benchmark.site import HEAVY
from benchmark.units import ratio, seconds, size

MEANT_FOR = 10_000
"""Responses."""

_PROCESS, _PAGEFIND = 2_000_000_000, 3_000_000_000
_SITE, _CHROME = 700_000_000, 6_000
_FIRST, _SECOND = 100_000, 15_000
_GROWTH, _FEW_SECONDS = 2.1, 5.0


@dataclass(frozen=True)
class Target:
    """What must be so, what is, and whether that is reached; None where this run has not measured it."""

    what: str
    limit: str
    figure: str
    reached: bool | None

    @property
    def verdict(self) -> str:
        """The same in words."""
        return {True: "reached", False: "not reached", None: "not measured"}[self.reached]


def of(measured: Sequence[Figures]) -> Figures:
    """The register that is held against the targets: that which they are meant for, or else the largest."""
    return next((each for each in measured if each.responses == MEANT_FOR), measured[-1])


def targets(measured: Sequence[Figures], compared: Sequence[Compared]) -> Iterator[Target]:
    """Each target; `compared`: what other tools cost with the same register."""
    ours = of(measured)
    cold = ours.steps[BUILD_COLD].seconds
    for tool, must in ((HUGO, "no slower"), (MKDOCS, "the aim: no slower")):
        theirs = next((other.seconds for other in compared if other.tool == tool), None)
        figure = f"{seconds(cold)} s to {seconds(theirs)} s: {ratio(cold / theirs)} times" if theirs else "–"
        yield Target(f"{BUILD_COLD}, to {tool}", must, figure, cold <= theirs if theirs else None)
    for name, part, called in (
        (BUILD_CHANGED, 10, "a tenth of the cold build"),
        (CHECK_COLD, 3, "a third of the cold build"),
        (CHECK_CHANGED, 10, "a tenth of the cold build"),
    ):
        taken = ours.steps[name].seconds
        figure = f"{seconds(taken)} s of {seconds(cold)} s: 1/{cold / taken:.1f}"
        yield Target(name, called, figure, taken * part <= cold)
    if SERVE in ours.steps:
        taken = ours.steps[SERVE].seconds
        yield Target(SERVE, "a few seconds", f"{seconds(taken)} s", taken <= _FEW_SECONDS)
    else:
        yield Target(SERVE, "a few seconds", "–", None)
    yield _most("memory of the largest process", _PROCESS, [step.memory for step in ours.steps.values()])
    yield _most("memory of the largest Pagefind", _PAGEFIND, [step.pagefind_memory for step in ours.steps.values()])
    for name in (f"{BUILD_COLD}: seconds", f"{CHECK_COLD}: seconds", "site"):
        most = max((each for each in doublings(measured, name) if each is not None), default=None)
        what, must = f"growth for twice the responses, {name}", f"{_GROWTH} times"
        yield Target(what, must, ratio(most) if most is None else f"{ratio(most)} times", most and most <= _GROWTH)
    yield from _of_the_site(ours)


def _of_the_site(ours: Figures) -> Iterator[Target]:
    site = ours.site
    yield _most("the site", _SITE, [site.bytes])
    yield _most("chrome of any page", _CHROME, [site.most_chrome])
    pages = [page.bytes for kind, page in site.largest.items() if kind != "response"]
    yield _most("largest page, the responses’ own documents apart", HEAVY, pages)
    yield Target(
        "no list page that holds all records",
        f"fewer than {ours.responses:,}",
        f"{site.most_listed:,} responses",
        site.most_listed < ours.responses,
    )
    first, second = site.longest_visit, site.usual_visit
    yield _most("a response, first visit, compressed: the longest", _FIRST, [first and first.first])
    yield _most("a response, second visit, compressed: the usual one", _SECOND, [second and second.second])


def _most(what: str, limit: int, sizes: Sequence[int | None]) -> Target:
    most = max((each for each in sizes if each is not None), default=None)
    return Target(what, f"under {size(limit)}", size(most), None if most is None else most < limit)
