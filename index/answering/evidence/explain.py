"""Does a piece of evidence account for a word of the question?

Coverage, not a score, decides whether there is an answer: a BM25 score cannot tell an attribute that is
printed from one that is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.extraction.words.respective import PRIZES
from index.language.lexicon import load_groups, load_pattern
from index.language.numerals import parse_number, units
from index.language.pinyin import sounds_alike, syllables
from index.language.scripts import compact
from index.language.tokens import default_tokenizer
from index.understanding.query import Term
from index.understanding.terms import synonyms

_CRITICAL = 0.6  # half a place name is another place
_FIGURES = re.compile(r"\d|(?<![a-z])[a-z](?![a-z])")  # 1至11月 is not 1至8月, nor B区 A区
EXACT, SYNONYM, GAPPED, SOUND, PART = 1.0, 0.95, 0.75, 0.8, 0.5


@dataclass(frozen=True, slots=True)
class Match:
    """How well a word is accounted for: 0 to 1, and the printed words that do it."""

    score: float
    printed: str = ""


NOTHING = Match(0.0)


@lru_cache(maxsize=65536)
def explained(word: str, evidence: str) -> Match:
    """How far ``evidence`` (compact form) accounts for ``word`` (folded)."""
    typed, word = word, compact_word(word)
    if not word or not evidence:
        return NOTHING
    hides = _HIDES.get(word)
    if hides is not None and _stands_only_behind(hides, word, evidence):
        return NOTHING
    if _stands_only_behind(_NON, word, evidence) or _stands_only_in_front(_FRINGE, word, evidence):
        return NOTHING
    if word in evidence and not (word[0].isdigit() and not _whole_figure(word, evidence)):
        return Match(EXACT, word)
    for other, printed in _synonyms_of(typed):
        if printed in evidence and (len(printed) > 1 or _stands_alone(printed, evidence)):
            return Match(SYNONYM, other)
    if _in_a_row(word, evidence) or _in_a_span(word, evidence) or (word[-1] == "成" and _in_tenths(word, evidence)):
        return Match(SYNONYM, word)
    if len(word) < 2 or _FIGURES.search(word) or not any(sign in evidence for sign in word):
        return NOTHING
    if word in _HIDDEN:
        evidence = evidence.replace(_HIDDEN[word], "|")
    return max(
        _ending(word, evidence),
        _gapped(word, evidence),
        _sounding(word, evidence),
        _parts(word, evidence),
        key=lambda m: m.score,
    )


_NON, _FRINGE = "非", "边缘"
_HIDES = {"出口": "进"}  # 进出口总额 tells nothing of what went out
_HIDDEN = {"进口": "进出口"}  # nor of what came in


def _stands_only_behind(prefix: str, word: str, evidence: str) -> bool:
    """学科类 is nothing that 非学科类12家 speaks of."""
    if len(word) < 2 or prefix + word not in evidence:
        return False
    return evidence.count(word) == evidence.count(prefix + word)


def _stands_only_in_front(suffix: str, word: str, evidence: str) -> bool:
    """低保 is nothing that 低保边缘家庭 are."""
    if len(word) < 2 or word + suffix not in evidence:
        return False
    return evidence.count(word) == evidence.count(word + suffix)


def _stands_alone(sign: str, evidence: str) -> bool:
    """The sign is a word of its own, or stands beside a figure: 前 of 20日前, 率 of 合格率99%."""
    return sign in _beside_figures(evidence) or sign in _words_in(evidence)


_BESIDE_FIGURE = load_pattern("answering.explain.beside_figure")


@lru_cache(maxsize=4096)
def _beside_figures(evidence: str) -> frozenset[str]:
    return frozenset(sign for match in _BESIDE_FIGURE.finditer(evidence) for sign in match[0])


@lru_cache(maxsize=4096)
def _words_in(evidence: str) -> frozenset[str]:
    """The words as they are cut: 动 is none of 主动, and 长 none of 区长."""
    return frozenset(word.text for word in default_tokenizer().words(evidence))


@lru_cache(maxsize=8192)
def _synonyms_of(word: str) -> tuple[tuple[str, str], ...]:
    """The words that may stand for ``word`` (第三名: 季军), each with the form that is compared."""
    known = synonyms().get(word) or synonyms().get(compact_word(word), ())
    others = (*known, *_each(word), *_schools(word), *_months(word), *_levels(word), *_not_yet(word))
    return tuple((other, compact_word(other)) for other in others)


_ROMAN = {"一": "Ⅰ", "二": "Ⅱ", "三": "Ⅲ", "四": "Ⅳ", "五": "Ⅴ"}


def _levels(word: str) -> tuple[str, ...]:
    """二级响应 is printed Ⅱ级, 一类水 Ⅰ类."""
    return (_ROMAN[word[0]] + word[1],) if len(word) == 2 and word[1] in "级类" and word[0] in _ROMAN else ()


def _not_yet(word: str) -> tuple[str, ...]:
    """没拿到 is printed 未拿到 or 未能拿到."""
    match = _NOT.match(word)
    done = word[match.end() :] if match else ""
    return (f"未{done}", f"未能{done}", f"没有{done}") if len(done) > 1 else ()


_NOT = load_pattern("answering.explain.not")
_EACH = load_pattern("answering.explain.each")
_SPAN_OF_MONTHS = load_pattern("answering.explain.span_of_months")
_TIER = load_pattern("answering.explain.tier")
_SCHOOL = load_pattern("answering.explain.school")
_SCHOOLS = {
    "中": ("第{n}中学", "第{n}高级中学", "第{n}初级中学", "第{n}实验中学", "{n}中"),
    "高": ("第{n}高级中学",),
    "初": ("第{n}初级中学",),
    "小": ("第{n}小学", "第{n}实验小学", "第{n}完全小学"),
    "幼": ("第{n}幼儿园",),
    "院": ("第{n}人民医院", "第{n}医院"),
}


def _each(word: str) -> tuple[str, ...]:
    """多少钱一台: printed as 每台; 每户: printed as 一户 or 户均."""
    match = _EACH.fullmatch(word)
    if not match:
        return ()
    unit = match["unit"]
    if unit not in units():
        return (f"每{unit}",) if word[0] == "一" and len(unit) == 1 else ()  # 一科多少钱: 每科50元
    return tuple(form for form in (f"每{unit}", f"一{unit}", f"{unit}均", f"元/{unit}") if form != word)


_MONTHS = ("三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")  # 一月 and 二月 stand in 十一月, 十二月


def _months(word: str) -> tuple[str, ...]:
    """8月: printed as 八月; 1至8月: printed as 1月至8月, 前8月 or 前八个月."""
    if word[:-1].isdigit() and word[-1] == "月" and 2 < int(word[:-1]) <= 12:
        return (f"{_MONTHS[int(word[:-1]) - 3]}月",)
    match = _SPAN_OF_MONTHS.fullmatch(word)
    if match is None:
        return ()
    first, last = match["first"], match["last"]
    joined = tuple(f"{first}{one}{last}月" for one in ("月至", "月到", "—", "-", "～", "~", "－", "月—", "月-"))
    if first != "1":
        return joined
    spelt = (f"前{_MONTHS[int(last) - 3]}个月",) if 2 < int(last) <= 12 else ()
    return (*joined, f"前{last}月", f"前{last}个月", *spelt)


def _schools(word: str) -> tuple[str, ...]:
    """一中: printed as 第一中学 or 第一高级中学."""
    match = _SCHOOL.fullmatch(word)
    return tuple(form.format(n=match["n"]) for form in _SCHOOLS[match["sort"]]) if match else ()


@lru_cache(maxsize=1)
def _endings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(ending, those that may stand for it), longest first."""
    pairs = [(one, tuple(group)) for group in load_groups("endings") for one in group]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _ending(word: str, evidence: str) -> Match:
    """救灾款 in 救灾资金: the same stem with an ending that means the same."""
    stem, others = _parted(word)
    if not stem:
        return NOTHING
    at = evidence.find(stem)
    while at >= 0:
        if evidence.startswith(others, at + len(stem)):
            return Match(SYNONYM, evidence[at : at + len(word)])
        at = evidence.find(stem, at + 1)
    return NOTHING


