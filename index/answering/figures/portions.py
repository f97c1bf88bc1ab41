"""How much a printed share comes to: 出口1.1亿美元，其中日本占60% tells 6600万美元 for 日本.

The share is printed for just the thing that is asked for, or for 这一品种, which the words before name. The whole is
the last amount of the sentence in front of 其中, or the one value that the article prints for what the share is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import read_amount
from index.answering.evidence.areas_told import of_another_area
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import sentence_fits
from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.marks import start_of
from index.language.numerals import parse_number
from index.language.scripts import compact, fold
from index.records import Fact
from index.records.answers import Kind
from index.understanding.query import Query
from index.understanding.terms import WEAK

_LABEL = 5  # letters of a measure's name that tells what is measured
_RATE_BEHIND = r"(?:为|是|达到?|[:：])?\d[\d.]*%"
_KINDS: tuple[Kind, ...] = ("money", "count", "number")
_ASKED = (*_KINDS, "area")
_OF_SHARE = load_pattern("answering.portions.of_share")  # which ask for another thing than an amount
_SHARE = load_pattern("answering.portions.share")
_TELLS_SHARE = load_pattern("answering.portions.tells_share")
_OF_THEM = load_pattern("answering.portions.of_them")
_PART_AND_SHARE = load_pattern("answering.portions.part_and_share")
_SAME = load_pattern("answering.portions.same")
_LEADS = load_pattern("answering.portions.leads")
_OF_MEASURE = load_pattern("answering.portions.of_measure")
_TAKES = ("占", "占比")
_AREA = ("亩", "公顷", "平方米", "平方公里")
_ENOUGH = 0.6
_NOUN = 2  # letters of what a name ends with
_SAID = 0.9
_LIKE = 0.75


def answer_portion(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The printed whole times the printed share of what is asked for; None where no such share is printed."""
    if query.kind not in _ASKED or _OF_SHARE.search(query.text):
        return None
    for evidence in pool:
        if evidence.sentence.role != "paragraph" or not sentence_fits(query, evidence):
            continue
        text = fold(evidence.text)
        if not _TELLS_SHARE.search(text):
            continue
        for match in (*_SHARE.finditer(text), *_OF_THEM.finditer(text)):
            if _is_of_the_asked(query, evidence, match) and (draft := _computed(query, evidence, match)) is not None:
                return draft
        for match in _PART_AND_SHARE.finditer(text):
            if _asks_whole(query, evidence, match) and (draft := _whole_of(query, evidence, match)) is not None:
                return draft
    return None


def _asks_whole(query: Query, evidence: Evidence, match: re.Match[str]) -> bool:
    """全村耕地有多少亩 of 稻田3850亩，占全村耕地的70%: all words of the question name what the share is of."""
    of = compact(match["of"])
    strong = [t for t in query.terms if t.weight >= 1.0 and len(t.text) > 1]
    asked = [t for t in strong if explained(t.text, of).score >= _SAID]
    around = f"{evidence.own}|{evidence.heading}"
    return bool(asked) and all(t in asked or explained(t.text, around).score >= _SAID for t in strong) and (
        any(explained(t.text, compact(match["name"])).score < _LIKE for t in asked)
        and asked[-1].end >= max(t.end for t in strong)
    )


def _whole_of(query: Query, evidence: Evidence, match: re.Match[str]) -> Draft | None:
    """What the printed part and its share make in all."""
    part = next((f for f in evidence.values if f.start == match.start("part") and _is_whole(query, f)), None)
    amount, percent = read_amount(part.value) if part is not None else None, _percent(match["share"])
    if part is None or amount is None or not 0 < percent < 100:
        return None
    said, detail = arithmetic.of_rate(amount, percent)
    kind: Kind = "money" if part.kind == "money" else "number"
    return Draft("answered", kind, said, (evidence.proof,), detail=detail)


def _is_of_the_asked(query: Query, evidence: Evidence, match: re.Match[str]) -> bool:
    """The share is that of what the question names, and the sentence accounts for the rest of the question."""
    name = compact(_LEADS.sub("", match["name"]))
    if _SAME.search(match["name"]):
        name = _clause_before(evidence, match.start())
    strong = [t for t in query.terms if t.weight >= 1.0 and len(t.text) > 1]
    regions = ((evidence.own, 1.0), (evidence.before, 0.75), (evidence.head, 0.7), (evidence.heading, 0.75))
    share, missing, _ = coverage(query.terms, regions)
    if share < _ENOUGH or any(t.critical for t in missing):
        return False
    of = compact(match.groupdict().get("of") or "")  # 出口多少 is no 对东盟出口占出口总额的四成
    return any(explained(t.text, name).score >= _SAID > explained(t.text, of).score for t in strong)


