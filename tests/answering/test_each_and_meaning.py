"""How many each of several has, what a word or pair stands for, lists that are asked for by 列出."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
青杨区政务简报
2024年8月16日 星期五 第31期

青杨区公开招聘网格员64名

本报讯（记者 高粱）青杨区面向社会公开招聘网格员64名，其中河东街道25名、柳林街道18名、石桥镇12名、白沙镇9名。9月2日起报名。

今秋三所新建学校投用

记者从区教育局获悉，今年秋季全区新投用3所学校：河东实验小学1620个学位，柳林初中900个，石桥第二幼儿园360个。区领导观摩了第一路的河东实验小学、柳林初中。

青杨区部署项目攻坚

8月15日，区长韩江主持召开项目攻坚会，提出全力抓好“一港一链”：一港，即青杨内河港年底前开港；一链，即农机装备链产值突破80亿元。

会议明确实行“亮牌”管理：按期推进为绿牌，滞后10天以内为黄牌，滞后10天以上为红牌。推行“一码办”改革，将开店涉及的5张许可证合并为一个二维码。“双百计划”，即三年引进百名工程师、培育百家科技企业。

开工一批中，制造业项目3个、民生项目2个。制造业项目分别是：锐禾农机变速箱项目、同泰轴承扩产项目和柯岚纺机二期项目。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("青杨招网格员，各街道和镇分别招几个", ("河东街道（25名）", "白沙镇（9名）")),
        ("今秋新投用的3所学校分别有多少学位", ("河东实验小学（1620个）", "石桥第二幼儿园（360个）")),
        ("青杨“一港一链”分别指什么", ("一港：青杨内河港年底前开港", "一链：农机装备链产值突破80亿元")),
        ("青杨亮牌管理里红牌是什么意思", ("滞后10天以上",)),
        ("一码办是啥意思", ("合并为一个二维码",)),
        ("青杨的双百计划是什么意思", ("三年引进百名工程师",)),
        ("请列出开工一批中的3个制造业项目", ("锐禾农机变速箱项目", "同泰轴承扩产项目", "柯岚纺机二期项目")),
    ],
)
def test_all_that_was_asked_for_is_told(ask: Ask, question: str, parts: tuple[str, ...]) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert all(part in answer.answer for part in parts), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "今秋新投用的5所学校分别有多少学位",
        "青杨亮牌管理里蓝牌是什么意思",
        "“一桥一园”分别指什么",
        "请列出开工一批中的2个民生项目",
    ],
)
def test_what_is_not_printed_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status in ("not_found", "corrected")
