"""Content words of a question: what an answer must account for."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from index.language.lexicon import load_groups, load_words
from index.language.numerals import units
from index.language.tokens import default_tokenizer
from index.records import Span
from index.understanding.query import Term

WEAK = 0.2
_MOST_FREQUENT = math.log(300_000)  # about the count of 的 in the dictionary
_NUMERALS = frozenset("零〇一二两三四五六七八九十百千万亿")
_WH = re.compile(
    r"百分之(?:多少|几)?|多少|几(?!何)|什么时候|啥时候|什么时间|什么地方|啥地方|什么|啥|哪(?:里|儿|个|些|家|位|批|天|年|月|一(?:个|批|天|年|家|条)?|几|两|三|条|边)?"
    r"|(?:个|户|人|项目)?数?(?:量)?最(?:多|少|大|小|高|低|长|短|快|慢)(?![分价气温限峰额奖])|一共|总共|合计|加起来|加一块儿?|加一起|谁|何时|何地|何处|为什么|为啥|为何|怎么样|怎么|怎样|如何|咋样|咋|吗|呢|多(?=[大长久高宽远深重快])"
)
_HAN_OR_WORD = re.compile(r"[\u4e00-\u9fff\w%]")


@lru_cache(maxsize=1)
def _functions() -> frozenset[str]:
    return load_words("function_words")


@lru_cache(maxsize=1)
def _weak() -> frozenset[str]:
    return load_words("weak_words")


@lru_cache(maxsize=1)
def synonyms() -> dict[str, tuple[str, ...]]:
    """Word → the words that may stand for it, itself left out."""
    found: dict[str, dict[str, None]] = {}
    for group in load_groups("synonyms"):
        for word in group:
            found.setdefault(word.lower(), {}).update(
                dict.fromkeys(other.lower() for other in group if other != word)
            )
    return {word: tuple(others) for word, others in found.items()}


def wh_spans(text: str) -> tuple[Span, ...]:
    """Where the question words stand."""
    return tuple(match.span() for match in _WH.finditer(text))


def content_terms(text: str, taken: Iterable[Span] = ()) -> tuple[Term, ...]:
    """The content words of a folded question outside the spans in ``taken`` (linked names, slots).

    Runs of single characters, as unknown names are cut into, are put together again.
    """
    blocked = [*taken, *wh_spans(text)]
    pieces = [
        (t.text, t.start, t.end) for t in default_tokenizer().words(text) if _HAN_OR_WORD.search(t.text)
    ]
    free = [(w, a, b) for w, a, b in pieces if not any(low < b and a < high for low, high in blocked)]
    terms = [_term(word, start, end) for word, start, end in _joined(free)]
    return tuple(term for term in terms if term is not None)


def _joined(pieces: Sequence[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Neighbouring single characters that are no function words become one word: 二 砂 → 二砂."""
    found: list[tuple[str, int, int]] = []
    run: list[tuple[str, int, int]] = []
    for piece in pieces:
        single = (
            len(piece[0]) == 1
            and (piece[0] not in _functions() or piece[0] in _NUMERALS)
            and piece[0] not in load_words("single_words")
        )
        if single and (not run or run[-1][2] == piece[1]):
            run.append(piece)
            continue
        found.extend(_close(run))
        run = [piece] if single else []
        if not single:
            found.append(piece)
    found.extend(_close(run))
    return sorted(found, key=lambda piece: piece[1])


def _close(run: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    if len(run) < 2 or all(piece[0] in _NUMERALS for piece in run):
        return run
    return [("".join(piece[0] for piece in run), run[0][1], run[-1][2])]


def _term(word: str, start: int, end: int) -> Term | None:
    if word in _functions() or word.isspace() or (len(word) == 1 and word in units()):
        return None
    weight = WEAK if word in _weak() else 1.0
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
