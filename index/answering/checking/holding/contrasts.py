"""What speaks against a printed value: it is of another thing of the same sort, of another round, of each, not done.

面试 is no 笔试 and 马头镇 no 白果乡, though the sentence before may print both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.checking.reading.pieces import Piece
from index.answering.checking.reading.said_values import Value, values_in
from index.answering.checking.reading.terms import is_done, is_planned
from index.answering.checking.reading.wordings import PAUSE, Word, columns_of, segment_of
from index.answering.evidence.explain import SYNONYM, explained
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.terms import content_terms, is_weak

_SEEN = 0.55
_EACH = load_pattern("answering.contrasts.each")
_ALREADY = load_pattern("answering.contrasts.already")
_PLACES = ("省", "市", "区", "县", "旗", "镇", "乡", "村", "街道", "社区")
_QUOTED = re.compile(r"[“\"]([^“”\"]{1,8})[”\"]")
_NUMBERED = load_pattern("answering.contrasts.numbered")
_NAMED = load_pattern("answering.contrasts.named")
_EARLY, _LATE = load_pattern("answering.contrasts.early"), load_pattern("answering.contrasts.late")
_DENIAL = load_pattern("answering.contrasts.denial")
_ROAD = load_pattern("answering.contrasts.road")
_REACH = 8  # letters behind a number in which the word for what is counted stands
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
    if _numbered_otherwise(claim, text) or _named_otherwise(claim, text, span) or _set_apart(claim, text, span):
        return True
    if _early_and_late(claim, text, span):
        return True
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


def _numbered_otherwise(claim: str, text: str) -> bool:
    """K6路 of the claim where the sentence tells of 15路."""
    mine = {match[0]: match["of"] for match in _NUMBERED.finditer(claim)}
    told = {match[0]: match["of"] for match in _NUMBERED.finditer(text)}
    return any(of in told.values() and name not in told for name, of in mine.items())


def _named_otherwise(claim: str, text: str, span: Span) -> bool:
    """The clause with the value begins with another town or school than the claim names."""
    low = max((m.end() for m in PAUSE.finditer(text, 0, span[0])), default=0)
    clause = text[low : _clause_end(text, span[1])]
    for match in _NAMED.finditer(clause):
        mine = re.findall(rf"[\u4e00-\u9fff]{{2}}{match['of']}", claim)
        if mine and match[0] not in claim and not any(name in clause for name in mine):
            return True
    return False


def _set_apart(claim: str, text: str, span: Span) -> bool:
    """What the claim names stands only in clauses that deny it (石桥村不受影响)."""
    if _DENIAL.search(claim):
        return False
    clauses = [(m.start(), m.end()) for m in re.finditer(r"[^，,、；;：:。\t|]+", text)]
    names = [text[low:high] for low, high in clauses if not (low <= span[0] < high) and _DENIAL.search(text[low:high])]
    heads = [match[0] for name in names if (match := _NAMED.match(name) or _ROAD.match(name))]
    rest = "，".join(text[low:high] for low, high in clauses if text[low:high] not in names)
    return any(head in claim and head not in rest for head in heads)


def _early_and_late(claim: str, text: str, span: Span) -> bool:
    """晚两个月 of the claim, where 早两个月 is printed."""
    low = max((m.end() for m in PAUSE.finditer(text, 0, span[0])), default=0)
    clause = text[low : _clause_end(text, span[1])]
    return any(
        one.search(claim) and other.search(clause) and not (other.search(claim) or one.search(clause))
        for one, other in ((_EARLY, _LATE), (_LATE, _EARLY))
    )


def counts_another(claimed: Value, told: Value, claim: str, text: str) -> bool:
    """What directly follows the claimed number (2个考场) follows another one in the sentence (2个考点、78个考场)."""
    noun = noun_behind(claim, claimed)
    if not noun or not claimed.is_figure or is_weak(noun):
        return False
    every = [v for v in values_in(text) if v.is_figure and not v.names]
    low = max((v.end for v in every if v.end <= told.start), default=0)
    low = low or max((m.end() for m in PAUSE.finditer(text, 0, told.start)), default=0)
    high = min((v.start for v in every if v.start >= told.end), default=len(text))
    elsewhere = explained(noun, compact(text)).score >= SYNONYM
    return elsewhere and explained(noun, compact(text[low:high])).score < SYNONYM and bool(noun_behind(text, told))


def noun_behind(text: str, value: Value) -> str:
    """The word that directly follows a number: what is counted."""
    behind = text[value.end : value.end + _REACH]
    stop = PAUSE.search(behind)
    terms = content_terms(behind[: stop.start() if stop else len(behind)])
    return terms[0].text if terms and terms[0].start == 0 else ""


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
    return any(not _is_told_done(match["what"], text) for match in _ALREADY.finditer(claim))


def _is_told_done(what: str, text: str) -> bool:
    """Some clause has the deed, and not as what is only planned."""
    clauses = [text[slice(*span)] for span in clause_spans(text)]
    having = [one for one in clauses if explained(what, compact(one)).score >= _SEEN]
    return any(is_done(one) or not is_planned(one) for one in having)
