"""Projects by a word of their names or of what they hold: 哪个项目采用PPP模式, 开工项目里有学校吗, 几个PPP项目.

A word of one name tells of that project alone, and not of the whole list that its sentence prints.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.answering.evidence.draft import Draft, row_proofs
from index.answering.evidence.knowledge import Knowledge
from index.answering.programmes.projects import batch_name
from index.answering.programmes.selecting import holds_for_row, row_fits_slots, rows_of_one_article
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.records import Found, ProjectRow
from index.records.answers import Kind
from index.understanding.query import Query

_WHICH = load_pattern("answering.by_word.which")  # 哪个项目采用PPP模式
_WHETHER = load_pattern("answering.by_word.whether")  # 某项目是PPP项目吗
_HAS = load_pattern("answering.by_word.has")  # 投产项目里有学校吗
_HOW_MANY = load_pattern("answering.by_word.how_many")
_WITHIN = load_pattern("answering.by_word.within")  # 冷链车间属于哪个项目
_OF_ROUND = load_pattern("answering.by_word.of_round")  # …是哪批的项目
_NO_WORD = load_pattern("answering.by_word.no_word")
_IS_ONE = load_pattern("answering.by_word.is_one")
_IS_WHICH = load_pattern("answering.by_word.is_which")
_BEHIND = load_pattern("answering.by_word.behind")
_MOST = 12
_TWO = 2


def answer_by_word(query: Query, knowledge: Knowledge) -> Draft | None:
    """The project, or the projects, with the asked word; None where no name and no content has it."""
    if not knowledge.projects:
        return None
    return (
        _of_another(query, knowledge)
        or _called(query, knowledge)
        or _whether(query, knowledge)
        or _has(query, knowledge)
        or _which(query, knowledge)
        or _how_many(query, knowledge)
        or _within(query, knowledge)
    )


def _named(what: str, rows: Sequence[Found[ProjectRow]]) -> list[Found[ProjectRow]]:
    """The rows whose names spell the word."""
    word = compact(what)
    return rows_of_one_article([row for row in rows if len(word) > 1 and word in compact(row.value.name)])


def _asked_rows(query: Query, knowledge: Knowledge) -> list[Found[ProjectRow]]:
    """The rows of the asked stage, district and round; of the latest where there are several and none is asked."""
    rows = [row for row in knowledge.projects if row_fits_slots(query, row.value)]
    counted = [period for row in rows if isinstance(period := row.value.period, int)]
    return [row for row in rows if query.periods or not counted or row.value.period == max(counted)]


def _which(query: Query, knowledge: Knowledge) -> Draft | None:
    asked = _WHICH.search(query.text)
    if asked is None or query.kind == "yesno" or _NO_WORD.search(asked["what"]):
        return None
    found = _named(asked["what"], _asked_rows(query, knowledge))
    return _listed(found) if found else None


def _how_many(query: Query, knowledge: Knowledge) -> Draft | None:
    """1个 for 有几个PPP项目, where the word has been taken for the name of the one that ends so."""
    asked = _HOW_MANY.search(query.text)
    short = any(len(link.typed) + 1 < len(link.name) for link in query.links)
    if asked is None or query.kind != "count" or not (short if asked["within"] is None else query.stages):
        return None
    what = asked["what"] or asked["what2"] or asked["within"]
    found = _named(what, _asked_rows(query, knowledge))
    names = list(dict.fromkeys(row.value.name for row in found))
    if not names:
        return None
    detail = f"按公报列出的项目统计：{'、'.join(names[:_MOST])}。"
    return Draft("answered", "count", f"{len(names)}个", row_proofs(found[:_MOST]), detail=detail, held=True)


def _whether(query: Query, knowledge: Knowledge) -> Draft | None:
    """是 with the name that spells the word."""
    asked = _WHETHER.search(query.text) if query.kind == "yesno" and len(query.projects) == 1 else None
    rows = knowledge.rows.get(query.projects[0], ()) if asked is not None else ()
    if asked is None or not rows or compact(asked["what"]) not in compact(rows[0].value.name):
        return None
    said = f"是，{rows[0].value.name}"
    return Draft("answered", "yesno", said, row_proofs(rows[:1]), projects=query.projects, held=True)


def _of_another(query: Query, knowledge: Knowledge) -> Draft | None:
    """甲中心是外资项目吗, where that means another project: no, with the other's name."""
    links = sorted((link for link in query.links if link.kind == "project"), key=lambda link: link.start)
    if query.kind != "yesno" or len(links) != len(query.links) or len({link.key for link in links}) != _TWO:
        return None
    first, other = links[0], links[-1]
    between, behind = query.text[first.end : other.start], query.text[other.end :]
    rows = knowledge.rows.get(other.key, ())
    if not rows or query.text[: first.start] or not (_IS_ONE.search(between) and _BEHIND.search(behind)):
        return None
    said = f"不是，公报写的“{other.typed}”是{rows[0].value.name}"
    return Draft("answered", "yesno", said, row_proofs(rows[:1]), projects=(first.key,), held=True)


