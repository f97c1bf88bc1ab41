"""Questions over a printed series: which is most, which fall, how far two are apart, what several add up to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from index.answering.candidates.asked_type import same_unit
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.pool import Evidence
from index.answering.evidence.series import Member, Series, ranked_lines, series_of
from index.answering.evidence.texts import difference_said, period_name, sum_said
from index.answering.sentences.statements import asks_why
from index.answering.tables.columns import column_fits, tables_as_series
from index.language.lexicon import load_pattern, load_words
from index.language.numerals import parse_number, units
from index.language.scripts import compact
from index.understanding.periods import has_name, period_forms
from index.understanding.query import Query, Term

_ONLY_PLACE = load_pattern("answering.extremes.only_place")
_MOST = load_pattern("answering.extremes.most")
_LEAST = load_pattern("answering.extremes.least")
_FALLS = load_pattern("answering.extremes.falls")
_RISES = load_pattern("answering.extremes.rises")
_OF_CHANGE = load_pattern("answering.extremes.of_change")
_APART = load_pattern("answering.extremes.apart")
_FIRST = load_pattern("answering.extremes.first")
_LAST = load_pattern("answering.extremes.last")
_ENDED = load_pattern("answering.extremes.ended")
_WHOLE = load_pattern("answering.extremes.whole")  # 四轮累计开工项目: all of them, and none of the members
_AMONG_SORT = load_pattern("answering.extremes.among_sort")
_RANKED = load_pattern("answering.extremes.ranked")  # the whole order, from the first to the last
_HEADED = load_pattern("answering.extremes.headed")
_TOP = load_pattern("answering.extremes.top")
_TOP_BY = load_pattern("answering.extremes.top_by")
_EACH = load_pattern("answering.extremes.each")
_EACH_SORT = load_pattern("answering.extremes.each_sort")
_WHICH = load_pattern("answering.extremes.which")
_AMONG = load_pattern("answering.extremes.among")
_TOTALLED = load_pattern("answering.extremes.totalled")
_WORDS = load_pattern("answering.extremes.words")
_MONEY = load_pattern("answering.extremes.money")
_SUM_OF_MONEY = load_pattern("answering.extremes.sum_of_money")
_ENROLS = load_pattern("answering.extremes.enrols")
_HEADS = load_pattern("answering.extremes.heads")
_OUT_OF = load_pattern("answering.extremes.out_of")
_NO_MEASURE = load_pattern("answering.extremes.no_measure")
_AREAS = load_pattern("answering.extremes.areas")
_ENOUGH = 0.72
_NAMED = 0.75
_COLUMN = 0.65
_FEW = 3  # members of a series of which the question does not say how many they are


@dataclass(frozen=True, slots=True)
class _Fit:
    """A series with how well it accounts for the question."""

    score: float
    series: Series


_POINTS = ("点", "百分点", "个百分点", "亿", "万", "元", "块", "块钱")


def answer_series(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The answer that a printed series gives; None where the question asks for none of this.

    Args:
        pool: sentences near the question; the tables and rank lists of their articles are read too.
    """
    if _ONLY_PLACE.match(query.text):
        return None  # 最后一名是谁 asks a ranking, and names nothing that is largest or least
    answer = _asked(query)
    if answer is None:
        return None
    fits = sorted(_fitting(query, pool), key=lambda one: -one.score)
    return next((draft for one in fits if (draft := answer(query, one.series)) is not None), None)


def _asked(query: Query) -> Callable[[Query, Series], Draft | None] | None:
    text = query.text
    if asks_why(text):
        return None
    which = bool(_WHICH.search(text)) and not re.search(r"多少|(?<!哪)几(?!个?[项家镇])", text)
    if query.kind == "difference" or (_APART.search(text) and re.search(r"多少|几|多大", text)):
        return _apart
    if query.total:
        return _summed
    if _EACH.search(text) and query.kind not in ("yesno", "summary", "date", "person"):
        return _each
    ranked = query.kind in ("list", "person") or (query.kind == "compare" and _TOP_BY.search(text))
    if ranked and which and _TOP.search(text):
        return _topmost
    if query.kind in ("compare", "place", "organisation", "list", "text", "rank") and which:
        if _MOST.search(text) or _LEAST.search(text):
            return _extreme
        if _FALLS.search(text) or _RISES.search(text):
            return _moving
    return None


