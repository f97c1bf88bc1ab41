"""What speaks against a printed value: it is of another thing of the same sort, of another round, of each, not done.

面试 is no 笔试 and 马头镇 no 白果乡, though the sentence before may print both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.checking.claim_regions import PAUSE, Word, columns_of, segment_of
from index.answering.checking.claim_split import Piece
from index.answering.checking.claim_values import Value, values_in
from index.answering.evidence.explain import SYNONYM, explained
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.terms import content_terms, is_weak

_SEEN = 0.55
_EACH = load_pattern("answering.claim_contrasts.each")
_ALREADY = load_pattern("answering.claim_contrasts.already")
_PLACES = ("省", "市", "区", "县", "旗", "镇", "乡", "村", "街道", "社区")
_QUOTED = re.compile(r"[“\"]([^“”\"]{1,8})[”\"]")
_SIZES = 20  # times that a wrong figure may be larger or smaller


def plausible(claimed: Value, printed: Value, claim: str, text: str) -> bool:
    """The printed value may have been meant: it is not of each, nor of quite another size."""
    if _EACH.search(text[: printed.start]) and not _EACH.search(claim[: claimed.start]):
        return False
    if isinstance(claimed.number, tuple) or isinstance(printed.number, tuple) or not claimed.is_figure:
        return True
    if claimed.sort == "percent":
        return True
    low, high = sorted((abs(claimed.number), abs(printed.number)))
    digits = {re.sub(r"[^\d.]", "", one.text) for one in (claimed, printed)}
    return len(digits) == 1 or high <= _SIZES * low


def of_any_round(piece: Piece, evidence: Evidence) -> bool:
    """The page tells of several rounds, the sentence of one of them, and the claim does not say of which."""
    said = {v.sort for v in values_in(fold(piece.whole)) if v.names}
    told = [v for v in values_in(fold(evidence.printed_before + evidence.text)) if v.names and v.sort not in said]
    page = values_in(fold(evidence.page.article.text)) if told else ()
    return any(len({v.number for v in page if v.sort == one.sort}) > 1 for one in told)


def strays(piece: Piece, words: Sequence[Word], span: Span, evidence: Evidence) -> bool:
    """A word of the claim (面试, 白果乡) stands elsewhere, and where the value is there is its like (笔试, 马头镇).

    Args:
        words: of the claim. span: of the value in the folded sentence.
    """
    claim, text = fold(piece.whole), fold(evidence.text)
    if evidence.sentence.role == "table":
        return False
    said, told = _QUOTED.findall(claim), _QUOTED.findall(text[segment_of(text, span)[0] : span[0]])
    if said and told and not set(said) & set(_QUOTED.findall(text)):
        return True
    terms = [
        term
        for term in content_terms(text, [(v.start, v.end) for v in values_in(text)])
        if term.start < span[0] and explained(term.text, claim).score < SYNONYM
    ]
    low = segment_of(text, span)[0]
    clause = max((m.end() for m in PAUSE.finditer(text, low, span[0])), default=low)
    for start, end in ((low, len(text)), (clause, _clause_end(text, span[1]))):
        here = (compact(text[(0 if start == low else start) : end]), columns_of(evidence))
        away = [w for w in words if w.content and not w.names and all(not _printed_in(w, region) for region in here)]
        if any(_are_alike(word.text, term.text) for word in away for term in terms if term.start >= start):
            return True
    return False


def _clause_end(text: str, end: int) -> int:
    pause = PAUSE.search(text, end)
    return pause.start() if pause else len(text)


def _printed_in(word: Word, region: str) -> bool:
    return explained(word.text, region).score >= SYNONYM


def _are_alike(word: str, other: str) -> bool:
    """Two names of one sort: 面试 and 笔试, two towns."""
    if min(len(word), len(other)) < 2 or is_weak(other) or word in other or other in word:
        return False
    return word[-1] == other[-1] or all(one.endswith(_PLACES) for one in (word, other))


def undone(claim: str, text: str) -> bool:
    """What the claim says is done already (已开工) the sentence does not tell."""
    return any(explained(match["what"], compact(text)).score < _SEEN for match in _ALREADY.finditer(claim))
