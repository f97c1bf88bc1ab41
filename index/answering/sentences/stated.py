"""Is it so as the bulletin has it: the clause that holds what is asked to be so, and what it says of it.

Words that overlap prove nothing: the predicate has to be told of the asked one (二期, not 一期), in the asked degree
(12英寸, not 8英寸), as done and not as planned; and a clause that denies it makes it a no.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import coverage, explained
from index.answering.evidence.fits import segment_of
from index.answering.evidence.hearsay import denial, is_hearsay
from index.answering.evidence.pool import Evidence
from index.answering.sentences.predicates import (
    as_a_statement,
    falls_short,
    leaves_out_asked,
    of_another_part,
    predicate,
)
from index.answering.sentences.statements import Told, ranked
from index.extraction.words.people import is_full_name
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities, parse_number
from index.language.scripts import compact, fold
from index.records import Span
from index.records.answers import Status
from index.understanding.query import Query
from index.understanding.terms import rarity

_SURE = 0.78  # a statement that no scale knows needs this much
_SEEN = 0.5
_ALIKE = 0.6
_SHORT = 70
_AMOUNT = 1e7  # a bare figure from here on is an amount
_EDGES = "，；。：、 "
_RELATIVE = load_pattern("answering.stated.relative")
_YEAR = load_pattern("answering.stated.year")
_NEGATIVE = load_pattern("answering.stated.negative")
_PLANNED = load_pattern("answering.stated.planned")
_ASKS_DONE = load_pattern("answering.stated.asks_done")
_HEAD = load_pattern("answering.stated.head")
_ASKS_NOW = load_pattern("answering.stated.asks_now")
_DENIES = load_pattern("answering.stated.denies")
_ASKS_STOP = load_pattern("answering.stated.asks_stop")
_STOPS = load_pattern("answering.stated.stops")
_ASKS_PRICE = load_pattern("answering.stated.asks_price")
_PRICE = load_pattern("answering.stated.price")
_NO = load_pattern("answering.stated.no").pattern
_DAY = load_pattern("answering.stated.day")
_NO_SUBJECT = load_pattern("answering.stated.no_subject")
_DEGREE = load_pattern("answering.stated.degree")
_MOST = load_pattern("answering.stated.most")
_FIRST = load_pattern("answering.stated.first")
_CHANGED_TO = load_pattern("answering.stated.changed_to")
_SPOKEN_MONEY = load_pattern("answering.stated.spoken_money")
_HOLDS_IT = load_pattern("answering.stated.holds_it")
_GOES_ON = load_pattern("answering.stated.goes_on")
_VERB_OF_NO = load_pattern("answering.stated.verb_of_no").pattern
_SPARED = load_pattern("answering.stated.spared").pattern  # 不用跑腿申报
_SIGNS = {sign: place for row in ("ⅠⅡⅢⅣⅤ", "甲乙丙丁") for place, sign in enumerate(row, 1)}


def stated(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """是 or 否 with the printed words; nothing where a content word of the question is not printed.

    What is asked to be so (the last content word) has to stand in the clause that is quoted.
    """
    if not (query.links or query.figures or query.terms):
        return None  # 那个还有吗 names nothing that could be so
    for best in ranked(query, pool)[:3]:
        strong = [t for t in best.missing if t.weight >= _SEEN]
        if strong or best.share < _SURE:
            return None
        if best.evidence.text.rstrip("”\" ").endswith(("？", "?")):
            continue  # what is asked on the page says nothing
        row = best.evidence.own if best.evidence.sentence.role == "table" else None
        if row is not None and any(t.weight >= 1.0 and explained(t.text, row).score < _ALIKE for t in query.terms):
            continue  # 西环路 and the days of its row say of nothing else that it is so
        if leaves_out_asked(query, best.evidence.text) and not _GOES_ON.match(best.evidence.text):
            continue  # nor does it go on about somebody
        if (said := _by_a_deputy(query, best.evidence)) is not None:
            return Draft("corrected", "yesno", f"不是，{said}", (best.evidence.proof,), confidence=round(best.share, 3))
        clause = _stating(query, best.evidence)
        if clause is not None and _tells_no_price(query, best.evidence.text[slice(*clause)]):
            continue
        if clause is not None and (found := _statement(query, best, clause)) is not None:
            return found
    return None


def _tells_no_price(query: Query, said: str) -> bool:
    """涨价了没: 调整走向 says of no price that it has risen."""
    return bool(_ASKS_PRICE.search(query.text)) and not _PRICE.search(said)


def _by_a_deputy(query: Query, evidence: Evidence) -> str | None:
    """是县长主持的吗: 常务副县长某某主持 says who did it, and that is no 县长."""
    asked = _HEAD.search(query.text)
    verbs = [t.text for t in query.terms if asked and t.start >= asked.start("rest") and len(t.text) > 1]
    if asked is None or not verbs:
        return None
    clauses = [evidence.text[low:high] for low, high in clause_spans(evidence.text)]
    said = [one for one in clauses if any(explained(verb, compact(one)).score >= _ALIKE for verb in verbs)]
    told = [one.strip(_EDGES) for one in said]
    office = asked["office"]
    deputy = len(told) == 1 and f"副{office}" in told[0] and told[0].count(office) == told[0].count(f"副{office}")
    return told[0] if deputy else None


def _stating(query: Query, evidence: Evidence) -> Span | None:
    """The clause that accounts best for the question among those that hold what is asked to be so."""
    text, event = evidence.text, predicate(query)
    low, high = _of_the_asked(query, evidence)
    holding = [
        span
        for span in clause_spans(text)
        if low <= span[0] and span[1] <= high and not _of_somebody_else(query, evidence, span)
        and (event is None or explained(event.text, evidence.clause(span)).score >= _ALIKE)
    ]  # fmt: skip
    if not holding:
        return None
    if high - low <= _SHORT and not _asked_people(query):
        return low, high
    return max(holding, key=lambda span: coverage(query.terms, ((evidence.clause(span), 1.0),))[0])


def _of_somebody_else(query: Query, evidence: Evidence, span: Span) -> bool:
    """甲讲话了吗: of 乙主持会议并讲话，甲汇报情况 the first clause is told of the other."""
    said = evidence.text[slice(*span)]
    asked = [name for name in _asked_people(query) if name in evidence.text]
    if not asked or any(name in said for name in asked):
        return False
    if _HOLDS_IT.match(said.lstrip(_EDGES)):
        return True  # 甲任新材料产业链链长，乙任陶瓷产业链链长
    return any(one.name in said for one in evidence.page.says.people if one.sentence == evidence.number)


def _holder_of_it(query: Query, evidence: Evidence, clause: Span) -> str | None:
    """陶瓷链长是甲吗: of 甲任新材料链长，乙任陶瓷链长 the clause of who is; None where one tells both."""
    own = evidence.clause(clause)
    away = [t.text for t in query.terms if t.weight >= 1.0 and explained(t.text, own).score < _SEEN]
    if not away or not _HOLDS_IT.match(evidence.text[slice(*clause)].lstrip(_EDGES)):
        return None
    for span in clause_spans(evidence.text):
        said = evidence.text[slice(*span)].strip(_EDGES)
        told = all(explained(word, evidence.clause(span)).score >= _ALIKE for word in away)
        if span != clause and told and _HOLDS_IT.match(said):
            return said
    return None


def _asked_people(query: Query) -> list[str]:
    """The persons that the question names, those that no page introduces included."""
    names = [link.name for link in query.links if link.kind == "person"]
    return names + [t.text for t in query.terms if t.weight >= 1.0 and is_full_name(t.text) and rarity(t.text) == 1.0]


def _of_the_asked(query: Query, evidence: Evidence) -> Span:
    """The part of the sentence between semicolons that alone names 二期 where 二期 is asked; else all of it."""
    text = evidence.text
    ends = [match.end() for match in re.finditer("[；;]", text)]
    parts = list(zip((0, *ends), (*ends, len(text)), strict=True))
    for term in (t for t in query.terms if t.critical and len(parts) > 1):
        name = re.compile(rf"(?<![前至\d]){re.escape(compact(term.text))}")  # 前三季度 is not 三季度
        parts = [part for part in parts if name.search(evidence.clause(part))] or parts
    return (parts[0][0], parts[0][1]) if len(parts) == 1 else (0, len(text))


def _of_event(query: Query, evidence: Evidence, span: Span) -> str:
    """The clauses within ``span`` that hold what is asked to be so, where not all of them do: 空腹不作要求."""
    event = predicate(query)
    clauses = [c for c in clause_spans(evidence.text) if span[0] <= c[0] and c[1] <= span[1]]
    own = [c for c in clauses if event is not None and explained(event.text, evidence.clause(c)).score >= _ALIKE]
    return "，".join(evidence.text[slice(*c)] for c in own or [span])


def _is_denied(query: Query, said: str) -> bool:
    """未, 暂停 and the like in the clauses, or a no right in front of what is asked to be so: 停诊吗 of 不停诊."""
    event = predicate(query)
    printed = explained(event.text, compact(said)).printed if event is not None else ""
    no = f"(?:{_NO})(?:{_VERB_OF_NO})?"
    own = re.search(no + re.escape(printed), compact(said)) if printed else None
    if own is not None and _is_of_another(query, compact(said)[: own.start()]):
        return False
    rest = compact(said).replace(printed, "，") if _NEGATIVE.match(printed) else said  # 停止供水 says 停水
    rest = _STOPS.sub("", rest) if _ASKS_STOP.search(query.text) else rest  # and that it 停 at all
    spared = bool(printed) and re.search(_SPARED + re.escape(printed), compact(said)) is not None
    return bool(_NEGATIVE.search(rest)) or own is not None or spared


def _asks_in_denial(query: Query) -> bool:
    """没有停水吗 asks with a no of its own; 没领的补吗 has one only in what it says of somebody."""
    event = predicate(query)
    statement = as_a_statement(query.text)
    behind = statement.rpartition("的")[2]
    return bool(_DENIES.search(behind if event is not None and event.text in behind else statement))


def _is_of_another(query: Query, before: str) -> bool:
    """面试计入总分吗: 体能测试不计入总分 opens with something that the question does not name."""
    subject = _DAY.sub("", re.split("[，。；：,;:]", before)[-1]).strip("、")
    if _NO_SUBJECT.search(subject):
        return False  # 只提醒不处罚
    event = predicate(query)
    asked = [
        t.text for t in query.terms
        if t.weight >= 1.0 and len(t.text) > 1 and t != event and not _DAY.fullmatch(t.text)
    ]  # fmt: skip
    return len(subject) > 1 and bool(asked) and all(explained(one, subject).score < _SEEN for one in asked)


def _statement(query: Query, best: Told, clause: Span) -> Draft | None:
    """What the clause says; None where it tells of another degree than the asked one, or of nothing like 最."""
    evidence = best.evidence
    if is_hearsay(evidence.text, clause[1]):
        return _denied(evidence, best)
    said = evidence.text[slice(*clause)].strip(_EDGES)
    degree = _in_degree(query, fold(said))
    if degree is None or not _foremost(query, evidence):
        return None
    if (other := _holder_of_it(query, evidence, clause)) is not None:
        return Draft("corrected", "yesno", f"不是，{other}"[:158], (evidence.proof,), confidence=round(best.share, 3))
    low, _ = segment_of(evidence.text, clause[0])
    if of_another_part(query.terms, evidence.clause((low, clause[1]))):
        return None
    status: Status = "answered"
    if wrong := _contradicted(query, evidence, clause):
        word, status, said = "不是", "corrected", wrong
    elif year := _other_year(query, evidence, clause):
        word, status, said = "不是", "corrected", year
    elif not degree:
        word, status = "不是", "corrected"
    elif _is_denied(query, _of_event(query, evidence, clause)) and not _asks_in_denial(query):
        word = "没有" if "有" in query.text[-4:] else "否"
    elif falls_short(query, said) or (_PLANNED.search(said) and "已" not in said and _ASKS_NOW.search(query.text)):
        word = "没有"
    elif _PLANNED.search(said) and _ASKS_DONE.search(query.text) and "已" not in said:
        word = "没有写已完成"
    else:
        word = "是"
    return Draft(
        status, "yesno", f"{word}，{said}"[:158],
        (evidence.proof,),
        confidence=round(best.share, 3), repaired=best.repaired,
    )  # fmt: skip


def _denied(hearsay: Evidence, best: Told) -> Draft | None:
    """网传要停工……工程没有停: what people say is so only as far as the article goes on to say."""
    told = denial(hearsay)
    if told is None:
        return None
    return Draft("answered", "yesno", f"否，{told[0]}"[:158], (told[1],), confidence=round(best.share, 3))


def _foremost(query: Query, evidence: Evidence) -> bool:
    """Where 最好 is asked, one clause says so of just the asked one."""
    asked = _MOST.search(query.text)
    if asked is None:
        return True
    names = [t for t in query.terms if t.weight >= 1.0 and t.end <= asked.start()]
    told = [evidence.clause(c) for c in clause_spans(evidence.text)]
    spots = [n for n, clause in enumerate(told) if asked[0] in clause or _FIRST.search(clause)]
    return any(
        all(explained(t.text, "".join(told[max(n - 1, 0) : n + 1])).score >= _ALIKE for t in names) for n in spots
    )


def _in_degree(query: Query, said: str) -> bool | None:
    """四级, 8英寸: whether that is the degree that the words print last; None where they print none of the sort."""
    found: bool | None = True
    for asked in _DEGREE.finditer(query.text):
        printed = [match for match in _DEGREE.finditer(said) if match["unit"] == asked["unit"]]
        if not printed:
            return None
        same = [_number(match["n"]) == _number(asked["n"]) for match in printed]
        raised = len(printed) > 1 and _CHANGED_TO.search(said, printed[0].end(), printed[-1].end())
        found = found and (same[-1] if raised else any(same))
    return found


def _number(sign: str) -> float:
    return _SIGNS.get(sign) or parse_number(sign)


def _contradicted(query: Query, evidence: Evidence, clause: Span) -> str | None:
    """A figure of the question differs from the one of its unit printed alone, or in the clause of its words."""
    clauses = [c for c in clause_spans(evidence.text) if clause[0] <= c[0] and c[1] <= clause[1]]
    own = max(clauses, key=lambda c: coverage(query.terms, ((evidence.clause(c), 1.0),))[0], default=clause)
    for value, unit in query.figures:
        bare = "元" if not unit and value >= _AMOUNT else unit  # 是不是3亿 leaves 元 out
        alike = [q for q in find_quantities(evidence.text) if _plain_unit(q.unit) == _plain_unit(bare)]
        if any(abs(q.value - value) < 1e-6 for q in alike):
            continue
        here = [q for q in alike if own[0] <= q.start < own[1]]
        if len(alike) == 1:
            return alike[0].text
        if len(here) == 1:
            return evidence.text[slice(*own)].strip(_EDGES)
    return None


def _plain_unit(unit: str) -> str:
    return _SPOKEN_MONEY.sub("元", unit)


def _other_year(query: Query, evidence: Evidence, clause: Span) -> str | None:
    """今年就动工 against 计划2025年一季度动工: the clause that prints another year for it."""
    asked = _RELATIVE.search(query.text)
    dated = evidence.page.article.date or evidence.page.article.issue_date
    if asked is None or dated is None:
        return None
    said = evidence.text[slice(*clause)]
    years = {int(match) for match in _YEAR.findall(said)}
    wanted = int(dated[:4]) + {"今": 0, "明": 1, "去": -1}[asked[1]]
    return said.strip(_EDGES) if years and wanted not in years else None