def _fitting(query: Query, pool: Sequence[Evidence]) -> Iterator[_Fit]:
    pages = {e.page.article.id: e.page for e in sorted(pool, key=lambda e: e.rank)}
    found: list[tuple[Series, int]] = []
    for evidence in pool:
        found += [(one, evidence.rank) for one in series_of(evidence)]
    for page in list(pages.values())[:6]:
        found += [(one, 0) for one in (*ranked_lines(page), *tables_as_series(page))]
    if _FIRST.search(query.text) and _LAST.search(query.text):
        found += [(one, 0) for one in _both_ends([series for series, _ in found])]
    for series, rank in found:
        if _of_other_rounds(query, series):
            continue
        share = _share(query, series) if _unit_fits(query, series) else 0.0
        if share >= _ENOUGH:
            yield _Fit(share + _suits(query, series) - 0.002 * rank, series)


_ROUND = load_pattern("answering.extremes.round")
_ONE_PROJECT = load_pattern("answering.extremes.one_project")
_WHICH_ROUND = load_pattern("answering.extremes.which_round")
_WHICH_OF_THEM = load_pattern("answering.extremes.which_of_them")


def _of_other_rounds(query: Query, series: Series) -> bool:
    """第四轮哪类最多: neither the figures of the first three rounds nor those of a sentence about another one."""
    names = [compact(member.name) for member in series.members]
    if _WHICH_ROUND.search(query.text) and not all(_ROUND.match(one) or one.endswith("批") for one in names):
        return True  # 哪轮投资最多: sorts of projects are no rounds
    if not query.periods:
        return False
    forms = [compact(form) for period in query.periods for form in _spelt(period)]
    if sum(bool(_ROUND.match(name)) for name in names) * 2 > len(names):
        return not any(form in name for form in forms for name in names)
    return not any(form in series.around + series.heading for form in forms)


def _spelt(period: int | str) -> tuple[str, ...]:
    return period_forms(period) if isinstance(period, str) and has_name(period) else (period_name(period),)


def _unit_fits(query: Query, series: Series) -> bool:
    """Money is asked for as money, and 几个, 几家 as a number."""
    if _NO_MEASURE.search(series.measure):
        return False
    if series.measure:
        return True
    if _SUM_OF_MONEY.search(query.text):
        return series.unit == "元"
    return not (query.unit and units().get(query.unit) == "count" and series.unit == "元")


def _both_ends(found: Sequence[Series]) -> Iterator[Series]:
    """前三位依次是… in one sentence and 后三位依次是… in another: the ranking from its head to its end."""
    for top in found:
        for end in found:
            same = top.page is end.page and top.unit == end.unit and not (top.measure or end.measure)
            if top is not end and same and _HEADED.search(top.own) and _ENDED.search(end.own):
                around = top.around + end.around
                yield replace(top, members=(*top.members, *end.members), around=around, own=top.own + end.own)


def _share(query: Query, series: Series) -> float:
    """How far sentence, column and headline account for the question; 0 where the names are of another sort.

    Nor is any series the asked one where no word says what is asked (下得最大的是哪儿).
    """
    if not (query.terms or query.links or query.periods or query.stages or query.programme or query.context):
        return 0.0
    areas = tuple(load_words("place_suffixes"))
    are_areas = sum(m.name.endswith((*areas, "区", "县", "市", "城")) for m in series.members) * 2 > len(
        series.members
    )
    left: list[Term] = []
    for term in query.terms:
        if series.unit in ("人", "名") and _HEADS.search(query.text[: term.end]):
            continue  # 招多少小孩: that people are counted is said
        if _counts_them(term.text, series):
            continue  # 三率里哪个最低: 开工率, 投产率 and 达效率
        if _AREAS.match(term.text):
            if not are_areas:
                return 0.0
        elif term.weight >= 0.3 and not _AMONG.fullmatch(term.text):
            rest = _WORDS.sub("", term.text)
            if rest == term.text or len(rest) > 1:
                left.append(replace(term, text=rest))  # 历史类最高分: of what it is the highest
    names = compact("，".join(member.name for member in series.members))
    regions = ((series.measure, 1.0), (series.around, 1.0), (names, 1.0), (series.heading, 0.85))
    share, missing, _ = coverage(tuple(left), regions)
    computed = query.total or query.kind == "difference"  # every word may be what names an operand
    lost = any(term.critical or (computed and term.weight >= 1.0) for term in missing)
    return 0.0 if lost else share


