"""One article to its project rows and batches: sentences in order, then tables, then what fits together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.extraction import cues
from index.extraction.aliases import aliases_of, core_name
from index.extraction.aligned import find_groups
from index.extraction.batches import Statement
from index.extraction.checks import checked
from index.extraction.cues import Context
from index.extraction.drafts import BatchDraft, RowDraft
from index.extraction.listing import (
    NameList,
    names_at_head,
    names_before,
    names_behind,
    names_of_line,
    staged_lists,
)
from index.extraction.money import find_amounts
from index.extraction.names import is_generic, is_name, is_numbered, lead_length
from index.extraction.notices import pairs, put_pair, read_notice
from index.extraction.plain import Printed, plain_sentences, plain_tables, without_padding
from index.extraction.progress import read_attributes
from index.extraction.projects import Subject, find_subjects, is_about, is_continued, own_stage
from index.extraction.settle import settle
from index.extraction.tables import is_project_table, read_table
from index.language.dates import explicit_years
from index.records import Article, Batch, Flag, ProjectRow, Sentence, Span

_HEADING = 36  # code points: a line of this size without a full stop heads a section
_AMONG = re.compile(r"(?P<stage>签约|开工|投产|竣工|在建)(?:一批)?[”\"]?(?:的)?(?:\d+个)?项目中")
_NEAR = 8  # code points in front of a name: 其中，, （一）
_SEAT = re.compile(
    r"(?:^|[：；，。、])(?P<place>[\u4e00-\u9fff]{2,8}(?:镇|乡|街道|片区|园区|开发区|高新区|经开区|新区"
    r"|村|区))的$"
)
_GATHERED = re.compile(r"“?[三四五六七八]个一批|举行|举办|召开|启动|开幕|集中开工|集中签约")
_NUMBER = re.compile(r"(?:^|[。；：，\s])[（(]?(?P<n>\d{1,2})[）)、.．]\s?$")


@dataclass(frozen=True, slots=True)
class Rows:
    """What one article says about projects."""

    projects: tuple[ProjectRow, ...] = ()
    batches: tuple[Batch, ...] = ()
    flags: tuple[Flag, ...] = ()


def find_rows(article: Article, sentences: Sequence[Sentence]) -> Rows:
    """Project rows, batches and doubts about them, in the order of the text."""
    sentences = without_padding(article, sentences)
    printed = Printed(article, sentences)
    if not printed.same:
        article, sentences = plain_tables(article), plain_sentences(sentences)
    reader = _Reader(article)
    for table in article.tables:
        if is_project_table(table):
            reader.caption(table.caption.text)
    for sentence in sentences:
        reader.read(sentence)
    for table in article.tables:
        if is_project_table(table):
            rows, totals = read_table(article, table, reader.main or Context(district=article.district))
            reader.rows.extend(rows)
            reader.batches.extend(totals)
    reader.rows.extend(read_notice(article, sentences))
    rows, batches = settle(reader.rows, _without_echoes(reader.batches, sentences))
    projects = tuple(row.finished(aliases_of(row.name, row.context.district)) for row in rows)
    final, flags = checked(projects, batches)
    return Rows(tuple(map(printed.row, projects)), tuple(map(printed.batch, final)), flags)


def _without_echoes(drafts: Sequence[BatchDraft], sentences: Sequence[Sentence]) -> list[BatchDraft]:
    """A count that only a headline gives to a group, and the text to something else (18个已开工), is no batch."""
    body = "".join(s.text.text for s in sentences if s.role not in ("headline", "caption"))
    told = {draft.batch.count for draft in drafts if not draft.headline}
    return [
        draft
        for draft in drafts
        if not draft.headline or draft.batch.count in told or f"{draft.batch.count}个" not in body
    ]


class _Reader:
    """Reads sentences one after the other and remembers what they are about."""

    def __init__(self, article: Article) -> None:
        self.article = article
        years = set(explicit_years(" ".join(article.headlines) + article.text[:400]))
        self.year = int(article.date[:4]) if article.date else years.pop() if len(years) == 1 else None
        self.rows: list[RowDraft] = []
        self.batches: list[BatchDraft] = []
        self.here = Context(district=article.district, event_date=article.date)
        self.main: Context | None = None
        self.paragraph = -1
        self.current: BatchDraft | None = None
        self.last: RowDraft | None = None
        self.known: frozenset[str] = frozenset()
        self.window: int | str | None = None
        self.awaits = False  # a sentence ended in 分别是：, the names stand on the next line

    def read(self, sentence: Sentence) -> None:
        """Read one sentence."""
        if sentence.role in ("headline", "caption"):
            self._headline(sentence)
        elif sentence.role in ("paragraph", "other"):
            if sentence.paragraph != self.paragraph:
                self._new_paragraph(sentence)
            self._sentence(sentence)

    def caption(self, text: str) -> None:
        """What the caption of a table says holds for the article, unless its text says otherwise."""
        self.here = self.here.with_(
            programme=cues.find_programme(text), period=cues.find_period(text, self.year)
        )

    def _headline(self, sentence: Sentence) -> None:
        text = sentence.text.text
        programme = cues.find_programme(text)
        period = cues.find_period(text, self.year)
        if programme and (self.here.programme is None or cues.is_specific(programme)):
            self.here = self.here.with_(programme=programme)
        self.here = self.here.with_(period=period)
        for statement in find_groups(text):
            draft = self._draft(statement, sentence, headline=True)
            if draft is not None:
                self.batches.append(draft)

    def _new_paragraph(self, sentence: Sentence) -> None:
        self.paragraph = sentence.paragraph
        self.last = None
        if self.main is not None and not self._open():
            self.here = self.main
        if (
            len(sentence.text.text) > _HEADING
            and not is_numbered(sentence.text.text)
            and not self._goes_on(sentence)
        ):
            self.current = None

    def _goes_on(self, sentence: Sentence) -> bool:
        return (
            bool(names_at_head(sentence.text.text, None))
            or self.awaits
            or is_continued(sentence.text.text)
            or bool(self.current and self._lacks(self.current) and _begins(sentence.text.text, self.known))
        )

    @staticmethod
    def _lacks(draft: BatchDraft) -> bool:
        count = draft.batch.count
        return (
            count is not None and len(draft.rows) < count and draft.batch.stage not in ("合计", "累计", None)
        )

    def _open(self) -> bool:
        """True while the parts of the last total are not complete: the next paragraph goes on with it."""
        total = next(
            (
                d
                for d in reversed(self.batches)
                if d.batch.stage == "合计" and d.batch.count and not d.headline
            ),
            None,
        )
        if total is None or total.batch.count is None:
            return False
        parts = [
            d
            for d in self.batches
            if d.batch.period == total.batch.period and d.batch.stage not in ("合计", "累计", None)
        ]
        return sum(d.batch.count or 0 for d in parts) < total.batch.count

    def _sentence(self, sentence: Sentence) -> None:
        text = sentence.text.text
        if self._section(text):
            pass
        if self._pairs(sentence):
            return
        subjects = find_subjects(text, self.known)
        active = self.current is not None or bool(self.batches)
        statements = find_groups(text, active=active, stops=[(s.start, s.stop) for s in subjects])
        self._scene(text, statements)
        covered: list[Span] = []
        self.here = replace(self.here, district=self.article.district)
        for index, statement in enumerate(statements):
            draft = self._draft(statement, sentence)
            if draft is None:
                continue
            self._keep(draft, text, statement)
            limit = statements[index + 1].start if index + 1 < len(statements) else len(text)
            covered += self._list(
                draft, sentence, names_behind(text, statement.after, limit, statement.count)
            )
            covered += self._list(draft, sentence, names_before(text, statement))
        self.window = None
        fresh = [draft for draft in self.batches if draft.sentence == sentence.number]
        for draft in fresh:
            draft.mixed = len({one.batch.stage for one in fresh}) > 1
        if self.main is not None and any(draft.mixed for draft in fresh):
            self.main = replace(self.main, stage=_implied_stage(self.main.programme))
        covered += self._staged(sentence)
        if not statements and not covered and self.current is not None:
            covered += self._list(self.current, sentence, names_at_head(text, self.current.batch.count))
            if self.awaits and not covered:
                covered += self._list(self.current, sentence, names_of_line(text, self.current.batch.count))
        self.awaits = bool(fresh) and text.rstrip().endswith(("：", ":"))
        self._singles(sentence, subjects, covered)
        if not statements and not covered and not subjects:
            self._item(sentence)

    def _pairs(self, sentence: Sentence) -> bool:
        """建设单位：…: keys and values under a project's name; a notice is read as a whole elsewhere."""
        found = pairs(sentence.text.text)
        if not found or found[0][1][0] > _HEADING:
            return False
        for key, (start, end) in found:
            if self.last is not None and not any("名称" in key for key, _ in found):
                put_pair(self.last, key, sentence.text.text[start:end], sentence)
        return True

    def _staged(self, sentence: Sentence) -> list[Span]:
        """开工一批：甲工程、乙项目: names under a stage, with or without a count stated before."""
        covered: list[Span] = []
        for stage, names in staged_lists(sentence.text.text):
            here = (self.here.programme, self.here.period, stage)
            drafts = [
                d
                for d in self.batches
                if (d.batch.programme, d.batch.period, d.batch.stage) == here and not d.rows
            ]
            if drafts:
                covered += self._list(drafts[-1], sentence, names)
                continue
            for number, (low, high) in enumerate(names.names, 1):
                context = replace(self.here, stage=stage, place=None)
                row = RowDraft(sentence.text.text[low:high], sentence.text.spans(low, high), context, number)
                row.evidence = list(sentence.text.spans())
                self._add(row)
            covered.append((names.start, names.end))
        return covered

    def _section(self, text: str) -> bool:
        """一、签约项目（2个）: what a short line says holds for the lines below it."""
        if len(text) > _HEADING or text.endswith("。") or "，" in text:
            return False
        stage = cues.find_stage(text)
        if (
            stage
            and (is_numbered(text) or "项目" in text or cues.stage_of_batch(text))
            and not is_name(text[lead_length(text) :])
        ):
            self.here = replace(self.here, stage=stage)
            return True
        return False

    def _scene(self, text: str, statements: Sequence[Statement]) -> None:
        """Where and when something was held, as far as the sentence says it in front of its figures."""
        before = text[: statements[0].after] if statements else text
        if not (statements or _GATHERED.search(text)):
            return
        day = cues.last_day(before, self.article)
        event = cues.find_event(before)
        changes: dict[str, object] = {
            "event": event,
            "place": cues.find_place(before) if event or statements else None,
        }
        if event or statements or cues.find_programme(before):
            changes["event_date"] = day
        scene = event or (before if not statements and cues.find_programme(before) else None)
        if scene:
            programme = cues.find_programme(scene)
            if programme and not cues.is_specific(self.here.programme):
                changes.update(programme=programme, stage=_implied_stage(programme))
            period = cues.find_period(scene, self.year) or (
                None if statements else cues.find_period(before, self.year)
            )
            changes["period"] = None if cues.is_range(period) else period
        self.here = self.here.with_(**changes)
        if scene and self.main is None and (self.here.programme or self.here.period):
            self.main = self.here

    def _draft(
        self, statement: Statement, sentence: Sentence, *, headline: bool = False
    ) -> BatchDraft | None:
        here = self._context(statement, sentence.text.text)
        kind = statement.category
        if kind and self.article.district and kind.removesuffix("项目") in self.article.district:
            kind = None  # 西禾项目: all projects of the district
        batch = Batch(
            here.programme, here.period, here.stage, here.district, kind, here.event, statement.count,
            statement.total, statement.amounts, rates=statement.rates, status=statement.status,
            event_date=here.event_date, place=here.place,
            evidence=sentence.text.spans(statement.start, _through_mark(sentence.text.text, statement.end)),
        )  # fmt: skip
        if not _tells(batch):
            return None
        return BatchDraft(batch, sentence.number, sentence.paragraph, headline=headline, part=statement.part)

    def _context(self, statement: Statement, text: str) -> Context:
        label = statement.label
        here = self.here
        programme = cues.find_programme(label)
        period = cues.find_period(label, self.year)
        stage = cues.stage_of_batch(label) or cues.find_stage(label)
        near = text[max(0, statement.start - 30) : statement.start]
        near = re.split(r"[；;]|其中|[个项]，", near)[-1]
        if programme is None and here.programme is None:
            programme = cues.find_programme(near)
        period = period or cues.find_period(near, self.year)
        period = period or cues.find_window(label) or cues.find_window(near) or self.window
        if period is None and here.period is None and (programme or here.programme):
            period = cues.find_year_period(near + label, self.year)
        if isinstance(period, str) and isinstance(here.period, str) and here.period.endswith(period):
            period = here.period  # 一季度 where 2025年一季度 was said before
        last_year = cues.is_last_year(label) or cues.is_last_year(near)
        if programme and programme != here.programme:
            here = _changed(here, programme, period, label)
        stage = stage or (_implied_stage(here.programme) if here.programme else None)
        if stage is None and statement.category and self.here.stage not in ("合计", "累计"):
            stage = self.here.stage
        if stage is None:
            stage = None if statement.category else _whole(here.programme, period or here.period)
        district = cues.find_district(label, self.article.district) or cues.other_district(label)
        if period is not None and here.period not in (None, period):
            here = replace(here, event=None, event_date=None, place=None)
        here = replace(here, stage=stage).with_(period=period, district=district)
        if last_year:
            here = replace(
                here, event="去年同期", period=cues.year_before(here.period), event_date=None, place=None
            )
        return here

    def _keep(self, draft: BatchDraft, text: str, statement: Statement) -> None:
        self.batches.append(draft)
        batch = draft.batch
        if cues.is_window(batch.period):
            self.window = batch.period
        if batch.event == "去年同期":
            return
        former = cues.is_range(batch.period) or cues.is_window(batch.period)
        if not former:
            self.here = replace(
                self.here, programme=batch.programme, period=batch.period, district=batch.district,
                event=batch.event, event_date=batch.event_date, place=batch.place,
            )  # fmt: skip
            if batch.stage not in ("合计", "累计", None):
                self.here = replace(self.here, stage=batch.stage)
        if self.main is None and not former and (batch.programme or batch.period):
            self.main = replace(self.here, stage=batch.stage if batch.stage not in ("合计", "累计") else None)
        if batch.category is None or self.current is None:
            self.current = draft

    def _list(self, draft: BatchDraft, sentence: Sentence, names: NameList | None) -> list[Span]:
        if names is None or draft.rows:
            return []
        text = sentence.text
        for number, ((low, high), said) in enumerate(zip(names.names, names.said, strict=True), 1):
            row = RowDraft(text.text[low:high], text.spans(low, high), self._of(draft), number, batch=draft)
            row.evidence = [*draft.batch.evidence, *text.spans()]
            read_attributes(said, row.attributes)
            self._bare_amount(said, row)
            self._add(row)
        draft.closed = not names.open
        draft.batch = replace(draft.batch, names_evidence=text.spans())
        return [(names.start, names.end)]

    def _bare_amount(self, said: str, row: RowDraft) -> None:
        """甲项目（15.2亿元）: the amount is of the kind that the group's amounts have."""
        bare = [one.investment for one in find_amounts(said) if not one.investment.kind and one.other is None]
        if bare and not row.attributes.investments:
            stated = [one.kind for draft in reversed(self.batches) for one in draft.batch.amounts]
            kind = next((kind for kind in stated if kind in ("总投资", "签约额", "协议引资")), "总投资")
            row.attributes.investments.append(replace(bare[0], kind=kind))

    def _of(self, draft: BatchDraft) -> Context:
        batch = draft.batch
        stage = batch.stage if batch.stage not in ("合计", "累计") else None
        period = None if cues.is_window(batch.period) else batch.period
        return Context(batch.programme, period, stage, batch.district, batch.event, batch.event_date)

    def _add(self, row: RowDraft) -> None:
        self.rows.append(row)
        self.known = self.known | {row.name}
        if row.batch is not None:
            row.batch.rows.append(row)
        self.last = row

    def _singles(self, sentence: Sentence, subjects: Sequence[Subject], covered: Sequence[Span]) -> None:
        text = sentence.text
        free = [s for s in subjects if not any(a <= s.start < b for a, b in covered)]
        begin = free[0].start if free else len(text.text)
        if self.last is not None and not covered and self._continues(sentence, begin):
            read_attributes(text.text[:begin], self.last.attributes)
            self.last.evidence.extend(text.spans())
        for subject in free:
            self._single(sentence, subject)

    def _continues(self, sentence: Sentence, begin: int) -> bool:
        text = sentence.text.text
        if is_continued(text):
            return True
        return is_about(text) and begin > 4 and not find_groups(text, active=bool(self.batches))

    def _single(self, sentence: Sentence, subject: Subject) -> None:
        text = sentence.text
        name = text.text[subject.start : subject.end]
        batch = self.current if self.current is not None and not _is_full(self.current, name) else None
        here = self._of(batch) if batch is not None else self._loose(sentence)
        among = [cues.find_stage(m["stage"]) for m in _AMONG.finditer(text.text[: subject.start])]
        if among:
            batch = next(
                (d for d in reversed(self.batches) if d.batch.stage == among[-1] and not d.batch.category),
                batch,
            )
            here = replace(self._of(batch) if batch is not None else here, stage=among[-1])
        elif batch is not None and batch.mixed and batch.sentence != sentence.number:
            here, batch = replace(here, stage=None), None
        if subject.stage:
            here = replace(here, stage=here.stage if self._batched(here) else subject.stage)
        if here.stage is None:
            here = replace(here, stage=own_stage(text.text[subject.after : subject.stop]))
        row = RowDraft(text.text[subject.start : subject.end], text.spans(subject.start, subject.end), here)
        if seat := _SEAT.search(subject.before):
            row.attributes.put("place", seat["place"])
        read_attributes(subject.before, row.attributes)
        read_attributes(text.text[subject.after : subject.stop], row.attributes)
        row.evidence = list(text.spans())
        if number := _NUMBER.search(text.text[: subject.start]):
            row.ordinal = int(number["n"])
        if batch is not None:
            row.batch = batch
            if batch.paragraph == sentence.paragraph:
                row.evidence = [*batch.batch.evidence, *row.evidence]
        self._add(row)

    @staticmethod
    def _batched(here: Context) -> bool:
        return here.programme is not None and here.stage is not None

    def _loose(self, sentence: Sentence) -> Context:
        """What holds for a project outside any group: the event of the article, the day of the sentence.

        Where the groups' lists are complete, a further project is none of them.
        """
        day = cues.last_day(sentence.text.text, self.article) or self.article.date
        listed = any(draft.closed and draft.rows for draft in self.batches)
        if self.current is not None or listed:
            return Context(district=self.article.district, event_date=day)
        if self.main is not None:
            return replace(self.main, place=None)
        return Context(self.here.programme, self.here.period, None, self.article.district, None, day)

    def _item(self, sentence: Sentence) -> None:
        """A numbered line that is a name: 1.澄江大道北延工程."""
        text = sentence.text.text.rstrip("。；;，, ")
        lead = lead_length(text)
        if lead and is_numbered(text) and is_name(text[lead:], listed=False) and not is_generic(text[lead:]):
            here = self._of(self.current) if self.current is not None else self.here
            row = RowDraft(text[lead:], sentence.text.spans(lead, len(text)), here, batch=self.current)
            row.evidence = [*(self.current.batch.evidence if self.current else ()), *sentence.text.spans()]
            self._add(row)


