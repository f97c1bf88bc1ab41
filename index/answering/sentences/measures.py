"""在招商方面怎么做, 营商环境上有什么举措: what the paragraph says behind the words that name the field."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import links_fit, slots_agree
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Sentence
from index.understanding.query import Query

_ASKS = load_pattern("answering.measures.asks")
_FIELD = load_pattern("answering.measures.field")
_SAID = 0.75
_LONGEST = 290


def measures(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What is to be done in the asked field; None where no sentence opens with it."""
    asked = _ASKS.search(query.text)
    if asked is None:
        return None
    field = compact(asked["field"])
    for evidence in pool:
        led = _FIELD.match(evidence.text) if evidence.sentence.role == "paragraph" else None
        if led is None or not slots_agree(query, evidence) or not links_fit(query, evidence):
            continue
        if explained(field, compact(led["field"])).score < _SAID:
            continue
        told = [evidence.sentence, *_following(evidence)]
        said = [evidence.text[led.end() :], *(one.text.text for one in told[1:])]
        while len(said) > 1 and sum(map(len, said)) > _LONGEST:
            said.pop()
        answer = "".join(said).strip("，。；：、 ")
        if len(answer) < len(field):
            continue
        spans = tuple(span for one in told[: len(said)] for span in one.text.spans())
        proof = Proof(evidence.page.article.id, spans)
        return Draft("answered", "summary", answer[:_LONGEST], (proof,), accounted=True)
    return None


def _following(evidence: Evidence) -> list[Sentence]:
    """The sentences of the paragraph behind this one, up to one that opens with another field."""
    found: list[Sentence] = []
    for one in evidence.page.says.sentences[evidence.number + 1 :]:
        if one.paragraph != evidence.sentence.paragraph or _FIELD.match(one.text.text):
            break
        found.append(one)
    return found
