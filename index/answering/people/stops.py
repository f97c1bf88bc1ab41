"""The stops of a round that several sentences tell of: 在甲港，…。在乙泵站，他…。在丙水库，他…."""

from __future__ import annotations

from collections.abc import Iterator

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.knowledge import Knowledge, Page
from index.language.lexicon import load_pattern, load_words
from index.records import Sentence
from index.understanding.kinds import asked_count
from index.understanding.query import Query

_ASKED = load_pattern("answering.stops.asked")
_AT = load_pattern("answering.stops.at")
_NO_PLACE = load_pattern("answering.stops.no_place")
_ANY = ("点", "地方", "点位", "站", "地点", "处", "地")
_SHORTEST = 4  # code points of a name with the place it lies in


def stops(query: Query, knowledge: Knowledge) -> Draft | None:
    """Exactly as many places as are asked for, all of one article about the linked person; else None."""
    asked = _ASKED.search(query.text)
    count = asked_count(query.text)
    link = next((one for one in query.links if one.kind == "person"), None)
    if asked is None or count is None or count < 2 or link is None:
        return None
    for article in dict.fromkeys(m.article for m in knowledge.people.get(link.key, ())):
        page = knowledge.page(article)
        found = dict(_places(page, asked["noun"]))
        if len(found) == count:
            proofs = tuple(Proof(article, sentence.text.spans()) for sentence in dict.fromkeys(found.values()))
            return Draft("answered", "list", "、".join(found), proofs, detail=f"共{count}个")
    return None


def _places(page: Page, noun: str) -> Iterator[tuple[str, Sentence]]:
    """The places of the asked sort, in the order of the text, where each is first told of."""
    ends = tuple(load_words("place_suffixes"))
    seen: list[str] = []
    for sentence in page.says.sentences:
        if sentence.role != "paragraph":
            continue
        for match in _AT.finditer(sentence.text.text):
            name = match["place"]
            right = name.endswith(ends) if noun in _ANY else name.endswith(noun)
            if len(name) < _SHORTEST or not right or _NO_PLACE.search(name) or any(name in one for one in seen):
                continue
            seen.append(name)
            yield name, sentence
