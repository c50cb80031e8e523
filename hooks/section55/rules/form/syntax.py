"""Rules of the facts as YAML: where they begin and end, and what keeps them from being read as they are meant."""

import re
from collections.abc import Iterator

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.reading.content import Content, Document
from section55.reading.problems import Place, Problem
from section55.rules.registry import Found, found, rule

ERROR = Severity.ERROR


@rule("S55-F07", "no-front-matter", ERROR)
def no_front_matter(document: Document, content: Content) -> Iterator[Found]:
    """A record must begin with its front matter: a line of three hyphens, its facts, and three hyphens again."""
    for problem in document.problems_of("no-front-matter"):
        yield found(
            problem.place,
            N_("This file does not begin with its facts between two lines of three hyphens."),
            N_("Make the very first line ---, then one fact a line, then --- again, and the text after it."),
        )


_FACT = re.compile(r"\s|#(?!#)|- |[\w-]+ *:(?: |$)")
"""What a line of the front matter begins with."""


@rule("S55-F08", "unclosed-front-matter", ERROR)
def unclosed_front_matter(document: Document, content: Content) -> Iterator[Found]:
    """A record's front matter must end with a line of three hyphens."""
    for problem in document.problems_of("unclosed-front-matter"):
        lines = document.source.split("\n")
        text = next((number for number, line in enumerate(lines[1:], 2) if line and not _FACT.match(line)), None)
        if text is None:
            yield found(
                problem.place,
                N_("The facts that begin here never end."),
                N_("Put a line of three hyphens, ---, between the last fact and the text."),
            )
        else:
            yield found(
                Place(text, 1, text, len(lines[text - 1]) + 1),
                N_("The facts above never end, and this looks like the text."),
                N_("Put a line of three hyphens, ---, between the last fact and this line."),
            )


@rule("S55-F25", "facts-go-on", ERROR)
def facts_go_on(document: Document, content: Content) -> Iterator[Found]:
    """The facts of a record must stand between two lines of three hyphens, with no such line among them.

    It would end the facts: those below it would be published as text, and count for nothing.
    """
    for problem in document.problems_of("facts-go-on"):
        yield found(
            problem.place,
            N_("The facts end on line {line}, but more facts follow on line {more}."),
            N_("Take out the --- on line {line}, and put it below line {last}, where the last of the facts stands.")
            if problem.facts["last"]
            else N_("Take out the --- on line {line}; the one below the last fact ends them."),
            **problem.facts,
        )


@rule("S55-F22", "value-cut-by-hash", ERROR)
def value_cut_by_hash(document: Document, content: Content) -> Iterator[Found]:
    """A value that holds a # after a space must stand in quotes: YAML reads nothing of the line from there on.

    A remark of one's own is set off by a space on both sides of the #.
    """
    lines = document.source.split("\n")
    for path, place in document.front.places.items():
        if place.line != place.end_line or path not in document.front.keys:
            continue
        rest = lines[place.line - 1][place.end_column - 1 :]
        if cut := re.match(r"[ \t]+(#[^\s#].*)", rest):
            column = place.end_column + cut.start(1)
            yield found(
                Place(place.line, column, place.line, column + len(cut[1].rstrip())),
                N_("YAML reads nothing from this # on, so that “{lost}” is lost."),
                N_('Put the whole value in "straight quotes".'),
                lost=cut[1].strip(),
            )


@rule("S55-F23", "value-cut-by-comma", ERROR)
def value_cut_by_comma(document: Document, content: Content) -> Iterator[Found]:
    """A value between braces that holds a comma must stand in quotes: YAML takes what follows it for another key.

    Facts are safest on a line each, where a comma has no meaning.
    """
    for path, place in empty_keys(document):
        if is_cut_off(document, place):
            yield found(
                place,
                N_("The comma before this ends the value, so that “{lost}” is lost."),
                N_(
                    'Put the whole value in "straight quotes"; or write each fact on a line of its own, without braces.'
                ),
                lost=str(path[-1]),
            )


def empty_keys(document: Document) -> Iterator[tuple[tuple[str | int, ...], Place]]:
    """The paths and places of keys that have no value, in front matter that can be read."""
    if not document.front.problems:
        for path, place in document.front.keys.items():
            if document.front.value(path) is None:
                yield path, place


def is_cut_off(document: Document, key: Place) -> bool:
    """Whether what is taken for a key without a value stands after a comma and has no colon."""
    lines = document.source.split("\n")
    before = "\n".join(lines[max(0, key.line - 2) : key.line - 1] + [lines[key.line - 1][: key.column - 1]])
    return before.rstrip().endswith(",") and not lines[key.end_line - 1][key.end_column - 1 :].lstrip().startswith(":")


