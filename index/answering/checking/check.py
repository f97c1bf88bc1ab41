"""Is this sentence right? Each claim is held against what the bulletins print of the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.answering.checking.asking.doers import deeds, names_of, offices
from index.answering.checking.asking.masked import Reply, confirms, refutes, replied
from index.answering.checking.asking.not_yet import not_yet
from index.answering.checking.asking.sole import foremost, may_be_sole
from index.answering.checking.ground import Ask, Ground
from index.answering.checking.holding.beside import counted, is_beside, tells_all
from index.answering.checking.holding.binding import Bound, accounted, bound, told_in, turned_round, words_for
from index.answering.checking.holding.cells import in_cell
from index.answering.checking.holding.in_words import stated
from index.answering.checking.holding.verbatim import printed_so
from index.answering.checking.reading.pieces import Piece, claims_of
from index.answering.checking.reading.said_values import Value, values_in
from index.answering.checking.reading.wordings import Word
from index.answering.evidence.fits import links_fit, year_fits
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence, gather, nearest
from index.catalogue.sources import source_of
from index.language.scripts import fold
from index.records import Claim
from index.understanding.understand import understand

_BESIDE = 3  # letters between 一亩 and what it costs
_ELSEWHERE = 0.7
_NEARLY = 0.9
_SURE = 0.97
_NEARER = 0.1  # another sentence is that much nearer to the claim
_SURELY = 0.35  # how much better a value fits than any other where the sentence needs no second reading


def check_sentence(text: str, knowledge: Knowledge, ask: Ask) -> tuple[Claim, ...]:
    """Every claim of ``text`` with its verdict, the bulletin's own words and the source.

    Args:
        ask: answers a question from the same bulletins.
    """
    printed = printed_so(text, knowledge)
    return tuple(_as_printed(piece, printed) or _checked(piece, knowledge, ask) for piece in claims_of(text))


def _as_printed(piece: Piece, printed: Sequence[tuple[str, Evidence]]) -> Claim | None:
    """Confirmed by the sentence that prints the whole of what the claim is a part of."""
    evidence = next((evidence for typed, evidence in printed if piece.text in typed), None)
    if evidence is None:
        return None
    source = source_of(evidence.page.article, evidence.sentence.text.spans())
    said = piece.text if piece.text in evidence.text else evidence.text.strip()
    return Claim(piece.text, "confirmed", said, (source,))


def _checked(piece: Piece, knowledge: Knowledge, ask: Ask) -> Claim:
    printed = nearest(piece.whole, knowledge)
    query = understand(piece.whole, knowledge.gazetteer, printed=printed)
    pool = [e for e in gather(query, knowledge) if links_fit(query, e) and year_fits(query, e)]
    ground = Ground(knowledge, pool, ask)
    alone = understand(piece.text, knowledge.gazetteer, printed=printed)
    held, done = [*offices(alone, ground)], [*deeds(alone, piece.subject, ground)]
    sole = foremost(piece, ground) if may_be_sole(piece) else None
    values = _values(piece)
    beside = [value for value in values if is_beside(value, values, piece)]
    points = [value for value in values if value not in beside]
    if points:
        named = names_of(alone, offices=False)
        words = {value: words_for(piece, value, printed, named) for value in points}
        found = _of_values(points, words, piece, ground, sole)
        if all(one is None for one in found) and all(value.sort == "date" for value in points):
            found = [not_yet(_undated(piece, points), ground)]
    else:
        people = names_of(alone, offices=bool(held) and all(one.verdict for one in held))
        said = words_for(piece, None, printed, people)
        only_office = not any(word.strong and word.text not in people.values() for word in said)
        told = sole or not_yet(piece, ground)
        found = [told or _of_words(piece, said, ground, [*held, *done] if only_office else done)]
        done = [] if found[0] is not None and found[0].verdict else done
    return _verdict(piece, _with_beside(found, beside, piece, ground), [*held, *done])


def _undated(piece: Piece, points: Sequence[Value]) -> Piece:
    """已开工 of 已于9月开工: what is done, whenever it was."""
    text = piece.text
    for value in sorted(points, key=lambda one: -one.start):
        text = text[: value.start].removesuffix("于").removesuffix("在") + text[value.end :]
    return replace(piece, text=text)


def _of_values(
    points: Sequence[Value],
    words: Mapping[Value, Sequence[Word]],
    piece: Piece,
    ground: Ground,
    sole: Bound | None,
) -> list[Bound | None]:
    """What is found of each value that a claim is about, and of who is the only one it can be said of."""
    found: list[Bound | None] = []
    for value in points:
        is_rank = sole is not None and value.sort == "place"
        found.append(sole if is_rank else _of_value(value, piece, words[value], ground))
    proved = [one for one in found if one is not None and one.verdict]
    for at, value in enumerate(points):
        if found[at] is None and value.sort == "date" and proved:
            found[at] = counted(value, piece, ground, proved)
    return found if sole is None else [*found, sole]


def _with_beside(
    found: Sequence[Bound | None], beside: Sequence[Value], piece: Piece, ground: Ground
) -> list[Bound | None]:
    """With what is found of the values beside the point; of another month or day nothing is refuted."""
    proved = [one for one in found if one is not None and one.verdict]
    aside = [counted(value, piece, ground, proved) for value in beside]
    undated = any(one is None and value.sort == "date" for value, one in zip(beside, aside, strict=True))
    every = [*(None if undated and one is not None and not one.verdict else one for one in found), *aside]
    return every if tells_all(piece, [one for one in every if one is not None]) else [*every, None]


def _values(piece: Piece) -> list[Value]:
    """What a claim may have wrong; years, and what names a thing, only say what it is about."""
    values = [value for value in values_in(fold(piece.text)) if not _bare_year(value) and not value.names]
    return [value for value in values if not _is_each(value, values)]


def _of_words(piece: Piece, words: Sequence[Word], ground: Ground, people: Sequence[Bound]) -> Bound | None:
    """What the bulletins say of a claim without values.

    Args:
        people: what was answered about the people of the claim; who it was makes up for another order of words.
    """
    found = [one for e in ground.pool if (one := stated(piece, words, e)).verdict is not None]
    right = [one for one in found if one.verdict]
    told = [one for one in people if one.verdict and accounted(words, one.evidence, wholly=False)]
    return max(right or told or found, key=_order, default=None)


def _order(one: Bound) -> float:
    """The better proof comes first; of two as good the sentence before the headline."""
    return one.score - 0.001 * one.evidence.rank - (0.2 if one.evidence.sentence.role == "headline" else 0.0)


def _is_each(value: Value, values: Sequence[Value]) -> bool:
    """一亩80元 is told of each."""
    return value.text[0] == "一" and any(v.is_figure and 0 <= v.start - value.end <= _BESIDE for v in values)


def _bare_year(value: Value) -> bool:
    return isinstance(value.number, tuple) and value.number[1] is None and value.text[-1] not in "初底末"


def _of_value(value: Value, piece: Piece, words: Sequence[Word], ground: Ground) -> Bound | None:
    """What the bulletins say of a claimed value: the cell or the sentence that binds it, and the answer to the claim.

    Where they disagree nothing is said.
    """
    if not words:
        return None
    cell = in_cell(value, piece, words, ground.pool)
    if cell is not None and cell.verdict:
        return cell
    read = _read(value, piece, words, ground)
    if read is None and cell is None:
        turned = (turned_round(value, words, evidence) for evidence in ground.pool)
        if (other := next((one for one in turned if one is not None), None)) is not None:
            return other
    reply = replied(value, piece, ground)
    if reply is None:
        return cell or (read if read is None or read.verdict or read.score >= _NEARLY else None)
    if confirms(reply, value, piece, words):
        return Bound(True, _NEARLY, reply.evidence, _said(reply, value))
    if cell is not None:
        return None if reply.right else cell
    if refutes(reply, value, piece, words):
        return None if read is not None and read.verdict else Bound(False, _NEARLY, reply.evidence, reply.told[0])
    if read is None or read.verdict is reply.right:
        return read
    surely = read.score >= _SURE and read.margin >= _SURELY
    return read if surely and not reply.computed else None


def _said(reply: Reply, value: Value) -> Value | None:
    return None if reply.computed else reply.told[0]


def _read(value: Value, piece: Piece, words: Sequence[Word], ground: Ground) -> Bound | None:
    """The sentence that binds the value, or another one in its place."""
    every = [bound(value, piece, words, evidence) for evidence in ground.pool]
    found = [one for one in every if one.verdict is not None]
    right = [one for one in found if one.verdict]
    read = max(right or found, key=_order, default=None)
    other = max((one for one in found if not one.verdict), key=_order, default=None)
    if read is None:
        return None
    if other is not None and read.verdict and read.score < min(other.score - _NEARER, _NEARLY):
        return None
    if not read.verdict and any(one.score >= _ELSEWHERE for one in every if one.verdict is None):
        return None
    return read


def _verdict(piece: Piece, found: Sequence[Bound | None], people: Sequence[Bound]) -> Claim:
    """One thing wrong makes a claim wrong; all of it has to be there to make it right."""
    wrong = next((one for one in (*people, *found) if one is not None and one.verdict is False), None)
    if wrong is not None:
        return _claim(piece, "contradicted", wrong)
    if found and all(one is not None and one.verdict for one in found):
        return _claim(piece, "confirmed", found[0])  # type: ignore[arg-type]
    return Claim(piece.text, "not_mentioned", None, ())


def _claim(piece: Piece, verdict: str, one: Bound) -> Claim:
    evidence = one.evidence
    source = source_of(evidence.page.article, evidence.sentence.text.spans())
    return Claim(piece.text, verdict, told_in(one), (source,))  # type: ignore[arg-type]
