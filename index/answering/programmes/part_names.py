"""三张清单是哪三张, 四个一批是哪四个: what the parts of a programme are called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.knowledge import Page
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.records import Sentence
from index.understanding.query import Query

_ASKS = load_pattern("answering.part_names.asks")
_PART = load_pattern("answering.part_names.part")
_ROW = load_pattern("answering.part_names.row")
_ANYTHING = load_pattern("answering.part_names.anything")
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_PAGES = 3  # articles looked at


def parts_of(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The names of just so many parts as are asked for, where one article prints them; else None.

    They stand in a row before the count (“甲”“乙”“丙”三档) or each before the number of its projects.
    """
    asked = _ASKS.search(query.text)
    if asked is None or (not asked["noun"] and _ANYTHING.fullmatch(asked["counter"])):
        return None
    count, noun = int(parse_number(asked["n"])), asked["noun"] or ""
    said = asked["n"] + asked["counter"] + noun
    ranked = sorted(pool, key=lambda e: e.rank)
    for page in list({one.page.article.id: one.page for one in ranked}.values())[:_PAGES]:
        if not any(said in sentence.text.text for sentence in page.says.sentences):
            continue
        held = _in_a_row(page, said, count) or _counted(page, noun)
        if len(held) == count:
            proofs = tuple(Proof(page.article.id, s.text.spans()) for s in dict.fromkeys(held.values()))
            return Draft("answered", "list", "、".join(held), proofs, detail=f"共{count}项")
    return None


def _in_a_row(page: Page, said: str, count: int) -> dict[str, Sentence]:
    """蓄势, 起势, 成势 of “蓄势”“起势”“成势”三档, where they are as many as asked; else nothing."""
    for sentence in page.says.sentences:
        text = sentence.text.text
        row = _ROW.search(text[: text.find(said)]) if said in text else None
        names = _QUOTED.findall(row[0]) if row else []
        if len(names) == count:
            return dict.fromkeys(names, sentence)
    return {}


def _counted(page: Page, noun: str) -> dict[str, Sentence]:
    """Quoted names (and 签约一批) before a number of projects; those alone in ``noun``, where there are any."""
    held: dict[str, Sentence] = {}
    for sentence in page.says.sentences:
        for match in _PART.finditer(sentence.text.text):
            held.setdefault(match["label"] or match["bare"], sentence)
    return {name: one for name, one in held.items() if name.endswith(noun)} or held
