"""你确定？ and 哪里写的 behind an answer: it is given once more, with what vouches for it; it is no new question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.sources import sources_of
from index.language.lexicon import load_pattern
from index.language.scripts import fold

_DOUBTS = load_pattern("answering.doubts.doubts")
_ASKS_SOURCE = load_pattern("answering.doubts.asks_source")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_MARKS = " \t\n，,。.！!？?～~…、"
_LONGEST = 24  # letters of such a turn
_MOST = 160  # letters of an answer


def _bare(turn: str) -> str:
    return fold(turn[: _LONGEST + 1]).strip(_MARKS) if len(turn) <= _LONGEST else ""


def doubts(turn: str) -> bool:
    """你确定, 真的吗, 出处呢: whether the answer before holds, or where it stands."""
    said = _bare(turn)
    return bool(_DOUBTS.fullmatch(said) or _ASKS_SOURCE.fullmatch(said))


def put_again(question: str, turns: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The question that is doubted, and the turns in front of it; a doubt is never a turn that others lean on."""
    asked = tuple(turn for turn in turns if not doubts(turn))
    return (asked[-1], asked[:-1]) if asked and doubts(question) else (question, asked)


def vouched(question: str, draft: Draft, knowledge: Knowledge) -> Draft:
    """The answer that is doubted with the words that it rests on; a refusal stays as it is."""
    if not draft.settled or not draft.proofs:
        return draft
    source = sources_of(knowledge, draft.proofs)[0]
    title = source.title or source.date or source.file
    printed = set(_FIGURE.findall(fold("".join(one.quote for one in sources_of(knowledge, draft.proofs)))))
    computed = not printed.issuperset(_FIGURE.findall(fold(draft.answer)))
    said = (texts.RECKONED if computed else texts.VOUCHED).format(answer=draft.answer)
    if title and _ASKS_SOURCE.fullmatch(_bare(question)):
        quote = texts.PRINTED_IN.format(title=title, said="".join(source.quote.split()))
        told = texts.STANDS_IN.format(title=title, said=draft.answer)
        said = quote if len(quote) <= _MOST else told
    return draft if len(said) > _MOST else replace(draft, answer=said)
