"""What reading a file yields: articles, made of blocks, with tables as structure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.records.text import MappedText, Span

Role = Literal[
    "masthead", "headline", "lead", "paragraph", "byline", "caption", "table", "signature", "furniture"
]
"""What a block is for.

masthead: date, page, editors of the page; headline: kicker, headline, sub-headline; lead: the
本报讯（记者 …） in front of the first sentence; paragraph: running text; byline: reporters and
correspondents on a line of their own; caption: of a picture or a table; table: the lines of a table;
signature: office and date that close a notice; furniture: navigation, footers, debris.
"""


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of an article. ``text`` is healed; its offsets point into ``Article.text``."""

    role: Role
    text: MappedText


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; an empty cell has an empty text."""

    text: MappedText


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of one row, as many as the header has; ``span`` covers the row's raw lines."""

    cells: tuple[Cell, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table of an article.

    Attributes:
        caption: the line above it, with a unit such as （单位：万元）; may be empty.
        unit: the unit that the caption gives for amounts (万元), or None.
        header: names of the columns, in order.
        rows: body rows, in order.
    """

    caption: MappedText
    unit: str | None
    header: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it stands in a bulletin.

    Attributes:
        id: from the content: the same text has the same id in every database.
        ref: the id that a JSONL line brought, or None.
        kind: news, notice, table or other (text that belongs to no article).
        title: the main line for lists: the headlines joined by a space, or the first words.
        headlines: kicker, headline and sub-headlines, in order, as printed.
        date: ISO date of the event or of the issue, or None where the year can't be known.
        date_basis: how the year was found: explicit, masthead, lunar, weekday, holiday, context, none.
        reporters, correspondents: names from bylines and leads.
        page, issue: page number and issue number of the masthead, as printed, or None.
        district: whose bulletin it is (中原区), or None.
        file: name of the file it came from.
        file_span: where ``text`` stands in the file's decoded text.
        url: where it was published, or None.
        text: the file's own text with its line breaks.
        blocks: all of ``text``, in order.
        tables: the tables among the blocks, as structure.
        versions: how many versions of it are stored, this one included.
        source: name of the newspaper or site, or None.
        issue_date: ISO date of the masthead, or None.
        attached: title of the article right above which a table belongs to, or None.
    """

    id: str
    kind: Literal["news", "notice", "table", "other"]
    title: str
    headlines: tuple[str, ...]
    text: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    ref: str | None = None
    date: str | None = None
    date_basis: str | None = None
    reporters: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    page: str | None = None
    issue: str | None = None
    district: str | None = None
    file: str = ""
    file_span: Span = (0, 0)
    url: str | None = None
    versions: int = 1
    source: str | None = None
    issue_date: str | None = None
    attached: str | None = None
