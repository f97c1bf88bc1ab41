"""A last look at an answer: does its proof speak of the place, the scope and the ordinal that were asked for?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.candidates.asked_type import in_asked_measure
from index.answering.candidates.unfit import TOTALS, asks_ground
from index.answering.evidence.carried import holds
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import period_words
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.evidence.scenes import scene
from index.answering.refusing.mismatches import mismatched
from index.answering.refusing.near_misses import is_near_miss
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities, parse_number, unit_families, units
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.kinds import asked_count
from index.understanding.query import Query

_ENOUGH = 0.75  # a homophone or a shortened name of the place will do
_NTH = load_pattern("answering.guards.nth")  # 第五场 is not 第四场


def in_place(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where 全市, another district or another 第N批 is asked for and no proof speaks of it."""
    if _of_another_line(query, knowledge, draft) or _of_another_measure(query, knowledge, draft):
        return False
    if _told_of_another(query, knowledge, draft) or mismatched(query, knowledge, draft):
        return False
    if _of_another_year(query, knowledge, draft) or not _of_coming_year(query, knowledge, draft):
        return False
    if not _of_asked_round(query, knowledge, draft) or is_near_miss(query, knowledge, draft):
        return False
    of_its_round = draft.period is not None and draft.period in query.periods  # read as that round's, if not so spelt
    if query.scope is None and query.place is None and (of_its_round or not _ordinals(query)):
        return True
    return any(_speaks(query, knowledge.page(proof.article), proof.spans) for proof in draft.proofs)


_DIRECTION = load_pattern("answering.guards.direction")
_CLAUSES = re.compile(r"[，。；,;：:]")
_SAID = 0.9  # how well a word must stand in a clause that tells its direction


