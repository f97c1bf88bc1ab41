"""Mirrors print random traditional characters, full-width digits and half-width marks: rows are read
from a plain form of the same length and given back as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from index.language.scripts import simplify
from index.records import Article, Batch, Cell, MappedText, ProjectRow, Sentence, Table, TableRow

_MARKS = str.maketrans(
    {",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "．": ".", "％": "%", ".": "。"}
)
_HALF = re.compile(
    r"(?<![0-9０-９])[,:]|[,:](?![0-9０-９])|[;()．％]|(?<=[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff])"
)
_FIELDS = (
    "place",
    "owner",
    "builder",
    "content",
    "purpose",
    "capacity",
    "area",
    "length",
    "start",
    "end",
    "status",
)


@lru_cache(maxsize=16384)
def _sign(sign: str) -> str:
    if "０" <= sign <= "９":
        return chr(ord(sign) - 0xFEE0)
    plain = simplify(sign)
    return plain if len(plain) == 1 else sign


def plain(text: str) -> str:
    """``text`` in simplified characters, half-width digits, full-width marks; of the same length."""
    if not text.isascii():
        text = "".join(map(_sign, text))
    return _HALF.sub(lambda match: match[0].translate(_MARKS), text)


_SPACED = re.compile(r"\d [\u4e00-\u9fff]|[\u4e00-\u9fff] \d|[，、；：] ")
_PADDING = re.compile(r"(?<![A-Za-z\s])[ 　]+(?![A-Za-z\s])")
_MANY = 5


def without_padding(article: Article, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentences without the spaces that some mirrors put around every figure and mark."""
    body = "".join(s.text.text for s in sentences if s.role == "paragraph")
    if len(_SPACED.findall(body)) < _MANY:
        return sentences
    return tuple(
        replace(s, text=_closed(article, s.text)) if s.role in ("paragraph", "other") else s
        for s in sentences
    )


def _closed(article: Article, text: MappedText) -> MappedText:
    spans: list[tuple[int, int]] = []
    at = 0
    for match in _PADDING.finditer(text.text):
        spans.extend(text.spans(at, match.start()))
        at = match.end()
    spans.extend(text.spans(at, len(text.text)))
    return MappedText.of(article.text, spans)


def plain_sentences(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences in their plain form, with their places in the article."""
    return tuple(replace(s, text=_mapped(s.text)) for s in sentences)


def plain_tables(article: Article) -> Article:
    """The article with the texts of its tables in their plain form."""
    tables = tuple(
        Table(_mapped(t.caption), t.unit, tuple(map(plain, t.header)), tuple(_row(row) for row in t.rows))
        for t in article.tables
    )
    return replace(article, tables=tables) if tables else article


def _mapped(text: MappedText) -> MappedText:
    changed = plain(text.text)
    return text if changed == text.text else MappedText(changed, text.segments)


def _row(row: TableRow) -> TableRow:
    return TableRow(tuple(Cell(_mapped(cell.text)) for cell in row.cells), row.span)


class Printed:
    """Gives values of the plain form back as the article prints them."""

    def __init__(self, article: Article, sentences: Sequence[Sentence]) -> None:
        cells = [cell.text.text for table in article.tables for row in table.rows for cell in row.cells]
        self._texts = [s.text.text for s in sentences] + cells
        changed = [plain(text) for text in self._texts]
        self.same = self._texts == changed
        self._printed, self._plain = "\0".join(self._texts), "\0".join(changed)

    def text(self, value: str) -> str:
        """The printed form of ``value``; ``value`` itself where it was put together."""
        at = self._plain.find(value)
        return self._printed[at : at + len(value)] if at >= 0 else value

    def row(self, row: ProjectRow) -> ProjectRow:
        """A row as printed; its plain name becomes an alias."""
        if self.same:
            return row
        changed: dict[str, Any] = {
            name: self.text(value) for name in _FIELDS if (value := getattr(row, name))
        }
        name = self.text(row.name)
        aliases = row.aliases if name == row.name else (row.name, *row.aliases)
        details = tuple((key, self.text(value)) for key, value in row.details)
        return replace(row, name=name, aliases=aliases, details=details, **changed)

    def batch(self, batch: Batch) -> Batch:
        """A batch as printed."""
        if self.same:
            return batch
        return replace(
            batch, names=tuple(map(self.text, batch.names)), status=batch.status and self.text(batch.status),
            event=batch.event and self.text(batch.event), place=batch.place and self.text(batch.place),
        )  # fmt: skip
