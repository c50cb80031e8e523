"""The keys by which records name one another."""

from collections.abc import Collection

SEVERAL = ("all", "rest")
"""The keys of answers to several items: to all, or to those that no other names."""


def split_key(key: str, inspection: str) -> tuple[str, str]:
    """An answer's key as the inspection and item it names: `r1` of the response's own, `2020-prevent/r1` of another."""
    other, _, item = key.rpartition("/")
    return other or inspection, item


def force_of(name: str, forces: Collection[str]) -> str | None:
    """The force, of those given, that a response's file is named for: `gwent` of `gwent` and of `gwent-2`."""
    if name in forces:
        return name
    stem, _, number = name.rpartition("-")
    return stem if stem in forces and number.isdecimal() and not number.startswith("0") and int(number) >= 2 else None
