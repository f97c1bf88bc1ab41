"""Answers read off sentences: the value of the asked type in the sentence that accounts for the question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from index.answering.candidates.certainty import unsure
from index.answering.candidates.fitness import limit_fits, not_mixed, of_an_unasked_part
from index.answering.candidates.objections import (
    is_a_beginning,
    of_a_whole_list,
    of_all_before_it,
    of_another_attribute,
    of_another_level,
    of_another_measure,
    of_another_size,
    of_another_subject,
    of_the_sentence_before,
)
from index.answering.candidates.parts import one_of_several
from index.answering.candidates.unfit import unfit
from index.answering.candidates.values import (
    Candidate,
    candidates,
    head_share,
    of_a_rival,
    of_another_part,
    of_the_list,
    shaped,
)
from index.answering.candidates.variants import of_another_variant
from index.answering.evidence.draft import Draft, Proof, outward_kind
from index.answering.evidence.explain import PART, coverage, explained
from index.answering.evidence.fits import (
    aim_fits,
    contrast_fits,
    links_fit,
    month_fits,
    nth_fits,
    of_wider,
    period_fits,
    place_fits,
    reference_fits,
    said_year_fits,
    scope_fits,
    segment_of,
    speaks_of_asked,
    stretch_fits,
    time_fits,
    told_of_asked,
    told_of_period,
    year_fits,
)
from index.answering.evidence.pool import Evidence
from index.answering.evidence.saying import around, quote_spans, value_text
from index.answering.evidence.texts import difference_said
from index.answering.programmes.batch_choice import which_district
from index.answering.sentences.listing import of_asked_kind
from index.extraction.words.people import ASIDE, office_pattern
from index.language.lexicon import load_groups, load_pattern, load_words
from index.language.numerals import find_quantities
from index.language.scripts import compact
from index.records import Fact
from index.understanding.query import Query
from index.understanding.terms import synonyms

_ENOUGH = 0.66  # weighted share of the content words that must be accounted for
_CLEAR = 0.15  # a value this much better than the others of its sentence is the one
_TIE_DISTRICT = 0.1  # values of several districts closer than this are equally good
_LOOSE = ("date", "duration", "place", "organisation")  # types that nearly every sentence has a value of
_PARTLY = 0.5  # share that is enough beside another answer
_NAMED = 0.75  # how well an award must be named beside its money
_OWN = 0.4  # share that the sentence itself must account for
_TOP, _TOP_COUNT = 8, 4  # sentences in which what the headline names is told on
_BESIDE_HEAD = 0.8  # how close the counted thing stands to its number
_COUNTED = ("个", "家", "所", "名", "位", "条", "座", "项", "支")
_WIDE = ("person", "organisation", "place")  # values that mean little without the words around them
_IN_ROWS = ("date", "place", "phone", "shape")
_DAY = load_pattern("answering.extractive.day")
_ROW = load_pattern("answering.extractive.row")
_ONE_ASKED = load_pattern("answering.extractive.one_asked")
_ANAPHOR = load_pattern("answering.extractive.anaphor")
_HUMAN = load_pattern("answering.extractive.human")
_TAKES_OFFICE = load_pattern("answering.extractive.takes_office")
_FORMER = load_pattern("answering.extractive.former")
_LEFT_OFFICE = re.compile(
    r"免去|不再|卸任|辞去|原任|退休(?!的?[\u4e00-\u9fff]{0,2}[师士工部人员生家])"
    r"|^[\u4e00-\u9fff]{2,4}" + ASIDE + r"的[^，。；]{2,40}职务"
)
_ASKS_HOLDER = load_pattern("answering.extractive.asks_holder")
_OFFICE_OF = load_pattern("answering.extractive.office_of")
_WHICH_YEAR = load_pattern("answering.extractive.which_year")
_SURE = 0.9  # share of the question from which the asked word need not stand by the value
_ASKS_WHAT_IS_DONE = load_pattern("answering.extractive.asks_what_is_done")
_COMPARED = load_pattern("answering.extractive.compared")
_COMPARES = load_pattern("answering.extractive.compares")
_NAMELESS = load_pattern("answering.extractive.nameless")
_ASKED_HEADS = load_pattern("answering.extractive.asked_heads")
_BESIDE = 6  # code points on each side of a number in which it says whom it counts
_ADDED_UP = load_pattern("answering.extractive.added_up")
_OF_SEVERAL = load_pattern("answering.extractive.of_several")
_TOTALLED = load_pattern("answering.extractive.totalled")
_AIMED = load_pattern("answering.extractive.aimed")
_PAYS = load_pattern("answering.extractive.pays")
_TOLD_OF = 0.75  # share that the sentence itself must have where no word of the value is asked for
_ASKS_NAME = load_pattern("answering.extractive.asks_name")
_SIDE = load_pattern("answering.extractive.side")
_TO_LEVEL = load_pattern("answering.extractive.to_level")
_CHANGES = load_pattern("answering.extractive.changes")


def best_value(query: Query, pool: Sequence[Evidence], *, lenient: bool = False) -> Draft | None:
    """The best typed value for ``query`` in ``pool``, or None where no sentence accounts for the question.

    Args:
        lenient: ``pool`` is known to be about the question (it stands beside another answer): a value that
            some of its words tell, or the only one of the asked type, is enough.
    """
    least = 0.0 if lenient else _ENOUGH
    found = [c for evidence in pool for c in candidates(query, evidence, least)]
    accepted = _lenient(query, found) if lenient else [c for c in found if _acceptable(query, c)]
    fitting = sorted(accepted, key=lambda c: -c.score)
    if fitting and _asks_many(query):
        return None
    if not fitting:
        office = next(iter(office_pattern().finditer(query.text)), None)
        named = office is not None and (
            re.match(r"(?:是|叫)(?:谁|什么|啥)", query.text[office.end() :]) or _TAKES_OFFICE.search(query.text)
        )
        human = _HUMAN.search(query.text) or named or query.head in _occupations()
        other = query.kind == "person" and not human
        return best_value(with_kind(query, "organisation"), pool) if other else None
    if query.kind == "difference":
        if (apart := _apart_by(query, fitting)) is not None:
            return apart
        fitting = [c for c in fitting if _is_change(c.evidence.text, c.fact)]
        if not fitting:
            return None
        fitting = _against(query, fitting)
    if query.preferred and not query.district:
        home = [c for c in fitting if c.evidence.page.article.district == query.preferred]
        return _draft(query, (home or fitting)[0], _beside(home or fitting))
    rivals = _rivals(query, fitting)
    if rivals is not None:
        return rivals
    beside = _beside(fitting)
    if not lenient and not beside and unsure(fitting):
        return None
    return _draft(query, fitting[0], beside)


def _lenient(query: Query, found: Sequence[Candidate]) -> list[Candidate]:
    """Values in the sentence of another answer: those that words of the question tell, else an only one."""
    fitting = [
        c for c in found if c.evidence.rank == 0 and not c.missing_critical and period_fits(query, c.evidence)
    ]
    if any(term.weight >= 0.5 for term in query.terms):
        return [c for c in fitting if c.own >= _PARTLY]
    if query.kind in _LOOSE:
        return []
    return fitting if len({c.fact.value for c in fitting}) == 1 else []


def _asks_many(query: Query) -> bool:
    """那7所幼儿园分别叫什么: one name is no answer."""
    many = any(value > 1 and unit in _COUNTED for value, unit in query.figures)
    return many and bool(re.search(r"分别|都|各(?!类|级|镇|区|县)", query.text))


def _rivals(query: Query, fitting: Sequence[Candidate]) -> Draft | None:
    """Equally good values from other districts: the person has to choose."""
    first = fitting[0]
    if query.district or query.links:
        return None
    near = [c for c in fitting if first.score - c.score < _TIE_DISTRICT and c.fact.value != first.fact.value]
    places = dict.fromkeys(c.evidence.page.article.district for c in (first, *near))
    named = tuple(place for place in places if place)
    return which_district(query, named) if len(named) > 1 else None


def _acceptable(query: Query, candidate: Candidate) -> bool:
    return (
        _accounts(query, candidate) and _of_asked_sort(query, candidate) and _told_of_the_asked(query, candidate)
    )


def _accounts(query: Query, candidate: Candidate) -> bool:
    """Enough of the question, and its asked word, is accounted for where the value stands."""
    if candidate.share < _ENOUGH or not_mixed(query, candidate.fact) < 0 or candidate.missing_critical:
        return False
    if query.total and any(term.weight >= 1.0 for term in candidate.missing):
        return False  # 甲和乙一共: what holds one of them only is no total
    if query.total and one_of_several(query, candidate.evidence, candidate.fact):
        return False
    if query.total and _OF_SEVERAL.search(query.text) and not _TOTALLED.search(
        candidate.evidence.clause(candidate.fact.clause)
    ):
        return False  # 两个院区一共: one of them
    if _ADDED_UP.search(query.text) and not _TOTALLED.search(candidate.evidence.text):
        return False  # one of those that are to be added up
    if _lacks_modifier(query, candidate) or _is_a_capacity(query, candidate):
        return False
    strong = [term for term in query.terms if term.weight >= 0.5]
    if query.programme and not strong and not _of_the_programme(query.programme, candidate.evidence):
        return False
    elsewhere = strong and candidate.own < _OWN and not query.links
    if elsewhere and not (
        candidate.evidence.before.endswith("?")
        or _leads(query, candidate.evidence, candidate.fact)
        or _refers_back(query, candidate.evidence)
    ):
        return False
    if not query.head or candidate.share >= _SURE or _head_nearby(query, candidate):
        return True
    if candidate.fact.kind == "money" and candidate.own >= _TOLD_OF and _PAYS.fullmatch(query.head):
        return True  # 要交多少钱: a price is printed without its verb
    return head_share(query, candidate.evidence, candidate.fact) > 0.0


def _of_asked_sort(query: Query, candidate: Candidate) -> bool:
    """The value is of the sort that is asked for, and no other one of its type."""
    if candidate.fact.kind == "money" and any(
        len(t.text) > 2 and t.text.endswith("奖") and explained(t.text, candidate.evidence.own).score < _NAMED
        for t in query.terms
    ):
        return False  # 奖金共600万元 is nothing about 进步奖
    if candidate.fact.kind == "date" and _WHICH_YEAR.search(query.text) and "年" not in candidate.fact.value:
        return False  # a day is no year
    if _no_span(query, candidate) or _no_price(query, candidate) or _what_is_done(query, candidate):
        return False
    if candidate.fact.kind == "organisation" and _WHICH_FIRM.search(query.text) and _BODY.search(candidate.fact.value):
        return False
    if candidate.fact.kind == "place" and _no_place(query, candidate):
        return False
    if "某" in candidate.fact.value and _ASKS_NAME.search(query.text):
        return False  # 某公司 is no name
    if candidate.fact.kind == "organisation" and _of_an_anonymous_one(query, candidate.evidence):
        return False
    if candidate.fact.kind == "organisation" and _has_ordinal_in_name(query, candidate):
        return False
    if candidate.fact.kind == "organisation" and not of_asked_kind(query.text, candidate.fact.value):
        return False
    return not _is_only_a_change(query, candidate) and _of_the_payer(query, candidate)


def _told_of_the_asked(query: Query, candidate: Candidate) -> bool:
    """Time, place, part and name that the value is told of are those that were asked for."""
    if not time_fits(query, candidate.evidence, candidate.fact):
        return False
    if candidate.fact.kind == "date" and (_of_another_event(query, candidate) or is_a_beginning(query, candidate)):
        return False
    if of_another_level(query, candidate) or of_another_size(query, candidate):
        return False
    if query.kind == "average" and not _is_mean(candidate):
        return False
    if query.kind != "difference" and not reference_fits(query, candidate.evidence, candidate.fact):
        return False
    if not nth_fits(query, candidate.evidence) or not place_fits(query, candidate.evidence, candidate.fact):
        return False
    if not period_fits(query, candidate.evidence) or not _does_it(query, candidate):
        return False
    if not told_of_period(query, candidate.evidence.text, candidate.fact.start):
        return False
    if not year_fits(query, candidate.evidence, candidate.fact) or not scope_fits(
        query, candidate.evidence, candidate.fact
    ):
        return False
    if of_a_rival(query, candidate.evidence, candidate.fact) or not contrast_fits(query, candidate.evidence):
        return False
    if of_another_part(query, candidate.evidence, candidate.fact) or of_the_list(
        query, candidate.evidence, candidate.fact
    ):
        return False
    if of_an_unasked_part(query, candidate.evidence, candidate.fact) or _only_aimed_at(query, candidate):
        return False
    if _of_what_is_set_against_it(query, candidate) or _of_other_heads(query, candidate):
        return False
    if _of_what_is_ruled_out(query, candidate) or unfit(query, candidate.evidence, candidate.fact):
        return False
    if of_another_variant(query, candidate.evidence, candidate.fact):
        return False
    if not limit_fits(query, candidate.evidence, candidate.fact):
        return False
    segment = segment_of(candidate.evidence.text, candidate.fact.start)
    if not speaks_of_asked(query, candidate.evidence.clause(segment)):
        return False
    if candidate.fact.kind == "shape" and not told_of_asked(query, candidate.evidence, candidate.fact):
        return False
    if candidate.evidence.sentence.role == "table" and not _in_row(query, candidate.evidence):
        return False
    if of_a_whole_list(query, candidate) or of_all_before_it(query, candidate):
        return False
    if of_another_attribute(query, candidate) or of_another_measure(query, candidate):
        return False
    if of_another_subject(query, candidate) or of_the_sentence_before(query, candidate):
        return False
    if of_wider(query, candidate.evidence, candidate.fact):
        return False
    if not stretch_fits(query, candidate.evidence, candidate.fact):
        return False
    if not said_year_fits(query, candidate.evidence, candidate.fact):
        return False
    if not month_fits(query, candidate.evidence, candidate.fact) or not aim_fits(query, candidate.evidence):
        return False
    return links_fit(query, candidate.evidence)


_WHICH_FIRM = load_pattern("answering.extractive.which_firm")
_BODY = load_pattern("answering.extractive.body")  # which is no firm
_SINCE = load_pattern("answering.extractive.since")
_FROM_TO = load_pattern("answering.extractive.from_to")
_PRICED = load_pattern("answering.extractive.priced")
_ASKS_REST = load_pattern("answering.extractive.asks_rest")
_SAYS_REST = load_pattern("answering.extractive.says_rest")


_ORDINAL = load_pattern("answering.extractive.ordinal")


def _has_ordinal_in_name(query: Query, candidate: Candidate) -> bool:
    """理科第一是谁: 第一中学 is no first."""
    said = compact(candidate.evidence.text).replace(compact(candidate.fact.value), "")
    return any(nth in candidate.fact.value and nth not in said for nth in _ORDINAL.findall(query.text))


_NOWHERE = ("现场", "当场", "当地", "原地", "本地", "实地")
_NOT_THERE = load_pattern("answering.extractive.not_there")


_ASKS_VENUE = load_pattern("answering.extractive.asks_venue")
_NO_VENUE = load_pattern("answering.extractive.no_venue")


def _no_place(query: Query, candidate: Candidate) -> bool:
    """无须到现场: a word for wherever it is, where one need not go, and for 在哪举行 where it can be looked up."""
    fact, text = candidate.fact, candidate.evidence.text
    if _ASKS_VENUE.search(query.text) and _NO_VENUE.match(text[fact.end :]):
        return True
    return fact.value in _NOWHERE or bool(_NOT_THERE.search(text[max(0, fact.start - 6) : fact.start]))


def _no_span(query: Query, candidate: Candidate) -> bool:
    """停多久, 能租几年: a day from which on is no span of time, nor are two days of a year a number of years."""
    if query.kind != "duration" or candidate.fact.kind != "date":
        return False
    if query.unit == "年":
        return "年" not in candidate.fact.value
    return not _FROM_TO.search(candidate.fact.value) and not _SINCE.search(query.text)


def _no_price(query: Query, candidate: Candidate) -> bool:
    """水表多少钱: 更换水表9200块 is a number of them."""
    if query.kind != "money" or not candidate.fact.value.endswith("块"):
        return False
    return not _PRICED.search(candidate.evidence.clause(candidate.fact.clause))


def _what_is_done(query: Query, candidate: Candidate) -> bool:
    """还有多少没返还: 返还326万元 is what is done."""
    if not _ASKS_REST.search(query.text):
        return False
    return not _SAYS_REST.search(candidate.evidence.clause(candidate.fact.clause))


def _of_an_anonymous_one(query: Query, evidence: Evidence) -> bool:
    """那家装饰公司叫什么, where the page says 某装饰公司: no other name is its name."""
    sort = _NAMELESS.search(query.text)
    return sort is not None and "某" + sort["sort"] in evidence.own + evidence.before + evidence.head


def _of_what_is_set_against_it(query: Query, candidate: Candidate) -> bool:
    """大豆每亩净收益620元，是玉米的1.4倍: 620元 is nothing about 玉米, which only the comparison names."""
    if candidate.fact.kind not in ("money", "count", "measure", "percent") or _COMPARES.search(query.text):
        return False
    own = candidate.evidence.own
    others = [match["other"] for match in _COMPARED.finditer(own)]
    if not others:
        return False
    rest = _COMPARED.sub("", own) + candidate.evidence.before + candidate.evidence.heading
    return any(
        term.weight >= 1.0
        and len(term.text) > 1
        and any(explained(term.text, other).score >= _NAMED for other in others)
        and explained(term.text, rest).score < PART
        for term in query.terms
    )


_RULED_OUT = load_pattern("answering.extractive.ruled_out")
_ASKS_RULE = load_pattern("answering.extractive.asks_rule")


def _of_what_is_ruled_out(query: Query, candidate: Candidate) -> bool:
    """裸根苗成活率: of 裸根苗不得上山。…成活率达到85%以上 the rate is not told of what may not be used."""
    if candidate.fact.kind not in ("money", "count", "measure", "percent") or _ASKS_RULE.search(query.text):
        return False
    evidence = candidate.evidence
    clauses = re.split("[，。；,;]", evidence.printed_before) + re.split("[，。；,;]", evidence.text)
    ruled = [compact(clause) for clause in clauses if _RULED_OUT.search(clause)]
    rest = "，".join(compact(clause) for clause in clauses if not _RULED_OUT.search(clause)) + evidence.heading
    return any(
        term.weight >= 1.0
        and len(term.text) > 1
        and any(explained(term.text, one).score >= _NAMED for one in ruled)
        and explained(term.text, rest).score < PART
        for term in query.terms
    )


@lru_cache(maxsize=1)
def _sorts_of_heads() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile("|".join(group)) for group in load_groups("head_sorts"))


def _of_other_heads(query: Query, candidate: Candidate) -> bool:
    """招了多少学生: 招收教师9名 counts others; the sort stands beside the number, in front of it or behind."""
    fact, text = candidate.fact, candidate.evidence.text
    asked = _ASKED_HEADS.search(query.text) if fact.kind == "count" else None
    if asked is None:
        return False
    low = max(fact.clause[0], fact.start - _BESIDE)
    beside = re.split(r"[，,；;。、]", text[low : fact.start])[-1]
    beside += fact.value + re.split(r"[，,；;。、]", text[fact.end : fact.end + _BESIDE])[0]
    sorts = [sort for sort in _sorts_of_heads() if sort.search(asked["heads"])]
    others = [sort for sort in _sorts_of_heads() if sort.search(beside)]
    return bool(sorts and others) and not any(sort in others for sort in sorts)


def _only_aimed_at(query: Query, candidate: Candidate) -> bool:
    """收了多少吨: what is planned (全年计划收购30万吨) is not what was done."""
    fact = candidate.fact
    if fact.kind not in ("count", "measure") or not _ASKS_WHAT_IS_DONE.search(query.text.rstrip("？?呢啊呀")):
        return False
    return bool(_AIMED.search(candidate.evidence.text[fact.clause[0] : fact.start]))


_EVENT = load_pattern("answering.extractive.event")


_ABOUT_AN_EVENT = re.compile(rf"(?:{_EVENT.pattern})(?:[之以]?[前后]|以来|期间|首日|当[天日])")


def _of_another_event(query: Query, candidate: Candidate) -> bool:
    """何时通车 is asked: the day in 2023年8月6日开工 is that of another event."""
    if not _EVENT.fullmatch(query.head):
        return False
    fact, text = candidate.fact, candidate.evidence.text
    low = max(text.rfind(mark, 0, fact.start) for mark in "，。；,;") + 1
    ends = [at for mark in "，。；,;" if (at := text.find(mark, fact.end)) >= 0]
    clause = candidate.evidence.clause((low, min(ends, default=len(text))))
    if _EVENT.search(clause) is None:
        return False
    told = _ABOUT_AN_EVENT.sub("", clause)  # 开学前检查 is no 开学
    return explained(query.head, told).score < _NAMED


_MEAN = load_pattern("answering.extractive.mean")


def _is_mean(candidate: Candidate) -> bool:
    """人均462元, 每班50人: the value is told for each; a whole is no mean."""
    fact, text = candidate.fact, candidate.evidence.text
    behind = re.split("[，。；、,;]", text[fact.end : fact.end + 6])[0]
    return bool(_MEAN.search(text[max(fact.clause[0], fact.start - 20) : fact.end] + behind))


def _in_row(query: Query, evidence: Evidence) -> bool:
    """8月15日 is asked of a table: a row of another day is no answer, whatever the row above it says."""
    days = (term.text for term in query.terms if term.critical and _DAY.fullmatch(term.text))
    return all(explained(day, evidence.own + evidence.heading).score >= _NAMED for day in days)


_RAISED = load_pattern("answering.extractive.raised")
_CHANGED = load_pattern("answering.extractive.changed")
_ASKS_CHANGE = load_pattern("answering.extractive.asks_change")
_BY_HOW_MUCH = load_pattern("answering.extractive.by_how_much")
_PAYER = load_pattern("answering.extractive.payer")


_CAPACITY = load_pattern("answering.extractive.capacity")
_ASKS_CAPACITY = load_pattern("answering.extractive.asks_capacity")


def _is_a_capacity(query: Query, candidate: Candidate) -> bool:
    """仓容21万吨 tells no harvest."""
    before = candidate.evidence.text[candidate.fact.clause[0] : candidate.fact.start]
    return bool(_CAPACITY.search(before)) and not _ASKS_CAPACITY.search(query.text)


def _lacks_modifier(query: Query, candidate: Candidate) -> bool:
    """心脏手术 is asked, and the article with its 手术 has no 心脏 at all: it was another operation."""
    missing = [t for t in candidate.missing if t.weight >= 1.0 and len(t.text) > 1]
    if not missing:
        return False
    article = candidate.evidence.page.whole + candidate.evidence.heading
    followed = {t.start for t in query.terms if t.weight >= 1.0 and t not in candidate.missing}
    return any(t.end in followed and explained(t.text, article).score < _PARTLY for t in missing)


def _is_only_a_change(query: Query, candidate: Candidate) -> bool:
    """比上届多45人 tells no number of those who took part."""
    before = candidate.evidence.text[candidate.fact.clause[0] : candidate.fact.start]
    level = candidate.fact.kind in ("count", "money", "measure") and query.kind != "difference"
    if level and _RAISED.search(before) and not _BY_HOW_MUCH.search(query.text):
        return True
    return level and bool(_CHANGED.search(before)) and not _ASKS_CHANGE.search(query.text)


def _of_the_payer(query: Query, candidate: Candidate) -> bool:
    """市里出多少钱: of 总投资460万元，其中市级补助260万元 the value that names the city."""
    payer = _PAYER.search(query.text)
    if payer is None or candidate.fact.kind != "money":
        return True
    text = candidate.evidence.text
    low = max(text.rfind(mark, 0, candidate.fact.start) for mark in "，；。：、,;:") + 1
    return payer["who"] in text[low : candidate.fact.start] + text[candidate.fact.end :][:4]


def _of_the_programme(programme: str, evidence: Evidence) -> bool:
    """Where nothing else is asked for, sentence, paragraph or headline speaks of the programme."""
    name = compact(programme)
    return any(name in words for words in (evidence.own, evidence.before, evidence.head, evidence.heading))


def _refers_back(query: Query, evidence: Evidence) -> bool:
    """该项目占地320亩: the sentence is about what the one before names."""
    if not _ANAPHOR.match(evidence.text):
        return False
    told, _, _ = coverage(query.terms, ((evidence.own, 1.0), (evidence.before, 1.0)))
    return told >= _ENOUGH


def _leads(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """The headline names the event, and this sentence near the top says the asked thing about it."""
    regions = ((evidence.heading, 1.0), (evidence.own, 1.0), (evidence.before, 1.0), (evidence.head, 0.9))
    named, _, _ = coverage(query.terms, regions)
    told = not query.head or explained(query.head, evidence.own).score >= 0.5
    apt = evidence.page.article.kind == "notice" or query.kind not in ("place", "date", "duration")
    if query.kind == "count" and query.head and head_share(query, evidence, fact) < _BESIDE_HEAD:
        return False  # 三名医护人员获表彰 counts no 医生 of what the headline names
    top = _TOP_COUNT if query.kind == "count" and query.total else _TOP
    return named >= 0.75 and told and evidence.number <= top and apt


def _does_it(query: Query, candidate: Candidate) -> bool:
    """设计单位是谁: the name stands directly beside the asked deed, not merely in a sentence that has the word."""
    fact, text = candidate.fact, candidate.evidence.text
    if fact.kind == "person" and _FORMER.search(query.text):
        return bool(_LEFT_OFFICE.search(text[slice(*segment_of(text, fact.start))]))
    if fact.kind == "person" and _ASKS_HOLDER.search(query.text):
        if _LEFT_OFFICE.search(text[slice(*segment_of(text, fact.start))]):
            return False  # who was relieved of an office does not hold it
        body = _OFFICE_OF.search(query.text)
        if body is not None and explained(body["body"], candidate.evidence.own).score < _NAMED:
            return False  # another office than the asked one
    if fact.kind == "person" and query.head in _occupations() and not _is_one(query.head, candidate):
        return False
    if fact.kind not in ("organisation", "person") or query.head not in load_words("role_verbs"):
        return True
    around = compact(text[max(0, fact.start - 10) : fact.start] + "，" + text[fact.end : fact.end + 8])
    return any(compact(form) in around for form in (query.head, *synonyms().get(query.head, ())))


@lru_cache(maxsize=1)
def _occupations() -> frozenset[str]:
    """What somebody is by trade or in a family: 医生, 司机, 妻子."""
    return frozenset(load_words("identities")) | frozenset(load_words("occupations"))


def _is_one(occupation: str, candidate: Candidate) -> bool:
    """The asked occupation stands beside the name: 当场联系了医生 says nothing about who it is."""
    fact, text = candidate.fact, candidate.evidence.text
    low, high = fact.clause
    return explained(occupation, compact(text[max(low, fact.start - 24) : min(high, fact.end + 16)])).score >= PART


def _head_nearby(query: Query, candidate: Candidate) -> bool:
    evidence = candidate.evidence
    if explained(query.head, evidence.before + evidence.heading).score < 0.9:
        return False
    return candidate.own >= 0.6 or _refers_back(query, evidence)


def _apart_by(query: Query, fitting: Sequence[Candidate]) -> Draft | None:
    """The difference of the two levels that the best sentence prints (由60张增加到120张), where it prints no change.

    The arithmetic is shown in the detail and both values are quoted.
    """
    best = fitting[0]
    text = best.evidence.text
    near = [c for c in fitting if c.evidence is best.evidence and c.fact.unit == best.fact.unit]
    label = max(c.label for c in near) if len({c.fact.start for c in near}) > 2 else 0.0
    same = {c.fact.start: c.fact for c in near if c.label > label - 0.2}
    facts = [same[start] for start in sorted(same)]
    if len(facts) != 2 or any(_is_change(text, f) for f in facts):
        return None
    first, second = (find_quantities(f.value)[0] for f in facts)
    if first.unit != second.unit or first.value == second.value:
        return None
    low, high = sorted((first, second), key=lambda q: q.value)
    said, detail = difference_said(high, low)
    word = "多" if first.value < second.value else "少"
    proof = best.evidence.proof
    return Draft("answered", "compare", f"{word}{said}", (proof,), detail=detail, repaired=best.repaired,
                 confidence=round(min(best.share, 1.0), 3),
                 facts=tuple((best.evidence.page.article.id, f) for f in facts))  # fmt: skip


_THAN = load_pattern("answering.extractive.than")
_PRINTED_THAN = load_pattern("answering.extractive.printed_than")


def _against(query: Query, fitting: Sequence[Candidate]) -> list[Candidate]:
    """比一季度快多少: of 增长5.7%，比一季度加快0.5个百分点 the change against what is asked, where it is printed."""
    asked = _THAN.search(query.text)
    if asked is None:
        return list(fitting)
    said = [
        c
        for c in fitting
        if any(
            explained(asked["x"], compact(m["x"])).score >= _NAMED
            for m in _PRINTED_THAN.finditer(c.evidence.text[slice(*c.fact.clause)])
        )
    ]
    return said or list(fitting)


def _is_change(text: str, fact: Fact) -> bool:
    """增加60张 is a change already; 增加到120张 is a level."""
    before = text[max(fact.clause[0], fact.start - 6) : fact.start]
    return fact.kind == "points" or (bool(_CHANGES.search(before)) and not _TO_LEVEL.search(before))


def _beside(fitting: Sequence[Candidate]) -> list[Fact]:
    """Values of the same sentence that may as well be meant; the best one among them."""
    best = fitting[0]
    if best.fact.kind not in _WIDE:
        return []
    near = [
        c.fact
        for c in fitting
        if c.evidence is best.evidence and best.score - c.score < _CLEAR and c.label > best.label - 0.2
    ]
    return near if any(fact.value != best.fact.value for fact in near) else []


def _draft(query: Query, best: Candidate, beside: Sequence[Fact] = ()) -> Draft:
    """The value; where others stand beside it that may be meant, the words that hold them all."""
    fact, evidence = best.fact, best.evidence
    words = around(evidence.text, [(f.start, f.end) for f in beside]) if beside else None
    text = words or _in_a_row(query, evidence, fact) or value_text(query, evidence, fact)
    return Draft(
        "answered",
        outward_kind(query.kind),
        text,
        (Proof(evidence.page.article.id, quote_spans(evidence, fact)),),
        confidence=round(min(best.share, 1.0), 3),
        facts=((evidence.page.article.id, fact),),
        repaired=best.repaired,
        people=(fact.value,) if fact.kind == "person" else (),
        projects=query.projects,
    )


def _in_a_row(query: Query, evidence: Evidence, fact: Fact) -> str | None:
    """8:20、8:50各发一班; 在甲广场、乙市场设2处: a value with those beside it in one row; None for one alone.

    Nothing is added where 分别 gives each value its own name or where one of them is asked for (首班, 第一, 最早).
    """
    text = evidence.text
    if fact.kind not in _IN_ROWS or "分别" in text or _ONE_ASKED.search(query.text):
        return None
    low, high = fact.start, _with_side(text, fact.end, fact.kind)
    shape = shaped(query.text) if fact.kind == "shape" else None
    same = [(f.start, f.end) for f in evidence.facts if f.kind == fact.kind]
    same += [match.span() for match in shape.finditer(text)] if shape else []
    while (before := next((a for a, b in same if _ROW.fullmatch(text[b:low])), None)) is not None:
        low = before
    while (joint := _ROW.match(text, high)) is not None:
        end = next((b for a, b in same if a == joint.end()), None)
        if end is None and fact.kind == "place" and (place := _place_after().match(text, joint.end())):
            end = place.end()
        if end is None:
            break
        high = _with_side(text, end, fact.kind)
    return text[low:high] if (low, high) != (fact.start, fact.end) else None


def _with_side(text: str, end: int, kind: str) -> int:
    """科创大道以北: on which side of a road a place lies belongs to it."""
    side = _SIDE.match(text, end) if kind == "place" else None
    return side.end() if side else end


@lru_cache(maxsize=1)
def _place_after() -> re.Pattern[str]:
    ends = "|".join(sorted(map(re.escape, load_words("place_suffixes")), key=len, reverse=True))
    return re.compile(rf"[\u4e00-\u9fff]{{1,10}}?(?:{ends})(?=[、和及与，。；,;以设开举进上乘集领报购办取停]|\d|两|$)")


def with_kind(query: Query, kind: str) -> Query:
    """The same question, asked for another type."""
    return replace(query, kind=kind)
