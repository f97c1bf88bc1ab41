"""What unit, day, half, direction of change and neighbours say for or against a value of the asked type."""

from __future__ import annotations

import re

from index.answering.evidence.explain import PART, coverage, explained
from index.answering.evidence.fits import contrasted
from index.answering.evidence.labels import part_of_whole
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.scripts import compact
from index.records import Fact
from index.understanding.query import NAMED_BEFORE, Query
from index.understanding.terms import amount_words

MEASURED = ("money", "count", "measure", "percent", "points", "age", "bare", "phone")
_UNASKED = 0.2  # what a part of a whole loses that the question does not name
_PART_OF_TOTAL = ("到位", "年度计划", "完成投资")  # never said for 总投资
_PEOPLE = ("人", "名", "位")
_ASKS_PLAN = re.compile(r"(?:今年|年内|当年|本年|年度).{0,4}(?:投|计划投|打算投)")
_PLAN = re.compile(r"(?:年度|当年|今年|年内|本年)(?:计划)?(?:完成)?投资")
_FROM = re.compile(r"(?:由|从|自)(?:[^，。；]{0,6})$")
_TO = re.compile(
    r"[^，。；\d]{0,6}(?:至|到|为)(?=[^，。；]{0,3}\d)|[^，。；]{0,4}(?:提高|提升|提|增加|增|扩大|扩|下降|降|减少|减|调整|缩短|缩小|延长|延期|延迟|推迟|顺延|延|提前|改|调|压缩|压减|缩减|上升|涨|变)[^，。；]{0,2}(?:至|到|为)"
)
_EARLIER = re.compile(r"原来|原先|之前|以前|此前|原(?:有|本)|改造前|扩建前|调整前")
_CHANGES = re.compile(r"同比|环比|比上年|比去年|较上年|较去年|增加|减少|增长|下降|多|少|增|降|减")
_ASKS_CHANGE = re.compile(r"比|同比|环比|增|涨|降|跌|减|多了|少了|提高|变化|升")
_AMOUNT_KINDS = re.compile(r"引资|到位|年度计划|完成投资|产值|收入|奖|补(?![短链强齐缺充])|税|贷|营收")
_HOW_LONG = re.compile(r"多久|多长时间|多少时间|工期|几(?:个)?(?:年|月|天|小时|分钟)(?!前|份|级)")
_RANGE = re.compile(r"[至到—~～-]|起")
_ASKS_TOTAL = re.compile(r"一共|总共|累计|总数|现在|目前|拢共|合计")
_TOTAL = re.compile(r"累计|总数|共有?|合计|总计|达到?$|增至|扩大到|增加到")
_OVER_YEARS = re.compile(r"这[几些]年|近几年|几年来|历年|以来|到(?:现在|目前|如今)|至今|迄今")
_SINCE = re.compile(r"以来|累计|历年|至今|迄今|[三四五六七八九十]年来")
_THIS_YEAR = re.compile(r"今年|本年|年内|去年")
_ADDED = re.compile(r"新增|新入库|净增|新建|增加$")
_COMPLAINTS = re.compile(r"举报|投诉|监督|报警")
_PER_HEAD = re.compile(r"人均|户均|亩均|地均|单均")
_ASKS_PER_HEAD = re.compile(r"均|每|一[个位]?[人户亩口]|单价|收入|工资|补|多少钱")
_ASKS_DONE = re.compile(
    r"[建装修做办干改完弄](?:好|成|完)(?:了)?(?:多少|几)|[割收种栽播打拆修改]了(?:多少|几)|已经?|(?:多少|几)[^，。]{0,4}了$"
)
_DONE = re.compile(r"已|完成|建成|累计")
_YEARS = re.compile(r"(?:[两三四五六七八九十\d]年(?!度)|累计|去年|明年)[^，。；]*$")


def _apart(text: str, word: str) -> bool:
    """The attribute is the word itself: 出口, not 进出口."""
    bare = re.sub(r"^(?:其中|全年|全区|全县|全市|上半年|同期)+", "", text)
    return bool(word) and bare == word


