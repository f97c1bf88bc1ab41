"""Whose each stretch of a text is: 签约项目分别是：甲厂…，投资12亿元；乙厂…，用地80亩: 80亩 is of 乙厂 alone.

Read once a sentence: parts between semicolons that open with what they tell of, names with a number of their own
(甲店5541201，乙店5541202), names in front of what sets them apart (甲村上红榜，乙村上黑榜); and once a page: the names
that it counts in a row (涉及甲里、乙宿舍、丙村3个小区), each of which may open clauses of its own.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.answering.evidence.explain import EXACT, GAPPED, SOUND, explained
from index.answering.evidence.pool import Evidence
from index.extraction.words.heads import is_measure
from index.language.lexicon import load_pattern, load_words
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.query import Query

_ANNOUNCED = load_pattern("answering.owners.announced")
_GOES_ON = load_pattern("answering.owners.goes_on")
_OF_ALL = load_pattern("answering.owners.of_all")
_LEADS_IN, _LEADS_IN_WORD = load_pattern("answering.owners.leads_in"), load_pattern("answering.owners.leads_in_word")
_TAIL = load_pattern("answering.owners.tail")
_LABEL = load_pattern("answering.owners.label")
_WITH_NUMBER = load_pattern("answering.owners.with_number")
_BRACKETED = load_pattern("answering.owners.bracketed")
_REACHED = load_pattern("answering.owners.reached")
_SET_APART = load_pattern("answering.owners.set_apart")
_OVER_ALL = load_pattern("answering.owners.over_all")
_SEGMENT = re.compile(r"[^；;]+")
_CLAUSE = re.compile(r"[^，,；;。]+")
_WHOLE_KINDS = ("compare", "difference", "sum", "summary", "average")
_NAMES = 0.4  # weight from which a word of the question names something
_SHARED = ("money", "count", "measure")  # what all of a row have together
_JOINTS = ("、", "和", "与", "及", "等")
_EACH = load_pattern("answering.owners.each")
_FULL = 4  # letters of a name that is known wherever it stands
_LEAST = 2  # parts of an enumeration, letters of a label


@dataclass(frozen=True, slots=True)
class Part:
    """One of several things side by side: the compact words that it begins with, and where it stands in the text."""

    label: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a sentence that are told of different things, in order; () where it has no two such parts."""
    for read in (_between_semicolons, _set_apart, _with_numbers, _in_brackets):
        found = tuple(read(text))
        if len(found) >= _LEAST and len({one.label for one in found}) == len(found):
            return found
    return ()


def _between_semicolons(text: str) -> Iterator[Part]:
    """甲项目，投资3亿元，预计…；乙项目…，均计划年底投产: one that opens with no name goes on with the one before."""
    if not re.search("[；;]", text[:-1]):
        return
    pieces = [match.span() for match in _SEGMENT.finditer(text)]
    low, high = pieces[0]
    announced = _announcement(text[low:high], [text[slice(*one)] for one in pieces[1:]])
    pieces[0] = low + (announced or _lead(text[low:high])), high
    found: list[Part] = []
    for low, high in pieces:
        said = text[low:high]
        if _OF_ALL.match(said):
            break
        end = low + _own_end(said)
        if found and _GOES_ON.match(said):
            found[-1] = replace(found[-1], end=end)
            continue
        match = _LABEL.match(said)
        label = _TAIL.sub("", compact(match["label"])) if match is not None else ""
        if len(label) < _LEAST:
            return
        found.append(Part(label, low, end))
    if announced or len(found) > _LEAST or (len(found) == _LEAST and _alike(*(one.label for one in found))):
        yield from found


def _alike(one: str, other: str) -> bool:
    """一组前三名为 and 二组前三名为: two labels that end alike, or have three letters in common."""
    if one.startswith(other) or other.startswith(one):
        return False  # 区一中632分；区一中面向…的定向生: the later part goes on about the same
    return one[-_LEAST:] == other[-_LEAST:] or any(one[at : at + 3] in other for at in range(len(one) - 2))


