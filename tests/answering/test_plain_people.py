"""Plain questions about people: by craft or role, who won what, honours, why somebody's wife moved, where a team goes."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
云溪县融媒体中心
2024年6月20日 星期四 责任编辑 陈默

云溪县非遗集市开市 皮影戏登台

本报讯（记者 陈默）6月15日，云溪县非遗集市在老码头开市。皮影戏传承人祝长贵今年71岁，带了6名徒弟。蓝印花布技艺省级代表性传承人钟巧云现场教游客染布。集市由锦和文旅公司运营，摊位由云客餐饮公司统一管理。湿地现有国家一级保护动物3种，分别是中华秋沙鸭、白鹤、黑脸琵鹭。省级以上保护植物有南方红豆杉、银杏、水杉3种。

云溪二中女排夺冠 首次进全国赛

本报讯（记者 方原）6月10日，云溪县第二中学女子排球队在决赛中以3比1战胜江源队，首次夺冠。高一学生孟小满独得86分，获得最佳得分手，队长俞嘉获评最有价值球员。球队主教练丁大海原是省队队员。云溪二中校长傅文博说，学校今年将投入120万元建新球馆。7月，球队将赴成都参加全国比赛。

龙头村修路

本报讯 龙头乡龙头村党支部书记冯有田带着村民清淤，村委会主任秦岭送来饭菜。护林员石大柱获评“云溪好人”。妻子何桂兰放心不下他一个人守山，2015年也搬到山上。云溪豆制品厂成立于1998年，因资金链断裂停工。柳湾水库加固工程由县水利局牵头建设，江源水电工程公司施工。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云溪皮影戏的老师傅叫什么", "祝长贵"),
        ("云溪非遗集市由哪家公司运营", "锦和文旅公司"),
        ("云溪省级以上保护植物有哪些", "南方红豆杉"),
        ("云溪二中女排谁教的", "丁大海"),
        ("柳湾水库是哪家公司修的", "江源水电工程公司"),
        ("云溪女排最佳得分手是谁", "孟小满"),
        ("云溪女排决赛几比几赢的", "3比1"),
        ("龙头村的村支书叫什么", "冯有田"),
        ("龙头村主任是谁", "秦岭"),
        ("石大柱得了什么荣誉", "云溪好人"),
        ("石大柱的妻子为什么搬到山上", "放心不下他一个人守山"),
        ("何桂兰为啥也住山上", "放心不下他一个人守山"),
        ("云溪女排去哪里参加全国比赛", "成都"),
        ("云溪女排的全国赛在哪个城市打", "成都"),
        ("云溪豆制品厂是什么时候开的", "1998年"),
        ("云溪豆制品厂怎么干到一半不干了", "资金链断裂"),
    ],
)
def test_what_is_told_of_somebody_is_found(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "石大柱的妻子叫什么",
        "石大柱的妻子是做什么工作的",
        "石大柱得了什么病",
        "云溪女排最佳防守球员是谁",
        "云溪女排谁得分最多",
        "祝长贵得了什么荣誉",
        "龙头乡的乡长是谁",
        "云溪女排的队医是谁",
        "云溪男排的全国赛在哪个城市打",
        "石大柱为啥搬到山上",
        "石大柱为什么停工",
    ],
)
def test_what_is_not_told_of_somebody_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"
