"""Names of projects: what looks like one, and how a printed list of them is cut."""

from __future__ import annotations

import re
from functools import lru_cache

from index.language.lexicon import load_table, load_words
from index.records import Span

MAX_NAME = 90
_BRACKETS = {"（": "）", "(": ")", "《": "》", "“": "”", "【": "】", "[": "]"}
_TAIL_BRACKET = re.compile(r"[（(][^（）()]{1,16}[）)]$")
_LEAD = re.compile(
    r"^(?:(?:其中|另外|此外|同时|目前|随后|首先|例如|比如|以及|还有|而|如|据悉|据了解|据介绍|记者"
    r"|(?:单个|单体)?(?:项目)?(?:总?投资|规模|体量|产值)?(?:额|量)?最[大多高长]的(?:项目)?是"
    r"|了解到|获悉|近日|日前|今日|昨日"
    r"|当天|当日|上午|下午|接着|现场|会上|活动现场|仪式上|包括|分别是|分别为|主要有|有|是|即"
    r"|第[一二三四五六七八九十]+是|[一二三四五六七八九十]是"
    r"|(?:20\d\d年)?\d{1,2}月\d{1,2}日)[，,：:]?)+"
)
_NUMBERING = re.compile(
    r"^\s*(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]|\d{1,3}\s?[.．、](?!\d)|[①-⑳]"
    r"|[●■◆▲★※•·])\s*[、.．]?\s*"
)
_OPEN_TAIL = re.compile(
    r"等(?:[0-9]+|[一二两三四五六七八九十]+)?(?:个|项|一批)?(?P<what>[^，。；、等]{0,10}?(?:项目|工程)?)$"
)
_VERBAL = re.compile(
    r"^(?:通报|公布|点评|听取|观摩|调研|部署|研究|个别|以|为|将|把|对|使|让|被|向|从|按|按照|围绕|通过|推动|推进|加快|确保|抓好|抓实|做好|谋划|实施"
    r"|争取|加强|深入|全力|积极|继续|坚持"
    r"|强化|聚焦|突出|统筹|提升|提高|完善|落实|保障|支持|服务|助力|带动|促进|进一步|大力|着力|狠抓|牢牢"
    r"|开展|启动|举行|召开"
    r"|每个|各个|多个|这些|那些|该|此|本|这|那|所有|全部|整个|他|她|它|当|和|并|也|还|将|正在|再|毗邻"
    r"|未|规划线路|我们|要"
    r"|不|没|未|可|能|会|再|建设(?=\d)|[【】])"
)
_SENTENCE_LIKE = re.compile(
    r"[，。！？；了]|着(?![色陆])|标志|表示|指出|强调|要求|负责人|介绍|了解|听取|查看|召开|主席|带队"
    r"|调研|察看|督导|慰问|先后|实地|书记|区长"
    r"|县长|市长|局长|主任|同志|一行|我们|工作$"
)
_BEGUN = re.compile(
    r"^(?:总投资|投资|占地|用地|选址|坐落|落户|位于|计划|拟|预计|建筑面积|主要|新建|已|目前|新增|年产|完成|累计"
    r"|[东南西北]?[起至接连到]|起于|止于)"
)
_CLASSES = re.compile(
    r"(?:[一二三四五六七八九十两]+|\d+)大[^，。；、]{0,8}(?:项目|工程)|(?:第?[一二三四五六七八九十\d]+|前[一二三四五六七八九十\d]+|上一?|本)[期批轮](?:“[^”]+”)?项目"
)
_SOME = re.compile(r"(?:[一二三四五六七八九十两几]+|\d+)(?:所|个|家|处|名|项|类)(?!.*等)")
_COUNTED = re.compile(
    r"(?:\d+|[一二两三四五六七八九十百]+)(?:个|项|宗|件)(?P<what>[^，。；]{0,20}(?:项目|工程))$"
)
_JOINTS = "及和与"
_LEAST_CLASS = 4  # code points: 重点项目
_CLASS_OF = re.compile(
    r"(?:[省市县镇乡]|(?<![片小校院厂库景港矿])区|街道|要|将|已|了|的|对|把|确保|通报|推进|召开|谋划|实施|安排|加快|推动|狠抓|抓好|聚焦|围绕"
    r"|开展|组织|发布|公布|调度|观摩|视察|调研|检查|督导|点评|晒出?|盘点|梳理|部署|研究)$"
)


