"""Who of them it is: the person whose printed trade or office is the asked one, in a sentence that tells the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.about import slots_fit
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Person
from index.understanding.kinds import asked_count
from index.understanding.query import Query, Term

_ROLES = (
    re.compile(r"哪(?:一)?[个位名]([\u4e00-\u9fff]{2,4}?)(?=[办做干写教救审判开送拿获得修建管来去在给为的说讲]|$)"),
    re.compile(r"([\u4e00-\u9fff]{2,4})(?:叫(?:什么|啥)|是(?:谁|哪(?:一)?[个位]))"),
)
_BESIDE = re.compile(r"[\u4e00-\u9fff]{2,10}、$")
_SAME = 0.75  # how well a word must stand in a title, and in the sentence
_ENOUGH = 0.6
_OFFICE = load_pattern("answering.identified.office")
_SEVERAL = load_pattern("answering.identified.several")
_SHORTEST = 2


def by_identity(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """外卖小哥救人的那个叫什么: the rider of the sentence that tells of a rescue; None where no trade is printed."""
    if query.kind != "person" or any(link.kind == "person" for link in query.links):
        return None
    if (asked_count(query.text) or 1) > 1 or _SEVERAL.search(query.text):
        return None  # 两位代表是谁: one of them is no answer
    strong = tuple(t for t in query.terms if t.weight >= 0.5)
    role = "，".join(match[1] for pattern in _ROLES if (match := pattern.search(query.text)))
    best: tuple[float, Person, Evidence] | None = None
    for evidence in pool:
        if not slots_fit(query, evidence):
            continue
        titled = list(_titled(evidence))
        words = [_in_title(strong, compact(title)) for _, title in titled]
        for (person, title), own in zip(titled, words, strict=True):
            if any(own < other for other in words):
                continue  # 27岁的竹编传承人, and 74岁的渔鼓传承人 is asked for
            share = _told(strong, role, compact(title), evidence)
            if share >= _ENOUGH and (best is None or share - 0.002 * evidence.rank > best[0]):
                best = share - 0.002 * evidence.rank, person, evidence
    if best is None:
        return None
    _, person, evidence = best
    said = f"{person.office or person.identity or ''}{person.name}"
    return Draft("answered", "person", said, (evidence.proof,), people=(person.name,), confidence=0.9)


def _titled(evidence: Evidence) -> Iterator[tuple[Person, str]]:
    for person in evidence.page.says.people:
        title = person.office or person.identity
        if person.sentence == evidence.number and title and title not in ("记者", "通讯员"):
            if title.endswith(("和", "与", "及", "、")):
                continue  # the name is another word of a row
            at = evidence.text.find(title + person.name) if person.office else -1
            more = _BESIDE.search(evidence.text[:at]) if at > 0 else None  # 承办法官、民一庭庭长某某
            yield person, (more[0] if more else "") + title


def _in_title(strong: tuple[Term, ...], title: str) -> frozenset[str]:
    """The words of the question that a title has."""
    return frozenset(t.text for t in strong if explained(t.text, title).score >= _SAME)


def _told(strong: tuple[Term, ...], role: str, title: str, evidence: Evidence) -> float:
    """How far the sentence tells the rest of the question; 0 where the title is not the asked one."""
    words = _in_title(strong, title)
    named = [t for t in strong if len(t.text) >= _SHORTEST and t.text in words]
    asked = [t for t in named if any(one.endswith(t.text) or t.text.endswith(one) for one in role.split("，") if one)]
    if any(_OFFICE.search(t.text) for t in asked):
        return 0.0  # whose office it is decides, not what else the sentence says
    rest = tuple(t for t in strong if t not in named)
    if asked:
        article = evidence.page.whole
        regions = ((evidence.own, 1.0), (evidence.before, 0.9), (evidence.heading, 0.8), (article, 0.5))
        return coverage(rest, regions)[0] if rest else 1.0  # the title says all of it
    if _OFFICE.search(title) or not named or not rest:
        return 0.0
    if any(explained(t.text, evidence.own).score < _SAME for t in rest):
        return 0.0
    return coverage(rest, ((evidence.own, 1.0),))[0]
