"""What a figure means, by the stored batches and project rows: 62.4亿是什么钱, 哪两批都是29.2亿."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence
from index.answering.programmes.batch_choice import label
from index.answering.programmes.batches import money_text
from index.answering.programmes.printed import as_printed
from index.answering.programmes.projects import money
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.numerals import find_quantities
from index.language.scripts import fold
from index.records import Batch, Found, ProjectRow
from index.understanding.query import Query, Term

_YI = 1e8
_ENOUGH = 0.66
_A_PROJECT = load_pattern("answering.lookup.a_project")
_KEYED = re.compile(r"[^，。：:]{2,8}[：:]")
_WHICH_PROJECT = load_pattern("answering.lookup.which_project")
_SCALES = {"亿": 1e8, "万": 1e4, "": 1.0}


def answer_lookup(query: Query, knowledge: Knowledge) -> Draft | None:
    """The batches or projects with the asked amount."""
    amounts = [value for value, unit in query.figures if unit in ("元", "") and value >= 1e4]
    if not amounts:
        return None
    found = [
        f
        for f in knowledge.batches
        if f.value.total is not None and any(abs(f.value.total * _YI - a) < 1 for a in amounts)
    ]
    found = [f for f in found if _fits(query, f.value)]
    if found:
        said = "、".join(
            dict.fromkeys(
                label(as_printed(f, knowledge)) + ("" if f.value.stage in ("签约", "开工", "投产") else "总投资")
                for f in found
            )
        )
        detail = f"{money_text(found[0].value.total or 0)}是{said}的投资。" if len(found) == 1 else None
        return Draft(
            "answered",
            "text",
            said,
            _proofs(found),
            detail=detail,
            period=found[0].value.period,
            stage=found[0].value.stage,
        )
    for row in knowledge.projects:
        for one in row.value.investments:
            if one.currency == "元" and any(
                abs(one.value * _SCALES.get(one.unit, 1.0) - a) < 1 for a in amounts
            ):
                return Draft(
                    "answered",
                    "text",
                    f"{row.value.name}的{one.kind}（{money(one)}）",
                    (Proof(row.article, row.value.evidence),),
                )
    return None


def named_with(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """占地320亩的是哪个项目: the project that the sentence names last in front of the asked figure, or its only one."""
    if not _WHICH_PROJECT.search(query.text):
        return None
    words = tuple(t for t in query.terms if t.weight >= 1.0 and not any(sign.isdigit() for sign in t.text))
    found: dict[str, Draft] = {}
    for evidence in pool:
        text = fold(evidence.text)
        names = [fold(name) for row in evidence.page.says.projects for name in (row.name, *row.aliases[:1])]
        if evidence.sentence.role == "headline" or _accounted(words, evidence) < _ENOUGH:
            continue
        for quantity in find_quantities(text):
            if not {(quantity.value, quantity.unit), (quantity.value, "")} & set(query.figures):
                continue  # 40亿 is asked for 40亿元
            before = text[start_of(text, quantity.start, "；;。") : quantity.start]
            told = {name for name in names if name in before}
            several = sum(not any(one in other for other in told - {one}) for one in told) > 1
            alike = [q.end for q in find_quantities(before) if q.unit == quantity.unit] if several else []
            before = " " * max(alike, default=0) + before[max(alike, default=0) :]  # 甲项目95.4分、乙项目90.5分
            held = [(before.rfind(name), len(name), name) for name in names if name in before]
            if not held and (card := _on_card(evidence)) is not None:
                held = [(0, len(card), card)]
            if held and max(held)[2] not in query.text:
                name = max(held)[2]
                found.setdefault(name, Draft("answered", "text", name, (evidence.proof,)))
    return next(iter(found.values())) if len(found) == 1 else None


def tells_project(query: Query, draft: Draft, pool: Sequence[Evidence]) -> bool:
    """False where 哪个项目 is asked and the words around the figure name none (看点：装机50兆瓦)."""
    if not _WHICH_PROJECT.search(query.text):
        return True
    said = fold(draft.answer)
    names = {fold(name) for e in pool for row in e.page.says.projects for name in (row.name, *row.aliases)}
    return bool(_A_PROJECT.search(said)) or any(name in said for name in names)


def _on_card(evidence: Evidence) -> str | None:
    """The project on whose card the line stands: 看点：装机50兆瓦 below 5. 某某风电场."""
    low, high = evidence.sentence.text.start, evidence.sentence.text.end
    named = [
        row.name for row in evidence.page.says.projects
        if any(low <= a < high and not name_in(row, low, high) for a, _ in row.evidence)
    ]  # fmt: skip
    return named[0] if len(named) == 1 and _KEYED.match(evidence.text) else None


def name_in(row: ProjectRow, low: int, high: int) -> bool:
    """The row's own name stands in this stretch of the article."""
    return any(low <= a < high for a, _ in row.name_spans)


def _accounted(words: tuple[Term, ...], evidence: Evidence) -> float:
    share, _, _ = coverage(words, ((evidence.own, 1.0), (evidence.before, 0.8), (evidence.heading, 0.8)))
    return share if words else 1.0


def _fits(query: Query, batch: Batch) -> bool:
    if query.periods and batch.period not in query.periods:
        return False
    return not query.district or batch.district in (None, query.district)


def _proofs(found: list[Found[Batch]]) -> tuple[Proof, ...]:
    return tuple(Proof(f.article, f.value.evidence) for f in found)
