"""Headlines that nothing but their place tells, by weight: what speaks for a headline and what for a sub-heading.

A line is looked at where a text has come to its end above it and running text stands below. Every piece of evidence
has its points; a headline needs enough of them. Sub-headings come several to a text, are short and alike, and the text
below them goes on with the same matter: lines in such company need more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from index.ingest.articles.talk import speaks
from index.ingest.shapes.breaks import NEWS_OPENING, hangs, is_salutation, surely_broken, within_word
from index.ingest.shapes.cellkinds import names_column
from index.ingest.shapes.line import Line
from index.ingest.shapes.looks import FIRST_ITEM, LONGEST_HEADLINE, MARKS, is_notice, is_office
from index.language.lexicon import load_pattern, load_words
from index.language.numerals import parse_number

_ALIKE, _ENOUGH, _CLEAR, _MUCH = 3, 4, 5, 6  # points: among clear headlines, alone, clear, and among sub-headings
_PARALLEL = 2  # other lines that are built as one is
_LITTLE = 1  # points, among many headlines
_HEADS_OF_SHORTS = 3  # headlines of a page of short reports
_LONG_SECTION, _SPREAD = 9, 4  # code points of sub-headings, and by how many they differ
_FIGURES_OF_SHORT = 3  # figures in the first words of a report that stands for itself
_COLUMNS = 3  # words of a table's head
_GROUP = 3  # lines of a headline
_PAIR = 2  # of lines, of which one that is clear is enough; lines above one in text without empty lines
_OFFICES = 4  # lines between a text and its day
_BESIDE = 3  # lines from the first of a headline to the text below it
_NEAR = 3  # lines below it, itself included
_SHORT, _FULL = 6, 8  # code points: a shorter line is hardly a headline; a longer one is hardly a sub-heading
_LONG, _START = 13, 2
_LONGER = 2  # code points by which a headline exceeds the sub-headings above it
_FIRST_WORDS, _FIRST_LINES = 70, 4  # of the text below, in which a headline is told again
_CLAUSE = 30  # code points in which a report says where it was
AGAIN, _MOSTLY = 0.3, 0.55  # share of a headline that its text tells again
_SHORT_PARAGRAPH = 24  # code points
_KEYED = re.compile(r"^[^：:]{2,8}[：:]\s?\S")
_TOLD = re.compile(r"\d|[：:]\s?[\u4e00-\u9fff]{4}|[\u4e00-\u9fff”][\s\u3000]+[\u4e00-\u9fff“]{4}|[！!]")
_NAMES_AND_TELLS = re.compile(r"^[^，：:]{2,20}[：:][^，]+，[^，]+$")  # 巷长某某：一条船，三十年
_FIGURE = r"[\u4e00-\u9fff]{0,2}\d[\d.,%]*[\u4e00-\u9fff]{0,3}"
_FIGURES = re.compile(rf"{_FIGURE}(?:[\s\u3000]+{_FIGURE})+")  # 60公里　完成54公里
_NUMBERS = re.compile(r"\d[\d.]*")
_IN_FULL = load_pattern("ingest.weighing.in_full")
_CASE = load_pattern("ingest.weighing.case")
_FIRST = load_pattern("ingest.weighing.first")
_TALK_OPENS = load_pattern("ingest.weighing.talk_opens")
_DAY = load_pattern("ingest.weighing.day")
_ANNOUNCES = load_pattern("ingest.weighing.announces")
_SERVES = load_pattern("ingest.weighing.serves")
_SAID_OF = load_pattern("ingest.weighing.goes_on")
_ASKS = re.compile(r"[？?]$")
_BLANKS = re.compile(r"\s+")
_LETTERS = re.compile(r"[^\u4e00-\u9fffA-Za-z\d]+")
_HEADINGS = ("short", "tablecaption")
_RUNNING = ("body", "lead")


@dataclass(frozen=True, slots=True)
class Place:
    """A line that may be a headline.

    Attributes:
        at: its number. group: it, and the lines of the headline below it. closed: something closes the text above.
        below: the running text under it, as far as it tells. signed: who wrote, or when it was posted, stands between.
        apart: it stands behind an empty line. alone: no other such line is near.
        echo: share of the headline, by pairs of letters, that the first words of the text tell again.
        longer: than the sub-headings above it, which are alike in length.
        several: the page has other articles for certain. built_alike: another such line begins with the same letters.
        served: a telephone, or where to ask, closes the text above. board: notices hang on the page.
        announced: how many points follow, as the text above says.
    as_first: the first headline of the page is hardly longer, and one paragraph alone stands below either.
    """

    at: int
    group: tuple[Line, ...]
    closed: bool
    below: Line
    signed: bool
    apart: bool
    echo: float
    longer: bool = False
    alone: bool = False
    several: bool = False
    built_alike: bool = False
    served: bool = False
    board: bool = False
    announced: int = 0
    as_first: bool = False

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.group)


def echo(headline: str, text: str) -> float:
    """How much of the headline the first words of the text tell again, by pairs of letters."""
    head = _LETTERS.sub("", headline)
    pairs = {head[at : at + 2] for at in range(len(head) - 1)}
    below = _LETTERS.sub("", text[:_FIRST_WORDS])
    return sum(pair in below for pair in pairs) / len(pairs) if len(head) >= _SHORT else 0.0


def _opens(place: Place) -> bool:
    return bool(NEWS_OPENING.match(place.below.text) or _TALK_OPENS.match(place.below.text))


def _told_where(place: Place) -> bool:
    """某区, 某局 in full in the first clauses of the text."""
    return bool(_IN_FULL.search(place.below.text[:_CLAUSE]))


def _counts(place: Place) -> bool:
    return len(_NUMBERS.findall(place.below.text)) >= _FIGURES_OF_SHORT


def _heads_list(place: Place) -> bool:
    """重点签约项目 above （1）…: the list belongs to the text above it, unless a sort of text is named."""
    return bool(FIRST_ITEM.match(place.below.text)) and not (place.signed or is_sort(place.text))


def _tells_facts(place: Place) -> bool:
    """Figures, a day, an office in full: what a part of one long report hardly opens with."""
    return _counts(place) or _told_where(place) or bool(_DAY.match(place.below.text))


def _is_question(place: Place) -> bool:
    return bool(_ASKS.search(place.text))


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return frozenset(verb for line in load_words("event_verbs") for verb in line.split() if len(verb) > 1)


def _does(place: Place) -> bool:
    return any(verb in place.text for verb in _verbs())


def _may_break(place: Place) -> bool:
    last = place.group[-1].text
    dated = _opens(place) or place.below.kind == "lead" or _DAY.match(place.below.text)
    return "，" in last and not (dated or _NAMES_AND_TELLS.match(last) or last[-1] in "？?！!")


_EVIDENCE: tuple[tuple[str, int, Callable[[Place], bool]], ...] = (
    ("a lead opens the text", 5, lambda place: place.below.kind == "lead"),
    ("who wrote, or when it was posted, stands below", 5, lambda place: place.signed),
    ("the text opens as reports do", 2, _opens),
    ("the text names a day at once", 1, lambda place: bool(_DAY.match(place.below.text)) and not _opens(place)),
    ("the text says in full where or who", 1, _told_where),
    ("the text tells the headline again", 1, lambda place: place.echo >= AGAIN),
    ("the text tells most of the headline again", 1, lambda place: place.echo >= _MOSTLY),
    ("who wrote, the day, a table or a label closes the text above", 2, lambda place: place.closed),
    ("where to ask closes the text above", 2, lambda place: place.served and not place.closed),
    ("the text is full of figures", 1, _counts),
    ("it names a sort of text", 2, lambda place: _is_sort(place.text) or is_notice(place.text)),
    ("it stands apart", 1, lambda place: place.apart),
    ("it is built as the first article is, and tells facts", 4, lambda place: place.as_first and _tells_facts(place)),
    ("it is the only one", 1, lambda place: place.alone),
    ("other articles stand on the page", 1, lambda place: place.several),
    ("notices hang on the page", 2, lambda place: place.board),
    ("it is longer than the sub-headings above", 1, lambda place: place.longer),
    ("it has two lines", 1, lambda place: len(place.group) > 1),
    ("it has the length of a headline", 1, lambda place: len(place.text) >= _FULL),
    ("it tells a figure, two halves, a sort of text", 1, lambda place: _tells(place.text)),
    ("it tells who or where", 1, lambda place: _stands_out(place.text)),
    ("it tells what was done", 1, _does),
    ("it is too short", -2, lambda place: len(place.text) < _SHORT and not _tells(place.text)),
    ("it asks", -1, _is_question),
    ("a comma may break off a sentence", -3, _may_break),
    ("another is built as it is", -2, lambda place: place.built_alike),
    ("numbered items stand below", -3, _heads_list),
    ("the text goes on with what was told", -2, lambda place: bool(_SAID_OF.match(place.below.text))),
)


def weight(place: Place) -> int:
    """The points of all evidence that holds."""
    return sum(points for _, points, holds in _EVIDENCE if holds(place))


def weighed_heads(lines: Sequence[Line], sure: Sequence[int], first: int, several: bool, board: bool) -> list[int]:
    """The lines below the first headline that head articles by their weight; ``sure``: those that do for certain.

    Args:
        lines: of the page. sure, first: numbers of lines. several: other articles stand there for certain.
        board: notices hang there, one below the other.
    """
    places = [place for at in range(first + 1, len(lines)) if at not in sure and (place := _place_of(lines, at))]
    places = _without_points(places)
    places = [replace(place, built_alike=_is_built_alike(place, places)) for place in places]
    places = [replace(place, several=several or board, board=board) for place in places]
    places = _with_alike(lines, places, first)
    strong = {place.at for place in places if weight(place) >= _MUCH}
    if strong:
        places = [replace(place, several=True) for place in places]
    edges = sorted({first, *sure, *strong, len(lines)})
    found = set(strong)
    for low, high in pairwise(edges):
        company = [place for place in places if low < place.at < high]
        first_longer = next((place.at for place in company if place.longer), low)
        company = [place for place in company if place.at >= first_longer]
        found |= set(_of_company(company))
    return sorted(found | set(_of_shorts(places, found, [first, *sure], len(lines))))


def _with_alike(lines: Sequence[Line], places: Sequence[Place], first: int) -> list[Place]:
    """公交卡换新 and one paragraph, 老桥加固 and one paragraph: the title of a long report is longer than its parts."""
    heads = [first, *(place.at for place in places)]
    single = {at for at, end in pairwise([*heads, len(lines)]) if _is_one_paragraph(lines, at + 1, end)}
    told = first in single and len(places) >= _HEADS_OF_SHORTS and len(single) * 3 >= len(heads) * 2
    size = len(lines[first].text)
    return [replace(p, as_first=told and p.at in single and len(p.text) + 1 >= size) for p in places]


def _is_one_paragraph(lines: Sequence[Line], low: int, high: int) -> bool:
    """Running text right below, with no gap within, and nothing else."""
    run = lines[low:high]
    return bool(run) and all(line.kind in _RUNNING and not line.gap for line in run)


def _without_points(places: Sequence[Place]) -> list[Place]:
    """Below 下面讲三点意见。 the next three short lines head parts of the same text."""
    found: list[Place] = []
    left = 0
    for place in places:
        left = max(left - 1, place.announced)
        if not left:
            found.append(place)
    return found


def _is_built_alike(place: Place, places: Sequence[Place]) -> bool:
    """Another line begins with the same letters, or several have the same ones in the same places (从…到…)."""
    others = [other.text for other in places if other is not place]
    if any(text[:_START] == place.text[:_START] for text in others):
        return not _opens(place)
    same = [text for text in others if text[:1] == place.text[:1] and len(set(text[1:]) & set(place.text[1:])) > 0]
    return len(same) >= _PARALLEL and max(map(len, [*same, place.text])) <= _LONG_SECTION


def _of_shorts(places: Sequence[Place], found: set[int], sure: Sequence[int], end: int) -> Iterator[int]:
    """Where most lines of a page that may be headlines are, the others are, too; sub-headings come several, alike."""
    board = any(place.board for place in places)
    if not board and (len(found | set(sure)) < _HEADS_OF_SHORTS or 2 * len(found) < len(places)):
        return
    for low, high in pairwise(sorted({*sure, *found, end})):
        company = [place for place in places if low < place.at < high]
        least = _ENOUGH if len(company) > 1 and _are_alike(company) and not board else _LITTLE
        yield from (place.at for place in company if weight(place) >= least)


def _are_alike(places: Sequence[Place]) -> bool:
    """Short lines of about the same length: 游客来了, 果子走了, 年轻人回来了."""
    sizes = [len(place.text) for place in places]
    single = all(len(place.group) == 1 and not is_sort(place.text) for place in places)
    return single and max(sizes) <= _LONG_SECTION and max(sizes) - min(sizes) < _SPREAD


def _of_company(places: Sequence[Place]) -> Iterator[int]:
    """Those of the lines between two articles that are headlines themselves: all alike, if most are clear."""
    if len(places) == 1:
        places = [replace(places[0], alone=True)]
    asked = sum(map(_is_question, places))
    weights = [weight(place) for place in places]
    clear = sum(points >= _CLEAR for points in weights)
    most = 2 * clear > len(places) - (asked == 1) or 2 * clear == len(places) == _PAIR
    if most or len(places) == 1:
        least = _ENOUGH if len(places) == 1 else _ALIKE
        yield from (place.at for place, points in zip(places, weights, strict=True) if points >= least)


def _place_of(lines: Sequence[Line], at: int) -> Place | None:
    """What stands around a line that may be a headline; None for one that cannot be."""
    line = lines[at]
    if line.kind not in _HEADINGS or line.level or line.head or line.numbered or len(line.text) > LONGEST_HEADLINE:
        return None
    group = _group(lines, at)
    above = _text_above(lines, at)
    if above is None or not _is_finished(lines, above) or not may_head(line.text, len(group) > 1):
        return None
    if _names_columns(group):
        return None
    signed, below = _below(lines, at + len(group))
    if below is None or below.kind not in _RUNNING or _is_remark(below):
        return None
    closed = lines[above].kind not in _RUNNING or lines[at - 1].kind == "furniture"
    dense = not any(one.gap for one in lines[max(at - _PAIR, 0) : at + _NEAR])
    again = echo(" ".join(one.text for one in group), below.text)
    longer = _is_longer(lines, at)
    served = lines[above].kind == "body" and bool(_SERVES.search(lines[above].text))
    points = _ANNOUNCES.search(lines[above].text) if lines[above].kind == "body" else None
    announced = int(parse_number(points["n"])) if points else 0
    place = Place(at, group, closed, below, signed, line.gap > 0, again, longer, served=served, announced=announced)
    nearer = line.gap == 0 < lines[at + len(group)].gap  # to the text above it
    told = _opens(place) or again >= AGAIN or longer
    stands = (place.apart or closed or (dense and told)) and not nearer
    torn = line.text.count("，") > 1 or _is_torn(place)
    if not (stands or signed or below.kind == "lead") or (torn and not signed):
        return None
    return place


def _is_longer(lines: Sequence[Line], at: int) -> bool:
    """Two sub-headings of the same length stand above, as near as the texts below them let them, and this is longer."""
    above = [number for number in range(at) if _may_part(lines, number)][-_PAIR:]
    sizes = [len(lines[number].text) for number in above]
    alike = len(sizes) == _PAIR and max(sizes) - min(sizes) <= 1 and max(sizes) < _FULL
    least = max(_FULL, max(sizes, default=0) + _LONGER)
    return alike and len(lines[at].text) >= least and lines[above[0]].gap == lines[at].gap


def _may_part(lines: Sequence[Line], at: int) -> bool:
    """A short line between two paragraphs."""
    if not 0 < at < len(lines) - 1 or lines[at].kind != "short" or lines[at].head or lines[at].level:
        return False
    return lines[at - 1].kind in ("body", "caption") and lines[at + 1].kind == "body" and not lines[at].numbered


def _is_remark(below: Line) -> bool:
    short = len(below.text) <= _SHORT_PARAGRAPH and not below.ended
    return short and below.kind != "lead" and not below.text.endswith(("：", ":"))


def _names_columns(group: Sequence[Line]) -> bool:
    """园区名称 规上企业⏎（家）⏎产值: the head of a table without a frame, broken over lines."""
    words = " ".join(line.text for line in group).split()
    return len(words) >= _COLUMNS and 2 * sum(map(names_column, words)) >= len(words)


def _is_torn(place: Place) -> bool:
    """True where the last line of a headline and the text below it are one sentence."""
    last = place.group[-1].text
    if hangs(last) or surely_broken(last, place.below.text):
        return True
    free = place.below.kind == "lead" or _opens(place)
    return not free and within_word(last, place.below.text, strict=True)


def _group(lines: Sequence[Line], at: int) -> tuple[Line, ...]:
    """A line and those below it that belong to the same headline."""
    group = [lines[at]]
    for number in range(at + 1, min(at + _GROUP, len(lines))):
        line = lines[number]
        if line.kind != "short" or line.numbered or line.head or line.level or is_half(lines, number):
            break
        if line.gap and not (len(group) == 1 and _is_double(lines, at)):
            break
        group.append(line)
    return tuple(group)


def _below(lines: Sequence[Line], at: int) -> tuple[bool, Line | None]:
    """Whether somebody signs there, and the running text behind it, its first lines together."""
    signed = False
    while at < len(lines) and lines[at].kind in ("byline", "caption", "furniture"):
        signed, at = signed or lines[at].kind == "byline", at + 1
    if at >= len(lines):
        return signed, None
    line = lines[at]
    if _is_listed(lines, at):
        return signed, replace(line, kind="body")
    if is_half(lines, at):
        line = replace(line, kind="body", ended=lines[at + 1].ended)
    if line.kind not in _RUNNING:
        return signed, line
    text = ""
    for one in lines[at : at + _FIRST_LINES]:
        text += one.text
        if one.ended or len(text) >= _FIRST_WORDS:
            break
    return signed, replace(line, text=text, ended=line.ended or len(text) > len(line.text))


def _is_listed(lines: Sequence[Line], at: int) -> bool:
    """The first of several rows of a list: each stands alone, by its day and hour or by its number."""
    pair = lines[at : at + 2]
    return len(pair) > 1 and all(one.kind == "short" and one.numbered and one.ended for one in pair)


def is_half(lines: Sequence[Line], at: int) -> bool:
    """A short line between a gap and running text right below it, with a headline above the gap."""
    if at + 1 >= len(lines) or lines[at].kind != "short" or lines[at].numbered or not lines[at].gap:
        return False
    return lines[at + 1].kind == "body" and not lines[at + 1].gap and not lines[at].level and not lines[at].head


def _is_double(lines: Sequence[Line], at: int) -> bool:
    """A headline of two lines; an empty line stands between them only where one stands between all lines."""
    if at + 1 >= len(lines) or lines[at + 1].kind != "short":
        return False
    second = lines[at + 1]
    if not second.gap:
        return True
    if is_office(lines[at].text):
        return False  # who gave notice, below the notice
    around = [line for line in lines[max(at - 1, 1) : at + _BESIDE] if line.kind != "cells"]  # rows stand tight
    told = not (second.numbered or second.head or "，" in second.text or hangs(second.text) or second.gap > 1)
    return told and all(line.gap for line in around) and not NEWS_OPENING.match(second.text)


def finished_above(lines: Sequence[Line], at: int) -> bool:
    """A text that has come to its end, or who wrote it, stands above; nothing else than captions between."""
    above = _text_above(lines, at)
    return above is not None and _is_finished(lines, above)


def _text_above(lines: Sequence[Line], at: int) -> int | None:
    return next((n for n in range(at - 1, -1, -1) if lines[n].kind not in ("furniture", "caption")), None)


def _is_finished(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    return (line.kind in _RUNNING and line.ended) or line.kind == "cells" or _closes(lines, at)


def _closes(lines: Sequence[Line], at: int) -> bool:
    """Who wrote, or the day, perhaps with the offices that sign above it, below a finished text."""
    above = at - 1
    while above > at - _OFFICES and lines[at].kind == "dateline" and lines[above].kind == "short":
        above -= 1
    closing = above >= 0 and lines[at].kind in ("byline", "dateline")
    return closing and lines[above].kind in _RUNNING and lines[above].ended


def _is_sort(text: str) -> bool:
    """更正, 预告: nothing but the name of a sort of text."""
    return _BLANKS.sub("", text).lstrip(MARKS) in load_words("text_sorts") | load_words("notices")


def _tells(text: str) -> bool:
    """A figure, two halves, a sort of text: what sub-headings hardly have."""
    return bool(_TOLD.search(text)) or is_sort(text) or len(text) >= _LONG


def is_sort(text: str) -> bool:
    """True for a headline that ends with a sort of text: …通告, …安排, …名单."""
    return is_notice(text) or text.rstrip("”」』》").endswith(tuple(load_words("text_sorts")))


def _stands_out(text: str) -> bool:
    """Who or where: what a section of one long report hardly has in its heading."""
    return bool(_IN_FULL.search(text)) and not _CASE.match(text)


def may_head(text: str, double: bool = False) -> bool:
    """Neither an item of a list, figures alone, a key with its value, somebody who speaks, nor an office that signs."""
    told = _TOLD.search(text) or _NAMES_AND_TELLS.match(text)
    if _FIGURES.fullmatch(text) or (_FIRST.match(text) and not _is_sort(text)) or (_KEYED.match(text) and not told):
        return False
    if "、" in text and text.endswith(tuple(load_words("offices"))):
        return False  # those who spoke; the last one's name stands in the next line
    return not (speaks(text) or is_salutation(text) or (not double and is_office(text)) or (hangs(text) and not double))
