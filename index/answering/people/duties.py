"""Who is in charge of what: lines of a division of work (甲某 副区长 负责…), and prose (由副区长乙某牵头负责…)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.extraction.words.people import name_at, name_span, office_pattern, surnames
from index.language.lexicon import load_pattern, load_words
from index.language.scripts import compact, simplify_each
from index.understanding.query import Query, Term

_BEARS = r"(?:具体|牵头|统筹|全面|协助|共同)*(?:主持|负责|分管|主管|协管|协助|联系|主抓|包联|包抓|包保)"
_LINE = re.compile(
    r"^(?P<name>[\u4e00-\u9fff](?:[ \u3000]*[\u4e00-\u9fff]){1,3})(?:同志)?[\s：:，,]+(?P<office>[^。；：:]{2,40}?)"
    rf"[\s：:，,]*(?P<duty>{_BEARS}[^。；]{{2,120}})"
)
_ACTIVE = re.compile(rf"(?:同志)?(?P<duty>{_BEARS}[^，。；：“]{{2,60}})")
_PASSIVE = load_pattern("answering.duties.passive")
_SPEAKS = load_pattern("answering.duties.speaks")  # 主持会议 is nothing that somebody is in charge of
_LEADER = r"[\u4e00-\u9fff]{0,4}?(?:长|主任|书记|领导|干部|人)"
_VERB = r"(?:分管|主管|协管|管(?!理|道|网|控)|负责|主抓|抓(?!获|拍)|牵头|包联|包抓|联系(?!电话|方式))"
_WHO = re.compile(
    rf"(?:归|由|是|找)?(?:谁|哪(?:一)?(?:个|位)?(?:{_LEADER})?)(?:来|在|给|具体|去)*{_VERB}(?:着|的)?"
    rf"|{_VERB}(?P<what>[^，。？?]{{1,20}}?)(?:工作)?的(?:{_LEADER})?(?:是|叫)?(?:谁|哪(?:一)?(?:个|位)(?:{_LEADER})?)"
    rf"|归(?:谁|哪(?:一)?(?:个|位)?(?:{_LEADER})?)(?:管|负责|分管)"
)
_WHAT = re.compile(rf"{_VERB}(?:的)?(?:都)?(?:是)?(?:些)?(?:什么|啥|哪)")
_ABSENT = load_pattern("answering.duties.absent")
_MUTUAL = load_pattern("answering.duties.mutual")
_PAIR = load_pattern("answering.duties.pair")
_NAMED = 0.75  # how well a word of the question must stand in the duty


@dataclass(frozen=True, slots=True)
class Duty:
    """Who, with which office, is in charge of what, as printed."""

    name: str
    office: str
    duty: str
    evidence: Evidence


def in_charge(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """谁分管财政, 某某管哪些工作, 某某外出谁代, 公安局局长叫啥, by what a division of work prints; else None."""
    if (stands_in := _deputy(query, pool)) is not None:
        return stands_in
    person = next((link.name for link in query.links if link.kind == "person"), None)
    if person is not None:
        if not _WHAT.search(query.text):
            return None
        held = [one for one in _duties(pool) if one.name == person]
        if not held:
            return None
        same = [one for one in held if one.evidence.page is held[0].evidence.page]
        said = "；".join(dict.fromkeys(one.duty for one in same))
        return Draft("answered", "text", said, (same[0].evidence.proof,), people=(person,))
    asked = _WHO.search(query.text)
    return _bearer(query, pool, asked) if asked else None


def _bearer(query: Query, pool: Sequence[Evidence], asked: re.Match[str]) -> Draft | None:
    what = asked.span("what")
    spans = ((asked.start(), what[0]), (what[1], asked.end())) if asked["what"] else (asked.span(),)
    terms = [t for t in without(query.terms, spans) if t.weight >= 0.5 and not _asks_person(t)]
    best: tuple[float, Duty] | None = None
    for one in _duties(pool):
        told = compact(one.duty)
        scores = [explained(t.text, told).score for t in terms]
        if not scores or min(scores) < _NAMED:
            continue
        score = sum(scores) - 0.002 * one.evidence.rank
        if best is None or score > best[0]:
            best = score, one
    return _person(best[1]) if best else None


def _asks_person(term: Term) -> bool:
    return bool(office_pattern().fullmatch(term.text)) or term.text in ("领导", "区里", "县里", "分管", "主管", "归")


def _person(one: Duty) -> Draft:
    proof = one.evidence.proof
    return Draft("answered", "person", f"{one.office}{one.name}", (proof,), people=(one.name,), detail=f"{one.duty}。")


def holder_in_line(offices: Sequence[str], query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The one whose line of a division of work prints the asked office (副区长，公安分局局长); None where none does."""
    if len(offices) != 1:
        return None
    wanted = compact(offices[0])
    if query.district:
        wanted = wanted.removeprefix(compact(query.district)) or wanted
    for one in _duties(pool):
        parts = [compact(part) for part in re.split(r"[，,、]", one.office)]
        if any(part == wanted or (part.endswith(wanted) and part[: -len(wanted)][-1:] != "副") for part in parts):
            return _person(one)
    return None


def _duties(pool: Sequence[Evidence]) -> Iterator[Duty]:
    for evidence in pool:
        if evidence.sentence.role not in ("paragraph", "caption", "table"):
            continue
        line = _line(evidence)
        if line is not None:
            yield line
        else:
            yield from _in_prose(evidence)


def _line(evidence: Evidence) -> Duty | None:
    match = _LINE.match(evidence.text)
    if match is None or not office_pattern().search(match["office"]):
        return None
    name = "".join(match["name"].split())
    plain = simplify_each(name)
    if not (2 <= len(name) <= 4) or not plain.startswith(tuple(surnames())) or _word(plain):
        return None
    return Duty(name, match["office"].strip("，,、 "), match["duty"].strip("，,、 "), evidence)


@lru_cache(maxsize=4096)
def _word(name: str) -> bool:
    return name in load_words("weak_words") or name_at(name, 0) is None


def _in_prose(evidence: Evidence) -> Iterator[Duty]:
    text = evidence.text
    for person in evidence.page.says.people:
        span = name_span(person.name, text) if person.sentence == evidence.number and person.office else None
        if span is None or person.office in ("记者", "通讯员"):
            continue
        office = person.office or ""
        if (match := _ACTIVE.match(text[span[1] :])) and not _SPEAKS.search(match["duty"]):
            yield Duty(person.name, office, match["duty"], evidence)
        elif _PASSIVE.match(text[span[1] :]):
            before = text[: span[0]].removesuffix(office)
            clause = re.split(r"[，。；：]", before)[-1]
            if clause.endswith("由") and len(clause) > 2:
                yield Duty(person.name, office, clause[:-1], evidence)


def _deputy(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The other one of a pair that stand in for each other (互为AB角)."""
    person = next((link.name for link in query.links if link.kind == "person"), None)
    if person is None or not _ABSENT.search(query.text):
        return None
    for evidence in pool:
        match = _MUTUAL.search(evidence.text)
        for pair in re.split(r"[、；，,]", match["pairs"]) if match else ():
            names = ["".join(one.split()) for one in _PAIR.split(pair)]
            if len(names) == 2 and person in names:
                other = names[1 - names.index(person)]
                detail = f"{evidence.text.strip('。')}。"
                return Draft("answered", "person", other, (evidence.proof,), detail=detail, people=(other,))
    return None
