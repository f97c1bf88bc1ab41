"""Refusals: one sentence on what is missing, by slot; one on what is known."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering import texts
from index.answering.draft import Draft, outward_kind
from index.answering.explain import coverage, explained
from index.answering.knowledge import Knowledge
from index.answering.pool import Evidence
from index.answering.texts import period_name
from index.language.scripts import compact
from index.records.answers import Reason
from index.understanding.periods import period_core
from index.understanding.query import Query, Term
from index.understanding.terms import is_weak

_ATTRIBUTES = {
    "money": "投资或金额", "date": "时间", "place": "地点", "person": "人员", "organisation": "单位", "phone": "电话",
    "rank": "排名", "percent": "比例", "area": "面积", "length": "长度", "duration": "时长", "list": "名单",
    "office": "职务", "count": "数量", "number": "数据", "stage": "进度",
}  # fmt: skip
_DIGITS = "0123456789"


def refuse(query: Query, knowledge: Knowledge, pool: Sequence[Evidence]) -> Draft:
    """Why there is no answer: other place, year or scope; unknown name; attribute not stated; off topic."""
    what = _what(query)
    unheard = [period for period in query.periods if not _speaks_of(compact(period_core(period_name(period))), pool)]
    if unheard:
        return _draft(query, "period", texts.NO_PERIOD.format(period=period_name(unheard[0]), what=what))
    if query.scope and not _speaks_of(query.scope, pool):
        district = knowledge.districts[0] if len(knowledge.districts) == 1 else "本地"
        return _draft(query, "scope", texts.NO_SCOPE.format(district=district, scope=query.scope, what=what))
    if query.place and not _speaks_of(query.place, pool):
        return _draft(query, "place", texts.NO_PLACE.format(place=query.place, what=what))
    if query.year and not _speaks_of(str(query.year), pool):
        return _draft(query, "period", texts.NO_YEAR.format(year=query.year, what=what))
    subject = next((link.name for link in query.links if link.kind != "district"), "")
    if subject:
        return _draft(
            query, "attribute", texts.NO_ATTRIBUTE.format(subject=subject, what=what), knowledge, subject
        )
    unknown = _unknown(query.terms, pool)
    strong = [term for term in query.terms if not is_weak(term.text)]
    if strong and len(unknown) == len(strong) and not query.stages and not query.periods:
        return _draft(query, "off_topic", texts.OFF_TOPIC)
    if unknown:
        return _draft(query, "entity", texts.NO_ENTITY.format(what="、".join(t.text for t in unknown[:2])))
    printed = [term.text for term in strong if _speaks_of(compact(term.text), pool)]
    if strong and len(printed) == len(strong):
        named = "、".join(f"“{word}”" for word in printed[-2:])
        asked = _ATTRIBUTES.get(query.kind, "所问的内容")
        return _draft(query, "attribute", texts.NOT_STATED.format(what=named, asked=asked))
    return _draft(query, "attribute", texts.NO_ATTRIBUTE_PLAIN.format(what=what))


def _draft(
    query: Query, reason: Reason, answer: str, knowledge: Knowledge | None = None, subject: str = ""
) -> Draft:
    detail = _known(knowledge, subject) if knowledge is not None else None
    return Draft("not_found", outward_kind(query.kind), answer, reason=reason, detail=detail, confidence=0.0,
                 projects=query.projects)  # fmt: skip


def _known(knowledge: Knowledge, subject: str) -> str | None:
    from index.answering.projects import _batch_name

    row = next((f.value for f in knowledge.projects if f.value.name == subject), None)
    if row is None or row.period is None or not _batch_name(row):
        return None
    return texts.KNOWN.format(what=f"{row.name}列入{_batch_name(row)}。")


def _what(query: Query) -> str:
    """What was asked for, in the words of the question."""
    strong = [
        term.text for term in query.terms if not is_weak(term.text) and not set(term.text) & set(_DIGITS)
    ]
    if query.head and query.head in strong:
        return (
            query.head
            if len(strong) == 1
            else "".join(strong[-2:])
            if query.head == strong[-1]
            else query.head
        )
    return "".join(strong[-2:]) or _ATTRIBUTES.get(query.kind, "这项内容")


def _speaks_of(word: str, pool: Sequence[Evidence]) -> bool:
    return any(word in evidence.own or word in evidence.heading for evidence in pool[:12])


def _unknown(terms: Sequence[Term], pool: Sequence[Evidence]) -> list[Term]:
    """Content words that none of the nearest sentences accounts for."""
    everything = "".join(dict.fromkeys(e.own + e.heading for e in pool[:40]))
    named = [term for term in terms if term.weight >= 0.5]
    return [term for term in named if not is_weak(term.text) and explained(term.text, everything).score < 0.5]


def nothing_covers(query: Query, pool: Sequence[Evidence]) -> bool:
    """True where not even one sentence accounts for a third of the question."""
    return all(coverage(query.terms, ((e.own, 1.0), (e.heading, 0.8)))[0] < 0.34 for e in pool[:20])
