"""Dates in Chinese text, and the year of a date that is printed without one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from index.language.lexicon import load_words

_DAY = r"(?:\d{4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?[日号]"
_CLOCK = r"(?:上午|下午|晚上?|凌晨|中午|早上?)?\s?(?:\d{1,2}(?:时|点|[:：]\d{2})(?:\d{1,2}分|半|整|许)?|零[时点])"
_YEAR_NAMED = r"(?:(?:今年|明年|次年|翌年)\s?)"  # 自11月1日至明年3月31日
_TO = r"\s?(?:至|到|—{1,2}|-{1,2}|~|～|－)\s?"
_HALF = r"(?:凌晨|清晨|早晨|早上?|上午|中午|下午|傍晚|晚上?|夜里|深夜)"
_O_CLOCK = r"(?:\d{1,2}|十[一二]?|[一二两三四五六七八九])点"
_AT = rf"{_O_CLOCK}(?:半|整|钟|\d{{1,2}}分|[一二三四五]?十[一二三四五六七八九]?分|一刻|三刻)?"
_NEXT = r"(?:次日|第二天|翌日|当[日天])?"
# 12月10日至明年3月底
_MONTH_END = rf"(?:(?:{_YEAR_NAMED}|\d{{4}}\s?年\s?)?(?:1[0-2]|[1-9])\s?月(?:底|初|末|[上中下]旬)(?:前)?|[今明]?年底)"
_HOURS = rf"\s?(?:{_CLOCK})(?:{_TO}{_NEXT}(?:{_CLOCK}))?(?:[、，和](?:{_CLOCK}){_TO}(?:{_CLOCK}))*"
_ERA = rf"(?:{'|'.join(name for line in sorted(load_words('eras')) for name in line.split())})"
_LENGTHS = (
    *"近约满达限逾超隔每延共用仅只足少长短为续期需历",
    *("共计", "总计", "累计", "合计", "提前", "推迟", "不到", "至少", "历时"),
)
_NO_SPAN = "".join(rf"(?<!{word})" for word in (*_LENGTHS, r"[\d月年./—–-]", r"[月年]\s"))  # 限期3日 is no day
_DATE = r"(?:3[01]|[12]\d|[1-9])日"
_NO_COUNT = r"(?![内游均产线间票程的以之后供处耗]|个|报[^送告名]|历)"  # 7日游
_ON = "[一二三四五六日天]"
_FESTIVAL = r"(?:春节|元旦|清明|五一|端午|中秋|国庆|元宵|重阳|除夕|寒假|暑假)"
_PATTERN = re.compile(
    rf"(?P<day>{_DAY}(?:、\d{{1,2}}[日号])*(?:[（(](?:星期|周)[一二三四五六日天][)）])?(?:上午|下午|晚上|晚|凌晨|中午)?(?:{_CLOCK})?(?:起)?"
    rf"(?:{_TO}(?:{_YEAR_NAMED}?{_DAY}|\d{{1,2}}[日号]|次日|{_MONTH_END})?(?:{_CLOCK})?(?:止)?)?)"
    rf"|(?P<dayhour>(?<![\d月年])(?:当月)?(?:[12]\d|3[01]|[1-9])日(?:上午|下午|晚上?|凌晨|中午)?\d{{1,2}}(?:时(?![间候期代段])|点|:\d{{2}})(?:\d{{1,2}}分|半|许)?)"
    rf"|(?P<days>\d{{1,2}}{_TO}\d{{1,2}}日)"
    r"|(?P<iso>(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))"
    rf"|(?P<span>(?:19|20)\d{{2}}\.\d{{1,2}}{_TO}(?:19|20)\d{{2}}\.\d{{1,2}})"
    rf"|(?P<clock>(?:每天|每日|每晚|每早|周[一二三四五六日](?:至|到)周[一二三四五六日]|工作日|法定工作日)?(?:{_CLOCK})(?:{_TO}{_NEXT}(?:{_CLOCK}))(?:[、，,;；和](?:{_CLOCK}){_TO}(?:{_CLOCK}))?)"
    r"|(?P<month>(?:(?:19|20)\d{2}\s?年\s?)?(?<!\d)(?:1[0-2]|[1-9])\s?月(?:份|底|初|中旬|上旬|下旬|末)?(?!\d))"
    r"|(?P<quarter>(?:(?:19|20)\d{2}\s?年\s?|[今明去]年)?(?:第?[一二三四]季度|前三季度|上半年|下半年|[今明去]?年[底末初])(?:前|末)?)"
    r"|(?P<monthend>(?<![\d一二三四五六七八九十个年半每])(?:本|下|当|这个)?月底(?:前)?)"
    r"|(?P<term>(?:(?:19|20)\d{2}\s?年\s?|[今明后]年)?[春秋]季(?:学期|开学)(?!期)(?:前|初)?)"
    rf"|(?P<year>(?:19|20)\d{{2}}\s?年(?:底|初|末|度)?(?!{_FESTIVAL}(?:节)?前))"
    r"|(?P<lunar>农历(?:正|[一二三四五六七八九十冬腊]{1,2})月(?:初|十|廿|二十|三十)[一二三四五六七八九十]?)"
    rf"|(?P<weekly>每(?:周|星期){_ON}(?:(?:[、和及与]|{_TO})(?:周|星期)?{_ON}(?![期次场]))*(?:{_HOURS}|(?:上午|下午|晚上?)?(?!\d)))"
    r"|(?P<newyear>除夕(?:至|到)(?:正月|大年)?初[一二三四五六七八九十]|(?:正月|大年)?初[一二三四五六七八九十](?:起|(?=开始|恢复|正常)))"
    rf"|(?P<festive>(?:正月|腊月|冬月)(?:初|十|廿|二十|三十)[一二三四五六七八九十]?{_HALF}?"
    rf"|(?:今年|明年|后年|去年|(?:19|20)\d{{2}}年)\s?{_FESTIVAL}(?:节)?(?:前夕|前后|前|后|期间|假期)?(?![夕一两三几])"
    rf"|(?<!去年)(?<!今年){_FESTIVAL}节?后(?![第一两三几\d]))"
    rf"|(?P<era>(?:[唐宋元明清]代?|清朝|明朝)?{_ERA}(?:元|[一二三四五六七八九十]{{1,3}})年|(?:[唐宋元明清]代?|清朝|明朝)?{_ERA}(?:年间|初年|末年))"
    rf"|(?P<halves>{_HALF}?{_AT}{_TO}{_NEXT}{_HALF}?{_AT})"
    rf"|(?P<spoken>(?:每[天日晚早周]|当[天晚日]|次日|翌日)?{_HALF}\s?{_O_CLOCK}(?:半|整|钟|\d{{1,2}}分|[一二三四五]?十[一二三四五六七八九]?分|一刻|三刻)?"
    rf"|(?:每[天日晚早]|当[天晚日]|次日|翌日)\s?{_O_CLOCK}(?:半|整|钟|\d{{1,2}}分)?(?!建议|要求|意见|措施)"
    rf"|(?<![\d.第]){_O_CLOCK}(?:半|整|钟(?!头)))"
    rf"|(?P<bareday>{_NO_SPAN}(?:(?:每月|本月|当月|次月|同月){_DATE}|(?:^|(?<=[\s，。；、（）：“”到至于在从自及和是—])){_DATE}"
    rf"|{_DATE}(?![\s，。；、）：]|$))(?:{_HALF}|夜)?{_NO_COUNT})"
    r"|(?P<holiday>(?:春节|元旦|清明|五一|端午|中秋|国庆|元宵)(?:节)?(?:前夕|期间|假期|后第[一二三四五]个工作日)"
    r"|(?:[明后]年\s?)?[“”\"]?(?:春节|元旦|清明|五一|端午|中秋|国庆|元宵)(?:节)?[“”\"]?(?:节)?前(?![夕后一两三几]))"
    r"|(?P<relative>今日|今天|昨日|昨天|日前|近日|明日|明天|前日)"
    rf"|(?P<hour>(?:次日|翌日)?(?:上午|下午|晚上|凌晨)\d{{1,2}}(?:时|点|[:：]\d{{2}})(?:半|\d{{1,2}}分)?"
    rf"|(?:次日|翌日)?(?<!\d)\d{{1,2}}(?:时(?:\d{{1,2}}分)?(?![间候期代段尚装差速])|[:：]\d{{2}}(?!\d)))"
)
_MONTH_DAY = re.compile(r"(?:(?P<year>\d{4})\s?年\s?)?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?[日号]")
_LUNAR = re.compile(
    r"农历(?P<month>正|[一二三四五六七八九十冬腊]{1,2})月(?P<day>(?:初|十|廿|二十|三十)[一二三四五六七八九十]?)"
)
_FIRST_WORKDAY = re.compile(r"春节(?:假期)?后(?:的)?第一个工作日")
_WEEKDAY = re.compile(r"(?:星期|周)([一二三四五六日天])")
_WEEKDAYS = "一二三四五六日"
_NUMERALS = "零一二三四五六七八九十"
FIRST, LAST = 1990, 2050


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as printed: offsets, kind (the pattern that found it), and its parts where printed."""

    start: int
    end: int
    text: str
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class DateContext:
    """What is known around a date.

    Attributes:
        issue: date of the masthead, or None. nearby: text around the mention (the sentence).
        years: explicit years printed in the article, in order. latest: no date lies behind this one.
        own: those that may be the article's own (see ``own_years``).
    """

    issue: date | None = None
    nearby: str = ""
    years: tuple[int, ...] = ()
    latest: date = field(default=date(LAST, 12, 31))
    own: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """An ISO date, or None where the year can't be known, and how the year was found."""

    iso: str | None
    basis: str


