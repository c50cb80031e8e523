"""How deep a text is nested, told before it is converted: too deep a one exhausts a converter's stack, or its time."""

import re

from section55.reading.problems import Place

MOST_LEVELS = 50
"""How deep lists, quotations, brackets and tags may nest in a text; letters need five."""

_BEFORE_WORDS = re.compile(r"(?:[ \t]+|>|(?:[-*+]|[0-9]{1,9}\.)(?=[ \t]|$))*")
_MARKER = re.compile(r">|[-*+]|[0-9]+\.")
_RULE = re.compile(r" {0,3}(?:(?:- ?){3,}|(?:\* ?){3,})[ \t]*")
_TOKEN = re.compile(r"<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?=[\s/>]|$)|<(?=[A-Za-z/!?])|(?P<bracket>[\[\]])|>")
_UNNESTED = set(
    "area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot".split()
)
"""Tags that have no end, or need none."""


def too_deep(text: str, first_line: int) -> Place | None:
    """Where a Markdown text, which begins on a line of its file, is nested too deep for the first time, if anywhere.

    What is opened and not closed counts as a level: a converter looks for its end from each of them.
    """
    tags = brackets = ends_wanted = 0
    for number, line in enumerate(text.split("\n"), first_line):
        if not line or line.isspace():
            brackets = 0
            continue
        start = _BEFORE_WORDS.match(line)[0] if len(line) > MOST_LEVELS else ""
        if len(start) > MOST_LEVELS and not _RULE.fullmatch(line):
            markers = len(_MARKER.findall(start))
            spaces = start.expandtabs(4).count(" ")
            if markers + max(0, spaces - markers) // 4 > MOST_LEVELS:
                return Place(number, 1, number, len(start) + 1)
        if not ("<" in line or "[" in line or "]" in line or ">" in line):
            continue
        for token in _TOKEN.finditer(line):
            if token["bracket"]:
                brackets = brackets + 1 if token["bracket"] == "[" else max(0, brackets - 1)
            elif token[0] == ">":
                ends_wanted = 0
            else:
                ends_wanted += 1
                if token["tag"] and token["tag"].lower() not in _UNNESTED:
                    tags = max(0, tags - 1) if token["close"] else tags + 1
            if max(tags, brackets, ends_wanted) > MOST_LEVELS:
                return Place(number, token.start() + 1, number, token.end() + 1)
    return None
