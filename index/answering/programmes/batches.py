"""Questions about batches: how many, how much, which, how far; over periods and stages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof, outward_kind
from index.answering.evidence.fits import asks_undone
from index.answering.evidence.knowledge import Knowledge
from index.answering.programmes.batch_choice import Choice, about_batches, choose, label
from index.answering.programmes.printed import as_printed
from index.answering.programmes.progressed import asks_progress
from index.answering.programmes.projects import YEAR_ASKED
from index.answering.programmes.round_shares import over_rounds, rates_asked, share_of_round
from index.extraction.programmes.cues import is_range
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.records import Batch, Found
from index.understanding.kinds import asked_count
from index.understanding.query import Query
from index.understanding.slots import rate_names
from index.understanding.terms import WEAK, amount_words

_NAME = 3  # signs that a programme's name has at least, to be meant wherever it stands
_QUARTER = load_pattern("answering.batches.quarter")
_SO_MANY = load_pattern("answering.batches.so_many")  # 签约的5个项目是哪些 states how many were signed
_SOME = load_pattern("answering.batches.some")
_SHARE = load_pattern("answering.batches.share")
_ASKS_ALL = load_pattern("answering.batches.asks_all")
_STATE = load_pattern("answering.batches.asks_state")
_WHOLE_AMOUNT = load_pattern("answering.batches.whole_amount")
_SO_FAR = load_pattern("answering.batches.so_far")
_OUT_OF = load_pattern("answering.batches.out_of")
_NOT_DONE = ("预计", "计划", "力争", "确保", "有望", "拟", "将", "未")
_AMOUNTS = (
    (YEAR_ASKED, re.compile(r"年度|当年|今年|本年")),
    (re.compile(r"引资"), re.compile(r"引资")),
    (re.compile(r"到位"), re.compile(r"到位")),
)


def answer_batches(query: Query, knowledge: Knowledge) -> Draft | None:
    """The answer from stored batches, a refusal by slot, or None where the question is not about batches."""
    if query.kind == "money" and _SHARE.search(query.text):
        return None  # 拔节类占总投资多少
    if not knowledge.batches or not (about_batches(query) or _of_programme(query, knowledge)):
        return None
    if (over := over_rounds(query, knowledge)) is not None:
        query = over
    choice = choose(query, knowledge)
    if (choice is None or isinstance(choice, Draft)) and (only := _by_rate(query, knowledge)) is not None:
        choice = only
    if isinstance(choice, Draft) or choice is None:
        return choice or _of_no_such_quarter(query, knowledge)
    wanted, rates = rate_names(query.text), {one.name for f in choice.batches for one in f.value.rates}
    if wanted and not rates.intersection(wanted):
        choice = _by_rate(query, knowledge) or choice  # 第六期投产率: of the one part that has such a rate
    named = tuple(replace(found, value=as_printed(found, knowledge)) for found in choice.batches)
    draft = _answer(query, knowledge, replace(choice, batches=named))
    if draft is None:
        return None
    summed = [told for found in choice.batches if (told := how_summed(found, knowledge, draft))]
    detail = "；".join((*summed, *((draft.detail,) if draft.detail else ()))) or None
    return replace(draft, detail=detail, stage=choice.batches[0].value.stage)


def _of_no_such_quarter(query: Query, knowledge: Knowledge) -> Draft | None:
    """一季度集中开工, where the one that is told is of the second quarter: nothing else of 一季度 stands for it."""
    asked = _QUARTER.search(query.text)
    name = next((one for one in knowledge.programmes if len(one) > _NAME and one in query.text), None)
    if asked is None or name is None or query.kind not in ("count", "money"):
        return None
    told = [str(found.value.period or "") for found in knowledge.batches if found.value.programme == name]
    if not any(_QUARTER.search(one) for one in told) or any(asked[0] in one for one in told):
        return None
    answer = texts.NO_PERIOD.format(period=asked[0], what=f"“{name}”")
    return Draft("not_found", outward_kind(query.kind), answer, reason="period", held=True)


def how_summed(found: Found[Batch], knowledge: Knowledge, draft: Draft) -> str | None:
    """How the sum of a round that the answer tells, and that is printed nowhere, comes of its parts."""
    batch = found.value
    if not batch.derived or batch.total is None or money_text(batch.total) not in draft.answer:
        return None
    parts = {
        one.value.stage: one.value.total
        for one in knowledge.batches_by_period.get(batch.period, ())
        if one.article == found.article and one.value.programme == batch.programme
        and one.value.category is None and one.value.total is not None and not one.value.derived
    }  # fmt: skip
    if round(sum(parts.values()), 4) != round(batch.total, 4):
        return None
    told = "＋".join(f"{stage}{money_text(total)}" for stage, total in parts.items())
    return f"{told}＝{money_text(batch.total)}（推算）"


def _of_programme(query: Query, knowledge: Knowledge) -> bool:
    """双百攻坚这回几个项目: a programme is named and nothing else is asked of it than its size or its sum."""
    if query.kind not in ("count", "money") or any(link.kind in ("project", "person") for link in query.links):
        return False
    name = next((one for one in knowledge.programmes if len(one) >= _NAME and one in query.text), None)
    if name is None:
        return False
    free = (*amount_words(), "投资", "项目")
    return all(term.text in name or term.text in free or term.weight <= WEAK for term in query.terms)


def _by_rate(query: Query, knowledge: Knowledge) -> Choice | None:
    """前十四期达产率: one part alone of those rounds has that rate, the asked one where a stage is said."""
    asks = query.kind in ("percent", "yesno") and len(query.periods) == 1
    wanted = rate_names(query.text) if asks else ()
    if not wanted or query.category or query.programme or any(term.critical for term in query.terms):
        return None
    held = [
        found
        for found in knowledge.batches_by_period.get(query.periods[0], ())
        if any(one.endswith(rate.name) for rate in found.value.rates for one in wanted)
        and query.district in (None, found.value.district)
        and (not query.stages or found.value.stage in query.stages)
    ]
    return Choice((held[0],)) if len(held) == 1 else None


def _proofs(found: Sequence[Found[Batch]], names: bool = False) -> tuple[Proof, ...]:
    return tuple(
        Proof(f.article, (f.value.names_evidence or f.value.evidence) if names else f.value.evidence)
        for f in found
    )


def _answer(query: Query, knowledge: Knowledge, choice: Choice) -> Draft | None:
    premise = _premise(query, choice) or _lacks_a_round(query, choice)
    if premise is not None:
        return premise
    handlers = {
        "count": _count,
        "money": _money,
        "list": _list,
        "percent": _percent,
        "yesno": _yesno,
        "compare": _compare,
        "average": _average,
        "difference": _difference,
        "stage": _rates_of_range,
        "number": _count,
        "text": _told,
    }
    handler = handlers.get(query.kind)
    draft = share_of_round(query, knowledge, choice) or (handler(query, choice) if handler is not None else None)
    if draft is None:
        return None
    first = choice.batches[0].value
    detail = "；".join(part for part in (draft.detail, _assumption(choice)) if part) or None
    return _with(draft, detail, first)


def _with(draft: Draft, detail: str | None, batch: Batch) -> Draft:
    return replace(draft, detail=detail, period=batch.period, stage=batch.stage)


def _lacks_a_round(query: Query, choice: Choice) -> Draft | None:
    """第十期和第十一期一共多少, of which only one prints it: one of them is no sum."""
    asked = tuple(dict.fromkeys(period for period in query.periods if isinstance(period, int)))
    if not query.total or len(asked) < 2 or query.kind not in ("money", "count", "number"):
        return None
    told = {f.value.period for f in choice.batches if query.kind != "money" or f.value.total is not None}
    missing = next((period for period in asked if period not in told), None)
    if missing is None or any(not isinstance(period, int) for period in told):
        return None
    what = f"{query.stages[0]}项目的" if query.stages else "项目的"
    answer = texts.NO_ATTRIBUTE.format(subject=texts.period_name(missing), what=f"{what}这项数据")
    return Draft("not_found", outward_kind(query.kind), answer, reason="attribute")


def _assumption(choice: Choice) -> str | None:
    if not choice.assumed:
        return None
    said = texts.ASSUMED_PERIOD.format(period=texts.period_name(choice.batches[0].value.period))
    others = "、".join(texts.period_name(p) for p in choice.others)
    return f"{said}，{texts.OTHER_PERIODS.format(periods=others)}。" if others else f"{said}。"


def _premise(query: Query, choice: Choice) -> Draft | None:
    """第七期签约的5个项目: the stated count is wrong."""
    counts = [int(value) for value, unit in query.figures if unit == "个" and value == int(value)]
    stated = [
        n for n in counts if not (n == 3 and (query.all_stages or query.programme or "三" in query.text))
    ]
    if (asked := asked_count(query.text)) is not None and asked in stated and not _SO_MANY.search(query.text):
        stated.remove(asked)  # 哪两个还没竣工: so many names are asked for
    batch = choice.batches[0].value
    stated = [] if _OUT_OF.search(query.text) else stated  # 46个项目里产业类有几个
    if (
        len(choice.batches) != 1
        or not stated
        or batch.count is None
        or stated[0] == batch.count
        or query.kind in ("lookup", "compare")
    ):
        return None
    answer = f"{label(batch)}的是{batch.count}个项目，不是{stated[0]}个。"
    return Draft(
        "corrected",
        outward_kind(query.kind),
        answer,
        _proofs(choice.batches),
        period=batch.period,
        stage=batch.stage,
    )


def money_text(value: float) -> str:
    """Amounts in 亿元 as they are said."""
    return f"{texts.number_text(value)}亿元"


def _count(query: Query, choice: Choice) -> Draft | None:
    known = [f for f in choice.batches if f.value.count is not None]
    if not known or asks_progress(query.text) or _of_part_in_stage(query, choice):
        return None
    if _come_further(query, choice) or (asks_undone(query) and not any("未" in (f.value.stage or "") for f in known)):
        return None
    if len(known) > 1 and query.total:
        return _sum_counts(known)
    parts = [f"{label(f.value)}{f.value.count}个" if len(known) > 1 else f"{f.value.count}个" for f in known]
    return Draft("answered", "count", "，".join(parts), _proofs(known))


def _of_part_in_stage(query: Query, choice: Choice) -> bool:
    """已开工的46个项目里产业类有几个: the number of all 产业类 is not that of those that have begun."""
    batch = choice.batches[0].value
    return bool(batch.category and batch.stage is None and query.stages and _OUT_OF.search(query.text))


def _come_further(query: Query, choice: Choice) -> bool:
    """签的31个现在开工了几个: how many were signed is not how many of them have begun."""
    asked = _SO_FAR.search(query.text)
    if asked is None:
        return False
    named = "".join(f"{label(f.value)}{f.value.stage or ''}{f.value.programme or ''}" for f in choice.batches)
    return asked["deed"] not in named


def _sum_counts(known: Sequence[Found[Batch]]) -> Draft:
    total = sum(f.value.count or 0 for f in known)
    parts = "＋".join(f"{label(f.value)}{f.value.count}个" for f in known)
    return Draft("answered", "sum", f"{total}个", _proofs(known), detail=f"{parts}＝{total}个（推算）")


def _money(query: Query, choice: Choice) -> Draft | None:
    wanted = next((words for asked, words in _AMOUNTS if asked.search(query.text)), None)
    if wanted is not None or all(f.value.total is None for f in choice.batches):
        if wanted is None and "总投资" in query.text:
            wanted = _WHOLE_AMOUNT  # what was spent so far is not it
        return _amount(choice, wanted)
    known = [f for f in choice.batches if f.value.total is not None]
    if not known:
        return None
    if len(known) > 1 and (query.total or query.all_stages):
        total = round(sum(f.value.total or 0 for f in known), 4)
        summed = "＋".join(f"{label(f.value)}{money_text(f.value.total or 0)}" for f in known)
        return Draft(
            "answered",
            "sum",
            money_text(total),
            _proofs(known),
            detail=f"{summed}＝{money_text(total)}（推算）",
        )
    parts = [
        f"{label(f.value)}{money_text(f.value.total or 0)}"
        if len(known) > 1
        else money_text(f.value.total or 0)
        for f in known
    ]
    derived = any(f.value.derived for f in known)
    detail = texts.SUMMED_UP if derived else None
    return Draft("answered", "money", "，".join(parts), _proofs(known), detail=detail)


def _amount(choice: Choice, wanted: re.Pattern[str] | None) -> Draft | None:
    """An amount of another kind than the total: this year's plan, agreed, paid in."""
    found = [
        (f, one)
        for f in choice.batches
        for one in f.value.amounts
        if wanted is None or wanted.search(one.kind)
    ]
    if not found:
        return None
    said = [texts.amount_text(one) for _, one in found]
    parts = (
        [f"{label(f.value)}{text}" for (f, _), text in zip(found, said, strict=True)]
        if len(found) > 1
        else said
    )
    return Draft(
        "answered",
        "money",
        "，".join(parts),
        _proofs([f for f, _ in found]),
        detail=f"公报所写为{found[0][1].kind}",
    )


