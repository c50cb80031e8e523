"""Welsh initial mutations, undone: Comisiynydd, Gomisiynydd, Chomisiynydd and Nghomisiynydd are one word to a reader.

A mutated word does not say what it was: *dal* is "hold", or *tal* ("tall") after soft mutation. Only a dictionary and
a grammar could tell, and neither is here; so both ways to search unite too much rather than too little.

- `canonical` is one key for each word. Letters that mutation connects, even by way of a third, share it: p, b, m, f;
  t, d, n; c, g, h and no letter at all. One lookup finds every form, which suits an index that joins the words of a
  query by "and" and knows no "or". It also unites *cred* and *rhed*, *noddi* and *toddi*, *gwaith* and *chwaith*.
- `search_forms` holds every radical that a word can have; two words unite where they share one. It asks an index
  that knows "or". *Dal* and *tal* unite still, *gwaith* and *chwaith* too; *cred* and *rhed*, *noddi* and *toddi* not.

Measured on the Hunspell dictionary of Welsh (Bangor University): of its 104,039 mutated forms both unite all with their
radicals, except those of Bhutan and Ghana. Of its 69,000 headwords, 5.8 in 100 share a `canonical` with another, and
3.0 in 100 a search form; of those of three letters 57 and 37, of nine and more 1 and fewer. Both are for Welsh text
alone: English words that begin alike (*bill*, *fill*, *mill*, *pill*) have no kinship.

Source of the letters: the table of mutations in any grammar (soft, nasal, aspirate, h before a vowel).
"""

import unicodedata

from section55.language.folding import fold

# What a word may have begun with, by the consonants it shows; the first that fits counts ("ngh" is no case of "ng").
_RADICALS: dict[str, tuple[str, ...]] = {
    "ngh": ("c",),
    "mh": ("p",),
    "nh": ("t",),
    "ng": ("g",),
    "ph": ("p",),
    "th": ("t",),
    "ch": ("c",),
    "dd": ("d",),
    "ff": (),
    "ll": (),
    "rh": (),
    "b": ("p",),
    "d": ("t",),
    "g": ("c",),
    "f": ("b", "m"),
    "m": ("b",),
    "n": ("d", "gn"),
    "l": ("ll", "gl"),
    "r": ("rh", "gr"),
    "h": ("",),
}
_VOWELS = frozenset("aeiouwy")

# What these beginnings become in a key; again the first that fits. A script in a page can be handed this table.
CANONICAL_BEGINNINGS: dict[str, str] = {
    # Without its g, gn- begins with n, which is one of the t.
    **dict.fromkeys(("nghn", "ngn", "chn", "cn", "gn"), "t"),
    **dict.fromkeys(("ngh", "ng", "ch", "c", "g", "h"), ""),
    **dict.fromkeys(("nh", "th", "dd", "t", "d", "n"), "t"),
    "ff": "ff",
    **dict.fromkeys(("mh", "ph", "p", "b", "m", "f"), "p"),
    "ll": "l",
    "rh": "r",
}


def radicals(word: str) -> tuple[str, ...]:
    """The dictionary forms that `word` can have, itself first, in lower case: "Nghymru" → ("nghymru", "cymru").

    Spelling alone decides, so not each of them exists. A word that shows no mutation is its own only radical.
    """
    word = unicodedata.normalize("NFC", word).lower()
    if fold(word[:1]) in _VOWELS:
        return (word, "g" + word)  # ei allu
    for beginning, originals in _RADICALS.items():
        rest = word.removeprefix(beginning)
        if rest and rest != word:
            return (word, *(original + rest for original in originals))
    return (word,)


def search_forms(word: str) -> tuple[str, ...]:
    """The radicals of `word` without accents: two words unite in a search where they share one of these."""
    return tuple(dict.fromkeys(fold(radical) for radical in radicals(word)))


def canonical(word: str) -> str:
    """The one key of all mutations of `word`, without case and accents. It is a key, never a word to be shown.

    "Comisiynydd" and "Nghomisiynydd" → "omisiynydd", "Dyfed" and "Nyfed" → "tyfed". From a word's fifth letter on its
    key only grows, so that a search can follow the typing. Never empty, unless `word` is.
    """
    word = fold(word)
    for beginning, key in CANONICAL_BEGINNINGS.items():
        if word.startswith(beginning):
            return key + word.removeprefix(beginning) or word
    return word
