"""Content words of a question: what an answer must account for."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from index.language.lexicon import load_groups, load_pattern, load_table, load_words
from index.language.numerals import units
from index.language.scripts import compact
from index.language.tokens import Token, default_tokenizer
from index.records import Span
from index.understanding.query import Term

WEAK = 0.2
_MOST_FREQUENT = math.log(300_000)  # about the count of 的 in the dictionary
_NUMERALS = frozenset("零〇一二两三四五六七八九十百千万亿")
_GRADE = load_pattern("understanding.terms.grade")
_WH = load_pattern("understanding.terms.wh")
_COUNTED = load_pattern("understanding.terms.counted")
_ALWAYS = frozenset("头只口棵株件台套张把匹羽尾担盏根条辆")  # counters whatever word they begin (头牛)
_COMMON = 20  # the dictionary's count of a word that a question would name (口罩, 门票; not 辆车)
_BODY = load_pattern("understanding.terms.body")
_BODY_SIGNS = frozenset("院局委厂团司行学会队")  # what _BODY finds has one of these
_ROUNDS = frozenset("轮批届次期场季")  # how 第二轮 ends
_PARTICLES = frozenset("的了得地着过在吗呢")
_MOST_JOINED = 4  # words of the dictionary that a spoken word is cut into
_Piece = tuple[str, int, int]  # a word and its place: code points, end exclusive
_HAN_OR_WORD = re.compile(r"[\u4e00-\u9fff\w%]")


@lru_cache(maxsize=1)
def _functions() -> frozenset[str]:
    return load_words("function_words")


@lru_cache(maxsize=1)
def _weak() -> frozenset[str]:
    return load_words("weak_words")


@lru_cache(maxsize=1)
def synonyms() -> dict[str, tuple[str, ...]]:
    """Word → the words that may stand for it, itself left out: synonyms, and what is printed for a spoken word."""
    found: dict[str, dict[str, None]] = {}
    for group in load_groups("synonyms"):
        words = [word for word in group if word != ">"]
        for word in words[:1] if ">" in group else words:
            found.setdefault(word.lower(), {}).update(
                dict.fromkeys(other.lower() for other in words if other != word)
            )
    for spoken, printed in (*_spoken_rows(), *_other_words()):
        for word in spoken.split():
            found.setdefault(word.lower(), {}).update(dict.fromkeys(one.lower() for one in printed.split()))
    return {word: tuple(other for other in others if other != word) for word, others in found.items()}


def _spoken_rows() -> tuple[tuple[str, ...], ...]:
    return (*load_table("spoken"), *load_table("dialect"))


def _other_words() -> Iterator[tuple[str, str]]:
    return ((said, printed) for printed, said in load_table("vocabulary"))


@lru_cache(maxsize=1)
def _spoken() -> frozenset[str]:
    return frozenset(word for spoken, _ in _spoken_rows() for word in spoken.lower().split())


@lru_cache(maxsize=1)
def _phrases() -> frozenset[str]:
    """Other words for printed ones: put together from several only where those say less (送 上门, not 去 学校)."""
    return frozenset(word for said, _ in _other_words() for word in said.lower().split()) - _spoken()


@lru_cache(maxsize=1)
def amount_words() -> frozenset[str]:
    """Words that only say that an amount is asked for: 总投资, 总额, 投入."""
    return frozenset(("总投资", "总额", *synonyms()["总投资"]))


def wh_spans(text: str) -> tuple[Span, ...]:
    """Where the question words stand."""
    return tuple(match.span() for match in _WH.finditer(text))


def content_terms(text: str, taken: Iterable[Span] = (), printed: str = "") -> tuple[Term, ...]:
    """The content words of a folded question outside the spans in ``taken`` (linked names, slots).

    Runs of single characters, as unknown names are cut into, are put together again: as they stand in
    ``printed`` (texts near the question, compact), else as a whole.
    """
    counters, taken = _counters(text), tuple(taken)
    blocked = bytearray(len(text))
    for low, high in (*taken, *wh_spans(text), *counters):
        blocked[low:high] = b"\1" * (high - low)
    for low, high in counters:
        text = text[:low] + " " * (high - low) + text[high:]
    pieces = [
        (t.text, t.start, t.end)
        for t in _cut_free(text, taken)
        if t.text.isalnum() or _HAN_OR_WORD.search(t.text)
    ]
    pieces = _recut(_people(_halved(_without_conjunctions(pieces, printed), printed), printed), printed)
    pieces = _paired(pieces, printed)
    free = _as_said([piece for piece in pieces if 1 not in blocked[piece[1] : piece[2]]], printed)
    words = {piece[0] for piece in free}
    found = [_term(word, start, end) for word, start, end in _joined(_named(free, printed), printed)]
    terms = [_of_its_side(_done(term, printed), text, printed) for term in found if term is not None]
    return tuple(
        replace(term, critical=True)
        if _is_unknown_name(term.text, words)
        or _is_unprinted_body(term.text, printed)
        or _is_unprinted_region(term.text, printed)
        or any(_names_another(term, after, printed) for after in terms[number + 1 : number + 2])
        else term
        for number, term in enumerate(terms)
    )


_NO_NAME_BEFORE = frozenset("在由从到去为的和与及对向让把被是镇乡区县市道")


def _places(word: str, printed: str) -> Iterator[int]:
    at = printed.find(word)
    while at >= 0:
        yield at
        at = printed.find(word, at + 1)


def _of_its_side(term: Term, text: str, printed: str) -> Term:
    """下潭村 where only 上潭村 or 石潭村 is printed: the sign in front of the name makes it another one."""
    word, sign = term.text, text[term.start - 1 : term.start]
    if sign not in _NAME_STARTS or not sign or len(word) > _MOST_OF_PLACE or not word.endswith(_place_ends()):
        return term
    before = {printed[at - 1] for at in _places(word, printed) if at}
    if not before or sign in before or before & _NO_NAME_BEFORE or not all("\u4e00" <= s <= "\u9fff" for s in before):
        return term
    return replace(term, text=sign + word, start=term.start - 1, critical=True)


def _done(term: Term, printed: str) -> Term:
    """评上, 领走, 盖起来: a verb of speech that is not printed so is its first letter, which names little."""
    word = term.text
    if len(word) < 2 or term.weight < 1.0 or compact(word) in printed:
        return term
    if word in synonyms() and (word not in _phrases() or _has_printed(word, printed)):
        return term
    verb = word[0]
    counts = len(word) == 2 and units().get(word[1]) == "count"  # 换台冰箱: one of them, as in 换一台
    if not (counts or word[1:] in load_words("complements")) or verb not in load_words("doing_verbs"):
        return term
    return replace(term, text=verb, end=term.start + 1, weight=0.3)


def _cut_free(text: str, taken: Sequence[Span]) -> list[Token]:
    """The words; where one runs out of a round that is taken (第二轮流榜: 轮流), what follows it is cut by itself.

    A grade (高一 of 高一招了多少) is a word of its own.
    """
    words = _whole(default_tokenizer().words(text))
    rounds = [span for span in taken if text[span[1] - 1 : span[1]] in _ROUNDS]
    ends = {high for low, high in rounds if any(low < t.start < high < t.end for t in words)}
    grades = {match.span() for match in _GRADE.finditer(text)}
    bounds = sorted({0, len(text), *ends, *(at for span in grades for at in span)})
    if len(bounds) == 2:
        return words
    found: list[Token] = []
    for low, high in pairwise(bounds):
        if (low, high) in grades:
            found.append(Token(text[low:high], low, high))
        else:
            cut = _whole(default_tokenizer().words(text[low:high]))
            found += [Token(t.text, low + t.start, low + t.end) for t in cut]
    return found


def _whole(words: list[Token]) -> list[Token]:
    """约谈, which the dictionary cuts into 约 and 谈, as one word."""
    found: list[Token] = []
    for word in words:
        last = found[-1] if found else None
        if last is not None and last.end == word.start and last.text + word.text in load_words("whole_words"):
            found[-1] = Token(last.text + word.text, last.start, word.end)
        else:
            found.append(word)
    return found


def _without_conjunctions(pieces: Sequence[_Piece], printed: str) -> list[_Piece]:
    """市重点和县重点: the dictionary's 和县 is none where 县重点 is printed and 和县 is not."""
    if not any(word[0] in "和与跟及同" or word.endswith("奖") for word, _, _ in pieces):
        return list(pieces)
    found: list[_Piece] = []
    for (word, start, end), following in zip(pieces, [*(p[0] for p in pieces[1:]), ""], strict=False):
        joins = len(word) == 2 and word[0] in "和与跟及同" and following
        if joins and word not in printed and word[1:] + following in printed:
            found.append((word[1:], start + 1, end))
        elif len(word) > 2 and word.endswith("奖") and following == "金":
            found.append((word[:-1], start, end - 1))  # 季军奖金
        else:
            found.append((word, start, end))
    return found


