"""Which batches a question means: by programme, period, stage, kind, district, year and scope."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, outward_kind
from index.answering.evidence.explain import coverage
from index.answering.evidence.knowledge import Knowledge, Told
from index.extraction.programmes.cues import is_range
from index.extraction.programmes.own_groups import SORTS
from index.language.lexicon import load_pattern, load_table
from index.language.scripts import compact
from index.records import Batch, Found
from index.understanding.periods import has_name, period_forms
from index.understanding.query import Query, Term
from index.understanding.terms import WEAK, amount_words

_STAGE_NAMES = ("签约", "开工", "投产")
_WHOLE = ("合计", "累计")
_ONE_BATCH = load_pattern("answering.batch_choice.one_batch")
_OVER_SERIES = load_pattern("answering.batch_choice.over_series")  # 哪个批次最多
_SO_MANY_ROUNDS = load_pattern("answering.batch_choice.so_many_rounds")  # 四轮里, 哪一轮
_WHICH_ROUND = load_pattern("answering.batch_choice.which_round")
_STATED = load_pattern("answering.batch_choice.stated")
_CATEGORY_END = load_pattern("answering.batch_choice.category_end")
_APART = load_pattern("answering.batch_choice.apart")
_SIZE_WORD = load_pattern("answering.batch_choice.size_word")
_MANNER = load_pattern("answering.batch_choice.manner")
_ABOVE = load_pattern("answering.batch_choice.above")
_PARTS = load_pattern("answering.batch_choice.parts")
_YEAR = load_pattern("answering.batch_choice.year")
_QUARTER = load_pattern("answering.batch_choice.quarter")
OF_ROUND = load_pattern("answering.batch_choice.of_round")  # 占总投资的百分之多少
_MOST = 100  # batches that are looked at, the newest
_LEFTOVER = 0.72  # share of the content words that the batch must account for


@dataclass(frozen=True, slots=True)
class Choice:
    """The batches a question means.

    Attributes:
        batches: one per asked stage (and period), in the order asked.
        assumed: the period was not said and the latest was taken.
        others: further periods that are known.
    """

    batches: tuple[Found[Batch], ...]
    assumed: bool = False
    others: tuple[int | str, ...] = ()


def about_batches(query: Query) -> bool:
    """True where a period, a stage or a programme is asked about, and no project or person."""
    named = any(link.kind in ("project", "person") for link in query.links)
    slots = bool(query.periods or query.stages or query.all_stages or query.programme or query.category)
    slots = slots or bool(_OVER_SERIES.search(query.text))
    return (
        slots
        and not named
        and query.kind not in ("date", "place", "person", "office", "phone", "summary", "lookup", "duration")
    )


def label(batch: Batch) -> str:
    """第七期“开工一批”, as people say it."""
    period = texts.period_name(batch.period)
    if batch.event and not batch.programme:
        return batch.event
    if batch.category:
        return f"{period}{batch.category}"
    return group_name(batch.period, batch.programme, batch.stage) or batch.event or "该批"


def group_name(period: int | str | None, programme: str | None, stage: str | None) -> str:
    """第七期“开工一批”, 2025年一季度“三抓三促”; "" where nothing is known."""
    said = texts.period_name(period)
    if stage is None or stage in _WHOLE:
        return f"{said}“{programme}”" if programme else said
    if stage.startswith("未"):
        return f"{said}{stage}项目"
    if stage.endswith("一批"):  # as printed
        return f"{said}“{stage}”"
    if stage.endswith("项目"):
        return f"{said}{f'“{programme}”' if programme else ''}{stage}"
    if stage not in printed_stages() and stage.endswith(SORTS):  # “夺魁”类, “谋划库”
        return f"{said}“{stage.removesuffix('类')}”{'类' if stage.endswith('类') else ''}"
    if (programme and "一批" in programme) or stage not in printed_stages():
        return f"{said}“{stage}一批”"
    return f"{said}{f'“{programme}”' if programme else ''}{stage}"


@lru_cache(maxsize=1)
def printed_stages() -> frozenset[str]:
    """The stages that bulletins everywhere have; others are names of their own (“引进一批”)."""
    return frozenset(row[0] for row in load_table("stages"))


def _slot_text(batch: Batch) -> str:
    parts = [
        label(batch),
        texts.period_name(batch.period).replace("期", "批") if "批" in (batch.programme or "") else "",
        batch.programme or "",
        batch.stage or "",
        batch.district or "",
        batch.category or "",
        batch.event or "",
        batch.place or "",
    ]
    return compact("".join(parts))


def _evidence(knowledge: Knowledge, found: Found[Batch]) -> str:
    return _said(knowledge, found)[0]


def _said(knowledge: Knowledge, found: Found[Batch]) -> Told:
    """What is printed of one of the known batches; its slots, what is printed of the whole, and the heading above."""
    held = knowledge.batch_texts.get(id(found))
    if held is None:
        page, batch = knowledge.page(found.article), found.value
        text = page.article.text
        printed = compact("".join(text[a:b] for a, b in (*batch.evidence, *batch.names_evidence)))
        parts = _PARTS.search(printed) if batch.category is None else None
        whole = printed[: parts.start()] if parts else printed  # 共38个，总投资89.6亿元：工业12个，… tells of its parts
        regions = ((_slot_text(batch), 1.0), (whole, 1.0), (page.heading, 0.7))
        held = knowledge.batch_texts[id(found)] = (printed, regions)
    return held


def _of_slots(query: Query, knowledge: Knowledge) -> Iterator[Found[Batch]]:
    """Batches of the programme and of the asked periods, newest first; of all periods where none is of these."""
    held: Sequence[Found[Batch]] = [
        found for period in dict.fromkeys(query.periods) for found in knowledge.batches_by_period.get(period, ())
    ]
    if len(set(query.periods)) > 1:
        held = sorted(held, key=lambda found: knowledge.date_of(found.article), reverse=True)
    if not any(_fits_programme(query, found.value) for found in held):
        held = knowledge.batches
    return (found for found in held if _fits_programme(query, found.value))


def within_place_and_year(query: Query, knowledge: Knowledge) -> Iterator[Found[Batch]]:
    """Of these the ones of the asked district, year and scope."""
    quarters = set(_QUARTER.findall(query.text))
    for found in _of_slots(query, knowledge):
        if query.district and found.value.district not in (None, query.district):
            continue
        if query.year is not None and not _of_year(query.year, knowledge, found):
            continue
        if query.scope and not _in_scope(query.scope, knowledge, found):
            continue
        if quarters and (told := _QUARTER.findall(str(found.value.period or ""))) and not quarters & set(told):
            continue  # 一季度签约9个 is nothing that the second quarter had
        yield found


def choose(query: Query, knowledge: Knowledge) -> Choice | Draft | None:
    """The batches that are meant, a refusal by slot, or None where no batch accounts for the question."""
    looked_at = islice(within_place_and_year(query, knowledge), _MOST)
    asked = {name for stage in query.stages for name in (stage, stage.removesuffix("类"))}
    asked |= {form for period in query.periods if isinstance(period, str) for form in period_forms(period)}
    terms = tuple(t for t in query.terms if t.text not in asked and not _STATED.fullmatch(t.text))
    if _WHICH_ROUND.search(query.text):
        terms = tuple(t for t in terms if not _SO_MANY_ROUNDS.fullmatch(t.text))
    if (share := OF_ROUND.search(query.text)) is not None:
        terms = tuple(t for t in terms if not share.start("of") <= t.start < share.end("of"))
    if query.kind == "difference":
        terms = tuple(t for t in terms if t.text not in amount_words() and not _APART.fullmatch(t.text))
    if query.kind in ("count", "money"):
        terms = tuple(t for t in terms if not (t.weight <= WEAK and _SIZE_WORD.fullmatch(t.text)))
    if query.kind == "money":
        terms = tuple(t for t in terms if t.text not in amount_words())  # a total need not say 总投资 again
        if query.inherited:  # 估算投资 of another part may be called 意向投资
            terms = tuple(t for t in terms if t.text != "投资" and not _MANNER.fullmatch(t.text))
    pool = [found for found in looked_at if not terms or _explains(terms, knowledge, found)]
    if query.kind == "count" and (above := _ABOVE.search(query.text)):
        printed = re.compile(rf"(?<![\d.]){above['sum'] or above['least']}")
        pool = [found for found in pool if printed.search(_evidence(knowledge, found))]
    if not pool:
        return None
    if query.periods:
        pool = [found for found in pool if found.value.period in query.periods] or pool
    else:
        pool = _of_stated_size(query, pool) or _not_of_former_years(query, knowledge, pool) or pool
    if _ONE_BATCH.search(query.text):
        pool = [found for found in pool if found.value.programme and "一批" in found.value.programme] or pool
    counted = [period for period in query.periods if isinstance(period, int)]
    if counted and len(counted) == len(query.periods) and not any(f.value.period in counted for f in pool):
        return _no_period(query, counted[0], _periods(pool))  # no district has it
    where = tuple(dict.fromkeys(found.value.district for found in pool if found.value.district))
    if len(where) > 1 and not query.district:
        if query.preferred not in where:
            return which_district(query, where)
        pool = [found for found in pool if found.value.district in (None, query.preferred)]
    known = _periods(pool)
    if query.periods:
        wanted: tuple[int | str, ...] = query.periods
        missing = [p for p in wanted if p not in known]
        if missing and len(missing) == len(wanted):
            if isinstance(missing[0], str) and has_name(missing[0]):
                return None  # it is known, of other batches
            return _no_period(query, missing[0], known)
        assumed = False
    else:
        series = [p for p in known if isinstance(p, str) and has_name(p)]
        over = len(series) > 1 and _OVER_SERIES.search(query.text)
        wanted = tuple(series) if over else () if _of_own_round(query, pool) else tuple(known[:1])
        assumed = len([p for p in known if isinstance(p, int)]) > 1
    picked = _pick(query, pool, wanted)
    if not picked:
        return None
    others = tuple(p for p in known if p not in wanted and isinstance(p, int))
    return Choice(picked, assumed and not query.inherited, others)


def _of_own_round(query: Query, pool: Sequence[Found[Batch]]) -> bool:
    """The asked stages are printed of a round without a name: it is the bulletin's own, the named ones are earlier."""
    own = [found.value for found in pool if found.value.period is None and found.value.category is None]
    counted = any(isinstance(found.value.period, int) for found in pool)
    return bool(query.stages) and not counted and all(any(b.stage == stage for b in own) for stage in query.stages)


