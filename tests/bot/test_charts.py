"""Charts: pictures with the right glyphs, and the same figures as text."""

from __future__ import annotations

import io
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFont

from bot.showing import charts
from bot.showing.charts import Chart, Moment, Panel, Series, as_text, picture, timeline_picture

CHART = Chart(
    "青禾区“三个一批”投资和项目数",
    (
        Panel(
            "总投资", "亿元", ("第二期", "第三期"), (Series("签约", (14.0, 2.5)), Series("开工", (None, 31.25)))
        ),
        Panel("项目数", "个", ("第二期", "第三期"), (Series("签约", (3, 2)), Series("开工", (7, None)))),
    ),
    "数据来自公报",
)  # fmt: skip


def _image(content: bytes | None) -> Image.Image:
    assert content is not None
    return Image.open(io.BytesIO(content)).convert("RGB")


def test_a_picture_has_a_bar_for_every_figure() -> None:
    image = _image(picture(CHART))
    assert image.format is None and image.width == 1080 and image.height > 900
    colours = {colour for _, colour in image.getcolors(1 << 24) or ()}
    assert {(0x2F, 0x6F, 0xB0), (0xE0, 0x8A, 0x2E)} <= colours


def test_bars_are_as_high_as_their_figures() -> None:
    tall = Chart(
        "甲", (Panel("总投资", "亿元", ("一",), (Series("签约", (10.0,)), Series("开工", (5.0,)))),), "注"
    )
    image = _image(picture(tall))
    heights = {}
    for name, colour in (("签约", (0x2F, 0x6F, 0xB0)), ("开工", (0xE0, 0x8A, 0x2E))):
        rows = np.flatnonzero((np.asarray(image)[150:] == colour).all(axis=2).any(axis=1))
        heights[name] = int(rows[-1] - rows[0])
    assert heights["签约"] == pytest.approx(2 * heights["开工"], rel=0.03)


def test_the_font_of_the_package_has_simplified_and_traditional_glyphs() -> None:
    (path,) = sorted(Path(str(files("data") / "fonts")).glob("*.otf"))
    font = ImageFont.truetype(str(path), 24)
    missing = bytes(font.getmask("\U0010fffd"))
    for sign in "签约开工投产亿元项目簽約開工投產億元項目縣區鎮垚喆“”（）、。·0123456789.%":
        assert bytes(font.getmask(sign)) != missing, sign


def test_without_a_font_the_figures_stand_in_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charts, "font_file", lambda: None)
    assert picture(CHART) is None
    assert timeline_picture("甲", [Moment("2024年", "签约", "")], "注") is None
    lines = as_text(CHART).splitlines()
    assert "<b>青禾区“三个一批”投资和项目数</b>" in lines
    for figure in ("14", "2.5", "31.25", "3", "7"):
        assert any(line.endswith(f" {figure}") for line in lines), figure


def test_a_timeline_grows_with_its_steps_and_takes_long_names() -> None:
    one = [Moment("2024年2月6日", "签约", "总投资3.5亿元")]
    short_picture = _image(timeline_picture("云杉智能仓储项目" * 12, one, "数据来自公报"))
    long_picture = _image(timeline_picture("云杉智能仓储项目", one * 6, "数据来自公报"))
    assert long_picture.height > short_picture.height
