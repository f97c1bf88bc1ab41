"""Who was elected to an office: 选举某某为县人大常委会副主任, 某某当选区长."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.about import slots_fit
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import explained
from index.answering.evidence.pool import Evidence
from index.catalogue.offices import DEPUTY
from index.extraction.words.people import office_pattern
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records.answers import Kind
from index.understanding.query import Query

_ASKS = load_pattern("answering.elections.asks")
_SAYS = load_pattern("answering.elections.says")
_WON = load_pattern("answering.elections.won")
_NEWLY = load_pattern("answering.elections.newly")
_ASKS_POST = load_pattern("answering.elections.asks_post")
_BODY = load_pattern("answering.elections.body")
_WORDS_BEFORE = load_pattern("answering.elections.words_before")
_ASKS_WHO_LEFT = load_pattern("answering.elections.asks_who_left")
_LEFT = load_pattern("answering.elections.left")
_ASKS_WHEN = load_pattern("answering.elections.asks_when")
_DAY = load_pattern("answering.elections.day")
_MEETS = load_pattern("answering.elections.meets")
_BACK = 6  # sentences from an appointment to the one that says on which day the meeting was
_NAMED = 0.75


def elected(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """Who was elected to just the office that the question names; None where no sentence says it."""
    if query.kind not in ("person", "list", "text") or not _ASKS.search(query.text):
        return None
    offices = list(office_pattern().finditer(query.text))
    if not offices:
        return None
    title, body = offices[-1][0].removeprefix(DEPUTY), _BODY.search(query.text)
    own = _WORDS_BEFORE.sub("", query.text[: offices[-1].start()]).removesuffix(DEPUTY)  # 财政局 of 谁当了财政局局长
    deputy = DEPUTY in query.text[max(offices[-1].start() - 1, 0) : offices[-1].end()]
    for evidence in pool:
        if not slots_fit(query, evidence, ("paragraph", "caption", "headline")):
            continue
        for pattern in (_SAYS, _WON):
            for match in pattern.finditer(evidence.text):
                post = compact(match["post"])
                same = post.endswith(title) and (post[: -len(title)].endswith(DEPUTY) == deputy)
                if same and len(own) > 1 and explained(own, post).score < _NAMED:
                    continue
                if same and (body is None or _same_body(body[0], post)):
                    return _told(match["name"], evidence)
    return None


def appointed_to(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """某某被任命为什么职务: the post behind the name, as it is printed; None where no sentence says it."""
    names = [link.name for link in query.links if link.kind == "person"]
    if len(names) != 1 or not _ASKS_POST.search(query.text):
        return None
    for evidence in pool:
        for match in _SAYS.finditer(evidence.text) if slots_fit(query, evidence, ("paragraph", "caption")) else ():
            if names[0] in re.split("[、和]", match["name"]):
                people = (names[0],)
                return Draft("answered", "person", match["post"], (evidence.proof,), confidence=0.9, people=people)
    return None


def relieved(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """换下来的财政局长是谁: who no longer has just the office that the question names; None where none is told of."""
    offices = list(office_pattern().finditer(query.text))
    if query.kind not in ("person", "text") or not offices or not _ASKS_WHO_LEFT.search(query.text):
        return None
    title = offices[-1][0].removeprefix(DEPUTY)
    own = _WORDS_BEFORE.sub("", query.text[: offices[-1].start()]).removesuffix(DEPUTY)
    deputy = DEPUTY in query.text[max(offices[-1].start() - 1, 0) : offices[-1].end()]
    for evidence in pool:
        for match in _LEFT.finditer(evidence.text) if slots_fit(query, evidence, ("paragraph", "caption")) else ():
            post = compact(match["post"])
            same = post.endswith(title) and (post[: -len(title)].endswith(DEPUTY) == deputy)
            if same and (len(own) < len("某局") or explained(own, post).score >= _NAMED):
                return _told(match["name"], evidence)
    return None


def day_of_appointment(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """丁某什么时候当上副区长的: the day on which the meeting was held that appointed or relieved them."""
    names = [link.name for link in query.links if link.kind == "person"]
    if query.kind != "date" or len(names) != 1 or not _ASKS_WHEN.search(query.text):
        return None
    for evidence in pool:
        told = [m for pattern in (_SAYS, _WON, _LEFT) for m in pattern.finditer(evidence.text)]
        if not any(names[0] in re.split("[、和]", match["name"]) for match in told):
            continue
        near = (evidence.number, *range(evidence.number - 1, max(evidence.number - _BACK, -1), -1))
        for number in near:
            sentence = evidence.page.sentence(number)
            days = list(_DAY.finditer(sentence.text.text)) if sentence.role == "paragraph" else []
            meets = number == evidence.number or _MEETS.search(sentence.text.text)
            if days and meets:
                proof = Proof(evidence.page.article.id, sentence.text.spans())
                said, proofs = sentence.text.text, (evidence.proof, proof)
                return Draft("answered", "date", days[0][0], proofs, detail=said, people=(names[0],), confidence=0.9)
    return None


def newly_elected(query: Query) -> bool:
    """新当选的副县长是谁: one who has held the office for long is no answer."""
    return query.kind == "person" and bool(_NEWLY.search(query.text))


def _same_body(asked: str, post: str) -> bool:
    """监委 is the 监察委员会, 人大 the 人大常委会."""
    held = _BODY.search(post)
    return held is not None and (held[0] == asked or all(sign in held[0] for sign in asked))


def _told(names: str, evidence: Evidence) -> Draft:
    people = tuple(one for one in re.split("[、和]", names) if one)
    kind: Kind = "person" if len(people) == 1 else "list"
    return Draft("answered", kind, "、".join(people), (evidence.proof,), confidence=0.9, people=people)
