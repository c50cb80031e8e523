"""Records of a generated register: what an inspection and a response are, before they are written in a language."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, eq=False)
class Force:
    """A force of the register: its slug, the name of its area, and whether it is in Wales."""

    slug: str
    area: str
    is_welsh: bool


@dataclass(frozen=True, eq=False)
class Item:
    """An item of an inspection; `number` is empty where its report prints none."""

    id: str
    kind: str
    number: str
    addressed_to: tuple[str, ...]
    parent: str = ""

    def concerns(self, force: str) -> bool:
        """Whether it is addressed to a force, by name or with all."""
        return bool({force, "all-forces", "chief-constables", "local-policing-bodies"} & set(self.addressed_to))


@dataclass(frozen=True, eq=False)
class Inspection:
    """An inspection: its facts, as front matter has them, its items, and its title by language."""

    id: str
    published: date
    titles: dict[str, str]
    facts: dict[str, Any]
    items: tuple[Item, ...]


@dataclass(frozen=True, eq=False)
class Response:
    """A response: which one of its force to its inspection, its facts, and what its texts are to hold.

    layout: the form that its document has; languages: of its texts, the original first; length: in words; answers: the
    items with a part of their own, and the body's positions; block: the position on all, or the rest, of the items.
    """

    inspection: Inspection
    force: Force
    number: int
    layout: str
    languages: tuple[str, ...]
    length: int
    facts: dict[str, Any]
    signed_by: str = ""
    role: str = "role"
    day: date | None = None
    items: tuple[tuple[Item, str], ...] = ()
    block: str = ""
    chief_officer: str = "not-stated"
    second: dict[str, Any] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The last part of its name."""
        return self.force.slug if self.number == 1 else f"{self.force.slug}-{self.number}"
