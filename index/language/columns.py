"""Aligned tables for people: Chinese characters are two columns wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def width(text: str) -> int:
    """Columns that ``text`` takes in a terminal."""
    return sum(
        2 if unicodedata.east_asian_width(sign) in "WF" else 0 if unicodedata.combining(sign) else 1
        for sign in text
    )


def table(header: Sequence[str], rows: Sequence[Sequence[object]], most: int = 44) -> str:
    """Rows under a header, columns aligned; cells longer than ``most`` columns are cut with …"""
    cells = [[_cut("" if cell is None else str(cell), most) for cell in row] for row in (header, *rows)]
    widths = [max(width(row[column]) for row in cells) for column in range(len(header))]
    lines = [
        "  ".join(cell + " " * (size - width(cell)) for cell, size in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]
    return "\n".join([lines[0], "  ".join("-" * size for size in widths), *lines[1:]])


def _cut(text: str, most: int) -> str:
    flat = " ".join(text.split())
    if width(flat) <= most:
        return flat
    kept = ""
    for sign in flat:
        if width(kept + sign) > most - 1:
            break
        kept += sign
    return kept + "…"
