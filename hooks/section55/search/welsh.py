"""Welsh in an index: each word under the one key of its mutations, and in what is shown the word as it is written.

Pagefind knows no Welsh. So what it reads of a Welsh page has keys in place of words, and before each what it lacks, in
signs that Pagefind keeps in a passage and passes over in a word: Nghymru is read as "`^/)+`ymru", found as "ymru", and
set right again in the files that search shows passages from. So a search in Welsh costs no larger index, and phrases,
places and what is marked in a passage are Pagefind's own, as they are in English.
"""

import json
import re
from functools import lru_cache
from pathlib import Path

from section55.language import canonical, mutable
from section55.language.folding import fold
from section55.search import files

# Pagefind takes a word apart at ASCII punctuation, and finds nothing between two such signs.
_LETTERS, _SIGNS = "bcdfghlmnprt", "!$%()+,-/:;="
"""The letters that mutation puts at the beginning of words, or takes from there, and the signs that stand for them."""
_MARK = "`"
"""What stands around them; followed by `_ITSELF`, it is one that the text has."""
_ITSELF, _CAPITAL, _WITH_KEY = "~", "^", "|"
"""Before a letter's sign, that it is a capital; behind the second mark, that the key has a letter of its own."""

_AS_SIGNS = str.maketrans(
    dict(zip(_LETTERS, _SIGNS, strict=True))
    | {letter.upper(): _CAPITAL + sign for letter, sign in zip(_LETTERS, _SIGNS, strict=True)}
)
_AS_LETTER = dict(zip(_SIGNS, _LETTERS, strict=True))

_WORD = re.compile(r"[^\W_][\w'’]*")
_MARKUP = re.compile(r"(<[^>]*>|&\w+;)")
_SIGN = re.compile(rf"(\{_CAPITAL}?)([{re.escape(_SIGNS)}])")
_KEYED = re.compile(rf"{_MARK}(?:{_ITSELF}|([{re.escape(_SIGNS + _CAPITAL)}]+){_MARK}(?:\{_WITH_KEY}.)?)")


def keyed(text: str) -> str:
    """A text with keys in place of its words, as Pagefind is to read it; `restored` undoes it."""
    return _WORD.sub(lambda found: _keyed_word(found[0]), text.replace(_MARK, _MARK + _ITSELF))


def keyed_html(html: str) -> str:
    """HTML with keys in place of the words in it."""
    return "".join(part if place % 2 else keyed(part) for place, part in enumerate(_MARKUP.split(html)))


@lru_cache(1 << 16)
def _keyed_word(word: str) -> str:
    beginning, key = mutable(word)
    written = word[: len(beginning)]
    if beginning == key or written.lower() != beginning:  # letters that fall together when they are folded
        return word
    rest = word[len(beginning) :]
    return f"{_MARK}{written.translate(_AS_SIGNS)}{_MARK}{_WITH_KEY if key else ''}{key}{rest}"


def restored(text: str) -> str:
    """What `keyed` was given."""
    return _KEYED.sub(_restored_beginning, text)


def _restored_beginning(found: re.Match[str]) -> str:
    return _SIGN.sub(_letter, found[1]) if found[1] else _MARK


def _letter(sign: re.Match[str]) -> str:
    letter = _AS_LETTER[sign[2]]
    return letter.upper() if sign[1] else letter


def restore(bundle: Path) -> None:
    """Sets right what search shows of the pages in an index of keys."""
    for path in (bundle / "fragment").iterdir():
        page = json.loads(files.read(path))
        page["content"] = restored(page["content"])
        page["anchors"] = []  # which search does not show
        page["meta"] = {name: restored(value) for name, value in page["meta"].items()}
        files.write(path, json.dumps(page, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))


NAMES = "ψ"
"""With what the keys of Welsh names begin in an index of English, where no word does."""


def name_keys(text: str) -> str:
    """The keys of the words in Welsh names, each once, for an index of English."""
    return " ".join(dict.fromkeys(f"{NAMES}{canonical(word)}" for word in _WORD.findall(fold(text))))
