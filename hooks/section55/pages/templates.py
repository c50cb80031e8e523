"""The records' templates, in one language.

What does not differ between tens of thousands of pages is done once, before a template is compiled: its indentation,
which is for those who read it, is left out, and what it says is put into it in its language.
"""

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_INDENT_AS_SPACE = re.compile(r"(?<=[%#]}\n)[ \t]+(?!{[%#])")
"""Indentation below a line that ends with a tag of Jinja's, which takes the end of the line with it."""
_SAID = re.compile(r'{{ _\("([^"%]+)"\) }}')


class Templates(FileSystemLoader):
    """The templates in a folder; gettext: says their messages."""

    def __init__(self, folder: Path, gettext: Callable[[str], str]) -> None:
        super().__init__(folder)
        self.gettext = gettext

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """A template as Jinja compiles it. Raises jinja2.TemplateNotFound."""
        source, path, is_current = super().get_source(environment, template)
        source = _INDENT.sub(lambda indent: " " if _INDENT_AS_SPACE.match(source, indent.start()) else "", source)
        return _SAID.sub(lambda said: self.gettext(said[1]), source), path, is_current

