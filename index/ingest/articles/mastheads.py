"""What belongs to a page as a whole: the lines around its date, its running heads, editors, where text goes on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from index.ingest.shapes.line import Line
from index.ingest.shapes.lines import opens_page
from index.ingest.shapes.looks import FULL_DATE, MARKS
from index.ingest.shapes.publishing import is_issue, names_publishers, newsrooms
from index.ingest.shapes.turns import is_turn
from index.language.lexicon import load_pattern, load_words

_PAPER = load_pattern("ingest.mastheads.paper")
_AROUND = load_pattern("ingest.mastheads.around")
_EDITORS = load_pattern("ingest.mastheads.editors")
_EDITOR = load_pattern("ingest.mastheads.editor")
_PHONES = load_pattern("ingest.mastheads.phones")
_REACHED = load_pattern("ingest.mastheads.reached")
_ABOVE, _BELOW = 4, 5  # lines around the date
_LONGEST = 40  # code points
_DATE_PIECE = load_pattern("ingest.mastheads.date_piece")
_WEEKDAY = load_pattern("ingest.mastheads.weekday")
_PAGE_LINE = load_pattern("ingest.mastheads.page_line")
_ISSUE_LINE = load_pattern("ingest.mastheads.issue_line")
_SENT_TO = load_pattern("ingest.mastheads.sent_to")
_PRINTED = load_pattern("ingest.mastheads.printed")
_PAGE_NUMBER = load_pattern("ingest.mastheads.page_number")
_CARD = load_pattern("ingest.mastheads.card")
_SITE = load_pattern("ingest.mastheads.site")
_SITE_AND_PLACE = load_pattern("ingest.mastheads.site_and_place")
_ACCOUNT = load_pattern("ingest.mastheads.account")
_DAILY = load_pattern("ingest.mastheads.daily")
_GREETING = load_pattern("ingest.mastheads.greeting")
_WELCOME = load_pattern("ingest.mastheads.welcome")
_WEATHER = load_pattern("ingest.mastheads.weather")
_POSTED = re.compile(r"^@[\w\u4e00-\u9fff]{2,16}$")
_BOARDS = (
    "公告栏", "公示栏", "公开栏", "宣传栏", "信息栏", "便民栏", "便民信息", "便民服务", "简报",
    "通知栏", "村务公开", "居务公开", "党务公开", "村务公告", "村务公示",
    "之窗", "周报", "月报", "周刊", "月刊", "快报",
)  # fmt: skip
_ASIDE = re.compile(r"\s?[（(][^（()）]{2,24}[）)]$")  # when a notice was put up
_LONGEST_NAME = 16  # code points of the name of a bulletin or of a column
_OF_PAGE = ("masthead", "furniture")
_PIECES = 3  # of a date, each on a line of its own
_TOP = 5  # lines of a file among which its name and number stand
_SHORTEST_NAME = 10  # code points of any line above the date at the top of a file


def with_mastheads(lines: Sequence[Line]) -> list[Line]:
    """The lines; those around the date of a page and those that name its editors are mastheads.

    （下转3版） is furniture.
    """
    found = [
        replace(line, kind="furniture") if line.kind != "masthead" and is_turn(line.text) else line
        for line in lines
    ]
    found = _with_index_card(_with_letterhead(_with_split_dates(found)))
    for at in range(len(found)):
        if opens_page(found, at):
            _spread(found, at)
    found = _with_editors(_with_block(_with_lines_between(_with_name(_with_account(found)))))
    return _with_headline(_with_closing(found))


def _with_headline(lines: list[Line]) -> list[Line]:
    """A long first line above the date is a headline where no other stands between it and the running text."""
    first = next((at for at, line in enumerate(lines) if line.kind in ("lead", "body", "cells")), len(lines))
    above = lines[:first]
    of_page = all(line.kind in ("byline", "dateline", *_OF_PAGE) for line in above)
    if first in (0, len(lines)) or first > _TOP or not of_page:
        return lines
    text = above[0].text
    owned = names_publishers(text) or is_issue(text) or FULL_DATE.search(text) or _PAPER.search(text)
    if len(text) < _SHORTEST_NAME or owned or _is_board(lines, 0) or _AROUND.search(text):
        return lines
    return [replace(above[0], kind="short"), *lines[1:]]


def _with_account(lines: list[Line]) -> list[Line]:
    """The card of a WeChat account at the top of a file, its name above, and the greeting below it."""
    found = list(lines)
    card = [at for at, line in enumerate(lines[: 2 * _TOP]) if _ACCOUNT.match(line.text)]
    for at in card:
        found[at] = replace(lines[at], kind="masthead")
    if card and card[0] == 1 and lines[0].kind == "short" and not lines[0].level:
        found[0] = replace(lines[0], kind="masthead")
    for at in range(min(2 * _TOP, len(lines))):
        welcome = lines[at].kind in ("body", "short") and _WELCOME.match(lines[at].text)
        if welcome:
            found[at] = replace(lines[at], kind="furniture")
        elif lines[at].kind in ("body", "lead"):
            break
        elif lines[at].kind == "short" and (_GREETING.match(lines[at].text) or _WEATHER.fullmatch(lines[at].text)):
            found[at] = replace(lines[at], kind="furniture")
    return found


def _with_name(lines: list[Line]) -> list[Line]:
    """云岫融媒 alone at the top of a file is whose page it is."""
    found = list(lines)
    if len(lines) < 2 or lines[0].kind != "short" or lines[0].level:
        return found
    apart = lines[1].gap > 0 or lines[1].kind == "furniture"
    if _SITE_AND_PLACE.match(lines[0].text):
        found[0] = replace(lines[0], kind="furniture")
    elif _DAILY.match(lines[0].text) and apart:
        found[0] = replace(lines[0], kind="masthead")
    elif not lines[1].gap and _named(lines[0].text) and _is_posted(lines[1]) and lines[2:3] and lines[2].gap:
        found[:2] = [replace(line, kind="masthead") for line in lines[:2]]
    elif _SITE.search(lines[0].text) or (apart and (_named(lines[0].text) or _is_board(lines, 0))):
        found[0] = replace(lines[0], kind="masthead")
    return found


def _is_posted(line: Line) -> bool:
    """2025年6月12日 17:30　某区融媒体中心　编辑：某某 below the name of an account."""
    return line.kind in ("byline", "short") and bool(FULL_DATE.match(line.text)) and _is_of_page(line)


def _is_board(lines: Sequence[Line], at: int) -> bool:
    """某社区公告栏 above the headline of a first notice."""
    return _names_board(lines[at].text) and _headline_follows(lines, at + 1)


def _names_board(text: str) -> bool:
    """某社区公告栏, 某小区业委会 通知栏（9月下旬）."""
    name = _ASIDE.sub("", text)
    return name.endswith(_BOARDS) and len(name.split()[-1]) <= _LONGEST_NAME


def _named(text: str) -> bool:
    if text in load_words("furniture_lists"):
        return False
    return len(text) <= _SHORTEST_NAME and any(text.endswith(end) and len(text) >= len(end) + 2 for end in newsrooms())


def _with_lines_between(lines: list[Line]) -> list[Line]:
    """A short line between two of a masthead, and its editor right below, belong to it."""
    found = list(lines)
    for at in range(1, len(lines)):
        if found[at].text in load_words("furniture_lists"):
            continue
        if found[at - 1].kind != "masthead" or found[at].gap or len(found[at].text) > _SHORTEST_NAME + 6:
            continue
        between = at + 1 < len(lines) and lines[at + 1].kind == "masthead" and not lines[at + 1].gap
        if (found[at].kind == "short" and between) or (found[at].kind == "byline" and _EDITOR.match(found[at].text)):
            found[at] = replace(found[at], kind="masthead")
    return found


def _with_block(lines: list[Line]) -> list[Line]:
    """The lines above the first empty one belong to the page where they hold its number or day and a headline follows.

    So do lines right below them that tell who publishes and edits.
    """
    found = list(lines)
    end = next((at for at in range(1, len(lines)) if lines[at].gap), len(lines))
    block = lines[:end]
    tells = [line.kind in _OF_PAGE or is_issue(line.text) or names_publishers(line.text) for line in block]
    if block and _names_board(block[0].text):
        tells = [told or not at or bool(_ASIDE.fullmatch(block[at].text)) for at, told in enumerate(tells)]
    plain = all(line.kind in ("short", "byline", "dateline", *_OF_PAGE) and not line.level for line in block)
    plain = plain and not any(line.text[0] in f"·{MARKS}" for line in block)  # contents
    named = all(told or len(line.text) <= _LONGEST_NAME for line, told in zip(block, tells, strict=True))
    if plain and named and any(tells) and end <= _TOP and _headline_follows(lines, end):
        found[:end] = [line if line.kind == "furniture" else replace(line, kind="masthead") for line in block]
    if lines and _POSTED.match(lines[0].text):  # @某某发布 above a post
        found[0] = replace(lines[0], kind="masthead")
        if len(lines) > 1 and FULL_DATE.match(lines[1].text) and len(lines[1].text) <= _LONGEST_NAME:
            found[1] = replace(lines[1], kind="masthead")
    for at in range(1, min(2 * _TOP, len(lines))):
        line = found[at]
        near = found[at - 1].kind == "masthead" and line.kind in ("short", "byline", "body") and not line.level
        if near and names_publishers(line.text):
            found[at] = replace(line, kind="masthead")
    return found


def _headline_follows(lines: Sequence[Line], at: int) -> bool:
    """A short line stands there, and running text, a list or a table somewhere below it."""
    if at >= len(lines) or lines[at].kind not in ("short", "tablecaption", "furniture") or lines[at].numbered:
        return False
    return any(line.kind in ("lead", "body", "cells") for line in lines[at + 1 :])


def _with_closing(lines: list[Line]) -> list[Line]:
    """Who edited and how to reach the newsroom, at the end of a file, tell nothing of its last article."""
    found = list(lines)
    for at in range(len(lines) - 1, max(len(lines) - _TOP, 0), -1):
        line = found[at]
        if line.kind not in ("short", "byline", "body", "masthead") or not names_publishers(line.text):
            break
        if at + 1 == len(lines) and not (line.gap or _names_editors(line)) and not names_publishers(lines[at - 1].text):
            break  # 电话：… below a notice is its own
        if line.kind != "byline":
            found[at] = replace(line, kind="furniture")
    return found


def _with_split_dates(lines: list[Line]) -> list[Line]:
    """2024年7月29日 above 星期一 is the date of a page; 1版 and 06 民生 near it belong to it."""
    found = list(lines)
    pieces = [at for at, line in enumerate(lines[: 2 * _TOP]) if line.kind == "short" and _DATE_PIECE.match(line.text)]
    if len(pieces) >= _PIECES and pieces[-1] - pieces[0] < len(pieces):  # 2024年⏎7月29日⏎星期一
        for at in pieces:
            found[at] = replace(lines[at], kind="masthead")
    for at in range(len(lines) - 1):
        if not (FULL_DATE.search(lines[at].text) and _WEEKDAY.match(lines[at + 1].text)):
            continue
        found[at], found[at + 1] = (replace(line, kind="masthead") for line in lines[at : at + 2])
        for number in range(at + 2, min(at + 2 + _BELOW, len(lines))):
            line = lines[number]
            if line.kind not in ("short", "masthead") or not (_PAGE_LINE.match(line.text) or _AROUND.search(line.text)):
                break
            found[number] = replace(line, kind="masthead")
    top = [at for at in range(min(_TOP, len(lines))) if found[at].kind == "masthead"]
    for at in range(top[-1] + 1 if top else 0, min(_TOP, len(lines)) if top else 0):
        if lines[at].kind in ("short", "byline") and _PAGE_LINE.match(lines[at].text):
            found[at] = replace(lines[at], kind="masthead")
    return found


def _with_letterhead(lines: list[Line]) -> list[Line]:
    """The name and the number of a bulletin at the top of a file, the office and the date below; to whom it goes."""
    sent = [bool(_SENT_TO.match(line.text) or _PRINTED.match(line.text)) for line in lines]
    found = [replace(line, kind="masthead") if one else line for line, one in zip(lines, sent, strict=True)]
    at = next((at for at in range(min(_TOP, len(found))) if _ISSUE_LINE.match(found[at].text)), None)
    if at is None or any(line.kind not in ("short", "masthead") or line.level for line in found[: at + 1]):
        return found
    for number in range(at + 1):
        found[number] = replace(found[number], kind="masthead")
    for number in range(at + 1, min(at + 3, len(found))):
        kinds = ("short", "masthead", "byline", "cells")
        if not FULL_DATE.search(found[number].text) or found[number].kind not in kinds:
            break
        found[number] = replace(found[number], kind="masthead")
    return found


def _with_index_card(lines: list[Line]) -> list[Line]:
    """The table with 索引号 and 发布机构 above the headline of a government page describes the page."""
    found = list(lines)
    for at, line in enumerate(lines[:12]):
        if line.kind in ("body", "lead"):
            break
        if line.kind == "cells" and _CARD.match(re.sub(r"\s", "", line.text)):
            found[at] = replace(line, kind="masthead")
    return found


def with_running_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines; short ones below the number of a page that stand elsewhere, too, are furniture."""
    counted = Counter(line.text for line in lines if len(line.text) <= _LONGEST)
    heads: set[str] = set()
    name = lines[0].text if lines and lines[0].kind in ("short", "masthead") else ""
    for number, line in enumerate(lines):
        if _PAGE_NUMBER.match(line.text):
            below = zip(lines[number + 1 : number + 3], [*lines[number + 2 : number + 4], None], strict=False)
            heads |= {
                one.text for one, rest in below
                if counted[one.text] > 1 and one.kind in ("short", "masthead", "body")
                and not (rest is not None and rest.kind == "dateline")
            }  # fmt: skip
            heads |= {one.text for one in lines[number + 1 : number + 2] if _is_name_again(one.text, name)}
    return [replace(line, kind="furniture") if line.text in heads else line for line in lines]


