"""What belongs to a page as a whole: the lines around its date, the names of its editors, where text goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.ingest.lines import Line, opens_page

_PAPER = re.compile(r"(?:报|周刊|旬刊|月刊|专刊|简报|公报|动态|快讯|通讯|新闻)$|^[A-Za-z][A-Za-z .&'-]+$")
_AROUND = re.compile(
    r"^(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?(?:农历)?闰?(?:正|[一二三四五六七八九十冬腊]{1,2})月"
    r"(?:初|十|廿|二十|三十|卅)[一二三四五六七八九十]?$"
    r"|^(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|今日.{1,3}版|总?第\s?\d+\s?期|机关报|主管|主办|出版|刊号|邮发"
    r"|\bCN\s?\d|www\.|https?:|热线|社址|零售价|气温|℃|天气"
)
_EDITORS = re.compile(r"(?:值班)?(?:编辑|编审|责编|组版|版式|美编|校对|校检|审校|统筹|值班主任|值班总编|电子信箱|邮箱)")
_GOES_ON = re.compile(r"^[（(【\[]?\s*(?:下转|上接|紧接|转|接)\s?第?\s?[A-Z]?\d{1,3}\s?版.{0,12}[）)】\]]?$")
_ABOVE, _BELOW = 4, 5  # lines around the date
_LONGEST = 40  # code points
_SHORTEST_NAME = 10  # code points of any line above the date at the top of a file


def with_mastheads(lines: Sequence[Line]) -> list[Line]:
    """The lines; those around the date of a page and those that name its editors are mastheads.

    （下转3版） is furniture.
    """
    found = [
        replace(line, kind="furniture") if line.kind != "masthead" and _GOES_ON.match(line.text) else line
        for line in lines
    ]
    for at in range(len(found)):
        if opens_page(found, at):
            _spread(found, at)
    return _with_editors(found)


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
        if line.kind != "short" or len(line.text) > _LONGEST or not _AROUND.search(line.text):
            break
        lines[number] = replace(line, kind="masthead")


def _with_editors(lines: list[Line]) -> list[Line]:
    """编辑 某某 组版 某某, without a reporter, belongs to the page."""
    return [
        replace(line, kind="masthead")
        if line.kind in ("byline", "short") and len(_EDITORS.findall(line.text)) >= 2 and _is_of_page(line)
        else line
        for line in lines
    ]


def _is_of_page(line: Line) -> bool:
    return len(line.text) <= _LONGEST and not re.search(r"记者|通讯员|供稿|来源|作者|撰稿|审核|审：|[丨|]", line.text)
