"""Values that stand where a question leads and are still not the asked ones: what speaks against each by itself."""

from __future__ import annotations

import re

from index.answering.candidates.asides import of_an_aside
from index.answering.candidates.members import of_another_member
from index.answering.candidates.neighbours import of_a_neighbour
from index.answering.candidates.other_deeds import of_another_deed, of_the_rest
from index.answering.candidates.plan_and_past import is_plan_past_or_step
from index.answering.candidates.subjects import of_another
from index.answering.candidates.then_and_now import of_the_other_end, of_the_other_time
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import segment_of
from index.answering.evidence.labels import names_given
from index.answering.evidence.pool import Evidence
from index.extraction.words.people import act_behind, name_span, office_pattern
from index.language.lexicon import load_pattern, load_words
from index.language.marks import end_of, start_of
from index.language.scripts import compact
from index.records import Fact
from index.understanding.kinds import asks_goods
from index.understanding.query import Query

_ENDS = "，；。,;"
_SAID = 0.9
_HALF = 0.5
_NEAR_GROUND = 4  # code points behind an area: 320亩土地
_CLAUSES = re.compile(r"[，；。,;]")
TOTALS = load_pattern("answering.unfit.totals")
"""How the row of all of a table begins."""
_MONEY_COLUMN = load_pattern("answering.unfit.money_column")
_ASKS_MONEY = load_pattern("answering.unfit.asks_money")
_CHANGE_ASKED = load_pattern("answering.unfit.change_asked")
_LEFT = load_pattern("answering.unfit.left")
_CAME = load_pattern("answering.unfit.came")
_PERIOD_OF = load_pattern("answering.unfit.period_of")
_LOOKS_BACK = load_pattern("answering.unfit.looks_back")
_ASKS_EACH = load_pattern("answering.unfit.asks_each")
_TOGETHER = load_pattern("answering.unfit.together")
_EACH = load_pattern("answering.unfit.each")
_ASKS_DONE_MONEY = load_pattern("answering.unfit.asks_done_money")
_COST = load_pattern("answering.unfit.cost")
_DONE_MONEY = load_pattern("answering.unfit.done_money")
_PART_HEAD = load_pattern("answering.unfit.part_head")
_FORMER = load_pattern("answering.unfit.former")
_AGAINST = load_pattern("answering.unfit.against")
_ASKS_CHANGE = load_pattern("answering.unfit.asks_change")
_OPEN = load_pattern("answering.unfit.open")
_ASKS_GROUND = load_pattern("answering.unfit.asks_ground")
_GROUND = load_pattern("answering.unfit.ground")
_LEVELS = ("money", "count", "measure", "percent", "number", "bare")
_APART = load_pattern("answering.unfit.apart")
_ASKS_APART = load_pattern("answering.unfit.asks_apart")
_MONEY_ASKED = load_pattern("answering.unfit.money_asked")
_BY_THEN = load_pattern("answering.unfit.by_then")
_NEGATED = load_pattern("answering.unfit.negated")
_ASKS_STEP = load_pattern("answering.unfit.asks_step")
_TO_LEVEL = load_pattern("answering.unfit.to_level")
_SOMEBODY = load_pattern("answering.unfit.somebody")
_CONCESSION = load_pattern("answering.unfit.concession")
_PART_IS = load_pattern("answering.unfit.part_is")
_SPEAKS = load_pattern("answering.unfit.speaks")
_ASKS_SPEECH = load_pattern("answering.unfit.asks_speech")
_ASKS_AHEAD = load_pattern("answering.unfit.asks_ahead")
_AIMS = load_pattern("answering.unfit.aims")
_SHARE_ASKED = load_pattern("answering.unfit.share_asked")
_GROWN = load_pattern("answering.unfit.grown")


_ASKS_PAST, _AHEAD = load_pattern("answering.unfit.asks_past"), load_pattern("answering.unfit.ahead")


def still_ahead(asked: str, clause: str) -> bool:
    """哪年盖的 asks for what has been: 计划2025年6月完工 is to come."""
    return bool(_ASKS_PAST.search(asked) and _AHEAD.search(clause))


