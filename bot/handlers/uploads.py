"""Admins put bulletins in: read, shown, confirmed, live."""

from __future__ import annotations

import html as markup
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from bot import texts
from bot.handlers import telling
from bot.handlers.answers import question
from bot.handlers.menu import offers
from bot.handlers.staff import actor
from bot.showing.cards import amount, period_name, spelt
from bot.showing.cutting import cut
from bot.showing.keys import short
from bot.showing.reading import headline
from bot.showing.render import HTML, day
from bot.showing.views import Button, Pressed, Rows, View
from bot.store import Upload
from bot.talking.registry import Desk, File
from bot.talking.talk import Talk, looks_like_bulletin
from index.errors import DatabaseBusy, LibraryError
from index.library import Library, Preview
from index.records import Article, Extraction, FileReport

_ARTICLES, _EXAMPLES, _WARNINGS = 6, 4, 5
_FORWARDED = 40  # code points from which a forwarded text is rather a bulletin than a question
_MADE = re.compile(rf"({'|'.join(texts.UPLOAD_CALLED)})-\d{{8}}-\d{{6}}\.\w+")
"""Names that we give to what comes without one."""


async def uploads(desk: Desk, talk: Talk, files: tuple[File, ...]) -> Sequence[View]:
    """Files that an admin sent: what is in them, and 确认 / 取消."""
    if not talk.may("admin"):
        return (View(texts.UPLOAD_FORBIDDEN),)
    parts, keys = await offered(desk, talk, files)
    if not keys:
        return (View("\n\n".join(parts)),)
    return (View("\n\n".join([*parts, texts.UPLOAD_QUESTION]), decision(keys)),)


async def offered(desk: Desk, talk: Talk, files: Sequence[File]) -> tuple[list[str], list[int]]:
    """What is said of each file, and the keys of those that can be added."""
    parts: list[str] = []
    keys: list[int] = []
    for number, file in enumerate(files, 1):
        await desk.progress(talk, _step(texts.UPLOAD_READING, number, len(files), file.name))
        preview = await desk.in_process(preview_file, str(desk.library.path), str(file.path), file.name)
        parts.append(preview_html(preview, file.name))
        if preview.report.status in ("added", "changed"):
            hold, owner = desk.store.people.hold, desk.store.owner(talk.user_id)
            keys.append(await desk.in_thread(hold, owner, file.path, file.name, talk.at))
        else:
            await desk.in_thread(_unlink, file.path)
    return parts, keys


def _step(sentence: str, at: int, count: int, name: str) -> str:
    """How far a number of files has come."""
    which = texts.UPLOAD_OF.format(at=at, all=count) if count > 1 else ""
    return sentence.format(name=HTML.line(called(name)), which=which)


def called(name: str) -> str:
    """What a file is called to the admin who sent it."""
    made = _MADE.fullmatch(name)
    return texts.UPLOAD_CALLED[made[1]] if made else cut(name, 80)


def failed(name: str, error: str) -> str:
    """Why a file could not be added, its name said once."""
    reason = HTML.plain(texts.UPLOAD_NO_OCR if "[ocr]" in error else error.removeprefix(f"{name}："))
    return texts.UPLOAD_FAILED.format(name=HTML.line(called(name)), error=reason)


def decision(keys: Sequence[int]) -> Rows:
    """确认 / 取消 for files with keys that follow one another."""
    span = f"{keys[0]}.{keys[-1]}"
    return ((Button(texts.CONFIRM, f"live.{span}"), Button(texts.CANCEL, f"drop.{span}")),)


def preview_file(db: str, path: str, name: str) -> Preview:
    """What adding a file would do; runs in another process."""
    with Library.open(db) as library:
        return library.preview(path, name=name)


def add_file(db: str, path: str, name: str, by: str) -> FileReport:
    """Adds a file; runs in another process."""
    with Library.open(db) as library:
        return library.add_file(path, name=name, actor=by)


