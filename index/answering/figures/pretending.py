"""A printed value that stands for one that had to be computed."""

from __future__ import annotations

import re

from index.answering.evidence.draft import Draft
from index.answering.figures.asked import asked
from index.language.lexicon import load_pattern
from index.understanding.query import Query

_THAN = load_pattern("answering.pretending.than")
_RATE = load_pattern("answering.pretending.rate")
_TALL = load_pattern("answering.pretending.tall")


def pretends(query: Query, draft: Draft, text: str) -> bool:
    """True where a draft gives one printed value for a figure that had to be computed.

    Args:
        text: the healed sentence of the draft's fact, or "".
    """
    wanted = asked(query)
    if not draft.settled or not draft.facts:
        return False
    if _of_one_acre(query, draft, text):
        return True
    if wanted is None:
        return _rate_for_all(query, draft, text)
    if len(draft.facts) > 1 or "（推算）" in (draft.detail or ""):
        by_time = wanted.intent == "apart" and _BEFORE.fullmatch(wanted.text[slice(*wanted.sides[1])])
        return wanted.intent == "apart" and len(draft.facts) == 2 and not by_time
    fact = draft.facts[0][1]
    before = text[max(fact.clause[0], fact.start - 14) : fact.start]
    if wanted.intent == "apart" and _TALL.search(before) and not _THAN.search(text[slice(*fact.clause)]):
        return True  # 北塔高208米 is how high it is
    return not _PRINTED_AS[wanted.intent].search(f"{before}|{fact.value}")


def _of_one_acre(query: Query, draft: Draft, text: str) -> bool:
    """What so many acres give is asked for, and what is printed is the yield of one."""
    acres = any(unit == "亩" and value != 1 for value, unit in query.figures)
    if not acres or re.search(r"亩产|每亩|单产|亩均", query.text):
        return False
    fact = draft.facts[0][1]
    return bool(re.search(r"(?:亩产|每亩|单产|亩均)[^\d，。；]{0,6}$", text[: fact.start]))


def _rate_for_all(query: Query, draft: Draft, text: str) -> bool:
    """A whole sum of money is asked for, and what is printed is for each."""
    if draft.kind != "money" or not _ASKS_ALL.search(query.text) or "每" in query.text:
        return False
    fact = draft.facts[0][1]
    return bool(_RATE.search(text[max(fact.clause[0], fact.start - 12) : fact.start]))


_ASKS_ALL = load_pattern("answering.pretending.asks_all")
_BEFORE = load_pattern("answering.pretending.before")
_PRINTED_AS = {
    "versus": re.compile("$"),
    "whether": re.compile(""),
    "apart": re.compile(
        r"(?:多|少|高|低|增加|新增|减少|增长|下降|提高|降低|缩短|扩大|差|净增|[长短快慢早晚降涨跌升贵减增省]|便宜)(?:了|出|约)?"
        r"(?:\d[\d.]*[^，。；、\d]{1,6}[、和])?[^,，]{0,3}\||百分点"
    ),
    "subtract": re.compile(r"差|余|净|剩|其余|自筹"),
    "together": re.compile(r"共|合计|总|累计|全"),
    "share": re.compile(r"%|成|％|比"),
}
