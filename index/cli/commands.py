"""The commands, in one table."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from index.cli.tables import table
from index.errors import UnknownItem
from index.library import Library
from index.library.serialise import article_json, batch_json, fact_json, hit_json, project_json, report_json, source_json
from index.records import Batch, Fact, Found, ProjectRow
from index.settings import Settings

Act = Callable[[argparse.Namespace, Settings], int]
Argument = tuple[Sequence[str], dict[str, Any]]
_JSON: Argument = (["--json"], {"action": "store_true", "help": "输出 JSON"})
_ACTOR = "cli"


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it is for, an example, its arguments, what it does."""

    about: str
    example: str
    act: Act
    arguments: Sequence[Argument] = (_JSON,)


def _open(settings: Settings, *, create: bool = False) -> Library:
    return Library.open(settings.db, settings=settings, create=create)


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


def add(arguments: argparse.Namespace, settings: Settings) -> int:
    """add PATH…"""
    with _open(settings, create=True) as library:
        reports = library.add(arguments.paths, actor=_ACTOR, dry_run=arguments.dry_run)
    if arguments.json:
        _print_json([report_json(report) for report in reports])
    else:
        names = {"added": "已导入", "changed": "已更新", "same": "没有变化", "failed": "失败"}
        for report in reports:
            if report.error:
                print(f"{names[report.status]}：{report.error}", file=sys.stderr)
                continue
            print(f"{names[report.status]}：{report.file}（文章 {report.articles}，项目 {report.projects}，事实 {report.facts}）")
            for warning in report.warnings:
                print(f"  注意：{warning}")
        if not reports:
            print("没有可以导入的文件。", file=sys.stderr)
    failed = [report for report in reports if report.status == "failed"]
    return 1 if failed and len(failed) == len(reports) else 0


def remove(arguments: argparse.Namespace, settings: Settings) -> int:
    """remove ID…"""
    with _open(settings) as library:
        generation = library.remove(arguments.ids, actor=_ACTOR)
    print(f"已删除 {len(arguments.ids)} 篇，当前是第 {generation.number} 版，共 {generation.articles} 篇。")
    return 0


def history(arguments: argparse.Namespace, settings: Settings) -> int:
    """history"""
    with _open(settings) as library:
        found = library.history()
    if arguments.json:
        _print_json([asdict(one) for one in found])
    else:
        rows = [("→" if g.current else "", g.number, g.at, g.action, g.actor, g.articles) for g in found]
        print(table(("", "版本", "时间", "操作", "谁", "文章"), rows))
    return 0


def rollback(arguments: argparse.Namespace, settings: Settings) -> int:
    """rollback N"""
    with _open(settings) as library:
        generation = library.rollback(arguments.number, actor=_ACTOR)
    print(f"已恢复到第 {arguments.number} 版的内容，当前是第 {generation.number} 版，共 {generation.articles} 篇。")
    return 0


def articles(arguments: argparse.Namespace, settings: Settings) -> int:
    """articles"""
    with _open(settings) as library:
        found = library.articles()
    if arguments.json:
        _print_json([article_json(article) for article in found])
    else:
        print(table(("编号", "类型", "日期", "地区", "标题", "文件"), [(a.id, a.kind, a.date, a.district, a.title, a.file) for a in found]))
    return 0


def _period(text: str | None) -> int | str | None:
    return int(text) if text and text.isdigit() else text


def projects(arguments: argparse.Namespace, settings: Settings) -> int:
    """projects [--period N --stage S --district D]"""
    with _open(settings) as library:
        found: Sequence[Found[ProjectRow]] = library.projects(
            period=_period(arguments.period), stage=arguments.stage, district=arguments.district
        )
        if arguments.json:
            _print_json([project_json(one, library.article(one.article)) for one in found])
            return 0
    rows = [(r.name, r.stage, r.period, r.district, _amounts(r), r.owner, r.place) for r in (one.value for one in found)]
    print(table(("项目", "阶段", "期次", "地区", "投资", "建设单位", "地点"), rows))
    return 0


def _amounts(row: ProjectRow) -> str:
    return "，".join(f"{one.kind}{one.value:g}{one.unit}{one.currency}" for one in row.investments)


def batches(arguments: argparse.Namespace, settings: Settings) -> int:
    """batches"""
    with _open(settings) as library:
        found: Sequence[Found[Batch]] = library.batches()
        if arguments.json:
            _print_json([batch_json(one, library.article(one.article)) for one in found])
            return 0
    rows = [(b.programme, b.period, b.stage, b.district, b.category, b.count, b.total, "推算" if b.derived else "", b.status) for b in (o.value for o in found)]
    print(table(("计划", "期次", "阶段", "地区", "类别", "个数", "亿元", "", "状态"), rows))
    return 0


