"""Stage 1: reads and checks `content/`. With an error the build ends here, and what was built before stays whole."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from section55.checking import check
from section55.findings import Severity
from section55.findings.text import show, summary
from section55.paths import shown

log = get_plugin_logger("check")


def on_pre_build(config: MkDocsConfig) -> None:
    """The last event before MkDocs empties the site's folder."""
    folder = Path(config.docs_dir)
    try:
        checked = check(folder, shown(folder))
    except FileNotFoundError as error:
        raise PluginError(str(error)) from error
    for finding in checked.findings:
        # A warning is no reason to refuse, and `--strict` would refuse for a warning of the log.
        say = log.error if finding.severity is Severity.ERROR else log.info
        say("\n%s", show([finding]).rstrip())
    told = summary(checked.findings, len(checked.content.documents))
    if checked.register is None:
        raise PluginError(f"{told} Nothing was built; what was there before is as it was.")
    log.info("%s", told)
    config.extra["register"] = checked.register
