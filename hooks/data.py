"""Stage 3: the register as open data, below `api/v1/`."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from section55.data import data_files


def on_post_build(config: MkDocsConfig) -> None:
    """Writes the files beside the pages."""
    for file in data_files(config.extra["register"], config.site_url or ""):
        path = Path(config.site_dir, file.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