def facts(arguments: argparse.Namespace, settings: Settings) -> int:
    """facts"""
    with _open(settings) as library:
        found: Sequence[Found[Fact]] = library.facts()
        if arguments.json:
            held = {article: library.article(article) for article in {one.article for one in found}}
            _print_json([fact_json(one, held[one.article]) for one in found])
            return 0
    print(table(("类型", "主语", "属性", "值"), [(f.kind, f.subject, f.attribute, f.value) for f in (one.value for one in found)]))
    return 0


def status(arguments: argparse.Namespace, settings: Settings) -> int:
    """status"""
    with _open(settings) as library:
        known = asdict(library.status())
    if arguments.json:
        _print_json(known)
    else:
        names = {"generation": "版本", "articles": "文章", "projects": "项目行", "batches": "批次", "facts": "事实", "people": "人物",
                 "lists": "清单", "flags": "疑点", "files": "文件", "districts": "地区", "documents": "检索条目"}  # fmt: skip
        for key, value in known.items():
            print(f"{names.get(key, key)}：{'、'.join(value) if isinstance(value, list) else value}")
    return 0


def search(arguments: argparse.Namespace, settings: Settings) -> int:
    """search 词"""
    if not arguments.jsonl and not (arguments.query or "").strip():
        print('请写上要检索的词，例如：bulletin-index search "常庄水库"', file=sys.stderr)
        return 2
    with _open(settings) as library:
        if arguments.jsonl:
            for line in sys.stdin:
                if line.strip():
                    print(_search_line(library, line, arguments.k), flush=True)
            return 0
        found = library.search(arguments.query, arguments.k)
        explained = library.explain(arguments.query, arguments.k) if arguments.explain else ()
    if arguments.json:
        hits = [hit_json(hit) for hit in found]
        for hit, reason in zip(hits, explained, strict=False):
            hit["explain"] = [asdict(term) for term in reason.terms]
        _print_json(hits)
        return 0
    for hit in found:
        print(f"{hit.rank}. {hit.score:.2f}  {hit.title}\n   {' '.join(hit.text.split())}")
        for term in explained[hit.rank - 1].terms[:12] if explained else ():
            print(f"     {term.term:<8} {term.field:<9} df {term.df:<5} idf {term.idf:.3f}  tf {term.tf:<3} +{term.contribution:.3f}")
    if not found:
        print("没有找到。")
    return 0


def _search_line(library: Library, line: str, limit: int) -> str:
    identity = None
    try:
        record = json.loads(line)
        identity = record.get("id")
        hits = [hit_json(hit) for hit in library.search(str(record["query"]), limit)]
    except (ValueError, KeyError, TypeError, AttributeError):
        return json.dumps({"id": identity, "error": "这一行不是有效的 JSON 检索。"}, ensure_ascii=False)
    return json.dumps({"id": identity, "hits": hits}, ensure_ascii=False)


def check(arguments: argparse.Namespace, settings: Settings) -> int:
    """check 一句话"""
    with _open(settings) as library:
        claims = library.check(arguments.sentence)
    if arguments.json:
        _print_json([{"claim": c.claim, "verdict": c.verdict, "says": c.says, "sources": [source_json(s) for s in c.sources]} for c in claims])
        return 0
    names = {"confirmed": "属实", "contradicted": "不符", "not_mentioned": "未提及"}
    for claim in claims:
        print(f"{names[claim.verdict]}：{claim.claim}")
        if claim.says:
            print(f"  公报：{claim.says}")
        for source in claim.sources[:1]:
            print(f"  出处：{source.headlines[0] if source.headlines else source.title}")
    return 0


def audit(arguments: argparse.Namespace, settings: Settings) -> int:
    """audit"""
    with _open(settings) as library:
        found = library.audit()
    if arguments.json:
        _print_json([asdict(one) for one in found])
    else:
        print(table(("时间", "谁", "操作", "对象", "版本"), [(e.at, e.actor, e.action, e.target, e.generation) for e in found]))
    return 0


def doctor(arguments: argparse.Namespace, settings: Settings) -> int:
    """doctor"""
    with _open(settings) as library:
        problems = library.doctor()
    if arguments.json:
        _print_json(list(problems))
    else:
        print("\n".join(problems) if problems else "一切正常。")
    return 1 if problems else 0


