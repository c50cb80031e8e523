"""The records' templates, in one language and in few bytes.

Each is written for those who read it. What tens of thousands of pages need not hold is left out once, before a template is
compiled; what it says is put into it in its language, so that no page has to look it up.
"""

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

_TAG = re.compile(r"<[a-z][a-z0-9]*(?:\s[^<>]*)?>")
_QUOTED = re.compile(r"""(\s[a-z-]+=)"([^\s"'=<>`{}]+)"(?=[\s>])""")
_SAID = re.compile(r'{{ _\("([^"%]+)"\) }}')


class Templates(FileSystemLoader):
    """The templates in a folder; gettext: says their messages."""

    def __init__(self, folder: Path, gettext: Callable[[str], str]) -> None:
        super().__init__(folder)
        self.gettext = gettext

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """A template as Jinja compiles it. Raises jinja2.TemplateNotFound."""
        source, path, is_current = super().get_source(environment, template)
        return terse(_SAID.sub(lambda said: self.gettext(said[1]), source)), path, is_current


def terse(html: str) -> str:
    """HTML, or a template of it, without the quotes that HTML does not need."""
    return _TAG.sub(lambda tag: _QUOTED.sub(r"\1\2", tag[0]), html)
