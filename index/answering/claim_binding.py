"""Whether a sentence of a bulletin binds a value to what a claim says of it.

Words that overlap prove nothing: in 签约5个，投产7个 both figures and both words are printed. Each printed value has
a territory of its own, the words that stand nearer to it than to another value of its sort, and shares what stands
in front of them all. A claim's value is confirmed where its territory accounts for the claim's words, and
contradicted where the territory of another value of its sort does, and does so better.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.answering.claim_split import Piece
from index.answering.claim_values import Value, direction_at, rivals, same, values_in, year_of
from index.answering.explain import explained
from index.answering.pool import Evidence
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.terms import content_terms

_FIRM, _SOFT = 1.0, 0.4  # what words of the claim count, and those of the subject of an earlier clause
_STRONG = 0.5
_SEEN = 0.55
_CONFIRMS, _REFUTES = 0.78, 0.8
_MARGIN = 0.08
_OWN, _JOINT, _LEAD, _AROUND, _HEADING = 1.0, 0.6, 0.8, 0.7, 0.6
_REST = re.compile(r"(?:其余|剩余|剩下|其他|另有|还有|尚有|余下)的?$")
_RANGE = re.compile(r"[\s至到—\-~～－、和]*(?:上午|下午|晚上?)?")
_SEGMENT = re.compile(r"[；;。！？!?]|(?<!\d)[：:]|[：:](?!\d)")
_BATCH = re.compile(r"[\u4e00-\u9fff]{2}一批")
_PAUSE = re.compile(r"[，,、：:\t|]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that has to be accounted for.

    Attributes:
        strong: without it nothing is proved. content: without it nothing is refuted. names: an ordinal that tells
            of which thing the rest is said (第九期).
    """

    text: str
    weight: float
    strong: bool
    content: bool
    names: bool = False


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
    value: Value
    share: float  # of the claim's words
    score: float  # of these and the subject
    missing: tuple[Word, ...]
    unknown: bool  # a word of the subject, too, is not accounted for


def words_for(piece: Piece, value: Value | None, printed: str, known: Sequence[Span] = ()) -> tuple[Word, ...]:
    """The words that tell of which thing ``value`` is said: around it in the claim, and its subject.

    Args:
        value: of the claim, or None for a claim without one. known: stretches of it that have been accounted for.
        printed: texts near the claim, compact, that tell unknown names.
    """
    text = fold(piece.text)
    values = values_in(text)
    low, high = 0, len(text)
    if value is not None:
        low, high = _around(text, value, [v for v in values if rivals(v, value)])
    taken: list[Span] = [(v.start, v.end) for v in values]
    taken += known
    taken += [span for v in values if v.sign and (span := direction_at(text, v.start))]
    batches = [match.span() for match in _BATCH.finditer(text)]
    own = [t for t in content_terms(text, (*taken, *batches), printed) if low <= t.start and t.end <= high]
    names = [v for v in values if v.names and v is not value and low <= v.start < high]
    kept = [text[a:b] for a, b in batches if low <= a and b <= high]
    subject = fold(piece.subject)
    before = values_in(subject)
    behind = [match.span() for match in _BATCH.finditer(subject)]
    lead = content_terms(subject, [*((v.start, v.end) for v in before), *behind], printed)
    firm = piece.leans
    return (
        *(Word(v.text, 1.0, True, True, True) for v in names),
        *(Word(one, 1.0, True, True) for one in kept),
        *(Word(t.text, t.weight, t.weight >= _STRONG, t.weight >= _STRONG) for t in own),
        *(Word(subject[a:b], _FIRM if firm else _SOFT, firm, True) for a, b in behind),
        *(Word(v.text, _FIRM if firm else _SOFT, firm, True, True) for v in before if v.names),
        *(
            Word(t.text, t.weight * (_FIRM if firm else _SOFT), firm and t.weight >= _STRONG, t.weight >= _STRONG)
            for t in lead
        ),
    )


