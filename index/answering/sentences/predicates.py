"""What a yes/no question asks to be so: its predicate, and the question as a statement."""

from __future__ import annotations

from index.language.lexicon import load_pattern, load_words
from index.language.scripts import compact, fold
from index.understanding.query import Query, Term

_SEEN = 0.5  # weight of a word that tells something
_TAG = load_pattern("answering.predicates.tag")
_PART = load_pattern("answering.predicates.part")
_OPEN = load_pattern("answering.predicates.open")
_MODAL, _ENDS = load_pattern("answering.predicates.modal"), load_pattern("answering.predicates.ends")
_VERB_ALONE = load_pattern("answering.predicates.verb_alone")


def predicate(query: Query) -> Term | None:
    """What is asked to be so: the last content word of the question, or the verb that it ends with (没领的补吗)."""
    last = query.terms[-1] if query.terms else None
    if last is not None and _MODAL.search(query.text[: last.start]) and _ENDS.fullmatch(query.text[last.end :]):
        return last  # 头一次违规要罚吗
    if last is not None and _VERB_ALONE.fullmatch(query.text[last.start - 1 : last.end + 1] if last.start else ""):
        return last
    return next(
        (t for t in reversed(query.terms) if (t.weight >= _SEEN or t.text in load_words("acts")) and not t.critical),
        None,
    )


def leaves_out_asked(query: Query, text: str) -> bool:
    """会议指出: a sentence that names nobody of the persons in the question tells nothing of what they did."""
    names = [link.name for link in query.links if link.kind == "person" and link.end > link.start]
    return bool(names) and not any(name in text for name in names)


def as_a_statement(text: str) -> str:
    """What is asked to be so: 能不能提 and 提吗 deny nothing."""
    return _OPEN.sub(r"\g<one>", _TAG.sub("", text))


def falls_short(query: Query, said: str) -> bool:
    """任务完成了吗: 为目标任务的82.8% is less than all of it."""
    share = _OF_THE_GOAL.search(fold(said)) if _ASKS_GOAL_MET.search(query.text) else None
    return share is not None and float(share["n"]) < _ALL_OF_IT


_ASKS_GOAL_MET = load_pattern("answering.predicates.asks_goal_met")
_OF_THE_GOAL = load_pattern("answering.predicates.of_the_goal")
_ALL_OF_IT = 100.0  # per cent


def of_another_part(terms: tuple[Term, ...], told: str) -> bool:
    """一期已经投用 says nothing of 二期."""
    said = [(match["of"], match[0]) for match in _PART.finditer(told)]
    for asked in (match for term in terms if (match := _PART.fullmatch(compact(term.text))) is not None):
        same = [whole for of, whole in said if of == asked["of"]]
        if same and asked[0] not in same:
            return True
    return False
