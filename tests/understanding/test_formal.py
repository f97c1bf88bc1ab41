"""Formal and old forms of asking are said plainly; what is no question form stays."""

from __future__ import annotations

import pytest

from index.understanding.formal import plainly


@pytest.mark.parametrize(
    ("formal", "plain"),
    [
        ("开工仪式由何人主持", "开工仪式谁主持"),
        ("此画系何人捐赠", "此画是谁捐赠"),
        ("长虹渡槽长度几何?", "长虹渡槽有多长?"),
        ("仓储中心占地几何", "仓储中心占地多少"),
        ("新增学位若干", "新增学位多少"),
        ("新建食堂若干家?", "新建食堂多少家?"),
        ("水质最好的为何断面", "水质最好的是哪个断面"),
        ("运动会举办地为何处", "运动会举办地点在哪里"),
        ("面试定于何日举行", "面试哪天举行"),
        ("大会召开于何日?", "大会哪天召开?"),
        ("年产能达到何种规模", "年产能达到多少"),
        ("四类项目中,总投资居首位的类别为何", "四类项目中,总投资最多的是哪一类"),
        ("里程居末者为哪一段", "里程最短的为哪一段"),
        ("工程总投资额为何", "工程总投资额是多少"),
        ("何谓“双百行动”?", "“双百行动”是什么意思?"),
        ("夺冠者系何人", "夺冠的是谁"),
        ("二期工程是否业已启动", "二期工程是否已经启动"),
        ("延期系何缘由", "延期是什么原因"),
        ("自何日起受理、至何日止", "从哪天开始受理、到哪天结束"),
        ("与第三期相较,第四期总投资增加几何", "第四期总投资比第三期增加多少"),
        ("项目数量及总投资各为多少", "项目有多少个,总投资多少"),
        ("请说明“三个一批”所涵盖的内容。", "“三个一批”包括哪些内容"),
    ],
)
def test_formal_forms(formal: str, plain: str) -> None:
    assert plainly(formal) == plain


@pytest.mark.parametrize(
    "question",
    [
        "关于促进就业的若干措施是哪天印发的",
        "几何中学有多少学生",
        "何雨生为何没有出席",
        "丝绸之路博览会谁承办",
        "志愿者有多少人",
        "记者是谁",
        "研究所有几个项目",
        "关系到哪些人",
        "税收占百分之几",
    ],
)
def test_other_words_stay(question: str) -> None:
    assert plainly(question) == question
