"""Who did it, by just the asked verb: 方案是谁宣读的, 歌王被谁拿了, the people in front of 宣读 and of 获."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.answering.evidence.about import aboutness, slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.fits import of_a_group
from index.answering.evidence.pool import Evidence
from index.answering.people.deeds import people_before
from index.extraction.words.people import is_full_name, name_span
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern, load_table
from index.language.numerals import parse_number
from index.understanding.query import Query

_ASKED = load_pattern("answering.actors.asked")
_NO_DEED = load_pattern("answering.actors.no_deed")
_TITLE = load_pattern("answering.actors.title")
_NEGATED = load_pattern("answering.actors.negated")
_COUNTED = load_pattern("answering.actors.counted")  # 甲某、乙某、丙某3名委员述职
_SPEECH = load_pattern("answering.actors.speech")
_SPEAKS = load_pattern("answering.actors.speaks")
_ENOUGH = 0.6
_SHORTEST = 2


def by_act(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The people whose name stands in front of the asked verb; None where no sentence about it prints any."""
    asked = _ASKED.search(query.text) if query.kind in ("person", "list", "text", "organisation") else None
    deed = (asked["deed"] or asked["deed2"]) if asked is not None else ""
    if asked is None or _NO_DEED.search(deed):
        return None
    says = _says(deed)
    if says is None:
        return None
    known = frozenset(one.name for evidence in pool for one in evidence.page.says.people)
    found = [one for evidence in pool for one in _done(query, asked, says, evidence, known)]
    if not found:
        return None
    _, said, names, evidence = max(found, key=lambda one: one[0])
    return Draft("answered", "person", said, (evidence.proof,), people=names)


def only_speaks(query: Query, draft: Draft, sentence: str) -> bool:
    """课是谁教的: 副局长某某介绍，教师自愿报名 tells of somebody who speaks of it, not of who did it."""
    asked = _ASKED.search(query.text) if query.kind == "person" and draft.status == "answered" else None
    deed = (asked["deed"] or asked["deed2"]) if asked is not None else ""
    if not deed or _NO_DEED.search(deed) or _SPEECH.search(deed) or _SPEECH.search(query.text):
        return False
    at = sentence.find(draft.answer)
    return at >= 0 and _SPEAKS.match(sentence[at + len(draft.answer) :]) is not None


@lru_cache(maxsize=256)
def _says(deed: str) -> re.Pattern[str] | None:
    """How the verb is printed; a verb of one sign only as the table has it."""
    row = next((printed for asked, printed in load_table("acts_printed") if re.fullmatch(asked, deed)), None)
    if row is None and len(deed) < 2:
        return None
    return re.compile(row or re.escape(deed))


def _done(
    query: Query, asked: re.Match[str], says: re.Pattern[str], evidence: Evidence, known: frozenset[str]
) -> Iterator[tuple[float, str, tuple[str, ...], Evidence]]:
    if not slots_fit(query, evidence, ("paragraph", "caption")):
        return
    terms = without(query.terms, (asked.span(),))
    bare = not query.links and all(len(t.text) < _SHORTEST for t in terms)  # it says too little of what it was
    for match in says.finditer(evidence.text):
        if _TITLE.search(match[0]):
            if bare:
                continue
            said, names = _bears(evidence, match.end())
        else:
            doers = people_before(evidence, match.start())
            counted = _counted(evidence.text[: match.start()])
            if bare and counted is None:
                continue
            said, names = counted or (doers[:2] if doers is not None else _begins(evidence.text, match.start(), known))
        if not names or of_a_group(query, evidence.text, match.start()):
            continue
        if _NEGATED.search(evidence.text[: match.start()]) or any(name in query.text for name in names):
            continue
        share = 1.0 if bare else aboutness(query, terms, evidence, match.span())
        if share >= _ENOUGH:
            yield share - 0.002 * evidence.rank, said, names, evidence


def _counted(before: str) -> tuple[str, tuple[str, ...]] | None:
    """甲某、乙某、丙某 of 甲某、乙某、丙某3名委员: a row of names in front of the deed, as many as are counted."""
    found = _COUNTED.search(before)
    names = tuple(found["row"].split("、")) if found is not None else ()
    if found is None or len(names) != parse_number(found["n"]) or not all(map(is_full_name, names)):
        return None
    return "、".join(names), names


def _bears(evidence: Evidence, at: int) -> tuple[str, tuple[str, ...]]:
    """Whose name stands right behind 创始人; else ""."""
    people = (one for one in evidence.page.says.people if one.sentence == evidence.number)
    name = next((one.name for one in people if (name_span(one.name, evidence.text) or (-1,))[0] == at), "")
    return name, ((name,) if name else ())


def _begins(text: str, at: int, known: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """The name with which the clause of the deed begins, of somebody whom another article introduces; else ""."""
    low, _ = next((span for span in clause_spans(text) if span[0] <= at < span[1]), (at, at))
    name = next((text[low : low + size] for size in (4, 3, 2) if text[low : low + size] in known), "")
    return name, ((name,) if name else ())
