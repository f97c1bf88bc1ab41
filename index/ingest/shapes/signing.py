"""How reporters sign: leads in front of the first sentence, and bylines on lines of their own."""

from __future__ import annotations

import re
from functools import lru_cache

from index.ingest.shapes.bylines import is_person, names, role_words, surnames
from index.language.lexicon import load_pattern, load_words

_MARKS = r"[\s（(□■▲●○◎◇◆【\[※★—]*"
_OWN = (
    r"今日[\u4e00-\u9fff]{2,3}|本报|本网|本刊|本台|新华社|中新社|中新网|央广网|人民网|央视网|光明网|晚报|早报|日报|时报|晨报|商报|都市报"
)
_TITLES = (
    r"(?:本报|本网|本刊|本台|晚报|早报|日报|时报|晨报|商报|都市报|全媒体|融媒体?|见习|实习|首席|特约|特派|驻站|驻地"
    r"|[\u4e00-\u9fff]{2,10}(?:%s)[-—·]?){0,4}"
)
_SEP = r"[\s:：/丨|·]"
_NAME = r"[\u4e00-\u9fff]{2,4}"
_LONGEST_BYLINE = 80  # code points
_LONGEST_HALF = 24  # code points of a byline before its break
_DATED = r"\d{1,2}\s*月\s*\d{1,2}\s*日"
_SAID = (
    r"(?:讯(?!员|息|号|飞)|(?<![充发用供输变水火核风光家])电(?![话视子力网影商动池器梯站厂能路线缆]|磁|气)"
    r"|消息(?![，,]))"
)
_BEHIND_PLACE = r"(?=\s*[（(]|\s+(?:\d{1,2}\s*月|昨|今|近日|日前|记者))"  # 本报清河讯 needs more than the place
_SIGNERS = r"(?:[^。，：:（()）\d]{2,40}?(?:报道)?(?=[:：])|[^。，：:（()）\d]{4,40}(?=\d{1,2}\s*月\s*\d{1,2}\s*日))"


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """(leads, bylines, first halves of bylines)."""
    ends = "|".join(map(re.escape, sorted(load_words("agencies"), key=len, reverse=True)))
    roles = "|".join(map(re.escape, sorted(role_words(), key=len, reverse=True)))
    titles = _TITLES % ends
    person = rf"(?:{'|'.join(map(re.escape, surnames()))})[\u4e00-\u9fff]{{1,3}}"
    role = rf"{titles}(?:{roles})"
    agency = rf"(?:{_OWN}|[\u4e00-\u9fff]{{2,8}}?(?:{ends})(?:客户端|全媒体)?)"
    lead = re.compile(
        rf"^\s*(?P<lead>[【\[]?{agency}"
        rf"(?:[\u4e00-\u9fff]{{0,6}}?\s*{_DATED}\s*{_SAID}|[\u4e00-\u9fff]{{2,6}}?(?:电|讯){_BEHIND_PLACE}|\s*{_SAID})[】\]]?"
        rf"(?:\s*[（(][^（）()。]{{2,70}}[）)]|\s*(?={role})(?!记者(?:从|在|日前|昨|今|近日|了解|获悉|走)){_SIGNERS})?)[\s:：]*"
        rf"|^\s*(?P<bare>[\u4e00-\u9fff]{{0,4}}讯\s*[（(]\s*(?:{role})[^（）()。]{{2,60}}[）)])[\s:：]*"
        rf"|^\s*(?P<paren>[（(]\s*(?:{role})[^（）()]{{2,50}}[）)])\s*(?=\S)"
    )
    byline = re.compile(
        rf"^{_MARKS}(?:{role}(?:{_SEP}|(?={_NAME}(?:[\s/、丨|）)]))|(?={_NAME}(?:通讯员|记者))|(?={person}$))"
        rf"|(?:文|图|摄)\s*[/:：]\s*{_NAME}|{_NAME}\s*/\s*(?:文|图|摄|摄影)(?:\s|$|[）)]))"
        r"[^。，；！？]{0,70}[）)】\]]?$"
    )
    half = re.compile(
        rf"^[（(□■【]\s*[\u4e00-\u9fff]{{0,3}}$|^[（(□■【]?\s*{role}\s*$"
        r"|^[（(□■【]?\s*(?:(?:本报|本网|晚报|日报|时报|晨报|全媒体?|融媒体?|见习|实习|首席)+[记通]?|[记通]|通讯)$"
    )
    return lead, byline, half


def match_lead(text: str) -> re.Match[str] | None:
    """The match of a lead at the beginning of a line: its end is where the first sentence begins."""
    return _patterns()[0].match(text)


def names_agency(text: str) -> bool:
    """True for a text that begins with whose report it is, in full: 本报, 新华社."""
    return bool(re.match(rf"{_MARKS}(?:{_OWN})", text))


def is_byline(line: str) -> bool:
    """True for a line that only says who wrote, took the pictures, edited."""
    if len(line) > _LONGEST_BYLINE or line.startswith("记者从"):
        return False
    signed = any(known.match(line) for known in (_SIGNED, _SUPPLIED, _BY_LETTER))
    return bool(_patterns()[1].match(line)) or _is_names(line) or signed


def opens_byline(line: str, following: str) -> bool:
    """True where a bracket opens in one line and closes in the next, and both are one byline."""
    opened = line[:1] in ("（", "(") and not re.search("[）)]", line)
    return opened and len(line) <= _LONGEST_HALF and is_byline(line + following)


def is_half_byline(line: str) -> bool:
    """True for a line that needs a name behind it: □ or 通讯员 at its end."""
    return bool(_patterns()[2].match(line)) and not _is_names(line)


_SIGNED = re.compile(rf"^[（(][^（）()。，；]{{0,12}}(?:记者|通讯员)[\s:：/]*{_NAME}[^（）()。，；]{{0,24}}[）)]$")
_SUPPLIED = load_pattern("ingest.signing.supplied")  # by an office
_SPREAD = rf"(?:{_NAME}|[\u4e00-\u9fff]\s[\u4e00-\u9fff])"  # a name of two characters may be spread: 李 波
_BRACKETED = re.compile(
    rf"^[（(]\s*(?P<names>(?:[\u4e00-\u9fff]{{2,12}}\s)?{_SPREAD}(?:[\s、/]{_SPREAD}){{0,3}})\s*[）)]$"
)
_BY_AND_OF = re.compile(  # （张三 文/图）
    rf"^[（(□■]?\s*(?P<names>{_SPREAD}(?:[\s、]+{_SPREAD}){{0,2}})\s+(?:文/图|图/文|文图|图文)\s*[）)]?$"
)
_BY_LETTER = load_pattern("ingest.signing.by_letter")  # （文 张 三）
_LEFT_OUT = load_pattern("ingest.signing.left_out")  # （其余略）
_NO_NAME = load_pattern("ingest.signing.no_name")  # 全 is a family name, too
_MARKED = re.compile(rf"^[□■○●◎◇※★—]+\s*(?P<names>{_NAME}(?:[\s、/]+{_NAME}){{0,3}})$")


def _is_names(line: str) -> bool:
    """（张三 李四） or □张三: nothing but names of persons behind a mark or in brackets."""
    if _BRACKETED.match(line):
        return not _LEFT_OUT.search(line)
    if _BY_AND_OF.match(line):
        return all(map(is_person, names(line)[0]))
    match = _MARKED.match(line)
    if match is not None and (_NO_NAME.match(match["names"]) or match["names"] in load_words("text_sorts")):
        return False
    return match is not None and all(map(is_person, re.split(r"[\s、/]+", match["names"])))
