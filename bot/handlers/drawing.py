"""Charts of the batches of a programme, and of one project's steps."""

from __future__ import annotations

from collections.abc import Sequence

from bot import texts
from bot.handlers.projects import find
from bot.showing.cards import period_name, step_line, step_what
from bot.showing.charts import Chart, Moment, Panel, Series, as_text, picture, timeline_picture
from bot.showing.cutting import cut
from bot.showing.keys import meant, short
from bot.showing.render import HTML, day
from bot.showing.scripts import simplified, traditional
from bot.showing.views import Button, Pressed, View, grid
from bot.talking.registry import Desk
from bot.talking.talk import Talk
from index.library import Library, Project, StatedBatch
from index.records import Batch

_STAGES = ("签约", "开工", "投产")
_GROUPS = 6  # periods side by side
Topic = tuple[str, str]
"""District and programme of a chart; each may be ""."""


async def chart(desk: Desk, talk: Talk, rest: str) -> Sequence[View]:
    """/chart: the newest programme; buttons for the others."""
    topics = await desk.in_thread(charted, desk.library)
    if not topics:
        return (View(texts.CHART_NONE),)
    mine = await desk.in_thread(desk.store.people.district, talk.place)
    wanted = simplified(rest.strip())
    fits = [t for t in topics if wanted and all(w in "".join(t) for w in wanted.split())]
    first = next(iter(fits or [t for t in topics if mine and t[0] == mine]), topics[0])
    return (await desk.in_thread(chart_view, desk.library, first, topics, talk.traditional),)


