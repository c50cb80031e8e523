"""The two languages of the site, of which neither is the default."""

from typing import Literal

from babel import Locale

Language = Literal["en", "cy"]

LANGUAGES: tuple[Language, ...] = ("en", "cy")

OWN_NAMES: dict[Language, str] = {"en": "English", "cy": "Cymraeg"}
"""What each language calls itself, for the link that leads to it: said in that language, on either page."""

LOCALES: dict[Language, Locale] = {"en": Locale("en", "GB"), "cy": Locale("cy", "GB")}
"""Where the Unicode CLDR facts of each come from; plain `en` would write dates and numbers the American way."""


def other(language: Language) -> Language:
    """The language that a page in `language` can be switched to. Raises KeyError for any third language."""
    return {"en": "cy", "cy": "en"}[language]
