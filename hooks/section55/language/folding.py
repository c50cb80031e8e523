"""Text without case and accents, as a reader compares it when looking for something."""

import unicodedata


def fold(text: str) -> str:
    """`text` in lower case, without accents: "Tŷ" and "ty" are one, as on a keyboard that has no ŷ.

    The result is decomposed (Unicode NFKD), has no combining marks, and folding it again changes nothing.
    """
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