def preview_html(preview: Preview, name: str) -> str:
    """Counts, articles, warnings and examples of one file."""
    report, shown = preview.report, HTML.line(called(name))
    if report.status == "failed":
        return failed(name, report.error or "")
    if report.status == "same":
        return texts.UPLOAD_SAME.format(name=shown)
    lines = [
        texts.UPLOAD_PREVIEW.format(
            name=shown, articles=report.articles, projects=report.projects, facts=report.facts
        )
    ]
    lines += [texts.UPLOAD_CHANGED] if report.status == "changed" else []
    lines += _limited([_article_line(article, says) for article, says in preview.articles], _ARTICLES)
    if report.warnings:
        warnings = [f"· {HTML.line(cut(warning, 160))}" for warning in report.warnings]
        lines += [f"⚠️ {texts.UPLOAD_WARNINGS}", *_limited(warnings, _WARNINGS)]
    if found := samples(preview.articles):
        lines += [texts.UPLOAD_SAMPLES, *(f"· {HTML.line(cut(one, 120))}" for one in found)]
    return "\n".join(lines)


def _article_line(article: Article, says: Extraction) -> str:
    title = HTML.line(cut(headline(article), 60))
    return texts.UPLOAD_ARTICLE.format(
        title=title, date=day(article.date), projects=len(says.projects), facts=len(says.facts)
    )


def _limited(lines: list[str], most: int) -> list[str]:
    return lines if len(lines) <= most else [*lines[:most], texts.UPLOAD_MORE.format(n=len(lines) - most)]


def samples(pairs: Iterable[tuple[Article, Extraction]]) -> list[str]:
    """A few rows and facts as they were read."""
    rows: list[str] = []
    facts: list[str] = []
    for _, says in pairs:
        for row in says.projects[:2]:
            held = [
                period_name(row.period),
                row.stage or "",
                *(f"{i.kind}{amount(i)}" for i in row.investments[:1]),
            ]
            rows.append(" · ".join(part for part in (row.name, *held) if part))
        facts += [
            texts.UPLOAD_FACT.format(subject=spelt(f.subject), attribute=f.attribute, value=f.value)
            for f in says.facts
            if f.attribute and f.number is not None and not f.private
        ][:2]
    return [*dict.fromkeys([*rows[:2], *facts])][:_EXAMPLES]


# ---- the decision


