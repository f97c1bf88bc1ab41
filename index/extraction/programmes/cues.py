"""The words that say which group of projects a text is about: programme, period, stage, district, day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from index.language.lexicon import load_pattern, load_table, rounds
from index.language.numerals import parse_number
from index.records import Article

OF_GATHERINGS = "三集中"
"""The programme of three gatherings: 集中签约, 集中开工 and 集中投产 are its stages."""
NUMBER = r"(?:[0-9０-９]{1,4}|[一二两三四五六七八九十百〇零]{1,6})"

_N_BATCHES = load_pattern("extraction.cues.n_batches")
_THREE_TOGETHER = load_pattern("extraction.cues.three_together")
_TOGETHER = load_pattern("extraction.cues.together")
_QUOTED = load_pattern("extraction.cues.quoted")
_QUOTED_PART = re.compile(
    rf"[“\"](?P<name>(?![^“”]*一批)[\u4e00-\u9fff]{{2,4}})[”\"](?:类|的)?项目(?:共|有)?{NUMBER}[个项]"
)
_KEY = load_pattern("extraction.cues.key")

_EARLIER = re.compile(rf"前(?P<to>{NUMBER})期")
_EARLIER_BATCHES = re.compile(
    rf"前(?P<n>{NUMBER})个?(?P<what>(?!期){rounds()})(?=[^，。；]{{0,12}}(?:项目|签约|开工|竣工|投产|活动))"
)
_ALL_SO_FAR = re.compile(
    rf"(?:(?:全年|今年|至今|迄今|已有)(?P<n>{NUMBER})(?P<what>{rounds()}|期)(?=[^，。；第]{{0,8}}(?:项目|签约|开工|竣工|投产))"
    rf"|(?<![第前后首\d一二三四五六七八九十])(?P<m>{NUMBER})(?P<kind>{rounds()}|期)(?:活动|行动|项目)?(?:累计|合计|共计|总共))"
)  # 全年四轮累计集中开工项目149个 is told of all four
_FIRST_BATCHES = re.compile(rf"(?:第\s?[一1]|首)[批轮]次?(?:至|到|—|-|～|~)第?\s?(?P<to>{NUMBER})\s?(?P<what>[批轮])")
_PERIODS = re.compile(rf"第\s?(?P<from>{NUMBER})\s?期?\s?(?:至|到|—|-|～|~)\s?第?\s?(?P<to>{NUMBER})\s?期")
_PERIOD = re.compile(rf"第\s?(?P<n>{NUMBER})\s?期(?!间|望|待)")
_SERIES = re.compile(
    rf"(?:(?:(?P<year>20\d\d)年|(?P<rel>去年|上年))(?:度)?)?(?P<of>(?<=[”\"]))?第\s?(?P<n>{NUMBER})\s?(?P<what>(?!期)(?:{rounds()}))"
    rf"(?(of)|(?=[“\"]|[^，。；]{{0,12}}(?:一批|项目|签约|开工|竣工|投产|工程|活动)))"
)
_TIMES = r"(?:项目|现场|工作|重点)*(?:调度|观摩|集中|评比|擂台|攻坚|签约|开工|推进)"
_NTH_TIME = re.compile(rf"第\s?(?P<n>{NUMBER})\s?次(?={_TIMES})")
_FIRST_TIMES = re.compile(rf"第\s?(?:一|1)\s?次?(?:至|到|—|-|～|~)第?\s?(?P<to>{NUMBER})\s?次(?={_TIMES})")
_ENDMOST = load_pattern("extraction.cues.endmost")
_QUARTER = load_pattern("extraction.cues.quarter")
_SEASON = load_pattern("extraction.cues.season")
_WINDOW = load_pattern("extraction.cues.window")
_HALF = load_pattern("extraction.cues.half")
_YEAR = load_pattern("extraction.cues.year")
_LAST_YEAR = load_pattern("extraction.cues.last_year")
_LAST_TIME = load_pattern("extraction.cues.last_time")

_STAGE_BATCH = load_pattern("extraction.cues.stage_batch")
_QUOTED_BATCH = load_pattern("extraction.cues.quoted_batch")
_SAME_STAGE = {"动工": "开工", "投用": "投产", "投运": "投产", "完工": "竣工"}  # other names are kept as printed
_NOT_STAGES = frozenset(
    (
        "建设",
        "形成",
        "办好",
        "培育",
        "推出",
        "引进",
        "推进",
        "实施",
        "谋划",
        "储备",
        "加快",
        "打造",
        "三个",
        "五个",
    )
)

_DISTRICT = load_pattern("extraction.cues.district")
_OWN = load_pattern("extraction.cues.own")
_WIDER = load_pattern("extraction.cues.wider")
_DAY = load_pattern("extraction.cues.day")
_EVENT = load_pattern("extraction.cues.event")
_EVENT_CUT = load_pattern("extraction.cues.event_cut")
_AT = load_pattern("extraction.cues.at")


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for the following text until it says otherwise; fields as in ``Batch``."""

    programme: str | None = None
    period: int | str | None = None
    stage: str | None = None
    district: str | None = None
    event: str | None = None
    event_date: str | None = None
    place: str | None = None

    def with_(self, **changes: object) -> Context:
        """This context with the changes that are not None."""
        return replace(self, **{key: value for key, value in changes.items() if value is not None})  # type: ignore[arg-type]


