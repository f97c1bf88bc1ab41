"""Values told of what stands apart in a sentence: listed parts, a task, brackets, what is compared, one town, a label."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
01 要闻
2024年9月3日 星期二

临江区委常委会召开会议

本报讯（记者 舒望）9月2日，区委常委会召开会议。会议要求，10月底前完成19处入河排污口整治，由副区长毕成峰牵头。

临江中学新校区封顶

本报讯（记者 石榴）8月30日，临江中学新校区主体封顶。项目占地150亩，分两期建设，一期包括教学楼4栋、公寓2栋和食堂，投资2.8亿元。老校区改造为临江初中。

村超落幕

本报讯（记者 石榴）村超决赛观众8600人，门票免费，本届赛事共进行48场比赛。

区属国企招聘

临江区公开招聘36人，其中建投集团21人（工程类11人、财务类4人、其他6人），文旅集团15人。

稻渔种养

本报讯（记者 石榴）白沙镇推广稻渔种养5200亩，带动农户740户。生态米每公斤13元，比普通米高一倍。合作社去年分红63万元，今年又吸收社员30户，社员达到198户。

停车有了新规

道路泊位收费：首小时2元，之后每小时1元。

人事任免

本报讯（记者 舒望）区人大常委会任命季长安为区文旅局局长。季长安此前任石塘镇党委书记。

三八表彰会召开

本报讯（记者 舒望）会上，区医院护士长沈秋水、石塘镇中心小学教师叶小满代表红旗手发言，区农商行营业部代表红旗集体发言。

百岁老人增多

本报讯（记者 石榴）全区百岁老人23位，最年长的是西街街道的柳如云，今年107岁。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    "question",
    [
        "已完成整治的排污口有几处",
        "老校区占地多少亩",
        "食堂投资多少",
        "全部比赛观众多少人",
        "文旅集团工程类招几人",
        "全区带动农户多少户",
        "普通米每公斤多少钱",
        "每户社员分红多少",
        "停车场收费首小时多少钱",
        "一天最高收费多少",
        "西街街道有几位百岁老人",
        "现在石塘镇党委书记是谁",
        "区农商行营业部上台发言的是哪位",
    ],
)
def test_what_stands_apart_is_no_answer(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("要整治多少处排污口", "19处"),
        ("新校区占地多少亩", "150亩"),
        ("一期投资多少", "2.8亿元"),
        ("决赛观众多少人", "8600人"),
        ("建投集团工程类招几人", "11人"),
        ("文旅集团招几人", "15人"),
        ("白沙镇带动农户多少户", "740户"),
        ("生态米每公斤多少钱", "13元"),
        ("道路泊位收费首小时多少钱", "2元"),
        ("全区有几位百岁老人", "23位"),
        ("季长安以前是干什么的", "石塘镇党委书记"),
        ("石塘镇中心小学谁发的言", "叶小满"),
    ],
)
def test_what_the_sentence_tells_is(ask: Ask, question: str, holds: str) -> None:
    assert holds in ask(question).answer
