"""Which of several has come furthest, or least far, with its aim: 甲镇计划26处，已完工21处；乙镇计划18处，已完工9处.

The rate is worked out for each; where the text prints one, or says which is last, that is told by other answerers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.candidates.arithmetic import alike
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.answering.figures.aims import Aim, aims_of, left_of, of_asked_step, words_of
from index.answering.figures.asked import bare_text
from index.answering.figures.computed import proofs_of
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query

_ASKS = load_pattern("answering.paces.asks")
_ASKS_MOST_LEFT = load_pattern("answering.paces.asks_most_left")
_SLOW = load_pattern("answering.paces.slow")
_WHICH = load_pattern("answering.paces.which")
_AREA = load_pattern("answering.paces.area")
_HEAD = load_pattern("answering.paces.head")
_AIMED = load_pattern("answering.paces.aimed")
_REST = load_pattern("answering.paces.rest")
_TALK = load_pattern("answering.paces.talk")
_SORTS = {"乡镇": ("乡", "镇"), "镇街": ("镇", "街道"), "地方": ("",)}
_FEW, _TWO = 3, 2  # aims told one beside the other, and those of the asked sort among them
_SAID = 0.6
_STRONG = 0.5
_PAGES = 4


def furthest(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The one that has come furthest or least far, told with both figures, or those that are level."""
    text = bare_text(query.text)
    most_left = _ASKS_MOST_LEFT.search(text) is not None
    if not (most_left or _ASKS.search(text)) or not _WHICH.search(text):
        return None
    pages = {one.page.article.id: one.page for one in sorted(pool, key=lambda e: e.rank)}
    for page in list(pages.values())[:_PAGES]:
        for run in _runs([aim for aim in aims_of(page) if of_asked_step(text, aim)]):
            members = _members(run, text)
            if len(run) < _FEW or len(members) < _TWO or not _told_of(query, run):
                continue
            pace = [left_of(aim) if most_left else aim.done.amount.value / aim.goal.amount.value for _, aim in members]
            best = max(pace) if most_left or not _SLOW.search(text) else min(pace)
            held = [member for member, reached in zip(members, pace, strict=True) if reached == best]
            return _drafted(held, members) if len(held) < len(members) else None
    return None


def _runs(aims: Sequence[Aim]) -> Iterator[list[Aim]]:
    """Aims of one unit that are told one beside the other, in one sentence or in sentences that follow each other."""
    run: list[Aim] = []
    for aim in aims:
        follows = run and aim.done.number - run[-1].done.number <= 1 and alike(aim.done.amount, run[-1].done.amount)
        if not follows or aim.goal.number != aim.done.number:
            yield run
            run = []
        if aim.goal.number == aim.done.number:
            run.append(aim)
    yield run


def _members(run: Sequence[Aim], text: str) -> list[tuple[str, Aim]]:
    """The aims with their names, each of the asked sort; without one that is the sum of the others."""
    which = _WHICH.search(text)
    sort = tuple(_SORTS.get(which["area"], (which["area"],))) if which and which["area"] else ("",)
    whole = sum(aim.goal.amount.value for aim in run)
    named = ((name_of(aim), aim) for aim in run if 2 * aim.goal.amount.value < whole or len(run) < _FEW)
    return [(name, aim) for name, aim in named if name and not _REST.match(name) and name.endswith(sort)]


def name_of(aim: Aim) -> str:
    """What the aim is of: 甲镇 of 甲镇改造小区12个，已完工9个; the words in front of 计划."""
    first = min((aim.goal, aim.done), key=lambda one: one.start)
    words = _HEAD.sub("", compact(aim.own))
    at = words.find(compact(first.amount.text))
    opening = re.split("[,，:：]", words[:at] if at > 0 else words)
    opening = [part for part in opening if part]
    if not opening:
        return ""
    area = _AREA.match(opening[-1] if len(opening) == 1 else opening[0])
    if area is not None:
        return area["area"]
    return _AIMED.sub("", opening[0])


def _told_of(query: Query, run: Sequence[Aim]) -> bool:
    """What is asked for is said where the run is told, in its heading, or by the sentence before."""
    evidence = run[0].evidence
    around = "|".join((*(aim.own for aim in run), run[0].lead, evidence.before, evidence.head, evidence.heading))
    words = (term for term in words_of(query) if not _TALK.fullmatch(term.text) and term.weight >= _STRONG)
    return all(explained(term.text, around).score >= _SAID for term in words)


def _drafted(held: Sequence[tuple[str, Aim]], members: Sequence[tuple[str, Aim]]) -> Draft:
    values = [one for _, aim in (*held, *members) for one in (aim.goal, aim.done)]
    said = "、".join(f"{name}（{_figures(name, aim)}）" for name, aim in held)
    return Draft("answered", "compare", said, proofs_of(values), confidence=0.9)


def _figures(name: str, aim: Aim) -> str:
    """计划26处，已完工21处: both figures as they are printed, without the name."""
    first, last = sorted((aim.goal, aim.done), key=lambda one: one.start)
    printed = aim.evidence.text[first.start - len(first.before) : last.end]
    return printed.replace(name, "", 1).strip("，,：: ")
