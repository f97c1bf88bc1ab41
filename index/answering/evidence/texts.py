"""Every sentence that answering can say, in one place."""

from __future__ import annotations

from collections.abc import Sequence

from index.language.numerals import Quantity
from index.records import Investment

MODALITY_FIRST = ("预计", "拟", "力争", "约", "超", "不足")

EMPTY = "请输入一个问题，例如“第七期开工一批有哪些项目？”"
NOTHING_INDEXED = "公报库里还没有文章，请管理员先导入一份公报。"
NO_PERIOD = "公报未提及{period}{what}。"
NO_YEAR = "公报未提及{year}年的{what}。"
NO_PLACE = "公报未提及{place}的{what}。"
NO_SCOPE = "公报只写了{district}的情况，未提及{scope}的{what}。"
NO_ENTITY = "公报未提及“{what}”。"
NO_ATTRIBUTE = "公报未提及{subject}的{what}。"
IN_THE_ORDER = "按“分别”的次序，{name}为{said}。"
NO_SIGNATURE = "公报的《{title}》没有署{role}。"
NO_ATTRIBUTE_PLAIN = "公报未提及{what}。"
NOT_STATED = "公报提到{what}，但未写明{asked}。"
NO_LIST = "公报只给出{subject}的数量，未列出名单。"
LISTED_OF = "共{count}个，公报列出其中的{listed}个"
NEWEST_SHOWN = "共{count}篇，这是较新的{shown}篇"
PART_OF_ALL = "表中只列出一部分，这是表中的个数。"
NO_LEAF = "公报没有写明是第几版。"
SUMMED_UP = "各批相加得出，公报未直接写明合计"
NONE_WITHIN = "没有"
NONE_OF_ROWS = "公报写明{kind}的{count}个项目中，没有{bound}的。"
PARTIAL_LIST = "公报未列出{subject}的完整名单。"
PRIVATE = "公报未提及{who}的个人信息，这类信息也不便提供。"
PRIVATE_PRINTED = "这是{who}的个人信息，不便提供。"
OPINION = "公报只记载事实，没有这方面的评价或预测。"
CONFLICT = "公报说法不一：{versions}。"
VERSION = "{date}写{value}"
UNDATED = "日期不明的一篇"
ONLY_SO_MANY = "上一个回答只列出{number}个。"
VOUCHED = "公报里是这样写的：{answer}"
WHICH = "哪些{sort}"
AS_LISTED = "按公报列出的顺序。"
ONLY_LISTED = "公报列出的共{count}个，没有第{nth}个"
RECKONED = "按公报里的数字算得：{answer}"
PRINTED_IN = "《{title}》：“{said}”"
STANDS_IN = "出自《{title}》：{said}"
OFF_TOPIC = "这不是公报里的内容，公报未提及。"
NEAREST = "公报里最接近的一句："
KNOWN = "已知：{what}"
ASSUMED_PERIOD = "问题没有说明期次，按最新的{period}回答"
OTHER_PERIODS = "公报里还有{periods}"
DERIVED = "由{parts}相加得出，公报未直接写明"
PREMISE_ROW = "{name}的{what}是{right}，不是{wrong}"
PREMISE_COUNT = "{subject}是{right}，不是{wrong}。"
ABOVE = "{name}为{said}，高于{limit}"
SAYS = "公报写的是“{said}”。"
OTHER_DAYS = "公报写的是“{said}”，没有{day}。"
NOT_ABOVE = "{name}为{said}，不高于{limit}"
NONE_ABOVE = "都没有超过"
LISTED_IN = "列入{batch}"
AMBIGUOUS_DISTRICT = "公报库里有{count}个地区，请问您问的是哪一个？"
PERIODS_BOTH = "{first}；{second}"


def period_name(period: int | str | None) -> str:
    """7 → 第七期, "1-5" → 前五期, other words as printed."""
    if period is None:
        return ""
    if isinstance(period, int):
        return f"第{chinese(period)}期"
    first, _, last = period.partition("-")
    if first == "1" and last.isdigit():
        return f"前{chinese(int(last))}期"
    return period


def chinese(number: int) -> str:
    """1 to 99 in Chinese numerals."""
    digits = "零一二三四五六七八九"
    if number < 10:
        return digits[number]
    tens, ones = divmod(number, 10)
    if tens >= 10:
        return str(number)
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")


def day(iso: str | None) -> str:
    """2024年3月4日 for an ISO date; words where there is none."""
    if not iso:
        return UNDATED
    return f"{iso.split('-')[0]}年{day_of_year(iso)}"


def day_of_year(iso: str) -> str:
    """3月4日 for an ISO date."""
    _, month, number = iso.split("-")
    return f"{int(month)}月{int(number)}日"


