"""Arguments, exit codes, errors as one sentence."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from index.cli.commands import COMMANDS
from index.errors import LibraryError
from index.settings import Settings

_DB = "公报库文件（默认 BULLETIN_DB，再默认当前文件夹里的 bulletins.db）"


def main(argv: Sequence[str] | None = None) -> int:
    """The command's exit code: 0 done, 1 could not be carried out (one sentence on stderr), 2 usage."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = build_parser()
    arguments = parser.parse_args(argv)
    if arguments.command is None:
        parser.print_help(sys.stderr)
        return 2
    try:
        settings = Settings.read(db=arguments.db)
        for warning in settings.warnings:
            print(warning, file=sys.stderr)
        code = COMMANDS[arguments.command].act(arguments, settings)
        sys.stdout.flush()
        return code
    except LibraryError as error:
        print(str(error), file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("已中断：没有完成的文件没有写入。", file=sys.stderr)
        return 1


def build_parser() -> argparse.ArgumentParser:
    """The parser with all commands; each one's help ends with an example."""
    parser = argparse.ArgumentParser(
        prog="bulletin-index",
        description="公报库：导入、查看、检索、核对公报，以及备份和体检。",
        epilog="例：bulletin-index add data/bulletins",
    )
    parser.add_argument("--db", metavar="PATH", help=_DB)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--db", metavar="PATH", default=argparse.SUPPRESS, help=_DB)
    commands = parser.add_subparsers(dest="command", metavar="命令")
    for name, command in COMMANDS.items():
        made = commands.add_parser(
            name,
            parents=[shared],
            help=command.about,
            description=f"{command.about}。",
            epilog=f"例：{command.example}",
        )
        for flags, options in command.arguments:
            made.add_argument(*flags, **options)
    return parser