def find_dates(text: str) -> tuple[DateMention, ...]:
    """Every date, span of dates and time of day in ``text``, in order, without overlaps."""
    return tuple(_mention(match) for match in _PATTERN.finditer(text))


def _mention(match: re.Match[str]) -> DateMention:
    kind = match.lastgroup or "day"
    parts = _MONTH_DAY.search(match[0])
    if parts:
        year = int(parts["year"]) if parts["year"] else None
        return DateMention(
            match.start(), match.end(), match[0], kind, year, int(parts["month"]), int(parts["day"])
        )
    numbers = [int(n) for n in re.findall(r"\d+", match[0])]
    if kind == "iso":
        return DateMention(match.start(), match.end(), match[0], kind, *numbers[:3])
    year = numbers[0] if numbers and numbers[0] > 1900 else None
    return DateMention(match.start(), match.end(), match[0], kind, year)


def resolve(mention: DateMention, context: DateContext) -> Resolved:
    """The ISO date of a mention with month and day.

    The year comes from the first of these that decides: printed with the date; the masthead (the year
    that brings the date nearest to the issue); a lunar date beside it; a weekday beside it; the first
    workday after the Spring Festival; the one year that may be the article's own. Else it stays unknown.
    """
    if mention.month is None or mention.day is None:
        return Resolved(None, "none")
    if mention.year is not None:
        return Resolved(_iso(mention.year, mention.month, mention.day), "explicit")
    if context.issue is not None:
        return Resolved(nearest(context.issue, mention.month, mention.day), "masthead")
    for basis, years in (
        ("lunar", _lunar_years(mention, context)),
        ("holiday", _holiday_years(mention, context)),
        ("weekday", _weekday_years(mention, context)),
    ):
        agreed = [year for year in years if year in context.years] or list(years)
        if len(agreed) == 1 or (basis == "lunar" and agreed):
            return Resolved(_iso(agreed[-1], mention.month, mention.day), basis)
    if len(set(context.own)) == 1 and not _WEEKDAY.search(context.nearby):  # which that year contradicts
        return Resolved(_iso(context.own[0], mention.month, mention.day), "context")
    return Resolved(None, "none")


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def nearest(issue: date, month: int, day: int) -> str | None:
    """The day of that month and number that is nearest to ``issue``, as ISO date."""
    found = [d for year in (issue.year - 1, issue.year, issue.year + 1) if (d := _iso(year, month, day))]
    return min(found, key=lambda iso: abs(date.fromisoformat(iso) - issue), default=None)


