"""A question, its answer, and the buttons under it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from bot import texts
from bot.handlers.shared import article_rows
from bot.showing.cutting import cut
from bot.showing.passages import passage, sentences
from bot.showing.reading import page_html
from bot.showing.render import HTML, SHOWN, clipped, evidence, marks, render, source_line
from bot.showing.views import Button, Pressed, Rows, View
from bot.store import Entry, Logged
from bot.talking.registry import Desk
from bot.talking.talk import Talk
from index.errors import UnknownItem
from index.library import Library
from index.records import Answer, AnswerFact, Hit, Source

_NOWHERE = ("opinion", "private", "off_topic")
"""Reasons of refusals for which no other words and no other district help."""
_HITS = 14  # passages in which a search looks for further evidence
_PAGES = 8  # of further evidence
_LABEL = 60  # code points on a button


async def question(desk: Desk, talk: Talk, text: str) -> Sequence[View]:
    """The answer to a question."""
    if not text.strip():
        return (View(texts.NOT_A_QUESTION),)
    view, entry = await desk.in_thread(_answered, desk, talk, text)
    await desk.written(desk.store.journal.asked, entry)
    return (view,)


def _answered(desk: Desk, talk: Talk, text: str, *, anywhere: bool = False) -> tuple[View, Entry]:
    answer, entry = desk.conversation.answer(talk, text, anywhere=anywhere)
    key = entry.key or 0
    view = answer_view(answer, key, papers_of(desk.library, answer), staff=talk.may("staff"))
    mine = None if anywhere else desk.store.people.district(talk.place)
    if mine is None or answer.status != "not_found" or answer.reason in _NOWHERE:
        return view, entry
    wider = (Button(texts.EVERYWHERE.format(district=cut(mine, 20)), f"wide.{key}"),)
    return View(view.html, (wider, *view.rows)), entry


async def everywhere(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """The question once more, to the bulletins of all districts."""
    logged = await desk.in_thread(held, desk, args[0])
    if logged is None:
        return Pressed(texts.ANSWER_GONE, alert=True)
    asked = talk.saying(logged.question)
    view, entry = await desk.in_thread(_answered, desk, asked, logged.question, anywhere=True)
    await desk.written(desk.store.journal.asked, entry)
    head = f"<i>{HTML.plain(texts.ASKED.format(question=cut(logged.question, 200)))}</i>\n"
    return Pressed(fresh=(View(head + view.html, view.rows),))


async def ask(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/ask 问题."""
    return await question(desk, talk, rest) if rest.strip() else (View(texts.ASK_EMPTY),)


def answer_view(answer: Answer, key: int, papers: Mapping[str, str], *, staff: bool = False) -> View:
    """The message for an answer: text, and the buttons by which one goes on."""
    body = render(answer, papers=papers, listed=False)
    if answer.status == "not_found":
        hint = texts.REFUSAL_BROWSE if answer.reason in _NOWHERE else texts.REFUSAL_HINT
        body += "\n\n" + (texts.REFUSAL_RELATED if answer.related else hint)
    return View(body, answer_rows(answer, key, staff=staff))


def answer_rows(answer: Answer, key: int, said: str = "", *, staff: bool = False) -> Rows:
    """Choices, feedback, evidence, article and related questions; where nothing was found, these first.

    Args:
        said: what the feedback was. staff: may pin the answer.
    """
    choices = tuple(
        (Button(cut(option, _LABEL), f"opt.{key}.{number}"),) for number, option in enumerate(answer.options)
    )
    if answer.status == "ambiguous":
        return choices
    feedback: tuple[Button, ...] = (
        (Button(said, f"bad.{key}"),)
        if said
        else (Button(texts.GOOD, f"good.{key}"), Button(texts.BAD, f"bad.{key}"))
    )
    found = answer.status != "not_found"
    if staff and found and not answer.pinned:
        feedback += (Button(texts.PIN, f"keep.{key}"),)
    articles = list(dict.fromkeys(source.article for source in answer.sources))[:3]
    labels = [texts.ORIGINAL] if len(articles) == 1 else [texts.ORIGINAL_OF.format(n=n + 1) for n in range(3)]
    further: tuple[Button, ...] = (Button(texts.MORE if found else texts.NEARBY, f"more.{key}.0"),)
    further += tuple(Button(label, f"src.{name}.0") for label, name in zip(labels, articles, strict=False))
    related = [(Button(cut(one, _LABEL), f"rel.{key}.{n}"),) for n, one in enumerate(answer.related[:3])]
    if found:
        return (*choices, feedback, further, *related)
    browse = (Button(texts.MENU["latest"], "go.latest"), Button(texts.MENU["projects"], "go.projects"))
    return (*choices, *related, (*further, *feedback), browse)


