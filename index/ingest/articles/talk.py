"""Talk in print: who asks and who answers in interviews, questions with their answers, letters with replies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from index.ingest.shapes.breaks import surely_broken
from index.ingest.shapes.bylines import is_person, names
from index.ingest.shapes.line import Line
from index.language.lexicon import load_pattern, load_words

_LABEL = re.compile(r"^[【［\[](?P<who>[^【】［］\[\]]{1,12})[】］\]]\s*(?P<said>\S?)")
_NAMED = re.compile(r"^(?P<who>[^：:，。；！？\s]{1,16}(?:\s[\u4e00-\u9fff]{2,4})?)\s*[：:]\s*(?P<said>\S?)")
_ASIDE = re.compile(r"[（(][^（）()]{1,16}[）)]$|[“‘「《][^”’」》]{1,12}[”’」》]$|(?<=\S)\s?[\dA-Z]{1,2}$")
_SAYING = load_pattern("ingest.talk.saying")  # 网友“某某”来信问
_LONGEST_ROLE = 4  # code points of 张先生 behind 市民
_LONGEST_OFFICE = 12  # code points of 县教育局 in front of 回复
_PEOPLE = ("网友", "网民", "市民", "读者", "居民", "村民", "家长")
_SPOKEN = ("short", "body")
_HOSTS = ("主持人", "记者", "本报记者", "本刊记者")
_QUESTIONS = ("问", "Q", "提问", "追问")
_ANSWERS = ("答", "A", "回答", "答复", "回复")
_LONG_ENOUGH = 5  # code points of what a host says, no name
_ASKED = re.compile(r"[？?][”」]?$")
_INSIDE = re.compile(r"[。；]")
_REPLIES = ("回复", "答复", "回应", "解答")


@lru_cache(maxsize=1)
def _roles() -> tuple[frozenset[str], re.Pattern[str]]:
    words = load_words("speakers")
    return words, re.compile(rf"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})$")


def speaks(text: str) -> bool:
    """True for a line that begins with who says it: 问：, 主持人：, 网友“某某”：, 某局回复（5月3日）：, 【记者】."""
    match = _LABEL.match(text) or _NAMED.match(text)
    return match is not None and _is_role(match["who"])


def asks(text: str) -> bool:
    """True for a line in which somebody asks: 问：…, 【主持人】…, 网友“某某”：…？, a question alone."""
    match = _LABEL.match(text) or _NAMED.match(text)
    if match is None:
        return bool(_ASKED.search(text)) and not _INSIDE.search(text)
    who = _ASIDE.sub("", match["who"]).strip()
    if who in _QUESTIONS or (who in _HOSTS and len(text) - match.end() >= _LONG_ENOUGH):
        return True
    return bool(_ASKED.search(text)) and _is_role(who) and who not in _ANSWERS


def with_talk(lines: Sequence[Line]) -> list[Line]:
    """The lines; those that begin with who speaks are running text, questions, too, however short."""
    bracketed = Counter(match["who"] for line in lines if (match := _LABEL.match(line.text)) and match["said"])
    asked = any(_is_role(who) for who in bracketed)
    named = Counter(match["who"] for line in lines if (match := _NAMED.match(line.text)))
    answer = [who for who, times in named.items() if times > 1 and is_person(who)] if _is_interview(named) else []
    heard = [_is_heard(line, bracketed, asked) or _answers(line, answer) for line in lines]
    found = list(lines)
    for at, line in enumerate(lines):
        if heard[at]:
            below = lines[at + 1] if at + 1 < len(lines) else None
            apart = below is None or heard[at + 1] or below.kind not in ("body", "short") or below.numbered
            told = below is not None and (not asks(line.text) or surely_broken(line.text, below.text))
            broken = not apart and told and not _is_name(line.text)
            found[at] = replace(line, kind="body", ended=line.ended or not broken, numbered=False)
    return found


def _answers(line: Line, people: Sequence[str]) -> bool:
    """One of those who are asked speaks under the own name."""
    match = _NAMED.match(line.text) if line.kind in _SPOKEN and people else None
    return match is not None and match["who"] in people


def _is_interview(named: Counter[str]) -> bool:
    """Somebody asks more than once."""
    return any(named[who] > 1 for who in (*_HOSTS, *_QUESTIONS))


def _is_name(text: str) -> bool:
    """主持人：贝蕾 and 嘉宾：县教育局局长 某某 only name who takes part."""
    match = _NAMED.match(text)
    return match is not None and is_person(text.split()[-1].split("：")[-1])


def _is_heard(line: Line, bracketed: Counter[str], asked: bool) -> bool:
    """Somebody speaks in the line; ``asked``: somebody asks in brackets on the page."""
    if line.level or line.kind not in (*_SPOKEN, "byline", "tablecaption", "caption"):
        return False
    if line.kind == "byline" and any(names(line.text)) and not re.search("[？?]", line.text):
        return False  # 记者：安若素
    label = _LABEL.match(line.text)
    if label is None:
        match = _NAMED.match(line.text)
        return match is not None and _is_role(match["who"])
    again = bracketed[label["who"]] > 1 and (asked or line.kind == "body")
    talks = again or (asked and is_person(label["who"]))
    return bool(label["said"]) and (_is_role(label["who"]) or talks)


def _is_role(who: str) -> bool:
    words, ending = _roles()
    bare = _ASIDE.sub("", _SAYING.sub("", who)).strip()
    if bare in words or any(bare.startswith(one) and len(bare) <= len(one) + _LONGEST_ROLE for one in _PEOPLE):
        return True
    match = ending.search(bare)
    return match is not None and 0 < match.start() <= _LONGEST_OFFICE and match[0] in _REPLIES