@lru_cache(maxsize=1)
def _surnames() -> tuple[str, ...]:
    return tuple(name for line in load_words("surnames") for name in line.split())


def _halved(pieces: Sequence[_Piece], printed: str) -> list[_Piece]:
    """小学校长: the office apart where both are printed and the whole is not."""
    offices = load_words("offices")
    found: list[_Piece] = []
    for word, start, end in pieces:
        apart = len(word) == 4 and word[2:] in offices and word[:2] in printed and word[2:] in printed
        if apart and word not in printed:
            found += [(word[:2], start, start + 2), (word[2:], start + 2, end)]
        else:
            found.append((word, start, end))
    return found


def _people(pieces: Sequence[_Piece], printed: str) -> list[_Piece]:
    """穆 大 勇救: the last letter of a printed name that segmentation gave to the verb behind it."""
    found: list[_Piece] = []
    for word, start, end in pieces:
        run = found[-2:]
        joined = len(word) == 2 and [len(one[0]) for one in run] == [1, 1] and run[0][2] == run[1][1]
        name = run[0][0] + run[1][0] + word[0] if joined and run[1][2] == start else ""
        if name.startswith(_surnames()) and word not in printed and name in printed:
            found[-2:] = [(name, run[0][1], start + 1), (word[1:], start + 1, end)]
        else:
            found.append((word, start, end))
    return found


