"""What admins do with the library: articles, versions, search index, state, names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePath
from zoneinfo import ZoneInfo

from bot import texts
from bot.handlers.reading import newest
from bot.handlers.shared import confirm, numbered, paging
from bot.handlers.staff import actor
from bot.showing.cutting import cut
from bot.showing.keys import meant, short
from bot.showing.reading import headline, list_line
from bot.showing.render import HTML, day
from bot.showing.scripts import simplified
from bot.showing.views import Button, Pressed, View
from bot.talking.registry import Desk
from bot.talking.talk import Talk
from index.errors import LibraryError, UnknownItem
from index.library import Library
from index.records import Article

PAGE = 10
_HOURS = 24 * 3600.0


# ---- articles


async def articles(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/articles: the newest first, a number opens one."""
    return (await desk.in_thread(articles_view, desk.library, 0),)


async def articles_turned(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """Another page, in place."""
    return Pressed(edit=await desk.in_thread(articles_view, desk.library, int(args[0])))


def articles_view(library: Library, at: int) -> View:
    """One page of articles."""
    held = newest(library)
    if not held:
        return View(texts.LATEST_NONE)
    pages = -(-len(held) // PAGE)
    at = min(max(at, 0), pages - 1)
    shown = held[at * PAGE : (at + 1) * PAGE]
    lines = [f"<b>{texts.ARTICLES_HEAD.format(n=len(held), at=at + 1, all=pages)}</b>", ""]
    lines += [list_line(number, article) for number, article in enumerate(shown, 1)]
    rows = numbered(len(shown), "held", keys=[f"{article.id}.{at}" for article in shown])
    turn = paging("articles", at, pages)
    return View("\n".join(lines), (*rows, *((turn,) if turn else ())))


async def article_opened(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """One article: what it is, read it, remove it."""
    article = await desk.in_thread(_article, desk.library, args[0])
    if article is None:
        return Pressed(texts.ARTICLE_GONE, alert=True)
    says = await desk.in_thread(desk.library.extraction, article.id)
    html = texts.ARTICLE_CARD.format(
        title=HTML.plain(headline(article)), date=day(article.date), file=HTML.plain(PurePath(article.file).name),
        id=article.id, projects=len(says.projects), facts=len(says.facts), versions=article.versions,
    )  # fmt: skip
    rows = (
        (
            Button(texts.ARTICLE_READ, f"src.{article.id}.0"),
            Button(texts.ARTICLE_REMOVE, f"remove.{article.id}"),
        ),
        (Button(texts.BACK_TO_LIST, f"articles.{args[1] if len(args) > 1 else 0}"),),
    )
    return Pressed(edit=View(html, rows))


async def remove(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/remove 编号: asks first."""
    if not rest.strip():
        first = (Button(texts.MENU["articles"], "go.articles"),)
        return (View(texts.REMOVE_EMPTY, (first,)),)
    article = await desk.in_thread(_resolved, desk.library, rest.strip())
    if isinstance(article, str):
        return (View(HTML.plain(article)),)
    return (_asked(article),)


async def remove_asked(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """🗑: asks first."""
    article = await desk.in_thread(_article, desk.library, args[0])
    return Pressed(edit=_asked(article)) if article else Pressed(texts.ARTICLE_GONE, alert=True)


async def removed(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """确认: the article is gone, the way back is named."""

    def take() -> View:
        try:
            article = desk.library.article(args[0])
            desk.library.remove([args[0]], actor=actor(talk))
        except UnknownItem:
            return View(texts.ARTICLE_GONE)
        except LibraryError as error:
            return View(HTML.plain(str(error)))
        return View(texts.REMOVED.format(title=HTML.plain(cut(headline(article), 80))), _to_history())

    return Pressed(edit=await desk.in_thread(take))


def _asked(article: Article) -> View:
    title = HTML.plain(cut(headline(article), 80))
    return View(texts.REMOVE_ASK.format(title=title), confirm(f"gone.{article.id}"))


def _article(library: Library, name: str) -> Article | None:
    try:
        return library.article(name)
    except UnknownItem:
        return None


def _resolved(library: Library, name: str) -> Article | str:
    """A live article by id, ref or the beginning of an id; or why there is none."""
    found = [
        a for a in library.articles() if name in (a.id, a.ref) or (len(name) >= 6 and a.id.startswith(name))
    ]
    return found[0] if len(found) == 1 else texts.REMOVE_UNKNOWN.format(name=cut(name, 40))


def _to_history() -> tuple[tuple[Button, ...], ...]:
    return ((Button(texts.MENU["history"], "go.history"),),)


# ---- versions


async def history(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/history: versions, the newest first; a number restores one."""
    return (await desk.in_thread(_history_view, desk),)


def _history_view(desk: Desk) -> View:
    held = sorted(desk.library.history(), key=lambda one: -one.number)[:15]
    lines = [f"<b>{texts.HISTORY_HEAD}</b>", ""]
    for one in held:
        line = texts.HISTORY_LINE.format(
            number=one.number, at=moment(one.at, desk.settings.library.zone), action=action_name(one.action),
            articles=one.articles,
            current=texts.HISTORY_CURRENT if one.current else "" if one.kept else texts.HISTORY_GONE,
        )  # fmt: skip
        lines.append(HTML.plain(line))
    numbers = [str(one.number) for one in held if one.kept and not one.current]
    rows = [Button(texts.RESTORE.format(n=number), f"roll.{number}") for number in numbers[:12]]
    return View("\n".join(lines), tuple(tuple(rows[at : at + 3]) for at in range(0, len(rows), 3)))


async def rollback(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/rollback 版本号: asks first."""
    number = rest.strip()
    known = {str(one.number) for one in await desk.in_thread(desk.library.history) if one.kept}
    if number not in known:
        unknown = texts.ROLLBACK_UNKNOWN.format(number=HTML.line(cut(number, 20)))
        return (View(unknown if number else texts.ROLLBACK_EMPTY, _to_history()),)
    return (_rollback_asked(number),)


async def rollback_asked(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """恢复: asks first."""
    return Pressed(edit=_rollback_asked(args[0]))


async def rolled_back(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """确认: that version is live."""

    def restore() -> View:
        try:
            made = desk.library.rollback(int(args[0]), actor=actor(talk))
        except (LibraryError, ValueError) as error:
            return View(HTML.plain(str(error)))
        return View(texts.ROLLED_BACK.format(number=args[0], articles=made.articles), _to_history())

    return Pressed(edit=await desk.in_thread(restore))


def _rollback_asked(number: str) -> View:
    return View(texts.ROLLBACK_ASK.format(number=number), confirm(f"rolled.{number}"))


# ---- search index and state


async def reindex(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/reindex: the search index is built anew; questions are answered meanwhile."""
    await desk.progress(talk, texts.REINDEXING)
    count = await desk.in_thread(desk.library.reindex)
    return (View(texts.REINDEXED.format(n=count)),)


async def status(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/status: the library, questions, feedback, and what is wrong."""
    return (await desk.in_thread(_status_view, desk, talk),)


def _status_view(desk: Desk, talk: Talk) -> View:
    held = desk.library.status()
    asked = desk.store.journal.counts(talk.at - _HOURS)
    verdicts = desk.store.journal.verdicts()
    bad = {key: n for key, n in verdicts.items() if key.startswith("bad")}
    reasons = [f"{label} {bad[f'bad:{name}']}" for name, label in texts.WHY.items() if f"bad:{name}" in bad]
    span = texts.SPAN.join(dict.fromkeys((day(held.first_date), day(held.last_date))))
    html = texts.STATUS_BODY.format(
        articles=held.articles, projects=held.projects, facts=held.facts, generation=held.generation,
        span=span, size=size(held.size), asked=sum(asked.values()),
        unanswered=asked.get("not_found", 0), good=verdicts.get("good", 0), bad=sum(bad.values()),
        why=f"（{'、'.join(reasons)}）" if reasons else "",
        subscriptions=len(desk.store.people.subscriptions()),
    )  # fmt: skip
    wrong = desk.library.doctor()
    health = (
        texts.STATUS_WELL
        if not wrong
        else "\n".join([texts.STATUS_WRONG, *(f"· {HTML.plain(w)}" for w in wrong)])
    )
    rows = ((Button(texts.MENU["unanswered"], "go.unanswered"), Button(texts.MENU["audit"], "go.audit")),)
    return View(f"{html}\n\n{health}", rows)


def size(count: int) -> str:
    """12.3 MB."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(1, round(count / 1e3))} KB"


def action_name(action: str) -> str:
    """What an action of the audit log is called."""
    return texts.ACTIONS.get(action, texts.ACTION_OTHER)


def moment(at: str | float, zone: ZoneInfo) -> str:
    """2024年1月28日 09:05, from an ISO time or seconds since 1970."""
    when = datetime.fromisoformat(at) if isinstance(at, str) else datetime.fromtimestamp(at, zone)
    when = when.astimezone(zone)
    return f"{when.year}年{when.month}月{when.day}日 {when:%H:%M}"


# ---- names


async def alias(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/alias 别名 = 正式名称; without words: those that there are."""
    short_form, _, name = rest.replace("＝", "=").partition("=")
    if not rest.strip():
        return (await desk.in_thread(_aliases_view, desk.library),)
    if not short_form.strip() or not name.strip():
        return (View(texts.ALIAS_EMPTY),)
    return (await desk.in_thread(aliased, desk, talk, short_form.strip(), name.strip()),)


def aliased(desk: Desk, talk: Talk, word: str, name: str) -> View:
    """Adds an alias, in the script in which all are kept."""
    word, name = simplified(word), simplified(name)
    try:
        desk.library.add_alias(word, name, actor=actor(talk))
    except LibraryError as error:
        return View(HTML.plain(str(error)))
    html = texts.ALIAS_DONE.format(alias=HTML.plain(word), name=HTML.plain(name))
    return View(html, ((Button(texts.ALIAS_UNDO, f"unalias.{short(word)}"),),))


async def unaliased(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """An alias is taken back."""

    def take() -> View | None:
        pair = meant(args[0], desk.library.aliases(), lambda held: held[0])
        if pair is None:
            return None
        desk.library.remove_alias(pair[0], actor=actor(talk))
        return _aliases_view(desk.library)

    view = await desk.in_thread(take)
    return Pressed(texts.ALIAS_GONE, edit=view) if view else Pressed(texts.STALE, alert=True)


def _aliases_view(library: Library) -> View:
    held = library.aliases()[:30]
    if not held:
        return View(texts.ALIAS_EMPTY)
    lines = [f"<b>{texts.ALIASES_HEAD}</b>", ""]
    lines += [f"{n}. {HTML.line(a)} → {HTML.line(name)}" for n, (a, name) in enumerate(held, 1)]
    rows = numbered(len(held), "unalias", keys=[short(a) for a, _ in held])
    return View("\n".join([*lines, "", texts.ALIAS_EMPTY]), rows)