def fit(query: Query, evidence: Evidence, fact: Fact) -> float:
    """What unit, day and direction of change say for or against a value."""
    score = 0.0
    if query.unit and fact.kind in ("count", "measure", "money"):
        same = (fact.unit or "").endswith(query.unit) or (query.unit in _PEOPLE and fact.unit in _PEOPLE)
        score += 0.12 if same else -0.1 if query.unit == "个" else 0.0
    score += 0.1 * any(_apart(compact(fact.attribute), t.text) for t in query.terms)
    if query.kind == "percent":
        score += 0.1 if (fact.kind == "points") == ("百分点" in query.text) else -0.05
    if fact.kind in ("date", "shape", "duration"):
        score += _half_of_day(query, fact) + _first_or_last(query, evidence, fact)
    if fact.kind == "date":
        score += _dated(query, evidence, fact)
        score -= 0.25 if _HOW_LONG.search(query.text) and not _RANGE.search(fact.value) else 0.0
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
    if re.search(r"(?:达到?|完成|实现)$", evidence.text[: fact.start]):
        score += 0.04
    elif re.search(r"(?:突破|超过?|预计|约|近|力争|目标)$", evidence.text[: fact.start]):
        score -= 0.06
    score += _for_each(query, own) + _each_time(query, evidence, fact) + _present(query, evidence, fact)
    score += _of_the_limit(query, evidence, fact)
    score += _extremes(query, evidence, fact) + _of_the_asked_half(query, evidence, fact)
    if "今年" in query.text:
        clause = evidence.text[fact.clause[0] : fact.start]
        score += 0.12 if re.search(r"今年|本年|年内", clause) else -0.1 if _YEARS.search(clause) else 0.0
    if query.scope and query.scope.startswith("全") and query.scope in evidence.clause(fact.clause):
        score += 0.15  # 全县 is asked: the clause that says so, not one about a village
    if query.year and str(query.year) in evidence.text[fact.clause[0] : fact.start]:
        score += 0.25  # 2023年底前上多少: 布局机柜8000个，2023年底前投运2000个
    if any(t.weight >= NAMED_BEFORE and compact(t.text) in evidence.clause(fact.clause) for t in query.terms):
        score += 0.3
    score += _direction(query, evidence, fact) + not_mixed(query, fact)
    score -= _UNASKED * _unasked_part(query, evidence, fact)
    before, after = evidence.text[: fact.start], evidence.text[fact.end :]
    if _FROM.search(before) and _TO.match(after) and not _EARLIER.search(query.text):
        score -= 0.2 if not _then(query, before) else -0.3
    elif _REACHED.search(before) and _then(query, before):
        score -= 0.4
    return score


def _told_per_head(evidence: Evidence, fact: Fact, own: str) -> bool:
    """人均地区生产总值72380元，增长6.1%: a change is that of the measure in front of it."""
    if fact.kind not in ("percent", "points"):
        return bool(_PER_HEAD.search(own))
    text = evidence.text
    return bool(_PER_HEAD.search(text[max(text.rfind(mark, 0, fact.start) for mark in "；。;") + 1 : fact.start]))


_THEN = re.compile(r"(?:与|比|较|同)(?P<time>去年|上年|上一?[年届次]|前年|[一二三四]季度|[上下]半年|年初)")
_REACHED = re.compile(r"(?:由|从|自)[^，。；]{1,16}(?:至|到|为)[^，。；\d]{0,2}$")


def _then(query: Query, before: str) -> bool:
    """与去年同期相比，由19个增加到26个: 去年 is asked, and the first value is the one of that time."""
    return any(match["time"] in query.text for match in _THEN.finditer(before)) and not _ASKS_CHANGE.search(query.text)


def _of_the_asked_half(query: Query, evidence: Evidence, fact: Fact) -> float:
    """农村居民 is asked: the value beside these words, not that of all."""
    halves = [pair for pair in contrasted(query.text) if not _OF_TIME.search(pair[0].pattern)]
    if not halves or fact.kind not in MEASURED:
        return 0.0
    own = evidence.clause((max(evidence.text.rfind(mark, 0, fact.start) for mark in "；;。") + 1, fact.end))
    return 0.3 if any(asked.search(own) for asked, _ in halves) else 0.0


_ONE_OF_THEM = re.compile(r"(?:一|每一?)(?P<unit>[\u4e00-\u9fff])(?!期|定|共|起|般|样|些|直|切|批|把手)")


_HEADS = "户人名家台辆套位"


