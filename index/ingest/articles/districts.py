"""Whose bulletin a page is: the area that it names most."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.ingest.formats.limits import watched
from index.language.lexicon import load_pattern
from index.language.scripts import simplify_each
from index.language.tokens import default_tokenizer
from index.records import Span

_SUFFIX = r"新区|开发区|经开区|高新区|区(?![域间别分块])|县(?!域)|市(?![场值价面容])|镇|街道|乡"
_NOT = load_pattern("ingest.districts.not")
_ZONE = load_pattern("ingest.districts.zone")
_PAPER = load_pattern("ingest.districts.paper")
_OF_PAPER = re.compile(rf"(?<![\u4e00-\u9fff])(?=([\u4e00-\u9fff]{{2,6}}))(?=[\u4e00-\u9fff]{{2,3}}{_PAPER.pattern})")
_CANDIDATES = tuple(
    (re.compile(rf"(?=([\u4e00-\u9fff]{{{size}}})({_SUFFIX}))"), size) for size in (2, 3)
)
_TOP_NAME = load_pattern("ingest.districts.top_name")
_OF_PARTY = load_pattern("ingest.districts.of_party")
_OWN_LEVEL = load_pattern("ingest.districts.own_level")
_SITE = load_pattern("ingest.districts.site")
_ISSUED = load_pattern("ingest.districts.issued")
_SPACED = load_pattern("ingest.districts.spaced")
_SECOND_LINE = 40  # code points below the name
_MASTHEAD = 120  # code points in which a paper says whose it is
_OFTEN = 3  # times that a name and its level are printed
_RUN = re.compile(r"[\u4e00-\u9fd5A-Za-z0-9+#&._%-]+")  # what the tokenizer cuts as one
_COUNTED = load_pattern("ingest.districts.counted")
_HILLS = load_pattern("ingest.districts.hills")  # 深山区 is no name, 萧山区 is
_NO_STEM = load_pattern("ingest.districts.no_stem")  # 节后开市, 绥河经济开发区 of which 河经济 is no stem
_MEASURES = frozenset("年月日个项名位家所座条万亿")
_BAD_START = frozenset("在是的了和与及为由向对到从把将让各全该本此于入出去来至我省市县区")


@dataclass(frozen=True, slots=True)
class Areas:
    """The names of areas in a text, in order: offsets, (name, weight, length of its stem), the one named most."""

    starts: tuple[int, ...]
    names: tuple[tuple[str, int, int], ...]
    home: str | None
    times: int

    @classmethod
    def of(cls, text: str) -> Areas:
        """The areas of a text."""
        found = sorted(_candidates(text))
        top = next(_first_line(text, found), None)
        found = sorted([*found, *_papers(text, found), *_mastheads(text, found), *([top] if top else [])])
        names = tuple((name, weight, size) for _, name, weight, size in found)
        counted = _counted(names)
        most = max(counted, key=lambda name: (counted[name] * _level(name), name), default=None)
        name = top[1] if top else ""
        city = name.endswith("市") and (most or "").endswith(("区", "县"))  # the page may speak of one district of it
        home = name if counted[name] > 1 and not city else most
        return cls(tuple(start for start, *_ in found), names, home, counted[home] if home else 0)

    def within(self, span: Span) -> Counter[str]:
        """How often each area is named between two offsets."""
        return _counted(self.names[bisect_left(self.starts, span[0]) : bisect_left(self.starts, span[1])])

    def district(self, span: Span, headlines: Sequence[Span]) -> str | None:
        """The area of an article: the one its page names most, unless it speaks of another.

        Args:
            span: of the article. headlines: spans of its headlines, which count four times.
        """
        own = self.within(span)
        for headline in headlines:
            for name, number in self.within(headline).items():
                own[name] += 3 * number
        best = max(own, key=lambda name: (own[name] * _level(name), name), default=None)
        home = self.home
        if home is not None and self.times > 1 and best is not None and _is_part(best, home):
            return home
        if home is not None and self.times > 1 and (own[home] > 0 or best is None or own[best] < 4):
            return home
        return best if best is not None and own[best] > 1 else None


def district_of(text: str) -> str | None:
    """The area that a text names most, at least twice."""
    areas = Areas.of(simplify_each(text))
    return areas.district((0, len(text)), ())


def _level(name: str) -> float:
    """Districts and counties before towns and cities: a page of a district names its city, too."""
    return 1.0 if name.endswith(("区", "县")) else 0.45 if name.endswith("市") else 0.15


def _is_part(name: str, home: str) -> bool:
    """A town is part of the county whose page speaks of it."""
    return bool(_ZONE.search(name)) and name.endswith(("镇", "乡", "街道")) and home.endswith(("区", "县", "市"))


def _is_name(stem: str, suffix: str) -> bool:
    """True for the stem of a name (中原), not for 全, 社区, 工业强 and the like."""
    if set(stem) & _BAD_START or _NOT.match(stem) or _COUNTED.match(stem) or _NO_STEM.search(stem + suffix):
        return False
    if stem[-1] == "乡" and suffix in ("镇", "街道"):  # 各乡镇
        return False
    if stem[-1] == "山":
        return len(stem) == 2 and not _HILLS.match(stem)
    return not _NOT.match(stem[-1]) and not (suffix == "区" and stem[-1] in "小社园城辖地街校景灾库片郊市矿厂学院")


def _candidates(text: str) -> Iterator[tuple[int, str, int, int]]:
    found = [(size, match) for pattern, size in _CANDIDATES for match in pattern.finditer(text)]
    found = [(size, match) for size, match in found if _is_name(match[1], match[2])]
    starts = set(_starts(text, {match.start() for _, match in found}))
    for size, match in found:
        counted = match[1][0] in _MEASURES and text[match.start() - 1 : match.start()].isdigit()  # 2023年度…
        if match.start() in starts and not counted:
            weight = 3 if _PAPER.match(text, match.end(2)) else 1
            yield match.start(), match[1] + match[2], weight, size


def _starts(text: str, wanted: set[int]) -> Iterator[int]:
    """Where words begin, in the stretches between marks that hold a place that is asked for."""
    for run in watched(_RUN.finditer(text)):
        if not wanted.isdisjoint(range(*run.span())):
            for token in default_tokenizer().words(run[0]):
                yield run.start() + token.start


def _papers(text: str, found: Sequence[tuple[int, str, int, int]]) -> Iterator[tuple[int, str, int, int]]:
    """赭山晚报 speaks for 赭山区, where the text names that once; rather than for 赭山高新区."""
    ordered = sorted(found, key=lambda one: (not _ZONE.search(one[1]), one[0]))
    stems = {re.sub(rf"(?:{_SUFFIX})$", "", name): (name, size) for _, name, _, size in ordered}
    for match in watched(_OF_PAPER.finditer(text)):
        named = next((stems[match[1][:size]] for size in (2, 3) if match[1][:size] in stems), None)
        if named is not None and _PAPER.match(text, match.start() + named[1]):
            yield match.start(), named[0], 3, named[1]


def _mastheads(text: str, found: Sequence[tuple[int, str, int, int]]) -> Iterator[tuple[int, str, int, int]]:
    """雁矶县交通运输局 among the first lines speaks for a page that says 雁矶 (大桥, 收费站) again and again."""
    for start, name, _, size in found:
        if start < _MASTHEAD and name.endswith(("区", "县")) and text.count(name[:size]) >= _OFTEN:
            yield start, name, 2, size


def _first_line(text: str, found: Sequence[tuple[int, str, int, int]]) -> Iterator[tuple[int, str, int, int]]:
    """梅浦文旅周刊 at the top speaks for 梅浦县, where that is named; 榆湾发布 for a 榆湾区 that it calls 全区.

    柳 泉 镇 报 is set with blanks between the letters.
    """
    if spaced := _SPACED.match(text):
        name = re.sub(r"\s", "", spaced["name"])
        if 3 <= len(name) <= 5 and _PAPER.match(re.sub(r"\s", "", spaced["paper"])):
            yield spaced.start("name"), name, 3, len(re.sub(rf"(?:{_SUFFIX})$", "", name))
            return
    if site := _SITE.match(text):
        yield site.start("name"), site["name"], 3, len(site["name"]) - 1
        return
    if party := _OF_PARTY.search(text, 0, _MASTHEAD):
        yield party.start("name"), party["name"], 3, len(party["name"]) - 1
        return
    match = _TOP_NAME.match(text)
    if match is None or not _ISSUED.search(text, match.end(), match.end() + _SECOND_LINE):
        return
    line = match["name"]
    counted = Counter((name, size) for _, name, _, size in found)
    for start in (re.match("[\u4e00-\u9fff]{2,3}市", line), re.match("", line)):  # 百棱市河阴区… is of the district
        rest = line[start.end() :] if start else ""
        named = {one: number for one, number in counted.items() if rest.startswith(one[0][: one[1]])}
        if named:
            name, size = max(named, key=lambda one: (rest.startswith(one[0]), named[one]))
            yield match.start("name"), name, 3, size
            return
    paper = _PAPER.search(line)
    if paper is None or paper.start() not in (2, 3) or text.count(line[: paper.start()]) < _OFTEN:
        return
    levels = Counter(_OWN_LEVEL.findall(text)).most_common(1)
    if levels and levels[0][1] >= _OFTEN and _is_name(line[: paper.start()], levels[0][0]):
        yield match.start("name"), line[: paper.start()] + levels[0][0], 3, paper.start()


def _counted(names: Iterable[tuple[str, int, int]]) -> Counter[str]:
    """Names with their weights; 原区 counts as 中原区 where that is what stands there nearly always."""
    short: Counter[str] = Counter()
    long: Counter[str] = Counter()
    for name, weight, size in names:
        (short if size == 2 else long)[name] += weight
    found: Counter[str] = Counter()
    for name, number in short.items():
        longer = [full for full in long if full.endswith(name) and long[full] >= 0.8 * number and number > 1]
        better = [full for full in longer if full[0] not in _BAD_START]
        found[better[0] if better else name] += number
    for name, number in long.items():
        if not any(name.endswith(other) for other in short):
            found[name] += number
    return found
