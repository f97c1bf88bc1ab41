"""How far a figure of this year is from the one of a year before, where both are printed as levels:
总投资30亿元 … 去年春季集中开工项目40个，总投资21亿元 are 9亿元 apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.answering.candidates import arithmetic
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import scope_fits
from index.answering.evidence.pool import Evidence, of_page
from index.answering.figures.asked import asked_unit, bare_text
from index.answering.figures.computed import computed_draft
from index.answering.figures.operands import Operand, fits_unit, sentence_operands
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.understanding.query import Query, Term

_ASKS = load_pattern("answering.years_apart.asks")
_ASKS_WHETHER = load_pattern("answering.years_apart.asks_whether")
_UPWARDS = ("多", "高", "大", "增加", "增长", "提高", "上升")
_YEAR = load_pattern("answering.years_apart.year")
_SEASON = load_pattern("answering.years_apart.season")
_SAME_SEASON = "同期"
_SORTS = (
    load_pattern("answering.years_apart.planned"),
    load_pattern("answering.years_apart.done"),
    load_pattern("answering.years_apart.agreed"),
    load_pattern("answering.years_apart.in_place"),
)
_GOES_ON = load_pattern("answering.years_apart.goes_on")
_MONEY = load_pattern("answering.years_apart.money")
_OF_MONEY = load_pattern("answering.years_apart.of_money")  # 签约额: no number of projects
_GROWS = load_pattern("answering.years_apart.grows")
_OF_LEVELS = load_pattern("answering.years_apart.of_levels")
_AGAINST = load_pattern("answering.years_apart.against")
_TAIL = load_pattern("answering.years_apart.tail")
_COUNTED = load_pattern("answering.years_apart.counted")
_BARE = load_pattern("answering.years_apart.bare")
_WHOLE = load_pattern("answering.years_apart.whole")
_AREA = load_pattern("answering.years_apart.area")
_WHOLE_WORD = load_pattern("answering.years_apart.whole_word")
_WEAK = 0.15  # weight of a word that says nothing
_STAGES = load_pattern("answering.years_apart.stages")
_STAGE_OF = {"签约": 0, "开工": 1, "动工": 1, "投产": 2, "竣工": 2}
_PAGES = 3  # articles that are looked through
_BEFORE = {"去年": -1, "上年": -1, "上一年": -1, "前年": -2}
_ENOUGH = 0.6  # share of the words of the question that must stand with either figure
_OF_STAGE = 0.2  # what it gains whose own item says the asked stage: 开工项目17个, not 活动涉及项目26个
_OWN = 0.3  # what a figure gains whose own item holds them
_NAMED = 0.75
_PACE = ("增长", "增速", "增幅")  # of these the printed changes are the levels
_PART = 0.3
_SURE = 0.05  # readings closer than this are equally good


@dataclass(frozen=True, slots=True)
class _When:
    """A year (relative to the paper's own where that is not known) and the part of it, "" for none."""

    year: int
    season: str = ""


@dataclass(frozen=True, slots=True)
class _Side:
    """What is asked of one year: the sorts of money that are named, and when."""

    sorts: frozenset[int]
    when: _When


@dataclass(frozen=True, slots=True)
class _Level:
    """A printed figure with its time and how far it accounts for the question."""

    one: Operand
    when: _When
    share: float


def asks_years_apart(query: Query) -> re.Match[str] | None:
    """What is set against which year (the groups x and y), where so much of a level is asked for; else None."""
    match = _ASKS.match(bare_text(query.text)) if "年" in query.text else None
    if match is None or (_GROWS.search(match["way"]) and not _OF_LEVELS.search(match["ask"])):
        return None  # 增长多少: the printed rate
    return match


def years_apart(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The difference of two printed levels; None where none is asked for, or the change itself is printed."""
    match = asks_years_apart(query)
    if match is None:
        return None
    measure, unit = _measure(match), asked_unit(match["ask"]) or ("元" if _OF_MONEY.search(match["x"]) else None)
    found: list[tuple[float, Operand, Operand]] = []
    pages = {one.page.article.id: one.page for one in sorted(pool, key=lambda one: one.rank)}
    for page in list(pages.values())[:_PAGES]:
        near = [one for one in of_page(page) if one.sentence.role == "paragraph" and scope_fits(query, one)]
        if near and query.district in (None, page.article.district):
            found += _pairs(query, match, measure, unit, near)
    found.sort(key=lambda one: -one[0])
    if not found or any(found[0][0] - other[0] < _SURE and _values(other) != _values(found[0]) for other in found[1:]):
        return None
    _, now, then = found[0]
    return _said(now, then, unit)


def asks_more_than_then(query: Query) -> re.Match[str] | None:
    """比去年多吗: whether this year's level is the higher one; None where that is not asked."""
    return _ASKS_WHETHER.search(fold(query.text)) if query.kind == "yesno" else None


def more_than_then(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """是 or 不是 by the two printed levels, with how far they are apart; None where not both are printed."""
    asked = asks_more_than_then(query)
    if asked is None:
        return None
    text = fold(query.text)[: asked.start("way")] + asked["way"] + "多少"
    found = years_apart(replace(query, text=text, kind="difference"), pool)
    if found is None:
        return None
    more, wanted = found.answer.startswith("多"), asked["way"] in _UPWARDS
    same = found.answer.startswith("一样")
    so = not same and more == wanted
    return replace(found, status="answered", kind="yesno", answer=f"{'是' if so else '不是'}，{found.answer}")


def _said(now: Operand, then: Operand, unit: str | None) -> Draft:
    if now.amount.value == then.amount.value:
        return computed_draft("compare", f"一样，都是{now.amount.text}", (now, then), None)
    more = now.amount.value > then.amount.value
    high, low = (now.amount, then.amount) if more else (then.amount, now.amount)
    said, detail = arithmetic.difference(high, low, unit)
    return computed_draft("compare", f"{'多' if more else '少'}{said}", (now, then), detail)


def _values(found: tuple[float, Operand, Operand]) -> tuple[object, object]:
    return found[1].amount.value, found[2].amount.value


def _measure(match: re.Match[str]) -> str:
    """The last letters of what is measured: 投资 of 计划总投资, 项目 of 多了几个项目."""
    counted = _COUNTED.match(match["ask"])
    said = (match["m"] or "", counted["what"] if counted else "", match["x"], match["y"])
    words = (_TAIL.sub("", _SEASON.sub("", _YEAR.sub("", one))).rstrip("的") for one in said)
    return compact(next((word[-2:] for word in words if word), ""))


def _pairs(
    query: Query, match: re.Match[str], measure: str, unit: str | None, pool: Sequence[Evidence]
) -> Iterator[tuple[float, Operand, Operand]]:
    """(how good, the figure of the later time, that of the earlier one) for every two that may be meant."""
    paper = _paper_year(pool[0])
    sides = _sides(match, paper)
    terms = _terms(query, match, measure)
    levels = [
        level
        for evidence in pool
        for one in sentence_operands(evidence)
        if _is_level(one, measure, unit) and (level := _level(one, evidence, terms, paper)) is not None
    ]
    changes = [
        one
        for evidence in pool
        for one in sentence_operands(evidence)
        if _is_change(one, measure, unit, terms)
    ]
    for then in levels:
        for now in levels if _is_then(then.when, sides[1].when, sides[0].when.season) else ():
            if not _is_now(now.when, sides[0].when, same=_SAME_SEASON in match["y"]) or _is_bare(now.one):
                continue
            if _is_bare(then.one) and (now.one.number != then.one.number or now.one.start > then.one.start):
                continue
            if any(arithmetic.alike(change.amount, now.one.amount) for change in changes):
                continue
            sorts = _sorts_fit(now.one, then.one, sides)
            if sorts and arithmetic.alike(now.one.amount, then.one.amount):
                far = min(0.2, 0.02 * abs(now.one.number - then.one.number))
                alike = 0.2 * (now.one.attribute == then.one.attribute) + 0.1 * bool(_WHOLE.search(now.one.attribute))
                alike += 0.2 * (_YEAR.sub("", now.one.name) == _YEAR.sub("", then.one.name) != "")
                parts = _of_a_part(now.one, query, levels) + _of_a_part(then.one, query, levels)
                headed = _headed(now.one, now.one.evidence)
                yield now.share + then.share + sorts + alike + headed - far - parts, now.one, then.one


def _of_a_part(one: Operand, query: Query, levels: Sequence[_Level]) -> float:
    """What a figure loses that is told of a part, or of one project, where the question names none."""
    if (one.whole or _GOES_ON.match(one.text)) and "其中" not in query.text:
        return _PART
    if len(set(_STAGES.findall(one.label.split("|")[0]))) > 1 == len(set(_STAGES.findall(query.text))):
        return _PART  # 12个项目签约、8个项目开工，总投资60亿元 is told of both
    if any(row.name == one.name and compact(row.name) not in compact(query.text) for row in one.page.says.projects):
        return _PART
    return _PART * any(
        other.one.number == one.number and other.one.start < one.start and other.one.attribute == one.attribute
        and other.one.amount.unit == one.amount.unit and other.one.amount.value > one.amount.value
        for other in levels
    )  # fmt: skip


def _headed(one: Operand, evidence: Evidence | None) -> float:
    """What a figure gains that stands in a headline."""
    return 0.15 if evidence is not None and compact(one.amount.text) in evidence.heading else 0.0


def _terms(query: Query, match: re.Match[str], measure: str) -> tuple[Term, ...]:
    """The words that say of what both figures are: 产业 of 产业项目, where 项目 are counted."""
    spans = match.span("x"), match.span("m")
    named = [(link.start, link.end) for link in query.links if link.kind == "district"]
    found: list[Term] = []
    for term in (*query.terms, *_linked(query)):
        if term.weight < _WEAK or not any(a <= term.start and term.end <= b for a, b in spans):
            continue
        if any(a <= term.start and term.end <= b for a, b in named) or _AREA.search(term.text):
            continue
        said = _bare_of_sorts(_TAIL.sub("", term.text)).removesuffix(measure)
        if said and not (_YEAR.search(said) or _SEASON.fullmatch(said)):
            found.append(replace(term, text=said))
    return tuple(found)


def _bare_of_sorts(word: str) -> str:
    for sort in (*_SORTS, _WHOLE_WORD):
        word = sort.sub("", word)
    return word


def _linked(query: Query) -> Iterator[Term]:
    """What the question says for the projects and the programme that it names, without the year."""
    at = query.text.find(query.programme) if query.programme else -1
    if at >= 0 and query.programme:
        yield Term(query.programme, at, at + len(query.programme))
    for link in query.links:
        said = _YEAR.sub("", query.text[link.start : link.end])
        if link.kind == "project" and said:
            yield Term(said, link.start, link.end)


def _is_level(one: Operand, measure: str, unit: str | None) -> bool:
    """A printed level of what is asked for; 去年同期为71.4% goes on with what stands before it."""
    money = one.amount.unit == "元"
    if (one.change and measure not in _PACE) or not fits_unit(unit, one):
        return False
    if not unit and money != bool(_MONEY.search(measure)):
        return False
    return measure in one.label or _is_bare(one)


def _is_bare(one: Operand) -> bool:
    before = compact(one.before)
    return bool(before and _BARE.fullmatch(before))


def _level(one: Operand, evidence: Evidence, terms: tuple[Term, ...], paper: int) -> _Level | None:
    when = _time_of(one, evidence, paper)
    near = ((evidence.own, 1.0), (evidence.before, 0.75))
    wide = ((evidence.head, 0.7), (evidence.heading, 0.8))
    regions = near if when.year != paper and not _is_bare(one) else (*near, *wide)  # 去年 tells by itself of what it is
    share, missing, _ = coverage(terms, regions)
    words = "|".join(words for words, _ in regions)
    if any(not _tells_stage(term, words) for term in terms):
        return None
    if share < _ENOUGH or any(term.critical for term in missing):
        return None
    own = one.label.split("|")[0]
    staged = _OF_STAGE * any(_STAGES.search(term.text) and _tells_stage(term, own) for term in terms)
    return _Level(one, when, share + _OWN * one.label_share(terms) + staged)


def _tells_stage(term: Term, words: str) -> bool:
    """开工 is said by 动工, too, and 竣工 by 投产, and by nothing else."""
    asked = _STAGES.search(term.text)
    return asked is None or any(_STAGE_OF[said] == _STAGE_OF[asked[0]] for said in _STAGES.findall(words))


def _is_change(one: Operand, measure: str, unit: str | None, terms: tuple[Term, ...]) -> bool:
    """比上年增加3个 stands with what is asked for."""
    said = one.change and measure not in _PACE and _AGAINST.search(fold(one.text[: one.start])) and fits_unit(unit, one)
    near = compact(one.text[max(0, one.start - 40) : one.start])
    return bool(said) and measure in near and all(explained(term.text, one.own).score >= _NAMED for term in terms)


def _is_then(when: _When, asked: _When, season: str) -> bool:
    """The figure is of the earlier year, and of the part of it that is asked for."""
    if when.year != asked.year:
        return False
    if asked.season == _SAME_SEASON:
        return when.season == _SAME_SEASON or bool(season and when.season == season)
    if when.season == _SAME_SEASON:
        return asked.season in ("", season)
    return when.season == asked.season


def _is_now(when: _When, asked: _When, *, same: bool) -> bool:
    """The figure is of the later year; a part of it that is not asked for is another matter."""
    if when.year != asked.year:
        return False
    return not when.season or same or not asked.season or when.season == asked.season


def _sorts_fit(now: Operand, then: Operand, sides: tuple[_Side, _Side]) -> float:
    """How well 计划, 完成 … stand with either figure as they are asked for; 0 where they do not."""
    mine, theirs = (_sorts(one.attribute + compact(one.before)) for one in (now, then))
    if not sides[0].sorts <= mine:
        return 0.0
    if _is_bare(then):
        return 0.3
    if sides[1].sorts:
        return 0.3 if sides[1].sorts <= theirs else 0.0
    if theirs and not sides[0].sorts <= theirs:
        return 0.0  # 完成投资 is asked of both
    return 0.3 if mine == theirs else 0.1


def _sides(match: re.Match[str], paper: int) -> tuple[_Side, _Side]:
    """What is asked of the later and of the earlier year."""
    then = _when(match["y"], paper)
    now = _when(match["x"], paper, default=_later(match["y"], then, paper))
    if not _MONEY.search(_measure(match)):
        return _Side(frozenset(), now), _Side(frozenset(), then)
    return _Side(_sorts(match["x"] + (match["m"] or "")), now), _Side(_sorts(match["y"]), then)


def _sorts(words: str) -> frozenset[int]:
    return frozenset(number for number, sort in enumerate(_SORTS) if sort.search(words))


def _paper_year(evidence: Evidence) -> int:
    dated = evidence.page.article.issue_date or evidence.page.article.date
    return int(dated[:4]) if dated else 0


def _later(words: str, then: _When, paper: int) -> int:
    """The year that is set against an earlier one and not named: the paper's own, or the one behind it."""
    return paper if any(word in words for word in _BEFORE) else max(paper, then.year + 1)


def _when(words: str, paper: int, default: int | None = None) -> _When:
    """The time that ``words`` name last."""
    years = list(_YEAR.finditer(words))
    season = _SEASON.search(words, years[-1].end() if years else 0)
    year = _year(years[-1]["year"], paper) if years else (paper if default is None else default)
    return _When(year, compact(season[0]).removeprefix("第") if season else "")


def _year(said: str, paper: int) -> int:
    return int(said[:4]) if said[0].isdigit() else paper + _BEFORE.get(said, 0)


def _time_of(one: Operand, evidence: Evidence, paper: int) -> _When:
    """The time named last before the figure; that of the sentence before for a part of what stood there."""
    before = fold(evidence.text[: one.start])
    if not _YEAR.search(before) and _GOES_ON.match(before) and evidence.printed_before:
        before = fold(evidence.printed_before) + before
    return _when(before, paper)