def _begins(text: str, known: frozenset[str]) -> bool:
    """True where a paragraph begins with a project."""
    found = find_subjects(text, known)
    return bool(found) and found[0].start <= _NEAR


def _is_full(draft: BatchDraft, name: str) -> bool:
    """True for a batch whose names are all listed, and ``name`` is none of them."""
    if any(core_name(row.name, None) == core_name(name, None) for row in draft.rows):
        return False
    return bool(draft.rows) and (
        draft.closed or len(draft.rows) >= (draft.batch.count or len(draft.rows) + 1)
    )


def _implied_stage(programme: str | None) -> str | None:
    """集中开工 says the stage itself."""
    return programme.removeprefix("集中") if programme and programme.startswith("集中") else None


def _whole(programme: str | None, period: int | str | None) -> str | None:
    if cues.is_range(period):
        return "累计"
    return "合计" if programme else None


def _changed(here: Context, programme: str, period: int | str | None, label: str) -> Context:
    """Another programme begins; 集中开工 inside 三个一批 is only its stage."""
    if cues.is_specific(here.programme) and not cues.is_specific(programme) and period in (None, here.period):
        return here
    if here.programme and programme.startswith(("重点", "重大")) and period in (None, here.period):
        return here
    keep = here.programme is None
    if keep:
        return replace(here, programme=programme, stage=None).with_(period=period)
    return Context(programme, period, None, here.district)


def _tells(batch: Batch) -> bool:
    known = batch.programme or batch.stage or batch.category or batch.period
    return bool(known and (batch.count is not None or batch.amounts or batch.rates)) or bool(
        batch.count and batch.total
    )


def _through_mark(text: str, end: int) -> int:
    """The full stop or semicolon right behind belongs to the quote."""
    return end + 1 if text[end : end + 1] in ("。", "；") else end
