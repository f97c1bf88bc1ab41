"""The days that facts are about: ISO dates with the basis on which their year was found."""

from __future__ import annotations

import re
from datetime import date

from index.language.dates import DateContext, DateMention, explicit_years, find_dates, own_years, resolve
from index.language.lexicon import load_pattern
from index.records import Article

_LATER = load_pattern("extraction.days.later")
_RELATIVE = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "明年": 1}
_PAST_YEAR = load_pattern("extraction.days.past_year")
_SPRING = 6  # the month up to which 过去一年 is the year before
_YEAR_WORD = re.compile("|".join(_RELATIVE))


class Days:
    """Resolves the dates of one article."""

    def __init__(self, article: Article) -> None:
        day = article.issue_date or article.date
        self._issue = date.fromisoformat(day) if day else None
        self._basis = "masthead" if article.issue_date else article.date_basis
        said = "\n".join(block.text.text for block in article.blocks)
        self._years, self._own = explicit_years(said), own_years(said)
        self._dated = int(article.date[:4]) if article.date else None

    def of(self, printed: str, sentence: str) -> tuple[str | None, str | None]:
        """(ISO date, basis) of a printed date; a span gives first/last; (None, None) where the year is unknown."""
        mention = next(iter(find_dates(printed)), None)
        if mention is None or mention.month is None:
            return None, None
        context = DateContext(self._issue, sentence, self._years, own=self._own)
        found = resolve(mention, context)
        if found.iso is None:
            return None, None
        last = _last(printed, mention, found.iso)
        basis = self._basis if found.basis == "masthead" else found.basis
        return (f"{found.iso}/{last}" if last else found.iso), basis

    def year_of(self, sentence: str) -> int | None:
        """The year that 今年, 去年 or 过去一年 means in a sentence, where only one of them stands there."""
        moved = {_RELATIVE[word[0]] for word in _YEAR_WORD.finditer(sentence)}
        if _PAST_YEAR.search(sentence) and (self._issue is None or self._issue.month <= _SPRING):
            moved.add(-1)
        return self._dated + moved.pop() if self._dated and len(moved) == 1 else None


def _last(printed: str, mention: DateMention, first: str) -> str | None:
    """The last day of 2月23日至25日 or 1月12日、13日."""
    behind = re.search(r"[日号]", printed)
    match = _LATER.search(printed, behind.start()) if behind else None
    if match is None:
        return None
    year, month = int(first[:4]), int(match["month"] or mention.month or 0)
    if month < int(first[5:7]):
        year += 1
    try:
        return date(year, month, int(match["day"])).isoformat()
    except ValueError:
        return None
