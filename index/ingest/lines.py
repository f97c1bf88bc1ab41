"""Lines of a page and what each looks like by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.language.lexicon import load_words
from index.records import Span

_ROLE = (
    r"(?:本报|本网|全媒体|融媒体|见习|实习|首席|特约|特派|记者|通讯员)*"
    r"(?:记者|通讯员|摄影|供稿|撰文|作者|编辑|来源|文/图|图/文|文/摄|文字|图片|责任编辑|责编|校对|审核|监制)"
)
_BYLINE = re.compile(
    rf"^[\s（(□■▲●◆【\[]*{_ROLE}"
    r"(?:[\s:：/丨|·]|(?=[\u4e00-\u9fff]{2,4}(?:[\s/、丨|）)]|$)))[^。，；！？]{1,48}[）)】\]]?$"
)
_AGENCY = (
    r"(?:本报|本网|本刊|本台|新华社|中新社|人民网"
    r"|[\u4e00-\u9fff]{2,8}(?:日报|晚报|时报|早报|新闻网|融媒体中心|电视台|发布))"
)
LEAD = re.compile(
    rf"^\s*(?P<lead>{_AGENCY}(?:[\u4e00-\u9fff]{{0,6}}?)(?:\d{{1,2}}月\d{{1,2}}日)?(?:讯|电|消息)"
    rf"(?:\s*[（(][^（）()]{{2,60}}[）)]|\s*记者\s?[\u4e00-\u9fff]{{2,4}}(?:报道)?(?=[:：]))?)[\s:：]*"
    rf"|^\s*(?P<paren>[（(](?:{_ROLE})[^（）()]{{2,50}}[）)])\s*(?=\S)"
)
_MASTHEAD = re.compile(
    r"星期[一二三四五六日天]|第\s?[A-Z]?\d{1,3}\s?版|责编|责任编辑|版式|校对|总第\s?\d+\s?期|第\s?\d+\s?期|^\s*[A-Z]?\d{1,2}\s+[\u4e00-\u9fff]{2,4}\s*$|国内统一|CN\d{2}|邮发代号|农历|^[A-Z]?\d{2}版"
)
_FULL_DATE = re.compile(
    r"(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}"
)
_NAMES_ONLY = re.compile(r"^[（(]\s*[\u4e00-\u9fff]{2,4}(?:[\s、/][\u4e00-\u9fff]{2,4}){0,3}\s*[）)]$")
_DATE_LINE = re.compile(
    r"^\s*(?:(?:19|20)\d{2}|二[〇○零][一二三四五六七八九〇零]{2})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日\s*$"
)
_SENTENCE = re.compile(r"[。！？；]|[^\s，]{2,}，[^\s，]{2,}")
_ENDS = re.compile(r"(?:[。！？；：…!?;:]|[。！？…][”’」』）)])\s*$")
_CONTACT = re.compile(r"(?:电话|热线|传真|邮箱|网址|地址|联系人|邮编)[^。]{0,40}[\w号）)]$")
_TABLE_CAPTION = re.compile(
    r"(?:一览表|明细表|统计表|汇总表|情况表|排名表|安排表|时间表|名单|清单|附表\d*|表\d+)(?:[（(].{0,16}[）)])?\s*$|^附[：:].{4,40}(?:表|名单|清单)"
)
_CAPTION = re.compile(
    r"^\s*(?:[▲▼△◆●]|图为|图[①-⑩\d]|上图|下图|左图|右图)|(?:[\u4e00-\u9fff]{2,4}|\s)(?:摄|供图|摄影报道|/图)\s*$"
)
_HEADING = re.compile(r"^(?P<marks>#{1,6})\s+(?=\S)")
_BOLD = re.compile(r"^(?:>\s*)?(?:\*\*|__)?(?P<text>[^*_>].*?)(?:\*\*|__)?$")
_FURNITURE = re.compile(
    r"^\s*(?:[—\-=_*·]{3,}|[^。]{0,20}(?:>|»|›)\s?[^。]{1,20}(?:>|»|›)|目录[:：]|您当前的位置|当前位置|上一[版篇期条]|下一[版篇期条]|首页|返回|打印|关闭|分享|字号|扫一扫|版权所有|版权声明|备案|ICP|.{0,10}ICP备|网站地图|联系我们|主办单位[：:]|技术支持|浏览次数|点击数|相关链接|相关新闻|\|+|-{3,}\|?).{0,60}$"
)
_NUMBERED = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．]|[①-⑳])"
)
LONGEST_HEADLINE = 44
_BLANKS = "\r\n \t\u3000\ufeff\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


@dataclass(frozen=True, slots=True)
class Line:
    """One non-empty line: offsets of its text without surrounding white space, and what it looks like.

    kind: cells (a table row), masthead, byline, lead, dateline, caption, tablecaption, furniture, short or body.
    gap: empty lines in front of it. level: of a Markdown heading, else 0; marks: offsets of its # signs.
    """

    start: int
    end: int
    text: str
    kind: str
    gap: int
    ended: bool
    numbered: bool
    level: int = 0
    marks: tuple[int, int] = (0, 0)


def split_lines(text: str) -> list[Line]:
    """The non-empty lines of ``text``; mastheads only near both ends."""
    raw: list[tuple[int, int, int]] = []
    wide: list[Span] = []
    at = gap = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip(_BLANKS)
        if not bare:
            gap += 1
        else:
            low = at + line.index(bare[0])
            raw.append((low, low + len(line[low - at :].rstrip()), gap))
            wide.append((at, at + len(line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"))))
            gap = 0
        at += len(line)
    lines = [_line(text, low, high, space, number, len(raw)) for number, (low, high, space) in enumerate(raw)]
    return _with_page_titles(_with_front_matter(_with_empty_cells(text, lines, wide)))


def _with_empty_cells(text: str, lines: list[Line], wide: Sequence[Span]) -> list[Line]:
    """Rows of a table keep the tabs at both ends, which stand for empty cells."""
    found = list(lines)
    for number, (line, (low, high)) in enumerate(zip(lines, wide, strict=True)):
        if (low, high) == (line.start, line.end) or "\t" not in text[low : line.start] + text[
            line.end : high
        ]:
            continue
        beside = [*found[max(number - 1, 0) : number], *lines[number + 1 : number + 2]]
        if line.kind == "cells" or (len(line.text) <= 60 and any(one.kind == "cells" for one in beside)):
            found[number] = replace(line, start=low, end=high, text=text[low:high], kind="cells")
    return found


def _with_front_matter(lines: list[Line]) -> list[Line]:
    """The lines between --- at the top of a Markdown file describe the page."""
    if not lines or lines[0].text != "---":
        return lines
    end = next((number for number, line in enumerate(lines[1:], 1) if line.text == "---"), 0)
    return [replace(line, kind="masthead") if number <= end else line for number, line in enumerate(lines)]


def _with_page_titles(lines: list[Line]) -> list[Line]:
    """The paper's name above the date line, and a heading directly above a lower one, belong to the page."""
    found = list(lines)
    for number, line in enumerate(lines[:-1]):
        following = lines[number + 1]
        named = number == 0 and len(line.text) <= 16 and following.kind == "masthead" and line.kind == "short"
        titled = 0 < line.level < following.level and number < 3
        if named or titled:
            found[number] = replace(line, kind="masthead")
    return found


