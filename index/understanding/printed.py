"""A question's turns of phrase → as the texts near it print them: their counters, rounds and words."""

from __future__ import annotations

import re
from functools import lru_cache

from index.language.lexicon import load_pattern, load_table
from index.language.numerals import parse_number, units
from index.language.scripts import compact
from index.understanding.gazetteer import Gazetteer

_PEOPLE = frozenset(("人", "名", "位", "人次", "余人"))  # heads are no things
_MOST, _LEAST = 4, 2  # letters of what is counted
_COUNTED = load_pattern("understanding.printed.counted")
_THAT_ONE = load_pattern("understanding.printed.that_one")
_EARLIER_ROUND = load_pattern("understanding.printed.earlier_round")
_BARE_ROUND = load_pattern("understanding.printed.bare_round")
_PART = load_pattern("understanding.printed.part")
_LINE = load_pattern("understanding.printed.line")
_SPAN = load_pattern("understanding.printed.span")


def as_printed(text: str, printed: str) -> str:
    """``text`` (folded) in the words, counters and rounds of ``printed`` (texts near the question, compact)."""
    words = _in_households(_in_lines(_in_words(text, printed), printed), printed)
    return _in_spans(_in_rounds(_in_counters(words, printed), printed), printed)


def without_that(text: str, gazetteer: Gazetteer) -> str:
    """运河那个新校区 is 运河校区 where the bulletins know that name."""
    match = _THAT_ONE.search(text)
    if match is None:
        return text
    at, joined = match.start(), text[: match.start()] + text[match.end() :]
    known = (link for link in gazetteer.exact(joined) if link.kind in ("project", "organisation"))
    return joined if any(link.start < at < link.end for link in known) else text


def _in_lines(text: str, printed: str) -> str:
    """三路取消了哪两站 is 3路, where that line is printed."""
    def line(match: re.Match[str]) -> str:
        number = f"{int(parse_number(match['n']))}路"
        return number if re.search(rf"(?<!\d){number}", printed) and match[0] not in printed else match[0]

    return _LINE.sub(line, text) if printed else text


def _in_households(text: str, printed: str) -> str:
    """惠及多少居民 is 惠及居民多少户 where 居民2.3万户 is printed, and no number of 居民 itself."""
    asked = _OF_PEOPLE.search(text) if printed else None
    if asked is None:
        return text
    who, verb = asked["who"], text[max(0, asked.start() - len("惠及")) : asked.start()]
    behind, ahead = rf"{who}{_NUMBER}(?P<unit>{_UNIT})", rf"{_NUMBER}{_UNIT}?{who}"
    told = re.search(re.escape(verb) + behind, printed) if verb else None
    if told is None and not re.search(ahead, printed):
        told = re.search(behind, printed)
    if told is None:
        return text
    return f"{text[: asked.start()]}{who}多少{told['unit']}{text[asked.end() :]}"


_OF_PEOPLE = load_pattern("understanding.printed.of_people")
_NUMBER, _UNIT = r"\d[\d.]*[万千余多]*", "[户人名家]"


@lru_cache(maxsize=1)
def _things() -> str:
    counters = (unit for unit, sort in units().items() if sort == "count" and unit not in _PEOPLE)
    return "|".join(sorted(map(re.escape, counters), key=len, reverse=True))


def _in_counters(text: str, printed: str) -> str:
    """多少间考场 is 多少个考场 where 78个考场 is printed, 多少部电梯 多少台电梯 where 加装电梯60台 is."""
    asked = _COUNTED.search(text)
    if asked is None or not printed or units().get(asked["unit"]) != "count" or asked["unit"] in _PEOPLE:
        return text
    for size in range(min(_MOST, len(asked["noun"])), _LEAST - 1, -1):
        noun = re.escape(asked["noun"][:size])
        if noun not in printed:
            continue
        told = [m["a"] or m["b"] for m in re.finditer(
            rf"\d[万余多]?(?P<a>{_things()}){noun}|{noun}\d[\d.]*[万余多]?(?P<b>{_things()})", printed
        )]  # fmt: skip
        if not told or asked["unit"] in told:
            return text
        return text[: asked.start("unit")] + told[0] + text[asked.end("unit") :]
    return text


def _in_rounds(text: str, printed: str) -> str:
    """三批工程 is 第三批工程 where that is printed: not three batches together; 第二期 is 二期 where just that is."""
    part = _PART.search(text)
    if part and compact(part[0]) not in printed and re.search(rf"(?<![十\d第]){part['name']}", printed):
        text = text[: part.start()] + part["name"] + text[part.end() :]
    match = _BARE_ROUND.search(text)
    if match is None or f"第{match['round']}" not in printed:
        return text
    return text[: match.start("round")] + "第" + text[match.start("round") :]


def _in_spans(text: str, printed: str) -> str:
    """1至8月 is 截至8月底 where the texts near the question print that and no such span."""
    span = _SPAN.search(text)
    if span is None:
        return text
    last, spelt = span["last"], _NUMERALS[int(span["last"])]
    if re.search(rf"(?<!\d)1月?[至到—~～-]{last}月|前(?:{last}|{spelt})个?月", printed):
        return text
    till = next((form for form in (f"截至{span['last']}月底", f"到{span['last']}月底") if form in printed), None)
    return text[: span.start()] + till + text[span.end() :] if till else text


def _in_words(text: str, printed: str) -> str:
    """城里 is 城镇 where the texts near the question print that and no 城里."""
    for said, form in load_table("printed_forms"):
        if said in text and (form in said or form not in text) and form in printed and said not in printed:
            text = text.replace(said, form)
    return text


def with_earlier_round(text: str) -> str:
    """第十期的总投资比上一期多多少 is 比第九期: the round in front of the one that is named."""
    match = _EARLIER_ROUND.search(text)
    number = int(parse_number(match["n"])) - 1 if match else 0
    if match is None or not 0 < number < len(_NUMERALS):
        return text
    spelt = str(number) if match["n"].isdigit() else _NUMERALS[number]
    return f"{text[: match.start('other')]}第{spelt}{match['of']}{text[match.end('other') :]}"


_NUMERALS = ("", *"一二三四五六七八九十", *(f"十{one}" for one in "一二三四五六七八九"), "二十")
_NEXT = load_pattern("understanding.printed.next")


def next_round(text: str, printed: str) -> str:
    """下一届 is 第八届 where that and 第七届, of which is told, are printed near the question."""
    match = _NEXT.search(text)
    if match is None or match[0] in printed:
        return text
    nth = re.compile(rf"第([一二三四五六七八九十]{{1,3}}|\d{{1,3}}){match['of']}")
    told = [int(parse_number(said)) for said in nth.findall(printed)]
    pairs = [(n, n + 1) for n in set(told) if n + 1 in told]
    if len(pairs) != 1:
        return text
    main, wanted = pairs[0] if match["way"] == "下" else pairs[0][::-1]
    if told.count(main) <= told.count(wanted):
        return text  # what is told of is the later one itself
    spelt = next(m[0] for m in nth.finditer(printed) if int(parse_number(m[1])) == wanted)
    return text[: match.start()] + spelt + text[match.end() :]
