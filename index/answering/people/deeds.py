"""Who did it: all the doers that stand before a deed, or that a passive names (由甲公司承建)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.answering.evidence.about import aboutness, slots_fit
from index.answering.evidence.circumstances import without
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import of_a_group, segment_of
from index.answering.evidence.pool import Evidence
from index.answering.sentences.asked_value import is_no_firm
from index.answering.sentences.rows_of_bodies import LAST_OF_ROW, of_whole_row
from index.extraction.words.people import name_span
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern, load_table
from index.language.marks import start_of
from index.records.answers import Kind
from index.understanding.query import Query

_WHO = load_pattern("answering.deeds.who")
_MORE = load_pattern("answering.deeds.more")
_PLACED = ("won", "runner_up", "third", "last")
_TOTALS = load_pattern("answering.deeds.totals")
_BODY = load_pattern("answering.deeds.body")
_ENOUGH = 0.6
_STRONG = 0.5
_BETWEEN = load_pattern("answering.deeds.between")
_IN_A_ROW = load_pattern("answering.deeds.in_a_row")
_COMMA = re.compile("，")
_ONE = load_pattern("answering.deeds.one")  # 哪位副区长: one of several, or one with an office
_BESIDE = re.compile(r"[^，。；,;：:]{0,14}")  # between the last doer and the deed: 在会上, 就项目情况
_AND_OTHERS = load_pattern("answering.deeds.and_others")
_HEAD_ENDS = load_pattern("answering.deeds.head_ends")
_LEADING = load_pattern("answering.deeds.leading")
_NOT_A_NAME = load_pattern("answering.deeds.not_a_name")
_QUALIFIED = load_pattern("answering.deeds.qualified")  # 排名末位的某街道
_PHOTO = load_pattern("answering.deeds.photo")
_SHOT = load_pattern("answering.deeds.shot")
_NAMED = load_pattern("answering.deeds.named")


@dataclass(frozen=True, slots=True)
class _Found:
    score: float
    said: str
    names: tuple[str, ...]
    kind: Kind
    evidence: Evidence


@lru_cache(maxsize=1)
def _deeds() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((name, re.compile(asks), re.compile(says)) for name, asks, says in load_table("deeds"))


def by_deed(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The doers of the deed that the question asks about, all of them; None where no sentence tells it."""
    if not _WHO.search(query.text) or _MORE.search(_WHO.sub("", query.text)):
        return None
    if _PHOTO.search(query.text):
        return _photographer(query, pool)
    if (held := _in_role(query, pool)) is not None:
        return held
    if (doer := _by_passive(query, pool)) is not None:
        return doer
    for name, asks, says in _deeds():
        if name in _PLACED and _told_otherwise(query.text):
            continue
        if asks.search(query.text):
            found = [one for evidence in pool for one in _doers(query, asks, says, evidence)]
            best = max(found, key=lambda one: one.score, default=None)
            if best is not None and not is_no_firm(query, best.said):
                return of_whole_row(query, _draft(best), best.evidence)
    return None


def _told_otherwise(text: str) -> bool:
    """The first by points or medals in all is told as a ranking, and 末位由谁约谈 does not ask who is last."""
    does = _WHO_DOES.search(text)
    other = does is not None and does[0].startswith(("由", "归")) and not _TAKES_PLACE.search(does["deed"])
    return other or bool(_TOTALS.search(text))


_ROLE = load_pattern("answering.deeds.role")


