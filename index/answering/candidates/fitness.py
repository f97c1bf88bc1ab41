"""What unit, day, half, direction of change and neighbours say for or against a value of the asked type."""

from __future__ import annotations

import re

from index.answering.candidates.days_asked import of_asked_time
from index.answering.evidence.explain import PART, explained
from index.answering.evidence.fits import contrasted, segment_of
from index.answering.evidence.labels import names_given, part_of_whole
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.numerals import OF_PEOPLE, find_quantities
from index.language.scripts import compact
from index.records import Fact
from index.understanding.query import NAMED_BEFORE, Query
from index.understanding.terms import amount_words

MEASURED = ("money", "count", "measure", "percent", "points", "age", "bare", "phone")
_UNASKED = 0.2  # what a part of a whole loses that the question does not name
_PART_OF_TOTAL = ("到位", "年度计划", "完成投资")  # never said for 总投资
_ASKS_PLAN = load_pattern("answering.fitness.asks_plan")
_PLAN = load_pattern("answering.fitness.plan")
_FROM = load_pattern("answering.fitness.from")
_TO = load_pattern("answering.fitness.to")
_EARLIER = load_pattern("answering.fitness.earlier")
_CHANGES = load_pattern("answering.fitness.changes")
_ASKS_CHANGE = load_pattern("answering.fitness.asks_change")
_AMOUNT_KINDS = load_pattern("answering.fitness.amount_kinds")
_ASKS_TOTAL = load_pattern("answering.fitness.asks_total")
_TOTAL = load_pattern("answering.fitness.total")
_OVER_YEARS = load_pattern("answering.fitness.over_years")
_SINCE = load_pattern("answering.fitness.since")
_THIS_YEAR = load_pattern("answering.fitness.this_year")
_ADDED = load_pattern("answering.fitness.added")
_COMPLAINTS = load_pattern("answering.fitness.complaints")
_PER_HEAD = load_pattern("answering.fitness.per_head")
_ASKS_PER_HEAD = load_pattern("answering.fitness.asks_per_head")
_PAID_IN = load_pattern("answering.fitness.paid_in")
_ASKS_PAID = load_pattern("answering.fitness.asks_paid")
_ASKS_DONE = load_pattern("answering.fitness.asks_done")
_DONE = load_pattern("answering.fitness.done")
_YEARS = load_pattern("answering.fitness.years")
_ASKS_OLD, _OLD = load_pattern("answering.fitness.asks_old"), load_pattern("answering.fitness.old")


def _apart(text: str, word: str) -> bool:
    """The attribute is the word itself: 出口, not 进出口."""
    bare = re.sub(r"^(?:其中|全年|全区|全县|全市|上半年|同期)+", "", text)
    return bool(word) and bare == word