def _is_name_again(text: str, name: str) -> bool:
    """The name of a bulletin with its number or day, at the head of a further page."""
    rest = text.removeprefix(name).strip()
    again = 4 <= len(name) <= _LONGEST_NAME and text.startswith(name)
    return again and (not rest or is_issue(rest) or bool(FULL_DATE.fullmatch(rest)))


def _spread(lines: list[Line], at: int) -> None:
    low = max(at - _ABOVE, 0)
    for number in range(at - 1, low - 1, -1):
        named = _PAPER.search(lines[number].text) and len(lines[number].text) <= _SHORTEST_NAME + 6
        first = low == 0 and len(lines[number].text) <= _SHORTEST_NAME
        if lines[number].kind not in ("short", "masthead") or not (named or first or lines[number].kind == "masthead"):
            break
        lines[number] = replace(lines[number], kind="masthead")
    for number in range(at + 1, min(at + 1 + _BELOW, len(lines))):
        line = lines[number]
        if line.kind == "masthead":
            continue
        named = not line.gap and len(line.text) <= _SHORTEST_NAME + 6 and bool(_PAPER.search(line.text))
        if line.kind != "short" or len(line.text) > _LONGEST or not (_AROUND.search(line.text) or named):
            break
        lines[number] = replace(line, kind="masthead")


def _with_editors(lines: list[Line]) -> list[Line]:
    """编辑 某某 组版 某某, without a reporter, belongs to the page; so does the address of the page below it."""
    found = list(lines)
    for at, line in enumerate(lines):
        reached = at and not line.gap and found[at - 1].kind == "masthead" and _REACHED.fullmatch(line.text)
        below = at > 0 and not line.gap and found[at - 1].kind == "masthead"
        if reached or _names_editors(line, 1 if below else 2):
            found[at] = replace(line, kind="masthead")
    return found


def _names_editors(line: Line, least: int = 2) -> bool:
    if line.kind not in ("byline", "short", "body") or "。" in line.text:
        return False
    editors = len(_EDITORS.findall(line.text))
    return bool(editors) and editors + len(_PHONES.findall(line.text)) >= least and _is_of_page(line)


def _is_of_page(line: Line) -> bool:
    return len(line.text) <= _LONGEST and not re.search(r"记者|通讯员|供稿|来源|作者|撰稿|审核|审：|[丨|]", line.text)