def _around(text: str, value: Value, others: Sequence[Value]) -> Span:
    """The stretch of a claim that one of several values of a sort is about."""
    low = max((v.end for v in others if v.end <= value.start), default=0)
    behind = min((v.start for v in others if v.start >= value.end), default=len(text))
    if behind == len(text):
        return low, behind
    pause = _PAUSE.search(text, value.end, behind)
    return low, pause.start() if pause else behind


def bound(value: Value, words: Sequence[Word], evidence: Evidence) -> Bound:
    """What a sentence says of a claimed value."""
    year = year_of(evidence.page.article)
    text = fold(evidence.text)
    low, high = evidence.reach or (0, len(text))
    printed = [v for v in values_in(text, year) if low <= v.start and v.end <= high]
    alike = [one for one in printed if same(value, one, year) and not _is_the_rest(one, text, value)]
    fits = [_fit(one, printed, words, text, evidence) for one in alike]
    others = [
        _fit(one, printed, words, text, evidence)
        for one in printed
        if rivals(value, one) and not same(value, one, year) and _instead(value, one, alike, text)
    ]
    best = max(fits, key=lambda fit: (not fit.missing, fit.score), default=None)
    rival = max((fit for fit in others if not fit.missing), key=lambda fit: fit.score, default=None)
    bare, other = best.score if best else -1.0, rival.score if rival else -1.0
    if best is not None and not best.missing and best.share >= _CONFIRMS and bare >= other - 1e-9:
        return Bound(True, bare, evidence, best.value, margin=bare - max(other, 0.0))
    if rival is not None and not rival.unknown and rival.share >= _REFUTES and other >= bare + _MARGIN:
        return Bound(False, other, evidence, rival.value, margin=other - max(bare, 0.0))
    doubt = best is not None and rival is not None and (bool(best.missing) or best.score < rival.score - _MARGIN)
    return Bound(None, best.share if best and not best.missing else 0.0, evidence, doubt=doubt)


def told_in(one: Bound) -> str:
    """The part of the sentence that says it: from its semicolon to the end of the value's clause."""
    text = one.evidence.text
    if one.said is None or text[one.said.start : one.said.end] != one.said.text:
        return text
    low, high = _segment(text, one.said)
    pause = _PAUSE.search(text, one.said.end, high)
    return text[low : pause.start() if pause else high].strip("，,、；;：: ")


def binds(printed: Value, words: Sequence[Word], evidence: Evidence) -> bool:
    """The territory of a value that the sentence prints, and what it shares, has the words."""
    text = fold(evidence.text)
    every = values_in(text, year_of(evidence.page.article))
    return printed not in every or not _fit(printed, every, words, text, evidence).missing


def _is_the_rest(printed: Value, text: str, claimed: Value) -> bool:
    """其余5个须在9月底前验收: not those that have passed."""
    return _REST.search(text[: printed.start]) is not None


def _instead(claimed: Value, printed: Value, alike: Sequence[Value], text: str) -> bool:
    """The printed value may be what is right instead: of the same unit, or the same number of another unit.

    Args:
        alike: where the sentence prints the claimed value; what is tied to it (7月6日至8日) or told in round figures
            (突破530亿元，达到536.2亿元) does not stand against it.
    """
    if any(_RANGE.fullmatch(text[min(a.end, printed.end) : max(a.start, printed.start)]) for a in alike):
        return False
    if alike and printed.approximate:
        return False
    if isinstance(claimed.number, tuple) and isinstance(printed.number, tuple):
        return all(not said or told for said, told in zip(claimed.number[1:], printed.number[1:], strict=True))
    if claimed.sort == printed.sort == "people":
        return True
    return claimed.unit == printed.unit or claimed.text[: -len(claimed.unit)] == printed.text[: -len(printed.unit)]


def accounted(words: Sequence[Word], evidence: Evidence, *, wholly: bool) -> bool:
    """The sentence with what stands around it prints the words.

    Args:
        wholly: those of the subject, too.
    """
    text = fold(evidence.text)
    regions = [(compact(text), _OWN), (columns_of(evidence), _OWN), *around_it(evidence)]
    return all(
        _best(word, regions, text) >= _SEEN for word in words if word.strong or (wholly and word.content)
    )


