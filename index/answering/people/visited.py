"""Which two towns, firms or markets somebody went to: the row of names behind 来到, 走访, 暗访, 察看, 在…同步开展."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import denial_fits, slots_agree
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern, load_table
from index.language.marks import start_of
from index.language.scripts import fold
from index.understanding.kinds import asked_count
from index.understanding.query import Query

_GOES = (
    r"来到|走进|走访(?:慰问)?|暗访|到访|深入到?|前往|赶赴|奔赴|(?<![赶奔])赴|察看|查看|视察|检查|督查|督导|考察|调研|观摩|参观|慰问"
    r"|看望(?:慰问)?|巡查|实地|走|看|跑|转|逛|去|到|在"
)
_NOUN = (
    r"农?贸?菜?市场|企业|公司|厂子?|单位|乡镇|镇|乡|街道|村子?|社区|小区|学校|医院|饭堂|食堂|泵站|水库|港口?|码头|车间|合作社|敬老院|养老院|幼儿园|卫生院|超市|商场|景区|园区|工地|项目|城市|点位?|站点?|地方|地点|地|家|处"
)
_ASKED = re.compile(
    rf"(?:哪|啥|什么)(?P<n>几|些|[两俩二三仨四五六七八九十]|\d{{1,2}})?(?:个|家|所|处|座|条)?(?P<noun>{_NOUN})"
)
_DONE = re.compile(rf"(?:先后|都|分别|一共|这次|这回|是)*(?:{_GOES})(?:了|过)?")
_ROW = re.compile(
    rf"(?:{_GOES})(?:了|到)?(?P<row>[^,。;:、和及与]{{2,24}}(?:[、和及与]+[^,。;:、和及与]{{2,24}})+)"
)
_TAIL = load_pattern("answering.visited.tail")
_ASPECTS = load_pattern("answering.visited.aspects")
_COUNTED = load_pattern("answering.visited.counted")
_SPLIT = load_pattern("answering.visited.split")
_FIGURED = load_pattern("answering.visited.figured")
_AT = "在"
_ENOUGH = 0.6
_LONGEST = 24


def visited(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The names of the places or firms, in the order of the text; None where no sentence prints so many of that sort.

    Args:
        pool: sentences near the question.
    """
    asked = _ASKED.search(query.text)
    if asked is None or query.kind not in ("list", "place", "organisation", "text", "lookup"):
        return None
    went = [m.span() for m in _DONE.finditer(query.text)]
    if not went or (asked["n"] is None and all(query.text[slice(*span)] == _AT for span in went)):
        return None  # 在哪个地方举行 asks for one place
    terms = tuple(t for t in without(query.terms, (*went, asked.span())) if t.weight >= 0.3)
    best: tuple[float, Draft] | None = None
    for evidence in pool:
        if evidence.sentence.role not in ("paragraph", "caption") or not slots_agree(query, evidence):
            continue
        for items, said in _rows(evidence.text):
            if not _fits(query, asked["noun"], items, said) or not _denied_or_free(query, evidence.text, items[0]):
                continue
            regions = ((evidence.own, 1.0), (evidence.before, 0.8), (evidence.head, 0.8), (evidence.heading, 0.8))
            share, missing, _ = coverage(terms, regions)
            if share < _ENOUGH or any(t.critical for t in missing):
                continue
            score = share - 0.002 * evidence.rank
            if best is None or score > best[0]:
                detail = f"共{len(items)}项"
                best = score, Draft("answered", "list", said, (evidence.proof,), detail=detail)
    return best[1] if best else None


def _denied_or_free(query: Query, text: str, first: str) -> bool:
    """哪些地拿不到补贴: the clause with the row, or the one that leads it in, has to deny something."""
    low = start_of(text, max(text.find(first), 0), "，。；")
    return denial_fits(query, text[low : text.find(first) + len(first)])


def _rows(text: str) -> Iterator[tuple[list[str], str]]:
    """(the names of a row, the row as it is said) for every row of names behind a verb of going or looking."""
    for match in _ROW.finditer(fold(text)):
        low, high = match.span("row")
        pieces: list[str] = []
        at = low
        for piece in _SPLIT.split(text[low:high]):
            at = text.find(piece, at)
            pieces.append(text[at : at + len(piece)])
            at += len(piece)
            if _COUNTED.search(pieces[-1]):
                break  # 甲、乙两个市场和沿线环境: the count closes the row
        if _ASPECTS.search(pieces[-1]):
            continue  # 在招商引资、城市建设等方面取得成绩
        tail = _TAIL.search(pieces[-1], 2)
        final = pieces[-1][: tail.start()] if tail else pieces[-1]
        items = [one.strip("“”\"' ") for one in (*pieces[:-1], final)]
        counted = tail is not None and bool(tail["count"])
        if len(items) < 2 or any(not 2 <= len(one) <= _LONGEST or _FIGURED.search(one) for one in items):
            continue
        noun = (tail["noun"] or "") if tail and counted else ""
        said = "、".join(items) + (f"{tail['count']}{noun}" if tail and counted and noun else "")
        yield items, said


def _fits(query: Query, noun: str, items: Sequence[str], said: str) -> bool:
    """As many as are asked for, and of the asked sort: 镇 end in 镇, firms do not end in 村."""
    count = asked_count(query.text)
    if count is not None and len(items) != count:
        return False
    if all(item in query.text for item in items):
        return False
    own, others = _endings(noun)
    if own is None:
        return True
    if not own:
        return not any(item.endswith(others) for item in items)
    return sum(item.endswith(own) for item in items) == len(items) or said.endswith(own)


@lru_cache(maxsize=64)
def _endings(noun: str) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    """How names of the asked sort end (None for any, () for such as have no ending), and those of other sorts."""
    rows = {sort: (nouns.split(), ends.split()) for sort, nouns, ends in load_table("visited_sorts")}
    for _, (nouns, ends) in rows.items():
        if noun in nouns:
            others = tuple(end for other, held in rows.values() if noun not in other for end in held if end != "*")
            if "*" in ends:
                return None, ()
            return tuple(ends) if "-" not in ends else (), tuple(e for e in others if e not in ("-", "*"))
    return None, ()


def asks_round(query: Query) -> bool:
    """True where so many places or firms of a round are asked for by number: a sentence with others is no answer."""
    asked = _ASKED.search(query.text)
    return asked is not None and asked_count(query.text) is not None and _DONE.search(query.text) is not None


def of_asked_sort(query: Query, answer: str) -> bool:
    """False where 哪两个镇 was asked of a round and the items of ``answer`` do not end as towns do."""
    asked = _ASKED.search(query.text)
    own, _ = _endings(asked["noun"]) if asked and _DONE.search(query.text) else (None, ())
    return not own or any(end in answer for end in own)
