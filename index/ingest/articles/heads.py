"""Headlines that end as running text does, and lines that look like headlines and are none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from index.ingest.articles.talk import with_talk
from index.ingest.shapes.breaks import FIRST_WORDS, NEWS_OPENING, is_salutation
from index.ingest.shapes.bylines import is_person
from index.ingest.shapes.line import Line
from index.ingest.shapes.lines import with_torn_lines
from index.ingest.shapes.looks import FULL_DATE, LONGEST_HEADLINE, MARKS, RULE, is_notice, is_office, is_value
from index.ingest.shapes.rows import opens_row
from index.language.columns import width
from index.language.lexicon import load_pattern, load_words

_OPEN = re.compile(r"[：:，]$")
_LONGEST_OPEN = 30  # code points of the first line of a headline
_GROUP = 3  # lines of headline below it
_TO_OFFICES = load_pattern("ingest.heads.to_offices")  # whom a notice speaks to
_FROM = load_pattern("ingest.heads.from")
_ASIDE = re.compile(r"^【[^【】]{2,14}】$")
_SECTION_MARK = load_pattern("ingest.heads.section_mark")
_NUMBERED_LABEL = load_pattern("ingest.heads.numbered_label")
_WITH_HEAD = load_pattern("ingest.heads.with_head")
_ITEM = re.compile(r"^(?P<mark>[▲▼△◆●■★◎▪•])\s*\S")
_LABELLED = re.compile(r"^(?P<mark>【)[^【】]{2,14}】\S")
_PICTURE = load_pattern("ingest.heads.picture")
_AROUND = re.compile(rf"[{MARKS}【】\[\]｜|〓：:\s]+")
_LONG_ITEM = 24  # code points: shorter marked lines are headlines or captions
_BRACKET_GOES_ON = re.compile(r"^(?:[（(][^（()）]{1,12}[）)])?[、，；。）)]")  # （83.6%）、临河区…
_RUNNING = ("body", "lead")
_HOLDER = re.compile(
    r"^[（(]?(?P<office>[^，。：；\d\s]{2,24})[\s\u3000]+(?P<name>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]\s+[\u4e00-\u9fff])[）)]?$"
)
_CLOSED = re.compile(r"[。；！？：）)]$")
_DAY_ALONE = re.compile(r"[\[（(]?(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?[\]）)]?")
_ORDINAL = load_pattern("ingest.heads.ordinal")
_POSTED = load_pattern("ingest.heads.posted")
_SIGNED = 3  # headlines with who wrote below them
_WORD = re.compile(r"[\u4e00-\u9fff]{2,4}")
_SECTION = 7  # code points of the heading of a section
_NEAR, _WRAPPED = 4, 32  # lines around a wrapped one; columns that it has at least
_SHORT_LABEL = 8  # code points of a label with its brackets
_MANY = 5  # pairs of a line and the running text below it


def with_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines; first lines of headlines that end with a colon or a comma are short, questions are running text."""
    found = _with_holders(_with_items(with_talk([_spoken(line) for line in lines])))
    found = [_in_its_place(found, at) for at in range(len(found))]
    for at in range(len(found) - 1, -1, -1):
        if _is_open_headline(found, at):
            found[at] = replace(found[at], kind="short", ended=True, head=True)
    found = _with_sections(_with_suppliers(_with_authors(_with_underlined(_with_posted(found)))))
    found = _with_labels(_with_halves(_with_first_words(with_torn_lines(_with_wrapped_values(found)))))
    found = _with_boxes(_with_bracketed(_with_marked_sections(_with_ordinals(found))))
    for at in range(len(found) - 1, -1, -1):
        if _is_section(found, at):
            found[at] = replace(found[at], kind="short", ended=True, head=True)
    return found


def _in_its_place(lines: Sequence[Line], at: int) -> Line:
    """What the line below tells: …获奖名单 above 本报讯 is a headline; a bracket that goes on makes running text."""
    line = lines[at]
    if at + 1 >= len(lines):
        return line
    following = lines[at + 1]
    if line.kind == "tablecaption" and following.kind == "lead":
        return replace(line, kind="short")
    if line.kind == "short" and not line.level and following.gap == 0 and _BRACKET_GOES_ON.match(following.text):
        return replace(line, kind="body", ended=False)
    return line


