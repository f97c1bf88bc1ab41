"""Records to the JSON objects of the contract: one function a kind, keys in one place."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from index.catalogue.keys import project_key
from index.catalogue.sources import source_of
from index.records import Article, Batch, Fact, FileReport, Found, Hit, Investment, ProjectRow, Source

Json = dict[str, Any]


def article_json(article: Article) -> Json:
    """The Article object."""
    return {
        "id": article.id, "ref": article.ref, "kind": article.kind, "title": article.title, "headlines": list(article.headlines),
        "date": article.date, "date_basis": article.date_basis, "reporters": list(article.reporters),
        "correspondents": list(article.correspondents), "page": article.page, "issue": article.issue, "district": article.district,
        "file": article.file, "file_span": list(article.file_span), "url": article.url, "text": article.text, "versions": article.versions,
    }  # fmt: skip


def source_json(source: Source) -> Json:
    """The source object."""
    made = asdict(source)
    order = ("article", "ref", "title", "headlines", "date", "page", "file", "url", "quote", "spans")
    return {key: made[key] for key in order}


def _investment(amount: Investment) -> Json:
    return {"kind": amount.kind, "value": amount.value, "unit": amount.unit, "currency": amount.currency}


def project_json(found: Found[ProjectRow], article: Article) -> Json:
    """The Project object; ``id`` is the same for the same project in every bulletin."""
    row = found.value
    return {
        "id": project_key(row.name, row.district), "name": row.name, "aliases": list(row.aliases), "programme": row.programme,
        "period": row.period, "stage": row.stage, "district": row.district, "place": row.place, "owner": row.owner,
        "content": row.content, "capacity": row.capacity, "investments": [_investment(one) for one in row.investments],
        "status": row.status, "modality": row.modality, "event_date": row.event_date, "start": row.start, "end": row.end,
        "area": row.area, "length": row.length, "builder": row.builder, "details": [list(pair) for pair in row.details],
        "sources": [source_json(source_of(article, row.evidence or row.name_spans))],
    }  # fmt: skip


def batch_json(found: Found[Batch], article: Article) -> Json:
    """The Batch object."""
    batch = found.value
    return {
        "programme": batch.programme, "period": batch.period, "stage": batch.stage, "district": batch.district,
        "category": batch.category, "event": batch.event, "count": batch.count, "total": batch.total, "unit": "亿元",
        "derived": batch.derived, "rates": [{"name": r.name, "value": r.value, "modality": r.modality} for r in batch.rates],
        "amounts": [_investment(one) for one in batch.amounts], "status": batch.status, "names": list(batch.names),
        "count_ok": batch.count_ok, "sum_ok": batch.sum_ok, "event_date": batch.event_date, "place": batch.place,
        "sources": [source_json(source_of(article, batch.evidence))],
    }  # fmt: skip


def fact_json(found: Found[Fact], article: Article) -> Json:
    """The Fact object."""
    fact = found.value
    return {
        "subject": fact.subject, "attribute": fact.attribute, "value": fact.value, "number": fact.number, "unit": fact.unit,
        "period": fact.period, "stage": fact.stage, "district": fact.district, "date": fact.date, "modality": fact.modality,
        "derived": fact.derived, "kind": fact.kind, "private": fact.private, "source": source_json(source_of(article, fact.evidence)),
    }  # fmt: skip


def hit_json(hit: Hit) -> Json:
    """The Hit object."""
    return {"rank": hit.rank, "score": hit.score, "kind": hit.kind, "article": hit.article, "ref": hit.ref, "title": hit.title, "text": hit.text}


def report_json(report: FileReport) -> Json:
    """One element of what ``add --json`` prints."""
    return {
        "file": report.file, "status": report.status, "articles": report.articles, "projects": report.projects, "facts": report.facts,
        "warnings": list(report.warnings), "error": report.error,
    }  # fmt: skip
