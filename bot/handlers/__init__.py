"""What the bot does, in tables: commands (from which /help and the menus come), buttons, inline, files."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.handlers import (
    admin,
    answers,
    drawing,
    inline,
    menu,
    people,
    personal,
    projects,
    prompting,
    reading,
    staff,
    unanswered,
    uploads,
)
from bot.showing.views import View
from bot.talking.registry import Act, Command, Desk, Press
from bot.talking.talk import Talk

_ACTS: dict[str, dict[str, Act]] = {
    "resident": {
        "start": menu.start, "help": menu.help_, "ask": answers.ask, "latest": reading.latest,
        "project": projects.project, "projects": projects.projects, "chart": drawing.chart,
        "district": personal.district, "subscribe": personal.subscribe, "unsubscribe": personal.unsubscribe,
        "privacy": personal.privacy, "forget": personal.forget,
    },
    "staff": {
        "check": staff.check, "asof": staff.asof, "export": staff.export, "conflicts": staff.conflicts,
        "pin": staff.pin, "pins": staff.pins,
    },
    "admin": {
        "upload": uploads.how, "articles": admin.articles, "remove": admin.remove, "history": admin.history,
        "rollback": admin.rollback, "reindex": admin.reindex, "status": admin.status,
        "unanswered": unanswered.unanswered, "audit": people.audit, "alias": admin.alias, "grant": people.grant,
        "revoke": people.revoke,
    },
}  # fmt: skip

COMMANDS = tuple(
    Command(name, texts.COMMANDS[name], texts.COMMANDS_ENGLISH[name], role, prompting.prompting(name, act))
    for role, acts in _ACTS.items()
    for name, act in acts.items()
)
"""Every command, in the order of /help."""

PRESSES = tuple(
    Press(name, role, act)
    for role, acts in {
        "resident": {
            "opt": answers.option, "wide": answers.everywhere, "rel": answers.related, "good": answers.good,
            "bad": answers.bad, "why": answers.why, "rows": answers.rows, "more": answers.more, "back": answers.back,
            "src": answers.original, "art": answers.turned, "latest": reading.turned, "p": projects.opened,
            "pj": projects.listed, "pf": projects.filters, "follow": personal.follow, "line": drawing.steps_drawn,
            "chart": drawing.drawn, "dist": personal.district_chosen, "sub": personal.subscribe_to,
            "unsub": personal.unsubscribed, "forget": personal.forgotten, "cancel": personal.cancelled,
            "go": menu.gone_to, "menu": menu.menu, "try": menu.tried,
        },
        "staff": {
            "export": staff.exported, "doubt": staff.conflicts_turned, "unpin": staff.unpinned, "keep": staff.kept,
            "then": staff.asked_as_of,
        },
        "admin": {
            "articles": admin.articles_turned, "held": admin.article_opened, "remove": admin.remove_asked,
            "gone": admin.removed, "roll": admin.rollback_asked, "rolled": admin.rolled_back,
            "unalias": admin.unaliased, "revoke": people.revoke_pressed, "un": unanswered.opened,
            "unlist": unanswered.listed, "fix": unanswered.fixed, "again": unanswered.again,
            "out": unanswered.closed, "live": uploads.live, "drop": uploads.dropped, "asq": uploads.as_question,
        },
    }.items()
    for name, act in acts.items()
)  # fmt: skip
"""Every button."""

INLINE = inline.inline
UPLOADS = uploads.uploads


_HEARD = {one.name: (one.role, one.act) for one in COMMANDS}


async def QUESTION(desk: Desk, talk: Talk, text: str) -> Sequence[View]:
    """Whatever is said that is no command."""
    return await prompting.heard(desk, talk, text, _HEARD)
