"""An output: some files that a build makes, and the key that tells whether they have to be made again."""

import hashlib
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


def digest(*parts: object) -> str:
    """One key for several values, each taken by what it is when printed; in 32 hexadecimal digits."""
    hashed = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        hashed.update(b"%d:" % len(data))  # so that no two lists of parts are one
        hashed.update(data)
    return hashed.hexdigest()
