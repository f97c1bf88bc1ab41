"""Series: values of one measure that a sentence prints for several names, one beside the other.

第一产业增加值21亿元，增长4.2%；第二产业增加值88亿元，增长8.0% holds two: the levels and the changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.answering.evidence.knowledge import Page
from index.answering.evidence.labels import goes_on, item_start, names_given
from index.answering.evidence.pool import Evidence
from index.extraction.words.groups import group_at
from index.language.lexicon import load_pattern
from index.language.marks import end_of, start_of
from index.language.numerals import Quantity, find_quantities
from index.language.scripts import compact, fold
from index.records import Span

_KINDS = ("money", "count", "measure", "percent", "points", "bare")
_CHANGE = load_pattern("answering.series.change")
_LEAD = re.compile(
    r"^.*(?:依次是|依次为|分别是|分别为|包括|其中|涉及|最[高低多少大小好差快慢]的|[，,：:；;])(?=.)",
    re.DOTALL,
)
_PACE = load_pattern("answering.series.pace")
_NUMBERED = load_pattern("answering.series.numbered")
_TAIL = load_pattern("answering.series.tail")
_MEASURE = load_pattern("answering.series.measure")
_AREA_FIRST = load_pattern("answering.series.area_first")
_PREDICATE = load_pattern("answering.series.predicate")  # 落户城东镇，总投资6亿元: no name of what costs so much
_REST = load_pattern("answering.series.rest")  # 其余苏木镇10.4万只 is no member
_LINE = re.compile(
    r"^\s*\d{1,2}\s*[、.．\s]\s*(?P<name>[\u4e00-\u9fff（）()]{2,14})[\s:：]+(?P<value>[-－−]?\d[\d.]*\s*[%％\u4e00-\u9fff]{0,3})\s*$"
)
_TIMED = load_pattern("answering.series.timed")
_PART = load_pattern("answering.series.part")
_OPENED = re.compile(r"[：:][^，,；;。：:]{2,18}$")
_NEXT_ITEM = re.compile(r"[^，,；;。\d]{0,4}[，,][^，,；;。\d]{2,18}")
_PARTS_OF = re.compile("[^；;。：:]+")
_CALLED = load_pattern("answering.series.called")
_LED_ANEW = re.compile("[；;][^；;]*[：:]")
_LONGEST = 18


@dataclass(frozen=True, slots=True)
class Member:
    """One name with its value: signed, as printed with the verb of change; its sentence; where it stands there."""

    name: str
    value: float
    printed: str
    quantity: Quantity
    spans: tuple[Span, ...]
    at: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Series:
    """The members in the order of the text.

    Attributes:
        change: the values are changes (增长, 下降), not levels. unit: of all values.
        around: compact words of the sentence and of what stands before it. heading: of the article.
        measure: the header of a table's column, as printed; "" outside tables. own: compact sentence alone.
    """

    page: Page
    members: tuple[Member, ...]
    unit: str
    change: bool
    around: str
    heading: str
    measure: str = ""
    own: str = ""
    rest: bool = False  # others are told of together: 其余各镇10.4万只


def series_of(evidence: Evidence) -> Iterator[Series]:
    """The series that a sentence prints, of two members and more."""
    found: dict[tuple[str, bool], list[Member]] = {}
    text = evidence.text
    given, others = names_given(evidence), False
    for fact in sorted(evidence.facts, key=lambda f: f.start):
        if fact.kind not in _KINDS:
            continue
        quantity = next(iter(find_quantities(fold(fact.value))), None)
        if quantity is None:
            continue
        start = fact.start - (1 if text[fact.start - 1 : fact.start] == "-" else 0)
        before = text[max(0, start - 6) : start].rstrip("约近超 ")
        change = _CHANGE.search(before)
        group = group_at(text, start)
        timed = _TIMED.search(text[:start])
        name = given.get((fact.start, fact.end)) or (
            timed["time"] if timed else group.name if group else _name(text, start)
        )
        if name is None or _REST.match(name):
            others = others or name is not None
            continue
        negative = bool(change and change["down"]) or start < fact.start
        value = -abs(quantity.value) if negative else quantity.value
        printed = (change[0] if change else "") + text[start : fact.end].strip()
        low = start_of(text, start, "，；。,;")
        paced = fact.kind == "percent" and (negative or _PACE.search(text, low, start) is not None)  # 增幅依次为
        changed = change is not None or fact.value.startswith("-") or paced
        member = Member(name, value, printed, quantity, evidence.sentence.text.spans(), (start, fact.end))
        found.setdefault((quantity.unit, changed), []).append(member)
    held = {key: _unique(_parts(text, members)) for key, members in found.items()}
    alike = [[m.name for m in members] for members in held.values() if _alike(text, members)]
    for (unit, changed), unique in held.items():
        if len(unique) > 1 and [member.name for member in unique] in alike:
            for run in _led_groups(text, unique):
                own = evidence.own if len(run) == len(unique) else _segment(evidence, run)
                around = own + "|" + evidence.before + "|" + evidence.head
                yield Series(evidence.page, tuple(run), unit, changed, around, evidence.heading, own=own, rest=others)
    yield from _by_measure(evidence)


def _led_groups(text: str, members: Sequence[Member]) -> list[Sequence[Member]]:
    """街道组前三名为：甲、乙、丙；乡镇组前三名为：丁、戊、己: two series, each behind its own colon."""
    edges = [
        n for n, (one, other) in enumerate(pairwise(members), 1) if _LED_ANEW.search(text[one.at[1] : other.at[0]])
    ]
    groups = [members[low:high] for low, high in pairwise([0, *edges, len(members)])]
    return groups if all(len(group) > 1 for group in groups) else [members]


def _segment(evidence: Evidence, group: Sequence[Member]) -> str:
    """What stands between the semicolons around a series."""
    text = evidence.text
    return evidence.clause((start_of(text, group[0].at[0], "；;。"), end_of(text, group[-1].at[1], "；;。")))


def _by_measure(evidence: Evidence) -> Iterator[Series]:
    """电子类占31%，平均月薪6400元；服装类占22%，平均月薪5600元: the wages, each of what its part opens with."""
    found: dict[tuple[str, str], list[Member]] = {}
    text = evidence.text
    for part in _PARTS_OF.finditer(text):
        facts = [f for f in sorted(evidence.facts, key=lambda f: f.start) if part.start() <= f.start < part.end()]
        name = _cut(text[part.start() : facts[0].start]).rstrip("占有共设招") if len(facts) > 1 else ""
        for fact in facts[1:] if name else ():
            called = _CALLED.search(text[part.start() : fact.start])
            quantity = next(iter(find_quantities(fold(fact.value))), None)
            if called is None or quantity is None or fact.kind not in _KINDS or _CHANGE.search(called[0]):
                continue
            member = Member(
                name, quantity.value, fact.value, quantity, evidence.sentence.text.spans(), (fact.start, fact.end)
            )
            found.setdefault((called["measure"], quantity.unit), []).append(member)
    around = evidence.own + "|" + evidence.before + "|" + evidence.head
    for (measure, unit), members in found.items():
        opened = max(text.rfind(mark, 0, members[0].at[0]) for mark in ("其中", "：", ":", "。"))
        whole = text.count(measure, max(opened, 0)) == len(members)  # none of them is left out
        if whole and len(_unique(members)) == len(members) > 1 and not any(m.name.endswith(measure) for m in members):
            yield Series(
                evidence.page, tuple(members), unit, False, around, evidence.heading, measure, own=evidence.own
            )


def ranked_lines(page: Page) -> Iterator[Series]:
    """Ranks printed one a line (1、甲镇 9.7%), of three lines and more."""
    run: list[Member] = []
    before = ""
    for sentence in (*page.says.sentences, None):
        match = _LINE.match(sentence.text.text) if sentence is not None else None
        quantity = next(iter(find_quantities(fold(match["value"]))), None) if match else None
        if match and quantity and sentence is not None:
            value = -abs(quantity.value) if match["value"][0] in "-－−" else quantity.value
            run.append(Member(match["name"], value, match["value"], quantity, sentence.text.spans()))
            continue
        if len(run) > 2:
            negative = any(member.value < 0 for member in run)
            yield Series(page, tuple(run), run[0].quantity.unit, negative, before, page.heading)
        run = []
        before = compact(sentence.text.text) if sentence is not None else ""


def _parts(text: str, members: Sequence[Member]) -> Sequence[Member]:
    """The parts behind 其中 without the whole in front of it."""
    for number in range(len(members) - 2, 0, -1):
        between = text[members[number - 1].at[1] : members[number].at[0]]
        if _PART.search(between) and not re.search("[；;。]", between):
            return members[number:]
    return members


def _alike(text: str, members: Sequence[Member]) -> bool:
    """The members are items of one enumeration: joined by 、 or by semicolons, else named alike."""
    joints = [text[a.at[1] : b.at[0]] for a, b in pairwise(members)]
    if all(re.match(r"\s*[）)]?\s*[、；;和与及]|[^；;]*[；;]", joint) for joint in joints):
        return True
    opened = _OPENED.search(text[: members[0].at[0]])
    if len(members) > 2 and opened and all(_NEXT_ITEM.fullmatch(joint) for joint in joints):
        return True  # 四所学校：甲小学1620个学位，乙初中900个，…
    words = [text[max(0, member.at[0] - 4) : member.at[0]] for member in members]
    ends = {re.sub(r"(?:增长|下降|[^\u4e00-\u9fff])+$", "", word)[-2:] for word in words}
    areas = (*"镇乡村区县市街道旗", "苏木", "嘎查")
    return (
        len(ends) == 1
        or all(member.name.endswith(areas) for member in members)
        or bool(len({member.name[-1] for member in members}) == 1)
    )


def _unique(members: Sequence[Member]) -> list[Member]:
    """The first value of each name: 完成投资 behind 总投资 is another measure."""
    seen: dict[str, Member] = {}
    for member in members:
        seen.setdefault(member.name, member)
    return list(seen.values())


def _name(text: str, at: int) -> str | None:
    """The words that name the value at ``at``: of its own item, else of the item that opens its group."""
    low = item_start(text, at)
    floor = start_of(text, at, "；;。")
    while True:
        name = _cut(text[low:at])
        if name and not goes_on(text[low:at]) and not _PREDICATE.match(text[low:at]):
            return name if len(name) <= _LONGEST else None
        first = re.search(r"\d", text[low:at])  # 实验小学招8个班360人: what names the first figure names the second
        if first and (own := _cut(text[low : low + first.start()])) and len(own) <= _LONGEST:
            return own
        if low <= floor:
            return None
        at = _value_before(text, low)
        low = max(floor, item_start(text, max(low - 1, 0)))


def _value_before(text: str, low: int) -> int:
    """Where the first figure of the item that ends before ``low`` begins."""
    start = item_start(text, max(low - 1, 0))
    match = re.search(r"\d", text[start:low])
    return start + match.start() if match else low - 1


def _cut(words: str) -> str:
    """The name without what leads to it and without the verb in front of the value."""
    name = _NUMBERED.sub("", words.strip())
    led = _LEAD.sub("", name)
    name = _TAIL.sub("", _CHANGE.sub("", _TAIL.sub("", led))).strip('“”"（）()、，, ')
    area = _AREA_FIRST.fullmatch(name)
    shorter = area["area"] if area else _MEASURE.sub("", name)
    if not shorter.strip():
        return ""  # 得分95.2分: the measure, and no name of anything
    name = re.sub('[“”"]|[（(][^（()）]*$', "", shorter if len(shorter) > 1 else name)
    return name if len(name) > 1 and not re.search(r"\d", name) else ""
