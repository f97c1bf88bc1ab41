"""Ratios within a round: the mean of a part, its share of the whole, what is planned for the year, and last year's.

民生项目占比多少 is asked of the round that has 民生项目, not of any 占年度计划的27.4% that is printed near; and
平均每个项目投资多少 of the whole round that is told with its number and its sum.
"""

from __future__ import annotations

import re
from decimal import Decimal

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount, read_amount
from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.texts import amount_text, number_text
from index.answering.programmes.rounds import Parts, Round, known_rounds, named_part, proofs_of
from index.language.lexicon import load_pattern
from index.records import Batch, Found
from index.understanding.query import Query

_ASKS_SHARE = load_pattern("answering.parts_ratios.asks_share")
_ASKS_YEARLY = load_pattern("answering.parts_ratios.asks_yearly")
_ASKS_GROWTH = load_pattern("answering.parts_ratios.asks_growth")
_ASKS_MORE = load_pattern("answering.parts_ratios.asks_more")
_OF_MONEY = load_pattern("answering.parts_ratios.of_money")
_OF_NUMBER = load_pattern("answering.parts_ratios.of_number")
_APART = load_pattern("answering.parts_ratios.apart")
_ASKS_MULTIPLE = load_pattern("answering.parts_ratios.asks_multiple")
_ONE = Amount(Decimal(1), "", "个", "1个")
_TWO = 2
_MEAN = load_pattern("answering.parts_ratios.mean")
_NO_MEAN = load_pattern("answering.parts_ratios.no_mean")
_LAST_YEAR = load_pattern("answering.parts_ratios.last_year")
_OF_YEAR = load_pattern("answering.parts_ratios.of_year")
_YEARLY, _TOTAL = re.compile(r"年度|当年|今年"), re.compile(r"^(?:计划)?总?投资(?:总?额)?$")


def asks_mean(query: Query) -> bool:
    """平均每个项目投资多少."""
    asked = query.kind == "average" or (
        query.kind in ("money", "number", "difference", "compare", "count") and _MEAN.search(query.text) is not None
    )
    return asked and not _NO_MEAN.search(query.text)


def asks_share(query: Query) -> bool:
    """民生项目占比多少."""
    return query.kind == "percent" and bool(_ASKS_SHARE.search(query.text))


def asks_yearly(query: Query) -> bool:
    """年度计划投资占总投资的比例."""
    return query.kind in ("percent", "money", "number") and bool(_ASKS_YEARLY.search(query.text))


def asks_growth(query: Query) -> bool:
    """集中开工总投资同比增长百分之多少."""
    return query.kind == "percent" and bool(_ASKS_GROWTH.search(query.text))


def mean(query: Query, knowledge: Knowledge, meant: Parts) -> Draft | None:
    """The sum of a part divided by its number of projects."""
    means = [(one, *told) for one in meant.parts if (told := _mean_of(one.value)) is not None]
    if len(means) < len(meant.parts):
        return None
    detail = "；".join(how for _, _, how, _ in means)
    if len(means) == 1:
        return Draft("answered", "sum", means[0][1], proofs_of(meant.parts), detail=detail)
    if _APART.search(query.text) and len(means) == _TWO:
        gap = means[0][3].value - means[1][3].value
        apart, _ = arithmetic.quotient(Amount(abs(gap), means[0][3].scale, means[0][3].unit, ""), _ONE)
        said = f"{'多' if gap > 0 else '少'}{apart}" if gap else f"一样，都是{means[0][1]}"
        return Draft("answered", "compare", said, proofs_of(meant.parts), detail=detail)
    each = "，".join(f"{named_part(one, knowledge)}{said}" for one, said, _, _ in means)
    return Draft("answered", "list", each, proofs_of(meant.parts), detail=detail)


def _mean_of(batch: Batch) -> tuple[str, str, Amount] | None:
    """The mean as said, how it comes, and its value."""
    whole, count = size(batch, "money"), size(batch, "count")
    if whole is None or count is None or not count.value:
        return None
    value = Amount(whole.value / count.value, whole.scale, whole.unit, "")
    return (*arithmetic.quotient(whole, count), value)


def asks_multiple(query: Query) -> bool:
    """产业项目总投资是民生项目的几倍."""
    return bool(_ASKS_MULTIPLE.search(query.text))


def multiple(query: Query, knowledge: Knowledge, meant: Parts) -> Draft | None:
    """How many times one part is as large as the other."""
    sort = "count" if _OF_NUMBER.search(query.text) else "money"
    sizes = [own for one in meant.parts if (own := size(one.value, sort)) is not None]
    if len(meant.parts) != _TWO or len(sizes) != _TWO or not sizes[1].value:
        return None
    ratio = round(float(sizes[0].value / sizes[1].value), 2)
    sure = ratio == float(sizes[0].value / sizes[1].value)
    said = f"{'' if sure else '约'}{number_text(ratio)}倍"
    detail = f"{sizes[0].text}÷{sizes[1].text}{'＝' if sure else '≈'}{number_text(ratio)}（推算）"
    return Draft("answered", "number", said, proofs_of(meant.parts), detail=detail)


