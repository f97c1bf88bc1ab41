"""Which candidates are values of the asked thing: accounted for, of the sort, told of the asked one."""

from __future__ import annotations

import re
from functools import lru_cache

from index.answering.candidates.class_bounds import OF_OTHER_AMOUNTS
from index.answering.candidates.fitness import limit_fits, not_mixed, of_an_unasked_part
from index.answering.candidates.labelled import of_another_label
from index.answering.candidates.objections import OBJECTIONS, is_a_beginning
from index.answering.candidates.parts import beside_its_name, one_of_several
from index.answering.candidates.printed_elsewhere import told_elsewhere
from index.answering.candidates.then_and_now import ends_the_asked
from index.answering.candidates.unfit import unfit
from index.answering.candidates.values import (
    Candidate,
    head_share,
    of_a_rival,
    of_another_part,
    of_the_list,
)
from index.answering.candidates.variants import of_another_variant
from index.answering.evidence.carried import has_no_subject, held, refers
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
from index.answering.sentences.asked_value import NAMED, of_asked_sort
from index.extraction.words.people import ASIDE
from index.language.lexicon import load_groups, load_pattern, load_words
from index.language.marks import end_of, start_of
from index.language.scripts import compact
from index.records import Fact
from index.understanding.query import Query
from index.understanding.terms import synonyms

ENOUGH = 0.66  # weighted share of the content words that must be accounted for
PARTLY = 0.5  # share that is enough beside another answer
_OWN = 0.4  # share that the sentence itself must account for
_TOP, _TOP_COUNT = 8, 4  # sentences in which what the headline names is told on
_BESIDE_HEAD = 0.8  # how close the counted thing stands to its number
_DAY = load_pattern("answering.acceptance.day")
_ANAPHOR = load_pattern("answering.acceptance.anaphor")
_FORMER = load_pattern("answering.acceptance.former")
_LEFT_OFFICE = re.compile(
    r"免去|不再|卸任|辞去|原任|退休(?!的?[\u4e00-\u9fff]{0,2}[师士工部人员生家])"
    r"|^[\u4e00-\u9fff]{2,4}" + ASIDE + r"的[^，。；]{2,40}职务"
)
_ASKS_HOLDER = load_pattern("answering.acceptance.asks_holder")
_OFFICE_OF = load_pattern("answering.acceptance.office_of")
_SURE = 0.9  # share of the question from which the asked word need not stand by the value
_BREAKS_DOWN = load_pattern("answering.acceptance.breaks_down")  # 分乡镇看: of the measure that is told before
_HANDED_OUT = load_pattern("answering.acceptance.handed_out")
_MAY_GET = load_pattern("answering.acceptance.may_get")
_ASKS_WHAT_IS_DONE = load_pattern("answering.acceptance.asks_what_is_done")
_COMPARED = load_pattern("answering.acceptance.compared")
_COMPARES = load_pattern("answering.acceptance.compares")
_ASKED_HEADS = load_pattern("answering.acceptance.asked_heads")
_BESIDE = 6  # code points on each side of a number in which it says whom it counts
_ADDED_UP = load_pattern("answering.acceptance.added_up")
_OF_SEVERAL = load_pattern("answering.acceptance.of_several")
_TOTALLED = load_pattern("answering.acceptance.totalled")
_AIMED = load_pattern("answering.acceptance.aimed")
_PAYS = load_pattern("answering.acceptance.pays")
_TOLD_OF = 0.75  # share that the sentence itself must have where no word of the value is asked for


def acceptable(query: Query, candidate: Candidate) -> bool:
    """The candidate accounts for the question, is of the asked sort, and is told of what is asked."""
    return (
        _accounts(query, candidate) and of_asked_sort(query, candidate) and _told_of_the_asked(query, candidate)
    )


