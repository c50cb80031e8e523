"""Rules of form: what keeps a file from being read, or a value from being what its field holds."""

import difflib
import re
from collections.abc import Iterable, Iterator

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.reading.content import Content, Document
from section55.reading.problems import Place
from section55.records import Inspection, InspectionText, Response, ResponseText
from section55.records.fields import Record
from section55.records.schema import example, model_at
from section55.rules.registry import Found, found, rule

ERROR = Severity.ERROR


@rule("S55-F01", "unreadable-file", ERROR)
def unreadable_file(document: Document, content: Content) -> Iterator[Found]:
    """A file must be one that can be opened and read."""
    for problem in document.problems_of("unreadable-file"):
        yield found(problem.place, N_("This file cannot be read: {why}."), **problem.facts)


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


@rule("S55-F03", "wrong-encoding", ERROR)
def wrong_encoding(document: Document, content: Content) -> Iterator[Found]:
    """A file must be plain UTF-8 text.

    In any other encoding letters such as ŵ or a curly quote turn into others.
    """
    for problem in document.problems_of("wrong-encoding"):
        yield found(
            problem.place,
            N_("From here on this file is not UTF-8 text."),
            N_("Save it again with the encoding UTF-8 (in Notepad: “Save as”, then “Encoding”)."),
        )


@rule("S55-F04", "byte-order-mark", ERROR)
def byte_order_mark(document: Document, content: Content) -> Iterator[Found]:
    """A file must begin with its text, not with an invisible byte-order mark.

    Other tools would not see the front matter behind the mark.
    """
    for problem in document.problems_of("byte-order-mark"):
        yield found(
            problem.place,
            N_("This file begins with an invisible mark (a byte-order mark)."),
            N_("Save it again as “UTF-8”, not as “UTF-8 with BOM”."),
        )


@rule("S55-F05", "control-character", ERROR)
def control_character(document: Document, content: Content) -> Iterator[Found]:
    """A file must hold no invisible control characters."""
    for problem in document.problems_of("control-character"):
        yield found(
            problem.place,
            N_("There is an invisible control character here ({code})."),
            N_("Delete it; typing the word again is the surest way."),
            **problem.facts,
        )