def opens_text(line: Line) -> bool:
    """True for the first words of a report, of a letter, of a talk."""
    return line.kind == "lead" or bool(NEWS_OPENING.match(line.text))


def labels_section(lines: Sequence[Line], at: int) -> bool:
    """【…】 above a headline labels a section of the page; above running text it is the headline itself."""
    following = lines[at + 1] if at + 1 < len(lines) else None
    label = lines[at].head and bool(_ASIDE.match(lines[at].text))
    return label and following is not None and following.kind == "short" and not following.numbered


def items_follow(lines: Sequence[Line], at: int) -> bool:
    """True where two paragraphs begin with the same mark, or with 【…】."""
    end = next((number for number in range(at, min(at + _GROUP, len(lines))) if lines[number].ended), at)
    pair = [*lines[at : at + 1], *lines[end + 1 : end + 2]]
    marks = [_ITEM.match(line.text) or _LABELLED.match(line.text) for line in pair]
    return len(marks) == 2 and all(marks) and len({mark["mark"] for mark in marks if mark}) == 1


def _with_first_words(lines: Sequence[Line]) -> list[Line]:
    """1月20日，某区召开 and 记者从某局获悉，某某 above running text are the first half of its first sentence."""
    found = list(lines)
    for at in range(len(lines) - 2, -1, -1):
        line, following = lines[at], found[at + 1]
        row = line.numbered and line.ended and opens_row(line.text)  # 9月27日《某某》 某小学 晚7点
        half = line.kind == "short" and not (line.level or line.head or row) and _opens(line.text, following.text)
        goes_on = any(one.kind == "body" for one in found[at + 1 : at + 3])
        inside = half and (not FIRST_WORDS.match(line.text) or line.text.count("，") > 1)
        if half and following.kind in ("body", "short") and goes_on and (inside or not opens_text(following)):
            found[at] = replace(line, kind="body", ended=False)
    return found


def _with_halves(lines: list[Line]) -> list[Line]:
    """Where empty lines part everything, a short line with none below it is the first half of what follows."""
    pairs = [
        at for at, (one, below) in enumerate(pairwise(lines))
        if one.kind in ("short", "body") and below.kind in ("body", "lead") and (one.ended or one.kind == "short")
    ]  # fmt: skip
    tight = [at for at in pairs if not lines[at + 1].gap]
    if len(tight) != 1 or len(pairs) < _MANY:
        return lines
    (at,) = tight
    line, below = lines[at], lines[at + 1]
    half = line.kind == "short" and line.gap and below.kind == "body" and not is_notice(line.text)
    free = bool(half) and not (line.level or line.head or line.numbered)
    if not free or not at or lines[at - 1].kind != "body" or not lines[at - 1].ended or opens_text(below):
        return lines
    return [*lines[:at], replace(line, kind="body", ended=False), *lines[at + 1 :]]


def _with_wrapped_values(lines: list[Line]) -> list[Line]:
    """停水范围：… as wide as a line near it, with no mark at its end, goes on in the line right below."""
    found = list(lines)
    for at, (line, below) in enumerate(pairwise(lines)):
        if line.kind != "body" or not line.ended or not is_value(line.text) or _CLOSED.search(line.text):
            continue
        if below.gap or below.kind != "body" or below.numbered or is_value(below.text):
            continue
        size = width(line.text)
        near = [width(one.text) for one in (*lines[max(at - _NEAR, 0) : at], *lines[at + 2 : at + 2 + _NEAR])]
        filled = size >= _WRAPPED and any(abs(size - other) <= 2 for other in near) and size >= width(below.text)
        if filled or line.text.endswith(("、", "，")):
            found[at] = replace(line, ended=False)
    return found


def _with_holders(lines: list[Line]) -> list[Line]:
    """某县财政局局长　某某 alone below a headline says who speaks in the text below: it is no headline."""
    found = list(lines)
    for at, (above, line) in enumerate(pairwise(lines), 1):
        match = _HOLDER.match(line.text) if line.kind == "short" and above.kind in ("short", "byline") else None
        if match is None or not is_person("".join(match["name"].split())):
            continue
        if match["office"].rstrip("（）()").endswith(tuple(load_words("offices"))):
            found[at] = replace(line, kind="body", ended=True)
    return found


