"""Does what is quoted speak of what is asked: of tax, of fines, of a builder, of where somebody comes from?

A place stands in nearly every sentence and an amount in nearly every row; only words of the asked sort beside them
say that they are the asked ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.refusing.guards import asks_how_come
from index.answering.refusing.others import told_near, told_of_others
from index.answering.refusing.told_at import name_of_row
from index.language.lexicon import load_groups, load_pattern, load_table, load_words
from index.language.marks import start_of
from index.language.scripts import compact, fold
from index.records import Sentence, Span, Table, TableRow
from index.understanding.query import Query
from index.understanding.terms import rarity, synonyms

_ANY_WORDS = ("yesno", "summary", "compare", "definition")  # there the question may name what is not printed
_OFFICE = load_pattern("answering.told_of.office")
_HEADED_BODY = load_pattern("answering.told_of.headed_body")
_NO_BUREAU = load_pattern("answering.told_of.no_bureau")
_A_BODY = load_pattern("answering.told_of.a_body")
_ACCOUNT_WORD = load_pattern("answering.told_of.account_word")
_RATE = load_pattern("answering.told_of.rate")
_REFERENCE = load_pattern("answering.told_of.reference")
_COUNTED = load_pattern("answering.told_of.counted")
_FIGURE = re.compile(r"\d[\d.]*")
_STRONG = 0.5  # weight of a word that names something
_NO_NAME = load_pattern("answering.told_of.names_unprinted")
_UNKNOWN = 3  # letters of a name that is told from a new word
_COMPOUND = 2  # words that make one name of what is counted


_OF_ROWS = ("list", "count")


def told_of_asked(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where a sort of thing is asked for that no quoted sentence, and no cell with its column, speaks of."""
    if draft.status != "answered" or query.kind in _ANY_WORDS:
        return True
    if told_of_others(query, knowledge, draft) or _opens_with_unknown(query, knowledge, draft):
        return False
    if _names_the_unprinted(query, knowledge, draft):
        return False
    if _of_another_body(query, compact(draft.answer + (draft.detail or ""))):
        return False
    if not _names_office(query, knowledge, draft) or _of_another_account(query, knowledge, draft):
        return False
    if not _counts_asked(query, knowledge, draft) or not _deed_told(query, knowledge, draft):
        return False
    wanted = [told for asked, told in _sorts() if asked.search(query.text)]
    if not wanted:
        return True
    said = [fold(draft.answer), *_said(knowledge, draft)]
    return all(any(told.search(one) for one in said) for told in wanted)


