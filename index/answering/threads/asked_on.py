"""What is asked about the answer before, by words that name nothing else."""

from __future__ import annotations

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence, of_page
from index.answering.threads.another import named_alone, not_so, of_another, of_line
from index.answering.threads.around import told_value
from index.answering.threads.lasting import lasting
from index.answering.threads.other_time import asks_then, of_other_time
from index.answering.threads.since import since_then
from index.answering.threads.speaker import asks_speaker, speaker
from index.answering.threads.two_told import asks_of_two, of_two
from index.answering.threads.worth import number_beside, worth
from index.understanding.query import Query
from index.understanding.understand import Earlier

_IN_WORDS = ("yesno", "text", "lookup", "list", "summary")  # asked so, 渔港路呢 wants all that its line says


def asked_on(query: Query, earlier: Earlier, knowledge: Knowledge) -> Draft | None:
    """The answer to a question that only the one before explains; None where that says nothing of it.

    Args:
        query: the question standing for itself.
    """
    told = told_value(earlier, knowledge)
    sentence = told.evidence if told is not None else _sentence(earlier, knowledge)
    if (found := speaker(query, sentence) or lasting(query, earlier, sentence)) is not None:
        return found
    if told is None or query.links:
        return None
    said = since_then(query, told) or of_other_time(query, told) or worth(query, told) or number_beside(query, told)
    return said or of_two(query, earlier, knowledge)


def leaves_open(query: Query) -> bool:
    """谁说的, 原来呢: what nothing but the sentence of the answer before could tell."""
    return asks_speaker(query) or asks_then(query) or asks_of_two(query)


def named_instead(query: Query, earlier: Earlier, knowledge: Knowledge) -> Draft | None:
    """停车位呢: the value of another thing that is named alone, in place of the one before."""
    told = told_value(earlier, knowledge)
    if query.links or earlier.article is None:
        return None
    found = of_another(query, told) if told is not None else None
    sentence = _sentence(earlier, knowledge)
    said = of_line(query, sentence) if earlier.query.kind in _IN_WORDS else None
    return found or said or not_so(query, sentence)


def is_named_alone(query: Query) -> bool:
    """停车位呢: nothing but a name."""
    return named_alone(query) is not None


def _sentence(earlier: Earlier, knowledge: Knowledge) -> Evidence | None:
    if earlier.article is None:
        return None
    page = knowledge.page(earlier.article)
    told = [sentence.number for sentence in page.within(earlier.spans)]
    return next((one for one in of_page(page) if one.number in told), None)
