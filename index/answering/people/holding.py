"""Does somebody still hold an office, and who gave a report: lists of who was relieved, the line below a headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.knowledge import Knowledge, Page
from index.extraction.words.people import surnames
from index.language.lexicon import load_pattern, load_words
from index.language.scripts import compact
from index.understanding.query import Query

_STILL = load_pattern("answering.holding.still")
_REPORTED = load_pattern("answering.holding.reported")
_SPEECH = load_pattern("answering.holding.speech")
_HOLDER = re.compile(
    r"(?P<office>[^，。：；\d\s]{3,24})[\s\u3000]+(?P<name>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff][\s\u3000]+[\u4e00-\u9fff])"
)
_SAID = 0.75
_TOP = 4  # sentences below the headline


def still_in_office(query: Query, knowledge: Knowledge) -> Draft | None:
    """某某还是局长吗, where a list relieves them of it: no, and what they became; None where none does."""
    asked = _STILL.search(query.text.rstrip("？?。"))
    link = next((one for one in query.links if one.kind == "person"), None)
    if asked is None or link is None or query.kind != "yesno":
        return None
    left = re.compile(rf"{re.escape(link.name)}(?:同志)?的(?P<office>[^，。；;]{{2,40}})职务")
    taken = re.compile(rf"{re.escape(link.name)}(?:同志)?(?:为|任)(?P<office>[^，。；;]{{2,40}})")
    for article in dict.fromkeys(found.article for found in knowledge.people.get(link.key, ())):
        page = knowledge.page(article)
        relieved = _first(left, page)
        if relieved is None or explained(asked["office"], relieved[0]).score < _SAID:
            continue
        now = _first(taken, page)
        said = f"不是，免去{relieved[0]}职务" + (f"，任{now[0]}" if now else "")
        proofs = tuple(Proof(article, page.says.sentences[one[1]].text.spans()) for one in (relieved, now) if one)
        return Draft("answered", "yesno", said, proofs, people=(link.name,))
    return None


def _first(pattern: re.Pattern[str], page: Page) -> tuple[str, int] | None:
    """(office, number of the sentence) of the first match."""
    for number, text in enumerate(page.compact):
        if (match := pattern.search(text)) is not None:
            return match["office"], number
    return None


def reporter_of(query: Query, pages: Sequence[Page]) -> Draft | None:
    """预算报告是谁作的: who stands with office and name alone below the headline of a report."""
    if not _REPORTED.search(query.text):
        return None
    terms = tuple(t for t in query.terms if t.weight >= 1.0 and not _REPORTED.search(t.text))
    for page in pages:
        if not any(_SPEECH.search(line.strip()) for line in page.article.headlines):
            continue
        if terms and coverage(terms, ((page.heading, 1.0),))[0] < _SAID:
            continue
        for sentence in page.says.sentences[: _TOP + len(page.article.headlines)]:
            match = _HOLDER.fullmatch(sentence.text.text.strip()) if sentence.role == "paragraph" else None
            name = compact(match["name"]) if match else ""
            named = not surnames().isdisjoint((name[:1], name[:2]))
            if match and named and match["office"].endswith(tuple(load_words("offices"))):
                proof = Proof(page.article.id, sentence.text.spans())
                return Draft("answered", "person", f"{match['office']}{name}", (proof,), people=(name,))
    return None
