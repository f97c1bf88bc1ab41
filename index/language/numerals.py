"""Numbers in Chinese text: Arabic, Chinese and mixed numerals with their scale and unit.

A quantity keeps what is printed (number, scale, unit) beside its base value, so that 62.4亿元,
六十二亿四千万元 and 624000万元 compare as equal while each is quoted as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.language.lexicon import load_table

DIGITS = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "一": 1,
    "壹": 1,
    "二": 2,
    "两": 2,
    "贰": 2,
    "俩": 2,
    "三": 3,
    "仨": 3,
    "叁": 3,
    "四": 4,
    "肆": 4,
    "五": 5,
    "伍": 5,
    "六": 6,
    "陆": 6,
    "七": 7,
    "柒": 7,
    "八": 8,
    "捌": 8,
    "九": 9,
    "玖": 9,
}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
SCALES = {
    "": 1.0,
    "十": 1e1,
    "百": 1e2,
    "千": 1e3,
    "万": 1e4,
    "十万": 1e5,
    "百万": 1e6,
    "千万": 1e7,
    "亿": 1e8,
    "万亿": 1e12,
}

_FULL = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
_ARABIC = r"[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?"
_CHINESE = (
    r"[零〇○一二两三四五六七八九十百千][零〇○一二两三四五六七八九十百千]*(?:点[零〇一二三四五六七八九]+)?"
)
_MIXED = r"(?:[零〇一二两三四五六七八九十百千]+[万亿])+[零〇一二两三四五六七八九十百千]*"
_JOINED = r"[0-9０-９]+亿[0-9０-９]{1,4}万"  # 1亿2000万元
_AFTER_TENTHS = r"[，。；、,;：:）)？?]|[多以左的上]|$"  # 八成 as a share; no 五成熟, 六成班
_SCALE = r"(?:万亿|千万|百万|十万|亿|万|千|百)"

OF_PEOPLE = ("人", "名", "位")  # units that count heads
# units of a day, an hour, a line: their numbers are no amounts
OF_TIME = ("号", "点", "日", "时", "月", "年", "期", "路", "天", "岁", "分")


PAST, ROUND = "过", "百千万"  # 过百亿元, a round number that is passed; in 走过20公里 none is


def is_same(one: float, other: float) -> bool:
    """Two printed forms of one amount, but for what floating point makes of them."""
    return abs(one - other) <= 1e-6 * max(1.0, abs(other))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    Attributes:
        start, end: offsets of number and unit in the text (code points, end exclusive), without modality.
        number: as printed (62.4); for ranges the first. scale: 亿, 万, … or "".
        unit: printed unit without the scale (元, 个, 亩), or "" for a bare number.
        kind: money, percent, points, count, measure, duration, age, ordinal or bare.
        modality: 约, 超, 不足, 预计 …, or None.
        text: as printed, from start to end.
        approximate: 余 or 多 stands inside (190多亿元).
    """

    start: int
    end: int
    number: float
    scale: str
    unit: str
    kind: str
    modality: str | None
    text: str
    approximate: bool = False

    @property
    def value(self) -> float:
        """The base value: 62.4亿元 is 6,240,000,000 (元)."""
        return round(self.number * SCALES[self.scale], 6)


@lru_cache(maxsize=8192)
def parse_number(text: str) -> float:
    """The value of an Arabic, Chinese or mixed numeral (62.4, 1,200, 三百二十, 六十二亿四千万, 3万, 十五点六).

    Raises:
        ValueError: ``text`` is not a numeral.
    """
    plain = text.strip().translate(_FULL).replace(",", "")
    match = re.fullmatch(rf"([0-9]+(?:\.[0-9]+)?)({_SCALE})?", plain)
    if match:
        return round(float(match[1]) * SCALES[match[2] or ""], 6)
    if joined := re.fullmatch(r"([0-9]+)亿([0-9]+)万", plain):
        return int(joined[1]) * 1e8 + int(joined[2]) * 1e4
    if not plain or not set(plain) <= set(DIGITS) | set(SMALL) | set(LARGE) | {"点"}:
        raise ValueError(f"not a numeral: {text!r}")
    whole, _, fraction = plain.partition("点")
    scale = 1.0
    if fraction and fraction[-1] in LARGE:
        scale = LARGE[fraction[-1]]
        fraction = fraction[:-1]
    if any(sign not in DIGITS for sign in fraction):
        raise ValueError(f"not a numeral: {text!r}")
    tail = float("0." + "".join(str(DIGITS[sign]) for sign in fraction)) if fraction else 0.0
    return round((_whole(whole) + tail) * scale, 6)


