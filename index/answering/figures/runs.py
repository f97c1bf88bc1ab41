"""One kind out of a run such as 9金6银8铜: how many silver medals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import links_fit
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import fold
from index.understanding.query import Query

_ASKED = load_pattern("answering.runs.asked")
RUN = load_pattern("answering.runs.run")
"""9金6银8铜: numbers with one-letter units right behind one another."""
RUN_PART = re.compile(r"(\d+)([\u4e00-\u9fff])")
"""A number of a run and its unit."""
_KINDS = load_pattern("answering.runs.kinds")
OTHER_TIME = load_pattern("answering.runs.other_time")
_ENOUGH = 0.66


def of_run(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """拿了几块银牌: the 6银 of 9金6银8铜; None where no run near the question has the kind."""
    asked = [match["what"] for match in _ASKED.finditer(query.text)]
    if not asked or query.total:
        return None
    terms = tuple(t for t in query.terms if not _KINDS.fullmatch(t.text))
    best: tuple[float, str, Evidence] | None = None
    for evidence in pool:
        if not links_fit(query, evidence):
            continue
        begin, text = 0, fold(evidence.text)
        for run in RUN.finditer(text):
            own = evidence.clause((begin, run.end()))  # what stands behind the run before is told of this one
            begin = run.end()
            parts = {what: number + what for number, what in RUN_PART.findall(run[0])}
            if not all(what in parts for what in asked):
                continue
            if (other := OTHER_TIME.search(query.text)) and other[0] not in text[: run.start()]:
                continue  # 较上届前进3位 behind it tells nothing of the last one
            regions = ((own, 1.0), (evidence.before, 0.75), (evidence.head, 0.7), (evidence.heading, 0.75))
            share, missing, _ = coverage(terms, regions)
            sure = share >= _ENOUGH and not any(term.critical for term in missing)
            if sure and (best is None or share > best[0]):
                best = share, "".join(parts[what] for what in asked), evidence
    return Draft("answered", "count", best[1], (best[2].proof,), confidence=0.9) if best else None
