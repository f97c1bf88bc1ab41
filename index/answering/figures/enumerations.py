"""The rest of an enumeration: 小麦、油菜播种4.2万亩，其中小麦3.1万亩 tells how much 油菜 is sown.

What is asked for has no figure of its own. Either a list of the article names it beside all the printed parts and
nothing else, or the text says that the rest is just that (其余为文旅项目).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount, read_amount
from index.answering.candidates.asked_type import same_unit
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import links_fit, period_fits, year_fits
from index.answering.evidence.labels import item_start, part_of_whole
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.language.scripts import compact
from index.records import Fact
from index.understanding.query import Query, Term

_KINDS = ("count", "number", "money", "area", "length", "sum")
_VALUES = ("count", "measure", "money")
_LIST = load_pattern("answering.enumerations.list")
_JOINED = load_pattern("answering.enumerations.joined")
_REST_IS = load_pattern("answering.enumerations.rest_is")
_PARTED_BEHIND = load_pattern("answering.enumerations.parted_behind")
_PART_FIRST = load_pattern("answering.enumerations.part_first")
_SAID = 0.75  # how well a word must stand in the words for the rest
_COUNTED = load_pattern("answering.enumerations.counted")
_NUMBERED = load_pattern("answering.enumerations.numbered")
_LEADS = load_pattern("answering.enumerations.leads")
_IN_ALL = load_pattern("answering.enumerations.in_all")
_ENOUGH = 0.6  # share of the other words of the question that the sentence and what is around it account for
_BACK = 6  # sentences from a stated total to its parts


def rest_of_list(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The whole less all printed parts, where just the unprinted rest is asked for; else None."""
    if query.kind not in _KINDS:
        return None
    for evidence in pool:
        cued = "其中" in evidence.text or _REST_IS.search(evidence.text)
        if not cued or not (links_fit(query, evidence) and period_fits(query, evidence) and year_fits(query, evidence)):
            continue
        for named, whole, parts, proofs in (*_listed(query, evidence), *_told(query, evidence)):
            if whole.value <= sum(one.value for one in parts) or not _accounts(query, evidence, named):
                continue
            said, detail = arithmetic.rest(whole, parts)
            kind = "money" if whole.unit == "元" else "number"
            return Draft("answered", kind, said, proofs, detail=detail, confidence=0.9)  # type: ignore[arg-type]
    return None


def _accounts(query: Query, evidence: Evidence, named: Sequence[Term]) -> bool:
    """The words of the question that do not name the rest stand in the sentence or around it."""
    others = tuple(term for term in query.terms if term not in named)
    share, missing, _ = coverage(others, evidence.regions)
    return share >= _ENOUGH and not any(term.critical for term in missing)


_Reading = tuple[list[Term], Amount, list[Amount], tuple[Proof, ...]]


def _listed(query: Query, evidence: Evidence) -> Iterator[_Reading]:
    """Of a whole with its parts behind 其中: the other things of a list that names them all."""
    cue = evidence.text.rfind("其中")
    parts = [f for f in evidence.values if f.start > cue >= 0 and f.kind in _VALUES and _suits(query, f)]
    of = [(part_of_whole(evidence, part), part.unit) for part in parts]
    wholes = {whole.start: whole for whole, unit in of if whole is not None and whole.unit == unit}
    names = [_name(evidence, part) for part in parts]
    if len(wholes) != 1 or not all(names):
        return
    (whole,) = wholes.values()
    read = [read_amount(fact.value) for fact in (whole, *parts)]
    found = _unprinted(query, evidence, names)
    if found is not None and all(one is not None for one in read):
        named, number = found
        amounts = [one for one in read if one is not None]
        page = evidence.page
        proofs = dict.fromkeys((evidence.proof, Proof(page.article.id, page.sentence(number).text.spans())))
        yield named, amounts[0], amounts[1:], tuple(proofs)


def _name(evidence: Evidence, part: Fact) -> str:
    """What a part is called: 小麦 of 其中小麦3.1万亩."""
    return _LEADS.sub("", compact(evidence.text[item_start(evidence.text, part.start) : part.start]))[:2]


def _unprinted(query: Query, evidence: Evidence, names: Sequence[str]) -> tuple[list[Term], int] | None:
    """(the words of the question that a list names beside all ``names``, the number of the list's sentence)."""
    words = [term for term in query.terms if len(term.text) > 1 and term.weight >= 0.5]
    if any(name in query.text for name in names) or _NUMBERED.search(query.text):
        return None  # 河西支队二大队 is a part of what the list names
    for number, text in enumerate(evidence.page.compact):
        for match in _LIST.finditer(text) if all(name in text for name in names) else ():
            items = _JOINED.split(match[0])
            counted = _COUNTED.match(text, match.end())
            if number != evidence.number and (counted is None or parse_number(counted["n"]) != len(items)):
                continue  # a list of the article that need not name all of the whole
            printed = [item for item in items if any(name in item for name in names)]
            asked = [
                [t for t in words if item.startswith(t.text) or (n == 0 and item.endswith(t.text))]
                for n, item in enumerate(items)
                if item not in printed
            ]
            if len(printed) == len(names) and asked and all(asked):
                return [term for one in asked for term in one], number
    return None