def papers_of(library: Library, answer: Answer) -> dict[str, str]:
    """Names of the newspapers that an answer cites, by article id."""
    return papers_in(library, (source.article for source in answer.sources))


def papers_in(library: Library, articles: Iterable[str]) -> dict[str, str]:
    """Names of newspapers by article id, where known; read once in each generation of the library."""
    generation = library.generation
    before, known = _PAPERS.get(library, (-1, {}))
    if before != generation:
        known = {}
        _PAPERS[library] = (generation, known)
    wanted = tuple(dict.fromkeys(articles))
    for name in wanted:
        if name not in known:
            known[name] = _paper(library, name)
    return {name: known[name] for name in wanted if known[name]}


_PAPERS: WeakKeyDictionary[Library, tuple[int, dict[str, str]]] = WeakKeyDictionary()


def _paper(library: Library, name: str) -> str:
    try:
        return library.article(name).source or ""
    except UnknownItem:
        return ""


# ---- the buttons under an answer


async def chosen(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """One of several readings, or a related question: asked as if typed."""
    name, key, number = args
    logged = await desk.in_thread(held, desk, key)
    answer = answer_of(logged.body) if logged else None
    listed = (answer.options if name == "opt" else answer.related) if answer else ()
    wanted = next((one for at, one in enumerate(listed) if str(at) == number), None)
    if wanted is None:
        return Pressed(texts.ANSWER_GONE, alert=True)
    (view,) = await question(desk, talk.saying(wanted), wanted)
    head = f"<i>{HTML.plain(texts.ASKED.format(question=wanted))}</i>\n"
    return Pressed(fresh=(View(head + view.html, view.rows),))


async def option(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """One of several readings."""
    return await chosen(desk, talk, ("opt", *args))


async def related(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """One of the related questions."""
    return await chosen(desk, talk, ("rel", *args))


async def good(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """👍."""
    return await _judged(desk, talk, args[0], "good", None, texts.THANKED_GOOD)


async def bad(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """👎: asks why."""
    logged = await desk.in_thread(held, desk, args[0])
    if logged is None:
        return Pressed(texts.ANSWER_GONE, alert=True)
    why = tuple(Button(label, f"why.{args[0]}.{name}") for name, label in texts.WHY.items())
    return Pressed(texts.WHY_ASK, rows=(why, (Button(texts.BACK, f"rows.{args[0]}"),)))


async def why(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """What is wrong with the answer."""
    said = texts.THANKED_BAD.format(why=texts.WHY[args[1]])
    return await _judged(desk, talk, args[0], "bad", args[1], said)


async def rows(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """The buttons as they were."""
    logged = await desk.in_thread(held, desk, args[0])
    if logged is None:
        return Pressed(texts.ANSWER_GONE, alert=True)
    return Pressed(rows=answer_rows(answer_of(logged.body), logged.key, staff=talk.may("staff")))


async def _judged(desk: Desk, talk: Talk, key: str, verdict: str, reason: str | None, said: str) -> Pressed:
    logged = await desk.in_thread(held, desk, key)
    if logged is None:
        return Pressed(texts.ANSWER_GONE, alert=True)
    await desk.in_thread(desk.store.journal.judged, logged.key, talk.chat, verdict, reason, talk.at)
    shown = answer_rows(answer_of(logged.body), logged.key, said, staff=talk.may("staff"))
    return Pressed(texts.THANKS, rows=shown)


async def more(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """Further evidence, one piece a page, in place of the answer."""
    logged = await desk.in_thread(held, desk, args[0])
    if logged is None:
        return Pressed(texts.ANSWER_GONE, alert=True)
    view = await desk.in_thread(evidence_page, desk.library, answer_of(logged.body), logged.key, int(args[1]))
    return Pressed(edit=view) if view else Pressed(texts.EVIDENCE_NONE, alert=True)


async def back(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """From the evidence to the answer."""
    logged = await desk.in_thread(held, desk, args[0])
    if logged is None:
        return Pressed(texts.ANSWER_GONE, alert=True)
    answer = answer_of(logged.body)
    papers = await desk.in_thread(papers_of, desk.library, answer)
    return Pressed(edit=answer_view(answer, logged.key, papers, staff=talk.may("staff")))


async def original(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """The article behind an answer, as a message of its own."""
    view = await desk.in_thread(article_view, desk.library, args[0], int(args[1]))
    return Pressed(fresh=(view,)) if view else Pressed(texts.ARTICLE_GONE, alert=True)


async def turned(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """Another page of the article, in place."""
    view = await desk.in_thread(article_view, desk.library, args[0], int(args[1]))
    return Pressed(edit=view) if view else Pressed(texts.ARTICLE_GONE, alert=True)


def article_view(library: Library, name: str, at: int) -> View | None:
    """One page of an article; None where it is gone."""
    try:
        article = library.article(name)
    except UnknownItem:
        return None
    html, count = page_html(article, at)
    return View(html, article_rows(article, min(max(at, 0), count - 1), count))


def evidence_page(library: Library, answer: Answer, key: int, at: int) -> View | None:
    """One piece of evidence: first the answer's own that were not shown, then what a search finds."""
    own = answer.sources[SHOWN:]
    quoted = "".join("".join(source.quote.split()) for source in answer.sources)
    hits = [hit for hit in library.search(answer.question, _HITS) if _adds(library, hit, quoted)][:_PAGES]
    count = len(own) + len(hits)
    if not count:
        return None
    at = min(max(at, 0), count - 1)
    head = texts.EVIDENCE_HEAD.format(at=at + 1, all=count)
    if at < len(own):
        papers = papers_in(library, (own[at].article,))
        body = f"{evidence(own[at], answer.answer, longest=1500)}\n{source_line(own[at], HTML, papers)}"
        name = own[at].article
    else:
        hit = hits[at - len(own)]
        head += f" · {texts.EVIDENCE_ALSO}"
        body, name = _hit_html(library, hit, answer.answer), hit.article
    turn = [Button(texts.PREVIOUS, f"more.{key}.{at - 1}")] if at else []
    turn += [Button(texts.NEXT, f"more.{key}.{at + 1}")] if at + 1 < count else []
    below = (Button(texts.BACK_TO_ANSWER, f"back.{key}"), Button(texts.ORIGINAL, f"src.{name}.0"))
    return View(f"<b>{head}</b>\n\n{body}", tuple(row for row in (tuple(turn), below) if row))


def _adds(library: Library, hit: Hit, quoted: str) -> bool:
    """Whether a hit says more than what is quoted and what its headlines say."""
    if hit.kind == "project":
        return False
    said = sentences(library, hit) or [hit.text]
    return any("".join(one.split()) not in quoted for one in said)


def _hit_html(library: Library, hit: Hit, answer: str) -> str:
    article, text = library.article(hit.article), passage(library, hit)
    source = Source(
        article.id, article.title, article.headlines, text, (), article.ref, article.date, article.page,
        article.file, article.url,
    )  # fmt: skip
    marked = marks(answer, text)
    papers = {article.id: article.source} if article.source else {}
    return f"{HTML.quote(clipped(text, marked, 1500), marked)}\n{source_line(source, HTML, papers)}"


# ---- what the journal keeps


def held(desk: Desk, key: str) -> Logged | None:
    """The logged answer with this key, or None."""
    return desk.store.journal.answer(int(key)) if key.isdigit() and len(key) < 16 else None


def answer_of(body: str) -> Answer:
    """The answer that a JSON body describes."""
    record: dict[str, Any] = json.loads(body)
    facts = tuple(
        AnswerFact(**{**fact, "source": _source(fact["source"]) if fact.get("source") else None})
        for fact in record.pop("facts", ())
    )
    return Answer(
        **{
            **record,
            "facts": facts,
            "sources": tuple(_source(one) for one in record.get("sources", ())),
            "repaired": tuple((a, b) for a, b in record.get("repaired", ())),
            "options": tuple(record.get("options", ())),
            "related": tuple(record.get("related", ())),
        }
    )


def _source(record: Mapping[str, Any]) -> Source:
    spans = tuple((int(a), int(b)) for a, b in record["spans"])
    return Source(**{**record, "headlines": tuple(record["headlines"]), "spans": spans})
