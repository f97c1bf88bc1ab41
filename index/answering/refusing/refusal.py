"""Refusals: one sentence on what is missing, by slot; one on what is known."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, outward_kind
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence
from index.answering.evidence.texts import period_name
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records.answers import Reason
from index.understanding.periods import period_core
from index.understanding.query import Link, Query, Term
from index.understanding.terms import is_weak

_ATTRIBUTES = {
    "money": "投资或金额", "date": "时间", "place": "地点", "person": "人员", "organisation": "单位", "phone": "电话",
    "rank": "排名", "percent": "比例", "area": "面积", "length": "长度", "duration": "时长", "list": "名单",
    "office": "职务", "count": "数量", "number": "数据", "stage": "进度",
}  # fmt: skip
_DIGITS = "0123456789"
_GAP = 2  # letters between two words that are told together: 重点项目要投资多少
_A_TIME = load_pattern("answering.refusal.a_time")
_INFERRED_YEAR = load_pattern("answering.refusal.inferred_year")  # the page has 上半年 alone
_NTH = load_pattern("answering.refusal.nth")


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
        bare = what in query.place or query.place in what  # 公报未提及高新区, not 高新区的高新区
        place = texts.NO_PLACE.format(place=query.place, what=what)
        return _draft(query, "place", texts.NO_ATTRIBUTE_PLAIN.format(what=query.place) if bare else place)
    if query.year and not _speaks_of(str(query.year), pool):
        return _draft(query, "period", texts.NO_YEAR.format(year=query.year, what=what))
    subject = next((_called(link, query) for link in query.links if link.kind != "district"), "")
    if subject:
        return _draft(
            query, "attribute", texts.NO_ATTRIBUTE.format(subject=subject, what=what), knowledge, subject
        )
    unknown = _unknown(query.terms, pool)
    strong = [term for term in query.terms if not is_weak(term.text)]
    nth = any(_NTH.match(term.text) for term in strong)  # 第六批 is of some round, if of none that is printed
    if strong and len(unknown) == len(strong) and not (query.stages or query.periods or nth):
        return _draft(query, "off_topic", texts.OFF_TOPIC)
    printed = [term.text for term in _telling(strong) if _speaks_of(compact(term.text), pool)]
    if unknown and (len(unknown[0].text) > 1 or not printed):
        named = "、".join(_as_typed(term.text, query) for term in unknown[:2])
        return _draft(query, "entity", texts.NO_ENTITY.format(what=named))
    if group := _group(query):
        return _draft(query, "attribute", texts.NO_ATTRIBUTE.format(subject=group, what=what))
    if printed:
        named = "、".join(f"“{_as_typed(word, query)}”" for word in printed[-2:])
        asked = _ATTRIBUTES.get(query.kind, "所问的内容")
        return _draft(query, "attribute", texts.NOT_STATED.format(what=named, asked=asked))
    return _draft(query, "attribute", texts.NO_ATTRIBUTE_PLAIN.format(what=what))


def _group(query: Query) -> str:
    """第七期“开工一批”, 全省第七期 of what is asked about groups of projects that are known."""
    if not query.periods:
        return ""
    names = "、".join(map(period_name, query.periods))
    stages = "".join(f"“{stage}一批”" for stage in query.stages) if query.programme else "".join(query.stages)
    return f"{query.scope or ''}{names}{stages}"


def _as_typed(word: str, query: Query) -> str:
    """GDP for gdp: as the question has it, or in capitals where it has it in small letters."""
    if not word.isascii() and not any(sign.isascii() and sign.isalpha() for sign in word):
        return word
    at = query.question.lower().find(word)
    typed = query.question[at : at + len(word)] if at >= 0 else word
    return typed.upper() if typed.islower() else typed


def _called(link: Link, query: Query) -> str:
    """The full name; as it was typed where the name has figures that the question has not."""
    return link.typed if set(link.name) & set(_DIGITS) - set(query.text) else link.name


def _draft(
    query: Query, reason: Reason, answer: str, knowledge: Knowledge | None = None, subject: str = ""
) -> Draft:
    detail = _known(knowledge, subject) if knowledge is not None else None
    return Draft("not_found", outward_kind(query.kind), answer, reason=reason, detail=detail, confidence=0.0,
                 projects=query.projects)  # fmt: skip


def _known(knowledge: Knowledge, subject: str) -> str | None:
    from index.answering.programmes.projects import batch_name

    found = next((f for f in knowledge.projects if f.value.name == subject), None)
    if found is None or found.value.period is None or not (batch := batch_name(found, knowledge)):
        return None
    return texts.KNOWN.format(what=f"{subject}列入{_INFERRED_YEAR.sub('', batch)}。")


def _telling(strong: Sequence[Term]) -> list[Term]:
    """The words that tell what is asked for: not 收 and 一年 of 停车场一年收多少钱."""
    return [t for t in strong if len(t.text) > 1 and not _A_TIME.fullmatch(t.text)] or list(strong)


def _what(query: Query) -> str:
    """What was asked for, in the words of the question: 停车场 of 停车场收多少钱."""
    strong = [term for term in query.terms if not is_weak(term.text) and not set(term.text) & set(_DIGITS)]
    asked = _ATTRIBUTES.get(query.kind, "这项内容")
    strong = [term for term in strong if term.text != query.scope]
    if not strong or (query.links and len(strong[-1].text) == 1):
        return asked
    telling = _telling(strong)
    if query.head != telling[-1].text and any(term.text == query.head for term in telling):
        return _as_typed(query.head, query)
    before = next((t.text for t in telling[:-1] if 0 <= telling[-1].start - t.end <= _GAP), "")
    return _as_typed(before, query) + _as_typed(telling[-1].text, query)


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
