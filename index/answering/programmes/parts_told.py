"""What follows from the parts of a round: each with its size, their order, two apart, over all rounds, a stated size.

三批投资分别是多少 wants three sums and no total; 开工比投产多投多少 is asked of one round, the latest where none is
named; 开工一批是7个项目吗 is held against that round, whatever another one has.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount
from index.answering.evidence import texts
from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.texts import number_text
from index.answering.programmes.batches import answer_batches, how_summed
from index.answering.programmes.lookup import answer_lookup
from index.answering.programmes.parts_ratios import (
    above_last_year,
    asks_above_last_year,
    asks_growth,
    asks_mean,
    asks_multiple,
    asks_share,
    asks_yearly,
    growth,
    mean,
    multiple,
    planned,
    share,
    size,
    yearly_share,
)
from index.answering.programmes.rounds import (
    Parts,
    Round,
    known_rounds,
    named_part,
    names_only,
    parts_meant,
    proofs_of,
)
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.records import Batch, Found
from index.records.answers import Kind, Status
from index.understanding.query import Query
from index.understanding.slots import rate_names

_EACH = load_pattern("answering.parts_told.each")
_ORDER = load_pattern("answering.parts_told.order")
_RISING = load_pattern("answering.parts_told.rising")
_ALL_ROUNDS = load_pattern("answering.parts_told.all_rounds")
_COUNT = load_pattern("answering.parts_told.count")
_MONEY = load_pattern("answering.parts_told.money")
_OTHER = load_pattern("answering.parts_told.other_amount")  # 完成投资, 年度计划: not what the parts cost
_WHICH = load_pattern("answering.parts_told.which")
_NTH_MOST = load_pattern("answering.parts_told.nth_most")
_BOUND = load_pattern("answering.parts_told.bound")  # 超过60亿了吗: not just that sum
_VAGUE = load_pattern("answering.parts_told.vague")  # 60亿左右
_A_BATCH = load_pattern("answering.parts_told.a_batch")
_MEANS = load_pattern("answering.parts_told.means")
_IN_ALL = load_pattern("answering.parts_told.in_all")
_LESS = load_pattern("answering.parts_told.less")
_WHICH_MORE = load_pattern("answering.parts_told.which_more")
_FIGURE_FIRST = load_pattern("answering.parts_told.figure_first")  # 31.2亿是第六期的吗
_YI = 1e8
_MOST = load_pattern("answering.parts_told.most")
_OF_MONEY = load_pattern("answering.parts_told.of_money")
_YEARLY = load_pattern("answering.parts_told.yearly")
_KINDS = load_pattern("answering.parts_told.kinds")  # 三类, 各类: not these two of them
_GROUPS = ("批", "期", "类", "轮")  # 三批, 两期: none of their sizes
_JOINS = load_pattern("answering.parts_told.joins")
_TWO = 2


def answer_parts(query: Query, knowledge: Knowledge) -> Draft | None:
    """The answer where the question names nothing but parts of a round and what is asked of their sizes."""
    if not knowledge.batches or query.month or query.day:
        return None
    if (stages := _stages_of(query, knowledge)) is not None:
        return stages
    if (by_size := _of_that_size(query, knowledge)) is not None:
        return replace(by_size, held=True)
    wanted = next((one for one in _WANTED if one.asks(query)), None) if query.kind not in ("date", "place") else None
    meant = parts_meant(query, knowledge) if wanted is not None else None
    if wanted is None or meant is None or (wanted.sizes and _OTHER.search(query.text)):
        return None
    draft = wanted.tell(query, knowledge, meant)
    if draft is None:
        return None
    assumed = meant.assumed if wanted.tell is not _over_rounds else None
    detail = "；".join(part for part in (draft.detail, assumed) if part) or None
    first = meant.parts[0].value
    return replace(draft, detail=detail, period=first.period, stage=first.stage, held=True)


def stated_size(query: Query, knowledge: Knowledge) -> Draft | None:
    """是 or 不是 for a stated size of one part alone; None where it is asked of anything else."""
    return answer_parts(query, knowledge) if _stated(query) is not None else None


def both_sizes(query: Query, knowledge: Knowledge) -> Draft | None:
    """各类项目分别多少个、投资多少: the parts with number and sum, asked in one breath; None where one is asked."""
    asked = _EACH.search(query.text) and len(_sizes(query)) == _TWO
    return answer_parts(query, knowledge) if asked else None


def rates_at_once(query: Query, knowledge: Knowledge) -> Draft | None:
    """前五期开工率、投产率、达效率各是多少: all of the named rates in one answer, where one round tells them."""
    names = rate_names(query.text)
    draft = answer_batches(query, knowledge) if query.kind == "percent" and len(names) > 1 else None
    return draft if draft is not None and all(name in draft.answer for name in names) else None


def _stages_of(query: Query, knowledge: Knowledge) -> Draft | None:
    """签约一批、开工一批、投产一批 for 三个一批指的是什么."""
    asked = _MEANS.search(query.text)
    if asked is None or query.projects:
        return None
    for held in known_rounds(query, knowledge):
        if asked["programme"] in (held.programme or "") and len(held.stages) == parse_number(asked["n"]):
            parts = tuple(held.stages.values())
            names = [_printed_name(one, knowledge) for one in parts]
            return Draft("answered", "list", "、".join(names), proofs_of(parts), held=True)
    return None


def _printed_name(part: Found[Batch], knowledge: Knowledge) -> str:
    """谋划一批, as its sentence has it, where the stage is known by another word."""
    text = knowledge.page(part.article).article.text
    printed = next((m for low, high in part.value.evidence if (m := _A_BATCH.search(text, low, high))), None)
    stage = part.value.stage or ""
    return printed[0] if printed else stage if stage.endswith("一批") else f"{stage}一批"


@dataclass(frozen=True, slots=True)
class _Want:
    """Something that may be asked of parts: by which words, how it is told, whether of their plain sizes."""

    asks: Callable[[Query], bool]
    tell: Callable[[Query, Knowledge, Parts], Draft | None]
    sizes: bool = True


def _sizes(query: Query) -> tuple[str, ...]:
    """Whether numbers are asked for, or sums, or both."""
    counts = bool(_COUNT.search(query.text))
    money = bool(_MONEY.search(query.text)) or (query.kind == "money" and not counts)
    return (*(("count",) if counts else ()), *(("money",) if money else ()))


def _said(batch: Batch, sort: str) -> str:
    return f"{batch.count}个" if sort == "count" else f"{number_text(batch.total or 0)}亿元"


def _complete(parts: Sequence[Found[Batch]], sorts: Sequence[str]) -> bool:
    return bool(sorts) and all(size(one.value, sort) is not None for one in parts for sort in sorts)


def _each(query: Query, knowledge: Knowledge, meant: Parts) -> Draft | None:
    """第七期“签约一批”2亿元，第七期“开工一批”31.2亿元: every part with what is asked of it."""
    sorts = _sizes(query)
    if len(meant.parts) < _TWO or not _complete(meant.parts, sorts):
        return None
    told = [f"{named_part(one, knowledge)}{'、'.join(_said(one.value, sort) for sort in sorts)}" for one in meant.parts]
    draft = Draft("answered", "money" if "money" in sorts else "count", "，".join(told), proofs_of(meant.parts))
    summed = [said for one in meant.parts if (said := how_summed(one, knowledge, draft)) is not None]
    return replace(draft, detail="；".join((*summed, texts.SUMMED_UP))) if summed else draft


def _ordered(query: Query, knowledge: Knowledge, meant: Parts) -> Draft | None:
    """The parts from the greatest to the least, or the other way round; the second of them where it is asked."""
    counts = _COUNT.search(query.text) or not _OF_MONEY.search(query.text)
    sort = "count" if counts and not _MONEY.search(query.text) else "money"
    if len(meant.parts) < _TWO or len(meant.rounds) > 1 or not _complete(meant.parts, (sort,)):
        return None
    rising = bool(_RISING.search(query.text))
    ranked = sorted(meant.parts, key=lambda one: _key(one, sort), reverse=not rising)
    told = [f"{named_part(one, knowledge)}（{_said(one.value, sort)}）" for one in ranked]
    nth = _NTH_MOST.search(query.text)
    if nth is None:
        return Draft("answered", "list", "、".join(told), proofs_of(ranked))
    place = "一二三四五六".index(nth["n"])
    keys = [_key(one, sort) for one in ranked]
    if place >= len(ranked) or keys.count(keys[place]) > 1:
        return None
    return Draft("answered", "compare", told[place], proofs_of(ranked), detail="、".join(told))


def _most(query: Query, knowledge: Knowledge, meant: Parts) -> Draft | None:
    """产业项目（19个） for 哪类项目最多: the kind with the greatest, or the least, number or sum."""
    if not all(one.value.category for one in meant.parts):
        return None
    ranked = _ordered(replace(query, text=_MOST.sub("", query.text)), knowledge, meant)
    least = _MOST.search(query.text)
    if ranked is None or least is None:
        return None
    told = ranked.answer.split("、")
    return replace(ranked, kind="compare", answer=told[-1 if least["least"] else 0], detail=ranked.answer)


def _value(one: Amount) -> Decimal:
    return one.value


def _key(found: Found[Batch], sort: str) -> Decimal:
    own = size(found.value, sort)
    return own.value if own is not None else Decimal(0)


def _apart(query: Query, knowledge: Knowledge, meant: Parts) -> Draft | None:
    """How much more one of two parts of one round has than the other."""
    sorts = _sizes(query)
    if len(meant.parts) != _TWO or len(meant.rounds) > 1 or len(sorts) != 1 or not _complete(meant.parts, sorts):
        return None
    first, second = (own for one in meant.parts if (own := size(one.value, sorts[0])) is not None)
    if first.value == second.value:
        same = f"一样，都是{_said(meant.parts[0].value, sorts[0])}"
        return Draft("answered", "compare", same, proofs_of(meant.parts))
    said, detail = arithmetic.difference(max(first, second, key=_value), min(first, second, key=_value))
    said = f"{'多' if first.value > second.value else '少'}{said}"
    return Draft("answered", "compare", said, proofs_of(meant.parts), detail=detail)


def _over_rounds(query: Query, knowledge: Knowledge, meant: Parts) -> Draft | None:
    """两期开工一批加起来投了多少: of as many rounds as are named, where just these are known."""
    asked = _ALL_ROUNDS.search(query.text)
    sorts = _sizes(query)
    rounds = _counted_rounds(query, knowledge, meant.rounds[0])
    if asked is None or len(sorts) != 1 or len(rounds) != _TWO or len(meant.parts) != 1:
        return None
    stage = meant.parts[0].value.stage
    whole = meant.parts[0] is meant.rounds[0].whole
    held = [one.whole if whole else one.stages.get(str(stage)) for one in rounds]
    parts = [one for one in held if one is not None]
    if len(parts) != _TWO or not _complete(parts, sorts):
        return None
    told = [f"{named_part(one, knowledge)}{_said(one.value, sorts[0])}" for one in parts]
    if _EACH.search(query.text):
        return Draft("answered", "list", "，".join(told), proofs_of(parts))
    sizes = [own for one in parts if (own := size(one.value, sorts[0])) is not None]
    said, _ = arithmetic.total(sizes)
    return Draft("answered", "sum", said, proofs_of(parts), detail=f"{'＋'.join(told)}＝{said}（推算）")


def _counted_rounds(query: Query, knowledge: Knowledge, first: Round) -> list[Round]:
    """The numbered rounds of the programme that are told with their sizes."""
    same = [one for one in known_rounds(query, knowledge) if one.programme == first.programme]
    unique = {one.period: one for one in reversed(same) if isinstance(one.period, int) and (one.stages or one.whole)}
    return sorted(unique.values(), key=lambda one: -int(one.period or 0))


def _together(query: Query, knowledge: Knowledge, meant: Parts) -> Draft | None:
    """民生和基础设施项目共多少个: the parts of one round that are named, added up."""
    sorts = _sizes(query)
    if len(meant.rounds) > 1 or len(sorts) != 1 or not _complete(meant.parts, sorts):
        return None
    if len(meant.parts) < _TWO:  # 制造业项目一共多少个: just that kind
        only = meant.parts[0].value
        if _JOINS.search(query.text):
            return None  # 制造业和服务业: the other one is not told
        kind: Kind = "count" if sorts[0] == "count" else "money"
        return Draft("answered", kind, _said(only, sorts[0]), proofs_of(meant.parts)) if only.category else None
    said, _ = arithmetic.total([own for one in meant.parts if (own := size(one.value, sorts[0])) is not None])
    told = "＋".join(f"{named_part(one, knowledge)}{_said(one.value, sorts[0])}" for one in meant.parts)
    return Draft("answered", "sum", said, proofs_of(meant.parts), detail=f"{told}＝{said}（推算）")


def _greater(query: Query, knowledge: Knowledge, meant: Parts) -> Draft | None:
    """第六期（18个） for 第七期和第六期哪期项目多: the one of two rounds with more, or with less."""
    parts = meant.parts
    if len(meant.rounds) == 1 and len(parts) == 1 and _ALL_ROUNDS.search(query.text):
        rounds = _counted_rounds(query, knowledge, meant.rounds[0])
        of_whole, stage = parts[0] is meant.rounds[0].whole, str(parts[0].value.stage)
        found = (held.whole if of_whole else held.stages.get(stage) for held in rounds)
        parts = tuple(one for one in found if one is not None)
    sort = "money" if _OF_MONEY.search(query.text) else "count"
    if len(parts) != _TWO or not _complete(parts, (sort,)) or _key(parts[0], sort) == _key(parts[1], sort):
        return None
    less = bool(_LESS.search(query.text))
    ranked = sorted(parts, key=lambda one: _key(one, sort), reverse=not less)
    told = [f"{named_part(one, knowledge)}（{_said(one.value, sort)}）" for one in ranked]
    return Draft("answered", "compare", told[0], proofs_of(ranked), detail="、".join(told))


def _as_stated(query: Query, knowledge: Knowledge, meant: Parts) -> Draft | None:
    """是，第七期“开工一批”6个项目: the stated number or sum against that of the part."""
    stated = _stated(query)
    if stated is not None and len(meant.parts) > 1 and _IN_ALL.search(query.text):
        return _stated_together(query, knowledge, meant, stated)
    if stated is None or len(meant.parts) != 1:
        return None
    value, sort = stated
    part = meant.parts[0]
    yearly = _YEARLY.search(query.text) if sort == "money" else None
    own = planned(part.value) if yearly else size(part.value, sort)
    if own is None or (yearly is None and _OTHER.search(query.text)):
        return None
    wrong = sort == "money" and yearly is None and abs(float(own.value) - value) >= _YI / 1e4
    if wrong and _FIGURE_FIRST.match(query.text):
        others = [one for held in known_rounds(query, knowledge, any_period=True) for one in held.all]
        found = [one for one in others if one.value.total is not None and abs(one.value.total * _YI - value) < 1]
        if found and not any(one.value.district != part.value.district for one in found):
            names = "、".join(dict.fromkeys(named_part(one, knowledge) for one in found))
            said = f"不是，{number_text(value / _YI)}亿元是{names}的投资"
            return Draft("corrected", "yesno", said, proofs_of((*found, part)))
    category = part.value.category  # 亿元以上项目 is what they are called
    bound = _BOUND.search(query.text.replace(category, "") if category else query.text)
    gap = float(own.value) - value
    right = abs(gap) < (0.5 if sort == "count" else _YI / 1e4)
    if bound is not None:
        right = gap > 0 if bound["over"] else gap < 0
    name = named_part(part, knowledge)
    told = f"{yearly[0] if yearly else '总投资'}{own.text}" if sort == "money" else f"{part.value.count}个"
    told += "项目" if sort == "count" and not name.endswith(("项目", "工程")) else ""
    no = "不是" if bound is None else "没有"
    status: Status = "answered" if right or bound is not None else "corrected"
    return Draft(status, "yesno", f"{'是' if right else no}，{name}{told}", proofs_of((part,)))


def _stated_together(query: Query, knowledge: Knowledge, meant: Parts, stated: tuple[float, str]) -> Draft | None:
    """三批加起来是107亿吗."""
    value, sort = stated
    if len(meant.rounds) > 1 or not _complete(meant.parts, (sort,)):
        return None
    sizes = [own for one in meant.parts if (own := size(one.value, sort)) is not None]
    said, detail = arithmetic.total(sizes)
    right = abs(float(sum(own.value for own in sizes)) - value) < (0.5 if sort == "count" else _YI / 1e4)
    answer = f"{'是' if right else '不是'}，合计{said}"
    return Draft("answered" if right else "corrected", "yesno", answer, proofs_of(meant.parts), detail=detail)


def _stated(query: Query) -> tuple[float, str] | None:
    """The one size that a yes-no question states, as a number of projects or a sum in yuan."""
    figures = [(value, unit) for value, unit in query.figures if unit not in _GROUPS]
    if query.kind != "yesno" or len(figures) != 1 or _VAGUE.search(query.text):
        return None
    value, unit = figures[0]
    if unit in ("个", "项"):
        return value, "count"
    return (value, "money") if unit in ("元", "") and value >= _YI / 1e4 else None


def _of_that_size(query: Query, knowledge: Knowledge) -> Draft | None:
    """7个项目的是哪一批: every part of just that number of projects, or of that sum."""
    asked = _WHICH.search(query.text)
    if asked is None or query.stages or query.kind not in ("stage", "lookup", "compare", "text", "list", "rank"):
        return None
    if query.kind == "lookup" and any(unit in ("元", "") and value >= _YI / 1e4 for value, unit in query.figures):
        of_sum = answer_lookup(query, knowledge)
        return replace(of_sum, answer=of_sum.answer.replace("”总投资", "”"), detail=None) if of_sum else None
    number = next((int(value) for value, unit in query.figures if unit in ("个", "项")), None)
    if number is None or len(query.figures) > 1:
        return None
    rounds = [held for held in known_rounds(query, knowledge) if names_only(query, held)]
    sorts = (asked["sort"],) if asked["sort"] != "批" else ("批", "期")  # 第几期 is often said for either
    told = ([one for held in rounds for one in _of_sort(held, sort) if one.value.count == number] for sort in sorts)
    found = next((one for one in told if one), [])
    if not found or len({one.value.district for one in found}) > 1:
        return None
    said = "、".join(dict.fromkeys(named_part(one, knowledge) for one in found))
    return Draft("answered", "stage", said, proofs_of(found), period=found[0].value.period)


def _of_sort(held: Round, sort: str) -> Sequence[Found[Batch]]:
    """哪批 asks for a stage, 哪类 for a kind, 哪期 for the round itself."""
    if sort == "期":
        return (held.whole,) if held.whole is not None else ()
    return tuple(held.kinds if sort == "类" else held.stages.values())


def _adds_up(query: Query) -> bool:
    """共多少个, 一共投多少亿."""
    asks = query.kind in ("count", "money", "sum", "number") and bool(_IN_ALL.search(query.text))
    return asks and not query.all_stages and not _KINDS.search(query.text)


def _asks_greater(query: Query) -> bool:
    """第七期和第六期哪期项目多, 两期投产一批哪个投资多."""
    several = len(set(query.periods)) == _TWO or bool(_ALL_ROUNDS.search(query.text))
    return several and query.kind != "yesno" and bool(_WHICH_MORE.search(query.text))


_WANTED = (
    _Want(asks_yearly, yearly_share, sizes=False),
    _Want(asks_growth, growth, sizes=False),
    _Want(asks_above_last_year, above_last_year, sizes=False),
    _Want(asks_share, share, sizes=False),
    _Want(asks_mean, mean, sizes=False),
    _Want(asks_multiple, multiple, sizes=False),
    _Want(_asks_greater, _greater),
    _Want(lambda query: bool(_ALL_ROUNDS.search(query.text)) and not query.periods, _over_rounds),
    _Want(lambda query: _stated(query) is not None, _as_stated, sizes=False),
    _Want(lambda query: query.kind == "difference" and not len(set(query.periods)) > 1, _apart),
    _Want(lambda query: bool(_ORDER.search(query.text) or _NTH_MOST.search(query.text)), _ordered),
    _Want(lambda query: query.kind == "compare" and bool(_MOST.search(query.text)) and not query.periods, _most),
    _Want(lambda query: bool(_EACH.search(query.text)) and not query.total, _each),
    _Want(_adds_up, _together),
)
