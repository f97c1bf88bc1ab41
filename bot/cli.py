"""``bulletin-bot``: run, chat, ask, questions."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bot import texts
from bot.settings import BotSettings
from index.errors import LibraryError
from index.library import Library


def main(argv: Sequence[str] | None = None) -> int:
    """The command's exit code: 0 done, 1 could not be done (one sentence on stderr), 2 usage."""
    arguments = _parser().parse_args(argv)
    try:
        settings = BotSettings.read(db=arguments.db)
        for warning in settings.library.warnings:
            print(warning, file=sys.stderr)
        return int(_COMMANDS[arguments.command or ("run" if settings.token else "chat")](arguments, settings))
    except LibraryError as error:
        print(str(error), file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bulletin-bot",
        description="公报问答机器人。不写命令时：设置了 TELEGRAM_BOT_TOKEN 就运行机器人，否则在终端里对话。",
        epilog='例：bulletin-bot ask "第七期总投资多少"',
    )
    parser.add_argument("--db", help="公报库文件（默认 BULLETIN_DB 或 bulletins.db）")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--db", default=argparse.SUPPRESS, help="公报库文件（默认 BULLETIN_DB 或 bulletins.db）"
    )
    commands = parser.add_subparsers(dest="command", metavar="命令")
    commands.add_parser(
        "run",
        parents=[shared],
        help="运行 Telegram 机器人",
        description="运行 Telegram 机器人：设置了 TELEGRAM_WEBHOOK_URL 用 webhook，否则轮询。",
        epilog="例：TELEGRAM_BOT_TOKEN=… bulletin-bot run",
    )
    commands.add_parser(
        "chat",
        parents=[shared],
        help="在终端里对话",
        description="在终端里对话；也可以从管道读入，一行一问。",
        epilog="例：bulletin-bot chat <问题.txt",
    )
    ask = commands.add_parser(
        "ask",
        parents=[shared],
        help="一问一答",
        description="回答一个问题；--jsonl 逐行问答。",
        epilog='例：bulletin-bot ask "那开工的呢" --context "第七期签约总投资多少"',
    )
    ask.add_argument("question", nargs="?", help="问题")
    ask.add_argument("--context", action="append", default=[], help="之前问过的问题，从早到晚，可写多次")
    ask.add_argument("--now", help="提问的时间，ISO 格式")
    ask.add_argument("--json", action="store_true", help="输出 JSON")
    ask.add_argument(
        "--jsonl", action="store_true", help='从标准输入逐行读 {"id","question","context","now"}'
    )
    asked = commands.add_parser(
        "questions",
        parents=[shared],
        help="大家问过什么",
        description="列出大家问过的问题，问得最多的在前。",
        epilog="例：bulletin-bot questions --unanswered",
    )
    asked.add_argument("--unanswered", action="store_true", help="只列没有找到答案的")
    asked.add_argument("--json", action="store_true", help="输出 JSON")
    return parser


@contextmanager
def _library(settings: BotSettings) -> Iterator[Library]:
    path = settings.library.db
    if not path.exists():
        raise LibraryError(texts.NO_DATABASE.format(path=path))
    with Library.open(path, settings=settings.library) as library:
        yield library


def _run(arguments: argparse.Namespace, settings: BotSettings) -> int:
    if not settings.token:
        raise LibraryError(texts.NO_TOKEN)
    from bot.serving import run

    with _library(settings) as library:
        return run(library, settings)


def _chat(arguments: argparse.Namespace, settings: BotSettings) -> int:
    from bot.store import ChatStore
    from bot.terminal import chat

    with _library(settings) as library:
        store = ChatStore(settings.library.chats)
        try:
            chat(library, store, settings)
        finally:
            store.close()
    return 0


def _ask(arguments: argparse.Namespace, settings: BotSettings) -> int:
    from bot.asking import ask_one, stream

    if not arguments.jsonl and not (arguments.question or "").strip():
        print('请写上问题，例如：bulletin-bot ask "第七期总投资多少"', file=sys.stderr)
        return 2
    with _library(settings) as library:
        if arguments.jsonl:
            stream(library)
        else:
            print(
                ask_one(
                    library, arguments.question, arguments.context, arguments.now, json_out=arguments.json
                )
            )
    return 0


def _questions(arguments: argparse.Namespace, settings: BotSettings) -> int:
    import json
    from dataclasses import asdict

    from bot.store import ChatStore

    store = ChatStore(settings.library.chats)
    try:
        found = store.journal.questions(unanswered=arguments.unanswered)
    finally:
        store.close()
    if arguments.json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False))
    elif not found:
        print(texts.QUESTIONS_NONE)
    for one in found if not arguments.json else ():
        print(f"{one.times:>4}  {one.status:<10}  {one.question}")
    return 0


_COMMANDS = {"run": _run, "chat": _chat, "ask": _ask, "questions": _questions}
