"""What the first rounds come to where only the sum so far and the last round are printed: 四轮累计签约90个，
第四轮签约21个 leaves 69个 for 前三轮. The arithmetic is shown, and both are quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount, read_amount
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.texts import chinese, number_text
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.numerals import parse_number
from index.records import Batch, Found
from index.understanding.periods import period_forms
from index.understanding.query import Query, Term
from index.understanding.terms import amount_words

_FIRST = load_pattern("answering.rounds_less.first")
_PRINTED = load_pattern("answering.rounds_less.printed")  # 四轮累计
_NTH = load_pattern("answering.rounds_less.nth")
_OTHER = load_pattern("answering.rounds_less.other")
_SO_FAR = load_pattern("answering.rounds_less.so_far")  # the sort that a sum over rounds is of: 四轮项目
_TOLD = 0.75


def first_rounds_by_rest(query: Query, knowledge: Knowledge) -> Draft | None:
    """The sum so far less the last round; None where either is not printed once and for the same programme."""
    match = _FIRST.search(query.text)
    if match is None or query.kind not in ("count", "money", "number", "sum") or query.links:
        return None
    last = int(parse_number(match["n"])) + 1
    if _OTHER.search(query.text):
        return None
    others = tuple(t for t in query.terms if t.start >= match.end() and _says_more(query, t))
    for article in dict.fromkeys(found.article for found in knowledge.batches):
        held = [found for found in knowledge.batches if found.article == article]
        if coverage(others, ((knowledge.page(article).heading, 1.0), ("".join(_words(held)), 1.0)))[0] < _TOLD:
            continue
        all_so_far = _of(query, held, f"前{chinese(last)}{match['what']}")
        rounds = _of(query, held, f"第{chinese(last)}{match['what']}")
        if len(all_so_far) == 1 and rounds and (draft := _rest(query, all_so_far[0], rounds[0])) is not None:
            return draft
    return None


def _says_more(query: Query, term: Term) -> bool:
    return term.weight >= 0.5 and term.text not in (*amount_words(), *query.stages, "投资", "项目")


def _words(held: Sequence[Found[Batch]]) -> Iterator[str]:
    return (f"{found.value.programme or ''}{found.value.stage or ''}" for found in held)


def _of(query: Query, held: Sequence[Found[Batch]], period: str) -> list[Found[Batch]]:
    """The whole of that round, or of all rounds up to it, the largest first; of the asked stage where one is asked."""
    found = [
        found for found in held
        if isinstance(found.value.period, str) and found.value.period in period_forms(period)
        and (found.value.category is None or _SO_FAR.fullmatch(found.value.category))
        and (not query.stages or found.value.stage in query.stages) and _value(query, found.value) is not None
    ]  # fmt: skip
    return sorted(found, key=lambda one: -_size(query, one.value))


def _size(query: Query, batch: Batch) -> float:
    amount = _value(query, batch)
    return float(amount.value) if amount is not None else 0.0


def _value(query: Query, batch: Batch) -> Amount | None:
    if query.kind == "money" or (query.kind == "sum" and "个" not in query.text):
        return read_amount(f"{number_text(batch.total)}亿元") if batch.total else None
    return read_amount(f"{batch.count}个") if batch.count else None


def _rest(query: Query, so_far: Found[Batch], last: Found[Batch]) -> Draft | None:
    whole, part = _value(query, so_far.value), _value(query, last.value)
    same = so_far.value.stage == last.value.stage and so_far.value.programme == last.value.programme
    if whole is None or part is None or not same or whole.value <= part.value:
        return None
    said, detail = arithmetic.difference(whole, part)
    proofs = tuple(Proof(found.article, found.value.evidence) for found in (so_far, last))
    return Draft("answered", "sum", said, proofs, detail=detail)


def of_asked_rounds(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where 前三轮 is asked and what stands before the figure sums up another number of them."""
    match = _FIRST.search(query.text)
    if match is None:
        return True
    if _is_later(draft.period, f"第{chinese(int(parse_number(match['n'])))}{match['what']}"):
        return False
    for article, fact in draft.facts:
        text = knowledge.page(article).sentence(fact.sentence).text.text
        ahead = text[start_of(text, fact.start, "；;。") : fact.start]
        summed = list(_PRINTED.finditer(ahead))
        if summed and parse_number(summed[-1]["n"]) != parse_number(match["n"]) and match[0] not in ahead:
            return False
    return True


def _is_later(period: int | str | None, last: str) -> bool:
    """第五批 for 前三批."""
    number, asked = (_NTH.match(str(one)) for one in (period, last))
    return bool(number and asked) and parse_number(number["n"]) > parse_number(asked["n"])  # type: ignore[index]
