"""Does an answer hold the sort of thing that was asked for: a number, an amount of money, somebody?"""

from __future__ import annotations

import re
from functools import lru_cache

from index.answering.evidence.draft import Draft
from index.answering.evidence.knowledge import Knowledge
from index.answering.refusing.guards import asks_how_come
from index.answering.refusing.names_asked import names_asked_one
from index.language.lexicon import load_pattern, load_table
from index.language.numerals import find_quantities, parse_number
from index.language.scripts import compact, fold
from index.understanding.query import Query

_HOW_MANY = load_pattern("answering.asked_sort.how_many")
_NAMES = load_pattern("answering.asked_sort.names")
_MONEY = load_pattern("answering.asked_sort.money")
_PRICE_OF_ONE = load_pattern("answering.asked_sort.price_of_one")
_LARGE = load_pattern("answering.asked_sort.large")
_PRICE_OF_A_DEAR_ONE = load_pattern("answering.asked_sort.dear_one")
_HUGE = load_pattern("answering.asked_sort.huge")
_MONEY_APART = load_pattern("answering.asked_sort.money_apart")
_IN_MONEY = load_pattern("answering.asked_sort.in_money")
_WITHOUT = load_pattern("answering.asked_sort.without")
_WHO = load_pattern("answering.asked_sort.who")
_COUNTED = load_pattern("answering.asked_sort.counted")
_SOMEBODY = load_pattern("answering.asked_sort.somebody")
_ENDS_ASKED = load_pattern("answering.asked_sort.ends_asked")
_ENDS = load_pattern("answering.asked_sort.ends")
_MEASURED = load_pattern("answering.asked_sort.measured")
_ASIDE = re.compile(r"[（(][^（()）]*[）)]")
_TIMES = ("年", "月", "日", "号", "时", "点", "分")
_NAMING = ("text", "list", "place", "person", "organisation")
_PHRASE = 6  # code points of an answer that is more than a name
_HEADER = re.compile(r"[^|\t\d]+(?:\s?[|\t]\s?[^|\t\d]+){2,}")  # 名称|地址|单价: the names of columns
_MARKS = tuple("：:；;，,、")
_WHICH_SO_MANY = load_pattern("answering.asked_sort.which_so_many")
_PIECES = load_pattern("answering.asked_sort.pieces")
_TORN = load_pattern("answering.asked_sort.torn")
_ONLY_SAYS = load_pattern("answering.asked_sort.only_says")
_EMPTY = frozenset("也是本轮次批期的了在为该此这其中有")
_MOVES = load_pattern("answering.asked_sort.moves")
_CHANGED = load_pattern("answering.asked_sort.changed")
_LEVEL_ASKED = load_pattern("answering.asked_sort.level_asked")
_CHANGE_ASKED = load_pattern("answering.asked_sort.change_asked")
_CHANGE = load_pattern("answering.asked_sort.change")
_RATE_ASKED = load_pattern("answering.asked_sort.rate_asked")
_POINTS = load_pattern("answering.asked_sort.points")
_APART = load_pattern("answering.asked_sort.apart")
_NAMING_ONE = ("rank", "person", "place", "organisation")
_FEW = 8  # code points in which an answer says that there is none: 不收费, 均为周一
_SENTENCE = 24  # code points from which an answer is a sentence