def _told(query: Query, choice: Choice) -> Draft | None:
    """开工一批怎么样: its size and sum, where nothing else is asked about it; else the names in it."""
    own = "".join(part for f in choice.batches for part in _names_of(f.value))
    more = [t for t in query.terms if t.text not in own]
    known = [f for f in choice.batches if f.value.count is not None or f.value.total is not None]
    if more or not known or not _STATE.search(query.text):
        return _list(query, choice)
    pieces = []
    for found in known:
        batch = found.value
        size = f"{batch.count}个项目" if batch.count is not None else ""
        total = f"总投资{money_text(batch.total)}" if batch.total is not None else ""
        pieces.append(f"{label(batch)}{'，'.join(part for part in (size, total, batch.status) if part)}")
    return Draft("answered", "text", "；".join(pieces), _proofs(known))


def _names_of(batch: Batch) -> tuple[str, ...]:
    """All words by which a batch is called."""
    return tuple(name for name in (label(batch), batch.programme, batch.stage, batch.category, batch.event) if name)


def _list(query: Query, choice: Choice) -> Draft | None:
    asks_names = query.kind == "list" or "项目" in query.text
    if not asks_names or asks_undone(query):
        return None
    named = [f for f in choice.batches if f.value.names]
    batch = choice.batches[0].value
    if query.kind == "text" and not named:
        return None
    if not named:
        if rate_names(query.text) or not re.search(
            r"项目|名单|一批|的$|哪些$|什么$|啥$|有哪|都有", query.text
        ):
            return None
        answer = texts.NO_LIST.format(subject=label(batch))
        detail = f"公报写明共{batch.count}个。" if batch.count else None
        return Draft(
            "not_found", "list", answer, reason="attribute", detail=detail, proofs=_proofs(choice.batches)
        )
    pieces = []
    for found in named:
        names = "、".join(found.value.names)
        pieces.append(f"{label(found.value)}：{names}" if len(named) > 1 else names)
    count = batch.count
    complete = count is None or len(batch.names) >= count
    if not complete and len(named) == 1:
        if _SOME.search(query.text):
            detail = texts.LISTED_OF.format(count=count, listed=len(batch.names))
            return Draft("answered", "list", f"{pieces[0]}等", _proofs(named, True), detail=detail)
        answer = texts.PARTIAL_LIST.format(subject=label(batch))
        return Draft(
            "not_found",
            "list",
            answer,
            reason="attribute",
            detail=f"已知其中的{pieces[0]}。",
            proofs=_proofs(named, True),
        )
    detail = f"共{len(batch.names)}个" if len(named) == 1 else None
    return Draft("answered", "list", "\n".join(pieces), _proofs(named, True), detail=detail)


