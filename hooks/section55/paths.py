"""How paths are shown to people."""

from pathlib import Path


def shown(path: Path) -> str:
    """`path` from where people stand if it is below the present folder, else whole; with `/` on every system."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return path.resolve().as_posix()


def printable(path: str) -> str:
    """A path as any screen can show it, whatever characters and bytes a file system allows in a name."""
    if path.isprintable():
        return path
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in path)
