"""Who may take part, what stays as it is, the place of the year before, and which names a notice means."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.library import Library
from index.records import Answer

PAGE = """榆川区便民公告（2025年第6期）

关于槐荫路管网改造停水的通知

因槐荫路管网改造，定于2025年4月8日21:00至4月9日7:00对以下区域停水：槐荫路（文庙街至青年路段）两侧、翰林小区、纺织厂家属院、柳荫花园A区。届时，柳荫花园C区及榆湖苑水压会降低。
应急送水电话：5551206。

榆川区自来水公司
2025年4月6日

关于调整21路公交线路的公告

自2025年4月12日起，21路由原终点站体育场延伸至中心医院东院，线路长度由9.6公里增至12.1公里。票价2元不变，首末班时间不变。

榆川区公交公司
2025年4月3日

榆川区反诈志愿者招募公告

现面向社会招募反诈宣传员30名。要求：年满18周岁、不超过60周岁，无违法犯罪记录。报名地点：区公安局一楼102室。

榆川区公安局
2025年4月2日

榆川区疾控中心接种通知

2011年9月1日至2012年8月31日出生的女生可免费接种HPV疫苗2剂次。

榆川区疾控中心
2025年4月2日

去年平安建设成绩单公布

本报讯（记者 石青）3月，市平安建设考评结果公布，榆川区群众安全感为98.4%，位居全市第三，较上年前移两位；政法工作满意度由第七位升至第四位。

全民朗诵大赛落幕

本报讯（记者 石青）3月30日，朗诵大赛落幕，吸引1260人报名，年龄最大的79岁，最小的5岁。各组设一等奖1名、二等奖2名、三等奖3名，奖金分别为2800元、1600元、800元。

小学新生报名有新安排

本报讯（记者 石青）户籍生6月12日至16日网上报名，6月20日至21日现场审核；随迁子女6月23日至25日网上报名，6月28日现场审核。

一季度工业生产

本报讯（记者 石青）一季度，食品加工、竹木制品、矿泉水制造业分别增长14.2%、9.8%、-2.6%。

榆川区下达灌区改造任务

本报讯（记者 石青）今年，榆川区下达灌区改造任务6.4万亩，其中新建4.1万亩、改造提升2.3万亩，涉及双河镇、白石镇、柳林乡3个乡镇。调解室由退休教师谷国柱等9人坐班，全年受理纠纷260件，调解成功248件。晚籼稻收购价格每50公斤129元。榆川半程马拉松5月18日7:30在榆川体育馆鸣枪，男子纪录1小时05分20秒。观赛接驳车8:10、8:40各发一班，在榆川体育馆西门、文庙广场上车。

网传体检送大米？区卫健局：没有的事

本报讯（记者 石青）近日，一条“60岁以上体检送大米”的消息在榆川朋友圈刷屏。区卫健局工作人员明确回应：此消息不实，榆川没有此类活动。

榆川区人民代表大会常务委员会

任免名单

（2025年4月1日榆川区第九届人民代表大会常务委员会第五次会议通过）

任命：
左思源为榆川区人民政府副区长；
顾秋白（女）为榆川区教育体育局局长；
免去：
裴其昌的榆川区人民政府副区长职务；
丁远帆的榆川区教育体育局局长职务；
左思源的榆川区发展和改革局局长职务。

村民被骗案宣判

本报讯（记者 石青）4月2日，榆川区人民法院对一起诈骗案公开宣判。冯某平等人骗取26名村民共计158.5万元。法院判处冯某平有期徒刑八年，并处罚金15万元。涉案赃款已追回121万元，全部发还。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Answer]]:
    """Answers from one library that holds ``PAGE``."""
    folder: Path = tmp_path_factory.mktemp("conditions")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    with Library.open(folder / "a.db", create=True) as library:
        library.add([folder / "page.txt"])
        yield lambda question, *turns: library.ask(question, turns=turns)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("我今年66了能报反诈宣传员吗", ["不能", "不超过60周岁"]),
        ("17岁可以当反诈宣传员吗", ["不能", "年满18周岁"]),
        ("我45岁，能报反诈宣传员吗", ["符合", "不超过60周岁"]),
        ("我女儿2012年5月出生的能打HPV疫苗吗", ["符合", "2012年8月31日"]),
        ("我女儿2010年5月出生的能打HPV疫苗吗", ["不能"]),
        ("21路涨价了没", ["没涨", "票价2元不变"]),
        ("21路首末班时间变了没", ["没变", "不变"]),
        ("榆湖苑停水吗", ["不是", "水压会降低"]),
        ("榆湖苑停不停水", ["不是", "水压会降低"]),
        ("哪些地方停水", ["翰林小区", "纺织厂家属院", "柳荫花园A区"]),
        ("安全感去年排第几", ["第五位"]),
        ("政法工作满意度前进了几位", ["3位"]),
        ("朗诵大赛年纪最大的几岁", ["79岁"]),
        ("朗诵大赛年纪最小的几岁", ["5岁"]),
        ("二等奖奖金多少", ["1600元"]),
        ("户籍生什么时候现场审核", ["6月20日至21日"]),
        ("随迁子女几号网上报名", ["6月23日至25日"]),
        ("竹木制品涨了多少", ["9.8%"]),
        ("矿泉水制造业涨了还是跌了", ["-2.6%"]),
        ("灌区新建和改造提升各多少亩", ["4.1万亩", "2.3万亩"]),
        ("灌区改造涉及哪几个乡镇", ["双河镇", "白石镇", "柳林乡"]),
        ("调解室有几件没调解成", ["12件"]),
        ("谷国柱以前干啥的", ["退休教师"]),
        ("晚籼稻收购价一百斤多少钱", ["129元"]),
        ("半马几点在哪里起跑", ["7:30", "榆川体育馆"]),
        ("谁被免了副区长", ["裴其昌"]),
        ("新的教体局局长是谁", ["顾秋白"]),
        ("接驳车几点发车", ["8:10、8:40"]),
        ("接驳车在哪儿坐", ["榆川体育馆西门、文庙广场"]),
        ("被骗的钱还有多少没追回", ["37.5万元"]),
    ],
)
def test_answers_hold_the_condition_against_what_is_asked(
    ask: Callable[..., Answer], question: str, words: list[str]
) -> None:
    held = ask(question)
    assert held.status == "answered", held.answer
    assert all(word in held.answer for word in words), held.answer
    assert held.sources


def test_a_rumour_is_not_so_because_it_is_printed(ask: Callable[..., Answer]) -> None:
    held = ask("60岁以上体检送大米是真的吗")
    assert held.status == "corrected"
    assert held.answer.startswith("不是，此消息不实")


@pytest.mark.parametrize(
    "question",
    [
        "柳荫花园C区几点停水",
        "南川区群众安全感排第几",
        "早稻收购价一百斤多少钱",
        "女子半程纪录是多少",
        "灌区改造涉及哪些小区",
        "新的发改局局长是谁",
    ],
)
def test_another_place_than_the_printed_one_is_refused(ask: Callable[..., Answer], question: str) -> None:
    assert ask(question).status == "not_found"
