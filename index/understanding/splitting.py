"""Several questions in one sentence, and several types in one question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from index.language.lexicon import load_pattern, load_table, load_words
from index.language.tokens import default_tokenizer

_ASKS = (
    ("date", re.compile(r"什么时候|啥时候|什么时间|何时|哪(?:一)?天|几号|几月几[号日]|哪(?:一)?年|几点")),
    ("place", re.compile(r"在哪(?:儿|里|个地方)?|哪里|哪儿|什么地方|啥地方|何处")),
    ("person", re.compile(r"谁|哪位")),
    ("money", re.compile(r"多少钱|多少(?:个)?亿|几个亿|多少投资|投资(?:总)?额?(?:是)?多少")),
    ("count", re.compile(r"多少个(?!亿)|几个(?!亿)|多少家|几家|多少项|几项|几所|多少所")),
)
_CLAUSE = re.compile(r"[^，,。；;：:！!？?\s]+")
_ANY = load_pattern("understanding.splitting.any")
_VERSUS = load_pattern("understanding.splitting.versus")
_HOW_FAR = load_pattern("understanding.splitting.how_far")
_ASIDE = load_pattern("understanding.splitting.aside")  # 多少，能算出来不
_DAY_AND_HOUR = load_pattern("understanding.splitting.day_and_hour")
_MEDALS = load_pattern("understanding.splitting.medals")  # 几金几银: one run tells both
_TURNS = load_pattern("understanding.splitting.turns")
_LEVEL_AND_CHANGE = load_pattern("understanding.splitting.level_and_change")
_ASKED_TWICE = ("啥时候", "什么时候", "何时", "谁", "哪天", "几点")
_TWICE = re.compile(
    rf"(?P<a>.*?(?P<ask>{'|'.join(_ASKED_TWICE)}).{{1,8}}?)[和跟与]?(?<![到至])(?P<b>(?P=ask)(?!是).+)$"
)
_TWO_AMOUNTS = load_pattern("understanding.splitting.two_amounts")
_OF_EACH = load_pattern("understanding.splitting.of_each")
_WHICH_ONES = load_pattern("understanding.splitting.which_ones")
_BREAK = load_pattern("understanding.splitting.break")
_AND_ITS = load_pattern("understanding.splitting.and_its")
_WHEN_WHERE = ("时间", "地点")
_PAIR = (
    r"(?P<of>.{{2,}}?)的?(?P<a>{names})(?P<join>[和跟与及、加]|以及|还有)?(?:它的|其)?(?P<b>{names})"
    r"(?:[都各]|分别)*(?:[是为有]|达到?)?(?:多少|什么|啥|几何|怎样|哪些|几个)?[呢啊]?"
)


_EACH_OF_TWO = load_pattern("understanding.splitting.each_of_two")


_BOTH_ENDS = load_pattern("understanding.splitting.both_ends")  # 首班车、末班车是几点
_EACH_OF_SORTS = load_pattern("understanding.splitting.each_of_sorts")
_OPPOSED = load_pattern("understanding.splitting.opposed")
_SIDE_BY_SIDE = load_pattern("understanding.splitting.side_by_side")
_SHARE = load_pattern("understanding.splitting.share")
_COUNTED = load_pattern("understanding.splitting.counted")  # 新建和改造各多少亩
_MEASURE = load_pattern("understanding.splitting.measure")


def _spaced(piece: str) -> list[str]:
    """大厅在哪 电话多少: a blank parts two questions where both sides ask."""
    pieces = [one for one in piece.split() if one]
    asking = len(pieces) > 1 and all(_ANY.search(one) for one in pieces)
    return pieces if asking else [piece]


def parts(text: str) -> tuple[str, ...]:
    """The questions in ``text``, in order; clauses that ask nothing stay with the one behind them."""
    pieces = [
        one
        for piece in _BREAK.split(text)
        if piece.strip()
        for spaced in _spaced(piece.strip())
        for clause in _listed(spaced)
        for one in _repeated(clause)
        for one in _named_pair(one)
    ]
    found: list[str] = []
    held = ""
    for piece in pieces:
        if found and _ASIDE.search(piece):
            continue
        if found and _OF_EACH.fullmatch(piece) and _WHICH_ONES.search(found[-1]):
            found[-1] += f"，{piece}"  # 分几类，各多少件: the list tells both
            continue
        if _TURNS.search(piece) and piece is not pieces[-1]:
            held = piece  # 那无人机总部呢，投多少: one question
            continue
        if _ANY.search(piece):
            found.append(f"{held}，{piece}" if held else piece)
            held = ""
        else:
            held = f"{held}，{piece}" if held else piece
    if held and found:
        found[-1] += f"，{held}"
    if len(found) < 2:
        return (text,)
    return tuple(_each_who([one for piece in _against(_apart(found)) for one in _who_and_when(piece)]))


_AGAINST = load_pattern("understanding.splitting.against")
_MORE = load_pattern("understanding.splitting.more")


def _against(found: list[str]) -> list[str]:
    """项目比去年多几个，投资多多少: the second question is set against the same year."""
    first = _AGAINST.match(found[0]) if any(_MORE.match(piece) for piece in found[1:]) else None
    if first is None:
        return found
    return [found[0], *(f"{first['x']}比{first['y']}，{piece}" if _MORE.match(piece) else piece for piece in found[1:])]


_EACH_WHO = load_pattern("understanding.splitting.each_who")
_THAN = load_pattern("understanding.splitting.than")
_NTH = load_pattern("understanding.splitting.nth")
_WHO_AND_WHEN = load_pattern("understanding.splitting.who_and_when")


def _who_and_when(piece: str) -> tuple[str, ...]:
    """纪录是谁哪年创造的: who, and when."""
    both = _WHO_AND_WHEN.match(piece)
    return (f"{both['s']}{both['a']}{both['v']}", f"{both['s']}{both['b']}{both['v']}") if both else (piece,)


def _each_who(found: list[str]) -> Iterator[str]:
    """第一的比第二的多几票，各是谁: who each of the two is."""
    for number, piece in enumerate(found):
        than = _THAN.match(found[number - 1]) if number and _EACH_WHO.fullmatch(piece) else None
        if than is None:
            yield piece
            continue
        whole = _NTH.search(than["a"]) and _NTH.match(than["b"])
        other = than["a"][: _NTH.search(than["a"]).start()] + than["b"] if whole else than["b"]  # type: ignore[union-attr]
        yield from (f"{than['a']}是谁", f"{other}是谁")


def _apart(found: list[str]) -> list[str]:
    """A多还是B多，差多少: the second question is about the same two things."""
    told = list(found)
    for number, piece in enumerate(found[1:], 1):
        versus = _VERSUS.match(found[number - 1]) if _HOW_FAR.match(piece) else None
        if versus:
            told[number] = f"{versus['a']}和{versus['b'] or versus['c']}{versus['of'] or ''}差多少"
    return told


@lru_cache(maxsize=1)
def _pairs() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    """A question that ends in two things asked for, and each of them with how it is asked alone."""
    rows = load_table("asked_pairs")
    names = "|".join(row[0] for row in rows)
    return re.compile(_PAIR.format(names=names)), tuple((re.compile(row[0]), row[1]) for row in rows)


def _named_pair(piece: str) -> tuple[str, ...]:
    """数量和总投资是多少 is 有多少个，投资多少; 时间地点 alone of all pairs needs no 和."""
    pair, ways = _pairs()
    if (moved := _AND_ITS.fullmatch(piece)) is not None:  # 地区生产总值和增速
        return f"{moved['a']}是多少", next(way for name, way in ways if name.fullmatch(moved["b"]))
    match = pair.fullmatch(piece)
    if match is None or (match["join"] is None and (match["a"][-2:], match["b"][-2:]) != _WHEN_WHERE):
        return (piece,)
    asked = [next(way for name, way in ways if name.fullmatch(match[one])) for one in ("a", "b")]
    if asked[0] == asked[1]:
        return (piece,)
    return f"{match['of']}{asked[0]}", asked[1]


def _listed(piece: str) -> tuple[str, ...]:
    """占多少地、多长岸线、几时投产: 、 parts questions where every item asks."""
    items = tuple(item for item in piece.split("、") if item)
    return items if len(items) > 1 and all(_ANY.search(item) for item in items) else (piece,)


def _repeated(piece: str) -> tuple[str, ...]:
    """啥时候开工啥时候完工, 谁主持谁报告: the same question word twice is two questions."""
    piece = _SIDE_BY_SIDE.sub(r"\g<a>和\g<b>", piece) if "各" in piece or "分别" in piece else piece
    piece = _OPPOSED.sub(r"\g<a>和\g<b>", piece)  # 线上线下各几场
    several = _each_of_several(piece)
    if len(several) > 2:
        return several
    sorts = _EACH_OF_SORTS.match(piece) if "的" in piece else None
    if sorts is not None:
        ask = f"的{sorts['what']}{sorts['ask']}"
        return f"{sorts['s']}{sorts['a']}{ask}", f"{sorts['s']}{sorts['b']}{ask}"
    if (ends := _BOTH_ENDS.match(piece)) is not None:
        return f"{ends['s']}{ends['a']}{ends['ask']}", f"{ends['s']}{ends['b']}{ends['ask']}"
    two = _EACH_OF_TWO.match(piece) if any(sign in piece for sign in "和与、跟") else None
    if two and (two["how"] in ("占", "占股") or _SHARE.match(two["ask"])):
        how = two["how"] if two["how"] == "占股" else "占"
        return f"{two['s']}{two['a']}{how}{two['ask']}", f"{two['s']}{two['b']}{how}{two['ask']}"
    measures = two and _MEASURE.search(two["a"]) and _MEASURE.search(two["b"])
    lead = _lead_of_measure(two["s"] + two["a"]) if two and measures else ""
    if two and lead:
        return f"{two['s']}{two['a']}{two['ask']}", f"{lead}{two['b']}{two['ask']}"
    if two and (_COUNTED.match(two["ask"]) or (_MEASURE.search(two["a"]) and _MEASURE.search(two["b"]))):
        return f"{two['s']}{two['a']}{two['ask']}", f"{two['s']}{two['b']}{two['ask']}"
    if several:
        return several
    if _DAY_AND_HOUR.search(piece) or _MEDALS.search(piece):
        return (piece,)
    match = _TWICE.match(piece) if any(piece.count(word) > 1 for word in _ASKED_TWICE) else None
    if match is None and piece.count("多少") + piece.count("几") > 1:
        match = _LEVEL_AND_CHANGE.match(piece) or _TWO_AMOUNTS.match(piece)
    return (match["a"], *(_repeated(match["b"]) if match["b"] != piece else (match["b"],))) if match else (piece,)


_OWN_MEASURE = load_pattern("understanding.splitting.own_measure")
def _lead_of_measure(words: str) -> str:
    """What stands in front of a measure of whole words: 智能产业园 of 智能产业园总投资; "" where it has no name."""
    own = _OWN_MEASURE.search(words)
    starts = {token.start for token in default_tokenizer().words(words)}
    return words[: own.start()] if own is not None and own.start() in starts and own.start() > 1 else ""


_EACH_OF_SEVERAL = load_pattern("understanding.splitting.each_of_several")
_JOINS = load_pattern("understanding.splitting.joins")
_LEADS = load_pattern("understanding.splitting.leads")
_NO_ITEM = load_pattern("understanding.splitting.no_item")
_NO_NAME = load_pattern("understanding.splitting.no_name")
_LEAST_RUN = 3  # names of one size in front of 各 that no sign parts: 水稻玉米大豆


def _each_of_several(piece: str) -> tuple[str, ...]:
    """水稻、玉米和大豆各收了多少: the same asked of each of them; () where 各 stands behind no row of names."""
    asked = _EACH_OF_SEVERAL.match(piece)
    if asked is None:
        return ()
    items = [one for one in _JOINS.split(asked["row"]) if one]
    lead = ""
    if len(items) > 1:
        lead, items[0] = _without_lead(items[0], items[1])
    else:
        lead, items = _run(asked["row"])
    if len(items) < 2 or any(_NO_ITEM.search(item) for item in items):
        return ()
    return tuple(f"{lead}{item}{asked['how']}{asked['ask']}" for item in items)


def _without_lead(first: str, second: str) -> tuple[str, str]:
    """(what leads to the row, its first item): 全区重点项目中|产业, then 民生; the item begins with a word."""
    led = _LEADS.match(first)
    if led is not None:
        return first[: led.end()], first[led.end() :]
    starts = [token.start for token in default_tokenizer().words(first) if len(first) - token.start >= len(second)]
    at = starts[-1] if starts and len(first) > len(second) + 1 else 0
    return first[:at], first[at:]


def _run(row: str) -> tuple[str, list[str]]:
    """What leads to them, and the words of one size with which ``row`` ends, where no sign parts them."""
    tokens = default_tokenizer().words(row)
    size = len(tokens[-1].text) if tokens else 0
    at = len(tokens)
    while at > 0 and size > 1 and len(tokens[at - 1].text) == size:
        at -= 1
    run = tokens[at:]
    if any(_NO_NAME.search(one.text) or one.text in load_words("predicates") for one in run):
        return "", []
    return (row[: run[0].start], [one.text for one in run]) if len(run) >= _LEAST_RUN else ("", [])


def clauses(text: str) -> list[re.Match[str]]:
    """The stretches of ``text`` between marks and blanks."""
    return list(_CLAUSE.finditer(text))


def asks(text: str) -> bool:
    """True where something in ``text`` asks."""
    return bool(_ANY.search(text))


def kinds(text: str) -> tuple[str, ...]:
    """Answer types asked at once (哪天在哪儿办的 → date, place); empty for a single question."""
    spots = sorted((match.start(), kind) for kind, pattern in _ASKS if (match := pattern.search(text)))
    found = tuple(dict.fromkeys(kind for _, kind in spots))
    return found if (len(found) > 1 and "person" not in found[1:]) or len(found) > 1 else ()
