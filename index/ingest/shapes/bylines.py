"""Names from bylines and leads."""

from __future__ import annotations

import re
from functools import lru_cache

from index.language.lexicon import load_pattern, load_table, load_words
from index.language.scripts import simplify_each

_LABELS = (
    "讯|电|报道|消息|浏览次数|浏览量|阅读量?|点击[数率]?|字号|字体|发布时间|发布日期|发布|时间|日期"
)
_SAID = ("讯", "电", "消息")
_BOTH = ("文/图", "图/文", "文图", "图文")  # 张三 文/图: both by who stands in front
_PIECE = load_pattern("ingest.bylines.piece")
_NAME = re.compile(r"[\u4e00-\u9fff]{1,4}")
_NO_NAMES = ("文", "图", "摄", "报道", "原创")
_BEHIND = load_pattern("ingest.bylines.behind")
_BEFORE = load_pattern("ingest.bylines.before")
_BRACKET = re.compile(r"[（(]([^（）()]*)[）)]")
_ORGANISATION = load_pattern("ingest.bylines.organisation")
_SIGNED = load_pattern("ingest.bylines.signed")
_TAIL = load_pattern("ingest.bylines.tail")


def role_words() -> frozenset[str]:
    """The words that say what somebody did for an article."""
    return frozenset(word for word, _ in load_table("byline_roles"))


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in load_table("byline_roles")}


@lru_cache(maxsize=1)
def _roles() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(role_words(), key=len, reverse=True)))
    return re.compile(
        rf"(?:本报|本网|全媒体|融媒体?|见习|实习(?!生)|首席|特约|特派)*(?P<role>{words}|{_LABELS})"
    )


def names(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(reporters, correspondents) of a byline such as 记者 马 悦 通讯员 张三/李四, as they are written."""
    plain = _without_strokes(simplify_each(text))
    reporters: list[str] = []
    correspondents: list[str] = []
    matches = list(_roles().finditer(plain))
    if matches and matches[0]["role"] in _BOTH and not any(map(str.isalpha, plain[matches[0].end() :])):
        return tuple(_names(text[: matches[0].start()], plain[: matches[0].start()])), ()
    for number, match in enumerate(matches):
        end = matches[number + 1].start() if number + 1 < len(matches) else len(text)
        kind = _kinds().get(match["role"])
        if kind == "reporter":
            reporters.extend(_names(text[match.end() : end], plain[match.end() : end]))
        elif kind == "correspondent":
            correspondents.extend(_names(text[match.end() : end], plain[match.end() : end]))
        elif match["role"] in _SAID and number + 1 == len(matches):
            reporters.extend(_bracketed(text[match.end() :]))
    if not matches and not re.search(r"\d", plain):
        reporters.extend(_names(text, plain))
    return tuple(dict.fromkeys(reporters)), tuple(dict.fromkeys(correspondents))


def names_in_role(text: str, role: str) -> tuple[str, ...]:
    """Who is named under a role word in a byline or a lead: 实习生 赵某 of （记者 钱某 实习生 赵某）."""
    plain = simplify_each(text)
    matches = list(_roles().finditer(plain))
    found: list[str] = []
    for number, match in enumerate(matches):
        if match["role"] == role:
            end = matches[number + 1].start() if number + 1 < len(matches) else len(text)
            found += _names(text[match.end() : end], plain[match.end() : end])
    return tuple(dict.fromkeys(found))


def _without_strokes(plain: str) -> str:
    """Blanks where 张三/文 and 文/张三 have 文 and where they have somebody with 图, so that offsets hold."""
    for pattern in (_BEHIND, _BEFORE):
        for match in pattern.finditer(plain):
            low, high = match.span("name") if match["role"] == "文" else (match.end(), match.end())
            blank = " " * len(match[0])
            kept = blank[: low - match.start()] + plain[low:high] + blank[: match.end() - high]
            plain = plain[: match.start()] + kept + plain[match.end() :]
    return plain


def _bracketed(text: str) -> list[str]:
    """本报讯（张三 李四）: names in brackets without a role."""
    match = _BRACKET.search(text)
    found = _names(match[1], simplify_each(match[1])) if match else []
    return found if found and all(map(is_person, found)) else []


def _names(text: str, plain: str) -> list[str]:
    """Names between separators; single characters are the pieces of a name that was spread (马 悦)."""
    found: list[str] = []
    single = ""
    for match in _PIECE.finditer(plain):
        piece = text[match.start() : match.end()]
        parts = () if _ORGANISATION.search(match[0]) else _run_together(match[0])
        if parts:
            found += [text[match.start() + a : match.start() + b] for a, b in parts]
            continue
        credit = match[0] in _NO_NAMES and not (len(match[0]) == len(single) == 1)  # 罗 文 is a name, 张三 文 is none
        if not _NAME.fullmatch(match[0]) or credit or _ORGANISATION.search(match[0]):
            continue
        if len(piece) == 1:
            if len(single) == 3 or (len(single) == 2 and match[0] in surnames()):
                found.append(single)
                single = ""
            single += piece
            continue
        alone = single in surnames() and not (found and len(found[-1]) == 2)  # nothing else it could belong to
        if len(single) == 1 and len(piece) == 2 and (alone or match[0][0] not in surnames()):
            piece = single + piece
        elif single:
            found.append(single)
        single = ""
        found.append(piece)
    if len(single) == 1 and found and len(found[-1]) == 2:
        found[-1] += single
    return found + ([single] if len(single) > 1 else [])


def _run_together(piece: str) -> list[tuple[int, int]]:
    """Where two names meet that were printed without a blank; empty for one name."""
    if not 4 <= len(piece) <= 6 or piece[:2] in surnames() or not re.fullmatch(r"[\u4e00-\u9fff]+", piece):
        return []
    for cut in (2, 3):
        if 2 <= len(piece) - cut <= 3 and is_person(piece[:cut]) and is_person(piece[cut:]):
            return [(0, cut), (cut, len(piece))]
    return []


def tail_byline(text: str) -> int | None:
    """Offset of a byline in brackets at the end of a paragraph, or None."""
    match = _TAIL.search(text)
    if match is None:
        signed = _SIGNED.search(text)
        match = signed if signed is not None and is_person(signed["name"]) else None
    return match.start() if match else None


def is_person(name: str) -> bool:
    """True for what may be the name of a person: a family name, and one or two characters more."""
    if name[:2] in surnames():
        return 2 <= len(name) <= 4
    return name[:1] in surnames() and 2 <= len(name) <= 3


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Chinese family names, of one and of two characters."""
    return frozenset(surname for line in load_words("surnames") for surname in line.split())