_SO_MANY = load_pattern("answering.extremes.so_many")


def _counts_them(word: str, series: Series) -> bool:
    """三率: as many members as it says, each with its last letters."""
    match = _SO_MANY.fullmatch(word)
    if match is None or int(parse_number(match["n"])) != len(series.members):
        return False
    return all(member.name.endswith(match["what"]) for member in series.members)


def _suits(query: Query, series: Series) -> float:
    """Changes where changes are asked for, amounts for money, the asked column of a table."""
    asked = bool(_OF_CHANGE.search(query.text)) and query.kind not in ("difference",)
    score = 0.3 if asked == series.change else -0.3
    nouns = [term.text for term in query.terms if len(term.text) > 1]
    score += 0.2 * any(all(m.name.endswith(noun) for m in series.members) for noun in nouns)
    if series.measure:
        return score + column_fits(query, series.measure)
    if not query.unit and _ENROLS.search(query.text):
        score += 0.2 if series.unit in ("人", "名") else -0.1
    if query.unit and series.unit:
        score += 0.2 if query.unit == series.unit else 0.0
    return score + (0.2 if bool(_MONEY.search(query.text)) == (series.unit == "元") else -0.1)


def _extreme(query: Query, series: Series) -> Draft | None:
    low = bool(_LEAST.search(query.text)) or bool(series.change and _FALLS.search(query.text))
    if series.change != bool(_OF_CHANGE.search(query.text)) and not series.measure:
        return None
    if series.measure and column_fits(query, series.measure) < _COLUMN:
        return None
    if low and series.rest:
        return None  # one of those told of together may have less
    if _within_one_of_them(query, series):
        return None
    if (several := _WHICH_OF_THEM.search(query.text)) is not None:
        return _so_many(series, int(parse_number(several["n"])), low=low)
    best = (min if low else max)(member.value for member in series.members)
    held = [member for member in series.members if member.value == best]
    if any(_WHOLE.search(member.name) for member in held) or _are_groups(query, held, series):
        return None
    if len(held) > 2 or (len(series.members) < 3 and "两" not in query.text):
        return None
    return _told("compare", held, series.members, series)


def _are_groups(query: Query, held: Sequence[Member], series: Series) -> bool:
    """哪个项目投资最多: 水利项目6个，总投资9亿元 are six of them, and none of the six."""
    counted = (re.search(rf"{re.escape(compact(m.name))}[^，。；、,;]{{0,4}}?\d+[个项]", series.own) for m in held)
    return _ONE_PROJECT.search(query.text) is not None and any(match is not None for match in counted)


def _so_many(series: Series, size: int, *, low: bool) -> Draft | None:
    """最多的是哪三类: as many members as are asked for; None where another has as much as the last of them."""
    ordered = sorted(series.members, key=lambda member: member.value if low else -member.value)
    tie = len(ordered) > size and ordered[size].value == ordered[size - 1].value
    return _told("list", ordered[:size], ordered[:size], series) if len(ordered) >= size and not tie else None


def _within_one_of_them(query: Query, series: Series) -> bool:
    """6个装备项目里投资最大的: of 芯片项目8个，…；装备项目6个，… the members are groups, one of them that."""
    asked = _OUT_OF.search(query.text)
    if asked is None:
        return False
    size = int(parse_number(asked["n"]))
    printed = (re.compile(rf"{re.escape(compact(m.name))}[^，。；、]{{0,4}}?(\d+)[个项]") for m in series.members)
    sizes = [int(match[1]) for one in printed for match in one.finditer(series.own)]
    return size in sizes and sum(sizes) > size


