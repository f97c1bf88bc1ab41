"""Whether a sentence of a bulletin binds a value to what a claim says of it.

Words that overlap prove nothing: in 签约5个，投产7个 both figures and both words are printed. Each printed value has
a territory of its own, the words that stand nearer to it than to another value of its sort, and shares what stands
in front of them all. A claim's value is confirmed where its territory accounts for the claim's words, and
contradicted where the territory of another value of its sort does, and does so better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.answering.checking.holding.contrasts import of_any_round, plausible, strays, undone
from index.answering.checking.reading.pieces import Piece
from index.answering.checking.reading.said_values import (
    Value,
    comparable,
    direction_at,
    rivals,
    same,
    values_in,
    year_of,
)
from index.answering.checking.reading.terms import (
    Terms,
    in_turn,
    is_planned,
    may_confirm,
    may_refute,
    spans_of_months,
    terms_of,
)
from index.answering.checking.reading.wordings import (
    PAUSE,
    STRONG,
    Word,
    around_it,
    columns_of,
    opening_of,
    segment_of,
)
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern, load_words
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.query import Term
from index.understanding.terms import content_terms

_GENERAL = 0.3  # what a general word counts that the claim has itself
_SEEN = 0.55
_CONFIRMS, _WHOLE, _REFUTES, _TOLD = 0.75, 0.7, 0.8, 0.6
_TURNED = 0.6  # how much of a claim has to be there where just its direction is another
_MARGIN, _ALIKE = 0.08, 0.03
_OWN, _JOINT, _LEAD = 1.0, 0.65, 0.9
_FRONT = 0.95  # clauses in front of the one in which the first value stands
_ROW = 0.9  # other cells of a row
_RANGE = load_pattern("answering.binding.range")
_BATCH = load_pattern("answering.binding.batch")
_EXTREME = load_pattern("answering.binding.extreme")
_TOTAL = load_pattern("answering.binding.total")
_EVERYWHERE = load_pattern("answering.binding.everywhere")
_TOTALS = 0.45


@dataclass(frozen=True, slots=True)
class Bound:
    """What one sentence says of a claimed value: True, False or nothing, how well, and which value stands there.

    ``doubt``: it prints the value, but binds another one better. ``margin``: how much better the verdict's value fits
    than any other.
    """

    verdict: bool | None
    score: float
    evidence: Evidence
    said: Value | None = None
    doubt: bool = False
    margin: float = 0.0


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well the territory of a printed value accounts for a claim.

    Attributes:
        sure: share of the claim's own words that are not general. own: of all its own. share: of these and its
            subject. missing: a strong word is not there.
        unknown: nor, anywhere near, a word of what the claim is about.
    """

    value: Value
    sure: float
    own: float
    share: float
    missing: bool
    unknown: bool

    def beats(self, other: _Fit | None) -> bool:
        """It accounts better for the claim's own words, or as well for these and better for the subject."""
        if other is None or self.own > other.own + _ALIKE:
            return True
        return self.own >= other.own - _ALIKE and self.share > other.share + 1e-9

    def outdoes(self, other: _Fit | None) -> bool:
        """It beats the other one clearly."""
        return other is None or (self.own >= other.own - _ALIKE and self.share >= other.share + _MARGIN)


def turned_round(value: Value, words: Sequence[Word], evidence: Evidence) -> Bound | None:
    """The sentence prints the very figure of what the claim is about, but says that it went the other way."""
    if not value.sign or isinstance(value.number, tuple):
        return None
    text, year = fold(evidence.text), year_of(evidence.page.article)
    regions = [(compact(text), _OWN), (columns_of(evidence), _OWN), *around_it(evidence)]
    total = sum(word.weight for word in words if word.strong)
    seen = sum(word.weight for word in words if word.strong and _best(word, regions, text)[1])
    if not total or seen < _TURNED * total:
        return None
    found = (v for v in values_in(text, year) if v.sort == value.sort and v.number == value.number)
    other = next((v for v in found if v.sign * value.sign < 0), None)
    return None if other is None else Bound(False, _REFUTES, evidence, other, margin=_TURNED)