def is_of_asked_sort(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """False where 多少个项目 is answered without a number, 几个亿 without money, 哪些人 by a sentence about nobody."""
    if draft.status != "answered":
        return True
    if _is_a_scrap(draft):
        return False
    if _ENDS_ASKED.search(query.text) and not _ENDS.search(draft.answer):
        return False  # 分别从哪到哪: 6条线路 tells neither end
    names_one = draft.kind in _NAMING_ONE and "谁" not in query.text
    if _is_a_level(query, draft) or _is_a_change(query, draft) or (names_one and asks_how_come(query.text)):
        return False
    if not _has_words(query, draft) or (draft.kind == "text" and _HEADER.fullmatch(draft.answer)):
        return False
    if not names_asked_one(query, draft) or not _so_many(query, draft):
        return False
    return _has_number(query, draft) and _has_people(query, knowledge, draft) and _tells_more(query, draft)


def _so_many(query: Query, draft: Draft) -> bool:
    """十大实事是哪十件: words of fewer pieces than are asked for are no such list."""
    asked = _WHICH_SO_MANY.search(query.text) if query.kind == "list" and draft.kind == "text" else None
    if asked is None:
        return True
    count = parse_number(asked["n"])
    others = re.findall(rf"(\d{{1,2}}|[两二三四五六七八九十]{{1,2}}){asked['what']}", draft.answer)
    if any(parse_number(one) != count for one in others):
        return True  # 五件实事: another number puts the question right
    return len(_PIECES.findall(draft.answer)) + 1 >= count


def _is_a_scrap(draft: Draft) -> bool:
    """：①甲, the first of a list alone, or 某某说: words that answer nothing by themselves."""
    said = draft.answer
    if draft.kind == "list" and any(_TORN.search(one) for one in said.split("、") if one not in draft.people):
        return True  # 合作社已、兰州的
    return said[:1] in _MARKS or (said[:1] == "①" and "②" not in said) or bool(_ONLY_SAYS.fullmatch(said))


def _is_a_change(query: Query, draft: Draft) -> bool:
    """出口额是多少: 下降6.5% is by how much it fell, not how much it was."""
    if _RATE_ASKED.search(query.text) and _POINTS.fullmatch(draft.answer) and not _APART.search(query.text):
        return True  # 增速是多少: 低于全市平均水平0.6个百分点
    if _of_a_whole(query, draft):
        return True
    asks = query.kind in ("number", "count", "money", "text") and _LEVEL_ASKED.search(query.text)
    return bool(asks) and bool(_CHANGE.fullmatch(draft.answer)) and not _CHANGE_ASKED.search(query.text)


def _is_a_level(query: Query, draft: Draft) -> bool:
    """同比增加多少: 优良率74.7% is how much it is, not by how much it grew."""
    if query.kind != "percent" or _CHANGED.search(query.text) is None or len(draft.facts) != 1:
        return False
    fact = draft.facts[0][1]
    told = f"{fact.attribute}{draft.answer}"
    return draft.detail is None and fact.kind in ("percent", "points") and _MOVES.search(told) is None


def _of_a_whole(query: Query, draft: Draft) -> bool:
    """总投资是多少: 总投资增加37.2亿元 is by how much it grew."""
    fact = draft.facts[0][1] if len(draft.facts) == 1 and query.kind == "money" else None
    if fact is None or not _WHOLE.search(query.text) or _CHANGE_ASKED.search(query.text):
        return False
    return bool(_GREW.search(fact.attribute)) and not draft.detail


_WHOLE, _GREW = load_pattern("answering.asked_sort.whole"), load_pattern("answering.asked_sort.grew")


def _has_words(query: Query, draft: Draft) -> bool:
    """几分钟 is answered in minutes or hours, 哪条路 with a road."""
    if draft.kind in ("yesno", "compare") or _WITHOUT.search(draft.answer[:_FEW]):
        return True
    return all(told.search(draft.answer) for asked, told in _sorts() if asked.search(query.text))


@lru_cache(maxsize=1)
def _sorts() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(asked), re.compile(told)) for asked, told in load_table("asked_sorts"))


def _tells_more(query: Query, draft: Draft) -> bool:
    """False where 唯一的港资项目是哪个 is answered by 也是本轮唯一的港资项目: nothing but what was asked."""
    said = fold(draft.answer)
    if draft.kind not in _NAMING or "还是" in query.text or len(said) < _PHRASE or re.search(r"\d", said):
        return True
    return bool(set(compact(said)) - set(fold(query.question) + query.text) - _EMPTY)


def _has_number(query: Query, draft: Draft) -> bool:
    if _PRICE_OF_ONE.search(query.text) and _LARGE.search(draft.answer):
        return False  # 一个面花卖多少钱: 260万元 is what all of them brought
    if _PRICE_OF_A_DEAR_ONE.search(query.text) and _HUGE.search(draft.answer):
        return False
    if _MONEY_APART.search(query.text) and not (_IN_MONEY.search(draft.answer) or _WITHOUT.search(draft.answer)):
        return False  # 资金比…多多少: 多2个 is no money
    if not _HOW_MANY.search(query.text) or _NAMES.search(query.text):
        return True
    numbers = [q for q in find_quantities(fold(draft.answer)) if q.kind != "ordinal" and q.unit not in _TIMES]
    if _MONEY.search(query.text) and not _IN_MONEY.search(draft.answer):
        bare = all(not q.unit for q in numbers)  # a cell below a header with the unit
        return bool(_WITHOUT.search(draft.answer)) or bool(numbers and bare)
    return bool(numbers or _WITHOUT.search(draft.answer))


def _has_people(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    pieces = [one for one in draft.answer.split("、") if one]
    if draft.kind == "list" and _SOMEBODY.search(query.text) and all(_COUNTED.search(one) for one in pieces):
        return False  # 三个责任人都是谁: 编织袋12万条、冲锋舟16艘 are nobody
    name = _ASIDE.sub("", draft.answer).split("，")[0]
    if len(draft.answer) < _SENTENCE and query.kind == "person" and _MEASURED.search(name):
        return _names_someone(knowledge, draft)  # 女子12人200米 is nobody
    if not _WHO.search(query.text) or len(draft.answer) < _SENTENCE:
        return True
    for proof in draft.proofs:
        page = knowledge.page(proof.article)
        for sentence in page.within(proof.spans):
            facts = page.facts.get(page.says.sentences.index(sentence), ())
            if any(fact.kind in ("person", "organisation") for fact in facts):
                return True
    return False


def _names_someone(knowledge: Knowledge, draft: Draft) -> bool:
    """A name that the quoted articles tell of stands in the answer."""
    return any(
        fact.kind in ("person", "organisation") and fact.value in draft.answer
        for proof in draft.proofs
        for facts in knowledge.page(proof.article).facts.values()
        for fact in facts
    )
