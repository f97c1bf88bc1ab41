"""Clauses beside the one that asks: of who asks and why they tell much that is nothing of what is asked for.

我闺女报了教师岗，笔试是几号: what the clause in front names (教师岗) is kept, whoever it is who has to sit the test
is not. A clause that names nothing is left out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.language.lexicon import load_pattern, load_words
from index.language.scripts import compact
from index.language.tokens import Token, default_tokenizer
from index.understanding.splitting import asks
from index.understanding.terms import is_weak, synonyms

_CLAUSE = re.compile(r"[^，,。；;：:！!？?]+")
_BREAKS = frozenset("，,。；;：:！!？?")
_SELF = load_pattern("understanding.told.self")
_GOES_ON = load_pattern("understanding.told.goes_on")
_SPOKEN = load_pattern("understanding.told.spoken")
_CIRCUMSTANCE = load_pattern("understanding.told.circumstance")
_APPLIES = load_pattern("understanding.told.applies")
_WANTS = load_pattern("understanding.told.wants")
_PLACE = load_pattern("understanding.told.place")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_QUOTED = re.compile(r"[“《][^”》]+[”》]")
_DEGREES = frozenset("最很挺太真好蛮可怪")
_PARTICLES = frozenset("的得地了")


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    return frozenset(word for line in load_words("everyday") for word in line.split())


def without_told(text: str, printed: str) -> str:
    """A folded question whose clauses that only tell are left out, or cut to what they name.

    Args:
        printed: texts near the question, compact: what they print is not left out.
    """
    if _BREAKS.isdisjoint(text) or not printed:
        return text
    clauses = [match[0] for match in _CLAUSE.finditer(text)]
    asking = [asks(one) for one in clauses]
    if len(clauses) < 2 or not any(asking):
        return text
    question = "".join(one for one, does in zip(clauses, asking, strict=True) if does)
    meant = "，".join(one for one, does in zip(clauses, asking, strict=True) if does or not _SELF.search(one))
    names = any(_names(word.text) for word in default_tokenizer().words(meant))
    told: list[str] = []
    of_self = False
    for clause, does in zip(clauses, asking, strict=True):
        goes_on = of_self and bool(_GOES_ON.search(clause)) and not _prints(clause, printed)
        of_self = not does and (goes_on or bool(_SELF.search(clause)))
        matters = _CIRCUMSTANCE.search(clause) and _APPLIES.search(question)
        kept = clause if does or matters else _Clause(clause, printed, of_self and names).named()
        if kept:
            told.append(kept)
    return "，".join(told)


def _names(word: str) -> bool:
    return len(word) > 1 and not is_weak(word) and word not in _everyday()


def _prints(clause: str, printed: str) -> bool:
    return any(_names(word.text) and word.text in printed for word in default_tokenizer().words(clause))


def _is_loose(word: Token) -> bool:
    single = len(word.text) == 1 and bool(_HAN.fullmatch(word.text))
    return single and not is_weak(word.text) and word.text not in load_words("single_words")


class _Clause:
    """A clause that tells, and what of it names something.

    Args:
        of_self: it tells of the person who asks: all that is not printed is left out but for what they want.
    """

    def __init__(self, text: str, printed: str, of_self: bool) -> None:
        self._text, self._printed, self._of_self = text, printed, of_self
        self._words = default_tokenizer().words(text)
        wants = _WANTS.search(text) if of_self else None
        self._wanted = wants.end() if wants else len(text)

    def named(self) -> str:
        """The clause without the words that are idle; "" where nothing is named then."""
        words = self._words
        if quoted := _QUOTED.findall(self._text):
            return "".join(quoted) if self._of_self else self._text
        idle = [self._is_idle(word) for word in words]
        for n, word in enumerate(words):
            if (word.text in _DEGREES and any(idle[n + 1 : n + 2])) or (word.text in _PARTICLES and n and idle[n - 1]):
                idle[n] = True  # 最宝贝的那部
        names = [
            n for n, one in enumerate(words)
            if not idle[n] and not is_weak(one.text) and one.text.isalnum()
        ]  # fmt: skip
        spoken = self._of_self or bool(_SPOKEN.search(self._text))
        if not names and (spoken or all(idle)):
            return ""
        shown = range(names[0], names[-1] + 1) if spoken else range(len(words))
        return "".join(words[n].text for n in shown if not idle[n])

    def _is_idle(self, word: Token) -> bool:
        text = word.text
        if not _HAN.fullmatch(text) or (is_weak(text) and not self._of_self):
            return False
        if text in _everyday():
            return self._of_self or not self._is_printed(text)
        if not self._of_self:
            return False
        if len(text) == 1:
            return not (self._in_name(word) or (word.start >= self._wanted and self._unknown(word)))
        return is_weak(text) or not (self._is_printed(text) or word.start >= self._wanted or _PLACE.search(text))

    def _is_printed(self, text: str) -> bool:
        return compact(text) in self._printed or any(other in self._printed for other in synonyms().get(text, ()))

    def _unknown(self, word: Token) -> bool:
        """A letter beside another one that is no word of its own, either: 辅 警."""
        at = self._words.index(word)
        pairs = (self._words[at - 1 : at + 1], self._words[at : at + 2])
        return any(len(pair) == 2 and all(map(_is_loose, pair)) for pair in pairs)

    def _in_name(self, word: Token) -> bool:
        """A letter that is printed with the one beside it, or goes with it into the name of a place."""
        before, behind = self._text[max(0, word.start - 1) : word.end], self._text[word.start : word.end + 1]
        alone = is_weak(word.text) or word.text in load_words("single_words")
        if not alone and any(len(pair) > 1 and pair in self._printed for pair in (before, behind)):
            return True
        return bool(_PLACE.search(self._text[max(0, word.start - 2) : word.end + 2]))