def _told(query: Query, evidence: Evidence) -> Iterator[_Reading]:
    """Of parts that end with 其余为文旅项目: these, of the whole that is stated before, or in front of 其中."""
    rest = _REST_IS.search(evidence.text)
    words = [term for term in query.terms if len(term.text) > 1 and term.weight >= 0.5]
    whose = compact(rest["whose"]) if rest else ""
    named = [term for term in words if explained(term.text, whose).score >= _SAID]
    if rest is None or not named or not _asks_all_of_it(named, whose):
        return
    before = [f for f in evidence.values if f.end <= rest.start() and f.kind in _VALUES and _suits(query, f)]
    stated = [f for f in before if _is_stated(evidence, f)]
    parts = [f for f in before if not stated or f.start > stated[-1].start]
    number, whole = (evidence.number, stated[-1]) if stated else _total_before(query, evidence)
    read = [read_amount(fact.value) for fact in (whole, *parts) if fact is not None]
    amounts = [one for one in read if one is not None]
    if whole is None or not parts or len(amounts) <= len(parts) or len({f.unit for f in (whole, *parts)}) > 1:
        return
    items = [_item(evidence, part) for part in parts]
    if any(all(explained(term.text, item).score >= _SAID for term in named) for item in items):
        return  # what is asked for has a figure of its own
    page = evidence.page
    proofs = dict.fromkeys((Proof(page.article.id, page.sentence(number).text.spans()), evidence.proof))
    yield named, amounts[0], amounts[1:], tuple(proofs)


def _asks_all_of_it(named: Sequence[Term], whose: str) -> bool:
    """建筑、农业类: the rest is both of them together, and how many are of one is not told."""
    items = [item for item in _JOINED.split(whose) if item]
    return all(any(explained(term.text, item).score >= _SAID for term in named) for item in items)


def _is_stated(evidence: Evidence, fact: Fact) -> bool:
    """The value is said to be all there is: 共86个, 86个项目中, 设接种点22个，其中…, 车棚85处，分三批实施."""
    text = evidence.text
    in_front = _IN_ALL.search(text[max(0, fact.start - 8) : fact.start])
    return in_front is not None or _PARTED_BEHIND.match(text, fact.end) is not None


def _item(evidence: Evidence, part: Fact) -> str:
    return compact(evidence.text[item_start(evidence.text, part.start) : part.end])


def _total_before(query: Query, evidence: Evidence) -> tuple[int, Fact | None]:
    """The last stated total before the sentence in its paragraph, which is the first one told there."""
    first = evidence.page.heads[evidence.number]
    begins = _PART_FIRST.match(evidence.text) is not None
    for number in range(max(first, evidence.number - _BACK), evidence.number):
        text = evidence.page.sentence(number).text.text
        for fact in evidence.page.facts.get(number, ()):
            in_all = _IN_ALL.search(text[max(0, fact.start - 8) : fact.start])
            of_parts = begins and number == evidence.number - 1 and _same_noun(evidence, fact, text)
            if (in_all or of_parts) and fact.kind in _VALUES and _suits(query, fact):
                return number, fact
    return _headed_total(query, evidence, first)


def _same_noun(evidence: Evidence, whole: Fact, text: str) -> bool:
    """其中制造业岗位3950个 are of 岗位8240个, and of no other number in front: the last two letters are the same."""
    parts = [f for f in evidence.values if f.unit == whole.unit]
    own = compact(text[item_start(text, whole.start) : whole.start])[-2:]
    return bool(parts) and len(own) == len("岗位") and own in _item(evidence, parts[0])


def _headed_total(query: Query, evidence: Evidence, first: int) -> tuple[int, Fact | None]:
    """Of parts in a paragraph of their own: the figure of the one before that the headline has, too."""
    for number in range(first - 1, max(first - _BACK, 0) - 1, -1):
        for fact in evidence.page.facts.get(number, ()):
            headed = re.search(rf"(?<![\d.]){re.escape(compact(fact.value))}", compact(evidence.page.heading))
            if headed and evidence.page.sentence(number).role == "paragraph" and _suits(query, fact):
                return number, fact
    return evidence.number, None


def _suits(query: Query, fact: Fact) -> bool:
    if query.kind == "money":
        return fact.kind == "money"
    unit = (fact.unit or "").lstrip("万亿")
    return fact.kind != "money" and (query.unit is None or same_unit(query.unit, unit) or query.unit == unit)