def _for_each(query: Query, own: str) -> float:
    """一户最多拿多少: the value behind 每户, not the whole sum."""
    asked = _ONE_OF_THEM.search(query.text)
    if asked is None or asked["unit"] not in _HEADS:
        return 0.0
    return 0.25 if re.search(rf"每{asked['unit']}|各", own) else 0.0


_EACH_TIME = re.compile(r"每(?:个|一)?(?P<unit>月|天|日|周|星期|年|季度|学期|小时|次|趟|班)")
_SAID_SO = {"天": "[天日]", "日": "[天日]", "周": "(?:周|星期)", "星期": "(?:周|星期)"}


def _each_time(query: Query, evidence: Evidence, fact: Fact) -> float:
    """每个月查几所: the number behind 每月, not that of one time."""
    asked = _EACH_TIME.search(query.text)
    if asked is None or fact.kind not in MEASURED:
        return 0.0
    unit = _SAID_SO.get(asked["unit"], asked["unit"])
    told = re.search(rf"(?:每个?|每一|[一单]){unit}|{unit}均|日均", evidence.text[fact.clause[0] : fact.end + 4])
    return 0.3 if told else -0.3


_ASKS_PRESENT = re.compile(r"(?:到|来|出席|到会|参会|到场)(?:会|场)?了?(?:多少|几)(?:个|名|位)?(?:人|委员|代表|家长)?")
_PRESENT = re.compile(r"(?:出席|到会|实到|参会|到场)")


def _present(query: Query, evidence: Evidence, fact: Fact) -> float:
    """到了多少人: of 31名组成人员中29人出席 the number of those who came."""
    if fact.kind != "count" or not _ASKS_PRESENT.search(query.text):
        return 0.0
    behind = re.split("[，。；、,;]", evidence.text[fact.end : fact.end + 6])[0]
    before = re.split("[，。；、,;]", evidence.text[max(0, fact.start - 6) : fact.start])[-1]
    return 0.3 if _PRESENT.search(behind) or _PRESENT.search(before) else 0.0


_ASKS_LIMIT = re.compile(r"(?P<most>最多|最高|顶多|上限|顶格|封顶)|(?P<least>最少|最低|至少|起码|起步)")
_MOST = re.compile(r"(?:最高|不超过|最多|上限|封顶|至多)[^，。；、]{0,6}$")
_LEAST = re.compile(r"(?:最低|不低于|最少|至少|不少于)[^，。；、]{0,6}$")
_BELOW, _ABOVE = re.compile(r"\s?(?:以下|以内|封顶|为限|之内)"), re.compile(r"\s?(?:以上|起)")


def _of_the_limit(query: Query, evidence: Evidence, fact: Fact) -> float:
    """最多罚多少: 200元 of 50元以上200元以下, and 每月最高200元 rather than 每条50元."""
    asked = _ASKS_LIMIT.search(query.text)
    if asked is None or fact.kind not in MEASURED:
        return 0.0
    before, after = evidence.text[fact.clause[0] : fact.start], evidence.text[fact.end :]
    most = bool(_MOST.search(before) or _BELOW.match(after))
    least = bool(_LEAST.search(before) or _ABOVE.match(after))
    if most == least:
        return 0.0
    return 0.35 if most == bool(asked["most"]) else -0.35


