"""Several questions in one sentence: each is answered near the others, and the answers are told as one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import Protocol

from index.answering.candidates.values import shape_spans
from index.answering.evidence import texts
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge
from index.answering.evidence.pool import Evidence, close_to
from index.answering.evidence.saying import around
from index.answering.refusing.belonging import of_another
from index.answering.refusing.refusal import refuse
from index.extraction.words.people import office_pattern
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.language.scripts import compact, fold
from index.language.tokens import default_tokenizer
from index.records import Fact
from index.records.answers import Status
from index.understanding.followup import lean_on, leans
from index.understanding.query import NAMED_BEFORE, Query, Term
from index.understanding.understand import Earlier

_BARE = 14  # code points of an answer that is hardly more than its value
_TOLD = 70  # code points of the words that tell several values of one sentence
_NAMES = ("person", "organisation", "place", "compare")
_NAME = 14  # code points of an answer that is a name
_ONLY_AMOUNT = load_pattern("answering.several.only_amount")
_ONLY_EXTENT = load_pattern("answering.several.only_extent")
_ONLY_HOURS = load_pattern("answering.several.only_hours")
_ONLY_EACH = load_pattern("answering.several.only_each")
_BODY_BEFORE = load_pattern("answering.several.body_before")
_HOUR = load_pattern("answering.several.hour")
_ONLY_IDENTITY = load_pattern("answering.several.only_identity")  # behind 某某是谁
_ONLY_OFFICE = load_pattern("answering.several.only_office")
_HOW_DIVIDED = load_pattern("answering.several.how_divided")
_ONLY_BODY = load_pattern("answering.several.only_body")
_ASKS_AGE = load_pattern("answering.several.asks_age")
_AGED = load_pattern("answering.several.aged")
_AMOUNTS = ("money", "count", "number", "percent", "area", "length", "rank")


class Drafting(Protocol):
    """Answers one query; from ``pool`` alone where it is given, with less asked of it where ``lenient``."""

    def __call__(
        self, query: Query, *, pool: Sequence[Evidence] | None = None, lenient: bool = False
    ) -> Draft: ...


@dataclass(frozen=True, slots=True)
class Part:
    """One of several questions with its answer."""

    query: Query
    draft: Draft


def answer_parts(
    pieces: Sequence[str],
    earlier: Earlier | None,
    read: Callable[[str], Query],
    draft: Drafting,
    knowledge: Knowledge,
) -> tuple[Part, ...]:
    """Every part with its answer, in order; what comes second is looked for near what came first.

    Args:
        pieces: the questions. earlier: the turn before, or None. read: one question standing for itself.
    """
    found: list[Part] = []
    before = earlier
    for piece in pieces:
        if found and _already_told(piece, found[-1].draft):
            continue
        if found and (whole := _with_its_value(piece, found[-1].draft)) is not None:
            found[-1] = replace(found[-1], draft=whole)
            continue
        own = read(piece)
        query = own
        if before is not None and (found or leans(query)) and not (query.links and not leans(query)):
            query = lean_on(query, before)
            query = replace(query, total=query.total or (bool(found) and found[-1].draft.kind == "sum"))
        answered = _second(own, query, found, draft, knowledge) if found else draft(query)
        found.append(Part(query, answered))
        before = Earlier(query, answered.people, answered.projects, answered.period, answered.stage)
    return tuple(_retried(_own_only(_told_by_each(found), knowledge), draft, knowledge))


def _own_only(found: list[Part], knowledge: Knowledge) -> list[Part]:
    """一般债务余额和专项债务余额各多少: what prints neither word tells nothing of the two."""
    told = [part.draft.facts and _prints(_own_words(part, found), part.draft, knowledge) for part in found]
    if len(found) < _SEVERAL or any(told) or not all(part.draft.settled and part.draft.facts for part in found):
        return found
    return [Part(part.query, refuse(part.query, knowledge, ())) for part in found]


def _told_by_each(found: list[Part]) -> list[Part]:
    """消费券怎么分的，各类多少: what each gets is how it is divided."""
    told = [
        part for part, after in pairwise((*found, None))
        if part is not None and not (
            not part.draft.settled and _HOW_DIVIDED.search(part.query.text)
            and after is not None and after.draft.settled and after.draft.answer.count("、")
        )
    ]  # fmt: skip
    return told or found


def _already_told(piece: str, before: Draft) -> bool:
    """投资最大的是哪个，多少亿: the answer to the first question has told the amount, too."""
    if before.settled and _ASKS_AGE.search(piece) and _AGED.search(before.answer):
        return True
    if before.settled and _ONLY_IDENTITY.fullmatch(piece):
        titled = before.kind == "compare" and (office_pattern().search(before.answer) or len(before.answer) > _NAME)
        if before.people or titled:
            return True
    if before.settled and before.kind == "percent" and _ONLY_EXTENT.fullmatch(piece):
        return True  # 是涨还是跌，幅度多大: 下降6.4%
    body = _ONLY_BODY.fullmatch(piece)
    if body and before.settled and before.kind == "person" and _BODY_BEFORE.search(before.answer):
        return True
    if before.settled and _ONLY_OFFICE.fullmatch(piece) and office_pattern().search(before.answer):
        return True  # 某某是哪个单位的: 区工信局总工程师
    told_each = before.answer.count("、") + 1 == before.answer.count("（") > 1  # 鞋服（46.2亿元）、水产品（14.8亿元）
    if _ONLY_EACH.fullmatch(piece) and before.settled and told_each:
        return True
    if _ONLY_HOURS.fullmatch(piece) and before.settled and len(_HOUR.findall(before.answer)) > 1:
        return True
    asked = _ONLY_AMOUNT.fullmatch(piece)
    if asked is None or not before.settled or before.kind != "compare":
        return False
    told = [q for q in find_quantities(fold(before.answer)) if q.kind in ("money", "count", "measure", "percent")]
    if asked["money"]:
        return any(q.kind == "money" for q in told)
    return bool(told) and (asked["unit"] is None or any(asked["unit"] in q.text for q in told))


def _with_its_value(piece: str, before: Draft) -> Draft | None:
    """下降的是哪个，降了多少: the one that was named with its value, which was worked out with it."""
    valued = before.detail if before.settled and before.kind in ("list", "compare") else None
    if valued is None or not _ONLY_AMOUNT.fullmatch(piece) or not valued.startswith(f"{before.answer}（"):
        return None
    return replace(before, answer=valued, detail=None)


def _in_same_unit(own: Query, before: Draft, draft: Draft) -> bool:
    """要增加到多少张，现在多少: a part that names nothing asks for the same measure again, and 100% is none of beds."""
    again = own.unit is None and own.kind in ("number", "count") and _AGAIN.search(own.text) is not None
    if not (again and before.facts and draft.facts):
        return True
    return (before.facts[0][1].unit or "") == (draft.facts[0][1].unit or "")


_AGAIN = load_pattern("answering.several.again")


def _second(own: Query, query: Query, found: Sequence[Part], draft: Drafting, knowledge: Knowledge) -> Draft:
    """The answer to a later part: near the one before, then anywhere, then whatever stands near by itself."""
    last = found[-1]
    joined = joined_query(last.query, query)
    if not (own.kind == "person" and last.draft.kind == "person"):  # 任命的是谁，免的是谁: somebody else
        joined = _with_answer(joined, last.query, last.draft)
    near = _near(joined, found, knowledge) if last.draft.settled and not own.links else ()
    near = tuple(one for one in near if one.sentence.role != "headline")  # 破200亿元: the text tells it in full
    if _of_them(own, last):
        near = tuple(one for one in near if one.rank == 0)  # the next sentence may tell of somebody else
    tries: list[tuple[Query, Sequence[Evidence] | None, bool]] = []
    if near:
        strong = any(term.weight >= 0.5 for term in own.terms)
        tries += [(one, near, False) for one in ((query, joined) if strong else (joined,))]
    told = any(term.weight >= 1.0 for term in own.terms)
    alone = bool(query.links) or ((last.draft.settled or told) and not _of_them(own, last))
    tries += [(query, None, False)] if alone else []
    tries += [(joined, None, False)]
    if near:
        if named := tuple(term for term in joined.terms if term.weight == NAMED_BEFORE):
            tries += [(replace(joined, terms=(*own.terms, *named)), near, False)]  # 谁垫底，多少分: of the one alone
        tries += [(replace(own, kind=query.kind, unit=query.unit), near, True)]
        if own.kind == "number" and own.unit is None and last.query.kind in _AMOUNTS:
            tries += [(replace(joined, kind=last.query.kind), near, True)]
    used = _facts(found)
    fallback: Draft | None = None
    for one, pool, lenient in tries:
        answered = draft(one, pool=pool, lenient=lenient)
        further = _is_further(answered, used, last.draft) and not (lenient and of_another(joined, knowledge, answered))
        if further and _in_same_unit(own, last.draft, answered):
            return answered
        fallback = answered if fallback is None and not answered.settled else fallback
    return fallback or draft(joined)


_OF_A_PERSON = load_pattern("answering.several.of_a_person")


def _of_them(own: Query, last: Part) -> bool:
    """某某是谁，多大年纪: the age of just that one, which stands near the name or nowhere."""
    return _OF_A_PERSON.search(own.text) is not None and last.draft.kind in ("person", "organisation", "compare")


def _with_answer(query: Query, query_before: Query, before: Draft) -> Query:
    """谁垫底，得多少分: the one that was named is what the second question is about."""
    name = re.sub(r"（.*?）", "", before.answer)
    if query_before.kind == "lookup":
        name = re.split(r"\d", name)[0]  # 87.5%是什么: 签约项目开工率87.5%
    elif before.kind not in _NAMES and not (before.kind == "rank" and not re.search(r"\d|第", name)):
        return query
    if not before.settled or not 2 <= len(name) <= _NAME or "、" in name:
        return query
    return replace(query, terms=(*query.terms, Term(name, -1, -1, NAMED_BEFORE)))


def _retried(found: list[Part], draft: Drafting, knowledge: Knowledge) -> list[Part]:
    """Parts without an answer, looked for near those that have one."""
    settled = [part for part in found if part.draft.settled]
    if not settled or len(settled) == len(found):
        return found
    done: list[Part] = []
    for part in found:
        if not part.draft.settled:
            words, pool = _own_words(part, found), _near(part.query, settled, knowledge)
            for lenient in (False, True):
                answered = draft(part.query, pool=pool, lenient=lenient) if pool else part.draft
                further = _is_further(answered, _facts(settled), settled[0].draft)
                if lenient and (of_another(part.query, knowledge, answered) or not _prints(words, answered, knowledge)):
                    continue
                if further:
                    part = Part(part.query, answered)
                    break
        done.append(part)
    return done


def _own_words(part: Part, found: Sequence[Part]) -> tuple[Term, ...]:
    """小麦 of 小麦收了多少, 玉米收了多少: what the same is asked of; nothing where the questions differ."""
    others = [other.query for other in found if other is not part]
    asked = part.query.question.rstrip("？?。")[::-1]
    alike = all(_alike((asked, one.question.rstrip("？?。")[::-1])) >= _SAME_ASKED for one in others)
    known = {term.text for one in others for term in one.terms}
    return tuple(t for t in part.query.terms if t.weight >= 1.0 and t.text not in known) if alike else ()


def _prints(words: Sequence[Term], draft: Draft, knowledge: Knowledge) -> bool:
    """The sentence of the value has one of the words that only this question asks with."""
    texts = [knowledge.page(article).sentence(fact.sentence).text.text for article, fact in draft.facts]
    return not words or any(explained(t.text, compact(text)).score >= _PRINTED for t in words for text in texts)


def _near(query: Query, found: Sequence[Part], knowledge: Knowledge) -> tuple[Evidence, ...]:
    """The sentences that the answers so far stand in and those around them, without the values already told."""
    proofs = [proof for part in found if part.draft.settled for proof in part.draft.proofs]
    used = _facts(found)
    return tuple(_without(one, used) for one in close_to(query, knowledge, proofs))


def _without(one: Evidence, used: set[tuple[str, int, int]]) -> Evidence:
    told = tuple(f for f in one.facts if (one.page.article.id, f.sentence, f.start) in used)
    return replace(one, facts=tuple(f for f in one.facts if f not in told), told=told) if told else one


def _facts(found: Sequence[Part]) -> set[tuple[str, int, int]]:
    return {(article, f.sentence, f.start) for part in found for article, f in part.draft.facts}


def _is_further(draft: Draft, used: set[tuple[str, int, int]], last: Draft) -> bool:
    """An answer, and not the one that was told already."""
    return draft.settled and not _repeats(draft, used, last)


def _repeats(draft: Draft, used: set[tuple[str, int, int]], last: Draft) -> bool:
    """The value has been told already: a second question asks for another."""
    same = bool(draft.facts) and all((article, f.sentence, f.start) in used for article, f in draft.facts)
    named = draft.kind == last.kind == "person" and last.answer in draft.answer  # the same one with the office
    return same or named or (draft.answer == last.answer and not _of_another_place(draft, used))


def _of_another_place(draft: Draft, used: set[tuple[str, int, int]]) -> bool:
    """680万元 of another cell than the 680万元 before."""
    return bool(draft.facts) and not any((article, f.sentence, f.start) in used for article, f in draft.facts)


def joined_query(before: Query, query: Query) -> Query:
    """The second question of a sentence with the subject of the first."""
    seen = {term.text for term in query.terms}
    asked = {term.text for term in _only_asked(before) if term.text not in query.text}
    terms = (*(t for t in before.terms if t.text not in seen), *query.terms)
    return replace(
        query,
        terms=tuple(t for t in terms if t.text not in asked),
        links=query.links or before.links,
        periods=query.periods or before.periods,
        stages=query.stages or before.stages,
    )


def _only_asked(before: Query) -> tuple[Term, ...]:
    """决赛比分多少，谁赢了: the shape that the first question asks need not be said by the answer to the second."""
    kept = without(before.terms, shape_spans(before.text))
    return tuple(term for term in before.terms if term not in kept) if any(t.weight >= 1.0 for t in kept) else ()


def told(parts: Sequence[Part], knowledge: Knowledge) -> Draft:
    """The answers of all parts as one; values of one sentence in its own words.

    城中村4个、老旧小区31个 says more than 4个，31个.
    """
    drafts = [part.draft for part in parts]
    joined = _labelled(parts, join(drafts))
    held = {(article, fact.sentence) for draft in drafts for article, fact in draft.facts}
    bare = all(draft.settled and draft.facts and len(draft.answer) <= _BARE for draft in drafts)
    if len(held) != 1 or not bare or len({draft.answer for draft in drafts}) < len(drafts):
        return joined
    article, number = next(iter(held))
    text = knowledge.page(article).sentence(number).text.text
    facts = [fact for draft in drafts for _, fact in draft.facts]
    words = around(text, [(fact.start, fact.end) for fact in facts])
    if not words or len(words) > _TOLD or "分别" in words or _others(words, facts):
        return joined
    return replace(joined, answer=words)


_SEVERAL = 2
_SAME_ASKED = 4  # signs with which the questions end alike
_PRINTED = 0.6
_LABEL = re.compile(r"[\u4e00-\u9fff\w]{2,10}")
_BEGINS_NAMES = "新第前上下老大小"
_ASKED_BEHIND = load_pattern("answering.several.asked_behind")


def _labelled(parts: Sequence[Part], joined: Draft) -> Draft:
    """自治区150元，区里200元: values that the same was asked for of several, each with its name."""
    asked = [part.query.question.rstrip("？?。") for part in parts]
    front = _alike(asked)
    front -= bool(front) and asked[0][front - 1] in _BEGINS_NAMES
    back = _alike([text[front:][::-1] for text in asked])
    names = [text[front : _word_end(text, len(text) - back)] for text in asked]
    bare = all(part.draft.settled and len(part.draft.answer) <= _BARE for part in parts)
    asks = _ASKED_BEHIND.search(asked[0], len(asked[0]) - back)
    if not (bare and asks and all(_LABEL.fullmatch(name) for name in names)):
        return joined
    said = (part.draft.answer.rstrip("。") for part in parts)
    each = [one if name in one else f"{name}{one}" for name, one in zip(names, said, strict=True)]
    return replace(joined, answer="，".join(each))


def _alike(words: Sequence[str]) -> int:
    """With how many of the same signs all of ``words`` begin."""
    return sum(1 for _ in takewhile(lambda signs: len(set(signs)) == 1, zip(*words, strict=False)))


def _word_end(text: str, at: int) -> int:
    """``at``, or where the word ends in the midst of which it lies: 第一产业 of 第一|产业增长多少."""
    return next((t.end for t in default_tokenizer().words(text) if t.start < at < t.end), at)


def _others(words: str, facts: Sequence[Fact]) -> bool:
    """The words print other figures than those that were asked for."""
    told = re.findall(r"\d[\d.]*", "".join(fact.value for fact in facts))
    return any(
        figure not in told for q in find_quantities(words) for figure in re.findall(r"\d[\d.]*", q.text)
    )


def join(drafts: Sequence[Draft]) -> Draft:
    """Several answers as one; where one is missing, what is missing first and what is known after it."""
    settled = [draft for draft in drafts if draft.settled]
    if not settled:
        return drafts[0]
    if len(settled) < len(drafts):
        return _partly(drafts, settled)
    settled = _each_once(settled)
    answers = [draft.answer.rstrip("。") for draft in settled]
    said = "，".join(answers if _are_apart(settled) else dict.fromkeys(answers))
    details = [draft.detail for draft in settled if draft.detail]
    proofs: dict[Proof, None] = dict.fromkeys(proof for draft in settled for proof in draft.proofs)
    status: Status = "corrected" if any(draft.status == "corrected" for draft in settled) else "answered"
    return replace(
        settled[0],
        status=status,
        answer=said,
        detail="；".join(dict.fromkeys(d.rstrip("。") for d in details)) + "。" if details else None,
        proofs=tuple(proofs),
        facts=tuple(f for d in settled for f in d.facts),
    )


def _each_once(drafts: Sequence[Draft]) -> list[Draft]:
    """The answers; 312毫米 is told already by 最大降雨点为梅岭镇，达312毫米 of the same sentence."""
    found: list[Draft] = []
    for draft in drafts:
        value = re.escape(draft.answer.rstrip("。"))
        again = (one for one in found if one.kind == "compare" and one.proofs == draft.proofs)
        if not (draft.facts and any(re.search(rf"(?<![\d.]){value}", one.answer) for one in again)):
            found.append(draft)
    return found


def _are_apart(drafts: Sequence[Draft]) -> bool:
    """Each answer has its values from other places than the others."""
    held = [(article, fact.sentence, fact.start) for draft in drafts for article, fact in draft.facts]
    return all(draft.facts for draft in drafts) and len(held) == len(set(held))


def _partly(drafts: Sequence[Draft], settled: Sequence[Draft]) -> Draft:
    first = next(draft for draft in drafts if not draft.settled)
    known = "，".join(dict.fromkeys(draft.answer.rstrip("。") for draft in settled))
    detail = texts.KNOWN.format(what=f"{known}。")
    return replace(first, detail=detail, proofs=settled[0].proofs, facts=settled[0].facts)
