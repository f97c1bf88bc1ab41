"""Several questions in one sentence, and several types in one question."""

from __future__ import annotations

import re

_ASKS = (
    ("date", re.compile(r"什么时候|啥时候|什么时间|何时|哪(?:一)?天|几号|几月几[号日]|哪(?:一)?年|几点")),
    ("place", re.compile(r"在哪(?:儿|里|个地方)?|哪里|哪儿|什么地方|啥地方|何处")),
    ("person", re.compile(r"谁|哪位")),
    ("money", re.compile(r"多少钱|多少(?:个)?亿|几个亿|多少投资|投资(?:总)?额?(?:是)?多少")),
    ("count", re.compile(r"多少个(?!亿)|几个(?!亿)|多少家|几家|多少项|几项|几所|多少所")),
)
_ANY = re.compile(
    r"[在到去]那(?:儿|里|个地方)|男的?(?:还是)?女的?|是男是女|多少|几(?!何)|什么|啥|哪|谁|何时|何地|怎么|如何|为什么|咋|干嘛|吗|多[大长久高宽深远重厚]|是不是|有没有|是否|呢|(?<![什怎])么$|[^是要能会]不$|没有?$|是[涨增升多]是[跌降减少]|[涨增升多]了?还是[跌降减少]|[多高大长快贵](?:些|点)?还是[^，。]{1,12}[多高大长快贵]"
)
_VERSUS = re.compile(  # A多还是B多, A和B哪个多
    r"^(?P<a>[^，。？]{2,14}?)(?:(?P<how>[多高大长快贵])(?:些|点)?还是(?P<b>[^，。？]{2,14}?)(?P=how)(?:些|点|一点)?"
    r"|[和与跟同](?P<c>[^，。？]{2,14}?)(?:哪(?:一)?[个边样家]|谁)(?:的)?(?P<of>[^，。？更]{0,6}?)更?[多少高低大小长短快慢贵])$"
)
_HOW_FAR = re.compile(r"^(?:相?差(?:了|距)?|[多少高低大小长短快慢贵])(?:了|出)?(?:多少|几[^，。]{0,4}|多大)$")
_ASIDE = re.compile(r"^能(?:不能)?[算推说查][^，。]{0,4}(?:吗|不|么|嘛)?$")  # 多少，能算出来不
_DAY_AND_HOUR = re.compile(r"(?:几号|几月几[号日]|哪天)几点")
_TURNS = re.compile(r"^(?:那|还有).{2,16}呢$")
_LEVEL_AND_CHANGE = re.compile(
    r"(?P<a>.*?多少(?:亿|个|家|人|吨|户)?)(?P<b>(?:同比|比去年)?(?:涨|增长|增|降|下降|跌)了?(?:多少|几).*)$"
)
_ASKED_TWICE = ("啥时候", "什么时候", "何时", "谁", "哪天", "几点")
_TWICE = re.compile(
    rf"(?P<a>.*?(?P<ask>{'|'.join(_ASKED_TWICE)}).{{1,8}}?)[和跟与]?(?<![到至])(?P<b>(?P=ask)(?!是).+)$"
)
_TWO_AMOUNTS = re.compile(
    r"(?P<a>.*?(?:多少|几)(?:个(?!亿)|家|支|户|名|人|项|条|所|批|台|辆|件|场|次|亿|万|公里|亩|平方米|吨|张|套|部)?[\u4e00-\u9fff]{0,3}?)(?P<b>[、和与及]?(?<![到至])(?:多少|几)(?!何)[\u4e00-\u9fff].*)$"
)
_BREAK = re.compile(r"[？?；;。]+|[，,](?!.{0,3}(?:请问|谢谢))")


_EACH_OF_TWO = re.compile(
    r"^(?P<s>.*?)(?P<a>[\u4e00-\u9fff]{2,8}?)(?:[和与、跟])(?P<b>[\u4e00-\u9fff]{2,10}?)(?:各|分别)(?:是|有|为|占)?(?P<ask>(?:多少|几|百分之).*)$"
)