def _years(context: DateContext) -> range:
    return range(2000, min(context.latest.year, date.today().year + 1) + 1)


def _lunar_years(mention: DateMention, context: DateContext) -> tuple[int, ...]:
    match = _LUNAR.search(context.nearby)
    if match is None:
        return ()
    wanted = (_lunar_month(match["month"]), _lunar_day(match["day"]))
    found: list[int] = []
    for year in _years(context):
        if _lunar(year, mention.month or 1, mention.day or 1) == wanted:
            found.append(year)
    return tuple(found)


@lru_cache(maxsize=1024)
def _lunar(year: int, month: int, day: int) -> tuple[int, int] | None:
    """Month and day of the lunar calendar; None for a date that does not exist."""
    from borax.calendars.lunardate import LunarDate

    try:
        lunar = LunarDate.from_solar(date(year, month, day))
    except ValueError:
        return None
    return lunar.month, lunar.day


def _lunar_month(text: str) -> int:
    return {"正": 1, "冬": 11, "腊": 12, "十一": 11, "十二": 12}.get(text) or _NUMERALS.index(text)


def _lunar_day(text: str) -> int:
    head, tail = (text[:2], text[2:]) if text[:2] in ("二十", "三十") else (text[0], text[1:])
    tens = {"初": 0, "十": 10, "廿": 20, "二十": 20, "三十": 30}[head]
    return tens + (_NUMERALS.index(tail) if tail else 0)


