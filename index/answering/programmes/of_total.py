"""某某项目占总投资的百分之几: a project's own investment in the printed total of the projects it is one of."""

from __future__ import annotations

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount, read_amount
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.texts import amount_text, number_text
from index.language.lexicon import load_pattern
from index.records import Batch, Found, Investment, ProjectRow
from index.understanding.query import Query

_ASKS = load_pattern("answering.of_total.asks")
_WHOLE = (None, "合计", "累计")


def share_of_total(query: Query, knowledge: Knowledge) -> Draft | None:
    """The share with its arithmetic; None where either amount is not printed, or several totals could be meant."""
    link = next((one for one in query.links if one.kind == "project"), None)
    if link is None or not _ASKS.search(query.text):
        return None
    for row in knowledge.rows.get(link.key, ()):
        part = next((one for one in row.value.investments if one.kind == "总投资" and one.currency == "元"), None)
        told = (found for found in knowledge.batches if found.article == row.article)
        wholes = [found for found in told if _holds(found.value, row.value)]
        totals = {found.value.total for found in wholes}
        if part is not None and len(totals) == 1 and (draft := _drafted(row, part, wholes[0])) is not None:
            return draft
    return None


def _holds(batch: Batch, row: ProjectRow) -> bool:
    """The total of the group that the project is listed in: of its stage and period, else of all."""
    if batch.total is None or batch.category is not None or batch.period != row.period:
        return False
    return batch.stage in (_WHOLE if row.stage is None else (*_WHOLE, row.stage))


def _drafted(row: Found[ProjectRow], part: Investment, whole: Found[Batch]) -> Draft | None:
    own = read_amount(amount_text(part))
    all_of_it: Amount | None = read_amount(f"{number_text(whole.value.total or 0)}亿元")
    if own is None or all_of_it is None or not 0 < own.value < all_of_it.value:
        return None
    said, detail = arithmetic.share(own, all_of_it)
    own_spans = row.value.evidence or row.value.name_spans
    proofs = (Proof(row.article, own_spans), Proof(whole.article, whole.value.evidence))
    return Draft("answered", "percent", said, proofs, detail=detail)
