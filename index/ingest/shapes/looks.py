"""What a line of a page looks like by itself: its kind, whether it ends something, whose name it is."""

from __future__ import annotations

import re
from functools import lru_cache

from index.ingest.shapes.signing import is_byline, match_lead
from index.language.lexicon import load_words

_MASTHEAD = re.compile(
    r"星期[一二三四五六日天]|第\s?(?:[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s?版|责编|责任编辑|版式|校对|总第\s?\d+\s?期|第\s?\d+\s?期|^\s*[A-Z]?\d{1,2}\s+[\u4e00-\u9fff]{2,4}\s*$|国内统一|CN\d{2}|邮发代号|农历|(?:^|\s)[A-Z]?\d{1,2}\s?版|^(?:19|20)\d{2}年第\d+期$"
)
FULL_DATE = re.compile(
    r"二[〇○零][一二三四五六七八九〇○零]{2}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十廿卅]{1,3}日|(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}"
)
_SOURCE = re.compile(
    r"(?:发布时间|发布日期|发布|发表时间|时间|日期|来源|信息来源|文章来源|作者|撰稿|编辑|责任编辑|浏览次数|浏览量|阅读|点击数?|点击率|字号|字体)\s*[:：丨|]"
)
_FROM_PAPER = re.compile(  # 《某报》（2021年10月15日 第3版） below a headline
    r"^《[\u4e00-\u9fff]{2,10}》\s?[（(](?:19|20)\d{2}年\d{1,2}月\d{1,2}日[^（）()。]{0,16}[）)]$"
)
_CLOCK = re.compile(r"(?:\d日?)\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)")
LABEL = re.compile(
    r"^[\s•·]*(?:索\s*引\s*号|信息索引号?|主题分类|主\s*题\s*词|发文机[关构]|发布机[关构]|公开主体|成文日期|发文日期|发布日期|发布时间|信息来源|公开日期|生成日期|公布日期|发文字号|文\s*号|有\s*效\s*性|公开方式|公开形式|公开范围|公开类别|信息分类|体裁分类|组配分类|服务对象|废止日期|失效日期|内容概述|信息类别)\s*[:：]|^索\s*引\s*号\s+(?=[A-Za-z\d])"
)
NUMBER_OF_LETTER = re.compile(r"^[\u4e00-\u9fff]{1,12}[〔\[（(【]\s?\d{4}\s?[〕\]）)】]\s?第?\s?\d+\s?号$")
_MONTH = re.compile(r"(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月(?!\s?\d)")
_APART_ISSUE = re.compile(r"\s(?:(?:19|20)\d{2}年\s?)?(?:总\s?)?第\s?\d+\s?期(?:\s|$|[（(])")
_ISSUE_OF_YEAR = re.compile(  # 二〇二五年第38期 （9月15日—9月21日）
    r"^(?:(?:19|20)\d{2}|二[〇○零][一二三四五六七八九〇○零]{2})年?第\s?\d+\s?期(?=\s*[（(]?(?:\d{1,2}月\d{1,2}日|$))"
)
_PASSED = re.compile(r"^[（(](?:19|20)\d{2}年\d{1,2}月\d{1,2}日[^。]{0,50}[）)]$")
PAGE_OPENS = re.compile(r"星期[一二三四五六日天]|第?\s?[A-Z]?\d{1,3}\s?版")
_VAGUE_DATE = re.compile(r"(?:19|20)\d{2}\s?年\s?[xX×某*＊]+\s?月")
_DATE_LINE = re.compile(
    r"^\s*(?:(?:19|20)\d{2}|二[〇○零][一二三四五六七八九〇零]{2})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日\s*$"
)
OFFICE = re.compile(
    r"(?:公司|局|厅|委|办|办公室|部|处|科|所|站|院|校|馆|政府|中心|委员会|[管居村]委会|总?工会|联合会|街道|镇|乡|队|集团|小组|协会)$"
)
_ENDS = re.compile(r"(?:[。！？；：…!?;:]|[。！？…][”’」』）)])[\s\U0001F300-\U0001FAFF↓⬇\ufe0f]*$")
_SIGNED_OFF = re.compile(r"[。！？”][（(][^（）()。]{2,40}[）)]\s*$")
_CONTACT = re.compile(
    r"(?:(?:电话|热线|传真|邮箱|网址|邮编)[^。，]{0,40}[A-Za-z\d）)]|(?:地址|联系人)[^。]{0,40}[\w号）)])$"
)
_NUMBER_ALONE = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,10}(?:电话|热线|传真)\s*[:：]?|[\u4e00-\u9fff（）]{2,12}[:：])\s*[\d\-—－]{5,16}$"
)
_REST_LEFT_OUT = re.compile(r"^[（(][^（）()。]{0,12}略[）)]$")  # （其余略）
_TABLE_CAPTION = re.compile(
    r"(?:一览表|[\u4e00-\u9fff]{2}(?<!代)(?<!发)(?<!填)(?<!报)(?<!手)(?<!电)(?<!水)(?<!气)表|名单|清单|附表\d*|表\d+)(?:[（(].{0,16}[）)])?\s*$|^附[：:].{4,40}(?:表|名单|清单)|^附表\s?[\d一二三四五六七八九十]{0,2}[：:].{4,50}$"
)
_CAPTION = re.compile(
    r"^\s*(?:[▲▼△]|图为|图[①-⑩\d]|上图|下图|左图|右图)|(?:[\u4e00-\u9fff]{2,4}|\s)(?:摄|供图|摄影报道|/图)\s*$"
    r"|^[（(]?[\u4e00-\u9fff]{1,12}(?:[\s、][\u4e00-\u9fff]{1,4}){0,2}\s+(?:摄|供图|摄影|摄影报道)[）)]?$"
)
_FURNITURE = re.compile(
    r"^[（(\[【]?(?:资料图片|关键词|关键字|标签|TAGS?|免责声明|郑重声明|特别声明|声明|版权声明|温馨提示：内容|本文网址|本文链接|转载请注明|未经.{0,6}(?:许可|授权|允许)|.{0,14}版权作品|以上文章仅代表|扫描二维码|原标题)\s*[：:，,]?.{0,160}$"
    r"|^.{0,20}(?:版权所有|All Rights Reserved|Copyright|Powered by|©).{0,60}$"
    r"|^[↑↓▲△▼>\s]*点击(?:上方|下方|蓝字|标题).{0,20}(?:关注|订阅).{0,6}$"
    r"|^(?:PART|Part|NO|No)[.\s]?\d{1,2}$"
    r"|^\S.{1,50}?(?:…{2,}|[.．·]{4,}|[—\-_]{4,})\s*[（(]?\d{1,3}[）)]?$"
    r"|^[（(]?(?:全文|本文|正文)?(?:约|共)?\d*字?[，,]?\s*(?:预计)?阅读(?:全文|本文)?(?:时间|时长)?[：:]?(?:约|大约|需|约需|只需|仅需|预计)*\s?\d{1,3}\s?分钟.{0,6}$"
    r"|^(?:#[^#\s]{2,20}#?\s*){1,8}$"
    r"|^\s*(?:[—\-=_*·]{3,}|[—\-–]+\s*\d{1,3}\s*[—\-–]+$|第\s?\d{1,3}\s?页(?:\s*[/／,，]?\s*共\s?\d{1,3}\s?页)?$|[^。]{0,20}(?:>|»|›)\s?[^。]{1,20}(?:>|»|›)|目录[:：]|您(?:现在|当前)?的位置|当前位置|上一[版篇期条]|下一[版篇期条]|首页|返回|打印|关闭|分享|字号|扫一扫|版权所有|版权声明|备案|ICP|.{0,10}ICP备|网站地图|联系我们|主办单位[：:]|技术支持|浏览次数|点击数|相关链接|相关新闻|\|+|-{3,}\|?).{0,60}$",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"^\s*(?:[\[［〔]\d{1,2}[\]］〕]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:、|[.．](?!\d)|[.．](?=\d{4}年|\d{1,2}月))|[①-⑳]|0\d$|[\U0001F300-\U0001FAFF✅✨✔])"
)
_RESOLUTION = re.compile(
    r"关于.{2,60}(?:决定|批复|意见|名单|公示)$|任免(?:职)?(?:名单|通知|人员)$|^人事任免$|干部任[职免]$|任前公示$|职务任免$"
)
LONGEST_HEADLINE = 44
_OF_A_TEXT = re.compile(r"^[（(](?:节选|摘要|摘编|摘登|选登|全文|有删节|略有删节|待续|未完待续)[）)]$")
_OF_A_DRAFT = re.compile(r"^[（(](?:草案|试行|暂行|修订|修正|[\u4e00-\u9fff]{2,4}稿)[）)]$")
_KEYED = re.compile(  # a key and its value, as notices print them line by line
    r"^(?=[\u4e00-\u9fff（）/]{3,14}[：:])[\u4e00-\u9fff（）/]{0,10}?(?:名称|编号|招标人|采购人|中标人|成交人|供应商|代理机构|单位|地点|内容|规模|限价|标价|价格|金额"
    r"|预算|工期|经理|公示期|电话|热线|时间|期限|方式|地址|来源|范围|对象|标准|性质|日期|等级|邮箱|网址|条件|资格|概况)"
    r"[：:]\s?[^\s，。：:]"
)

