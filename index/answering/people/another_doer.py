"""Is what is asked of one office told of another: 书记去菜市场了吗 of 市长甲某在菜市场看到…."""

from __future__ import annotations

import re

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge
from index.catalogue.offices import DEPUTY, held_as_printed
from index.extraction.words.people import name_span, office_pattern
from index.language.scripts import compact
from index.understanding.query import Query

_OPENS = 3  # code points in front of the office with which a question opens: 市委书记
_NAMES, _SAID = 1.0, 0.75


def done_by_another(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """True where the question opens with an office, and the quoted sentences name people, none of whom holds it."""
    asked = office_pattern().search(query.text)
    if asked is None or asked.start() > _OPENS or any(link.kind == "person" for link in query.links):
        return False
    deputy = query.text[max(asked.start() - 1, 0) : asked.end()].startswith(DEPUTY)
    office = asked[0] if asked[0].startswith(DEPUTY) or not deputy else DEPUTY + asked[0]
    held: list[str] = []
    for proof in draft.proofs:
        page = knowledge.page(proof.article)
        told = {sentence.number: _part(query, sentence.text.text) for sentence in page.within(proof.spans)}
        people = [one for one in page.says.people if one.office and name_span(one.name, told.get(one.sentence, ""))]
        held += [one.office or "" for one in people]
    return bool(held) and not any(held_as_printed(one, office) for one in held)


def _part(query: Query, text: str) -> str:
    """The parts between semicolons that hold what is asked about, else the whole sentence."""
    words = [t.text for t in query.terms if t.weight >= _NAMES and office_pattern().search(t.text) is None]
    parts = re.split("[；;]", text)
    held = [part for part in parts if any(explained(word, compact(part)).score >= _SAID for word in words)]
    return "".join(held) or text
