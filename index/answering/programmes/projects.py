"""Questions about one project: its batch, amounts, owner, place, dates, content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof, row_proof, row_proofs
from index.answering.evidence.explain import coverage
from index.answering.evidence.knowledge import Knowledge
from index.answering.programmes.batch_choice import group_name, which_district
from index.answering.programmes.printed import row_as_printed
from index.extraction.programmes.own_groups import SORTS
from index.language.lexicon import load_pattern, load_table
from index.language.scripts import compact
from index.records import Found, Investment, ProjectRow
from index.records.answers import Kind
from index.understanding.kinds import attribute_kind
from index.understanding.query import Link, Query
from index.understanding.terms import WEAK

_STAGE_WORDS = {
    "签约": ("签约",),
    "开工": ("开工", "动工"),
    "投产": ("投产", "投用", "竣工", "投入使用", "运营"),
}
_PROGRESS = load_pattern("answering.projects.progress")
_WHY_NOT = load_pattern("answering.projects.why_not")
_STARTS = r"(?:开工(?:建设)?|动工|开建|启动建设)"
_ENDS = r"(?:建成|完工|竣工|投产|投用|交付|通车|启用|开业|投入(?:使用|运营|生产)|点火|试生产|试产)"
_MILESTONES = (
    (re.compile(r"开工了?|动工了?|开建了?"), _STARTS),
    (re.compile(rf"(?:建|修|盖|完|干|弄)(?:完|成|好|起来)(?:工)?了|用上了|{_ENDS}"), _ENDS),
)
_PLANNED = r"(?:预计|计划|力争|确保|有望|将|拟)[^，,。；;]{{0,20}}?{done}[^，,。；;]{{0,6}}"
_DONE_ALREADY = r"已[^，,。；;]{{0,8}}{done}"
_PHASE = load_pattern("answering.projects.phase")
_USED_FOR = load_pattern("answering.projects.used_for")
_PAYER = load_pattern("answering.projects.payer")
_NO_SPENDING = load_pattern("answering.projects.no_spending")
_OTHER_MONEY = load_pattern("answering.projects.other_money")  # none of it is invested
_REACH = 12  # code points behind a project's name in which its stage is told
_COMPLETE = ("投产", "竣工", "达产", "达效")
_STEADY = ("investment", "owner", "area", "length", "capacity")
YEAR_ASKED = load_pattern("answering.projects.year_asked")
_DONE_KIND = load_pattern("answering.projects.done_kind")
_DONE_SO_FAR = load_pattern("answering.projects.done_so_far")
_INVESTMENT_ASKED = (
    (YEAR_ASKED, re.compile(r"年度|当年|今年|年计划")),
    (re.compile(r"已经?(?:投|完成|花)|累计|完成了?(?:投资)?多少|投了"), _DONE_KIND),
    (re.compile(r"引资"), re.compile(r"引资")),
    (re.compile(r"到位|实际到|到了"), re.compile(r"到位")),
)


def project_link(query: Query) -> Link | None:
    """The project that the question is about, or None; of several the longest name."""
    return next((link for link in query.links if link.kind == "project"), None)


def answer_project(query: Query, knowledge: Knowledge) -> Draft | None:
    """The answer from a project's rows, or None where its rows don't hold the asked field."""
    link = project_link(query)
    if link is None:
        return None
    meant = _meant(link, query, knowledge)
    if isinstance(meant, Draft):
        return meant
    link = meant
    rows = [
        row
        for row in knowledge.rows.get(link.key, ())
        if query.period is None or row.value.period == query.period
    ]
    if not rows:
        return None
    if not _accounts(query, rows[0], knowledge):
        return None
    if any(term.critical and term.text.removesuffix("段").endswith("标") for term in query.terms):
        return None  # 二标: a part of the project, whose rows tell of the whole
    if query.kind == "yesno" and (planned := _only_planned(query, rows[0], link, knowledge)):
        return planned
    if query.kind == "date" and (dated := _stage_date(query, rows[0], link, knowledge)):
        return dated
    if "还是" in query.text and len(query.stages) > 1:
        return _stage(replace(query, kind="stage"), rows, link, knowledge)
    asks_stage = _asks_stage(query) or (rows[0].value.stage or "\0") in query.text
    asks_stage = asks_stage or bool(_own_group(query, rows[0].value, knowledge))
    if _WHICH_SORT.search(query.text) and not (rows[0].value.stage or "").endswith(SORTS):
        return None  # 属于哪类项目: that it is one of those begun is no sort
    which = query.kind == "place" and _WHICH_GROUP.search(query.text)
    if query.kind == "stage" or which or (query.kind in ("yesno", "text", "lookup", "compare") and asks_stage):
        return _stage(query, rows, link, knowledge)
    asking = _asking(query)
    spent = "" if _OTHER_MONEY.search(asking) and "投资" not in asking else _NO_SPENDING.sub("", asking)
    for field, words, kinds in _fields():
        text = spent if field == "investment" else asking
        if field == "investment" and _PAYER.search(asking):
            continue
        if field == "content" and _USED_FOR.search(asking):
            continue  # 处理完的水拿去干什么: not what is built
        if query.kind in kinds and any(word in text for word in words):
            draft = _field(field, query, rows, link)
            if draft is not None:
                return draft
    return None


def _meant(link: Link, query: Query, knowledge: Knowledge) -> Link | Draft:
    """The project of the district that is asked or preferred; where several have one of this name, which?"""
    core = link.key.partition("/")[2]
    keys: dict[str | None, str] = {
        rows[0].value.district: key for key in (link.key, *link.others)
        if key.partition("/")[2] == core and (rows := knowledge.rows.get(key)) and rows[0].value.district
    }  # fmt: skip
    if len(keys) < 2:
        return link
    key = keys.get(query.district) or keys.get(query.preferred)
    return replace(link, key=key) if key else which_district(query, [name for name in keys if name])


@lru_cache(maxsize=1)
def _fields() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    return tuple(
        (row[0], tuple(row[1].split()), tuple(row[2].split("|"))) for row in load_table("project_fields")
    )


@lru_cache(maxsize=2)
def _asked_words(whether: bool) -> str:
    """Words by which a field of a project is asked for, ``whether`` it is built or open among them."""
    return compact(
        "".join(word for _, words, _ in _fields() for word in words)
        + "归属阶段节点环节工序批类库清单台账档进度状态项目列入属于总投资"
        + "时候时间形象能企业公司单位厂家"
        + ("建完修完盖完完工竣工投产投用交付通车启用开业" if whether else "")
    )


def _accounts(query: Query, found: Found[ProjectRow], knowledge: Knowledge) -> bool:
    """The words beside the name ask for a field and do not speak of something else."""
    row = found.value
    known = compact(
        "".join(
            filter(
                None,
                (
                    row.name,
                    row.stage,
                    row.content,
                    row.owner,
                    row.place,
                    row.programme,
                    row.capacity,
                    row.status,
                    *(i.kind for i in row.investments),
                    *(part for pair in row.details for part in pair),
                ),
            )
        )
    )
    asked = _asked_words(query.kind == "yesno") + compact("".join(_groups(row, knowledge)))
    phase = _PHASE.search(query.text)
    if phase is not None and query.period is None and phase[0] not in compact(row.name):
        return False  # 某某一期投了多少: the whole project's row does not tell
    share, missing, _ = coverage(
        query.terms, ((known, 1.0), (asked, 1.0), (knowledge.page(found.article).heading, 0.7))
    )
    light = all(term.weight <= WEAK for term in query.terms)  # 今年要投多少: nothing but the name tells
    return (share >= 0.6 or light) and not any(term.critical for term in missing)


def _only_planned(query: Query, found: Found[ProjectRow], link: Link, knowledge: Knowledge) -> Draft | None:
    """建完了吗, 开工了没 of a project of which only the plan is printed: no, with the printed plan."""
    row = found.value
    asked = next((done for asks, done in _MILESTONES if asks.search(query.text)), None)
    if asked is None or row.stage in _COMPLETE or (asked is _STARTS and row.stage == "开工"):
        return None
    text = knowledge.page(found.article).article.text
    said = compact("".join(text[low:high] for low, high in row.evidence))
    for name in map(compact, (row.name, *row.aliases)):
        for at in _places(name, said):
            own = re.split("[。；;]", said[at:], maxsplit=1)[0]
            plan = re.search(_PLANNED.format(done=asked), own)
            if plan and not re.search(_DONE_ALREADY.format(done=asked), own[: plan.start()]):
                answer = texts.NOT_YET.format(plan=plan[0])
                return Draft("answered", "yesno", answer, (row_proof(found),), projects=(link.key,), stage=row.stage)
    return None


def _stage_date(query: Query, found: Found[ProjectRow], link: Link, knowledge: Knowledge) -> Draft | None:
    """啥时候投产的: the date in front of the name, in the sentence that reports just that stage of the project."""
    row = found.value
    words = _STAGE_WORDS.get(row.stage or "", ())
    asked = [word for word in words if word in query.text]
    if not asked or row.end or row.start:
        return None
    page = knowledge.page(found.article)
    for number, facts in page.facts.items():
        text = page.sentence(number).text.text
        at = text.find(row.name)
        if at < 0 or not any(word in text[at : at + len(row.name) + _REACH] for word in asked):
            continue
        before = [fact for fact in facts if fact.kind == "date" and fact.end <= at and "日" in fact.value]
        if before and not re.search("[。；;]", text[before[-1].end : at]):
            proof = Proof(found.article, page.sentence(number).text.spans())
            return Draft(
                "answered", "date", before[-1].value, (proof,), projects=(link.key,), stage=row.stage,
                facts=((found.article, before[-1]),),
            )  # fmt: skip
    return None


def _places(name: str, text: str) -> Iterator[int]:
    """Where ``name`` stands in ``text``, the last place first: the list of names says least."""
    at = text.rfind(name)
    while at >= 0:
        yield at
        at = text.rfind(name, 0, at)


_WHICH_SORT = load_pattern("answering.projects.which_sort")
_WHICH_GROUP = load_pattern("answering.projects.which_group")


def _asks_stage(query: Query) -> bool:
    if re.search(r"为什么|为啥|为何|原因|怎么会", query.text):
        return False
    return bool(query.stages) or bool(_WHICH_GROUP.search(query.text))


def batch_name(found: Found[ProjectRow], knowledge: Knowledge) -> str:
    """The part of a round that a project is listed in, as its bulletin calls it."""
    row = row_as_printed(found, knowledge)
    return group_name(row.period, row.programme, row.stage)




def _groups(row: ProjectRow, knowledge: Knowledge) -> list[str]:
    """The parts of the row's programme and round that have names of their own, in the order of the bulletin."""
    told = knowledge.parts_by_round.get((row.programme, row.period), ())
    return [stage for stage in told if stage.endswith(SORTS) or stage == row.stage]


