"""Stage 1: reads and checks `content/`. With an error the build ends here, and what was built before stays whole.

Errors are told in full. Warnings are counted: a build says what it did, and `scripts/check` what is worth a look.
"""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from section55.checking import check
from section55.findings.text import show_each, summary
from section55.pages.guard import holds_something_else
from section55.pages.rules import reading
from section55.paths import shown

log = get_plugin_logger("check")


def on_pre_build(config: MkDocsConfig) -> None:
    """The last event before anything is built."""
    folder, output = Path(config.docs_dir), config.extra["leavings"].site
    if holds_something_else(output):
        raise PluginError(
            f"{shown(output)} holds files and is no site that was built before: a build empties its folder. "
            "Name another, or an empty one."
        )
    try:
        checked = check(
            folder, shown(folder), texts=config.extra["texts"], progress=config.extra["progress"]
        )
    except FileNotFoundError as error:
        raise PluginError(str(error)) from error
    for told in show_each(checked.errors, read_more=reading(checked.content, "en", config.site_url or "")):
        log.error("\n%s", told.rstrip())
    told = summary(checked.findings, len(checked.content.documents))
    if checked.register is None:
        raise PluginError(f"{told} Nothing was built; what was there before is as it was.")
    warnings = len(checked.findings) - len(checked.errors)
    # As information: `--strict` would refuse for a warning of the log, and a warning of ours is no reason to refuse.
    log.info("%s%s", told, " scripts/check shows the warnings." if warnings else "")
    checked.register.is_kept_in(config.repo_url or "")
    config.extra["register"] = checked.register
