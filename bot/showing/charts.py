"""Charts: pictures with Chinese glyphs where a font is found, else the same figures as text."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.showing.cutting import cut
from bot.showing.render import HTML

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts", "/System/Library/Fonts",
            "/Library/Fonts", "C:/Windows/Fonts")  # fmt: skip
_NAMES = re.compile(
    r"(NotoSans(Mono)?CJK|NotoSansSC|NotoSansHans|SourceHanSans|wqy|msyh|PingFang|simhei|DroidSansFallback)",
    re.I,
)
_PROOF = "签约开工投产億元"
_WIDTH, _MARGIN, _PANEL = 1080, 56, 380  # pixels
_INK, _SOFT, _LINE = "#1f2933", "#6b7785", "#dfe4ea"
_COLOURS = ("#2f6fb0", "#e08a2e", "#3f9c6d", "#8a5fb5", "#c2504f", "#5a8f9c")
_BLOCK = "▇"


@dataclass(frozen=True, slots=True)
class Series:
    """One colour: a value for each group, None where nothing is printed."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars of one unit; ``groups`` are the labels along the axis, oldest first."""

    title: str
    unit: str
    groups: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Panels under one title; ``note`` says where the figures are from."""

    title: str
    panels: tuple[Panel, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Moment:
    """One step of a project: when, what, and a line more."""

    when: str
    what: str
    more: str


def figure(value: float) -> str:
    """12.5, 7: without idle zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


# ---- as text


def as_text(chart: Chart) -> str:
    """The chart as HTML with bars of blocks."""
    parts = [HTML.bold(chart.title)]
    for panel in chart.panels:
        most = max((v for s in panel.series for v in s.values if v), default=1.0)
        lines = [f"{panel.title}（{panel.unit}）"]
        for at, group in enumerate(panel.groups):
            lines.append(HTML.plain(group))
            for one in panel.series:
                value = one.values[at]
                if value is not None:
                    bar = _BLOCK * max(1, round(value / most * 10))
                    lines.append(f"  {HTML.plain(one.name)} {bar} {figure(value)}")
        parts.append("\n".join(lines))
    return "\n\n".join([*parts, HTML.plain(chart.note)])


# ---- as a picture


def picture(chart: Chart) -> bytes | None:
    """The chart as a PNG; None where no font with Chinese glyphs is found."""
    if font_file() is None:
        return None
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (_WIDTH, 150 + _PANEL * len(chart.panels) + 70), "white")
    draw = ImageDraw.Draw(image)
    draw.text((_MARGIN, 36), _fitted(draw, chart.title, 38, _WIDTH - 2 * _MARGIN), _INK, _font(38, bold=True))
    _legend(draw, [one.name for one in chart.panels[0].series] if chart.panels else [])
    for number, panel in enumerate(chart.panels):
        _bars(draw, panel, 150 + number * _PANEL)
    draw.text((_MARGIN, image.height - 52), chart.note, _SOFT, _font(22))
    return _png(image)


def timeline_picture(title: str, moments: Sequence[Moment], note: str) -> bytes | None:
    """A project's steps from top to bottom as a PNG; None where no font is found."""
    if font_file() is None:
        return None
    from PIL import Image, ImageDraw

    step = 132
    image = Image.new("RGB", (_WIDTH, 170 + step * len(moments) + 50), "white")
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(_wrapped(draw, title, 38, _WIDTH - 2 * _MARGIN)[:2]):
        draw.text((_MARGIN, 32 + 48 * number), line, _INK, _font(38, bold=True))
    x = 330
    draw.line((x, 160, x, 160 + step * len(moments) - 40), _LINE, 6)
    for number, moment in enumerate(moments):
        y = 176 + step * number
        colour = _COLOURS[number % len(_COLOURS)]
        draw.ellipse((x - 15, y - 2, x + 15, y + 28), colour)
        width = draw.textlength(moment.when, _font(26))
        draw.text((x - 40 - width, y - 4), moment.when, _SOFT, _font(26))
        draw.text((x + 44, y - 8), _fitted(draw, moment.what, 32, 640), _INK, _font(32, bold=True))
        for at, line in enumerate(_wrapped(draw, moment.more, 25, 640)[:2]):
            draw.text((x + 44, y + 36 + 34 * at), line, _SOFT, _font(25))
    draw.text((_MARGIN, image.height - 48), note, _SOFT, _font(22))
    return _png(image)


