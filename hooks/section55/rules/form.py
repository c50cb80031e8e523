"""Rules of form: what keeps a file from being read, or a value from being what its field holds."""

import difflib
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.language.written_dates import readings
from section55.reading.content import Content, Document
from section55.reading.nesting import MOST_LEVELS
from section55.reading.problems import Place, Problem
from section55.records import Force, Inspection, InspectionText, Response, ResponseText
from section55.records.fields import Record
from section55.records.schema import chosen_by_authors, example, field_at, fields, model_at
from section55.records.vocabulary import NOTHING_STATED
from section55.rules.brackets import with_commas
from section55.rules.names import name_for
from section55.rules.registry import Found, found, rule

ERROR = Severity.ERROR


_UNREADABLE = {
    "link": (
        N_("This is a link to another place, and links are not followed."),
        N_("Put the file itself here."),
    ),
    "folder": (
        N_("This is a folder, though its name is a file's."),
        N_("Give the folder another name."),
    ),
    "no-file": (N_("This is no file, though its name is a file's."), N_("Take it away.")),
    "gone": (N_("This was here, and is gone."), N_("It was moved or deleted during the check; check again.")),
    "forbidden": (
        N_("This cannot be read: the computer does not permit it."),
        N_("Ask whoever put it here for the right to read it."),
    ),
    "error": (
        N_("This cannot be read; the computer says “{error}”."),
        N_("Save it again; if that does not help, check the disk."),
    ),
}


@rule("S55-F01", "unreadable-file", ERROR)
def unreadable_file(document: Document, content: Content) -> Iterator[Found]:
    """A file must be one that can be opened and read, and no link to another.

    A link could lead anywhere, out of the content too, and publish what it finds there.
    """
    for problem in document.problems_of("unreadable-file"):
        yield found(problem.place, *_UNREADABLE[problem.facts["why"]], **problem.facts)


@rule("S55-F02", "file-too-large", ERROR)
def file_too_large(document: Document, content: Content) -> Iterator[Found]:
    """A record must be smaller than five million bytes.

    The longest known response has a hundredth of that; pictures and scans belong in files of their own beside it.
    """
    for problem in document.problems_of("file-too-large"):
        yield found(
            problem.place,
            N_("This file is larger than {limit:,} bytes."),
            N_("Keep the text alone here, and add scans or pictures as files beside it."),
            **problem.facts,
        )


_SAVE_AGAIN = N_("Save it again with the encoding UTF-8 (in Notepad: “Save as”, then “Encoding”), and upload that.")


@rule("S55-F03", "wrong-encoding", ERROR)
def wrong_encoding(document: Document, content: Content) -> Iterator[Found]:
    """A file must be plain UTF-8 text.

    In any other encoding letters such as ŵ or a curly quote turn into others.
    """
    for problem in document.problems_of("wrong-encoding"):
        match problem.facts["encoding"]:
            case "UTF-16":
                message = N_("This file is UTF-16 text, which some programs call Unicode, and not UTF-8.")
                help_ = _SAVE_AGAIN
            case "Windows-1252":
                message = N_(
                    "From here on this file is not UTF-8 text, but seems to be Windows-1252: this is {character}"
                )
                help_ = N_(
                    "Save it again with the encoding UTF-8 (in Notepad: “Save as”, then “Encoding”), "
                    "and see that it holds these: {all}"
                )
            case _ if problem.facts["code"] == "U+FFFD":
                message = N_("A character was lost here when a program did not know the encoding (U+FFFD).")
                help_ = N_("Look in the original which one it was, and type it here.")
            case _:
                message = N_("From here on this file is not UTF-8 text: the byte {code} is no character.")
                help_ = _SAVE_AGAIN
        yield found(problem.place, message, help_, **problem.facts)


@rule("S55-F04", "byte-order-mark", ERROR)
def byte_order_mark(document: Document, content: Content) -> Iterator[Found]:
    """A file must begin with its text, not with an invisible byte-order mark.

    Other tools would not see the front matter behind the mark.
    """
    for problem in document.problems_of("byte-order-mark"):
        yield found(
            problem.place,
            N_("This file begins with an invisible mark (a byte-order mark)."),
            N_("Save it again as “UTF-8”, not as “UTF-8 with BOM”, and upload that."),
        )


