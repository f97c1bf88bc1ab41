"""Who somebody met (县长会见的商会会长是谁) and which meeting they led or attended (县长主持了什么会)."""

from __future__ import annotations

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge, Page
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Found, Person
from index.understanding.query import Query

_ASKED = load_pattern("answering.met.asked")
_MEETING = load_pattern("answering.met.meeting")
_NAMED = 0.75


def met_by(query: Query, knowledge: Knowledge) -> Draft | None:
    """The only other person with the asked office in a sentence with the linked person and the deed; else None."""
    link = next((one for one in query.links if one.kind == "person"), None)
    match = _ASKED.match(query.text, link.end) if link is not None else None
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


def meeting_of(query: Query, knowledge: Knowledge) -> Draft | None:
    """The meetings that the linked person led or attended, by the names that articles give them; else None."""
    link = next((one for one in query.links if one.kind == "person"), None)
    asked = _MEETING.match(query.text, link.end) if link is not None else None
    if link is None or asked is None:
        return None
    found: dict[str, tuple[Proof, ...]] = {}
    for mention in knowledge.people.get(link.key, ()):
        page = knowledge.page(mention.article)
        for fact in page.facts.get(mention.value.sentence, ()):
            did = fact.kind == "act" and fact.subject and fact.attribute.startswith(asked["deed"])
            if did and compact(fact.value).endswith(compact(link.name)):
                proofs = (Proof(mention.article, fact.evidence), *_naming(fact.subject, page))
                found.setdefault(fact.subject, proofs)
    if not found:
        return None
    proofs = tuple(dict.fromkeys(proof for held in found.values() for proof in held))
    return Draft("answered", "text", "、".join(found), proofs, people=(link.name,))


def asks_meeting(query: Query) -> bool:
    """True for 县长主持了什么会: a sentence that says that they led one does not say which."""
    return any(one.kind == "person" and _MEETING.match(query.text, one.end) for one in query.links)


def _naming(event: str, page: Page) -> tuple[Proof, ...]:
    """The first sentence that names the event."""
    numbered = zip(page.says.sentences, page.compact, strict=True)
    first = next((one for one, text in numbered if one.role == "paragraph" and compact(event) in text), None)
    return (Proof(page.article.id, first.text.spans()),) if first is not None else ()
