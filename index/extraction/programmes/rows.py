"""One article to its project rows and batches: sentences in order, then tables, then what fits together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.extraction.programmes.aliases import aliases_of, brand_of, companies_of
from index.extraction.programmes.checks import checked
from index.extraction.programmes.cues import Context, find_unstarted
from index.extraction.programmes.drafts import BatchDraft, RowDraft
from index.extraction.programmes.notices import read_notice
from index.extraction.programmes.rowreader import RowReader
from index.extraction.programmes.settle import settle
from index.extraction.programmes.tables import is_project_table, read_table
from index.extraction.words.plain import Printed, plain_sentences, plain_tables, without_padding
from index.ingest import watched
from index.language.scripts import compact
from index.records import Article, Batch, Flag, ProjectRow, Sentence


@dataclass(frozen=True, slots=True)
class Rows:
    """What one article says about projects."""

    projects: tuple[ProjectRow, ...] = ()
    batches: tuple[Batch, ...] = ()
    flags: tuple[Flag, ...] = ()


def find_rows(article: Article, sentences: Sequence[Sentence]) -> Rows:
    """Project rows, batches and doubts about them, in the order of the text."""
    sentences = without_padding(article, sentences)
    printed = Printed(article, sentences)
    if not printed.same:
        article, sentences = plain_tables(article), plain_sentences(sentences)
    reader = RowReader(article)
    for table in article.tables:
        if is_project_table(table):
            reader.scene.caption(table.caption.text)
    for sentence in watched(sentences):
        reader.read(sentence)
    for table in article.tables:
        if is_project_table(table):
            told = next(filter(None, map(find_unstarted, (*article.headlines, table.caption.text))), None)
            around = reader.scene.main or Context(district=article.district)
            rows, totals = read_table(article, table, around.with_(stage=told), reader.scene.named)
            reader.rows.extend(rows)
            reader.batches.extend(totals)
    reader.rows.extend(read_notice(article, sentences))
    drafts, batches = settle(reader.rows, _without_echoes(reader.batches, sentences))
    companies = companies_of(compact("\n".join(sentence.text.text for sentence in sentences)))
    projects = tuple(row.finished(_aliases(row, companies)) for row in watched(drafts))
    final, flags = checked(projects, batches)
    return Rows(tuple(map(printed.row, projects)), tuple(map(printed.batch, final)), flags)


def _aliases(row: RowDraft, companies: frozenset[str]) -> tuple[str, ...]:
    district = row.context.district
    brand = brand_of(row.name, district, companies)
    return (*aliases_of(row.name, district), *([brand] if brand else ()))


def _without_echoes(drafts: Sequence[BatchDraft], sentences: Sequence[Sentence]) -> list[BatchDraft]:
    """A count that only a headline gives to a group, and the text to something else (18个已开工), is no batch."""
    body = "".join(s.text.text for s in sentences if s.role not in ("headline", "caption"))
    told = {draft.batch.count for draft in drafts if not draft.headline}
    wholes = {_group(draft): draft.batch.count for draft in drafts if not draft.headline}
    return [
        draft
        for draft in drafts
        if not draft.headline
        or f"{draft.batch.count}个" not in body
        or (draft.batch.count in told and wholes.get(_group(draft), draft.batch.count) == draft.batch.count)
    ]


def _group(draft: BatchDraft) -> tuple[object, ...]:
    batch = draft.batch
    return batch.programme, batch.period, batch.stage, batch.district, batch.category