def _holiday_years(mention: DateMention, context: DateContext) -> tuple[int, ...]:
    if not _FIRST_WORKDAY.search(context.nearby):
        return ()
    return tuple(
        year for year in _years(context)
        if (first := _first_workday(year)) is not None and (first.month, first.day) == (mention.month, mention.day)
    )  # fmt: skip


@lru_cache(maxsize=128)
def _first_workday(year: int) -> date | None:
    """The first workday after the Spring Festival; None where the calendar's data end."""
    from datetime import timedelta

    import chinese_calendar

    try:
        days = [date(year, 1, 15) + timedelta(n) for n in range(60)]
        festival = [
            d
            for d in days
            if chinese_calendar.get_holiday_detail(d)[1] == "Spring Festival"
            and chinese_calendar.is_holiday(d)
        ]
        after = max(festival) + timedelta(1)
        while not chinese_calendar.is_workday(after):
            after += timedelta(1)
    except (NotImplementedError, ValueError):
        return None
    return after


def _weekday_years(mention: DateMention, context: DateContext) -> tuple[int, ...]:
    match = _WEEKDAY.search(context.nearby)
    if match is None:
        return ()
    wanted = 6 if match[1] in "日天" else _WEEKDAYS.index(match[1])
    return tuple(
        year for year in sorted(set(context.years)) or ()
        if (iso := _iso(year, mention.month or 1, mention.day or 1)) and date.fromisoformat(iso).weekday() == wanted
    )  # fmt: skip


_PRINTED_YEAR = re.compile(r"(?<!\d)(?<!\d[-—–~～至/])(?<!\d[-—–]{2})((?:19|20)\d{2})年")


def explicit_years(text: str) -> tuple[int, ...]:
    """Years printed as 2023年, in order; 2024—2025年度 names a season, no year."""
    return tuple(int(year) for year in _PRINTED_YEAR.findall(text))


_ANOTHER_YEAR = re.compile(r"(?:[比较自从至到于]|早在|追溯到|计划|预计|力争|确保|[拟将]|有望)\s?$")
_OF_A_DEED = re.compile(
    r"年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[上下]半年|第?[一二三四]季度|[底初末]|[上中下]旬)*(?:正式|全面|全部|顺利|即?可|才|就|[又再将])*"
    r"(?:之?前|以?[前来]|起|始?建|[成创]立|创[办建]|[动开复停竣完]工|试?投?产|投用|试生产|通[车航]|交付|启动建设|退[休伍役]|入党|毕业|搬?迁|[获被]评|出生)"
)


def own_years(text: str) -> tuple[int, ...]:
    """The printed years that may be the text's own: no year that it compares with, builds in, or tells a past of."""
    return tuple(
        int(match[1])
        for match in _PRINTED_YEAR.finditer(text)
        if not _ANOTHER_YEAR.search(text, max(match.start() - 4, 0), match.start())
        and not _OF_A_DEED.match(text, match.end() - 1)
    )


def years_of(mentions: Sequence[DateMention]) -> tuple[int, ...]:
    """Years that mentions print."""
    return tuple(m.year for m in mentions if m.year)
