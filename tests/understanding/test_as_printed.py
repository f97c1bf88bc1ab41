"""A question's rounds, spans of months and measures are put as the texts near it print them."""

from __future__ import annotations

import pytest

from index.understanding.printed import as_printed


@pytest.mark.parametrize(
    ("asked", "printed", "read"),
    [
        ("水厂第二期进度", "水厂二期主体封顶", "水厂二期进度"),
        ("第二期签了几个", "第2期签约6个,水厂二期封顶", "第二期签了几个"),
        ("第二期签了几个", "第12期签约6个,十二期开工", "第二期签了几个"),
        ("1至8月税收多少", "截至8月底,税收3亿元", "截至8月底税收多少"),
        ("1至8月税收多少", "1至8月税收2亿元;截至8月底,入库3亿元", "1至8月税收多少"),
        ("茶园总面积多少", "茶园面积3万亩", "茶园面积多少"),
        ("茶园总面积多少", "茶园总面积3万亩,采摘面积1万亩", "茶园总面积多少"),
    ],
)
def test_a_question_is_put_as_it_is_printed(asked: str, printed: str, read: str) -> None:
    assert as_printed(asked, printed) == read
