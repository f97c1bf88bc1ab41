"""What a question takes for granted of a name: its office, its being the first or the last of a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge
from index.extraction.attributes.phrases import PROPOSED
from index.extraction.words.people import office_pattern
from index.language.lexicon import load_pattern, load_words
from index.language.scripts import compact
from index.records import Found, Person, Span
from index.understanding.query import Link, Query

_PRESS = load_pattern("answering.supposed.press")
_AT_LEVEL = "省市区县镇乡村"  # whose secretary, whose head
_NOT_NOW = load_pattern("answering.supposed.not_now")
_PLACE = r"(?:倒数)?第[一二三四五六七八九十\d]{1,2}(?:名|位)?(?![期批届季次轮产个项])"
_LOW = r"垫底|末位|最后一名|倒数第一"
_HIGH = r"榜首|首位|夺冠|居首|领先"
_MOST = r"最[多少高低大小长短快慢好差早晚]"
_WHERE = rf"{_MOST}|{_LOW}|{_HIGH}|{_PLACE}"
_EXTREME_IS = re.compile(
    rf"^(?P<of>[^，。？,?]{{2,24}}?)(?P<most>{_WHERE})的(?P<sort>[\u4e00-\u9fff]{{0,4}}?)(?:就)?是(?P<who>[^，。？,?]{{2,14}})[,，]"
)
_RANKS = r"排名?|排在|位列|位居|居|列"
_OF_PLACE = re.compile(
    rf"^(?P<of>[^，。？,?]{{2,20}}?)(?:{_RANKS}|得了?)?(?P<most>{_WHERE})的(?=[\u4e00-\u9fff])"
)
_PLACED = re.compile(rf"^(?P<of>[^，。？,?]{{3,24}}?)(?:{_RANKS})(?P<place>{_PLACE}|{_LOW}|{_HIGH})(?!的|是)")
_ASKS_ELSE = load_pattern("answering.supposed.asks_else")
_WHO_ASKED = load_pattern("answering.supposed.who_asked")
_HEAD = load_pattern("answering.supposed.head")
_LEADS = load_pattern("answering.supposed.leads")  # 医生, 主任 and 老师 are also said out of courtesy
_CHANGED = load_pattern("answering.supposed.changed")
_ASKS_OF_IT = load_pattern("answering.supposed.asks_of_it")
_WAY = load_pattern("answering.supposed.way")
_DOWN = load_pattern("answering.supposed.down")
_SHARE = re.compile(r"(?P<n>\d+(?:\.\d+)?)\s?[%％]")
_LAST = load_pattern("answering.supposed.last")
_FIRST = load_pattern("answering.supposed.first")


@dataclass(frozen=True, slots=True)
class Supposed:
    """Something that a question says by the way.

    Attributes:
        asks: the question whose answer has to say the same. who: the name or the place that has to be in it.
        told: how a correction begins (达效率最高的是). span: the words of the question that suppose it.
    """

    asks: str
    who: str
    told: str
    span: Span

    def agrees(self, answer: str) -> bool:
        """The answer names who or what the question supposes."""
        said = compact(answer)
        if share := _SHARE.search(self.who):
            ways = [bool(_DOWN.search(one)) for one in (self.who, said) if _WAY.search(one)]
            told = [match["n"] for match in _SHARE.finditer(said)]
            return not told or (share["n"] in told and len(set(ways)) < 2)
        if _LAST.search(self.who) or _FIRST.search(self.who):
            same = _LAST if _LAST.search(self.who) else _FIRST
            return same.search(said) is not None
        return explained(self.who, said).score >= 0.75 or said.split("（")[0].split("(")[0] in self.who

    def granted(self, query: Query) -> Query:
        """The question without the words that suppose it, where it is so."""
        low, high = self.span
        return replace(query, terms=tuple(t for t in query.terms if not (low <= t.start and t.end <= high)))


def supposed(query: Query) -> Iterator[Supposed]:
    """What ``query`` supposes about who is first, last or in which place, or how much changed, as own questions."""
    if query.kind in ("yesno", "lookup"):
        return
    text = query.text
    if (match := _EXTREME_IS.match(text)) and not _WHO_ASKED.search(match[0]):
        told = f"{match['of']}{match['most']}的{match['sort']}是"
        yield Supposed(f"{told}哪个", match["who"], told, match.span("most"))
    elif (match := _OF_PLACE.match(text)) and (who := _name_at(query, match.end())):
        told = f"{match['of']}{match['most']}的是"
        yield Supposed(f"{told}哪个", who, told, match.span("most"))
    elif (match := _PLACED.match(text)) and _ASKS_ELSE.search(text[match.end() :]):
        yield Supposed(f"{match['of']}排第几", match["place"], f"{match['of']}排名：", match.span("place"))
    elif (match := _CHANGED.match(text)) and _ASKS_OF_IT.search(text[match.end() :]):
        yield Supposed(f"{match['of']}{match['way']}了多少", match["change"], match["of"].upper(), match.span("change"))


def _name_at(query: Query, at: int) -> str | None:
    """The name (沙溪镇, 港口街道) that begins at an offset of the question, or None."""
    held = next((link for link in query.links if link.start == at and link.kind != "project"), None)
    if held is not None:
        return held.name
    end = at
    for term in sorted(query.terms, key=lambda term: term.start):
        if term.start == end and query.text[term.start : term.end] == term.text:
            end = term.end
            if _is_area(query.text[at:end]):
                return query.text[at:end]
    return None


def _is_area(name: str) -> bool:
    """沙溪镇; not 镇 alone."""
    return any(name.endswith(ending) and len(name) > len(ending) + 1 for ending in load_words("place_suffixes"))


def corrected(one: Supposed, draft: Draft) -> Draft:
    """The correction of what is supposed, where the bulletins say otherwise."""
    return Draft("corrected", "text", f"{one.told}{draft.answer}", draft.proofs, confidence=0.9)


def wrong_office(query: Query, knowledge: Knowledge) -> Draft | None:
    """县委书记某某, where only 县长某某 is known: the correction; None where the office fits or is unknown."""
    if query.kind == "yesno":
        return None
    for link in query.links:
        if link.kind == "person" and (other := _other_proposal(query, knowledge, link)) is not None:
            return other
        said = _office_beside(query.text, link) if link.kind == "person" else None
        known = [one for one in knowledge.people.get(link.key, ()) if one.value.office]
        if said is None or not known or any(_is_called(said, one) for one in known):
            continue
        told = known[0]
        answer = texts.OTHER_OFFICE.format(name=link.name, office=told.value.office, said=said)
        return Draft("corrected", "person", answer, (Proof(told.article, told.value.evidence),), people=(link.name,))
    return None


_PROPOSED_FOR = load_pattern("answering.supposed.proposed_for")


def _other_proposal(query: Query, knowledge: Knowledge, link: Link) -> Draft | None:
    """某某拟任甲镇镇长, where a notice proposes them for another office: the correction."""
    match = _PROPOSED_FOR.match(query.text, link.end)
    mentions = knowledge.people.get(link.key, ())[:8] if match else ()
    pages = {one.article: knowledge.page(one.article) for one in mentions}
    told = [
        (article, fact)
        for article, page in pages.items()
        for facts in page.facts.values()
        for fact in facts
        if fact.attribute == PROPOSED and fact.subject == link.name
    ]
    if match is None or not told or any(compact(match["office"]) in compact(fact.value) for _, fact in told):
        return None
    article, fact = told[0]
    answer = texts.OTHER_PROPOSAL.format(name=link.name, office=fact.value, said=match["office"])
    proof = Proof(article, knowledge.page(article).sentence(fact.sentence or 0).text.spans())
    return Draft("corrected", "person", answer, (proof,), people=(link.name,))


def _office_beside(text: str, link: Link) -> str | None:
    """The office that the question gives a name, in front of it or behind it."""
    return _office_before(text, link) or _office_behind(text, link)


def _office_behind(text: str, link: Link) -> str | None:
    """书记 of 某某书记讲了什么: the office that stands directly behind a name."""
    behind = office_pattern().match(text, link.end) if link.end > link.start else None
    return behind[0] if behind is not None and _LEADS.search(behind[0]) else None


def _office_before(text: str, link: Link) -> str | None:
    """The office that stands directly before a name, with the body in front of it."""
    before = text[: link.start].removesuffix("同志")
    ends = [match for match in office_pattern().finditer(before) if match.end() == len(before)]
    if not ends or link.end <= link.start or _PRESS.search(ends[0][0]):
        return None
    body = re.search(r"[\u4e00-\u9fff]{0,8}$", before[: ends[0].start()])
    said = f"{body[0] if body else ''}{ends[0][0]}"
    return None if _NOT_NOW.search(said) else said


def _is_called(said: str, mention: Found[Person]) -> bool:
    """The office may be called so: the same last word, and no other level (县委 against 镇党委)."""
    offices = compact(mention.value.office or "")
    if _NOT_NOW.search(offices):
        return True
    held = re.split(r"[、，,和兼]", offices)
    heads = any(_HEAD.search(part) and "副" not in part for part in held)
    return any(_is_called_by(said, part, heads) for part in held)


def _is_called_by(said: str, part: str, heads: bool) -> bool:
    """A deputy may be called by the office, unless they are the head of something else: 县委副书记、县长 is no 书记."""
    if part[-2:] != said[-2:] or ("副" in said and "副" not in part):
        return False
    if heads and "副" in part and "副" not in said:
        return False
    wanted, level = _level(said), _level(part)
    return not wanted or not level or wanted == level


def _level(office: str) -> str:
    """县 of 县委书记, 镇 of 柿沟镇党委书记; "" where it is not said."""
    signs = [sign for sign in office[:-2] if sign in _AT_LEVEL]
    return signs[-1] if signs else ""
