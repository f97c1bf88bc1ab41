"""Projects: by name, as a card; all of them by district, period and stage, paged in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot import texts
from bot.handlers.answers import papers_in
from bot.handlers.shared import paging
from bot.showing.cards import card, copied, line, period_name
from bot.showing.cutting import cut
from bot.showing.keys import meant, short
from bot.showing.render import HTML
from bot.showing.scripts import simplified
from bot.showing.views import Button, Pressed, Rows, View, grid
from bot.talking.registry import Desk
from bot.talking.talk import Talk
from index.library import Library, Project

PAGE = 8
_MOST = 8  # projects to choose from
_KEY = 4  # letters that stand for the value of a filter


@dataclass(frozen=True, slots=True)
class Filter:
    """Which projects are shown: short keys of district, period and stage, "" for any; the page from 0."""

    district: str = ""
    period: str = ""
    stage: str = ""
    page: int = 0

    @classmethod
    def of(cls, args: Sequence[str]) -> Filter:
        """From the arguments of a button."""
        if len(args) < 4:
            return cls()
        district, period, stage, page = args[:4]
        return cls(district, period, stage, int(page[:6]) if page.isdecimal() else 0)

    def action(self, name: str) -> str:
        """The action of a button, without the page."""
        return f"{name}.{self.district}.{self.period}.{self.stage}"


async def project(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/project 名称: a card, or several to choose from."""
    name = " ".join(rest.split())
    if not name:
        return (View(texts.PROJECT_EMPTY, ((Button(texts.PROJECTS_BROWSE, "go.projects"),),)),)
    return await desk.in_thread(named, desk.library, name)


def named(library: Library, name: str) -> Sequence[View]:
    """Cards or choices for a name."""
    found = matching(library.catalogue(), name)
    browse = (Button(texts.PROJECTS_BROWSE, "go.projects"),)
    if not found:
        return (View(texts.PROJECT_NONE.format(name=HTML.line(cut(name, 60))), (browse,)),)
    if len({one.id for one in found}) == 1:
        return (card_view(library, found[-1]),)
    shown = found[:_MOST]
    lines = [texts.PROJECT_MANY.format(name=HTML.line(cut(name, 60)), n=len(found))]
    lines += [f"{number}. {line(one)}" for number, one in enumerate(shown, 1)]
    return (View("\n".join(lines), (*choices(shown), browse)),)


def matching(projects: Sequence[Project], name: str) -> list[Project]:
    """The projects that ``name`` can mean: called so, else with it in a name, else with all its words."""
    wanted = simplified(name).casefold().replace(" ", "")

    def names(one: Project) -> list[str]:
        return [n.casefold().replace(" ", "") for n in (one.row.name, *one.row.aliases)]

    words = simplified(name).casefold().split()
    exact = [one for one in projects if wanted in names(one)]
    part = [one for one in projects if any(wanted in n for n in names(one))]
    return exact or part or [one for one in projects if all(any(w in n for n in names(one)) for w in words)]


def choices(shown: Sequence[Project], back: str = "") -> Rows:
    """Numbers that open cards."""
    buttons = [Button(str(n), f"p.{project_key(one)}{back}") for n, one in enumerate(shown, 1)]
    return grid(buttons, 4)


def project_key(one: Project) -> str:
    """What a button calls a project in a period."""
    return short(f"{one.id}|{one.row.period}")


def card_view(library: Library, one: Project, back: tuple[Button, ...] = ()) -> View:
    """The card with its buttons: copy, article, picture, related questions by name."""
    steps = library.timeline(one.id)
    papers = papers_in(library, (source.article for source in one.sources))
    key = project_key(one)
    first = [Button(texts.PROJECT_COPY, copy=copied(one))]
    first += [Button(texts.ORIGINAL, f"src.{one.sources[0].article}.0")] if one.sources else []
    second = [Button(texts.PROJECT_FOLLOW, f"follow.{key}")]
    second += [Button(texts.PROJECT_CHART, f"line.{key}")] if len(steps) > 1 else []
    return View(card(one, steps, papers), tuple(r for r in (tuple(first), tuple(second), back) if r))


