"""Values of the asked type in a sentence, each with how well its place accounts for the question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.answering.circumstances import without
from index.answering.explain import PART, coverage, explained
from index.answering.fits import contrasted
from index.answering.labels import labels, part_of_whole
from index.answering.pool import Evidence
from index.extraction.sentences import clause_spans
from index.language.lexicon import load_table, load_words
from index.language.numerals import units
from index.language.patterns import Patterns
from index.language.scripts import compact, fold
from index.records import Fact, Span
from index.understanding.kinds import asks_goods
from index.understanding.query import NAMED_BEFORE, Query, Term
from index.understanding.terms import amount_words, synonyms

_ELSEWHERE = 0.25  # what a word counts that stands in another part of the sentence
_PART_MARKS = re.compile(r"[；;](?!$)|[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮]")
_COUNTED = 0.12  # what standing beside the thing that is counted adds
_UNASKED = 0.2  # what a part of a whole loses that the question does not name
_LABEL = 0.2  # what standing beside the words that tell it apart adds
_PART_OF_TOTAL = ("到位", "年度计划", "完成投资")  # never said for 总投资
_HEAD = 0.6  # how well the asked attribute must be matched
_VALUES = {
    "money": ("money",),
    "count": ("count", "measure"),
    "number": ("measure", "count", "money", "percent", "points", "age", "bare"),
    "percent": ("percent", "points"),
    "rank": ("rank", "ordinal"),
    "date": ("date",),
    "duration": ("duration", "date"),
    "place": ("place",),
    "phone": ("phone", "email"),
    "area": ("measure",),
    "length": ("measure",),
    "organisation": ("organisation",),
    "person": ("person",),
    "difference": ("money", "count", "percent", "points", "measure", "duration"),
    "average": ("money", "count", "measure"),
}
_BODY = re.compile(r"(?:有限|股份|责任|集团|公司|总)+$")
_SHORT_BODY = re.compile(r"^(?!学校|学院|高校|院校)[\u4e00-\u9fff]{1,4}(?:法院|检察院|医院|[局委办院校厂])$")
_NAMES = ("place", "person", "organisation")
_MEASURED = ("money", "count", "measure", "percent", "points", "age", "bare", "phone")
_AREA = ("亩", "平方米", "平米", "平方公里", "公顷", "平方千米", "平方")
_LENGTH = ("公里", "米", "千米", "里", "厘米")
_COUNT_ALIKE = (
    {"个", "家", "所", "项", "处", "条", "座", "场", "支", "种", "类"},
    {"人", "名", "位", "余人"},
    {"人", "人次"},
    {"次", "场", "场次", "期", "届"},
    {"套", "户", "间"},
    {"家", "户"},
    {"辆", "台", "部"},
    {"公里", "里", "千米"},
    {"度", "℃", "摄氏度"},
    {"度", "千瓦时"},
    {"座", "个", "座位", "席"},
    {"本", "册", "册次"},
    {"台", "件", "套", "部"},
)
_NO_GOODS = frozenset("家户人名位个项次所")
_WEIGHTS = ("斤", "公斤", "千克", "吨")
_YUAN = ("元", "块", "块钱", "钱")
_PEOPLE = ("人", "名", "位")
_ASKS_PLAN = re.compile(r"(?:今年|年内|当年|本年|年度).{0,4}(?:投|计划投|打算投)")
_PLAN = re.compile(r"(?:年度|当年|今年|年内|本年)(?:计划)?(?:完成)?投资")
_FROM = re.compile(r"(?:由|从|自)(?:[^，。；]{0,6})$")
_TO = re.compile(
    r"[^，。；]{0,4}(?:提高|提升|提|增加|增|扩大|扩|下降|降|减少|减|调整|缩短|缩小|延长|延期|延迟|推迟|顺延|延|提前|改|调|压缩|压减|缩减|上升|涨|变)[^，。；]{0,2}(?:至|到|为)"
)
_EARLIER = re.compile(r"原来|原先|之前|以前|此前|原(?:有|本)|改造前|扩建前|调整前")
_CHANGES = re.compile(r"同比|环比|比上年|比去年|较上年|较去年|增加|减少|增长|下降|多|少|增|降|减")
_ASKS_CHANGE = re.compile(r"比|同比|环比|增|涨|降|跌|减|多了|少了|提高|变化|升")
_AMOUNT_KINDS = re.compile(r"引资|到位|年度计划|完成投资|产值|收入|奖|补|税|贷|营收")
_HOW_LONG = re.compile(r"多久|多长时间|多少时间|工期|几(?:个)?(?:年|月|天|小时|分钟)(?!前|份|级)")
_RANGE = re.compile(r"[至到—~～-]|起")
_ASKS_TOTAL = re.compile(r"一共|总共|累计|总数|现在|目前|拢共|合计")
_TOTAL = re.compile(r"累计|总数|共有?|合计|总计|达到?$|增至|扩大到|增加到")
_OVER_YEARS = re.compile(r"这[几些]年|近几年|几年来|历年|以来|到(?:现在|目前|如今)|至今|迄今")
_SINCE = re.compile(r"以来|累计|历年|至今|迄今|[三四五六七八九十]年来")
_THIS_YEAR = re.compile(r"今年|本年|年内|去年")
_ADDED = re.compile(r"新增|新入库|净增|新建|增加$")
_ASKS_GROUND = re.compile(r"占(?:地|了?多[少大]|几)|用地")
_BUILT = re.compile(r"建筑|厂房|楼|馆|配套|建设(?:内容|规模)")  # floors, not ground
_COMPLAINTS = re.compile(r"举报|投诉|监督|报警")
_PER_HEAD = re.compile(r"人均|户均|亩均|地均|单均")
_ASKS_PER_HEAD = re.compile(r"均|每|一[个位]?[人户亩口]|单价|收入|工资|补|多少钱")
_ASKS_DONE = re.compile(
    r"[建装修做办干改完弄](?:好|成|完)(?:了)?(?:多少|几)|[割收种栽播打拆修改]了(?:多少|几)|已经?|(?:多少|几)[^，。]{0,4}了$"
)
_DONE = re.compile(r"已|完成|建成|累计")
_YEARS = re.compile(r"(?:[两三四五六七八九十\d]年(?!度)|累计|去年|明年)[^，。；]*$")
_A_DAY = re.compile(r"\d\s?[日号]|十[日号]|[一二三四五六七八九]日|[今昨前明][天日]")
_DAY_ASKED = re.compile(r"哪(?:一)?天|几号|几月几|哪(?:一)?日")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that might be the answer, with how well its place accounts for the question."""

    evidence: Evidence
    fact: Fact
    score: float
    share: float
    own: float
    missing: tuple[Term, ...]
    repaired: tuple[tuple[str, str], ...]
    label: float = 0.0

    @property
    def missing_critical(self) -> bool:
        """A word without which there is no answer is not accounted for."""
        return any(term.critical for term in self.missing)


