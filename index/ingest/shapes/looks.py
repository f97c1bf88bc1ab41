"""What a line of a page looks like by itself: its kind, whether it ends something, whose name it is."""

from __future__ import annotations

import re
from functools import lru_cache

from index.ingest.shapes.signing import is_byline, match_lead
from index.ingest.shapes.turns import goes_elsewhere
from index.language.lexicon import load_pattern, load_words

_MASTHEAD = load_pattern("ingest.looks.masthead")
FULL_DATE = load_pattern("ingest.looks.full_date")
_SOURCE = load_pattern("ingest.looks.source")
_FROM_PAPER = load_pattern("ingest.looks.from_paper")
_CLOCK = load_pattern("ingest.looks.clock")
LABEL = load_pattern("ingest.looks.label")
NUMBER_OF_LETTER = load_pattern("ingest.looks.number_of_letter")
_MONTH = load_pattern("ingest.looks.month")
_APART_ISSUE = load_pattern("ingest.looks.apart_issue")
_ISSUE_OF_YEAR = load_pattern("ingest.looks.issue_of_year")
_PASSED = load_pattern("ingest.looks.passed")
PAGE_OPENS = load_pattern("ingest.looks.page_opens")
_PAGE_ALONE = load_pattern("ingest.looks.page_alone")
_LONGEST_NAME = 8  # code points of a paper's
_VAGUE_DATE = load_pattern("ingest.looks.vague_date")
_DATE_LINE = load_pattern("ingest.looks.date_line")
OFFICE = load_pattern("ingest.looks.office")
_ENDS = re.compile(
    r'(?:[。！？；：…!?;:]|[。！？…][”’」』）)"])[\s\U0001F300-\U0001FAFF↓⬇\ufe0f]*$|[\U0001F300-\U0001FAFF↓⬇]\ufe0f?\s*$'
)
_SIGNED_OFF = re.compile(r"[。！？]”?\s*[（(][^（）()。]{2,40}[）)]\s*$")
_CONTACT = load_pattern("ingest.looks.contact")
_NUMBER_ALONE = load_pattern("ingest.looks.number_alone")
_REST_LEFT_OUT = load_pattern("ingest.looks.rest_left_out")  # （其余略）
_FILE_NAME = load_pattern("ingest.looks.file_name")  # of what is attached
_TABLE_CAPTION = load_pattern("ingest.looks.table_caption")
_CAPTION = load_pattern("ingest.looks.caption")
_FURNITURE = re.compile(
    r"^[（(\[【]?(?:资料图片|关键词|关键字|标签|TAGS?|免责声明|郑重声明|特别声明|声明|版权声明|温馨提示：内容|本文网址|本文链接|转载请注明|未经.{0,6}(?:许可|授权|允许)|.{0,14}版权作品|以上文章仅代表|扫描二维码|原标题)\s*[：:，,]?.{0,160}$"
    r"|^.{0,20}(?:版权所有|All Rights Reserved|Copyright|Powered by|©).{0,60}$"
    r"|^[↑↓▲△▼>\s]*点击(?:上方|下方|蓝字|标题).{0,20}(?:关注|订阅).{0,14}$"
    r"|^[━─═—\-=＝*＊_~～·•.…☆★■□◆◇]{4,}$"
    r"|^A[+＋]?\s?A[-－]?$"
    r"|^(?:PART|Part|NO|No)[.\s]?\d{1,2}$"
    r"|^\S.{1,50}?(?:…{2,}|[.．·]{4,}|[—\-_]{4,})\s*[（(]?\d{1,3}[）)]?$"
    r"|^[（(]?(?:全文|本文|正文)?(?:约|共)?\d*字?[，,]?\s*(?:预计)?阅读(?:全文|本文)?(?:时间|时长)?[：:]?(?:约|大约|需|约需|只需|仅需|预计)*\s?\d{1,3}\s?分钟.{0,6}$"
    r"|^(?:#[^#\s]{2,20}#?\s*){1,8}$"
    r"|^\s*(?:[—\-=_*·]{3,}|(?:[—\-=_*·]\s){3,}|[—\-–]+\s*\d{1,3}\s*[—\-–]+$|第\s?\d{1,3}\s?页(?:\s*[/／,，]?\s*共\s?\d{1,3}\s?页)?$|[^。]{0,20}(?:>|»|›)\s?[^。]{1,20}(?:>|»|›)|目录[:：]|[您你](?:现在|当前)?(?:所在)?的?位置|当前位置|上一[版篇期条]|下一[版篇期条]|首页|返回|打印|关闭|分享|字号|扫一扫|版权所有|版权声明|备案|ICP|.{0,10}ICP备|网站地图|联系我们|主办单位[：:]|技术支持|浏览次数|点击数|相关链接(?!\s?[：:]\s?\S)|相关新闻|\|+|-{3,}\|?).{0,60}$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f\s]|[\w(),])|(?<=[\w(),]) (?=[^\x00-\x7f\s])")
