"""What the groups of projects in a text belong to while it is read: programme, period, stage, event, day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.extraction.programmes import cues
from index.extraction.programmes.batches import Statement
from index.extraction.programmes.cues import Context
from index.extraction.programmes.drafts import WHOLE
from index.extraction.programmes.own_groups import (
    is_round,
    own_groups,
    own_programme,
    own_rounds,
    own_state,
    stage_named,
)
from index.extraction.words.names import is_name, is_numbered, lead_length
from index.language.dates import explicit_years
from index.language.lexicon import load_pattern, rounds
from index.records import Article, Batch, Sentence

HEADING = 36  # code points: a line of this size without a full stop heads a section
_GATHERED = load_pattern("extraction.scenes.gathered")
_OF_SEVERAL_STAGES = load_pattern("extraction.scenes.of_several_stages")
_YEAR_BEFORE = load_pattern("extraction.scenes.year_before")
_AMONG = load_pattern("extraction.scenes.among")
_SIDE = load_pattern("extraction.scenes.side")
_ANEW = load_pattern("extraction.scenes.anew")
_SECTION = load_pattern("extraction.scenes.section")
THIS_ROUND = re.compile(rf"[本此该这]次?(?:{rounds()})")
_COUNT_BEHIND = re.compile(rf"(?:项目|工程)?(?:共有|共|有)?{cues.NUMBER}[个项].*$")


class Scene:
    """Follows an article sentence by sentence.

    Attributes:
        here: what holds now. main: what the article as a whole is about, once it has said so (else None).
        window: the time that the figures of the sentence cover (1至8月), or None.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        years = set(explicit_years(" ".join(article.headlines) + article.text[:400]))
        self._year = int(article.date[:4]) if article.date else years.pop() if len(years) == 1 else None
        self.here = Context(district=article.district, event_date=article.date)
        self.main: Context | None = None
        self.window: int | str | None = None
        said = article.text
        healed = "\n".join(block.text.text for block in article.blocks if block.role not in ("masthead", "furniture"))
        # what the text calls the parts of its programme
        self.named = own_groups(healed, article.headlines) or own_groups(said, article.headlines)
        self.rounds = own_rounds(said)
        self.groups: frozenset[str] = frozenset()  # and those of one breakdown
        self.called: set[str] = set()  # the stages that were stated
        self.staged = ""  # the sentence whose last group was one of a stage, of no kind
        self.headed: str | None = None  # the stage of the heading above, until a group is stated below it
        own = own_programme(article.headlines, said, self.named)
        self.here = self.here.with_(programme=own)

    def caption(self, text: str) -> None:
        """What the caption of a table says holds for the article, unless its text says otherwise."""
        self.here = self.here.with_(
            programme=cues.find_programme(text), period=cues.find_period(text, self._year)
        )

    def headline(self, text: str) -> None:
        """Programme and period of a headline hold for the article."""
        programme = cues.find_programme(text)
        if programme and (self.here.programme is None or cues.is_specific(programme)):
            self.here = self.here.with_(programme=programme)
        self.here = self.here.with_(period=cues.find_period(text, self._year) or self._round(text))

    def paragraph(self) -> None:
        """A new paragraph is about what the article is about."""
        if self.main is not None:
            self.here = self.main

    def heading(self, text: str) -> str | None:
        """一、签约项目（2个）: what a short line says holds for the lines below it; the stage it names, if any."""
        if len(text) > HEADING or text.endswith("。") or "，" in text:
            return None
        stage = cues.find_stage(text)
        section = _SECTION.match(text)
        told = section or is_numbered(text) or "项目" in text or cues.stage_of_batch(text)
        if not stage or not told or is_name(text[section.end() if section else lead_length(text) :]):
            return None
        self.here = replace(self.here, stage=stage)
        self.headed = stage
        return stage

    def enter(self, text: str, statements: Sequence[Statement]) -> None:
        """Where and when something was held, as far as the sentence says it in front of its figures."""
        before = text[: statements[0].after] if statements else text
        if not (statements or _GATHERED.search(text)):
            return
        event = cues.find_event(before)
        changes: dict[str, object] = {
            "event": event,
            "place": cues.find_place(before) if event or statements else None,
        }
        if event or statements or cues.find_programme(before):
            changes["event_date"] = cues.last_day(before, self.article)
        scene = event or (before if not statements and cues.find_programme(before) else None)
        if scene:
            programme = cues.gathers_several(before) or cues.find_programme(scene)
            if programme and not cues.is_specific(self.here.programme):
                changes.update(programme=programme, stage=implied_stage(programme))
            period = cues.find_period(scene, self._year) or (
                None if statements else cues.find_period(before, self._year)
            )
            headed = self.here.period is not None and not cues.is_stretch(self.here.period)
            of_round = headed and cues.is_stretch(period)  # 一季度推进活动, where the headline counts 首批
            changes["period"] = None if cues.is_range(period) or of_round else period
        self.here = self.here.with_(**changes)
        kind = self.main.programme if self.main is not None else None
        named = kind is not None and cues.is_specific(self.here.programme) and not cues.is_specific(kind)
        if scene and (self.main is None or named) and (self.here.programme or self.here.period):
            self.main = self.here

    def batch(self, statement: Statement, sentence: Sentence) -> Batch | None:
        """The group that a sentence states; None where it says nothing that could be asked for."""
        stated = own_state(_COUNT_BEHIND.sub("", statement.label), self.named)
        if statement.category and (stated or self._says_no_kind(statement.category)):
            statement = replace(statement, category=None)
        here = self._context(statement, sentence.text.text)
        kind = statement.category
        if kind and kind.removesuffix("项目") in self.groups:
            kind = None
        if kind and self.article.district and kind.removesuffix("项目") in self.article.district:
            kind = None  # 西禾项目: all projects of the district
        self.called.add(here.stage or "")
        self.staged = "" if kind or here.stage in WHOLE else sentence.text.text
        batch = Batch(
            here.programme, here.period, here.stage, here.district, kind, here.event, statement.count,
            statement.total, statement.amounts, rates=statement.rates, status=statement.status,
            event_date=cues.last_day(statement.day, self.article) if statement.day else here.event_date,
            place=here.place,
            evidence=sentence.text.spans(statement.start, _through_mark(sentence.text.text, statement.end)),
        )  # fmt: skip
        return batch if _tells(batch) else None

    def _beside(self, statement: Statement, text: str) -> bool:
        """续建项目9个…；技改项目8个: what stands beside a stage, or divides all projects anew, is no part of it."""
        before = text[: statement.start].rstrip()
        return bool(_ANEW.search(before)) or (self.staged == text and before.endswith(("；", ";")))

    def _says_no_kind(self, category: str) -> bool:
        """“提速建设”类, 秋擂项目, 第十一次调度项目, 销号项目: which part and which round, no kind of projects."""
        core = category.removesuffix("项目").removesuffix("类").strip("“”")
        named = any(name.startswith(core) or name.endswith(core) for name in self.named)
        return named or core in self.rounds or is_round(core)

    def _context(self, statement: Statement, text: str) -> Context:
        label = statement.label
        here = self.here
        programme = cues.find_programme(label)
        if statement.part and self.here.programme and self.here.programme != programme:
            self.groups |= set(cues.quoted_groups(text))
        stage = next((name for name in self.groups if label.lstrip("其中，,“\"").startswith(name)), None)
        stage = stage_named(label, self.named) if stage is None or f"{stage}类" in self.called else stage
        programme = None if programme in self.groups | self.named else programme
        stage = stage or cues.stage_of_batch(label) or cues.find_stage(label)
        if stage and _OF_SEVERAL_STAGES.search(text[: statement.start]):
            stage = "合计"  # 签约、开工、投产项目共21个
        if self._beside(statement, text):
            self.here = here = replace(self.here, stage=None)
        near = text[max(0, statement.start - 30) : statement.start]
        near = re.split(r"[；;]|其中|[个项]，", near)[-1]
        if programme is None and (here.programme is None or cues.find_series(label)):
            several = cues.gathers_several(text[: statement.start])
            programme = several or cues.find_programme(near)
        period = self._period(label, near, programme, text[: statement.start])
        if period and programme is None and self.main and cues.is_year(here.period) and not cues.is_year(period):
            here = self.main  # 首批 behind all that the year has is one of the programme again
        last_year = cues.is_last_year(label) or cues.is_last_year(near)
        if programme and programme != here.programme:
            of_year = cues.find_year_period(_own_clauses(near) + label, self._year)
            here = _changed(here, programme, period, label, of_year)
            period = period or (here.period if here.period == of_year else None)
        if stage is None and statement.category:
            among = _AMONG.search(text[: statement.start])
            stage = cues.find_stage(among["what"]) if among else None
            if stage is None and self.here.stage not in ("合计", "累计"):
                stage = self.here.stage
        if stage is None and statement.category is None and (side := _SIDE.search(text[: statement.start])):
            stage = cues.find_stage(side["what"])  # 签约方面，共有项目8个
        stage = stage or (implied_stage(here.programme) if here.programme else None)
        if stage is None:
            stage = None if statement.category else _whole(here.programme, period or here.period)
        district = cues.find_district(label, self.article.district) or cues.other_district(label)
        if stage in ("合计", None) and statement.category is None and period is None and programme is None:
            stage = self.headed or stage  # 一、签约落地 above 项目8个
        self.headed = None
        if period is not None and here.period not in (None, period):
            here = replace(here, event=None, event_date=None, place=None)
        here = replace(here, stage=stage).with_(period=period, district=district)
        if last_year:
            here = replace(
                here, event="去年同期", period=cues.year_before(here.period), event_date=None, place=None
            )
        return here

    def _period(self, label: str, near: str, programme: str | None, before: str) -> int | str | None:
        """The period of a group: its label's before that of the words in front; ``before``: all of the sentence."""
        here = self.here
        period = cues.find_period(label, self._year) or cues.find_series(label) or self._round(label)
        period = period or cues.find_period(near, self._year) or self._round(near)
        if period is None and not THIS_ROUND.search(label):
            period = cues.opening_round(before)
        period = period or cues.round_before(near + label, self.main.period if self.main else here.period)
        period = period or cues.find_window(label) or cues.find_window(near) or self.window
        if period is None and (here.period is None or cues.is_year(here.period)) and (programme or here.programme):
            period = cues.find_year_period(near + label, self._year)
        if period is None and here.period is not None:
            period = self._other_year(_own_clauses(near) + label)
        if isinstance(period, str) and isinstance(here.period, str) and here.period.endswith(period):
            period = here.period  # 一季度 where 2025年一季度 was said before
        return period

    def _other_year(self, text: str) -> str | None:
        """2022年 of 2022年实施“三张清单”项目61个, where the article is of another year."""
        told = cues.find_year_period(text, None)
        if told is None and self._year and _YEAR_BEFORE.search(text):
            told = f"{self._year - 1}年"  # 去年全区共实施项目152个
        own = f"{self._year}年" if self._year else str(self.here.period)[:5]
        return told if told is not None and own.startswith("20") and told != own else None

    def _round(self, text: str) -> str | None:
        """The last of the rounds with names of their own that a text names: 夏擂."""
        return max((name for name in self.rounds if name in text), key=text.rfind, default=None)

    def keep(self, batch: Batch) -> None:
        """A group of the text was stated: what follows is about it."""
        if cues.is_window(batch.period) or cues.is_range(batch.period):
            self.window = batch.period
        if batch.event == "去年同期":
            return
        former = cues.is_range(batch.period) or cues.is_window(batch.period)
        if not former:
            self.here = replace(
                self.here, programme=batch.programme, period=batch.period, district=batch.district,
                event=batch.event, event_date=batch.event_date, place=batch.place,
            )  # fmt: skip
            if batch.stage not in WHOLE:
                self.here = replace(self.here, stage=batch.stage)
        whole = batch.stage == "合计" and batch.period is not None and not former
        if whole and self.main is not None and self.main.programme == batch.programme:
            told = self.main.period is None or str(batch.period).endswith(str(self.main.period))
            self.main = replace(self.main, period=batch.period) if told else self.main  # 2023年首批 for 首批
        if self.main is None and not former and (batch.programme or batch.period):
            self.main = replace(self.here, stage=batch.stage if batch.stage not in ("合计", "累计") else None)

    def mixed(self) -> None:
        """A sentence has stated several stages: later ones may be about any of them."""
        if self.main is not None:
            self.main = replace(self.main, stage=implied_stage(self.main.programme))

    def loose(self, text: str, *, grouped: bool) -> Context:
        """What holds for a project outside any group: the event of the article, the day of the sentence.

        ``grouped``: the groups' lists are complete, a further project is none of them.
        """
        day = cues.last_day(text, self.article) or self.article.date
        if grouped:
            return Context(district=self.article.district, event_date=day)
        if self.main is not None:
            return replace(self.main, place=None)
        return Context(self.here.programme, self.here.period, None, self.article.district, None, day)


