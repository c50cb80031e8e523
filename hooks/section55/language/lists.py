"""Lists in a sentence: "Gwent, Kent and Essex", "Gwent, Kent ac Essex".

Unicode CLDR leaves the Welsh word open ("a(c)"), since it depends on the sound that follows; here it is decided.
"""

import re
from collections.abc import Sequence

from section55.language.folding import fold
from section55.language.languages import Language

_TAGS_AND_QUOTES = re.compile(r"(?:<[^>]*>|[^\w<])+")
_ARTICLE = re.compile(r"yr? ", re.IGNORECASE)
_VOWEL_SOUND = re.compile(
    r"""
      [aeiou]
    | w (?! [aeiou] | [lr][aeiouy] )  # wyth and wrth begin with a vowel; Wiltshire and Wrecsam do not
    | y (?! [aeiou] )                 # ystadegau does; Yorkshire does not
    | 8                               # wyth, wyth deg, wyth cant …
    | 1 (?! [\d,] )                   # un
    | 1 [1-9] (?! \d )                # un deg un … un deg naw, in the decimal reading
    """,
    re.VERBOSE,
)


def conjunction(following: str, language: Language) -> str:
    """The "and" that stands before `following`: in Welsh "ac" before the sound of a vowel, "a" before any other.

    Tags and quotation marks before the first letter are passed over, so that a template can ask for a linked name.
    """
    if language == "en":
        return "and"
    start = _TAGS_AND_QUOTES.match(following)
    return "ac" if _VOWEL_SOUND.match(fold(following[start.end() if start else 0 :])) else "a"


def join(words: Sequence[str], language: Language) -> str:
    """`words` as one list, without a comma before its "and": "", "a", "a and b", "a, b and c".

    For names, numbers and labels, which keep their letters: what "a" would mutate ("coch a phinc") has to come
    mutated. The article alone gives way, as it must: "y Comisiynydd a'r Prif Gwnstabl".
    """
    if len(words) < 2:
        return "".join(words)
    *first, last = words
    article = _ARTICLE.match(last) if language == "cy" else None
    end = f"a'r {last[article.end():]}" if article else f"{conjunction(last, language)} {last}"
    return f"{', '.join(first)} {end}"
