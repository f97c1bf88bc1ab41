"""参保率达到95%了吗: the level that is printed is asked for as a question of its own and held against the figure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.numerals import Quantity, find_quantities
from index.understanding.query import Query

_WAY = load_pattern("answering.thresholds.way")
_BEHIND = load_pattern("answering.thresholds.behind")
_AHEAD = load_pattern("answering.thresholds.ahead")
_ABOVE = load_pattern("answering.thresholds.above")
_BELOW = load_pattern("answering.thresholds.below")
_AIMED = load_pattern("answering.thresholds.aimed")
_AMOUNT = load_pattern("answering.thresholds.amount")
_MEASURE = load_pattern("answering.thresholds.measure")
_MORE = load_pattern("answering.thresholds.more")
_OF = load_pattern("answering.thresholds.of")
_GOAL = load_pattern("answering.thresholds.goal")
_AGAINST_GOAL = load_pattern("answering.thresholds.against_goal")
_TELLS_GOAL = load_pattern("answering.thresholds.tells_goal")
_PACE = load_pattern("answering.thresholds.pace")
_HALF = load_pattern("answering.thresholds.half")
_WHOLE = find_quantities("100%")[0]
_MIDDLE = find_quantities("50%")[0]
_ASKS = {"percent": "百分之多少", "money": "多少亿元"}
_KINDS = ("percent", "money", "count", "measure")


@dataclass(frozen=True, slots=True)
class Threshold:
    """A figure that something is asked to have come to.

    Attributes:
        asks: the question for the level itself. way: 达到, 超过, 不足. figure: what it is held against.
    """

    asks: str
    way: str
    figure: Quantity

    def judged(self, draft: Draft, knowledge: Knowledge) -> Draft | None:
        """是 or 没有 with the words that print the level; None where ``draft`` tells no level but an aim."""
        if draft.status != "answered":
            return None
        if draft.kind == "yesno":
            return draft  # it says already that it is only expected
        level = _printed(draft, self.figure, knowledge) if draft.facts else _told(draft, self.figure, self.asks)
        if level is None:
            return None
        clause, value = level
        more = bool(_MORE.search(clause[: clause.find(value.text)]) or value.approximate)
        said = clause.strip("，；。：、,;: |")
        return Draft(
            "answered", "yesno", f"{'是' if self._reached(value, more) else '没有'}，{said}"[:158], draft.proofs,
            confidence=draft.confidence, repaired=draft.repaired, projects=draft.projects,
        )  # fmt: skip

    def _reached(self, value: Quantity, more: bool) -> bool:
        """Whether the printed level has come to the figure; ``more``: it is printed as 突破 or 余."""
        if _BELOW.search(self.way):
            return value.value < self.figure.value
        if value.value == self.figure.value:
            return more or not _ABOVE.search(self.way)
        return value.value > self.figure.value


def threshold(query: Query) -> Threshold | None:
    """The figure that the question asks about (超过60亿了吗, 有没有到95%; 完成计划了吗: all of it), or None."""
    if query.kind != "yesno" or query.inherited:
        return None
    text = query.text
    if (goal := asked_goal(text)) is not None:
        if _PACE.search(goal):
            return None  # 增速达到目标没有: a rate of 5% is no part of it that is reached
        return Threshold(f"{goal}完成率是百分之多少", "", _WHOLE)
    if (half := _HALF.search(text)) is not None:
        return Threshold(f"{text[: half.start()]}了百分之多少", half["way"], _MIDDLE)
    figures = [one for q in find_quantities(text) if (one := _figure(q, text)) and _BEHIND.fullmatch(text, q.end)]
    way = _WAY.search(text[: figures[0].start]) if len(figures) == 1 else None
    if way is None or _AHEAD.search(text[: way.start("way")]):
        return None
    of = _OF.search(text, way.end("way"), figures[0].start)
    asked = _ASKS.get(figures[0].kind) or f"有多少{figures[0].unit}"
    verb = f"占{of['of']}的" if of else "" if asked.startswith("有") else "是"
    return Threshold(f"{text[: way.start('way')]}{verb}{asked}", way["way"], figures[0])


def asked_goal(text: str) -> str | None:
    """Whose aim is asked about: 西溪镇 of 西溪镇年度计划完成了没, 西溪镇达到目标了吗; None for another question."""
    match = _GOAL.match(text)
    return match["of"] if match else None


def tells_goal(text: str, said: str) -> bool:
    """The words of an answer speak of the aim that is asked about, where one is, and of no mere part of it."""
    if asked_goal(text) is None:
        return True
    parts = [q for q in find_quantities(said) if q.kind == "percent" and q.value < _WHOLE.value]
    return bool(_TELLS_GOAL.search(said)) and (not parts or _AGAINST_GOAL.search(said) is not None)


def _figure(quantity: Quantity, text: str) -> Quantity | None:
    """A quantity that can be a level; 60亿 of 投资超过60亿了吗 is an amount of money."""
    if quantity.kind in _KINDS:
        return quantity
    amount = quantity.kind == "bare" and quantity.scale and _AMOUNT.search(text[: quantity.start])
    return replace(quantity, kind="money", unit="元") if amount else None


def _told(draft: Draft, figure: Quantity, asks: str) -> tuple[str, Quantity] | None:
    """The value of a cell, behind the words that ask for it."""
    same = [q for q in find_quantities(draft.answer) if (q.kind, q.unit) == (figure.kind, figure.unit)]
    return (_MEASURE.sub("", asks) + draft.answer, same[0]) if len(same) == 1 else None


def _printed(draft: Draft, figure: Quantity, knowledge: Knowledge) -> tuple[str, Quantity] | None:
    """The clause and the value that tell what is reached: of 要达到98%，目前为86.5% the second."""
    article, fact = draft.facts[0]
    text = knowledge.page(article).sentence(fact.sentence).text.text
    for low, high in clause_spans(text):
        if high <= fact.start:
            continue
        clause = text[low:high]
        same = [q for q in find_quantities(clause) if (q.kind, q.unit) == (figure.kind, figure.unit)]
        same = [q for q in same if low + q.start >= fact.start]
        if same and not _AIMED.search(clause[: same[0].start]):
            return clause, same[0]
        if same and "；" in clause[-1:]:
            return None
    return None
