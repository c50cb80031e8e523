"""Welsh initial mutations, undone: Comisiynydd, Gomisiynydd, Chomisiynydd and Nghomisiynydd are one word to a reader.

A mutated word does not say what it was: *dal* is "hold", or *tal* ("tall") after soft mutation. Only a dictionary and a
grammar could tell, and neither is here; so a search unites too much rather than too little. Letters that mutation
connects, even by way of a third, share one key: p, b, m, f; t, d, n; c, g, h and no letter at all. One lookup then
finds every form, which suits an index that joins the words of a query by "and" and knows no "or".

What it costs: *cred* and *rhed*, *noddi* and *toddi*, *gwaith* and *chwaith* are united too. Of short words c and g
keep a letter, or *cam* and *cyn* would find each *am* and *yn*, and whatever begins with these; so *gŵr* is not found
by *ŵr*. Keys are for Welsh text alone: English words that begin alike (*bill*, *fill*, *pill*) have no kinship.

Source of the letters: the table of mutations in any grammar (soft, nasal, aspirate, h before a vowel).
"""

import re

from section55.language.folding import fold

BEGINNINGS: tuple[tuple[str, str], ...] = (
    # Without its g, gn- begins with n, which is one of the t.
    ("^(?:nghn|ngn|chn|cn|gn)", "t"),
    ("^(?:ngh|ng|ch|c|g)(?=.{0,2}$)", "c"),
    ("^(?:ngh|ng|ch|c|g|h)(?=.)", ""),
    ("^(?:nh|th|dd|t|d|n)", "t"),
    ("^ff", "ff"),
    ("^(?:mh|ph|p|b|m|f)", "p"),
    ("^ll", "l"),
    ("^rh", "r"),
)
"""How a folded word can begin, and what that becomes in its key; the first that fits counts. Python and JavaScript read
these expressions alike: the search page is handed them, so that the rule stands once."""

_BEGINNINGS = [(re.compile(beginning), key) for beginning, key in BEGINNINGS]


def mutable(word: str) -> tuple[str, str]:
    """The beginning of a word that mutation can change, folded, and what stands for it in the word's key.

    "Nghymru" → ("ngh", ""), "Dyfed" → ("d", "t"), "swydd" → ("", "").
    """
    word = fold(word)
    for beginning, key in _BEGINNINGS:
        if found := beginning.match(word):
            return found[0], key
    return "", ""


def canonical(word: str) -> str:
    """The one key of all mutations of `word`, without case and accents. It is a key, never a word to be shown.

    "Comisiynydd" and "Nghomisiynydd" → "omisiynydd", "Dyfed" and "Nyfed" → "tyfed". From a word's sixth letter on its
    key only grows, so that a search can follow the typing. Never empty, unless `word` is.
    """
    beginning, key = mutable(word)
    return key + fold(word).removeprefix(beginning)
