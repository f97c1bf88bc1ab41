"""The commands, in one table: from it come parser, help and the check that each is documented."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from index.settings import Settings

Act = Callable[[argparse.Namespace, Settings], int]
Argument = tuple[Sequence[str], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Command:
    """A command: where it is carried out (module.function), what it is for, an example, its arguments."""

    work: str
    about: str
    example: str
    arguments: Sequence[Argument] = ()

    def act(self, arguments: argparse.Namespace, settings: Settings) -> int:
        """Carries it out; its module is loaded only now."""
        from importlib import import_module

        module, _, name = self.work.rpartition(".")
        act: Act = getattr(import_module(f"index.cli.{module}"), name)
        return act(arguments, settings)


def _positive(raw: str) -> int:
    number = int(raw)
    if number < 1:
        raise ValueError
    return number


_positive.__name__ = "正整数"  # argparse names it in its message


def _argument(*flags: str, **options: Any) -> Argument:
    return flags, options


_JSON = _argument("--json", action="store_true", help="输出一个 JSON 文档")
_LINES = _argument("--jsonl", action="store_true", help="每行输出一个 JSON 对象")
_PERIOD = _argument("--period", metavar="N", help="第几期，如 7")
_STAGE = _argument("--stage", metavar="S", help="阶段，如 签约、开工、投产")
_DISTRICT = _argument("--district", metavar="D", help="哪个区县，如 中原区")
_SELECT = (_PERIOD, _STAGE, _DISTRICT, _JSON, _LINES)
_QUERY = (
    _argument("query", nargs="?", metavar="词", help="要检索的词"),
    _argument("-k", type=_positive, default=10, metavar="N", help="最多几条，默认 10"),
    _argument("--explain", action="store_true", help="说明每条得分的由来"),
    _argument("--kind", choices=("passage", "project"), help="只要段落或只要项目"),
    _PERIOD,
    _DISTRICT,
    _argument("--since", metavar="日期", help="从哪天起，如 2023-01-01"),
    _argument("--until", metavar="日期", help="到哪天止"),
    _JSON,
    _argument("--jsonl", action="store_true", help='从标准输入逐行读 {"id","query"}，逐行输出 {"id","hits"}'),
)
_QUESTIONS = (
    _argument(
        "questions",
        nargs="+",
        metavar="QUESTIONS.jsonl",
        help="带答案的问题文件；或核对项目、批次和事实的 .json 文件",
    ),
    _argument("--bulletins", metavar="DIR", help="公报原文所在的文件夹（核对 .json 时也可以是一个公报文件）"),
    _argument("--misses", action="store_true", help="列出没有答对的"),
    _JSON,
)

COMMANDS: dict[str, Command] = {
    "add": Command(
        "changing.add", "导入文件或文件夹", "bulletin-index add data/bulletins",
        (_argument("paths", nargs="+", metavar="PATH", help="文件或文件夹"),
         _argument("--dry-run", action="store_true", help="只看会怎样，不写入"), _JSON, _LINES),
    ),
    "remove": Command(
        "changing.remove", "删除文章（可以用 rollback 恢复）", "bulletin-index remove a1b2c3d4e5f6",
        (_argument("ids", nargs="+", metavar="ID", help="文章的编号"), _JSON),
    ),
    "history": Command("listing.history", "列出每一代", "bulletin-index history", (_JSON, _LINES)),
    "rollback": Command(
        "changing.rollback", "恢复到某一代的内容", "bulletin-index rollback 1",
        (_argument("number", type=int, metavar="N", help="第几代；0 为空库"), _JSON),
    ),
    "articles": Command("listing.articles", "列出文章", "bulletin-index articles --json", (_JSON, _LINES)),
    "projects": Command(
        "listing.projects", "列出项目", "bulletin-index projects --period 7 --stage 开工",
        (_argument("--name", metavar="名称", help="项目的名称或别名"), *_SELECT),
    ),
    "batches": Command("listing.batches", "列出各批项目的个数和总额", "bulletin-index batches --period 7", _SELECT),
    "facts": Command(
        "listing.facts", "列出事实", "bulletin-index facts --kind money",
        (_argument("--kind", metavar="类型", help="如 money、count、percent、date、person"),
         _argument("--subject", metavar="主体", help="谁的"),
         _argument("--attribute", metavar="属性", help="什么"), *_SELECT),
    ),
    "doubts": Command("listing.doubts", "列出存疑的内容：数字对不上、年份或单位可疑、公报之间说法不一",
                      "bulletin-index doubts", (_JSON, _LINES)),
    "status": Command("listing.status", "库里有多少内容", "bulletin-index status", (_JSON,)),
    "search": Command("finding.search", "检索段落和项目", 'bulletin-index search "常庄水库" -k 5', _QUERY),
    "check": Command(
        "finding.check", "逐条核对一句话是否与公报一致", 'bulletin-index check "第七期共15个项目"',
        (_argument("sentence", nargs="?", metavar="一句话", help="要核对的话"), _JSON,
         _argument("--jsonl", action="store_true", help='逐行读 {"id","sentence"}，逐行输出 {"id","claims"}')),
    ),
    "audit": Command("listing.audit", "谁在什么时候改了什么", "bulletin-index audit", (_JSON, _LINES)),
    "eval": Command(
        "care.evaluate", "用带答案的问题，或用应有的项目和事实评测", "bulletin-index eval questions.jsonl", _QUESTIONS
    ),
    "bench": Command(
        "care.bench", "测量速度和体积", "bulletin-index bench --only start",
        (_argument("--only", action="append", metavar="NAME", help="只测一项：start、questions、index、reading"),
         _argument("--large", action="store_true", help="加测一百万个段落"),
         _argument("--corpus", metavar="FILE", help="用这个 JSONL 文件，或有 articles.jsonl 和 queries.jsonl 的文件夹"),
         _argument("--output", metavar="DIR", help="把表格和图写到这个文件夹")),
    ),
    "export": Command(
        "care.export", "导出为 JSONL，文章可以再导入", "bulletin-index export --output 公报.jsonl",
        (_argument("what", nargs="?", default="articles", metavar="WHAT",
                   help="articles（默认）、projects、batches、facts 或 flags"),
         _argument("--output", metavar="FILE", help="写到文件，而不是标准输出")),
    ),
    "backup": Command(
        "care.backup", "备份到一个文件，不影响正在运行的机器人", "bulletin-index backup 备份.db",
        (_argument("file", metavar="FILE", help="备份文件"),),
    ),
    "restore": Command(
        "care.restore", "从备份恢复", "bulletin-index restore 备份.db",
        (_argument("file", metavar="FILE", help="backup 得到的文件"),),
    ),
    "doctor": Command("care.doctor", "体检：数据库、检索索引、设置、磁盘", "bulletin-index doctor", (_JSON,)),
}  # fmt: skip
"""Every command by its name."""
