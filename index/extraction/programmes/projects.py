"""Single projects in running text: where a clause has a project as its subject, and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.extraction.programmes.cues import find_stage
from index.extraction.words.names import (
    has_strong_suffix,
    has_suffix,
    is_generic,
    is_name,
    is_spoken,
    lead_length,
    names_class,
)
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.records import Span

_CUE_STRONG = (
    r"(?:(?:计划|概算|估算|预计|协议)?总投资|协议投资|业主单位|建设单位|责任单位|施工单位|投资方|投资单位|投资企业|投资主体|实施单位|项目单位|投资总额|投资额|协议引资|引资|合同引资|实际到位|到位资金"
    r"|利用外资|合同外资|协议外资|中标|年度计划投资|累计完成投资|完成投资|计划投资|拟投资|主要建设|主要包括|建设内容"
    r"|建设规模|占地|总占地|规划占地|总建筑面积"
    r"|由[^，。；]{2,40}(?:投资|投建|兴建|建设|承建|实施|打造|引进)|受[^，。]{2,8}影响|日供|日产|日处理"
    r"|全长|总长|道路全长|年产|日处理|设计产能"
    r"|建成后|投产后|达产后|拟建|拟打造|拟新建|计划新建|计划建设|规划建设|建筑面积|规划总|用地)"
)
_CUE = (
    rf"(?:{_CUE_STRONG}|为[^，。；]{{0,4}}(?:独资|合资|外资)|拟|计划|规划|位于|选址|坐落|落户|目前|已|正在|正|将|预计|主体|现场|自|于|是|总|共|工期"
    rf"|建设|投资|分|设计|设置|改造|涉及|惠及|涵盖|采用|一期|二期|日产|设有|全面|顺利|成功|正式|今年"
    rf"|明年|年底|年内|月底|20\d\d年|按照"
    rf"|以[\d.]+分|截至|累计|完成|进展|进入|推进|施工|主楼|厂房|设备|\d+号|[一二三]号|路基|新建|的建设|全部|签约"
    rf"|开工|投产|竣工|通过)"
)
_ACT = (
    r"(?P<act>(?:(?:20\d\d年)?\d{1,2}月\d{1,2}日|上午|下午|今日|今天|昨日|日前|近日|于|已|将|正式|顺利"
    r"|成功|全面|全部|隆重|举行|在[^，。；]{2,20}举行|在[^，。；工产约]{2,16}?|如期|提前|实现|近日|建成"
    r"|预计)*"
    r"(?P<stage>签约|开工|动工|奠基|破土动工|投产|试生产|竣工|投用|通车|封顶|投入使用|投入运营|完工"
    r"|投运|交付|开园|启用|开业|点火|通水|开建|达产)(?!以来|后|前|时|率|日|现场))(?:仪式|活动|建设|运营)?"
)
_STRONG_AFTER = re.compile(rf"(?:{_CUE_STRONG})")
_AFTER = re.compile(rf"(?:{_CUE})")
_ACTED = re.compile(rf"^{_ACT}")
_HAPPENED = re.compile(rf"{_ACT}(?=[，。；！]|$)")
_INSIDE = re.compile(rf"(?P<cue>{_CUE}|{_ACT})")
_SITE = load_pattern("extraction.projects.site")
_SIGNED = load_pattern("extraction.projects.signed")
_BUILDS = load_pattern("extraction.projects.builds")
_PRICED = load_pattern("extraction.projects.priced")
_TIMED = load_pattern("extraction.projects.timed")
_MOST = load_pattern("extraction.projects.most")
_AMOUNT_ONLY = load_pattern("extraction.projects.amount_only")
_TOLD = load_pattern("extraction.projects.told")
_GOES_ON = load_pattern("extraction.projects.goes_on")
_ANAPHOR = load_pattern("extraction.projects.anaphor")
_QUALITY = load_pattern("extraction.projects.quality")
_OBJECT = load_pattern("extraction.projects.object")
_ONE_OF = load_pattern("extraction.projects.one_of")
_NOT_SUBJECT = load_pattern("extraction.projects.not_subject")
_NOT_BEGUN = load_pattern("extraction.projects.not_begun")
_OWN_STAGE = load_pattern("extraction.projects.own_stage")
_WISHED = load_pattern("extraction.projects.wished")
_SEATED = load_pattern("extraction.projects.seated")
_SEATED_AT = load_pattern("extraction.projects.seated_at")
_SEMICOLON = re.compile(r"[；;]")
_PART_OF_IT = load_pattern("extraction.projects.part_of_it")
_LINKING = load_pattern("extraction.projects.linking")
_CARD = load_pattern("extraction.projects.card")
_NOT_STAGE = frozenset(("封顶",))


_STRONG = load_pattern("extraction.projects.strong")
_NOT_OF_IT = load_pattern("extraction.projects.not_of_it")
_ANNOUNCED = load_pattern("extraction.projects.announced")
_ITEM = re.compile(r"[①-⑳●■◆▲★※○◇□△☆▪▶►◎]|[（(]?\d{1,2}[）)、.．]")
_HEAD_END = re.compile(r"[，,：:　]|[—－–]{2}| (?=[\u4e00-\u9fff])|。|；")
_NOT_HEAD = load_pattern("extraction.projects.not_head")
_COSTS = load_pattern("extraction.projects.costs")
_DASHED = load_pattern("extraction.projects.dashed")
_SPENT = load_pattern("extraction.projects.spent")
_LEAST_HEAD = 4  # code points of a name
_LONGEST_HEAD = 40


_WHOLE_PLACE = load_pattern("extraction.projects.whole_place")
_ITEM_ALONE = re.compile(r"^[●■◆▲★◎※📍📌✅👉🔹🔸]\ufe0f?\s?")
_NOUN_OF_IT = re.compile(
    rf"^(?:新|该)?(?P<noun>[\u4e00-\u9fff]{{2,5}}?)(?:工程|项目)?(?={_CUE_STRONG}|主线|设计|设有|设置|单向|双向|可|共|年|日)"
)
_TOWN = load_pattern("extraction.projects.town")
_LARGE = "大新本全该"


@dataclass(frozen=True, slots=True)
class Subject:
    """A project as the subject of clauses: offsets of its name, and of what is said about it.

    ``before``: words in front of the name that describe it (由…投资建设的, 位于…的).
    """

    start: int
    end: int
    after: int
    stop: int
    before: str = ""
    stage: str | None = None


def find_subjects(text: str, known: frozenset[str] = frozenset()) -> tuple[Subject, ...]:
    """Projects that a sentence tells something about, in order; ``known``: names listed before."""
    found: list[Subject] = []
    clauses = clause_spans(text)
    for index, (start, end) in enumerate(clauses):
        following = text[end : end + 60] if index + 1 < len(clauses) else ""
        mark = text[end - 1 : end]
        subject = _subject(text, start, end, following if mark and mark in "，,：:—－–" else "", known)
        if subject is None and found and text[:start].rstrip()[-1:] in ("；", ";"):
            subject = _parallel(text, start, end)
        if subject is not None:
            found.append(subject)
    return tuple(_with_stops(text, found))


def _has_a_price(name: str) -> bool:
    """What costs 1.6亿元 and is begun may be called as its works are: 体育中心二期."""
    bad = _TIMED.search(name) or _NOT_HEAD.search(name) or _NOT_SUBJECT.search(name)
    return not bad and is_name(name) and not (names_class(name) or is_generic(name))


def _parallel(text: str, start: int, end: int) -> Subject | None:
    """…；丙项目首批入驻43家: behind projects that are told of, whatever is said of the next one."""
    for match in _STRONG.finditer(text, start, end):
        name = text[start : match.end()]
        if len(name) > _LONGEST_HEAD or match.end() >= end - 1:
            return None
        if is_name(name) and is_spoken(name) and not names_class(name) and not _OBJECT.match(name):
            return Subject(start, match.end(), match.end(), end, "", None)
    return None


def _with_stops(text: str, found: list[Subject]) -> Iterator[Subject]:
    for index, one in enumerate(found):
        limit = found[index + 1].start if index + 1 < len(found) else len(text)
        stop = _part_end(text, one.after, limit)
        if index + 1 < len(found) and (mark := text.rfind("；", one.after, limit)) >= 0:
            stop = min(stop, mark)
        yield Subject(one.start, one.end, one.after, stop, one.before, one.stage)


def _part_end(text: str, at: int, limit: int) -> int:
    """Where the words about a project end: at the ； behind which something else is the subject."""
    for match in _SEMICOLON.finditer(text, at, limit):
        rest = text[match.end() : limit]
        if not (_PART_OF_IT.match(rest) or is_about(rest) or is_continued(rest)):
            return match.start()
    return limit


def _subject(text: str, start: int, end: int, following: str, known: frozenset[str]) -> Subject | None:
    clause = text[start:end].rstrip("，。；,;：:！ ")
    lead = lead_length(clause)
    body, at = clause[lead:], start + lead
    for pattern, stage in ((_SITE, None), (_SIGNED, "签约"), (_BUILDS, None)):
        if (match := pattern.search(clause)) and (
            made := _named(text, start + match.start("name"), start + match.end("name"), known)
        ):
            announced = pattern is _SITE and _ANNOUNCED.match(text[made[1] : end])
            return Subject(made[0], made[1], made[1], end, text[start : made[0]], "开工" if announced else stage)
    if (match := _PRICED.search(clause)) and _has_a_price(match["name"]):
        low, high = start + match.start("name"), start + match.end("name")
        return Subject(low, high, high, end, text[start:low], _stage(_ACTED.match(text[high:end])))
    if (match := _MOST.search(clause)) and _AMOUNT_ONLY.match(following.lstrip()):
        low, high = start + match.start("name"), start + match.end("name")
        if is_name(text[low:high]) and not names_class(text[low:high]):
            return Subject(low, high, end, end, text[start:low], None)
    if (match := _TOLD.search(clause)) and _GOES_ON.match(following.lstrip()):
        made = _named(text, start + match.start("name"), start + match.end("name"), known)
        if made:
            return Subject(made[0], made[1], end, end, "", None)
    if listed := max((name for name in known if body.startswith(name)), key=len, default=""):
        rest = body[len(listed) :]
        if rest and not _NOT_OF_IT.match(rest):
            return Subject(at, at + len(listed), at + len(listed), end, text[start:at], _stage(_ACTED.match(rest)))
    if _ONE_OF.search(text[:start]) and body[:1] in "为是即":  # …有1个外资项目，为甲泵业项目
        body, at = body[1:], at + 1
    if _OBJECT.match(body):
        return None
    first = _before_verb(text, at, body, known)
    if first is not None:
        return Subject(first[0], first[1], first[1], end, text[at : first[0]], None)
    whole = _named(text, at, at + len(body), known)
    if whole is not None and _fits(text[whole[0] : whole[1]], following.lstrip(), known):
        acted = _ACTED.match(following.lstrip())
        return Subject(whole[0], whole[1], end, end, text[at : whole[0]], _stage(acted))
    for match in _INSIDE.finditer(body):
        named = _named(text, at, at + match.start(), known)
        if named is None:
            continue
        rest = body[match.start() :]
        acted = _ACTED.match(rest)
        if acted is None and not _fits(text[named[0] : named[1]], rest, known):
            continue
        if (
            acted is not None
            and not has_strong_suffix(text[named[0] : named[1]])
            and not _known(text[named[0] : named[1]], known)
        ) and len(rest) > acted.end() + 4:
            continue
        return Subject(named[0], named[1], at + match.start(), end, text[at : named[0]], _stage(acted))
    return _head(text, start, at, end, following, known)


def _head(text: str, start: int, at: int, end: int, following: str, known: frozenset[str]) -> Subject | None:
    """①甲繁育场，总投资8600万元; 某高速某段，总投资57.8亿元: what heads an item or a sentence and costs that much.

    The ending need not be one of projects; an item of a list needs any word about projects behind its name.
    """
    item = bool(_ITEM.search(text[start:at]))
    if not item and text[:start].strip() and text[:start].rstrip()[-1] not in "。；":
        return None
    stop = _HEAD_END.search(text, at, end)
    stop_at = stop.start() if stop else end
    name = text[at:stop_at].rstrip()
    if not _LEAST_HEAD <= len(name) <= _LONGEST_HEAD or _NOT_HEAD.search(name) or not is_name(name, listed=True):
        return None
    if names_class(name) or is_generic(name) or _NOT_SUBJECT.search(name) or not (item or is_spoken(name)):
        return None
    rest = (text[stop_at:end] + following).lstrip(" 　，,：:")
    told = has_strong_suffix(name) or bool(_STRONG_AFTER.match(rest) or _SPENT.match(rest))
    if text[stop_at : stop_at + 1] in ("：", ":"):
        told = told or bool(_COSTS.search(rest))  # ★甲中心：乙局建设，总投资2亿元
    told = told or is_dashed(rest)
    if not (_COSTS.match(rest) or (item and told)):
        return None
    return Subject(at, at + len(name), at + len(name), end, "", None)


def is_dashed(rest: str) -> bool:
    """甲基地——乙公司，28亿元: behind a name, whose it is and what it costs."""
    return bool(_DASHED.match(rest))


def _before_verb(text: str, at: int, body: str, known: frozenset[str]) -> tuple[int, int] | None:
    """甲项目选址乙产业园: the name ends in front of the verb, though the clause ends like a name."""
    if has_strong_suffix(body) or not has_suffix(body):
        return None
    for match in _SEATED.finditer(body):
        named = _named(text, at, at + match.start(), known)
        if named is not None and has_strong_suffix(text[named[0] : named[1]]):
            return named
    return None


def _stage(match: re.Match[str] | None) -> str | None:
    if match is None or match["stage"] in _NOT_STAGE or re.search("将|预计", match["act"]):
        return None
    return find_stage(match["stage"]) or match["stage"]


def own_stage(text: str) -> str | None:
    """The stage that the words about a project report: 2023年11月26日开工, 已于12月18日签约.

    None for 原定3月开工，至今未动工: what was planned has not come.
    """
    if _NOT_BEGUN.search(text):
        return None
    for match in _OWN_STAGE.finditer(text):
        clause = max(text.rfind(sign, 0, match.start()) for sign in "，。；、") + 1
        if not _WISHED.search(text[clause : match.start()]):
            return find_stage(match["stage"])
    return None


def _known(name: str, known: frozenset[str]) -> bool:
    return name in known


def _fits(name: str, rest: str, known: frozenset[str]) -> bool:
    """A strong ending needs any word about a project behind it, another ending a telling one."""
    if name in known:
        return True
    if has_strong_suffix(name):
        return bool(_AFTER.match(rest) or _ACTED.match(rest))
    return bool(_STRONG_AFTER.match(rest))


def _named(text: str, start: int, end: int, known: frozenset[str]) -> tuple[int, int] | None:
    """The name at the end of ``text[start:end]``: without 投资最大的, 唯一的外资项目, 由…建设的."""
    piece = text[start:end].rstrip()
    end = start + len(piece)
    if not len(piece) >= 3 or _NOT_SUBJECT.search(piece) or piece.count("“") != piece.count("”"):
        return None
    if "的" in piece:
        if piece[: piece.rfind("的")].endswith(("项目中", "工程中")):  # a part of the project named before
            return None
        low = start + piece.rfind("的") + 1
        low += len(text[low:end]) - len(text[low:end].lstrip("是为"))
        inner = text[low:end]
        if is_name(_without_kind(inner)) and is_spoken(_without_kind(inner)):
            return low + len(inner) - len(_without_kind(inner)), end
        return None
    plain = _WHOLE_PLACE.sub("", _without_kind(piece))
    begin = end - len(plain)
    if plain in known:
        return begin, end
    if not has_suffix(plain) or not is_name(plain) or not is_spoken(plain) or is_generic(plain):
        return None
    return begin, end


def _without_kind(piece: str) -> str:
    """外资项目博恩精密部件项目 → 博恩精密部件项目."""
    at = piece.find("项目")
    if 0 < at < len(piece) - 4 and is_generic(piece[: at + 2]):
        rest = _LINKING.sub("", piece[at + 2 :])
        if is_name(rest):
            return rest
    return piece


_ABOUT = re.compile(
    rf"^(?:{_CUE_STRONG}|投资约?\d|计划|位于|选址|目前，?(?:已|正|项目|主体|基础|桩基|一期|完成)"
    rf"|截至目前，?(?:已|项目|累计|主体|完成)|预计|主体|建成|工期|建设工期|建设周期|可(?:年产|实现|新增"
    rf"|带动))"
)
_OTHERS = load_pattern("extraction.projects.others")


def is_about(text: str) -> bool:
    """True where a sentence without a subject goes on about a project: 总投资5亿元，由…建设."""
    return bool(_ABOUT.match(text)) and not _OTHERS.search(text)


def is_continued(text: str) -> bool:
    """True where a sentence goes on about the project of the one before (该项目…, 项目建成后…)."""
    return bool(_ANAPHOR.match(text))


def names_it(text: str, name: str) -> bool:
    """True where a sentence goes on about ``name`` by its last noun: 大桥全长486米 behind 民心桥."""
    match = _NOUN_OF_IT.match(text)
    if match is None or _OTHERS.match(text):
        return False
    noun = match["noun"]
    return name.endswith(noun) or (noun[0] in _LARGE and len(noun) == 2 and name.endswith(noun[1]))


def heading_name(text: str) -> Span | None:
    """The name that a bulleted line consists of: 📍澄江会展中心."""
    bullet = _ITEM_ALONE.match(text)
    name = text[bullet.end() :].rstrip() if bullet else ""
    if bullet is None or not _LEAST_HEAD <= len(name) <= _LONGEST_HEAD or not is_name(name, listed=True):
        return None
    if _TOWN.search(name) or _NOT_SUBJECT.search(name) or names_class(name) or is_generic(name):
        return None
    return bullet.end(), bullet.end() + len(name)


def happened(text: str) -> tuple[Span, str | None] | None:
    """(name, stage) of what a sentence says has come: 4月2日，县医院门诊楼顺利封顶. The name's ending may be any."""
    for start, end in clause_spans(text):
        body = text[start:end]
        lead = lead_length(body)
        match = _HAPPENED.search(body, lead + _LEAST_HEAD)
        if match and _can_be_told_of(body[lead : match.start()]):
            return (start + lead, start + match.start()), _stage(match)
    return None