def backup(arguments: argparse.Namespace, settings: Settings) -> int:
    """backup FILE"""
    with _open(settings) as library:
        library.backup(arguments.file)
    print(f"已备份到 {arguments.file}。")
    return 0


def restore(arguments: argparse.Namespace, settings: Settings) -> int:
    """restore FILE"""
    from index.operations.copies import restore as bring_back

    bring_back(arguments.file, settings.db)
    print(f"已从 {arguments.file} 恢复。")
    return 0


def export(arguments: argparse.Namespace, settings: Settings) -> int:
    """export: every article as a JSON line that add reads back"""
    with _open(settings) as library:
        for article in library.articles():
            record = {"id": article.ref or article.id, "title": article.title, "date": article.date, "body": article.text,
                      "url": article.url, "page": article.page, "source": article.source}  # fmt: skip
            print(json.dumps(record, ensure_ascii=False))
    return 0


def evaluate(arguments: argparse.Namespace, settings: Settings) -> int:
    """eval QUESTIONS.jsonl"""
    from index.evaluation.questions import evaluate as judge

    with _open(settings) as library:
        print(judge(library, arguments.questions, misses=arguments.misses))
    return 0


def bench(arguments: argparse.Namespace, settings: Settings) -> int:
    """bench"""
    from index.evaluation.bench import main as measure

    print(measure())
    return 0


_NUMBER: Argument = (["-k"], {"type": int, "default": 10, "metavar": "N", "help": "最多几条，默认 10"})
COMMANDS: dict[str, Command] = {
    "add": Command("导入文件或文件夹", "bulletin-index add data/bulletins", add, (
        (["paths"], {"nargs": "+", "metavar": "PATH", "help": "文件或文件夹"}),
        (["--dry-run"], {"action": "store_true", "help": "只看会怎样，不存"}), _JSON)),
    "remove": Command("删除文章（可恢复）", "bulletin-index remove a1b2c3d4e5f6", remove, ((["ids"], {"nargs": "+", "metavar": "ID", "help": "文章编号"}),)),
    "history": Command("列出各个版本", "bulletin-index history", history),
    "rollback": Command("恢复到某个版本", "bulletin-index rollback 1", rollback, ((["number"], {"type": int, "metavar": "N", "help": "版本号"}),)),
    "articles": Command("列出文章", "bulletin-index articles --json", articles),
    "projects": Command("列出项目行", "bulletin-index projects --period 7 --stage 开工", projects, (
        (["--period"], {"metavar": "N", "help": "期次"}), (["--stage"], {"metavar": "S", "help": "阶段：签约、开工、投产"}),
        (["--district"], {"metavar": "D", "help": "地区"}), _JSON)),
    "batches": Command("列出批次", "bulletin-index batches", batches),
    "facts": Command("列出事实", "bulletin-index facts --json", facts),
    "status": Command("库里有多少内容", "bulletin-index status", status),
    "search": Command("检索段落和项目行", 'bulletin-index search "常庄水库" --explain', search, (
        (["query"], {"nargs": "?", "help": "检索词"}), _NUMBER, (["--explain"], {"action": "store_true", "help": "说明得分"}),
        (["--jsonl"], {"action": "store_true", "help": '从标准输入逐行读 {"id","query"}'}), _JSON)),
    "check": Command("核对一句话", 'bulletin-index check "第七期共15个项目"', check, ((["sentence"], {"help": "要核对的一句话"}), _JSON)),
    "audit": Command("谁改了什么", "bulletin-index audit", audit),
    "eval": Command("用带答案的问题评测", "bulletin-index eval questions.jsonl", evaluate, (
        (["questions"], {"nargs": "+", "metavar": "QUESTIONS.jsonl", "help": "问题文件"}),
        (["--misses"], {"action": "store_true", "help": "列出没答对的"}))),
    "bench": Command("速度和体积", "bulletin-index bench", bench, ()),
    "export": Command("导出全部文章（JSONL）", "bulletin-index export >articles.jsonl", export, ()),
    "backup": Command("备份到一个文件", "bulletin-index backup backup.db", backup, ((["file"], {"metavar": "FILE", "help": "备份文件"}),)),
    "restore": Command("从备份恢复", "bulletin-index restore backup.db", restore, ((["file"], {"metavar": "FILE", "help": "备份文件"}),)),
    "doctor": Command("体检", "bulletin-index doctor", doctor),
}  # fmt: skip
assert UnknownItem
