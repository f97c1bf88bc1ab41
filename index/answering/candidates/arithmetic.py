"""Exact arithmetic with printed amounts: what is computed keeps the printed unit and has no float noise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from index.language.lexicon import load_pattern
from index.language.numerals import SCALES, Quantity, find_quantities
from index.language.scripts import fold

_CLOCK = load_pattern("answering.arithmetic.clock")
_SECONDS = {"小时": 3600, "个小时": 3600, "分钟": 60, "秒": 1}
_BIG = ("", "万", "亿", "万亿")


@dataclass(frozen=True, slots=True)
class Amount:
    """A printed value.

    Attributes:
        value: in the base unit (元, 个, 秒 for times of several parts). scale: 万, 亿 … as printed, or "".
        unit: as printed without the scale. text: as printed. clock: a time of hours, minutes, seconds.
    """

    value: Decimal
    scale: str
    unit: str
    text: str
    clock: bool = False

    @property
    def number(self) -> Decimal:
        """The printed number, without its scale."""
        return self.value / _factor(self.scale)


def scaled_as(bare: Amount, other: Amount) -> Amount:
    """A number without a unit, read in the unit of another."""
    return Amount(
        bare.value * _factor(other.scale), other.scale, other.unit, f"{bare.text}{other.scale}{other.unit}"
    )


def exact(quantity: Quantity) -> Amount:
    """The amount of a quantity, exact: 0.1 is one tenth."""
    scale = Decimal(int(SCALES[quantity.scale]))
    return Amount(Decimal(str(quantity.number)) * scale, quantity.scale, quantity.unit, quantity.text)


def read_amount(text: str) -> Amount | None:
    """The first amount of ``text`` (7分40秒, 1.2万人, 26%), or None."""
    folded = fold(text)
    clock = next((m for m in _CLOCK.finditer(folded) if sum(g is not None for g in m.groups()) > 1), None)
    if clock is not None:
        seconds = int(clock["h"] or 0) * 3600 + int(clock["m"] or 0) * 60 + int(clock["s"] or 0)
        return Amount(Decimal(seconds), "", "秒", text[clock.start() : clock.end()], clock=True)
    quantity = next((q for q in find_quantities(folded) if q.kind != "ordinal"), None)
    return exact(quantity) if quantity is not None else None


def alike(first: Amount, second: Amount) -> bool:
    """Whether two amounts can be added or subtracted."""
    return first.clock == second.clock and _base_unit(first.unit) == _base_unit(second.unit)


def _base_unit(unit: str) -> str:
    return _SAME_UNITS.get(unit, unit)


_SAME_UNITS = {"块": "元", "块钱": "元", "元人民币": "元", "余人": "人", "名": "人", "位": "人", "余个": "个",
               "项": "个", "个小时": "小时", "平米": "平方米", "千米": "公里", "％": "%"}  # fmt: skip


def difference(high: Amount, low: Amount, asked: str | None = None) -> tuple[str, str]:
    """(``high`` − ``low`` with its unit, the arithmetic): 14.3分, 94.6分－80.3分＝14.3分（推算）.

    Args:
        asked: 亿 or 万 where the question asks for so many of them.
    """
    said = _said(high.value - low.value, (high, low), apart=True)
    if asked in _BIG[1:3] and high.unit == "元":
        said = f"{plain((high.value - low.value) / _factor(asked))}{asked}元"
    return said, f"{high.text}－{low.text}＝{said}（推算）"


def total(amounts: Sequence[Amount]) -> tuple[str, str]:
    """(the sum with its unit, the arithmetic)."""
    said = _said(sum((a.value for a in amounts), Decimal(0)), amounts)
    return said, f"{'＋'.join(a.text for a in amounts)}＝{said}（推算）"


def product(rate: Amount, count: Amount) -> tuple[str, str]:
    """(``rate`` × ``count`` in the unit of the rate, the arithmetic); large sums in 万 or 亿."""
    value = rate.value * count.value
    said = _said(value, (Amount(value, _scale_of(value), rate.unit, ""),))
    return said, f"{rate.text}×{count.text}＝{said}（推算）"


def quotient(whole: Amount, count: Amount) -> tuple[str, str]:
    """(``whole`` ÷ ``count`` in the unit of the whole, the arithmetic): an average."""
    value, scale = whole.value / count.value, whole.scale
    while scale in _BIG[1:] and value < _factor(scale) / 10:
        scale = _BIG[_BIG.index(scale) - 1]  # 1.46亿元 among 730 are 20万元
    rounded, sure = next(one for digits in (3, 2) if (one := _rounded(value / _factor(scale), digits))[1] or digits < 3)
    said = f"{'' if sure else '约'}{rounded}{scale}{whole.unit}"
    return said, f"{whole.text}÷{count.text}{'＝' if sure else '≈'}{rounded}{scale}{whole.unit}（推算）"


def share(part: Amount, whole: Amount) -> tuple[str, str]:
    """(``part`` of ``whole`` in percent, one decimal, the arithmetic): 约70.6%."""
    rounded, sure = _rounded(part.value * 100 / whole.value, 1)
    said = f"{'' if sure else '约'}{rounded}%"
    return said, f"{part.text}÷{whole.text}{'＝' if sure else '≈'}{rounded}%（推算）"


def before_rate(level: Amount, percent: Decimal) -> tuple[str, str]:
    """(the level before a change of ``percent``, the arithmetic): 105亿元 after 5% was 100亿元."""
    value = level.value / (1 + percent / 100)
    whole = _base_unit(level.unit) in ("个", "人", "家", "户") and not level.scale
    rounded, sure = _rounded(value / _factor(level.scale), 0 if whole else 2)
    sign = "＋" if percent >= 0 else "－"
    equal = "＝" if sure else "≈"
    said = f"{'' if sure else '约'}{rounded}{level.scale}{level.unit}"
    shown = f"{level.text}÷（1{sign}{plain(abs(percent))}%）{equal}{rounded}{level.scale}{level.unit}（推算）"
    return said, shown


def of_rate(done: Amount, percent: Decimal) -> tuple[str, str]:
    """(the plan of which ``done`` is ``percent``, the arithmetic)."""
    value = done.value * 100 / percent
    rounded, sure = _rounded(value / _factor(done.scale), 2)
    said = f"{'' if sure else '约'}{rounded}{done.scale}{done.unit}"
    return (
        said,
        f"{done.text}÷{plain(percent)}%{'＝' if sure else '≈'}{rounded}{done.scale}{done.unit}（推算）",
    )


def portion(whole: Amount, percent: Decimal) -> tuple[str, str]:
    """(so much percent of ``whole``, the arithmetic): 1200万元×30%＝360万元（推算）."""
    said = _said(whole.value * percent / 100, (whole,))
    return said, f"{whole.text}×{plain(percent)}%＝{said}（推算）"


def rest(whole: Amount, parts: Sequence[Amount]) -> tuple[str, str]:
    """(``whole`` less all ``parts``, the arithmetic): 900万元－600万元－100万元＝200万元（推算）."""
    said = _said(whole.value - sum((part.value for part in parts), Decimal(0)), (whole, *parts), apart=True)
    return said, f"{'－'.join(one.text for one in (whole, *parts))}＝{said}（推算）"


def plain(value: Decimal) -> str:
    """A number without exponent and without zeros at its end."""
    text = format(value.normalize(), "f")
    return text if text != "-0" else "0"


def _rounded(value: Decimal, digits: int) -> tuple[str, bool]:
    """(the number to so many decimals, whether nothing was cut off)."""
    rounded = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return plain(rounded), rounded == value


def _factor(scale: str) -> Decimal:
    return Decimal(int(SCALES[scale]))


def _scale_of(value: Decimal) -> str:
    return "亿" if abs(value) >= 10**8 else "万" if abs(value) >= 10**4 else ""


def _said(value: Decimal, operands: Sequence[Amount], *, apart: bool = False) -> str:
    """A value with the unit of its operands, in the largest scale that they are printed in.

    Args:
        apart: the value lies between the operands: 2.1万吨－1.4万吨 are 0.7万吨, and not 7000吨.
    """
    if operands[0].clock:
        return clock_text(value)
    scale = max((a.scale for a in operands), key=lambda s: SCALES[s])
    unit = operands[0].unit
    if apart and unit in ("%", "％"):
        unit = "个百分点"
    number = plain(value / _factor(scale))
    kept = apart and all(a.scale == scale for a in operands) and abs(value) >= _factor(scale) / 100
    while scale in _BIG[1:] and (
        len(number.partition(".")[2]) > 4 or (0 < abs(value) < _factor(scale) and not kept)
    ):
        scale = _BIG[_BIG.index(scale) - 1]
        number = plain(value / _factor(scale))
    return f"{number}{scale}{unit}"


def read_time(text: str) -> Decimal | None:
    """The seconds of 1小时52分钟, 48分钟; None for anything else."""
    amount = read_amount(text)
    if amount is None:
        match = _CLOCK.match(fold(text).strip())
        held = match.groupdict() if match else {}
        parts = [Decimal(held[key]) * times for key, times in (("h", 3600), ("m", 60), ("s", 1)) if held.get(key)]
        return sum(parts, Decimal(0)) if parts else None
    if amount.clock:
        return amount.value
    return amount.value * _SECONDS[amount.unit] if amount.unit in _SECONDS else None


def clock_text(seconds: Decimal) -> str:
    """85 → 1分25秒; whole minutes as 5分钟."""
    hours, rest = divmod(int(seconds), 3600)
    minutes, left = divmod(rest, 60)
    said = f"{hours}小时" if hours else ""
    if minutes:
        said += f"{minutes}分" if left else f"{minutes}分钟"
    return said + (f"{left}秒" if left or not said else "")
