"""English and Welsh: the site's words, dates, numbers and lists, alphabetical order, and mutation.

Knows no record and no page. A language is "en" or "cy" throughout; any other raises KeyError.
"""

from section55.language.catalogue import N_, Words, words
from section55.language.dates import long_date
from section55.language.languages import LANGUAGES, OWN_NAMES, Language, other
from section55.language.lists import conjunction, join
from section55.language.mutation import BEGINNINGS, canonical, mutable
from section55.language.numbers import number
from section55.language.sorting import sort_key

__all__ = [
    "BEGINNINGS",
    "LANGUAGES",
    "OWN_NAMES",
    "Language",
    "N_",
    "Words",
    "canonical",
    "conjunction",
    "join",
    "long_date",
    "mutable",
    "number",
    "other",
    "sort_key",
    "words",
]
