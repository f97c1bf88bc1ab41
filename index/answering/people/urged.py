"""What somebody was told or wished on a visit: 叮嘱甲什么 of 来到甲家中，…，并叮嘱他要注意身体."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern, load_table
from index.language.scripts import fold
from index.understanding.query import Query

_ASKS = load_pattern("answering.urged.asks")
_ASKS_BODY = load_pattern("answering.urged.asks_body")
_WHOM = load_pattern("answering.urged.whom")
_ENDS = load_pattern("answering.urged.ends")
_ALONE = load_pattern("answering.urged.alone").pattern  # 祝他健康, not 祝贺
_SHORTEST = 2


def urged(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The words behind just the asked verb, in a sentence or a paragraph that names all the named people."""
    if (told := _to_a_body(query, pool)) is not None:
        return told
    asked = _ASKS.search(query.text)
    names = [link.name for link in query.links if link.kind == "person"]
    if asked is None or not names:
        return None
    for within in (False, True):
        for evidence in pool:
            if evidence.sentence.role != "paragraph":
                continue
            around = evidence.text + (_paragraph(evidence) if within else "")
            if not all(name in around for name in names):
                continue
            for verb in _printed(asked["verb"]):
                said = _behind(evidence.text, verb, names)
                if said is not None:
                    return Draft("answered", "text", said, (evidence.proof,), people=tuple(names), accounted=True)
    return None


def _to_a_body(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """要求民政局做什么: what stands behind the verb and the very ones who are named behind it."""
    asked = _ASKS_BODY.search(query.text)
    if asked is None or len(asked["who"]) < _SHORTEST:
        return None
    for evidence in pool:
        text = evidence.text
        at = fold(text).find(asked["verb"] + asked["who"]) if evidence.sentence.role == "paragraph" else -1
        said = _ENDS.split(text[at + len(asked["verb"] + asked["who"]) :])[0].strip("，：“” ") if at >= 0 else ""
        if len(said) >= _SHORTEST:
            return Draft("answered", "text", said, (evidence.proof,), accounted=True)
    return None


def _paragraph(evidence: Evidence) -> str:
    """What the paragraph says in front of the sentence."""
    head = evidence.page.heads[evidence.number]
    return "".join(evidence.page.sentence(number).text.text for number in range(head, evidence.number))


def _printed(verb: str) -> tuple[str, ...]:
    """叮嘱 as asked is printed as 叮嘱, 嘱咐 or 叮咛."""
    return next((tuple(row[0].split()) for row in load_table("urging") if verb in row[0].split()), (verb,))


def _behind(text: str, verb: str, names: Sequence[str]) -> str | None:
    """What stands behind the verb and whom it is said to, up to the end of the part."""
    found = re.search(_ALONE.replace("VERB", verb) if len(verb) == 1 else verb, text)
    if found is None:
        return None
    said = text[found.end() :]
    said = _ENDS.split(said)[0]
    said = _WHOM.sub("", said)
    for name in names:
        said = said.removeprefix(name)
    said = said.strip("，：“” ")
    return said if len(said) >= _SHORTEST else None
