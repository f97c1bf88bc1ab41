"""Names that an article itself gives to the parts and rounds of a programme: “上擂”, 谋划库, 夏擂."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from index.extraction.programmes.cues import NUMBER
from index.language.lexicon import load_pattern

_FEWEST = 2  # names in one article: one alone is a kind of projects
SORTS = ("类", "库", "榜", "清单", "台账")
"""How the names of groups end that say themselves what sort of group it is."""

_COUNTED = rf"(?:类|组|档)?的?(?:项目)?(?:共有|共|有)?{NUMBER}[个项](?![一月])"
_QUOTED = re.compile(rf"[“\"](?P<name>(?![^“”\"]*一批)[\u4e00-\u9fff]{{2,6}})[”\"]{_COUNTED}")
_STORED = re.compile(
    rf"(?:^|其中|[，。；：、（\s])(?P<name>(?!其中)[\u4e00-\u9fff]{{2,4}}(?:库|清单|台账))(?:项目)?(?:共有|共|有)?{NUMBER}[个项]"
)
_PROGRAMME = load_pattern("extraction.own_groups.programme")
_ROUND_OF = load_pattern("extraction.own_groups.round_of")
_SEASON = re.compile(rf"[春夏秋冬](?P<sign>[\u4e00-\u9fff])(?:共有|共|有)?{NUMBER}个项目")
_ROUND = re.compile(
    rf"(?:第{NUMBER}[次季轮批]|本[次季轮批]|此次)?(?:的)?(?:项目|现场|工作)*(?:调度|观摩|评比|推进|擂台|比拼|行动|累计)?(?:会|活动)?"
    r"(?:入列|上榜|上报|登场|亮相|参评|参赛|在库)?"
)
_NO_SIGN = "季天日末初至到"


def own_groups(text: str) -> frozenset[str]:
    """What ``text`` calls the parts of its programme, wherever it counts their projects; empty for less than two."""
    for pattern in (_QUOTED, _STORED):
        names = {match["name"] for match in pattern.finditer(text)}
        if len(names) >= _FEWEST:
            return frozenset(names)
    return frozenset()


def stage_named(label: str, groups: frozenset[str]) -> str | None:
    """The stage of the group that a label names: 谋划库, 结果榜; 夺魁类, which is no 夺魁一批."""
    name = max((one for one in groups if one in label), key=len, default=None)
    return f"{name}类" if name and not name.endswith(SORTS) else name


def own_programme(headlines: Sequence[str], text: str, groups: frozenset[str]) -> str | None:
    """三提 of “三提”行动, where the article has groups of its own: headlines before the text; None for none.

    A headline that counts its rounds does without groups: “百项攻坚”首批.
    """
    headed = " ".join(headlines)
    for said in (headed, text) if groups else ():
        found = (match["name"] for match in _PROGRAMME.finditer(said))
        if (name := next((one for one in found if one not in groups), None)) is not None:
            return name
    counted = _ROUND_OF.search(headed)
    return counted["name"] if counted else None


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