_EACH_OF_SORTS = re.compile(  # 离休的和退休的慰问金各多少
    r"^(?P<s>.*?)(?P<a>[\u4e00-\u9fff]{2,6})的[和与、跟](?P<b>[\u4e00-\u9fff]{2,6})的(?P<what>[\u4e00-\u9fff]{2,6}?)(?:各|分别)(?:是|有|为|占)?(?P<ask>(?:多少|几|百分之).*)$"
)
_SIDE_BY_SIDE = re.compile(  # 笔试面试各占几成
    r"(?P<a>(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,3}(?P<end>[试区县镇村校院厂费票班级组批路]))(?P<b>(?!(?P=a))[\u4e00-\u9fff]{1,3}(?P=end))(?=各|分别)"
)
_SHARE = re.compile(r"(?:几成|百分之[几多]|多少比例|多大比例)")
_COUNTED = re.compile(r"(?:多少|几)(?:[亩个家所座条项户人名台辆吨株头件批场次期]|公里|平方)")  # 新建和改造各多少亩
_MEASURE = re.compile(
    r"(?:占地|用地|造价|容量|库容|产能|投资|收入|支出|产值|率|数|额|面积|产量|总量|出口|进口|增速|费|价|税收?|补贴|补助|奖金|标准|得分|利润)$"
)


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
    ]
    found: list[str] = []
    held = ""
    for piece in pieces:
        if found and _ASIDE.search(piece):
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
    return tuple(_apart(found)) if len(found) > 1 else (text,)


def _apart(found: list[str]) -> list[str]:
    """A多还是B多，差多少: the second question is about the same two things."""
    told = list(found)
    for number, piece in enumerate(found[1:], 1):
        versus = _VERSUS.match(found[number - 1]) if _HOW_FAR.match(piece) else None
        if versus:
            told[number] = f"{versus['a']}和{versus['b'] or versus['c']}{versus['of'] or ''}差多少"
    return told


def _listed(piece: str) -> tuple[str, ...]:
    """占多少地、多长岸线、几时投产: 、 parts questions where every item asks."""
    items = tuple(item for item in piece.split("、") if item)
    return items if len(items) > 1 and all(_ANY.search(item) for item in items) else (piece,)


def _repeated(piece: str) -> tuple[str, ...]:
    """啥时候开工啥时候完工, 谁主持谁报告: the same question word twice is two questions."""
    piece = _SIDE_BY_SIDE.sub(r"\g<a>和\g<b>", piece) if "各" in piece or "分别" in piece else piece
    sorts = _EACH_OF_SORTS.match(piece) if "的" in piece else None
    if sorts is not None:
        ask = f"的{sorts['what']}{sorts['ask']}"
        return f"{sorts['s']}{sorts['a']}{ask}", f"{sorts['s']}{sorts['b']}{ask}"
    two = _EACH_OF_TWO.match(piece) if any(sign in piece for sign in "和与、跟") else None
    if two and _SHARE.match(two["ask"]):
        return f"{two['s']}{two['a']}占{two['ask']}", f"{two['s']}{two['b']}占{two['ask']}"
    if two and (_COUNTED.match(two["ask"]) or (_MEASURE.search(two["a"]) and _MEASURE.search(two["b"]))):
        return f"{two['s']}{two['a']}{two['ask']}", f"{two['s']}{two['b']}{two['ask']}"
    if _DAY_AND_HOUR.search(piece):
        return (piece,)
    match = _TWICE.match(piece) if any(piece.count(word) > 1 for word in _ASKED_TWICE) else None
    if match is None and piece.count("多少") + piece.count("几") > 1:
        match = _LEVEL_AND_CHANGE.match(piece) or _TWO_AMOUNTS.match(piece)
    return (match["a"], match["b"]) if match else (piece,)


def asks(text: str) -> bool:
    """True where something in ``text`` asks."""
    return bool(_ANY.search(text))


def kinds(text: str) -> tuple[str, ...]:
    """Answer types asked at once (哪天在哪儿办的 → date, place); empty for a single question."""
    spots = sorted((match.start(), kind) for kind, pattern in _ASKS if (match := pattern.search(text)))
    found = tuple(dict.fromkeys(kind for _, kind in spots))
    return found if (len(found) > 1 and "person" not in found[1:]) or len(found) > 1 else ()
