"""The registry of fixes, by the code of the rule that finds what they put right."""

from collections.abc import Callable, Iterator

from section55.fixing.edits import Edit
from section55.reading.content import Document
from section55.rules.registry import Found

Fixer = Callable[[Document, Found], Iterator[Edit]]

FIXERS: dict[str, Fixer] = {}
"""All fixes, by the code of their rule."""


def fixes(code: str) -> Callable[[Fixer], Fixer]:
    """Enters a function in the registry: from a thing that breaks the rule, in its document, to what would be right."""

    def enter(fixer: Fixer) -> Fixer:
        if code in FIXERS:
            raise ValueError(f"there is a fix for {code} already")
        FIXERS[code] = fixer
        return fixer

    return enter
