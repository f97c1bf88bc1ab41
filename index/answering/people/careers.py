"""What somebody was before, whether a list prints a man or a woman, who stands in its brackets, when it was passed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.evidence.pool import Evidence
from index.extraction.words.people import ASIDE, name_at, name_span, surnames
from index.language.lexicon import load_pattern
from index.language.scripts import compact, simplify_each
from index.records import Sentence
from index.understanding.query import Query

_BEFORE = r"(?:原来|原先|以前|之前|从前|过去|先前|此前|早先|上任前|调来前|原)"
_FORMERLY = re.compile(
    rf"{_BEFORE}(?:都|曾|又|是|在|的)*(?:干|做|当|任|担任|管|从事)?(?:过|的)?(?:是)?(?:什么|啥|哪|何)"
    rf"|{_BEFORE}(?:的)?(?:职务|职位|岗位|身份|工作|单位)"
    r"|(?:被?免(?:去|了|掉)|卸(?:任|掉|下)|不再(?:担任|兼任)|辞去)(?:了)?(?:的)?(?:是)?(?:什么|啥|哪)"
)
_LEFT = re.compile(
    r"^" + ASIDE + r"(?:同志)?的(?P<office>[^，。；]{2,40}?)职务|^(?:同志)?辞去(?P<other>[^，。；]{2,40}?)职务"
)
_RELIEVED = load_pattern("answering.careers.relieved")
_TOLD = load_pattern("answering.careers.told")
_RELIEVES = load_pattern("answering.careers.relieves")
_ONCE = load_pattern("answering.careers.once")
_SEX = load_pattern("answering.careers.sex")
_SEXES = load_pattern("answering.careers.sexes")
_ASIDE = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff](?:[ \u3000]?[\u4e00-\u9fff]){1,3})"
    r"[（(](?P<aside>[^（()）]{3,40})[）)]"
)
_OF_SEX = load_pattern("answering.careers.of_sex")
_IS_WHO = load_pattern("answering.careers.is_who")
_PASSED = load_pattern("answering.careers.passed")
_AT_WHICH = load_pattern("answering.careers.at_which")
_ADOPTED = load_pattern("answering.careers.adopted")
_NAMED = 0.75


def former_office(query: Query, knowledge: Knowledge) -> Draft | None:
    """What a linked person was before; a refusal where nothing of the kind is printed; None for other questions."""
    link = next((one for one in query.links if one.kind == "person"), None)
    kinds = ("office", "text", "person", "organisation")
    if link is None or not _FORMERLY.search(query.text) or query.kind not in kinds:
        return None
    for found in knowledge.people.get(link.key, ())[:40]:
        page = knowledge.page(found.article)
        text = page.sentence(found.value.sentence).text.text
        span = name_span(link.name, text)
        if span is None:
            continue
        title = found.value.office or found.value.identity
        office = _left(text, span, page.article.text) or _was(text, span, title)
        if office:
            proof = Proof(found.article, found.value.evidence)
            return Draft("answered", "person", office, (proof,), people=(link.name,))
    answer = texts.NO_ATTRIBUTE.format(subject=link.name, what="原任职务")
    return Draft("not_found", "person", answer, reason="attribute", people=(link.name,))


def _left(text: str, span: tuple[int, int], whole: str) -> str | None:
    """某某的…职务 below 免去."""
    match = _LEFT.match(text[span[1] :])
    if match is None or not _RELIEVES.search(whole):
        return None
    return match["office"] or match["other"]


def _was(text: str, span: tuple[int, int], office: str | None) -> str | None:
    """曾任…; 免去其…职务; 原某局局长某某, 退休法官某某."""
    if match := _TOLD.match(text[span[1] :]) or _RELIEVED.match(text[span[1] :]):
        return match["office"]
    if office and (once := _ONCE.match(office)):
        return once["body"] + once["post"]  # 县人大常委会原副主任某某
    return office if office and office.startswith(("原", "退休", "离休", "前")) else None


def sex_of(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """男 or 女 where a list or a notice prints it beside the name; None where it does not."""
    if not _SEX.search(query.text):
        return None
    for evidence in pool:
        for name, end in _names(query, evidence):
            if match := _SEXES.match(evidence.text[end:]):
                said = match["aside"] or match["line"]
                return Draft("answered", "person", said, (evidence.proof,), people=(name,))
    return None


def _names(query: Query, evidence: Evidence) -> Iterator[tuple[str, int]]:
    """(name, its end) of the people that the question names and the sentence prints."""
    for link in query.links:
        if link.kind == "person" and (span := name_span(link.name, evidence.text)):
            yield link.name, span[1]
    for one in _asides(evidence):
        if one.name in query.text:
            yield one.name, one.end


@dataclass(frozen=True, slots=True)
class _Aside:
    name: str
    end: int
    said: str
    evidence: Evidence


def _asides(evidence: Evidence) -> Iterator[_Aside]:
    """甲某（某厂锻工）: names with what their brackets say."""
    for match in _ASIDE.finditer(evidence.text):
        name = "".join(match["name"].split())
        plain = simplify_each(name)
        if plain.startswith(tuple(surnames())) and (name_at(plain, 0) or len(name) > 2):
            said = match["aside"]
            while (sex := _OF_SEX.match(said)) is not None:
                said = said[sex.end() :]
            yield _Aside(name, match.end("name"), said, evidence)


def in_brackets(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """What the brackets behind a name say of somebody, or whose brackets say it; None where none do."""
    if query.kind not in ("person", "office", "text", "organisation", "list"):
        return None
    held = [one for evidence in pool for one in _asides(evidence)]
    if _IS_WHO.search(query.text):
        one = next((one for one in held if one.name in query.text), None)
        if one is not None and len(one.said) > 1:
            return Draft("answered", "person", one.said, (one.evidence.proof,), people=(one.name,))
    if query.kind != "person":
        return None
    terms = [t for t in query.terms if t.weight >= 0.5]
    fits = [one for one in held if terms and all(explained(t.text, compact(one.said)).score >= _NAMED for t in terms)]
    names = list(dict.fromkeys(one.name for one in fits))
    if len(names) != 1:
        return None
    one = fits[0]
    return Draft("answered", "person", one.name, (one.evidence.proof,), detail=f"{one.said}。", people=(one.name,))


def adopted(query: Query, pages: Sequence[Page]) -> Draft | None:
    """On which day a list or an act was passed, as the line below its headline prints it."""
    if query.kind != "date" or not _PASSED.search(query.text):
        return None
    terms = tuple(t for t in query.terms if t.text not in ("通过", "批准", "表决", "审议"))
    for page in pages:
        for sentence, text in zip(page.says.sentences, page.compact, strict=True):
            match = _ADOPTED.search(sentence.text.text)
            share, missing, _ = coverage(terms, ((text, 1.0), (page.heading, 1.0))) if match else (0.0, (), ())
            if match and share >= _NAMED and not any(t.critical for t in missing):
                by, date = match["by"].strip("，"), match["date"]
                said = f"{date}，{by}" if by and _AT_WHICH.search(query.text) else date
                detail = f"{by}通过。" if by else None
                return Draft("answered", "date", said, (_proof(page, sentence),), detail=detail)
    return None


def _proof(page: Page, sentence: Sentence) -> Proof:
    return Proof(page.article.id, sentence.text.spans())

