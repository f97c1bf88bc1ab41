"""A、B、C分别为1、2、3: which value belongs to which name, and what it measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.extraction.words.lists import enumerations
from index.extraction.words.money import kind_names
from index.language.lexicon import load_pattern
from index.language.numerals import Quantity, find_quantities, parse_number
from index.language.tokens import default_tokenizer
from index.records import Span

_RESPECTIVELY = load_pattern("extraction.respective.respectively")
_BETWEEN = load_pattern("extraction.respective.between")
_CHANGES = load_pattern("extraction.respective.changes")
_CHANGES_BEHIND = load_pattern("extraction.respective.changes_behind")
_NUMBERED = load_pattern("extraction.respective.numbered")
_SUMMED = load_pattern("extraction.respective.summed")
_SPAN = load_pattern("extraction.respective.span")
_RANK = load_pattern("extraction.respective.rank")
_RANKS = re.compile(rf"[^，。；\d]{{0,12}}?(?P<ranks>{_RANK.pattern}(?:[、和]{_RANK.pattern})+)")
_HEAD = re.compile(r"[^\d]+(?=\d)")
_LEADS = load_pattern("extraction.respective.leads")
_SIGNS = "-－−"
_DIGIT = re.compile(r"\d")
_LAST_GROUP = re.compile(r"[；;。]")
_VERB = load_pattern("extraction.respective.verb")
_REACH = 40  # code points between 分别 and the first value
_JOINED = load_pattern("extraction.respective.joined")
_ASIDE = re.compile(r"[（(][^（()）]*[）)]")
_OPENS = load_pattern("extraction.respective.opens")
_SO_MANY = load_pattern("extraction.respective.so_many")
_MEASURE = 10  # code points of a clause that only says what is measured: 报名费
_LONGEST = 16  # code points of a name in a list
_MEASURES = load_pattern("extraction.respective.measures")
_HAS_OWN = load_pattern("extraction.respective.has_own")
_SHORT = 4  # code points of a modifier: 城镇, 第一


@dataclass(frozen=True, slots=True)
class Share:
    """What 分别 gives a value: the name it belongs to, the words that say what it measures, and those in front.

    全区“四个一批”项目签约率、开工率分别为…: the head is what both rates are about.
    """

    name: str
    measure: str
    head: str = ""


def aligned(text: str, previous: str = "") -> dict[Span, Share]:
    """Offsets of the values that 分别 hands out, with the name and the measure of each.

    Args:
        text: a healed sentence. previous: the sentence before it, whose groups may be the ones meant.
    """
    found: dict[Span, Share] = {}
    names: list[str] = []
    for match in _RESPECTIVELY.finditer(text):
        values = _run(text, match.end())
        if len(values) < 2:
            continue
        before, between = text[: match.start()], text[match.end() : values[0].start]
        inside = [one for one in enumerations(between) if len(one.items) == len(values)]
        own = [one for one in enumerations(before) if len(one.items) == len(values)]
        own = [one for one in own if not all(before[a].isdigit() for a, _ in one.items)]  # 依次为19个、24个，…依次
        low = max(before.rfind("；"), before.rfind("。")) + 1
        if low and own and own[-1].start < low and _heads(before[low:], len(values)):
            own = []  # 总量居第三位、增速居第二位；…；城镇4.3万元，农村2.4万元，分别增长
        measure, head = _clause_end(before), ""
        verb = between
        if inside:
            names = [between[a:b] for a, b in inside[-1].items]
            verb = between[: inside[-1].start]
        elif own:
            names = _expanded([before[a:b] for a, b in own[-1].items])
            measure = before[own[-1].end :]
            head = _clause_end(before[: own[-1].start])
        elif ahead := _prizes_ahead(before, len(values)) or _told_ahead(before, len(values)):
            names = ahead
        elif heads := _heads(before, len(values)) or _clause_heads(before, len(values)):
            names = heads
        elif spanned := _spanned(before, len(values)):
            names = spanned
        elif len(names) != len(values):
            pair = _pair(before) if len(values) == 2 else []
            names = pair or names or _group_heads(previous, len(values))
            measure = "" if pair else measure
        names, measure = _without_measure(names, measure)
        if len(names) == len(values):
            shares = [Share(name, (measure + verb).strip("，,、 "), head) for name in names]
            for quantity, share in zip(values, shares, strict=True):
                signed = text[quantity.start - 1] in _SIGNS
                found[quantity.start - signed, quantity.end] = share
            found.update(_changes_behind(text, values[-1].end, names))
    return found


_NUMERALS = "一二三四五六七八九十"


def _spanned(before: str, count: int) -> list[str]:
    """前三个季度…依次为19个、24个和17个: quarters, months or rounds from the first one on, if there are as many."""
    match = next(iter(reversed(list(_SPAN.finditer(before)))), None)
    if match is None or count > len(_NUMERALS):
        return []
    if parse_number((match["n"] or match["some"] or match["last"]).replace("两", "二")) != count:
        return []
    if match["of"] == "月":
        return [f"{number}月" for number in range(1, count + 1)]
    return [f"{'' if match['of'] == '季度' else '第'}{sign}{match['of']}" for sign in _NUMERALS[:count]]


def _changes_behind(text: str, at: int, names: Sequence[str]) -> dict[Span, Share]:
    """，增长5%、8% behind 分别为4.3万元、2.1万元: a change of each, in the same order."""
    opened = _CHANGES_BEHIND.match(text, at)
    values = _run(text, opened.end()) if opened else []
    if opened is None or len(values) != len(names):
        return {}
    return {(q.start, q.end): Share(name, opened["verb"]) for name, q in zip(names, values, strict=True)}


def _without_measure(names: list[str], measure: str) -> tuple[list[str], str]:
    """甲水厂、乙水厂总投资 are two works, and what was measured: the names without their last word, and the word."""
    if names and names[-1].endswith("人") and measure.startswith("均"):
        names, measure = _expanded([*names[:-1], names[-1][:-1]]), "人" + measure  # 城镇、农村居民人均可支配收入
    ends = [word for word in kind_names() if names and names[-1].endswith(word)]
    if names and (told := _MEASURES.search(names[-1])) and not any(_HAS_OWN.search(one) for one in names[:-1]):
        ends.append(told[0])  # 教育、卫生支出分别为
    word = max(ends, key=len, default="")
    if not word or len(names[-1]) < len(word) + 2:
        return names, measure
    return [name.removesuffix(word) for name in names], word + measure


def _clause_end(before: str) -> str:
    """The words of the clause in front of 分别."""
    return re.split(r"[，,；;。：:]", before)[-1]


def _heads(before: str, count: int) -> list[str]:
    """出口98.7亿元，进口55.6亿元，分别…: the words in front of as many values in the items before.

    Where the last group between semicolons holds fewer, the groups themselves: A类74个，…；B类31个，…，分别….
    """
    pieces = [piece for piece in re.split(r"[，,；;。、]", _LAST_GROUP.split(before)[-1]) if piece.strip()]
    while pieces and not _DIGIT.search(pieces[-1]):
        pieces.pop()
    return _named(pieces[-count:], count) or _group_heads(before, count)


def _group_heads(before: str, count: int) -> list[str]:
    """The words that open as many groups between semicolons; no names where there are more or fewer."""
    groups = [group for group in _LAST_GROUP.split(before) if _DIGIT.search(group)]
    if len(groups) != count or count < 2:
        return []
    return _named([re.split(r"[，,：:]", group[: _first_value(group)])[-1] + "0" for group in groups], count)


def _first_value(text: str) -> int:
    """Where the first counted value stands; 1至5月 is none."""
    counted = (q.start for q in find_quantities(text) if q.kind in ("count", "money", "measure", "percent"))
    return next(counted, len(text))


def _named(pieces: Sequence[str], count: int) -> list[str]:
    matches = [_HEAD.match(piece) for piece in pieces]
    heads = [_LEADS.sub("", match[0].strip()) if match else "" for match in matches]
    fine = all(1 < len(head) <= 16 and not _VERB.match(head) for head in heads)
    return heads if fine and len(heads) == count and len(set(heads)) == count else []


def _clause_heads(before: str, count: int) -> list[str]:
    """出口98.7亿元，进口55.6亿元，分别…: the words in front of as many values in the clauses before."""
    pieces = [piece for piece in re.split(r"[，,；;。、]", before) if piece.strip()]
    for use in (pieces[-count:], pieces[-count - 1 : -1], _named_pieces(before, count)):
        matches = [_HEAD.match(piece) for piece in use]
        heads = [_LEADS.sub("", match[0]) if match else "" for match in matches]
        if len(heads) == count and all(1 < len(head) <= 16 for head in heads) and len(set(heads)) == count:
            return heads
    return []


def _named_pieces(before: str, count: int) -> list[str]:
    """工业项目9个，完成投资3亿元；农业项目2个，完成投资1亿元；…: the first clause of each part."""
    parts = re.split(r"[；;。]", before.rsplit("，", 1)[0])
    firsts = [re.split(r"[，,]", part)[0] for part in parts if part.strip()]
    return firsts[-count:]


def _run(text: str, start: int) -> list[Quantity]:
    """The values behind 分别 that are joined by 、 or 和; ranks where they come first (分别居全市第二位、第一位)."""
    ranks = _RANKS.match(text[start : start + 160])
    if ranks is not None:
        places = [m.span() for m in _RANK.finditer(ranks["ranks"])]
        low = start + ranks.start("ranks")
        return [
            Quantity(low + a, low + b, 0.0, "", "位", "rank", None, ranks["ranks"][a:b]) for a, b in places
        ]
    run: list[Quantity] = []
    for quantity in find_quantities(text[start : start + 160]):
        if quantity.kind in ("ordinal",):
            continue
        if not run:
            if quantity.start > _REACH:
                return []
            run.append(quantity)
        elif _BETWEEN.match(_plain_joint(between := text[start + run[-1].end : start + quantity.start])):
            if len(run) > 1 and _CHANGES.search(between) and quantity.unit != run[-1].unit:
                break  # 分别为4.3万元、2.1万元，增长5%、8%: the changes are a row of their own
            run.append(quantity)
        else:
            break
    return [_moved(q, start) for q in run]


def _plain_joint(between: str) -> str:
    """、下降 of 5.5%、下降1.8% is a joint, too."""
    return re.sub(r"(?:下降|增长|回落|提高)$", "", between.strip()) or between


def _moved(quantity: Quantity, by: int) -> Quantity:
    return replace(quantity, start=quantity.start + by, end=quantity.end + by)


def _expanded(names: Sequence[str]) -> list[str]:
    """第一、二、三产业增加值 → 第一产业增加值, …; 城镇、农村居民收入 → 城镇居民收入, ….

    The last name holds what all have in common behind its own modifier.
    """
    if prizes := _prizes_ahead("、".join(names), len(names)):
        return prizes
    if summed := _SUMMED.match(names[-1]):
        return [f"{name}{summed['tail']}" for name in (*names[:-1], summed["last"])]
    last = _NUMBERED.match(names[-1])
    heads = [_NUMBERED.match(name) for name in names]
    if last is not None and last["tail"] and all(heads):
        mark = "第" if names[0].startswith("第") else ""
        return [f"{mark}{head[1]}{last['tail']}" for head in heads if head]
    sizes = {len(name) for name in names[:-1]}
    size = next(iter(sizes))
    if len(sizes) == 1 and size <= _SHORT and len(names[-1]) >= size + 2 and _breaks_at(names[-1], size):
        return [*(f"{name}{names[-1][size:]}" for name in names[:-1]), names[-1]]
    return list(names)


def _breaks_at(name: str, size: int) -> bool:
    words = default_tokenizer()
    return any(token.end == size for token in words.words(name)) or words.frequency(name[size:]) > 0


def _told_ahead(before: str, count: int) -> list[str]:
    return _list_ahead(before, count) or (_pair_ahead(before) if count == 2 else [])


PRIZES = load_pattern("extraction.respective.prizes")
"""一、二、三等奖: several prizes under one name."""


def _prizes_ahead(before: str, count: int) -> list[str]:
    """设一、二、三等奖各1名，奖金分别…: 一等奖, 二等奖, 三等奖."""
    told = [[f"{sign}等奖" for sign in re.split("[、和]", match["signs"])] for match in PRIZES.finditer(before)]
    return told[-1] if told and len(told[-1]) == count else []


def _list_ahead(before: str, count: int) -> list[str]:
    """设半程马拉松（6000人）和健康跑（2000人）两项，报名费分别…: the clause before lists what is measured.

    Only a clause that says itself that it lists so many (两项) or opens as lists do (设, 包括) is one.
    """
    clauses = re.split(r"[，,。；;：:]", _ASIDE.sub("", before))
    if len(clauses) < 2 or _DIGIT.search(clauses[-1]) or len(clauses[-1]) > _MEASURE:
        return []
    opened = _OPENS.search(clauses[-2])
    listed = clauses[-2][opened.end() :] if opened else clauses[-2]
    closed = _SO_MANY.search(listed)
    names = re.split(r"[、和与及]", listed[: closed.start()] if closed else listed)
    fine = all(1 < len(name) <= _LONGEST and not _DIGIT.search(name) for name in names)
    return names if (opened or closed) and len(names) == count and fine else []


def _pair_ahead(before: str) -> list[str]:
    """甲基地和乙港二期，总投资分别…: the names stand in the clause before that of the measure."""
    clauses = re.split(r"[，,。；]", before)
    if len(clauses) < 2 or clauses[-1] not in kind_names() or _DIGIT.search(clauses[-2]):
        return []
    match = _JOINED.fullmatch(clauses[-2])
    return [match["a"], match["b"]] if match else []


def _pair(before: str) -> list[str]:
    """城镇和农村居民收入: two names joined by a word."""
    match = re.search(r"(?P<a>[\u4e00-\u9fff]{2,8})[和与](?P<b>[\u4e00-\u9fff]{2,12})$", before)
    return _expanded([match["a"], match["b"]]) if match else []