def _percent(query: Query, choice: Choice) -> Draft | None:
    wanted = rate_names(query.text)
    for found in choice.batches:
        rates = [
            r
            for r in found.value.rates
            if not wanted or any(name in w or w in name for w in wanted for name in (r.name,))
        ]
        if rates:
            said = [
                f"{r.name}{r.modality if r.modality in texts.MODALITY_FIRST else ''}{texts.number_text(r.value)}%"
                for r in rates
            ]
            only = said[0].removeprefix(rates[0].name)
            return Draft(
                "answered", "percent", only if len(rates) == 1 else "、".join(said), _proofs([found])
            )
    return None


def _rates_of_range(query: Query, choice: Choice) -> Draft | None:
    """开工率100%、投产率100% for how far 前五期 have come: of all of them nothing but the rates is told."""
    return _percent(query, choice) if is_range(choice.batches[0].value.period) else None


def _yesno(query: Query, choice: Choice) -> Draft | None:
    found = choice.batches[0]
    batch = found.value
    wanted = rate_names(query.text) or (rates_asked(query) if is_range(batch.period) else ())
    rate = (
        next((r for r in batch.rates if any(r.name in w or w in r.name for w in wanted)), None)
        if wanted
        else None
    )
    if rate is not None:
        figure = next((value for value, unit in query.figures if unit == "%"), None)
        said = f"{rate.name}{texts.number_text(rate.value)}%"
        if rate.modality in texts.MODALITY_FIRST:
            return Draft("answered", "yesno", f"不是，公报写的是“{rate.modality}{said}”", _proofs([found]))
        if figure is None or figure == rate.value:
            return Draft("answered", "yesno", f"是，{said}", _proofs([found]))
        return Draft("corrected", "yesno", f"不是，{said}", _proofs([found]))
    if batch.status and _ASKS_ALL.search(query.text) and any(w in batch.status for w in _NOT_DONE):
        return Draft("answered", "yesno", f"不是，公报写的是“{batch.status}”", _proofs([found]))
    if batch.status and (len(query.stages) == 2 or _ASKS_ALL.search(query.text)) and "全" in batch.status:
        return Draft("answered", "yesno", f"是，{batch.status}", _proofs([found]))
    return None


