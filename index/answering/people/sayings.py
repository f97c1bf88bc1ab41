"""What somebody said: the words that bulletins print behind their name and a verb of speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage
from index.answering.evidence.pool import Evidence
from index.extraction.words.people import name_span
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query

_SPEECH = r"说|讲|表示|强调|指出|要求|提出|介绍|坦言|透露|希望|叮嘱|嘱咐|表态|承诺|回应|回答|感慨|告诉"
_ASKS = re.compile(
    rf"(?P<how>{_SPEECH}|发言|讲话)(?:了|过|的|些|点|是)*(?:什么|啥|哪些(?:话|内容)?|哪几(?:点|句))(?:话|内容|意见|来着)?(?:呢|啊|呀)?$"
    rf"|(?:怎么|咋|如何|怎样)(?:说|讲|表态|回应|回答|介绍|承诺)(?:的|了)*(?:呢|啊)?$"
)
_SPOKE = rf"(?:{_SPEECH})(?![话解座师授台])"  # 出席并讲话 tells nothing of what was said
_SAID = re.compile(rf"[^，。；“”]{{0,14}}?{_SPOKE}(?:说|道|了|时|记者|大家)*[，,：:]?(?=[“\u4e00-\u9fff\d])")
_TALK = re.compile(rf"(?:{_SPEECH}|会上|讲话|发言|时候|活动|仪式|会议)+")
_SPEECH_ONLY = ("说", "讲", "发言", "讲话")
_TELLS_WHOM = "告诉"
_PRONOUN = load_pattern("answering.sayings.pronoun")
_LEADS = load_pattern("answering.sayings.leads")  # 提出要求：…
_LONGEST = 150
_ENOUGH = 0.6


def said_by(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """区长说了什么, asked of somebody by name: their words, sentence by sentence, as many as there is room for."""
    match = _ASKS.search(query.text.rstrip("？?。！!"))
    link = next((one for one in query.links if one.kind == "person"), None)
    if match is None or link is None:
        return None
    how = match["how"] or "说"
    terms = tuple(
        t for t in without(query.terms, ((match.start(), len(query.text)),)) if not _TALK.fullmatch(t.text)
    )
    others = [one.name for one in query.links if one.kind == "person" and one.name != link.name]
    found: list[tuple[float, int, Evidence, str]] = []
    for evidence in pool:
        span = name_span(link.name, evidence.text) if evidence.sentence.role == "paragraph" else None
        begins = span[1] if span else 1 if _speaks_of(link.name, evidence) else None
        spoke = _SAID.match(evidence.text, begins) if begins is not None else None
        if spoke is None or (how not in _SPEECH_ONLY and how not in spoke[0]):
            continue
        if any(compact(name) not in evidence.own + evidence.before + evidence.head for name in others):
            continue  # what was said in another home
        share, missing, _ = coverage(terms, evidence.regions)
        behind = evidence.text[spoke.end() :]
        if spoke[0].endswith(_TELLS_WHOM):
            behind = behind.partition("，")[2] or behind  # 告诉县长，…
        said = _LEADS.sub("", behind, count=1).strip("，；。：、,;: “”")
        if share >= _ENOUGH and not any(t.critical for t in missing) and len(said) > 3:
            found.append((share, evidence.number, evidence, said))
    if not found:
        return None
    best = max(found, key=lambda one: (one[0], -one[2].rank))
    page = best[2].page
    told = sorted((one for one in found if one[2].page is page and one[0] > best[0] - 0.2), key=lambda one: one[1])
    words: list[str] = []
    held: list[Evidence] = []
    for _, _, evidence, said in told:
        if evidence not in held and len("；".join([*words, said])) <= _LONGEST:
            words.append(said)
            held.append(evidence)
    if not words:
        words, held = [best[3][:_LONGEST]], [best[2]]
    by_pronoun = all(_PRONOUN.match(one.text) is not None for one in held)
    proofs = tuple(one.proof_with_before if _PRONOUN.match(one.text) else one.proof for one in held)
    return Draft("answered", "text", "；".join(words), proofs, people=(link.name,), accounted=by_pronoun)


def _speaks_of(name: str, evidence: Evidence) -> bool:
    """他强调 behind a sentence of which the named one is the first person."""
    if not _PRONOUN.match(evidence.text) or not evidence.printed_before:
        return False
    people = (one.name for one in evidence.page.says.people if one.sentence == evidence.number - 1)
    spots = sorted((span[0], one) for one in people if (span := name_span(one, evidence.printed_before)))
    return bool(spots) and spots[0][1] == name
