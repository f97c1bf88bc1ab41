"""/start and /help: everything within three taps, by role."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.cutting import cut
from bot.keys import meant, short
from bot.registry import Command, Desk
from bot.render import HTML
from bot.store import RANK
from bot.talk import Talk
from bot.views import Button, Pressed, View, grid
from index.library import Library

_EXAMPLES = 3


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
    questions = await desk.in_thread(examples, desk.library)
    rows: list[tuple[Button, ...]] = [(Button(cut(one, 60), f"try.{short(one)}"),) for one in questions]
    rows += grid([Button(texts.MENU[name], f"go.{name}") for name in texts.MENU_RESIDENT], 2)
    rows += [(Button(texts.MENU_OF[role], f"menu.{role}"),) for role in ("staff", "admin") if talk.may(role)]
    html = texts.START + "\n\n" + (texts.START_TRY if questions else texts.START_EMPTY)
    return (View(html, tuple(rows)),)


async def tried(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """An example is asked as if typed."""
    from bot.handlers.answers import question

    one = meant(args[0], await desk.in_thread(examples, desk.library), str)
    if one is None:
        return Pressed(texts.STALE, alert=True)
    (view,) = await question(desk, talk.saying(one), one)
    head = f"<i>{HTML.plain(texts.ASKED.format(question=one))}</i>\n"
    return Pressed(fresh=(View(head + view.html, view.rows),))


async def menu(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """What staff or admins can do, in place."""
    role = args[0]
    if role not in texts.MENU_OF or not talk.may(role):
        return Pressed(texts.FORBIDDEN.get(role, texts.STALE), alert=True)
    names = texts.MENU_STAFF if role == "staff" else texts.MENU_ADMIN
    lines = [f"<b>{texts.MENU_OF[role]}</b>"]
    lines += [f"/{one.name} {HTML.plain(one.about)}" for one in commands() if one.role == role]
    if role == "admin":
        lines += ["", texts.HELP_UPLOAD]
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


def examples(library: Library) -> list[str]:
    """Questions that this library answers: about its newest batch, its newest project with an owner, an office."""
    from bot.cards import period_name

    found: list[str] = []
    batches = [
        s for s in library.stated_batches() if s.batch.total and s.batch.period and not s.batch.category
    ]
    batches.sort(key=lambda s: max((x.date or "" for x in s.sources), default=""))
    for stated in batches[-1:]:
        one = stated.batch
        whole = (
            one.stage if one.stage and one.stage != "合计" and one.stage not in (one.programme or "") else ""
        )
        found.append(f"{one.district or ''}{period_name(one.period)}{one.programme or ''}{whole}总投资多少？")
    found += [f"{one.row.name}的建设单位是谁？" for one in library.catalogue() if one.row.owner][-1:]
    listed = [s.batch for s in batches if s.batch.names and s.batch.stage in ("签约", "开工", "投产")]
    for one in listed[-1:]:
        found.append(
            f"{one.district or ''}{period_name(one.period)}{one.programme or ''}{one.stage}有哪些项目？"
        )
    return [one for one in found if library.ask(one).status == "answered"][:_EXAMPLES]
