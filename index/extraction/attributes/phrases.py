"""Facts in set phrases: what was launched, what is aimed at, what is demanded, by whom something was held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.extraction.words.awards import WINNER, awards
from index.extraction.words.heads import is_entity
from index.extraction.words.resumes import resumes
from index.language.lexicon import load_pattern
from index.records import Article, Fact, Sentence, Span

_QUOTED = load_pattern("extraction.phrases.quoted")
_ROLE = load_pattern("extraction.phrases.role")
_STATE = load_pattern("extraction.phrases.state")
_AROUND = load_pattern("extraction.phrases.around")
_AIM = load_pattern("extraction.phrases.aim")
_DEMAND = load_pattern("extraction.phrases.demand")
_INVITED = load_pattern("extraction.phrases.invited")
_HOST = load_pattern("extraction.phrases.host")
_GREETED = load_pattern("extraction.phrases.greeted")
_ITERATION = load_pattern("extraction.phrases.iteration")
_HERO = load_pattern("extraction.phrases.hero")
_PURPOSE = load_pattern("extraction.phrases.purpose")
PROPOSED = "拟任职务"
_HOSTED = ("主办", "承办")


@dataclass(frozen=True, slots=True)
class _Found:
    subject: str
    attribute: str
    span: Span
    kind: str = "text"


def phrases(article: Article, sentence: Sentence, subject: str, names: frozenset[str]) -> Iterator[Fact]:
    """What set phrases of a sentence say; ``subject``: what the text is about there; ``names``: its people."""
    text = sentence.text.text
    if sentence.role == "headline":
        found: Iterator[_Found] = (_Found(won.award, WINNER, won.winner) for won in awards(text))
    elif sentence.role == "paragraph":
        found = _found(text, subject, names)
    else:
        return
    for one in found:
        low, high = one.span
        spans = sentence.text.spans(low, high)
        yield Fact(
            kind=one.kind, subject=one.subject, attribute=one.attribute, value=text[low:high].strip("，；、"),
            district=article.district, sentence=sentence.number, start=low, end=high, clause=one.span,
            spans=spans, evidence=sentence.text.spans(),
        )  # fmt: skip


def _found(text: str, subject: str, names: frozenset[str]) -> Iterator[_Found]:
    for one in resumes(text):
        name = text[slice(*one.name)]
        if one.held is not None:
            yield _Found(name, "现任职务", one.held, "office")
        if one.proposed is not None:
            yield _Found(name, PROPOSED, one.proposed, "office")
    for won in awards(text):
        yield _Found(won.award, WINNER, won.winner)
    for match in _QUOTED.finditer(text):
        yield _Found(subject, match["key"] + match["noun"], match.span("value"))
    for match in _ROLE.finditer(text):
        yield _Found(subject, match["key"], match.span("value"))
    for match in _STATE.finditer(text):
        yield _Found(subject, f"工作{match['key']}", match.span("value"))
    for match in _AROUND.finditer(text):
        yield _Found(subject, f"{match['noun']}主题", match.span("value"))
    for match in _AIM.finditer(text):
        yield _Found(subject, "目标", match.span("value"))
    for match in _DEMAND.finditer(text):
        yield _Found(match["who"], "要求", _demanded(text, *match.span("value")))
    for match in _INVITED.finditer(text):
        yield _Found(subject, "邀请对象", match.span("value"))
    for match in _ITERATION.finditer(text):
        yield _Found((match["lead"] or "") + match["what"], "期次", match.span("value"), "ordinal")
    yield from _people(text, subject, names)


def _demanded(text: str, low: int, high: int) -> Span:
    """A demand ends where its purpose begins: …落实责任，让群众放心."""
    purpose = _PURPOSE.search(text, low, high)
    return (low, purpose.start()) if purpose else (low, high)


def _people(text: str, subject: str, names: frozenset[str]) -> Iterator[_Found]:
    for match in _HOST.finditer(text):
        if is_entity(match["value"].split("、")[-1]) or match["value"].endswith(("委", "政府", "部", "办")):
            key = match["key"] if match["key"] in _HOSTED else "主办"
            yield _Found(match["event"], key, match.span("value"), "organisation")
    for match in _GREETED.finditer(text):
        yield _Found(subject, match["key"], match.span("value"), "organisation")
    for match in _HERO.finditer(text):
        if match["who"] in names:
            yield _Found(match["who"], "事迹", match.span("value"))
