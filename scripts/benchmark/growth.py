"""How costs grow with a register."""

import math
from collections.abc import Callable, Iterator, Sequence

from benchmark.measuring import BUILD_COLD, STEPS, Figures

FIGURES: dict[str, Callable[[Figures], float | None]] = {
    **{f"{name}: seconds": (lambda each, name=name: each.steps[name].seconds) for name in STEPS},
    **{f"{name}: processors": (lambda each, name=name: each.steps[name].cpu_seconds) for name in STEPS},
    "memory": lambda each: each.steps[BUILD_COLD].memory,
    "site": lambda each: each.site.bytes,
    **{part: (lambda each, part=part: getattr(each.site, part)) for part in ("html", "search", "data")},
}
"""What is looked at, by what it is called."""


def doublings(measured: Sequence[Figures], name: str) -> Iterator[float | None]:
    """How many times a figure is as great for twice the responses, from each register to the next: 2 is linear."""
    for first, then in zip(measured, measured[1:], strict=False):
        before, after = FIGURES[name](first), FIGURES[name](then)
        if not before or not after or first.responses == then.responses:
            yield None
        else:
            yield 2 ** (math.log(after / before) / math.log(then.responses / first.responses))