def fit(query: Query, evidence: Evidence, fact: Fact) -> float:
    """What unit, day and direction of change say for or against a value."""
    score = 0.0
    if query.unit and fact.kind in ("count", "measure", "money"):
        same = (fact.unit or "").endswith(query.unit) or (query.unit in OF_PEOPLE and fact.unit in OF_PEOPLE)
        score += 0.12 if same else -0.1 if query.unit == "个" else 0.0
    score += 0.1 * any(_apart(compact(fact.attribute), t.text) for t in query.terms)
    if query.kind == "percent":
        score += 0.1 if (fact.kind == "points") == ("百分点" in query.text) else -0.05
    if fact.kind in ("date", "shape", "duration"):
        score += of_asked_time(query, evidence, fact)
    if _ASKS_DONE.search(query.text) and _DONE.search(
        evidence.text[max(fact.clause[0], fact.start - 8) : fact.start]
    ):
        score += 0.15
    own = evidence.text[max(fact.clause[0], fact.start - 12) : fact.start]
    if fact.kind == "phone" and _COMPLAINTS.search(own) and not _COMPLAINTS.search(query.text):
        score -= 0.1
    if _ASKS_TOTAL.search(query.text) and fact.kind in ("count", "measure", "money"):
        score += 0.12 if _TOTAL.search(own) else -0.12 if _ADDED.search(own) else 0.0
    if _OVER_YEARS.search(query.text) and fact.kind in ("money", "count", "measure"):
        said = evidence.text[fact.clause[0] : fact.start]
        score += 0.4 if _SINCE.search(said) else -0.2 if _THIS_YEAR.search(said) else 0.0
    if _told_per_head(evidence, fact, own) and not _ASKS_PER_HEAD.search(query.text):
        score -= 0.25
    shared = "分别" in evidence.text[: fact.start]
    if (
        fact.subject
        and len(fact.subject) <= 12
        and _names_subject(query, compact(fact.subject), shared=shared)
    ):
        score += 0.25
    if evidence.sentence.role == "headline":
        score -= 0.08  # a headline rounds
    if _ASKS_PLAN.search(query.text):
        score += 0.2 if _PLAN.search(own) else -0.1
    else:
        score -= _ONLY_PLANNED * _is_bound_of_plan(query, evidence, fact, own)
        score -= _ONLY_AIMED * _is_aim(query, evidence, fact)
    score -= _OF_A_KIND * _of_one_kind(query, evidence, fact)
    if re.search(r"(?:达到?|完成|实现)$", evidence.text[: fact.start]):
        score += 0.04
    elif re.search(r"(?:突破|超过?|预计|约|近|力争|目标)$", evidence.text[: fact.start]):
        score -= 0.06
    score += _BEHIND_HEAD * _right_behind_head(query, evidence, fact)
    score += _for_each(query, own) + _each_time(query, evidence, fact) + _present(query, evidence, fact)
    score += _of_the_limit(query, evidence, fact)
    score += _extremes(query, evidence, fact) + _of_the_asked_half(query, evidence, fact)
    score += _of_the_dimension(query, evidence, fact)
    if "今年" in query.text:
        clause = evidence.text[fact.clause[0] : fact.start]
        score += 0.12 if re.search(r"今年|本年|年内", clause) else -0.1 if _YEARS.search(clause) else 0.0
    if query.scope and query.scope.startswith("全") and query.scope in evidence.clause(fact.clause):
        score += 0.15  # 全县 is asked: the clause that says so, not one about a village
    if query.year and str(query.year) in evidence.text[fact.clause[0] : fact.start]:
        score += 0.25  # 2023年底前上多少: 布局机柜8000个，2023年底前投运2000个
    if any(t.weight >= NAMED_BEFORE and compact(t.text) in evidence.clause(fact.clause) for t in query.terms):
        score += 0.3
    if _ASKS_OLD.search(query.text):
        score += 0.4 if _OLD.search(evidence.text[: fact.start]) else -0.4
    score += _direction(query, evidence, fact) + not_mixed(query, fact) - _of_one_project(query, evidence, fact)
    score -= _UNASKED * _unasked_part(query, evidence, fact)
    before, after = evidence.text[: fact.start], evidence.text[fact.end :]
    if _FROM.search(before) and _TO.match(after) and not _EARLIER.search(query.text):
        score += 0.3 if _then(query, before) else -0.2
    elif _REACHED.search(before) and _then(query, before):
        score -= 0.4
    return score


_OF_A_KIND = 0.4  # what a value of one kind in a breakdown loses where that kind is not asked for
_BREAKDOWN = load_pattern("answering.fitness.breakdown")


