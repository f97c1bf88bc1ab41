"""What the masthead of a paper prints: its day, and who was in charge of the page."""

from __future__ import annotations

import re

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.knowledge import Knowledge
from index.language.lexicon import load_pattern
from index.records import Article
from index.understanding.query import Query

_ASKS_DAY = load_pattern("answering.masthead.asks_day")
_ASKS_ROLE = load_pattern("answering.masthead.asks_role")
_NAME = load_pattern("answering.masthead.name")
_HEAD = 400  # code points of a file in which its masthead stands


def of_masthead(query: Query, knowledge: Knowledge) -> Draft | None:
    """2024年4月18日 for 这是哪天的报纸, 周某 for 责编是谁; None where neither is asked or the paper prints none."""
    day, role = _ASKS_DAY.search(query.text), _ASKS_ROLE.search(query.text)
    if (day is None and role is None) or query.links:
        return None
    issue = knowledge.newest_issue
    if not issue:
        return None
    return _role(role["role"] or role["role2"], issue[0]) if role is not None else _day(issue[0])


def _day(article: Article) -> Draft | None:
    if article.issue_date is None:
        return None
    said = texts.day(article.issue_date)
    lines = (match.span() for match in re.finditer(r"[^\n]+", article.text[:_HEAD]))
    year, month, number = (str(int(part)) for part in article.issue_date.split("-"))
    printed = re.compile(rf"{year}\D{{1,3}}0?{month}\D{{1,3}}0?{number}(?!\d)")
    span = next((span for span in lines if printed.search(article.text, *span)), None)
    return Draft("answered", "date", said, (Proof(article.id, (span,)),), held=True) if span is not None else None


def _role(role: str, article: Article) -> Draft | None:
    """The name behind the role in the masthead: 责编 周某 版式 何某."""
    printed = re.compile(_NAME.pattern.replace("ROLE", f"(?:{'|'.join(_same(role))})"))
    match = printed.search(article.text[:_HEAD])
    if match is None:
        return None
    name = "".join(match["name"].split())
    low = article.text.rfind("\n", 0, match.start()) + 1
    high = article.text.find("\n", match.end())
    span = (low, high if high >= 0 else len(article.text))
    return Draft("answered", "person", name, (Proof(article.id, (span,)),), people=(name,), held=True)


def _same(role: str) -> tuple[str, ...]:
    """责编 and 责任编辑 are one."""
    return ("责任编辑", "责编") if role.startswith("责") else (role,)