def _legend(draw: ImageDraw, names: Sequence[str]) -> None:
    x = float(_MARGIN)
    for name, colour in zip(names, _COLOURS, strict=False):
        draw.rounded_rectangle((x, 102, x + 26, 128), 5, colour)
        draw.text((x + 36, 96), name, _INK, _font(26))
        x += 36 + draw.textlength(name, _font(26)) + 40


def _bars(draw: ImageDraw, panel: Panel, top: int) -> None:
    draw.text((_MARGIN, top), f"{panel.title}（{panel.unit}）", _INK, _font(27, bold=True))
    most = max((v for s in panel.series for v in s.values if v), default=1.0)
    floor, room = top + _PANEL - 74, _PANEL - 74 - 84
    for part in range(5):
        y = floor - room * part / 4
        draw.line((_MARGIN, y, _WIDTH - _MARGIN, y), _LINE, 3 if part == 0 else 1)
    width = (_WIDTH - 2 * _MARGIN) / max(len(panel.groups), 1)
    bar = min(86.0, width * 0.8 / max(len(panel.series), 1))
    for at, group in enumerate(panel.groups):
        middle = _MARGIN + width * (at + 0.5)
        left = middle - bar * len(panel.series) / 2
        for number, one in enumerate(panel.series):
            value = one.values[at]
            if value is None:
                continue
            x, height = left + bar * number, max(2.0, room * value / most)
            draw.rounded_rectangle(
                (x + 4, floor - height, x + bar - 4, floor), 4, _COLOURS[number % len(_COLOURS)]
            )
            label = figure(value)
            size = 23 if bar >= 60 else 18
            shift = draw.textlength(label, _font(size)) / 2
            draw.text((x + bar / 2 - shift, floor - height - size - 8), label, _INK, _font(size))
        for row, line in enumerate(_wrapped(draw, group, 24, width - 8)[:2]):
            draw.text(
                (middle - draw.textlength(line, _font(24)) / 2, floor + 10 + 29 * row), line, _SOFT, _font(24)
            )


def _wrapped(draw: ImageDraw, text: str, size: int, width: float) -> list[str]:
    lines = [""]
    for sign in text:
        if lines[-1] and draw.textlength(lines[-1] + sign, _font(size)) > width:
            lines.append("")
        lines[-1] += sign
    return lines


def _fitted(draw: ImageDraw, text: str, size: int, width: float) -> str:
    shown = text
    while len(shown) > 2 and draw.textlength(shown, _font(size, bold=True)) > width:
        shown = cut(text, len(shown) - 1)
    return shown


def _png(image: Any) -> bytes:
    held = io.BytesIO()
    image.save(held, "PNG", optimize=True)
    return held.getvalue()


# ---- fonts


@cache
def font_file() -> tuple[str, int] | None:
    """(file, number of the face in it) of a font that has simplified and traditional glyphs; or None."""
    if find_spec("PIL") is None:
        return None
    return next((found for path in _candidates() if (found := _usable(path))), None)


def _candidates() -> Iterator[Path]:
    """Fonts of this machine first: they have rare characters that the one in the package leaves out."""
    for root in _FOLDERS:
        folder_path = Path(root).expanduser()
        if folder_path.is_dir():
            yield from sorted(p for p in folder_path.rglob("*.[to]t[fc]") if _NAMES.search(p.name))
    yield from sorted(Path(str(files("data") / "fonts")).glob("*.otf"))


def _usable(path: Path) -> tuple[str, int] | None:
    """The face for simplified Chinese, if its glyphs are there."""
    from PIL import ImageFont

    faces: list[tuple[bool, int]] = []
    for number in range(12):
        try:
            font = ImageFont.truetype(str(path), 24, index=number)
        except (OSError, ValueError):
            break
        if not _has_glyphs(font):
            continue
        faces.append((not (font.getname()[0] or "").endswith(("SC", "CN", "Hei")), number))
    return (str(path), min(faces)[1]) if faces else None


def _has_glyphs(font: FreeTypeFont) -> bool:
    missing = bytes(font.getmask("\U0010fffd"))
    shapes = [bytes(font.getmask(sign)) for sign in _PROOF]
    return len(set(shapes)) == len(shapes) and missing not in shapes


@cache
def _font(size: int, *, bold: bool = False) -> FreeTypeFont:
    from PIL import ImageFont

    held = font_file()
    assert held is not None
    font = ImageFont.truetype(held[0], size, index=held[1])
    with contextlib.suppress(OSError):  # a font of one weight
        font.set_variation_by_axes([700 if bold else 400])
    return font
