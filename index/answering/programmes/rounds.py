"""The rounds that the bulletins know, each with its whole, its stages and its kinds, and the parts a question means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from index.answering.evidence import texts
from index.answering.evidence.draft import Proof
from index.answering.evidence.knowledge import Knowledge
from index.answering.programmes.batch_choice import label, within_place_and_year
from index.answering.programmes.printed import as_printed
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.language.scripts import compact
from index.records import Batch, Found
from index.understanding.query import Link, Query

WHOLE = (None, "合计", "累计")
_KINDS = load_pattern("answering.rounds.kinds")  # 三类项目, 哪类
_FREE = load_pattern("answering.rounds.free")  # what asks for a size and an order, and names nothing
_CORE = load_pattern("answering.rounds.core")  # 产业项目 → 产业
_SHORTEST = 2
_SEVERAL = 2


@dataclass(slots=True)
class Round:
    """One round (or season) of a programme as one article tells it.

    Attributes:
        whole: all of it, where it is told. stages: 签约, 开工 …; kinds: 产业项目, 民生项目 …
    """

    article: str
    programme: str | None
    period: int | str | None
    whole: Found[Batch] | None = None
    stages: dict[str, Found[Batch]] = field(default_factory=dict)
    kinds: list[Found[Batch]] = field(default_factory=list)

    @property
    def all(self) -> tuple[Found[Batch], ...]:
        """Everything that is told of it."""
        return (*((self.whole,) if self.whole else ()), *self.stages.values(), *self.kinds)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one round, or of several, that a question means.

    Attributes:
        rounds: the rounds, in the order asked. parts: theirs. others: the periods known besides, if none was asked.
    """

    rounds: tuple[Round, ...]
    parts: tuple[Found[Batch], ...]
    others: tuple[int, ...] = ()

    @property
    def assumed(self) -> str | None:
        """That the latest round was taken, where others are known."""
        if not self.others:
            return None
        names = "、".join(texts.period_name(one) for one in self.others)
        said = texts.ASSUMED_PERIOD.format(period=texts.period_name(self.rounds[0].period))
        return f"{said}，{texts.OTHER_PERIODS.format(periods=names)}。"


def known_rounds(query: Query, knowledge: Knowledge, any_period: bool = False) -> list[Round]:
    """The rounds of the asked programme, district and year, the latest first; of all periods with ``any_period``."""
    query = replace(query, periods=(), period=None) if any_period else query
    found: dict[tuple[str, str | None, int | str | None], Round] = {}
    for one in within_place_and_year(query, knowledge):
        batch = one.value
        if query.periods and batch.period not in query.periods:
            continue
        key = (one.article, batch.programme, batch.period)
        held = found.setdefault(key, Round(*key))
        if batch.category:
            held.kinds.append(one)
        elif batch.stage in WHOLE:
            held.whole = held.whole or one
        else:
            held.stages.setdefault(str(batch.stage), one)
    for held in found.values():
        of_kinds = {one.value.stage for one in held.kinds}
        if held.whole is None and len(of_kinds) == 1:  # 集中开工34个，其中产业类19个: all of it is of one stage
            held.whole = held.stages.pop(str(of_kinds.pop()), None)
    named = [one for one in found.values() if one.programme or one.period is not None]
    return sorted(named, key=lambda one: _newest_first(one.period))


def _newest_first(period: int | str | None) -> tuple[int, int]:
    """Numbered rounds from the last one on, then those of a year from the latest on, then the rest."""
    if isinstance(period, int):
        return 0, -period
    year = re.match(r"20\d\d", period or "")
    return (1, -int(year[0])) if year is not None else (2, 0)


def parts_meant(query: Query, knowledge: Knowledge) -> Parts | None:
    """The parts that every naming word of the question is a word of; None where one is left, or districts differ."""
    rounds = known_rounds(query, knowledge)
    if any(link.kind != "district" and not _of_a_kind(link, query, rounds) for link in query.links) or query.scope:
        return None
    where = {one.value.district for held in rounds for one in held.all if one.value.district}
    if len(where) > 1:
        return None
    fitting = [(held, parts) for held in rounds if (parts := _parts(query, held)) and names_only(query, held)]
    if not fitting:
        return None
    if len(set(query.periods)) > 1:
        by_period = {held.period: (held, parts) for held, parts in reversed(fitting)}
        if any(period not in by_period for period in query.periods):
            return None
        chosen = [by_period[period] for period in dict.fromkeys(query.periods)]
    else:
        chosen = fitting[:1]
    first = chosen[0][0]
    counted = isinstance(first.period, int) and not query.periods
    others = [held.period for held in rounds if held.programme == first.programme and held.period != first.period]
    known = tuple(dict.fromkeys(one for one in others if isinstance(one, int))) if counted else ()
    parts = tuple(one for _, parts in chosen for one in parts)
    return Parts(tuple(held for held, _ in chosen), parts, known)


