"""Commands that list what is known."""

from __future__ import annotations

import argparse

from index.cli.output import document, emit
from index.language.columns import table
from index.library import Library
from index.library import serialise as to
from index.records import Investment
from index.settings import Settings

_EMPTY = "没有找到。"


def _open(settings: Settings) -> Library:
    return Library.open(settings.db, settings=settings)


def articles(arguments: argparse.Namespace, settings: Settings) -> int:
    """Live articles."""
    with _open(settings) as library:
        return emit(
            arguments, library.articles(), to.article_json,
            ("编号", "类型", "日期", "地区", "标题", "文件"),
            lambda a: (a.id, a.kind, a.date, a.district, a.title, a.file), empty="库里还没有文章。",
        )  # fmt: skip


def projects(arguments: argparse.Namespace, settings: Settings) -> int:
    """Projects, one a project and period."""
    with _open(settings) as library:
        found = library.catalogue(
            period=period(arguments.period),
            stage=arguments.stage,
            district=arguments.district,
            name=arguments.name,
        )
        return emit(
            arguments, found, to.project_json, ("项目", "期", "阶段", "地区", "投资", "建设单位", "地点"),
            lambda p: (p.row.name, p.row.period, p.row.stage, p.row.district, _money(p.row.investments), p.row.owner,
                       p.row.place),
            empty=_EMPTY,
        )  # fmt: skip


def batches(arguments: argparse.Namespace, settings: Settings) -> int:
    """Batches."""
    with _open(settings) as library:
        found = library.stated_batches(
            period=period(arguments.period), stage=arguments.stage, district=arguments.district
        )
        return emit(
            arguments, found, to.batch_json,
            ("计划", "期", "阶段", "地区", "类别", "个数", "亿元", "算出", "进度"),
            lambda b: (b.batch.programme, b.batch.period, b.batch.stage, b.batch.district, b.batch.category,
                       b.batch.count, b.batch.total, "是" if b.batch.derived else "", b.batch.status),
            empty=_EMPTY,
        )  # fmt: skip


def facts(arguments: argparse.Namespace, settings: Settings) -> int:
    """Facts."""
    with _open(settings) as library:
        found = library.facts(
            period=period(arguments.period), stage=arguments.stage, district=arguments.district, kind=arguments.kind,
            attribute=arguments.attribute, subject=arguments.subject,
        )  # fmt: skip
        return emit(
            arguments, library.stated_facts(found), to.stated_fact_json, ("主体", "属性", "值", "类型", "期", "出自"),
            lambda f: (f.fact.subject, f.fact.attribute, f.fact.value, f.kind, f.fact.period,
                       f.fact.source.title if f.fact.source else ""),
            empty=_EMPTY,
        )  # fmt: skip


_DOUBTS = {
    "count_mismatch": "个数不符", "sum_mismatch": "合计不符", "year_conflict": "年份", "unit_suspicious": "单位",
    "source_conflict": "说法不一", "cut_off": "中断", "layout": "版面",
}  # fmt: skip


def doubts(arguments: argparse.Namespace, settings: Settings) -> int:
    """What is doubtful in the bulletins, and where they contradict one another."""
    with _open(settings) as library:
        found = library.doubts()
        if arguments.json or arguments.jsonl:
            return emit(arguments, found, to.doubt_json, (), lambda _: (), empty="")
        titles = {article.id: article.title for article in library.articles()}
        for one in found:
            said = "；".join(f"《{titles.get(name, name)}》" for name in one.articles)
            print(f"{_DOUBTS.get(one.kind, one.kind)}  {one.message}\n    {said}")
        print(f"共 {len(found)} 处。" if found else "没有存疑的内容。")
    return 0


_SEE = "（用 doubts 查看，也列出公报之间的不一致）"


def status(arguments: argparse.Namespace, settings: Settings) -> int:
    """The state of the library."""
    with _open(settings) as library:
        now = library.status()
    if arguments.json:
        document(to.status_json(now))
        return 0
    dates = f"{now.first_date} 至 {now.last_date}" if now.first_date else "不详"
    rows = [
        ("数据库", f"{now.db}（{now.size / 1e6:.1f} MB）"), ("代", f"{now.generation}（{now.changed_at or '空'}）"),
        ("地区", "、".join(now.districts) or "不详"), ("日期", dates), ("文件", now.files), ("文章", now.articles),
        ("段落", now.passages), ("项目", now.projects), ("批次", now.batches), ("事实", now.facts),
        ("人物", now.people), ("清单", now.lists), ("存疑", f"{now.flags}{_SEE}" if now.flags else 0),
    ]  # fmt: skip
    print(table(("", ""), rows, 70))
    return 0


def history(arguments: argparse.Namespace, settings: Settings) -> int:
    """All generations."""
    with _open(settings) as library:
        return emit(
            arguments, library.history(), to.generation_json, ("", "代", "时间", "操作", "操作人", "文章", ""),
            lambda g: (
                "→" if g.current else "", g.number, g.at, g.action, g.actor, g.articles,
                "" if g.kept else "已不再保留，不能恢复",
            ),
            empty="还没有改动。",
        )  # fmt: skip


def audit(arguments: argparse.Namespace, settings: Settings) -> int:
    """Who changed what."""
    with _open(settings) as library:
        return emit(
            arguments, library.audit(), to.audit_json, ("时间", "操作人", "操作", "对象", "代"),
            lambda e: (e.at, e.actor, e.action, e.target, e.generation), empty="还没有改动。",
        )  # fmt: skip


def period(raw: str | None) -> int | str | None:
    """7 for "7", "七" and "第七期"; other words, such as "1-5", as they are; None for nothing."""
    if raw is None:
        return None
    from index.language.numerals import parse_number

    core = raw.strip().removeprefix("第").removesuffix("期")
    try:
        number = parse_number(core)
    except ValueError:
        return core
    return int(number) if number == int(number) else core


def _money(amounts: tuple[Investment, ...]) -> str:
    return "，".join(
        f"{one.kind}{one.modality or ''}{one.value:g}{one.unit}{one.currency}" for one in amounts
    )
