"""Stage 5: what the other stages yield is made, where it is not as the last build left it, and becomes the site.

MkDocs empties the folder that it builds into. It is given one beside the site, and the site is touched only when all of
the new one is there.
"""

import logging
from collections.abc import Iterable, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from section55.digests import digest
from section55.pages.guard import missing_and_stray
from section55.pages.page import Page
from section55.program import program
from section55.progress import Progress, Quiet
from section55.publishing import Leavings, Output, Publication
from section55.publishing.outputs import SITE
from section55.search import IndexingFailed, shards

log = get_plugin_logger("publish")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Has MkDocs build beside the site.

    A command may have put into `config.extra` the file of `texts` that were read, and `when_shown`: what to call once
    the pages are in their place, for which data and search are not waited for then.
    """
    leavings = Leavings(Path(config.site_dir))
    leavings.begin()
    config.site_dir = str(leavings.next / SITE)
    progress = Progress() if log.isEnabledFor(logging.INFO) else Quiet()
    config.extra |= {
        "leavings": leavings,
        "texts": config.extra.get("texts") or leavings.texts,
        "outputs": [],
        "progress": progress,
        "publication": Publication(leavings, progress),
    }
    return config


def on_env(env: object, config: MkDocsConfig, files: object) -> None:
    """Says what everything is made with: a change of any of it makes all anew."""
    config.extra["ground"] = digest(
        program(Path(config.theme.custom_dir)), config.site_url, config.extra["register"].ground
    )


def on_post_build(config: MkDocsConfig) -> None:
    """Makes what is not as it was, the indexes at last, sees that every page is there, and switches the site."""
    extra = config.extra
    publication: Publication = extra["publication"]
    publication.take(Path(config.site_dir), "engine")
    outputs: Sequence[Output] = extra["outputs"]
    stage = "Pages and data"
    if when_shown := extra.get("when_shown"):
        shown = {page.path for page in extra["pages"]}
        publication.make("Pages", [output for output in outputs if output.name in shown])
        _guard(publication, extra["pages"])
        stage, outputs = "Data", [output for output in outputs if output.name not in shown]
        later = {output.name for output in outputs}
        before = publication.before.outputs
        publication.switch(still=[name for name in before if name in later or shards.is_index(name)])
        when_shown()
    publication.make(stage, outputs)
    _guard(publication, extra["pages"])
    documents: dict[str, list[tuple[str, str]]] = {}
    for page in extra["pages"]:
        if page.indexed:
            shard = extra["shards"][page.language, page.indexed.shard]
            path = shards.document_path(page, shard)
            documents.setdefault(shard, []).append((path, publication.now.outputs[page.path][1][path][1]))
    try:
        publication.make("Search", shards.outputs(documents, publication.leavings), each_alone=True)
    except IndexingFailed as error:
        raise PluginError(str(error)) from error
    publication.switch()
    extra["made"] = publication.now


def _guard(publication: Publication, pages: Iterable[Page]) -> None:
    """Sees that the pages that were made are those of the register."""
    missing, stray = missing_and_stray(publication.now.files(), pages)
    if missing or stray:
        raise PluginError(f"The site is not what the register says: missing {missing[:5]}, not its own {stray[:5]}.")