def _accounts(query: Query, candidate: Candidate) -> bool:
    """Enough of the question, and its asked word, is accounted for where the value stands."""
    if candidate.share < ENOUGH or not_mixed(query, candidate.fact) < 0 or candidate.missing_critical:
        return False
    if query.total and (
        any(term.weight >= 1.0 for term in candidate.missing)  # 甲和乙一共: what holds one of them only is no total
        or one_of_several(query, candidate.evidence, candidate.fact)
    ):
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
    elsewhere = strong and max(candidate.own, candidate.rest) < _OWN and not query.links
    if elsewhere and not (
        candidate.evidence.before.endswith("?")
        or ends_the_asked(query, candidate.fact)
        or _leads(query, candidate.evidence, candidate.fact)
        or _refers_back(query, candidate.evidence)
        or beside_its_name(query, candidate.evidence, candidate.fact)
        or _of_the_line_before(query, candidate)
    ):
        return False
    if not query.head or candidate.share >= _SURE or _head_nearby(query, candidate):
        return True
    if any(
        compact(query.head) in name and refers(name, candidate.evidence.own)
        for name in held(query, candidate.evidence)
    ):
        return True  # 现桥长96米 for 万安桥有多长
    if candidate.fact.kind == "money" and _PAYS.fullmatch(query.head):
        rest = tuple(term for term in query.terms if term.text != query.head)
        if rest and coverage(rest, _near(candidate.evidence))[0] >= _TOLD_OF:
            return True  # 要交多少钱: a price is printed without its verb
    if _is_deadline(query, candidate):
        return True
    named = ends_the_asked(query, candidate.fact) or beside_its_name(query, candidate.evidence, candidate.fact)
    return named or head_share(query, candidate.evidence, candidate.fact) > 0.0


_ASKS_DEADLINE = load_pattern("answering.acceptance.asks_deadline")
_DEADLINE = load_pattern("answering.acceptance.deadline")


def _is_deadline(query: Query, candidate: Candidate) -> bool:
    """目录几号前交: 5月8日前拿出目录, whatever has to be done is called, where its part tells of all the rest."""
    fact, text = candidate.fact, candidate.evidence.text
    if fact.kind != "date" or not _ASKS_DEADLINE.search(query.text) or not _DEADLINE.match(text, fact.start):
        return False
    rest = tuple(term for term in query.terms if term.text != query.head and term.weight >= PARTLY)
    part = candidate.evidence.clause(segment_of(text, fact.start, "，；。"))
    return bool(rest) and all(explained(term.text, part).score >= NAMED for term in rest)


def _near(evidence: Evidence) -> tuple[tuple[str, float], ...]:
    """The sentence, and the one before that it may go on from (幼儿园… . 伙食费每天14元)."""
    return (evidence.own, 1.0), (evidence.before, 0.8)


_FITS = (
    time_fits,
    place_fits,
    year_fits,
    scope_fits,
    limit_fits,
    stretch_fits,
    said_year_fits,
    month_fits,
)
"""What has to hold between the question, the sentence and the value."""
_OF_OTHERS = (
    of_a_rival,
    of_another_part,
    of_the_list,
    of_an_unasked_part,
    unfit,
    of_another_variant,
    of_another_label,
    of_wider,
)
"""What says that the value is told of something else."""


def _told_of_the_asked(query: Query, candidate: Candidate) -> bool:
    """Time, place, part and name that the value is told of are those that were asked for."""
    evidence, fact = candidate.evidence, candidate.fact
    if not all(fits(query, evidence, fact) for fits in _FITS):
        return False
    if not all(fits(query, evidence) for fits in (nth_fits, period_fits, contrast_fits, aim_fits, links_fit)):
        return False
    if query.kind == "average" and not _is_mean(candidate):
        return False
    if query.kind != "difference" and not reference_fits(query, evidence, fact):
        return False
    if not _does_it(query, candidate) or not told_of_period(query, evidence.text, fact.start):
        return False
    if not speaks_of_asked(query, evidence.clause(segment_of(evidence.text, fact.start))):
        return False
    if fact.kind in ("shape", "measure") and not told_of_asked(query, evidence, fact):
        return False
    if evidence.sentence.role == "table" and not _in_row(query, evidence):
        return False
    if fact.kind == "date" and (_of_another_event(query, candidate) or is_a_beginning(query, candidate)):
        return False
    if any(of_others(query, evidence, fact) for of_others in _OF_OTHERS):
        return False
    return not any(against(query, candidate) for against in (*_AGAINST, *OBJECTIONS, told_elsewhere, *OF_OTHER_AMOUNTS))


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
        and any(explained(term.text, other).score >= NAMED for other in others)
        and explained(term.text, rest).score < PART
        for term in query.terms
    )


_RULED_OUT = load_pattern("answering.acceptance.ruled_out")
_ASKS_RULE = load_pattern("answering.acceptance.asks_rule")


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
        and any(explained(term.text, one).score >= NAMED for one in ruled)
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
    before = candidate.evidence.text[fact.clause[0] : fact.start]
    if fact.kind == "money" and _HANDED_OUT.search(query.text) and _MAY_GET.search(before):
        return True  # 发了多少钱: 可申领补贴1万元 is what one may get
    if fact.kind not in ("count", "measure") or not _ASKS_WHAT_IS_DONE.search(query.text.rstrip("？?呢啊呀")):
        return False
    return bool(_AIMED.search(candidate.evidence.text[fact.clause[0] : fact.start]))