@lru_cache(maxsize=8192)
def _parted(word: str) -> tuple[str, tuple[str, ...]]:
    """The stem of a compound and the endings that may stand behind it; "" where it has no such ending."""
    for ending, others in _endings():
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)], others
    return "", ()


_PLACED = load_pattern("answering.explain.placed")
_ROW = load_pattern("answering.explain.row")
_DAY, _DAYS = load_pattern("answering.explain.day"), load_pattern("answering.explain.days")
_ONE_OF_SPAN = load_pattern("answering.explain.one_of_span")
_EACH_OF_SPAN = load_pattern("answering.explain.each_of_span")
_TENTHS = load_pattern("answering.explain.tenths")
_PERCENT = re.compile(r"(?<![\d.])(\d{1,2}(?:\.\d+)?)%")


def _in_a_row(word: str, evidence: str) -> bool:
    """第三名 is said by 第二、三名, 二等奖 by 一、二、三等奖, 3月17日 by 3月16日、17日."""
    if word[-1] == "日":
        return _is_one_of_the_days(word, evidence)
    if word[1:] == "等奖":
        return any(word[0] in match["signs"] for match in PRIZES.finditer(evidence))
    asked = _PLACED.fullmatch(word) if word[0] == "第" else None
    if asked is None or asked["of"] not in evidence:
        return False
    wanted = parse_number(asked["n"])
    return any(
        row["of"] == asked["of"] and any(parse_number(one) == wanted for one in re.split("[、和至到]", row["row"]))
        for row in _ROW.finditer(evidence)
    )


