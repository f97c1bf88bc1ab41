"""Told of a part, of another time or of the other of two: rows of 部分岗位, the last round for this one, 新院区."""

from __future__ import annotations

from collections.abc import Iterator

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import contrasted
from index.answering.evidence.knowledge import Knowledge
from index.answering.refusing.told_at import AMOUNTS, SAID, STRONG, VALUE, ToldAt, name_of_row
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.records import Table, TableRow
from index.understanding.query import Query

_PARTLY = load_pattern("answering.partly_told.partly")
_OF_THE_TABLE = load_pattern("answering.partly_told.of_the_table")
_ASKS_ALL = load_pattern("answering.partly_told.asks_all")


def of_some_rows(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """某中学一共招多少人: what the rows of 附：部分岗位 tell, each or together, is not all there is.

    The one row that the question names has its own total (粮库扩建一共投资多少), and so has 表里5个项目合计多少.
    """
    if query.kind not in (*AMOUNTS, "sum") or not (query.total or _ASKS_ALL.search(query.text)):
        return False
    if _OF_THE_TABLE.search(query.question):
        return False
    told = list(_rows(knowledge, draft))
    if not told or not all(one is not None and _PARTLY.search(one[0].caption.text) for one in told):
        return False
    names = [name_of_row(one[1]) for one in told if one is not None]
    words = [t.text for t in query.terms if t.weight >= STRONG and len(t.text) > 1]
    words += [compact(link.name) for link in query.links if link.kind == "project"]
    return len(names) > 1 or not any(explained(word, names[0]).score >= SAID for word in words)


def _rows(knowledge: Knowledge, draft: Draft) -> Iterator[tuple[Table, TableRow] | None]:
    """For each quoted sentence the table and the row that it is, or None."""
    for proof in draft.proofs:
        page = knowledge.page(proof.article)
        held = [(table, row) for table in page.article.tables for row in table.rows]
        for sentence in page.within(proof.spans):
            low, high = sentence.text.start, sentence.text.end
            yield next((one for one in held if one[1].span[0] < high and low < one[1].span[1]), None)


def tells_of_the_other(query: Query, draft: Draft) -> bool:
    """老院区车位多少个: of a whole sentence about 新院区 no word is about the other."""
    if query.kind not in AMOUNTS or len(draft.answer) <= VALUE:
        return False
    said = fold(draft.answer)
    return any(
        any(word.search(said) for word in others) and not asked.search(said) for asked, others in contrasted(query.text)
    )


_THIS_TIME = load_pattern("answering.partly_told.this_time")
_LAST_TIME = load_pattern("answering.partly_told.last_time")


def _of_the_last_time(query: Query, told: ToldAt) -> bool:
    """这次在哪天: of 上一场7月在乡里举行 the one before."""
    return bool(_THIS_TIME.search(query.text)) and bool(_LAST_TIME.search(told.up_to))


_ASKS_LAST_YEAR = load_pattern("answering.partly_told.asks_last_year")
_ASIDE = load_pattern("answering.partly_told.aside")
_PART = load_pattern("answering.partly_told.part")
_LAST_YEAR = load_pattern("answering.partly_told.last_year")


def _is_a_part_of_this_years(query: Query, told: ToldAt) -> bool:
    """去年小学招几名: of 招聘168名，去年为136名。其中小学72名 the parts are this year's, which 去年为 stands beside."""
    if query.kind not in AMOUNTS or not _ASKS_LAST_YEAR.search(query.text) or not _PART.match(told.up_to):
        return False
    return _LAST_YEAR.search(told.text) is None and _ASIDE.search(told.before) is not None and not _LAST_YEAR.search(
        _ASIDE.sub("", told.before)
    )


PARTLY = (_of_the_last_time, _is_a_part_of_this_years)
