"""Who somebody met: 县长会见的商会会长是谁, the one with that office whom a sentence names beside the person."""

from __future__ import annotations

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Found, Person
from index.understanding.query import Query

_ASKED = load_pattern("answering.met.asked")
_NAMED = 0.75


def met_by(query: Query, knowledge: Knowledge) -> Draft | None:
    """The only other person with the asked office in a sentence with the linked person and the deed; else None."""
    link = next((one for one in query.links if one.kind == "person"), None)
    match = _ASKED.search(query.text, link.end) if link is not None else None
    if link is None or match is None:
        return None
    found: dict[str, Found[Person]] = {}
    for mention in knowledge.people.get(link.key, ()):
        said = knowledge.page(mention.article).sentence(mention.value.sentence).text.text
        if explained(match["deed"], compact(said)).score < _NAMED:
            continue
        for name, others in knowledge.people.items():
            held = [m for m in others if (m.article, m.value.sentence) == (mention.article, mention.value.sentence)]
            for other in held:
                if name != link.key and compact(other.value.office or "").endswith(compact(match["office"])):
                    found.setdefault(name, other)
    if len(found) != 1:
        return None
    name, other = next(iter(found.items()))
    proof = Proof(other.article, other.value.evidence)
    return Draft("answered", "person", name, (proof,), detail=f"公报中的职务：{other.value.office}。", people=(name,))
