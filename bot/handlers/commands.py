"""The commands, in one table."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import Update

from bot import texts
from bot.handlers.context import Desk
from bot.render import HTML, render, render_claims
from index.records import Found, ProjectRow

Act = Callable[[Desk, Update, str], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what people type after the slash, what it says in /help, what it does."""

    name: str
    about: str
    act: Act


async def start(desk: Desk, update: Update, rest: str) -> None:
    """/start: what this is and what to ask."""
    examples = "\n".join(f"· {HTML.plain(one)}" for one in texts.EXAMPLES)
    await desk.reply(update, texts.START.format(examples=examples))


async def help_(desk: Desk, update: Update, rest: str) -> None:
    """/help: from this table."""
    lines = [
        texts.HELP_HEAD,
        "",
        *(f"/{command.name} — {HTML.plain(command.about)}" for command in COMMANDS),
        "",
        texts.HELP_TAIL,
    ]
    await desk.reply(update, "\n".join(lines))


async def ask(desk: Desk, update: Update, rest: str) -> None:
    """/ask 问题."""
    if not rest.strip():
        await desk.reply(update, texts.ASK_EMPTY)
        return
    answer = await desk.in_thread(desk.conversation.answer, desk.chat_of(update), rest)
    await desk.reply(update, render(answer))


async def latest(desk: Desk, update: Update, rest: str) -> None:
    """/latest: the newest articles."""
    articles = await desk.in_thread(desk.conversation.library.articles)
    if not articles:
        await desk.reply(update, texts.LATEST_NONE)
        return
    newest = sorted(articles, key=lambda a: a.date or "", reverse=True)[:10]
    lines = [
        f"· {HTML.link(a.headlines[0] if a.headlines else a.title, a.url)}（{a.date or texts.UNDATED}）"
        for a in newest
    ]
    await desk.reply(update, "\n".join([texts.LATEST_HEAD, *lines]))


async def project(desk: Desk, update: Update, rest: str) -> None:
    """/project 名称: a card for each project of that name."""
    if not rest.strip():
        await desk.reply(update, texts.PROJECT_EMPTY)
        return
    wanted = rest.strip()
    found = await desk.in_thread(lambda: desk.conversation.library.projects())
    rows = [one for one in found if wanted in one.value.name or wanted in one.value.aliases][:5]
    if not rows:
        await desk.reply(update, texts.PROJECT_NONE.format(name=HTML.plain(wanted[:60])))
        return
    await desk.reply(update, "\n\n".join(card(one) for one in rows))


def card(found: Found[ProjectRow]) -> str:
    """A project's facts, one a line."""
    row = found.value
    lines = [HTML.bold(row.name)]
    for field, name in texts.PROJECT_FIELDS:
        value = getattr(row, field)
        if value is not None:
            shown = f"第{value}期" if field == "period" and isinstance(value, int) else str(value)
            lines.append(f"{name}：{HTML.plain(shown)}")
    lines += [
        f"{HTML.plain(one.kind)}：{one.value:g}{one.unit}{HTML.plain(one.currency)}"
        for one in row.investments
    ]
    return "\n".join(lines)


async def check(desk: Desk, update: Update, rest: str) -> None:
    """/check 一句话."""
    if not rest.strip():
        await desk.reply(update, texts.CHECK_EMPTY)
        return
    claims = await desk.in_thread(desk.conversation.library.check, rest)
    await desk.reply(update, render_claims(claims))


async def privacy(desk: Desk, update: Update, rest: str) -> None:
    """/privacy: what is kept."""
    await desk.reply(update, texts.PRIVACY.format(days=desk.settings.keep_days))


async def forget(desk: Desk, update: Update, rest: str) -> None:
    """/forget: delete what is kept."""
    await desk.in_thread(desk.conversation.store.forget, desk.chat_of(update))
    await desk.reply(update, texts.FORGOTTEN)


COMMANDS = (
    Command("start", texts.COMMAND_START, start),
    Command("help", texts.COMMAND_HELP, help_),
    Command("ask", texts.COMMAND_ASK, ask),
    Command("latest", texts.COMMAND_LATEST, latest),
    Command("project", texts.COMMAND_PROJECT, project),
    Command("check", texts.COMMAND_CHECK, check),
    Command("privacy", texts.COMMAND_PRIVACY, privacy),
    Command("forget", texts.COMMAND_FORGET, forget),
)
