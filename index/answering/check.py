"""Is this sentence right? Each claim is looked for in the bulletins."""

from __future__ import annotations

import re
from dataclasses import replace

from index.answering.batch_choice import label
from index.answering.batches import money_text
from index.answering.explain import coverage
from index.answering.fits import links_fit, period_fits, year_fits
from index.answering.knowledge import Knowledge
from index.answering.pool import Evidence, gather
from index.catalogue.sources import source_of
from index.language.numerals import Quantity, find_quantities
from index.language.scripts import fold
from index.records import Batch, Claim, Found
from index.understanding.query import Query, Term
from index.understanding.understand import understand

_SPLIT = re.compile(r"[。！？!?；;\n]+")
_CONFIRMED, _MENTIONED = 0.8, 0.62


def check_sentence(text: str, knowledge: Knowledge) -> tuple[Claim, ...]:
    """Every claim of ``text`` with its verdict, the bulletin's own words and the source."""
    claims = [piece for sentence in _SPLIT.split(text) for piece in _claims(sentence.strip())]
    return tuple(_checked(claim, context, knowledge) for claim, context in claims)


def _claims(sentence: str) -> list[tuple[str, str]]:
    """(claim, its context): clauses with a figure each, the first clause giving the subject."""
    if not sentence:
        return []
    clauses = [c for c in re.split(r"[，,](?!\d{3})", sentence) if c.strip()]
    figured = [c for c in clauses if _figures(c)]
    if len(figured) < 2:
        return [(sentence, sentence)]
    found: list[tuple[str, str]] = []
    subject = ""
    held = ""
    for clause in clauses:
        held = f"{held}，{clause}" if held else clause
        if _figures(clause):
            found.append((held, f"{subject}，{held}" if subject else held))
            subject = subject or re.split(r"\d", held, maxsplit=1)[0]
            held = ""
    if held and found:
        claim, context = found[-1]
        found[-1] = (f"{claim}，{held}", f"{context}，{held}")
    return found


def _figures(text: str) -> list[Quantity]:
    return [
        q
        for q in find_quantities(fold(text))
        if q.kind in ("money", "count", "percent", "measure", "points")
        and not re.match(r"三个一批|三个", q.text)
    ]


def _checked(claim: str, context: str, knowledge: Knowledge) -> Claim:
    query = understand(context, knowledge.gazetteer)
    figures = _figures(claim)
    stored = _by_batch(claim, query, figures, knowledge)
    if stored is not None:
        return stored
    words = tuple(
        t for t in query.terms if not any(fold(q.text) == t.text for q in find_quantities(fold(context)))
    )
    bare = replace(query, terms=words)
    best: tuple[float, Evidence] | None = None
    for evidence in gather(query, knowledge):
        if not (links_fit(bare, evidence) and period_fits(bare, evidence) and year_fits(bare, evidence)):
            continue
        share, missing, _ = coverage(
            words, ((evidence.own, 1.0), (evidence.before, 0.7), (evidence.heading, 0.7))
        )
        agrees = sum(_printed(q, evidence) for q in figures) / len(figures) if figures else 0.5
        score = share + 0.3 * agrees - 0.001 * evidence.rank
        if not any(t.critical for t in missing) and (best is None or score > best[0]):
            best = (score, evidence)
    return _verdict(claim, bare, words, figures, best)


def _verdict(
    claim: str,
    query: Query,
    words: tuple[Term, ...],
    figures: list[Quantity],
    best: tuple[float, Evidence] | None,
) -> Claim:
    if best is None or not any(t.weight >= 0.5 for t in words):
        return Claim(claim, "not_mentioned", None, ())
    evidence = best[1]
    share, missing, _ = coverage(
        words, ((evidence.own, 1.0), (evidence.before, 0.7), (evidence.heading, 0.7))
    )
    source = (source_of(evidence.page.article, evidence.sentence.text.spans()),)
    strong = [t for t in missing if t.weight >= 0.5]
    if figures and share >= _MENTIONED:
        if all(_printed(q, evidence) for q in figures):
            return Claim(
                claim,
                "confirmed" if share >= _CONFIRMED and not strong else "not_mentioned",
                evidence.text,
                source,
            )
        if any(_rival(q, evidence) for q in figures) and not strong:
            return Claim(claim, "contradicted", evidence.text, source)
    if not figures and share >= _CONFIRMED and not strong:
        return Claim(claim, "confirmed", evidence.text, source)
    return Claim(claim, "not_mentioned", None, ())


def _printed(quantity: Quantity, evidence: Evidence) -> bool:
    return any(
        abs(q.value - quantity.value) < 1e-6 and q.kind == quantity.kind
        for q in find_quantities(evidence.text)
    )


def _rival(quantity: Quantity, evidence: Evidence) -> bool:
    """Another value of the same unit stands where this one was claimed."""
    return not _printed(quantity, evidence) and any(
        q.unit == quantity.unit for q in find_quantities(evidence.text)
    )


def _by_batch(claim: str, query: Query, figures: list[Quantity], knowledge: Knowledge) -> Claim | None:
    """Claims about a batch are held against its stored count and total."""
    if not figures or (query.links and any(link.kind == "project" for link in query.links)):
        return None
    if not (query.periods or query.stages or query.programme):
        return None
    stage = query.stages[0] if query.stages else "合计"
    for found in knowledge.batches:
        batch = found.value
        fits = (
            batch.stage == stage
            and (not query.periods or batch.period == query.periods[0])
            and batch.category is None
        )
        if not fits or (query.district and batch.district not in (None, query.district)):
            continue
        verdicts = [v for q in figures if (v := _against(q, batch)) is not None]
        if verdicts:
            return _batch_claim(claim, found, all(verdicts), knowledge)
    return None


def _against(quantity: Quantity, batch: Batch) -> bool | None:
    if quantity.kind == "money" and batch.total is not None:
        return abs(quantity.value - batch.total * 1e8) < 1
    if quantity.kind == "count" and quantity.unit in ("个", "项") and batch.count is not None:
        return quantity.value == batch.count
    return None


def _batch_claim(claim: str, found: Found[Batch], right: bool, knowledge: Knowledge) -> Claim:
    batch = found.value
    parts = [
        label(batch),
        f"项目{batch.count}个" if batch.count is not None else "",
        f"投资{money_text(batch.total)}" if batch.total is not None else "",
    ]
    article = knowledge.page(found.article).article
    says = "，".join(part for part in parts if part)
    return Claim(claim, "confirmed" if right else "contradicted", says, (source_of(article, batch.evidence),))
