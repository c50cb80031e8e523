"""An output: some files that a build makes, and the key that tells whether they have to be made again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

SITE, SEARCHED = "site", "searched"
"""The trees that files belong to: the site itself, and what Pagefind reads, which is not published."""


class File(NamedTuple):
    """A file to be written: its path, which begins with its tree, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True)
class Output:
    """Files that are made together.

    name: unique in a build; key: the digest of all that decides the files; make: gives them; group: that of the outputs
    which look at the same records and are best made one after another.
    """

    name: str
    key: str
    make: Callable[[], Iterable[File]]
    group: str = ""
