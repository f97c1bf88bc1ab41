"""What the figures of a sentence are about: subject, attribute and time window of each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.extraction.words.groups import Group, group_at
from index.extraction.words.heads import (
    Clause,
    Known,
    anaphor,
    is_class,
    is_entity,
    is_event,
    is_measure,
    only_says,
    opens_with_verb,
    predicate,
    read_clause,
    split_phrase,
    subject_of,
    trimmed,
    unspaced,
    words_of,
)
from index.extraction.words.respective import Share
from index.extraction.words.sentences import clause_spans
from index.extraction.words.typed import Typed
from index.language.lexicon import load_pattern
from index.language.tokens import default_tokenizer
from index.records import Span

FIGURES = frozenset(
    (
        "money",
        "count",
        "measure",
        "percent",
        "points",
        "duration",
        "age",
        "bare",
        "rank",
        "ordinal",
        "phone",
        "email",
    )
)
_CHANGE = load_pattern("extraction.labels.change")
_COMPARED = load_pattern("extraction.labels.compared")
_SHARE = load_pattern("extraction.labels.share")
_AGAINST = load_pattern("extraction.labels.against")
_RATE = load_pattern("extraction.labels.rate")
_JOINT = load_pattern("extraction.labels.joint")
_DONE = load_pattern("extraction.labels.done")
_WHOLE = load_pattern("extraction.labels.whole")
_WHOLE_OF = load_pattern("extraction.labels.whole_of")
_PREPOSITION = load_pattern("extraction.labels.preposition")
_NOUN = re.compile(r"[\u4e00-\u9fffA-Za-z“”]")
_LEVEL_KINDS = frozenset(("money", "measure", "count", "bare", "duration"))
_MARK = re.compile(r"[，,。；;：:、！？（）()\s]")
_MEASURED = (
    "比例",
    "标准",
    "费用",
    "价格",
    "率",
    "费",
    "价",
    "热线",
    "电话",
    "名额",
    "岗位",
    "数量",
    "情况",
    "范围",
    "时间",
    "对象",
    "方式",
    "原因",
    "条件",
    "期限",
)
_RANKED = load_pattern("extraction.labels.ranked")
_PART = load_pattern("extraction.labels.part")
_AGENT = load_pattern("extraction.labels.agent")
_HAN = re.compile(r"[“\u4e00-\u9fff]")
_TIME_ONLY = load_pattern("extraction.labels.time_only")
_AMONG = load_pattern("extraction.labels.among")
_ENUMERATED = load_pattern("extraction.labels.enumerated")  # 甲局、乙局等8个单位: the names are not about 8
_BOARD = load_pattern("extraction.labels.board")
_RISE = load_pattern("extraction.labels.rise")


@dataclass(slots=True)
class Scope:
    """What the text has set so far.

    Attributes:
        topic: of the article. section: what a heading announces. subject: last entity or class named.
        measure: last measure named (报销比例, 一般公共预算收入). window: 1至4月份, 上半年.
        ranked: what the places of a ranking are about (投资完成率).
    """

    topic: str = ""
    section: str = ""
    subject: str = ""
    measure: str = ""
    window: str = ""
    ranked: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """Subject, attribute, time window of a value; "" where nothing says."""

    subject: str
    attribute: str
    window: str = ""


class Sentences:
    """Labels sentence after sentence; keeps what the sentences before have set."""

    def __init__(self, topic: str, district: str, known: Known) -> None:
        self._district = district
        self.known = known
        self.scope = Scope(topic)
        self.headed = ""
        self._subjects: list[tuple[int, str]] = []

    def subject_at(self, at: int, clauses: Sequence[Span]) -> str:
        """What the sentence read last is about at ``at``: the subject of the clause there, else of the next one."""
        low, high = next((c for c in clauses if c[0] <= at < c[1]), (at, at))
        before = next((name for end, name in reversed(self._subjects) if end <= low), "")
        here = [name for end, name in self._subjects if end >= high]
        if here and here[0] == before:  # the clause names none: 3月5日，… is about what the next one names
            return here[1] if len(here) > 1 and low == 0 else here[0]
        return here[0] if here else self.scope.subject

    def paragraph(self, *, rest: bool = False) -> None:
        """A new paragraph begins: subject, measure and window no longer hold; nor does a row of a table (``rest``)."""
        held = self.headed or (self.scope.subject if self.scope.section and not rest else "")
        self.scope = Scope(self.scope.topic, self.scope.section, held)

    def section(self, heading: str, subject: str = "") -> None:
        """A heading sets what the lines below it have in common ("" ends it), or what they are about."""
        self.headed = subject
        self.scope = Scope(self.scope.topic, heading, subject)

    def read(self, text: str, typed: Sequence[Typed], shared: Mapping[Span, Share]) -> dict[int, Label]:
        """Labels of the figures of a sentence, by their position in ``typed``."""
        found: dict[int, Label] = {}
        scope = self.scope
        if ranked := _RANKED.search(text):
            scope.ranked = subject_tail(ranked["what"])
        order = sorted((n for n, t in enumerate(typed) if t.kind in FIGURES), key=lambda n: typed[n].start)
        dates = [(t.start, t.end) for t in typed if t.kind == "date"]
        outside: str | None = None
        whole: str | None = None
        self._subjects = [(0, scope.subject)]
        for index, span in enumerate(clause_spans(text)):
            if index:
                self._subjects.append((span[0], scope.subject))
            if whole is not None and text[max(0, span[0] - 1) : span[0]] in "；;":
                scope.subject, whole = whole, None  # 投资增长5.4%，其中房地产下降9.6%；收入…: what 其中 opened is over
            if whole is None and text.startswith("其中", span[0]):
                whole = scope.subject
            clause = read_clause(text, span)
            if clause.window:
                scope.window = clause.window
            if clause.aspect:
                scope.measure = clause.aspect
                continue
            if clause.speech and (name := self.known.last_in(unspaced(text[span[0] : span[1]]))):
                scope.subject, scope.measure = name, ""
            if clause.speech or clause.start >= clause.end:
                continue
            outside = self._grouped(text, clause, outside)
            inside = [n for n in order if span[0] <= typed[n].start < span[1]]
            if not inside:
                self._plain(text, span, clause, index, dates)
                continue
            if index and text[max(0, span[0] - 1) : span[0]] in "；;":
                scope.measure = ""
            self._clause(text, clause, [(n, typed[n]) for n in inside], shared, found)
        self._subjects.append((len(text), scope.subject))
        return found

    def _grouped(self, text: str, clause: Clause, outside: str | None) -> str | None:
        """Inside a parallel group (第二批…) the group is the subject; behind it what was the subject before."""
        scope = self.scope
        group = _group_of(text, clause)
        if group is None:
            scope.subject = scope.subject if outside is None else outside
            return None
        if scope.subject != group.name:
            outside = scope.subject if outside is None else outside
            scope.subject, scope.measure = group.name, ""
        return outside

    def _plain(self, text: str, span: Span, clause: Clause, index: int, dates: Sequence[Span]) -> None:
        """A clause without a figure: it may name the subject or the measure of the figures behind it."""
        words = text[clause.start : clause.end]
        first = min((a for a, b in dates if clause.start <= a < clause.end), default=clause.end)
        words = (text[clause.start : first] if first > clause.start else "").strip(" ，。；,;（）") or ""
        key = text[clause.end - 1 : clause.end] in "：:" and len(words) <= 16
        words = words.rstrip("：:")
        if not words or _TIME_ONLY.match(words) or _group_of(text, clause) is not None:
            return
        scope = self.scope
        if name := self.known.last_in(unspaced(words)):
            scope.subject, scope.measure = name, ""
            return
        if scope.subject and (only_says(words) or _PART.match(words) or _AGENT.match(text[span[0] : clause.end])):
            return
        if key:
            scope.measure = words
            return
        subject = subject_of(words, self.known)
        if not subject or _PREPOSITION.search(subject):
            return
        if anaphor(subject) is not None:
            scope.subject = self._resolved(subject)
        elif subject.endswith(_MEASURED):
            scope.measure = subject
        elif _can_be_subject(subject, words) and (index == 0 or not scope.subject or _telling(subject)):
            scope.subject, scope.measure = subject, ""

    def _resolved(self, subject: str) -> str:
        """该项目, 本届比赛: what was named before; the topic where its name holds the noun."""
        noun = anaphor(subject) or ""
        topic = self.scope.topic
        if noun and topic and (noun in topic or noun[-1] in topic[-2:]):
            return topic
        return self.scope.subject or topic

    def _clause(
        self, text: str, clause: Clause, values: Sequence[tuple[int, Typed]], shared: Mapping[Span, Share],
        found: dict[int, Label],
    ) -> None:  # fmt: skip
        at = clause.start
        for order, (number, value) in enumerate(values):
            if value.start < at and order == 0:
                at = value.start
            if order:
                joint = _JOINT.match(text[values[order - 1][1].end : value.start])
                if joint:
                    at = values[order - 1][1].end + joint.end()
            found[number] = self._label(
                text, value, _own(text[at : value.start]), shared.get((value.start, value.end))
            )

    def _label(self, text: str, value: Typed, own: str, share: Share | None) -> Label:
        scope = self.scope
        opened = read_clause(own, (0, len(own)))
        if opened.window and opened.start < len(own):
            scope.window, own = opened.window, own[opened.start :]
        if share is not None:
            return self._aligned(share)
        phrase = "" if _ENUMERATED.search(own) else trimmed(own)
        if (whole := _WHOLE_OF.match(phrase)) and len(phrase) > whole.end() + 1:
            opened = read_clause(phrase, (whole.end(), len(phrase)))
            scope.subject, phrase = self._district or scope.subject, phrase[opened.start :]
        if value.kind in ("phone", "email"):
            named = scope.measure if scope.measure.endswith(("电话", "热线", "邮箱", "号码")) else ""
            subject, attribute = split_phrase(phrase, self.known)
            owner = subject or scope.topic or scope.subject
            return Label(self._subject(owner), attribute or named or value.name or "电话")
        if value.kind in ("rank", "ordinal"):
            return self._standing(phrase, value)
        change = _CHANGE.search(phrase)
        if change and (
            len(phrase) - len(change[0]) < 2 or value.kind in ("percent", "points") or _COMPARED.match(phrase)
        ):
            return self._change(phrase, change)
        if _AGAINST.match(phrase) and scope.measure:
            return Label(self._subject(scope.subject), scope.measure + phrase, scope.window)
        if part := _SHARE.match(phrase):
            base = part["own"] or scope.measure or scope.subject
            return Label(self._subject(scope.subject), f"{base}占{part['of']}", scope.window)
        return self._level(text, value, phrase)

    def _subject(self, subject: str) -> str:
        return subject or self.scope.topic or self._district

    def _aligned(self, share: Share) -> Label:
        """A value that 分别 gives to a name."""
        measure = trimmed(share.measure)
        change = _CHANGE.search(measure)
        before = trimmed(measure[: change.start()]) if change else measure
        attribute = before + (change["change"] if change else "")
        if len(share.head) > 1 and (is_measure(share.name) or _RATE.search(share.name)):
            head = share.head[read_clause(share.head, (0, len(share.head))).start :]
            subject = self._own_subject(head) if len(head) > 1 else self.scope.subject
            return Label(self._subject(subject), share.name + attribute, self.scope.window)
        self.scope.subject = share.name
        return Label(share.name, attribute or self.scope.ranked, self.scope.window)

    def _standing(self, phrase: str, value: Typed) -> Label:
        scope = self.scope
        noun = value.name if value.kind == "ordinal" and value.name not in ("名", "位") else ""
        if board := _BOARD.search(phrase):
            return Label(self._district or self._subject(scope.subject), f"{board['board']}排名", scope.window)
        phrase = _AMONG.sub("", _RISE.sub("", trimmed(phrase)))
        phrase = re.sub(r"^(?:参评|参赛|参加)[^，。]{0,12}$", "", phrase)
        phrase = re.sub(r"(?:在[^，。]{1,24}?(?:中|里|上|内|县|区|市|）|\))?)$", "", phrase)
        suffix = noun or "排名"
        if not phrase:
            return Label(self._subject(scope.measure or scope.subject), suffix, scope.window)
        subject, attribute = split_phrase(phrase, self.known)
        if subject or is_entity(phrase):
            scope.subject = subject or phrase
            return Label(subject or phrase, f"{attribute or scope.measure}{suffix}", scope.window)
        return Label(self._subject(scope.measure or scope.subject), f"{attribute}{suffix}", scope.window)

    def _change(self, phrase: str, change: re.Match[str]) -> Label:
        """增长6.5%: of the measure named in front of it, else of the last one."""
        scope = self.scope
        before = trimmed(phrase[: change.start()])
        if before and not _COMPARED.match(before):
            subject, attribute = split_phrase(before, self.known)
            if subject:
                scope.subject = self._own_subject(subject)
            elif is_class(before) and not is_measure(before):
                scope.subject, attribute = before, ""
            scope.measure = attribute or scope.measure
            return Label(self._subject(scope.subject), f"{attribute}{change['change']}", scope.window)
        return Label(self._subject(scope.subject), scope.measure + before + change["change"], scope.window)

    def _own_subject(self, subject: str) -> str:
        if anaphor(subject) is not None:
            return self._resolved(subject)
        return self._district if _WHOLE.match(subject) and self._district else subject

    def _level(self, text: str, value: Typed, phrase: str) -> Label:
        """A level: 全长7.4公里, 学位3780个, 12支队伍."""
        scope = self.scope
        counted = value.kind in ("count", "measure", "duration") or text[value.end : value.end + 1] == "的"
        noun = noun_behind(text, value) if counted else ""
        shared = scope.measure or scope.section
        if value.kind == "percent" and phrase and _RATE.search(shared) and not _RATE.search(phrase):
            scope.subject = phrase
            return Label(phrase, shared, scope.window)
        if noun and self._district and phrase.endswith(self._district):
            return Label(self._district, noun, scope.window)  # 回顾了晴川区五场硬仗
        subject, attribute = split_phrase(phrase, self.known) if phrase else ("", "")
        if not subject and (done := _DONE.match(phrase)) and is_entity(done["subject"]):
            subject, attribute = done["subject"], done["act"]
        if phrase and not subject and is_class(phrase):
            return self._of_entity(phrase, noun)
        if subject:
            scope.subject = self._own_subject(subject)
        if noun and (
            not attribute
            or _PREPOSITION.search(phrase)
            or phrase.endswith("的")  # 来自六个县的230名茶农
            or (opens_with_verb(attribute) and len(attribute) <= 4)
        ):
            attribute += noun
        before = scope.measure
        if value.kind == "age" and not attribute:
            attribute = "年龄"
        if value.kind in _LEVEL_KINDS and attribute:
            scope.measure = attribute
            if not subject and (made := _object(attribute)):
                scope.subject, attribute = made, attribute
        attribute = attribute or noun or before or scope.section
        owner = scope.subject
        if not owner and is_measure(attribute) and before != attribute and not is_measure(before):
            owner = before  # 投产项目10个，总投资31.9亿元
        return Label(self._subject(owner), attribute, scope.window)

    def _of_entity(self, entity: str, noun: str) -> Label:
        """产业类项目74个, 城关街道18名: the entity is the subject; what is counted was said before."""
        scope = self.scope
        measure = (scope.measure if not is_entity(scope.measure) else "") or scope.section
        scope.subject = self._own_subject(entity)
        return Label(scope.subject, noun or measure, scope.window)


def _group_of(text: str, clause: Clause) -> Group | None:
    """The group that the last word of a clause stands in."""
    words = text[clause.start : clause.end].rstrip("，；。、,; ")
    return group_at(text, clause.start + len(words) - 1) if words else None


def _telling(subject: str) -> bool:
    return is_event(subject) or "“" in subject or (is_class(subject) and len(subject) > 3)


def _can_be_subject(subject: str, words: str) -> bool:
    """A name, or words with a predicate behind them; 市民, 大家 and actions are no subjects of figures."""
    if opens_with_verb(subject) or subject.endswith(words_of()["people"]) or subject[0] in "凡对如若就":
        return False
    return _telling(subject) or (predicate(words) is not None and len(subject) > 2)


def _object(attribute: str) -> str:
    """“海边书屋” of 新建“海边书屋”: what was made is what the next figures are about."""
    verb = next((word for word in words_of()["verb"] if attribute.startswith(word)), "")
    made = attribute[len(verb) :].lstrip("了的")
    return made if verb and len(made) > 2 and not is_measure(made) and _HAN.match(made) else ""


def subject_tail(what: str) -> str:
    """投资完成率 of 从乡镇排名看投资完成率."""
    return re.split(r"[看，的]", what)[-1]


def _own(piece: str) -> str:
    """The words in front of a value after the last mark that is no part of them."""
    depth = 0
    for at in range(len(piece) - 1, -1, -1):
        sign = piece[at]
        depth += sign in "）)”》"
        depth -= sign in "（(“《"
        if depth < 0 or (depth == 0 and sign in "，。；;：:！？"):
            return piece[at + 1 :].strip(" 　") or piece[:at].strip(" 　")
    return piece.strip(" 　、，")


def noun_behind(text: str, value: Typed) -> str:
    """What is counted, where it stands behind the figure: 12支队伍 → 队伍."""
    rest = _MARK.split(text[value.end : value.end + 16].lstrip(" "))[0].removeprefix("的")
    if rest in words_of()["noun"] or (len(rest) == 2 and predicate(f"其中{rest}") == 2):
        return rest  # 9栋封顶
    if not rest or not _NOUN.match(rest):
        return ""
    noun = ""
    stops = frozenset(words_of()["act"]) | frozenset(words_of()["stop"])
    for token in default_tokenizer().words(rest):
        if token.text in stops or len(noun) + len(token.text) > 10 or token.text.isdigit():
            break
        noun += token.text
    return noun if len(noun) > 1 else ""