def _of_stated_size(query: Query, pool: Sequence[Found[Batch]]) -> list[Found[Batch]]:
    """签约的15个项目: the batches of just that size and stage."""
    sizes = [int(value) for value, unit in query.figures if unit == "个"]
    return [
        found
        for found in pool
        if found.value.count in sizes and (not query.stages or found.value.stage in query.stages)
    ]


def _not_of_former_years(query: Query, knowledge: Knowledge, pool: Sequence[Found[Batch]]) -> list[Found[Batch]]:
    """Of the batches of the asked stages those of no year before the bulletin's: what it tells of them besides."""
    if query.year is not None or query.kind not in ("count", "money", "number", "list", "compare", "average"):
        return []
    held = []
    for found in pool:
        period = found.value.period
        year = _YEAR.match(period) if isinstance(period, str) else None
        if year is None or not year[0] < knowledge.date_of(found.article)[:4]:
            held.append(found)
    asked = query.stages or _WHOLE
    return held if any(found.value.stage in asked for found in held) or query.all_stages else []


def _of_year(year: int, knowledge: Knowledge, found: Found[Batch]) -> bool:
    """The batch is of this year: by its period, its event, its sentence, else by the article's date."""
    said = f"{found.value.period or ''}{found.value.event or ''}{_evidence(knowledge, found)}"
    if str(year) in said:
        return True
    if re.search(r"(?:19|20)\d{2}年", said):
        return False
    return (found.value.event_date or knowledge.date_of(found.article)).startswith(str(year))


