"""Commands that look after the library."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from index.cli.output import actor, complain, document
from index.errors import LibraryError
from index.library import Library
from index.settings import Settings


def doctor(arguments: argparse.Namespace, settings: Settings) -> int:
    """Health; 1 where something is wrong."""
    from index.operations import examine

    checks = examine(settings.db, settings)
    if arguments.json:
        document([asdict(check) for check in checks])
    else:
        for check in checks:
            print(f"{'正常' if check.ok else '异常'}  {check.check}：{check.detail}")
    bad = [check for check in checks if not check.ok]
    if bad:
        complain(f"有 {len(bad)} 项异常：{bad[0].check}，{bad[0].detail}")
    return 1 if bad else 0


def backup(arguments: argparse.Namespace, settings: Settings) -> int:
    """A safe copy."""
    with Library.open(settings.db, settings=settings) as library:
        target = library.backup(arguments.file)
    print(f"已备份到 {target}（{target.stat().st_size / 1e6:.1f} MB）。")
    return 0


def restore(arguments: argparse.Namespace, settings: Settings) -> int:
    """The way back from a safe copy."""
    from index.operations import restore as bring_back

    bring_back(Path(arguments.file), settings.db, actor=actor())
    with Library.open(settings.db, settings=settings) as library:
        status = library.status()
    print(f"已从 {arguments.file} 恢复：第 {status.generation} 代，共 {status.articles} 篇文章。")
    return 0


def export(arguments: argparse.Namespace, settings: Settings) -> int:
    """Everything out as JSON lines."""
    from index.operations import export as lines

    with Library.open(settings.db, settings=settings) as library:
        if arguments.output is None:
            for line in lines(library, arguments.what):
                print(line)
            return 0
        target = Path(arguments.output)
        part = target.with_name(f"{target.name}.part")
        count = 0
        try:
            with part.open("w", encoding="utf-8") as file:
                for line in lines(library, arguments.what):
                    file.write(f"{line}\n")
                    count += 1
            part.replace(target)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise LibraryError(
                f"{target} 写不了（{error.strerror}）：请检查路径、权限和磁盘空间。"
            ) from error
    print(f"已导出 {count} 条到 {target}。")
    return 0


def evaluate(arguments: argparse.Namespace, settings: Settings) -> int:
    """Quality against questions whose answers are known, or against rows and facts that are."""
    from index.evaluation.questions import evaluate as measure

    expected = [Path(name) for name in arguments.questions if name.endswith(".json")]
    if expected:
        return _reading(arguments, expected)
    with Library.open(settings.db, settings=settings) as library:
        result = measure(library, [Path(name) for name in arguments.questions], folder=arguments.bulletins)
    if arguments.json:
        document(result.as_json())
    else:
        print(result.as_text(misses=arguments.misses))
    return 0


def _reading(arguments: argparse.Namespace, files: list[Path]) -> int:
    from index.evaluation.reading import read_expected

    if len(files) < len(arguments.questions):
        raise LibraryError("问题文件（.jsonl）和核对文件（.json）请分两次评测。")
    found = read_expected(files, arguments.bulletins)
    if arguments.json:
        document(found.as_json())
    else:
        print(found.as_text(misses=arguments.misses))
    return 0


def bench(arguments: argparse.Namespace, settings: Settings) -> int:
    """Speed and size."""
    from index.evaluation.bench import run

    output = Path(arguments.output) if arguments.output else None
    for line in run(arguments.only, large=arguments.large, corpus=arguments.corpus, output=output):
        print(line, flush=True)
    return 0