def _recut(pieces: Sequence[_Piece], printed: str) -> list[_Piece]:
    """柳湖水 库存 多少水: a word that is not printed gives its first sign back to the name in front of it that is."""
    found = list(pieces)
    for at in range(1, len(found)):
        (before, low, end), (word, start, high) = found[at - 1], found[at]
        if len(word) != 2 or end != start or word in printed or before in _functions():
            continue
        name = before + word[0]
        ends = name.endswith(_place_ends()) or _is_word(name, printed)
        if len(name) > 1 and ends and name in printed and before[-1:] + word not in printed:
            found[at - 1], found[at] = (name, low, start + 1), (word[1], start + 1, high)
    return found


def _is_word(name: str, printed: str) -> bool:
    """大修 of 大修修了多久 is in the dictionary, 红单 of 红单发了几张 is none but printed more than once."""
    pair = len(name) == _PAIR and not name.endswith("第") and printed.count(name) >= _AGAIN
    return default_tokenizer().frequency(name) > 0 or pair


def _paired(pieces: Sequence[_Piece], printed: str) -> list[_Piece]:
    """停 热: two signs, one of them a verb of speech, that the texts near the question print as one word."""
    found: list[_Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        if before is not None and len(before[0]) == len(piece[0]) == 1 and before[2] == piece[1]:
            signs = {before[0], piece[0]}
            named = signs & load_words("single_words") and not signs & _functions() and signs.isdisjoint(units())
            if named and printed.count(before[0] + piece[0]) >= _AGAIN:
                found[-1] = (before[0] + piece[0], before[1], piece[2])
                continue
        found.append(piece)
    return found


_PAIR = 2
_AGAIN = 2  # times that a pair of signs is printed which is a word


def _as_said(pieces: Sequence[_Piece], printed: str) -> list[_Piece]:
    """Neighbouring words that the lexicons know as one: 好 天气 is what is printed as 优良天数."""
    found: list[_Piece] = []
    at = 0
    while at < len(pieces):
        for size in range(min(_MOST_JOINED, len(pieces) - at), 1, -1):
            run = pieces[at : at + size]
            word = "".join(piece[0] for piece in run)
            whole = run[-1][2] - run[0][1] == len(word)
            known = whole and word in _spoken() and (_tell(run) or _is_printed_for(run, printed))
            if known or (whole and word in _phrases() and _is_said_for(run, printed)):
                found.append((word, run[0][1], run[-1][2]))
                at += size
                break
        else:
            found.append(pieces[at])
            at += 1
    return found


def _tell(run: Sequence[_Piece]) -> bool:
    whole = any(len(one[0]) > 1 for one in run) or all(one[0] not in _functions() for one in run)
    return whole and run[-1][0] not in _PARTICLES


def _is_printed_for(run: Sequence[_Piece], printed: str) -> bool:
    """困 在, 灌 了 水, 开店 的: with particles they are a word where what is printed for it is near the question."""
    first, last = run[0][0], run[-1][0]
    word = "".join(piece[0] for piece in run)
    if compact(word) in printed:
        return True
    if (last in _PARTICLES and len(first) < 2) or (first in _functions() and first not in "没不"):
        return False
    return _has_printed(word, printed)


def _has_printed(word: str, printed: str) -> bool:
    """What is printed for a word that the lexicons know is near the question."""
    return any(compact(other) in printed for other in synonyms()[word])


def _is_said_for(run: Sequence[_Piece], printed: str) -> bool:
    """What is printed for the run is near the question, and not what is printed for each of its words."""
    word = "".join(piece[0] for piece in run)
    return _has_printed(word, printed) and not all(
        is_weak(one) or any(compact(form) in printed for form in (one, *synonyms().get(one, ()))) for one, _, _ in run
    )


def _counters(text: str) -> list[Span]:
    """The counters behind 多少 and 几: in 多少头牛 the dictionary's word 头牛 is none of the question."""
    return [
        match.span("counter")
        for match in _COUNTED.finditer(text)
        if match["counter"] in _ALWAYS
        or (
            units().get(match["counter"]) in ("count", "measure")
            and not begins_word(text[match.start("counter") : match.end() + 2])
        )
    ]


_COUNTED_BOOKS = ("本书", "册书")  # words of their own, but not behind 几


def begins_word(after: str) -> bool:
    """多少口罩, 多少门票: the sign behind 多少 is no counter but begins a word; 多少支队伍 counts 队伍."""
    if len(after) < 2 or after[0] == "个" or after[:2] in units() or after[:2] in _COUNTED_BOOKS:
        return False
    common = default_tokenizer().frequency
    return common(after[:2]) > max(_COMMON, common(after[1:3]) if len(after) > 2 and after[:3] not in units() else 0)


@lru_cache(maxsize=1)
def _place_ends() -> tuple[str, ...]:
    return tuple(load_words("place_suffixes"))


def _is_unknown_name(word: str, words: Collection[str]) -> bool:
    """Put together from single characters, and ending as places and works do: half of it is another one."""
    return len(word) > 2 and word not in words and word.endswith(_place_ends())


def _names_another(term: Term, after: Term, printed: str) -> bool:
    """白马 of 白马水库 where 水库 is printed and 白马 nowhere near it: another one than those that are told of."""
    if not printed or term.end != after.start or len(term.text) < 2 or term.weight < 1.0:
        return False
    if len(after.text) < 2 or after.text not in _place_ends() or after.text not in printed:
        return False
    return term.text not in printed and not any(other in printed for other in synonyms().get(term.text, ()))


_FIRMS = ("有限", "有限责任", "股份", "股份有限", "集团", "集团有限")


def _is_unprinted_body(word: str, printed: str) -> bool:
    """检察院, 水务集团: another body than those that are printed near the question."""
    if not printed or _BODY_SIGNS.isdisjoint(word) or not _BODY.search(word) or word in printed:
        return False
    if word.endswith("公司") and any(f"{word[:-2]}{form}公司" in printed for form in _FIRMS):
        return False
    return not any(other in printed for other in synonyms().get(word, ()))


def _is_unprinted_region(word: str, printed: str) -> bool:
    """上海, where the texts near the question speak of 成都 and 东莞: what is told there is told of others."""
    return bool(printed) and word not in printed and word in load_words("regions")


def _named(pieces: Sequence[_Piece], printed: str) -> list[_Piece]:
    """Neighbouring words of which one is a single character become one where they are printed so: 岚 江南 路."""
    found: list[_Piece] = []
    alone = [_alone(piece[0]) for piece in pieces]
    goes_on = [a[2] == b[1] and a[0][-1] + b[0][0] in printed for a, b in pairwise(pieces)]
    at = 0
    while at < len(pieces):
        most = at + 1  # where the pieces that are printed behind one another may end
        while most < min(len(pieces), at + 5) and goes_on[most - 1]:
            most += 1
        end = 0
        if _is_rate(pieces[at : at + 2], printed):
            end = at + 2
        elif compound := _compound(pieces, at):
            end = compound
        elif most > at + 1 and (not alone[at] or pieces[at][0] in _NAME_STARTS):
            ends = (e for e in range(most, at + 1, -1) if not alone[e - 1])
            end = next((e for e in ends if _is_name(pieces[at:e], printed, alone[at])), 0)
        if end:
            found.append(("".join(word for word, _, _ in pieces[at:end]), pieces[at][1], pieces[end - 1][2]))
        else:
            found.append(pieces[at])
        at = end or at + 1
    return found


_NUMBERED = load_pattern("understanding.terms.numbered")


def _compound(pieces: Sequence[_Piece], at: int) -> int:
    """Where 三比三看 ends: a name whose words would each say nothing; 0 for none."""
    run = pieces[at : at + 6]
    for end in range(len(run), 2, -1):
        name = "".join(word for word, _, _ in run[:end])
        beside = all(a[2] == b[1] for a, b in pairwise(run[:end]))
        verbs = any(word in _functions() and word not in _NUMERALS for word, _, _ in run[:end])
        if beside and verbs and _NUMBERED.fullmatch(name) and not any(sign in units() for sign in name):
            return at + end
    return 0


def _is_rate(run: Sequence[_Piece], printed: str) -> bool:
    """达效率: a rate whose name begins as no other name does, printed so."""
    return (
        len(run) == 2
        and len(run[0][0]) == 1
        and run[0][2] == run[1][1]
        and run[1][0].endswith("率")
        and len(run[1][0]) == 2
        and run[0][0] not in "的了是为在和与及比"
        and run[0][0] + run[1][0] in printed
    )


def _is_name(run: Sequence[_Piece], printed: str, whole: bool) -> bool:
    """A name that is printed; ``whole``: it begins with a sign that is a word of its own (下 of 下河村)."""
    words = [piece[0] for piece in run]
    name = "".join(words)
    if whole and not (name.endswith(_place_ends()) and len(name) <= _MOST_OF_PLACE):
        return False
    done = words[-1] in load_words("predicates") and words[-1] in _weak()
    if "的" in words or (len(words[0]) > 1 and words[0] in _weak()) or done:
        return False  # 岁的老人, 项目总投资, 市重点项目完成
    return 3 <= run[-1][2] - run[0][1] <= 12 and 1 in map(len, words) and name in printed


_NAME_STARTS = frozenset("上下前后里外中东南西北")  # of villages and roads
_MOST_OF_PLACE = 4
_CHANGES = frozenset("增减升")  # 企业所得税减收


def _alone(word: str) -> bool:
    """A word that no name begins or ends with: particles, and characters that are verbs in speech."""
    return (word in _functions() and word not in _NUMERALS) or word in load_words("single_words") or word in _CHANGES


def _joined(pieces: Sequence[_Piece], printed: str) -> list[_Piece]:
    """Neighbouring single characters that are no function words become one word: 二 砂 → 二砂."""
    found: list[_Piece] = []
    run: list[_Piece] = []
    for piece in pieces:
        single = len(piece[0]) == 1 and not _alone(piece[0])
        if single and (not run or run[-1][2] == piece[1]):
            run.append(piece)
            continue
        if run:
            found.extend(_close(run, printed))
        run = [piece] if single else []
        if not single:
            found.append(piece)
    found.extend(_close(run, printed))
    return sorted(found, key=lambda piece: piece[1])


def _close(run: list[_Piece], printed: str) -> list[_Piece]:
    """The run as one word; where a part of it is printed, that part and the rest apart (桃农 建)."""
    if len(run) < 2 or all(piece[0] in _NUMERALS for piece in run):
        return run
    word = "".join(piece[0] for piece in run)
    for size in range(len(run) - 1, 1, -1) if word not in printed else ():
        for at in range(len(run) - size + 1):
            if word[at : at + size] in printed:
                part = (word[at : at + size], run[at][1], run[at + size - 1][2])
                return [*_close(run[:at], printed), part, *_close(run[at + size :], printed)]
    return [(word, run[0][1], run[-1][2])]


def _term(word: str, start: int, end: int) -> Term | None:
    if word in _functions() or word.isspace() or (len(word) == 1 and word in units()):
        return None
    each = len(word) == 2 and word[0] in "一每" and units().get(word[1]) == "count"  # 一部给多少
    weight = WEAK if each or word in _weak() else 1.0
    if len(word) == 1 and not word.isdigit() and weight == 1.0:
        weight = 0.3 if word in load_words("single_words") else 0.5
    return Term(word, start, end, weight, critical=False)


@lru_cache(maxsize=16384)
def rarity(word: str) -> float:
    """0.1 for the commonest words to 1 for those the dictionary does not know: log of its frequency."""
    frequency = default_tokenizer().frequency(word)
    if not frequency:
        return 1.0
    return min(1.0, max(0.1, 1.6 * (1 - math.log(frequency + 1) / _MOST_FREQUENT)))


def is_weak(word: str) -> bool:
    """True for words such as 项目 or 举行 that an answer may leave unsaid."""
    return word in _weak() or word in _functions()
