"""What a built site holds: how many pages of which kinds, how large, and what a reader's browser has to fetch of it."""

import gzip
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import normpath

from section55.pages.addresses import WORDS

HEAVY = 200_000
"""Bytes above which a page is a heavy one."""


@dataclass(frozen=True)
class Largest:
    """The largest page of a kind: its bytes, and its path from the site's root."""

    bytes: int
    path: str


@dataclass(frozen=True)
class Visit:
    """What is fetched for a page, in compressed bytes: on a first visit all that it loads too, on a second it alone."""

    first: int
    second: int
    path: str


@dataclass
class Site:
    """What a site holds, in bytes: its pages, the search index and labels, the open data, and the rest.

    chrome: how much of an average page is around its `<article>`, and most_chrome of any; largest, heavy: by kind of
    page, the largest and how many are heavy; lists: how many pages are lists; most_listed: to how many responses the
    longest of them links; usual_visit, longest_visit: to a response of middle and of greatest length.
    """

    pages: int = 0
    files: int = 0
    html: int = 0
    search: int = 0
    data: int = 0
    other: int = 0
    chrome: int = 0
    most_chrome: int = 0
    largest: dict[str, Largest] = field(default_factory=dict)
    heavy: dict[str, int] = field(default_factory=dict)
    lists: int = 0
    most_listed: int = 0
    usual_visit: Visit | None = None
    longest_visit: Visit | None = None

    @property
    def bytes(self) -> int:
        """All that is to be hosted."""
        return self.html + self.search + self.data + self.other


def measure_site(site: Path, watch: Callable[[], None] = lambda: None) -> Site:
    """Weighs a built site, calling `watch` now and then."""
    result = Site()
    chrome, heavy, responses = 0, Counter[str](), list[tuple[int, str]]()
    for path in site.rglob("*"):
        if not path.is_file():
            continue
        name, size = path.relative_to(site).as_posix(), path.stat().st_size
        result.files += 1
        watch()
        if name.startswith(("pagefind/", "assets/search/")):
            result.search += size
        elif name.startswith("api/"):
            result.data += size
        elif name.endswith(".html"):
            page, address = path.read_bytes(), name.removesuffix("index.html")
            around, kind = size - len(article(page)), kind_of(address)
            result.pages += 1
            result.html += size
            chrome += around
            result.most_chrome = max(result.most_chrome, around)
            heavy[kind] += size > HEAVY
            if size > result.largest.get(kind, Largest(0, "")).bytes:
                result.largest[kind] = Largest(size, name)
            if kind == "list":
                result.lists += 1
                result.most_listed = max(result.most_listed, listed(article(page), address))
            elif kind == "response":
                responses.append((size, name))
        else:
            result.other += size
    result.chrome = chrome // max(1, result.pages)
    result.heavy = {kind: number for kind, number in sorted(heavy.items()) if number}
    if responses:
        responses.sort()
        result.usual_visit = visit(site, responses[len(responses) // 2][1])
        result.longest_visit = visit(site, responses[-1][1])
    return result


def article(page: bytes) -> bytes:
    """What of a page is its own: its `<article>`, nothing where it has none."""
    start, end = page.find(b"<article"), page.rfind(b"</article>")
    return page[start:end] if 0 <= start < end else b""


_HREF = re.compile(rb'href="([^"#?]+)"')


def listed(content: bytes, address: str) -> int:
    """To how many responses a page links; `address` is its own, from the site's root."""
    paths = {normpath(f"{address}{href.decode()}") for href in set(_HREF.findall(content)) if b":" not in href}
    return sum(kind_of(f"{path}/") == "response" for path in paths)


_LOADED = re.compile(r'<link[^>]*rel="(?:stylesheet|icon)"[^>]*>|<(?:script|img)[^>]*\ssrc="[^>]*>')
_ADDRESS = re.compile(r'\s(?:href|src)="([^":]+)"')


def visit(site: Path, name: str) -> Visit:
    """What a visit to a page costs; a style sheet's own files are none, since fonts and pictures are not asked for."""
    page = (site / name).read_bytes()
    folder = name.rpartition("/")[0]
    loaded = {
        normpath(f"{folder}/{address[1]}")
        for tag in _LOADED.findall(page.decode("utf-8"))
        if (address := _ADDRESS.search(tag))
    }
    second = compressed(page)
    return Visit(second + sum(compressed((site / path).read_bytes()) for path in loaded), second, name)


def compressed(data: bytes) -> int:
    """How many bytes are sent for a file, about as hosts compress it."""
    return len(gzip.compress(data, 6))


_ENGLISH = {welsh: english for english, welsh in WORDS.items()}


def kind_of(path: str) -> str:
    """What kind of page stands at an address from the site's root, in either language: `list`, or what it is about."""
    parts = [_ENGLISH.get(part, part) for part in path.removeprefix("cy/").split("/") if part]
    if re.search(r"/page/\d+$", "/" + "/".join(parts)):
        return "list"
    match parts:
        case ["responses" | "inspections" | "recommendations" | "forces"] | ["forces" | "topics", *_]:
            return "list"
        case ["responses", _, _]:
            return "response"
        case ["inspections", _]:
            return "inspection"
        case ["inspections", _, _]:
            return "item"
    return "other"