@rule("S55-F20", "word-processor-characters", ERROR)
def word_processor_characters(document: Document, content: Content) -> Iterator[Found]:
    """The quotes around a value, and the spaces before it, must be plain ones, not those of a word processor.

    YAML takes a curly quote for part of the value, and a non-breaking space for a letter.
    """
    for problem in document.problems_of("word-processor-characters"):
        if problem.facts["kind"] == "quotes":
            yield found(
                problem.place,
                N_("The quotation marks around this value are curly ones, which YAML takes for part of it."),
                N_(
                    'Leave them out, or type them as "straight quotes"; '
                    "if they belong to the value, put straight ones around all of it."
                ),
            )
        else:
            yield found(
                problem.place,
                N_("There is a non-breaking space here, as word processors put it."),
                N_("Delete it and type a plain space."),
            )


_NO_BEGINNING = (
    N_("A value cannot begin with this character."),
    N_('Put the whole value in "straight quotes".'),
)
_NO_KEY = (
    N_("A key cannot begin with this character."),
    N_("Write the key alone: each fact is a key, a colon, a space and its value, such as dated: 2023-09-04."),
)
_TAB = (N_("This line starts with a tab, which YAML does not allow."), N_("Type spaces in place of the tab."))
_SECOND_COLON = (
    N_("There is a second colon here, so that it is not clear what is the value."),
    N_(
        'If the colon belongs to the value, put the whole value in "straight quotes"; '
        "if another fact begins here, put that on a line of its own."
    ),
)
_COLON_MISSING = (
    N_("A colon is missing on this line."),
    N_(
        "Each fact is a key, a colon, a space and its value, such as dated: 2023-09-04. "
        "Where a value goes on over several lines, set the others in by two spaces."
    ),
)
_SPACE_MISSING = (
    N_("A space is missing after this colon."),
    N_("Each fact is a key, a colon, a space and its value, such as dated: 2023-09-04."),
)
_KEY_MISSING = (
    N_("There is no key before this colon."),
    N_("Each fact is a key, a colon, a space and its value, such as dated: 2023-09-04."),
)
_OPEN_QUOTE = (N_("A quotation mark is opened and never closed."), N_("Close it at the end of the value."))
_OPEN_BRACKET = (
    N_("A list or set of facts in brackets is not closed."),
    N_("Close the bracket, or write each entry on a line of its own after a hyphen."),
)
_ENDS_EARLY = (
    N_("The value ends before this, where its quotation mark or bracket closes."),
    N_('Put the whole value in "straight quotes", and inside them write \\" for a quotation mark.'),
)
_OUT_OF_LINE = (
    N_("This line does not line up with the lines above."),
    N_("Facts of one kind begin in the same column; what belongs to one is set in by two spaces."),
)
_FIRST_SET_IN = (
    N_("Spaces stand before the first fact, and not before those below it."),
    N_("Delete them: facts begin at the very beginning of their lines."),
)
_LIST_AFTER_KEY = (
    N_("A list cannot begin on the line of its key."),
    N_('Put each entry on a line of its own below; if it is no list, put the whole value in "straight quotes".'),
)
_BACKSLASH = (
    N_("In straight double quotes a backslash has a meaning of its own, and this is none that YAML knows."),
    N_("Write two backslashes for one, or put the value in 'single quotes'."),
)
SET_IN_TOO_LITTLE = (
    N_("This line belongs to the one above, and is not set in below it."),
    N_("Put two more spaces before it."),
)
_TWO_VERSIONS = (
    N_("Two versions of these lines were put together here, and nobody chose between them."),
    N_("Keep the lines that are right, and delete those that begin with <<<<<<<, ======= and >>>>>>>."),
)
_NOT_UNDERSTOOD = (
    N_("From here on the facts cannot be read."),
    N_("Each fact is a key, a colon, a space and its value, such as dated: 2023-09-04."),
)
_SYNTAX = (
    ("tab character", _TAB),
    ("cannot start any token", _NO_BEGINNING),
    ("alphabetic or numeric character", _NO_BEGINNING),
    ("non-alphabetical character", _NO_BEGINNING),
    ("comment or line break", _NO_BEGINNING),
    ("node content", _NO_BEGINNING),
    ("mapping keys are not allowed", _NO_BEGINNING),
    ("mapping values are not allowed", _SECOND_COLON),
    ("could not find expected ':'", _COLON_MISSING),
    ("unexpected end of stream", _OPEN_QUOTE),
    ("expected ',' or", _OPEN_BRACKET),
    ("expected '-' indicator", _OUT_OF_LINE),
    ("expected key", _OUT_OF_LINE),
    ("block sequence entries are not allowed", _LIST_AFTER_KEY),
    ("escape", _BACKSLASH),
    ("hexdecimal", _BACKSLASH),
)
"""What YAML complains of, by a part of its words, in a person's words."""