def _topmost(query: Query, series: Series) -> Draft | None:
    """前三名是哪几个: the members with the highest values, where one of them is said to be first or more are told."""
    match = _TOP.search(query.text)
    number = _number(match["n"]) if match else 0
    told_so = _HEADED if match and match["side"] == "前" else _ENDED
    if not match or len(series.members) < number or series.change != bool(_OF_CHANGE.search(query.text)):
        return None
    if len(series.members) == number and not (series.measure or told_so.search(series.own)):
        return None
    if series.measure and column_fits(query, series.measure) < _COLUMN:
        return None
    by = _TOP_BY.search(query.text)
    told = explained(by["what"], series.own + compact(series.measure)).score >= _NAMED if by else True
    if by and (not told or (_TOP.search(series.own) and by["what"][-1] != series.unit[-1:])):
        return None  # 得票最高的前三件: no figures of something else, such as what each of them costs
    same = [one for one in _TOP.finditer(series.own) if (one["side"] == "前") == (match["side"] == "前")]
    printed = [_number(one["n"]) for one in same]
    if printed and number > max(printed):
        return None  # 前三位 and 后两位 are printed: the fourth is not
    ordered = sorted(series.members, key=lambda member: -member.value)
    held = ordered[:number] if match["side"] == "前" else ordered[-number:]
    cut = ordered[number : number + 1] if match["side"] == "前" else ordered[-number - 1 : -number]
    if any(member.value == other.value for member in held for other in cut):
        return None  # a tie at the border
    return _told("list", held, held, series)


def _each(query: Query, series: Series) -> Draft | None:
    """各街道分别招几个: every member, of so many, or of so much together, as the question says."""
    if series.change != bool(_OF_CHANGE.search(query.text)) or series.rest:
        return None
    sizes = (len(series.members), sum(member.value for member in series.members))
    stated = [value for value, unit in query.figures if unit and units().get(unit) == "count"]
    if any(value not in sizes for value in stated):
        return None
    if not stated and not (_EACH_SORT.search(query.text) and len(series.members) >= _FEW):
        return None
    return _told("list", series.members, series.members, series)


def _moving(query: Query, series: Series) -> Draft | None:
    """Those that fall, or those that rise."""
    if not series.change or not any(member.value < 0 for member in series.members):
        return None
    down = bool(_FALLS.search(query.text))
    held = [member for member in series.members if (member.value < 0) == down]
    if not held:
        return None
    told = _told("list", held, held, series)
    if re.search(r"多少|各|分别", query.text):
        return told
    return replace(told, answer="、".join(member.name for member in held), detail=told.answer)


def _apart(query: Query, series: Series) -> Draft | None:
    """The difference of two named members, or of the first and the last."""
    ends = _FIRST.search(query.text) and _LAST.search(query.text)
    whole = bool(series.measure or _RANKED.search(series.own)) or (
        _HEADED.search(series.own) and _ENDED.search(series.own)
    )
    sort = _AMONG_SORT.search(query.text)
    if sort is not None and not all(compact(member.name).endswith(sort["sort"]) for member in series.members):
        return None  # 镇里第一名和最后一名: not those of the 街道
    if ends and whole and len(series.members) > 2:
        pair = [max(series.members, key=lambda m: m.value), min(series.members, key=lambda m: m.value)]
    else:
        pair = _named(query, series)
        if len(pair) != 2 or series.change:
            return None
    if series.measure and column_fits(query, series.measure) < 0.5:
        return None
    if not series.measure and _prints_it_of_others(query, series, pair):
        return None  # 占31%，平均月薪6400元: the share is no wage
    high, low = sorted(pair, key=lambda m: -m.value)
    unit = high.quantity.unit
    if query.unit and unit and query.unit not in _POINTS and not same_unit(query.unit, unit):
        return None  # 多几枚: not of what is counted in 分
    if high.value == low.value:
        return _drafted("compare", f"一样，都是{high.printed}", pair, series, None)
    said, detail = difference_said(high.quantity, low.quantity)
    arithmetic = f"{high.name}{high.printed}，{low.name}{low.printed}；{detail}"
    return _drafted("compare", f"{high.name}比{low.name}多{said}", pair, series, arithmetic)