def _opens(before: str, after: str) -> bool:
    """True for the first words of a report, also where the break falls inside them."""
    if FIRST_WORDS.match(before):
        return True
    match = FIRST_WORDS.match(before + after) if _FROM.match(before) else None
    return match is not None and match.end() > len(before)


def _spoken(line: Line) -> Line:
    """编辑同志： is running text, however short."""
    if line.kind in ("short", "byline") and is_salutation(line.text):
        return replace(line, kind="body", ended=True)
    return line


def _with_items(lines: list[Line]) -> list[Line]:
    """△ in front of one sentence after another marks items of a list, not captions."""
    found = list(lines)
    for at, line in enumerate(lines):
        mark = _ITEM.match(line.text)
        rest = next((one.text for one in lines[at + 1 : at + 2] if one.kind == "body" and not line.ended), "")
        said = line.text if _ITEM.match(rest) else line.text + rest
        short = len(said) < _LONG_ITEM and not said.endswith("。")
        if mark is None or line.kind != "caption" or short or _PICTURE.search(said):
            continue
        beside = [*lines[max(at - _GROUP + 1, 0) : at], *lines[at + 1 : at + _GROUP]]
        alike = [one for one in beside if one.text.startswith(mark["mark"]) and not _PICTURE.search(one.text)]
        if alike:
            found[at] = replace(line, kind="body", ended=line.ended or lines[at + 1 : at + 2] == alike[-1:])
    return found


def _is_open_headline(lines: Sequence[Line], at: int) -> bool:
    """A short line with a colon or a comma at its end that the rest of a headline and the opening of a text follow."""
    line = lines[at]
    if line.kind not in ("body", "short") or line.level or line.numbered or not _OPEN.search(line.text):
        return False
    if _TO_OFFICES.match(line.text):
        return False
    if len(line.text) > _LONGEST_OPEN or re.search("[。；]", line.text) or is_salutation(line.text):
        return False
    if not _may_begin(lines, at):
        return False
    rest = lines[at + 1 : at + 2 + _GROUP]
    group = next((n for n, one in enumerate(rest) if one.kind != "short" or one.numbered), len(rest))
    behind = rest[group] if group < len(rest) else None
    if not group or behind is None or (rest[0].gap and rest[0].gap >= max(line.gap, 2)):
        return False
    if behind.kind == "byline":
        return at == 0 or line.gap > 0 or lines[at - 1].kind in ("masthead", "furniture")
    return behind.kind == "lead" or (opens_text(behind) and not NEWS_OPENING.match(line.text))


def _may_begin(lines: Sequence[Line], at: int) -> bool:
    """What stands above a line is finished, or belongs to the page."""
    if at == 0:
        return True
    above = lines[at - 1]
    if above.kind in ("masthead", "furniture", "caption", "byline", "dateline", "cells"):
        return True
    return above.ended or above.kind == "short"


def _with_posted(lines: list[Line]) -> list[Line]:
    """A line with 发布时间：… right below it is the headline of a web page, where several pages follow one another."""
    pairs = [
        at for at, (line, below) in enumerate(pairwise(lines))
        if line.kind == "short" and not line.numbered and not is_office(line.text) and _tells_when(below)
    ]  # fmt: skip
    if len(pairs) < 2:
        return lines
    found = list(lines)
    for at in pairs:
        found[at : at + 2] = [replace(lines[at], head=True), replace(lines[at + 1], kind="byline", ended=True)]
    return found


def _tells_when(line: Line) -> bool:
    """发布时间：…, 2024-05-06　来源：…, or such a day alone."""
    if line.kind == "byline":
        return bool(_POSTED.match(line.text) or FULL_DATE.match(line.text))
    return line.kind != "lead" and bool(_DAY_ALONE.fullmatch(line.text))


def _with_underlined(lines: list[Line]) -> list[Line]:
    """Lines with a rule right below them are headlines, where several are printed so."""
    pairs = [
        at for at, (line, below) in enumerate(pairwise(lines))
        if line.kind in ("short", "tablecaption") and (line.gap or not at) and not line.numbered
        and not below.gap and RULE.fullmatch(below.text.strip())
    ]  # fmt: skip
    if len(pairs) < _SIGNED:
        return lines
    return [replace(line, kind="short", head=True) if at in pairs else line for at, line in enumerate(lines)]


