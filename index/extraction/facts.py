"""Facts: one typed value in one sentence, with what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.extraction.lists import enumerations
from index.extraction.organisations import find_organisations
from index.extraction.people import surnames
from index.extraction.places import find_places
from index.extraction.respective import aligned
from index.extraction.sentences import clause_spans
from index.language.dates import find_dates
from index.language.numerals import Quantity, find_quantities
from index.records import Article, Fact, Person, Sentence, Span

_PHONE = re.compile(
    r"(?<![\d-])(?:\d{3,4}[-—－ ]?\d{7,8}(?:[-转]\d{1,4})?|1[3-9]\d{9}|400[-—]?\d{3,4}[-—]?\d{3,4}"
    r"|12345|123\d{2}|9\d{4}|1[12]\d)(?![\d.%])"
)
_EMAIL = re.compile(r"[A-Za-z0-9._-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PHONE_CUE = re.compile(r"电话|热线|拨打|号码|咨询|联系|举报|报修|抢修|致电")
_RANK = re.compile(
    r"(?:排名|位居|位列|居|列|排|名列|跃居|跻身|升至|取得|获|排在|排名第|并列)?(?:全[省市区县国]|市内[\u4e00-\u9fff]{1,4}|[\u4e00-\u9fff]{0,6}?)?(?:排名|位居|并列|居)?第(?P<n>[一二三四五六七八九十]{1,3}|\d{1,3})(?:名|位)?(?![期次批届条项章节轮季个\d方阵小中大款人者时产])"
)
_ORDINAL = re.compile(
    r"第(?:[一二三四五六七八九十]{1,3}|\d{1,3})(?:个|次|届|批|位|名|轮|场|家|座|条|所)(?P<noun>[\u4e00-\u9fff]{0,3})"
)
_RANK_WORD = re.compile(r"排名|位居|位列|名列|居|列|跃居|跻身|排|并列|总量|第一名|名次|升至")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_TAIL_VERBS = re.compile(
    r"(?:分别|均|共|已|达到|达|为|是|约|完成|有|共计|合计|总计|又|再|仅|就|实现|高达|突破|超过|超|近|不足|预计|累计|，|：|:|（|\(|“|”|到|至|由|从|了|个|增至|减至|其中|全年|共有|上半年|拟|力争|控制在|提高到|下降到|降至|升至|扩大到|保持在)+$"
)
_DELIMITER = re.compile(r"[，。；：:、！？（）()“”\s]|(?<=\d)[年月日]")
_NOUN_AFTER = re.compile(r"[\u4e00-\u9fff]{1,6}")
_CHANGE = re.compile(
    r"(同比|环比|比上年|较上年|比去年|较去年|同口径)?(?:增长|下降|增加|减少|提高|提升|上升|回落|上涨|降低|增|降|多|少|超)$"
)
_CUT = re.compile(r"[\d一二三四五六七八九十]$")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the sentences before have set: subject, year, period."""

    subject: str = ""
    year: int | None = None


def find_facts(article: Article, sentences: Sequence[Sentence], people: Sequence[Person]) -> tuple[Fact, ...]:
    """All typed values of ``article`` in the order of the text.

    Subjects and attributes are printed words: the attribute directly in front of (or behind) the value,
    the subject from the head of the clause, else of the sentence, else the one before. A year holds until
    the paragraph ends. A number at the very end of a text that breaks off is no fact.
    """
    found: list[Fact] = []
    setting = Setting()
    paragraph = -1
    last = sentences[-1].number if sentences else -1
    for sentence in sentences:
        if sentence.role not in ("paragraph", "table", "caption", "signature", "headline"):
            continue
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            setting = Setting(setting.subject if sentence.role == "paragraph" else "", None)
        text = sentence.text.text
        year = _YEAR.search(text)
        subject = _subject(text) or setting.subject
        setting = Setting(subject, int(year[1]) if year else setting.year)
        cut_off = sentence.number == last and _CUT.search(text) is not None
        for fact in _of_sentence(sentence, setting, people):
            if not (cut_off and fact.end == len(text)):
                found.append(fact)
    return tuple(found)


def _subject(text: str) -> str:
    """The head of the sentence: up to the first mark, without a leading date."""
    head = re.sub(r"^(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:上午|下午|晚)?，?", "", text)
    piece = re.split(r"[，。：；]", head, maxsplit=1)[0]
    return piece[:30]


