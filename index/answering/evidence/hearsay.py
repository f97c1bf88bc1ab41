"""What people only say or fear (网传要停工), and the words with which an article answers it (工程没有停)."""

from __future__ import annotations

from index.answering.evidence.draft import Proof
from index.answering.evidence.fits import segment_of
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern

_HEARSAY = load_pattern("answering.hearsay.says")
_ANSWERED = load_pattern("answering.hearsay.answered")
_DENIED = load_pattern("answering.hearsay.denied")
_WITHIN = 4  # sentences after which a rumour is answered


def is_hearsay(text: str, at: int) -> bool:
    """What ends at offset ``at`` of a sentence is what people say: nobody has answered it up to there."""
    last = max((match.end() for match in _HEARSAY.finditer(text, 0, at)), default=-1)
    return last >= 0 and not _ANSWERED.search(text, last, at)


def denial(hearsay: Evidence) -> tuple[str, Proof] | None:
    """The words that deny what people say, in the same sentence or soon behind it; None where nothing does."""
    for one in hearsay.page.says.sentences[hearsay.number : hearsay.number + _WITHIN]:
        text = one.text.text
        denied = _DENIED.search(text)
        if denied is not None:
            low, high = segment_of(text, denied.start())
            return text[low:high].strip("，；。：、 "), Proof(hearsay.page.article.id, one.text.spans())
    return None