_NEW_LINE = (
    N_("A line break of a word processor stands here ({code}), which is none in this text."),
    N_("Delete it, and begin a new line; if the lines above and below are to stay lines, end the one above with \\"),
)
_HYPHEN = (
    N_("A hyphen of a word processor stands here ({code}), which nobody sees."),
    N_("Delete it, and type a plain hyphen if one belongs there."),
)
_OF_A_WORD_PROCESSOR = {
    "U+000B": _NEW_LINE,
    "U+2028": _NEW_LINE,
    "U+2029": (
        N_("The end of a paragraph of a word processor stands here ({code}), which is none in this text."),
        N_("Delete it, and put an empty line there."),
    ),
    "U+000C": (N_("A page break of a word processor stands here ({code})."), N_("Delete it.")),
    "U+001E": _HYPHEN,
    "U+001F": _HYPHEN,
}


@rule("S55-F05", "control-character", ERROR)
def control_character(document: Document, content: Content) -> Iterator[Found]:
    """A file must hold no invisible control characters, and its facts no character without width.

    Such a character comes along from a word processor or a web page. In a fact it makes a word another one.
    """
    for problem in document.problems_of("control-character"):
        if problem.facts["character"]:
            said = (
                N_("There is an invisible control character here ({code}), which Windows-1252 has for {character}"),
                N_("Type {character} in its place."),
            )
        else:
            said = _OF_A_WORD_PROCESSOR.get(
                problem.facts["code"],
                (
                    N_("There is an invisible control character here ({code})."),
                    N_("Delete it; typing the word again is the surest way."),
                ),
            )
        yield found(problem.place, *said, **problem.facts)
    for problem in document.problems_of("unseen-character"):
        yield found(problem.place, *said_of_unseen(problem), **problem.facts)


def said_of_unseen(problem: Problem) -> tuple[str, str]:
    """The sentences that say where characters are that have no width."""
    if problem.facts["count"] == 1:
        return (
            N_("There is a character here that nobody sees ({codes})."),
            N_("Delete it; typing the word again is the surest way."),
        )
    return (
        N_("There are {count} characters on this line that nobody sees ({codes}); the first is here."),
        N_("Delete them; typing the line again is the surest way."),
    )


_BELONGS = {
    "bodies": N_("Name it {right}: for its force, and the year in which it began."),
    "forces": N_("Name it {right}: for the force alone."),
    "inspections": N_("Name it {right}: for its year, some words of its title, and its language, .en or .cy."),
    "pages": N_("Name it {right}: for what it is, and its language, .en or .cy."),
    "responses": N_("Name it {right}: in the folder of its inspection, for its force, and its language, .en or .cy."),
}
_BELONGS_NOWHERE = N_(
    "Put it into one of the folders bodies, forces, inspections, pages and responses if it is a record; "
    "if it is a note, keep it outside this folder."
)


@rule("S55-F06", "file-out-of-place", ERROR)
def file_out_of_place(document: Document, content: Content) -> Iterator[Found]:
    """A record must lie in the folder of its kind, under a name that says what it is.

    A response is `responses/<inspection>/<force>.en.md` (or `.cy.md`); an inspection is
    `inspections/<year>-<words>.en.md`. Names are in small letters, digits and hyphens.
    """
    for problem in document.problems_of("file-out-of-place"):
        right = name_for(problem.facts["path"], content.of(Force))
        yield found(
            problem.place,
            N_("No record belongs under the name {path}."),
            _BELONGS[right.partition("/")[0]] if right else _BELONGS_NOWHERE,
            **problem.facts,
            right=right,
        )


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
    for path, place in _empty_keys(document):
        if _is_cut_off(document, place):
            yield found(
                place,
                N_("The comma before this ends the value, so that “{lost}” is lost."),
                N_(
                    'Put the whole value in "straight quotes"; '
                    "or write each fact on a line of its own, without braces."
                ),
                lost=str(path[-1]),
            )