async def live(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """确认: the files are added and live; subscribers are told."""
    mine = await desk.in_thread(_taken, desk, talk, args, "adding")
    if not mine:
        return Pressed(texts.UPLOAD_GONE, alert=True)
    before = await desk.in_thread(telling.live, desk.library)
    await desk.in_thread(desk.store.people.first_told, before)
    lines: list[str] = []
    done: list[FileReport] = []
    for number, one in enumerate(mine, 1):
        name = HTML.line(called(one.name))
        await desk.progress(talk, _step(texts.UPLOAD_ADDING, number, len(mine), one.name), in_place=True)
        report = await _added(desk, talk, one)
        state = "failed" if isinstance(report, str) else "live"
        await desk.in_thread(desk.store.people.decide, one.key, "adding", state)
        if isinstance(report, str):
            lines.append(failed(one.name, report))
        elif report.status == "same":
            lines.append(texts.UPLOAD_SAME.format(name=name))
        else:
            done.append(report)
            lines.append(
                texts.UPLOAD_LIVE.format(
                    name=name, articles=report.articles, projects=report.projects, facts=report.facts
                )
            )
    await desk.in_thread(desk.library.warm_up)
    fresh = [name for name in await desk.in_thread(telling.live, desk.library) if name not in before]
    if told := await telling.tell(desk):
        lines.append(texts.UPLOAD_TOLD.format(n=told))
    return Pressed(edit=await desk.in_thread(_live_view, desk, lines, fresh if done else ()))


async def dropped(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """取消: the copies go."""
    mine = await desk.in_thread(_taken, desk, talk, args, "cancelled")
    if not mine:
        return Pressed(texts.UPLOAD_GONE, alert=True)
    for one in mine:
        await desk.in_thread(_unlink, one.path)
    names = "”“".join(HTML.line(called(one.name)) for one in mine)
    return Pressed(edit=View(texts.UPLOAD_CANCELLED.format(name=names)))


def _taken(desk: Desk, talk: Talk, args: tuple[str, ...], state: str) -> list[Upload]:
    """The files of a decision that are this admin's and still held; now in ``state``."""
    first, last = int(args[0]), int(args[-1])
    held = [desk.store.people.upload(key) for key in range(first, min(last, first + 50) + 1)]
    mine = [one for one in held if one is not None and one.owner == desk.store.owner(talk.user_id)]
    return [one for one in mine if desk.store.people.decide(one.key, "held", state)]


async def _added(desk: Desk, talk: Talk, one: Upload) -> FileReport | str:
    """What became of a file, or why it could not be added."""
    if not await desk.in_thread(one.path.exists):
        return texts.UPLOAD_LOST_COPY
    try:
        report: FileReport = await desk.in_process(
            add_file, str(desk.library.path), str(one.path), one.name, actor(talk)
        )
    except DatabaseBusy:
        return texts.BUSY
    except LibraryError as error:
        return str(error)
    await desk.in_thread(_unlink, one.path)
    return report.error or "" if report.status == "failed" else report


def _live_view(desk: Desk, lines: Sequence[str], fresh: Sequence[str]) -> View:
    """What became of the files, and questions that ``fresh`` (ids of articles) answers."""
    html = "\n".join(lines)
    if not fresh:
        return View(html)
    tries = offers(desk, fresh)
    below = (Button(texts.MENU["latest"], "go.latest"), Button(texts.MENU["history"], "go.history"))
    return View(f"{html}\n\n{texts.UPLOAD_TRY}" if tries else html, (*tries, below))


def _unlink(path: Path) -> None:
    path.unlink(missing_ok=True)


# ---- text instead of a file


async def said(desk: Desk, talk: Talk, text: str) -> Sequence[View]:
    """A question; from an admin, perhaps the text of a bulletin."""
    page = looks_like_bulletin(text) or (talk.forwarded and len(text) >= _FORWARDED)
    if talk.may("admin") and talk.private and page:
        return await pasted(desk, talk, text)
    return await question(desk, talk, text)


async def pasted(desk: Desk, talk: Talk, text: str) -> Sequence[View]:
    """A text that looks like a bulletin: what is in it, and 确认 / 取消 / 当作问题."""
    when = datetime.fromtimestamp(talk.at, desk.settings.library.zone)
    name = texts.UPLOAD_TEXT_NAME.format(date=f"{when:%Y%m%d-%H%M%S}")
    path = await desk.in_thread(_written, desk, name, text)
    parts, keys = await offered(desk, talk, (File(name, path),))
    if not keys:
        return (View("\n\n".join(parts)),)
    rows = (*decision(keys), (Button(texts.UPLOAD_AS_QUESTION, f"asq.{keys[0]}"),))
    return (View("\n\n".join([*parts, texts.UPLOAD_OR_QUESTION]), rows),)


async def as_question(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """当作问题: the text is answered, not added."""

    def text_of() -> str | None:
        held = _taken(desk, talk, args, "cancelled")
        if not held or not held[0].path.exists():
            return None
        text = held[0].path.read_text(encoding="utf-8")
        _unlink(held[0].path)
        return text

    text = await desk.in_thread(text_of)
    if text is None:
        return Pressed(texts.UPLOAD_GONE, alert=True)
    return Pressed(rows=(), fresh=tuple(await question(desk, talk.saying(text), text)))


def _written(desk: Desk, name: str, text: str) -> Path:
    folder = desk.settings.library.chats.parent / "uploads"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{short(markup.escape(text))}-{name}"
    path.write_text(text, encoding="utf-8")
    return path


async def how(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/upload: how bulletins are put in."""
    return (View(texts.UPLOAD_HOW),)