def _whole(text: str) -> float:
    """三百二十 → 320; 二〇二三 → 2023; 一万二 → 12000 (colloquial tail)."""
    if all(sign in DIGITS for sign in text):
        return float("".join(str(DIGITS[sign]) for sign in text) or 0)
    total = section = digit = last = 0
    unit = 1
    for sign in text:
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif sign in SMALL:
            section += (digit or 1) * SMALL[sign]
            digit, unit = 0, SMALL[sign]
        else:
            grows = LARGE[sign] > last  # 三万亿: the larger scale takes all before it
            total = (
                (total + section + digit) * LARGE[sign] if grows else total + (section + digit) * LARGE[sign]
            )
            section, digit, unit, last = 0, 0, LARGE[sign], LARGE[sign]
    if digit and unit > 1 and text[-2] not in "零〇○" and unit != 10:
        digit *= unit // 10
    return float(total + section + digit)


@lru_cache(maxsize=1)
def unit_families() -> dict[str, tuple[str, float]]:
    """Unit → (what it measures: area, length …, how many of the base unit it is)."""
    return {unit: (family, float(base)) for family, unit, base in load_table("unit_families")}


@lru_cache(maxsize=1)
def units() -> dict[str, str]:
    """Unit → kind, from the lexicon."""
    return {row[0]: row[1] for row in load_table("units")}


@lru_cache(maxsize=1)
def modality_words() -> dict[str, str]:
    """Word → modality, from the lexicon."""
    return {word: row[0] for row in load_table("modality") for word in row[1].split()}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(unit) for unit in sorted(units(), key=len, reverse=True))
    return re.compile(
        rf"(?P<percent>百分之(?P<pc>{_CHINESE}|{_ARABIC}))"
        r"|(?P<coins>(?P<yuan>[0-9]+)\s?[元块]\s?(?P<jiao>[0-9])\s?[角毛](?:(?P<fen>[0-9])分)?)"
        rf"|(?P<tenths>(?P<tn>[一二三四五六七八九]|[1-9])成(?P<half>半)?)(?={_AFTER_TENTHS})"
        rf"|(?P<ordinal>第\s?(?P<on>{_ARABIC}|{_CHINESE}))"
        rf"|(?P<number>{_MIXED}|{_JOINED}|{_ARABIC}|{_CHINESE})\s?(?P<more>[余多])?(?P<scale>{_SCALE})?(?P<more2>[余多])?\s?(?P<unit>{names})?"
    )


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    words = "|".join(sorted(modality_words(), key=len, reverse=True))
    return re.compile(rf"({words})(?:为|完成|达到|达|实现)?$")


@lru_cache(maxsize=1)
def _before_ends() -> frozenset[str]:
    """The last letters of what ``_before`` finds."""
    return frozenset("为成到达现").union(word[-1] for word in modality_words())


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    return re.compile(r"(左右|以上|以下|以内|上下)")


# a Chinese numeral before these is a word, not a quantity: 一带一路, 一批, 一家人, 三农, 第一时间, 一下
_WORDS_AFTER = frozenset("一带些下边旦直般律样同定切起致面方路线体心经生共行再度流")
_GRADE = re.compile(r"级|一贯制|制")  # 一年级, 九年一贯制学校
_NAMED_SO = re.compile(r"[\u4e00-\u9fff]{0,4}(?:宴|跑|会|展|赛|唱|舞|行|游|营|工程|计划|行动|操|团)")  # 千人油茶宴
_PROGRAMME = re.compile(r"[两三四五六七八九十]个一批?")  # 三个一批 is a name
_IDIOMS = re.compile(
    r"^(?:一(?:批|家|个|块|起|次性|类|度|代|位|章|点|片|方|级|对|口|支|部|期)|零部件?|千家|百年|万家|四方|八方|三农|两会)"
)


