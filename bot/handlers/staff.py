"""What staff do: check a sentence, ask as of a day, export, look at doubts, pin answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot import texts
from bot.handlers.answers import answer_of, held, papers_in, papers_of
from bot.handlers.shared import numbered, paging
from bot.showing.cutting import cut
from bot.showing.exports import as_csv, as_xlsx, in_traditional, table
from bot.showing.keys import meant, short
from bot.showing.render import HTML, day, places, render, render_claims
from bot.showing.scripts import simplified, traditional
from bot.showing.views import Button, Pressed, View, grid
from bot.talking.registry import Desk
from bot.talking.talk import Talk
from index.errors import LibraryError
from index.library import Library

PAGE = 6
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?[\s,，：:]*(.*)", re.DOTALL)


async def check(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/check 一句话: each claim marked."""
    if not rest.strip():
        return (View(texts.CHECK_EMPTY),)
    claims = await desk.in_thread(desk.library.check, rest)
    articles = [source.article for claim in claims for source in claim.sources[:1]]
    papers = await desk.in_thread(papers_in, desk.library, articles)
    return (View(render_claims(claims, papers=papers) or texts.CHECK_NONE),)


async def asof(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/asof 日期 问题: what bulletins up to that day answer."""
    found = _DAY.fullmatch(rest.strip())
    if found is None:
        return (View(texts.ASOF_EMPTY if not rest.strip() else texts.ASOF_BAD),)
    try:
        moment = date(*(int(part) for part in found.groups()[:3]))
    except ValueError:
        return (View(texts.ASOF_BAD),)
    if not found[4].strip():
        return (await desk.in_thread(_state_of, desk.library, moment.isoformat()),)
    return (await desk.in_thread(_as_of, desk, talk, found[4].strip(), moment),)


async def asked_as_of(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """One of several readings, or a related question: asked as of the same day."""
    moment = date.fromisoformat(args[0])
    asked = await desk.in_thread(desk.store.chats.offer, int(args[1]))
    if asked is None:
        return Pressed(texts.STALE, alert=True)
    view = await desk.in_thread(_as_of, desk, talk, asked, moment)
    head = f"<i>{HTML.plain(texts.ASKED.format(question=asked))}</i>\n"
    return Pressed(fresh=(View(head + view.html, view.rows),))


def _as_of(desk: Desk, talk: Talk, question: str, moment: date) -> View:
    answer = desk.library.ask_as_of(question, moment, district=desk.store.people.district(talk.place))
    body = render(answer, papers=papers_of(desk.library, answer), listed=False)
    further = (*answer.options, *answer.related[:3])
    keys = desk.store.chats.offered(further) if further else []
    rows = tuple(
        (Button(cut(one, 60), f"then.{moment:%Y%m%d}.{key}"),) for one, key in zip(further, keys, strict=True)
    )
    return View(f"<i>{texts.ASOF_HEAD.format(date=day(moment.isoformat()))}</i>\n{body}", rows)


def _state_of(library: Library, until: str) -> View:
    known = [a for a in library.articles() if (a.date or a.issue_date or "") <= until]
    if not known:
        return View(texts.ASOF_BEFORE.format(date=day(until)))
    dated = sorted((a.date for a in known if a.date), reverse=True)
    last = day(dated[0]) if dated else texts.UNDATED
    return View(texts.ASOF_STATE.format(date=day(until), n=len(known), last=last))


# ---- export


async def export(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/export: what, and in which form."""
    buttons = [
        Button(f"{label} {form}", f"export.{kind}.{form}")
        for kind, label in texts.EXPORT_KINDS.items()
        for form in ("csv", "xlsx")
    ]
    return (View(texts.EXPORT_ASK, grid(buttons, 2)),)


async def exported(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """The file."""
    kind, form = args
    return Pressed(fresh=(await desk.in_thread(file_view, desk, talk, kind, form),))


def file_view(desk: Desk, talk: Talk, kind: str, form: str) -> View:
    """One table as a file with a caption, in the person's script."""
    held, label = table(desk.library, kind), texts.EXPORT_KINDS[kind]
    if not held[1]:
        return View(texts.EXPORT_NONE)
    if talk.traditional:
        held, label = in_traditional(held, desk.names), traditional(label)
    content = as_csv(held) if form == "csv" else as_xlsx(held, label)
    caption = texts.EXPORT_DONE.format(what=label, n=len(held[1]))
    return View(caption, name=f"{label}.{form}", content=content)


# ---- doubts


async def conflicts(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/conflicts."""
    return (await desk.in_thread(doubts_view, desk.library, 0),)


async def conflicts_turned(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """Another page, in place."""
    return Pressed(edit=await desk.in_thread(doubts_view, desk.library, int(args[0])))


def doubts_view(library: Library, at: int) -> View:
    """One page of what is doubtful; numbers open the articles."""
    found = library.doubts()
    if not found:
        return View(texts.CONFLICTS_NONE)
    pages = -(-len(found) // PAGE)
    at = min(max(at, 0), pages - 1)
    shown = found[at * PAGE : (at + 1) * PAGE]
    lines = [f"<b>{texts.CONFLICTS_HEAD.format(n=len(found))}</b>", ""]
    articles: list[str] = []
    for doubt in shown:
        marks = []
        for name in doubt.articles:
            if name not in articles:
                articles.append(name)
            marks.append(f"[{articles.index(name) + 1}]")
        said = _ISO.sub(lambda found: day(found[0]), doubt.message)
        lines.append(f"· {HTML.plain(cut(said, 400))} {''.join(marks)}")
    lines += ["", texts.CONFLICTS_HINT]
    rows = numbered(len(articles), "src", keys=[f"{name}.0" for name in articles])
    turn = paging("doubt", at, pages)
    return View("\n".join(lines), (*rows, *((turn,) if turn else ())))


# ---- pinned answers


async def pin(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/pin 问题 = 答案."""
    question, _, answer = rest.replace("＝", "=").partition("=")
    if not question.strip() or not answer.strip():
        return (View(texts.PIN_EMPTY),)
    return (await desk.in_thread(pinned, desk, talk, question.strip(), answer.strip()),)


async def kept(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """📌 under an answer: it is the answer to this question from now on, with the source that it has."""

    def keep() -> View | None:
        logged = held(desk, args[0])
        if logged is None:
            return None
        answer = answer_of(logged.body)
        alone = desk.library.ask(logged.question, district=desk.store.people.district(talk.place))
        if alone.answer != answer.answer:  # it was understood by what was asked before it
            return View(texts.PIN_UNCLEAR)
        article = answer.sources[0].article if answer.sources else None
        return pinned(desk, talk, logged.question, answer.answer, article)

    view = await desk.in_thread(keep)
    return Pressed(fresh=(view,)) if view else Pressed(texts.ANSWER_GONE, alert=True)


def saying(library: Library, answer: str) -> str | None:
    """The article that has the answer's own words, or None."""
    bare = "".join(answer.split())
    hits = library.search(answer, 5) if len(bare) > 1 else ()
    return next((hit.article for hit in hits if places("".join(hit.text.split()), [bare])), None)


def pinned(desk: Desk, talk: Talk, question: str, answer: str, article: str | None = None) -> View:
    """Sets an answer, in the script in which all are kept; its source is ``article``, else one that says the same."""
    asked, question, answer = question, simplified(question), simplified(answer)
    article = article or saying(desk.library, answer)
    try:
        desk.library.add_pin(question, answer, article, actor=actor(talk))
    except LibraryError as error:
        return View(HTML.plain(str(error)))
    desk.store.journal.close_question(asked)
    html = texts.PIN_DONE.format(question=HTML.plain(question), answer=HTML.plain(answer))
    return View(html, ((Button(texts.PIN_UNDO, f"unpin.{short(question)}"),),))


async def pins(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/pins."""
    return (await desk.in_thread(_pins_view, desk.library),)


async def unpinned(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """A pinned answer is taken back."""

    def take() -> View | None:
        one = meant(args[0], desk.library.pins(), lambda held: held.question)
        if one is None:
            return None
        desk.library.remove_pin(one.question, actor=actor(talk))
        return _pins_view(desk.library)

    view = await desk.in_thread(take)
    return Pressed(texts.PIN_GONE, edit=view) if view else Pressed(texts.STALE, alert=True)


def _pins_view(library: Library) -> View:
    held = library.pins()[-20:]
    if not held:
        return View(texts.PINS_NONE)
    lines = [f"<b>{texts.PINS_HEAD}</b>", ""]
    lines += [
        f"{n}. {HTML.line(cut(p.question, 80))} → {HTML.line(cut(p.answer, 80))}"
        for n, p in enumerate(held, 1)
    ]
    return View("\n".join(lines), numbered(len(held), "unpin", keys=[short(p.question) for p in held]))


def actor(talk: Talk) -> str:
    """How the audit log names who did something."""
    return f"telegram:{talk.user_id}" if talk.user_id is not None else "cli"
