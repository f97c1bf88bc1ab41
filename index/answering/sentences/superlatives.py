"""Which is most or least, where a sentence says so in words: 投资额居首的是某某园, 北河镇修复65公里，居各镇之首."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.placings import placings
from index.answering.evidence.pool import Evidence
from index.answering.sentences.statements import ranked
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.query import Query, Term

_ENOUGH = 0.7
_LONGEST = 150
_MEASURED = load_pattern("answering.superlatives.measured")
_MOST = load_pattern("answering.superlatives.most")
_LEANS_BACK = load_pattern("answering.superlatives.leans_back")
_BARE_MOST = load_pattern("answering.superlatives.bare_most")  # 面积最大, behind the name and its amount
_TAKES_UP = load_pattern("answering.superlatives.takes_up")
_ALIKE = {"多": "高", "高": "多", "大": "高", "少": "低", "低": "少"}
_LEAST = "少小低短慢晚差近"
_KINDS = ("compare", "text", "lookup", "organisation", "place", "person", "rank")
_BEHIND = load_pattern("answering.superlatives.behind")
_ASKS_WHO = load_pattern("answering.superlatives.asks_who")
_ASKED = load_pattern("answering.superlatives.asked")
_ANY_SORT = load_pattern("answering.superlatives.any_sort")
_SAID = 0.9  # how well what is compared must stand with the name


def foremost(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """哪个所破案最多: the name that a sentence puts at the head of all (居11个派出所之首), or at their end."""
    asked = _ASKED.search(query.text) if query.kind in _KINDS else None
    if asked is None:
        return None
    low = asked["most"] in _LEAST
    terms = tuple(_terms(query, asked["sort"]))
    named = [t for t in terms if t.end <= asked.start("most")]
    measure = max(
        [t for t in named if t.weight >= _TOLD] or named, key=lambda t: t.end, default=None
    )  # 金牌拿得最多: 拿 is how it is compared, not what
    best: tuple[float, Draft] | None = None
    for one in ranked(query, pool):
        text = one.evidence.text
        for start, end in _placed(text, asked["sort"], low) if one.evidence.sentence.role == "paragraph" else ():
            clause = one.evidence.clause((start, end))
            if measure is None or not _compares(measure, terms, clause, one.evidence):
                continue
            near = ((clause, 1.0), (one.evidence.own, 0.9), (one.evidence.before, 0.75))
            regions = (*near, (one.evidence.head, 0.7), (one.evidence.heading, 0.75))
            share, missing, _ = coverage(terms, regions)
            if share >= _ENOUGH and not any(t.critical for t in missing) and (best is None or share > best[0]):
                said = text[start:end].strip("，；。,; ")
                best = share, Draft("answered", "compare", said, (one.evidence.proof,), confidence=round(share, 3))
    return best[1] if best else None


def _terms(query: Query, sort: str) -> Iterator[Term]:
    """The words of the question without 最多 and the sort that is asked for (调解 of 司法所调解)."""
    for term in query.terms:
        shared = next((size for size in (3, 2, 1) if sort[:size] and term.text.startswith(sort[:size])), 0)
        said = term.text[shared:]
        if said and not _MOST.search(said):
            yield replace(term, text=said)


def _compares(measure: Term, terms: Sequence[Term], clause: str, evidence: Evidence) -> bool:
    """What is compared stands with the name, or in its sentence while another word of the question does."""
    if explained(measure.text, clause).score >= _SAID:
        return True
    others = (t for t in terms if t is not measure and t.weight >= _TOLD)
    beside = any(explained(other.text, clause).score >= _SAID for other in others)
    return beside and explained(measure.text, evidence.own).score >= _SAID


def _placed(text: str, sort: str, low: bool) -> Iterator[Span]:
    """The clauses that put a name of the asked sort first (or, where ``low``, last) of all, from the name on."""
    for placed in placings(text):
        if (placed.place, placed.last) == (1, low) and _of_sort(placed.name, sort):
            yield placed.span[0], next((c[1] for c in clause_spans(text) if c[0] <= placed.span[0] < c[1]), len(text))
    for match in _BEHIND.finditer(fold(text)):
        if bool(match["last"]) == low and _of_sort(match["name"], sort):
            yield match.span()


def _of_sort(name: str, sort: str) -> bool:
    """哪个所 asks for a name that ends in 所, whatever it did; 哪个项目 for one of any ending."""
    if _ANY_SORT.match(sort) or not sort:
        return True
    return any(name.find(sort[:size]) > 0 for size in (3, 2, 1) if len(sort) >= size)


def answer_superlative(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """得票最高的是哪一件: the clause that says 最高的是 itself, with the subject before it and the value behind it.

    Of several the one whose own words are asked: 降雨最大 of 最大降雨点为甲镇, not of 投入最多的是8月19日.
    """
    asked = _MOST.search(query.text)
    strong = tuple(t for t in query.terms if t.weight >= _TOLD and not _MOST.search(t.text))
    told: list[tuple[float, Draft]] = []
    for best in ranked(query, pool)[:6]:
        if asked is None or best.share < _ENOUGH:
            continue
        span = _most_clause(query, best.evidence, asked[1])
        if span is not None:
            said = best.evidence.text[span[0] : span[1]].strip("，；。,;：: ")[:_LONGEST]
            if _ASKS_CLASS.search(query.text) and not re.search(r"[类批]", said):
                continue  # 哪类最多: one of its projects is no class
            if _ASKS_DAY.search(query.text) and not _A_DAY.search(said):
                continue  # 哪天人最多: the highest of the lamps is no day
            proof, own = best.evidence.proof, coverage(strong, ((best.evidence.clause(span), 1.0),))[0]
            if span[0] > 0 and _ASKS_WHO.search(query.text) and (name := _opening_name(best.evidence)):
                draft = Draft("answered", "person", name, (proof,), people=(name,), confidence=round(best.share, 3))
            else:
                said = _by_its_name(said, best.evidence)
                draft = Draft("answered", "compare", said, (proof,), confidence=round(best.share, 3))
            told.append((own, draft))
    return max(told, key=lambda one: one[0])[1] if told else None


def _opening_name(evidence: Evidence) -> str | None:
    """某某1948年入党，…，是全区党龄最长的党员: the person with whom the sentence begins."""
    return next((one.name for one in evidence.page.says.people if evidence.text.startswith(one.name)), None)


def printed_superlative(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """投资最大的是哪个 where a sentence says so in just these words: 投资最大的是某某基地，总投资22亿元."""
    asked = _MOST.search(query.text)
    if asked is None or query.kind not in _KINDS:
        return None
    strong = tuple(
        t for t in query.terms
        if t.weight >= _TOLD and not _MOST.search(t.text) and query.text[t.start - 1 : t.start] not in _ASKING
    )  # fmt: skip
    signs = {asked[1], *_AS_MUCH.get(asked[1], "")}
    first = _AT_THE_END if asked[1] in _LEAST else _AT_THE_HEAD
    pattern = re.compile(_SAYS_MOST.format(most=f"[{''.join(sorted(signs))}]", first=first.pattern))
    for best in ranked(query, pool)[:6]:
        text = best.evidence.text
        if (named := _named_most(query, best.evidence, signs)) is not None:
            return Draft("answered", "compare", named, (best.evidence.proof,), confidence=round(best.share, 3))
        for match in _nearest_first(strong, best.evidence, pattern):
            if _of_others(query, text[: match.start()]):
                continue
            low = start_of(text, match.start(), "，。；")
            clause = best.evidence.clause((low, match.end()))
            share, _, _ = coverage(strong, ((clause, 1.0), (best.evidence.heading, 0.75), (best.evidence.head, 0.7)))
            if share >= _ENOUGH and not _compares_other(query, text[low : match.start()], match[0], asked[1]):
                said, proof = match["said"].strip("，"), best.evidence.proof
                if said[0] in _OPENS_LIST:
                    continue  # 最高的前三件是：①…: the whole list is asked for, or its first item
                if _ASKS_CLASS.search(query.text) and not re.search(r"[类批]", said):
                    continue
                if _ASKS_WHERE.search(query.text) and _A_DAY.match(said):
                    continue  # 哪儿最多: a day is no place
                if (area := _ASKS_AREA.search(query.text)) is not None and area["area"] not in said:
                    continue  # 哪个镇投资最多: one of its projects is no town
                said = _by_its_name(said, best.evidence)
                return Draft("answered", "compare", said, (proof,), confidence=round(share, 3))
    return None


def _by_its_name(said: str, evidence: Evidence) -> str:
    """某某基地（总投资32亿元） of 由某公司投资的某某基地，总投资32亿元: what is named, without what leads to it."""
    names = {row.name for row in evidence.page.says.projects if row.name in said}
    name = max(names, key=len, default="")
    if not name or said.startswith(name) or any(one not in name for one in names):
        return said
    rest = said[said.find(name) + len(name) :].strip("，、")
    return f"{name}（{rest}）" if 0 < len(rest) <= _BESIDE else name


_BESIDE = 16  # code points of an amount that is told beside a name


def _nearest_first(strong: tuple[Term, ...], evidence: Evidence, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """开工最多的是甲镇；投产最多的是乙镇: first the one whose own clause has the words of the question."""
    def told(match: re.Match[str]) -> float:
        low = start_of(evidence.text, match.start(), "，。；")
        return coverage(strong, ((evidence.clause((low, match.end())), 1.0),))[0]

    return sorted(pattern.finditer(evidence.text), key=told, reverse=True)


def _compares_other(query: Query, before: str, said: str, most: str) -> bool:
    """招人最多的是哪家: 月薪最高的是某某 compares something else, and by another word."""
    measure = _MEASURED.search(before)
    if measure is None or not said.startswith("最") or said[1] == most:
        return False
    return all(explained(t.text, measure["measure"]).score < _SAID for t in query.terms)


def _of_others(query: Query, before: str) -> bool:
    """服务业项目里，体量最大的是…: the most of a part that the question does not name."""
    among = _AMONG.search(before)
    return among is not None and explained(compact(among["among"]), compact(query.text)).score < _SAID


def _named_most(query: Query, evidence: Evidence, signs: set[str]) -> str | None:
    """恒泰项目（12.4亿元） of 其中恒泰项目投资最大，达12.4亿元, where 投资 is compared; None where none says so."""
    text = evidence.text if evidence.sentence.role == "paragraph" and "最" in evidence.text else ""
    if (said := _is_itself(query, text, signs) or _said_to_be(query, evidence, signs)) is not None:
        return said
    asked = _MOST.search(query.text)
    before = query.text[: asked.start()] if asked else ""
    measures = [t for t in query.terms if t.end <= len(before) and before.endswith((t.text, f"{t.text}得"))]
    area = _ASKS_AREA.search(query.text)
    for match in _SAYS_SO.finditer(text) if measures else ():
        if match["most"] not in signs or (area is not None and area["area"] not in match["name"]):
            continue
        if explained(measures[0].text, match["measure"]).score < _SAID:
            continue
        strong = (t for t in query.terms if t.weight >= _TOLD and not _MOST.search(t.text))
        others = tuple(t for t in strong if t is not measures[0])
        around = ((evidence.own, 1.0), (evidence.before, 0.9), (evidence.head, 0.8), (evidence.heading, 0.8))
        share, missing, _ = coverage(others, around)
        if share >= _ENOUGH and not any(t.critical for t in missing):
            return f"{match['name']}（{match['value']}）" if match["value"] else match["name"]
    return None


_AMONG = load_pattern("answering.superlatives.among")
_IS_MOST = load_pattern("answering.superlatives.is_most")


_ITSELF = load_pattern("answering.superlatives.itself")
_LARGEST = load_pattern("answering.superlatives.largest")


def _is_itself(query: Query, text: str, signs: set[str]) -> str | None:
    """海工装备项目 of 海工装备项目是体量最大的开工项目, where 最大的开工项目 is asked for and no other measure is."""
    asked = _LARGEST.search(query.text)
    for match in _ITSELF.finditer(text) if asked is not None else ():
        if asked is not None and match["most"] in signs and compact(asked["of"]) in compact(match[0]):
            return match["name"]
    return None


def _said_to_be(query: Query, evidence: Evidence, signs: set[str]) -> str | None:
    """甲中心总投资12.8亿元 of 其中，甲中心总投资12.8亿元，是本次开工项目中投资最大的一个: the clause in front of it."""
    text = evidence.text if "最" in evidence.text else ""
    for match in _IS_MOST.finditer(text):
        low = start_of(text, match.start(), "，。；,;")
        said = text[low : match.start()].strip("，。；：、,;: ").removeprefix("其中").lstrip("，, ")
        named = [t for t in query.terms if t.weight >= _TOLD and explained(t.text, match["measure"]).score >= _SAID]
        if match["most"] in signs and named and 3 < len(said) < _LONGEST:
            return said
    return None


_SAYS_SO = load_pattern("answering.superlatives.says_so")
_AS_MUCH = {"多": "大高", "大": "多高", "高": "多大", "少": "小低", "小": "少低", "低": "少小"}
_ASKS_DAY, _A_DAY = load_pattern("answering.superlatives.asks_day"), load_pattern("answering.superlatives.a_day")
_ASKS_WHERE = load_pattern("answering.superlatives.asks_where")
_ASKS_CLASS = load_pattern("answering.superlatives.asks_class")
_AT_THE_HEAD = load_pattern("answering.superlatives.at_the_head")
_AT_THE_END = load_pattern("answering.superlatives.at_the_end")
_ASKS_AREA = load_pattern("answering.superlatives.asks_area")
_OPENS_LIST = ":：①一1"
_ASKING = ("啥", "么")  # 啥活, 什么店: the sort that is asked for, which is seldom printed
_TOLD = 0.5  # weight of a word that has to be accounted for
_SAYS_MOST = (
    r"(?:最{most}|{first})的[\u4e00-\u9fff]{{0,3}}?(?:[则就也又])?(?:是|为|当属)"
    r"(?P<said>[^，。；]{{2,40}}(?:，(?![^，。；]*最)[^，。；\d]{{0,12}}\d[^，。；]{{0,12}})?)"
)


def _most_clause(query: Query, evidence: Evidence, asked: str) -> Span | None:
    """The clause that says 最多 (or 最高 for 最多) and accounts best for the question; widened where it leans."""
    text = evidence.text
    clauses = clause_spans(text)
    found: list[tuple[float, int]] = []
    for number, span in enumerate(clauses):
        match = _MOST.search(text[span[0] : span[1]])
        if match and match[1] in (asked, _ALIKE.get(asked, "")):
            share, _, _ = coverage(query.terms, ((evidence.clause(span), 1.0),))
            found.append((share + 0.3 * (match[1] == asked), -number))
    if not found:
        return None
    at = -max(found)[1]
    low, high = clauses[at]
    if at and (_LEANS_BACK.match(text[low:high]) or _BARE_MOST.fullmatch(text[low:high].strip("，；。,; "))):
        low = clauses[at - 1][0]
        low += len(_TAKES_UP.match(text[low:high])[0])  # type: ignore[index]
    if at + 1 < len(clauses) and _LEANS_BACK.match(text[clauses[at + 1][0] : clauses[at + 1][1]]):
        high = clauses[at + 1][1]
    return low, high