def find_programme(text: str) -> str | None:
    """The programme that ``text`` names: 三个一批, 三集中, a quoted name in front of 项目, 集中开工, 重点项目."""
    if match := _N_BATCHES.search(text):
        return f"{match['n']}个一批"
    if _THREE_TOGETHER.search(text):
        return OF_GATHERINGS
    if (match := _QUOTED.search(text)) and not match["name"].endswith("一批"):
        return match["name"]
    if match := _TOGETHER.search(text):
        return f"集中{'开工' if match['what'] == '动工' else match['what']}"
    if match := _KEY.search(text):
        return match["name"].replace("重点建设项目", "重点项目")
    return None


def gathers_several(text: str) -> str | None:
    """三集中 where a text names three gatherings: “集中签约、集中开工、集中投产”."""
    return OF_GATHERINGS if _THREE_TOGETHER.search(text) else None


def is_specific(programme: str | None) -> bool:
    """True for a programme that has a name of its own: a later 重点项目 does not replace it."""
    return programme is not None and not programme.startswith(("重点", "重大", "民生", "集中"))


@lru_cache(maxsize=1)
def _stage_words() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {word: row[0] for row in load_table("stages") for word in row[1].split()}
    words = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(rf"(?<![拟未待将新])(?<!计划)(?<!预计)(?:{words})(?!率|仪式)"), names


def find_stage(text: str) -> str | None:
    """The stage that the name of a batch prints (“签约一批”, 新开工项目), or None."""
    match = _batch_stage(text)
    if match is not None:
        return _SAME_STAGE.get(match["stage"], match["stage"])
    pattern, names = _stage_words()
    found = pattern.search(text)
    return names[found[0]] if found else None


def usual_stage(word: str) -> str | None:
    """签约 of 集中签约, where the word is nothing but a name that stages have everywhere; else None."""
    return _stage_words()[1].get(word)


def find_unstarted(text: str) -> str | None:
    """未开工 of 未开工项目名单, 尚未投产项目清单: the table below names what has not got that far."""
    match = re.search(r"(?P<stage>未(?:开工|复工|投产|竣工|签约|落地))的?(?:重点|重大)?项目(?!率)", text)
    return match["stage"] if match else None


_UNDONE = load_pattern("extraction.cues.undone")


def find_undone(state: str) -> str | None:
    """未开工 of 均未开工, 都还没有投产."""
    match = _UNDONE.fullmatch(state)
    return f"未{match['what']}" if match else None


def stage_of_batch(text: str) -> str | None:
    """The stage of “签约一批” only."""
    match = _batch_stage(text) or _STAGE_BATCH.search(text)
    return find_stage(match[0]) if match else None


def _batch_stage(text: str) -> re.Match[str] | None:
    """“引进一批” in quotation marks is a stage whatever its verb; without them 引进一批 is an action."""
    if match := _QUOTED_BATCH.search(text):
        return match
    return next((m for m in _STAGE_BATCH.finditer(text) if m["stage"] not in _NOT_STAGES), None)


def _all_so_far(text: str) -> str | None:
    """前四轮 for 四轮累计, "1-4" for 四期累计; None for a single one."""
    match = _ALL_SO_FAR.search(text)
    if match is None:
        return None
    number, what = match["n"] or match["m"], match["what"] or match["kind"]
    many = int(parse_number(number))
    if many < 2 or many > _MOST_ROUNDS:
        return None
    return f"1-{many}" if what == "期" else f"前{_spelt(number)}{what}"


_MOST_ROUNDS = 40  # more are years or other numbers