_EVENT = load_pattern("answering.acceptance.event")
_EVENT_BEHIND = re.compile(rf"(?:底|初|前|正式|全面|全部|建成)*(?P<event>{_EVENT.pattern})")
_ABOUT_AN_EVENT = re.compile(rf"(?:{_EVENT.pattern})(?:[之以]?[前后]|以来|期间|首日|当[天日])")


def _of_another_event(query: Query, candidate: Candidate) -> bool:
    """何时通车 is asked: the day in 2023年8月6日开工 is that of another event."""
    if not _EVENT.fullmatch(query.head):
        return False
    fact, text = candidate.fact, candidate.evidence.text
    beside = _EVENT_BEHIND.match(text, fact.end)
    if beside is not None and explained(query.head, compact(beside["event"])).score >= NAMED:
        return False  # 明年9月投产后，年产能翻番
    low = start_of(text, fact.start, "，。；,;")
    clause = candidate.evidence.clause((low, end_of(text, fact.end, "，。；,;")))
    if _EVENT.search(clause) is None:
        return False
    told = _ABOUT_AN_EVENT.sub("", clause)  # 开学前检查 is no 开学
    return explained(query.head, told).score < NAMED


_MEAN = load_pattern("answering.acceptance.mean")


def _is_mean(candidate: Candidate) -> bool:
    """人均462元, 每班50人: the value is told for each; a whole is no mean."""
    fact, text = candidate.fact, candidate.evidence.text
    behind = re.split("[，。；、,;]", text[fact.end : fact.end + 6])[0]
    return bool(_MEAN.search(text[max(fact.clause[0], fact.start - 20) : fact.end] + behind))


def _in_row(query: Query, evidence: Evidence) -> bool:
    """8月15日 is asked of a table: a row of another day is no answer, whatever the row above it says."""
    days = (term.text for term in query.terms if term.critical and _DAY.fullmatch(term.text))
    return all(explained(day, evidence.own + evidence.heading).score >= NAMED for day in days)


_CAPACITY = load_pattern("answering.acceptance.capacity")
_ASKS_CAPACITY = load_pattern("answering.acceptance.asks_capacity")


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
    return any(t.end in followed and explained(t.text, article).score < PARTLY for t in missing)


def _of_the_programme(programme: str, evidence: Evidence) -> bool:
    """Where nothing else is asked for, sentence, paragraph or headline speaks of the programme."""
    name = compact(programme)
    return any(name in words for words in (evidence.own, evidence.before, evidence.head, evidence.heading))


def _refers_back(query: Query, evidence: Evidence) -> bool:
    """该项目占地320亩: the sentence is about what the one before names."""
    goes_on = _ANAPHOR.match(evidence.text) or has_no_subject(evidence.text)
    if not goes_on and not _opens_with_tail(query, evidence):
        return False
    told, _, _ = coverage(query.terms, ((evidence.own, 1.0), (evidence.before, 1.0)))
    return told >= ENOUGH


def _opens_with_tail(query: Query, evidence: Evidence) -> bool:
    """新院区位于… behind 县中医院新院区已通过验收: the sentence opens with the end of the name told before."""
    own = evidence.own
    for size in _TAILS:
        head, at = own[:size], evidence.before.find(own[:size])
        if at > 0 and head.endswith(_NOUN_ENDS):
            return any(t.weight >= 1.0 and evidence.before[:at].endswith(compact(t.text)) for t in query.terms)
    return False


_TAILS = (5, 4, 3, 2)  # code points of a name's end that a sentence may open with
_NOUN_ENDS = tuple("院区校馆桥路厂园场站楼店库村社司队团所中心项目工程线")


def _of_the_line_before(query: Query, candidate: Candidate) -> bool:
    """3路多久一班: 首班车6时30分，发车间隔15分钟 goes on about the line that the sentence before names."""
    if candidate.fact.kind != "shape" or _LINE.search(candidate.evidence.text):
        return False
    strong = [t for t in query.terms if t.weight >= 1.0]
    before = candidate.evidence.before
    return bool(strong) and all(explained(t.text, before).score >= NAMED for t in strong)


_LINE = load_pattern("answering.acceptance.line")


