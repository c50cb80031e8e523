"""Figures as people read them."""


def size(count: int | None) -> str:
    """Bytes."""
    if count is None:
        return "–"
    for unit, limit in (("B", 1000), ("kB", 1000**2), ("MB", 1000**3)):
        if count < limit:
            return f"{count / limit * 1000:,.{0 if unit == 'B' else 1}f} {unit}"
    return f"{count / 1000**3:,.2f} GB"


def seconds(count: float | None) -> str:
    """Seconds."""
    return "–" if count is None else f"{count:,.1f}"


def ratio(value: float | None) -> str:
    """How many times as much."""
    return "–" if value is None else f"{value:.2f}"
