"""Who wrote what: 《星河渡》谁写的, 某某哪本书得奖了, 一等奖是哪本书, by rows of 作者《作品》 and 《作品》（作者）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.pool import Evidence
from index.extraction.words.people import surnames
from index.language.lexicon import load_pattern
from index.language.marks import end_of, start_of
from index.language.scripts import compact, fold, simplify_each
from index.understanding.query import Query

_BEHIND = load_pattern("answering.works.behind")
_FRONT = load_pattern("answering.works.front")
_AFTER = load_pattern("answering.works.after")
_ASKS_ROLE = load_pattern("answering.works.asks_role")
_CREDITS = load_pattern("answering.works.credits")
_CREDIT = load_pattern("answering.works.credit")
_NO_NAME = load_pattern("answering.works.no_name")
_ASKS_AUTHOR = load_pattern("answering.works.asks_author")
_ASKS_WORK = load_pattern("answering.works.asks_work")
_ANOTHER = load_pattern("answering.works.another")
_AWARD_BEHIND = load_pattern("answering.works.award_behind")
_AWARD_FRONT = load_pattern("answering.works.award_front")
_SHORTEST = 2
_MARKS = "；;。"
_ROLES = {
    "words": re.compile("词"),
    "tune": re.compile("曲"),
    "editor": re.compile("[编]"),
    "director": re.compile("导"),
    "singer": re.compile("唱"),
}


@dataclass(frozen=True, slots=True)
class Work:
    """A printed work with its author, the award that its part of the sentence names ("" if none), and the sentence."""

    title: str
    author: str
    award: str
    evidence: Evidence


def of_works(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The author of the asked work, the work of the asked author, or both of the asked award; else None."""
    who, what = _ASKS_AUTHOR.search(query.text), _ASKS_WORK.search(query.text)
    asks = who or what or _ASKS_ROLE.search(query.text)
    if not asks or query.kind in ("money", "count", "date", "yesno") or _ANOTHER.search(query.text):
        return None
    asked = compact(fold(query.text))
    if (one := _in_role(query, asked, pool)) is not None:
        return one
    works = list({(one.title, one.author): one for evidence in pool for one in works_of(evidence)}.values())
    named = [one for one in works if len(one.title) >= _SHORTEST and compact(fold(one.title)) in asked]
    if who and named:
        return _draft(named, [one.author for one in named])
    written = [one for one in works if one.author in asked]
    if what and written:
        return _draft(written, [f"《{one.title}》" for one in written])
    awarded = [one for one in works if one.award and compact(one.award) in asked]
    if not awarded or len({one.evidence.page.article.id for one in awarded}) > 1:
        return None
    if who and what:
        return _draft(awarded, [f"《{one.title}》（{one.author}）" for one in awarded])
    return _draft(awarded, [one.author if who else f"《{one.title}》" for one in awarded])


def _in_role(query: Query, asked: str, pool: Sequence[Evidence]) -> Draft | None:
    """The 作曲 of 《甲》（作词 某某，作曲 某某): who did just the asked part of the named work; else None."""
    role = _ASKS_ROLE.search(query.text)
    if role is None:
        return None
    wanted = next(name for name, said in role.groupdict().items() if said)
    for evidence in pool:
        for match in _CREDITS.finditer(evidence.text):
            if compact(fold(match["work"])) not in asked:
                continue
            for held in _CREDIT.finditer(match["credits"]):
                if _ROLES[wanted].search(held["role"]):
                    return _draft([Work(match["work"], held["who"], "", evidence)], [held["who"]])
    return None


def works_of(evidence: Evidence) -> Iterator[Work]:
    """The works that a sentence prints with their authors."""
    text = evidence.text
    for pattern in (_BEHIND, _FRONT, _AFTER):
        for match in pattern.finditer(text):
            name = simplify_each(match["who"])
            if name.startswith(tuple(surnames())) and not _NO_NAME.search(name):
                yield Work(match["work"], match["who"], _award(text, match.start(), match.end()), evidence)


def _award(text: str, start: int, end: int) -> str:
    """特等奖 of 《甲》（作者某某）获特等奖; 诗歌奖 of 诗歌奖：某某《乙》, in the work's part of the sentence."""
    low = start_of(text, start, _MARKS)
    high = end_of(text, end, _MARKS)
    behind = _AWARD_BEHIND.search(text, end, high)
    front = _AWARD_FRONT.match(text, low, start + 1)
    found = behind or front
    return found["award"] if found is not None else ""


def _draft(works: Sequence[Work], said: Sequence[str]) -> Draft:
    proofs = tuple(dict.fromkeys(Proof(w.evidence.page.article.id, w.evidence.sentence.text.spans()) for w in works))
    people = tuple(dict.fromkeys(one.author for one in works))
    return Draft("answered", "person", "、".join(dict.fromkeys(said)), proofs, people=people, accounted=True, held=True)
