"""Rules of text: what Markdown would eat, and what a page cannot show or lead to.

What is a matter of judgement is a warning. An error is what would be lost or shown wrongly beyond doubt. Importing this
enters them all in the registry.
"""

from section55.rules.text import headings, lines, links, lists, marks, tables, tags

__all__ = ["headings", "lines", "links", "lists", "marks", "tables", "tags"]