def words_for(
    piece: Piece, value: Value | None, printed: str, people: Mapping[Span, str] | None = None
) -> tuple[Word, ...]:
    """The words that tell of which thing ``value`` is said: around it in the claim, and its subject.

    Args:
        value: of the claim, or None for a claim without one.
        printed: texts near the claim, compact, that tell unknown names.
        people: names of the claim, with the stretch that is accounted for where the name is.
    """
    text, people = fold(piece.text), people or {}
    values = values_in(text)
    low, high = 0, len(text)
    if value is not None:
        low, high = _around(text, value, [v for v in values if rivals(v, value)])
    batches = [match.span() for match in _BATCH.finditer(text)]
    batches += spans_of_months(text)
    taken: list[Span] = [*((v.start, v.end) for v in values), *people, *batches]
    taken += [span for v in values if v.sign and (span := direction_at(text, v.start))]
    own = [
        *((v.start, Word(v.text, 1.0, names=True)) for v in values if v.names and v is not value),
        *((match.start(), Word(match[0], 1.0)) for match in _BATCH.finditer(text)),
        *((span[0], Word(name, 1.0)) for span, name in people.items()),
        *((m.start(), Word(m[0], 1.0)) for m in _EXTREME.finditer(text)),
        *((m.start(), Word(m[0], _TOTALS)) for m in _TOTAL.finditer(text)),
        *((t.start, Word(t.text, _weight(t, value, values))) for t in content_terms(text, taken, printed)),
    ]
    mine = [word for at, word in sorted(own, key=lambda one: one[0]) if low <= at < high]
    return (*mine, *_subject_words(piece, printed))


def _subject_words(piece: Piece, printed: str) -> Iterator[Word]:
    subject = fold(piece.subject)
    values = values_in(subject)
    batches = [match.span() for match in _BATCH.finditer(subject)]
    aside = not piece.leans
    yield from (Word(subject[slice(*span)], 1.0, False, aside) for span in batches)
    yield from (Word(v.text, 1.0, False, aside, True) for v in values if v.names)
    taken = [*((v.start, v.end) for v in values), *batches]
    yield from (Word(t.text, t.weight, False, aside) for t in content_terms(subject, taken, printed))


def _weight(term: Term, value: Value | None, values: Sequence[Value]) -> float:
    """In 第二批33个项目开工率97% the rate is said of 97% alone; of a claim about people the deed says most."""
    if _EVERYWHERE.fullmatch(term.text):
        return _GENERAL
    if value is None:
        return 1.0 if term.text in deed_words() else max(term.weight, _GENERAL)
    if value.is_figure and term.start >= value.end and any(v.is_figure and v.start >= term.end for v in values):
        return _GENERAL
    return max(term.weight, _GENERAL)


@lru_cache(maxsize=1)
def deed_words() -> frozenset[str]:
    """What people are told to do: of a claim about people nothing says more."""
    return load_words("role_verbs") | load_words("acts")


def _around(text: str, value: Value, others: Sequence[Value]) -> Span:
    """The stretch of a claim that one of several values of a sort is about."""
    low = max((v.end for v in others if v.end <= value.start), default=0)
    behind = min((v.start for v in others if v.start >= value.end), default=len(text))
    if behind == len(text):
        return low, behind
    pause = PAUSE.search(text, value.end, behind)
    return low, pause.start() if pause else behind


def bound(value: Value, piece: Piece, words: Sequence[Word], evidence: Evidence) -> Bound:
    """What a sentence says of a claimed value."""
    claim = fold(piece.text)
    year = year_of(evidence.page.article)
    text = fold(evidence.text)
    low, high = evidence.reach or (0, len(text))
    printed = [v for v in values_in(text, year) if low <= v.start and v.end <= high]
    alike = [one for one in printed if comparable(value, one)]
    if not alike:
        return Bound(None, 0.0, evidence)
    asked = _with_years(terms_of(claim, value, year), fold(piece.subject), year)
    terms = {one: terms_of(text, one, year) for one in alike}
    alike = [one for one in terms if same(value, one, year) and may_confirm(asked, terms[one])]
    alike = [one for one in alike if terms[one].total or terms[one].everywhere or not asked.sums]
    best = _first([_fit(one, printed, words, text, evidence) for one in alike])
    others = [
        fit
        for one in terms
        if rivals(value, one) and not same(value, one, year) and may_confirm(asked, terms[one])
        if not (fit := _fit(one, printed, words, text, evidence)).missing
    ]
    if any(in_turn(text, one) for one in (*alike, *(fit.value for fit in others))):
        return Bound(None, 0.0, evidence)
    best = None if best is not None and not best.missing and _is_of_another(best, piece, words, evidence) else best
    against = [fit for fit in others if _instead(value, fit.value, alike, text)]
    against = [fit for fit in against if may_refute(asked, terms[fit.value], value, year)]
    rival = _first([fit for fit in against if plausible(value, fit.value, claim, text)])
    if rival is not None and _is_no_rival(rival, best, piece, words, evidence):
        rival = None
    beaten = any(fit.beats(best) for fit in others if not _tied(fit.value, alike, text))
    if best is not None and not (best.missing or beaten) and best.sure >= _CONFIRMS and best.share >= _WHOLE:
        margin = best.share - max((fit.share for fit in others), default=0.0)
        return Bound(True, best.share, evidence, best.value, margin=margin)
    if rival is not None and not rival.unknown and min(rival.sure, rival.share) >= _REFUTES and rival.outdoes(best):
        margin = rival.share - (best.share if best else 0.0)
        return Bound(False, rival.share, evidence, rival.value, margin=margin)
    if (hoped := _hoped_for(value, asked, terms, printed, words, text, evidence)) is not None:
        return Bound(False, hoped.share, evidence, hoped.value)
    doubt = best is not None and any(fit.beats(best) for fit in others)
    return Bound(None, best.share if best and not best.missing else 0.0, evidence, doubt=doubt)


