"""What a site is: the record in `content/site.md`."""

from typing import Annotated

from pydantic import Field

from section55.records.fields import AllOrList, Colour, Flag, Language, LocalText, Record, Text, Url, Word


class Contact(Record):
    """How to reach those who run the site."""

    name: LocalText = LocalText()
    """Who runs it."""
    email: Text | None = None
    """An office's address, not a person's; gives each page a way to report a problem that needs no account."""
    phone: Text | None = Field(None, examples=["01632 960 001"])
    """An office's number, not a person's."""
    url: Url | None = None
    """A page with more ways to reach it."""


class Colours(Record):
    """The site's colours, each as the six digits that style guides give, in quotes. Left out: as they come."""

    head: Colour | None = Field(None, examples=['"#17324d"'])
    """Behind the site's name and on buttons; the words on it are white."""
    link: Colour | None = Field(None, examples=['"#13598f"'])
    """Links, on white."""
    link_dark: Colour | None = Field(None, examples=['"#8fc1ee"'])
    """Links, for readers who have set their screens to dark."""


class Site(Record):
    """A site of responses: a national register's or one office's."""

    name: LocalText = Field(examples=[{"en": "Responses to police inspections"}])
    """The site's name, in each of its languages."""
    languages: tuple[Annotated[Language, Word], ...] = Field(min_length=1, examples=[["en", "cy"]])
    """The languages that the site has pages in. The first leads where one page speaks both."""
    publishes: AllOrList = "all"
    """Whose responses it publishes: `all`, or a list of forces."""
    contact: Contact = Contact()
    """How to reach those who run it."""
    logo: Text | None = Field(None, examples=["logo.svg"])
    """A picture beside the site's name, as wide as it is high: the name of its file, which lies beside `site.md`."""
    colours: Colours = Colours()
    """The site's colours. The words on them are checked to stand out enough to be read."""
    repository: Url | None = None
    """Where its files are kept, the project's address at GitHub; gives each page its links to edit it, to its history
    and to report a problem with it. Left out: a public repository that the site is published from."""
    branch: Text = "main"
    """The branch of the repository that is published, for those links."""
    welsh_reviewed: Flag = False
    """`true` once a Welsh speaker has reviewed the interface; until then the footer of every Welsh page says so."""
