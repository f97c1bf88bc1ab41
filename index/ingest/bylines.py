"""Names from bylines and leads."""

from __future__ import annotations

import re
from functools import lru_cache

from index.language.lexicon import load_words
from index.language.scripts import simplify_each

_ROLE = re.compile(
    r"(?:本报|本网|全媒体|融媒体|见习|实习|首席|特约|特派)*(?P<role>记者|实习生|通讯员|摄影|供稿|撰文|作者|文/图|图/文|文/摄|编辑|来源|责任编辑|责编|校对|审核|讯|电|报道"
    r"|浏览次数|浏览量|阅读量?|点击[数率]?|字号|字体|发布时间|发布日期|发布|时间|日期)"
)
_REPORTERS, _CORRESPONDENTS = ("记者", "实习生", "作者", "撰文", "文/图", "图/文", "文/摄"), ("通讯员", "供稿")
_PIECE = re.compile(r"[^\s、/／∕，,丨|·:：()（）【】\[\]□■]+")
_NAME = re.compile(r"[\u4e00-\u9fff]{1,4}")
_NO_NAMES = ("文", "图", "摄", "报道")
_ORGANISATION = re.compile(
    r".(?:中心|单位|公司|局|委|办|部|处|科|室|社|台|站|镇|乡|街道|政府|小学|中学|医院|支队|大队|协会)$"
)
_SIGNED = re.compile(r"(?<=[。！？”])[（(](?P<name>[\u4e00-\u9fff]{2,4})[）)]\s*$")
_TAIL = re.compile(r"[（(](?:本报|全媒体|见习|实习|记者|通讯员)[^（）()。]{2,40}[）)]\s*$")


def names(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(reporters, correspondents) of a byline such as 记者 马 悦 通讯员 张三/李四, as they are written."""
    plain = simplify_each(text)
    reporters: list[str] = []
    correspondents: list[str] = []
    matches = list(_ROLE.finditer(plain))
    for number, match in enumerate(matches):
        end = matches[number + 1].start() if number + 1 < len(matches) else len(text)
        found = _names(text[match.end() : end], plain[match.end() : end])
        if match["role"] in _REPORTERS:
            reporters.extend(found)
        elif match["role"] in _CORRESPONDENTS:
            correspondents.extend(found)
    if not matches:
        reporters.extend(_names(text, plain))
    return tuple(dict.fromkeys(reporters)), tuple(dict.fromkeys(correspondents))


def _names(text: str, plain: str) -> list[str]:
    """Names between separators; single characters are the pieces of a name that was spread (马 悦)."""
    found: list[str] = []
    single = ""
    for match in _PIECE.finditer(plain):
        piece = text[match.start() : match.end()]
        if not _NAME.fullmatch(match[0]) or match[0] in _NO_NAMES or _ORGANISATION.search(match[0]):
            continue
        if len(piece) == 1:
            single += piece
            if len(single) == 3:
                found.append(single)
                single = ""
            continue
        if len(single) == 1 and len(piece) == 2 and match[0][0] not in surnames():
            piece = single + piece
        elif single:
            found.append(single)
        single = ""
        found.append(piece)
    if len(single) == 1 and found and len(found[-1]) == 2:
        found[-1] += single
    return found + ([single] if len(single) > 1 else [])


def tail_byline(text: str) -> int | None:
    """Offset of a byline in brackets at the end of a paragraph, or None."""
    match = _TAIL.search(text)
    if match is None:
        signed = _SIGNED.search(text)
        match = signed if signed is not None and _is_person(signed["name"]) else None
    return match.start() if match else None


def _is_person(name: str) -> bool:
    return name[:2] in surnames() or (name[0] in surnames() and len(name) <= 3)


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Chinese family names, of one and of two characters."""
    return frozenset(surname for line in load_words("surnames") for surname in line.split())