def _opens_with_unknown(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """亚布力接待多少人: a name that no quoted article prints, in front of all that is asked."""
    first = min(query.terms, key=lambda term: term.start, default=None)
    if first is None or first.weight < 1.0:
        return False
    if any(link.start < first.start for link in query.links):
        return False
    if rarity(first.text) < 1.0 or _made_of_words(first.text) or _NO_NAME.search(first.text):
        return False
    if first.text not in query.question:
        return False  # it came from an earlier question
    pages = [page for page, _ in _quoted(knowledge, draft)]
    return bool(pages) and all(explained(first.text, page.whole + page.heading).score < _STRONG for page in pages)


_NO_NAME_IN = load_pattern("answering.told_of.no_name_in")
_VALUES = ("money", "count", "number", "percent", "area", "length", "date", "duration")


def _names_the_unprinted(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """闯红灯罚多少钱 of 不戴头盔处以20元罚款: a long word of the question that no quoted article tells of at all."""
    if query.kind not in _VALUES or draft.detail:
        return False
    pages = [page for page, _ in _quoted(knowledge, draft)]
    linked = [(link.start, link.end) for link in query.links]
    return bool(pages) and any(
        all(explained(term.text, page.heading + page.whole).score < _STRONG for page in pages)
        for term in query.terms
        if term.weight >= 1.0 and len(term.text) >= _UNKNOWN and term.text in query.question
        and not any(low <= term.start < high for low, high in linked) and not _NO_NAME.search(term.text)
        and not _NO_NAME_IN.search(term.text)
    )


def _made_of_words(name: str) -> bool:
    """外出打工: what it is made of may be printed by other words."""
    return any(rarity(name[at : at + 2]) < 1.0 for at in range(len(name) - 1)) or len(name) < _UNKNOWN


def _quoted(knowledge: Knowledge, draft: Draft) -> list[tuple[Page, tuple[Span, ...]]]:
    """The articles that the answer is proved by, each with what is quoted of it."""
    return [(knowledge.page(proof.article), proof.spans) for proof in draft.proofs]


def _names_office(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where 医院院长是谁 is answered by one whom the quoted words call no 院长."""
    asked = _OFFICE.search(query.text)
    if asked is None:
        return True
    pages = _quoted(knowledge, draft)
    said = [page.own[sentence.number] for page, spans in pages for sentence in page.within(spans)]
    return any(asked["office"] in one for one in (compact(draft.answer), *said))


def _of_another_body(query: Query, said: str) -> bool:
    """审计局谁当局长: 县财政局局长某某 is the head of another body."""
    bodies = _HEADED_BODY.findall(said) if query.kind == "person" else []
    asked = [t.text for t in query.terms if t.weight >= 1.0 and _A_BODY.search(t.text)]
    asked += [one for one in _HEADED_BODY.findall(query.text) if _NO_BUREAU.search(one)]  # 漳源站站长
    return any(
        body[-1] == one[-1] and explained(one, body).score < _STRONG and explained(body, one).score < _STRONG
        for one in asked for body in bodies[:1]
    ) and not any(one in said for one in asked)


def _of_another_account(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """固定资产投资多少: of 实现地区生产总值412.7亿元 the clause with the answer measures something else."""
    asked = _accounts(query.text) if not draft.detail else frozenset()
    if not asked:
        return False
    if asked and any((told := _accounts(cells)) and not told & asked for cells in _cells_told(knowledge, draft)):
        return True  # 某镇生产总值: the column of 规上工业总产值 is none
    clauses = [
        _measured(own, at)
        for proof in draft.proofs
        for page in (knowledge.page(proof.article),)
        for sentence in page.within(proof.spans)
        if sentence.role != "table"
        for own in (compact(sentence.text.text),)
        if (at := own.find(compact(draft.answer))) > 0
    ]
    named = [_accounts(_REFERENCE.sub("", clause)) for clause in clauses]  # 占财政收入的75.5%
    return bool(named) and all(one and not one & asked for one in named)


def _cells_told(knowledge: Knowledge, draft: Draft) -> Iterator[str]:
    """The names of rows and columns with the answer, of an answer that stands in cells alone."""
    for page, spans in _quoted(knowledge, draft):
        for sentence in page.within(spans):
            if cells := said_of_cells(page, sentence, draft.answer):
                yield cells


def _measured(own: str, at: int) -> str:
    """The clause in front of ``at``; of a rate the last one that names a measure: 其中出口33.5亿元，增长26.3%."""
    low = start_of(own, at, "，；。、：,;:")
    start = start_of(own, at, "；。;")
    clause = own[low:at]
    if "分别" in clause:
        return ""  # 城镇、农村居民人均可支配收入分别为: the words right in front are those of the last one
    if not _RATE.match(own, at) or _accounts(clause):
        return clause
    return next((one for one in reversed(re.split("[，、：,:]", own[start:low])) if _accounts(one)), clause)


def _accounts(text: str) -> frozenset[int]:
    """Which measures of a district's accounts a text names, by their lines."""
    found = _ACCOUNT_WORD.search(text)
    return frozenset(n for n, said in enumerate(_measures()) if said.search(text)) if found else frozenset()


@lru_cache(maxsize=1)
def _measures() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile("|".join(group)) for group in load_groups("accounts"))


def _counts_asked(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where 几个扶贫车间 is answered by a number in a sentence that speaks of no 车间."""
    asked = _COUNTED.search(query.text) if query.kind in ("count", "number") and not draft.detail else None
    if asked is None:
        return True
    end, run = asked.end(), []
    for term in sorted(query.terms, key=lambda term: term.start):
        if term.start == end and term.weight >= _STRONG:
            run.append(term.text)
            end = term.end
    if len(run) == _COMPOUND and _is_deed(run[-1]):
        run.pop()  # 多少家企业参加
    noun = "" if not run else run[-1] if len(run) <= _COMPOUND else run[0]  # 打工的拿到钱: the rest is what they do
    if len(noun) < 2:
        return True
    pages = _quoted(knowledge, draft)
    if any(sentence.role == "table" for page, spans in pages for sentence in page.within(spans)):
        return True  # what a column counts is not said in its row
    return any(told_near(noun, page, spans) for page, spans in pages)


def _is_deed(word: str) -> bool:
    """参加, 送饭: what those that are counted do, or what is done to them."""
    return word in load_words("acts") or word in load_words("event_verbs") or word[0] in load_words("doing_verbs")


def _deed_told(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where 龙溪镇为什么被通报 is answered by why the current is off there: nothing quoted tells of 通报."""
    if not asks_how_come(query.text):
        return True
    named = [(link.start, link.end) for link in query.links]
    deeds = [
        term.text
        for term in query.terms
        if term.weight >= 1.0 and len(term.text) > 1 and not term.critical
        and not any(low <= term.start < high for low, high in named)
        and not (query.projects and _says_stage(query, term.text))
    ]
    pages = _quoted(knowledge, draft)
    return not deeds or any(told_near(deed, page, spans) for deed in deeds for page, spans in pages)


def _says_stage(query: Query, word: str) -> bool:
    """动工 of a project that is said not to have begun: its cause stands in another sentence than its stage."""
    return any(word == stage or word in synonyms().get(stage, ()) for stage in query.stages)


@lru_cache(maxsize=1)
def _sorts() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(asked), re.compile(told)) for asked, told in load_table("asked_told"))


def _said(knowledge: Knowledge, draft: Draft) -> Iterator[str]:
    """What is told with the answer: of a cell its row's name and its column, else the whole sentence.

    Rows that are named or counted are told of as a whole: other cells than those of the answer selected them.
    """
    for proof in draft.proofs:
        page = knowledge.page(proof.article)
        for sentence in page.within(proof.spans):
            cells = "" if draft.kind in _OF_ROWS else said_of_cells(page, sentence, draft.answer)
            yield cells or page.own[sentence.number]


def said_of_cells(page: Page, sentence: Sentence, answer: str) -> str:
    """The names of row and columns with the cells that hold the answer; "" where no cell does."""
    if sentence.role != "table":
        return ""
    whole = {id(relation.table): relation.headers for relation in page.relations}
    for table in page.article.tables:
        headers = whole.get(id(table), ())
        for row in table.rows:
            if _overlap(row.span, (sentence.text.start, sentence.text.end)):
                held = _columns_of(table, row, compact(answer), headers)
                return "|".join((name_of_row(row), compact(table.caption.text), *held)) if held else ""
    return ""


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _columns_of(table: Table, row: TableRow, answer: str, headers: Sequence[str]) -> list[str]:
    """The columns with the cells that hold the answer; 增速 beside 农业总产值 by its ``headers``, with what grows."""
    figures = set(_FIGURE.findall(answer))
    found = []
    for at, (header, cell) in enumerate(zip(table.header, row.cells, strict=False)):
        held = compact(cell.text.text)
        if held and (answer in held or held in answer or (figures and figures & set(_FIGURE.findall(held)))):
            said = headers[at] if at < len(headers) and headers[at].endswith(compact(header)) else compact(header)
            found.append(said + held)
    return found
