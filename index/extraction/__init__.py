"""What one article says, as values: sentences, passages, project rows, batches, facts, people, lists."""

from __future__ import annotations

from index.extraction.facts import find_facts
from index.extraction.lists import find_lists
from index.extraction.passages import find_passages
from index.extraction.people import find_people
from index.extraction.rows import find_rows
from index.extraction.sentences import split_sentences
from index.records import Article, Extraction

__all__ = ["extract"]


def extract(article: Article) -> Extraction:
    """Everything that ``article`` says; pure, the same article gives the same values."""
    sentences = split_sentences(article)
    people = find_people(article, sentences)
    rows = find_rows(article, sentences)
    return Extraction(
        sentences=sentences,
        passages=find_passages(sentences),
        projects=rows.projects,
        batches=rows.batches,
        facts=find_facts(article, sentences, people),
        people=people,
        lists=find_lists(sentences),
        flags=rows.flags,
    )
