"""Typed words that are no words but sound like one that bulletins use: 签月 → 签约, 总投姿 → 总投资."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from index.language.lexicon import load_groups, load_words
from index.language.pinyin import sounds_alike, syllables
from index.language.tokens import default_tokenizer
from index.understanding.query import Link

Pair = tuple[str, str]
"""What was typed, and what is meant."""

_PARTICLES = frozenset(
    "的了是在有和与多少几吗呢哪谁么啥吧啊个这那都也不到去来上下中里前后时可能会要想被把给从向对比起过着得地为由年日号件事讲该亿万千百加"
)
_AGAIN = 3  # letters before a verb that is said again: 教书教了几年
AREAS = frozenset("省市县区镇乡村")  # they end a name and are no typing errors: 云岭县生产总值
_EXTRA = (
    "三个一批",
    "签约一批",
    "开工一批",
    "投产一批",
    "项目",
    "总投资",
    "投资总额",
    "签约",
    "开工",
    "投产",
)


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[frozenset[str], dict[tuple[str, ...], tuple[str, ...]]]:
    words = {group[0] for group in load_groups("synonyms")} | set(_EXTRA) | load_words("weak_words")
    words |= load_words("offices")
    words = {word for word in words if len(word) >= 2 and not word.isascii()}
    by_sound: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for word in sorted(words):
        by_sound[syllables(word)].append(word)
    return frozenset(words), {key: tuple(held) for key, held in by_sound.items()}


def repair_words(text: str, printed: str = "") -> tuple[str, tuple[Pair, ...]]:
    """``text`` with mistyped words of the closed vocabulary put right, and the (typed, meant) pairs.

    Only letters that segmentation leaves as single characters are touched, so that real words stay; so does what
    is ``printed`` near the question.
    """
    words, by_sound = _vocabulary()
    loose = loose_letters(text)
    inner = _inside_words(text)
    sounds = syllables(text)  # what is meant sounds like what is typed: these stay
    repaired: list[Pair] = []
    at = 0
    while at < len(text) - 1:
        for size in (4, 3, 2) if True in loose[at : at + 4] else ():
            meant = by_sound.get(sounds[at : at + size])
            piece = text[at : at + size]
            if not meant or len(piece) < size or piece in words or not any(loose[at : at + size]):
                continue
            if at and text[at - 1 : at + 1] in printed and text[at - 1] not in _PARTICLES:
                continue  # 领题的: 题 belongs to what is printed
            if ends_a_name(text, at, size) or piece in printed or (size == 2 and not loose[at] and at in inner):
                continue
            word = _meant(piece, loose[at : at + size], meant)
            if word and word[-1] != piece[-1] and text.startswith("得", at + size):
                continue  # 哪个增得快: the verb in front of 得 is no slip
            if word and _said_twice(text, at, piece, word):
                continue  # 教书教了几年: a verb that is said again is no slip
            if word:
                repaired.append((piece, word))
                text = text[:at] + word + text[at + size :]
                at += size - 1
                break
        at += 1
    return text, tuple(repaired)


def _said_twice(text: str, at: int, piece: str, word: str) -> bool:
    """A letter that is to be put right stands shortly before as well: who types it twice means it."""
    slips = (i for i, (a, b) in enumerate(zip(piece, word, strict=True)) if a != b)
    return any(piece[i] in text[max(0, at - _AGAIN) : at + i] for i in slips)


def _inside_words(text: str) -> frozenset[int]:
    """Where a letter stands inside a word, not at its beginning: of 沉船展 two letters are no 船长."""
    return frozenset(at for token in default_tokenizer().words(text) for at in range(token.start + 1, token.end))


def ends_a_name(text: str, at: int, size: int) -> bool:
    """南川区: two letters of which the second ends the name of an area that begins before them."""
    if size != 2 or not at or text[at + 1] not in AREAS:
        return False
    return "\u4e00" <= text[at - 1] <= "\u9fff" and text[at - 1] not in _PARTICLES


def _meant(piece: str, loose: Sequence[bool], words: tuple[str, ...]) -> str | None:
    """The first of the ``words`` with the sound of ``piece`` that it may stand for."""
    for word in words:
        differing = [i for i, (a, b) in enumerate(zip(piece, word, strict=True)) if a != b]
        few = len(differing) < len(word) and len(differing) <= 2 and all(loose[i] for i in differing)
        if few and all(map(sounds_alike, piece, word)) and may_be_mistyped(piece, differing):
            return word
    return None


def may_be_mistyped(piece: str, differing: Sequence[int]) -> bool:
    """False for two letters that are a word, or where a letter at ``differing`` is a word of its own.

    园占, 上几 are no typing errors; a particle beside a word that is none may be one (签月, 挺水).
    """
    pair = len(piece) == 2
    if pair and default_tokenizer().frequency(piece):
        return False
    functions, spoken = load_words("function_words"), load_words("single_words")
    rest = [letter for i, letter in enumerate(piece) if i not in differing]
    if pair and any(piece[i] in spoken or piece[i] in AREAS for i in differing):
        return False
    return not any(piece[i] in functions for i in differing) or (pair and not any(r in functions for r in rest))


@lru_cache(maxsize=256)
def loose_letters(text: str) -> tuple[bool, ...]:
    """True for characters that stand alone after segmentation or in a word the dictionary hardly knows."""
    flags = [False] * len(text)
    tokenizer = default_tokenizer()
    for token in tokenizer.words(text):
        single = token.end - token.start == 1 and token.text not in _PARTICLES
        rare = token.end - token.start == 2 and tokenizer.frequency(token.text) < 5
        counted = token.start > 0 and text[token.start - 1].isdigit()  # 23路: the counter is no slip
        if (single or rare) and not counted:
            flags[token.start : token.end] = [True] * (token.end - token.start)
    return tuple(flags)


def apply_sounding(text: str, links: tuple[Link, ...]) -> tuple[str, tuple[Pair, ...]]:
    """``text`` with misheard names put right (same length), and the (typed, meant) pairs."""
    pairs: list[Pair] = []
    for link in links:
        meant = _same_length(link)
        if meant and meant != link.typed:
            text = text[: link.start] + meant + text[link.end :]
            pairs.append((link.typed, meant))
    return text, tuple(pairs)


def _same_length(link: Link) -> str | None:
    """The piece of the printed name that sounds like what was typed."""
    from index.language.scripts import fold

    name = fold(link.name).replace(" ", "")
    for at in range(len(name) - len(link.typed) + 1):
        piece = name[at : at + len(link.typed)]
        if all(map(sounds_alike, piece, link.typed)):
            return piece
    return None
