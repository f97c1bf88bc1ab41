"""Facts in set phrases: what was launched, what is aimed at, what is demanded, by whom something was held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.extraction.words.awards import WINNER, awards
from index.extraction.words.heads import is_entity
from index.extraction.words.resumes import resumes
from index.records import Article, Fact, Sentence, Span

_QUOTED = re.compile(
    r"(?P<key>(?:常态化|集中|持续|深入|统一|全面|首次)?(?:开展|发出|推出|打造|实施|启动|创建|提出|推行|上线|设立|成立|发布|组建|探索))了?"
    r"(?P<value>“[^“”]{2,20}”)(?P<noun>[\u4e00-\u9fff]{0,6})"
)
_ROLE = re.compile(r"(?P<key>当好|争当|争做)(?P<value>[^，。；]{2,40})")
_STATE = re.compile(
    r"以(?P<value>[^，。；“”]{2,20}的(?P<key>状态|姿态|劲头|精神|决心|作风|标准|力度))(?=[，,])"
)
_AROUND = re.compile(r"围绕(?P<value>“[^“”]{2,40}”)(?P<act>作|开展|进行|展开)了?(?P<noun>[\u4e00-\u9fff]{2,6})")
_AIM = re.compile(r"(?<![\u4e00-\u9fff][、和])(?:确保|力争|争取)(?P<value>[^。；]{6,90})")
_DEMAND = re.compile(
    r"(?:^|[，；。：“]|要求|强调|指出|希望)(?P<who>(?:全[省市区县]上下|各级各部门|各级|各有关部门|(?:属地)?(?:街道|乡镇|镇街|各[镇乡街])?和?(?:相关|有关)部门"
    r"|各单位|各镇街|各乡镇|广大党员干部))要(?P<value>[^。；]{6,90})"
)
_INVITED = re.compile(
    r"邀请(?P<value>[^，。；]{3,30}?)(?=参加|出席|欢聚|到场|走进|参与|观看|座谈|前来|[，。；])"
)
_HOST = re.compile(
    r"(?:^|[，。])(?:由)?(?P<value>[\u4e00-\u9fff、“”（）]{2,30}?)(?:共同|联合|组织|在[^，。；]{2,16}?)?(?P<key>主办|承办|举行|举办|召开|组织开展)了?"
    r"(?P<event>[^，。；：]{3,40}?(?:会议|大会|全会|会|活动|仪式|演练|比赛|赛|论坛|典礼|培训|讲座|节))(?=[，。；]|$)"
)
_GREETED = re.compile(r"(?:^|[，。])(?P<value>[^，。；向]{2,16}?)向[^。]{2,200}?(?P<key>拜年|致谢|致敬|问好)")
_ITERATION = re.compile(
    r"(?P<lead>全[省市国区县])?(?P<value>第[一二三四五六七八九十\d]{1,3}期)(?P<what>“[^“”]{2,10}”[\u4e00-\u9fff]{0,8}?活动)"
)
_HERO = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,4})(?:同志|烈士)(?P<value>在[^，。；]{4,40}(?:，(?![为让将使是党我全永值这他她也都])[^，。；]{2,40}){0,3})"
)
_PURPOSE = re.compile(r"(?<=[^，；]{6})[，；](?:让|使|切实让|真正让|不断让)(?=[\u4e00-\u9fff]{2})")
PROPOSED = "拟任职务"
_HOSTED = ("主办", "承办")


@dataclass(frozen=True, slots=True)
class _Found:
    subject: str
    attribute: str
    span: Span
    kind: str = "text"


def phrases(article: Article, sentence: Sentence, subject: str, names: frozenset[str]) -> Iterator[Fact]:
    """What set phrases of a sentence say; ``subject``: what the text is about there; ``names``: its people."""
    text = sentence.text.text
    if sentence.role == "headline":
        found: Iterator[_Found] = (_Found(won.award, WINNER, won.winner) for won in awards(text))
    elif sentence.role == "paragraph":
        found = _found(text, subject, names)
    else:
        return
    for one in found:
        low, high = one.span
        spans = sentence.text.spans(low, high)
        yield Fact(
            kind=one.kind, subject=one.subject, attribute=one.attribute, value=text[low:high].strip("，；、"),
            district=article.district, sentence=sentence.number, start=low, end=high, clause=one.span,
            spans=spans, evidence=sentence.text.spans(),
        )  # fmt: skip


def _found(text: str, subject: str, names: frozenset[str]) -> Iterator[_Found]:
    for one in resumes(text):
        name = text[slice(*one.name)]
        if one.held is not None:
            yield _Found(name, "现任职务", one.held, "office")
        if one.proposed is not None:
            yield _Found(name, PROPOSED, one.proposed, "office")
    for won in awards(text):
        yield _Found(won.award, WINNER, won.winner)
    for match in _QUOTED.finditer(text):
        yield _Found(subject, match["key"] + match["noun"], match.span("value"))
    for match in _ROLE.finditer(text):
        yield _Found(subject, match["key"], match.span("value"))
    for match in _STATE.finditer(text):
        yield _Found(subject, f"工作{match['key']}", match.span("value"))
    for match in _AROUND.finditer(text):
        yield _Found(subject, f"{match['noun']}主题", match.span("value"))
    for match in _AIM.finditer(text):
        yield _Found(subject, "目标", match.span("value"))
    for match in _DEMAND.finditer(text):
        yield _Found(match["who"], "要求", _demanded(text, *match.span("value")))
    for match in _INVITED.finditer(text):
        yield _Found(subject, "邀请对象", match.span("value"))
    for match in _ITERATION.finditer(text):
        yield _Found((match["lead"] or "") + match["what"], "期次", match.span("value"), "ordinal")
    yield from _people(text, subject, names)


def _demanded(text: str, low: int, high: int) -> Span:
    """A demand ends where its purpose begins: …落实责任，让群众放心."""
    purpose = _PURPOSE.search(text, low, high)
    return (low, purpose.start()) if purpose else (low, high)


def _people(text: str, subject: str, names: frozenset[str]) -> Iterator[_Found]:
    for match in _HOST.finditer(text):
        if is_entity(match["value"].split("、")[-1]) or match["value"].endswith(("委", "政府", "部", "办")):
            key = match["key"] if match["key"] in _HOSTED else "主办"
            yield _Found(match["event"], key, match.span("value"), "organisation")
    for match in _GREETED.finditer(text):
        yield _Found(subject, match["key"], match.span("value"), "organisation")
    for match in _HERO.finditer(text):
        if match["who"] in names:
            yield _Found(match["who"], "事迹", match.span("value"))
