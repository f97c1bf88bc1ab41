"""Which of several things rose and which fell: 食品类上涨0.9%，居住类下降0.2%; table rows with a minus sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import coverage
from index.answering.evidence.fits import links_fit, period_fits
from index.answering.evidence.pool import Evidence
from index.answering.tables.columns import cell_said
from index.answering.tables.table_cases import generic
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.records import Table, TableRow
from index.understanding.query import Query, Term

_UP = r"上涨|增长|提高|上升|增加|涨|升"
_DOWN = r"下降|下跌|减少|回落|降低|下滑|跌|降"
_WHICH = load_pattern("answering.directions.which")
_ASKED = re.compile(rf"(?P<down>{_DOWN}|减产|少了|掉)|(?P<up>{_UP}|增产|多了)")
_ITEM = re.compile(
    rf"(?P<name>[\u4e00-\u9fff（）()]{{2,14}}?)(?:价格|产量|产值)?(?:\d[\d.]*[\u4e00-\u9fff]{{1,5}}[，,])?(?:同比|环比|比上年(?:同期)?|较上年)?"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了)?(?P<value>\d[\d.]*\s?(?:%|％|个百分点))"
)
_LEADS = load_pattern("answering.directions.leads")
_CHANGE_COLUMN = load_pattern("answering.directions.change_column")
_SIGNED = re.compile(r"[-－+＋]?\d[\d.]*%?")
_KINDS = ("list", "text", "compare", "lookup")
_OF_ROWS = ("place", "person", "organisation")  # 哪里的投资比去年少了: towns are rows
_ENOUGH = 0.6
_PAGES = 4


def which_way(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The things that moved the asked way, with their values; None where no sentence or table lists both ways."""
    asked = _ASKED.search(query.text)
    if asked is None or not _WHICH.search(query.text) or query.kind not in (*_KINDS, *_OF_ROWS):
        return None
    if re.search(r"最|多少|几(?![个类种项样])", query.text):
        return None
    falls = asked.lastgroup == "down"
    low, high = asked.span()
    others = (t for t in query.terms if not (low <= t.start < high or generic(t)))
    terms = tuple(t for t in others if not _ASKED.search(t.text) and not _WHICH.search(t.text))
    told = _from_sentences(query, terms, pool, falls) if query.kind in _KINDS else None
    return told or _from_tables(query, terms, pool, falls)


def _from_sentences(query: Query, terms: tuple[Term, ...], pool: Sequence[Evidence], falls: bool) -> Draft | None:
    best: tuple[float, Draft] | None = None
    for evidence in pool:
        if evidence.sentence.role != "paragraph" or not (links_fit(query, evidence) and period_fits(query, evidence)):
            continue
        moved = list(_moved(evidence.text))
        named = [one for one in moved if _name_of(one[0]) in query.text]
        moved = named if len(named) > 1 else moved
        held = [said for said, down in moved if down == falls]
        if len(moved) < 2 or len(held) == len(moved) or not held:
            continue
        regions = ((evidence.own, 1.0), (evidence.before, 0.9), (evidence.heading, 0.6))
        share, missing, _ = coverage(terms, regions)
        score = share + 0.02 * len(moved) - 0.002 * evidence.rank
        if share >= _ENOUGH and not any(t.critical for t in missing) and (best is None or score > best[0]):
            best = (score, Draft("answered", "list", "、".join(held), (evidence.proof,)))
    return best[1] if best else None


def _moved(text: str) -> Iterator[tuple[str, bool]]:
    """(item as it is said, whether it fell) for every item with its own change."""
    for match in _ITEM.finditer(text):
        start = match.start("name") + len((_LEADS.match(match["name"]) or [""])[0])
        if match.start("name") > 0 and "\u4e00" <= text[match.start("name") - 1] <= "\u9fff":
            continue
        yield text[start : match.end()], bool(match["down"])


def _name_of(said: str) -> str:
    """白酒 of 白酒产量9.4万千升，同比下降6.1%."""
    found = _ITEM.match(said)
    return re.sub(r"(?:价格|产量|产值)$", "", found["name"]) if found else said


def _from_tables(query: Query, terms: tuple[Term, ...], pool: Sequence[Evidence], falls: bool) -> Draft | None:
    for page in list({e.page.article.id: e.page for e in sorted(pool, key=lambda e: e.rank)}.values())[:_PAGES]:
        for relation in page.relations:
            table, names = relation.table, relation.names
            column = next((n for n, h in enumerate(table.header) if _CHANGE_COLUMN.search(h)), None)
            if column is None:
                continue
            around = compact("".join(table.header) + table.caption.text) + page.heading
            if coverage(tuple(t for t in terms if t.text not in ("表", "表里")), ((around, 1.0),))[0] < _ENOUGH:
                continue
            rows = [row for row in table.rows if _falls(row, column) == falls]
            if rows and len(rows) < len(table.rows):
                said = "、".join(_row_said(table, row, names, column) for row in rows)
                return Draft("answered", "list", said, tuple(Proof(page.article.id, (r.span,)) for r in rows))
    return None


def _falls(row: TableRow, column: int) -> bool | None:
    cell = fold(row.cells[column].text.text.strip()) if column < len(row.cells) else ""
    return cell.startswith("-") if _SIGNED.fullmatch(cell) else None


def _row_said(table: Table, row: TableRow, names: int, column: int) -> str:
    return f"{' '.join(row.cells[names].text.text.split())}（{cell_said(table, row, column)}）"
