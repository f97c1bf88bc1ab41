"""Questions that a library answers, for people who want to try it or to see what a new bulletin has brought."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from bot.showing.cards import period_name
from bot.showing.reading import headline
from index.library import Library, Project, StatedBatch
from index.records import Batch, ProjectRow

MOST = 3
_STAGES = ("签约", "开工", "投产")


def examples(library: Library, articles: Collection[str] | None = None) -> list[str]:
    """Up to three questions that are answered, each about something else; the newest things first.

    Args:
        articles: ids of those that the answers are to come from; None for all.
    """
    found: list[str] = []
    for asked in _candidates(library, articles):
        if asked not in found and _answers(library, asked, articles):
            found.append(asked)
        if len(found) == MOST:
            break
    return found


def _candidates(library: Library, articles: Collection[str] | None) -> Iterator[str]:
    """First the kinds that show most, one question of each; then what else there is."""
    batches = [s for s in library.stated_batches() if _usable(s, articles)]
    batches.sort(key=lambda s: max((one.date or "" for one in s.sources), default=""), reverse=True)
    yield from (f"{_called(s.batch)}总投资多少？" for s in batches[:1])
    known = library.catalogue()
    owned = [p.row for p in known if p.row.owner and _within(p.sources, articles)]
    yield from (f"{_named(row, known)}的建设单位是谁？" for row in owned[-1:])
    listed = [s.batch for s in batches if s.batch.names and s.batch.stage in _STAGES]
    yield from (f"{_called(one)}有哪些项目？" for one in listed[:1])
    yield from (f"{_called(s.batch)}有多少个项目？" for s in batches[1:2] if s.batch.count)
    priced = [p.row for p in known if p.row.investments and _within(p.sources, articles)]
    yield from (f"{_named(row, known)}总投资多少？" for row in priced[:2])
    newest = sorted(library.articles(), key=lambda a: a.date or a.issue_date or "", reverse=True)
    mine = [one for one in newest if articles is None or one.id in articles]
    yield from (f"讲讲《{headline(one)}》" for one in mine[:2])


def _usable(stated: StatedBatch, articles: Collection[str] | None) -> bool:
    one = stated.batch
    plain = one.category is None and one.event != "去年同期"
    return bool(one.total and one.period and plain) and _within(stated.sources, articles)


def _within(sources: Collection[object], articles: Collection[str] | None) -> bool:
    return articles is None or any(getattr(one, "article", None) in articles for one in sources)


def _answers(library: Library, asked: str, articles: Collection[str] | None) -> bool:
    answer = library.ask(asked)
    return answer.status == "answered" and _within(answer.sources, articles)


def _named(row: ProjectRow, known: Sequence[Project]) -> str:
    """The project's name, with its district where another one has a project of that name."""
    shared = any(p.row.name == row.name and p.row.district != row.district for p in known)
    return f"{row.district}{row.name}" if shared and row.district else row.name


def _called(batch: Batch) -> str:
    """中原区第七期三个一批签约."""
    programme = batch.programme or ""
    stage = batch.stage if batch.stage in _STAGES and batch.stage not in programme else ""
    return f"{batch.district or ''}{period_name(batch.period)}{programme}{stage}"