@rule("S55-F06", "file-out-of-place", ERROR)
def file_out_of_place(document: Document, content: Content) -> Iterator[Found]:
    """A record must lie in the folder of its kind, under a name that says what it is.

    A response is `responses/<inspection>/<force>.en.md` (or `.cy.md`); an inspection is
    `inspections/<year>-<words>.en.md`. Names are in small letters, digits and hyphens.
    """
    for problem in document.problems_of("file-out-of-place"):
        yield found(
            problem.place,
            N_("No record belongs under the name {path}."),
            N_("A response is responses/<inspection>/<force>.en.md or .cy.md, in small letters, digits and hyphens."),
            **problem.facts,
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


@rule("S55-F08", "unclosed-front-matter", ERROR)
def unclosed_front_matter(document: Document, content: Content) -> Iterator[Found]:
    """A record's front matter must end with a line of three hyphens."""
    for problem in document.problems_of("unclosed-front-matter"):
        yield found(
            problem.place,
            N_("The facts that begin here never end."),
            N_("Put a line of three hyphens, ---, between the last fact and the text."),
        )


_PASTED = (
    (re.compile(r"^[ ]*(?:- )?[\w-]+:[ ]+([“‘„«].*[”’“»])\s*$"), "quotes"),
    (re.compile(r"^[\s\u00a0\u202f]*?([\u00a0\u202f]+)"), "space"),
    (re.compile(r"^[ ]*(?:- )?[\w-]+:[ ]*([\u00a0\u202f]+)"), "space"),
    (re.compile(r"^[ ]*-([\u00a0\u202f]+)"), "space"),
)


def _pasted(document: Document) -> Iterator[tuple[Place, str]]:
    """Where the front matter has a character of a word processor in the place of a plain one, and which."""
    lines = document.source.split("\n")
    for number in range(2, min(document.front.body_line, len(lines) + 1)):
        for pattern, kind in _PASTED:
            if match := pattern.match(lines[number - 1]):
                yield Place(number, match.start(1) + 1, number, match.end(1) + 1), kind
                break


@rule("S55-F20", "word-processor-characters", ERROR)
def word_processor_characters(document: Document, content: Content) -> Iterator[Found]:
    """The quotes around a value, and the spaces before it, must be plain ones, not those of a word processor.

    YAML takes a curly quote for part of the value, and a non-breaking space for a letter.
    """
    for place, kind in _pasted(document):
        if kind == "quotes":
            yield found(
                place,
                N_("The quotation marks around this value are curly ones, which YAML takes for part of it."),
                N_('Type them again as "straight quotes", or leave them out.'),
            )
        else:
            yield found(
                place,
                N_("There is a non-breaking space here, as word processors put it."),
                N_("Delete it and type a plain space."),
            )


_SYNTAX = (
    ("cannot start any token", "\t", N_("This line starts with a tab, which YAML does not allow."), N_("Use spaces.")),
    (
        "cannot start any token",
        "@`%",
        N_("A value cannot begin with this character."),
        N_('Put the whole value in "straight quotes".'),
    ),
    (
        "mapping values are not allowed",
        "",
        N_("There is a second colon here, so that it is not clear what is the value."),
        N_('If the colon belongs to the value, put the whole value in "straight quotes".'),
    ),
    (
        "could not find expected ':'",
        "",
        N_("A colon is missing on this line or the one before."),
        N_("Each fact is a key, a colon, a space and its value, such as dated: 2023-09-04."),
    ),
    (
        "found unexpected end of stream",
        "",
        N_("A quotation mark is opened and never closed."),
        N_("Close it at the end of the value."),
    ),
    (
        "did not find expected '-' indicator",
        "",
        N_("This line does not line up with the lines above."),
        N_("Facts of one kind begin in the same column; what belongs to one is set in by two spaces."),
    ),
    (
        "did not find expected key",
        "",
        N_("This line does not line up with the lines above, or a quotation mark ends too early."),
        N_('Line it up; inside "straight quotes" write \\" for a quotation mark.'),
    ),
    (
        "did not find expected ',' or",
        "",
        N_("A list or set of facts in brackets is not closed."),
        N_("Close the bracket, or write each entry on a line of its own after a hyphen."),
    ),
)


@rule("S55-F09", "yaml-syntax", ERROR)
def yaml_syntax(document: Document, content: Content) -> Iterator[Found]:
    """The front matter must be YAML: one fact a line, a key, a colon, a space and a value."""
    for problem in document.problems_of("yaml-syntax"):
        before, line = ["", *document.source.split("\n"), ""][problem.place.line - 1 : problem.place.line + 1]
        at = line[problem.place.column - 1 : problem.place.column]
        what = problem.facts["problem"]
        if "mapping values are not allowed" in what and ":" not in line[: problem.place.column - 1]:
            # The line's only colon: YAML takes the line for more of the one before.
            what = "did not find expected '-' indicator" if ":" in before else "could not find expected ':'"
        for part, characters, message, help_ in _SYNTAX:
            if part in what and (not characters or at and at in characters):
                yield found(problem.place, message, help_)
                break
        else:
            yield found(
                problem.place,
                N_("From here on the facts cannot be read ({problem})."),
                N_("Each fact is a key, a colon, a space and its value, such as dated: 2023-09-04."),
                **problem.facts,
            )


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


@rule("S55-F11", "yaml-beyond-plain", ERROR)
def yaml_beyond_plain(document: Document, content: Content) -> Iterator[Found]:
    """The front matter must be plain facts, lists and text: no aliases, tags, second documents or deep nesting."""
    sentences = {
        "yaml-alias": N_("A value that begins with & or * means a reference in YAML, which is not used here."),
        "yaml-tag": N_("A value that begins with ! means a type in YAML, which is not used here."),
        "too-deep": N_("Lists and facts are nested more than {limit} deep here."),
        "second-document": N_("A second set of facts begins here."),
        "key-not-text": N_("A key must be a word."),
    }
    for name, message in sentences.items():
        for problem in document.problems_of(name):
            yield found(
                problem.place, message, N_('If it belongs to the value, put the whole value in "straight quotes".'),
                **problem.facts,
            )


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
    for problem in document.problems_of("missing-key"):
        yield found(
            problem.place,
            N_("“{field}” is missing."),
            N_("Add a line such as {key}: {example}"),
            **(problem.facts | {"example": _example(problem.facts["model"], problem.facts["key"])}),
        )


@rule("S55-F14", "unknown-key", ERROR)
def unknown_key(document: Document, content: Content) -> Iterator[Found]:
    """A key must be one that records of this kind have."""
    for problem in document.problems_of("unknown-key"):
        original = {ResponseText: Response, InspectionText: Inspection}.get(problem.facts["model"])
        if original and len(problem.facts["path"]) == 1 and problem.facts["key"] in original.model_fields:
            continue  # fact-in-second-file says so
        known = _known_keys(problem.facts["model"], problem.facts["path"][:-1])
        near = difflib.get_close_matches(problem.facts["key"], known, 1)
        yield found(
            problem.place,
            N_("There is no key “{key}” here."),
            N_("Did you mean “{near}”?") if near else N_("The keys are: {known}."),
            **(problem.facts | {"near": near[0] if near else "", "known": ", ".join(known)}),
        )


@rule("S55-F15", "unknown-word", ERROR)
def unknown_word(document: Document, content: Content) -> Iterator[Found]:
    """A value with a fixed set of words must be one of them."""
    for problem in document.problems_of("unknown-word"):
        words = [word.strip("' ") for word in problem.facts["expected"].replace(" or ", ", ").split(",")]
        near = difflib.get_close_matches(problem.facts["value"] or "", words, 1)
        yield found(
            problem.place,
            N_("“{field}” cannot be “{value}”.") if problem.facts["value"] else N_("“{field}” must be one word."),
            N_("Did you mean “{near}”? It may be: {words}.") if near else N_("It may be: {words}."),
            **(problem.facts | {"near": near[0] if near else "", "words": ", ".join(words)}),
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
        yield found(problem.place, message, N_('Write {key}: "{value}"'), **problem.facts)


@rule("S55-F17", "not-a-date", ERROR)
def not_a_date(document: Document, content: Content) -> Iterator[Found]:
    """A date must be one that exists, written year-month-day with two digits for month and day (ISO 8601)."""
    for problem in document.problems_of("not-a-date"):
        yield found(
            problem.place,
            N_("“{field}” is not a date: {why}.") if problem.facts["why"] else N_("“{field}” must be a date."),
            N_("Write it as year-month-day, such as 2023-09-04 for 4 September 2023."),
            **problem.facts,
        )


@rule("S55-F18", "day-needed", ERROR)
def day_needed(document: Document, content: Content) -> Iterator[Found]:
    """A date must be as exact as its field needs: to the day, where days are counted."""
    for problem in document.problems_of("day-needed"):
        yield found(
            problem.place,
            N_("“{field}” is not exact enough: {value}."),
            N_("Write it as year-month-day, such as 2023-09-04 for 4 September 2023."),
            **problem.facts,
        )


@rule("S55-F19", "wrong-value", ERROR)
def wrong_value(document: Document, content: Content) -> Iterator[Found]:
    """A value must be of the kind that its field holds: a text, a list, a web address, a number, an id."""
    sentences = {
        "empty-value": (N_("“{field}” is empty."), N_("Give it a value, or delete the whole line.")),
        "text-wanted": (N_("“{field}” must be a text."), N_("Write it on one line after the colon.")),
        "list-wanted": (N_("“{field}” must be a list."), N_("Write each entry on a line of its own after “- ”.")),
        "mapping-wanted": (
            N_("“{field}” must be facts with keys."),
            N_("Write each fact on a line of its own below, set in by two spaces."),
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
        "wrong-form": (N_("“{value}” does not have the form that “{field}” needs."), ""),
        "too-few": (N_("“{field}” needs at least one entry."), N_("Write each entry on a line of its own after “- ”.")),
        "wrong-value": (N_("“{field}” is not right: {why}."), ""),
    }
    for name, (message, help_) in sentences.items():
        for problem in document.problems_of(name):
            yield found(problem.place, message, help_, **(problem.facts | {"value": problem.facts.get("value") or problem.facts["key"]}))


def _known_keys(model: type[Record], path: Iterable[str | int]) -> list[str]:
    """The keys of the mapping at `path` in records of a kind."""
    inner = model_at(model, tuple(path))
    return list(inner.model_fields) if inner else []


def _example(model: type[Record], key: str) -> str:
    """An example of a required field, wherever in the model it stands."""
    return example(model, key)
