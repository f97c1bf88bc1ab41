"""What belongs to one person or chat: its district, its subscriptions, what is kept of it."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.handlers.projects import find
from bot.showing.cutting import cut
from bot.showing.keys import meant, short
from bot.showing.render import HTML
from bot.showing.scripts import simplified
from bot.showing.views import Button, Pressed, View, grid
from bot.store import Subscription
from bot.talking.registry import Desk
from bot.talking.talk import Talk

MOST = 20  # subscriptions of a chat
LONGEST = 30  # code points of a word


# ---- district


async def district(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/district: what 本区 means in this chat."""
    known = await desk.in_thread(_districts, desk)
    wanted = simplified(rest.strip())
    if not known:
        return (View(texts.DISTRICT_EMPTY),)
    if not wanted:
        return (await desk.in_thread(_district_view, desk, talk, known),)
    found = [name for name in known if name.startswith(wanted)]
    if len(found) != 1:
        head = texts.DISTRICT_UNKNOWN.format(name=HTML.line(cut(rest.strip(), 30)))
        return (View(head, _district_rows(known)),)
    await desk.in_thread(desk.store.people.set_district, talk.place, found[0])
    return (View(texts.DISTRICT_SET.format(name=HTML.plain(found[0]))),)


async def district_chosen(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """A district, or any."""
    known = await desk.in_thread(_districts, desk)
    if not args or not args[0]:
        await desk.in_thread(desk.store.people.set_district, talk.place, None)
        return Pressed(edit=View(texts.DISTRICT_CLEARED))
    name = meant(args[0], known, str)
    if name is None:
        return Pressed(texts.STALE, alert=True)
    await desk.in_thread(desk.store.people.set_district, talk.place, name)
    return Pressed(edit=View(texts.DISTRICT_SET.format(name=HTML.plain(name))))


def _districts(desk: Desk) -> tuple[str, ...]:
    return desk.library.status().districts


def _district_rows(known: Sequence[str]) -> tuple[tuple[Button, ...], ...]:
    buttons = [Button(cut(name, 24), f"dist.{short(name)}") for name in known[:60]]
    return grid([*buttons, Button(texts.DISTRICT_ANY, "dist.")], 3)


def _district_view(desk: Desk, talk: Talk, known: Sequence[str]) -> View:
    now = desk.store.people.district(talk.place) or desk.settings.library.district
    html = texts.DISTRICT_NOW.format(name=HTML.plain(now)) if now else texts.DISTRICT_NONE
    return View(html, _district_rows(known))


# ---- subscriptions


async def subscribe(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/subscribe 关键词; without a word: what there is, and words to begin with."""
    word = word_of(rest)
    if not word:
        return (await desk.in_thread(_overview, desk, talk),)
    return (await desk.in_thread(_subscribed, desk, talk, word),)


async def subscribe_to(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """A suggested word."""
    word = meant(args[0], await desk.in_thread(_suggestions, desk), str)
    if word is None:
        return Pressed(texts.STALE, alert=True)
    return Pressed(fresh=(await desk.in_thread(_subscribed, desk, talk, word),))


async def follow(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """Told when a new bulletin mentions a project: its shortest alias that is long enough."""
    one = await desk.in_thread(find, desk.library, args[0])
    if one is None:
        return Pressed(texts.STALE, alert=True)
    names = [name for name in (one.row.name, *one.row.aliases) if 4 <= len(name) <= LONGEST]
    word = min(names, key=len) if names else one.row.name[:LONGEST]
    return Pressed(fresh=(await desk.in_thread(_subscribed, desk, talk, word),))


async def unsubscribe(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/unsubscribe 关键词; without a word: the list to choose from."""
    word = word_of(rest)
    people, topic = desk.store.people, talk.topic or 0
    if not word:
        return (await desk.in_thread(_list, desk, talk),)
    gone = await desk.in_thread(people.unsubscribe, talk.chat_id, topic, word)
    said = texts.UNSUBSCRIBED if gone else texts.UNSUBSCRIBE_NONE
    return (View(said.format(word=HTML.plain(cut(word, LONGEST)))),)


async def unsubscribed(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """One subscription, or all of them, in place."""
    people, topic = desk.store.people, talk.topic or 0
    if args[0] == "all":
        gone = await desk.in_thread(people.unsubscribe, talk.chat_id, topic, None)
        return Pressed(edit=View(texts.UNSUBSCRIBED_ALL.format(n=gone)))
    mine = await desk.in_thread(people.subscriptions, talk.chat_id, topic)
    one = meant(args[0], mine, lambda held: held.word)
    if one is None:
        return Pressed(texts.STALE, alert=True)
    await desk.in_thread(people.unsubscribe, talk.chat_id, topic, one.word)
    view = await desk.in_thread(_list, desk, talk)
    return Pressed(texts.UNSUBSCRIBED.format(word=cut(one.word, LONGEST)), edit=view)


def word_of(rest: str) -> str:
    """What is subscribed to: simplified, in one line, without quotation marks."""
    return simplified(" ".join(rest.split()).strip("“”\"'「」《》"))


def _subscribed(desk: Desk, talk: Talk, word: str) -> View:
    people, topic = desk.store.people, talk.topic or 0
    mine = people.subscriptions(talk.chat_id, topic)
    shown = HTML.plain(cut(word, LONGEST))
    if not HTML.plain(word).strip() or len(word) > LONGEST:
        return View(texts.SUBSCRIBE_LONG)
    if len(mine) >= MOST and all(one.word != word for one in mine):
        return View(texts.SUBSCRIBE_FULL.format(n=MOST), _list_rows(mine))
    fresh = people.subscribe(Subscription(talk.chat_id, topic, word, talk.traditional), talk.chat, talk.at)
    said = texts.SUBSCRIBED if fresh else texts.SUBSCRIBED_ALREADY
    return View(said.format(word=shown), ((Button(texts.UNSUBSCRIBE_THIS, f"unsub.{short(word)}"),),))


def _overview(desk: Desk, talk: Talk) -> View:
    mine = desk.store.people.subscriptions(talk.chat_id, talk.topic or 0)
    held = {one.word for one in mine}
    fresh = [word for word in _suggestions(desk) if word not in held][:6]
    parts = [texts.SUBSCRIBE_HEAD]
    parts += (
        ["\n".join([texts.SUBSCRIBE_LIST, *(f"· {HTML.plain(one.word)}" for one in mine)])] if mine else []
    )
    parts += [texts.SUBSCRIBE_TRY] if fresh else []
    adding = grid([Button(f"＋ {cut(word, 16)}", f"sub.{short(word)}") for word in fresh], 2)
    return View("\n\n".join(parts), (*_list_rows(mine), *adding))


def _suggestions(desk: Desk) -> list[str]:
    """Words that bulletins here are about: programmes, stages, districts."""
    batches = [found.value for found in desk.library.batches()]
    named = [b.programme for b in batches] + [b.stage for b in batches if b.stage not in ("合计", "累计")]
    return [word for word in dict.fromkeys((*named, *_districts(desk))) if word and len(word) <= LONGEST]


def _list(desk: Desk, talk: Talk) -> View:
    mine = desk.store.people.subscriptions(talk.chat_id, talk.topic or 0)
    return View(texts.SUBSCRIBE_LIST, _list_rows(mine)) if mine else View(texts.SUBSCRIPTIONS_NONE)


def _list_rows(mine: Sequence[Subscription]) -> tuple[tuple[Button, ...], ...]:
    rows = grid([Button(f"✖ {cut(one.word, 20)}", f"unsub.{short(one.word)}") for one in mine], 2)
    return (*rows, (Button(texts.UNSUBSCRIBE_ALL, "unsub.all"),)) if len(mine) > 1 else rows


# ---- privacy


async def privacy(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/privacy: what is kept."""
    html = texts.PRIVACY.format(days=desk.settings.keep_days)
    if talk.private and talk.user_id is not None:
        html += f"\n\n{texts.PRIVACY_ID.format(user=talk.user_id)}"
    return (View(html, ((Button(texts.FORGET_BUTTON, "go.forget"),),)),)


async def forget(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/forget: asks first."""
    return (View(texts.FORGET_ASK, ((Button(texts.CONFIRM, "forget"), Button(texts.CANCEL, "cancel")),)),)


async def forgotten(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """Everything of this person here is deleted."""
    await desk.in_thread(desk.store.journal.forget, talk.chat)
    await desk.in_thread(desk.store.chats.forget, talk.chat)
    mine = (talk.chat_id, talk.place) if talk.private else (None, None)
    await desk.in_thread(desk.store.people.forget, talk.chat, *mine)
    return Pressed(edit=View(texts.FORGOTTEN))


async def cancelled(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """取消: also what was asked for is no longer waited for."""
    await desk.in_thread(desk.store.chats.stop, talk.chat)
    return Pressed(edit=View(texts.CANCELLED))