def _hoped_for(
    value: Value,
    asked: Terms,
    terms: Mapping[Value, Terms],
    printed: Sequence[Value],
    words: Sequence[Word],
    text: str,
    evidence: Evidence,
) -> _Fit | None:
    """What the claim tells as done (已突破100万元) the sentence only aims at (力争突破100万元)."""
    if not asked.done or asked.planned:
        return None
    year = year_of(evidence.page.article)
    alike = [one for one, told in terms.items() if told.planned and not told.done and same(value, one, year)]
    aims = [one for one in alike if is_planned(PAUSE.split(text[: one.start])[-1])]
    fits = [_fit(one, printed, words, text, evidence) for one in aims]
    return next((fit for fit in fits if not (fit.missing or fit.unknown) and fit.share >= _TOLD), None)


def _is_of_another(fit: _Fit, piece: Piece, words: Sequence[Word], evidence: Evidence) -> bool:
    """The printed value is the claimed one, but of another thing, or not of what the claim says is done."""
    text = fold(evidence.text)
    return strays(piece, words, (fit.value.start, fit.value.end), evidence) or undone(fold(piece.text), text)


def _is_no_rival(rival: _Fit, best: _Fit | None, piece: Piece, words: Sequence[Word], evidence: Evidence) -> bool:
    """What the sentence prints instead is of another thing or round; or it prints what was claimed, too."""
    if (best is not None and not best.missing) or of_any_round(piece, evidence):
        return True
    return strays(piece, words, (rival.value.start, rival.value.end), evidence)


def _with_years(asked: Terms, subject: str, year: int | None) -> Terms:
    """今年首批项目31个，总投资88.4亿元: the year of the clause in front holds for this one."""
    if asked.years or not subject:
        return asked
    years = {v.number[0] for v in values_in(subject, year) if isinstance(v.number, tuple) and v.number[0]}
    return replace(asked, years=frozenset(years))


def _first(fits: Sequence[_Fit]) -> _Fit | None:
    return max(fits, key=lambda fit: (not fit.missing, round(fit.own, 2), fit.share), default=None)


def told_in(one: Bound) -> str:
    """The part of the sentence that says it: from its semicolon to the end of the value's clause."""
    text = one.evidence.text
    if one.said is None or text[one.said.start : one.said.end] != one.said.text:
        return text
    low, high = segment_of(text, (one.said.start, one.said.end))
    pause = PAUSE.search(text, one.said.end, high)
    return text[low : pause.start() if pause else high].strip("，,、；;：: ")


def binds(printed: Value, words: Sequence[Word], evidence: Evidence) -> bool:
    """The territory of a value that the sentence prints, and what it shares, has the words."""
    text = fold(evidence.text)
    every = values_in(text, year_of(evidence.page.article))
    if printed not in every or in_turn(text, printed):
        return True
    fit = _fit(printed, every, words, text, evidence)
    return not fit.missing and fit.sure >= _TOLD


def _instead(claimed: Value, printed: Value, alike: Sequence[Value], text: str) -> bool:
    """The printed value may be what is right instead: of the same unit, or the same number of another unit.

    Args:
        alike: where the sentence prints the claimed value; what is tied to it (7月6日至8日) or told in round figures
            (突破530亿元，达到536.2亿元) does not stand against it.
    """
    if _tied(printed, alike, text):
        return False
    if alike and printed.approximate:
        return False
    if isinstance(claimed.number, tuple) and isinstance(printed.number, tuple):
        return all(not said or told for said, told in zip(claimed.number[1:], printed.number[1:], strict=True))
    if claimed.sort == printed.sort == "people":
        return True
    return claimed.unit == printed.unit or claimed.text[: -len(claimed.unit)] == printed.text[: -len(printed.unit)]


def _tied(printed: Value, alike: Sequence[Value], text: str) -> bool:
    return any(_RANGE.fullmatch(text[min(a.end, printed.end) : max(a.start, printed.start)]) for a in alike)