def _in_a_span(word: str, evidence: str) -> bool:
    """二季度 is said by 前三个季度签约数依次为…: one value for each of them."""
    asked = _ONE_OF_SPAN.fullmatch(word)
    return asked is not None and any(
        match["of"] == asked["of"]
        and parse_number(asked["n"]) <= parse_number((match["n"] or match["some"] or match["last"]).replace("两", "二"))
        for match in _EACH_OF_SPAN.finditer(evidence)
    )


def _is_one_of_the_days(word: str, evidence: str) -> bool:
    asked = _DAY.fullmatch(word)
    if asked is None or f"{asked['month']}月" not in evidence:
        return False
    rows = (row for row in _DAYS.finditer(evidence) if row["month"] == asked["month"])
    return any(asked["day"] in re.findall(r"\d+", row["days"]) for row in rows)


def _in_tenths(word: str, evidence: str) -> bool:
    """两成 (掉了两成多) is said by 22.6%."""
    asked = _TENTHS.fullmatch(word)
    if asked is None:
        return False
    low = 10 * parse_number(asked["n"])
    return any(low <= float(one) < low + 10 for one in _PERCENT.findall(evidence))


def _whole_figure(word: str, evidence: str) -> bool:
    """1月 stands in 11月 only by its letters; 2.16路 is the second of a list, about 16路."""
    if re.search(r"(?<![\d.])" + re.escape(word), evidence) is not None:
        return True
    return word[-1] in "路线" and re.search(r"(?:^|[。;:|])\d{1,2}\." + re.escape(word), evidence) is not None


@lru_cache(maxsize=8192)
def compact_word(word: str) -> str:
    """``word`` as it is compared."""
    return compact(word)


def _gapped(word: str, evidence: str) -> Match:
    """封测 in 封装测试: the letters in order within a short stretch that begins and ends with them."""
    if not all("\u4e00" <= sign <= "\u9fff" for sign in word):
        return NOTHING
    reach = 2 * len(word) + 1
    at = evidence.find(word[0])
    while at >= 0:
        end = at
        for sign in word[1:]:
            end = evidence.find(sign, end + 1, at + reach)
            if end < 0:
                break
        if end > 0:
            return Match(GAPPED if len(word) > 2 else 0.6, evidence[at : end + 1])
        at = evidence.find(word[0], at + 1)
    return NOTHING


def _sounding(word: str, evidence: str) -> Match:
    """A homophone typed for the printed word; one letter at least must be the same."""
    size = len(word)
    if _TIER.fullmatch(word):
        return NOTHING  # 省级 is not 县级, however it sounds
    for anchor, sign in enumerate(word):
        at = evidence.find(sign)
        while at >= 0:
            start = at - anchor
            window = evidence[start : start + size] if start >= 0 else ""
            alike = len(window) == size and window != word and all(map(sounds_alike, word, window))
            if alike and not _are_two_words(word, window):
                return Match(SOUND, window)
            at = evidence.find(sign, at + 1)
    return NOTHING


@lru_cache(maxsize=4096)
def _are_two_words(word: str, window: str) -> bool:
    """学位 and 学历: two words of the dictionary that only a rare reading of a letter makes sound alike."""
    known = default_tokenizer().frequency
    return bool(known(word) and known(window)) and syllables(word) != syllables(window)


def _parts(word: str, evidence: str) -> Match:
    """A longer word of which a half of at least two letters is there."""
    if len(word) < 4:
        return NOTHING
    half = len(word) // 2
    for piece in (word[:half], word[half:], word[: half + 1], word[-half - 1 :]):
        if len(piece) >= 2 and piece in evidence:
            return Match(PART, piece)
    return NOTHING


def coverage(
    terms: tuple[Term, ...], regions: tuple[tuple[str, float], ...]
) -> tuple[float, tuple[Term, ...], tuple[tuple[str, str], ...]]:
    """How much of ``terms`` the regions account for.

    Args:
        regions: (compact text, how much a match there counts: 0 to 1), nearest first.

    Returns:
        the weighted share (0 to 1; 1 without terms), the terms not accounted for, and what was typed
        and is printed where they only sound alike.
    """
    total = got = 0.0
    missing, repairs = [], []
    for term in terms:
        total += term.weight
        best, printed = 0.0, ""
        for text, factor in regions:
            if best >= factor:
                continue
            match = explained(term.text, text)
            if (score := match.score * factor) > best:
                best, printed = score, match.printed if match.score == SOUND else ""
        got += best * term.weight
        if best < (_CRITICAL if term.critical else 0.3):
            missing.append(term)
        if printed:
            repairs.append((term.text, printed))
    return (got / total, tuple(missing), tuple(repairs)) if total else (1.0, (), ())
