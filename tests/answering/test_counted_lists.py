"""Lists that a colon announces, a count closes, or whose every item has its own figure."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
松河县融媒体中心
2025年3月12日 星期三 第18期

重点工程踏看
3月10日，县委书记何立新、县长周明远带队实地察看东源水厂、北岭泵站、河滨管网改造三个项目。县城供水由清源水务和安澜供水两家企业承担，日供水4.6万吨。

政协提案办理
会议共收到委员提案86件，其中经济建设类35件、社会民生类28件、生态环保类15件、其他8件。

合作社春耕
和顺合作社今年流转土地1.8万亩，其中小麦0.9万亩、油菜0.5万亩、花生0.4万亩。

专项债券下达
县财政新增专项债券6.5亿元，分配给4个项目：县中医院迁建2.6亿元，东源水厂扩建1.8亿元，城北学校1.3亿元，污水管网0.8亿元。

样板村名单公布
首批启动的样板村有3个：石桥村，320户，发展民宿；河湾村，210户，种植莲藕；柳林村，180户，建设大棚。“街角花园”和“儿童书屋”两个候选项目落选。

安全生产会议
县长周明远强调，要盯牢危化品、燃气、消防三个领域，在两个方面再加力：一要抓排查，对企业、学校、医院逐一过筛；二要抓整改，一周内销号。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("何立新察看了哪三个项目", "东源水厂、北岭泵站、河滨管网改造"),
        ("县城供水是哪两家企业", "清源水务、安澜供水"),
        ("首批三个样板村叫啥", "石桥村、河湾村、柳林村"),
        ("落选的是哪两个项目", "“街角花园”、“儿童书屋”"),
        ("周明远要求盯紧哪三个领域", "危化品、燃气、消防"),
        ("政协提案分几类，各多少件", "经济建设类35件、社会民生类28件、生态环保类15件、其他8件"),
        ("和顺合作社流转的地三样作物各多少亩", "小麦0.9万亩、油菜0.5万亩、花生0.4万亩"),
        (
            "6.5亿专项债分给哪4个项目，各多少",
            "县中医院迁建2.6亿元、东源水厂扩建1.8亿元、城北学校1.3亿元、污水管网0.8亿元",
        ),
    ],
)
def test_the_names_are_listed_as_printed(ask: Ask, question: str, said: str) -> None:
    assert ask(question).answer == said


@pytest.mark.parametrize(
    "question",
    ["第二批样板村叫啥", "县城供电是哪两家企业", "提案分几类，各投资多少元", "当选的是哪两个项目", "代表建议分几类，各多少件"],
)
def test_another_list_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found", ask(question).answer


def test_a_list_inside_an_item_is_not_the_announced_one(ask: Ask) -> None:
    held = ask("周明远说要在哪两个方面再加力")
    assert "抓排查" in held.answer and "抓整改" in held.answer, held.answer
