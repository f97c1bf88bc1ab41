"""What speaks against a value that stands where the question is accounted for: whose it is, what it marks."""

from __future__ import annotations

import re

from index.answering.values import Candidate
from index.understanding.query import Query

_FROM_TO = re.compile(r"[至到—\-~～–]")
_EACH_OF = re.compile(r"各|每|均|分别|依次")


def of_a_whole_list(query: Query, candidate: Candidate) -> bool:
    """专项债券8.2亿元，重点投向甲学校、乙水厂等7个项目: 8.2亿元 is nothing that 甲学校 got."""
    fact, text = candidate.fact, candidate.evidence.text
    if fact.kind != "money" or _EACH_OF.search(text):
        return False
    names = [t.text for t in query.terms if t.critical and len(t.text) > 2]
    names += [link.name for link in query.links if link.kind == "project"]
    for name in names:
        at = text.find(name)
        listed = at >= 0 and "、" in (text[at - 1 : at], text[at + len(name) : at + len(name) + 1])
        if listed and not (fact.clause[0] <= at < fact.clause[1]) and fact.end <= at:
            return True
    return False


_ASKS_END = re.compile(
    r"(?:到|至)(?:哪[天年月]|几[号月点]|什么时候|啥时候|何时)[^，。？?]{0,4}(?:结束|为止|完|止)?$"
    r"|(?:哪[天年月]|几[号月点]|什么时候|啥时候|何时)(?:才|能|会)?(?:结束|截止|为止|到期|收尾|收官|完事)"
)
_BEGINS = re.compile(r"(?:自|从)[^，。；]{0,6}$")
_ON = re.compile(r"[^，。；]{0,8}(?:起|开始)")


def is_a_beginning(query: Query, candidate: Candidate) -> bool:
    """到哪天结束: 自6月14日首班车起 is when something else begins."""
    if not _ASKS_END.search(query.text.rstrip("?？的了呢啊")):
        return False
    fact, text = candidate.fact, candidate.evidence.text
    spans = _FROM_TO.search(fact.value) or _FROM_TO.match(text, fact.end)
    return not spans and bool(_BEGINS.search(text[: fact.start]) and _ON.match(text, fact.end))
