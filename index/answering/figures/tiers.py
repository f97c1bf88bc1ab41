"""What is given for one of several steps: 分200元、500元两档，补贴分别为30元、60元 gives 60元 for 500元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.numerals import Quantity, find_quantities
from index.language.scripts import compact, fold
from index.understanding.query import Query

_RESPECTIVELY = load_pattern("answering.tiers.respectively")
_STEP = load_pattern("answering.tiers.step")
_PAYER = load_pattern("answering.tiers.payer")
_JOINT = load_pattern("answering.tiers.joint")
_ENOUGH = 0.6  # share of the words of the question that the sentence and what stands around it must account for
_SAID = 0.5
_TELLS = 0.6  # what a word must weigh to say what the steps are of


def of_its_tier(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The value lined up with the step that the question names; None where it names none, or asks for the step."""
    asked = _STEP.search(query.text)
    if asked is None or query.kind not in ("money", "count", "number", "percent"):
        return None
    steps = {q.value for q in find_quantities(asked[0])}
    strong = (t for t in query.terms if t.weight >= _TELLS and not (t.text[0].isdigit() or _STEP.search(t.text)))
    terms = tuple(t for t in strong if not _PAYER.search(t.text))
    other = False
    for evidence in pool:
        for what, first, second in _lined_up(evidence):
            at = [number for number, one in enumerate(first) if one.value in steps]
            said = explained(what, compact(query.text)).score >= _SAID or query.head[:1] in what
            around = ((evidence.own, 1.0), (evidence.before, 0.8), (evidence.head, 0.8), (evidence.heading, 0.8))
            other = other or (said and not at)
            about = not terms or coverage(terms, around)[0] >= _ENOUGH
            if len(at) == 1 and said and about:
                detail = f"{first[at[0]].text}的一档。"
                return Draft("answered", query.kind, second[at[0]].text, (evidence.proof,), detail=detail)  # type: ignore[arg-type]
        if (paid := _in_its_part(query, evidence, steps)) is not None:
            return Draft("answered", query.kind, paid.text, (evidence.proof,))  # type: ignore[arg-type]
    if other and "档" in query.text:
        answer = texts.NO_ATTRIBUTE.format(subject=f"“{asked[0]}”", what="标准")
        return Draft("not_found", "number", answer, reason="attribute")  # there are steps, and none of these
    return None


_OF_STEP = load_pattern("answering.tiers.of_step")


def _in_its_part(query: Query, evidence: Evidence, steps: set[float]) -> Quantity | None:
    """60元 for 500元: of 选500元档的，补贴60元；选2000元以上档的，补贴150元 what is printed behind its step."""
    asked = query.kind in ("money", "number") and _OF_STEP.search(fold(query.text)) is not None
    strong = [t.text for t in query.terms if t.weight >= _STRONG and len(t.text) > 1]
    around = evidence.own + evidence.before + evidence.heading
    if not asked or any(explained(word, around).score < _SAID for word in strong):
        return None
    for part in re.split("[；;。]", fold(evidence.text)):
        step = _OF_STEP.search(part)
        behind = [q for q in find_quantities(part[step.end() :]) if q.kind == "money"] if step is not None else []
        if step is not None and len(behind) == 1 and {q.value for q in find_quantities(step[0])} & steps:
            return behind[0]
    return None


_STRONG = 1.0


def _lined_up(evidence: Evidence) -> Iterator[tuple[str, list[Quantity], list[Quantity]]]:
    """(what is given, the steps, what is given for each) for every 分别 that lines up two rows of values."""
    text = fold(evidence.text)
    for match in _RESPECTIVELY.finditer(text):
        rows = list(_rows(text[: match.start()]))
        behind = next(_rows(text[match.end() :]), [])
        if rows and len(behind) > 1 and len(rows[-1]) == len(behind):
            yield match["what"], rows[-1], behind


def _rows(text: str) -> Iterator[list[Quantity]]:
    """Values of one unit joined by 、, two and more."""
    row: list[Quantity] = []
    for one in find_quantities(text):
        if row and row[-1].unit == one.unit and _JOINT.fullmatch(text[row[-1].end : one.start]):
            row.append(one)
            continue
        if len(row) > 1:
            yield row
        row = [one]
    if len(row) > 1:
        yield row
