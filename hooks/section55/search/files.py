"""Pagefind's files: compressed, behind a signature."""

import gzip
from pathlib import Path

_SIGNATURE = b"pagefind_dcd"


def read(path: Path) -> bytes:
    """What one of Pagefind's files holds. Raises `ValueError` where it is none."""
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_SIGNATURE):
        raise ValueError(f"{path.name} has no signature")
    return data.removeprefix(_SIGNATURE)


def write(path: Path, data: bytes) -> None:
    """Writes one of Pagefind's files, with the same bytes on any system."""
    # Not `gzip.compress`, whose head tells the system that it ran on.
    with path.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as compressed:
        compressed.write(_SIGNATURE + data)
