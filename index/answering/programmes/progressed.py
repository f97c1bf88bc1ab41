"""签约的开了几个: how many of a group have come further, of a part such as “签约一批”5个，已开工4个."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import links_fit, period_fits, segment_of, told_of_period, year_fits
from index.answering.evidence.pool import Evidence
from index.understanding.query import Query

_DEED = r"开工|投产|达效|竣工|达产|验收|完工|转化|落地|开(?=了)"
_OF = r"(?:的?那?一?批|类|板块|项目|的(?=[已开投达竣转验完落有里]))(?:项目)?(?:里头?|中)?"
_NTH = r"[第前首头末这那本该]|[一二三四五六七八九十]批"  # 第二批开工多少: a round is no group that comes further
_ASKS = re.compile(
    rf"(?P<group>(?!{_NTH})[\u4e00-\u9fff]{{2}}){_OF}(?:已经?|有|都|现在|目前|转入)*(?P<deed>{_DEED})了?(?:的有|有)?(?:多少|几)"
    rf"|(?P<of>(?!{_NTH})[\u4e00-\u9fff]{{2}}){_OF}(?:已经?|有|现在|目前)*(?:多少|几)(?:个|家|项)(?:项目)?"
    rf"(?:已经?|转入?|能)*(?P<done>{_DEED})"
)
_LABEL = r"(?:^|[“：:；;。，])\s*“?{group}(?:一批|类|板块)?”?(?:的)?(?:项目)?[^，。；\d]{{0,4}}\d+\s?[个家项]"
_TOLD = (
    r"(?:已有?|其中)*(?P<n>\d+[个家项])(?:项目)?(?:均?已经?|转入|实现|通过)*{deed}"
    r"|(?:已经?|均已|实现|转入|通过)?{deed}(?:了)?(?P<m>\d+[个家项])"
)
_SAID = 0.95


def progressed(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The number of those of the asked group that the asked thing is told of; None where none is printed."""
    asked = _asked(query.text)
    if asked is None:
        return None
    group, deed = asked
    label, told = re.compile(_LABEL.format(group=group)), re.compile(_TOLD.format(deed=deed))
    for evidence in pool:
        if not (links_fit(query, evidence) and period_fits(query, evidence) and year_fits(query, evidence)):
            continue
        for match in label.finditer(evidence.text):
            span = segment_of(evidence.text, match.end())
            said = told.search(evidence.text, match.end(), span[1])
            if said is None or not told_of_period(query, evidence.text, match.end()):
                continue
            if _accounts(query, evidence):
                return Draft("answered", "count", said["n"] or said["m"], (evidence.proof,))
    return None


def asks_progress(text: str) -> bool:
    """True where so many of a group are asked for as have come further."""
    return _asked(text) is not None


def _asked(text: str) -> tuple[str, str] | None:
    match = _ASKS.search(text)
    if match is None:
        return None
    deed = match["deed"] or match["done"]
    deed = "开工" if deed == "开" else deed
    group = match["group"] or match["of"]
    return (group, deed) if group != deed else None


def _accounts(query: Query, evidence: Evidence) -> bool:
    around = evidence.own + evidence.before + evidence.head + evidence.heading
    return all(explained(t.text, around).score >= _SAID for t in query.terms if t.critical)
