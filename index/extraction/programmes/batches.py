"""Statements about groups of projects inside one sentence: how many, how much, how far."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from index.extraction.programmes.cues import NUMBER, find_programme, find_stage, is_specific, stage_of_batch
from index.extraction.programmes.own_groups import own_state
from index.extraction.programmes.priced_rows import SUMS, priced_counts
from index.extraction.words.money import Amount, find_amounts, in_yi
from index.extraction.words.names import has_suffix, is_generic
from index.language.lexicon import load_pattern, load_table, rounds
from index.language.numerals import parse_number
from index.records import Investment, Rate, Span

_UNIT = r"(?:个|项|宗)"
_NOT_COUNTED = (
    r"(?!一批|集中|月|百日|百分|多月|工作日|小时|方面|环节|街道|阶段|层面|平台|专班|大类"
    r"|回合|波次?|航次|轮|季|批|梯[次队])"
)
_BEFORE = re.compile(
    rf"(?<![第\d.—~～-])(?P<n>{NUMBER})\s?[余多]?{_UNIT}{_NOT_COUNTED}(?P<mid>(?:(?!是|由|为"
    rf"|已)[^，。；：、\d]){{0,24}}?)(?P<head>项目"
    rf"|工程)(?!部|师|现场(?![签落敲])|工地|建设项目|量|款|组|负责|单位|投资(?!(?:约|达|共)?\d)|经理|之[首列最冠中])"
)
_LINK = (
    r"(?:一共|总共|共计|共有|总数|数量|总计|合计|累计|项目库|共|有|计|总|数|为|达到|达|到|已|约|超过|超|近|入库|实施"
    r"|建设|完成|签约|开工|竣工|投产|谋划|储备|落地|安排|推进|[：:（(\s]){0,4}"
)
_AFTER = re.compile(
    rf"(?:项目|工程)[”\"]?(?:（[^（）]{{2,60}}）)?(?P<link>{_LINK})(?P<n>{NUMBER})\s?[余多]?{_UNIT}(?=[，,。；;、：:）)（(\s/]"
    rf"|$|总|投|年度|计划|协议|合同|以上|左右|已|分别|全部|均|其中|进行|参加|参与|集中|开工|签约|和|及)"
)
_BARE = re.compile(
    rf"(?P<label>[^，。；;：:、（）()\d]{{2,16}}?)(?:共|共计|共有|有|达"
    rf"|为|[：:]\s?)?(?P<n>{NUMBER})\s?{_UNIT}(?=[，,；;。、：:）)（(\s/]|$|总投资|投资|和|及|均已|已?全部)"
)
_SEVERAL_RATES = 2
_AMOUNT_NEXT = load_pattern("extraction.batches.amount_next")
_OF_THOSE = load_pattern("extraction.batches.of_those")
_COUNTS_ON = load_pattern("extraction.batches.counts_on")
_SUMMED = load_pattern("extraction.batches.summed")
_CLASS = load_pattern("extraction.batches.class")
_WISH = load_pattern("extraction.batches.wish")
_COMPARES = load_pattern("extraction.batches.compares")
_TOLD = load_pattern("extraction.batches.told")
_REST = load_pattern("extraction.batches.rest")
_OPENS = load_pattern("extraction.batches.opens")
_CHOSEN = load_pattern("extraction.batches.chosen")
_SERIES = load_pattern("extraction.batches.series")  # 首批12个；第二批9个
_AIMED = load_pattern("extraction.batches.aimed")  # 目标是：签约60个、开工50个
_HELD = load_pattern("extraction.batches.held")
_OWN_NAME = load_pattern("extraction.batches.own_name")
_DEMANDED = load_pattern("extraction.batches.demanded")
_AT_STAGE = load_pattern("extraction.batches.at_stage")
_LISTED = load_pattern("extraction.batches.listed")
_MEMBERS = load_pattern("extraction.batches.members")
_ASIDE = re.compile(r"(?<=[”\"])[（(][^（）()]{2,24}[）)]")  # “育苗”（正在谈、正在办手续）项目11个
_CUT = re.compile(r"[，,。；;：:、！？　\n]")
_PLANNED = {
    "预计": "预计", "有望": "预计", "预期": "预计", "力争": "力争", "确保": "力争", "争取": "力争",
    "拟": "拟", "计划": "拟", "已": "已", "均已": "已",
}  # fmt: skip
_RATE = load_pattern("extraction.batches.rate")
_STATUS = load_pattern("extraction.batches.status")
_FULLY = load_pattern("extraction.batches.fully")


@dataclass(frozen=True, slots=True)
class Statement:
    """One stated group in a sentence; all offsets into the sentence.

    Attributes:
        start, end: from the clause that names the group to its last figure.
        at: where the count stands (or the first figure, where there is no count); names end there.
        label: the words that say which projects are counted. mid: those between count and 项目.
        listed: 等 stands in front of the count: the names stand before it.
        day: on which the group itself was held, where the sentence says so of each.
    """

    start: int
    end: int
    at: int
    after: int
    label: str
    count: int | None
    category: str | None
    amounts: tuple[Investment, ...] = ()
    rates: tuple[Rate, ...] = ()
    status: str | None = None
    modality: str | None = None
    listed: bool = False
    part: bool = False
    day: str | None = None

    @property
    def total(self) -> float | None:
        """The printed 总投资 (of a signing: 签约额) in 亿元."""
        for kind in ("总投资", "签约额", "计划投资"):
            for one in self.amounts:
                if one.kind == kind and one.currency == "元":
                    return in_yi(one)
        return None


@dataclass(frozen=True, slots=True)
class _Anchor:
    start: int  # of the whole match
    at: int  # of the number
    end: int
    count: int | None
    mid: str
    bare: bool = False


def find_statements(
    text: str, *, active: bool = False, stops: Sequence[Span] = (), named: Collection[str] = ()
) -> tuple[Statement, ...]:
    """Stated groups of projects in a sentence, in order.

    Args:
        named: what the article itself calls its groups.
        active: a group was stated shortly before, so that “签约一批”3个 or 民生类6个 count, too.
        stops: spans of single projects: a figure behind one is its own, not the group's.
    """
    anchors = list(_anchors(text, active, named))
    amounts = find_amounts(text) if anchors else ()
    found: list[Statement] = []
    for index, anchor in enumerate(anchors):
        floor = anchors[index - 1].end if index else 0
        begin = _clause_start(text, anchor.start, floor)
        if floor < begin == anchor.at and text[begin - 1] in "：:":
            begin = _clause_start(text, begin - 1, floor)  # 集中开工：21个项目
        following = anchors[index + 1] if index + 1 < len(anchors) else None
        limit = _clause_start(text, following.start, anchor.end) if following else len(text)
        limit = min([limit, *(s for s, _ in stops if s > anchor.at)])
        if text[anchor.end : anchor.end + 1] in ("：", ":") and not _AMOUNT_NEXT.match(text, anchor.end + 1):
            limit = anchor.end  # 10亿元以上项目4个：甲三期，总投资28亿元；…: names, each with what it costs
        listed = _LISTED.search(text, anchor.end, limit)
        limit = listed.start() if listed else limit
        found.append(_statement(text, anchor, begin, limit, amounts))
    return _with_rates_of_others(text, _with_common_amounts(text, found))


def _with_rates_of_others(text: str, found: Sequence[Statement]) -> tuple[Statement, ...]:
    """投产109个；签约项目履约率97.1%，投产项目达产率85.3%: a rate is of the stage that its own clause names."""
    last = found[-1] if found else None
    if last is None or len(last.rates) < _SEVERAL_RATES:
        return tuple(found)
    told = list(_RATE.finditer(text, last.after))
    clauses = [(_clause_start(text, match.start("names"), last.after), match) for match in told]
    labels = [text[begin : match.start("names")] for begin, match in clauses]
    if len(clauses) != len(last.rates) or not all(find_stage(label) for label in labels):
        return tuple(found)
    own = [
        replace(
            last, start=begin, end=match.end(), at=match.start("names"), after=match.end(), label=label, count=None,
            category=None, amounts=(), rates=(rate,), status=None, modality=None,
        )
        for (begin, match), label, rate in zip(clauses, labels, last.rates, strict=True)
    ]  # fmt: skip
    return (*found[:-1], replace(last, rates=()), *own)


def _with_common_amounts(text: str, found: Sequence[Statement]) -> tuple[Statement, ...]:
    """第十四期签约12个、开工16个、投产11个，总投资201.3亿元: what follows a row of counts is of all of them."""
    low = len(found) - 1
    while low > 0 and not found[low - 1].amounts and _COUNTS_ON.fullmatch(text, found[low - 1].after, found[low].at):
        low -= 1
    last = found[-1] if found else None
    alone = last is None or low == len(found) - 1
    if last is None or alone or not last.amounts or text[last.after : last.after + 1] not in ("，", ","):
        return tuple(found)
    first = found[low]
    lead = next((n for n in range(first.start, first.at) if find_stage(text[first.start : n + 1])), first.at)
    label = text[first.start : max(first.start, lead - 1)]
    whole = replace(last, start=first.start, label=label, count=None, category=None)
    return (*found[:low], whole, *found[low:-1], replace(last, amounts=(), end=last.after))


def _anchors(text: str, active: bool, named: Collection[str]) -> Iterator[_Anchor]:
    found = [
        _Anchor(m.start(), m.start("n"), m.end(), _count(m["n"]), m["mid"])
        for m in _BEFORE.finditer(text)
        if not _is_name_inside(text, m)
    ]
    found = [a for a in found if not _in_name(text, a)]
    taken = [(a.start, a.end) for a in found]
    for match in _AFTER.finditer(text):
        if not any(low < match.end() and match.start() < high for low, high in taken):
            found.append(_Anchor(match.start(), match.start("n"), match.end(), _count(match["n"]), ""))
    wholes = sorted((a for a in found if a.count is not None), key=lambda a: a.start)
    found = [a for a in found if not (_is_goal(text, a) or _is_item(text, a) or _is_some(text, a))]
    enough = 0 if _SERIES.match(text) else 1  # 第一期19项已全部建成 begins with it
    series = (active or find_programme(text) is not None) and len(_SERIES.findall(text)) > enough
    own = any(name in text for name in named)
    priced = priced_counts(text)
    told = series or own or priced or _HELD.search(text)
    if active or found or told or stage_of_batch(text) or is_specific(find_programme(text)):
        taken = [(a.start, a.end) for a in found]
        parts = _adding_up(text, wholes)
        for match in _BARE.finditer(text):
            label = match["label"].strip('“”"其中')
            label = label.rstrip("类").rstrip('“”"') if label.endswith("”类") else label
            staged = _AT_STAGE.fullmatch(label)
            label = staged["name"] if staged and staged["name"] in named else label
            state = own_state(label, named)
            part = match.start("n") in parts or match.start("n") in priced
            if state is None and not part and re.match(r"(?:目前|现)?(?:均|都)?已|其余", label):
                continue
            free = not any(low < match.end() and match.start("label") < high for low, high in taken)
            classed = (_CLASS.search(label) and is_class(label)) or label.removesuffix("类") in named or state or part
            schedule = "季度" in label and "其中" in text[: match.start("n")]  # 20个分四个季度开工，其中一季度9个
            before = text[: match.start("n")]
            schedule = schedule or bool(_AIMED.search(before)) or (not part and bool(_OF_THOSE.search(before)))
            if free and not schedule and (classed or (series and _SERIES.fullmatch(label))):
                found.append(
                    _Anchor(match.start(), match.start("n"), match.end(), _count(match["n"]), "", True)
                )
    taken = [(a.start, a.end) for a in found]
    for match in SUMS.finditer(text) if found else ():
        if not any(low < match.end() and match.start() < high for low, high in taken):
            found.append(_Anchor(match.start(), match.start("n"), match.end(), _count(match["n"]), ""))
    if not found:
        found = list(_without_count(text))
    yield from sorted((a for a in found if a.count is None or a.count > 0), key=lambda a: a.start)


def _adding_up(text: str, wholes: Sequence[_Anchor]) -> frozenset[int]:
    """Where the counts stand that add up to one before them: 46个项目，其中优秀12个、良好21个、较差13个."""
    bare = [(match.start("n"), _count(match["n"]) or 0) for match in _BARE.finditer(text)]
    found: set[int] = set()
    for index, whole in enumerate(wholes):
        limit = wholes[index + 1].start if index + 1 < len(wholes) else len(text)
        behind = [(at, count) for at, count in bare if whole.end <= at < limit]
        sums = list(accumulate(count for _, count in behind))
        if (whole.count or 0) > 1 and whole.count in sums[1:]:
            found |= {at for at, _ in behind[: sums.index(whole.count) + 1]}
    return frozenset(found)


def _is_goal(text: str, anchor: _Anchor) -> bool:
    """力争签约项目30个以上, 二是扩大投资，实施项目152个 are wished, not counted."""
    clause = text[_clause_start(text, anchor.start, 0) : anchor.at]
    behind = text[anchor.end : anchor.end + 2]
    if _COMPARES.search(clause) or _AIMED.search(text[: anchor.at]):
        return True  # 比夏擂多4个项目
    return behind == "以上" or bool(_WISH.search(clause)) or bool(_DEMANDED.match(text[: anchor.end]))


def _in_name(text: str, anchor: _Anchor) -> bool:
    """“三个十”项目 is a name, and 三 of it counts nothing."""
    return text[max(0, anchor.at - 1) : anchor.at] in ("“", "‘")


def _is_some(text: str, anchor: _Anchor) -> bool:
    """尚有5个项目未开工, 对滞后的13个项目, 观摩了4个项目, 在27个项目中: some projects, or those named before."""
    before, behind = text[_clause_start(text, anchor.start, 0) : anchor.at], text[anchor.end :]
    if _REST.search(before) and _OPENS.search(behind):
        return True  # 其余4个投产项目为：… are some of those that were counted before
    again = behind.startswith("中，") and before in ("", "在", "这", "上述")
    return again or bool(_TOLD.match(behind)) or (not anchor.bare and bool(_CHOSEN.search(before)))


def _is_item(text: str, anchor: _Anchor) -> bool:
    """机床厂宿舍等3个老旧小区改造项目 in a list that 分别是 opened is one of its names."""
    before = text[: anchor.at]
    names = re.split(r"[，。；：,;:]", before)[-1].split("、")
    if 1 < len(names) == anchor.count and all(map(_OWN_NAME.fullmatch, names)):
        return True  # 甲轮胎、乙服装2个项目
    return before.endswith("等") and bool(_MEMBERS.search(before))


def is_class(label: str) -> bool:
    """True for a label of a group: a stage, or a kind of projects."""
    return (
        bool(find_stage(label)) or is_generic(label) or label.endswith(("类", "领域", "以上", "产业", "行业"))
    )


def _is_name_inside(text: str, match: re.Match[str]) -> bool:
    """A count inside a name (A等7所…) or in the middle of a word is no group; 一个项目 counts nothing."""
    return match["n"] in ("一", "1") and not re.search(
        r"仅|只|共", text[max(0, match.start() - 3) : match.start()]
    )


def _count(text: str) -> int | None:
    try:
        return int(parse_number(text))
    except ValueError:
        return None


def _without_count(text: str) -> Iterator[_Anchor]:
    """Groups without a count: …“三个一批”项目开工率均达100%; 开工一批总投资29.2亿元."""
    for pattern in (_SUMMED,):
        for match in pattern.finditer(text):
            begin = _clause_start(text, match.start(), 0)
            label = text[begin : match.end()]
            if is_group(label):
                yield _Anchor(match.start(), match.end(), match.end(), None, "")
                return
    for rate in _RATE.finditer(text):
        begin = _clause_start(text, rate.start(), 0)
        label = text[begin : rate.start("names")]
        if "项目" in label or stage_of_batch(label) or find_programme(label):
            yield _Anchor(max(begin, rate.start()), rate.start("names"), rate.start("names"), None, "")
            return


def is_group(label: str) -> bool:
    """True where ``label`` names a group of projects and not a single one."""
    core = re.sub(r"第[^，期]{1,4}期|前[^，期]{1,3}期|[“”\"]|[\u4e00-\u9fff]{2,4}[区县市](?=.)", "", label)
    programme = find_programme(label)
    if stage_of_batch(label):
        return True
    return programme is not None and is_generic(core.replace(programme, ""))


def _clause_start(text: str, at: int, floor: int) -> int:
    """Where the clause that holds ``at`` begins: after the last mark outside quotation marks."""
    start = floor
    asides = [match.span() for match in _ASIDE.finditer(text, floor, at)]
    for match in _CUT.finditer(text, floor, at):
        if not any(low < match.start() < high for low, high in asides):
            start = match.end()
    while start < at and text[start] in " 　●◆▲■★☆·•▎▍":
        start += 1
    return start


def _clause_end(text: str, at: int, limit: int) -> int:
    match = _CUT.search(text, at, limit)
    return match.start() if match else limit


def _statement(text: str, anchor: _Anchor, begin: int, limit: int, amounts: Sequence[Amount]) -> Statement:
    region = (anchor.end, limit)
    inside = [
        a
        for a in amounts
        if (region[0] <= a.start < region[1] or _leads(text, a, begin, anchor)) and a.other is None
    ]
    taken = tuple(_as_total(text, a, anchor) for a in inside)
    rates = tuple(_rates(text, *region)) if anchor.count is not None else tuple(_rates(text, begin, limit))
    status = _status(text, *region)
    label_end = _clause_end(text, anchor.end, limit)
    if done := re.search(r"已|未", text[anchor.end : label_end]):
        label_end = anchor.end + done.start()
    last = max(
        [
            anchor.end,
            *(a.end for a in inside if a.end > anchor.end),
            *_rate_ends(text, *region),
            *([status[2]] if status else []),
        ]
    )
    listed = bool(re.search(r"等$", text[max(0, anchor.at - 12) : anchor.at]))
    label = text[_list_start(text, anchor.at) if listed else begin : label_end]
    return Statement(
        begin,
        min(last, limit),
        anchor.at,
        anchor.end,
        label,
        anchor.count,
        None if anchor.count is None or listed else _category(text, begin, anchor),
        tuple(one for one in taken if one.kind),
        rates,
        status[0] if status else None,
        status[1] if status else None,
        listed=listed,
        part="其中" in text[: anchor.at],
    )


def _list_start(text: str, at: int) -> int:
    """Where the clause of a list begins; 、 does not end it."""
    return max(text.rfind(sign, 0, at) for sign in "，。；：,;:") + 1


def _leads(text: str, amount: Amount, begin: int, anchor: _Anchor) -> bool:
    """总投资118.6亿元的34个项目: the amount describes the group, not the last name of a list."""
    return begin <= amount.head < anchor.at and bool(
        re.fullmatch(r"的?(?:(?!项目|工程|等)[^，、。；的]){0,10}", text[amount.end : anchor.at])
    )


def _as_total(text: str, amount: Amount, anchor: _Anchor) -> Investment:
    """签约项目31个、56亿元: an amount right behind the count is the total."""
    one = amount.investment
    if one.kind or anchor.count is None:
        return one
    between = text[anchor.end : amount.start]
    before = amount.end <= anchor.at and re.fullmatch(r"(?:的|、|，)?", text[amount.end : anchor.at])
    if re.fullmatch(r"(?:[、，,/／]|\s|共|约|共计|，?总额|金额|（|\()*", between) or before:
        return Investment("总投资", one.value, one.unit, one.currency, one.modality)
    return one


def _rates(text: str, start: int, end: int) -> Iterator[Rate]:
    for match in _RATE.finditer(text, start, end):
        names = [n for n in re.split(r"[、和及与]", match["names"]) if n]
        values = (
            [100.0]
            if match["values"] == "百分之百"
            else [float(v) for v in re.findall(r"\d+(?:\.\d+)?", match["values"])]
        )
        if len(values) == 1:
            values *= len(names)
        words = match["before"] + match["link"] + text[max(0, match.start() - 3) : match.start()]
        modality = next((m for word, m in _PLANNED.items() if word in words), None)
        for name, value in zip(names, values, strict=False):
            plain = re.sub(r"^(?:预计|力争|确保)", "", name)
            yield Rate(plain, value, modality)


def _rate_ends(text: str, start: int, end: int) -> list[int]:
    return [match.end() for match in _RATE.finditer(text, start, end)]


def _status(text: str, start: int, end: int) -> tuple[str, str | None, int] | None:
    at = start
    for piece in re.split(r"([，,；;。、])", text[start:end]):
        match = _STATUS.match(piece.strip())
        if match and _FULLY.search(match["text"]):
            modality = match["mod"] or ("已" if re.search(r"全部|均|都", match["text"]) else None)
            return (
                match["text"],
                _PLANNED.get({"已经": "已", "将": "预计"}.get(modality or "", modality or "")),
                at + len(piece),
            )
        at += len(piece)
    return None


@lru_cache(maxsize=1)
def _plain_words() -> re.Pattern[str]:
    stages = "|".join(w for row in load_table("stages") for w in row[1].split())
    return re.compile(
        rf"“?[\u4e00-\u9fff]{{2}}一批”?|“?[三四五六七八]个“?一批”?|“?三个?集中”?|{stages}"
        rf"|第[^，。]{{1,3}}[期批](?:次)?|前[^，。]{{1,2}}期|集中|现场|重点|重大|建设|"
        r"评为|获评|评定为|列为|被|(?:今年|去年|本次|此次|这次|本期|本批|本轮|该批|这批|上期|上批|首批|参加的|全[省市区县]"
        r"|我[区市县]|该[区市县]|[省市区县]级|目前|谋划|实施|一共|总共|铺排|铺开|推出|亮相|登场|入列|上榜"
        r"|安排|推进|储备|累计|完成|在库|入库|在册|会战|处于|节点|环节|工序|共有|共|有|的|已|(?<![更创革翻高])新(?!能源|材料|型|基建|兴|经济|业态|质|零售|消费|一代)|其中|拟|计划|全年|一批|报送|合作|引进"
        r"|申报|上报|专项|策划|生成|收官|参加|纳入|列入|上述|这些|当天|当日|签下|签订|落户|仍|但"
        r"|参与|涉及|登台|入选|参选|入围|路演|竞演|挂牌|收录|带回|跑出|捧回|揽回|活动|本月|当月|年度|第?[一二三四]季度|季度|上半年|20\d\d年|\d{1,2}月份?)"
    )


_SIZE_CLASS = load_pattern("extraction.batches.size_class")
_NUMBERED = load_pattern("extraction.batches.numbered")
_ONLY_PERIOD = re.compile(rf"(?:第{NUMBER}|首|[前分上本]{NUMBER}?)(?:{rounds()})")  # 前三批项目 are of no kind
_NATURE = load_pattern("extraction.batches.nature")  # 技改项目8个: what sort of works
_LEVEL = load_pattern("extraction.batches.level")
_PLANNED_KIND = load_pattern("extraction.batches.planned_kind")
_QUOTED_NAME = re.compile(r"[“\"](?P<name>[^“”\"]{2,10})[”\"]")
_NO_KIND = load_pattern("extraction.batches.no_kind")


def _category(text: str, begin: int, anchor: _Anchor) -> str | None:
    """产业项目, 亿元以上项目: the kind that the label prints beside stage and programme, or None."""
    if anchor.mid:
        raw = anchor.mid
    elif anchor.bare:
        raw = re.sub(rf"{NUMBER}$", "", text[begin : anchor.at])
    else:
        raw = text[begin : anchor.start]
    return category_of(raw, part="其中" in text[: anchor.at] or len(set(_LEVEL.findall(text))) > 1)


def category_of(raw: str, *, part: bool = False) -> str | None:
    """产业项目 of 计划实施产业, 亿元以上项目 of 新签约亿元以上; ``part``: 省重点 is told from 市重点."""
    if own := _SIZE_CLASS.search(raw):
        return f"{own[0]}项目"
    raw = _NUMBERED.sub("", raw)
    if planned := _PLANNED_KIND.search(raw):
        return f"{planned[0]}项目"
    if nature := _NATURE.search(raw):
        return f"{nature[0]}项目"
    level = _LEVEL.search(raw)
    if level and part:
        return f"{level[0]}重点项目"
    if (named := _QUOTED_NAME.search(raw)) and named.end() == len(raw.rstrip()) and not is_class(named["name"]):
        return None  # 还在做前期的“待落子”项目: the quoted name says which, the words before it describe them
    raw = _QUOTED_NAME.sub(lambda quoted: quoted[0] if is_class(quoted["name"]) else " ", raw)
    core = _plain_words().sub(" ", raw).strip('“”" ')
    core = core.split()[-1] if core.split() else ""
    core = re.sub(r"^[\u4e00-\u9fff]{2,4}[区县市](?=.{2,})", "", core)
    if _ONLY_PERIOD.fullmatch(core) or not 2 <= len(core) <= 12 or has_suffix(core) or _NO_KIND.search(core):
        return None
    return core if core.endswith(("类", "领域")) else f"{core}项目"
