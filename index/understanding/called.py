"""Things called in other words than printed: 电池膜厂 for 锂电池隔膜生产基地, 新中医院 for 中医医院新院区.

What stands in front of a general head (厂, 市场, 路) is looked for, letter by letter in order, in front of a head of
the same sort; only a name that is the single one near the question is meant, and the repair is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.language.lexicon import load_pattern, load_table, load_words
from index.language.scripts import compact
from index.language.tokens import default_tokenizer
from index.records import Span
from index.understanding.repair import Pair
from index.understanding.terms import synonyms

_SIDED = load_pattern("understanding.called.sided")
_AREA = load_pattern("understanding.called.area")
_PHRASE = load_pattern("understanding.called.phrase")
_NO_STEM = load_pattern("understanding.called.no_stem")
_GAP = load_pattern("understanding.called.gap").pattern
_BEHIND = load_pattern("understanding.called.behind").pattern
_FIRM_HEAD = load_pattern("understanding.called.firm_head")
_FIRM_FRONT = load_pattern("understanding.called.firm_front").pattern
_FIRM_END = load_pattern("understanding.called.firm_end").pattern
_SHORTEST, _LONGEST = 2, 7  # letters of a stem
_MOST_GAPS = 2  # letters of a printed name that are left out between two of a stem


def as_called(text: str, printed: str, taken: Sequence[Span] = ()) -> tuple[str, tuple[Pair, ...]]:
    """``text`` (folded) with one thing by its printed name and the (typed, printed) pair; as it is where none is meant.

    Args:
        printed: texts near the question, in compact form, one a line.
        taken: where the question names what the bulletins know by that name.
    """
    for span, name in (*_sided(text, printed), *_headed(text, printed)):
        if any(low < span[1] and span[0] < high for low, high in taken):
            continue
        typed = text[slice(*span)]
        return text[: span[0]] + name + text[span[1] :], ((typed, name),)
    return text, ()


def _sided(text: str, printed: str) -> Iterator[tuple[tuple[int, int], str]]:
    """新中医院 is 中医医院新院区, 老中医院 the 老院区 of the same."""
    for match in _SIDED.finditer(text):
        if compact(match[0]) in printed:
            continue
        whole = _gapped(match["name"] + match["head"])
        side = "[老旧]" if match["side"] in "老旧" else match["side"]
        full = {m[0] for m in re.finditer(rf"{whole}[^，。；：、,;:()\n]{{0,2}}{side}(?:{_AREA.pattern})", printed)}
        short = {m[0] for m in re.finditer(rf"{side}(?:{_AREA.pattern})", printed)}
        named = full or (short if re.search(whole, printed) else set())
        if len(named) == 1:
            yield match.span(), named.pop()


def _headed(text: str, printed: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Each phrase with a general head that is not printed, and the one printed name that it may stand for."""
    starts = {word.start for word in default_tokenizer().words(text)}
    for head, ends in _heads():
        for match in re.finditer(re.escape(head), text):
            front = _PHRASE.search(text, 0, match.start())
            if front is None or front.end() != match.start():
                continue
            stem, link = front["stem"], front["link"] or ""
            for size in range(min(len(stem), _LONGEST), _SHORTEST - 1, -1):
                own = stem[-size:]
                if not link and own[-_SHORTEST:] + head in printed:
                    break  # it is printed so
                begins = match.start() - len(link) - size in starts and own[0] not in load_words("function_words")
                if not begins or _NO_STEM.search(own):
                    continue
                names = _names(own, ends, printed) or _firms(own, head, printed)
                if len(names) == 1 and (name := names.pop()) != own + head:
                    yield (match.start() - len(link) - size, match.end()), name
                    break


def _names(stem: str, ends: str, printed: str) -> set[str]:
    """The printed names that have the letters of the stem, or of what is said for its last word, and such an end."""
    found: set[str] = set()
    for form in (stem, *_said(stem)):
        named = re.compile(rf"{_gapped(form)}(?:{_GAP}){{0,4}}?(?:{ends})(?!{_BEHIND})")
        found |= {match[0] for match in named.finditer(printed)}
    return {one for one in found if not any(one != other and one in other for other in found)}


def _firms(stem: str, head: str, printed: str) -> set[str]:
    """恒宇涂料 for 涂料厂: a short name at the beginning of a clause, of which the stem is the end."""
    if not _FIRM_HEAD.fullmatch(head):
        return set()
    named = rf"{_FIRM_FRONT}[\u4e00-\u9fff]{{2,3}}{re.escape(stem)}{_FIRM_END}"
    return {match[0] for match in re.finditer(named, printed)}


def _said(stem: str) -> Iterator[str]:
    """桃溪骑行 for 桃溪骑车: the last word of the stem as bulletins print it."""
    for size in (2, 3) if len(stem) > _SHORTEST + 1 else ():
        yield from (stem[:-size] + other for other in synonyms().get(stem[-size:], ()) if len(other) >= _SHORTEST)


@lru_cache(maxsize=256)
def _gapped(stem: str) -> str:
    """电池膜 with letters left out between: at most two, and not between any two of a short stem."""
    return rf"(?:{_GAP}){{0,{_MOST_GAPS}}}?".join(map(re.escape, stem)) if len(stem) > _SHORTEST else re.escape(stem)


@lru_cache(maxsize=1)
def _heads() -> tuple[tuple[str, str], ...]:
    """What is said and what is printed, the longest first."""
    return tuple(sorted(((row[0], row[1]) for row in load_table("name_heads")), key=lambda row: -len(row[0])))
