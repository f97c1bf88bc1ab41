"""是不是甲镇装得最多, 甲厂是里面投得最多的吗: which is the most is asked first, and held against the asked name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query

_WHO_BEHIND = load_pattern("answering.firsts.who_behind")
_WHO_FIRST = load_pattern("answering.firsts.who_first")
_WHO_LAST = load_pattern("answering.firsts.who_last")
_AREA = load_pattern("answering.firsts.area")
_SAME = 0.75
_LONGEST = 40  # code points of an answer that is a name with its value


@dataclass(frozen=True, slots=True)
class First:
    """A name that a question takes to be the most or the least of its kind.

    Attributes:
        asks: the question which one it is. who: the name. told: how a correction begins (装得最多的是).
    """

    asks: str
    who: str
    told: str

    def judged(self, draft: Draft) -> Draft | None:
        """是 or 不是 with the one that it is; None where ``draft`` does not tell one of the same kind."""
        said = draft.answer
        if draft.status != "answered" or len(said) > _LONGEST:
            return None
        name = re.split("[（(，]", said)[0]
        same = explained(self.who, compact(said)).score >= _SAME or name in self.who
        area = _AREA.search(self.who)
        if not same and area is not None and area[0] not in said:
            return None
        answer = f"{'是' if same else '不是'}，{self.told}{said}"
        return replace(draft, status="answered" if same else "corrected", kind="yesno", answer=answer)


def first_asked(query: Query) -> First | None:
    """The name that ``query`` asks of whether it is the most, or None for another question."""
    if query.kind != "yesno" or query.inherited or "最" not in query.text:
        return None
    text = query.text
    if match := _WHO_BEHIND.fullmatch(text):
        who = _name_in_front(query, match["who"])
        most = match["who"].removeprefix(who) + match["most"]
    elif match := _WHO_FIRST.fullmatch(text) or _WHO_LAST.fullmatch(text):
        who, most = match["who"], match["most"]
    else:
        return None
    area = _AREA.search(who)
    project = any(link.kind == "project" and link.typed in who for link in query.links)
    sort = area[0] if area else "项目" if project else ""
    return First(f"{match['of']}{most}的是哪个{sort}", who, f"{most}的是") if who else None


def _name_in_front(query: Query, said: str) -> str:
    """东屿街道 of 东屿街道装得: the name that the words begin with, or ""."""
    names = [query.place or "", *(link.typed for link in query.links), *(t.text for t in query.terms if t.critical)]
    return max((name for name in names if name and said.startswith(name)), key=len, default="")
