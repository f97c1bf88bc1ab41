"""Is this place or name among those that a notice lists: 我住翰林苑，会停水吗."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.answering.evidence.circumstances import own_spans, without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import contrast_fits, slots_agree
from index.answering.evidence.pool import Evidence
from index.answering.sentences.scales import scales
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.pinyin import sounds_alike
from index.language.scripts import compact
from index.records import Span
from index.understanding.query import Query, Term

_ENOUGH = 0.6
_SHORTEST = 3  # letters of a name that may be recognised
_LONGEST = 90
_MOST_SAID = 150
_STRONG = 0.5
_EDGES = "，；。：、,;: |"
_UNTOUCHED = load_pattern("answering.membership.untouched")
_ASKS_SUPPLY = load_pattern("answering.membership.asks_supply")
_CUT_OFF = load_pattern("answering.membership.cut_off")
_WILL = load_pattern("answering.membership.will")


def listed_here(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """是 with the clause that lists the name of the question, where the sentence is about what is asked."""
    for evidence in pool:
        if evidence.sentence.role not in ("paragraph", "table", "caption"):
            continue
        if not (slots_agree(query, evidence) and contrast_fits(query, evidence)):
            continue
        for name in (*_names(evidence), *_typed_names(query, evidence)):
            spot = _spot(query.text, compact(name))
            if spot is not None and (draft := _draft(query, evidence, name, spot)) is not None:
                return draft
    return None


def _names(evidence: Evidence) -> Iterator[str]:
    """What the sentence lists, and the places that it names."""
    for held in evidence.page.says.lists:
        if held.sentence == evidence.number:
            yield from (item.text for item in held.items)
    yield from (fact.value for fact in evidence.facts if fact.kind == "place")


def _typed_names(query: Query, evidence: Evidence) -> Iterator[str]:
    """Words of the question in a clause that tells of another effect than the asked one: 榆湖苑水压会降低."""
    for clause in clause_spans(evidence.text):
        said = evidence.clause(clause)
        if _UNTOUCHED.search(said):
            yield from (t.text for t in query.terms if t.weight >= 1.0 and t.text in said)


def _spot(text: str, name: str) -> Span | None:
    """Where the question names it, letter by letter or by the sound."""
    if len(name) < _SHORTEST:
        return None
    at = text.find(name)
    if at >= 0:
        return at, at + len(name)
    for at in range(len(text) - len(name) + 1):
        window = text[at : at + len(name)]
        same = sum(a == b for a, b in zip(window, name, strict=True))
        if same >= 2 and all(map(sounds_alike, window, name)):
            return at, at + len(name)
    return None


def _draft(query: Query, evidence: Evidence, name: str, spot: Span) -> Draft | None:
    terms = without(query.terms, (spot, *own_spans(query.text)))
    rest = tuple(replace(t, critical=False) for t in terms if t.start >= spot[1] or t.end <= spot[0])
    if not _told(rest, evidence) or _is_undone(query, evidence):
        return None
    clause = next((c for c in clause_spans(evidence.text) if compact(name) in evidence.clause(c)), None)
    if clause is None or clause[1] - clause[0] > _LONGEST:
        return None
    said = _with_state(rest, evidence, clause)
    will = bool(_WILL.search(query.text))
    yes, no = ("会", "不会") if will else ("是", "不是")
    if _ASKS_SUPPLY.search(query.text) and _CUT_OFF.search(evidence.own):
        yes, no = "没有", "有"  # 春晖小区有水吗, where it is listed among those that the supply is cut off from
    word = no if _UNTOUCHED.search(said) else yes
    typed = query.text[slice(*spot)]
    return Draft(
        "answered", "yesno", f"{word}，{said}",
        (evidence.proof,),
        repaired=((typed, compact(name)),) if typed != compact(name) else (),
    )  # fmt: skip


def _is_undone(query: Query, evidence: Evidence) -> bool:
    """完工了没 of those that a sentence lists as 在建 or 进度过半, whatever is done of those in the one before."""
    done = next(scale for scale in scales() if scale.name == "done")
    return bool(done.asks.search(query.text) and done.other.search(evidence.own))


def _with_state(terms: tuple[Term, ...], evidence: Evidence, clause: Span) -> str:
    """The clause that lists the name, behind the one that says what those listed are: 投产项目中，甲二期、乙厂."""
    said = evidence.text[slice(*clause)].strip(_EDGES)
    told = evidence.clause(clause)
    untold = [t for t in terms if t.weight >= _STRONG and explained(t.text, told).score < _ENOUGH]
    for one in reversed([c for c in clause_spans(evidence.text) if c[1] <= clause[0]]) if untold else ():
        head = evidence.text[slice(*one)].strip(_EDGES)
        if any(explained(t.text, evidence.clause(one)).score >= _ENOUGH for t in untold):
            return f"{head}，{said}" if len(head) + len(said) <= _MOST_SAID else said
    return said


def _told(terms: tuple[Term, ...], evidence: Evidence) -> bool:
    """The sentence, the one before or the headline says what is asked of the name."""
    strong = [t for t in terms if t.weight >= _STRONG]
    regions = ((evidence.own, 1.0), (evidence.before, 0.9), (evidence.head, 0.8), (evidence.heading, 0.9))
    share, missing, _ = coverage(tuple(strong), regions)
    return bool(strong) and share >= _ENOUGH and not missing