def _own_group(query: Query, row: ProjectRow, knowledge: Knowledge) -> str | None:
    """The part (“交卷”类) that a question names by its own word: 某水厂交卷了吗."""
    if row.stage is None or row.programme is None:
        return None
    named = [stage for stage in _groups(row, knowledge) if stage.removesuffix("类") in query.text]
    return max(named, key=lambda stage: query.text.rfind(stage.removesuffix("类")), default=None)


def _stage(query: Query, rows: list[Found[ProjectRow]], link: Link, knowledge: Knowledge) -> Draft | None:
    progress = bool(_PROGRESS.search(query.text))
    found = next((row for row in rows if row.value.stage or (progress and row.value.status)), None)
    if found is None:
        return None
    row = found.value
    history = [batch_name(one, knowledge) for one in rows if one.value.stage]
    detail = (
        f"该项目先后见于：{'、'.join(dict.fromkeys(reversed(history)))}。" if len(set(history)) > 1 else None
    )
    common = {"detail": detail, "projects": (link.key,), "period": row.period, "stage": row.stage}
    if _WHY_NOT.search(query.text) and query.stages and row.stage == query.stages[-1]:
        answer = texts.ALREADY.format(name=row.name, group=batch_name(found, knowledge))
        return Draft("corrected", "text", answer, (row_proof(found),), **common)  # type: ignore[arg-type]
    if query.kind != "yesno":
        said = batch_name(found, knowledge) if row.stage else ""
        said = f"{said}（{row.status}）" if said and row.status else said or row.status or ""
        return Draft("answered", "stage", said, (row_proof(found),), **common)  # type: ignore[arg-type]
    wanted = query.stages[-1] if query.stages else row.stage if (row.stage or "\0") in query.text else None
    if own := _own_group(query, row, knowledge):
        wanted = own
    if wanted is None:
        return None
    denied = row.status if row.status and re.search(rf"未[^，。]{{0,3}}{wanted}", row.status) else None
    if denied or row.stage == f"未{wanted}":
        told = denied or f"列入{batch_name(found, knowledge)}"
        return Draft("answered", "yesno", f"没有，{told}", (row_proof(found),), **common)  # type: ignore[arg-type]
    if row.stage == wanted or (row.status and wanted in row.status):
        return Draft("answered", "yesno", f"是，列入{batch_name(found, knowledge)}", (row_proof(found),), **common)  # type: ignore[arg-type]
    order = _groups(row, knowledge)
    if wanted in order and row.stage in order and order.index(wanted) < order.index(row.stage):
        return None  # 进场 of one that has got to 交卷
    said = f"不是，公报将它列入{batch_name(found, knowledge)}"
    return Draft("answered", "yesno", said, (row_proof(found),), **common)  # type: ignore[arg-type]


