"""What a question takes for granted and its own proof denies: a day of the week, a change, an appointment."""

from __future__ import annotations

import re

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.fits import segment_of
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.notices.schedules import asked_days, days_in
from index.language.lexicon import load_pattern
from index.language.marks import end_of, start_of
from index.records import Sentence, Span
from index.understanding.query import Query

_ASKS_CHANGE = load_pattern("answering.denials.asks_change")
_SAME = load_pattern("answering.denials.same")
_SAME_ALONE = load_pattern("answering.denials.same_alone")
_ASKS_APPOINTED = load_pattern("answering.denials.asks_appointed")
_ASKS_REMOVED = load_pattern("answering.denials.asks_removed")
_ENDS = "，；。,;"


def denied(query: Query, knowledge: Knowledge, draft: Draft) -> Draft | None:
    """The correction where the sentence that holds the answer denies what the question takes for granted."""
    if draft.status != "answered" or query.kind == "yesno":
        return None
    for proof in draft.proofs:
        page = knowledge.page(proof.article)
        for sentence in page.within(proof.spans):
            told = _other_days(query, sentence, draft) or _unchanged(query, sentence, draft)
            told = told or _moved_otherwise(query, page, sentence)
            if told is not None:
                shown = (Proof(proof.article, sentence.text.spans()),)
                return Draft("corrected", draft.kind, told, shown, confidence=0.9)
    return None


def _other_days(query: Query, sentence: Sentence, draft: Draft) -> str | None:
    """周三谁坐诊 of 周一、周二、周四全天，坐诊的是某某."""
    asked = asked_days(query.text)
    if asked is None:
        return None
    word, wanted = asked
    text = sentence.text.text
    low, high = segment_of(text, max(text.find(draft.answer), 0))
    sets = [one for one in days_in(text) if low <= one[0][0] < high]
    if not sets or any(wanted & days for _, days, closed in sets if not closed):
        return None
    shut = next((span for span, days, closed in sets if closed and wanted & days), None)
    if shut is None and all(closed for *_, closed in sets):
        return None
    span = shut or sets[0][0]
    said = text[slice(*span)].strip("，；。：、 ").removeprefix("即")
    return texts.SAYS.format(said=said) if shut else texts.OTHER_DAYS.format(said=said, day=word)


def _unchanged(query: Query, sentence: Sentence, draft: Draft) -> str | None:
    """小集挪到哪个新广场了 of 地点不变，仍在钟楼广场."""
    text = sentence.text.text
    at = text.find(draft.answer)
    if at < 0 or not _ASKS_CHANGE.search(query.text):
        return None
    low, high = _clause(text, at, at + len(draft.answer))
    before = _clause(text, max(low - 2, 0), max(low - 1, 0)) if low else (low, low)
    after = _clause(text, high + 1, high + 1) if high + 1 < len(text) and text[high] in "，," else (high, high)
    if _SAME_ALONE.fullmatch(text[slice(*after)].strip()):
        high = after[1]
    elif not _SAME.search(text[low:high]):
        return None
    low = before[0] if "不变" in text[slice(*before)] else low
    return texts.SAYS.format(said=text[low:high].strip("，；。：、 "))


def _moved_otherwise(query: Query, page: Page, sentence: Sentence) -> str | None:
    """任命某某当什么 of 免去：某某的副县长职务, and the other way round."""
    name = next((link.name for link in query.links if link.kind == "person"), None)
    appointed, removed = _ASKS_APPOINTED.search(query.text), _ASKS_REMOVED.search(query.text)
    if name is None or bool(appointed) == bool(removed):
        return None
    left = re.compile(rf"(?:免去)?(?P<said>{re.escape(name)}(?:同志)?的[^，。；]{{2,40}}职务)")
    taken = re.compile(rf"(?:任命)?(?P<said>{re.escape(name)}(?:同志)?(?:为|任)[^，。；]{{2,40}})")
    asked, other, word = (taken, left, "免去") if appointed else (left, taken, "任命")
    told = other.search(sentence.text.text)
    if told is None or any(asked.search(one.text.text) for one in page.says.sentences):
        return None
    return texts.SAYS.format(said=f"{word}{told['said']}")


def _clause(text: str, start: int, end: int) -> Span:
    """The stretch between marks that holds ``start`` to ``end``."""
    low = start_of(text, start, _ENDS)
    return low, end_of(text, end, _ENDS)
