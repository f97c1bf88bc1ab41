"""A round of visits: 首先来到甲小区, 在乙镇丙家中, 随后走进丁公司 are its stops, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.extraction.programmes.drafts import merged
from index.extraction.words.lists import enumerations
from index.language.lexicon import load_pattern
from index.records import Article, Fact, Sentence

_KIND = load_pattern("extraction.visits.kind")
_WENT = load_pattern("extraction.visits.went")
_IN = load_pattern("extraction.visits.in")
_ENDS = load_pattern("extraction.visits.ends")
_INSIDE = load_pattern("extraction.visits.inside")
_HOME = load_pattern("extraction.visits.home")
_STREET = load_pattern("extraction.visits.street")
_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class _Stop:
    sentence: Sentence
    start: int
    end: int

    @property
    def place(self) -> str:
        return self.sentence.text.text[self.start : self.end]

    @property
    def home(self) -> bool:
        return bool(_HOME.search(self.place) or _HOME.search(self.sentence.text.text[self.end :]))


def visit_facts(article: Article, sentences: Sequence[Sentence], people: frozenset[str]) -> Iterator[Fact]:
    """慰问第一站, 慰问第二站 …: where the visitors went; how many homes and which streets and towns these were.

    Only where an office holder of ``people`` makes at least two stops.
    """
    body = [s for s in sentences if s.role == "paragraph"]
    kind = next((m[0] for s in (*sentences,) if (m := _KIND.search(s.text.text))), "")
    stops = [stop for sentence in body for stop in _stops(sentence, people)][: len(_NUMERALS)]
    if not kind or len(stops) < 2:
        return
    kind = kind.removeprefix("看望").removeprefix("走访") or kind
    for numeral, stop in zip(_NUMERALS, stops, strict=False):
        text = stop.sentence.text
        yield Fact(
            "stop", f"{kind}第{numeral}站", "地点", stop.place, district=article.district,
            sentence=stop.sentence.number, start=stop.start, end=stop.end, clause=(stop.start, stop.end),
            spans=text.spans(stop.start, stop.end), evidence=text.spans(),
        )  # fmt: skip
    yield from _together(article, kind, stops)


def _stops(sentence: Sentence, people: frozenset[str]) -> Iterator[_Stop]:
    text = sentence.text.text
    if match := _IN.match(text):
        if _visitor(match["who"], people):
            yield _stop(sentence, *match.span("where"))
        return
    for match in _WENT.finditer(text):
        if not (_visitor(match["who"], people) or (not match["who"] and match.start() == 0)):
            continue
        low, high = match.span("where")
        several = [one for one in enumerations(text) if low <= one.start and one.end <= high + 1]
        if several and "、" in text[low:high]:
            yield from (_stop(sentence, max(a, low), b) for a, b in several[0].items)
        else:
            ends = _ENDS.search(text, low + 2, high)
            yield _stop(sentence, low, ends.start() if ends else high)
        return


def _visitor(who: str, people: frozenset[str]) -> bool:
    return who in ("他", "她", "一行", "慰问组", "调研组", "检查组") or any(name in who for name in people)


def _stop(sentence: Sentence, low: int, high: int) -> _Stop:
    inside = _INSIDE.search(sentence.text.text[low:high])
    return _Stop(sentence, low, low + inside.start() if inside else high)


def _together(article: Article, kind: str, stops: Sequence[_Stop]) -> Iterator[Fact]:
    """What the stops give together, marked as derived; the proof is all their sentences."""
    evidence = merged([span for stop in stops for span in stop.sentence.text.spans()])
    spans = merged([s for stop in stops for s in stop.sentence.text.spans(stop.start, stop.end)])
    first = stops[0]
    whole = Fact(
        "derived", kind, "", "", district=article.district, derived=True, sentence=first.sentence.number,
        start=first.start, end=first.end, clause=(first.start, first.end), spans=spans, evidence=evidence,
    )  # fmt: skip
    homes = sum(stop.home for stop in stops)
    if homes > 1:
        yield replace(whole, attribute="走访户数", value=f"{homes}户", number=float(homes), unit="户")
    streets = list(dict.fromkeys(m[0] for stop in stops if (m := _STREET.match(stop.place))))
    if len(streets) > 1:
        yield replace(whole, attribute="涉及街道乡镇", value="、".join(streets))