_PERSON = re.compile(r"^(?:联系|经办|负责|咨询)人(?:员)?[：:]\s?[\u4e00-\u9fff]{2,4}")


def ends(piece: str) -> bool:
    """True for a line behind which something new begins: a full stop, an address, names, a key with its value."""
    return bool(
        _ENDS.search(piece)
        or _CONTACT.search(piece)
        or _SIGNED_OFF.search(piece)
        or _KEYED.match(piece)
        or _REST_LEFT_OUT.match(piece)
        or _NUMBER_ALONE.match(piece)
    )


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
    if (
        len(piece) <= 80
        and FULL_DATE.search(piece)
        and len(_MASTHEAD.findall(piece)) >= 2
        and _is_masthead(piece)
    ):
        return "masthead"
    if _FURNITURE.match(piece):
        return "furniture"
    if match_lead(piece):
        return "lead"
    if edge and len(piece) <= 60 and _is_masthead(piece):
        return "masthead"
    if _OF_A_TEXT.match(piece):
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
    if _PERSON.match(piece) and _CONTACT.search(piece):
        return "body"
    if (
        len(piece) <= LONGEST_HEADLINE
        and not re.search(r"[。；]|，$|、$", piece)
        and not _ENDS.search(piece.rstrip("！？!?"))
    ):
        return "short"
    return "body"


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
        bool(FULL_DATE.search(piece) and (marks or len(piece) < 24) and not _DATE_LINE.match(piece))
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
