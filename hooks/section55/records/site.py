"""What a site is: the record in `content/site.md`."""

from typing import Annotated

from pydantic import Field

from section55.records.fields import AllOrList, Flag, Language, LocalText, Record, Text, Url, Word


class Contact(Record):
    """How to reach those who run the site."""

    name: LocalText = LocalText()
    """Who runs it."""
    email: Text | None = None
    """An office's address, not a person's; gives each page a way to report a problem that needs no account."""
    url: Url | None = None
    """A page with more ways to reach it."""


class Site(Record):
    """A site of responses: a national register's or one office's."""

    name: LocalText = Field(examples=[{"en": "Responses to police inspections"}])
    """The site's name, in each of its languages."""
    languages: tuple[Annotated[Language, Word], ...] = Field(min_length=1, examples=[["en", "cy"]])
    """The languages that the site has pages in."""
    publishes: AllOrList = "all"
    """Whose responses it publishes: `all`, or a list of forces."""
    contact: Contact = Contact()
    """How to reach those who run it."""
    repository: Url | None = None
    """Where its files are kept, the project's address at GitHub; gives each page its links to edit it, to its history and
    to report a problem with it."""
    branch: Text = "main"
    """The branch of the repository that is published, for those links."""
    welsh_reviewed: Flag = False
    """`true` once a Welsh speaker has reviewed the interface; until then the footer of every Welsh page says so."""