def _field(field: str, query: Query, rows: list[Found[ProjectRow]], link: Link) -> Draft | None:
    said = [(found, value) for found in rows if (value := _value(field, query, found.value))]
    for found, value in said[:1]:
        if value:
            others = _differing(field, query, said)
            kind: Kind = _KINDS.get(field, "text")
            if field == "content" and "、" in value and query.kind == "list":
                kind = "list"
            return Draft(
                "answered",
                kind,
                value,
                row_proofs((found, *(other for other, _ in others))),
                detail=_versions((found, value), others),
                projects=(link.key,),
                period=found.value.period,
                stage=found.value.stage,
            )
    return None


def _differing(
    field: str, query: Query, said: Sequence[tuple[Found[ProjectRow], str]]
) -> list[tuple[Found[ProjectRow], str]]:
    """Other articles' statements that differ from the newest one, where the attribute should not change."""
    newest, value = said[0]
    if field not in _STEADY or (field == "investment" and _wanted(query) is not None):
        return []
    return [
        (found, other)
        for found, other in said[1:]
        if found.article != newest.article and _compared(field, other) != _compared(field, value)
    ][:3]


def _compared(field: str, value: str) -> str:
    """26亿元 and 26亿元（260000万元） are the same amount, told with the printed figure behind it or not."""
    return re.split("[（(]", compact(value))[0] if field == "investment" else compact(value)


