"""Of which area a figure is told: 全区增长7.9%，高于全市平均1.1个百分点 prints a rate of the 区 and none of the 市."""

from __future__ import annotations

from index.language.lexicon import load_pattern
from index.understanding.query import Query

_WHOLE_AREA = load_pattern("answering.areas_told.whole_area")


def of_another_area(query: Query, ahead: str) -> bool:
    """全市 is asked, and the words ahead of the figure end up with 全区."""
    areas = _WHOLE_AREA.findall(ahead)
    return query.scope is not None and bool(areas) and areas[-1] != query.scope
