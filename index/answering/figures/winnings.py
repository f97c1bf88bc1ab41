"""What somebody wins: 冠军各奖8000元，4至8名各1000元 for a place, a prize or a person; a broken record adds its own.

A person's place or prize is read where it is told (季军是某某, 散文奖：某某《某书》), and what it brings where that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import read_amount
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import links_fit
from index.answering.evidence.placings import placings
from index.answering.evidence.pool import Evidence, of_page
from index.answering.people.works import works_of
from index.language.lexicon import load_pattern
from index.language.marks import end_of, start_of
from index.language.numerals import parse_number
from index.language.scripts import compact, fold
from index.understanding.query import Query

_ASKS = load_pattern("answering.winnings.asks")
_EACH_OF_ALL = load_pattern("answering.winnings.of_all")
_GRADE = load_pattern("answering.winnings.grade")
_GIVEN = load_pattern("answering.winnings.given")
_RANGE = load_pattern("answering.winnings.range")
_GROUP = load_pattern("answering.winnings.group")
_RECORD = load_pattern("answering.winnings.record")
_IN_ALL = load_pattern("answering.winnings.in_all")
_SAID = load_pattern("answering.winnings.said")
_BROKEN = load_pattern("answering.winnings.broken")
_IN_A_ROW = load_pattern("answering.winnings.in_a_row")
_HANDED = load_pattern("answering.winnings.handed")
_CROWNED = load_pattern("answering.winnings.crowned")
_CROWNS = {"冠军": 1, "亚军": 2, "季军": 3}
_MARKS = "；;。"
_SEXES = frozenset("男女")  # 男、女冠军各2万元
_STRONG, _NAMED = 0.5, 0.75
_SHORT = 2  # 半马 of 半程马拉松


@dataclass(frozen=True, slots=True)
class _Won:
    """A grade (冠军, 4, 散文奖), the groups its part of the text names, whether a record fell, and where it is told."""

    grade: str
    groups: frozenset[str]
    record: bool
    evidence: Evidence | None = None


def won_by(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The printed amount of the asked place, prize or person; with the prize for a record where one fell."""
    text = fold(query.text)
    if query.kind not in ("money", "number", "sum", "text") or not _ASKS.search(text) or _EACH_OF_ALL.search(text):
        return None
    grade = _GRADE.search(text)
    named = _groups(text)
    for page in {one.page.article.id: one.page for one in pool}.values():
        sentences = of_page(page)
        broken = bool(_BROKEN.search(text))
        if grade is not None and _IN_ALL.search(text) and not broken:
            return None  # 三等奖奖金一共多少: of all who got it
        if grade is not None:
            fits = any(links_fit(query, one) for one in sentences)
            won = [_Won(grade[0], named, broken)] if fits and _is_about(query, grade[0], sentences) else []
        else:
            won = list(_won(query, sentences))
        paid = {(one.grade, found[0]): (one, *found) for one in won for found in _paid(one, sentences)}
        if len(paid) == 1 and (draft := _draft(*next(iter(paid.values())), sentences)) is not None:
            return draft
    return None


def _is_about(query: Query, grade: str, sentences: Sequence[Evidence]) -> bool:
    """What else the question names stands on the page: 马拉松亚军奖多少钱."""
    whole = sentences[0].page.whole if sentences else ""
    rest = [t.text for t in query.terms if t.weight >= _STRONG and not (grade in t.text or t.text in grade)]
    rest = [one for one in rest if not _SAID.search(one)]
    return all(_on_page(one, whole) for one in rest)


def _on_page(word: str, whole: str) -> bool:
    apart = len(word) == _SHORT and re.search(f"{word[0]}[^，。]{{0,3}}{word[1]}", whole) is not None
    return apart or explained(word, whole).score >= _NAMED


def _won(query: Query, sentences: Sequence[Evidence]) -> Iterator[_Won]:
    """The grades that the page tells of whom the question names."""
    asked = compact(query.text)
    for evidence in sentences:
        text = fold(evidence.text)
        for name, grade, at in _winners(evidence, text):
            if len(name) > 1 and name in asked:
                low = start_of(text, at, _MARKS)
                high = end_of(text, at, _MARKS)
                yield _Won(grade, _groups(text[low:high]), bool(_BROKEN.search(text[low:high])), evidence)


