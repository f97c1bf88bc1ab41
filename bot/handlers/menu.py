"""/start and /help: everything within three taps, by role."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot import texts
from bot.handlers.examples import examples
from bot.showing.cutting import cut
from bot.showing.render import HTML
from bot.showing.views import Button, Pressed, Rows, View, grid
from bot.store import RANK
from bot.talking.registry import Command, Desk
from bot.talking.talk import Talk


def commands() -> Sequence[Command]:
    """The table of commands."""
    from bot.handlers import COMMANDS

    return COMMANDS


async def start(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/start: what this is, questions to try, and the way to everything else."""
    if not talk.private:
        return (View(texts.GROUP_HELLO.format(name=desk.username)),)
    if talk.user_id is not None:
        desk.menu(talk.user_id, talk.role, talk.traditional)
    rows: list[tuple[Button, ...]] = list(await desk.in_thread(offers, desk))
    html = texts.START + "\n\n" + (texts.START_TRY if rows else texts.START_EMPTY)
    rows += grid([Button(texts.MENU[name], f"go.{name}") for name in texts.MENU_RESIDENT], 2)
    rows.append((Button(texts.MENU["help"], "go.help"), Button(texts.MENU_OF["more"], "menu.more")))
    own = [Button(texts.MENU_OF[role], f"menu.{role}") for role in ("staff", "admin") if talk.may(role)]
    rows += [tuple(own)] if own else []
    return (View(html, tuple(rows)),)


def offers(desk: Desk, articles: Collection[str] | None = None) -> Rows:
    """Buttons with questions that are answered; by ``articles`` (ids) alone, if given."""
    questions = examples(desk.library, articles)
    keys = desk.store.chats.offered(questions)
    return tuple((Button(cut(one, 60), f"try.{key}"),) for one, key in zip(questions, keys, strict=True))


async def tried(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """An example is asked as if typed."""
    from bot.handlers.answers import question

    one = await desk.in_thread(desk.store.chats.offer, int(args[0]))
    if one is None:
        return Pressed(texts.STALE, alert=True)
    (view,) = await question(desk, talk.saying(one), one)
    head = f"<i>{HTML.plain(texts.ASKED.format(question=one))}</i>\n"
    return Pressed(fresh=(View(head + view.html, view.rows),))


async def menu(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """What staff or admins can do, and what residents want less often."""
    which = args[0]
    if which not in texts.MENU_OF or (which != "more" and not talk.may(which)):
        return Pressed(texts.FORBIDDEN.get(which, texts.STALE), alert=True)
    names = {"more": texts.MENU_MORE, "staff": texts.MENU_STAFF, "admin": texts.MENU_ADMIN}[which]
    about = {one.name: HTML.plain(one.about) for one in commands()}
    lines = [f"<b>{texts.MENU_OF[which]}</b>", *(f"/{name} {about[name]}" for name in names)]
    lines += ["", texts.HELP_UPLOAD] if which == "admin" else []
    return Pressed(
        fresh=(View("\n".join(lines), grid([Button(texts.MENU[n], f"go.{n}") for n in names], 2)),)
    )


async def gone_to(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """A command as a button; the same roles as for the command."""
    command = next((one for one in commands() if one.name == args[0]), None)
    if command is None:
        return Pressed(texts.STALE, alert=True)
    if not talk.may(command.role):
        return Pressed(texts.FORBIDDEN[command.role], alert=True)
    return Pressed(fresh=tuple(await command.act(desk, talk, "")))


async def help_(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/help: from the table of commands, as far as the person's role goes."""
    parts = [texts.HELP_HEAD]
    for role in ("resident", "staff", "admin"):
        if RANK[role] <= RANK[talk.role]:
            own = [f"/{one.name} {HTML.plain(one.about)}" for one in commands() if one.role == role]
            parts.append("\n".join([f"<b>{texts.HELP_ROLES[role]}</b>", *own]))
    if talk.may("admin"):
        parts.append(texts.HELP_UPLOAD)
    if desk.username:
        parts.append(texts.HELP_INLINE.format(name=HTML.plain(desk.username)))
    return (View("\n\n".join([*parts, texts.HELP_TAIL])),)