@lru_cache(maxsize=4096)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of ``text``, in order, without overlaps.

    Chinese numerals count only with a unit that makes them a quantity (八个单位, 三百亩); bare
    Arabic numbers are returned with kind ``bare``; 第三 with kind ``ordinal``.
    """
    found: list[Quantity] = []
    for match in _pattern().finditer(text):
        if text.startswith("百分之", match.start()) and not match["percent"]:
            continue
        quantity = _quantity(text, match)
        if quantity:
            found.append(quantity)
    return tuple(found)


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    if match["percent"]:
        return _made(text, start, end, parse_number(match["pc"]), "", "%", "percent")
    if match["coins"]:
        return _made(text, start, end, float(f"{match['yuan']}.{match['jiao']}{match['fen'] or ''}"), "", "元", "money")
    if match["tenths"]:
        tenths = parse_number(match["tn"]) + (0.5 if match["half"] else 0.0)
        return _made(text, start, end, 10 * tenths, "", "%", "percent")
    if match["ordinal"]:
        return _made(text, start, end, parse_number(match["on"]), "", "", "ordinal")
    raw, scale, unit = match["number"], match["scale"] or "", match["unit"] or ""
    while end > start and text[end - 1].isspace():
        end -= 1
    arabic = raw[0].isascii() or raw[0] in "０１２３４５６７８９"
    if not arabic and not _is_quantity(text, match, unit, scale):
        return None
    try:
        number = parse_number(raw)
    except ValueError:
        return None
    if not arabic or "亿" in raw:
        number, scale = _rescaled(number, raw, scale)
    kind = units()[unit] if unit else "bare"
    quantity = _made(text, start, end, number, scale, "%" if unit == "％" else unit, kind)
    more = bool(match["more"] or match["more2"])
    return (
        quantity
        if not more
        else Quantity(
            start, end, number, scale, quantity.unit, kind, quantity.modality or "超", quantity.text, True
        )
    )


def _rescaled(number: float, raw: str, scale: str) -> tuple[float, str]:
    """六十二亿四千万 → (62.4, 亿): a Chinese numeral that holds its scale is given back in it."""
    for sign in ("亿", "万"):
        if not scale and sign in raw:
            return round(number / LARGE[sign], 6), sign
    return number, scale


def _is_quantity(text: str, match: re.Match[str], unit: str, scale: str) -> bool:
    raw = match["number"]
    if not unit and not scale and not any(sign in raw for sign in "万亿"):
        return False
    if match.start() and text[match.start() - 1] in "第之统唯专单初星周":
        return False
    piece = text[match.start() : match.end() + 2]
    if raw in ("百", "千", "万") and unit == "人" and _NAMED_SO.match(text, match.end()):
        return False  # 千人油茶宴, 万人长跑
    if _PROGRAMME.match(piece) or (unit == "年" and _GRADE.match(text, match.end())):
        return False
    if raw in ("零", "一", "千", "百", "万", "两", "十", "百千") and (
        _IDIOMS.match(piece) or piece[1:2] in _WORDS_AFTER
    ):
        return piece.startswith("一") and bool(re.match(r"一[所座条项名户间栋台辆]", piece))
    return bool(unit) or len(raw) > 1


def _made(text: str, start: int, end: int, number: float, scale: str, unit: str, kind: str) -> Quantity:
    near = text[start - 1 : start] in _before_ends() if start else False
    before = _before().search(text[max(0, start - 8) : start]) if near else None
    if before is not None and before[1] == PAST and text[start] not in ROUND:
        before = None
    after = _after().match(text[end : end + 2]) if text[end : end + 1] in "左以上" else None
    word = before[1] if before else after[1] if after else None
    return Quantity(start, end, number, scale, unit, kind, modality_words().get(word or ""), text[start:end])