def card_name(text: str) -> Span | None:
    """The project that a headline is: 【点将一】秦岭医药产业园二期."""
    match = _CARD.match(text)
    name = match["name"] if match else ""
    bad = not is_name(name) or is_generic(name) or names_class(name) or _NOT_SUBJECT.search(name)
    return match.span("name") if match and not bad else None


def visited(text: str) -> Span | None:
    """The project that the last clause of a sentence is about: 与会人员观摩了甲产业园项目。"""
    start, end = clause_spans(text)[-1] if text else (0, 0)
    match = _TOLD.search(text[start:end].rstrip("。 "))
    return _named(text, start + match.start("name"), start + match.end("name"), frozenset()) if match else None


def mentioned(text: str) -> Span | None:
    """The name of a project that heads a sentence about something else: 甲试剂项目首批产品下线."""
    lead = lead_length(text)
    end = next((high for _, high in clause_spans(text) if high > lead), 0)
    seated = _SEATED_AT.match(text[lead:end])
    at = lead + (seated.end() if seated else 0)
    match = _STRONG.search(text, at, end)
    if match is None or match.end() >= end or _NOT_OF_IT.match(text[match.end() : end]):
        return None
    return (at, match.end()) if _can_be_told_of(text[at : match.end()]) else None


def _can_be_told_of(name: str) -> bool:
    if not _LEAST_HEAD <= len(name) <= _LONGEST_HEAD or _NOT_HEAD.search(name) or _NOT_SUBJECT.search(name):
        return False
    return is_name(name, listed=True) and is_spoken(name) and not (names_class(name) or is_generic(name))


def tells_of_item(text: str) -> bool:
    """True where a line says what lines below the name of a project say: 全长6.8公里, 设计床位1000张."""
    return is_about(text) or is_continued(text) or bool(_AFTER.match(text) and not _OTHERS.search(text))
