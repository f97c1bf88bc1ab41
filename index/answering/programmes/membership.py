"""Whether a project is of a round or a part of it, which one it is of, its place there, and who has that place.

某小学是第六期的项目吗 is a no where the bulletin lists it in 第七期, and no refusal for what 第六期 lacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof, row_proof, row_proofs
from index.answering.evidence.knowledge import Knowledge
from index.answering.programmes.projects import batch_name, project_link
from index.answering.programmes.rounds import named_part, parts_meant, proofs_of
from index.language.lexicon import load_pattern
from index.language.numerals import parse_number
from index.language.scripts import compact
from index.records import Found, ProjectRow
from index.understanding.query import Link, Query
from index.understanding.slots import LAST
from index.understanding.terms import WEAK

_WHICH = load_pattern("answering.membership.which")  # 哪一期, 第几批
_OF_PART = load_pattern("answering.membership.of_part")  # 是开工一批的吗: of the part, not whether it has begun
_FREE = load_pattern("answering.membership.free")
_NTH_ASKED = load_pattern("answering.membership.nth_asked")
_NAMES = load_pattern("answering.membership.asks_name")
_ROUND = load_pattern("answering.membership.round")
_EITHER = load_pattern("answering.membership.either")
_TWO = 2
_KIND = "类别"  # how rows name the column
_KIND_ENDS = ("业", "类", "事业", "设施", "民生", "更新", "产业")
_WHICH_KIND = load_pattern("answering.membership.which_kind")
_IS_KIND = load_pattern("answering.membership.is_kind")
_FROM_END = load_pattern("answering.membership.from_end")
_SAME = load_pattern("answering.membership.same")
_LAST = load_pattern("answering.membership.last")
_OTHER = load_pattern("answering.membership.other")  # 第三个项目投资多少: of the project, not which it is


def of_round(query: Query, knowledge: Knowledge) -> Draft | None:
    """The round of a project, yes or no for the asked one, its place in the list, or the name at a place."""
    link = project_link(query)
    if link is None:
        return _at_place(query, knowledge)
    rows = [row for row in knowledge.rows.get(link.key, ()) if row.value.stage or row.value.period]
    if len(query.projects) > 1 and _SAME.search(query.text):
        return _same_part(query, knowledge)
    if len(query.projects) > 1 or link.others:
        return None
    if (of_kind := _of_kind(query, knowledge.rows.get(link.key, ()))) is not None:
        return replace(of_kind, projects=(link.key,), held=True)
    if not rows or not _names_nothing_else(query, rows[0].value, link):
        return None
    if _NTH_ASKED.search(query.text):
        return _place_of(rows[0], knowledge)
    whether = query.kind == "yesno" and not _EITHER.search(query.text)
    draft = _whether(query, rows, knowledge) if whether else _which(query, rows, knowledge)
    return replace(draft, projects=(link.key,), held=True) if draft is not None else None


def _names_nothing_else(query: Query, row: ProjectRow, link: Link) -> bool:
    """Beside the project only rounds and stages are named."""
    own = compact(row.name + link.typed + (row.programme or ""))
    words = [compact(term.text) for term in query.terms if term.weight > WEAK]
    return all(word in own or word in query.stages or not _FREE.sub("", word) for word in words)


def _of_kind(query: Query, rows: Sequence[Found[ProjectRow]]) -> Draft | None:
    """制造业 for 属于哪类项目, and yes or no for 是制造业项目吗, by what a table has in the column 类别."""
    told = next(((row, dict(row.value.details)[_KIND]) for row in rows if _KIND in dict(row.value.details)), None)
    if told is None:
        return None
    row, kind = told
    if _WHICH_KIND.search(query.text):
        return _drafted("text", kind, row)
    asked = _IS_KIND.search(query.text) if query.kind == "yesno" else None
    if asked is None or not query.terms:
        return None
    what = compact(asked["what"])
    if what in compact(kind) or compact(kind) in what:
        return _drafted("yesno", f"是，{_KIND}为{kind}", row)
    return _drafted("yesno", f"不是，公报写的{_KIND}是{kind}", row) if what.endswith(_KIND_ENDS) else None


def _whether(query: Query, rows: list[Found[ProjectRow]], knowledge: Knowledge) -> Draft | None:
    """Yes or no for 第六期 and for 开工一批; whether something has been signed or begun is asked elsewhere."""
    asks_part = bool(query.stages) and bool(_OF_PART.search(query.text))
    counted = [row for row in rows if isinstance(row.value.period, int)]
    periods = tuple(period for period in query.periods if isinstance(period, int))
    if len(query.stages) > 1 or len(query.periods) > 1 or (query.stages and not asks_part):
        return None
    if not asks_part and not (periods and counted):
        return None
    held = counted if periods else rows[:1]
    for row in held:
        right = not periods or row.value.period in periods
        if right and (not query.stages or row.value.stage in query.stages):
            return _drafted("yesno", f"是，列入{batch_name(row, knowledge)}", row)
    return _drafted("yesno", f"不是，公报将它列入{batch_name(held[0], knowledge)}", held[0])


def _same_part(query: Query, knowledge: Knowledge) -> Draft | None:
    """是，都列入第七期“投产一批” for 甲和乙是同一批吗, or the parts that they are of."""
    found = [next(iter(knowledge.rows.get(key, ())), None) for key in dict.fromkeys(query.projects)]
    rows = [row for row in found if row is not None and row.value.stage]
    if len(rows) != len(found) or len(rows) != _TWO:
        return None
    names = [batch_name(row, knowledge) for row in rows]
    said = "，".join(f"{row.value.name}列入{name}" for row, name in zip(rows, names, strict=True))
    answer = f"是，都列入{names[0]}" if names[0] == names[1] else f"不是，{said}"
    return Draft("answered", "yesno", answer, row_proofs(rows), held=True)


def _which(query: Query, rows: list[Found[ProjectRow]], knowledge: Knowledge) -> Draft | None:
    """第七期“开工一批” for 哪一期, 第几期, 哪一期哪一批."""
    asked = _WHICH.search(query.text)
    either = _EITHER.search(query.text) if len(query.periods) > 1 else None
    if either is not None and rows[0].value.period in query.periods and not query.stages:
        return _drafted("stage", batch_name(rows[0], knowledge), rows[0])
    if asked is None or query.periods or query.stages or not _is_numbered(rows[0].value):
        return None
    names = list(dict.fromkeys(batch_name(row, knowledge) for row in rows))
    detail = f"该项目先后见于：{'、'.join(reversed(names))}。" if len(names) > 1 else None
    return replace(_drafted("stage", names[0], rows[0]), detail=detail)


def _is_numbered(row: ProjectRow) -> bool:
    """第七期, and 第三批 where it is told which part of it."""
    period = row.period
    return isinstance(period, int) or bool(period and row.stage and _ROUND.fullmatch(period))


def _drafted(kind: str, said: str, row: Found[ProjectRow]) -> Draft:
    return Draft("answered", kind, said, (row_proof(row),), period=row.value.period, stage=row.value.stage)  # type: ignore[arg-type]


def _place_of(row: Found[ProjectRow], knowledge: Knowledge) -> Draft | None:
    """第七期“投产一批”第7个: the place in the printed list of its part."""
    for one in knowledge.batches_by_period.get(row.value.period, ()):
        names = one.value.names
        if one.article == row.article and one.value.stage == row.value.stage and row.value.name in names:
            said = f"{named_part(one, knowledge)}第{names.index(row.value.name) + 1}个"
            return replace(_drafted("rank", said, row), detail=f"按公报列出的次序，共{len(names)}个", held=True)
    return None


def _at_place(query: Query, knowledge: Knowledge) -> Draft | None:
    """The third of the names of 投产一批, the last of them where all are printed."""
    ordinal = query.ordinal or (LAST if _LAST.search(query.text) else None)
    if (backwards := _FROM_END.search(query.text)) is not None:
        ordinal = -int(parse_number(backwards["n"]))
    if ordinal is None or not _NAMES.search(query.text) or _OTHER.search(query.text):
        return None
    if query.kind not in ("text", "list", "lookup", "compare", "stage", "number"):
        return None
    meant = parts_meant(query, knowledge)
    part = meant.parts[0] if meant is not None and len(meant.parts) == 1 else None
    if meant is None or part is None:
        return None
    if not part.value.names:
        answer = texts.NO_LIST.format(subject=named_part(part, knowledge))
        return Draft("not_found", "list", answer, proofs_of((part,)), reason="attribute", held=True)
    batch, names = part.value, part.value.names
    proof = Proof(part.article, batch.names_evidence or batch.evidence)
    whole = batch.count is None or len(names) == batch.count
    if -len(names) <= ordinal <= len(names):
        if ordinal < 0 and not whole:
            return None
        said = names[ordinal] if ordinal < 0 else names[ordinal - 1]
        return Draft(
            "answered", "text", said, (proof,), detail=meant.assumed, period=batch.period, stage=batch.stage, held=True
        )
    if not whole:
        return None
    place = f"{'第' if ordinal > 0 else '倒数第'}{abs(ordinal)}个"
    said = f"{named_part(part, knowledge)}只有{len(names)}个项目，没有{place}。"
    return Draft("corrected", "text", said, (proof,), period=batch.period, stage=batch.stage, held=True)
