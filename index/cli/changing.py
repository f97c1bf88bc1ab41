"""Commands that change the library."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.cli.output import Bar, actor, complain, document, line
from index.library import Library
from index.library.serialise import report_json
from index.records import FileReport, Generation
from index.settings import Settings

_NAMES = {"added": "已导入", "changed": "已更新", "same": "没有变化", "failed": "没有导入"}


def add(arguments: argparse.Namespace, settings: Settings) -> int:
    """Adds files and folders; 1 where a file failed."""
    with _writable(settings, arguments.dry_run) as library:
        reports = library.add(arguments.paths, actor=actor(), dry_run=arguments.dry_run, progress=Bar())
    if arguments.json:
        document([report_json(report) for report in reports])
    elif arguments.jsonl:
        for report in reports:
            line(report_json(report))
    else:
        for report in reports:
            _show(report)
        if arguments.dry_run and reports:
            print("以上只是预演，没有写入。")
    failed = [report for report in reports if report.status == "failed"]
    reasons = [report.error or f"{report.file}：没有导入。" for report in failed]
    if arguments.json or arguments.jsonl:  # where each report tells its own reason
        more = f"（另有 {len(failed) - 1} 个文件也没有导入）" if len(failed) > 1 else ""
        reasons = [f"{reason}{more}" for reason in reasons[:1]]
    for reason in reasons:
        complain(reason)
    if not failed and not reports:
        complain("没有可以导入的文件：请检查路径和文件格式。")
    return 1 if failed or not reports else 0


def _show(report: FileReport) -> None:
    if report.status == "failed":
        print(f"{_NAMES[report.status]}：{report.file}")
    elif report.status == "same":
        print(f"{_NAMES[report.status]}：{report.file}（文章 {report.articles} 篇）")
    else:
        counts = f"文章 {report.articles} 篇，项目 {report.projects} 个，事实 {report.facts} 条"
        print(f"{_NAMES[report.status]}：{report.file}（{counts}）")
    for warning in report.warnings:
        print(f"  注意：{warning}")


@contextmanager
def _writable(settings: Settings, dry_run: bool) -> Iterator[Library]:
    """The library; for a rehearsal without a database an empty one that goes away."""
    if dry_run and not settings.db.exists():
        with (
            tempfile.TemporaryDirectory() as folder,
            Library.open(Path(folder) / "x.db", create=True) as library,
        ):
            yield library
    else:
        with Library.open(settings.db, settings=settings, create=not dry_run) as library:
            yield library


def remove(arguments: argparse.Namespace, settings: Settings) -> int:
    """Takes articles out."""
    with Library.open(settings.db, settings=settings) as library:
        return _generation(arguments, library.remove(arguments.ids, actor=actor()), "已删除")


def rollback(arguments: argparse.Namespace, settings: Settings) -> int:
    """Goes back to a generation."""
    with Library.open(settings.db, settings=settings) as library:
        generation = library.rollback(arguments.number, actor=actor())
        return _generation(arguments, generation, f"已恢复到第 {arguments.number} 代的内容")


def _generation(arguments: argparse.Namespace, generation: Generation, done: str) -> int:
    from index.library.serialise import generation_json

    if arguments.json:
        document(generation_json(generation))
    else:
        print(f"{done}：现在是第 {generation.number} 代，共 {generation.articles} 篇文章。")
    return 0