def _clause_before(evidence: Evidence, at: int) -> str:
    """What 这一品种 means stands in the clause before: 引进“榆谷3号”，目前这一品种占七成."""
    earlier = [span for span in clause_spans(evidence.text) if span[1] <= at]
    return evidence.clause(earlier[-1]) if earlier else compact(re.split("[，；]", evidence.printed_before)[-1])


def _computed(query: Query, evidence: Evidence, match: re.Match[str]) -> Draft | None:
    wholes = list(_wholes(query, evidence, match))
    if len({fact.value for _, fact in wholes}) != 1:
        return None
    number, fact = wholes[0]
    amount, percent = read_amount(fact.value), _percent(match["share"])
    if amount is None or not 0 < percent < 100 or _of_another_whole(evidence, fact, match["name"]):
        return None
    said, detail = arithmetic.portion(amount, percent)
    page = evidence.page
    proofs = dict.fromkeys((evidence.proof, Proof(page.article.id, page.sentence(number).text.spans())))
    kind: Kind = "money" if fact.kind == "money" else "number"
    return Draft("answered", kind, said, tuple(proofs), detail=detail)


def _wholes(query: Query, evidence: Evidence, match: re.Match[str]) -> Iterator[tuple[int, Fact]]:
    """What the share may be of, with the number of its sentence."""
    of = compact(_OF_MEASURE.sub("", match["of"])) if "of" in match.re.groupindex else ""
    page = evidence.page
    if not of:
        cue = evidence.text.rfind("其中", 0, match.end())
        before = [f for f in evidence.values if f.end <= cue and _is_whole(query, f)] if cue > 0 else []
        yield from ((evidence.number, fact) for fact in before[-1:])
        return
    for number, facts in page.facts.items():
        for fact in facts:
            clause = compact(page.sentence(number).text.text[slice(*fact.clause)])
            if _is_whole(query, fact) and explained(of, clause).score >= _LIKE:
                yield number, fact


def _of_another_whole(evidence: Evidence, whole: Fact, name: str) -> bool:
    """客车186台、客船8艘，其中新能源客车占58%: the share is that of the 客车, which stand with another number."""
    noun, low = name[-_NOUN:], start_of(evidence.text, whole.start, "，、；。,;")
    before = evidence.text[: whole.start]
    return noun in before[:low] and noun not in before[low:] and whole.sentence == evidence.number


def _is_whole(query: Query, fact: Fact) -> bool:
    """A value of the asked sort."""
    unit = (fact.unit or "").lstrip("万亿")
    if query.kind == "money":
        return fact.kind == "money"
    if query.kind == "area" or query.unit in _AREA:
        return fact.kind in ("measure", "count") and unit in ((query.unit,) if query.unit else _AREA)
    return fact.kind in ("count", "measure") and (query.unit is None or unit == query.unit)


def _percent(said: str) -> Decimal:
    """60 of 60%, 70 of 七成, 75 of 七成半."""
    if said[-1] in "%％":
        return Decimal(said.rstrip("%％ "))
    half = 5 if said.endswith("半") else 0
    return Decimal(int(parse_number(said[0])) * 10 + half)


def is_printed(query: Query, pool: Sequence[Evidence]) -> bool:
    """公办园学位占比63%: the asked words stand right in front of a rate, which needs no working out."""
    asked = [compact(term.text) for term in query.terms if len(term.text) >= _LABEL]
    told = ((one.own, re.search(re.escape(word) + _RATE_BEHIND, one.own)) for word in asked for one in pool)
    if any(match is not None and not of_another_area(query, own[: match.start()]) for own, match in told):
        return True
    return any(_tells_share_of(query, one, fact) for one in pool for fact in one.facts if fact.kind == "percent")


def _tells_share_of(query: Query, evidence: Evidence, fact: Fact) -> bool:
    """100万元以上的村占多少: 收入100万元以上的村占38.5% has all words of the question in front of its share."""
    low = start_of(evidence.text, fact.start, "，；。,;")
    told = evidence.clause((low, fact.start))
    strong = [t for t in query.terms if t.weight > WEAK and t.text not in _TAKES]
    return told.endswith(_TAKES) and len(strong) > 0 and all(explained(t.text, told).score >= _SAID for t in strong)
