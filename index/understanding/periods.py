"""Periods that bulletins print as words (第三批, 2024年首批, 2025年一季度) and how questions name them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.language.scripts import compact
from index.records import Span

_YEAR = load_pattern("understanding.periods.year")
_NTH = load_pattern("understanding.periods.nth")
_FIRST = load_pattern("understanding.periods.first")
_NAMED = load_pattern("understanding.periods.named")
_GATHERING = load_pattern("understanding.periods.gathering")
_LAST_YEAR = load_pattern("understanding.periods.last_year")
_OF_YEAR = load_pattern("understanding.periods.of_year")
_BATCH = load_pattern("understanding.periods.batch")
_OF_PROGRAMME = load_pattern("understanding.periods.of_programme")


def has_name(period: str) -> bool:
    """True for a period that a question can name (第三批, 一季度), not for the time that figures cover (1至8月)."""
    return bool(_NAMED.search(period))


def period_core(period: str) -> str:
    """The words of a printed period without its year: 一季度 of 2025年一季度."""
    return _YEAR.sub("", period)


@lru_cache(maxsize=1024)
def period_forms(period: str) -> tuple[str, ...]:
    """How texts and questions spell a printed period, as printed first: 首批, 第一批, 第1批."""
    core = period_core(period)
    if first := _FIRST.match(core):
        number, what = 1, first["what"]
    elif nth := _NTH.match(core):
        number, what = int(parse_number(nth["n"])), nth["what"]
        what = what.removesuffix("次") if what in ("批次", "轮次") else what
    else:
        return (core,)
    signs = ("零一二三四五六七八九十"[number] if number <= 10 else str(number), str(number))
    spelt = [f"{nth}{sign}{what}" for sign in signs for nth in (("第", "") if what == "季度" else ("第",))]
    spelt += [one.removesuffix("次") for one in spelt if len(what) > 1 and what.endswith("次")]  # 第二波 for 第二波次
    return tuple(dict.fromkeys((core, *spelt, *([f"首{what}", f"头一{what}"] if number == 1 else []))))


def named_periods(text: str, known: Sequence[str]) -> tuple[tuple[Span, str], ...]:
    """(where, period) for every known period that a question names, in its order; of several years the one it says.

    Args:
        known: periods as printed, the latest first.
    """
    found: dict[Span, list[str]] = {}
    for period in known:
        for form in (one for one in period_forms(period) if one in text):
            for match in re.finditer(rf"(?<![\d一二三四五六七八九十前]){re.escape(form)}", text):
                found.setdefault((match.start(), _with_gathering(text, match)), []).append(period)
    longest = [
        span
        for span in found
        if not any(other != span and other[0] <= span[0] and span[1] <= other[1] for other in found)
    ]
    return tuple(_with_year(text, span, found[span]) for span in sorted(longest))


def as_rounds(text: str, printed: str, known: Sequence[str]) -> str:
    """第四批 as 第四期 where the texts near the question print 第四批“三个一批”: the round of that programme.

    Args:
        known: periods as printed; one that is a round of its own (第四批 of something else) stays what it is, but
            none of last year (去年第三批), unless that is asked for.
    """
    named = (period for period in known if not _is_past(period, text, printed))
    own = {form for period in named for form in period_forms(period)}
    found = (*_BATCH.finditer(text), *_OF_PROGRAMME.finditer(text))
    asked = sorted((m for m in found if text[m.start() : m.end("n") + 1] not in own), key=lambda match: match.start())
    if not asked:
        return text
    numbers = {parse_number(match["n"]) for match in _OF_PROGRAMME.finditer(printed)}
    for match in reversed(asked):
        if parse_number(match["n"]) in numbers:
            text = f"{text[: match.end('n')]}期{text[match.end('n') + 1 :]}"
    return text


def _is_past(period: str, text: str, printed: str) -> bool:
    """2023年第三批, printed as 去年第三批, where the question names neither that year nor the last one."""
    year = _YEAR.match(period)
    if year is None or year["year"] in text or _LAST_YEAR.search(text):
        return False
    return any(_LAST_YEAR.search(before[-4:]) for before in printed.split(compact(period_core(period)))[:-1])


def _with_year(text: str, span: Span, periods: Sequence[str]) -> tuple[Span, str]:
    """去年首批 as a whole is the round of last year, where one of that year is known."""
    period = _of_year(text[: span[0]], periods)
    said = _OF_YEAR.search(text[: span[0]])
    told = said is not None and period != _of_year("", periods)
    return ((said.start(), span[1]) if said and told else span), period


def _with_gathering(text: str, match: re.Match[str]) -> int:
    """第十一次调度 as a whole is the round."""
    behind = _GATHERING.match(text, match.end()) if match[0].endswith("次") else None
    return behind.end() if behind else match.end()


def _of_year(before: str, periods: Sequence[str]) -> str:
    """二季度 behind 2024年 or 去年 is that year's, else the latest year's."""
    years = sorted({match["year"] for period in periods if (match := _YEAR.match(period))}, reverse=True)
    said = re.findall(r"(20\d\d)年?", before)
    bare = any(_YEAR.match(period) is None and not period.endswith("季度") for period in periods)
    past = ["", *years] if bare and len(years) == 1 else years  # this year's needs no year
    wanted = said[-1] if said else past[1] if _LAST_YEAR.search(before) and len(past) > 1 else None
    same = [period for period in periods if wanted and period.startswith(wanted)]
    return (same or sorted(periods, key=lambda one: one[:4], reverse=True))[0]
