"""Half-width punctuation: full stops are told from decimal points, and nothing moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.marks import is_narrow, widened


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("增长3.5%.其中,城区增长4%.", "增长3.5%。其中，城区增长4%。"),
        ("噪声昼间53.7,夜间44.1.各镇均设点.", "噪声昼间53.7，夜间44.1。各镇均设点。"),
        ("比例为3.2:46.1:50.7.", "比例为3.2:46.1:50.7。"),
        ('获"绿旗".今年起执行:一是少,二是快;', '获"绿旗"。今年起执行：一是少，二是快；'),
        ("接待游客12,300人次,时间:8:30,网址www.lt.gov.cn", "接待游客12,300人次，时间：8:30，网址www.lt.gov.cn"),
        ("1.项目进展\n一.总体情况", "1.项目进展\n一.总体情况"),
        ("附图.jpg 等等...", "附图.jpg 等等..."),
        ("增长6.\n2%.", "增长6.\n2%。"),
    ],
)
def test_marks_are_widened_where_they_divide(typed: str, read: str) -> None:
    assert widened(typed) == read


def test_a_text_is_narrow_where_its_full_stops_are() -> None:
    assert is_narrow("全年完成32项.其中,新建9项.")
    assert not is_narrow("全年完成32项,增长5.1%。其中,新建9项。")
    assert not is_narrow("完成投资3.5亿元，增长2.1%")


@given(st.text(alphabet="天地1260.,;:%()“” \n", max_size=60))
def test_no_sign_moves(text: str) -> None:
    wide = widened(text)
    assert len(wide) == len(text)
    assert [a for a in text if a not in ".,;:"] == [b for a, b in zip(text, wide, strict=True) if a not in ".,;:"]
