"""Is this sentence right? Each claim is held against what the bulletins print of the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.checking.claim_asking import Ask, asked
from index.answering.checking.claim_binding import Bound, accounted, bound, told_in, words_for
from index.answering.checking.claim_cells import in_cell
from index.answering.checking.claim_people import deeds, names_of, offices
from index.answering.checking.claim_regions import Word
from index.answering.checking.claim_split import Piece, claims_of
from index.answering.checking.claim_values import Value, values_in
from index.answering.checking.claim_words import stated
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
_NEARER = 0.1  # another sentence is that much nearer to the claim
_SURELY = 0.35  # how much better a value fits than any other where the sentence needs no second reading


def check_sentence(text: str, knowledge: Knowledge, ask: Ask) -> tuple[Claim, ...]:
    """Every claim of ``text`` with its verdict, the bulletin's own words and the source.

    Args:
        ask: answers a question from the same bulletins.
    """
    return tuple(_checked(piece, knowledge, ask) for piece in claims_of(text))


def _checked(piece: Piece, knowledge: Knowledge, ask: Ask) -> Claim:
    printed = nearest(piece.whole, knowledge)
    query = understand(piece.whole, knowledge.gazetteer, printed=printed)
    pool = [e for e in gather(query, knowledge) if links_fit(query, e) and year_fits(query, e)]
    values = [v for v in values_in(fold(piece.text)) if not _bare_year(v)]
    values = [v for v in values if not v.names and not _is_each(v, values)] or values
    alone = understand(piece.text, knowledge.gazetteer, printed=printed)
    named = names_of(alone, offices=False)
    found = [_of_value(value, piece, words_for(piece, value, printed, named), pool, ask) for value in values]
    held = [*offices(alone, pool, ask)]
    done = [*deeds(alone, piece.subject, pool, ask)]
    if not values:
        people = names_of(alone, offices=bool(held) and all(one.verdict for one in held))
        words = words_for(piece, None, printed, people)
        only_office = not any(word.strong and word.text not in people.values() for word in words)
        found = [_of_words(piece, words, pool, [*held, *done] if only_office else done)]
        done = [] if found[0] is not None and found[0].verdict else done
    return _verdict(piece, found, [*held, *done])


def _of_words(piece: Piece, words: Sequence[Word], pool: Sequence[Evidence], people: Sequence[Bound]) -> Bound | None:
    """What the bulletins say of a claim without values.

    Args:
        people: what was answered about the people of the claim; who it was makes up for another order of words.
    """
    found = [one for e in pool if (one := stated(piece, words, e)).verdict is not None]
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
    return isinstance(value.number, tuple) and value.number[1] is None


def _of_value(
    value: Value, piece: Piece, words: Sequence[Word], pool: Sequence[Evidence], ask: Ask
) -> Bound | None:
    """What the bulletins say of a claimed value: the sentence that binds it, and the answer to the claim as a question.

    Where the two disagree nothing is said.
    """
    if not words:
        return None
    cell = in_cell(value, piece, words, pool)
    if cell is not None and cell.verdict:
        return cell
    every = [bound(value, piece, words, evidence) for evidence in pool]
    found = [one for one in every if one.verdict is not None]
    if cell is not None:
        return None if any(one.verdict for one in found) else cell
    right = [one for one in found if one.verdict]
    read = max(right or found, key=_order, default=None)
    other = max((one for one in found if not one.verdict), key=_order, default=None)
    nearer = read is not None and other is not None and read.score < min(other.score - _NEARER, _NEARLY)
    elsewhere = any(one.score >= _ELSEWHERE for one in every if one.verdict is None)
    if read is not None and read.margin >= _SURELY and not nearer and (read.verdict or not elsewhere):
        return read
    told = asked(value, piece, words, pool, ask)
    if nearer:
        read = other if told is not None and not told.verdict else None
    if read is None and told is not None and told.verdict:
        return None if any(one.doubt and one.evidence is told.evidence for one in every) else told
    if read is not None and not read.verdict and elsewhere:
        read = None
    if read is None or told is None:
        return read or told
    return read if read.verdict == told.verdict or read.margin >= _SURELY else None


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
