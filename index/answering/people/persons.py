"""Questions about people: who holds an office, what somebody is, who wrote an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.evidence.pool import Evidence
from index.answering.programmes.batch_choice import which_district
from index.extraction.attributes.phrases import PROPOSED
from index.extraction.words.people import ASIDE, name_span, office_pattern
from index.language.lexicon import load_pattern
from index.language.pinyin import sounds_alike
from index.language.scripts import compact, fold
from index.records import Fact, Found, Person
from index.understanding.query import Link, Query

_AUTHOR = load_pattern("answering.persons.author")
_ISSUED = load_pattern("answering.persons.issued")
_IS_WHO = load_pattern("answering.persons.is_who")
_OF_WHERE = load_pattern("answering.persons.of_where")
_NOWADAYS = load_pattern("answering.persons.nowadays")
_ANOTHER = load_pattern("answering.persons.another")  # 陪区长慰问的是谁: somebody else
_NAME_ASKED = load_pattern("answering.persons.name_asked")
_TALK = load_pattern("answering.persons.talk")
_NEWLY = load_pattern("answering.persons.newly")
_FORMERLY = load_pattern("answering.persons.formerly")
_APPOINTED = re.compile(r"^" + ASIDE + r"(?:同志)?(?:为|任|担任|当选|兼任|出任)")
_RELIEVED = re.compile(
    r"^" + ASIDE + r"(?:同志)?(?:的[^，。；]{2,40}职务|不再(?:担任|兼任))"
    r"|^同志[^，。；]{2,40}职务"
)
_AS = load_pattern("answering.persons.as")
_LOST = load_pattern("answering.persons.lost")
_PROPOSING = load_pattern("answering.persons.proposing")
_NAMED = 0.5  # how well a word of the question must stand in the name of an office
_OFFICE_WORD = load_pattern("answering.persons.office_word")
_TOLD = 3  # letters of an office that may be mistyped
_JOINED = load_pattern("answering.persons.joined")


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


def office_holders(query: Query, knowledge: Knowledge) -> Draft | None:
    """区长是谁, 区委书记和区长分别是谁: the holders of the named offices, newest mention first."""
    if query.kind not in ("person",) or any(link.kind == "person" for link in query.links):
        return None
    wanted = offices_in(query.text)
    if not wanted and query.context and (_FORMERLY.search(query.text) or _NEWLY.search(query.text)):
        wanted = offices_in(query.context[-1])
    if not wanted or not _NAME_ASKED.search(query.text):
        return None
    if not query.district and query.preferred is None:
        where = tuple(dict.fromkeys(d for office in wanted for d in _where(office, knowledge)))
        named = [d for d in where if any(compact(d) in compact(office) for office in wanted)]
        if len(where) > 1 and not named:
            return which_district(query, where)
    found = [(office, _holder(office, query, knowledge)) for office in wanted]
    if not all(held for _, held in found):
        return None
    parts, proofs, names = [], [], []
    for office, held in found:
        assert held is not None
        parts.append(f"{office}{held.value.name}" if len(found) > 1 else f"{held.value.name}")
        proofs.append(Proof(held.article, held.value.evidence))
        names.append(held.value.name)
    detail = None
    if len(found) == 1 and found[0][1] is not None:
        detail = f"公报中的职务：{found[0][1].value.office}。"
    return Draft("answered", "person", "，".join(parts), tuple(proofs), detail=detail, people=tuple(names))


def offices_in(text: str) -> list[str]:
    """The offices that a question names, with the body in front (区委书记, 统战部部长)."""
    text = _LOST.sub(lambda match: f"{match['office']}是谁", text)
    text = _AS.sub(lambda match: f"{match['office'] or ''}是谁", text)
    stem = re.split(r"各?分别|各?是谁|叫什么|叫啥|姓啥|姓什么|是哪|谁担任|谁任|谁当|的名字|名字|谁是", text)
    pieces = [piece for part in stem for piece in _JOINED.split(part)]
    found: list[str] = []
    for piece in pieces:
        piece = _TALK.sub("", piece.strip("？?。 的"))
        piece = re.sub(r"(?:现在|如今|目前|原来|以前|之前|换成?了?)的?(?=[\u4e00-\u9fff]{2,8}$)", "", piece)
        match = next(iter(office_pattern().finditer(piece)), None)
        if match and piece.endswith(_last_office(piece)) and 2 <= len(piece) <= 16:
            found.append(piece)
    return found


def _last_office(piece: str) -> str:
    matches = list(office_pattern().finditer(piece))
    return matches[-1][0] if matches else "\0"


def _where(office: str, knowledge: Knowledge) -> list[str]:
    """Districts whose bulletins name a holder of the office, as they name it: 区长 and 县长 are two offices."""
    core = compact(office)
    offices = {held for held in knowledge.offices if _holds(held, core)}
    return list(dict.fromkeys(d for held, d, _ in knowledge.holders if d and held in offices))


def _holder(office: str, query: Query, knowledge: Knowledge) -> Found[Person] | None:
    core = compact(office)
    for district in knowledge.districts:
        core = core.removeprefix(compact(district)) or core
    offices = {held for held in knowledge.offices if _holds(held, core)}
    asked = query.district or query.preferred
    here = [(held, m) for held, district, m in knowledge.holders if asked in (None, district)]
    found = [m for held, m in here if held in offices]
    if not found and len(core) > _TOLD:
        offices = {held for held in knowledge.offices if _sounds(core, held)}
        found = [m for held, m in here if held in offices]
    if not found:
        bare = core.replace("的", "")
        plain = {held for held in knowledge.offices if bare.endswith(held) and _BODY.fullmatch(held)}
        found = [m for held, m in here if held in plain and _of_the_only_one(bare, held, m, knowledge)]
    if _FORMERLY.search(query.text):
        return next((m for m in found if _stands(m, knowledge, _RELIEVED)), None)
    held = [m for m in found if not _stands(m, knowledge, _RELIEVED)]
    fresh = [m for m in held if _stands(m, knowledge, _APPOINTED)]
    if _NEWLY.search(query.text):
        return next(iter(fresh or held), None)
    return next(iter(held), None)


_BODY = load_pattern("answering.persons.body")
_NO_OWN_NAME = load_pattern("answering.persons.no_own_name")


def _of_the_only_one(wanted: str, held: str, mention: Found[Person], knowledge: Knowledge) -> bool:
    """塬上香合作社理事长 is printed as 合作社理事长 in an article that names this one 合作社 alone."""
    body, name = _BODY.fullmatch(held), wanted.removesuffix(held)
    if body is None or len(name) < 2:
        return False
    text = knowledge.page(mention.article).article.text
    before = ["".join(text[: m.start()].split())[-8:] for m in re.finditer(body["sort"], text)]
    own = [one for one in before if compact(one.strip("“”")).endswith(name)]
    others = [one for one in before if one not in own and not _NO_OWN_NAME.search(one)]
    return bool(own) and not others


def _stands(mention: Found[Person], knowledge: Knowledge, behind: re.Pattern[str]) -> bool:
    """``behind`` matches what the sentence prints behind the name (为, 任; 的…职务)."""
    text = knowledge.page(mention.article).sentence(mention.value.sentence).text.text
    span = name_span(mention.value.name, text)
    return span is not None and bool(behind.match(text[span[1] :]))


def _holds(held: str, wanted: str) -> bool:
    """区委副书记、区长 holds 区长, not 书记; 中原区委书记 holds 区委书记; 副区长 is no 区长."""
    for part in held.split("、"):
        if part == wanted or (wanted == "书记" and part.endswith("委书记") and "纪委" not in part):
            return True
        if len(wanted) > 2 and part.endswith(wanted[-2:]) and "副" not in part and _spells(wanted, part):
            return True
        if part.endswith(wanted) and part[: -len(wanted)][-1:] not in ("副", "常") and len(wanted) > 2:
            return True
    return False


def _spells(short: str, long: str) -> bool:
    """人大主任 is 人大常委会主任: its letters in order, beginning with its first."""
    at = long.find(short[:1])
    for sign in short[1:] if at >= 0 else "":
        at = long.find(sign, at + 1)
        if at < 0:
            return False
    return at >= 0


def _sounds(short: str, long: str) -> bool:
    """发该局局长, mistyped, is 发展和改革局局长: it ends in the same office and its letters sound in order."""
    at = -1
    for sign in short:
        at = next((n for n in range(at + 1, len(long)) if sounds_alike(sign, long[n])), len(long))
    return at < len(long) and long.endswith(short[-2:]) and "副" not in long


def about_person(query: Query, knowledge: Knowledge) -> Draft | None:
    """赵富忠是谁, 他是什么职务: identity or office of a linked person."""
    link = next((one for one in query.links if one.kind == "person"), None)
    asks = query.kind == "office" or any(one.search(query.text) for one in (_IS_WHO, _OF_WHERE, _NOWADAYS))
    if link is None or not asks:
        return None
    if _ANOTHER.search(query.text, link.end) or _OF_ANOTHER.search(query.text[link.end :]):
        return None
    mentions = knowledge.people.get(link.key, ())
    mentions = tuple(m for m in mentions if not _stands(m, knowledge, _RELIEVED)) or mentions
    known = next((m for m in mentions if m.value.office and m.value.office not in ("记者", "通讯员")), None)
    if (stated := _stated_as(link, mentions, knowledge)) is not None:
        return stated
    if known is not None:
        known = _fullest(known, mentions)
        return Draft(
            "answered",
            "person",
            (known.value.office or "").strip("；; "),
            (Proof(known.article, known.value.evidence),),
            people=(link.key,),
        )
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
        )
    return None


_OF_ANOTHER = load_pattern("answering.persons.of_another")  # 曾婉珍会见的商会会长是谁
_STATED_AS = load_pattern("answering.persons.stated_as")


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
    """Who wrote the article that the question names."""
    if query.kind not in ("person", "text") or not _AUTHOR.search(query.text):
        return None
    terms = tuple(t for t in query.terms if not _AUTHOR.search(t.text))
    page = best_page(query, terms, pages)
    if page is None or not (page.article.reporters or page.article.correspondents):
        return None
    article = page.article
    parts = [
        f"{role}{'、'.join(names)}"
        for role, names in (("记者", article.reporters), ("通讯员", article.correspondents))
        if names
    ]
    spans = tuple(
        span
        for person in page.says.people
        if person.roles in (("记者",), ("通讯员",))
        for span in person.evidence
    )
    spans = tuple(dict.fromkeys(spans))[:1]
    if not spans:
        return None
    return Draft(
        "answered",
        "person",
        "，".join(parts),
        (Proof(article.id, spans),),
        people=(*article.reporters, *article.correspondents),
    )


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
