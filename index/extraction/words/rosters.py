"""Rows of names under a heading that counts them: 一、先进乡镇（3个）, and below it 甲镇 乙乡 丙镇."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.ingest.shapes.breaks import within_word
from index.ingest.shapes.bylines import is_person
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.records import ListItem, OrderedList, Sentence, Span

_HEADING = load_pattern("extraction.rosters.heading")
_PIECE = load_pattern("extraction.rosters.piece")
_PROSE = re.compile(r"[。；！？：:]")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]")
_BLANK = re.compile(r"\s+")
_MOST = 60  # sentences below a heading
_ROLES = ("paragraph", "caption")


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between blanks or ends of lines; soft: only the end of a line parts it from the piece before."""

    text: str
    spans: tuple[Span, ...]
    soft: bool

    def joined(self, other: _Piece) -> _Piece:
        return replace(self, text=self.text + other.text, spans=(*self.spans, *other.spans))


def rosters(sentences: Sequence[Sentence]) -> Iterator[OrderedList]:
    """The lists whose rows hold just as many names as the heading above them says.

    Ends of lines may stand between two names or inside one: as many are closed up as the count asks for, first where
    a word or a name goes on.
    """
    for at, above in enumerate(sentences[:-1]):
        heading = _HEADING.fullmatch(above.text.text.strip()) if above.role in _ROLES else None
        rows = list(_rows(sentences, at + 1)) if heading is not None else []
        if heading is None or not rows:
            continue
        count = int(parse_number(heading["n"]))
        names = _named(_with_spread([piece for row in rows for piece in _pieces(row)]), count)
        if names is None:
            continue
        items = tuple(ListItem(n, one.text, one.spans) for n, one in enumerate(names, 1))
        evidence = ((above.text.start, rows[-1].text.end),)
        yield OrderedList(heading["name"], count, items, False, rows[0].number, evidence)


def _rows(sentences: Sequence[Sentence], low: int) -> Iterator[Sentence]:
    """The sentences below a heading that are no prose, up to the next heading."""
    for one in sentences[low : low + _MOST]:
        text = _BRACKET.sub("", one.text.text)
        if one.role not in _ROLES or _PROSE.search(text) or _HEADING.fullmatch(one.text.text.strip()):
            return
        yield one


def _pieces(row: Sentence) -> Iterator[_Piece]:
    text = row.text
    ends = {at for at, _, _ in text.segments if at}
    for match in _PIECE.finditer(text.text):
        edges = [match.start(), *sorted(at for at in ends if match.start() < at < match.end()), match.end()]
        for low, high in pairwise(edges):
            yield _Piece(_BLANK.sub("", text.text[low:high]), text.spans(low, high), soft=low > match.start())


def _with_spread(pieces: Sequence[_Piece]) -> list[_Piece]:
    """卢 梅（女） as one name: single letters, and what stands in brackets, belong to the letter or name before."""
    found: list[_Piece] = []
    for piece in pieces:
        opened = bool(found) and found[-1].text.count("（") > found[-1].text.count("）")
        single = bool(found) and len(found[-1].text) == 1 and len(_bare(piece)) == 1
        if found and (opened or single or piece.text[0] in "（("):
            found[-1] = found[-1].joined(piece)
        else:
            found.append(piece)
    return found


def _bare(piece: _Piece) -> str:
    """Without what stands in brackets behind it, or opens there."""
    return re.split("[（(]", piece.text)[0]


def _named(pieces: Sequence[_Piece], count: int) -> list[_Piece] | None:
    """The pieces as so many names; None where they cannot be as many."""
    soft = [at for at, piece in enumerate(pieces) if at and piece.soft]
    over = len(pieces) - count
    if not 0 <= over <= len(soft) or count < 2:
        return None
    endings = Counter(_bare(piece)[-1:] for piece in pieces)
    usual = endings.most_common(1)[0][0]

    def whole(at: int) -> int:
        """How much speaks for an end of line between two names."""
        left, right = (_bare(pieces[n]) for n in (at - 1, at))
        names = is_person(left) and is_person(right)
        return 2 * names + (left[-1:] == usual) - within_word(left, right)

    closed = set(sorted(soft, key=whole)[:over])
    found: list[_Piece] = []
    for at, piece in enumerate(pieces):
        if at in closed:
            found[-1] = found[-1].joined(piece)
        else:
            found.append(piece)
    return found