def _in_scope(scope: str, knowledge: Knowledge, found: Found[Batch]) -> bool:
    """全市 is asked: a district's batch is not it, unless the text says so or the district is that city."""
    district = found.value.district or ""
    return scope.startswith("全") and district.endswith(scope[1:])


def which_district(query: Query, districts: Sequence[str]) -> Draft:
    """Several districts could be meant: the questions to choose from."""
    options = tuple(f"{district}{query.text.lstrip('那')}" for district in districts[:8])
    answer = texts.AMBIGUOUS_DISTRICT.format(count=len(districts))
    return Draft("ambiguous", outward_kind(query.kind), answer, options=options, confidence=0.5)


def _fits_programme(query: Query, batch: Batch) -> bool:
    if query.programme:
        return batch.programme == query.programme
    return True


def _explains(terms: tuple[Term, ...], knowledge: Knowledge, found: Found[Batch]) -> bool:
    share, missing, _ = coverage(terms, _said(knowledge, found)[1])
    return share >= _LEFTOVER and not any(term.critical for term in missing)


def _periods(pool: Sequence[Found[Batch]]) -> list[int | str]:
    numbers = sorted({f.value.period for f in pool if isinstance(f.value.period, int)}, reverse=True)
    words = dict.fromkeys(f.value.period for f in pool if isinstance(f.value.period, str))
    return [*numbers, *sorted(words, key=is_range)]


