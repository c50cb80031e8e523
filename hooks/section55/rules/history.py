"""Rules of history: what was published stays at its address, and says what became of it."""

import difflib
import re
from collections.abc import Iterator

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.reading.content import Content, Document
from section55.reading.problems import Place
from section55.records import Inspection, Response, ResponseText, Site
from section55.records.fields import LANGUAGES
from section55.records.partial import whole
from section55.records.vocabulary import Status
from section55.rules.brackets import with_commas
from section55.rules.form.values import COMMAS
from section55.rules.registry import Found, found, gone, rule

_PUBLISHED = (
    (Response, re.compile(r"responses/(?P<name>[^/]+/[^/.]+)\.(?:en|cy)\.md")),
    (Inspection, re.compile(r"inspections/(?P<name>[^/.]+)\.(?:en|cy)\.md")),
)


@rule("S55-H01", "published-and-gone", Severity.ERROR)
def published_and_gone(document: Document, content: Content) -> Iterator[Found]:
    """A response or inspection that was published must keep its address.

    A response that was moved is found through `moved_from`; one that was withdrawn or removed keeps its file, with a
    status that says so.
    """
    if not isinstance(document.record, Site) or content.published_files is None:
        return
    responses = [each for files in content.of(Response).values() for each in files if each.model is Response]
    if any(each.record is None for each in responses):
        return  # nobody knows what moved there
    moved = {name for each in responses for name in whole(each.record.moved_from)}
    said: set[str] = set()
    for path in sorted(content.published_files):
        for model, pattern in _PUBLISHED:
            match = pattern.fullmatch(path)
            if match and match["name"] not in (content.of(model).keys() | moved | said):
                said.add(match["name"])
                new = _new_name(match["name"], content) if model is Response else ""
                yield gone(
                    f"{document.path.removesuffix('site.md')}{path}",
                    N_("{name} was published and is gone."),
                    N_("Make the file again as its history shows it: its page has to stay.")
                    if model is Inspection
                    else N_("If {new} is its new name, write in that one's facts moved_from: and below it - {name}")
                    if new
                    else N_(
                        "Make the file again as its history shows it, "
                        "and write status: withdrawn, or removed without its text; "
                        "if it moved, write in the new one's facts moved_from: and below it - {name}"
                    ),
                    name=match["name"],
                    new=new,
                )


def _new_name(gone: str, content: Content) -> str:
    """The response that was not published before and is likely what one that is gone is named now; empty for none."""
    published = content.published_files or frozenset()
    new = [
        name
        for name in content.of(Response)
        if not any(f"responses/{name}.{language}.md" in published for language in LANGUAGES)
    ]
    same = [name for name in new if name.split("/")[1] == gone.split("/")[1]]
    return (difflib.get_close_matches(gone, same, 1, 0) or difflib.get_close_matches(gone, new, 1, 0.8) or [""])[0]


@rule("S55-H02", "corrected-without-note", Severity.ERROR)
def corrected_without_note(document: Document, content: Content) -> Iterator[Found]:
    """A corrected response must say what was corrected, and when."""
    record = document.record
    if isinstance(record, Response) and record.status is Status.CORRECTED and not record.corrections:
        yield found(
            document.front.place(("status",)),
            N_("The status is corrected, but no correction is noted."),
            N_("Add corrections: with a date and a note that says what was wrong and what stands now."),
        )


@rule("S55-H03", "status-without-reason", Severity.WARNING)
def status_without_reason(document: Document, content: Content) -> Iterator[Found]:
    """A response that no longer stands must say why, or which one stands in its place."""
    record = document.record
    if not isinstance(record, Response):
        return
    if record.status is Status.SUPERSEDED and not record.superseded_by:
        yield found(
            document.front.place(("status",)),
            N_("The status is superseded, but superseded_by names no response."),
            N_("Add superseded_by: and the name of the later file, such as {later}."),
            later=f"{document.name.split('/')[1]}-2",
        )
    elif record.status in (Status.WITHDRAWN, Status.REMOVED) and not record.status_reason:
        yield found(
            document.front.place(("status",)),
            N_("The status is {status}, and no reason is given."),
            N_("Add status_reason: and a sentence that says why."),
            status=record.status,
        )


@rule("S55-H04", "former-name-taken", Severity.ERROR)
def former_name_taken(document: Document, content: Content) -> Iterator[Found]:
    """A former name of a response must be `<inspection>/<force>`, and not that of a response that is there."""
    if not isinstance(document.record, Response):
        return
    for index, name in enumerate(document.record.moved_from):
        place = document.front.place(("moved_from", index))
        if not re.fullmatch(r"[0-9]{4}-[a-z0-9-]+/[a-z0-9-]+", name):
            right = with_commas(document, ("moved_from", index))
            yield found(
                place,
                N_("“{name}” is no name of a response."),
                COMMAS if right else N_("Write <inspection>/<force>, without .md."),
                name=name,
                right=right,
            )
        elif claimed := next((other for other in content.named_formerly(name) if other < document.name), None):
            yield found(
                place, N_("{other} gives {name} as a former name too."), N_("Keep the one that is right."),
                other=claimed, name=name,
            )
        elif name in content.of(Response):
            yield found(
                place, N_("There still is a response {name}."), N_("Take the line out, or correct it."), name=name
            )


@rule("S55-H05", "removed-and-still-here", Severity.WARNING)
def removed_and_still_here(document: Document, content: Content) -> Iterator[Found]:
    """A removed response must have no text in its files.

    Its page does not show it, but whoever opens the file, which is public, reads it there.
    """
    if not isinstance(document.record, (Response, ResponseText)) or not document.front.body.strip():
        return
    facts = (each.record for each in content.of(Response)[document.name] if isinstance(each.record, Response))
    if any(record.status is Status.REMOVED for record in facts):
        lines = document.front.body.split("\n")
        index = next(number for number, line in enumerate(lines) if line.strip())
        line = document.front.body_line + index
        yield found(
            Place(line, 1, line, len(lines[index]) + 1),
            N_("This response is removed, and here its text begins, for all to read who open this file."),
            N_("Delete all from here on, in the file of the other language too, and any file that is attached."),
        )
