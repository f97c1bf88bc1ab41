"""Is the answer told of another one of the same kind: another town, another hospital, another hall?"""

from __future__ import annotations

import re
from itertools import pairwise

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.evidence.peers import names_of_a_sort, opens_with_name
from index.extraction.words.heads import measures
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Sentence, Span
from index.understanding.query import NAMED_BEFORE, Query, Term

_TOLD, _UNTOLD = 0.75, 0.5
_MEASURED = ("money", "area", "length", "count", "number", "percent")
_FULL_NAME = 5  # letters of a name that an article prints as one
_LONG_NAME = 8  # letters of a name that a row may break in two
_SHORT_NAME = 3  # letters of a town's name
_SENTENCE = 24  # code points from which an answer is a sentence
_REFERS = load_pattern("answering.others.refers")
_NO_NAME = load_pattern("answering.others.no_name").pattern  # 今年村集体, 由村里: no village of that name
_FIGURE = re.compile(r"\d")
_CLAUSES = re.compile(r"[，,；;。：:]")
_SEGMENTS = re.compile(r"[；;。]")


def told_of_others(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """True where 沙河镇 is asked and each quoted sentence tells of 柳沟镇 before the answer, not of 沙河镇."""
    if draft.status != "answered" or query.kind in ("yesno", "compare", "summary") or draft.detail:
        return False
    if _told_elsewhere(query, knowledge, draft) or _of_less_said(query, knowledge, draft):
        return True
    said = compact(draft.answer)
    for name, kinds in names_of_a_sort(query):
        told = [
            _names_other(name, kinds, page, sentence, said)
            for proof in draft.proofs
            for page in (knowledge.page(proof.article),)
            for sentence in page.within(proof.spans)
        ]
        if told and all(told):
            return True
    return False


def _told_elsewhere(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """粮油智慧冷库 is asked, of which the article tells in another paragraph than the quoted one."""
    names = {compact(t.text) for t in query.terms if 1.0 <= t.weight < NAMED_BEFORE and len(t.text) >= _FULL_NAME}
    names = {name for name in names if not _FIGURE.search(name)}
    pages = [(knowledge.page(proof.article), proof.spans) for proof in draft.proofs] if names else []
    return any(bool(pages) and all(_is_elsewhere(name, page, spans) for page, spans in pages) for name in names)


def _is_elsewhere(name: str, page: Page, spans: tuple[Span, ...]) -> bool:
    return (name in page.whole or len(name) >= _LONG_NAME) and not told_near(name, page, spans)


def _of_less_said(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """挂果面积 is asked, which the article tells elsewhere; the quoted sentence speaks of 面积 alone."""
    if query.kind not in _MEASURED:
        return False
    pages = [(knowledge.page(proof.article), proof.spans) for proof in draft.proofs]
    return any(
        bool(pages) and all(_less_said(before, head, page, spans) for page, spans in pages)
        for before, head in pairwise(sorted(query.terms, key=lambda term: term.start))
        if before.end == head.start and before.weight >= 1.0 and len(before.text) > 1 and head.text in measures()
    )


def _less_said(before: Term, head: Term, page: Page, spans: tuple[Span, ...]) -> bool:
    own = "".join(page.own[sentence.number] for sentence in page.within(spans))
    said = compact(before.text + head.text)
    if said not in page.whole or explained(before.text, own).score >= _UNTOLD:
        return False
    if said in page.heading and not _FIGURE.search(said):
        return False  # what the headline names is told of in all that follows
    return compact(head.text) in own


def told_near(name: str, page: Page, spans: tuple[Span, ...]) -> bool:
    """The headlines, the quoted sentences or those before them in their paragraphs account for the name."""
    held = page.within(spans)
    last = max((sentence.number for sentence in held), default=-1)
    paragraphs = {sentence.paragraph for sentence in held}
    told = (page.own[one.number] for one in page.says.sentences[: last + 1] if one.paragraph in paragraphs)
    return explained(name, page.heading + "".join(told)).score >= _UNTOLD


def _opens_with_other(name: str, kinds: str, own: str, answer: str) -> bool:
    """甲镇为什么挂黄旗: of 甲镇获红旗，乙镇因停工挂黄旗 the clause with the answer opens with the other one."""
    at = own.find(answer)
    if at < 0:
        return False
    clause = own[max((m.end() for m in _CLAUSES.finditer(own, 0, at)), default=0) : at + len(answer)]
    other = opens_with_name(clause)
    if other is None or other == clause or _REFERS.search(other) or not re.search(rf"(?:{kinds})$", other):
        return False
    named = name in own and not _FIGURE.match(name)
    return named and name[:2] not in clause and other[:2] not in name


def _names_other(name: str, kinds: str, page: Page, sentence: Sentence, answer: str) -> bool:
    """The part of the sentence with the answer names one of the sort, and neither it nor the headline this one."""
    own = compact(sentence.text.text)
    if sentence.role == "table":
        return False
    if explained(name, own).score >= _TOLD:
        return _opens_with_other(name, kinds, own, answer)
    made = re.sub(rf"(?:{kinds})$", "", name)  # 两个车间，一个做苹果脆片 tells of 苹果脆片车间
    if len(made) >= _SHORT_NAME and made in own:
        return False
    at = own.find(answer)
    if at < 0:
        return False
    low = max((match.end() for match in _SEGMENTS.finditer(own, 0, at)), default=0)
    stop = next((match.start() for match in _SEGMENTS.finditer(own, at + len(answer))), len(own))
    worded = len(answer) >= _SENTENCE
    around = own[low:stop] if worded else own[low:at] + "，" + own[at + len(answer) : stop]
    names = re.finditer(rf"[\u4e00-\u9fff]{{2,4}}?(?:{kinds})(?!{_NO_NAME})", around)
    others = [match[0] for match in names if not _REFERS.search(match[0])]
    if explained(name, page.heading).score >= _TOLD:  # a headline that names both tells of neither alone
        return any(other[-_SHORT_NAME:] in page.heading for other in others)
    return bool(others)
