"""Records as compact JSON and back: what is decoded equals what was encoded.

Fields at their default are left out. Spans are flat lists of numbers. A text that is made of pieces of
the article's text is stored as the places of its pieces only.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import MISSING, fields
from operator import attrgetter
from typing import Any, Generic, TypeVar

from index.records import (
    Article,
    Batch,
    Block,
    Cell,
    Fact,
    Flag,
    Investment,
    ListItem,
    MappedText,
    OrderedList,
    Passage,
    Person,
    ProjectRow,
    Rate,
    Sentence,
    Span,
    Table,
    TableRow,
)

Record = TypeVar("Record")
_ABSENT = object()
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def dumps(value: object) -> str:
    """JSON without spaces, characters as they are."""
    return _ENCODER.encode(value)


def loads_all(bodies: Iterable[str]) -> list[Any]:
    """Many JSON texts at once."""
    found: list[Any] = json.loads(f"[{','.join(bodies)}]")
    return found


def pack_spans(spans: Iterable[Span]) -> list[int]:
    """Spans as a flat list."""
    return [offset for span in spans for offset in span]


def unpack_spans(raw: Iterable[int]) -> tuple[Span, ...]:
    """Spans of a flat list."""
    offsets = iter(raw)
    return tuple(zip(offsets, offsets, strict=True))


class Codec(Generic[Record]):
    """JSON of one record class.

    ``special`` holds (encode, decode) for the fields whose JSON is not the value itself.
    """

    def __init__(
        self,
        record: type[Record],
        special: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]],
        leave_out: Sequence[str] = (),
    ) -> None:
        self._record = record
        self._decoders = tuple((name, pair[1]) for name, pair in special.items())
        kept = [field for field in fields(record) if field.name not in leave_out]  # type: ignore[arg-type]
        self._fields = tuple(
            (field.name, _ABSENT if field.default is MISSING else field.default, special.get(field.name, (None,))[0])
            for field in kept
        )
        self._held: Callable[[Record], tuple[Any, ...]] = attrgetter(*(field.name for field in kept))

    def pack(self, value: Record) -> dict[str, Any]:
        """A mapping of the fields that differ from their default."""
        found: dict[str, Any] = {}
        for (name, default, encode), held in zip(self._fields, self._held(value), strict=True):
            if held is not default and (default is _ABSENT or held != default):
                found[name] = encode(held) if encode else held
        return found

    def unpack(self, raw: dict[str, Any], **more: Any) -> Record:
        """The record; ``raw`` is used up."""
        for name, decode in self._decoders:
            if name in raw:
                raw[name] = decode(raw[name])
        return self._record(**raw, **more)

    def encode(self, value: Record) -> str:
        """JSON text."""
        return dumps(self.pack(value))

    def decode_all(self, bodies: Iterable[str]) -> list[Record]:
        """The records of many JSON texts."""
        return [self.unpack(raw) for raw in loads_all(bodies)]


def _many(codec: Codec[Any]) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    return (lambda values: [codec.pack(v) for v in values], lambda raw: tuple([codec.unpack(r) for r in raw]))


_SPANS = (pack_spans, unpack_spans)
_WORDS = (list, tuple)
_PAIRS = (lambda pairs: [list(p) for p in pairs], lambda raw: tuple([tuple(p) for p in raw]))

INVESTMENT = Codec(Investment, {})
RATE = Codec(Rate, {})
LIST_ITEM = Codec(ListItem, {"spans": _SPANS})
PROJECT = Codec(
    ProjectRow,
    {
        "aliases": _WORDS,
        "investments": _many(INVESTMENT),
        "name_spans": _SPANS,
        "evidence": _SPANS,
        "details": _PAIRS,
    },
)
BATCH = Codec(
    Batch,
    {
        "amounts": _many(INVESTMENT),
        "rates": _many(RATE),
        "names": _WORDS,
        "evidence": _SPANS,
        "names_evidence": _SPANS,
    },
)
FACT = Codec(Fact, {"clause": _WORDS, "spans": _SPANS, "evidence": _SPANS})
PERSON = Codec(Person, {"roles": _WORDS, "spans": _SPANS, "evidence": _SPANS})
LIST = Codec(OrderedList, {"items": _many(LIST_ITEM), "evidence": _SPANS})
FLAG = Codec(Flag, {"spans": _SPANS})
_ARTICLE = Codec(
    Article,
    {"headlines": _WORDS, "reporters": _WORDS, "correspondents": _WORDS, "file_span": _WORDS},
    leave_out=("id", "text", "blocks", "tables", "versions"),
)


def pack_text(value: MappedText, text: str) -> list[Any]:
    """The places of its pieces, as a flat list (start, length) …; or the text itself and its segments."""
    at = 0
    flat: list[Any] = []
    for begin, origin, size in value.segments:
        if begin != at:
            break
        flat += (origin, size)
        at += size
    else:
        if value.text == "".join(text[o : o + s] for _, o, s in value.segments):
            return flat
    return [value.text, *(n for segment in value.segments for n in segment)]


def unpack_text(raw: list[Any], text: str) -> MappedText:
    """Inverse of :func:`pack_text`."""
    if len(raw) == 2:
        origin, size = raw
        return MappedText(text[origin : origin + size], ((0, origin, size),))
    if raw and isinstance(raw[0], str):
        numbers = iter(raw[1:])
        return MappedText(raw[0], tuple(zip(numbers, numbers, numbers, strict=True)))
    at, pieces, segments = 0, [], []
    numbers = iter(raw)
    for origin, size in zip(numbers, numbers, strict=True):
        pieces.append(text[origin : origin + size])
        segments.append((at, origin, size))
        at += size
    return MappedText("".join(pieces), tuple(segments))


def encode_sentences(sentences: Iterable[Sentence], text: str) -> str:
    """JSON of an article's sentences."""
    return dumps([[s.number, s.paragraph, s.role, pack_text(s.text, text)] for s in sentences])


