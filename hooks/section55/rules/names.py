"""What a file that lies out of place would rightly be named."""

import difflib
import re
import unicodedata
from collections.abc import Collection

from section55.records.keys import force_of

_FOLDERS = ("bodies", "forces", "inspections", "pages", "responses")
_ENGLISH, _WELSH = ("en", "eng", "english"), ("cy", "cym", "wel", "welsh", "cymraeg")
_LANGUAGES = dict.fromkeys(_ENGLISH, "en") | dict.fromkeys(_WELSH, "cy")
_END = re.compile(r"(?:\.(?:md|markdown|mdown|mkdn?|txt))+$", re.IGNORECASE)


def name_for(path: str, forces: Collection[str] = ()) -> str:
    """The path in `content/` that a record's path comes nearest to; empty where its folder is like none of them.

    forces: those that are known, of which a response's name is to be one.
    For what the path does not say it has …, such as in `bodies/gwent-….md`.
    """
    *folders, file = path.split("/")
    stem, language = _without_language(_END.sub("", file))
    name = _slug(stem)
    folder = (difflib.get_close_matches(_slug(folders[0]), _FOLDERS, 1, 0.7) or [""])[0] if folders else ""
    inside = [_slug(each) for each in folders[1:]]
    if not folder and folders and re.match("[0-9]{4}-", _slug(folders[-1])):
        folder, inside = "responses", [_slug(folders[-1])]
    match folder:
        case "forces":
            return f"forces/{name or '…'}.md"
        case "bodies":
            return f"bodies/{name or '…'}{'' if re.search('-[0-9]{4}$', name) else '-…'}.md"
        case "inspections":
            year = "" if re.match("[0-9]{4}-.", name) else "…-"
            return f"inspections/{year}{name or '…'}.{language}.md"
        case "pages":
            return f"pages/{name or '…'}.{language}.md"
        case "responses":
            inspection = next((each for each in inside if re.match("[0-9]{4}-.", each)), "…")
            return f"responses/{inspection}/{_force_in(name, forces) or name or '…'}.{language}.md"
    return ""


def _force_in(name: str, forces: Collection[str]) -> str:
    """The name where a force's file may have it; else the force that it holds the words of, empty for none or two."""
    if force_of(name, forces):
        return name
    held = [force for force in forces if f"-{force}-" in f"-{name}-"]
    longest = max(held, key=len, default="")
    if not all(force in longest for force in held):
        return ""
    return longest


def _without_language(stem: str) -> tuple[str, str]:
    """A file's name without the language at its end, and that; English where it names none."""
    before, mark, last = re.fullmatch(r"(.*?)(?:([._ -])([^._ -]*))?", stem, re.DOTALL).groups()
    if mark and (language := _LANGUAGES.get(last.lower())):
        return before, language
    return stem, "en"


def _slug(text: str) -> str:
    """Text as it may stand in a name: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")
