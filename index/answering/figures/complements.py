"""The other part of a whole that has two: 常住人口58万人，其中城镇39万人 tells how many live in the country.

What is asked for must not be printed itself, and must be the only other part: the opposite of the printed one
(城镇, 农村; see the lexicon of contrasts), or the other of two things that are named together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.candidates.arithmetic import alike, difference, read_amount
from index.answering.candidates.asked_type import same_unit
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import contrasted, links_fit, period_fits
from index.answering.evidence.labels import item_of, part_of_whole
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Fact
from index.records.answers import Kind
from index.understanding.query import Query

_KINDS = ("count", "number", "money", "area", "length")
_PARTS = ("count", "measure", "money")
_ENOUGH = 0.6  # share of the question that sentence and surroundings must account for
_NAMED = 0.75  # how well a word must stand in a name
_DENIED = load_pattern("answering.complements.denied")
_NO_PART = load_pattern("answering.complements.no_part")
_TWO = load_pattern("answering.complements.two")


def answer_complement(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The whole less its printed part, where exactly the other part is asked for; else None."""
    if query.kind not in _KINDS:
        return None
    best: tuple[float, Draft] | None = None
    for evidence in pool:
        if "其中" not in evidence.text or not (links_fit(query, evidence) and period_fits(query, evidence)):
            continue
        for part in evidence.facts:
            whole = part_of_whole(evidence, part) if part.kind in _PARTS else None
            if whole is None or not _suits(query, part):
                continue
            other = _other(query, evidence, item_of(evidence, part).own)
            if other is None or _printed(evidence, part, other):
                continue
            terms = tuple(t for t in query.terms if explained(t.text, other).score < _NAMED and t.text not in other)
            regions = ((evidence.own, 1.0), (evidence.before, 0.8), (evidence.heading, 0.8))
            share, missing, _ = coverage(terms, regions)
            high, low = read_amount(whole.value), read_amount(part.value)
            if share < _ENOUGH or any(t.critical for t in missing) or high is None or low is None:
                continue
            if not alike(high, low) or high.value <= low.value:
                continue
            said, detail = difference(high, low)
            if best is None or share > best[0]:
                kind: Kind = "money" if part.kind == "money" else "count"
                best = (share, Draft("answered", kind, said, (evidence.proof,), detail=detail))
    return best[1] if best else None


_REST = load_pattern("answering.complements.rest")
_SHARED = load_pattern("answering.complements.shared")
_BEARS = load_pattern("answering.complements.bears")
_OWN_PURSE = load_pattern("answering.complements.own_purse")


def borne_by_rest(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """总投资8640万元，其中省补助6000万元，其余由县财政配套: how much the county pays by itself; else None.

    The printed parts have to be followed by who bears the rest, and the question has to name that one.
    """
    if query.kind not in ("money", "number"):
        return None
    for evidence in pool:
        rest = _REST.search(evidence.text)
        if rest is None or not (links_fit(query, evidence) and period_fits(query, evidence)):
            continue
        whose = compact(rest["whose"])
        if not _BEARS.search(whose) or not _names_payer(query, whose) or _SHARED.search(whose):
            continue  # 其余由区财政和热力公司承担: nobody says how much of it each bears
        amounts = [f for f in evidence.facts if f.kind == "money" and f.end <= rest.start()]
        read = [one for one in (read_amount(fact.value) for fact in amounts) if one is not None]
        terms = tuple(t for t in query.terms if t.weight >= _STRONG and explained(t.text, whose).score < _NAMED)
        told = coverage(terms, ((evidence.own, 1.0), (evidence.before, 0.9), (evidence.heading, 0.8)))[0]
        if len(read) != 2 or not alike(*read) or read[0].value <= read[1].value or told < _ENOUGH:
            continue
        said, detail = difference(read[0], read[1])
        return Draft("answered", "money", said, (evidence.proof,), detail=detail, projects=query.projects)
    return None


def _names_payer(query: Query, whose: str) -> bool:
    """县里自己出多少, where 县财政 bears it; 自己 where it is 自筹."""
    if "自" in whose and _OWN_PURSE.search(query.text):
        return True
    payers = (word for word in _PAYERS if word in whose)
    return any(re.search(rf"{word}(?:里|级|上|财政|自己|政府|自|得|要|还|出|掏|承担)", query.text) for word in payers)


_STRONG = 1.0  # words as 出 and 县里 say only who pays
_PAYERS = (
    "国家", "中央", "省", "市", "区", "县", "镇", "乡", "村", "学校", "企业", "公司", "医院", "个人", "群众", "居民",
    "农户", "业主",
)  # fmt: skip


def _suits(query: Query, part: Fact) -> bool:
    if query.kind == "money":
        return part.kind == "money"
    unit = (part.unit or "").lstrip("万亿")
    return part.kind != "money" and (query.unit is None or same_unit(query.unit, unit) or query.unit == unit)


def _other(query: Query, evidence: Evidence, item: str) -> str | None:
    """The words of the question that name the other part, or None."""
    denied = _DENIED.search(query.text)
    if denied is not None and (denied["x"] or denied["y"] or denied["z"]) in item:
        return denied[0]
    for asked, others in contrasted(query.text):
        found = asked.search(query.text)
        if found is None or _NO_PART.fullmatch(found[0]):
            continue  # 审结 is no other part of what is 受理
        if len(others) == 1 and others[0].search(item) and not asked.search(item):
            return found[0]
    for text in (evidence.own, evidence.before):
        for match in _TWO.finditer(text):
            for mine, its in ((match["a"], match["b"]), (match["b"], match["a"])):
                words = [t.text for t in query.terms if len(t.text) > 1]
                said = next((w for w in words if w in mine and w not in its and w not in item), None)
                if said and its in item:
                    return said
    return None


def _printed(evidence: Evidence, part: Fact, other: str) -> bool:
    """The asked part has a figure of its own kind."""
    name = compact(other)
    return any(
        fact.kind == part.kind and fact.unit == part.unit and fact is not part and name in item_of(evidence, fact).own
        for fact in evidence.facts
    )