def _line(text: str, start: int, end: int, gap: int, number: int, count: int) -> Line:
    piece = text[start:end]
    bold = _BOLD.match(piece)
    if bold:
        start, end, piece = start + bold.start("text"), start + bold.end("text"), bold["text"]
    heading = _HEADING.match(piece)
    if heading:
        marks = (start, start + len(heading["marks"]))
        start += heading.end()
        piece = text[start:end]
        return Line(start, end, piece, "short", gap, True, False, len(heading["marks"]), marks)
    edge = number < 5 or number >= count - 3
    return Line(
        start,
        end,
        piece,
        _kind(piece, edge),
        gap,
        bool(_ENDS.search(piece) or _CONTACT.search(piece)),
        bool(_NUMBERED.match(piece)),
    )


def _kind(piece: str, edge: bool) -> str:
    if edge and len(piece) <= 80 and _is_masthead(piece):
        return "masthead"
    if _is_cells(piece):
        return "cells"
    if _FURNITURE.match(piece):
        return "furniture"
    if LEAD.match(piece):
        return "lead"
    if edge and len(piece) <= 60 and _is_masthead(piece):
        return "masthead"
    if len(piece) <= 60 and (_BYLINE.match(piece) or _NAMES_ONLY.match(piece)):
        return "byline"
    if _DATE_LINE.match(piece):
        return "dateline"
    if _CAPTION.match(piece) and len(piece) < 120:
        return "caption"
    if len(piece) <= 60 and _TABLE_CAPTION.search(piece):
        return "tablecaption"
    if (
        len(piece) <= LONGEST_HEADLINE
        and not re.search(r"[。；]|，$|、$", piece)
        and not _ENDS.search(piece.rstrip("！？!?"))
    ):
        return "short"
    return "body"


def _is_cells(piece: str) -> bool:
    """A row of a table written with bars or tabs."""
    if (piece.count("|") >= 3 and piece.startswith("|")) or (
        re.fullmatch(r"[|:\- ]+", piece) and "|" in piece
    ):
        return True
    return piece.count("\t") >= 1 and not piece.endswith("。")


def _is_masthead(piece: str) -> bool:
    """A date with weekday, page or editors; no running text."""
    if re.search(r"[。；]", piece):
        return False
    marks = len(_MASTHEAD.findall(piece))
    return (
        bool(_FULL_DATE.search(piece) and (marks or len(piece) < 24) and not _DATE_LINE.match(piece))
        or marks >= 2
        or bool(
            re.match(
                r"^\s*[A-Z]?\d{1,2}\s+[\u4e00-\u9fff]{2,4}\s*$|^第?\s?[A-Z]?\d{1,3}\s?版\s*[:：]?[\u4e00-\u9fff]{0,6}$|^责编|^(?:总)?第\s?\d+\s?期$",
                piece,
            )
        )
    )


@lru_cache(maxsize=1)
def _notice_ending() -> re.Pattern[str]:
    return re.compile(
        "(?:"
        + "|".join(sorted(load_words("notices"), key=len, reverse=True))
        + r")(?:[（(].{1,20}[）)])?\s*$"
    )


def is_notice(headline: str) -> bool:
    """True where a headline ends as those of notices do."""
    return bool(_notice_ending().search(headline))