def _in_role(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """谁施工 of 由甲集团建设、乙公司施工: the one in front of just that verb."""
    asked = _ROLE.search(query.text)
    if asked is None:
        return None
    role = asked["a"] or asked["b"]
    before = r"(?:由|[，、；]|(?<=建设)和)(?P<x>[^，。；、,;由\d]{2,24}?)"
    says = re.compile(rf"{before}(?:负责|单位为)?{role}(?![单方工图的])")
    terms = without(query.terms, (asked.span(),))
    found: list[_Found] = []
    for evidence in pool:
        if not slots_fit(query, evidence):
            continue
        for match in says.finditer(evidence.text):
            share = aboutness(query, terms, evidence, match.span())
            if share >= _ENOUGH and _BODY.search(match["x"]):
                found.append(_Found(share - 0.002 * evidence.rank, match["x"].strip(), (), "organisation", evidence))
    best = max(found, key=lambda one: one.score, default=None)
    return _draft(best) if best is not None else None


_BODY_ENDS = load_pattern("answering.deeds.body_ends")
_WHO_DOES = load_pattern("answering.deeds.who_does")
_NO_TRADE = load_pattern("answering.deeds.no_trade").pattern
_TAKES_PLACE = load_pattern("answering.deeds.takes_place")
_HOW = load_pattern("answering.deeds.how")
_NO_DEED = load_pattern("answering.deeds.no_deed")


def _by_passive(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """归谁接 of 临时用电由区供电公司10月20日前接通: who stands behind 由 in front of the asked deed."""
    asked = _WHO_DOES.search(query.text)
    if asked is None or _NO_DEED.search(asked["deed"]):
        return None
    says = re.compile(
        r"由(?P<x>(?:[^，。；：、,;\d由]{2,14}(?:书记|主任|主席|[长委])、)*[^，。；：、,;\d由]{2,18}?)(?:在|于|将)?(?:\d{1,2}月)?(?:\d{1,2}日|底)?(?:之?前|起)?"
        rf"(?:{_HOW.pattern})*(?:(?![镇乡村区县市局院校司队道厂团会部所站办心组处学社店园馆行险金款费记任长席员人师生工])[\u4e00-\u9fff])?{re.escape(asked['deed'])}{_NO_TRADE}"
    )
    terms = tuple(t for t in without(query.terms, (asked.span(),)) if t.weight >= _STRONG)
    found: list[_Found] = []
    for evidence in pool if terms else ():
        if not slots_fit(query, evidence):
            continue
        for match in says.finditer(evidence.text):
            low, high = segment_of(evidence.text, match.start())
            share, missing, _ = coverage(terms, ((evidence.clause((low, high)), 1.0), (evidence.heading, 0.5)))
            if share >= _ENOUGH and not missing:
                said = _with_name(match["x"], match.start("x"), match.end(), evidence)
                said += _rest_of_name(evidence.text, match.start("x") + len(said))
                found.append(_Found(share - 0.002 * evidence.rank, said, (), "organisation", evidence))
    best = max(found, key=lambda one: one.score, default=None)
    return _draft(best) if best is not None else None


def _with_name(said: str, start: int, end: int, evidence: Evidence) -> str:
    """研究员某某 of 由研究员某某讲解: a name that goes on behind what was read is taken whole."""
    stop = start + len(said)
    people = (one for one in evidence.page.says.people if one.sentence == evidence.number)
    spans = [span for one in people if (span := name_span(one.name, evidence.text)) is not None]
    whole = max((high for low, high in spans if start <= low < stop < high < end), default=stop)
    return evidence.text[start:whole].strip()


def _rest_of_name(text: str, at: int) -> str:
    """集团 behind 区城投 in 由区城投集团实施."""
    match = _BODY_ENDS.match(text, at)
    return match[0] if match else ""


def _draft(best: _Found) -> Draft:
    proof = best.evidence.proof
    return Draft("answered", best.kind, best.said, (proof,), people=best.names)


def _doers(
    query: Query, asks: re.Pattern[str], says: re.Pattern[str], evidence: Evidence
) -> Iterator[_Found]:
    if not slots_fit(query, evidence, ("paragraph", "caption", "headline")):
        return
    spans = (match.span() for pattern in (asks, LAST_OF_ROW) for match in pattern.finditer(query.text))
    terms = without(query.terms, tuple(spans))
    text = evidence.text
    low, high = evidence.about if evidence.about is not None else (0, len(text))
    for match in says.finditer(text):
        if not low <= match.start() < high:
            continue
        doer = _passive(text, match) or people_before(evidence, match.start()) or _head(evidence, match)
        if doer is None or of_a_group(query, text, match.start()):
            continue
        share = aboutness(query, terms, evidence, match.span())
        if share >= _ENOUGH:
            said, names, kind = doer
            score = share - 0.002 * evidence.rank - (0.3 if evidence.sentence.role == "headline" else 0.0)
            yield _Found(score, said, names, kind, evidence)


def _passive(text: str, match: re.Match[str]) -> tuple[str, tuple[str, ...], Kind] | None:
    named = match.groupdict().get("x")
    if not named:
        return None
    said = named.strip('“”"、 ')
    return (said, (), "organisation") if len(said) >= 2 and not _NOT_A_NAME.search(said) else None


def people_before(
    evidence: Evidence, at: int, between: re.Pattern[str] = _BETWEEN
) -> tuple[str, tuple[str, ...], Kind] | None:
    """Everybody in the row of names that ends before the deed, each with the printed title."""
    text = evidence.text
    row: list[tuple[str, str]] = []
    edge = last = at
    for start, end, name, title in reversed([spot for spot in _spots(evidence) if spot[1] <= at]):
        if not (between.fullmatch(text[end:edge]) if row else _BESIDE.fullmatch(text[end:edge])):
            break
        last = last if row else end
        row.insert(0, (title, name))
        edge = start
    if not row:
        return None
    more = _AND_OTHERS.match(text, last)
    said = row[0][0] + row[0][1] + "".join(f"，{title}{name}" if title else f"、{name}" for title, name in row[1:])
    said += more[0] if more else ""
    return said, tuple(name for _, name in row), "person"


def _spots(evidence: Evidence) -> list[tuple[int, int, str, str]]:
    """(start, end, name, title) of the people of a sentence in order; the start is that of the printed title."""
    text = evidence.text
    spots: set[tuple[int, int, str, str]] = set()
    for person in evidence.page.says.people:
        span = name_span(person.name, text) if person.sentence == evidence.number else None
        if span is not None:
            title = person.office or person.identity or ""
            start = span[0] - len(title) if title and text[: span[0]].endswith(title) else span[0]
            spots.add((start, span[1], person.name, title if start < span[0] else ""))
    return sorted(spots)


def row_of_people(query: Query, pool: Sequence[Evidence], found: Draft) -> Draft | None:
    """区领导甲某、乙某 for who came, where just one of the row was found; None where one alone is asked for or told."""
    article, fact = found.facts[0]
    evidence = next((e for e in pool if (e.page.article.id, e.number) == (article, fact.sentence)), None)
    if evidence is None or _ONE.search(query.text):
        return None
    end = fact.end
    for start, stop, _, _ in _spots(evidence):
        end = stop if start > end and _IN_A_ROW.fullmatch(evidence.text[end:start]) else end
    row = people_before(evidence, end, _IN_A_ROW)
    if row is None or len(row[1]) < 2:
        row = _in_clauses(evidence, end)
    if row is None or len(row[1]) < 2 or fact.value not in row[1]:
        return None
    return replace(found, answer=row[0], facts=(), people=row[1])


def _in_clauses(evidence: Evidence, end: int) -> tuple[str, tuple[str, ...], Kind] | None:
    """书记甲某，县长乙某带队: people with their offices, of whom the first is all of a clause."""
    row = people_before(evidence, end, _COMMA)
    at = evidence.text.find(row[0]) if row is not None else -1
    whole = at == 0 or (at > 0 and evidence.text[at - 1] in "，。；：")
    return row if whole and row is not None and evidence.text[: at + len(row[0])].endswith(row[1][-1]) else None


def _head(evidence: Evidence, match: re.Match[str]) -> tuple[str, tuple[str, ...], Kind] | None:
    """The subject of the clause of the deed, or of the clauses before it in the same segment."""
    text = evidence.text
    low, _ = segment_of(text, match.start())
    if evidence.sentence.role == "headline":
        low = max(low, start_of(text, match.start(), " \u3000"))  # 甲镇跃居榜首　乙镇连续两月垫底
    clauses = [(max(a, low), b) for a, b in clause_spans(text) if b > low and a < match.start()]
    for start, end in reversed(clauses[-3:]):
        piece = text[start : min(end, match.start())]
        piece = piece[qualified.end() :] if (qualified := _QUALIFIED.match(piece)) else piece
        cut = _HEAD_ENDS.search(piece)
        subject = (piece[: cut.start()] if cut else piece).strip("，。；：、,;: ")
        if 2 <= len(subject) <= 24 and not _LEADING.search(subject) and not _NOT_A_NAME.search(subject):
            return _whole_row(subject, evidence) or (subject, (), "organisation")
    return None


def _whole_row(subject: str, evidence: Evidence) -> tuple[str, tuple[str, ...], Kind] | None:
    """甲办事处、乙办事处，丙局、丁局等4个单位: where a counted row goes on behind a comma, all of it did so."""
    for held in evidence.page.says.lists:
        names = [item.text for item in held.items]
        counted = held.sentence == evidence.number and held.count == len(names)
        if counted and subject != "、".join(names) and "、".join(names).startswith(subject):
            return "、".join(names), (), "list"
    return None


def _photographer(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """Who took the picture: the name before 摄 in the caption that the question describes."""
    terms = tuple(
        replace(t, critical=False)
        for t in without(query.terms, tuple(m.span() for m in _PHOTO.finditer(query.text)))
    )
    best: tuple[float, str, Evidence] | None = None
    for evidence in pool:
        found = _SHOT.search(evidence.text) or _NAMED.search(evidence.text)
        if found is None:
            continue
        share, _, _ = coverage(terms, ((evidence.own, 1.0), (evidence.before, 0.9), (evidence.heading, 0.7)))
        if share >= 0.5 and (best is None or share > best[0]):
            best = share, re.sub(r"\s+", "", found["x"]), evidence
    if best is None:
        return None
    proof = Proof(best[2].page.article.id, best[2].sentence.text.spans())
    return Draft("answered", "person", best[1], (proof,), people=(best[1],))
