"""Alphabetical order in each language.

Welsh counts ch, dd, ff, ng, ll, ph, rh and th as letters, and ng follows g: *Lincoln* stands before *Llundain*, *angen*
before *ailadrodd*. Not every such pair is one letter (Ban-gor), and no rule tells: a sort key that a record carries
puts `|` between the two, `Ban|gor`. The mark counts for nothing else, in either language.
"""

import re
import unicodedata
from functools import lru_cache

from section55.language.folding import fold
from section55.language.languages import Language

_ALPHABETS: dict[Language, str] = {
    "en": "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    # With k, q, v, x and z, which only borrowed words have, in their Latin places.
    "cy": "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z",
}
_RANKS = {
    language: {letter: rank for rank, letter in enumerate(alphabet.split())}
    for language, alphabet in _ALPHABETS.items()
}
_TOKENS = {
    # The language's letters, the longest first; a number; any other character.
    language: re.compile("|".join(sorted(ranks, key=len, reverse=True)) + r"|\d+|.", re.DOTALL)
    for language, ranks in _RANKS.items()
}
_NOTHING = "|'’"
_BETWEEN, _NUMBER, _LETTER, _FOREIGN = range(4)

SortKey = tuple[tuple[tuple[int, int, str], ...], str, str]


@lru_cache(1024)  # lists of the same names stand on thousands of pages
def sort_key(text: str, language: Language) -> SortKey:
    """What to sort `text` by: `sorted(names, key=lambda name: sort_key(name, "cy"))`.

    Letters decide first, without case and accents; a word comes before a longer one ("De Cymru" before "Deal"), and
    numbers go by size ("Recommendation 2" before "Recommendation 10", "3" before "3a"). Spaces and punctuation only
    part words, an apostrophe not even that. Where all this is equal, plain letters come before accented ones. Two keys
    are equal only if the texts are.
    """
    ranks = _RANKS[language]
    folded = fold(text)
    elements: list[tuple[int, int, str]] = []
    for token in _TOKENS[language].findall(folded):
        if token in ranks:
            elements.append((_LETTER, ranks[token], ""))
        elif token.isdecimal():
            digits = "".join(str(int(digit)) for digit in token).lstrip("0")
            elements.append((_NUMBER, len(digits), digits))
        elif token.isalpha():
            elements.append((_FOREIGN, ord(token), ""))
        elif token not in _NOTHING and elements and elements[-1][0] != _BETWEEN:
            elements.append((_BETWEEN, 0, ""))
    if elements and elements[-1][0] == _BETWEEN:
        elements.pop()
    return tuple(elements), unicodedata.normalize("NFD", text.casefold()), text
