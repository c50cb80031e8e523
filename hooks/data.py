"""Stage 3: the register as open data, below `api/v1/`."""

from mkdocs.config.defaults import MkDocsConfig
from section55.data import outputs


def on_post_build(config: MkDocsConfig) -> None:
    """Makes the files that are not as they were."""
    config.extra["outputs"] += outputs(config.extra["register"], config.site_url or "", config.extra["ground"])
