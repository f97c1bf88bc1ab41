"""Where a follow-up is looked for: beside the answer before it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.evidence.pool import Evidence, of_page
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Fact
from index.understanding.followup import dates_of, is_attribute, names_day
from index.understanding.query import Query, Term
from index.understanding.terms import is_weak, rarity
from index.understanding.understand import Earlier

_SAID = 0.75  # how well a headline has to tell what was asked about
_PRINTED = 0.95  # what another article tells has to be told by the word itself or by one that means the same
_ORDINARY = 0.4  # how rare a word is that opens a topic of its own
_SO_MANY = load_pattern("answering.around.so_many")
_SO_MANY_ITEMS = load_pattern("answering.around.so_many_items")
_SHORTEST = 2  # letters of a value that is sought in a sentence


@dataclass(frozen=True, slots=True)
class Told:
    """The answer before: the sentence that proves it, and the value in it."""

    evidence: Evidence
    fact: Fact

    @property
    def sentence(self) -> str:
        """The healed sentence."""
        return self.evidence.text


def around_answer(earlier: Earlier, knowledge: Knowledge) -> tuple[Evidence, ...]:
    """The sentences beside the answer before: of its paragraph, or of its whole article where it is about that."""
    if earlier.article is None:
        return ()
    page = knowledge.page(earlier.article)
    told = {sentence.number for sentence in page.within(earlier.spans)}
    if not told:
        return ()
    paragraphs = {page.sentence(number).paragraph for number in told}
    whole = _is_about(page, earlier.query) or _in_lead(page, paragraphs)
    near = [one for one in of_page(page) if whole or one.sentence.paragraph in paragraphs]
    return tuple(replace(one, rank=_rank(one, paragraphs, told)) for one in near)


def tells(one: Evidence, earlier: Earlier) -> bool:
    """True for the sentence that proves the answer before."""
    return any(_holds(one, span) for span in earlier.spans)


def counted_otherwise(earlier: Earlier, draft: Draft) -> bool:
    """是哪几个 behind 3个: a list of four is another one."""
    told = _SO_MANY.fullmatch(earlier.answer)
    whole = draft.kind == "list" and draft.detail is not None and _SO_MANY_ITEMS.fullmatch(draft.detail)
    return bool(told and whole) and int(told["n"]) != int(whole["n"])  # type: ignore[index]


def told_value(earlier: Earlier, knowledge: Knowledge) -> Told | None:
    """The value that was told last, where it stands; None where the answer is no printed value."""
    if earlier.article is None:
        return None
    page = knowledge.page(earlier.article)
    near = [one for one in of_page(page) if tells(one, earlier)]
    for one in near:
        for fact in one.values:
            if fact in earlier.facts:
                return Told(one, fact)
    found = [
        Told(one, fact)
        for one in near
        for fact in one.values
        if len(fact.value) >= _SHORTEST and fact.kind not in _WORDS and earlier.answer.startswith(fact.value)
    ]
    of_stage = [one for one in found if earlier.stage and one.fact.stage == earlier.stage]  # 6个 is said of two parts
    return next(iter(of_stage or found), None)


def person_told(draft: Draft, knowledge: Knowledge) -> tuple[str, ...]:
    """The only person whom the words of an answer name (柳堰乡种粮大户某某的28万元): 他 means them."""
    if not draft.settled:
        return ()
    quoted = ((knowledge.page(proof.article), proof.spans) for proof in draft.proofs)
    facts = (fact for page, spans in quoted for s in page.within(spans) for fact in page.facts.get(s.number, ()))
    names = {fact.value for fact in facts if fact.kind == "person" and fact.value in draft.answer}
    return tuple(names) if len(names) == 1 else ()


def told_in_table(earlier: Earlier, knowledge: Knowledge) -> bool:
    """True where the answer before stands in a table."""
    return bool(_told_rows(earlier, knowledge))


def told_row(earlier: Earlier, knowledge: Knowledge) -> str | None:
    """望江县 of 望江县 98.7 5.8: the name of the only row that proves the answer before."""
    rows = _told_rows(earlier, knowledge)
    cells = rows[0].split() if len(rows) == 1 else []
    return cells[0] if len(cells) > 1 and not cells[0][0].isdigit() else None


def _told_rows(earlier: Earlier, knowledge: Knowledge) -> list[str]:
    if earlier.article is None:
        return []
    told = knowledge.page(earlier.article).within(earlier.spans)
    return [sentence.text.text for sentence in told if sentence.role == "table"]


def strays(query: Query, draft: Draft, earlier: Earlier | None, knowledge: Knowledge) -> bool:
    """占地多少 behind 污水厂什么时候建好, answered by what another article or paragraph tells of something else.

    A question that names nothing of its own is answered beside the answer before; one that does, by what prints it.
    """
    if earlier is None or query.links or query.periods or query.stages:
        return False
    if earlier.article is None:
        own = names_day(query) or any(t.start >= 0 and (t.critical or _opens_topic(t)) for t in query.terms)
        return not own and not tells_of(earlier.query, draft, knowledge)  # nothing was told of the one asked about
    if not names_day(query) and not _on_its_day(earlier.query, draft, knowledge):
        return True
    near = {(one.page.article.id, one.number) for one in around_answer(earlier, knowledge)}
    quoted = [(proof.article, s) for proof in draft.proofs for s in knowledge.page(proof.article).within(proof.spans)]
    if not quoted or any((article, sentence.number) in near for article, sentence in quoted):
        return False
    named = [t.text for t in query.terms if t.weight >= 1.0 and not is_weak(t.text) and not is_attribute(t.text)]
    said = "".join(compact(s.text.text) + knowledge.page(article).heading for article, s in quoted)
    told = [word for word in named if explained(word, said).score >= _PRINTED]
    return not told or (len(told) == 1 and rarity(told[0]) < _ORDINARY)  # 多少家企业 alone is no other topic


def _opens_topic(term: Term) -> bool:
    """冷库 of 冷库多少座: a thing that is named, where nothing was told of the one asked about before."""
    ordinary = is_weak(term.text) or is_attribute(term.text) or rarity(term.text) < _ORDINARY
    return term.weight >= 1.0 and len(term.text) > 1 and not ordinary


def _on_its_day(before: Query, draft: Draft, knowledge: Knowledge) -> bool:
    """False for what is told of the fair of the 6th, where the one of the 20th was spoken of."""
    quoted = [(knowledge.page(proof.article), proof.spans) for proof in draft.proofs]
    numbers = [(page, s.number) for page, spans in quoted for s in page.within(spans)]
    said = "".join(page.heading + page.own[page.heads[number]] + page.own[number] for page, number in numbers)
    days = [term.text for term in dates_of(before)]
    return not draft.settled or all(explained(day, said).score >= _SAID for day in days)


def tells_of(query: Query, draft: Draft, knowledge: Knowledge) -> bool:
    """False where what a refusal quotes is about another one: the fair of the 9th, where that of the 23rd was meant."""
    quoted = [(knowledge.page(proof.article), proof.spans) for proof in draft.proofs]
    said = "".join(page.heading + page.own[s.number] for page, spans in quoted for s in page.within(spans))
    return all(explained(term.text, said).score >= _SAID for term in query.terms if term.critical)


_WORDS = ("text", "said", "person", "office", "organisation", "place", "list")


def _holds(one: Evidence, span: tuple[int, int]) -> bool:
    return span[0] < one.sentence.text.end and one.sentence.text.start < span[1]


def _rank(one: Evidence, paragraphs: Collection[int], told: Collection[int]) -> int:
    if one.sentence.paragraph in paragraphs:
        return 0 if one.number >= min(told) else 1
    return 2


def _in_lead(page: Page, paragraphs: Collection[int]) -> bool:
    first = next((s.paragraph for s in page.says.sentences if s.role == "paragraph"), None)
    return first in paragraphs


def _is_about(page: Page, query: Query) -> bool:
    """True where the headline names what was asked about."""
    about = [t.text for t in query.terms if t.weight >= 1.0 and not is_weak(t.text)]
    return any(explained(word, page.heading).score >= _SAID for word in about)