@lru_cache(maxsize=1)
def _suffixes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = {row[0]: row[1].split() for row in load_table("project_suffixes")}
    strong = "|".join(sorted(map(re.escape, rows["strong"]), key=len, reverse=True))
    weak = "|".join(sorted(map(re.escape, rows["weak"] + rows["works"]), key=len, reverse=True))
    return re.compile(rf"(?:{strong})$"), re.compile(rf"(?:{weak})$")


@lru_cache(maxsize=1)
def _generic() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, load_words("generic_projects")), key=len, reverse=True))
    return re.compile(rf"(?:{words}|[\d一二三四五六七八九十两.％%“”、（）()—-])*")


def bare(name: str) -> str:
    """``name`` without a bracket at its end: （二期）, （外资）."""
    return _TAIL_BRACKET.sub("", name.strip())


def has_strong_suffix(name: str) -> bool:
    """True for a name that ends in 项目 or 工程."""
    return bool(_suffixes()[0].search(bare(name)))


def has_suffix(name: str) -> bool:
    """True for a name that ends as names of projects do."""
    core = bare(name)
    return bool(_suffixes()[0].search(core) or _suffixes()[1].search(core))


@lru_cache(maxsize=1)
def _works() -> re.Pattern[str]:
    rows = {row[0]: row[1].split() for row in load_table("project_suffixes")}
    return re.compile(rf"(?:{'|'.join(map(re.escape, rows['works']))})$")


def is_spoken(name: str) -> bool:
    """True for a name that running text can have as its subject: not a phrase that ends in 建设 or 改造."""
    core = bare(name)
    if _BEGUN.match(core) and not has_strong_suffix(core):
        return False
    return "、" not in core and not core.startswith(("由", "在")) and not _works().search(core)


def is_generic(name: str) -> bool:
    """True for a description of several projects (重点产业项目, 亿元以上签约项目)."""
    return bool(_generic().fullmatch(name.strip()))


def names_class(name: str) -> bool:
    """True for a class of projects with its district, time or verb in front: 青梧县重大产业项目, 通报一季度重点项目."""
    if not has_strong_suffix(name):
        return False
    cuts = range(1, len(name) - _LEAST_CLASS + 1)
    rests = (name[at:] for at in cuts if _CLASS_OF.search(name[:at]))
    return any(is_generic(rest) or _CLASSES.fullmatch(rest) for rest in rests)


def is_name(name: str, *, listed: bool = False) -> bool:
    """True where ``name`` can be a project's own name; ``listed``: it stands in a list of projects."""
    core = name.strip()
    if not 3 <= len(core) <= MAX_NAME or is_generic(core) or _SENTENCE_LIKE.search(core):
        return False
    if not listed and (names_class(core) or _suffixes()[1].fullmatch(core)):
        return False  # 幼儿园 alone names none
    if _CLASSES.fullmatch(core):
        return False
    if _SOME.match(core) or (_COUNTED.search(core) and is_generic(_COUNTED.search(core)["what"])):  # type: ignore[index]
        return False
    if _VERBAL.match(core) and not (listed and has_strong_suffix(core)):
        return False
    return has_suffix(core) or (listed and len(core) >= 4)


def lead_length(text: str) -> int:
    """How many code points of ``text`` stand in front of a name: numbering, 其中, 据介绍."""
    at = 0
    if match := _NUMBERING.match(text):
        at = match.end()
    if match := _LEAD.match(text[at:]):
        at += match.end()
    while at < len(text) and text[at] in " 　，,：:":
        at += 1
    return at


def is_numbered(text: str) -> bool:
    """True for an item of a numbered list."""
    return bool(_NUMBERING.match(text))


