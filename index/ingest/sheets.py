"""CSV files: one table, every cell with its place in the file's own text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.errors import ReadError
from index.ingest.districts import district_of
from index.ingest.layout import article_id
from index.records import Article, Block, Cell, MappedText, Span, Table, TableRow

_CELL = re.compile(r'"(?P<quoted>(?:[^"]|"")*)"(?=[,;\t]|$)|(?P<plain>[^,;\t]*)')
_UNIT = re.compile(r"单位\s*[：:]\s*([\u4e00-\u9fff%]{1,8})")
_DATE = re.compile(r"((?:19|20)\d{2})\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})")


def read_csv(text: str, name: str) -> Article:
    """The table of a CSV file as one article; lines in front of the header are its headlines.

    Raises:
        ReadError: there is no header with two columns.
    """
    rows = [(span, cells) for span, cells in _rows(text) if any(b > a for a, b in cells)]
    widest = max((sum(b > a for a, b in cells) for _, cells in rows), default=0)
    if widest < 2:
        raise ReadError(f"{name}：没有认出表头，第一行应是各列的名称。")
    at = next(number for number, (_, cells) in enumerate(rows) if sum(b > a for a, b in cells) >= widest - 1)
    above, (_, head), body = rows[:at], rows[at], rows[at + 1 :]
    titles = tuple("".join(text[a:b] for a, b in cells).strip() for _, cells in above)
    header = tuple(text[a:b].strip() for a, b in head)
    unit = _UNIT.search(" ".join((*titles, *header)))
    caption = MappedText.of(text, [above[-1][0]] if above else [])
    made = tuple(TableRow(_cells(text, cells, len(header)), span) for span, cells in body)
    table = Table(caption, unit[1] if unit else None, header, made)
    heads = [Block("headline", MappedText.of(text, [span])) for span, _ in above]
    whole: Span = (rows[at][0][0], rows[-1][0][1])
    title = " ".join(titles) or name.rsplit(".", 1)[0]
    dated = _DATE.search(title)
    iso = f"{int(dated[1]):04d}-{int(dated[2]):02d}-{int(dated[3]):02d}" if dated else None
    return Article(
        id=article_id(text),
        kind="table",
        title=title,
        headlines=titles or (title,),
        text=text,
        blocks=(*heads, Block("table", MappedText.of(text, [whole]))),
        tables=(table,),
        date=iso,
        date_basis="explicit" if iso else "none",
        district=district_of(title, text, text),
        file=name,
        file_span=(0, len(text)),
    )


def _rows(text: str) -> Iterator[tuple[Span, list[Span]]]:
    """(span of the line, spans of its cells); the quotation marks around a cell are left out."""
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        if bare.strip():
            yield (at, at + len(bare)), list(_split(bare, at))
        at += len(line)


def _split(line: str, offset: int) -> Iterator[Span]:
    at = 0
    while at <= len(line):
        match = _CELL.match(line, at)
        if match is None:
            return
        group = "quoted" if match["quoted"] is not None else "plain"
        yield offset + match.start(group), offset + match.end(group)
        at = match.end() + 1


def _cells(text: str, spans: Sequence[Span], columns: int) -> tuple[Cell, ...]:
    padded = [*spans[:columns], *[(0, 0)] * (columns - len(spans))]
    return tuple(Cell(MappedText.of(text, [span]).strip()) for span in padded)
