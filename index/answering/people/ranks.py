"""Rankings that a sentence prints as a list: 前三位依次是A、B、C，后三位依次是D、E、F."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import (
    contrasted,
    links_fit,
    period_fits,
    scope_fits,
    segment_of,
    year_fits,
)
from index.answering.evidence.peers import names_of_a_sort
from index.answering.evidence.placings import Placing, placings
from index.answering.evidence.pool import Evidence
from index.answering.evidence.texts import chinese
from index.extraction.words.lists import enumerations
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.numerals import parse_number
from index.language.scripts import compact
from index.understanding.query import Query, Term

_SIDE = load_pattern("answering.ranks.side")
_STRONGEST = load_pattern("answering.ranks.strongest")
_THEN = load_pattern("answering.ranks.then")
_NEAR = 16  # code points from the name of the first to what follows it
_LAST = load_pattern("answering.ranks.last")
_FIRST = load_pattern("answering.ranks.first")
_NTH = load_pattern("answering.ranks.nth")
_TOP = load_pattern("answering.ranks.top")
_POSITION = load_pattern("answering.ranks.position")
_EARLIER = load_pattern("answering.ranks.earlier")
_WAY = load_pattern("answering.ranks.way")
_AMOUNT = load_pattern("answering.ranks.amount")
_STEP = load_pattern("answering.ranks.step")
_MOVED = load_pattern("answering.ranks.moved")
_SCORED_IN = load_pattern("answering.ranks.scored_in")
_WITH_SCORE = load_pattern("answering.ranks.with_score")
_LED = load_pattern("answering.ranks.led")
_ASKS_NAME = load_pattern("answering.ranks.asks_name")
_OF_KIND = load_pattern("answering.ranks.of_kind")
_SURE, _NAMED = 0.7, 0.75
_OF_FIGURES = ("money", "count", "number", "percent", "date", "duration", "area", "length", "phone")
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Ranking:
    """One printed side of a ranking: items in order; ``last`` where it runs to the end of the table."""

    evidence: Evidence
    items: tuple[str, ...]
    last: bool


def answer_rank(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The place of a name, or the name at a place; None where no printed ranking tells."""
    if (moved := _before(query, pool)) is not None:
        return moved
    position = bool(_POSITION.search(query.text))
    valued = query.kind == "number" and query.unit is not None and _SCORED_IN.search(query.text) is not None
    if not position and query.kind in _OF_FIGURES and not valued:
        return None  # 倒数第一的沙溪镇扣了多少钱
    if (top := _TOP.search(query.text)) is not None and not position:
        rest = tuple(t for t in query.terms if not (top.start() < t.end and t.start < top.end()))
        return _foremost(replace(query, terms=rest), pool, int(parse_number(top["n"])))
    if not (position or _LAST.search(query.text) or _FIRST.search(query.text) or _NTH.search(query.text)):
        return None
    best: tuple[float, Draft] | None = None
    for ranking in (one for evidence in pool for one in rankings(evidence)):
        share = _share(query, ranking)
        if query.kind == "yesno" and not position:
            draft = _as_stated(query, ranking)
        else:
            draft = _placed(query, ranking) if position else _named(query, ranking, valued=valued)
        if draft is not None and share >= _ENOUGH and (best is None or share > best[0]):
            best = (share, draft)
    if best is None and not position and (said := _said(query, pool)) is not None:
        return said
    return best[1] if best else None


