"""Whose an answer is: told of another one, held by a deputy, figures where names are asked for."""

from __future__ import annotations

import re

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge, Page
from index.extraction.programmes.drafts import WHOLE
from index.language.lexicon import load_pattern, load_words
from index.language.numerals import parse_number
from index.language.scripts import compact, fold
from index.records import Fact, Span
from index.understanding.query import Query

_CLAUSES = re.compile(r"[，,；;。]")
_BODY = load_pattern("answering.belonging.body")
_SEGMENTS = re.compile(r"[；;。]")
_FULL_NAME = 4  # letters from which on a word is a name that only its own part of a sentence tells of
_SAID, _UNSAID = 0.95, 0.5
_ASKS_HOLDER = load_pattern("answering.belonging.asks_holder")
_ASKS_WHY = load_pattern("answering.belonging.asks_why")
_ASKS_THINGS = load_pattern("answering.belonging.asks_things")
_ONLY_FIGURE = load_pattern("answering.belonging.only_figure")
_PIECES = re.compile(r"[、，,；;]")
_N = r"(?P<n>\d{1,2}|[两二三四五六七八九十]{1,2})"
_SEVERAL = 2
_COUNTED = re.compile(rf"(?<![第前]){_N}[个所家条座项处种类支只名]")
_NUMBER = re.compile(r"[^\d.]")
_TOTAL_ROW = load_pattern("answering.belonging.total_row")
_SO_MANY = re.compile(rf"(?<![第前]){_N}个?(?P<what>[\u4e00-\u9fff]{{2}})")


