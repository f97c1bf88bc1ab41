"""What happens on a day or at a place: the labels of dates and places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.extraction.attributes.labels import Label, Scope
from index.extraction.words.heads import (
    Known,
    anaphor,
    only_says,
    opens_with_verb,
    read_clause,
    subject_of,
    trimmed,
)
from index.extraction.words.typed import Typed
from index.language.lexicon import load_pattern, load_words
from index.records import Span

_KEY = load_pattern("extraction.happenings.key")
_SET = load_pattern("extraction.happenings.set")
_LEADS = load_pattern("extraction.happenings.leads")
_BEHIND = load_pattern("extraction.happenings.behind")
_HELD = load_pattern("extraction.happenings.held")
_MADE_KNOWN = load_pattern("extraction.happenings.made_known")
_OPENED = load_pattern("extraction.happenings.opened")
_OPENS = ("启用", "开通", "成立", "挂牌", "印发", "出台", "发布", "公布", "督导", "调研", "考察", "视察")
_LASTS = load_pattern("extraction.happenings.lasts")
_HELD_AT = load_pattern("extraction.happenings.held_at")
_YEAR = load_pattern("extraction.happenings.year")
_EVENT = load_pattern("extraction.happenings.event")
_UNTIL = load_pattern("extraction.happenings.until")
_PLACE_LEAD = load_pattern("extraction.happenings.place_lead")


_CLAUSES = 3  # behind a date that stands alone in its own


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    words = {word for line in load_words("event_verbs") for word in line.split()}
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


def date_label(text: str, clauses: Sequence[Span], value: Typed, scope: Scope, known: Known) -> Label:
    """What a date is the date of: 举行时间, 报名时间, 封顶时间; the subject from its clause or the next one."""
    low, high = next((c for c in clauses if c[0] <= value.start < c[1]), (0, len(text)))
    start = min(read_clause(text, (low, value.start)).start, value.start) if low < value.start else low
    left = text[start : value.start].strip(" 　，：:（(")
    fallback = scope.subject or scope.topic
    if named := _year_of(text, value, known):
        return Label(named, "年份", "")
    if key := _KEY.search(text[start : value.start]):
        owner = scope.topic if fallback and fallback in key["key"] else fallback
        return Label(owner, key["key"] or "时间", "")
    if held := _HELD_AT.match(text[low:high][value.end - low :].lstrip("，, ") or _next(text, clauses, high)):
        return Label(held["event"], f"{_at(held)}时间", "")
    if lasts := _LASTS.fullmatch(left):
        what = subject_of(lasts["what"], known) if len(lasts["what"]) > 1 else ""
        return Label(what if what and anaphor(what) is None else fallback, "持续时间", "")
    bare = _LEADS.sub("", left)
    bare = "" if only_says(bare) else bare
    right = text[value.end : high]
    skip = _BEHIND.match(right)
    at = value.end + (skip.end() if skip else 0)
    own = text[at:high]
    verb = _verbs().search(own[:40])
    if verb is None and len(own.strip(" ，。；")) < 2:
        for low, high in [c for c in clauses if c[0] >= high][:_CLAUSES]:  # 5月8日，区委书记甲，区长乙督导…
            own = text[low:high]
            verb = _verbs().search(own[:60])
            bare = ""
            if verb or own.rstrip()[-1:] in "。；":
                break
    if verb is None:
        back = _verbs().search(bare)
        what = bare if 2 <= len(bare) <= 20 else ""
        return Label(fallback, f"{back[0] if back else what}时间", "")
    if held := _HELD.match(own[verb.end() :]) or _MADE_KNOWN.match(own[verb.end() :]):
        return Label(held["event"], f"{verb[0]}时间", "")
    if verb[0] in _OPENS and (opened := _OPENED.match(own[verb.end() :])):
        return Label(opened["event"], f"{verb[0]}时间", "")
    between = own[: verb.start()]
    subject = subject_of(bare, known) if len(bare) > 1 else ""
    if not subject:
        subject = subject_of(between.strip(" ，"), known) if len(between) > 1 else ""
    if anaphor(subject) is not None or opens_with_verb(subject):
        subject = ""
    return Label(subject or fallback, f"{verb[0]}时间", "")


def _year_of(text: str, value: Typed, known: Known) -> str:
    """中原区2023年老旧小区改造项目, 2023年春节团拜会: the year is a part of the name of what it is about."""
    if not _YEAR.fullmatch(text[value.start : value.end]):
        return ""
    around = [form for at, form in known.found_in(text) if "年" in form and at <= value.start < at + len(form)]
    if around:
        return known.names[max(around, key=len)]
    held = _EVENT.match(text[value.end :])
    if held and _verbs().search(text[max(0, value.start - 6) : value.start]):
        return text[value.start : value.end] + held[0]
    return ""


def _next(text: str, clauses: Sequence[Span], high: int) -> str:
    """The clause behind a date that stands alone in its own."""
    following = next((c for c in clauses if c[0] >= high), None)
    return text[following[0] : following[1]] if following else ""


def _at(held: re.Match[str]) -> str:
    verb = _verbs().search(held["rest"])
    return verb[0] if verb else ""


def place_label(text: str, clauses: Sequence[Span], value: Typed, scope: Scope, known: Known) -> Label:
    """What is at a place: the subject in front of 在 or 位于, the verb behind it."""
    low, high = next((c for c in clauses if c[0] <= value.start < c[1]), (0, len(text)))
    start = min(read_clause(text, (low, value.start)).start, value.start) if low < value.start else low
    left = _PLACE_LEAD.sub("", text[start : value.start]).strip(" 　，")
    if held := _HELD_AT.match(text[start:high]):
        return Label(held["event"], f"{_at(held)}地点", "")
    verb = _verbs().search(text[value.end : high][:24])
    subject = subject_of(trimmed(left), known) if len(left) > 1 else ""
    if verb and (held := _HELD.match(text[value.end + verb.end() :])):
        subject = held["event"]
    return Label(subject or scope.subject or scope.topic, f"{verb[0] if verb else ''}地点", "")
