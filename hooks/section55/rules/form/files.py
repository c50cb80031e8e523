"""Rules of files: those that cannot be read, hold what no text can, or are out of their place."""

from collections.abc import Iterator

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.reading.content import Content, Document
from section55.reading.problems import Problem
from section55.records import Force
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
