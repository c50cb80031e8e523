"""The rules that records must satisfy, one function a rule; importing this enters them all in the registry."""

from section55.rules import dates, disclosure, form, history, languages, references, site, statute, text
from section55.rules.examining import examine
from section55.rules.registry import RULES, Rule

__all__ = [
    "RULES",
    "Rule",
    "dates",
    "disclosure",
    "examine",
    "form",
    "history",
    "languages",
    "references",
    "site",
    "statute",
    "text",
]
