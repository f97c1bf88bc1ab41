"""Groups that 分别 lines up: 签约、开工、投产项目分别为2个、6个、7个，总投资分别为2亿元、31.2亿元、29.2亿元."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from index.extraction.programmes.batches import Statement, category_of, find_statements
from index.extraction.programmes.cues import NUMBER, find_stage
from index.extraction.words.money import find_amounts, kind_names
from index.language.lexicon import load_pattern, rounds
from index.language.numerals import parse_number
from index.records import Investment, Span

_GROUPS = re.compile(
    rf"(?P<labels>[^，,。；;：:（）\d]{{2,14}}?(?:[、和及][^，,。；;：:（）、\d]{{2,10}}?)+?)(?:项目"
    rf"|工程)?(?:个数|数量|数)?分别(?:为|有|达到|达|是)?"
    rf"(?P<counts>{NUMBER}个(?:[、，,和]\s?{NUMBER}个)+)"
)
_ROUNDS = re.compile(
    rf"前(?P<n>{NUMBER})(?P<what>{rounds()})(?P<of>[^，,。；;：:\d]{{0,14}}?)(?:活动|项目)?(?:共|均|已)?分别"
)
_DAYS = load_pattern("extraction.aligned.days")
_COUNTS = re.compile(
    rf"(?:项目|工程)(?:个数|数量|数)?分别(?:为|有|达到|达|是)?(?P<counts>{NUMBER}个(?:(?:、|和|及){NUMBER}个)+)"
)
_STAGED = re.compile(  # 前三轮分别开工45个、38个和35个
    rf"分别(?P<stage>(?:集中)?(?:签约|开工|动工|投产|竣工)(?:项目)?)(?:了|为|有)?(?P<counts>{NUMBER}个(?:(?:、|和|及){NUMBER}个)+)"
)
_FIRSTS = "零一二三四五六七八九"
_AMOUNTS = load_pattern("extraction.aligned.amounts")
_SERIES = load_pattern("extraction.aligned.series")
_ABOUT_GROUPS = load_pattern("extraction.aligned.about_groups")
_JOINT = load_pattern("extraction.aligned.joint")
_MEMBERS = load_pattern("extraction.aligned.members")


def find_groups(
    text: str, *, active: bool = False, stops: Sequence[Span] = (), named: Collection[str] = ()
) -> tuple[Statement, ...]:
    """Every stated group of a sentence, in order; arguments as of ``find_statements``."""
    if not _ABOUT_GROUPS.search(text):
        return ()
    lined, (start, end) = find_aligned(text) if "分别" in text else ((), (0, 0))
    others = [s for s in find_statements(text, active=active, stops=stops, named=named) if not start <= s.at < end]
    others = _handed_out(text, others) if "分别" in text else others
    return tuple(sorted((*lined, *others), key=lambda one: one.start)) if lined else tuple(others)


def _handed_out(text: str, found: list[Statement]) -> list[Statement]:
    """省重点项目12个、市重点项目38个，总投资分别为156亿元和320亿元: each group gets its own amount."""
    for size in range(len(found), 1, -1):
        last = found[-1]
        first = _AMOUNTS.search(text, last.after)
        if first is not None and _MEMBERS.search(text, last.after, first.start()):
            break  # 2个，分别是甲项目和乙项目，总投资分别为15亿元和12亿元: of the two that are named
        rows = list(_amounts(text, last.after, len(text), size))
        if not rows:
            continue
        end = max(high for _, high in rows)
        behind = len(found) - size
        for index in range(behind, len(found)):
            own = tuple(amounts[index - behind] for amounts, _ in rows)
            kept = tuple(one for one in found[index].amounts if one.kind not in {a.kind for a in own})
            found[index] = replace(found[index], amounts=(*kept, *own), end=max(found[index].end, end))
        break
    return found


def find_aligned(text: str) -> tuple[tuple[Statement, ...], Span]:
    """The groups of the first such enumeration in ``text``, and the span it takes ((0, 0) for none)."""
    if (of_rounds := _of_rounds(text)) is not None:
        return of_rounds
    match = _GROUPS.search(text)
    if match is None:
        return (), (0, 0)
    labels = [label for label in _JOINT.split(match["labels"]) if label]
    counts = [int(parse_number(n)) for n in re.findall(rf"({NUMBER})个", match["counts"])]
    if len(labels) != len(counts) or not all(map(_is_label, labels)):
        return (), (0, 0)
    stop = re.search(r"[。；;]", text[match.end() :])
    limit = match.end() + stop.start() if stop else len(text)
    rows = list(_amounts(text, match.end(), limit, len(counts)))
    end = max([match.end(), *(high for _, high in rows)])
    found = tuple(
        Statement(
            match.start(), end, match.start("counts"), end, f"{label}项目", count, category_of(label),
            tuple(amounts[index] for amounts, _ in rows), part="其中" in text[: match.end()],
        )
        for index, (label, count) in enumerate(zip(labels, counts, strict=True))
    )  # fmt: skip
    return found, (match.start(), end)


def _of_rounds(text: str) -> tuple[tuple[Statement, ...], Span] | None:
    """前三批活动分别于1月、3月、5月举行，项目分别为21个、24个、19个: each round with its own day, number and amount."""
    match = _ROUNDS.search(text)
    size = int(parse_number(match["n"])) if match else 0
    staged = _STAGED.match(text, match.end() - len("分别")) if match else None
    counted = staged or (_COUNTS.search(text, match.start()) if match else None)
    if match is None or counted is None or not 1 < size < len(_FIRSTS):
        return None
    if re.search("[。；;]", text[match.end() : counted.start()]):
        return None
    counts = [int(parse_number(n)) for n in re.findall(rf"({NUMBER})个", counted["counts"])]
    dated = _DAYS.search(text, match.start(), counted.start())
    stage = staged["stage"].removesuffix("项目") if staged else ""
    days = re.split("[、和及]", dated["days"]) if dated else []
    if len(counts) != size or (days and len(days) != size):
        return None
    stop = re.search(r"[。；;]", text[counted.end() :])
    limit = counted.end() + stop.start() if stop else len(text)
    rows = list(_amounts(text, counted.end(), limit, size))
    end = max([counted.end(), *(high for _, high in rows)])
    found = tuple(
        Statement(
            match.start(), end, counted.start("counts"), end,
            f"第{_FIRSTS[index + 1]}{match['what']}{match['of']}{stage}项目", count, None,
            tuple(amounts[index] for amounts, _ in rows), day=days[index] if days else None,
        )
        for index, count in enumerate(counts)
    )  # fmt: skip
    return found, (match.start(), end)


def _is_label(label: str) -> bool:
    return bool(find_stage(label) or category_of(label))


def _amounts(text: str, start: int, limit: int, size: int) -> Iterator[tuple[list[Investment], int]]:
    """(one amount for each group, where they end) for every kind that is lined up behind the counts."""
    for match in _AMOUNTS.finditer(text, start, limit):
        words = [word for word in kind_names() if match["kind"].endswith(word)]
        kind = kind_names()[max(words, key=len)] if words else None
        series = _SERIES.match(text, match.end(), limit)
        found = list(find_amounts(series[0])) if series else []
        if kind is None or len(found) != size:
            continue
        values = [
            Investment(
                kind, a.investment.value, a.investment.unit, a.investment.currency, a.investment.modality
            )
            for a in found
        ]
        yield values, match.end() + found[-1].end
