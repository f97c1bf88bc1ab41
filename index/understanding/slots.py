"""Slots of a question: period, stage, year, district, date, ordinal, figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.language.lexicon import load_pattern
from index.language.numerals import Quantity, find_quantities, parse_number
from index.records import Span
from index.understanding.kinds import figure_alone
from index.understanding.periods import named_periods
from index.understanding.query import Term

_N = r"(?:\d{1,3}|[一二三四五六七八九十百]{1,4})"
_PERIOD = re.compile(
    rf"第\s?({_N})\s?期(?!间|望|待|末|初|货|刊)|(?<![\u4e00-\u9fff第（(])({_N})期(?=三个|签约|开工|投产|项目|的|一共|总|有|呢|吗|多少|几个|$)"
    rf"|(?<![\u4e00-\u9fff第（(])({_N})期(?=[和与、跟比]第?{_N}期)|(?<=[和与、跟比])({_N})期"
)
_FIRST_PERIODS = re.compile(rf"(?:前|头)({_N})期")
_STAGES = (
    ("签约", re.compile(r"签约|签了约|签下|已签|签的|签(?=一批|那批|的那)")),
    ("开工", re.compile(r"开工(?!率)|动工|破土")),
    ("投产", re.compile(r"投产(?!率)")),
    ("竣工", re.compile(r"竣工(?!率|时间|日期)")),
    ("达产", re.compile(r"达产(?!率|后)")),
    ("在建", re.compile(r"在建")),
)
_WHOLES = frozenset(("合计", "累计"))
_OWN_STAGE_END = (
    r"(?=[”\"]?(?:类(?!似|别)|一批|那批|这批|批(?!准|发)|的?项目|的呢|的(?:有|是|都|已|全|投|总|那?\d|几|[多少增减]|比)"
    r"|(?:总共|一共)?(?:有|是)?(?:几|多少)[个亿]|呢|[和跟与比、]))"
)
_SEVERAL = 2
_SHORT = 2  # code points: such a name may be a word of its own
_STORE = load_pattern("understanding.slots.store")
_RATE = load_pattern("understanding.slots.rate")
_BOTH_STAGES = load_pattern("understanding.slots.both_stages")
_ALL_STAGES = load_pattern("understanding.slots.all_stages")
_YEAR = load_pattern("understanding.slots.year")
_RELATIVE_YEAR = {"去年": -1, "上年": -1, "前年": -2, "今年": 0, "本年": 0, "明年": 1, "后年": 2}
_DAY = load_pattern("understanding.slots.day")
_RANKED = r"(?<!排名)(?<!金牌)(?<!奖牌)(?<!总分)(?<!得分)(?<!成绩)(?<!排)(?<!增速)(?<!全[省市县区])"
_ORDINAL = re.compile(rf"{_RANKED}第\s?({_N})\s?(?:个|项|条|点|名|位|家|方面|大|件|款|步|站|则|章|是|具体|呢|$)")
_QUARTER = load_pattern("understanding.slots.quarter")
_BATCH_WORDS = load_pattern("understanding.slots.batch_words")


@dataclass(frozen=True, slots=True)
class Slots:
    """What a question pins down; see Query for the fields."""

    periods: tuple[int | str, ...] = ()
    stages: tuple[str, ...] = ()
    all_stages: bool = False
    programme: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    ordinal: int | None = None
    figures: tuple[tuple[float, str], ...] = ()
    quantities: tuple[Quantity, ...] = ()
    period_spans: tuple[Span, ...] = ()


def find_slots(
    text: str, *, this_year: int | None = None, stages: Sequence[str] = (), periods: Sequence[str] = ()
) -> Slots:
    """The slots of a folded question.

    Args:
        this_year: resolves 去年 and 今年. stages, periods: printed ones that are known besides the usual.
    """
    named = named_periods(text, periods)
    day = _DAY.search(text)
    ordinal = _ORDINAL.search(text)
    programme = _BATCH_WORDS.search(text)
    alone = figure_alone(text)
    quantities = tuple(q for q in find_quantities(text) if q == alone or q.kind not in ("ordinal", "duration", "age"))
    last = None if ordinal else LAST_ITEM.search(text)
    quantities = tuple(q for q in quantities if last is None or not last.start() <= q.start < last.end())
    return Slots(
        periods=(*_periods(text), *dict.fromkeys(period for _, period in named)),
        stages=_stages(text, stages),
        all_stages=bool(_ALL_STAGES.search(text)) or _asks_class(text, stages),
        programme=programme[1] if programme else None,
        year=_year(text, this_year),
        month=int(parse_number(day[1])) if day else None,
        day=int(parse_number(day[2])) if day and day[2] else None,
        ordinal=int(parse_number(ordinal[1])) if ordinal else LAST if last else None,
        figures=tuple((q.value, q.unit) for q in quantities if _is_figure(q) or q == alone),
        quantities=quantities,
        period_spans=tuple(span for span, _ in named),
    )


ASKS_ITEM = load_pattern("understanding.slots.asks_item")  # 六项工作的第二项是什么 asks for the item, not for the list
LAST, LAST_ITEM = -1, load_pattern("understanding.slots.last_item")  # 最后一项, however many there are
_SORTS = ("类", "库", "榜", "清单", "台账")  # how the names of groups end
_WHICH_CLASS = load_pattern("understanding.slots.which_class")


def _asks_class(text: str, known: Sequence[str]) -> bool:
    """哪类项目最多, where the stages are classes with names of their own (“破土”类)."""
    return bool(_WHICH_CLASS.search(text)) and sum(stage.endswith(_SORTS) for stage in known) > 1


def _stages(text: str, known: Sequence[str]) -> tuple[str, ...]:
    text = _BOTH_STAGES.sub(lambda both: "\0" * len(both[0]), text)  # 集中开竣工 names an event
    found = sorted((span, name) for name in known if (span := own_stage_span(text, name)) is not None)
    for (low, high), _ in found:
        text = text[:low] + "\0" * (high - low) + text[high:]
    if len(found) < _SEVERAL:
        found += [(span, name) for span, name in _in_a_row(text, known) if name not in [one for _, one in found]]
    usual = tuple(name for name, pattern in _STAGES if pattern.search(text))
    return (*usual, *(name for _, name in found if name not in usual))


def _in_a_row(text: str, known: Sequence[str]) -> list[tuple[Span, str]]:
    """续建新开预备哪路最大: names of groups one behind the other, each of which alone might be any word."""
    cores, word, several = _cores(tuple(known))
    row = several.search(text) if len(cores) >= _SEVERAL else None
    if row is None:
        return []
    return [(match.span(), cores[match[0]]) for match in word.finditer(text, row.start(), row.end())]


@lru_cache(maxsize=16)
def _cores(known: tuple[str, ...]) -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """The names of groups by their own words, one of these words, and several of them in a row."""
    cores = {_STORE.sub("", name): name for name in known if name not in _WHOLES and len(_STORE.sub("", name)) > 1}
    word = "|".join(sorted(map(re.escape, cores), key=len, reverse=True))
    return cores, re.compile(word), re.compile(rf"(?:{word})(?:(?:[、，和跟与及]|还是)?(?:{word}))+")


def own_stage_span(text: str, stage: str) -> Span | None:
    """Where a question names a stage that only some bulletins have (“引进一批”), or None."""
    if stage in _WHOLES or any(stage == name for name, _ in _STAGES):
        return None
    whole = stage.removesuffix("类")
    if len(whole) > _SHORT and whole in text:
        at = text.find(whole)
        return at, at + len(whole)
    core = _STORE.sub("", stage)  # 销号的 for the 销号清单, 夺魁的 for the class “夺魁”
    match = re.search(re.escape(core) + _OWN_STAGE_END, text) if core in text else None
    return match.span() if match else None


def _is_figure(quantity: Quantity) -> bool:
    return quantity.kind in ("money", "percent", "points", "measure", "count") or (
        quantity.kind == "bare" and bool(quantity.scale)
    )


def _periods(text: str) -> tuple[int | str, ...]:
    found: list[int | str] = [f"1-{int(parse_number(m[1]))}" for m in _FIRST_PERIODS.finditer(text)]
    for match in _PERIOD.finditer(text):
        if match.start() and text[match.start() - 1] in "前头一二":
            continue
        number = int(parse_number(next(filter(None, match.groups()))))
        if number not in found and text[max(0, match.start() - 1) : match.start()] not in (
            "前",
            "头",
            "这",
            "（",
            "(",
        ):
            found.append(number)
    return tuple(found)


def _year(text: str, this_year: int | None) -> int | None:
    match = _YEAR.search(text)
    if match:
        return int(match[1]) if match[1] else int(parse_number(match[2]))
    if this_year is not None:
        for word, offset in _RELATIVE_YEAR.items():
            if word in text and word != "今年":
                return this_year + offset
    return None


def rate_names(text: str) -> tuple[str, ...]:
    """Names that end in 率: 开工率, 优良率."""
    return tuple(match[1] for match in _RATE.finditer(text))


_NUMBERED_NAME = load_pattern("understanding.slots.numbered_name")


def numbered_names(text: str, quantities: Sequence[Quantity], printed: str) -> tuple[Term, ...]:
    """What a length or an area only begins: 九里村, and 三里屯大街 where that is printed."""
    found: list[Term] = []
    for quantity in quantities:
        name = None if quantity.text[0].isdigit() else _NUMBERED_NAME.match(text, quantity.start)
        if name and (name[0] in printed or len(name[0]) <= len(quantity.text) + 1):
            found.append(Term(name[0], *name.span(), 1.0, critical=True))
    return tuple(found)


def without_names(slots: Slots, names: Sequence[Term]) -> Slots:
    """The slots without the figures that begin ``names``."""
    starts = {term.start for term in names}
    left = tuple(q for q in slots.quantities if q.start not in starts)
    gone = {(q.value, q.unit) for q in slots.quantities} - {(q.value, q.unit) for q in left}
    return replace(slots, quantities=left, figures=tuple(figure for figure in slots.figures if figure not in gone))