def candidates(query: Query, evidence: Evidence, least: float = 0.0) -> Iterator[Candidate]:
    """The typed values of one sentence, scored by what their place accounts for.

    Args:
        least: share of the question's words below which a value is of no use: the sentence may be left out.
    """
    hour_only = query.unit == "点" and query.kind in _NAMES  # 几点在哪里起跑: the place is no hour
    shape = None if hour_only else shaped(query.text)
    kinds = _VALUES.get(query.kind, ())
    facts = (
        list(_shapes(shape, evidence))
        if shape is not None
        else [
            fact
            for fact in evidence.facts
            if fact.kind in kinds and _typed(query, fact, evidence.text) and _reached(evidence, fact)
            and not _of_a_later_phase(query, evidence, fact)
        ]
    )
    if not facts:
        return
    terms = query.terms if shape is None else without(query.terms, _shape_spans(query.text))
    if least and _most(terms, evidence, facts) < least:
        return
    told = labels(query.terms, evidence, facts)
    own, _, _ = coverage(terms, ((evidence.own, 1.0),))
    text = fold(evidence.text)
    spots = [at for term in query.terms if (at := text.find(term.text)) >= 0]
    for fact in facts:
        wide = fact.kind in ("date", "place", "person", "organisation", "duration", "phone")
        clause = evidence.own if wide else evidence.clause(_context(evidence, fact))
        places = (*_regions(evidence, clause, fact), (_year_word(evidence, fact), 1.0))
        share, missing, repaired = coverage(terms, places)
        score = (
            share
            + 0.15 * head_share(query, evidence, fact)
            + _fit(query, evidence, fact)
            - 0.002 * evidence.rank
        )
        label = told[fact.start]
        score += _LABEL * label + _near(spots, fact) + _beside_told(evidence, fact)
        score += _COUNTED * _is_counted(query, evidence, fact)
        yield Candidate(evidence, fact, score, share, own, missing, repaired, label)


