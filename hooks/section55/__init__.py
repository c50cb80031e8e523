"""Responses to police inspections under section 55 of the Police Act 1996: records, rules, register and pages.

The package knows nothing of MkDocs: `hooks/*.py` are the adapters between the two.
"""
