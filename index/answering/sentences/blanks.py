"""The words that stand where a question has its 什么: 要增强他们的什么 of 要增强他们的归属感、责任感 is the last two.

A whole sentence that tells it is cut down to what fills the blank. What stands in front of 什么 leads to it, what
stands behind it (什么氛围, 以什么为抓手) ends it, as far as both are printed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.language.lexicon import load_pattern
from index.language.marks import end_of
from index.language.tokens import default_tokenizer
from index.understanding.query import Query

_BLANK = load_pattern("answering.blanks.blank")
_NO_BLANK = load_pattern("answering.blanks.no_blank")
_TAIL = load_pattern("answering.blanks.tail")
_LEADS = load_pattern("answering.blanks.leads")
_BY_MEANS = load_pattern("answering.blanks.by_means")
_PREDICATE = load_pattern("answering.blanks.predicate")
_LIGHT = load_pattern("answering.blanks.light")
_CLASS = load_pattern("answering.blanks.class_noun")
_MEANS_THAT = load_pattern("answering.blanks.means_that")
_NUMBERED = load_pattern("answering.blanks.numbered")
_DEED = load_pattern("answering.blanks.deed")
_TORN = load_pattern("answering.blanks.torn")
_PRONOUN = load_pattern("answering.blanks.pronoun")
_BETWEEN = "[“”‘’《》（(）)]?"  # marks that a question leaves out
_ENDS = "，。；：！？"
_CLOSERS = "”’》）)"
_LONGEST = 90
_REMAINDER = 3  # code points behind the asked noun that are told with it


def filled(query: Query, knowledge: Knowledge, draft: Draft) -> Draft:
    """The draft with only the words that fill the blank of the question; as it is where none can be told."""
    if draft.status != "answered":
        return draft
    plain = _NUMBERED.sub("", draft.answer)
    asked = _BLANK.search(query.text)
    if asked is None or _NO_BLANK.search(query.text) or len(_BLANK.findall(query.text)) > 1:
        return replace(draft, answer=plain)
    told = [fill(query, asked, text) for text in (draft.answer, *_sentences(knowledge, draft))]
    best = next((one for one in told if one), None)
    return replace(draft, answer=best or plain)


def _sentences(knowledge: Knowledge, draft: Draft) -> list[str]:
    """The sentences that prove the draft."""
    return [
        one.text.text
        for proof in draft.proofs
        for one in knowledge.page(proof.article).within(proof.spans)
        if one.role == "paragraph"
    ]


def fill(query: Query, asked: re.Match[str], text: str) -> str | None:
    """What ``text`` prints in place of the blank; None where it does not lead there, or leads there twice."""
    before = query.text[: asked.start()]
    after = _TAIL.sub("", query.text[asked.end() :])
    for lead in _leads(query, before):
        found = list(re.finditer(_loosely(lead), text))
        said = {one for match in found if (one := _behind(text, match.end(), before, after)) is not None}
        if len(said) == 1:
            one = said.pop()
            return one if len(one) > 1 and one not in query.text else None
        if found:
            return None
    return None


def _leads(query: Query, before: str) -> list[str]:
    """What may stand in front of the answer, the longest first: 让更多人学习, 更多人学习, 学习."""
    tokens = default_tokenizer().words(before)
    starts = [token.start for token in tokens if token.end <= len(before)]
    named = next((link for link in query.links if before.endswith((link.typed, link.name))), None)
    if named is not None and named.kind != "person":
        return []  # 菜场改造项目具体是什么: behind a name stands what it does, and not what it is
    leads = [before[at:] for at in starts if len(before) - at > 1 or _BY_MEANS.fullmatch(before[at:])]
    if named is not None:  # 祝愿赵某什么: 祝愿他早日康复
        verb = before[: len(before) - len(named.typed)]
        leads = [verb[at:] + "〇" for at in starts if len(verb) - at > 1]
    return [lead for lead in leads if _LEADS.search(lead) is None]


def _loosely(lead: str) -> str:
    """A pattern of the words in front of the answer: marks may stand between them, 了 may be there or not."""
    signs = [_PRONOUN.pattern if sign == "〇" else re.escape(sign) for sign in lead.rstrip("了着过")]
    if signs[-1] == "的":
        return _BETWEEN.join(signs[:-1]) + "的?"  # 了解他们的什么: 了解他们需求
    return _BETWEEN.join(signs) + "[了着过]?"


def _behind(text: str, at: int, before: str, after: str) -> str | None:
    """The words from ``at`` on, as far as what stands behind the blank lets them go."""
    end = end_of(text, at, _ENDS)
    rest = text[at:end]
    if not after:
        more = _MEANS_THAT.match(text, end)
        return _trimmed(text[at : end_of(text, more.end(), _ENDS)] if more else rest)
    if _BY_MEANS.search(before) and (ended := _PREDICATE.match(after)):
        spot = re.search(_loosely(ended[0]), rest)
        return _trimmed(rest[: spot.start()]) if spot and spot.start() else None
    words = default_tokenizer().words(after)
    if _BY_MEANS.search(before) and (deed := [n for n, one in enumerate(words) if n and _DEED.match(one.text)]):
        words = words[: deed[0]]  # 以什么劲头抓项目: the 劲头 alone
    for token in reversed(words):
        spot = re.search(_loosely(after[: token.end]), rest)
        if spot is not None and spot.start() > 0:
            if _BY_MEANS.search(before) and token.end == len(after) == token.end - words[0].start and _LIGHT.search(
                rest[: spot.start()]
            ):
                return _trimmed(_LIGHT.sub("", rest[: spot.start()]))
            close = spot.end()
            while close < len(rest) and rest[close] in _CLOSERS:
                close += 1
            ends = _loosely(after[: token.end])
            while alike := re.match(rf"[、和及][^、，]{{1,8}}?{ends}(?![^、和及])", rest[close:]):
                close += alike.end()  # 荣誉感、归属感、责任感
            if len(rest) - close <= _REMAINDER and not _BY_MEANS.search(before):
                close = len(rest)  # 立过什么功: 二等功一次
            return _trimmed(rest[:close])
    return _trimmed(rest) if _CLASS.match(after) else None


def _trimmed(said: str) -> str | None:
    """The words without marks at their ends; None where they are none, or too many."""
    said = said.strip("，。；：、 的")
    for left, right in ("（）", "()", "“”", "《》"):
        if said.count(left) != said.count(right):
            said = said.strip(left + right)
    return said if 0 < len(said) <= _LONGEST and not _TORN.match(said) else None