def unfit(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """True where the value is told of something else than what is asked."""
    return (
        _is_an_excess(query, evidence, fact)
        or _is_no_money(query, fact)
        or _is_not_by_then(query, evidence, fact)
        or _of_what_is_not_done(query, evidence, fact)
        or _only_speaks(query, evidence, fact)
        or _of_another_column(query, evidence, fact)
        or _is_no_ground(query, evidence, fact)
        or _of_another_office(query, evidence, fact)
        or _did_something_else(query, evidence, fact)
        or _of_the_other_change(query, evidence, fact)
        or _is_the_level(query, evidence, fact)
        or _is_the_full_price(query, evidence, fact)
        or of_another(query, evidence, fact)
        or of_a_neighbour(query, evidence, fact)
        or _of_a_named_part(query, evidence, fact)
        or _of_another_period(query, evidence, fact)
        or _of_all_together(query, evidence, fact)
        or _only_compared(query, evidence, fact)
        or _is_left_open(query, evidence, fact)
        or (fact.kind == "organisation" and _is_office(fact.value))
        or (fact.kind == "date" and still_ahead(query.text, evidence.text[slice(*fact.clause)]))
        or _is_cost_for_done(query, evidence, fact)
        or _of_one_of_these(query, evidence, fact)
        or _is_an_aim(query, evidence, fact)
        or _is_no_share(query, evidence, fact)
        or _counts_another(query, evidence, fact)
        or (fact.kind in ("percent", "points") and query.kind == "number" and asks_goods(query.text))
        or _is_there_already(query, evidence, fact)
        or _is_yet_to_come(query, evidence, fact)
        or _only_adds(query, evidence, fact)
        or _counts_areas(query, evidence, fact)
        or _counts_places(query, evidence, fact)
        or _of_the_whole_row(query, evidence, fact)
        or _of_last_year(query, evidence, fact)
        or _was_corrected(evidence, fact)
        or _bounds_a_class(query, evidence, fact)
        or _given_to_another(query, evidence, fact)
        or of_the_other_time(query, evidence, fact)
        or is_plan_past_or_step(query, evidence, fact)
        or of_the_other_end(query, evidence, fact)
        or of_an_aside(query, evidence, fact)
        or of_another_member(query, evidence, fact)
        or of_the_rest(query, evidence, fact)
        or of_another_deed(query, evidence, fact)
    )


def _of_one_of_these(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """重点项目完成投资多少: of 其中，制造业项目31个，完成投资51.6亿元；… each is told of one kind of them."""
    if fact.kind not in ("money", "count") or not evidence.text.startswith("其中"):
        return False
    low, high = segment_of(evidence.text, fact.start)
    part = _PART_HEAD.match(evidence.text, low, high)
    if part is None or not part.end() <= fact.start or "；" not in evidence.text:
        return False
    named = compact(part["part"])
    return not any(explained(term.text, named).score >= _HALF for term in query.terms if len(term.text) > 1)


def _is_cost_for_done(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """完成多少投资: 总投资412亿元 is what all is to cost."""
    if fact.kind != "money" or not _ASKS_DONE_MONEY.search(query.text):
        return False
    return bool(_COST.search(fact.attribute)) and not _DONE_MONEY.search(evidence.text[slice(*fact.clause)])


def _clause_start(text: str, at: int) -> int:
    return start_of(text, at, _ENDS)


def _is_an_excess(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """警戒水位多少米: 峰值27.86米，超警戒水位0.86米 tells how much more it was, and the level that was reached."""
    if fact.kind not in _LEVELS or not query.head or _ASKS_APART.search(query.text):
        return False
    name, said = compact(query.head), compact(evidence.text)
    spots = [match.start() for match in re.finditer(re.escape(name), said)] if len(name) > 1 else []
    return bool(spots) and all(_APART.search(said[:at]) for at in spots)


def _is_no_money(query: Query, fact: Fact) -> bool:
    """多挣多少钱: 5.6% is no money."""
    return fact.kind in ("percent", "points") and bool(_MONEY_ASKED.search(query.text))


def _is_not_by_then(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """到年底要多少: of 已有4300个，年底要达到7000个 the value of the clause with 年底."""
    asked = _BY_THEN.search(query.text)
    if asked is None or fact.kind not in _LEVELS or asked[0] not in evidence.text:
        return False
    text = evidence.text
    low = _clause_start(text, fact.start)
    if asked[0] in text[low : end_of(text, fact.end, _ENDS)]:
        return False
    spot = text.find(asked[0])
    there = _clause_start(text, spot)
    stop = end_of(text, spot, _ENDS)
    return any(there <= one.start < stop and one.kind == fact.kind for one in evidence.facts)


def _of_what_is_not_done(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """要参加摇号的多少户: 41户…，不参加摇号 tells of the others."""
    if fact.kind not in ("count", "measure", "money") or _NEGATED.search(query.text):
        return False
    text = evidence.text
    low = start_of(text, fact.start, "；。;")
    stop = end_of(text, fact.end, "；。;")
    said = compact(text[low:stop])
    for term in query.terms:
        if len(term.text) > 1 and term.weight >= 1.0 and re.search(rf"[不未]{re.escape(term.text)}", said):
            return not re.search(rf"(?<![不未]){re.escape(term.text)}", said)
    return False


def _is_the_level(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """能省多少分钟: of 缩短到6分钟 what it comes to, not by how much."""
    if query.kind == "difference" or fact.kind not in (*_LEVELS, "duration") or not _ASKS_STEP.search(query.text):
        return False
    return bool(_TO_LEVEL.search(evidence.text[fact.clause[0] : fact.start]))


def _is_the_full_price(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """老人门票多少: of 门票30元，学生、60岁以上老人半价 the price that is not theirs."""
    if fact.kind != "money":
        return False
    own = evidence.clause(fact.clause)
    for match in _CONCESSION.finditer(evidence.text):
        if fact.start < match.end() and match.start() < fact.end:
            continue
        said = compact(match[0])
        for term in query.terms:
            somebody = term.text in load_words("identities") or bool(_SOMEBODY.search(term.text))
            named = somebody and len(term.text) > 1 and explained(term.text, said).score >= _SAID
            if named and explained(term.text, own).score < _SAID:
                return True
    return False


def _of_a_named_part(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """会有多少辆校车: of 新增6辆，其中2辆为新能源校车 the part that is another sort."""
    text = evidence.text
    if fact.kind != "count" or not text[: fact.start].rstrip().endswith("其中"):
        return False
    named = _PART_IS.match(text[fact.end :])
    asked = compact(query.text)
    return named is not None and compact(named["what"])[:2] not in asked


def _only_speaks(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """用电归谁接: of 某某现场拍板：…临时用电由区供电公司接通 the one who says so is not meant."""
    if fact.kind != "person" or _ASKS_SPEECH.search(query.text):
        return False
    span = name_span(fact.value, evidence.text)
    if span is None or not _SPEAKS.match(evidence.text, span[1]):
        return False
    spoken = compact(evidence.text[span[1] :])
    about = [t for t in query.terms if len(t.text) > 1 and t.weight >= 1.0]
    return bool(about) and all(explained(t.text, spoken).score >= _SAID for t in about)


def _of_another_column(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """年产多少: of a row with 年产4000吨 in one cell, the 2.7 below 总投资 is no answer."""
    if evidence.sentence.role != "table" or fact.kind not in _LEVELS or not query.head:
        return False
    if query.stages and TOTALS.match(evidence.text):
        return True  # 开工的有几个: the row of totals counts all of them
    if not fact.attribute:
        return False
    if explained(query.head, compact(fact.attribute)).score >= _HALF:
        return False
    if fact.kind == "bare" and _MONEY_COLUMN.search(fact.attribute) and not _ASKS_MONEY.search(query.text):
        return True
    others = (one for one in evidence.facts if one.kind in _LEVELS and one is not fact)
    return any(explained(query.head, compact(one.attribute)).score >= _SAID for one in others)


def asks_ground(text: str) -> bool:
    """占多少地, 占地几亩: the ground that something takes is asked for."""
    return bool(_ASKS_GROUND.search(text))


def _is_no_ground(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """占地多少亩: 试验田2600亩 is what is sown, not the ground that the whole takes."""
    if fact.kind != "measure" or not asks_ground(query.text):
        return False
    low = start_of(evidence.text, fact.start, "，；。、|｜\t")
    return not _GROUND.search(evidence.text[low : fact.end + _NEAR_GROUND])


def _of_another_office(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """旗长叫什么: of 旗委书记某某宣布，旗长某某致辞 the one whose own clause says 旗长."""
    if fact.kind != "person" or evidence.sentence.role == "table" or not _is_office(query.head):
        return False
    low, stop = _clause(evidence.text, fact)
    own = compact(evidence.text[low:stop])
    return bool(office_pattern().search(own)) and explained(query.head, own).score < _SAID


def _of_the_other_change(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """免的是谁: 任命某某为局长 tells of the one who came, 某某的局长职务 of the one who left."""
    if fact.kind not in ("person", "organisation") or not (asked := _CHANGE_ASKED.search(query.text)):
        return False
    low, stop = _clause(evidence.text, fact)
    own = evidence.text[low:stop]
    left, came = bool(_LEFT.search(own)), bool(_CAME.search(own))
    return (came and not left) if asked["out"] else (left and not came)


def _of_another_period(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """第八期达产率多少: the rate that is told of a group of 第七期, or behind 回看第七期 in the paragraph."""
    asked = [period for period in query.periods if isinstance(period, int)]
    if not asked or fact.kind not in _LEVELS:
        return False
    told = _PERIOD_OF.search(fact.subject)
    if told is not None:
        return int(told["n"]) not in asked
    opened = _LOOKS_BACK.search(evidence.before + evidence.clause((0, fact.start)))
    return opened is not None and int(opened["n"]) not in asked


_COUNTED = load_pattern("answering.unfit.counted")
_COUNTS = load_pattern("answering.unfit.counts")


def _counts_another(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """几个考场: of 2个考点、78个考场 the number of the other thing, where the asked one has its own."""
    asked = _COUNTED.search(query.text) if fact.kind == "count" and query.kind == "count" else None
    own = _COUNTS.match(evidence.text, fact.start) if asked else None
    if asked is None or own is None or own["noun"].startswith(asked["noun"]):
        return False
    return any(
        one is not fact and one.kind == "count"
        and (other := _COUNTS.match(evidence.text, one.start)) is not None and other["noun"].startswith(asked["noun"])
        for one in evidence.facts
    )  # fmt: skip


_CLASS_BOUND = load_pattern("answering.unfit.class_bound")
_ADDED = ("money", "count", "measure")
_OWN_NAME = 4  # letters of a name that is no 去年, 第一
_MISPRINT = load_pattern("answering.unfit.misprint")
_AREAS_COUNTED = load_pattern("answering.unfit.areas_counted")
_ASKS_PROJECTS, _PLACES_FOR = load_pattern("answering.unfit.asks_projects"), load_pattern("answering.unfit.places_for")
_OF_LAST_YEAR = load_pattern("answering.unfit.of_last_year")
_ASKS_LAST_YEAR = load_pattern("answering.unfit.asks_last_year")
_SUM_OF_ROW = load_pattern("answering.unfit.sum_of_row")
_ASKS_TOTAL = load_pattern("answering.unfit.asks_total")
_ADDS = load_pattern("answering.unfit.adds")
_ASKS_STOCK = load_pattern("answering.unfit.asks_stock")
_TO_COME, _STOCK = load_pattern("answering.unfit.to_come"), load_pattern("answering.unfit.stock")
_ASKS_MORE = load_pattern("answering.unfit.asks_more")
_ALREADY = load_pattern("answering.unfit.already")
_MORE = load_pattern("answering.unfit.more")


def _bounds_a_class(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """亿元以上项目总投资多少: of 10亿元以上项目2个 the amount says which projects are counted, not what they cost."""
    return fact.kind == "money" and bool(_CLASS_BOUND.match(evidence.text, fact.start)) and "以上" not in query.head


def _given_to_another(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """那两个项目总投资多少: of 分别是甲项目和乙项目，总投资分别为15亿元和12亿元 neither is told of both."""
    name = names_given(evidence).get((fact.start, fact.end), "") if fact.kind in _ADDED else ""
    if len(name) < _OWN_NAME:
        return False
    said = compact(name)
    words = [*(t.text for t in query.terms if t.weight >= _HALF), *(link.typed for link in query.links)]
    return said[:2] not in compact(query.text) and not any(explained(one, said).score >= _HALF for one in words)


def _was_corrected(evidence: Evidence, fact: Fact) -> bool:
    """“日处理规模6万吨”应为“日处理规模8万吨”: the first of the two was a misprint."""
    return _MISPRINT.match(evidence.text, fact.end) is not None


def _counts_areas(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """有几家书房: of 建成书房8家，实现10个镇街全覆盖 the number of towns."""
    if fact.kind != "count" or query.unit in (None, "个"):
        return False
    counted = _AREAS_COUNTED.match(evidence.text, fact.start)
    return counted is not None and counted["what"] not in query.text


def _of_the_whole_row(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """储备一批投资多少: of 储备一批86个，…，五项合计338个，总投资1264亿元 what all of them cost."""
    named = bool(query.stages) and not query.all_stages and not query.total
    return named and fact.kind == "money" and bool(_SUM_OF_ROW.search(evidence.text[: fact.start]))


def _of_last_year(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """这次开工几个: of 去年同期举行的第六批共有21个项目 what was a year before."""
    before = evidence.text[: fact.start]
    return bool(_OF_LAST_YEAR.search(before)) and not _ASKS_LAST_YEAR.search(query.text)


def _counts_places(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """工厂类项目几个: of 工厂类项目…提供岗位7400个 no number of projects."""
    asked = _ASKS_PROJECTS.search(query.text)
    if fact.kind != "count" or asked is None or _PLACES_FOR.match(query.text, asked.end()):
        return False
    near = (evidence.text[fact.clause[0] : fact.start], evidence.text[fact.end : fact.end + 2])
    return bool(_PLACES_FOR.search(near[0]) or _PLACES_FOR.match(near[1]))


def _is_there_already(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """今年还要建几家: of 已建成3家，今年计划再建4家 those that there are."""
    if fact.kind not in ("count", "measure", "money") or not _ASKS_MORE.search(query.text):
        return False
    text = evidence.text
    own = text[_clause_start(text, fact.start) : fact.start]
    if not _ALREADY.search(own) or _TO_COME.search(own):
        return False  # 今年还将建成8家
    return any(
        one.unit == fact.unit and _MORE.search(text[_clause_start(text, one.start) : one.start])
        for one in evidence.facts
    )


def _is_yet_to_come(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """一共有几家: of 今年还将建成8家，加上已建的14家 those that there are not yet."""
    if fact.kind not in ("count", "measure") or not _ASKS_STOCK.search(query.text) or _ASKS_AHEAD.search(query.text):
        return False
    text = evidence.text
    if not _TO_COME.search(text[_clause_start(text, fact.start) : fact.start]):
        return False
    return any(
        one is not fact and one.unit == fact.unit and _STOCK.search(text[_clause_start(text, one.start) : one.start])
        for one in evidence.facts
    )


def _only_adds(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """企业总数多少: of 新增企业58家 what came in addition."""
    asks = fact.kind in ("count", "measure") and _ASKS_TOTAL.search(query.text) and not _ADDS.search(query.text)
    return bool(asks) and _ADDS.search(evidence.text[_clause_start(evidence.text, fact.start) : fact.start]) is not None


def _of_all_together(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """每位老战士发多少: 共发放慰问金18.5万元 is what all of them got."""
    if fact.kind not in ("money", "measure") or not _ASKS_EACH.search(query.text):
        return False
    low, stop = _clause(evidence.text, fact)
    own = evidence.text[low:stop]
    return bool(_TOGETHER.search(evidence.text[low : fact.start])) and not _EACH.search(own)


def _only_compared(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """上届拿了几块: 摘得4金，较上届前进3位 tells nothing that was won the last time."""
    asked = _FORMER.search(query.text)
    if asked is None or asked[0] not in evidence.text or _ASKS_CHANGE.search(query.text):
        return False
    if evidence.text[: fact.start].endswith(("由", "从")):
        return False  # 与去年相比，由17个增加到22个
    spots = [match.start() for match in re.finditer(re.escape(asked[0]), evidence.text)]
    return all(_AGAINST.search(evidence.text[:at]) for at in spots)


def _is_left_open(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """面试什么时候: 笔试定于5月10日举行，面试时间另行通知."""
    if fact.kind not in ("date", "place") or len(query.head) < 2:
        return False
    low, stop = _clause(evidence.text, fact)
    head = compact(query.head)
    rest = map(compact, _CLAUSES.split(evidence.text[:low] + evidence.text[stop:]))
    return head not in compact(evidence.text[low:stop]) and any(head in one and _OPEN.search(one) for one in rest)


def _is_office(word: str) -> bool:
    found = list(office_pattern().finditer(word))
    return bool(found) and found[-1].end() == len(word)


def _did_something_else(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """谁主持的: 甲宣布开工，乙主持 tells of 甲 that he did something else."""
    if fact.kind != "person" or len(query.head) < 2:
        return False
    low, stop = _clause(evidence.text, fact)
    own, head = evidence.text[low:stop], compact(query.head)
    span = name_span(fact.value, own)
    act = act_behind(own, span[1]) if span else None
    return bool(act) and head not in compact(own) and any(
        head in one for one in map(compact, _CLAUSES.split(evidence.text[:low] + evidence.text[stop:]))
    )


def _clause(text: str, fact: Fact) -> tuple[int, int]:
    """Where the clause with the value begins and ends."""
    return _clause_start(text, fact.start), end_of(text, fact.end, _ENDS)


def _is_an_aim(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """财政收入增长多少: of 2025年主要预期目标为：…一般公共预算收入增长5% nothing has grown yet."""
    if fact.kind not in (*_LEVELS, "points") or _ASKS_AHEAD.search(query.text):
        return False
    return bool(_AIMS.search(evidence.text[: fact.start]))


def _is_no_share(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """税收占几成: of 收入21.4亿元，增长3.7%，其中税收16.8亿元 the growth is no share."""
    if fact.kind not in ("percent", "points") or not _SHARE_ASKED.search(query.text):
        return False
    return bool(_GROWN.search(evidence.text[fact.clause[0] : fact.start]))
