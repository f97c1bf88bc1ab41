"""One line of a page, as the rooms of reading pass it on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One non-empty line: offsets of its text without surrounding white space, and what it looks like.

    kind: cells (a table row), masthead, byline, lead, dateline, caption, tablecaption, furniture, short or body.
    gap: empty lines in front of it. level: of a Markdown heading, else 0; marks: offsets of its # signs.
    indented: set in as the first lines of the page's paragraphs are. head: surely part of a headline.
    table: number of the flattened table that it belongs to, else 0. goes_on: the rest of a broken headline.
    """

    start: int
    end: int
    text: str
    kind: str
    gap: int
    ended: bool
    numbered: bool
    level: int = 0
    marks: tuple[int, int] = (0, 0)
    indented: bool = False
    head: bool = False
    table: int = 0
    goes_on: bool = False
