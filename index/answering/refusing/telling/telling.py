"""The last look of a guard: is what the quoted words tell that which is asked, by time, round, group, doer and name?"""

from __future__ import annotations

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.refusing.telling.beside import lacks_beside
from index.answering.refusing.telling.doers import does_something_else, of_another_speaker, of_another_winner
from index.answering.refusing.telling.groups import of_another_group, of_another_nth, of_another_of_its_sort
from index.answering.refusing.telling.namings import names_nothing
from index.answering.refusing.telling.spots import spots
from index.understanding.query import Query

_FREE = ("definition", "summary", "yesno", "compare", "difference")
_AGAINST = (
    of_another_nth,
    of_another_group,
    of_another_of_its_sort,
    of_another_speaker,
    of_another_winner,
    does_something_else,
)


def tells_asked(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where each place that tells the answer tells it of something else than what is asked."""
    if draft.status != "answered":
        return True
    told = list(spots(knowledge, draft))
    if lacks_beside(query, draft, told) or names_nothing(query, draft, told):
        return False
    if query.kind in _FREE or draft.detail or not told:
        return True
    return not all(any(against(query, spot) for against in _AGAINST) for spot in told)
