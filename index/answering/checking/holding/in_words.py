"""Claims without a figure: their words have to stand in one statement, in order, and be as much denied as there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.checking.holding.binding import Bound
from index.answering.checking.holding.contrasts import strays
from index.answering.checking.reading.pieces import Piece
from index.answering.checking.reading.said_values import says_direction, year_of
from index.answering.checking.reading.terms import all_of_them, is_ahead, is_done, is_planned
from index.answering.checking.reading.wordings import Word, around_it, columns_of, opening_of
from index.answering.evidence.explain import EXACT, explained
from index.answering.evidence.pool import Evidence
from index.extraction.words.people import office_pattern
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.records import Span

_CONFIRMS = 0.85
_SEEN = 0.6
_REACH = 3  # clauses of one statement
_PARTS = re.compile(r"[；;。]")
_DENIED = load_pattern("answering.in_words.denied")
_RELIEVED = load_pattern("answering.in_words.relieved")
_LABELS = load_pattern("answering.in_words.labels")  # 进度滞后的：甲水库、乙车站
_MOVED = load_pattern("answering.in_words.moved")
_DENIES = load_pattern("answering.in_words.denies")
_RUMOUR = load_pattern("answering.in_words.rumour")


def stated(piece: Piece, words: Sequence[Word], evidence: Evidence) -> Bound:
    """What a sentence says of a claim: True, False where it denies it, or nothing."""
    text = fold(piece.text)
    strong = [word for word in words if word.strong]
    rumour = _RUMOUR.search(evidence.text) and not _RUMOUR.search(text)
    if len(strong) < 2 or says_direction(text) or _MOVED.search(text) or rumour:
        return Bound(None, 0.0, evidence)
    words = sorted(words, key=lambda word: word.text in text)  # what the clause leans on stands in front
    found = [one for run in _runs(evidence) if (one := _in_run(piece, words, evidence, run)).verdict is not None]
    return max(found, key=lambda one: one.score, default=Bound(None, 0.0, evidence))


def _runs(evidence: Evidence) -> list[list[Span]]:
    """Clauses that follow one another within a part of the sentence."""
    spans = list(clause_spans(evidence.text))
    found = []
    for first in range(len(spans)):
        for last in range(first, min(first + _REACH, len(spans))):
            found.append(spans[first : last + 1])
            if _PARTS.search(evidence.text[slice(*spans[last])]):
                break
    return found


def _in_run(piece: Piece, words: Sequence[Word], evidence: Evidence, run: Sequence[Span]) -> Bound:
    text, folded = fold(piece.text), fold(evidence.text)
    clauses = [evidence.clause(span) for span in run]
    low = run[0][0]
    around = [(compact(opening_of(folded, low)), 0.8), (columns_of(evidence), 1.0), *around_it(evidence)]
    total = got = 0.0
    at = -1
    last: Word | None = None
    for word in words:
        total += word.weight
        score, where = max(
            ((explained(word.text, clause).score, -n) for n, clause in enumerate(clauses)), default=(0.0, 0)
        )
        if score < _SEEN:
            score = max((explained(word.text, region).score * factor for region, factor in around), default=0.0)
            where = 1
        got += score * word.weight
        if word.strong and score < _SEEN:
            return Bound(None, 0.0, evidence)
        if word.strong and where == 1 and at >= 0 and not _LABELS.search(opening_of(folded, low)):
            return Bound(None, 0.0, evidence)  # the heading has a word of the predicate
        if word.strong and where <= 0:
            if -where < at:
                return Bound(None, 0.0, evidence)
            at, last = -where, word
    share = got / total if total else 0.0
    if share < _CONFIRMS or last is None or _of_another(text, words, evidence, clauses[at]):
        return Bound(None, share, evidence)
    year, own = year_of(evidence.page.article), folded[slice(*run[at])]
    if is_done(text) and not is_planned(text) and is_ahead(own, year):
        return Bound(None, share, evidence)  # 已投产 where the bulletin has 2026年3月投产
    if strays(piece, words, run[at], evidence) or _claims_more(text, folded[run[0][0] : run[-1][1]]):
        return Bound(None, share, evidence)
    clause = fold(evidence.text[slice(*run[at])])
    same = _denied(text, last.text) == _denied(clause, last.text)
    if same and bool(_DENIES.search(text)) != bool(_DENIES.search(clause)):
        return Bound(None, share, evidence)  # 要空腹 and 空腹不作要求
    if not same and explained(last.text, clauses[at]).score < EXACT:
        return Bound(None, share, evidence)  # 不收费 and 免费
    return Bound(same, share - 0.01 * len(run), evidence)


def _claims_more(text: str, said: str) -> bool:
    """已建成 where the bulletin has 计划建成, 全部 where it does not say so."""
    done = is_done(text) and is_planned(said) and not is_planned(text)
    return done or (all_of_them(text) and not all_of_them(said))


def _of_another(claim: str, words: Sequence[Word], evidence: Evidence, clause: str) -> bool:
    """The clause that says what was done names others who did it, none of those of the claim."""
    offices = [match.end() for match in office_pattern().finditer(fold(clause))]
    names = [clause[end : end + 2] for end in offices if len(clause) >= end + 2]
    if names and office_pattern().search(claim) and not any(name in claim for name in names):
        return True
    named = {person.name for person in evidence.page.says.people if person.sentence == evidence.number}
    mine = {word.text for word in words} & named
    told = {name for name in named if compact(name) in clause}
    return bool(mine) and bool(told) and not (mine & told)


def _denied(text: str, word: str) -> bool:
    """The word, or what is printed for it, stands behind a no."""
    printed = explained(word, compact(text)).printed or word
    start = text.find(printed)
    if start < 0:
        return bool(_DENIES.search(text))
    return bool(_DENIED.search(text[:start]) or _RELIEVED.search(text[:start]))