def _of_sentence(sentence: Sentence, setting: Setting, people: Sequence[Person]) -> Iterator[Fact]:
    text = sentence.text.text
    clauses = clause_spans(text)
    dates = find_dates(text)
    blocked: list[Span] = [(d.start, d.end) for d in dates]
    for date in dates:
        yield _fact(sentence, setting, clauses, "date", "时间", date.start, date.end)
    for match in _PHONE.finditer(text):
        if _PHONE_CUE.search(text[max(0, match.start() - 30) : match.end() + 8]) and not _inside(
            match.span(), blocked
        ):
            blocked.append(match.span())
            yield _fact(
                sentence, setting, clauses, "phone", _left_words(text, match.start(), clauses), *match.span()
            )
    for match in _EMAIL.finditer(text):
        blocked.append(match.span())
        yield _fact(sentence, setting, clauses, "email", "邮箱", *match.span())
    for match in _RANK.finditer(text):
        if _RANK_WORD.search(text[max(0, match.start() - 18) : match.end()]) and not _inside(
            match.span(), blocked
        ):
            blocked.append((match.start("n") - 1, match.end()))
            yield _fact(sentence, setting, clauses, "rank", "排名", *match.span())
    shared = aligned(text)
    for match in _ORDINAL.finditer(text):
        yield _fact(sentence, setting, clauses, "ordinal", match["noun"] or "", *match.span())
    for quantity in find_quantities(text):
        if quantity.kind == "bare" and not _is_ratio(text, quantity):
            continue
        sided = quantity.unit in ("位", "名") and text[max(0, quantity.start - 1) : quantity.start] in (
            "前",
            "后",
        )
        if sided or quantity.kind == "ordinal" or _inside((quantity.start, quantity.end), blocked):
            continue
        name = shared.get((quantity.start, quantity.end))
        yield _quantity(sentence, Setting(name, setting.year) if name else setting, clauses, quantity)
    for place in find_places(text):
        yield _fact(sentence, setting, clauses, "place", "地点", place.start, place.end)
    for low, high in find_organisations(text):
        yield _fact(sentence, setting, clauses, "organisation", "", low, high)
    for person in people:
        if person.sentence == sentence.number and person.office and sentence.role != "byline":
            start = text.find(person.name)
            yield _fact(
                sentence,
                setting,
                clauses,
                "person",
                person.office,
                start,
                start + len(person.name),
                private=person.private,
            )
    for one in enumerations(text):
        yield _fact(sentence, setting, clauses, "list", one.name, one.start, one.end)


def _is_ratio(text: str, quantity: Quantity) -> bool:
    """A number without a unit that is a value of its own: 收入比缩小到1.69, 综合指数3.92."""
    if "." not in quantity.text or quantity.scale:
        return False
    return not text[max(0, quantity.start - 2) : quantity.start].upper().endswith(("PM", "M"))


def _inside(span: Span, blocked: Sequence[Span]) -> bool:
    return any(span[0] < high and low < span[1] for low, high in blocked)


def _clause(clauses: Sequence[Span], at: int) -> Span:
    return next((span for span in clauses if span[0] <= at < span[1]), clauses[-1] if clauses else (0, 0))


def _left_words(text: str, at: int, clauses: Sequence[Span]) -> str:
    """The words directly in front of ``at`` in its clause, without verbs of being."""
    low, _ = _clause(clauses, at)
    left = _TAIL_VERBS.sub("", text[low:at])
    pieces = _DELIMITER.split(left)
    return pieces[-1][-16:] if pieces else ""


def _quantity(sentence: Sentence, setting: Setting, clauses: Sequence[Span], quantity: Quantity) -> Fact:
    text = sentence.text.text
    left = _left_words(text, quantity.start, clauses)
    change = _CHANGE.search(left)
    attribute = left
    if change and len(left) - len(change[0]) < 2:
        before = _last_attribute(text, quantity.start, clauses)
        attribute = before + left if before else left
    if quantity.kind == "count" and (not attribute or len(attribute) < 2):
        noun = _NOUN_AFTER.match(text[quantity.end :])
        attribute = noun[0] if noun else attribute
    unit = quantity.unit if quantity.kind != "money" else quantity.scale + quantity.unit
    return _fact(
        sentence, setting, clauses, quantity.kind, attribute, quantity.start, quantity.end,
        number=quantity.number if quantity.kind == "money" else quantity.value,
        unit=unit or None, modality=quantity.modality,
    )  # fmt: skip


def _last_attribute(text: str, at: int, clauses: Sequence[Span]) -> str:
    """The attribute of the value before: 优良天数68天，同比增加5天 is about 优良天数."""
    low, _ = _clause(clauses, at)
    earlier = [q for q in find_quantities(text[:low]) if q.kind not in ("ordinal", "bare")]
    return _left_words(text, earlier[-1].start, clauses) if earlier else ""


def _fact(
    sentence: Sentence, setting: Setting, clauses: Sequence[Span], kind: str, attribute: str, start: int, end: int, *,
    number: float | None = None, unit: str | None = None, modality: str | None = None, private: bool = False,
) -> Fact:  # fmt: skip
    text = sentence.text
    return Fact(
        kind=kind, subject=setting.subject, attribute=attribute, value=text.text[start:end], number=number, unit=unit,
        year=setting.year, modality=modality, private=private, sentence=sentence.number, start=start, end=end,
        clause=_clause(clauses, start), spans=text.spans(start, end), evidence=text.spans(),
    )  # fmt: skip


__all__ = ["find_facts", "surnames"]