def implied_stage(programme: str | None) -> str | None:
    """集中开工 says the stage itself."""
    return programme.removeprefix("集中") if programme and programme.startswith("集中") else None


def _whole(programme: str | None, period: int | str | None) -> str | None:
    if cues.is_range(period):
        return "累计"
    return "合计" if programme else None


def _own_clauses(near: str) -> str:
    """What stands in front of a group since the last full stop: 2024年，全县"""
    return re.split("[。：]", near)[-1]


def _changed(
    here: Context, programme: str, period: int | str | None, label: str, of_year: str | None = None
) -> Context:
    """Another programme begins; 集中开工 inside 三个一批 is only its stage.

    2024年，全县112个重点项目 are all of the year, not of the round that the article is about.
    """
    yearly = of_year and period is None and here.period is not None and not cues.is_year(here.period)
    if yearly and programme.startswith(("重点", "重大")) and not cues.find_stage(label):
        return Context(programme, of_year, None, here.district)
    if here.programme == cues.OF_GATHERINGS and programme.startswith("集中"):
        return Context(here.programme, period or here.period, None, here.district)  # 前三批集中开工项目 are of 三集中
    if cues.is_specific(here.programme) and not cues.is_specific(programme) and period in (None, here.period):
        return here
    if here.programme and programme.startswith(("重点", "重大")) and period in (None, here.period):
        return here
    if here.programme is None:
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