_COUNTED_ASKED = re.compile(r"(?:多少|(?<![这那])几)(?P<after>[\u4e00-\u9fff]{1,6})")
_PARTED_BY = re.compile(r"[，。；、,;:：和及与（()）]")


def _is_counted(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """捐了多少书: of 电脑20台、图书1500册 the number that stands beside what is counted."""
    if fact.kind not in ("count", "measure"):
        return False
    match = _COUNTED_ASKED.search(query.text)
    nouns = _nouns(match["after"], query.unit or "") if match else ()
    if not nouns:
        return False
    left = _PARTED_BY.split(evidence.text[: fact.start])[-1]
    right = _PARTED_BY.split(evidence.text[fact.end :], maxsplit=1)[0]
    before = evidence.text[: fact.start - len(left)][-1:]
    if "、" not in (before, evidence.text[fact.end + len(right) :][:1]):
        return False  # 新增泊位915个，其中东湖街道402个: a whole and its part count the same
    return any(left.endswith(noun) or right.startswith(noun) for noun in nouns)


@lru_cache(maxsize=256)
def _nouns(after: str, unit: str) -> tuple[str, ...]:
    """What is counted, as it may be printed: the longest word behind 多少 that the lexicons or the text can name."""
    noun = after.removeprefix(unit)
    words = [noun[:size] for size in range(min(4, len(noun)), 0, -1)]
    forms = [form for word in words for form in (word, *synonyms().get(word, ()))]
    return tuple(dict.fromkeys(form for form in forms if len(form) > 1))


def _most(terms: tuple[Term, ...], evidence: Evidence, facts: Sequence[Fact]) -> float:
    """No value of the sentence has a larger share: whatever its part, it is accounted for by these texts."""
    years = "".join({_year_word(evidence, fact) for fact in facts})
    share, _, _ = coverage(terms, ((evidence.own, 1.0), (years, 1.0), *_around(evidence)))
    return share


def of_another_part(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """The sentence says an asked word of another part than the one that the value stands in.

    水稻亩产542公斤；玉米已收9.8万亩: 542公斤 is nothing about 玉米.
    """
    part = _part_of(evidence.text, fact)
    if part is None or "分别" in evidence.text:
        return False
    mine = evidence.clause((part.low, part.high)) + evidence.clause((0, part.opening or 0))
    rest = evidence.clause((0, part.low)) + evidence.clause((part.high, len(evidence.text)))
    return any(
        term.weight >= 1.0
        and len(term.text) > 1
        and not _OPENING_TIME.fullmatch(term.text)
        and explained(term.text, rest).score >= 0.95
        and explained(term.text, mine + evidence.before + evidence.heading).score < 0.5
        for term in query.terms
    )


_OPENING_TIME = re.compile(r"年[底末初]|[今去上前本全]年|目前|现在|截至.*|月底|期末")  # it holds for every part
_BRACKETED = re.compile(r"([\u4e00-\u9fff]{2,10})[（(]$")  # 三岔镇（91.76分）: the value of the name in front
_KINDS_OF_NAMES = (
    "镇", "乡", "村", "队", "县", "街道", "片区", "社区", "公司", "集团", "老人", "学生", "职工", "居民", "对象",
)  # fmt: skip


def of_a_rival(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """The clause of the value names another one of the asked kind, and the asked one stands elsewhere.

    临空片区以93.5分获第一名，滨江片区列第二: 93.5分 is nothing about 滨江片区.
    """
    clause = evidence.clause(fact.clause)
    bracket = _BRACKETED.search(evidence.text[: fact.start])
    for name in _asked_names(query):
        ending = _kind_ending(name)
        if ending is not None and bracket and name not in bracket[1] and bracket[1].endswith(_kind_endings()):
            return True
        if ending is None or name in clause or name not in evidence.own:
            continue
        at = clause.find(ending, 2)
        if at >= 0 and all("\u4e00" <= sign <= "\u9fff" for sign in clause[at - 2 : at]):
            return True
    return False


def _asked_names(query: Query) -> Iterator[str]:
    """Content words of the question, neighbouring ones put together: 滨江片区."""
    run, end = "", -1
    for term in query.terms:
        yield compact(term.text)
        if term.start == end:
            run += term.text
        else:
            yield compact(run)
            run = term.text
        end = term.end
    yield compact(run)


@lru_cache(maxsize=1)
def _kind_endings() -> tuple[str, ...]:
    words = {word for line in load_words("place_suffixes") for word in line.split() if len(word) > 1}
    return tuple(sorted({*words, *_KINDS_OF_NAMES}, key=len, reverse=True))


@lru_cache(maxsize=4096)
def _kind_ending(name: str) -> str | None:
    """What says of which kind a name is (滨江片区: 片区), or None."""
    return next((one for one in _kind_endings() if name.endswith(one) and len(name) > len(one)), None)


_LISTED = re.compile(r"包括|分别(?:是|为)|主要有|代表项目|有[:：]")


def of_the_list(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """The value is the whole list's, and the asked thing one of its items (项目13个，总投资8.9亿元，包括甲、乙等)."""
    text = evidence.text
    opens = _LISTED.search(text, fact.end)
    if opens is None or "；" in text[fact.end : opens.start()]:
        return False
    named = {term.text for term in query.terms if len(term.text) > 2} | {link.typed for link in query.links}
    items = compact(text[opens.end() :])
    before = compact(text[: opens.start()])
    return any(len(name) > 2 and name in items and name not in before for name in named)


_SHAPE_NAMES = re.compile(
    r"比分|跑(?:出|了)*(?=多少|几|多久)|成绩(?=是|$)|(?<=多久|分钟)一(?:趟|班|次)|作品(?=(?:名字?)?(?:叫|是))"
)
_DAY_AND_HOUR = re.compile(r"(?:几号|几月几[号日]|哪天)几点")


def _shape_spans(text: str) -> tuple[Span, ...]:
    """Where a question says which shape it asks for (比分): no text has to print these words."""
    return tuple(match.span() for match in _SHAPE_NAMES.finditer(text))


@lru_cache(maxsize=1)
def _value_patterns() -> tuple[Patterns, tuple[re.Pattern[str], ...]]:
    rows = load_table("value_patterns")
    return Patterns(row[0] for row in rows), tuple(re.compile(row[1]) for row in rows)


@lru_cache(maxsize=256)
def shaped(text: str) -> re.Pattern[str] | None:
    """The shape of the value that is asked for (几比几 → 78比75), or None where its type says enough."""
    if _DAY_AND_HOUR.search(text):
        return None  # a date with its hour, as it is printed
    asked, values = _value_patterns()
    return next((values[number] for number, _ in asked.matches(text)), None)


def _shapes(shape: re.Pattern[str], evidence: Evidence) -> Iterator[Fact]:
    """Values of that shape in the sentence."""
    text = evidence.text
    clauses = clause_spans(text)
    for match in shape.finditer(text):
        low, high = match.span()
        clause = next((c for c in clauses if c[0] <= low < c[1]), (0, len(text)))
        fact = Fact(
            "shape",
            "",
            "",
            match[0].rstrip("、和及与"),
            sentence=evidence.number,
            start=low,
            end=high,
            clause=clause,
        )
        if _reached(evidence, fact):
            yield fact


def _year_word(evidence: Evidence, fact: Fact) -> str:
    """今年 or 去年, where the paragraph has set the value's year."""
    dated = evidence.page.article.date or evidence.page.article.issue_date
    if dated is None or fact.year is None:
        return ""
    return {0: "今年本年", -1: "去年上年上一年"}.get(fact.year - int(dated[:4]), "")


def _regions(evidence: Evidence, clause: str, fact: Fact) -> tuple[tuple[str, float], ...]:
    return (
        (clause, 1.0),
        *_parts(evidence, fact),
        *_around(evidence),
    )


def _around(evidence: Evidence) -> tuple[tuple[str, float], ...]:
    """What stands around the sentence, and what a match there counts."""
    return (
        (evidence.before, 0.75),
        (evidence.head if evidence.head != evidence.own else "", 0.7),
        (evidence.heading, 0.75),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of a sentence between two marks; ``opening``: end of the words in front of the first number, or None."""

    low: int
    high: int
    opening: int | None


def _part_of(text: str, fact: Fact) -> _Part | None:
    """The part that a value stands in; None where neither semicolons nor numbers part the sentence."""
    marks = [match.start() for match in _PART_MARKS.finditer(text) if match.end() < len(text)]
    if not marks:
        return None
    low = max((at for at in marks if at <= fact.start), default=0)
    high = min((at for at in marks if at >= fact.end), default=len(text))
    numbered = low in marks and text[low] not in "；;"
    return _Part(low, high, marks[0] if numbered else None)


def _parts(evidence: Evidence, fact: Fact) -> tuple[tuple[str, float], ...]:
    """The sentence; where semicolons or numbers part it, the part with the value counts most.

    What comes before it may name what it is about, another number or a later part does not.
    """
    text = evidence.text
    part = _part_of(text, fact)
    if part is None:
        return ((evidence.own, 0.9),)
    low, high = part.low, part.high
    opening = low if part.opening is None else part.opening
    rest = evidence.own[len(compact(text)) :]
    return (
        (evidence.clause((low, high)) + rest, 0.9),
        (evidence.clause((0, opening)), 0.75),
        (evidence.clause((opening, low)) + evidence.clause((high, len(text))), _ELSEWHERE),
    )


def _context(evidence: Evidence, fact: Fact) -> Span:
    """The clause of the value; with the one before where the value has no words of its own.

    A rank belongs to everything between two semicolons: 生产总值623亿元，增长6.5%，居第二.
    """
    low, high = fact.clause
    if fact.kind == "rank":
        return max(evidence.text.rfind(mark, 0, fact.start) for mark in "；;。") + 1, high
    if fact.start - low < 4:
        earlier = [span for span in clause_spans(evidence.text) if span[1] <= low]
        low = earlier[-1][0] if earlier else low
    return low, high


_PHASE = re.compile(r"(?<![第前头])[一二三四五六]期")


def _of_a_later_phase(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """甲新增订单3.4亿元，乙二期4月投产: the sentence comes to the asked phase only behind the value."""
    phase = _PHASE.search(query.text)
    at = evidence.text.find(phase[0]) if phase else -1
    return at >= fact.clause[1]


def _reached(evidence: Evidence, fact: Fact) -> bool:
    if fact.kind == "date" and not evidence.text[: fact.start].strip("“” 　"):
        return True  # a day that opens the sentence is the day of all that it tells
    return evidence.reach is None or (evidence.reach[0] <= fact.start and fact.end <= evidence.reach[1])


def _typed(query: Query, fact: Fact, text: str) -> bool:
    """A value of one of the asked kinds is of the asked type."""
    if fact.kind in _MEASURED and fold(fact.value) in query.text:
        return False  # 百岁以上老人有多少: 百岁 is what is asked about
    unit = (fact.unit or "").lstrip("万亿")
    if query.unit == "吨" and unit in _WEIGHTS[:3] and _PER_MU.search(text[slice(*fact.clause)]):
        return "亩" in query.text or "单产" in query.text  # 能打多少吨: what a 亩 yields is no whole harvest
    if query.kind == "average" and query.unit:
        return fact.kind == "money" if query.unit in _YUAN else _same(query.unit, unit)
    if query.kind == "area":
        built = unit.startswith("平") and _BUILT.search(fact.attribute) and _ASKS_GROUND.search(query.text)
        return unit in _AREA and not built
    if query.kind == "length":
        return unit in _LENGTH
    if query.kind in ("count", "number") and query.unit and len(query.unit) > 1 and fact.kind == "count":
        return unit == query.unit or text[fact.end :].startswith(query.unit) or query.unit in fact.attribute
    if query.kind in ("count", "number") and query.unit and fact.kind in ("count", "measure", "money"):
        return _same(query.unit, unit) or (query.unit == "人" and _seats(fact, text))
    if query.kind == "count" and fact.kind == "measure":
        return False
    if query.kind == "number" and query.unit is None and asks_goods(query.text):
        return fact.kind == "measure" or (fact.kind == "count" and unit not in _NO_GOODS)
    if query.kind == "number" and fact.kind in ("percent", "points"):
        return query.unit is None or query.unit in ("成", "点", "分", "个点", "百分点")
    if fact.kind in ("organisation", "place", "person") and _known(query, fact.value):
        return False
    if query.kind == "duration" and fact.kind == "date" and "天数" in query.text:
        return False
    if query.kind == "duration" and fact.kind == "date" and not _DATED.search(fact.value):
        return False  # 近日, 日前 last no time
    if query.kind == "phone":
        return (fact.kind == "email") == bool(re.search(r"邮箱|邮件|电邮", query.text))
    if fact.kind == "ordinal":
        asked = re.search(r"第几(?P<noun>[\u4e00-\u9fff]{1,4})", query.text)
        return bool(asked) and fact.value.lstrip("第0123456789一二三四五六七八九十")[:2] == asked["noun"][:2]  # type: ignore[index]
    if query.kind == "date":
        if fact.value in query.text or (
            _DAY_ASKED.search(query.text) and not _A_DAY.search(fact.value)
        ):
            return False
        return not re.fullmatch(r"(?:\d{4}年|今年|去年|目前|当前|近年来?)", fact.value) or "年" in query.text
    return True


def _same(asked: str, unit: str) -> bool:
    """A weight answers whatever unit of weight is asked for: 亩产多少斤 is told as 500公斤."""
    return same_unit(asked, unit) or (asked in _WEIGHTS and unit in _WEIGHTS)


_PER_MU = re.compile(r"亩产|单产|每亩")
_SEATS = re.compile(r"座席|座位|席位")


def _seats(fact: Fact, text: str) -> bool:
    """能上多少学生: 3360个学位; 能招多少人: 就业岗位1600个."""
    near = fact.value + fact.attribute + text[fact.end : fact.end + 2]
    return "学位" in near or "岗位" in near or bool(_SEATS.search(text[max(fact.start - 10, 0) : fact.end + 3]))


def _known(query: Query, value: str) -> bool:
    """The question says the name itself, in whole or shortened."""
    asked = compact(query.text)
    bare = _BODY.sub("", compact(value)) or value
    if any(_SHORT_BODY.search(t.text) and explained(t.text, compact(value)).score >= _HEAD for t in query.terms):
        return True  # 县法院 is 某县人民法院
    return bare in asked or sum(sign in asked for sign in compact(value)) >= 0.75 * len(value)


def same_unit(asked: str, unit: str) -> bool:
    """True where a value counted in ``unit`` answers a question for so many ``asked``."""
    if asked == unit or (asked in ("个",) and units().get(unit) == "count" and unit not in ("人次",)):
        return True
    return any(asked in group and unit in group for group in _COUNT_ALIKE)


def _apart(text: str, word: str) -> bool:
    """The attribute is the word itself: 出口, not 进出口."""
    bare = re.sub(r"^(?:其中|全年|全区|全县|全市|上半年|同期)+", "", text)
    return bool(word) and bare == word


def _fit(query: Query, evidence: Evidence, fact: Fact) -> float:
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
    if _PER_HEAD.search(own) and not _ASKS_PER_HEAD.search(query.text):
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
    score += _for_each(query, own)
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


_THEN = re.compile(r"(?:与|比|较|同)(?P<time>去年|上年|上一?[年届次]|前年|[一二三四]季度|[上下]半年|年初)")
_REACHED = re.compile(r"(?:由|从|自)[^，。；]{1,16}(?:至|到|为)[^，。；\d]{0,2}$")


def _then(query: Query, before: str) -> bool:
    """与去年同期相比，由19个增加到26个: 去年 is asked, and the first value is the one of that time."""
    return any(match["time"] in query.text for match in _THEN.finditer(before)) and not _ASKS_CHANGE.search(query.text)


def _of_the_asked_half(query: Query, evidence: Evidence, fact: Fact) -> float:
    """农村居民 is asked: the value beside these words, not that of all."""
    halves = [pair for pair in contrasted(query.text) if not _OF_TIME.search(pair[0].pattern)]
    if not halves or fact.kind not in _MEASURED:
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


_ASKS_LIMIT = re.compile(r"(?P<most>最多|最高|顶多|上限|顶格|封顶)|(?P<least>最少|最低|至少|起码|起步)")
_MOST = re.compile(r"(?:最高|不超过|最多|上限|封顶|至多)[^，。；、]{0,6}$")
_LEAST = re.compile(r"(?:最低|不低于|最少|至少|不少于)[^，。；、]{0,6}$")
_BELOW, _ABOVE = re.compile(r"\s?(?:以下|以内|封顶|为限|之内)"), re.compile(r"\s?(?:以上|起)")


def _of_the_limit(query: Query, evidence: Evidence, fact: Fact) -> float:
    """最多罚多少: 200元 of 50元以上200元以下, and 每月最高200元 rather than 每条50元."""
    asked = _ASKS_LIMIT.search(query.text)
    if asked is None or fact.kind not in _MEASURED:
        return 0.0
    before, after = evidence.text[fact.clause[0] : fact.start], evidence.text[fact.end :]
    most = bool(_MOST.search(before) or _BELOW.match(after))
    least = bool(_LEAST.search(before) or _ABOVE.match(after))
    if most == least:
        return 0.0
    return 0.35 if most == bool(asked["most"]) else -0.35


_OF_TIME = re.compile(r"[年季节月]")
_EXTREME = re.compile(r"最(?P<way>[大小高低多少长短早晚远近快慢贵])")
_OPPOSED = dict(zip("大小高低多少长短早晚远近快慢", "小大低高少多短长晚早近远慢快", strict=True))


def _extremes(query: Query, evidence: Evidence, fact: Fact) -> float:
    """年纪最大的几岁: of 年龄最大的83岁，最小的4岁 the value that is said to be so."""
    asked = _EXTREME.search(query.text)
    if asked is None or fact.kind not in ("shape", *_MEASURED):
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
_ASKS_END = re.compile(
    r"(?:到|至)(?:哪(?:一)?[天日]|几号|几月几[号日]|什么时候|啥时候|何时)(?:为止|才|就|会)?(?:停|止|结束|截止|完|关|收|闭幕|$|[？?])"
)
_RANGE_OR_END = re.compile(r"^[至到—–\-~～－]|\d\s?[日号时点分]?\s?[至到—–~～－]\s?\d")


def _dated(query: Query, evidence: Evidence, fact: Fact) -> float:
    """Days before months; the clause of the date should hold the words asked for, best at its beginning."""
    clock = bool(re.search(r"\d[时点:：]", fact.value))
    if _ASKS_FINISH.search(query.text) and _FINISHED.search(evidence.text[fact.end : fact.clause[1]]):
        return 0.35
    if _ASKS_END.search(query.text) and _RANGE_OR_END.search(evidence.text[max(0, fact.start - 1) : fact.end]):
        return 0.35
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
_ASKS_BOTH = re.compile(r"[从自打]")
_ENDS, _ENDS_AFTER = re.compile(r"(?:[至到止前]|截止于?)$"), re.compile(r"\s?(?:为?止|前|停|结束|截止|闭|收|关|到期)")
_BEGINS, _BEGINS_AFTER = re.compile(r"[自从]$"), re.compile(r"\s?(?:起|开|启|正式|试|投)")


def _of_the_asked_end(query: Query, evidence: Evidence, fact: Fact) -> float:
    """供到哪天: the day that something ends, not the one that it begins."""
    if not _ASKS_END.search(query.text) or _ASKS_BOTH.search(query.text):
        return 0.0
    before, after = evidence.text[: fact.start], evidence.text[fact.end :]
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
_DATED = re.compile(r"[\d一二三四五六七八九十]")
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


def head_share(query: Query, evidence: Evidence, fact: Fact) -> float:
    """How closely the asked attribute stands by the value."""
    if not query.head or _SHAPE_NAMES.match(query.head):
        return 0.5
    headed = evidence.sentence.role == "table" and explained(query.head, fact.attribute).score >= _HEAD
    if headed:  # the head of a column stands above the row
        return 0.8
    near = evidence.clause((max(fact.clause[0], fact.start - 24), min(len(evidence.text), fact.end + 14)))
    if explained(query.head, evidence.clause(fact.clause)).score >= _HEAD:
        return 1.0 if explained(query.head, near).score >= _HEAD else 0.8
    return 0.4 if explained(query.head, evidence.own).score >= _HEAD else 0.0


def _beside_told(evidence: Evidence, fact: Fact) -> float:
    """几个 is told, 投多少 is asked: what stands in the same group between semicolons, soon behind it."""
    if not evidence.told:
        return 0.0
    text = evidence.text
    gap = min(
        (fact.start - f.end if fact.start > f.start else 2 * (f.start - fact.end)) for f in evidence.told
    )
    parted = all(
        re.search("[；;。]", text[min(f.end, fact.end) : max(f.start, fact.start)]) for f in evidence.told
    )
    part = any("其中" in text[f.end : fact.start] and "其中" not in text[: f.start] for f in evidence.told)
    return (0.0 if parted else 0.15) + max(0.0, 0.1 - 0.002 * gap) - (0.1 if part else 0.0)


def _near(spots: Sequence[int], fact: Fact) -> float:
    """A little for standing close behind (dates: before) the words that match, which begin at ``spots``."""
    if not spots:
        return 0.0
    if fact.kind == "date":
        before = [at for at in spots if at >= fact.end]
        return 0.06 - 0.0008 * min((at - fact.end for at in before), default=75)
    gaps = [fact.start - at if at < fact.start else (at - fact.end) * 1.5 for at in spots]
    return max(-0.05, 0.06 - 0.0012 * min(gaps))