def cut(text: str, marks: str) -> list[Span]:
    """The pieces of ``text`` between ``marks``; what stands in brackets or quotation marks stays whole."""
    pieces: list[Span] = []
    closing: list[str] = []
    start = 0
    for at, sign in enumerate(text):
        if closing and sign == closing[-1]:
            closing.pop()
        elif sign in _BRACKETS and _BRACKETS[sign] in text[at + 1 :]:
            closing.append(_BRACKETS[sign])
        elif not closing and sign in marks:
            pieces.append((start, at))
            start = at + 1
    pieces.append((start, len(text)))
    return [(low, high) for low, high in pieces if text[low:high].strip()]


def split_names(text: str, count: int | None = None) -> tuple[tuple[Span, ...], bool]:
    """The names of a printed list, and whether it is open (ends in 等).

    Cuts at 、 only; joints (及, 和, 与) are opened one at a time, in the last name first, while there
    are fewer names than ``count``; where there are more, pieces without an ending of their own are
    joined to the next one.
    """
    end, is_open = _without_tail(text)
    marks = "、；;" if "、" in text[:end] or "；" in text[:end] else "、，,"
    pieces = [_trim(text, piece) for piece in cut(text[:end], marks)]
    pieces = [piece for piece in pieces if piece[0] < piece[1]]
    if not pieces:
        return (), is_open
    pieces = _opened(text, pieces, count) if not is_open or count is None else pieces
    pieces = _joined(text, pieces, count)
    return tuple(pieces), is_open


def _without_tail(text: str) -> tuple[int, bool]:
    stripped = text.rstrip("。；;，, 　\n")
    match = _OPEN_TAIL.search(stripped)
    if match and (not match["what"] or is_generic(match["what"])):
        return match.start(), True
    return len(stripped), False


def _trim(text: str, piece: Span) -> Span:
    start, end = piece
    while start < end and text[start] in " 　\n“”":
        if text[start] == "“" and "”" in text[start + 1 : end]:
            break
        start += 1
    start += lead_length(text[start:end]) if _NUMBERING.match(text[start:end]) else 0
    while end > start and text[end - 1] in " 　\n。；，":
        end -= 1
    return start, end


def _joints(text: str, piece: Span) -> list[int]:
    """Offsets of the joints in a piece, best first: behind a strong ending, behind any ending, others."""
    start, end = piece
    ranked: list[tuple[int, int]] = []
    for at in range(start + 3, end - 3):
        if text[at] not in _JOINTS or text[at : at + 2] in ("和谐", "和平", "与会", "及其"):
            continue
        left = text[start:at].removesuffix("以")
        if has_strong_suffix(left):
            ranked.append((0, at))
        elif has_suffix(left) and has_suffix(text[at + 1 : end]):
            ranked.append((1, at))
        elif has_suffix(left):
            ranked.append((2, at))
    return [at for _, at in sorted(ranked)]


def _opened(text: str, pieces: list[Span], count: int | None) -> list[Span]:
    if count is None:
        return _open_strong(text, pieces)
    while len(pieces) < count:
        for index in range(len(pieces) - 1, -1, -1):
            joints = _joints(text, pieces[index])
            if joints:
                start, end = pieces[index]
                left = joints[0] - (text[joints[0] - 1] == "以")
                pieces[index : index + 1] = [(start, left), (joints[0] + 1, end)]
                break
        else:
            break
    return [_trim(text, piece) for piece in pieces]


def _open_strong(text: str, pieces: list[Span]) -> list[Span]:
    """Without a stated count only …项目和…项目 is opened."""
    start, end = pieces[-1]
    for at in _joints(text, pieces[-1]):
        if has_strong_suffix(text[start:at]) and has_suffix(text[at + 1 : end]):
            return [*pieces[:-1], _trim(text, (start, at)), _trim(text, (at + 1, end))]
    return pieces


def _joined(text: str, pieces: list[Span], count: int | None) -> list[Span]:
    if count is None:
        return pieces
    merged = list(pieces)
    while len(merged) > count:
        loose = next((i for i, (a, b) in enumerate(merged[:-1]) if not has_suffix(text[a:b])), None)
        if loose is None:
            break
        merged[loose : loose + 2] = [(merged[loose][0], merged[loose + 1][1])]
    return merged
