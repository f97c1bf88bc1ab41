"""Whole pages with other districts, brands, periods and figures: the same rows and batches with the replacements."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

import pytest

from index.extraction import extract
from index.ingest import read_file
from index.language.tokens import default_tokenizer
from index.records import Batch, Extraction, ProjectRow
from tests.conftest import ROOT

FOLDERS = (
    ROOT / "tests" / "extraction" / "reading" / "bulletins", ROOT / "tests" / "ingest" / "pages",
    ROOT / "data" / "golden" / "dev" / "bulletins", ROOT / "data" / "bulletins",
)  # fmt: skip
WORDS = ("项目".encode(), "工程".encode())
PAGES = sorted(
    file for folder in FOLDERS if folder.is_dir() for file in folder.iterdir()
    if file.suffix in (".txt", ".md", ".html") and any(word in file.read_bytes() for word in WORDS)
)  # fmt: skip
STEMS = ("芦桂", "沅陶", "汶郜", "滦坊", "郯湖", "淇奉", "岱屏")
BRANDS = ("鑫铎", "焱驰", "珺恺", "昇翊", "钰沣", "皓璟", "煜泓", "锐骐", "泽堃", "骏弘")
NUMERALS = "一二三四五六七八九"
DECIMAL = re.compile(r"(?<![\d.])(?!20\d\d\.)\d{1,6}\.\d{1,2}(?![\d.])")
PERIOD = re.compile(rf"第[{NUMERALS}]期|[一二三四]季度")

Change = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Found:
    """What is compared of a page."""

    rows: tuple[tuple[object, ...], ...]
    batches: tuple[tuple[object, ...], ...]


def read(file: Path) -> list[Extraction]:
    return [extract(article) for article in read_file(file).articles]


def printed(period: int | str | None) -> str | None:
    return f"第{NUMERALS[period - 1]}期" if isinstance(period, int) and period < 10 else period and str(period)


def row_key(row: ProjectRow, change: Change) -> tuple[object, ...]:
    said = (row.name, row.programme, row.stage, row.district, row.place, row.owner, printed(row.period))
    money = tuple((one.kind, change(f"{one.value:g}"), one.unit, one.currency) for one in row.investments)
    return (*(change(value) if isinstance(value, str) else value for value in said), money)


def batch_key(batch: Batch, change: Change) -> tuple[object, ...]:
    said = (batch.programme, batch.stage, batch.district, batch.category, printed(batch.period), batch.count)
    money = tuple((one.kind, change(f"{one.value:g}"), one.unit) for one in batch.amounts)
    names = tuple(map(change, batch.names))
    return (*(change(value) if isinstance(value, str) else value for value in said), money, names)


def found(pages: list[Extraction], change: Change) -> Found:
    return Found(
        tuple(row_key(row, change) for page in pages for row in page.projects),
        tuple(batch_key(one, change) for page in pages for one in page.batches),
    )


def districts(text: str, pages: list[Extraction], rng: random.Random) -> Change:
    """Every district under another name."""
    names = dict.fromkeys(b.district for p in pages for b in (*p.projects, *p.batches) if b.district)
    stems = [name[:-1] for name in names if len(name) == 3 and name[-1] in "区县市"]
    return swap(dict(zip(stems, rng.sample(STEMS, min(len(stems), len(STEMS))), strict=False)))


def brands(text: str, pages: list[Extraction], rng: random.Random) -> Change:
    """Every project that opens with a word of no dictionary under another brand."""
    places = {b.district[:2] for p in pages for b in (*p.projects, *p.batches) if b.district}
    heads = dict.fromkeys(row.name[:2] for p in pages for row in p.projects)
    own = [
        head for head in heads
        if re.fullmatch(r"[\u4e00-\u9fff]{2}", head) and head not in places and not set(head) & set("区县市镇省第一二三四五六七八九")
        and default_tokenizer().frequency(head) == 0
    ]  # fmt: skip
    return swap(dict(zip(own, rng.sample(BRANDS, min(len(own), len(BRANDS))), strict=False)))


def figures(text: str, pages: list[Extraction], rng: random.Random) -> Change:
    """Every decimal figure with other digits."""
    shift = rng.randint(1, 8)
    whole = set(DECIMAL.findall(text))  # a figure that a line break cuts in two stays as it is

    def digits(match: re.Match[str]) -> str:
        if match[0] not in whole or not match[0].split(".")[1].strip("0"):
            return match[0]
        return "".join(str((int(sign) - 1 + shift) % 9 + 1) if sign in "123456789" else sign for sign in match[0])

    return lambda piece: DECIMAL.sub(digits, piece)


def periods(text: str, pages: list[Extraction], rng: random.Random) -> Change:
    """Every 第七期 and every quarter as the next one."""

    def following(match: re.Match[str]) -> str:
        signs = NUMERALS if match[0].startswith("第") else NUMERALS[:4]
        return re.sub(f"[{signs}]", lambda one: signs[(signs.index(one[0]) + 1) % len(signs)], match[0])

    return lambda piece: PERIOD.sub(following, piece)


def swap(table: dict[str, str]) -> Change:
    """Replaces the keys of ``table`` in one pass."""
    if not table:
        return lambda piece: piece
    pattern = re.compile("|".join(map(re.escape, table)))
    return lambda piece: pattern.sub(lambda match: table[match[0]], piece)


def everything(text: str, pages: list[Extraction], rng: random.Random) -> Change:
    """All of these at once."""
    changes = [kind(text, pages, rng) for kind in (districts, brands, figures, periods)]
    return lambda piece: reduce(lambda held, change: change(held), changes, piece)


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_rows_and_batches_follow_the_page(file: Path, tmp_path: Path) -> None:
    text = file.read_text(encoding="utf-8-sig")
    pages = read(file)
    if not any(page.projects or page.batches for page in pages):
        return
    change = everything(text, pages, random.Random(file.stem))
    assert change(text) != text
    other = tmp_path / file.name
    other.write_text(change(text), encoding="utf-8")
    wanted, got = found(pages, change), found(read(other), str)
    assert got.rows == wanted.rows
    assert got.batches == wanted.batches