def limit_fits(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """最多罚多少: of 50元以上200元以下 not the lower limit."""
    return _of_the_limit(query, evidence, fact) >= 0.0


_OF_TIME = re.compile(r"[年季节月]")
_EXTREME = re.compile(r"最(?P<way>[大小高低多少长短早晚远近快慢贵])")
_OPPOSED = dict(zip("大小高低多少长短早晚远近快慢", "小大低高少多短长晚早近远慢快", strict=True))


def _extremes(query: Query, evidence: Evidence, fact: Fact) -> float:
    """年纪最大的几岁: of 年龄最大的83岁，最小的4岁 the value that is said to be so."""
    asked = _EXTREME.search(query.text)
    if asked is None or fact.kind not in ("shape", *MEASURED):
        return 0.0
    said = list(_EXTREME.finditer(evidence.text, fact.clause[0], fact.start))
    if not said:
        return 0.0
    return 0.4 if said[-1]["way"] == asked["way"] else -0.4 if _OPPOSED.get(said[-1]["way"]) == asked["way"] else 0.0


_FIRST_RUN, _LAST_RUN = re.compile(r"首班|头班|首车|最早一班"), re.compile(r"末班|尾班|最晚一班|最后一班")
_BOTH_RUNS = re.compile(r"首末班")


def _first_or_last(query: Query, evidence: Evidence, fact: Fact) -> float:
    """首末班时间为6:20、21:40: the first value for 首班, the second for 末班."""
    text = evidence.text
    both = [match.end() for match in _BOTH_RUNS.finditer(text, 0, fact.start)]
    first, last = bool(_FIRST_RUN.search(query.text)), bool(_LAST_RUN.search(query.text))
    if not both or first == last or re.search("[。；]", text[both[-1] : fact.start]):
        return 0.0
    is_first = re.search(r"\d[:：时点]", text[both[-1] : fact.start]) is None
    return 0.3 if is_first == first else -0.3


_ASKS_FINISH = re.compile(r"[割收种栽采摘插播]完")
_FINISHED = re.compile(r"完|结束|完毕")
_RANGE_OR_END = re.compile(r"^[至到—–\-~～－]|\d\s?[日号时点分]?\s?[至到—–~～－]\s?\d")


def _dated(query: Query, evidence: Evidence, fact: Fact) -> float:
    """Days before months; the clause of the date should hold the words asked for, best at its beginning."""
    clock = bool(re.search(r"\d[时点:：]", fact.value))
    if _ASKS_FINISH.search(query.text) and _FINISHED.search(evidence.text[fact.end : fact.clause[1]]):
        return 0.35
    if _ASKS_END.search(query.text) and _RANGE_OR_END.search(evidence.text[max(0, fact.start - 1) : fact.end]):
        return 0.6 if evidence.text[max(0, fact.start - 1)] in "到至" else 0.35
    if re.search(r"几点", query.text):
        return (0.25 if clock else -0.25) + _on_the_day(query, evidence, fact)
    score = -0.12 if "日" not in fact.value and not re.search(r"\d[时点:：]", fact.value) else 0.0
    low = max(evidence.text.rfind(mark, 0, fact.start) for mark in "，；。,;(（") + 1
    ends = [at for mark in "，；。,;)）" if (at := evidence.text.find(mark, fact.end)) >= 0]
    lead, bare = _lead_in(evidence, low), evidence.clause((low, min(ends, default=len(evidence.text))))
    events = tuple(t for t in query.terms if lead and explained(t.text, lead).score < PART)
    score += 0.35 * coverage(events, ((bare, 1.0),))[0] if events else 0.0
    own = lead + bare
    share, _, _ = coverage(query.terms, ((own, 1.0),))
    opens = any(own.startswith(compact(term.text)) for term in query.terms if term.weight >= 0.5)
    bracketed = evidence.text[low - 1 : low] in ("(", "（")
    return score + 0.12 * share + 0.1 * opens - 0.15 * bracketed + _of_the_asked_end(query, evidence, fact)


_ASKS_END = re.compile(
    r"(?<![等直达])[到至](?:哪(?:一)?[天日年]|几[号月点]|什么时候|啥时候?|何时)(?![^，。]{0,6}才)"
    r"|(?:哪(?:一)?天|几号|什么时候|啥时候|何时)(?:才)?(?:结束|截止|闭幕|收官|落幕|到期)"
)
_ASKS_BEGIN = re.compile(
    r"[从自](?:哪(?:一)?[天日年]|几[号月点]|什么时候|啥时候?|何时)|(?:哪(?:一)?天|几号|什么时候|啥时候|何时)(?:开始|打响|启动|起)"
)
_ASKS_BOTH = re.compile(r"[从自打]")
_ENDS, _ENDS_AFTER = re.compile(r"(?:[至到止前]|截止于?)$"), re.compile(r"\s?(?:为?止|前|停|结束|截止|闭|收|关|到期)")
_BEGINS, _BEGINS_AFTER = re.compile(r"[自从]$"), re.compile(r"\s?(?:起|开|启|正式|试|投)")


def _of_the_asked_end(query: Query, evidence: Evidence, fact: Fact) -> float:
    """供到哪天: the day that something ends, not the one that it begins."""
    before, after = evidence.text[: fact.start], evidence.text[fact.end :]
    if _ASKS_BEGIN.search(query.text) and not _ASKS_END.search(query.text):
        return 0.15 if _BEGINS.search(before) else -0.3 if _ENDS.search(before) else 0.0
    if not _ASKS_END.search(query.text) or _ASKS_BOTH.search(query.text):
        return 0.0
    if _ENDS.search(before) or _ENDS_AFTER.match(after) or re.search("[至到—~～-]", fact.value):
        return 0.3
    begins = fact.value.endswith("起") or _BEGINS.search(before) or _BEGINS_AFTER.match(after)
    return -0.3 if begins else 0.0


def _lead_in(evidence: Evidence, at: int) -> str:
    """户籍生6月15日报名，6月22日审核；…: the words in front of the first date between two semicolons hold for all."""
    low = max(evidence.text.rfind(mark, 0, at) for mark in "；;。") + 1
    first = min((f.start for f in evidence.facts if f.kind == "date" and f.start >= low), default=at)
    return evidence.clause((low, min(first, at)))


def _unasked_part(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """总额23.5亿元，其中某项目6.8亿元: a part that no word of the question names, while the whole has its own value."""
    if fact.kind not in ("money", "count", "measure") or part_of_whole(evidence, fact) is None:
        return False
    cue = evidence.text.rfind("其中", 0, fact.start)
    part = evidence.clause((cue, min(fact.end + 8, len(evidence.text))))
    return not any(term.weight >= 0.5 and explained(term.text, part).score >= 0.75 for term in query.terms)


_DIGIT = re.compile(r"\d")
_WHOLE = 0.9  # how well a word must stand in a text to be said by it
_OWN_NAME = re.compile(r"[\u4e00-\u9fff]{4,}")
_LEADS_TO = re.compile(
    r"其中|占[^，。]{0,10}|同比|环比|比上年|增长|下降|上涨|减少|增加|达到?|完成|实现|共有?|分别|为|约|近|超过?"
)


def of_an_unasked_part(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """固定资产投资增长4.7%，其中民间投资下降3.5%，房地产开发投资19.6亿元: the amount is none of the other two's."""
    text = evidence.text
    cue = text.rfind("其中", 0, fact.start)
    if cue < 0 or fact.kind not in ("money", "count", "measure", "percent", "points"):
        return False
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


_HALVES = (re.compile("上午|早上|早晨"), re.compile("下午"))


def _half_of_day(query: Query, fact: Fact) -> float:
    """下午 is asked: hours or days of the morning are others."""
    asked = [half.search(query.text) is not None for half in _HALVES]
    said = [half.search(fact.value) is not None for half in _HALVES]
    if sum(asked) != 1 or sum(said) != 1:
        return 0.0
    return 0.3 if asked == said else -0.4


_WEEKDAY = re.compile(r"周[一二三四五六日末]|工作日|节假日")


def _on_the_day(query: Query, evidence: Evidence, fact: Fact) -> float:
    """周六几点开门: the hours behind 周六, not those behind 工作日."""
    asked = _WEEKDAY.search(query.text)
    named = list(_WEEKDAY.finditer(evidence.text, 0, fact.end))
    if asked is None or not named:
        return 0.0
    return 0.3 if named[-1][0] == asked[0] else -0.3


def _names_subject(query: Query, subject: str, *, shared: bool) -> bool:
    """The subject is the one asked for; where 分别 gave the value its name, a word of it is enough."""
    if subject in compact(query.text):
        return True
    if not shared:
        return False
    nouns = [t.text for t in query.terms if len(t.text) > 1 and not _CHANGES.search(t.text)]
    return any(explained(noun, subject).score >= 0.9 for noun in nouns)


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
        else -0.12
        if changes != asked and fact.kind not in ("percent", "points")
        else 0.0
    )


def not_mixed(query: Query, fact: Fact) -> float:
    """Agreed, paid-in, planned and total amounts are different things; one is no answer for another."""
    if fact.kind != "money":
        return 0.0
    kinds = _AMOUNT_KINDS.findall(fact.attribute)
    if not kinds or "投" not in query.text:
        return 0.0
    whole = "总投资" in query.text and any(kind in _PART_OF_TOTAL for kind in kinds)
    named = any(kind in query.text or kind[-2:] in query.text for kind in kinds)
    return -0.5 if whole or not named else 0.0
