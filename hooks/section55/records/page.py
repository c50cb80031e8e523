"""A page of the site's own: what the site is, its accessibility statement, and such."""

from pydantic import Field

from section55.records.fields import Record, Slug, Text


class OwnPage(Record):
    """A page that is no record. Its file is named `<name>.<language>`; the same name in both makes one page."""

    title: Text
    """Its heading and the title of its window."""
    address: Slug | None = Field(None, examples=["about"])
    """The last part of its address, in this language; left out, the file's name."""
    description: Text | None = None
    """A sentence for search engines and link previews."""