def _with_authors(lines: list[Line]) -> list[Line]:
    """A line with nothing but somebody's name below each of several short lines: headlines and who wrote the texts."""
    pairs = [
        at for at, (line, below) in enumerate(pairwise(lines[:-1]))
        if line.kind == below.kind == "short" and not line.numbered and not below.gap
        and not is_person(line.text) and is_person("".join(below.text.split()))
    ]  # fmt: skip
    if len(pairs) < _SIGNED:
        return lines
    found = list(lines)
    for at in pairs:
        found[at : at + 2] = [replace(lines[at], head=True), replace(lines[at + 1], kind="byline", ended=True)]
    return found


def _with_suppliers(lines: list[Line]) -> list[Line]:
    """区文旅局　某某 below each of several texts, or 区医保局 below each of several headlines: who sent the text in."""
    found = list(lines)
    below_text = [
        at for at, (above, line) in enumerate(pairwise(lines), 1)
        if line.kind == "short" and not line.level and above.kind == "body" and above.ended and _supplies(line.text)
    ]  # fmt: skip
    below_head = [
        at for at in range(1, len(lines) - 1)
        if [line.kind for line in lines[at - 1 : at + 2]] == ["short", "short", "body"] and not lines[at].gap
        and is_office(lines[at].text) and not is_office(lines[at - 1].text) and not lines[at - 1].numbered
    ]  # fmt: skip
    for at in (*(below_text if below_text[1:] else ()), *(below_head if below_head[1:] else ())):
        found[at] = replace(lines[at], kind="byline", ended=True)
    return found


def _supplies(text: str) -> bool:
    match = _HOLDER.match(text)
    return match is not None and is_person("".join(match["name"].split())) and not is_notice(text)


def _with_sections(lines: list[Line]) -> list[Line]:
    """Where headlines have a byline below them, short lines without one between paragraphs are sections of a text."""
    heads = [at for at, line in enumerate(lines) if line.kind == "short" and line.gap and not line.numbered]
    signed = [at for at in heads if lines[at + 1 : at + 2] and lines[at + 1].kind == "byline"]
    if len(signed) < _SIGNED:
        return lines
    found = list(lines)
    for at in heads[1:]:
        inside = lines[at - 1].kind == "body" and lines[at - 1].ended and lines[at + 1 : at + 2]
        line = lines[at]
        if inside and lines[at + 1].kind == "body" and len(line.text) <= _SECTION and not is_notice(line.text):
            found[at] = replace(line, numbered=True)
    return found


def _with_labels(lines: list[Line]) -> list[Line]:
    """◆会议, ◆任免; 第一条, 第二条; 进展, 服务: alike, each above a headline, they label parts of a page."""
    pairs = [
        (match["mark"] or match["count"] or match["both"], at)
        for at, (line, below) in enumerate(pairwise(lines))
        if line.kind == below.kind == "short" and not below.numbered and (match := _SECTION_MARK.match(line.text))
    ]
    pairs += [("", at) for at in range(len(lines) - 2) if _may_label(lines, at)]
    numbered = [at for at in range(len(lines) - 2) if _NUMBERED_LABEL.match(lines[at].text) and _heads_one(lines, at)]
    if numbered and not any(line.kind in _RUNNING for line in lines[: numbered[0]]):
        pairs += [("、", at) for at in numbered]
    often = Counter(mark for mark, _ in pairs)
    found = list(lines)
    for mark, at in pairs:
        if often[mark] > 1:
            found[at : at + 2] = [replace(lines[at], kind="furniture"), replace(lines[at + 1], head=True)]
    return found


def _may_label(lines: Sequence[Line], at: int) -> bool:
    """Two to four letters above a headline of one line with its text."""
    word = lines[at].text
    label = _WORD.fullmatch(word) and not (is_person(word) or is_notice(word) or is_office(word))
    return bool(label) and _heads_one(lines, at)