def _of_one_kind(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """火灾多少起: of 从场所看，住宅火灾118起 the number is that of a kind which the question does not name."""
    low = segment_of(evidence.text, fact.start)[0]
    if fact.kind not in MEASURED or not _BREAKDOWN.match(evidence.text, low):
        return False
    start = max(low, *(evidence.text.rfind(mark, 0, fact.start) + 1 for mark in "，、,"))
    own = compact(names_given(evidence).get((fact.start, fact.end)) or evidence.text[start : fact.start])
    for term in query.terms:
        own = own.replace(compact(term.text), "")
    return len(own) > 1 and not any(sign in query.text for sign in own)


_ONLY_PLANNED = 0.4  # what a bound that a plan sets loses where what is reached is asked for
_BOUND = load_pattern("answering.fitness.bound")
_ASKS_GOAL = load_pattern("answering.fitness.asks_goal")
_BY_PLAN = load_pattern("answering.fitness.by_plan")


def _is_bound_of_plan(query: Query, evidence: Evidence, fact: Fact, own: str) -> bool:
    """开工率多少: of 按照计划，…，开工率不低于65% nothing is reached yet."""
    if fact.kind not in MEASURED or _ASKS_GOAL.search(query.text) or not _BOUND.search(own):
        return False
    return bool(_BY_PLAN.search(evidence.text[segment_of(evidence.text, fact.start)[0] : fact.start]))


_ONLY_AIMED = 0.3  # what a rate loses that is only aimed at where what is reached is asked for
_AIM = load_pattern("answering.fitness.aim")


def _is_aim(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """增长多少: of 增长5.1% and 增长目标为6.5%左右 not the second."""
    if fact.kind not in ("percent", "points") or _ASKS_GOAL.search(query.text):
        return False
    return _AIM.search(evidence.text[max(0, fact.start - _NEAR_AIM) : fact.start]) is not None


_NEAR_AIM = 12  # code points ahead of a rate in which it is called an aim
_BEHIND_HEAD, _RIGHT_BEHIND = 0.25, 4  # what an amount gains that stands right behind the asked word


def _right_behind_head(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """政府给贴多少: 40元 of 缴200元政府补贴40元, where both stand in one clause."""
    if fact.kind != "money" or len(query.head) != 1 or fact.value.endswith("块"):
        return False  # 计划更换水表1.5万块; what all is called (投资) stands behind many values
    near = evidence.clause((max(fact.clause[0], fact.start - _RIGHT_BEHIND), fact.start))
    return bool(near) and explained(query.head, near).score >= _WHOLE


_ONE_PROJECT = 0.15  # what a value loses that a project of its own has where the question names none


def _of_one_project(query: Query, evidence: Evidence, fact: Fact) -> float:
    """重点项目投了多少: of 全县完成147.6亿元 and 某某玻璃项目完成8.4亿元 rather the first."""
    if fact.kind != "money" or query.projects or query.kind == "compare":
        return 0.0
    before = evidence.text[: fact.start]
    named = (row.name for row in evidence.page.says.projects if len(row.name) > _LONG and row.name in before)
    return _ONE_PROJECT if any(name[:2] not in query.text for name in named) else 0.0


_LONG = 4  # letters of a project's own name


def _told_per_head(evidence: Evidence, fact: Fact, own: str) -> bool:
    """人均地区生产总值72380元，增长6.1%: a change is that of the measure in front of it."""
    if fact.kind not in ("percent", "points"):
        return bool(_PER_HEAD.search(own))
    text = evidence.text
    return bool(_PER_HEAD.search(text[start_of(text, fact.start, "；。;") : fact.start]))


_THEN = load_pattern("answering.fitness.then")
_THEN_NAMED = load_pattern("answering.fitness.then_named")
_ASKS_APART = load_pattern("answering.fitness.asks_apart")
_REACHED = load_pattern("answering.fitness.reached")


def _then(query: Query, before: str) -> bool:
    """与去年同期相比，由19个增加到26个: 去年 is asked, and the first value is the one of that time."""
    if (named := _THEN_NAMED.search(before)) is not None and named["time"] in query.text:
        return not _ASKS_APART.search(query.text)  # 员工由去年底的19人增加到26人
    return any(match["time"] in query.text for match in _THEN.finditer(before)) and not _ASKS_CHANGE.search(query.text)


def _of_the_asked_half(query: Query, evidence: Evidence, fact: Fact) -> float:
    """农村居民 is asked: the value beside these words, not that of all."""
    halves = [pair for pair in contrasted(query.text) if not _OF_TIME.search(pair[0].pattern)]
    if not halves or fact.kind not in MEASURED:
        return 0.0
    own = evidence.clause((start_of(evidence.text, fact.start, "；;。"), fact.end))
    return 0.3 if any(asked.search(own) for asked, _ in halves) else 0.0


_ONE_OF_THEM = load_pattern("answering.fitness.one_of_them")


_HEADS = "户人名家台辆套位"


def _for_each(query: Query, own: str) -> float:
    """一户最多拿多少: the value behind 每户, not the whole sum."""
    asked = _ONE_OF_THEM.search(query.text)
    if asked is None or asked["unit"] not in _HEADS:
        return 0.0
    return 0.25 if re.search(rf"每{asked['unit']}|各", own) else 0.0


_EACH_TIME = load_pattern("answering.fitness.each_time")
_SAID_SO = {"回": "[次回]", "天": "[天日]", "日": "[天日]", "周": "(?:周|星期)", "星期": "(?:周|星期)"}


def _each_time(query: Query, evidence: Evidence, fact: Fact) -> float:
    """每个月查几所: the number behind 每月, not that of one time."""
    asked = _EACH_TIME.search(query.text)
    if asked is None or fact.kind not in MEASURED:
        return 0.0
    unit = _SAID_SO.get(asked["unit"], asked["unit"])
    told = re.search(rf"(?:每个?|每一|[一单]){unit}|{unit}均|日均", evidence.text[fact.clause[0] : fact.end + 4])
    return 0.3 if told else -0.3


_ASKS_PRESENT = load_pattern("answering.fitness.asks_present")
_PRESENT = load_pattern("answering.fitness.present")


def _present(query: Query, evidence: Evidence, fact: Fact) -> float:
    """到了多少人: of 31名组成人员中29人出席 the number of those who came."""
    if fact.kind != "count" or not _ASKS_PRESENT.search(query.text):
        return 0.0
    behind = re.split("[，。；、,;]", evidence.text[fact.end : fact.end + 6])[0]
    before = re.split("[，。；、,;]", evidence.text[max(0, fact.start - 6) : fact.start])[-1]
    return 0.3 if _PRESENT.search(behind) or _PRESENT.search(before) else 0.0


_ASKS_LIMIT = load_pattern("answering.fitness.asks_limit")
_MOST = load_pattern("answering.fitness.most")
_LEAST = load_pattern("answering.fitness.least")
_BELOW, _ABOVE = re.compile(r"\s?(?:以下|以内|封顶|为限|之内)"), re.compile(r"\s?(?:以上|起)")


def _of_the_limit(query: Query, evidence: Evidence, fact: Fact) -> float:
    """最多罚多少: 200元 of 50元以上200元以下, and 每月最高200元 rather than 每条50元."""
    asked = _ASKS_LIMIT.search(query.text)
    if asked is None and fact.kind == "money" and _MOST.search(evidence.text[fact.clause[0] : fact.start]):
        return _ONLY_MOST  # 招一人补多少: 500元 of 每人500元，单个企业最高10万元
    if asked is None or fact.kind not in MEASURED:
        return 0.0
    before, after = evidence.text[fact.clause[0] : fact.start], evidence.text[fact.end :]
    most = bool(_MOST.search(before) or _BELOW.match(after))
    least = bool(_LEAST.search(before) or _ABOVE.match(after))
    if most == least:
        return 0.0
    return 0.35 if most == bool(asked["most"]) else -0.35


_ONLY_MOST = -0.25  # what a highest amount loses where no limit is asked for


def limit_fits(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """最多罚多少: of 50元以上200元以下 not the lower limit."""
    return _ASKS_LIMIT.search(query.text) is None or _of_the_limit(query, evidence, fact) >= 0.0


_ASKS_DIMENSION = load_pattern("answering.fitness.asks_dimension")
_DIMENSION = load_pattern("answering.fitness.dimension")


def _of_the_dimension(query: Query, evidence: Evidence, fact: Fact) -> float:
    """有多长: of 这条长6.2公里的渠道，被冲垮85米 the value behind 长, and none behind 宽."""
    asked = _ASKS_DIMENSION.search(query.text) if fact.kind == "measure" else None
    if asked is None:
        return 0.0
    told = _DIMENSION.search(evidence.text[fact.clause[0] : fact.start])
    return 0.0 if told is None else 0.3 if told["way"] == asked["way"] else -0.4


_OF_TIME = load_pattern("answering.fitness.of_time")
_EXTREME = load_pattern("answering.fitness.extreme")
_OPPOSED = dict(zip("大小高低多少长短早晚远近快慢", "小大低高少多短长晚早近远慢快", strict=True))


_UNASKED_EXTREME = -0.1  # what the highest or lowest of several loses where none is asked for


def _extremes(query: Query, evidence: Evidence, fact: Fact) -> float:
    """年纪最大的几岁: of 年龄最大的83岁，最小的4岁 the value that is said to be so."""
    asked = _EXTREME.search(query.text)
    said = list(_EXTREME.finditer(evidence.text, fact.clause[0], fact.start))
    if not said or fact.kind not in ("shape", *MEASURED):
        return 0.0
    if asked is None:
        return _UNASKED_EXTREME  # 甲校632分；甲校定向生最低录取线602分
    return 0.4 if said[-1]["way"] == asked["way"] else -0.4 if _OPPOSED.get(said[-1]["way"]) == asked["way"] else 0.0


def _unasked_part(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """总额23.5亿元，其中某项目6.8亿元: a part that no word of the question names, while the whole has its own value.

    Nor is 教育支出 asked for by 公共预算支出, which the whole names with all its words.
    """
    if fact.kind not in ("money", "count", "measure") or part_of_whole(evidence, fact) is None:
        return False
    cue = evidence.text.rfind("其中", 0, fact.start)
    part = evidence.clause((cue, min(fact.end + 8, len(evidence.text))))
    low, _ = segment_of(evidence.text, cue)
    whole = evidence.clause((low, cue))
    strong = [term.text for term in query.terms if term.weight >= 0.5]
    of_part = {word for word in strong if explained(word, part).score >= 0.75}
    return of_part < {word for word in strong if explained(word, whole).score >= 0.75} or not of_part


_DIGIT = re.compile(r"\d")
_WHOLE = 0.9  # how well a word must stand in a text to be said by it
_OWN_NAME = re.compile(r"[\u4e00-\u9fff]{4,}")
_LEADS_TO = load_pattern("answering.fitness.leads_to")


def of_an_unasked_part(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """固定资产投资增长4.7%，其中民间投资下降3.5%，房地产开发投资19.6亿元: the amount is none of the other two's."""
    text = evidence.text
    cue = text.rfind("其中", segment_of(text, fact.start)[0], fact.start)  # 其中 reaches to the semicolon
    if cue < 0 or fact.kind not in ("money", "count", "measure", "percent", "points"):
        return False
    if _of_a_part_by_name(query, evidence, fact, cue):
        return True
    low = max(cue, *(text.rfind(mark, 0, fact.start) for mark in "，；。、,;")) + 1
    if not _OWN_NAME.search(_LEADS_TO.sub("\0", text[low : fact.start])):
        return False
    part, whole = evidence.clause((low, min(fact.end + 8, len(text)))), evidence.before + evidence.clause((0, cue))
    whole += "".join(
        evidence.clause(span)
        for span in clause_spans(text)
        if span[0] >= cue and not span[0] <= fact.start < span[1] and _DIGIT.search(text[slice(*span)])
    )
    said = [term for term in query.terms if term.text not in amount_words()]
    if any(explained(term.text, part).score >= _WHOLE for term in said):
        return False
    return any(term.weight >= 1.0 and explained(term.text, whole).score >= _WHOLE for term in said)


_ADVERBS = load_pattern("answering.fitness.adverbs")


def _of_a_part_by_name(query: Query, evidence: Evidence, fact: Fact, cue: int) -> bool:
    """接待游客多少: of 全县接待41万人次。其中，古城接待15万人次 the part has a name that the question does not say."""
    if fact.kind not in ("money", "count", "measure") or "其中" in query.text:
        return False
    text = evidence.text
    low = max(cue + len("其中"), *(text.rfind(mark, 0, fact.start) + 1 for mark in "，；。、,;"))
    before, part = evidence.before + evidence.clause((0, cue)), compact(text[low : fact.start])
    shared = [t for t in query.terms if t.weight >= 0.5 and explained(t.text, part).score >= _WHOLE]
    if not shared or any(explained(t.text, before).score < PART for t in shared):
        return False
    if any(t.text in part and t.text not in before for t in shared):
        return False  # 清理163家，其中限期整改45家: 整改 is said of this part alone
    if not any(q.unit == fact.unit for q in find_quantities(evidence.printed_before + text[:cue])):
        return False
    name = part
    for term in sorted(shared, key=lambda t: -len(t.text)):
        name = name.replace(explained(term.text, part).printed or term.text, "")
    name = _ADVERBS.sub("", name)
    links = (link.typed for link in query.links if link.kind != "district")
    named = (*(t.text for t in query.terms), *links)
    return len(name) > 1 and name.isalpha() and not any(explained(one, name).score >= PART for one in named)


def _names_subject(query: Query, subject: str, *, shared: bool) -> bool:
    """The subject is the one asked for; where 分别 gave the value its name, a word of it is enough."""
    if subject in compact(query.text):
        return True
    if not shared:
        return False
    nouns = [t.text for t in query.terms if len(t.text) > 1 and not _CHANGES.search(t.text)]
    return any(explained(noun, subject).score >= 0.9 for noun in nouns)


_GREW_BY = load_pattern("answering.fitness.grew_by")
_ONLY_CHANGED = -0.3  # what a change loses where the level is asked for: 总投资却增加8.7亿元


def _direction(query: Query, evidence: Evidence, fact: Fact) -> float:
    """比去年多多少 wants the change, 有多少 the level."""
    if fact.kind in ("date", "place", "person", "organisation", "phone", "rank"):
        return 0.0
    start = max(fact.clause[0], fact.start - 10)
    changes = bool(_CHANGES.search(evidence.text[start : fact.start]))
    asked = bool(_ASKS_CHANGE.search(query.text))
    if query.kind == "number" and fact.kind in ("percent", "points"):
        return -0.15 if changes and not _ASKS_CHANGE.search(query.text.replace("新增", "")) else 0.0
    return (
        0.15
        if changes and asked
        else (_ONLY_CHANGED if fact.kind == "money" and _GREW_BY.search(evidence.text[start : fact.start]) else -0.12)
        if changes != asked and fact.kind not in ("percent", "points")
        else 0.0
    )


def not_mixed(query: Query, fact: Fact) -> float:
    """Agreed, paid-in, planned and total amounts are different things; one is no answer for another."""
    if fact.kind != "money":
        return 0.0
    kinds = _AMOUNT_KINDS.findall(fact.attribute)
    if "总投资" in query.text and _PAID_IN.search(fact.attribute):
        return -0.5
    if not kinds or "投" not in query.text:
        return 0.0
    whole = "总投资" in query.text and any(kind in _PART_OF_TOTAL for kind in kinds)
    named = any(kind in query.text or kind[-2:] in query.text for kind in kinds)
    paid = not query.projects and "完成投资" in kinds and bool(_ASKS_PAID.search(query.text))
    return -0.5 if whole or not (named or paid) else 0.0
