"""The asking words and turns of a region are read as those of the standard language; other words stay as they are."""

from __future__ import annotations

import pytest

from index.understanding.speech import plain


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("那座桥有好长", "那座桥有多长"),
        ("校区开学了冇", "校区开学了没有"),
        ("水通了没得", "水通了没有"),
        ("展馆能进去耍不", "展馆能进去耍吗"),
        ("头一拨放出来几多套", "首批放出来多少套"),
        ("收了好多", "收了多少"),
        ("去了几多号人", "去了多少人"),
        ("会是哪个主持的", "会是谁主持的"),
        ("上台讲经验的是哪个", "上台讲经验的是谁"),
        ("啥年头入的党", "哪年入党"),
        ("会搁哪疙瘩开的", "会在哪里开的"),
        ("几时能弄好", "几时能完工"),
        ("头季度卖了几个亿哟", "一季度卖了多少亿"),
        ("上一年交了几多税嘞", "去年交了多少税"),
        ("路修了多长了", "路完成多少公里"),
        ("七期一口气开了几个工", "七期开工了几个"),
        ("“两不愁”到底是啥东西", "“两不愁”是什么意思"),
        ("米店、布店这两样加一块儿有几家", "米店、布店加起来有几家"),
        ("跳绳冠亚季军都是谁", "跳绳前三名是哪些"),
        ("那几处茶园，全动起来了没", "那几处茶园，都开工了吗"),
        ("养老院盖成啥样了", "养老院建到哪一步了"),
        ("报名最晚能拖到几号", "报名延到几号"),
        ("搬迁的一户给几千块", "搬迁的一户给多少钱"),
        ("写老街那篇的是谁", "老街那篇稿子是谁写的"),
        ("渠修下来一共要几个亿", "渠总投资多少亿"),
    ],
)
def test_regional_forms_are_read_as_the_standard_ones(typed: str, read: str) -> None:
    assert plain(typed) == read


@pytest.mark.parametrize(
    "typed",
    [
        "哪个项目投资最多",
        "三个招商分局哪个签的项目最多",
        "他在哪个教学点待了16年",
        "什么时候开始报名",
        "要配些什么东西",
        "下半年头一轮消费券发多少",
        "好多企业停产是为什么",
        "一个亿元项目都没签的是哪几个镇",
        "算不算厉害",
        "盛某是什么人",
        "占道摆摊要受啥处罚",
    ],
)
def test_words_that_only_look_like_them_stay(typed: str) -> None:
    assert plain(typed) == typed
