"""How the index of a language is divided, so that a change of one text has a small one made again, and what each holds.

Pagefind has no incremental mode, and an index cannot be taken apart. So texts are divided by the years of their
reports, some years together so that a reader has few indexes to ask: a year with the ones before it until there are
enough, or with it would be far too many. Which texts are together depends on nothing but how many there are of each
year, and a new report changes the last one alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from section55.digests import digest
from section55.pages.page import Page
from section55.publishing import File, Leavings, Output
from section55.publishing.outputs import SEARCHED, SITE
from section55.search.index import ROOT, VERSION, shared, write_index

ENOUGH = 1000
"""How many texts a shard has before the next year begins another: some seconds of Pagefind's work, and for a reader
some 40 kB of each shard. The first results cost the same whatever it is."""

Shards = Mapping[tuple[str, int], str]
"""The name of the shard that texts of a language and year stand in."""


def shards(pages: Iterable[Page]) -> Shards:
    """The shards of all pages that search finds. What belongs to no year stands with the last ones."""
    numbers: dict[str, Counter[int]] = {}
    for page in pages:
        if page.indexed:
            numbers.setdefault(page.language, Counter())[page.indexed.shard] += 1
    named: dict[tuple[str, int], str] = {}
    for language, by_year in numbers.items():
        groups: list[list[int]] = [[]]
        held = 0
        for year in sorted(by_year.keys() - {0}):
            if held >= ENOUGH or held > ENOUGH / 2 and held + by_year[year] > ENOUGH * 3 / 2:
                groups.append([])
                held = 0
            groups[-1].append(year)
            held += by_year[year]
        groups[-1].append(0)
        for years in groups:
            named |= {(language, year): f"{language}/{years[0]}" for year in years}
    return named


def document_path(page: Page, shard: str) -> str:
    """Where what Pagefind reads of a page stands among the files of a build."""
    return f"{SEARCHED}/{shard}/{page.path}index.html"


def bundle(shard: str) -> str:
    """Where a shard's index stands, from the site's root."""
    return f"{ROOT}{shard}/"


def is_index(output: str) -> bool:
    """Whether an output of that name is a shard's index."""
    return output.startswith(ROOT)


def outputs(documents: Mapping[str, Sequence[tuple[str, str]]], leavings: Leavings) -> Iterator[Output]:
    """The index of each shard, and the program that asks them; `documents` gives, by shard, the path and the digest of
    each document in it.
    """
    if documents:
        yield Output(ROOT, digest(VERSION), _program)
    for shard, members in documents.items():
        yield Output(
            bundle(shard),
            digest(VERSION, *sorted(members)),
            partial(_index, shard, [path for path, _ in members], leavings),
        )


def _program() -> Iterator[File]:
    for name, content in shared().items():
        yield File(f"{SITE}/{ROOT}{name}", content)


def _index(shard: str, paths: Iterable[str], leavings: Leavings) -> Iterator[File]:
    """The files of an index."""
    documents = {}
    for path in sorted(paths):
        new = leavings.next / path
        kept = leavings.where(path)
        documents[path.removeprefix(f"{SEARCHED}/{shard}/")] = (new if new.exists() else kept).read_text("utf-8")
    with TemporaryDirectory() as made:
        write_index(documents, Path(made), shard.partition("/")[0])
        for file in sorted(Path(made).rglob("*")):
            if file.is_file():
                yield File(f"{SITE}/{bundle(shard)}{file.relative_to(made).as_posix()}", file.read_bytes())