def _pick(
    query: Query, pool: Sequence[Found[Batch]], periods: Sequence[int | str]
) -> tuple[Found[Batch], ...]:
    printed = {found.value.stage for found in pool}
    asked = [stage for stage in query.stages if stage in printed or stage in _STAGE_NAMES]
    if not asked and any(stage not in printed_stages() for stage in query.stages):
        return ()  # another round has such a part, this one none
    if query.stages and not asked and query.kind == "count" and not _names_stages(query, pool):
        return ()  # 已经竣工了几个: how many they are in all tells nothing of it
    parts = _by_category(query, pool, periods)
    if parts:
        return parts
    stages: Sequence[str] = asked or (_all_stages(pool, periods) if query.all_stages else ("合计",))
    if len(query.stages) == 2 and query.kind == "yesno":
        stages = query.stages[:1]
    found: list[Found[Batch]] = []
    for period in periods or (None,):
        for stage in stages:
            match = _first(pool, period, stage)
            if match is not None:
                found.append(match)
    return tuple(found)


def _names_stages(query: Query, pool: Sequence[Found[Batch]]) -> bool:
    """The asked stage is a word of a programme, an event or a kind of projects: 集中竣工活动."""
    named = "".join(f"{f.value.programme or ''}{f.value.event or ''}{f.value.category or ''}" for f in pool)
    return any(stage.removesuffix("一批") in named for stage in query.stages)


def _all_stages(pool: Sequence[Found[Batch]], periods: Sequence[int | str]) -> Sequence[str]:
    """The three usual stages, or those that the bulletin has names of its own for, in its order."""
    of_these = [f.value for f in pool if f.value.period in periods or not periods]
    printed = [batch.stage for batch in of_these if batch.category is None]
    own = tuple(dict.fromkeys(stage for stage in printed if stage and stage not in _WHOLE))
    return own if len(own) > 1 else _STAGE_NAMES


def _by_category(
    query: Query, pool: Sequence[Found[Batch]], periods: Sequence[int | str]
) -> tuple[Found[Batch], ...]:
    """工业项目几个: the part of that kind, of the asked stage and period."""
    asked = query.text + "".join(term.text for term in query.terms)
    named = [
        f for f in pool if len(core := _CATEGORY_END.sub("", f.value.category or "")) > 1 and core in asked
        and not (_WHICH_ROUND.search(query.text) and _SO_MANY_ROUNDS.fullmatch(core))
    ]  # fmt: skip
    if query.stages:
        named = [f for f in named if f.value.stage is None or f.value.stage in query.stages]
    fitting = [f for f in named if f.value.period in periods] or named
    unique: dict[str | None, Found[Batch]] = {}
    for found in fitting:
        unique.setdefault(found.value.category, found)
    return tuple(unique.values())


def _first(pool: Sequence[Found[Batch]], period: int | str | None, stage: str) -> Found[Batch] | None:
    same = [f for f in pool if f.value.period == period and f.value.category is None]
    for found in same:
        if found.value.stage == stage:
            return found
    if stage in _STAGE_NAMES and (own := next((f for f in same if stage in (f.value.stage or "")), None)):
        return own  # “提前签约”
    if stage == "合计":
        return next((f for f in same if f.value.stage in (None, "累计")), None)
    return None


def _no_period(query: Query, period: int | str, known: Sequence[int | str]) -> Draft:
    names = "、".join(
        texts.period_name(p) for p in sorted((p for p in known if isinstance(p, int)), reverse=True)
    )
    detail = f"公报里有{names}的数据。" if names else None
    what = f"“{query.programme}”" if query.programme else "项目"
    answer = texts.NO_PERIOD.format(period=texts.period_name(period), what=what)
    return Draft("not_found", outward_kind(query.kind), answer, reason="period", detail=detail)