def _lead(first: str) -> int:
    """How much of the first part says when, where and by whom all is told: 某局副局长某某介绍，今年…"""
    end = 0
    for clause in _CLAUSE.finditer(first):
        if not _LEADS_IN.fullmatch(clause[0]):
            break
        end = clause.end() + 1
    lead = _LEADS_IN_WORD.match(first, end)
    return lead.end() if lead else end


def _announcement(first: str, others: Sequence[str]) -> int:
    """How much of the first part only announces all of them: 3个协议分别是："""
    labelled = sum(bool(re.match(r"[^，,\d]{2,16}[：:]", one)) for one in others)
    said = list(_ANNOUNCED.finditer(first))
    if said:
        return said[-1].end()
    colon = re.search("[：:]", first)
    return colon.end() if colon and not labelled else 0


def _own_end(said: str) -> int:
    """Where a part is told of its own no longer: …，均计划年底投产."""
    return next((one.start() for one in _CLAUSE.finditer(said) if one.start() and _OF_ALL.match(one[0])), len(said))


def _set_apart(text: str) -> Iterator[Part]:
    """甲街道、乙街道上红榜，丙街道上黑榜: each clause ends with what sets its names apart, which is its label."""
    spots = [match.span() for match in _CLAUSE.finditer(text)]
    ends = [(low, high, _SET_APART.search(text[low:high])) for low, high in spots]
    held: list[Part] = []
    for low, high, end in ends:
        if end is not None and held and held[-1].label == compact(end["what"]):
            held[-1] = replace(held[-1], end=high)  # 其中丙街道连续两个月上黑榜
        elif end is not None:
            held.append(Part(compact(end["what"]), low, high))
    if len({one.label[-1] for one in held}) == 1:
        yield from held


def _with_numbers(text: str) -> Iterator[Part]:
    """订餐电话：甲店5541201，乙店5541202: names that are each followed by a number alone."""
    found = [Part(compact(m["name"]), m.start("name"), m.end()) for m in _WITH_NUMBER.finditer(text)]
    if len(found) >= _LEAST and all(a.end + 1 >= b.start for a, b in itertools.pairwise(found)):
        yield from found


def _in_brackets(text: str) -> Iterator[Part]:
    """甲厅（甲街19号，电话6601122）、乙厅（电话6601133）: names side by side, each with its own behind it."""
    found = [match for match in _BRACKETED.finditer(text) if _REACHED.search(match["said"])]
    if len(found) >= _LEAST and all(len(text[a.end() : b.start()]) == 1 for a, b in itertools.pairwise(found)):
        yield from (Part(compact(m["name"]), m.start("name"), m.end()) for m in found)


def asked_part(query: Query, text: str, parts: Sequence[Part]) -> Part | None:
    """The part that the question names by words that no other part begins with; None where it names no single one."""
    if query.kind in _WHOLE_KINDS or query.total or _OVER_ALL.search(query.text):
        return None
    name, own = _named_in_full(query, text, parts)
    left, beside = {own} if name else set(range(len(parts))), set()
    for word in (one for one in _names(query) if one not in name):
        named = {n for n, one in enumerate(parts) if _is_said(word, one.label)}
        if named and len(named) < len(parts):
            left &= named
        elif not named:
            beside |= {n for n, one in enumerate(parts) if explained(word, one.label).score >= SOUND}
    return parts[left.pop()] if len(left) == 1 and beside <= left else None


def _names(query: Query) -> Iterator[str]:
    """The words of the question that may name one of several: no measure, and nothing that is done."""
    yield from (compact(link.typed) for link in query.links if link.kind in ("project", "organisation"))
    yield from (
        t.text for t in query.terms
        if t.weight >= _NAMES and len(t.text) >= _LEAST and not is_measure(t.text) and t.text not in load_words("acts")
    )  # fmt: skip


def _named_in_full(query: Query, text: str, parts: Sequence[Part]) -> tuple[str, int]:
    """供销社宿舍: words that stand together, printed so in just one part, and which it is; "" for none."""
    for run in _joined(query):
        held = [n for n, one in enumerate(parts) if len(run) >= _FULL and run in compact(text[one.start : one.end])]
        if len(held) == 1:
            return run, held[0]
    return "", 0


