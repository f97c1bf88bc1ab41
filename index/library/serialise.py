"""Records as the JSON objects of the contract: the only place that knows their keys.

Keys that the contract doesn't name come last.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from index.library.values import Doubt, Project, StatedBatch, StatedFact, Status
from index.records import (
    Answer,
    Article,
    AuditEntry,
    Claim,
    FileReport,
    Flag,
    Found,
    Generation,
    Hit,
    Investment,
    Source,
)
from index.records.answers import AnswerFact

if TYPE_CHECKING:
    from index.retrieval.engine import Explanation

Json = dict[str, Any]


def dumps(value: object) -> str:
    """One line of JSON, characters as they are."""
    return json.dumps(value, ensure_ascii=False)


def source_json(value: Source) -> Json:
    """A Source object."""
    return {
        "article": value.article,
        "ref": value.ref,
        "title": value.title,
        "headlines": list(value.headlines),
        "date": value.date,
        "page": value.page,
        "file": value.file,
        "url": value.url,
        "quote": value.quote,
        "spans": [list(span) for span in value.spans],
    }


def fact_json(value: AnswerFact) -> Json:
    """A Fact object, as answers hold it."""
    return {
        "subject": value.subject,
        "attribute": value.attribute,
        "value": value.value,
        "number": value.number,
        "unit": value.unit,
        "period": value.period,
        "stage": value.stage,
        "district": value.district,
        "date": value.date,
        "modality": value.modality,
        "derived": value.derived,
        "source": source_json(value.source) if value.source else None,
    }


def stated_fact_json(value: StatedFact) -> Json:
    """A Fact object, as it is listed: with its kind, and whether it concerns a private person."""
    return {**fact_json(value.fact), "kind": value.kind, "private": value.private}


def answer_json(value: Answer) -> Json:
    """An Answer object; ``pinned`` only where staff set the answer."""
    found: Json = {
        "id": value.id,
        "question": value.question,
        "status": value.status,
        "reason": value.reason,
        "kind": value.kind,
        "answer": value.answer,
        "detail": value.detail,
        "repaired": [list(pair) for pair in value.repaired],
        "facts": [fact_json(one) for one in value.facts],
        "sources": [source_json(one) for one in value.sources],
        "options": list(value.options),
        "related": list(value.related),
        "confidence": value.confidence,
        "took_ms": value.took_ms,
    }
    return {**found, "pinned": True} if value.pinned else found


def article_json(value: Article) -> Json:
    """An Article object."""
    return {
        "id": value.id,
        "ref": value.ref,
        "kind": value.kind,
        "title": value.title,
        "headlines": list(value.headlines),
        "date": value.date,
        "date_basis": value.date_basis,
        "reporters": list(value.reporters),
        "correspondents": list(value.correspondents),
        "page": value.page,
        "issue": value.issue,
        "district": value.district,
        "file": value.file,
        "file_span": list(value.file_span),
        "url": value.url,
        "text": value.text,
        "versions": value.versions,
        "source": value.source,
    }


def project_json(value: Project) -> Json:
    """A Project object."""
    row = value.row
    return {
        "id": value.id,
        "name": row.name,
        "aliases": list(row.aliases),
        "programme": row.programme,
        "period": row.period,
        "stage": row.stage,
        "district": row.district,
        "place": row.place,
        "owner": row.owner,
        "content": row.content,
        "capacity": row.capacity,
        "investments": [_investment(one) for one in row.investments],
        "status": row.status,
        "modality": row.modality,
        "event_date": row.event_date,
        "sources": [source_json(one) for one in value.sources],
        "builder": row.builder,
        "area": row.area,
        "length": row.length,
        "start": row.start,
        "end": row.end,
        "details": [list(pair) for pair in row.details],
    }


def batch_json(value: StatedBatch) -> Json:
    """A Batch object; ``unit`` is that of ``total``."""
    held = value.batch
    return {
        "programme": held.programme,
        "period": held.period,
        "stage": held.stage,
        "district": held.district,
        "count": held.count,
        "total": held.total,
        "unit": None if held.total is None else "亿元",
        "derived": held.derived,
        "rates": [{"name": rate.name, "value": rate.value, "modality": rate.modality} for rate in held.rates],
        "status": held.status,
        "names": list(held.names),
        "count_ok": held.count_ok,
        "sum_ok": held.sum_ok,
        "sources": [source_json(one) for one in value.sources],
        "category": held.category,
        "event": held.event,
        "amounts": [_investment(one) for one in held.amounts],
        "event_date": held.event_date,
        "place": held.place,
    }


def hit_json(value: Hit, explanation: Explanation | None = None) -> Json:
    """A Hit object; with ``explain`` where the reasons of its score are asked for."""
    found: Json = {
        "rank": value.rank,
        "score": value.score,
        "kind": value.kind,
        "article": value.article,
        "ref": value.ref,
        "title": value.title,
        "text": value.text,
    }
    if explanation is None:
        return found
    return {**found, "explain": [asdict(term) for term in explanation.terms], "factor": explanation.factor}


def claim_json(value: Claim) -> Json:
    """A checked claim."""
    return {
        "claim": value.claim,
        "verdict": value.verdict,
        "says": value.says,
        "sources": [source_json(one) for one in value.sources],
    }


def report_json(value: FileReport) -> Json:
    """What became of a file."""
    return {
        "file": value.file,
        "status": value.status,
        "articles": value.articles,
        "projects": value.projects,
        "facts": value.facts,
        "warnings": list(value.warnings),
        "error": value.error,
    }


def generation_json(value: Generation) -> Json:
    """A generation."""
    return asdict(value)


def audit_json(value: AuditEntry) -> Json:
    """Who changed what."""
    return asdict(value)


def status_json(value: Status) -> Json:
    """The state of the library."""
    return {**asdict(value), "districts": list(value.districts)}


def flag_json(value: Found[Flag]) -> Json:
    """Something doubtful."""
    return {
        "article": value.article,
        "kind": value.value.kind,
        "message": value.value.message,
        "spans": [list(span) for span in value.value.spans],
    }


def doubt_json(value: Doubt) -> Json:
    """Something that staff should look at."""
    return {"kind": value.kind, "message": value.message, "articles": list(value.articles)}


def export_json(value: Article) -> Json:
    """An article in the form in which JSON lines are added: headlines as title, the rest as body."""
    title, body = _title_and_body(value)
    return {
        "id": value.ref or value.id,
        "title": title,
        "date": value.date,
        "body": body,
        "url": value.url,
        "page": value.page,
        "source": value.source,
    }


def _title_and_body(article: Article) -> tuple[str | None, str]:
    end = 0
    for block in article.blocks:
        if block.role != "headline":
            break
        end = block.text.end
    title, body = article.text[:end].strip(), article.text[end:].strip()
    return (title, body) if title and body else (None, article.text)


def _investment(amount: Investment) -> Json:
    return {"kind": amount.kind, "value": amount.value, "unit": amount.unit, "currency": amount.currency}