async def drawn(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """The chart of another programme."""
    topics = await desk.in_thread(charted, desk.library)
    topic = meant(args[0], topics, "|".join)
    if topic is None:
        return Pressed(texts.STALE, alert=True)
    return Pressed(fresh=(await desk.in_thread(chart_view, desk.library, topic, topics, talk.traditional),))


async def steps_drawn(desk: Desk, talk: Talk, args: tuple[str, ...]) -> Pressed:
    """A project's steps."""
    one = await desk.in_thread(find, desk.library, args[0])
    if one is None:
        return Pressed(texts.STALE, alert=True)
    return Pressed(fresh=(await desk.in_thread(steps_view, desk.library, one, talk.traditional),))


def charted(library: Library) -> list[Topic]:
    """What has figures to compare: those with most periods first, then the newest."""
    newest: dict[Topic, str] = {}
    bars: dict[Topic, set[tuple[object, ...]]] = {}
    for stated in library.stated_batches():
        if _drawable(stated):
            one = stated.batch
            topic = _topic(one)
            newest[topic] = max(newest.get(topic, ""), _date(stated))
            bars.setdefault(topic, set()).add((one.period, one.stage, one.category))
    kept = [topic for topic in newest if len(bars[topic]) > 1]
    many = {topic: len({period for period, _, _ in bars[topic]}) > 1 for topic in kept}
    return sorted(kept, key=lambda topic: (many[topic], newest[topic]), reverse=True)


def chart_of(library: Library, topic: Topic) -> Chart:
    """Totals and counts by stage and period; by kind of project where there is one period alone."""
    stated = [s for s in library.stated_batches() if _drawable(s) and _topic(s.batch) == topic]
    stated.sort(key=_date)
    whole = [s.batch for s in stated if s.batch.category is None]
    parts = [s.batch for s in stated if s.batch.category is not None]
    alone = len({(one.period, one.stage) for one in whole}) < 2 and len(parts) > 1
    groups, series = _by_kind(parts) if alone else _by_period(whole)
    panels = []
    for field, title, unit in (("total", texts.CHART_TOTAL, "亿元"), ("count", texts.CHART_COUNT, "个")):
        drawn = tuple(
            Series(name, tuple(getattr(one, field, None) for one in batches)) for name, batches in series
        )
        if any(value is not None for one in drawn for value in one.values):
            panels.append(Panel(title, unit, groups, drawn))
    title = texts.CHART_TITLE.format(district=topic[0], programme=f"“{topic[1]}”" if topic[1] else "")
    dates = sorted(date for one in stated if (date := _date(one)))
    span = dict.fromkeys(day(date) for date in (*dates[:1], *dates[-1:]))
    note = texts.CHART_NOTE.format(span=texts.SPAN.join(span)) if span else texts.CHART_NOTE_UNDATED
    return Chart(title, tuple(panels), note)


Bars = tuple[tuple[str, ...], list[tuple[str, list[Batch | None]]]]
"""Labels of the groups; for each series its name and the batch of each group."""


def _by_period(batches: Sequence[Batch]) -> Bars:
    """Periods side by side, stages in colours; the whole only where no stage is printed."""
    known = dict.fromkeys(one.period for one in batches)
    periods = sorted(known, key=lambda p: (isinstance(p, int), p if isinstance(p, int) else 0))[-_GROUPS:]
    stages = [stage for stage in (*_STAGES, "合计") if any(one.stage == stage for one in batches)]
    stages = [stage for stage in stages if stage in _STAGES] or stages
    cells = {(one.stage, one.period): one for one in batches}
    series = [(stage, [cells.get((stage, period)) for period in periods]) for stage in stages]
    return tuple(period_name(period) for period in periods), series


def _by_kind(parts: Sequence[Batch]) -> Bars:
    """Kinds of projects side by side, of the newest period."""
    newest = [one for one in parts if one.period == parts[-1].period and one.stage == parts[-1].stage]
    kinds = {one.category or "": one for one in newest}
    names = list(kinds)[:_GROUPS]
    return tuple(names), [(newest[-1].stage or texts.CHART_COUNT, [kinds[name] for name in names])]


def _topic(batch: Batch) -> Topic:
    return batch.district or "", batch.programme or ""


def chart_view(library: Library, topic: Topic, topics: Sequence[Topic], in_traditional: bool) -> View:
    """The picture, or the text where no picture can be drawn."""
    drawn = chart_of(library, topic)
    rest = [one for one in topics if one != topic][:6]
    rows = grid([Button(cut("".join(one), 30), f"chart.{short('|'.join(one))}") for one in rest], 1)
    content = picture(_in_traditional(drawn) if in_traditional else drawn)
    if content is None:
        return View(as_text(drawn), rows)
    caption = f"{HTML.bold(drawn.title)}\n{HTML.plain(drawn.note)}"
    return View(caption, rows, name="chart.png", content=content, picture=True)


def steps_view(library: Library, one: Project, in_traditional: bool) -> View:
    """A project's steps as a picture, or as text."""
    steps = library.timeline(one.id)[-8:]
    moments = [
        Moment(
            day(step.date), step.row.stage or step.row.status or texts.MENTIONED, step_what(step, stage=False)
        )
        for step in steps
    ]
    script = traditional if in_traditional else str
    content = timeline_picture(
        script(one.row.name),
        [Moment(script(m.when), script(m.what), script(m.more)) for m in moments],
        script(texts.CHART_NOTE_UNDATED),
    )
    if content is None:
        return View("\n".join([HTML.bold(one.row.name), *(step_line(step) for step in steps)]))
    return View(HTML.bold(one.row.name), name="timeline.png", content=content, picture=True)


def _drawable(stated: StatedBatch) -> bool:
    batch = stated.batch
    ranged = isinstance(batch.period, str) and batch.period.replace("-", "").isdigit()
    return (
        batch.period is not None and not ranged and batch.stage in (*_STAGES, "合计")
        and (batch.count is not None or batch.total is not None) and batch.event != "去年同期"
    )  # fmt: skip


def _date(stated: StatedBatch) -> str:
    dates = [source.date for source in stated.sources if source.date]
    return stated.batch.event_date or (max(dates) if dates else "")


def _in_traditional(drawn: Chart) -> Chart:
    return Chart(
        traditional(drawn.title),
        tuple(
            Panel(
                traditional(panel.title), traditional(panel.unit), tuple(map(traditional, panel.groups)),
                tuple(Series(traditional(one.name), one.values) for one in panel.series),
            )
            for panel in drawn.panels
        ),
        traditional(drawn.note),
    )  # fmt: skip
