"""Broken lines: is a short line a headline, or the first half of a sentence?"""

from __future__ import annotations

import re

from index.ingest.shapes.bylines import is_person, surnames
from index.language.lexicon import load_pattern, load_words
from index.language.tokens import default_tokenizer

_SALUTATION = r"(?:编辑同志|[编记]者同志|各位(?:市民|居民|村民|街坊|家长|乡亲|读者)|尊敬的[^，。：]{2,12})\s*[：:]"
_OFFICE = r"(?:局|厅|委|办|会|联|部|院|站|台|所|校|园|中心|大队|支队|公司|集团|政府|街道|镇|乡)"
_REPORTED = rf"(?:据|从|来自)?(?:[^，。：；（）]{{1,14}}?{_OFFICE}(?:\d{{1,2}}月\d{{1,2}}日|昨[日天]|今[日天])?的?)"
OFFICE_OPENING = re.compile(rf"{_REPORTED}(?:最新)?(?:消息|获悉|通报)[，：:]")
"""区商务局消息，: the office that a report comes from stands in front of it."""

_SOURCE_OPENING = rf"据{_REPORTED}(?:介绍|统计|预报|监测|透露|公布|发布|通报)"
FIRST_WORDS = re.compile(
    r"^(?:记者(?:\d{1,2}月\d{1,2}日|昨[日天]|今[日天]|近日|日前)?[从在].{2,}[，,]|(?:日前|近日|连日来)[，,]"
    rf"|\d{{1,2}}月\d{{1,2}}日(?:[上下]午|晚上?)?[，,]|{OFFICE_OPENING.pattern}|{_SOURCE_OPENING}[，,])"
)
"""First words of a report that no headline has."""

NEWS_OPENING = re.compile(
    rf"{_SALUTATION}|{OFFICE_OPENING.pattern}|{_SOURCE_OPENING}|(?:【[^【】]{{1,12}}】\s*)?"
    r"(?:\d{1,2}月\d{1,2}日|昨[日天]|今[日天]|日前|近日|本周|上周|连日来|即日起|记者从|记者|上半年|今年以来|(?:前)?[一二三四]季度|截至|\d{1,2}月|\d{4}年)"
)
"""How the first sentence of a report begins that has no lead."""

_SAYS_HELLO = re.compile(_SALUTATION)
_STARTS_INSIDE = load_pattern("ingest.breaks.starts_inside")
_ENDS_INSIDE = load_pattern("ingest.breaks.ends_inside")
_FIGURE_AHEAD = load_pattern("ingest.breaks.figure_ahead")
_PREDICATE = load_pattern("ingest.breaks.predicate")
_LEARNT_FROM = load_pattern("ingest.breaks.learnt_from")
_FIGURE_GOES_ON = load_pattern("ingest.breaks.figure_goes_on")
NOTICE_OPENING = load_pattern("ingest.breaks.notice_opening")
_REST_OF_SENTENCE = load_pattern("ingest.breaks.rest_of_sentence")
_SAYS = load_pattern("ingest.breaks.says")
_ENDS_AS_OFFICE = re.compile(rf"{_OFFICE}$")
_TITLED = 4  # code points of a title in front of a name
_DATE_GOES_ON = (
    (re.compile(r"(?:自|从|于|至|到|截至)(?:去年|今年|明年|\d{4}年)?$"), re.compile(r"^\d")),
    (re.compile(r"(?:\d{4}|去|今|明)年$"), re.compile(r"^\d{1,2}月")),
    (re.compile(r"(?<!\d)(?:19?\d?|20?\d?)$"), re.compile(r"^\d{1,3}年")),
    (re.compile(r"[上下]半$|\d半$"), re.compile(r"^年")),
    (re.compile(r"\d个$"), re.compile(r"^(?:半)?月")),
    (re.compile(r"\d[时点]$"), re.compile(r"^(?:\d{1,2}分|[至到]\d)")),
    (re.compile(r"\d月$"), re.compile(r"^\d{1,2}日")),
    (re.compile(r"\d月[123]$"), re.compile(r"^\d日")),
    (re.compile(r"\d$"), re.compile(r"^(?:月\d{1,2}日|年\d{1,2}月|日(?:[至前起，。]|[上下]午)|号[，。、；院楼内])")),
    (re.compile(r"\d$"), re.compile(r"^\d{0,4}[-—]\d{4}")),
    (re.compile(r"\d日$"), re.compile(r"^(?:[上下中]午|[早晚]上|凌晨|清晨|傍晚|[起至前])")),
)
_DASHED = load_pattern("ingest.breaks.dashed")
_ENUMERATES = load_pattern("ingest.breaks.enumerates")  # …，一⏎是…
_ITEM = load_pattern("ingest.breaks.item")
_PAIRS = (("（", "）"), ("“", "”"), ("《", "》"), ("(", ")"))
_AROUND = 6  # code points on each side of a break that the tokenizer sees


