"""Cells that stand for several rows: 6月3日 above the hours of two lines, printed once."""

from __future__ import annotations

from index.records import Cell, Span, Table


def shared_cells(table: Table) -> dict[Span, Cell]:
    """The first cell of the row above, by the spans of the rows that leave their own first cell empty.

    Only where all other cells of a row are filled: a row of totals or remarks shares nothing.
    """
    found: dict[Span, Cell] = {}
    held: Cell | None = None
    for row in table.rows:
        if len(row.cells) < 3:
            continue
        full = all(cell.text.text.strip() for cell in row.cells[1:])
        if row.cells[0].text.text.strip():
            held = row.cells[0] if full else None
        elif full and held is not None:
            found[row.span] = held
        else:
            held = None
    return found
