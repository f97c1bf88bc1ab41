"""What two people are to each other, where one is called by the other: 烈士甲某家属乙某 tells both ways."""

from __future__ import annotations

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.knowledge import Knowledge
from index.language.lexicon import load_pattern, load_table
from index.records import Found, Person
from index.understanding.query import Query

_ASKS_RELATION = load_pattern("answering.kinship.asks_relation")
_ASKS_KIN = load_pattern("answering.kinship.asks_kin")


def related_by_title(query: Query, knowledge: Knowledge) -> Draft | None:
    """乙某是烈士甲某家属 for both by name; 乙某 for 甲某的家属是谁; None where no title names the other."""
    names = [link.key for link in query.links if link.kind == "person"]
    if len(names) > 1 and _ASKS_RELATION.search(query.text):
        for one, other in ((names[0], names[1]), (names[1], names[0])):
            told = next((m for m in knowledge.people.get(one, ()) if other in (m.value.identity or "")), None)
            if told is not None:
                return _draft(f"{one}是{told.value.identity}", told)
            if (kin := _kin_of(one, other, knowledge)) is not None:
                return _draft(f"{one}是{other}的{kin.value.identity}", kin)
        return None
    asked = _ASKS_KIN.search(query.text)
    if asked is None or len(names) != 1:
        return None
    called = tuple(f"{names[0]}{of}{asked['kin'] or asked['kin2']}" for of in ("", "的"))
    found = (m for name, told in knowledge.people.items() for m in told if name != names[0])
    told = next((m for m in found if any(one in (m.value.identity or "") for one in called)), None)
    return _draft(told.value.name, told) if told is not None else None


def asks_relation(query: Query) -> bool:
    """True where it is asked what two people who are named are to each other."""
    people = [link for link in query.links if link.kind == "person"]
    return len(people) > 1 and _ASKS_RELATION.search(query.text) is not None


def _kin_of(one: str, other: str, knowledge: Knowledge) -> Found[Person] | None:
    """甲某是学生，由爷爷乙某抚养: the mention of 乙某 as 爷爷 in a sentence that opens with the other."""
    kin = {word for row in load_table("relatives") for word in row[1].split()}
    for mention in knowledge.people.get(one, ()):
        text = knowledge.page(mention.article).sentence(mention.value.sentence).text.text
        if mention.value.identity in kin and text.startswith(other):
            return mention
    return None


def _draft(said: str, told: Found[Person]) -> Draft:
    proof = Proof(told.article, told.value.evidence)
    return Draft("answered", "person", said, (proof,), people=(told.value.name,), accounted=True)
