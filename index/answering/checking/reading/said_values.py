"""The values of a sentence that a claim may have wrong: figures with their direction, dates, times, ranks, awards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from index.answering.checking.reading.rough import Range, admits, within
from index.language.lexicon import load_pattern, load_table
from index.language.numerals import SCALES, Quantity, find_quantities, is_same, parse_number, unit_families
from index.records import Article, Span

_N = r"(?:\d{1,4}|[一二三四五六七八九十]{1,3})"
_YEAR_WORDS = {"今": 0, "本": 0, "当": 0, "明": 1, "去": -1, "前": -2, "后": 2}
_DATE = load_pattern("answering.said_values.date")
_PART = load_pattern("answering.said_values.part")
_PARTS = {
    "上旬": range(1, 11), "中旬": range(11, 21), "下旬": range(21, 32),
    "初": range(1, 11), "底": range(21, 32), "末": range(21, 32),
}  # fmt: skip
_ENDS_OF_YEAR = {"年初": range(1, 4), "年底": range(12, 13), "年末": range(12, 13), "年中": range(5, 8)}
_CLOCK = load_pattern("answering.said_values.clock")
_WEEKDAY = load_pattern("answering.said_values.weekday")
_ORDINAL = re.compile(rf"第(?P<n>{_N})(?P<of>[\u4e00-\u9fff]{{0,2}})|(?P<q>[一二三四])季度")
_AWARD = load_pattern("answering.said_values.award")
_PLACES = ("名", "位")
_RANKED = load_pattern("answering.said_values.ranked")
_EXTREME = load_pattern("answering.said_values.extreme")
_FROM = load_pattern("answering.said_values.from")
_CHANGE = r"(?:增|降|提|减|升|扩|调|推迟|延|缩|涨|跌|改|拓|发展|回落)"
_CHANGES = re.compile(rf"\s?(?:左右)?\s?(?:一遇)?[，,]?{_CHANGE}")
_TO = re.compile(rf"{_CHANGE}[\u4e00-\u9fff]{{0,2}}?(?:至|到|为|成)(?:了|约)?$")
_UNTIL = load_pattern("answering.said_values.until")
_BESIDE = load_pattern("answering.said_values.beside")
_BEGINS = load_pattern("answering.said_values.begins")
_ENDS = load_pattern("answering.said_values.ends")
_UP_TO = load_pattern("answering.said_values.up_to")
_LINK = load_pattern("answering.said_values.link")


@dataclass(frozen=True, slots=True)
class Value:
    """A value in a text.

    Attributes:
        start, end: offsets. text: as printed.
        sort: what it is a value of: money, percent, weight, people, 家, date, clock, weekday, place, award …; only
            values of one sort exclude one another.
        number: base value, or the parts of a date (year, month, day), unprinted ones None.
        unit: the printed unit, or the currency.
        sign: 1 where the text says up, -1 down, 0 nothing.
        role: "from" and "to" of a change (由…增至…), or "". approximate: 超, 近, 余.
        within: the lowest and the highest number that 约45%, 六成多, 不到3万人 may stand for, or None.
    """

    start: int
    end: int
    text: str
    sort: str
    number: float | tuple[int | None, ...]
    unit: str = ""
    sign: int = 0
    role: str = ""
    approximate: bool = False
    within: Range | None = None

    @property
    def is_figure(self) -> bool:
        """A quantity with a unit, no date and no rank."""
        return self.sort not in _NAMING and self.sort != "ordinal"

    @property
    def names(self) -> bool:
        """An ordinal that tells of which thing the rest is said: 第九期, 第二批."""
        return self.sort.startswith("ordinal")

_NUMBERED = ("期", "批", "轮", "届", "季")  # 二期, 四期: which one
_HAN = "一二三四五六七八九十两"
_A_YEAR = 1900
_ROUGH = ("超", "约", "近", "不足")
_TENTHS = load_pattern("answering.said_values.tenths")
_FRACTION = load_pattern("answering.said_values.fraction")
_SCALED = load_pattern("answering.said_values.scaled")
_ROUND = 2.0  # points that 七成 may be off
_OVER = 1.25  # 三分之一以上 is less than a quarter more
_NAMING = ("date", "clock", "weekday", "place", "award")


def year_of(article: Article) -> int | None:
    """The year that 今年 means in an article."""
    dated = article.date or article.issue_date
    return int(dated[:4]) if dated else None


@lru_cache(maxsize=8192)
def values_in(text: str, year: int | None = None) -> tuple[Value, ...]:
    """Every value of a folded text, in order, without overlaps.

    Args:
        year: of the page, which 今年 means.
    """
    found: list[Value] = []
    taken = bytearray(len(text))
    figures = (*_shares(text), *_figures(text), *_scaled(text))
    for value in (*_dates(text, year), *_clocks(text), *_weekdays(text), *_ordinals(text), *figures):
        if 1 not in taken[value.start : value.end]:
            taken[value.start : value.end] = b"\1" * (value.end - value.start)
            before = text[max(0, value.start - 8) : value.start]
            found.append(replace(value, role=_role(before, text[value.end : value.end + 8], value.sort)))
    return _with_ends(text, sorted(found, key=lambda value: value.start))


def _with_ends(text: str, found: list[Value]) -> tuple[Value, ...]:
    """Of 7月6日22:00至7月7日6:00 the first two are where it begins, the others where it ends."""
    for at in range(1, len(found)):
        one, other = found[at - 1], found[at]
        if _UNTIL.fullmatch(text[one.end : other.start]) and (_timely(one, other) or one.sort == other.sort):
            for n in _moment(text, found, at - 1, -1):
                found[n] = replace(found[n], role="from")
            for n in _moment(text, found, at, 1):
                found[n] = replace(found[n], role="to")
    return tuple(found)


def _moment(text: str, found: list[Value], at: int, step: int) -> list[int]:
    """The values of one moment (7月6日22:00): the one at ``at`` and those beside it in this direction."""
    held = [at]
    while 0 <= at + step < len(found):
        low, high = sorted((at, at + step))
        if not _timely(found[low], found[high]) or not _BESIDE.fullmatch(text[found[low].end : found[high].start]):
            break
        at += step
        held.append(at)
    return held


def _timely(one: Value, other: Value) -> bool:
    return {one.sort, other.sort} <= {"date", "clock"}


def _dates(text: str, year: int | None) -> Iterator[Value]:
    month: int | None = None
    for match in _DATE.finditer(text):
        said = int(match["year"] or match["dot"] or 0) or None
        if match["near"] and year:
            said = year + _YEAR_WORDS[match["near"]]
        elif match["near"] and (match["near"] != "今" or not match["m1"]):
            continue
        own = match["m1"] or match["m2"] or match["m4"]
        month = int(own) if own else month if match["d3"] else None
        day = match["d1"] or match["d2"] or match["d3"]
        if match["d3"] and month is None:
            continue
        if (month or 1) > 12 or int(day or 1) > 31:
            continue
        yield Value(*match.span(), match[0], "date", (said, month, int(day) if day else None))


def _clocks(text: str) -> Iterator[Value]:
    for match in _CLOCK.finditer(text):
        hour = 0 if match["h"] == "零" else int(match["h"])
        minute = 30 if match["half"] else int(match["m"] or match["min"] or 0)
        if hour > 24 or minute > 59:
            continue
        if hour < 12 and re.search(r"(?:下午|晚上?|傍晚)$", text[max(0, match.start() - 2) : match.start()]):
            hour += 12
        yield Value(*match.span(), match[0], "clock", float(hour * 60 + minute))


def _weekdays(text: str) -> Iterator[Value]:
    for match in _WEEKDAY.finditer(text):
        yield Value(*match.span(), match[0], "weekday", float("一二三四五六日天末".index(match["day"])))


def _ordinals(text: str) -> Iterator[Value]:
    for match in _ORDINAL.finditer(text):
        number = parse_number(match["n"] or match["q"])
        of = "季度" if match["q"] else match["of"]
        unit = of[:2] if of[:2] in ("季度", "标段", "阶段", "产业") else of[:1]
        sort = "place" if unit in _PLACES or (not of and _RANKED.search(text[: match.start()])) else f"ordinal {unit}"
        end = match.end() if match["q"] else match.start("of") + len(unit)
        yield Value(match.start(), end, text[match.start() : end], sort, number, unit)
    for match in _EXTREME.finditer(text):
        yield Value(*match.span(), match[0], "place", 1.0 if match["first"] else -1.0, "名")
    for match in _AWARD.finditer(text):
        yield Value(*match.span(), match[0], "award", float(ord(match[0][0])))


def _figures(text: str) -> Iterator[Value]:
    for quantity in find_quantities(text):
        if quantity.kind in ("ordinal", "bare") or (quantity.unit == "年" and quantity.number >= _A_YEAR):
            continue
        if quantity.number == 0 and not quantity.text[0].isdigit():
            continue  # 零部件
        if quantity.unit in _NUMBERED and quantity.text[0] in _HAN:
            yield Value(
                quantity.start, quantity.end, quantity.text, f"ordinal {quantity.unit}", quantity.number, quantity.unit
            )
            continue
        sort, number = _measured(quantity)
        before = text[max(0, quantity.start - 8) : quantity.start]
        yield Value(
            quantity.start, quantity.end, quantity.text, sort, number,
            quantity.unit, _sign(before), approximate=quantity.approximate or _round(quantity, before),
            within=within(text, quantity.start, quantity.end, quantity.number, number),
        )  # fmt: skip


def _shares(text: str) -> Iterator[Value]:
    """六成多, 三分之一以上, 过半: a share as one says it."""
    for match in _TENTHS.finditer(text):
        tenths = parse_number(match["n"]) + (parse_number(match["half"]) / 10 if match["half"] else 0.0)
        yield _share(text, match.span(), tenths, 10 * tenths)
    for match in _FRACTION.finditer(text):
        if match["half"]:
            yield _share(text, match.span(), 50.0, 50.0)
            continue
        number = 100 * parse_number(match["upper"]) / parse_number(match["lower"])
        made = _share(text, match.span(), number, number)
        over = made.within is not None and made.within[0] == number
        yield replace(made, within=(number, _OVER * number) if over else made.within)


def _share(text: str, span: Span, printed: float, number: float) -> Value:
    before = text[max(0, span[0] - 8) : span[0]]
    bounds = within(text, *span, printed, number) or (number - _ROUND, number + _ROUND)
    return Value(
        *span, text[slice(*span)], "percent", round(number, 4), "%", _sign(before), approximate=True, within=bounds
    )  # fmt: skip


def _scaled(text: str) -> Iterator[Value]:
    """29.3亿: the unit is left to be understood."""
    for match in _SCALED.finditer(text):
        number = parse_number(match["n"]) * SCALES[match["scale"]]
        before = text[max(0, match.start() - 8) : match.start()]
        yield Value(
            *match.span(), match[0], "bare", number, match["scale"], _sign(before),
            within=within(text, *match.span(), parse_number(match["n"]), number),
        )  # fmt: skip


def _round(quantity: Quantity, before: str) -> bool:
    return quantity.modality in _ROUGH or before.endswith(("突破", "跨过", "站上", "迈上"))


def _measured(quantity: Quantity) -> tuple[str, float]:
    if quantity.kind in ("money", "percent"):
        return quantity.kind, quantity.value
    family, base = unit_families().get(quantity.unit, (quantity.unit, 1.0))
    return (quantity.unit if family == "any" else family), round(quantity.value * base, 4)


@lru_cache(maxsize=1)
def _directions() -> re.Pattern[str]:
    words = {way: "|".join(sorted(said.split(), key=len, reverse=True)) for way, said in load_table("directions")}
    return re.compile(rf"(?:(?P<down>{words['down']})|(?P<up>{words['up']}))$")


def direction_at(text: str, start: int) -> Span | None:
    """Where the word stands that says which way the figure at ``start`` went, or None."""
    low = max(0, start - 8)
    before = _LINK.sub("", text[low:start])
    match = _directions().search(before)
    return (low + match.start(), low + match.end()) if match else None


@lru_cache(maxsize=1)
def _ways() -> re.Pattern[str]:
    words = "|".join(word for _, said in load_table("directions") for word in said.split() if len(word) > 1)
    return re.compile(words)


def says_direction(text: str) -> bool:
    """The text says that something rose or fell, which no words beside it prove."""
    return _ways().search(text) is not None


def _sign(before: str) -> int:
    if before.endswith(("-", "－", "−")):
        return -1
    match = _directions().search(_LINK.sub("", before))
    return 0 if match is None else 1 if match["up"] else -1


def _role(before: str, after: str, sort: str) -> str:
    if sort in ("date", "clock"):
        if _BEGINS.match(after):
            return "from"
        if _UP_TO.search(before) or _ENDS.match(after):
            return "to"
    if _FROM.search(before) and _CHANGES.match(after):
        return "from"
    return "to" if _TO.search(before) else ""


def rivals(one: Value, other: Value) -> bool:
    """Both are values of one sort: where the one stands the other cannot."""
    if one.sort == "percent" and bool(one.sign) != bool(other.sign):
        return False  # 增长8.4% and 占8.4%
    return one.sort == other.sort and {one.role, other.role} != {"from", "to"}


def comparable(one: Value, other: Value) -> bool:
    """May the one stand for the other: the same sort, or counted with a word for any thing (17个, 17家)."""
    if one.sort == other.sort:
        return True
    if "bare" in (one.sort, other.sort):
        return one.is_figure and other.is_figure and "percent" not in (one.sort, other.sort)
    return one.is_figure and other.is_figure and ("个" in (one.unit, other.unit) or _counted(one, other))


def _counted(one: Value, other: Value) -> bool:
    any_thing = {unit for unit, (family, _) in unit_families().items() if family == "any"}
    return one.unit in any_thing and other.unit in any_thing


def same(claimed: Value, printed: Value, year: int | None = None) -> bool:
    """The printed value is what was claimed; a claim may say less (9月 for 9月18日), never more.

    Args:
        year: of the page, for dates printed without one.
    """
    if not comparable(claimed, printed):
        return False
    if isinstance(claimed.number, tuple) or isinstance(printed.number, tuple):
        return _same_date(claimed, printed, year) and {claimed.role, printed.role} != {"from", "to"}
    if claimed.sort == "money" and _currency(claimed.unit) != _currency(printed.unit):
        return False
    if not _equal(claimed, printed.number):
        return False
    opposed = claimed.sign * printed.sign < 0
    return not opposed and not (claimed.role and printed.role and claimed.role != printed.role)


def _equal(claimed: Value, number: float) -> bool:
    if isinstance(claimed.number, tuple):
        return False
    if is_same(claimed.number, number):
        return True
    return claimed.within is not None and admits(claimed.within, number)


def rounds_to(claimed: Value, computed: float) -> bool:
    """A computed number is the claimed one as far as that is written: 45.3% for 45.27."""
    if isinstance(claimed.number, tuple):
        return False
    digits = re.search(r"\d+(?:\.(?P<rest>\d+))?", claimed.text)
    printed = float(digits[0]) if digits else 0.0
    scale = abs(claimed.number / printed) if printed else 1.0
    place = 10.0 ** -len(digits["rest"] or "") if digits else 1.0
    return _equal(claimed, computed) or abs(claimed.number - computed) <= place * scale / 2 + 1e-9


def _same_date(claimed: Value, printed: Value, year: int | None) -> bool:
    if not isinstance(claimed.number, tuple) or not isinstance(printed.number, tuple):
        return False
    for at, (said, told) in enumerate(zip(claimed.number, printed.number, strict=True)):
        if at == 0 and told is None:
            told = year
            if told is None or printed.number[1] is None:
                continue
        if said is not None and said != told:
            return False
    month = _ENDS_OF_YEAR.get(claimed.text[-2:])
    if month is not None:
        return printed.text.endswith(claimed.text[-2:]) or printed.number[1] in month
    part, day = _PART.search(claimed.text), printed.number[2]
    if part is None or part[0] in printed.text:
        return True
    return day is not None and day in _PARTS[part[0]]


def _currency(unit: str) -> str:
    return "元" if unit in ("元", "块", "块钱", "元人民币") else unit[:1]
