"""…对吗, 是不是…, 这句话对不对：…: a statement is put to the bot, which checks it as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.answering.checking.reading.said_values import values_in
from index.answering.evidence.draft import Draft, Proof
from index.answering.sentences.in_lists import asks_member
from index.language.lexicon import load_pattern, load_table
from index.language.numerals import OF_TIME, find_quantities
from index.language.scripts import fold
from index.records import Claim
from index.understanding.query import Query
from index.understanding.terms import wh_spans

_TELLS = load_pattern("answering.asserting.tells")  # words of questions that tell as much in a statement: 最短的是
_WHETHER = load_pattern("answering.asserting.whether")
_ASSERTED = load_pattern("answering.asserting.asserted")
_BOUND = load_pattern("answering.asserting.bound")  # 超过60亿了吗: no figure that could be printed so
_GIVES_TIME = load_pattern("answering.asserting.gives_time")  # 优良天数70天, 连续三个月垫底, 是4月15日被约谈
_HOLDS = load_pattern("answering.asserting.holds")
_IN_ALL = load_pattern("answering.asserting.in_all")  # 城市更新一共12项
_TIME = load_pattern("answering.asserting.time")
_SAME_TIME = {"上年": "去年", "本年": "今年", "上一年": "去年", "年内": "今年"}
_SIGNS = frozenset("对准确实错是核查")  # every way of asking so has one of them
_SHORTEST = 6  # letters of a statement that stands for itself
_LONGEST = 158
_YES, _NO = "是，", "不是，"
_DENIALS = ("不", "没", "否", "未", "无")
_BROKEN = re.compile(r"^\d{1,3}(?=\s)\s*|\s*\n\s*")
_MARKS = "。，,；;、？?：: "
_ENDS = _MARKS + "“”\"'"


@lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for _, pattern in load_table("assertions"))


def statement_in(question: str) -> str | None:
    """The statement that a folded question asks to be confirmed, or None where it asks for something."""
    if not _SIGNS.intersection(question):
        return None
    said = question
    for form in _forms():
        said = form.sub("", said, count=1)
    said = _IN_ALL.sub("", said.strip(_ENDS))
    asks = any(not _TELLS.search(said[slice(*span)]) for span in wh_spans(said))
    return None if asks or said == question.strip(_ENDS) or len(said) < _SHORTEST else said


def has_values(statement: str) -> bool:
    """It gives figures, dates or ranks, which have to be the printed ones."""
    return bool(values_in(statement))


def asserted(query: Query) -> str | None:
    """总投资是78亿吧, 某某是副区长吗: a statement that gives a figure and no bound, or an office; else None."""
    plain = query.kind == "yesno" and not query.inherited and not asks_member(query.text)
    text = _WHETHER.sub(r"\g<is>\g<rest>", query.text)  # 甲是不是9台 as 甲是9台吗
    match = _ASSERTED.fullmatch(text if text == query.text else f"{text.rstrip('吗？?')}吗") if plain else None
    said = match["said"].strip(_ENDS) if match is not None else ""
    bound = len(said) < _SHORTEST or _BOUND.search(said) is not None or bool(wh_spans(said))
    counted = any(unit not in OF_TIME for _, unit in query.figures)
    counted = counted or _GIVES_TIME.search(said) is not None
    holds = _HOLDS.search(said) is not None and any(link.kind == "person" for link in query.links)
    return _IN_ALL.sub("", said) if (counted or holds) and not bound else None


def unproved(draft: Draft, query: Query) -> bool:
    """A plain yes to 今年换420部吗 that prints no such figure, or prints it of another time than the asked one."""
    if draft.kind != "yesno" or draft.status != "answered" or denies(draft):
        return False
    told = fold(draft.answer)
    figures = [one for one in find_quantities(told) if any(one.value == value for value, _ in query.figures)]
    asked = {_SAME_TIME.get(one, one) for one in _TIME.findall(query.text)}
    return not any(not asked or _last_time(told[: one.start]) in asked for one in figures)


def _last_time(before: str) -> str:
    """The time that is named last in front of a figure: 今年 of 三年换420部，其中今年130部."""
    found = _TIME.findall(before)
    return _SAME_TIME.get(found[-1], found[-1]) if found else ""


def denies(draft: Draft) -> bool:
    """The answer is no."""
    return draft.kind == "yesno" and draft.answer.startswith(_DENIALS)


def judged(claims: Sequence[Claim]) -> Draft | None:
    """Yes where all of a statement is confirmed, no where the bulletins say otherwise; else nothing."""
    wrong = [claim for claim in claims if claim.verdict == "contradicted"]
    if wrong:
        return _draft(_NO, "corrected", wrong)
    if claims and all(claim.verdict == "confirmed" for claim in claims):
        return _draft(_YES, "answered", claims)
    return None


def _draft(word: str, status: str, claims: Sequence[Claim]) -> Draft:
    said = list(dict.fromkeys(_standing_alone((claim.says or "").strip(_MARKS)) for claim in claims))
    said = [one for one in said if not any(one != other and one in other for other in said)]
    kept = [said[0]]
    for one in said[1:]:
        if len(word) + len("；".join((*kept, one))) <= _LONGEST:
            kept.append(one)
    proofs = dict.fromkeys(Proof(source.article, source.spans) for claim in claims for source in claim.sources)
    answer = f"{word}{'；'.join(kept)}"[:_LONGEST]
    return Draft(status, "yesno", answer, tuple(proofs), confidence=0.9)  # type: ignore[arg-type]


def _standing_alone(said: str) -> str:
    """Without what only leads on from the sentence before: 其中，“签约一批”有2个项目; a row of a table as one line."""
    return _BROKEN.sub("", said.removeprefix("其中").lstrip(_MARKS) or said)
