"""Questions about people: who holds an office, what somebody is, who wrote an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.evidence.pool import Evidence
from index.answering.people.offices import RELIEVED, offices_in, stands
from index.answering.people.workplaces import with_body
from index.extraction.attributes.phrases import PROPOSED
from index.extraction.words.people import name_at, name_span
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.records import Fact, Found, Person
from index.understanding.query import Link, Query

_ASKS_ROLE = load_pattern("answering.persons.asks_role")  # 通讯员是谁, 记者叫什么
_ASKS_OFFICE = load_pattern("answering.persons.asks_office")  # 我: where the name stands
_PRONOUN = load_pattern("answering.persons.pronoun")
_AUTHOR = load_pattern("answering.persons.author")
_ASKS_DONE = load_pattern("answering.persons.asks_done")
_ISSUED = load_pattern("answering.persons.issued")
_IS_WHO = load_pattern("answering.persons.is_who")
_NAME_ACTS = load_pattern("answering.persons.name_acts")
_NAME_ALONE = load_pattern("answering.persons.name_alone")
_OF_WHERE = load_pattern("answering.persons.of_where")
_NOWADAYS = load_pattern("answering.persons.nowadays")
_ANOTHER = load_pattern("answering.persons.another")  # 陪区长慰问的是谁: somebody else
_PROPOSING = load_pattern("answering.persons.proposing")
_NAMED = 0.5  # how well a word of the question must stand in the name of an office
_OFFICE_WORD = load_pattern("answering.persons.office_word")


def proposed(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """谁拟任东湖街道办事处主任, 陈默拟任什么: appointments that a notice makes public before they are made."""
    if query.kind not in ("person", "office", "text", "organisation", "place"):
        return None
    if not _PROPOSING.search(query.text):
        return None
    link = next((one for one in query.links if one.kind == "person"), None)
    for fact, proof in _proposals(query, pool):
        if link is not None and link.key == fact.subject:
            return Draft("answered", "person", fact.value, (proof,), people=(fact.subject,))
        if link is None and _is_for(query, fact):
            detail = texts.PROPOSED.format(office=fact.value)
            return Draft("answered", "person", fact.subject, (proof,), detail=detail, people=(fact.subject,))
    return None


def only_proposed(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """Who is proposed for an office does not hold it yet: a refusal that says so."""
    if query.kind != "person" or not offices_in(query.text):
        return None
    for fact, _ in _proposals(query, pool):
        if _is_for(query, fact):
            answer = texts.NO_HOLDER.format(office=fact.value)
            detail = texts.PROPOSED_IS.format(name=fact.subject, office=fact.value)
            return Draft("not_found", "person", answer, reason="attribute", detail=detail)
    return None


def _proposals(query: Query, pool: Sequence[Evidence]) -> Iterator[tuple[Fact, Proof]]:
    for evidence in pool:
        for fact in evidence.facts:
            if fact.attribute == PROPOSED:
                yield fact, Proof(evidence.page.article.id, evidence.sentence.text.spans())


def _is_for(query: Query, fact: Fact) -> bool:
    """The proposed office is the asked one: every word of the question but those that ask stands in it."""
    terms = [t for t in query.terms if not _PROPOSING.search(t.text) and not _OFFICE_WORD.fullmatch(t.text)]
    return bool(terms) and all(explained(t.text, compact(fact.value)).score >= _NAMED for t in terms)


def about_person(query: Query, knowledge: Knowledge) -> Draft | None:
    """赵富忠是谁, 他是什么职务: identity or office of a linked person."""
    link = next((one for one in query.links if one.kind == "person"), None)
    if link is None:
        return None
    carried = "entity" in query.inherited  # 他 stands for it
    named = _PRONOUN.sub("我", query.text) if carried else f"{query.text[: link.start]}我{query.text[link.end :]}"
    alone = _ASKS_OFFICE.fullmatch(named) is not None
    words = (_IS_WHO, _OF_WHERE, _NOWADAYS, _WHICH_OFFICES)
    if not (alone or query.kind == "office" or any(one.search(query.text) for one in words)):
        return None
    if _ANOTHER.search(query.text, link.end) or _OF_ANOTHER.search(query.text[link.end :]):
        return None
    mentions = knowledge.people.get(link.key, ())
    mentions = tuple(m for m in mentions if not stands(m, knowledge, RELIEVED)) or mentions
    held = [m for m in mentions if m.value.office and m.value.office not in ("记者", "通讯员")]
    known = next((m for m in held if not _HARDLY_OFFICE.fullmatch(m.value.office or "")), next(iter(held), None))
    if (stated := _stated_as(link, mentions, knowledge)) is not None:
        return stated
    if known is not None:
        office, proofs = with_body(_fullest(known, mentions), knowledge)
        return Draft("answered", "person", office.strip("；; "), proofs, people=(link.key,), held=alone)
    known = next((m for m in mentions if m.value.identity), None)
    if known is not None and (query.kind != "office" or _IS_WHO.search(query.text)):
        return Draft(
            "answered",
            "person",
            known.value.identity or "",
            (Proof(known.article, known.value.evidence),),
            people=(link.key,),
        )
    known = next((m for m in mentions if m.value.office), None)
    if known is not None:
        return Draft(
            "answered",
            "person",
            f"{known.value.office}{link.name}",
            (Proof(known.article, known.value.evidence),),
            people=(link.key,),
            held=alone,
        )
    return None


def unread_name(query: Query) -> str | None:
    """The name in 何某某是谁 and 何某某看望了谁, where nobody of it is read: nobody else near it is the answer."""
    if any(link.kind == "person" for link in query.links):
        return None
    asked = _NAME_ALONE.match(query.text) or _NAME_ACTS.match(query.text)
    return asked["name"] if asked and name_at(asked["name"], 0, words=False) == asked["name"] else None


_OF_ANOTHER = load_pattern("answering.persons.of_another")  # 曾婉珍会见的商会会长是谁
_WHICH_OFFICES = load_pattern("answering.persons.which_offices")
_STATED_AS = load_pattern("answering.persons.stated_as")
_HARDLY_OFFICE = load_pattern("answering.persons.hardly_office")  # 县领导甲某: says that there is one, not which


def _stated_as(link: Link, mentions: Sequence[Found[Person]], knowledge: Knowledge) -> Draft | None:
    """县医院妇产科主任 of a sentence that begins 某某是县医院妇产科主任."""
    for article in dict.fromkeys(m.article for m in mentions):
        for sentence in knowledge.page(article).says.sentences:
            match = _STATED_AS.match(sentence.text.text.removeprefix(link.name))
            if match and sentence.text.text.startswith(link.name):
                proof = Proof(article, sentence.text.spans())
                return Draft("answered", "person", match["what"], (proof,), people=(link.key,))
    return None


def _fullest(known: Found[Person], mentions: Sequence[Found[Person]]) -> Found[Person]:
    """县委副书记、县长 for somebody whom another sentence calls 县长: the mention that adds offices to those known."""
    held = set(_parts(known))
    more = [m for m in mentions if m.value.office and held < set(_parts(m))]
    return max(more, key=lambda m: len(_parts(m)), default=known)


def _parts(mention: Found[Person]) -> list[str]:
    return [compact(part) for part in re.split(r"[、，,]", mention.value.office or "") if part]


def authors(query: Query, knowledge: Knowledge, pages: Sequence[Page]) -> Draft | None:
    """Who wrote the article that the question names; of one role alone where only that one is asked for."""
    role = _ASKS_ROLE.search(query.text)
    if not (query.kind in ("person", "text") or role is not None) or not _AUTHOR.search(query.text):
        return None
    terms = tuple(t for t in query.terms if not (_AUTHOR.search(t.text) or (role and role.start() <= t.start)))
    page = best_page(query, terms, pages)
    if page is None or not (page.article.reporters or page.article.correspondents):
        return None
    named = {"记者": page.article.reporters, "通讯员": page.article.correspondents}
    asked = [role["role"]] if role is not None else [*named]
    spans = (span for one in page.says.people if one.roles in (("记者",), ("通讯员",)) for span in one.evidence)
    span = next(spans, None)
    if span is None:
        return None
    parts = [f"{one}{'、'.join(named[one])}" for one in asked if named[one]]
    people = tuple(name for one in asked for name in named[one])
    if not parts:
        said = texts.NO_SIGNATURE.format(title=page.article.title, role=asked[0])
        return Draft("not_found", "person", said, reason="attribute", held=True)
    said = f"{len(people)}位：{'、'.join(people)}" if query.kind == "count" else "，".join(parts)
    return Draft("answered", "person", said, (Proof(page.article.id, (span,)),), people=people)


def done_by_one(query: Query, knowledge: Knowledge) -> Draft | None:
    """主持开工仪式 of a sentence that tells one by one what several did: 甲宣布开工，乙致辞，丙主持开工仪式."""
    link = next((one for one in query.links if one.kind == "person"), None)
    asked = _ASKS_DONE.search(query.text[link.end :]) if link is not None and link.start == 0 else None
    if link is None or asked is None:
        return None
    for mention in knowledge.people.get(link.key, ()):
        page = knowledge.page(mention.article)
        sentence = page.sentence(mention.value.sentence)
        text = sentence.text.text
        others = [one for one in page.says.people if one.sentence == sentence.number and one.name != link.key]
        clause = next((text[a:b] for a, b in clause_spans(text) if name_span(link.key, text[a:b])), "")
        told = clause[(name_span(link.key, clause) or (0, 0))[1] :].strip("，；。：、 ")
        if asked["verb"]:
            told = told.partition(asked["verb"])[2].lstrip("了") if told.startswith(asked["verb"]) else ""
        if sentence.role == "paragraph" and others and len(told) > 1 and not any(one.name in told for one in others):
            return Draft("answered", "text", told, (Proof(mention.article, sentence.text.spans()),), people=(link.key,))
    return None


def issuer(query: Query, pages: Sequence[Page]) -> Draft | None:
    """Who gave out the notice that the question names: the office that signs it."""
    if query.kind not in ("person", "organisation", "place") or not _ISSUED.search(query.text):
        return None
    page = best_page(
        query,
        tuple(t for t in query.terms if not _ISSUED.search(t.text)),
        [p for p in pages if p.article.kind == "notice"],
    )
    signature = next((s for s in page.says.sentences if s.role == "signature"), None) if page else None
    if page is None or signature is None:
        return None
    offices = [
        f
        for f in page.says.facts
        if f.kind == "organisation" and page.says.sentences[f.sentence].role == "signature"
    ]
    if not offices:
        return None
    said = "、".join(dict.fromkeys(f.value for f in offices))
    return Draft(
        "answered", "organisation", said, tuple(Proof(page.article.id, f.evidence) for f in offices[:1])
    )


def best_page(query: Query, terms: tuple, pages: Sequence[Page]) -> Page | None:  # type: ignore[type-arg]
    """The article whose headline and text account best for ``terms`` (and programme and period)."""
    extra = " ".join(filter(None, (query.programme or "", "三个一批" if query.all_stages else "")))
    scored = []
    for order, page in enumerate(pages):
        body = page.whole
        share, _, _ = coverage(terms, ((page.heading, 1.0), (body, 0.8)))
        bonus = (
            0.3
            if extra and compact(extra) in page.heading
            else 0.15
            if extra and compact(extra) in body
            else 0.0
        )
        scored.append((share + bonus - 0.01 * order, -order, page))
    if not scored:
        return None
    best = max(scored, key=lambda item: item[:2])
    return best[2] if best[0] >= 0.55 else None


def persons_in(evidence: Evidence, query: Query) -> Draft | None:
    """谁主持, 谁去看望: the person whose act the sentence tells in the words of the question."""
    people = [p for p in evidence.page.says.people if p.sentence == evidence.number]
    if not people:
        return None
    text = fold(evidence.text)
    spots = [text.find(term.text) for term in query.terms if term.text in text]
    ranked = sorted(people, key=lambda p: _distance(text, p.name, spots))
    best = ranked[0]
    said = f"{best.office}{best.name}" if best.office and len(best.office) <= 24 else best.name
    return Draft(
        "answered",
        "person",
        said,
        (evidence.proof,),
        people=(best.name,),
    )


def _distance(text: str, name: str, spots: Sequence[int]) -> float:
    at = text.find(fold(name))
    behind = [spot - at for spot in spots if spot > at]
    ahead = [(at - spot) * 2.0 for spot in spots if spot < at]
    return min((*behind, *ahead), default=1e6)