def _joined(query: Query) -> list[str]:
    """The words of the question that stand together, put together, the longest first."""
    held = (t for t in query.terms if t.weight >= _NAMES and not re.search(r"\d", t.text))
    terms = sorted(held, key=lambda t: t.start)
    found: list[str] = []
    for low, first in enumerate(terms):
        run, at = first.text, first.end
        for term in terms[low + 1 :]:
            if term.start != at:
                break
            run, at = run + term.text, term.end
            found.append(run)
    return sorted(found, key=len, reverse=True)


def _is_said(word: str, label: str) -> bool:
    """The label has the word, or its letters in order (中医院 of 县中医医院): names are not told by other words."""
    return explained(word, label).score in (EXACT, GAPPED)


def narrowed(query: Query, evidence: Evidence) -> Evidence:
    """A sentence with what is told of the asked one of several: its own part and what is told of all of them."""
    if evidence.sentence.role == "table":
        return evidence
    text = fold(evidence.text)
    parts = parts_of(text)
    asked = asked_part(query, text, parts) if parts else None
    if asked is None:
        return _of_the_named(query, evidence, text)
    others = [one for one in parts if one is not asked]
    mine = tuple(f for f in evidence.facts if not any(one.start <= f.start < one.end for one in others))
    added = evidence.own[len(compact(evidence.text)) :]
    return replace(evidence, facts=mine, part=(asked.start, asked.end + 1), own=compact(_without(text, others)) + added)


def _of_the_named(query: Query, evidence: Evidence, text: str) -> Evidence:
    """建设新村装几部电梯 of 银杏里装电梯6部，建设新村建车位150个: what is told of others of a row is left out."""
    if not evidence.page.rows or query.kind in _WHOLE_KINDS or query.total:
        return evidence
    asked = compact(query.text)
    for row in evidence.page.rows:
        mine = [name for name in row if name in asked]
        if len(mine) != 1:
            continue
        parts = _clauses_of(text, row)
        others = [one for one in parts if one.label != mine[0]]
        low, high = _together(text, row, mine[0])
        facts = tuple(
            f for f in evidence.facts
            if not any(one.start <= f.start < one.end for one in others)
            and not (low <= f.start < high and f.kind in _SHARED and not _EACH.search(text, low, f.end))
        )  # fmt: skip
        if len(facts) < len(evidence.facts):
            added = evidence.own[len(compact(evidence.text)) :]
            return replace(evidence, facts=facts, own=compact(_without(text, others)) + added)
    return evidence


def _clauses_of(text: str, row: Sequence[str]) -> list[Part]:
    """The stretches that open with a name of the row which no other of it follows."""
    found: list[Part] = []
    for clause in _CLAUSE.finditer(text):
        opening = _LEADS_IN_WORD.match(text, clause.start())
        low = opening.end() if opening else clause.start()
        said = compact(clause[0][low - clause.start() :])
        name = next((one for one in row if said.startswith(one) and not said[len(one) :].startswith(_JOINTS)), "")
        ends = not name and (_OF_ALL.match(clause[0]) or any(one in said for one in row))
        if found and found[-1].end == 0 and (name or ends):
            found[-1] = replace(found[-1], end=low)
        if name:
            found.append(Part(name, low, 0))
    return [one if one.end else replace(one, end=len(text)) for one in found]


def _together(text: str, row: Sequence[str], name: str) -> Span:
    """Where a sentence that counts the row with this name in it tells of all of them; (0, 0) for nowhere."""
    joined = "、".join(row)
    at = text.find(joined)
    if at < 0:
        return 0, 0
    low = at + len(joined)
    ends = [one.start() for one in _CLAUSE.finditer(text, low) if any(n in one[0] for n in row)]
    return low, min(ends, default=len(text))


def _without(text: str, parts: Sequence[Part]) -> str:
    for one in reversed(parts):
        text = text[: one.start] + text[one.end :]
    return text