def find_period(text: str, year: int | None = None) -> int | str | None:
    """The period: 7 for 第七期, "1-5" for 前五期, 第2批 as "第二批", 2024年二季度 with the year where known."""
    if match := _EARLIER.search(text):
        return f"1-{int(parse_number(match['to']))}"
    if match := _FIRST_TIMES.search(text):
        return f"前{_spelt(match['to'])}次"
    if match := _FIRST_BATCHES.search(text):
        return f"前{_spelt(match['to'])}{match['what']}"
    if match := _EARLIER_BATCHES.search(text):
        return f"前{_spelt(match['n'])}{match['what']}"
    if (all_of := _all_so_far(text)) is not None:
        return all_of
    if match := _PERIODS.search(text):
        return f"{int(parse_number(match['from']))}-{int(parse_number(match['to']))}"
    if match := _PERIOD.search(text):
        return int(parse_number(match["n"]))
    if match := _QUARTER.search(text):
        number = "一二三四"["1234".index(match["n"])] if match["n"].isdigit() else match["n"]
        return f"{_year(match, year)}{number}季度"
    if match := _HALF.search(text):
        return f"{_year(match, year)}{match['half']}"
    if match := _ENDMOST.search(text):
        told = match["year"] or match["rel"] or match["what"] == "最后一批"
        return f"{_year(match, year) if told else ''}{match['what']}"
    if match := _SEASON.search(text):
        return f"{_year(match, year)}{match['season']}"
    if match := _SERIES.search(text):
        if _N_BATCHES.search(text) and match["what"].startswith("批"):
            return int(parse_number(match["n"]))
        said = _year(match, year) if match["year"] or match["rel"] else ""
        return f"{said}第{_spelt(match['n'])}{_round_word(match['what'])}"
    if match := _NTH_TIME.search(text):
        return f"第{_spelt(match['n'])}次"
    return None


_OPENS_WITH = re.compile(rf"(?:^|[；;])(?:其中|同时|目前|另外|而|今年)?，?(?=第{NUMBER}(?:{rounds()}))")


def opening_round(text: str) -> int | str | None:
    """第六回合 of 第六回合于1月13日开战，目前已排出意向: the round that a sentence, or its last part, begins with."""
    opens = [match.end() for match in _OPENS_WITH.finditer(text)]
    if not opens:
        return None
    told = _NTH_AHEAD.match(text, opens[-1])
    if told is None:
        return None
    number = int(parse_number(told["n"]))
    return number if told["what"] == "期" else f"第{_chinese(number)}{_round_word(told['what'])}"


def _round_word(what: str) -> str:
    """批 for 批次; 波次 stays as printed."""
    return what.removesuffix("次") if what in ("批次", "轮次") else what


_ROUND_BEFORE = load_pattern("extraction.cues.round_before")
_NTH_AHEAD = re.compile(rf"第(?P<n>{NUMBER})(?P<what>{rounds()})")
_NTH_ROUND = re.compile(rf"^第(?P<n>{NUMBER})(?P<what>{rounds()})$")


def round_before(text: str, here: int | str | None) -> int | str | None:
    """第四轮 for 上一轮 where the fifth is told of; None where ``text`` speaks of no round before that one."""
    said = _ROUND_BEFORE.search(text)
    if said is None:
        return None
    if isinstance(here, int):
        return here - 1 if said["what"] == "期" and here > 1 else None
    nth = _NTH_ROUND.match(here or "")
    if nth is None or _round_word(said["what"]) not in (nth["what"], nth["what"].removesuffix("次")):
        return None
    before = int(parse_number(nth["n"])) - 1
    return f"第{_chinese(before)}{nth['what']}" if before else None


_BARE_SERIES = re.compile(rf"^(?:其中)?(?P<what>(?:首|第(?P<n>{NUMBER}))(?!期)(?:{rounds()}))(?=\d|$)")


def find_series(label: str) -> str | None:
    """首批, 第二批 of a label that says no more: 首批12个."""
    match = _BARE_SERIES.match(label)
    return match["what"] if match else None


_THIS_YEAR = load_pattern("extraction.cues.this_year")


def find_window(text: str) -> str | None:
    """The time that figures of progress cover, as printed: 1至8月, 今年以来."""
    match = _WINDOW.search(text)
    return re.sub(r"\s", "", match[0]) if match else None


def is_window(period: int | str | None) -> bool:
    """True for the time that figures cover; projects have no such period."""
    return isinstance(period, str) and bool(_WINDOW.fullmatch(period))


def find_year_period(text: str, year: int | None) -> str | None:
    """2024年 of 2024年重点项目 and 今年, where no finer period is printed."""
    match = _YEAR.search(text)
    if match:
        return f"{match['year']}年"
    return f"{year}年" if year and _THIS_YEAR.search(text) else None


