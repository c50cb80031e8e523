"""Rules of tables: those without a head, and rows without their cells."""

from collections.abc import Iterator

from section55.findings import Severity
from section55.language.catalogue import N_
from section55.reading.content import Content, Document
from section55.reading.markup import Block, Kind, Line, is_line_of_hyphens, looks_like_a_row, rows_of
from section55.rules.registry import Found, found, rule
from section55.rules.text.common import ATTRIBUTES_ALONE, markup_of

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@rule("S55-X12", "table-without-head", ERROR, allowable=True)
def table_without_head(document: Document, content: Content) -> Iterator[Found]:
    """A table must have a head that says what each column holds, and below it a line of hyphens.

    Without the line of hyphens the rows are published as one line with bars in it; without a head nobody who listens
    to the page knows what a cell is about.

    Source: WCAG 2.2, success criterion 1.3.1, under the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
    Accessibility Regulations 2018.
    """
    if "|" not in document.front.body:
        return
    before: Block | None = None
    for block in markup_of(document).blocks:
        if block.kind is Kind.TABLE:
            _line, cells = next(rows_of(block))
            if all(start == end for start, end in cells):
                yield found(
                    block.lines[0].place(),
                    N_("The head of this table is empty."),
                    N_("Write in each of its cells what the column holds."),
                )
        elif block.kind is Kind.PARAGRAPH:
            yield from _no_table(block.lines, before)
        before = block


def _no_table(lines: list[Line], before: Block | None) -> Iterator[Found]:
    """What keeps rows in a paragraph from being a table."""
    row = next(
        (index for index, line in enumerate(lines) if looks_like_a_row(line.text) and line.text.count("|") > 1), None
    )
    hyphens = next((index for index, line in enumerate(lines) if is_line_of_hyphens(line.text)), None)
    if row is None and hyphens is None:
        return
    if before and before.kind is Kind.TABLE and row == 0 and hyphens is None:
        yield found(
            lines[0].place(),
            N_("An empty line parts this row from the table above it."),
            N_("Take the empty line out."),
        )
    elif hyphens is None:
        line = lines[row or 0]
        columns = max(1, line.text.strip(" ").strip("|").count("|") + 1)
        yield found(
            line.place(),
            N_("This is no table: the line of hyphens below its head is missing."),
            N_("Below the row that says what each column holds, put the line {hyphens}"),
            hyphens="|" + " --- |" * columns,
        )
    elif hyphens == 0:
        yield found(
            lines[0].place(),
            N_("This table has no head above its line of hyphens."),
            N_("Above it, put a row that says what each column holds."),
        )
    elif hyphens == 1:
        yield found(
            lines[1].place(),
            N_("This is no table: its line of hyphens has not as many cells as its head."),
            N_("Give the line of hyphens a --- for each cell of the head."),
        )
    else:
        yield found(
            lines[hyphens - 1].place(),
            N_("The table that begins here runs on in the sentence above it."),
            N_("Put an empty line above it."),
        )


@rule("S55-X13", "row-without-its-cells", ERROR)
def row_without_its_cells(document: Document, content: Content) -> Iterator[Found]:
    """A row of a table must have as many cells as its head.

    What stands in a cell too many is not published, and with one too few words come to stand in the wrong column.
    """
    if "|" not in document.front.body:
        return
    for block in markup_of(document).blocks:
        if block.kind is not Kind.TABLE:
            continue
        rows = rows_of(block)
        columns = len(next(rows)[1])
        for line, cells in rows:
            more = [cell for cell in cells[columns:] if cell[0] < cell[1]]
            if more:
                yield found(
                    line.place(more[0][0], more[-1][1]),
                    N_("This row has {cells} cells, but its table's head {columns}: “{lost}” would be left out."),
                    N_("For a bar that belongs to the words, write \\|; else give the head another cell."),
                    cells=len(cells),
                    columns=columns,
                    lost=line.text[more[0][0] : more[-1][1]],
                )
            elif len(cells) < columns and "|" in line.text:
                yield found(
                    line.place(),
                    N_("Of the {columns} cells that its table's head has, this row has {cells}."),
                    N_("Put in the bars that are missing: an empty cell is | and a space."),
                    cells=len(cells),
                    columns=columns,
                )
            elif len(cells) < columns and not ATTRIBUTES_ALONE.match(line.text):
                yield found(
                    line.place(),
                    N_("This line is taken for a row of the table above it."),
                    N_("If it is none, put an empty line above it."),
                )
