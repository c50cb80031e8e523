"""How those who keep a page are reached: a report that is filled in already, and the page's files in the repository."""

from collections.abc import Callable, Sequence
from typing import NamedTuple
from urllib.parse import quote, urlencode

from section55.records import Site

_LONGEST = 80
"""How much of a page's title a report begins with: every page carries it, so it is no more than is needed."""


class Reports(NamedTuple):
    """Where a problem with a page can be told of; empty where there is no such way.

    issue: a new issue in the repository, which needs an account; email: a letter to the office; contact: a page that
    tells of other ways.
    """

    issue: str
    email: str
    contact: str


class Kept(NamedTuple):
    """A file that a page is made of: its path in the repository, where it is edited, and where its history is."""

    path: str
    edit: str
    history: str


def reports(site: Site, title: str, address: str, paths: Sequence[str], gettext: Callable[[str], str]) -> Reports:
    """The ways to tell of a problem with the page of a title, each filled in with where the page stands."""
    contact = site.contact
    if len(title) > _LONGEST:
        title = f"{title[:_LONGEST].rpartition(' ')[0]}…"
    about = gettext("Problem with the page “%(title)s”") % {"title": title}

    def filled_in(where: str, **fields: str) -> str:
        return f"{where}?{urlencode(fields, quote_via=quote)}"

    files = "\n".join((address, *paths))
    return Reports(
        filled_in(f"{_root(site)}/issues/new", title=about, body=files) if site.repository else "",
        filled_in(f"mailto:{quote(contact.email, safe='@')}", subject=about, body=address) if contact.email else "",
        contact.url or "",
    )


def kept(site: Site, paths: Sequence[str]) -> list[Kept]:
    """The files in the repository; none where the site names no repository."""
    if not site.repository:
        return []
    root, branch = _root(site), quote(site.branch)
    return [Kept(path, f"{root}/edit/{branch}/{path}", f"{root}/commits/{branch}/{path}") for path in paths]


def _root(site: Site) -> str:
    return str(site.repository).rstrip("/")
