"""What one article says, as values: sentences, passages, project rows, batches, facts, people, lists.

    words       what one clause prints: amounts, names, places, persons, lists, days.
    programmes  project rows and groups of projects, from sentences, lists, notices and tables.
    attributes  facts: one typed value in one sentence, with what it is about.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.extraction.attributes.facts import find_facts
from index.extraction.attributes.keyed import item_facts
from index.extraction.attributes.rowfacts import named_figures, row_facts
from index.extraction.programmes.rows import Rows, find_rows
from index.extraction.words.doubts import broken_off, doubtful_dates
from index.extraction.words.lists import find_lists
from index.extraction.words.passages import find_passages
from index.extraction.words.people import find_people
from index.extraction.words.plain import without_padding
from index.extraction.words.privacy import marked
from index.extraction.words.sentences import split_sentences
from index.extraction.words.traditional import as_printed, is_traditional, simplified
from index.records import Article, Extraction, Fact, OrderedList, Person, Sentence

__all__ = ["extract"]


def extract(article: Article) -> Extraction:
    """Everything that ``article`` says; pure, the same article gives the same values."""
    sentences = split_sentences(article)
    people = find_people(article, without_padding(article, sentences))
    rows = find_rows(article, sentences)
    lists = find_lists(sentences)
    return Extraction(
        sentences=sentences,
        passages=find_passages(sentences),
        projects=rows.projects,
        batches=rows.batches,
        facts=_facts(article, sentences, people, rows, lists),
        people=people,
        lists=lists,
        flags=(*rows.flags, *doubtful_dates(article, sentences, rows.projects), *broken_off(sentences)),
    )


def _facts(
    article: Article,
    sentences: Sequence[Sentence],
    people: Sequence[Person],
    rows: Rows,
    lists: Sequence[OrderedList],
) -> tuple[Fact, ...]:
    """Values of the text by their names, then what rows and batches say besides."""
    told = sentences
    if is_traditional(article.text):
        simple, told = simplified(article, sentences)
        read = tuple(as_printed(find_facts(simple, told, people, rows.projects), article.text))
    else:
        read = find_facts(article, sentences, people, rows.projects)
    found = (
        *named_figures(read, rows.projects, rows.batches),
        *row_facts(rows.projects, rows.batches, sentences),
        *item_facts(article, lists, sentences),
    )
    return tuple(marked(found, people, told))
