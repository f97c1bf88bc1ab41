"""Answers that cannot be what was asked: the asked name itself, the other end of a row, the names of columns."""

from __future__ import annotations

import re

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.refusing.belonging import of_another
from index.answering.refusing.told_at import quoted
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.language.scripts import compact
from index.records import Fact
from index.understanding.query import Query


def mismatched(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """True where the draft answers another question than the asked one."""
    if draft.status != "answered":
        return False
    return (
        _no_area(query, draft)
        or _asked_itself(query, draft)
        or _is_a_header(knowledge, draft)
        or _is_the_other_end(query, knowledge, draft)
        or _adds_others(query, knowledge, draft)
        or of_another(query, knowledge, draft)
    )


_ASKED_AREA = load_pattern("answering.mismatches.asked_area")
_ASKED_UNIVERSITY = load_pattern("answering.mismatches.asked_university")
_UNIVERSITY = load_pattern("answering.mismatches.university")
_ASKED_SCHOOL = load_pattern("answering.mismatches.asked_school")
_SCHOOL = load_pattern("answering.mismatches.school")
_AREA = load_pattern("answering.mismatches.area")


def _no_area(query: Query, draft: Draft) -> bool:
    """是哪个镇的: 来自省城 names none."""
    if _ASKED_UNIVERSITY.search(query.text) and query.kind not in ("list", "count", "number", "yesno"):
        return not _UNIVERSITY.search(draft.answer)
    if _ASKED_SCHOOL.search(query.text) and query.kind not in ("list", "count", "number", "yesno"):
        return not _SCHOOL.search(draft.answer)
    asks = query.kind in ("place", "text", "person", "organisation")
    return asks and _ASKED_AREA.search(query.text) is not None and not _AREA.search(draft.answer)


_WHOSE = load_pattern("answering.mismatches.whose")


def _asked_itself(query: Query, draft: Draft) -> bool:
    """双港镇是谁去约谈的: 双港镇 is what was asked about."""
    if query.kind not in ("person", "organisation") or "还是" in query.text:
        return False
    said = compact(draft.answer)
    asked = _WHOSE.search(query.text) if query.kind == "person" else None
    if asked is not None and said.endswith((asked["noun"], asked["noun"][-3:])):
        return True  # 某合作社是谁办的: no name that ends in 合作社
    return len(said) > 1 and said in compact(query.text)


def _is_a_header(knowledge: Knowledge, draft: Draft) -> bool:
    """姓名 | 性别 | 现任职务: the names of columns tell nothing."""
    if len(draft.answer) > _LONGEST_HEADER:
        return False
    said = compact(draft.answer)
    pages = [knowledge.page(proof.article) for proof in draft.proofs]
    return any(said == compact("".join(t.header)) for page in pages for t in page.article.tables if len(t.header) > 1)


_LONGEST_HEADER = 80
_ENDS_OF = load_pattern("answering.mismatches.ends_of")
_OTHER_END = dict(zip("大小高低多少长短早晚远近快慢", "小大低高少多短长晚早近远慢快", strict=True))


def _is_the_other_end(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """谁年纪最小: 年龄最大的是某某 tells of the other end."""
    asked = {_end_of(match) for match in _ENDS_OF.finditer(query.text)}
    if len(asked) != 1 or None in asked or _ENDS_OF.search(draft.answer):
        return False
    (way,) = asked
    for proof in draft.proofs:
        for sentence in knowledge.page(proof.article).within(proof.spans):
            at = sentence.text.text.find(draft.answer)
            said = [_end_of(match) for match in _ENDS_OF.finditer(sentence.text.text, 0, max(at, 0))]
            if at >= 0 and said and said[-1] == _OTHER_END.get(way or ""):
                return True
    return False


def _end_of(match: re.Match[str]) -> str | None:
    return "小" if match["young"] else "大" if match["old"] else match["way"]


_ALL_OF = load_pattern("answering.mismatches.all_of")


_TOLD_IN_ALL = load_pattern("answering.mismatches.told_in_all")


def _adds_others(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """三家企业一共多少: neither a sum of two nor the value of one of them."""
    asked = _ALL_OF.match(query.text) if query.total else None
    if asked is None or query.periods or query.stages:
        return False
    number = parse_number(asked["n"])
    if number < 2:
        return False
    if "推算" in (draft.detail or ""):
        return 1 < (draft.detail or "").count("＋") + 1 != number
    if not draft.facts or draft.facts[0][1].kind not in ("count", "money", "measure"):
        return False
    said = list(quoted(knowledge, draft))
    same = re.compile(rf"(?<!第)(?:{re.escape(asked[0])}|{number:g}{re.escape(asked[0][len(asked['n']):])})")
    return not any(same.search(text) or _lists(text, draft.facts[0][1], int(number)) for text in said)


def _lists(text: str, fact: Fact, number: int) -> bool:
    """甲、乙、丙共招生300人: what is told in all is told of a row of so many."""
    before = text[: fact.start]
    told = list(_TOLD_IN_ALL.finditer(before))
    return bool(told) and before.count("、") + len(re.findall("[和与及]", before)) >= number - 1