_FIRST, _SPREAD = 20, 0.4  # code points of a line; blanks to each of its letters where it is set wide
NUMBERED = load_pattern("ingest.looks.numbered")
_RESOLUTION = load_pattern("ingest.looks.resolution")
MARKS = "▲▼△▶►▷▸◆◇●○■□★☆◎※❖✦▪•"
"""Signs in front of headings and items."""

FIRST_ITEM = re.compile(r"^(?:[（(]1[）)]|1[.．、](?!\d)|①)")
"""What opens the first item of a list."""

LONGEST_HEADLINE = 44
_LONGEST_FRAME = 30  # code points of what a player says
RULE = re.compile(r"[—\-=_*·─═━]{3,}")
"""A line of dashes."""
_OF_A_TEXT = load_pattern("ingest.looks.of_a_text")
_OF_A_PLAYER = load_pattern("ingest.looks.player")  # and of lists of texts, of accounts
_ASKS_TO_SHARE = load_pattern("ingest.looks.asks_to_share")
_OF_A_DRAFT = load_pattern("ingest.looks.of_a_draft")
_KEYED = load_pattern("ingest.looks.keyed")

_PERSON = load_pattern("ingest.looks.person")


def ends(piece: str) -> bool:
    """True for a line behind which something new begins: a full stop, an address, names, a key with its value."""
    return bool(
        _ENDS.search(piece)
        or _CONTACT.search(piece)
        or _SIGNED_OFF.search(piece)
        or _KEYED.match(piece)
        or _REST_LEFT_OUT.match(piece)
        or _NUMBER_ALONE.match(piece)
        or _FILE_NAME.search(piece)
        or goes_elsewhere(piece)
    )


def together(piece: str) -> str:
    """本 报 讯 （ 记 者 … as 本报讯（记者…: a line that begins with a blank between its letters, without those."""
    first = piece[:_FIRST]
    spread = len(_BETWEEN.findall(first)) >= _SPREAD * len("".join(first.split()))
    return _BETWEEN.sub("", piece) if spread else piece


def is_value(piece: str) -> bool:
    """True for a key and its value, as notices print them line by line."""
    return bool(_KEYED.match(piece))


def is_office(text: str) -> bool:
    """True for a short text that ends as the names of offices do."""
    return bool(OFFICE.search(text)) and not re.search(r"[，。：:\d]", text)


def is_signed_off(text: str) -> bool:
    """True where a text ends with names in brackets behind a full stop."""
    return bool(_SIGNED_OFF.search(text))