_OF_MONEY = load_pattern("answering.batches.of_money")
_AMONG = load_pattern("answering.batches.among")


def _compare(query: Query, choice: Choice) -> Draft | None:
    among = _AMONG.search(query.text)
    if len(choice.batches) < max(2, int(parse_number(among[1])) if among else 2):
        return None  # 三类里头哪类最多, and only two of them are known
    by_count = (
        bool(re.search(r"个数|项目数|数量|几个|项目(?:个数)?最?[多少]|多少个", query.text))
        and "投资" not in query.text
        and "钱" not in query.text
    )
    if not by_count and not _OF_MONEY.search(query.text) and any(f.value.total is None for f in choice.batches):
        by_count = all(f.value.count is not None for f in choice.batches)  # 哪轮开工最少, of numbers alone
    known = [f for f in choice.batches if (f.value.count if by_count else f.value.total) is not None]
    if len(known) < 2:
        return None
    least = bool(re.search(r"最少|最低|最小|更少|少(?:一些|点)?$|最省", query.text))

    def key(found: Found[Batch]) -> float:
        return (found.value.count if by_count else found.value.total) or 0

    ranked = sorted(known, key=key, reverse=not least)
    same = re.search(r"一样|相同|相等|同样", query.text)
    if same:
        return None
    said = [
        f"{label(f.value)}（{f'{f.value.count}个' if by_count else money_text(f.value.total or 0)}）"
        for f in ranked
    ]
    best = [s for s, f in zip(said, ranked, strict=True) if key(f) == key(ranked[0])]
    return Draft("answered", "compare", "、".join(best), _proofs(ranked), detail="、".join(said))


