"""Numbers as Unicode CLDR writes them for each language."""

from functools import lru_cache

from babel.numbers import format_decimal

from section55.language.languages import LOCALES, Language


@lru_cache(1 << 16)
def number(value: int | float, language: Language) -> str:
    """`value` in digits, its thousands grouped: "12,345". A decimal keeps at most three places."""
    return format_decimal(value, locale=LOCALES[language])