def surely_broken(before: str, after: str, *, headline: bool = False) -> bool:
    """True where a line and the next one cannot be but one: marks, brackets, figures, Latin words.

    ``headline``: both are lines of a headline, where the second may be a predicate of its own (预计明年通车).
    """
    if not before or not after:
        return False
    return bool(
        _STARTS_INSIDE.match(after)
        or _ENDS_INSIDE.search(before)
        or (before[-1].isdigit() and _FIGURE_GOES_ON.match(after))
        or (before[-1].isascii() and before[-1].isalpha() and after[0].isascii() and after[0].isalpha())
        or _REST_OF_SENTENCE.match(after)
        or _FIGURE_AHEAD.match(after)
        or _LEARNT_FROM.search(before)
        or (not headline and _PREDICATE.match(after))
        or _speaker_goes_on(before, after)
        or _office_goes_on(before, after)
        or goes_on_in_figure(before, after)
        or (_ENUMERATES.search(before) and after[0] in "是要")
        or any(before.count(left) > before.count(right) for left, right in _PAIRS)
    )


def goes_on_in_figure(before: str, after: str) -> bool:
    """True where a break falls inside a date or a telephone number."""
    if before[-1:].isdigit() and _DASHED.match(after):
        return True
    return any(left.search(before) and right.match(after) for left, right in _DATE_GOES_ON)


def is_salutation(text: str) -> bool:
    """True for 编辑同志： and the like, with which a letter begins."""
    return bool(_SAYS_HELLO.match(text))


def _speaker_goes_on(before: str, after: str) -> bool:
    """局表示，… goes on with the name of an office, 若水说，… with that of a person, if an office stands before."""
    match = _SAYS.match(after)
    if match is None:
        return False
    return not is_person(match[1]) or before.endswith(tuple(load_words("offices")))


def _office_goes_on(before: str, after: str) -> bool:
    """…管委会 goes on with 主任楚云飞: the title and the name of who speaks for it."""
    if not _ENDS_AS_OFFICE.search(before):
        return False
    sizes = [size for size in range(2, _TITLED + 1) if after[:size] in load_words("offices")]
    return bool(sizes) and after[sizes[-1] : sizes[-1] + 1] in surnames()


def within_word(before: str, after: str, *, strict: bool = False) -> bool:
    """True where the break falls inside a word; ``strict``: which is no word any more without its last sign."""
    left, right = before[-_AROUND:], after[:_AROUND]
    words = default_tokenizer().words(left + right)
    word = next((one for one in words if one.start < len(left) < one.end), None)
    if word is None:
        return False
    return not (strict and len(left) - word.start >= 2 and word.end - len(left) == 1)


def hangs(before: str) -> bool:
    """The last word asks for another: 将, 对, 和 …"""
    words = default_tokenizer().words(before[-_AROUND:])
    return bool(words) and words[-1].text in load_words("hanging_words")


def begins_sentence(line: str, following: str, *, headed: bool, tight: bool, apart: bool = False) -> bool:
    """True where a short line is the first half of a sentence that goes on in the next line.

    Args:
        line: a line without a full stop. following: the running text below it. headed: a headline stands
            above the line already. tight: the gap below the line is narrower than the one above it.
        apart: empty lines stand above and below.
    """
    if surely_broken(line, following) or hangs(line):
        return True
    if _ITEM.match(following) or is_salutation(following):
        return False
    opens = bool(NEWS_OPENING.match(line) or NOTICE_OPENING.match(line))
    if not headed:
        return (opens and "，" in line) or within_word(line, following, strict=apart)
    if tight and "，" in line:
        return True
    return not NEWS_OPENING.match(following) and (opens or "，" in line or within_word(line, following, strict=apart))