def _prints_it_of_others(query: Query, series: Series, pair: Sequence[Member]) -> bool:
    """The asked measure stands in front of values of the sentence, and of none of these two."""
    if len(query.head) < _FEW - 1 or all(query.head in member.name for member in pair):
        return False
    named = re.findall(rf"{re.escape(query.head)}(?:约|为|达到?|是)?(\d[\d.]*)", series.own)
    return bool(named) and not any(re.search(r"\d[\d.]*", one.printed)[0] in named for one in pair)  # type: ignore[index]


def _number(said: str) -> int:
    return int(parse_number(said))


def _summed(query: Query, series: Series) -> Draft | None:
    """The sum of the named members, or of all where their number is named and no total is printed."""
    held = _named(query, series)
    whole = _AMONG.search(query.text)
    if whole and whole["n"] and _number(whole["n"]) == len(series.members):
        held = list(series.members)
    if len(held) < 2 or not _all_named(query, held):
        match = _AMONG.search(query.text)
        count = (
            int(parse_number(match["n"] or match["first"]))
            if match
            else 0
        )
        if not match or _TOTALLED.search(series.around) or len(series.members) < count:
            return None
        if not match["first"] and len(series.members) != count:
            return None
        held = list(series.members[:count])
    if series.change or series.unit == "%" or len({m.quantity.unit for m in held}) > 1:
        return None
    if query.kind == "count" and not _counts_asked(query, series):
        return None
    said, detail = sum_said([(member.name, member.quantity) for member in held])
    return _drafted("sum", said, held, series, detail)


def _counts_asked(query: Query, series: Series) -> bool:
    """新增几个学位: 小学28450人、初中14230人 count pupils; what is counted stands in the sentence."""
    if query.unit is None or query.unit == series.members[0].quantity.unit or len(query.head) < _FEW - 1:
        return True
    names = "|".join(compact(member.name) for member in series.members)
    return query.head in names or explained(query.head, series.own or series.around).score >= _NAMED


def _named(query: Query, series: Series) -> list[Member]:
    """The members that the question names: in full, or by a word that not all of them have.

    街道 of 老城街道, which is named in full, is no word for another 街道.
    """
    asked = compact(query.text)
    held = [member for member in series.members if compact(member.name) in asked]
    whole = "|".join(compact(member.name) for member in held)
    words = [t.text for t in query.terms if len(t.text) > 1 and t.weight >= 0.5 and t.text not in whole]
    words += [*query.stages, *(link.name for link in query.links if link.kind in ("project", "district"))]
    for word in words:
        fits = [m for m in series.members if explained(word, compact(m.name)).score >= _NAMED]
        if (fits and len(fits) < len(series.members)) or len(fits) == len(series.members) == 1:
            held += [member for member in fits if member not in held]
    return [member for member in series.members if member in held]


_JOINED = load_pattern("answering.extremes.joined")


def _all_named(query: Query, held: Sequence[Member]) -> bool:
    """As many names as the question joins are found: 光电、厨具、纺织 are three."""
    head = re.split(r"一共|总共|合计|加起来|加一|合起来|差|多少|几", query.text)[0]
    head = head if _JOINED.search(head) else query.text  # 一共设了几个窗口和便民点
    return len(held) >= min(len(_JOINED.findall(head)) + 1, 4) and bool(_JOINED.search(head))


def _told(kind: str, held: Sequence[Member], proved: Sequence[Member], series: Series) -> Draft:
    said = "、".join(f"{member.name}（{member.printed}）" for member in held)
    return _drafted(kind, said, proved, series, None)


def _drafted(kind: str, said: str, held: Sequence[Member], series: Series, detail: str | None) -> Draft:
    spans = dict.fromkeys(member.spans for member in held)
    proofs = tuple(Proof(series.page.article.id, one) for one in list(spans)[:12])
    return Draft("answered", kind, said, proofs, detail=detail)  # type: ignore[arg-type]
