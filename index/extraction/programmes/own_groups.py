"""Names that an article itself gives to the parts and rounds of a programme: “上擂”, 谋划库, 夏擂."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from index.extraction.programmes.cues import NUMBER, find_stage, usual_stage
from index.language.lexicon import load_pattern, rounds
from index.language.numerals import parse_number

_FEWEST = 2  # names in one article: one alone is a kind of projects
_CAMPAIGNS = ("工程", "行动", "计划", "会战", "活动", "大赛")  # how programmes end, not their parts
SORTS = ("类", "库", "榜", "清单", "台账")
"""How the names of groups end that say themselves what sort of group it is."""

_COUNTED = (
    r"(?:[（(][^（）()]{2,24}[）)])?(?:类|组|档|节点|阶段|环节|工序|状态)?的?(?:项目|工程)?"
    rf"(?:共有|共|有)?{NUMBER}[个项](?![一月])"
)
_QUOTED = re.compile(rf"[“\"](?P<name>(?![^“”\"]*一批)[\u4e00-\u9fff]{{2,6}})[”\"]{_COUNTED}")
_STORED = re.compile(
    rf"(?:^|其中|[，。；：、（\s])(?P<name>(?!其中)[\u4e00-\u9fff]{{2,4}}(?:库|清单|台账))(?:项目)?(?:共有|共|有)?{NUMBER}[个项]"
)
_LINED = re.compile(
    r"(?:^|\n)[ \u3000]*[^\w\s，。、；：“”（）()]\ufe0f?\s*(?P<name>[\u4e00-\u9fff]{2,8})(?:项目)?[：:]"
    rf"\s?(?:共有?)?{NUMBER}[个项](?=[，,、；。（(\s]|$)"
)
_OF_ROUND = re.compile(
    rf"(?:第{NUMBER}|[本首上])(?:{rounds()})(?:的|部分)?[“\"](?P<name>(?![^“”\"]*一批)[\u4e00-\u9fff]{{2,8}})[”\"]"
)
_PROGRAMME = load_pattern("extraction.own_groups.programme")
_ROUND_OF = load_pattern("extraction.own_groups.round_of")
_SEASON = re.compile(rf"[春夏秋冬](?P<sign>[\u4e00-\u9fff])(?:共有|共|有)?{NUMBER}个项目")
_ROUND = re.compile(
    rf"(?:(?:第{NUMBER}|本)(?:次|{rounds()})|此次)?(?:的)?(?:项目|现场|工作)*(?:调度|观摩|评比|推进|擂台|比拼|行动|累计)?(?:会|活动)?"
    r"(?:入列|上榜|上报|登场|亮相|参评|参赛|在库)?"
)
_NO_SIGN = "季天日末初至到"


def own_groups(text: str, headlines: Sequence[str] = ()) -> frozenset[str]:
    """What ``text`` calls the parts of its programme, wherever it counts their projects; empty for less than two.

    What alone of them is quoted in the headlines is the programme: 2025年“百日攻坚”项目36个 was a round of it.
    """
    of_rounds = list(_OF_ROUND.finditer(text))
    named = {match.start("name") for match in of_rounds}
    alone = {match["name"] for match in _QUOTED.finditer(text) if match.start("name") not in named}
    programmes = {match["name"] for match in of_rounds} - alone  # “启航”项目10个 beside other groups is one of them
    for pattern in (_QUOTED, _STORED, _LINED):
        names = {match["name"] for match in pattern.finditer(text)} - programmes
        names = {name for name in names if not name.endswith(_CAMPAIGNS)} - _headed(names, headlines)
        if len(names) >= _FEWEST:
            return frozenset(names)
    joined = "".join(text.split())
    return (_told_off(joined) or parted(joined)) - programmes


def _told_off(text: str) -> frozenset[str]:
    """启航, 扬帆 and 靠港 of 按启航、扬帆、靠港三个梯次, where the projects of each are counted; empty for none."""
    for match in _TOLD_OFF.finditer(text):
        names = [name.strip("“”\"") for name in re.split("[、和及]", match["names"])]
        names[0] = names[0].removeprefix("按")
        if all(re.search(rf"{name}[”\"]?{_COUNTED}", text) for name in names):
            return frozenset(names)
    return frozenset()


def _headed(names: set[str], headlines: Sequence[str]) -> set[str]:
    """The one of the names that stands in quotation marks in the headlines, where two others at least do not."""
    headed = {name for name in names if re.search(f"[“\"]{name}[”\"]", " ".join(headlines))}
    return headed if len(headed) == 1 and len(names) > _FEWEST else set()


_IN_A_ROW = load_pattern("extraction.own_groups.in_a_row")
_THIS_TIME = load_pattern("extraction.own_groups.this_time")
_TOLD_OFF = load_pattern("extraction.own_groups.told_off")
_BRACKET = re.compile(r"[（(](?P<said>[\u4e00-\u9fff]{2,8})[）)]$")
_CLAUSE = re.compile(rf"(?P<label>[^，。；：、（）“”\\d]{{2,16}}?)(?P<n>{NUMBER})[个项](?![一月])")
_STATE = load_pattern("extraction.own_groups.state")
_STAGE_LIKE = load_pattern("extraction.own_groups.stage_like")
_WHOLE_NEAR = 160  # code points between the count of all and the first part


def own_state(label: str, groups: Collection[str]) -> str | None:
    """完工交付 of 已完工交付: the group that a part of a whole is, as the article names it."""
    match = _STATE.match(label)
    return match["name"] if match and match["name"] in groups else None


def parted(text: str) -> frozenset[str]:
    """What parts are called whose counts add up to a count before them: 共30项。其中，已完工12项；正在施工13项…."""
    found: set[str] = set()
    for sentence in re.finditer(r"[^。！？]+", text):
        parts = _parts(sentence[0])
        before = text[max(0, sentence.start() - _WHOLE_NEAR) : sentence.end()]
        counts = {_number(n) for n in re.findall(rf"({NUMBER})[个项]", before)}
        if len(parts) >= _FEWEST and sum(n for _, n in parts) in counts and all(name for name, _ in parts):
            found |= {name for name, _ in parts if not _is_usual(name)}
    return frozenset(found)


def _is_usual(name: str) -> bool:
    """签约落地, 此次集中开工: the name of a stage that stages have everywhere, with words around it."""
    return _THIS_TIME.sub("", name).startswith(find_stage(name) or " ")


def group_behind(name: str, stages: Collection[str | None]) -> tuple[str, str] | None:
    """(甲工程, 签约转开工类) of 甲工程（签约转开工）: a bracket that holds the name of a group, one of ``stages``."""
    match = _BRACKET.search(name)
    said = match["said"] if match else ""
    group = next((one for one in (f"{said}类", said) if said and one in stages), None)
    return (name[: match.start()], group) if match and group else None


_OF_GROUP = load_pattern("extraction.own_groups.of_group")


def group_of(before: str, groups: frozenset[str]) -> str | None:
    """预备类 for 预备的 in front of a project: the group that the words say it is of."""
    match = _OF_GROUP.search(before)
    if match is None:
        return None
    return usual_stage(match["group"]) or (stage_named(match["group"], groups) if match["group"] in groups else None)


def _parts(sentence: str) -> list[tuple[str, int]]:
    """What the parts of an enumeration begin with: (完工交付, 12) …; nothing where one begins otherwise."""
    said = re.split("[：:]", sentence)[-1]
    lined = "；" in said
    found: list[tuple[str, int]] = []
    for piece in re.split("；" if lined else "[，、]", said):
        match = _CLAUSE.match(piece.removeprefix("其中").lstrip("，"))
        state = _STATE.match(match["label"]) if match else None
        if match and state and _STAGE_LIKE.search(match["label"]):
            found.append((state["name"], _number(match["n"])))
        elif lined or match:
            return []
    return found


def _number(text: str) -> int:
    try:
        return int(parse_number(text))
    except ValueError:
        return 0


def stage_named(label: str, groups: frozenset[str]) -> str | None:
    """The stage of the group that a label names: 谋划库, 结果榜; 夺魁类, which is no 夺魁一批."""
    if _IN_A_ROW.search(label) and sum(one in label for one in groups) >= _FEWEST:
        return None  # 分为“上场”“打擂”两类: all of them together
    name = max((one for one in groups if one in label), key=lambda one: (len(one), one), default=None)
    if name is not None and (usual := usual_stage(name)) is not None:
        return usual
    return f"{name}类" if name and not name.endswith(SORTS) else name


def own_programme(headlines: Sequence[str], text: str, groups: frozenset[str]) -> str | None:
    """三提 of “三提”行动, where the article has groups of its own: headlines before the text; None for none.

    A round does without groups: “百项攻坚”首批 of a headline, or of the text where it is a headline's round.
    """
    headed = " ".join(headlines)
    if (told := _OF_ROUND.search(headed)) is not None and told["name"] not in groups:
        return told["name"]
    for said in (headed, text) if groups else ():
        found = (match["name"] for match in _PROGRAMME.finditer(said))
        if (name := next((one for one in found if one not in groups), None)) is not None:
            return name
    same = (one for one in _ROUND_OF.finditer(text) if text[one.end() :].startswith(_rounds_in(headed) or " "))
    counted = _ROUND_OF.search(headed) or next(same, None)
    return counted["name"] if counted else None


def _rounds_in(headed: str) -> tuple[str, ...]:
    return tuple(re.findall(rf"第{NUMBER}(?:{rounds()})", headed))


def is_round(text: str) -> bool:
    """第十一次调度: the words name nothing but a round."""
    return bool(text) and bool(_ROUND.fullmatch(text))


def own_rounds(text: str) -> tuple[str, ...]:
    """夏擂, 秋擂: rounds named by their season, where projects of one are counted and two or more are told of."""
    seasons: dict[str, set[str]] = defaultdict(set)
    signs = {match["sign"] for match in _SEASON.finditer(text)} - set(_NO_SIGN)
    for sign in signs:
        seasons[sign] = {match[0] for match in re.finditer(f"[春夏秋冬]{sign}", text)}
    return tuple(name for sign in sorted(signs) if len(seasons[sign]) >= _FEWEST for name in sorted(seasons[sign]))