def is_year(period: int | str | None) -> bool:
    """True for a whole year: 2024年."""
    return isinstance(period, str) and bool(re.fullmatch(r"20\d\d年", period))


_STRETCH = load_pattern("extraction.cues.stretch")


def is_stretch(period: int | str | None) -> bool:
    """True for a stretch of time, no round: 2024年, 2024年二季度, 上半年."""
    return isinstance(period, str) and bool(_STRETCH.fullmatch(period))


def _year(match: re.Match[str], year: int | None) -> str:
    if match["year"]:
        return f"{match['year']}年"
    if year is None:
        return ""
    relative = match.groupdict().get("rel")
    return f"{year - 1 if relative in ('去年', '上年') else year}年"


def _spelt(number: str) -> str:
    return _chinese(int(number)) if number.isdigit() else number


def _chinese(number: int) -> str:
    digits = "零一二三四五六七八九"
    if number < 10:
        return digits[number]
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else digits[tens % 10]) + "十" + (digits[ones] if ones else "")


def is_last_year(text: str) -> bool:
    """True where ``text`` speaks of the same time a year ago: 去年同期."""
    return bool(_LAST_YEAR.search(text))


def is_former(text: str) -> bool:
    """True where ``text`` speaks of an earlier time or batch: 去年, 上一期."""
    return bool(_LAST_TIME.search(text))


def find_district(text: str, home: str | None) -> str | None:
    """Whose projects ``text`` speaks of: ``home`` for 我区 and 全区, 全市 and 全省 as printed, or None."""
    if home and home in text:
        return home
    own = _OWN.search(text)
    if own and home and home.endswith(own["unit"]):
        return home
    wider = _WIDER.search(text)
    if wider and not (home and home.endswith(wider["unit"])):
        return wider[0]
    return None


def find_day(text: str, article: Article) -> str | None:
    """ISO date of the first M月D日 of ``text``; the year is the one that puts it nearest to the issue."""
    match = _DAY.search(text)
    if match is None:
        return None
    month, day = int(match["month"]), int(match["day"])
    if match["year"]:
        return f"{match['year']}-{month:02d}-{day:02d}"
    anchor = article.issue_date or article.date
    if anchor is None or not re.match(r"\d{4}-\d\d", anchor):
        return None
    year, at = int(anchor[:4]), int(anchor[5:7])
    if month - at > 6:
        year -= 1
    elif at - month > 6:
        year += 1
    return f"{year}-{month:02d}-{day:02d}"


def find_event(text: str) -> str | None:
    """The printed name of the last event: 第一批项目集中签约仪式."""
    found = None
    for match in _EVENT.finditer(text):
        begin = max(0, match.start() - 30)
        cuts = [c.end() for c in _EVENT_CUT.finditer(text, begin, match.start())]
        name = text[max([begin, *cuts]) : match.end()]
        if re.search("项目|集中|招商|一批", name):
            found = name
    return found


def find_place(text: str) -> str | None:
    """Where the event was held: 在城南智造园举行."""
    match = _AT.search(text)
    return match["place"] if match else None


def last_day(text: str, article: Article) -> str | None:
    """ISO date of the last M月D日 of ``text``."""
    found = list(_DAY.finditer(text))
    return find_day(text[found[-1].start() :], article) if found else None


_OTHER = load_pattern("extraction.cues.other")
_NO_DISTRICT = load_pattern("extraction.cues.no_district")


def other_district(label: str) -> str | None:
    """A district at the head of a label: 惠济区签约项目12个."""
    match = _OTHER.match(label)
    return match["name"] if match and not _NO_DISTRICT.search(match["name"]) else None


def year_before(period: int | str | None) -> str:
    """The period of 去年同期: 2023年二季度 for 2024年二季度; the words themselves where no year is known."""
    if isinstance(period, str) and (match := re.match(r"(20\d\d)年", period)):
        return f"{int(match[1]) - 1}年{period[match.end() :]}"
    return "去年同期"


def is_range(period: int | str | None) -> bool:
    """True for several periods at once: "1-5", 前三批."""
    return isinstance(period, str) and bool(re.fullmatch(rf"\d+-\d+|前[^，。季]{{1,3}}(?:{rounds()}|次)", period))


def quoted_groups(text: str) -> tuple[str, ...]:
    """The names that a breakdown gives to its parts: 育苗, 栽种 of 其中“育苗”项目9个，“栽种”项目7个."""
    found = [match["name"] for match in _QUOTED_PART.finditer(text)]
    return tuple(found) if len(found) > 1 and len(set(found)) == len(found) else ()
