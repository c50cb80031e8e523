"""What a build is made with: the digest of this program, its templates, and the libraries that it runs on."""

import sys
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from section55.digests import digest

_HOOKS = Path(__file__).parents[1]


@cache
def libraries() -> str:
    """The digest of Python's own version and of those of all that is installed."""
    installed = sorted({f"{each.metadata['Name']} {each.version}" for each in distributions()})
    return digest(sys.version, sys.platform, *installed)


def program(*folders: Path) -> str:
    """The digest of the hooks, this package among them, and of other folders that decide what is built, such as that of
    templates.
    """
    parts: list[object] = [libraries()]
    for folder in (_HOOKS, *folders):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                parts += [path.relative_to(folder).as_posix(), path.read_bytes()]
    return digest(*parts)
