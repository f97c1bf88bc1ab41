"""The inbox of questions without an answer: most asked first, each dealt with by one tap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot import texts
from bot.handlers.admin import aliased
from bot.handlers.answers import answer_of
from bot.handlers.shared import numbered
from bot.handlers.staff import pinned
from bot.showing.cutting import cut
from bot.showing.keys import short
from bot.showing.passages import sentences
from bot.showing.render import HTML, render
from bot.showing.scripts import simplified
from bot.showing.views import Button, Pressed, Rows, View
from bot.store import Asked, Logged
from bot.talking.registry import Desk
from bot.talking.talk import Talk
from index.library import Library

_SHOWN = 10
_MISSING = re.compile(r"“([^”]{1,24})”")
_LACKING = re.compile(r"的([^的。]{2,20})。")
_LIKE = 0.34  # share of common characters from which a name is proposed


@dataclass(frozen=True, slots=True)
class Remedy:
    """What one tap can do: let ``word`` mean ``name``, or pin ``answer`` (a sentence of a bulletin)."""

    label: str
    word: str = ""
    name: str = ""
    answer: str = ""

    @property
    def key(self) -> str:
        """What its button calls it."""
        return short(f"{self.word}|{self.name}|{self.answer}")


async def unanswered(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/unanswered."""
    return (await desk.in_thread(_list_view, desk),)


