"""Words of Chinese text: an own jieba tokenizer, and the token streams of index and query."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Sequence
from functools import lru_cache
from math import log
from typing import Any, NamedTuple

from index.language.lexicon import load_words
from index.language.scripts import fold

_BLOCK = re.compile(r"([\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]+)")  # what jieba looks for words in
_RUN = re.compile(r"[^\W_]+")  # letters and digits, as ``str.isalnum`` tells them
_APART = re.compile(r"\r\n|.", re.DOTALL)
_SHORT, _KEPT = 64, 2048  # code points of a text whose words are kept, and how many such texts


class Token(NamedTuple):
    """A word and its place: code points, end exclusive. A plain tuple: every question makes dozens."""

    text: str
    start: int
    end: int


def letters(text: str) -> str:
    """``text`` folded, without marks and spaces: the form in which names are compared."""
    return "".join(filter(str.isalnum, fold(text)))


class Tokenizer:
    """jieba's dictionary segmentation in an instance of its own (no HMM: it invents words)."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import jieba
        jieba.setLogLevel(logging.ERROR)
        self._jieba: Any = jieba.Tokenizer()
        self._version = str(jieba.__version__)
        self._short = lru_cache(maxsize=_KEPT)(self._cut)  # a question is cut again by every room that reads it
        self._blocks = lru_cache(maxsize=_KEPT)(self._likeliest)  # and searched for with names that come again

    @property
    def signature(self) -> str:
        """What makes two token streams comparable: library version and parameters."""
        return f"jieba {self._version} hmm=0 stream=2"

    def words(self, text: str) -> list[Token]:
        """The words of ``text`` with offsets; marks and spaces are tokens, too."""
        return list(self._short(text)) if len(text) <= _SHORT else list(self._cut(text))

    def _cut(self, text: str) -> tuple[Token, ...]:
        found: list[Token] = []
        at = 0
        for word in self._pieces(text):
            found.append(Token(word, at, at + len(word)))
            at += len(word)
        return tuple(found)

    def _pieces(self, text: str) -> list[str]:
        """The words of ``text`` as ``jieba.cut(text, HMM=False)`` gives them, in half its time."""
        found: list[str] = []
        for number, block in enumerate(_BLOCK.split(text)):
            if number % 2:
                found += self._blocks(block) if len(block) <= _SHORT else self._likeliest(block)
            elif block:
                found += _APART.findall(block)
        return found

    def _likeliest(self, block: str) -> tuple[str, ...]:
        """The likeliest way through the words of a block, of equal ones that with the longer word in front."""
        if not self._jieba.initialized:
            self._jieba.initialize()
        known, all_words, size = self._jieba.FREQ.get, log(self._jieba.total), len(block)
        best, ends = [0.0] * (size + 1), [0] * size
        for start in range(size - 1, -1, -1):
            end = start + 1
            score, chosen = -all_words + best[end], 0
            frequency = known(block[start])
            while frequency is not None:
                if frequency:
                    one = log(frequency) - all_words + best[end]
                    if not chosen or one >= score:
                        score, chosen = one, end
                if end == size:
                    break
                end += 1
                frequency = known(block[start:end])
            best[start], ends[start] = score, chosen or start + 1
        found: list[str] = []
        at, loose = 0, ""  # letters and digits that stand alone make one word
        while at < size:
            word = block[at : ends[at]]
            at = ends[at]
            if len(word) == 1 and word.isascii() and word.isalnum():
                loose += word
                continue
            if loose:
                found.append(loose)
                loose = ""
            found.append(word)
        return (*found, loose) if loose else tuple(found)

    def frequency(self, word: str) -> int:
        """How often the dictionary says ``word`` occurs; 0 for an unknown word."""
        if not self._jieba.initialized:
            self._jieba.initialize()
        return int(self._jieba.FREQ.get(word, 0))

    def frequencies(self) -> dict[str, int]:
        """How often each word of the dictionary occurs, as it says."""
        if not self._jieba.initialized:
            self._jieba.initialize()
        return dict(self._jieba.FREQ)

    def stream(self, text: str, *, title: str = "", entities: Sequence[str] = ()) -> list[str]:
        """Index tokens of a passage: words, # bigrams, ## characters, @ entities; title in front."""
        names = filter(None, map(letters, dict.fromkeys(entities)))
        return [*self._stream(fold(title)), *self._stream(fold(text)), *("@" + name for name in names)]

    def query_stream(self, text: str, entities: Sequence[str] = ()) -> list[str]:
        """Query tokens: as in ``stream``, without question words."""
        folded, without = fold(text), load_words("function_words")
        words = self._pieces(folded)
        kept = [word if word not in without else " " for word in words]  # cut again, the rest is cut the same
        if not any(map(str.strip, kept)):
            kept = words
        names = filter(None, map(letters, dict.fromkeys(entities)))
        return [*_tokens(kept, "".join(kept)), *("@" + name for name in names)]

    def _stream(self, folded: str) -> list[str]:
        return _tokens(self._pieces(folded), folded)


def _tokens(words: Sequence[str], folded: str) -> list[str]:
    """The words that hold a letter or a digit, the pairs and the single ones of them in ``folded``."""
    told = [word for word in words if word.isalnum() or any(map(str.isalnum, word))]
    runs = _RUN.findall(folded)
    bigrams = ["#" + run[i : i + 2] for run in runs for i in range(len(run) - 1)]
    return [*told, *bigrams, *["##" + sign for run in runs for sign in run]]


@lru_cache(maxsize=1)
def default_tokenizer() -> Tokenizer:
    """The one tokenizer of the process; it is never changed."""
    return Tokenizer()