def _called(query: Query, knowledge: Knowledge) -> Draft | None:
    """瑞丰模具项目（外资） for 外资项目是哪个, which means that one alone."""
    link = query.links[0] if len(query.links) == 1 and query.links[0].kind == "project" else None
    if link is None or link.start or link.others or not _IS_WHICH.search(query.text[link.end :]):
        return None
    rows = knowledge.rows.get(link.key, ())
    if not rows or compact(link.typed) == compact(rows[0].value.name):
        return None
    return Draft("answered", "text", rows[0].value.name, row_proofs(rows[:1]), projects=(link.key,), held=True)


def _has(query: Query, knowledge: Knowledge) -> Draft | None:
    """有 with the names; 没有 where just another part of the same round has one."""
    asked = _HAS.search(query.text) if query.kind == "yesno" and query.stages else None
    if asked is None or query.figures:
        return None
    terms = [term for term in query.terms if asked.start("what") <= term.start and term.end <= asked.end("what")]
    rest = [term for term in query.terms if term not in terms and term.weight >= 1.0 and term.text not in query.stages]
    if not terms or rest:
        return None
    rows = _asked_rows(query, knowledge)
    found = rows_of_one_article([row for row in rows if all(holds_for_row(term, row.value) for term in terms)])
    if found:
        names = list(dict.fromkeys(row.value.name for row in found))[:_MOST]
        return Draft("answered", "yesno", f"有，{'、'.join(names)}", row_proofs(found[:_MOST]), held=True)
    round_of = {(row.article, row.value.period) for row in rows}
    others = [
        row for row in knowledge.projects
        if (row.article, row.value.period) in round_of and all(holds_for_row(term, row.value) for term in terms)
    ]  # fmt: skip
    if len(others) != 1:
        return None
    said = f"没有，公报将{others[0].value.name}列入{batch_name(others[0], knowledge)}"
    return Draft("answered", "yesno", said, row_proofs(others[:_MOST]), held=True)


def _within(query: Query, knowledge: Knowledge) -> Draft | None:
    """The one project whose content holds the asked thing, or the part of a round that it is of."""
    if query.projects or query.kind in ("yesno", "count", "money", "percent"):
        return None
    whose, of_round = _WITHIN.search(query.text), _OF_ROUND.search(query.text)
    asked = whose or of_round
    if asked is None or len(compact(asked["what"])) < len("某车间"):
        return None
    what = compact(asked["what"])
    found = [row for row in _asked_rows(query, knowledge) if what in compact(row.value.content or "")]
    names = {row.value.name for row in found}
    if len(names) != 1:
        return None
    if whose is not None:
        return _listed(found[:1])
    group = batch_name(found[0], knowledge)
    return Draft("answered", "stage", group, row_proofs(found[:1]), detail=f"属于{found[0].value.name}", held=True)


def _listed(found: Sequence[Found[ProjectRow]]) -> Draft:
    names = list(dict.fromkeys(row.value.name for row in found))[:_MOST]
    kind: Kind = "list" if len(names) > 1 else "text"
    return Draft("answered", kind, "、".join(names), row_proofs(found[:_MOST]), held=True)
