"""Does a sentence speak of the period, the year, the scope and the names that were asked for?"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.answering.evidence.texts import period_name
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_groups, load_pattern
from index.language.marks import end_of, start_of
from index.language.numerals import parse_number
from index.language.patterns import Patterns
from index.language.scripts import compact, fold
from index.records import Fact, Span
from index.understanding.periods import has_name, period_forms
from index.understanding.query import Query

_SEGMENT_ENDS = "；;。"
_OF_THE_SCOPE = (  # 全市第一 says nothing about the whole city
    r"(?!第(?![一二三四五六七八九十百\d]{1,3}[期届次批轮季])|前|倒数|末|排|平均(?![^，。；]{0,6}\d)|"
    r"[一二三四五六七八九十\d]+个[^，。；]{0,8}(?:[中里内]|第|排|列|居|末))"
)

_COMPARED_YEAR = load_pattern("answering.fits.compared_year")


def period_fits(query: Query, evidence: Evidence) -> bool:
    """第八期 is asked: the sentence, the one before or the headline must speak of it."""
    if not query.periods:
        return True
    around = evidence.own + evidence.before + evidence.heading
    return all(_says(period, around) for period in query.periods) and not _of_another_round(query, evidence)


def _of_another_round(query: Query, evidence: Evidence) -> bool:
    """第四季 is asked, of which the headline speaks, and the sentence itself tells of 前两季 alone.

    A sentence that names no round goes on about the one that the sentence before is about.
    """
    forms = period_words(query.periods[0])
    if len(query.periods) != 1 or not _ROUND.fullmatch(forms[0]):
        return False
    for told in (evidence.own, evidence.before):
        if any(form in told for form in forms):
            return False
        named = [match[0][-1] for match in _ROUND.finditer(_COMPARED_ROUND.sub("", told))]
        if named:
            return forms[0][-1] in named
    return False


_ROUND = load_pattern("answering.fits.round")
_COMPARED_ROUND = re.compile(rf"(?:比|较|与|同)(?:{_ROUND.pattern})")


def told_of_period(query: Query, text: str, at: int) -> bool:
    """第二批 is asked: of 第一批30个，已竣工28个；第二批33个 what stands behind 第一批 is none of its.

    The last round that the sentence ``text`` names before offset ``at``, or the clause's own, is the asked one.
    """
    forms = {form for period in query.periods for form in period_words(period)}
    if not forms or not all(_ROUND.fullmatch(form) for form in forms):
        return True
    low, high = next((c for c in clause_spans(text) if c[0] <= at < c[1]), (at, at))
    if any(form in compact(text[low:high]) for form in forms):
        return True
    before, own = list(_ROUND.finditer(text, 0, at)), _ROUND.finditer(text, low, high)
    against = bool(before) and text[before[-1].start() - 1] in "比较与同" and not _ASKS_AGAINST.search(query.text)
    if against and compact(before[-1][0]) in forms:
        return False  # 项目数比第二轮增加6个，投资增加41.2亿元 tells nothing that 第二轮 had
    named = [compact(match[0]) for match in before] or [compact(match[0]) for match in own][:1]
    whole = compact(text)
    if not named and any(form in whole for form in forms):
        rest = _COMPARED_ROUND.sub("", whole)
        return any(form in rest for form in forms)  # 总投资188.6亿元，项目数比第二轮增加6个
    return not named or named[-1] in forms or named[-1] in compact(query.text)  # 第六轮比第五轮多几个


def told_of_nth(query: Query, text: str, at: int) -> bool:
    """第二轮 is asked: what stands behind 第一轮 in its part of the sentence is told of that one."""
    asked = {(m["of"], m["n"]) for m in _NTH_OF.finditer(fold(query.text))}
    low, _ = segment_of(text, at)
    told = list(_NTH_OF.finditer(fold(text[low : at + 1]))) if asked else []
    last = told[-1] if told else None
    return last is None or (last["of"], last["n"]) in asked or all(of != last["of"] for of, _ in asked)


_NTH_OF = load_pattern("answering.fits.nth_of")


def _says(period: int | str, around: str) -> bool:
    return any(form in around for form in period_words(period))


@lru_cache(maxsize=1024)
def period_words(period: int | str) -> tuple[str, ...]:
    """How sentences print a period (第三批, 前八期), compact."""
    forms = period_forms(period) if isinstance(period, str) and has_name(period) else (period_name(period),)
    return tuple(map(compact, forms))


def year_fits(query: Query, evidence: Evidence, fact: Fact | None = None) -> bool:
    """The asked year is the year of the value, of the sentence or of the article."""
    if query.year is None:
        return True
    wanted = str(query.year)
    told = evidence.before + evidence.own if evidence.own.startswith("其中") else evidence.own
    against = any(wanted in match[0] for match in _COMPARED_YEAR.finditer(query.text))  # 比2020年增加多少种
    if wanted in (told if against else _COMPARED_YEAR.sub("", told)):
        return True
    if fact is not None and fact.year is not None:
        return fact.year == query.year
    dated = evidence.page.article.date or evidence.page.article.issue_date or ""
    return dated.startswith(wanted) or wanted in evidence.heading


_WIDE = ("date", "place", "person", "organisation")


def scope_fits(query: Query, evidence: Evidence, fact: Fact | None = None) -> bool:
    """全市 is asked: the clause itself must speak of it."""
    if query.scope is None:
        return True
    district = evidence.page.article.district or ""
    if query.scope.startswith("全") and district.endswith(query.scope[1:]):
        return True
    words = (query.scope, query.scope[-1] + "级") if query.scope.startswith("全") else (query.scope,)
    # 1月28日，全省第七期活动举行: a day holds for the sentence
    clause = evidence.own if fact is None or fact.kind in _WIDE else evidence.clause(fact.clause)
    if fact is not None and any(word in evidence.own[: len(word)] for word in words):
        clause = evidence.clause((0, fact.end))  # 全市四个县区列入项目90个，总投资288亿元
        clause = "" if district and district in clause else clause
    return any(re.search(word + _OF_THE_SCOPE, clause) for word in words)


@lru_cache(maxsize=1)
def _contrasts() -> tuple[Patterns, tuple[range, ...]]:
    """Contrasted words, and the numbers of those that are a group."""
    groups = load_groups("contrasts")
    ends = list(accumulate(map(len, groups)))
    return Patterns(word for group in groups for word in group), tuple(map(range, [0, *ends], ends))


def contrast_fits(query: Query, evidence: Evidence) -> bool:
    """女子冠军 is asked: a sentence that speaks of 男子 alone, headline included, is about another thing."""
    if not _season_fits(query, evidence):
        return False
    if not contrasted(query.text):
        return True
    return speaks_of_asked(query, evidence.own + evidence.before + evidence.heading)


def _season_fits(query: Query, evidence: Evidence) -> bool:
    """冬季招聘会 is asked: what an article of March tells of none that it calls so is of spring."""
    asked = _SEASON.search(query.text)
    if asked is None or any(asked["sign"] in one for one in (evidence.own, evidence.before, evidence.heading)):
        return True
    dated = evidence.page.article.date or ""
    return not dated or _season_of(int(dated[5:7])) == asked["sign"]


def _season_of(month: int) -> str:
    """The season of a month as 气象 counts it: 3 to 5 are spring."""
    return "冬春夏秋"[month % 12 // 3]


def speaks_of_asked(query: Query, around: str) -> bool:
    """False where ``around`` names the other of two things and not the asked one (男子, where 女子 is asked)."""
    return not any(
        any(word.search(around) for word in others) and not asked.search(around)
        for asked, others in contrasted(query.text)
    )


def told_of_asked(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """半决赛 21:17 … 决赛 19:18: of several such words before a value, the last one is the asked one."""
    before = evidence.text[: fact.start]
    for asked, others in contrasted(query.text):
        said = [(m.end(), word is asked) for word in (asked, *others) for m in word.finditer(before)]
        if said and not max(said)[1]:
            return False
    return True


@lru_cache(maxsize=256)
def contrasted(text: str) -> tuple[tuple[re.Pattern[str], tuple[re.Pattern[str], ...]], ...]:
    """(the one that a question names, the others) of each group of which it names exactly one."""
    patterns, groups = _contrasts()
    words = patterns.compiled
    said = {number for number, _ in patterns.matches(text)}
    found = []
    for group in groups if said else ():
        asked = [number for number in group if number in said]
        if len(asked) == 1:
            found.append((words[asked[0]], tuple(words[one] for one in group if one != asked[0])))
    return tuple(found)


def links_fit(query: Query, evidence: Evidence) -> bool:
    """Every linked name stands in the sentence, in the one before or in the heading."""
    if not query.links:
        return True
    before = "" if evidence.sentence.role == "table" else evidence.before  # the row above is of somebody else
    around = evidence.own + before + evidence.heading + evidence.head
    for link in query.links:
        if link.kind == "district":
            if link.name not in around and link.name != evidence.page.article.district:
                return False
        elif link.kind == "person" and link.name not in around:
            return False
    opening = "。" in evidence.heading  # no headline, but the first words of the text
    return _speaks_of_project(query, evidence.own + before + evidence.head if opening else around)


def _speaks_of_project(query: Query, around: str) -> bool:
    """One of the linked projects is named, in whole or as it was typed; a row may print it in pieces."""
    names = [(compact(link.typed), compact(link.name)) for link in query.links if link.kind == "project"]
    return not names or any(explained(one, around).score >= _NAMED for pair in names for one in pair)


def slots_agree(query: Query, evidence: Evidence) -> bool:
    """Names, period, year and scope are those that were asked for."""
    return (
        links_fit(query, evidence)
        and period_fits(query, evidence)
        and year_fits(query, evidence)
        and scope_fits(query, evidence)
    )


def sentence_fits(query: Query, evidence: Evidence) -> bool:
    """Names, period, year and the one of two things are those that were asked for."""
    return (
        links_fit(query, evidence)
        and period_fits(query, evidence)
        and year_fits(query, evidence)
        and contrast_fits(query, evidence)
    )


_ASKS_UNDONE = load_pattern("answering.fits.asks_undone")
_ASKS_NAMES = load_pattern("answering.fits.asks_names")
_DENIES = load_pattern("answering.fits.denies")


def denial_fits(query: Query, said: str) -> bool:
    """没验收的是哪几个: a list of those that are passed (已有4个通过验收，即…) is the list of the others."""
    return not asks_undone(query) or bool(_DENIES.search(said))


def asks_undone(query: Query) -> bool:
    """The names of those are asked for that something is not done of."""
    return bool(_ASKS_UNDONE.search(query.text) and _ASKS_NAMES.search(query.text))


def segment_of(text: str, at: int, marks: str = _SEGMENT_ENDS) -> Span:
    """The part between semicolons or full stops, or other ``marks``, that holds offset ``at``."""
    return start_of(text, at, marks), end_of(text, at, marks)


_MONTH_RANGE = (
    r"(?:前\d{1,2}(?:个)?月|\d{1,2}(?:月)?(?:份)?[-—－~～至到]\d{1,2}月|[一二三四1-4]季度|前三季度|[上下]半年|全年)"
)
_TIMES = re.compile(rf"(?P<span>{_MONTH_RANGE})|(?P<month>(?<![\d.])\d{{1,2}})月(?!\d)")
_SEASON = load_pattern("answering.fits.season")
_AIM = load_pattern("answering.fits.aim")
_AIMS_AHEAD = load_pattern("answering.fits.aims_ahead")
_AIMED = load_pattern("answering.fits.aimed")


_SAID_YEAR = load_pattern("answering.fits.said_year")
_SAME_YEAR = {"上年": "去年", "本年": "今年"}
_PRINTED_YEAR = load_pattern("answering.fits.printed_year")


def said_year_fits(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """前年 is asked: no value behind 去年, where the sentence says which year it is of."""
    asked = {_SAME_YEAR.get(m["year"], m["year"]) for m in _SAID_YEAR.finditer(query.text)}
    if len(asked) != 1 or query.kind == "difference":
        return True  # 今年比去年多多少 asks for both
    low = start_of(evidence.text, fact.start, "。；;")
    if not _of_that_year(evidence, fact, low, next(iter(asked))):
        return False
    said = [_SAME_YEAR.get(m["year"], m["year"]) for m in _SAID_YEAR.finditer(evidence.text, low, fact.start)]
    return not said or said[-1] in asked


_YEARS_ON = {"前年": -2, "去年": -1, "今年": 0, "明年": 1}


def _of_that_year(evidence: Evidence, fact: Fact, low: int, asked: str) -> bool:
    """今年 is asked of a paper of 2025: no value behind 2024年, where no other year is named between."""
    issued = evidence.page.article.issue_date
    printed = list(_PRINTED_YEAR.finditer(evidence.text, low, fact.start))
    if issued is None or fact.kind in ("date", "duration") or not printed:
        return True
    behind = _SAID_YEAR.search(evidence.text, printed[-1].end(), fact.start)
    wanted = int(issued[2:4]) + _YEARS_ON[asked]
    return behind is not None or any(int(one["year"]) == wanted for one in printed)


def month_fits(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """5月份 is asked: the last time named before the value is that month, not 1至4月 or 二季度."""
    if query.month is None or query.day is not None or fact.kind in ("date", "duration"):
        return True
    if re.search(_MONTH_RANGE, query.text):
        return True
    named = list(_TIMES.finditer(evidence.text[: fact.start]))
    if not named:
        return True
    last = named[-1]
    return last["month"] is not None and int(last["month"]) == query.month


_OF_GOAL = load_pattern("answering.fits.of_goal")
_STRETCH = load_pattern("answering.fits.stretch")


def stretch_fits(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """四季度开工率 is asked: of 全年目标是开工率98%，四季度还有4个项目 the value behind 全年 is another's.

    The last part of the year that the sentence names before a value is the value's own.
    """
    asked = {match[0].removeprefix("第") for match in _STRETCH.finditer(query.text)}
    if _ALONE.search(query.text) and _SINCE_JANUARY.search(evidence.text[: fact.start]):
        return False  # 三季度当季: not 前三季度
    if len(asked) != 1 or fact.kind not in ("money", "count", "measure", "percent", "points", "rank"):
        return True
    if _OF_GOAL.search(query.text):
        return True  # 完成全年任务的百分之几 asks of no stretch of time
    if all(_THAN.search(evidence.text[: m.start()]) for m in _STRETCH.finditer(evidence.text) if m[0] in asked):
        own = evidence.heading + evidence.before
        if not _CHANGED.search(query.text) and any(m[0] in asked for m in _STRETCH.finditer(evidence.text)):
            return any(one in own for one in map(compact, asked))  # 较一季度提高1.5个百分点: no level of that quarter
    named = [match[0].removeprefix("第") for match in _STRETCH.finditer(evidence.text[: fact.start])]
    return not named or named[-1] in asked or not ({"全年", "年度", *_PARTS} >= {named[-1], *asked})


_THAN = load_pattern("answering.fits.than")
_CHANGED = load_pattern("answering.fits.changed")
_ALONE = load_pattern("answering.fits.alone")
_SINCE_JANUARY = load_pattern("answering.fits.since_january")
_PARTS = ("一季度", "二季度", "三季度", "四季度", "上半年", "下半年")


_WIDER = load_pattern("answering.fits.wider")


def of_wider(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """某区 is asked, and the sentence tells 全市…平均 of the value without naming it."""
    if query.scope is not None or query.district is None or fact.kind not in ("money", "count", "percent", "points"):
        return False
    if query.district in evidence.own or not _WIDER.match(evidence.text):
        return False
    return any(link.kind == "district" and link.end > link.start for link in query.links)


def aim_fits(query: Query, evidence: Evidence) -> bool:
    """目标 is asked: the sentence speaks of what is aimed at, or one before it in the paragraph announces aims."""
    if not _AIM.search(query.text) or _AIMED.search(evidence.own):
        return True
    return bool(_AIMS_AHEAD.search(evidence.before) or _AIMS_AHEAD.search(evidence.head))


_PLACED = load_pattern("answering.fits.placed")


def place_fits(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """第二名奖金 is asked: of 第一名奖金1万元，第二名6000元 it is the value behind 第二名."""
    asked = _PLACED.search(query.text)
    if asked is None:
        return True
    wanted = _placing(asked)
    if "分别" in evidence.text[: fact.start] and (own := _PLACED.search(fact.subject)) is not None:
        return _placing(own) == wanted  # 一等奖1名、二等奖2名，奖金分别为…: the name that the value was given
    before = [one for m in _PLACED.finditer(evidence.text[: fact.start]) if (one := _placing(m))[0] == wanted[0]]
    return not before or before[-1] == wanted


def _placing(match: re.Match[str]) -> tuple[str, int]:
    """(名, 位 or 等奖, which): 亚军 is the second 名."""
    if match["crown"]:
        return "名", "冠亚季".index(match["crown"][0]) + 1
    if match["prize"]:
        return "等奖", "特一二三".index(match["prize"])
    return ("等奖" if match["of"].startswith("等") else match["of"]), int(parse_number(match["n"]))


_NAMED = 0.5  # half of a project's name says which one it is
_SAID = 0.9
_NTH = load_pattern("answering.fits.nth")
_TOPS = (
    re.compile(r"最[高好多优快大]|居首|首位|榜首|夺冠|冠军|领先|头名|第[一1]"),
    re.compile(r"亚军|银[奖牌]"),
    re.compile(r"季军|铜[奖牌]"),
)


def nth_fits(query: Query, evidence: Evidence) -> bool:
    """第二名 is asked: the sentence says so; the first one may be the best or the champion."""
    nth = _NTH.search(query.text)
    if nth is None or explained(nth[0].lstrip("排列居名"), evidence.own).score >= _SAID:
        return True
    if "倒数" in query.text:
        return False
    firsts = [n for n, sign in enumerate(("[一1]", "[二2]", "[三3]")) if re.search(rf"第{sign}(?![\d十])", nth[0])]
    return any(_TOPS[place].search(evidence.own) for place in firsts)


_YEARS = (
    re.compile(r"今年|本年(?!度)|年内|本届|本期"),
    re.compile(r"去年|上年|上一年|上届|上期"),
    re.compile(r"前年"),
    re.compile(r"明年|来年|下届"),
)
_SET_AGAINST = load_pattern("answering.fits.set_against")
_AHEAD_OF = load_pattern("answering.fits.ahead_of")  # 较原计划提前40天 is how much sooner
_SUPERSEDED = load_pattern("answering.fits.superseded")
_ASKS_FORMER = load_pattern("answering.fits.asks_former")


def time_fits(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """今年目标 is asked: of 去年1.9亿元，今年目标3亿元 the clause of 去年 tells nothing; a former plan is no plan."""
    text = fold(evidence.text)
    low = start_of(text, fact.start, "，。；,;：:（(")
    before = text[low : fact.start]
    former = fact.kind in ("date", "duration") and _SUPERSEDED.search(before) and not _AHEAD_OF.search(before)
    if former and not _ASKS_FORMER.search(query.text):
        return False
    if _ASKS_AGAINST.search(query.text):
        return True
    asked = [year for year in _YEARS if year.search(query.text)]
    said = [
        year
        for year in _YEARS
        for match in year.finditer(before)
        if not _SET_AGAINST.search(before[: match.start()])
    ]
    return len(asked) != 1 or not said or asked[0] in said


_COMPARED_WITH = load_pattern("answering.fits.compared_with")
_ABOVE_OR_BELOW = load_pattern("answering.fits.above_or_below")
_FROM_THEN = load_pattern("answering.fits.from_then")
_ASKS_AGAINST = load_pattern("answering.fits.asks_against")


def reference_fits(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """False where the asked time or round (一季度, 第二轮) is only what the sentence compares with.

    与去年二季度相比，由17个增加到22个: the value behind 由 is the one of that time.
    """
    if _FROM_THEN.search(evidence.text[: fact.start]):
        return True
    asked = [t.text for t in query.terms if t.critical and not t.text.isascii()]
    if not asked or _ASKS_AGAINST.search(query.text):
        return True
    text = fold(evidence.text + "。" + evidence.printed_before)
    named = [compact(m["x"]) for one in (_COMPARED_WITH, _ABOVE_OR_BELOW) for m in one.finditer(text)]
    if not named:
        return True
    around = evidence.own + evidence.before + evidence.head.replace(evidence.own, "") + evidence.heading
    for name in named:
        around = around.replace(name, "")
    return not any(
        any(explained(word, name).score >= 0.95 for name in named) and explained(word, around).score < 0.6
        for word in asked
    )


_GROUP = load_pattern("answering.fits.group")


def of_a_group(query: Query, text: str, at: int) -> bool:
    """少儿组第一名 is not the first of all, where the sentence tells of others, too."""
    low, high = segment_of(text, at)
    group = _GROUP.search(text, max(low, at - 12), at + 1)
    named = group is not None and ("组" in query.text or group[0].removesuffix("组")[-2:] in query.text)
    return group is not None and not named and (low > 0 or high < len(text) - 1)