def _of_a_kind(link: Link, query: Query, rounds: Sequence[Round]) -> bool:
    """城市更新项目 is the kind of that name, though one project's name ends like it."""
    names = {str(one.value.category) for held in rounds for one in held.kinds}
    return any(
        match.start() <= link.start and link.end <= match.end() and not link.exact
        for name in names
        for match in re.finditer(re.escape(name), query.text)
    )


def _parts(query: Query, held: Round) -> tuple[Found[Batch], ...]:
    """The kinds, the stages, or the whole of a round that is asked about; nothing where it has not all of them."""
    own_kinds = _kinds(query, held)
    named = {name: core for name in own_kinds if len(core := _CORE.sub("", name)) >= _SHORTEST}
    said = {name: core for name, core in named.items() if core in query.text}
    said = {name: core for name, core in said.items() if not any(core in one for one in said.values() if one != core)}
    asked = sorted((query.text.find(core), name) for name, core in said.items())
    if asked:
        kinds = tuple(own_kinds[name] for _, name in asked)
        mixed = query.stages and any(one.value.stage not in query.stages for one in kinds)
        return () if mixed else kinds  # 新建项目比续建项目多几个: one of a kind, one of a stage
    if query.stages and held.stages:
        own = [_of_stage(held, stage) for stage in sorted(query.stages, key=query.text.find)]
        return tuple(one for one in own if one is not None) if None not in own else ()
    if (every := _KINDS.search(query.text)) is not None and len(own_kinds) >= _SEVERAL:
        number, of_one = every["n"], len({one.value.stage for one in own_kinds.values()}) == 1
        kinds = _dividing(tuple(own_kinds.values()), held.whole)
        return kinds if of_one and (not number or parse_number(number) == len(kinds)) else ()
    if query.all_stages:
        return tuple(held.stages.values()) if len(held.stages) >= _SEVERAL else ()
    return (held.whole,) if held.whole is not None else ()


def _dividing(kinds: tuple[Found[Batch], ...], whole: Found[Batch] | None) -> tuple[Found[Batch], ...]:
    """The kinds that the whole is divided into, one behind the other; 亿元以上19个 beside them is no such kind."""
    count = whole.value.count if whole is not None else None
    if count is None or sum(one.value.count or 0 for one in kinds) <= count:
        return kinds
    runs = [kinds[low:high] for low in range(len(kinds)) for high in range(low + _SEVERAL, len(kinds) + 1)]
    return next((run for run in runs if sum(one.value.count or 0 for one in run) == count), ())


def _kinds(query: Query, held: Round) -> dict[str, Found[Batch]]:
    """The kinds by name, of the asked stages where they are told by stage."""
    fitting = [one for one in held.kinds if not query.stages or one.value.stage in (None, *query.stages)]
    found: dict[str, Found[Batch]] = {}
    for one in fitting:
        found.setdefault(str(one.value.category), one)
    return found


def _of_stage(held: Round, stage: str) -> Found[Batch] | None:
    """The part of a stage, the usual ones also by names of their own (“提前签约”); all of it where that is begun."""
    if held.whole is not None and held.whole.value.stage == stage:
        return held.whole
    return held.stages.get(stage) or next((one for name, one in held.stages.items() if stage in name), None)


def names_only(query: Query, held: Round) -> bool:
    """No word of the question names anything but the round, its parts and what is asked of them."""
    known = compact("".join(_words(one.value) for one in held.all))
    for term in query.terms:
        word = compact(term.text)
        if word not in known and word not in query.stages and _FREE.sub("", word) not in known:
            return False
    return True


def _words(batch: Batch) -> str:
    said = (label(batch), batch.programme, batch.stage, batch.district, batch.category, batch.event)
    return "，".join(part for part in said if part)


def named_part(found: Found[Batch], knowledge: Knowledge) -> str:
    """第七期“开工一批”, as its bulletin prints it; 产业项目 without the season that it is told of."""
    batch = as_printed(found, knowledge)
    said, period = label(batch), texts.period_name(batch.period)
    if batch.stage and batch.stage in (batch.programme or ""):
        said = said.removesuffix(batch.stage)  # “集中开工” says already what of
    return said.removeprefix(period) if batch.category and not isinstance(batch.period, int) else said


def proofs_of(parts: Sequence[Found[Batch]]) -> tuple[Proof, ...]:
    """The sentences that state these parts."""
    return tuple(Proof(one.article, one.value.evidence) for one in parts)