def _leads(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """The headline names the event, and this sentence near the top says the asked thing about it."""
    regions = ((evidence.heading, 1.0), (evidence.own, 1.0), (evidence.before, 1.0), (evidence.head, 0.9))
    named, _, _ = coverage(query.terms, regions)
    told = not query.head or explained(query.head, evidence.own).score >= 0.5
    told = told or _is_outlay(query, evidence, fact)
    apt = evidence.page.article.kind == "notice" or query.kind not in ("place", "date")
    if query.kind == "count" and query.head and head_share(query, evidence, fact) < _BESIDE_HEAD:
        return False  # 三名医护人员获表彰 counts no 医生 of what the headline names
    top = _TOP_COUNT if query.kind == "count" and query.total else _TOP
    return named >= 0.75 and told and evidence.number <= top and apt


_ASKS_OUTLAY = load_pattern("answering.acceptance.asks_outlay")
_OUTLAY = load_pattern("answering.acceptance.outlay")


def _is_outlay(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """某小区一共花多少钱: 此次改造总投资3680万元 is told of what the headline names."""
    if fact.kind != "money" or not _ASKS_OUTLAY.search(query.text):
        return False
    return bool(_OUTLAY.search(evidence.text[fact.clause[0] : fact.start]))


def _does_it(query: Query, candidate: Candidate) -> bool:
    """设计单位是谁: the name stands directly beside the asked deed, not merely in a sentence that has the word."""
    fact, text = candidate.fact, candidate.evidence.text
    if fact.kind == "person" and _FORMER.search(query.text):
        return bool(_LEFT_OFFICE.search(text[slice(*segment_of(text, fact.start))]))
    if fact.kind == "person" and _ASKS_HOLDER.search(query.text):
        if _LEFT_OFFICE.search(text[slice(*segment_of(text, fact.start))]):
            return False  # who was relieved of an office does not hold it
        body = _OFFICE_OF.search(query.text)
        if body is not None and explained(body["body"], candidate.evidence.own).score < NAMED:
            return False  # another office than the asked one
    if fact.kind == "person" and query.head in occupations() and not _is_one(query.head, candidate):
        return False
    if fact.kind not in ("organisation", "person") or query.head not in load_words("role_verbs"):
        return True
    around = compact(text[max(0, fact.start - 10) : fact.start] + "，" + text[fact.end : fact.end + 8])
    return any(compact(form) in around for form in (query.head, *synonyms().get(query.head, ())))


@lru_cache(maxsize=1)
def occupations() -> frozenset[str]:
    """What somebody is by trade or in a family: 医生, 司机, 妻子."""
    return frozenset(load_words("identities")) | frozenset(load_words("occupations"))


def _is_one(occupation: str, candidate: Candidate) -> bool:
    """The asked occupation stands beside the name: 当场联系了医生 says nothing about who it is."""
    fact, text = candidate.fact, candidate.evidence.text
    low, high = fact.clause
    return explained(occupation, compact(text[max(low, fact.start - 24) : min(high, fact.end + 16)])).score >= PART


def _head_nearby(query: Query, candidate: Candidate) -> bool:
    evidence = candidate.evidence
    parts = _BREAKS_DOWN.match(evidence.text) is not None
    around = evidence.before + evidence.heading + (evidence.head if parts else "")
    if explained(query.head, around).score < 0.9:
        return False
    return candidate.own >= 0.6 or parts or _refers_back(query, evidence)


def _counts_where_to(query: Query, candidate: Candidate) -> bool:
    """去年出口了多少: 产品出口到34个国家和地区 counts where it goes to."""
    fact, text = candidate.fact, candidate.evidence.text
    if fact.kind != "count" or query.kind != "number" or _ASKS_WHERE_TO.search(query.text):
        return False
    return bool(_WHERE_TO.match(text[fact.end :]))


def _of_the_other_direction(query: Query, candidate: Candidate) -> bool:
    """收购价涨了多少: 因春旱减产一成 tells how much less there was."""
    asked = _ASKS_RISE.search(query.text)
    if asked is None:
        return False
    fact, text = candidate.fact, candidate.evidence.text
    before = text[fact.clause[0] : fact.start]
    wrong, right = (_FALLS, _RISES) if asked["up"] else (_RISES, _FALLS)
    if not wrong.search(before) or right.search(before):
        return False
    return fact.kind != "percent" or fact.value.endswith("成")  # 进口增长多少: 下降0.6% tells that it did not


_ASKS_RISE = load_pattern("answering.acceptance.asks_rise")
_RISES, _FALLS = load_pattern("answering.acceptance.rises"), load_pattern("answering.acceptance.falls")
_WHERE_TO = load_pattern("answering.acceptance.where_to")
_ASKS_WHERE_TO = load_pattern("answering.acceptance.asks_where_to")
_AGAINST = (
    _of_the_other_direction,
    _counts_where_to,
    _only_aimed_at,
    _of_what_is_set_against_it,
    _of_other_heads,
    _of_what_is_ruled_out,
)
"""What the sentence says against a value that fits otherwise."""
