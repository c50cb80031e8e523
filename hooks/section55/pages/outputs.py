"""Pages as outputs of a build: the key of each, and the files that come of it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from section55.digests import digest
from section55.pages.chrome import Shell, ShellKey, shell_key
from section55.pages.page import Page
from section55.pages.rendering import Renderer
from section55.publishing import File, Output
from section55.publishing.outputs import SITE
from section55.register import Register
from section55.search import searched
from section55.search.shards import Shards, document_path


def outputs(
    pages: Iterable[Page],
    register: Register,
    renderer: Renderer,
    shells: Mapping[ShellKey, Shell],
    shards: Shards,
    ground: str,
) -> Iterator[Output]:
    """Each page, with what search reads of it. `ground`: the digest of what every page is made with."""
    around = {key: digest(*shell.parts) for key, shell in shells.items()}
    everything = digest(*(record.digest for record in (*register.inspections.values(), *register.responses.values())))
    for page in pages:
        shown = everything if page.shows is None else "".join([record.digest for record in page.shows])
        shell = shell_key(page)
        shard = shards[page.language, page.indexed.shard] if page.indexed else None
        yield Output(
            page.path,
            digest(ground, around[shell], page.at, shard, shown),
            partial(_make, page, register, renderer, shells[shell], shard),
            page.group,
        )


def _make(page: Page, register: Register, renderer: Renderer, shell: Shell, shard: str | None) -> Iterator[File]:
    view = page.make()
    slots = renderer.slots(page, view)
    yield File(f"{SITE}/{page.path}index.html", shell.around(slots).encode("utf-8"))
    if shard:
        document = searched(page, view, slots["content"], register.languages, shard)
        yield File(document_path(page, shard), document.encode("utf-8"))