def _heads_one(lines: Sequence[Line], at: int) -> bool:
    """A short line behind something finished, above another of the length of a headline with its text."""
    line, head = lines[at : at + 2]
    text = next((one for one in lines[at + 2 : at + 4] if one.kind != "short"), head)
    if line.kind != "short" or line.level or line.head or head.kind != "short" or head.numbered or head.gap > line.gap:
        return False
    return len(head.text) > _SECTION and text.kind in (*_RUNNING, "byline") and _may_begin(lines, at)


def _with_marked_sections(lines: list[Line]) -> list[Line]:
    """▶电梯：加装104台 and ▶停车：… below the first text, and no report below them: sections of that text."""
    first = next((at for at, line in enumerate(lines) if line.kind in _RUNNING), len(lines))
    marked = [
        (line.text[0], at) for at, (line, below) in enumerate(pairwise(lines))
        if at > first and line.kind == "short" and line.text[0] in MARKS and below.kind == "body"
        and not (line.level or line.head)
    ]  # fmt: skip
    found = list(lines)
    for mark, often in Counter(mark for mark, _ in marked).items():
        own = [at for one, at in marked if one == mark]
        reports = sum(opens_text(lines[at + 1]) for at in own)
        for at in own if often > 1 and 2 * reports <= often else ():
            found[at] = replace(lines[at], numbered=True)
    return found


def _with_bracketed(lines: list[Line]) -> list[Line]:
    """【成绩】, 【安排】, 【问题】 below running text, hardly one of them above a report: sections of that text."""
    first = next((at for at, line in enumerate(lines) if line.kind in _RUNNING), len(lines))
    own = [
        at for at, (line, below) in enumerate(pairwise(lines))
        if at > first and line.kind in ("short", "body") and _ASIDE.match(line.text) and len(line.text) <= _SHORT_LABEL
        and below.kind in ("body", "cells") and not line.level
    ]  # fmt: skip
    others = sum(bool(_ASIDE.match(line.text)) for line in lines)
    reports = sum(opens_text(lines[at + 1]) for at in own)
    if len(own) < _SIGNED or others > len(own) or 2 * reports >= len(own):
        return lines
    return [replace(line, kind="short", numbered=True) if at in own else line for at, line in enumerate(lines)]


def _with_ordinals(lines: list[Line]) -> list[Line]:
    """第一次搬：…, 第二次搬：… above running text are sections of one text."""
    counted = [
        (match["what"], match["n"], at) for at, (line, below) in enumerate(pairwise(lines))
        if line.kind == "short" and below.kind == "body" and not line.level and (match := _ORDINAL.match(line.text))
    ]  # fmt: skip
    first = {what for what, n, _ in counted if n == "一"} & {what for what, n, _ in counted if n == "二"}
    own = {at for what, _, at in counted if what in first}
    return [replace(line, numbered=True) if at in own else line for at, line in enumerate(lines)]


def _with_boxes(lines: list[Line]) -> list[Line]:
    """新闻链接, 采访手记 above running text head a part of the article; above a headline they label the next one."""
    found = list(lines)
    for at, (line, below) in enumerate(pairwise(lines)):
        if line.kind not in ("short", "body") or line.level or _AROUND.sub("", line.text) not in load_words("boxes"):
            continue
        text = any(one.kind in (*_RUNNING, "cells") for one in lines[at + 2 : at + 4])
        if below.kind in ("short", "tablecaption") and not below.numbered and text:
            found[at : at + 2] = [replace(line, kind="furniture"), replace(below, head=True)]
        elif below.kind in _RUNNING:
            found[at] = replace(line, kind="short", numbered=True)
    return found


def _is_section(lines: Sequence[Line], at: int) -> bool:
    """【…】 alone, or 【…】 in front of a headline, where a headline or the opening of a text follows."""
    line = lines[at]
    if line.kind not in ("short", "body") or line.numbered or at + 1 >= len(lines) or not _may_begin(lines, at):
        return False
    following = lines[at + 1]
    if _ASIDE.match(line.text):
        return following.kind == "short" or opens_text(following) or bool(_ITEM.match(following.text))
    headed = _WITH_HEAD.match(line.text) and line.kind == "short" and len(line.text) <= LONGEST_HEADLINE
    return bool(headed) and (following.kind in ("short", "cells", *_RUNNING))
