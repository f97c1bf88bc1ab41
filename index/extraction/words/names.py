"""Names of projects: what looks like one, and how a printed list of them is cut."""

from __future__ import annotations

import re
from functools import lru_cache

from index.language.lexicon import load_pattern, load_table, load_words
from index.records import Span

MAX_NAME = 90
_BRACKETS = {"（": "）", "(": ")", "《": "》", "“": "”", "【": "】", "[": "]"}
_TAIL_BRACKET = re.compile(r"[（(][^（）()]{1,16}[）)]$")
_LEAD = load_pattern("extraction.names.lead")
_NUMBERING = load_pattern("extraction.names.numbering")
_OPEN_TAIL = load_pattern("extraction.names.open_tail")
_VERBAL = load_pattern("extraction.names.verbal")
_SENTENCE_LIKE = load_pattern("extraction.names.sentence_like")
_BEGUN = load_pattern("extraction.names.begun")
_CLASSES = load_pattern("extraction.names.classes")
_SOME = load_pattern("extraction.names.some")
_COUNTED = load_pattern("extraction.names.counted")
_SECTION_OF = load_pattern("extraction.names.section_of")  # 甲数控四期
_JOINTS = "及和与"
_LEAST_CLASS = 4  # code points: 重点项目
_CLASS_OF = load_pattern("extraction.names.class_of")


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
    return bool(_suffixes()[0].search(core) or _suffixes()[1].search(core) or _SECTION_OF.search(core))


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
    while len(pieces) > 1 and _SAYS_AMOUNT.match(text[slice(*pieces[-1])]):
        del pieces[-1]  # 甲项目和乙项目，总投资分别为15亿元和12亿元
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


_SAYS_AMOUNT = load_pattern("extraction.names.says_amount")
_WHOLE_NAME = 5  # code points: 道路和桥梁工程 is one name


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
            pieces = _last_opened(text, pieces, count)
            break
    return [_trim(text, piece) for piece in pieces]


def _last_opened(text: str, pieces: list[Span], count: int) -> list[Span]:
    """甲大棚和乙实训楼 at the end of a list that wants one name more: the only joint parts them."""
    start, end = pieces[-1]
    joints = [at for at in range(start + 3, end - 3) if text[at] in _JOINTS]
    if len(pieces) + 1 != count or len(pieces) < 2 or len(joints) != 1:
        return pieces
    return [*pieces[:-1], (start, joints[0] - (text[joints[0] - 1] == "以")), (joints[0] + 1, end)]


def _open_strong(text: str, pieces: list[Span]) -> list[Span]:
    """Without a stated count only …项目和…项目 is opened, or …二期和…扩建工程 at the end of a list."""
    start, end = pieces[-1]
    for at in _joints(text, pieces[-1]):
        left = text[start:at].removesuffix("以")
        sure = has_strong_suffix(left) or (len(pieces) > 1 and has_suffix(left) and at - start > _WHOLE_NAME)
        if sure and has_suffix(text[at + 1 : end]):
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