def kind_of(piece: str, edge: bool) -> str:
    """The kind of a line (see Line); ``edge``: it stands near an end of the page."""
    if _is_source_line(piece):
        return "byline"
    if edge and len(piece) <= 80 and _is_masthead(piece):
        return "masthead"
    if _is_cells(piece):
        return "cells"
    dated = len(piece) <= 80 and FULL_DATE.search(piece) and len(_MASTHEAD.findall(piece)) >= 2
    if (dated or _heads_page(piece)) and _is_masthead(piece):
        return "masthead"
    if _FURNITURE.match(piece) or (len(piece) <= _LONGEST_FRAME and _OF_A_PLAYER.search(piece)):
        return "furniture"
    if match_lead(piece):
        return "lead"
    if edge and len(piece) <= 60 and _is_masthead(piece):
        return "masthead"
    if _OF_A_TEXT.match(piece) or _ASKS_TO_SHARE.match(piece):
        return "furniture"
    if is_byline(piece) and not _OF_A_DRAFT.match(piece):
        return "byline"
    if _DATE_LINE.match(piece):
        return "dateline"
    if _CAPTION.match(piece) and len(piece) < 120:
        return "caption"
    if len(piece) <= 60 and _TABLE_CAPTION.search(piece):
        return "tablecaption"
    if _KEYED.match(piece) or _NUMBER_ALONE.match(piece) or _REST_LEFT_OUT.match(piece):
        return "body"
    if (len(piece) <= 60 and _FILE_NAME.search(piece)) or goes_elsewhere(piece):
        return "body"
    if _PERSON.match(piece) and _CONTACT.search(piece):
        return "body"
    if (
        len(piece) <= LONGEST_HEADLINE
        and not re.search(r"[。；]|，$|、$", piece)
        and not _ENDS.search(piece.rstrip("！？!?"))
    ):
        return "short"
    return "body"


def _heads_page(piece: str) -> bool:
    """某某报 2024年5月6日 2版, also in the middle of a file: name, day and page, nothing else."""
    rest = FULL_DATE.sub("", piece)
    name = _PAGE_ALONE.sub("", rest)
    if _PAGE_ALONE.fullmatch(piece):
        return True
    return name != rest and rest != piece and len("".join(name.split())) <= _LONGEST_NAME


def _is_source_line(piece: str) -> bool:
    """发布时间：… 来源：… 作者：… below the headline of a web page; （… 通过） below that of a resolution."""
    if _FROM_PAPER.match(piece):
        return True
    if len(piece) > 120 or re.search(r"[。；\t]|版|星期|第\s?\d+\s?期", piece) or NUMBERED.match(piece):
        return False
    labels = len(_SOURCE.findall(piece))
    dated = bool(FULL_DATE.search(piece)) and len(piece) <= 60
    timed = dated and bool(_CLOCK.search(piece))
    return labels >= 2 or (labels == 1 and dated) or timed or bool(_PASSED.match(piece))


def _is_cells(piece: str) -> bool:
    """A row of a table written with bars or tabs."""
    if (piece.count("|") >= 3 and piece.startswith("|")) or (
        re.fullmatch(r"[|:\- ]+", piece) and "|" in piece
    ):
        return True
    return piece.count("\t") >= 1 and not piece.endswith("。")


def _is_masthead(piece: str) -> bool:
    """A date with weekday, page or editors; no running text."""
    if LABEL.match(piece) or NUMBER_OF_LETTER.match(piece):
        return True
    if re.search(r"[。；]", piece) or ("，" in piece and not PAGE_OPENS.search(piece)):
        return False
    marks = len(_MASTHEAD.findall(piece))
    return (
        bool(FULL_DATE.search(piece) and (marks or len("".join(piece.split())) < 24) and not _DATE_LINE.match(piece))
        or bool(_VAGUE_DATE.search(piece) and len(piece) <= 30)
        or marks >= 2
        or bool(_APART_ISSUE.search(piece) and len(piece) <= 40)
        or bool(marks and _MONTH.search(piece) and len(piece) <= 40)
        or bool(_ISSUE_OF_YEAR.match(piece))
        or bool(
            re.match(
                r"^\s*[A-Z]?\d{1,2}\s+[\u4e00-\u9fff]{2,4}\s*$|^(?:.{0,20}\s)?第?\s?[A-Z]?\d{1,3}\s?版\s*[:：·|]?\s*[\u4e00-\u9fff]{0,6}(?:\s*(?:上|下)一版.*)?$|^责编|^(?:(?:19|20)\d{2}年)?(?:总)?第\s?\d+\s?期$",
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
    """True where a headline ends as those of notices do, also in spread type (停 水 通 知)."""
    headline = re.sub(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff](?:[ \u3000]|$))", "", headline)
    return bool(_notice_ending().search(headline) or _RESOLUTION.search(headline))
