"""Articles for tests, made of plain text: headline lines, then paragraphs."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from index.extraction.programmes.rows import Rows, find_rows
from index.extraction.words.sentences import split_sentences
from index.records import Article, Block, Cell, MappedText, Table, TableRow


def article_of(
    body: str,
    *,
    headlines: Sequence[str] = (),
    date: str | None = "2024-04-18",
    district: str | None = "澄河区",
) -> Article:
    """An article whose paragraphs are the lines of ``body``."""
    text = "\n\n".join([*headlines, body])
    blocks: list[Block] = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        start, at = at, at + len(line) + 1
        if line.strip():
            role = "headline" if number < 2 * len(headlines) else "paragraph"
            blocks.append(Block(role, MappedText.of(text, [(start, start + len(line))])))
    name = hashlib.sha256(text.encode()).hexdigest()[:12]
    return Article(
        id=name, kind="news", title=" ".join(headlines), headlines=tuple(headlines), text=text,
        blocks=tuple(blocks), date=date, issue_date=date, district=district,
    )  # fmt: skip


def table_article(
    caption: str, header: Sequence[str], rows: Sequence[Sequence[str]], *, unit: str | None = None, body: str = "",
    date: str = "2024-04-18", district: str = "澄河区",
) -> Article:  # fmt: skip
    """An article with one table behind its body."""
    base = article_of(body, date=date, district=district)
    text = f"{base.text}\n{caption}\n"
    begin = len(base.text) + 1
    at = len(text)
    made: list[TableRow] = []
    for row in rows:
        cells: list[Cell] = []
        start = at
        for value in row:
            text += value + "\t"
            cells.append(Cell(MappedText(value, ((0, at, len(value)),)) if value else MappedText("", ())))
            at += len(value) + 1
        made.append(TableRow(tuple(cells), (start, at - 1)))
        text += "\n"
        at += 1
    table = Table(MappedText(caption, ((0, begin, len(caption)),)), unit, tuple(header), tuple(made))
    block = Block("table", MappedText.of(text, [(begin, len(text))]))
    return Article(
        id=base.id, kind="news", title="", headlines=(), text=text, blocks=(*base.blocks, block), tables=(table,),
        date=date, issue_date=date, district=district,
    )  # fmt: skip


def rows_of(article: Article) -> Rows:
    """Project rows and batches of an article."""
    return find_rows(article, split_sentences(article))