def number_text(value: float) -> str:
    """5.0 → 5, 31.20 → 31.2; at most four decimals."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def amount_text(amount: Investment) -> str:
    """As printed, without what stands before it: 56500万元."""
    return f"{number_text(amount.value)}{amount.unit}{amount.currency}"


_SCALE = {"亿": 1e8, "万": 1e4, "": 1.0}


def difference_said(high: Quantity, low: Quantity) -> tuple[str, str]:
    """(the difference with its unit, the arithmetic): 60张, 120张－60张＝60张（推算）.

    Args:
        high, low: of the same unit; the greater first.
    """
    scale = max(high.scale, low.scale, key=lambda s: _SCALE.get(s, 1.0))
    unit = f"{scale}{'个百分点' if high.unit == '%' else high.unit}"
    said = f"{number_text(round((high.value - low.value) / _SCALE.get(scale, 1.0), 4))}{unit}"
    return said, f"{high.text}－{low.text}＝{said}（推算）"


def sum_said(parts: Sequence[tuple[str, Quantity]]) -> tuple[str, str]:
    """(the sum with its unit, the arithmetic): 9个, 窗口6个＋便民点3个＝9个（推算）.

    Args:
        parts: names with values of one unit.
    """
    scale = max((q.scale for _, q in parts), key=lambda s: _SCALE.get(s, 1.0))
    total = round(sum(q.value for _, q in parts) / _SCALE.get(scale, 1.0), 4)
    said = f"{number_text(total)}{scale}{parts[0][1].unit}"
    return said, f"{'＋'.join(f'{name}{q.text}' for name, q in parts)}＝{said}（推算）"


def share_said(part: Quantity, whole: Quantity) -> tuple[str, str]:
    """(the share in percent, rounded to one decimal, the arithmetic): 约70.6%, 32.58亿度÷46.13亿度≈70.6%（推算）."""
    share = f"{number_text(round(100 * part.value / whole.value, 1))}%"
    exact = abs(1000 * part.value / whole.value - round(1000 * part.value / whole.value)) < 1e-6
    return ("" if exact else "约") + share, f"{part.text}÷{whole.text}{'＝' if exact else '≈'}{share}（推算）"


def step_said(start: Quantity, end: Quantity) -> tuple[str, str]:
    """(how far a value moved, the arithmetic): 多7550元, 11850元－4300元＝7550元（推算）."""
    high, low = (end, start) if end.value > start.value else (start, end)
    said, detail = difference_said(high, low)
    return f"{'多' if end.value > start.value else '少'}{said}", detail


def quotient_said(amount: Quantity, count: Quantity) -> tuple[str, str]:
    """(an amount shared evenly, the arithmetic): 11.4亿元, 68.4亿元÷6个＝11.4亿元（推算）."""
    value = amount.value / count.value
    scale, size = next(((s, n) for s, n in (("亿", 1e8), ("万", 1e4)) if value >= n), ("", 1.0))
    rounded = round(value / size, 3)  # 5.625亿元 is exact, as a third of an amount is not
    exact = abs(rounded - value / size) < 1e-9 and (size > 1 or rounded == int(rounded))
    rounded = rounded if exact else round(value / size, 2 if size > 1 else 0)
    said = f"{'' if exact else '约'}{number_text(rounded)}{scale}{amount.unit}"
    return said, f"{amount.text}÷{count.text}{'＝' if exact else '≈'}{said.lstrip('约')}（推算）"


def product_said(price: Quantity, count: Quantity) -> tuple[str, str]:
    """(so much each for all, the arithmetic): 160万元, 5万元×32家＝160万元（推算）."""
    value = price.value * count.value
    scale, size = next(((s, n) for s, n in (("亿", 1e8), ("万", 1e4)) if value >= n), ("", 1.0))
    about = "约" if price.approximate or price.modality or count.modality else ""
    said = f"{about}{number_text(round(value / size, 4))}{scale}{price.unit}"
    return said, f"{price.text}×{count.text}＝{said.lstrip('约')}（推算）"


def goal_said(done: Quantity, rate: float) -> tuple[str, str]:
    """(the goal, the arithmetic) where ``rate`` % of it is done: 500亿元, 412亿元÷82.4%＝500亿元（推算）."""
    value = done.value / _SCALE.get(done.scale, 1.0) / rate * 100
    rounded = round(value, 1)
    exact = abs(rounded - value) < 1e-6
    said = f"{'' if exact else '约'}{number_text(rounded)}{done.scale}{done.unit}"
    return said, f"{done.text}÷{number_text(rate)}%{'＝' if exact else '≈'}{said.lstrip('约')}（推算）"
PROPOSED = "公示拟任{office}。"
PROPOSED_IS = "公示中{name}拟任{office}，尚未写明已任命。"
NO_HOLDER = "公报未提及现任的{office}。"
NOT_YET = "没有，{plan}"
NO_WINNER = "公报未写明{award}是谁。"
IS_OFFICE = "是，{name}是{office}"
IS_CALLED = "不是，公报里{name}是{office}"
IS_NO_OFFICE = "不是，公报中{name}的职务是{office}"
OTHER_OFFICE = "公报中{name}的职务是{office}，不是{said}。"
OTHER_PROPOSAL = "公报中{name}拟任{office}，不是{said}。"
ALREADY = "公报写明{name}已列入{group}。"
AMONG_ROWS = "按公报列出起止时间的{count}个项目比较。"