def _versions(
    newest: tuple[Found[ProjectRow], str], others: Sequence[tuple[Found[ProjectRow], str]]
) -> str | None:
    """Both figures with their dates, never an average."""
    if not others:
        return None
    told = [
        texts.VERSION.format(date=texts.day(f.value.event_date), value=v)
        for f, v in (*reversed(others), newest)
    ]
    return texts.CONFLICT.format(versions="，".join(told))


_KINDS: dict[str, Kind] = {
    "investment": "money",
    "owner": "organisation",
    "builder": "organisation",
    "place": "place",
    "start": "date",
    "end": "date",
    "capacity": "number",
    "area": "number",
    "length": "number",
}


_EFFECT = load_pattern("answering.projects.effect").pattern  # what a row calls what a project is to bring


def _value(field: str, query: Query, row: ProjectRow) -> str | None:
    if field == "investment":
        return _investment(query, row)
    if field == "effect":
        return dict(row.details).get(_EFFECT)
    value = getattr(row, field)
    if (
        field == "area"
        and "占" in query.text
        and value
        and not str(value).endswith(("亩", "公顷", "平方公里"))
    ):
        return None
    if field in ("start", "end"):
        return _YEAR_MONTH.sub(r"\1年\2月", value) if value else None
    return re.sub(r"\s*\n\s*", "", str(value)) if value else None


_YEAR_MONTH = re.compile(r"^([12][0-9]{3})\.0?([0-9]{1,2})$")
_IN_ALL = load_pattern("answering.projects.in_all")
_SPENT = load_pattern("answering.projects.spent")  # 花了多少钱了
_SO_FAR = load_pattern("answering.projects.so_far")  # 完成投资3.2亿元 is not what it costs


def _wanted(query: Query) -> re.Pattern[str] | None:
    """The kind of amount that is asked for where it is not the total."""
    return next((kind for asked, kind in _INVESTMENT_ASKED if asked.search(_asking(query))), None)


def _asking(query: Query) -> str:
    """The words that say what is asked: those of the turn before for 那另一个呢, which only names another one."""
    alone = query.context and "kind" in query.inherited and attribute_kind(query.text) is None
    return query.context[-1] if alone else query.text


def _investment(query: Query, row: ProjectRow) -> str | None:
    wanted = _wanted(query)
    if wanted is _DONE_KIND and not _DONE_SO_FAR.search(query.text):  # 投了多少钱: the plan, where none is done
        wanted = wanted if any(wanted.search(one.kind) for one in row.investments) else None
    if wanted is None and _SPENT.search(query.text):
        spent = [one for one in row.investments if _SO_FAR.search(one.kind)]
        return money(spent[0]) if len(spent) == 1 else None  # what is planned is not yet spent
    fitting = [
        one for one in row.investments
        if (wanted and wanted.search(one.kind))
        or (wanted is None and one.kind in ("总投资", "投资", "投资总额", "计划总投资"))
    ]  # fmt: skip
    if fitting:
        return money(max(fitting, key=lambda one: _said(one.kind, query.text)))
    return (
        money(row.investments[0])
        if row.investments and wanted is None and len(row.investments) == 1
        and not (_IN_ALL.search(query.text) and _SO_FAR.search(row.investments[0].kind))
        else None
    )  # fmt: skip


def _said(kind: str, text: str) -> tuple[bool, int]:
    """How well a kind is what the question says: 累计完成投资 is not 完成投资, though it ends like it."""
    return ("累计" in kind) == ("累计" in text), len(kind) if kind in text else 0


def money(amount: Investment) -> str:
    """As people say it: 56500万元 is told as 5.65亿元 with the printed figure behind it."""
    printed = texts.amount_text(amount)
    first = amount.modality if amount.modality in texts.MODALITY_FIRST else ""
    if amount.unit == "万" and amount.currency == "元" and amount.value >= 10000:
        return f"{first}{texts.number_text(amount.value / 10000)}亿元（{printed}）"
    return f"{first}{printed}"