def _is_cut_off(document: Document, key: Place) -> bool:
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
_SET_IN_TOO_LITTLE = (
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
_KEY_ALONE = re.compile(r" *[\w/-]+: *$")


def _out_of_line(lines: list[str], place: Place) -> tuple[Place, tuple[str, str]]:
    """Where lines stop lining up: where one was not set in below its key, YAML notices at a line below that was."""

    def indent(number: int) -> int:
        return len(lines[number - 1]) - len(lines[number - 1].lstrip(" "))

    above = (number for number in range(place.line - 1, 1, -1) if lines[number - 1].strip())
    outer = next((number for number in above if indent(number) < indent(place.line)), 0)
    key = outer - 1
    if outer > 2 and _KEY_ALONE.match(lines[key - 1]) and indent(key) == indent(outer):
        return Place(outer, 1, outer, len(lines[outer - 1]) + 1), _SET_IN_TOO_LITTLE
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


@rule("S55-F12", "facts-wanted", ERROR)
def facts_wanted(document: Document, content: Content) -> Iterator[Found]:
    """The front matter must be facts, each with its key, and not a list or a sentence."""
    for problem in document.problems_of("not-a-mapping"):
        yield found(
            problem.place,
            N_("Between the two lines of hyphens stands no fact with a key."),
            N_("Each fact is a key, a colon, a space and its value, such as dated: 2023-09-04."),
        )


@rule("S55-F13", "missing-key", ERROR)
def missing_key(document: Document, content: Content) -> Iterator[Found]:
    """A record must have the facts without which it cannot be published rightly."""
    meant = {(path[:-1], near) for path, near in _misspelt(document)}
    for problem in document.problems_of("missing-key"):
        mapping = problem.facts["path"][: -1 if problem.facts["present"] else None]
        if (mapping, problem.facts["key"]) in meant:
            continue  # unknown-key says so
        help_, facts = _to_write(problem)
        yield found(
            problem.place,
            N_("“{field}” has no value.") if problem.facts["present"] else N_("“{field}” is missing."),
            help_,
            **problem.facts | facts,
        )
    set_in_too_little = {
        problem.facts["path"][:-1]
        for problem in document.problems_of("mapping-wanted")
        if _is_set_in_too_little(problem.facts["model"], problem.facts["path"])
    }
    for path, place in _empty_keys(document):
        if path[:-1] in set_in_too_little:
            continue  # as its facts are, which wrong-value says
        if document.model and chosen_by_authors(document.model, path) and (inner := model_at(document.model, path)):
            first = next((each for each in fields(inner) if each.required), next(fields(inner)))
            yield found(
                place,
                N_("“{field}” has no value."),
                N_(
                    "Write its facts below it, set in by two more spaces, such as {key}: {value}; "
                    "or take the line out."
                ),
                field=".".join(map(str, path)),
                key=first.key,
                value=next((word for word in first.words if word in NOTHING_STATED), first.default or first.example),
            )


def _to_write(problem: Problem) -> tuple[str, dict[str, str]]:
    """What to write where a key or its value is missing, and the facts of that sentence.

    Never a word that claims something of the document, as if it were the only one: whoever copies it may invent a fact.
    """
    facts = problem.facts
    path = facts["path"] if facts["present"] else (*facts["path"], facts["key"])
    field = field_at(facts["model"], path)
    words = field.words if field else ()
    example = json.loads(field.example) if field and field.example[:1] in ("[", "{") else None
    if field and field.is_list:
        entry = str(example[0] if example else words[0] if words else "…")
        return (
            N_(
                "Write {key}: and below it, each on a line of its own after “- ”, "
                "those of these that are true: {words}."
            )
            if words
            else N_("Write {key}: and below it each entry on a line of its own, such as - {entry}")
        ), {"words": ", ".join(words), "entry": entry}
    if words:
        nothing = next((word for word in words if word in NOTHING_STATED), "")
        others = ", ".join(word for word in words if word != nothing)
        return (
            N_("Write {key}: {nothing}, or what the document says: {others}.")
            if nothing
            else N_("Write {key}: and that of these words which is true: {others}.")
        ), {"nothing": nothing, "others": others}
    if isinstance(example, dict):
        inner, value = next(iter(example.items()))
        return (
            N_("Write {key}: and below it, set in by two spaces, a line such as {inner}: {value}"),
            {"inner": inner, "value": value},
        )
    return N_("Write a line such as {key}: {example}"), {"example": _example(facts["model"], facts["key"])}


@rule("S55-F14", "unknown-key", ERROR)
def unknown_key(document: Document, content: Content) -> Iterator[Found]:
    """A key must be one that records of this kind have."""
    for problem in document.problems_of("unknown-key"):
        original = {ResponseText: Response, InspectionText: Inspection}.get(problem.facts["model"])
        if original and len(problem.facts["path"]) == 1 and problem.facts["key"] in original.model_fields:
            continue  # fact-in-second-file says so
        if _is_below_a_key_alone(document.source.split("\n"), problem.place):
            yield found(
                problem.place,
                N_("There is no key “{key}” here."),
                N_(
                    "If it belongs to the line above, "
                    "put two spaces before it and before each line that belongs to it."
                ),
                **problem.facts,
            )
        else:
            yield _no_key(problem.place, problem.facts["model"], problem.facts["path"], **problem.facts)
    # An empty key is one that was left out, and no problem of the record's. One that is unknown may be a slip.
    for path, place in _empty_keys(document):
        if not document.model or chosen_by_authors(document.model, path) or _is_cut_off(document, place):
            continue
        if path[-1] not in _known_keys(document.model, path[:-1]):
            yield _no_key(place, document.model, path, key=str(path[-1]), path=path, model=document.model)


def _empty_keys(document: Document) -> Iterator[tuple[tuple[str | int, ...], Place]]:
    """The paths and places of keys that have no value, in front matter that can be read."""
    if not document.front.problems:
        for path, place in document.front.keys.items():
            if document.front.value(path) is None:
                yield path, place


def _is_below_a_key_alone(lines: list[str], place: Place) -> bool:
    """Whether the line above a key is one of its rank that has no value, and waits for one."""
    above = lines[place.line - 2]
    return bool(_KEY_ALONE.match(above)) and len(above) - len(above.lstrip()) == place.column - 1


def _no_key(place: Place, model: type[Record], path: tuple[str | int, ...], /, **facts: Any) -> Found:
    known = _known_keys(model, path[:-1])
    near = difflib.get_close_matches(str(path[-1]), known, 1)
    return found(
        place,
        N_("There is no key “{key}” here."),
        N_("Did you mean “{near}”?") if near else N_("The keys are: {known}."),
        **facts | {"near": near[0] if near else "", "known": ", ".join(known)},
    )


def _misspelt(document: Document) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The paths of unknown keys, with the known ones that they are nearest to."""
    for problem in document.problems_of("unknown-key"):
        path = problem.facts["path"]
        for near in difflib.get_close_matches(problem.facts["key"], _known_keys(problem.facts["model"], path[:-1]), 1):
            yield path, near


@rule("S55-F15", "unknown-word", ERROR)
def unknown_word(document: Document, content: Content) -> Iterator[Found]:
    """A value with a fixed set of words must be one of them."""
    for problem in document.problems_of("unknown-word"):
        words = [word.strip("' ") for word in problem.facts["expected"].replace(" or ", ", ").split(",")]
        # A word that is merely similar may mean the opposite: “none” is no correction of “done”.
        value = (problem.facts["value"] or "").lower()
        near = difflib.get_close_matches(value, words, 1, 0.8)
        typed = [word for word in re.split(r"[,;/&+\s]+|\band\b", value) if word]
        path = problem.facts["path"]
        is_entry = bool(path) and isinstance(path[-1], int)
        field = field_at(problem.facts["model"], path[:-1] if is_entry else path)
        or_a_list = problem.facts["type"] == "literal_error" and field is not None and field.is_list and not is_entry
        several = field is not None and field.is_list and len(typed) > 1 and set(typed) <= {*words}
        right = with_commas(document, path) if several else ""
        yield found(
            problem.place,
            N_("“{field}” cannot be “{value}”.") if problem.facts["value"] else N_("“{field}” must be one word."),
            N_("Did you mean “{near}”? It may be: {words}.")
            if near
            else COMMAS
            if right
            else N_("Write each entry on a line of its own after “- ”.")
            if several and is_entry
            else N_("It may be {words}, or a list: write each entry on a line of its own after “- ”.")
            if or_a_list
            else N_(
                "Write {key}: and below it, each on a line of its own after “- ”, "
                "those of these that are true: {words}."
            )
            if several
            else N_("It may be: {words}."),
            **(
                problem.facts
                | {"near": near[0] if near else "", "words": ", ".join(typed if several else words), "right": right}
            ),
        )


@rule("S55-F21", "text-too-deep", ERROR)
def text_too_deep(document: Document, content: Content) -> Iterator[Found]:
    """A text must not be nested more than fifty deep; no letter is.

    Lists in lists, quotations in quotations, brackets and tags in others: past some depth no program reads them.
    """
    for problem in document.problems_of("text-too-deep"):
        yield found(
            problem.place,
            N_("The text is nested more than {limit} deep here."),
            N_("Close what is open before this, or take marks away from the start of the line."),
            limit=MOST_LEVELS,
        )


_READ_AS = {
    "yes-or-no": N_("Without quotes, YAML reads {value} as yes or no, not as text."),
    "number": N_("Without quotes, YAML reads {value} as a number, not as text."),
    "time": N_("Without quotes, YAML reads {value} as a number of seconds, not as text."),
    "date": N_("Without quotes, YAML reads {value} as a date, not as text."),
}


@rule("S55-F16", "needs-quotes", ERROR)
def needs_quotes(document: Document, content: Content) -> Iterator[Found]:
    """A text that YAML would read as a number, a date, or yes or no must stand in quotes.

    Without them, `no` is False to other tools, `12:30` is 750, and `7.10` is 7.1.
    """
    for problem in document.problems_of("needs-quotes"):
        message = _READ_AS.get(problem.facts["read_as"], N_("Without quotes, YAML does not read {value} as text."))
        in_list = problem.facts["path"] and isinstance(problem.facts["path"][-1], int)
        help_ = N_('Write - "{value}"') if in_list else N_('Write {key}: "{value}"')
        yield found(problem.place, message, help_, **problem.facts)


COMMAS = N_("Put a comma between each two entries: {right}")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_DAY_NEEDED = N_(
    "Write it as year-month-day, such as 2023-09-04; if no source gives the day, leave the line out."
)
_NO_DATE = {
    "form": N_("“{field}” is not a date: “{text}” is not of the form year-month-day."),
    "year": N_("“{field}” is not a date: there is no such year."),
    "month": N_("“{field}” is not a date: a year has no such month."),
    "day": N_("“{field}” is not a date: that month has no such day."),
}


@rule("S55-F17", "not-a-date", ERROR)
def not_a_date(document: Document, content: Content) -> Iterator[Found]:
    """A date must be one that exists, written year-month-day with two digits for month and day (ISO 8601)."""
    for problem in document.problems_of("not-a-date"):
        meant = readings(problem.facts["text"])
        match meant:
            case [day] if day.count("-") == 2:
                help_ = N_("Write {one}")
            case [_] if problem.facts.get("of_a_day"):
                help_ = _DAY_NEEDED
            case [_]:
                help_ = N_("Write {one}; if a source gives the day, write it too, as in {one}-04.")
            case [_, _]:
                help_ = N_("Write {one} if the day comes first in it, or {two} if the month does.")
            case _:
                help_ = N_("Write it as year-month-day, such as 2023-09-04 for 4 September 2023.")
        yield found(
            problem.place,
            _NO_DATE.get(problem.facts["why"], N_("“{field}” must be a date.")),
            help_,
            **problem.facts | dict(zip(("one", "two"), meant, strict=False)),
        )


@rule("S55-F18", "day-needed", ERROR)
def day_needed(document: Document, content: Content) -> Iterator[Found]:
    """A date must be as exact as its field needs: to the day, where days are counted."""
    for problem in document.problems_of("day-needed"):
        if problem.facts["type"] == "month_needed":
            message = N_("“{field}” needs a month: {value} has none.")
            help_ = N_("Write it as year-month, such as 2023-09.")
        else:
            message = N_("“{field}” needs a day: {value} has none.")
            help_ = _DAY_NEEDED
        yield found(problem.place, message, help_, **problem.facts)


@rule("S55-F19", "wrong-value", ERROR)
def wrong_value(document: Document, content: Content) -> Iterator[Found]:
    """A value must be of the kind that its field holds: a text, a list, a web address, a number, an id."""
    sentences = {
        "empty-value": (N_("“{field}” is empty."), N_("Give it a value, or delete the whole line.")),
        "text-wanted": (N_("“{field}” must be a text."), N_("Write it on one line after the colon.")),
        "list-wanted": (N_("“{field}” must be a list."), N_("Write each entry on a line of its own after “- ”.")),
        "mapping-wanted": (
            N_("“{field}” must be facts with keys."),
            N_("Write each fact on a line of its own below, set in by two spaces. The keys are: {known}."),
        ),
        "not-a-flag": (N_("“{field}” must be true or false."), N_("Write true or false, without quotes.")),
        "not-a-count": (N_("“{field}” must be a whole number."), N_("Write it in digits.")),
        "not-an-id": (
            N_("“{value}” cannot be an id."),
            N_("Ids are small letters and digits, with hyphens between words, such as r19 or west-mercia."),
        ),
        "not-a-web-address": (
            N_("“{value}” is not a web address."),
            N_("Write the whole address, from https:// on."),
        ),
        "wrong-form": (
            N_("“{value}” does not have the form that “{field}” needs."),
            N_("It has to look like {example}."),
        ),
        "too-few": (N_("“{field}” needs at least one entry."), N_("Write each entry on a line of its own after “- ”.")),
        "wrong-value": (N_("“{field}” cannot be this."), N_("It has to look like {example}.")),
    }
    for name, (message, help_) in sentences.items():
        for problem in document.problems_of(name):
            facts = problem.facts
            if name == "mapping-wanted" and _is_set_in_too_little(facts["model"], facts["path"]):
                yield found(document.front.key(facts["path"]), *_SET_IN_TOO_LITTLE)
                continue
            if inner := _model_of_entries(name, facts["model"], facts["path"]):
                keys = [each.key for each in fields(inner) if each.required] or [next(fields(inner)).key]
                yield found(
                    problem.place,
                    message,
                    N_(
                        "Write below {list}: for each entry a line that is set in by two more spaces, - {first}: … "
                        "and below it, set in by four more, {others}"
                    )
                    if len(keys) > 1
                    else N_(
                        "Write below {list}: for each entry a line that is set in by two more spaces, - {first}: …"
                    ),
                    **facts
                    | {
                        "list": facts["field"].rpartition(".")[2],
                        "first": keys[0],
                        "others": ", ".join(f"{each}: …" for each in keys[1:]),
                    },
                )
                continue
            right = with_commas(document, facts["path"]) if name == "not-an-id" else ""
            if right and all(map(_ID.fullmatch, (facts["value"] or "").split())):
                help_ = COMMAS
            if facts["type"] == "dict_type":
                help_ = N_("Write each id on a line of its own below, set in by two spaces, and its facts below that.")
            yield found(
                problem.place,
                message,
                help_,
                **facts
                | {
                    "value": facts["value"] or facts["key"],
                    "right": right,
                    "example": _example(facts["model"], facts["key"]),
                    "known": ", ".join(_known_keys(facts["model"], facts["path"])),
                },
            )


def _model_of_entries(problem: str, model: type[Record], path: tuple[str | int, ...]) -> type[Record] | None:
    """The model of a list's entries, where what stands for the list, or for an entry, holds no facts with keys."""
    in_list = problem == "list-wanted" or (problem == "mapping-wanted" and path and isinstance(path[-1], int))
    return model_at(model, path) if in_list else None


def _is_set_in_too_little(model: type[Record], path: tuple[str | int, ...]) -> bool:
    """Whether a key stands among those that authors choose, such as items' ids, and is a field's of what they hold."""
    return chosen_by_authors(model, path) and path[-1] in _known_keys(model, path[:-1])


def _known_keys(model: type[Record], path: Iterable[str | int]) -> list[str]:
    """The keys of the mapping at `path` in records of a kind."""
    inner = model_at(model, tuple(path))
    return list(inner.model_fields) if inner else []


def _example(model: type[Record], key: str) -> str:
    """An example of a required field, wherever in the model it stands."""
    return example(model, key)
