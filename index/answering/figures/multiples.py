"""So many at so much each, in groups: 金奖3家，各奖50万元；银奖5家，各奖20万元 are 250万元 for eight firms.

The groups that a question names are added up, or all of them where it names none and asks for all together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import sentence_fits
from index.answering.evidence.pool import Evidence
from index.answering.figures.asked import bare_text
from index.answering.figures.operands import Operand, sentence_operands
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.scripts import compact
from index.records.answers import Kind
from index.understanding.query import Query

_ASKS = load_pattern("answering.multiples.asks")
_EACH = load_pattern("answering.multiples.each")
_IN_ALL = load_pattern("answering.multiples.in_all")
_LEADS = load_pattern("answering.multiples.leads")
_TALK = load_pattern("answering.multiples.talk")
_ALONE = load_pattern("answering.multiples.alone")  # 获特等奖，奖金5万元
_NO_COUNT = ("%", "％", "里", "公里", "米", "亩", "平方米", "吨", "公斤", "岁")
_MARKS = "；;。：:，,、"
_ENOUGH = 0.5  # share of the other words of the question that the sentence and what is around it account for
_NAMED = 0.75  # how well a word must stand in the name of a group
_FEW = 2
_LARGE = 10_000  # a sum that is said in 万
_SUMS = ("money", "sum", "number", "text")
_COUNTS = ("count", "number", "sum")


@dataclass(frozen=True, slots=True)
class _Group:
    """A group by its name: how many it has, and what each of them gets or costs."""

    name: str
    count: Operand
    each: Operand


def groups_together(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What the asked groups come to, in money or in number; None where a total is printed or a group is unsure."""
    text = bare_text(query.text)
    if not (_ASKS.search(text) or query.total) or query.stages or query.programme:
        return None
    best: tuple[float, Draft] | None = None
    for evidence in pool:
        if not _EACH.search(evidence.text) or _IN_ALL.search(evidence.text) or not sentence_fits(query, evidence):
            continue
        groups = list(_groups(evidence))
        if len(groups) < _FEW or len({group.name for group in groups}) < len(groups):
            continue
        named = _named(query, evidence, groups)
        held = named or groups
        share = _share(query, evidence, held)
        draft = _summed(query, held, named) if share >= _ENOUGH else None
        if draft is not None and (best is None or share - 0.002 * evidence.rank > best[0]):
            best = share - 0.002 * evidence.rank, draft
    return best[1] if best else None


def _groups(evidence: Evidence) -> Iterator[_Group]:
    """Every number with the sum that each of them gets, told in one part between semicolons.

    None at all where one part tells a sum for each without saying how many they are, or where one gets a prize alone.
    """
    text, count = evidence.text, None
    found: list[_Group] = []
    for one in sentence_operands(evidence):
        if count is not None and re.search("[；;。]", text[count.end : one.start]):
            count = None
        if one.amount.unit == "元":
            each = _EACH.search(one.before) is not None
            if count is not None and each:
                found.append(_Group(_name(count), count, one))
            elif each or _ALONE.search(one.before):
                return
            count = None
        elif one.evidence is not None and not one.change and one.amount.unit not in _NO_COUNT:
            count = one if text.count("《", 0, one.start) == text.count("》", 0, one.start) else count
    yield from found


def _name(count: Operand) -> str:
    low = start_of(count.text, count.start, _MARKS)
    return _LEADS.sub("", compact(count.text[low : count.start]))


def _named(query: Query, evidence: Evidence, groups: Sequence[_Group]) -> list[_Group]:
    """金奖 and 银奖 of 金奖银奖合计多少: the groups with a word of the question that not all of them have."""
    found: list[_Group] = []
    first = compact(groups[0].count.text[: groups[0].count.start]).removesuffix(groups[0].name)
    above = f"{first}|{evidence.before}|{evidence.heading}"  # 兑现科技奖补: names none of the groups
    for term in query.terms:
        word = _TALK.sub("", term.text)
        tells = len(word) > 1 and word not in above
        fits = [group for group in groups if tells and explained(word, group.name).score >= _NAMED]
        found += [group for group in fits if len(fits) < len(groups) and group not in found]
    return [group for group in groups if group in found]


def _share(query: Query, evidence: Evidence, held: Sequence[_Group]) -> float:
    names = "|".join(group.name for group in held)
    terms = tuple(t for t in query.terms if not (_TALK.search(t.text) or explained(t.text, names).score >= _NAMED))
    regions = ((evidence.own, 1.0), (evidence.before, 0.9), (evidence.head, 0.9), (evidence.heading, 0.9))
    share, missing, _ = coverage(terms, regions)
    return 0.0 if any(term.critical for term in missing) else share


def _summed(query: Query, held: Sequence[_Group], named: Sequence[_Group]) -> Draft | None:
    proofs = tuple(dict.fromkeys(group.count.proof for group in held))
    if query.kind in _COUNTS and query.unit not in ("元", "块", "万", "亿") and not named:
        amounts = [group.count.amount for group in held]
        if not all(arithmetic.alike(amounts[0], one) for one in amounts) or not _are_asked(query, held):
            return None
        said, detail = arithmetic.total(amounts)
        return Draft("answered", "sum", said, proofs, detail=detail, confidence=0.9)
    if query.kind not in _SUMS or query.unit not in (None, "元", "块", "万", "亿"):
        return None
    sums = [group.each.amount.value * group.count.amount.value for group in held]
    whole = sum(sums, Decimal(0))
    scale = "万" if whole >= _LARGE and all(not group.each.amount.scale for group in held) else ""
    scale = next((group.each.amount.scale for group in held if group.each.amount.scale), scale)
    said, _ = arithmetic.total((Amount(whole, scale, held[0].each.amount.unit, ""),))
    parts = "＋".join(f"{group.each.amount.text}×{group.count.amount.text}" for group in held)
    kind: Kind = "money"
    return Draft("answered", kind, said, proofs, detail=f"{parts}＝{said}（推算）", confidence=0.9)


def _are_asked(query: Query, held: Sequence[_Group]) -> bool:
    """几个村: what is counted stands behind each number, or ends the name in front of it (肉类摊位12个)."""
    from index.answering.candidates.asked_type import same_unit

    if query.unit is not None and not all(same_unit(query.unit, group.count.amount.unit) for group in held):
        return False
    nouns = [noun for group in held if (noun := _BEHIND.match(group.count.text[group.count.end :])[0])]  # type: ignore[index]
    if nouns:
        return all(noun in query.text for noun in nouns)
    words = [term.text for term in query.terms if len(term.text) > 1]
    common = [word for word in words if all(group.name.endswith(word) for group in held)]
    return bool(common) or all(group.name.endswith("奖") for group in held)


_BEHIND = re.compile(r"[\u4e00-\u9fff]{0,4}")
