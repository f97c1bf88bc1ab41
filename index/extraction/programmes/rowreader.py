"""Sentences in order to project rows and batches: what a sentence tells of a group, a list, a single project."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.extraction.programmes import cues
from index.extraction.programmes.aligned import find_groups
from index.extraction.programmes.batches import Statement, category_of
from index.extraction.programmes.cues import Context
from index.extraction.programmes.drafts import (
    WHOLE,
    BatchDraft,
    RowDraft,
    context_of,
    group_of_stage,
    is_full,
    lacks_names,
)
from index.extraction.programmes.listing import (
    IN_BRACKETS,
    NameList,
    are_projects,
    is_described_item,
    names_at_head,
    names_before,
    names_behind,
    names_of_line,
    staged_lists,
    told_list,
)
from index.extraction.programmes.notices import pairs, put_pair
from index.extraction.programmes.own_groups import group_behind, group_of
from index.extraction.programmes.progress import read_attributes
from index.extraction.programmes.projects import (
    Subject,
    card_name,
    find_subjects,
    happened,
    heading_name,
    is_about,
    is_continued,
    is_dashed,
    mentioned,
    names_it,
    own_stage,
    tells_of_item,
    visited,
)
from index.extraction.programmes.scenes import HEADING, THIS_ROUND, Scene, implied_stage
from index.extraction.words.money import find_amounts, kind_names
from index.extraction.words.names import is_generic, is_name, is_numbered, lead_length
from index.extraction.words.respective import aligned
from index.language.lexicon import load_pattern
from index.records import Article, Batch, Sentence, Span

_AMONG = load_pattern("extraction.rowreader.among")
_STAGED_AS = load_pattern("extraction.rowreader.staged_as")
_NAMED_AS = load_pattern("extraction.rowreader.named_as")
_BY_AMOUNT = load_pattern("extraction.rowreader.by_amount")  # …, 只有1800万元
_STATE = 12  # code points of a state: 均未开工
_NEAR = 8  # code points in front of a name: 其中，, （一）
_REST = load_pattern("extraction.rowreader.rest")
_SEAT = load_pattern("extraction.rowreader.seat")
_NUMBER = re.compile(r"(?:^|[。；：，\s])[（(]?(?P<n>\d{1,2})[）)、.．]\s?$")
_BULLET = re.compile(r"(?:^|\s)[●■◆▲★]\s?$")
_OF_ITEM = load_pattern("extraction.rowreader.of_item")
_OF_ALL = load_pattern("extraction.rowreader.of_all")
_ITEM_SENTENCES = 4  # of an item behind its first
_BRACKET = re.compile(r"[（(][^（）()]*[）)]")


class RowReader:
    """Reads sentences one after the other and remembers what they are about."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.scene = Scene(article)
        self.rows: list[RowDraft] = []
        self.batches: list[BatchDraft] = []
        self.paragraph = -1
        self.current: BatchDraft | None = None
        self.under: str | None = None  # the stage of the heading above the items
        self.headed: BatchDraft | None = None  # the group that a heading above names: 新开工项目有：
        self.last: RowDraft | None = None
        self.known: frozenset[str] = frozenset()
        self.item = 0  # sentences that may still tell of the item of a bulleted list
        self.among: str | None = None  # the stage of whose projects the sentence before told: 签约项目中，…
        self.told: RowDraft | None = None  # named by the sentence before; a project if the next one tells of it
        self.titled = -1  # the paragraph that begins with a name and a full stop: ①甲产业园。投资额3亿元
        self.card: RowDraft | None = None  # the project that a headline is, above keys and values
        self.awaits = False  # a sentence ended in 分别是：, the names stand on the next line

    def read(self, sentence: Sentence) -> None:
        """Read one sentence."""
        if sentence.role in ("headline", "caption"):
            self._headline(sentence)
        elif sentence.role in ("paragraph", "other"):
            if sentence.paragraph != self.paragraph:
                self._new_paragraph(sentence)
            self._sentence(sentence)

    def _headline(self, sentence: Sentence) -> None:
        self.item, self.told = 0, None
        self.scene.headline(sentence.text.text)
        if (span := card_name(sentence.text.text)) is not None:
            self.card = RowDraft(sentence.text.text[slice(*span)], sentence.text.spans(*span), self._loose(sentence))
            self.card.evidence = list(sentence.text.spans())
        for statement in find_groups(sentence.text.text, named=self.scene.named):
            draft = self._draft(statement, sentence, headline=True)
            if draft is not None:
                self.batches.append(draft)

    def _new_paragraph(self, sentence: Sentence) -> None:
        self.paragraph = sentence.paragraph
        self.under = self.under if is_numbered(sentence.text.text) else None
        self.among = self.among if sentence.text.text.startswith("其中") else None
        keyed = bool(found := pairs(sentence.text.text)) and found[0][1][0] <= HEADING
        told = self.last and self.last.batch is None and self._is_told_of(sentence, self.last)
        if not (self.item or keyed or told):
            self.last = None
        if not self._open():
            self.scene.paragraph()
        text = sentence.text.text
        if len(text) > HEADING and not is_numbered(text) and not self._goes_on(sentence):
            self.current = None

    def _goes_on(self, sentence: Sentence) -> bool:
        return (
            bool(names_at_head(sentence.text.text, None))
            or self.awaits
            or is_continued(sentence.text.text)
            or bool(self.current and lacks_names(self.current) and _begins(sentence.text.text, self.known))
        )

    def _open(self) -> bool:
        """True while the parts of the last total are not complete: the next paragraph goes on with it.

        Where the total of what the article is about waits for its parts, too, these come first.
        """
        wholes = [
            d.batch for d in reversed(self.batches)
            if d.batch.stage == "合计" and d.batch.count and not (d.headline or cues.is_year(d.batch.period))
        ]  # fmt: skip
        if not wholes or not self._waits(wholes[0]):
            return False
        main = self.scene.main
        own = next((one for one in wholes if main is not None and one.period == main.period), None)
        return own is None or own.period == wholes[0].period or not self._waits(own)

    def _waits(self, total: Batch) -> bool:
        """Fewer projects than a total counts stand in its parts."""
        parts = [d.batch for d in self.batches if d.batch.period == total.period and d.batch.stage not in WHOLE]
        return sum(part.count or 0 for part in parts) < (total.count or 0)

    def _sentence(self, sentence: Sentence) -> None:
        text = sentence.text.text
        staged = self.scene.heading(text)
        self.under = staged or self.under
        if staged is not None and self.scene.main is not None and not find_groups(text, active=True):
            self.current = self.headed = self._stated(staged)
        if self._pairs(sentence):
            return
        subjects = find_subjects(text, self.known)
        active = self.current is not None or bool(self.batches)
        stops = [(s.start, s.stop) for s in subjects]
        statements = find_groups(text, active=active, stops=stops, named=self.scene.named)
        self.scene.enter(text, statements)
        covered = self._groups(sentence, statements)
        covered += self._staged(sentence, covered)
        if not statements and not covered:
            covered += self._of_kind(sentence)
        if not statements and not covered and self.current is not None:
            covered += self._list(self.current, sentence, names_at_head(text, self.current.batch.count))
            if self.awaits and not covered and not is_numbered(text):
                covered += self._list(self.current, sentence, names_of_line(text, self.current.batch.count))
        if not statements and not covered:
            covered += self._told(sentence)
        if "分别" in text:
            covered += self._lined(sentence)
        if among := _AMONG.search(text):
            self.among = cues.find_stage(among["stage"])
        elif not text.startswith("其中") and (statements or covered or not subjects):
            self.among = None
        stated = any(draft.sentence == sentence.number for draft in self.batches)
        self.awaits = stated and text.rstrip().endswith(("：", ":"))
        if not statements and not covered:
            self._take_up(sentence)
        self._singles(sentence, subjects, covered)
        self.told = None
        if not statements and not covered and not subjects:
            self._item(sentence)
            self._announce(sentence)

    def _of_kind(self, sentence: Sentence) -> list[Span]:
        """产业项目5个。分别为：甲、乙…: names of the projects of a kind, where there are as many as were counted."""
        last = self.batches[-1] if self.batches else None
        if last is None or last.batch.category is None or sentence.number - last.sentence != 1:
            return []
        names = names_at_head(sentence.text.text, last.batch.count)
        fits = names is not None and len(names.names) == last.batch.count
        return self._list(last, sentence, names) if fits else []

    def _stated(self, stage: str) -> BatchDraft | None:
        """新开工项目有： the group of that stage that was stated before, among those that the article is about."""
        main = self.scene.main
        stated = (
            draft for draft in self.batches
            if draft.batch.stage == stage and draft.batch.category is None and not draft.headline
            and main is not None and draft.batch.period == main.period
        )  # fmt: skip
        return next(stated, None)

    def _groups(self, sentence: Sentence, statements: Sequence[Statement]) -> list[Span]:
        """The groups that a sentence states, with the lists of names around their counts."""
        text = sentence.text.text
        covered: list[Span] = []
        self.scene.here = replace(self.scene.here, district=self.article.district)
        for index, statement in enumerate(statements):
            draft = self._draft(statement, sentence)
            if draft is None:
                continue
            self._keep(draft)
            limit = statements[index + 1].start if index + 1 < len(statements) else len(text)
            covered += self._list(
                draft, sentence, names_behind(text, statement.after, limit, statement.count)
            )
            covered += self._list(draft, sentence, names_before(text, statement))
        self.scene.window = None
        fresh = [draft for draft in self.batches if draft.sentence == sentence.number]
        for draft in fresh:
            draft.mixed = len({one.batch.stage for one in fresh}) > 1
        if any(draft.mixed for draft in fresh):
            self.scene.mixed()
        return covered

    def _pairs(self, sentence: Sentence) -> bool:
        """建设单位：…: keys and values under a project's name; a notice is read as a whole elsewhere."""
        found = pairs(sentence.text.text)
        if not found or found[0][1][0] > HEADING or is_described_item(sentence.text.text):
            return False
        if self.last is None and self.card is not None:
            self._add(self.card)
        for key, (start, end) in found:
            if self.last is not None and not any("名称" in key for key, _ in found):
                put_pair(self.last, key, sentence.text.text[start:end], sentence)
        return True

    def _staged(self, sentence: Sentence, taken: Sequence[Span]) -> list[Span]:
        """开工一批：甲工程、乙项目: names under a stage, with or without a count stated before."""
        covered: list[Span] = []
        waiting = {
            d.batch.stage: d
            for d in self.batches
            if (d.batch.programme == self.scene.here.programme or implied_stage(d.batch.programme) == d.batch.stage)
            and d.batch.period in (self.scene.here.period, None) and d.batch.stage and not d.rows
            and d.batch.category is None
        }
        counts = {stage: d.batch.count for stage, d in waiting.items() if d.batch.count is not None}
        for stage, names in staged_lists(sentence.text.text, counts):
            if any(low < names.end and names.start < high for low, high in taken):
                continue
            if stage in waiting and not waiting[stage].rows:
                covered += self._list(waiting[stage], sentence, names)
                continue
            for number, (low, high) in enumerate(names.names, 1):
                context = replace(self.scene.here, stage=stage, place=None)
                row = RowDraft(sentence.text.text[low:high], sentence.text.spans(low, high), context, number)
                row.evidence = list(sentence.text.spans())
                self._add(row)
            covered.append((names.start, names.end))
        return covered

    def _told(self, sentence: Sentence) -> list[Span]:
        """进展较慢的项目有：甲、乙，均未开工: names outside any group, with what is said of all of them."""
        told = told_list(sentence.text.text)
        if told is None:
            return []
        said, names = told
        here, batch = self._told_of(sentence, said, sentence.text.text[: names.start])
        for (low, high), own in zip(names.names, names.said, strict=True):
            row = RowDraft(sentence.text.text[low:high], sentence.text.spans(low, high), here, batch=batch)
            row.evidence = list(sentence.text.spans())
            read_attributes(own, row.attributes)
            read_attributes(said.removeprefix("均"), row.attributes)
            if said and len(said) <= _STATE:
                row.attributes.put("status", said)
            self._add(row)
        return [(names.start, names.end)]

    def _told_of(self, sentence: Sentence, said: str, label: str) -> tuple[Context, BatchDraft | None]:
        """What holds for such names: what is said of all; 其余4个竣工项目为： the others of a group stated before."""
        undone, here = cues.find_undone(said), self._loose(sentence)
        if undone is not None or not _REST.search(label):
            return replace(here, stage=undone), None
        stage = cues.find_stage(re.split("[，。；]", label)[-1])
        stated = (
            draft for draft in reversed(self.batches)
            if draft.batch.stage == stage and draft.batch.category is None and not (draft.headline or draft.closed)
        )  # fmt: skip
        batch = self.current if stage is None else next(stated, None)
        if batch is None or batch.closed or (batch.mixed and stage is None):
            return replace(here, stage=stage), None
        return context_of(batch), batch

    def _lined(self, sentence: Sentence) -> list[Span]:
        """甲基地、乙水厂总投资分别为3亿元、2亿元: each gets its own amount."""
        text = sentence.text.text
        shares = aligned(text)
        kinds = [kind_names().get(re.sub(r"[约为达是]+$", "", share.measure), "") for share in shares.values()]
        named = [re.sub(r"(?<=[^工])(?:项目|工程)$", "", one.name) for one in shares.values()]
        led = _NAMED_AS.match(named[0]) if named else None
        named = [name.removeprefix(led[0]) if led else name for name in named]
        called = any(one.name.endswith(("项目", "工程")) for one in shares.values())
        if len(shares) < 2 or not all(kinds) or not are_projects(named, self.known, called=called):
            return []
        covered: list[Span] = []
        for (span, _), name, kind in zip(shares.items(), named, kinds, strict=True):
            at = text.find(name)
            amount = next((a for a in find_amounts(text) if (a.start, a.end) == span), None)
            if at < 0 or amount is None:
                continue
            here = self._loose(sentence)
            here = replace(here, stage=cues.find_stage(led["stage"])) if led else here
            row = RowDraft(name, sentence.text.spans(at, at + len(name)), here)
            row.attributes.investments.append(replace(amount.investment, kind=kind))
            row.evidence = list(sentence.text.spans())
            self._add(row)
            covered.append((at, at + len(name) + 1))
        return covered

    def _draft(
        self, statement: Statement, sentence: Sentence, *, headline: bool = False
    ) -> BatchDraft | None:
        batch = self.scene.batch(statement, sentence)
        if batch is None:
            return None
        if batch.category is None and batch.count is not None and self._is_level(batch):
            batch = replace(batch, category=category_of(statement.label, part=True))
        return BatchDraft(batch, sentence.number, sentence.paragraph, headline=headline, part=statement.part)

    def _is_level(self, batch: Batch) -> bool:
        """市级重点项目18个 behind 重点项目54个 are some of these."""
        return any(
            (d.batch.programme, d.batch.period, d.batch.stage, d.batch.category)
            == (batch.programme, batch.period, batch.stage, None)
            and (d.batch.count or 0) > (batch.count or 0)
            and d.batch.district == batch.district
            and not d.headline
            for d in self.batches
        )

    def _keep(self, draft: BatchDraft) -> None:
        self.batches.append(draft)
        self.scene.keep(draft.batch)
        if draft.batch.event != "去年同期" and (draft.batch.category is None or self.current is None):
            self.current = draft

    def _list(self, draft: BatchDraft, sentence: Sentence, names: NameList | None) -> list[Span]:
        if names is None or draft.rows:
            return []
        text = sentence.text
        for number, ((low, high), said) in enumerate(zip(names.names, names.said, strict=True), 1):
            row = RowDraft(text.text[low:high], text.spans(low, high), context_of(draft), number, batch=draft)
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

    def _add(self, row: RowDraft) -> None:
        if (told := group_behind(row.name, {draft.batch.stage for draft in self.batches})) is not None:
            (low, high), cut = row.name_spans[-1], len(row.name) - len(told[0])
            row.name_spans = (*row.name_spans[:-1], (low, max(low + 1, high - cut)))
            row.name, row.context = told[0], replace(row.context, stage=told[1])
            row.batch = self._stated(told[1]) or row.batch
        self.rows.append(row)
        self.known = self.known | {row.name, _BRACKET.sub("", row.name)}
        if row.batch is not None:
            row.batch.rows.append(row)
        self.last = row

    def _singles(self, sentence: Sentence, subjects: Sequence[Subject], covered: Sequence[Span]) -> None:
        text = sentence.text
        free = [s for s in subjects if not any(a <= s.start < b for a, b in covered)]
        begin = free[0].start if free else len(text.text)
        if self.last is not None and not covered and self._continues(sentence, begin):
            read_attributes(text.text[:begin], self.last.attributes)
            if self.last.context.stage is None and not self.item:
                self.last.context = replace(self.last.context, stage=own_stage(text.text[:begin]))
            self.last.evidence.extend(text.spans())
        self.item = 0 if covered else max(self.item - 1, 0)
        for subject in free:
            self._single(sentence, subject)
            if _BULLET.search(text.text[: subject.start]):
                self.item = _ITEM_SENTENCES
            if is_numbered(text.text) and text.text[subject.end :].strip() == "。":
                self.titled = sentence.paragraph

    def _announce(self, sentence: Sentence) -> None:
        """Remember what a line or a sentence names: 📍甲会展中心, 4月2日甲门诊楼封顶."""
        text, spans = sentence.text.text, sentence.text.spans()
        if name := heading_name(text):
            self.told = RowDraft(text[slice(*name)], sentence.text.spans(*name), self._loose(sentence))
            self.told.evidence, self.item, self.last = list(spans), _ITEM_SENTENCES, None
        elif found := happened(text) or _named_only(text):
            name, stage = found
            here = replace(self._loose(sentence), stage=stage)
            self.told = RowDraft(text[slice(*name)], sentence.text.spans(*name), here)
            self.told.evidence = list(spans)

    def _take_up(self, sentence: Sentence) -> None:
        """What the sentence before named is a project where this one goes on about it."""
        told, text = self.told, sentence.text.text
        if told is None or self.last is not None:
            return
        if tells_of_item(text) if self.item else self._is_told_of(sentence, told):
            self._add(told)

    def _is_told_of(self, sentence: Sentence, row: RowDraft) -> bool:
        text = sentence.text.text
        says = bool(find_amounts(text) or read_attributes(text).fields)
        return (says and is_continued(text)) or names_it(text, row.name)

    def _continues(self, sentence: Sentence, begin: int) -> bool:
        text = sentence.text.text
        if is_continued(text) or (self.last is not None and names_it(text, self.last.name)):
            return True
        if self.titled == sentence.paragraph and not _OF_ALL.search(text):
            return True
        if self.item and self.last is not None and self.last is self.told and tells_of_item(text):
            return True
        if self.item and _OF_ITEM.search(text) and not (_OF_ALL.search(text) or is_numbered(text)):
            return True
        return is_about(text) and begin > 4 and not find_groups(text, active=bool(self.batches))

    def _single(self, sentence: Sentence, subject: Subject) -> None:
        text = sentence.text
        name = text.text[subject.start : subject.end]
        here, batch = self._belongs(sentence, subject, name)
        if subject.stage:
            here = replace(here, stage=here.stage if _batched(here) else subject.stage)
        if staged := _STAGED_AS.search(subject.before):
            here = replace(here, stage=cues.find_stage(staged["stage"]))
        if here.stage is None:
            here = replace(here, stage=group_of(text.text[: subject.start], self.scene.named))
        if here.stage is None:
            here = replace(here, stage=self.under if is_numbered(text.text) else None)
        if here.stage is None:
            here = replace(here, stage=own_stage(text.text[subject.after : subject.stop]))
        row = RowDraft(name, text.spans(subject.start, subject.end), here)
        if seat := _SEAT.search(subject.before):
            row.attributes.put("place", seat["place"])
        read_attributes(subject.before, row.attributes)
        read_attributes(text.text[subject.after : subject.stop], row.attributes)
        if _BY_AMOUNT.search(subject.before) or is_dashed(text.text[subject.after : subject.stop]):
            self._bare_amount(text.text[subject.after : subject.stop], row)
        row.evidence = list(text.spans())
        if number := _NUMBER.search(text.text[: subject.start]):
            row.ordinal = int(number["n"])
        if batch is not None:
            row.batch = batch
            if batch.paragraph == sentence.paragraph:
                row.evidence = [*batch.batch.evidence, *row.evidence]
        self._add(row)

    def _belongs(self, sentence: Sentence, subject: Subject, name: str) -> tuple[Context, BatchDraft | None]:
        """What holds for a single project, and the group it is one of (None for none)."""
        batch = self.current if self.current is not None and not is_full(self.current, name) else None
        batch = None if batch is not None and cues.is_range(batch.batch.period) else batch  # 前八期 together
        here = context_of(batch) if batch is not None else self._loose(sentence)
        said = sentence.text.text[: subject.start]
        among = [cues.find_stage(m["stage"]) for m in _AMONG.finditer(said)]
        if not among and self.among and not subject.stage:
            among = [self.among]
        if among:
            main = self.scene.main.period if self.scene.main is not None else None
            beside = None if THIS_ROUND.search(said) else sentence.paragraph
            batch = group_of_stage(self.batches, among[-1], main, beside) or batch
            here = replace(context_of(batch) if batch is not None else here, stage=among[-1])
        elif batch is not None and batch.mixed and batch.sentence != sentence.number and batch is not self.headed:
            here, batch = replace(here, stage=None), None
        return here, batch

    def _loose(self, sentence: Sentence) -> Context:
        listed = any(draft.closed and draft.rows for draft in self.batches)
        return self.scene.loose(sentence.text.text, grouped=self.current is not None or listed)

    def _item(self, sentence: Sentence) -> None:
        """A numbered line that is a name: 1.澄江大道北延工程, 2.物流港（投资方：甲集团；投资额15亿元）."""
        text = sentence.text.text.rstrip("。；;，, ")
        lead = lead_length(text)
        said = IN_BRACKETS.search(text, lead)
        end = said.start() if said else len(text)
        name, listed = text[lead:end], said is not None or 0 <= sentence.paragraph - self.titled <= 1
        if lead and is_numbered(text) and is_name(name, listed=listed) and not is_generic(name):
            here = context_of(self.current) if self.current is not None else self.scene.here
            row = RowDraft(name, sentence.text.spans(lead, end), here, batch=self.current)
            row.evidence = [*(self.current.batch.evidence if self.current else ()), *sentence.text.spans()]
            read_attributes(said["said"] if said else "", row.attributes)
            if number := _NUMBER.search(text[:lead]):
                row.ordinal = int(number["n"])
            self._add(row)
            self.titled = sentence.paragraph


def _named_only(text: str) -> tuple[Span, None] | None:
    name = visited(text) or mentioned(text)
    return (name, None) if name is not None else None


def _batched(here: Context) -> bool:
    return here.programme is not None and here.stage is not None


def _begins(text: str, known: frozenset[str]) -> bool:
    """True where a paragraph begins with a project."""
    found = find_subjects(text, known)
    return bool(found) and found[0].start <= _NEAR
