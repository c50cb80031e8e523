"""Stage 4: Pagefind's index of each language over the pages that were built, and the labels that search shows."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from section55.search import IndexingFailed, entries, write_indexes, write_labels


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Decides which pages search finds, and what it is told of each."""
    config.extra["entries"] = entries(config.extra["pages"], config.extra["register"].languages)
    return files


def on_page_context(context: dict, page: Page, config: MkDocsConfig, nav: Navigation) -> dict:
    """Gives a page's head what search is told of it; nothing to a page that search leaves out."""
    context["entry"] = config.extra["entries"].get(page.record.path)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Writes the indexes and the labels beside the pages."""
    site, found = Path(config.site_dir), config.extra["entries"].values()
    try:
        write_indexes(site, found)
    except IndexingFailed as error:
        raise PluginError(str(error)) from error
    write_labels(site, config.extra["register"], found)
