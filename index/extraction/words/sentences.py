"""Articles to sentences: the unit that is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, pairwise

from index.extraction.words.merging import shared_cells
from index.ingest import watched
from index.language.marks import is_narrow, widened
from index.records import Article, Block, Cell, MappedText, Sentence, Span, TableRow

_END = re.compile(r"(?:[。！？!?]|…{1,2}(?=\s|$))[”’」』）)》]*|(?<=[^\s●■◆▲])(?=[●■◆▲][^\s●■◆▲])")
_CLAUSE = re.compile(r"[，,；;：:。！？!?]|——")
_BRACKETS = (("（", "）"), ("《", "》"), ("“", "”"), ("(", ")"))
_REMARK = 6  # code points: a shorter line says nothing
_LONGEST = 1200  # code points of a sentence
_NEAR = 60  # code points: a bracket that stays open longer is a misprint
_ROLES = {"headline": "headline", "paragraph": "paragraph", "caption": "caption", "signature": "signature",
          "byline": "byline", "lead": "other", "masthead": "other", "furniture": "other"}  # fmt: skip


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """All sentences of ``article`` in the order of the text.

    A table gives one sentence a row (its raw lines, healed) after its caption; a headline line, a
    byline, a caption and a signature line are one sentence each. An article that was typed with
    half-width punctuation is read with the full-width marks that it stands for.
    """
    found: list[Sentence] = []
    tables = list(article.tables)
    for number, block in enumerate(_with_wide_marks(article)):
        pieces: Iterator[tuple[MappedText, str]] = _pieces(article, block, tables)
        for text, role in watched(pieces):
            for start, end in _bearable(text.text, 0, len(text)):
                piece = text.slice(start, end).strip() if end - start < len(text) else text.strip()
                if piece.text:
                    found.append(Sentence(len(found), number, piece, role))  # type: ignore[arg-type]
    return tuple(found)


def _with_wide_marks(article: Article) -> tuple[Block, ...]:
    running = "\n".join(block.text.text for block in article.blocks if block.role == "paragraph")
    if not is_narrow(running):
        return article.blocks
    return tuple(
        block if block.role == "table" else replace(block, text=_wide(block.text)) for block in article.blocks
    )


def _wide(text: MappedText) -> MappedText:
    return MappedText(widened(text.text), text.segments)


def _pieces(article: Article, block: Block, tables: list) -> Iterator[tuple[MappedText, str]]:  # type: ignore[type-arg]
    if block.role == "table":
        table = next((one for one in tables if _inside(one.rows, block)), None)
        if table is not None:
            tables.remove(table)
            first = min(row.span[0] for row in table.rows)
            if block.text.start < first:
                yield MappedText.of(article.text, [(block.text.start, first)]), "caption"
            end = first
            shared = shared_cells(table)
            for row in sorted(table.rows, key=lambda one: one.span):
                yield from _remarks(article, end, row.span[0])
                above = list(_shared(article.text, shared[row.span])) if row.span in shared else []
                yield MappedText.of(article.text, above + list(_whole_cells(article.text, row))), "table"
                end = max(end, row.span[1])
            yield from _remarks(article, end, block.text.end)
            return
        for line in _lines(article, block):
            yield line, "table"
        return
    if block.role == "paragraph":
        for start, end in sentence_spans(block.text.text):
            yield block.text.slice(start, end), "paragraph"
        return
    yield block.text, _ROLES.get(block.role, "other")


def _shared(text: str, cell: Cell) -> Iterator[Span]:
    """The spans of a cell and the blank that divides it from what follows."""
    *front, (start, end) = cell.text.spans()
    yield from front
    yield start, end + text[end : end + 1].isspace()


def _whole_cells(text: str, row: TableRow) -> Iterator[Span]:
    """The spans of a row: all of it but the breaks inside its cells."""
    low, high = row.span
    breaks = [
        (end, start)
        for cell in row.cells
        for (_, end), (start, _) in pairwise(cell.text.spans())
        if end < start and not text[end:start].strip()
    ]
    for end, start in sorted(breaks):
        if low < end:
            yield low, end
        low = start
    yield low, high


def _remarks(article: Article, start: int, end: int) -> Iterator[tuple[MappedText, str]]:
    """Lines of a table's block that are none of its rows: 备注：…; they are read as running text."""
    at = start
    for line in article.text[start:end].splitlines(keepends=True):
        said = line.rstrip(" ,，|\t\r\n")
        lead = len(said) - len(said.lstrip(" ,，|\t"))
        if len(said) - lead >= _REMARK and not set(said) <= set("|-: "):
            for a, b in sentence_spans(said[lead:]):
                yield MappedText.of(article.text, [(at + lead + a, at + lead + b)]), "paragraph"
        at += len(line)


def _inside(rows: tuple, block: Block) -> bool:  # type: ignore[type-arg]
    return bool(rows) and block.text.start <= rows[0].span[0] < block.text.end


def _lines(article: Article, block: Block) -> Iterator[MappedText]:
    at = block.text.start
    for line in article.text[at : block.text.end].splitlines(keepends=True):
        yield MappedText.of(article.text, [(at, at + len(line))])
        at += len(line)


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Sentences of a healed paragraph: up to 。！？ with the closing quotation marks behind it."""
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if _open_bracket(text, start, match.end()):
            continue
        spans.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return tuple(piece for span in spans for piece in _bearable(text, *span))


def _bearable(text: str, start: int, end: int) -> Iterator[Span]:
    """Pieces of a text without full stops; reading a sentence takes time with the square of its length."""
    while end - start > _LONGEST:
        window = text[start : start + _LONGEST]
        cut = max((window.rfind(mark) for mark in "；;，,、 \n"), default=-1) + 1 or _LONGEST
        yield start, start + cut
        start += cut
    yield start, end


def _open_bracket(text: str, start: int, end: int) -> bool:
    """A mark inside “…” or （…） does not end the sentence, if the bracket closes soon."""
    piece = text[start:end]
    return any(
        piece.count(left) > piece.count(right) and right in text[end : end + _NEAR]
        for left, right in _BRACKETS
    )


@lru_cache(maxsize=4096)
def clause_spans(text: str) -> tuple[Span, ...]:
    """Clauses of a sentence: up to ，；：。 and the like, marks included; brackets and quotes stay whole."""
    spans: list[Span] = []
    start = 0
    for match in _CLAUSE.finditer(text):
        if (
            _open_bracket(text, start, match.end())
            or (match[0] in ",，" and _between_digits(text, match.start()))
            or (match[0] in ":：" and _is_clock(text, match.start()))
        ):
            continue
        spans.append((start, match.end()))
        start = match.end()
    if start < len(text):
        spans.append((start, len(text)))
    return tuple(spans)


def piece_spans(pieces: Sequence[str], at: int) -> tuple[Span, ...]:
    """Where pieces stand that were split at one sign each, the first of them at ``at``."""
    ends = accumulate((len(piece) + 1 for piece in pieces), initial=at)
    return tuple((low, high - 1) for low, high in pairwise(ends))


def _between_digits(text: str, at: int) -> bool:
    return (
        0 < at < len(text) - 1
        and text[at - 1].isdigit()
        and bool(re.match(r"\d{3}(?!\d)", text[at + 1 : at + 5]))
    )


def _is_clock(text: str, at: int) -> bool:
    """The colon of 18:40."""
    return bool(re.match(r"\d\s?[:：]\s?\d\d(?!\d)", text[max(0, at - 1) :].lstrip())) and at > 0
