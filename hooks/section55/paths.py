"""How paths are shown to people: from where they stand, where that is shorter than from the root."""

from pathlib import Path


def shown(path: Path) -> str:
    """`path` from the present folder if it is below it, else whole; with `/` on every system."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return path.resolve().as_posix()