def accounted(words: Sequence[Word], evidence: Evidence, *, wholly: bool) -> bool:
    """The sentence with what stands around it prints the words.

    Args:
        wholly: those of the subject, too.
    """
    text = fold(evidence.text)
    regions = [(compact(text), _OWN), (columns_of(evidence), _OWN), *around_it(evidence)]
    return all(_best(word, regions, text)[1] for word in words if word.strong or (wholly and word.content))


def _best(word: Word, regions: Sequence[tuple[str, float]], near: str) -> tuple[float, bool]:
    """How well a word is accounted for, and whether it is there at all.

    An ordinal that names a thing is not where another one stands nearer.
    """
    if word.names:
        sorts = {v.sort for v in values_in(word.text)}
        others = [v for v in values_in(near) if v.sort in sorts]
        if others and not any(same(mine, v) for v in others for mine in values_in(word.text)):
            return 0.0, False
    found = [(explained(word.text, region).score, factor) for region, factor in regions]
    return max(score * factor for score, factor in found), max(score for score, _ in found) >= _SEEN


def _fit(value: Value, printed: Sequence[Value], words: Sequence[Word], text: str, evidence: Evidence) -> _Fit:
    near, regions = _regions(value, [v for v in printed if v.sort == value.sort], text, evidence)
    if not any(v.names for v in values_in(near)):
        near = fold(evidence.printed_before)
    whole = [(compact(text), _OWN), *regions]
    mine: list[tuple[float, float]] = []
    all_: list[tuple[float, float]] = []
    missing = unknown = False
    for word in words:
        best, seen = _best(word, whole if word.aside else regions, near)
        if not word.aside:
            all_.append((word.weight, best))
            missing = missing or (word.content and not seen)
        if word.own:
            mine.append((word.weight, best))
        unknown = unknown or (word.content and not seen)
    sure = _share([(weight, best) for weight, best in mine if weight >= STRONG])
    return _Fit(value, sure, _share(mine), _share(all_), missing, unknown)


def _share(scores: Sequence[tuple[float, float]]) -> float:
    total = sum(weight for weight, _ in scores)
    return sum(weight * best for weight, best in scores) / total if total else 1.0


def _regions(
    value: Value, sort: Sequence[Value], text: str, evidence: Evidence
) -> tuple[str, list[tuple[str, float]]]:
    """For one of the values of a sort: the text near it, and (compact text, how much a word there counts)."""
    low, high = segment_of(text, (value.start, value.end))
    start, end = _range(value, sort, text)
    inside = [v for v in sort if low <= v.start < high]
    before = [v for v in inside if v.end <= start]
    after = min((v.start for v in inside if v.start >= end), default=high)
    pause = _pause(text, end, after, value.sort)
    right = text[end : pause.start() if pause and after < high else after]
    joint = lead = first = front = ""
    row = evidence.sentence.role == "table"
    if before:
        between = text[before[-1].end : start]
        cut = _pause(between, 0, len(between), value.sort)
        left = between[cut.start() :] if cut else between
        joint = between[: cut.start()] if cut else ""
        at = max((m.end() for m in PAUSE.finditer(text, low, before[0].start)), default=low)
        lead, first = text[low:at], text[at : before[0].start]
    else:
        at = max((m.end() for m in PAUSE.finditer(text, low, start)), default=low)
        front, left = text[low:at], text[at:start]
    opening = opening_of(text, low)
    return "，".join((opening, lead, first, front, left, right)), [
        (compact(left + text[start:end] + right), _OWN),
        (compact(front), _FRONT),
        (compact(joint), _ROW if row else _JOINT),
        (compact(first), _ROW if row else _JOINT),
        (compact(lead), _ROW if row else _LEAD),
        (compact(opening), _LEAD),
        (columns_of(evidence), _OWN),
        *around_it(evidence),
    ]


def _pause(text: str, low: int, high: int, sort: str) -> re.Match[str] | None:
    """Where the words of one value end and those of the next begin; 9日起，… tells of when for more than its clause."""
    found = list(PAUSE.finditer(text, low, high))
    return None if not found else found[-1 if sort in ("date", "clock") else 0]


def _range(value: Value, sort: Sequence[Value], text: str) -> Span:
    """7月6日22:00至7月7日6:00 is one stretch of time, told of by the words around all of it."""
    start, end = value.start, value.end
    if value.sort not in ("date", "clock"):
        return start, end
    times = [v for v in values_in(text) if v.sort in ("date", "clock")]
    for other in reversed(times):
        if other.end <= start and _RANGE.fullmatch(text[other.end : start]):
            start = other.start
    for other in times:
        if other.start >= end and _RANGE.fullmatch(text[end : other.start]):
            end = other.end
    return start, end
