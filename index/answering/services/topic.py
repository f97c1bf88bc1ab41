"""What a question about a service is about, and how far a page tells of it.

学校逼着买校服打哪个号 is about 学校 and 校服; 打哪个号 and 逼着 only say what is wanted. Words of people's lives
(邻居家, 忘了) tell of a page where it prints them, and speak against none that does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from index.answering.evidence.circumstances import own_spans, without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import contrast_fits, period_fits, scope_fits, year_fits
from index.answering.evidence.knowledge import Page
from index.answering.evidence.loosely import term_held
from index.answering.evidence.pool import Evidence, of_page
from index.language.lexicon import load_pattern, load_words
from index.language.scripts import compact
from index.records import Span
from index.understanding.query import Query, Term
from index.understanding.terms import is_weak

_TOLD = 0.5
_STRONG = 0.5
_LOOSE_FROM = 3
_AROUND, _OPENED, _FAR = 0.9, 0.8, 0.65
"""How much a word counts in the sentence or the headline, at the head of the paragraph, elsewhere on the page."""
_ROLES = ("paragraph", "caption", "signature", "table")
_TALK = load_pattern("answering.topic.talk")
_PER_PAGE = 0.02  # what a page loses against the one nearer to the question
_EDGES = "，；。：、,;: "


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    return frozenset(word for line in load_words("everyday") for word in line.split())


def _says_nothing(term: Term) -> bool:
    """A word that a page need not print: of the asker's life, of their deed, or a turn of speech."""
    text = term.text
    if len(text) > 2 and text[-1] in "家们":
        text = text[:-1]  # 邻居家, 孩子们
    single = len(text) == 1 and (term.weight < _STRONG or text in load_words("doing_verbs"))
    return single or text in _everyday() or is_weak(text) or bool(_TALK.fullmatch(text))


def held(term: Term, text: str) -> float:
    """How far ``text`` has a word; of a word of two letters (医保) one alone (养老保险) says nothing."""
    word = term.text.removesuffix("的")  # 当兵的
    return explained(word, text).score if len(word) < _LOOSE_FROM else term_held(term, text)


def topic(query: Query, asked: Sequence[Span]) -> tuple[Term, ...]:
    """The words that say what the question is about, without those that say which of its matters is asked for."""
    return without(query.terms, (*asked, *own_spans(query.text)))


def told(
    query: Query, terms: Sequence[Term], evidence: Evidence, clause: str = "", *, of_any_sort: bool = False
) -> float | None:
    """How far a sentence and its page tell of ``terms`` (0 to 1); None where they leave out what names something.

    Args:
        clause: the part of the sentence that is to be the answer; a word in it counts most.
        of_any_sort: 高中以上 answers whether 初中 is enough, and is no other sort than the asked one.
    """
    page = evidence.page
    if not (period_fits(query, evidence) and year_fits(query, evidence) and scope_fits(query, evidence)):
        return None
    if not (of_any_sort or contrast_fits(query, evidence)):
        return None
    if any(link.kind != "district" and compact(link.name) not in page.whole + page.heading for link in query.links):
        return None
    near, around = compact(clause), evidence.own + evidence.before + evidence.heading
    total = got = 0.0
    for term in terms:
        score = max(
            held(term, near),
            _AROUND * held(term, around),
            _OPENED * held(term, evidence.head),
            _FAR * held(term, page.whole),
        )
        if score < _TOLD * _FAR:
            if term.critical or not _says_nothing(term):
                return None
            continue
        total += term.weight
        got += score * term.weight
    return got / total if total else 0.0


def sentences(pages: Sequence[Page]) -> Iterator[tuple[int, Evidence]]:
    """(how near its page is to the question, from 0; the sentence) of all sentences that tell something."""
    for order, page in enumerate(pages):
        for evidence in of_page(page):
            if evidence.sentence.role in _ROLES:
                yield order, evidence


def bare(said: str) -> str:
    """A part of a sentence without the marks around it."""
    return said.strip(_EDGES)


def foremost(found: Iterable[tuple[float, int, Draft]]) -> Draft | None:
    """The answer that is told best, nearer pages first; None without any.

    Args:
        found: (how well it is told, how near its page is to the question, the answer), in the order of the text.
    """
    best = max(found, key=lambda one: one[0] - _PER_PAGE * one[1], default=None)
    return best[2] if best is not None else None