async def listed(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """Back to the list, in place."""
    return Pressed(edit=await desk.in_thread(_list_view, desk))


def _list_view(desk: Desk) -> View:
    found = _open(desk)[:_SHOWN]
    if not found:
        return View(texts.UNANSWERED_NONE)
    lines = [f"<b>{texts.UNANSWERED_HEAD}</b>", ""]
    for number, one in enumerate(found, 1):
        asked = cut(one.question, 80)
        line = texts.UNANSWERED_LINE.format(n=number, question=asked, times=one.times, reason=reason(one))
        lines.append(HTML.line(line))
    return View("\n".join(lines), numbered(len(found), "un", keys=[str(one.key) for one in found]))


def _open(desk: Desk) -> list[Asked]:
    return desk.store.journal.questions(unanswered=True, open_only=True)


def reason(one: Asked) -> str:
    """Why there was no answer, in words."""
    return texts.REASONS.get(one.reason or "", texts.REASON_OTHER)


async def opened(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """One question with its remedies, in place."""
    view = await desk.in_thread(_card, desk, args[0])
    return Pressed(edit=view) if view else Pressed(texts.STALE, alert=True)


def _card(desk: Desk, key: str) -> View | None:
    one = next((asked for asked in _open(desk) if str(asked.key) == key), None)
    if one is None:
        return None
    found = remedies(desk.library, one.question, _logged(desk, key))
    html = texts.UNANSWERED_CARD.format(
        question=HTML.line(cut(one.question, 300)), times=one.times, reason=reason(one)
    )
    pins = [remedy for remedy in found if remedy.answer]
    for number, remedy in enumerate(pins, 1):
        html += f"\n\n{texts.UNANSWERED_PASSAGE.format(n=number)}{HTML.quote(cut(remedy.answer, 400))}"
    rows: list[tuple[Button, ...]] = [
        (Button(cut(remedy.label, 60), f"fix.{key}.{remedy.key}"),) for remedy in found
    ]
    rows.append((Button(texts.UNANSWERED_CLOSE, f"out.{key}"),))
    template = cut(" ".join(one.question.split()), 200)
    rows.append(
        (
            Button(texts.UNANSWERED_PIN, copy=f"/pin {template} = "),
            Button(texts.UNANSWERED_ALIAS, copy=f"/alias {missing(desk, key) or template} = "),
        )
    )
    rows.append((Button(texts.UNANSWERED_RETRY, f"again.{key}"), Button(texts.BACK_TO_LIST, "unlist")))
    return View(html, tuple(rows))


async def fixed(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """One tap: the alias or the pin is made, and the question asked again."""
    key, wanted = args
    view = await desk.in_thread(_fix, desk, talk, key, wanted)
    return Pressed(texts.DONE, edit=view) if view else Pressed(texts.STALE, alert=True)


def _fix(desk: Desk, talk: Talk, key: str, wanted: str) -> View | None:
    logged = _logged(desk, key)
    if logged is None:
        return None
    found = {remedy.key: remedy for remedy in remedies(desk.library, logged.question, logged)}
    remedy = found.get(wanted)
    if remedy is None:
        return None
    if remedy.answer:
        done = pinned(desk, talk, logged.question, remedy.answer)
        return View(done.html, (*done.rows, (Button(texts.BACK_TO_LIST, "unlist"),)))
    done = aliased(desk, talk, remedy.word, remedy.name)
    again = _again(desk, logged)
    return View(f"{done.html}\n\n{again.html}", (*done.rows, *again.rows))


async def again(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """The question once more: it leaves the list where it is answered now."""
    logged = await desk.in_thread(_logged, desk, args[0])
    if logged is None:
        return Pressed(texts.STALE, alert=True)
    return Pressed(edit=await desk.in_thread(_again, desk, logged))


def _again(desk: Desk, logged: Logged) -> View:
    answer = desk.library.ask(logged.question)
    if answer.status in ("answered", "corrected"):
        desk.store.journal.close_question(logged.question)
    head = texts.ASKED.format(question=HTML.line(logged.question))
    rows: Rows = ((Button(texts.BACK_TO_LIST, "unlist"),),)
    if answer.status == "not_found":
        rows = ((Button(texts.BACK, f"un.{logged.key}"),), *rows)
    return View(f"<i>{head}</i>\n{render(answer)}", rows)


async def closed(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """不属于公报范围: the question leaves the list."""

    def close() -> View | None:
        logged = _logged(desk, args[0])
        if logged is None:
            return None
        desk.store.journal.close_question(logged.question)
        return _list_view(desk)

    view = await desk.in_thread(close)
    return Pressed(texts.UNANSWERED_CLOSED, edit=view) if view else Pressed(texts.STALE, alert=True)


def _logged(desk: Desk, key: str) -> Logged | None:
    return desk.store.journal.answer(int(key)) if key.isdigit() and len(key) < 16 else None


def missing(desk: Desk, key: str) -> str:
    """The word that the refusal says is missing, or ""."""
    return _missing(_logged(desk, key))


def _missing(logged: Logged | None) -> str:
    if logged is None:
        return ""
    answer = answer_of(logged.body)
    asked, said = simplified(answer.question), simplified(answer.answer)
    quoted = _MISSING.search(said)
    words = quoted[1].split("、") if quoted else []
    if found := next((w for w in ("".join(words), *words) if w and w in asked), ""):
        return found
    lacking = _LACKING.search(said) if answer.reason == "attribute" else None
    return _common(lacking[1], asked) if lacking else ""


def _common(one: str, other: str) -> str:
    """The longest piece of two signs and more that both have."""
    block = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[block.a : block.a + block.size] if block.size > 1 else ""


def remedies(library: Library, question: str, logged: Logged | None) -> list[Remedy]:
    """Names and words that the missing one may mean, then up to two sentences to pin."""
    word, question = _missing(logged), simplified(question)
    found = [
        Remedy(texts.UNANSWERED_MEANS.format(word=word, name=cut(name, 40)), word=word, name=name)
        for name in (_like(library, word, question, logged) if word else [])
    ]
    seen: set[str] = set()
    for hit in library.search(question, 6):
        sentence = _nearest(question, sentences(library, hit)) if hit.kind == "passage" else ""
        if sentence and sentence not in seen and len(seen) < 2:
            seen.add(sentence)
            found.append(Remedy(texts.UNANSWERED_PIN_THIS.format(n=len(seen)), answer=sentence))
    return found


def _nearest(question: str, among: Sequence[str]) -> str:
    """The sentence that has most pairs of signs in common with the question."""
    pairs = {question[at : at + 2] for at in range(len(question) - 1)}
    return max(among, key=lambda s: sum(pair in s for pair in pairs), default="")


def _like(library: Library, word: str, question: str, logged: Logged | None) -> list[str]:
    """Names of projects and districts that look like ``word``; words for what is asked of them.

    Where the question says what it asks (总投资), the missing word is a name; where it doesn't, any of the common
    words may be meant; where an attribute is missing, one that looks like it.
    """
    names = dict.fromkeys([*(one.row.name for one in library.catalogue()), *library.status().districts])
    best = _best(word, [name for name in names if name != word])
    common = [each for each in texts.COMMON_WORDS if each != word]
    if logged is not None and answer_of(logged.body).reason == "attribute":
        return _best(word, common)
    if any(each in question for each in common):
        return best[:3]
    return best[:2] + common[: 3 if best else 4]


def _best(word: str, names: Sequence[str]) -> list[str]:
    """Those that look like ``word``, most alike first."""
    scored = sorted((-share, len(name), name) for name in names if (share := _share(word, name)) >= _LIKE)
    return [name for _, _, name in scored]


def _share(word: str, name: str) -> float:
    """How much of ``word`` stands in ``name``, in order, from 0 to 1."""
    matched = sum(
        block.size for block in SequenceMatcher(None, word, name, autojunk=False).get_matching_blocks()
    )
    return matched / max(len(word), 1)