def decode_sentences(body: str, text: str) -> tuple[Sentence, ...]:
    """Inverse of :func:`encode_sentences`."""
    return tuple([Sentence(n, p, unpack_text(raw, text), role) for n, p, role, raw in json.loads(body)])


def encode_passages(passages: Iterable[Passage], text: str) -> str:
    """JSON of an article's passages; the text is left out where it is its spans joined."""
    return dumps(
        [
            [
                p.number,
                list(p.sentences),
                pack_spans(p.spans),
                *([] if _joined(p, text) == p.text else [p.text]),
            ]
            for p in passages
        ]
    )


def decode_passages(body: str, text: str) -> tuple[Passage, ...]:
    """Inverse of :func:`encode_passages`."""
    found: list[Passage] = []
    for number, sentences, raw, *own in json.loads(body):
        spans = unpack_spans(raw)
        whole = own[0] if own else "".join([text[start:end] for start, end in spans])
        found.append(Passage(number, whole, tuple(sentences), spans))
    return tuple(found)


def encode_article(article: Article) -> str:
    """JSON of an article without its id and text."""
    raw = _ARTICLE.pack(article)
    raw["blocks"] = [[block.role, pack_text(block.text, article.text)] for block in article.blocks]
    if article.tables:
        raw["tables"] = [_pack_table(table, article.text) for table in article.tables]
    return dumps(raw)


def decode_article(body: str, identity: str, text: str, versions: int) -> Article:
    """Inverse of :func:`encode_article`."""
    raw = json.loads(body)
    raw["blocks"] = tuple([Block(role, unpack_text(t, text)) for role, t in raw["blocks"]])
    if "tables" in raw:
        raw["tables"] = tuple(_unpack_table(table, text) for table in raw["tables"])
    return _ARTICLE.unpack(raw, id=identity, text=text, versions=versions)


def _joined(passage: Passage, text: str) -> str:
    return "".join(text[start:end] for start, end in passage.spans)


def _pack_table(table: Table, text: str) -> list[Any]:
    rows = [[*row.span, *(pack_text(cell.text, text) for cell in row.cells)] for row in table.rows]
    return [pack_text(table.caption, text), table.unit, list(table.header), rows]


def _unpack_table(raw: list[Any], text: str) -> Table:
    caption, unit, header, rows = raw
    return Table(
        unpack_text(caption, text),
        unit,
        tuple(header),
        tuple(
            TableRow(tuple(Cell(unpack_text(cell, text)) for cell in cells), (start, end))
            for start, end, *cells in rows
        ),
    )
