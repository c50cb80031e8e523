"""The site's own words. English stands in the sources; `cy.po` beside this file holds the Welsh of each message.

Written so in templates and in Python alike, and gathered into `cy.po` by `python -m section55.language.extract`:

    _("Responses")                                       {{ _("Responses") }}
    ngettext("%(num)d response", "%(num)d responses", n) % {"num": n}
    pgettext("of an inspection", "Published")            where one English word is two in Welsh
"""

import functools
import gettext
import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from section55.language.languages import Language

WELSH = Path(__file__).with_name("cy.po")

Words = gettext.NullTranslations
"""gettext, ngettext, pgettext and npgettext in one language, as Jinja2's `install_gettext_callables` takes them."""


def N_(message: str) -> str:  # noqa: N802 (xgettext’s own name)
    """Mark `message` for translation where it stands; `words(language).gettext(message)` says it where it is shown."""
    return message


def read_welsh() -> Catalog:
    """`cy.po` as it is. Raises `babel.messages.pofile.PoFileError` where it is not one."""
    with WELSH.open(encoding="utf-8") as file:
        return read_po(file, locale="cy", abort_invalid=True)


@functools.cache
def words(language: Language) -> Words:
    """The site's words in `language`. Kept once read: after a change of `cy.po`, `words.cache_clear()`.

    A message without Welsh comes back in English; the tests see to it that there is none.
    """
    return {"en": gettext.NullTranslations, "cy": _welsh}[language]()


def _welsh() -> Words:
    compiled = io.BytesIO()
    write_mo(compiled, read_welsh())
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
