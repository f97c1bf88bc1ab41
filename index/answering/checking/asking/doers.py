"""What a claim says of people and bodies: whose office it is, who did it. Each is asked, and the answer compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.answering.checking.ground import Ask, Ground
from index.answering.checking.holding.binding import Bound, deed_words
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.extraction.words.people import office_pattern
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Span
from index.understanding.query import Link, Query

_HOLDS = load_pattern("answering.doers.holds")
_APPOINTED = load_pattern("answering.doers.appointed")
_FORMER = load_pattern("answering.doers.former")
_DOES = load_pattern("answering.doers.does")
_IS = load_pattern("answering.doers.is")
_BY = load_pattern("answering.doers.by")
_NEW = load_pattern("answering.doers.new")
_SAME = 0.7
_BODY = 8  # letters in front of an office that say whose it is


def offices(query: Query, ground: Ground) -> Iterator[Bound]:
    """Of each person of the claim with an office: whether it is theirs."""
    if _FORMER.search(query.text):
        return
    for link in query.links:
        how, (low, high) = _office_of(query.text, link.start, link.end) if link.kind == "person" else ("", (0, 0))
        office = query.text[low:high]
        if not office:
            continue
        asks = {"拟任": "拟任", "现任": "现任"}.get(how, "担任")
        draft = ground.ask(f"{link.name}{asks}什么职务？")
        if draft.status == "answered" and (evidence := ground.proving(draft)) is not None:
            right = is_called(office, draft.answer)
            if right and _another_holds(draft.answer, link, ground.ask):
                right = False
            yield Bound(right, 0.9, evidence)


def names_of(query: Query, *, offices: bool) -> dict[Span, str]:
    """The names of a claim with their stretches; ``offices``: their offices are accounted for, too."""
    found: dict[Span, str] = {}
    for link in query.links:
        if link.kind == "person":
            low, high = _office_of(query.text, link.start, link.end)[1] if offices else (0, 0)
            span = (min(link.start, low), max(link.end, high)) if high else (link.start, link.end)
            found[span] = link.name
    return found


def _office_of(text: str, start: int, end: int) -> tuple[str, Span]:
    """How the claim gives the person an office, and where it says which; (0, 0) where it does not."""
    before = _IS.sub("", text[:start])
    ends = [match for match in office_pattern().finditer(before) if match.end() == len(before)]
    if ends:
        body = re.search(r"[\u4e00-\u9fff]*$", before[: ends[0].start()])
        named = _BY.sub("", _NEW.sub("", body[0]))[-_BODY:] if body else ""
        return "", (ends[0].start() - len(named), start)
    for pattern in (_HOLDS, _APPOINTED):
        match = pattern.match(text, end)
        if match and (found := list(office_pattern().finditer(match["office"]))):
            how = match.groupdict().get("how") or ""
            return how, (match.start("office"), match.start("office") + found[-1].end())
    return "", (0, 0)


def _another_holds(office: str, link: Link, ask: Ask) -> bool:
    """The office, of which there is one only, is told to be another's."""
    if "副" in office or len(office) < 3 or re.search("[、，]", office):
        return False
    draft = ask(f"{office}是谁？")
    told = draft.answer if draft.status == "answered" and draft.kind == "person" else ""
    return bool(told) and link.name not in told and "、" not in told


def is_called(said: str, held: str) -> bool:
    """The office told may be called so: one of its titles, of the same body."""
    for part in re.split(r"[、，,和兼（(]", compact(held)):
        for match in [*office_pattern().finditer(part)][-1:]:
            mine = [*office_pattern().finditer(said)][-1:]
            if not mine or mine[0][0] != match[0]:
                continue
            body, own = said[: mine[0].start()], part[: match.start()]
            if not body or not own or own.endswith(body) or body.endswith(own) or explained(body, own).score >= _SAME:
                return True
            if explained(own, body).score >= _SAME:
                return True
    return False


def deeds(query: Query, subject: str, ground: Ground) -> Iterator[Bound]:
    """Who did it, by the claim: 由某某主持, 县长某某讲话."""
    for who, what, masked in _masked(query):
        draft = ground.ask(f"{subject}，{masked}？" if subject else f"{masked}？")
        if draft.status != "answered" or draft.kind not in ("person", "organisation"):
            continue
        evidence = ground.proving(draft)
        right = _is_who(who, draft)
        if evidence is not None and right is not None and (right or what in evidence.own):
            yield Bound(right, 0.9, evidence)


def _masked(query: Query) -> Iterator[tuple[str, str, str]]:
    """(who did it, what was done where it is said so, the claim with 谁 in the place)."""
    text = query.text
    if match := _DOES.search(text):
        yield match["who"], match["what"], text[: match.start("who")] + "谁" + text[match.end("who") :]
        return
    people = [link for link in query.links if link.kind == "person"]
    if len(people) == 1:
        at, end = people[0].start, people[0].end
        what = max((verb for verb in deed_words() if text.startswith(verb, end)), key=len, default=None)
        if what is not None:
            start = _title_start(text, at)
            yield text[start:end], what, text[:start] + "谁" + text[end:]


def _title_start(text: str, at: int) -> int:
    before = text[:at]
    ends = [match for match in office_pattern().finditer(before) if match.end() == len(before)]
    if not ends:
        return at
    body = re.search(r"[\u4e00-\u9fff]{0,8}$", before[: ends[0].start()])
    return ends[0].start() - (len(body[0]) if body else 0)


def _is_who(who: str, draft: Draft) -> bool | None:
    """The answer names who is claimed, all of them where there are several; None where it names some."""
    said = compact(draft.answer)
    if any(name in who for name in draft.people):
        return True
    named = [
        one in said or said in one or explained(one, said).score >= _SAME or explained(said, one).score >= _SAME
        for one in re.split(r"[、和与及]|以及|共同|联合", who)
        if one
    ]
    return True if all(named) else None if any(named) else False
