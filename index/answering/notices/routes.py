"""Which way instead, for the asked sort of traffic: 机动车请绕行甲路、乙大道; 货车一律走绕城路; 5路公交改走丙桥."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answering.evidence.about import slots_fit
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.routes.asks")
_ROUND, _BY = load_pattern("answering.routes.round"), load_pattern("answering.routes.by")
_DIRECTION = load_pattern("answering.routes.direction")
_ROAD = load_pattern("answering.routes.road")
_SHUT = load_pattern("answering.routes.shut")
_ASKING = load_pattern("answering.routes.asking")
_FOOT, _BUS = load_pattern("answering.routes.foot"), load_pattern("answering.routes.bus")
_TRUCK, _THROUGH = load_pattern("answering.routes.truck"), load_pattern("answering.routes.through")
_SORTS = (_FOOT, _BUS, _TRUCK, _THROUGH)
_CARS = load_pattern("answering.routes.cars")
_LINE = load_pattern("answering.routes.line")
_ENOUGH, _HALF = 0.75, 0.5


def way_round(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The roads that the article of the asked closing names for the asked traffic; None where none are named."""
    if query.kind not in ("place", "text", "list") or not _ASKS.search(query.text) or _DIRECTION.search(query.text):
        return None
    best: tuple[float, Draft] | None = None
    for evidence in pool:
        if not slots_fit(query, evidence) or not _SHUT.search(evidence.page.whole + evidence.heading):
            continue
        about = _about(query, evidence)
        for sort, said in _ways(query, evidence) if about >= _HALF else ():
            score = about + sort - 0.002 * evidence.rank
            if best is None or score > best[0]:
                best = score, Draft("answered", "place", said, (evidence.proof,), projects=query.projects)
    return best[1] if best else None


def _ways(query: Query, evidence: Evidence) -> Iterator[tuple[float, str]]:
    """(how well the traffic fits, the roads) of each clause that names a way for the asked traffic."""
    asked = [sort for sort in _SORTS if sort.search(query.text)]
    lines = [t for t in query.terms if _LINE.fullmatch(t.text)]
    for low, high in clause_spans(evidence.text):
        text = evidence.text[low:high].strip("，。；！ ")
        match = _ROUND.search(text) or _BY.search(text)
        roads = match["roads"].strip("“”：: ") if match else ""
        if not roads or not _ROAD.search(roads) or _repeats(query, roads):
            continue
        told = [sort for sort in _SORTS if sort.search(text)]
        if lines and not all(t.text in compact(text) for t in lines):
            continue
        if (asked and not any(sort in told for sort in asked)) or (not asked and (_FOOT in told or _BUS in told)):
            continue
        yield 0.3 if asked else 0.2 * bool(_CARS.search(text)) - 0.3 * bool(told), roads


def _repeats(query: Query, roads: str) -> bool:
    """甲桥封了走哪: what leads over it is nothing that goes round it."""
    return any(t.critical and len(t.text) > 1 and t.text in compact(roads) for t in query.terms)


def _about(query: Query, evidence: Evidence) -> float:
    """Share of the words that the article has, but for those of asking and of traffic; 0 where a name is missing."""
    article = evidence.page.whole + evidence.heading
    terms = [t for t in query.terms if t.weight >= _HALF and not _ASKING.search(t.text) and not _of_traffic(t)]
    if any(compact(link.name) not in article for link in query.links):
        return 0.0
    if any(t.critical and explained(t.text, article).score < _ENOUGH for t in terms):
        return 0.0
    told = sum(t.weight for t in terms if explained(t.text, article).score >= _ENOUGH)
    return told / sum(t.weight for t in terms) if terms else 1.0


def _of_traffic(term: Term) -> bool:
    return bool(_CARS.search(term.text)) or any(sort.search(term.text) for sort in _SORTS)