def share(query: Query, knowledge: Knowledge, meant: Parts) -> Draft | None:
    """What part of the whole round a stage or a kind is, by number or by sum; by both where neither is said."""
    part, whole = meant.parts[0], _whole_of(query, meant.rounds[0])
    if len(meant.parts) > 1 or whole is None or part is whole:
        return None
    sorts = [sort for sort, asks in (("count", _OF_NUMBER), ("money", _OF_MONEY)) if asks.search(query.text)]
    told: list[tuple[str, str, str]] = []
    for sort in sorts[:1] or ["count", "money"]:
        own, all_of_it = size(part.value, sort), size(whole.value, sort)
        if own is not None and all_of_it is not None and own.value < all_of_it.value:
            told.append((sort, *arithmetic.share(own, all_of_it)))
    if not told:
        return None
    names = {"count": "项目数", "money": "总投资"}
    said = told[0][1] if len(told) == 1 else "，".join(f"占{names[sort]}的{one}" for sort, one, _ in told)
    return Draft("answered", "percent", said, proofs_of((part, whole)), detail="；".join(how for _, _, how in told))


def _whole_of(query: Query, held: Round) -> Found[Batch] | None:
    """The stage behind 占 in 高端制造项目占开工一批总投资多少, else all of the round."""
    at = query.text.find("占")
    behind = [stage for stage in query.stages if 0 <= at < query.text.find(stage)]
    return held.stages.get(behind[0]) if behind and held.stages else held.whole


def yearly_share(query: Query, knowledge: Knowledge, meant: Parts) -> Draft | None:
    """The amount planned for the year in the sum of the same group."""
    part = meant.parts[0]
    own, whole = _amount(part.value, _YEARLY), _amount(part.value, _TOTAL)
    if len(meant.parts) > 1 or own is None or whole is None or not own.value < whole.value:
        return None
    said, detail = arithmetic.share(own, whole)
    return Draft("answered", "percent", said, proofs_of((part,)), detail=detail)


def growth(query: Query, knowledge: Knowledge, meant: Parts) -> Draft | None:
    """By how many percent the sum, or the number, is above that of the same time last year."""
    pair = _this_and_last(query, knowledge, meant, "count" if _OF_NUMBER.search(query.text) else "money")
    if pair is None:
        return None
    parts, now, then = pair
    rate, how = arithmetic.share(Amount(abs(now.value - then.value), now.scale, now.unit, ""), then)
    word = "增长" if now.value >= then.value else "下降"
    detail = f"（{now.text}－{then.text}）{how[how.index('÷') :]}"
    return Draft("answered", "percent", f"{word}{rate}", proofs_of(parts), detail=detail)


def asks_above_last_year(query: Query) -> bool:
    """同比多开工几个."""
    return query.kind in ("count", "money", "number", "difference") and bool(_ASKS_MORE.search(query.text))


def above_last_year(query: Query, knowledge: Knowledge, meant: Parts) -> Draft | None:
    """How many more, or how much more, than at the same time last year."""
    pair = _this_and_last(query, knowledge, meant, "money" if _OF_MONEY.search(query.text) else "count")
    if pair is None or pair[1].value == pair[2].value:
        return None
    parts, now, then = pair
    more = now.value > then.value
    said, detail = arithmetic.difference(*((now, then) if more else (then, now)))
    return Draft("answered", "compare", f"{'多' if more else '少'}{said}", proofs_of(parts), detail=detail)


def _this_and_last(
    query: Query, knowledge: Knowledge, meant: Parts, sort: str
) -> tuple[tuple[Found[Batch], Found[Batch]], Amount, Amount] | None:
    """The one asked part and that of last year, with their sizes; None where either is not told."""
    part = meant.parts[0]
    before = _before(query, knowledge, part) if len(meant.parts) == 1 else None
    now, then = size(part.value, sort), size(before.value, sort) if before is not None else None
    return ((part, before), now, then) if now is not None and then is not None and before is not None else None


def _before(query: Query, knowledge: Knowledge, part: Found[Batch]) -> Found[Batch] | None:
    """The same kind of round at the same time last year, as the same article tells it."""
    for held in known_rounds(query, knowledge):
        same = held.article == part.article and held.programme == part.value.programme
        told = next((f"{one.value.period or ''}|{one.value.event or ''}" for one in held.all), "")
        earlier = _LAST_YEAR.search(told) is not None or held.period == _year_before(part.value.period)
        if same and held.period != part.value.period and earlier and part.value.category is None:
            return held.whole or held.stages.get(str(part.value.stage))
    return None


def _year_before(period: int | str | None) -> str | None:
    """2023年三季度 for 2024年三季度."""
    match = _OF_YEAR.fullmatch(period) if isinstance(period, str) else None
    return f"{int(match['year']) - 1}{match['rest']}" if match is not None else None


def planned(batch: Batch) -> Amount | None:
    """What is planned to be invested in the year."""
    return _amount(batch, _YEARLY)


def _amount(batch: Batch, kind: re.Pattern[str]) -> Amount | None:
    one = next((one for one in batch.amounts if kind.search(one.kind) and one.currency == "元"), None)
    return read_amount(amount_text(one)) if one is not None else None


def size(batch: Batch, sort: str) -> Amount | None:
    """The number of projects of a part, or its sum in 亿元."""
    if sort == "count":
        return read_amount(f"{batch.count}个") if batch.count else None
    return read_amount(f"{number_text(batch.total)}亿元") if batch.total else None

