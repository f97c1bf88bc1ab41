"""Pages that tell of the year before their own: 某县2023年统计公报 of March 2024, whose figures are those of 去年."""

from __future__ import annotations

from functools import lru_cache

from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Article

_YEAR = load_pattern("answering.last_year.year")


@lru_cache(maxsize=4096)
def _is_before(heading: str, year: int) -> bool:
    return {int(found) for found in _YEAR.findall(heading)} == {year - 1}


def tells_of_last_year(article: Article) -> bool:
    """The headlines name one year alone, the one before that of the page."""
    dated = article.date or article.issue_date
    if dated is None or article.date_basis == "context":
        return False
    return _is_before(compact("".join(article.headlines) or article.title or ""), int(dated[:4]))
