"""Right, wrong, abstained; refused or invented: how an answer is judged against what is known to be so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from index.language.scripts import simplify
from index.records import Answer

Outcome = Literal["right", "wrong", "abstained", "refused", "invented"]

_LONGEST = {"list": 400, "summary": 300}
_LONGEST_OTHER = 160
_ASCII = {
    ord(wide): narrow
    for wide, narrow in zip("０１２３４５６７８９％．（）：－−", "0123456789%.():--", strict=True)
}
_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_ITEM_NUMBER = re.compile(r"(?:^|(?<=[\n；;]))\s*[0-9]{1,2}[.、)）](?![0-9])\s*")
_DENIAL = ("否", "不", "没", "未", "并未", "并非", "无")
_AS_GOOD_AS_REFUSED = ("false_premise", "other_scope", "other_place", "other_period")


@dataclass(frozen=True, slots=True)
class Question:
    """A question whose answer is known.

    Attributes:
        type: kind of question. answers: accepted answers, the first is canonical.
        must_include: each has to occur, "a|b" means either. must_not: none may occur.
        source_title: headline of the article. quote: the words that prove it. bulletin: name of the file.
    """

    id: str
    question: str
    context: tuple[str, ...]
    answerable: bool
    type: str
    answers: tuple[str, ...] = ()
    must_include: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    source_title: str = ""
    quote: str = ""
    bulletin: str = ""

    @classmethod
    def of(cls, record: dict[str, Any]) -> Question:
        """A question from its JSON object; raises KeyError where a needed key is missing."""

        def many(key: str) -> tuple[str, ...]:
            return tuple(str(value) for value in record.get(key) or ())

        return cls(
            str(record["id"]), str(record["question"]), many("context"), bool(record["answerable"]),
            str(record.get("type") or "other"), many("answers"), many("must_include"), many("must_not"),
            str(record.get("source_title") or ""), str(record.get("quote") or ""), str(record.get("bulletin") or ""),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judgement:
    """An outcome and why."""

    outcome: Outcome
    reason: str = ""


def judge(question: Question, answer: Answer, page: str) -> Judgement:
    """Judges an answer; without a ``page`` figures and quotes are not checked."""
    printed = figures(page) | figures(question.question) | figures("|".join(question.context))
    if not question.answerable:
        return _judge_refusal(question, answer, printed if page else None)
    if answer.status in ("not_found", "ambiguous"):
        return Judgement("abstained", answer.status)
    fault = (
        _wrong_words(question, answer)
        or (_strange(question, answer, printed) if page else None)
        or _unproved(question, answer, page)
    )
    return Judgement("wrong", fault) if fault else Judgement("right")


def _judge_refusal(question: Question, answer: Answer, printed: set[str] | None) -> Judgement:
    premise = any(name in question.type for name in _AS_GOOD_AS_REFUSED)
    if answer.status not in ("not_found", "ambiguous") and not (answer.status == "corrected" and premise):
        return Judgement("invented", answer.status)
    strange = set() if printed is None else figures(f"{answer.answer} {answer.detail or ''}") - printed
    return Judgement("invented", f"数字 {_shown(strange)}") if strange else Judgement("refused")


def _wrong_words(question: Question, answer: Answer) -> str | None:
    said = plain(answer.answer)
    missing = [wanted for wanted in question.must_include if not says(said, wanted)]
    if missing:
        return f"缺 {'、'.join(missing)}"
    forbidden = [word for word in question.must_not if says(said, word)]
    if forbidden:
        return f"不该说 {'、'.join(forbidden)}"
    if question.type == "yesno" and _denies(said) not in {_denies(plain(one)) for one in question.answers}:
        return "是否相反"
    limit = _LONGEST.get(question.type, _LONGEST_OTHER)
    return f"{len(answer.answer)} 字，超过 {limit}" if len(answer.answer) > limit else None


def _strange(question: Question, answer: Answer, printed: set[str]) -> str | None:
    accepted = figures("|".join((*question.answers, *question.must_include)))
    strange = figures(_ITEM_NUMBER.sub("", answer.answer)) - printed - accepted
    if question.type in _LONGEST:  # the items of a list may be counted
        strange = {figure for figure in strange if "." in figure or len(figure) > 2}
    return f"数字 {_shown(strange)}" if strange else None


def _unproved(question: Question, answer: Answer, page: str) -> str | None:
    title = plain(question.source_title)[:10]
    named = [s for s in answer.sources if title in plain(" ".join((s.title, *s.headlines)))]
    if not named:
        return "出处不对"
    if page and not any(source.quote and plain(source.quote) in plain(page) for source in named):
        return "引文不在原文里"
    return None


def plain(text: str) -> str:
    """What two ways of printing the same have in common: script, width, commas, spaces, quotes."""
    narrow = re.sub(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "", simplify(text).translate(_ASCII))
    return re.sub(r"[\s“”\"]+", "", re.sub(r"[，、；;]", ",", narrow)).lower()


def says(said: str, wanted: str) -> bool:
    """Whether the (plain) text says one of the ways of ``wanted``; 5 is not said by 15 or 5.2."""
    return any(_stands_in(said, plain(way)) for way in wanted.split("|"))


def _stands_in(said: str, way: str) -> bool:
    before = r"(?<![0-9.])" if way[:1].isdigit() else ""
    after = r"(?:\.0+)?(?![0-9]|\.[0-9])" if way[-1:].isdigit() else ""
    return re.search(f"{before}{re.escape(way)}{after}", said) is not None


def figures(text: str) -> set[str]:
    """The figures in a text, without zeros behind the point."""
    found = _FIGURE.findall(plain(text))
    return {figure.rstrip("0").rstrip(".") if "." in figure else figure for figure in found}


def _denies(said: str) -> bool:
    return said.startswith(_DENIAL)


def _shown(strange: Iterable[str]) -> str:
    return "、".join(sorted(strange))