def _best(word: Word, regions: Sequence[tuple[str, float]], near: str) -> float:
    """How well a word is accounted for; an ordinal that names a thing is not where another one stands nearer."""
    if word.names:
        sorts = {v.sort for v in values_in(word.text)}
        others = [v for v in values_in(near) if v.sort in sorts]
        if others and not any(same(mine, v) for v in others for mine in values_in(word.text)):
            return 0.0
    return max((explained(word.text, region).score * factor for region, factor in regions), default=0.0)


def _fit(value: Value, printed: Sequence[Value], words: Sequence[Word], text: str, evidence: Evidence) -> _Fit:
    near, regions = _regions(value, [v for v in printed if v.sort == value.sort], text, evidence)
    total = got = firm = had = 0.0
    missing: list[Word] = []
    unknown = False
    for word in words:
        best = _best(word, regions, near)
        total += word.weight
        got += best * word.weight
        if word.strong or word.weight >= _STRONG:
            firm += word.weight
            had += best * word.weight
        if word.strong and best < _SEEN:
            missing.append(word)
        unknown = unknown or (word.content and best < _SEEN)
    share, score = had / firm if firm else 0.0, got / total if total else 0.0
    return _Fit(value, share, score, tuple(missing), unknown)


def _regions(
    value: Value, sort: Sequence[Value], text: str, evidence: Evidence
) -> tuple[str, list[tuple[str, float]]]:
    """For one of the values of a sort: the text near it, and (compact text, how much a word there counts)."""
    low, high = _segment(text, value)
    start, end = _range(value, sort, text)
    inside = [v for v in sort if low <= v.start < high]
    before = [v for v in inside if v.end <= start]
    after = min((v.start for v in inside if v.start >= end), default=high)
    pause = _PAUSE.search(text, end, after)
    right = text[end : pause.start() if pause and after < high else after]
    joint = lead = first = ""
    if before:
        between = text[before[-1].end : start]
        cut = _PAUSE.search(between)
        left = between[cut.start() :] if cut else between
        joint = between[: cut.start()] if cut else ""
        at = max((m.end() for m in _PAUSE.finditer(text, low, before[0].start)), default=low)
        lead, first = text[low:at], text[at : before[0].start]
    else:
        left = text[low:start]
    opening = opening_of(text, low)
    return "，".join((opening, lead, first, left, right)), [
        (compact(left + text[start:end] + right), _OWN),
        (compact(joint), _JOINT),
        (compact(first), _JOINT),
        (compact(lead), _LEAD),
        (compact(opening), _LEAD),
        (columns_of(evidence), _OWN),
        *around_it(evidence),
    ]


def around_it(evidence: Evidence) -> tuple[tuple[str, float], ...]:
    own = evidence.page.compact[evidence.number]
    head = evidence.head if evidence.head != own else ""
    return (evidence.before, _AROUND), (head, _AROUND), (evidence.heading, _HEADING)


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


def columns_of(evidence: Evidence) -> str:
    """What a sentence leaves out: the columns of a table's row, the offices of the people it names."""
    return evidence.own[len(evidence.page.compact[evidence.number]) :]


def _segment(text: str, value: Value) -> Span:
    """The part of a sentence between semicolons or colons that a value stands in."""
    marks = [match.span() for match in _SEGMENT.finditer(text)]
    low = max((end for _, end in marks if end <= value.start), default=0)
    return low, min((start for start, _ in marks if start >= value.end), default=len(text))


def opening_of(text: str, low: int) -> str:
    """What stands in front of a list and holds for all of it: up to the colon, and clauses without a figure."""
    colon = max((m.end() for m in re.finditer(r"(?<!\d)[：:]", text[:low])), default=0)
    first = next((v.start for v in values_in(text) if v.is_figure), len(text))
    pause = max((m.end() for m in _PAUSE.finditer(text[: min(first, low)])), default=0)
    return text[: max(colon, pause)]