def _average(query: Query, choice: Choice) -> Draft | None:
    batch = choice.batches[0].value
    if batch.total is None or not batch.count:
        return None
    value = round(batch.total / batch.count, 4)
    detail = f"{money_text(batch.total)}÷{batch.count}个＝{money_text(value)}（推算）"
    return Draft("answered", "sum", money_text(value), _proofs(choice.batches[:1]), detail=detail)


def _difference(query: Query, choice: Choice) -> Draft | None:
    if len(choice.batches) != 2:
        return None
    by_count = bool(re.search(r"几个|多少个|个数|项目数|个项目", query.text))
    values = [(f.value.count if by_count else f.value.total) for f in choice.batches]
    if values[0] is None or values[1] is None:
        return None
    gap = round(values[0] - values[1], 4)
    unit = "个" if by_count else "亿元"
    labels = [label(f.value) for f in choice.batches]
    said = [
        f"{name}{texts.number_text(value or 0)}{unit}" for name, value in zip(labels, values, strict=True)
    ]
    word = "多" if gap > 0 else "少"
    if gap == 0:
        return Draft(
            "answered",
            "compare",
            f"一样，都是{texts.number_text(values[0])}{unit}",
            _proofs(choice.batches),
            detail="，".join(said),
        )
    answer = f"{labels[0]}比{labels[1]}{word}{texts.number_text(abs(gap))}{unit}"
    return Draft(
        "answered",
        "compare",
        answer,
        _proofs(choice.batches),
        detail=f"{said[0]}，{said[1]}，相差{texts.number_text(abs(gap))}{unit}（推算）",
    )
