"""How an extracted answer is said: the value with its printed modality, or the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from index.answering.evidence.pool import Evidence
from index.extraction.words.sentences import clause_spans
from index.language.dates import DateContext, explicit_years, find_dates, own_years, resolve
from index.language.lexicon import load_pattern
from index.language.numerals import PAST, ROUND
from index.records import Fact, Span
from index.understanding.query import Query

LONGEST = 110  # code points of the words around a value
_REGULARLY = load_pattern("answering.saying.regularly")
_TIME = r"上午|下午|晚上?|凌晨|中午|\d{1,2}[:：∶]\d{2}|\d{1,2}时|至|—|-"
_YEAR_BEFORE = load_pattern("answering.saying.year_before")
_HOUR = re.compile(rf"(?:{_TIME})*")
_LASTS = re.compile(
    rf"(?:{_TIME}|次日|(?<=[至—])(?:\d{{4}}\s?年\s?)?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日|[（(](?:星期|周)[一二三四五六日天][）)])*"
)
_ONE_END = load_pattern("answering.saying.one_end")  # one end of a stretch of time is asked for
_RELATIVE = load_pattern("answering.saying.relative")
_BY_THEN = load_pattern("answering.saying.by_then")  # 9月25日前: no day but a term
_JOINED = load_pattern("answering.saying.joined")  # 14批31人
_NUMBERED = load_pattern("answering.saying.numbered")  # 政务中心二楼 with A区3号 behind it
_BEFORE = load_pattern("answering.saying.before")
_HOW_EXACT = load_pattern("answering.saying.how_exact")
_ONLY_SAYS = load_pattern("answering.saying.only_says")
_OFFSETS = {"今日": 0, "今天": 0, "昨日": -1, "昨天": -1, "前日": -2, "明日": 1, "明天": 1}


def value_text(query: Query, evidence: Evidence, fact: Fact) -> str:
    """The value as it is said: with its printed modality, and a date with the time of day behind it."""
    text = evidence.text
    before = _BEFORE.search(text[: fact.start])
    if fact.kind == "date" and (day := relative_day(evidence, fact.value)):
        return f"{day}（{fact.value}）"
    if fact.kind == "date":
        after = (_LASTS if not _ONE_END.search(query.text) else _HOUR).match(text[fact.end :])
        regular = _REGULARLY.search(text[: fact.start]) if re.search(r"\d\s?[时点:：]", fact.value) else None
        year = _YEAR_BEFORE.search(text[: fact.start])
        first = regular[0] if regular else year[0] if year else ""
        said = first + fact.value + (after[0].rstrip("至—-") if after else "")
        return said + ("前" if _BY_THEN.match(text, fact.end + (after.end() if after else 0)) else "")
    if fact.kind == "place" and (numbered := _NUMBERED.match(text, fact.end)):
        return fact.value + numbered[0]
    if fact.kind == "person":
        return f"{fact.attribute}{fact.value}" if fact.attribute and len(fact.attribute) < 20 else fact.value
    said = _rank_said(fact.value) if fact.kind == "rank" else fact.value
    if fact.kind in ("money", "count", "measure", "percent", "duration", "age"):
        said = _ranged(text, fact)
        if said != fact.value:
            return said
    if fact.kind == "count" and (joined := _JOINED.match(text[fact.end :])):
        return said + joined[0]
    if fact.kind == "count" and fact.unit in ("个", "家", "所", "项", "条", "座", "名", "处", "户"):
        noun = re.match(r"[\u4e00-\u9fff]{1,4}(?=[，。；、）])", text[fact.end :])
        said += noun[0].rstrip("中里内") if noun and not re.match(r"以上|左右|以下", noun[0]) else ""
    if before and fact.kind in ("money", "percent", "points", "count", "measure"):
        word = before[0]
        if _HOW_EXACT.fullmatch(word) or fact.kind in ("percent", "points"):
            said = ("" if _ONLY_SAYS.fullmatch(word) else word) + said
    elif fact.value[0] in ROUND and text[: fact.start].endswith(PAST):
        said = PAST + said
    return said


def _rank_said(value: str) -> str:
    """居全市第二位: without what a long clause left in front of it."""
    if re.match(r"居|位|列|排|名列|第|全|倒|首|末|前|省|市", value):
        return value
    return re.sub(r"^.{0,10}?(?=(?:位列|位居|名列|排名?|列|居)|第)", "", value) or value


_BOUND = load_pattern("answering.saying.bound")


def _ranged(text: str, fact: Fact) -> str:
    """4500元至6000元 as a whole; the value alone where no other of its unit is joined to it by 至."""
    unit = re.escape(re.sub(r"[\d.\s]", "", fact.value)[-1:])
    after = re.match(rf"\s?(?:至|—|–|~|～|-)\s?\d[\d.]*[万亿千]?\S{{0,2}}?{unit}", text[fact.end :])
    before = re.search(rf"\d[\d.]*[万亿千]?(?:\S{{0,2}}?{unit})?\s?(?:至|—|–|~|～)\s?$", text[: fact.start])
    if after:
        return fact.value + after[0]
    if bound := _BOUND.match(text, fact.end):
        return fact.value + bound[0]  # 种植面积30亩以上的大户
    return before[0] + fact.value if before else fact.value


def relative_day(evidence: Evidence, value: str) -> str | None:
    """今日, 昨日 as a day: counted from the date in the lead, else from the issue."""
    match = _RELATIVE.match(value)
    article = evidence.page.article
    issue = date.fromisoformat(article.issue_date) if article.issue_date else None
    if match is None:
        return None
    lead = next((b.text.text for b in article.blocks if b.role == "lead"), "")
    mention = next((m for m in find_dates(lead) if m.month), None)
    context = DateContext(issue, lead, explicit_years(article.text), own=own_years(article.text))
    iso = resolve(mention, context).iso if mention else None
    base = date.fromisoformat(iso) if iso else issue
    if base is None:
        return None
    day = base + timedelta(days=_OFFSETS[match[0]])
    return f"{day.month}月{day.day}日"


def quote_spans(evidence: Evidence, fact: Fact) -> tuple[Span, ...]:
    """What is quoted: the sentence; of a long one the part between semicolons that holds the value."""
    text = evidence.text
    if len(text) <= 120:
        return evidence.sentence.text.spans()
    low = max(text.rfind("；", 0, fact.start), text.rfind(";", 0, fact.start)) + 1
    ends = [at for at in (text.find("；", fact.end), text.find(";", fact.end)) if at >= 0]
    return evidence.sentence.text.spans(low, min(ends, default=len(text)))


def around(text: str, spans: Sequence[Span]) -> str | None:
    """The clauses that hold ``spans``, from the first to the last; None where that is too long.

    Args:
        text: a healed sentence. spans: offsets into it.
    """
    held = [c for c in clause_spans(text) if any(c[0] < high and low < c[1] for low, high in spans)]
    if not held or held[-1][1] - held[0][0] > LONGEST:
        return None
    return text[held[0][0] : held[-1][1]].strip("，；。：、,;: ").removeprefix("其中")