def _syntax(problem: Problem, lines: list[str]) -> tuple[Place, tuple[str, str] | None]:
    """Where the mistake is, which is not always where YAML notices it, and the sentences that say so."""
    place = problem.place
    said = next((sentences for part, sentences in _SYNTAX if part in problem.facts["problem"]), None)
    line = lines[place.line - 1]
    for number in (place.line, place.line - 1):
        if _MARK_OF_VERSIONS.match(lines[number - 1]):
            return Place(number, 1, number, len(lines[number - 1]) + 1), _TWO_VERSIONS
    first = next((number for number in range(2, place.line) if lines[number - 1].strip()), place.line)
    if "<document start>" in problem.facts["problem"] and first < place.line and lines[first - 1].startswith(" "):
        return Place(first, 1, first, len(lines[first - 1]) - len(lines[first - 1].lstrip(" ")) + 1), _FIRST_SET_IN
    before, at = line[: place.column - 1], line[place.column - 1 : place.column]
    number = place.line
    if said is _NO_BEGINNING and at == "\t":
        said = _TAB
    elif said is _NO_BEGINNING and not before.strip() and re.match(r"[^\s:]+:(?:\s|$)", line[place.column - 1 :]):
        said = _NO_KEY
    elif said is _OUT_OF_LINE and before.rstrip().endswith(('"', "'", "]", "}")):
        said = _ENDS_EARLY
    elif said is _OUT_OF_LINE and at == ":":
        said = _KEY_MISSING
    elif said is _SECOND_COLON and ":" not in before:
        # The line's only colon: YAML takes the line for more of the one before.
        indent = len(line) - len(line.lstrip())
        if indent and ":" in lines[number - 2]:
            return _out_of_line(lines, Place(number, 1, number, indent + 1))
        number, line, said = number - 1, lines[number - 2], _COLON_MISSING
    if said is _COLON_MISSING:
        if match := re.match(r"\s*(?:- )?[\w-]+(:)(?!//)\S", line):
            return Place(number, match.start(1) + 1, number, match.end(1) + 1), _SPACE_MISSING
        words = line.strip() or line
        start = line.index(words) + 1
        return Place(number, start, number, start + len(words)), said
    return _out_of_line(lines, place) if said is _OUT_OF_LINE else (place, said)


_MARK_OF_VERSIONS = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")
KEY_ALONE = re.compile(r" *[\w/-]+: *$")


def _out_of_line(lines: list[str], place: Place) -> tuple[Place, tuple[str, str]]:
    """Where lines stop lining up: where one was not set in below its key, YAML notices at a line below that was."""

    def indent(number: int) -> int:
        return len(lines[number - 1]) - len(lines[number - 1].lstrip(" "))

    above = (number for number in range(place.line - 1, 1, -1) if lines[number - 1].strip())
    outer = next((number for number in above if indent(number) < indent(place.line)), 0)
    key = outer - 1
    if outer > 2 and KEY_ALONE.match(lines[key - 1]) and indent(key) == indent(outer):
        return Place(outer, 1, outer, len(lines[outer - 1]) + 1), SET_IN_TOO_LITTLE
    return place, _OUT_OF_LINE


@rule("S55-F09", "yaml-syntax", ERROR)
def yaml_syntax(document: Document, content: Content) -> Iterator[Found]:
    """The front matter must be YAML: one fact a line, a key, a colon, a space and a value."""
    two_versions = False
    for problem in document.problems_of("yaml-syntax"):
        place, sentences = _syntax(problem, document.source.split("\n"))
        if sentences is _TWO_VERSIONS and two_versions:
            continue  # of which the first line says all
        two_versions = two_versions or sentences is _TWO_VERSIONS
        yield found(place, *(sentences or _NOT_UNDERSTOOD), **problem.facts)


@rule("S55-F10", "duplicate-key", ERROR)
def duplicate_key(document: Document, content: Content) -> Iterator[Found]:
    """A key must stand once; of two, nobody can tell which one holds."""
    for problem in document.problems_of("duplicate-key"):
        yield found(
            problem.place,
            N_("“{key}” stands here for the second time; the first is on line {first_line}."),
            N_("Keep the one that is right."),
            **problem.facts,
        )


_IN_QUOTES = N_('If it belongs to the value, put the whole value in "straight quotes".')


@rule("S55-F11", "yaml-beyond-plain", ERROR)
def yaml_beyond_plain(document: Document, content: Content) -> Iterator[Found]:
    """The front matter must be plain facts, lists and text: no aliases, tags, second documents or deep nesting."""
    sentences = {
        "yaml-alias": (
            N_("A value that begins with & or * means a reference in YAML, which is not used here."),
            _IN_QUOTES,
        ),
        "yaml-tag": (N_("A value that begins with ! means a type in YAML, which is not used here."), _IN_QUOTES),
        "too-deep": (
            N_("Lists and facts are nested more than {limit} deep here."),
            N_("Take brackets or hyphens away."),
        ),
        "second-document": (
            N_("This line ends the facts, and more stands on it."),
            N_("Write three hyphens on a line of their own, once above all facts and once below them."),
        ),
        "key-not-text": (N_("A key must be a word."), N_("Write it without brackets.")),
    }
    for name, (message, help_) in sentences.items():
        for problem in document.problems_of(name):
            yield found(problem.place, message, help_, **problem.facts)