def find(library: Library, key: str) -> Project | None:
    """The project that a button means, or None."""
    return meant(key, library.catalogue(), lambda one: f"{one.id}|{one.row.period}")


async def opened(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """A number: the card; in place of the list where it came from one."""
    one = await desk.in_thread(find, desk.library, args[0])
    if one is None:
        return Pressed(texts.STALE, alert=True)
    came = Filter.of(args[1:]) if len(args) > 4 else None
    back = (Button(texts.BACK_TO_LIST, f"{came.action('pj')}.{came.page}"),) if came else ()
    view = await desk.in_thread(card_view, desk.library, one, back)
    return Pressed(edit=view) if came else Pressed(fresh=(view,))


# ---- browsing


async def projects(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/projects: all of them, with filters."""
    district = await desk.in_thread(desk.store.people.district, talk.place)
    known = await desk.in_thread(_values, desk.library, 0)
    start = Filter(short(district, _KEY)) if district in known else Filter()
    return (await desk.in_thread(browse, desk.library, start),)


async def listed(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """Another page or another filter, in place."""
    return Pressed(edit=await desk.in_thread(browse, desk.library, Filter.of(args)))


async def filters(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """The values that a filter can have, in place."""
    which, *state = args
    return Pressed(edit=await desk.in_thread(pick, desk.library, int(which), Filter.of([*state, "0"])))


def browse(library: Library, state: Filter) -> View:
    """One page of projects with the filters under it."""
    known = library.catalogue()
    if not known:
        return View(texts.PROJECTS_EMPTY)
    found = [one for one in known if _fits(one, state)]
    pages = max(1, -(-len(found) // PAGE))
    page = min(state.page, pages - 1)
    shown = found[page * PAGE : (page + 1) * PAGE]
    head = f"<b>{texts.PROJECTS_HEAD.format(n=len(found))}</b>"
    head += " · " + texts.ARTICLE_PAGE.format(at=page + 1, all=pages) if pages > 1 else ""
    body = [f"{number}. {line(one)}" for number, one in enumerate(shown, 1)] or [texts.PROJECTS_NONE]
    back = f".{state.district}.{state.period}.{state.stage}.{page}"
    rows = (*choices(shown, back), paging(state.action("pj"), page, pages), *_filter_rows(library, state))
    return View("\n".join([head, "", *body]), tuple(row for row in rows if row))


def pick(library: Library, which: int, state: Filter) -> View:
    """The values of one filter to choose from."""
    values = _values(library, which)
    fields = [state.district, state.period, state.stage]

    def chosen(key: str) -> str:
        return ".".join(["pj", *(key if n == which else held for n, held in enumerate(fields)), "0"])

    buttons = [Button(texts.FILTER_ALL, chosen(""))]
    buttons += [Button(cut(_label(which, value), 24), chosen(short(value, _KEY))) for value in values[:60]]
    return View(texts.FILTER_ASK[which], (*grid(buttons, 3),))


def _filter_rows(library: Library, state: Filter) -> Rows:
    buttons: list[Button] = []
    for which, key in enumerate((state.district, state.period, state.stage)):
        values = _values(library, which)
        if len(values) > 1 or key:
            value = meant(key, values, str)
            shown = cut(_label(which, value), 16) if value else texts.FILTER_ALL
            buttons.append(
                Button(texts.FILTERS[which].format(value=shown), f"pf.{which}.{state.action('')[1:]}")
            )
    return grid(buttons, 3) if buttons else ()


def _value(one: Project, which: int) -> str:
    return str((one.row.district, one.row.period, one.row.stage)[which] or "")


def _values(library: Library, which: int) -> list[str]:
    """The values of a filter: numbered periods last ones first, others as they come."""
    found = dict.fromkeys(value for one in library.catalogue() if (value := _value(one, which)))
    return sorted(found, key=lambda v: (not v.isdigit(), -int(v) if v.isdigit() else 0))


def _label(which: int, value: str) -> str:
    return period_name(int(value) if value.isdigit() else value) if which == 1 else value


def _fits(one: Project, state: Filter) -> bool:
    wanted = (state.district, state.period, state.stage)
    return all(not key or short(_value(one, n), _KEY) == key for n, key in enumerate(wanted))
