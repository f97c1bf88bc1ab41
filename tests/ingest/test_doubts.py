"""What is doubtful about a reading is told, and nothing where nothing is."""

from __future__ import annotations

import pytest

from index.ingest import read_text

HEAD = "2024年4月10日 星期三 第2版\n\n"
NEWS = "芦溪区18个项目集中开工\n\n本报讯（记者 安若素）4月9日，芦溪区举行重点项目集中开工活动，总投资46.3亿元，区委书记褚良玉宣布开工。\n"


def test_a_sound_page_gives_no_warning() -> None:
    assert read_text(HEAD + NEWS, "x.txt").warnings == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (NEWS, "不知道是哪一年的：《芦溪区18个项目集中开工》"),
        (HEAD + NEWS[NEWS.index("本报") :], "没有认出标题"),
        (HEAD + NEWS.replace("，区委书记褚良玉宣布开工。", "，年度计划投资12"), "在“年度计划投资12”处断了"),
    ],
)  # fmt: skip
def test_doubts_are_told(text: str, says: str) -> None:
    warnings = read_text(text, "x.txt").warnings
    assert any(says in warning for warning in warnings), warnings