def premise_fits(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where 为什么涨 is asked of something that the proof says fell (or the other way round)."""
    return all(_way_fits(query, knowledge, draft, ways) for ways in (_DIRECTION, _EXTREME, _PACE))


_EXTREME = load_pattern("answering.guards.extreme")
_PACE = load_pattern("answering.guards.pace")  # 比原工期提前, 推迟


def _way_fits(query: Query, knowledge: Knowledge, draft: Draft, ways: re.Pattern[str]) -> bool:
    """The clauses of the proof that name most of what is asked about say the way that the question says."""
    asked = ways.search(query.text)
    if asked is None or not draft.settled:
        return True
    names = [t.text for t in query.terms if len(t.text) > 1 and not ways.search(t.text)]
    told: list[tuple[int, bool]] = []
    for proof in draft.proofs:
        for clause in _CLAUSES.split(_around(knowledge.page(proof.article), proof.spans, cells=True)):
            said = {_way(match) for match in ways.finditer(clause)}
            said |= {"down"} if ways is _DIRECTION and _MINUS.search(clause) and not said else set()
            if said and (named := sum(explained(name, clause).score >= _SAID for name in names)):
                told.append((named, _way(asked) in said))
    most = max((named for named, _ in told), default=0)
    return not told or any(so for named, so in told if named == most)


def told_together(query: Query, draft: Draft) -> bool:
    """False where what is to be explained is said of another one than the asked one.

    丰乐镇怎么拿了红旗 of 白沙洲街道居首，捧走红旗；丰乐镇92.1分: the flag is nothing about 丰乐镇.
    """
    if draft.status != "answered" or not asks_how_come(query.text):
        return True
    parts = [compact(one) for one in _SEGMENTS.split(fold(draft.answer)) if one]
    if ":" in parts[0]:
        return True  # what stands in front of a colon holds for all parts
    opening = re.split("[，,]", parts[0])[0]  # it says what all parts are about: 群众满意度调查中
    words = [t.text for t in query.terms if t.weight >= 1.0 and len(t.text) > 1]
    words = [word for word in words if explained(word, opening).score < _SAID]
    held = [{n for n, one in enumerate(parts) if explained(word, one).score >= _SAID} for word in words]
    return not any(a and b and a.isdisjoint(b) for n, a in enumerate(held) for b in held[n + 1 :])


_MINUS = re.compile(r"(?<![\d.])[-－−]\d[\d.]*[%％]")
_HOW_COME = load_pattern("answering.guards.how_come")
_IN_FRONT = 10  # code points from a word of the question to the figure that it is said to have


def asks_how_come(text: str) -> bool:
    """为什么, 怎么才90.2%: the reason is asked for something that is taken for granted."""
    return bool(_HOW_COME.search(text))


def figures_fit(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where the proof gives the asked figure to another measure: 开工率怎么才90.2% of 开工率100%，投产率90.2%."""
    figures = [q for q in find_quantities(query.text) if q.kind in ("money", "percent", "points")]
    for quantity in figures if draft.settled else ():
        names = [
            t.text
            for t in query.terms
            if len(t.text) > 1 and 0 <= quantity.start - t.end <= _IN_FRONT and not _DIRECTION.search(t.text)
        ]
        for proof in draft.proofs:
            clauses = _CLAUSES.split(_printed(knowledge.page(proof.article), proof.spans))
            holding = [one for one in clauses if quantity.text in one]
            elsewhere = compact("，".join(one for one in clauses if quantity.text not in one))
            told = [n for n in names if any(explained(n, compact(one)).score >= _SAID for one in holding)]
            if holding and not told and any(explained(name, elsewhere).score >= _SAID for name in names):
                return False
    return True


def _way(match: re.Match[str]) -> str:
    return "up" if match.lastgroup == "up" else "down"


_N = r"(?P<{}>\d{{1,2}}|[两俩三仨四五六七八九十]{{1,2}})"
_THINGS = "[个家所座条处支项村镇点]"
_NAMES_ASKED = re.compile(
    rf"(?<!第){_N.format('a')}{_THINGS}(?!一批)[^，。？?]{{0,14}}?(?:名字|名称|名单|叫什么|叫啥|(?:都|分别)?(?:是|(?<!卡)在|有)哪(?!年|天|月|里|儿))"
    rf"|(?<!第){_N.format('c')}[个位名户家]?[人户家]?(?:都|分别|各)(?:是|叫)(?:谁|什么|啥)"
    rf"|(?:另外|其余|其他|剩下|余下|剩余|还有)的?(?:那)?{_N.format('d')}[个位名户家所条座项种处件人][^，。？?]{{0,12}}?(?:是|叫|有)(?:谁|什么|啥|哪)"
    rf"|{_N.format('e')}[位名][^，。？?]{{1,8}}(?:是谁|都有谁|叫什么|叫啥)"
    rf"|(?:名字|名称|名单|(?<!卡)在哪|是哪|有哪){_N.format('b')}{_THINGS}"
)
_PIECES = load_pattern("answering.guards.pieces")
_NO_NAME = load_pattern("answering.guards.no_name")
_SHORTEST = 3  # letters of a name
_GIVEN = load_pattern("answering.guards.given")
_STRONG = 1.0  # weight of a word that names something
_SOME_OF = load_pattern("answering.guards.some_of")
_PRINTED_NTH = load_pattern("answering.guards.printed_nth")
_STAGES = load_pattern("answering.guards.stages")
_ONE_OF_THEM = load_pattern("answering.guards.one_of_them")  # 七个项目里最大的是哪个


def names_enough(query: Query, draft: Draft) -> bool:
    """False where 那7个项目叫什么 is asked and the answer has not so many names: a sentence with counts is none.

    Nor are four things behind 其中 the ten that are asked for.
    """
    if query.ordinal and query.kind != "list":  # 六项工作里第五项是哪个 wants one, and not what is told of 第六项
        printed = [int(parse_number(one["n"])) for one in _PRINTED_NTH.finditer(draft.answer)]
        return not printed or query.ordinal in printed
    asked = _NAMES_ASKED.search(query.text) if not _ONE_OF_THEM.search(query.text) else None
    wanted = asked_count(query.text) if asked is None and _SOME_OF.search(draft.answer) else None
    if wanted is not None:
        return len(_PIECES.split(draft.answer.partition("其中")[2])) >= wanted
    said = next(filter(None, asked.groups())) if asked else "一"
    count = int(parse_number(said))
    if count < 2:
        return True
    if asked and asked["d"] and _names_only_given(query, draft):
        return False
    return sum(map(_is_name, _PIECES.split(draft.answer))) >= count


def _names_only_given(query: Query, draft: Draft) -> bool:
    """除了甲和乙，另外两项是啥: the sentence with 甲、乙等4项 names those that are known."""
    given = _GIVEN.search(query.text) if draft.kind == "text" else None
    if given is None:
        return False
    known = [t.text for t in query.terms if given.start() <= t.start < given.end() and t.weight >= _STRONG]
    return bool(known) and all(word in draft.answer for word in known)


def _is_name(piece: str) -> bool:
    """茶叶; 某某项目（11亿元); not 签约3个, and not 总投资58.6亿元."""
    if any(sign.isdigit() for sign in piece):
        return len(_NO_NAME.sub("", piece)) >= _SHORTEST
    return len(piece.strip()) > 1


def tells_stage(query: Query, draft: Draft) -> bool:
    """开工的还是竣工的: an answer that has no such word tells neither."""
    return query.kind != "stage" or "还是" not in query.text or bool(_STAGES.search(draft.answer))


_PROJECTS_ASKED = load_pattern("answering.guards.projects_asked")
_OF_PROJECTS = ("个", "项", "宗", "家", "余个")
_THIS_YEAR = load_pattern("answering.guards.this_year")
_ANY_YEAR = load_pattern("answering.guards.any_year")
_YEARS = load_pattern("answering.guards.years")
_BUILT = load_pattern("answering.guards.built")
_VALUE = 24  # code points of an answer that is a value and no sentence
_FREE = load_pattern("answering.guards.free")
_SEATS = load_pattern("answering.guards.seats")  # 能上多少学生: 3360个学位
_SHOPS = load_pattern("answering.guards.shops")  # printed as so many 户, as households are
_SORTS = (frozenset("人名位"), frozenset("个家所项处条座场支种类栋幢"), frozenset("户"))
_MEASURES = frozenset(("area", "length", "weight", "volume"))
_TIMES = ("次", "天", "岁", "周岁", "小时", "分钟", "年", "周年")
_LEAST = 10
_AS_NUMBER = 1e6  # a bare figure from here on is a telephone number or a code


_SHARE_ASKED = load_pattern("answering.guards.share_asked")


_ONLY_DAY = load_pattern("answering.guards.only_day")


def in_asked_unit(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where 多少钱 is answered by 3 or by 7人, or 几张床 by 16个 or by what can only be a telephone number."""
    if draft.settled and asks_ground(query.text) and _BUILT.search(draft.answer):
        return False  # 占多少地: 厂房18万平方米
    if draft.status == "answered" and query.kind == "date" and query.unit == "点" and _ONLY_DAY.fullmatch(draft.answer):
        return False  # 停到几点: 6月18日 is no hour
    if not draft.settled or len(draft.answer) > _VALUE or "、" in draft.answer:
        return True
    found = [q for q in find_quantities(fold(draft.answer)) if q.kind != "ordinal"]
    if found and not in_asked_measure(query.text, draft.answer):
        return False
    if _is_another_measure(query, [q.unit for q in found if q.unit]):
        return False
    if query.kind in ("duration", "date") and found and all(q.kind == "money" for q in found):
        return False  # 平均多长时间: 5.2亿元 is no time
    if not found or query.kind not in ("money", "count", "number", "sum"):
        return True
    if query.kind == "money" and _SHARE_ASKED.search(query.text) and any(q.kind == "money" for q in found):
        return False  # 拔节类占总投资多少: 69.7亿元 is no share
    if query.kind == "money":
        bare = all(not q.unit for q in found)
        in_table = bare and any(q.value >= _LEAST for q in found)  # a column of amounts without its unit
        return in_table or any(q.kind == "money" for q in found) or bool(_FREE.search(draft.answer))
    if query.unit is None or units().get(query.unit) != "count":
        return True
    if _PROJECTS_ASKED.search(query.text) and all(q.unit and q.unit not in _OF_PROJECTS for q in found):
        return False  # 有几个新开工项目: 60万只 counts sheep
    if query.unit == "个" and all(q.unit in _TIMES or _measure(q.unit) in _MEASURES for q in found):
        return False  # 几个: neither 一次 nor 574万平方米 counts any
    if all(q.kind == "money" for q in found):
        return False  # 养了多少头牛: 3.2万元 counts none
    told = [q.unit for q in found if q.unit]
    if not told:
        return any(q.value < _AS_NUMBER for q in found)
    counted = re.search(r"[\d一二两三四五六七八九十]个([\u4e00-\u9fff]{2})", draft.answer)
    if counted is not None and counted[1] in query.text:
        return True  # 收了几个徒弟: 5个徒弟, though 个 is no counter of persons
    around = "".join(_around(knowledge.page(proof.article), proof.spans) for proof in draft.proofs)
    shops = query.unit == "家" and set(told) <= {"户", "万户"} and _SHOPS.search(query.text)
    return bool(shops or _SEATS.search(around)) or not all(_of_another_sort(query.unit, unit) for unit in told)


def _measure(unit: str | None) -> str:
    return unit_families().get(unit or "", ("", 1.0))[0]


def _is_another_measure(query: Query, told: Sequence[str]) -> bool:
    """多少亩 answered by 11处: what was asked for is measured, and nothing told is of that measure."""
    measures = [_measure(unit) for unit in (query.unit or "", *told)]
    return bool(told) and measures[0] in _MEASURES and measures[0] not in measures[1:]


def _of_another_sort(asked: str, unit: str) -> bool:
    """Heads and things are counted apart; of other counters nothing is known."""
    sorts = [next((sort for sort in _SORTS if one in sort), None) for one in (asked, unit)]
    return asked != "个" and None not in sorts and sorts[0] is not sorts[1]


_LINE = load_pattern("answering.guards.line")


def _of_another_line(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """6路 is asked, and what is quoted speaks of 3路 alone."""
    asked = {term.text for term in query.terms if term.critical and _LINE.fullmatch(term.text)}
    if not asked or not draft.settled:
        return False
    quoted = ""
    for proof in draft.proofs:
        text = knowledge.page(proof.article).article.text
        quoted += "".join(fold(text[low:high]) for low, high in proof.spans)
    named = set(_LINE.findall("".join(quoted.split())))
    return bool(named) and not named & asked


_UNITS = ("米", "公里", "千米", "公斤")
_SEGMENTS = re.compile(r"[；;。]")
_CONTEST = load_pattern("answering.guards.contest")


def _of_another_measure(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """女子100米 is asked, and the answer stands where 800米 is told of: 男子100米…；女子800米冠军是某某."""
    asked = [q for q in find_quantities(query.text) if q.unit in _UNITS and q.kind == "measure"]
    if not asked or not draft.settled or draft.detail:
        return False
    for proof in draft.proofs:
        for segment in _SEGMENTS.split(_printed(knowledge.page(proof.article), proof.spans)):
            if compact(draft.answer) not in compact(segment):
                continue
            if _CONTEST.search(query.text) and not any(
                q.unit == one.unit and q.value == one.value for one in asked for q in find_quantities(segment)
            ):
                return True  # 铅球冠军 is another event than 100米
            for one in asked:
                same = [q for q in find_quantities(segment) if q.unit == one.unit and q.text not in fold(draft.answer)]
                if same and all(q.value != one.value for q in same):
                    return True
    return False


_SCORED = load_pattern("answering.guards.scored")
_PLACE_NAMED = load_pattern("answering.guards.place_named")


def _told_of_another(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """湖口镇完成58.3%，怎么做到的: the clause with 58.3% is told of another place of the kind."""
    place = query.place or query.district
    if place is None or not draft.settled or draft.status == "corrected":
        return False
    figures = _SCORED.findall(query.text)
    ending = next((one for one in ("街道", "社区", "镇", "乡", "村") if place.endswith(one)), None)
    for proof in draft.proofs if figures and ending else ():
        said = _printed(knowledge.page(proof.article), proof.spans)
        for figure in figures:
            at = said.find(figure)
            named = [m[0] for m in _PLACE_NAMED.finditer(said[: max(at, 0)])]
            if named and not named[-1].endswith(place):
                return True
    return False


def _printed(page: Page, spans: tuple[Span, ...]) -> str:
    """What is quoted, folded."""
    return fold("".join("".join(page.article.text[low:high] for low, high in spans).split()))


def _of_another_year(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """今年计划投资多少: 2024年…完成163.5亿元，占年度计划的108.3% tells nothing of a year that begins in 2025."""
    if not draft.settled or not _THIS_YEAR.search(query.text) or _ANY_YEAR.search(query.text):
        return False
    for proof in draft.proofs:
        page = knowledge.page(proof.article)
        said, this = _printed(page, proof.spans), (page.article.date or "")[:4]
        years = _YEARS.findall(said)
        if not years or not this or max(years) >= this or _THIS_YEAR.search(said):
            return False
    return bool(draft.proofs)


def _of_asked_round(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """夏擂 is asked: where nothing around what is quoted speaks of it, the answer is of another round."""
    asked = [form for period in query.periods if isinstance(period, str) for form in period_words(period)]
    if not asked or not draft.settled or draft.period is not None or not draft.proofs:
        return True
    for proof in draft.proofs:
        page = knowledge.page(proof.article)
        if any(form in _around(page, proof.spans) + page.heading for form in asked):
            return True
    return False


_TO_COME = load_pattern("answering.guards.to_come")


def _of_coming_year(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where 明年涨到多少 is asked and nothing around what is quoted speaks of that year."""
    asked = _TO_COME.search(query.text)
    if asked is None or not draft.settled or draft.status == "corrected" or not draft.proofs:
        return True
    for proof in draft.proofs:
        page = knowledge.page(proof.article)
        numbers = [sentence.number for sentence in page.within(proof.spans)]
        dated = page.article.date or page.article.issue_date or ""
        year = f"{int(dated[:4]) + 1}年" if dated[:4].isdigit() else asked[0]
        around = _around(page, proof.spans) + page.heading + "".join(page.own[n] for n in numbers)
        if asked[0] in around or year in around:
            return True
    return False


def _ordinals(query: Query) -> list[str]:
    return [term.text for term in query.terms if term.critical and _NTH.fullmatch(term.text)]


def _speaks(query: Query, page: Page, spans: tuple[Span, ...]) -> bool:
    around = _around(page, spans)
    if _of_another_round(query, page, spans):
        return False
    if any(explained(word, around + page.heading).score < _ENOUGH for word in _ordinals(query)):
        return False
    if query.place is not None and explained(query.place, around + page.heading).score < _ENOUGH:
        last = max((sentence.number for sentence in page.within(spans)), default=-1)
        if compact(query.place) not in scene(page, around, "") and not holds(compact(query.place), page, last):
            return False
    if query.scope is None:
        return True
    district = page.article.district or ""
    if any(TOTALS.match(page.article.text[low:high].lstrip("|｜\t 　")) for low, high in spans):
        return True  # a row of totals, chosen as that of the asked whole
    return query.scope in around or (query.scope.startswith("全") and district.endswith(query.scope[1:]))


_CELLS = re.compile(r"\s*[|｜\t]\s*")
_ROUND = load_pattern("answering.guards.round")


def _of_another_round(query: Query, page: Page, spans: tuple[Span, ...]) -> bool:
    """第二轮 is asked, and what is quoted is told of 首轮 alone."""
    said = fold("".join(page.article.text[low:high] for low, high in spans))
    for word in _ordinals(query):
        named = [m[0] for m in _ROUND.finditer(said) if word.endswith(m["of"])]
        if named and all(explained(word, compact(one)).score < _ENOUGH for one in named):
            return True
    return False


def _around(page: Page, spans: tuple[Span, ...], *, cells: bool = False) -> str:
    """The sentences that hold the proof, with the one before each; ``cells``: the cells of a row stand apart."""
    low = min((a for a, _ in spans), default=0)
    high = max((b for _, b in spans), default=0)
    held = [n for n, s in enumerate(page.says.sentences) if s.text.start < high and low < s.text.end]
    first = max(min(held, default=0) - 1, 0)
    if cells and held and all(page.sentence(n).role == "table" for n in held):
        return "。".join(_CELLS.sub(" ", page.sentence(n).text.text) for n in held)
    return "".join(page.compact[first : max(held, default=-1) + 1])