def of_another(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """True where what is answered belongs to another one than the asked one."""
    return (
        _named_later(query, knowledge, draft)
        or _deed_of_others(query, knowledge, draft)
        or _held_by_deputy(query, knowledge, draft)
        or _figures_for_names(query, draft)
        or _of_fewer(query, knowledge, draft)
        or _one_for_all(query, knowledge, draft)
        or _of_one_project(query, knowledge, draft)
        or _rate_of_another_part(query, knowledge, draft)
        or _names_of_another_part(query, knowledge, draft)
    )


def of_project_beside(draft: Draft, knowledge: Knowledge, before: Query) -> bool:
    """能带动多少就业 behind 甲项目总投资多少: what is told of 乙产业园 is nothing about 甲项目."""
    asked = [compact(link.name) for link in before.links if link.kind == "project"]
    for article, fact in draft.facts if asked and draft.settled else ():
        page = knowledge.page(article)
        text = page.sentence(fact.sentence).text.text
        names = [compact(row.name) for row in page.says.projects]
        parts = [compact(one) for one in _SEGMENTS.split(text[: fact.end])]  # 甲项目投资2亿元；达产后税收1亿元
        others = next((found for one in reversed(parts) if (found := [name for name in names if name in one])), [])
        if others and not any(name in one or one in name for name in asked for one in others):
            return True
    return False


def _quoted(page: Page, spans: tuple[Span, ...]) -> str:
    return fold("".join(page.article.text[low:high] for low, high in spans))


def _named_later(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """乙为什么被移出 of 甲因资金未到位被移出清单；乙因手续未办结推迟: the reason is told before 乙 is named."""
    names = {compact(t.text) for t in query.terms if t.weight >= 1.0 and len(t.text) >= _FULL_NAME}
    names |= {compact(link.name) for link in query.links if link.kind == "project"}
    said = compact(draft.answer)
    for proof in draft.proofs if names and len(said) > 1 else ():
        page = knowledge.page(proof.article)
        parts = [compact(one) for one in _SEGMENTS.split(_quoted(page, proof.spans))]
        at = next((n for n, one in enumerate(parts) if said in one), None)
        if at is None:
            continue
        own = page.heading + parts[at]
        later = "。".join(parts[at + 1 :])
        if any(name in later and explained(name, own).score < _UNSAID for name in names):
            return True
        others = "。".join(parts[:at] + parts[at + 1 :])
        if _ASKS_WHY.search(query.text) and any(name in parts[at] for name in names):
            deeds = [t.text for t in query.terms if t.weight >= 1.0 and len(t.text) > 1 and t.text not in parts[at]]
            if any(deed in others and explained(deed, own).score < _UNSAID for deed in deeds):
                return True  # 乙被移出 is asked, and it was 甲 that was
    return False


def _deed_of_others(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """乙局为什么被亮黄牌 of 甲局因进度滞后被亮“黄牌”，乙局、丙局作了发言: the clause of the deed names another body."""
    if not _ASKS_WHY.search(query.text):
        return False
    words = [t.text for t in query.terms if t.weight >= 1.0 and len(t.text) > 1]
    bodies = {word: end[0] for word in words if (end := _BODY.search(word))}
    deeds = [word for word in words if word not in bodies]
    for proof in draft.proofs if bodies and deeds else ():
        clauses = [compact(one) for one in _CLAUSES.split(_quoted(knowledge.page(proof.article), proof.spans))]
        done = (n for n, one in enumerate(clauses) if any(explained(deed, one).score >= _SAID for deed in deeds))
        if (at := next(done, None)) is None:
            continue
        first, later = "。".join(clauses[: at + 1]), "。".join(clauses[at + 1 :])
        if any(end in clauses[at] and name not in first and name in later for name, end in bodies.items()):
            return True
    return False


def _held_by_deputy(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """区长是谁: 副区长某某 holds another office."""
    asked = _ASKS_HOLDER.search(query.text)
    if asked is None or asked["office"] not in load_words("offices"):
        return False
    office = asked["office"]
    for proof in draft.proofs:
        quoted = compact(_quoted(knowledge.page(proof.article), proof.spans))
        deputies = quoted.count(f"副{office}")
        if deputies and deputies == quoted.count(office):
            return True
    return False


def _figures_for_names(query: Query, draft: Draft) -> bool:
    """有哪些项目: 项目不少于25个、总投资突破100亿元 names none."""
    if query.kind != "list" or not _ASKS_THINGS.search(query.text):
        return False
    pieces = [one for one in _PIECES.split(draft.answer) if one]
    return bool(pieces) and all(_ONLY_FIGURE.search(one) for one in pieces)


def _of_fewer(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """四个航次一共多少: what 前三个航次 have together."""
    asked = _SO_MANY.search(query.text) if query.total else None
    if asked is None or "推算" in (draft.detail or ""):
        return False
    for proof in draft.proofs:
        quoted = compact(_quoted(knowledge.page(proof.article), proof.spans))
        same = rf"{_N}个?{asked['what']}"
        told = [parse_number(m["n"]) for m in re.finditer(same, quoted)]
        if told and parse_number(asked["n"]) not in told:
            return True
    return False


def _one_for_all(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """三所高中一共招多少人: the row of one of them is no total."""
    asked = _COUNTED.search(query.text) if query.total else None
    if asked is None or parse_number(asked["n"]) < _SEVERAL or "推算" in (draft.detail or ""):
        return False
    if not any(sign.isdigit() for sign in draft.answer) or len(draft.proofs) != 1:
        return False
    page, spans = knowledge.page(draft.proofs[0].article), draft.proofs[0].spans
    rows = [sentence for sentence in page.within(spans) if sentence.role == "table"]
    return len(rows) == 1 and not _TOTAL_ROW.search(rows[0].text.text) and asked[0] not in fold(rows[0].text.text)


def _values(knowledge: Knowledge, draft: Draft) -> list[tuple[Page, Fact]]:
    """The values that the answer gives, each with the article that prints it."""
    return [(knowledge.page(article), fact) for article, fact in draft.facts]


def _of_one_project(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """第十五期签约总投资多少: 22亿元 is what one of its projects costs, of which nothing was asked."""
    if query.kind != "money" or query.links or not (query.stages or query.periods) or draft.detail:
        return False
    if "最" in query.text:
        return False
    words = [term.text for term in query.terms if term.weight >= 1.0 and len(term.text) > 1]
    held = _values(knowledge, draft)
    return bool(held) and all(
        any(
            compact(project.name) in page.own[fact.sentence] and not any(word in project.name for word in words)
            and any(f"{one.value:g}" == _NUMBER.sub("", fact.value) for one in project.investments)
            for project in page.says.projects
        )
        for page, fact in held
    )


def _rate_of_another_part(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """投产项目的开工率: 98.1% is told of the signed ones; 开工38个，开工率52.1% of those of which 38 have begun."""
    stages = [stage for stage in query.stages if re.search(rf"{stage}(?!率)", query.text)]
    if query.kind != "percent" or not stages or draft.detail:
        return False
    held = _values(knowledge, draft)
    return bool(held) and all(
        any(
            batch.stage not in (*stages, *WHOLE)
            and any(
                rate.value == fact.number and rate.name in query.text and not rate.name.startswith(batch.stage or "-")
                for rate in batch.rates
            )
            for batch in page.says.batches
        )
        for page, fact in held
    )


def _names_of_another_part(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """开工的有哪些 where only 签约项目6个，分别是… are named: most of the names are of another stage's list."""
    if query.kind != "list" or not query.stages:
        return False
    pieces = [piece for piece in re.split(r"[、\n]", compact(draft.answer)) if piece]
    for proof in draft.proofs:
        held = [
            batch.stage
            for batch in knowledge.page(proof.article).says.batches
            if batch.stage not in WHOLE and len(batch.names) > 1
            and 2 * sum(any(compact(name) in piece for piece in pieces) for name in batch.names) > len(pieces)
        ]
        if held and not any(stage in query.stages or stage.removesuffix("类") in query.stages for stage in held):
            return True
    return False
