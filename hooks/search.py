"""Stage 4: Pagefind's indexes of what it reads of the pages, and the labels that search shows."""

from mkdocs.config.defaults import MkDocsConfig
from section55.search import labels


def on_post_build(config: MkDocsConfig) -> None:
    """Makes the labels that are not as they were; the indexes are made once the pages are."""
    extra = config.extra
    extra["outputs"] += labels.outputs(extra["register"], extra["pages"], extra["shards"], extra["ground"])