def _winners(evidence: Evidence, text: str) -> Iterator[tuple[str, str, int]]:
    """(name, grade, where) of a sentence: places, crowns, prizes handed to somebody, authors under a prize."""
    for held in placings(text):
        if not held.last:
            yield held.name, str(held.place), held.span[0]
    for match in _CROWNED.finditer(text):
        yield _bare(match["name"], evidence), match["crown"], match.start("name")
    for match in _IN_A_ROW.finditer(text):
        grades = match["grades"].split("、")
        names = re.split("[、和与]", match["names"])
        if len(names) == len(grades):
            for grade, name in zip(grades, names, strict=True):
                yield _bare(name, evidence), grade, match.start()
    for match in _HANDED.finditer(text):
        yield _bare(match["name"], evidence), match["grade"], match.start("name")
    for work in works_of(evidence):
        if work.award:
            yield work.author, work.award, text.find(work.author)


def _bare(name: str, evidence: Evidence) -> str:
    """某某 of 本县教师某某: the person's name without what stands in front of it; else its last three signs."""
    people = (one.name for one in evidence.page.says.people)
    return next((one for one in people if name.endswith(one)), name[-3:])


def _paid(won: _Won, sentences: Sequence[Evidence]) -> Iterator[tuple[str, Evidence]]:
    """(amount, sentence) that the page gives for a grade, in a part of the text of no other group."""
    for evidence in sentences:
        text = fold(evidence.text)
        for match in _GIVEN.finditer(text):
            low = start_of(text, match.start(), _MARKS)
            groups = _groups(text[low : match.end()])
            other = groups and won.groups and not groups & won.groups
            other = other or (won.evidence is None and bool(won.groups - groups - _SEXES))
            if not other and any(_same(won.grade, one) for one in match["grades"].split("、")):
                yield match["sum"], evidence


def _groups(text: str) -> frozenset[str]:
    """半程 of 半马, 男 of 男子组."""
    return frozenset(match[0].replace("马", "程") for match in _GROUP.finditer(text))


def _same(grade: str, printed: str) -> bool:
    """4 and 第4名 are within 4至8名, 冠军 is 第一名, 散文奖 the 散文 of 小说、散文、诗歌奖."""
    if (place := _place(grade)) is not None:
        span = _RANGE.search(printed)
        if span is not None:
            return int(parse_number(span["low"])) <= place <= int(parse_number(span["high"]))
        return _place(printed) == place
    bare = grade.removesuffix("奖")
    return len(bare) > 1 and printed.removesuffix("奖").removesuffix("的").endswith(bare)


def _place(grade: str) -> int | None:
    """2 of 亚军, 第二名 and 2; None of 二等奖."""
    crown = next((place for word, place in _CROWNS.items() if word in grade), None)
    if crown is not None or "奖" in grade:
        return crown
    number = re.search(r"\d{1,2}|[一二三四五六七八九十]{1,3}", grade)
    return int(parse_number(number[0])) if number is not None else None


def _draft(won: _Won, said: str, evidence: Evidence, sentences: Sequence[Evidence]) -> Draft | None:
    proofs = dict.fromkeys((evidence.proof, *((won.evidence.proof,) if won.evidence is not None else ())))
    more = None
    if won.record:
        records = ((match["sum"], one) for one in sentences for match in _RECORD.finditer(fold(one.text)))
        more = next(records, None)
        if more is None:
            return None
    if more is None:
        return Draft("answered", "money", said, tuple(proofs), accounted=True, held=True)
    first, second = read_amount(said), read_amount(more[0])
    if first is None or second is None:
        return None
    whole, detail = arithmetic.total((first, second))
    proofs[more[1].proof] = None
    return Draft("answered", "money", whole, tuple(proofs), detail=detail, accounted=True, held=True)