def _said(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """谁第一, 哪个镇倒数第二: the name to which a sentence gives that place."""
    nth = _NTH.search(query.text)
    last = bool(_LAST.search(query.text))
    place = int(parse_number(nth["n"])) if nth else 1
    kind = _OF_KIND.search(query.text)
    if not _ASKS_NAME.search(query.text):
        return None
    best: tuple[float, Draft] | None = None
    for evidence in pool:
        told = list(placings(evidence.text)) if evidence.sentence.role in ("paragraph", "caption") else []
        for one in told:
            again = sum((one.place, one.last) == (other.place, other.last) for other in told) > 1
            if again and evidence.part is None and _LED.search(evidence.text[: one.span[0]]):
                continue  # 挑担赛…，第二名甲；拔河赛…，第二名乙: of which of them is not asked
            if evidence.part is not None and not evidence.part[0] <= one.span[0] < evidence.part[1]:
                continue
            fits = (one.place, one.last) == (place, last) and (kind is None or one.name.endswith(kind["kind"]))
            share = _about(query, evidence, one) if fits else 0.0
            if share >= _SURE and (best is None or share > best[0]):
                best = share, Draft("answered", "place", one.name, (evidence.proof,))
    return best[1] if best else None


def _foremost(query: Query, pool: Sequence[Evidence], size: int) -> Draft | None:
    """前三名是哪几个单位: the names to which one sentence gives the places from the first on, all of them."""
    best: tuple[float, Draft] | None = None
    for evidence in pool:
        if evidence.sentence.role not in ("paragraph", "caption"):
            continue
        told = [one for one in placings(evidence.text) if not one.last]
        placed = {one.place: one for one in told}
        twice = len(placed) < len(told)  # 甲镇获乡镇组第一名，乙街道获街道组第一名: of several rankings
        names = [placed[place] for place in range(1, size + 1) if place in placed and not twice]
        share = min((_about(query, evidence, one) for one in names), default=0.0)
        if len(names) == size and share >= _SURE and (best is None or share > best[0]):
            best = share, Draft("answered", "list", "、".join(one.name for one in names), (evidence.proof,))
        for ranking in rankings(evidence):
            share = _share(query, ranking) if not ranking.last and len(ranking.items) >= size else 0.0
            if share >= _SURE and (best is None or share > best[0]):
                best = share, Draft("answered", "list", "、".join(ranking.items[:size]), (evidence.proof,))
    return best[1] if best else None


def _about(query: Query, evidence: Evidence, placing: Placing) -> float:
    """How far sentence and headline account for the question, words in the clause of the name most; 0: not at all."""
    fit = links_fit(query, evidence) and period_fits(query, evidence)
    if not (fit and year_fits(query, evidence) and scope_fits(query, evidence)):
        return 0.0
    terms = tuple(t for t in query.terms if not _of_rank(t) and not _OF_KIND.search(t.text))
    regions = ((evidence.own, 1.0), (evidence.before, 0.8), (evidence.heading, 0.9), (evidence.head, 0.7))
    share, missing, _ = coverage(terms, regions)
    low = start_of(evidence.text, placing.span[0], "；;。")
    clause = evidence.clause((low, placing.span[1] + 30))
    for asked, others in contrasted(query.text):
        if not asked.search(clause) and any(other.search(clause) for other in others):
            return 0.0  # 女子团体 is asked, and 男子团体 told
    near, _, _ = coverage(terms, ((clause, 1.0),))
    return 0.0 if any(term.critical for term in missing) else share + 0.2 * near


def _before(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """去年排第几, 前进了几位: the place of the year before, or the way between, from what is printed of both."""
    asks_way = _WAY.search(query.text)
    if not asks_way and not (_EARLIER.search(query.text) and _POSITION.search(query.text)):
        return None
    of_way = (_EARLIER, _WAY, _STEP)
    terms = tuple(t for t in query.terms if not _of_rank(t) and not any(w.search(t.text) for w in of_way))
    best: tuple[float, Draft] | None = None
    for evidence in pool:
        if "|去年" in evidence.own and not asks_way:
            continue  # the year before is the one that the sentence tells of
        regions = ((evidence.own, 1.0), (evidence.before, 0.8), (evidence.heading, 0.8))
        share, missing, _ = coverage(terms, regions)
        if share < _SURE or any(term.critical for term in missing) or not links_fit(query, evidence):
            continue
        for match in _MOVED.finditer(evidence.own):
            if _of_another_place(query, evidence.own, match.start()):
                continue
            near, _, _ = coverage(terms, ((evidence.own[max(0, match.start() - 30) : match.start()], 1.0),))
            if best is None or share + near > best[0]:
                best = share + near, _moved_said(match, evidence, way=bool(asks_way))
    return best[1] if best else None


def _of_another_place(query: Query, own: str, at: int) -> bool:
    """甲乡改善最大；乙镇由第5位升至第3位: the part of the sentence that names another place tells of that one."""
    low = start_of(own, at, "；;。")
    return any(
        name not in own[low:at] and re.search(rf"[\u4e00-\u9fff]{{2}}(?:{kinds})", own[low:at]) is not None
        for name, kinds in names_of_a_sort(query)
    )


def _moved_said(match: re.Match[str], evidence: Evidence, *, way: bool) -> Draft:
    if match["from"]:
        before, now = int(parse_number(match["from"])), int(parse_number(match["to"]))
    else:
        now, step = int(parse_number(match["now"])), int(parse_number(match["step"]))
        before = now + step if match["up"] else now - step
    if way:
        verb = "前进" if now < before else "后退"
        said, detail = f"{verb}{abs(before - now)}位", f"由第{before}位到第{now}位（推算）"
    else:
        verb = "前进" if now < before else "后退"
        said = f"第{chinese(before)}位"
        detail = f"现居第{now}位，比那时{verb}{abs(before - now)}位（推算）"
    return Draft("answered", "rank", said, (evidence.proof,), detail=detail)


def rankings(evidence: Evidence) -> Iterator[Ranking]:
    """The rankings that a sentence prints."""
    for one in enumerations(evidence.text):
        if evidence.part is not None and not evidence.part[0] <= one.start < evidence.part[1]:
            continue
        items = tuple(evidence.text[low:high] for low, high in one.items)
        if any(_AMOUNT.match(item) for item in items):
            continue  # 前三名分别奖励30万元、20万元、10万元
        ahead = evidence.text[: one.start]
        match = _SIDE.search(ahead) or _STRONGEST.search(ahead)
        if match is not None and int(parse_number(match["n"])) == len(items):
            yield Ranking(evidence, items, match.groupdict().get("side", "前") != "前")
        elif (first := _followed(ahead)) is not None:
            yield Ranking(evidence, (first, *items), last=False)


def _followed(ahead: str) -> str | None:
    """甲镇 of 甲镇排名第一，其后依次为: the first of a ranking whose others follow as a list."""
    then = _THEN.search(ahead)
    firsts = (one for one in placings(ahead) if one.place == 1 and not one.last) if then is not None else ()
    return next((one.name for one in firsts if then and 0 <= then.start() - one.span[1] < _NEAR), None)


def _share(query: Query, ranking: Ranking) -> float:
    """How far sentence and headline account for what the ranking is said to be about."""
    evidence = ranking.evidence
    if not (links_fit(query, evidence) and period_fits(query, evidence)):
        return 0.0
    if not (year_fits(query, evidence) and scope_fits(query, evidence)):
        return 0.0
    terms = tuple(term for term in query.terms if not _of_rank(term))
    regions = ((evidence.own, 1.0), (evidence.before, 0.8), (evidence.heading, 0.9), (evidence.head, 0.7))
    share, missing, _ = coverage(terms, regions)
    low, high = segment_of(evidence.text, evidence.text.find(ranking.items[-1]))
    near, _, _ = coverage(terms, ((evidence.clause((low, high)), 1.0),))  # 乡镇组前三名为 of two groups
    return 0.0 if any(term.critical for term in missing) else share + 0.2 * near


def _of_rank(term: Term) -> bool:
    return bool(
        _LAST.search(term.text) or _FIRST.search(term.text) or _NTH.search(term.text) or "排" in term.text
    )


def _placed(query: Query, ranking: Ranking) -> Draft | None:
    """The place of the one whose name is asked; 街道 of 城南街道, which ends other names as well, names none."""
    for number, item in enumerate(ranking.items, 1):
        name = compact(item)
        words = (term.text for term in query.terms if len(term.text) > 1 and not name.endswith(term.text))
        if name in query.text or any(explained(word, name).score >= _NAMED for word in words):
            place = number if not ranking.last else len(ranking.items) - number + 1
            word = f"{'倒数' if ranking.last else ''}第{chinese(place)}"
            return _drafted(ranking, f"{item}排{word}位")
    return None


def _as_stated(query: Query, ranking: Ranking) -> Draft | None:
    """是 or 不是 for 甲镇排第二吗, by the place that is printed of it; None where the ranking does not name it."""
    placed, named = _placed(query, ranking), _named(query, ranking, valued=False)
    if placed is None or named is None:
        return None
    right = compact(named.answer) in query.text
    said = f"{'是' if right else '不是'}，{placed.answer}"
    return replace(placed, kind="yesno", status="answered" if right else "corrected", answer=said)


def _named(query: Query, ranking: Ranking, *, valued: bool) -> Draft | None:
    """The name at the asked place, or what is printed behind it: 94.85分 for 第一名打了多少分."""
    nth = _NTH.search(query.text)
    if _LAST.search(query.text):
        place = int(parse_number(nth["n"])) if nth and nth["back"] else 1
        if ranking.last and place <= len(ranking.items):
            return _drafted(ranking, *_parted(ranking.items[-place], valued=valued))
        return None
    place = int(parse_number(nth["n"])) if nth else 1
    if ranking.last or place > len(ranking.items):
        return None
    return _drafted(ranking, *_parted(ranking.items[place - 1], valued=valued))


def _parted(item: str, *, valued: bool) -> tuple[str, str | None]:
    """石浦镇94.85分: the name with its score beside it, or the score with the name."""
    match = _WITH_SCORE.fullmatch(item)
    if match is None:
        return ("", None) if valued else (item, None)
    name = match["name"].rstrip("（(")
    return (match["value"], name) if valued else (name, match["value"])


def _drafted(ranking: Ranking, said: str, beside: str | None = None) -> Draft | None:
    evidence = ranking.evidence
    proof = evidence.proof
    return Draft("answered", "rank", said, (proof,), detail=beside) if said else None
