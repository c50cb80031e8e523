"""Characters of a word processor where YAML wants plain ones: around a value its quotes, before it a space."""

import re

from section55.reading.problems import Place, Problem

_QUOTES = re.compile(r"^[ ]*(?:- )?[\w-]+:[ ]+([“‘„«].*[”’“»])\s*$")
_SPACES = (
    re.compile(r"^[\s\u00a0\u202f]*?([\u00a0\u202f]+)\s*(?:- |[\w-]+:)"),
    re.compile(r"^[ ]*(?:- )?[\w-]+:[ ]*([\u00a0\u202f]+)"),
    re.compile(r"^[ ]*-([\u00a0\u202f]+)"),
)
_ANY = re.compile("[\u00a0\u202f“‘„«]")


def plain(yaml_text: str) -> tuple[str, list[Problem]]:
    """The facts with plain quotes and spaces in the places of a word processor's, and these. No other place changes."""
    if not _ANY.search(yaml_text):
        return yaml_text, []
    lines = yaml_text.split("\n")
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if not (match := next(filter(None, (pattern.match(line) for pattern in (_QUOTES, *_SPACES))), None)):
            continue
        kind = "quotes" if match.re is _QUOTES else "space"
        place = Place(number, match.start(1) + 1, number, match.end(1) + 1)
        problems.append(Problem("word-processor-characters", place, {"kind": kind}))
        lines[number - 1] = f"{line[: match.start(1)]}{_plain(match[1], kind)}{line[match.end(1) :]}"
    return "\n".join(lines), problems


def _plain(pasted: str, kind: str) -> str:
    if kind == "space":
        return " " * len(pasted)
    mark = next((mark for mark in "\"'" if mark not in pasted and (mark == "'" or "\\" not in pasted)), None)
    return f"{mark}{pasted[1:-1]}{mark}" if mark else pasted
